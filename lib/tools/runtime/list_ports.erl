%% Top ports, sockets and files of a node by traffic, queue or memory, with their owners.
%%
%% Workers ask about ports and sockets in groups, since a busy one may keep whoever asks waiting;
%% kind `file` looks at all processes in chunks. No port is opened, written to or closed and
%% nothing is changed, so nothing is left to undo if the call dies.
-module(list_ports).
-export([run/2]).

%% Answers #{matched, kinds, silent, window_ms, owners, ports}; `silent` are those that
%% did not answer in time.
-spec run(#{kind := all | inet | socket | program | file, sort := traffic | queue | memory,
            limit := pos_integer(), owner := any | term(), window_ms := non_neg_integer()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{kind := Kind, sort := Sort, limit := Limit, owner := Owner, window_ms := WindowMs}, Call) ->
    Wanted = case Owner of any -> any; _ -> names:process(Owner) end,
    #{ports := Ours} = ours:all(Call),
    Outlets = [Outlet || Family <- families(Kind),
                         {Id, K, O} = Outlet <- ports_and_sockets:found(Family, Call),
                         is_wanted(Kind, K), Wanted =:= any orelse Wanted =:= O,
                         not lists:member(Id, Ours)],
    {Values, Took} = measured(Sort, Outlets, WindowMs, Call),
    Known = [{Value, Outlet} || {Value, Outlet} <- lists:zip(Values, Outlets), is_integer(Value)],
    Best = lists:sublist(lists:reverse(lists:sort(Known)), Limit),
    Owners = lists:sublist(bulk:count([O || {_, _, O} <- Outlets]), Limit),
    Names = names_of([O || {_, O} <- Owners] ++ [O || {_, {_, _, O}} <- Best], Call),
    {#{matched => length(Outlets), silent => length(Outlets) - length(Known),
       window_ms => Took,
       kinds => [{K, Count} || {Count, K} <- bulk:count([K || {_, K, _} <- Outlets])],
       owners => {[owner, owner_name, count],
                  [[O, maps:get(O, Names, []), Count] || {Count, O} <- Owners]},
       ports => rows(Best, Took > 0, Names, Call)}, #{}}.

%% ---------------------------------------------------------------------------

families(all) -> [ports, sockets];
families(socket) -> [sockets];
families(file) -> [files];
families(_) -> [ports].

is_wanted(program, Kind) -> Kind =:= program;
is_wanted(inet, Kind) -> Kind =/= program;
is_wanted(_, _) -> true.

%% {Values to sort by, ms between two samples}.
-spec measured(atom(), [tuple()], non_neg_integer(), envelope:call()) -> {[term()], non_neg_integer()}.
measured(traffic, Outlets, 0, Call) ->
    {[sum(Bytes) || Bytes <- ports_and_sockets:traffic(Outlets, Call)], 0};
measured(traffic, Outlets, WindowMs, Call) ->
    Start = envelope:now_ms(),
    Before = ports_and_sockets:traffic(Outlets, Call),
    early:pause(WindowMs, Call),
    After = ports_and_sockets:traffic(Outlets, Call),
    {lists:zipwith(fun(A, B) -> difference(sum(A), sum(B)) end, Before, After),
     envelope:now_ms() - Start};
measured(Sort, Outlets, _WindowMs, Call) ->
    {ports_and_sockets:values(Sort, Outlets, Call), 0}.

sum({In, Out}) -> In + Out;
sum(silent) -> silent.

difference(Before, After) when is_integer(Before), is_integer(After) -> After - Before;
difference(_, _) -> silent.

names_of(Pids, Call) ->
    Here = [Pid || Pid <- lists:usort(Pids), is_pid(Pid), node(Pid) =:= node()],
    maps:from_list([{Pid, Name} || {Pid, [{_, Name}]} <- sweep:read(Here, [registered_name], Call)]).

-spec rows([{term(), tuple()}], boolean(), map(), envelope:call()) -> {[atom()], [[term()]]}.
rows(Best, HasWindow, Names, Call) ->
    Outlets = [Outlet || {_, Outlet} <- Best],
    Details = ports_and_sockets:details(Outlets, Call),
    {[id, kind, owner, owner_name, local, peer, program, os_pid, in_bytes, out_bytes,
      window_bytes, queue_bytes, memory_bytes],
     [[id(Id), Kind, Owner, maps:get(Owner, Names, [])]
      ++ [maps:get(Key, maps:get(Id, Details, #{}), none) || Key <- [local, peer, name, os_pid]]
      ++ amounts(Kind, Traffic, [Value || HasWindow], [known(Queue), known(Memory)])
      || {{Value, {Id, Kind, Owner}}, Traffic, {Queue, Memory}}
             <- lists:zip3(Best, ports_and_sockets:traffic(Outlets, Call),
                           lists:zip(ports_and_sockets:values(queue, Outlets, Call),
                                     ports_and_sockets:values(memory, Outlets, Call)))]}.

%% [BytesIn, BytesOut, BytesOfWindow, QueueBytes, MemoryBytes]; `none` for what this kind does not
%% have.
-spec amounts(atom(), term(), [term()], [term()]) -> [term()].
amounts(file, _Traffic, _Window, _Sizes) -> [none, none, none, none, none];
amounts(socket, Traffic, Window, _Sizes) -> traffic(Traffic) ++ window(Window) ++ [none, none];
amounts(_, Traffic, Window, Sizes) -> traffic(Traffic) ++ window(Window) ++ Sizes.

traffic({In, Out}) -> [In, Out];
traffic(silent) -> [none, none].

window([Bytes]) -> [Bytes];
window([]) -> [none].

%% `none` if it was closed meanwhile.
known(silent) -> none;
known(Bytes) -> Bytes.

id({'$socket', Reference}) -> list_to_binary(["#Socket", lists:nthtail(4, ref_to_list(Reference))]);
id(Pid) when is_pid(Pid) -> list_to_binary(pid_to_list(Pid));
id(Port) -> list_to_binary(erlang:port_to_list(Port)).
