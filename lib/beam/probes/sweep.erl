%% Questions to very many processes. Interpreted code is slow, so nothing is
%% interpreted for each process: native functions work on chunks, and probes
%% see whole chunks.
%%
%% A process inside native code does not answer process_info/2 until it leaves
%% it, which may take seconds. So workers ask, with a time limit; a chunk that
%% is late is asked again in small groups, a late group process by process, each
%% time side by side. Those that are silent even then are named in the cost.
-module(sweep).
-export([processes/1, fold/4, read/3]).

%% All processes but our own.
processes(#{coordinator := Coordinator}) ->
    erlang:processes() -- [Coordinator, self()].

%% What to do with each chunk. `item` is asked of its processes. `pick` runs in
%% the worker that asked: Pick(Pids, Values, State), with Values in the order of
%% Pids, as process_info/2 gives them (`undefined` for a process that is gone).
%% `step` runs in the body: Step(Picked, State) gives the next state. `report`,
%% called about four times a second, may pass on what is known so far.
-type question(State) ::
        #{item := atom() | [atom()],
          pick := fun(([pid()], [term()], State) -> term()),
          step := fun((term(), State) -> State),
          report := fun((State, envelope:cost()) -> term())}.

%% Folds over the processes, chunk by chunk. Ends early, and says `partial`, when
%% the time of the call is over.
-spec fold(question(State), State, [pid()], envelope:call()) ->
          {State, envelope:cost()}.
fold(Question, State, Pids, Call) ->
    Sweep = Question#{call => Call, patience => patience(Call)},
    #{state := Last} = Acc = chunks(Pids, Sweep, envelope:now_ms() + 250, start(State)),
    {Last, cost(Acc)}.

%% What some processes say of Items: [{Pid, Values | undefined}] in the same
%% order, without those that are silent. For few: an answer is completed with it
%% also when the time of the call is just over.
-spec read([pid()], [atom()], envelope:call()) -> [{pid(), [tuple()] | undefined}].
read(Pids, Items, #{until := Until} = Call) ->
    Longer = Call#{until := erlang:max(Until, envelope:now_ms() + 80)},
    Sweep = #{item => Items, call => Longer, patience => patience(Call),
              pick => fun(Group, Values, _) -> lists:zip(Group, Values) end,
              step => fun(Picked, Rows) -> Picked ++ Rows end},
    #{state := Rows} = ask(Pids, [200, 1], Sweep, start([])),
    Found = maps:from_list(Rows),
    [{Pid, maps:get(Pid, Found)} || Pid <- Pids, is_map_key(Pid, Found)].

%% ---------------------------------------------------------------------------

start(State) ->
    #{state => State, scanned => 0, silent => [], partial => false}.

cost(#{scanned := Scanned, silent := Silent, partial := Partial}) ->
    #{processes_scanned => Scanned, partial => Partial, no_answer => Silent}.

chunks([], _Sweep, _Next, Acc) ->
    Acc;
chunks(_Pids, _Sweep, _Next, #{partial := true} = Acc) ->
    Acc;
chunks(Pids, #{report := Report} = Sweep, Next, Acc) ->
    Chunk = lists:sublist(Pids, 4000),
    #{state := State} = Acc1 = ask(Chunk, [4000, 250, 1], Sweep, Acc),
    Rest = lists:nthtail(length(Chunk), Pids),
    case envelope:now_ms() of
        Now when Now >= Next ->
            Report(State, cost(Acc1)),
            chunks(Rest, Sweep, Now + 250, Acc1);
        _ ->
            chunks(Rest, Sweep, Next, Acc1)
    end.

%% Asks the processes in groups of the first size; a group that is late is asked
%% again in groups of the next.
ask(Pids, [Size | Sizes], Sweep, #{state := State} = Acc) ->
    #{patience := Patience, call := Call} = Sweep,
    case time_left(Call) of
        Left when Left > 0 ->
            Groups = groups(Pids, Size),
            Results = worker:all([reader(Group, State, Sweep) || Group <- Groups],
                                 erlang:min(Patience, Left),
                                 Call#{min_heap_words => 12 * Size}),
            lists:foldl(fun({Group, Result}, A) -> take(Group, Result, Sizes, Sweep, A) end,
                        Acc, lists:zip(Groups, Results));
        _ ->
            Acc#{partial := true}
    end.

time_left(#{until := Until}) ->
    Until - envelope:now_ms().

reader(Pids, State, #{item := Item, pick := Pick}) ->
    fun() ->
            Items = lists:duplicate(length(Pids), Item),
            Pick(Pids, lists:zipwith(fun erlang:process_info/2, Pids, Items), State)
    end.

take(Pids, {ok, Picked}, _Sizes, #{step := Step},
     #{state := State, scanned := Scanned} = Acc) ->
    Acc#{state := Step(Picked, State), scanned := Scanned + length(Pids)};
take(_Pids, {raised, Reason}, _Sizes, _Sweep, _Acc) ->
    error(Reason);
take([Pid], no_answer, [], #{call := Call}, #{silent := Silent} = Acc) ->
    case time_left(Call) of
        Left when Left > 0 -> Acc#{silent := [Pid | Silent]};
        _ -> Acc#{partial := true}
    end;
take(Pids, no_answer, Sizes, Sweep, Acc) ->
    ask(Pids, Sizes, Sweep, Acc).

groups([], _Size) ->
    [];
groups(Pids, Size) ->
    Group = lists:sublist(Pids, Size),
    [Group | groups(lists:nthtail(length(Group), Pids), Size)].

%% How long to wait for a worker, in ms: more where the node is busy.
patience(Call) ->
    Start = envelope:now_ms(),
    worker:one(fun() -> ok end, 5000, Call),
    erlang:max(300, 4 * (envelope:now_ms() - Start)).
