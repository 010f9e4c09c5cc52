// Made by scripts/gen_probes from fan_out.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What fan_out.erl becomes on its way to a node. */
export const fan_out: CompiledProbe = {
  name: "fan_out",
  library: [
    "cut",
    "envelope",
    "guard",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/2",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:spawn_request/5",
    "erlang:term_to_binary/2",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:partition/2",
    "lists:zip/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFHieNrdXMtz47YZt0nKsryPNE3aPfe805mlJdneS6aH9tBLe+lsc+PQJCSBpgAFhFZ2Dj3n
X+1/UZAUKQAECPAhJ9O9JKIE4MP3+H1PeuMeJnS/S0F4kV5cXHzYuAd3tUfhxcY5TKM03Gcgy7+4
3EwOV+Xn8pdu/suvIQkvDpd/Of2/88XPP2zDXfkzb+MdvmGfghUEaRyA5zCibHP34IUUb9mCaYZX
NNhmpy3cL/4n46pNSGJhlfPlzrToZgPYtwdMYvG0W9PC6x3BawIy4biHJEnyG87Yai8K01RY8pYt
idiKYJWG6/xnDvfljBJ2GniGlHvoUbIHCdtssg1ptCl2O9Hoc6eozpuCFGwBotVRU4goWAO2OnR4
SSWlMPknyiOdL7f9T3TNJyo4tiZ4vwuYJsaAlJv2JsDrQ4CXgXSV6NjxWbnmehs+gYCAlW7Zos0a
wizDkbDfmwgz9YSIfSQtRJq2mTGKAAEoAvIVWpdN9ojClFm6g3c5oz5KKthios3NtNamY9VceeFZ
tgsPKMC7Ws5mfEqOIlcyMDe7SiN46HN00u6oe5OG7rVDZa0pSf6vOA2jTKQ5hehJ+EYmnEMqiAmk
L9wzN8UHft/eN7tq3MxR36yUsnNwEWSbS/LW8vye/7BM+tM5NdNZW+S10SbC7AkQGRhbl3iPOH6R
NftXtdeGc2zudZWGFGRUISD+s8uvWIUwBTH35D0NyRrQgMItwPt8L/eRYRmzx5rniQ127TBhm+BS
7rlBC363pEsKRy4bnlSGfSa4pG3VZBWmGbes3g1hBMxkT9Z7FpLI6ywkGOPsZCpJu4F4Ry4KllJh
XetBb7dZgFFQCuikMX8+Y1gh6GKBbbaxpbhRA8y9wxUBW0yBqMAsagjRmlfHLUaYYgSjQiNlwb7Z
wjSFGWCwGA+kzmmHuFraOY4LQaSftEePEK2wHAs1ggH5gIQzHO/gpJEU2FUbXq8BYqKkQA78BBel
OvgKZsEOxgoLSzTWyTsv1UmXgaXBnkxFY6ij6NmRdwqDOGwYUMOscTjblCRGaJoxewcriEDcFqNo
D4EI0iRpuUauUYnqWQeuaMMVQTHm1TlXB5eSF17OveDk2j5sUtOhYIoWSUXXmJxY1ub7eEt28JNk
xooNHRNNvDed0A3Bh5YfTFmMwHaKBewX3EMimpPVpXqccPTjic3txDyoduEDCW1GHu8YYD6CICJh
tmFf9NbCmVELtTol3jAR9n1kv/1RiIKSTibpaDMIPfNq1mzD56DIxTL4M+iWjnrVEt4dtK94Yk5V
jsWMwQkgBJMgxet1EWqLIZlp9QeIonQfgyDbhATEQR5yEgiyZkTYm+Niwmpf3GomD75pSSN5MFan
1MnD0khbmTzISsujWMUZBgwRgF9BlTJ1gDXvbz/+/V8yeGttaCkhuyr262TPN/ZeZS5dfvAta7TK
TSJ3+Oe/TH8AfVsCaEmqJnEbmT9C5eM3zJrX8y2CL2nzHmOKwjeJQlM749cMIKAoJarCgXOWfzry
TsCnWlHKOoWMWAMr1296A9b5GKaqOtwpqg5NH3MqKgk86s3zKTNFCiIqBqVn15jeG7+1l+a9nEGY
mDThbeqv//z3P3grkngWSb2rz69rcf0V6FhV603Zuy5ZpanC5DFK+ajSXQPaKPGUBT1JllVhv1v9
ijHtWXGnC758J2RVZ6vlJS01qMonOLr4p0gJkvP59jHEpgCqu0ZOP6CE0iFlQDgGHbvhxf075Qw3
xxK93HifGxducUaDxxcKMn3qsCgVZqJp9C07i2y2IngbpDCjFWpUVU0xrFNp1vv8vwHFZV74Iqnq
sU9yKuPR1YNcuq7OVNZL69683FwTCpMxUBd6S2k3qoRsM8TcXJE09Omezc1wM8m5KfB4FxIKKcTI
vtHaiAU/t4WPNzALct16Ai+KhqvQ/EtEGXzS9YzvalXoDS/vG/AyGQ1edNfTpkIPohm1ap60672O
R37tL5yPH7vrhfsz3ClbUQP5/k2nbrLJBgdMq/yuQYinzRcksJQyJy0uSTLrkHsiTIMaDZrNji4K
Mk/s8JICosfLqiMkjyjcRHi7y0ekGJWnxj9f7xy5/+Db9gWnewQjhrLco++ZiRDm2QDJxItadBkh
Zn7oURAaJszqKsqvMkogWocXTxfefz7Rna7zVTHJaqzjTU5wxg7eQir1HU79MD2LHWsWz4VgxTY8
b/bgGo5hnvSkwbWmwT76adRYfYtiqRTWL4bn+t/aA89tS8VGyq6HK8GimxJwAxt6ReAaZ0ZNGKUJ
N08G3IJvaPceP/AygOJGOeO2rQFXhGBhqhX2XD0fNkP46CN0X2f7bMeo4dFiuJ4sdX0Rpx9udDdb
VdZx+SrlmqWyqLH4rRU1fNE/DJbsOdBYUTLp1/Kaq9RhAD7/vic+Lxsm21tTStYoQ4hlo2A4zui+
NFjhWIyHK8aTzzXI21GE3xlEqNxuixGkmMjuRlVIvU3a+KdG62r/3gO93gauN4kNljdEP9FbvDbA
6AbtwgS7fgbW/u0MPtDSlQD+L0amFyeRdjCOyflfPxFLyx1efvjcI2p6V8IEAT/tQVnum+i6QR4g
u0gYI3kG0Z6CoCiHKkHzQaks14yKAHwNU7UqgecdUW/nCxITenHKt3hy0JyhcAvioBBv8cxcVbs/
xdHiKMbU1CTyeMusOLtLX+QigTKkLgpvqoIedyGJ1nLJ2FRNivkgsfaiGRtTl1PEmo082T2kez7X
UGXbPi8XDSLhvq17+iB2rOmeoOZgtn7w1dpqwTMFBIVpMWTWvKOvH4jkfGnxqDKHY4vrh7axEXsN
OGEfxkGaT8FLaV7bbHBgPknKRe8V0+9DZVzDXJ3tQYySPkwQdhjZIO5bJp+60HhVjyKNTZ1p8tRA
FwlhpqJL7PEqQVKxQuPoXdMEqHVNRDkO3nf30+XPxEQTYVxJIwhRdgCkFwjUqxVCsY6lPavBnIWi
aO1qG6Pcq1yv8GJOTp2akhH6O9/3HOj3TU2N20Z6PZDSP9hTeif28QyU3slzSr11S9tOutUXQHxl
NaTWsD/p5jVYiMmOykAj2nQGjCSVVtGaSvMmi/KeSmpZPx6djBFHo761LkCcswio7Reo3kAeXUfb
+hWat8dUOuq3YLwbxnHLvpICjYDx+obMUpesuV0iF/lCC/WcqR2nHJ0BzI7zlCxGO1+Nrf3VwkZO
vZCY2fY6XQVVg830jz2taZkMQ6NbAxrdjYtGA645SoF53rtjpCsr3vYqK8rTfX5b2t6/cK2P8/iX
JjVzlXkBU/VGbHvsr8hAhDdp7CeviyFilVW2vrKnzRSO7kX9OvEe6W7b+U941D+K846irMPnKci/
frm4Hvg3kftuCxH39l/fYTZXeK2+2rJhVb54nf8m/boUbq/oV9MNnowaxfoW4aO1SnJ22ToqMzqF
KktWpdbnH1pfnHlo3R1raJ1jUAykDqFhNm6ySvfZRhiLUzF77AbusjsH/BHH9j90iTWG9mH9pMfE
83SFCQijzYB554XV3//QpiVj98nZ0dGRCmUgsDC6QP6PNp1f8HL6l6imwM8xNCo7hctfFXKrnFR4
5fO7Xyw6SQb8yv/9D1tvdbc=
`,
  source: `
%% One question to many nodes of a cluster, put by one of them over the connections
%% that it has. None is made: a node that it is not connected to is told as such.
-module(fan_out).
-export([run/2]).

%% \`call\` are the arguments of erl_eval:expr/5 that run a probe. Answers a compressed
%% term, since answers of many nodes are much alike: [{Name, {ok, Pid, Value}}], with a
%% pid of the node, or {Name, {failed, Why, Detail}}.
run(#{nodes := Names, call := Arguments, timeout_ms := TimeoutMs, most_bytes := MostBytes}, Call) ->
    Connected = maps:from_list([{atom_to_binary(Node, utf8), Node}
                                || Node <- [node() | nodes(connected)]]),
    {Here, Away} = lists:partition(fun(Name) -> is_map_key(Name, Connected) end, Names),
    Funs = [ask(maps:get(Name, Connected), Arguments, MostBytes, Call) || Name <- Here],
    Answers = lists:zip(Here, [outcome(Result) || Result <- worker:all(Funs, TimeoutMs, Call)])
        ++ [{Name, {failed, not_connected, none}} || Name <- Away],
    {term_to_binary(Answers, [compressed]), #{}}.

%% ---------------------------------------------------------------------------

%% The coordinator on the other node is linked to the worker that this runs in, and to
%% nobody else: it ends with it, and its answer is the reason of its end.
ask(Node, Arguments, MostBytes, #{coordinator := Coordinator, heap_words := Words}) ->
    Options = [link, {priority, low}, envelope:heap_guard(Words)],
    fun() ->
            process_flag(trap_exit, true),
            Reference = make_ref(),
            Request = erlang:spawn_request(Node, erpc, execute_call,
                                           [Reference, erl_eval, expr, Arguments], Options),
            Wait = fun Wait(Pid) ->
                           receive
                               {spawn_reply, Request, ok, Spawned} -> Wait(Spawned);
                               {spawn_reply, Request, error, Why} -> {failed, Why, none};
                               {'EXIT', Coordinator, Why} -> exit(Why);
                               {'EXIT', Pid, {Reference, return, Value}} ->
                                   case erlang:external_size(Value) of
                                       Bytes when Bytes > MostBytes -> {failed, too_large, Bytes};
                                       _ -> {ok, Pid, Value}
                                   end;
                               {'EXIT', Pid, noconnection} -> {failed, noconnection, none};
                               {'EXIT', Pid, killed} -> {failed, killed, none};
                               {'EXIT', Pid, _} -> {failed, raised, none}
                           end
                   end,
            Wait(none)
    end.

outcome({ok, Outcome}) -> Outcome;
outcome({raised, _}) -> {failed, raised, none};
outcome(no_answer) -> {failed, no_answer, none}.
`,
};
