%% A sketch of a term: its first parts, without what they hold that could be large, in the form
%% of cut.erl. It is made in the process that logs, of what must not be copied: the term may
%% share so many parts that a copy exhausts the node, and the variables of a fun are anything.
%%
%% Interpreted there and copied for each use: so it is one fun, which calls itself and native functions.
%% 400 parts take 0.5 ms.
-module(log_sketch).
-export([sketch/0, fits/0]).

%% Bytes of a text that are kept, pairs of a map that is listed, items of a list that hold no others,
%% and the largest integer that is whole.
-define(MOST_BYTES, 250).
-define(MOST_PAIRS, 1000).
-define(MOST_ITEMS, 25).
-define(LARGEST, 16#ffffffffffffffffffffffffffffffff).
%% Of what is formatted: bytes of a binary, and of an integer, whose digits
%% take the square of its size.
-define(MOST_BINARY, 100000).
-define(MOST_INTEGER, 260).
%% An improper list is gone through for each of its items.
-define(IMPROPER, 50).
%% What most parts are: to call the fun takes longer than to look.
-define(SIMPLE(Term), (is_atom(Term) orelse is_integer(Term) andalso abs(Term) =< ?LARGEST
                       orelse is_binary(Term) andalso byte_size(Term) =< ?MOST_BYTES)).

%% A term, how many parts to show, and the key of the name of a struct. The parts are divided
%% among those that hold others.
-dialyzer({no_improper_lists, sketch/0}).
-spec sketch() -> fun((term(), non_neg_integer(), atom()) -> term()).
sketch() ->
    fun Sketch(Term, _, _) when ?SIMPLE(Term); is_float(Term); is_pid(Term) ->
            Term;
        Sketch(Term, _, _) when is_binary(Term) ->
            {'$cut', binary, byte_size(Term), binary:copy(binary:part(Term, 0, ?MOST_BYTES))};
        Sketch(Term, _, _) when is_bitstring(Term), byte_size(Term) > ?MOST_BYTES ->
            {'$cut', bitstring, byte_size(Term), []};
        Sketch(Term, _, _) when is_integer(Term) ->
            {'$cut', integer, erlang:external_size(Term), []};
        Sketch(Term, _, _) when is_function(Term) ->
            case erlang:fun_info(Term, env) of
                {env, []} -> Term;
                _ -> {'$cut', 'fun', erts_debug:size_shared(Term) * erlang:system_info(wordsize), []}
            end;
        Sketch(Term, Room, Struct) when is_map(Term), map_size(Term) > 0; is_tuple(Term), Term =/= {}; length(Term) > 0 ->
            {Kind, Size, Parts} =
                case Term of
                    #{} when map_size(Term) > ?MOST_PAIRS -> {map, map_size(Term), []};
                    #{} -> {map, map_size(Term), maps:to_list(maps:with([Struct], Term)) ++ maps:to_list(maps:remove(Struct, Term))};
                    [_ | _] -> {list, length(Term), Term};
                    _ -> {tuple, tuple_size(Term), tuple_to_list(Term)}
                end,
            Text = lists:sublist(Parts, ?MOST_BYTES),
            case Kind =:= list andalso io_lib:printable_unicode_list(Text) of
                true when length(Text) =:= Size -> Term;
                true -> {'$cut', list, Size, Text};
                false ->
                    Holders = [fun erlang:is_map/1, fun erlang:is_tuple/1, fun erlang:is_list/1],
                    Few = lists:sublist(Parts, erlang:min(Size, Room)),
                    %% A few items of a list in detail say more than many of which nothing is shown.
                    Shown = case Kind =:= list andalso not lists:any(fun erlang:is_map/1, Few) andalso not lists:any(fun erlang:is_tuple/1, Few)
                                andalso not lists:any(fun erlang:is_list/1, Few) of
                                true -> lists:sublist(Few, ?MOST_ITEMS);
                                false when Kind =/= list -> Few;
                                false when Room < 4 -> [];
                                false -> lists:sublist(Few, erlang:max(2, Room div 10))
                            end,
                    Inner = case Kind of map -> [V || {_, V} <- Shown]; _ -> Shown end,
                    Each = (Room - length(Shown)) div erlang:max(1, lists:sum([length(lists:filter(Is, Inner)) || Is <- Holders])),
                    Kept = case Kind of
                               map -> [{case is_atom(K) of true -> K; false -> Sketch(K, 4, Struct) end,
                                        case ?SIMPLE(V) of true -> V; false -> Sketch(V, Each, Struct) end} || {K, V} <- Shown];
                               _ -> [case ?SIMPLE(V) of true -> V; false -> Sketch(V, Each, Struct) end || V <- Shown]
                           end,
                    case Kind of
                        %% One of the node that looks so.
                        tuple when Size =:= 4, is_atom(element(1, Term)) ->
                            case length(Kept) < 4 orelse atom_to_list(element(1, Term)) =:= "$cut" of
                                true -> {'$cut', tuple, 4, Kept};
                                false -> list_to_tuple(Kept)
                            end;
                        map when Kept =:= [], is_atom(map_get(Struct, Term)) -> {'$cut', map, Size, [{Struct, map_get(Struct, Term)}]};
                        _ when length(Kept) < Size -> {'$cut', Kind, Size, Kept};
                        tuple -> list_to_tuple(Kept);
                        map -> maps:from_list(Kept);
                        list -> Kept
                    end
            end;
        %% An improper list.
        Sketch([_ | _] = Term, Room, _) when Room < 2 ->
            {'$cut', term, erts_debug:size_shared(Term) * erlang:system_info(wordsize), []};
        Sketch([Head | Tail], Room, Struct) ->
            [Sketch(Head, Room div 2, Struct) | Sketch(Tail, Room div 2 - 1, Struct)];
        Sketch(Term, _, _) ->
            Term
    end.

%% Whether a term is small enough for io_lib, and has no struct, whose fields a schema may hide. What
%% is shared counts as often as it is held, and literals count, of which erts_debug:size_shared is 0.
%% Of terms, with how many are left, the key of the name of a struct, and what was found.
-spec fits() -> fun(([term()], integer(), atom(), plain | struct) -> plain | struct | large).
fits() ->
    fun Fits([Term | Terms], Left, Struct, Found) when Left > 0, ?SIMPLE(Term) -> Fits(Terms, Left - 1, Struct, Found);
        Fits([], _, _, Found) -> Found;
        Fits(_, Left, _, _) when Left =< 0 -> large;
        Fits([Term | Terms], Left, Struct, Found) ->
            case Term of
                _ when is_integer(Term) ->
                    case erlang:external_size(Term) > ?MOST_INTEGER of
                        true -> large;
                        false -> Fits(Terms, Left - 1, Struct, Found)
                    end;
                _ when length(Term) > Left -> large;
                _ when length(Term) >= 0 ->
                    case io_lib:printable_unicode_list(Term) of
                        true -> Fits(Terms, Left - length(Term) - 1, Struct, Found);
                        false -> Fits(Term ++ Terms, Left - 1, Struct, Found)
                    end;
                [Head | Tail] -> Fits([Head, Tail | Terms], Left - ?IMPROPER, Struct, Found);
                _ when tuple_size(Term) > Left; map_size(Term) > Left -> large;
                _ when is_tuple(Term) -> Fits(tuple_to_list(Term) ++ Terms, Left - 1, Struct, Found);
                #{Struct := Name} when is_atom(Name) ->
                    Fits(maps:keys(Term) ++ maps:values(Term) ++ Terms, Left - 1, Struct, struct);
                #{} -> Fits(maps:keys(Term) ++ maps:values(Term) ++ Terms, Left - 1, Struct, Found);
                _ when byte_size(Term) > ?MOST_BINARY -> large;
                _ -> Fits(Terms, Left - 1, Struct, Found)
            end
    end.
