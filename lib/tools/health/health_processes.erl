%% All processes, looked at twice some time apart: those that are first by each measure in both
%% looks, those that do not move, whom they wait for, and where new ones come from.
%%
%% The body leads, workers look in chunks and send only rows that can matter. What the first look
%% found of everybody is a number each, in a table of the body, which goes with it. Nothing on the
%% node is changed, so nothing is left to undo if the call dies; what is known by then is the report.
-module(health_processes).
-export([run/2]).

%% Rows kept by each measure, in the last look and in the first.
-define(KEPT, 12).
-define(KEPT_BEFORE, 60).
%% Minimum of each measure for a row: messages, words, bytes, reductions. Also said in
%% lib/health/thresholds.ts.
-define(MAILBOX, 20).
-define(HEAP, 1000000).
-define(BINARY, 4000000).
-define(WORK, 10000).
%% Reductions of who does nothing: each look may cost one, a call about twenty.
-define(STILL, 100).
-define(NO_CALL, 12).
%% Processes that wait and have not moved, of which it is looked up for whom.
-define(WAITING, 2000).
%% New processes whose kinds are read.
-define(NEW, 3000).
%% Time limit for listing millions of processes.
-define(LIST_MS, 10000).
%% Those that may have started new ones, of which it is looked up whether they are supervisors: before
%% OTP 26.2 their stacks are printed for that.
-define(ABOVE, 2000).
-define(PRINTED, 60).
%% Levels of supervisors above those.
-define(LEVELS, 8).
%% Processes of a crowd whose kinds are read, in slices.
-define(CROWD, 3000).
-define(SLICES, 10).
%% Bytes of binaries, and of carriers of binaries, from which on holders are looked for.
-define(BINARIES, 24000000).
%% Holders of as many bytes whose binaries are counted, and for how long.
-define(COUNTED, 5).
-define(COUNT_MS, 300).
%% How often large heaps are looked at in between, and how large these are in words.
-define(GLIMPSE_MS, 60).
-define(LARGE, 2000000).
%% Looks at the stacks of those that work most.
-define(STACKS, 5).
%% Most supervisors for which the answer says which child they start or stop.
-define(STARTING, 20).
-define(STACKS_MS, 5).

%% A process with what was seen of it, the last first: {Status, Words, Minor collections, Words in use, Ms}.
-type glimpsed() :: {pid(), [{atom(), non_neg_integer(), non_neg_integer(), non_neg_integer(), non_neg_integer()}]}.

%% Answers #{total, former_total, window_ms, new, ended, spawned, own_tables, reductions, processes, waiting, awaited, cycles,
%% possible_cycles, starting, kinds, nameless, crowd, looks}: `own_tables` are words of memory, `waiting` are those that wait in a call and have not moved, `awaited` for
%% whom, `starting` who is held up by whom, `sending` who waits until a socket takes more, `kinds` what the new ones are, `nameless` the supervisors without a name that have started some, `crowd` what all are, if they are many.
-spec run(#{window_ms := non_neg_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, limit := Limit}, Call) ->
    {Before, Everyone} = sweep:everyone(Call),
    Table = ets:new(window, [public]),
    Mark = window:mark(Call),
    Start = envelope:now_ms(),
    {First, Cost} = sweep:again(question(before(Table), ?KEPT_BEFORE), start(), Everyone, Call),
    Mailboxes = [Pid || {_, [Pid | _]} <- maps:get(mailbox, First)] ++ idle(),
    %% A look has them take in what was on its way, which costs reductions, told only afterwards.
    Settled = sweep:read(Mailboxes, [reductions], Call),
    Glimpses = glimpses(large(First), Start + Window, Call),
    window:wait(Start + Window, Call),
    Own = own(Settled, sweep:read(Mailboxes, [reductions], Call)),
    Spawned = window:spawned(Mark, window:mark(Call)),
    {Total, New} = window:since(Everyone, Call),
    %% At once: many a new process ends soon.
    Kinds = groups(New, Limit, Call),
    Nameless = nameless(Everyone, Limit, Call),
    Samples = [{stored, Table, Key} || Key <- maps:get(keys, First)],
    {Last, Again} = sweep:again(question(now_and_before(waits:functions()), ?KEPT), start(), Samples, Call),
    {maps:merge(waits(maps:get(waiting, Last), Total, Limit, Call),
                #{total => Total, former_total => Before, window_ms => envelope:now_ms() - Start,
                  new => length(New), ended => erlang:max(0, Before + length(New) - Total),
                  spawned => case Spawned of none -> none; _ -> erlang:max(0, Spawned - 1) end,
                  own_tables => lists:sum([ets:info(T, memory) || T <- [Table | [T || {stored, T, _} <- lists:sublist(Everyone, 1)]]]),
                  reductions => lists:sum(maps:get(all, Last)),
                  processes => rows(First, Last, Own, counts(Last, Call), ours:processes(Call)),
                  starting => starting(maps:get(starting, Last), Call),
                  sending => {length(maps:get(sending, Last)), lists:sublist(maps:get(sending, Last), Limit)},
                  kinds => Kinds, nameless => Nameless, crowd => crowd(Everyone, Limit, Call),
                  logging => logging([Pid || {_, [Pid | _]} <- maps:get(work, Last)], Call),
                  looks => {[pid, looks, collecting, collections, most_ms, heap_bytes, former_used_bytes, used_bytes], Glimpses}}),
     window:add(Cost, Again)}.

%% Processes of OTP that do nothing.
-spec idle() -> [pid()].
idle() ->
    [Pid || Name <- [init, erts_code_purger, erl_signal_server], Pid <- [whereis(Name)], is_pid(Pid)].

%% #{Pid => Reductions}, without those that all processes had, for which other questions looked at them.
-spec own([{pid(), [tuple()] | undefined}], [{pid(), [tuple()] | undefined}]) -> #{pid() => non_neg_integer()}.
own(Before, After) ->
    All = [{Pid, Now - Then} || {{Pid, [{_, Then}]}, {_, [{_, Now}]}} <-
                                    [{B, A} || {Pid, _} = B <- Before, {Other, _} = A <- After, Other =:= Pid]],
    Looks = lists:min([Work || {Pid, Work} <- All, lists:member(Pid, idle())] ++ [?STILL]),
    maps:from_list([{Pid, erlang:max(0, Work - Looks)} || {Pid, Work} <- All]).

%% ---------------------------------------------------------------------------

%% To ask for binaries costs more than all else: only where there are many.
-spec binaries() -> boolean().
binaries() ->
    try erlang:memory(binary) > ?BINARIES orelse lists:nth(2, allocators:used(binary_alloc)) > ?BINARIES
    catch error:notsup -> true
    end.

-spec start() -> #{atom() => []}.
start() ->
    #{keys => [], all => [], mailbox => [], heap => [], binary => [], work => [], suspended => [], running => [],
      stuck => [], waiting => [], starting => [], sending => []}.

-spec question(fun(([pid()], [term()], term()) -> map()), pos_integer()) -> map().
question(Pick, Kept) ->
    #{item => [current_function, status, message_queue_len, reductions, total_heap_size] ++ [binary || binaries()],
      pick => Pick, hint => fun(_) -> none end, report => fun(_, _) -> ok end,
      step => fun(Picked, State) ->
                      maps:map(fun(Measure, Some) ->
                                       All = maps:get(Measure, Picked, []) ++ Some,
                                       case lists:member(Measure, [keys, all, waiting, starting, sending]) of
                                           true -> lists:sublist(All, ?WAITING);
                                           false -> lists:sublist(lists:sort(All), Kept)
                                       end
                               end, State)
              end}.

%% What is selected from are lists, which ets takes though its spec says tuples.
-dialyzer({nowarn_function, before/1}).
%% These two run in the workers.
-spec before(ets:tid()) -> fun(([pid()], [term()], term()) -> map()).
before(Table) ->
    fun(Pids, Values, _) ->
            Key = make_ref(),
            Work = bulk:select(Values, [{['_', '_', '_', {'_', '$1'} | '_'], [], ['$1']}, {'_', [], [0]}]),
            ets:insert(Table, {Key, Pids, Work}),
            (tops(Pids, Values, Work))#{keys => [Key]}
    end.

-dialyzer({no_improper_lists, now_and_before/1}).
-spec now_and_before([term()]) -> fun(([pid()], [term()], term()) -> map()).
now_and_before(Functions) ->
    fun(Pids, Values, {Known, _}) ->
            Rows = lists:zip3(Values, Pids, Known),
            Waiting = fun(Some, Most) ->
                              bulk:select(Rows, [{{[{'_', Function}, '_', '_', {'_', '$2'} | '_'], '$1', '$3'},
                                                  [{'=<', {'-', '$2', '$3'}, Most}], ['$1']} || Function <- Some])
                      end,
            (tops(Pids, Values, Known))#{all => [lists:sum(bulk:select(Rows, [{{['_', '_', '_', {'_', '$2'} | '_'], '_', '$3'}, [], [{'-', '$2', '$3'}]}]))],
                                         waiting => Waiting(Functions, ?NO_CALL),
                                         starting => Waiting([{proc_lib, '_', '_'}, {supervisor, shutdown, '_'}], ?STILL),
                                         sending => Waiting([{prim_inet, send, '_'}, {prim_inet, send_recv_reply, '_'},
                                                             {gen_tcp_socket, '_', '_'}], ?NO_CALL)}
    end.

-dialyzer({no_improper_lists, tops/3}).
%% By each measure the first of a chunk: [{-Measure, [Pid, Function, Status, Mailbox, Reductions
%% since the look before, HeapWords, BinaryBytes]}]. Those at work, and those that do not move,
%% can be told in the last look only.
-spec tops([pid()], [term()], [integer()]) -> #{atom() => [{integer(), [term()]}]}.
tops(Pids, Values, Known) ->
    Bytes = case [1 || [_, _, _, _, _, _] <- lists:sublist(Values, 50)] of
                [] -> Known;
                _ -> selection:numbers(binary, Values, fun(V) -> ['_', '_', '_', '_', '_', {'_', V}] end)
            end,
    Binary = case Bytes of Known -> 0; _ -> '$8' end,
    Rows = lists:zip3(Values, lists:zip(Pids, Known), Bytes),
    Work = {'-', '$5', '$7'},
    Row = ['$1', '$2', '$3', '$4', Work, '$6', Binary],
    Top = fun(Measure, Guard) ->
                  Head = {[{'_', '$2'}, {'_', '$3'}, {'_', '$4'}, {'_', '$5'}, {'_', '$6'} | '_'], {'$1', '$7'}, '$8'},
                  Found = bulk:select(Rows, [{Head, Guard, [{{{'-', Measure}, Row}}]}]),
                  lists:sublist(lists:sort(Found), ?KEPT_BEFORE)
          end,
    #{mailbox => Top('$4', [{'>=', '$4', ?MAILBOX}]),
      heap => Top('$6', [{'>=', '$6', ?HEAP}]),
      binary => Top(Binary, [{'>=', Binary, ?BINARY}]),
      suspended => Top('$4', [{'=:=', '$3', suspended}]),
      running => Top('$6', [{'orelse', {'=:=', '$3', running}, {'=:=', '$3', garbage_collecting}}]),
      work => Top(Work, [{'>=', Work, ?WORK}]),
      %% The first look may have had it take in its messages, about three a reduction.
      stuck => Top('$4', [{'>=', '$4', ?MAILBOX}, {'=<', Work, {'+', ?STILL, {'div', '$4', 2}}}])}.

%% {Columns, Rows}: each process once, with what the first look has of it, if it was among the
%% first then. Other questions of ours may have begun since.
-spec rows(map(), map(), #{pid() => non_neg_integer()}, #{pid() => non_neg_integer()}, [pid()]) -> {[atom()], [[term()]]}.
rows(First, Last, Own, Counts, Ours) ->
    Seen = maps:from_list([{hd(Row), Row} || {_, Row} <- found(First)]),
    Rows = maps:from_list([{hd(Row), Row} || {_, Row} <- found(Last)]),
    {[pid, current_function, status, mailbox, reductions, heap_bytes, binary_bytes,
      former_function, former_status, former_mailbox, former_heap_bytes, former_binary_bytes, own_reductions,
      binaries],
     [Row ++ case Seen of
                 #{Pid := [_, Function, Status, Mailbox, _, Heap, Binary]} -> [Function, Status, Mailbox, Heap, Binary];
                 #{} -> [none, none, none, none, none]
             end ++ [maps:get(Pid, Own, none), maps:get(Pid, Counts, none)] || {Pid, Row} <- maps:to_list(maps:without(Ours, Rows))]}.

%% #{Pid => Binaries} of those that hold most: a few large ones are work, many are kept.
-spec counts(map(), envelope:call()) -> #{pid() => non_neg_integer()}.
counts(#{binary := Rows}, Call) ->
    Holders = [Pid || {Bytes, [Pid | _]} <- lists:sublist(Rows, ?COUNTED), Bytes =< -?BINARIES],
    Count = fun(Pid) -> fun() -> {_, Binaries} = process_info(Pid, binary), length(lists:ukeysort(1, Binaries)) end end,
    Counted = worker:all([Count(Pid) || Pid <- Holders], ?COUNT_MS, Call),
    maps:from_list([{Pid, Number} || {Pid, {ok, Number}} <- lists:zip(Holders, Counted)]).

-spec found(map()) -> [{integer(), [term()]}].
found(Look) ->
    lists:append(maps:values(maps:without([keys, all, waiting, starting, sending], Look))).

%% ---------------------------------------------------------------------------
%% Between the looks

%% The largest heaps, whose collections may be long.
-spec large(map()) -> [pid()].
large(#{heap := Rows}) ->
    [Pid || {Heap, [Pid | _]} <- lists:sublist(Rows, 3), Heap < -?LARGE].

%% [[Pid, Looks, Collecting, Collections, MostMs, LeastWords, Former, Now]]: how often it was seen to
%% collect, how often it has since, at least, the longest that it took to answer, and the fewest words in use
%% in the first half of the looks and in the second: what is alive, where it has collected in both.
-spec glimpses([pid()], integer(), envelope:call()) -> [[term()]].
glimpses(Pids, Until, Call) ->
    [summary(Seen) || Seen <- glimpses([{Pid, []} || Pid <- Pids], Until, Call, envelope:now_ms())].

-spec glimpses([glimpsed()], integer(), envelope:call(), integer()) -> [glimpsed()].
glimpses(Seen, Until, _Call, Now) when Seen =:= []; Now >= Until ->
    Seen;
glimpses(Seen, Until, Call, _Now) ->
    Again = [glimpse(One, Call) || One <- Seen],
    timer:sleep(?GLIMPSE_MS),
    glimpses(Again, Until, Call, envelope:now_ms()).

-spec glimpse(glimpsed(), envelope:call()) -> glimpsed().
glimpse({Pid, Looks} = Before, Call) ->
    Start = envelope:now_ms(),
    case sweep:read([Pid], [status, total_heap_size, garbage_collection, garbage_collection_info], Call) of
        [{_, [{_, Status}, {_, Words}, {_, Collection}, {_, Heap}]}] ->
            Used = proplists:get_value(heap_size, Heap, 0) + proplists:get_value(old_heap_size, Heap, 0),
            {Pid, [{Status, Words, proplists:get_value(minor_gcs, Collection, 0), Used, envelope:now_ms() - Start} | Looks]};
        _ ->
            Before
    end.

-spec summary(glimpsed()) -> [term()].
summary({Pid, Looks}) ->
    Minors = [Minor || {_, _, Minor, _, _} <- Looks],
    Collections = [case Now >= Then of true -> Now - Then; false -> Now + 1 end
                   || Looks =/= [], {Now, Then} <- lists:zip(lists:droplast(Minors), tl(Minors))],
    {Second, First} = lists:split(length(Looks) div 2, Looks),
    [Pid, length(Looks), length([1 || {garbage_collecting, _, _, _, _} <- Looks]), lists:sum(Collections),
     lists:max([0 | [Ms || {_, _, _, _, Ms} <- Looks]]), least([Words || {_, Words, _, _, _} <- Looks]),
     least([Used || {_, _, _, Used, _} <- First]), least([Used || {_, _, _, Used, _} <- Second])].

-spec least([non_neg_integer()]) -> non_neg_integer() | none.
least([]) -> none;
least(Numbers) -> lists:min(Numbers).

%% ---------------------------------------------------------------------------
%% Those that wait and did not move, and those that are new

%% `awaited`: [{Target, Waiters, Last, Idle}], with who is waited for at the end of all, and whether that
%% one waits for its next message.
-spec waits([pid()], non_neg_integer(), pos_integer(), envelope:call()) -> map().
waits(Pids, Total, Limit, Call) ->
    Graph = wait_graph:answer({sweep:read(Pids, waits:items(), Call), length(Pids)}, Total, Limit, Call),
    #{waiting => length(Pids), cycles => maps:get(cycles, Graph), possible_cycles => maps:get(possible_cycles, Graph),
      awaited => [{To, Number, Last, idle(Last, Call)}
                  || {To, Number} <- maps:get(awaited, Graph), Last <- [last(To, Call)]]}.

-spec last(term(), envelope:call()) -> term().
last(Pid, Call) when is_pid(Pid), node(Pid) =:= node() ->
    case waits:chain(Pid, Call) of
        {[], _} -> Pid;
        {Edges, _} -> {_, _, [Target | _]} = lists:last(Edges), Target
    end;
last(Other, _Call) ->
    Other.

-spec idle(term(), envelope:call()) -> boolean().
idle(Pid, Call) when is_pid(Pid), node(Pid) =:= node() ->
    case servers:facts([Pid], Call) of
        [{Pid, #{mailbox := 0} = Facts}] -> servers:idle(Facts);
        _ -> false
    end;
idle(_Other, _Call) ->
    false.

-spec starting([pid()], envelope:call()) -> {[atom()], [[term()]]}.
starting(Pids, Call) ->
    {[supervisor, pid, phase, registered_name, initial_call, stack],
     [tuple_to_list(Holdup) || Holdup <- holdups:of_supervisors(lists:sublist(Pids, ?STARTING), Call)]}.

%% Those that log, without what belongs to logger itself. A stack shows few frames, and formatting
%% takes more: so several looks.
-spec logging([pid()], envelope:call()) -> [pid()].
logging(Pids, Call) ->
    Kernel = proplists:get_value(kernel, applications:masters()),
    lists:usort(lists:append([logging_now(Pids, Kernel, Call) || _ <- lists:seq(1, ?STACKS)])).

-spec logging_now([pid()], pid() | undefined, envelope:call()) -> [pid()].
logging_now(Pids, Kernel, Call) ->
    timer:sleep(?STACKS_MS),
    [Pid || {Pid, [{_, Stack}, {_, Leader}]} <- sweep:read(Pids, [current_stacktrace, group_leader], Call), Leader =/= Kernel,
            [] =/= [true || {Module, _, _, _} <- Stack, lists:prefix("logger", atom_to_list(Module))]].

%% Kinds of some of all processes, if these take at least half of the limit.
crowd(Everyone, Limit, Call) ->
    case 2 * erlang:system_info(process_count) >= erlang:system_info(process_limit) of
        true ->
            Step = erlang:max(1, length(Everyone) div ?SLICES),
            Slices = [lists:nth(Place, Everyone) || Place <- lists:seq(1, length(Everyone), Step)],
            Some = lists:append([lists:sublist(sweep:pids([Slice]), ?CROWD div length(Slices)) || Slice <- Slices]),
            #{looked_at => length(Some), kinds => groups(Some, Limit, Call)};
        false ->
            none
    end.

%% {Number, [Pid]}: supervisors without a name that started new processes.
nameless(Everyone, Limit, Call) ->
    %% Before OTP 25, nothing but links may say that.
    Item = case identity:readable(parent) of true -> parent; false -> links end,
    %% As they are listed: those that are restarted end soon.
    Look = fun() ->
                   New = lists:sublist(erlang:processes() -- sweep:pids(Everyone), ?NEW),
                   lists:zipwith(fun erlang:process_info/2, New, lists:duplicate(length(New), Item))
           end,
    {ok, Known} = worker:one(Look, ?LIST_MS, sweep:roomy(Call)),
    Said = bulk:select(Known, [{{'_', '$1'}, [], ['$1']}]),
    Above = case Item of parent -> Said; links -> lists:append(Said) end,
    Local = bulk:select(lists:usort(Above), [{'$1', [{is_pid, '$1'}, {'=:=', {node, '$1'}, {const, node()}}], ['$1']}]),
    Functions = case identity:by_key() of
                    true -> ['_'];
                    false -> [gen_server, proc_lib, supervisor, erlang, 'Elixir.DynamicSupervisor']
                end,
    Candidates = bulk:select(sweep:read(lists:sublist(Local, ?ABOVE), [registered_name, trap_exit, initial_call, current_function], Call),
                             [{{'$1', [{'_', []}, {'_', true}, {'_', {proc_lib, '_', '_'}}, {'_', {Module, '_', '_'}}]}, [], ['$1']}
                              || Module <- Functions]),
    Most = case identity:by_key() of true -> ?ABOVE; false -> ?PRINTED end,
    Supervisors = [Pid || {Pid, What} <- identity:of_processes(lists:sublist(Candidates, Most), Call), supervisors:is_supervisor(What)],
    Tops = case identity:readable(parent) of true -> highest(Supervisors, ?LEVELS, Call); false -> Supervisors end,
    Nameless = bulk:select(sweep:read(Tops, [registered_name], Call), [{{'$1', [{'_', []}]}, [], ['$1']}]),
    {length(Nameless) + erlang:max(0, length(Candidates) - Most), lists:sublist(Nameless, Limit)}.

%% The supervisors above these that are below none: who has a name is looked at with all that is below.
-spec highest([pid()], non_neg_integer(), envelope:call()) -> [pid()].
highest(Supervisors, Levels, Call) ->
    Parents = [{Pid, Parent} || Supervisors =/= [], {Pid, [{_, Parent}]} <- sweep:read(Supervisors, [parent], Call),
                                is_pid(Parent), node(Parent) =:= node()],
    Above = [Pid || {Pid, What} <- identity:of_processes(lists:usort([Parent || {_, Parent} <- Parents]), Call),
                    supervisors:is_supervisor(What)],
    case [Edge || {_, Parent} = Edge <- Parents, lists:member(Parent, Above)] of
        [_ | _] = Edges when Levels > 0 ->
            {Below, Up} = lists:unzip(Edges),
            highest(lists:usort((Supervisors -- Below) ++ Up), Levels - 1, Call);
        _ -> Supervisors
    end.

-dialyzer({no_improper_lists, groups/3}).
%% [{Parent, Name, InitialCall, Function, Number, Pid}]: kinds of processes, and one of each.
groups(Some, Limit, Call) ->
    Items = [initial_call, current_function] ++ [parent || identity:readable(parent)],
    Said = [{Values, Pid} || {Pid, [_ | _] = Values} <- sweep:read(lists:sublist(Some, ?NEW), Items, Call)],
    Spec = [{{[{'_', '$1'}, {'_', '$2'}, {'_', '$3'}], '$4'}, [], [[{{'$3', '$1', '$2'}} | '$4']]},
            {{[{'_', '$1'}, {'_', '$2'}], '$4'}, [], [[{{none, '$1', '$2'}} | '$4']]}],
    Groups = maps:to_list(lists:foldl(fun([Kind | Pid], All) ->
                                              {Number, _} = maps:get(Kind, All, {0, Pid}),
                                              All#{Kind => {Number + 1, Pid}}
                                      end, #{}, bulk:select(Said, Spec))),
    First = lists:sublist(lists:reverse(lists:keysort(2, Groups)), Limit),
    Initials = maps:from_list(identity:of_processes([Pid || {_, {_, Pid}} <- First], Call)),
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]} <-
                                sweep:read([P || {{P, _, _}, _} <- First, is_pid(P), node(P) =:= node()],
                                           [registered_name], Call)]),
    {[parent, parent_name, initial_call, current_function, count, pid],
     [[Parent, maps:get(Parent, Names, []), maps:get(initial_call, maps:get(Pid, Initials, #{}), Initial),
       Function, Number, Pid] || {{Parent, Initial, Function}, {Number, Pid}} <- First]}.
