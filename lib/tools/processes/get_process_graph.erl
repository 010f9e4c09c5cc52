%% Relations between processes: links, monitors, who spawned whom, who waits for whom.
%%
%% The body of the call reads processes through workers, level by level around one; of the whole
%% node it sweeps all of them, and keeps who spawned whom in a table of ours (see family). Nothing
%% on the node is changed: if the call dies, its workers and tables go with it.
-module(get_process_graph).
-export([run/2]).

%% Maximum rows of processes.
-define(MAX_NODES, 150).
%% Of a process that knows very many, the first are enough to fill any answer.
-define(MAX_NEIGHBOURS, 300).
%% Maximum roots of trees in an answer.
-define(MAX_ROOTS, 100).
%% Children shown of each parent, at least.
-define(MIN_CHILDREN, 3).
%% Maximum parents that are looked for, and of those that have ended, counted and shown.
-define(MAX_PARENTS, 100000).
-define(MAX_ORPHANED, 5000).
-define(MAX_ORPHANS, 10).

%% Answers #{nodes, edges, truncated_graph}: nodes as process_rows has them, edges as
%% [{From, To, How, Doubtful}]; of waits, also what wait_graph finds, and of spawns
%% #{total, roots, children, orphans}.
-spec run(#{kind := Kind, process := none | names:process(), depth := pos_integer(), limit := pos_integer()},
          envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}
              when Kind :: links | monitors | wait_for | spawned.
run(#{kind := wait_for, process := none, limit := Limit}, Call) ->
    {Found, Cost} = wait_graph:all(Limit, Call),
    {graph(none, Found, Call), Cost};
run(#{kind := wait_for, process := Process, limit := Limit}, Call) ->
    Pid = alive(names:process(Process), Call),
    {graph(Pid, wait_graph:from(Pid, Limit, Call), Call), #{}};
run(#{kind := spawned, process := Process, depth := Depth, limit := Limit}, Call) ->
    identity:readable(parent) orelse envelope:refuse(not_known, parent),
    Root = case Process of
               none -> none;
               _ -> alive(names:process(Process), Call)
           end,
    spawns(Root, Depth, Limit, Call);
run(#{kind := Kind, process := Process, depth := Depth, limit := Limit}, Call) ->
    Root = alive(names:process(Process), Call),
    Ours = ours:processes(Call) -- [Root],
    {Edges, Truncated} = around([Root], #{Root => true}, Kind, Depth, Limit, [], Call#{ours => Ours}),
    {graph(Root, edges(Edges, Truncated), Call), #{}}.

%% ---------------------------------------------------------------------------

%% Refuses a process that has ended or does not answer.
-spec alive(pid(), envelope:call()) -> pid().
alive(Pid, Call) ->
    case sweep:read([Pid], [status], Call) of
        [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
        [] -> envelope:refuse(no_answer, Pid);
        _ -> Pid
    end.

-spec edges([tuple()], boolean()) -> map().
edges(Edges, Truncated) ->
    #{edges => [{From, To, How, none} || {From, To, How} <- Edges], truncated_graph => Truncated}.

%% With rows of the processes here that edges name, the root first.
-spec graph(none | pid(), #{atom() => term()}, envelope:call()) -> #{atom() => term()}.
graph(Root, #{edges := Edges} = Found, Call) ->
    Named = lists:usort(lists:append([[From, To] || {From, To, _, _} <- Edges])),
    Here = [Pid || Pid <- Named, is_pid(Pid), node(Pid) =:= node(), Pid =/= Root],
    Shown = [Root || is_pid(Root)] ++ lists:sublist(Here, ?MAX_NODES),
    Found#{nodes => process_rows:of_processes(Shown, Call)}.

%% Level by level: Limit processes at most. An edge is shown once, from the one that
%% was found first.
-spec around([pid()], #{term() => true}, links | monitors, non_neg_integer(), pos_integer(),
             [Edge], map()) ->
          {[Edge], Truncated :: boolean()} when Edge :: {pid(), term(), atom()}.
around([], _Seen, _Kind, _Depth, _Limit, Edges, _Call) ->
    {lists:reverse(Edges), false};
around(_Level, _Seen, _Kind, 0, _Limit, Edges, _Call) ->
    {lists:reverse(Edges), false};
around(Level, Seen, Kind, Depth, Limit, Edges, Call) ->
    #{ours := Ours} = Call,
    Found = lists:append([[{Pid, To, How} || {How, To} <- neighbours(Kind, Values), not lists:member(To, Ours)]
                          || {Pid, [_ | _] = Values} <- sweep:read(Level, items(Kind), Call)]),
    {Seen1, Next, Edges1, Full} = add(Found, Seen, [], Edges, Limit),
    case Full of
        true -> {lists:reverse(Edges1), true};
        false -> around(lists:reverse(Next), Seen1, Kind, Depth - 1, Limit, Edges1, Call)
    end.

items(links) -> [links];
items(monitors) -> [monitors, monitored_by].

-spec neighbours(links | monitors, [tuple()]) -> [{term(), atom()}].
neighbours(links, [{links, Links}]) ->
    [{link, To} || To <- lists:sublist(Links, ?MAX_NEIGHBOURS)];
neighbours(monitors, [{monitors, Monitors}, {monitored_by, By}]) ->
    [{monitors, To} || {_, To} <- lists:sublist(Monitors, ?MAX_NEIGHBOURS)]
        ++ [{monitored_by, To} || To <- lists:sublist(By, ?MAX_NEIGHBOURS), is_pid(To)].

-spec add([{term(), term(), atom()}], #{term() => true}, [pid()], [tuple()], pos_integer()) ->
          {#{term() => true}, [pid()], [tuple()], Truncated :: boolean()}.
add([], Seen, Next, Edges, _Limit) ->
    {Seen, Next, Edges, false};
add(_Found, Seen, Next, Edges, Limit) when length(Edges) >= 2 * Limit ->
    {Seen, Next, Edges, true};
add([{From, To, How} = Edge | Found], Seen, Next, Edges, Limit) ->
    Known = is_map_key(To, Seen),
    Shown = lists:member({To, From, opposite(How)}, Edges),
    if
        Shown -> add(Found, Seen, Next, Edges, Limit);
        Known -> add(Found, Seen, Next, [Edge | Edges], Limit);
        map_size(Seen) >= Limit -> {Seen, Next, Edges, true};
        is_pid(To), node(To) =:= node() -> add(Found, Seen#{To => true}, [To | Next], [Edge | Edges], Limit);
        true -> add(Found, Seen#{To => true}, Next, [Edge | Edges], Limit)
    end.

opposite(link) -> link;
opposite(monitors) -> monitored_by;
opposite(monitored_by) -> monitors.

%% ---------------------------------------------------------------------------

-spec spawns(none | pid(), pos_integer(), pos_integer(), envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
spawns(Root, Depth, Limit, Call) ->
    {Total, Table, Cost} = family:all(Call),
    Roots = case Root of
                none -> [Pid || {_, Pid} <- ets:lookup(Table, undefined)];
                _ -> [Root]
            end,
    Level = [{none, Pid} || Pid <- lists:sublist(Roots, Limit)],
    {Edges, Counts, Truncated} = below(Level, Table, Depth, Limit, [], []),
    Nodes = lists:sublist([Pid || {_, Pid} <- Level], ?MAX_ROOTS),
    Orphans = case Root of none -> orphans(Table, Call); _ -> [] end,
    Shown = graph(none, edges([{From, To, spawned} || {From, To} <- Edges], Truncated), Call),
    {Shown#{total => Total, roots => Nodes, children => Counts, orphans => Orphans}, Cost}.

%% {Edges, [{Pid, Number of children}], Truncated}: of a parent of many, some.
-spec below([{none | pid(), pid()}], ets:tid(), non_neg_integer(), pos_integer(), [Edge],
            [{pid(), pos_integer()}]) ->
          {[Edge], [{pid(), pos_integer()}], Truncated :: boolean()} when Edge :: {pid(), pid()}.
below([], _Table, _Depth, _Limit, Edges, Counts) ->
    {lists:reverse(Edges), Counts, false};
below(Level, Table, Depth, Limit, Edges, Counts) ->
    Counted = [{Pid, ets:select_count(Table, [{{Pid, '_'}, [], [true]}])} || {_, Pid} <- Level],
    Room = Limit - length(Edges),
    Each = erlang:max(?MIN_CHILDREN, Room div length(Level)),
    Next = case Depth of
               0 -> [];
               _ -> lists:append([some(Table, Pid, Each) || {Pid, Number} <- Counted, Number > 0])
           end,
    Kept = lists:sublist(Next, erlang:max(0, Room)),
    Counts1 = [Count || {_, Number} = Count <- Counted, Number > 0] ++ Counts,
    case length(Kept) < length(Next) of
        true -> {lists:reverse(Edges, Kept), Counts1, true};
        false -> below(Kept, Table, Depth - 1, Limit, lists:reverse(Kept, Edges), Counts1)
    end.

-spec some(ets:tid(), term(), pos_integer()) -> [{term(), pid()}].
some(Table, Pid, Each) ->
    case ets:select(Table, [{{Pid, '$1'}, [], ['$1']}], Each) of
        '$end_of_table' -> [];
        {Pids, _} -> [{Pid, Child} || Child <- lists:sublist(Pids, Each)]
    end.

%% Parents that have ended and have left most children: [{Parent, Number}].
-spec orphans(ets:tid(), envelope:call()) -> [{pid(), pos_integer()}].
orphans(Table, #{until := Until} = Call) ->
    Ask = fun() ->
                  Parents = keys(ets:first(Table), Table, Until - 500, ?MAX_PARENTS),
                  [Pid || Pid <- Parents, is_pid(Pid), node(Pid) =:= node(), not is_process_alive(Pid)]
          end,
    case worker:one(Ask, erlang:max(1, Until - envelope:now_ms() - 300), Call) of
        {ok, Gone} ->
            Counted = [{-ets:select_count(Table, [{{Pid, '_'}, [], [true]}]), Pid}
                       || Pid <- lists:sublist(Gone, ?MAX_ORPHANED)],
            [{Pid, -Number} || {Number, Pid} <- lists:sublist(lists:sort(Counted), ?MAX_ORPHANS)];
        _ ->
            []
    end.

%% No more than that many, and none after `Until`.
-spec keys(term(), ets:tid(), integer(), non_neg_integer()) -> [term()].
keys('$end_of_table', _Table, _Until, _Most) ->
    [];
keys(_Key, _Table, _Until, 0) ->
    [];
keys(Key, Table, Until, Most) ->
    case Most rem 1000 =:= 0 andalso envelope:now_ms() > Until of
        true -> [];
        false -> [Key | keys(ets:next(Table, Key), Table, Until, Most - 1)]
    end.
