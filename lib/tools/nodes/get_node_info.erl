%% What a node is and how full it is; and, if asked for, how it is set and was started.
%%
%% The body of the call reads counters that the emulator keeps, whatever the size of the node. What
%% net_kernel, init, the code server and the application controller know is asked through
%% workers with time limits, since any of them may hang: what is late is `none`. Nothing on the
%% node is changed, so nothing is left to undo if the call dies.
-module(get_node_info).
-export([run/2]).
-seldom([section/3]).

%% Time limit for net_kernel.
-define(TICKTIME_MS, 1000).
%% Time limit for the application controller, and for the worker that asks it.
-define(APPLICATIONS_MS, 1000).
-define(APPLICATIONS_WAIT_MS, 1500).

%% Answers the overview and the sections that are asked for.
-spec run(#{sections := [flags | boot | code_path | alarms], limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sections := Sections, limit := Limit}, Call) ->
    {lists:foldl(fun(Section, Answer) -> Answer#{Section => section(Section, Limit, Call)} end,
                 overview(Call), Sections), #{}}.

%% ---------------------------------------------------------------------------

-spec section(flags | boot | code_path | alarms, pos_integer(), envelope:call()) -> term().
section(alarms, _Limit, Call) -> alarms:read(Call);
section(flags, _Limit, _Call) -> settings:flags();
section(boot, Limit, Call) -> settings:boot(Limit, Call);
section(code_path, Limit, Call) -> settings:code_path(Limit, Call).

-spec overview(envelope:call()) -> #{atom() => term()}.
overview(Call) ->
    #{processes := Processes, ports := Ports, nodes := Nodes, others := Others} = ours:all(Call),
    Ours = #{processes => length(Processes), ports => length(Ports), ets_tables => ours:tables(Others)},
    Usage = maps:from_list(
              [{Name, {erlang:system_info(Count) - maps:get(Name, Ours, 0), erlang:system_info(Limit)}}
               || {Name, Count, Limit} <- limits()]),
    Overview = #{otp_release => list_to_binary(erlang:system_info(otp_release)),
                 erts_version => list_to_binary(erlang:system_info(version)),
                 elixir_version => version(elixir),
                 gleam_stdlib_version => version(gleam_stdlib),
                 uptime_ms => element(1, erlang:statistics(wall_clock)),
                 build => build(),
                 schedulers => {erlang:system_info(schedulers), erlang:system_info(schedulers_online),
                                erlang:system_info(dirty_cpu_schedulers_online),
                                erlang:system_info(dirty_io_schedulers)},
                 run_queue => erlang:statistics(run_queue),
                 memory_bytes => memory(),
                 distribution => distribution(Nodes, Call),
                 running_applications => running_applications(Call)},
    maps:merge(Overview, Usage).

%% Version of a loaded application, read from a table.
-spec version(atom()) -> binary() | none.
version(Application) ->
    case application:get_key(Application, vsn) of
        {ok, Version} -> unicode:characters_to_binary(Version);
        undefined -> none
    end.

build() ->
    #{word_bytes => erlang:system_info(wordsize),
      architecture => list_to_binary(erlang:system_info(system_architecture)),
      type => erlang:system_info(build_type),
      %% OTP 24 knows the flavor.
      flavor => try erlang:system_info(emu_flavor) catch error:badarg -> none end}.

limits() ->
    [{processes, process_count, process_limit},
     {ports, port_count, port_limit},
     {atoms, atom_count, atom_limit},
     {ets_tables, ets_count, ets_limit}].

%% Emulators started with some +M flags do not know.
memory() ->
    try erlang:memory() catch error:notsup -> none end.

-spec distribution([node()], envelope:call()) -> #{atom() => term()}.
distribution(Ours, Call) ->
    Ticktime = worker:one(fun() -> net_kernel:get_net_ticktime() end, ?TICKTIME_MS, Call),
    #{connected_visible => length(nodes()),
      connected_hidden => length(nodes(hidden) -- Ours),
      net_ticktime_s => case Ticktime of
                            {ok, Seconds} when is_integer(Seconds) -> Seconds;
                            _ -> none
                        end}.

running_applications(Call) ->
    case worker:one(fun() -> application:which_applications(?APPLICATIONS_MS) end, ?APPLICATIONS_WAIT_MS, Call) of
        {ok, Running} -> length(Running);
        _ -> none
    end.
