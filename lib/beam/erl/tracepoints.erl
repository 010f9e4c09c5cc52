%% The functions of a trace. No module is loaded, and no atom made.
%%
%% Runs in the body: microseconds a function of a module that is meant. Nothing is changed.
-module(tracepoints).
-export([find/1, patterns/1, functions/1, now/1, set/3, again/3, take_back/2]).
-export_type([target/0, pattern/0, named/0]).

%% Maximum functions of a trace: setting each one stops the node for a moment.
-define(MAX_FUNCTIONS, 1000).

-type pattern() :: {module(), atom(), arity() | '_'}.
%% As a user names functions: spellings, `any` for all functions or all arities.
-type named() :: #{module := [binary()], function := [binary()] | any, arity := arity() | any}.

%% What is to be set, and the functions that it is set on.
-type target() :: {pattern(), [mfa()]}.

%% Module and function as spellings, `any` for all functions or all arities.
-spec find(named()) -> target().
find(#{module := Spellings, function := Named, arity := Arity}) ->
    Module = modules:known(Spellings),
    All = lists:usort(erlang:get_module_info(Module, functions)) -- [{module_info, 0}, {module_info, 1}],
    Function = function(Module, Named, All),
    Found = [{Module, F, A} || {F, A} <- All, Function =:= '_' orelse F =:= Function,
                               Arity =:= any orelse A =:= Arity],
    Found =:= [] andalso envelope:refuse(no_such_function, {Module, of_name(Function, All)}),
    lists:all(fun instruction/1, Found) andalso envelope:refuse(instruction, hd(Found)),
    length(Found) > ?MAX_FUNCTIONS andalso envelope:refuse(too_many_functions, {Module, length(Found)}),
    {{Module, Function, case Arity of any -> '_'; _ -> Arity end}, Found}.

%% No pattern can express "any name with this arity", so these are listed one by one.
-spec patterns([target()]) -> [pattern()].
patterns(Targets) ->
    lists:append([case Pattern of
                      {_, '_', Arity} when Arity =/= '_' -> Functions;
                      _ -> [Pattern]
                  end || {Pattern, Functions} <- Targets]).

-spec functions([target()]) -> [mfa()].
functions(Targets) ->
    lists:usort(lists:append([Functions || {_, Functions} <- Targets])).

%% The functions that match a pattern now: none if the module is not loaded.
-spec now(pattern()) -> [mfa()].
now({Module, Function, Arity}) ->
    Head = {case Function of '_' -> '$1'; _ -> Function end, case Arity of '_' -> '$2'; _ -> Arity end},
    Body = {{{const, Module}, case Function of '_' -> '$1'; _ -> {const, Function} end,
             case Arity of '_' -> '$2'; _ -> Arity end}},
    try erlang:get_module_info(Module, functions) of
        All -> ets:match_spec_run(All, ets:match_spec_compile([{Head, [], [Body]}]))
    catch error:badarg -> []
    end.

%% Sets it; returns how many functions have it.
-spec set(trace_backend:way(), [target()], [tuple()]) -> non_neg_integer().
set(Way, Targets, Spec) ->
    lists:sum([trace_backend:functions(Way, Pattern, Spec, [local]) || Pattern <- patterns(Targets)]).

%% A reloaded module has lost its trace settings. Sets them again; returns
%% {Module, Functions} of those that had lost it, 0 of those that have none of the functions
%% now, or `taken` where somebody else's is there.
-spec again(trace_backend:way(), [target()], term()) -> [{module(), non_neg_integer()}] | taken.
again(Way, Targets, Spec) ->
    States = [{Target, lists:usort(trace_backend:infos(Way, now(Pattern), match_spec)) -- [undefined]}
              || {Pattern, _} = Target <- Targets],
    case lists:usort(lists:append([Set || {_, Set} <- States])) -- [false, Spec] of
        [] -> [{Module, case Set of [] -> 0; _ -> set(Way, [Target], Spec) end}
               || {{{Module, _, _}, _} = Target, Set} <- States, Set =/= [Spec]];
        _ -> taken
    end.

%% Removes what is still ours; for shared traces.
-spec take_back([target()], [tuple()]) -> ok.
take_back(Targets, Spec) ->
    [case lists:zip(Functions, trace_backend:infos(shared, Functions, match_spec)) of
         States ->
             case [Function || {Function, Set} <- States, Set =:= Spec] of
                 Functions -> [erlang:trace_pattern(One, false, [local]) || One <- patterns([{Pattern, Functions}])];
                 Ours -> [erlang:trace_pattern(One, false, [local]) || One <- Ours]
             end
     end || {Pattern, _} <- Targets, Functions <- [now(Pattern)]],
    ok.

%% ---------------------------------------------------------------------------

%% BIFs that the compiler turns into instructions are hardly ever called.
instruction({erlang, F, A}) ->
    erl_internal:guard_bif(F, A) orelse erl_internal:arith_op(F, A) orelse erl_internal:bool_op(F, A)
        orelse erl_internal:comp_op(F, A) orelse erl_internal:list_op(F, A);
instruction(_Function) ->
    false.

-spec function(module(), any | [binary()], [{atom(), arity()}]) -> atom().
function(_Module, any, _All) ->
    '_';
function(Module, Spellings, All) ->
    Names = [Name || Spelling <- Spellings, {ok, Name} <- [names:existing_atom([Spelling])]],
    case [Name || Name <- Names, lists:keymember(Name, 1, All)] of
        [Name | _] -> Name;
        [] -> envelope:refuse(no_such_function, {Module, similar(lists:last(Spellings), All)})
    end.

%% Without functions that the compiler generated.
of_name('_', All) ->
    lists:sublist([Known || {F, _} = Known <- All, not lists:prefix("-", atom_to_list(F))], 8);
of_name(Function, All) -> [Known || {F, _} = Known <- All, F =:= Function].

similar(Name, All) ->
    Near = names:near(Name, lists:usort([F || {F, _} <- All])),
    lists:sublist([Known || F <- Near, {G, _} = Known <- All, G =:= F], 8).
