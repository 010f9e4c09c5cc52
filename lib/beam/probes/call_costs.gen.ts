// Made by scripts/gen_probes from call_costs.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What call_costs.erl becomes on its way to a node. */
export const call_costs: CompiledProbe = {
  name: "call_costs",
  library: [
    "call_counts",
    "cut",
    "envelope",
    "guard",
    "marked",
    "modules",
    "names",
    "tracepoints",
    "tracing",
    "window",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "code:ensure_loaded/1",
    "erl_internal:arith_op/2",
    "erl_internal:bool_op/2",
    "erl_internal:comp_op/2",
    "erl_internal:guard_bif/2",
    "erl_internal:list_op/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:register/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:trace/3",
    "erlang:trace_info/2",
    "erlang:trace_pattern/3",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "global:whereis_name/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:all/2",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:keysort/2",
    "lists:last/1",
    "lists:member/2",
    "lists:prefix/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "re:run/3",
    "string:lowercase/1",
    "timer:sleep/1",
    "trace:function/4",
    "trace:info/3",
    "trace:process/4",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAQMteNrtXVtz40Z2HhGUKI3m4vXacS6bxJs46xlPxh7wJsnZWe+msg95SapSKWer1msURLZE
9IAACwDNkWtrH1P5GfkZ+UnJr0hw4aUvp68AKI2jebFFEt2N06dPn+t3Zs7qMFsuQuQ/CB88ePCr
mbNyrpaR/2DWWfUmob9MUVp8cTA7XB1Vf1e/dIpffucn/oPVwS93/9/52i3+mPuL6mfdWXf1NP/L
uwpQOPXQW3+S5YM7q66fxfP8gV4aX2XePN0N4XztvlI+NfOTKfVU5+ux6qGHM5R/u4qTKT1bX/Xg
8SKJrxOUUtOdY4yLNzzJn+5O/DCkHnmUPzLJn/CuQv+6+FmH+PIkS/LZ0NsgIz7sZskS4Xyww7mf
TWblaLs1usQs0Hw9FKI5irLNVL0gytA1yp/2O+RO4WozyU/AKTtf9+1ndNQzAhS7TuLlwss5cYqS
alDrBXRtFtBNUXiFReS4AJ85nvtvkJegK9FjQ9lp8NM0nlDjnU7inD2DKP8zkSxSNcxJviKUoGiC
2FeQPna4jLIgzE96J14UhHrBsKDkiPKDCU+biFQD8IVP0oW/irx4sd1ntXzC6y0HCVgcuw1HkKKv
I9ptQ9475HhPLiq3nIKLf+VscZTSaw6D6A31DbtwQlIFcRJkN8RnThivyHGt3+yIe7MO/GbVLndW
ThTkgzP7LaT5GfnHCNuvs6de5/ZEHivPhJ++QQkrGKWPdC/j6Q3L2bd6XrnLkR/rKPQzlGbABpF/
O+QTV34QoinxyZPMT65R5mXBHMXLYiznMpdl+Xnc0hzryK5FnOSDxNW+FweaunerdTHqyAF3k7Ji
P984LHvq8MoPU+Kx7WhRHCH1sg+vl7lKwj6nsYPTON0dFSw/IN01FamTspF10okezVMvjrxqg3Yc
87JFtYLixVK26eqW9ECcMO+ujhI0jzNEM3CuNfjRNcmO8ziKszgKJiVHsht7Og/CMEhRLhanNVfX
kYu47W4XcpxSIl0s1x6D6CpmdSFOGWAnwMTB6a464YRR7DYDHl+jKN/KDLGKH3VFQRMfBam3CKbA
CcOC00leXtBMB57mgd0dFcFBbYTP1rQDDsRqlgvqIOUmzwdNsFI0neTnHV0FEZrKdBThJEEUZBhL
XqPgKAx9ZkAVobpCMcZgM8/RysmSG3KfrcTJsb7aBK8DIIpQktJXI96RTHb3kSe5E79hjjEwYEe1
JvI2PcxmSbyS/KCX6wj5SFNK9lPXA6aPk9ZLWcywvsexztvRdtD2Cq+5UF7zeJwLzEvkTRI/neVf
WHPhiZILhTxFvyGmxr3Mf/sbSgvCRkeyI7QgxMTbkmbuv/VKWywNvkdm5mh38wh5HcifeJNfqqwu
plROUJLEiRfG19elqk2rZKqnPwqiSbicIi+d+QmaeoXKmQQo5TVCa4rTBqu+c4s3HlzVI5zxoPRO
wcbDSLm2ynhgmZaUYlvWugzjyZsNYbQ8VHoa2mmaK6SVvZBUh818DGceRLy7SPdZ/y0gBR6QCjIl
t1rTlml5EXUf/G/+D1u8Eq8T+ldZrpoU4ydogoLv1hx+YnI79QiTjjIwmVl26rDE89JhL3NKeNQw
/B8qpLeKmt38vJBiw8ltJVac7uxk4qQw58aEst1f/+Yf/5UliPCSGTGqD0VvRmnV5ZhHEz+XHeHu
FB4wpptSq6VN50OG0Q7aY7QDWiVjThG/0Oo3EivAE43bGk9SbqKG2Wi758W5KkyOe25557nFXkd+
VOnIFS8IfHMNMyDl3L7nvf+/vLc/+4yyx2QWWJO87t7z+i3zuiDAR25KjR0u4528z+J+h++uNOvp
Biu1Tz+lhG+3tYpWsWo5Yczec8cd5I5Ta628PY6EgntjILjHu3IAm3SAazB1L7+tMzTJaN/vvcx7
12We9cCP9I/LGRsJUe3IIXnt/sM//9s/kSRimHLC5OBd3F/KPzAGtRWB6/QL65U9Ngk/NuFHXGd+
MIfFMC7kCPOaDpUZtFUqCJ2bd6aMNawPIUqNYg2n02XiZ0EcMSm7F8rM2yJ4VaQoUMtUxzbCYB7Q
x2aIgUSFjwTBjP5wmzhhzVFP9LPl+oNtMgCYk1H8gt4nUZ5w34WTpkZKseXkr8af9/JTLRlRm15P
Dej1SkmvV3QyIZYkITqC0HQ+yhn110UNyfce93Zd4dvRngt/yqTECOJvF0SujyB+UJqxm9CWMw2+
28W5PpO5Tp7+Pb3AMwH5ZdNStjgTdRTwslrQ5uc8zShJmy7nND+S8xqtulQ+wDUXxC5vzop2PT+a
5ld+vCPmL5jXYGWXJQ/9SHlHbQZ5rxgWTb0sjr04VxEiMcsrFqhF9V66vCw+4/f9gikMwLiNCof3
DUTHUMhuY/sF/Fjf2SA8wP0a0eUPDKTLmJM19NpqinEDJs0Sf1Lka9x4cTZDSSrzx5XJtJvcPz7p
b+NvEVwHpPxZs5rol30wA/+kIEFpFIBfn5Zfz/OjktzsVrmVtK+/eG1P0A8N9vZc8tJ9zBsp9qv6
I7W+bFGmYbiIj3SVdpY0/SHGWO9aHaj5YXPRQNxQ8w3/2Hbzy4MNLaiO+dbMana0E1UCua0ke0+S
eJ3sLZLAI0h5LpRqI+3Zmrx/wpH3UEpecnIg5Q6oIypWQxYb6Cn2tXWwvVGE1v+NCWJgVBRcgbFM
C3Ref/ma4S4myWwPd+zTKPbS5WTmbZxnZFHWbW2Oew7leGrtTkdMXpc9EeI7/hyshgOKLKGSOVuH
D1XaSV895KZYbsafKliCqBHbQ8UP5ZmV3a5jUSlSC0KfuWCgi+es/qn4s4bUNaVLiNVp8e3oUZJi
Xs4AH0OVR0K/TFdoi8Nf5FcWXfFIbSxknLOejuIEAv6ArVP1SJn9zroq+8pi0ZNVEE3jlbdMmYOh
ei5XryeFSzWFK7RCFF1nMyiCoawErZwHBsMW4UblegHP8VrlkldITuJCvajpkzB/PEHf5SYpstSB
em/QTRonCnCEMkzLeKnpIpGGi7ZcXaWut8xlajxFxEcf5Ec0N9iznCpeFldVFjeapZlB7IXBJZUh
Fif5qd+s/CjNkiC69h+8edD9w6tsISoX3JrWOrXwp8WCU48JBZTFWjsVWEzijjaJB5SQ0A1V8YWL
0KmyW4OjvQb9MhOuMMXVqDBhQlxDoEDA8K76ie79yhWyCj3QgyaYYGjGBESVu5gRyKiraiGNVC4O
cI23IINr1jXbueodTbmoTF8WJF/4SRb4oXCzBzCoxkkU559FRZqL4Ot0mS7y1ZDSoj6fjETFZB07
uWF+bDFzImt6LQxyQ0ZggH941wL8Ln0/1N7ZNqQxkD5gVyc4gNihhnz+c0v5POKOrDWnVKQBVYgR
l53UDN4ZU43e0cDUAt0N7aAfGW7hXyi2EBwut8SDLE7Y6wbK2upjGf1gab0Z3xoFqTsLrmdYR5ar
q6/1T/bRPJ4uQ2SW87Kx7NjSU0Wp8fqFuTzkY4mzw5JD/lI/3nkhxpfbmOSdly/NLazD5ca+slEz
nhYwRdXeEBgrTBojb2ozzCm0PIiROQdDvQEOMGkEQXStEcb+WF92nwmSZoTOvup+hBJUHOG4Q1pv
gYO8eoAMtNaz472jOEGF/xl2K1depA3lDjzhz4b0M7qjDyifdXQj/KHLmYVaUYeC6JTN3HZIfxNu
IESYFM7KckU/1VfmxqxlwtPOPMKV/1r/PuZ9cK9qX9F/ZQDF94qJddeB1tNnhdMgSrNkWXEBNEtn
xuNHjRRpVSYuyREHweL89z5e/P0i6WqeH2Zv56HVPAU6LwVCxOmJ0zGcGzrQiG5HN7xXovC362WP
0+od/zrgGeqq1DDR5eksgimM7ySCqiK4tjjqhXtzi24G/epJ5fwsfrdxMR9wmdzG2f6HJQoOyQSX
/tRPrkGwpFuNHUNmse7udCN/jlgeECOvGb7dX+srpqP1y8vA1NZBODEniIDwBnruXKZEVTFZr5hs
q/QCbtW9sMXjKM48H2AKW9y71lb6aMPAJctZT/hJTVQZTn3ohj4gNEawB+Bhgq7z51FS4nfUOHhH
12F8ybhJ6/PN3xiUnIGm2XZV211bgx+Wu1ZzdT/TFwduHdoeV5uU3EDU7TQPsG70Xu1trhj6Edrq
p78Og7dB8vm/7Ggl2XMwnmBzm8KZArw6Q4ooo9BrVwyCzWSS8uhqDwW8USMX/FP9ZA63z9U2iwz3
vadjFja1NQ2e6Z+P8x9M0hXPYs0LHlPCCio9biXpq0blzXPD195bDcXjSbyMypSMME4zxuzX85dp
Fm25WLdUaoCxhUvl+2Ah9+D1BfpRUKBkl5QDcI+Lvaj8YjnLGD8/kHYDgYvtunVY2xCPciDycN5v
vwRcXbXjrE6hV1bZBXfIsFKSctiUm2hhXaSQiXjBJJq5zYBhVpC7bFukpqOqfRlYegWcrYRSALCt
2TmaAGTuW5dNmAS0uIeP/MVinTgDlr66NUpfXczRqYnYqTKOL0qYh6zWJiLmAtTaoqUCJFocHWSP
7YZFRTqpAE8D76k7D+kMP/j3/7QLhgsjgudCv7PboIPvM4U6bNIcxtGKoILnryxdJXXSnFxpgW8x
SVB+uDjpc4n8eeYvaHo1UPbRXBmmCWbzuRyzWYtiTzcUm6I0S+Ib0Imu1EB22d7VaBqwbhBOz5FG
aOB444hj536y3lyvfMUE6hF4B+MAL7Qdd+q+JAwFNo3MalpBL/SNLkWxDN1bznAZf6sfaz5npN4+
aECkwWY5c0ZY2d2nfZiFslOIsPpdzxR6WPISnJxDYVtXKAIy4bD+CXD2tRxeRjR6aUSjH4Lc5zlc
b4MfVxu8ZluwYYxGjehhGOfzapbwMiblyOSGEZk6+inhXc1gAnSXDbCdcSR1LBrf2d3NaXTEXggg
3caKChy9mfI+mAbqa7wWRczEFG9ftqsL8PKtEVN8YFamIDTb7PLT+0QzrbWH5acskYXpL30FqOlA
04wTumv6TIVjMcG20QJk6NnVj2h1F+TlBnNkWOFXU4P8XP+qGxqUUQyBfHpnT6usr7B9YdnGzm1R
b3tpokiLV+A2hoyEAaTSmt6HocQvDtwNnfo7/UoX/oJ1ZGshk6z1GrCIxdVWd/bFNFjUffduXnWH
WsnCA3UZNaBusNmVY61OkCr9b6hdUskpbZsKHOb4yI4M+7Imqwf05FGNetDqdeQ6Z1+rpuKId8+M
MJcB1DrfUsUgDZb4G9Sfc43/BopMJbfF9AU1PxdI3OQHaYjQwpafhBHWOo0H4egsU34O466+lFpS
JCEbSUpiPPN9g9rFGk4Rty1c+g8tC5b6MBwdFiPQ6MB+m6HRaoTkhAg4rhYCzsgqEs+tmchisoAL
JgDcjV9UCPvD9lzcvqkW6j8fPc3100vesU/prpy3WTfKdNAw35yryenokLNO4tudPtA02iXWjwKB
zeTtRa7UaaDj2RvKPR99Or0hnypFWs167TI6m+3Vy5Rm/fg/9t7/1qnXiYPumCNtxFGjAwpdIgoW
05PUiApUpbD1Riib4pnb64NiQP322qDseZf31+jmfn/rtbn5iTaARpsgNkK8K65bZSu3nAxwC4jd
mPj3d3Wp06lk3Oa9jGJEsRFh4dtfM+wLDWErXY9SHZGAIQIV7YHEiKkG+jSHfBm4UPJslJ3aEYy+
5XEa4XrSvq+Q9uNmU31qvGYjObEjKP+Ps2v60h4OLIcoU1kFeHf9RnItBxr2D8Diu/gHCMqhmTex
xoYJY3+KplCxnODqFmBqyiv2+wCn79JGVU5DbpMHkPEKLmwAfZxbsPCn9UFOhup4x7pf+l7gM55s
apfXAFLvQPUy50q3T40BM45KgBy6I6kGJIXerTQGwjsdSV0izNiS8O2ITTC2kl6D25NeI0B6YblE
V9FkIK721OLEkzfoZue54+JDJGoWuL16EnKgxDRRSciDOwe9VCMuPNqPPBlD8sQefpWA8LKBw1ai
i8O95rSh7jviK1mMaCaqbdR1ei8SdBVsg2EEBDdVukh4DIr/CjFv+pi1xI+xIXw1sC23QlcRllof
gjLSYkcZjoQDanvCWPzW30IjzKm2/1E+cln1mEQU2sZJCT3rXQZXcje1ixub8rhAqpx58WJvM/Yu
4zjc64STeL7QmdB6ghKnSj0B1jbSBuLUGks2Zy9BEGpDPoTqQmbxq+vVllnpRQO+QZE4KrhrVniw
F4yroVnuDmcry4grLgsiBlCSpEFgqPp04W8gfZtGP13nHPCNHEpwBhQOgureJkkaxiuUFPvFvcM5
VjY+4vEMLLdjrO91auItrdd5ZsQ2GEBsk/msmuqlW1mQVMz00/ewrPuSdTYEb1ZRiVJiw+rMMC+C
RUY2CDYRqVRgEfjlTYa8NPgeAUAIXF6VfRmwBHtB5OG0011doe7ah9tcdV7/XAay3kJ77OY4fUzv
0KFM7DoqBecOIRCKoRIl6G0EJiRll4BVe1E8RbowKOWPMXjRGSxvf7Q8KTTyUtMwencJ7xzZwv0d
fueHS8S0VeMoWTVbs4VJLf7LeDtvWdM909B0tbsOafFd87qzxdGFNgLbGvjdQuCJ0hzo9k+1C1R+
ZqLYGNbNNvr+NFS5LXzOVRxOd45g04gl84oX5DpqutuN9oHFbGp/1gpmyn57KcFYfg4DIUPrf7yB
2y6f2z/f99UFVKzLzxaUfM6gv2hzOovDdXKVxHPCB9u44WZAv/GeGJTQMzRx1MbsPdw8RNkQ0ISc
5iE33zcsYNUxJ0ZAUNFqcef6WUBDmR+ULGDqqlrCOiv/hk0GkT7Qy/zkGmUpa5rrNtgVN2YDuufy
9W+DZgDTlJX3LF0Gyop7+BUxH3+RGKbWvHOh7yAShYeElcp8YKr1Vl/G1Ie4Utn3D2CvBlDcv9Q/
xtJCUX1C01WAjF9HuzMPnx31ow1L57QreiWgKauCPkZJlkIxlQ8qKA8ayY3p3SxpT6MbM9LN6KIr
YLHI+hcoDUzz5scoSpeJagpJ8ey2jx37TBtbpILXYzelRiRWv/uGqNXHENv0fHy0TvuEkWOGICbA
010riF1LC/ZHj4IoKNrhesWUTUAMGqSgVDhb3uWNF2czlKRwRXxfI/tGE2nY/Bmq+bcoHVsPVcIs
rCWdZZu+CBag2eXZ7nuvJUZ/2adY9o71lXEIcPRQDzcHAAYY42agoLa6QYRW/IxYq/kDNLmDKN/H
++UgXrpAE6/IPAhCJD9SjhY5ts67T1wsHWq7rALqj3pOlPLMSi34pzqdJE1w7tRdJvQCZNP89YPJ
Gue1Y9TAjapKIfjAaL+fEPudLCPe3teLv3wfLFZBtUbCZ9alGtBqsbsQ8oHREIdY5AJpHr/m7yzw
TU/WlzJKsTS0yoXOLvS8EwJv+EWN2/nn+po7F0A+/S/+RttTR14VgDnpdOUCEWPyLuH6DlQ/B6UN
FMpooL5laO20BmHbDZs0ygr/5WmvbFTxC67lLJFXr1caAqRKq7KmTD17A3Er8SFuKilThcfk2uMx
KYGv3Ro93njvQF/qgIdxXvsczmtjMEU6EFpNwsj2jWBkVXBrdwgeqqMCNbOHl+2rvNwWXL/VKThc
nYH21LZvrIKSbeB9rfhSOGcD7gxXp5komMjv1swJ2WLxWlyxenWp61TlroFEcyHkan1vTW8eR0EW
cwhBUPFuhSJ9D8KiBcLSeTdAWFQF2+49PMdtw6/YYJ31ruIE+ZOZfqcgyPtb0+f22j7/uEYNkrg4
o3LKWdRl6CCyy21iiHIf7Xqt55I9zYLoukzJkov4ZXZ1jltsG9ta5h3XaasB+3SgE6DYbCdRB3j6
7bOvXv/2248f/u6zr5pIhPqFIQ41uKj+82df/f7TZ7/99tOHv3vx/NPfPysX+OL584+ffTN9kX/5
5cffPCv/9+M4nH7z/PlXnzDoAFoSuZOQ2quz9rI5Vlf2TZqh+dYvfEB5Cct4HBZvB9snG4Tgni/D
LAiDCLZtjssiieLG0vHh9ib+Ilsm9FBUxr/gi47oCwdy/R9VxxrXyCmteLlmWmkvistheKW1CbV1
ZAArMG4P48FI6VT49eCqBgP/jbgM17W7xLVKsR3NHL+xVXnGoG5pMe/Uogupm+ZFoGxSmNjAOgZH
OywUtTisjjl3auXZtyN9YaDq7q6sMGLUzK68osoSa9qwRmmETZ8YCuMVrsUefRjG0TVKsyKYmFu+
3g4p4EAEDqJEPNLJi7RbXbq8amB1DQGJH5DQ3poo35q9VRt2/myU6AP93qpPNggQ1Z7oqODmpUSM
z682Zt9YJ5HwnehLema/vA+0ESk5Jw4Ua3PxXvunnIkawxn1T9kGrkt86Em8jDKDvnH7aKQyxlje
G1xcQShy/XR1UiikBarCaghxh8eG04Cl0S3+ve9CV8VWc3El9Bgr+hvupV3ju3Aqv9I3mViamje/
qQFcZRLF62NF7Gq/fSH7ItWA2GqsxoiSZ77fmUaP8MvZQiC20PBvfJe6/xmINBgsujVB5lonDNSR
ZO5eJBlLSmuAbHXw1yytg/c5pYswyMRRSn5Ck66drrhCFYhqtJaCCC6izUbxAPov6e9swNga2BZI
jsg2Q+11G2OUBzkUkvUyflmrCah+OXL9lf7KWg1SrHTMQiY0FsbSafJ8ki78VeTFi0w/tEsUakzW
XEEOTQddIbm/SRLR6kZ4vEiCOAky0rHVnQXXM74+xbQfMRgOMQz/S7MhXItmJUAv5Pry7tE6tBYG
8yATTKreTNzoxaetmAQFkOol+clV0b0nAwBZH37z9g/9z93x568utTvCPrz06JNZeuw3L3Wa/+Wt
xQIz1Ko3RVf+Msy2/4N1y2k7BrmgjUEkvzSKqNfMVhUlyLdV0c+ZdE20c6fvvfqd3ZVFyw9nKP92
lT+cSjGe2xDoYoWD7QcNeEDDIHoDl/DoprHQkkZb5KkaINIiTuSNSPwgpY2pKkMeLFhaRqK3laZZ
yhbQnRaFf6wzpJ3L0wnjVSPo+EfG8Ceq5T6e58K2PAJF7M4Y8MW5Rhl7FT7ZDsmdKqZv7P9gUqOw
lx+6KgcYZX5XEmIb7CcMx/6G7dk2+AfUQdGpVawC3yBTxCRxC1pS7Zw/4TKdETFiYqwo9vwoXRVE
aVuR1pat2wvmPvG49cRjafOPli2p++3dW145cc7Lf/8HIL3xMw==
`,
  source: `
%% What functions cost: how often they are called, for how long, and what they take of
%% the heap, by counters in the emulator, without a message.
-module(call_costs).
-export([run/2]).
-optional([{trace, info, 3}]).

%% Answers #{rate, window_us, functions, processes, costs}: costs are {Function, Calls, Us, Words},
%% the most time first; Us is its own time, without that of functions counted beside it, and
%% Words is \`none\` before OTP 26.
run(#{targets := Named, processes := Chosen, duration_ms := Duration, max_rate := MaxRate,
      limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    {Counts, Us, _Shared} = call_counts:over(Targets, 100, Call),
    PerSecond = [{Function, Calls * 1000000 div Us} || {Function, Calls} <- Counts],
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    Rate > MaxRate andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    Functions = tracepoints:functions(Targets),
    Tracer = tracer(Call),
    Way = tracing:open(Tracer, Targets, Call),
    [envelope:refuse(traced_by_others, {none, [], none})
     || Function <- Functions, Kind <- [call_time, call_memory], read(Way, Function, Kind) =/= false],
    guard:protect(fun() -> stop(Way, Targets) end, Call),
    Kinds = [call_time | [call_memory || set(Way, Targets, call_memory)]],
    set(Way, Targets, call_time),
    Begin = erlang:monotonic_time(microsecond),
    Traced = case Processes of
                 all -> tracing:processes(Way, all, true, [call]);
                 _ -> lists:sum([tracing:processes(Way, Process, true, [call]) || Process <- Processes])
             end,
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    [tracing:processes(Way, Ours, false, [call]) || Processes =:= all, Ours <- [self(), maps:get(coordinator, Call)]],
    window:wait(envelope:now_ms() + Duration, Call),
    Microseconds = erlang:monotonic_time(microsecond) - Begin,
    Costs = [cost(Way, Function, Kinds) || Function <- Functions],
    stop(Way, Targets),
    Called = [Cost || {_, Calls, _, _} = Cost <- Costs, Calls > 0],
    {#{rate => Rate, window_us => Microseconds, functions => length(Functions), called => length(Called),
       processes => Traced, costs => lists:sublist(lists:reverse(lists:keysort(3, Called)), Limit)}, #{}}.

%% ---------------------------------------------------------------------------

%% There must be one, and nothing comes to it.
tracer(#{coordinator := Coordinator}) ->
    spawn_opt(fun() -> link(Coordinator), receive never -> ok end end, [envelope:heap_guard(100000)]).

%% Whether the release has these counters.
set(Way, Targets, Kind) ->
    try
        [tracing:functions(Way, Pattern, true, [local, Kind]) || Pattern <- tracepoints:patterns(Targets)],
        true
    catch error:badarg -> false
    end.

%% The calls of processes end first: then nobody is within one that is counted.
stop({session, _} = Way, _Targets) ->
    tracing:close(Way);
stop(Way, Targets) ->
    tracing:close(Way),
    [set_off(Pattern, Kind) || Pattern <- tracepoints:patterns(Targets), Kind <- [call_time, call_memory]],
    ok.

set_off(Pattern, Kind) ->
    try erlang:trace_pattern(Pattern, false, [local, Kind]) catch error:badarg -> 0 end.

read({session, Session}, Function, Kind) -> element(2, trace:info(Session, Function, Kind));
read({shared, _}, Function, Kind) ->
    %% Not every release knows call_memory.
    try element(2, erlang:trace_info(Function, Kind)) catch error:badarg -> false end.

cost(Way, Function, Kinds) ->
    Times = rows(read(Way, Function, call_time)),
    {Function, lists:sum([Count || {_, Count, _, _} <- Times]),
     lists:sum([S * 1000000 + Us || {_, _, S, Us} <- Times]),
     case lists:member(call_memory, Kinds) of
         true -> lists:sum([Words || {_, _, Words} <- rows(read(Way, Function, call_memory))]);
         false -> none
     end}.

rows(Rows) when is_list(Rows) -> Rows;
rows(_Other) -> [].
`,
};
