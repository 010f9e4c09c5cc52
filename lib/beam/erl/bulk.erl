%% Asks very many tables, ports or sockets the same question, with native functions over whole
%% groups.
%%
%% A locked or busy one may keep the asking process waiting. So workers
%% ask, with a time limit; a group that is late is asked again in smaller ones. One that
%% is silent costs a worker and the time limit, three times. Workers end with the call,
%% at the latest when the table, port or socket releases them.
-module(bulk).
-export([ask/3, select/2, count/1]).
-seldom([late/4]).

%% Group sizes: of the first workers, then of those that take over from a late one.
-define(GROUPS, [4000, 50, 1]).
-define(GROUP_MS, 400).
%% Words of a worker's first heap per thing: itself and its answer.
-define(WORDS_A_THING, 24).

%% The values of Ask(Things), in the same order; `silent` for one that did not answer in time. Ask
%% must call functions of OTP only.
-spec ask(fun(([Thing]) -> [Value]), [Thing], envelope:call()) -> [Value | silent].
ask(Ask, Things, Call) ->
    ask(Ask, Things, ?GROUPS, Call).

%% The results of a match specification on these terms.
-spec select([term()], [tuple()]) -> [term()].
select(_Rows, []) ->
    [];
select(Rows, Spec) ->
    ets:match_spec_run(Rows, ets:match_spec_compile(Spec)).

%% [{Count, Value}], the most frequent first.
-spec count([Value]) -> [{pos_integer(), Value}].
count(Values) ->
    Counts = lists:foldl(fun(Value, All) -> All#{Value => maps:get(Value, All, 0) + 1} end,
                         #{}, Values),
    lists:reverse(lists:sort([{Count, Value} || {Value, Count} <- maps:to_list(Counts)])).

%% ---------------------------------------------------------------------------

-spec ask(fun(([Thing]) -> [Value]), [Thing], [pos_integer()], envelope:call()) -> [Value | silent].
ask(Ask, Things, [Size | Sizes], #{until := Until} = Call) ->
    Groups = groups(Things, Size),
    Patience = erlang:min(?GROUP_MS, Until - envelope:now_ms()),
    Results = worker:all([fun() -> Ask(Group) end || Group <- Groups],
                         erlang:max(0, Patience),
                         Call#{min_heap_words => ?WORDS_A_THING * erlang:min(Size, length(Things))}),
    lists:append([values(Ask, Group, Result, Sizes, Call)
                  || {Group, Result} <- lists:zip(Groups, Results)]).

-spec values(fun(([Thing]) -> [Value]), [Thing], {ok, [Value]} | {raised, term()} | no_answer, [pos_integer()],
             envelope:call()) -> [Value | silent].
values(_Ask, _Group, {ok, Values}, _Sizes, _Call) ->
    Values;
values(_Ask, _Group, {raised, Reason}, _Sizes, _Call) ->
    error(Reason);
values(Ask, Group, no_answer, Sizes, Call) ->
    late(Ask, Group, Sizes, Call).

-spec late(fun(([Thing]) -> [Value]), [Thing], [pos_integer()], envelope:call()) -> [Value | silent].
late(Ask, Group, Sizes, #{until := Until} = Call) ->
    case envelope:now_ms() < Until andalso Sizes =/= [] of
        true -> ask(Ask, Group, Sizes, Call);
        false -> [silent || _ <- Group]
    end.

-spec groups([Thing], pos_integer()) -> [[Thing]].
groups([], _Size) ->
    [];
groups(Things, Size) ->
    Group = lists:sublist(Things, Size),
    [Group | groups(lists:nthtail(length(Group), Things), Size)].
