%% How near the tables of a node are to being full, and how fast they fill.
%%
%% The body of the call reads counters that the emulator keeps, nine times within the window, and
%% waits in between. Nothing on the node is changed, so nothing is left to undo if the call dies.
-module(get_limits).
-export([run/2]).

%% Parts of the window: what grows in nearly every part is a trend.
-define(PARTS, 8).

%% A moment in microseconds, bytes in use, and the counts in the order of tables/0; what is ours
%% is left out.
-type look() :: {integer(), non_neg_integer() | none, [integer()]}.

%% Answers #{window_ms, limits, memory_bytes, memory_change_bytes, memory_growth_bytes_per_s,
%% newest_atoms}.
-spec run(#{window_ms := non_neg_integer(), limit := non_neg_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := WindowMs, limit := Limit}, Call) ->
    %% A first look, so that the atoms that looking creates do not count.
    look(Call),
    {Start, _, _} = First = look(Call),
    Looks = [First | looks(Start, WindowMs, 1, Call)],
    {End, Bytes, _} = lists:last(Looks),
    {Change, Growth} = trend:of_looks([{Us, B} || {Us, B, _} <- Looks, is_integer(B)]),
    {#{window_ms => round((End - Start) / 1000),
       limits => {[name, count, limit, used_percent, change, growth_per_s, full_in_s],
                  [limit(Place, Table, Looks)
                   || {Place, Table} <- lists:zip(lists:seq(1, length(tables())), tables())]},
       memory_bytes => Bytes,
       memory_change_bytes => case Bytes of none -> none; _ -> Change end,
       memory_growth_bytes_per_s => case Growth of none -> none; _ -> round(Growth) end,
       newest_atoms => atoms:newest(Limit, Call)}, #{}}.

%% ---------------------------------------------------------------------------

tables() ->
    [{processes, process_count, process_limit},
     {ports, port_count, port_limit},
     {atoms, atom_count, atom_limit},
     {ets_tables, ets_count, ets_limit}].

-spec looks(integer(), non_neg_integer(), pos_integer(), envelope:call()) -> [look()].
looks(_Start, _WindowMs, Part, _Call) when Part > ?PARTS ->
    [];
looks(Start, WindowMs, Part, Call) ->
    Next = Start + 1000 * WindowMs * Part div ?PARTS,
    Following = case early:pause((Next - erlang:monotonic_time(microsecond)) div 1000 + 1, Call) of
                    early -> ?PARTS;
                    ok -> Part
                end + 1,
    [look(Call) | looks(Start, WindowMs, Following, Call)].

-spec look(envelope:call()) -> look().
look(Call) ->
    #{processes := Processes, ports := Ports, others := Others} = ours:all(Call),
    Ours = #{processes => length(Processes), ports => length(Ports), ets_tables => ours:tables(Others)},
    {erlang:monotonic_time(microsecond), memory(Processes),
     [erlang:system_info(Item) - maps:get(Name, Ours, 0) || {Name, Item, _} <- tables()]}.

memory(Ours) ->
    try erlang:memory(total) - ours:memory(Ours)
    catch error:notsup -> none
    end.

%% The row of the table whose count is at this place of each look.
limit(Place, {Name, _, LimitItem}, Looks) ->
    Counts = [{Us, lists:nth(Place, Counts)} || {Us, _, Counts} <- Looks],
    {_, Count} = lists:last(Counts),
    Limit = erlang:system_info(LimitItem),
    {Change, Growth} = trend:of_looks(Counts),
    [Name, Count, Limit, round(10000 * Count / Limit) / 100, Change, Growth,
     case Growth of
         none -> none;
         _ -> erlang:max(0, round((Limit - Count) / Growth))
     end].
