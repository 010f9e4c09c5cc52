%% Asks very many processes. Interpreted code is slow, so nothing is interpreted per process: native
%% functions work on chunks, and probes get whole chunks.
%%
%% A process inside native code does not answer process_info/2 until it leaves
%% it, which may take seconds. So workers ask, with a time limit; a chunk that
%% is late is asked again in small groups, a late group process by process, each
%% time side by side. Those that are silent even then are named in the cost.
%%
%% The body leads, workers ask, and nothing runs in a process that is asked but what
%% process_info/2 itself has it do. If the body ends, its tables and workers go with it.
-module(sweep).
-export([everyone/1, roomy/1, count/1, pids/1, fold/4, again/4, read/3]).
-seldom([patiently/3]).
-export_type([sample/0, item/0]).

%% Processes in a chunk: enough for native functions to pay, little enough for a worker's heap.
-define(CHUNK, 4000).
%% Group sizes for asking a late chunk again; also used for few processes.
-define(LATE_GROUPS, [250, 1]).
-define(READ_GROUPS, [200, 1]).
%% Time limit for listing all processes, on a node with millions of them.
-define(LIST_MS, 10000).
%% Ms between two reports of what is known so far, and how many times as long as one took at least.
-define(REPORT_MS, 250).
-define(REPORT_TIMES, 20).
%% Ms that read/3 may take beyond the end of the call.
-define(EXTRA_MS, 80).
%% Words of a worker's first heap per process: its answer and what pick makes of it.
-define(WORDS_A_PROCESS, 12).
%% The same where all processes are listed: for the list, what is left of it without ours, its
%% chunks, and another list.
-define(WORDS_LISTED, 10).
%% Minimum time limit of a group, and time limit of the trial that sets it on a busy node.
-define(PATIENCE_MS, 300).
-define(TRIAL_MS, 5000).

%% All processes except ours: their number, and samples for again/4. A list of a million pids is kept
%% not on a heap, where each garbage collection would copy it, but in a table of the body.
-spec everyone(envelope:call()) -> {non_neg_integer(), [sample()]}.
everyone(Call) ->
    Table = ets:new(sweep, [public]),
    Ours = ours:processes(Call),
    Store = fun() -> store(erlang:processes() -- [self() | Ours], Table, []) end,
    {Total, Keys} = case worker:one(Store, ?LIST_MS, roomy(Call)) of
                        {ok, Stored} -> Stored;
                        _ -> error(no_processes)
                    end,
    {Total, [{stored, Table, Key} || Key <- Keys]}.

%% For workers that list all processes: to collect garbage in a list of 500,000 keeps a scheduler
%% for 50 ms, so they begin with room enough.
-spec roomy(envelope:call()) -> envelope:call().
roomy(#{heap_words := Words} = Call) ->
    Call#{min_heap_words => erlang:min(?WORDS_LISTED * erlang:system_info(process_count), Words div 2)}.

%% Runs in a worker: puts processes into a table in chunks; {Number, Keys}.
-spec store([pid()], ets:tid(), [non_neg_integer()]) -> {non_neg_integer(), [non_neg_integer()]}.
store([], _Table, Keys) ->
    {0, lists:reverse(Keys)};
store(Pids, Table, Keys) ->
    {Chunk, Rest} = split_list(Pids, ?CHUNK),
    Key = length(Keys),
    ets:insert(Table, {Key, Chunk, none}),
    {Number, All} = store(Rest, Table, [Key | Keys]),
    {length(Chunk) + Number, All}.

%% Number of processes in samples.
-spec count([sample()]) -> non_neg_integer().
count(Samples) ->
    lists:sum([length(pids([Sample])) || Sample <- Samples]).

%% The processes of samples.
-spec pids([sample()]) -> [pid()].
pids(Samples) ->
    lists:append([case Sample of
                      {stored, Table, Key} -> ets:lookup_element(Table, Key, 2);
                      {Pids, _} -> Pids
                  end || Sample <- Samples]).

%% Processes with a known value each, or `none`; or a key in a table that has both.
-type sample() :: {[pid()], [term()] | none} | {stored, ets:tid(), term()}.

%% An item of process_info/2; dictionary keys only if identity:by_key/0 is true.
-type item() :: atom() | {dictionary, term()}.

%% What to do with each chunk. `item` is asked of its processes. `pick` runs in
%% the worker that asked: Pick(Pids, Values, Hint), with Values in the order of
%% Pids, as process_info/2 gives them (`undefined` for a process that is gone).
%% `step` runs in the body: Step(Picked, State) gives the next state. `report`,
%% called up to four times a second, may report what is known so far. `hint` makes, of the
%% state, what each worker gets a copy of. Default: the state.
-type question(State) ::
        #{item := item() | [item()],
          pick := fun(([pid()], [term()], term()) -> term()),
          step := fun((term(), State) -> State),
          report := fun((State, envelope:cost()) -> term()),
          hint => fun((State) -> term())}.

%% Folds over the processes, chunk by chunk. Ends early, and says `partial`, when
%% the time of the call is over.
-spec fold(question(State), State, [pid()], envelope:call()) ->
          {State, envelope:cost()}.
fold(Question, State, Pids, Call) ->
    again(Question, State, [{Pids, none}], Call).

%% Folds over samples. Where something is known from before, Pick gets {Known, Hint}
%% as its last argument, with a value in Known for each of Pids.
-spec again(question(State), State, [sample()], envelope:call()) ->
          {State, envelope:cost()}.
again(Question, State, Samples, Call) ->
    Hint = maps:get(hint, Question, fun(Whole) -> Whole end),
    Sweep = Question#{hint => Hint, call => Call},
    #{state := Last} = Acc = chunks(Samples, Sweep, envelope:now_ms() + ?REPORT_MS, start(State, Call)),
    {Last, cost(Acc)}.

%% Reads items of a few processes: [{Pid, Values | undefined}] in the same order, without those that
%% are silent. Works for a moment after the time of the call is over, to complete an answer.
-spec read([pid()], [item()], envelope:call()) -> [{pid(), [tuple()] | undefined}].
read([], _Items, _Call) ->
    [];
read(Pids, Items, #{until := Until} = Call) ->
    Left = erlang:max(?EXTRA_MS, Until - envelope:now_ms()),
    Ask = fun() ->
                  lists:zip(Pids, lists:zipwith(fun erlang:process_info/2, Pids, lists:duplicate(length(Pids), Items)))
          end,
    %% One worker will do where all of them answer.
    case worker:one(Ask, erlang:min(?PATIENCE_MS, Left), Call) of
        {ok, Rows} -> Rows;
        {raised, Reason} -> error(Reason);
        no_answer -> patiently(Pids, Items, Call)
    end.

%% ---------------------------------------------------------------------------

%% How far a fold has come; `patience` is how long a group may take, in ms.
-type progress(State) :: #{state := State, scanned := non_neg_integer(), silent := [pid()],
                           partial := boolean(), patience := non_neg_integer()}.

-spec patiently([pid()], [item()], envelope:call()) -> [{pid(), [tuple()] | undefined}].
patiently(Pids, Items, #{until := Until} = Call) ->
    Longer = Call#{until := erlang:max(Until, envelope:now_ms() + ?EXTRA_MS)},
    Sweep = #{item => Items, call => Longer,
              hint => fun(_) -> none end,
              pick => fun(Group, Values, _) -> lists:zip(Group, Values) end,
              step => fun(Picked, Rows) -> Picked ++ Rows end},
    #{state := Rows} = ask({Pids, none}, ?READ_GROUPS, Sweep, start([], Call)),
    Found = maps:from_list(Rows),
    [{Pid, maps:get(Pid, Found)} || Pid <- Pids, is_map_key(Pid, Found)].

-spec start(State, envelope:call()) -> progress(State).
start(State, Call) ->
    #{state => State, scanned => 0, silent => [], partial => false, patience => patience(1, Call)}.

-spec cost(progress(_)) -> envelope:cost().
cost(#{scanned := Scanned, silent := Silent, partial := Partial}) ->
    #{processes_scanned => Scanned, partial => Partial, no_answer => Silent}.

-spec chunks([sample()], map(), integer(), progress(State)) -> progress(State).
chunks([], _Sweep, _Next, Acc) ->
    Acc;
chunks([{stored, Table, Key} | Samples], Sweep, Next, Acc) ->
    [{Key, Pids, Known}] = ets:lookup(Table, Key),
    chunks([{Pids, Known} | Samples], Sweep, Next, Acc);
chunks([{[], _} | Samples], Sweep, Next, Acc) ->
    chunks(Samples, Sweep, Next, Acc);
chunks(_Samples, _Sweep, _Next, #{partial := true} = Acc) ->
    Acc;
chunks([Sample | Samples], #{report := Report} = Sweep, Next, Acc) ->
    {Chunk, Rest} = split(Sample, ?CHUNK),
    #{state := State} = Acc1 = ask(Chunk, [?CHUNK | ?LATE_GROUPS], Sweep, Acc),
    case envelope:now_ms() of
        Now when Now >= Next ->
            Report(State, cost(Acc1)),
            Told = envelope:now_ms(),
            chunks([Rest | Samples], Sweep, Told + ?REPORT_MS + ?REPORT_TIMES * (Told - Now), Acc1);
        _ ->
            chunks([Rest | Samples], Sweep, Next, Acc1)
    end.

%% Asks the processes in groups of the first size; a group that is late is asked
%% again in groups of the next.
-spec ask({[pid()], [term()] | none}, [pos_integer()], map(), progress(State)) -> progress(State).
ask(Chunk, [Size | Sizes], Sweep, #{state := State, patience := Patience} = Acc) ->
    #{call := Call, hint := Hint} = Sweep,
    case time_left(Call) of
        Left when Left > 0 ->
            Groups = groups(Chunk, Size),
            Hints = Hint(State),
            Results = worker:all([reader(Group, Hints, Sweep) || Group <- Groups],
                                 erlang:min(Patience, Left),
                                 Call#{min_heap_words => ?WORDS_A_PROCESS * Size}),
            lists:foldl(fun({Group, Result}, A) -> take(Group, Result, Sizes, Sweep, A) end,
                        Acc, lists:zip(Groups, Results));
        _ ->
            Acc#{partial := true}
    end.

time_left(#{until := Until}) ->
    Until - envelope:now_ms().

-spec reader({[pid()], [term()] | none}, term(), map()) -> fun(() -> term()).
reader({Pids, Known}, Hints, #{item := Item, pick := Pick}) ->
    Last = case Known of none -> Hints; _ -> {Known, Hints} end,
    fun() ->
            Items = lists:duplicate(length(Pids), Item),
            Pick(Pids, lists:zipwith(fun erlang:process_info/2, Pids, Items), Last)
    end.

-spec take({[pid()], [term()] | none}, {ok, term()} | {raised, term()} | no_answer, [pos_integer()], map(), progress(State)) ->
          progress(State).
take({Pids, _}, {ok, Picked}, _Sizes, #{step := Step},
     #{state := State, scanned := Scanned} = Acc) ->
    Acc#{state := Step(Picked, State), scanned := Scanned + length(Pids)};
take(_Chunk, {raised, Reason}, _Sizes, _Sweep, _Acc) ->
    error(Reason);
take({[Pid], _}, no_answer, [], #{call := Call}, #{silent := Silent} = Acc) ->
    case time_left(Call) of
        Left when Left > 0 -> Acc#{silent := [Pid | Silent]};
        _ -> Acc#{partial := true}
    end;
take({Pids, _} = Chunk, no_answer, [Size | _] = Sizes, #{call := Call} = Sweep,
     #{patience := Patience} = Acc) ->
    Workers = (length(Pids) + Size - 1) div Size,
    ask(Chunk, Sizes, Sweep, Acc#{patience := erlang:max(Patience, patience(Workers, Call))}).

-spec groups({[pid()], [term()] | none}, pos_integer()) -> [{[pid()], [term()] | none}].
groups({[], _}, _Size) ->
    [];
groups(Chunk, Size) ->
    {Group, Rest} = split(Chunk, Size),
    [Group | groups(Rest, Size)].

-spec split({[pid()], [term()] | none}, pos_integer()) -> {{[pid()], [term()] | none}, {[pid()], [term()] | none}}.
split({Pids, none}, Size) ->
    {First, Rest} = split_list(Pids, Size),
    {{First, none}, {Rest, none}};
split({Pids, Known}, Size) ->
    {First, Rest} = split_list(Pids, Size),
    {FirstKnown, RestKnown} = split_list(Known, Size),
    {{First, FirstKnown}, {Rest, RestKnown}}.

split_list(List, Size) ->
    First = lists:sublist(List, Size),
    {First, lists:nthtail(length(First), List)}.

%% Time limit for this many workers, in ms: longer on a busy node.
patience(Number, Call) ->
    Start = envelope:now_ms(),
    worker:all(lists:duplicate(Number, fun() -> ok end),
               erlang:max(0, erlang:min(?TRIAL_MS, time_left(Call))), Call),
    erlang:max(?PATIENCE_MS, 4 * (envelope:now_ms() - Start)).
