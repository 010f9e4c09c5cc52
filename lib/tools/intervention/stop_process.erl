%% Sends a process an exit signal, and watches what becomes of it.
-module(stop_process).
-export([run/2]).

%% Answers #{subject, done, ended, application}, the last one that ends with it, or
%% `none`; and, where it ended in time and the signal says with what, `reason`: {Cut, Bytes}.
run(#{process := Process, reason := Marked, wait_ms := Ms, limits := Limits, dry_run := DryRun}, Call) ->
    #{pid := Pid, traps_exits := Traps} = Subject = subject:changeable(Process, Call),
    Reason = marked:term(Marked),
    Answer = #{subject => Subject, done => not DryRun, ended => false,
               application => subject:application_of(Pid, Call)},
    {case DryRun of
         true -> Answer;
         false ->
             exit(Pid, Reason),
             case ended(Pid, envelope:now_ms() + Ms, 2, Call) of
                 true when Reason =:= kill -> Answer#{ended => true, reason => values:shown(killed, Limits)};
                 true when not Traps -> Answer#{ended => true, reason => values:shown(Reason, Limits)};
                 Ended -> Answer#{ended => Ended}
             end
     end, #{processes_scanned => 1}}.

%% ---------------------------------------------------------------------------

%% Without a monitor: a process that traps exits may end with any reason, and copies it to
%% all who monitor it, without the sharing of its parts.
ended(Pid, Until, PauseMs, Call) ->
    case sweep:read([Pid], [status], Call) of
        [{Pid, undefined}] -> true;
        _ ->
            case envelope:now_ms() < Until of
                true ->
                    timer:sleep(PauseMs),
                    ended(Pid, Until, erlang:min(50, 2 * PauseMs), Call);
                false -> false
            end
    end.
