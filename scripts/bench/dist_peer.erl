%% The measure of beamtap's calls: the same calls from one BEAM to another, by
%% erpc, timed there.
-module(dist_peer).
-export([one_by_one/2, at_once/3, keep/1, kept/0]).

%% Microseconds for Count calls one after another.
-spec one_by_one(node(), non_neg_integer()) -> Microseconds :: non_neg_integer().
one_by_one(Node, Count) ->
    {Time, ok} = timer:tc(fun() -> calls(Node, Count) end),
    Time.

%% Microseconds for Count calls by so many processes at once.
-spec at_once(node(), pos_integer(), non_neg_integer()) -> Microseconds :: non_neg_integer().
at_once(Node, Processes, Count) ->
    {Time, ok} = timer:tc(fun() ->
        Workers = [spawn_monitor(fun() -> calls(Node, Count div Processes) end)
                   || _ <- lists:seq(1, Processes)],
        [receive {'DOWN', Ref, process, Pid, normal} -> ok end || {Pid, Ref} <- Workers],
        ok
    end),
    Time.

-spec calls(node(), non_neg_integer()) -> ok.
calls(_, 0) -> ok;
calls(Node, Count) ->
    1 = erpc:call(Node, erlang, abs, [-1]),
    calls(Node, Count - 1).

%% A binary to ask for later, so that making it is not timed.
-spec keep(non_neg_integer()) -> ok.
keep(Size) ->
    persistent_term:put(?MODULE, binary:copy(<<"0123456789">>, Size div 10)).

-spec kept() -> binary().
kept() ->
    persistent_term:get(?MODULE).
