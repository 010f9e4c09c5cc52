%% The ETS tables that are first by memory, size, growth or name.
%%
%% The body of the call asks about all tables in groups, through workers, since a table may be
%% locked. Each worker picks the first of its group, so that no long list leaves it; only the few
%% that are shown are asked for all that is known of them. Contents are not read and nothing is
%% changed, so nothing is left to undo if the call dies.
-module(list_ets).
-export([run/2]).
-seldom([named/3, grown/5, owned/1]).

%% Tables that are measured at a time: a list of all of very many tables would take long to collect.
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
    Parts = case Text of <<>> -> parts(All); _ -> named(Text, parts(All), Call) end,
    Guards = guards(Owner, Ours),
    First = fun(Rows) ->
                    Sorted = lists:keysort(1, Rows),
                    lists:sublist(case Sort of name -> Sorted; _ -> lists:reverse(Sorted) end, Limit)
            end,
    Start = envelope:now_ms(),
    Seen = case Sort of
               growth -> grown(Parts, Guards, First, WindowMs, Call);
               _ -> lists:append([measured(Part, Sort, Guards, First, Call) || Part <- Parts])
           end,
    [early:pause(WindowMs, Call) || Sort =/= growth, WindowMs > 0],
    Took = case WindowMs of 0 -> 0; _ -> envelope:now_ms() - Start end,
    {Firsts, Known, Words} = lists:unzip3([Group || {_, _, _} = Group <- Seen]),
    Locked = case Owner of any -> length(Seen) - length(Known); _ -> 0 end,
    {#{total => length(All) - ours:tables(Ours),
       matched => lists:sum(Known) + Locked,
       memory_bytes => lists:sum(Words) * erlang:system_info(wordsize), locked => Locked, window_ms => Took,
       tables => rows(First(lists:append(Firsts)), growth(Sort, WindowMs), Call)}, #{}}.

%% ---------------------------------------------------------------------------

-type sort() :: memory | size | growth | name.
%% What is sorted by, the table, and its memory in words.
-type ranked() :: {integer() | atom(), ets:table(), non_neg_integer()}.
%% Picks the first in the order of the answer.
-type first() :: fun(([ranked()]) -> [ranked()]).
%% Of a group of tables: the first, how many are known, and the words of all these.
-type group() :: {[ranked()], non_neg_integer(), non_neg_integer()}.

-spec parts([ets:table()]) -> [[ets:table()]].
parts(Tables) when length(Tables) =< ?PART ->
    [Tables];
parts(Tables) ->
    {Part, Rest} = lists:split(?PART, Tables),
    [Part | parts(Rest)].

%% Those of one process, and none of ours.
-spec guards(any | names:process(), [pid()]) -> [tuple()].
guards(any, Ours) -> [{'=/=', '$3', Pid} || Pid <- Ours];
guards(Owner, Ours) -> [owned(Owner) | guards(any, Ours)].

owned(Owner) -> {'=:=', '$3', names:process(Owner)}.

-spec named(binary(), [[ets:table()]], envelope:call()) -> [[ets:table()]].
named(Text, Parts, Call) ->
    Holds = fun(Name) -> string:find(string:lowercase(atom_to_list(Name)), Text) =/= nomatch end,
    [begin
         Names = asked(name, Part, Call),
         bulk:select(lists:zip(Names, Part), [{{Name, '$1'}, [], ['$1']} || Name <- lists:usort(Names), Holds(Name)])
     end || Part <- Parts].

-spec asked(name | memory, [ets:table()], envelope:call()) -> [atom() | non_neg_integer()].
asked(Item, Tables, Call) ->
    bulk:ask(fun(Group) -> lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item)) end, Tables, Call).

%% `silent` for each table that is locked. One that was deleted meanwhile has no words.
-spec measured([ets:table()], sort(), [tuple()], first(), envelope:call()) -> [group() | silent].
measured(Tables, Sort, Guards, First, Call) ->
    bulk:ask(fun(Group) ->
                     Ask = fun(Item, Some) -> lists:zipwith(fun ets:info/2, Some, lists:duplicate(length(Some), Item)) end,
                     Select = fun(Spec, Rows) -> ets:match_spec_run(Rows, ets:match_spec_compile([Spec])) end,
                     Own = case Guards of
                               [] -> Group;
                               _ -> Select({{'$3', '$1'}, Guards, ['$1']}, lists:zip(Ask(owner, Group), Group))
                           end,
                     Keys = case Sort of memory -> []; _ -> Ask(Sort, Own) end,
                     Words = Ask(memory, Own),
                     Numbers = lists:filter(fun erlang:is_integer/1, Words),
                     Rows = lists:zip3(case Sort of memory -> Words; _ -> Keys end, Own, Words),
                     Known = case length(Numbers) =:= length(Words) of
                                 true -> Rows;
                                 false -> Select({{'_', '_', '$1'}, [{is_integer, '$1'}], ['$_']}, Rows)
                             end,
                     [{First(Known), length(Numbers), lists:sum(Numbers)}]
             end, Tables, Call).

%% The same by how much memory grows while it waits; the first are of those that were there before.
-spec grown([[ets:table()]], [tuple()], first(), non_neg_integer(), envelope:call()) -> [group() | silent].
grown(Parts, Guards, First, WindowMs, Call) ->
    Own = fun(Group) ->
                  Owners = lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), owner)),
                  ets:match_spec_run(lists:zip(Owners, Group), ets:match_spec_compile([{{'$3', '$1'}, Guards, [{{'$1'}}]}]))
          end,
    Tables = [bulk:select(bulk:ask(Own, Part, Call), [{{'$1'}, [], ['$1']}]) || Part <- Parts],
    Before = [asked(memory, Part, Call) || Part <- Tables],
    early:pause(WindowMs, Call),
    lists:append([begin
                      Now = asked(memory, Part, Call),
                      Known = bulk:select(lists:zip3(Earlier, Part, Now), [{{'_', '_', '$1'}, [{is_integer, '$1'}], ['$_']}]),
                      {_, _, Words} = lists:unzip3(Known),
                      Grown = bulk:select(Known, [{{'$1', '$2', '$3'}, [{is_integer, '$1'}],
                                                   [{{{'-', '$3', '$1'}, '$2', '$3'}}]}]),
                      [{First(Grown), length(Known), lists:sum(Words)} | bulk:select(Now, [{silent, [], [silent]}])]
                  end || {Part, Earlier} <- lists:zip(Tables, Before)]).

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
