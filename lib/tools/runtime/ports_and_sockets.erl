%% Ports (TCP, UDP and SCTP of `inet`; programs and drivers), sockets of the module `socket`,
%% open files that a process serves, and the bytes that went through each. Workers ask; nothing
%% is changed.
-module(ports_and_sockets).
-export([found/2, sockets/1, traffic/2, values/3, details/2]).
-export_type([outlet/0]).

%% Time limit for the registry of sockets.
-define(REGISTRY_MS, 1500).
%% Characters of a path or a program that are shown.
-define(TEXT_CHARS, 200).

%% {Id, Kind, Owner}; the id of a file is the process that serves it.
-type outlet() :: {port() | pid() | tuple(), atom(), pid()}.

-spec found(ports | sockets | files, envelope:call()) -> [outlet()].
found(ports, Call) ->
    Ports = erlang:ports(),
    Known = bulk:select(lists:zip3(Ports, about(name, Ports, Call), about(connected, Ports, Call)),
                        [{{'$1', {name, '$2'}, {connected, '$3'}}, [], [{{'$1', '$2', '$3'}}]}]),
    [{Port, kind(Name), Owner} || {Port, Name, Owner} <- Known];
found(sockets, Call) ->
    case sockets(Call) of no_answer -> []; Sockets -> Sockets end;
found(files, Call) ->
    Serving = fun(Pids, Values, _) ->
                      Spec = [{{{current_function, {file_io_server, '_', '_'}}, '$1'}, [], ['$1']}],
                      ets:match_spec_run(lists:zip(Values, Pids), ets:match_spec_compile(Spec))
              end,
    {_Total, Everyone} = sweep:everyone(Call),
    {Servers, _} = sweep:again(#{item => current_function, pick => Serving,
                                 step => fun erlang:'++'/2, report => fun(_, _) -> ok end},
                               [], Everyone, Call),
    [{Pid, file, owner(Monitors, Pid)}
     || {Pid, [{monitors, Monitors}]} <- sweep:read(Servers, [monitors], Call)].

%% Asks the registry of sockets, which may be hung.
-spec sockets(envelope:call()) -> [outlet()] | no_answer.
sockets(Call) ->
    Found = worker:one(fun() ->
                               Sockets = socket:which_sockets(),
                               lists:zip(Sockets, lists:map(fun socket:info/1, Sockets))
                       end, ?REGISTRY_MS, Call),
    case Found of
        %% OTP 23 calls the owner `ctrl`.
        {ok, Sockets} -> [{Socket, socket, maps:get(owner, Info, maps:get(ctrl, Info, none))}
                          || {Socket, #{} = Info} <- Sockets];
        %% Emulators without sockets have none.
        {raised, _} -> [];
        no_answer -> no_answer
    end.

%% {BytesIn, BytesOut} since it was opened, or `silent`, in the same order.
-spec traffic([outlet()], envelope:call()) -> [{integer(), integer()} | silent].
traffic(Outlets, Call) ->
    Inet = [Port || {Port, Kind, _} <- Outlets, is_inet(Kind)],
    Programs = [Port || {Port, program, _} <- Outlets],
    Sockets = [Socket || {Socket, socket, _} <- Outlets],
    Known = maps:from_list(
              [{Port, {In, Out}}
               || {Port, {ok, [{recv_oct, In}, {send_oct, Out}]}}
                      <- lists:zip(Inet, statistics([recv_oct, send_oct], Inet, Call))]
              ++ [{Port, {In, Out}}
                  || {Port, {input, In}, {output, Out}}
                         <- lists:zip3(Programs, about(input, Programs, Call),
                                       about(output, Programs, Call))]
              ++ [{Socket, {In, Out}}
                  || {Socket, #{counters := #{read_byte := In, write_byte := Out}}}
                         <- lists:zip(Sockets, bulk:ask(fun(Group) -> lists:map(fun socket:info/1, Group) end,
                                                        Sockets, Call))]
              ++ [{Pid, {0, 0}} || {Pid, file, _} <- Outlets]),
    [maps:get(Id, Known, silent) || {Id, _, _} <- Outlets].

%% Bytes in the queue of a port, or of its memory; 0 for sockets and files, which are no ports.
-spec values(queue | memory, [outlet()], envelope:call()) -> [integer() | silent].
values(Item, Outlets, Call) ->
    Ports = [Id || {Id, _, _} <- Outlets, is_port(Id)],
    Name = case Item of queue -> queue_size; memory -> memory end,
    Known = maps:from_list(lists:zip(Ports, about(Name, Ports, Call))),
    [case maps:get(Id, Known, {Item, 0}) of
         {_, Bytes} -> Bytes;
         _ -> silent
     end || {Id, _, _} <- Outlets].

%% #{Id => #{local, peer}} of connections, #{Id => #{name, os_pid}} of programs. For a few only:
%% each costs several calls.
-spec details([outlet()], envelope:call()) -> #{term() => map()}.
details(Outlets, Call) ->
    Inet = [Port || {Port, Kind, _} <- Outlets, is_inet(Kind)],
    Programs = [Port || {Port, program, _} <- Outlets],
    Sockets = [Socket || {Socket, socket, _} <- Outlets],
    Map = fun(Ask, Things) -> bulk:ask(fun(Group) -> lists:map(Ask, Group) end, Things, Call) end,
    maps:from_list(
      [{Port, #{local => address(Local), peer => address(Peer)}}
       || {Port, Local, Peer} <- lists:zip3(Inet, Map(fun inet:sockname/1, Inet),
                                            Map(fun inet:peername/1, Inet))]
      ++ [{Port, #{name => program(Name), os_pid => os_pid(OsPid)}}
          || {Port, Name, OsPid} <- lists:zip3(Programs, about(name, Programs, Call),
                                               about(os_pid, Programs, Call))]
      ++ [{Socket, #{local => address(Local), peer => address(Peer)}}
          || {Socket, Local, Peer} <- lists:zip3(Sockets, Map(fun socket:sockname/1, Sockets),
                                                 Map(fun socket:peername/1, Sockets))]).

%% ---------------------------------------------------------------------------

-spec about(atom(), [port()], envelope:call()) -> [term()].
about(Item, Ports, Call) ->
    bulk:ask(fun(Group) ->
                     lists:zipwith(fun erlang:port_info/2, Group, lists:duplicate(length(Group), Item))
             end, Ports, Call).

%% Only ports of inet understand the question.
-spec statistics([atom()], [port()], envelope:call()) -> [term()].
statistics(Items, Ports, Call) ->
    bulk:ask(fun(Group) ->
                     lists:zipwith(fun inet:getstat/2, Group, lists:duplicate(length(Group), Items))
             end, Ports, Call).

kind("tcp_inet") -> tcp_inet;
kind("udp_inet") -> udp_inet;
kind("sctp_inet") -> sctp_inet;
kind(_) -> program.

is_inet(Kind) -> lists:member(Kind, [tcp_inet, udp_inet, sctp_inet]).

owner([{process, Pid} | _], _File) when is_pid(Pid) -> Pid;
owner(_, File) -> File.

address({ok, {local, Path}}) -> text(Path);
address({ok, #{family := local, path := Path}}) -> text(Path);
address({ok, {Address, Port}}) -> host(Address, Port);
address({ok, #{addr := Address, port := Port}}) -> host(Address, Port);
address(_) -> none.

host(Address, Port) when tuple_size(Address) =:= 8 ->
    unicode:characters_to_binary(["[", inet:ntoa(Address), "]:", integer_to_list(Port)]);
host(Address, Port) when tuple_size(Address) =:= 4 ->
    unicode:characters_to_binary([inet:ntoa(Address), ":", integer_to_list(Port)]);
host(_, _) ->
    none.

%% The first word of a command: what comes after it may hold secrets.
program({name, Name}) -> text(lists:takewhile(fun(Character) -> Character =/= $\s end, Name));
program(_) -> none.

text(Path) -> unicode:characters_to_binary(string:slice(Path, 0, ?TEXT_CHARS)).

os_pid({os_pid, Number}) when is_integer(Number) -> Number;
os_pid(_) -> none.
