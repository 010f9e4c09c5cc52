%% One process: what it is, what it does, whom it knows. No argument of a
%% function, no message and no value of its dictionary leaves the node.
-module(one_process).
-export([run/2]).

%% Answers #{pid, word_bytes, basic, stack, relations, gc}: basic always, the
%% others where asked for.
run(#{process := Process, sections := Sections, limit := Limit}, Call) ->
    Pid = names:process(Process),
    Items = [Item || Item <- lists:append([items(S) || S <- [basic | Sections]]),
                     identity:readable(Item)],
    case sweep:read([Pid], Items, Call) of
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid);
        [{Pid, Values}] ->
            Known = maps:from_list(Values),
            Answer = #{pid => Pid, word_bytes => erlang:system_info(wordsize),
                       basic => basic(Pid, Known, Call)},
            {lists:foldl(fun(Section, A) ->
                                 A#{Section => section(Section, Known, Limit, Call)}
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
    [garbage_collection, garbage_collection_info, message_queue_data].

%% ---------------------------------------------------------------------------

basic(Pid, Known, Call) ->
    Basic = maps:with([Item || Item <- items(basic), Item =/= label], Known),
    Self = case identity:of_processes([Pid], Call) of
               [{Pid, Said}] -> Said;
               [] -> #{}
           end,
    maps:merge(Basic, #{started_as => maps:get(initial_call, Self, none),
                        ancestors => maps:get(ancestors, Self, []),
                        label => label(Known)}).

%% OTP 27: proc_lib:set_label/1.
label(#{label := Label}) when Label =/= undefined -> cut:text(Label, 200);
label(_) -> none.

section(stack, #{current_stacktrace := Frames}, _Limit, _Call) ->
    [frame(Frame) || Frame <- Frames];
section(relations, Known, Limit, Call) ->
    maps:map(fun(_Item, All) -> related(All, Limit, Call) end,
             maps:with(items(relations), Known));
section(gc, #{garbage_collection := Settings} = Known, _Limit, _Call) ->
    #{settings => [Setting || {Key, _} = Setting <- Settings,
                              lists:member(Key, [fullsweep_after, min_heap_size,
                                                 min_bin_vheap_size, minor_gcs])],
      max_heap => maps:get(size, proplists:get_value(max_heap_size, Settings, #{}), 0),
      info => maps:get(garbage_collection_info, Known, []),
      message_queue_data => maps:get(message_queue_data, Known, none)}.

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
