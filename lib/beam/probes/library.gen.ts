// Made by scripts/gen_probes; not to be edited.

/** The Erlang that probes share, by module. */
export const LIBRARY: Readonly<Record<string, string>> = {
  application_use: `
%% What applications take of a node: a process belongs to the application whose
%% master is its group leader.
-module(application_use).
-export([all/2, one/2]).

%% Folds over all processes to #{Leader => {Processes, Bytes}}. \`Report\` gets what
%% is known so far.
-spec all(fun((#{pid() => {non_neg_integer(), non_neg_integer()}}, envelope:cost()) -> term()),
          envelope:call()) ->
          {#{pid() => {non_neg_integer(), non_neg_integer()}}, envelope:cost()}.
all(Report, Call) ->
    Grouped = erlang:function_exported(maps, groups_from_list, 3),
    {_, Everyone} = sweep:everyone(Call),
    sweep:again(#{item => [group_leader, memory],
                  pick => case Grouped of true -> grouped(); false -> folded() end,
                  step => fun(Picked, Use) -> lists:foldl(fun add/2, Use, Picked) end,
                  report => Report}, #{}, Everyone, Call).

%% The same of one leader: {Processes, Bytes}.
-spec one(pid(), envelope:call()) ->
          {{non_neg_integer(), non_neg_integer()}, envelope:cost()}.
one(Leader, Call) ->
    {_, Everyone} = sweep:everyone(Call),
    sweep:again(#{item => group_leader,
                  pick => members(Leader),
                  step => fun({N, Bytes}, {All, Sum}) -> {All + N, Sum + Bytes} end,
                  report => fun(_, _) -> ok end}, {0, 0}, Everyone, Call).

%% ---------------------------------------------------------------------------
%% These run in workers, so they call functions of OTP only.

grouped() ->
    fun(_Pids, Values, _) ->
            Spec = [{[{group_leader, '\$1'}, {memory, '\$2'}], [], [['\$1' | '\$2']]}],
            Rows = ets:match_spec_run(Values, ets:match_spec_compile(Spec)),
            Groups = maps:groups_from_list(fun erlang:hd/1, fun erlang:tl/1, Rows),
            Sizes = maps:values(Groups),
            lists:zip3(maps:keys(Groups), lists:map(fun erlang:length/1, Sizes),
                       lists:map(fun lists:sum/1, Sizes))
    end.

%% OTP 23 and 24.
folded() ->
    fun(_Pids, Values, _) ->
            [{Leader, N, Bytes}
             || {Leader, {N, Bytes}} <-
                    maps:to_list(lists:foldl(
                                   fun([{_, Leader}, {_, Bytes}], Use) ->
                                           {N, Sum} = maps:get(Leader, Use, {0, 0}),
                                           Use#{Leader => {N + 1, Sum + Bytes}};
                                      (undefined, Use) -> Use
                                   end, #{}, Values))]
    end.

members(Leader) ->
    fun(Pids, Values, _) ->
            Spec = [{{'\$1', {group_leader, Leader}}, [], ['\$1']}],
            Mine = ets:match_spec_run(lists:zip(Pids, Values), ets:match_spec_compile(Spec)),
            Memory = lists:zipwith(fun erlang:process_info/2, Mine,
                                   lists:duplicate(length(Mine), memory)),
            {length(Mine),
             lists:sum(ets:match_spec_run(Memory, ets:match_spec_compile([{{memory, '\$1'}, [], ['\$1']}])))}
    end.

add({Leader, N, Bytes}, Use) ->
    {All, Sum} = maps:get(Leader, Use, {0, 0}),
    Use#{Leader => {All + N, Sum + Bytes}}.
`,
  applications: `
%% The applications of a node, read from the application controller's table and
%% from links: neither it nor a master is asked, so neither can make us wait.
-module(applications).
-export([known/1, similar/1, loaded/0, masters/0, tops/2, controller/1, status/2]).

%% The loaded application that one of the spellings names.
-spec known([binary()]) -> atom().
known(Spellings) ->
    case [Application || Spelling <- Spellings,
                         {ok, Application} <- [names:existing_atom([Spelling])],
                         ets:member(ac_tab, {loaded, Application})] of
        [Application | _] -> Application;
        [] -> envelope:refuse(no_such_application, similar(lists:last(Spellings)))
    end.

%% Some loaded applications that may have been meant.
-spec similar(binary()) -> [atom()].
similar(Text) ->
    names:near(Text, loaded()).

-spec loaded() -> [atom()].
loaded() ->
    lists:sort(ets:select(ac_tab, [{{{loaded, '\$1'}, '_'}, [], ['\$1']}])).

%% [{Application, Master}] of those that run and have processes.
-spec masters() -> [{atom(), pid()}].
masters() ->
    lists:sort([{Application, Master}
                || [Application, Master] <- ets:match(ac_tab, {{application_master, '\$1'}, '\$2'}),
                   is_pid(Master)]).

%% [{Application, Top}]: the first process of each. A master is linked to a process
%% that is linked to it.
-spec tops([{atom(), pid()}], envelope:call()) -> [{atom(), pid()}].
tops(Masters, Call) ->
    Owners = maps:from_list([{Master, Application} || {Application, Master} <- Masters]),
    Linked = [{Pid, maps:get(Master, Owners), Master}
              || {Master, [{links, Links}]} <- sweep:read(maps:keys(Owners), [links], Call),
                 Pid <- Links, is_pid(Pid), node(Pid) =:= node()],
    Items = [initial_call, links],
    Said = maps:from_list([{Pid, Links}
                           || {Pid, [{initial_call, {application_master, start_it, 4}}, {links, Links}]}
                                  <- sweep:read([Pid || {Pid, _, _} <- Linked], Items, Call)]),
    lists:sort([{Application, Top} || {Pid, Application, Master} <- Linked, is_map_key(Pid, Said),
                                      Top <- maps:get(Pid, Said), Top =/= Master, is_pid(Top)]).

%% What only the controller knows: #{running, started, starting := [tuple()]}. Where
%% it is hung, or does not answer within a second, #{tops := [{atom(), pid()}]}.
-spec controller(envelope:call()) -> #{atom() => [tuple()]}.
controller(Call) ->
    Answer = case servers:ready(whereis(application_controller), 100, Call) of
                 {ok, _} -> worker:one(fun() -> application:info() end, 1000, Call);
                 _ -> no_answer
             end,
    case Answer of
        {ok, Info} -> maps:with([running, started, starting], maps:from_list(Info));
        _ -> #{tops => tops(masters(), Call)}
    end.

%% {running | starting | loaded | unknown, permanent | transient | temporary | none}.
-spec status(atom(), #{atom() => [tuple()]}) -> {atom(), atom()}.
status(Application, #{running := Running, started := Started, starting := Starting}) ->
    Kind = case lists:keyfind(Application, 1, Started) of
               {_, Permanence} -> Permanence;
               false -> none
           end,
    case {lists:keymember(Application, 1, Running), lists:keyfind(Application, 1, Starting)} of
        {true, _} -> {running, Kind};
        {false, false} -> {loaded, none};
        {false, Entry} -> {starting, element(2, Entry)}
    end;
status(Application, #{tops := Tops}) ->
    case lists:keymember(Application, 1, Tops) of
        true -> {running, none};
        false -> {unknown, none}
    end.
`,
  atoms: `
%% The atom table, whose entries are never freed.
-module(atoms).
-export([newest/1]).

%% The names of the atoms made last, the newest first. Uses the tag by which a node
%% refers to its own table in terms that it keeps for itself: none is made by it,
%% and a release that does not know it answers with none.
-spec newest(non_neg_integer()) -> [binary()].
newest(Limit) ->
    Count = erlang:system_info(atom_count),
    Indexes = lists:seq(Count - 1, erlang:max(0, Count - Limit), -1),
    try [atom_to_binary(binary_to_term(<<131, 75, Index:24>>, [safe]), utf8) || Index <- Indexes]
    catch error:_ -> []
    end.
`,
  bulk: `
%% The same question to very many tables, ports or sockets, put by native
%% functions over whole groups of them.
%%
%% One that is locked, or busy, may keep whoever asks about it waiting. So workers
%% ask, with a time limit; a group that is late is asked again in smaller ones.
-module(bulk).
-export([ask/3, select/2, count/1]).

%% What Ask(Things) gives, one value for each in the same order; \`silent\` for one
%% that did not answer in time. Ask is to call functions of OTP only.
-spec ask(fun(([Thing]) -> [Value]), [Thing], envelope:call()) -> [Value | silent].
ask(Ask, Things, Call) ->
    ask(Ask, Things, [2000, 50, 1], Call).

%% The rows that a match spec picks, as it shapes them.
-spec select([tuple()], [tuple()]) -> [term()].
select(_Rows, []) ->
    [];
select(Rows, Spec) ->
    ets:match_spec_run(Rows, ets:match_spec_compile(Spec)).

%% [{Count, Value}], the most frequent first.
-spec count([Value]) -> [{pos_integer(), Value}].
count(Values) ->
    Counts = lists:foldl(fun(Value, All) -> All#{Value => maps:get(Value, All, 0) + 1} end,
                         #{}, Values),
    lists:reverse(lists:sort([{Count, Value} || {Value, Count} <- maps:to_list(Counts)])).

%% ---------------------------------------------------------------------------

ask(Ask, Things, [Size | Sizes], #{until := Until} = Call) ->
    Groups = groups(Things, Size),
    Patience = erlang:min(400, Until - envelope:now_ms()),
    Results = worker:all([fun() -> Ask(Group) end || Group <- Groups],
                         erlang:max(0, Patience), Call),
    lists:append([values(Ask, Group, Result, Sizes, Call)
                  || {Group, Result} <- lists:zip(Groups, Results)]).

values(_Ask, _Group, {ok, Values}, _Sizes, _Call) ->
    Values;
values(_Ask, _Group, {raised, Reason}, _Sizes, _Call) ->
    error(Reason);
values(Ask, Group, no_answer, Sizes, #{until := Until} = Call) ->
    case envelope:now_ms() < Until andalso Sizes =/= [] of
        true -> ask(Ask, Group, Sizes, Call);
        false -> [silent || _ <- Group]
    end.

groups([], _Size) ->
    [];
groups(Things, Size) ->
    Group = lists:sublist(Things, Size),
    [Group | groups(lists:nthtail(length(Group), Things), Size)].
`,
  call_counts: `
%% How often functions are called, by counters in the emulator: no messages, however
%% many calls.
-module(call_counts).
-export([over/3, open/2, read/1, close/1]).
-export_type([counter/0]).

-type counter() :: #{way := tracing:way() | shared, targets := [tracepoints:target()],
                     functions := [mfa()], shared := [mfa()]}.

%% {[{Function, Calls}], Microseconds, Shared}, the most called first: Shared are the functions
%% whose counters somebody else has set. They are read, and left as they are.
-spec over([tracepoints:target()], pos_integer(), envelope:call()) ->
          {[{mfa(), non_neg_integer()}], pos_integer(), [mfa()]}.
over(Targets, WindowMs, Call) ->
    Counter = open(Targets, Call),
    Begin = erlang:monotonic_time(microsecond),
    Before = read(Counter),
    window:wait(envelope:now_ms() + WindowMs, Call),
    After = read(Counter),
    Microseconds = erlang:monotonic_time(microsecond) - Begin,
    close(Counter),
    %% Where there is one set of counters for all, whoever set them may have taken them back.
    [envelope:refuse(counters_lost, Function)
     || {{Function, A}, {_, B}} <- lists:zip(Before, After), is_integer(A), not is_integer(B)],
    Counts = [{-erlang:max(0, B - A), Function}
              || {{Function, A}, {_, B}} <- lists:zip(Before, After), is_integer(A), is_integer(B)],
    {[{Function, -Calls} || {Calls, Function} <- lists:sort(Counts)], Microseconds,
     maps:get(shared, Counter)}.

%% Counts from now on, until it is closed or the call ends.
-spec open([tracepoints:target()], envelope:call()) -> counter().
open(Targets, Call) ->
    Functions = tracepoints:functions(Targets),
    {Way, Shared} = start(Targets, Functions, Call),
    #{way => Way, targets => Targets, functions => Functions, shared => Shared}.

read(#{way := Way, functions := Functions}) ->
    [{Function, tracing:counted(Way, Function)} || Function <- Functions].

close(#{way := Way, targets := Targets, shared := Shared}) ->
    stop(Way, Targets, Shared).

%% ---------------------------------------------------------------------------

start(Targets, Functions, Call) ->
    case tracing:sessions() of
        true ->
            Way = tracing:open(self(), [], Call),
            [tracing:functions(Way, Pattern, true, [local, call_count])
             || Pattern <- tracepoints:patterns(Targets)],
            {Way, []};
        false ->
            Shared = [Function || Function <- Functions, tracing:counted(shared, Function) =/= false],
            guard:protect(fun() -> stop(shared, Targets, Shared) end, Call),
            [erlang:trace_pattern(Pattern, true, [local, call_count])
             || Pattern <- ours(Targets, Shared)],
            {shared, Shared}
    end.

stop({session, _} = Way, _Targets, _Shared) ->
    tracing:close(Way);
stop(shared, Targets, Shared) ->
    [erlang:trace_pattern(Pattern, false, [local, call_count]) || Pattern <- ours(Targets, Shared)],
    ok.

%% As few patterns as there can be: each one is a step that the whole emulator takes together.
ours(Targets, []) ->
    tracepoints:patterns(Targets);
ours(Targets, Shared) ->
    tracepoints:functions(Targets) -- Shared.
`,
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
        {closure, Free} ->
            %% What it holds may share so much that nothing can count it as it is sent.
            case Depth > 0 andalso few(Free, 64) of
                true -> {Term, Left - erlang:external_size(Term)};
                _ -> {{'\$cut', 'fun', erts_debug:size(Term) * erlang:system_info(wordsize), []}, Left - 20}
            end;
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
    catch error:badarg -> improper(List, Width, 0, [])
    end;
open(Fun, _Width) when is_function(Fun) ->
    case erlang:fun_info(Fun, env) of
        {env, [_ | _] = Free} -> {closure, Free};
        _ -> leaf
    end;
open(_, _Width) ->
    leaf.

%% Its elements, and its tail as the last of them; counted up to 100,000.
improper([Element | Tail], Width, Size, Elements) when Size < Width ->
    improper(Tail, Width, Size + 1, [{element, Element} | Elements]);
improper([_ | Tail], Width, Size, Elements) when Size < 100000 ->
    improper(Tail, Width, Size + 1, Elements);
improper(Tail, Width, Size, Elements) when Size < Width ->
    {improper_list, Size + 1, lists:reverse(Elements, [{element, Tail}])};
improper(_Tail, _Width, Size, Elements) ->
    {improper_list, Size + 1, lists:reverse(Elements)}.

%% Whether terms have so few parts in all, each counted as often as it is held.
few([], _Left) -> true;
few(_, Left) when Left =< 0 -> false;
few([Binary | Terms], Left) when is_binary(Binary) -> few(Terms, Left - byte_size(Binary) div 16 - 1);
few([Term | Terms], Left) ->
    case open(Term, Left) of
        leaf -> few(Terms, Left - erlang:external_size(Term) div 16 - 1);
        {closure, Free} -> few(Free ++ Terms, Left - 1);
        {_, Size, _} when Size > Left -> false;
        {_, _, Elements} ->
            Parts = lists:append([case Part of {element, One} -> [One]; {pair, Key, Value} -> [Key, Value] end
                                  || Part <- Elements]),
            few(Parts ++ Terms, Left - 1)
    end.

pairs({Key, Value, Iterator}, Width) when Width > 0 ->
    [{pair, Key, Value} | pairs(maps:next(Iterator), Width - 1)];
pairs(_, _Width) ->
    [].

close(Kind, Size, Kept) when length(Kept) < Size -> {'\$cut', Kind, Size, Kept};
close(list, _Size, Kept) -> Kept;
close(improper_list, _Size, Kept) ->
    [Tail | Elements] = lists:reverse(Kept),
    lists:foldl(fun(Element, Rest) -> [Element | Rest] end, Tail, Elements);
close(tuple, _Size, Kept) -> list_to_tuple(Kept);
close(map, Size, Kept) ->
    case maps:from_list(Kept) of
        Map when map_size(Map) =:= Size -> Map;
        _ -> {'\$cut', map, Size, Kept}
    end.

kind(Term) when is_integer(Term) -> integer;
kind(Term) when is_bitstring(Term) -> bitstring;
kind(Term) when is_function(Term) -> 'fun';
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
        wait(#{asker => Asker, body => Body, reference => Reference, until => Start + Hard,
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

%% The process that asked: the only one that is linked to us so far.
asker() ->
    {links, Links} = process_info(self(), links),
    case [Pid || Pid <- Links, is_pid(Pid)] of
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

wait(#{asker := Asker, body := Body, reference := Reference, until := Until} = State) ->
    receive
        {'EXIT', Body, {Reference, Outcome}} ->
            finish(Outcome, State);
        {'EXIT', Body, killed} ->
            finish({{failed, probe_killed, <<>>}, #{}}, State);
        {'EXIT', Body, Reason} ->
            finish({{failed, probe_crashed, cut:text(Reason, 600)}, #{}}, State);
        {'EXIT', Asker, Reason} ->
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
  evaluation: `
%% Runs what a user wrote. It has a process of its own, with limits, and a group
%% leader of its own, that every process it starts inherits: what it prints stays
%% here, and when the call ends, in whatever way, all of them are killed.
-module(evaluation).
-export([run/3]).

-type limits() :: #{ms := pos_integer(), heap_words := pos_integer(),
                    output := non_neg_integer(), values := cut:limits()}.

%% {Outcome, {Output, OmittedBytes}}: {value, Cut, Bytes}, {raised, Class, Cut, Bytes,
%% Stack}, {ended, Cut, Bytes} for one that was ended from outside, \`out_of_memory\`,
%% \`out_of_time\`, \`too_many_processes\`: the node has 5,000 more than before.
-spec run(fun(() -> term()), limits(), envelope:call()) -> {term(), {binary(), non_neg_integer()}}.
run(Work, #{ms := Ms, heap_words := Words, output := Bytes} = Limits, #{until := Until} = Call) ->
    Body = self(),
    End = erlang:min(Until, envelope:now_ms() + Ms),
    Before = erlang:processes(),
    Leader = spawn_opt(fun() -> lead(monitor(process, Body), [], Bytes, 0) end,
                       [{max_heap_size, #{size => 16#400000, kill => true, error_logger => false}}]),
    guard:protect(fun() -> clear(Leader, Before), exit(Leader, kill) end, Call),
    %% Inherited at birth: at no time is there an evaluator that would not be found.
    Own = group_leader(),
    group_leader(Leader, self()),
    {Evaluator, Monitor} =
        spawn_opt(fun() -> exit({Body, outcome(Work, Limits)}) end,
                  [monitor, {priority, low}, envelope:heap_guard(Words)]),
    group_leader(Own, self()),
    %% Above all that it starts.
    process_flag(priority, high),
    Most = erlang:system_info(process_count) + 5000,
    Outcome = wait(Evaluator, Monitor, End, Most, Limits),
    exit(Evaluator, kill),
    clear(Leader, Before),
    process_flag(priority, low),
    {Outcome, output(Leader)}.

%% ---------------------------------------------------------------------------

wait(Evaluator, Monitor, End, Most, Limits) ->
    Body = self(),
    receive
        {'DOWN', Monitor, process, Evaluator, {Body, Result}} -> Result;
        {'DOWN', Monitor, process, Evaluator, killed} -> out_of_memory;
        {'DOWN', Monitor, process, Evaluator, Reason} -> ended(Reason, Limits)
    after 10 ->
        case erlang:system_info(process_count) > Most of
            true -> too_many_processes;
            false ->
                case envelope:now_ms() < End of
                    true -> wait(Evaluator, Monitor, End, Most, Limits);
                    false -> out_of_time
                end
        end
    end.

outcome(Work, #{values := Values}) ->
    try Work() of
        Value ->
            {Cut, Bytes} = shown(Value, Values),
            {value, Cut, Bytes}
    catch
        Class:Reason:Stack ->
            {Cut, Bytes} = shown(Reason, Values),
            {raised, Class, Cut, Bytes, [frame(Frame) || Frame <- lists:sublist(Stack, 20), not interpreter(Frame)]}
    end.

ended(Reason, #{values := Values}) ->
    {Cut, Bytes} = shown(Reason, Values),
    {ended, Cut, Bytes}.

%% As values:shown/2, but what is shared counts once: a value that was just made may
%% share so much that its parts cannot be counted one by one.
shown(Term, Limits) ->
    {cut:term(Term, Limits), erts_debug:size(Term) * erlang:system_info(wordsize)}.

%% Between what was written and what it calls; it tells nothing.
interpreter(Frame) ->
    lists:member(element(1, Frame), [erl_eval, eval_bits]).

frame({Module, Function, Arguments, Location}) ->
    {Module, Function,
     case is_list(Arguments) of true -> length(Arguments); false -> Arguments end,
     unicode:characters_to_binary(proplists:get_value(file, Location, "")),
     proplists:get_value(line, Location, 0)};
frame({Function, Arguments, Location}) when is_function(Function) ->
    {module, Module} = erlang:fun_info(Function, module),
    frame({Module, 'fun', Arguments, Location}).

%% ---------------------------------------------------------------------------
%% The group leader: serves the I/O protocol, and keeps what is printed.

lead(Body, Kept, Left, Omitted) ->
    receive
        {io_request, From, ReplyAs, Request} ->
            {Reply, Bytes} = serve(Request),
            From ! {io_reply, ReplyAs, Reply},
            case byte_size(Bytes) of
                0 -> lead(Body, Kept, Left, Omitted);
                Size when Size =< Left -> lead(Body, [Bytes | Kept], Left - Size, Omitted);
                Size ->
                    Part = binary:copy(binary:part(Bytes, 0, Left)),
                    lead(Body, [Part | Kept], 0, Omitted + Size - Left)
            end;
        {output, From, Reference} ->
            From ! {Reference, iolist_to_binary(lists:reverse(Kept)), Omitted},
            lead(Body, Kept, Left, Omitted);
        %% Whoever is left finds nobody to print to, and is killed in a moment.
        {'DOWN', Body, process, _, _} ->
            receive after 60000 -> ok end;
        _ ->
            lead(Body, Kept, Left, Omitted)
    end.

output(Leader) ->
    Monitor = monitor(process, Leader),
    Leader ! {output, self(), Monitor},
    receive
        {Monitor, Output, Omitted} -> {Output, Omitted};
        {'DOWN', Monitor, process, Leader, _} -> {<<>>, 0}
    after 1000 -> {<<>>, 0}
    end.

serve({put_chars, Encoding, Module, Function, Arguments}) -> formatted(Encoding, Module, Function, Arguments);
serve({put_chars, Encoding, Characters}) -> text(Encoding, Characters);
serve({put_chars, Module, Function, Arguments}) -> formatted(latin1, Module, Function, Arguments);
serve({put_chars, Characters}) -> text(latin1, Characters);
serve({requests, Requests}) ->
    lists:foldl(fun(Request, {ok, Before}) ->
                        {Reply, Bytes} = serve(Request),
                        {Reply, <<Before/binary, Bytes/binary>>};
                   (_, Failed) ->
                        Failed
                end, {ok, <<>>}, Requests);
serve(getopts) -> {[{encoding, unicode}], <<>>};
serve({get_geometry, _}) -> {{error, enotsup}, <<>>};
serve(Request) when element(1, Request) =:= get_line; element(1, Request) =:= get_chars;
                    element(1, Request) =:= get_until ->
    {eof, <<>>};
serve(_) -> {{error, enotsup}, <<>>}.

%% io:format/2 sends its arguments, and has the leader do the formatting.
formatted(Encoding, io_lib, Function, [Format, Arguments]) when Function =:= format; Function =:= fwrite ->
    try text(Encoding, io_lib:format(Format, Arguments))
    catch _:_ -> {{error, Function}, <<>>}
    end;
formatted(_Encoding, _Module, Function, _Arguments) ->
    {{error, Function}, <<>>}.

text(Encoding, Characters) ->
    case unicode:characters_to_binary(Characters, Encoding, unicode) of
        Bytes when is_binary(Bytes) -> {ok, Bytes};
        _ -> {{error, {Encoding, put_chars}}, <<>>}
    end.

%% ---------------------------------------------------------------------------

%% Kills all whose group leader it is, until there is none. Those that were there before
%% are not looked at; the order of pids does not tell which, since a node gives numbers
%% again. A process that was there, and is gone when it is looked at, may have started
%% another: so none is left only where none was missed. Where other short-lived ones come
%% and go, that is never: then this gives up, on a large node soon.
clear(Leader, Before) ->
    Priority = process_flag(priority, high),
    Count = length(Before),
    Tries = case Count < 50000 of true -> 10; false -> 3 end,
    clear(Leader, Before, #{most => Count + erlang:max(1000, Count div 20), tries => Tries}, 0),
    process_flag(priority, Priority).

%% To stop all else for a look, which on a large node takes long, there must be more than
%% processes that are gone: some of ours, or very many.
clear(Leader, Strangers, #{most := Most, tries := Tries} = Limits, Round) ->
    Many = erlang:system_info(process_count) > Most,
    Frozen = Round < 50 andalso (Many orelse Round >= 5),
    process_flag(priority, case Many orelse Round >= 5 of true -> max; false -> high end),
    case others(Strangers) of
        [] ->
            ok;
        Suspects ->
            {Ours, More, Gone} =
                case Frozen of
                    true -> freeze(Leader, Strangers);
                    false -> look(Leader, Suspects, [4000, 100, 1], 200, fun(_) -> ok end)
                end,
            Last = case Ours orelse Many of true -> 100; false -> Tries end,
            case (Ours orelse Gone) andalso Round < Last of
                true -> clear(Leader, More ++ Strangers, Limits#{tries := Last}, Round + 1);
                false -> ok
            end
    end.

others(Strangers) ->
    erlang:processes() -- [self() | Strangers].

%% For processes that start others faster than they can be found. While nothing else
%% runs, for some milliseconds, all that are new are suspended, which takes effect before
%% they run; ours are killed, the others resumed as soon as they are known.
freeze(Leader, Strangers) ->
    erlang:system_flag(multi_scheduling, block_normal),
    Held = held(others(Strangers)),
    erlang:system_flag(multi_scheduling, unblock_normal),
    look(Leader, Held, [4000, 100, 1], 1500, fun resume/1).

resume(Pids) ->
    lists:foreach(fun(Pid) -> catch erlang:resume_process(Pid) end, Pids).

held(Pids) ->
    try lists:zipwith(fun erlang:suspend_process/2, Pids, lists:duplicate(length(Pids), [asynchronous])) of
        _ -> Pids
    catch
        error:_ -> [Pid || Pid <- Pids, hold(Pid)]
    end.

hold(Pid) ->
    try erlang:suspend_process(Pid, [asynchronous])
    catch error:_ -> false
    end.

kill(Pids) ->
    lists:zipwith(fun erlang:exit/2, Pids, lists:duplicate(length(Pids), kill)).

%% Kills ours, and does with the others what is said: {Whether there were any of ours, The
%% others, Whether some are gone}. A process inside native code keeps its reader waiting, so
%% groups that are late are read again in smaller ones; one that is late alone is taken for a
%% stranger.
look(_Leader, [], _Sizes, _Ms, _Spare) ->
    {false, [], false};
look(_Leader, Silent, [], _Ms, Spare) ->
    Spare(Silent),
    {false, Silent, false};
look(Leader, Pids, [Size | Sizes], Ms, Spare) ->
    Until = envelope:now_ms() + Ms,
    Readers = [{Group, reader(Leader, Group)} || Group <- groups(Pids, Size)],
    lists:foldl(fun({Group, Reader}, {Ours, Strangers, Gone}) ->
                        {Ours1, Strangers1, Gone1} =
                            case result(Reader, Until) of
                                {read, {Mine, Others, Missing}} ->
                                    kill(Mine),
                                    Spare(Others),
                                    {Mine =/= [], Others, Missing};
                                late -> look(Leader, Group, Sizes, Ms, Spare)
                            end,
                        {Ours1 or Ours, Strangers1 ++ Strangers, Gone or Gone1}
                end, {false, [], false}, Readers).

%% Where there is no room for one more process, it is read here.
reader(Leader, Pids) ->
    try spawn_opt(fun() -> exit({read, read(Leader, Pids)}) end, [monitor, {priority, max}])
    catch
        error:system_limit -> {read, read(Leader, Pids)}
    end.

result({read, _} = Read, _Until) ->
    Read;
result({Pid, Monitor}, Until) ->
    receive
        {'DOWN', Monitor, process, Pid, Result} -> Result
    after erlang:max(0, Until - envelope:now_ms()) ->
        exit(Pid, kill),
        demonitor(Monitor, [flush]),
        late
    end.

groups([], _Size) ->
    [];
groups(Pids, Size) ->
    Group = lists:sublist(Pids, Size),
    [Group | groups(lists:nthtail(length(Group), Pids), Size)].

read(Leader, Pids) ->
    Items = lists:duplicate(length(Pids), group_leader),
    Known = lists:zip(Pids, lists:zipwith(fun erlang:process_info/2, Pids, Items)),
    Ours = pick(Known, [{{'\$1', {group_leader, Leader}}, [], ['\$1']}]),
    Others = pick(Known, [{{'\$1', {group_leader, '\$2'}}, [{'=/=', '\$2', Leader}], ['\$1']}]),
    {Ours, Others, length(Ours) + length(Others) < length(Pids)}.

pick(Rows, Spec) ->
    ets:match_spec_run(Rows, ets:match_spec_compile(Spec)).
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

%% Undoes now; returns when it is done, or after 5 s: what is hung goes on by itself.
release({Guard, Monitor}, Body, Undos) ->
    Guard ! release,
    receive
        {'DOWN', Monitor, process, Guard, normal} -> ok;
        {'DOWN', Monitor, process, Guard, _} -> release(start(Body, Undos), Body, Undos)
    after 5000 -> ok
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
    Monitor = monitor(process, Body),
    receive {'DOWN', Monitor, process, Body, _} -> ok after 5000 -> ok end,
    lists:foreach(fun apart/1, Undos).

%% Before all that the call may have started; and here, where there is no room for one
%% more process. However long it takes: whom it has to ask may be hung.
apart(Undo) ->
    try spawn_opt(fun() -> catch Undo() end, [monitor, {priority, high}]) of
        {Pid, Monitor} -> receive {'DOWN', Monitor, process, Pid, _} -> ok end
    catch
        error:system_limit -> catch Undo()
    end.
`,
  hazards: `
%% Traces of a process that the emulator of some releases does not survive, or the
%% process does not: refused, whoever else would have to be there for it to happen.
-module(hazards).
-export([refuse/3]).
-optional([{trace, session_info, 1}, {trace, info, 3}]).

%% Before the flags are set; the tracer is that of this trace.
-spec refuse(all | [pid()], [atom()], pid()) -> ok.
refuse(all, _Flags, _Tracer) ->
    ok;
refuse(Processes, Flags, Tracer) ->
    case tracing:sessions() of
        true ->
            lists:member(garbage_collection, Flags) andalso alone(Processes, Tracer);
        false ->
            Version = [list_to_integer(N) || N <- string:lexemes(erlang:system_info(version), ".")],
            %% OTP-18398: on a dirty scheduler, when the tracer is gone.
            [envelope:refuse(unsafe_here, {Flag, <<"25.3">>})
             || Flag <- [running, garbage_collection], lists:member(Flag, Flags), Version < [13, 2]],
            %% OTP-18838: the process may never run again.
            Lost = Version < [13, 2, 2, 5] orelse Version >= [14] andalso Version < [14, 2],
            [envelope:refuse(unsafe_here, {'receive', <<"25.3.2.8 or 26.2">>})
             || Lost, lists:member('receive', Flags), Process <- Processes,
                {message_queue_data, off_heap} <- [process_info(Process, message_queue_data)]]
    end,
    ok.

%% ---------------------------------------------------------------------------

%% Two sessions that tell of the collections of one process end the emulator:
%% https://github.com/erlang/otp/issues/11624. Those of ours keep a name meanwhile.
alone(Processes, Tracer) ->
    try register(beamtap_tracer, Tracer)
    catch error:badarg -> envelope:refuse(traced_by_others, {none, beamtap_tracer, none})
    end,
    [envelope:refuse(traced_by_others, {none, [], none})
     || Process <- Processes, Session <- trace:session_info(all),
        {flags, Flags} <- [flags(Session, Process)], lists:member(garbage_collection, Flags)].

%% A session or a process that is gone has none.
flags(Session, Process) ->
    try trace:info(Session, Process, flags) catch error:_ -> none end.
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
            %% What proc_lib did not start has neither key: its dictionary is not copied.
            Facts = [{Pid, Words, Initial} || {Pid, [{_, Words}, {_, {Initial, _, _}}]}
                                                  <- sweep:read(Pids, [total_heap_size, initial_call], Call)],
            Small = small([{Pid, Words} || {Pid, Words, proc_lib} <- Facts], Call),
            Read = maps:from_list(sweep:read(Small, [dictionary], Call)),
            [{Pid, of_dictionary(maps:get(Pid, Read, undefined))}
             || {Pid, _, Initial} <- Facts, Initial =/= proc_lib orelse is_map_key(Pid, Read)]
    end.

%% Whether this release knows an item of process_info/2.
readable(Item) ->
    try process_info(self(), Item) of
        _ -> true
    catch
        error:badarg -> false
    end.

%% ---------------------------------------------------------------------------

%% Those of less than a million words, or less than their links account for, as those
%% of a supervisor's children do: about 120 words each.
small(Sizes, Call) ->
    case [Pid || {Pid, Words} <- Sizes, Words >= 1000000] of
        [] ->
            [Pid || {Pid, _} <- Sizes];
        Large ->
            Links = maps:from_list([{Pid, length(Links)}
                                    || {Pid, [{_, Links}]} <- sweep:read(Large, [links], Call)]),
            [Pid || {Pid, Words} <- Sizes, Words < erlang:max(1000000, 300 * maps:get(Pid, Links, 0))]
    end.

of_values(undefined) -> #{};
of_values(Values) -> known([{Key, Value} || {{dictionary, Key}, Value} <- Values]).

of_dictionary(undefined) -> #{};
of_dictionary([{dictionary, Dictionary}]) -> known(Dictionary).

known(Dictionary) ->
    maps:from_list(
      [{initial_call, Mfa} || {'\$initial_call', {_, _, A} = Mfa} <- Dictionary, is_integer(A)]
      ++ [{ancestors, lists:sublist(L, 10)} || {'\$ancestors', L} <- Dictionary, is_list(L)]).
`,
  levels: `
%% Log levels, and those of them that are lent: changed until a time, or until the
%% link to those who asked is lost. A process of ours, one on a node and only while
%% there is something to do, puts them back; another watches it, should it be killed.
-module(levels).
-export([read/1, write/2, lend/4, settle/1]).

-type target() :: primary | {module, module()} | {handler, atom()}.

%% The level now; \`unset\` for a module that has none of its own, \`none_such\` without
%% the handler.
-spec read(target()) -> atom().
read(primary) ->
    #{level := Level} = logger:get_primary_config(),
    Level;
read({module, Module}) ->
    case logger:get_module_level(Module) of
        [{Module, Level}] -> Level;
        [] -> unset
    end;
read({handler, Id}) ->
    case logger:get_handler_config(Id) of
        {ok, #{level := Level}} -> Level;
        {ok, _} -> all;
        {error, _} -> none_such
    end.

-spec write(target(), atom()) -> ok | {error, term()}.
write(primary, Level) -> logger:set_primary_config(level, Level);
write({module, Module}, unset) -> logger:unset_module_level(Module);
write({module, Module}, Level) -> logger:set_module_level(Module, Level);
write({handler, Id}, Level) -> logger:set_handler_config(Id, level, Level).

%% Sets a level until then. What it was before the first loan comes back.
-spec lend(target(), atom(), pos_integer(), node() | none) -> ok.
lend(Target, Level, Ms, Owner) ->
    request({lend, Target, Level, envelope:now_ms() + Ms, Owner}).

%% Ends a loan without a change, since the level is now to stay what it will be.
-spec settle(target()) -> ok.
settle(Target) ->
    case whereis(beamtap_levels) of
        undefined -> ok;
        _ -> request({settle, Target})
    end.

%% ---------------------------------------------------------------------------

%% The keeper ends when nothing is lent, which may be just now.
request(Request) ->
    Keeper = case whereis(beamtap_levels) of
                 undefined -> spawn_opt(fun begin_to_keep/0, []);
                 Known -> Known
             end,
    Monitor = monitor(process, Keeper),
    Keeper ! {Request, self(), Monitor},
    receive
        {Monitor, done} -> demonitor(Monitor, [flush]), ok;
        {'DOWN', Monitor, process, Keeper, _} -> request(Request)
    end.

begin_to_keep() ->
    process_flag(trap_exit, true),
    try register(beamtap_levels, self()) of
        true -> first(watched(#{}))
    catch
        error:badarg -> ok
    end.

first(Watcher) ->
    receive {_, _, _} = Request -> keep(answer(Request, #{}, Watcher), Watcher)
    after 5000 -> ok
    end.

keep(Loans, _Watcher) when map_size(Loans) =:= 0 ->
    ok;
keep(Loans, {Pid, Monitor} = Watcher) ->
    Next = lists:min([Until || #{until := Until} <- maps:values(Loans)]),
    receive
        {nodedown, Node} ->
            keep(back(fun(#{owner := Owner}) -> Owner =:= Node end, Loans, Watcher), Watcher);
        {'DOWN', Monitor, process, Pid, _} ->
            keep(Loans, watched(Loans));
        {Request, From, Reference} ->
            keep(answer({Request, From, Reference}, Loans, Watcher), Watcher);
        _ ->
            keep(Loans, Watcher)
    after erlang:max(0, Next - envelope:now_ms()) ->
        Now = envelope:now_ms(),
        keep(back(fun(#{until := Until}) -> Until =< Now end, Loans, Watcher), Watcher)
    end.

answer({Request, From, Reference}, Loans, Watcher) ->
    Loans1 = serve(Request, Loans, Watcher),
    From ! {Reference, done},
    Loans1.

serve({lend, Target, Level, Until, Owner}, Loans, Watcher) ->
    Before = case Loans of #{Target := #{before := First}} -> First; _ -> read(Target) end,
    Loans1 = Loans#{Target => #{before => Before, level => Level, until => Until, owner => Owner}},
    Owner =:= none orelse monitor_node(Owner, true),
    told(Loans1, Watcher),
    write(Target, Level),
    Loans1;
serve({settle, Target}, Loans, Watcher) ->
    told(maps:remove(Target, Loans), Watcher).

%% Those loans that are over, put back; a level that somebody has changed since is theirs.
back(Over, Loans, Watcher) ->
    Ended = maps:filter(fun(_, Loan) -> Over(Loan) end, Loans),
    maps:map(fun(Target, Loan) -> restore(Target, Loan) end, Ended),
    told(maps:without(maps:keys(Ended), Loans), Watcher).

restore(Target, #{before := Before, level := Level}) ->
    read(Target) =:= Level andalso write(Target, Before).

told(Loans, {Pid, _Monitor}) ->
    Pid ! {loans, Loans},
    Loans.

watched(Loans) ->
    Keeper = self(),
    spawn_opt(fun() -> watch(monitor(process, Keeper), Loans) end, [monitor]).

watch(Monitor, Loans) ->
    receive
        {loans, Now} -> watch(Monitor, Now);
        {'DOWN', Monitor, process, _, _} ->
            maps:map(fun(Target, Loan) -> restore(Target, Loan) end, Loans)
    end.
`,
  marked: `
%% Terms that a user wrote. They come marked, since an atom of a term that is sent
%% becomes one of this node as it arrives: atoms come as binaries, and are made into
%% what this node knows, or refused.
-module(marked).
-export([term/1]).
-export_type([marked/0]).

-type marked() :: {value, term()} | {atom, binary()} | {list, [marked()], marked() | none}
                | {tuple, [marked()]} | {map, [{marked(), marked()}]}.

-spec term(marked()) -> term().
term({value, Value}) ->
    Value;
term({atom, Name}) ->
    case names:existing_atom([Name]) of
        {ok, Atom} -> Atom;
        none -> envelope:refuse(no_such_atom, Name)
    end;
term({list, Items, none}) ->
    [term(Item) || Item <- Items];
term({list, Items, Tail}) ->
    lists:foldr(fun(Item, Rest) -> [term(Item) | Rest] end, term(Tail), Items);
term({tuple, Elements}) ->
    list_to_tuple([term(Element) || Element <- Elements]);
term({map, Pairs}) ->
    maps:from_list([{term(Key), term(Value)} || {Key, Value} <- Pairs]).
`,
  match_clauses: `
%% Match specifications of calls, from the clauses that a user wrote.
-module(match_clauses).
-export([spec/2]).

%% Head and guards of each, with the same body for all.
-spec spec([{marked:marked(), [marked:marked()]}], [term()]) -> [{term(), [term()], [term()]}].
spec([], Body) ->
    [{'_', [], Body}];
spec(Clauses, Body) ->
    variables(),
    Spec = [{marked:term(Head), [marked:term(Guard) || Guard <- Guards], Body} || {Head, Guards} <- Clauses],
    case erlang:match_spec_test([], [{Head, Guards, []} || {Head, Guards, _} <- Spec], trace) of
        {ok, _, _, _} -> Spec;
        {error, Problems} ->
            envelope:refuse(bad_pattern, [unicode:characters_to_binary(Text) || {error, Text} <- Problems])
    end.

%% What they may be called: these few are atoms of the node from now on.
variables() ->
    ['_', '\$_', '\$\$', '\$1', '\$2', '\$3', '\$4', '\$5', '\$6', '\$7', '\$8', '\$9', '\$10', '\$11', '\$12', '\$13', '\$14',
     '\$15', '\$16', '\$17', '\$18', '\$19', '\$20', '\$21', '\$22', '\$23', '\$24', '\$25', '\$26', '\$27', '\$28', '\$29', '\$30'].
`,
  modules: `
%% The modules that a node has loaded. The code server, which may hang with the
%% disk, is not asked: sizes come from the text that the emulator has for its
%% break menu, which tells of all modules in less than a millisecond.
-module(modules).
-export([known/1, sizes/1, totals/0, owner/2, lists/0, file/2, chunks/4]).

%% The loaded module that one of the spellings names.
-spec known([binary()]) -> module().
known(Spellings) ->
    case [Module || Spelling <- Spellings, {ok, Module} <- [names:existing_atom([Spelling])],
                    erlang:module_loaded(Module)] of
        [Module | _] ->
            Module;
        [] ->
            Loaded = [Name || [Name, _, _] <- sizes(<<>>)],
            envelope:refuse(no_such_module, names:near(lists:last(Spellings), Loaded))
    end.

%% [[Name, Bytes, BytesOfOldCode]], digits or nothing, of those whose name holds the
%% text, in any case. Lines are \`lists 107520\` or \`'my mod' 880 (880 old)\`; the first
%% two are totals.
-spec sizes(binary()) -> [[binary()]].
sizes(Text) ->
    Pattern = ["^(?=[^ \\n]*?", literal(Text), ")(?|'([^'\\n]+)'|([^ \\n]+)) (\\\\d+)(?: \\\\((\\\\d+) old\\\\))?\$"],
    case re:run(erlang:system_info(loaded), Pattern,
                [global, multiline, caseless, {capture, [1, 2, 3], binary}]) of
        {match, Lines} -> Lines;
        nomatch -> []
    end.

%% {Bytes, BytesOfOldCode} of all.
-spec totals() -> {non_neg_integer(), non_neg_integer()}.
totals() ->
    {match, [Current, Old]} = re:run(erlang:system_info(loaded), "(\\\\d+)\\nOld code: (\\\\d+)\\n",
                                     [{capture, [1, 2], binary}]),
    {binary_to_integer(Current), binary_to_integer(Old)}.

%% [{Application, Modules}] of those that are loaded.
-spec lists() -> [{atom(), [module()]}].
lists() ->
    [{Application, Modules} || Application <- applications:loaded(),
                               {ok, Modules} <- [application:get_key(Application, modules)]].

%% The application that has the module, or \`none\`.
-spec owner(module(), [{atom(), [module()]}]) -> atom().
owner(Module, Lists) ->
    case [Application || {Application, Modules} <- Lists, lists:member(Module, Modules)] of
        [Application | _] -> Application;
        [] -> none
    end.

%% Where it was loaded from, or \`none\` where nobody knows or says. The code server
%% may be asked, hence the worker.
-spec file(module(), envelope:call()) -> string() | none.
file(Module, Call) ->
    Which = fun() ->
                    case code:which(Module) of
                        preloaded ->
                            filename:join([code:lib_dir(erts), "ebin", atom_to_list(Module) ++ ".beam"]);
                        Other -> Other
                    end
            end,
    case worker:one(Which, 1000, Call) of
        {ok, [_ | _] = File} -> File;
        _ -> none
    end.

%% Chunks of its file as bytes, or \`none\` for each that it has not; and whether the
%% file is what is loaded: \`true\`, \`false\`, or \`none\` where it cannot be read. Terms
%% in them are not decoded: they would bring their atoms.
-spec chunks(module(), string() | none, [string()], envelope:call()) ->
          {true | false | none, [binary() | none]}.
chunks(Module, File, Ids, Call) ->
    Read = fun() ->
                   {ok, {Module, Md5}} = beam_lib:md5(File),
                   {ok, {Module, Chunks}} = beam_lib:chunks(File, Ids, [allow_missing_chunks]),
                   {Md5 =:= erlang:get_module_info(Module, md5),
                    [case lists:keyfind(Id, 1, Chunks) of
                         {_, Chunk} when is_binary(Chunk) -> Chunk;
                         _ -> none
                     end || Id <- Ids]}
           end,
    case File =/= none andalso worker:one(Read, 3000, Call) of
        {ok, Found} -> Found;
        _ -> {none, [none || _ <- Ids]}
    end.

%% ---------------------------------------------------------------------------

%% As a regular expression that stands for it alone.
literal(Text) ->
    [io_lib:format("\\\\x~2.16.0b", [Byte]) || <<Byte>> <= Text].
`,
  names: `
%% From what a user calls things to what they are. Names come as binaries, and
%% no atom is ever made of them: it would stay in the node's table for good.
-module(names).
-export([existing_atom/1, near/2, process/1, table/1]).
-optional([{'Elixir.Registry', whereis_name, 1}]).

%% The first of some spellings that is an atom of this node.
-spec existing_atom([binary()]) -> {ok, atom()} | none.
existing_atom([]) ->
    none;
existing_atom([Spelling | Spellings]) ->
    try {ok, binary_to_existing_atom(Spelling, utf8)}
    catch error:_ -> existing_atom(Spellings)
    end.

%% The pid that is written so, or that is registered: under one of the spellings, in the
%% cluster, or in a registry of Elixir. All of these are read from tables.
-spec process({pid, binary()} | {name, [binary()]} | {global | registry, marked:marked()}) -> pid().
process({pid, Text}) ->
    try list_to_pid(binary_to_list(Text))
    catch error:badarg -> envelope:refuse(no_such_process, [])
    end;
process({name, Spellings}) ->
    case registered_as(Spellings) of
        Pid when is_pid(Pid) -> Pid;
        Port when is_port(Port) -> envelope:refuse(not_a_process, []);
        undefined -> envelope:refuse(no_such_name, near(lists:last(Spellings), registered()))
    end;
process({global, Marked}) ->
    found(global:whereis_name(marked:term(Marked)));
process({registry, Marked}) ->
    Name = marked:term(Marked),
    found(try 'Elixir.Registry':whereis_name(Name) catch error:_ -> undefined end).

%% The ETS table of that name, or that a reference stands for.
-spec table({ref, binary()} | {name, [binary()]}) -> ets:table().
table({ref, Text}) ->
    try list_to_ref(binary_to_list(Text))
    catch error:badarg -> envelope:refuse(no_such_table, [])
    end;
table({name, Spellings}) ->
    Known = [Name || Spelling <- Spellings, {ok, Name} <- [existing_atom([Spelling])],
                     ets:info(Name, size) =/= undefined],
    case Known of
        [Name | _] -> Name;
        [] -> envelope:refuse(no_such_table, similar_tables(lists:last(Spellings)))
    end.

%% Some of the names that may have been meant: those that hold the text, else those that
%% begin and end as it does, with little else between. Of very many some are looked at.
-spec near(binary(), [Name]) -> [Name] when Name :: atom() | binary().
near(Text, Names) ->
    Wanted = string:lowercase(Text),
    Ranked = [{distance(Wanted, string:lowercase(text(Name))), Name} || Name <- lists:sublist(Names, 10000)],
    Most = case lists:keymember(0, 1, Ranked) of
               true -> 0;
               false -> byte_size(Wanted) div 2
           end,
    Near = lists:sort([Found || {Distance, _} = Found <- Ranked, Distance =< Most]),
    [Name || {_, Name} <- lists:sublist(Near, 5)].

%% ---------------------------------------------------------------------------

found(undefined) -> envelope:refuse(no_such_name, []);
found(Pid) when node(Pid) =:= node() -> Pid;
found(Pid) -> envelope:refuse(elsewhere, node(Pid)).

%% How much of the longer is neither begin nor end of the other; nothing for what holds it.
distance(Wanted, Name) ->
    case Wanted =/= <<>> andalso binary:match(Name, Wanted) of
        {_, _} -> 0;
        _ ->
            Longer = erlang:max(byte_size(Wanted), byte_size(Name)),
            Begin = binary:longest_common_prefix([Wanted, Name]),
            End = binary:longest_common_suffix([Wanted, Name]),
            erlang:max(1, Longer - Begin - End)
    end.

text(Name) when is_atom(Name) -> atom_to_binary(Name, utf8);
text(Name) -> Name.

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

similar_tables(Text) ->
    near(Text, [Name || Name <- ets:all(), is_atom(Name)]).
`,
  outlets: `
%% What a node talks to the world through, and what went through it: ports (TCP,
%% UDP and SCTP of \`inet\`; programs and drivers), sockets of the module \`socket\`,
%% and open files as far as they have a process.
-module(outlets).
-export([found/2, traffic/2, values/3, details/2]).
-export_type([outlet/0]).

%% {Id, Kind, Owner}; the id of a file is the process that serves it.
-type outlet() :: {port() | pid() | tuple(), atom(), pid()}.

-spec found(ports | sockets | files, envelope:call()) -> [outlet()].
found(ports, Call) ->
    Ports = erlang:ports(),
    Known = bulk:select(lists:zip3(Ports, about(name, Ports, Call), about(connected, Ports, Call)),
                        [{{'\$1', {name, '\$2'}, {connected, '\$3'}}, [], [{{'\$1', '\$2', '\$3'}}]}]),
    [{Port, kind(Name), Owner} || {Port, Name, Owner} <- Known];
found(sockets, Call) ->
    %% Asks the registry of sockets, which may be hung.
    Found = worker:one(fun() ->
                               Sockets = socket:which_sockets(),
                               lists:zip(Sockets, lists:map(fun socket:info/1, Sockets))
                       end, 1500, Call),
    case Found of
        %% OTP 23 calls the owner \`ctrl\`.
        {ok, Sockets} -> [{Socket, socket, maps:get(owner, Info, maps:get(ctrl, Info, none))}
                          || {Socket, #{} = Info} <- Sockets];
        _ -> []
    end;
found(files, Call) ->
    Serving = fun(Pids, Values, _) ->
                      Spec = [{{{current_function, {file_io_server, '_', '_'}}, '\$1'}, [], ['\$1']}],
                      ets:match_spec_run(lists:zip(Values, Pids), ets:match_spec_compile(Spec))
              end,
    {_Total, Everyone} = sweep:everyone(Call),
    {Servers, _} = sweep:again(#{item => current_function, pick => Serving,
                                 step => fun erlang:'++'/2, report => fun(_, _) -> ok end},
                               [], Everyone, Call),
    [{Pid, file, owner(Monitors, Pid)}
     || {Pid, [{monitors, Monitors}]} <- sweep:read(Servers, [monitors], Call)].

%% {BytesIn, BytesOut} since it was opened, or \`silent\`, in the same order.
-spec traffic([outlet()], envelope:call()) -> [{integer(), integer()} | silent].
traffic(Outlets, Call) ->
    Inet = [Port || {Port, Kind, _} <- Outlets, is_inet(Kind)],
    Programs = [Port || {Port, program, _} <- Outlets],
    Sockets = [Socket || {Socket, socket, _} <- Outlets],
    Known = maps:from_list(
              [{Port, {In, Out}}
               || {Port, {ok, [{recv_oct, In}, {send_oct, Out}]}}
                      <- lists:zip(Inet, statistics([recv_oct, send_oct], Inet, Call))]
              ++ [{Port, {In, Out}}
                  || {Port, {input, In}, {output, Out}}
                         <- lists:zip3(Programs, about(input, Programs, Call),
                                       about(output, Programs, Call))]
              ++ [{Socket, {In, Out}}
                  || {Socket, #{counters := #{read_byte := In, write_byte := Out}}}
                         <- lists:zip(Sockets, bulk:ask(fun(Group) -> lists:map(fun socket:info/1, Group) end,
                                                        Sockets, Call))]
              ++ [{Pid, {0, 0}} || {Pid, file, _} <- Outlets]),
    [maps:get(Id, Known, silent) || {Id, _, _} <- Outlets].

%% Bytes that wait in the queue of a port, or that it uses; 0 for what is no port.
-spec values(queue | memory, [outlet()], envelope:call()) -> [integer() | silent].
values(Item, Outlets, Call) ->
    Ports = [Id || {Id, _, _} <- Outlets, is_port(Id)],
    Name = case Item of queue -> queue_size; memory -> memory end,
    Known = maps:from_list(lists:zip(Ports, about(Name, Ports, Call))),
    [case maps:get(Id, Known, {Item, 0}) of
         {_, Bytes} -> Bytes;
         _ -> silent
     end || {Id, _, _} <- Outlets].

%% #{Id => #{local, peer, pending, name, os_pid}} of few; what there is of these.
-spec details([outlet()], envelope:call()) -> #{term() => map()}.
details(Outlets, Call) ->
    Inet = [Port || {Port, Kind, _} <- Outlets, is_inet(Kind)],
    Programs = [Port || {Port, program, _} <- Outlets],
    Sockets = [Socket || {Socket, socket, _} <- Outlets],
    Map = fun(Ask, Things) -> bulk:ask(fun(Group) -> lists:map(Ask, Group) end, Things, Call) end,
    maps:from_list(
      [{Port, #{local => address(Local), peer => address(Peer)}}
       || {Port, Local, Peer} <- lists:zip3(Inet, Map(fun inet:sockname/1, Inet),
                                            Map(fun inet:peername/1, Inet))]
      ++ [{Port, #{name => program(Name), os_pid => os_pid(OsPid)}}
          || {Port, Name, OsPid} <- lists:zip3(Programs, about(name, Programs, Call),
                                               about(os_pid, Programs, Call))]
      ++ [{Socket, #{local => address(Local), peer => address(Peer)}}
          || {Socket, Local, Peer} <- lists:zip3(Sockets, Map(fun socket:sockname/1, Sockets),
                                                 Map(fun socket:peername/1, Sockets))]).

%% ---------------------------------------------------------------------------

about(Item, Ports, Call) ->
    bulk:ask(fun(Group) ->
                     lists:zipwith(fun erlang:port_info/2, Group, lists:duplicate(length(Group), Item))
             end, Ports, Call).

%% Only ports of inet understand the question.
statistics(Items, Ports, Call) ->
    bulk:ask(fun(Group) ->
                     lists:zipwith(fun inet:getstat/2, Group, lists:duplicate(length(Group), Items))
             end, Ports, Call).

kind("tcp_inet") -> tcp_inet;
kind("udp_inet") -> udp_inet;
kind("sctp_inet") -> sctp_inet;
kind(_) -> program.

is_inet(Kind) -> lists:member(Kind, [tcp_inet, udp_inet, sctp_inet]).

owner([{process, Pid} | _], _File) when is_pid(Pid) -> Pid;
owner(_, File) -> File.

address({ok, {local, Path}}) -> text(Path);
address({ok, #{family := local, path := Path}}) -> text(Path);
address({ok, {Address, Port}}) -> host(Address, Port);
address({ok, #{addr := Address, port := Port}}) -> host(Address, Port);
address(_) -> none.

host(Address, Port) when tuple_size(Address) =:= 8 ->
    unicode:characters_to_binary(["[", inet:ntoa(Address), "]:", integer_to_list(Port)]);
host(Address, Port) when tuple_size(Address) =:= 4 ->
    unicode:characters_to_binary([inet:ntoa(Address), ":", integer_to_list(Port)]);
host(_, _) ->
    none.

%% The first word of a command: what comes after it may hold secrets.
program({name, Name}) -> text(lists:takewhile(fun(Character) -> Character =/= \$\\s end, Name));
program(_) -> none.

text(Path) -> unicode:characters_to_binary(string:slice(Path, 0, 200)).

os_pid({os_pid, Number}) when is_integer(Number) -> Number;
os_pid(_) -> none.
`,
  owner: `
%% Who asked for a change that is to end with them: the node at the other end of
%% the link, whose loss is noticed here.
-module(owner).
-export([of_call/1]).

-spec of_call(envelope:call()) -> node() | none.
of_call(#{coordinator := Coordinator}) ->
    {links, Links} = process_info(Coordinator, links),
    case [node(Pid) || Pid <- Links, is_pid(Pid), node(Pid) =/= node()] of
        [Node | _] -> Node;
        [] -> none
    end.
`,
  process_rows: `
%% What every answer says of each of the few processes that it shows.
-module(process_rows).
-export([of_processes/2]).

%% {Columns, Rows}, in the same order, without those that are gone or silent.
%% \`started_as\` is the initial call as proc_lib knows it, or \`none\`.
-spec of_processes([pid()], envelope:call()) -> {[atom()], [[term()]]}.
of_processes(Pids, Call) ->
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Owners = maps:from_list([{Master, Application}
                             || {Application, Master} <- applications:masters()]),
    Labelled = identity:readable(label),
    Items = items() ++ [group_leader] ++ [label || Labelled],
    {[pid, started_as, application, label | items()],
     [row(Pid, Values, maps:get(Pid, Said, #{}), Owners)
      || {Pid, [_ | _] = Values} <- sweep:read(Pids, Items, Call)]}.

%% ---------------------------------------------------------------------------

items() ->
    [registered_name, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, stack_size, reductions].

row(Pid, Values, Said, Owners) ->
    {Shown, [{group_leader, Leader} | More]} = lists:split(length(items()), Values),
    [Pid, maps:get(initial_call, Said, none), maps:get(Leader, Owners, none), label(More)
     | [Value || {_, Value} <- Shown]].

label([{label, Label}]) when Label =/= undefined -> cut:text(Label, 80);
label(_) -> none.
`,
  pure: `
%% Whether source can do no more than to compute: of all that an expression can be,
%% what is listed here is let through, and of all functions those that change nothing
%% and ask nobody. What could make the node allocate more than the heap limit sees, a
%% binary or a huge integer, is counted while it runs: an error, system_limit, ends it.
%% Time is limited by others. Two terms that share so much of themselves that no life
%% suffices to compare them are beyond us.
-module(pure).
-export([named/2, safe/1, counters/0]).

%% The source, with its variables called V1, V2…, and those of the bindings too, so that
%% neither they nor its atoms are new to the node.
-spec named(binary(), [{binary(), term()}]) -> {binary(), [{binary(), term()}]}.
named(Source, Bindings) ->
    %% Texts, characters, comments, quoted atoms, numbers, sigils, and words.
    Tokens = [["(\\"{3,})[ \\\\t]*\\\\n(?:[\\\\s\\\\S]*?\\\\n)?[ \\\\t]*\\\\1|" || list_to_integer(erlang:system_info(otp_release)) > 26],
              "\\"(?:[^\\"\\\\\\\\]|\\\\\\\\[\\\\s\\\\S])*\\"|"
              "\\\\\$(?:\\\\\\\\(?:\\\\^.|x\\\\{[0-9a-fA-F]*\\\\}|x..|[0-7]{1,3}|[\\\\s\\\\S])|[\\\\s\\\\S])|%[^\\\\n]*|"
              "'(?:[^'\\\\\\\\]|\\\\\\\\[\\\\s\\\\S])*'|\\\\d[\\\\d_]*(?:#[0-9a-zA-Z_]+|(?:\\\\.\\\\d[\\\\d_]*)?(?:[eE][-+]?\\\\d+)?)|"
              "~[sb]?(?=\\")|~|[\\\\p{Lu}_][\\\\p{L}\\\\p{N}_@]*|[\\\\p{Ll}][\\\\p{L}\\\\p{N}_@]*"],
    Found = case re:run(Source, Tokens, [global, unicode, {capture, first, index}]) of
                {match, Places} -> [Place || [Place] <- Places];
                nomatch -> []
            end,
    Variables = lists:usort([Name || Place <- Found, Name <- [binary:part(Source, Place)],
                                     is_variable(Name)]),
    Bound = [Name || {Name, _} <- Bindings, is_variable(Name) orelse refuse(1, <<Name/binary, " as a variable">>)],
    Names = Bound ++ (Variables -- Bound),
    length(Names) > 100 andalso refuse(1, <<"more than 100 variables">>),
    New = maps:from_list(lists:zip(Names, lists:sublist(numbered(), length(Names)))),
    {renamed(Source, 0, Found, New), [{maps:get(Name, New), Value} || {Name, Value} <- Bindings]}.

%% The expressions, with what is to be counted made to be.
-spec safe([erl_parse:abstract_expr()]) -> [erl_parse:abstract_expr()].
safe(Expressions) ->
    [expr(Expression) || Expression <- Expressions].

%% What counts, as variables that no source can name.
-spec counters() -> [{atom(), fun()}].
counters() ->
    [{'V101', fun size/1}, {'V102', fun spend/1}, {'V103', fun small/1}, {'V104', fun product/2},
     {'V105', fun shifted/2}, {'V106', fun bytes/1}, {'V107', fun copies/2}].

%% ---------------------------------------------------------------------------
%% Names

numbered() ->
    [<<"V", (integer_to_binary(N))/binary>> || N <- lists:seq(1, 100)].

is_variable(<<"_">>) -> false;
is_variable(Name) -> re:run(Name, "^[\\\\p{Lu}_]", [unicode, {capture, none}]) =:= match.

renamed(Source, At, [], _New) ->
    binary:part(Source, At, byte_size(Source) - At);
renamed(Source, At, [{Begin, Size} | Places], New) ->
    Word = binary:part(Source, Begin, Size),
    Put = case maps:find(Word, New) of
              {ok, Other} -> Other;
              error -> existing(Word), Word
          end,
    Rest = renamed(Source, Begin + Size, Places, New),
    <<(binary:part(Source, At, Begin - At))/binary, Put/binary, Rest/binary>>.

%% An atom that the node has; in quotes, with escapes, it must be read to be known.
existing(<<First, _/binary>>) when First =:= \$"; First =:= \$\$; First =:= \$%; First =:= \$_ ->
    ok;
existing(<<First, _/binary>> = Number) when First >= \$0, First =< \$9 ->
    %% What is no digit of the base would begin an atom.
    case binary:split(binary:replace(Number, <<"_">>, <<>>, [global]), <<"#">>) of
        [Base, Digits] ->
            try binary_to_integer(Digits, binary_to_integer(Base)) of _ -> ok
            catch error:_ -> refuse(1, Number)
            end;
        [_] -> ok
    end;
existing(<<"~">>) ->
    refuse(1, <<"a sigil">>);
existing(<<"~", _/binary>>) ->
    ok;
existing(<<"'", _/binary>> = Word) ->
    case binary:match(Word, <<"\\\\">>) of
        nomatch -> existing_atom(binary:part(Word, 1, byte_size(Word) - 2));
        _ -> refuse(1, <<"an atom with escapes">>)
    end;
existing(Word) ->
    existing_atom(Word).

existing_atom(Word) ->
    case names:existing_atom([Word]) of
        {ok, _} -> ok;
        none -> refuse(1, <<"the new atom ", Word/binary>>)
    end.

%% ---------------------------------------------------------------------------
%% Expressions

expr({Kind, _, _} = Literal) when Kind =:= var; Kind =:= atom; Kind =:= integer; Kind =:= float;
                                  Kind =:= char; Kind =:= string ->
    Literal;
expr({nil, _} = Nil) -> Nil;
expr({cons, At, Head, Tail}) -> {cons, At, expr(Head), expr(Tail)};
expr({tuple, At, Elements}) -> {tuple, At, safe(Elements)};
expr({map, At, Fields}) -> {map, At, safe(Fields)};
expr({map, At, Map, Fields}) -> {map, At, expr(Map), safe(Fields)};
expr({Field, At, Key, Value}) when Field =:= map_field_assoc; Field =:= map_field_exact ->
    {Field, At, expr(Key), expr(Value)};
expr({bin, At, Elements}) ->
    length([E || {bin_element, _, Value, _, _} = E <- Elements, element(1, Value) =/= string]) > 16
        andalso refuse(At, <<"a binary of more than 16 variable parts">>),
    spent(At, {bin, At, safe(Elements)});
expr({bin_element, At, Value, default, Types}) -> {bin_element, At, expr(Value), default, Types};
expr({bin_element, At, Value, Size, Types}) ->
    {bin_element, At, expr(Value), call(At, 'V101', [expr(Size)]), Types};
expr({Comprehension, At, Result, Qualifiers}) when Comprehension =:= lc; Comprehension =:= mc ->
    {Comprehension, At, expr(Result), [qualifier(Qualifier) || Qualifier <- Qualifiers]};
expr({block, At, Body}) -> {block, At, safe(Body)};
expr({'if', At, Clauses}) -> {'if', At, clauses(Clauses)};
expr({'case', At, Value, Clauses}) -> {'case', At, expr(Value), clauses(Clauses)};
expr({'try', At, Body, Clauses, Caught, After}) ->
    {'try', At, safe(Body), clauses(Clauses), clauses(Caught), safe(After)};
expr({'catch', At, Value}) -> {'catch', At, expr(Value)};
expr({'maybe', At, Body}) -> {'maybe', At, safe(Body)};
expr({'maybe', At, Body, {else_clause, Else, Clauses}}) ->
    {'maybe', At, safe(Body), {else_clause, Else, clauses(Clauses)}};
expr({Match, At, Pattern, Value}) when Match =:= match; Match =:= maybe_match ->
    pattern(Pattern),
    {Match, At, Pattern, expr(Value)};
expr({'fun', At, {clauses, Clauses}}) -> {'fun', At, {clauses, clauses(Clauses)}};
expr({named_fun, At, Name, Clauses}) -> {named_fun, At, Name, clauses(Clauses)};
expr({'fun', At, {function, Function, Arity}}) -> named_fun(At, erlang, Function, Arity);
expr({'fun', At, {function, {atom, _, Module}, {atom, _, Function}, {integer, _, Arity}}}) ->
    named_fun(At, Module, Function, Arity);
expr({op, At, Operator, Value}) ->
    operator(At, Operator),
    {op, At, Operator, expr(Value)};
expr({op, At, '*', Left, Right}) -> call(At, 'V104', [expr(Left), expr(Right)]);
expr({op, At, 'bsl', Left, Right}) -> call(At, 'V105', [expr(Left), expr(Right)]);
expr({op, At, Operator, Left, Right}) ->
    operator(At, Operator),
    {op, At, Operator, expr(Left), expr(Right)};
expr({call, At, {remote, _, {atom, _, Module}, {atom, _, Function}}, Arguments}) ->
    called(At, Module, Function, safe(Arguments));
expr({call, At, {atom, _, Function}, Arguments}) ->
    called(At, erlang, Function, safe(Arguments));
expr({call, At, {Kind, _, _} = Fun, Arguments}) when Kind =:= var; Kind =:= 'fun' ->
    {call, At, expr(Fun), safe(Arguments)};
expr({call, At, {Kind, _, _, _} = Fun, Arguments}) when Kind =:= call; Kind =:= named_fun ->
    {call, At, expr(Fun), safe(Arguments)};
expr(Other) ->
    refuse(element(2, Other), Other).

qualifier({Kind, At, Pattern, Value})
  when Kind =:= generate; Kind =:= b_generate; Kind =:= m_generate; Kind =:= generate_strict;
       Kind =:= b_generate_strict; Kind =:= m_generate_strict ->
    pattern(Pattern),
    {Kind, At, Pattern, expr(Value)};
qualifier({zip, At, Generators}) -> {zip, At, [qualifier(Generator) || Generator <- Generators]};
qualifier(Filter) -> expr(Filter).

clauses(Clauses) ->
    [clause(Clause) || Clause <- Clauses].

clause({clause, At, Patterns, Guards, Body}) ->
    [pattern(Pattern) || Pattern <- Patterns],
    [guard(Test) || Tests <- Guards, Test <- Tests],
    {clause, At, Patterns, Guards, safe(Body)}.

%% What a pattern computes, as a size or as a key, is looked at too.
pattern({Kind, _, _}) when Kind =:= var; Kind =:= atom; Kind =:= integer; Kind =:= float;
                           Kind =:= char; Kind =:= string ->
    ok;
pattern({nil, _}) -> ok;
pattern({Kind, _, Parts}) when Kind =:= tuple; Kind =:= map; Kind =:= bin ->
    [pattern(Part) || Part <- Parts];
pattern({Kind, _, Left, Right}) when Kind =:= cons; Kind =:= match; Kind =:= map_field_exact ->
    [pattern(Left), pattern(Right)];
pattern({bin_element, _, Value, Size, _}) ->
    [pattern(Value) | [pattern(Size) || Size =/= default]];
pattern({op, At, Operator, Value}) ->
    [operator(At, Operator), pattern(Value)];
pattern({op, At, Operator, Left, Right}) ->
    [uncounted(At, Operator, Left, Right), pattern(Left), pattern(Right)];
pattern(Other) ->
    refuse(element(2, Other), Other).

%% As expressions, but that nothing can be counted in them.
guard({bin, At, _} = Binary) -> refuse(At, Binary);
guard({Kind, _, _} = Part) when Kind =:= var; Kind =:= atom; Kind =:= integer; Kind =:= float;
                                Kind =:= char; Kind =:= string -> Part;
guard({nil, _} = Nil) -> Nil;
guard({Kind, _, Parts}) when Kind =:= tuple; Kind =:= map -> [guard(Part) || Part <- Parts];
guard({map, _, Map, Fields}) -> [guard(Map) | [guard(Field) || Field <- Fields]];
guard({Kind, _, Left, Right}) when Kind =:= cons; Kind =:= map_field_assoc; Kind =:= map_field_exact ->
    [guard(Left), guard(Right)];
guard({op, At, Operator, Value}) -> [operator(At, Operator), guard(Value)];
guard({op, At, Operator, Left, Right}) ->
    [uncounted(At, Operator, Left, Right), guard(Left), guard(Right)];
guard({call, At, {remote, _, {atom, _, erlang}, Name}, Arguments}) ->
    guard({call, At, Name, Arguments});
guard({call, At, {atom, _, Function}, Arguments}) ->
    erl_internal:guard_bif(Function, length(Arguments))
        orelse refuse(At, {erlang, Function, length(Arguments)}),
    [guard(Argument) || Argument <- Arguments];
guard(Other) -> refuse(element(2, Other), Other).

%% Where a product cannot be counted, one side is a number that is written there.
uncounted(At, 'bsl', _Left, _Right) -> refuse(At, 'bsl');
uncounted(At, '*', Left, Right) ->
    [] =/= [N || {integer, _, N} <- [Left, Right], N < 16#100000000] orelse refuse(At, '*');
uncounted(At, Operator, _Left, _Right) -> operator(At, Operator).

operator(At, Operator) ->
    lists:member(Operator, ['+', '-', '*', '/', 'div', 'rem', 'band', 'bor', 'bxor', 'bnot', 'bsl', 'bsr',
                            '++', '--', 'not', 'and', 'or', 'xor', 'andalso', 'orelse', '==', '/=', '=:=',
                            '=/=', '<', '>', '=<', '>='])
        orelse refuse(At, Operator).

%% ---------------------------------------------------------------------------
%% Functions

called(At, Module, Function, Arguments) ->
    Arity = length(Arguments),
    case counted(Module, Function, Arity) of
        none ->
            allow(At, Module, Function, Arity),
            {call, At, {remote, At, {atom, At, Module}, {atom, At, Function}}, Arguments};
        bounded ->
            Module =:= erlang orelse loaded(At, Module),
            Small = [call(At, 'V103', [Argument]) || Argument <- Arguments],
            spent(At, {call, At, {remote, At, {atom, At, Module}, {atom, At, Function}}, Small});
        Counter ->
            call(At, Counter, Arguments)
    end.

%% One that is counted can only be called here, not passed on.
named_fun(At, Module, Function, Arity) ->
    counted(Module, Function, Arity) =:= none orelse refuse(At, {Module, Function, Arity}),
    allow(At, Module, Function, Arity),
    {'fun', At, {function, {atom, At, Module}, {atom, At, Function}, {integer, At, Arity}}}.

counted(erlang, iolist_to_binary, 1) -> 'V106';
counted(erlang, list_to_binary, 1) -> 'V106';
counted(binary, list_to_bin, 1) -> 'V106';
counted(binary, copy, 2) -> 'V107';
counted(unicode, characters_to_binary, 1) -> bounded;
counted(unicode, characters_to_list, 1) -> bounded;
counted(string, _, _) -> bounded;
counted(binary, Function, _) ->
    case lists:member(Function, [copy, decode_hex, encode_hex, decode_unsigned, encode_unsigned, join]) of
        true -> bounded;
        false -> none
    end;
counted(erlang, '*', 2) -> 'V104';
counted(erlang, 'bsl', 2) -> 'V105';
counted(erlang, Function, _) ->
    case lists:member(Function, [atom_to_binary, float_to_binary, integer_to_binary, integer_to_list,
                                 list_to_integer, binary_to_integer, list_to_float, binary_to_float]) of
        true -> bounded;
        false -> none
    end;
counted(_, _, _) -> none.

allow(At, erlang, Function, Arity) ->
    erl_internal:guard_bif(Function, Arity) orelse lists:member({Function, Arity}, computing())
        orelse refuse(At, {erlang, Function, Arity});
allow(At, Module, Function, Arity) ->
    Known = lists:member(Module, [lists, maps, math, orddict, ordsets, proplists, gb_trees, gb_sets, queue, array])
        orelse lists:member({Module, Function, Arity},
                            [{binary, at, 2}, {binary, bin_to_list, 1}, {binary, bin_to_list, 3},
                             {binary, first, 1}, {binary, last, 1}, {binary, longest_common_prefix, 1},
                             {binary, longest_common_suffix, 1}, {binary, match, 2}, {binary, matches, 2},
                             {binary, part, 2}, {binary, part, 3}, {binary, split, 2}, {binary, split, 3},
                             {io_lib, format, 2}, {calendar, day_of_the_week, 1}, {calendar, day_of_the_week, 3},
                             {calendar, datetime_to_gregorian_seconds, 1}, {calendar, is_leap_year, 1},
                             {calendar, gregorian_seconds_to_datetime, 1}, {calendar, valid_date, 3}]),
    Known orelse refuse(At, {Module, Function, Arity}),
    loaded(At, Module).

%% A call of what is not loaded would load it.
loaded(At, Module) ->
    Needs = case Module of
                io_lib -> [io_lib, io_lib_format, io_lib_pretty, unicode, string, unicode_util];
                string -> [string, unicode_util, unicode];
                gb_sets -> [gb_sets, gb_trees];
                _ -> [Module]
            end,
    [refuse(At, <<(atom_to_binary(Needed, utf8))/binary, ", which would have to be loaded,">>) || Needed <- Needs, not erlang:module_loaded(Needed)].

computing() ->
    [{atom_to_list, 1}, {binary_to_existing_atom, 1}, {binary_to_existing_atom, 2}, {binary_to_list, 1},
     {binary_to_list, 3}, {bitstring_to_list, 1}, {crc32, 1}, {adler32, 1}, {md5, 1}, {phash2, 1}, {phash2, 2},
     {delete_element, 2}, {append_element, 2}, {insert_element, 3}, {setelement, 3}, {error, 1}, {error, 2},
     {throw, 1}, {float_to_list, 1}, {float_to_list, 2}, {iolist_size, 1}, {list_to_existing_atom, 1},
     {list_to_tuple, 1}, {make_tuple, 2}, {max, 2}, {min, 2}, {split_binary, 2}, {tuple_to_list, 1},
     {'+', 1}, {'-', 1}, {'not', 1}, {'+', 2}, {'-', 2}, {'/', 2}, {'div', 2}, {'rem', 2}, {'band', 2},
     {'bor', 2}, {'bxor', 2}, {'bsr', 2}, {'bnot', 1}, {'and', 2}, {'or', 2}, {'xor', 2}, {'++', 2}, {'--', 2},
     {'==', 2}, {'/=', 2}, {'=:=', 2}, {'=/=', 2}, {'<', 2}, {'>', 2}, {'=<', 2}, {'>=', 2}].

%% ---------------------------------------------------------------------------
%% What is counted

call(At, Counter, Arguments) ->
    {call, At, {var, At, Counter}, Arguments}.

spent(At, Expression) ->
    call(At, 'V102', [Expression]).

%% All binaries that were made, whether they are still there or not.
spend(Value) when is_bitstring(Value), byte_size(Value) > 64 ->
    Spent = case get(pure) of undefined -> 0; Before -> Before end + byte_size(Value),
    byte_size(Value) > 16#400000 andalso error(system_limit),
    Spent > 16#4000000 andalso error(system_limit),
    put(pure, Spent),
    Value;
spend(Value) ->
    Value.

size(Size) when is_integer(Size), Size > 1000000 -> error(system_limit);
size(Size) -> Size.

bytes(Iolist) ->
    iolist_size(Iolist) > 16#400000 andalso error(system_limit),
    spend(iolist_to_binary(Iolist)).

copies(Binary, Count) when is_binary(Binary), is_integer(Count), byte_size(Binary) * Count > 16#400000 ->
    error(system_limit);
copies(Binary, Count) ->
    spend(binary:copy(Binary, Count)).

product(Left, Right) ->
    number(Left) * number(Right).

shifted(_Value, By) when is_integer(By), By > 65536 -> error(system_limit);
shifted(Value, By) -> number(Value) bsl By.

number(Value) when is_integer(Value), Value > -16#1000000000000, Value < 16#1000000000000 -> Value;
number(Value) when is_integer(Value) ->
    abs(Value) bsr 65536 =:= 0 orelse error(system_limit),
    Value;
number(Value) -> Value.

%% What is text or a number, and not more than a native function can take at once.
small(Value) when is_integer(Value) -> number(Value);
small(Value) when is_binary(Value), byte_size(Value) > 100000 -> error(system_limit);
small(Value) when is_binary(Value); is_atom(Value); is_float(Value) -> Value;
small(Value) ->
    parts([Value], 100000) >= 0 orelse error(system_limit),
    Value.

parts(_, Left) when Left < 0 -> Left;
parts([], Left) -> Left;
parts([[First | Rest] | More], Left) -> parts([First, Rest | More], Left - 1);
parts([Tuple | More], Left) when is_tuple(Tuple), tuple_size(Tuple) < 1000 ->
    parts(tuple_to_list(Tuple) ++ More, Left - tuple_size(Tuple));
parts([Binary | More], Left) when is_binary(Binary) -> parts(More, Left - byte_size(Binary) div 16);
parts([_ | More], Left) -> parts(More, Left - 1).

refuse(Place, What) when is_binary(What) ->
    envelope:refuse(not_pure, {erl_anno:line(Place), What});
refuse(Place, {Module, Function, Arity}) when is_integer(Arity) ->
    refuse(Place, unicode:characters_to_binary(io_lib:format("~tw:~tw/~b", [Module, Function, Arity])));
refuse(Place, What) ->
    envelope:refuse(not_pure, {erl_anno:line(Place), cut:text(What, 200)}).
`,
  receives: `
%% Waiting with a time limit, in code that is interpreted.
%%
%% A \`receive … after Ms\` that erl_eval runs can end the emulator (seen on OTP 23 to
%% 29): while a message is looked at, by a fun, the timer runs on, and where it
%% fires then the process goes on in the wrong place of its stack. So nothing that
%% is sent to a node has one: scripts/gen_probes takes it out of all probes, by
%% safe/2, and the source that somebody wants evaluated goes through it, too.
-module(receives).
-export([safe/2]).

%% Abstract forms with a timer that sends a message in place of each time limit,
%% other than 0; Name(N) is the variable for the Nth of them.
-spec safe(Forms, fun((pos_integer()) -> term())) -> Forms.
safe(Forms, Name) ->
    {Safe, _Used} = walk(Forms, 0, Name),
    Safe.

%% ---------------------------------------------------------------------------

walk({'receive', _, _, {Literal, _, Limit}, _} = Form, Used, Name)
  when Literal =:= integer, Limit =:= 0; Literal =:= atom, Limit =:= infinity ->
    parts(Form, Used, Name);
walk({'receive', A, [], Limit, Late}, Used, Name) ->
    walk({block, A, [remote(A, timer, sleep, [Limit]) | Late]}, Used, Name);
walk({'receive', A, Clauses, Limit, Late}, Before, Name) ->
    {[SafeClauses, SafeLimit, SafeLate], Used} = walk([Clauses, Limit, Late], Before + 1, Name),
    Timer = {var, A, Name(Before + 1)},
    Message = {tuple, A, [{atom, A, timeout}, Timer, {atom, A, 'after'}]},
    {{block, A, [{match, A, Timer, start(A, SafeLimit)},
                 {'receive', A,
                  [{clause, A, [Message], [], SafeLate}
                   | [{clause, B, Patterns, Guards, [stop(A, Timer, Message) | Body]}
                      || {clause, B, Patterns, Guards, Body} <- SafeClauses]]}]},
     Used};
walk(Form, Used, Name) ->
    parts(Form, Used, Name).

parts(Form, Used, Name) when is_tuple(Form) ->
    {Parts, Used1} = parts(tuple_to_list(Form), Used, Name),
    {list_to_tuple(Parts), Used1};
parts([Part | Parts], Used, Name) ->
    {Safe, Used1} = walk(Part, Used, Name),
    {Rest, Used2} = parts(Parts, Used1, Name),
    {[Safe | Rest], Used2};
parts(Form, Used, _Name) ->
    {Form, Used}.

%% An atom is more than any number, and \`infinity\` so the longest time that there is.
start(A, Limit) ->
    Ms = remote(A, erlang, min, [Limit, {integer, A, 16#ffffffff}]),
    remote(A, erlang, start_timer, [Ms, remote(A, erlang, self, []), {atom, A, 'after'}]).

%% No message of a timer is left behind.
stop(A, Timer, Message) ->
    Ok = {atom, A, ok},
    {'case', A, remote(A, erlang, cancel_timer, [Timer]),
     [{clause, A, [{atom, A, false}], [],
       [{'receive', A, [{clause, A, [Message], [], [Ok]}], {integer, A, 0}, [Ok]}]},
      {clause, A, [{var, A, '_'}], [], [Ok]}]}.

remote(A, Module, Function, Arguments) ->
    {call, A, {remote, A, {atom, A, Module}, {atom, A, Function}}, Arguments}.
`,
  selection: `
%% Which processes a question is about: filters for whole chunks of them, made of
%% functions of OTP that work on lists and of match specs.
%%
%% A row is {Pid, Values}, and Values one {_, Value} for each item of the plan's
%% \`order\`, where they can be asked for by item.
-module(selection).
-export([plan/3, rows/4, all/2, pattern/2, keyed/2, numbers/3, label_item/0]).
-export_type([plan/0]).

%% \`ask\` is for sweep:fold. \`keys\` are to be found in dictionaries that must be read
%% as a whole, before OTP 26.2.
-type plan() :: #{ask := [term()], order := [term()], keys := [term()], stages := [tuple()]}.

%% Filters as a user gives them, all optional: \`text\` (in a registered name, an
%% initial call as spawned or as proc_lib knows it, or a current function),
%% \`registered_name\`, \`initial_call\`, \`current_function\`, \`label\`: texts, in lower
%% case; \`application\`, \`status\`, and \`ancestor\`: a process, below which proc_lib has
%% started others, or which has spawned them itself. Items are asked for besides;
%% \`Known\` says whether rows begin with a number known from before.
-spec plan(map(), [term()], boolean()) -> plan().
plan(Filters, Items, Known) ->
    Stages = [stage(Name, Value) || {Name, Value} <- maps:to_list(Filters)],
    Wanted = lists:usort(Items ++ lists:append([element(2, Stage) || Stage <- Stages])),
    {Keys, Plain} = lists:partition(fun is_tuple/1, Wanted),
    Before = [known || Known],
    case Keys =:= [] orelse identity:readable(hd(Keys)) of
        true ->
            #{ask => Wanted, order => Before ++ Wanted, keys => [], stages => Stages};
        false ->
            Ask = [total_heap_size, initial_call | Plain -- [total_heap_size, initial_call]],
            #{ask => Ask, order => Before ++ Keys ++ Ask, keys => Keys, stages => Stages}
    end.

%% Whether all processes are meant, and nothing else is asked than Item.
-spec all(plan(), term()) -> boolean().
all(#{ask := Ask, stages := Stages}, Item) ->
    Stages =:= [] andalso Ask =:= [Item].

%% The rows of the processes that pass all filters.
-spec rows([pid()], [term()], [integer()] | none, plan()) -> [{pid(), [tuple()]}].
rows(Pids, Values, Known, #{keys := Keys, order := Order, stages := Stages}) ->
    Complete = join(known(Known), lists:foldr(fun join/2, Values, said(Keys, Pids, Values))),
    lists:foldl(fun(Stage, Rows) -> narrow(Stage, Rows, Order) end,
                lists:zip(Pids, Complete), Stages).

%% For match specs: a row's Values, with patterns for the values of some items.
-spec pattern([{term(), term()}], plan() | [term()]) -> [term()].
pattern(Bound, #{order := Order}) ->
    pattern(Bound, Order);
pattern(Bound, Order) ->
    [case lists:keyfind(Item, 1, Bound) of
         {_, Pattern} -> {'_', Pattern};
         false -> '_'
     end || Item <- Order].

%% #{Key => [Value]}: the first match spec that fits makes [Key | Value] of a row.
-spec keyed([{term(), term()}], [{term(), [term()], term()}]) -> #{term() => [term()]}.
keyed(Rows, Specs) ->
    Pairs = bulk:select(Rows, [{Head, Guards, [Body]} || {Head, Guards, Body} <- Specs]),
    case erlang:function_exported(maps, groups_from_list, 3) of
        true ->
            maps:groups_from_list(fun erlang:hd/1, fun erlang:tl/1, Pairs);
        false ->
            lists:foldl(fun([Key | Value], Groups) ->
                                Groups#{Key => [Value | maps:get(Key, Groups, [])]}
                        end, #{}, Pairs)
    end.

%% What an item of some processes comes to as numbers, in the same order: lists by
%% their length, references to binaries by the bytes of the different ones, 0 for
%% what is gone.
-spec numbers(term(), [term()], fun((term()) -> term())) -> [non_neg_integer()].
numbers(binary, Values, Pattern) ->
    Lists = bulk:select(Values, [{Pattern('\$1'), [], ['\$1']}, {'_', [], [[]]}]),
    Columns = lists:map(fun lists:unzip3/1, lists:map(fun lists:usort/1, Lists)),
    lists:map(fun lists:sum/1, bulk:select(Columns, [{{'_', '\$1', '_'}, [], ['\$1']}]));
numbers(_Item, Values, Pattern) ->
    bulk:select(Values, [{Pattern('\$1'), [{is_integer, '\$1'}], ['\$1']},
                         {Pattern('\$1'), [{is_list, '\$1'}], [{length, '\$1'}]},
                         {'_', [], [0]}]).

%% The item that has the label of a process: before OTP 27, where Elixir puts it.
-spec label_item() -> term().
label_item() ->
    case identity:readable(label) of
        true -> label;
        false -> {dictionary, '\$process_label'}
    end.

%% ---------------------------------------------------------------------------

stage(text, Text) ->
    {text, [registered_name, {dictionary, '\$initial_call'}, initial_call, current_function], Text};
stage(initial_call, Text) ->
    {text, [{dictionary, '\$initial_call'}, initial_call], Text};
stage(label, Text) ->
    {text, [label_item()], Text};
stage(application, Spellings) ->
    Application = applications:known(Spellings),
    case lists:keyfind(Application, 1, applications:masters()) of
        {_, Master} -> {equal, [group_leader], Master};
        false -> envelope:refuse(no_processes, [])
    end;
stage(ancestor, Process) ->
    Pid = names:process(Process),
    Items = [{dictionary, '\$ancestors'} | [parent || identity:readable(parent)]],
    case process_info(Pid, registered_name) of
        {registered_name, Name} -> {below, Items, [Pid, Name]};
        [] -> {below, Items, [Pid]};
        undefined -> envelope:refuse(no_such_process, Pid)
    end;
stage(status, Status) ->
    {equal, [status], Status};
stage(Item, Text) ->
    {text, [Item], Text}.

narrow({equal, [Item], Value}, Rows, Order) ->
    bulk:select(Rows, [{{'_', pattern([{Item, Value}], Order)}, [], ['\$_']}]);
narrow({below, [Ancestors | Parent], Names}, Rows, Order) ->
    bulk:select(Rows, [{{'_', pattern([{Ancestors, Above}], Order)}, [], ['\$_']}
                       || Name <- Names, Above <- above(Name, 12)]
                      ++ [{{'_', pattern([{parent, hd(Names)}], Order)}, [], ['\$_']}
                          || parent <- Parent]);
narrow({text, Items, Text}, Rows, Order) ->
    Variables = lists:sublist(['\$1', '\$2', '\$3', '\$4'], length(Items)),
    Head = {'_', pattern(lists:zip(Items, Variables), Order)},
    Groups = keyed(Rows, [{Head, [], [Variables | '\$_']}]),
    Wanted = [Key || Key <- maps:keys(Groups), lists:any(fun(V) -> holds(V, Text) end, Key)],
    lists:append(maps:values(maps:with(Wanted, Groups))).

%% Lists that have the name within so many first places.
above(_Name, 0) ->
    [];
above(Name, Places) ->
    [lists:duplicate(Places - 1, '_') ++ [Name | '_'] | above(Name, Places - 1)].

holds(Value, Text) ->
    string:find(string:lowercase(text(Value)), Text) =/= nomatch.

text({Module, Function, Arity}) when is_atom(Module), is_atom(Function), is_integer(Arity) ->
    io_lib:format("~ts:~ts/~b", [Module, Function, Arity]);
text(Missing) when Missing =:= []; Missing =:= undefined ->
    "";
text(Name) when is_atom(Name) ->
    atom_to_list(Name);
text(Label) ->
    cut:text(Label, 200).

known(none) -> [];
known(Known) -> Known.

%% Puts a column of values before the rows of others.
join([], Rows) ->
    Rows;
join(Column, Rows) ->
    lists:zipwith(fun erlang:'++'/2, bulk:select(Column, [{'\$1', [], [[{{value, '\$1'}}]]}]), Rows).

%% A column for each of the keys, \`undefined\` where a dictionary has it not, or is
%% that of a large process, or of one that cannot have it: those are not read.
said([], _Pids, _Values) ->
    [];
said(Keys, Pids, Values) ->
    Initial = case Keys -- [{dictionary, '\$initial_call'}, {dictionary, '\$ancestors'}] of
                  [] -> {proc_lib, '_', '_'};
                  _ -> '_'
              end,
    Items = bulk:select(Values, [{[{total_heap_size, '\$1'}, {initial_call, Initial} | '_'],
                                  [{'<', '\$1', 100000}], [dictionary]},
                                 {'_', [], [registered_name]}]),
    Read = lists:zipwith(fun erlang:process_info/2, Pids, Items),
    Dictionaries = bulk:select(Read, [{{dictionary, '\$1'}, [], ['\$1']}, {'_', [], [[]]}]),
    Size = length(Pids),
    [bulk:select(lists:zipwith3(fun lists:keyfind/3, lists:duplicate(Size, Key),
                                lists:duplicate(Size, 1), Dictionaries),
                 [{{'_', '\$1'}, [], ['\$1']}, {'_', [], [undefined]}])
     || {dictionary, Key} <- Keys].
`,
  servers: `
%% Processes that serve requests, and whether they can be asked: one that waits for
%% its next message answers at once, one that is hung would only get a message more.
-module(servers).
-export([facts/2, read/4, idle/1, works/2, ready/3]).

%% [{Pid, undefined | Facts}]; those inside native code are missing.
-spec facts([pid()], envelope:call()) -> [{pid(), undefined | map()}].
facts(Pids, Call) ->
    Items = [status, current_function, message_queue_len, reductions, links, registered_name],
    Facts = #{status => '\$2', function => '\$3', mailbox => '\$4', reductions => '\$5',
              links => {length, '\$6'}, name => '\$7'},
    Values = lists:zipwith(fun(Item, I) -> {Item, variable(I)} end, Items, [2, 3, 4, 5, 6, 7]),
    read(Pids, Items, [{{'\$1', Values}, [], [{{'\$1', Facts}}]},
                       {{'\$1', undefined}, [], [{{'\$1', undefined}}]}], Call).

%% Whether it waits for its next message.
-spec idle(map()) -> boolean().
idle(#{status := waiting, function := {gen_server, Function, _}}) ->
    lists:member(Function, [loop, loop_hibernate]);
idle(#{status := waiting, function := {erlang, hibernate, _}}) ->
    true;
idle(_Facts) ->
    false.

%% Whether it has done more between two looks than to answer them.
-spec works(map(), map()) -> boolean().
works(#{reductions := Before}, #{reductions := Now}) ->
    Now - Before > 20.

%% Waits so many ms until the process can be asked: it is idle, or has worked between
%% two looks. \`gone\` has ended, \`silent\` is inside native code.
-spec ready(pid(), non_neg_integer(), envelope:call()) ->
          {ok, map()} | {hung, map()} | gone | silent.
ready(Pid, Ms, Call) ->
    ready(Pid, envelope:now_ms() + Ms, none, Call).

ready(Pid, Until, Before, Call) ->
    case facts([Pid], Call) of
        [] -> silent;
        [{Pid, undefined}] -> gone;
        [{Pid, Facts}] ->
            case idle(Facts) orelse (is_map(Before) andalso works(Before, Facts)) of
                true -> {ok, Facts};
                false ->
                    case envelope:now_ms() < Until of
                        true ->
                            receive after 25 -> ok end,
                            ready(Pid, Until, Facts, Call);
                        false ->
                            {hung, Facts}
                    end
            end
    end.

%% What match specifications make of [{Pid, Values}], in the workers that ask.
-spec read([pid()], atom() | [atom()], ets:match_spec(), envelope:call()) -> [term()].
read(Pids, Items, Spec, Call) ->
    {Rows, _Cost} =
        sweep:fold(#{item => Items,
                     pick => fun(Group, Values, _) ->
                                     ets:match_spec_run(lists:zip(Group, Values),
                                                        ets:match_spec_compile(Spec))
                             end,
                     step => fun(Picked, Rows) -> Picked ++ Rows end,
                     report => fun(_, _) -> ok end}, [], Pids, Call),
    Rows.

variable(I) ->
    lists:nth(I, ['\$1', '\$2', '\$3', '\$4', '\$5', '\$6', '\$7']).
`,
  settings: `
%% How a node was built and started, and how it is set. The cookie is nobody's business.
-module(settings).
-export([flags/0, boot/2, code_path/2]).

%% [{Item, Text}] of what erlang:system_info/1 knows of these.
flags() ->
    [{Item, shown(Value)}
     || Item <- [fullsweep_after, min_heap_size, min_bin_vheap_size, max_heap_size,
                 message_queue_data, dist_buf_busy_limit, scheduler_bind_type, multi_scheduling,
                 thread_pool_size, kernel_poll, time_warp_mode, time_correction, os_type, os_version,
                 eager_check_io, nif_version, driver_version, async_dist, modified_timing_level],
        {known, Value} <- [known(Item)]].

%% Of a release that does not know the item, nothing.
known(Item) ->
    try erlang:system_info(Item) of
        {Item, Value} -> {known, Value};
        Value -> {known, Value}
    catch
        error:badarg -> none
    end.

shown([_ | _] = Text) -> unicode:characters_to_binary(Text);
shown(Value) -> cut:text(Value, 200).

%% init and the code server are asked through workers: either may be hung. Arguments
%% after -extra may hold anything, so only their number is told.
boot(Limit, Call) ->
    Asked = worker:all([fun init:get_arguments/0, fun init:get_plain_arguments/0,
                        fun init:script_id/0, fun init:get_status/0, fun code:get_mode/0],
                       1000, Call),
    [Arguments, Plain, Script, Status, Mode] = [value(Result) || Result <- Asked],
    #{arguments => some(Arguments, Limit, fun argument/1),
      plain_arguments => case Plain of none -> none; _ -> length(Plain) end,
      script => case Script of
                    {Name, Version} -> unicode:characters_to_binary([Name, " ", Version]);
                    _ -> none
                end,
      status => case Status of {S, _} -> S; _ -> none end,
      mode => Mode}.

code_path(Limit, Call) ->
    some(value(worker:one(fun code:get_path/0, 1000, Call)), Limit,
         fun unicode:characters_to_binary/1).

%% ---------------------------------------------------------------------------

value({ok, Value}) -> Value;
value(_) -> none.

%% {Number of all, the first of them}.
some(none, _Limit, _Show) -> none;
some(All, Limit, Show) -> {length(All), [Show(One) || One <- lists:sublist(All, Limit)]}.

%% A value that names a secret is not told, nor any cookie.
argument({Flag, Values}) ->
    Text = unicode:characters_to_binary(string:slice(lists:join(" ", Values), 0, 300)),
    Words = string:lowercase([atom_to_list(Flag), " ", Text]),
    Secret = lists:any(fun(Word) -> string:find(Words, Word) =/= nomatch end,
                       ["cookie", "password", "secret", "token"]),
    {Flag, case Secret of true -> <<"(hidden)">>; false -> Text end}.
`,
  subject: `
%% The process that is about to be changed: what it is, and whether it may be.
-module(subject).
-export([known/2, changeable/2, application_of/2]).

%% What is told of it before and after.
-spec known(term(), envelope:call()) -> map().
known(Process, Call) ->
    Pid = names:process(Process),
    Items = [registered_name, initial_call, current_function, status, message_queue_len,
             memory, total_heap_size, links, group_leader, trap_exit],
    case sweep:read([Pid], Items, Call) of
        [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
        [] -> envelope:refuse(no_answer, Pid);
        [{Pid, Values}] -> described(Pid, maps:from_list(Values), Call)
    end.

%% The same, of a process without which the node, or an application, would not live:
%% refused.
-spec changeable(term(), envelope:call()) -> map().
changeable(Process, #{coordinator := Coordinator} = Call) ->
    #{pid := Pid, group_leader := Leader, initial_call := Initial} = Subject = known(Process, Call),
    Masters = applications:masters(),
    Is = [What || {What, true} <-
                      [{emulator, lists:member(element(1, Initial), emulator())},
                       {kernel, lists:member({kernel, Leader}, Masters)},
                       {application_master, lists:keymember(Pid, 2, Masters)
                        orelse Initial =:= {application_master, start_it, 4}},
                       {kernel, lists:any(fun(Name) -> whereis(Name) =:= Pid end, kernel())},
                       {ours, lists:member(Pid, [Coordinator, self()])}]],
    case Is of
        [] -> Subject;
        [What | _] -> envelope:refuse(protected, {What, Pid})
    end.

%% The application that ends with the process, its first, or \`none\`. The node ends with
%% one that is permanent or transient, and nobody says so of one that is not known: refused.
-spec application_of(pid(), envelope:call()) -> atom().
application_of(Pid, Call) ->
    case lists:keyfind(Pid, 2, applications:tops(applications:masters(), Call)) of
        {Application, Pid} ->
            case applications:status(Application, applications:controller(Call)) of
                {_, temporary} -> Application;
                _ -> envelope:refuse(protected, {permanent, Pid})
            end;
        false ->
            none
    end.

%% ---------------------------------------------------------------------------

described(Pid, #{links := Links, group_leader := Leader, initial_call := Initial} = Known, Call) ->
    Said = case identity:of_processes([Pid], Call) of
               [{Pid, Words}] -> Words;
               [] -> #{}
           end,
    Application = [A || {A, Master} <- applications:masters(), Master =:= Leader],
    #{pid => Pid, name => maps:get(registered_name, Known),
      group_leader => Leader, initial_call => maps:get(initial_call, Said, Initial),
      current => maps:get(current_function, Known), status => maps:get(status, Known),
      mailbox => maps:get(message_queue_len, Known), memory => maps:get(memory, Known),
      heap => maps:get(total_heap_size, Known) * erlang:system_info(wordsize),
      links => length(Links), traps_exits => maps:get(trap_exit, Known),
      supervised_by => case Said of #{ancestors := [Parent | _]} -> Parent; _ -> none end,
      application => case Application of [A] -> A; [] -> none end}.

%% Modules that the processes of the emulator itself begin in.
emulator() ->
    [otp_ring0, erl_prim_loader, prim_file, erts_internal, erts_code_purger,
     erts_literal_area_collector, erts_dirty_process_signal_handler, erts_trace_cleaner,
     socket_registry, init].

%% Not all of them have kernel's group leader.
kernel() ->
    [init, application_controller, kernel_sup, code_server, logger, logger_sup, user,
     standard_error, net_kernel, rex, file_server_2, erl_prim_loader, inet_db, erl_signal_server,
     global_name_server, auth, erl_epmd, net_sup].
`,
  supervisors: `
%% The supervisors of a node and their children, found all at once: each is asked
%% as soon as it is known, and a hung one delays no other.
%%
%% Only what has proved to be a supervisor is asked, and only while it waits for
%% messages; of the others the children are found by their links. The request is
%% that of gen_server:call/2 without its wait: an answer that is late goes to a
%% process that has ended.
-module(supervisors).
-export([walk/3, is_supervisor/1]).
-export_type([child/0, supervisor/0]).

%% {Position, Id, Pid | restarting | undefined, supervisor | worker}, in the order
%% in which they were started; an id that links cannot tell is \`none\`.
-type child() :: {pos_integer(), term(), pid() | atom(), supervisor | worker}.
%% \`state\` is \`ok\`; or why it was not asked: \`hung\` (it waits for something else than
%% a message, and does nothing), \`wide\`, \`not_otp\`, \`large\` (not known whether it is
%% a supervisor); or why there is nothing to show:
%% \`no_answer\`, \`silent\` (inside native code), \`gone\`. \`children\` is the number of
%% all; \`about\` says that it is that of its links, less one. \`workers\` has at most
%% so many as were wanted, those that do not run first.
-type supervisor() ::
        #{state := atom(), name => atom() | [], function => mfa() | undefined,
          mailbox => non_neg_integer(), children := non_neg_integer(),
          about => boolean(), restarting => non_neg_integer(),
          not_started => non_neg_integer(),
          supervisors := [child()], workers := [child()]}.

%% Walks from the roots down. Waits for answers until none has come for \`quiet_ms\`;
%% keeps at most \`keep\` workers of each. True: not all could be seen in time.
-spec walk([pid()], #{quiet_ms := pos_integer(), keep := non_neg_integer()},
           envelope:call()) -> {#{pid() => supervisor()}, boolean()}.
walk(Roots, #{quiet_ms := QuietMs, keep := Keep}, Call) ->
    #{found := Found, partial := Partial} =
        loop(#{found => #{}, next => Roots, queue => [], asked => #{}, weight => 0,
               busy => #{}, heard => envelope:now_ms(), quiet_ms => QuietMs,
               keep => Keep, call => Call, partial => false}),
    {Found, Partial}.

%% By what identity:of_processes/2 says. Elixir's supervisors say so too.
-spec is_supervisor(map()) -> boolean().
is_supervisor(#{initial_call := {supervisor, _, _}}) -> true;
is_supervisor(_Said) -> false.

%% ---------------------------------------------------------------------------
%% The walk

loop(#{next := [], queue := [], asked := Asked, busy := Busy} = State)
  when map_size(Asked) =:= 0, map_size(Busy) =:= 0 ->
    State;
loop(#{next := Next, call := #{until := Until}} = State) ->
    case envelope:now_ms() < Until of
        true -> loop(wait(ask(examine(Next, State#{next := []}))));
        %% Those that are still waited for gave no answer.
        false -> State#{partial := true}
    end.

%% What is to be done with those that were not seen before.
examine([], State) ->
    State;
examine(Pids, #{found := Found, call := Call} = State) ->
    New = lists:usort([Pid || Pid <- Pids, is_pid(Pid), node(Pid) =:= node(),
                              not is_map_key(Pid, Found)]),
    Facts = maps:from_list(servers:facts(New, Call)),
    Said = maps:from_list(identity:of_processes(New, Call)),
    Missing = missing(Call),
    lists:foldl(fun(Pid, S) ->
                        sort_out(Pid, maps:get(Pid, Facts, Missing), proof(maps:get(Pid, Said, none)), S)
                end, State, New).

%% Why nothing is known of a process: it is silent, or there was no time to ask.
missing(#{until := Until}) ->
    case envelope:now_ms() < Until of true -> silent; false -> late end.

%% More children than 20,000 are not asked for: it would keep the supervisor busy.
sort_out(Pid, late, _Proof, State) ->
    found(Pid, nothing(no_answer), State);
sort_out(Pid, silent, _Proof, State) ->
    found(Pid, nothing(silent), State);
sort_out(Pid, undefined, _Proof, State) ->
    found(Pid, nothing(gone), State);
sort_out(Pid, #{links := Links} = Facts, Proof, State) when Links > 20000, Proof =/= not_otp ->
    by_links(Pid, wide, Facts, State);
sort_out(Pid, Facts, Proof, State) when Proof =/= supervisor ->
    by_links(Pid, Proof, Facts, State);
sort_out(Pid, Facts, supervisor, #{busy := Busy} = State) ->
    State1 = found(Pid, maps:merge(nothing(no_answer), described(Facts)), State),
    case servers:idle(Facts) of
        true -> to_ask(Pid, Facts, State1);
        false -> State1#{busy := Busy#{Pid => Facts#{since => envelope:now_ms()}}}
    end.

%% Before OTP 26.2 a large process cannot be looked at without copying much.
proof(none) -> large;
proof(Said) ->
    case is_supervisor(Said) of true -> supervisor; false -> not_otp end.

to_ask(Pid, Facts, #{queue := Queue} = State) ->
    State#{queue := [{Pid, Facts} | Queue]}.

%% Asks as many as do not have too many children between them: the answers all
%% come here.
ask(#{queue := [{Pid, #{links := Links} = Facts} | Queue], weight := Weight,
      asked := Asked} = State) when Weight < 50000 ->
    Monitor = monitor(process, Pid),
    erlang:send(Pid, {'\$gen_call', {self(), Monitor}, which_children}, [noconnect]),
    ask(State#{queue := Queue, weight := Weight + Links,
               asked := Asked#{Monitor => {Pid, Facts}}, heard := envelope:now_ms()});
ask(State) ->
    State.

wait(#{asked := Asked, busy := Busy} = State) when map_size(Asked) =:= 0, map_size(Busy) =:= 0 ->
    State;
wait(State) ->
    #{asked := Asked, heard := Heard, quiet_ms := QuietMs} = State1 = take(25, State),
    case envelope:now_ms() - Heard of
        Ms when Ms >= QuietMs, map_size(Asked) > 0 -> look_again(forget(State1));
        _ -> look_again(State1)
    end.

%% The answers that are there, waiting so long for the first.
take(Ms, #{asked := Asked} = State) ->
    receive
        {Monitor, Children} when is_map_key(Monitor, Asked) ->
            take(0, answered(Monitor, Children, State));
        {'DOWN', Monitor, process, Pid, _} when is_map_key(Monitor, Asked) ->
            take(0, found(Pid, nothing(gone), heard(Monitor, State)))
    after Ms ->
        State
    end.

heard(Monitor, #{asked := Asked, weight := Weight} = State) ->
    {_, #{links := Links}} = maps:get(Monitor, Asked),
    demonitor(Monitor, [flush]),
    State#{asked := maps:remove(Monitor, Asked), weight := Weight - Links,
           heard := envelope:now_ms()}.

%% Those asked that are hung after all.
forget(#{asked := Asked} = State) ->
    lists:foldl(fun(Monitor, S) -> heard(Monitor, S) end, State, maps:keys(Asked)).

%% Whether those that were busy can be asked now. One that has worked since the last
%% look will come to its next message; a look itself costs it a reduction. One that
%% does nothing is hung.
look_again(#{busy := Busy} = State) when map_size(Busy) =:= 0 ->
    State;
look_again(#{busy := Busy, call := Call} = State) ->
    Facts = maps:from_list(servers:facts(maps:keys(Busy), Call)),
    Missing = missing(Call),
    maps:fold(fun(Pid, First, S) -> look_again(Pid, maps:get(Pid, Facts, Missing), First, S) end,
              State, Busy).

look_again(_Pid, late, _Before, State) ->
    State;
look_again(Pid, Facts, #{since := Since} = Before, #{busy := Busy, quiet_ms := QuietMs} = State) ->
    Rest = State#{busy := maps:remove(Pid, Busy)},
    case {Facts, envelope:now_ms() - Since} of
        {undefined, _} -> found(Pid, nothing(gone), Rest);
        {silent, _} -> found(Pid, nothing(silent), Rest);
        {_, Ms} ->
            case servers:idle(Facts) orelse servers:works(Before, Facts) of
                true -> to_ask(Pid, Facts, Rest);
                false when Ms * 2 >= QuietMs -> by_links(Pid, hung, Facts, Rest);
                false -> State#{busy := Busy#{Pid := Facts#{since => Since}}}
            end
    end.

%% ---------------------------------------------------------------------------
%% What is found

found(Pid, Supervisor, #{found := Found} = State) ->
    State#{found := Found#{Pid => Supervisor}}.

nothing(Why) ->
    #{state => Why, children => 0, supervisors => [], workers => []}.

described(Facts) ->
    maps:with([name, function, mailbox], Facts).

%% The children come with the newest first.
answered(Monitor, Answer, #{asked := Asked} = State) when is_list(Answer) ->
    {Pid, Facts} = maps:get(Monitor, Asked),
    Children = lists:zip(lists:seq(1, length(Answer)), lists:reverse(Answer)),
    children(Pid, Children, maps:merge(#{state => ok}, described(Facts)), heard(Monitor, State));
answered(Monitor, _Answer, State) ->
    heard(Monitor, State).

%% The many that run are gone through once; of them only as many as are kept are taken.
children(Pid, Children, Supervisor, #{keep := Keep, next := Next} = State) ->
    Child = [{{'\$1', '\$2', '\$3', '\$4'}}],
    Others = bulk:select(Children, [{{'\$1', {'\$2', '\$3', '\$4', '_'}}, [{'=:=', '\$4', supervisor}], Child},
                             {{'\$1', {'\$2', '\$3', '\$4', '_'}}, [{'not', {is_pid, '\$3'}}], Child}]),
    Supervisors = bulk:select(Others, [{{'_', '_', '_', supervisor}, [], ['\$_']}]),
    Absent = bulk:select(Others, [{{'_', '_', '_', worker}, [], ['\$_']}]),
    Workers = bulk:select(lists:sublist(Children, Keep + length(Others)),
                   [{{'\$1', {'\$2', '\$3', worker, '_'}}, [{is_pid, '\$3'}],
                     [{{'\$1', '\$2', '\$3', worker}}]}]),
    Count = fun(Wanted) -> length(bulk:select(Others, [{{'_', '_', Wanted, '_'}, [], [true]}])) end,
    State1 = found(Pid, Supervisor#{children => length(Children), restarting => Count(restarting),
                                    not_started => Count(undefined), supervisors => Supervisors,
                                    workers => lists:sublist(Absent ++ Workers, Keep)}, State),
    State1#{next := [P || {_, _, P, _} <- Supervisors] ++ Next}.

%% Children as links have them; of very many the first.
by_links(Pid, Why, #{links := All} = Facts, #{call := Call} = State) ->
    Most = 1000,
    First = case servers:read([Pid], links, [{{'_', {links, '\$1'}}, [], ['\$1']}], Call) of
                [Links] -> [P || P <- lists:sublist(Links, Most), is_pid(P), node(P) =:= node()];
                [] -> []
            end,
    Said = identity:of_processes(First, Call),
    Mine = mine(Pid, Facts, First, Said, Call),
    Kinds = [{none, P, case is_supervisor(S) of true -> supervisor; false -> worker end, []}
             || {P, S} <- Said, lists:member(P, Mine)],
    Supervisor = maps:merge(#{state => Why}, described(Facts)),
    State1 = children(Pid, lists:zip(lists:seq(1, length(Kinds)), Kinds), Supervisor, State),
    case All > Most of
        false -> State1;
        true ->
            #{found := #{Pid := Found}} = State1,
            found(Pid, Found#{children := All - 1, about => true}, State1)
    end.

%% Those among them that it has started: OTP 25 knows, else their ancestors tell.
mine(Pid, #{name := Name}, Pids, Said, Call) ->
    case identity:readable(parent) of
        true -> [P || {P, [{parent, Parent}]} <- sweep:read(Pids, [parent], Call), Parent =:= Pid];
        false -> [P || {P, #{ancestors := [Parent | _]}} <- Said, Parent =:= Pid orelse Parent =:= Name]
    end.
`,
  suspensions: `
%% Processes of ours that keep others suspended. The emulator resumes a process when
%% whoever suspended it ends, in whatever way; and ours end when their time is over,
%% when the link to those who asked is lost, and when the other process ends.
-module(suspensions).
-export([start/4, of_process/2, stop/1]).

%% The keeper, once the process is suspended. \`no_answer\`: it is inside native code.
-spec start(pid(), pos_integer(), node() | none, pos_integer()) -> {ok, pid()} | no_answer | gone.
start(Pid, Ms, Owner, PatienceMs) ->
    Body = self(),
    {Keeper, Monitor} = spawn_opt(fun() -> keep(Pid, Ms, Owner, Body) end,
                                  [monitor, {priority, high}]),
    receive
        {Keeper, suspended} ->
            demonitor(Monitor, [flush]),
            {ok, Keeper};
        {'DOWN', Monitor, process, Keeper, _} ->
            gone
    after PatienceMs ->
        exit(Keeper, kill),
        no_answer
    end.

%% {Keepers of ours, Others} who keep the process suspended; each of them monitors or
%% is linked to it, or is not found.
-spec of_process(pid(), envelope:call()) -> {[pid()], [pid()]}.
of_process(Pid, Call) ->
    [{Pid, [{_, Watchers}, {_, Links}]}] =
        case sweep:read([Pid], [monitored_by, links], Call) of
            [{Pid, [_, _]}] = Known -> Known;
            [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
            [] -> envelope:refuse(no_answer, Pid)
        end,
    Near = [P || P <- lists:usort(Watchers ++ Links), is_pid(P), node(P) =:= node(), P =/= self()],
    Suspenders = [P || {P, [{suspending, Suspended}]} <- sweep:read(Near, [suspending], Call),
                       lists:keymember(Pid, 1, Suspended)],
    lists:partition(fun(P) -> is_ours(P, Call) end, Suspenders).

%% Returns when the keeper has gone, and the process runs again.
-spec stop(pid()) -> ok.
stop(Keeper) ->
    Monitor = monitor(process, Keeper),
    Keeper ! resume,
    receive {'DOWN', Monitor, process, Keeper, _} -> ok
    after 2000 -> exit(Keeper, kill), ok
    end.

%% ---------------------------------------------------------------------------

keep(Pid, Ms, Owner, Body) ->
    put('\$beamtap', suspension),
    Monitor = monitor(process, Pid),
    Owner =:= none orelse monitor_node(Owner, true),
    true = erlang:suspend_process(Pid, []),
    Body ! {self(), suspended},
    receive
        resume -> ok;
        {nodedown, Owner} -> ok;
        {'DOWN', Monitor, process, Pid, _} -> ok
    after Ms -> ok
    end.

%% A stranger's dictionary is copied only where it must be, and where it is small.
is_ours(Pid, Call) ->
    case identity:readable({dictionary, '\$beamtap'}) of
        true ->
            [{Pid, [{{dictionary, '\$beamtap'}, suspension}]}]
                =:= sweep:read([Pid], [{dictionary, '\$beamtap'}], Call);
        false ->
            case sweep:read([Pid], [total_heap_size], Call) of
                [{Pid, [{_, Words}]}] when Words < 1000000 ->
                    case sweep:read([Pid], [dictionary], Call) of
                        [{Pid, [{_, Words1}]}] -> lists:member({'\$beamtap', suspension}, Words1);
                        _ -> false
                    end;
                _ -> false
            end
    end.
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
-export([everyone/1, pids/1, fold/4, again/4, read/3]).
-export_type([sample/0]).

%% For questions to all processes but ours: how many there are, and samples for
%% again/4. A list of a million pids is not kept on a heap, where it would be copied
%% with each collection of garbage, but in a table of ours, that goes with the body.
-spec everyone(envelope:call()) -> {non_neg_integer(), [sample()]}.
everyone(#{coordinator := Coordinator} = Call) ->
    Table = ets:new(sweep, [public]),
    Ours = [Coordinator, self()],
    Store = fun() -> store(erlang:processes() -- [self() | Ours], Table, []) end,
    {Total, Keys} = case worker:one(Store, 10000, Call) of
                        {ok, Stored} -> Stored;
                        _ -> error(no_processes)
                    end,
    {Total, [{stored, Table, Key} || Key <- Keys]}.

%% Runs in a worker: puts processes into a table in chunks; {Number, Keys}.
store([], _Table, Keys) ->
    {0, lists:reverse(Keys)};
store(Pids, Table, Keys) ->
    {Chunk, Rest} = split_list(Pids, 4000),
    Key = length(Keys),
    ets:insert(Table, {Key, Chunk, none}),
    {Number, All} = store(Rest, Table, [Key | Keys]),
    {length(Chunk) + Number, All}.

%% The processes of samples.
-spec pids([sample()]) -> [pid()].
pids(Samples) ->
    lists:append([case Sample of
                      {stored, Table, Key} -> ets:lookup_element(Table, Key, 2);
                      {Pids, _} -> Pids
                  end || Sample <- Samples]).

%% Some processes, with what is known of each of them, or \`none\`; or where that is.
-type sample() :: {[pid()], [term()] | none} | {stored, ets:tid(), term()}.

%% What to do with each chunk. \`item\` is asked of its processes. \`pick\` runs in
%% the worker that asked: Pick(Pids, Values, Hint), with Values in the order of
%% Pids, as process_info/2 gives them (\`undefined\` for a process that is gone).
%% \`step\` runs in the body: Step(Picked, State) gives the next state. \`report\`,
%% called up to four times a second, may pass on what is known so far. Each worker
%% gets a copy of \`hint\`, of the state so far: the state itself if left out.
-type question(State) ::
        #{item := atom() | [atom()],
          pick := fun(([pid()], [term()], term()) -> term()),
          step := fun((term(), State) -> State),
          report := fun((State, envelope:cost()) -> term()),
          hint => fun((State) -> term())}.

%% Folds over the processes, chunk by chunk. Ends early, and says \`partial\`, when
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
    #{state := Last} = Acc = chunks(Samples, Sweep, envelope:now_ms() + 250, start(State, Call)),
    {Last, cost(Acc)}.

%% What some processes say of Items: [{Pid, Values | undefined}] in the same
%% order, without those that are silent. For few: an answer is completed with it
%% also when the time of the call is just over.
-spec read([pid()], [atom()], envelope:call()) -> [{pid(), [tuple()] | undefined}].
read(Pids, Items, #{until := Until} = Call) ->
    Longer = Call#{until := erlang:max(Until, envelope:now_ms() + 80)},
    Sweep = #{item => Items, call => Longer,
              hint => fun(_) -> none end,
              pick => fun(Group, Values, _) -> lists:zip(Group, Values) end,
              step => fun(Picked, Rows) -> Picked ++ Rows end},
    #{state := Rows} = ask({Pids, none}, [200, 1], Sweep, start([], Call)),
    Found = maps:from_list(Rows),
    [{Pid, maps:get(Pid, Found)} || Pid <- Pids, is_map_key(Pid, Found)].

%% ---------------------------------------------------------------------------

start(State, Call) ->
    #{state => State, scanned => 0, silent => [], partial => false, patience => patience(1, Call)}.

cost(#{scanned := Scanned, silent := Silent, partial := Partial}) ->
    #{processes_scanned => Scanned, partial => Partial, no_answer => Silent}.

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
    {Chunk, Rest} = split(Sample, 4000),
    #{state := State} = Acc1 = ask(Chunk, [4000, 250, 1], Sweep, Acc),
    case envelope:now_ms() of
        Now when Now >= Next ->
            Report(State, cost(Acc1)),
            Told = envelope:now_ms(),
            chunks([Rest | Samples], Sweep, Told + 250 + 20 * (Told - Now), Acc1);
        _ ->
            chunks([Rest | Samples], Sweep, Next, Acc1)
    end.

%% Asks the processes in groups of the first size; a group that is late is asked
%% again in groups of the next.
ask(Chunk, [Size | Sizes], Sweep, #{state := State, patience := Patience} = Acc) ->
    #{call := Call, hint := Hint} = Sweep,
    case time_left(Call) of
        Left when Left > 0 ->
            Groups = groups(Chunk, Size),
            Hints = Hint(State),
            Results = worker:all([reader(Group, Hints, Sweep) || Group <- Groups],
                                 erlang:min(Patience, Left),
                                 Call#{min_heap_words => 12 * Size}),
            lists:foldl(fun({Group, Result}, A) -> take(Group, Result, Sizes, Sweep, A) end,
                        Acc, lists:zip(Groups, Results));
        _ ->
            Acc#{partial := true}
    end.

time_left(#{until := Until}) ->
    Until - envelope:now_ms().

reader({Pids, Known}, Hints, #{item := Item, pick := Pick}) ->
    Last = case Known of none -> Hints; _ -> {Known, Hints} end,
    fun() ->
            Items = lists:duplicate(length(Pids), Item),
            Pick(Pids, lists:zipwith(fun erlang:process_info/2, Pids, Items), Last)
    end.

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

groups({[], _}, _Size) ->
    [];
groups(Chunk, Size) ->
    {Group, Rest} = split(Chunk, Size),
    [Group | groups(Rest, Size)].

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

%% How long to wait for so many workers, in ms: more where the node is busy.
patience(Number, Call) ->
    Start = envelope:now_ms(),
    worker:all(lists:duplicate(Number, fun() -> ok end),
               erlang:max(0, erlang:min(5000, time_left(Call))), Call),
    erlang:max(300, 4 * (envelope:now_ms() - Start)).
`,
  trace_collector: `
%% The events that a tracer passes on, up to the limits of a trace.
-module(trace_collector).
-export([collect/1]).

%% The summary, which has \`begin_ns\`, with #{events, received, ended, waiting}. \`ended\` is limit,
%% bytes, stopped, tracer_killed, or none in reports. Times in events are us since \`begin_ns\`.
-spec collect(#{tracer := tracer:tracer(), way := tracing:way(), call := envelope:call(),
                limits := cut:limits(), stream := boolean(), summary := map(), left := integer(),
                events := [], received := 0, until := integer(), next := integer()}) -> map().
collect(#{tracer := #{reference := Reference, monitor := Monitor} = Tracer, until := Until,
          next := Next} = State) ->
    receive
        {Reference, message, Message} ->
            keep(trace_events:shape(Message, maps:get(limits, State)), State);
        {Reference, event, Event} ->
            keep(Event, State);
        {Reference, ended, Why, Waiting} ->
            answer(Why, Waiting, State);
        {'DOWN', Monitor, process, _, _} ->
            answer(tracer_killed, 0, State)
    after erlang:max(0, erlang:min(Until, Next) - envelope:now_ms()) ->
        case envelope:now_ms() >= Until of
            true ->
                tracer:finish(Tracer),
                collect(State#{until := Until + 3600000});
            false ->
                collect(report(State#{next := Next + 250}))
        end
    end.

keep(Raw, #{left := Left, events := Events, received := Received, way := Way,
            summary := #{begin_ns := Begin}} = State) ->
    Event = setelement(2, Raw, (element(2, Raw) - Begin) div 1000),
    Kept = State#{left := Left - erlang:external_size(Event), events := [Event | Events],
                  received := Received + 1},
    case Kept of
        #{left := Rest} when Rest =< 0 ->
            tracing:close(Way),
            answer(bytes, 0, Kept);
        _ ->
            collect(Kept)
    end.

%% How far it has come; where it streams, with what came since.
report(#{stream := Stream, call := Call} = State) ->
    envelope:report(told(none, 0, case Stream of true -> State; false -> State#{events := []} end),
                    #{}, Call),
    case Stream of true -> State#{events := []}; false -> State end.

answer(Why, Waiting, #{way := Way} = State) ->
    tracing:close(Way),
    told(Why, Waiting, State).

told(Why, Waiting, #{summary := Summary, events := Events, received := Received}) ->
    (maps:remove(begin_ns, Summary))#{events => lists:reverse(Events), received => Received, ended => Why,
             waiting => Waiting}.
`,
  trace_events: `
%% Trace messages, and those of the system monitor, as events, cut.
-module(trace_events).
-export([shape/2, size/1]).
-export_type([event/0]).

%% Kind, when in ns, the process, a function, another process or what else is
%% said of it, and a term with its size.
-type event() :: {atom(), integer(), pid() | port(), mfa() | none, term(),
                  {term(), non_neg_integer()} | none}.

%% Of a message, in words.
size(Message) ->
    erts_debug:flat_size(Message).

-spec shape(tuple(), cut:limits()) -> event().
shape({trace_ts, Pid, call, {M, F, Args}, Caller, Time}, Limits) ->
    {call, Time, Pid, {M, F, length(Args)}, Caller, values:shown(Args, Limits)};
shape({trace_ts, Pid, call, {M, F, Args}, Time}, Limits) ->
    {call, Time, Pid, {M, F, length(Args)}, none, values:shown(Args, Limits)};
shape({trace_ts, Pid, return_from, Function, Value, Time}, Limits) ->
    {return, Time, Pid, Function, none, values:shown(Value, Limits)};
shape({trace_ts, Pid, exception_from, Function, {Class, Reason}, Time}, Limits) ->
    {exception, Time, Pid, Function, Class, values:shown(Reason, Limits)};
shape({trace_ts, Pid, send, Message, To, Time}, Limits) ->
    {sent, Time, Pid, none, other(To, Limits), values:shown(Message, Limits)};
shape({trace_ts, Pid, send_to_non_existing_process, Message, To, Time}, Limits) ->
    {sent_to_nobody, Time, Pid, none, other(To, Limits), values:shown(Message, Limits)};
shape({trace_ts, Pid, 'receive', Message, Time}, Limits) ->
    {received, Time, Pid, none, none, values:shown(Message, Limits)};
shape({trace_ts, Pid, spawn, Child, {M, F, Args}, Time}, Limits) when is_list(Args) ->
    {spawned, Time, Pid, {M, F, length(Args)}, Child, values:shown(Args, Limits)};
shape({trace_ts, Pid, spawned, Parent, _Function, Time}, _Limits) ->
    {spawned_by, Time, Pid, none, Parent, none};
shape({trace_ts, Pid, exit, Reason, Time}, Limits) ->
    {exited, Time, Pid, none, none, values:shown(Reason, Limits)};
shape({trace_ts, Pid, Kind, {_, _, Arity} = Function, Time}, _Limits) when is_integer(Arity) ->
    {Kind, Time, Pid, Function, none, none};
shape({trace_ts, Pid, Kind, Other, Time}, Limits) when is_pid(Other); is_port(Other) ->
    {Kind, Time, Pid, none, other(Other, Limits), none};
shape({trace_ts, Pid, Kind, What, Time}, Limits) ->
    {Kind, Time, Pid, none, none, values:shown(What, Limits)};
shape({monitor, Pid, Kind, Port}, _Limits) when is_port(Port) ->
    {Kind, erlang:monotonic_time(nanosecond), Pid, none, Port, none};
shape({monitor, Pid, Kind, What}, Limits) ->
    {Kind, erlang:monotonic_time(nanosecond), Pid, none, none, values:shown(What, Limits)};
shape(Message, Limits) ->
    {element(3, Message), element(tuple_size(Message), Message), element(2, Message), none, none,
     values:shown(tl(tl(tl(tuple_to_list(Message)))), Limits)}.

%% ---------------------------------------------------------------------------

other(Pid, _Limits) when is_pid(Pid); is_port(Pid); is_atom(Pid) -> Pid;
other(Other, Limits) -> cut:term(Other, Limits).
`,
  tracepoints: `
%% Which functions a trace is about. None is loaded for it, and no atom made.
-module(tracepoints).
-export([find/1, patterns/1, functions/1]).
-export_type([target/0]).

%% What is to be set, and the functions that it is set on.
-type target() :: {{module(), atom(), arity() | '_'}, [mfa()]}.

%% Module and function as spellings, \`any\` for all functions or all arities.
-spec find(#{module := [binary()], function := [binary()] | any, arity := arity() | any}) ->
          target().
find(#{module := Spellings, function := Named, arity := Arity}) ->
    Module = modules:known(Spellings),
    All = lists:usort(erlang:get_module_info(Module, functions)) -- [{module_info, 0}, {module_info, 1}],
    Function = function(Module, Named, All),
    Found = [{Module, F, A} || {F, A} <- All, Function =:= '_' orelse F =:= Function,
                               Arity =:= any orelse A =:= Arity],
    Found =:= [] andalso envelope:refuse(no_such_function, {Module, of_name(Function, All)}),
    lists:all(fun instruction/1, Found) andalso envelope:refuse(instruction, hd(Found)),
    length(Found) > 1000 andalso envelope:refuse(too_many_functions, {Module, length(Found)}),
    {{Module, Function, case Arity of any -> '_'; _ -> Arity end}, Found}.

%% Those of one arity, whatever their name, are no pattern.
patterns(Targets) ->
    lists:append([case Pattern of
                      {_, '_', Arity} when Arity =/= '_' -> Functions;
                      _ -> [Pattern]
                  end || {Pattern, Functions} <- Targets]).

functions(Targets) ->
    lists:usort(lists:append([Functions || {_, Functions} <- Targets])).

%% ---------------------------------------------------------------------------

%% What the compiler makes an instruction of is never called, or hardly ever.
instruction({erlang, F, A}) ->
    erl_internal:guard_bif(F, A) orelse erl_internal:arith_op(F, A) orelse erl_internal:bool_op(F, A)
        orelse erl_internal:comp_op(F, A) orelse erl_internal:list_op(F, A);
instruction(_Function) ->
    false.

function(_Module, any, _All) ->
    '_';
function(Module, Spellings, All) ->
    Names = [Name || Spelling <- Spellings, {ok, Name} <- [names:existing_atom([Spelling])]],
    case [Name || Name <- Names, lists:keymember(Name, 1, All)] of
        [Name | _] -> Name;
        [] -> envelope:refuse(no_such_function, {Module, similar(lists:last(Spellings), All)})
    end.

%% Without those that the compiler has made.
of_name('_', All) ->
    lists:sublist([Known || {F, _} = Known <- All, not lists:prefix("-", atom_to_list(F))], 8);
of_name(Function, All) -> [Known || {F, _} = Known <- All, F =:= Function].

similar(Name, All) ->
    Near = names:near(Name, lists:usort([F || {F, _} <- All])),
    lists:sublist([Known || F <- Near, {G, _} = Known <- All, G =:= F], 8).
`,
  tracer: `
%% The process that trace messages go to. It passes so many on and ends: with it end the
%% flags of all processes, so no more is sent than it could not get to in time.
-module(tracer).
-export([start/2, go/2, finish/1]).
-export_type([tracer/0]).

-type tracer() :: #{pid := pid(), monitor := reference(), reference := reference()}.

%% Larger messages are cut before they are passed on, in words.
-define(LARGE, 4000).
%% When it has had so much, it ends, in words.
-define(MOST, 8000000).

%% To a body that awaits {Reference, message, Message} or
%% {Reference, event, Event}, one that was cut already, and {Reference, ended, Why, Waiting};
%% Why is limit, bytes or stopped, and Waiting what is left of it.
-spec start(#{max := pos_integer(), limits := cut:limits(), sample := {pos_integer(), [atom()]} | none},
            envelope:call()) -> tracer().
start(Plan, #{coordinator := Coordinator}) ->
    Body = self(),
    Reference = make_ref(),
    {Pid, Monitor} =
        spawn_opt(fun() ->
                          link(Coordinator),
                          receive
                              {Reference, go, Way} ->
                                  serve(maps:get(max, Plan), ?MOST,
                                        Plan#{body => Body, reference => Reference, way => Way})
                          end
                  end,
                  [monitor, {priority, high}, envelope:heap_guard(2 * ?MOST)]),
    #{pid => Pid, monitor => Monitor, reference => Reference}.

%% From now on events may come.
go(Way, #{pid := Pid, reference := Reference}) ->
    Pid ! {Reference, go, Way},
    ok.

%% What has come up to now is still passed on.
finish(#{pid := Pid, reference := Reference}) ->
    Pid ! {Reference, finish},
    ok.

%% ---------------------------------------------------------------------------

serve(0, _Words, Plan) ->
    stop(limit, Plan);
serve(_Left, Words, Plan) when Words =< 0 ->
    stop(bytes, Plan);
serve(Left, Words, #{reference := Reference} = Plan) ->
    receive
        Message when element(1, Message) =:= trace_ts; element(1, Message) =:= monitor ->
            Size = trace_events:size(Message),
            pass_on(Message, Size, Plan),
            arm_later(Message, Plan),
            serve(Left - 1, Words - Size, Plan);
        {arm, Pid} ->
            #{way := Way, sample := {_, Flags}} = Plan,
            tracing:processes(Way, Pid, true, Flags),
            serve(Left, Words, Plan);
        {Reference, finish} ->
            stop(stopped, Plan);
        _Other ->
            serve(Left, Words, Plan)
    end.

pass_on(Message, Size, #{body := Body, reference := Reference}) when Size =< ?LARGE ->
    Body ! {Reference, message, Message},
    ok;
pass_on(Message, _Size, #{body := Body, reference := Reference, limits := Limits}) ->
    Body ! {Reference, event, trace_events:shape(Message, Limits)},
    %% Or a few more of that size would be more than its heap may hold.
    erlang:garbage_collect(),
    ok.

%% A sampled process has switched itself off with the call that it was traced for.
arm_later({trace_ts, Pid, call, _, _, _}, #{sample := {EveryMs, _}}) ->
    erlang:send_after(EveryMs, self(), {arm, Pid}),
    ok;
arm_later(_Message, _Plan) ->
    ok.

%% Nothing more is sent to one that is gone: so it goes at once, whatever the body does.
stop(Why, #{body := Body, reference := Reference}) ->
    {message_queue_len, Waiting} = process_info(self(), message_queue_len),
    Body ! {Reference, ended, Why, Waiting},
    exit(normal).
`,
  tracing: `
%% The two ways of tracing. From OTP 27 on a session of our own, which others do not
%% see and which ends as a whole. Before, there is one trace for all: ours is set only
%% where nobody else traces, and what is ours alone is taken back.
-module(tracing).
-export([sessions/0, open/3, close/1, functions/4, processes/4, counted/2]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, function, 4},
           {trace, process, 4}, {trace, info, 3}]).
-export_type([way/0]).

-type way() :: {session, term()} | {shared, pid()}.

-spec sessions() -> boolean().
sessions() ->
    %% Earlier releases are not made to look for a file.
    erlang:function_exported(erts_internal, trace_session_create, 3)
        andalso (erlang:module_loaded(trace) orelse code:ensure_loaded(trace) =:= {module, trace})
        andalso erlang:function_exported(trace, session_create, 3).

%% A trace whose events go to the tracer; it ends, with all that was set, when the call
%% does. Refused where functions are to be traced that somebody else traces.
-spec open(pid(), [tracepoints:target()], envelope:call()) -> way().
open(Tracer, Targets, Call) ->
    case sessions() of
        true ->
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            {session, Session};
        false ->
            %% One trace of ours at a time, whoever of us it is.
            try register(beamtap_tracer, Tracer)
            catch error:badarg -> taken(whereis(beamtap_tracer))
            end,
            [taken(Other) || Other <- others(Tracer, Call)],
            [taken(pattern) || Function <- tracepoints:functions(Targets),
                               erlang:trace_info(Function, traced) =/= {traced, false}],
            Patterns = tracepoints:patterns(Targets),
            guard:protect(fun() ->
                                  exit(Tracer, kill),
                                  [erlang:trace_pattern(Pattern, false, [local]) || Pattern <- Patterns]
                          end, Call),
            {shared, Tracer}
    end.

%% Before the call ends; the guard does it again.
close({session, Session}) -> trace:session_destroy(Session);
close({shared, Tracer}) -> exit(Tracer, kill).

%% How many functions have it now.
functions({session, Session}, Pattern, Spec, Options) ->
    trace:function(Session, Pattern, Spec, Options);
functions({shared, _}, Pattern, Spec, Options) ->
    erlang:trace_pattern(Pattern, Spec, Options).

%% How many processes have the flags now; one that is gone does not count.
processes(Way, Processes, On, Flags) ->
    try
        case Way of
            {session, Session} -> trace:process(Session, Processes, On, Flags);
            {shared, Tracer} -> erlang:trace(Processes, On, [{tracer, Tracer} | Flags])
        end
    catch
        error:badarg -> 0
    end.

%% Calls counted so far, or \`false\`.
counted({session, Session}, Function) ->
    element(2, trace:info(Session, Function, call_count));
counted(shared, Function) ->
    element(2, erlang:trace_info(Function, call_count)).

%% ---------------------------------------------------------------------------

taken(Tracer) when is_pid(Tracer) ->
    Known = process_info(Tracer, [registered_name, initial_call]),
    envelope:refuse(traced_by_others, case Known of
                                          [{_, Name}, {_, Function}] -> {Tracer, Name, Function};
                                          undefined -> {Tracer, [], none}
                                      end);
taken(_Other) ->
    envelope:refuse(traced_by_others, {none, [], none}).

%% Who traces: the tracer of new processes, or of any there is.
others(Ours, Call) ->
    {tracer, New} = erlang:trace_info(new, tracer),
    Spec = ets:match_spec_compile([{{tracer, '\$1'}, [{'=/=', '\$1', []}], ['\$1']}]),
    Looks = [fun() ->
                     Items = lists:duplicate(length(Chunk), tracer),
                     ets:match_spec_run(lists:zipwith(fun erlang:trace_info/2, Chunk, Items), Spec)
             end || Chunk <- chunks(processes())],
    Found = [Tracers || {ok, Tracers} <- worker:all(Looks, 3000, Call)],
    lists:usort(lists:append([[New] | Found])) -- [[], Ours].

chunks(Pids) ->
    try lists:split(5000, Pids) of
        {Chunk, Rest} -> [Chunk | chunks(Rest)]
    catch error:badarg -> [Pids]
    end.
`,
  tree_rows: `
%% Which rows of a supervision tree to show, where there is no room for all:
%% supervisors first, from the top down, then of each as many other children as
%% there is room for, the same for all.
-module(tree_rows).
-export([select/4]).

%% [{Depth, Child}], each after its parent, in the order in which they were started.
-spec select([supervisors:child()], non_neg_integer(), pos_integer(),
             #{pid() => supervisors:supervisor()}) ->
          [{non_neg_integer(), supervisors:child()}].
select(Roots, Depth, Limit, Found) ->
    First = lists:sublist(Roots, Limit),
    Tops = [Pid || {_, _, Pid, _} <- First],
    Owners = descend(Tops, 0, Depth, Limit - length(Tops),
                     maps:from_list([{Pid, root} || Pid <- Tops]), Found),
    Share = share(lists:sort([length(others(Pid, Found)) || Pid <- maps:keys(Owners)]),
                  Limit - map_size(Owners)),
    Tree = #{found => Found, owners => Owners, share => Share, depth => Depth},
    lists:append([rows(Root, root, 0, Tree) || Root <- First]).

%% ---------------------------------------------------------------------------

%% #{Pid => Parent} of the supervisors that get a row. Each has one parent, even
%% should two claim it.
descend([_ | _] = Parents, Depth, Most, Room, Owners, Found) when Depth < Most, Room > 0 ->
    Level = [{Pid, Parent} || Parent <- Parents, Pid <- below(Parent, Found),
                              not is_map_key(Pid, Owners)],
    Listed = maps:from_list(lists:sublist(Level, Room)),
    Pids = [Pid || {Pid, Parent} <- Level, maps:get(Pid, Listed, none) =:= Parent],
    descend(Pids, Depth + 1, Most, Room - length(Pids), maps:merge(Owners, Listed), Found);
descend(_Parents, _Depth, _Most, _Room, Owners, _Found) ->
    Owners.

below(Pid, Found) ->
    #{supervisors := Supervisors} = maps:get(Pid, Found),
    [Child || {_, _, Child, _} <- Supervisors, is_map_key(Child, Found)].

others(Pid, Found) ->
    #{supervisors := Supervisors, workers := Workers} = maps:get(Pid, Found),
    [Absent || {_, _, Child, _} = Absent <- Supervisors, not is_pid(Child)] ++ Workers.

share([], Room) ->
    Room;
share([Count | Counts] = All, Room) ->
    case Room div length(All) of
        Fair when Count =< Fair -> share(Counts, Room - Count);
        Fair -> Fair
    end.

rows({_, _, Pid, _} = Child, Parent, Depth, #{owners := Owners, depth := Most} = Tree) ->
    case Owners of
        #{Pid := Parent} when Depth < Most -> [{Depth, Child} | children(Pid, Depth + 1, Tree)];
        _ -> [{Depth, Child}]
    end.

children(Pid, Depth, #{found := Found, owners := Owners, share := Share} = Tree) ->
    #{supervisors := Supervisors} = maps:get(Pid, Found),
    Listed = [Child || {_, _, P, _} = Child <- Supervisors, maps:get(P, Owners, none) =:= Pid],
    Others = lists:sublist(others(Pid, Found), Share),
    lists:append([rows(Child, Pid, Depth, Tree) || Child <- lists:sort(Listed ++ Others)]).
`,
  values: `
%% Terms of a node as they leave it: a part of them, cut.
-module(values).
-export([shown/2, at/3]).

%% {Cut, Bytes}, the bytes those of the whole term on a heap, without binaries outside it.
-spec shown(term(), cut:limits()) -> {term(), non_neg_integer()}.
shown(Term, Limits) ->
    {cut:term(Term, Limits), erts_debug:flat_size(Term) * erlang:system_info(wordsize)}.

%% What is at a path: {ok, Value, Trail}, or how far it leads: {lost, Steps, There}.
%% A step is {element, N} of a tuple or list, from 1, or {key, Marked} of a map or a
%% list of pairs; an element of a map is a key, too. The trail are the names on the
%% way: keys, and the first elements of tuples.
-spec at([{element, integer()} | {key, term()}], term(), cut:limits()) ->
          {ok, term(), [term()]} | {lost, non_neg_integer(), term()}.
at(Path, Term, Limits) ->
    at(Path, Term, Limits, []).

%% ---------------------------------------------------------------------------

at([], Term, _Limits, Trail) ->
    {ok, Term, lists:reverse(Trail)};
at([Step | Path], Term, Limits, Trail) ->
    case step(Step, Term) of
        {ok, Value, Name} -> at(Path, Value, Limits, [Name | Trail]);
        none -> {lost, length(Trail), there(Term, Limits)}
    end.

step({element, N}, Tuple) when is_tuple(Tuple), N >= 1, N =< tuple_size(Tuple) ->
    {ok, element(N, Tuple), case element(1, Tuple) of Name when is_atom(Name) -> Name; _ -> none end};
step({element, N}, [_ | _] = List) when N >= 1 ->
    try {ok, lists:nth(N, List), none} catch error:_ -> none end;
step({element, N}, Map) when is_map(Map) ->
    found(maps:find(N, Map), N);
step({key, Marked}, Term) ->
    Key = marked:term(Marked),
    case Term of
        #{} -> found(maps:find(Key, Term), Key);
        [_ | _] ->
            case lists:keyfind(Key, 1, Term) of
                {Key, Value} -> {ok, Value, Key};
                _ -> none
            end;
        _ -> none
    end;
step(_, _) ->
    none.

found({ok, Value}, Key) -> {ok, Value, Key};
found(error, _Key) -> none.

%% What there is instead, without what it holds: {map, Size, Some keys}, {Kind, Size, []}.
there(Map, #{bytes := Bytes} = Limits) when is_map(Map) ->
    Keys = lists:sublist(maps:keys(Map), 30),
    {map, map_size(Map), cut:term(Keys, Limits#{depth := 2, bytes := erlang:min(Bytes, 1000)})};
there([Head | _] = List, Limits) ->
    try length(List) of
        Length when is_tuple(Head), tuple_size(Head) =:= 2 ->
            {_, _, Keys} = there(maps:from_list([Pair || {_, _} = Pair <- lists:sublist(List, 30)]), Limits),
            {list, Length, Keys};
        Length -> {list, Length, []}
    catch error:badarg -> {improper_list, 0, []}
    end;
there(Tuple, _Limits) when is_tuple(Tuple) -> {tuple, tuple_size(Tuple), []};
there(Binary, _Limits) when is_binary(Binary) -> {binary, byte_size(Binary), []};
there(_, _Limits) -> {term, 1, []}.
`,
  waits: `
%% Which process waits for which. A call to an OTP process, to an IO server or to a
%% task is made in a function that is known, with a monitor on the one that is called;
%% a start is waited for with a link to the new process, a monitor from OTP 26 on.
-module(waits).
-export([items/0, functions/0, edges/2, chain/2]).
-export_type([edge/0]).

%% Waiter, the function it waits in, and for whom: one, or several where it monitors
%% several and it cannot be told which is meant. Others than pids are {Name, Node}.
-type edge() :: {pid(), mfa(), [pid() | {atom(), node()}]}.

items() ->
    [current_function, monitors, links].

%% Patterns of the functions.
functions() ->
    [{gen, do_call, '_'}, {gen, wait_response, '_'}, {gen, receive_response, '_'},
     {gen_server, receive_response, '_'}, {io, execute_request, '_'},
     {io, wait_io_mon_reply, '_'}, {supervisor, shutdown, '_'},
     {'Elixir.Task', await, '_'}, {'Elixir.Task', await_many, '_'}
     | [{proc_lib, Function, '_'}
        || Function <- [sync_start, sync_start_link, sync_start_monitor, sync_wait]]].

%% The edges that lead from some processes, given what these say of items/0.
-spec edges([{pid(), [tuple()] | undefined}], envelope:call()) -> [edge()].
edges(Rows, Call) ->
    Raw = [{Pid, Mfa, targets(Mfa, Monitors, Links)}
           || {Pid, [{_, Mfa}, {_, Monitors}, {_, Links}]} <- waiting(Rows)],
    Doubtful = [Target || {_, _, [_, _ | _] = Targets} <- Raw, Target <- Targets,
                          is_pid(Target), node(Target) =:= node()],
    Signs = signs(lists:sublist(lists:usort(Doubtful), 2000), Call),
    [{Pid, Mfa, likely(Mfa, Targets, Signs)} || {Pid, Mfa, [_ | _] = Targets} <- Raw].

%% From a process on, the edges that follow each other: up to sixteen, or until one
%% leads back to where the chain has been: {Edges, cycle | open}.
-spec chain(pid(), envelope:call()) -> {[edge()], cycle | open}.
chain(Pid, Call) ->
    chain(Pid, [], Call).

%% ---------------------------------------------------------------------------

waiting(Rows) ->
    bulk:select(Rows, [{{'_', [{'_', Function} | '_']}, [], ['\$_']} || Function <- functions()]).

%% The newest link is the one to the process that is being started.
targets({proc_lib, _, _}, [], Links) ->
    case [Pid || Pid <- Links, is_pid(Pid), node(Pid) =:= node()] of
        [] -> [];
        Pids -> [lists:max(Pids)]
    end;
targets(_Mfa, Monitors, _Links) ->
    [Target || {process, Target} <- Monitors].

%% Calls go to OTP processes; and one that is called has something to do, more often
%% than not.
likely(_Mfa, [Target], _Signs) ->
    [Target];
likely({Module, _, _}, Targets, Signs) ->
    Able = case Module of
               gen -> without(other, Targets, Signs);
               _ -> Targets
           end,
    lists:sublist(without(idle, Able, Signs), 5).

without(Sign, Targets, Signs) ->
    case [Target || Target <- Targets, maps:get(Target, Signs, none) =/= Sign] of
        [] -> Targets;
        Left -> Left
    end.

%% #{Pid => other | idle | busy}: no OTP process; one that waits, but for no answer, and
%% has no messages; one that has something to do.
signs([], _Call) ->
    #{};
signs(Pids, Call) ->
    Rows = sweep:read(Pids, [current_function, initial_call, status, message_queue_len], Call),
    Waiting = maps:from_list([{Pid, true} || {Pid, _} <- waiting(Rows)]),
    maps:from_list([{Pid, if
                              element(1, Initial) =/= proc_lib -> other;
                              Mailbox =:= 0, Status =:= waiting, not is_map_key(Pid, Waiting) -> idle;
                              true -> busy
                          end}
                    || {Pid, [_, {_, Initial}, {_, Status}, {_, Mailbox}]} <- Rows]).

chain(_Pid, Edges, _Call) when length(Edges) >= 16 ->
    {lists:reverse(Edges), open};
chain(Pid, Edges, Call) ->
    case lists:keymember(Pid, 1, Edges) of
        true ->
            {lists:reverse(Edges), cycle};
        false ->
            case edges(sweep:read([Pid], items(), Call), Call) of
                [{Pid, _, [Target | _]} = Edge] when is_pid(Target), node(Target) =:= node() ->
                    chain(Target, [Edge | Edges], Call);
                Last ->
                    {lists:reverse(Edges, Last), open}
            end
    end.
`,
  window: `
%% Looks at processes twice, some time apart.
-module(window).
-export([samples/4, since/2, mark/1, spawned/2, wait/2, add/2]).

%% What an item of all processes is now, as numbers; then waits. Gives how many
%% processes there are after the window, samples of them, those that are new with 0,
%% how long the window was in ms, and what the first look cost.
-spec samples(term(), [sweep:sample()], non_neg_integer(), envelope:call()) ->
          {non_neg_integer(), [sweep:sample()], non_neg_integer(), envelope:cost()}.
samples(Item, Everyone, Window, Call) ->
    Start = envelope:now_ms(),
    Table = ets:new(window, [public]),
    {Keys, Cost} = sweep:again(#{item => Item, pick => keep(numbers(Item), Table),
                                 step => fun(Key, Keys) -> [Key | Keys] end,
                                 hint => fun(_) -> none end,
                                 report => fun(_, _) -> ok end}, [], Everyone, Call),
    wait(Start + Window, Call),
    {Now, New} = since(Everyone, Call),
    {Now, [{stored, Table, Key} || Key <- Keys] ++ [{New, [0 || _ <- New]}],
     envelope:now_ms() - Start, Cost}.

%% How many processes there are, and which of them were not there before; none of
%% ours. Pids do not tell: in a table that has been full once, the slots of processes
%% that lived long come back with small numbers.
-spec since([sweep:sample()], envelope:call()) -> {non_neg_integer(), [pid()]}.
since(Before, #{coordinator := Coordinator} = Call) ->
    Ours = [Coordinator, self()],
    Look = fun() ->
                   Now = erlang:processes() -- [self() | Ours],
                   {length(Now), Now -- sweep:pids(Before)}
           end,
    {ok, Answer} = worker:one(Look, 10000, Call),
    Answer.

%% A moment, as a pid that was made then.
-spec mark(envelope:call()) -> pid().
mark(Call) ->
    {ok, Pid} = worker:one(fun() -> self() end, 5000, Call),
    Pid.

%% How many processes were made between two moments, by the numbers in their pids,
%% which follow each other until the table of processes has been full once. The second
%% number counts 2^15 of the first before OTP 26, where that is no larger.
-spec spawned(pid(), pid()) -> integer() | none.
spawned(Mark, Later) ->
    Width = try list_to_pid("<0.32768.0>") of _ -> 1 bsl 28
            catch error:badarg -> 1 bsl 15
            end,
    [A, B] = [begin
                  [_, Number, Serial] = string:lexemes(pid_to_list(Pid), "<.>"),
                  list_to_integer(Number) + Width * list_to_integer(Serial)
              end || Pid <- [Mark, Later]],
    case erlang:max(A, B) < erlang:system_info(process_limit) of
        true -> B - A;
        false -> none
    end.

%% Waits until then, but keeps half of the time that is left for what comes after.
-spec wait(integer(), envelope:call()) -> ok.
wait(Then, #{until := Until}) ->
    Now = envelope:now_ms(),
    timer:sleep(erlang:max(0, erlang:min(Then - Now, (Until - Now) div 2))).

%% What two looks cost together.
-spec add(envelope:cost(), envelope:cost()) -> envelope:cost().
add(#{processes_scanned := A, partial := P, no_answer := S},
    #{processes_scanned := B, partial := Q, no_answer := T}) ->
    #{processes_scanned => A + B, partial => P orelse Q, no_answer => lists:usort(S ++ T)}.

%% ---------------------------------------------------------------------------

%% The worker itself puts them into the table: {Key, Pids, Numbers}.
keep(Numbers, Table) ->
    fun(Pids, Values, _) ->
            Key = make_ref(),
            ets:insert(Table, {Key, Pids, Numbers(Values)}),
            Key
    end.

numbers(binary) ->
    fun(Values) -> selection:numbers(binary, Values, fun(V) -> {'_', V} end) end;
numbers(_Item) ->
    fun(Values) ->
            Spec = [{{'_', '\$1'}, [{is_integer, '\$1'}], ['\$1']},
                    {{'_', '\$1'}, [{is_list, '\$1'}], [{length, '\$1'}]},
                    {'_', [], [0]}],
            ets:match_spec_run(Values, ets:match_spec_compile(Spec))
    end.
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
