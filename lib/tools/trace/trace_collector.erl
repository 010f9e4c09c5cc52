%% Collects the events of a tracer, up to the limits of a trace.
%%
%% Runs in the body, which holds the events. If it dies in between, the guard removes what was set,
%% and the tracer ends with the call.
-module(trace_collector).
-export([collect/1]).

%% Ms between two checks that the trace is still set.
-define(LOOK, 100).
%% Ms between two reports.
-define(REPORT_MS, 250).
%% A tracer that is told to finish answers or dies: a time that never comes.
-define(NEVER_MS, 3600000).
%% Maximum reloaded modules to report.
-define(LOADED, 20).

%% The summary with #{events, received, ended_by, not_told, loaded_anew}. `ended_by` is max_events,
%% max_bytes, duration, stopped (early, by the asker), tracer_killed, what `look` gives, or none in reports. `look` gives ok, why the
%% trace is over, or [{Module, Functions}] of reloaded modules; `loaded_anew` are
%% {Us, Module, Functions} of the first of them, in us since `begin_ns`.
-spec collect(#{tracer := tracer:tracer(), way := trace_backend:way(), call := envelope:call(),
                look => fun(() -> atom() | [{module(), non_neg_integer()}]), stream := boolean(),
                summary := map(), left := integer(), until := integer(), _ => _}) -> map().
collect(State) ->
    Now = envelope:now_ms(),
    wait(maps:merge(#{look => fun() -> ok end, events => [], received => 0, loaded => [], at_end => duration,
                      next => Now + ?REPORT_MS, look_at => Now + ?LOOK}, State)).

%% ---------------------------------------------------------------------------

-spec wait(map()) -> map().
wait(#{tracer := #{reference := Reference, monitor := Monitor} = Tracer, until := Until,
       next := Next, look_at := LookAt, look := Look, call := #{reference := Asked}} = State) ->
    receive
        {Asked, early} ->
            wait(State#{until := envelope:now_ms(), at_end := stopped});
        {Reference, events, Events} ->
            keep(Events, State);
        {Reference, ended, duration, Waiting} ->
            answer(maps:get(at_end, State), Waiting, State);
        {Reference, ended, Why, Waiting} ->
            answer(Why, Waiting, State);
        {'DOWN', Monitor, process, _, _} ->
            answer(tracer_killed, 0, State)
    after erlang:max(0, lists:min([Until, Next, LookAt]) - envelope:now_ms()) ->
        case envelope:now_ms() of
            Now when Now >= Until ->
                %% So that what it brings about is traced, too.
                Look(),
                tracer:finish(Tracer),
                wait(State#{until := Until + ?NEVER_MS});
            Now when Now >= Next ->
                wait(report(State#{next := Now + ?REPORT_MS}));
            Now when Now >= LookAt ->
                look(State#{look_at := Now + ?LOOK});
            _ ->
                wait(State)
        end
    end.

-spec keep([term()], map()) -> map().
keep(Events, #{left := Left, events := Kept, received := Received} = State) ->
    case Left - erlang:external_size(Events) of
        Rest when Rest > 0 ->
            wait(State#{left := Rest, events := lists:reverse(Events, Kept),
                        received := Received + length(Events)});
        _ ->
            fill(Events, State)
    end.

%% Takes events up to the byte limit; the one that exceeds it is still kept.
-spec fill([term()], map()) -> map().
fill([Event | Events], #{left := Left, events := Kept, received := Received} = State) ->
    case State#{left := Left - erlang:external_size(Event), events := [Event | Kept],
                received := Received + 1} of
        #{left := Rest} = Last when Rest =< 0 -> answer(max_bytes, length(Events), Last);
        More when Events =:= [] -> wait(More);
        More -> fill(Events, More)
    end.

-spec look(map()) -> map().
look(#{look := Look, loaded := Loaded, summary := #{begin_ns := Begin}} = State) ->
    case Look() of
        ok -> wait(State);
        Modules when is_list(Modules) ->
            Us = (erlang:monotonic_time(nanosecond) - Begin) div 1000,
            New = [{Us, Module, Functions} || {Module, Functions} <- Modules,
                                              not (Functions =:= 0 andalso gone(Module, Loaded))],
            wait(State#{loaded := lists:sublist(Loaded ++ New, ?LOADED)});
        Why -> answer(Why, 0, State)
    end.

%% Whether a module that has none of the functions was reported before.
-spec gone(module(), [{integer(), module(), non_neg_integer()}]) -> boolean().
gone(Module, Loaded) ->
    case [Functions || {_, Other, Functions} <- Loaded, Other =:= Module] of
        [] -> false;
        Before -> lists:last(Before) =:= 0
    end.

%% Reports progress; when streaming, with the events since the last report.
-spec report(map()) -> map().
report(#{stream := Stream, call := Call} = State) ->
    envelope:report(told(none, 0, case Stream of true -> State; false -> State#{events := []} end),
                    #{}, Call),
    case Stream of true -> State#{events := []}; false -> State end.

-spec answer(atom(), non_neg_integer(), map()) -> map().
answer(Why, Waiting, #{way := Way} = State) ->
    trace_backend:close(Way),
    told(Why, Waiting, State).

-spec told(atom(), non_neg_integer(), map()) -> map().
told(Why, Waiting, #{summary := Summary, events := Events, received := Received, loaded := Loaded}) ->
    (maps:remove(begin_ns, Summary))#{events => lists:reverse(Events), received => Received,
             ended_by => Why, not_told => Waiting, loaded_anew => Loaded}.
