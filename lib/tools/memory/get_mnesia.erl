%% Mnesia of a node, where it runs: its tables, who holds locks, what waits.
-module(get_mnesia).
-export([run/2]).
-optional([{mnesia, system_info, 1}, {mnesia, table_info, 2}]).

%% Answers not_running, or #{word_bytes, nodes, running_nodes, use_dir, counts,
%% held_locks, lock_queue, transactions, tables}; what Mnesia's processes did not tell in time is `none`.
run(#{limit := Limit}, Call) ->
    case whereis(mnesia_sup) of
        undefined -> {not_running, #{}};
        _ -> {running(Limit, Call), #{}}
    end.

%% ---------------------------------------------------------------------------

running(Limit, Call) ->
    Items = [db_nodes, running_db_nodes, use_dir, transaction_commits, transaction_failures,
             transaction_restarts, transaction_log_writes, held_locks, lock_queue, transactions, tables],
    Funs = [fun() -> mnesia:system_info(Item) end || Item <- Items],
    Known = maps:from_list(lists:zip(Items, [known(R) || R <- worker:all(Funs, 1500, Call)])),
    #{word_bytes => erlang:system_info(wordsize),
      nodes => maps:get(db_nodes, Known), running_nodes => maps:get(running_db_nodes, Known),
      use_dir => maps:get(use_dir, Known),
      counts => maps:with([transaction_commits, transaction_failures, transaction_restarts,
                           transaction_log_writes], Known),
      held_locks => some(maps:get(held_locks, Known), Limit, fun lock/1),
      lock_queue => some(maps:get(lock_queue, Known), Limit, fun lock/1),
      transactions => some(maps:get(transactions, Known), Limit, fun transaction/1),
      tables => tables(maps:get(tables, Known), Limit, Call)}.

known({ok, Value}) -> Value;
known(_) -> none.

%% {Number of all, the first of them}.
some(none, _Limit, _Show) -> none;
some(All, Limit, Show) -> {length(All), [Show(One) || One <- lists:sublist(All, Limit)]}.

%% {Table, table | record, Kind, Holder or waiter, Who it waits for}. A key may hold
%% anything, so it is not shown.
lock(Lock) ->
    [{Table, Key}, Kind | Rest] = tuple_to_list(Lock),
    {Holder, Before} = case [Pid || {tid, _, Pid} <- Rest] of
                           [Waiter, Other | _] -> {Waiter, Other};
                           [Pid] -> {Pid, none};
                           [] -> {none, none}
                       end,
    {Table, case Key of '______WHOLETABLE_____' -> table; _ -> record end, Kind, Holder, Before}.

transaction({_Counter, Pid, Role}) -> {Pid, Role}.

%% {Number of all, {Columns, Rows}}, the largest first.
tables(none, _Limit, _Call) ->
    none;
tables(Tables, Limit, Call) ->
    Sized = [{Words, Table} || {Words, Table} <- lists:zip(ask(memory, Tables, Call), Tables),
                               is_integer(Words)],
    Best = [Table || {_, Table} <- lists:sublist(lists:reverse(lists:sort(Sized)), Limit)],
    Columns = [storage_type, type, size, memory, where_to_write],
    Values = [ask(Column, Best, Call) || Column <- Columns],
    {length(Tables),
     {[name | Columns],
      [[Table | [lists:nth(I, Column) || Column <- Values]]
       || {I, Table} <- lists:zip(lists:seq(1, length(Best)), Best)]}}.

%% A table that is gone, or that cannot tell in time, gives `none`.
ask(Item, Tables, Call) ->
    Results = worker:all([fun() -> mnesia:table_info(Table, Item) end || Table <- Tables], 1500, Call),
    [known(Result) || Result <- Results].
