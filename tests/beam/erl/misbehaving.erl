%% Probes do none of this: what the envelope does about it is tested.
-module(misbehaving).
-export([run/2]).

-spec run(map(), envelope:call()) -> {term(), envelope:cost()}.
run(#{how := answer, with := Term}, _Call) ->
    {Term, #{}};
run(#{how := leader}, _Call) ->
    {node(group_leader()) =:= node(), #{}};
run(#{how := refuse, with := Detail}, _Call) ->
    envelope:refuse(not_today, Detail);
run(#{how := crash, with := Reason}, _Call) ->
    error(Reason);
run(#{how := kill_itself}, _Call) ->
    exit(self(), kill);
run(#{how := loop}, _Call) ->
    loop(0);
run(#{how := grow}, _Call) ->
    grow([]);
run(#{how := wait}, _Call) ->
    receive never -> never end;
%% The worker grows, the probe answers.
run(#{how := grow_in_worker}, Call) ->
    {worker:one(fun() -> grow([]) end, 5000, Call), #{}};
run(#{how := crash_in_worker}, Call) ->
    {worker:one(fun() -> error(oops) end, 5000, Call), #{}};
%% Both wait: the worker is linked to nothing but the coordinator.
run(#{how := wait_in_worker}, Call) ->
    {worker:one(fun() -> receive never -> never end end, 60000, Call), #{}};
%% Tells what it knows, and then nothing more.
run(#{how := report, with := Answers}, Call) ->
    lists:foreach(fun(Answer) ->
                          envelope:report(Answer, #{processes_scanned => Answer}, Call)
                  end, Answers),
    receive never -> never end;
%% Changes the node in a way that would stay, then goes on as told.
run(#{how := change, with := Next}, Call) ->
    change(first, Call),
    change(second, Call),
    run(Next, Call);
run(#{how := change_without_guard, with := Next}, Call) ->
    [exit(Pid, kill) || Pid <- guards(Call)],
    run(Next, Call);
run(#{how := cut, with := Term, limits := Limits}, _Call) ->
    {cut:term(Term, Limits), #{}};
run(#{how := sweep, with := Item}, Call) ->
    {_, Everyone} = sweep:everyone(Call),
    sweep:again(#{item => Item,
                 pick => fun(_Pids, Values, _) -> Values end,
                 step => fun(Values, All) -> All + length(Values) end,
                 report => fun(_, _) -> ok end},
               0, Everyone, Call).

-spec loop(non_neg_integer()) -> no_return().
loop(N) -> loop(N + 1).

-spec grow([[pos_integer()]]) -> no_return().
grow(List) -> grow([lists:seq(1, 1000) | List]).

-spec change(atom(), envelope:call()) -> ok | {error, term()}.
change(Name, Call) ->
    guard:protect(fun() -> logger:remove_primary_filter(Name) end, Call),
    logger:add_primary_filter(Name, {fun logger_filters:domain/2, {log, equal, [Name]}}).

%% The processes that watch the coordinator.
-spec guards(envelope:call()) -> [pid()].
guards(#{coordinator := Coordinator}) ->
    {monitored_by, Pids} = process_info(Coordinator, monitored_by),
    Pids.
