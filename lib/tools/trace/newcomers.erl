%% The processes that come while a question looks: those that a process and its descendants start
%% with proc_lib, or those that begin to call a function. Each tells of itself by one call that is
%% traced, of which nothing but the arity is copied.
%%
%% The body sets the trace, and a tracer takes what comes (see tracer); the guard removes it however
%% the call ends (see trace_backend for what is left if the guard is killed).
-module(newcomers).
-export([family/2, open/3, take/1, held/1, close/1]).
-export_type([whose/0, newcomers/0]).

-type whose() :: {process, names:process()} | {function, tracepoints:named()}.
-type newcomers() :: #{tracer := tracer:tracer(), way := trace_backend:way(), processes := all | [pid()]}.

%% Maximum processes that are followed: who comes, and whose children are.
-define(MOST, 10000).
-define(MOST_PARENTS, 1000).
%% Maximum calls a second of a function.
-define(MAX_RATE, 1000).
%% Ms until the tracer passes one on, which may live no longer.
-define(PAUSE, 2).

%% A process with its descendants, and how many of these are left out.
-spec family(names:process(), envelope:call()) -> {[pid()], non_neg_integer()}.
family(Process, Call) ->
    identity:readable(parent) orelse envelope:refuse(not_known, parent),
    Root = names:process(Process),
    is_process_alive(Root) orelse envelope:refuse(no_such_process, Root),
    Below = family:below(Root, Call),
    Known = case ets:select(Below, [{{'$1'}, [{'=/=', '$1', Root}], ['$1']}], ?MOST_PARENTS) of
                {Some, _} -> Some;
                '$end_of_table' -> []
            end,
    {[Root | Known], ets:info(Below, size) - length(Known)}.

%% From now on, and the processes that are there already.
-spec open(whose(), [pid()], envelope:call()) -> newcomers().
open(Whose, Family, #{coordinator := Coordinator} = Call) ->
    Targets = [case Whose of
                   {process, _} -> tracepoints:find(#{module => [<<"proc_lib">>], function => [<<"init_p">>], arity => any});
                   {function, Named} -> tracepoints:find(Named)
               end],
    %% One of a function's callers is enough.
    {Processes, Flags, Spec} = case Whose of
                                   {process, _} -> {Family, [set_on_spawn], [{'_', [], []}]};
                                   {function, _} -> {all, [], [{'_', [], [{trace, [call], []}]}]}
                               end,
    #{pid := Pid} = Tracer =
        tracer:start(#{max => ?MOST, sample => none, pause_ms => ?PAUSE,
                       shaper => fun(_BeginNs) -> fun(Messages) -> [element(2, Message) || Message <- Messages] end end}, Call),
    Way = trace_backend:open(Pid, Targets, Call),
    PerSecond = case Whose of {process, _} -> []; _ -> call_counts:per_second(Targets, Call) end,
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    Rate > ?MAX_RATE andalso envelope:refuse(called_too_often, {Rate, ?MAX_RATE, lists:sublist(PerSecond, 3)}),
    [trace_backend:processes(Way, Each, true, [call, arity, monotonic_timestamp | Flags])
     || Each <- case Processes of all -> [all]; _ -> Processes end],
    [trace_backend:processes(Way, Ours, false, [all]) || Processes =:= all, Ours <- [self(), Coordinator]],
    tracer:go(Way, 0, Tracer),
    case Way of
        {session, _} -> ok;
        {shared, _} -> guard:protect(fun() -> exit(Pid, kill), tracepoints:take_back(Targets, Spec) end, Call)
    end,
    tracepoints:set(Way, Targets, Spec),
    #{tracer => Tracer, way => Way, processes => Processes}.

%% Who has come since the last look; `ended` where more came than are followed, or another ended it.
-spec take(newcomers()) -> [pid()] | ended.
take(#{tracer := #{reference := Reference, monitor := Monitor}} = Newcomers) ->
    receive
        {Reference, events, Pids} ->
            case take(Newcomers) of ended -> ended; More -> Pids ++ More end;
        {Reference, ended, _, _} -> ended;
        {'DOWN', Monitor, process, _, _} -> ended
    after 0 -> []
    end.

%% Whether it is still set.
-spec held(newcomers()) -> boolean().
held(#{way := Way, processes := Processes, tracer := #{pid := Tracer}}) ->
    try trace_backend:held(Way, Processes, Tracer) =/= taken catch error:badarg -> false end.

-spec close(newcomers()) -> term().
close(#{way := Way}) ->
    trace_backend:close(Way).
