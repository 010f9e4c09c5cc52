%% The ETS tables that are first by memory, size, growth or name.
%%
%% The body of the call asks about all tables in groups, through workers, since a table may be
%% locked; only the few that are shown are asked for all that is known of them. Contents are
%% not read and nothing is changed, so nothing is left to undo if the call dies.
-module(list_ets).
-export([run/2]).
-seldom([named/3, grown/2, owned/1]).

%% Tables that are measured before the first of them are picked: a list of all of very many
%% tables would take long to collect.
-define(PART, 4000).
%% Shown as the node has them.
-define(SHOWN, [size, type, protection, keypos, compressed, read_concurrency, write_concurrency, heir]).

%% Answers #{total, matched, memory_bytes, locked, window_ms, tables}; `memory_bytes` and
%% `locked` are of the tables that match.
-spec run(#{sort := sort(), limit := pos_integer(), text := binary(), owner := any | names:process(),
            window_ms := non_neg_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sort := Sort, limit := Limit, text := Text, owner := Owner, window_ms := WindowMs}, Call) ->
    #{others := Ours} = ours:all(Call),
    All = ets:all(),
    Parts = [named(Text, Part, Call) || Part <- parts(All)],
    Guards = guards(Owner, Ours),
    Start = envelope:now_ms(),
    Before = [case Sort of growth -> asked(growth, Part, Call); _ -> [] end || Part <- Parts],
    [early:pause(WindowMs, Call) || Sort =:= growth],
    Seen = [measured(Part, Earlier, Guards, Sort, Limit, Call) || {Part, Earlier} <- lists:zip(Parts, Before)],
    [early:pause(WindowMs, Call) || Sort =/= growth, WindowMs > 0],
    Took = case WindowMs of 0 -> 0; _ -> envelope:now_ms() - Start end,
    {Firsts, Numbers, Words} = lists:unzip3(Seen),
    Locked = lists:sum([Silent || {_, Silent} <- Numbers, Owner =:= any]),
    {#{total => length(All) - ours:tables(Ours),
       matched => lists:sum([Known || {Known, _} <- Numbers]) + Locked,
       memory_bytes => bytes(lists:sum(Words)), locked => Locked, window_ms => Took,
       tables => rows(first(Sort, lists:append(Firsts), Limit), growth(Sort, WindowMs), Call)}, #{}}.

%% ---------------------------------------------------------------------------

-type sort() :: memory | size | growth | name.
%% What is sorted by, the table, and its memory in words.
-type ranked() :: {integer() | atom(), ets:table(), non_neg_integer()}.

-spec parts([ets:table()]) -> [[ets:table()]].
parts([]) ->
    [];
parts(Tables) ->
    Part = lists:sublist(Tables, ?PART),
    [Part | parts(lists:nthtail(length(Part), Tables))].

%% Those of one process, and none of ours.
-spec guards(any | names:process(), [pid()]) -> [tuple()].
guards(any, Ours) -> [{'=/=', '$3', Pid} || Pid <- Ours];
guards(Owner, Ours) -> [owned(Owner) | guards(any, Ours)].

owned(Owner) -> {'=:=', '$3', names:process(Owner)}.

-spec named(binary(), [ets:table()], envelope:call()) -> [ets:table()].
named(<<>>, Tables, _Call) ->
    Tables;
named(Text, Tables, Call) ->
    Names = bulk:ask(fun(Group) -> lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), name)) end,
                     Tables, Call),
    Wanted = [Name || Name <- lists:usort(Names), holds(Name, Text)],
    bulk:select(lists:zip(Names, Tables), [{{Name, '$1'}, [], ['$1']} || Name <- Wanted]).

holds(Name, Text) ->
    string:find(string:lowercase(atom_to_list(Name)), Text) =/= nomatch.

%% Of some tables the first, how many are known and how many locked, and the words of all that
%% are known. `Earlier` is what asked/3 gave before a window.
-spec measured([ets:table()], [asked()], [tuple()], sort(), pos_integer(), envelope:call()) ->
          {[ranked()], {non_neg_integer(), non_neg_integer()}, non_neg_integer()}.
measured(Tables, Earlier, Guards, Sort, Limit, Call) ->
    Asked = asked(Sort, Tables, Call),
    Keyed = case Sort of growth -> grown(Earlier, Asked); _ -> Asked end,
    Known = bulk:select(lists:zip(Keyed, Tables),
                        [{{{'$1', '$2', '$3'}, '$4'}, [{is_integer, '$1'} | Guards], [{{'$2', '$4', '$1'}}]}]),
    {_, _, Words} = lists:unzip3(Known),
    Silent = case lists:member(silent, Keyed) of
                 true -> length(bulk:select(Keyed, [{silent, [], [true]}]));
                 false -> 0
             end,
    {first(Sort, Known, Limit), {length(Known), Silent}, lists:sum(Words)}.

%% Words, what is sorted by, and the owner; of a table that was deleted meanwhile `undefined`.
-type asked() :: {non_neg_integer() | undefined, integer() | atom(), pid() | undefined} | silent.

-spec asked(sort(), [ets:table()], envelope:call()) -> [asked()].
asked(Sort, Tables, Call) ->
    bulk:ask(fun(Group) ->
                     Info = fun(Item) -> lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item)) end,
                     Words = Info(memory),
                     lists:zip3(Words, case Sort of size -> Info(size); name -> Info(name); _ -> Words end, Info(owner))
             end, Tables, Call).

%% Sorted by how much memory has grown; `undefined` where that is not known.
-spec grown([asked()], [asked()]) -> [asked()].
grown(Before, Now) ->
    bulk:select(lists:zip(Before, Now),
                [{{{'$1', '_', '_'}, {'$2', '_', '$3'}}, [{is_integer, '$1'}, {is_integer, '$2'}],
                  [{{'$2', {'-', '$2', '$1'}, '$3'}}]},
                 {{'_', {'$1', '_', '$2'}}, [], [{{'$1', undefined, '$2'}}]},
                 {'_', [], [silent]}]).

-spec first(sort(), [ranked()], pos_integer()) -> [ranked()].
first(name, Known, Limit) ->
    lists:sublist(lists:keysort(1, Known), Limit);
first(growth, Known, Limit) ->
    first(memory, bulk:select(Known, [{{'$1', '_', '_'}, [{is_integer, '$1'}], ['$_']}]), Limit);
first(_Sort, Known, Limit) ->
    lists:sublist(lists:reverse(lists:keysort(1, Known)), Limit).

%% In words: what was sorted by, or what came since the rows were picked.
growth(growth, _WindowMs) -> '$1';
growth(_Sort, 0) -> none;
growth(_Sort, _WindowMs) -> {'-', '$5', '$8'}.

-dialyzer({no_improper_lists, rows/3}).
%% Few tables are asked, so in this process; one that was deleted meanwhile is left out.
-spec rows([ranked()], term(), envelope:call()) -> {[atom()], [[term()]]}.
rows(Best, Grown, Call) ->
    {_, Tables, _} = lists:unzip3(Best),
    Known = bulk:select(lists:zip(Best, lists:map(fun ets:info/1, Tables)), [{{'$1', '$2'}, [{is_list, '$2'}], ['$_']}]),
    {Ranked, Facts} = lists:unzip(Known),
    Items = [name, owner, memory | ?SHOWN],
    Number = length(Items),
    Firsts = lists:duplicate(Number, 1),
    Values = lists:map(fun(Of) ->
                               element(2, lists:unzip(lists:zipwith3(fun lists:keyfind/3, Items, Firsts,
                                                                     lists:duplicate(Number, Of))))
                       end, Facts),
    Word = erlang:system_info(wordsize),
    Growth = case Grown of none -> none; _ -> {'*', Grown, Word} end,
    Row = fun(Name) -> [['$2', Name, '$4', '$7', {'*', '$5', Word}, Growth | '$6']] end,
    {[table, name, owner, owner_name, memory_bytes, growth_bytes, size, type, protection,
      key_position, compressed, read_concurrency, write_concurrency, heir],
     %% A table that is called by its name has no other.
     bulk:select(lists:zip3(Ranked, Values, owners(Values, Call)),
                 [{{{'$1', '$2', '$8'}, ['$2', '$4', '$5' | '$6'], '$7'}, [], Row([])},
                  {{{'$1', '$2', '$8'}, ['$3', '$4', '$5' | '$6'], '$7'}, [], Row('$3')}])}.

%% The registered name of each owner, or [].
-spec owners([[term()]], envelope:call()) -> [atom() | []].
owners(Values, Call) ->
    Owners = lists:map(fun erlang:hd/1, lists:map(fun erlang:tl/1, Values)),
    Names = sweep:read(Owners, [registered_name], Call),
    Found = lists:zipwith3(fun lists:keyfind/3, Owners, lists:duplicate(length(Owners), 1),
                           lists:duplicate(length(Owners), Names)),
    bulk:select(lists:zip(Owners, Found), [{{'_', {'_', [{'_', '$1'}]}}, [], ['$1']}, {'_', [], [[]]}]).

bytes(Words) -> Words * erlang:system_info(wordsize).
