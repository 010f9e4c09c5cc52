%% Which supervisors restart children right now: two looks at their links show where children come
%% and go, and only those are watched closely. A supervisor keeps its restarts in its state,
%% which is not copied.
%%
%% Workers look, one for each supervisor that is looked at closely: it is asked for its children twice,
%% and for a while more often if it restarts a supervisor, below which the child that fails is looked for.
%% If they end before, their monitors go with them.
-module(restarts).
-export([seen/4]).

%% Supervisors of more children than these are left out, and more supervisors than these: a look
%% copies their links.
-define(MOST_CHILDREN, 1000).
-define(MOST_SUPERVISORS, 2000).
%% Maximum supervisors watched closely, ms between looks, and the shortest watch in which a restart
%% that takes its time is seen.
-define(MOST_CLOSELY, 10).
-define(EVERY_MS, 10).
-define(LEAST_MS, 100).
%% How long the failing child of a supervisor that is restarted is looked for.
-define(BELOW_MS, 600).
%% How long a supervisor may take to list its children, and what a worker gets for two such lists.
-define(LIST_MS, 1000).
-define(LISTS_MS, 2 * ?LIST_MS).
%% Children whose exit reasons are waited for, and ids that are shown.
-define(MOST_MONITORED, 50).
-define(MOST_IDS, 5).
-define(REASON, #{depth => 6, width => 20, bytes => 500}).
%% Modules of children without ids that are told, of child specifications that are read.
-define(MOST_MODULES, 3).
-define(MOST_SPECS, 50).
%% Restarts that the state of a supervisor must remember, where children have no ids.
-define(REMEMBERED, 2).

%% {Supervisor, [Id], [IdBelow], Restarts, Ms, Reason | none}: the ids of children that are not the
%% process that they were, or are being restarted (modules where children have no ids); those of the
%% children of these, where they are supervisors; how many starts there were at least, and
%% over which time. Reasons are content, and as large as they like: `none` unless wanted.
-type seen() :: {pid(), [term()] | unnamed, [term()], non_neg_integer(), pos_integer(), {ok, term()} | none}.

%% What was seen, and whether a supervisor did not answer in time: then there may be more.
-spec seen(#{pid() => supervisors:supervisor()}, non_neg_integer(), boolean(), envelope:call()) -> {[seen()], boolean()}.
seen(_Found, 0, _Reasons, _Call) ->
    {[], false};
seen(Found, WindowMs, Reasons, Call) ->
    Supervisors = lists:sublist([Pid || {Pid, #{state := ok, children := Number}} <- maps:to_list(Found),
                                        Number > 0, Number =< ?MOST_CHILDREN], ?MOST_SUPERVISORS),
    Before = sweep:read(Supervisors, [links], Call),
    case window:wait(envelope:now_ms() + WindowMs, Call) of
        early -> {[], true};
        ok -> again(Supervisors, Before, WindowMs, Reasons, Call)
    end.

%% ---------------------------------------------------------------------------

%% Those whose children have come or gone since are watched.
-spec again([pid()], [{pid(), [tuple()] | undefined}], integer(), boolean(), envelope:call()) -> {[seen()], boolean()}.
again(Supervisors, Before, WindowMs, Reasons, #{until := Until} = Call) ->
    After = sweep:read(Supervisors, [links], Call),
    Changed = [Pid || {Pid, [_] = Now} <- After, {_, [_] = Then} <- [lists:keyfind(Pid, 1, Before)], Now =/= Then],
    Ms = erlang:min(WindowMs, erlang:max(?LEAST_MS, (Until - envelope:now_ms()) div 2)),
    Funs = [fun() -> watch(Pid, Ms, Reasons) end || Pid <- lists:sublist(Changed, ?MOST_CLOSELY)],
    Watched = worker:all(Funs, Ms + ?BELOW_MS + ?LISTS_MS, Call),
    %% One that has ended meanwhile was not late; its own supervisor is watched.
    Late = [Each || Each <- Watched, case Each of no_answer -> true; {raised, {timeout, _}} -> true; _ -> false end],
    {[Said || {ok, {_, Ids, _, Restarts, _, _} = Seen} <- Watched, Restarts > 0, Ids =/= [], Said <- named(Seen, Call)],
     Late =/= [] orelse length(Supervisors) > erlang:min(length(Before), length(After))}.

%% Runs in a worker of its own, which can be killed.
-spec watch(pid(), integer(), boolean()) -> seen().
watch(Supervisor, Ms, Reasons) ->
    First = children(Supervisor),
    [monitor(process, Pid) || Reasons, {_, Pid, _, _} <- lists:sublist(First, ?MOST_MONITORED), is_pid(Pid)],
    Start = envelope:now_ms(),
    {links, Links} = process_info(Supervisor, links),
    {Restarts, Reason} = look(Supervisor, Links, Start + Ms, Reasons, 0, none),
    Took = erlang:max(1, envelope:now_ms() - Start),
    Other = changed(First, children(Supervisor)),
    Below = case Other of
                [{Id, supervisor} | _] -> below(Supervisor, Id, envelope:now_ms() + ?BELOW_MS, none);
                _ -> []
            end,
    Ids = case lists:keymember(undefined, 1, First) of
              true -> unnamed;
              false -> short([Each || {Each, _} <- Other])
          end,
    {Supervisor, Ids, short(Below), Restarts, Took, Reason}.

-spec short([term()]) -> [term()].
short(Ids) ->
    [cut:label(Id) || Id <- lists:sublist(Ids, ?MOST_IDS)].

%% Children of a child, itself a supervisor, that were replaced while it lived: when it gives up, all of
%% them are new, so only looks at the same process tell which of them fail.
-spec below(pid(), term(), integer(), {pid(), list()} | none) -> [term()].
below(Supervisor, Id, Until, Before) ->
    Now = incarnation(Supervisor, Id, Before),
    case replaced(Before, Now) of
        [] ->
            timer:sleep(case Now of none -> 5 * ?EVERY_MS; _ -> ?EVERY_MS end),
            case envelope:now_ms() < Until of
                true -> below(Supervisor, Id, Until, Now);
                false -> []
            end;
        Some -> Some
    end.

%% What is no supervisor may not answer, and one that starts may be gone. Ids of children that share
%% may have no bound when they are copied: so it is printed before it is asked, see stacks.
-spec incarnation(pid(), term(), {pid(), list()} | none) -> {pid(), list()} | none.
incarnation(Supervisor, Id, Before) ->
    try
        {_, Pid, _, _} = lists:keyfind(Id, 1, children(Supervisor)),
        case Before of
            {Pid, _} -> ok;
            _ ->
                {_, Words} = process_info(Pid, total_heap_size),
                true = Words =< stacks:most_words(),
                [{_, waiting}, {_, Text}] = process_info(Pid, [status, backtrace]),
                nomatch = binary:match(Text, [<<"...\n">>, <<"... \n">>, <<"unknown function">>])
        end,
        {Pid, children(Pid)}
    catch
        _:_ -> none
    end.

-spec replaced({pid(), list()} | none, {pid(), list()} | none) -> [term()].
replaced({Pid, Before}, {Pid, Now}) -> [Id || {Id, _} <- changed(Before, Now)];
replaced(_Before, _Now) -> [].

%% Who is not the process that it was, or is being restarted.
-spec changed([tuple()], [tuple()]) -> [{Id :: term(), supervisor | worker}].
changed(Before, Now) ->
    [{Id, Kind} || {Id, Pid, Kind, _} <- Now, Id =/= undefined,
                   {_, Old, _, _} <- [lists:keyfind(Id, 1, Before)], Old =/= Pid orelse Pid =:= restarting].

%% Children without ids come and go as they are wanted: whether they were restarted is in the state of
%% their supervisor, and which module they are of.
-spec named(seen(), envelope:call()) -> [seen()].
named({Supervisor, unnamed, Below, Restarts, Ms, Reason}, Call) ->
    Asked = #{process => {pid, list_to_binary(pid_to_list(Supervisor))}, limit => ?MOST_SPECS, force => false, arguments => false},
    try get_child_specs:run(Asked, Call) of
        {#{recent_restarts := Recent, specs := {_, Specs}}, _} when Recent >= ?REMEMBERED ->
            Modules = lists:usort([Module || [_, _, _, {Module, _, _} | _] <- Specs]),
            [{Supervisor, lists:sublist(Modules, ?MOST_MODULES), Below, erlang:min(Recent, Restarts), Ms, Reason}];
        _ -> []
    catch
        throw:_ -> []
    end;
named(Seen, _Call) ->
    [Seen].

-spec children(pid()) -> [tuple()].
children(Supervisor) ->
    gen_server:call(Supervisor, which_children, ?LIST_MS).

%% The last look comes after the time is over: on a busy node there may be no other.
-spec look(pid(), [pid() | port()], integer(), boolean(), non_neg_integer(), {ok, term()} | none) ->
          {non_neg_integer(), {ok, term()} | none}.
look(Supervisor, Known, Until, Reasons, Restarts, Reason) ->
    timer:sleep(?EVERY_MS),
    Later = last(Reason),
    {links, Links} = process_info(Supervisor, links),
    New = [Pid || Pid <- Links -- Known, is_pid(Pid), is_child(Pid, Supervisor)],
    [monitor(process, Pid) || Reasons, Pid <- New],
    case envelope:now_ms() < Until of
        true -> look(Supervisor, Links, Until, Reasons, Restarts + length(New), Later);
        false -> {Restarts + length(New), Later}
    end.

%% One that has ended by now cannot say whose it was, nor can any before OTP 25.
-spec is_child(pid(), pid()) -> boolean().
is_child(Pid, Supervisor) ->
    try process_info(Pid, parent) of
        {parent, Parent} -> Parent =:= Supervisor;
        undefined -> true
    catch error:badarg -> true
    end.

%% The last of the reasons that have come.
-spec last({ok, term()} | none) -> {ok, term()} | none.
last(Reason) ->
    receive
        {'DOWN', _, process, _, noproc} -> last(Reason);
        {'DOWN', _, process, _, Later} -> last({ok, cut:term(Later, ?REASON)})
    after 0 -> Reason
    end.
