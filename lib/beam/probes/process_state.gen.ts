// Made by scripts/gen_probes from process_state.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What process_state.erl becomes on its way to a node. */
export const process_state: CompiledProbe = {
  name: "process_state",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "sweep",
    "values",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
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
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:append/1",
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
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:find/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:keys/1",
    "maps:next/1",
    "string:lowercase/1",
    "sys:get_state/2",
    "sys:get_status/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAATZneNrtXVmX5MhVrtxq6WVmbI8xYDAYBmw8XlrKrcp47MF4HngBDocz+C2PKlNVqahMKS0p
u7r8wCOHn8HP4aeYXwFSrrHcG3EjJGX3mO6XmarSEoq4ceMu3/3uvPPYy9erRRicLc7Ozr6Ydx47
d+s4OJu3Hy+mi2CdhVn5h9a893i+/Xl7Zae88nWQBmePrc+P/9/+0it/WAar7WXdeffxw+KnyV0U
LmaT8E0wzYuHdx67QZ4sixsusuQunyyz4yM6X3qvjHfNg3Qm3NX+cmS66dk8LP76mKQz8W2+6cbL
VZrcp2EmvO6aMVZ+4VVxd3caLBbCLS+KW6bFHZO7RXBfXtbm/niVp8XbwjdRzv2ym6frkBUP6y2D
fDrfPO04Ro97C/S+i3ARLsM437/qIorz8D4s7g7a/Eqx7WLyvwFf2f7Sd39jx/xGYMbu02S9mhSS
OAvT7UOdB9B1GUA3Cxd3DJuOG/Cey2XwEE7S8A67baDbDUGWJVPhec+nSSGeUVz8mGoGaXrMVTGi
MA3jaSh/gva23jrOo0Wx09vJqpyoTyUR1GxR9WHobsOmqg9+8FW2Ch7jSbI6rLNZP7HdkoMTWG67
vUTwqq+Nrbal7PUU2dOryoOksPLf5m1JnIljXkTxg/AXeeCcpoqSNMqfuN91Fskj/1znLztXvqwN
f9l2lduPnTgqHi6tNzrnY/6HIXMf54V5nIcdeWncE0H2EKayYtTe0r1NZk+yZL/V/aocjuqzzhdB
HmY5sED8zx3+jrsgWoQz7jcf5EF6H+aTPFqGybp8Vue20GXFfjzMOaPorlWSFg9Jtutebmjh3N2O
SzJHWspJKqv9YuGY7q7eXbDIuNsOT4uTODQPu3e/LkwS+T7CCs6S7LhVmH6DdHezKOyUva7TvujF
Mpsk8WS7QEeJ+VGDZoUgixvdRrUtxQcpyrz7eJ6GyyQPRQEurIYgvufFcZnESZ7E0XQjkfLCPl9G
i0WUhYVanFUcXVuv4g6rXepxwYj0mN56jOK7RLaFFGNAfgHjNk73sb2YSobd/oGX92FcLGUeyoaf
cERBLz6PsskqmgE7jCG7kz+8oDe1JsQNe9wqyEatRc52cwdsiMd5oaijTHl58dCUGVXTVbHfw7so
Dmc6GwV9SRRHOWOazyglikG/s5gV1FwRBKO/f8/5YydPn/h1dlInl3SzCR4HMCmoJhWPRnacMt3Z
x+/kdvIgbWPggW3TmPjTtJfP0+RRc8FFYSMUT5oJul84Hpi4nUgf5fCG3TnOKF8n+kGHI7ziQFXL
42WhMG/DyTQNsnnxB2cpvDJKISpT4hcy4bm3xbW/FqwgZrUl26gHgU/eYWqWwZvJxhfLot+Gdu5o
d38Lfxzo73goDlXZFjMaJ2GaJulkkdzfb0xt0SQz3f2tKJ4u1rNwks2DNJxNSpMzjcJMtQidZ1x0
WOnBLdV58Ey3KM6DMToFOw9D49i2zoMstLwWO4jW7SKZPuwnhhSholloz7PCIN36C+l2s9k/o7OM
YjVcRL03eANogTPeQBb0VmPWsqgv4u7Z/xb/mMMnqTZhcJcXpkn5/DSchtHrnYRf2ZxOF5xLJziY
0luO5rAm8tKWD3NBeVRw/J8ZtLdpNrvFfuHVRqfwlWR1evSTuZ0i7Rubme1+8et/+Fd5QtBDZiiZ
PsJ8S0YrVWJeTINCdyyOu7AluW5Gq1Z0nXuSoLWaE7SWaJJJu0gd6PYajRcwwZ7bmEwKYaKaxeiw
5uW+Kl2O99LylZcWdxv5xdZG3soCEpurWQCF4PZ72fv/K3un888Ef0zngdUp6957WX/Lso4k+PhF
qbDCm3ynGrN4v8Lvrja7oCYrybtfMMIPy7rNVslmOefMvpeOd1A6njtb5c1JJJTcGwHJPTWUA/ik
fVZBqC+K0zoPp7kY+32v877qOs/5wS/o22UsZ0JMK9Ljj91f/dO//SM/RZJQTiUM3s37Q/n3TEBd
VeAOfuE8spc26cc64og75Ie0WSzzQh0U13RhRNAq26mQrb4xO/E6Ch+FW8bGW1ZBPlcyBYbzLFpG
eSZjX/QY3X2aS4OgAiDBux0mA5AHRnm7S1Ix4TJgQFr6AsuWVEDXfmABw+tjYMuR+/s/pG6VzWcK
c4Il0tpGIZJX1pjeulgG0eI2eaNJcCFTUwFq/ZEyNV3a1Iykedrnn86TNCxToEJcw3l4X1OG16MN
z0PHeqNBd3aEB46Q4GDxpypgz68r33RB+aaN5kLRkmNJGYiLA+Rn6HjSziqa6aoPAEDkbTgPXkfJ
OrXKxPdeB4t1KC2B6Z7bpzzMrMCuvTwN+DRyuZw0aLjyLuN94J42AluXyWy9CBGr0ErWvkHIL0og
t80C7zFrohwRkHJIHnAvygepM5pHL0rkWBQsJuXnarfpK8n85s1rAHzH3WhrS+7xerovUZfzazu7
JcwmWWGrx5swM7dGrQawbh4Vg3qxjqNpMgu5X31cKMa0WI4wzSZ5sgWnPBERrVEyWUS3QmA9SQtd
ux/5eZanUXwfnD2cdf/9Vb7CUJYH+aOUEDwvB5xNNiaYhHE7Lj8+xW3yFPftRBgGWDMA7thnjmPo
kMdAR+coeB6PAMyRPIMBgKuwVF0fUy0TBf+rM3GrC8HATgi44gBcEHhn1TSQWgCffVbhK3jwtDPU
vZuF8UyJ6fm62MIqSMsTAV3sPlyLdBUnxe/iMjqI/DlbZ6tiNLy2qC4nQ2fXgVKYQdm2TNqRFfHO
FiG1IRgXGbxrcRFPPB8qr2wT2hiIurjBK/uQOFTQz9901M9DZcs6S8p2akATYqgEdespE5eiJW1C
KTJQCttU0ajlEv6BYQnBxy2TwjBPUvm4gYLdPtPNH6yt9893Lh7tzqP7OaPo8q4JtI69VvSI+XoM
rLSEM1YXUVaeo8dqJOiqD7ZWd3ldeb1iMI4YI1aRCBUbG9Q6fyzfBrMgvQeLG5yl6ltGBbx/yIdx
MsnW0/lkLzu8Omauq9ONg6UILGe6SinLr/tDepZ+uPt4XfHT1qlu4ZKAFa71aX6EBCkxvOyifFlh
50FglNOJxcs4yScBIBSudWqNjfTFXoA3Iuf8wj+qiALvlTpCqB5ZBIDSGMJHz7M0vC/uLyyGGau0
8c7vF8mtZJ9Xl5s/tkgRg67HYVSHVdsVK25WreLovk1XB16Vub3cLlL6BM1uu35CFKvvam5x8VJN
aKk//GIRvYnSH//Lca40aw46si6nKRZ81KmoemJ+IyDm19aSlcjm1kfTdVq4CvmkGMg0j5IYvOo8
y4N8nYF/+9qyUNLBfTj5zTpch5NFCD/iwzzJgwVX1gdd9PX9aIr3TR/yNChcGCEUWPHw/hOCwau4
EiM4Gi5OPXLSE0Lj+8ym4TJeujaWtfU91w73DBzuuXG4Z8yTrwAx+4OL3TNmXHYiZJUS2su3TZYG
Su0MjMWmm6zwoVbvBziDD7Uc8ak4uZcH1gVe3VxumIyKrcbMn7JJOGUQ98KBrEPkXuBXtYs43qJC
FJSjjNNz3jmgdlUk6G34Mia47lsY41UxxiDOHsUC35HdYdTFw2JWUU7CRoUwEjtJRWP8HuTrKVLd
NzCK9HH8AskAP1+Gy9swVQS2777Mf2qqx6WcQdAHgkQmfZ3Ecl7kXpV1PvvpZ9RAvqrGruZRMVtx
sQwSLV+dnrtDLrwUaujw9yqkwuWNYp0J55ZNwy3zfD+lUXzvnOeuk8vmXH5aT2fViqkPq/mCFIsn
nzgn07kXZTAjyVemY0xw6qymSjhh6dOkANR8hsaKDgbLz3X1kqc7x/IkmSxKYjBdfcBIW9t5iik+
mpXHMP821VgaKW9JII9DMJgoDjPSdsE49uvY0EZh7cvFlZ3fnTJQuKdHu11nT2Sh9Uz1MQ5L1LEX
2ovHICqPkWYXlwLK1LgXjKDuZYxqbWbdEI6a7Oyc5ky+30fRvTY7kNySqgUkNC8Gh9wKpMH+Kwxq
KHzvDqkKggJatrRGxcNE2Ld/rM6EkPm+Vx+PUKsSnZE4HxwjEUROVH5mo1ye3NU+SpI9tsi0Y0RS
vl8XpeB36Gh8STJFqfVc+Py6O3p3A4QXULgHHwLPLF5G2WTzXBWGC6HIwOJ4y8lU33K62aDSeYvj
Y3W4uX9mUdHxShJjwSC0FiABcVg8/UYsXmAk5lmYnbBKjunPLap/bhSWLBo/pHcIMjkP87t03NqN
ulAtPJalLoMWJHANRIOu6xLOv6CDxsYIS7jviY/8vnhUgqGGlhEni6qBRZLlWG3NphCIvQ28wa5C
EVdO6ijt54QvyoPqJ/pWzzxPg2hL1WrD5tqXgTzNTzb6brevFVT85n26yOnuXDk8Jk5K85vZ3ZIu
g4XNLZfZfJ3Pksf4nciXbMnXK032aWFsl+Wn5NvgtfEb1FzMuzDSxtAItUTu/9IIRsEk49ks2qAa
AgEM8uyTkjIhy5M0Y8ymOUMb7ZlDQavCg3n5CR/fZxWexH8WD5vYZ780CQnnpfmEjhO6YcycS8a5
Q29Yc7gPTIgHpsA8RqPR1SCyoOXAYlxyzKFvP4WWWIxtXST1JvQb+jguSmizc4oFdYYjiZk3OBGI
BRYqxDb+ypioJOxocUHNUmOQQL6x3LSs8WQaoD8ebLHlIbm6S5MlB4E/hcBcg7LAq1xcEppUtX9d
EQiLcbx08O4JGHgRRk/YBu3lmiRfCdAfrdeffCZrF0UiYXBzlE3K4OtD+KQ/XsasGgwGXXEf/2AP
rMg6uL3fxdiRC0epeNWGZMNMdC/L3NvguZdSb9/4z5Nzx3eqsViJbHNaEqsK7GGiYIMVVYCj1zSJ
2L6Q5e1xiFnMfnMUYide5dORxL1f32oUcR+TqyibrGTGAZFqy84GTjkd6wLSbw065TyN3HSC2Uzz
XOdUsAOtxPAoRBWOGfmDBlB9H3Wm2piCudpRo5aQo8YqhfXN+BRU5YAQWZWNncphsu85bqchq6bt
fYO2H9Ubt6zwmfWXyfu6TOi2gZzxuACyAvI7LPg6RJ8Jx7Py5QSGTlt6eLUMjawWCv0+wQkERiNA
t/XRzi2Ot6IQWlRJDyqkphQKGnIXTClj2D5RaXH1eTG3zaxjE18Dp12P0GcesUe3rF/8lC6SxzAt
1wvINWuiR3B8xXk5/sYm5179K53H+QMrsYFw3Dg8wKG65SJb3+5jckpERfD0v/cRGiDtWzg0ygiu
HsKnIxazIzfDw3BAe6SwTTNu/sHMxkXaha5m0WuY8aVkk9zEnpUtcCN5OW1GI8WlcQNkB4IHaqtl
GmDHQ+G4PozraH/2Mx1kFBrewCr9Aday1iPpI3GFejq12zEV/b9DHBY42Yam/h+rBwPhb3EyC4GD
C7+YgQedfcPZU9RWlFHrjaVh9e02VVPUzDdApuuBKB7PnWin/C/UcePtWbpjgqVLJkwkyV39trPD
1oUWwmpZRchblKHBOZG5sjLo8ds2ho3RkNE77ZW+n0+mUkkvldOkd5csZgeLxbqts/SJN/w4tjvh
NOsgDeIEb92CEtyXV1CMm9/DVFrQ+F/uCds4+Pop5d43yb1vKrUh09otxYLQa7Kkm9P2NTtuFvM3
OpGAetbwppF8DiuI68oh7GvZ06utRMmDWBd6mgy0yvLp2by7WokTXyjDwcpPVH70z4j/tkd30dlt
ulEeLu0YZ0TWAELPgu482tbakkSPRiVgfOcqmj64hK2EUKtSlON6UHd+G63ApIpUT2T6qiwPV24n
/Qg86Q+e86ef6i5m7htdQgdXg11+auzegurGa0WGBIOfe8l/Y39oATitzY5z/p4fGixzO4SgX/lY
lZfJiD4bV2oEBnfM8zE4GHz5tTVMa0xO9miV0+equcy9vxj5JAvT12Gq+Xu5N5YwiXz59/D1to5d
/XMnexJ4TKnJqi7i+KnbdGikk4BWezMu4Svy7VcasXLUkQLMatBQNUWBXfPT0LqQXSMdvEcAAvpE
wMMI3t+U7fYRxDNhRZ7tV2SdmZbEzpCApsaBJc/Yn+l8FcjUHUaTpTcLb9f3Vq2jussom8p6omYE
SL/eqOKPqK3NtMOg8JxX7SFUm9dmUeLqK1G3A2WiaQs9C9M8m+xl6Hh2LoIcTrf4rDHmxVpWZWDZ
ZGIWrvj+lQQSlt5jNBNvMXYrVBuveZYF3n5dXvqP6TtpgNd34vwxfu2qZGDi7TXAONzn6icuDLhw
P7iBrr0Qc3F7kMSNuanCgaNmvxvbuv4b0DssvVo+RdxUAwY1s+yOc9LlGPfKxSLl1698+r0yZneM
zoxHiZJSu2WJFZWoIpBDrTVo96E9e+nAXH+Dpw1GYiD9GFP4+Wd4gvv27MNffo6l1FQm24p5e2HE
EpZgaIBF+RQW9CZi2Qikhu8RHcb3+Rzq5GE9O9YE2/1Tl136oCPcW0TxQ4YFStjJhL31MzsUDZVA
a7NPRH5vAQ/V+mE9ZXoDnNpw1z3nrR4V9jXscNPOhg8ZWfoaaRHW1bNAKUfa4YqHaEsHQO8vZtOb
a3Oyva8epFUPtr8a1YOmSgPvfV3Z264bZC4gxLskDYPpnN4ZEOrfVVGXeu4Q5H4T9Rm7pJB9aQZc
nyL6mHqQGDRz3zo27Cs0e1bS5W5QWXoVv87vrlmDvYcaA9/JGZnaHSGgZmZvVV0E8axQGgnKDrB5
ULkehHj7+Xbd+KndnIF6s3JIRxeamkMZ4eWSguk6OzY6G9YSoI50ktPcMUDToJ7DGn1zkcT3YZZP
psmysHkmq7SwU99o2l0MsTwO7xS5JWnNo8vWdzWMrjaGXwMvr5JhUPa6s2MBQ8axRpR79dkyNRTk
2qaW/y118HZNKMrXPhwpJfepek8TkwZWv6RX1BA6jtybi6v8b8ZY/+UqyCOxn7SCyETiLvSBKUCl
vrmDRSRmFsdMmaTKMHSffhL28VOBw2kYOxXcKO68Tu+P3D+tT0/HDWTiTzPpFb8uatXBEEXE+U0m
NyrCdgf0+NcQgWGWcmlC9A41mbEqnOyvFMSQCsrsAzgxNd/+QfH8LXnaJtWJRbyCFzKNrCNofmEP
midyo3ms3rT+UBGRc4KIyAzuiroHQlV0E4WGbxyR+NIBcKUqRD6tUdMqSEt6PTWx1iiYwQIlo+Ks
jK0kL7JpEMcbugKhJNWIrYkWJU6Gy/DqX6PO3TaUYrrxeJY7i/jIeG5g1beelfnYM4IrhyjWfQSD
Vzp4vdfQITCThq/DFKhhHxkbnphpUTToBPBDa7B1xk4GAdkd1kz+WMPp0DC4qo+OA4XzmVp7IhWB
JpZ5m6RhFbzMNX2ZhxbsEm2yx+Np/BxfrIIx+IlXhZ949PV0nqJjgBvxos9qs8l8oPeC3oUYQi5E
WUtvGZLxGEJppUFcGGMH106jECvpDV+vze+PHOI1xR5fPdEA08DN5UGs5Gc9lZFCQDDogSk85Ln7
yXST0pBHUGmxR4yykiixR/Axo3f0Ek1bQX0i4l/LWXZj0fXFkyzf7RoQTjPo3FApu2mdNFWXnwqk
HNVVr/NTm1MTlhpf24NJI2qCCqgPcvy3Ng1n8FZvSs1zLcIhJAJsFQL6+GPQmDTbH9vxbxUnfpKt
01BO+JGzNXrJd1/pn9kZr9ydn1tzAuF9dzzCuUg1GF6Gb/KyhfMCUuk7Pg9iStr1tCkNverY+y42
/sZw9w6bwGDIF7N1V4dBaV5UkwV4IPRvqyagrGgUKddfrvQqchV2iTDD9DWOcuqsKz6zquuvrF9Z
PcX8fVMJQQeFcJ2o5h2lGlA5/JyH8XPnIiI7Ho3qI/0FfaQjwMHDRzqSuX6qF1v4dVF98CXqOFQa
7rCisP2YYb9wFyVSM2m8u7DHcMIbH61f3i08mCQ2z8TVoXdTjSx1EjL4GbOcVa6jlK5tB5bBByvV
+3ba0FyDYi4PuspWwWM8SVY5HULHnUlTrihLyW3295A+Geq+B+OSwNCXqzRK0ih/EtPb93MVDU3H
HKkpEIS1vFUJdeo5dDNQYJJ1FFO92JmGi2gZ5ZiXZVzMSsLpTqnDrw9sV3jNHd0WQd2OlsFDTdKo
5TtS0ZAbuH5Qoda0XyFE8rl7TwYkmXAK+EYfgufW2wBibOhAYQEEkjmOfOMde/YgPv9GqGnIQrDU
iJ7PMfBCEhxxTavBqo3pKZhQlVh5Vowvmh4oQGxyUmOGVtXzawPEx+wtnt9Gq8doOwYOFlLYNcX/
bMqK9GULfL0wqioloe4zersEJXp8bkN8JKhOIl3pSHBT/Vd2p9GBqQoHaFWCGA6MWJAjbAJDGHo6
xIlnMzJALssvNiBiBoz8EXDncoF6yrydroGQ1Lm2cz25P/KOYlwSF6HD+vHJ19oeHhsjDIA5Mrsd
YGDzlTeF2kVZuNRC8GXH03cnT9tjeKjwspMBU31CVnlgzlINwCxVqwK3437GkNUntNMmwdG8ynA0
vTDTbNBr1CjuwxKt5wORyQ4lTIWrEEMbgoQ8bzmgyDeVJAYqFP7lY7GtApTD/tRSxyoTqsleNkiE
iLBM9pW5d5VuGPfnzKRaqZPtyCI3P26k1sy3iJ73GwyZN8rjU8nwlyfLImBmWe96MtCVXEV+iqNX
Bmt7rEauiZJOAkPed3nteJKcj67Mt2cXRlLHhp8ZHEawA37eZZTx3O2i9kfYb4ZY0ZzUs2YIZwM2
r4OBWNeMhkymLBSCg2amXmj4erfUmdWbjSPnSr4R1F9jxNz4pRmrWcD0theeOvJBcKZeuCg16Lh4
UEs+4nyulxuhharY56P+yvTmV1ApzNMI6fmWfhjMVVVEov+dwdaxzbd276J4pl/IvokwizqznYfw
CQ/rjvXBR+9U3UjAUO4Y7ca7ZzD6aiyshwdYQY/YqKzsMUxq8LUQi/1gdahnauM9GsPfDbMu6bkx
ThfpbKnpNsQZgZdH7aDgalkJEETHrgAK16vPrIwATL9eG/I0lXtTWm/CQrQzOErACfZ3mK6rd9lF
B7RDyylGbMKTcCoPwPDBiBY535MKC84BTW5qKZWRocKF99P5HTPbDWZSXcSSG4NVdmawCZ4ds6vt
aVs6M31mbr6oc0z6atNRQ4adhKUaNFioVh+V5/HIgKB3lPiupMbtWgfTEV1jWRMxpmQBXRrbmftN
DylljMoLOHr6ptmSsce8jJarNFmF6WQ3PCGkxA2QfGQraGkjnw22bYV+gpqZ2Pass9vS2wQq3tC1
QyvP9GqpwcS/zb2gzfrTpCSJR5DoPEyXWFshVo9VRmCHsQ8yUQrKqpS+d7LwN2D8qKbD/sYpsFb3
FtqZZibs7iECYRW0GyClj8T2pvT9PHYVMdxiHTMkF1yrXTyuYDv8sm73PA7f5G4Q+csoL9cTgEmM
GVNat1WwZnErDG4nRw04bs91a3oC8raxqdLwam7iLkx+00aKszT/PT2BPNJxiTmZO3JS+pXJInhe
WAR7HJ4ppupYRlfi/LhuHwiYohPGr+0bgZd3VUgA4GBPXQ2tbx9n2pYkOho/r9AHOvJ7mBlthigk
+QaNJsFIpBF4+nSIQByvrjPmV3U0HrpR9KY1oP36NDX/xPUbMxq6z9N8D5VcQhZqnHZihG1LiFdq
ZGPad0lrPkYTUlxPCru2IWDLRwviAN34yA0eFZ//BizSkgNVpGcrnrv2JeYGWtcVafNQvq/+CXkN
CTRg+q02Eo3Oa8MphPYg3TpUxpWHZPplORklTy8WyiSPQu5ZP8bHQLI0LFru9l25mtDwLO4JDbHN
zl9hX4GipX4wzKxN9YOpTfKWGxQm3XAwbzQcWTgM4wztu2ZyyfQbTj6IhvVxmjVKkyLzO8BFiUMR
kVuR/OsjBRljPfd6K2D4lhimXqkS0LWjG3mX17ou7pNX1uJg62X1m99APAEC6kJ76BTbfnEHU4E3
gPo30Y5DyR6DMmy5JAV9Q97/2t6cOg9Wq3CLSWmJ1B0gNMgqIAAFqkZMa3GN8AJnbaRtFUQpTrzu
6186QOtE1JZqSHhNhtuffJ9cO+4TG3PEvS+FgedD2TT7MbL6hvBiYx7kWZ5G8T1pEFeHy2schjbG
B42iXBrq++Geu2G6rKP2o+9c2Pp8miTprDDN8iS1KlB/xlHlo7SCns5jcqcwwUmh+PA/0jC5bNcJ
9UunN8gSXQZyeB3GkhCpEzV1rwMmlqRwF69j7Gu1DRx1A+jOkjhUqsaboYvpLJJH/tHOivucjr4d
MdJwXx66RZR2X6UOqFgDChyF+j+MUTL2LVuQNFZLBnYx+6q02qyxVgs+uAcNkticvC1op7H2lB2L
prE+1DQWOEFmodQeFiG6Pxr8i3U25+xYqEiZNU4dRdathwPmfUvTxluaaoL5jXOHvV/ek3Ws5fY5
q48kTLLopI6uxgojWl53WMF1/cKxD8rYROyPNyPcf7u2a5VthQmNbApMJHa+QnPukDEfnWak/WrS
ofe4sHZxdW5UpLDKZ0hvLWJhlm8ozOpgOUepuFRIMBMLpqzmoIOTCOqs/gpUOrA3pY0R1kZu2CBm
UubKg30Du+wPmvuTKSbpkcHe3K5/OBHf5CN4D7Td1ykBgwOUKhxnEm6R/H4Y4GnAGxiXAI0J1bAC
fH1Z6z/+691fBpu5PKHckqtxLKTNGarTVmE/LpI7EONI1Kke4SAKkID9nZq6lsK+5Nz9jXycDTGe
QgWHDACgTo4B/XF1/CTQbejEIFCLj7ghfkRVa9cGDGq5i60EqnWSWR3QB1U3+1nfhsajWr2Fr7id
GoGwf22x0HkQLeyJixWbpPj3f6e4zCM=
`,
  source: `
%% The state of an OTP process, or its status, asked for by the messages that sys
%% sends: it answers itself, with a copy. So it is asked only if it is an OTP process
%% that can answer, and if it is not too large.
-module(process_state).
-export([run/2]).

%% Answers #{pid, behaviour, module, bytes, value, trail, heap_bytes, mailbox}.
run(#{process := Process, view := View, path := Path, limits := Limits, max_heap := Max,
      timeout_ms := Timeout, force := Force}, Call) ->
    Pid = names:process(Process),
    Known = known(Pid, Call),
    #{heap := Heap, mailbox := Mailbox} = Known,
    Behaviour = behaviour(Pid, Known, Call),
    Force orelse check(Pid, Behaviour, Known, Max),
    {Value, Bytes, Trail} = ask(Pid, View, Path, Limits, Timeout, Call),
    {#{pid => Pid, behaviour => Behaviour, value => Value, bytes => Bytes, trail => Trail,
       heap_bytes => Heap, mailbox => Mailbox,
       module => case identity:of_processes([Pid], Call) of
                     [{Pid, #{initial_call := {Module, _, _}}}] -> Module;
                     _ -> none
                 end}, #{processes_scanned => 1}}.

%% ---------------------------------------------------------------------------

known(Pid, Call) ->
    Items = [current_function, status, message_queue_len, total_heap_size, current_stacktrace],
    case sweep:read([Pid], Items, Call) of
        [{Pid, [{_, Current}, {_, Status}, {_, Mailbox}, {_, Words}, {_, Stack}]}] ->
            #{current => Current, status => Status, mailbox => Mailbox,
              heap => Words * erlang:system_info(wordsize),
              modules => [Module || {Module, _, _, _} <- Stack]};
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% By where it waits, or by what is on its stack while it works; \`none\` if unknown.
behaviour(Pid, #{current := Current, modules := Modules}, Call) ->
    case [Module || Module <- Modules, lists:member(Module, behaviours())] of
        [Module | _] -> Module;
        [] when Current =:= {erlang, hibernate, 3} ->
            case identity:of_processes([Pid], Call) of
                [{Pid, #{initial_call := _}}] -> hibernating;
                _ -> none
            end;
        [] -> none
    end.

check(Pid, none, #{current := Current}, _Max) ->
    envelope:refuse(not_otp, {Pid, Current});
check(Pid, _, #{heap := Heap}, Max) when Heap > Max ->
    envelope:refuse(too_large, {Pid, Heap, Max});
check(Pid, _, #{status := suspended}, _Max) ->
    envelope:refuse(suspended, Pid);
check(Pid, _, #{mailbox := Mailbox, current := Current}, _Max) when Mailbox > 1000 ->
    envelope:refuse(process_busy, {Pid, Current, Mailbox});
check(Pid, _, #{status := waiting, mailbox := Mailbox, current := {Module, _, _} = Current}, _Max) ->
    %% One that waits elsewhere than in its loop waits for somebody else.
    lists:member(Module, [erlang | behaviours()])
        orelse envelope:refuse(process_busy, {Pid, Current, Mailbox});
check(_Pid, _, _, _Max) ->
    ok.

behaviours() ->
    [gen_server, gen_statem, gen_event, sys].

%% The copy goes to a worker, and only what is shown of it from there.
ask(Pid, View, Path, Limits, Timeout, #{until := Until} = Call) ->
    Wait = erlang:max(1, erlang:min(Timeout, Until - envelope:now_ms() - 50)),
    Look = fun() ->
                   Whole = try view(View, Pid, Wait)
                           catch exit:{Reason, _} when is_tuple(Reason) -> exit(element(1, Reason));
                                 exit:{Reason, _} -> exit(Reason)
                           end,
                   case values:at(Path, Whole, Limits) of
                       {ok, Value, Trail} ->
                           {Cut, Bytes} = values:shown(Value, Limits),
                           {Cut, Bytes, [cut:term(Name, Limits) || Name <- Trail]};
                       Lost ->
                           Lost
                   end
           end,
    case worker:one(Look, Wait + 40, Call) of
        {ok, {lost, Steps, There}} -> envelope:refuse(no_such_path, {Steps, There});
        {ok, Shown} -> Shown;
        {raised, {refused, Code, Detail}} -> envelope:refuse(Code, Detail);
        {raised, Reason} when Reason =:= noproc; Reason =:= normal; Reason =:= shutdown ->
            envelope:refuse(no_such_process, Pid);
        {raised, _} -> envelope:refuse(no_state, Pid);
        no_answer -> envelope:refuse(no_state, Pid)
    end.

view(state, Pid, Wait) ->
    sys:get_state(Pid, Wait);
view(status, Pid, Wait) ->
    {status, Pid, {module, Module}, [_Dictionary, State, Parent, Debug, Misc]} =
        sys:get_status(Pid, Wait),
    #{module => Module, status => State, parent => Parent, debug => Debug, misc => Misc}.
`,
};
