%% Processes that occupy a scheduler: those that repeatedly take long to answer, because they are in the
%% middle of long native code.
%%
%% Workers on several schedulers ask those one by one that did anything within a moment, and take the time
%% of each: one on the scheduler that is held cannot. Nothing on
%% the node is changed, so nothing is left to undo if the call dies.
-module(health_slices).
-export([run/2]).

%% Time in which it is seen who does anything, and most of those.
-define(MOVES_MS, 600).
-define(MAX_MOVING, 2000).
%% An answer that takes as long is noted; pause between two rounds.
-define(SLOW_MS, 60).
-define(PAUSE_MS, 5).
%% Schedulers that ask; how long they may take beyond their time.
-define(WORKERS, 4).
-define(EXTRA_MS, 1500).
-define(FRAMES, 4).

%% {Process, Ms, Stack}
-type slow() :: {pid(), non_neg_integer(), [tuple()]}.

-dialyzer({no_improper_lists, run/2}).
%% Answers #{asked, slices}: [{Pid, Stack after the longest, Times, MostMs}], the longest first.
-spec run(#{window_ms := pos_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, limit := Limit}, Call) ->
    {_, Everyone} = sweep:everyone(Call),
    #{samples := Samples, cost := Cost} = window:samples(reductions, Everyone, ?MOVES_MS, Call),
    {Moving, Again} = sweep:again(#{item => reductions, pick => fun moving/3, hint => fun(_) -> none end,
                                    step => fun(Some, All) -> lists:sublist(Some ++ All, ?MAX_MOVING) end,
                                    report => fun(_, _) -> ok end}, [], Samples, Call),
    #{no_answer := Silent} = Whole = window:add(Cost, Again),
    Until = envelope:now_ms() + Window,
    Pids = lists:usort(Moving ++ Silent),
    Workers = bound:start(fun() -> rounds(Pids, Until, []) end, ?WORKERS, Call),
    Slow = lists:append([Found || {_, {ok, Found}} <- bound:results(Workers, Window + ?EXTRA_MS)]),
    Groups = selection:keyed([{Pid, {Ms, Stack}} || {Pid, Ms, Stack} <- Slow], [{{'$1', '$2'}, [], ['$1' | '$2']}]),
    Sorted = lists:reverse(lists:keysort(4, [{Pid, Stack, length(Times), Ms}
                                             || {Pid, Times} <- maps:to_list(Groups), {Ms, Stack} <- [lists:max(Times)]])),
    {#{asked => length(Pids), slices => [{Pid, [{M, F, arity(A)} || {M, F, A, _} <- Stack], Times, Ms}
                                            || {Pid, Stack, Times, Ms} <- lists:sublist(Sorted, Limit)]},
     Whole}.

%% ---------------------------------------------------------------------------

arity(Arguments) when is_list(Arguments) -> length(Arguments);
arity(Arity) -> Arity.

%% Runs in the workers of the sweep.
-spec moving([pid()], [term()], {[integer()], term()}) -> [pid()].
moving(Pids, Values, {Known, _}) ->
    bulk:select(lists:zip3(Pids, Values, Known),
                [{{'$1', {reductions, '$2'}, '$3'}, [{'>', {'-', '$2', '$3'}, 0}], ['$1']}]).

%% [{Pid, Ms, Stack}] of those that were slow.
-spec rounds([pid()], integer(), [slow()]) -> [slow()].
rounds(Pids, Until, Slow) ->
    Start = envelope:now_ms(),
    Found = [{Pid, Ms, Stack} || Pid <- Pids, {Ms, Stack} <- [timed(Pid)], Ms >= ?SLOW_MS],
    Now = envelope:now_ms(),
    %% A round over many takes time itself.
    timer:sleep(?PAUSE_MS + 2 * case Found of [] -> Now - Start; _ -> 0 end),
    case Now < Until of
        true -> rounds(Pids, Until, Found ++ Slow);
        false -> Found ++ Slow
    end.

-spec timed(pid()) -> {non_neg_integer(), [tuple()]}.
timed(Pid) ->
    Start = envelope:now_ms(),
    Stack = process_info(Pid, current_stacktrace),
    {envelope:now_ms() - Start, case Stack of {_, Frames} -> lists:sublist(Frames, ?FRAMES); undefined -> [] end}.
