// Made by scripts/gen_probes from memory_use.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What memory_use.erl becomes on its way to a node. */
export const memory_use: CompiledProbe = {
  name: "memory_use",
  library: [
    "atoms",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_term/2",
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
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/0",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:ref_to_list/1",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:all/0",
    "ets:info/2",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/3",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:merge/2",
    "maps:to_list/1",
    "persistent_term:get/0",
    "persistent_term:info/0",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAPaMeNrtXUmTI0tSrpJUW3f16zcbww4DDwbmzWNaexVMj2EYHDDMgAPWzE2WJYWqMkvKFJmp
p9d94MKFIz9hfg5Hfgb8hblApJZULO4RHpEpVfdQfemqkjIyFncPXz53f2iuzvLlYsaCk9nJycnb
h+aqOV3GwclDY3UxngXLjGXFB6cPZ6vzze+bbzaLb34dpMHJ6vQv9z833rWLX+bBYvO11kNr9Zr/
NpqGbDYZsW+Ccc4Hb65aQZ7M+QMXWTLNR/NsP0TzXfuN9amHIJ1ITzXeDWwPvXhg/NNVkk7kt3Vs
D14u0uQ+ZZn0upsoiooVXvGnW+NgNpMeueaPjPkTo+ksuC++1hA+vMpT/jb2TZgLf2zl6ZJFfLCz
eZCPH9aj7efYFt4Cve+CzdicxfnuVRdhnLN7xp8OGuJJRZvDFP8CvrLxruP/xqb9jcCO3afJcjHi
lDhh6WZQ7wm0fCbQythsGmHbcQs+czkPHtkoZVPssZ6JG4IsS8bSeC/HCSfPMOa/poZJ2oa54jNi
KYvHTF2C8bGzZZyHM87pjWRRbNSXCgkaWFQfDOU2bKu64IKvskWwikfJojxnu3yKtkcObmDBdjuK
EEVfAzttR9o702jPLCpLSomKf+u3JXEmz3kWxo/SJ+rEBUkVJmmYvxf+1pwlK3Fc75WdaytrwCvb
nHJj1YxDPrhy3uieD8Vf+pH/PC/s8yw58tLKE0H2yFJVMBofad0lk/cqZT8pv2qXoz7W+SzIWZYD
ByT+3hSfmAbhjE2Ev3yWB+k9y0d5OGfJshirecdlGefHcs8jiuxaJCkfJNmce8HQ0r27mZeijpxq
N6kq9vnBRaanzqbBLBMeK0eLk5jZp312v+Qqifoc4QQnSbZnlcjMIK3tLkqcspN1xhddz7NREo82
B7SnmK8OqFZItLiWbVTdUh5IE+at1XnK5knOZALmWkMQ34vkOE/iJE/icLymSPVgX87D2SzMGBeL
k4qza5hFXHnahRyXlMh2ZNYew3iaqLqQpgyoL4gExmmtGrOxotjtBry8ZzE/ypypip90RUEvPg+z
0SKcABwWIdwpXl7Qm05HRIbdswrCqLXQ2XbvAIZYPXBBHWbay/mgaWQVTVec39k0jNnEpKOgLwnj
MI8iwzIKioqgvznsCqquSITR3b3nfNXM0/fiOXuJk0u62gTPA9gUVJLKV2O03zLT3SdyciN5VNgY
GLBhm5N4m57lD2myMnzhgusIfKSJJPul6yGS2Ym0KI83bO/xiLI62Q4qr/CKE9U1j1dcYN6x0TgN
sgf+gTcVXlmpEKUpeYWRNO4d/+7PJS0ocmLJBmpB4JtXbs08+Ga0tsWy8ANzM0dbu0fE68D8xCO/
VFVdzKqcsDRN0tEsub9fq9qySmZ7+vthPJ4tJ2yUPQQpm4wKlTMNWaZrhN47LhusdOeWbjy0bY9o
xoPVOwUbD33r3DbGg0q0ohQrSetulowfdxtD8lDRNLSXGVdIN/ZCumE29zGa8zDW3UXUZ4NvAClw
IirIktw6mLYsy4u4dfK//F/ksSRdJwymOVdNivFTNmbh11sKv3K5nS4Ek04yMJW37NVhg+eloV7m
kvCoYPi/sEhv2262OL+IYqPJbSVVnO7tZIFTFL5x2dnW3/z8b/9J3RD0kukrqo+034rSSqWY63HA
Zcdsz4Wniulm1Wpl0/lMIbTTwxHaqaySKVykT3TzHYMVMMLGPRhNSm6imsmoPPOCrwqT45laPnlq
8deRrzc68oYWEN9czQQoObefae//L+0dzz6T7DGTBVYnrbefaf2JaR0J8ImHUuGE1/FO3WfxfMIf
rzS7oAYrydwvKeHlsW6iVapaLhizz9TxEVLHS2+t/HAUCQX3BkBwT3flADZpN6pA1Bf8ts7ZOJd9
v88y71OXed4DX9PZZahGQmwnciZeu3/9D//89+IWKUQ5VjB4t8+X8q8YgfqKwC38wntmr1zCj3X4
EbfID4VZHONCTRTX1LBiWjMu4MMkzlSEiXmbZ+E8zGXFGgAANImQL8Wdad1Y/vosz+Rd/BAudhSy
gTp408BnGg20UJURjfx1yrg+Aq8YKLcqgoZsO1PZ1TRN5qNih2iAGW0zm9utNKHydIASxLNtgAQB
hGgBDh3dvee6i1fs6H2Ws3kJkRHF1OUadhp+YFbYVsFeWaZMwIlqXlsjO+5UzVc0mZUMvhEFnKD4
D2ueNRDBGb+27hkQe9p4PbTwQc2okDYVrXWxjMNxMmHCn77LWSDlAoel2ShPNmHc90TsV5hwwr+T
XFBJyrlqN/PzLE/D+D44eTxp/eubfIHhkXboIhLY9mUx4WykicS2gH01bHGDvMVdSbRT70IdGaV5
RbqR5xya5DnQ49ha5LtNCGErd2gPiEA68vPn9FugY/ABKpxWnQh6bkQgwGhxQhDVOttEaoFGdaMK
qxC1DG9QaCtj8USzfjsmLXwRpHkYzNDD7sKo/as44X+LCzsa+ThbZgs+G1FaVKeTPoZWafjJDXe2
jRSOrIgMdDA++6A20vvYLIi2fD9UPtlDSGPAPvEDInUhcqggn7/lKZ91W8ObUjZbA6oQfc39UU9C
pQJ3bRCS9oCksUOlVzke4bctRwgON0/iME9S9bqB3EKdyLR/sLTeje+dZtV6CO8fIoosb6lHrxJw
aSDxTeD2Cp9VhsWiGu9uqehlMLMsDuYM/OR8jfnLwM8ux0GahlxPBz99lXFNe8ZGhgFeb79iHOd8
kSRFFFnQyfcGvsZ4A39y/I5LqMiSPDGo2ZL93poERss8nI321ADz8kWYOZj/tHlgHPC6nMwaVgw4
skxQcYzgLx644cvSDJWosH+pDoDmd120DFnWeKQ3dis4Ub/nP1Ngeph6CCTmbSUtM7kMgcTCPLib
sQwHGnfp9HFW/I9Th0EUosoSkJM3TpZxXjMfvyj+H61HtqcSbjwKh5jAemTrBM5jtiriid4k+mt0
idr3kxSfL7iY4LKOv3+Us3RuFRkNf7NoQw+SKW4LyM75caXv0Uw/+EBfK2uSM7+mSVQLXePrAB7Z
OGfdEkDY+wre1O97Czc5u6ZaDiCe00ZjxO35R8TcNCkPbJ0LIzFjkmfLBZgyJZqR9CW3qClNHdyO
a4NGXZk28QMMinyR8rMPMkbKKtmYvE+bVKKACL/z70dP1GhWCxnL0A5jxLhCqH7jIDYaZTJNp/Ng
dvCIfXG9PG3A3mH3DxevP/IpHw+R8Xy+1fAYn5MdMYd0hqJxE6A+zgFuOVPgBiluAN1ybQPdNIPJ
xDAuQCh+ayREpvp7IqpwzagL6kEAWOpONTABc7XFIbJJdDhno7nyheZn6qnGi0Hy7JSdyg7TX/dk
p35UTdp3LNJ+AGqlT7HMWrLpt3psC1FGh1A1lQHsEMQY5zKMuXoqhUjWKEexxsLTee5668uEBlxC
6+R5HIMaqqGGd3UIU7acY2gwvWaS5JKynyN+a8gOraH7vAuD8Y6l5rd0dhXi8Op5mn9/fjeGvetX
xSejwsUOgV7AXbsFhbWzmV0EMCqLit9wqEX3Rims99Ev7jcPtDiQQrKCQkoS+FU7z494ycc8ZYjb
P511S+XxKkbT+wBcsUUKJ0GCvMnk6yfY1K+wFZB13LHfsquwricpFM5yvqwuPoSLVZg/kACqyg6t
HdloaRS5CCxxOlcTfkWHXKNheO2R8xmL7zczPtWcmrrXNkKqVW3d+HChX+/j/e2KZUtoQO5bRWHB
cA5NE7bvCzH7hKv8JLTEi7AoZLherTxWBONt998YCUVk9z9RgA2NcOIIeDjblCoGP0pWXCU0ARG8
z/536JGyIVbElyCYWvtCkkpIWtqYCMNFI5CL3Y7s3OxE3bnjaPDoEihb3u2QDg2Px1P2NUsz5in/
WlmSwhnmagFjI0jkQAe5IVaFtagFPAdRPUkBN4Dj7JwElOCXfq+ujNvfpTMXGcbRrqtK9e9pkztD
s7nshfpCbv4DAWjbY4tw/Ohz2pIfjB9Z15oE4rQ3v+/gl/a9EdVZG1zPN5G9/nMry9nCz/dxaymD
e2t/u1CGwNkFNiKEGCLJbAA9Qsa6/orbrNDs4TQ5hO/ESa7NAoJORqpJ6JJE50TCP/CsMNBBPTxD
GEqZsvsCM1JUvkR1m+uicHAYzEbFCmCw5VZgCMfsjiZtLhCt68U6JM8KyoUdqoB+se0xQb0nsZzb
pnEbfEcEsbi7mvv7AkNy3g3IB50qfNCRq6x3I6fBtjtc0hpwCLJwUF7mzxx/QI/JdFEMZSdSNa4a
YwBN77TcSrhAW18Ushuc/csupgcVMm3Lx3F6+NKpapC1JX5LnEqkga90P35Z4H+9eVKuKGz+f7b5
QvHVAlhXEsC6At5uo17y30Zbml0/LUzr31YXEzYNlrO8/MHyxN/RnpBsIjEUVj6FtITJgimTbOJ9
Jfp8emNLQu9A8Vo/nBqiRlRCqDl57xqm1kteySw0HuNi3pgz03QqSd8FtDBDhwBuvxU/Ql49Spqv
11Rg3rrkU1mPBL3WPnfHm+MULIBbeRhH2M1Zkj8UOJ8qkN5CnSi9+jo4ymk5f0i/T7WyiM3/lnmK
1LnAkPBLT851cOs47cYXTma/HS6hEQIlu79afl/LoYJ2G6qgTU8OdEmsW6f2PuN2abjdxqeB27Vh
fNrPiM6nRuz61JC5mCYpC8YP9LReyKNd0QnyR3RJ3FOsuW4t1lznIEgix134Y4eyfLSzfWTvp+G+
jIXargVTdASF2ewgUJOA0TSQjo/jQi8KUm8vnI//oF7tEp9H9hOrAw7ctoGaK2zaD+1xDGQaol0r
XdYX/4V8FnSwD05BB3WnpvJLatO5vd3tpeSRpZIS/PtsrWmNsgUbj9JlDGiCjgN+WxhwnMwXIWDF
dZxqWBm409ekbUdgS7sqckHY0oJl8XJjgnaasmnxvX1owJtNSb2lrFVIpFbRePGLaMuSdSGcYrbS
SllmK8YWSA2HwqIbY72AFXvBCDwwFDYRQt3Q4IPjVDX5E4sRvnOMNr76ykNp3mffR7RNwbxmN1KJ
ElrQ+1bz3h7TZTFQ74cffl6vy2IISZghTXOHlr3xjaqa/XWcjPaHaG71eyvEitAuGxnnfLlb442s
VlmcwF0tvYosws5IDtqhIVhsBF52awn3tR7CWDPsPOygWzgmHxlkKtKm2VpjQ5uytXX4epuMcXiH
wpFZzolE43V7HMyJ8/+UrjAO5H0VGp0fsm218O1f+r/oR5410ztmyVABZ/ol3Rqvye7o1VHHrGY0
rbaXVBAsaiSXxT5EYKz8mxfO9dOFRZaqzpdfmowgb39PkyQw2qaW3o5U9WMr76Do50m4xsQHEom8
+KLwgWbrYl52h+e2f6052kmCYoOTefWFCIyJKowkLkvHSxsrwXsfzVd0sXYbuSFktPpSR4G84MXl
25E54Vh0jLcMohVTLaFlq/UGu+5baKInFOBHfQhdQxcHJyBC9nAHCiL38iTnLLdvzW1H7kE+rrZR
EfVc3J9ZU1IIHC0fqJ1qLBQoFN9MxkW598jk9jCCKJ8EEepAMDcwilIQuTglHFLU/qSig5wAqQRM
yPIklvGETcNY6mTrTk5yKEKNZ+xUl3NuWxfN53e/N9/+5C1Wp6KkSHA/i/Snwup6ZO/N18uwYoUT
2A3Q8zcHlQ7x6/5HDs7FPt4bhPruarhEEZd7fNvxHyMUl/5GOogzanYHvXCf5hXokz0PzlXzgCD2
ts/AAdNPujIO2uyZq5I2qbzosJkgA1BZRaypgcUfVcXvU0XTfWP176BX0w2EmQfjff/pEggsUwkO
4shxU8o6lRUQ9ZisF/6wUsMy1EtlqYQ9xFRR2s04JMcgPati9WxQYjAi1YXyKh0Jqk3IbjP1JsIX
QWw6Q8dU9M1Oh25Nva1cZGQPcfHQNI29uBYGRHQDbw22Z8i1OInUhAexcq0hufTILjyCXJHZydUt
0NOCFm47f4EF47tRTeXAurZywPW00eB7NBZEjlbW5YgtK0jwyYap+xtSXPC0EkS17VF0VE9hraEW
8/U2k0tp+Sa91H6Yx8HT4HkZbd+siYaq4lgmC+N1FXFYQ9C5jWaNYkbx7eGMYktou0L8rkONbKku
25uoRpg+CrE//Q8w909Lw67V5Kb5+WpWz8osXg9Qka6fgNlbVNBGnZmbsu7hdjvrFQ2DxWLbaa8G
CHVXO5Nzd6zrAIU0dVyVl66hRIm/r6GnewPJF0XLapPegth+fZESTVTUQFWAP9VSG+DuTNDn6FVq
yIkCe3RYgYZXe/0LSm63vVoZgd0VuOZ5GGcszUFHCyVwJqcH7d16zs2929HhgJVmpwNgwqtVX+Ql
gNag/XA6kSlRGWXkM7OWAzqzbqXfhqBBbMRKn6H+BjLYkL+4j5XPkT2yWkUnF8cLSqQ9VEL0I9hH
Q2GXWZI8LoFKQX0DG9YKfiNEvfXlem68H1U0AJrcAJ68T//0CGDCOrdGHObGyJm+VobQc1jGANXJ
60rZGmGffKctlKESXNROtNAk3i5dCC/iRUJ9B7Oqbb/a/cMuu6I6NQMi39DxtoacrNe/wCIuv3QM
xfQgvaAaOs9mJaIAO0E1FNwpZcDtZ29xOPueXAnVxNfF5o4B3O3gQefBAQPfR7kPsaJbqlwXFDjh
R3krFAouv/cjtSso4tIYGPHbbokjH8GWGfI0asHldrB7iw6C0IPUHdsjF9k4iOO11qoYteZiilnI
dfxc1CLNr9Ev643H0/bg5SLIw3W/dG9iGFgvr3pSixtobVJr83nhFOjt53dngKfCGJUmOHmU3ivz
W2Wi1sg+eyNF0DtnXsXJKIizFUvrr4PQpoeyrrdLH+0rDdOyDNuGCIsJK7THtldslHkXTIL03hIL
2sUiqgRhIECiTGRR5B5l9JYBQysq0xrKbft4Q2mpAQg8oVOhBIRTeTg5/UPr39Rz7PujFqeW3o4o
jqpD8PVfoSqpGovFZuwXaJfsdFu9K7R1sn+Wpo6ltlJmz7GfgzsMwTE7YQ0ZPm7+QAfuSjAL48cM
g59FRyP205/quQ51RKTWfIJp5kW88ccHQOt0tfD0U18V7slYosTV5cmBLhmiu5se1O8hhkwXM122
Jq5nk3fdF9O3PbNX3/Ha5JW7z2tIbqsarOWQDyPID1DN43JDJ4cuwf1yC7lfTn+mhi9lzjTBLCo4
O25dEohJzrsb2Ek01Ltr9VHvTefwgAbvF/w5/SrrI3GMgi5t0Ie+Y9DdjF1BsDJrSLWOJe0asaT7
Ak1hvEno2zQTwtxK1wrdRMfD0RLz9dpRvXGav6ADOPqG0EQPd8K1lQKCnZpAGQM9AYTm3tOJqFMt
9lMPCL5rA1M3UbDYkXKo0NQ1uG+E1zR+ShfyHQB2Sa6sXn2mb92AJ0od1VNyP1/vSnlgXoJ/pbyu
gwXarlojw9CTHcSOtA+H3nRfCdfy8iCcuXc9VBNFqCUTtYr254QM1O0FSy7FhUl/uA6TXqWrhjmd
p0GYyS7fHmVe9lpgUrc46sTbWN4x7DHu14ZtVm3+ju5R210JF0E8CWZZInoFjnJHDNAM7b7UnpBa
X+VJKqFiSm6HXu5DdKYpQRTjPaC6tg4Q7+seT4h3NMFmcHk/mcR1K6napGbP9vTsWfmGB07h8H0O
e17m9PYmsIUc4CYIu7UbbR0F1BpV2nbkMh26YZo+hj33gFUPjjPTbjXqkCNPNNTy4HDohyYpqPKR
oHQoGcuVenarm+WQPOnYKMEhH6be9iPHcLWqPpB2VGM0pgi4YA6tloiTOored+T+ELZIplijA49q
wlW9tCxqeoMGuXIfLryb9paOqpLSi+y9g4TO7lCWKWEnrsp6gTWb8gJZvXBteyFUMTS3voCr2Buy
0mvAW3lYce1ILSWjNmc8XH5mXXquJemgLFVRuTlDz01P7qAd7w4FQ4eaaaK18w8dAetCPXy8HNSG
8jXmLt0OsVS1jpYVhlhWqBI1QkLjs4yBwAuTC2JjhhASOhA8Hc0+Icfmay/8oqp8LubzEE9HFs9G
g3YMPS6VD+FiFW7mIETW+NXBf1iDLMy9zUT0pKF6whC/WPrGm6JlcxtSssY2opPokh1Irs/OG7fb
qKyGhse4K6E0eu7wY6CBvK2KEHVmAF0WK7YEFXsReRFIQsMbJ3a6icje521Om4On/BYgl/I3OZp7
4+E4v7VPHW9UL7Afpk8AvnXxqw6EX2NjBg0Nb4nQHw3b0yFge3p2bE8PxPacVqgfutsx5PTljfSP
6LcrR/TNxEzTQW9QpRiJFpmr3KkFNbU0Nj8ihhiCBN479QDiqSVMjL3C16m6ZRhpEn4t2kme5QBu
9IxoOBOnGrbLKbkTh1EOKlA3nMXkXa23UoHqgUMur15hsg5fb9dbuUEbutkefCEgztDYrbELnn/5
OhwsJGYaISlEBYAdrqNhUk3xumrkHCLQ/dXDCrq5oARkF7Tw5WWMrdbY6ds0gdaEm4ya5XCYUoHN
WbKCG885cug5XbkY0DqRvCpBl2UXhaqdw1QcJ17O83/EZhIV5Ae1wCJWw+mT6MleY2wGdmT2Dllo
7tj945sH62PeNMucBlr/6THctQfSbpAJ24oYBGihZS9NZ8vsQXDWQopqdPCyoWTZWl4wDcTEop3+
9bgILcz2HHWqYzYbdMzPmWudVW+agXrUixwJf8ctFXg3rugYO3bd2OfjPfjxAny+/vd/+BlZcQ==
`,
  source: `
%% Where the memory of a node is.
-module(memory_use).
-export([run/2]).

%% Answers #{word_bytes, classes} and the sections that are asked for.
run(#{sections := Sections, limit := Limit}, Call) ->
    {Parts, Costs} = lists:unzip([section(Section, Limit, Call) || Section <- Sections]),
    Answer = maps:from_list(lists:zip(Sections, Parts)),
    {Answer#{word_bytes => erlang:system_info(wordsize), classes => classes()},
     lists:foldl(fun maps:merge/2, #{}, Costs)}.

%% ---------------------------------------------------------------------------

%% Emulators started with +M flags may not know.
classes() ->
    try erlang:memory() catch error:notsup -> [] end.

section(allocators, _Limit, _Call) ->
    {{[name, blocks, carriers, single_blocks, single_carriers, pooled],
      [[Name | used(Name)] || Name <- erlang:system_info(alloc_util_allocators),
                              is_list(erlang:system_info({allocator_sizes, Name}))]}, #{}};
section(holders, Limit, Call) ->
    Tables = tables(Limit, Call),
    {Processes, Cost} = processes(Limit, Call),
    {#{processes => Processes, tables => Tables}, Cost};
section(atoms, Limit, _Call) ->
    {#{count => erlang:system_info(atom_count), limit => erlang:system_info(atom_limit),
       newest => atoms:newest(Limit)}, #{}};
section(persistent_terms, Limit, Call) ->
    #{count := Count, memory := Bytes} = persistent_term:info(),
    {#{count => Count, bytes => Bytes, keys => keys(Limit, Call)}, #{}}.

%% Bytes in use and bytes taken from the system, over all instances: in carriers of
%% many blocks, those in the pool of abandoned ones too, and in those of one.
used(Name) ->
    Parts = [Part || {instance, _, Parts} <- erlang:system_info({allocator_sizes, Name}),
                     Part <- Parts],
    Sum = fun(Kinds, Of) ->
                  lists:sum([Of(Sizes) || {Kind, Sizes} <- Parts, lists:member(Kind, Kinds)])
          end,
    Many = [mbcs, mbcs_pool],
    [Sum(Many, fun blocks/1), Sum(Many, fun carriers/1),
     Sum([sbcs], fun blocks/1), Sum([sbcs], fun carriers/1), Sum([mbcs_pool], fun carriers/1)].

carriers(Sizes) -> size_of(lists:keyfind(carriers_size, 1, Sizes)).

blocks(Sizes) ->
    lists:sum([size_of(lists:keyfind(size, 1, Blocks))
               || {blocks, Types} <- Sizes, {_, Blocks} <- Types]).

%% Now, most since the last look and most ever; or now alone.
size_of(Sizes) when is_tuple(Sizes) -> element(2, Sizes);
size_of(false) -> 0.

%% The processes that use most.
processes(Limit, Call) ->
    {_Total, Everyone} = sweep:everyone(Call),
    {Best, Cost} =
        sweep:again(#{item => memory,
                     pick => fun(Chunk, Values, Best) -> first(lists:zip(Values, Chunk), Best, Limit) end,
                     step => fun(Picked, _) -> Picked end,
                     report => fun(_, _) -> ok end}, [], Everyone, Call),
    Chosen = [Pid || {_, Pid} <- Best],
    Said = maps:from_list(identity:of_processes(Chosen, Call)),
    Items = [registered_name, initial_call, memory],
    {{[pid, started_as | Items],
      [[Pid, maps:get(initial_call, maps:get(Pid, Said, #{}), none) | [V || {_, V} <- Values]]
       || {Pid, [_ | _] = Values} <- sweep:read(Chosen, Items, Call)]}, Cost}.

%% Those of a chunk, and the first so far, the largest first.
first(Rows, Best, Limit) ->
    Known = bulk:select(Rows, [{{{memory, '_'}, '_'}, [], ['\$_']}]),
    lists:sublist(lists:reverse(lists:sort(Best ++ Known)), Limit).

tables(Limit, Call) ->
    Tables = ets:all(),
    Words = bulk:ask(fun(Group) ->
                             lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), memory))
                     end, Tables, Call),
    Known = bulk:select(lists:zip(Words, Tables), [{{'\$1', '_'}, [{is_integer, '\$1'}], ['\$_']}]),
    {[id, name, words, owner],
     [[id(Table), ets:info(Table, name), Count, Owner]
      || {Count, Table} <- lists:sublist(lists:reverse(lists:sort(Known)), Limit),
         Owner <- [ets:info(Table, owner)], is_pid(Owner)]}.

id(Table) when is_atom(Table) -> Table;
id(Table) -> list_to_binary(ref_to_list(Table)).

%% [{Count, Kind}]: what keys begin with, an atom as a rule the module that owns
%% the term. Values are not looked at; in a worker, since all of them are named.
keys(Limit, Call) ->
    Kinds = fun() ->
                    lists:map(fun({Key, _}) when is_atom(Key) -> Key;
                                 ({Key, _}) when is_tuple(Key), is_atom(element(1, Key)) ->
                                      element(1, Key);
                                 (_) -> other
                              end, persistent_term:get())
            end,
    case worker:one(Kinds, 1000, Call) of
        {ok, Found} -> lists:sublist(bulk:count(Found), Limit);
        _ -> []
    end.
`,
};
