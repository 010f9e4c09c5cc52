%% Samples the stacks of processes: a profile without a trace. A sample costs the process next to
%% nothing; a process in native code answers when it leaves it.
%%
%% The body looks, and sleeps in between. Nothing is set on the node, so nothing is left behind; but
%% for those who come meanwhile, who are found by a trace (see newcomers).
-module(stack_samples).
-export([run/2]).

%% Maximum distinct stacks to keep.
-define(MOST, 5000).
%% Maximum processes that are sampled at a time, those that came last, and ms between two checks of
%% the trace that finds them.
-define(MOST_SAMPLED, 200).
-define(CHECK_MS, 100).
%% Part of the time that whole stacks may take.
-define(WHOLE, 10).
%% Ms between two reports.
-define(REPORT_MS, 500).
%% Calls in which the node's backtrace depth is seen: what it shows of deeper stacks is not looked at.
-define(DEEP, 50).

%% Stacks are {[{M, F, A}], MayBeCut, Count}, the outermost function first; the count is 0 of one that
%% was seen but is no sample. With `whose`, `came` is how
%% many processes came, and of these `unseen` ended before they were looked at.
-spec run(#{processes := [names:process()], whose := newcomers:whose() | none, interval_ms := pos_integer(),
            duration_ms := non_neg_integer(), waiting := boolean(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{processes := Named, whose := Whose, interval_ms := EveryMs, duration_ms := Duration, waiting := Waiting,
      limit := Limit}, Call) ->
    Chosen = [names:process(Process) || Process <- Named],
    {Family, Left} = case Whose of {process, Process} -> newcomers:family(Process, Call); _ -> {Chosen, 0} end,
    Newcomers = case Whose of none -> none; _ -> newcomers:open(Whose, Family, Call) end,
    Pids = busiest(Family, Call),
    Begin = erlang:monotonic_time(microsecond),
    Now = envelope:now_ms(),
    State = #{named => case Whose of {function, _} -> []; none -> identity:named(Pids, Call);
                           _ -> identity:named(lists:sublist(Pids, 1), Call) end,
              begin_us => Begin, until => Now + Duration,
              next => Now + EveryMs, every => EveryMs, waiting => Waiting, limit => Limit, looks => 0, samples => 0, depth => depth(?DEEP), idle => 0, tell => Now + ?REPORT_MS,
              stacks => #{}, others => 0, whole_us => 0, names => #{}, call => Call, newcomers => Newcomers, check => Now + ?CHECK_MS,
              pids => Pids, gone => 0, came => 0, unseen => 0, passed_over => Left + length(Family) - length(Pids)},
    Last = look(State),
    Newcomers =:= none orelse newcomers:close(Newcomers),
    {told(Last), #{processes_scanned => length(Family) + maps:get(came, Last)}}.

%% ---------------------------------------------------------------------------

%% Of more than are sampled those that work the most: servers keep hundreds of processes that wait
%% for a connection.
-spec busiest([pid()], envelope:call()) -> [pid()].
busiest(Pids, _Call) when length(Pids) =< ?MOST_SAMPLED ->
    Pids;
busiest(Pids, Call) ->
    Before = maps:from_list(sweep:read(Pids, [reductions], Call)),
    early:pause(?CHECK_MS, Call),
    Growth = [{Now - Then, Pid} || {Pid, [{_, Now}]} <- sweep:read(Pids, [reductions], Call), #{Pid := [{_, Then}]} <- [Before]],
    {_, Busiest} = lists:unzip(lists:sublist(lists:reverse(lists:sort(Growth)), ?MOST_SAMPLED)),
    Busiest.

%% The node's backtrace depth, seen on a deep stack of our own: the only function that returns it,
%% system_flag(backtrace_depth, _), also changes it.
-spec depth(non_neg_integer()) -> non_neg_integer().
depth(0) ->
    {_, Stack} = process_info(self(), current_stacktrace),
    length(Stack);
depth(N) ->
    [Depth] = [depth(N - 1) || _ <- [again]],
    Depth.

-spec look(map()) -> map().
look(#{until := Until, next := Next, every := EveryMs, call := Call, tell := Tell} = State) ->
    case envelope:now_ms() of
        Now when Now >= Until -> State;
        Now ->
            Told = case Now >= Tell of
                       true ->
                           envelope:report(told(State), #{}, Call),
                           State#{tell := Now + ?REPORT_MS};
                       false -> State
                   end,
            #{looks := Looks} = Seen = sample(fresh(Now, Told)),
            More = Seen#{next := erlang:max(Next + EveryMs, envelope:now_ms()), looks := Looks + 1},
            case early:pause(Next - envelope:now_ms(), Call) of
                ok -> look(More);
                early -> More
            end
    end.

%% With those that have come; the first of the pids have not been seen yet.
-spec fresh(integer(), map()) -> map().
fresh(_Now, #{newcomers := none} = State) ->
    State#{new => 0};
fresh(Now, #{newcomers := Newcomers, check := Check, pids := Pids, came := Came, passed_over := Over} = State) ->
    Now < Check orelse newcomers:held(Newcomers) orelse envelope:refuse(count_ended, []),
    Next = case Now < Check of true -> Check; false -> Now + ?CHECK_MS end,
    case newcomers:take(Newcomers) of
        ended ->
            newcomers:held(Newcomers) orelse envelope:refuse(count_ended, []),
            State#{until := Now, new => 0};
        Arrived ->
            New = lists:usort(Arrived) -- Pids,
            All = New ++ Pids,
            State#{check := Next, pids := lists:sublist(All, ?MOST_SAMPLED), new => length(New), came := Came + length(New),
                   passed_over := Over + erlang:max(0, length(All) - ?MOST_SAMPLED)}
    end.

%% Those that wait need no step of the interpreter.
-spec sample(map()) -> map().
sample(#{pids := Pids, new := New, newcomers := Newcomers, waiting := WithWaiting, idle := Idle, gone := Gone,
         unseen := Unseen} = State) ->
    Looks = lists:zip(Pids, lists:zipwith(fun erlang:process_info/2, Pids, lists:duplicate(length(Pids), [status, current_stacktrace]))),
    Ended = length(bulk:select(Looks, [{{'_', undefined}, [], [true]}])),
    Waits = length(bulk:select(Looks, [{{'_', [{status, waiting}, '_']}, [], [true]}])),
    Stacks = bulk:select(Looks, [{{'$3', [{status, '$1'}, {'_', '$2'}]}, [{'=/=', '$1', waiting} || not WithWaiting], [{{'$3', '$2'}}]}]),
    Seen = State#{idle := case WithWaiting of true -> Idle; false -> Idle + Waits end},
    Next = case Newcomers of
               none -> Seen#{gone := Ended};
               _ -> Seen#{pids := bulk:select(Looks, [{{'$1', '$2'}, [{is_list, '$2'}], ['$1']}]),
                          gone := Gone + Ended,
                          unseen := Unseen + length(bulk:select(lists:sublist(Looks, New), [{{'_', undefined}, [], [true]}]))}
           end,
    lists:foldl(fun({Pid, Stack}, Counted) -> whole(Pid, [{M, F, A} || {M, F, A, _} <- Stack], Counted) end, Next, Stacks).

%% In place of one that may be cut a whole one, while these take little of the time. The emulator
%% leaves out frames that it cannot name, so one that is a little shorter may be cut too.
-spec whole(pid(), [mfa()], map()) -> map().
whole(_Pid, Stack, #{depth := Depth} = State) when length(Stack) < Depth - 2 ->
    count({Stack, false}, State);
whole(Pid, Stack, #{depth := Depth} = State) when length(Stack) < Depth ->
    case lists:last(Stack) of
        {proc_lib, _, _} -> count({Stack, false}, State);
        _ -> longer(Pid, Stack, State)
    end;
whole(Pid, Stack, State) ->
    longer(Pid, Stack, State).

-spec longer(pid(), [mfa()], map()) -> map().
longer(Pid, Stack, #{depth := Depth, waiting := WithWaiting, whole_us := Spent, begin_us := Begin, names := Names} = State) ->
    Now = erlang:monotonic_time(microsecond),
    Look = case ?WHOLE * Spent =< Now - Begin of
               true -> whole_stacks:look(Pid, Depth, Names);
               false -> none
           end,
    Timed = State#{whole_us := Spent + erlang:monotonic_time(microsecond) - Now},
    case Look of
        {{Status, Whole, IsCut}, Known} when Status =/= waiting; WithWaiting -> count({Whole, IsCut}, Timed#{names := Known});
        %% It waits by now, which is no sample, but tells callers of others.
        {{_, Whole, false}, Known} -> count({Stack, true}, seen({Whole, false}, Timed#{names := Known}));
        _ -> count({Stack, true}, Timed)
    end.

-spec seen({[mfa()], IsCut :: boolean()}, map()) -> map().
seen(Stack, #{stacks := Stacks} = State) when map_size(Stacks) < ?MOST ->
    State#{stacks := maps:merge(#{Stack => 0}, Stacks)};
seen(_Stack, State) ->
    State.

-spec count({[mfa()], IsCut :: boolean()}, map()) -> map().
count(Stack, #{stacks := Stacks, samples := Samples} = State) ->
    case Stacks of
        #{Stack := Count} ->
            State#{samples := Samples + 1, stacks := Stacks#{Stack := Count + 1}};
        _ when map_size(Stacks) < ?MOST ->
            State#{samples := Samples + 1, stacks := Stacks#{Stack => 1}};
        #{} ->
            #{others := Others} = State,
            State#{samples := Samples + 1, others := Others + 1}
    end.

-spec told(map()) -> map().
told(#{named := Rows, stacks := Stacks, depth := Depth, limit := Limit, looks := Looks, samples := Samples, idle := Idle,
       others := Others, begin_us := Begin, gone := Gone, newcomers := Newcomers, came := Came, unseen := Unseen,
       passed_over := Over}) ->
    Sorted = lists:reverse(lists:keysort(2, maps:to_list(Stacks))),
    Kept = lists:sublist(Sorted, Limit),
    #{processes => Rows, window_ms => round((erlang:monotonic_time(microsecond) - Begin) / 1000),
      depth => Depth, looks => Looks, samples => Samples, waiting => Idle, gone => Gone,
      newcomers => case Newcomers of none -> none; _ -> {Came, Unseen, Over} end,
      stacks => [{lists:reverse(Stack), IsCut, Count} || {{Stack, IsCut}, Count} <- Kept],
      others => Others + lists:sum([Count || {_, Count} <- Sorted]) - lists:sum([Count || {_, Count} <- Kept])}.
