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
g1AAAGc7eNrtXEuT4zoVTmIn6Uz3zMCducyaNUVBwYaialjBgg1sqOLuXI6tJHLbVkpWJt0sWPOv
QX5Gb8mPdDdT6V0n0euc7zx1jg7eeUlOxxSEs3Q2m305eGdvd8rD2WFxXkdpeCpAUX4xPyzPq/r/
+pde+ctvIQ5n5xXAaZjvLx944bYo/8vCY/1j/+CfP9L/gh0EaRyApzAidAnv7IcEZXTEukA7EmTF
ZQ4/AjC1DjuEOOaG3W0hCQr4L2Ab+u4A6LdnhGNm9DLC0e9/Zxt6d8Roj0HBDNxsnwmo1k2SpDzx
OzqJH4Vpyo18oCMjOjDYpeG+/NmC+XJDMF0UPEHCfOgTfAIJnWyZhSQ6VLM1a/4QHUD0GLRTRigG
zKKq5dcgBRnISbvyGuYE7AGdLFxI7ExqtksfK/eyCo9HkMfD1/f6rK8g7B6j0zGgMI7pz6rpB2/F
H7cVvwDpLkmGr79Ur78wCFxDfjVvHqIwj0AaEJgBrNzMXRY+ggCDnXqCD1uYh/g5IChIYUFMkh0W
BYq4ue8jRGWMTkAQNtDLNs2G7g5gQA+iP5hxguUpJ1ShLM8LRLd+nv/KLEgmPSRPblAmGp6UAzuC
qsiyKY7hOQ/QsYOIXS8nDVCVZC4VS4tjVuUv7EjpCeCVGsAuFkMJuKT8qzaB8oI/VArzR+4b8WSM
zoYIQ/LMfOal6MzOO/jA6/4S24JjcfZySBcSYKJh0MftKTtSQY1PEYF000qSEYCzEernrs9hOj1w
Z5W/sHikoFJYDOMwf4viZ73cvE2doXFC5AVWaUhApVFFhrP/e+yIXQhTEDOffCAh3gNSnQidKu1c
YoEqg45BiYt6PSJMJ0E1XEptovJu6u0JruBc8lckg9naJ8PI5S5MC2ZoN2OOcmA/wXJ/or6gOM6B
wzEqLlKY9JA9v6GuVghbZWzcwUNWBCgPaiZeoPbrF3HlTHCulK5rNKCYXLJF/nmFQYYI4EWgUyYd
oDOUI4JyGFWYFvFwn8GUSj+gSjueYosLs+btkFKamoK3WInZyYf5Dom+qOT3iCskjAD650UaKdzs
dtK7PcgpywlQueK8bVXtYAWL4AhjjawmGllnra1uyXnQQwVchE8j+tPhsKGqQpzOB2opYCHtgM6M
E6vW21A1AnYwB7HJBdMuAnNInRzDWSqwJcoP9cSRdqw04QKtxb0t0GPiNI+000UHXyUtqJBDGhKI
YrZuhEcGjhr0op1U+glGoA5XtBt3Rdvqde/rH7/2iQIoV2Kg5LvAo2SSxI1EH26HLTpWZ4/gZ1Yf
DCLfu/5hgtv+FHKksel82NG5bclFDkx+2YLngWgbtPMubDtkHb4lOWB0NvxgTb1cOlOsdUP0LkzC
a2ynQ0+5dOOcJi700OciRB915KFkD/s91UlbEEQ4LA5gRI7rvgfgNYB1OH7CLbqlw3/iQoGkl0F1
0/Vzg2S8z8KnoMqPtMxxTx75PD8bT8Y85JG6h2JAYnXCAcYIByna76sYlY9JbKO/wDxKTzEl/yGk
CA8qHkFQyGHROMLziaSOiktbvloMvWUyymOEuFsZrcujVBE3I5i2fdbhtiXBbZ6ijQKV9kGTBmAw
vE1R9NgyQJW482PqeQwIau4LGuHVQTquhb7/HF4Gczm37To2fFKopBkbcb72zQKvuXJ/9l/6lww4
rBxahTtqjqr5MYgA/NYI2aaPJV4zGRYWDNIyF//XkIZdqLwaTomN8EwfnC2Njbg+lTZWkXl7QEQN
f8liKaVLK3V9iO//5ae//kNFMo2hVLkDYo6UZ5QQG7pijTuTAOwKH/bokc98LQWMzq+I0bkiimC1
g/o3+jiVjfv5MS8AZbsTeg38dcgoRbaM/2+Y+q4wNTxseKjDhhoXmrT8VaGpC71uEL1B9PUiW/1V
pilqvYak8Nmfm5i8BTHRFCxoeTSC/U2xl5wturH8LWvGu/7FFgNUhiqM6HheX5abAgsmxL/B6E3C
6P3V4oqXgLZce6DAiyVXJoXtMozHSkp5m0dARIRyupue/a707OAlPvSXwbocU6fZrYBdsu7An//+
z7+Zrlb0d9KXAi+ZAy107Be+2uSVYnq5JPImQd+TBI1X583Vx+Ddfhx+HT9FErmpxNNKds97S8dq
L1uJ1LKsv5AKdlYHGMcgT5gCLR7VI65ILpX8g5sGBk6x0tSALW2VZvp6EBUYPEAKrv6xZEaAtgn1
E6Sq7eK5CGJeGzOX+n3KKKobXpaH2zAO8V5ZLHCpSFMT8Q4WQbWOvsatuVT7k3L8u2pwV1CrmkFg
rrV8bzxc7Bdty9LysLxbZSDbyv02gzHvXNrmWNTUXZEvrNfdR8DekIuevq0NLaa/xafcfu8sCZas
i9jicZVt70Xln/Vy4oSyTpEKnVg4FTGZq6PU1YzGynJ1geKlPNzeuMSWtvNbHQd9He+cjMn6Gyzg
NgWjBXDULjaU+TnVwN0NlteHv3WRjbruSjpnn4mbAhy5kEZrksdM3nqzycjKxp/3cKU6O5ijoDhR
S1hpot5IWBenbfnZQDj7BcJEb0nsmOEJ8DmpY7HaCq7DPKaERZqgSAXXngT/YVTL5Aty2UcnrKw4
7WizQhjUqLQUCbtGeR+p/9QwKlBUEzNbUMSjPUr14rrdpuFwjsjAri3BFDv3UvmPMI9Nut/cANVh
+c1oYa5m8zrl3WwFp+3Y61MOmza39qPP1Nxi6gwBXJR0rinu2PYDS75sudtJhKkFb8+wKgiG+T6c
Pc78f/+WHE19J61j4tQJel9uuqCLZ5CI7gfj+Lu3VZgoLvUhdAI1dy5lFLthBAEWXM1JNuf1rbN0
rA8VqkpdClHFvIAxETZEjX9Sq3G/rxzpt6htV5gEYqbu/LlDwW7b96kHmqkXqHdBgmvThBxBDTyV
GHkN7kv0i6b1zrPVIXJpzWOICQxTHViEc6q63Dc5auyC7uviVHCKMJkeW00crKxAXwzTZQO0RWJQ
BCOd9g/jLwSNHcGtd/4WE7kVJDnjNz1IrmVTRAPh/AKQ8nkATd5GCbYRRufzBEZHfx0tqpRJUFmT
2SFNpOx7m/RdKW3v38LxcSLF6zPXeoGlJzB+dAbGNF21jsRVG6Z2ucEvsPgHuD8kg8yWIra3NZI7
tVhJ8ObpwiVwxVZYs6ejYtiXi+yAJ0ppGvEE5VfqPtVLVzrZ/SEZdQ3SZeqUWbsXyDcrHLPrqAmB
Y8pgvOqxtV5QS92umoVGt1e6e7rc61qqDPvA1y2Md4iKBy50SNW/aeHa7S5a3taVUN5IattjTSZA
/QyGFMRdkpe/+Tp49/qBfd7b0LxuoHh1w5wcmPbtDb9HH7Olkd/5YbCWZs116y9NHTpUfulOqtSq
vc9Tdmpft+NTqI7/9J8X75X0xhXzyF6iU1nPiIIuUUqszhBLp7xMRl6/UFEsuXzdgquBPLpe6dWr
YuHl2gJuKLhOAd6nAcHUCyVbHJLF9jcxr2ObByWzDe+Hyba5WUEHSS+MY+dlBr+DNE2Cvy6Ub3E7
wmLyh9Y6smJc3ovIC7tC3DQV+2DMzfiPU12pmLNNPGUkppgUaOsLjg54fzGh/Ou37WjlFD6va+n6
26PDiyUNfeeHOsQ0TPtKR7+Uo3uSrr3xuIUr/cOVxf9buOIivDyWb57p24pPhlRwrncIgzA6uF8x
WDJMYxX5l/4ZXNk1NdwjTPHwXK9XKae50KEwjRqly079urclfZ+71NR/adzX+QhlJljKPmG2JGVT
dHs8FM8FAZlY9cU/ENmDweXf/wDdqDpC
`,
  source,
};
