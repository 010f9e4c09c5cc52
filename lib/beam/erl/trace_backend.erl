%% The two ways of tracing. From OTP 27 on (`session`): a trace session of our own, which others do
%% not notice and which ends as a whole. Before (`shared`): all tracing on the node shares its
%% settings, so ours are set only if nobody else traces, and only ours are removed.
%%
%% The body opens a trace and the guard closes it. If both are killed, the emulator ends a session
%% once nobody holds its handle. If shared, the end of the tracer, which is linked to the
%% coordinator, removes the flags from processes; patterns stay on functions, and send nothing
%% without the flags.
-module(trace_backend).
-export([sessions/0, open/3, close/1, functions/4, messages/3, processes/4, infos/3, reader/2, held/3]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, function, 4},
           {trace, process, 4}, {trace, send, 3}, {trace, recv, 3}, {trace, info, 3}]).
-export_type([way/0]).

-type way() :: {session, term()} | {shared, pid()}.

-spec sessions() -> boolean().
sessions() ->
    %% Checked first, so that earlier releases do not search the disk for a module `trace`.
    erlang:function_exported(erts_internal, trace_session_create, 3)
        andalso (erlang:module_loaded(trace) orelse code:ensure_loaded(trace) =:= {module, trace})
        andalso erlang:function_exported(trace, session_create, 3).

%% Opens a trace whose events go to the tracer; the trace and its settings end with the call.
%% Refused, before anything is touched, if it would disturb others: before OTP 27 if anybody
%% else traces at all.
-spec open(pid(), [tracepoints:target()], envelope:call()) -> way().
open(Tracer, Targets, Call) ->
    case sessions() of
        true ->
            trace_others:refuse_builtins(tracepoints:functions(Targets), []),
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            {session, Session};
        false ->
            %% Only one trace by any beamtap at a time: the name is the lock.
            try register(beamtap_tracer, Tracer)
            catch error:badarg -> trace_others:taken({process, whereis(beamtap_tracer)})
            end,
            trace_others:refuse(Targets, Call),
            guard:protect(fun() -> exit(Tracer, kill) end, Call),
            {shared, Tracer}
    end.

%% Closes the trace before the call ends; the guard closes it again, which does no harm.
-spec close(way()) -> boolean().
close({session, Session}) -> trace:session_destroy(Session);
close({shared, Tracer}) ->
    %% Otherwise processes would keep the flags until the next trace asks each for its tracer.
    %% Processes with another live tracer are not touched.
    try erlang:trace(existing_processes, false, [{tracer, Tracer}, all])
    catch error:badarg -> erlang:trace(existing_processes, false, [all])
    end,
    exit(Tracer, kill).

%% Sets or removes a pattern; returns how many functions match it.
-spec functions(way() | shared, tracepoints:pattern(), boolean() | pause | [tuple()], [atom()]) -> non_neg_integer().
functions({session, Session}, Pattern, Spec, Options) ->
    trace:function(Session, Pattern, Spec, Options);
functions(_Shared, Pattern, Spec, Options) ->
    erlang:trace_pattern(Pattern, Spec, Options).

%% Sets which messages of processes with the flag are traced.
-spec messages(way(), atom(), boolean() | [tuple()]) -> non_neg_integer().
messages({session, Session}, send, Spec) -> trace:send(Session, Spec, []);
messages({session, Session}, 'receive', Spec) -> trace:recv(Session, Spec, []);
messages({shared, _}, Event, Spec) -> erlang:trace_pattern(Event, Spec, []).

%% Sets or removes flags; returns how many processes were changed, 0 if the process has ended.
-spec processes(way(), all | pid(), boolean(), [atom()]) -> non_neg_integer().
processes(Way, Processes, On, Flags) ->
    try
        case Way of
            {session, Session} -> trace:process(Session, Processes, On, Flags);
            %% `all` would include ports.
            {shared, Tracer} when Processes =:= all -> erlang:trace(processes, On, [{tracer, Tracer} | Flags]);
            {shared, Tracer} -> erlang:trace(Processes, On, [{tracer, Tracer} | Flags])
        end
    catch
        error:badarg -> 0
    end.

%% The value of a trace item for each function: `false` if it is not set, `undefined` if the
%% function does not exist any more.
-spec infos(way() | shared, [mfa()], atom()) -> [term()].
infos({session, Session}, Functions, Item) ->
    Count = length(Functions),
    values(lists:zipwith3(fun trace:info/3, lists:duplicate(Count, Session), Functions,
                          lists:duplicate(Count, Item)));
infos(_Shared, Functions, Item) ->
    values(lists:zipwith(fun erlang:trace_info/2, Functions, lists:duplicate(length(Functions), Item))).

%% Reads several items of each function, one right after the other, with no step of the interpreter
%% in between, for which this process may have to wait.
-spec reader([{way() | shared, atom()}], [mfa()]) -> fun(() -> [term()]).
reader(Items, Functions) ->
    {Ways, Of, Names} = lists:unzip3([{Way, Function, Item} || Function <- Functions, {Way, Item} <- Items]),
    case [Session || {session, Session} <- Ways] of
        [] -> fun() -> values(lists:zipwith(fun erlang:trace_info/2, Of, Names)) end;
        Sessions -> fun() -> values(lists:zipwith3(fun trace:info/3, Sessions, Of, Names)) end
    end.

%% Whether these processes are still traced by us: `taken` if somebody ended or replaced the trace,
%% `gone` if all processes have ended.
-spec held(way(), all | [pid()], pid()) -> ok | taken | gone.
held(Way, all, Tracer) ->
    case tracer_of(Way, new_processes) of Tracer -> ok; _ -> taken end;
held(Way, Processes, Tracer) ->
    case lists:usort([tracer_of(Way, Process) || Process <- Processes]) -- [undefined] of
        [Tracer] -> ok;
        [] -> gone;
        _ -> taken
    end.

%% ---------------------------------------------------------------------------

values(Infos) ->
    {_, Values} = lists:unzip(Infos),
    Values.

tracer_of(Way, What) ->
    try
        {tracer, Tracer} = case Way of
                               {session, Session} -> trace:info(Session, What, tracer);
                               {shared, _} -> erlang:trace_info(What, tracer)
                           end,
        Tracer
    catch
        %% The process has ended; below, somebody has destroyed the session.
        error:{badmatch, undefined} -> undefined;
        error:badarg -> none
    end.
