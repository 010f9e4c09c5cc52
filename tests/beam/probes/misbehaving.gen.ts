// Made by scripts/gen_probes from misbehaving.erl; not to be edited.
import type { CompiledProbe } from "../../../lib/beam/probe.ts";

/** What misbehaving.erl becomes on its way to a node. */
export const misbehaving: CompiledProbe = {
  name: "misbehaving",
  library: [
    "cut",
    "envelope",
    "guard",
    "sweep",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:group_leader/0",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
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
    "erts_debug:size/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:new/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:add_primary_filter/2",
    "logger:remove_primary_filter/1",
    "logger_filters:domain/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAOl1eNrtXUmX48hxLhJgLd3VPS1pZMmLLMuWLUutkRvcqafW08E+6GJd/Nq60SgSVQQKBCgA
bHbNwUc//wz9PNs/wRcbC5dcInIDyKqWqi8zLBKJzMiIyFi/XFibTrZehZ57Fp6dnQ0W1sa6XUfu
2aK9uZiF7jr10uKL1qKzOa8+V7+0il9+dBP3bNP61eH/2x+c4sPSXVU/sxf25ov80/TW98L51Pvk
zrJ8cGtju1m8zB+4SOPbbLpMD0NYH5x30qcWbjKnnmp/GMoeerHw8m83cTKn39aVPXi5SuK7xEup
142DIChWeJU/bc/cMKQeuc4fmeVPTG9D9674WZv48ipL8rd5n/yM+KOdJWsvyAfrLN1stihHO8zR
Id4Cve/CC72lF2W7V134UebdefnTbpvcqaDaTPIv4CvbH7rmb7TkbwQodpfE69U058S5l1SDGk/A
NpmAnXrhbYCRYwI+c7l0771p4t1ij/VF0uCmaTyjxns5i3P29KP8YyKYpGyYq3xGXuJFM49dgvCx
zjrK/DCX9Ha8Kgj1lmFBgYjyg6HShpGqBy74Kl25m2gar/b7LNdPwXbLQQIWYrfjCFL1tbHd1uS9
Dsd7YlW555Sg+Fe+LY5Ses6hH91T37ATJzSVHyd+9kD8zQrjDTmu8crOuZW14ZVVu9zeWJGfD87s
N0rzEflhEJjP80I+z71EXkplwk3vvYRVjMJH7Jt4/sBy9qPKK3c48mOdh27mpRmwQeRni3zi1vVD
b0785XXmJndeNs38pRevi7Gsm1yX5fK4p3mgortWcZIPElf7Xgg0de5W82LMkRZ3krJqP9+4QPRU
59YNU+Kx/WhRHHnyaXfu1rlJwj6nsIPzOD2ISiAWEHtLRUpSdrpO+KLrZTqNo2m1QQeO+eqIZgXF
i6VuU7Ut6YE4ZW5vzhNvGWcezcC51eBGdyQ7LuMozuLIn5UcyW7sy6Ufhn7q5WpxXnN2bbGK2+92
occpI9IJxNajH93GrC3EGQPsCwJCcOxNO5wxht1uwMs7L8q3MvNYw486oqAXn/vpdOXPAQkLEOkk
Dy/oTa2posAeRAUR1Eb4bEs7QCA2i1xR+yn38nzQJJCqpqtc3r1bP/LmIhsFfYkf+VkQCJZRcFQA
/U2DKqi5QjFGb/ee842VJQ/kPhupk0t1swmeB0AUVJPSR2NwIJno7CMluR3fM2IMDNiWzYk8TTvZ
Iok3gh9c5DZCPtKc0v3U8RDQ4qS0KIM3bM/xQGV1tB+0P8JrTpS3PF7lCvPGm84SN13kXxhz4ZWU
C1GeolcYUOPe5L/9LWUFBVoi2UY9CJx4e9Is3U/T0hdL/a89PXfU3j1CHgfiJ+7zQ5W1xaTGiZck
cTIN47u70tSmTTLZ09/xo1m4nnvTdOEm3nxamJyJ76W8RWhMcdphVQ9u8c6DI3uEcx6k0SnYeRhI
51Y5DyzTklpsz1o3YTy73xFGKUKlZqG9THODtPIXkkrY9Mewln7Eh4tUn3U/AVrgjDSQKb11NGuZ
1heRffZ/+b/AYEm8TejeZrlpUoyfeDPP/7jl8Cud0+mCcOkoB5N5y8EcFkRe2uxhTimPGo7/C4n2
llHTzuWFVBtW7iux6vTgJxOSwsiNDmXtf/rtr/+FJQh6yAwY04eiN2O0qnLM9czNdUd4kMIW47pJ
rVrade4wjNY6HqO1aJOMkSJ+otVvBF7AFBv3aDxJhYkaZqP9nhdyVbgcz9zy2XOLuY18XdnIFS8g
sbmGGZAKbj/z3h8v753OP6P8MZEH1iSvO8+8/si8jiT4yE2pscNlvpOPWTzv8NPVZheqyUpl6aeM
8P22Vtkq1iwnnNln7niC3PHS2Co/HkdCyb0hkNzjQzmAT9oLajD1RX5aZ94so2O/zzrvc9d5xgNf
q4vLiM2EyHakQx67//ibf/1nkkQMU86YGrzJ86H8B8agpipwW35hPLNXOunHJuKI28oPRljEeaE3
0lTtPjXRlhHMWpTZxr0kuFG68RJpdmLjZwu20Iv82McTUmTBrSCNiK+ppbumqpZUcYK7kL/1/ufv
YcciiucenrSn6lcx36QYIjBbvfaOVtlczR0tK+9AehmL1mupaO0zWVFc1H3N3Qd6QkekUqcMSeiz
vSOlEvGOMr0JHSZHZP6XRZxv6me7dJDiXIkkjVLFUZWyOeI67DCOV02z5BdS55A8OI+6vFxrbJpe
3hvJ8ohyw+MtbOP6Gap6FYyivfRE3sdCoWJ/P+IaXhebM/Wjoor9njpIyoASfI4Y79o3uF2z2ZUY
VL4fjXW4Cpdv/SdNn9Mc8l+UCvwz3yTsrNgLU64D0ydD8teFaH+WFG9W8XDb8T//1sR2GBh6ZQhS
19DrQRsnr6LphH6akd7NxW2ceO5sod6fg9UN19Bb35RzCZWYxJifLy/7xjbu4KXTdOZGEV0f2WWJ
GHAkfpyzTpuLZgs3utN3FyYQF1nmG/ktZW+hc+sndNCzH5zivedVy0BTL9YofJ5IMlrNccOXFTdM
i92O19l0F11pgDfa+54E1SKxbfaNdjl2sgs2MWz7Ew135Ev11FE/eOo7b2nuvDVbZwZRIHmKwl/6
WYqVm4oCM8b0/bYqfXchKXpmxz+5O+nG81baYjXCxEreZVlG1BvJZv2JjpCYv+Y73Gs6KPnl5ex+
5i3ZjjrxEyt/dm/SOZOz1ID61BP2OhU/kPcY2mmWs4tBCTv9fqJtAGodRZu+Qi+6yxbgzKVTJ/Lk
2vX3U4WcBJvsoHtfAROtwVYoR7VF8WId+bN47jEHbZJLvJek0yyuehceFBse/Xga+jdU3VWc5Cpg
N/PzNEv86M49uz+z//1dtsKa8HY+vVKH+ctiwum0VOdMCxQRG0BJ3FYmcU/PR4X7bwOgG64XGM7B
Up6DevMG1+7hKPRtMImjfgD5blpq9rua7hNS+MZUINRngr4eExC94zgjkHpDNpFG+gF7QY1VkD6y
cSe0nXrRnCv56IpSzys3yXw3RDe7B0NVXEVx/reoKB5Bvk7X6SqfDRNJrMknA6xFq22mN/TFFo6C
naLiYgCmzftPLW3u0OdD7Z09hjYGkvJm3XcKsTUtOv+poX4ecCJrzCkVaUATYsDV/DSDIsb0eLcV
kKoApKRjYQppbuGfSbYQHG4ZR34WJ+xxA9VC0ZFIhysGhNTxbnxjbCF74d8tAhVdbrj1XWGypOyZ
l1ZRAW3t7Dsa7cU+Wloa89aoQVpPZDFvFIoReUAqpYyDlXq/A97YYvMx1n8FLAyGMmXU9GsfoBml
pkB92aNdLiPy/rmCOhH5evgiFI14dYo5uEslNc8oQLz6XfF9AppjK0s/kJnEFJ34eIa5iwAdxj2l
nBRhnbMQB0AR6BFiHTVMmb+Qm4xGhzHoCXGQEt8ufvXRm+Zn2dJNHnIKhxlX6FsdCShOk+q7vunO
58CL2tJu72r99uYy/59Z5scRmXyvXrMdj9SK5/P8P37E4w5gB6OVD0WVHvxunbOURHHUBC5R94Ix
yXcCLcyt662JUwCDPDD2kiL0FqPKwJEDhnvqi11f09uZeysmvy99ZOPPmdpP6SM3D5mXGmwHrE3q
JCC+J88MgAdcD/VcHONNVEKLMeb4bgBo4A7iDI2lisryaGMq8jZccfouMcW7DOer9U3ozzB0T4qV
QEUC2X2c10bYR9Dgw9O4bH8psbF2NkT7q68MgnJX+8KSQI0oGN+OKf9LTQwnUIKO65lpulCL3D/K
Uv/RG5rFleDTBNbVCAr8j9S6XdTL8q6jeHrYRDF454SAYkT75tPyOEGg0gprXFj1wOi2vtZJ3cED
cGh3F+Co2wrgznpNMxYdbogybnL69WYTgDsmAYr9PcaBV9vSnC07ZSkYcEkmzlIxO1I6aZYzCSfr
0CJrIMx/X/0oHtJ0JSIaxwSiJX79v+Yv+ivDLsiuWDP0zWf0A/UiDD0MUFsV9bCLR70dMASO+91E
vC5/VeopAc/tDI3HxJ2DirJPi+Vm1esqpbu/hU2lNbp5q+NJGMImqREVtQzh0Zt6i/6yx+3p1aD+
8Vp6T7zLp2vaft7fei3b31VOWx0zdYxWmQBXaBzhlBOVuSD459Ap54iCce58LhjXOKxrUMczwNpl
tI4ZdkF9CCNHlVJtTMFcbaFKvHlwvNSsGByfi3H0Jd3LLcDYqR2r+GtDcRoE9bR9V6LthyDW92Ms
s5HsX0+W/bNQM/VEvg7lV0AzGQENGJrT+BtDsH5HFsDocvUqNWf6Q/WZDnmjQTDTIRtuqh/xbyg1
6pilRruB/uGFagEWPUq1EU7oZwI6H6sGVy8p7CioD7p8nu8WKeeABw+v/JQq7AayJ61a9i8KY17P
q0XXixvUrPzQXQbt97+ACVRklcrrCQACIZaJwFYjwNvlOO7qsyDveJNcwjIQF6wN5RtT8QsVFYxX
qo0B/MNFvQAntI6gZ2IAxqzIzzY5/g9n6wyYQa3NHgYqO8m4WWQbH1Rn2kE7wBzkHELYv9VEyuRv
NTrUHAZ2qdoDHYi/EQZoerhFh+kK+iVLExoWRSfvO2QaQ41p9nfqweYewjVdvm6M3Gyc1SgV0Fyj
4o/U/Q/BHtLXEEw08R9HUrTbloFCQIc/pI+VqP2lfDVUfewsjNN1ApZ+kYK7e/eFG83dMI0VOd98
p//eFL/a/VWge+8hjr/mKN1vomYwvPI+ZV4SuSGk0rc3/ylGrExPm8LQO6zoJ9JFvPCSLJ3OvZv1
HXvXETR/o/zCQ5p5y30NEblLl+WVuPm7AgMhEAcT7Jxat00YlPJNlVmAhZBXP+JNQFbRcFwu/jl5
CNZidnqygWw1hnxqrCt+rHHdLgNH986ItXTcJhtEhRJBFmDU03JYePCZpEBGST0I8D1QjuoMUZuy
D1ZbqaVDRzWsnJ/oxS2oBOQXv9e7Yhtu7Ob69hVqyc79KPUS/pKnscjy6KHXQe1v3lUh/UBQr9to
1ReW5h9jxf5s7gDGHaXCgvLN6QaCxeOC3BE7RLwg59pkQn0ayW8bFb8D6zUSVkLReAp0Eob20Aoo
EVS2ZS0a2vdXlnipYDeHiriEcXyfv5A7swZNwWfIKnNEfV/ocg0Jb8YVbYAnc6Oxzu63TlDp1CRp
yGHGQsk0LRND+0malHU0lGE8beDyjUmgxwuW4unSY4xBcxZ6qxnzkRzt5rWAJXKLQkut5vp+qhOf
IfmDWSjy3baAD/iiBZ9efcguqBe2k2Xh5OHxERge/+V70U0KbKEayfUQ3s8pqgq7SM1sPoHhEbOc
JzkPUa+TYS/CgIMadEtSMBxMBCsY5DnIW9uOgBeX6lW1PwGSCYrIjwjPRGrLjqwKm6+c7kq7Mg/4
oIxTK4bGSv3cxs9IK1K3+VPtouzLlZv5ZdrXmBm+kh5ecFxdt/64bY5neAGhtEotie0e6LTPgRA5
AcRsVk2MWQ2OUL+p/SqKp9tLP1ioiKOgd9gal0I70KXQ6tAfOrAZZeTsuc5crc68/XnUmctq0pzn
CuTHrjAPgkcBGq8PzPUzLXDgoHnd2jOGOjPG0nix8PJvy7wVnnB2RP2T5ohLeD3l+cbKkgc++U7m
w/zoHo6civpIQRer2LxAWRZBuN2+YlL9EN5wfQa3qOrpBOPE6whbrfSWXGwC9ryAwmOraI+DJGWF
xT04MCiQloCe61z8qjTdV/kJPC1FoMiGNtLI+no/JCdVTFXWfwfNwGuppawc9DKPz8JCarB0Ek6b
9o8X1Aj+gLoGLQ1bvwvZ+sAJMvcYqx5pwzhYVOE6XRCJcMj1qWdnOgqdbsq6dX/APFuiR7dEBVjQ
jTPAs6PxaI4GIeeBTk4ctb3HdKoJLpmFtNeLkoRw1fM4UCms1Thl1fESG+kPqLBNdNfM1ZdbFLBn
8XcTSsIgK23giFY6v5H8fyDrDmJbANXxjkemLHa53BqoEO4NxGDC5s18MP23GNtG/yAJK+ua3Hbk
fcrUmiXYRy/9rNjPOAEWGHB4McJdFcOA0tdaCErlt5tFuruirbML6dcqJRpqiY1OO59jEORJC3yx
NJM1EGi54zSME9Wo4s7d5K7ZHtV3hnA4E9YHoTEXtdoImSpcQXfaSz+d7nAmgbsymignLnAsYTzF
HlUcFX3UB/4qnjKWtK5CFAbqJehqmybb0mzVXSSnSRcfMwMa9jkq9K2jNYwTWndI+4aG4OmjWnjj
NHXGOE3gRU44valdFTw+Te+T4v6N4DYmjjccwXpUy9dYpsbb74aYWEKF5kMd095W2vMRgLrHsPgv
tI5YGhlrBC9P2EAlmp+00J22DTBe6CldloSN/cpf5h7wykumKi+Rg6SP8Xq0ep0BPYPUUyc/u+bh
XmHr1jAw8jMkD1WxqA1po3MsOYWwzdk6VNKdh3j6VUGM4nKycgzIRFCdRelVCNhY19Jgbfer2yRe
TnfWY4sXYoOedev9z99rekIDTNjJX+i3xAlb4CSUFahIW2ySgDWVPcAeqeqF9c0bAVYA3tt9BtyR
XAW2ZC6ZWODYg2jQHLbDUdtF2T43OHtxwKCx5v7HuiAIb7h7R7RpL7YCBo/Uaf+O5wBbr+3yKe91
Uz2g77TZQdfL6h1fgPba5u1b3IV2UBLrrhgtDZgA6l/kU00QVBSJMlScD+wkt40R5zlz6txdrbY3
ErZojKeUiSCNtAMCUKBqGAgtriHVLqscTbJXrp8gNnrVnSx6aR9RiORVG5Lw2ogvxT+tnIwN5UTH
HBEgGkvO5hd+cYtH+VrB4UzQZ/vjoLkpXJfmQVZdxKs0iav9zxuchjDGB82i2BrV94PhrvzoWDZe
yS+5B7DJaDOPay2IUOm/NldPmeuHeOkaFkjg7iipcXuqAJGcbcIGHJq2SQBvcJqW+L4kxCWZLrd2
YdM5e89wLbKLI0bWZ0TzE18HpDHTXj3uEBeS4peiNnAXB2Yz9LD+qm0fnuHVyHzDqPSCqEOPEecr
8CjJphPjbsiQ9upwt3CMAqhZsZ6P2VWvPFUJR03U3AA+KmIrwQ5qLa1npAdEHcZjuMx6xDuaA7TF
tHvM6zNrAs/21VFEBrhJPZS5AAOB/qyD+PmOg+szvauSLXXGel+v2Qjj6aL0KjqcAVlqAkxiwLHI
uQKLcPgJfbxT2GE6UAzSKNbX/kpUi7F1dBV7kHkm6tYDqDhev7CldJPVE+lrV7kNWGvbr+a5SPiz
XN/AJpvy5XvabV8ngzdmmylPce47BvfKKtIjX0Trp6h2tcnYzEng53uN3EPeg8vfmu0xK4N8MyIZ
DXZ/HafvKbdM7xYBF/PTxUYHozmatd2Nl7oDuOz1S/aut9iaob/0M6yjTrqZTcVNLDxoJOqrklr2
fSTfqQKexsWlu4Lyh6dSp8uCSsHdV3oZRzTfvCXmQeiUo9EdrXSyck1dF6kxQu8tPmWRah+9x4SZ
HtdbIFOIcFGxpMZFugVo120DO0Cet63/+P3T3wYdWp6Qb3HtxdSRaXCbcXlYG7uhWo9z+3Snriqp
cWwn6G6xJ0a6lnk6oiM5VtHjbIAB/nG17wiC2knrjr9Xv2YXQPo/ceGxxiImiouoG3jXKUDWlGIt
hmqdhKp99Uk1gbIlB5NcR5mPQF/BxptzxNb5pnKgEqhZyHQ0w8Tq6+VQGzPg3y6ML90Ebd3uSVIK
PQhVp9kbPkeSK0Y1klN+7p1qwevYK392D5UrSVqA2VqpvvyGkCpFrQDjq3hFB3oVYqARfmkrRVqN
wpY6pRWjQICbc9gb4OYcfQvqa3+18as5EKkKu+yUK6t0xCAA2/hL2VOHqkquClz9PkzO7T1XlaMx
qzpFQEsIlpT1oftO7zSy08xbiZOGtdLefX3QSS7r7YiyII7OzAC+LFYsydKUKlxtEQiM7TstcRoD
PtA5WtE80cPBmgDssv9Ep8fGot6WKroIpN4DPQkAD8cRak8AGJzkTzUYn62E6Jrjg3MYqJKU58mK
JboKxRK1QqqIPCpTDNl95hos4xSpUztFKmZmNRt0jBrFPZijxQ1+NCo00xraM2ZiSCCUqqFaBpVN
bKuXI7JnygsaqJ4MqIfjraaO5QgquNfwNJD+eF3asAZ3w9jV+vlSBEanYRBs5Lac7vaWrf8HSas0
aw==
`,
  source: `
%% Probes do none of this: what the envelope does about it is tested.
-module(misbehaving).
-export([run/2]).

run(#{how := answer, with := Term}, _Call) ->
    {Term, #{}};
run(#{how := leader}, _Call) ->
    {node(group_leader()) =:= node(), #{}};
run(#{how := refuse, with := Detail}, _Call) ->
    envelope:refuse(not_today, Detail);
run(#{how := crash, with := Reason}, _Call) ->
    error(Reason);
run(#{how := kill_itself}, _Call) ->
    exit(self(), kill);
run(#{how := loop}, _Call) ->
    loop(0);
run(#{how := grow}, _Call) ->
    grow([]);
run(#{how := wait}, _Call) ->
    receive never -> never end;
%% The worker grows, the probe answers.
run(#{how := grow_in_worker}, Call) ->
    {worker:one(fun() -> grow([]) end, 5000, Call), #{}};
run(#{how := crash_in_worker}, Call) ->
    {worker:one(fun() -> error(oops) end, 5000, Call), #{}};
%% Both wait: the worker is linked to nothing but the coordinator.
run(#{how := wait_in_worker}, Call) ->
    {worker:one(fun() -> receive never -> never end end, 60000, Call), #{}};
%% Tells what it knows, and then nothing more.
run(#{how := report, with := Answers}, Call) ->
    lists:foreach(fun(Answer) ->
                          envelope:report(Answer, #{processes_scanned => Answer}, Call)
                  end, Answers),
    receive never -> never end;
%% Changes the node in a way that would stay, then goes on as told.
run(#{how := change, with := Next}, Call) ->
    change(first, Call),
    change(second, Call),
    run(Next, Call);
run(#{how := change_without_guard, with := Next}, Call) ->
    [exit(Pid, kill) || Pid <- guards(Call)],
    run(Next, Call);
run(#{how := cut, with := Term, limits := Limits}, _Call) ->
    {cut:term(Term, Limits), #{}};
run(#{how := sweep, with := Item}, Call) ->
    {_, Everyone} = sweep:everyone(Call),
    sweep:again(#{item => Item,
                 pick => fun(_Pids, Values, _) -> Values end,
                 step => fun(Values, All) -> All + length(Values) end,
                 report => fun(_, _) -> ok end},
               0, Everyone, Call).

loop(N) -> loop(N + 1).

grow(List) -> grow([lists:seq(1, 1000) | List]).

change(Name, Call) ->
    guard:protect(fun() -> logger:remove_primary_filter(Name) end, Call),
    logger:add_primary_filter(Name, {fun logger_filters:domain/2, {log, equal, [Name]}}).

%% The processes that watch the coordinator.
guards(#{coordinator := Coordinator}) ->
    {monitored_by, Pids} = process_info(Coordinator, monitored_by),
    Pids.
`,
};
