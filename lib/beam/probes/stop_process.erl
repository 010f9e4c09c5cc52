%% Sends a process an exit signal, and watches what becomes of it.
-module(stop_process).
-export([run/2]).

%% Answers #{subject, done, ended, application}, the last one that ends with it, or
%% `none`; and, where it ended in time, `reason`: {Cut, Bytes}.
run(#{process := Process, reason := Marked, wait_ms := Ms, limits := Limits, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:changeable(Process, Call),
    Reason = marked:term(Marked),
    Answer = #{subject => Subject, done => not DryRun, ended => false,
               application => subject:application_of(Pid, Call)},
    {case DryRun of
         true -> Answer;
         false ->
             Monitor = monitor(process, Pid),
             exit(Pid, Reason),
             receive
                 {'DOWN', Monitor, process, Pid, Why} ->
                     Answer#{ended => true, reason => values:shown(Why, Limits)}
             after Ms ->
                 demonitor(Monitor, [flush]),
                 Answer
             end
     end, #{processes_scanned => 1}}.
