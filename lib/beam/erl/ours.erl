%% What on the node belongs to any beamtap, so that answers leave it out.
%%
%% A process cannot choose who spawned it, so nothing that a program says of itself
%% makes it ours. Each coordinator was spawned over a hidden link, and monitors the
%% process of the node that keeps this link: there all of them are found at once,
%% however many processes the node has. From there two steps lead to those that they
%% and their bodies have spawned.
-module(ours).
-export([sign/1, all/1, processes/1, tables/1, table_bytes/1, memory/1, is_our_name/1]).
-seldom([look/3, owned/1, table_bytes/1, is_our_name/1]).

%% Time limit for finding our processes and links: one may be inside native code.
-define(LOOK_MS, 1000).
%% On a node with more tables, ours are not counted.
-define(MAX_TABLES, 10000).

%% For a coordinator that the process asked for: so that it can be found.
-spec sign(pid() | none) -> ok.
sign(none) -> ok;
sign(Asker) ->
    [monitor(process, Keeper) || {Node, Keeper, _} <- links(), Node =:= node(Asker)],
    ok.

%% All that is there now: processes, those that carry our links among them, the ports of
%% these links, and the nodes at their other ends; `others` are the processes of other calls.
-spec all(envelope:call()) -> #{processes := [pid()], ports := [port()], nodes := [node()], others := [pid()]}.
all(#{coordinator := Coordinator} = Call) ->
    Links = links(),
    Keepers = [Keeper || {_, Keeper, _} <- Links],
    Ask = fun() ->
                  [process_info(Coordinator, monitors)
                   | lists:zipwith(fun erlang:process_info/2, Keepers, lists:duplicate(length(Keepers), monitored_by))]
          end,
    %% One of them may be inside native code: then what is known without it.
    Found = case worker:one(Ask, ?LOOK_MS, Call) of
                {ok, [{monitors, Monitored} | Signed]} ->
                    Askers = [{Node, Pid} || {{Node, _, _}, {monitored_by, By}} <- lists:zip(Links, Signed),
                                             Pid <- bulk:select(By, local())],
                    case [Pid || {_, Pid} <- Askers, Pid =/= Coordinator]
                        ++ [Carrier || {_, _, Carrier} <- Links, not is_port(Carrier)] of
                        [] ->
                            Mine = mine([Node || {Node, _} <- Askers], Links),
                            found(bulk:select(Monitored, local()) -- Keepers, [],
                                  [[Keeper, Port] || {_, Keeper, Port} <- Mine], Mine);
                        _ ->
                            look(Askers, Links, Call)
                    end;
                _ ->
                    found([], [], [], [])
            end,
    Found#{processes := lists:usort([Coordinator, self() | maps:get(processes, Found)])}.

-spec processes(envelope:call()) -> [pid()].
processes(Call) ->
    maps:get(processes, all(Call)).

%% How many tables these processes have; of very many tables none is asked.
-spec tables([pid()]) -> non_neg_integer().
tables([]) -> 0;
tables(Processes) -> length(owned(Processes)).

%% What these tables use, in bytes.
-spec table_bytes([pid()]) -> non_neg_integer().
table_bytes(Processes) ->
    erlang:system_info(wordsize)
        * lists:sum([Words || Table <- owned(Processes), Words <- [ets:info(Table, memory)], is_integer(Words)]).

-spec owned([pid()]) -> [ets:table()].
owned(Processes) ->
    Tables = case erlang:system_info(ets_count) of
                 Count when Count < ?MAX_TABLES -> ets:all();
                 _ -> []
             end,
    Owners = lists:zipwith(fun ets:info/2, Tables, lists:duplicate(length(Tables), owner)),
    bulk:select(lists:zip(Owners, Tables), [{{Pid, '$1'}, [], ['$1']} || Pid <- Processes]).

%% What they use, in bytes.
-spec memory([pid()]) -> non_neg_integer().
memory(Processes) ->
    lists:sum([Bytes || Pid <- Processes, {memory, Bytes} <- [process_info(Pid, memory)]]).

%% ---------------------------------------------------------------------------

%% A node, the process here that keeps the link to it, and what carries it: a port, or a process.
-type link() :: {node(), pid(), port() | pid() | term()}.

%% Those of hidden nodes, as net_kernel keeps them in a table.
-spec links() -> [link()].
links() ->
    Spec = [{'$1', [{'>', {size, '$1'}, 5}, {'=:=', {element, 2, '$1'}, {const, Node}}, {is_pid, {element, 5, '$1'}}],
             [{{{element, 2, '$1'}, {element, 5, '$1'}, {element, 6, '$1'}}}]} || Node <- nodes(hidden)],
    try ets:select(sys_dist, Spec) catch error:badarg -> [] end.

%% Those that we, or others like us, are at the other end of.
-spec mine([node()], [link()]) -> [link()].
mine(Nodes, Links) ->
    [Link || {Node, _, _} = Link <- Links, lists:member(Node, Nodes) orelse is_our_name(Node)].

found(Processes, Others, Carried, Links) ->
    Carriers = lists:append(Carried),
    #{processes => Processes ++ bulk:select(Carriers, local()), others => Others,
      ports => bulk:select(Carriers, [{'$1', [{is_port, '$1'}], ['$1']}]),
      nodes => lists:usort([Node || {Node, _, _} <- Links])}.

%% Where other calls run, or something monitors the keeper of a hidden link, or a process carries one.
-spec look([{node(), pid()}], [link()], envelope:call()) -> map().
look(Askers, Links, #{coordinator := Coordinator} = Call) ->
    Body = self(),
    Look = fun() ->
                   Asked = [Each || {Node, Pid} = Each <- Askers, Pid =:= Coordinator orelse is_asked_by(Node, Pid)],
                   {Nodes, Coordinators} = lists:unzip(Asked),
                   {All, Rest} = together(lists:usort([Coordinator | Coordinators]), [self(), Coordinator, Body]),
                   Others = case lists:usort(Coordinators) of [Coordinator] -> []; _ -> Rest end,
                   Mine = mine(Nodes, Links),
                   found(All, Others, [[Keeper | case is_port(Carrier) of true -> [Carrier]; false -> carriers(Carrier) end]
                                       || {_, Keeper, Carrier} <- Mine], Mine)
           end,
    case worker:one(Look, ?LOOK_MS, Call) of
        {ok, Found} -> Found;
        _ -> found([], [], [], [])
    end.

%% {All processes of these coordinators, those of other calls}.
-spec together([pid()], [pid()]) -> {[pid()], [pid()]}.
together(First, Own) ->
    Second = spawned(First, First),
    Third = spawned(First ++ Second, Second),
    All = (First ++ Second ++ Third) -- [self()],
    {All, All -- Own}.

%% The processes of this node in lists of what process_info/2 tells of others.
local() ->
    Here = fun(Pid) -> [{is_pid, Pid}, {'=:=', {node, Pid}, {const, node()}}] end,
    [{'$1', Here('$1'), ['$1']}, {{process, '$1'}, Here('$1'), ['$1']}].

%% OTP 25 knows who spawned a process; before, a link to there has to do.
-spec is_asked_by(node(), pid()) -> boolean().
is_asked_by(Node, Pid) ->
    Item = case identity:readable(parent) of true -> parent; false -> links end,
    case process_info(Pid, [Item, initial_call]) of
        [{_, Related}, {_, {erpc, execute_call, 4}}] ->
            [] =/= [P || P <- lists:flatten([Related]), is_pid(P), node(P) =:= Node];
        _ -> false
    end.

%% Those spawned by Parents among all that Pids are linked to or monitor. Before OTP 25 they are
%% those that Parents are linked to, and guards, which are not: they and their parents monitor
%% each other.
-spec spawned([pid()], [pid()]) -> [pid()].
spawned(Pids, Parents) ->
    Known = bulk:select(lists:zip(Pids, info(Pids, [links, monitors])),
                        [{{'$1', [{links, '$2'}, {monitors, '$3'}]}, [], [{{'$1', ['$2', '$3']}}]}]),
    {_, Near} = lists:unzip(Known),
    Local = lists:usort(bulk:select(lists:append(lists:append(Near)), local())) -- Pids,
    case identity:readable(parent) of
        true ->
            bulk:select(lists:zip(Local, info(Local, parent)), [{{'$1', {parent, Parent}}, [], ['$1']} || Parent <- Parents]);
        false ->
            [Pid || {Parent, [Linked, Monitored]} <- Known, lists:member(Parent, Parents),
                    {monitored_by, By} <- [process_info(Parent, monitored_by)],
                    Pid <- Linked ++ [P || P <- bulk:select(Monitored, local()), lists:member(P, By)],
                    lists:member(Pid, Local)]
    end.

info(Pids, Item) ->
    lists:zipwith(fun erlang:process_info/2, Pids, lists:duplicate(length(Pids), Item)).

%% With TLS, from OTP 25 on, a supervisor and its children, one of them with the port.
-spec carriers(pid() | term()) -> [pid() | port()].
carriers(Sender) when is_pid(Sender) ->
    Family = [[Supervisor | spawned([Supervisor], [Supervisor])]
              || identity:readable(parent), {parent, Supervisor} <- [process_info(Sender, parent)], is_pid(Supervisor)],
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
