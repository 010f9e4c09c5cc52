%% Abstract forms that mean the same and cost erl_eval less. For scripts/gen_probes.
%%
%% What an expression costs there is the number of its parts: each is evaluated by itself, and
%% with each element of a tuple or list and each argument of a call all variables that are known
%% so far are merged. So constants become one part; a call of a function that is imported by
%% itself has two parts less, module and name.
-module(cheap).
-export([clauses/1, inlined/3]).

%% Abstract forms, with {literal, Term} and {linked, M, F, A} of gen_probes besides; names of
%% variables may be tuples until gen_probes renames them.
-type form() :: tuple().
-type clause() :: tuple().

%% The clauses of a function. `{literal, Term}` stands for a constant.
-spec clauses([clause()]) -> [clause()].
clauses(Clauses) ->
    function(Clauses).

%% The body of a function in place of a call of it, where it is one expression of its
%% parameters, and arguments are variables and constants; or `none`.
-spec inlined([clause()] | none, [form()], fun((form()) -> form())) -> form() | none.
inlined([{clause, _, Parameters, [], [Body]}], Arguments, Rewrite) ->
    Names = [Name || {var, _, Name} <- Parameters],
    Uses = variables(Body),
    Fit = length(Names) =:= length(Parameters) andalso plain(Body) andalso Uses -- Names =:= []
        andalso not lists:member('_', Names) andalso Names -- lists:usort(Names) =:= []
        andalso lists:all(fun simple/1, Arguments),
    case Fit of
        true -> replaced(Rewrite(Body), maps:from_list(lists:zip(Names, Arguments)));
        false -> none
    end;
inlined(_Clauses, _Arguments, _Rewrite) ->
    none.

%% ---------------------------------------------------------------------------

-spec simple(form()) -> boolean().
simple({var, _, _}) -> true;
simple(Form) -> constant(Form) =/= none.

-spec variables(form() | [form()]) -> [term()].
variables({var, _, Name}) -> [Name];
variables(Form) when is_tuple(Form) -> variables(tuple_to_list(Form));
variables([Form | Forms]) -> variables(Form) ++ variables(Forms);
variables(_) -> [].

%% Everything in it is evaluated, once; nothing binds a variable.
-spec plain(form()) -> boolean().
plain({call, _, {remote, _, {atom, _, _}, {atom, _, _}}, Arguments}) -> lists:all(fun plain/1, Arguments);
plain({call, _, {atom, _, _}, Arguments}) -> lists:all(fun plain/1, Arguments);
plain({tuple, _, Elements}) -> lists:all(fun plain/1, Elements);
plain({cons, _, Head, Tail}) -> plain(Head) andalso plain(Tail);
plain({map, _, Fields}) ->
    lists:all(fun({_, _, Key, Value}) -> plain(Key) andalso plain(Value) end, Fields);
plain({var, _, _}) -> true;
plain(Form) -> constant(Form) =/= none.

-spec replaced(term(), #{term() => form()}) -> term().
replaced({var, _, Name}, Values) -> maps:get(Name, Values, {var, 0, Name});
replaced(Form, Values) when is_tuple(Form) -> list_to_tuple(replaced(tuple_to_list(Form), Values));
replaced(Forms, Values) when is_list(Forms) -> [replaced(Form, Values) || Form <- Forms];
replaced(Form, _Values) -> Form.

%% erl_eval runs the linter for each key of a map pattern: some 30 us. Where nothing is
%% chosen by it, in a clause without alternative or guard and to the left of `=`, a map
%% pattern becomes a call of map_get for each key.
-spec function([clause()]) -> [clause()].
function([{clause, A, Patterns, [], Body}]) ->
    {Patterns1, Matches} = lists:unzip([pattern(Pattern, {map, I}) || {I, Pattern} <- lists:enumerate(Patterns)]),
    [{clause, A, Patterns1, [], lists:append(Matches) ++ expressions(Body)}];
function(Clauses) ->
    [{clause, A, Patterns, Guards, expressions(Body)} || {clause, A, Patterns, Guards, Body} <- Clauses].

%% {A variable, What its keys are matched by}, or the pattern as it is.
-spec pattern(form(), term()) -> {form(), [form()]}.
pattern({match, _, {map, _, _} = Map, {var, _, Name}}, _Name) ->
    pattern(Map, Name);
pattern({match, _, {var, _, Name}, {map, _, _} = Map}, _Name) ->
    pattern(Map, Name);
pattern({map, _, Fields}, Name) ->
    {{var, 0, Name}, [{match, 0, Value, {call, 0, {atom, 0, map_get}, [Key, {var, 0, Name}]}}
                      || {map_field_exact, _, Key, Value} <- Fields]};
pattern(Pattern, _Name) ->
    {Pattern, []}.

-spec expressions([form()]) -> [form()].
expressions(Forms) ->
    [expression(Form) || Form <- Forms].

-spec expression(form()) -> form().
expression({match, A, {map, _, _} = Pattern, Expression}) ->
    {Variable, Matches} = pattern(Pattern, {matched, erlang:unique_integer([positive, monotonic])}),
    {block, A, [{match, A, Variable, expression(Expression)} | Matches ++ [Variable]]};
expression({match, A, Pattern, Expression}) ->
    {match, A, Pattern, expression(Expression)};
expression({'fun', A, {clauses, Clauses}}) ->
    {'fun', A, {clauses, function(Clauses)}};
expression({named_fun, A, Name, Clauses}) ->
    {named_fun, A, Name, function(Clauses)};
expression({clause, A, Patterns, Guards, Body}) ->
    {clause, A, Patterns, Guards, expressions(Body)};
expression({Generator, A, Pattern, Expression}) when Generator =:= generate; Generator =:= b_generate ->
    {Generator, A, Pattern, expression(Expression)};
expression({call, A, Called, Arguments}) ->
    call(A, Called, expressions(Arguments));
expression({remote, _, _, _} = Remote) ->
    Remote;
expression(Form) ->
    case not lists:member(element(1, Form), [atom, integer, float, char, string, nil]) andalso constant(Form) of
        {ok, Term} -> {literal, Term};
        _ -> parts(Form)
    end.

-spec parts(term()) -> term().
parts(Form) when is_tuple(Form) -> list_to_tuple(parts(tuple_to_list(Form)));
parts([Form | Forms]) when is_tuple(Form) -> [expression(Form) | parts(Forms)];
parts([Form | Forms]) -> [parts(Form) | parts(Forms)];
parts(Form) -> Form.

%% What erl_eval calls so, it makes the funs of without what it knows of their variables.
-spec call(erl_anno:anno(), form(), [form()]) -> form().
call(A, Called, Arguments) ->
    {Name, Imported} = case Called of
                           {remote, _, {atom, _, erlang}, {atom, _, F}} -> {F, is_imported(F, length(Arguments))};
                           {atom, _, F} -> {F, is_imported(F, length(Arguments))};
                           _ -> {none, false}
                       end,
    case has_fun(Arguments) of
        false when Imported -> {call, A, {atom, A, Name}, Arguments};
        true when Imported -> {call, A, {remote, A, {atom, A, erlang}, {atom, A, Name}}, Arguments};
        _ -> {call, A, case Called of {atom, _, _} -> Called; _ -> expression(Called) end, Arguments}
    end.

%% In all releases since OTP 23.
-spec is_imported(atom(), arity()) -> boolean().
is_imported(apply, _Arity) -> false;
is_imported(Name, Arity) -> erl_internal:bif(Name, Arity) andalso not lists:member({Name, Arity}, later()).

-spec later() -> [{atom(), arity()}].
later() ->
    [{alias, 0}, {alias, 1}, {unalias, 1}, {monitor, 3}, {binary_to_atom, 1}, {binary_to_existing_atom, 1},
     {atom_to_binary, 1}, {spawn_request, 1}, {spawn_request, 2}, {spawn_request, 3}, {spawn_request, 4},
     {spawn_request, 5}, {spawn_request_abandon, 1}].

-spec has_fun(term()) -> boolean().
has_fun({'fun', _, {clauses, _}}) -> true;
has_fun({named_fun, _, _, _}) -> true;
has_fun({literal, _}) -> false;
has_fun(Form) when is_tuple(Form) -> has_fun(tuple_to_list(Form));
has_fun([Form | Forms]) -> has_fun(Form) orelse has_fun(Forms);
has_fun(_) -> false.

%% {ok, Term} that a form always is.
-spec constant(form()) -> {ok, term()} | none.
constant({literal, Term}) -> {ok, Term};
constant({Type, _, Term}) when Type =:= atom; Type =:= integer; Type =:= float; Type =:= char; Type =:= string ->
    {ok, Term};
constant({op, _, '-', {integer, _, Number}}) -> {ok, -Number};
constant({nil, _}) -> {ok, []};
constant({bin, _, []}) -> {ok, <<>>};
constant({bin, _, [{bin_element, _, {string, _, Text}, default, default}]}) -> {ok, list_to_binary(Text)};
constant({cons, _, Head, Tail}) ->
    both(constant(Head), constant(Tail), fun(H, T) -> [H | T] end);
constant({tuple, _, Elements}) ->
    all(Elements, fun list_to_tuple/1);
constant({map, _, Fields}) ->
    case [Field || {Kind, _, _, _} = Field <- Fields, Kind =/= map_field_assoc] of
        [] -> all(lists:append([[Key, Value] || {_, _, Key, Value} <- Fields]), fun pairs/1);
        _ -> none
    end;
constant({'fun', _, {function, {atom, _, M}, {atom, _, F}, {integer, _, A}}}) -> {ok, fun M:F/A};
constant(_) -> none.

-spec both({ok, A} | none, {ok, B} | none, fun((A, B) -> C)) -> {ok, C} | none.
both({ok, A}, {ok, B}, Make) -> {ok, Make(A, B)};
both(_, _, _) -> none.

-spec all([form()], fun(([term()]) -> Made)) -> {ok, Made} | none.
all(Forms, Make) ->
    Constants = [constant(Form) || Form <- Forms],
    case lists:member(none, Constants) of
        true -> none;
        false -> {ok, Make([Term || {ok, Term} <- Constants])}
    end.

-spec pairs([term()]) -> map().
pairs([]) -> #{};
pairs([Key, Value | Rest]) -> (pairs(Rest))#{Key => Value}.
