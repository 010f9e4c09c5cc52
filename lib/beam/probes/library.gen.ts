// Made by scripts/gen_probes; not to be edited.

/** The Erlang that probes share, by module. */
export const LIBRARY: Readonly<Record<string, string>> = {
  cut: `
%% Makes answers small on the node where the terms are.
-module(cut).
-export([text/2, chars/2, term/2]).
-export_type([limits/0]).

-type limits() :: #{depth := non_neg_integer(), width := pos_integer(),
                    bytes := pos_integer()}.

%% A term as Erlang text, of about so many characters at most.
-spec text(term(), pos_integer()) -> binary().
text(Term, Characters) ->
    unicode:characters_to_binary(
      io_lib:format("~0tp", [Term], [{chars_limit, Characters}])).

%% A string, so many characters of it at most; anything else as text/2 has it.
-spec chars(term(), pos_integer()) -> binary().
chars(Chars, Characters) ->
    try unicode:characters_to_binary(string:slice(Chars, 0, Characters)) of
        Text when is_binary(Text) -> Text;
        _ -> text(Chars, Characters)
    catch
        error:_ -> text(Chars, Characters)
    end.

%% A term bounded in depth, in width (elements of a list, tuple or map, bytes of
%% anything else) and in bytes as a whole. What is too large becomes
%% {'\$cut', Kind, Size, Kept}: its true size, in elements or bytes, and what was
%% kept of it: the first elements, the first pairs of a map, the first bytes.
-spec term(term(), limits()) -> term().
term(Term, #{depth := Depth, width := Width, bytes := Bytes}) ->
    {Cut, _Left} = walk(Term, Depth, Width, Bytes),
    Cut.

%% ---------------------------------------------------------------------------

walk(Binary, _Depth, Width, Left) when is_binary(Binary) ->
    case erlang:max(0, erlang:min(Width, Left)) of
        Keep when byte_size(Binary) =< Keep ->
            {Binary, Left - byte_size(Binary) - 5};
        Keep ->
            %% A copy: the part alone would keep all of it alive.
            Kept = binary:copy(binary:part(Binary, 0, Keep)),
            {{'\$cut', binary, byte_size(Binary), Kept}, Left - Keep - 20}
    end;
walk(Term, Depth, Width, Left) ->
    case open(Term, Width) of
        {Kind, Size, Elements} when Depth > 0 ->
            {Kept, Left1} = walk_all(Elements, Depth - 1, Width, Left - 5),
            {close(Kind, Size, Kept), Left1};
        {Kind, Size, _} ->
            {{'\$cut', Kind, Size, []}, Left - 20};
        leaf ->
            case erlang:external_size(Term) of
                Size when Size =< 64; Size =< Width -> {Term, Left - Size};
                Size -> {{'\$cut', kind(Term), Size, []}, Left - 20}
            end
    end.

walk_all([Element | Elements], Depth, Width, Left) when Left > 0 ->
    {Cut, Left1} = walk_one(Element, Depth, Width, Left),
    {Cuts, Left2} = walk_all(Elements, Depth, Width, Left1),
    {[Cut | Cuts], Left2};
walk_all(_, _Depth, _Width, Left) ->
    {[], Left}.

walk_one({pair, Key, Value}, Depth, Width, Left) ->
    {CutKey, Left1} = walk(Key, Depth, Width, Left),
    {CutValue, Left2} = walk(Value, Depth, Width, Left1),
    {{CutKey, CutValue}, Left2};
walk_one({element, Element}, Depth, Width, Left) ->
    walk(Element, Depth, Width, Left).

%% Takes a container apart, as far as its width goes.
open(Tuple, Width) when tuple_size(Tuple) > 0 ->
    Indexes = lists:seq(1, erlang:min(Width, tuple_size(Tuple))),
    {tuple, tuple_size(Tuple), [{element, element(I, Tuple)} || I <- Indexes]};
open(Map, Width) when map_size(Map) > 0 ->
    {map, map_size(Map), pairs(maps:next(maps:iterator(Map)), Width)};
open([_ | _] = List, Width) ->
    try {list, length(List), [{element, E} || E <- lists:sublist(List, Width)]}
    catch error:badarg -> leaf
    end;
open(_, _Width) ->
    leaf.

pairs({Key, Value, Iterator}, Width) when Width > 0 ->
    [{pair, Key, Value} | pairs(maps:next(Iterator), Width - 1)];
pairs(_, _Width) ->
    [].

close(Kind, Size, Kept) when length(Kept) < Size -> {'\$cut', Kind, Size, Kept};
close(list, _Size, Kept) -> Kept;
close(tuple, _Size, Kept) -> list_to_tuple(Kept);
close(map, Size, Kept) ->
    case maps:from_list(Kept) of
        Map when map_size(Map) =:= Size -> Map;
        _ -> {'\$cut', map, Size, Kept}
    end.

kind(Term) when is_integer(Term) -> integer;
kind(Term) when is_bitstring(Term) -> bitstring;
kind(Term) when is_function(Term) -> 'fun';
kind([_ | _]) -> improper_list;
kind(_) -> term.
`,
  envelope: `
%% What every probe runs in: the one place where a question is kept from doing
%% harm to the node that is asked.
%%
%% The coordinator (main/2) is the process that the distribution link spawned
%% for us, linked to the asker. It alone traps exits and does nothing but wait,
%% so it always hears the end of the link. The body, where the probe runs, and
%% every worker are linked to it: when it goes, for whatever reason, they go.
%% What a probe changes on the node is undone by a process apart (see guard).
-module(envelope).
-export([main/2, report/3, refuse/2, heap_guard/1, now_ms/0]).
-export_type([call/0, cost/0]).

%% The call that a probe serves; \`until\` is when it should come to its end.
-type call() :: #{coordinator := pid(), reference := reference(),
                  until := integer(), heap_words := pos_integer()}.
-type cost() :: #{processes_scanned => non_neg_integer(),
                  partial => boolean(), no_answer => [pid()],
                  ms_on_target => non_neg_integer()}.

%% Answers {{ok, Answer} | {refused, Code, Detail} | {failed, Code, Text}, Cost}:
%% refused by the probe itself (refuse/2), failed in spite of it.
main(Args, #{soft_ms := Soft, hard_ms := Hard, heap_words := Words,
             progress := Progress}) ->
    process_flag(trap_exit, true),
    Start = now_ms(),
    Asker = asker(),
    %% Log events of a process whose group leader is on another node are sent
    %% to that node: ours must be a local one.
    group_leader(local_leader(), self()),
    Reference = make_ref(),
    Call = #{coordinator => self(), reference => Reference,
             until => Start + Soft, heap_words => Words},
    Body = spawn_opt(fun() -> exit({Reference, attempt(Args, Call)}) end,
                     [link, {priority, low}, heap_guard(Words)]),
    {Outcome, Cost} =
        wait(#{body => Body, reference => Reference, until => Start + Hard,
               latest => {{failed, target_timeout, <<>>}, #{}},
               report_to => case Progress of true -> Asker; false -> none end,
               guard => none, undos => []}),
    {Outcome, Cost#{ms_on_target => now_ms() - Start}}.

%% Tells what is known so far, in the shape of a whole answer: it is the answer,
%% marked partial, should the probe not come to its end in time.
report(Answer, Cost, #{coordinator := Coordinator, reference := Reference}) ->
    Coordinator ! {Reference, report, {{ok, Answer}, Cost#{partial => true}}},
    ok.

%% Ends the probe with a reason that the asker can act on.
-spec refuse(atom(), term()) -> no_return().
refuse(Code, Detail) ->
    throw({refused, Code, Detail}).

%% OTP 27 and later count shared binaries too; earlier ones ignore that key.
heap_guard(Words) ->
    {max_heap_size, #{size => Words, kill => true, error_logger => false,
                      include_shared_binaries => true}}.

now_ms() ->
    erlang:monotonic_time(millisecond).

%% ---------------------------------------------------------------------------

%% The process that asked: the one linked to us from another node.
asker() ->
    {links, Links} = process_info(self(), links),
    case [Pid || Pid <- Links, is_pid(Pid), node(Pid) =/= node()] of
        [Pid | _] -> Pid;
        [] -> none
    end.

local_leader() ->
    case whereis(user) of
        undefined -> whereis(init);
        User -> User
    end.

attempt(Args, Call) ->
    try probe:run(Args, Call) of
        {Answer, Cost} -> {{ok, Answer}, Cost}
    catch
        throw:{refused, Code, Detail} -> {{refused, Code, Detail}, #{}};
        Class:Reason -> {{failed, probe_crashed, cut:text({Class, Reason}, 600)}, #{}}
    end.

wait(#{body := Body, reference := Reference, until := Until} = State) ->
    receive
        {'EXIT', Body, {Reference, Outcome}} ->
            finish(Outcome, State);
        {'EXIT', Body, killed} ->
            finish({{failed, probe_killed, <<>>}, #{}}, State);
        {'EXIT', Body, Reason} ->
            finish({{failed, probe_crashed, cut:text(Reason, 600)}, #{}}, State);
        {'EXIT', Pid, Reason} when node(Pid) =/= node() ->
            exit(Reason);
        {'EXIT', _Worker, _} ->
            wait(State);
        {Reference, report, Outcome} ->
            tell(Outcome, State),
            wait(State#{latest := Outcome});
        {Reference, protect, Undo} ->
            wait(protect(Undo, State));
        {'DOWN', _, process, _Guard, _} ->
            wait(State#{guard := guard:start(Body, maps:get(undos, State))})
    after erlang:max(0, Until - now_ms()) ->
        exit(Body, kill),
        finish(maps:get(latest, State), State)
    end.

%% Nothing is left of the call when its answer is on its way.
finish(Outcome, #{guard := none}) ->
    Outcome;
finish(Outcome, #{guard := Guard, body := Body, undos := Undos}) ->
    guard:release(Guard, Body, Undos),
    Outcome.

%% Never blocks, never opens a connection.
tell(_Outcome, #{report_to := none}) ->
    ok;
tell({{ok, Answer}, Cost}, #{report_to := Asker}) ->
    erlang:send(Asker, {partial, Answer, Cost}, [noconnect, nosuspend]).

protect(Undo, #{guard := none, body := Body} = State) ->
    protect(Undo, State#{guard := guard:start(Body, [])});
protect(Undo, #{guard := Guard, undos := Undos, reference := Reference} = State) ->
    guard:add(Guard, Undo, Reference),
    State#{undos := [Undo | Undos]}.
`,
  guard: `
%% Undoes what a probe changed on the node, in whatever way the call ends:
%% answer, deadline, cancellation, or the loss of the link.
%%
%% The guard is a process linked to nobody. The coordinator starts it when the
%% body first asks for protection, and starts it anew should somebody kill it.
-module(guard).
-export([protect/2, start/2, add/3, release/3]).

%% For the body, before it changes something: Undo() will run when the call ends.
%% It may run twice.
-spec protect(fun(() -> term()), envelope:call()) -> ok.
protect(Undo, #{coordinator := Coordinator, reference := Reference}) ->
    Coordinator ! {Reference, protect, Undo},
    receive {Reference, protected} -> ok end.

%% For the coordinator: a guard that watches it, with what is to be undone so
%% far, the newest change first.
start(Body, Undos) ->
    Coordinator = self(),
    spawn_opt(fun() -> watch(monitor(process, Coordinator), Body, Undos) end,
              [monitor, {priority, high}]).

add({Guard, _Monitor}, Undo, Reference) ->
    Guard ! {add, Undo, Reference},
    ok.

%% Undoes now; returns when it is done.
release({Guard, Monitor}, Body, Undos) ->
    Guard ! release,
    receive
        {'DOWN', Monitor, process, Guard, normal} -> ok;
        {'DOWN', Monitor, process, Guard, _} -> release(start(Body, Undos), Body, Undos)
    end.

%% ---------------------------------------------------------------------------

watch(Monitor, Body, Undos) ->
    receive
        {add, Undo, Reference} ->
            Body ! {Reference, protected},
            watch(Monitor, Body, [Undo | Undos]);
        release ->
            undo(Body, Undos);
        {'DOWN', Monitor, process, _Coordinator, _} ->
            undo(Body, Undos)
    end.

%% The body must be gone first, or it could change things again.
undo(Body, Undos) ->
    exit(Body, kill),
    await(Body, monitor(process, Body)),
    lists:foreach(fun(Undo) ->
                          {Pid, Monitor} = spawn_opt(fun() -> catch Undo() end, [monitor]),
                          await(Pid, Monitor)
                  end, Undos).

await(Pid, Monitor) ->
    receive {'DOWN', Monitor, process, Pid, _} -> ok
    after 5000 -> exit(Pid, kill)
    end.
`,
  identity: `
%% What a process says of itself in its dictionary, read with care: no other
%% key is shipped, and before OTP 26.2, where the whole dictionary must be
%% copied to read one key, large processes are left alone.
-module(identity).
-export([of_processes/2, readable/1]).

%% [{Pid, #{initial_call => MFA, ancestors => [pid() | atom()]}}], in the same
%% order; keys that a process does not have are missing.
-spec of_processes([pid()], envelope:call()) -> [{pid(), map()}].
of_processes(Pids, Call) ->
    case readable({dictionary, '\$ancestors'}) of
        true ->
            Items = [{dictionary, '\$initial_call'}, {dictionary, '\$ancestors'}],
            [{Pid, of_values(Values)} || {Pid, Values} <- sweep:read(Pids, Items, Call)];
        false ->
            Sizes = sweep:read(Pids, [total_heap_size], Call),
            Small = [Pid || {Pid, [{_, Words}]} <- Sizes, Words < 1000000],
            [{Pid, of_dictionary(Values)}
             || {Pid, Values} <- sweep:read(Small, [dictionary], Call)]
    end.

%% Whether this release knows an item of process_info/2.
readable(Item) ->
    try process_info(self(), Item) of
        _ -> true
    catch
        error:badarg -> false
    end.

%% ---------------------------------------------------------------------------

of_values(undefined) -> #{};
of_values(Values) -> known([{Key, Value} || {{dictionary, Key}, Value} <- Values]).

of_dictionary(undefined) -> #{};
of_dictionary([{dictionary, Dictionary}]) -> known(Dictionary).

known(Dictionary) ->
    maps:from_list(
      [{initial_call, Mfa} || {'\$initial_call', {_, _, A} = Mfa} <- Dictionary, is_integer(A)]
      ++ [{ancestors, lists:sublist(L, 10)} || {'\$ancestors', L} <- Dictionary, is_list(L)]).
`,
  names: `
%% From what a user calls things to what they are. Names come as binaries, and
%% no atom is ever made of them: it would stay in the node's table for good.
-module(names).
-export([existing_atom/1, process/1]).

%% The first of some spellings that is an atom of this node.
-spec existing_atom([binary()]) -> {ok, atom()} | none.
existing_atom([]) ->
    none;
existing_atom([Spelling | Spellings]) ->
    try {ok, binary_to_existing_atom(Spelling, utf8)}
    catch error:_ -> existing_atom(Spellings)
    end.

%% The pid that is written so, or that is registered under one of the spellings.
-spec process({pid, binary()} | {name, [binary()]}) -> pid().
process({pid, Text}) ->
    try list_to_pid(binary_to_list(Text))
    catch error:badarg -> envelope:refuse(no_such_process, [])
    end;
process({name, Spellings}) ->
    case registered_as(Spellings) of
        Pid when is_pid(Pid) -> Pid;
        Port when is_port(Port) -> envelope:refuse(not_a_process, []);
        undefined -> envelope:refuse(no_such_name, similar(lists:last(Spellings)))
    end.

%% ---------------------------------------------------------------------------

registered_as([]) ->
    undefined;
registered_as([Spelling | Spellings]) ->
    case existing_atom([Spelling]) of
        none -> registered_as(Spellings);
        {ok, Name} ->
            case whereis(Name) of
                undefined -> registered_as(Spellings);
                Found -> Found
            end
    end.

%% Some registered names that hold the text.
similar(Text) ->
    Wanted = string:lowercase(Text),
    lists:sublist(lists:sort([Name || Name <- registered(),
                                      holds(atom_to_binary(Name, utf8), Wanted)]), 5).

holds(Text, Wanted) ->
    string:find(string:lowercase(Text), Wanted) =/= nomatch.
`,
  sweep: `
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

%% What to do with each chunk. \`item\` is asked of its processes. \`pick\` runs in
%% the worker that asked: Pick(Pids, Values, State), with Values in the order of
%% Pids, as process_info/2 gives them (\`undefined\` for a process that is gone).
%% \`step\` runs in the body: Step(Picked, State) gives the next state. \`report\`,
%% called about four times a second, may pass on what is known so far.
-type question(State) ::
        #{item := atom() | [atom()],
          pick := fun(([pid()], [term()], State) -> term()),
          step := fun((term(), State) -> State),
          report := fun((State, envelope:cost()) -> term())}.

%% Folds over the processes, chunk by chunk. Ends early, and says \`partial\`, when
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
`,
  worker: `
%% Work that may hang or grow, done in processes that can be given up.
%%
%% A worker gets a copy of all that its fun names. A fun that calls functions of
%% its own module names the whole probe: where there are many workers, let their
%% funs call functions of OTP only.
-module(worker).
-export([all/3, one/3]).

%% Runs the funs side by side; the results come in the same order. \`no_answer\`
%% stands for one that was not done in time, or grew beyond the heap limit.
-spec all([fun(() -> Value)], non_neg_integer(), envelope:call()) ->
          [{ok, Value} | {raised, term()} | no_answer].
all(Funs, TimeoutMs, Call) ->
    Until = envelope:now_ms() + TimeoutMs,
    Workers = [start(Fun, Call) || Fun <- Funs],
    [result(Worker, Until) || Worker <- Workers].

one(Fun, TimeoutMs, Call) ->
    [Result] = all([Fun], TimeoutMs, Call),
    Result.

%% ---------------------------------------------------------------------------

%% With \`min_heap_words\` in the call it begins with a heap of that size, where
%% the result is known to be large. Linked to the coordinator, so that it cannot be left behind; unlinked before
%% the result leaves, so that the result goes to the body alone.
start(Fun, #{coordinator := Coordinator, heap_words := Words} = Call) ->
    spawn_opt(fun() ->
                      Result = try
                                   link(Coordinator),
                                   {ok, Fun()}
                               catch
                                   _:Reason -> {raised, Reason}
                               end,
                      unlink(Coordinator),
                      exit({done, Result})
              end,
              [monitor, {priority, low}, envelope:heap_guard(Words),
               {min_heap_size, maps:get(min_heap_words, Call, 233)}]).

result({Pid, Monitor}, Until) ->
    receive
        {'DOWN', Monitor, process, Pid, {done, Result}} -> Result;
        {'DOWN', Monitor, process, Pid, _} -> no_answer
    after erlang:max(0, Until - envelope:now_ms()) ->
        exit(Pid, kill),
        demonitor(Monitor, [flush]),
        no_answer
    end.
`,
};
