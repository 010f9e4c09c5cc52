%% What the operating system says of the process of the emulator, of its control group and of
%% the machine. Linux alone tells it, in files that cost a few microseconds each.
%%
%% No path comes from anybody but the kernel: those of control groups are what /proc/self/cgroup
%% says, below /sys/fs/cgroup. A worker reads them (see files). Nothing is changed.
-module(os_facts).
-export([read/1]).

%% For all files together.
-define(READ_MS, 1000).
%% A control group is also limited by the groups that contain it: maximum levels to read.
-define(LEVELS, 8).
%% Of more descriptors than these the names are not listed, to count them.
-define(MAX_LISTED, 16384).
%% Version 1 has this, about, for no limit.
-define(UNLIMITED, 16#1000000000000000).

%% Facts, of which each is `none`, or left out, where the kernel does not say it; or #{unavailable => Why}.
-spec read(envelope:call()) -> #{atom() => term()}.
read(Call) ->
    case erlang:system_info(os_type) of
        {unix, linux} ->
            case files:ask(fun facts/0, ?READ_MS, Call) of
                {ok, Facts} -> Facts;
                Why -> #{unavailable => Why}
            end;
        _ -> #{unavailable => not_linux}
    end.

%% ---------------------------------------------------------------------------

-spec facts() -> #{atom() => term()}.
facts() ->
    case prim_file:read_file(<<"/proc/self/status">>) of
        {ok, Status} -> facts(Status);
        %% No name is opened to count these.
        {error, emfile} -> #{unavailable => no_descriptors, descriptors => descriptors(none)};
        {error, _} -> #{unavailable => not_readable}
    end.

-spec facts(binary()) -> #{atom() => term()}.
facts(Status) ->
    #{rss_bytes => kilobytes(<<"VmRSS:">>, Status), peak_rss_bytes => kilobytes(<<"VmHWM:">>, Status),
      swapped_bytes => kilobytes(<<"VmSwap:">>, Status), threads => number(<<"Threads:">>, Status),
      descriptors => descriptors(number(<<"FDSize:">>, Status)),
      descriptor_limit => number(<<"Max open files">>, files:content(<<"/proc/self/limits">>)),
      machine => machine(files:content(<<"/proc/meminfo">>)), cgroup_limits => cgroup(files:content(<<"/proc/self/cgroup">>))}.

%% From Linux 6.2 on the size of the folder is how many there are.
-spec descriptors(non_neg_integer() | none) -> non_neg_integer() | none.
descriptors(Slots) ->
    case prim_file:read_file_info(<<"/proc/self/fd">>) of
        {ok, Info} when element(2, Info) > 0 -> element(2, Info);
        {ok, _} when is_integer(Slots), Slots =< ?MAX_LISTED ->
            case prim_file:list_dir(<<"/proc/self/fd">>) of
                %% One of them is that of the listing.
                {ok, Names} -> length(Names) - 1;
                _ -> none
            end;
        _ -> none
    end.

-spec machine(binary()) -> #{atom() => number() | none}.
machine(Memory) ->
    Loads = string:lexemes(files:content(<<"/proc/loadavg">>), " "),
    [One, Five, Fifteen] = case [string:to_float(Load) || Load <- lists:sublist(Loads, 3)] of
                               [{A, _}, {B, _}, {C, _}] -> [A, B, C];
                               _ -> [none, none, none]
                           end,
    #{memory_bytes => kilobytes(<<"MemTotal:">>, Memory),
      available_bytes => kilobytes(<<"MemAvailable:">>, Memory),
      swap_bytes => kilobytes(<<"SwapTotal:">>, Memory), swap_free_bytes => kilobytes(<<"SwapFree:">>, Memory),
      load_1m => One, load_5m => Five, load_15m => Fifteen,
      processors => case erlang:system_info(logical_processors_available) of unknown -> none; Count -> Count end}.

%% Lines are ID:CONTROLLERS:PATH; version 2 has one, with no controllers. A machine may have both.
-spec cgroup(binary()) -> #{atom() => number() | none} | none.
cgroup(Text) ->
    Groups = [{binary:split(Names, <<",">>, [global]), Path}
              || Line <- binary:split(Text, <<"\n">>, [global]),
                 [_Id, Rest] <- [binary:split(Line, <<":">>)], [Names, Path] <- [binary:split(Rest, <<":">>)]],
    All = [folders(Controller, Groups) || Controller <- [<<"memory">>, <<"cpu">>]],
    %% Where they are not mounted, limits are not known.
    case [Root || {_, [Root | _]} <- All, {ok, _} <- [prim_file:read_file_info(<<Root/binary, "/cgroup.procs">>)]] of
        [_, _] -> maps:merge(memory(hd(All)), cpu(lists:last(All)));
        _ -> none
    end.

%% {Version, Folders} of those that the group is in, the outermost first, and of itself. In a container the path may be
%% one of the host's: then only the outermost folder is there, and is that of the container.
-spec folders(binary(), [{[binary()], binary()}]) -> {1 | 2, [binary()]}.
folders(Controller, Groups) ->
    {Version, Root, Path} =
        case [Path || {Names, Path} <- Groups, lists:member(Controller, Names)] of
            [First | _] -> {1, <<"/sys/fs/cgroup/", Controller/binary>>, First};
            [] -> {2, <<"/sys/fs/cgroup">>, proplists:get_value([<<>>], Groups, <<>>)}
        end,
    Parts = case binary:split(Path, <<"/">>, [global, trim_all]) of
                Known -> case lists:member(<<"..">>, Known) of true -> []; false -> Known end
            end,
    {Version, [iolist_to_binary([Root | [[$/, Part] || Part <- lists:sublist(Parts, Count)]])
               || Count <- lists:usort([0 | lists:seq(erlang:max(0, length(Parts) - ?LEVELS), length(Parts))])]}.

%% Usage is that of the group whose limit is the lowest.
-spec memory({1 | 2, [binary()]}) -> #{atom() => number() | none}.
memory({Version, Folders}) ->
    Files = case Version of 1 -> [<<"/memory.limit_in_bytes">>]; 2 -> [<<"/memory.max">>, <<"/memory.high">>] end,
    Limits = [{Limit, Folder} || Folder <- Folders, File <- Files,
                                 Limit <- numbers(files:content(<<Folder/binary, File/binary>>)), Limit < ?UNLIMITED],
    {Used, Cached, Events} =
        case Version of
            1 -> {<<"/memory.usage_in_bytes">>, <<"total_inactive_file ">>, <<"/memory.oom_control">>};
            2 -> {<<"/memory.current">>, <<"inactive_file ">>, <<"/memory.events">>}
        end,
    case lists:sort(Limits) of
        [] -> #{};
        [{Limit, Folder} | _] ->
            #{memory_limit_bytes => Limit,
              memory_used_bytes => case numbers(files:content(<<Folder/binary, Used/binary>>)) of [N | _] -> N; [] -> none end,
              reclaimable_bytes => number(Cached, files:content(<<Folder/binary, "/memory.stat">>)),
              oom_kills => number(<<"oom_kill ">>, files:content(<<Folder/binary, Events/binary>>))}
    end.

%% A limit is a quota in us per period in us; counts are since the group was created.
-spec cpu({1 | 2, [binary()]}) -> #{atom() => number() | none}.
cpu({Version, Folders}) ->
    Quota = fun(Folder) when Version =:= 1 -> numbers(files:content(<<Folder/binary, "/cpu.cfs_quota_us">>))
                                              ++ numbers(files:content(<<Folder/binary, "/cpu.cfs_period_us">>));
               (Folder) -> numbers(files:content(<<Folder/binary, "/cpu.max">>))
            end,
    case lists:sort([{Part / Period, Folder} || Folder <- Folders, [Part, Period] <- [Quota(Folder)],
                                                Part > 0, Period > 0]) of
        [] -> #{};
        [{Limit, Folder} | _] ->
            Counts = files:content(<<Folder/binary, "/cpu.stat">>),
            Us = case number(<<"throttled_usec ">>, Counts) of
                     none -> case number(<<"throttled_time ">>, Counts) of none -> none; Ns -> Ns div 1000 end;
                     Known -> Known
                 end,
            #{cpu_limit => Limit, periods => number(<<"nr_periods ">>, Counts),
              throttled_periods => number(<<"nr_throttled ">>, Counts),
              throttled_ms => case Us of none -> none; _ -> Us div 1000 end}
    end.

%% All that are integers of a line.
-spec numbers(binary()) -> [integer()].
numbers(Text) ->
    [Number || Word <- string:lexemes(Text, " \n"), {Number, _} <- [string:to_integer(Word)], is_integer(Number)].

%% What follows a word at the beginning of a line.
-spec number(binary(), binary()) -> integer() | none.
number(Word, Text) ->
    case binary:split(<<"\n", Text/binary>>, <<"\n", Word/binary>>) of
        [_, Rest] ->
            case string:to_integer(string:trim(Rest, leading)) of
                {Number, _} when is_integer(Number) -> Number;
                _ -> none
            end;
        _ -> none
    end.

-spec kilobytes(binary(), binary()) -> Bytes :: integer() | none.
kilobytes(Word, Text) ->
    case number(Word, Text) of none -> none; Number -> 1024 * Number end.
