%% Which process waits for which. Calls to OTP processes, IO servers, tasks, streams of tasks and
%% connection pools wait in known functions and monitor the callee; a start waits with a link to
%% the new process, from OTP 26 on with a monitor.
%%
%% Runs in the body; workers read the processes (see sweep). Nothing is changed.
-module(waits).
-export([items/0, functions/0, edges/2, chain/2, standing/2]).
-export_type([edge/0]).

%% Maximum monitored processes to look at, to tell which of several a waiter waits for.
-define(MAX_DOUBTFUL, 2000).
%% Maximum processes of a chain: longer ones tell a reader nothing more.
-define(MAX_CHAIN, 16).
%% Minimum age of a cycle: short calls can look like one for a moment.
-define(STANDING_MS, 30).
%% Reductions that two looks may cost a process.
-define(LOOKED_AT_REDUCTIONS, 20).

%% Waiter, the function it waits in, and for whom: one, or several where it monitors
%% several and it cannot be told which is meant. Others than pids are {Name, Node}.
-type edge() :: {pid(), mfa(), [pid() | {atom(), node()}]}.

%% What edges/2 needs to know of a process.
-spec items() -> [sweep:item()].
items() ->
    [current_function, monitors, links].

%% Patterns of the functions.
-spec functions() -> [{module(), atom(), '_'}].
functions() ->
    [{gen, do_call, '_'}, {gen, wait_response, '_'}, {gen, receive_response, '_'},
     {gen_server, receive_response, '_'}, {io, execute_request, '_'},
     {io, wait_io_mon_reply, '_'}, {supervisor, shutdown, '_'},
     {'Elixir.DBConnection.Holder', checkout_call, '_'}, {'Elixir.NimblePool', 'checkout!', '_'},
     {'Elixir.Task.Supervised', stream_reduce, '_'}, {'Elixir.GenStage.Stream', receive_stream, '_'}
     | [{'Elixir.Task', Function, '_'}
        || Function <- [await, await_receive, await_many, yield, yield_receive, yield_many, shutdown_receive]]
     ++ [{Module, Function, '_'} || {Module, Function} <- relays()]
     ++ [{proc_lib, Function, '_'}
         || Function <- [sync_start, sync_start_link, sync_start_monitor, sync_wait]]].

%% Where a process waits that runs a stream for another one: that monitors it, and it that.
relays() ->
    [{'Elixir.Task.Supervised', stream_monitor_loop}, {'Elixir.GenStage.Stream', loop_monitor}].

%% The edges that lead from some processes, given what these say of items/0.
-spec edges([{pid(), [tuple()] | undefined}], envelope:call()) -> [edge()].
edges(Rows, Call) ->
    Waiting = waiting(Rows),
    For = served([Pid || {Pid, [{_, {Module, Function, _}} | _]} <- Waiting, lists:member({Module, Function}, relays())], Call),
    Raw = [{Pid, Mfa, targets(Mfa, Monitors, Links) -- maps:get(Pid, For, [])}
           || {Pid, [{_, Mfa}, {_, Monitors}, {_, Links}]} <- Waiting],
    Doubtful = [Target || {_, _, [_, _ | _] = Targets} <- Raw, Target <- Targets,
                          is_pid(Target), node(Target) =:= node()],
    Signs = signs(lists:sublist(lists:usort(Doubtful), ?MAX_DOUBTFUL), Call),
    [{Pid, Mfa, likely(Mfa, Targets, Signs)} || {Pid, Mfa, [_ | _] = Targets} <- Raw].

%% From a process on, the edges that follow each other: up to sixteen, or until one
%% leads back to where the chain has been, and stands: {Edges, cycle | open}.
-spec chain(pid(), envelope:call()) -> {[edge()], cycle | open}.
chain(Pid, Call) ->
    chain(Pid, [], Call).

%% Those rings of processes in which each waits for the next, the last for the first, and
%% none has moved between two looks at all of them.
-spec standing([[pid()]], envelope:call()) -> [[pid()]].
standing([], _Call) ->
    [];
standing(Rings, Call) ->
    Pids = lists:usort(lists:append(Rings)),
    Look = fun() -> maps:from_list(sweep:read(Pids, [reductions | items()], Call)) end,
    Before = Look(),
    timer:sleep(?STANDING_MS),
    After = Look(),
    Next = maps:from_list([{From, Targets} || {From, _, Targets} <-
                                                  edges([{Pid, Said} || {Pid, [_ | Said]} <- maps:to_list(Before)], Call)]),
    [Ring || Ring <- Rings,
             lists:all(fun({From, To}) ->
                               lists:member(To, maps:get(From, Next, []))
                                   andalso stands(maps:get(From, Before), maps:get(From, After, undefined))
                       end, lists:zip(Ring, tl(Ring) ++ [hd(Ring)]))].

%% To be looked at costs a process a few reductions.
stands([{_, Before} | Said], [{_, After} | Said]) -> After - Before =< ?LOOKED_AT_REDUCTIONS;
stands(_Before, _After) -> false.

%% ---------------------------------------------------------------------------

-dialyzer({no_improper_lists, waiting/1}).
waiting(Rows) ->
    bulk:select(Rows, [{{'_', [{'_', Function} | '_']}, [], ['$_']} || Function <- functions()]).

%% #{Pid => Who monitors it}
served(Pids, Call) ->
    maps:from_list([{Pid, By} || {Pid, [{_, By}]} <- sweep:read(lists:sublist(Pids, ?MAX_DOUBTFUL), [monitored_by], Call)]).

%% The newest link is the one to the process that is being started.
-spec targets(mfa(), [term()], [term()]) -> [pid() | {atom(), node()}].
targets({proc_lib, _, _}, [], Links) ->
    case [Pid || Pid <- Links, is_pid(Pid), node(Pid) =:= node()] of
        [] -> [];
        Pids -> [lists:max(Pids)]
    end;
targets(_Mfa, Monitors, _Links) ->
    [Target || {process, Target} <- Monitors].

%% Calls go to OTP processes; and one that is called has something to do, more often
%% than not.
-spec likely(mfa(), [Target], #{Target => other | idle | busy}) -> [Target].
likely(_Mfa, [Target], _Signs) ->
    [Target];
likely({Module, _, _}, Targets, Signs) ->
    Able = case Module of
               gen -> without(other, Targets, Signs);
               _ -> Targets
           end,
    lists:sublist(without(idle, Able, Signs), 5).

-spec without(other | idle, [Target], #{Target => other | idle | busy}) -> [Target].
without(Sign, Targets, Signs) ->
    case [Target || Target <- Targets, maps:get(Target, Signs, none) =/= Sign] of
        [] -> Targets;
        Left -> Left
    end.

%% #{Pid => other | idle | busy}: no OTP process; one that waits, but for no answer, and
%% has no messages; one that has something to do.
-spec signs([pid()], envelope:call()) -> #{pid() => other | idle | busy}.
signs([], _Call) ->
    #{};
signs(Pids, Call) ->
    Rows = sweep:read(Pids, [current_function, initial_call, status, message_queue_len], Call),
    Waiting = maps:from_list([{Pid, true} || {Pid, _} <- waiting(Rows)]),
    maps:from_list([{Pid, if
                              element(1, Initial) =/= proc_lib -> other;
                              Mailbox =:= 0, Status =:= waiting, not is_map_key(Pid, Waiting) -> idle;
                              true -> busy
                          end}
                    || {Pid, [_, {_, Initial}, {_, Status}, {_, Mailbox}]} <- Rows]).

-spec chain(pid(), [edge()], envelope:call()) -> {[edge()], cycle | open}.
chain(_Pid, Edges, _Call) when length(Edges) >= ?MAX_CHAIN ->
    {lists:reverse(Edges), open};
chain(Pid, Edges, Call) ->
    case lists:keymember(Pid, 1, Edges) of
        true ->
            Ring = lists:dropwhile(fun(P) -> P =/= Pid end, [From || {From, _, _} <- lists:reverse(Edges)]),
            {lists:reverse(Edges), case standing([Ring], Call) of [] -> open; _ -> cycle end};
        false ->
            case edges(sweep:read([Pid], items(), Call), Call) of
                [{Pid, _, [Target | _]} = Edge] when is_pid(Target), node(Target) =:= node() ->
                    chain(Target, [Edge | Edges], Call);
                Last ->
                    {lists:reverse(Edges, Last), open}
            end
    end.
