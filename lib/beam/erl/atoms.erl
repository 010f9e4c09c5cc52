%% The atom table, whose entries are never freed.
%%
%% Runs in the body: a microsecond per atom reported. Only reads, and creates none.
-module(atoms).
-export([newest/2]).

%% Extra names to report: lib/beam/newest_atoms.ts leaves out those that our own functions bring,
%% which are fewer.
-define(SPARE, 250).

%% {Limit, names of the newest atoms, newest first}, without those that preloading made. Uses the tag
%% by which a node refers to its own atom table in terms that it keeps for itself: that creates no
%% atom, and a release that does not know the tag returns none.
-spec newest(non_neg_integer(), envelope:call()) -> {non_neg_integer(), [binary()]}.
newest(Limit, #{own_atoms := {From, Before}}) ->
    Newer = last(erlang:system_info(atom_count), Before, Limit + ?SPARE),
    Indexes = Newer ++ last(From, 0, Limit + ?SPARE - length(Newer)),
    {Limit,
     try [atom_to_binary(binary_to_term(<<131, 75, Index:24>>, [safe]), utf8) || Index <- Indexes]
     catch error:_ -> []
     end}.

%% At most Limit numbers below High, down to Low.
-spec last(non_neg_integer(), non_neg_integer(), integer()) -> [non_neg_integer()].
last(High, Low, Limit) ->
    lists:seq(High - 1, erlang:max(Low, High - Limit), -1).
