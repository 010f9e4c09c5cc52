%% The two ways of tracing. From OTP 27 on a session of our own, which others do not
%% see and which ends as a whole. Before, there is one trace for all: ours is set only
%% where nobody else traces, and what is ours alone is taken back.
-module(tracing).
-export([sessions/0, open/3, close/1, functions/4, processes/4, counted/2]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, function, 4},
           {trace, process, 4}, {trace, info, 3}]).
-export_type([way/0]).

-type way() :: {session, term()} | {shared, pid()}.

-spec sessions() -> boolean().
sessions() ->
    %% Earlier releases are not made to look for a file.
    erlang:function_exported(erts_internal, trace_session_create, 3)
        andalso (erlang:module_loaded(trace) orelse code:ensure_loaded(trace) =:= {module, trace})
        andalso erlang:function_exported(trace, session_create, 3).

%% A trace whose events go to the tracer; it ends, with all that was set, when the call
%% does. Refused where functions are to be traced that somebody else traces.
-spec open(pid(), [tracepoints:target()], envelope:call()) -> way().
open(Tracer, Targets, Call) ->
    case sessions() of
        true ->
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            {session, Session};
        false ->
            %% One trace of ours at a time, whoever of us it is.
            try register(beamtap_tracer, Tracer)
            catch error:badarg -> taken(whereis(beamtap_tracer))
            end,
            [taken(Other) || Other <- others(Tracer, Call)],
            [taken(pattern) || Function <- tracepoints:functions(Targets),
                               erlang:trace_info(Function, traced) =/= {traced, false}],
            Patterns = tracepoints:patterns(Targets),
            guard:protect(fun() ->
                                  exit(Tracer, kill),
                                  [erlang:trace_pattern(Pattern, false, [local]) || Pattern <- Patterns]
                          end, Call),
            {shared, Tracer}
    end.

%% Before the call ends; the guard does it again.
close({session, Session}) -> trace:session_destroy(Session);
close({shared, Tracer}) -> exit(Tracer, kill).

%% How many functions have it now.
functions({session, Session}, Pattern, Spec, Options) ->
    trace:function(Session, Pattern, Spec, Options);
functions({shared, _}, Pattern, Spec, Options) ->
    erlang:trace_pattern(Pattern, Spec, Options).

%% How many processes have the flags now; one that is gone does not count.
processes(Way, Processes, On, Flags) ->
    try
        case Way of
            {session, Session} -> trace:process(Session, Processes, On, Flags);
            {shared, Tracer} -> erlang:trace(Processes, On, [{tracer, Tracer} | Flags])
        end
    catch
        error:badarg -> 0
    end.

%% Calls counted so far, or `false`.
counted({session, Session}, Function) ->
    element(2, trace:info(Session, Function, call_count));
counted(shared, Function) ->
    element(2, erlang:trace_info(Function, call_count)).

%% ---------------------------------------------------------------------------

taken(Tracer) when is_pid(Tracer) ->
    Known = process_info(Tracer, [registered_name, initial_call]),
    envelope:refuse(traced_by_others, case Known of
                                          [{_, Name}, {_, Function}] -> {Tracer, Name, Function};
                                          undefined -> {Tracer, [], none}
                                      end);
taken(_Other) ->
    envelope:refuse(traced_by_others, {none, [], none}).

%% Who traces: the tracer of new processes, or of any there is.
others(Ours, Call) ->
    {tracer, New} = erlang:trace_info(new, tracer),
    Spec = ets:match_spec_compile([{{tracer, '$1'}, [{'=/=', '$1', []}], ['$1']}]),
    Looks = [fun() ->
                     Items = lists:duplicate(length(Chunk), tracer),
                     ets:match_spec_run(lists:zipwith(fun erlang:trace_info/2, Chunk, Items), Spec)
             end || Chunk <- chunks(processes())],
    Found = [Tracers || {ok, Tracers} <- worker:all(Looks, 3000, Call)],
    lists:usort(lists:append([[New] | Found])) -- [[], Ours].

chunks(Pids) ->
    try lists:split(5000, Pids) of
        {Chunk, Rest} -> [Chunk | chunks(Rest)]
    catch error:badarg -> [Pids]
    end.
