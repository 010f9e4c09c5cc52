%% Who waits for whom in a call: from one process on, or on the whole node; and which
%% of them wait for each other.
%%
%% Part of get_process_graph, in the body of its call; `waiting` makes what runs in the workers of
%% a sweep. Nothing on the node is changed, so nothing is left to undo if the call dies.
-module(wait_graph).
-export([all/2, answer/4, from/3]).

%% More waiting processes than these are only counted.
-define(MAX_WAITING, 100000).
%% Maximum rounds of removing processes that nobody waits for: a longer chain may hide a cycle.
-define(ROUNDS, 60).
%% Maximum doubtful edges that are followed, and steps that each is followed.
-define(MAX_DOUBTFUL, 2000).
-define(STEPS, 60).
%% Maximum processes of a path that is looked at, and of a ring that is shown.
-define(MAX_PATH, 1000).
-define(MAX_RING, 20).

%% #{edges, truncated_graph, waiting, cycles, possible_cycles, awaited} and of the whole node
%% `total`. Edges are {From, To, Mfa, Doubtful}: `true` where it may be any of several, else `none`;
%% To is `unknown` if it cannot be seen. Every waiting process has an edge, up to the limit.
%% Cycles are rings of processes that have not moved between two looks at all of them; the
%% possible ones have doubtful edges. `awaited` says for whom most wait: {Target, Number}.
-spec all(pos_integer(), envelope:call()) -> {map(), envelope:cost()}.
all(Limit, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Answer = fun(State) -> answer(State, Total, Limit, Call) end,
    {State, Cost} = sweep:again(#{item => current_function, pick => waiting(waits:functions(), waits:items()),
                                  hint => fun(_) -> none end,
                                  step => fun(Picked, {Rows, Number}) ->
                                                  {keep(Picked, Rows, Number), Number + length(Picked)}
                                          end,
                                  report => fun(State, Cost) -> envelope:report(Answer(State), Cost, Call) end},
                                {[], 0}, Everyone, Call),
    {Answer(State), Cost}.

%% The same, of some that wait: what they say of waits:items(), and how many there are in all.
-spec answer({[tuple()], non_neg_integer()}, non_neg_integer(), pos_integer(), envelope:call()) -> map().
-dialyzer({no_improper_lists, answer/4}).
answer({Rows, Number}, Total, Limit, Call) ->
    Known = waits:edges(Rows, Call),
    Found = maps:from_list([{From, true} || {From, _, _} <- Known]),
    Edges = Known ++ [{Pid, Mfa, [unknown]} || {Pid, [{_, Mfa} | _]} <- Rows, not is_map_key(Pid, Found)],
    Next = next(Known),
    #{cycles := Cycles, possible_cycles := Possible} = Rings
        = cycles(rings(rest(Next, ?ROUNDS), []), Known, Limit, Call),
    Groups = selection:keyed([{maps:get(From, Next, unknown), From} || {From, _, _} <- Edges],
                             [{{'$1', '$2'}, [], ['$1' | '$2']}]),
    Awaited = lists:sublist(lists:sort([{-length(By), To, hd(By)}
                                        || {To, By} <- maps:to_list(Groups), To =/= unknown]), Limit),
    First = maps:from_list([{Pid, 1} || {_, _, Pid} <- Awaited]
                           ++ [{Pid, 0} || Pid <- lists:append(Cycles ++ Possible)]),
    Sorted = lists:keysort(1, [{maps:get(From, First, 2), Edge} || {From, _, _} = Edge <- Edges]),
    Some = lists:append([shown(Edge) || {_, Edge} <- lists:sublist(Sorted, 2 * Limit)]),
    Rings#{total => Total, waiting => Number, awaited => [{To, -N} || {N, To, _} <- Awaited],
           edges => lists:sublist(Some, 2 * Limit),
           truncated_graph => length(Some) > 2 * Limit orelse length(Edges) > 2 * Limit orelse Number > length(Edges)}.

-spec from(pid(), pos_integer(), envelope:call()) -> map().
from(Pid, Limit, Call) ->
    {Chain, End} = waits:chain(Pid, Call),
    Rings = case {End, lists:reverse(Chain)} of
                {cycle, [{_, _, [Back | _]} | _]} ->
                    [lists:dropwhile(fun(P) -> P =/= Back end, [From || {From, _, _} <- Chain])];
                _ -> []
            end,
    Shown = lists:append([shown(Edge) || Edge <- lists:sublist(Chain, Limit)]),
    (cycles(Rings, Chain, Limit, Call))#{edges => Shown, truncated_graph => length(Chain) > Limit,
                                         waiting => length(Chain), awaited => []}.

%% ---------------------------------------------------------------------------

%% Runs in the workers: what those say of themselves that still wait when they are asked.
-dialyzer({no_improper_lists, waiting/2}).
-spec waiting([tuple()], [atom()]) -> fun(([pid()], [term()], term()) -> {[tuple()], non_neg_integer()}).
waiting(Functions, Items) ->
    fun(Pids, Values, _) ->
            Spec = [{{{'_', Function}, '$1'}, [], ['$1']} || Function <- Functions],
            Waiting = ets:match_spec_run(lists:zip(Values, Pids), ets:match_spec_compile(Spec)),
            Said = lists:zipwith(fun erlang:process_info/2, Waiting, lists:duplicate(length(Waiting), Items)),
            Still = [{{'_', [{'_', Function} | '_']}, [], ['$_']} || Function <- Functions],
            ets:match_spec_run(lists:zip(Waiting, Said), ets:match_spec_compile(Still))
    end.

-spec keep([tuple()], [tuple()], non_neg_integer()) -> [tuple()].
keep(Picked, Rows, Number) when Number < ?MAX_WAITING -> Picked ++ Rows;
keep(_Picked, Rows, _Number) -> Rows.

-spec shown(waits:edge()) -> [tuple()].
shown({From, Mfa, [To]}) -> [{From, To, Mfa, none}];
shown({From, Mfa, Targets}) -> [{From, To, Mfa, true} || To <- Targets].

%% #{From => To}: of several, one that waits for From in its turn, else the first.
-spec next([waits:edge()]) -> #{pid() => term()}.
next(Edges) ->
    First = maps:from_list([{From, To} || {From, _, [To | _]} <- Edges]),
    Doubtful = lists:sublist([{From, Targets} || {From, _, [_, _ | _] = Targets} <- Edges], ?MAX_DOUBTFUL),
    maps:merge(First, maps:from_list([{From, To} || {From, Targets} <- Doubtful, To <- lists:reverse(Targets),
                                                    leads(To, From, First, ?STEPS)])).

%% Whether waits lead from a process to another.
-spec leads(term(), pid(), map(), non_neg_integer()) -> boolean().
leads(To, To, _Next, _Steps) -> true;
leads(_Pid, _To, _Next, 0) -> false;
leads(Pid, To, Next, Steps) ->
    case Next of
        #{Pid := Other} -> leads(Other, To, Next, Steps - 1);
        #{} -> false
    end.

%% ---------------------------------------------------------------------------
%% Rings

%% Removes processes that nobody waits for, repeatedly, until only cycles are left.
-spec rest(#{pid() => term()}, non_neg_integer()) -> #{pid() => term()}.
rest(Next, 0) ->
    Next;
rest(Next, Steps) ->
    case maps:with(maps:values(Next), Next) of
        Fewer when map_size(Fewer) =:= map_size(Next) -> Fewer;
        Fewer -> rest(Fewer, Steps - 1)
    end.

-spec rings(#{pid() => term()}, [[pid()]]) -> [[pid()]].
rings(Next, Rings) ->
    case maps:next(maps:iterator(Next)) of
        none -> Rings;
        {Pid, _, _} ->
            Path = follow(Pid, Next, []),
            Ring = case maps:find(lists:last(Path), Next) of
                       {ok, Back} -> lists:dropwhile(fun(P) -> P =/= Back end, Path);
                       error -> []
                   end,
            rings(maps:without(Path, Next), case Ring of [] -> Rings; _ -> [Ring | Rings] end)
    end.

-spec follow(pid(), #{pid() => term()}, [pid()]) -> term().
follow(Pid, Next, Path) ->
    case is_map_key(Pid, Next) andalso not lists:member(Pid, Path) andalso length(Path) < ?MAX_PATH of
        true -> follow(maps:get(Pid, Next), Next, [Pid | Path]);
        false -> lists:reverse(Path)
    end.

%% The processes of the node were not looked at all at once: what looks like a ring
%% may never have been one.
-spec cycles([[pid()]], [waits:edge()], pos_integer(), envelope:call()) ->
          #{cycles | possible_cycles := [[pid()]]}.
cycles(Rings, Edges, Limit, Call) ->
    Lasting = waits:standing([Ring || Ring <- lists:sublist(Rings, Limit)], Call),
    Doubtful = maps:from_list([{From, true} || {From, _, [_, _ | _]} <- Edges]),
    {Possible, Certain} = lists:partition(fun(Ring) -> lists:any(fun(P) -> is_map_key(P, Doubtful) end, Ring) end,
                                          Lasting),
    #{cycles => [lists:sublist(Ring, ?MAX_RING) || Ring <- Certain],
      possible_cycles => [lists:sublist(Ring, ?MAX_RING) || Ring <- Possible]}.
