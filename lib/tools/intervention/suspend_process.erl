%% Suspends a process for a time. A keeper of ours (see suspensions) holds the suspension and
%% outlives the probe; nothing else is left, and with the keeper the suspension ends.
-module(suspend_process).
-export([run/2]).

-define(PATIENCE_MS, 1000). % for a process in native code

%% Answers #{done, process}; refuses with already_suspended.
-spec run(#{process := names:process(), duration_ms := pos_integer(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, duration_ms := Ms, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:changeable(Process, Call),
    case suspensions:of_process(Pid, Call) of
        {[_ | _], _} -> envelope:refuse(already_suspended, Pid);
        _ -> ok
    end,
    DryRun orelse
        case suspensions:start(Pid, Ms, owner:of_call(Call), ?PATIENCE_MS) of
            {ok, _Keeper} -> ok;
            gone -> envelope:refuse(no_such_process, Pid);
            no_answer -> envelope:refuse(no_answer, Pid)
        end,
    {#{process => Subject, done => not DryRun}, #{processes_scanned => 1}}.
