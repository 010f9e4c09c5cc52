%% The state of an OTP process, or its status, asked for by the messages that sys
%% sends: it answers itself, with a copy. So it is asked only if it is an OTP process
%% that can answer, and if it is not too large.
-module(process_state).
-export([run/2]).

%% Answers #{pid, behaviour, module, bytes, value, trail, heap_bytes, mailbox}.
run(#{process := Process, view := View, path := Path, limits := Limits, max_heap := Max,
      timeout_ms := Timeout, force := Force}, Call) ->
    Pid = names:process(Process),
    Known = known(Pid, Call),
    #{heap := Heap, mailbox := Mailbox} = Known,
    Behaviour = behaviour(Pid, Known, Call),
    Force orelse check(Pid, Behaviour, Known, Max),
    {Value, Bytes, Trail} = ask(Pid, View, Path, Limits, Timeout, Call),
    {#{pid => Pid, behaviour => Behaviour, value => Value, bytes => Bytes, trail => Trail,
       heap_bytes => Heap, mailbox => Mailbox,
       module => case identity:of_processes([Pid], Call) of
                     [{Pid, #{initial_call := {Module, _, _}}}] -> Module;
                     _ -> none
                 end}, #{processes_scanned => 1}}.

%% ---------------------------------------------------------------------------

known(Pid, Call) ->
    Items = [current_function, status, message_queue_len, total_heap_size, current_stacktrace],
    case sweep:read([Pid], Items, Call) of
        [{Pid, [{_, Current}, {_, Status}, {_, Mailbox}, {_, Words}, {_, Stack}]}] ->
            #{current => Current, status => Status, mailbox => Mailbox,
              heap => Words * erlang:system_info(wordsize),
              modules => [Module || {Module, _, _, _} <- Stack]};
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% By where it waits, or by what is on its stack while it works; `none` if unknown.
behaviour(Pid, #{current := Current, modules := Modules}, Call) ->
    case [Module || Module <- Modules, lists:member(Module, behaviours())] of
        [Module | _] -> Module;
        [] when Current =:= {erlang, hibernate, 3} ->
            case identity:of_processes([Pid], Call) of
                [{Pid, #{initial_call := _}}] -> hibernating;
                _ -> none
            end;
        [] -> none
    end.

check(Pid, none, #{current := Current}, _Max) ->
    envelope:refuse(not_otp, {Pid, Current});
check(Pid, _, #{heap := Heap}, Max) when Heap > Max ->
    envelope:refuse(too_large, {Pid, Heap, Max});
check(Pid, _, #{status := suspended}, _Max) ->
    envelope:refuse(suspended, Pid);
check(Pid, _, #{mailbox := Mailbox, current := Current}, _Max) when Mailbox > 1000 ->
    envelope:refuse(process_busy, {Pid, Current, Mailbox});
check(Pid, _, #{status := waiting, mailbox := Mailbox, current := {Module, _, _} = Current}, _Max) ->
    %% One that waits elsewhere than in its loop waits for somebody else.
    lists:member(Module, [erlang | behaviours()])
        orelse envelope:refuse(process_busy, {Pid, Current, Mailbox});
check(_Pid, _, _, _Max) ->
    ok.

behaviours() ->
    [gen_server, gen_statem, gen_event, sys].

%% The copy goes to a worker, and only what is shown of it from there.
ask(Pid, View, Path, Limits, Timeout, #{until := Until} = Call) ->
    Wait = erlang:max(1, erlang:min(Timeout, Until - envelope:now_ms() - 50)),
    Look = fun() ->
                   Whole = try view(View, Pid, Wait)
                           catch exit:{Reason, _} when is_tuple(Reason) -> exit(element(1, Reason));
                                 exit:{Reason, _} -> exit(Reason)
                           end,
                   case values:at(Path, Whole, Limits) of
                       {ok, Value, Trail} ->
                           {Cut, Bytes} = values:shown(Value, Limits),
                           {Cut, Bytes, [cut:term(Name, Limits) || Name <- Trail]};
                       Lost ->
                           Lost
                   end
           end,
    case worker:one(Look, Wait + 40, Call) of
        {ok, {lost, Steps, There}} -> envelope:refuse(no_such_path, {Steps, There});
        {ok, Shown} -> Shown;
        {raised, {refused, Code, Detail}} -> envelope:refuse(Code, Detail);
        {raised, Reason} when Reason =:= noproc; Reason =:= normal; Reason =:= shutdown ->
            envelope:refuse(no_such_process, Pid);
        {raised, _} -> envelope:refuse(no_state, Pid);
        no_answer -> envelope:refuse(no_state, Pid)
    end.

view(state, Pid, Wait) ->
    sys:get_state(Pid, Wait);
view(status, Pid, Wait) ->
    {status, Pid, {module, Module}, [_Dictionary, State, Parent, Debug, Misc]} =
        sys:get_status(Pid, Wait),
    #{module => Module, status => State, parent => Parent, debug => Debug, misc => Misc}.
