%% Finds what is small enough to be sent whole and cut by the client: cutting is interpreted here,
%% and takes longer than everything else that is done with an event.
%%
%% Pure; runs in the tracer, for a batch of events at once: a microsecond or two an event.
-module(small_contents).
-export([all/1]).

%% Nodes of all terms together, and levels; a trace message has about ten itself, and three.
-define(MOST, 4500).
-define(DEPTH, 12).

%% Whether all of some terms are numbers, atoms, pids, binaries of a few bytes, and containers
%% that hold few of them. A part counts as often as it is held, and none is looked at
%% that would not be reached: a term may share so much that nothing can count it. Nor is any
%% copied, as the results of a match specification are: here these are atoms.
-spec all([term()]) -> boolean().
all(Terms) ->
    Spec = ets:match_spec_compile(
             [{'$1', [{is_list, '$1'}, {'<', {length, '$1'}, 64}], [list]},
              {'$1', [{is_tuple, '$1'}, {'<', {size, '$1'}, 64}], [tuple]},
              {'$1', [{is_map, '$1'}, {'<', {map_size, '$1'}, 32}], [map]},
              {'$1', [{'orelse', {is_atom, '$1'}, {is_pid, '$1'}, {is_reference, '$1'}, {is_float, '$1'},
                       {is_port, '$1'}, {'andalso', {is_binary, '$1'}, {'=<', {size, '$1'}, 256}},
                       {'andalso', {is_integer, '$1'}, {'<', {abs, '$1'}, 16#ffffffffffffffff}}}], [ok]},
              {'_', [], [large]}]),
    levels(Terms, Spec, ?MOST, ?DEPTH).

%% ---------------------------------------------------------------------------

-spec levels([term()], ets:compiled_match_spec(), integer(), non_neg_integer()) -> boolean().
levels([], _Spec, _Most, _Depth) ->
    true;
levels(Terms, Spec, Most, Depth) ->
    Left = Most - length(Terms),
    Kinds = ets:match_spec_run(Terms, Spec),
    Left > 0 andalso Depth > 0 andalso not lists:member(large, Kinds)
        andalso levels(inner(lists:zip(Kinds, Terms)), Spec, Left, Depth - 1).

%% Uses compiled functions only: they see every term.
inner(Terms) ->
    [Lists, Tuples, Maps] = [proplists:get_all_values(Kind, Terms) || Kind <- [list, tuple, map]],
    lists:append(lists:append([Lists, lists:map(fun erlang:tuple_to_list/1, Tuples),
                               lists:map(fun maps:to_list/1, Maps)])).
