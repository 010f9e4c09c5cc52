%% Processes of ours that keep others suspended. The emulator resumes a process when
%% whoever suspended it ends, in whatever way; and ours end when their time is over,
%% when the link to those who asked is lost, and when the other process ends.
-module(suspensions).
-export([start/4, of_process/2, stop/1]).

%% The keeper, once the process is suspended. `no_answer`: it is inside native code.
-spec start(pid(), pos_integer(), node() | none, pos_integer()) -> {ok, pid()} | no_answer | gone.
start(Pid, Ms, Owner, PatienceMs) ->
    Body = self(),
    {Keeper, Monitor} = spawn_opt(fun() -> keep(Pid, Ms, Owner, Body) end,
                                  [monitor, {priority, high}, {fullsweep_after, sign()}, envelope:heap_guard()]),
    receive
        {Keeper, suspended} ->
            Keeper ! {Body, keep},
            demonitor(Monitor, [flush]),
            {ok, Keeper};
        {'DOWN', Monitor, process, Keeper, _} ->
            gone
    after PatienceMs ->
        %% With it ends what it has asked for.
        exit(Keeper, kill),
        receive {'DOWN', Monitor, process, Keeper, _} -> no_answer end
    end.

%% {Keepers of ours, Others} who keep the process suspended; each of them monitors or
%% is linked to it, or is not found.
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
    after 2000 -> exit(Keeper, kill), ok
    end.

%% ---------------------------------------------------------------------------

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

%% A setting that does nothing to such a process, and that nobody else has.
sign() -> 47719.

is_ours(Pid, Call) ->
    case sweep:read([Pid], [garbage_collection], Call) of
        [{Pid, [{_, Settings}]}] -> lists:keyfind(fullsweep_after, 1, Settings) =:= {fullsweep_after, sign()};
        _ -> false
    end.
