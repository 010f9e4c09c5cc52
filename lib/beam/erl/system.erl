%% System messages, as sys sends them, to processes of OTP: but what comes back is never
%% taken for an error, nor the reason for which a process ends for one of ours.
-module(system).
-export([ask/3]).

%% The reply, whatever it is; `gone`: there is no such process, or it ended meanwhile.
-spec ask(pid(), get_state | get_status, pos_integer()) -> {reply, term()} | gone | late.
ask(Pid, Question, Ms) ->
    Monitor = monitor(process, Pid),
    erlang:send(Pid, {system, {self(), Monitor}, Question}, [noconnect]),
    receive
        {Monitor, Reply} -> {reply, Reply};
        {'DOWN', Monitor, process, Pid, _Reason} -> gone
    after Ms -> late
    end.
