%% Keepers: small processes of ours, each of which keeps one process suspended. They outlive the
%% probe, and end when their time is over, when the link to the node that asked is lost, or when
%% the other process ends. When a keeper ends, for whatever reason, the emulator resumes the
%% process.
-module(suspensions).
-export([start/4, of_process/2, stop/1]).

-define(STOP_MS, 2000).
-define(SIGN, 47719). % marks a keeper: a setting without effect here, and a value nobody else uses

%% The keeper, once the process is suspended. `no_answer`: it is inside native code.
-spec start(pid(), pos_integer(), node() | none, pos_integer()) -> {ok, pid()} | no_answer | gone.
start(Pid, Ms, Owner, PatienceMs) ->
    Body = self(),
    {Keeper, Monitor} = spawn_opt(fun() -> keep(Pid, Ms, Owner, Body) end,
                                  [monitor, {priority, high}, {fullsweep_after, ?SIGN}, envelope:heap_guard()]),
    receive
        {Keeper, suspended} ->
            Keeper ! {Body, keep},
            demonitor(Monitor, [flush]),
            {ok, Keeper};
        {'DOWN', Monitor, process, Keeper, _} ->
            gone
    after PatienceMs ->
        %% What it has asked for ends with it.
        exit(Keeper, kill),
        receive {'DOWN', Monitor, process, Keeper, _} -> no_answer end
    end.

%% {Keepers of ours, Others} that keep the process suspended. Those that neither monitor it nor
%% are linked to it are not found.
-spec of_process(pid(), envelope:call()) -> {[pid()], [pid()]}.
of_process(Pid, Call) ->
    [{Pid, [{_, Watchers}, {_, Links}]}] =
        case sweep:read([Pid], [monitored_by, links], Call) of
            [{Pid, [_, _]}] = Known -> Known;
            [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
            [] -> envelope:refuse(no_answer, Pid)
        end,
    Near = [P || P <- lists:usort(Watchers ++ Links), is_pid(P), node(P) =:= node(), P =/= self()],
    Suspenders = [P || {P, [{suspending, Suspended}]} <- sweep:read(Near, [suspending], Call),
                       lists:keymember(Pid, 1, Suspended)],
    lists:partition(fun(P) -> is_ours(P, Call) end, Suspenders).

%% Returns when the keeper has gone, and the process runs again.
-spec stop(pid()) -> ok.
stop(Keeper) ->
    Monitor = monitor(process, Keeper),
    Keeper ! resume,
    receive {'DOWN', Monitor, process, Keeper, _} -> ok
    after ?STOP_MS -> exit(Keeper, kill), ok
    end.

%% ---------------------------------------------------------------------------

-spec keep(pid(), pos_integer(), node() | none, pid()) -> term().
keep(Pid, Ms, Owner, Body) ->
    Monitor = monitor(process, Pid),
    Owner =:= none orelse monitor_node(Owner, true),
    %% Without that option it waits as long as native code runs, and raises internal_error
    %% then (25, 27).
    erlang:suspend_process(Pid, [{asynchronous, Monitor}]),
    kept(Monitor, monitor(process, Body), Pid, Body) andalso
        receive
            resume -> ok;
            {nodedown, Owner} -> ok;
            {'DOWN', Monitor, process, Pid, _} -> ok
        after Ms -> ok
        end.

%% Whether it is suspended, and somebody still wants it to be. The emulator answers badarg
%% for a process that has ended. Of one that leaves native code just then OTP 25 and 27 say
%% not_suspended, though it is.
-spec kept(reference(), reference(), pid(), pid()) -> boolean().
kept(Monitor, BodyMonitor, Pid, Body) ->
    receive
        {'DOWN', BodyMonitor, process, Body, _} -> false;
        {'DOWN', Monitor, process, Pid, _} -> false;
        {Monitor, badarg} -> false;
        {Monitor, _} ->
            Body ! {self(), suspended},
            receive
                {Body, keep} -> demonitor(BodyMonitor, [flush]);
                {'DOWN', BodyMonitor, process, Body, _} -> false
            end
    end.

-spec is_ours(pid(), envelope:call()) -> boolean().
is_ours(Pid, Call) ->
    case sweep:read([Pid], [garbage_collection], Call) of
        [{Pid, [{_, Settings}]}] -> lists:keyfind(fullsweep_after, 1, Settings) =:= {fullsweep_after, ?SIGN};
        _ -> false
    end.
