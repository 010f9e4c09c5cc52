%% Whole stacks, where the node's backtrace depth cuts them: the emulator prints them, and only the
%% names of functions are kept.
%%
%% The process stands still for some microseconds a frame, and for up to 4 ms where it holds very
%% much that is shared; so those with large heaps or stacks are not printed, and who samples has a
%% budget.
-module(whole_stacks).
-export([look/3]).

%% Words of the stack of a process that is printed, and frames that are kept.
-define(MOST_STACK_WORDS, 5000).
-define(MOST_FRAMES, 60).

%% A sample {Status, Stack, IsCut}, the innermost function first, with the names of functions that are
%% known by now; `none` of a process that is too large, gone, or shows no more.
-spec look(pid(), pos_integer(), #{binary() => mfa()}) -> {{atom(), [mfa()], boolean()}, #{binary() => mfa()}} | none.
look(Pid, Depth, Names) ->
    Most = stacks:most_words(),
    case process_info(Pid, [total_heap_size, stack_size]) of
        [{_, Words}, {_, Stack}] when Words =< Most, Stack =< ?MOST_STACK_WORDS ->
            case process_info(Pid, [status, current_stacktrace, backtrace]) of
                [{_, Status}, {_, Cut}, {_, Text}] -> whole(Status, [{M, F, A} || {M, F, A, _} <- Cut], Text, Depth, Names);
                undefined -> none
            end;
        _ -> none
    end.

%% ---------------------------------------------------------------------------

-spec whole(atom(), [mfa()], binary(), pos_integer(), #{binary() => mfa() | none}) -> {{atom(), [mfa()], boolean()}, #{binary() => mfa() | none}} | none.
whole(Status, Stack, _Text, Depth, Names) when length(Stack) < Depth - 2 ->
    {{Status, Stack, false}, Names};
whole(Status, Stack, Text, _Depth, Names) ->
    {match, Found} = re:run(Text, "^(?:Program counter: |0x\\w+ Return addr )0x\\w+ \\((.*)\\)$", [multiline, global, {capture, [1], binary}]),
    Places = lists:append(lists:sublist(Found, ?MOST_FRAMES)),
    %% What the emulator shows once, as recursion leaves it.
    Once = bulk:select(lists:zip(Places, tl(Places) ++ [end_of_stack]), [{{'$1', '$2'}, [{'=/=', '$1', '$2'}], ['$1']}]),
    Known = case maps:without(maps:keys(Names), maps:from_list(lists:zip(Once, Once))) of
                New when map_size(New) =:= 0 -> Names;
                New -> lists:foldl(fun name/2, Names, maps:keys(New))
            end,
    Mfas = [Mfa || Mfa <- lists:zipwith(fun maps:get/2, Once, lists:duplicate(length(Once), Known)), Mfa =/= none],
    case below(Stack, Mfas) of
        none -> none;
        Rest -> {{Status, Stack ++ Rest, length(Found) >= ?MOST_FRAMES}, Known}
    end.

%% `lists:map/2 + 34`, `'Elixir.Enum':'-map/2-fun-0-'/1 + 8`; `none` of the end of a stack, and of
%% what is no function of this node. No atom is made.
-spec name(binary(), #{binary() => mfa() | none}) -> #{binary() => mfa() | none}.
name(Place, Names) ->
    Names#{Place => case re:run(Place, "\\A(?|'(.*)'|(.*)):(?|'(.*)'|(.*))/([0-9]+) \\+ [0-9]+\\z", [{capture, [1, 2, 3], binary}]) of
                        {match, [Module, Function, Arity]} ->
                            case {names:existing_atom([Module]), names:existing_atom([Function])} of
                                {{ok, M}, {ok, F}} -> {M, F, binary_to_integer(Arity)};
                                _ -> none
                            end;
                        nomatch -> none
                    end}.

%% The callers of the outermost that both show. The innermost may be printed by another name, or not.
-spec below([mfa()], [mfa() | none]) -> [mfa() | none] | none.
below([_ | Callers] = Stack, [_ | Others] = Mfas) ->
    case [lists:nthtail(length(Top), Of) || {Top, Of} <- [{Stack, Mfas}, {Callers, Others}, {Callers, Mfas}], lists:prefix(Top, Of)] of
        [Rest | _] -> Rest;
        [] -> none
    end;
below(_Stack, []) -> none.
