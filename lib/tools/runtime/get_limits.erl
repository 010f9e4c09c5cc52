%% How near the tables of a node are to being full, and how fast they fill.
-module(get_limits).
-export([run/2]).

%% So many parts the window has: what grows in nearly each of them is a trend.
-define(PARTS, 8).

%% Answers #{limits, looks, newest_atoms}. Each look is [Us, Bytes | Counts], the counts
%% in the order of the limits; what is ours is left out.
run(#{window_ms := WindowMs, atoms := Atoms}, Call) ->
    %% Makes whatever atoms are made by looking.
    look(Call),
    [Start | _] = First = look(Call),
    Looks = [First | looks(Start, WindowMs, 1, Call)],
    {#{limits => {[name, limit], [[Name, erlang:system_info(Limit)] || {Name, _, Limit} <- tables()]},
       looks => Looks,
       newest_atoms => atoms:newest(Atoms, Call)}, #{}}.

%% ---------------------------------------------------------------------------

tables() ->
    [{processes, process_count, process_limit},
     {ports, port_count, port_limit},
     {atoms, atom_count, atom_limit},
     {ets_tables, ets_count, ets_limit}].

looks(_Start, _WindowMs, Part, _Call) when Part > ?PARTS ->
    [];
looks(Start, WindowMs, Part, Call) ->
    Next = Start + 1000 * WindowMs * Part div ?PARTS,
    receive after erlang:max(0, (Next - erlang:monotonic_time(microsecond)) div 1000 + 1) -> ok end,
    [look(Call) | looks(Start, WindowMs, Part + 1, Call)].

look(Call) ->
    #{processes := Processes, ports := Ports} = ours:all(Call),
    Ours = #{processes => length(Processes), ports => length(Ports), ets_tables => ours:tables(Processes)},
    [erlang:monotonic_time(microsecond), memory(Processes)
     | [erlang:system_info(Item) - maps:get(Name, Ours, 0) || {Name, Item, _} <- tables()]].

memory(Ours) ->
    try erlang:memory(total) - ours:memory(Ours)
    catch error:notsup -> none
    end.
