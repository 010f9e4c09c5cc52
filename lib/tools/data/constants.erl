%% How large the persistent terms of a node are when they are copied. Messages that hold them
%% do not count them, but copies of these messages do, each shared part as often as it is held.
%%
%% A worker measures them, with the help of one process that holds them on its stack and is
%% killed afterwards; it is linked to the worker, so it ends with it in any case.
-module(constants).
-export([bytes/1]).

-define(MEASURE_MS, 2000).

%% Bytes of all of them, each part as often as it is held; `none` if that has no bound.
-spec bytes(envelope:call()) -> non_neg_integer() | none.
bytes(Call) ->
    case worker:one(fun measured/0, ?MEASURE_MS, Call) of
        {ok, Bytes} -> Bytes;
        _ -> none
    end.

%% ---------------------------------------------------------------------------

%% A process keeps them on its stack, for the emulator to print (see stacks), and does nothing
%% else. Persistent terms are copied neither to it nor to this process.
-spec measured() -> non_neg_integer() | none.
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
