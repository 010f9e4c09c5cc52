%% Mnesia of a node, where it runs: its tables, who holds locks, what waits.
%%
%% Mnesia's own processes answer, each through a worker with a time limit, since any of them may
%% hang; the question waits in their mailbox meanwhile. No transaction is begun, no record is read
%% and nothing is changed, so nothing is left to undo if the call dies.
-module(get_mnesia).
-export([run/2]).
-optional([{mnesia, system_info, 1}, {mnesia, table_info, 2}]).

%% Time limit for each kind of question to Mnesia's processes.
-define(PATIENCE_MS, 1500).

%% Answers #{running => false}, or #{running => true, mnesia => Facts}: what Mnesia's
%% processes did not tell in time is `none`.
-spec run(#{limit := pos_integer()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{limit := Limit}, Call) ->
    case whereis(mnesia_sup) of
        undefined -> {#{running => false}, #{}};
        _ -> {#{running => true, mnesia => facts(Limit, Call)}, #{}}
    end.

%% ---------------------------------------------------------------------------

-spec facts(pos_integer(), envelope:call()) -> #{atom() => term()}.
facts(Limit, Call) ->
    Items = [db_nodes, running_db_nodes, use_dir, transaction_commits, transaction_failures,
             transaction_restarts, transaction_log_writes, held_locks, lock_queue, transactions, tables],
    Funs = [fun() -> mnesia:system_info(Item) end || Item <- Items],
    [Nodes, Running, UseDir, Commits, Failures, Restarts, LogWrites, Held, Queue, Transactions, Tables] =
        [known(Result) || Result <- worker:all(Funs, ?PATIENCE_MS, Call)],
    #{nodes => known_nodes(Nodes), running_nodes => known_nodes(Running), uses_disc => UseDir,
      commits => Commits, failures => Failures, restarts => Restarts, log_writes => LogWrites,
      held_locks => some(Held, Limit, fun lock/1),
      waiting_locks => some(Queue, Limit, fun lock/1),
      transactions => some(Transactions, Limit, fun transaction/1),
      tables => tables(Tables, Limit, Call)}.

known({ok, Value}) -> Value;
known(_) -> none.

known_nodes(none) -> [];
known_nodes(Nodes) -> Nodes.

%% {Number of all, the first of them}.
-spec some(none | [Thing], pos_integer(), fun((Thing) -> Shown)) -> none | {non_neg_integer(), [Shown]}.
some(none, _Limit, _Show) -> none;
some(All, Limit, Show) -> {length(All), [Show(One) || One <- lists:sublist(All, Limit)]}.

%% {Table, table | record, Kind, Holder or waiter, Who it waits for}. A key may hold
%% anything, so it is not shown.
-spec lock(tuple()) -> {atom(), table | record, atom(), pid() | none, pid() | none}.
lock(Lock) ->
    [{Table, Key}, Kind | Rest] = tuple_to_list(Lock),
    {Holder, Before} = case [Pid || {tid, _, Pid} <- Rest] of
                           [Waiter, Other | _] -> {Waiter, Other};
                           [Pid] -> {Pid, none};
                           [] -> {none, none}
                       end,
    {Table, case Key of '______WHOLETABLE_____' -> table; _ -> record end, Kind, Holder, Before}.

transaction({_Counter, Pid, Role}) when is_pid(Pid) -> {Pid, Role};
transaction({_Counter, _, Role}) -> {none, Role}.

%% {Number of all, [{Table, Storage, Type, Size, Bytes, Nodes with an active copy}]}, the
%% largest first.
-spec tables(none | [atom()], pos_integer(), envelope:call()) -> none | {non_neg_integer(), [tuple()]}.
tables(none, _Limit, _Call) ->
    none;
tables(Tables, Limit, Call) ->
    Sized = [{Words, Table} || {Words, Table} <- lists:zip(ask(memory, Tables, Call), Tables),
                               is_integer(Words)],
    Best = [Table || {_, Table} <- lists:sublist(lists:reverse(lists:sort(Sized)), Limit)],
    [Storages, Types, Sizes, Memories, Actives] =
        [ask(Item, Best, Call) || Item <- [storage_type, type, size, memory, where_to_write]],
    {length(Tables),
     [{Table, Storage, Type, Size, bytes(Storage, Memory), known_nodes(Active)}
      || {{Table, Storage, Type}, {Size, Memory, Active}}
             <- lists:zip(lists:zip3(Best, Storages, Types), lists:zip3(Sizes, Memories, Actives))]}.

%% Of tables on disc only Mnesia knows the size of the file, in bytes; of others the words.
bytes(disc_only_copies, Bytes) -> Bytes;
bytes(_Storage, Words) when is_integer(Words) -> Words * erlang:system_info(wordsize);
bytes(_Storage, none) -> none.

%% A table that is gone, or that cannot tell in time, gives `none`.
-spec ask(atom(), [atom()], envelope:call()) -> [term()].
ask(Item, Tables, Call) ->
    Funs = [fun() -> mnesia:table_info(Table, Item) end || Table <- Tables],
    [known(Result) || Result <- worker:all(Funs, ?PATIENCE_MS, Call)].
