%% How a node logs: levels, handlers, filters, and whether a handler is overloaded.
%% Of the configuration of a handler only what is known to hold no secrets.
-module(get_log_config).
-export([run/2]).

%% Read from tables; only handlers whose process is idle are asked for their state.
run(#{limit := Limit}, Call) ->
    #{primary := Primary, handlers := Handlers, module_levels := Levels} = logger:get_config(),
    Sorted = lists:sort([{Id, Handler} || #{id := Id} = Handler <- Handlers]),
    Shown = [Handler || {_, Handler} <- lists:sublist(Sorted, Limit)],
    {#{level => maps:get(level, Primary),
       filter_default => maps:get(filter_default, Primary),
       filters => filters(Primary),
       metadata => lists:sublist([Key || Key <- maps:keys(maps:get(metadata, Primary, #{})),
                                         is_atom(Key)], 30),
       module_levels => {length(Levels), lists:sublist(lists:sort(Levels), Limit)},
       handlers => {length(Handlers), [handler(Handler) || Handler <- Shown]},
       overload => overloads(Shown, Call),
       elixir => elixir()}, #{}}.

%% ---------------------------------------------------------------------------

filters(Config) ->
    [{Id, called(Function)}
     || {Id, {Function, _}} <- lists:sublist(maps:get(filters, Config, []), 20), is_atom(Id)].

called(Function) when is_function(Function) ->
    [Module, Name, Arity] = [element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]],
    {Module, Name, Arity};
called(_Other) ->
    none.

handler(Config) ->
    Own = case Config of #{config := Map} when is_map(Map) -> Map; _ -> #{} end,
    #{id => maps:get(id, Config), module => maps:get(module, Config),
      level => maps:get(level, Config, all),
      filter_default => maps:get(filter_default, Config, log),
      filters => filters(Config),
      formatter => case Config of #{formatter := {Module, _}} -> Module; _ -> none end,
      destination => destination(Own),
      settings => [{Key, Value} || {Key, Value} <- lists:sort(maps:to_list(maps:with(settings(), Own))),
                                   is_atom(Value) orelse is_integer(Value)]}.

settings() ->
    [sync_mode_qlen, drop_mode_qlen, flush_qlen, burst_limit_enable, burst_limit_max_count,
     burst_limit_window_time, overload_kill_enable, overload_kill_qlen, overload_kill_mem_size,
     overload_kill_restart_after, max_no_bytes, max_no_files, filesync_repeat_interval].

destination(#{file := File}) -> cut:chars(File, 300);
destination(#{type := Type}) when is_atom(Type) -> atom_to_binary(Type, utf8);
destination(#{type := {device, _}}) -> <<"device">>;
destination(_Other) -> <<>>.

%% ---------------------------------------------------------------------------
%% Overload protection: handlers that have it run as a process of a known name.

overloads(Handlers, Call) ->
    Named = [{logger_proxy, whereis(logger_proxy)}
             | [{Id, whereis_olp(Module, Id)} || #{id := Id, module := Module} <- Handlers]],
    Known = [{Id, Pid} || {Id, Pid} <- Named, is_pid(Pid)],
    Facts = maps:from_list(servers:facts([Pid || {_, Pid} <- Known], Call)),
    Asked = worker:all([asker(maps:get(Pid, Facts, undefined)) || {_, Pid} <- Known], 500, Call),
    [overload(Id, Pid, maps:get(Pid, Facts, undefined), Answer)
     || {{Id, Pid}, Answer} <- lists:zip(Known, Asked)].

%% logger_h_common names the process after both.
whereis_olp(Module, Id) ->
    case names:existing_atom([<<(atom_to_binary(Module, utf8))/binary, "_",
                                (atom_to_binary(Id, utf8))/binary>>]) of
        {ok, Name} -> whereis(Name);
        none -> undefined
    end.

%% One that is busy is not given one message more.
asker(#{name := Name} = Facts) when is_atom(Name) ->
    case servers:idle(Facts) of
        true -> fun() -> logger_olp:info(logger_olp:get_ref(Name)) end;
        false -> fun() -> busy end
    end;
asker(_) ->
    fun() -> unknown end.

overload(Id, Pid, Facts, Answer) ->
    Known = case Facts of #{} -> Facts; _ -> #{} end,
    Said = case Answer of {ok, #{} = Map} -> Map; _ -> #{} end,
    [Id, Pid, maps:get(mailbox, Known, none), maps:get(function, Known, none)
     | [maps:get(Key, Said, none) || Key <- [mode, idle, burst_msg_count]]].

%% ---------------------------------------------------------------------------
%% Elixir's own settings, of which some are older than logger: only these are read
%% from the environment.

elixir() ->
    [{Key, Value}
     || Key <- [level, truncate, utc_log, handle_otp_reports, handle_sasl_reports, sync_threshold,
                discard_threshold, discard_threshold_periodic_check, always_evaluate_messages],
        Value <- setting(Key), is_atom(Value) orelse is_integer(Value)]
        ++ [{backend, Backend} || Backends <- setting(backends), is_list(Backends),
                                  Backend <- lists:sublist([backend(B) || B <- Backends], 10),
                                  is_atom(Backend)].

setting(Key) ->
    ets:select(ac_tab, [{{{env, logger, Key}, '$1'}, [], ['$1']}]).

backend({Module, _Name}) -> Module;
backend(Module) -> Module.
