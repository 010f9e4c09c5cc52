%% Configuration of a supervisor: its strategy, how often it may restart children and recently did,
%% and its child specifications. Start arguments leave the node only on request, and cut.
%%
%% A worker asks the supervisor, which copies its state: only if the size of that is bounded, or by
%% force. If the call dies meanwhile, the answer goes to nobody.
-module(get_child_specs).
-export([run/2]).

%% How long the supervisor may take to come to its next message, and to copy its state to a worker.
-define(READY_MS, 500).
-define(STATE_MS, 2000).
-define(WORKER_MS, 2500).
%% Of more children than these the state is not copied, unless by force.
-define(MAX_CHILDREN, 1000).
%% How often it is woken where nothing is to be seen of it, and looked at so long after.
-define(LOOKS, 10).
-define(PAUSE_MS, 20).
%% Restarts that are told, modules of a child, and what is shown of its arguments.
-define(MAX_RESTARTS, 10).
-define(MAX_MODULES, 5).
-define(ARGUMENTS, #{depth => 4, width => 16, bytes => 500}).
%% Elements of the state from OTP 21 on, at least, and those of it that are read.
-define(STATE_SIZE, 11).
-define(STATE_READ, 8).

%% Answers #{strategy, intensity, period_s, callback, children, recent_restarts,
%% restarted_s_ago, specs}: the last as {Columns, Rows}.
-spec run(#{process := names:process(), limit := pos_integer(), force := boolean(),
            arguments := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{process := Process, limit := Limit, force := Force, arguments := Arguments}, Call) ->
    Pid = names:process(Process),
    proved(Pid, Call),
    ready(Pid, Force, Call),
    Force orelse bounded(Pid, ?LOOKS, Call),
    %% In a worker, which can be killed: the whole state is copied to it.
    Summary = fun() -> summary(system:ask(Pid, get_state, ?STATE_MS), Limit, Arguments) end,
    case worker:one(Summary, ?WORKER_MS, Call) of
        {ok, {ok, Answer}} -> {Answer#{pid => Pid}, #{processes_scanned => 1}};
        {ok, unknown} -> envelope:refuse(not_a_supervisor, Pid);
        {ok, gone} -> envelope:refuse(no_such_process, Pid);
        _ -> envelope:refuse(no_answer, Pid)
    end.

%% Its state holds the start arguments of all children, which can be anything.
-spec bounded(pid(), integer(), envelope:call()) -> term().
bounded(Pid, Looks, Call) ->
    case stacks:read([Pid], Call) of
        [{Pid, Seen}] ->
            case stacks:bounded(Seen) of
                ok -> ok;
                unseen when Looks > 0 ->
                    supervisors:wake(Pid),
                    receive after ?PAUSE_MS -> ok end,
                    bounded(Pid, Looks - 1, Call);
                Why -> envelope:refuse(not_copied, {Why, stacks:most_words() * erlang:system_info(wordsize)})
            end;
        [] -> envelope:refuse(no_answer, Pid)
    end.

%% Returns when the supervisor can be asked.
-spec ready(pid(), boolean(), envelope:call()) -> term().
ready(Pid, Force, Call) ->
    case servers:ready(Pid, ?READY_MS, Call) of
        {_, #{links := Links}} when Links > ?MAX_CHILDREN, not Force ->
            envelope:refuse(too_many_children, Links);
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Pid);
        silent -> envelope:refuse(no_answer, Pid)
    end.

-spec proved(pid(), envelope:call()) -> true | no_return().
proved(Pid, Call) ->
    case {servers:facts([Pid], Call), identity:of_processes([Pid], Call)} of
        {[{Pid, undefined}], _} -> envelope:refuse(no_such_process, Pid);
        {[{Pid, _}], [{Pid, Said}]} ->
            supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Pid);
        %% Not looked at before OTP 26.2, most likely for its many children.
        {[{Pid, #{links := Links}}], []} when Links > ?MAX_CHILDREN ->
            envelope:refuse(too_many_children, Links);
        {[{Pid, _}], []} ->
            envelope:refuse(not_copied, {large, stacks:most_words() * erlang:system_info(wordsize)});
        _ -> envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------
%% The state of OTP's supervisors, the same up to here from OTP 21 to 29, and that
%% of Elixir's DynamicSupervisor.

-spec summary({reply, term()} | gone | late, pos_integer(), boolean()) -> {ok, map()} | unknown | gone | late.
summary({reply, State}, Limit, Arguments) when element(1, State) =:= state, tuple_size(State) >= ?STATE_SIZE ->
    {state, _Name, Strategy, {Ids, Specs}, Dynamics, Intensity, Period, Restarts} =
        list_to_tuple(lists:sublist(tuple_to_list(State), ?STATE_READ)),
    Rows = [row(maps:get(Id, Specs), Arguments)
            || Id <- lists:sublist(lists:reverse(Ids), Limit)],
    Count = case Strategy of
                simple_one_for_one -> dynamic(Dynamics);
                _ -> length(Ids)
            end,
    {ok, #{strategy => Strategy, intensity => Intensity, period_s => Period,
           callback => element(tuple_size(State) - 1, State), children => Count,
           recent_restarts => remembered(Restarts), restarted_s_ago => ages(Restarts),
           specs => {columns(), Rows}}};
summary({reply, #{'__struct__' := 'Elixir.DynamicSupervisor'} = State}, Limit, Arguments) ->
    #{strategy := Strategy, max_restarts := Intensity, max_seconds := Period, mod := Module,
      children := Children, restarts := Restarts} = State,
    %% As an atom in this file it would be a word of ours, which is a number on the node.
    Most = maps:get(binary_to_existing_atom(<<"max_children">>, utf8), State),
    Rows = [row({child, Pid, undefined, Start, Restart, Shutdown, Type, Modules}, Arguments)
            || {Pid, {Start, Restart, Shutdown, Type, Modules}}
                   <- lists:sublist(lists:sort(maps:to_list(Children)), Limit)],
    {ok, #{strategy => Strategy, intensity => Intensity, period_s => Period,
           callback => Module, children => map_size(Children),
           max_children => case Most of infinity -> none; _ -> Most end,
           recent_restarts => remembered(Restarts), restarted_s_ago => ages(Restarts),
           specs => {columns(), Rows}}};
summary({reply, _State}, _Limit, _Arguments) ->
    unknown;
summary(None, _Limit, _Arguments) ->
    None.

-spec dynamic(term()) -> non_neg_integer().
dynamic({_Kind, Pids}) when is_map(Pids) -> map_size(Pids);
dynamic({sets, Pids}) -> sets:size(Pids);
dynamic(_None) -> 0.

-spec remembered(term()) -> non_neg_integer().
remembered(Times) when is_list(Times) -> length(Times);
remembered(_Unknown) -> 0.

%% Newest first, in seconds.
-spec ages(term()) -> [integer()].
ages(Times) when is_list(Times) ->
    Now = erlang:monotonic_time(second),
    lists:sublist(lists:sort([Now - Time || Time <- Times, is_integer(Time)]), ?MAX_RESTARTS);
ages(_Unknown) ->
    [].

-spec columns() -> [atom()].
columns() ->
    [id, pid, state, start, arguments, restart, significant, shutdown, type, modules].

-spec row(tuple(), boolean()) -> [term()].
row({child, Pid, Id, Start, Restart, Shutdown, Type, Modules}, Arguments) ->
    row({child, Pid, Id, Start, Restart, false, Shutdown, Type, Modules}, Arguments);
row({child, Pid, Id, {Module, Function, Args}, Restart, Significant, Shutdown, Type, Modules},
    Arguments) ->
    [cut:label(Id), Pid, state(Pid), {Module, Function, arity(Args)},
     case Arguments of
         true -> cut:term(Args, ?ARGUMENTS);
         false -> none
     end,
     Restart, Significant, Shutdown, Type,
     case is_list(Modules) of true -> lists:sublist(Modules, ?MAX_MODULES); false -> dynamic end].

%% Those of temporary children are not kept.
-spec arity(list() | undefined) -> non_neg_integer() | none.
arity(Args) when is_list(Args) -> length(Args);
arity(undefined) -> none.

-spec state(term()) -> running | restarting | not_started.
state(Pid) when is_pid(Pid) -> running;
state(restarting) -> restarting;
state({restarting, _}) -> restarting;
state(_None) -> not_started.
