%% An independent way into a node: a connection that was made before anything hostile began,
%% and a process of the highest priority at its end that starts nothing and asks nobody.
-module(t_control).
-export([start/1, init/2, watch/1, pause/0, baseline/0, left/1]).

%% How often a watch on each scheduler looks whether it is let run: seldom enough to cost nothing.
-define(EVERY_MS, 5).

-type baseline() :: {Processes :: #{pid() => true}, Names :: [atom()], [port()], Nodes :: [node()],
                     Settings :: [{atom(), term()}]}.

-spec start(inet:port_number()) -> ok.
start(Port) ->
    Self = self(),
    spawn_opt(t_control, init, [Self, Port],
              [{priority, max}, {max_heap_size, #{size => 0, kill => false, error_logger => false}}]),
    receive connected -> ok end.

%% One waits on each scheduler, since another may be held while the rest go on.
-spec watch(pid()) -> no_return().
watch(Control) -> watch(Control, now_ms(), 0).

-spec watch(pid(), integer(), integer()) -> no_return().
watch(Control, Before, Longest) ->
    Asked = receive pause -> true after ?EVERY_MS -> false end,
    Now = now_ms(),
    case max(Longest, Now - Before - ?EVERY_MS) of
        Pause when Asked -> Control ! {pause, self(), Pause}, watch(Control, Now, 0);
        Pause -> watch(Control, Now, Pause)
    end.

-spec now_ms() -> integer().
now_ms() -> erlang:monotonic_time(millisecond).

%% The longest time since the last call, in ms, that a scheduler ran nothing of the highest
%% priority: because something held it, or because the machine is busy. Waits for all schedulers.
-spec pause() -> non_neg_integer().
pause() ->
    [W ! pause || W <- get(watches)],
    lists:max([receive {pause, W, Ms} -> Ms end || W <- get(watches)]).

-spec init(pid(), inet:port_number()) -> no_return().
init(Starter, Port) ->
    {ok, Socket} = gen_tcp:connect({127, 0, 0, 1}, Port, [binary, {packet, 4}, {active, true}]),
    %% What is needed later is loaded now.
    _ = left(baseline()),
    put(watches, [spawn_opt(t_control, watch, [self()], [{scheduler, N}, {priority, max}, {max_heap_size, 0}])
                  || N <- lists:seq(1, erlang:system_info(schedulers_online))]),
    Starter ! connected,
    serve(Socket).

-spec serve(gen_tcp:socket()) -> no_return().
serve(Socket) ->
    receive
        {tcp, Socket, Request} ->
            {M, F, A} = binary_to_term(Request),
            Answer = try {ok, apply(M, F, A)} catch Class:Reason -> {Class, Reason} end,
            ok = gen_tcp:send(Socket, term_to_binary(Answer)),
            serve(Socket);
        {tcp_closed, Socket} ->
            %% Whoever had this node started is gone.
            erlang:halt(1, [{flush, false}])
    end.

%% What must be the same afterwards.
-spec baseline() -> baseline().
baseline() ->
    {maps:from_list([{P, true} || P <- processes()]), registered(), erlang:ports(), nodes(hidden), settings()}.

%% What was not there before: processes, but for servers that OTP starts for itself and the
%% hostile node's own; names, ports, links of the node, traces, settings.
-spec left(baseline()) -> [tuple()].
left({Pids, Names, Ports, Nodes, Settings}) ->
    New = [P || P <- processes(), not is_map_key(P, Pids), not own(P), not server(P)],
    [{process, P, process_info(P, [registered_name, initial_call, current_function, priority, status])} || P <- New,
        is_process_alive(P)]
        ++ [{name, N} || N <- registered() -- Names, is_pid(whereis(N)), not own(whereis(N)), not server(whereis(N))]
        ++ [{port, P, Info} || P <- erlang:ports() -- Ports, Info <- [erlang:port_info(P)], Info =/= undefined,
                               not owned(Info)]
        ++ [{node, N} || N <- nodes(hidden) -- Nodes]
        ++ [{Item, P, Value} || P <- processes(), Item <- [flags, tracer],
                                {_, Value} <- [erlang:trace_info(P, Item)], Value =/= []]
        ++ [{traced, M, F, A, What} || M <- [t_hurt, t_reload, lists], {F, A} <- functions(M),
                                       {all, What} <- [erlang:trace_info({M, F, A}, all)], What =/= false]
        ++ sessions()
        ++ [{setting, Key, Value} || {Key, Value} <- settings() -- Settings].

-spec functions(module()) -> [{atom(), arity()}].
functions(Module) ->
    try Module:module_info(functions) catch error:undef -> [] end.

-spec sessions() -> [{session, term()}].
sessions() ->
    case erlang:function_exported(trace, session_info, 1) of
        true -> [{session, S} || S <- trace:session_info(all), S =/= {legacy, default}];
        false -> []
    end.

%% Hostile configurations are large, so what they are counts by a hash.
-spec settings() -> [{atom(), term()}].
settings() ->
    [{primary, erlang:phash2(logger:get_primary_config())},
     {handlers, logger:get_handler_ids()},
     {handler_configs, erlang:phash2([maps:without([config], C) || C <- logger:get_handler_config()])},
     {module_levels, logger:get_module_level()},
     {system_monitor, erlang:system_monitor()},
     {new_processes, [erlang:trace_info(new, I) || I <- [flags, tracer]]},
     {new_ports, [erlang:trace_info(new_ports, I) || I <- [flags, tracer]]},
     {scheduler_wall_time, erlang:statistics(scheduler_wall_time) =/= undefined},
     {microstate_accounting, erlang:statistics(microstate_accounting) =/= undefined},
     {group_leaders, [P || P <- processes(), {_, L} <- [process_info(P, group_leader)], node(L) =/= node()]}].

-spec own(pid()) -> boolean().
own(P) ->
    case process_info(P, initial_call) of
        {_, {t_hurt, _, _}} -> true;
        _ -> case process_info(P, registered_name) of
                 {_, Name} -> lists:prefix("t_", atom_to_list(Name));
                 _ -> false
             end
    end.

%% With a name, started by proc_lib; not with one of ours.
-spec server(pid()) -> boolean().
server(P) ->
    case {process_info(P, registered_name), process_info(P, initial_call)} of
        {{_, Name}, {_, {proc_lib, _, _}}} -> not lists:prefix("beamtap", atom_to_list(Name));
        _ -> false
    end.

-spec owned([{atom(), term()}]) -> boolean().
owned(Info) ->
    case lists:keyfind(connected, 1, Info) of
        {_, P} -> own(P) orelse server(P);
        false -> false
    end.
