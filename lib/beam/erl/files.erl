%% Questions to the file system, of the node's own process or of the kernel's files.
%%
%% File operations run on dirty IO schedulers, and the caller waits. If all of these are busy, as a
%% rule because a disk hangs, nothing is asked. Else a worker asks, with a time limit, through
%% prim_file, which is always loaded and involves no other process. Nothing is changed.
-module(files).
-export([ask/3, content/1]).

%% Looks at the dirty IO schedulers until one is free, and ms between them.
-define(LOOKS, 10).
-define(LOOK_MS, 20).

%% The result of Fun; `dirty_io_busy` if it was not run, `no_answer` if it took too long.
-spec ask(fun(() -> Value), pos_integer(), envelope:call()) -> {ok, Value} | dirty_io_busy | no_answer.
ask(Fun, Ms, #{until := Until} = Call) ->
    case has_free_scheduler(?LOOKS) of
        true ->
            case worker:one(Fun, erlang:max(0, erlang:min(Ms, Until - envelope:now_ms())), Call) of
                {raised, Reason} -> error(Reason);
                Answer -> Answer
            end;
        false -> dirty_io_busy
    end.

%% For files of the kernel, which are small.
-spec content(file:name_all()) -> binary().
content(Path) ->
    case prim_file:read_file(Path) of
        {ok, Text} -> Text;
        {error, _} -> <<>>
    end.

%% ---------------------------------------------------------------------------

%% The last one is how many run on dirty IO schedulers or wait for one.
has_free_scheduler(0) ->
    false;
has_free_scheduler(Looks) ->
    case lists:last(erlang:statistics(active_tasks_all)) < erlang:system_info(dirty_io_schedulers) of
        true -> true;
        false ->
            timer:sleep(?LOOK_MS),
            has_free_scheduler(Looks - 1)
    end.
