%% Memory of RabbitMQ's connections, channels and queues, and of each application's tables: the sums
%% of its own rabbit_vm, without asking its supervisors or reading dictionaries.
%%
%% Which processes there are is in tables of RabbitMQ, of which only pids and names are copied; workers
%% read these, and ask the processes. Nothing is changed.
-module(rabbit_memory).
-export([read/1]).
%% Keeps the names of RabbitMQ off nodes without it.
-seldom([running/1]).

%% Processes of a kind, and owners of tables whose application is looked up.
-define(MOST, 200000).
-define(OWNERS, 200).
-define(READ_MS, 2000).
-define(LIMIT_MS, 500).

%% #{limit_bytes, processes, tables}: what its monitor lets the node take before it blocks who
%% publishes, [{Kind, Number, Bytes}], and [{Application, Number, Bytes}]; `none` where it does not run.
-spec read(envelope:call()) -> #{atom() => term()} | none.
read(Call) ->
    case names:existing_atom([<<"rabbit">>]) of
        {ok, Rabbit} ->
            case lists:keymember(Rabbit, 1, applications:masters()) of true -> running(Call); false -> none end;
        none -> none
    end.

%% ---------------------------------------------------------------------------

running(Call) ->
    #{limit_bytes => limit(whereis(vm_memory_monitor), Call), processes => processes(Call), tables => tables(Call)}.

limit(Pid, Call) when is_pid(Pid) ->
    case servers:ready(Pid, 100, Call) of
        {ok, _} ->
            case worker:one(fun() -> gen_server:call(Pid, get_memory_limit, ?LIMIT_MS) end, ?LIMIT_MS + 100, Call) of
                {ok, Bytes} when is_integer(Bytes) -> Bytes;
                _ -> none
            end;
        _ -> none
    end;
limit(_None, _Call) ->
    none.

%% Tables of other releases may be missing: then the kind is.
processes(Call) ->
    Here = {'=:=', {node, '$1'}, node()},
    Keys = [{{'$1', '_'}, [{is_pid, '$1'}, Here], ['$1']}],
    Queue = {element, 7, '$1'},
    Queues = fun(Guards, Result) ->
                     [{'$1', [{is_tuple, '$1'}, {'>=', {size, '$1'}, 7}, {'=:=', {element, 1, '$1'}, amqqueue} | Guards], [Result]}]
             end,
    [{Kind, Number, Bytes}
     || {Kind, Table, Spec} <- [{connections, connection_created, Keys}, {channels, channel_created, Keys},
                                {classic_queues, rabbit_queue, Queues([{is_pid, Queue}, {'=:=', {node, Queue}, node()}], Queue)},
                                {quorum_queues, rabbit_queue,
                                 Queues([{is_tuple, Queue}, {'=:=', {size, Queue}, 2}, {is_atom, {element, 1, Queue}}], {element, 1, Queue})}],
        ets:info(Table, size) =/= undefined,
        {ok, Found} <- [worker:one(fun() -> found(ets:select(Table, Spec, ?MOST)) end, ?READ_MS, Call)],
        {Number, Bytes} <- [memory(Found, Call)]].

found('$end_of_table') -> [];
%% Those of quorum queues have names.
found({[Name | _] = Names, _}) when is_atom(Name) -> lists:map(fun erlang:whereis/1, Names) -- [undefined];
found({Pids, _}) -> Pids.

memory(Found, Call) ->
    Pids = lists:filter(fun erlang:is_pid/1, Found),
    {Sums, _Cost} = sweep:fold(#{item => memory, hint => fun(_) -> none end,
                                 pick => fun(_, Values, _) ->
                                                 Known = ets:match_spec_run(Values, ets:match_spec_compile([{{memory, '$1'}, [], ['$1']}])),
                                                 {length(Known), lists:sum(Known)}
                                         end,
                                 step => fun({N, Bytes}, {All, Sum}) -> {All + N, Sum + Bytes} end,
                                 report => fun(_, _) -> ok end}, {0, 0}, Pids, Call),
    Sums.

%% By the application of their owners, the most bytes first.
-dialyzer({no_improper_lists, tables/1}).
tables(Call) ->
    Ours = ours:processes(Call),
    Ask = fun(Group) ->
                  Info = fun(Item) -> lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item)) end,
                  lists:zip(Info(owner), Info(memory))
          end,
    Owned = selection:keyed(bulk:ask(Ask, ets:all(), Call),
                            [{{'$1', '$2'}, [{is_integer, '$2'} | [{'=/=', '$1', Pid} || Pid <- Ours]], ['$1' | '$2']}]),
    Ranked = lists:reverse(lists:sort([{lists:sum(Words), length(Words), Owner} || {Owner, Words} <- maps:to_list(Owned)])),
    {First, Rest} = lists:split(erlang:min(?OWNERS, length(Ranked)), Ranked),
    Masters = maps:from_list([{Master, Application} || {Application, Master} <- applications:masters()]),
    Leaders = maps:from_list([{Pid, Leader} || {Pid, [{_, Leader}]} <- sweep:read([Owner || {_, _, Owner} <- First], [group_leader], Call)]),
    Named = [{maps:get(maps:get(Owner, Leaders, none), Masters, none), Number, Words} || {Words, Number, Owner} <- First]
        ++ [{none, Number, Words} || {Words, Number, _} <- Rest],
    Sums = lists:foldl(fun({Application, Number, Words}, Known) ->
                               {N, Sum} = maps:get(Application, Known, {0, 0}),
                               Known#{Application => {N + Number, Sum + Words}}
                       end, #{}, Named),
    Word = erlang:system_info(wordsize),
    [{Application, Number, Word * Words}
     || {Words, Number, Application} <- lists:reverse(lists:sort([{W, N, A} || {A, {N, W}} <- maps:to_list(Sums)]))].
