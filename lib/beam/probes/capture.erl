%% Runs a call whose output comes back to the asker instead of going to the
%% node's console: sent as it is and interpreted there, nothing is loaded.
%%
%% Its group leader is a process on the node itself, because the log events of
%% a process whose group leader is elsewhere would be sent there, and be missing
%% from the node's own log.
-module(capture).
-export([start/4]).

%% Calls M:F with the arguments Args. The asker, which is linked to us from its
%% own node, gets {output, Bytes} for what is written, up to Limit bytes of UTF-8
%% in all, and before the call ends {omitted, Size} with the size of the rest.
start(Limit, M, F, Args) ->
    {links, Links} = process_info(self(), links),
    [Asker | _] = [Pid || Pid <- Links, is_pid(Pid), node(Pid) =/= node()],
    Text = fun(Encoding, Characters) ->
                   case unicode:characters_to_binary(Characters, Encoding, unicode) of
                       Bytes when is_binary(Bytes) -> {ok, Bytes};
                       _ -> {{error, {Encoding, put_chars}}, <<>>}
                   end
           end,
    Formatted = fun(Encoding, Module, Function, Arguments) ->
                        try Text(Encoding, erlang:apply(Module, Function, Arguments))
                        catch _:_ -> {{error, Function}, <<>>}
                        end
                end,
    %% A request of the I/O protocol: what to reply, and what is written.
    Serve = fun Serve({put_chars, Encoding, Module, Function, Arguments}) ->
                    Formatted(Encoding, Module, Function, Arguments);
                Serve({put_chars, Encoding, Characters}) ->
                    Text(Encoding, Characters);
                Serve({put_chars, Module, Function, Arguments}) ->
                    Formatted(latin1, Module, Function, Arguments);
                Serve({put_chars, Characters}) ->
                    Text(latin1, Characters);
                Serve({requests, Requests}) ->
                    lists:foldl(fun(Request, {ok, Before}) ->
                                        {Reply, Bytes} = Serve(Request),
                                        {Reply, <<Before/binary, Bytes/binary>>};
                                   (_, Failed) ->
                                        Failed
                                end, {ok, <<>>}, Requests);
                Serve(getopts) ->
                    {[{encoding, unicode}], <<>>};
                Serve(Request) when element(1, Request) =:= get_line;
                                    element(1, Request) =:= get_chars;
                                    element(1, Request) =:= get_until ->
                    {eof, <<>>};
                Serve(_) ->
                    {{error, enotsup}, <<>>}
            end,
    Write = fun(Bytes, Left, Omitted) when byte_size(Bytes) =< Left ->
                    byte_size(Bytes) > 0 andalso (Asker ! {output, Bytes}),
                    {Left - byte_size(Bytes), Omitted};
               (Bytes, Left, Omitted) ->
                    Left > 0 andalso (Asker ! {output, binary:copy(binary:part(Bytes, 0, Left))}),
                    {0, Omitted + byte_size(Bytes) - Left}
            end,
    Lead = fun Lead(Left, Omitted) ->
                   receive
                       {io_request, From, ReplyAs, Request} ->
                           {Reply, Bytes} = Serve(Request),
                           {Left1, Omitted1} = Write(Bytes, Left, Omitted),
                           From ! {io_reply, ReplyAs, Reply},
                           Lead(Left1, Omitted1);
                       {finish, From} ->
                           Asker ! {omitted, Omitted},
                           From ! {self(), finished}
                   end
           end,
    Leader = spawn_opt(fun() -> Lead(Limit, 0) end,
                       [link, {priority, low},
                        {max_heap_size, #{size => 16#400000, kill => true, error_logger => false}}]),
    group_leader(Leader, self()),
    try erlang:apply(M, F, Args)
    after
        unlink(Leader),
        Leader ! {finish, self()},
        receive {Leader, finished} -> ok after 1000 -> exit(Leader, kill) end
    end.
