%% What every answer says of each of the few processes that it shows.
%%
%% Runs in the body of a call, which asks the processes through workers; those that are gone or
%% silent are left out. Dictionaries are read by key only, where the release can do that.
-module(process_rows).
-export([of_processes/2, not_read/0]).

%% {Columns, Rows}, in the same order. Heap and stack are in words. The initial call is that which
%% proc_lib knows, else the function spawned.
-spec of_processes([pid()], envelope:call()) -> {[atom()], [[term()]]}.
of_processes(Pids, Call) ->
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Owners = maps:from_list([{Master, Application}
                             || {Application, Master} <- applications:masters()]),
    {Items, Columns} = lists:unzip(items()),
    Read = Items ++ [initial_call, group_leader] ++ [label || identity:readable(label)],
    {[pid, initial_call, application, label | Columns],
     [row(Pid, Values, maps:get(Pid, Said, #{}), Owners)
      || {Pid, [_ | _] = Values} <- sweep:read(Pids, Read, Call)]}.

%% `dictionaries` where this release cannot read them by key.
-spec not_read() -> none | dictionaries.
not_read() ->
    case identity:by_key() of
        true -> none;
        false -> dictionaries
    end.

%% ---------------------------------------------------------------------------

%% Items of process_info/2, and what answers call them.
-spec items() -> [{atom(), atom()}].
items() ->
    [{registered_name, registered_name}, {current_function, current_function}, {status, status},
     {message_queue_len, mailbox}, {memory, memory_bytes}, {total_heap_size, heap_bytes},
     {stack_size, stack_bytes}, {reductions, reductions}].

-spec row(pid(), [tuple()], map(), map()) -> [term()].
row(Pid, Values, Said, Owners) ->
    {Shown, [{initial_call, Spawned}, {group_leader, Leader} | More]} = lists:split(length(items()), Values),
    [Pid, maps:get(initial_call, Said, Spawned), maps:get(Leader, Owners, none), label(More)
     | [Value || {_, Value} <- Shown]].

label([{label, Label}]) when Label =/= undefined -> cut:label(Label);
label(_) -> [].
