%% One process: what it is, what it does, whom it knows. No argument of a function, no
%% message and nothing of its dictionary is copied, but its names (see identity).
%%
%% The body of the call reads the process through workers, since one in native code does not
%% answer; so too the list of its binaries, which has no bound, in a worker that is killed when it
%% grows too large. Nothing on the node is changed, so nothing is left to undo if the call dies.
-module(get_process).
-export([run/2]).
-seldom([shown/1, gc/1, above/3, binaries/3, deeper/3]).

%% Maximum ancestors by `parent`.
-define(ANCESTORS, 20).
%% How long its links and monitors may take to be listed.
-define(RELATIONS_MS, 2000).
%% How long the binaries of the process may take to be listed.
-define(BINARIES_MS, 2000).

%% Answers the basic facts and those of each section that was asked for, in one map.
-spec run(#{process := names:process(), sections := [Section], limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}
              when Section :: stack | relations | ancestors | gc | binaries | waiting_for.
run(#{process := Process, sections := Sections, limit := Limit}, Call) ->
    Pid = names:process(Process),
    Items = lists:append([items(S) || S <- [basic | Sections]])
        -- [Item || Item <- [label, parent], not identity:readable(Item)],
    case sweep:read([Pid], lists:usort(Items), Call) of
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid);
        [{Pid, Values}] ->
            Known = maps:from_list(Values),
            {lists:foldl(fun(Section, Answer) ->
                                 maps:merge(Answer, section(Section, Pid, Known, Limit, Call))
                         end, basic(Pid, Known, Call), Sections), #{processes_scanned => 1}}
    end.

%% Items of process_info/2.
-spec items(atom()) -> [atom()].
items(basic) ->
    [registered_name, label, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, heap_size, stack_size, reductions, priority, trap_exit,
     parent, group_leader];
items(stack) ->
    [current_stacktrace];
items(gc) ->
    [garbage_collection, garbage_collection_info, message_queue_data];
items(_Section) ->
    [].

%% ---------------------------------------------------------------------------

-spec basic(pid(), #{atom() => term()}, envelope:call()) -> #{atom() => term()}.
basic(Pid, #{group_leader := Leader} = Known, Call) ->
    Self = case identity:of_processes([Pid], Call) of
               [{Pid, Said}] -> Said;
               [] -> #{}
           end,
    Application = [A || {A, Master} <- applications:masters(), Master =:= Leader],
    #{pid => Pid,
      registered_name => maps:get(registered_name, Known),
      label => label(Known),
      application => case Application of [A] -> A; [] -> none end,
      initial_call => maps:get(initial_call, Self, maps:get(initial_call, Known)),
      current_function => maps:get(current_function, Known),
      status => maps:get(status, Known),
      priority => maps:get(priority, Known),
      trap_exit => maps:get(trap_exit, Known),
      mailbox => maps:get(message_queue_len, Known),
      memory_bytes => maps:get(memory, Known),
      heap_bytes => maps:get(total_heap_size, Known),
      young_heap_bytes => maps:get(heap_size, Known),
      stack_bytes => maps:get(stack_size, Known),
      reductions => maps:get(reductions, Known),
      parent => maps:get(parent, Known, none),
      group_leader => Leader,
      ancestors => maps:get(ancestors, Self, none),
      callers => maps:get(callers, Self, none),
      not_read => process_rows:not_read()}.

%% OTP 27: proc_lib:set_label/1.
label(#{label := Label}) when Label =/= undefined -> shown(Label);
label(_) -> [].

shown(Label) -> cut:label(Label).

%% The fields of a section.
-spec section(atom(), pid(), #{atom() => term()}, pos_integer(), envelope:call()) -> #{atom() => term()}.
section(stack, Pid, #{current_stacktrace := Frames}, _Limit, Call) ->
    #{stack => [frame(Frame) || Frame <- Frames] ++ deeper(Pid, Frames, Call), serving => elixir_web:serving(Pid, Call)};
section(relations, Pid, _Known, Limit, Call) ->
    Ours = lists:append([[Other, {process, Other}] || Other <- ours:processes(Call)]),
    %% One of ours may monitor it more than once.
    Without = Ours ++ Ours ++ Ours,
    Items = [links, monitors, monitored_by],
    %% There may be hundreds of thousands: only what is shown leaves the worker.
    Look = fun() ->
                   lists:map(fun(Item) ->
                                     case process_info(Pid, Item) of
                                         {Item, All} ->
                                             Others = All -- Without,
                                             {length(Others), lists:sublist(Others, Limit)};
                                         undefined ->
                                             {0, []}
                                     end
                             end, Items)
           end,
    case worker:one(Look, ?RELATIONS_MS, Call) of
        {ok, Counted} -> maps:from_list(lists:zip(Items, [related(Some, Call) || Some <- Counted]));
        _ -> envelope:refuse(no_answer, Pid)
    end;
section(gc, _Pid, Known, _Limit, _Call) ->
    #{gc => gc(Known)};
section(ancestors, Pid, _Known, _Limit, Call) ->
    #{spawned_by => case identity:readable(parent) of
                        true -> above(Pid, ?ANCESTORS, Call);
                        false -> []
                    end};
section(binaries, Pid, _Known, Limit, Call) ->
    #{binaries => binaries(Pid, Limit, Call)};
section(waiting_for, Pid, _Known, _Limit, Call) ->
    {Edges, End} = waits:chain(Pid, Call),
    Last = lists:append([Targets || {_, _, Targets} <- lists:nthtail(erlang:max(0, length(Edges) - 1), Edges)]),
    Here = [Target || Target <- Last, is_pid(Target), node(Target) =:= node()],
    #{waiting_for => #{cycle => End =:= cycle, chain => Edges, last => doing(Here, Call)}}.

-spec gc(#{atom() => term()}) -> #{atom() => term()}.
gc(#{garbage_collection := Settings, garbage_collection_info := Info} = Known) ->
    #{minor_gcs => proplists:get_value(minor_gcs, Settings),
      fullsweep_after => proplists:get_value(fullsweep_after, Settings),
      max_heap_bytes => maps:get(size, proplists:get_value(max_heap_size, Settings, #{}), 0),
      young_used_bytes => proplists:get_value(heap_size, Info),
      young_bytes => proplists:get_value(heap_block_size, Info),
      old_used_bytes => proplists:get_value(old_heap_size, Info),
      old_bytes => proplists:get_value(old_heap_block_size, Info),
      fragments_bytes => proplists:get_value(mbuf_size, Info),
      message_queue_data => maps:get(message_queue_data, Known, none)}.

%% {Mfa, File, Line}, without arguments.
-spec frame({module(), atom(), arity() | [term()], [tuple()]}) -> {mfa(), binary(), non_neg_integer()}.
frame({Module, Function, Arguments, Location}) ->
    {{Module, Function, case is_list(Arguments) of true -> length(Arguments); false -> Arguments end},
     unicode:characters_to_binary(proplists:get_value(file, Location, "")),
     proplists:get_value(line, Location, 0)}.

%% The functions below those that the emulator lists, which are eight by default.
deeper(_Pid, Frames, _Call) when length(Frames) < 8 ->
    [];
deeper(Pid, Frames, Call) ->
    Known = [unicode:characters_to_binary(io_lib:format("~ts:~ts/~b", [M, F, A])) || {{M, F, A}, _, _} <- lists:map(fun frame/1, Frames)],
    Names = case lists:last(Frames) of
                {proc_lib, _, _, _} -> [];
                _ -> backtraces:frames(Pid, Call)
            end,
    case lists:prefix(Known, Names) of
        true -> lists:nthtail(length(Known), Names);
        false -> []
    end.

%% How many, and the first of them, with the names of those that are here.
-spec related({non_neg_integer(), [term()]}, envelope:call()) ->
          {non_neg_integer(), [{Related, Name :: atom() | []}]}
              when Related :: pid() | port() | reference() | {atom(), node()}.
related({Number, Some}, Call) ->
    First = [target(Related) || Related <- Some],
    Here = [Pid || Pid <- First, is_pid(Pid), node(Pid) =:= node()],
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]}
                                               <- sweep:read(Here, [registered_name], Call)]),
    {Number, [{Related, maps:get(Related, Names, [])} || Related <- First]}.

%% Monitors are tagged.
target({_Kind, Related}) -> Related;
target(Related) -> Related.

%% Its spawner, the spawner of that one, and so on, as long as they are alive.
-spec above(pid(), non_neg_integer(), envelope:call()) -> [tuple()].
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
-spec doing([pid()], envelope:call()) -> [tuple()].
doing(Pids, Call) ->
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, initial_call, current_function, message_queue_len],
    [{Pid, Name, maps:get(initial_call, maps:get(Pid, Said, #{}), Initial), Current, Mailbox}
     || {Pid, [{_, Name}, {_, Initial}, {_, Current}, {_, Mailbox}]} <- sweep:read(Pids, Items, Call)].

-spec binaries(pid(), pos_integer(), envelope:call()) -> tuple() | none.
binaries(Pid, Limit, Call) ->
    Look = fun() -> counted(process_info(Pid, binary), Limit) end,
    case worker:one(Look, ?BINARIES_MS, Call) of
        {ok, Binaries} -> Binaries;
        _ -> none
    end.

%% {Different ones, Bytes of these, References, [{Bytes, References to it in all}]}.
-spec counted({binary, [tuple()]} | undefined, pos_integer()) ->
          {non_neg_integer(), non_neg_integer(), non_neg_integer(), [{non_neg_integer(), pos_integer()}]}.
counted({binary, All}, Limit) ->
    Different = lists:reverse(lists:keysort(2, lists:usort(All))),
    {_, Sizes, _} = lists:unzip3(Different),
    {length(Different), lists:sum(Sizes), length(All),
     [{Size, References} || {_, Size, References} <- lists:sublist(Different, Limit)]};
counted(undefined, _Limit) ->
    {0, 0, 0, []}.
