%% Has a supervisor stop one of its children and start it again. Its answer is a copy of its child
%% list, so it is asked only if the size of that is bounded (see stacks), by a worker that passes
%% on only a pid and an atom. If the probe ends between the two steps, the guard has the child
%% started again.
-module(restart_child).
-export([run/2]).

-define(READY_MS, 500).
-define(LOOK_MS, 5000).   % for what the supervisor says of its children
-define(STEP_MS, 15000).  % for the end of the child, and for its start
-define(MAX_REASON, 300). % characters
-define(MAX_IDS, 20).     % that a refusal names
-define(PAUSE_MS, 20).    % between looks at a supervisor that is at work
-define(MAX_LOOKS, 5).

%% Answers #{done, supervisor, before, after, restart}, with the pids of the child or `none`.
%% Refuses with not_a_supervisor; not_known; supervisor_busy; not_copied: {Why, MaxBytes};
%% no_such_child; temporary_child; late: MayStillBeChanged; not_stopped and not_started: Reason.
-spec run(map(), envelope:call()) -> {map(), map()}.
run(#{process := Process, child := Marked, dry_run := DryRun}, Call) ->
    #{pid := Supervisor} = subject:changeable(Process, Call),
    Id = marked:term(Marked),
    ready(Supervisor, Call),
    bounded(Supervisor, ?MAX_LOOKS, Call),
    {Child, Restart} = known(Supervisor, Id, Call),
    %% Its supervisor would forget it once stopped.
    Restart =:= temporary andalso envelope:refuse(temporary_child, Supervisor),
    {#{done => not DryRun, supervisor => Supervisor, before => Child, restart => Restart,
       'after' => case DryRun of true -> none; false -> restarted(Supervisor, Id, Call) end}, #{}}.

%% ---------------------------------------------------------------------------

%% Returns when the process has proved to be a supervisor, and waits for messages.
-spec ready(pid(), envelope:call()) -> ok.
ready(Supervisor, Call) ->
    case identity:of_processes([Supervisor], Call) of
        [] -> envelope:refuse(no_answer, Supervisor);
        [{Supervisor, Said}] ->
            supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Supervisor)
    end,
    case servers:ready(Supervisor, ?READY_MS, Call) of
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Supervisor);
        silent -> envelope:refuse(no_answer, Supervisor)
    end.

%% Its state holds ids and start arguments, which can be anything. And only what is seen to be
%% a supervisor of OTP may be asked: a DynamicSupervisor of Elixir says that it is a supervisor,
%% and ends, with all its children, when it is asked for a specification.
-spec bounded(pid(), pos_integer(), envelope:call()) -> ok.
bounded(Supervisor, Looks, Call) ->
    case stacks:read([Supervisor], Call) of
        [{Supervisor, #{ids := false}}] -> envelope:refuse(no_such_child, []);
        [{Supervisor, #{module := Module} = Seen}] ->
            case stacks:bounded(Seen) of
                ok when Module =:= supervisor -> ok;
                ok -> envelope:refuse(not_known, Supervisor);
                %% It is busy again, or hibernates, as a supervisor does from its start in OTP 27:
                %% then nothing can be seen until it has handled a message. All kinds of
                %% supervisors answer this one, with four numbers.
                unseen when Looks > 1 ->
                    Count = fun() -> gen_server:call(Supervisor, count_children, ?LOOK_MS), ok end,
                    worker:one(Count, ?LOOK_MS, Call) =:= {ok, ok} orelse envelope:refuse(late, false),
                    receive after ?PAUSE_MS -> ok end,
                    bounded(Supervisor, Looks - 1, Call);
                Why -> envelope:refuse(not_copied, {Why, stacks:most_words() * erlang:system_info(wordsize)})
            end;
        [] -> envelope:refuse(no_answer, Supervisor)
    end.

%% The pid of the child, if it runs, and when its supervisor restarts it.
-spec known(pid(), term(), envelope:call()) -> {pid() | none, atom()}.
known(Supervisor, Id, Call) ->
    Look = fun() ->
                   Children = gen_server:call(Supervisor, which_children, ?LOOK_MS),
                   %% Not by keyfind, to which 5.0 is the id 5.
                   case [Child || {Other, Child, _, _} <- Children, Other =:= Id] of
                       [Child | _] ->
                           case gen_server:call(Supervisor, {get_childspec, Id}, ?LOOK_MS) of
                               {ok, #{restart := Restart}} -> {running(Child), Restart};
                               _ -> {none, []}
                           end;
                       [] ->
                           {none, [cut:label(Other)
                                   || {Other, _, _, _} <- lists:sublist(Children, ?MAX_IDS), Other =/= undefined]}
                   end
           end,
    case worker:one(Look, ?LOOK_MS, Call) of
        {ok, {none, Ids}} when is_list(Ids) -> envelope:refuse(no_such_child, Ids);
        {ok, Known} -> Known;
        _ -> envelope:refuse(late, false)
    end.

%% A child that is `restarting` or `undefined` does not run.
-spec running(pid() | atom()) -> pid() | none.
running(Child) when is_pid(Child) -> Child;
running(_Child) -> none.

%% Whatever happens between the two steps, the child is started again.
-spec restarted(pid(), term(), envelope:call()) -> pid() | none.
restarted(Supervisor, Id, Call) ->
    guard:protect(fun() -> supervisor:restart_child(Supervisor, Id) end, Call),
    case step({terminate_child, Id}, Supervisor, Call) of
        {ok, none} -> ok;
        {error, Reason} -> envelope:refuse(not_stopped, Reason)
    end,
    case step({restart_child, Id}, Supervisor, Call) of
        {ok, Child} -> Child;
        {error, Problem} -> envelope:refuse(not_started, Problem)
    end.

%% In a worker, which can be killed if the supervisor takes too long.
-spec step({terminate_child | restart_child, term()}, pid(), envelope:call()) ->
          {ok, pid() | none} | {error, binary()}.
step(Question, Supervisor, Call) ->
    Ask = fun() ->
                  case gen_server:call(Supervisor, Question, ?STEP_MS) of
                      ok -> {ok, none};
                      {error, Reason} -> {error, cut:text(Reason, ?MAX_REASON)};
                      Started -> {ok, running(element(2, Started))}
                  end
          end,
    case worker:one(Ask, ?STEP_MS, Call) of
        {ok, Answer} -> Answer;
        _ -> envelope:refuse(late, true)
    end.
