%% Counts processes by kind, for several definitions of kind; or the processes that started and ended
%% in a window.
%%
%% The body of the call sweeps all processes in chunks; workers group each chunk, so that only
%% kinds and numbers are sent, and the body keeps a bounded number of kinds. Nothing on the node is
%% changed: if the call dies, its workers go with it, and what was counted so far is the report.
-module(group_processes).
-export([run/2]).

%% Above this many kinds, only the largest ?KEPT keep counts of their own.
-define(MAX_KINDS, 5000).
-define(KEPT, 1000).

%% Answers #{total, matched, groups, kinds, others, not_read} and, of a window, `window`:
%% #{window_ms, new, ended, spawned}, the last if known. Groups are
%% [{Kind, Number, Sum, Pid, InitialCall}]: the Sum of `measure` over them, one of them, and its
%% initial call where the kind says only who started it. `kinds` is how many groups there are,
%% `others` how many processes are in groups that were too small to be kept while counting.
-spec run(#{by := atom(), measure := atom(), limit := pos_integer(),
            window_ms := non_neg_integer(), filters := map()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{by := By} = Args, Call) ->
    By =/= parent orelse identity:readable(parent) orelse envelope:refuse(not_known, parent),
    groups(Args, Call).

%% ---------------------------------------------------------------------------

-spec groups(map(), envelope:call()) -> {map(), envelope:cost()}.
groups(#{by := By, measure := Measure, limit := Limit, window_ms := 0, filters := Filters}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    count(By, Measure, Limit, Filters, Everyone, #{total => Total}, Call);
groups(#{by := By, measure := Measure, limit := Limit, window_ms := Window, filters := Filters}, Call) ->
    Start = envelope:now_ms(),
    {Before, Everyone} = sweep:everyone(Call),
    Mark = window:mark(Call),
    window:wait(Start + Window, Call),
    Spawned = window:spawned(Mark, window:mark(Call)),
    {Now, New} = window:since(Everyone, Call),
    Seen = #{new => length(New), ended => Before + length(New) - Now,
             %% One of them is the second mark.
             spawned => case Spawned of none -> none; _ -> Spawned - 1 end,
             window_ms => envelope:now_ms() - Start},
    count(By, Measure, Limit, Filters, [{New, none}], #{total => Now, window => Seen}, Call).

-spec count(atom(), atom(), pos_integer(), map(), [sweep:sample()], map(), envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
count(By, Measure, Limit, Filters, Samples, Known, Call) ->
    Plan = selection:plan(Filters, items(By) ++ [Measure || Measure =/= count], false, Call),
    Answer = fun(State) -> maps:merge(Known, answer(State, By, Measure, Limit, Call)) end,
    Table = case By of initial_call -> initials:table(Call); _ -> none end,
    Question = #{item => maps:get(ask, Plan), pick => picker(By, Measure, Plan, Table),
                 step => fun step/2, hint => fun(_) -> none end,
                 report => fun(State, Cost) -> envelope:report(Answer(State), Cost, Call) end},
    {State, Cost} = sweep:again(Question, #{groups => #{}, matched => 0, others => 0}, Samples, Call),
    Final = case {By, State} of
                {view, #{groups := Groups}} -> State#{groups := elixir_kinds:served(Groups, Call)};
                _ -> State
            end,
    {Answer(Final), Cost}.

items(view) -> [{dictionary, '$initial_call'} || identity:by_key()] ++ [current_function, initial_call];
items(initial_call) ->
    case identity:by_key() of
        true -> [{dictionary, '$initial_call'}, initial_call];
        false -> [parent || identity:readable(parent)] ++ [initial_call]
    end;
items(application) -> [group_leader];
items(label) -> [selection:label_item()];
items(Item) -> [Item].

%% Runs in the workers: [{Kind, Number, Sum, Pid}].
-dialyzer({no_improper_lists, picker/4}).
-spec picker(atom(), atom(), selection:plan(), ets:tid() | none) -> fun(([pid()], [term()], term()) -> term()).
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

-spec numbers(atom(), [tuple()], selection:plan()) -> [non_neg_integer()].
numbers(count, Rows, _Plan) ->
    lists:duplicate(length(Rows), 0);
numbers(Item, Rows, Plan) ->
    {_, Lists} = lists:unzip(Rows),
    selection:numbers(Item, Lists, fun(V) -> selection:pattern([{Item, V}], Plan) end).

%% For match specs: {Patterns for items, Guards, Kind}, the first that fits. Labels of
%% one shape, such as {session, 17}, are one kind, by their first two elements as far as these are
%% atoms: of LiveView these are its name and that of the view.
-spec heads(atom()) -> [tuple()].
heads(initial_call) ->
    [{[{{dictionary, '$initial_call'}, {'$1', '$2', '$3'}}],
      [{is_atom, '$1'}, {is_atom, '$2'}, {is_integer, '$3'}], {{'$1', '$2', '$3'}}} || identity:by_key()]
        %% If it is unknown what proc_lib started, groups by who started it.
        ++ [{[{initial_call, {proc_lib, '_', '_'}}, {parent, '$1'}], [], {{parent, '$1'}}}
            || not identity:by_key(), identity:readable(parent)]
        ++ [{[{initial_call, '$1'}], [], '$1'}];
heads(view) -> elixir_kinds:heads();
heads(label) ->
    Item = selection:label_item(),
    Named = [{is_tuple, '$1'}, {is_atom, {element, 1, '$1'}}],
    [{[{Item, '$1'}], Named ++ [{is_atom, {element, 2, '$1'}}],
      {{label, {size, '$1'}, {element, 1, '$1'}, {element, 2, '$1'}}}},
     {[{Item, '$1'}], Named, {{label, {size, '$1'}, {element, 1, '$1'}}}},
     {[{Item, '$1'}], [], '$1'}];
heads(By) ->
    [Item] = items(By),
    [{[{Item, '$1'}], [], '$1'}].

group(Kind, Members) ->
    {Numbers, Pids} = lists:unzip(Members),
    {Kind, length(Pids), lists:sum(Numbers), hd(Pids)}.

-spec step({non_neg_integer(), [tuple()]}, map()) -> map().
step({Number, Picked}, #{groups := Groups, matched := Matched} = State) ->
    Groups1 = lists:foldl(fun({Kind, N, Sum, Pid}, Known) ->
                                  {N0, Sum0, Pid0} = maps:get(Kind, Known, {0, 0, Pid}),
                                  Known#{Kind => {N0 + N, Sum0 + Sum, Pid0}}
                          end, Groups, Picked),
    prune(State#{groups := Groups1, matched := Matched + Number}).

%% With thousands of kinds, merges the smallest.
-spec prune(map()) -> map().
prune(#{groups := Groups, others := Others} = State) when map_size(Groups) > ?MAX_KINDS ->
    Sorted = lists:sort([{-N, Kind} || {Kind, {N, _, _}} <- maps:to_list(Groups)]),
    {Kept, Left} = lists:split(?KEPT, Sorted),
    State#{groups := maps:with([Kind || {_, Kind} <- Kept], Groups),
           others := Others - lists:sum([N || {N, _} <- Left])};
prune(State) ->
    State.

-spec answer(map(), atom(), atom(), pos_integer(), envelope:call()) -> #{atom() => term()}.
%% What processes work on is known only at the end.
answer(#{groups := Groups} = State, view, Measure, Limit, Call) ->
    Known = maps:filter(fun(Kind, _) -> not is_tuple(Kind) end, Groups),
    answer(State#{groups := Known}, known_view, Measure, Limit, Call);
answer(#{groups := Groups, matched := Matched, others := Others}, By, Measure, Limit, Call) ->
    Rows = [{sign(Measure, N, Sum), Kind, N, Sum, Pid} || {Kind, {N, Sum, Pid}} <- maps:to_list(Groups)],
    First = lists:sublist(lists:sort(Rows), Limit),
    Known = maps:merge(maps:from_list([{Master, Application} || {Application, Master} <- applications:masters()]),
                       families(First, Call)),
    #{matched => Matched, others => Others, kinds => map_size(Groups),
      not_read => case By of
                      initial_call -> process_rows:not_read();
                      known_view -> case identity:by_key() orelse not erlang:module_loaded('Elixir.Kernel') of true -> none; false -> views end;
                      _ -> none
                  end,
      groups => [{shown(By, Kind, Known), N, sum(Measure, Sum), Pid, maps:get({example, Pid}, Known, none)}
                 || {_, Kind, N, Sum, Pid} <- First]}.

%% #{Parent => Its name, {example, Pid} => Its initial call}, of groups by who has started them.
-spec families([tuple()], envelope:call()) -> map().
families(First, Call) ->
    {Parents, Examples} = lists:unzip([{Parent, Pid} || {_, {parent, Parent}, _, _, Pid} <- First]),
    Here = [Parent || Parent <- Parents, is_pid(Parent), node(Parent) =:= node()],
    maps:from_list([{Pid, Name} || {Pid, [{_, Name}]} <- sweep:read(Here, [registered_name], Call), is_atom(Name)]
                   ++ [{{example, Pid}, Mfa} || {Pid, #{initial_call := Mfa}} <- identity:of_processes(Examples, Call)]).

-spec sign(atom(), non_neg_integer(), non_neg_integer()) -> integer().
sign(count, N, _Sum) -> -N;
sign(_Measure, _N, Sum) -> -Sum.

%% Converts words to bytes.
sum(count, _Sum) -> none;
sum(total_heap_size, Sum) -> Sum * erlang:system_info(wordsize);
sum(_Measure, Sum) -> Sum.

%% A name, an MFA or a pid as it is, {label, Term}, {group_leader, Pid}, or {started_by, Name | Pid | undefined}.
-spec shown(atom(), term(), map()) -> term().
shown(application, Leader, Known) ->
    case Known of
        #{Leader := Application} -> Application;
        #{} -> {group_leader, Leader}
    end;
shown(initial_call, {parent, Parent}, Known) -> {started_by, maps:get(Parent, Known, Parent)};
shown(label, undefined, _Known) -> undefined;
shown(label, {label, Size, First}, _Known) -> {label, {'$cut', tuple, Size, [First]}};
shown(label, {label, Size, First, Second}, _Known) -> {label, {'$cut', tuple, Size, [First, Second]}};
shown(label, Label, _Known) -> {label, cut:label(Label)};
shown(_By, Kind, _Known) -> Kind.
