%% Whether an expression can do no more than to compute: what it calls is known to
%% change nothing and to ask nobody. Time and memory it may take: others limit these.
-module(pure).
-export([check/1]).

-spec check([erl_parse:abstract_expr()]) -> ok.
check(Forms) ->
    part(Forms).

%% ---------------------------------------------------------------------------

%% Every part of every node is looked at, whatever it means.
part({call, Place, {remote, _, {atom, _, Module}, {atom, _, Function}}, Arguments}) ->
    allow(Module, Function, length(Arguments), Place),
    part(Arguments);
part({call, Place, {remote, _, _, _} = Unknown, _}) ->
    refuse(Place, Unknown);
part({call, Place, {atom, _, Function}, Arguments}) ->
    allow(erlang, Function, length(Arguments), Place),
    part(Arguments);
part({'fun', Place, {function, Function, Arity}}) ->
    allow(erlang, Function, Arity, Place);
part({'fun', Place, {function, {atom, _, Module}, {atom, _, Function}, {integer, _, Arity}}}) ->
    allow(Module, Function, Arity, Place);
part({'fun', Place, {function, _, _, _} = Unknown}) ->
    refuse(Place, Unknown);
part({op, Place, '!', _, _}) ->
    refuse(Place, '!');
part({'receive', Place, _}) ->
    refuse(Place, 'receive');
part({'receive', Place, _, _, _}) ->
    refuse(Place, 'receive');
part(Node) when is_tuple(Node) ->
    part(tuple_to_list(Node));
part([Part | Parts]) ->
    part(Part),
    part(Parts);
part(_) ->
    ok.

allow(Module, Function, Arity, Place) ->
    Known = lists:member(Module, [lists, maps, math, string, binary, orddict, ordsets, proplists,
                                  gb_trees, gb_sets, queue, array, unicode])
        orelse lists:member({Module, Function}, [{io_lib, format}, {calendar, day_of_the_week}])
        orelse Module =:= erlang
        andalso (erl_internal:guard_bif(Function, Arity) orelse lists:member(Function, computing())),
    Known orelse refuse(Place, {Module, Function, Arity}).

computing() ->
    [abs, atom_to_binary, atom_to_list, binary_part, binary_to_existing_atom, binary_to_float,
     binary_to_integer, binary_to_list, bitstring_to_list, ceil, crc32, adler32, md5, phash2,
     delete_element, append_element, element, setelement, insert_element, error, throw,
     external_size, float, float_to_binary, float_to_list, floor, hd, integer_to_binary,
     integer_to_list, iolist_size, iolist_to_binary, list_to_binary, list_to_bitstring,
     list_to_existing_atom, list_to_float, list_to_integer, list_to_tuple, make_tuple, map_get,
     map_size, max, min, round, size, split_binary, term_to_binary, tl, trunc, tuple_size,
     tuple_to_list, byte_size, bit_size, length, '+', '-', '*', '/', 'div', 'rem', 'not', 'and',
     'or', 'xor', '++', '--', '==', '/=', '=:=', '=/=', '<', '>', '=<', '>='].

refuse(Place, What) ->
    envelope:refuse(not_pure, {erl_anno:line(Place), cut:text(What, 200)}).
