%% Top processes by one measure or by its growth in a window, among all or among those that pass
%% filters.
%%
%% The body of the call sweeps all processes in chunks; workers read each chunk and send back only
%% rows that can still be among the first. A window sweeps twice and keeps the first look in a
%% table of ours (see window). Nothing on the node is changed: if the call dies, its workers and
%% tables go with it, and what was found so far is the report.
-module(list_processes).
-export([run/2]).

%% Answers #{total, matched, window_ms, processes, ended, not_read}: `window_ms` without a window,
%% and `ended` where no process has, are `none`. `processes` is a table of process_rows with
%% `value`: the measure where no other column has it, or its growth. `ended` is
%% #{count, came_and_went, first}: how many of the first look are gone, how many have come and
%% gone, and a table of the first by the measure, then of some that were at work.
-spec run(#{sort := atom(), limit := pos_integer(), min := non_neg_integer(),
            window_ms := non_neg_integer(), filters := map()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sort := Item, limit := Limit, min := Min, window_ms := Window, filters := Filters}, Call) ->
    Least = (Min + unit(Item) - 1) div unit(Item),
    {Total, Everyone} = sweep:everyone(Call),
    case Window of
        0 ->
            Plan = selection:plan(Filters, [Item], false, Call),
            Seen = #{total => Total, waited => 0, ended => 0, short => none, busy => []},
            {State, Cost} = sweep:again(question(Item, Limit, Plan, Seen, Call), start(Least - 1), Everyone, Call),
            {answer(State, Item, Limit, Seen, Call), Cost};
        _ ->
            #{samples := Samples, cost := Cost} = Seen = window:samples(Item, Everyone, Window, Call),
            Plan = selection:plan(Filters, [Item], true, Call),
            Known = case maps:size(Filters) of 0 -> Seen; _ -> Seen#{busy := []} end,
            {State, Again} = sweep:again(question(Item, Limit, Plan, Known, Call),
                                         start(erlang:max(0, Least - 1)), Samples, Call),
            {answer(State, Item, Limit, Known, Call), window:add(Cost, Again)}
    end.

%% ---------------------------------------------------------------------------

%% A process by its value, negative so that the largest comes first, with what is told should it end.
-type ranked() :: {integer(), pid(), window:facts()}.
%% Of one that was gone, or of which none were asked for.
-define(NO_FACTS, [[], none, none]).

%% From now on only values above `least` count.
-spec start(integer()) -> map().
start(Least) ->
    #{best => [], floor => Least, least => Least, matched => 0}.

-spec question(term(), pos_integer(), selection:plan(), map(), envelope:call()) -> map().
question(Item, Limit, Plan, #{waited := Waited} = Seen, Call) ->
    Simple = Waited =:= 0 andalso Item =/= binary andalso selection:all(Plan, Item),
    #{item => case Simple of true -> Item; false -> maps:get(ask, Plan) end,
      pick => case {Simple, Waited} of
                  {true, _} -> simple(Item);
                  {false, 0} -> chosen(Item, Limit, Plan);
                  {false, _} -> grown(Item, Limit, Plan)
              end,
      step => fun(Picked, State) -> step(Picked, Limit, State) end,
      report => fun(State, Cost) ->
                        envelope:report(answer(State, Item, Limit, Seen, Call), Cost, Call)
                end,
      hint => fun(State) -> maps:with([floor, least], State) end}.

%% These run in the workers: how many pass the filters and the floor, and those that
%% can be among the first: [{-Value, Pid, Facts}]. The first calls functions of OTP only.
-spec simple(term()) -> fun(([pid()], [term()], term()) -> {non_neg_integer() | all, [tuple()]}).
simple(Item) ->
    Number = case lists:member(Item, [links, monitors]) of
                 true -> {length, '$1'};
                 false -> '$1'
             end,
    fun(Pids, Values, #{least := Least, floor := Floor}) ->
            Above = fun(Rows, Head, Bound, Body) ->
                            Spec = [{Head, [{'>', Number, Bound}], [Body]}],
                            ets:match_spec_run(Rows, ets:match_spec_compile(Spec))
                    end,
            {case Floor of
                 -1 -> length(Pids);
                 Least -> all;
                 _ -> length(Above(Values, {'_', '$1'}, Floor, true))
             end,
             %% Most chunks have none, and need not be put together with their pids.
             case Above(Values, {'_', '$1'}, Least, true) of
                 [] -> [];
                 _ -> Above(lists:zip(Values, Pids), {{'_', '$1'}, '$2'}, Least, {{{'-', Number}, '$2', ?NO_FACTS}})
             end}
    end.

-spec chosen(term(), pos_integer(), selection:plan()) -> fun(([pid()], [term()], term()) -> tuple()).
chosen(Item, Limit, Plan) ->
    fun(Pids, Values, Hint) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, none, Plan)),
            pick(numbers(Item, Rows, Plan), Mine, Limit, Hint)
    end.

-dialyzer({no_improper_lists, grown/3}).
-spec grown(term(), pos_integer(), selection:plan()) -> fun(([pid()], [term()], term()) -> tuple()).
grown(Item, Limit, Plan) ->
    fun(Pids, Values, {Known, Hint}) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, Known, Plan)),
            Before = bulk:select(lists:zip(Mine, Rows), [{{'_', [{'_', '$1'} | '_']}, [], ['$1']}]),
            pick(lists:zipwith(fun erlang:'-'/2, numbers(Item, Rows, Plan), Before), Mine, Limit, Hint)
    end.

-spec numbers(term(), [tuple()], selection:plan()) -> [integer()].
numbers(Item, Rows, Plan) ->
    selection:numbers(Item, Rows, fun(V) -> selection:pattern([{Item, V}], Plan) end).

%% With facts of those that may come first: when the answer is made they may be gone.
-spec pick([integer()], [pid()], pos_integer(), map()) -> {non_neg_integer() | all, [tuple()]}.
pick(Numbers, Pids, Limit, #{least := Least, floor := Floor}) ->
    Above = bulk:select(lists:zip(Numbers, Pids),
                        [{{'$1', '$2'}, [{'>', '$1', Floor}], [{{{'-', '$1'}, '$2'}}]}]),
    Picked = lists:sublist(lists:sort(bulk:select(Above, [{{'$1', '_'}, [{'<', '$1', -Least}], ['$_']}])), Limit),
    Facts = maps:from_list(window:facts([Pid || {_, Pid} <- Picked])),
    {length(Above), [{Number, Pid, maps:get(Pid, Facts, ?NO_FACTS)} || {Number, Pid} <- Picked]}.

%% The largest value first, then in the order of pids.
-spec step({non_neg_integer() | all, [tuple()]}, pos_integer(), map()) -> map().
step({all, Picked}, Limit, State) ->
    step({length(Picked), Picked}, Limit, State);
step({Matching, Picked}, Limit, #{best := Best, matched := Matched, floor := Floor} = State) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    State#{best => Best1, matched => Matched + Matching,
           least => case length(Best1) of
                        Limit -> {Number, _, _} = lists:last(Best1), -Number;
                        _ -> Floor
                    end}.

-spec answer(map(), atom(), pos_integer(), map(), envelope:call()) -> #{atom() => term()}.
answer(#{best := Best, matched := Matched}, Item, Limit,
       #{total := Total, waited := Waited, ended := Ended, short := Short, busy := Busy}, Call) ->
    {Columns, Rows} = process_rows:of_processes([Pid || {_, Pid, _} <- Best], Call),
    Values = maps:from_list([{Pid, value(Item, -Number, Waited)} || {Number, Pid, _} <- Best]),
    Shown = maps:from_list([{hd(Row), true} || Row <- Rows]),
    Missing = [One || {_, Pid, _} = One <- Best, not is_map_key(Pid, Shown)],
    Idle = [{none, Pid, Facts} || {Pid, Facts} <- Busy, not is_map_key(Pid, Values)],
    Gone = maps:from_list(sweep:read([Pid || {_, Pid, _} <- Missing ++ Idle], [status], Call)),
    First = lists:sublist([ended_row(One, Item) || {_, Pid, _} = One <- Missing ++ Idle,
                                                   maps:get(Pid, Gone, silent) =:= undefined], Limit),
    #{total => Total, matched => Matched, not_read => process_rows:not_read(),
      window_ms => case Waited of 0 -> none; _ -> Waited end,
      processes => {Columns ++ [value],
                    [Row ++ [maps:get(hd(Row), Values)] || Row <- Rows]},
      ended => ended(Ended, Short, First)}.

-spec ended(non_neg_integer(), non_neg_integer() | none, [tuple()]) -> map() | none.
ended(0, Short, []) when Short =:= 0; Short =:= none ->
    none;
ended(Count, Short, First) ->
    #{count => Count, came_and_went => Short,
      first => {[pid, value, registered_name, initial_call, current_function], First}}.

-spec ended_row(ranked() | {none, pid(), window:facts()}, atom()) -> [term()].
ended_row({none, Pid, Facts}, _Item) -> [Pid, none | Facts];
ended_row({Number, Pid, Facts}, Item) -> [Pid, -Number * unit(Item) | Facts].

%% Rows have the other measures anyway.
-spec value(atom(), integer(), non_neg_integer() | none) -> integer() | none.
value(Item, _Number, 0) when Item =/= binary, Item =/= links, Item =/= monitors -> none;
value(Item, Number, _Waited) -> Number * unit(Item).

%% Bytes per unit: measures in words become bytes.
-spec unit(atom()) -> pos_integer().
unit(Item) when Item =:= total_heap_size; Item =:= stack_size ->
    erlang:system_info(wordsize);
unit(_Item) ->
    1.
