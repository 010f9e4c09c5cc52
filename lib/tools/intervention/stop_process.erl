%% Sends a process an exit signal, and waits for its end by looking, without a monitor. The
%% signal is one step: should the probe end afterwards, nothing has to be undone.
-module(stop_process).
-export([run/2]).

-define(FIRST_PAUSE_MS, 2).
-define(MAX_PAUSE_MS, 50).

%% Answers #{done, process, ended, application}, where `application` is the one that ends with
%% the process, or `none`; and, where it ended in time and the signal says with what, `reason`:
%% {Cut, Bytes}.
-spec run(#{process := names:process(), reason := marked:marked(), timeout_ms := non_neg_integer(),
            limits := cut:limits(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, reason := Marked, timeout_ms := Ms, limits := Limits, dry_run := DryRun}, Call) ->
    #{pid := Pid, traps_exits := Traps} = Subject = subject:changeable(Process, Call),
    Reason = marked:term(Marked),
    Answer = #{process => Subject, done => not DryRun, ended => false,
               application => subject:application_of(Pid, Call)},
    {case DryRun of
         true -> Answer;
         false ->
             exit(Pid, Reason),
             case ended(Pid, envelope:now_ms() + Ms, ?FIRST_PAUSE_MS, Call) of
                 true when Reason =:= kill -> Answer#{ended => true, reason => values:shown(killed, Limits)};
                 true when not Traps -> Answer#{ended => true, reason => values:shown(Reason, Limits)};
                 Ended -> Answer#{ended => Ended}
             end
     end, #{processes_scanned => 1}}.

%% ---------------------------------------------------------------------------

%% Without a monitor: a process that traps exits may end with any reason, and copies it to
%% all that monitor it, without the sharing of its parts.
-spec ended(pid(), integer(), pos_integer(), envelope:call()) -> boolean().
ended(Pid, Until, PauseMs, Call) ->
    case sweep:read([Pid], [status], Call) of
        [{Pid, undefined}] -> true;
        _ ->
            case envelope:now_ms() < Until of
                true ->
                    timer:sleep(PauseMs),
                    ended(Pid, Until, erlang:min(?MAX_PAUSE_MS, 2 * PauseMs), Call);
                false -> false
            end
    end.
