%% What typical questions are about, and the least that compiled code takes for them.
-module(questions_lab).
-export([start/1, init/1, child/0, many/1, idle/0, tables/0, children/0, modules/0, calls/1, f/2, loop/1, pauses/1]).

%% A supervisor of so many children, 2,000 tables, and a process that somebody calls.
-spec start(non_neg_integer()) -> ok.
start(Children) ->
    Self = self(),
    spawn(fun() ->
                  {ok, Sup} = supervisor:start_link({local, lab_sup}, questions_lab, []),
                  [{ok, _} = supervisor:start_child(Sup, []) || _ <- lists:seq(1, Children)],
                  [ets:new(lab, [public]) || _ <- lists:seq(1, 2000)],
                  Self ! ready,
                  receive stop -> ok end
          end),
    receive ready -> ok end.

-spec init([]) -> {ok, {supervisor:sup_flags(), [supervisor:child_spec()]}}.
init([]) ->
    {ok, {#{strategy => simple_one_for_one},
          [#{id => child, start => {questions_lab, child, []}}]}}.

-spec child() -> {ok, pid()}.
child() -> {ok, proc_lib:spawn_link(questions_lab, idle, [])}.

-spec many(non_neg_integer()) -> non_neg_integer().
many(Processes) -> length([spawn(questions_lab, idle, []) || _ <- lists:seq(1, Processes)]).

-spec idle() -> ok.
idle() -> receive stop -> ok end.

-spec tables() -> non_neg_integer().
tables() -> length([ets:info(Table) || Table <- ets:all()]).

-spec children() -> non_neg_integer().
children() -> length(supervisor:which_children(lab_sup)).

-spec modules() -> non_neg_integer().
modules() -> length([Module:module_info(md5) || {Module, _} <- code:all_loaded()]).

%% Calls f/2 ten times every so many ms.
-spec calls(non_neg_integer()) -> true.
calls(Ms) -> register(lab_calls, spawn(questions_lab, loop, [Ms])).

-spec loop(non_neg_integer()) -> ok.
loop(Ms) ->
    [questions_lab:f({user, N, <<"a name">>}, [{limit, 10}]) || N <- lists:seq(1, 10)],
    receive stop -> ok after Ms -> questions_lab:loop(Ms) end.

-spec f(term(), term()) -> {ok, {term(), term()}}.
f(User, Options) -> {ok, {User, Options}}.

%% The longest time, in ms, that any process or collection of garbage keeps a scheduler within so
%% many ms, and what it was; what takes 2 ms at most is not seen.
-spec pauses(non_neg_integer()) -> {Ms :: non_neg_integer(), none | {atom(), [tuple()]}}.
pauses(Ms) ->
    erlang:system_monitor(self(), [{long_schedule, 2}, {long_gc, 2}]),
    pauses(erlang:monotonic_time(millisecond) + Ms, {0, none}).

-spec pauses(integer(), {non_neg_integer(), none | {atom(), [tuple()]}}) -> {non_neg_integer(), none | {atom(), [tuple()]}}.
pauses(Until, Longest) ->
    receive
        {monitor, _, What, Facts} -> pauses(Until, max(Longest, {proplists:get_value(timeout, Facts), {What, Facts}}))
    after max(0, Until - erlang:monotonic_time(millisecond)) -> Longest
    end.
