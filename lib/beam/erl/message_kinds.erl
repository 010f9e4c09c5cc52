%% Match specifications that classify messages: no code is interpreted for a message, and only its
%% atoms are copied.
%%
%% Pure. The specifications run in workers or in a tracer.
-module(message_kinds).
-export([clauses/0]).

%% {Pattern, Guards, Kind}. A kind keeps the atoms among the first five elements of a message, and the
%% envelopes of OTP with the start of their content. Patterns do not use '$1'.
-spec clauses() -> [{term(), [term()], term()}].
clauses() ->
    Called = [{{Envelope, '_', Inner}, Guards, {{Envelope, any(), Kind}}}
              || Envelope <- ['$gen_call', system], {Inner, Guards, Kind} <- inner()],
    Cast = [{{'$gen_cast', Inner}, Guards, {{'$gen_cast', Kind}}} || {Inner, Guards, Kind} <- inner()],
    Called ++ Cast ++ [Clause || Size <- lists:seq(1, 6), Clause <- tuples(Size)]
        ++ [{'$2', [{is_tuple, '$2'}, {'>', {size, '$2'}, 6}, {is_atom, {element, 1, '$2'}}],
             {{{element, 1, '$2'}, {{any(), {size, '$2'}}}}}},
            {'$2', [{is_tuple, '$2'}], {{any(), {size, '$2'}}}},
            {'$2', [{is_atom, '$2'}], '$2'},
            {'$2', [{is_map, '$2'}], {const, #{}}},
            {'_', [], any()}].

%% ---------------------------------------------------------------------------

%% [{Pattern, Guards, Kind}] for the content of an envelope.
inner() ->
    [{list_to_tuple(['$2' | lists:duplicate(More, '_')]), [{is_atom, '$2'}],
      {list_to_tuple(['$2' | lists:duplicate(More, any())])}} || More <- lists:seq(0, 4)]
        ++ [{'$2', [{is_atom, '$2'}], '$2'}, {'$2', [{is_tuple, '$2'}], {{any(), {size, '$2'}}}}, {'_', [], any()}].

%% Clauses for tuples of this size, those with most atoms first.
tuples(Size) ->
    Variables = lists:sublist(['$3', '$4', '$5', '$6', '$7'], Size),
    Rest = Size - length(Variables),
    [{list_to_tuple(Variables ++ lists:duplicate(Rest, '_')),
      [{is_atom, Variable} || Variable <- Kept],
      {list_to_tuple([case lists:member(Variable, Kept) of true -> Variable; false -> any() end || Variable <- Variables]
                     ++ lists:duplicate(Rest, any()))}}
     || {_, Kept} <- lists:reverse(lists:keysort(1, [{length(K), K} || K <- subsets(Variables)]))].

subsets([]) -> [[]];
subsets([First | Rest]) ->
    Without = subsets(Rest),
    [[First | Some] || Some <- Without] ++ Without.

any() -> {const, '_'}.
