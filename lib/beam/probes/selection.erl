%% Which processes a question is about: filters for whole chunks of them, made of
%% functions of OTP that work on lists and of match specs.
%%
%% A row is {Pid, Values}, and Values one {_, Value} for each item of the plan's
%% `order`, where they can be asked for by item.
-module(selection).
-export([plan/3, rows/4, all/2, pattern/2, keyed/2, numbers/3, label_item/0]).
-export_type([plan/0]).

%% `ask` is for sweep:fold. `keys` are to be found in dictionaries that must be read
%% as a whole, before OTP 26.2.
-type plan() :: #{ask := [term()], order := [term()], keys := [term()], stages := [tuple()]}.

%% Filters as a user gives them, all optional: `text` (in a registered name, an
%% initial call as spawned or as proc_lib knows it, or a current function),
%% `registered_name`, `initial_call`, `current_function`, `label`: texts, in lower
%% case; `application`, `status`, and `ancestor`: a process, below which proc_lib has
%% started others, or which has spawned them itself. Items are asked for besides;
%% `Known` says whether rows begin with a number known from before.
-spec plan(map(), [term()], boolean()) -> plan().
plan(Filters, Items, Known) ->
    Stages = [stage(Name, Value) || {Name, Value} <- maps:to_list(Filters)],
    Wanted = lists:usort(Items ++ lists:append([element(2, Stage) || Stage <- Stages])),
    {Keys, Plain} = lists:partition(fun is_tuple/1, Wanted),
    Before = [known || Known],
    case Keys =:= [] orelse identity:readable(hd(Keys)) of
        true ->
            #{ask => Wanted, order => Before ++ Wanted, keys => [], stages => Stages};
        false ->
            Ask = [total_heap_size, initial_call | Plain -- [total_heap_size, initial_call]],
            #{ask => Ask, order => Before ++ Keys ++ Ask, keys => Keys, stages => Stages}
    end.

%% Whether all processes are meant, and nothing else is asked than Item.
-spec all(plan(), term()) -> boolean().
all(#{ask := Ask, stages := Stages}, Item) ->
    Stages =:= [] andalso Ask =:= [Item].

%% The rows of the processes that pass all filters.
-spec rows([pid()], [term()], [integer()] | none, plan()) -> [{pid(), [tuple()]}].
rows(Pids, Values, Known, #{keys := Keys, order := Order, stages := Stages}) ->
    Complete = join(known(Known), lists:foldr(fun join/2, Values, said(Keys, Pids, Values))),
    lists:foldl(fun(Stage, Rows) -> narrow(Stage, Rows, Order) end,
                lists:zip(Pids, Complete), Stages).

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

%% The item that has the label of a process: before OTP 27, where Elixir puts it.
-spec label_item() -> term().
label_item() ->
    case identity:readable(label) of
        true -> label;
        false -> {dictionary, '$process_label'}
    end.

%% ---------------------------------------------------------------------------

stage(text, Text) ->
    {text, [registered_name, {dictionary, '$initial_call'}, initial_call, current_function], Text};
stage(initial_call, Text) ->
    {text, [{dictionary, '$initial_call'}, initial_call], Text};
stage(label, Text) ->
    {text, [label_item()], Text};
stage(application, Spellings) ->
    Application = applications:known(Spellings),
    case lists:keyfind(Application, 1, applications:masters()) of
        {_, Master} -> {equal, [group_leader], Master};
        false -> envelope:refuse(no_processes, [])
    end;
stage(ancestor, Process) ->
    Pid = names:process(Process),
    Items = [{dictionary, '$ancestors'} | [parent || identity:readable(parent)]],
    case process_info(Pid, registered_name) of
        {registered_name, Name} -> {below, Items, [Pid, Name]};
        [] -> {below, Items, [Pid]};
        undefined -> envelope:refuse(no_such_process, Pid)
    end;
stage(status, Status) ->
    {equal, [status], Status};
stage(Item, Text) ->
    {text, [Item], Text}.

narrow({equal, [Item], Value}, Rows, Order) ->
    bulk:select(Rows, [{{'_', pattern([{Item, Value}], Order)}, [], ['$_']}]);
narrow({below, [Ancestors | Parent], Names}, Rows, Order) ->
    bulk:select(Rows, [{{'_', pattern([{Ancestors, Above}], Order)}, [], ['$_']}
                       || Name <- Names, Above <- above(Name, 12)]
                      ++ [{{'_', pattern([{parent, hd(Names)}], Order)}, [], ['$_']}
                          || parent <- Parent]);
narrow({text, Items, Text}, Rows, Order) ->
    Variables = lists:sublist(['$1', '$2', '$3', '$4'], length(Items)),
    Head = {'_', pattern(lists:zip(Items, Variables), Order)},
    Groups = keyed(Rows, [{Head, [], [Variables | '$_']}]),
    Wanted = [Key || Key <- maps:keys(Groups), lists:any(fun(V) -> holds(V, Text) end, Key)],
    lists:append(maps:values(maps:with(Wanted, Groups))).

%% Lists that have the name within so many first places.
above(_Name, 0) ->
    [];
above(Name, Places) ->
    [lists:duplicate(Places - 1, '_') ++ [Name | '_'] | above(Name, Places - 1)].

holds(Value, Text) ->
    string:find(string:lowercase(text(Value)), Text) =/= nomatch.

text({Module, Function, Arity}) when is_atom(Module), is_atom(Function), is_integer(Arity) ->
    io_lib:format("~ts:~ts/~b", [Module, Function, Arity]);
text(Missing) when Missing =:= []; Missing =:= undefined ->
    "";
text(Name) when is_atom(Name) ->
    atom_to_list(Name);
text(Label) ->
    cut:text(Label, 200).

known(none) -> [];
known(Known) -> Known.

%% Puts a column of values before the rows of others.
join([], Rows) ->
    Rows;
join(Column, Rows) ->
    lists:zipwith(fun erlang:'++'/2, bulk:select(Column, [{'$1', [], [[{{value, '$1'}}]]}]), Rows).

%% A column for each of the keys, `undefined` where a dictionary has it not, or is
%% that of a large process, or of one that cannot have it: those are not read.
said([], _Pids, _Values) ->
    [];
said(Keys, Pids, Values) ->
    Initial = case Keys -- [{dictionary, '$initial_call'}, {dictionary, '$ancestors'}] of
                  [] -> {proc_lib, '_', '_'};
                  _ -> '_'
              end,
    Items = bulk:select(Values, [{[{total_heap_size, '$1'}, {initial_call, Initial} | '_'],
                                  [{'<', '$1', 100000}], [dictionary]},
                                 {'_', [], [registered_name]}]),
    Read = lists:zipwith(fun erlang:process_info/2, Pids, Items),
    Dictionaries = bulk:select(Read, [{{dictionary, '$1'}, [], ['$1']}, {'_', [], [[]]}]),
    Size = length(Pids),
    [bulk:select(lists:zipwith3(fun lists:keyfind/3, lists:duplicate(Size, Key),
                                lists:duplicate(Size, 1), Dictionaries),
                 [{{'_', '$1'}, [], ['$1']}, {'_', [], [undefined]}])
     || {dictionary, Key} <- Keys].
