%% Whether processes that serve requests can be asked: one that waits for its next message answers
%% at once; one that is hung would only get another message.
%%
%% Workers look at the processes (see sweep); none is sent anything.
-module(servers).
-export([facts/2, read/4, idle/1, works/2, ready/3]).

%% To answer two looks costs a process fewer reductions than this.
-define(LOOKS_REDUCTIONS, 20).
%% Between two looks at one that is busy.
-define(PAUSE_MS, 25).

%% [{Pid, undefined | Facts}]; those inside native code are missing.
-spec facts([pid()], envelope:call()) -> [{pid(), undefined | map()}].
facts(Pids, Call) ->
    Items = [status, current_function, message_queue_len, reductions, links, registered_name],
    Facts = #{status => '$2', function => '$3', mailbox => '$4', reductions => '$5',
              links => {length, '$6'}, name => '$7'},
    Values = lists:zipwith(fun(Item, I) -> {Item, variable(I)} end, Items, [2, 3, 4, 5, 6, 7]),
    read(Pids, Items, [{{'$1', Values}, [], [{{'$1', Facts}}]},
                       {{'$1', undefined}, [], [{{'$1', undefined}}]}], Call).

%% Whether it waits for its next message.
-spec idle(map()) -> boolean().
idle(#{status := waiting, function := {gen_server, Function, _}}) ->
    lists:member(Function, [loop, loop_hibernate]);
idle(#{status := waiting, function := {gen_event, fetch_msg, _}}) ->
    true;
idle(#{status := waiting, function := {gen_statem, Function, _}}) ->
    lists:member(Function, [loop_receive, loop]);
idle(#{status := waiting, function := {erlang, hibernate, _}}) ->
    true;
idle(_Facts) ->
    false.

%% Whether it has done more between two looks than to answer them.
-spec works(map(), map()) -> boolean().
works(#{reductions := Before}, #{reductions := Now}) ->
    Now - Before > ?LOOKS_REDUCTIONS.

%% Waits up to this many ms until the process can be asked: it is idle, or has worked between
%% two looks. `gone` has ended, `silent` is inside native code.
-spec ready(pid(), non_neg_integer(), envelope:call()) ->
          {ok, map()} | {hung, map()} | gone | silent.
ready(Pid, Ms, Call) ->
    ready(Pid, envelope:now_ms() + Ms, none, Call).

-spec ready(pid(), integer(), none | map(), envelope:call()) -> {ok, map()} | {hung, map()} | gone | silent.
ready(Pid, Until, Before, Call) ->
    case facts([Pid], Call) of
        [] -> silent;
        [{Pid, undefined}] -> gone;
        [{Pid, Facts}] ->
            case idle(Facts) orelse (is_map(Before) andalso works(Before, Facts)) of
                true -> {ok, Facts};
                false ->
                    case envelope:now_ms() < Until of
                        true ->
                            receive after ?PAUSE_MS -> ok end,
                            ready(Pid, Until, Facts, Call);
                        false ->
                            {hung, Facts}
                    end
            end
    end.

%% What match specifications make of [{Pid, Values}], in the workers that ask.
-spec read([pid()], atom() | [atom()], ets:match_spec(), envelope:call()) -> [term()].
read(Pids, Items, Spec, Call) ->
    {Rows, _Cost} =
        sweep:fold(#{item => Items,
                     pick => fun(Group, Values, _) ->
                                     ets:match_spec_run(lists:zip(Group, Values),
                                                        ets:match_spec_compile(Spec))
                             end,
                     step => fun(Picked, Rows) -> Picked ++ Rows end,
                     report => fun(_, _) -> ok end}, [], Pids, Call),
    Rows.

-spec variable(1..7) -> atom().
variable(I) ->
    lists:nth(I, ['$1', '$2', '$3', '$4', '$5', '$6', '$7']).
