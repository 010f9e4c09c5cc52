%% What Elixir's own abstractions are at on a node: registries and supervisors by
%% their registered names, telemetry handlers, pools of Ecto, queues of Oban. Only
%% what is loaded is called, and of that only public functions, in workers.
%%
%% A worker that is late is given up; nothing on the node is changed.
-module(get_elixir_overview).
-export([run/2]).
-optional([{'Elixir.Registry', count, 1}, {'Elixir.Registry', select, 2},
           {telemetry, list_handlers, 1}, {'Elixir.Ecto.Repo', all_running, 0},
           {'Elixir.Ecto.Adapter', lookup_meta, 1},
           {'Elixir.DBConnection', get_connection_metrics, 1},
           {'Elixir.Oban', check_queue, 2}]).

%% Answers #{elixir_version} and a table for each section: {Number, {Columns, Rows}}, or
%% `absent` where the library is not loaded, `no_answer` where it does not answer.
-spec run(#{sections := [atom()], text := binary(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sections := Sections, text := Text, limit := Limit}, Call) ->
    Version = case application:get_key(elixir, vsn) of
                  {ok, Known} -> cut:chars(Known, 40);
                  undefined ->
                      erlang:module_loaded('Elixir.Kernel') orelse envelope:refuse(no_elixir, []),
                      <<>>
              end,
    Named = case Sections -- [telemetry, ecto, oban] of
                [] -> [];
                _ -> named_supervisors(Text, Call)
            end,
    {maps:from_list([{elixir_version, Version}
                     | [{Section, section(Section, Named, Text, Limit, Call)} || Section <- Sections]]),
     #{processes_scanned => length(Named)}}.

section(registries, Named, _Text, Limit, Call) ->
    Registries = [Entry || {'Elixir.Registry.Supervisor', _, _, _} = Entry <- Named],
    table([name, pid, keys, partitions, entries, mailbox],
          [registry(Entry, Call) || Entry <- lists:sublist(Registries, Limit)], length(Registries));
section(supervisors, Named, _Text, Limit, Call) ->
    Kinds = kinds([Entry || {Module, _, _, _} = Entry <- Named,
                            Module =/= 'Elixir.Registry.Supervisor'], Call),
    Known = lists:sort([{-links(Entry), Kind, Entry} || {Kind, Entry} <- Kinds, Kind =/= other]),
    table([kind, name, pid, callback, children, partitions, mailbox],
          [supervisor(Kind, Entry, Call) || {_, Kind, Entry} <- lists:sublist(Known, Limit)],
          length(Known));
section(telemetry, _Named, Text, Limit, Call) ->
    asked(erlang:function_exported(telemetry, list_handlers, 1), fun telemetry/0,
          fun(Handlers) ->
                  Rows = [[Event, id(Id), Function]
                          || {Event, Id, Function} <- [handler(H) || H <- Handlers], holds(Event, Text)],
                  table([event, id, function], lists:sublist(lists:sort(Rows), Limit), length(Rows))
          end, Call);
section(ecto, _Named, _Text, Limit, Call) ->
    asked(erlang:function_exported('Elixir.Ecto.Repo', all_running, 0),
          fun() -> 'Elixir.Ecto.Repo':all_running() end,
          fun(Repos) ->
                  table([repo, pool, size, ready, waiting],
                        lists:append([pools(Repo, Call) || Repo <- lists:sublist(Repos, Limit)]),
                        length(Repos))
          end, Call);
section(oban, _Named, _Text, Limit, Call) ->
    asked(erlang:function_exported('Elixir.Oban', check_queue, 2), fun producers/0,
          fun(Producers) ->
                  table([instance, queue, limit, running, paused],
                        queues(lists:sublist(lists:sort(Producers), Limit), Call), length(Producers))
          end, Call).

-spec table([atom()], [[term()]], non_neg_integer()) -> {non_neg_integer(), {[atom()], [[term()]]}}.
table(Columns, Rows, Number) ->
    {Number, {Columns, Rows}}.

-spec asked(boolean(), fun(() -> term()), fun((list()) -> Shown), envelope:call()) -> absent | no_answer | Shown.
asked(false, _Ask, _Show, _Call) ->
    absent;
asked(true, Ask, Show, Call) ->
    case worker:one(Ask, 2000, Call) of
        {ok, List} when is_list(List) -> Show(List);
        _ -> no_answer
    end.

holds(_Text, <<>>) -> true;
holds(Text, Wanted) -> string:find(string:lowercase(Text), Wanted) =/= nomatch.

%% ---------------------------------------------------------------------------
%% Supervisors: [{CallbackModule, Name, Pid, Facts}]

named_supervisors(Text, Call) ->
    Names = maps:from_list([{Pid, Name} || Name <- registered(), Pid <- [whereis(Name)], is_pid(Pid),
                                           holds(atom_to_binary(Name, utf8), Text)]),
    Modules = maps:from_list([{Pid, Module}
                              || {Pid, #{initial_call := {supervisor, Module, _}}}
                                     <- identity:of_processes(maps:keys(Names), Call)]),
    [{maps:get(Pid, Modules), maps:get(Pid, Names), Pid, Facts}
     || {Pid, #{} = Facts} <- lists:sort(servers:facts(maps:keys(Modules), Call))].

links({_Module, _Name, _Pid, #{links := Links}}) -> Links.

%% A DynamicSupervisor without a callback module of its own looks like any other
%% supervisor: only its stack tells.
kinds(Entries, Call) ->
    Unknown = [Pid || {Module, _, Pid, _} <- Entries, known_kind(Module) =:= unknown],
    Dynamic = [Pid || {Pid, #{module := 'Elixir.DynamicSupervisor'}} <- stacks:read(Unknown, Call)],
    [{case known_kind(Module) of
          unknown -> case lists:member(Pid, Dynamic) of true -> dynamic; false -> other end;
          Kind -> Kind
      end, Entry}
     || {Module, _, Pid, _} = Entry <- Entries].

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
registry({_Module, Name, Pid, #{mailbox := Mailbox}}, Call) ->
    {Keys, Partitions} = try ets:lookup(Name, -2) of
                             [{_, Info}] -> {cut:text(element(1, Info), 60), element(2, Info)};
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
%% Libraries

%% Runs in a worker. The configuration of a handler may hold anything: it stays.
telemetry() ->
    [{Event, Id, Function}
     || #{event_name := Event, id := Id, function := Function} <- telemetry:list_handlers([])].

handler({Event, Id, Function}) ->
    {Module, Name, Arity} =
        list_to_tuple([element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]]),
    {unicode:characters_to_binary(lists:join($., [atom_to_list(Part) || Part <- Event])), Id,
     {Module, Name, Arity}}.

id(Id) when is_binary(Id) -> cut:chars(Id, 100);
id(Id) when is_atom(Id) -> atom_to_binary(Id, utf8);
id(Id) -> cut:text(Id, 100).

%% A pool per repository, or several.
pools(Repo, Call) ->
    Ask = fun() ->
                  #{pid := Pool} = Meta = 'Elixir.Ecto.Adapter':lookup_meta(Repo),
                  {Pool, proplists:get_value(pool_size, maps:get(opts, Meta, []), none),
                   case erlang:function_exported('Elixir.DBConnection', get_connection_metrics, 1) of
                       true -> 'Elixir.DBConnection':get_connection_metrics(Pool);
                       false -> []
                   end}
          end,
    case worker:one(Ask, 1000, Call) of
        {ok, {Pool, Size, [_ | _] = Metrics}} ->
            [[Repo, Pool, Size, Ready, Waiting]
             || #{ready_conn_count := Ready, checkout_queue_length := Waiting} <- lists:sublist(Metrics, 10)];
        {ok, {Pool, Size, []}} -> [[Repo, Pool, Size, none, none]];
        _ -> [[Repo, none, none, none, none]]
    end.

%% [{Instance, Queue}], as Oban registers the process of each queue.
producers() ->
    'Elixir.Registry':select('Elixir.Oban.Registry',
                             [{{{'$1', {producer, '$2'}}, '_', '_'}, [], [{{'$1', '$2'}}]}]).

queues(Producers, Call) ->
    Asked = worker:all([fun() -> 'Elixir.Oban':check_queue(Instance, [{queue, Queue}]) end
                        || {Instance, Queue} <- Producers], 1000, Call),
    [[id(Instance), id(Queue)
      | case Answer of
            %% Oban Pro tells a local limit.
            {ok, #{running := Running, paused := Paused} = State} ->
                [maps:get(limit, State, maps:get(local_limit, State, none)), length(Running), Paused];
            _ -> [none, none, none]
        end] || {{Instance, Queue}, Answer} <- lists:zip(Producers, Asked)].
