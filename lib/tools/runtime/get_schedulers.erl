%% How busy the schedulers are over a window, and with what.
%%
%% Two switches of the emulator are on for the window. That of scheduler wall time counts who
%% asked for it, and goes with the body of the call that did. That of microstate accounting is one for
%% the whole node: guard:protect/2 turns it off again also if the call dies, where it was off.
-module(get_schedulers).
-export([run/2, sample/2, queues/3, used/3]).
-export_type([sample/0]).

%% Ms between two looks at the queues.
-define(LOOK_MS, 100).
%% Threads spend some of their time in every state; less than this is not shown.
-define(LEAST_PERCENT, 0.1).

%% Answers #{window_ms, schedulers, states, reductions_per_s, context_switches_per_s,
%% collections_per_s, collected_bytes_per_s, input_bytes_per_s, output_bytes_per_s}; `states`
%% is `none` where not asked for or not built into the emulator.
-spec run(#{window_ms := pos_integer(), states := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := WindowMs, states := WithStates}, Call) ->
    %% Counts until this process ends.
    erlang:system_flag(scheduler_wall_time, true),
    HasStates = WithStates andalso states_on(Call),
    Ours = ours:processes(Call),
    Before = sample(HasStates, Ours),
    Queues = queues(envelope:now_ms() + WindowMs, [], Call),
    After = sample(HasStates, Ours),
    Us = maps:get(at_us, After) - maps:get(at_us, Before),
    [Reductions, Switches, Collections, CollectedWords, Input, Output] =
        [round(1000000 * (B - A) / Us)
         || {A, B} <- lists:zip(maps:get(counts, Before), maps:get(counts, After))],
    {#{window_ms => round(Us / 1000),
       schedulers => used(Before, After, Queues),
       states => states(HasStates, maps:get(states, Before), maps:get(states, After)),
       reductions_per_s => Reductions, context_switches_per_s => Switches,
       collections_per_s => Collections,
       collected_bytes_per_s => CollectedWords * erlang:system_info(wordsize),
       input_bytes_per_s => Input, output_bytes_per_s => Output},
     #{}}.

%% A moment in microseconds, and counters: reductions, context switches, collections, collected words,
%% bytes of input and output. Needs the switch of scheduler wall time.
-type sample() :: #{at_us := integer(), wall := [{pos_integer(), integer(), integer()}], states := term(), counts := [integer()]}.

%% What ours have done is left out of the reductions.
-spec sample(boolean(), [pid()]) -> sample().
sample(HasStates, Ours) ->
    {Switches, 0} = erlang:statistics(context_switches),
    {Collections, Words, 0} = erlang:statistics(garbage_collection),
    {{input, Input}, {output, Output}} = erlang:statistics(io),
    #{at_us => erlang:monotonic_time(microsecond),
      wall => lists:sort(erlang:statistics(scheduler_wall_time_all)),
      states => case HasStates of true -> erlang:statistics(microstate_accounting); _ -> none end,
      counts => [element(1, erlang:statistics(reductions))
                 - lists:sum([Reductions || Pid <- Ours,
                                            {_, Reductions} <- [process_info(Pid, reductions)]]),
                 Switches, Collections, Words, Input, Output]}.

%% How busy the schedulers were between two samples.
-spec used(sample(), sample(), {pos_integer(), [{non_neg_integer(), non_neg_integer()}]}) -> {[atom()], [[term()]]}.
used(#{wall := Before}, #{wall := After}, Queues) ->
    schedulers(wall_time(Before, After), Queues).

%% ---------------------------------------------------------------------------

%% [{Active, Total}] of the window, of each scheduler.
-spec wall_time([{pos_integer(), integer(), integer()}], [{pos_integer(), integer(), integer()}]) ->
          [{integer(), integer()}].
wall_time(Before, After) ->
    [{Active1 - Active0, Total1 - Total0}
     || {{Id, Active0, Total0}, {Id, Active1, Total1}} <- lists:zip(Before, After)].

%% {Columns, Rows} for normal, dirty CPU and dirty IO schedulers, which are numbered in this
%% order. Queues are {Sum, Most} of each kind.
schedulers(Use, {Looks, [NormalQueue, CpuQueue, IoQueue]}) ->
    [Normal, NormalOnline, Cpu, CpuOnline, Io] =
        [erlang:system_info(Item) || Item <- [schedulers, schedulers_online, dirty_cpu_schedulers,
                                              dirty_cpu_schedulers_online, dirty_io_schedulers]],
    Row = fun(Kind, From, Total, Online, {Sum, Most}) ->
                  Each = lists:sublist(lists:nthtail(From, Use), Online),
                  {Active, Time} = lists:unzip(Each),
                  [Kind, Total, Online, percent(lists:sum(Active), lists:sum(Time)),
                   [percent(A, T) || {A, T} <- Each], round(10 * Sum / Looks) / 10, Most]
          end,
    {[kind, total, online, used_percent, each_percent, queue_average, queue_most],
     [Row(normal, 0, Normal, NormalOnline, NormalQueue),
      Row(dirty_cpu, Normal, Cpu, CpuOnline, CpuQueue),
      Row(dirty_io, Normal + Cpu, Io, Io, IoQueue)]}.

percent(_Part, Whole) when Whole =< 0 -> 0;
percent(Part, Whole) -> round(1000 * Part / Whole) / 10.

%% Looks about ten times a second, a row for each look: the queue of every normal
%% scheduler, then those of dirty CPU and of dirty IO schedulers.
-spec queues(integer(), [[non_neg_integer()]], envelope:call()) ->
          {pos_integer(), [{non_neg_integer(), non_neg_integer()}]}.
queues(Until, Rows, Call) ->
    Now = [erlang:statistics(run_queue_lengths_all) | Rows],
    case Until - envelope:now_ms() of
        Left when Left > 0 ->
            case early:pause(erlang:min(?LOOK_MS, Left), Call) of
                ok -> queues(Until, Now, Call);
                early -> totals(Now)
            end;
        _ ->
            totals(Now)
    end.

%% {Looks, [{Sum, Most}]} for normal, dirty CPU and dirty IO schedulers.
totals(Rows) ->
    Split = [begin
                 {Normal, Dirty} = lists:split(length(Row) - 2, Row),
                 [lists:sum(Normal) | Dirty]
             end || Row <- Rows],
    {length(Rows), [{lists:sum(Column), lists:max(Column)}
                    || Column <- [[lists:nth(I, Row) || Row <- Split] || I <- [1, 2, 3]]]}.

%% Microstate accounting is one switch for the whole node, and it cannot be seen
%% whether it is on; only what it was when it is set. It is left as it was.
states_on(Call) ->
    WasOff = atomics:new(1, []),
    guard:protect(fun() -> atomics:get(WasOff, 1) =:= 1
                               andalso erlang:system_flag(microstate_accounting, false)
                  end, Call),
    atomics:put(WasOff, 1, 1),
    try erlang:system_flag(microstate_accounting, true) of
        true -> atomics:put(WasOff, 1, 0), true;
        false -> true
    catch error:badarg -> false
    end.

%% [{Type of thread, [{State, Percentage}]}], the largest first.
-spec states(boolean(), term(), term()) -> [{atom(), term()}] | none.
states(false, _, _) ->
    none;
states(true, Before, After) ->
    Counted = [{Type, maps:to_list(Counters)}
               || #{type := Type, counters := Counters} <- differences(Before, After)],
    Types = lists:usort([Type || {Type, _} <- Counted]),
    [{Type, shares(sums(lists:append([Counters || {T, Counters} <- Counted, T =:= Type])))}
     || Type <- Types].

shares(Times) ->
    All = lists:sum([Time || {_, Time} <- Times]),
    Shares = [{-Percent, State} || {State, Time} <- Times,
                                   Percent <- [percent(Time, All)], Percent >= ?LEAST_PERCENT],
    [{State, -Percent} || {Percent, State} <- lists:sort(Shares)].

differences(Before, After) ->
    Known = maps:from_list([{{Type, Id}, Counters}
                            || #{type := Type, id := Id, counters := Counters} <- Before]),
    [Thread#{counters := maps:map(fun(State, Time) ->
                                          Time - maps:get(State, maps:get({Type, Id}, Known, #{}), 0)
                                  end, Counters)}
     || #{type := Type, id := Id, counters := Counters} = Thread <- After].

sums(Pairs) ->
    maps:to_list(lists:foldl(fun({State, Time}, All) ->
                                     All#{State => maps:get(State, All, 0) + Time}
                             end, #{}, Pairs)).
