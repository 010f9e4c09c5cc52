%% Which fields of structs are not for everybody's eyes, as their schemas say (see schemas).
%%
%% A worker asks each module. Nothing is changed.
-module(redact_fields).
-export([run/2]).

-define(PATIENCE_MS, 500).

%% Answers #{fields}: for each module its marked fields, `unknown` where it did not answer. Names
%% that are no atoms of the node yet have none.
-spec run(#{structs := [binary()]}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{structs := Names}, Call) ->
    Ask = fun(Name) ->
                  fun() -> [Field || {ok, Module} <- [names:existing_atom([Name])], Field <- schemas:redacted(Module)] end
          end,
    Answers = worker:all(lists:map(Ask, Names), ?PATIENCE_MS, Call),
    {#{fields => [case Answer of {ok, Fields} -> Fields; _ -> unknown end || Answer <- Answers]}, #{}}.
