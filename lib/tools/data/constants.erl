%% The size of a node's persistent terms once copied. They do not add to the size of a message that
%% refers to them, but a copy of that message contains them, shared parts repeated.
%%
%% A worker measures them, with the help of one process that holds them on its stack and is
%% killed afterwards; it is linked to the worker, so it ends with it in any case.
-module(constants).
-export([bytes/1]).

-define(MEASURE_MS, 2000).

%% Bytes of all of them with shared parts repeated; `none` if too large to measure.
-spec bytes(envelope:call()) -> non_neg_integer() | none.
bytes(Call) ->
    case worker:one(fun measured/0, ?MEASURE_MS, Call) of
        {ok, Bytes} -> Bytes;
        _ -> none
    end.

%% ---------------------------------------------------------------------------

%% A process keeps them on its stack for the emulator to print (see stacks). No persistent term is
%% copied, neither to it nor to this process.
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
