%% The counters of a node, looked at many times within a window: what grows all through it, how busy
%% the schedulers are, and how late a sleeper on each of them wakes up.
%%
%% The body reads counters that the emulator keeps; sleepers are workers. The switch of scheduler wall
%% time counts who asked for it, and goes with the body. So nothing is left to undo if the call dies.
-module(health_system).
-export([run/2]).

%% Time between two looks; how long a sleeper sleeps; schedulers that have one.
-define(LOOK_MS, 200).
-define(SLEEP_MS, 40).
-define(MAX_SLEEPERS, 1024).
%% A wake-up this late counts.
-define(LATE_MS, 100).
%% Time limit for a sleeper to answer after the window.
-define(HELD_MS, 500).
-define(NEWEST_ATOMS, 20).
%% Kinds of dirty schedulers, whose queues come last: CPU, then IO.
-define(DIRTY, 2).
%% Processes that questions of ours may start and end meanwhile.
-define(OURS, 20).

%% Answers #{window_ms, uptime_ms, limits, memory, collected_bytes, collections, schedulers, sleepers,
%% former_os, os, newest_atoms}.
-spec run(#{window_ms := pos_integer()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window}, Call) ->
    erlang:system_flag(scheduler_wall_time, true),
    look(),
    OsBefore = os_facts:read(Call),
    Sleepers = sleepers(Window, Call),
    Start = look(),
    {Looks, Ended} = looks(envelope:now_ms() + Window, [Start], Call),
    Last = lists:last(Looks),
    #{us := FirstUs, collections := {CountBefore, WordsBefore}} = Start,
    #{us := LastUs, collections := {Count, Words}} = Last,
    {#{window_ms => (LastUs - FirstUs) div 1000,
       uptime_ms => element(1, erlang:statistics(wall_clock)),
       limits => {[name, former_count, middle_count, count, limit, growth_per_s, shrinks], [limit(Place, Looks) || Place <- lists:zip(lists:seq(1, 4), tables())]},
       memory => {[name, former_bytes, bytes, growth_per_s], [memory(Class, Looks) || {Class, _} <- maps:get(memory, Last)]},
       collections => Count - CountBefore,
       collected_bytes => (Words - WordsBefore) * erlang:system_info(wordsize),
       schedulers => schedulers(Looks),
       sleepers => case Ended of early -> []; ok -> awake(Sleepers) end, former_os => OsBefore, os => os_facts:read(Call),
       newest_atoms => atoms:newest(?NEWEST_ATOMS, Call)}, #{}}.

%% ---------------------------------------------------------------------------

-spec tables() -> [{atom(), Count :: atom(), Limit :: atom()}].
tables() ->
    [{processes, process_count, process_limit}, {ports, port_count, port_limit},
     {atoms, atom_count, atom_limit}, {ets_tables, ets_count, ets_limit}].

%% A moment in us; what has been collected, counts in the order of tables/0, memory by class, and
%% queues of normal schedulers together, of dirty CPU and of dirty IO schedulers.
-type look() :: #{us := integer(), collections := {non_neg_integer(), non_neg_integer()}, counts := [non_neg_integer()],
                  memory := [{atom(), non_neg_integer()}], wall := [tuple()], queues := [non_neg_integer()]}.

%% Looks until then, or until the answer is wanted.
-spec looks(integer(), [look()], envelope:call()) -> {[look()], ok | early}.
looks(Until, Looks, Call) ->
    Ended = early:pause(erlang:min(?LOOK_MS, Until - envelope:now_ms()), Call),
    All = [look() | Looks],
    case Ended =:= early orelse envelope:now_ms() >= Until of
        true -> {lists:reverse(All), Ended};
        false -> looks(Until, All, Call)
    end.

-spec look() -> look().
look() ->
    {Collections, Words, 0} = erlang:statistics(garbage_collection),
    {Normal, Dirty} = lists:split(erlang:system_info(schedulers), erlang:statistics(run_queue_lengths_all)),
    #{us => erlang:monotonic_time(microsecond), collections => {Collections, Words},
      counts => [erlang:system_info(Item) || {_, Item, _} <- tables()],
      memory => try erlang:memory() catch error:notsup -> [] end,
      wall => lists:sort(erlang:statistics(scheduler_wall_time_all)),
      queues => [lists:sum(Normal) | lists:nthtail(length(Dirty) - ?DIRTY, Dirty)]}.

-spec limit({pos_integer(), {atom(), atom(), atom()}}, [look()]) -> [term()].
limit({Place, {Name, _, LimitItem}}, Looks) ->
    Counts = [{Us, lists:nth(Place, Counts)} || #{us := Us, counts := Counts} <- Looks],
    {_, Numbers} = lists:unzip(Counts),
    [Name, hd(Numbers), lists:nth((length(Numbers) + 1) div 2, Numbers), lists:last(Numbers), erlang:system_info(LimitItem),
     growth(Counts), lists:any(fun({Then, Now}) -> Now < Then - ?OURS end, lists:zip(lists:droplast(Numbers), tl(Numbers)))].

-spec memory(atom(), [look()]) -> [term()].
memory(Class, Looks) ->
    Bytes = [{Us, proplists:get_value(Class, Memory, 0)} || #{us := Us, memory := Memory} <- Looks],
    [{_, First} | _] = Bytes,
    {_, Last} = lists:last(Bytes),
    [Class, First, Last, growth(Bytes)].

-spec growth([{integer(), integer()}]) -> float() | none.
growth(Looks) ->
    {_Change, Growth} = trend:of_looks(Looks),
    Growth.

%% Of each kind: how many, percentage of time at work, shortest and average queue.
-spec schedulers([look()]) -> [{atom(), non_neg_integer(), float(), non_neg_integer(), float()}].
schedulers(Looks) ->
    [Normal, Online, Cpu, CpuOnline, Io] =
        [erlang:system_info(Item) || Item <- [schedulers, schedulers_online, dirty_cpu_schedulers,
                                              dirty_cpu_schedulers_online, dirty_io_schedulers]],
    Time = [{Id, A1 - A0, T1 - T0} || {{Id, A0, T0}, {Id, A1, T1}} <- lists:zip(maps:get(wall, hd(Looks)),
                                                                             maps:get(wall, lists:last(Looks)))],
    [{Kind, Number, used([{A, T} || {Id, A, T} <- Time, Id >= From, Id < From + Number]),
      lists:min(Queues), round(10 * lists:sum(Queues) / length(Queues)) / 10}
     || {Kind, From, Number, Place} <- [{normal, 1, Online, 1}, {dirty_cpu, Normal + 1, CpuOnline, 2},
                                        {dirty_io, Normal + Cpu + 1, Io, 3}],
        Queues <- [[lists:nth(Place, maps:get(queues, Look)) || Look <- Looks]]].

-spec used([{non_neg_integer(), non_neg_integer()}]) -> float().
used(Times) ->
    {Active, Total} = lists:unzip(Times),
    round(1000 * lists:sum(Active) / erlang:max(1, lists:sum(Total))) / 10.

%% ---------------------------------------------------------------------------
%% Sleepers, one on each scheduler

-spec sleepers(non_neg_integer(), envelope:call()) -> [bound:worker()].
sleepers(Window, Call) ->
    Until = envelope:now_ms() + Window,
    bound:start(fun() -> sleep(Until, []) end, ?MAX_SLEEPERS, Call).

%% How late it woke up, each time, in ms.
-spec sleep(integer(), [integer()]) -> [integer()].
sleep(Until, Late) ->
    Start = erlang:monotonic_time(millisecond),
    timer:sleep(?SLEEP_MS),
    Now = erlang:monotonic_time(millisecond),
    case Now < Until of
        true -> sleep(Until, [Now - Start - ?SLEEP_MS | Late]);
        false -> Late
    end.

%% {Scheduler, Times awake, Times late, LatestMs}. One that is held now does not answer: its last sleep
%% was that long at least.
-spec awake([bound:worker()]) -> [{pos_integer(), non_neg_integer(), non_neg_integer(), integer()}].
awake(Sleepers) ->
    [case Result of
         {ok, Late} -> {Id, length(Late), length([Ms || Ms <- Late, Ms >= ?LATE_MS]), lists:max([0 | Late])};
         no_answer -> {Id, 0, 1, ?HELD_MS}
     end || {Id, Result} <- bound:results(Sleepers, ?HELD_MS)].
