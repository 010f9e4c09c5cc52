%% What uses the memory of a node.
%%
%% Sections are answered in order by the body of the call. `holders` looks at all
%% processes in chunks and at all tables through workers; `persistent_terms` copies the
%% list of all keys and values in a worker; for `os` see os_facts, for `rabbitmq` rabbit_memory. The rest is counters that the emulator keeps.
%% Nothing on the node is changed, so nothing is left to undo if the call dies.
-module(get_memory).
-export([run/2]).

%% Extra tables, to replace chosen ones that turn out to be ours or deleted.
-define(SPARE_TABLES, 20).
%% Time limit for counting the keys of persistent terms.
-define(KEYS_MS, 1000).

%% Answers #{classes_bytes, beamtap_bytes} and the sections that are asked for;
%% `beamtap_bytes` is part of the classes.
-spec run(#{sections := [Section], limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}
              when Section :: allocators | holders | atoms | persistent_terms | os | rabbitmq.
run(#{sections := Sections, limit := Limit}, Call) ->
    Classes = classes(),
    Ours = ours:memory(ours:processes(Call)),
    {Parts, Costs} = lists:unzip([section(Section, Limit, Call) || Section <- Sections]),
    Answer = maps:from_list(lists:zip(Sections, Parts)),
    {Answer#{classes_bytes => Classes, beamtap_bytes => Ours},
     lists:foldl(fun maps:merge/2, #{}, Costs)}.

%% ---------------------------------------------------------------------------

%% Emulators started with some +M flags do not know these.
classes() ->
    try erlang:memory() catch error:notsup -> none end.

-spec section(atom(), pos_integer(), envelope:call()) -> {term(), envelope:cost()}.
section(allocators, _Limit, _Call) ->
    {allocators:all(), #{}};
section(holders, Limit, Call) ->
    Tables = tables(Limit, Call),
    {Processes, Cost} = processes(Limit, Call),
    {#{processes => Processes, tables => Tables}, Cost};
section(atoms, Limit, Call) ->
    {#{count => erlang:system_info(atom_count), limit => erlang:system_info(atom_limit),
       newest => atoms:newest(Limit, Call)}, #{}};
section(rabbitmq, _Limit, Call) ->
    {rabbit_memory:read(Call), #{}};
section(os, _Limit, Call) ->
    {os_facts:read(Call), #{}};
section(persistent_terms, Limit, Call) ->
    #{count := Count, memory := Bytes} = persistent_term:info(),
    {#{count => Count, memory_bytes => Bytes, keys => keys(Limit, Call)}, #{}}.

%% The processes that use most.
processes(Limit, Call) ->
    {_Total, Everyone} = sweep:everyone(Call),
    {Best, Cost} =
        sweep:again(#{item => memory,
                     pick => fun(Chunk, Values, Best) -> first(lists:zip(Values, Chunk), Best, Limit) end,
                     %% Groups of a chunk that was late know nothing of each other's.
                     step => fun(Picked, Best) -> lists:sublist(lists:reverse(lists:usort(Picked ++ Best)), Limit) end,
                     report => fun(_, _) -> ok end}, [], Everyone, Call),
    Chosen = [Pid || {_, Pid} <- Best],
    Said = maps:from_list(identity:of_processes(Chosen, Call)),
    Read = sweep:read(Chosen, [registered_name, initial_call, memory], Call),
    {Answered, _} = lists:unzip(Read),
    Rows = [[Pid, Name, maps:get(initial_call, maps:get(Pid, Said, #{}), Spawned), Bytes]
            || {Pid, [{_, Name}, {_, Spawned}, {_, Bytes}]} <- Read],
    {{[pid, registered_name, initial_call, memory_bytes], Rows},
     Cost#{no_answer => maps:get(no_answer, Cost, []) ++ (Chosen -- Answered)}}.

%% Those of a chunk, and the first so far, the largest first.
-spec first([{term(), term()}], [{term(), term()}], pos_integer()) -> [{term(), term()}].
first(Rows, Best, Limit) ->
    Known = bulk:select(Rows, [{{{memory, '_'}, '_'}, [], ['$_']}]),
    lists:sublist(lists:reverse(lists:sort(Best ++ Known)), Limit).

%% The largest tables, without ours.
tables(Limit, Call) ->
    Ours = ours:processes(Call),
    Tables = ets:all(),
    Words = bulk:ask(fun(Group) ->
                             lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), memory))
                     end, Tables, Call),
    Known = bulk:select(lists:zip(Words, Tables), [{{'$1', '_'}, [{is_integer, '$1'}], ['$_']}]),
    Largest = lists:sublist(lists:reverse(lists:sort(Known)), Limit + ?SPARE_TABLES),
    Rows = [[table_id:shown(Table), table_id:other_name(Table, ets:info(Table, name)), Owner,
             Count * erlang:system_info(wordsize)]
            || {Count, Table} <- Largest,
               Owner <- [ets:info(Table, owner)], is_pid(Owner), not lists:member(Owner, Ours)],
    {[table, name, owner, memory_bytes], lists:sublist(Rows, Limit)}.

%% [{Kind, Count}]: what keys begin with, an atom as a rule the module that owns
%% the term. Values are not looked at; in a worker, since all of them are named.
keys(Limit, Call) ->
    Kinds = fun() ->
                    lists:map(fun({Key, _}) when is_atom(Key) -> Key;
                                 ({Key, _}) when is_tuple(Key), is_atom(element(1, Key)) ->
                                      element(1, Key);
                                 (_) -> other
                              end, persistent_term:get())
            end,
    case worker:one(Kinds, ?KEYS_MS, Call) of
        {ok, Found} -> [{Kind, Count} || {Count, Kind} <- lists:sublist(bulk:count(Found), Limit)];
        _ -> []
    end.
