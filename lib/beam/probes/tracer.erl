%% The process that trace messages go to. It passes so many on and ends: with it end the
%% flags of all processes, so no more is sent than it could not get to in time.
-module(tracer).
-export([start/2, go/2, finish/1]).
-export_type([tracer/0]).

-type tracer() :: #{pid := pid(), monitor := reference(), reference := reference()}.

%% Larger messages are cut before they are passed on, in words.
-define(LARGE, 4000).
%% When it has had so much, it ends, in words.
-define(MOST, 8000000).

%% To a body that awaits {Reference, message, Message} or
%% {Reference, event, Event}, one that was cut already, and {Reference, ended, Why, Waiting};
%% Why is limit, bytes or stopped, and Waiting what is left of it.
-spec start(#{max := pos_integer(), limits := cut:limits(), sample := {pos_integer(), [atom()]} | none},
            envelope:call()) -> tracer().
start(Plan, #{coordinator := Coordinator}) ->
    Body = self(),
    Reference = make_ref(),
    {Pid, Monitor} =
        spawn_opt(fun() ->
                          link(Coordinator),
                          receive
                              {Reference, go, Way} ->
                                  serve(maps:get(max, Plan), ?MOST,
                                        Plan#{body => Body, reference => Reference, way => Way})
                          end
                  end,
                  [monitor, {priority, high}, envelope:heap_guard(2 * ?MOST)]),
    #{pid => Pid, monitor => Monitor, reference => Reference}.

%% From now on events may come.
go(Way, #{pid := Pid, reference := Reference}) ->
    Pid ! {Reference, go, Way},
    ok.

%% What has come up to now is still passed on.
finish(#{pid := Pid, reference := Reference}) ->
    Pid ! {Reference, finish},
    ok.

%% ---------------------------------------------------------------------------

serve(0, _Words, Plan) ->
    stop(limit, Plan);
serve(_Left, Words, Plan) when Words =< 0 ->
    stop(bytes, Plan);
serve(Left, Words, #{reference := Reference} = Plan) ->
    receive
        Message when element(1, Message) =:= trace_ts; element(1, Message) =:= monitor ->
            Size = trace_events:size(Message),
            pass_on(Message, Size, Plan),
            arm_later(Message, Plan),
            serve(Left - 1, Words - Size, Plan);
        {arm, Pid} ->
            #{way := Way, sample := {_, Flags}} = Plan,
            tracing:processes(Way, Pid, true, Flags),
            serve(Left, Words, Plan);
        {Reference, finish} ->
            stop(stopped, Plan);
        _Other ->
            serve(Left, Words, Plan)
    end.

pass_on(Message, Size, #{body := Body, reference := Reference}) when Size =< ?LARGE ->
    Body ! {Reference, message, Message},
    ok;
pass_on(Message, _Size, #{body := Body, reference := Reference, limits := Limits}) ->
    Body ! {Reference, event, trace_events:shape(Message, Limits)},
    %% Or a few more of that size would be more than its heap may hold.
    erlang:garbage_collect(),
    ok.

%% A sampled process has switched itself off with the call that it was traced for.
arm_later({trace_ts, Pid, call, _, _, _}, #{sample := {EveryMs, _}}) ->
    erlang:send_after(EveryMs, self(), {arm, Pid}),
    ok;
arm_later(_Message, _Plan) ->
    ok.

%% Nothing more is sent to one that is gone: so it goes at once, whatever the body does.
stop(Why, #{body := Body, reference := Reference}) ->
    {message_queue_len, Waiting} = process_info(self(), message_queue_len),
    Body ! {Reference, ended, Why, Waiting},
    exit(normal).
