%% Fields that schemas of Ecto mark with `redact: true`.
%%
%% Ecto compiles a function into each schema that has them as a constant. It is code of the node, so
%% only workers call it, which can be killed; no module is loaded for it, and no atom made.
-module(schemas).
-export([redacted/1, field/2, trail/2]).
-seldom([redacted/1, trail/2]).

%% How long a schema may take to answer.
-define(PATIENCE_MS, 500).

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

%% How a trail names what is at a key of a map: where that is a field of a struct, with its schema.
-spec field(map(), term()) -> term().
field(Map, Key) ->
    case names(<<"__struct__">>) of
        {Schema, Name} when is_map_key(Name, Map), is_atom(Key), is_atom(map_get(Name, Map)) ->
            case erlang:function_exported(map_get(Name, Map), Schema, 1) of
                true -> {field, map_get(Name, Map), Key};
                false -> Key
            end;
        _ -> Key
    end.

%% A trail with `secret` for the fields that schemas mark, or may mark: redaction knows a field by its
%% name alone, and this one is as good as any that is secret.
-spec trail([term()], envelope:call()) -> [term()].
trail(Trail, Call) ->
    [case Step of
         {field, Module, Key} ->
             case worker:one(fun() -> redacted(Module) end, ?PATIENCE_MS, Call) of
                 {ok, Fields} -> case lists:member(Key, Fields) of true -> secret; false -> Key end;
                 _ -> secret
             end;
         _ -> Step
     end || Step <- Trail].

%% ---------------------------------------------------------------------------

%% The name of the function, and another; none where Ecto never was.
names(Other) ->
    try {binary_to_existing_atom(<<"__schema__">>, utf8), binary_to_existing_atom(Other, utf8)}
    catch error:badarg -> none
    end.
