%% The events that a tracer passes on, up to the limits of a trace.
-module(trace_collector).
-export([collect/1]).

%% The summary, which has `begin_ns`, with #{events, received, ended, waiting}. `ended` is limit,
%% bytes, stopped, tracer_killed, or none in reports. Times in events are us since `begin_ns`.
-spec collect(#{tracer := tracer:tracer(), way := tracing:way(), call := envelope:call(),
                limits := cut:limits(), stream := boolean(), summary := map(), left := integer(),
                events := [], received := 0, until := integer(), next := integer()}) -> map().
collect(#{tracer := #{reference := Reference, monitor := Monitor} = Tracer, until := Until,
          next := Next} = State) ->
    receive
        {Reference, message, Message} ->
            keep(trace_events:shape(Message, maps:get(limits, State)), State);
        {Reference, event, Event} ->
            keep(Event, State);
        {Reference, ended, Why, Waiting} ->
            answer(Why, Waiting, State);
        {'DOWN', Monitor, process, _, _} ->
            answer(tracer_killed, 0, State)
    after erlang:max(0, erlang:min(Until, Next) - envelope:now_ms()) ->
        case envelope:now_ms() >= Until of
            true ->
                tracer:finish(Tracer),
                collect(State#{until := Until + 3600000});
            false ->
                collect(report(State#{next := Next + 250}))
        end
    end.

keep(Raw, #{left := Left, events := Events, received := Received, way := Way,
            summary := #{begin_ns := Begin}} = State) ->
    Event = setelement(2, Raw, (element(2, Raw) - Begin) div 1000),
    Kept = State#{left := Left - erlang:external_size(Event), events := [Event | Events],
                  received := Received + 1},
    case Kept of
        #{left := Rest} when Rest =< 0 ->
            tracing:close(Way),
            answer(bytes, 0, Kept);
        _ ->
            collect(Kept)
    end.

%% How far it has come; where it streams, with what came since.
report(#{stream := Stream, call := Call} = State) ->
    envelope:report(told(none, 0, case Stream of true -> State; false -> State#{events := []} end),
                    #{}, Call),
    case Stream of true -> State#{events := []}; false -> State end.

answer(Why, Waiting, #{way := Way} = State) ->
    tracing:close(Way),
    told(Why, Waiting, State).

told(Why, Waiting, #{summary := Summary, events := Events, received := Received}) ->
    (maps:remove(begin_ns, Summary))#{events => lists:reverse(Events), received => Received, ended => Why,
             waiting => Waiting}.
