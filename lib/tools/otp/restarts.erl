%% Which supervisors restart children right now: two looks at their links show where children come
%% and go, and only those are watched closely. A supervisor keeps its restarts in its state,
%% which is not copied.
%%
%% Workers look, one for each supervisor that is looked at closely: it is asked for its children twice.
%% If they end before, their monitors go with them.
-module(restarts).
-export([seen/4]).

%% Supervisors of more children than these are left out, and more supervisors than these.
-define(MOST_CHILDREN, 1000).
-define(MOST_SUPERVISORS, 2000).
%% Maximum supervisors watched closely, and ms between looks.
-define(MOST_CLOSELY, 10).
-define(EVERY_MS, 10).

%% [{Supervisor, [Id], Restarts, Ms, Reason | none}]: the ids of children that are not the
%% process that they were, or are being restarted, how many starts there were at least, and
%% over which time. Reasons are content, and as large as they like: `none` unless wanted.
-spec seen(#{pid() => supervisors:supervisor()}, non_neg_integer(), boolean(), envelope:call()) ->
          [{pid(), [term()], non_neg_integer(), pos_integer(), {ok, term()} | none}].
seen(_Found, 0, _Reasons, _Call) ->
    [];
seen(Found, WindowMs, Reasons, #{until := Until} = Call) ->
    Supervisors = lists:sublist([Pid || {Pid, #{state := ok, children := Number}} <- maps:to_list(Found),
                                        Number > 0, Number =< ?MOST_CHILDREN], ?MOST_SUPERVISORS),
    Before = links(Supervisors, Call),
    window:wait(envelope:now_ms() + WindowMs, Call),
    After = links(Supervisors, Call),
    Changed = [Pid || {Pid, Now} <- After, {_, Then} <- [lists:keyfind(Pid, 1, Before)], Now -- Then =/= []],
    Ms = erlang:min(WindowMs, erlang:max(100, (Until - envelope:now_ms()) div 2)),
    Funs = [fun() -> watch(Pid, Ms, Reasons) end || Pid <- lists:sublist(Changed, ?MOST_CLOSELY)],
    [Seen || {ok, {_, [_ | _], Restarts, _, _} = Seen} <- worker:all(Funs, Ms + 2000, Call), Restarts > 0].

%% ---------------------------------------------------------------------------

-spec links([pid()], envelope:call()) -> [{pid(), [pid() | port()]}].
links(Pids, Call) ->
    [{Pid, Links} || {Pid, [{links, Links}]} <- sweep:read(Pids, [links], Call)].

%% Runs in a worker of its own, which can be killed.
-spec watch(pid(), integer(), boolean()) -> {pid(), [term()], non_neg_integer(), pos_integer(), {ok, term()} | none}.
watch(Supervisor, Ms, Reasons) ->
    First = children(Supervisor),
    [monitor(process, Pid) || Reasons, {_, Pid, _, _} <- lists:sublist(First, 50), is_pid(Pid)],
    Start = envelope:now_ms(),
    {links, Links} = process_info(Supervisor, links),
    {Restarts, Reason} = look(Supervisor, Links, Start + Ms, Reasons, 0, none),
    Took = erlang:max(1, envelope:now_ms() - Start),
    Other = [cut:term(Id, #{depth => 4, width => 60, bytes => 150})
             || {Id, Pid, _, _} <- children(Supervisor), Id =/= undefined,
                {_, Old, _, _} <- [lists:keyfind(Id, 1, First)], Old =/= Pid orelse Pid =:= restarting],
    {Supervisor, lists:sublist(Other, 5), Restarts, Took, Reason}.

children(Supervisor) ->
    gen_server:call(Supervisor, which_children, 1000).

-spec look(pid(), [pid() | port()], integer(), boolean(), non_neg_integer(), {ok, term()} | none) ->
          {non_neg_integer(), {ok, term()} | none}.
look(Supervisor, Known, Until, Reasons, Restarts, Reason) ->
    {links, Links} = process_info(Supervisor, links),
    New = [Pid || Pid <- Links -- Known, is_pid(Pid), is_child(Pid, Supervisor)],
    [monitor(process, Pid) || Reasons, Pid <- New],
    timer:sleep(?EVERY_MS),
    Later = last(Reason),
    case envelope:now_ms() < Until of
        true -> look(Supervisor, Links, Until, Reasons, Restarts + length(New), Later);
        false -> {Restarts + length(New), Later}
    end.

%% One that has ended by now cannot say whose it was, nor can any before OTP 25.
is_child(Pid, Supervisor) ->
    try process_info(Pid, parent) of
        {parent, Parent} -> Parent =:= Supervisor;
        undefined -> true
    catch error:badarg -> true
    end.

%% The last of the reasons that have come.
last(Reason) ->
    receive
        {'DOWN', _, process, _, noproc} -> last(Reason);
        {'DOWN', _, process, _, Later} -> last({ok, cut:term(Later, #{depth => 6, width => 20, bytes => 500})})
    after 0 -> Reason
    end.
