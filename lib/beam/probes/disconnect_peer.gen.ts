// Made by scripts/gen_probes from disconnect_peer.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./disconnect_peer.erl" with { type: "text" };

/** What disconnect_peer.erl becomes on its way to a node. */
export const disconnect_peer: CompiledProbe = {
  name: "disconnect_peer",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "ours",
    "owner",
  ],
  calls: [
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:disconnect_node/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGkYeNrtXEuT4zoV7sRO0j3TMwN35jJ3y5qioLgbiqphBQs2sKGKu3M5tpLI7VgpSZl0s2DN
vwb5GVlv2U53M6RXncR6+JzvPHWOdsFpQY+HHMQ3+c3NzQ+74BRsjkV8s5ufVkkeHwkg5Q+z3eK0
rD/XTwblk19jHN+clgDncbE9fxHEa1J+2seH+uHFLjx9YJ+iDQR5GoHHOKFsieAUxhTt2YgVQRsa
7cl5ju+SHUgeogNGCSAkSlAKrJPsYpz2JrldQxoR+E/r0Dc7wH49IZxyo8M0ptaRt2yHW8y2eB53
n8RFAvKIwj3AtvF36FRE5f/cBHfrJwqqfWdZVtLvDZslTOI87w29b4mzyeNt+dicn5ditip4hJT7
MqT4CDI22WIf02RXzdasuUhw8uPvuHVUK65ADvagoO1iK1hQsAVsfDyX8JDVuJG+Vi6/jA8HUKTD
1w981lfQcovR8RAxOUjZY9X0g7cSjttKSEC+ybLh6y/U688NEtuQX82bMAEwV27idh8/gAiDjXrg
+zUsYvwUURTlkFCTSogJQYmHYNhGv00QE2a2PEXYQGXrJti7AQyYOMvkMA5cHAvKnlqc5oi98Gn2
K0nS3DWdPLteXakZcV+O69igIscdOcSM3ujQAcpuBrIG1krylpqnRT1vYeZ6XHnCfKmGuYthUsIz
K/+qTaCC9F8mh8VD7xfxjThrABGG9In7LsjRiZ938Auv/OW6wcT8FBSQrSOgQ8OXD+vj/sCkOj0m
FLI9KylGAd6P0FG3Pu/SKY1bq9jF5IHZXIVZMQ4L1yh90ovLi6sIjR8jz7nMGb8rTSvylv8c8CM2
McxByn3znsZ4C2jlvqBjpbVLtjNx73iRuSjOA8JsElQjo9QXGg+p3qHgXs4kr0Wyoa3JMoxcbOKc
cEO7GQtUAPtLLLZH5lGK4xz4miJylrnMQ9LChsBakWs1rnEH93sSoSKq+XgG2K+fxbsTQFwpVdeg
QjGfZGPC0xKDPaKgD/xOW3Qw3qMCUVTApIKZCIG3e5gz8QZMKadTbHFuVq0dOEpTQvoWKTN797DY
INEjlfwYcYWME7vwNM8ThbPdTnq7BQXjMgUqh7xvO1U7WEISHWCqEc9MI968NdUtOYs8pP4sbxpp
nw6HDVUVEnTaMVMAibQDNjPOrIrujmkOsIEFSE2ulXYRWEDmxBjepQJbpvxSTxxpx0obLdBa3Nsc
PWRO80g7nXfwVdKCCTlkLr4oZqtGeGTgqEEvWkelI2AE6nDdeueuW1tVHnz5wxcf755xJQVKvgs8
yibJ/0j06e2wRcfyFFD8xOuDQeR74x8GuO1PIUcaM94PKzpnLTvLgckbm/d5INoG7bxz2w55N29B
dxidDA+smBvLZkq1nofea8n6GtvppadcunFJMxd66DMTUoZh3EvJfvU7ppPWIEpwTHZgRKbrrQfg
NYB1eP2st+iaDf+pFwBkXgbVTdfPDJLxbh8/RlXao2VOFxWG1vCuz8/GkzEPeWDuoRiDWP1ugDHC
UY622yoI7YchttGfYZHkx5SRfxczhEcVjyAgciQ0jvD9BJF7jl6MrWUyymOEwFoZjity4oqQWpf6
U+yzjqvHnCR0gZ/SPmjiWA7D6xwlDy0DlCnV5mjBN6h5S1hQR89xczBgjmAPCznD7To2flSopBs+
yLQQ/uIRaF9zFeHNf9hfNuBl5dAq3jBzVM2PQQLg10bI7nws8YrLq/BgkJY5+7+G9Opc5dX0lNgI
z/Te2dLYiBsyaeMVWbAFVNTw59yVUrq0UudD/PDPP/3l7yqSaQylyh0Qk6B9RgmxoSvWpIzYTEzi
WqPHfrJrIWB0dkGMzhRRBK8d1M/o41Q+7u+PeQYo253QS+CvQ0YpsmX8f8XUN4Wp4WHDfR021LjQ
JOMvCk1d6HWF6BWiLxfZ6s8qTVHrJSSln/25islrEBNNIYKWRyPYL57VdtmiK8tfs2a89S+mGKAy
VGFEx/P6iNwUWHAh/hVGrxJG7y4WVzwHtOVyAwVeLLkyKWyXYTxWUsrTPAoSKhTYXPXsN6VnBy/x
3l8G6wItnWa3AnbBuwN/+ts//mo6WtGfSZ/LumQOtNCxH/hqk1eK6eWSx6sEfUsSNF6dN0cfg3f7
Yfhx/BRJ5Kb4TivZnueWjtVethKpRVl/IRXsLHcwTUGRcQVafVSPOCI51/MPbh0YOMVSUwO2sFWa
6etBVGAIACW9kseSGRFaZ8xPkKqyyROJ0r425g71fcooqhNenofrOI3xVlkscK5IUxPxFpKoWkdf
49Ycqv1ROf5NNbjS8LoZBOZay/fGw8V+0LYoLQ/Pu+Ue7Ndy181gzDuXtjkWNXVH5HPrcfcB8Cfk
oqdv619L2bP4WNjPnSXBknURXzKusu1eVP6ZlxMnlHWKVOjEwqmIyVwdpa5mNBaTqwsUzxXh9jYm
vqC9v9Vx0NfxzsmYrL5CAtc5GC2Ao3Zxx5hfMA3cnWAFPvyti2zUdVfSe/pM3BTgyIU0WpM8ZvLW
m81GVjb+3MOV6uxggSJyZJaw0kTeSFiR47r8biCcQ4Iw1VsSO2b6BPiU1bFYbQVXcZEywiJNUKSC
qyfBvxvVOPmMXA7RESsrTjvaLBEGNSotRcKuUd4H5j81jIoU1cTcFhTxqEepXlp32DQcLhAd2JYl
mGLnDqrwARapSfeb2546LL8aLdyr2bxMeTdfwWl77dWxgFUl2PmrT8zcYuYMAUxKOtcUd2z7gSVf
1r3TSYSZBW/fYUkohsU2vnm4Cf/1W3ow9Z20jolTp+fbctOELb6HVHQ/OMffva3CRHGpD6ETqJlz
KaPYDSMIsOBqTrK5wLfO0rE+VKgqdSlEFfMCxkTYEDX+Ua3GQ1850m9R264wCcRMvfozh4LdtttT
DzRTL5B3QYJr04QcQQ18KzHyGtyXGJKm9S6w1SH20pqHGFMY5zqwCO+p6mK/K1BjF3Q/kyPpKcJs
emw1cbCyAn0+TJcN0BaZQRGMdNrfjz8QNDYBt975a0zkVpDsGb/pQXIpmyIaCOerg1TNCrq8jRJs
I4zOpwmMjv44WlQpk6CyJrNDmkjZ9zbp9VTa3r+54xVFittkLnWziicwvncGxjRdtY7EVRumdrnB
N6yEO7jdTXLFyi/ce3GHGElFJsHWtu7U0CUJU58LvXSx2Hhr9qtU9Pt8llTwyPjK4qvqoiZ1V+y5
B55ufp+NOnTp8oLKHOEzZLcVbuBllJLAMWXoX3X0Wo/Dpd5azUKjmznd/ere3VyqfP7AuzSMJ5aK
6zR0SNXfoOHaWy/a+dZxUZ5/aptxTQZHfemGFDKeU6W/+TJ49/qBPrd7aO5SUNzxYU5FTHvTR+jR
NW25NsD5mrGWZs3h7i9N/UBMftlOqkSuvatUdqFftr9UqMX/+O9n78wMxpUOyT6pUxHRiPIxUUqs
rhdPp6JMfV6+LFIs8HzZ8q6BPLpcodeLYuH5mhCuKLhMud/HAaHbM6V2HFLT9hs2L2ObB6XODbeV
yba5WUEHySBOU+dlBt+6NM1xQl2W3+J2hMXsv7TWkRWzAF5EntsV4l3THwDGnMN/P9UBjjm31aeM
xBSTAm19wdEB7+cJ5V+/bUcrp/B5XQvlXx8dpr/s8mI3BHOu+Yw982zJ1dD5QhMxgdTeZuKXmnVP
ZrYnQ9dAyz/Qmv+vBVouaqeP5atP/boiqyGVrqsNwiBOdu5HMZbc2FiN/YN/7ll2qg3nLVNc0Od1
e+c0B18MpkmjdPmp/59OlXwvIdVU5Wnc/NkI1SnYZZ90hCTTU/Tg3JMnQsFerMXrX9vpAafy77+/
lMSy
`,
  source,
};
