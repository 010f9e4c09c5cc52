%% Match specifications of calls, from the clauses that a user wrote.
%%
%% Pure; runs in the body.
-module(match_clauses).
-export([spec/2]).

%% Head and guards of each, with the same body for all.
-spec spec([{marked:marked(), [marked:marked()]}], [term()]) -> [{term(), [term()], [term()]}].
spec([], Body) ->
    [{'_', [], Body}];
spec(Clauses, Body) ->
    variables(),
    Spec = [{marked:term(Head), [marked:term(Guard) || Guard <- Guards], Body} || {Head, Guards} <- Clauses],
    case erlang:match_spec_test([], [{Head, Guards, []} || {Head, Guards, _} <- Spec], trace) of
        {ok, _, _, _} -> Spec;
        {error, Problems} ->
            envelope:refuse(bad_pattern, [unicode:characters_to_binary(Text) || {error, Text} <- Problems])
    end.

%% The names of variables: these few become atoms of the node.
variables() ->
    ['_', '$_', '$$', '$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9', '$10', '$11', '$12', '$13', '$14',
     '$15', '$16', '$17', '$18', '$19', '$20', '$21', '$22', '$23', '$24', '$25', '$26', '$27', '$28', '$29', '$30'].
