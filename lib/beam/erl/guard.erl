%% Undoes what a probe changed on the node, in whatever way the call ends:
%% answer, deadline, cancellation, or the loss of the link.
%%
%% The guard is a process linked to nobody. The coordinator starts it when the
%% body first asks for protection, and starts another if it is killed. It costs nothing
%% while it waits. If it and the coordinator are killed at the same moment, nothing
%% is undone but what the emulator itself undoes when a process ends: sessions of traces,
%% suspensions, blocked schedulers, monitors.
-module(guard).
-export([protect/2, start/2, add/3, release/3]).
-seldom([start/2, release/3]).
-export_type([guard/0]).

%% The process, and the monitor that the coordinator has on it.
-type guard() :: {pid(), reference()}.

%% How long the end of the call waits for the guard, and the guard for the end of the body. After
%% that, an undo that hangs continues on its own.
-define(UNDO_MS, 5000).
-define(KILL_MS, 5000).

%% For the body, before it changes something: Undo() will run when the call ends.
%% It may run twice.
-spec protect(fun(() -> term()), envelope:call()) -> ok.
protect(Undo, #{coordinator := Coordinator, reference := Reference}) ->
    Coordinator ! {Reference, protect, Undo},
    receive {Reference, protected} -> ok end.

%% For the coordinator: a guard that watches it, with what is to be undone so
%% far, the newest change first.
-spec start(pid(), [fun(() -> term())]) -> guard().
start(Body, Undos) ->
    Coordinator = self(),
    spawn_opt(fun() -> watch(monitor(process, Coordinator), Body, Undos) end,
              [monitor, {priority, high}, envelope:heap_guard()]).

-spec add(guard(), fun(() -> term()), reference()) -> ok.
add({Guard, _Monitor}, Undo, Reference) ->
    Guard ! {add, Undo, Reference},
    ok.

%% Undoes now. Returns when done, or after 5 s; an undo that hangs continues on its own.
-spec release(guard(), pid(), [fun(() -> term())]) -> ok.
release({Guard, Monitor}, Body, Undos) ->
    Guard ! release,
    receive
        {'DOWN', Monitor, process, Guard, normal} -> ok;
        {'DOWN', Monitor, process, Guard, _} -> release(start(Body, Undos), Body, Undos)
    after ?UNDO_MS -> ok
    end.

%% ---------------------------------------------------------------------------

-spec watch(reference(), pid(), [fun(() -> term())]) -> ok.
watch(Monitor, Body, Undos) ->
    receive
        {add, Undo, Reference} ->
            Body ! {Reference, protected},
            watch(Monitor, Body, [Undo | Undos]);
        release ->
            undo(Body, Undos);
        {'DOWN', Monitor, process, _Coordinator, _} ->
            undo(Body, Undos)
    end.

%% The body must be gone first, or it could change things again.
-spec undo(pid(), [fun(() -> term())]) -> ok.
undo(Body, Undos) ->
    exit(Body, kill),
    Monitor = monitor(process, Body),
    receive {'DOWN', Monitor, process, Body, _} -> ok after ?KILL_MS -> ok end,
    lists:foreach(fun apart/1, Undos).

%% Before all that the call may have started; and here, where there is no room for one
%% more process. However long it takes: whom it has to ask may be hung.
apart(Undo) ->
    try spawn_opt(fun() -> catch Undo() end, [monitor, {priority, high}, envelope:heap_guard()]) of
        {Pid, Monitor} -> receive {'DOWN', Monitor, process, Pid, _} -> ok end
    catch
        error:system_limit -> catch Undo()
    end.
