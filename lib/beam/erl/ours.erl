%% What on the node is ours, whichever beamtap asks: none of it is the node's news.
%%
%% A process cannot choose who spawned it, so nothing that a program says of itself
%% makes it ours. Each coordinator was spawned over a hidden link, and monitors the
%% process of the node that keeps this link: there all of them are found at once,
%% however many processes the node has. From there two steps lead to those that they
%% and their bodies have spawned.
-module(ours).
-export([sign/1, all/1, processes/1, tables/1, memory/1, is_our_name/1]).

%% For processes and links of ours to be found: one may be inside native code.
-define(LOOK_MS, 1000).
%% Of more tables than these, owners are not asked for one by one.
-define(MAX_TABLES, 10000).

%% For a coordinator that the process asked for: so that it can be found.
-spec sign(pid() | none) -> ok.
sign(none) -> ok;
sign(Asker) ->
    [monitor(process, Keeper) || {Node, Keeper, _} <- links(), Node =:= node(Asker)],
    ok.

%% All that is there now: processes, those that carry our links among them, the ports of
%% these links, and the nodes at their other ends.
-spec all(envelope:call()) -> #{processes := [pid()], ports := [port()], nodes := [node()]}.
all(#{coordinator := Coordinator} = Call) ->
    Body = self(),
    Look = fun() -> look(Coordinator, links()) end,
    %% One of them may be inside native code: then what is known without it.
    case worker:one(Look, ?LOOK_MS, Call) of
        {ok, #{processes := Processes} = Found} ->
            Found#{processes := lists:usort([Coordinator, Body | Processes])};
        _ ->
            #{processes => [Coordinator, Body], ports => [], nodes => []}
    end.

-spec processes(envelope:call()) -> [pid()].
processes(Call) ->
    maps:get(processes, all(Call)).

%% How many tables these processes have; of very many tables none is asked.
-spec tables([pid()]) -> non_neg_integer().
tables(Processes) ->
    Tables = case erlang:system_info(ets_count) of
                 Count when Count < ?MAX_TABLES -> ets:all();
                 _ -> []
             end,
    Owners = lists:zipwith(fun ets:info/2, Tables, lists:duplicate(length(Tables), owner)),
    length(bulk:select(lists:zip(Owners, Tables), [{{Pid, '_'}, [], [true]} || Pid <- Processes])).

%% What they use, in bytes.
-spec memory([pid()]) -> non_neg_integer().
memory(Processes) ->
    lists:sum([Bytes || Pid <- Processes, {memory, Bytes} <- [process_info(Pid, memory)]]).

%% ---------------------------------------------------------------------------

%% [{Node, Keeper, Port | Pid}] of hidden nodes, as net_kernel keeps them in a table.
links() ->
    Hidden = nodes(hidden),
    [{element(2, Link), element(5, Link), element(6, Link)}
     || Link <- try ets:match_object(sys_dist, '_') catch error:badarg -> [] end,
        is_tuple(Link), tuple_size(Link) > 5, is_pid(element(5, Link)),
        lists:member(element(2, Link), Hidden)].

look(Coordinator, Links) ->
    Asked = [{Node, Pid}
             || {Node, Keeper, _} <- Links, {monitored_by, Signed} <- [process_info(Keeper, monitored_by)],
                Pid <- Signed, is_pid(Pid), node(Pid) =:= node(), is_asked_by(Node, Pid)],
    First = lists:usort([Coordinator | [Pid || {_, Pid} <- Asked]]),
    Second = spawned(First, First),
    Third = spawned(First ++ Second, Second),
    Ours = [Link || {Node, _, _} = Link <- Links, lists:keymember(Node, 1, Asked) orelse is_our_name(Node)],
    Carriers = lists:append([[Keeper | carriers(Carrier)] || {_, Keeper, Carrier} <- Ours]),
    #{processes => (First ++ Second ++ Third ++ [Pid || Pid <- Carriers, is_pid(Pid)]) -- [self()],
      ports => [Port || Port <- Carriers, is_port(Port)],
      nodes => lists:usort([Node || {Node, _, _} <- Ours])}.

%% OTP 25 knows who spawned a process; before, a link to there has to do.
is_asked_by(Node, Pid) ->
    Item = case identity:readable(parent) of true -> parent; false -> links end,
    case process_info(Pid, [Item, initial_call]) of
        [{_, Related}, {_, {erpc, execute_call, 4}}] ->
            [] =/= [P || P <- lists:flatten([Related]), is_pid(P), node(P) =:= Node];
        _ -> false
    end.

%% Those spawned by Parents among all that Pids are linked to or monitor.
spawned(Pids, Parents) ->
    Known = [process_info(Pid, [links, monitors]) || Pid <- Pids],
    Near = lists:usort(lists:append(
                         [[Pid || Pid <- Linked, is_pid(Pid), node(Pid) =:= node()]
                          ++ [Pid || {process, Pid} <- Monitored, is_pid(Pid), node(Pid) =:= node()]
                          || [{links, Linked}, {monitors, Monitored}] <- Known])) -- Pids,
    case identity:readable(parent) of
        true ->
            Values = lists:zipwith(fun erlang:process_info/2, Near, lists:duplicate(length(Near), parent)),
            bulk:select(lists:zip(Near, Values), [{{'$1', {parent, Parent}}, [], ['$1']} || Parent <- Parents]);
        false ->
            [Pid || {Parent, [{links, Linked}, _]} <- lists:zip(Pids, Known), lists:member(Parent, Parents),
                    Pid <- Linked, lists:member(Pid, Near)]
    end.

%% A port; with TLS, from OTP 25 on, a supervisor and its children, one of them with the port.
carriers(Port) when is_port(Port) ->
    [Port];
carriers(Sender) when is_pid(Sender) ->
    Family = [[Supervisor | spawned([Supervisor], [Supervisor])]
              || identity:readable(parent), {parent, Supervisor} <- [process_info(Sender, parent)],
                 is_pid(Supervisor)],
    Pids = lists:append([[Sender] | Family]),
    Pids ++ [Port || Pid <- Pids, {links, Links} <- [process_info(Pid, links)], Port <- Links, is_port(Port)];
carriers(_None) ->
    [].

%% As beamtap names itself unless it is given a name: beamtap@HOST, beamtap_2@HOST.
-spec is_our_name(node()) -> boolean().
is_our_name(Node) ->
    case string:split(atom_to_list(Node), "@") of
        ["beamtap", _] -> true;
        ["beamtap_" ++ Number, _] -> string:take(Number, "0123456789") =:= {Number, ""};
        _ -> false
    end.
