%% What is done to a node, and what lives on it, to make a look hurt. All processes of it
%% begin in this module or have a name with t_ in front.
-module(t_hurt).
-behaviour(gen_server).
-export([share/1, wide/2, begin_with/1, hold/1, release/0, fill_atoms/1]).
-export([run/2, child/1, sleep/0, keep/2, calm/2, hot/1, born/0, dies/0, work/0, write/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, format_status/1, format_status/2, callback_mode/0, idle/3]).

%% What is held or filled; `process` stands still.
-type what() :: processes | ports | dirty | {process, atom()}.

%% N pairs that are 2^N when copied.
-spec share(non_neg_integer()) -> list().
share(N) -> lists:foldl(fun(_, A) -> [A | A] end, [], lists:seq(1, N)).

%% A list that is held Times times: flat 16 * Length * Times bytes.
-spec wide(pos_integer(), pos_integer()) -> [[pos_integer()]].
wide(Length, Times) -> lists:duplicate(Times, lists:seq(1, Length)).

%% Starts each, and waits until it is what it shall be.
-spec begin_with([atom()]) -> ok.
begin_with(Names) -> [start(Name) || Name <- Names], ok.

-spec start(atom()) -> ok.
start(Name) ->
    Self = self(),
    spawn_opt(t_hurt, run, [Self, Name], [{max_heap_size, 0}]),
    receive {ready, Name} -> ok end.

-spec run(pid(), atom()) -> term().
run(Starter, Name) ->
    catch register(Name, self()),
    be(Name, fun() -> Starter ! {ready, Name} end).

%% --- processes that hold what is hard to copy ---

-spec be(atom(), fun(() -> term())) -> term().
be(t_plain, Ready) -> Ready(), sleep();
be(t_dictionary, Ready) -> put(d, share(40)), Ready(), sleep();
be(t_wide_dictionary, Ready) -> put(d, wide(32768, 600)), erlang:garbage_collect(), Ready(), sleep();
be(t_keys, Ready) -> [put(I, I) || I <- lists:seq(1, 1000000)], Ready(), sleep();
be(t_key, Ready) -> put(share(23), 1), Ready(), sleep();
be(t_names, Ready) ->
    put('$initial_call', share(40)), put('$ancestors', share(40)), put('$process_label', share(40)), Ready(), sleep();
be(t_wide_names, Ready) ->
    put('$initial_call', {t_hurt, share(23), 1}), put('$ancestors', [share(23)]), put('$process_label', share(23)),
    Ready(), sleep();
be(t_label, Ready) -> put('$process_label', share(23)), Ready(), sleep();
be(t_stack, Ready) -> S = share(40), Ready(), sleep(), S;
be(t_messages, Ready) -> S = share(40), self() ! S, self() ! {call, S}, self() ! {self(), S}, Ready(), sleep();
be(t_wide_messages, Ready) -> S = wide(32768, 2), [self() ! {job, I, S} || I <- lists:seq(1, 900)], Ready(), sleep();
be(t_binaries, Ready) ->
    T = ets:new(t, []), ets:insert(T, {k, binary:copy(<<0>>, 100)}),
    Bs = [ets:lookup(T, k) || _ <- lists:seq(1, 300000)], Ready(), sleep(), Bs;
be(t_monitors, Ready) ->
    P = whereis(t_plain), [erlang:monitor(process, P) || _ <- lists:seq(1, 300000)], Ready(), sleep();
be(t_caller, Ready) -> S = share(40), Ready(), calls(S, 0);
be(t_mirror, Ready) -> S = share(40), Ready(), mirror(S);
be(t_logger, Ready) -> S = share(40), Ready(), logs(S, 0);
be(t_wide_logger, Ready) -> S = wide(32768, 200), Ready(), logs(S, 0);
be(t_last_words, Ready) -> process_flag(trap_exit, true), Ready(), receive _ -> exit(share(40)) end;
be(t_dying, Ready) ->
    Ready(), crash_often();
be(t_state, Ready) -> server(share(40), Ready);
be(t_wide_state, Ready) -> server(wide(65536, 100), Ready);
be(t_hidden_state, Ready) -> S = share(40), server(fun() -> S end, Ready);
be(t_hibernating, Ready) -> Ready(), gen_server:enter_loop(t_hurt, [], share(40), hibernate);
be(t_status, Ready) -> server({status, share(40)}, Ready);
be(t_statem, Ready) -> Ready(), gen_statem:enter_loop(t_hurt, [], idle, share(40));
be(t_supervisor, Ready) ->
    unregister(t_supervisor),
    {ok, _} = supervisor:start_link({local, t_supervisor}, t_hurt, supervisor), Ready(), sleep();

%% --- tables and configuration ---

be(t_tables, Ready) ->
    [ets:new(N, [named_table, public]) || N <- [t_wide_rows, t_one_row]],
    Row = lists:seq(1, 131072),
    [ets:insert(t_wide_rows, {I, Row}) || I <- lists:seq(1, 40)],
    ets:insert(t_one_row, {key, lists:seq(1, 6000000)}),
    ets:new(t_compressed, [named_table, public, compressed]),
    [ets:insert(t_compressed, {I, [lists:duplicate(65000, 7) || _ <- lists:seq(1, 60)]}) || I <- lists:seq(1, 8)],
    ets:new(t_bag, [named_table, public, duplicate_bag]),
    [ets:insert(t_bag, {key, I, <<0:400>>}) || I <- lists:seq(1, 700000)],
    ets:new(t_keys_table, [named_table, public]),
    [ets:insert(t_keys_table, {{I, lists:seq(1, 500000)}}) || I <- lists:seq(1, 10)],
    garbage_collect(), Ready(), sleep();
be(t_settings, Ready) ->
    Large = lists:seq(1, 3000000),
    application:set_env(kernel, t_large, Large),
    persistent_term:put({t_hurt, lists:seq(1, 100000)}, Large),
    application:load({application, t_application, [{vsn, "1"}, {env, [{large, Large}]}]}),
    case pg:start(pg) of {ok, _} -> ok; {error, _} -> ok end,
    pg:join(lists:seq(1, 1000000), self()),
    global:register_name({t, lists:seq(1, 1000000)}, self()),
    garbage_collect(), Ready(), sleep();

%% --- unrest ---

be(t_storm, Ready) -> Ready(), storm();
be(t_reloader, Ready) ->
    {ok, Beam} = file:read_file(code:which(t_reload)), Ready(), reload(Beam);
be(t_busy, Ready) ->
    [spawn(t_hurt, hot, [0]) || _ <- lists:seq(1, 20)], Ready(), sleep();
be(t_walker, Ready) -> Ready(), calls(small, 0);
be(t_holder, Ready) -> Ready(), held().

-spec sleep() -> ok.
sleep() -> receive {t_hurt, stop} -> ok end.

-spec calls(term(), non_neg_integer()) -> ok.
calls(S, N) -> t_hurt:calm(S, N), receive {t_hurt, stop} -> ok after 10 -> calls(S, N + 1) end.
-spec mirror(term()) -> no_return().
mirror(S) -> self() ! {mirror, S}, receive {mirror, T} -> receive after 10 -> mirror(T) end end.
-spec calm(N, S) -> {N, S}.
calm(S, N) -> {N, S}.

%% Metadata that no type allows is what loggers are to be tried with.
-dialyzer({nowarn_function, logs/2}).
-spec logs(term(), non_neg_integer()) -> no_return().
logs(S, N) ->
    Metadata = #{shared => S, pid => self(), gl => group_leader(), domain => [t], time => erlang:system_time(microsecond),
                 mfa => {t_hurt, logs, 2}},
    case N rem 4 of
        0 -> logger:log(error, "event", [], Metadata);
        1 -> logger:log(error, #{what => event, shared => S}, Metadata);
        2 -> logger:log(error, "event ~p", [S], Metadata);
        3 -> logger:log(error, "event", [], Metadata#{domain => S, time => S, mfa => S})
    end,
    receive after 20 -> logs(S, N + 1) end.

-spec crash_often() -> no_return().
crash_often() -> spawn(t_hurt, dies, []), receive after 20 -> crash_often() end.
-spec dies() -> no_return().
dies() -> receive after 10 -> exit(share(40)) end.

%% Each of these ends within a millisecond; the name goes from one to the next.
-spec storm() -> no_return().
storm() -> [spawn(t_hurt, born, []) || _ <- lists:seq(1, 10)], receive after 1 -> storm() end.
-spec born() -> term().
born() -> catch register(t_flicker, self()), put(x, 1), t_hurt:calm(1, 2).

-spec reload(binary()) -> no_return().
reload(Beam) ->
    code:purge(t_reload), {module, _} = code:load_binary(t_reload, "t_reload.beam", Beam),
    [t_reload:f(N) || N <- lists:seq(1, 5)],
    receive after 5 -> reload(Beam) end.

-spec hot(non_neg_integer()) -> no_return().
hot(N) -> hot(t_hurt:calm(N, N), N).
-spec hot(term(), non_neg_integer()) -> no_return().
hot(_, N) -> hot(N + 1).

%% The scheduler that it runs on does nothing else for about two seconds at a time.
-spec held() -> no_return().
held() -> native(), receive after 30 -> held() end.
-spec native() -> ok.
native() -> native(erlang:monotonic_time(millisecond) + 2000).
-spec native(integer()) -> ok.
native(End) ->
    %% One comparison takes as long as is left, by halves.
    case End - erlang:monotonic_time(millisecond) of
        Left when Left > 0 -> compare(size_for(Left)), native(End);
        _ -> ok
    end.
-spec compare(pos_integer()) -> boolean().
compare(N) -> share(N) =:= share(N).
-spec size_for(pos_integer()) -> pos_integer().
size_for(Ms) when Ms > 1500 -> 28;
size_for(Ms) when Ms > 400 -> 26;
size_for(_) -> 22.

%% --- holding and filling ---

-spec hold(what()) -> ok.
hold(What) ->
    Self = self(),
    spawn_opt(t_hurt, keep, [Self, What], [{priority, high}]),
    receive held -> ok end.

-spec keep(pid(), what()) -> list().
keep(Holder, What) ->
    register(t_keeper, self()),
    Taken = take(What),
    Holder ! held,
    receive release -> free(Taken) end.

-spec release() -> ok.
release() ->
    Keeper = whereis(t_keeper), Ref = erlang:monitor(process, Keeper), Keeper ! release,
    receive {'DOWN', Ref, _, _, _} -> ok end.

-spec take(what()) -> [pid() | port()].
take({process, Name}) -> erlang:suspend_process(whereis(Name)), [];
take(processes) -> spawns([]);
take(ports) -> ports([]);
take(dirty) ->
    [spawn(t_hurt, work, []) || _ <- lists:seq(1, 3 * erlang:system_info(dirty_cpu_schedulers))]
        ++ [spawn(t_hurt, write, [])
            || _ <- lists:seq(1, 3 * erlang:system_info(dirty_io_schedulers))].

-spec work() -> no_return().
work() -> erts_debug:dirty_cpu(wait, 1000), work().
-spec write() -> no_return().
write() -> erts_debug:dirty_io(wait, 1000), write().

-spec free([pid() | port()]) -> list().
free(Keep) -> [case is_port(K) of true -> catch port_close(K); false -> exit(K, kill) end || K <- Keep].

-spec spawns([pid()]) -> [pid()].
spawns(All) ->
    case catch spawn(t_hurt, sleep, []) of
        P when is_pid(P) -> spawns([P | All]);
        _ -> All
    end.

-spec ports([port()]) -> [port()].
ports(All) ->
    case catch open_port({spawn_driver, "ram_file_drv"}, []) of
        P when is_port(P) -> ports([P | All]);
        _ -> All
    end.

-spec fill_atoms(non_neg_integer()) -> ok.
fill_atoms(Leave) ->
    case erlang:system_info(atom_limit) - erlang:system_info(atom_count) of
        Left when Left > Leave -> _ = list_to_atom("t_filled_" ++ integer_to_list(Left)), fill_atoms(Leave);
        _ -> ok
    end.

%% --- callbacks ---

-spec server(term(), fun(() -> term())) -> no_return().
server(State, Ready) -> Ready(), gen_server:enter_loop(t_hurt, [], State).

-spec init(supervisor) -> {ok, {supervisor:sup_flags(), [supervisor:child_spec()]}}.
init(supervisor) ->
    {ok, {#{}, [#{id => Id, start => {t_hurt, child, [Argument]}}
                || {Id, Argument} <- [{share(23), []}, {second, share(40)}]]}}.
-spec child(term()) -> {ok, pid()}.
child(_) -> {ok, spawn_link(t_hurt, sleep, [])}.
-spec handle_call(term(), gen_server:from(), State) -> {reply, ok, State}.
handle_call(_, _, State) -> {reply, ok, State}.
-spec handle_cast(term(), State) -> {noreply, State}.
handle_cast(_, State) -> {noreply, State}.
-spec handle_info(term(), State) -> {noreply, State}.
handle_info(_, State) -> {noreply, State}.
-spec callback_mode() -> state_functions.
callback_mode() -> state_functions.
-spec idle(gen_statem:event_type(), term(), term()) -> keep_state_and_data.
idle(_, _, _) -> keep_state_and_data.
-spec format_status(Status) -> Status when Status :: #{state => term(), message => term(), reason => term(), log => [term()]}.
format_status(Status) -> maps:map(fun(state, {status, S}) -> S; (_, V) -> V end, Status).
-spec format_status(normal | terminate, [term()]) -> term().
format_status(_, [_, State]) -> State.

