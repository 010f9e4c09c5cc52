%% Suspends a process for a time.
-module(suspend_process).
-export([run/2]).

%% Answers #{subject, done}. Nothing else than the keeper has to be undone.
run(#{process := Process, for_ms := Ms, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:changeable(Process, Call),
    case suspensions:of_process(Pid, Call) of
        {[_ | _], _} -> envelope:refuse(already_suspended, Pid);
        _ -> ok
    end,
    DryRun orelse
        case suspensions:start(Pid, Ms, owner:of_call(Call), 1000) of
            {ok, _Keeper} -> ok;
            gone -> envelope:refuse(no_such_process, Pid);
            no_answer -> envelope:refuse(no_answer, Pid)
        end,
    {#{subject => Subject, done => not DryRun}, #{processes_scanned => 1}}.
