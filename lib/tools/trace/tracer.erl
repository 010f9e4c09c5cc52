%% The process that receives trace messages. It takes them from its mailbox in batches with compiled
%% functions: a few microseconds a message. At its limit it ends, and the emulator then removes
%% its flags from all processes.
%%
%% The body starts it, at high priority so that it never falls far behind; it is linked to the
%% coordinator, so it ends with the call.
-module(tracer).
-export([start/2, go/3, finish/1]).
-export_type([tracer/0]).

-type tracer() :: #{pid := pid(), monitor := reference(), reference := reference()}.

%% Maximum words of all messages; then it ends.
-define(MOST, 8000000).
%% A batch above this size, in words, is garbage-collected as soon as it is passed on.
-define(LARGE, 50000).
%% Ms between two looks into the mailbox.
-define(PAUSE, 20).
%% Messages taken at a time: those taken are on the heap, which a flood would fill.
-define(BATCH, 50).

%% Starts it. It sends the body {Reference, events, Events} and finally {Reference, ended, Why, Waiting}:
%% Why is max_events, max_bytes or duration, Waiting the number of messages left. `shaper` gets
%% BeginNs and returns a fun from trace messages to events, at most one of each, which must not copy
%% terms of unknown size.
-spec start(#{max := pos_integer(), shaper := fun((integer()) -> fun(([tuple()]) -> [term()])),
              sample := {pos_integer(), [atom()]} | none, pause_ms => pos_integer()}, envelope:call()) -> tracer().
start(#{max := Max, shaper := Shaper, sample := Sample} = Options, #{coordinator := Coordinator}) ->
    Body = self(),
    Reference = make_ref(),
    {Pid, Monitor} =
        spawn_opt(fun() ->
                          link(Coordinator),
                          receive
                              {Reference, go, Way, BeginNs} ->
                                  serve(Max, ?MOST, #{body => Body, reference => Reference, way => Way, sample => Sample,
                                                      shape => Shaper(BeginNs), pause => maps:get(pause_ms, Options, pause(Sample))})
                          end
                  end,
                  [monitor, {priority, high}, envelope:heap_guard(2 * ?MOST)]),
    #{pid => Pid, monitor => Monitor, reference => Reference}.

%% Lets events come.
-spec go(trace_backend:way() | {shared, pid()}, integer(), tracer()) -> ok.
go(Way, BeginNs, #{pid := Pid, reference := Reference}) ->
    Pid ! {Reference, go, Way, BeginNs},
    ok.

%% Ends it; what has arrived is still passed on.
-spec finish(tracer()) -> ok.
finish(#{pid := Pid, reference := Reference}) ->
    Pid ! {Reference, finish},
    ok.

%% ---------------------------------------------------------------------------

-spec pause({pos_integer(), [atom()]} | none) -> pos_integer().
pause(none) -> ?PAUSE;
pause({EveryMs, _}) -> erlang:min(?PAUSE, EveryMs).

%% `shape` makes events of messages; the rest is as in start/2.
-type plan() :: #{body := pid(), reference := reference(), way := term(), sample := {pos_integer(), [atom()]} | none,
                  shape := fun(([tuple()]) -> [term()]), pause := pos_integer()}.

-spec serve(non_neg_integer(), integer(), plan()) -> no_return().
serve(Left, Words, #{pause := Pause} = Plan) ->
    case take(1) of
        [timeout] ->
            timer:sleep(Pause),
            serve(Left, Words, Plan);
        First ->
            batch(First ++ take(erlang:min(?BATCH, waiting())), Left, Words, Plan)
    end.

%% As many messages as there are at least, or `timeout` for one that is not there, without
%% a step of the interpreter for each.
-spec take(non_neg_integer()) -> [term()].
take(Count) ->
    lists:zipwith(fun prim_eval:'receive'/2, lists:duplicate(Count, fun proplists:property/1),
                  lists:duplicate(Count, 0)).

%% Of those that had come when one was last taken.
-spec waiting() -> non_neg_integer().
waiting() ->
    {_, Count} = process_info(self(), message_queue_len),
    Count.

-spec batch([term()], non_neg_integer(), integer(), plan()) -> no_return().
batch(Taken, Left, Words, #{reference := Reference} = Plan) ->
    %% By no match specification: it would copy them, and of some a copy has no end.
    Messages = [Message || Message <- Taken, tuple_size(Message) > 2,
                           lists:member(element(1, Message), [trace_ts, monitor])],
    case length(Messages) =:= length(Taken) of
        true -> ok;
        false -> [arm(Pid, Plan) || {arm, Pid} <- Taken]
    end,
    %% On the heap: constants are not copied, and may share so much that nothing can count them.
    Size = erts_debug:size_shared(Messages),
    {Room, Over} = pass_on(Messages, Left, Plan),
    %% Or a few more of that size would be more than its heap may hold.
    Size > ?LARGE andalso erlang:garbage_collect(),
    Finished = lists:member({Reference, finish}, Taken),
    if
        Room =:= 0 -> stop(max_events, Over, Plan);
        Size >= Words -> stop(max_bytes, 0, Plan);
        Finished -> stop(duration, 0, Plan);
        true -> serve(Room, Words - Size, Plan)
    end.

%% How many events may follow, and how many messages there was no room for; some may make no event.
-spec pass_on([tuple()], non_neg_integer(), plan()) -> {non_neg_integer(), non_neg_integer()}.
pass_on(Messages, Left, _Plan) when Messages =:= []; Left =:= 0 ->
    {Left, length(Messages)};
pass_on(Messages, Left, #{body := Body, reference := Reference, shape := Shape} = Plan) ->
    Now = lists:sublist(Messages, Left),
    Events = Shape(Now),
    Events =:= [] orelse (Body ! {Reference, events, Events}),
    arm_later(Now, Plan),
    pass_on(lists:nthtail(length(Now), Messages), Left - length(Events), Plan).

%% A sampled process has switched itself off with the call that it was traced for.
-spec arm_later([tuple()], plan()) -> ok.
arm_later(_Messages, #{sample := none}) ->
    ok;
arm_later(Messages, #{sample := {EveryMs, _}}) ->
    [erlang:send_after(EveryMs, self(), {arm, element(2, Message)}) || Message <- Messages],
    ok.

-spec arm(pid(), plan()) -> term().
arm(Pid, #{way := Way, sample := {_, Flags}}) ->
    trace_backend:processes(Way, Pid, true, Flags).

%% Ends at once, whatever the body does: with the tracer gone, no more events are sent.
-spec stop(atom(), non_neg_integer(), plan()) -> no_return().
stop(Why, Taken, #{body := Body, reference := Reference}) ->
    Last = length([Message || Message <- take(1), Message =/= timeout]),
    Body ! {Reference, ended, Why, Taken + Last + waiting()},
    exit(normal).
