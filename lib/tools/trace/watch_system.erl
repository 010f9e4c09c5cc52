%% Events that the system monitor reports: long garbage collections, processes that hold a scheduler,
%% large heaps, busy ports, long queues.
%%
%% The emulator sends them to a tracer of ours (see tracer). The tracer ends with the call, and that
%% ends the monitoring.
-module(watch_system).
-export([run/2]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, system, 3}]).

%% Processes in events that are told by name.
-define(MAX_NAMED, 50).

%% Answers #{watched, began, events, received, ended_by, not_told, processes}; processes are
%% [{Pid, Name, InitialCall}] of those in events that are still there.
-spec run(#{events := [{atom(), true | pos_integer()}], max_events := pos_integer(), max_bytes := pos_integer(),
            duration_ms := non_neg_integer(), limits := cut:limits()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{events := Wanted, max_events := Max, max_bytes := MaxBytes, duration_ms := Duration,
      limits := Limits}, Call) ->
    Ours = ours:processes(Call),
    Tracer = tracer:start(#{max => Max, shaper => shaper(Limits, Ours), sample => none}, Call),
    {Way, Watched} = watch(maps:get(pid, Tracer), Wanted, Call),
    Begin = erlang:monotonic_time(nanosecond),
    tracer:go(Way, Begin, Tracer),
    #{events := All, received := Received} = Answer = trace_collector:collect(
               #{tracer => Tracer, way => Way, call => Call, stream => false,
                 summary => #{watched => Watched, processes => [], begin_ns => Begin,
                              began => erlang:system_time(millisecond)},
                 left => MaxBytes, until => envelope:now_ms() + Duration}),
    %% Those of other calls, which have begun since.
    Mine = ours:processes(Call),
    Events = [Event || {_, _, Who, _, _, _, _, _} = Event <- All, not lists:member(Who, Mine)],
    Pids = lists:usort([Who || {_, _, Who, _, _, _, _, _} <- Events, is_pid(Who)]),
    {Answer#{events := Events, received := Received - length(All) + length(Events), processes => identity:named(lists:sublist(Pids, ?MAX_NAMED), Call)},
     #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

%% Events of others, so that ours take none of their room. Runs in the tracer.
-spec shaper(cut:limits(), [pid()]) -> fun((integer()) -> fun(([tuple()]) -> [trace_events:event()])).
shaper(Limits, Ours) ->
    Shaper = trace_events:shaper(Limits),
    fun(BeginNs) ->
            Shape = Shaper(BeginNs),
            fun(Messages) ->
                    case [Message || Message <- Messages, not lists:member(element(2, Message), [self() | Ours])] of
                        [] -> [];
                        Theirs -> Shape(Theirs)
                    end
            end
    end.

%% From OTP 28 on in a session of our own; before there is one receiver for the whole node.
-spec watch(pid(), [{atom(), term()}], envelope:call()) -> {trace_backend:way(), [atom()]}.
watch(Tracer, Wanted, Call) ->
    case trace_backend:sessions() andalso erlang:function_exported(trace, system, 3) of
        true ->
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            [trace:system(Session, Kind, Value) || {Kind, Value} <- Wanted],
            {{session, Session}, [Kind || {Kind, _} <- Wanted]};
        false ->
            taken(erlang:system_monitor()),
            guard:protect(fun() -> give_back(Tracer) end, Call),
            {{shared, Tracer}, set(Tracer, Wanted)}
    end.

taken(undefined) -> ok;
taken({Pid, _Options}) -> refuse(Pid).

-spec refuse(pid() | port()) -> no_return().
refuse(Pid) ->
    envelope:refuse(watched_by_others, {Pid, case process_info(Pid, registered_name) of
                                                 {_, Name} -> Name;
                                                 _ -> []
                                             end}).

%% The end of the receiver would do the same, but later.
give_back(Tracer) ->
    case erlang:system_monitor() of
        {Tracer, _} -> erlang:system_monitor(undefined);
        _ -> ok
    end,
    exit(Tracer, kill).

set(Tracer, Wanted) ->
    Options = [case Value of true -> Kind; _ -> {Kind, Value} end || {Kind, Value} <- Wanted],
    try erlang:system_monitor(Tracer, Options) of
        undefined -> [Kind || {Kind, _} <- Wanted];
        {Other, Theirs} ->
            %% Somebody was faster.
            erlang:system_monitor(Other, Theirs),
            refuse(Other)
    catch
        error:badarg ->
            %% Queues are watched from OTP 27 on.
            case lists:keydelete(long_message_queue, 1, Wanted) of
                [] -> envelope:refuse(not_watchable, []);
                Wanted -> error(badarg);
                Rest -> set(Tracer, Rest)
            end
    end.
