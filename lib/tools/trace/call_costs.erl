%% What functions cost: how often they are called and for how long, by counters in the
%% emulator. The option `call_time` alone: with `local` each call would be sent as a message,
%% with its arguments, and with `call_memory` what a process sends to itself is measured as if
%% copied: where that shares itself the node stands still (measured on OTP 27 and 29).
%%
%% The body sets the counters and reads them; the guard removes them however the call ends.
-module(call_costs).
-export([run/2]).

%% Costs are {Function, Calls, Us}, the most time first; Us is its own time, without that of
%% functions counted beside it. A reloaded module is counted from then on;
%% `loaded_anew`: how often that happened.
-spec run(#{targets := [tracepoints:named()], processes := all | [names:process()] | {family, names:process()},
            duration_ms := non_neg_integer(), max_rate := non_neg_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{targets := Named, processes := Chosen, duration_ms := Duration, max_rate := MaxRate,
      limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    %% What these start has the flags from its start on.
    {Processes, Flags} = case Chosen of
                             all -> {all, [call]};
                             {family, Process} -> {element(1, newcomers:family(Process, Call)), [call, set_on_spawn]};
                             _ -> {[names:process(Process) || Process <- Chosen], [call]}
                         end,
    Tracer = tracer(Call),
    Way = trace_backend:open(Tracer, Targets, Call),
    PerSecond = call_counts:per_second(Targets, Call),
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    Rate > MaxRate andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    guard:protect(fun() -> stop(Way, Targets) end, Call),
    set(Way, Targets),
    Traced = case Processes of
                 all -> trace_backend:processes(Way, all, true, Flags);
                 _ -> lists:sum([trace_backend:processes(Way, Each, true, Flags) || Each <- Processes])
             end,
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    [trace_backend:processes(Way, Ours, false, [call]) || Processes =:= all, Ours <- [self(), maps:get(coordinator, Call)]],
    {Begin, Loaded} = watch(erlang:monotonic_time(microsecond), 0, envelope:now_ms() + window(Duration, Call),
                            #{way => Way, targets => Targets, processes => Processes, tracer => Tracer, call => Call}),
    Seconds = erlang:max(1, erlang:monotonic_time(microsecond) - Begin) / 1000000,
    Costs = costs(Way, Targets),
    stop(Way, Targets),
    Called = [Cost || {_, Calls, _} = Cost <- Costs, Calls > 0],
    {#{window_ms => round(Seconds * 1000), functions => length(Costs), called => length(Called),
       loaded_anew => Loaded,
       calls_per_s => round(10 * lists:sum([Calls || {_, Calls, _} <- Called]) / Seconds) / 10,
       costs => lists:sublist(lists:reverse(lists:keysort(3, Called)), Limit)}, #{}}.

%% ---------------------------------------------------------------------------

%% call_time needs a tracer; nothing is sent to it.
tracer(#{coordinator := Coordinator}) ->
    spawn_opt(fun() -> link(Coordinator), receive never -> ok end end, [envelope:heap_guard(100000)]).

%% Half of the remaining time is kept for the steps that follow.
window(Duration, #{until := Deadline}) ->
    erlang:max(0, erlang:min(Duration, (Deadline - envelope:now_ms()) div 2)).

%% Waits, and sets counters again that a reload removed. Returns since when all is counted, and how
%% often they were set again.
watch(Since, Loaded, Until, #{way := Way, targets := Targets, call := Call} = State) ->
    Rest = Until - envelope:now_ms(),
    Left = case early:pause(erlang:min(100, Rest), Call) of early -> 0; ok -> Rest end,
    held(State),
    Lost = [Target || {_, Functions} = Target <- Targets,
                      Values <- [trace_backend:infos(Way, lists:sublist(Functions, 1), call_time)],
                      lists:member(false, Values)],
    case Lost of
        _ when Left =< 0, Lost =:= [] -> {Since, Loaded};
        [] -> watch(Since, Loaded, Until, State);
        _ ->
            set(Way, Lost),
            watch(erlang:monotonic_time(microsecond), Loaded + 1, Until, State)
    end.

held(#{way := Way, processes := Processes, tracer := Tracer}) ->
    is_process_alive(Tracer) andalso trace_backend:held(Way, Processes, Tracer) =/= taken
        orelse envelope:refuse(count_ended, []).

set(Way, Targets) ->
    [trace_backend:functions(Way, Pattern, true, [call_time]) || Pattern <- tracepoints:patterns(Targets)],
    ok.

%% The flags of processes go first, so that no counted call is in progress.
stop({session, _} = Way, _Targets) ->
    trace_backend:close(Way);
stop(Way, Targets) ->
    trace_backend:close(Way),
    [erlang:trace_pattern(Pattern, false, [call_time]) || Pattern <- tracepoints:patterns(Targets)],
    ok.

costs(Way, Targets) ->
    Functions = tracepoints:functions(Targets),
    [{Function, lists:sum([Count || {_, Count, _, _} <- rows(Times)]),
      lists:sum([S * 1000000 + Us || {_, _, S, Us} <- rows(Times)])}
     || {Function, Times} <- lists:zip(Functions, trace_backend:infos(Way, Functions, call_time))].

rows(Rows) when is_list(Rows) -> Rows;
rows(_Other) -> [].
