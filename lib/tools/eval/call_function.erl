%% Calls one function with the arguments that a user gave.
-module(call_function).
-export([run/2]).

%% Answers #{done, called, outcome, output, omitted}; see evaluation:run/3.
run(#{module := ModuleName, function := FunctionName, arguments := Marked, limits := Limits,
      dry_run := DryRun}, Call) ->
    Module = modules:known([ModuleName]),
    Arguments = [marked:term(Argument) || Argument <- Marked],
    Function = exported(Module, FunctionName, length(Arguments)),
    Called = {Module, Function, length(Arguments)},
    case DryRun of
        true ->
            {#{done => false, called => Called, outcome => none, output => <<>>, omitted => 0}, #{}};
        false ->
            {Outcome, {Output, Omitted}} =
                evaluation:run(applying(Module, Function, Arguments), Limits, Call),
            {#{done => true, called => Called, outcome => Outcome, output => Output,
               omitted => Omitted}, #{}}
    end.

%% ---------------------------------------------------------------------------

%% The function, if it can be called: or the name with the arities that it has.
exported(Module, Name, Arity) ->
    Exports = erlang:get_module_info(Module, exports),
    case names:existing_atom([Name]) of
        {ok, Function} ->
            case lists:member({Function, Arity}, Exports) of
                true -> Function;
                false -> envelope:refuse(no_such_function, {Module, [A || {F, A} <- Exports, F =:= Function],
                                                            similar(Name, Exports)})
            end;
        none ->
            envelope:refuse(no_such_function, {Module, [], similar(Name, Exports)})
    end.

%% Some functions that may have been meant, or the first of all.
similar(Name, Exports) ->
    Sorted = lists:sort(Exports),
    case names:near(Name, lists:usort([F || {F, _} <- Sorted])) of
        [] -> lists:sublist(Sorted, 10);
        Near -> lists:sublist([Known || F <- Near, {G, _} = Known <- Sorted, G =:= F], 10)
    end.

%% As an expression, since no probe may call erlang:apply/3 by itself.
applying(Module, Function, Arguments) ->
    fun() ->
            %% Of variables that get in nobody's way: any atoms that each node has.
            Names = [abs, byte_size, date, element, error, exit, float, get, halt, hd, length, link,
                     node, now, put, round, self, size, time, tl],
            Used = lists:sublist(Names, length(Arguments)),
            Expression = {call, 0, {remote, 0, {atom, 0, Module}, {atom, 0, Function}},
                          [{var, 0, Name} || Name <- Used]},
            erl_eval:expr(Expression, orddict:from_list(lists:zip(Used, Arguments)), none, none, value)
    end.
