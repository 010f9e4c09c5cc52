%% What the head of a screen says of a node, looked at before and after something else is.
%%
%% The body reads counters that the emulator keeps. The switch of scheduler wall time counts who
%% asked for it, and goes with the body; nothing else is changed, so nothing is left to undo if
%% the call dies.
-module(glance).
-export([around/3]).

%% Answers #{glance, seen}: the second is what View has seen, in so many ms and until when. Waits until
%% the window is over. What View would report on its way is not an answer of this shape, so it is quiet.
-spec around(non_neg_integer(), fun((envelope:call()) -> {Seen, envelope:cost()}), envelope:call()) ->
          {#{glance := #{atom() => term()}, seen := Seen}, envelope:cost()}.
around(WindowMs, View, #{own_atoms := {First, Next}} = Call) ->
    Start = envelope:now_ms(),
    erlang:system_flag(scheduler_wall_time, true),
    Known = ours:processes(Call),
    #{at_us := Before, counts := CountsBefore} = Sample = get_schedulers:sample(false, Known),
    Queue = erlang:statistics(run_queue_lengths_all),
    {Seen, Cost} = View(Call#{quiet => true}),
    SeenMs = envelope:now_ms() - Start,
    SeenUs = erlang:monotonic_time(microsecond),
    Queues = get_schedulers:queues(Start + WindowMs, [Queue], Call),
    #{at_us := Now, counts := Counts} = Again = get_schedulers:sample(false, Known),
    [Reductions, _, _, _, Input, Output] =
        [erlang:max(0, round(1000000 * (B - A) / erlang:max(1, Now - Before))) || {A, B} <- lists:zip(CountsBefore, Counts)],
    #{processes := Processes, ports := Ports} = ours:all(Call),
    Ours = #{processes => length(Processes), ports => length(Ports), ets_tables => ours:tables(Processes), atoms => Next - First},
    {#{glance => #{release => list_to_binary(erlang:system_info(otp_release)),
                   uptime_ms => element(1, erlang:statistics(wall_clock)),
                   at_us => Now, seen_us => SeenUs, seen_ms => SeenMs,
                   schedulers => get_schedulers:used(Sample, Again, Queues),
                   limits => {[name, count, limit],
                              [[Name, erlang:system_info(Count) - maps:get(Name, Ours, 0), erlang:system_info(Limit)]
                               || {Name, Count, Limit} <- [{processes, process_count, process_limit},
                                                           {ports, port_count, port_limit},
                                                           {atoms, atom_count, atom_limit},
                                                           {ets_tables, ets_count, ets_limit}]]},
                   memory => memory(ours:memory(Processes), ours:table_bytes(Processes)),
                   reductions_per_s => Reductions, input_bytes_per_s => Input, output_bytes_per_s => Output},
       seen => Seen}, Cost}.

%% ---------------------------------------------------------------------------

%% Bytes by class, without the heaps and tables of ours. Emulators started with some +M flags do not know.
-spec memory(non_neg_integer(), non_neg_integer()) -> [{atom(), integer()}].
memory(Heaps, Tables) ->
    try
        [{Class, Bytes - case Class of
                             total -> Heaps + Tables;
                             processes -> Heaps;
                             ets -> Tables;
                             _ -> 0
                         end} || {Class, Bytes} <- erlang:memory()]
    catch error:notsup -> []
    end.
