%% System messages to OTP processes, like those of sys, except that a reply is never mistaken for an
%% error, nor the exit reason of the process for one of ours.
-module(system).
-export([ask/3]).

%% The reply, whatever it is; `gone`: there is no such process, or it ended meanwhile.
%% `late` too where the process failed to say what its state is.
-spec ask(pid(), get_state | get_status, pos_integer()) -> {reply, term()} | gone | late.
ask(Pid, get_state, Ms) ->
    case send(Pid, get_state, Ms) of
        {reply, {Kind, Value}} = Reply when Kind =:= ok; Kind =:= error ->
            case {Kind, wraps(Ms)} of
                {ok, true} -> {reply, Value};
                {error, true} -> late;
                _ -> Reply
            end;
        Other -> Other
    end;
ask(Pid, Question, Ms) ->
    send(Pid, Question, Ms).

%% ---------------------------------------------------------------------------

-spec send(pid(), term(), non_neg_integer()) -> {reply, term()} | gone | late.
send(Pid, Question, Ms) ->
    Monitor = monitor(process, Pid),
    erlang:send(Pid, {system, {self(), Monitor}, Question}, [noconnect]),
    receive
        {Monitor, Reply} -> {reply, Reply};
        {'DOWN', Monitor, process, Pid, _Reason} -> gone
    after Ms -> late
    end.

%% Whether states come as {ok, State}, as on OTP 27 and 29, or as they are, as on 25. A
%% state may look like that by itself, so one is asked whose state is a record.
wraps(Ms) ->
    case [Pid || Name <- [kernel_safe_sup, logger_sup], Pid <- [whereis(Name)], is_pid(Pid)] of
        [Supervisor | _] ->
            case send(Supervisor, get_state, Ms) of
                {reply, {ok, _}} -> true;
                _ -> false
            end;
        [] -> false
    end.
