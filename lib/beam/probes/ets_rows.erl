%% Rows of an ETS table: those with a key, those that a pattern matches, or the first.
-module(ets_rows).
-export([run/2]).

%% Answers #{size, type, key_position, rows, more}: rows as [{Cut, Bytes}].
run(#{table := Named, view := View, term := Marked, limit := Limit, limits := Limits,
      most := Most, force := Force}, Call) ->
    Table = names:table(Named),
    Facts = facts(Table),
    #{size := Size, keypos := Position} = Facts,
    Pattern = case View of sample -> none; _ -> marked:term(Marked) end,
    View =:= match andalso not Force andalso Size > Most andalso not bound(Position, Pattern)
        andalso envelope:refuse(scans_table, {Size, Most}),
    Look = fun() ->
                   {Rows, More} = rows(View, Table, Pattern, Limit),
                   {[values:shown(Row, Limits) || Row <- Rows], More}
           end,
    case worker:one(Look, 10000, Call) of
        {ok, {Rows, More}} ->
            {#{size => Size, type => maps:get(type, Facts), key_position => Position,
               rows => Rows, more => More}, #{}};
        {raised, badarg} ->
            facts(Table),
            envelope:refuse(bad_pattern, []);
        {raised, Reason} ->
            error(Reason);
        no_answer ->
            envelope:refuse(too_large, [])
    end.

%% ---------------------------------------------------------------------------

facts(Table) ->
    case info(Table) of
        undefined ->
            envelope:refuse(no_such_table, []);
        Info ->
            Facts = maps:from_list(Info),
            maps:get(protection, Facts) =:= private
                andalso envelope:refuse(private_table, maps:get(owner, Facts)),
            Facts
    end.

%% A reference that was never one of a table is an error to ets.
info(Table) ->
    try ets:info(Table)
    catch error:badarg -> undefined
    end.

%% Whether the key is given, so that only its rows are looked at.
bound(Position, Pattern) when is_tuple(Pattern), tuple_size(Pattern) >= Position ->
    constant(element(Position, Pattern));
bound(_Position, _Pattern) ->
    false.

constant('_') -> false;
constant(Atom) when is_atom(Atom) ->
    case atom_to_list(Atom) of
        [$$, Digit | _] when Digit >= $0, Digit =< $9 -> false;
        _ -> true
    end;
constant(Tuple) when is_tuple(Tuple) -> lists:all(fun constant/1, tuple_to_list(Tuple));
constant([Head | Tail]) -> constant(Head) andalso constant(Tail);
constant(Map) when is_map(Map) -> map_size(Map) =:= 0;
constant(_) -> true.

rows(lookup, Table, Key, Limit) ->
    Rows = ets:lookup(Table, Key),
    {lists:sublist(Rows, Limit), length(Rows) > Limit};
rows(match, Table, Pattern, Limit) ->
    some(ets:match_object(Table, Pattern, Limit), Limit);
rows(sample, Table, none, Limit) ->
    some(ets:match_object(Table, '_', Limit), Limit).

%% A little more than was asked for may come at once.
some('$end_of_table', _Limit) -> {[], false};
some({Rows, '$end_of_table'}, Limit) -> {lists:sublist(Rows, Limit), length(Rows) > Limit};
some({Rows, _Rest}, Limit) -> {lists:sublist(Rows, Limit), true}.
