%% The ETS tables that are first by memory, size, growth or name.
%%
%% The body of the call asks about all tables in groups, through workers, since a table may be
%% locked; only the few that are shown are asked for all that is known of them. Contents are
%% not read and nothing is changed, so nothing is left to undo if the call dies.
-module(list_ets).
-export([run/2]).

%% Tables that are measured before the first of them are picked.
-define(PART, 5000).

%% Answers #{total, matched, memory_bytes, locked, window_ms, tables}; `memory_bytes` and
%% `locked` are of the tables that match.
-spec run(#{sort := Sort, limit := pos_integer(), text := binary(), owner := any | term(),
            window_ms := non_neg_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}
              when Sort :: memory | size | growth | name.
run(#{sort := Sort, limit := Limit, text := Text, owner := Owner, window_ms := WindowMs}, Call) ->
    All = others(ets:all(), Call),
    Tables = named(Text, owned(Owner, All, Call), Call),
    Start = envelope:now_ms(),
    Before = case Sort of
                 growth -> sampled(Tables, Call);
                 _ -> []
             end,
    [receive after WindowMs -> ok end || Sort =:= growth],
    #{best := Best, locked := Locked, words := Words} =
        measured(Sort, Limit, Tables, Before, #{best => [], locked => 0, words => 0}, Call),
    Took = case Sort of growth -> envelope:now_ms() - Start; _ -> 0 end,
    Rows = [{Table, Key, facts(Table)} || {Key, Table, _} <- Best],
    {#{total => length(All), matched => length(Tables), memory_bytes => bytes(Words),
       locked => Locked, window_ms => Took, tables => rows(Sort, Rows, Call)}, #{}}.

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
measured(Sort, Limit, Tables, Before, #{best := Best, locked := LockedBefore, words := Sum}, Call) ->
    [{Part, Tables1}, {Earlier, Before1}] = [split(List) || List <- [Tables, Before]],
    Words = info(memory, Part, Call),
    Keys = case Sort of
               memory -> Words;
               growth -> grown(Earlier, Words);
               _ -> info(Sort, Part, Call)
           end,
    Known = bulk:select(lists:zip3(Keys, Part, Words),
                        [{{'$1', '_', '$2'}, [{is_integer, '$2'}, {'=/=', '$1', undefined}, {'=/=', '$1', silent}],
                          ['$_']}]),
    Seen = bulk:select(lists:zip(Words, Part), [{{'$1', '_'}, [{is_integer, '$1'}], ['$1']}]),
    Locked = bulk:select(lists:zip(Words, Part), [{{silent, '_'}, [], [true]}]),
    measured(Sort, Limit, Tables1, Before1,
             #{best => first(Sort, Known ++ Best, Limit), locked => LockedBefore + length(Locked),
               words => Sum + lists:sum(Seen)}, Call).

sampled([], _Call) ->
    [];
sampled(Tables, Call) ->
    {Part, Tables1} = split(Tables),
    info(memory, Part, Call) ++ sampled(Tables1, Call).

split(List) ->
    Part = lists:sublist(List, ?PART),
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
    {[table, name, owner, owner_name, size, memory_bytes, growth_bytes, type, protection,
      key_position, compressed, read_concurrency, write_concurrency, heir],
     [[table_id:shown(Table), table_id:other_name(Table, Name), Owner, maps:get(Owner, Names, []),
       Size, bytes(Words), case Sort of growth -> bytes(Key); _ -> none end]
      ++ [maps:get(Item, Facts, none) || Item <- [type, protection, keypos, compressed,
                                                  read_concurrency, write_concurrency, heir]]
      || {Table, Key, #{name := Name, owner := Owner, size := Size, memory := Words} = Facts} <- Rows]}.

bytes(Words) -> Words * erlang:system_info(wordsize).
