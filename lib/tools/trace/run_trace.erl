%% Traces functions, processes, or functions in processes, within limits of events, time and bytes.
%% Refuses functions that are called too often.
%%
%% The body sets the trace and collects the events, a tracer process receives them (see tracer), and
%% the guard removes the trace however the call ends (see trace_backend for what is left if the
%% guard is killed).
-module(run_trace).
-export([run/2]).

%% A rate below this, measured in a moment, says nothing.
-define(LEAST_RATE, 100).

%% Answers #{exceptions_end, calls_per_s, traced_functions, traced_processes, began, received, ended_by, not_told,
%% loaded_anew, events}, times in us since then; see trace_collector. `events` are those since the last report where it streams.
-spec run(#{targets := [tracepoints:named()], processes := all | [names:process()], flags := [atom()],
            spec := map(), messages := boolean(), limits := cut:limits(), max_events := pos_integer(),
            max_bytes := pos_integer(), duration_ms := non_neg_integer(), max_rate := non_neg_integer(),
            interval_ms := pos_integer() | none, stream := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{targets := Named, processes := Chosen, flags := Wanted, spec := Spec, messages := Messages,
      limits := Limits, max_events := Max, max_bytes := MaxBytes, duration_ms := Duration,
      max_rate := MaxRate, interval_ms := SampleMs, stream := Stream}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    Body = body(Spec, SampleMs),
    Flags = [monotonic_timestamp | call_flags(Targets, Spec) ++ Wanted],
    #{pid := Pid} = Tracer =
        tracer:start(#{max => Max, shaper => trace_events:shaper(Limits),
                       sample => case SampleMs of none -> none; _ -> {SampleMs, Flags} end}, Call),
    Way = trace_backend:open(Pid, Targets, Call),
    hazards:refuse(Processes, Wanted, Pid),
    {Rate, Ours} = rate(Way, Targets, case SampleMs of none -> MaxRate; _ -> infinity end, Call),
    Messages orelse only_small(Way, Wanted, Call),
    Traced = follow(Way, Processes, Flags),
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    leave_out(Ours, Way, Processes),
    Begin = erlang:monotonic_time(nanosecond),
    tracer:go(Way, Begin, Tracer),
    Summary = #{exceptions_end => trace_backend:sessions(),
                calls_per_s => case Rate of _ when Rate < ?LEAST_RATE -> none; _ -> Rate end, traced_processes => Traced, begin_ns => Begin,
                began => erlang:system_time(millisecond)},
    undo(Way, Targets, Body, Call),
    Set = tracepoints:set(Way, Targets, Body),
    Set =:= 0 andalso Targets =/= []
        andalso envelope:refuse(not_traceable, hd(tracepoints:functions(Targets))),
    Look = fun() -> look(Way, Targets, Body, Processes, lists:member(set_on_spawn, Wanted), Pid) end,
    {trace_collector:collect(#{tracer => Tracer, way => Way, call => Call, stream => Stream,
               look => Look, summary => Summary#{traced_functions => Set}, left => MaxBytes,
               until => envelope:now_ms() + Duration}), #{}}.

%% ---------------------------------------------------------------------------

%% A sampled process is traced for one call, which clears its flag until the tracer sets it again.
-spec body(map(), pos_integer() | none) -> term().
body(#{clauses := Clauses, actions := Actions}, SampleMs) ->
    match_clauses:spec(Clauses, Actions ++ [{trace, [call], []} || SampleMs =/= none]).

%% `arity` in place of arguments: nothing of unknown size is copied.
-spec call_flags([tracepoints:target()], map()) -> [atom()].
call_flags([], _Spec) -> [];
call_flags(_Targets, #{arguments := true}) -> [call];
call_flags(_Targets, _Spec) -> [call, arity].

%% Refuses what others call too often. Returns the rate, and our own processes.
-spec rate(trace_backend:way(), [tracepoints:target()], pos_integer() | infinity, envelope:call()) -> {non_neg_integer() | none, Ours :: [pid()]}.
rate(_Way, [], _MaxRate, #{coordinator := Coordinator}) ->
    {none, [self(), Coordinator]};
rate(Way, Targets, MaxRate, #{coordinator := Coordinator} = Call) ->
    case sum(call_counts:per_second(Targets, Call)) of
        %% An atom compares greater than any number.
        Rate when Rate =< MaxRate ->
            {Rate, [self(), Coordinator]};
        _ ->
            {PerSecond, Ours} = others_calls:per_second(Way, Targets, MaxRate, Call),
            Rate = sum(PerSecond),
            Rate > MaxRate andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
            {Rate, Ours}
    end.

sum(PerSecond) ->
    lists:sum([Calls || {_, Calls} <- PerSecond]).

%% Traces only messages that are small. In a shared trace, the guard restores the setting for others.
-spec only_small(trace_backend:way(), [atom()], envelope:call()) -> term().
only_small(Way, Wanted, Call) ->
    Guard = small_terms:guard('$1'),
    Heads = [{Event, Head} || {Event, Head} <- [{send, ['_', '$1']}, {'receive', ['_', '_', '$1']}],
                              lists:member(Event, Wanted)],
    case Way of
        {shared, _} when Heads =/= [] ->
            guard:protect(fun() -> [trace_backend:messages(Way, Event, true) || {Event, _} <- Heads] end, Call);
        _ -> ok
    end,
    [trace_backend:messages(Way, Event, [{Head, [Guard], []}]) || {Event, Head} <- Heads].

-spec follow(trace_backend:way(), all | [pid()], [term()]) -> non_neg_integer().
follow(Way, all, Flags) ->
    trace_backend:processes(Way, all, true, Flags);
follow(Way, Processes, Flags) ->
    lists:sum([trace_backend:processes(Way, Process, true, Flags) || Process <- Processes]).

%% Excludes our own processes from a trace of all.
-spec leave_out([pid()], trace_backend:way(), all | [pid()]) -> term().
leave_out(Ours, Way, all) ->
    [trace_backend:processes(Way, Process, false, [all]) || Process <- Ours];
leave_out(_Ours, _Way, _Processes) ->
    [].

%% The tracer goes first, and the flags with it: then no more events are sent.
-spec undo(trace_backend:way(), [tracepoints:target()], term(), envelope:call()) -> ok.
undo({session, _}, _Targets, _Body, _Call) ->
    ok;
undo({shared, Tracer}, Targets, Body, Call) ->
    guard:protect(fun() -> exit(Tracer, kill), tracepoints:take_back(Targets, Body) end, Call).

%% Whether everything is still set; sets it again in reloaded modules. If the tracer has ended, it
%% has sent the reason itself. Others can end even a session of ours.
look(Way, Targets, Body, Processes, Inherited, Tracer) ->
    try
        case trace_backend:held(Way, Processes, Tracer) of
            Held when Held =:= ok; Held =:= gone, Inherited -> tracepoints:again(Way, Targets, Body);
            Held -> Held
        end
    of
        taken -> case is_process_alive(Tracer) of true -> taken; false -> ok end;
        gone -> processes_ended;
        Seen -> Seen
    catch
        error:badarg -> taken
    end.
