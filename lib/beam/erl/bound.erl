%% Runs work on each scheduler at normal priority, so a delay there is one that every process has.
%%
%% The body starts the workers and waits for them. Each is linked to the coordinator, so it ends with
%% the call even if the body cannot kill it; on a blocked scheduler it ends once that is free.
-module(bound).
-export([start/3, results/2]).
-export_type([worker/0]).

%% By the number of its scheduler.
-type worker() :: {pos_integer(), {pid(), reference()}}.

%% Starts one worker per scheduler, on at most this many; see results/2.
-spec start(fun(() -> term()), pos_integer(), envelope:call()) -> [worker()].
start(Fun, Most, #{coordinator := Coordinator}) ->
    [{Id, spawn_opt(fun() ->
                            link(Coordinator),
                            Result = Fun(),
                            unlink(Coordinator),
                            exit({done, Result})
                    end, [monitor, envelope:heap_guard(), {scheduler, Id}])}
     || Id <- lists:seq(1, erlang:min(Most, erlang:system_info(schedulers_online)))].

%% [{Scheduler, {ok, Result} | no_answer}] once all are done, or after this many ms.
-spec results([worker()], non_neg_integer()) -> [{pos_integer(), {ok, term()} | no_answer}].
results(Workers, Ms) ->
    [receive
         {'DOWN', Monitor, process, Pid, {done, Result}} -> {Id, {ok, Result}};
         {'DOWN', Monitor, process, Pid, _} -> {Id, no_answer}
     after Ms ->
         exit(Pid, kill),
         demonitor(Monitor, [flush]),
         {Id, no_answer}
     end || {Id, {Pid, Monitor}} <- Workers].
