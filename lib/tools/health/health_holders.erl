%% What a node holds beside processes, looked at twice some time apart: ETS tables, ports, allocators, log handlers, links to other nodes, old code, alarms, pools of databases.
%%
%% Workers ask about tables and ports in groups, since any may be locked or busy. No table is read, no
%% port written to and nothing changed, so nothing is left to undo if the call dies.
-module(health_holders).
-export([run/2]).

%% Minimum ports and sockets of an owner to look at their traffic, and maximum of all. Also said in
%% lib/health/thresholds.ts.
-define(OUTLETS, 50).
-define(MAX_OUTLETS, 2000).
-define(MAX_QUEUES, 20000).
-define(MAX_TABLES, 50000).
-define(MAX_ROWS, 200000).
-define(MAX_OLD, 10).
%% Time limit of one table.
-define(TABLE_MS, 300).
%% Port mappers that are asked, and how long they have.
-define(MAX_HOSTS, 5).
-define(NAMES_MS, 1000).

%% Answers #{window_ms, tables, outlets, queues, former_allocators, allocators, handlers, links, old_code, pools} and more;
%% `skipped`, [{What, Number, Why}], is what of these was not looked at.
-spec run(#{window_ms := pos_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, limit := Limit}, Call) ->
    Ours = ours:all(Call),
    Start = envelope:now_ms(),
    AllTables = ets:all(),
    Tables = lists:sublist(AllTables, ?MAX_TABLES),
    TablesBefore = sizes(Tables, Call),
    Sockets = ports_and_sockets:sockets(Call),
    OutletsBefore = outlets(Ours, Sockets, Call),
    HandlersBefore = handlers(Call),
    LinksBefore = node_view:links(Limit, Call),
    StartingBefore = starting(Call),
    DownBefore = node_view:down(),
    AllocatorsBefore = allocators:all(),
    window:wait(Start + Window, Call),
    TablesAfter = sizes(Tables, Call),
    Took = envelope:now_ms() - Start,
    {Grown, SilentTables} = grown(Tables, TablesBefore, TablesAfter, Ours, Limit, Call),
    {Queues, SilentPorts} = queues(OutletsBefore, Limit, Call),
    Handlers = handlers(Call),
    Starting = starting(Call),
    Alarms = alarms:read(Call),
    {Alive, Unknown} = alive([Node || Node <- node_view:down(), lists:member(Node, DownBefore)], Call),
    {#{window_ms => Took, new_tables => owners(ets:all() -- Tables, Ours, Call),
       table_owners => case 2 * length(Tables) >= erlang:system_info(ets_limit) of
                                             true -> owners(Tables, Ours, Call);
                                             false -> []
                                         end, tables => Grown,
       outlets => moved(OutletsBefore, Call), queues => Queues,
       former_allocators => AllocatorsBefore, allocators => allocators:all(),
       handlers => {[handler, pid, former_mailbox, mailbox, current_function, former_mode, mode],
                    [[Id, Pid, former(mailbox, Id, HandlersBefore), Mailbox, Function, former(mode, Id, HandlersBefore), Mode]
                     || #{handler := Id, pid := Pid, mailbox := Mailbox, current_function := Function, mode := Mode} <- Handlers]},
       links => [case lists:keyfind(Node, 1, LinksBefore) of
                     {_, FormerQueue, _, FormerOut} -> {Node, Queue, Out, FormerQueue, FormerOut};
                     false -> {Node, Queue, Out, none, none}
                 end || {Node, Queue, _, Out} <- node_view:links(Limit, Call)],
       unconnected => Alive, unreachable => lists:sublist(Unknown, Limit),
       starting => stuck(StartingBefore, Starting, Call),
       alarms => lists:append([Ids || {_, _, Ids} <- Alarms]), old_code => old_code(), pools => pools(Tables),
       mnesia => is_pid(whereis(mnesia_sup)),
       skipped => [Skipped || {_, Number, _} = Skipped <-
                                  [{tables, erlang:max(0, length(AllTables) - ?MAX_TABLES), too_many}, {tables, SilentTables, silent},
                                   {ports, erlang:max(0, length(element(1, OutletsBefore)) - ?MAX_QUEUES), too_many},
                                   {ports, SilentPorts, silent}, {sockets, one(Sockets =:= no_answer), silent},
                                   {application_controller, one(Starting =:= unknown), silent}]
                                  ++ [{Id, 1, silent} || #{handler := Id, mailbox := none} <- Handlers]
                                  ++ [{Source, 1, State} || {Source, State, _} <- Alarms, State =/= known],
                              Number > 0]}, #{}}.

one(true) -> 1;
one(false) -> 0.

%% ---------------------------------------------------------------------------
%% Tables

%% [{Words, Rows}], or something else for what is locked or gone.
sizes(Tables, Call) ->
    Info = fun(Item) ->
                   bulk:ask(fun(Group) ->
                                    lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item))
                            end, Tables, Call)
           end,
    lists:zip(Info(memory), Info(size)).

%% The largest, and those that have grown most, {Columns, Rows}; and how many did not answer.
grown(Tables, Before, After, #{processes := Ours}, Limit, Call) ->
    Rows = bulk:select(lists:zip3(Tables, Before, After),
                       [{{'$1', {'$2', '$3'}, {'$4', '$5'}}, [{is_integer, '$2'}, {is_integer, '$4'}],
                         [{{{'-', '$4', '$2'}, '$4', '$1', '$2', '$3', '$5'}}]}]),
    Largest = lists:sublist(lists:reverse(lists:keysort(2, Rows)), Limit),
    Fastest = lists:sublist(lists:reverse(lists:sort(Rows)), Limit),
    Described = [{Row, worker:one(fun() -> {ets:info(Table, owner), ets:info(Table, name)} end, ?TABLE_MS, Call)}
                 || {_, _, Table, _, _, _} = Row <- lists:usort(Largest ++ Fastest)],
    Silent = length(bulk:select(After, [{{silent, '_'}, [], [true]}])) + length([1 || {_, no_answer} <- Described]),
    {{[table, name, owner, former_bytes, bytes, former_rows, rows, binary_bytes],
     [[table_id:shown(Table), Name, Owner, Words0, Words1, Rows0, Rows1, Held]
      || {{_, Words1, Table, Words0, Rows0, Rows1}, {ok, {Owner, Name}}} <- Described,
         is_pid(Owner), not lists:member(Owner, Ours),
         Held <- [case Rows1 > Rows0 andalso Rows1 < ?MAX_ROWS andalso
                      worker:one(fun() -> binaries(Table) end, ?TABLE_MS, Call) of
                      {ok, Bytes} -> Bytes;
                      _ -> none
                  end]]}, Silent}.

%% Bytes of binaries that its rows hold; takes longer the more rows there are.
binaries(Table) ->
    try ets:info(Table, binary) of
        Binaries when is_list(Binaries) -> lists:sum([Bytes || {_, Bytes, _} <- lists:usort(Binaries)]);
        _ -> none
    catch error:badarg -> none
    end.

%% [{Owner, Tables}] of those who own most of them.
owners(Tables, #{processes := Ours}, Call) ->
    Owners = bulk:ask(fun(Group) ->
                              lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), owner))
                      end, lists:sublist(Tables, ?MAX_OUTLETS), Call),
    [{Owner, Count} || {Count, Owner} <- lists:sublist(bulk:count([Owner || Owner <- Owners, is_pid(Owner), not lists:member(Owner, Ours)]), 3)].

%% ---------------------------------------------------------------------------
%% Ports and sockets

%% All outlets, those of owners who have many, and what went through these: {Found, Many, Traffic}.
outlets(#{ports := Ours}, Sockets, Call) ->
    Known = case Sockets of no_answer -> []; _ -> Sockets end,
    Found = [Outlet || {Id, _, _} = Outlet <- ports_and_sockets:found(ports, Call) ++ Known, not lists:member(Id, Ours)],
    Owners = [{Count, Owner} || {Count, Owner} <- lists:sublist(bulk:count([O || {_, _, O} <- Found]), 5), Count >= ?OUTLETS],
    Many = lists:sublist([Outlet || {_, _, O} = Outlet <- Found, lists:keymember(O, 2, Owners)], ?MAX_OUTLETS),
    {Found, Owners, Many, ports_and_sockets:traffic(Many, Call)}.

%% [{Owner, Outlets, Looked at, Without traffic, Kind}]
moved({_Found, Owners, Many, Before}, Call) ->
    Rows = lists:zip3(Many, Before, ports_and_sockets:traffic(Many, Call)),
    {[owner, count, looked_at, quiet, kind],
     [begin
          Mine = [Row || {{_, _, O}, _, _} = Row <- Rows, O =:= Owner],
          [Owner, Count, length(Mine), length([1 || {_, Same, Same} <- Mine, Same =/= silent]),
           case Mine of [{{_, Kind, _}, _, _} | _] -> Kind; [] -> none end]
      end || {Count, Owner} <- Owners]}.

%% Those with most bytes waiting, [{Outlet, Owner, Bytes}]; and how many do not say. One that is closed
%% says nothing either.
queues({Found, _, _, _}, Limit, Call) ->
    Some = lists:sublist(Found, ?MAX_QUEUES),
    Rows = lists:zip(ports_and_sockets:values(queue, Some, Call), Some),
    Known = bulk:select(Rows, [{{'$1', {'$2', '_', '$3'}}, [{'is_integer', '$1'}, {'>', '$1', 0}, {is_port, '$2'}], [{{'$1', '$2', '$3'}}]}]),
    Silent = bulk:select(Rows, [{{silent, {'$1', '_', '_'}}, [{is_port, '$1'}], ['$1']}]),
    {[{Id, Owner, Bytes} || {Bytes, Id, Owner} <- lists:sublist(lists:reverse(lists:sort(Known)), Limit)],
     length(Silent -- (Silent -- erlang:ports()))}.

%% ---------------------------------------------------------------------------
%% Logs, code, pools

handlers(Call) ->
    #{handlers := Handlers} = logger:get_config(),
    get_log_config:loads(Handlers, Call).

former(Item, Id, Handlers) ->
    hd([maps:get(Item, Load) || #{handler := Other} = Load <- Handlers, Other =:= Id] ++ [none]).

%% Applications whose start has not ended, if the controller says.
starting(Call) ->
    case applications:controller(Call) of
        #{starting := Started} -> [element(1, Entry) || Entry <- lists:sublist(Started, ?MAX_OLD), is_atom(element(1, Entry))];
        _ -> unknown
    end.

%% [{Application, [Pid]}]: who may run the start functions of those that were starting before.
stuck(Before, Now, _Call) when Before =:= unknown; Now =:= unknown ->
    [];
stuck(Before, Now, Call) ->
    case [Application || Application <- Now, lists:member(Application, Before)] of
        [] -> [];
        Applications ->
            {_, Everyone} = sweep:everyone(Call),
            {Starters, _} = sweep:again(#{item => [initial_call, current_function], hint => fun(_) -> none end,
                                          pick => fun starters/3, step => fun erlang:'++'/2,
                                          report => fun(_, _) -> ok end}, [], Everyone, Call),
            [{Application, lists:sublist(Starters, 3)} || Application <- Applications]
    end.

%% Runs in the workers: those that are in a start function.
starters(Pids, Values, _) ->
    bulk:select(lists:zip(Values, Pids),
                [{{[{'_', {application_master, start_it, 4}}, {'_', {'$1', '_', '_'}}], '$2'},
                  [{'=/=', '$1', application_master}], ['$2']}]).

%% Of nodes that this one knows and is not connected to, those that are registered on their hosts; and
%% those whose hosts do not say.
alive(Down, Call) ->
    Split = [{Node, string:split(atom_to_list(Node), "@")} || Node <- Down],
    Hosts = lists:sublist(lists:usort([Host || {_, [_, Host]} <- Split]), ?MAX_HOSTS),
    Names = worker:all([fun() -> net_adm:names(Host) end || Host <- Hosts], ?NAMES_MS, Call),
    Known = maps:from_list([{Host, All} || {Host, {ok, {ok, All}}} <- lists:zip(Hosts, Names)]),
    {[Node || {Node, [Name, Host]} <- Split, lists:keymember(Name, 1, maps:get(Host, Known, []))],
     [Node || {Node, [_, Host]} <- Split, not is_map_key(Host, Known)]}.

%% Modules of which old code is there.
old_code() ->
    Modules = erlang:loaded(),
    Old = lists:zip(lists:map(fun erlang:check_old_code/1, Modules), Modules),
    lists:sublist(bulk:select(Old, [{{true, '$1'}, [], ['$1']}]), ?MAX_OLD).

%% {Pool, Connections, Free} of DBConnection: who holds a connection owns its table, and the pool inherits it.
pools(Tables) ->
    case names:existing_atom([<<"Elixir.DBConnection.Holder">>]) of
        none -> [];
        {ok, Holder} ->
            Named = lists:zip(Tables, lists:zipwith(fun ets:info/2, Tables, lists:duplicate(length(Tables), name))),
            Pairs = [{ets:info(T, heir), ets:info(T, owner)} || {T, Name} <- Named, Name =:= Holder],
            [{Pool, length(Mine), length([1 || {_, Owner} <- Mine, Owner =:= Pool])}
             || Pool <- lists:usort([Pool || {Pool, _} <- Pairs, is_pid(Pool)]),
                Mine <- [[Pair || {P, _} = Pair <- Pairs, P =:= Pool]]]
    end.
