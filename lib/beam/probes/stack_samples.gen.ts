// Made by scripts/gen_probes from stack_samples.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What stack_samples.erl becomes on its way to a node. */
export const stack_samples: CompiledProbe = {
  name: "stack_samples",
  library: [
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_process_alive/1",
    "erlang:length/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:throw/1",
    "erlang:whereis/1",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:keysort/2",
    "lists:last/1",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "maps:from_list/1",
    "maps:get/2",
    "maps:to_list/1",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAI7DeNrtXUlz28gVFklQlGx5PGs82SenHKYmGW6ylBqncsgcckmqUilnbiiIaJJogQALAE0p
h5zzg3NPGgRB9vJ6BSnZiXyZIcXe33v9lu+9nnfW3WK1jFFwEp+cnHw176w701USnMzb694kDlY5
yss/tObd9Wn1ufplp/zluyALTtatP+z/v/22X35YBMvqZ97cW78kn/xphOLQR3fBpCCdd9ZeUKQL
0qCXp9PCX+T7Ljpv+99qW82DLGRatd9e6ho9myPy13WahexoA13Ds2WWzjKUM8NdYYzLFZ6T1t4k
iGOmyQVpMiEt/GkczMqftak/nhcZGQ3dRQX1pVdkK4RJZ91FUEzmm972c+xTo0Dj9VCMFigp6qF6
UVKgGSKtgzZ9Urg6TPobcMj224H7iB39iMCOzbJ0tfQJJYYoqzp1noDnMgEvR/EUy7bjGmxztghu
kZ+hqazZSMUNQZ6nE6a/55OUkGeUkI+ZYpK6bs7JjFCGkgnil6Bs1l0lRRQTTm+ny3KjvuZIUMGi
YmdSbpNt1RBc8Hm+DNaJny5356yXT3h75OAGlmxXUwQt+tqy07akva5Ae2pRuaMUXP7bjJYmOTvn
OEpumb/wE6ckVZRmUXFPfdeJ0zXdr/PKToWVteGVVafcXneSiHTOnbd0z1/TH8bYfZ49/Tx3HHmm
5Ykgv0UZLxiVTbybNLznKftR+VW4HMW+TuOgQHkBHBD9uUO3mAZRjELqm4+KIJuhwi+iBUpXZV+d
GyLLCD/u9hybyK5lmpFO0urcS4Zm7t1qXpw60hJuUl7sk4PDqlbdaRDnVLNdb0maIP20u7MVUUn4
dgYnGKb5nlWwmkG87S4ynFLLOuVAF4vcTxO/OqA9xXxzRLWCocWNbDPVLdmOBGHurU8ztEgLxBIw
0RqCZEaT4yJN0iJNosmGIvmDfb6I4jjKERGLYcPZtdUibnfapRxnlMg+VmuPUTJNeV1IUAb4ATDF
ON66HU84xa7u8GyGEnKUBeIVP+aKggY+jXJ/GYUAh2EJd9KXFzRSyzdk2D2rSBj1IHS23TuAIdZz
IqijXBicdJphrWg6J/yOplGCQpWOIh0kSqICY8UySorC0HcWuyJVVxjCGNbjnK47RXZPn7OTODkz
V5vgeQCbIpWk7NWI91umuvtoTm6ntxwbAx22dXOib9NuMc/SteIHPaIjkJ5CRvYz1wNm2cloUQ4j
bO9xbLI61g7aXeENJypqHi+IwLxB/iQL8jn5gzMVnmupUEpT7Aox0+8N+e0PjBaErViyLbUg5Ju3
25pFcOdvbLE8+geyM0e9ugl9Hahb3JJLldfFtMoJyrI08+N0Ntuo2qxKpmv9Kkom8SpEfj4PMhT6
pcqZRSgXNULnHWcNVnPnlmg89HVNBONB652CjYexdm6V8cATLS3FdqR1E6eT23pjjDxUZhra85wo
pJW9kFXMZt9HZxElorvItG1wB0iBE1pBZuTW0bRlVl4k3sl/yD/ssCRRJwymBVFNyv4zNEHRuy2F
n9vcTj3KpGMMTG6UvTqs8Ly0+cucER4NDP9nGumt202P8AstNjrEVuLF6d5OpjiF4xubnfW+/+FP
f+M3RHrJjDnVh9lvTmk1pZiLSUBkR7znwhZnumm1WtZ07nKE1joeobVYlYzjInGi1W8UVoAv6/do
NMm4iQ5MRrszL/mqNDmeqOWDpxZ3Hfmi0pErWpD45g5MgIxz+4n2/n9p7+HsM8YeU1lgh6T1/hOt
PzKtSwJ89KE0OOFNvFP0WTyd8PsrzXqmwUpj7meU8N2xVtEqXi2njNkn6ngPqeO5s1Z+PIqEgnuX
QHBPdOUANukQNyDqHrmtCzQpWN/vk8z70GWec8cX5uzymo+E6E6kS1+7f/zL3/9MbxFHlBMOg3f9
dCn/jxGoqwjcwi+cZ/bCJvx4CD/iFvnBMYtlXKgjxTV1tVGDLTshOwztGXqHsnsOeTvStXoerrKg
iNKEazjU4nzXQVREGw5lIw1qYoijRVRwcDIRptCVABGvdqgJZ3L6yFz7vN4BASR4jGtBAYEm3T8K
QGaSpVuAjGTY1w+MS64tsR2hv9CFB89u0CxK/FVuFcdUQOu4O04L7vMSdFeY9DTSTmrDfFZNTBgI
GEhkIH2TNN1gm5g4mm52ebAgN59tMy8KY2TbpkCx6jwZV1Hr31q4ZF4EkwrLVfmTtA3SYo4y65WW
DMVBong/nDMDvrQIl1l1/LH5ZXrFsjYW49E7TtdiHD/ZXWl+TtS4hHE00tYSSmbFXHARXeEjwKT6
pvDF3oqI4TRE1FefE9GXkbuNkI1fpBWu4d4QDBmlfhzdMD7ZNCPStJ45od+MiIXg5PbE++e3xVIG
0Kvhdkbo8+flhHNfEB59Cgyu2OK28RYPVYQhVQ5FqKBAA0PsOIeO8RzMgR0CFKRvgOnglMoREJK3
5OZPBG72zEifnQfnnWhOBCM7IqBw5XJCoO0c3UQOghUc4garoBVaZ5S0l6MkFNxBA5VZugyyIgpi
6WEP4TSW8yQl3yWlY0ny53yVL8lsaGnRnE7GMvhW201u2LMt5jiyIVTWwhszBk3q0ftmUvfZ+6Hx
yR5DGgMGuxsybwiRQwP5/KmjfB4LLOtMKdXWgCrEWPAHHibDmMN/tw2yWIEsymPlG1oe4WeaIwS7
I8Z7VKQZf91AftIBVu0fLK3r/p3zDr15NJtjE1nu6fDOsmE7yyiEofyyrARKWY2jvLxH94ks0K8+
qrTu8nfl7wWF8RJjwwQEBuy/ATzT1/JNEAbZDMTFO1PV51oBXHfyMkn9fDWZ+zXt0OIYu56OlwQL
FpOMVUk2lqv7wtzFNt4uXpU3M6xmJqcEWc7T0MyO4NAImsF65WBEz4NwDA9HFi+StPADgChcU5yO
NtOLmoA3JOc84I8aAoi7pYxgEg/iABAaY/jqeZahGWlPNIYQN2K801mc3nD6eXO6eWURXQRNj92s
dqe2zXPbnFrD2X1pLg76Tfb2rDqk7B7a3fbha2lYret4hyvP8oOO+uX3cXQXZb/5636vFGcOGrIu
tykdNobyyyARdaB4W0+L0dg7jM0Lz2j98FCTrR/e3EyhvPAWJXhqJ7x5MG/vAmfCR+p4Ixi9wWwA
bQe3ckxMEsR2LysjLTkyo3ax+S26z7e3txD0sg0e92DVc1NjA8vLzthPOl/d1OO05YUkxlhF90A5
h3VEjMN1eYKSqgNHiFVaRfp0DKMMW1kUxBFDcSbBw1nlcdKEMYA0/ytNmv8VX2qkOpwO2WVwvI9L
lXRbliCIo3cIDKBYxM2MY5i13KDoRxbHs6b6Tr5aSLdwAEfmJdlZ9LXDmtxVAYz3dHK7ykON/TKX
MnfcqW0uqgnIowqr26BQxPD5wP421d5yVaBZXsYHaMEHeftcGPRwRrMOcyFFt3G2dKumjIoN279/
I/H5VaQPiArNILjOr5ZAQPZ7oZ8DOQKbmkENXLE/NvbjHThUL5Prl1TGi2AqiO7eKyN3rwpKMRah
FNiq7BJN9kaYIyNJ2p2mcRjv9s22BMBGV6c/DRtb0z8xPVFobCxLTREQ6uDubMCt9Bd5jNDSNYBo
mUQ/OmISPX4QzMolyDuvjUKK1a3VZJNhvhsdyN2gr1NgdmPCsxyyg7UszW/PtBbLQB5v64PBt910
fyXLoSYmIRkqR0blMCo7/XGrYXBy+LN/PXiFiU4zrDubk6KEujfIMaiIUhk8o3cjKVFU8dFTDWo9
6/EyDSx2/3iJBg98yg+XSvJ0vs0SST45lqL9wrl6r6aw7xFuORXATlKVEbrl+gq66QRhqOgXIBS3
NRogCMd7ImpwzfALGkGhXNOdassEzPk2gRKF+HigEHXJTgGIM+I2UyV5amWnsZXzU0d2GuNm0n6g
kfaXh0VaNFjm4RFRA1Vp0arMpPa6ACpB8mNYQDPZUKK8gisVl9PV4wMIfChHWTZzmv3MIPANzGa3
Tr3zqUIhNyRCC0CMQTUMBYJ5gN1q5VIdNCqU++D7oi+uewgmvgJuu67BaxQSfbRK8KC3NE7XKCvP
C3LHyl1tdeThQFlHPzeXlYdYpfM8f2FFNhiAd8ljb4cLzwIe119/jDVPbBgZNMIMzm/R/QItbmrn
BOftYz07bOkI25L9dMfYxkTaxjDD6B0M7r25L9CmDq7AAtecldOWbuKlAwws32H5TAuym72Z0Wf0
GKlK+HofJXnznQoKDE1v1CDQOMIHpPRL7qEVldjt6PBd7xFcUY6rVEC9gChc583v3sBw9yQNEXBx
yX+MwYvOviz1A+zlOSISYKNpWK1dQTunrtjA7rsgXiHh4QuojIgzprr8L1SX5/E03dcGmq5xbpwR
3R1ed3ZgXeggrI61w77wlEudc2ySYuPaFF/aKDZaRUZttDdaP50XbprfCEd+M+fIL7fEa3oeDZ/T
sjoHbhIPMKqQjj92B01X38NZE9D8X9S5OZt2D0/3Ax3dD3S11owzmBbBEnpVsmWNEz2fZumCQooe
3HD70qai4sMQKKVnGCmnjOOvuof5AhDNXdh9eZUALTyAef+x+SMQI6wPcCufbBHLXLpnvUOgiaFR
YQ8q4Zx/0cM5AnGEdHF7RDwECb7GnFZh4moDHgwTwAh8gmcJxS1WOfi3TyerjFBT4W/gukUWTBCr
5XXsnHfsI0LK18GM7MorDOmi5DfMJFss7W/sI87hJpwEg4OGb34J9qdlRh+myBijN9TIiq337hIL
LnhnYf1LbcIcdAl1FMgl0chVCnfPsCupn+QSC0r8kVLUPYtXUfrQqyjm+e02ueGbO/AJ0mQGaWp/
GJAmXfiz/wR2eWwwk0s+SG+aZiiYzM0rU0D54w1F/lfucZHhMYLGlXfEIV4MB83ZRFe1fgvt3Kt9
wQgi2fNSp9i4itQiflVMr/ARc1+P5hHkMQGH0cDVgfxag+oFSUiERkopeL8Vc0CqV270Iq06N3pr
N3eg2h80Nnd56pKTtTEvTsB46hifI7rcMmomqWSgaDHCDSrYCmf0RZwmM5QX/iRdEJ3HXxIzOLpT
PDk8loGjJK/VW1R91s8uX00PMLsD5We0wHzKb6SIGhH/4yrLZXEsWSGUWny2dAUtqGzh8r9s0Uyd
8HV5c5X+rrncGzl7HoCs2rF91j+fKnEpil7+3Xm4po6+nCEsTekzlRSCbxsvy8zONt1ZaEJj0yXC
U+mLyTBqsQ+EfFvfgeR/ttg+9wsJbMGK+uA3fe8xlLz+Jd/c+jlmyPA1r8oJVLZgU6wv36PN5bPp
v+YtRyFDq/k71UPzumxNCvARrWuyPT+668codmf/KP1AFgm3NIWVnoG+QxqMYMoeouLdRX6fF2jB
F4tm34PXHmb5778zMPWS
`,
  source: `
%% What processes are at, looked at many times: a profile without a trace. Each look
%% costs the process next to nothing; one in native code answers when it comes out.
-module(stack_samples).
-export([run/2]).

%% More different stacks than these are not kept apart.
-define(MOST, 5000).

%% Answers #{looks, samples, waiting, gone, stacks, others, window_us}: stacks are {[{M, F, A}], Count},
%% the innermost function first.
run(#{processes := Named, every_ms := EveryMs, duration_ms := Duration, waiting := Waiting,
      limit := Limit}, Call) ->
    Pids = [names:process(Process) || Process <- Named],
    Begin = erlang:monotonic_time(microsecond),
    Now = envelope:now_ms(),
    State = #{begin_us => Begin, until => Now + Duration, next => Now + EveryMs, every => EveryMs,
              waiting => Waiting, limit => Limit, looks => 0, samples => 0, idle => 0, tell => Now + 500,
              stacks => #{}, others => 0, call => Call},
    {told(look(Pids, State), Pids), #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

look(Pids, #{until := Until, next := Next, every := EveryMs, looks := Looks, tell := Tell,
             call := Call} = State) ->
    case envelope:now_ms() of
        Now when Now >= Until -> State;
        Now ->
            Told = case Now >= Tell of
                       true ->
                           envelope:report(told(State, Pids), #{}, Call),
                           State#{tell := Now + 500};
                       false -> State
                   end,
            Seen = lists:foldl(fun sample/2, Told, Pids),
            timer:sleep(erlang:max(0, Next - envelope:now_ms())),
            look(Pids, Seen#{next := erlang:max(Next + EveryMs, envelope:now_ms()), looks := Looks + 1})
    end.

sample(Pid, #{idle := Idle, waiting := WithWaiting} = State) ->
    case process_info(Pid, [status, current_stacktrace]) of
        undefined -> State;
        [{_, Status}, _] when Status =:= waiting, not WithWaiting -> State#{idle := Idle + 1};
        [_, {_, Stack}] -> count([{M, F, A} || {M, F, A, _} <- Stack], State)
    end.

count(Stack, #{stacks := Stacks, samples := Samples} = State) ->
    case Stacks of
        #{Stack := Count} ->
            State#{samples := Samples + 1, stacks := Stacks#{Stack := Count + 1}};
        _ when map_size(Stacks) < ?MOST ->
            State#{samples := Samples + 1, stacks := Stacks#{Stack => 1}};
        #{} ->
            #{others := Others} = State,
            State#{samples := Samples + 1, others := Others + 1}
    end.

told(#{stacks := Stacks, limit := Limit, looks := Looks, samples := Samples, idle := Idle,
       others := Others, begin_us := Begin}, Pids) ->
    Sorted = lists:reverse(lists:keysort(2, maps:to_list(Stacks))),
    Kept = lists:sublist(Sorted, Limit),
    #{window_us => erlang:monotonic_time(microsecond) - Begin,
      looks => Looks, samples => Samples, waiting => Idle,
      gone => length([Pid || Pid <- Pids, not is_process_alive(Pid)]),
      stacks => Kept,
      others => Others + lists:sum([Count || {_, Count} <- Sorted]) - lists:sum([Count || {_, Count} <- Kept])}.
`,
};
