%% What a process is: its initial call, ancestors and label. From OTP 26.2 on these are read from its
%% dictionary, key by key, and only for processes that are shown: the copy of a value has no size
%% limit (see stacks). Before, a dictionary can only be copied whole, which is never done: then
%% the stack shows some of it.
%%
%% Runs in the body, which has workers look (see sweep, stacks). Nothing is changed.
-module(identity).
-export([of_processes/2, named/2, readable/1, by_key/0]).

%% How often and after which pause those that are at something else are looked at again: a server is
%% seen at its work for a moment, as a rule.
-define(LOOKS, 8).
-define(PAUSE_MS, 10).
%% Most ancestors and callers in an answer: a process can put any number of them into its dictionary.
-define(MAX_ABOVE, 10).

%% [{Pid, #{initial_call => MFA, ancestors => [pid() | atom()], callers => [pid() | atom()]}}], in the same order; what
%% is not known is missing, and so is one of which nothing can be known. Before
%% OTP 26.2: no ancestors, and the initial calls of gen_servers alone; of other
%% processes of proc_lib the map says #{behaviour => other} instead.
-spec of_processes([pid()], envelope:call()) -> [{pid(), map()}].
of_processes(Pids, Call) ->
    case by_key() of
        true ->
            Items = [{dictionary, '$initial_call'}, {dictionary, '$ancestors'}, {dictionary, '$callers'}],
            [{Pid, of_values(Values)} || {Pid, Values} <- sweep:read(Pids, Items, Call)];
        false ->
            of_stacks(sweep:read(Pids, [initial_call, current_stacktrace], Call), Call)
    end.

%% [{Pid, Registered name or [], Initial call}] of those that live. One whose heap is large,
%% and so its dictionary not read, is known by name at least.
-spec named([pid()], envelope:call()) -> [{pid(), atom() | [], mfa()}].
named(Pids, Call) ->
    Identities = maps:from_list(of_processes(Pids, Call)),
    [{Pid, Name, maps:get(initial_call, maps:get(Pid, Identities, #{}), First)}
     || Pid <- Pids,
        [{_, Name}, {_, First}] <- [process_info(Pid, [registered_name, initial_call])]].

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

-dialyzer({no_improper_lists, of_stacks/2}).
%% Where a stack is known down to where proc_lib started the process, with no gen_server on the
%% way, there is nothing to print; a longer stack is not told to its end.
-spec of_stacks([{pid(), [tuple()] | undefined}], envelope:call()) -> [{pid(), map()}].
of_stacks(Facts, Call) ->
    {Pids, Stacks} = lists:unzip(bulk:select(Facts, [{{'$1', [{'_', {proc_lib, '_', '_'}}, {'_', '$2'}]}, [], [{{'$1', '$2'}}]}])),
    Number = length(Pids),
    Served = lists:zipwith3(fun lists:keymember/3, lists:duplicate(Number, gen_server), lists:duplicate(Number, 1), Stacks),
    Plain = bulk:select(lists:zip3(Pids, lists:map(fun lists:reverse/1, Stacks), Served),
                        [{{'$1', [{proc_lib, Function, '_', '_'} | '_'], false}, [], ['$1']}
                         || Function <- [init_p, init_p_do_apply]]),
    Printed = Pids -- Plain,
    Said = maps:from_list(lists:zip(Printed, lists:duplicate(length(Printed), none))
                          ++ lists:zip(Plain, lists:duplicate(length(Plain), #{behaviour => other}))
                          ++ [{Pid, of_stack(Known)} || {Pid, Known} <- seen(Printed, ?LOOKS, Call), is_known(Known)]),
    {All, _} = lists:unzip(Facts),
    Each = lists:zipwith3(fun maps:get/3, All, lists:duplicate(length(All), Said), lists:duplicate(length(All), #{})),
    bulk:select(lists:zip(All, Each), [{{'_', '$1'}, [{'=/=', '$1', none}], ['$_']}]).

%% One that was not printed may be a gen_server of any kind.
-spec is_known(stacks:seen()) -> boolean().
is_known(#{printed := false, module := none, frames := ["gen_server:" ++ _ | _]}) -> false;
is_known(_Seen) -> true.

%% Looks again at those that are just at something else.
-spec seen([pid()], pos_integer(), envelope:call()) -> [{pid(), stacks:seen()}].
seen([], _Looks, _Call) ->
    [];
seen(Pids, Looks, Call) ->
    Seen = stacks:again(Pids, Call),
    case [Pid || {Pid, #{module := none, waits := false}} <- Seen] of
        [_ | _] = Busy when Looks > 1 ->
            receive after ?PAUSE_MS -> ok end,
            Again = seen(Busy, Looks - 1, Call),
            [Known || {Pid, _} = Known <- Seen, not lists:keymember(Pid, 1, Again)] ++ Again;
        _ ->
            Seen
    end.

-spec of_values([tuple()] | undefined) -> map().
of_values(undefined) -> #{};
of_values(Values) ->
    maps:from_list(
      [{initial_call, Mfa} || {{dictionary, '$initial_call'}, {M, F, A} = Mfa} <- Values,
                              is_atom(M), is_atom(F), is_integer(A)]
      ++ [{Name, above(L, ?MAX_ABOVE)} || {{dictionary, Key}, [_ | _] = L} <- Values,
                                  {Key1, Name} <- [{'$ancestors', ancestors}, {'$callers', callers}], Key1 =:= Key]).

%% Anybody can put anything there.
-spec above(term(), non_neg_integer()) -> [pid() | atom()].
above([Process | Above], Most) when Most > 0, is_pid(Process) orelse is_atom(Process) ->
    [Process | above(Above, Most - 1)];
above(_, _) ->
    [].

-spec of_stack(stacks:seen()) -> map().
of_stack(#{module := none}) -> #{behaviour => other};
of_stack(#{module := 'Elixir.DynamicSupervisor', callback := Callback}) when Callback =/= none ->
    #{initial_call => {supervisor, Callback, 1}};
of_stack(#{module := Module, callback := none}) -> #{initial_call => {Module, init, 1}};
of_stack(#{module := Module, callback := Callback}) -> #{initial_call => {Module, Callback, 1}}.
