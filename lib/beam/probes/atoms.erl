%% The atom table, whose entries are never freed.
-module(atoms).
-export([newest/1]).

%% The names of the atoms made last, the newest first. Uses the tag by which a node
%% refers to its own table in terms that it keeps for itself: none is made by it,
%% and a release that does not know it answers with none.
-spec newest(non_neg_integer()) -> [binary()].
newest(Limit) ->
    Count = erlang:system_info(atom_count),
    Indexes = lists:seq(Count - 1, erlang:max(0, Count - Limit), -1),
    try [atom_to_binary(binary_to_term(<<131, 75, Index:24>>, [safe]), utf8) || Index <- Indexes]
    catch error:_ -> []
    end.
