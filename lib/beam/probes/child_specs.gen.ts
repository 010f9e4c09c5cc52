// Made by scripts/gen_probes from child_specs.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What child_specs.erl becomes on its way to a node. */
export const child_specs: CompiledProbe = {
  name: "child_specs",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "servers",
    "supervisors",
    "sweep",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:to_list/1",
    "sets:size/1",
    "string:find/2",
    "string:lowercase/1",
    "sys:get_state/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAP33eNrtXUmX48hx7iLIYlUv0zOjtlvyLqu9aTRSA9yqRtOjsTxjjy+237NfWzc8FAmSQIMA
BYDNrjn47F/gs3+MDz76Z9h3n3QyFi65ROQGsKql577MFEkkcomMjIz44oulte3lm3Xkew+iBw8e
fLO0ttZ8E3sPlp1tfxp5m8zPyi/Olr3tef13/Uur/OVbL/UebM++PP5/57Vd/rHy1vXPusvu9mnx
lzsP/Gjm+u+8aV40bm27Xp6sigf6WTLP3VV2bMJ6bb+UPrX00hn1VOf1WPbQw6VffLtN0hn9Nkf2
4MU6TRapn1GvuwrDsBzhZfF0d+pFEfXI4+KRafGEO4+8RfmzDvHlZZ4Wb/PfBTnxYTdPN35YNNZb
efl0WbV27KNNvAV6X9+P/JUf5/tX9YM49xd+8bTXIVcqrBeT/AR8Zee1Y/5GS/5GYMYWabJZu4Uk
zvy0btS4A12TDnQzP5qH2HRcg89crLw3vpv6c+yxoWg3eFmWTKn2Hk2TQjyDuPgzFXRS1sxl0SM/
9eOpzw5B+FhvE+dBVOz0TrIuJ+oTRgQFW5RvDN1t2FQNwAFfZmtvG7vJ+rDOcv0U7pYcnMBy2+0l
glR9HWy1NWWvx8meWFUeJCUs/1VvS+KM7nMUxG+ob9iOE5oqSNIgvyU+s6JkS7ZrPLJzbmQdeGT1
Kne2VhwUjTPrjc75hPxjFJr3sy/v52FHXkj3hJe98VNWMQof6d4ks1tWsu91v3KHI9/WeeTlfpYD
C0T+bZFPzL0g8mfEJx/kXrrwczcPVn6yKduybgpdVuzHw5yHKrprnaRFI0m97uWGps7dul+MOXLG
naSs2i8WLhQ91Zt7UUY8dmgtTmJf3u3eYlOYJOxzCis4S7LjVgnFG6S7m0Vqp+x1nfBFj1eZm8Ru
vUBHifn0hGYFJYuVblO1LemGOGXe3Z6n/irJfVqAC6vBixekOK6SOMmTOJhWEsku7KNVEEVB5hdq
cdawdx2xijusdqnHKSPSDsXWYxDPE9YW4owB9gUhsXG62040ZQy7fYMXCz8uljL3WcOPOqKgF58H
mbsOZsAOC5HdSR5e0JvOXMUNe9wqyEZtRc52cwdsiO2yUNRBxr28aDQNparpstjv/jyI/ZnIRkFf
EsRBHoaCYZQSFUKfacwKaq5QgjHYv+d8a+XpLbnORurkQt1sgvsBTAqqSemjMTxOmejsI3dyJ3nD
bGOgwY6sT+Rp2suXabIV/KBf2AhFSzNK91PHQ0hvJ6VBGbxhd46HKqOj70GHI7xhR3nL40mhMG98
d5p62bL4wlgKL6VSiMoUPcKQavem+O0vKCso1NqSHfQGgU/eYWpW3ju3uotlwbe+3nW0u3+EPA7E
T7wpDlXWFpMaJ36aJqkbJYtFZWrTJpns6edBPI02M9/Nll7qz9zS5EwDP+MtQuMZpy+s6s4t/vJg
yx7hLg9S7xR8eRhJ+1ZfHlihJbXYfmYKxTD1g7f+/sqkoda6X//ib/+JVd7oHhoxmh2y/bT280P1
U2XADL7xKA/aqtwS5YF/+sGYK9DHtQKtu4pc3FqeH8rz8R5Pzd2dLdRZIjo92lwKW7YUiO+MfKZB
BypXImQOnNL9ozl3lH46CErtp2A1VkPP9SNjhXW6CYO8DmPA68CfMUenEjVHxnPeL7Zi7k9z2ig9
ucQYN/xYfTUn7A1CNkk9ck999ff//HfkLmLmbMrErq7vdseZC9DOq2bcsyc6t0qZh6lb9JS0Kq2F
n3Muntqhx6zl3rGv578qJu0dMKYHpPuOulWdzJcXCnxQ+zOhg9k/1ZUgPN3Z3sayAYpqzN3pG7hQ
NOLhwHadSLdJFKyCXM/8nycpfWMYSi8aXrrYlIuUMU463h3TQ2J8Y3Mx+ED9WJ80kLan6hpjTA/c
/J0fcu/sKr1zyHUAmvMrw5ip5iA+kgxCtk2t7JbcpZdlICnLi23JKZcxax33/ytEb5HOQfcyPl3N
4X2svkZXbP8u/4NeqHqHKDgsaXejsjMSdalBB7GtFD+y1sGM144HtSZ9/qOdWvMzN5t6cVzdsIjp
PVOwePgxH9ZtE7+Jk23c3JT5jnT77xv5ME5y13OzzdpP3wZZkmpeLKjjJ/WC2vGK/aJPxFQJw+3u
hnsZJ64XZ1u/nXG2aH2qj+FpMYZsM126wBmLjIQf/vsw5+2Hc2zVMGux1YJpMvOJj54VJ05aGAt+
mrl5UvtfbxWDtkHiRsEN5X9J0uIQ2/f8PMvTIF54D9486P7Ly3yNBRL3YUEllMyjssOZyxlNNgFa
EUxxR3mKByIlid52+JAm53MZhIZ9sJT7oO6A5lzWtoLvmbklDZu7Tp6pn9COwAHGWLPNhWCoJwQE
/gUXBOIYlEpCKzHNQdhgFJQxZorm6GZ+POO8Q44onrn20jzwInSxBzDcrlC7xWdx6WdCvs422bro
DaktmsvJCAszdcz0hv62DZkd2fCg0/B+jUDTdPi++Yhs+nxovLKn0MaAB8osgjiAxKGBfv4tQ/08
4rassaTUUwOaECPO/9pOJgTjGOkooO0BtPepcNGaS/jbynd8orlVEgd5knI3GsAIp31JNhc3gNTx
vn1jfHR3GSyWoZEu70iOWuz2fAyzYegpwliNgqw8R4+AO+hXH9RWd/m78vdQkE4RKEWBkipgBnks
33gzL128Nxc4Uh2HpqvTjb2VD8XxztpwHD1X91sOdoMX4/uqj3BJwLCZdggiA4Uvc2Qv65cvK+w8
CAl6d2LxpHbF8EJhCsU8WU8f7wW4EjnjF35XI2AJWde9UkdQAKnIA5TGQBenphartvndxTsqDWfm
ewrBIu7sHxzdBxg2W7Mbv9NmN3YHrdTPJjoAqZUAtgDw6vfHNzdQ8TIqj/44PDWvESzEQ8pi2O+G
Oi57nqR+DVw0nLbfVT8zhuG9O7tbXh4NfxmXT1EcO8dFZVIF6DU6+4K9cFAhG+u/71D2P8qTxF15
8a07XQbRrLiJsWMSJC649+6QHugdEmqxTUdyYhiP9vf0gq2UVJz9L2+K9TQyDypgTiMBP9wc9vcR
SJqHvDSXiUDVL61iJwMpO++BnA9NIoBQGoHIOSpqsbvcVB5HDc/bRSHx0zxIYkG6J4DxWHlBdJO8
oxNe7/S0PWpy92aT3Sofe6NQbFV3F5Wj+tchpHeeBVHx+vc8nmcpqk/rtfMSybGhLo1HnWG9+uyV
7ljP6BdSuYcVWOPQeucLuPGHlZhVuSjMSbZvkETD7m1fNL3ygu8B2eCI+ssWifmYwiTTuRBDBKlZ
kYeQf41gZ92TvQ+nerlaBIS7o/Wzzc3etwNj8Z7Ucwv7gIDpvQhRvpHxIXPUeF/8/glxe5Dblls1
+7CzkUzXUXuLoPp46r/108znrto02vAqlJBk0EnxpWhLU08/zoJVKR2FfnbnhdpvQ0//gc49RdeK
JdGZfrzIl8CkgQnzjIVwOM37MpDSRZaXQrK4ZbSGjLGgnJA4q73KGGgTeFtxAgfJzBWSEQGPldNz
403fKCwWmOdvqIu5b2XUBtNkE+daNBgXqV+o8DTPzCXyDzU4SkbyMWRrf5q15536Ix3OhDHk0+6q
5CVK7xUPXbcQ9c00d8lMge9+HQXvgvTHX93G3iqY/uPBRAyVzYxwH9UE+9WXmtMqG5B/7HGZ4nqQ
HR3g9KPyyZoCQpMTzFolMwFZCzA28G4vfYofVim5SjPCv7Bi4mAW8/4MAIElV3Wd6g/st6R+ck39
NaT+oow2hzbaXipZDYjhuOsam5nTRq/COzdPutkhlqNrnfWxyKMTcqaN+pF98Rt2ZGuxO9UHKEI7
t4aO7SqCLsvQXyVkosuOW/D/z+U2z2VSFql7pUPtf2fAO62OUPbmDlUHvcPaABpFFpMynt3vK6BG
RJBefBCKWE1DyI4jupPUfC0yAAVEqcK+o8FKo84MBwdy2SCq63BT+D6WxlcMpXhVVvpXaD6IToNM
VToeCUKCyHtgXGLDI0NXb+NutBgXfaaRLHU6MCOKe4aIKVuXURHuGiEVg2TUFmw/y5vNBO0yAtS2
xrUZx/leKOntY+kAstgBDWH6AbWZwnEBuzT7EhdwMqygmHGOOw+GzGSKXF17VdV4m/6x4W4ahc20
kSPRRuN2tVGDYZqjJXEiPxKWIqFlAi0WFMTeLHD8AwXQlcB+kpMD7pI8Gi7m88Y+WcUEESc0o0xk
0IWdOwLpPW/LVy3gWGyD0s0RA8UH8tSZOmWOnMUo2fppuUTwffEenQwcO6ktYSeFCUkfpv6ieE0h
Z02OrBfKESsCeF3+l0575KycI0loPr8KOVQ7TR/eCt5yDCIIYYkagbD68zKYusnA7z6cbtK0mEL3
gH6AfvXRqji1vIXv/nLjb3w38uGfFUs321StwC/bYWCgr54eV70G1BJ3VTjJgvQtnUspsXdTQGjA
F3JfD4EIOT4mDX0QkJDjU0Mpxz4xd+SDI6kDZQ8sQjO165Ab1epY7lvaIemPz0ywQObEQO98G6y3
QR0HtEwULW8vS5lih+ba5E90gP9hGOJ7kmLqQb6wsC+62Bc97Itz7Is+xelvOC1/yk1LT0mLjVAI
qSWyWV7YDDOMFPN7pt4cCTcNG/RPCMg27ydkRRH9RdDmLRw/w1OBN/9MuqewGXk4CypFWZzR5Kcv
vLi4XOVJmoWhTmEBcR6fLA0N7syTFyW/d+BFbjklYYOWyGGRgrS3tgReAOOl+XMdfia9GBtzqWtC
7/QX6l6JoQiOrFxKwhJaXacfA2g35UleSNmRFBpNf8E4vDizfQCb7RJBkyQE1HBpgp74qLuomTy4
uz4X0TA9/XlV+OmUe+CHv2l7YAyb7ITSwQ6RJmm0GkiWx6TKFDhOH0KpK6R8kXRKXFE2Azp2Vhc0
9y0P9Mh7tETiE3WjbEDWG7qD6jEMmWTFbKFosHR0qFFE+BOGnnWI11m6QmhWaaQwi/dsnoShh7W5
bG2sDFW/4eB11kmz70JeYSw/FVlRmqvadH0bVmH7kR6NOEo2AjgFZv66uvIzt0fxQ9tgxj70ufSh
m9u8KtBAPPRvYStF6j7VpgnFrmyYpBh37cfqXbP5yWDroDl6ddDuQt7se5K3Dw3krcrm07Dj4ZJw
QMTnCvp4VzAT+Pk18nMHXH+MgwFE3o1DcxExCASgiZOlT9tkmvuzGohMOi3U86Q6RlgZO1Th1yhk
TcCvoYfYsxsQl2R+nsn6gMA3d49SlX5M+gZ5U0my8ibXAJoXRUJDAm4BsiIDdJe12y8reL6rKChA
J8ozWwbvRVgO5pm3jYsJwhV+HwZlncNKYEAaGYYNPtSQySHu4acI9RW4n9SLB7K35U4wAz+vSKHA
iFcFtoW5B48U7CAX1g6oC375KAsWcTAPpl4M/+AiW27yWbKF43Td/HbtYwxcs03kZwpa2vC2O1TI
MgHcQXd0Px0KQlwNUyh+YlgVUZr66HDapmFPXxry5o9kPR2zxV5aRvmOjuKkWt3CbrG6ha1jXjfl
17ONckrmSep706U6zyDEPqdQJheFabbNf1i8ekqA3vdNU4hXMddgC3FQjYUfAEcizcjQNgSvvuEY
oO9gAD3NcihGmEHT+PzIblhsyCwP4oVbfqWAtmlEe4j5iRteqX+g7ghw2mJggxfmyAXxk1cGwLLu
PKg5mTvtotLsEAVq9+Ok0iCtVk/V1olWnC8B4QPNvxfY5w7y+QD5fIh8PkI+HyOfT4zs3R7ObowG
qWQpR2p0HJ3X1w30rCMPbWgUxA1yf6WV095dB3Xen+72ZWy0KxnlF1hTh77kf1DNu1smz7npJja8
KFrfBmuxE+Uq1O3Zx0TPpslqHUS8UpjsyqhJKhbn/roFbNiY1ZCdTz4R/ViKJTxWi9TWWS609Ezq
CozmGQmLlLeoQOU0xo935mhx1Z8ngnJyNeM19A4V9hDEs3kqymPeh9kk7I2D3onKr9ruOGPFOZDm
O0ihFDZAJiwFPKhBnUS2Ao+rbOaLuBLd9jXY/JiK2wwbw0HUewLIkFr9LvTdzYpQknHgO3KyEL/+
B5yt6qUesJs7xaVA6+4OXoLVV4SoArw8qEoqGE/PUCdeKB3BMohzI+emKwqAncr2GWChdXXjR81w
YV50WhODMWrFJgb749Bc8TDEeM0M6pHUoEbPgyvexYBAzf8T++IMMHQO0VWj8Ywl24zwastrd6iR
pVzO02QFR6yulTCKk3bY8yZI4hniip1g5YbpYE4pim/8W+nb7tVU0gdXw2XiTmxkmULze0qo5pEi
90Uz0L4RJ/8QvNA4WIUM3JW5p3nln1GiJB9K0jOAw3EB+U41XkfGZUBBq5ajNbL5iU6e0uG1fS+e
FVeeRBMjYd7NK8Mk9YEmCkY5/3mgg2rh1+3s87uJTo700lp6BD0FY4B/D2RduQvM8VDN3+jo4Yyk
POBsHZTWUqM0CsDtMXLq7OIHhJxGMfg9Po5DEqm6a1nwq7FUXBtKxUDR7+WcoLzXwx3sIohlbiLi
l0ZZBVQktzGuyjbGVYnBbhiqSQdO5ujCyXSKEZkW2nw0TZJ0FsReTldAkdJ4PqxyrbbFwxmOErdF
c2oe78aBMqTXFnHHlnniEGmEegyX1qLK/lgwBWyIbC/leuM7NitYajcxNlohNER4lMyYdJVReLI6
hlaUbFuB0J+rG4RjtSzVJ6sgJtINTe+uFhXL2jfJ7SqbHs7/hKFRwNMyBBCDAMReq6R5tgJbnbJI
DkK1CuOt91B0UB5LZShAlsReawrpCUNah6czxbXBZY4IXEZM0MxngF8SHEJvHm2yJZVCC012C+er
g4Tv6B1wdq/ytef7oxJCvvOv+PmrulitOGkGynnoDd1Pn+nkfaJ55ULNyPh7G5NOyC3Gpt5Y0h+P
+2KxDGRC96vlxMP0D/i9y8KgAaJjSF5rWgTDr3Gjspm4PJBOtJhKNODg/3qzSlBh4Jy4jn5WSYvw
CUsprtCug8i45Y/l5AEaOFyJOhb4DpvYAWXu34+OpsAP2RREsGzKKRPcW/Lsw5mEA0EBgnFrMcWa
t13OY6ju+jpG0NlAn/AxLlQvdZgdQuNEYjA7SY2DID/VLQPeESLqr+U1Ta8514mIBXBsPrTPNTPS
j5KJRVSvYA/ChKtSVNcKADEhzikJ6xsmy7xSZ2AZ4VwEY3l9M9wpq6o/g5hH/7zkAtY8LGkAaBEe
S8He4jGd/JiRG4M0lt48iWaRPncgatyO5EiuBpb5F5yInCuICE3RAah7wOpWhzGoIWrGPKJGrfAb
L0SO0lHUX5cedS/iQ1phqyBXLaQ4j7mRllnpZ1MvrosaUT4LKU1pFeAmed7Er+Gn64BeNc6u13Ci
87Sq/a0XVMETjWq7KNFToQrdzE/f0kVWbZjpSVviz1f+6sZX9bl0oyRZg998UH7jLoOirbiUEwJk
9Osy0/xpcXkcT7u8Wk4LvFqWOckYTbPL3LEbN+OELBCwsONgP6UjcHM/04gI9hSQE1xtW4ZIVRI6
vCwuz0dKbFHwkLOrG7p427JybICuryNJcwWM8s6rz+EJKmPuGCWIIokBsW6EwMCyMzHqhZzFRZLk
q1Fs97yWF+oul6xv1TQ18HB5znHAYpsVF4b3X5yP0CXbfzHd5EAPGi32KFRZSeZGRWsBfpl6aKm1
l4h2QcS/FTjgz1Svi3T/KhtbuWAOgqKGMmREd2gHvEOrgmJGgqQ4rSn70oie8VPBSM6wdA5O0igN
0F7Jvb/UISHFlnDElZZsQzSE0AKZNsBaP8bdlKb6mRjK1i26MG/jFH3iv8tLky2Cq0DbL5V9UR3+
2MOdUV+G0l+T2152AFaaQkFZXkuOsGvTdTfeBj/XqItJ16k1EakwbD/je4IKvSP2OA5awYFwztuR
GUXJNYCBAJJuSA8l768YKfEecl0eaKefOe9X+pnTanLSMFRia9MazF8ZVp24uodEx1+dLpeJNulO
VPjkK72clgYuOvPcW/IWitHcnQ4T1A5jdQcAUxS2C1h1kjwrDAhjhg3Q4IMGhu/X5uVMkarCdxHl
GnBkUq0XT51IireqOwm5ZGgpmPmQ1ktwSahc/VkG46FeRUT6zqyWsKyWZ6WMP2pamo9zJ1/Oiv4F
0+IA1OcInYQClPJxbbhrT3uVt7pgtTP+kkFxf6CqkhHqQahearTLisO5wT6qVadi8teIhghM9E6j
Qwo5HgpX38AAEkO6hYlQExnIhSOYCOeEascAsSwHLImnOqHyGAgLjSPWVt9M/NXwHL2JjfVyDq4A
YTn8dcXgGUQ15ytuGq7vV/Ku804b7mgco9YEDxOmfqoh9tw1xvzasI964hfkNuuO/VTnLmQYKKA9
j0PQ83jWgAJmP2PI6tMTaR6ztxvH7BX3IVOz/CicSmiINjAaIyP0tLRX6secGsXuBJE2EAVcKQo4
UjEOVbzhTcwhK/N/CczzWTsxPSwGJh4zd02m2MKqz01mUg6n3gueklRiibiaPNCh+v1wZCpieCmE
UYgoPXwBSv2j/xbjHf/XyhWi1Tya3dh/l5tlLVwU97bUywF7YETjuibSVSX2L3A44EkGQzBEKCL7
tejc0izXMtKGWttGhw7dbjFjYciRVt4ZC+EuLKS8i9kCi1iDhsAShNhFicvhmq9kI7SXxqDqsBQd
VnZbtRX/pg36gmvurNB2ut1RtFlx/Sah2h3EFoxHFdVAyjSPIABPR7lb9WAIqNllXaXUyCHKxQBy
xKjwKyjghoRBa1H/QtkoacWO03Go+POwtncGl7RxaNqelP0qOeSrNlTYKbBeVFaHYb3rhvxwtsL1
cgDJkvXqs1ealtIAkydJlrjEESsCUclmVrALe+3xnkhyIflKZbsfh+114XGFn8xr1nylTlweft5i
Nx4V3dj7eJV6US6NfuEIGcf1k2C1TpO1n1abQnV8MC+0n640hKgHckFSh8o15t1TVXY9JWZCi0Z2
JynpZCxdh1hIiEPyDlFXAUTSr1Qjc4jyJY+oCvRarPDnUZK82ax5sM8IiPWdBBaglOV+JQgMaEy8
mVRIg8D6q392BzCLNqcG96azO9PU2Yx6K9vc65h70DH3kR+LDkBBHhVZsPRLNtWO+NOH/HcTRaV1
P/33sM2M5kHYfmq+ltMYJkGuBooRJP9Kkzl5CCXZN4uWyPAvcgsW9Cd2vniFAw8hop2j1PNHyOBO
8E0Ozlk/fh/ZHXTOQ+yOzep1IjwLRWp34VRKgrE04GcgVotNbJ0ocIIK2eTvfcoEiNp28HKWCUDA
0Y7JKpAvEEcreK/QqCf+0Q5m4meuvPfCvFj1nF0o7LgLpLQD8UOoqHdsSlCGmoHHs0lI5Bsj9gfQ
JyjpLjd2YeINgyELG0074hKZNPAy39Oc3zGd7zeGqEl96RCzk2KcGG1tVEtQ9FrgoW0AA5E7Cbpr
L0hPAss9YRiUvTzBdI20YWsY7+LB0eYZ1MprMMIhdwM8NXN8T+Gs6+ahIH4odx3P0hjEteIgmqon
nbiWTqB7qClQZ/dK1A50qm360YEYo9Rm3N/h7ASBQOi/tljo3AsifZw4x39f/Ps/HnwyPw==
`,
  source: `
%% What a supervisor is to do: its strategy, how often it may restart children and
%% how often it did of late, and the specifications of its children. Start
%% arguments leave the node only where they are asked for, and cut.
-module(child_specs).
-export([run/2]).

%% Answers #{strategy, intensity, period_s, callback, count, restarts, specs}:
%% \`restarts\` the ages of the latest, in seconds; \`specs\` as {Columns, Rows}.
run(#{process := Process, limit := Limit, force := Force, arguments := Arguments}, Call) ->
    Pid = names:process(Process),
    proved(Pid, Call),
    ready(Pid, Force, Call),
    %% Asking copies all of the state: a worker of its own can be given up.
    Summary = fun() -> summary(sys:get_state(Pid, 2000), Limit, Arguments) end,
    case worker:one(Summary, 2500, Call) of
        {ok, {ok, Answer}} -> {Answer#{pid => Pid}, #{processes_scanned => 1}};
        {ok, unknown} -> envelope:refuse(not_a_supervisor, Pid);
        {raised, {timeout, _}} -> envelope:refuse(no_answer, Pid);
        {raised, _} -> envelope:refuse(no_such_process, Pid);
        no_answer -> envelope:refuse(no_answer, Pid)
    end.

%% Returns when the supervisor can be asked.
ready(Pid, Force, Call) ->
    case servers:ready(Pid, 500, Call) of
        {_, #{links := Links}} when Links > 1000, not Force ->
            envelope:refuse(too_many_children, Links);
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Pid);
        silent -> envelope:refuse(no_answer, Pid)
    end.

proved(Pid, Call) ->
    case {servers:facts([Pid], Call), identity:of_processes([Pid], Call)} of
        {[{Pid, undefined}], _} -> envelope:refuse(no_such_process, Pid);
        {[{Pid, _}], [{Pid, Said}]} ->
            supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Pid);
        %% Too large to be looked at, most likely for its many children.
        {[{Pid, #{links := Links}}], []} when Links > 1000 ->
            envelope:refuse(too_many_children, Links);
        _ -> envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------
%% The state of OTP's supervisors, the same up to here from OTP 21 to 29, and that
%% of Elixir's DynamicSupervisor.

summary(State, Limit, Arguments) when element(1, State) =:= state, tuple_size(State) >= 11 ->
    {state, _Name, Strategy, {Ids, Specs}, Dynamics, Intensity, Period, Restarts} =
        list_to_tuple(lists:sublist(tuple_to_list(State), 8)),
    Rows = [row(maps:get(Id, Specs), Arguments)
            || Id <- lists:sublist(lists:reverse(Ids), Limit)],
    Count = case Strategy of
                simple_one_for_one -> dynamic(Dynamics);
                _ -> length(Ids)
            end,
    {ok, #{strategy => Strategy, intensity => Intensity, period_s => Period,
           callback => element(tuple_size(State) - 1, State), count => Count,
           restarts => ages(Restarts), specs => {columns(), Rows}}};
summary(#{'__struct__' := 'Elixir.DynamicSupervisor'} = State, Limit, Arguments) ->
    #{strategy := Strategy, max_restarts := Intensity, max_seconds := Period, mod := Module,
      children := Children, restarts := Restarts, max_children := Most} = State,
    Rows = [row({child, Pid, undefined, Start, Restart, Shutdown, Type, Modules}, Arguments)
            || {Pid, {Start, Restart, Shutdown, Type, Modules}}
                   <- lists:sublist(lists:sort(maps:to_list(Children)), Limit)],
    {ok, #{strategy => Strategy, intensity => Intensity, period_s => Period,
           callback => Module, count => map_size(Children), most => Most,
           restarts => ages(Restarts), specs => {columns(), Rows}}};
summary(_State, _Limit, _Arguments) ->
    unknown.

dynamic({_Kind, Pids}) when is_map(Pids) -> map_size(Pids);
dynamic({sets, Pids}) -> sets:size(Pids);
dynamic(_None) -> 0.

%% Newest first, in seconds.
ages(Times) when is_list(Times) ->
    Now = erlang:monotonic_time(second),
    {length(Times), lists:sublist(lists:sort([Now - Time || Time <- Times, is_integer(Time)]), 10)};
ages(_Unknown) ->
    {0, []}.

columns() ->
    [id, pid, start, arguments, restart, significant, shutdown, type, modules].

row({child, Pid, Id, Start, Restart, Shutdown, Type, Modules}, Arguments) ->
    row({child, Pid, Id, Start, Restart, false, Shutdown, Type, Modules}, Arguments);
row({child, Pid, Id, {Module, Function, Args}, Restart, Significant, Shutdown, Type, Modules},
    Arguments) ->
    [cut:term(Id, #{depth => 4, width => 60, bytes => 150}), shown(Pid), {Module, Function, arity(Args)},
     case Arguments of
         true -> cut:term(Args, #{depth => 4, width => 16, bytes => 500});
         false -> none
     end,
     Restart, Significant, Shutdown, Type,
     case is_list(Modules) of true -> lists:sublist(Modules, 5); false -> dynamic end].

arity(Args) when is_list(Args) -> length(Args);
arity(_Undefined) -> 0.

shown({restarting, _}) -> restarting;
shown(Pid) -> Pid.
`,
};
