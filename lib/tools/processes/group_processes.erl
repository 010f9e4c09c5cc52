%% How many processes there are of each kind, for several ideas of kind; or how many
%% have come and gone in a window.
-module(group_processes).
-export([run/2]).

%% Answers #{total, matched, groups, word_bytes, kinds, others} and, of a window,
%% #{window_ms, new, ended, spawned}, the last where it can be told: groups as
%% [{Kind, Number, Sum, Pid}], the Sum of `measure` over them, and one of them; `kinds`
%% how many groups there are, `others` how many processes are in groups that were too
%% small to be kept while counting.
run(#{by := By} = Args, Call) ->
    By =/= parent orelse identity:readable(parent) orelse envelope:refuse(not_known, parent),
    groups(Args, Call).

%% ---------------------------------------------------------------------------

groups(#{by := By, measure := Measure, limit := Limit, window_ms := 0, filters := Filters}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    {Answer, Cost} = count(By, Measure, Limit, Filters, Everyone, #{total => Total}, Call),
    {Answer, Cost};
groups(#{by := By, measure := Measure, limit := Limit, window_ms := Window, filters := Filters}, Call) ->
    Start = envelope:now_ms(),
    {Before, Everyone} = sweep:everyone(Call),
    Mark = window:mark(Call),
    window:wait(Start + Window, Call),
    Spawned = window:spawned(Mark, window:mark(Call)),
    {Now, New} = window:since(Everyone, Call),
    Starts = maps:from_list([{spawned, Spawned - 1} || is_integer(Spawned)]),
    Known = Starts#{total => Now, new => length(New), ended => Before + length(New) - Now,
                    window_ms => envelope:now_ms() - Start},
    count(By, Measure, Limit, Filters, [{New, none}], Known, Call).

count(By, Measure, Limit, Filters, Samples, Known, Call) ->
    Plan = selection:plan(Filters, items(By) ++ [Measure || Measure =/= count], false, Call),
    Answer = fun(State) -> maps:merge(Known, answer(State, By, Measure, Limit, Call)) end,
    Table = case By of initial_call -> initials:table(Call); _ -> none end,
    Question = #{item => maps:get(ask, Plan), pick => picker(By, Measure, Plan, Table),
                 step => fun step/2, hint => fun(_) -> none end,
                 report => fun(State, Cost) -> envelope:report(Answer(State), Cost, Call) end},
    {State, Cost} = sweep:again(Question, #{groups => #{}, matched => 0, others => 0}, Samples, Call),
    {Answer(State), Cost}.

items(initial_call) ->
    case identity:by_key() of
        true -> [{dictionary, '$initial_call'}, initial_call];
        false -> [parent || identity:readable(parent)] ++ [initial_call]
    end;
items(application) -> [group_leader];
items(label) -> [selection:label_item()];
items(Item) -> [Item].

%% Runs in the workers: [{Kind, Number, Sum, Pid}].
picker(By, Measure, Plan, Table) ->
    Heads = heads(By),
    fun(Pids, Values, _) ->
            {Known, Rows} = initials:split(selection:rows(Pids, Values, none, Plan), Table),
            Groups = selection:keyed(
                       lists:zip(Rows, numbers(Measure, Rows, Plan)),
                       [{{{'$8', selection:pattern(Bound, Plan)}, '$9'}, Guards, [Kind | {{'$9', '$8'}}]}
                        || {Bound, Guards, Kind} <- Heads]),
            Told = [Row || {_, Row} <- Known],
            {length(Known) + length(Rows),
             [group(Kind, Members) || {Kind, Members} <- maps:to_list(Groups)]
             ++ [{Mfa, 1, Number, Pid} || {{Mfa, {Pid, _}}, Number} <- lists:zip(Known, numbers(Measure, Told, Plan))]}
    end.

numbers(count, Rows, _Plan) ->
    lists:duplicate(length(Rows), 0);
numbers(Item, Rows, Plan) ->
    {_, Lists} = lists:unzip(Rows),
    selection:numbers(Item, Lists, fun(V) -> selection:pattern([{Item, V}], Plan) end).

%% For match specs: {Patterns for items, Guards, Kind}, the first that fits. Labels of
%% one shape, such as {session, 17}, are one kind.
heads(initial_call) ->
    [{[{{dictionary, '$initial_call'}, {'$1', '$2', '$3'}}],
      [{is_atom, '$1'}, {is_atom, '$2'}, {is_integer, '$3'}], {{'$1', '$2', '$3'}}} || identity:by_key()]
        %% Where it is not known what proc_lib started, it is known for whom.
        ++ [{[{initial_call, {proc_lib, '_', '_'}}, {parent, '$1'}], [], {{parent, '$1'}}}
            || not identity:by_key(), identity:readable(parent)]
        ++ [{[{initial_call, '$1'}], [], '$1'}];
heads(label) ->
    Item = selection:label_item(),
    [{[{Item, '$1'}], [{is_tuple, '$1'}, {'>', {size, '$1'}, 0}, {is_atom, {element, 1, '$1'}}],
      {{label, {element, 1, '$1'}, {size, '$1'}}}},
     {[{Item, '$1'}], [], '$1'}];
heads(By) ->
    [Item] = items(By),
    [{[{Item, '$1'}], [], '$1'}].

group(Kind, Members) ->
    {Numbers, Pids} = lists:unzip(Members),
    {Kind, length(Pids), lists:sum(Numbers), hd(Pids)}.

step({Number, Picked}, #{groups := Groups, matched := Matched} = State) ->
    Groups1 = lists:foldl(fun({Kind, N, Sum, Pid}, Known) ->
                                  {N0, Sum0, Pid0} = maps:get(Kind, Known, {0, 0, Pid}),
                                  Known#{Kind => {N0 + N, Sum0 + Sum, Pid0}}
                          end, Groups, Picked),
    prune(State#{groups := Groups1, matched := Matched + Number}).

%% Where there are thousands of kinds, the smallest are not told apart.
prune(#{groups := Groups, others := Others} = State) when map_size(Groups) > 5000 ->
    Sorted = lists:sort([{-N, Kind} || {Kind, {N, _, _}} <- maps:to_list(Groups)]),
    {Kept, Left} = lists:split(1000, Sorted),
    State#{groups := maps:with([Kind || {_, Kind} <- Kept], Groups),
           others := Others - lists:sum([N || {N, _} <- Left])};
prune(State) ->
    State.

answer(#{groups := Groups, matched := Matched, others := Others}, By, Measure, Limit, Call) ->
    Rows = [{sign(Measure, N, Sum), Kind, N, Sum, Pid} || {Kind, {N, Sum, Pid}} <- maps:to_list(Groups)],
    Shown = lists:sublist(lists:sort(Rows), Limit),
    Known = maps:merge(maps:from_list([{Master, Application} || {Application, Master} <- applications:masters()]),
                       families(Shown, Call)),
    #{matched => Matched, others => Others, kinds => map_size(Groups),
      word_bytes => erlang:system_info(wordsize), by_key => identity:by_key(),
      groups => [{shown(By, Kind, Pid, Known), N, Sum, Pid} || {_, Kind, N, Sum, Pid} <- Shown]}.

%% #{Parent => Its name, Example => Its initial call}, of groups by who has started them.
families(Shown, Call) ->
    {Parents, Examples} = lists:unzip([{Parent, Pid} || {_, {parent, Parent}, _, _, Pid} <- Shown]),
    Here = [Parent || Parent <- Parents, is_pid(Parent), node(Parent) =:= node()],
    maps:from_list([{Pid, Name} || {Pid, [{_, Name}]} <- sweep:read(Here, [registered_name], Call)]
                   ++ [{{example, Pid}, Mfa} || {Pid, #{initial_call := Mfa}} <- identity:of_processes(Examples, Call)]).

sign(count, N, _Sum) -> -N;
sign(_Measure, _N, Sum) -> -Sum.

shown(application, Leader, _, Known) -> maps:get(Leader, Known, Leader);
shown(initial_call, {parent, Parent}, Pid, Known) ->
    {Parent, maps:get(Parent, Known, []), maps:get({example, Pid}, Known, none), proc_lib};
shown(label, {label, First, Size}, _, _) -> {First, Size};
shown(label, undefined, _, _) -> undefined;
shown(label, Label, _, _) -> cut:text(Label, 80);
shown(_By, Kind, _, _) -> Kind.
