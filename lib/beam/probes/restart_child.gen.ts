// Made by scripts/gen_probes from restart_child.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What restart_child.erl becomes on its way to a node. */
export const restart_child: CompiledProbe = {
  name: "restart_child",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "servers",
    "subject",
    "supervisors",
    "sweep",
    "worker",
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
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "gen_server:call/3",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:any/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:lowercase/1",
    "supervisor:restart_child/2",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAR6DeNrtXUuX68ZxHr7mcZ+SLFtJnDhRchMnlmSLBB8ziq6iOJbP8cbJyclRvMPBkJghMCDA
AODlHS+yzk/IMj8nfyX7rLxJGgAf/ajqF0DOVTLaXA1JNPpRXV1d9dVX8866l6+Wke+dRCcnJ7+c
d9adm1Xsnczb67Np5K0yPyu+aM1769Pq7+qXneKXb7zUO1m3vt7/f/vbfvHHwltWP+vOu+uX5C/3
JvCjmeu/9aY5abyz7np5siAPnGXJTe4usn0TnW/7nyufmnvpjHmq/e1Y9dCTuU++XSfpjH3bQPXg
+TJNblM/Y153GYZhMcIL8nR36kUR88gz8siUPOHeRN5t8bM29eVFnpK3+W+DnPqwm6crPySN9RZe
Pp2Xre372KfeAr3vzI/8hR/n21edBXHu3/rkaa9Nr1RYLSb9CfjK9rcD+zd21G8EZuw2TVZLl0ji
zE+rRq070LXpQDfzo5sQm44r8JnzhXfnu6l/gz02lO0GL8uSKdPe02lCxDOIyZ+ppJOqZi5Ij/zU
j6c+PwTpY71VnAcR2entZFlM1CecCEq2qNgYutuwqXLAAV9kS28du8lyt85q/RRulhycwGLbbSWC
Vn1tbLUNZa8nyJ5cVe4kJSz+K9+WxBnb5yiI75hv+I5TmipI0iC/pz7rRMmabtd6ZKfCyNrwyKpV
bq87cUAa59YbnfMJ/ccotO/nmbqfux15rtwTXnbnp7xilD7SvU5m97xkP+h+FQ5Hsa3TyMv9LAcW
iP67Qz9x4wWRP6M+eZF76a2fu3mw8JNV0Vbnmugysh93cx7q6K5lkpJGkmrdiw3NnLtVvzhzpCWc
pLzaJwsXyp7q3XhRRj22ay1OYl/d7d7tipgk/HMaKzhLsv1WCeUbpLuZRWanbHWd9EXPFpmbxG61
QHuJ+eyAZgUji6Vu07Ut2YYEZd5dn6b+Isl9VoCJ1eDFt7Q4LpI4yZM4mJYSyS/s00UQRUHmE7U4
q9m7tlzF7Va70OOMEdkP5dZjEN8kvC0kGAP8C0Jq43TX7WjKGXbbBs9v/ZgsZe7zhh9zREEvPg0y
dxnMgB0WIruTPrygN7VczQ273yrIRm1EzjZzB2yI9Zwo6iATXk4aTUOlarog+92/CWJ/JrNR0JcE
cZCHoWQYhUSF0GcGs4KaK4xgONv3nK47eXpPr7OVOjnXN5vgfgCTgmpS9mgM91MmO/vondxO7rht
DDTYVvWJPk17+TxN1pIfnBEbgbQ0Y3Q/czyE7HbSGpTFGzbneKgzOvYetDvCa3ZUtDyeE4V57bvT
1Mvm5AtrKbxQSiEqU+wIQ6bda/Lb3zBWUGi0JdvoDQKfvN3ULLy3bnkXy4Lf+mbX0e72Efo4kD9x
Rw5V3hZTGid+miapGyW3t6WpzZpkqqc/CuJptJr5bjb3Un/mFiZnGviZaBFazzh7YdV3bomXh77q
EeHyoPROwZeHkbJv1eWBF1pai+1E6zpKpnfbidHyUOlZaE8zYpBW94W02mzmbXQWQSy6i3Sf9d4C
WuCENpAZvXUwa5nVF3H35H/If6HFkESb0LvJiWlStJ/6Uz94s5HwC5PT6Yy60jEXTO4te3NY4nlp
84c5ozxqXPyfKLS3aja7ZL/QaqND7kq8Ot3fk6mdwu0bk5ntfvObX/0TPyHoITPiTB9mvjmjVVdi
nk09ojui/S5scVc3pVXLXp17nKC1DidoLdYk43aR2NHqN5JbgIu1ezCZZNxEDYvRbs2LfVVcOR6l
5TsvLfY28rPKRq5kAfHNNSyAjHP7Ufb+/8re8e5nzH1MdgNrUtb7j7L+wLKOBPjoRamxwmW8U/RZ
PK7wu6vNznSDldq7nzHCd8taRat4s5y6zD5KxzsoHU+trfLDSSQU3BsDwT3RlQPcSZ2whlCfkdM6
96c56/t91HnfdZ1n3fAz/e0y4SMhqhXp0cfuL/7+n39NTxEnlFMOg3f1eCj/HxNQWxW4gV9Y9+y5
SfixCT/iBvnBbRbDuFAHxTV1lAhaYTvp4G5703kQzSQgJeBFs/TeTVcxa40DqIEnWJhFufidZTBj
xuHUkNEXupLAXgpKtAIMbBzbd+alvhV7xbxeBhak5gnD7CE61Kjv72l44zlISNmlXR+YuUX0Lg8H
se7t+8pl38Xb4sT14mxNB/ZKmZMDMyYAMGNSPlOFmk6T1K+inZYj+MAMnnmEmXovTnLXc7PV0k/f
BFmSgpu0npR9T+hNFx21w7uEWv8tCllXB0kC4kAYLAN9Ypq02J2vSoNkr/7ayvQEclZM8yCJjeK/
ZwsviK6Tt3xOw/E20su9YLjXq+xeO/B1iZiVuzm8LZFgxxsI0QjZajp3oTPVkff1NAsi8v53Qn+F
1icwMXLLUD5nLNsP50PDbU0dtjpHsmPfs+831bOt4j/z4hm5MiS7Dzqvv3iNmvwXub9YJqmX3h9F
sndvcwXLz8Emt28IMppVQOnN4MmZwbrxVXkm2PGixF6LI1I9IhVzHqg+NAWqs8oPugv1tbDeZArX
Ai5WhdzDYPCNdspaYn/Q0KbjIXgNg2L7umD1s1UcTJOZT330IdlGKdGrfpq5eVKh2O41oe9B4kbB
NROBS1KyM7c9P83yNIhvvZO7k+6/fp4vMTg2Y/6rco2eFh3OyIsXQc6BYfdWOT7Fbe0pdszOIjgT
IwTMbye07ENHuw/6MD4B+NfXQPBxLoQhAMAy3Gkf6e40IVEAvd87TQjB0EwIqCwiXBBkNrpJ7Fsb
Ge6ENUZBqzHrnJhu5sczwfk/kDkhl+TAC7wIXWwHTlokZib5LC7CCMjX2Spbkt7Q2qK+nIwwG7Zt
pzfMt23I7ciahr2B730Ens/Dd82B2mfPh9orewhtDLhn7XDYDiQONfTz71nq55GwZa0lpZoa0IQY
CdGfZvgkuGyftgZnAZAzf6jscsMl/H3FEoLNLZI4yJOUP26gqNgglM0frK237VtnmXfnwe081NHl
+kt/Ze2PYHgU8KkJw+0N1U6xsIGHKkFA+gBDcmHkrntW5P6RY9gtREPjGr6J5liK6B/oa/MrIZ+1
4RjID+34S4Zi7mtxWd+KD5v8iodI+hBFi8YW8ReriGPxgG20XhRkOR0tPF34i2uRAkVrrlqAYWY1
6X+oylfRm4bTOz+N/ajmJKjbZ5kjOGyXTkc/8JbLKJh6hRvdXXgZuYZLIzNag7i48+/34+jwKZBw
elAJMoJdgdU1FDPUoSFQAlmlWpVXdZop59AL2fHie/2zFY+aMTOikzQN5sWWsQP7XfFHzeyKbrJK
s9p7gktLA9w5EOeLYBZR3BM0Y4uBQ1NMyafOoFCLC4ClK9kjT44RDtmA3Uq8uvwcYONkuIVzqsrf
RQki3njRyheYMyAcku0ryn8hYF+riWjsjzQQaIKgTvYSpJU2L3W3gPQHUid8fNxg4bNtsBBaCKNl
7bAUUSwAdIT6vbZm0TFAKcMQtrfgrPlRw+On1ZCuy0zQur2bJJrtD3DT7HFuiFd0P2rycRmtA9eJ
I7y10v72y8soxvJzCGUPM6g8L1axCKOUzx1f7gcquR+owNq6M1PcViFaypYxSvHiJk0WbjFx7HyJ
McDDz9/4SAJKBey0LoRMQLE6h3mzoL7bY4yHFOudzn+snBlMyp7MghJhVMAOqE9fFWDpjNxyszA0
iXa3JXd2tfkMd+b5K9pDEtZoiR4WHRKFtwPnxLFcmj8xAXqayuxIwIla9vJjfefzGD0C+wYIhK7E
0QstR0diArAa13gKNRC1Zb4Cc/rpPoSOwYFbL25I/HXt4AsK+Y1f5klOttyeXwj6Eeu7hPC9fZR3
twbnyp8qAcgaO5pdULXUKCSQppSeFqCNUOaeRuZk0sDZfniBuQRlgVa5uCQcUtX+mUGWlEl2Rwfn
TUMYAEOYiVFHnGhlwAcZB4Lncu88+5ngThQkEpzPJ0HmFuGJO/9efrxMmgJW9YEUEdjYr6jzlMlU
ALsd/w4DAAJOKdwyDeVgPQaRjfwpAPBgVlEKCwo5/gTWXsSuVvKsGipntI9fCfu4h3eD4kg+AuMt
R2tV4kh4C6j23A4157beneHPlbOMEg8WVNAlxjZb+lPhmGMSMb73bxJzsa5T0NHD/rUeyAH9fOsQ
FPDIQzNV2sWRMxJbXHYfcw4pNzua5vU82I4+9WO5aIwg9mStXF/BsXdGzjJyEM9ArlI8pqoljV2d
jSqo8lqM5Q8qqaOGJHWMHh59hlTDZpx/ocY0WGF/IGFjj+7d/G3SB6r5k7mWNj5BHVk/kjZ/mfvp
ogDU+GAmCLdpv/h3iUNL6Skqs8zrJtL1SlJZXkiPtleeFrmPWZ4sl0fiuxoJyY2f7gqKPJwNwEh8
TZnp1LABBvrqFTPH+RbtlLe+uA4fQFzJUj0UPVslrjUOEdRXMMCvyn0QnLu7LHyMmfTkMklelfla
5Mi8t+IhuJEho+q4fMOdeswnbERbSnxSg3GGdYmA4Fp6NuIiyyo6OPFMcXQ9LO+MwewfjnbmyKt8
PGKhx/WtRyv0kTag/pBJLSjcAijzdoBTTpaAh9TogU65vkRuOt5sJmkXEJSa10E8w3C0F6Iaxww/
oCHkNtKdqTamYPYIw/BwSSPyAk4C5k6Fu2oBxk5tc/THlttpFNbT9gOFth+DpvxDDLORyMkQ8Zs0
7OH7SyP4mSxhSwgqp/5tUODX/ZkbewudoDL0i/emqzQlfXd3/DjQr06JnZ2vMvC79xdEUrxb3/2X
lb/y3chHmlgQC2BDyGEVIN8UhgOHyWQMgZm0+2rCTdJ3faxxqApqBWHv0rrLa2AlOL26D6U+BA8Y
zvpTpby/q1xlSO+0p5/OtGlsSH+lf7w5tdEPaLZQPzx8nUohDtHNklQBucRD1hCCANyZfS3OD1nH
Oz6Liy7VuZAn5E3d3Ls2IEyQpy21X/UZu/LVAKF9l5SkbGRJBa2b5Eu3IFX5HFb75JJHFENAxC7B
NXf5g5sggk+F536aFyVAyYzEHnLElT8pmGTc5Sq9Rd7zw/JXUUAaIkeRl/oeeSSKiEmawA98XD4w
C9L8fqvdyOF1GxcHmRfPIuQ9H5SPkeNo6rtTstYx8ruXWTK983O3OuaRg7MsdslWxm14Cas3QN/8
gJZJ8m2eFtMFD+ZJlRlXsByC3z8tVyfz0zdIA6ebundg49V3aONl2VHwmxfErIlnXjpzK8cy2HpM
FoFK7OO/76T+W1gyC5ndjMkd2G8AcgCQHsyuYeOraGEjdZLp++A2Sq7JTwpDUfa7rrfK5+A358WL
/OViBvex6GIx/2pRVICEVKVrVTUIQa0OgaTYkqzyGAmkSz+qyKeK/AliVmY50XJlthJ4GO1FMb+h
+CNNSp9yoQ8kLn6wpDThtGiyMCdWHte+2LP4DjNnG8M6Z7NMO8V17REFc6sgQN36LeuA6/DyyVQ9
H92lcWoL1E+UCFIbM06NRtdLY0CYiAahUDuwvoPuks/esKPr4GuRCpk1G1HvSeJresSE6LvrFQ+l
84SPBDWkfv0PoYQDhF6InpKLk9iICyP6zS7PRzJSPjEnPbey5ly06LvynctgemfjWWOuvAVxtgok
qEeK8NtgKbtblwzdGqMil6WlXVLqGMwo2opu+5NPZD+25wnuFc42v6l0pE+McSmM4uKsL9rAol7y
n9gXLcDXVY9151OFX8csc2bQpJ/kSisrY1KrNAZcQ2aApUnAP780Tl+YaCcBtAy46lRwbI6aaMeu
oZ2RNsRLEI/2G/mr1/xGpnEgL3/+tX5hBbjHLaseE92pEeCBZEAdxGgy11nITRXcTpEf3+ZzAF4e
Gs+OYYZhiWU6bg7gQBa9QLRTeDRhb32JM47VqQdf7pP9W34iIteayRkb8tYADbNQlAY6whXKPKEa
poQ+8OXLNs+mpxVOHWmmqNWLvX1mXjqn6CdeOaejw9rEl6SwjBENNUN0fL2OGq8DNaKwHI1V2vmp
vgg6QJ0HLHxBdiHEXWTdzZ9Z4hCcsF7lAlkilmE+C7NuRL8fJXdvZEZlIUKAFbfBEgLIXIoi398t
PY35ETCPx0iWxPUdjyOzryMB1DtiPFNmXli9oTjouJpU3Z+rranmsoyI8bQNeXAeGXlC+lCWaeRo
FV47BCXbQ2RfdovauXo6+pzoaIpPisU3MSn2dVhbhyGaQ9sQPswx48XHuJT7doTog9AcgIoi+fgq
xY6Yd9DSkV3wBRRuE4EsH4rfvCuvbI/H4O6CivpInxzdhFi89Mk/5rvo5bu0vxv5LipsbP8xE+Kh
M13C0CK5/YZccrw9PsuCerl+6ZK+CUI4DCGjBOp215orkaPrH4f6UfqnW0bJHcgM+tWLPXICdKOP
6wEkdCLvD4F8peu52DMTl1BvPF+7nl0+0JfFEZ5tzBPI4ZKA4RHNyUh2LLr4y86Kl+1QpA+VQ/y8
KvcrCoVMmYv+yGNyMO+yC6xe6Gi46cygwJEHY5TBmNY+SyKstfFOKwQdfGmznpxhTZq1fa92q7Zh
+C9XrWbvXpp5ka3n9nyHcQVmt60VuT3cuA63uNh5Ci/1y2+i4G2Q/vQf93MlWXOQ1aF5uCFC2dcA
bGoDErCsZVYF27igu13RobF10aFhKKktJkk4KwFSDZzm75kHSMpZhyIkqLtbI/zA8sqWsB1pOYxB
qFU+Y1eoV81+y6LdDEKqXEGLA9ZnworZXIpB3d0+eK6sJ8zY8pstJUdLCYe9KUAFzU/kD2tpP3S3
I/CkkPJoG3NWbHC+3slQOaizTa5lI/MrJm4aTTCd0Vm3K9u2jDpwtvCC6Dp520gPgBxUs9mgklNr
z8amLaMOdIvcVxo+0cgW5NNqMXtZ3/14T3b0YgfCpw2A83WSzoq3KMdKJfLqIoUmykafFgm+WZnh
24xQUxnDRiv5fMtqR/Te9T1UJGpbYQ/035kUPt4x8MNYhysV+dZVeBgg8VMqMwyukjXQsCbAUrha
QTJVDlEz2SuDpmqI0IBiHGOnYW7qGTdwLQjWikJiS+wtQFbQWR1TKdCmG/sIWNRQYyY4+Tdz/War
6+0KtCWQsieh4axSdTFk5OOYgwp0iDqNRfphk58F1Q+Zv8b2pcI5GDtpTFnA9XxJlAYbDBUqJCE4
V/2OCdkYjvKJbTYGVC5xM0m1r2sjE8AUfn7slTvlD90ZFl/xBwQLn5SVE6lRnXZsRnlISaZOxQt6
XcTb5AhN+6nhQZooeT9qltG61Mcbj5DrYiGXqgpbI0k9KfNoMlJH5goupO4ARo5oS7wg7VcWbGlf
Yghj7xknN6FlEbvIvIidZmGUftgstf+VICKnGiLC3loBdQ9Ag/WTZfSSuMZiEpce0EkUooGWpXy2
9NLC0hHRiY2gUwZIqQiDnEIx52ugvEBnUy+Oy1odtBJXX/xL4DJNaSJ/jTh3FbZA9eD+LLcW8S+U
5wYGEOsfrspcV4rnMWHO0uPe0uTXepL6s1XZSmZKnyW46ijZgF2rtGyf6rqaGIYapfRQbq39Y462
V4l+SpmfS88d/eBI05UhCRtWDg2m1XGo54Wln5nYl7kS7z5EJ6+DysvSRLlWBwcwg4lhhkrgr03s
Yu7EGmF5qW3siw72RRf7ood9cYp9cdZERtqX+mD1sV6Rvo4Mr/yqz91/GEosqLmWfnMDoVCfXf9k
GTU1+gnFOKn+ojl9yNbq6JfJUt5lRd16tvaCgoxGedWmFCxaXIvBzqNwR9sM/8JTfu2nQNQN5CaK
kgQmeHpRfOPOg+uCAyz3JaCad3amxYvVxX48zdYyGzRQy6xjX9iNPWs5B2LtZmiww87lsfvfz6S8
yZRy/bBxYmZlRSkVVegBfRVyykN8EHzaWm2XuqMPNb3Ilt46dpNlro/epeyUKTXrghfJ2aKJBZqz
TR6AVprv+TINkjTI71lH4u1cRD+YJl+AeUOGCG8p4L1vQf0PJH7UB/E+20Qco2BBB+KYl6oXMzwA
HR1tY5hz0jk4iLyeF/lHGohCiZrRyGqtQmg1nVcDI9R7IzWNoMmlD/MKQwfA55RT0iA8t/68gI4o
lru3AcfIJVBnACMeu1K7lbO8YImlpzRK1n5arJcwhkvZVRiOGVovx2v9wEUTo7Tu51f2SSRDVYxg
2GB0Vai/9uP3UACfU6du5cWdf7+/XXR4HynuOJwY5/UzETSTlKwN4G8WvIEtnOv73C9xOxBwg/Vm
oJM4bohqm0du8GTaCHagjV8bUZtmsgdEvP5SlgRan26JxTAMwwYlfcw5icI6DoF3KA/E4G7NFjPg
ItElzhVM4I2TmS+n+OB+rJc7r2ahPUapgYJTpbQ0jMZeC69kzzBK3y/gO3T/cGQjBiZ7R5pnIl5k
RWI1Djdml5c+BIEp2hUXrWfyb+wLcCF3/2MAPRzIKKnncHFsC/yMjsVHi9IAizasdTe+1l8DoOaM
xBAUBbZmT/9Wv6djMfdU0tMxa9EdopLcRFHKzgCOxtMJD5RPbIl6+RxtBdUEj8Idml32zalpdBnJ
tDno6lJciveE2aqCKvs4qbwElM5Sh4P+p7HAz9JcyLYLhskBNgmaPR9VWpxQO6F+3TWBbeDUhGOY
OZY1/TpjBoE5+NzM0tmRQuMwwVpA16ESkbQH72A4174M99Q36Rkgl8WIFbgsPp9JMgjq9MRYntXb
6RLAgZ2iyaFXMtBF6hXpF8KNmROX3V8sIO5SvA/wDmrgQh6a7QDQ8JqgtipQqoz+qYHg89jngT1P
+RZJpgtyPBo8eqABjx6q4dFDEB7dqlFGYTtjyOqzE2kPiuzXBkXKhVnvfnOJXrgcWKLlwVC+rgCX
wWArxNCG0Mp/aFnkMgCl9HB7hrx8wnoJqTs4eF/R0bHChMKO0Hrw+E/0sUmOJBNlXEO6YfSpddES
nq6tYRgrveQ1Ki0ZIZQPUO1WeQM+KIihluHPT5YBmMCQhkyXUd2KN05G7neMo5dPGeiHDTLMFyTy
WP5Hl9aOR3HhOM3WQDNPrYjzuSZ0roAxwp8PkM8d5PMh8vkI+XyMfD6h6dDqZzbiDMwT9XmLWjDj
pmrw/Fx9Hu7siq5x+SnngIWdBrhFpym3XEXcF+W8uwVTr5uuYk02cK20ooGErEWjZx9QPZsmi2UA
cBhPwsNWnOJKeMgrTvE/VuZhpH7Bf2els1wNRk4YCT3CMYPjxqsIDXFi/B1rNUNCzTdUUFOeaJxZ
FYUlWukZ4YnX5wlX0W4pQQfcYnWtXaay49kQtoBw9EmeGKLAhr7FGn0/SuJbP8uL7b1IYneZ+jfB
WwnzxEhVRMS+rJi6d9nqpoHeNWSLtsDL52fosdvXLy/etgMSYAwK2xq8LRVVI3UmFf8WdLTVmuhU
8DW37zh6i2Zi20hFmU2xPvbgMrF8+hKqICPL5++sMv83sRVVaVd4gbZjl6Zl84QwtaYdCZlMwHv2
Oz3nFsiF8XF66tSTDta9p5Oxv+GhbqKShG1gCSsqoQwQP6EIE9CacH2ZSrRPr8AxFnRSB1K+u0in
BRDYBuXZWdy/dgICDAjEEg70407DkHUJUT8mlx9ktNK6FtI6QTOizYSo7WFSWTpRsqabtlYCp/re
pXGo1d3nO86QkvWuCQ5InoYETx37Lzo3tIb+0E0AAq8/35UKJA36SmGjdHhAgOLRq6V0Dla1o2NQ
S2cA1dIBTpCZz1XNUTgpezfRKptTlxcoSBgePK1NW7fuDpjHSi8Hr/SiKAJx0LzGx+U9WiEfap83
w3iII4IHzaYA/MIq4q1Z0JrTudUF15R1wjJY7Mghl/0GU2YGwlVacqUzf22cz3MviMxxnv1QcGY1
HLGaoFGnQV33rY5xK9BbjuyKYV2BHMOhjMNRhHeMgKsxxJfNdVkdBGsQ+SaytQ31/NRGOuUbS4af
y2NlM1C//p39iz7VdwLx4JgDMU790rTuDbJbenJtIGrwDa4VQQP1tYD4Pa169B02LzlJOSjyCEtv
YGF4LH8kzJeHspygBUyHkkxzmBBFI7x7GiXJ3WopcpWOJDmgje5XrZP+EkMLmk28nVQok+XMV791
BP3X5NQwSHDpzrQ9PFDcbZN7HWN7HdijvffoARhUr5YF3UiIw2dFHD41cjNRDNrs5X80ZyHIuKyP
BbSF2QjLgWJMhb/DvmjBp9cQwv7Vw/2r7BA11H8CQf3bX73GLXDIKbaXevEIcY5iawxClMp8/C5i
dk3OQ7RUGCdelGWLJB2NeQnGEKMfgi5jngNbMDn1kjLeoSmTXC2b4RXomCe7acQwhewijToN1NEK
UqShfRavi+9vvIN+5qp7L2XNZq6C0oeoXBjez/y/GvH7pg==
`,
  source: `
%% Has a supervisor stop one of its children and start it again.
-module(restart_child).
-export([run/2]).

%% Answers #{done, supervisor, child, restart, now}: the pids before and after, or what
%% the supervisor has instead.
run(#{process := Process, child := Marked, dry_run := DryRun}, Call) ->
    #{pid := Supervisor} = subject:changeable(Process, Call),
    Id = marked:term(Marked),
    [{Supervisor, Said}] = case identity:of_processes([Supervisor], Call) of
                               [] -> envelope:refuse(no_answer, Supervisor);
                               Known -> Known
                           end,
    supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Supervisor),
    case servers:ready(Supervisor, 500, Call) of
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Supervisor);
        silent -> envelope:refuse(no_answer, Supervisor)
    end,
    #{restart := Restart} = specified(Supervisor, Id, Call),
    Child = child(Supervisor, Id, Call),
    %% Stopped, it would be forgotten.
    Restart =:= temporary andalso envelope:refuse(temporary_child, Child),
    Answer = #{done => not DryRun, supervisor => Supervisor, child => Child, restart => Restart},
    case DryRun of
        true -> {Answer#{now => none}, #{}};
        false -> {Answer#{now => restarted(Supervisor, Id, Call)}, #{}}
    end.

%% ---------------------------------------------------------------------------

specified(Supervisor, Id, Call) ->
    case asked({get_childspec, Id}, 5000, Supervisor, Call) of
        {ok, Spec} -> Spec;
        _ -> envelope:refuse(no_such_child, Supervisor)
    end.

%% Its pid, \`restarting\` or \`undefined\`. Those of simple_one_for_one have no id.
child(Supervisor, Id, Call) ->
    Children = asked(which_children, 5000, Supervisor, Call),
    case lists:keyfind(Id, 1, Children) of
        {Id, Child, _, _} -> Child;
        false -> envelope:refuse(no_such_child, Supervisor)
    end.

%% Whatever happens between the two steps, the child is started again.
restarted(Supervisor, Id, Call) ->
    guard:protect(fun() -> supervisor:restart_child(Supervisor, Id) end, Call),
    case asked({terminate_child, Id}, 15000, Supervisor, Call) of
        ok -> ok;
        {error, Reason} -> envelope:refuse(not_stopped, cut:text(Reason, 300))
    end,
    case asked({restart_child, Id}, 15000, Supervisor, Call) of
        {ok, Child} -> Child;
        {ok, Child, _} -> Child;
        {error, Problem} -> envelope:refuse(not_started, cut:text(Problem, 300))
    end.

%% By a worker, which can be given up where the supervisor cannot be hurried.
asked(Question, Ms, Supervisor, Call) ->
    case worker:one(fun() -> gen_server:call(Supervisor, Question, Ms) end, Ms, Call) of
        {ok, Answer} -> Answer;
        _ -> envelope:refuse(late, is_tuple(Question) andalso element(1, Question) =/= get_childspec)
    end.
`,
};
