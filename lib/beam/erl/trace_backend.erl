%% The two ways of tracing. From OTP 27 on a session of our own, which others do not
%% see and which ends as a whole. Before, there is one trace for all: ours is set only
%% where nobody else traces, and only what is ours is taken back.
%%
%% The body opens a trace and the guard closes it. If both are killed, the emulator ends a session
%% once nobody holds its handle. In the one trace for all, the end of the tracer, which is linked
%% to the coordinator, takes the flags off processes; what is set on functions stays, and sends
%% nothing without them.
-module(trace_backend).
-export([sessions/0, open/3, close/1, functions/4, messages/3, processes/4, infos/3, held/3]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, function, 4},
           {trace, process, 4}, {trace, send, 3}, {trace, recv, 3}, {trace, info, 3}]).
-export_type([way/0]).

-type way() :: {session, term()} | {shared, pid()}.

-spec sessions() -> boolean().
sessions() ->
    %% Earlier releases are not made to look for a file.
    erlang:function_exported(erts_internal, trace_session_create, 3)
        andalso (erlang:module_loaded(trace) orelse code:ensure_loaded(trace) =:= {module, trace})
        andalso erlang:function_exported(trace, session_create, 3).

%% A trace whose events go to the tracer; it ends, with all that was set, when the call
%% does. Refused, before anything is touched, where it would disturb what others trace: before
%% OTP 27 whatever it is.
-spec open(pid(), [tracepoints:target()], envelope:call()) -> way().
open(Tracer, Targets, Call) ->
    case sessions() of
        true ->
            trace_others:refuse_builtins(tracepoints:functions(Targets), []),
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            {session, Session};
        false ->
            %% One trace of ours at a time, whoever of us it is.
            try register(beamtap_tracer, Tracer)
            catch error:badarg -> trace_others:taken({process, whereis(beamtap_tracer)})
            end,
            trace_others:refuse(Targets, Call),
            guard:protect(fun() -> exit(Tracer, kill) end, Call),
            {shared, Tracer}
    end.

%% Before the call ends; the guard does it again.
-spec close(way()) -> boolean().
close({session, Session}) -> trace:session_destroy(Session);
close({shared, Tracer}) ->
    %% Processes would keep the flags until somebody asks who traces them: the next trace, of
    %% each. Of another tracer that lives none is touched.
    try erlang:trace(existing_processes, false, [{tracer, Tracer}, all])
    catch error:badarg -> erlang:trace(existing_processes, false, [all])
    end,
    exit(Tracer, kill).

%% How many functions have it now.
-spec functions(way() | shared, tracepoints:pattern(), boolean() | [tuple()], [atom()]) -> non_neg_integer().
functions({session, Session}, Pattern, Spec, Options) ->
    trace:function(Session, Pattern, Spec, Options);
functions(_Shared, Pattern, Spec, Options) ->
    erlang:trace_pattern(Pattern, Spec, Options).

%% Which messages are traced of processes that have the flag.
-spec messages(way(), atom(), boolean() | [tuple()]) -> non_neg_integer().
messages({session, Session}, send, Spec) -> trace:send(Session, Spec, []);
messages({session, Session}, 'receive', Spec) -> trace:recv(Session, Spec, []);
messages({shared, _}, Event, Spec) -> erlang:trace_pattern(Event, Spec, []).

%% How many processes have the flags now; one that is gone does not count.
-spec processes(way(), all | pid(), boolean(), [atom()]) -> non_neg_integer().
processes(Way, Processes, On, Flags) ->
    try
        case Way of
            {session, Session} -> trace:process(Session, Processes, On, Flags);
            %% Here `all` would be ports, too.
            {shared, Tracer} when Processes =:= all -> erlang:trace(processes, On, [{tracer, Tracer} | Flags]);
            {shared, Tracer} -> erlang:trace(Processes, On, [{tracer, Tracer} | Flags])
        end
    catch
        error:badarg -> 0
    end.

%% What is set on functions, in their order: `false` where nothing is, `undefined`
%% where there is no such function any more.
-spec infos(way() | shared, [mfa()], atom()) -> [term()].
infos({session, Session}, Functions, Item) ->
    Count = length(Functions),
    values(lists:zipwith3(fun trace:info/3, lists:duplicate(Count, Session), Functions,
                          lists:duplicate(Count, Item)));
infos(_Shared, Functions, Item) ->
    values(lists:zipwith(fun erlang:trace_info/2, Functions, lists:duplicate(length(Functions), Item))).

%% Whether processes are still traced as they were set to be: `taken` if somebody has
%% ended it, `gone` if all of them have ended.
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
        %% A process that has ended, or a session that somebody has.
        error:{badmatch, undefined} -> undefined;
        error:badarg -> none
    end.
