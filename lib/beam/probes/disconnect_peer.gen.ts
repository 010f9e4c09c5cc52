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
g1AAAGD0eNrtXLtv48gZl0lKss6+3dztHq6++hAkSJogwHZJkSZpAuQ6giJH0tAkRxiOlnaKq++/
ToZPcZ6cISnZi5U7U5zXN7/v/X08uMWSnI4JCBbJYrH44eAW7u6UBYuDU6zDJDjlIC9/uDssi1X9
f/2mW775OcDBolgBnATZ/vzADbZ5+V8aHOuXvYNXvKf/+TsIksgHz0FI6BJu4QUEpXTEOkc74qf5
eQ4vBDAZHHYIcMQMu99C4ufwv2Bo6DcHQH8tEI56o5chDv/8p6Gh90eM9hjkvYGb7QsB1bpxHJcn
3tBJvDBIEmbkIx0Z0oH+Lgn25WtO78cNwXRR8AxJ76FH8AnEdLJlGpDwUM3WrPl9eADhk99OGaII
9BaVLb8GCUhBRtqV1zAjYA/oZIEjXGdcX7vwWLqXVXA8giwav75rs76EsHuMTkefwjiir1XTj96K
N20rXg6SXSwn02MYZCFIfAJTgKWj79PgCfgY7OQTvNvCLMAvPkF+AnOiY7Igz1HIzP0QIgp3OgFB
WLP1oWk2dHcAA3oQ9cG0EyxPGaG8vSwcRLde3P2sx7ROJIiTa/hacSflwI6gMrJs8mNQZD46dmgZ
FpFxgxkpmUsebyHVl77OMFIssbyUY9lEeEsBF5d/1SZQlrOHSmD2xPzCn6wnPiHCkLz0nrkJKvrz
jj7wSn5gR3PgFhxO4WaQLsTBRHFB77en9EgZNTqFBNJNS0lGAE7j8YdZ2xymkwP3g/wX5E8UVBLh
rR3mbVH0ouabtykzFPaAuMAqCQioJCp/4f3/3f6IXQATEPWevCMB3gNSnQidKulcYoEKg+6CYhPx
ekSYToJquJTSRGZo1NvjrLI7wXQQdFd92bFu5HIXJHlvaDdjhjIwfILl/kTNMn6cwQ1HKD9zYWzB
e15DXSUTtsJYu4PHNPdR5teXeIba769iVengXAldU8NcMrmgi7xihUGKCGBZoBMmHaBTlCGCMhhW
mObx8JDChHI/oEI7mmOLjl7ydkgpVU3OaqxYb2/DbId4s1Cwe/gV4h4DeoWThBKLt530fg8yeuUE
yKxiVrfKdrCCuX+EkYJXYwWv97Wtask730IEnJlPwfrz4bChqoSdigPVFDAXdkBnxvGg1NtQMQJ2
MAORzgRTLgIzSI0czVkqsMXShxbE0RlgwhUymrZde1W4BL/0kTBKQt3bG4hm+5NQUCHNWYOzU9jx
mco6jdwXDA564qWCcl5naId9Vb8kB4wKzQtrat/QmSKlAlIrr5jlVaNDz7l0Y5bEJvRQe6G8dTLx
UKJt9S0V5VvghzjID2BCoGFjAXgFYA2OHzOLbunwXxgjMLaSFs6Au6amb0e9NHj2K8+4vRzzsIHH
3mejw/RDnqhhwJuig+YXwBhhP0H7feWdsNbo0OgfYRYmp4iS/xBQhPvVHUGQiwbxNMKzIQTzCCfv
dIlkFMdwHpfUTxNHyXwtXiQMbbb2thTAFiVqB79tgsKnlnZjgpZmdulDTo302s/CNffaz+GmMBMj
haZjg2eJbFn0nQaZULyCI8FKnsxb/I/+xSPOKBrFwY5ip5ofgxDAzw2TbGw06brnG+vcd27Rs3+g
Cac5MhuFEUkTYjHfGOuNIVJ7lPP6Ysml3iYvr8/RCIHZpAxocwXe33/5x79lpBpWd6w5wdl9zB1x
5r0p6JiYEIdwmWM86A6woYwlB927q0H3jjVTOTYV912/o3ZD+m4dO+YKCFfEAC8GzA4vJQ+Xjt0N
aV8N0sZ7DI+1x1BjRhGLvRhklemTG3JvyH2Lvq7St9W5sXPzz1Du8cY8b4p5FClt1fVNAEad+hdj
SjcwfKmSdG2fqLeUMUr3pQNEnWlVOzS90MINYV8cwh4u4M9cA+9iMrtbX5LGFoN3QuyAh/UszLOm
KCEgJJrswk1Efy0ievQSj/Y8qi686qf4hu5x2bc1/vav//yzT0kO5iFT6suWLd1Mkq8T79NEdFMh
NXqn347P2s8RnW5KtaSMZ5nadPW1jM5giuwI+lxomedaR/RdfMpUulJRirOUprb6pYYyAWB1w++s
ZC9XBMRToSvrMSp80FdUyGtftHWIdemQuphwuMy9XwjJbnUIzstyfB/PqxSk27ZHQHV33D0tMyrY
hFqh9WeYw20C4vg1d7Ghl59RO6wLi7s291sn5uW1GsI5bSZukvZi8p2ffXWAUQSyaZO3Si6eWA31
3kKudho7Q35+Cg9+JYmskbDOT9vy2Ug4ezn1YNV1bsOYYQnwMa5tpzqLvQ6yiBIWdQ/cT3/9pIer
JcF/Zx8F6KoXr3rLHjphqcbraLNCGNSoHGgsMTUF30cwby7KL6+Rk7tMRlhI3VqU90R1cXZzwxki
I2v8OVVsXHnvPUFNymSwXL7D8puRwkyd12VKQvtVX0PHXp8yyFnmH6m6xdQYAjgv6VxT3LBIHJb3
smXyFwhTDd6eYZUTDLN9sHhaeL/+kRx1VcqtYWLUN/RQbjqni6eQ8ObHuXBZTXHHhuJCJKhjKFPj
Xqyd5hiYMzVn2ZxrvDm7mjKuEs2keI13ErTZnDFi/Du5GPds+Ui9RWUIbRaI6Xo57wyK/NouITXQ
+n6x0c7mKLQWPaiRp+I9r9FdLF7eNGq4Q1VPTLTjGGACg0QFFu6csp7ITYYavaD6OT/ljCCM58dW
4wdLq1adcbJshLSINYJgotH+OCnL3ZBH0z/WWudvMapTQZJRfvOD5FI6RRlFGlPgrIrbSME2Qel8
P4PSMSyonAuVNZkNwkTyQPqcHwRR9gs5hl+VkHyr4FL9+pbA+GAMDOnEKcogQZhXtGL6oXN/zYgr
V0ztcqP79b0D3B/iUWpL4tsPtR0atWUI8GbpwgRw+fY5vaUju7Afz7wDnimlqcfjlz/Je9vOPYxk
95c4NuyRYzrQquYYLkklRu2uEG+WGGaXERPcjUmd8aovbzBvJXTIKRaa3JJlbuky32KRRdhH9kJL
omPadmgVUtUd0FJhLIlP8Zq3NSWkndLKljqdCpA3TQtO3Dl4+YdPo3evHmjTna2oL5H0aOuDA/N2
ansWvY8Dzb/GpZwtzZp2qZ90Zf+Uf+lOqtDqcIOZaNS+bnMZV0D74ber92e503L86hIgbX5/QgEG
zyWDxlCfTlkZjEwuXovBf+TndeswRt7R5WowXhUL16vIuaHgMpU4341wpq4UbDEIFg9/Qe0yunlU
MFvztRlRNzcrqCDpBlFkvIwEhRNIYh3gr/i1w+0EjckeWmnIymrLjYnsDAvETVOPC6Zkxj/MlVLR
R5tYygiXohOgrS042eH9OCP/q7dtqOUkNq+g387h0Vkd//npcLWgoWf8OQA+DNN+C8Au5GgepGsz
Hjd3xd5dcb40d8WEeVks3yzTt+WfjKngXO8QBkF4ME8xDLVHThTkP9hHcEXTVJNHmONjVVZfspsn
oUNhGjZCtz/162ZLbD+Rp6j/UpivdxOEGacpbdxsgcumpDk6GZe/5ASkfNUX+1E5iwsu//4PUGZ0
qw==
`,
  source,
};
