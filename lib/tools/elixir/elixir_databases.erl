%% Pools of databases: who holds their connections, as the tables of DBConnection have it in which
%% they are handed over (from 2.0 on), and who waits for one. No pool is asked, and the state of no
%% connection is read.
%%
%% Workers read the tables, and print the stacks of those who hold or wait (see backtraces). Nothing
%% is changed.
-module(elixir_databases).
-export([pools/2, repos/1, connections/4]).
-export_type([pools/0]).
-optional([{'Elixir.Ecto.Repo.Registry', all_running, 0}, {'Elixir.Ecto.Repo.Registry', lookup, 1}]).

-define(TABLES_MS, 1000).

%% Repositories with their pools and sizes, `none` for a pool without one; connections with pool, holder
%% (the pool itself, of one that is idle) and the ms until they have to be given back; for which pool who waits.
-type pools() :: {[{atom() | pid() | none, pid() | none, pos_integer() | none}],
                  [{pid(), pid(), non_neg_integer() | none}], #{pid() => pid()}}.

%% The pools, or why nothing is known of any.
-spec pools(map(), envelope:call()) -> pools() | absent | no_answer.
pools(#{waiting := Waiting}, Call) ->
    Held = held(Call),
    Waits = maps:from_list([{Pid, Pool} || {Pid, _, [Pool | _]} <- waits:edges(sweep:read(Waiting, waits:items(), Call), Call)]),
    Repos = case erlang:function_exported('Elixir.Ecto.Repo.Registry', all_running, 0) of
                false -> absent;
                true ->
                    case worker:one(fun() -> [repo(Repo) || Repo <- 'Elixir.Ecto.Repo.Registry':all_running()] end, 1000, Call) of
                        {ok, Running} -> Running;
                        _ -> no_answer
                    end
            end,
    Owned = case Repos of [_ | _] -> [Pool || {_, Pool, _} <- Repos]; _ -> [] end,
    Others = lists:usort([Pool || {Pool, _, _} <- Held] ++ maps:values(Waits)) -- Owned,
    case is_list(Repos) orelse Others =/= [] of
        true -> {[Repo || is_list(Repos), Repo <- Repos] ++ [{none, Pool, none} || Pool <- Others], Held, Waits};
        false -> Repos
    end.

-spec repos(pools() | absent | no_answer) -> get_elixir_overview:rows().
repos({Repos, Held, Waits}) ->
    Waiting = maps:values(Waits),
    {length(Repos), [repo, pool, size, idle, busy, waiting],
     [begin
          Holders = [Holder || {Of, Holder, _} <- Held, Of =:= Pool],
          Idle = length([Pool || Holder <- Holders, Holder =:= Pool]),
          [Repo, Pool, Size, Idle, length(Holders) - Idle, length([P || P <- Waiting, P =:= Pool])]
      end || {Repo, Pool, Size} <- Repos]};
repos(Silent) ->
    Silent.

%% The fields of who holds connections, longest first, and of who waits.
-spec connections(pools() | absent | no_answer, map(), pos_integer(), envelope:call()) ->
          [{atom(), get_elixir_overview:rows()}].
connections({Repos, Held, Waits}, #{facts := Known}, Limit, Call) ->
    Busy = [Row || {Pool, Holder, _} = Row <- Held, Pool =/= Holder],
    Facts = maps:merge(backtraces:read(lists:sublist([Holder || {_, Holder, _} <- Busy], 10 * Limit) -- maps:keys(Known), Call), Known),
    Of = maps:from_list([{Pool, Repo} || {Repo, Pool, _} <- Repos]),
    Said = fun(Pid) -> maps:get(Pid, Facts, #{}) end,
    Holding = lists:reverse(lists:sort([{backtraces:age_ms(maps:get(checkout, Said(Pid), none)), Left, Pid, Pool} || {Pool, Pid, Left} <- Busy])),
    Asking = lists:reverse(lists:sort([{backtraces:waited(Said(Pid)), Pid, Pool} || {Pid, Pool} <- maps:to_list(Waits)])),
    Some = lists:sublist(Holding, Limit),
    Now = elixir_web:doing([Pid || {_, _, Pid, _} <- Some], Call),
    [{connections, {length(Holding), [holder, repo, pool, held_ms, left_ms, in, request_id, current_function, memory_bytes, statement, route],
                    [[Pid, maps:get(Pool, Of, none), Pool, Age, Left, elixir_web:in(Pid, Said(Pid), Call), maps:get(request_id, Said(Pid), none)
                      | maps:get(Pid, Now, [none, none])] ++ [maps:get(Key, Said(Pid), none) || Key <- [statement, route]]
                     || {Age, Left, Pid, Pool} <- Some]}},
     {waiting, {length(Asking), [waiter, repo, pool, waited_ms, left_ms, in, request_id, route],
                [[Pid, maps:get(Pool, Of, none), Pool, Age, Left, elixir_web:in(Pid, Said(Pid), Call) | [maps:get(Key, Said(Pid), none) || Key <- [request_id, route]]]
                 || {{Age, Left}, Pid, Pool} <- lists:sublist(Asking, Limit)]}}];
connections(Silent, _Crowd, _Limit, _Call) ->
    [{connections, Silent}].

%% ---------------------------------------------------------------------------

%% Runs in a worker.
repo(Repo) ->
    try 'Elixir.Ecto.Repo.Registry':lookup(Repo) of
        #{pid := Pool} = Meta -> {Repo, Pool, proplists:get_value(pool_size, maps:get(opts, Meta, []), none)};
        _ -> {Repo, none, none}
    catch
        _:_ -> {Repo, none, none}
    end.

-spec held(envelope:call()) -> [{pid(), pid(), non_neg_integer() | none}].
held(Call) ->
    Tables = ets:all(),
    Names = bulk:ask(fun(Some) -> lists:zipwith(fun ets:info/2, Some, lists:duplicate(length(Some), name)) end, Tables, Call),
    Holders = bulk:select(lists:zip(Names, Tables), [{{'Elixir.DBConnection.Holder', '$1'}, [], ['$1']}]),
    Look = fun() -> lists:append([row(Table) || Table <- Holders]) end,
    case worker:one(Look, ?TABLES_MS, Call) of
        {ok, Rows} -> Rows;
        _ -> []
    end.

%% A table ends with its connection, and its elements are public: anything else may be there.
row(Table) ->
    try {ets:info(Table, heir), ets:info(Table, owner), deadline(Table)} of
        {Pool, Holder, Deadline} when is_pid(Pool), is_pid(Holder) ->
            [{Pool, Holder, case is_reference(Deadline) andalso erlang:read_timer(Deadline) of
                                Left when is_integer(Left) -> Left;
                                false -> none
                            end}];
        _ -> []
    catch
        error:_ -> []
    end.

%% {conn, Connection, Module, State, Lock, Since 2.4.1: Time, Deadline, Status}.
deadline(Table) ->
    try ets:lookup_element(Table, conn, 8) of
        _ -> ets:lookup_element(Table, conn, 7)
    catch
        error:badarg -> ets:lookup_element(Table, conn, 6)
    end.
