%% Which supervisors restart children right now: two looks at their links show where children come
%% and go, and only those are watched closely. A supervisor keeps its restarts in its state,
%% which is not copied.
%%
%% Workers look, one for each supervisor that is looked at closely: it is asked for its children twice,
%% and for a while more often if it restarts supervisors, below which the children that fail are looked
%% for. One that cannot be asked, for its ids are too large or its children too many, is watched by its
%% links alone, and how its new children end. If the workers end before, their monitors go with them.
-module(restarts).
-export([seen/4]).

%% Supervisors of more children than these are not asked; of more links than these not watched; nor are
%% more supervisors than these.
-define(MOST_CHILDREN, 1000).
-define(MOST_LINKS, 100000).
-define(MOST_SUPERVISORS, 20000).
%% Maximum supervisors watched closely, and ms between looks for each ten of them.
-define(MOST_CLOSELY, 60).
-define(EVERY_MS, 10).
%% The shortest watch in which a restart that takes its time is seen; how long a supervisor may take to
%% list its children, and what a worker gets for two such lists.
-define(LEAST_MS, 100).
-define(LIST_MS, 1000).
-define(LISTS_MS, 2 * ?LIST_MS).
%% New children looked at each time; of those that were there before, whose ends are seen.
-define(SAMPLED, 20).
-define(MONITORED, 50).
%% Ids that are shown, and how much of a reason.
-define(MOST_IDS, 5).
-define(REASON, #{depth => 6, width => 20, bytes => 500}).
%% Modules of children without ids that are told, of child specifications that are read.
-define(MOST_MODULES, 3).
-define(MOST_SPECS, 50).
%% How long, how deep and how many at a time failing children of supervisors that are restarted are looked for.
-define(BELOW_MS, 1000).
-define(LEVELS, 4).
-define(MOST_BELOW, 10).
%% Restarts that the state of a supervisor must remember, where children have no ids.
-define(REMEMBERED, 2).

%% {Supervisor, [Id], [IdBelow], Restarts, Ms, Reason | none, Started | none}: the ids of children that are
%% not the process that they were, or are being restarted (modules where children have no ids or cannot be
%% asked for); those of the children of these, where they are supervisors; how many starts there were at
%% least, and over which time. Reasons are content, and as large as they like: `none` unless wanted. With
%% `Started`, how many were started, it is not known whether as restarts: so many as `Restarts` crashed.
-type seen() :: {pid(), [term()], [term()], non_neg_integer(), pos_integer(), {ok, term()} | none,
                 non_neg_integer() | none}.
%% What a worker saw: ids, or why there are none; and of children that came and ended.
-type unwatched() :: {pid(), silent | too_many | no_answer | early}.
-type watched() :: {pid(), [term()] | unnamed | unknown, [term()], map(), pos_integer()}.

%% Those that restart children; and those that were not watched, {Supervisor, Why}.
-spec seen(#{pid() => supervisors:supervisor()}, non_neg_integer(), boolean(), envelope:call()) ->
          {[seen()], [unwatched()]}.
seen(_Found, 0, _Reasons, _Call) ->
    {[], []};
seen(Found, WindowMs, Reasons, Call) ->
    Kinds = maps:from_list([{Pid, Kind} || {Pid, Supervisor} <- maps:to_list(Found), Kind <- kind(Supervisor)]),
    {Supervisors, Others} = split(?MOST_SUPERVISORS, [Pid || {Pid, Kind} <- maps:to_list(Kinds), Kind =/= too_many]),
    Before = links(Supervisors, Call),
    case window:wait(envelope:now_ms() + WindowMs, Call) of
        early ->
            {[], [{Pid, early} || Pid <- Supervisors]};
        ok ->
            {Restarts, Unwatched} = again(Supervisors, Kinds, Before, WindowMs, Reasons, Call),
            {Restarts, [{Pid, too_many} || Pid <- [P || {P, too_many} <- maps:to_list(Kinds)] ++ Others] ++ Unwatched}
    end.

%% Those whose children have come or gone since are watched.
-spec again([pid()], #{pid() => ids | links | too_many}, [{pid(), non_neg_integer()}], integer(), boolean(), envelope:call()) ->
          {[seen()], [unwatched()]}.
again(Supervisors, Kinds, Before, WindowMs, Reasons, #{until := Until} = Call) ->
    After = links(Supervisors, Call),
    {Changed, More} = split(?MOST_CLOSELY, bulk:select(After -- Before, [{{'$1', '_'}, [], ['$1']}])),
    Ms = erlang:min(WindowMs, erlang:max(?LEAST_MS, (Until - envelope:now_ms()) div 2)),
    Every = ?EVERY_MS * (1 + length(Changed) div 10),
    Funs = [fun() -> watch(Pid, Kind, Ms, Every) end || Pid <- Changed, Kind <- [maps:get(Pid, Kinds)]],
    Seen = lists:zip(Changed, worker:all(Funs, Ms + ?BELOW_MS + ?LISTS_MS, Call)),
    Silent = Supervisors -- bulk:select(After, [{{'$1', '_'}, [], ['$1']}]),
    {[Said || {_, {ok, Watched}} <- Seen, Said <- said(Watched, Reasons, Call)],
     [{Pid, too_many} || Pid <- More] ++ [{Pid, silent} || Pid <- Silent] ++ [{Pid, no_answer} || {Pid, Result} <- Seen, not answered(maps:get(Pid, Kinds), Result)]}.

%% ---------------------------------------------------------------------------

%% How it is watched: asked for its children, or by its links. What is no supervisor restarts nothing.
-spec kind(supervisors:supervisor()) -> [ids | links | too_many].
kind(#{state := State}) when State =:= not_otp; State =:= gone -> [];
kind(#{children := Number}) when Number > ?MOST_LINKS -> [too_many];
kind(#{state := ok, children := 0}) -> [];
kind(#{state := ok, children := Number}) when Number =< ?MOST_CHILDREN -> [ids];
kind(_Unasked) -> [links].

%% Whether that tells if it restarts children; one that was to be asked, and did not answer, does so by
%% crashes alone.
-spec answered(ids | links, {ok, watched()} | {raised, term()} | no_answer) -> boolean().
answered(ids, {ok, {_, unknown, _, #{started := Started, crashed := Crashed}, _}}) -> Started > 0 andalso Crashed > 0;
answered(_Kind, {ok, _}) -> true;
answered(_Kind, _Late) -> false.

-spec split(non_neg_integer(), [Item]) -> {[Item], [Item]}.
split(Most, List) ->
    First = lists:sublist(List, Most),
    {First, lists:nthtail(length(First), List)}.

%% [{Pid, Number}]: numbers that differ where links do.
-spec links([pid()], envelope:call()) -> [{pid(), non_neg_integer()}].
links(Pids, Call) ->
    {Links, _Cost} = sweep:fold(#{item => links, hint => fun(_) -> none end,
                                  pick => fun(Group, Values, _) -> lists:zip(Group, lists:map(fun erlang:phash2/1, Values)) end,
                                  step => fun erlang:'++'/2, report => fun(_, _) -> ok end}, [], Pids, Call),
    Links.

%% ---------------------------------------------------------------------------
%% Runs in a worker of its own, which can be killed

-spec watch(pid(), ids | links, integer(), pos_integer()) -> watched().
watch(Supervisor, Kind, Ms, Every) ->
    First = case Kind of ids -> children(Supervisor); links -> none end,
    Start = envelope:now_ms(),
    Links = linked(Supervisor),
    [monitor(process, Pid) || Pid <- lists:sublist(Links, ?MONITORED), is_child(Pid, Supervisor)],
    Looked = look(Supervisor, Links, Start + Ms, Every, #{since => Start, started => 0, crashed => 0, reason => none}),
    Took = erlang:max(1, envelope:now_ms() - Start),
    Newest = [Pid || Pid <- lists:sublist(lists:reverse(linked(Supervisor) -- Links), ?SAMPLED), is_child(Pid, Supervisor)],
    %% On a busy node, looks are few.
    Seen = Looked#{reason := reason(Looked), newest => Newest, started := erlang:max(maps:get(started, Looked), length(Newest))},
    case {First, is_list(First) andalso children(Supervisor)} of
        {[_ | _], [_ | _] = Last} ->
            Other = changed(First, Last),
            Below = case [Id || {Id, supervisor} <- Other] of
                        [] -> [];
                        Ids -> below(Supervisor, Ids, envelope:now_ms() + ?BELOW_MS, [], [])
                    end,
            Names = case lists:keymember(undefined, 1, First) of
                        true -> unnamed;
                        false -> short([Each || {Each, _} <- Other])
                    end,
            {Supervisor, Names, short(Below), Seen, Took};
        _ ->
            %% Of one that has ended, the supervisor above it tells.
            {Supervisor, case is_process_alive(Supervisor) of true -> unknown; false -> [] end, [], Seen, Took}
    end.

-spec short([term()]) -> [term()].
short(Ids) ->
    [cut:label(Id) || Id <- lists:sublist(Ids, ?MOST_IDS)].

%% None if it does not answer, as one that is busy may not.
-spec children(pid()) -> [tuple()] | none.
children(Supervisor) ->
    try gen_server:call(Supervisor, which_children, ?LIST_MS) catch exit:_ -> none end.

-spec linked(pid()) -> [pid()].
linked(Supervisor) ->
    case process_info(Supervisor, links) of
        {links, Links} -> [Pid || Pid <- Links, is_pid(Pid)];
        undefined -> []
    end.

%% Counts children that come, and those that end as if they had crashed.
-spec look(pid(), [pid()], integer(), pos_integer(), map()) -> map().
look(Supervisor, Known, Until, Every, #{started := Started} = Seen) ->
    Start = envelope:now_ms(),
    Links = linked(Supervisor),
    New = [Pid || Pid <- lists:sublist(Links -- Known, ?SAMPLED), is_child(Pid, Supervisor)],
    [monitor(process, Pid) || Pid <- New],
    %% Of very many children, a look takes time.
    timer:sleep(Every + 20 * (envelope:now_ms() - Start)),
    Later = ends(Seen#{started := Started + length(New)}),
    case envelope:now_ms() < Until of
        true -> look(Supervisor, Links, Until, Every, Later);
        false -> Later
    end.

%% One that has ended by now cannot say whose it was, nor can any before OTP 25.
-spec is_child(pid(), pid()) -> boolean().
is_child(Pid, Supervisor) ->
    try process_info(Pid, parent) of
        {parent, Parent} -> Parent =:= Supervisor;
        undefined -> true
    catch error:badarg -> true
    end.

%% With the ends that have come.
-spec ends(map()) -> map().
ends(#{crashed := Crashed} = Seen) ->
    receive
        {'DOWN', _, process, _, noproc} -> ends(Seen);
        {'DOWN', _, process, _, Reason} ->
            Number = case Reason of normal -> 0; shutdown -> 0; {shutdown, _} -> 0; _ -> 1 end,
            ends(Seen#{crashed := Crashed + Number, reason := {ok, Reason}})
    after 0 -> Seen
    end.

-spec reason(map()) -> {ok, term()} | none.
reason(#{reason := {ok, Reason}}) -> {ok, cut:term(Reason, ?REASON)};
reason(_Seen) -> none.

%% Who is not the process that it was, or is being restarted.
-spec changed([tuple()], [tuple()]) -> [{Id :: term(), supervisor | worker}].
changed(Before, Now) ->
    [{Id, Kind} || {Id, Pid, Kind, _} <- Now, Id =/= undefined,
                   {_, Old, _, _} <- [lists:keyfind(Id, 1, Before)], Old =/= Pid orelse Pid =:= restarting].

%% ---------------------------------------------------------------------------
%% Below supervisors that are restarted: still in the worker

%% Children that were replaced while their supervisor lived: when that gives up, all of them are new,
%% so only looks at the same process tell which fail. Workers, if any do; else supervisors.
-spec below(pid(), [term()], integer(), [{pid(), list()}], [{term(), atom()}]) -> [term()].
below(Supervisor, Ids, Until, Before, Found) ->
    Tops = case children(Supervisor) of
               none -> [];
               Children -> [Pid || {Id, Pid, _, _} <- Children, is_pid(Pid), lists:member(Id, Ids)]
           end,
    Now = incarnations(Tops, Before, ?LEVELS),
    Failed = lists:usort([Failed || {Pid, Children} <- Now, {_, Then} <- [lists:keyfind(Pid, 1, Before)],
                                    Failed <- changed(Then, Children)] ++ Found),
    timer:sleep(case Now of [] -> 5 * ?EVERY_MS; _ -> ?EVERY_MS end),
    case {envelope:now_ms() < Until, [Id || {Id, worker} <- Failed]} of
        {true, _} -> below(Supervisor, Ids, Until, Now, Failed);
        {false, []} -> [Id || {Id, _} <- Failed];
        {false, Workers} -> Workers
    end.

%% [{Supervisor, Children}] of these and of those below them.
-spec incarnations([pid()], [{pid(), list()}], non_neg_integer()) -> [{pid(), list()}].
incarnations(Pids, _Before, Levels) when Pids =:= []; Levels =:= 0 ->
    [];
incarnations(Pids, Before, Levels) ->
    Here = [Known || Pid <- lists:sublist(Pids, ?MOST_BELOW), Known <- incarnation(Pid, Before)],
    Here ++ incarnations([Pid || {_, Children} <- Here, {_, Pid, supervisor, _} <- Children, is_pid(Pid)],
                         Before, Levels - 1).

%% What is no supervisor may not answer, and one that starts may be gone. Ids of children that share
%% may have no bound when they are copied: so it is printed before it is asked, see stacks.
-spec incarnation(pid(), [{pid(), list()}]) -> [{pid(), list()}].
incarnation(Pid, Before) ->
    try
        case lists:keymember(Pid, 1, Before) of
            true -> ok;
            false ->
                {_, Words} = process_info(Pid, total_heap_size),
                true = Words =< stacks:most_words(),
                [{_, waiting}, {_, Text}] = process_info(Pid, [status, backtrace]),
                nomatch = binary:match(Text, [<<"...\n">>, <<"... \n">>, <<"unknown function">>])
        end,
        [{Pid, Children} || Children <- [children(Pid)], is_list(Children)]
    catch
        _:_ -> []
    end.

%% ---------------------------------------------------------------------------
%% What the body makes of that

-spec said(watched(), boolean(), envelope:call()) -> [seen()].
said({_Supervisor, Ids, _Below, #{started := Started}, _Ms}, _Reasons, _Call) when Started =:= 0; Ids =:= [] ->
    [];
said({Supervisor, unnamed, Below, #{started := Started, since := Since} = Seen, Ms} = Watched, Reasons, Call) ->
    %% Children without ids come and go as they are wanted: whether they were restarted is in the state of
    %% their supervisor, and which module they are of.
    Asked = #{process => {pid, list_to_binary(pid_to_list(Supervisor))}, limit => ?MOST_SPECS, force => false, arguments => false},
    try get_child_specs:run(Asked, Call) of
        {#{recent_restarts := Recent, restarted_s_ago := Ages, specs := {_, Specs}}, _} ->
            Modules = lists:usort([Module || [_, _, _, {Module, _, _} | _] <- Specs]),
            %% Only the newest are listed.
            Restarts = case [Age || Age <- Ages, Age =< (envelope:now_ms() - Since) div 1000 + 1] of
                           Ages -> Recent;
                           New -> length(New)
                       end,
            [{Supervisor, lists:sublist(Modules, ?MOST_MODULES), Below, erlang:min(Restarts, Started), Ms, wanted(Reasons, Seen), none}
             || Restarts >= ?REMEMBERED]
    catch
        throw:_ -> said(setelement(2, Watched, unknown), Reasons, Call)
    end;
said({Supervisor, unknown, Below, #{started := Started, crashed := Crashed, newest := Newest} = Seen, Ms}, Reasons, Call) ->
    [{Supervisor, modules(Newest, Call), Below, erlang:min(Started, Crashed), Ms, wanted(Reasons, Seen), Started} || Crashed > 0];
said({Supervisor, Ids, Below, #{started := Started} = Seen, Ms}, Reasons, _Call) ->
    [{Supervisor, Ids, Below, Started, Ms, wanted(Reasons, Seen), none}].

-spec wanted(boolean(), map()) -> {ok, term()} | none.
wanted(true, #{reason := Reason}) -> Reason;
wanted(false, _Seen) -> none.

%% Those of children; where nothing says how these were started, of the outermost function
%% that they are in.
-spec modules([pid()], envelope:call()) -> [module()].
modules(Children, Call) ->
    Said = [Module || {_, #{initial_call := {Module, _, _}}} <- identity:of_processes(Children, Call)],
    Modules = case Said of
                  [] -> [Module || {_, [{_, Stack}]} <- sweep:read(Children, [current_stacktrace], Call),
                                   Module <- lists:sublist([M || {M, _, _, _} <- lists:reverse(Stack), M =/= proc_lib], 1)];
                  _ -> Said
              end,
    lists:sublist(lists:usort(Modules), ?MOST_MODULES).
