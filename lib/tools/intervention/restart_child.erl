%% Has a supervisor stop one of its children and start it again.
-module(restart_child).
-export([run/2]).

%% Answers #{done, supervisor, before, after, restart}, with the pids of the child or `none`.
-spec run(#{process := names:process(), child := marked:marked(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, child := Marked, dry_run := DryRun}, Call) ->
    #{pid := Supervisor} = subject:changeable(Process, Call),
    Id = marked:term(Marked),
    [{Supervisor, Said}] = case identity:of_processes([Supervisor], Call) of
                               [] -> envelope:refuse(no_answer, Supervisor);
                               Known -> Known
                           end,
    supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Supervisor),
    case servers:ready(Supervisor, 500, Call) of
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Supervisor);
        silent -> envelope:refuse(no_answer, Supervisor)
    end,
    #{restart := Restart} = specified(Supervisor, Id, Call),
    Child = child(Supervisor, Id, Call),
    %% Stopped, it would be forgotten.
    Restart =:= temporary andalso envelope:refuse(temporary_child, Child),
    Answer = #{done => not DryRun, supervisor => Supervisor, before => running(Child), restart => Restart},
    case DryRun of
        true -> {Answer#{'after' => none}, #{}};
        false -> {Answer#{'after' => running(restarted(Supervisor, Id, Call))}, #{}}
    end.

%% ---------------------------------------------------------------------------

%% A child that is `restarting` or `undefined` does not run.
-spec running(pid() | atom()) -> pid() | none.
running(Child) when is_pid(Child) -> Child;
running(_Child) -> none.

specified(Supervisor, Id, Call) ->
    case asked({get_childspec, Id}, 5000, Supervisor, Call) of
        {ok, Spec} -> Spec;
        _ -> envelope:refuse(no_such_child, Supervisor)
    end.

%% Its pid, `restarting` or `undefined`. Those of simple_one_for_one have no id.
child(Supervisor, Id, Call) ->
    Children = asked(which_children, 5000, Supervisor, Call),
    case lists:keyfind(Id, 1, Children) of
        {Id, Child, _, _} -> Child;
        false -> envelope:refuse(no_such_child, Supervisor)
    end.

%% Whatever happens between the two steps, the child is started again.
restarted(Supervisor, Id, Call) ->
    guard:protect(fun() -> supervisor:restart_child(Supervisor, Id) end, Call),
    case asked({terminate_child, Id}, 15000, Supervisor, Call) of
        ok -> ok;
        {error, Reason} -> envelope:refuse(not_stopped, cut:text(Reason, 300))
    end,
    case asked({restart_child, Id}, 15000, Supervisor, Call) of
        {ok, Child} -> Child;
        {ok, Child, _} -> Child;
        {error, Problem} -> envelope:refuse(not_started, cut:text(Problem, 300))
    end.

%% By a worker, which can be given up where the supervisor cannot be hurried.
asked(Question, Ms, Supervisor, Call) ->
    case worker:one(fun() -> gen_server:call(Supervisor, Question, Ms) end, Ms, Call) of
        {ok, Answer} -> Answer;
        _ -> envelope:refuse(late, is_tuple(Question) andalso element(1, Question) =/= get_childspec)
    end.
