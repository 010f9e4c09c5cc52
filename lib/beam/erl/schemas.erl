%% Fields that schemas of Ecto mark with `redact: true`.
%%
%% Ecto compiles a function into each schema that has them as a constant. It is code of the node, so
%% only workers call it, which can be killed; no module is loaded for it, and no atom made.
-module(schemas).
-export([redacted/1, hides/2]).
-seldom([redacted/1]).

%% None of what is no schema, or is not loaded.
-spec redacted(atom()) -> [atom()].
redacted(Module) ->
    case names(<<"redact_fields">>) of
        {Schema, Question} ->
            Fields = [Found || erlang:function_exported(Module, Schema, 1),
                               Found <- lists:map(erlang:make_fun(Module, Schema, 1), [Question])],
            lenient:atoms(lists:append([Of || Of <- Fields, is_list(Of)]));
        none -> []
    end.

%% Whether a map is a struct whose schema marks that field.
-spec hides(map(), term()) -> boolean().
hides(Map, Key) ->
    case names(<<"__struct__">>) of
        {_, Name} when is_map_key(Name, Map), is_atom(Key), is_atom(map_get(Name, Map)) ->
            lists:member(Key, redacted(map_get(Name, Map)));
        _ -> false
    end.

%% ---------------------------------------------------------------------------

%% The name of the function, and another; none where Ecto never was.
names(Other) ->
    try {binary_to_existing_atom(<<"__schema__">>, utf8), binary_to_existing_atom(Other, utf8)}
    catch error:badarg -> none
    end.
