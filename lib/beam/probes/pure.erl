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
    Tokens = [["(\"{3,})[ \\t]*\\n(?:[\\s\\S]*?\\n)?[ \\t]*\\1|" || list_to_integer(erlang:system_info(otp_release)) > 26],
              "\"(?:[^\"\\\\]|\\\\[\\s\\S])*\"|"
              "\\$(?:\\\\(?:\\^.|x\\{[0-9a-fA-F]*\\}|x..|[0-7]{1,3}|[\\s\\S])|[\\s\\S])|%[^\\n]*|"
              "'(?:[^'\\\\]|\\\\[\\s\\S])*'|\\d[\\d_]*(?:#[0-9a-zA-Z_]+|(?:\\.\\d[\\d_]*)?(?:[eE][-+]?\\d+)?)|"
              "~[sb]?(?=\")|~|[\\p{Lu}_][\\p{L}\\p{N}_@]*|[\\p{Ll}][\\p{L}\\p{N}_@]*"],
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
is_variable(Name) -> re:run(Name, "^[\\p{Lu}_]", [unicode, {capture, none}]) =:= match.

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
existing(<<First, _/binary>>) when First =:= $"; First =:= $$; First =:= $%; First =:= $_ ->
    ok;
existing(<<First, _/binary>> = Number) when First >= $0, First =< $9 ->
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
    case binary:match(Word, <<"\\">>) of
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
