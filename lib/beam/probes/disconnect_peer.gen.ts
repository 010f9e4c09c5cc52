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
    "owner",
  ],
  calls: [
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:disconnect_node/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
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
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFdSeNrtXM1z47YVl0lKsmIn2zSbybnnTqfRh52kMzvTQ3PIpb1kNrlxaBKSAFOABqBWdg85
579uQVGiABAgQFKyd1v5ZFHE13u/94n3tPS3/WyzTkHUS3u93tdLf+vPNzjqLb3tME6jDQMs/+Jq
2d8Ois/Fm37+5oeIRr3t1d+P/3vvx/mHVbQuXguWwfYN/xTOIUiTEDxFccYn97dBlJEVHzBkZJ6F
K3acwn8//tY6ahnRRBrlvb+3DfpsCfi3W0ITebWJbeD1mpIFBUxa7nuEUH7CER8dxFGaSkNu+ZCY
jwjnabTIX/OEL0cZ5auBJ5gJD4OMbgDik/VXURYvd7Md9zgWVtGtNwQpWAGcHZYaQpyBBeCjI0/k
FCqYKT7RLum9n7Rf0bevqKHYgpLNOuRITAAtJm29gaDNBgIG0jkykeMH7ZjrVfQIQgrmpmGzOmmI
GCOxNN9NTDg8IeYfac0mbdOM+I4ABTgG6hFqh/U3OIMpl3SPrHNC/VmBYI2IViczSpuJVFPtgUds
HW1xSNYln+36Ce1ZriVgLnYHRIiqzzNxuyH2+hXs1avKEiko/9utRjCT95xC/Ch9o25c0FSQUJg9
C8/8lGzFeVufbFA5mac/WcFlb+tjyCdX+G2k+XfihzvUfp9D+z5Liby2ykTEHgFVFWPtkOCBJM8q
sl9VXivGsTrXII0ywDINg8TPvjhiHsEUJMKTL7KILkAWZnAFyCafy3/guozLY0lz5KK71oTySUjB
91ygJbtb7EtxR64qllRV+5xxqG5Ufx6lTBhWzoYJBvZt9xcb7pKo4xw4mBB2FBVULyDBnoqSpBx0
Xe1CtysWEhwWDDoi5i9ndCskLO50m6tvKU9UUebBdkDBimRABjD3GiK8EOG4IphkBMN4h0iVsTcr
mKaQAa4Wk4678+pVXMntXI9LTuQY1XuPEM+J6gtVnAF1ASQITrD10lhx7A4TXi8A5qzMgOr4SSZK
t/AAsnANE42EIYN0isZLt9JV6CiwR1ExCOpJcLannUYgtkuuqCGrLM4npciqmkZc3sEcYpDU+SjG
RSCGGUI1x8gRhXTPGlDF6K5IwJge1hls/Yw+i3xupU6u3d0m/T40RDFqUtk0oiPJ6myfKMkeeVTE
WDOhZ9uTaE372ZKSbc0LQ+4j8JkSSfdL5gHJ4uR0qBYr7O04cjmdHAeVJrzjRquex+dcYT6AMKYR
W/IvWqNwZEWhEVPyCZE07wN/91fJC0KNRNIzRhBm4pWkWUVP4S4WY/DfoFk4GhyGiOagfsQjN6qq
L2Z1TgClhIYpWSx2rrbsktlGfwNxnG4SELJlREES5i4nhYBVPcLWFJcDVvfkVjV4GNuGVIIHa3ZK
HzzcWfdWBA8qaEUtVkLrISXx44EwThkqNw/thnGHtIgXaCFszefwVxBX00WuY6MnjRboiQ6ypLfO
5i3L+gIHvf/wP9TiSFWfMJpn3DXJ56cgBvDDHuGjJtZpKIR0UoCprHJ0h2syL55qzCXl0SHw/8yi
vW3UDLi8iGrD57GSqk6PcbIgKYrcNKFs8OOvP/2sEsRoZO4U10eit+K0uiLmNo647kiPUnilhG5W
r1YOnfsK0K7OB7Qr2SVTpKi60eKdmiggNM17NkxKaaITw6jkeS5XechxQcsnj5b2PvJt4SMXWDDk
5k4MQCm5fcHe/y/2Xi4+k+KxugjslFgfX7D+ylg3XPCJTOnA4d19ZzVnceHwx6vNhq6Xlc7SLznh
JVuL2yrVLReC2Qs6PkJ03LT2ys+HSN3l3r3mcq+aytHEpFPUAdRDbq0zEGdy7vei8z51ndd64lt3
cflOvQmxcaQvmt1//OuXf4okUkAZKzV4P1yM8v8YQNuqwH35Reudfd7k+vEUecR95YciLA3vhXxj
XZNnvWdYA/lmwnphMEzoc0g3WDYzmuv/vqHA794gmY0Y9YWDjqsUGtwdywacLmZrr3q1F+y19UhF
YYK5sEhfOCpWP8mbs+Gvn0KWiQAcrMDq4VBVW+WIQv0+JgmoFB8MP0AGH1KA0OusP+JsxdwpKfOY
fhMuFveQ+mvnygmbTLy/o6zeNaqzD5YwSQDuNvnBuKCO1RZvrOquNIiYhGwTL8OdvmjM+SHbPOTP
WgI3YDy4MhfK2JEiH/stKhyS4nJvGOGEk5OUD/x3f3tngmdDAv/BPfycoJfgY0A2VDE35bkHhIIC
Z9pibFff6U0C2Z70Yc6Yipq815Y3NihHSIqSyj23MMkaVdlWTN69QzUDTlStXF+9WmLvI9CSUr3J
ieu/xq51mcMNhjHfqvDoLTd2lLsXgLIwI0XBxrNjlSckYQofpGQzodx+HnY+YBmFeBH1HnvBb99m
a1Pl4cEhcCqrv8k3zPjCK5gpdv9Yj2gmsedM4qkkEK5eb7UGsiJ6U9RyD77zHtwrVio1LmOHYhXF
W55pag0aKs8vK8ozcIO+vA8l7dIdBLNmIBAK5s1AEAM420ZOUgQ5RR1OIUYUrcu/AwZwUslzTeri
7XVEMxilRmZP9f05I0z2atf0NduwNd+NqC264+TOVJfmtdMbzcUWKRLZ0SttkGa60+YKZh9brmAs
24fOnD2HNtZkItqVHE51cOign//YUj/fVUS2NVIK0hhyCmqi8zSt00phu+fQnqtpDz1XI2VDFn5l
YaF2uhXBMCNUNTe6BPAE1dFPr60P87duqAyWcLFErXS5HATaellsRckaVI41+Ti1R6PeoutY8k3h
oufOOnjiUQt3sMP8K21jxbElJpt/j5Bjf4bUC7GrB1fuAaqZm7PlEBUH5PSyPanr/ik6Qax3A5pm
jXFl5+07DNw9N6lnXZMpbd0cN3FujjMg0NwOp9Wd2pzFrLzLN7TLzexa2dQuN0NC6umv7xrtyvxy
sx68qaUHb3rmHrzAtb9mYnY1xlq/o6zh/5OpLpbLEF9ql/iytzgUXtnrdjgoFW1f/f7iXQN+t/tL
uc6g9vqyw71xgepav0GkBs4TSOnZr4/zHzV43dvjBtQ/3+XxC3P55coDLvztVhzwpXOscM543Zja
0/xYyxmsXF1u0dBpr7Ny4xrc+FGS1MyrAUq7MzokT++OIOpgZtQDzXTVmK6U8kwKZrQvigMJOl88
XP8zDBXnbaYQs07zHJydztHT25bidIe6afuJRdvfnzZI7HDMsyWDggaNlWNdY6V7JqlJFmaXB754
0G4etPdpeNA2aRtffKvX9p3bVGIN54SCKF6654B1rTQdVevX7vm3GUKoktXt/LMZ1h+vOU3anOMr
3itBcerXSFE3/42cianqsaFY1WqZcYsIriIWXTLMpfJhzywDK7XEQ/55Gisz87//AqWDCVM=
`,
  source,
};
