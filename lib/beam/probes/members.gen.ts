// Made by scripts/gen_probes from members.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./members.erl" with { type: "text" };

/** What members.erl becomes on its way to a node. */
export const members: CompiledProbe = {
  name: "members",
  library: [
    "cut",
    "envelope",
    "guard",
    "ours",
  ],
  calls: [
    "erlang:cancel_timer/1",
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
    "erlang:node/1",
    "erlang:nodes/0",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFpEeNrtXMuP47YdtiXZntmZ3U2TBXLOOShQtLcC6ak99NJeCjQ3gZZomxpJNEh6tZNDz/2v
E+plU3yJenhmsrBvls3n7/s9+VEHv1ix0zGFYJEuFotPB7/wd6ccLA5esYlScKKQlj8sD6tiXX+v
/+mX//wMCFgUa0hSkO8vD3ywpeW3DBzrPweHoPjIv4U7BNM4hF9AxPgQfhEAhjPeYkPxjoUZvfQR
RBClvc0OgMSdZndbxEKKfoF9Td8dIP+1wCQWWq8iEv3lz31N744E7wmkQsP77TOD1bhJkpQrfsc7
CSKQpp2Wj7xlxBuGuxTsy795wo/3jPBB4RfEhIcBIyeY8M5WGWDRoeqtGfPb6ACjp7DtMsIxFAbV
Db+BKcxgztqRNyhncA95Z8BTxJnUYlcea+eyBscjzOPx4/tDxtds7J7g0zHkMI7536ruR08lmDaV
gMJ0lyTjx1/px/csCtdsv142jxHII5iGDGWQaCdzl4EnGBK403fwYYtyQJ5DhsMUUWbTbEApjjp9
P0SY6xjvgGFi2a++bu757CCBfCHmhVk7WJ1yxg3KqvAwn3qx/NGuSDY7pHZuMSYGmZQNzxuq25Z7
egRFHuLjGSL9djlpgKrd5tKwtDgWTb7Xj5SBAF7rAeziMbSAS8pPNQmc0+6iUpQ/dX6RVybYbIQJ
Ys/CMz/Fhdjv6AVvhmtsCw6v8HPEB5JgYhDQx+0pO3JFjU8RQ3zS2i1jkGQTzM/dkMWc7cBdr/4B
+sRBpfEY1mbBFsfPZr15mzbDEISoA6xTwGBlUWWBi999scUOoBTGwpMPDJA9ZNWK8KmyziUWuDE4
CyhxMa9HTHgnuIZLaU100U09PSkUXCrxiuIwW/9kabnagZQKTc895jiH/StY7U88FpTbOUg4xvSi
hckA3Qua3TUqYWuMrTN4zGiI87AW4gVqf3yRUM4G58roumYDms4VXxQUawIzzGBXBc7G5AzoDOeY
4RxFFaZlPDxkKOXaD7nRjueYome3vGeklK6Gdj1WYg/yUb7DciyqxD3yCImggEHhpZEmzG47vdvD
nIucQV0o3vWtuhmsEQ2PKDboamLQddHbmoZchgNMwEX5DKo/Hw6bXdWoU3HgngJRZQa8Z5L0Wr17
bkbgDuUwtoVgxkFQjniQY1lLBbZE+9C8OcqMtS5c2mt5bh5+Spz6UWbqneGr3Quu5IinBLKabRrl
UYGjB73sJ7VxghWo4w3tvbuhbe26/9NffxqSBXCpxFArd0lGySyFG2V/OjNs0bEufEaeRXswavve
DU8T3Oan0SODT++mHeewLbnogS0u87oykH2DsV+vb4ZiwLdiB4ILyx82PMrlPcXGMMQcwiRdi+20
6DmHboLTxGU/zLUIOUaduCg1wn7PbdIWhhEB9AAn1LgeBgDeAFiH5SedQbe8+c+dVCAZ5FDdbP3S
ohnvM/AlrOojrXDci0dBV55NJGNv8sTDQzkh6Q3CISGYhCne76sctZuT9LX+HuVReor59h8AR3hY
yQhBqqZF0za+W0g67+Kqr14tp97qNqptpLxbm62rrXQZt6CYffOs0+2eAre9izYL1PoHQxlAwPA2
xdFTKwBd4S6IeeQxIql5oDzDq5N0Uiv98D78DOVqbdu1LfiiMUkLMeN87ZOFruXKg8Wv/JOMWKya
WoEdd0dV/wRGEH1ulOx+iCfeCBUWEQzKMJf411KG9XRRTceITYhMH509Td/mBlzbREPm7yGTLfyl
iqXVLqPWDdn84B8///M/ui0zOEpdOCDXSLuCknJDV6x11iQBu8JHf/bYrXytJIwur4jRpSaLEK2D
/j/mPFXM+7ttXgDK/UHoNfB3RkapsmX+f8PUV4Wp8WnDY5021LgwlOWvCk1T6nWD6A2ir5fZmo8y
bVnrNTSlW/25qclbUBMDYcEoownib8hearXoJvK3bBnvhpMtRpgMXRpxlnl9WG5LLIQU/wajNwmj
91fLK14C2ir3QIOXnlqZkrarMJ6qKeVpHoMRk+h0Nzv7VdnZ0UN8GK6DNR3TZNl7AbsSw4G///u/
/7IdrZjPpC8EL1UCLXT6D3yNxStN9yol8qZBX5MGTTfnzdHH6Nl+HH8cP0cRuWHiGTV74LmlI9ur
jyK1KvkXCmFnfUBxDPNEIGh1UT3hiOTC5B99aWBkF2sDB2zVxzQz80F0YPAhox3+YymMEG8THico
rG36TMO4a42FQ/0hNIrqhFeU4RbEgOy1ZIELI02/iXeIhtU4Zo5bc6j2N237d1XjM6FW14Mk3F76
3nS49B+0rUrPI8puncFsq963GY15Z2rbqNtoGmhrqUHng3Wv7+B/8xlRtE3h8J0LKE8gzZKrzU4/
6bkxRFca32T2JDrJdZhnIrmkb3mbU44aBn776BM38IS7SEhoGTPV0ZMjIxmVMda2UzjFhJupdg1r
ygjK92DxtAj+9yd2tFFiW1PidEnloZw05YNniMlsMsEmuTM+bTuuUCTPuF86syxkoq5kzST2xSyT
84dSQBypKxLhxYUjI4cs1hh9TEj2jT4kC4bqkXmKRiblLBCzXRxcOnCJ2ispZqDZaMqDz0pc+Zwq
qWjkqmSXNPrKRECbWwF+H0Wik3EdAWEIpCawSOvUXcC7zzF/lpclHsPP9EQ7hjCZH1tVMc5AjvPG
2bIR1iKxGIKJTOkP02uV1stK5STfao5ZQbLj/OYHybV8iuwgnF9OoL25aKAyasE2wen8YQanY66U
yyZlFlTW26yJwozzECn5V0gyNNcSPMf3Jmguxl/rcvhAYHzrDIx5Lvw4bq7eMbXDjb4cHhzQ/pC4
uC0FJ8EAQn/PjRbnG/Kt/2zqDj/YqGobwoUMKHQiPKsm9HWpzxJN5Lv/vzhp2J9W1VZtklN9e8LJ
hpxM9aqeuE95mfpe/8ROPnt83ZOHkTK63hnEq2Lh5fgxNxRc5yTqmxGu+4VCe4fSRP/LYa7jm0eV
TiwX6VXf3IxggqQP4th5mNEXgucpJ9WMkRa3Ezxmd9HGC49yFDhok71+g3jfUFdgnLxEyOzw+gZz
btPdGUUoNgPaxoKTs4PvZtR/87QdvZwm5nXlcLy9fXixFDVwvrHWdKVcVxuW4LqnhG197ZauDE9X
vN9buuKivF0s3yLTt5WfjOESbHaYQBAd3AtaZgnNUnT/NJxnroamlqrVHG9gGPR6lnnKhxymUWN0
xa5ftzY39L0vBraBIXxdTjBmkqcckmYrWjYH7emRPlMGM5lj0H1TygABl5/fANNBToY=
`,
  source,
};
