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
            Sizes = sweep:read(Pids, [total_heap_size], Call),
            Small = [Pid || {Pid, [{_, Words}]} <- Sizes, Words < 1000000],
            [{Pid, of_dictionary(Values)}
             || {Pid, Values} <- sweep:read(Small, [dictionary], Call)]
    end.

%% Whether this release knows an item of process_info/2.
readable(Item) ->
    try process_info(self(), Item) of
        _ -> true
    catch
        error:badarg -> false
    end.

%% ---------------------------------------------------------------------------

of_values(undefined) -> #{};
of_values(Values) -> known([{Key, Value} || {{dictionary, Key}, Value} <- Values]).

of_dictionary(undefined) -> #{};
of_dictionary([{dictionary, Dictionary}]) -> known(Dictionary).

known(Dictionary) ->
    maps:from_list(
      [{initial_call, Mfa} || {'$initial_call', {_, _, A} = Mfa} <- Dictionary, is_integer(A)]
      ++ [{ancestors, lists:sublist(L, 10)} || {'$ancestors', L} <- Dictionary, is_list(L)]).
