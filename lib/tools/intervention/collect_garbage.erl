%% Has a process collect its garbage.
-module(collect_garbage).
-export([run/2]).

%% Answers #{subject, done} and, where it was done, `after`: the subject again. The
%% process stands still meanwhile, so a large heap is left alone unless forced.
run(#{process := Process, type := Type, most := Most, force := Force, dry_run := DryRun}, Call) ->
    #{pid := Pid, heap := Heap} = Subject = subject:known(Process, Call),
    Heap > Most andalso not Force andalso envelope:refuse(too_large, {Pid, Heap, Most}),
    case DryRun of
        true ->
            {#{subject => Subject, done => false}, #{processes_scanned => 1}};
        false ->
            Collect = fun() -> erlang:garbage_collect(Pid, [{type, Type}]) end,
            case worker:one(Collect, 15000, Call) of
                {ok, true} ->
                    {#{subject => Subject, done => true,
                       'after' => subject:known({pid, list_to_binary(pid_to_list(Pid))}, Call)},
                     #{processes_scanned => 1}};
                {ok, false} -> envelope:refuse(no_such_process, Pid);
                {raised, Reason} -> error(Reason);
                no_answer -> envelope:refuse(no_answer, Pid)
            end
    end.
