%% Counts the events that a node logs, by call counters in the emulator. From OTP 27 on in a trace
%% session of ours. Before, a function has one counter: the first call that needs it starts a
%% keeper process, which sets the counter and removes it when no call needs it any more.
-module(log_total).
-export([open/1, read/1, close/1]).
-export_type([total/0]).

%% A session of ours; or the keeper of the one counter, with what it has counted before.
-type total() :: {session, call_counts:counter()} | {pid(), #{mfa() => non_neg_integer()}}.

%% How long a keeper waits for the body that started it, which may have been killed meanwhile.
%% If the keeper itself is killed, the counter stays set: it costs each log event what a counted
%% call costs, and the next keeper takes it for somebody else's.
-define(FIRST_USER_MS, 5000).

%% Counts from now on, until it is closed or the call ends.
-spec open(envelope:call()) -> total().
open(Call) ->
    case trace_backend:sessions() of
        true ->
            {session, call_counts:open([{Function, [Function]} || Function <- logging()], Call)};
        false ->
            Keeper = keeper(),
            Body = self(),
            guard:protect(fun() -> tell(Keeper, unlink, Body) end, Call),
            {Keeper, counted(logging())}
    end.

%% `unknown` if somebody else has removed the counter.
-spec read(total()) -> non_neg_integer() | unknown.
read({session, Counter}) ->
    highest([Calls || {_, Calls} <- call_counts:read(Counter)]);
read({_Keeper, Before}) ->
    highest([Calls - maps:get(Function, Before, 0) || {Function, Calls} <- maps:to_list(counted(logging()))]).

-spec close(total()) -> term().
close({session, Counter}) -> call_counts:close(Counter);
close({Keeper, _Before}) -> tell(Keeper, unlink, self()).

%% ---------------------------------------------------------------------------

%% Functions that every event at or above the log level goes through; which one depends on the release.
logging() ->
    [Function || Arity <- [2, 3], Function <- [{logger_backend, log_allowed, Arity}],
                 erlang:function_exported(logger_backend, log_allowed, Arity)].

highest([]) -> unknown;
highest(Counts) ->
    case [Count || Count <- Counts, is_integer(Count), Count >= 0] of
        [] -> unknown;
        Known -> lists:max(Known)
    end.

counted(Functions) ->
    maps:from_list([{Function, Calls}
                    || {Function, Calls} <- lists:zip(Functions, infos(Functions, call_count)),
                       is_integer(Calls)]).

%% The one of this node, once it knows of us.
keeper() ->
    Keeper = case whereis(beamtap_log_0) of
                 undefined -> spawn_opt(fun() -> start() end, [{priority, high}, envelope:heap_guard()]);
                 Known -> Known
             end,
    case tell(Keeper, link, self()) of
        ok ->
            %% By this it is known as ours as long as the one that spawned it lives; see ours.erl.
            monitor(process, Keeper),
            Keeper;
        %% Somebody was faster, or it has just ended.
        ended -> keeper()
    end.

%% Returns once the keeper knows; it removes the counter if no other call needs it.
-spec tell(pid(), link | unlink, pid()) -> ok | ended.
tell(Keeper, What, User) ->
    Monitor = monitor(process, Keeper),
    Keeper ! {What, User, self(), Monitor},
    receive
        {Monitor, ok} -> demonitor(Monitor, [flush]), ok;
        {'DOWN', Monitor, process, Keeper, _} -> ended
    end.

start() ->
    try register(beamtap_log_0, self()) of
        true ->
            Functions = logging(),
            %% Somebody else's counter is read, and left as it is. To set one would end the
            %% trace of calls from other modules.
            Ours = [Function || {Function, Calls, Traced} <- lists:zip3(Functions, infos(Functions, call_count),
                                                                        infos(Functions, traced)),
                                Calls =:= false, Traced =/= global],
            [erlang:trace_pattern(Function, true, [call_count]) || Function <- Ours],
            receive {link, _, _, _} = Request -> keep(serve(Request, #{}), Ours)
            after ?FIRST_USER_MS -> stop(Ours)
            end
    catch
        error:badarg -> ok
    end.

keep(Users, Ours) when map_size(Users) =:= 0 ->
    stop(Ours);
keep(Users, Ours) ->
    receive
        {unlink, User, From, Reference} when map_size(Users) =:= 1, is_map_key(User, Users) ->
            stop(Ours),
            From ! {Reference, ok};
        {_, _, _, _} = Request ->
            keep(serve(Request, Users), Ours);
        {'DOWN', _, process, User, _} ->
            keep(maps:remove(User, Users), Ours);
        _ ->
            keep(Users, Ours)
    end.

serve({What, User, From, Reference}, Users) ->
    From ! {Reference, ok},
    case What of
        link -> Users#{User => monitor(process, User)};
        _ -> maps:remove(User, Users)
    end.

stop(Ours) ->
    [erlang:trace_pattern(Function, false, [call_count]) || Function <- Ours],
    ok.

infos(Functions, Item) ->
    trace_backend:infos(shared, Functions, Item).
