%% The processes that are first by one measure, among all or among those whose
%% registered name, initial call (as spawned, and as proc_lib knows it) or
%% current function holds a text.
-module(top_processes).
-export([run/2]).

%% Answers #{total, matched, word_bytes, processes}, the last as {Columns, Rows}:
%% `started_as` is the initial call as proc_lib knows it, or `none`.
run(#{sort := Item, limit := Limit, text := Text}, Call) ->
    Pids = sweep:processes(Call),
    Answer = fun(State) -> answer(State, length(Pids), Call) end,
    {State, Cost} =
        sweep:fold(#{item => asked(Item, Text),
                     pick => picker(Text),
                     step => fun(Picked, State) -> step(Picked, Limit, State) end,
                     report => fun(State, Cost) ->
                                       envelope:report(Answer(State), Cost, Call)
                               end},
                   #{best => [], least => -1, matched => 0}, Pids, Call),
    {Answer(State), Cost}.

items() ->
    [registered_name, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, stack_size, reductions].

%% ---------------------------------------------------------------------------

asked(Item, <<>>) -> Item;
asked(Item, _Text) -> [Item, hint(), registered_name, initial_call, current_function].

%% What leads to the initial call that proc_lib knows: that itself or, before
%% OTP 26.2, the size of the process, since its whole dictionary must be read.
hint() ->
    case identity:readable({dictionary, '$initial_call'}) of
        true -> {dictionary, '$initial_call'};
        false -> total_heap_size
    end.

%% Runs in the workers, so without a text it calls functions of OTP only. Picks
%% how many match, and [{-Value, Pid}] of those that can be among the first.
picker(<<>>) ->
    fun(Pids, Values, #{least := Least}) ->
            Spec = [{{{'_', '$1'}, '$2'}, [{'>', '$1', Least}], [{{{'-', '$1'}, '$2'}}]}],
            {length(Pids), ets:match_spec_run(lists:zip(Values, Pids),
                                              ets:match_spec_compile(Spec))}
    end;
picker(Text) ->
    Hint = hint(),
    fun(Pids, Values, #{least := Least}) ->
            Rows = lists:zip3(Values, initial_calls(Hint, Pids, Values), Pids),
            Names = run_spec(Rows, [{{['_', '_' | '$1'], '$2', '_'}, [], [['$2' | '$1']]}]),
            Wanted = [N || N <- lists:usort(Names), holds(N, Text)],
            Matching = run_spec(Rows, [{{[{'_', '$1'}, '_' | N], Call, '$2'}, [],
                                        [{{{'-', '$1'}, '$2'}}]} || [Call | N] <- Wanted]),
            {length(Matching), run_spec(Matching, [{{'$1', '_'}, [{'<', '$1', -Least}], ['$_']}])}
    end.

%% {_, InitialCall} for each process that has one in its dictionary, else false.
%% Dictionaries of large processes are not read.
initial_calls(total_heap_size, Pids, Values) ->
    Items = run_spec(Values, [{['_', {'_', '$1'} | '_'], [{'<', '$1', 100000}], [dictionary]},
                              {'_', [], [registered_name]}]),
    Read = lists:zipwith(fun erlang:process_info/2, Pids, Items),
    Dictionaries = run_spec(Read, [{{dictionary, '$1'}, [], ['$1']}, {'_', [], [[]]}]),
    Size = length(Pids),
    lists:zipwith3(fun lists:keyfind/3, lists:duplicate(Size, '$initial_call'),
                   lists:duplicate(Size, 1), Dictionaries);
initial_calls({dictionary, _}, _Pids, Values) ->
    run_spec(Values, [{['_', '$1' | '_'], [], ['$1']}, {'_', [], [false]}]).

holds(Names, Text) ->
    lists:any(fun({_, Value}) -> string:find(string:lowercase(name(Value)), Text) =/= nomatch;
                 (false) -> false
              end, Names).

name({Module, Function, Arity}) -> io_lib:format("~ts:~ts/~b", [Module, Function, Arity]);
name(Name) when is_atom(Name) -> atom_to_list(Name);
name(_) -> "".

%% The largest value first, then in the order of pids.
step({Matching, Picked}, Limit, #{best := Best, matched := Matched}) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    #{best => Best1, matched => Matched + Matching,
      least => case length(Best1) of
                   Limit -> -element(1, lists:last(Best1));
                   _ -> -1
               end}.

run_spec(_Rows, []) ->
    [];
run_spec(Rows, Spec) ->
    ets:match_spec_run(Rows, ets:match_spec_compile(Spec)).

answer(#{best := Best, matched := Matched}, Total, Call) ->
    Pids = [Pid || {_, Pid} <- Best],
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    #{total => Total, matched => Matched,
      word_bytes => erlang:system_info(wordsize),
      processes => {[pid, started_as | items()],
                    [row(Pid, Values, maps:get(Pid, Said, #{}))
                     || {Pid, [_ | _] = Values} <- sweep:read(Pids, items(), Call)]}}.

row(Pid, Values, Said) ->
    [Pid, maps:get(initial_call, Said, none) | [Value || {_, Value} <- Values]].
