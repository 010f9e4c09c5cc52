%% Terms of a node as they leave it: a part of them, cut.
%%
%% Runs where the term is, as a rule in a worker, which is killed if it grows too large. Pure.
-module(values).
-export([shown/2, at/3, sizes/2]).

-define(MAX_PARTS, 50).
%% Parts of a term in all whose binaries are counted: what is shared counts as often as it is held.
-define(MAX_COUNTED, 20000).

%% Bytes of a key that is shown.
-define(KEY_BYTES, 200).
%% What is shared counts as often as it is held in terms of so few parts.
-define(MAX_FLAT, 300).
%% Where a path leads nowhere, the answer lists the keys that are there: so many, of so many bytes together.
-define(MAX_KEYS, 30).
-define(KEYS_BYTES, 1000).

%% {Cut, Bytes}, the bytes those of the whole term on a heap, without binaries outside it.
-spec shown(term(), cut:limits()) -> {term(), non_neg_integer()}.
shown(Term, Limits) ->
    {cut:term(Term, Limits), words(Term) * erlang:system_info(wordsize)}.

%% The parts of a map, a list of pairs, a list or a tuple, the largest first, 50 at most: {Part, Bytes},
%% the part a key or, of a tuple or list, a number from 1. Bytes include binaries outside the heap.
-spec sizes(term(), cut:limits()) -> [{term(), non_neg_integer()}].
sizes(Term, Limits) ->
    Sizes = [{bytes(Value), Key} || {Key, Value} <- parts(Term)],
    [{cut:term(Key, Limits#{bytes := ?KEY_BYTES}), Bytes} || {Bytes, Key} <- lists:sublist(lists:reverse(lists:sort(Sizes)), ?MAX_PARTS)].

%% What is at a path: {ok, Value, Trail}, or how far it leads: {lost, Steps, There}.
%% A step is {element, N} of a tuple or list, from 1, or {key, Marked} of a map or a
%% list of pairs; an element of a map is a key, too. The trail are the names on the
%% way: keys, and the first elements of tuples; see schemas:trail/2.
-spec at([{element, integer()} | {key, term()}], term(), cut:limits()) ->
          {ok, term(), [term()]} | {lost, non_neg_integer(), term()}.
at(Path, Term, Limits) ->
    at(Path, Term, Limits, []).

%% ---------------------------------------------------------------------------

-spec parts(term()) -> [{term(), term()}].
parts(Map) when is_map(Map) -> maps:to_list(Map);
parts(Tuple) when is_tuple(Tuple) -> numbered(tuple_to_list(Tuple));
parts(List) when is_list(List) ->
    try lists:all(fun(Part) -> tuple_size(Part) =:= 2 end, List) of
        true -> List;
        false -> numbered(List)
    catch
        error:_ -> try numbered(List) catch error:_ -> [] end
    end;
parts(_) -> [].

-spec numbered([Part]) -> [{pos_integer(), Part}].
numbered(List) -> lists:zip(lists:seq(1, length(List)), List).

%% Its heap and, where there is more of it in binaries, these.
-spec bytes(term()) -> non_neg_integer().
bytes(Term) ->
    erlang:max(words(Term) * erlang:system_info(wordsize), case cut:few([Term], ?MAX_COUNTED) of
                                                               true -> erlang:external_size(Term);
                                                               false -> 0
                                                           end).

%% In words. What is shared counts as often as it is held only where that is seldom: to count
%% it could take for ever. In a copy only constants are shared, and these count nothing.
-spec words(term()) -> non_neg_integer().
words(Term) ->
    case erts_debug:size_shared(Term) of
        Words when Words < ?MAX_FLAT ->
            case cut:few([Term], ?MAX_FLAT) of true -> erts_debug:flat_size(Term); false -> Words end;
        Words -> Words
    end.

-spec at([{element, integer()} | {key, term()}], term(), cut:limits(), [term()]) ->
          {ok, term(), [term()]} | {lost, non_neg_integer(), term()}.
at([], Term, Limits, Trail) ->
    {ok, Term, [case Name of
                    {field, Module, Key} when is_atom(Module), is_atom(Key) -> Name;
                    _ -> cut:term(Name, Limits)
                end || Name <- lists:reverse(Trail)]};
at([Step | Path], Term, Limits, Trail) ->
    case step(Step, Term) of
        {ok, Value, Name} -> at(Path, Value, Limits, [Name | Trail]);
        none -> {lost, length(Trail), there(Term, Limits)}
    end.

-spec step({element, integer()} | {key, term()}, term()) -> {ok, Value :: term(), Name :: term()} | none.
step({element, N}, Tuple) when is_tuple(Tuple), N >= 1, N =< tuple_size(Tuple) ->
    {ok, element(N, Tuple), case element(1, Tuple) of Name when is_atom(Name) -> Name; _ -> none end};
step({element, N}, [_ | _] = List) when N >= 1 ->
    try {ok, lists:nth(N, List), none} catch error:_ -> none end;
step({element, N}, Map) when is_map(Map) ->
    found(maps:find(N, Map), N);
step({key, Marked}, Term) ->
    Key = marked:term(Marked),
    case Term of
        #{} -> found(maps:find(Key, Term), schemas:field(Term, Key));
        [_ | _] ->
            %% It may have an improper tail.
            try lists:keyfind(Key, 1, Term) of
                {_, Value} -> {ok, Value, Key};
                _ -> none
            catch error:_ -> none
            end;
        _ -> none
    end;
step(_, _) ->
    none.

-spec found({ok, term()} | error, term()) -> {ok, Value :: term(), Name :: term()} | none.
found({ok, Value}, Key) -> {ok, Value, Key};
found(error, _Key) -> none.

%% What there is instead, without what it holds: {map, Size, Some keys}, {Kind, Size, []}.
-spec there(term(), cut:limits()) -> {Kind :: atom(), Size :: non_neg_integer(), Keys :: term()}.
there(Map, #{bytes := Bytes} = Limits) when is_map(Map) ->
    Keys = lists:sublist(maps:keys(Map), ?MAX_KEYS),
    {map, map_size(Map), cut:term(Keys, Limits#{depth := 2, bytes := erlang:min(Bytes, ?KEYS_BYTES)})};
there([Head | _] = List, Limits) ->
    try length(List) of
        Length when is_tuple(Head), tuple_size(Head) =:= 2 ->
            {_, _, Keys} = there(maps:from_list([Pair || {_, _} = Pair <- lists:sublist(List, ?MAX_KEYS)]), Limits),
            {list, Length, Keys};
        Length -> {list, Length, []}
    catch error:badarg -> {improper_list, 0, []}
    end;
there(Tuple, _Limits) when is_tuple(Tuple) -> {tuple, tuple_size(Tuple), []};
there(Binary, _Limits) when is_binary(Binary) -> {binary, byte_size(Binary), []};
there(_, _Limits) -> {term, 1, []}.
