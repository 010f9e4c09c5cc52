%% Resumes a process that suspend_process has suspended, before its time is over: it stops the
%% keepers of ours, and leaves alone whatever others have suspended.
-module(resume_process).
-export([run/2]).

%% Answers #{done, process, others}, where `others` keep it suspended. Refuses with
%% not_suspended: Others.
-spec run(#{process := names:process(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:known(Process, Call),
    {Ours, Others} = suspensions:of_process(Pid, Call),
    Ours =:= [] andalso envelope:refuse(not_suspended, Others),
    DryRun orelse [suspensions:stop(Keeper) || Keeper <- Ours],
    {#{process => Subject, done => not DryRun, others => Others}, #{processes_scanned => 1}}.
