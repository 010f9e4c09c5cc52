%% Questions to the file system, of the node's own process or of the kernel's files.
%%
%% Dirty IO schedulers ask it, and whoever asks waits with them: where all of them are held, by a
%% disk that hangs as a rule, nothing is asked at all. Else a worker asks, with a time limit, by
%% functions of prim_file, which is always loaded and asks no other process. Nothing is changed.
-module(files).
-export([ask/3, content/1]).

%% How often dirty IO schedulers are looked at, until one is free, and ms in between.
-define(LOOKS, 10).
-define(LOOK_MS, 20).

%% What Fun gives; `dirty_io_busy` if nobody could be asked, `no_answer` if it came too late.
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
