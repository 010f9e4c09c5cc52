%% How large the persistent terms of a node are, should somebody copy them. Messages that
%% hold them do not count them, and copies of these messages do: all that they share again.
-module(constants).
-export([bytes/1]).

%% Of all of them, each part as often as it is held; `none` if that has no bound.
-spec bytes(envelope:call()) -> non_neg_integer() | none.
bytes(Call) ->
    case worker:one(fun measured/0, 2000, Call) of
        {ok, Bytes} -> Bytes;
        _ -> none
    end.

%% ---------------------------------------------------------------------------

%% A process that keeps them on its stack, for the emulator to print (see stacks), and does
%% nothing else. What it is given is not copied, nor is what we have.
measured() ->
    All = persistent_term:get(),
    Keeper = spawn_opt(lists, foreach, [fun timer:sleep/1, [infinity | All]], [link]),
    receive after 1 -> ok end,
    Printed = process_info(Keeper, [current_function, backtrace]),
    unlink(Keeper),
    exit(Keeper, kill),
    case Printed of
        [{_, {timer, sleep, 1}}, {_, Text}] ->
            case binary:match(Text, [<<"...\n">>, <<"... \n">>, <<"#Fun<">>]) of
                nomatch -> erts_debug:flat_size(All) * erlang:system_info(wordsize);
                _ -> none
            end;
        _ -> none
    end.
