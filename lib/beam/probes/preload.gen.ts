// Made by scripts/gen_probes from preload.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./preload.erl" with { type: "text" };

/** What preload.erl becomes on its way to a node. */
export const preload: CompiledProbe = {
  name: "preload",
  library: [
    "cut",
    "envelope",
    "guard",
    "ours",
  ],
  calls: [
    "code:ensure_modules_loaded/1",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/0",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGLEeNrtXLuP47gdti3ZHs9jN3t3i9SpgwBB0gW4q3JFmqQJkOsEWqJtaiTRIOn1TorU+a8v
1NMS+aNEPTwzWXirHVN8f78nP/LgnJfidIwwmkWz2ezzwTk7u1OCZofFee1H6MQxTwvmh+V5lf+d
f+mkX35BDM3OK8wilOwvPzhoy9O/YnTMP14e3PNH+Ze3IzgKPPwV+UJ24ZxdJGgsa6w53Qkv5pc2
vvMP2H/2joz6mHPPpwHubOSAWNBo5G5LhMfJvzur3h+wLD1TFtRquwESnTXv5Aj3TA7xUu/RR4mP
I0+QGLOu+ht6Trz0/7UGNtsXgbNxh2GYrt+9bMX1URQ1qj6Wi7OL0D79bFFvVzDZK/5KRO1HV7AT
DmVjyxgJ/5C1VvS59Jn/5z/V+oF6XOMIxzgRZWdrkgi8x7I+Wmh4CHPcaD+D3a/Q8YiTYHj/Tp/+
gbXcM3o6elIOAvlZ1vzgobjjhuJyHO3CcHj/S7j/RYvEFssP743rYxKBg7iL0TP2GN7BFT9sSYLY
iyeoFxEu2lQC4pz6PQSjq/aDT6Uwy+4FZS2r3DkIOTfMsBRnfTlaKy5PiZBfLc8LKid8nv9ekzR7
Tae3blZX8EY8pvWqbYCWY8OPSK43PVaA6jYDYQFrcHlTzVOivm5hFmZc9YT5Coa5jWEC4Rmm/7JB
0IQ3JxOR5LlRos6oZg0IZUS81H5zInqutzt4wuv+cl1gYnF2EiL7UdBh2JeP21N8lFIdnHxB5JjB
FROYxSN01F2fuVRK465T7BB/ljYXMCut1dwtDV7M4vLmKsLgx+htriK535mmVfe2/rdTr7FDJMJB
7ZcPArE9Fpn7Qk+Z1k63XYp7tRehjeI8UiYboTkyUn1h8JDyESru5VzzWjQbWpqslprLHYp4rWrV
YkIT3D2J5f4kPUq1nsW+BpRfZC7sIWluscBGkSs1busIHmPu0cTL9/ECsD+8inengDhTqrZBBdCe
ZmPc84rhmArcBH6lLSoYxzShgibEz2CmQuAhJpEUbyyVcjDFEBftqrUCR2pKeNMihe3ePUl2VPVI
NT9G7SGsiZ17XkQ+4GyXjd7tcSJ3WWDIIW/aTmgEK8K9IwkM4hkaxLtuTU1dzr0eUn+RN4O0T4fD
YlUBCTofpCkgXBuBbJmFnYpuIzUH3pEEB22ulbETkhDpxLTMJQNbCP5oXhxtxKCNVtZaHduCPodW
7WgjXVTwBddCCjmRLr4qZutCeHTgwKBXrSPoCLQCdbhu3djr1lKVOz/+5cc+3r3clQCD+67sUThJ
/kdbn8YIS3Sszo5gL3V9MGj57vuHAXbjA+TIYMabYUXlrIUXOWjzxhbNPVBtg7HdRdcI627eUhwY
Pbd8sJZurGwpMHoeZq8lbGpsq0lP2XXhkoY262HOTGgZhnGT0v3qJ6mTttjzGeIHPCLT9dAD8AbA
Wkw/bHS6ldV/aQQAYS+Daqfr5y2S8RSjr16W9ig3p4oK3c7wrrmfhSfTXuVZuodqDNLpd2PGKPMi
ut9nQWgzDOmq/VuS+NEpkMt/QBLhXrZHBHM9Ehq38M0EkX2OXo2t9WXU6yiBNRiOAzlxIKQ2pf6A
ceZx9ZiThCrwA+2DIY6tYXgbUf+53AAwpVocLfQNah64DOrEJW52BrThxCTRM9y2ddFXQCXN6kFm
x8JfPQJtaq7Enf0q/4UDJquHVmgnzVHWPsM+Jl8KIdv0scTrWl6lDgatm4v/25JeXUBeTUOJjfBM
H60tTdfiulLa6orM2WOhavhL7gqULqPU9Vl89+df/vZPaMkMhhJyB9QkaHOjlNjQFmtaRmyuJnE7
o8dmsmupYHR+RYzOgSiirh3gb8xxaj3ub9Z5BSh3O6HXwF+FjFRk0/j/hqlvClPDw4bHPGzIcWFI
xl8VmqbQ6wbRG0TfLrI1n1W2Ra3XkJRm9ucmJu9BTAxEBOMejdh+9ay2yhbdtvw9a8a7/mSKASoD
CiOqPc+PyNsCi1qIf4PRu4TR09XiiteAtk43APDSkSvTwnYdxmMlJT3NE9gXCsHmpme/KT07uIsP
/WUwJ2iZNHsnYJd1d+Cv//jX39uOVsxn0hdal74DJXS6D3yNySugeZ3yeJOgb0mCxqvz4uhj8Gg/
Dj+OnyKJXJDvjJLd89zSku3VRZFapvwLjbCzOpAgwElYI2g1UT3iiOTC5x98dWBgEysDB2zZxTQz
80EgMDhY8AblMd0Mj25D6SdorGz+wr2gqY1rh/p9aBTZCW99D7coQGwPkgUujDR4Ee8I97J+zBy3
4lDtJ7D+fVY50/CmFpTN7aTvjYdL90HbMrU89b1bxTje6rduBmPemtrWi9Rk5Exo/m7a0spGQdif
+r5wgeOKCVpXIveZL+DTUyK6blYpLNCGF9HKBTURzHru1W/63Isq/J6EigEL9hTT4CRFI6IowCoz
VSF7dZud7OD68vdnnPATw17eB4c7qcDYT6vpU0mFg7KXaZSVXE1+OvZQVmMQamLybGTT1M8uZtUa
wBm3JysCGfPNv0FFFuFkLw5mVdjG3rueUCqsqesQLOscqq6prE8JUSD9g1QZTHqCmPFUMHKFZolY
kgrStnE+QJnUQuUcVlwwkuzR7Hnm/ueP4tjG/C5BaHXX6iEdtBQ/EhOhkiZraLYnNretuMYErnhT
c2sykcpHb9VL0wzO6ct0smRoKbwuGyqY6pm3hqJDzMsn2Ly4feXIPESzDZkCYm23ZecWlLnyvpUZ
aG1s/N5Hgra0ZZ07N3BWqqM5+GaQy4vLL04XE6iRWDgiJgiKTGBR5gndI90kVP6WpJlMQzE/8YYi
DKfHVpZzNnBAF8N02QBtEbYogpEXAj6MT8m3XsMr3eX3mErJINkwftOD5Fo2RTUQ1o93QHRhE2MX
BNsIo/PdBEbHfCCkqpRJUJkvM+CFGcdRv3ky6QMxxts3C8tHQoD3HK71tkFPYHxvDYxp7rVZLi5s
mMruBr9x4B7I/hDamK2edy3VkT7I6UZERo+EJuAHd1uM4iwigUpXOcThVx4qgrrWphyXh5KEmkul
hHBzKf6CIrD0MS1NQcMSwxdZ/Uh+ArsMaal0THjLwLmP4KW6x0xwL8Db0x4sz1KscK9yPi1T3hEZ
iqMYHpOzx4bhyAKPY/YFM3jv9hHdGlbJJQmGV6iMT6Gyp7zMywPW1k+ODAsB46bIZ4KdF1eBwOnm
ZR6NjvCUstMOUFopCwJicCLTQm7auPSxKt+4HBtZejRPZsHgDXWN3RWhPzx9fjrKvSacwsvj8Be4
0WX5rBYw9zKzAYpaUeidRPY2R5kNvbTLkI+HxhSfpK7LyGTS4qYhCw7U+OEpk7ZK1mvJl6xjiXzO
0/o+w/l5Zf1xq16ZI7fHTcCOq7DWT+eUEUlxYPG7No77mkmziTi2uimlO6Vve2dK4Zd+/99Xv23k
jDsO1708q4PxEZQINT3V6cw0U9ZSN1+f6qMe4rwtZWHgHl2PvPCmWHg9Yu0NBdehsHwaEAy9UrLE
Itnb/WrcdWzzoGR0yws8um0uejBB0kFBYN3N4JdEpknQX47e5+MsZnPSxlN/Na7utciLboW4KTiv
OAhfIwlh8e6TOVvUwYdoU6ClLzg63/LDhPJvHrallQN8Xlvy5/tbh1dL+rnWV92LprR77v1ShvZJ
tvLE4hau9A9XFv9v4YqN8DaxfPNM31d8MoSEuN5RhpF/sD8iMO/QJMeYn/tfUNNd05ZzgCmebur1
rts0BzISpn6hdOtNv+1pR98H4wz8LYP7Oh+hzBRL2SfM1qRsCgriY8GaU1hbzSfWemxw+u9/3fYA
8g==
`,
  source,
};
