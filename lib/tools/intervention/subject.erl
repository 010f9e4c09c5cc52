%% The process that is about to be changed: what it is, and whether it may be changed. It only
%% reads: some items of one process, and where it may be the first process of an application,
%% what the application controller holds.
%%
%% Runs in the body; a process is read through a worker.
-module(subject).
-export([known/2, changeable/2, application_of/2]).
-export_type([subject/0]).

-type subject() :: #{pid := pid(), registered_name := atom() | [], group_leader := pid(),
                     initial_call := mfa(), current_function := mfa() | undefined, status := atom(),
                     mailbox := non_neg_integer(), memory_bytes := non_neg_integer(),
                     heap_bytes := non_neg_integer(), links := non_neg_integer(),
                     traps_exits := boolean(), parent := pid() | atom(), application := atom()}.

%% Refuses with no_such_process or no_answer.
-spec known(term(), envelope:call()) -> subject().
known(Process, Call) ->
    Pid = names:process(Process),
    Items = [registered_name, initial_call, current_function, status, message_queue_len,
             memory, total_heap_size, links, group_leader, trap_exit | [parent || identity:readable(parent)]],
    case sweep:read([Pid], Items, Call) of
        [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
        [] -> envelope:refuse(no_answer, Pid);
        [{Pid, Values}] -> described(Pid, maps:from_list(Values), Call)
    end.

%% The same; refuses a process without which the node, or an application, would not live
%% with protected: Why.
-spec changeable(term(), envelope:call()) -> subject().
changeable(Process, #{coordinator := Coordinator} = Call) ->
    #{pid := Pid, group_leader := Leader, initial_call := Initial} = Subject = known(Process, Call),
    Masters = applications:masters(),
    Is = [What || {What, true} <-
                      [{emulator, lists:member(element(1, Initial), emulator())},
                       {kernel, lists:member({kernel, Leader}, Masters)},
                       {application_master, lists:keymember(Pid, 2, Masters)
                        orelse Initial =:= {application_master, start_it, 4}},
                       {kernel, lists:any(fun(Name) -> whereis(Name) =:= Pid end, kernel())},
                       {ours, lists:member(Pid, [Coordinator, self()])}]],
    case Is of
        [] -> Subject;
        [What | _] -> envelope:refuse(protected, What)
    end.

%% The application that ends with the process, since it is its first one; or `none`. With one
%% that is permanent or transient the node would end: refused, also where its type is unknown.
-spec application_of(pid(), envelope:call()) -> atom().
application_of(Pid, Call) ->
    case lists:keyfind(Pid, 2, applications:tops(applications:masters(), Call)) of
        {Application, Pid} ->
            case applications:status(Application, applications:controller(Call)) of
                {_, temporary} -> Application;
                _ -> envelope:refuse(protected, permanent)
            end;
        false ->
            none
    end.

%% ---------------------------------------------------------------------------

-spec described(pid(), map(), envelope:call()) -> subject().
described(Pid, #{links := Links, group_leader := Leader, initial_call := Initial} = Known, Call) ->
    Said = case identity:of_processes([Pid], Call) of
               [{Pid, Words}] -> Words;
               [] -> #{}
           end,
    Application = [A || {A, Master} <- applications:masters(), Master =:= Leader],
    #{pid => Pid, registered_name => maps:get(registered_name, Known),
      group_leader => Leader, initial_call => maps:get(initial_call, Said, Initial),
      current_function => maps:get(current_function, Known), status => maps:get(status, Known),
      mailbox => maps:get(message_queue_len, Known), memory_bytes => maps:get(memory, Known),
      heap_bytes => maps:get(total_heap_size, Known) * erlang:system_info(wordsize),
      links => length(Links), traps_exits => maps:get(trap_exit, Known),
      parent => parent(Said, Known),
      application => case Application of [A] -> A; [] -> none end}.

%% Its nearest ancestor. Before OTP 26.2 the process that spawned it, if proc_lib did.
-spec parent(map(), map()) -> pid() | atom().
parent(#{ancestors := [Parent | _]}, _Known) when is_pid(Parent); is_atom(Parent) -> Parent;
parent(_Said, #{initial_call := {proc_lib, _, _}, parent := Parent}) when is_pid(Parent) -> Parent;
parent(_Said, _Known) -> none.

%% Modules in which the processes of the emulator itself start.
-spec emulator() -> [module()].
emulator() ->
    [otp_ring0, erl_prim_loader, prim_file, erts_internal, erts_code_purger,
     erts_literal_area_collector, erts_dirty_process_signal_handler, erts_trace_cleaner,
     socket_registry, init].

%% Processes of kernel by name: not all have its group leader.
-spec kernel() -> [atom()].
kernel() ->
    [init, application_controller, kernel_sup, code_server, logger, logger_sup, user,
     standard_error, net_kernel, rex, file_server_2, erl_prim_loader, inet_db, erl_signal_server,
     global_name_server, auth, erl_epmd, net_sup].
