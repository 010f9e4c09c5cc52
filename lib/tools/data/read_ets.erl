%% Rows of an ETS table: those with a key, those that a pattern matches, or the first.
-module(read_ets).
-export([run/2]).

%% Answers #{size, type, key_position, rows, more}: rows as [{Cut, Bytes}].
-spec run(#{table := names:table(), view := sample | lookup | match, term := marked:marked() | none,
            limit := pos_integer(), limits := cut:limits(), most := non_neg_integer(), force := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{table := Named, view := View, term := Marked, limit := Limit, limits := Limits,
      most := Most, force := Force}, Call) ->
    Table = names:table(Named),
    Facts = facts(Table),
    #{size := Size, keypos := Position} = Facts,
    Pattern = case View of sample -> none; _ -> marked:term(Marked) end,
    View =:= match andalso not Force andalso Size > Most andalso not bound(Position, Pattern)
        andalso envelope:refuse(scans_table, Size),
    Show = fun(Row) -> values:shown(Row, Limits) end,
    Step = erlang:min(Limit, step(Facts)),
    Look = fun() -> rows(View, Table, Pattern, Limit, Step, Show) end,
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
            envelope:refuse(too_large, maps:get(heap_words, Call) * erlang:system_info(wordsize))
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

%% How many rows are copied at a time: so many as come to some 8 MiB, if all are as
%% large as they are on average.
step(#{memory := Words, size := Size}) ->
    erlang:max(1, erlang:max(1, Size) * 16#100000 div erlang:max(1, Words)).

%% {Shown rows, Whether there are more}.
rows(lookup, Table, Key, Limit, _Step, Show) ->
    Rows = ets:lookup(Table, Key),
    {lists:map(Show, lists:sublist(Rows, Limit)), length(Rows) > Limit};
rows(match, Table, Pattern, Limit, Step, Show) ->
    %% It ends with this process. What is read at once needs none.
    Step < Limit andalso ets:safe_fixtable(Table, true),
    some(ets:match_object(Table, Pattern, Step), Limit, Show, []);
rows(sample, Table, none, Limit, Step, Show) ->
    rows(match, Table, '_', Limit, Step, Show).

%% A little more than was asked for may come at once.
some('$end_of_table', _Limit, _Show, Shown) ->
    {lists:reverse(Shown), false};
some({Rows, Rest}, Limit, Show, Shown) ->
    case length(Rows) of
        Number when Number < Limit, Rest =/= '$end_of_table' ->
            others(Rest, Limit - Number, Show, lists:reverse(lists:map(Show, Rows), Shown));
        Number ->
            {lists:reverse(Shown, lists:map(Show, lists:sublist(Rows, Limit))),
             Number > Limit orelse Rest =/= '$end_of_table'}
    end.

%% Copies of rows that were shown already are not to count for the limit of the heap.
others(Rest, Limit, Show, Shown) ->
    erlang:garbage_collect(),
    some(ets:match_object(Rest), Limit, Show, Shown).
