%% What a node holds beside processes, looked at twice some time apart: ETS tables, what talks to the
%% world, allocators, log handlers, links to other nodes, old code, alarms, pools of databases.
%%
%% Workers ask about tables and ports in groups, since any may be locked or busy. No table is read, no
%% port written to and nothing changed, so nothing is left to undo if the call dies.
-module(health_holders).
-export([run/2]).

%% Outlets of an owner from which on their traffic is looked at, and most of them.
-define(OUTLETS, 50).
-define(MAX_OUTLETS, 2000).
-define(MAX_TABLES, 50000).
-define(MAX_OLD, 10).

%% Answers #{window_ms, table_count, tables, outlets, queues, allocators, handlers, links, old_code, pools}.
-spec run(#{window_ms := pos_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, limit := Limit}, Call) ->
    Ours = ours:all(Call),
    Start = envelope:now_ms(),
    Tables = lists:sublist(ets:all(), ?MAX_TABLES),
    TablesBefore = sizes(Tables, Call),
    OutletsBefore = outlets(Ours, Call),
    HandlersBefore = handlers(Call),
    LinksBefore = node_view:links(Limit, Call),
    window:wait(Start + Window, Call),
    TablesAfter = sizes(Tables, Call),
    Took = envelope:now_ms() - Start,
    {#{window_ms => Took, tables => grown(Tables, TablesBefore, TablesAfter, Ours, Limit),
       outlets => moved(OutletsBefore, Call), queues => queues(OutletsBefore, Limit, Call),
       allocators => allocators:all(),
       handlers => {[handler, pid, former_mailbox, mailbox, current_function, mode],
                    [[Id, Pid, mailbox(Id, HandlersBefore), Mailbox, Function, Mode]
                     || #{handler := Id, pid := Pid, mailbox := Mailbox, current_function := Function, mode := Mode} <- handlers(Call)]},
       links => [{Node, Queue, In, Out, case lists:keyfind(Node, 1, LinksBefore) of {_, Q, _, _} -> Q; false -> none end}
                 || {Node, Queue, In, Out} <- node_view:links(Limit, Call)],
       down => node_view:down(),
       old_code => old_code(), pools => pools(Tables)}, #{}}.

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

%% The largest, and those that have grown most: {Columns, Rows}.
grown(Tables, Before, After, #{processes := Ours}, Limit) ->
    Rows = bulk:select(lists:zip3(Tables, Before, After),
                       [{{'$1', {'$2', '$3'}, {'$4', '$5'}}, [{is_integer, '$2'}, {is_integer, '$4'}],
                         [{{{'-', '$4', '$2'}, '$4', '$1', '$2', '$3', '$5'}}]}]),
    Largest = lists:sublist(lists:reverse(lists:keysort(2, Rows)), Limit),
    Fastest = lists:sublist(lists:reverse(lists:sort(Rows)), Limit),
    {[table, name, owner, former_bytes, bytes, former_rows, rows, binary_bytes],
     [[table_id:shown(Table), Name, Owner, Words0, Words1, Rows0, Rows1, held(Table, Rows1)]
      || {_, Words1, Table, Words0, Rows0, Rows1} <- lists:usort(Largest ++ Fastest),
         Owner <- [ets:info(Table, owner)], is_pid(Owner), not lists:member(Owner, Ours),
         Name <- [ets:info(Table, name)], Name =/= undefined]}.

%% Bytes of binaries that its rows hold, where the release tells; `none` for very many rows.
held(Table, Rows) when Rows < 100000 ->
    try ets:info(Table, binary) of
        Binaries when is_list(Binaries) -> lists:sum([Bytes || {_, Bytes, _} <- lists:usort(Binaries)]);
        _ -> none
    catch error:badarg -> none
    end;
held(_Table, _Rows) ->
    none.

%% ---------------------------------------------------------------------------
%% Ports and sockets

%% All outlets, those of owners who have many, and what went through these: {Found, Many, Traffic}.
outlets(#{ports := Ours}, Call) ->
    Found = [Outlet || Family <- [ports, sockets], {Id, _, _} = Outlet <- outlets:found(Family, Call),
                       not lists:member(Id, Ours)],
    Owners = [{Count, Owner} || {Count, Owner} <- lists:sublist(bulk:count([O || {_, _, O} <- Found]), 5), Count >= ?OUTLETS],
    Many = lists:sublist([Outlet || {_, _, O} = Outlet <- Found, lists:keymember(O, 2, Owners)], ?MAX_OUTLETS),
    {Found, Owners, Many, outlets:traffic(Many, Call)}.

%% [{Owner, Outlets, Looked at, Without traffic, Kind}]
moved({_Found, Owners, Many, Before}, Call) ->
    Rows = lists:zip3(Many, Before, outlets:traffic(Many, Call)),
    {[owner, count, looked_at, quiet, kind],
     [begin
          Mine = [Row || {{_, _, O}, _, _} = Row <- Rows, O =:= Owner],
          [Owner, Count, length(Mine), length([1 || {_, Same, Same} <- Mine, Same =/= silent]),
           case Mine of [{{_, Kind, _}, _, _} | _] -> Kind; [] -> none end]
      end || {Count, Owner} <- Owners]}.

%% Those with most bytes waiting: [{Outlet, Owner, Bytes}].
queues({Found, _, _, _}, Limit, Call) ->
    Some = lists:sublist(Found, ?MAX_OUTLETS),
    Known = [{Bytes, Id, Owner} || {Bytes, {Id, _, Owner}} <- lists:zip(outlets:values(queue, Some, Call), Some),
                                   is_integer(Bytes), Bytes > 0],
    [{Id, Owner, Bytes} || {Bytes, Id, Owner} <- lists:sublist(lists:reverse(lists:sort(Known)), Limit), is_port(Id)].

%% ---------------------------------------------------------------------------
%% Logs, code, pools

handlers(Call) ->
    #{handlers := Handlers} = logger:get_config(),
    get_log_config:loads(Handlers, Call).

mailbox(Id, Handlers) ->
    hd([Mailbox || #{handler := Other, mailbox := Mailbox} <- Handlers, Other =:= Id] ++ [none]).

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
