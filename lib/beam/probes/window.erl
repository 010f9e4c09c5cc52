%% Looks at processes twice, some time apart.
-module(window).
-export([samples/4, since/2, mark/1, spawned/2, wait/2, add/2]).

%% What an item of all processes is now, as numbers; then waits. Gives how many
%% processes there are after the window, samples of them, those that are new with 0,
%% how long the window was in ms, and what the first look cost.
-spec samples(term(), [sweep:sample()], non_neg_integer(), envelope:call()) ->
          {non_neg_integer(), [sweep:sample()], non_neg_integer(), envelope:cost()}.
samples(Item, Everyone, Window, Call) ->
    Start = envelope:now_ms(),
    Table = ets:new(window, [public]),
    {Keys, Cost} = sweep:again(#{item => Item, pick => keep(numbers(Item), Table),
                                 step => fun(Key, Keys) -> [Key | Keys] end,
                                 hint => fun(_) -> none end,
                                 report => fun(_, _) -> ok end}, [], Everyone, Call),
    wait(Start + Window, Call),
    {Now, New} = since(Everyone, Call),
    {Now, [{stored, Table, Key} || Key <- Keys] ++ [{New, [0 || _ <- New]}],
     envelope:now_ms() - Start, Cost}.

%% How many processes there are, and which of them were not there before; none of
%% ours. Pids do not tell: in a table that has been full once, the slots of processes
%% that lived long come back with small numbers.
-spec since([sweep:sample()], envelope:call()) -> {non_neg_integer(), [pid()]}.
since(Before, Call) ->
    Ours = ours:processes(Call),
    Look = fun() ->
                   Now = erlang:processes() -- [self() | Ours],
                   {length(Now), Now -- sweep:pids(Before)}
           end,
    {ok, Answer} = worker:one(Look, 10000, Call),
    Answer.

%% A moment, as a pid that was made then.
-spec mark(envelope:call()) -> pid().
mark(Call) ->
    {ok, Pid} = worker:one(fun() -> self() end, 5000, Call),
    Pid.

%% How many processes were made between two moments, by the numbers in their pids,
%% which follow each other until the table of processes has been full once. The second
%% number counts 2^15 of the first before OTP 26, where that is no larger.
-spec spawned(pid(), pid()) -> integer() | none.
spawned(Mark, Later) ->
    Width = try list_to_pid("<0.32768.0>") of _ -> 1 bsl 28
            catch error:badarg -> 1 bsl 15
            end,
    [A, B] = [begin
                  [_, Number, Serial] = string:lexemes(pid_to_list(Pid), "<.>"),
                  list_to_integer(Number) + Width * list_to_integer(Serial)
              end || Pid <- [Mark, Later]],
    case erlang:max(A, B) < erlang:system_info(process_limit) of
        true -> B - A;
        false -> none
    end.

%% Waits until then, but keeps half of the time that is left for what comes after.
-spec wait(integer(), envelope:call()) -> ok.
wait(Then, #{until := Until}) ->
    Now = envelope:now_ms(),
    timer:sleep(erlang:max(0, erlang:min(Then - Now, (Until - Now) div 2))).

%% What two looks cost together.
-spec add(envelope:cost(), envelope:cost()) -> envelope:cost().
add(#{processes_scanned := A, partial := P, no_answer := S},
    #{processes_scanned := B, partial := Q, no_answer := T}) ->
    #{processes_scanned => A + B, partial => P orelse Q, no_answer => lists:usort(S ++ T)}.

%% ---------------------------------------------------------------------------

%% The worker itself puts them into the table: {Key, Pids, Numbers}.
keep(Numbers, Table) ->
    fun(Pids, Values, _) ->
            Key = make_ref(),
            ets:insert(Table, {Key, Pids, Numbers(Values)}),
            Key
    end.

numbers(binary) ->
    fun(Values) -> selection:numbers(binary, Values, fun(V) -> {'_', V} end) end;
numbers(_Item) ->
    fun(Values) ->
            Spec = [{{'_', '$1'}, [{is_integer, '$1'}], ['$1']},
                    {{'_', '$1'}, [{is_list, '$1'}], [{length, '$1'}]},
                    {'_', [], [0]}],
            ets:match_spec_run(Values, ets:match_spec_compile(Spec))
    end.
