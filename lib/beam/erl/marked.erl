%% Terms that a user wrote. They come marked, since an atom of a term that is sent
%% becomes one of this node as it arrives: atoms come as binaries, and are made into
%% what this node knows, or refused.
%%
%% Pure: runs in the body, and makes no atom.
-module(marked).
-export([term/1]).
-seldom([term/1]).
-export_type([marked/0]).

-type marked() :: {value, term()} | {atom, binary()} | {list, [marked()], marked() | none}
                | {tuple, [marked()]} | {map, [{marked(), marked()}]}.

-spec term(marked()) -> term().
term({value, Value}) ->
    Value;
term({atom, Name}) ->
    case names:existing_atom([Name]) of
        {ok, Atom} -> Atom;
        none -> envelope:refuse(no_such_atom, Name)
    end;
term({list, Items, none}) ->
    [term(Item) || Item <- Items];
term({list, Items, Tail}) ->
    lists:foldr(fun(Item, Rest) -> [term(Item) | Rest] end, term(Tail), Items);
term({tuple, Elements}) ->
    list_to_tuple([term(Element) || Element <- Elements]);
term({map, Pairs}) ->
    maps:from_list([{term(Key), term(Value)} || {Key, Value} <- Pairs]).
