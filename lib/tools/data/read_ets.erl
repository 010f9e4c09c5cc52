%% Rows of an ETS table: those with a key, those that match a pattern, or the first. A worker copies
%% and cuts them, a few at a time. Its heap limit acts only after a copy: so unless the table as a
%% whole is small, rows with very large parts are recognised by matching, and not copied. If the
%% probe dies, the worker ends with it and the table is no longer fixed.
%%
%% Matching cannot see into maps and deeper parts, nor the size of a compressed row, nor how many
%% rows of a bag a key has, which all come at once: these need `force`.
-module(read_ets).
-export([run/2]).

-define(FIND_MS, 10000).
-define(STEP_WORDS, 16#100000). % copied at a time, if all rows are of average size: 8 MiB
-define(MAX_PARTS, 8).          % elements of a row, and of a tuple in it, that are looked at

%% Answers #{size, type, key_position, rows, more}: rows as [{Cut, Bytes}]. Refuses with
%% private_table: Owner; scans_table: Size; compressed; crowded; bad_pattern; too_large: MaxBytes;
%% large_row: MaxElements.
-spec run(map(), envelope:call()) -> {map(), map()}.
run(#{table := Named, view := View, term := Marked, limit := Limit, limits := Limits,
      most := Most, force := Force}, #{heap_words := HeapWords} = Call) ->
    Table = names:table(Named),
    Facts = facts(Table),
    #{size := Size, keypos := Position} = Facts,
    Pattern = case View of sample -> none; _ -> marked:term(Marked) end,
    View =:= match andalso not Force andalso Size > Most andalso not bound(Position, Pattern)
        andalso envelope:refuse(scans_table, Size),
    Copying = #{small := Small} = copying(Facts, Limit, HeapWords),
    Free = Force orelse Small,
    Free orelse map_get(compressed, Facts) andalso envelope:refuse(compressed, []),
    Free orelse View =/= lookup andalso map_get(bag, Copying) andalso not bound(Position, Pattern)
        andalso envelope:refuse(crowded, []),
    Look = fun() -> rows(View, Table, Pattern, Limit, Copying, fun(Row) -> values:shown(Row, Limits) end) end,
    case worker:one(Look, ?FIND_MS, Call) of
        {ok, large} ->
            envelope:refuse(large_row, map_get(max, Copying));
        {ok, {Rows, More}} ->
            {#{size => Size, type => maps:get(type, Facts), key_position => Position,
               rows => Rows, more => More}, #{}};
        {raised, badarg} ->
            facts(Table),
            envelope:refuse(bad_pattern, []);
        {raised, Reason} ->
            error(Reason);
        no_answer ->
            envelope:refuse(too_large, HeapWords * erlang:system_info(wordsize))
    end.

%% ---------------------------------------------------------------------------

-spec facts(ets:tab()) -> map().
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

%% For a reference that never was a table, ets raises an error.
info(Table) ->
    try ets:info(Table)
    catch error:badarg -> undefined
    end.

%% Whether the pattern binds the key, so that only its rows are looked at.
-spec bound(pos_integer(), term()) -> boolean().
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

%% How rows are copied: `step` at a time, without those that have a part with more than `max`
%% elements. A table that is small as a whole has no such row, since tables store rows without
%% sharing.
-spec copying(map(), pos_integer(), pos_integer()) ->
          #{step := pos_integer(), max := pos_integer(), small := boolean(), bag := boolean(), position := pos_integer(),
            average := non_neg_integer(), words := pos_integer()}.
copying(#{memory := Words, size := Size, compressed := Compressed, keypos := Position, type := Type}, Limit, HeapWords) ->
    Average = Words div erlang:max(1, Size),
    Small = Size =:= 0 orelse not Compressed andalso Words =< HeapWords div 8,
    #{max => HeapWords div 8, position => Position, average => Average, words => HeapWords div 8,
      small => Small, bag => Type =:= bag orelse Type =:= duplicate_bag,
      step => case Compressed of
                  true -> 1;
                  false -> erlang:max(1, erlang:min(Limit, ?STEP_WORDS div erlang:max(1, Average)))
              end}.

%% A clause that finds rows of a pattern in which an element, or an element of a tuple in the
%% row, has more than Max elements. Only variables are tested without a copy: '$_' would copy the
%% row, even in a guard. Lists come last, because length/1 of an improper one fails the guard.
-spec large(tuple(), pos_integer()) -> [{tuple(), [term()], [large]}].
large(Pattern, Max) ->
    {Elements, _} = lists:mapfoldl(fun('_', [Free | Others]) -> {Free, Others};
                                      (Element, Others) -> {Element, Others}
                                   end, variables() -- tuple_to_list(Pattern), tuple_to_list(Pattern)),
    Outer = [{[], Variable} || Variable <- Elements, lists:member(Variable, variables())],
    Parts = Outer ++ [{[{is_tuple, Variable}, {'>=', {size, Variable}, N}], {element, N, Variable}}
                      || {[], Variable} <- Outer, N <- lists:seq(1, ?MAX_PARTS)],
    Test = fun(Is, Number) ->
                   [list_to_tuple(['andalso' | Has] ++ [{Is, Part}, {'>', {Number, Part}, Max}]) || {Has, Part} <- Parts]
           end,
    Tests = Test(is_map, map_size) ++ Test(is_tuple, size) ++ Test(is_list, length),
    [{list_to_tuple(Elements), [list_to_tuple(['orelse' | Tests])], [large]} || Outer =/= []].

variables() -> ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'].

%% {Shown rows, Whether there are more}; `large` where a row cannot be copied and no other is there.
-spec rows(lookup | match | sample, ets:tab(), term(), pos_integer(), map(), fun((tuple()) -> term())) ->
          {[{term(), non_neg_integer()}], boolean()} | large.
rows(lookup, Table, Key, Limit, #{small := Small} = Copying, Show) ->
    case not Small andalso constant(Key) andalso too_much(Table, Key, Copying) of
        true -> large;
        false ->
            Rows = ets:lookup(Table, Key),
            {lists:map(Show, lists:sublist(Rows, Limit)), length(Rows) > Limit}
    end;
rows(match, Table, Pattern, Limit, #{small := false, bag := true, position := Position} = Copying, Show)
  when is_tuple(Pattern), tuple_size(Pattern) >= Position ->
    Key = element(Position, Pattern),
    case constant(Key) andalso too_much(Table, Key, Copying) of
        true -> large;
        false -> matching(Table, Pattern, Limit, Copying, Show)
    end;
rows(match, Table, Pattern, Limit, Copying, Show) ->
    matching(Table, Pattern, Limit, Copying, Show);
rows(sample, Table, none, Limit, Copying, Show) ->
    matching(Table, '_', Limit, Copying, Show).

-spec matching(ets:table(), term(), pos_integer(), map(), fun((term()) -> term())) -> {[term()], boolean()} | large.
matching(Table, Pattern, Limit, #{step := Step} = Copying, Show) ->
    %% It ends with this process. What is read at once needs none.
    Step < Limit andalso ets:safe_fixtable(Table, true),
    Spec = told_apart(Pattern, Copying) ++ [{Pattern, [], ['$_']}],
    case some(ets:select(Table, Spec, Step), Limit, Show, [], false) of
        {[], true, true} -> large;
        {Shown, More, Left} -> {Shown, More orelse Left}
    end.

-spec told_apart(term(), map()) -> [tuple()].
told_apart(_Pattern, #{small := true}) ->
    [];
told_apart(Pattern, #{max := Max}) when is_tuple(Pattern) ->
    large(Pattern, Max);
told_apart(_Any, #{max := Max}) ->
    [Clause || Size <- lists:seq(1, ?MAX_PARTS), Clause <- large(erlang:make_tuple(Size, '_'), Max)].

%% Whether one of the rows with a key has a large part, or they are too large together.
-spec too_much(ets:table(), term(), map()) -> boolean().
too_much(Table, Key, #{position := Position, max := Max, average := Average, words := Words}) ->
    Patterns = [setelement(Position, erlang:make_tuple(Size, '_'), Key)
                || Size <- lists:seq(Position, Position + ?MAX_PARTS)],
    Large = [{Pattern, Guards, [true]} || Any <- Patterns, {Pattern, Guards, _} <- large(Any, Max)],
    ets:select_count(Table, Large) > 0
        orelse Average * ets:select_count(Table, [{Pattern, [], [true]} || Pattern <- Patterns]) > Words.

%% {Shown, Whether there are more, Whether large ones were left out}. A little more than was asked
%% for may come at once.
-spec some('$end_of_table' | {[term()], term()}, pos_integer(), fun((term()) -> term()), [term()], boolean()) ->
          {[term()], boolean(), boolean()}.
some('$end_of_table', _Limit, _Show, Shown, Left) ->
    {lists:reverse(Shown), Left, Left};
some({Found, Rest}, Limit, Show, Shown, Left) ->
    Rows = [Row || Row <- Found, Row =/= large],
    Left1 = Left orelse length(Rows) < length(Found),
    case length(Rows) of
        Number when Number < Limit, Rest =/= '$end_of_table' ->
            others(Rest, Limit - Number, Show, lists:reverse(lists:map(Show, Rows), Shown), Left1);
        Number ->
            {lists:reverse(Shown, lists:map(Show, lists:sublist(Rows, Limit))),
             Number > Limit orelse Rest =/= '$end_of_table' orelse Left1, Left1}
    end.

%% Copies of rows that were shown already are not to count for the limit of the heap.
-spec others(term(), pos_integer(), fun((term()) -> term()), [term()], boolean()) -> {[term()], boolean(), boolean()}.
others(Rest, Limit, Show, Shown, Left) ->
    erlang:garbage_collect(),
    some(ets:select(Rest), Limit, Show, Shown, Left).
