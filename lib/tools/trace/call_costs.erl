%% What functions cost: how often they are called, for how long, and what they take of
%% the heap, by counters in the emulator. The options `call_time` and `call_memory` alone:
%% with `local` each call would be sent as a message, with its arguments.
%%
%% The body sets the counters and reads them; the guard takes them back, in whatever way the call
%% ends.
-module(call_costs).
-export([run/2]).

%% Costs are {Function, Calls, Us, Words}, the most time first; Us is its own time, without that of
%% functions counted beside it, and Words is `none` before OTP 26. A module that is loaded anew is
%% counted from then on, `loaded_anew` times.
-spec run(#{targets := [tracepoints:named()], processes := all | [names:process()],
            duration_ms := non_neg_integer(), max_rate := non_neg_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{targets := Named, processes := Chosen, duration_ms := Duration, max_rate := MaxRate,
      limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    Tracer = tracer(Call),
    Way = tracing:open(Tracer, Targets, Call),
    PerSecond = call_counts:per_second(Targets, Call),
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    Rate > MaxRate andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    guard:protect(fun() -> stop(Way, Targets) end, Call),
    Kinds = [call_time | [call_memory || set(Way, Targets, call_memory)]],
    set(Way, Targets, call_time),
    Traced = case Processes of
                 all -> tracing:processes(Way, all, true, [call]);
                 _ -> lists:sum([tracing:processes(Way, Process, true, [call]) || Process <- Processes])
             end,
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    [tracing:processes(Way, Ours, false, [call]) || Processes =:= all, Ours <- [self(), maps:get(coordinator, Call)]],
    {Begin, Loaded} = watch(erlang:monotonic_time(microsecond), 0, envelope:now_ms() + window(Duration, Call),
                            #{way => Way, targets => Targets, kinds => Kinds, processes => Processes,
                              tracer => Tracer}),
    Seconds = erlang:max(1, erlang:monotonic_time(microsecond) - Begin) / 1000000,
    Costs = costs(Way, Targets, Kinds),
    stop(Way, Targets),
    Called = [Cost || {_, Calls, _, _} = Cost <- Costs, Calls > 0],
    {#{window_ms => round(Seconds * 1000), functions => length(Costs), called => length(Called),
       loaded_anew => Loaded,
       calls_per_s => round(lists:sum([Calls || {_, Calls, _, _} <- Called]) / Seconds),
       costs => lists:sublist(lists:reverse(lists:keysort(3, Called)), Limit)}, #{}}.

%% ---------------------------------------------------------------------------

%% There must be one, and nothing comes to it.
tracer(#{coordinator := Coordinator}) ->
    spawn_opt(fun() -> link(Coordinator), receive never -> ok end end, [envelope:heap_guard(100000)]).

%% Half of the time is kept for what comes after.
window(Duration, #{until := Deadline}) ->
    erlang:max(0, erlang:min(Duration, (Deadline - envelope:now_ms()) div 2)).

%% Waits, and looks whether all is still counted: since when it is, and how often it was set again.
watch(Since, Loaded, Until, #{way := Way, targets := Targets} = State) ->
    Left = Until - envelope:now_ms(),
    timer:sleep(erlang:max(0, erlang:min(100, Left))),
    held(State),
    Lost = [Target || {_, Functions} = Target <- Targets,
                      Values <- [tracing:infos(Way, lists:sublist(Functions, 1), call_time)],
                      lists:member(false, Values)],
    case Lost of
        _ when Left =< 0, Lost =:= [] -> {Since, Loaded};
        [] -> watch(Since, Loaded, Until, State);
        _ ->
            [set(Way, Lost, Kind) || Kind <- maps:get(kinds, State)],
            watch(erlang:monotonic_time(microsecond), Loaded + 1, Until, State)
    end.

held(#{way := Way, processes := Processes, tracer := Tracer}) ->
    is_process_alive(Tracer) andalso tracing:held(Way, Processes, Tracer) =/= taken
        orelse envelope:refuse(count_ended, []).

%% Whether the release has these counters.
set(Way, Targets, Kind) ->
    try
        [tracing:functions(Way, Pattern, true, [Kind]) || Pattern <- tracepoints:patterns(Targets)],
        true
    catch error:badarg -> false
    end.

%% The calls of processes end first: then nobody is within one that is counted.
stop({session, _} = Way, _Targets) ->
    tracing:close(Way);
stop(Way, Targets) ->
    tracing:close(Way),
    [set_off(Pattern, Kind) || Pattern <- tracepoints:patterns(Targets), Kind <- [call_time, call_memory]],
    ok.

set_off(Pattern, Kind) ->
    try erlang:trace_pattern(Pattern, false, [Kind]) catch error:badarg -> 0 end.

read(Way, Targets, Kind) ->
    Functions = tracepoints:functions(Targets),
    %% Not every release knows call_memory.
    try lists:zip(Functions, tracing:infos(Way, Functions, Kind)) catch error:badarg -> [] end.

costs(Way, Targets, Kinds) ->
    Words = case lists:member(call_memory, Kinds) of
                true -> maps:from_list(read(Way, Targets, call_memory));
                false -> none
            end,
    [{Function, lists:sum([Count || {_, Count, _, _} <- rows(Times)]),
      lists:sum([S * 1000000 + Us || {_, _, S, Us} <- rows(Times)]),
      case Words of
          #{Function := Counted} -> lists:sum([Count || {_, _, Count} <- rows(Counted)]);
          _ -> none
      end} || {Function, Times} <- read(Way, Targets, call_time)].

rows(Rows) when is_list(Rows) -> Rows;
rows(_Other) -> [].
