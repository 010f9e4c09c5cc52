%% The state of Elixir's own abstractions and of Phoenix on a node: database pools and who holds their
%% connections, requests, views, topics, queues of Oban, telemetry handlers, and supervisors and
%% registries by their registered names. Only what is loaded is called, and of that only
%% functions that read, in workers.
%%
%% A worker that is late is killed; nothing on the node is changed.
-module(get_elixir_overview).
-export([run/2]).
-export_type([rows/0]).
-optional([{'Elixir.Registry', count, 1}, {telemetry, list_handlers, 1}]).

%% How many there are, the columns, and the first rows or all; `absent` where the library is not
%% loaded, `no_answer` where it does not answer.
-type rows() :: {non_neg_integer() | none, [atom()], [[term()]]} | absent | no_answer.

%% Columns that hold contents of the node, which take the scope `data`.
-define(CONTENTS, [statement, path, route, topic]).

%% Answers #{elixir_version, not_read} and the rows of each section, at most `limit`. `not_read` is how many
%% processes that may serve requests, or wait, were not looked at. Without `data` there are no contents.
-spec run(#{sections := [atom()], text := binary(), limit := pos_integer(), data := boolean()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sections := Sections, text := Text, limit := Limit, data := Data}, Call) ->
    Version = case application:get_key(elixir, vsn) of
                  {ok, Known} -> cut:chars(Known, 40);
                  undefined ->
                      erlang:module_loaded('Elixir.Kernel') orelse envelope:refuse(no_elixir, []),
                      <<>>
              end,
    Named = needed([registries, supervisors, pubsub, live], Sections, fun() -> named_supervisors(Call) end, []),
    {Crowd, Cost} = needed([repos, connections, requests, live], Sections, fun() -> elixir_crowd:look(Call) end,
                           {#{}, #{processes_scanned => length(Named)}}),
    Pools = needed([repos, connections], Sections, fun() -> elixir_databases:pools(Crowd, Call) end, absent),
    Parts = #{named => Named, crowd => Crowd, pools => Pools},
    Fields = [{Field, shown(Rows, Limit, Data)}
              || Section <- Sections, {Field, Rows} <- section(Section, Parts, Text, Limit, Call)],
    {maps:from_list([{elixir_version, Version}, {not_read, maps:get(not_read, Crowd, 0)} | Fields]), Cost}.

needed(Of, Sections, Ask, Otherwise) ->
    case Of -- Sections of
        Of -> Otherwise;
        _ -> Ask()
    end.

shown({Number, Columns, Rows}, Limit, true) ->
    {Number, {Columns, lists:sublist(Rows, Limit)}};
shown({Number, Columns, Rows}, Limit, false) ->
    Kept = [not lists:member(Column, ?CONTENTS) || Column <- Columns],
    Only = fun(Row) -> [Value || {Value, true} <- lists:zip(Row, Kept)] end,
    {Number, {Only(Columns), lists:map(Only, lists:sublist(Rows, Limit))}};
shown(Silent, _Limit, _Data) ->
    Silent.

section(repos, #{pools := Pools}, _Text, _Limit, _Call) ->
    [{repos, elixir_databases:repos(Pools)}];
section(connections, #{pools := Pools, crowd := Crowd}, _Text, Limit, Call) ->
    elixir_databases:connections(Pools, Crowd, Limit, Call);
section(requests, #{crowd := Crowd}, Text, Limit, Call) ->
    [{requests, elixir_web:requests(Crowd, Text, Limit, Call)}];
section(live, #{crowd := #{views := Views}, named := Named}, Text, _Limit, Call) ->
    Found = case identity:by_key() of
                true -> Views;
                false -> elixir_crowd:below([{Name, Pid} || {'Elixir.Phoenix.Socket.PoolSupervisor', Name, Pid, _} <- Named], Call)
            end,
    [{live, elixir_web:live(Found, Text)}];
section(pubsub, #{named := Named}, Text, Limit, Call) ->
    elixir_web:pubsub([Name || {'Elixir.Registry.Supervisor', Name, _, _} <- Named], Text, Limit, Call);
section(oban, _Parts, Text, Limit, Call) ->
    elixir_jobs:oban(Text, Limit, Call);
section(telemetry, _Parts, Text, _Limit, Call) ->
    [{telemetry, case erlang:function_exported(telemetry, list_handlers, 1) andalso worker:one(fun telemetry/0, 2000, Call) of
                     false -> absent;
                     {ok, Handlers} when is_list(Handlers) ->
                         Rows = [[Event, cut:label(Id), Function] || {Event, Id, Function} <- [handler(H) || H <- Handlers],
                                                               elixir_web:holds(Event, Text)],
                         {length(Rows), [event, id, function], lists:sort(Rows)};
                     _ -> no_answer
                 end}];
section(supervisors, #{named := Named}, Text, Limit, Call) ->
    Kinds = kinds([Entry || {Module, Name, _, _} = Entry <- Named, Module =/= 'Elixir.Registry.Supervisor',
                            elixir_web:holds(Name, Text)], Call),
    Known = lists:sort([{-links(Entry), Kind, Entry} || {Kind, Entry} <- Kinds, Kind =/= other]),
    [{supervisors, {length(Known), [kind, name, pid, callback, children, partitions, mailbox],
                    [supervisor(Kind, Entry, Call) || {_, Kind, Entry} <- lists:sublist(Known, Limit)]}}];
section(registries, #{named := Named}, Text, Limit, Call) ->
    Registries = [Entry || {'Elixir.Registry.Supervisor', Name, _, _} = Entry <- Named, elixir_web:holds(Name, Text)],
    [{registries, {length(Registries), [name, pid, keys, partitions, entries, mailbox],
                   [registry(Entry, Call) || Entry <- lists:sublist(Registries, Limit)]}}].

%% ---------------------------------------------------------------------------
%% Supervisors: [{CallbackModule, Name, Pid, Facts}]

-spec named_supervisors(envelope:call()) -> [{module(), atom(), pid(), map()}].
named_supervisors(Call) ->
    Names = maps:from_list([{Pid, Name} || Name <- registered(), Pid <- [whereis(Name)], is_pid(Pid)]),
    Modules = maps:from_list([{Pid, Module}
                              || {Pid, #{initial_call := {supervisor, Module, _}}}
                                     <- identity:of_processes(maps:keys(Names), Call)]),
    [{maps:get(Pid, Modules), maps:get(Pid, Names), Pid, Facts}
     || {Pid, #{} = Facts} <- lists:sort(servers:facts(maps:keys(Modules), Call))].

-spec links({module(), atom(), pid(), map()}) -> non_neg_integer().
links({_Module, _Name, _Pid, #{links := Links}}) -> Links.

%% A DynamicSupervisor without a callback module of its own looks like any other
%% supervisor: only its stack tells.
-spec kinds([{module(), atom(), pid(), map()}], envelope:call()) -> [{atom(), {module(), atom(), pid(), map()}}].
kinds(Entries, Call) ->
    Unknown = [Pid || {Module, _, Pid, _} <- Entries, known_kind(Module) =:= unknown],
    Dynamic = [Pid || {Pid, #{module := 'Elixir.DynamicSupervisor'}} <- stacks:read(Unknown, Call)],
    [{case known_kind(Module) of
          unknown -> case lists:member(Pid, Dynamic) of true -> dynamic; false -> other end;
          Kind -> Kind
      end, Entry}
     || {Module, _, Pid, _} = Entry <- Entries].

-spec known_kind(module()) -> task | partition | dynamic | unknown | other.
known_kind('Elixir.Task.Supervisor') -> task;
known_kind('Elixir.PartitionSupervisor') -> partition;
known_kind('Elixir.Supervisor.Default') -> unknown;
known_kind(Module) ->
    try erlang:get_module_info(Module, attributes) of
        Attributes ->
            case [1 || {behaviour, Behaviours} <- Attributes,
                       lists:member('Elixir.DynamicSupervisor', Behaviours)] of
                [] -> other;
                _ -> dynamic
            end
    catch
        error:badarg -> other
    end.

-spec supervisor(atom(), {module(), term(), pid(), map()}, envelope:call()) -> [term()].
supervisor(Kind, {Module, Name, Pid, #{links := Links, mailbox := Mailbox}}, Call) ->
    {Partitions, Children} = case Kind of
                                 partition -> partitions(Name, Call);
                                 _ -> {none, erlang:max(0, Links - 1)}
                             end,
    [Kind, Name, Pid, Module, Children, Partitions, Mailbox].

%% {Number, Children of all} of a PartitionSupervisor, which keeps them in a table.
partitions(Name, Call) ->
    Pids = try ets:select(Name, [{{'$1', '$2'}, [{is_pid, '$2'}], ['$2']}])
           catch error:badarg -> []
           end,
    {length(Pids), lists:sum([erlang:max(0, Links - 1)
                              || {_, #{links := Links}} <- servers:facts(Pids, Call)])}.

%% Its table has rows for itself under negative keys.
-spec registry({module(), atom(), pid(), map()}, envelope:call()) -> [term()].
registry({_Module, Name, Pid, #{mailbox := Mailbox}}, Call) ->
    {Keys, Partitions} = try ets:lookup(Name, -2) of
                             [{_, Info}] -> {cut:label(element(1, Info)), element(2, Info)};
                             _ -> {<<>>, none}
                         catch
                             error:_ -> {<<>>, none}
                         end,
    Entries = case worker:one(fun() -> 'Elixir.Registry':count(Name) end, 500, Call) of
                  {ok, Number} when is_integer(Number) -> Number;
                  _ -> none
              end,
    [Name, Pid, Keys, Partitions, Entries, Mailbox].

%% ---------------------------------------------------------------------------
%% Telemetry

%% Runs in a worker. The configuration of a handler may hold anything: it stays.
-spec telemetry() -> [{[atom()], term(), fun()}].
telemetry() ->
    [{Event, Id, Function}
     || #{event_name := Event, id := Id, function := Function} <- telemetry:list_handlers([])].

-spec handler({[atom()], term(), fun()}) -> {binary(), term(), mfa()}.
handler({Event, Id, Function}) ->
    {Module, Name, Arity} =
        list_to_tuple([element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]]),
    {unicode:characters_to_binary(lists:join($., [atom_to_list(Part) || Part <- Event])), Id,
     {Module, Name, Arity}}.
