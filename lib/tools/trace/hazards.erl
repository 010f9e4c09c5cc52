%% Refuses traces of a process that would crash the emulator of some releases, or the process.
%% They are refused even if the crash would also need a trace by somebody else.
%%
%% Runs in the body before anything is set, so nothing is left if it dies.
-module(hazards).
-export([refuse/3]).
-optional([{trace, session_info, 1}, {trace, info, 3}]).

%% Before the flags are set; the tracer is that of this trace.
-spec refuse(all | [pid()], [atom()], pid()) -> ok.
refuse(all, _Flags, _Tracer) ->
    ok;
refuse(Processes, Flags, Tracer) ->
    case trace_backend:sessions() of
        true ->
            lists:member(garbage_collection, Flags) andalso alone(Processes, Tracer);
        false ->
            Version = [list_to_integer(N) || N <- string:lexemes(erlang:system_info(version), ".")],
            %% OTP-18398: on a dirty scheduler, when the tracer is gone.
            [envelope:refuse(unsafe_here, {Flag, <<"25.3">>})
             || Flag <- [running, garbage_collection], lists:member(Flag, Flags), Version < [13, 2]],
            %% OTP-18838: the process may never run again.
            Lost = Version < [13, 2, 2, 5] orelse Version >= [14] andalso Version < [14, 2],
            [envelope:refuse(unsafe_here, {'receive', <<"25.3.2.8 or 26.2">>})
             || Lost, lists:member('receive', Flags), Process <- Processes,
                {message_queue_data, off_heap} <- [process_info(Process, message_queue_data)]]
    end,
    ok.

%% ---------------------------------------------------------------------------

%% Two traces that tell of the collections of one process end the emulator:
%% https://github.com/erlang/otp/issues/11624. Those of ours keep a name meanwhile. What a
%% process spawns may get the flags of both.
-spec alone([pid()], pid()) -> ok.
alone(Processes, Tracer) ->
    try register(beamtap_tracer, Tracer)
    catch error:badarg -> trace_others:taken({process, whereis(beamtap_tracer)})
    end,
    [case flags(Session, Traced) of
         unknown -> envelope:refuse(traces_unknown, []);
         Flags -> lists:member(garbage_collection, Flags) andalso trace_others:taken({process, none})
     end || Session <- trace:session_info(all), Traced <- [new_processes | Processes]],
    ok.

%% Flags in the default session can be read only through erlang:trace_info/2. A session is
%% recognised as the default one by its opaque form: OTP offers no other way.
-dialyzer({no_opaque, flags/2}).
flags(Session, Traced) ->
    try
        case Session of
            {legacy, _} -> erlang:trace_info(Traced, flags);
            _ -> trace:info(Session, Traced, flags)
        end
    of
        {flags, Flags} when is_list(Flags) -> Flags;
        %% The process has ended.
        undefined -> [];
        _ -> unknown
    catch
        error:_ ->
            case lists:member(Session, trace:session_info(all)) of
                true -> unknown;
                false -> []
            end
    end.
