%% What every answer says of each of the few processes that it shows.
-module(process_rows).
-export([of_processes/2]).

%% {Columns, Rows}, in the same order, without those that are gone or silent.
%% `started_as` is the initial call as proc_lib knows it, or `none`.
-spec of_processes([pid()], envelope:call()) -> {[atom()], [[term()]]}.
of_processes(Pids, Call) ->
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Owners = maps:from_list([{Master, Application}
                             || {Application, Master} <- applications:masters()]),
    Labelled = identity:readable(label),
    Items = items() ++ [group_leader] ++ [label || Labelled],
    {[pid, started_as, application, label | items()],
     [row(Pid, Values, maps:get(Pid, Said, #{}), Owners)
      || {Pid, [_ | _] = Values} <- sweep:read(Pids, Items, Call)]}.

%% ---------------------------------------------------------------------------

items() ->
    [registered_name, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, stack_size, reductions].

row(Pid, Values, Said, Owners) ->
    {Shown, [{group_leader, Leader} | More]} = lists:split(length(items()), Values),
    [Pid, maps:get(initial_call, Said, none), maps:get(Leader, Owners, none), label(More)
     | [Value || {_, Value} <- Shown]].

label([{label, Label}]) when Label =/= undefined -> cut:text(Label, 80);
label(_) -> none.
