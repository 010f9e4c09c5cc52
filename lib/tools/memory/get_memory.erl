%% Where the memory of a node is.
-module(get_memory).
-export([run/2]).

%% Answers #{word_bytes, classes, ours} and the sections that are asked for; `ours` is what
%% our processes use, which is part of the classes.
run(#{sections := Sections, limit := Limit}, Call) ->
    Classes = classes(),
    Ours = ours:memory(ours:processes(Call)),
    {Parts, Costs} = lists:unzip([section(Section, Limit, Call) || Section <- Sections]),
    Answer = maps:from_list(lists:zip(Sections, Parts)),
    {Answer#{word_bytes => erlang:system_info(wordsize), classes => Classes, ours => Ours},
     lists:foldl(fun maps:merge/2, #{}, Costs)}.

%% ---------------------------------------------------------------------------

%% Emulators started with +M flags may not know.
classes() ->
    try erlang:memory() catch error:notsup -> [] end.

section(allocators, _Limit, _Call) ->
    {{[name, blocks, carriers, single_blocks, single_carriers, pooled],
      [[Name | used(Name)] || Name <- erlang:system_info(alloc_util_allocators),
                              is_list(erlang:system_info({allocator_sizes, Name}))]}, #{}};
section(holders, Limit, Call) ->
    Tables = tables(Limit, Call),
    {Processes, Cost} = processes(Limit, Call),
    {#{processes => Processes, tables => Tables}, Cost};
section(atoms, Limit, Call) ->
    {#{count => erlang:system_info(atom_count), limit => erlang:system_info(atom_limit),
       newest => atoms:newest(Limit, Call)}, #{}};
section(persistent_terms, Limit, Call) ->
    #{count := Count, memory := Bytes} = persistent_term:info(),
    {#{count => Count, bytes => Bytes, keys => keys(Limit, Call)}, #{}}.

%% Bytes in use and bytes taken from the system, over all instances: in carriers of
%% many blocks, those in the pool of abandoned ones too, and in those of one.
used(Name) ->
    Parts = [Part || {instance, _, Parts} <- erlang:system_info({allocator_sizes, Name}),
                     Part <- Parts],
    Sum = fun(Kinds, Of) ->
                  lists:sum([Of(Sizes) || {Kind, Sizes} <- Parts, lists:member(Kind, Kinds)])
          end,
    Many = [mbcs, mbcs_pool],
    [Sum(Many, fun blocks/1), Sum(Many, fun carriers/1),
     Sum([sbcs], fun blocks/1), Sum([sbcs], fun carriers/1), Sum([mbcs_pool], fun carriers/1)].

carriers(Sizes) -> size_of(lists:keyfind(carriers_size, 1, Sizes)).

blocks(Sizes) ->
    lists:sum([size_of(lists:keyfind(size, 1, Blocks))
               || {blocks, Types} <- Sizes, {_, Blocks} <- Types]).

%% Now, most since the last look and most ever; or now alone.
size_of(Sizes) when is_tuple(Sizes) -> element(2, Sizes);
size_of(false) -> 0.

%% The processes that use most.
processes(Limit, Call) ->
    {_Total, Everyone} = sweep:everyone(Call),
    {Best, Cost} =
        sweep:again(#{item => memory,
                     pick => fun(Chunk, Values, Best) -> first(lists:zip(Values, Chunk), Best, Limit) end,
                     step => fun(Picked, _) -> Picked end,
                     report => fun(_, _) -> ok end}, [], Everyone, Call),
    Chosen = [Pid || {_, Pid} <- Best],
    Said = maps:from_list(identity:of_processes(Chosen, Call)),
    Items = [registered_name, initial_call, memory],
    {{[pid, started_as | Items],
      [[Pid, maps:get(initial_call, maps:get(Pid, Said, #{}), none) | [V || {_, V} <- Values]]
       || {Pid, [_ | _] = Values} <- sweep:read(Chosen, Items, Call)]}, Cost}.

%% Those of a chunk, and the first so far, the largest first.
first(Rows, Best, Limit) ->
    Known = bulk:select(Rows, [{{{memory, '_'}, '_'}, [], ['$_']}]),
    lists:sublist(lists:reverse(lists:sort(Best ++ Known)), Limit).

tables(Limit, Call) ->
    Ours = ours:processes(Call),
    Tables = ets:all(),
    Words = bulk:ask(fun(Group) ->
                             lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), memory))
                     end, Tables, Call),
    Known = bulk:select(lists:zip(Words, Tables), [{{'$1', '_'}, [{is_integer, '$1'}], ['$_']}]),
    Rows = [[id(Table), ets:info(Table, name), Count, Owner]
            || {Count, Table} <- lists:sublist(lists:reverse(lists:sort(Known)), Limit + 20),
               Owner <- [ets:info(Table, owner)], is_pid(Owner), not lists:member(Owner, Ours)],
    {[id, name, words, owner], lists:sublist(Rows, Limit)}.

id(Table) when is_atom(Table) -> Table;
id(Table) -> list_to_binary(ref_to_list(Table)).

%% [{Count, Kind}]: what keys begin with, an atom as a rule the module that owns
%% the term. Values are not looked at; in a worker, since all of them are named.
keys(Limit, Call) ->
    Kinds = fun() ->
                    lists:map(fun({Key, _}) when is_atom(Key) -> Key;
                                 ({Key, _}) when is_tuple(Key), is_atom(element(1, Key)) ->
                                      element(1, Key);
                                 (_) -> other
                              end, persistent_term:get())
            end,
    case worker:one(Kinds, 1000, Call) of
        {ok, Found} -> lists:sublist(bulk:count(Found), Limit);
        _ -> []
    end.
