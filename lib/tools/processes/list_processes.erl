%% The processes that are first by one measure, as it is or by how much it has grown
%% in a window, among all or among those that pass some filters.
-module(list_processes).
-export([run/2]).

%% Answers #{total, matched, word_bytes, window_ms, processes, ended}: `processes` as
%% {Columns, Rows}, with `value` the measure or its growth, `none` where the row has
%% it anyway; `window_ms` is 0 for no window. `ended` is of those that are no more there:
%% how many of them have been there before, how many have come and gone, and the first
%% by the measure, or that were at work before, as {Columns, Rows}.
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

%% Only more than `least` counts from now on.
start(Least) ->
    #{best => [], floor => Least, least => Least, matched => 0}.

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
%% can be among the first: [{-Value, Pid}]. The first calls functions of OTP only.
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
                 _ -> Above(lists:zip(Values, Pids), {{'_', '$1'}, '$2'}, Least, {{{'-', Number}, '$2'}})
             end}
    end.

chosen(Item, Limit, Plan) ->
    fun(Pids, Values, Hint) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, none, Plan)),
            pick(numbers(Item, Rows, Plan), Mine, Limit, Hint)
    end.

grown(Item, Limit, Plan) ->
    fun(Pids, Values, {Known, Hint}) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, Known, Plan)),
            Before = bulk:select(Rows, [{[{'_', '$1'} | '_'], [], ['$1']}]),
            pick(lists:zipwith(fun erlang:'-'/2, numbers(Item, Rows, Plan), Before), Mine, Limit, Hint)
    end.

numbers(Item, Rows, Plan) ->
    selection:numbers(Item, Rows, fun(V) -> selection:pattern([{Item, V}], Plan) end).

%% With facts of those that may come first: when the answer is made they may be gone.
pick(Numbers, Pids, Limit, #{least := Least, floor := Floor}) ->
    Above = bulk:select(lists:zip(Numbers, Pids),
                        [{{'$1', '$2'}, [{'>', '$1', Floor}], [{{{'-', '$1'}, '$2'}}]}]),
    Picked = lists:sublist(lists:sort(bulk:select(Above, [{{'$1', '_'}, [{'<', '$1', -Least}], ['$_']}])), Limit),
    Facts = maps:from_list(window:facts([Pid || {_, Pid} <- Picked])),
    {length(Above), [{Number, Pid, maps:get(Pid, Facts, none)} || {Number, Pid} <- Picked]}.

%% The largest value first, then in the order of pids.
step({all, Picked}, Limit, State) ->
    step({length(Picked), Picked}, Limit, State);
step({Matching, Picked}, Limit, #{best := Best, matched := Matched, floor := Floor} = State) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    State#{best => Best1, matched => Matched + Matching,
           least => case length(Best1) of
                        Limit -> -element(1, lists:last(Best1));
                        _ -> Floor
                    end}.

answer(#{best := Best, matched := Matched}, Item, Limit,
       #{total := Total, waited := Waited, ended := Ended, short := Short, busy := Busy}, Call) ->
    {Columns, Rows} = process_rows:of_processes([element(2, First) || First <- Best], Call),
    Values = maps:from_list([{element(2, First), value(Item, -element(1, First), Waited, Columns)} || First <- Best]),
    Shown = maps:from_list([{hd(Row), true} || Row <- Rows]),
    Missing = [First || First <- Best, not is_map_key(element(2, First), Shown)],
    Idle = [{none, Pid, Facts} || {Pid, Facts} <- Busy, not is_map_key(Pid, Values)],
    Gone = maps:from_list(sweep:read([element(2, First) || First <- Missing ++ Idle], [status], Call)),
    #{total => Total, matched => Matched, window_ms => Waited,
      word_bytes => erlang:system_info(wordsize), by_key => identity:by_key(),
      processes => {Columns ++ [value],
                    [Row ++ [maps:get(hd(Row), Values)] || Row <- Rows]},
      ended => {Ended, Short, lists:sublist([ended(First, Item) || First <- Missing ++ Idle,
                                                                   maps:get(element(2, First), Gone, silent) =:= undefined],
                                            Limit)}}.

%% {Pid, Value, [Name, InitialCall, CurrentFunction] | none}.
ended({none, Pid, Facts}, _Item) -> {Pid, none, Facts};
ended({Number, Pid, Facts}, Item) -> {Pid, -Number * unit(Item), Facts};
ended({Number, Pid}, Item) -> {Pid, -Number * unit(Item), none}.

value(Item, Number, Waited, Columns) ->
    case Waited =:= 0 andalso lists:member(Item, Columns) of
        true -> none;
        false -> Number * unit(Item)
    end.

%% Bytes of it, where it is counted in words.
unit(Item) when Item =:= total_heap_size; Item =:= stack_size ->
    erlang:system_info(wordsize);
unit(_Item) ->
    1.
