%% What a process is, as proc_lib, its callback module or itself has it. From OTP 26.2 on
%% that is read from its dictionary, key by key and of those that are shown only: a
%% copy of a value has no bound (see stacks). Before, a dictionary can be had as a whole
%% only, and is never copied: then the stack tells, where it does.
-module(identity).
-export([of_processes/2, readable/1, by_key/0]).

%% [{Pid, #{initial_call => MFA, ancestors => [pid() | atom()]}}], in the same order; what
%% is not known is missing, and so is one of which nothing can be known. Before
%% OTP 26.2: no ancestors, and the initial calls of gen_servers alone; of other
%% processes of proc_lib the map says #{behaviour => other} instead.
-spec of_processes([pid()], envelope:call()) -> [{pid(), map()}].
of_processes(Pids, Call) ->
    case by_key() of
        true ->
            Items = [{dictionary, '$initial_call'}, {dictionary, '$ancestors'}],
            [{Pid, of_values(Values)} || {Pid, Values} <- sweep:read(Pids, Items, Call)];
        false ->
            Facts = [{Pid, Values} || {Pid, Values} <- sweep:read(Pids, [initial_call], Call)],
            Seen = maps:from_list(seen([Pid || {Pid, [{_, {proc_lib, _, _}}]} <- Facts], 8, Call)),
            [{Pid, case Values of
                       [{_, {proc_lib, _, _}}] -> of_stack(maps:get(Pid, Seen));
                       _ -> #{}
                   end}
             || {Pid, Values} <- Facts,
                not is_list(Values) orelse element(1, element(2, hd(Values))) =/= proc_lib
                    orelse is_known(maps:get(Pid, Seen, none))]
    end.

%% Whether dictionaries can be read by key.
-spec by_key() -> boolean().
by_key() -> readable({dictionary, '$initial_call'}).

%% Whether this release knows an item of process_info/2.
-spec readable(sweep:item()) -> boolean().
readable(Item) ->
    try process_info(self(), Item) of
        _ -> true
    catch
        error:badarg -> false
    end.

%% ---------------------------------------------------------------------------

%% One that was not printed may be a gen_server of any kind.
is_known(none) -> false;
is_known(#{printed := false, module := none, frames := ["gen_server:" ++ _ | _]}) -> false;
is_known(_Seen) -> true.

%% Looks again at those that are just at something else.
seen([], _Looks, _Call) ->
    [];
seen(Pids, Looks, Call) ->
    Seen = stacks:read(Pids, Call),
    case [Pid || {Pid, #{module := none, waits := false}} <- Seen] of
        [_ | _] = Busy when Looks > 1 ->
            receive after 10 -> ok end,
            Again = seen(Busy, Looks - 1, Call),
            [Known || {Pid, _} = Known <- Seen, not lists:keymember(Pid, 1, Again)] ++ Again;
        _ ->
            Seen
    end.

of_values(undefined) -> #{};
of_values(Values) ->
    maps:from_list(
      [{initial_call, Mfa} || {{dictionary, '$initial_call'}, {M, F, A} = Mfa} <- Values,
                              is_atom(M), is_atom(F), is_integer(A)]
      ++ [{ancestors, above(L, 10)} || {{dictionary, '$ancestors'}, L} <- Values]).

%% Anybody can put anything there.
above([Process | Above], Most) when Most > 0, is_pid(Process) orelse is_atom(Process) ->
    [Process | above(Above, Most - 1)];
above(_, _) ->
    [].

of_stack(#{module := none}) -> #{behaviour => other};
of_stack(#{module := 'Elixir.DynamicSupervisor', callback := Callback}) when Callback =/= none ->
    #{initial_call => {supervisor, Callback, 1}};
of_stack(#{module := Module, callback := none}) -> #{initial_call => {Module, init, 1}};
of_stack(#{module := Module, callback := Callback}) -> #{initial_call => {Module, Callback, 1}}.
