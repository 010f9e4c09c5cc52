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
    "erlang:element/2",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:spawn_opt/2",
    "erlang:unlink/1",
    "lists:foldl/3",
    "unicode:characters_to_binary/3",
  ],
  forms: `
g1AAABixeNq9WNty3CgQ1Uiai7NJ7cv+QJ5TqZ2bL9lab+1X+FWFJWYGzIAWoSjOF+czgqSRBAxI
ssdZPw0yTZ8+3TQHDkER7HIKvINfzGMC8gxmxPO8yWFazOox8MoP4UHO/Ao48IrgYXWrjb50I//h
Th2sMC6N3x3CYnoEIj5IR0ExFXlKTuv6chwCwY5y/pQg+pRpS99haRrGgJDKspn5PuUshlkWIbpj
9TK2aWEGyQ6fecAqnNKO0ayya3FvusEkklN8EqsTgof1pvQayH8t9pBCDgQ0J+hxWPHNUBalKKkJ
14yx5N9naTm6//PeHhxlCbSaOmdjrCeis6pSOKoQfJWnW3VwUyd7Uvsv5ytIwmLG4ZGdaGpQzXOK
YglM+fSHxMZBLCDPIsGiR0QBf67JVn2ZKMwVcY3VAD9Rza5ruApmg7MrmZ7Ov2HbBOsuZ589GSY9
cCaRe0HnfoGcM26ZYGXmKs1FVJKb4XJLBGVkHq7+HFWxWh5e0R60qpCltdSWXKsT103MsyIQ/Lkh
Rc2FUqKW6IbqawY5AXSvcgbSlJj1NIiywWnJn8p9oLUNx298QaIVhGYOnVu7bD1XFBxhElWprL6V
HhZD4Uyt1fPaTOOe5K6WFxXRmLyMDqRqZPillaibDwEKBwC9EZntNiBAILp6Q0b9QUZHk+gEOYpJ
dYUFh//lMBM6kbcWIPZuIdVBbdx+kOIiIe3OtnVCv+d8lM5vxp8P2xNOv18sdWtv9dPFwfPduUS4
wcPrVp2lCfA3OYoggUdIhS6UtsU8gTuQE1G5KWb1eYl7ja4dRvg83b69i/oPX7ouqn4bpvvUMs0S
sdVZqyn2ULBUZK7GrUpIZ21CKmUJ0s6iVqvImgooOmWu6ek9YqHKYVWWzbHUaMW/7FpxfspDg2qO
qIB7KVs9YCmNFrOMO5KKGeJf6uaqdFMLk1/vJ6cCkWHtFkC2G5mMi5RbFxFlIstT/VR3HOmb5ehu
pInma63la6P1ShXDTQL8+7/twvjxWcAoQ9+hRRjrTnArxOsl54AmgGSs/TD551UulJR73VofzUuc
KwEzlgt5bJ0tq89v1/1sMHcRKZJrfEGeRhBqmr8RWYNqu+7j6q0zZunzuMPXYpwCLqzkaPEY5WY7
Auzxf+5+ftI5vrzonVeqzbkaX22GLtquKihBzDmMIfqq1Oxo5fkOsegkmTRfulC8Njpq7Tr8P1TK
OBerG81u7fCxWb5wo1l3yoke1+1iUVEqb5g9FG4dAOs66A/tRXp4tkMUZQcdPDYbyPg+MGdHJARM
XsnTyDe6RY0aJr1PE1v7Hs1SUNBIirWWysHni/67lCUnt0ZHqVF2ErCNrHxsHCcOU44YR0LtfgFh
BR5l/eEIvkUHCNKqOZVQjyBtSjMsfpejaIcgSSKQZSw22K9NungevX89b9DsCRGijgXP4ZDR+0r0
RITtpSPtliXPr/JtslHBjjffPWd5GkkGEsjPs7LtqS7sfGC68Nmo/+m7rqzA/vSb07I8ztreauvc
T9sRW72Pg6lxVkzG9BLdvW2Pmrclec/C2CgpL/jhfmYN4Tck+v1V9Vb1g58ij+pO
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
