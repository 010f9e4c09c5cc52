%% Makes answers small on the node where the terms are.
%%
%% Pure. Runs wherever the term is: in the body, in a worker, or in a tracer. Interpreted, it takes
%% 20 to 100 us for a term of some elements, and never more than its limits allow.
-module(cut).
-export([text/2, chars/2, term/2, label/1, few/2]).
-export_type([limits/0]).

%% For a text: deeper and wider than anybody reads in a line.
-define(TEXT_DEPTH, 6).
-define(TEXT_WIDTH, 20).
%% A part of a term takes this many characters of a text at most, as a rule.
-define(PARTS_A_CHARACTER, 4).
%% For a label or an id: texts of 64 characters are whole, as UTF-8 too.
-define(LABEL, #{depth => 4, width => 256, bytes => 400}).
%% What is external counts as one part for each of these bytes.
-define(PART_BYTES, 16).
%% About what {'$cut', Kind, Size, []} and the head of a container take in the External Term Format.
-define(MARK_BYTES, 20).
-define(HEAD_BYTES, 5).
%% A leaf of so few bytes is whole in any width: a large float, a pid with the name of its node.
-define(LEAF_BYTES, 64).
%% Parts of the variables of a fun that is shown whole.
-define(FUN_PARTS, 64).
%% An improper list is counted up to here: what it takes for more is better not waited for.
-define(MAX_COUNTED, 100000).
-define(ELLIPSIS, 16#2026).

-type limits() :: #{depth := non_neg_integer(), width := pos_integer(),
                    bytes := pos_integer()}.

%% A term as Erlang text of about this many characters at most.
-spec text(term(), pos_integer()) -> binary().
text(Term, Characters) ->
    %% Formatting visits shared parts each time they occur.
    Bounded = case few([Term], ?PARTS_A_CHARACTER * Characters) of
                  true -> Term;
                  false -> term(Term, #{depth => ?TEXT_DEPTH, width => ?TEXT_WIDTH, bytes => Characters})
              end,
    unicode:characters_to_binary(
      io_lib:format("~0tp", [Bounded], [{chars_limit, Characters}])).

%% At most this many characters of a string, and an ellipsis for the rest; other terms as in
%% text/2.
-spec chars(term(), pos_integer()) -> binary().
chars(Chars, Characters) ->
    Rest = fun() -> [?ELLIPSIS || not string:is_empty(string:slice(Chars, Characters, 1))] end,
    try unicode:characters_to_binary([string:slice(Chars, 0, Characters) | Rest()]) of
        Text when is_binary(Text) -> Text;
        _ -> text(Chars, Characters)
    catch
        error:_ -> text(Chars, Characters)
    end.

%% A term bounded in depth, in width (elements of a list, tuple or map, bytes of
%% anything else) and in bytes as a whole. What is too large becomes
%% {'$cut', Kind, Size, Kept}: its true size, in elements or bytes, and what was
%% kept of it: the first elements, the first pairs of a map, with the name of a struct, the first bytes. A tuple of
%% the node that looks so becomes {'$cut', tuple, 4, Elements}.
-spec term(term(), limits()) -> term().
term(Term, #{depth := Depth, width := Width, bytes := Bytes}) ->
    {Cut, _Left} = walk(Term, Depth, Width, Bytes),
    Cut.

%% A term that names something, such as a label or an id, for people to read: texts of 64 characters
%% are whole.
-spec label(term()) -> term().
label(Term) ->
    term(Term, ?LABEL).

%% Whether terms have so few parts in all, each counted as often as it is held.
-spec few([term()], integer()) -> boolean().
few([], _Left) -> true;
few(_, Left) when Left =< 0 -> false;
few([Binary | Terms], Left) when is_binary(Binary) -> few(Terms, Left - byte_size(Binary) div ?PART_BYTES - 1);
few([Term | Terms], Left) ->
    case open(Term, Left) of
        leaf -> few(Terms, Left - erlang:external_size(Term) div ?PART_BYTES - 1);
        {closure, Free} -> few(Free ++ Terms, Left - 1);
        {_, Size, _} when Size > Left -> false;
        {_, _, Elements} ->
            Parts = lists:append([case Part of {element, One} -> [One]; {pair, Key, Value} -> [Key, Value] end
                                  || Part <- Elements]),
            few(Parts ++ Terms, Left - 1)
    end.

%% ---------------------------------------------------------------------------

-spec walk(term(), integer(), non_neg_integer(), integer()) -> {Cut :: term(), Left :: integer()}.
walk(Binary, _Depth, Width, Left) when is_binary(Binary) ->
    case erlang:max(0, erlang:min(Width, Left)) of
        Keep when byte_size(Binary) =< Keep ->
            {Binary, Left - byte_size(Binary) - ?HEAD_BYTES};
        Keep ->
            %% Copied, because the part would keep the whole binary alive.
            Kept = binary:copy(binary:part(Binary, 0, Keep)),
            {{'$cut', binary, byte_size(Binary), Kept}, Left - Keep - ?MARK_BYTES}
    end;
walk(Term, Depth, Width, Left) ->
    case open(Term, Width) of
        {tuple, 4, [{element, Mark} | _] = Elements} when is_atom(Mark), Depth > 0 ->
            {Kept, Left1} = walk_all(Elements, Depth - 1, Width, Left - ?HEAD_BYTES),
            case atom_to_list(Mark) of
                "$cut" -> {{'$cut', tuple, 4, Kept}, Left1 - ?MARK_BYTES};
                _ -> {close(tuple, 4, Kept), Left1}
            end;
        {Kind, Size, Elements} when Depth > 0 ->
            {Kept, Left1} = walk_all(Elements, Depth - 1, Width, Left - ?HEAD_BYTES),
            {close(Kind, Size, Kept), Left1};
        {map, Size, _} ->
            Named = [{Key, Name} || {Key, Name} <- name(Term), is_atom(Name)],
            {{'$cut', map, Size, Named}, Left - ?MARK_BYTES - ?MARK_BYTES * length(Named)};
        {Kind, Size, _} ->
            {{'$cut', Kind, Size, []}, Left - ?MARK_BYTES};
        {closure, Free} ->
            %% Its variables may share so much that their size as sent cannot be computed.
            case Depth > 0 andalso few(Free, ?FUN_PARTS) of
                true -> {Term, Left - erlang:external_size(Term)};
                _ -> {{'$cut', 'fun', erts_debug:size_shared(Term) * erlang:system_info(wordsize), []}, Left - ?MARK_BYTES}
            end;
        leaf ->
            case erlang:external_size(Term) of
                Size when Size =< ?LEAF_BYTES; Size =< Width -> {Term, Left - Size};
                Size -> {{'$cut', kind(Term), Size, []}, Left - ?MARK_BYTES}
            end
    end.

-spec walk_all([{pair, term(), term()} | {element, term()}], integer(), non_neg_integer(), integer()) ->
          {[term()], Left :: integer()}.
walk_all([Element | Elements], Depth, Width, Left) when Left > 0 ->
    {Cut, Left1} = walk_one(Element, Depth, Width, Left),
    {Cuts, Left2} = walk_all(Elements, Depth, Width, Left1),
    {[Cut | Cuts], Left2};
walk_all(_, _Depth, _Width, Left) ->
    {[], Left}.

-spec walk_one({pair, term(), term()} | {element, term()}, integer(), non_neg_integer(), integer()) ->
          {term(), Left :: integer()}.
walk_one({pair, Key, Value}, Depth, Width, Left) ->
    {CutKey, Left1} = walk(Key, Depth, Width, Left),
    {CutValue, Left2} = walk(Value, Depth, Width, Left1),
    {{CutKey, CutValue}, Left2};
walk_one({element, Element}, Depth, Width, Left) ->
    walk(Element, Depth, Width, Left).

%% The pair of a struct that has its name. A node without Elixir may lack the atom of its key,
%% and does not get it from us.
-spec name(map()) -> [{atom(), term()}].
name(Map) ->
    try binary_to_existing_atom(<<"__struct__">>, utf8) of
        Key -> [{Key, Name} || {ok, Name} <- [maps:find(Key, Map)]]
    catch error:badarg -> []
    end.

%% Takes a container apart, as far as its width goes.
-spec open(term(), non_neg_integer()) ->
          {tuple | map | list | improper_list, pos_integer(), [{pair, term(), term()} | {element, term()}]}
              | {closure, [term()]} | leaf.
open(Tuple, Width) when tuple_size(Tuple) > 0 ->
    Indexes = lists:seq(1, erlang:min(Width, tuple_size(Tuple))),
    {tuple, tuple_size(Tuple), [{element, element(I, Tuple)} || I <- Indexes]};
%% The name of a struct comes first, so that it is kept.
open(Map, Width) when map_size(Map) > 0 ->
    Name = name(Map),
    Fields = maps:next(maps:iterator(maps:without([Key || {Key, _} <- Name], Map))),
    {map, map_size(Map), [{pair, Key, Value} || {Key, Value} <- Name] ++ pairs(Fields, Width - length(Name))};
open([_ | _] = List, Width) ->
    try {list, length(List), [{element, E} || E <- lists:sublist(List, Width)]}
    catch error:badarg -> improper(List, Width, 0, [])
    end;
open(Fun, _Width) when is_function(Fun) ->
    case erlang:fun_info(Fun, env) of
        {env, [_ | _] = Free} -> {closure, Free};
        _ -> leaf
    end;
open(_, _Width) ->
    leaf.

%% Its elements, and its tail as the last of them.
-spec improper(term(), non_neg_integer(), non_neg_integer(), [{element, term()}]) ->
          {improper_list, pos_integer(), [{element, term()}]}.
improper([Element | Tail], Width, Size, Elements) when Size < Width ->
    improper(Tail, Width, Size + 1, [{element, Element} | Elements]);
improper([_ | Tail], Width, Size, Elements) when Size < ?MAX_COUNTED ->
    improper(Tail, Width, Size + 1, Elements);
improper(Tail, Width, Size, Elements) when Size < Width ->
    {improper_list, Size + 1, lists:reverse(Elements, [{element, Tail}])};
improper(_Tail, _Width, Size, Elements) ->
    {improper_list, Size + 1, lists:reverse(Elements)}.

pairs({Key, Value, Iterator}, Width) when Width > 0 ->
    [{pair, Key, Value} | pairs(maps:next(Iterator), Width - 1)];
pairs(_, _Width) ->
    [].

-spec close(tuple | map | list | improper_list, pos_integer(), [term()]) -> term().
close(Kind, Size, Kept) when length(Kept) < Size -> {'$cut', Kind, Size, Kept};
close(list, _Size, Kept) -> Kept;
close(improper_list, _Size, Kept) ->
    [Tail | Elements] = lists:reverse(Kept),
    lists:foldl(fun(Element, Rest) -> [Element | Rest] end, Tail, Elements);
close(tuple, _Size, Kept) -> list_to_tuple(Kept);
close(map, Size, Kept) ->
    case maps:from_list(Kept) of
        Map when map_size(Map) =:= Size -> Map;
        _ -> {'$cut', map, Size, Kept}
    end.

kind(Term) when is_integer(Term) -> integer;
kind(Term) when is_bitstring(Term) -> bitstring;
kind(Term) when is_function(Term) -> 'fun';
kind(_) -> term.
