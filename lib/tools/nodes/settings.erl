%% How a node was built, started and configured. Never reports the cookie. Runs in the body of the
%% call, and changes nothing.
-module(settings).
-export([flags/0, boot/2, code_path/2]).

%% Time limit for init and the code server.
-define(PATIENCE_MS, 1000).
%% Characters of a setting, and of the values of an argument, that are shown.
-define(FLAG_CHARS, 200).
-define(ARGUMENT_CHARS, 300).

%% [{Item, Text}] of what erlang:system_info/1 knows of these.
-spec flags() -> [{atom(), binary()}].
flags() ->
    [{Item, shown(Value)}
     || Item <- [fullsweep_after, min_heap_size, min_bin_vheap_size, max_heap_size,
                 message_queue_data, dist_buf_busy_limit, scheduler_bind_type, multi_scheduling,
                 thread_pool_size, kernel_poll, time_warp_mode, time_correction, os_type, os_version,
                 eager_check_io, nif_version, driver_version, async_dist, modified_timing_level],
        {known, Value} <- [known(Item)]].

%% Nothing if the release does not know the item.
known(Item) ->
    try erlang:system_info(Item) of
        {Item, Value} -> {known, Value};
        Value -> {known, Value}
    catch
        error:badarg -> none
    end.

shown([_ | _] = Text) -> unicode:characters_to_binary(Text);
shown(Value) -> cut:text(Value, ?FLAG_CHARS).

%% init and the code server are asked through workers: either may be hung. Arguments
%% after -extra may hold anything, so only their number is shown.
-spec boot(pos_integer(), envelope:call()) -> #{atom() => term()}.
boot(Limit, Call) ->
    Asked = worker:all([fun init:get_arguments/0, fun init:get_plain_arguments/0,
                        fun init:script_id/0, fun init:get_status/0, fun code:get_mode/0],
                       ?PATIENCE_MS, Call),
    [Arguments, Plain, Script, Status, Mode] = [value(Result) || Result <- Asked],
    #{arguments => some(Arguments, Limit, fun argument/1),
      plain_arguments => case Plain of none -> none; _ -> length(Plain) end,
      script => case Script of
                    {Name, Version} -> unicode:characters_to_binary([Name, " ", Version]);
                    _ -> none
                end,
      status => case Status of {S, _} -> S; _ -> none end,
      mode => Mode}.

-spec code_path(pos_integer(), envelope:call()) -> {non_neg_integer(), [binary()]} | none.
code_path(Limit, Call) ->
    some(value(worker:one(fun code:get_path/0, ?PATIENCE_MS, Call)), Limit,
         fun unicode:characters_to_binary/1).

%% ---------------------------------------------------------------------------

value({ok, Value}) -> Value;
value(_) -> none.

%% {Number of all, the first of them}.
some(none, _Limit, _Show) -> none;
some(All, Limit, Show) -> {length(All), [Show(One) || One <- lists:sublist(All, Limit)]}.

%% A value that names a secret is not shown, nor any cookie.
-spec argument({atom(), [string()]}) -> {atom(), binary()}.
argument({Flag, Values}) ->
    Text = unicode:characters_to_binary(string:slice(lists:join(" ", Values), 0, ?ARGUMENT_CHARS)),
    Words = string:lowercase([atom_to_list(Flag), " ", Text]),
    Secret = lists:any(fun(Word) -> string:find(Words, Word) =/= nomatch end,
                       ["cookie", "password", "secret", "token"]),
    {Flag, case Secret of true -> <<"(hidden)">>; false -> Text end}.
