%% The state or status of an OTP process, requested with the system messages of sys. The process
%% itself answers with a copy, so it is asked only if it is an OTP process that can answer, and if
%% the size of the copy is bounded. A status includes the whole dictionary, whose size is not
%% bounded, nor is that of a dictionary value, which the emulator copies.
%%
%% A worker asks and receives the copy, within the heap limit; only the part that is shown
%% leaves it. If the probe ends in between, the worker ends with it, and the process has
%% answered one message whose reply nobody reads.
-module(get_process_state).
-export([run/2]).

-define(PAUSE_MS, 20).      % between looks at a process that is at work
-define(MAX_LOOKS, 10).
-define(MAX_MAILBOX, 1000). % messages: one behind more than these would wait for long

%% What the process shows of itself: cut, the bytes of the whole, the names on the way to it, and
%% the sizes of its parts where these were asked for.
-type shown() :: #{term := term(), size_bytes := non_neg_integer(), trail := [term()],
                   sizes := [{term(), non_neg_integer()}] | none}.

%% Answers #{pid, behaviour, module, heap_bytes, mailbox, term, size_bytes, trail, sizes}; refuses with
%% not_otp: Current; process_busy: {Current, Mailbox}; not_copied: {Why, MaxBytes}; suspended;
%% no_state: Ms.
-spec run(map(), envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, view := View, path := Path, limits := Limits, timeout_ms := Timeout,
      force := Force}, Call) ->
    Pid = names:process(Process),
    {#{heap := Heap, mailbox := Mailbox} = Known, Behaviour} = ready(Pid, View, Force, ?MAX_LOOKS, Call),
    #{trail := Trail} = Shown = ask(Pid, View, Path, Limits, Timeout, Call),
    {Shown#{pid => Pid, behaviour => Behaviour, trail := schemas:trail(Trail, Call), heap_bytes => Heap, mailbox => Mailbox,
       module => case identity:of_processes([Pid], Call) of
                     [{Pid, #{initial_call := {Module, _, _}}}] -> Module;
                     _ -> maps:get(module, Known, none)
                 end}, #{processes_scanned => 1}}.

%% ---------------------------------------------------------------------------

%% Looks again at a busy process: once it waits, everything that it holds is on its stack.
-spec ready(pid(), state | sizes | status | dictionary, boolean(), non_neg_integer(), envelope:call()) ->
          {Known :: map(), Behaviour :: atom()}.
ready(Pid, View, Force, Tries, Call) ->
    Known = known(Pid, Call),
    Behaviour = behaviour(Pid, Known, Call),
    Problem = case Force of
                  true -> none;
                  false -> problem(Pid, View, Behaviour, Known, Call)
              end,
    case Problem of
        none -> {Known, Behaviour};
        {process_busy, _} when Tries > 0, map_get(status, Known) =/= waiting ->
            receive after ?PAUSE_MS -> ok end,
            ready(Pid, View, Force, Tries - 1, Call);
        {Code, Detail} -> envelope:refuse(Code, Detail)
    end.

-spec known(pid(), envelope:call()) -> #{atom() => term()}.
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

%% The behaviour, from where it waits or, while it works, from its stack; `none` if unknown.
-spec behaviour(pid(), #{atom() => term()}, envelope:call()) -> atom().
behaviour(Pid, #{current := Current, modules := Modules}, Call) ->
    case [Module || Module <- Modules, lists:member(Module, behaviours())] of
        [Module | _] -> Module;
        [] when Current =:= {erlang, hibernate, 3} ->
            case sweep:read([Pid], [initial_call], Call) of
                [{Pid, [{_, {proc_lib, _, _}}]}] -> hibernating;
                _ -> none
            end;
        [] -> none
    end.

behaviours() ->
    [gen_server, gen_statem, gen_event, sys].

%% The reason not to ask it, or `none`.
-spec problem(pid(), state | sizes | status | dictionary, atom(), map(), envelope:call()) ->
          none | {Code :: atom(), Detail :: term()}.
problem(_Pid, dictionary, _Behaviour, _Known, _Call) ->
    not_copied(dictionary);
problem(_Pid, _View, none, #{current := Current}, _Call) ->
    {not_otp, Current};
problem(Pid, _View, _, #{status := suspended}, _Call) ->
    {suspended, Pid};
problem(_Pid, _View, _, #{mailbox := Mailbox, current := Current}, _Call) when Mailbox > ?MAX_MAILBOX ->
    {process_busy, {Current, Mailbox}};
problem(Pid, View, _, #{current := {Module, _, _} = Current, mailbox := Mailbox}, Call) ->
    %% A process that waits outside its loop waits for another process.
    case lists:member(Module, [erlang | behaviours()]) of
        false -> {process_busy, {Current, Mailbox}};
        true when View =:= status -> not_copied(status);
        true ->
            case stacks:read([Pid], Call) of
                [{Pid, Seen}] ->
                    case stacks:bounded(Seen) of
                        ok -> none;
                        unseen when Current =/= {erlang, hibernate, 3} -> {process_busy, {Current, Mailbox}};
                        Why -> not_copied(Why)
                    end;
                [] -> {no_answer, Pid}
            end
    end;
problem(_Pid, _View, _, #{current := Current, mailbox := Mailbox}, _Call) ->
    {process_busy, {Current, Mailbox}}.

not_copied(Why) ->
    {not_copied, {Why, stacks:most_words() * erlang:system_info(wordsize)}}.

%% The copy goes to a worker, and only what is shown of it from there.
-spec ask(pid(), state | sizes | status | dictionary, list(), cut:limits(), non_neg_integer(), envelope:call()) ->
          shown().
ask(Pid, View, Path, Limits, Timeout, #{until := Until} = Call) ->
    Wait = erlang:max(1, erlang:min(Timeout, Until - envelope:now_ms() - 50)),
    Look = fun() ->
                   case view(View, Pid, Path, Wait) of
                       {reply, Whole, Steps} -> shown(values:at(Steps, Whole, Limits), View, Path, Limits);
                       None -> None
                   end
           end,
    case worker:one(Look, Wait + 40, Call) of
        {ok, {reply, Shown}} -> Shown;
        {ok, {lost, Steps, There}} -> envelope:refuse(no_such_path, {Steps, There});
        {ok, gone} -> envelope:refuse(no_such_process, Pid);
        {raised, {refused, Code, Detail}} -> envelope:refuse(Code, Detail);
        _ -> envelope:refuse(no_state, Wait)
    end.

-spec shown({ok, term(), [term()]} | {lost, non_neg_integer(), term()}, atom(), list(), cut:limits()) ->
          {reply, shown()} | {lost, non_neg_integer(), term()}.
shown({ok, Value, Trail}, View, _Path, Limits) ->
    {Kept, Sizes} = case View of
                        sizes -> {Limits#{depth := 0}, values:sizes(Value, Limits)};
                        _ -> {Limits, none}
                    end,
    {Cut, Bytes} = values:shown(Value, Kept),
    {reply, #{term => Cut, size_bytes => Bytes, trail => Trail, sizes => Sizes}};
shown(Lost, _View, _Path, _Limits) ->
    Lost.

-spec view(state | sizes | status | dictionary, pid(), list(), non_neg_integer()) -> {reply, term(), list()} | gone | late | unknown.
view(View, Pid, Path, Wait) when View =:= state; View =:= sizes ->
    case system:ask(Pid, get_state, Wait) of
        {reply, State} -> {reply, State, Path};
        None -> None
    end;
view(status, Pid, Path, Wait) ->
    case system:ask(Pid, get_status, Wait) of
        {reply, {status, Pid, {module, Module}, [_Dictionary, State, Parent, Debug, Misc]}} ->
            {reply, #{module => Module, status => State, parent => Parent, debug => Debug, misc => Misc}, Path};
        {reply, Other} -> {reply, Other, Path};
        None -> None
    end;
view(dictionary, Pid, Path, _Wait) ->
    Item = case Path of
               [{key, Marked} | _] -> {dictionary, marked:term(Marked)};
               _ -> dictionary
           end,
    Asked = case identity:by_key() of true -> Item; false -> dictionary end,
    %% OTP 25 has no type for a key: dialyzer looks at a direct call only.
    [Found] = lists:zipwith(fun erlang:process_info/2, [Pid], [Asked]),
    case {Found, Asked} of
        {undefined, _} -> gone;
        {{_, Value}, {dictionary, Key}} -> {reply, [{Key, Value} || Value =/= undefined], Path};
        {{_, Pairs}, dictionary} -> {reply, Pairs, Path}
    end.
