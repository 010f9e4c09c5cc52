%% What a process says of itself in its dictionary, read with care: no other
%% key is shipped, and before OTP 26.2, where the whole dictionary must be
%% copied to read one key, large processes are left alone.
-module(identity).
-export([of_processes/2, readable/1]).

%% [{Pid, #{initial_call => MFA, ancestors => [pid() | atom()]}}], in the same
%% order; keys that a process does not have are missing.
-spec of_processes([pid()], envelope:call()) -> [{pid(), map()}].
of_processes(Pids, Call) ->
    case readable({dictionary, '$ancestors'}) of
        true ->
            Items = [{dictionary, '$initial_call'}, {dictionary, '$ancestors'}],
            [{Pid, of_values(Values)} || {Pid, Values} <- sweep:read(Pids, Items, Call)];
        false ->
            %% What proc_lib did not start has neither key: its dictionary is not copied.
            Facts = [{Pid, Words, Initial} || {Pid, [{_, Words}, {_, {Initial, _, _}}]}
                                                  <- sweep:read(Pids, [total_heap_size, initial_call], Call)],
            Small = small([{Pid, Words} || {Pid, Words, proc_lib} <- Facts], Call),
            Read = maps:from_list(sweep:read(Small, [dictionary], Call)),
            [{Pid, of_dictionary(maps:get(Pid, Read, undefined))}
             || {Pid, _, Initial} <- Facts, Initial =/= proc_lib orelse is_map_key(Pid, Read)]
    end.

%% Whether this release knows an item of process_info/2.
readable(Item) ->
    try process_info(self(), Item) of
        _ -> true
    catch
        error:badarg -> false
    end.

%% ---------------------------------------------------------------------------

%% Those of less than a million words, or less than their links account for, as those
%% of a supervisor's children do: about 120 words each.
small(Sizes, Call) ->
    case [Pid || {Pid, Words} <- Sizes, Words >= 1000000] of
        [] ->
            [Pid || {Pid, _} <- Sizes];
        Large ->
            Links = maps:from_list([{Pid, length(Links)}
                                    || {Pid, [{_, Links}]} <- sweep:read(Large, [links], Call)]),
            [Pid || {Pid, Words} <- Sizes, Words < erlang:max(1000000, 300 * maps:get(Pid, Links, 0))]
    end.

of_values(undefined) -> #{};
of_values(Values) -> known([{Key, Value} || {{dictionary, Key}, Value} <- Values]).

of_dictionary(undefined) -> #{};
of_dictionary([{dictionary, Dictionary}]) -> known(Dictionary).

known(Dictionary) ->
    maps:from_list(
      [{initial_call, Mfa} || {'$initial_call', {_, _, A} = Mfa} <- Dictionary, is_integer(A)]
      ++ [{ancestors, lists:sublist(L, 10)} || {'$ancestors', L} <- Dictionary, is_list(L)]).
