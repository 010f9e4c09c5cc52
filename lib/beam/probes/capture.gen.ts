// Made by scripts/gen_probes from capture.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What capture.erl becomes on its way to a node. */
export const capture: CompiledProbe = {
  name: "capture",
  library: [],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:apply/3",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:min/2",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:unlink/1",
    "lists:foldl/3",
    "unicode:characters_to_binary/3",
  ],
  forms: `
g1AAABtyeNq9WduSozYQxeDb7E4qL/mBPKe24ttcNpVJ5SvmlZKxbEsjS0SIZSdfnL9IBBiQhASM
PRM/jVj17XSr+0h7DLJgn1LgHf1sFhGQJjAhnueNjpNsWq6Bl38YH+XOb4ADLwuelw/a6muz8p8f
1cUS41z403GcTU5AREdpKMgmIo3JWa8v12Mg2EnunxBEXxJN9SOWouMIEFJIVjtvY84imCQhontW
qrFtGyeQ7HHLAlbdyeUYTQq52u91sxiFcotPInVD8Lxa51YD+U/zA6SQAwHNDXocVv+mKAljtCsB
14SxxN9ncb56+vXJHhxlO2gVde7GWE9EI1WkcFAh+CpOD+rivkz2qLSf71c8GWdTDk/sDFPl1Syl
KJKOKZ9+kr5xEAnIk1CwcIso4K8l2Kot0wtTIy59NZwfqWJ3pbuKzwZmNzI9jX1DtgrWXc4+ezFE
OtwZhW6FzvMCOWfcssGKzE2cijAHN8H5kQjyyDxc/BxVsVwcL2gPWlXI0lpoKlfqxlUV8zQLBH+t
QFFzoZSoJbq++ppCTgA9qJiBOCZmPfV6WflpyZ+KfaC1Dcff+IpEKx6aOXQe7bz13FBwgruwSGXx
Lbcw7wtnYq2eSzONO5K7XFxVREPyMjiQopHht1aiLt7n0LjHoXcCsz4GBAhEl++IqN+L6GAQnU4O
QlLVMOfwrxQmQgfyweKIvVtIdlAK1x8kudiR+mTbOqHfMR+l8fvh82Fz9tPvJkuN7o0+XRw4P7Yp
wj3u11t0lirAz3IVQgJPkAqdKG2y2Q7uQUpEYSablvMSdwrdOYRwO92+vYv6z1+bLqp+64f73DLN
ErHVWc0pDlCwWCSuxq1SSGdtQippCdJmUc1VZE0FFJ0zV/X0DrJQ5LAoy2osVVzxNztXnJ3zUHk1
Q1TAg6StHrCURu2zjDuUjBniDzVzk5spicnH20mpQKSfuwWQ7Qcm4yrm1kREmUjSWJ/qjpG+Xgzu
RhppvtNavrZaLVUyXCXAf/rdToy3rwKGCfobWoixbgTXRLxUOQN0B0jC6g+jPy4yoaTca3T9bF7i
XAmYslTIsdVSq++v9X4xkLsKFIk1viJPAwA1xd8JrF62XfZx9dYZsfh12PC1CMeACys4WjxGudlG
gD3+L82fv+gYX1/0zivVus3Gl+u+i7arCnInZhxGEH1TanYw8/yEWHimTJotnSjeGR21ND3+P1jK
MBPLe01u5bCxXrzxoFlPyhke1+1iXkAqb5gdEG4cDpZ10B3am/jwdI8oSo6689hsIMP7wIydkBBw
dyFOA9/o5qXXcNf5NLGxn9EkBhkNJVmroex9vui+S1ly8mB0lNLLhgLWkeWPjcPIYcwR40io3S8g
LMODpH84ge/hEYK4aE65qycQV6U5zn6Uq3CPINmFIElYZKBfijTxbL0/Pa9X7AURoq4FT2Gf0G1B
ekLCDtKQdsuS8yt/m6xYsOPN98BZGocSgR3k7axsOqoLOx+Yrnw26n76LisrsD/9pjQvj1bbW26c
52kz4Kh3YSClt4RFL81ptJLL5QXwfE6EnNWhQKcyNcEFOoITou2BvZXK/tG+0LH3r/zhC0y0/z8A
7AXk+O1jVO35szxslgoDxZYVW6OpPYPfkbAVtXHmhg0AuwK1sSr9eNBDfRvL2wjQCJIm5yM9fvcD
vHnuq46sp2D0kSnQXgWweZ+w7xl2AzT1auv89x+IMbpB
`,
  source: `
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
`,
};
