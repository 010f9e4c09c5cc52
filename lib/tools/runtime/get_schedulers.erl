%% How busy the schedulers are over a window, and with what.
-module(get_schedulers).
-export([run/2]).

%% Answers #{window_us, sizes, wall_time, queues, word_bytes, states, counts}. `wall_time` is
%% [{Id, Active, Total}] of the window; `states` [{Type, [{State, Time}]}] or none.
run(#{window_ms := WindowMs, states := WithStates}, Call) ->
    %% Counted for as long as the process lives that asked for it, which is this one.
    erlang:system_flag(scheduler_wall_time, true),
    HasStates = WithStates andalso states_on(Call),
    Ours = ours:processes(Call),
    Before = sample(HasStates, Ours),
    Queues = queues(envelope:now_ms() + WindowMs, []),
    After = sample(HasStates, Ours),
    {#{window_us => maps:get(at_us, After) - maps:get(at_us, Before),
       sizes => [erlang:system_info(Item)
                 || Item <- [schedulers, schedulers_online, dirty_cpu_schedulers,
                             dirty_cpu_schedulers_online, dirty_io_schedulers]],
       wall_time => wall_time(maps:get(wall, Before), maps:get(wall, After)),
       queues => Queues,
       word_bytes => erlang:system_info(wordsize),
       states => states(HasStates, maps:get(states, Before), maps:get(states, After)),
       counts => lists:zip([reductions, context_switches, collections, collected_words,
                            input_bytes, output_bytes],
                           lists:zipwith(fun erlang:'-'/2, maps:get(counts, After),
                                         maps:get(counts, Before)))},
     #{}}.

%% ---------------------------------------------------------------------------

%% What ours have done is left out of the reductions.
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

wall_time(Before, After) ->
    [{Id, Active1 - Active0, Total1 - Total0}
     || {{Id, Active0, Total0}, {Id, Active1, Total1}} <- lists:zip(Before, After)].

%% [[Queue length]] about ten times a second, a row for each look: of every normal
%% scheduler, then of dirty CPU and of dirty IO schedulers.
queues(Until, Rows) ->
    Now = [erlang:statistics(run_queue_lengths_all) | Rows],
    case Until - envelope:now_ms() of
        Left when Left > 0 ->
            receive after erlang:min(100, Left) -> ok end,
            queues(Until, Now);
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

states(false, _, _) ->
    none;
states(true, Before, After) ->
    Counted = [{Type, maps:to_list(Counters)}
               || #{type := Type, counters := Counters} <- differences(Before, After)],
    Types = lists:usort([Type || {Type, _} <- Counted]),
    [{Type, sums(lists:append([Counters || {T, Counters} <- Counted, T =:= Type]))}
     || Type <- Types].

differences(Before, After) ->
    Known = maps:from_list([{{Type, Id}, Counters}
                            || #{type := Type, id := Id, counters := Counters} <- Before]),
    [Thread#{counters := maps:map(fun(State, Time) ->
                                          Time - maps:get(State, maps:get({Type, Id}, Known, #{}), 0)
                                  end, Counters)}
     || #{type := Type, id := Id, counters := Counters} = Thread <- After].

sums(Pairs) ->
    lists:sort(maps:to_list(lists:foldl(fun({State, Time}, All) ->
                                                All#{State => maps:get(State, All, 0) + Time}
                                        end, #{}, Pairs))).
