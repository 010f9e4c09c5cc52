%% One process: what it is, what it does, whom it knows. No argument of a function, no
%% message and nothing of its dictionary is copied, but its names (see identity).
-module(get_process).
-export([run/2]).

%% Answers #{pid, word_bytes, basic} and each section that was asked for.
run(#{process := Process, sections := Sections, limit := Limit}, Call) ->
    Pid = names:process(Process),
    Items = [Item || Item <- lists:append([items(S) || S <- [basic | Sections]]),
                     identity:readable(Item)],
    case sweep:read([Pid], lists:usort(Items), Call) of
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid);
        [{Pid, Values}] ->
            Known = maps:from_list(Values),
            Answer = #{pid => Pid, by_key => identity:by_key(), word_bytes => erlang:system_info(wordsize),
                       basic => basic(Pid, Known, Call)},
            {lists:foldl(fun(Section, A) ->
                                 A#{Section => section(Section, Pid, Known, Limit, Call)}
                         end, Answer, Sections), #{processes_scanned => 1}}
    end.

items(basic) ->
    [registered_name, label, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, heap_size, stack_size, reductions, priority, trap_exit,
     parent, group_leader];
items(stack) ->
    [current_stacktrace];
items(relations) ->
    [links, monitors, monitored_by];
items(gc) ->
    [garbage_collection, garbage_collection_info, message_queue_data];
items(_Section) ->
    [].

%% ---------------------------------------------------------------------------

basic(Pid, #{group_leader := Leader} = Known, Call) ->
    Basic = maps:with([Item || Item <- items(basic), Item =/= label], Known),
    Self = case identity:of_processes([Pid], Call) of
               [{Pid, Said}] -> Said;
               [] -> #{}
           end,
    Application = [A || {A, Master} <- applications:masters(), Master =:= Leader],
    maps:merge(Basic, #{started_as => maps:get(initial_call, Self, none),
                        ancestors => maps:get(ancestors, Self, none),
                        application => case Application of [A] -> A; [] -> none end,
                        label => label(Known)}).

%% OTP 27: proc_lib:set_label/1.
label(#{label := Label}) when Label =/= undefined -> cut:text(Label, 200);
label(_) -> none.

section(stack, _Pid, #{current_stacktrace := Frames}, _Limit, _Call) ->
    [frame(Frame) || Frame <- Frames];
section(relations, _Pid, Known, Limit, Call) ->
    Ours = lists:append([[Pid, {process, Pid}] || Pid <- ours:processes(Call)]),
    %% One of ours may monitor it more than once.
    maps:map(fun(_Item, All) -> related(((All -- Ours) -- Ours) -- Ours, Limit, Call) end,
             maps:with(items(relations), Known));
section(gc, _Pid, #{garbage_collection := Settings} = Known, _Limit, _Call) ->
    #{settings => [Setting || {Key, _} = Setting <- Settings,
                              lists:member(Key, [fullsweep_after, min_heap_size,
                                                 min_bin_vheap_size, minor_gcs])],
      max_heap => maps:get(size, proplists:get_value(max_heap_size, Settings, #{}), 0),
      info => maps:get(garbage_collection_info, Known, []),
      message_queue_data => maps:get(message_queue_data, Known, none)};
section(ancestors, Pid, _Known, _Limit, Call) ->
    case identity:readable(parent) of
        true -> above(Pid, 20, Call);
        false -> []
    end;
section(binaries, Pid, _Known, Limit, Call) ->
    Look = fun() -> binaries(process_info(Pid, binary), Limit) end,
    case worker:one(Look, 2000, Call) of
        {ok, Binaries} -> Binaries;
        _ -> too_large
    end;
section(waiting_for, Pid, _Known, _Limit, Call) ->
    {Edges, End} = waits:chain(Pid, Call),
    Last = lists:append([Targets || {_, _, Targets} <- lists:nthtail(erlang:max(0, length(Edges) - 1), Edges)]),
    {End, Edges, doing([Target || Target <- Last, is_pid(Target), node(Target) =:= node()], Call)}.

frame({Module, Function, Arguments, Location}) ->
    {Module, Function,
     case is_list(Arguments) of true -> length(Arguments); false -> Arguments end,
     unicode:characters_to_binary(proplists:get_value(file, Location, "")),
     proplists:get_value(line, Location, 0)}.

%% How many, and the first of them, with the names of those that are here.
related(All, Limit, Call) ->
    First = lists:sublist(All, Limit),
    Here = [Pid || Related <- First, Pid <- [target(Related)],
                   is_pid(Pid), node(Pid) =:= node()],
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]}
                                               <- sweep:read(Here, [registered_name], Call)]),
    {length(All), [{Related, maps:get(target(Related), Names, [])} || Related <- First]}.

target({process, Process}) -> Process;
target(Related) -> Related.

%% Who spawned it, who spawned that one, as far as they live.
above(_Pid, 0, _Call) ->
    [];
above(Pid, Steps, Call) ->
    case sweep:read([Pid], [parent], Call) of
        [{Pid, [{parent, Parent}]}] when is_pid(Parent), node(Parent) =:= node() ->
            case doing([Parent], Call) of
                [] -> [{Parent, [], none, none, 0}];
                [Above] -> [Above | above(Parent, Steps - 1, Call)]
            end;
        _ ->
            []
    end.

%% [{Pid, RegisteredName, Initial call as proc_lib knows it, Current function, Mailbox}]
doing(Pids, Call) ->
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, initial_call, current_function, message_queue_len],
    [{Pid, Name, maps:get(initial_call, maps:get(Pid, Said, #{}), Initial), Current, Mailbox}
     || {Pid, [{_, Name}, {_, Initial}, {_, Current}, {_, Mailbox}]} <- sweep:read(Pids, Items, Call)].

%% {Different ones, Bytes of these, References, [{Bytes, References to it in all}]}.
binaries({binary, All}, Limit) ->
    Different = lists:reverse(lists:keysort(2, lists:usort(All))),
    {_, Sizes, _} = lists:unzip3(Different),
    {length(Different), lists:sum(Sizes), length(All),
     [{Size, References} || {_, Size, References} <- lists:sublist(Different, Limit)]};
binaries(undefined, _Limit) ->
    {0, 0, 0, []}.
