%% The ETS tables that are first by memory, size, growth or name.
-module(ets_tables).
-export([run/2]).

%% Answers #{total, matched, silent, word_bytes, total_words, window_ms, tables};
%% total_words and `silent`, those that were locked, are of the tables that match.
run(#{sort := Sort, limit := Limit, text := Text, owner := Owner, window_ms := WindowMs}, Call) ->
    All = ets:all(),
    Tables = named(Text, owned(Owner, All, Call), Call),
    {Keys, Words, Took} = measured(Sort, Tables, WindowMs, Call),
    Known = bulk:select(lists:zip3(Keys, Tables, Words),
                        [{{'$1', '_', '$2'}, [{is_integer, '$2'}, {'=/=', '$1', undefined}], ['$_']}]),
    Rows = [{Table, Key, facts(Table)} || {Key, Table, _} <- first(Sort, Known, Limit)],
    {#{total => length(All), matched => length(Tables),
       silent => length(bulk:select(lists:zip(Words, Tables), [{{silent, '_'}, [], [true]}])),
       word_bytes => erlang:system_info(wordsize),
       total_words => lists:sum(bulk:select(lists:zip(Words, Tables),
                                            [{{'$1', '_'}, [{is_integer, '$1'}], ['$1']}])),
       window_ms => Took,
       tables => rows(Sort, Rows, Call)}, #{}}.

%% ---------------------------------------------------------------------------

owned(any, Tables, _Call) ->
    Tables;
owned(Owner, Tables, Call) ->
    Pid = names:process(Owner),
    bulk:select(lists:zip(info(owner, Tables, Call), Tables), [{{Pid, '$1'}, [], ['$1']}]).

named(<<>>, Tables, _Call) ->
    Tables;
named(Text, Tables, Call) ->
    Names = info(name, Tables, Call),
    Wanted = [Name || Name <- lists:usort(Names), holds(Name, Text)],
    bulk:select(lists:zip(Names, Tables), [{{Name, '$1'}, [], ['$1']} || Name <- Wanted]).

holds(Name, Text) ->
    string:find(string:lowercase(atom_to_list(Name)), Text) =/= nomatch.

%% {Keys to sort by, words of memory, ms between two samples}, in the order of Tables.
measured(growth, Tables, WindowMs, Call) ->
    Start = envelope:now_ms(),
    Before = info(memory, Tables, Call),
    receive after WindowMs -> ok end,
    Words = info(memory, Tables, Call),
    Growth = bulk:select(lists:zip(Before, Words),
                         [{{'$1', '$2'}, [{is_integer, '$1'}, {is_integer, '$2'}], [{'-', '$2', '$1'}]},
                          {'_', [], [undefined]}]),
    {Growth, Words, envelope:now_ms() - Start};
measured(memory, Tables, _WindowMs, Call) ->
    Words = info(memory, Tables, Call),
    {Words, Words, 0};
measured(Sort, Tables, _WindowMs, Call) ->
    {info(Sort, Tables, Call), info(memory, Tables, Call), 0}.

%% `undefined` for a table that was deleted meanwhile.
info(Item, Tables, Call) ->
    bulk:ask(fun(Group) ->
                     lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item))
             end, Tables, Call).

first(name, Known, Limit) ->
    lists:sublist(lists:sort(Known), Limit);
first(_Sort, Known, Limit) ->
    lists:sublist(lists:reverse(lists:sort(Known)), Limit).

%% Of few tables, so in this process: undefined for one that was deleted meanwhile.
facts(Table) ->
    case ets:info(Table) of
        undefined -> undefined;
        Facts -> maps:from_list(Facts)
    end.

rows(Sort, Rows, Call) ->
    Owners = lists:usort([Owner || {_, _, #{owner := Owner}} <- Rows]),
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]}
                                               <- sweep:read(Owners, [registered_name], Call)]),
    Items = [name, owner, size, memory, type, protection, keypos, compressed, read_concurrency,
             write_concurrency, heir],
    {[id, owner_name, growth | Items],
     [[id(Table, Facts), maps:get(Owner, Names, []),
       case Sort of growth -> Key; _ -> none end
       | [maps:get(Item, Facts, none) || Item <- Items]]
      || {Table, Key, #{owner := Owner} = Facts} <- Rows]}.

%% As it can be asked for: a name, or the text of the reference.
id(Table, _Facts) when is_atom(Table) -> Table;
id(Table, _Facts) -> list_to_binary(ref_to_list(Table)).
