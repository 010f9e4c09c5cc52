%% The processes that hold the most bytes in binaries outside their heaps.
%% Nothing is collected: what is seen is what is held now, garbage included.
%%
%% Workers ask all processes for their binaries in chunks, and the body keeps the best so far, so
%% that memory stays bounded by a chunk and the limit. Nothing on the node is changed, so nothing
%% is left to undo if the call dies; what is known by then was reported as it went.
-module(get_binary_holders).
-export([run/2]).

%% Answers #{total, holders, binary_bytes, processes}: `holders` is the number of processes
%% that hold any.
-spec run(#{limit := pos_integer()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{limit := Limit}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Answer = fun(State) -> answer(State, Total, Call) end,
    {State, Cost} =
        sweep:again(#{item => binary, pick => fun pick/3,
                      step => fun(Picked, State) -> step(Picked, Limit, State) end,
                      report => fun(State, Cost) ->
                                        envelope:report(Answer(State), Cost, Call)
                                end},
                    #{best => [], least => 0, holders => 0}, Everyone, Call),
    {Answer(State), Cost}.

%% ---------------------------------------------------------------------------

%% {Holders, [{-Bytes, Pid, Binaries}]} of those that can be among the first. Each
%% binary counts once for a process, however many parts of it the process uses.
-dialyzer({no_improper_lists, pick/3}).
-spec pick([pid()], [term()], map()) -> {non_neg_integer(), [{integer(), pid(), pos_integer()}]}.
pick(Pids, Values, #{least := Least}) ->
    Holding = bulk:select(lists:zip(Values, Pids),
                          [{{{binary, ['$1' | '$2']}, '$3'}, [], [{{['$1' | '$2'], '$3'}}]}]),
    {Lists, Holders} = lists:unzip(Holding),
    Binaries = lists:map(fun lists:usort/1, Lists),
    Columns = lists:map(fun lists:unzip3/1, Binaries),
    Bytes = lists:map(fun lists:sum/1, bulk:select(Columns, [{{'_', '$1', '_'}, [], ['$1']}])),
    Counts = lists:map(fun erlang:length/1, Binaries),
    {length(Holders),
     bulk:select(lists:zip3(Bytes, Holders, Counts),
                 [{{'$1', '$2', '$3'}, [{'>', '$1', Least}], [{{{'-', '$1'}, '$2', '$3'}}]}])}.

-spec step({non_neg_integer(), [{integer(), pid(), pos_integer()}]}, pos_integer(), map()) -> map().
step({Holders, Picked}, Limit, #{best := Best, holders := Before}) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    #{best => Best1, holders => Before + Holders,
      least => case length(Best1) of
                   Limit -> {Bytes, _, _} = lists:last(Best1), -Bytes;
                   _ -> 0
               end}.

-spec answer(map(), non_neg_integer(), envelope:call()) -> #{atom() => term()}.
answer(#{best := Best, holders := Holders}, Total, Call) ->
    Pids = [Pid || {_, Pid, _} <- Best],
    Held = maps:from_list([{Pid, {-Bytes, Count}} || {Bytes, Pid, Count} <- Best]),
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, initial_call, current_function, total_heap_size, message_queue_len,
             garbage_collection],
    #{total => Total, holders => Holders,
      binary_bytes => try erlang:memory(binary) catch error:notsup -> none end,
      processes => {[pid, registered_name, initial_call, current_function, binary_bytes, binaries,
                     heap_bytes, mailbox, minor_gcs],
                    [row(Pid, maps:get(Pid, Held), maps:get(Pid, Said, #{}), Values)
                     || {Pid, [_ | _] = Values} <- sweep:read(Pids, Items, Call)]}}.

row(Pid, {Bytes, Count}, Said, Values) ->
    [Name, Spawned, Current, HeapWords, Mailbox, Collection] = [Value || {_, Value} <- Values],
    [Pid, Name, maps:get(initial_call, Said, Spawned), Current, Bytes, Count,
     HeapWords * erlang:system_info(wordsize), Mailbox, proplists:get_value(minor_gcs, Collection, none)].
