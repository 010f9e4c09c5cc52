%% Messages by what tells them apart from others, for match specifications: nothing is
%% interpreted for a message, and nothing of it copied but atoms.
%%
%% Pure. The specifications run in workers or in a tracer.
-module(message_kinds).
-export([clauses/0]).

%% {Pattern, Guards, Kind}: of a message its kind, without what tells it from others of that kind.
%% The atoms among the first five elements stay, and so do the envelopes of OTP, with what
%% begins what is in them. Patterns leave '$1' to others.
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

%% A pattern, its guards, and what is left of what fits.
inner() ->
    [{list_to_tuple(['$2' | lists:duplicate(More, '_')]), [{is_atom, '$2'}],
      {list_to_tuple(['$2' | lists:duplicate(More, any())])}} || More <- lists:seq(0, 4)]
        ++ [{'$2', [{is_atom, '$2'}], '$2'}, {'$2', [{is_tuple, '$2'}], {{any(), {size, '$2'}}}}, {'_', [], any()}].

%% Of that size, those with most atoms first.
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
