%% How a node logs: levels, handlers, filters, and whether a handler is overloaded. Of the
%% configuration of a handler, only settings that are known to hold no secrets.
%%
%% All of it is read from tables by the process of the question. Only handlers whose process
%% is idle are asked how they keep up, by workers that end with the question; one that does
%% not answer within ?ANSWER_MS is shown without. Nothing is set, so nothing is left behind
%% if the question dies in between.
-module(get_log_config).
-export([run/2, loads/2]).

-define(ANSWER_MS, 500).
-define(MAX_FILTERS, 20).
-define(MAX_METADATA, 30).
-define(MAX_BACKENDS, 10).
-define(MAX_FILE_CHARS, 300).

-spec run(#{limit := pos_integer()}, map()) -> {map(), map()}.
run(#{limit := Limit}, Call) ->
    #{primary := Primary, handlers := Handlers, module_levels := Levels} = logger:get_config(),
    Sorted = lists:sort([{Id, Handler} || #{id := Id} = Handler <- Handlers]),
    Shown = [Handler || {_, Handler} <- lists:sublist(Sorted, Limit)],
    {#{level => maps:get(level, Primary),
       filter_default => maps:get(filter_default, Primary),
       filters => filters(Primary),
       metadata_keys => lists:sublist([Key || Key <- maps:keys(maps:get(metadata, Primary, #{})),
                                              is_atom(Key)], ?MAX_METADATA),
       module_levels => {length(Levels), lists:sublist(lists:sort(Levels), Limit)},
       handlers => [handler(Handler) || Handler <- Shown],
       load => loads(Shown, Call),
       elixir => elixir()}, #{}}.

%% ---------------------------------------------------------------------------

-spec filters(map()) -> [{atom(), mfa() | none}].
filters(Config) ->
    [{Id, called(Function)}
     || {Id, {Function, _}} <- lists:sublist(maps:get(filters, Config, []), ?MAX_FILTERS), is_atom(Id)].

-spec called(term()) -> mfa() | none.
called(Function) when is_function(Function) ->
    [Module, Name, Arity] = [element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]],
    {Module, Name, Arity};
called(_Other) ->
    none.

-spec handler(logger:handler_config()) -> map().
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

%% Those that are shown.
-spec settings() -> [atom()].
settings() ->
    [sync_mode_qlen, drop_mode_qlen, flush_qlen, burst_limit_enable, burst_limit_max_count,
     burst_limit_window_time, overload_kill_enable, overload_kill_qlen, overload_kill_mem_size,
     overload_kill_restart_after, max_no_bytes, max_no_files, filesync_repeat_interval].

-spec destination(map()) -> binary().
destination(#{file := File}) -> cut:chars(File, ?MAX_FILE_CHARS);
destination(#{type := Type}) when is_atom(Type) -> atom_to_binary(Type, utf8);
destination(#{type := {device, _}}) -> <<"device">>;
destination(_Other) -> <<>>.

%% ---------------------------------------------------------------------------
%% Overload protection: handlers that have it run as a process of a known name.

-spec loads([logger:handler_config()], map()) -> [map()].
loads(Handlers, Call) ->
    Named = [{logger_proxy, whereis(logger_proxy)}
             | [{Id, whereis_olp(Module, Id)} || #{id := Id, module := Module} <- Handlers]],
    Known = [{Id, Pid} || {Id, Pid} <- Named, is_pid(Pid)],
    Facts = maps:from_list(servers:facts([Pid || {_, Pid} <- Known], Call)),
    Asked = worker:all([asker(maps:get(Pid, Facts, undefined)) || {_, Pid} <- Known], ?ANSWER_MS, Call),
    [load(Id, Pid, maps:get(Pid, Facts, undefined), Answer)
     || {{Id, Pid}, Answer} <- lists:zip(Known, Asked)].

%% logger_h_common names the process after both.
-spec whereis_olp(module(), atom()) -> pid() | port() | undefined.
whereis_olp(Module, Id) ->
    case names:existing_atom([<<(atom_to_binary(Module, utf8))/binary, "_",
                                (atom_to_binary(Id, utf8))/binary>>]) of
        {ok, Name} -> whereis(Name);
        none -> undefined
    end.

%% One that is busy is not given one message more.
-spec asker(map() | undefined) -> fun(() -> map() | atom()).
asker(#{name := Name} = Facts) when is_atom(Name) ->
    case servers:idle(Facts) of
        true -> fun() -> logger_olp:info(logger_olp:get_ref(Name)) end;
        false -> fun() -> busy end
    end;
asker(_) ->
    fun() -> unknown end.

-spec load(atom(), pid(), map() | undefined, term()) -> map().
load(Id, Pid, Facts, Answer) ->
    Known = case Facts of #{} -> Facts; _ -> #{} end,
    Said = case Answer of {ok, #{} = Map} -> Map; _ -> #{} end,
    #{handler => Id, pid => Pid,
      mailbox => maps:get(mailbox, Known, none),
      current_function => maps:get(function, Known, none),
      mode => maps:get(mode, Said, mode(maps:get(name, Known, none))),
      idle => maps:get(idle, Said, none),
      burst_messages => maps:get(burst_msg_count, Said, none)}.

%% As the handler itself keeps it for those who log, where the release does that.
-spec mode(atom() | []) -> atom().
mode(Name) ->
    case persistent_term:get({logger_olp, Name}, none) of
        Mode when is_atom(Mode) -> Mode;
        _ -> none
    end.

%% ---------------------------------------------------------------------------
%% Elixir's own settings, of which some are older than logger: only these are read
%% from the environment.

-spec elixir() -> [{atom(), atom() | integer() | binary()}].
elixir() ->
    [{Key, Value}
     || Key <- [level, truncate, utc_log, handle_otp_reports, handle_sasl_reports, sync_threshold,
                discard_threshold, discard_threshold_periodic_check, always_evaluate_messages],
        Value <- setting(Key), is_atom(Value) orelse is_integer(Value)]
        ++ [{backend, list_to_binary(lists:join(<<", ">>, [atom_to_binary(Backend, utf8) || Backend <- Names]))}
            || Backends <- setting(backends), is_list(Backends),
               Names <- [[Name || Name <- lists:sublist([backend(B) || B <- Backends], ?MAX_BACKENDS), is_atom(Name)]],
               Names =/= []].

%% [Value] of a key that is set.
-spec setting(atom()) -> [term()].
setting(Key) ->
    ets:select(ac_tab, [{{{env, logger, Key}, '$1'}, [], ['$1']}]).

-spec backend(term()) -> term().
backend({Module, _Name}) -> Module;
backend(Module) -> Module.
