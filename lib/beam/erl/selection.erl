%% Filters for the processes of a question: they work on whole chunks, with functions of OTP on lists
%% and with match specifications.
%%
%% A row is {Pid, Values}, and Values one {_, Value} for each item of the plan's
%% `order`, where they can be asked for by item.
%%
%% Plans are made in the body, and run in the workers of a sweep. A table of descendants belongs to
%% the body and goes with it.
-module(selection).
-export([plan/4, rows/4, all/2, pattern/2, keyed/2, numbers/3, label_item/0]).
-export_type([plan/0]).

%% Of a label as text, in which a text is looked for.
-define(LABEL_CHARACTERS, 300).

%% `ask` is for sweep:fold.
-type plan() :: #{ask := [term()], order := [term()], stages := [tuple()]}.

%% Filters as a user gives them, all optional: `text` (in a registered name, an
%% initial call as spawned or as proc_lib knows it, or a current function),
%% `registered_name`, `initial_call`, `current_function`, `label`: texts, in lower
%% case; `application`, `status`, and `ancestor`: a process that has spawned them, or has
%% spawned those that have. Items are asked for besides; `Known` says whether rows
%% begin with a number known from before. Before OTP 26.2 no dictionary is read: initial
%% calls are what initials has, and labels are refused.
-spec plan(map(), [term()], boolean(), envelope:call()) -> plan().
plan(Filters, Items, Known, Call) ->
    Stages = [stage(Name, Value, Call) || {Name, Value} <- maps:to_list(Filters)],
    Ask = lists:usort(Items ++ lists:append([element(2, Stage) || Stage <- Stages])),
    #{ask => Ask, order => [known || Known] ++ Ask, stages => Stages}.

%% Whether all processes are meant, and nothing else is asked than Item.
-spec all(plan(), term()) -> boolean().
all(#{ask := Ask, stages := Stages}, Item) ->
    Stages =:= [] andalso Ask =:= [Item].

%% The rows of the processes that pass all filters.
-spec rows([pid()], [term()], [integer()] | none, plan()) -> [{pid(), [tuple()]}].
rows(Pids, Values, Known, #{order := Order, stages := Stages}) ->
    lists:foldl(fun(Stage, Rows) -> narrow(Stage, Rows, Order) end,
                lists:zip(Pids, join(known(Known), Values)), Stages).

%% For match specs: a row's Values, with patterns for the values of some items.
-spec pattern([{term(), term()}], plan() | [term()]) -> [term()].
pattern(Bound, #{order := Order}) ->
    pattern(Bound, Order);
pattern(Bound, Order) ->
    [case lists:keyfind(Item, 1, Bound) of
         {_, Pattern} -> {'_', Pattern};
         false -> '_'
     end || Item <- Order].

%% #{Key => [Value]}: the first match spec that fits makes [Key | Value] of a row.
-spec keyed([{term(), term()}], [{term(), [term()], term()}]) -> #{term() => [term()]}.
keyed(Rows, Specs) ->
    Pairs = bulk:select(Rows, [{Head, Guards, [Body]} || {Head, Guards, Body} <- Specs]),
    case erlang:function_exported(maps, groups_from_list, 3) of
        true ->
            maps:groups_from_list(fun erlang:hd/1, fun erlang:tl/1, Pairs);
        false ->
            lists:foldl(fun([Key | Value], Groups) ->
                                Groups#{Key => [Value | maps:get(Key, Groups, [])]}
                        end, #{}, Pairs)
    end.

%% What an item of some processes comes to as numbers, in the same order: lists by
%% their length, references to binaries by the bytes of the different ones, 0 for
%% what is gone.
-spec numbers(term(), [term()], fun((term()) -> term())) -> [non_neg_integer()].
numbers(binary, Values, Pattern) ->
    Lists = bulk:select(Values, [{Pattern('$1'), [], ['$1']}, {'_', [], [[]]}]),
    Columns = lists:map(fun lists:unzip3/1, lists:map(fun lists:usort/1, Lists)),
    lists:map(fun lists:sum/1, bulk:select(Columns, [{{'_', '$1', '_'}, [], ['$1']}]));
numbers(_Item, Values, Pattern) ->
    bulk:select(Values, [{Pattern('$1'), [{is_integer, '$1'}], ['$1']},
                         {Pattern('$1'), [{is_list, '$1'}], [{length, '$1'}]},
                         {'_', [], [0]}]).

%% The item that has the label of a process: before OTP 27, where Elixir puts it. Before
%% OTP 26.2 there is none.
-spec label_item() -> term().
label_item() ->
    case identity:readable(label) of
        true -> label;
        false -> hd([{dictionary, '$process_label'} || identity:by_key() orelse envelope:refuse(not_known, label)])
    end.

%% ---------------------------------------------------------------------------

-spec stage(atom(), term(), envelope:call()) -> tuple().
stage(text, Text, Call) ->
    {text, [registered_name | initial()] ++ [current_function], Text, initials:table(Call)};
stage(initial_call, Text, Call) ->
    {text, initial(), Text, initials:table(Call)};
stage(label, Text, _Call) ->
    {text, [label_item()], Text, none};
stage(application, Spellings, _Call) ->
    Application = applications:known(Spellings),
    case lists:keyfind(Application, 1, applications:masters()) of
        {_, Master} -> {equal, [group_leader], Master};
        false -> envelope:refuse(no_processes, [])
    end;
stage(ancestor, Process, Call) ->
    identity:readable(parent) orelse envelope:refuse(not_known, parent),
    Pid = names:process(Process),
    case sweep:read([Pid], [status], Call) of
        [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
        _ -> {below, [], family:below(Pid, Call)}
    end;
stage(status, Status, _Call) ->
    {equal, [status], Status};
stage(Item, Text, _Call) ->
    {text, [Item], Text, none}.

initial() ->
    [{dictionary, '$initial_call'} || identity:by_key()] ++ [initial_call].

-spec narrow(tuple(), [{pid(), [tuple()]}], [term()]) -> [{pid(), [tuple()]}].
narrow({equal, [Item], Value}, Rows, Order) ->
    bulk:select(Rows, [{{'_', pattern([{Item, Value}], Order)}, [], ['$_']}]);
narrow({below, [], Table}, Rows, _Order) ->
    {Pids, _} = lists:unzip(Rows),
    Below = lists:zipwith(fun ets:member/2, lists:duplicate(length(Pids), Table), Pids),
    bulk:select(lists:zip(Below, Rows), [{{true, '$1'}, [], ['$1']}]);
narrow({text, Items, Text, Table}, Rows, Order) ->
    {Known, Unknown} = initials:split(Rows, Table),
    {Found, Others} = lists:partition(fun({Mfa, _}) -> holds(Mfa, Text) end, Known),
    [Row || {_, Row} <- Found] ++ holding(Items, Text, [Row || {_, Row} <- Others] ++ Unknown, Order).

-dialyzer({no_improper_lists, holding/4}).
-spec holding([term()], binary(), [{pid(), [tuple()]}], [term()]) -> [{pid(), [tuple()]}].
holding(Items, Text, Rows, Order) ->
    Variables = lists:sublist(['$1', '$2', '$3', '$4'], length(Items)),
    Head = {'_', pattern(lists:zip(Items, Variables), Order)},
    Groups = keyed(Rows, [{Head, [], [Variables | '$_']}]),
    Wanted = [Key || Key <- maps:keys(Groups), lists:any(fun(V) -> holds(V, Text) end, Key)],
    lists:append(maps:values(maps:with(Wanted, Groups))).

-spec holds(term(), binary()) -> boolean().
holds(Value, Text) ->
    string:find(string:lowercase(text(Value)), Text) =/= nomatch.

-spec text(term()) -> unicode:chardata().
text({Module, Function, Arity}) when is_atom(Module), is_atom(Function), is_integer(Arity) ->
    io_lib:format("~ts:~ts/~b", [Module, Function, Arity]);
text(Missing) when Missing =:= []; Missing =:= undefined ->
    "";
text(Name) when is_atom(Name) ->
    atom_to_list(Name);
text(Label) when is_tuple(Label) ->
    %% As Erlang and Elixir write it, without what only one of them does.
    re:replace(cut:text(Label, ?LABEL_CHARACTERS), "'|Elixir\\.(?=[A-Z])|<<(?=\")|(?<=\")(?:/utf8)?>>", "", [global, {return, binary}]);
text(Label) ->
    cut:text(Label, ?LABEL_CHARACTERS).

known(none) -> [];
known(Known) -> Known.

%% Puts a column of values before the rows of others.
-spec join([term()], [list()]) -> [list()].
join([], Rows) ->
    Rows;
join(Column, Rows) ->
    lists:zipwith(fun erlang:'++'/2, bulk:select(Column, [{'$1', [], [[{{value, '$1'}}]]}]), Rows).
