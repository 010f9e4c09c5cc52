%% Traces of a process that the emulator of some releases does not survive, or the
%% process does not: refused, whoever else would have to be there for it to happen.
-module(hazards).
-export([refuse/3]).
-optional([{trace, session_info, 1}, {trace, info, 3}]).

%% Before the flags are set; the tracer is that of this trace.
-spec refuse(all | [pid()], [atom()], pid()) -> ok.
refuse(all, _Flags, _Tracer) ->
    ok;
refuse(Processes, Flags, Tracer) ->
    case tracing:sessions() of
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

%% Two sessions that tell of the collections of one process end the emulator:
%% https://github.com/erlang/otp/issues/11624. Those of ours keep a name meanwhile.
alone(Processes, Tracer) ->
    try register(beamtap_tracer, Tracer)
    catch error:badarg -> envelope:refuse(traced_by_others, {none, beamtap_tracer, none})
    end,
    [envelope:refuse(traced_by_others, {none, [], none})
     || Process <- Processes, Session <- trace:session_info(all),
        {flags, Flags} <- [flags(Session, Process)], lists:member(garbage_collection, Flags)].

%% A session or a process that is gone has none.
flags(Session, Process) ->
    try trace:info(Session, Process, flags) catch error:_ -> none end.
