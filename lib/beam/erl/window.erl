%% Looks at processes twice, some time apart.
%%
%% Workers look, the body waits in between. The result of the first look is kept in a table of the
%% body, which ends with it.
-module(window).
-export([samples/4, facts/1, since/2, mark/1, spawned/2, wait/2, add/2]).
-export_type([facts/0]).

%% Time limit for listing millions of processes, or for starting one on a busy node.
-define(LIST_MS, 10000).
-define(MARK_MS, 5000).

%% Processes of the first look that are reported should they end: those that worked then.
-define(MAX_WORKING, 50).
%% Numbers of pids before the second one counts, from OTP 26 on and before.
-define(NUMBERS, 1 bsl 28).
-define(OLD_NUMBERS, 1 bsl 15).

%% [Name | [], InitialCall, CurrentFunction]
-type facts() :: [term()].

%% Reads an item of all processes as numbers, then waits. `total`: processes after the window;
%% `samples`: these, with the first number, 0 for new ones; `waited`: ms of the window; `cost`: of
%% the first look; `ended`: processes that ended since; `short`: at least how many started and
%% ended, or `none`; `busy`: some that worked in the first look, if the item is work.
-spec samples(term(), [sweep:sample()], non_neg_integer(), envelope:call()) ->
          #{total := non_neg_integer(), samples := [sweep:sample()], waited := non_neg_integer(),
            cost := envelope:cost(), ended := non_neg_integer(), short := non_neg_integer() | none,
            busy := [{pid(), facts()}]}.
samples(Item, Everyone, Window, Call) ->
    Start = envelope:now_ms(),
    Table = ets:new(window, [public]),
    {{Keys, Busy}, Cost} = sweep:again(#{item => Item, pick => keep(Item, Table),
                                         step => fun({Key, Working}, {Keys, All}) -> {[Key | Keys], Working ++ All} end,
                                         hint => fun(_) -> none end,
                                         report => fun(_, _) -> ok end}, {[], []}, Everyone, Call),
    Mark = mark(Call),
    wait(Start + Window, Call),
    Spawned = spawned(Mark, mark(Call)),
    {Now, New} = since(Everyone, Call),
    #{total => Now, samples => [{stored, Table, Key} || Key <- Keys] ++ [{New, [0 || _ <- New]}],
      waited => envelope:now_ms() - Start, cost => Cost, busy => Busy,
      ended => erlang:max(0, sweep:count(Everyone) + length(New) - Now),
      short => case Spawned of none -> none; _ -> erlang:max(0, Spawned - 1 - length(New)) end}.

%% The number of processes and the new ones, without ours. The order of pids does not show which are
%% new: once the process table has been full, small numbers come back.
-spec since([sweep:sample()], envelope:call()) -> {non_neg_integer(), [pid()]}.
since(Before, Call) ->
    Ours = ours:processes(Call),
    Look = fun() ->
                   Now = erlang:processes() -- [self() | Ours],
                   {length(Now), Now -- sweep:pids(Before)}
           end,
    {ok, Answer} = worker:one(Look, ?LIST_MS, sweep:roomy(Call)),
    Answer.

%% Marks a moment by a pid created then.
-spec mark(envelope:call()) -> pid().
mark(Call) ->
    {ok, Pid} = worker:one(fun() -> self() end, ?MARK_MS, Call),
    Pid.

%% How many processes were made between two moments, by the numbers in their pids,
%% which follow each other until the table of processes has been full once. The second
%% number counts 2^15 of the first before OTP 26, where that is no larger.
-spec spawned(pid(), pid()) -> integer() | none.
spawned(Mark, Later) ->
    Width = try list_to_pid("<0.32768.0>") of _ -> ?NUMBERS
            catch error:badarg -> ?OLD_NUMBERS
            end,
    [A, B] = [begin
                  [_, Number, Serial] = string:lexemes(pid_to_list(Pid), "<.>"),
                  list_to_integer(Number) + Width * list_to_integer(Serial)
              end || Pid <- [Mark, Later]],
    case erlang:max(A, B) < erlang:system_info(process_limit) of
        true -> B - A;
        false -> none
    end.

%% Waits until then, but keeps half of the remaining time for the steps that follow.
-spec wait(integer(), envelope:call()) -> ok | early.
wait(Then, #{until := Until} = Call) ->
    Now = envelope:now_ms(),
    early:pause(erlang:min(Then - Now, (Until - Now) div 2), Call).

%% Cost of two looks together.
-spec add(envelope:cost(), envelope:cost()) -> envelope:cost().
add(#{processes_scanned := A, partial := P, no_answer := S},
    #{processes_scanned := B, partial := Q, no_answer := T}) ->
    #{processes_scanned => A + B, partial => P orelse Q, no_answer => lists:usort(S ++ T)}.

%% ---------------------------------------------------------------------------

%% The worker itself puts them into the table: {Key, Pids, Numbers}.
keep(Item, Table) ->
    Numbers = numbers(Item),
    fun(Pids, Values, _) ->
            Key = make_ref(),
            ets:insert(Table, {Key, Pids, Numbers(Values)}),
            {Key, case Item of reductions -> working(Pids); _ -> [] end}
    end.

-spec working([pid()]) -> [{pid(), facts()}].
working(Pids) ->
    States = lists:zipwith(fun erlang:process_info/2, Pids, lists:duplicate(length(Pids), status)),
    Working = bulk:select(lists:zip(States, Pids),
                          [{{{status, State}, '$1'}, [], ['$1']} || State <- [running, runnable, garbage_collecting]]),
    facts(lists:sublist(Working, ?MAX_WORKING)).

%% Facts to report of a process if it ends: its name, initial call and current function.
-spec facts([pid()]) -> [{pid(), facts()}].
facts(Pids) ->
    Items = [registered_name, initial_call, current_function],
    Said = lists:zipwith(fun erlang:process_info/2, Pids, lists:duplicate(length(Pids), Items)),
    [{Pid, [Value || {_, Value} <- Values]} || {Pid, [_ | _] = Values} <- lists:zip(Pids, Said)].

-spec numbers(term()) -> fun(([term()]) -> [non_neg_integer()]).
numbers(binary) ->
    fun(Values) -> selection:numbers(binary, Values, fun(V) -> {'_', V} end) end;
numbers(_Item) ->
    fun(Values) ->
            Spec = [{{'_', '$1'}, [{is_integer, '$1'}], ['$1']},
                    {{'_', '$1'}, [{is_list, '$1'}], [{length, '$1'}]},
                    {'_', [], [0]}],
            ets:match_spec_run(Values, ets:match_spec_compile(Spec))
    end.
