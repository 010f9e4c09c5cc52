%% The ETS tables that are first by memory, size, growth or name.
-module(list_ets).
-export([run/2]).

%% Answers #{total, matched, silent, word_bytes, total_words, window_ms, tables};
%% total_words and `silent`, those that were locked, are of the tables that match.
run(#{sort := Sort, limit := Limit, text := Text, owner := Owner, window_ms := WindowMs}, Call) ->
    All = others(ets:all(), Call),
    Tables = named(Text, owned(Owner, All, Call), Call),
    Start = envelope:now_ms(),
    Before = case Sort of
                 growth -> sampled(Tables, Call);
                 _ -> []
             end,
    [receive after WindowMs -> ok end || Sort =:= growth],
    #{best := Best, silent := Silent, words := Words} =
        measured(Sort, Limit, Tables, Before, #{best => [], silent => 0, words => 0}, Call),
    Took = case Sort of growth -> envelope:now_ms() - Start; _ -> 0 end,
    Rows = [{Table, Key, facts(Table)} || {Key, Table, _} <- Best],
    {#{total => length(All), matched => length(Tables), silent => Silent,
       word_bytes => erlang:system_info(wordsize), total_words => Words, window_ms => Took,
       tables => rows(Sort, Rows, Call)}, #{}}.

%% ---------------------------------------------------------------------------

%% Without ours.
others(Tables, Call) ->
    Rows = lists:zip(info(owner, Tables, Call), Tables),
    Tables -- bulk:select(Rows, [{{Owner, '$1'}, [], ['$1']} || Owner <- ours:processes(Call)]).

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

%% The first of all [{Key, Table, Words}], part by part: a list of all of very many
%% tables would take long to collect.
measured(_Sort, _Limit, [], _Before, State, _Call) ->
    State;
measured(Sort, Limit, Tables, Before, #{best := Best, silent := Silent, words := Sum}, Call) ->
    [{Part, Tables1}, {Earlier, Before1}] = [split(List) || List <- [Tables, Before]],
    Words = info(memory, Part, Call),
    Keys = case Sort of
               memory -> Words;
               growth -> grown(Earlier, Words);
               _ -> info(Sort, Part, Call)
           end,
    Known = bulk:select(lists:zip3(Keys, Part, Words),
                        [{{'$1', '_', '$2'}, [{is_integer, '$2'}, {'=/=', '$1', undefined}], ['$_']}]),
    Seen = bulk:select(lists:zip(Words, Part), [{{'$1', '_'}, [{is_integer, '$1'}], ['$1']}]),
    Locked = bulk:select(lists:zip(Words, Part), [{{silent, '_'}, [], [true]}]),
    measured(Sort, Limit, Tables1, Before1,
             #{best => first(Sort, Known ++ Best, Limit), silent => Silent + length(Locked),
               words => Sum + lists:sum(Seen)}, Call).

sampled([], _Call) ->
    [];
sampled(Tables, Call) ->
    {Part, Tables1} = split(Tables),
    info(memory, Part, Call) ++ sampled(Tables1, Call).

split(List) ->
    Part = lists:sublist(List, 5000),
    {Part, lists:nthtail(length(Part), List)}.

grown(Before, Words) ->
    bulk:select(lists:zip(Before, Words),
                [{{'$1', '$2'}, [{is_integer, '$1'}, {is_integer, '$2'}], [{'-', '$2', '$1'}]},
                 {'_', [], [undefined]}]).

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
