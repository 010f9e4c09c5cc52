%% Calls one exported function of a loaded module with the arguments that a user gave. The
%% call runs in a process of its own, with limits; what it may cost, and what becomes of it
%% should the probe end in between: see evaluation.
-module(call_function).
-export([run/2]).

-define(MAX_SIMILAR, 10).

%% Answers as evaluation:run/3; refuses with no_such_function: [{Name, Arity}] that may have
%% been meant.
-spec run(map(), envelope:call()) -> {evaluation:answer(), map()}.
run(#{module := ModuleName, function := FunctionName, arguments := Marked, limits := Limits,
      dry_run := DryRun}, Call) ->
    Module = modules:known([ModuleName]),
    Arguments = [marked:term(Argument) || Argument <- Marked],
    Function = exported(Module, FunctionName, length(Arguments)),
    {case DryRun of
         true -> evaluation:rehearsed();
         false -> evaluation:run(applying(Module, Function, Arguments), Limits, Call)
     end, #{}}.

%% ---------------------------------------------------------------------------

%% The function, if it can be called.
-spec exported(module(), binary(), arity()) -> atom().
exported(Module, Name, Arity) ->
    Exports = erlang:get_module_info(Module, exports),
    Known = case names:existing_atom([Name]) of
                {ok, Function} -> [Export || {F, _} = Export <- Exports, F =:= Function];
                none -> []
            end,
    case [F || {F, A} <- Known, A =:= Arity] of
        [Found] -> Found;
        [] when Known =/= [] -> envelope:refuse(no_such_function, Known);
        [] -> envelope:refuse(no_such_function, similar(Name, Exports))
    end.

%% Some functions that may have been meant, or else the first of all.
-spec similar(binary(), [{atom(), arity()}]) -> [{atom(), arity()}].
similar(Name, Exports) ->
    Sorted = lists:sort(Exports),
    case names:near(Name, lists:usort([F || {F, _} <- Sorted])) of
        [] -> lists:sublist(Sorted, ?MAX_SIMILAR);
        Near -> lists:sublist([Known || F <- Near, {G, _} = Known <- Sorted, G =:= F], ?MAX_SIMILAR)
    end.

%% As an expression, since no probe may call erlang:apply/3 itself.
-spec applying(module(), atom(), [term()]) -> fun(() -> term()).
applying(Module, Function, Arguments) ->
    fun() ->
            %% Names of variables: any atoms that every node has, so that none is created.
            Names = [abs, byte_size, date, element, error, exit, float, get, halt, hd, length, link,
                     node, now, put, round, self, size, time, tl],
            Used = lists:sublist(Names, length(Arguments)),
            Anno = erl_anno:new(0),
            Expression = {call, Anno, {remote, Anno, {atom, Anno, Module}, {atom, Anno, Function}},
                          [{var, Anno, Name} || Name <- Used]},
            erl_eval:expr(Expression, orddict:from_list(lists:zip(Used, Arguments)), none, none, value)
    end.
