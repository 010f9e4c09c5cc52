%% How near the tables of a node are to being full, and how fast they fill.
-module(limits_in_use).
-export([run/2]).

%% Answers #{window_us, limits, memory, newest_atoms}: two samples of each.
run(#{window_ms := WindowMs, atoms := Atoms}, _Call) ->
    Start = erlang:monotonic_time(microsecond),
    Before = counts(),
    Memory = memory(),
    receive after WindowMs -> ok end,
    After = counts(),
    Us = erlang:monotonic_time(microsecond) - Start,
    {#{window_us => Us,
       limits => {[name, limit, before, now],
                  [[Name, erlang:system_info(Limit), maps:get(Name, Before), maps:get(Name, After)]
                   || {Name, _, Limit} <- tables()]},
       memory => [Memory, memory()],
       newest_atoms => atoms:newest(Atoms)}, #{}}.

%% ---------------------------------------------------------------------------

tables() ->
    [{processes, process_count, process_limit},
     {ports, port_count, port_limit},
     {atoms, atom_count, atom_limit},
     {ets_tables, ets_count, ets_limit}].

counts() ->
    maps:from_list([{Name, erlang:system_info(Item)} || {Name, Item, _} <- tables()]).

memory() ->
    try erlang:memory(total) catch error:notsup -> none end.
