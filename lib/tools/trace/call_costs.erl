%% What functions cost: how often they are called and for how long, by counters in the
%% emulator. The option `call_time` alone: with `local` each call would be sent as a message,
%% with its arguments, and with `call_memory` what a process sends to itself is measured as if
%% copied: where that shares itself the node stands still (measured on OTP 27 and 29).
%%
%% They are kept for each process and function, 64 bytes; to read those of a function stops the node
%% for 0.4 us a process (25, 27, 29). So they are read once, paused; a counter of calls of module_info/0,
%% which nobody calls, shows that they are still set.
%%
%% The body sets the counters and reads them; the guard removes them however the call ends.
-module(call_costs).
-export([run/2]).

%% Ms between two checks that the counters are still set, and not too many.
-define(CHECK_MS, 100).
%% The tracer does nothing.
-define(TRACER_WORDS, 100000).
-define(SECOND_US, 1000000).

%% Costs are {Function, Calls, Us}, the most time first; Us is its own time, without that of
%% functions counted beside it. A reloaded module is counted from then on;
%% `loaded_anew`: how often that happened. `crowded`: it ended early, with too many counters.
-spec run(#{targets := [tracepoints:named()], processes := all | [names:process()] | {family, names:process()},
            duration_ms := non_neg_integer(), max_rate := non_neg_integer(), max_bytes := pos_integer(),
            limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{targets := Named, processes := Chosen, duration_ms := Duration, max_rate := MaxRate,
      max_bytes := MaxBytes, limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    %% What these start has the flags from its start on.
    {Processes, Flags} = case Chosen of
                             all -> {all, [call]};
                             {family, Process} ->
                                 {Family, _Left} = newcomers:family(Process, Call),
                                 {Family, [call, set_on_spawn]};
                             _ -> {[names:process(Process) || Process <- Chosen], [call]}
                         end,
    Tracer = tracer(Call),
    Way = trace_backend:open(Tracer, Targets, Call),
    PerSecond = call_counts:per_second(Targets, Call),
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    Rate > MaxRate andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    Marks = [{Module, module_info, 0} || Module <- lists:usort([Module || {{Module, _, _}, _} <- Targets])],
    [trace_others:taken({function, Mark}) || {shared, _} <- [Way],
                                             {Mark, Set} <- lists:zip(Marks, trace_backend:infos(Way, Marks, call_count)), Set =/= false],
    guard:protect(fun() -> stop(Way, Targets, Marks) end, Call),
    set(Way, Targets, Marks),
    Traced = case Processes of
                 all -> trace_backend:processes(Way, all, true, Flags);
                 _ -> lists:sum([trace_backend:processes(Way, Each, true, Flags) || Each <- Processes])
             end,
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    [trace_backend:processes(Way, Ours, false, [call]) || Processes =:= all, Ours <- [self(), maps:get(coordinator, Call)]],
    {Begin, Loaded, Crowded} =
        watch(erlang:monotonic_time(microsecond), 0, envelope:now_ms() + window(Duration, Call),
              #{way => Way, targets => Targets, marks => Marks, processes => Processes, tracer => Tracer, call => Call,
                most => bytes() + MaxBytes}),
    [trace_backend:functions(Way, Pattern, pause, [call_time]) || Pattern <- tracepoints:patterns(Targets)],
    Seconds = erlang:max(1, erlang:monotonic_time(microsecond) - Begin) / ?SECOND_US,
    Costs = [cost(Function, Way) || Function <- tracepoints:functions(Targets)],
    stop(Way, Targets, Marks),
    Called = [Cost || {_, Calls, _} = Cost <- Costs, Calls > 0],
    {#{window_ms => round(Seconds * 1000), functions => length(Costs), called => length(Called),
       loaded_anew => Loaded, crowded => Crowded,
       calls_per_s => round(10 * lists:sum([Calls || {_, Calls, _} <- Called]) / Seconds) / 10,
       costs => lists:sublist(lists:reverse(lists:keysort(3, Called)), Limit)}, #{}}.

%% ---------------------------------------------------------------------------

%% call_time needs a tracer; nothing is sent to it.
-spec tracer(envelope:call()) -> pid().
tracer(#{coordinator := Coordinator}) ->
    spawn_opt(fun() -> link(Coordinator), receive never -> ok end end, [envelope:heap_guard(?TRACER_WORDS)]).

%% Half of the remaining time is kept for the steps that follow.
-spec window(non_neg_integer(), envelope:call()) -> non_neg_integer().
window(Duration, #{until := Deadline}) ->
    erlang:max(0, erlang:min(Duration, (Deadline - envelope:now_ms()) div 2)).

%% Waits, and sets counters again that a reload removed. Returns since when all is counted, how
%% often they were set again, and whether they were too many.
-spec watch(integer(), non_neg_integer(), integer(), map()) -> {Since :: integer(), Loaded :: non_neg_integer(), Crowded :: boolean()}.
watch(Since, Loaded, Until, #{way := Way, targets := Targets, marks := Marks, most := Most, call := Call} = State) ->
    Rest = Until - envelope:now_ms(),
    Left = case early:pause(erlang:min(?CHECK_MS, Rest), Call) of early -> 0; ok -> Rest end,
    held(State),
    Lost = [Mark || {Mark, false} <- lists:zip(Marks, trace_backend:infos(Way, Marks, call_count))],
    Crowded = bytes() > Most,
    case Lost of
        [] when Left =< 0; Crowded -> {Since, Loaded, Crowded};
        [] -> watch(Since, Loaded, Until, State);
        _ ->
            set(Way, [Target || {{Module, _, _}, _} = Target <- Targets, lists:keymember(Module, 1, Lost)], Lost),
            watch(erlang:monotonic_time(microsecond), Loaded + 1, Until, State)
    end.

%% Of the emulator, without what it has a number of its own for: the counters are in it.
-spec bytes() -> non_neg_integer().
bytes() ->
    try [{_, System} | Parts] = erlang:memory([system, atom, binary, code, ets]),
        System - lists:sum([Part || {_, Part} <- Parts])
    catch error:notsup -> 0
    end.

-spec held(map()) -> true | no_return().
held(#{way := Way, processes := Processes, tracer := Tracer}) ->
    is_process_alive(Tracer) andalso trace_backend:held(Way, Processes, Tracer) =/= taken
        orelse envelope:refuse(count_ended, []).

-spec set(trace_backend:way(), [tracepoints:target()], [mfa()]) -> ok.
set(Way, Targets, Marks) ->
    [trace_backend:functions(Way, Pattern, true, [call_time]) || Pattern <- tracepoints:patterns(Targets)],
    [trace_backend:functions(Way, Mark, true, [call_count]) || Mark <- Marks],
    ok.

%% The flags of processes go first, so that no counted call is in progress.
-spec stop(trace_backend:way(), [tracepoints:target()], [mfa()]) -> term().
stop({session, _} = Way, _Targets, _Marks) ->
    trace_backend:close(Way);
stop(Way, Targets, Marks) ->
    trace_backend:close(Way),
    [erlang:trace_pattern(Pattern, false, [call_time]) || Pattern <- tracepoints:patterns(Targets)],
    [erlang:trace_pattern(Mark, false, [call_count]) || Mark <- Marks],
    ok.

-spec cost(mfa(), trace_backend:way()) -> {mfa(), Calls :: non_neg_integer(), Us :: non_neg_integer()}.
cost(Function, Way) ->
    Rows = case trace_backend:infos(Way, [Function], call_time) of
               [Counted] when is_list(Counted) -> Counted;
               _ -> []
           end,
    {Function, lists:sum(bulk:select(Rows, [{{'_', '$1', '_', '_'}, [], ['$1']}])),
     lists:sum(bulk:select(Rows, [{{'_', '_', '$1', '$2'}, [], [{'+', {'*', '$1', ?SECOND_US}, '$2'}]}]))}.
