%% Has a process collect its garbage. The process stands still meanwhile, about 0.3 s a GiB of
%% heap, so a large heap is left alone unless forced. A worker asks for the collection, which
%% takes place also if the probe ends in between.
-module(collect_garbage).
-export([run/2]).

-define(COLLECT_MS, 15000).

%% Answers #{done, before} and, where it was done, `after`: the process again. Refuses with
%% too_large: HeapBytes.
-spec run(#{process := names:process(), type := major | minor, most := non_neg_integer(),
            force := boolean(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, type := Type, most := Most, force := Force, dry_run := DryRun}, Call) ->
    #{pid := Pid, heap_bytes := Heap} = Before = subject:known(Process, Call),
    Heap > Most andalso not Force andalso envelope:refuse(too_large, Heap),
    case DryRun of
        true ->
            {#{done => false, before => Before}, #{processes_scanned => 1}};
        false ->
            Collect = fun() -> erlang:garbage_collect(Pid, [{type, Type}]) end,
            case worker:one(Collect, ?COLLECT_MS, Call) of
                {ok, true} ->
                    {#{done => true, before => Before,
                       'after' => subject:known({pid, list_to_binary(pid_to_list(Pid))}, Call)},
                     #{processes_scanned => 1}};
                {ok, false} -> envelope:refuse(no_such_process, Pid);
                {raised, Reason} -> error(Reason);
                no_answer -> envelope:refuse(no_answer, Pid)
            end
    end.
