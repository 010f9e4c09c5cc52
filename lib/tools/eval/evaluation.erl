%% Runs what a user wrote, in a process of its own with a heap limit and low priority. Its group
%% leader is a process of ours, which every process that it starts inherits: its output is
%% collected here, and when the call ends, for whatever reason, all of them are killed.
%%
%% To kill them, processes of the node are listed and the group leaders of new ones read. Where
%% they start others faster than they can be found, all other schedulers are blocked for some
%% milliseconds (`multi_scheduling`, see freeze/2) while new processes are suspended. The body
%% of the probe does that, or the process in which the guard undoes; never an evaluator.
%%
%% If the body dies in between, the emulator itself releases the block and resumes whatever the
%% body had suspended: both belong to the process that asked for them. The guard then does the
%% same clearing again. If that process dies too, nothing stays blocked or suspended, but what
%% the user's code started runs on; its group leader ends a minute after the body. If the whole
%% coordinator is gone, the guard clears all the same: it monitors it, and is linked to nobody.
-module(evaluation).
-export([run/3, rehearsed/0]).
-export_type([answer/0]).

-define(MAX_NEW_PROCESSES, 5000). % more than the node had before: it is stopped
-define(LOOK_MS, 10).             % between looks at time and number of processes
-define(MAX_FRAMES, 20).          % of a stack
-define(FEW_TRIES, 3).            % to find the last ones, where listing takes long
-define(TRIES, 10).               % the same where it does not
-define(MAX_TRIES, 100).          % while some of ours, or very many, are still found
-define(LARGE_NODE, 50000).       % processes: from here on listing takes long
-define(HURRY, 5).                % rounds without the block, at priority high
-define(MAX_FROZEN, 50).          % rounds in which the node is blocked
%% Processes read by one reader, then by each that takes over from one that is late.
-define(GROUPS, [4000, 100, 1]).
-define(LOOK_GROUP_MS, 200).      % for a round of readers
-define(FROZEN_GROUP_MS, 1500).   % the same: strangers wait, suspended, but must not be missed
-define(OUTPUT_MS, 1000).         % for the leader to hand over what was printed
-define(ORPHANED_MS, 60000).      % that the leader outlives the body, for who still prints
-define(MANY_NEW, 1000).          % more processes than before, and more than a part of these,
-define(MANY_PART, 20).           % are so many that they can only be found with the node blocked

-type limits() :: #{ms := pos_integer(), heap_words := pos_integer(),
                    output := non_neg_integer(), values := cut:limits()}.

%% What was printed, and one outcome of: `value`, {Cut, Bytes}; `raised`, {Class, Cut, [Frame]};
%% `ended_with`, {Cut, Bytes}, of what another process ended; `out_of_memory`, `out_of_time`,
%% `too_many_processes`, true.
-type answer() :: #{done := boolean(), output := binary(), output_omitted_bytes => pos_integer(),
                    output_lost => true, atom() => term()}.

%% The answer where nothing was run.
-spec rehearsed() -> answer().
rehearsed() ->
    #{done => false, output => <<>>}.

-spec run(fun(() -> term()), limits(), envelope:call()) -> answer().
run(Work, #{ms := Ms, heap_words := Words, output := Bytes} = Limits, #{until := Until} = Call) ->
    Body = self(),
    End = erlang:min(Until, envelope:now_ms() + Ms),
    Before = erlang:processes(),
    Leader = spawn_opt(fun() -> lead(monitor(process, Body), [], Bytes, 0) end,
                       [envelope:heap_guard(Words)]),
    guard:protect(fun() -> clear(Leader, Before), exit(Leader, kill) end, Call),
    %% Inherited when it is spawned, so that an evaluator can be found at any time.
    Own = group_leader(),
    group_leader(Leader, self()),
    {Evaluator, Monitor} =
        spawn_opt(fun() -> exit({Body, outcome(Work, Limits)}) end,
                  [monitor, {priority, low}, envelope:heap_guard(Words)]),
    group_leader(Own, self()),
    %% Above whatever it starts.
    process_flag(priority, high),
    Most = erlang:system_info(process_count) + ?MAX_NEW_PROCESSES,
    Outcome = wait(Evaluator, Monitor, End, Most, Limits),
    exit(Evaluator, kill),
    clear(Leader, Before),
    process_flag(priority, low),
    maps:merge(Outcome#{done => true}, output(Leader)).

%% ---------------------------------------------------------------------------

-spec wait(pid(), reference(), integer(), pos_integer(), limits()) -> Outcome :: map().
wait(Evaluator, Monitor, End, Most, Limits) ->
    Body = self(),
    receive
        {'DOWN', Monitor, process, Evaluator, {Body, Result}} -> Result;
        {'DOWN', Monitor, process, Evaluator, killed} -> #{out_of_memory => true};
        {'DOWN', Monitor, process, Evaluator, Reason} -> ended(Reason, Limits)
    after ?LOOK_MS ->
        case erlang:system_info(process_count) > Most of
            true -> #{too_many_processes => true};
            false ->
                case envelope:now_ms() < End of
                    true -> wait(Evaluator, Monitor, End, Most, Limits);
                    false -> #{out_of_time => true}
                end
        end
    end.

-spec outcome(fun(() -> term()), limits()) -> map().
outcome(Work, #{values := Values}) ->
    try Work() of
        Value ->
            #{value => shown(Value, Values)}
    catch
        Class:Reason:Stack ->
            Frames = [frame(Frame) || Frame <- lists:sublist(Stack, ?MAX_FRAMES), not interpreter(Frame)],
            #{raised => {Class, cut:term(Reason, Values), Frames}}
    end.

-spec ended(term(), limits()) -> map().
ended(Reason, #{values := Values}) ->
    #{ended_with => shown(Reason, Values)}.

%% As values:shown/2, but what is shared counts once: a value that was just made may
%% share so much that its parts cannot be counted one by one.
-spec shown(term(), cut:limits()) -> {term(), non_neg_integer()}.
shown(Term, Limits) ->
    {cut:term(Term, Limits), erts_debug:size(Term) * erlang:system_info(wordsize)}.

%% Frames of the interpreter, left out of stacks.
-spec interpreter(tuple()) -> boolean().
interpreter(Frame) ->
    lists:member(element(1, Frame), [erl_eval, eval_bits]).

%% As text: "lists:nth/2 (lists.erl:170)". Whoever raises may have made up the stack: what
%% makes no sense in it is left out.
-spec frame(tuple()) -> binary().
frame({Module, Function, Arguments, Location}) ->
    Arity = case is_integer(Arguments) of
                true -> Arguments;
                false -> try length(Arguments) catch error:_ -> 0 end
            end,
    Place = case {file(Location), line(Location)} of
                {File, Line} when File =/= <<>>, Line =/= 0 -> [" (", File, $:, integer_to_list(Line), $)];
                _ -> []
            end,
    %% Not by io_lib, which the node may have to load for it.
    iolist_to_binary([atom_to_binary(Module, utf8), $:, atom_to_binary(Function, utf8),
                      $/, integer_to_list(Arity) | Place]);
frame({Function, Arguments, Location}) when is_function(Function) ->
    {module, Module} = erlang:fun_info(Function, module),
    frame({Module, 'fun', Arguments, Location}).

-spec file(list()) -> binary().
file(Location) ->
    try <<_/binary>> = unicode:characters_to_binary(proplists:get_value(file, Location, ""))
    catch error:_ -> <<>>
    end.

-spec line(list()) -> integer().
line(Location) ->
    try proplists:get_value(line, Location, 0) of
        Line when is_integer(Line) -> Line;
        _ -> 0
    catch error:_ -> 0
    end.

%% ---------------------------------------------------------------------------
%% The group leader: serves the I/O protocol, and keeps what is printed.

-spec lead(reference(), [binary()], non_neg_integer(), non_neg_integer()) -> ok.
lead(Body, Kept, Left, Omitted) ->
    receive
        {io_request, From, ReplyAs, Request} when is_pid(From) ->
            {Reply, Bytes} = try serve(Request) catch _:_ -> {{error, request}, <<>>} end,
            From ! {io_reply, ReplyAs, Reply},
            case byte_size(Bytes) of
                0 -> lead(Body, Kept, Left, Omitted);
                Size when Size =< Left -> lead(Body, [Bytes | Kept], Left - Size, Omitted);
                Size ->
                    Part = binary:copy(binary:part(Bytes, 0, Left)),
                    lead(Body, [Part | Kept], 0, Omitted + Size - Left)
            end;
        {output, From, Reference} ->
            From ! {Reference, iolist_to_binary(lists:reverse(Kept)), Omitted},
            lead(Body, Kept, Left, Omitted);
        %% Whoever is left finds nobody to print to, and is killed in a moment.
        {'DOWN', Body, process, _, _} ->
            receive after ?ORPHANED_MS -> ok end;
        _ ->
            lead(Body, Kept, Left, Omitted)
    end.

%% Output is lost if the leader died: it exceeded its heap limit, or the source killed it.
-spec output(pid()) -> map().
output(Leader) ->
    Monitor = monitor(process, Leader),
    Leader ! {output, self(), Monitor},
    receive
        {Monitor, Output, 0} -> #{output => Output};
        {Monitor, Output, Omitted} -> #{output => Output, output_omitted_bytes => Omitted};
        {'DOWN', Monitor, process, Leader, _} -> #{output => <<>>, output_lost => true}
    after ?OUTPUT_MS -> #{output => <<>>, output_lost => true}
    end.

-spec serve(term()) -> {Reply :: term(), Printed :: binary()}.
serve({put_chars, Encoding, Module, Function, Arguments}) -> formatted(Encoding, Module, Function, Arguments);
serve({put_chars, Encoding, Characters}) -> text(Encoding, Characters);
serve({put_chars, Module, Function, Arguments}) -> formatted(latin1, Module, Function, Arguments);
serve({put_chars, Characters}) -> text(latin1, Characters);
serve({requests, Requests}) ->
    lists:foldl(fun(Request, {ok, Before}) ->
                        {Reply, Bytes} = serve(Request),
                        {Reply, <<Before/binary, Bytes/binary>>};
                   (_, Failed) ->
                        Failed
                end, {ok, <<>>}, Requests);
serve(getopts) -> {[{encoding, unicode}], <<>>};
serve({get_geometry, _}) -> {{error, enotsup}, <<>>};
serve(Request) when element(1, Request) =:= get_line; element(1, Request) =:= get_chars;
                    element(1, Request) =:= get_until ->
    {eof, <<>>};
serve(_) -> {{error, enotsup}, <<>>}.

%% io:format/2 sends its arguments, and has the leader do the formatting.
-spec formatted(atom(), module(), atom(), [term()]) -> {ok | {error, atom()}, binary()}.
formatted(Encoding, io_lib, Function, [Format, Arguments]) when Function =:= format; Function =:= fwrite ->
    try text(Encoding, io_lib:format(Format, Arguments))
    catch _:_ -> {{error, Function}, <<>>}
    end;
formatted(_Encoding, _Module, Function, _Arguments) ->
    {{error, Function}, <<>>}.

-spec text(atom(), unicode:chardata()) -> {ok | {error, term()}, binary()}.
text(Encoding, Characters) ->
    case unicode:characters_to_binary(Characters, Encoding, unicode) of
        Bytes when is_binary(Bytes) -> {ok, Bytes};
        _ -> {{error, {Encoding, put_chars}}, <<>>}
    end.

%% ---------------------------------------------------------------------------

%% Kills all processes with this group leader until none is left. Processes from before the call
%% (`Before`) are not looked at. A process that has ended before it is looked at may have started
%% another, so a round only counts as clean if none was missed. On a node where short-lived
%% processes come and go, that may never happen: then this gives up, on a large node soon.
-spec clear(pid(), [pid()]) -> term().
clear(Leader, Before) ->
    Priority = process_flag(priority, high),
    Count = length(Before),
    Tries = case Count < ?LARGE_NODE of true -> ?TRIES; false -> ?FEW_TRIES end,
    clear(Leader, Before, #{most => Count + erlang:max(?MANY_NEW, Count div ?MANY_PART), tries => Tries}, 0),
    process_flag(priority, Priority).

%% To stop all else for a look, which on a large node takes long, there must be more than
%% processes that are gone: some of ours, or very many.
-spec clear(pid(), [pid()], #{most := pos_integer(), tries := pos_integer()}, non_neg_integer()) -> ok.
clear(Leader, Strangers, #{most := Most, tries := Tries} = Limits, Round) ->
    Many = erlang:system_info(process_count) > Most,
    Hurry = Many orelse Round >= ?HURRY,
    Frozen = Round < ?MAX_FROZEN andalso Hurry,
    process_flag(priority, case Hurry of true -> max; false -> high end),
    case others(Strangers) of
        [] ->
            ok;
        Suspects ->
            {Ours, More, Gone} =
                case Frozen of
                    true -> freeze(Leader, Strangers);
                    false -> look(Leader, Suspects, ?GROUPS, ?LOOK_GROUP_MS, fun(_) -> ok end)
                end,
            Last = case Ours orelse Many of true -> ?MAX_TRIES; false -> Tries end,
            case (Ours orelse Gone) andalso Round < Last of
                true -> clear(Leader, More ++ Strangers, Limits#{tries := Last}, Round + 1);
                false -> ok
            end
    end.

-spec others([pid()]) -> [pid()].
others(Strangers) ->
    erlang:processes() -- [self() | Strangers].

%% For processes that start others faster than they can be found. Blocks the other schedulers for some
%% milliseconds and suspends all new processes, which takes effect before they run; then kills
%% ours and resumes the others once identified. If this process ends, the emulator releases the
%% block and the suspensions.
-spec freeze(pid(), [pid()]) -> {boolean(), [pid()], boolean()}.
freeze(Leader, Strangers) ->
    erlang:system_flag(multi_scheduling, block_normal),
    Held = held(others(Strangers)),
    erlang:system_flag(multi_scheduling, unblock_normal),
    look(Leader, Held, ?GROUPS, ?FROZEN_GROUP_MS, fun resume/1).

-spec resume([pid()]) -> ok.
resume(Pids) ->
    lists:foreach(fun(Pid) -> catch erlang:resume_process(Pid) end, Pids).

-spec held([pid()]) -> [pid()].
held(Pids) ->
    try lists:zipwith(fun erlang:suspend_process/2, Pids, lists:duplicate(length(Pids), [asynchronous])) of
        _ -> Pids
    catch
        error:_ -> [Pid || Pid <- Pids, hold(Pid)]
    end.

-spec hold(pid()) -> boolean().
hold(Pid) ->
    try erlang:suspend_process(Pid, [asynchronous])
    catch error:_ -> false
    end.

-spec kill([pid()]) -> [true].
kill(Pids) ->
    lists:zipwith(fun erlang:exit/2, Pids, lists:duplicate(length(Pids), kill)).

%% Kills ours, and does with the others what is said: {Whether there were any of ours, The
%% others, Whether some are gone}. A process inside native code keeps its reader waiting, so
%% groups that are late are read again in smaller ones; one that is late alone is taken for a
%% stranger.
-spec look(pid(), [pid()], [pos_integer()], pos_integer(), fun(([pid()]) -> term())) ->
          {Ours :: boolean(), Others :: [pid()], Gone :: boolean()}.
look(_Leader, [], _Sizes, _Ms, _Spare) ->
    {false, [], false};
look(_Leader, Silent, [], _Ms, Spare) ->
    Spare(Silent),
    {false, Silent, false};
look(Leader, Pids, [Size | Sizes], Ms, Spare) ->
    Until = envelope:now_ms() + Ms,
    Readers = [{Group, reader(Leader, Group)} || Group <- groups(Pids, Size)],
    lists:foldl(fun({Group, Reader}, {Ours, Strangers, Gone}) ->
                        {Ours1, Strangers1, Gone1} =
                            case result(Reader, Until) of
                                {read, {Mine, Others, Missing}} ->
                                    kill(Mine),
                                    Spare(Others),
                                    {Mine =/= [], Others, Missing};
                                late -> look(Leader, Group, Sizes, Ms, Spare)
                            end,
                        {Ours1 or Ours, Strangers1 ++ Strangers, Gone or Gone1}
                end, {false, [], false}, Readers).

%% Where there is no room for one more process, it is read here.
-spec reader(pid(), [pid()]) -> {pid(), reference()} | {read, {[pid()], [pid()], boolean()}}.
reader(Leader, Pids) ->
    try spawn_opt(fun() -> exit({read, read(Leader, Pids)}) end, [monitor, {priority, max}, envelope:heap_guard()])
    catch
        error:system_limit -> {read, read(Leader, Pids)}
    end.

result({read, _} = Read, _Until) ->
    Read;
result({Pid, Monitor}, Until) ->
    receive
        {'DOWN', Monitor, process, Pid, Result} -> Result
    after erlang:max(0, Until - envelope:now_ms()) ->
        exit(Pid, kill),
        demonitor(Monitor, [flush]),
        late
    end.

groups([], _Size) ->
    [];
groups(Pids, Size) ->
    Group = lists:sublist(Pids, Size),
    [Group | groups(lists:nthtail(length(Group), Pids), Size)].

%% {Ours, Others, Whether some are gone}.
-spec read(pid(), [pid()]) -> {[pid()], [pid()], boolean()}.
read(Leader, Pids) ->
    Items = lists:duplicate(length(Pids), group_leader),
    Known = lists:zip(Pids, lists:zipwith(fun erlang:process_info/2, Pids, Items)),
    Ours = pick(Known, [{{'$1', {group_leader, Leader}}, [], ['$1']}]),
    Others = pick(Known, [{{'$1', {group_leader, '$2'}}, [{'=/=', '$2', Leader}], ['$1']}]),
    {Ours, Others, length(Ours) + length(Others) < length(Pids)}.

pick(Rows, Spec) ->
    ets:match_spec_run(Rows, ets:match_spec_compile(Spec)).
