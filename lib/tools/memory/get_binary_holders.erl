%% The processes that hold the most bytes in binaries outside their heaps.
%% Nothing is collected: what is seen is what is held now, garbage included.
-module(get_binary_holders).
-export([run/2]).

%% Answers #{total, holders, word_bytes, binary_bytes, processes}: `holders` is the
%% number of processes that hold any.
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

step({Holders, Picked}, Limit, #{best := Best, holders := Before}) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    #{best => Best1, holders => Before + Holders,
      least => case length(Best1) of
                   Limit -> -element(1, lists:last(Best1));
                   _ -> 0
               end}.

answer(#{best := Best, holders := Holders}, Total, Call) ->
    Pids = [Pid || {_, Pid, _} <- Best],
    Held = maps:from_list([{Pid, {-Bytes, Count}} || {Bytes, Pid, Count} <- Best]),
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, current_function, initial_call, total_heap_size, message_queue_len],
    #{total => Total, holders => Holders, word_bytes => erlang:system_info(wordsize),
      binary_bytes => try erlang:memory(binary) catch error:notsup -> none end,
      processes => {[pid, bytes, binaries, started_as, minor_gcs | Items],
                    [row(Pid, maps:get(Pid, Held), maps:get(Pid, Said, #{}), Values)
                     || {Pid, [_ | _] = Values}
                            <- sweep:read(Pids, [garbage_collection | Items], Call)]}}.

row(Pid, {Bytes, Count}, Said, [{_, Collection} | Values]) ->
    [Pid, Bytes, Count, maps:get(initial_call, Said, none),
     proplists:get_value(minor_gcs, Collection, none) | [Value || {_, Value} <- Values]].
