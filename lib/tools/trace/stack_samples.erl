%% Samples the stacks of processes: a profile without a trace. A sample costs the process next to
%% nothing; a process in native code answers when it leaves it.
%%
%% The body looks, and sleeps in between. Nothing is set on the node, so nothing is left behind.
-module(stack_samples).
-export([run/2]).

%% Maximum distinct stacks to keep.
-define(MOST, 5000).

%% Stacks are {[{M, F, A}], MayBeCut, Count}, the outermost function first.
-spec run(#{processes := [names:process()], interval_ms := pos_integer(), duration_ms := non_neg_integer(),
            waiting := boolean(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{processes := Named, interval_ms := EveryMs, duration_ms := Duration, waiting := Waiting,
      limit := Limit}, Call) ->
    Pids = [names:process(Process) || Process <- Named],
    Begin = erlang:monotonic_time(microsecond),
    Now = envelope:now_ms(),
    State = #{named => identity:named(Pids, Call), begin_us => Begin, until => Now + Duration,
              next => Now + EveryMs, every => EveryMs, waiting => Waiting, limit => Limit, looks => 0, samples => 0, depth => depth(50), idle => 0, tell => Now + 500,
              stacks => #{}, others => 0, call => Call},
    {told(look(Pids, State), Pids), #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

%% The node's backtrace depth, seen on a deep stack of our own: the only function that returns it,
%% system_flag(backtrace_depth, _), also changes it.
depth(0) ->
    {_, Stack} = process_info(self(), current_stacktrace),
    length(Stack);
depth(N) ->
    [Depth] = [depth(N - 1) || _ <- [again]],
    Depth.

look(Pids, #{until := Until, next := Next, every := EveryMs, looks := Looks, tell := Tell,
             call := Call} = State) ->
    case envelope:now_ms() of
        Now when Now >= Until -> State;
        Now ->
            Told = case Now >= Tell of
                       true ->
                           envelope:report(told(State, Pids), #{}, Call),
                           State#{tell := Now + 500};
                       false -> State
                   end,
            Seen = lists:foldl(fun sample/2, Told, Pids),
            timer:sleep(erlang:max(0, Next - envelope:now_ms())),
            look(Pids, Seen#{next := erlang:max(Next + EveryMs, envelope:now_ms()), looks := Looks + 1})
    end.

sample(Pid, #{idle := Idle, waiting := WithWaiting} = State) ->
    case process_info(Pid, [status, current_stacktrace]) of
        undefined -> State;
        [{_, Status}, _] when Status =:= waiting, not WithWaiting -> State#{idle := Idle + 1};
        [_, {_, Stack}] -> count([{M, F, A} || {M, F, A, _} <- Stack], State)
    end.

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

told(#{named := Rows, stacks := Stacks, depth := Depth, limit := Limit, looks := Looks, samples := Samples, idle := Idle,
       others := Others, begin_us := Begin}, Pids) ->
    Sorted = lists:reverse(lists:keysort(2, maps:to_list(Stacks))),
    Kept = lists:sublist(Sorted, Limit),
    #{processes => Rows, window_ms => round((erlang:monotonic_time(microsecond) - Begin) / 1000),
      depth => Depth, looks => Looks, samples => Samples, waiting => Idle,
      gone => length([Pid || Pid <- Pids, not is_process_alive(Pid)]),
      stacks => [{lists:reverse(Stack), length(Stack) >= Depth, Count} || {Stack, Count} <- Kept],
      others => Others + lists:sum([Count || {_, Count} <- Sorted]) - lists:sum([Count || {_, Count} <- Kept])}.
