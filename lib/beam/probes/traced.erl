%% A trace of functions, of processes, or of functions in processes, with its limits
%% kept here: of events, of time, of bytes, and of the rate of calls before it begins.
-module(traced).
-export([run/2]).

%% Answers #{rate, functions, processes, events, received, ended, waiting, system_ms}, times in
%% us since then;
%% `events` are those since the last report where it streams.
run(#{targets := Named, processes := Chosen, flags := Wanted, spec := Spec, limits := Limits,
      max_events := Max, max_bytes := MaxBytes, duration_ms := Duration, max_rate := MaxRate,
      sample_ms := SampleMs, stream := Stream}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    Body = body(Spec, SampleMs),
    Rate = rate(Targets, MaxRate, SampleMs, Call),
    Flags = [monotonic_timestamp | [call || Targets =/= []] ++ Wanted],
    Tracer = tracer:start(#{max => Max, limits => Limits,
                            sample => case SampleMs of none -> none; _ -> {SampleMs, Flags} end}, Call),
    Way = tracing:open(maps:get(pid, Tracer), Targets, Call),
    hazards:refuse(Processes, Wanted, maps:get(pid, Tracer)),
    Traced = follow(Way, Processes, Flags),
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    leave_out([self(), maps:get(coordinator, Call)], Way, Processes),
    tracer:go(Way, Tracer),
    Summary = #{rate => Rate, processes => Traced, begin_ns => erlang:monotonic_time(nanosecond),
                system_ms => erlang:system_time(millisecond), word_bytes => erlang:system_info(wordsize)},
    Set = lists:sum([set(Way, Pattern, Body) || Pattern <- tracepoints:patterns(Targets)]),
    Set =:= 0 andalso Targets =/= []
        andalso envelope:refuse(not_traceable, hd(tracepoints:functions(Targets))),
    {trace_collector:collect(#{tracer => Tracer, way => Way, call => Call, limits => Limits, stream => Stream,
               summary => Summary#{functions => Set}, left => MaxBytes, events => [], received => 0,
               until => envelope:now_ms() + Duration, next => envelope:now_ms() + 250}), #{}}.

%% ---------------------------------------------------------------------------

%% A sampled process is traced for one call, and then not until it is armed again.
body(#{clauses := Clauses, actions := Actions}, SampleMs) ->
    match_clauses:spec(Clauses, Actions ++ [{trace, [call], []} || SampleMs =/= none]).

%% What is called too often is not traced.
rate([], _MaxRate, _SampleMs, _Call) ->
    none;
rate(Targets, MaxRate, SampleMs, Call) ->
    {Counts, Microseconds, _Shared} = call_counts:over(Targets, 100, Call),
    PerSecond = [{Function, Calls * 1000000 div Microseconds} || {Function, Calls} <- Counts],
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    SampleMs =:= none andalso Rate > MaxRate
        andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    Rate.

follow(Way, all, Flags) ->
    tracing:processes(Way, all, true, Flags);
follow(Way, Processes, Flags) ->
    lists:sum([tracing:processes(Way, Process, true, Flags) || Process <- Processes]).

%% Or what we do would be traced, too.
leave_out(Ours, Way, all) ->
    [tracing:processes(Way, Process, false, [all]) || Process <- Ours];
leave_out(_Ours, _Way, _Processes) ->
    [].

set(Way, Pattern, Spec) ->
    tracing:functions(Way, Pattern, Spec, [local]).
