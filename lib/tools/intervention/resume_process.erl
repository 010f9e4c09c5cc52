%% Resumes a process that suspend_process has suspended, before its time is over.
-module(resume_process).
-export([run/2]).

%% Answers #{subject, done, others}: who else keeps it suspended.
run(#{process := Process, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:known(Process, Call),
    {Ours, Others} = suspensions:of_process(Pid, Call),
    Ours =:= [] andalso envelope:refuse(not_suspended, {Pid, Others}),
    DryRun orelse [suspensions:stop(Keeper) || Keeper <- Ours],
    {#{subject => Subject, done => not DryRun, others => Others}, #{processes_scanned => 1}}.
