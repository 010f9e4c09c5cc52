// Made by scripts/gen_probes from process_graph.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What process_graph.erl becomes on its way to a node. */
export const process_graph: CompiledProbe = {
  name: "process_graph",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "process_rows",
    "selection",
    "sweep",
    "waits",
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
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_process_alive/1",
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
    "erlang:processes/0",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:first/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "ets:next/2",
    "ets:select/3",
    "ets:select_count/2",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:dropwhile/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:max/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:find/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:groups_from_list/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "maps:without/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAYRdeNrtXUuf5Ehxn65H9/Q8dmYX8NrgF3gNNsNCS6pX4501xoCNjQFjvGAu9VNXqbukrpIK
STU1vQcf/fMn8JmP46M/Br77xAVLqpcyMyIzMiXVzC4zl93ullL5iIyMjPjHP2btdTddLeeee29+
7969X8za6/b1KnTvzVrrs8ncXSVekv/hZNZdn25+3jzZzp984cbuvfXJtw7/3/rIyn9YuMvNY51Z
Z/0k+2l87Xvz6dh76U7SrPH2uuOm0SJ74SyJrtPxIjk00f7IulC+NXPjKfNW66OB6qUHMy/76zqK
p+zXbNWL95dxdBN7CfO5URAE+QjPs7c7E3c+Z155lL0yyd4YX8/dm/yxVumP52mcfc176aelX3bS
eOUFWWPdhZtOZkVrhz5apa9A3zvz5t7CC9Pdp878MPVuvOxtt1VeqWCzmOXfgJ9sfWSbf7Gt/iIw
YzdxtFqOM0mcevGmUeMOdEw60Em8+XWATccl+M79hXvrjWPvGnutJ9sNbpJEE6a9h5MoE08/zH6M
JZ1UNXOe9ciLvXDi8UOQvtZdhak/z3Z6K1rmE/WME0HJFhUbQ3cbNlUOOODzZOmuw3G03K+zWj8F
2yUHJzDfdjuJKKu+FrbamrLXFWRPrir3khLk/4qvRWHC9nnuh7fMX/iOlzSVH8V+elf6XXsercvt
Go/sVBhZCx7ZZpVb63boZ41z643O+bD8Qz8w7+eZup/7HXlfuSfc5NaLecUofaVzFU3veMl+pftV
OBzFtk7nbuolKbBA5Z/b5TeuXX/uTUu/eSt14xsvHaf+wotWeVvtq0yXZftxP+cBRXctozhrJNqs
e76hmXN30y/OHDkRTlJe7WcLF8je6l6786T02r61MAo9dbe7N6vMJOHfI6zgNEoOWyWQb5DOdhaZ
nbLTddIPPVok4ygcbxboIDHvN2hWMLJY6Daqbck2JCjzzvo09hZR6rECnFkNbnhTFsdFFEZpFPqT
QiL5hX248OdzP/EytTit2LuWXMXtVzvX44wRaQVy69EPryPeFhKMAf4DQWnjdNat+YQz7HYN3r/x
wmwpU483/JgjCvrwqZ+Ml/4U2GEBsjvLhxf0pZMxccMetgqyUWuRs+3cARtiPcsUtZ8IH88ajQOl
ajrP9rt37YfeVGajoB/xQz8NAskwcokKoN9pzApqrjCC4ey+c7pup/FdeZ2N1Ml9utkE9wOYFFST
skdjcJgy2dlX3smt6JbbxkCDLVWfyqdpN53F0VrywFlmI2QtTRndzxwPAbudSIMy+ML2HA8oo2Pv
QfsjvGJHRcvjcaYwr7zxJHaTWfYHYyk8V0ohKlPsCAOm3avs2Z8zVlCgtSVb6A0Cn7z91Czcl+Pi
Lpb4H3t619HO7pXycSB/4zY7VHlbTGmceHEcxeN5dHNTmNqsSaZ6+10/nMxXU2+czNzYm45zkzP2
vUS0CI1nnL2w0p1b4uXBUr0iXB6U3in48tBX9m1zeeCFtqzF9qJ1NY8mt7uJIXmoaBbawyQzSDf3
hXiz2fTbaC/8UHQXUd91XwJa4F7ZQGb0VmPWMqsvws6932b/AoMhiTahe51mpknefuxNPP/FVsLP
dU6ns9KVjrlgcl85mMMSz0uLP8wZ5VHh4v9Aob1Vs9nJ9ktZbbSzuxKvTg/35NJO4faNzsx2vvvz
7/+UnxD0kOlzpg8z35zRSpWYRxM30x3zwy484a5uSquWvTp3OUE7aU7QTliTjNtFYkc3z0huAWOs
3cZkknET1SxG+zXP91V+5XgjLZ94aTG3kR9tbOSNLCC+uZoFkHFuv5G9313ZO979jLmPyW5gdcq6
9UbWX7GsIwG+8qJUWOEi3in6LN6s8Ourzc6owUry7meM8P2ybqJVvFleusy+kY7XUDoeGlvlzUkk
FNwbAME90ZUD3EmdoIJQn2WndepNUtb3+0bnfdJ1nnHDj+jbZchHQlQr0i0fu9/50c9+WJ4iTign
HAbv8s2h/CkTUFMVuIVfGPfssU74sQ4/4hb5wW0WeVyoowzV7kMTbWWc4dYPyze07tr100SJuz1s
QgnOBVieub/wWTm+CADkQIUA8lvUFWSN+eLTr9O8HnrZq2tWu1jMxjGf7icavnathp9qoAx73GiJ
SEOHC2ob9/VtDZlzZF1lcHo7xA5qq42YhofgCcXDe4iNsSDfgToClclgkiYMoH91lf9ONusbQUUQ
SMKQBji4GkQIDtVn9ORuMvcA7BYAU8qMENVvQXCTxTy8gy2BEva4WJtxGo13E3eiP++duZuIfg8n
wKC/pEbPp3G0XM/8uUdHX4tWk32whjZh1fbzbzznUjBYUAOEWxvtJkZfsAtD8mDW8BN0QCrLUKXR
0gt3A5EANo2VyTuCMjmlKZOBCJmQHFkigOIsP6L8zAwGoX5zL7xJZ4BgKRHFxSZL+A0r74qb98Wb
lpaE1ZoS/BF+aHd0D+3TIumgqVN76i3TmR5Wg3jQt/c77DSKvQ12xlAaP6M8hveTtXTjrI0Kx+hn
lcfoXh+FUTq+DaN1CHcAtHL60DGRr5QaSb6BlMK/Jl2dPl32VZW73+eE73bR7/YRzEMl052sBbAE
jE+EApDvgd81S3/ANDKqIL6/J3T2vjALnA1YTPve8CuLIpquwW4BLjUUdnyJG6T8SebofAWGSl+y
GofDHD/k64atW9R0krNV6E+iqVf61WczaYuznenFSW6rFzjTO2Jyip/b9ldMjDyKMwHe9fw0SePM
BHPv3d7r/PtFusQSJph7hCob8GHe4WTM6Y4Crn4wYPEpbpGn2JFJN+qsE1M3ICvTrA9tch/oQFsB
mmsRMLack68HQCQ1t9+7wvbr0ESf7Qd/CaosBD09ISjl+eGCUPY7qzpSS+6GE1QYBWMpmWatdRIv
nAqXWVsWJsjs39R35+hiO3BacWZMZ78L80Af8udklWSX3mlZW1SXkz4Gp2+Z6Q39bRtwO7Kiqa4R
HeuDIY7e6xbisNjzofLKNqGNgQCKWaaEA4lDBf38+4b6uS9sWWNJ2UwNaEL0hfhsPYwvXD5ei8Aq
ArBaNMX/oLmEf6BYQrC5RRT6aRTzxw0Ut7YD2fzB2nrXvjEPRGfm38wCii6nL/0QuIOeku5mvNO3
V+Fu9nk61gsNvFS4IH/BjGBnYP7FPzT7oqXlv8cX7gLiQaqw3f5I40J5gceubJlkBlSphCwno1H9
sdrhtT8gu8q8Sj/1FqWfn05Wce70HGfLOUn9KFQ2sPQnt+aD+RMdG4cHzMk7Nsu+YpSyPzYm6+gk
qbc0yQXdeF60d0Ztrpc/pdsWl7KOgZwxbIKjOgR0uSUskkeBDgBZ3ckWN2NVRfNFjXP9oDUhGBgK
J7C3HhV2wUsuuTIkK0ATyKX+Oq3ONe1DE4B2WivyJcKKUN1gh+hd6qarBPSDWvs4mYSgBHUn2zCV
h0BKcoRI2JMwGieryWwMmpcE4pTjROvGbpisOf4sMupQ2FQ0VFxL4Rjaw/KW/hQmAsE4TUqu1Rwp
kXuB9zQ40FNvbXzELLKDh/xpw0K7BV1CWeCv3Kkb34CsGq9CFMvOg8B0dTqhu2AZDYIa9c6f0a8M
fUxlMFq2+BUuCRhjkkPzenO5TIqPneUfyw5dKAvqeGLxOI/Vu4BQmBIkNdbTRzsBLkTO+IPvVaQf
IEK6+rCj5EHs3WTve3GR6F1h453ezKMrzptcXW7+XCM3AXSU73u1X7UtS1axahV792W6OrCqzO39
zSLFd9Dstupn4tUaV3OLi3OEQUv95Ltz/6Uff/0nh7mSrDkYdjE5TWGsoHjHLKuoY0WotVbjKzoO
aNhI1hjVKdb2CBkif63rA6PvkHxmJCXaXSX7o1D75VN3udyG4072mFTwTuIgCJADHEMTvupI0o/l
vi0GbinAaIe7+UXoH4fYfKuNmWFQQvh+8zns6g+jqQe9iT4cILBhrqsjnLl7937r2TMpsJg+0lFQ
JzKepSpw/yvAiV6VlG1db3rDgm6VfMXnabwKJ25aZv7bEnrJGb5zcu/x1V3qJUbcX3eZtbLYU5yW
Vez9gjbc/9hT0+7mEpKY68q/oPs1L80pNdX8feobpy4nrPgNTVdqmUW5qdupmDZZf0TSllGtbmg3
lYmYADOmRXZQCP3u0nD9PZn05e08oMY0RnXlsH9e054EsajqQ7ztMYqzHXpr4Zayh+iLDsDH02wi
/Fyjja/cG9hHuMx18USTpL5sG25jiUcIDnV0g0NbQHzDIaG/1IDvDpoLyTBJ4lLAfpOxCv7WACZO
BwJ0CQbHyjZPD0lmcPSSGQQzKI+fqi1UZMS7sh5au/p0HkW3WdOCthpgly1yxoVohjtl/xNsJ46Q
1MsWvmrFuOFZY8sL1WMpFsvPBuBwtdXGsUVMi5cVtNhXBRVwRrgNbpcYO+f2N1JEN7M1aCrNbBO7
AGeBdqeq8k7Vd7XhQj7TSGQe8LmalF2p2H3VMlTUCQk8YFSZYj0U8pEPEpQbHpk+0pITocWAc+ky
WxLOjLCgmDB/T8xnknZRTKO07OUtzETVO3EUpYleHaj7k5k/n2b2iFZFnLMoXs7cMJFEtm2JyS1E
a9hkHdHp1f7ItsU1gAzo7EkL16ZDCuSDpqli74UXJx4UHRKvTfLxljt/oRg0w4P96Rg1D4ZxiG7K
CxTlYcnS7XgwYRVPo0JRsag3Pt9qWE1HVanB9TW6X4WzDAK9Tm8NLAWDA3ZeV7kLf0kHi2X8lffp
N+5RIDjxUeuwg1mVvHe+V5fr4OtUkCef0OiAMQqATQSgAhnoFgtrSn31AvGbdBaxRrNW6xggdzjz
F5URUlDBZnt7gmvfnuB8pbvbOtQSLjaeFmKBOSL7UX0RQ4ll85V9qmDkUFfRoBwcTRfR4EiTP/Of
Ry9M0a5GkcdSWUoZ8ipQE24UkDTHozwbYZ7sO2+coXAHVnp1BIUas98cP+GRV/l4DJRv1rca/+S7
ZPx3k7mVaBo2UA+4gVNOlgeOFHOETjlLIjdtdzqVtAsIitkYCYnu/YMQVThm+AH1IAwndaZamII5
3/Iue9OgudxFeaVPAdfS4yZTpnl2xk5ls/UbhtupH1TT9rZC2w/qhVhXGGbtteyUScVMaXo8l1XG
OMpXUDMM/XaTtectTcK6nJ0NJJZAXImCDVvKPoFBakdJUr5QbPQ96un99w3MkPOt+HtJQJsULNo0
YjKOabRNl1BmcDXAv0VXiwP+EvSVp2IKUYuSMotQjgwh0P9Ql1COh9zw2jhHtR8WUV5a/FLiaiyl
VUUxi4EZATkQOLLQEcyb6pWaoZStNku9XaYKPJtG43z6Sr/K4ZQGLT3OiSrHsZcssxe96u093Ron
VZp8kDU5Trz4BVNFtY6WW36ZpeeJ99KbrNK8xV+uNoUnqjX4djGZfjReRGHW6HJ+ZzL6ZLXMxu4n
DPrsfjJbpVOWMJLa4sMtEP2nbnLL3Hry7tbX3oOivfHCDcVhqzbl/XyHb6nFGGOh1IxiW1rgSfog
uQsn48K1BP79yeHv47zqPPjQO6WHIPqKA8lH/lwxqyb0FErtIMuaF5+6v+0qDC7r5qNNWAbgSkh5
NmrDhqf4eB3nFA22Lt3aCSZsDTxAXziswfj+ULtswvl1HC0YSmwMnoMEsC4DTcz9UEX7zQaGOST+
IGiAXMRpin2zp7HEQ/bVDwKlgV2hVHJfOWKFGGwXiSgkVqDLmD+UMOZzNbQlsLBLiJoUO0FQw/I9
i/nJDuSp8ZLncdKYyiAr3bTHcsIOfAB2DuEkHcYKm8fZQC+3ZlMos0w3Kn0pgQpTtN8ZljQ+CoJA
DH7CmS+Nq9xtpI+NbKoQkb2K8AjOFYLjzOHEH+LGvqxWV2MIAPy0ThM4y9dPxrmX5ta7k+m1HTb0
mEPmoBV6KpjXONuErzBK65iGo+EKa8P5HmT35Ktsp1r83t8/+KGGLtxgX4jf0MtGEIGF9gW5BAVf
nYhUYaImFHC9pW7KTARanpE+oN1pRTMocLHL8tmJs6fpWc4CDI26+XO/Fg8n5pxEVbOqOHfkEM25
sOWpx45x2bc2xHbGdE73llvoNZCPS2KOIxmlLTJBGxm829m62HDWRQ2u8JzMySNcMXlLVUvTD6jF
KTiZGZWJ1Iy/3lLROTJP/8b8Q0PDOp623HvcM+/RSJd4o16yBae0jXSb5bGRordeBg/GNDWVxZxN
RbQC9pJHuAbu731K9yCFPnWoG9h7q2hknCy9yThehYZXxfbH/lJW9EPglSX07J1SzybRYrktfsZf
O2rq7NDA7MjaWfsbk659kNxsBfduTSnAqJxIjioio56d7xNv8QR17G4+FGgLtWpT0EAOjhjIO2FL
0518wAt/ORR48h+/4mvZ5XdLCYaU2s2+LFIGlvWrDJqx8PIZLWM0gBkHey9QQ2rRO2wPTOE1LwcB
mUqOtGwPUImBw3o3gHka8UewoYG1ClN/LsmzUkA64JIGls63TfDK7kuILfb41tiPA0l6qhHFM71a
omBn919LsuWCZsDIwHKwKyZcYM/8FHb4eqVNUkgPwIsccp4MFDe8KjepKqnfl8obE3pdGImlFMtG
aukj/4394QRM4eQSwmu9GiE8aSTKPhPPO79MhNBnlbL00ooOLSJb2Kiar9bWMvha4PJI6fpUwEiQ
1g0tFVQNj/ZNAh8m0Bvm1nYEYgANntyeGnwrsbtsKbtv2VO8YYAEQnTKKamRXLb6vIj8XEKGWw3e
jhGAhe8ahwu3VQrLUzqP1l6crxcQp5T4CmB1Zrwcf6VD41Z9lMb9/EBLbAKA9RlXxb0aAxh9EQKL
nnWORrqT6DHIToWFt7japS4K/ANweuguQqGT2ssWXtBIoNrGIqf+C7hCVc6AOM7ZCqGTm71aBEF9
xKYgTOKgDqGDm4a+tnCuUXYb703W5x/I6llB3esZs+yQXHp0SWfB3m430GEVwUqivwYs5jjdusTB
DvjDNIlcLRmRK3jQ6XNlHqNyhZdpgMLS0Bq7RHZOTSnDuy/c+crj8RIBmIBvWmoh/y+coPCqLN0h
wdIle/RIcle/7WywdaGF0FpWJtacKzwsdZettAtBIJoimicYMvKUvkrjLwMrjH1I3etoPo25+IuO
C6gHuoCgPKsm16E2oNSXNahAL4IKy8soxuL3cDEVqP+PdyV7iveOL/e2Su5toW6XaWGjhbtUl2is
Ew96jPkbHElArUCXNmsgiZ6M6olijlCn1BCy2lofPtcKvjrcReXpkQndOtHSC4M6oqWK4nSGl1Lk
YuwCRaBeB7YpliyvQElq001VM/rsptJWjAoG9lk4TDM1d9EK82jCcPm812TxhdOTeBQSXOrloDBa
WkUvBsblPQaUW+Ex6t0MsLx/iTpR1GJrYjO3JCEIUWs24Sq2q7qK1ZaE4Wo/N2KW3GAYTX1vNWQm
9gFPC93CsNACcJqz96FCi0lrCRl+8zNK4+uwKdwrb447mtl8HsPu/LVKkfNf4dGTj27iaLUcZws1
9eLyybITAnY4MBekqC34zxTlSeHU7Dyh2stRCeDfH7rLDQoPS3De9KvBGax8rfoWHY891KSEl6H0
kRyiAx03l++rTa9rTFR7cRyi2pG8rnUNFY96lRDXFmoOyZM37JpwQn1CkQ6+FpwpwntXxYUDdlPS
fctNnmilD5fzgUGbmVLYww8TL04VaQKmGHGtVTWAdjtAnRatO/yZkmreQothbHPtYT3kwLZmu8aL
4zDAuOkwyvUzGuV6X+KHVQ34TLKp1enJjq6QPMrmxZukmYCsQiAzs6+1uVlWjzK3izRBo/ATAFtR
0zXFHSJOIMDKkBpDXThH8EIX0W9qcMsRv6Wzrc3G57Esc3VnLwO94iz77DngdsggDfgCKJosX1UL
lRpZDH9DtRhk3DU7A6mlQZrgSKrp2OVMZx4XzE55EBjzD2rkaFv1iTG3/yS3MEUtU8sU9iEtZGSZ
rQOGEirl2uhs0VGgl+BuVfLHtmt04QzxMg29V1IXwLhwVx9h8u/Lmfzrm8oRbq70anOE1ZVLs0WA
QXhqOIGZThzaqp/069uKS7emHdW99mOQvoZSGeKSByCe/B+QivcpqW+tpDt5mndom7Xpzv0X0AeC
4Ng8qTWefydlMcAk4jgZXbmsfS0gIsuJEKReIN+0jiSwDhBdVb7G7AwhzVvMZvNUv8RQmEYqJUjT
Cq0X5U0CcnINeOzpugD7qFY4OreaJPz/INAu66jhIGmj3v+CWRMTzJb4KMtMIF6SleVcC+bSVwWy
twG9I847NlswSyk20sPT7LJT3n20fdebjq/uOAcoP+dqxjVlr3rB64INd6AFIgwLnbCeKp2uTvGy
oGNNx9zpVcjH47eqjJWXZ9SltryXHlnjcjJfdqXUnL5tOacvlCR6SSw2iXh3O/S2VK5anH/Y1u5w
Tbgzm8RBV5i3NU0Ocsc+RUBENGCOpH5iP5BTbmjPupRZSJc0ku/tZZ21tk8PGLqWlDvOqglo8Ld0
MGk/CARi2JZ/vaNqKF+3S2LOwccrOmE0KmIaiopyHAVp9esxDBCYZZmMTqWM7ud7Ac/XO47SMQPh
7dJ8DJwQm1cbhOFpyQHEGXMp5dhh1QU7swi5rtWUhCEO5E/k1FWcolo8rhYQ9e3Asuq99GFTd//E
rT+fU3g5SiuztQJ5Ox4qAVYgMN6UcqWVcm19Mkq5qsq+WW+KfL7qIq4mfItn19nFzp3M9upCn2a3
V1m1f8ec8cExzxxSXkRR3DoXlq6zArpGfs8AJ7oDgem0kt7DCiDK79Jh50L9uCe/Cgik0urbsj6X
KQbFG8lusw5qxu4J3yhT30d5AWoudCino1JROglDADkE9WqLCIOvvcZtD8h5ayngxWX+KPPV+J5J
ApYNaqQenjPl1J7RYskRwkNKtYxBTY6Kv6NLdA9PezTIU5W5+2X+dK13+gbvOGwhIsN5/Xv6YTuS
cvdxqILc3QPDCgi1UIpUPQXsXy8ZgN0qQ0mlnQsUsEbwNFyYexoupJ4GUlKZ1sJ/XyPd9Bhh1u4K
jLPaAtTg7H8C4Zg8mhr6ByM1JPqMdcvsDVDm4kr7oBZXhIOU/aLe9fj0ok7ovUzNyBfu+2k+mVEM
5Sjo8T/yIRfl5RBOKAbuwe36Sx7+o16pZogdU16lwGwhr/0NvtoEdTF3ASRcPyCyB2gTHRkQ98fR
cj3b5sNUvSwfTo1vPJcZrQoimBOhxLUIOzlOYU1Svb68JEO0SuX3ICeAkwmGyOKLvLaKjQymEgD0
WkJqXwUADwI5AHttBZW8wpVU8a5oRkv71dOChC2BRkOrDM+zABFJ9vBQlR1ovqBBg4acf41WmWXy
Ct6XFFM7qSnmwGHymwJV/0Cn5BLB9uvhiaaljaMo7kNtHZX0EQo2pvm/395Vqhl7L/N6Hd5UIG/j
duDTIuk+Ge+ZF7g8MM1cD10FIHzesPhOazYFMiU020jnEhaigWkCCZ35bq7LfIeQ8mDO6ZLaEUOd
NiXUubM/hY9e1sMP0EeYdbaaaUMWwK2KRGt15bUMwRziSzxr2CJp+i7qtsMiRadJAZWTVn/Ha0L2
UMNd5b+kqSuO6tw8fX0eRberJZT5i/via602SPCeicM1nHgzqWgBMsnwTemv/skRqjfWOTV4Pj+/
M02zydBqUnXudayQvW3c7UMJLhBXRZGFNjHE5NTGkfJPVDNtO1GK+J55VZ5Nmj6FxaTmcj2IUckN
FCvI8xvNSj09KDhYLXNNleWlvpuhkGY0ffAgroeusqAsGRlFU5VSbZzLYNBgFt1RzkMstmFjDBbP
yv/L064wEowh0T+L0WEMpAVzdXkeXvmUSQpj1195t3xu0WvkiTXMbGVNxmTihqE3FZEt8tryiT/P
2ZdKVqRu6cfNVUv14v2lm/pFPUxjYfih8vDCLotWNVKv/cK1lbbMYRXotUJ3a4DXHpcaTbDrC+uz
uDJvb6GAXjJW914qEUzKtPSl8zAau2Gy9mIqEuyEaKbuIoWiVnAwPbA9L0DDpmVg2PRV7xz2As4Y
j3Ao0DsmVM1UytS+aibEO3E4VKuZLz+in+8OwZa5BIsbf4hzLOy89Z36faA/pvtAezRLeARbXEMR
idBHTSG7SQxURQKmf6aHQPs4WctAlc3cl/Dr66PNEUq3yyoVld/K2h/PvOyJdRRPE9RGe8TnUh7L
tUkDQGJFlStYgD+h54z0Jff8Hm7RWhweuS4SzYFYbJdmK9OcwRqOlEYKjm5L2urXGrVAH/jpup3G
dzQwACRC7175oRvf5YVPvJfZ8vjhTVFmSJ5Es0qvi8oV2tkEm0C9AjRy0lw1KTGuXf3i0lcUgd0p
pTM3nGYmf4QCIIqG8vW4R9C1m3UrT21xislrCfXpKBL5AhHqJRK5d51KNEGaFRf7ge4bONmeZbBG
n5tH4Y2X5LQ7i0UUjpexd+2/lCAxkDhVT4llsmvoXbK6rqF3x+OAcmTqsgpZBVwDEVRNfrJXnycq
9FXJjsn/m+vgzZpQlK9+YUQRXVVN7w00CuvUXBEAO+UeTP0iQM7K9YP38nS65MAFQgUCtKTVDlTE
OHBnHr/nh35ubozzKQkqtFQeFlRnQGJ5Gi/Nv9DP18ugEvvV5XEo7QcyBCIZKtHR5KBuE/muHf0p
1MytOATGKC9RksJ4i6GOzA2tBYWYfJ6kUZptueKqmJ/zMN1PeWeCKUkWkTpYa3A/VUJNdcrHFAuq
iesSJfDgcoujyXjuXwV4MpulwFO/ijJAWkUtwCoqJZWLS0KTqvZfCYVx60UqDZEa1QSebkkhMp5I
EEB0nkZxXlEZvRg5kERqchkJ5Ip6tz+uDpIhPg4syk4r62QHMHc36ClQZVnqcvUyV8sDqfxknLpX
GjVL3imVHsqWKUmLOIakfokeI51d05IKh0fs3fh5Z73ppno69NDTySrOC7KM9yBN9REDPXGaB0ZW
MB/d2wsvSdwbb/zLlbfyxnMP/kjOrBVlesv4IMxLSE1uJX/PZmJVDDIhsOLphKBQBBuY30SDAQ1o
NJZM2S4U2mybuI6TTOpTCZlTOWe8sbJbAUCWD1zd4SrTugcMLO/SYuM1fRkn0yN9TmvKP9LxNqJs
5IZcpkMBQVydRKBfZ64jD5zdME4D1oIR17TDnxxSsum8lBVQuopG4324unvhdBxd56fe3COVbkG7
30P83kqjwKFUitRwUurRY1O9522VzofnVELWAZESolPfJQm48AWtyjxdWmKabAY1IgXffH74IVtF
KVF0+9c8mqkU4W+SJv8wUL10G+kWwlNTEMP3dahusc/rbhFTphy4jg/r4LZ1ct3aVKLkguYcCFQW
vzZmW0ZYlMkNsm8JjZa+V73qpANHU8FQUbJ01+E4Wqb0VOgSmdaklL8i4FOcHY8Zf3rtGAhpXO7L
2I9iP71jIUo3M4iOnX5g2RhkTpNbTkq1Zymo9mwkGMlywVUISx/KY9xlF77cFbXwU+Sj6sWsHxfr
qEoE1Vt/gPXcSBwV+p8N01nq+nPirUhyH6vF8HVU7Fk4kQVICNbk2aqkqDLuxs900rF1zFBbIDmo
2NOf6/HtKSuywE8PzSkWcV1zcGBiIRPM4SxewIQLpbOTVWR4DrZt1d41x7i8lSOleyJSW1AqZHLw
G5ozQUSlbQEIPLliKY2XrFeG6C4YiHc+tnao2i0gOyn7gpasbiZV53v4gY6CwUOn2ERwVGmSx/jz
hFy1qvXeWEWfUMd15AsqZ545IQtI/spnQASBGfzNohegaC6i13+dHPSwLjcuQKuOmCo9SGJNUU2Q
Aeu7Ogof44BC8VzT3OwLfbRVJSSKOKXmoEXGPzHWLtxrulE6yxnUwf602XMZ58a5hz44ZJiqXD+H
AavrTsqCrT2OD0Z0L2QmhqdbQqH066tVchcE+qKrZtgked9tAxbTYVXmU54xxNg2RWJjAIITrHii
RH1qmsbw/R7hjiAFA/kzmCdUs5UOynYmUJXtnX9THlrsDpeNkkiTz1Dm1Uhs2tC4CzUgoXVj2+3W
f9m3dH3yuprQEbg3hAZBPWtWRguL3plWVRc5adu/NufSqpXo0zRKTHXJWwSCeLtROi20WoJdEyOj
Q79m03gYbepYuXjJW4XqHidLbzKOV6GBh5Fr8J1Sg5Nosdxyl56QfYfKSaTZ1xusgXiIUsErFpq+
0lyFip4AM1ABvOBEhd3YpbBVjpA4qDTtCNJwqMcb9DrMuUH9ksFxeupUkw72ZKHlAgyaYxhpk9LS
XhMmnO9VPBEBYufVBpDpwaKlEdrULMdEzvu6V3ORs2MwMPCp0VZ981EUakbz3Dtl4MBRolFOPQwx
aiK0VZj6CG0LDJawmpuA2qwGBU1icYmrxS7r6VkdNhq+aYo4T+gvhmE/Bs2IA9VdM7pzojM8xIhR
txOhQVjjpzweTPXG0p/c8ucroVgl70TpGVeZsKjeDJq1R66gJR+mU/0A1blaDwMJY/thbQQn2dDg
Ivmxv9zR2xvQUj/aBhjHfngdyeqw4yZ4X3pj7aiK0VN4bjeqk1gNY8BwNNkXeqdRJ0m9pZxIqBIV
Vk+fME1gwrJkzCiWTs8AucxHrGBuKVQ4bRAIBeOF1nYaAZfHU5Sl9VIiKqex6ycsndslIC77n1jK
nJEs0X8DNAPouAK9HYCU7cDsCYA/rvyohuDzeRy2ObetwN+noEE6GoGaTSBQ66kJ1HoIohzdj+QZ
UxVtKSbSnDbJqkybJBdmmg06Qo1iB5ZoeaEwltGUS4F3jIUY2hAkhsQTA7ZDHtZjyeyZglx8H/Cd
+i9AApVnmjpWmFA4tF2NQE+LjhrnqhxUkG6Yd1X/5l5HJvgPZ3T28aFGkk6LisUvJ4OrcEJqkL3x
PPxCmRFvklKtRg/QaFnwhFEeFV4z5RgNGdpTJ/HjF6xBAGOeOfZzvrT1k29/iwrvxHpsDktSV49T
kcbS74W1II90FLFTEflyxKq7GsA9GwTVdfNEpAQDRQdHE/aTD3AoYzWXbrZPMJfuxt9bS0J0TwYN
C175UaFPhFXWuKI+aeiQIbqdWtUH2527V94cGycGR0SCseK6GM/QuZ5Pt+yCJZsLZR8g50yso4iv
qavm4SSK4qkf5mV3tVyuD0okxaiqsWSeA/PEQzx1qZzuCPsuiyRQGBREZZplbR9yah5cbx5LxaN7
cnpBgNHKrEJstODUeC/9VNWBzjSTWcEP2kySZ3serWuhtTjVwWWTuvt4z9O955SpyizCU3/jWud/
AzZ3x1R/UFNjwXyk7PWreTS5PWw2dVlsmlHxMEndOB2n/mKDAmxXCpjXGLeHw7K9BsOyzONh595v
s38mofdO4s2vy37Trnud5vh7Ptu5rZNkfJYvUbRKMQTU9iNQ0ShB5wjyt3/i1t+xigonyNTbqhgE
XicY3tfzVTJj8Oei2y1oPOGbrFv3B0yrUvXZR5OcV3V+2FEnRAptGPXZ1c2QN5YZAYbD7Uj4GVog
lm+XTQs9bsb/m+VtfHmBfV5Por2tSuQwc2MhdPdYpladt2gc6mtTnV+sg1/mqULIvBvL7jVxdu2d
g8+eSRxfSoa4XkBz4sDE2niQqY3lGMmsOAyDxKaAbDcjSLeunonzPZ13jSwenJ/nQaA5qyWScRmT
K8aFf5AKkRrl/wGmUTw7
`,
  source: `
%% How processes hang together: by links, by monitors, by who spawned whom, or by who
%% waits for whom.
-module(process_graph).
-export([run/2]).

%% Answers #{nodes, edges, truncated}: nodes as process_rows has them, edges as
%% [{From, To, Kind}]; of waits, also #{waiting, cycles, awaited}: how many wait, the
%% rings of processes that wait for each other, and for whom most wait:
%% [{Target, Number, Example}].
run(#{kind := waits, process := none, limit := Limit}, Call) ->
    waits(Limit, Call);
run(#{kind := waits, process := Process, limit := Limit}, Call) ->
    Pid = alive(names:process(Process), Call),
    {Chain, End} = waits:chain(Pid, Call),
    Edges = [{From, To, Mfa} || {From, Mfa, Targets} <- lists:sublist(Chain, Limit), To <- Targets],
    Cycles = case End of
                 cycle ->
                     [_, _, [Back | _]] = tuple_to_list(lists:last(Chain)),
                     [lists:dropwhile(fun(P) -> P =/= Back end, [From || {From, _, _} <- Chain])];
                 open -> []
             end,
    {graph(Pid, Edges, false, #{waiting => length(Chain), cycles => Cycles, awaited => []}, Call), #{}};
run(#{kind := spawns, process := Process, depth := Depth, limit := Limit}, Call) ->
    identity:readable(parent) orelse envelope:refuse(not_known, parent),
    Root = case Process of
               none -> none;
               _ -> alive(names:process(Process), Call)
           end,
    spawns(Root, Depth, Limit, Call);
run(#{kind := Kind, process := Process, depth := Depth, limit := Limit}, Call) ->
    Root = alive(names:process(Process), Call),
    {Edges, Truncated} = around([Root], #{Root => true}, Kind, Depth, Limit, [], Call),
    {graph(Root, Edges, Truncated, #{}, Call), #{}}.

%% ---------------------------------------------------------------------------

alive(Pid, Call) ->
    case sweep:read([Pid], [status], Call) of
        [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
        [] -> envelope:refuse(no_answer, Pid);
        _ -> Pid
    end.

%% Rows of the processes here that edges name, the root first.
graph(Root, Edges, Truncated, More, Call) ->
    Named = lists:usort(lists:append([[From, To] || {From, To, _} <- Edges])),
    Here = [Pid || Pid <- Named, is_pid(Pid), node(Pid) =:= node(), Pid =/= Root],
    Shown = [Root || is_pid(Root)] ++ lists:sublist(Here, 150),
    More#{edges => Edges, truncated => Truncated, word_bytes => erlang:system_info(wordsize),
          nodes => process_rows:of_processes(Shown, Call)}.

%% Level by level: Limit processes at most. An edge is shown once, from the one that
%% was found first.
around([], _Seen, _Kind, _Depth, _Limit, Edges, _Call) ->
    {lists:reverse(Edges), false};
around(_Level, _Seen, _Kind, 0, _Limit, Edges, _Call) ->
    {lists:reverse(Edges), false};
around(Level, Seen, Kind, Depth, Limit, Edges, Call) ->
    Found = lists:append([[{Pid, To, How} || {How, To} <- neighbours(Kind, Values)]
                          || {Pid, [_ | _] = Values} <- sweep:read(Level, items(Kind), Call)]),
    {Seen1, Next, Edges1, Full} = add(Found, Seen, [], Edges, Limit),
    case Full of
        true -> {lists:reverse(Edges1), true};
        false -> around(lists:reverse(Next), Seen1, Kind, Depth - 1, Limit, Edges1, Call)
    end.

items(links) -> [links];
items(monitors) -> [monitors, monitored_by].

%% Of a process that knows very many, the first are enough to fill any answer.
neighbours(links, [{links, Links}]) ->
    [{link, To} || To <- lists:sublist(Links, 300)];
neighbours(monitors, [{monitors, Monitors}, {monitored_by, By}]) ->
    [{monitors, To} || {_, To} <- lists:sublist(Monitors, 300)]
        ++ [{monitored_by, To} || To <- lists:sublist(By, 300), is_pid(To)].

add([], Seen, Next, Edges, _Limit) ->
    {Seen, Next, Edges, false};
add(_Found, Seen, Next, Edges, Limit) when length(Edges) >= 2 * Limit ->
    {Seen, Next, Edges, true};
add([{From, To, How} = Edge | Found], Seen, Next, Edges, Limit) ->
    Known = is_map_key(To, Seen),
    Shown = lists:member({To, From, opposite(How)}, Edges),
    if
        Shown -> add(Found, Seen, Next, Edges, Limit);
        Known -> add(Found, Seen, Next, [Edge | Edges], Limit);
        map_size(Seen) >= Limit -> {Seen, Next, Edges, true};
        is_pid(To), node(To) =:= node() -> add(Found, Seen#{To => true}, [To | Next], [Edge | Edges], Limit);
        true -> add(Found, Seen#{To => true}, Next, [Edge | Edges], Limit)
    end.

opposite(link) -> link;
opposite(monitors) -> monitored_by;
opposite(monitored_by) -> monitors.

%% ---------------------------------------------------------------------------

%% Who spawned whom: a table of ours has {Parent, Child} of all processes.
spawns(Root, Depth, Limit, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Table = ets:new(spawns, [duplicate_bag, public]),
    {_, Cost} = sweep:again(#{item => parent, pick => family(Table), step => fun(_, none) -> none end,
                              report => fun(_, _) -> ok end}, none, Everyone, Call),
    Roots = case Root of
                none -> [Pid || {_, Pid} <- ets:lookup(Table, undefined)];
                _ -> [Root]
            end,
    Level = [{none, Pid} || Pid <- lists:sublist(Roots, Limit)],
    {Edges, Counts, Truncated} = below(Level, Table, Depth, Limit, [], []),
    Nodes = lists:sublist([Pid || {_, Pid} <- Level], 100),
    Orphans = case Root of none -> orphans(Table, Call); _ -> [] end,
    Shown = graph(none, [{From, To, spawned} || {From, To} <- Edges], Truncated, #{}, Call),
    {Shown#{total => Total, roots => Nodes, children => Counts, orphans => Orphans}, Cost}.

%% Runs in the workers.
family(Table) ->
    fun(Pids, Values, _) ->
            Rows = lists:zip(Values, Pids),
            Spec = [{{{parent, '\$1'}, '\$2'}, [], [{{'\$1', '\$2'}}]}],
            ets:insert(Table, ets:match_spec_run(Rows, ets:match_spec_compile(Spec))),
            none
    end.

%% {Edges, [{Pid, Number of children}], Truncated}: of a parent of many, some.
below([], _Table, _Depth, _Limit, Edges, Counts) ->
    {lists:reverse(Edges), Counts, false};
below(Level, Table, Depth, Limit, Edges, Counts) ->
    Counted = [{Pid, ets:select_count(Table, [{{Pid, '_'}, [], [true]}])} || {_, Pid} <- Level],
    Room = Limit - length(Edges),
    Each = erlang:max(3, Room div length(Level)),
    Next = case Depth of
               0 -> [];
               _ -> lists:append([some(Table, Pid, Each) || {Pid, Number} <- Counted, Number > 0])
           end,
    Kept = lists:sublist(Next, erlang:max(0, Room)),
    Counts1 = [Count || {_, Number} = Count <- Counted, Number > 0] ++ Counts,
    case length(Kept) < length(Next) of
        true -> {lists:reverse(Edges, Kept), Counts1, true};
        false -> below(Kept, Table, Depth - 1, Limit, lists:reverse(Kept, Edges), Counts1)
    end.

some(Table, Pid, Each) ->
    case ets:select(Table, [{{Pid, '\$1'}, [], ['\$1']}], Each) of
        '\$end_of_table' -> [];
        {Pids, _} -> [{Pid, Child} || Child <- lists:sublist(Pids, Each)]
    end.

%% Parents that have ended and have left most children: [{Parent, Number}].
orphans(Table, #{until := Until} = Call) ->
    Ask = fun() ->
                  Parents = keys(ets:first(Table), Table, Until - 500, 100000),
                  [Pid || Pid <- Parents, is_pid(Pid), node(Pid) =:= node(), not is_process_alive(Pid)]
          end,
    case worker:one(Ask, erlang:max(1, Until - envelope:now_ms() - 300), Call) of
        {ok, Gone} ->
            Counted = [{-ets:select_count(Table, [{{Pid, '_'}, [], [true]}]), Pid}
                       || Pid <- lists:sublist(Gone, 5000)],
            [{Pid, -Number} || {Number, Pid} <- lists:sublist(lists:sort(Counted), 10)];
        _ ->
            []
    end.

keys('\$end_of_table', _Table, _Until, _Most) ->
    [];
keys(_Key, _Table, _Until, 0) ->
    [];
keys(Key, Table, Until, Most) ->
    case Most rem 1000 =:= 0 andalso envelope:now_ms() > Until of
        true -> [];
        false -> [Key | keys(ets:next(Table, Key), Table, Until, Most - 1)]
    end.

%% ---------------------------------------------------------------------------

%% Who waits for whom on the whole node.
waits(Limit, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Functions = waits:functions(),
    Items = waits:items(),
    Answer = fun({Rows, Number}) -> waits(Rows, Number, Total, Limit, Call) end,
    {State, Cost} = sweep:again(#{item => current_function, pick => waiting(Functions, Items),
                                  hint => fun(_) -> none end,
                                  step => fun(Picked, {Rows, Number}) ->
                                                  {keep(Picked, Rows, Number), Number + length(Picked)}
                                          end,
                                  report => fun(State, Cost) -> envelope:report(Answer(State), Cost, Call) end},
                                {[], 0}, Everyone, Call),
    {Answer(State), Cost}.

%% Runs in the workers: what those that wait say of themselves.
waiting(Functions, Items) ->
    fun(Pids, Values, _) ->
            Spec = [{{{'_', Function}, '\$1'}, [], ['\$1']} || Function <- Functions],
            Waiting = ets:match_spec_run(lists:zip(Values, Pids), ets:match_spec_compile(Spec)),
            lists:zip(Waiting, lists:zipwith(fun erlang:process_info/2, Waiting,
                                             lists:duplicate(length(Waiting), Items)))
    end.

%% A hundred thousand that wait are enough to see for whom.
keep(Picked, Rows, Number) when Number < 100000 -> Picked ++ Rows;
keep(_Picked, Rows, _Number) -> Rows.

waits(Rows, Number, Total, Limit, Call) ->
    Edges = waits:edges(Rows, Call),
    Single = maps:from_list([{From, To} || {From, _, [To | _]} <- Edges]),
    Cycles = cycles(rings(Single, 60), []),
    Groups = selection:keyed([{To, {From, Mfa}} || {From, Mfa, Targets} <- Edges, To <- Targets],
                             [{{'\$1', '\$2'}, [], ['\$1' | '\$2']}]),
    Awaited = lists:sublist(lists:sort([{-length(By), To, hd(By)} || {To, By} <- maps:to_list(Groups)]), Limit),
    InRings = maps:from_list([{Pid, true} || Pid <- lists:append(Cycles)]),
    Shown = [{From, To, Mfa} || {From, Mfa, [To | _]} <- Edges, is_map_key(From, InRings)]
        ++ [{From, To, Mfa} || {_, To, {From, Mfa}} <- Awaited, not is_map_key(From, InRings)],
    graph(none, lists:sublist(Shown, 2 * Limit), length(Shown) > 2 * Limit,
          #{total => Total, waiting => Number, cycles => lists:sublist([lists:sublist(C, 20) || C <- Cycles], Limit),
            awaited => [{To, -N, From} || {N, To, {From, _}} <- Awaited]}, Call).

%% Without those that nobody waits for, again and again, until rings are left.
rings(Edges, 0) ->
    Edges;
rings(Edges, Steps) ->
    case maps:with(maps:values(Edges), Edges) of
        Fewer when map_size(Fewer) =:= map_size(Edges) -> Edges;
        Fewer -> rings(Fewer, Steps - 1)
    end.

cycles(Edges, Cycles) ->
    case maps:next(maps:iterator(Edges)) of
        none -> Cycles;
        {Pid, _, _} ->
            Path = follow(Pid, Edges, []),
            Ring = case maps:find(lists:last(Path), Edges) of
                       {ok, Back} -> lists:dropwhile(fun(P) -> P =/= Back end, Path);
                       error -> []
                   end,
            cycles(maps:without(Path, Edges), case Ring of [] -> Cycles; _ -> [Ring | Cycles] end)
    end.

follow(Pid, Edges, Path) ->
    case is_map_key(Pid, Edges) andalso not lists:member(Pid, Path) andalso length(Path) < 1000 of
        true -> follow(maps:get(Pid, Edges), Edges, [Pid | Path]);
        false -> lists:reverse(Path)
    end.
`,
};
