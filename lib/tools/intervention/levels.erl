%% Log levels, and loans of levels: changes until a given time, or until the link to the node that
%% asked is lost. A keeper process, one per node and only while there are loans, restores the
%% levels. It outlives the probe; if it is killed, a watcher restores them at once.
-module(levels).
-export([read/1, write/2, lend/4, settle/1]).

-define(FIRST_MS, 5000). % for the first request to reach a keeper

%% What was before, what is now, until when, and for which node or `none`.
-type loans() :: #{target() => #{before := term(), level := atom(), until := integer(), owner := node() | none}}.
-type target() :: primary | {module, module()} | {handler, atom()}.

%% The level now; `unset` for a module that has none of its own, `none_such` without
%% the handler.
-spec read(target()) -> atom().
read(primary) ->
    #{level := Level} = logger:get_primary_config(),
    Level;
read({module, Module}) ->
    case logger:get_module_level(Module) of
        [{Module, Level}] -> Level;
        [] -> unset
    end;
read({handler, Id}) ->
    case logger:get_handler_config(Id) of
        {ok, #{level := Level}} -> Level;
        {ok, _} -> all;
        {error, _} -> none_such
    end.

-spec write(target(), atom()) -> ok | {error, term()}.
write(primary, Level) -> logger:set_primary_config(level, Level);
write({module, Module}, unset) -> logger:unset_module_level(Module);
write({module, Module}, Level) -> logger:set_module_level(Module, Level);
write({handler, Id}, Level) -> logger:set_handler_config(Id, level, Level).

%% Sets a level until a time. Restores the level from before the first loan.
-spec lend(target(), atom(), pos_integer(), node() | none) -> ok.
lend(Target, Level, Ms, Owner) ->
    request({lend, Target, Level, envelope:now_ms() + Ms, Owner}).

%% Ends a loan without restoring, because the level is about to be set permanently.
-spec settle(target()) -> ok.
settle(Target) ->
    case whereis(beamtap_levels) of
        undefined -> ok;
        _ -> request({settle, Target})
    end.

%% ---------------------------------------------------------------------------

%% A keeper without loans ends, perhaps at this very moment: then another is started.
-spec request(tuple()) -> ok.
request(Request) ->
    Keeper = case whereis(beamtap_levels) of
                 undefined -> spawn_opt(fun begin_to_keep/0, [envelope:heap_guard()]);
                 Known -> Known
             end,
    Monitor = monitor(process, Keeper),
    Keeper ! {Request, self(), Monitor},
    receive
        {Monitor, done} -> demonitor(Monitor, [flush]), ok;
        {'DOWN', Monitor, process, Keeper, _} -> request(Request)
    end.

-spec begin_to_keep() -> ok.
begin_to_keep() ->
    process_flag(trap_exit, true),
    try register(beamtap_levels, self()) of
        true -> first(watched(#{}))
    catch
        error:badarg -> ok
    end.

first(Watcher) ->
    receive {_, _, _} = Request -> keep(answer(Request, #{}, Watcher), Watcher)
    after ?FIRST_MS -> ok
    end.

-spec keep(#{target() => map()}, {pid(), reference()}) -> ok.
keep(Loans, _Watcher) when map_size(Loans) =:= 0 ->
    ok;
keep(Loans, {Pid, Monitor} = Watcher) ->
    Next = lists:min([Until || #{until := Until} <- maps:values(Loans)]),
    receive
        {nodedown, Node} ->
            keep(back(fun(#{owner := Owner}) -> Owner =:= Node end, Loans, Watcher), Watcher);
        {'DOWN', Monitor, process, Pid, _} ->
            keep(Loans, watched(Loans));
        {Request, From, Reference} ->
            keep(answer({Request, From, Reference}, Loans, Watcher), Watcher);
        _ ->
            keep(Loans, Watcher)
    after erlang:max(0, Next - envelope:now_ms()) ->
        Now = envelope:now_ms(),
        keep(back(fun(#{until := Until}) -> Until =< Now end, Loans, Watcher), Watcher)
    end.

-spec answer({term(), pid(), reference()}, loans(), {pid(), reference()}) -> loans().
answer({Request, From, Reference}, Loans, Watcher) ->
    Loans1 = serve(Request, Loans, Watcher),
    From ! {Reference, done},
    Loans1.

-spec serve(term(), loans(), {pid(), reference()}) -> loans().
serve({lend, Target, Level, Until, Owner}, Loans, Watcher) ->
    Before = case Loans of #{Target := #{before := First}} -> First; _ -> read(Target) end,
    Loans1 = Loans#{Target => #{before => Before, level => Level, until => Until, owner => Owner}},
    Owner =:= none orelse monitor_node(Owner, true),
    told(Loans1, Watcher),
    write(Target, Level),
    Loans1;
serve({settle, Target}, Loans, Watcher) ->
    told(maps:remove(Target, Loans), Watcher).

%% Restores the levels of loans that are over, except those that somebody has changed since.
-spec back(fun((map()) -> boolean()), loans(), {pid(), reference()}) -> loans().
back(Over, Loans, Watcher) ->
    Ended = maps:filter(fun(_, Loan) -> Over(Loan) end, Loans),
    maps:map(fun(Target, Loan) -> restore(Target, Loan) end, Ended),
    told(maps:without(maps:keys(Ended), Loans), Watcher).

restore(Target, #{before := Before, level := Level}) ->
    read(Target) =:= Level andalso write(Target, Before).

told(Loans, {Pid, _Monitor}) ->
    Pid ! {loans, Loans},
    Loans.

watched(Loans) ->
    Keeper = self(),
    spawn_opt(fun() -> watch(monitor(process, Keeper), Loans) end, [monitor, envelope:heap_guard()]).

watch(Monitor, Loans) ->
    receive
        {loans, Now} -> watch(Monitor, Now);
        {'DOWN', Monitor, process, _, _} ->
            maps:map(fun(Target, Loan) -> restore(Target, Loan) end, Loans)
    end.
