// Made by scripts/gen_probes from top_processes.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What top_processes.erl becomes on its way to a node. */
export const top_processes: CompiledProbe = {
  name: "top_processes",
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
    "window",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:++/2",
    "erlang:-/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
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
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:lookup_element/3",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "ets:new/2",
    "ets:select/2",
    "global:whereis_name/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
    "lists:last/1",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:partition/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip/1",
    "lists:unzip3/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "lists:zipwith3/4",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:groups_from_list/3",
    "maps:keys/1",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "string:find/2",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAYGIeNrtXemW49Zxbq49PTPSSF6ixFmdyHFiWdYQBJe2NYri2ImXxHYcR3biJDxoEt2N22iA
BsDhtH74Z04ew4+TV8kr5E8CgNtdqu4GgN1KRufoSE0SuFvdulV1v/rqurPuZatl6Hsn4cnJyey6
s+5criLv5Lq9Pp2H3ir10+KL1nVv3d/8vfllp/jlSy/xTtatjw//3/5kUPxx6y03P+ted9fP8r9m
l4EfLmb+K2+e5S/vrLteFt/mD5ym8WU2u00Pr+h8MniufOraSxbMU+1PxqqHHl/7+bfrOFmwrTmq
Bx8tk/gq8VOmuSkhpBjhWf50d+6FIfPI0/yRef7E7DL0roqftakvz7Ikb81/FWTUh90sWfkkf1nv
1svm1+XbDn0cUK1A7Z36oX/rR9muqdMgyvwrP3/aa9MrRTaLSX8CNtn+xLFvsaNuEZixqyReLWe5
JC78ZPNS6w50bTrQTf3wkmDTcQ4+8+jWu/FniX+JPebKdoOXpvGced+TeZyLZxDlfyaSTqpec5b3
yE/8aO7zQ5A+1ltFWRDmO70dL4uJeo8TQckWFV+G7jZsqobggM/SpbeOZvFyv85q/US2Sw5OYLHt
dhJBq742ttqGstcTZE+uKveSQop/ytbiKGX7HAbRDfMN33FKUwVxEmR31GedMF7T77UeWV8YWRse
2WaV2+tOFOQv59YbnfMJ/ceI2PfzVN3P/Y58pNwTXnrjJ7xilD7SvYgXd7xk3+t+FQ5H8V390Mv8
NAMWiP67Qz9x6QWhv6A+eTPzkis/m2XBrR+vind1LnJdlu/H/ZwTHd21jJP8JfFm3YsNzZy7m35x
5khLOEl5tZ8vHJE91bv0wpR6bP+2KI58dbd7V6vcJOGf01jBRZwetgqRb5DudhaZnbLTddKGnt6m
sziabRboIDHvN2hWMLJY6jZd25J9kaDMu+t+4t/Gmc8KcG41eNEVLY63cRRncRTMS4nkF/bJbRCG
QernanFRsXdtuYrbr3ahxxkjckDk1mMQXca8LSQYA3wDhNo43XU7nHOG3e6Fj678KF/KzOcNP+aI
ghruB+lsGSyAHUaQ3UkfXlBLrZnmhj1sFWSj1iJn27kDNsT6OlfUQSo0nr80IUrVdJbvd/8yiPyF
zEZBGwmiICNEMoxCogj0mcGsoOYKIxjDXTv9dSdL7uh1tlInj/TNJrgfwKSgmpQ9GslhymRnH72T
2/ENt42BF7ZVfaJP0152ncRryQ9Ocxshf9OC0f3M8UDY7aQ1KIsWtuc40Rkd6wftj/CKHRUtjzdy
hXnhz+aJl17nX1hL4ZlSClGZYkdImPde5L/9BWMFEaMt2UY9CHzy9lNz672alb5YGnzqm7mj3d0j
9HEgf+ImP1R5W0xpnPhJEiezML66Kk1t1iRTPf1OEM3D1cKfpdde4i9mhcmZBH4qWoTWM846rPrB
LdF5GKgeEZwHZXQKdh5Gyr5tnAdeaGktthetizCe3+wmRitCpWehPUlzg3TjLySbzWb+js5tEInh
It1nvVeAFjihDWRGbzVmLbP6Iuqe/E/+D7EYkmgTepdZbpoU70/8uR+83Er4mcnpdEq5dIyDybVy
MIclkZc2f5gzyqOC4/9Yob1Vs9nN9wutNjq5r8Sr04OfTO0Ubt+YzGz3u7/4/s/4CUEPmRFn+jDz
zRmtuhLzdO7luiM87MIW57oprVrWde5xgtZqTtBarEnG7SKxo5vfSLyAGfbexmSSCRPVLEb7NS/2
VeFyvJaWz7y02NvITzc28kYWkNhczQLIBLdfy97/X9k7nn/G+GMyD6xOWR+8lvV7lnXkgo9elAor
XN53ijGL1yv8cLXZqe5lpfbuZ4zw/bJubqt4s5xyZl9LxwOUjifWVnlzEgld7o2Byz0xlAP4pENS
QahP89M68+cZG/t9rfM+6zrP+sVP9bfLhL8JUa1Ijz52v/Pjn/+IniJOKOccBu/89aH8f0xAbVXg
Fn5h3bM3TK4f64gjbpEf3GYxvBfqoLimnvKeIeXMFiV8thcGt0HGx8OljxSxeQmiCbjLWAf5tKx5
PPBEiQe+DMJ8J6QchEyEJnQQ8OFkH/LvLIKXdPwfQldVAgi+aWKZso+2jtWqDmIvX5cR62LZ9+6Z
fu8cAuHCCiFBVTOtBTdi0G0AZ/2WMIYuNoYRjIcZ79Et4nmCdbgCTPttocOnqEgg1/cCLHjE36Tx
K6clVy5rytoP8XPCEHs4ZNW+mc8rxBe+Tpxwm5ugcAJHxAVa9/ULQl/76JS4iAyoF5p1RTSsjB4u
G10sEJP/NWT+GtclN1/UlRtua7jcsSWR/oesc+S5KA9M5TzHRcBS4ww++xqncSyEoLwIti8fpPpS
CY1l737LMq40qGr4w+BdXez06SoK5vHCpz76Qr5lktzMzo3qWRZvQFV3mkjsIJ6FwQVzIRQn+S7c
9byfZkkQXXknNyfdXz/Plhg6eK+ZdFJfnhQdTmeCkzKgMlEkU9zWnuIh42jpeqYiTlm4oxgSyz50
tPugjyoTcGgDDUAZ59G6AB7IcEO9o3/AOZIbOd4eqSwErpkQUEktuCDQQRZVR2oBKg9JhVHQnrV1
ikY39aOFEIt2ZDGxpZdkgReiiz2Ec+jOojj/LCqi2sjX6Spd5r2htUV1ORlh2NG2nd4w37aE25EV
cfoGoeARGM9zH1o8b8CeD5VXtgltDEQL7WDBQ0gcKujn37bUzyNhy1pLymZqQBNiJFxG1ENvwCWf
tDVS6IEU7qaSnQ2X8HcUSwi+7jaOgixO+OMGuqRhowED4ZYSUse791snPXevg6trYqXLJckW5de7
FdiGi1988wU/vl0nnmVx5oWH5Aui/+jjNPPmN5unrE/XJ+ldmvm3+yxC2sh4VGbml6/XngDnYKuI
rl99aRXKLc+wJOCSBgaWEDA/NKEdP2NucSJ/LdzipGvfX4Ii3F+uLsJgjqXBq+IyDpixL2gRykWC
Xj4+jgr5kkKF7CS+/f77FmJ8tlUqfkr0JgU7AaaMPtBjJTiHrjiEy2Wj2fpd/TNzzIMYv/oWoJF0
ch8Rh2ACOaITvWthaNi9MpWLVzZPo3h2WER5lvs5lbOMAkzTfOeziYpT9lzZ9RDJcR4KzBvaKqyr
FdBxgVSqHhZQfb4fsrVM/Z4VQmOPaBCnSoemo3zc+Db8NCvCQ2kGxD80Q85QK73ilSljFxY33OyJ
237vPXaRjN/a95bLrcvaAlbNNBcsF3eVqJ6zoqKvuUZcbp/xWM9KVzsL4oizRvO+5v8zL76RKu5H
QTore8ffYmvxATmUItj38SaK15EgOWNaL+8Wu5+riCJ9FDO3Rmx80Wrb/b52GJ7SwNciccKIEGNa
E/003o6X3sgYzwBekty+8hNs3zhmL+ve+HcpPdlyIprc8r3yU17qdSFXmC82AI003kIHf/S0oF0I
8p8VS8nYMoI5WcP7qes46yXWSNRWrTDyxcgwG7xYeTwrWXv1TQ7oU4sDWqJwAZeirQQRnXrRIpfJ
GFE+2/eC12zAox+84Iexn67NvYy9AvsDfbthLAkd95SSEOSOKEzoNLEmdBoaEDrVgdnjN9mYqHmh
ustgfsMMXNOyer5dDQPbfkO2AHFrWMvHH+oDs4ZqrG9bJHfg0VlVO/xHzeXbgr2vca6/bN91tRim
mb+0CdMIdmTVUf6xCWQF51dRD5lKzTEf9BSMe1kP+k+0Y6xNwSF4D1n7xJOhC9Rid5131YaPC5E0
Hc3dXQfZ9eFag7e2epdhzAWWDx6Q76UZY4HRAmdihPS0ZHqCnq+ODKfKcqWanWcdaHWYzpkv1Tlw
Np8TlEp3ivMYtrUFSptbs5wmKRDPAMuRW6eZL0QEcX/Dak+/awk+nNJY9SZ5Half/7d9Q1+xTCpy
5PFD175Hf6pv7Axq5+8yoeW68Gk1pfL0NgrPyDncKEKTR07LPVDGZDmDTnuW+mg2S1sNe/Cl/QUy
Rg79RTJGXAlg0FGnlqACyh69FcCGX1XSHQncnxOjYG+ZfwfyCwqGAbGnBeNPqrPLJL6lIsTwdYDA
jGs5iX+mr2wLzQJBYce4aAyJaXh9LJtyQ6e7V0afzGjbwX2h5GyG07aUkcHHxSX07OIu89PGrreV
fd9fTAnLgsTAhrDx+NILc++b0sobsUVeMkUY2c1iE7rx5SlPx7zvp+L2YcrbdHXYwC6iDnnS8u3p
2NcoyXCMmhjb7VMZNNDf7BYb1ICe2nCazV8wjfpxKlQ3XGbT+z83YAA0evHX9E1Dl3BxvGPFZsa0
x6zEwjXmukN545ok+hVCNrStgmauE9C3H9aV+/OeQvqwVGKJAtTc/lPOarAewtetE1jwpD3aMy1O
QQt8Bx+WGqluzUfA9TCGI2TMyF3XROYEpC3eSKZk7LhlFjisklMPkYASzfz23n6apXMviljTUe2H
AXj+oRLbHMUzL0rXLLfyiNTZc8em565dz2kKenQAoroEBgCrmIFR/Zr9wHgkBX6XqrKxD6NuAscj
wLzt0VyobnBwFP0AhNTvV+LLGC3raT6rvlfOq5phewcUvU+CbQ6L+Pn/ODppdacafQ5LcyVlz6lA
W8Re0YOQeHo2oiI3MmycvWh3aN4feZHB7DfHXXTkVT4eO9Xr9a3GTfVOU1e0RqloaNYqUCuwgVNO
ljaLFHqCTrmBRG463mIheS8gKBVx2Xhe8IjKZ7E/ZvgBuRAZqO5MtTEFc7blZPQXpLlUL3kVMCGk
4HKTKdM8O2OnMpTifcvtNCLVtL2j0PbjesFAFYZpkuzGrj8UHTkH84dFqWXAjMZWfi4eL/0k9SHi
ZqK91cdoTMRVsgzh1n6VeMo3zPCVjH397DdmpXL7oR9dbaAvLQkxm0bUuh9EqZ9kYJgJZZAdomVd
9sE/47SFKtG4L+kruwmO5MZShtDLIgZ7oV4ch0gGX/vx56rQzMjQq2dKfKBhXskoYPBBaHJ7nKpi
XgcUrf8q4wHoSsL48iEwBSDxr3Jl5xelySLv1tdKaX68CMr0mgLbTVVReJfOFCAayQTQL96ar5Ik
X6TZPodHnGQ45wKbMbbNyjPX9KRUHW4v9C78yuO03knPVRHhquN74i2XYTD3tvldPCKzXT/ibaB/
uzYlBh60aGbc+HeXAUA5M6iNaNVRVXrTTtkFLxhcoha1nv+rlQdv/qdXSbxazvKniuwfULsSy6wK
o1kaKu0iMHfYiKpljwUpgiYpxxUwkfMBj+2H5uoL80Ru4NkpxMfv7sZb5svzKZT9pZdsO95qLvFR
aI8QRWVloOY1ZxxjJ6p5ooxwJnMOlHKD5fq/LNaLLBgnRsBdPFXxXaPEdQ39kDWoV5+6sR3+LN/h
6Wp+PYO8apONXiQPZqsUgaZbaMvdC0G/2IAryqluFElt4l1ieH14ZKyqt32NerENQwgJnQRoUli7
ZKRgcia9hZdcITWo+XOunlt0JYBZkb8L1HzhE2X5W0mHcHRDipxUxs3DKYoUMlmHEI7ldua0igHY
v/VvL/wEOF/ghKAguknBrx5tGaook8Q0jxU7nbahAjoS/u7AxCrjH7SQXx6W5BiSFwoJBMoSDmKa
Ak0fCjscFsERAUmkvuOQItshG62D8zthWqr1kYTMBibChXYfHKjRiPi9WY5wli79+SxZRSJBtjHy
9XPUG+fx7TIIfaieDsQGBKaJu4iVx2DyWVoy/PDConHn0lvHvdfQYjR3EXWw5UtiOkL/4CDlogA7
EuXB1Ewqtj8fOeOUEWqXN9KBidABRGnyNvBBwk1nmh+H8ZHR+TRYivvB4bJ49Cl5oQk6/OkI80W/
p2XSzvtCBgDdTA3VhmBmTwrKZn7quGhYHube0MuyGhMb3Fm0XfgKTtDIJLsI2ycl7y93k2ndo3FT
MIeJ5d3yGM/AAyjyqwvrENHnFsIq0MZIklIBwuzOsYi8ji3KY/z+mMdK1x5KnupfuE4llplO+E2m
yPPvQKON+jlgtR1pX+uFynOR2TEpdMy533hzrH0UzTKUJUWgt4YjfndaAyhwYelwLAQTIiM3aZxj
BavGojaR2Y7Lh2GNQxvL2rDlXa8pSdzckWUDM1N90nDdrZoWSYNpJnK5az3eVQLsJ7KKAiCbx1Qr
gUFYEUc7PRlOdBhJKPJRmgP5vQQO3EDjPVC5BSATSGsrtyzWM/QAdlWHaCNqGfRiHRiUAV67pm1N
9m1XAMEl6gQNNJbjgrmK9rVYoJ0zBJhoJDk6okOvi6DtyfO1wVuGc7y+3QCQnwGRt6ETGYNyAUeS
fFtHqwSYGv0kFQLYxhjZx9/6+Zlxs1o2WGJVxSqklSE5xZw1s4m3k4o2IJO52qqy+q0jsDTVOTX0
a6bSnWlLcYUqljr3OlbK0bHuNpU5zgTlDGTBgr9nl95vKULnur7qdqIU6GB7HrOiYCPRskeNxvdN
/ZABi1vgBop8tyUfA75owacXWOSzWi0HVXq22kacbJ7i7O+PXuA8gQdxBaLc5+IRMjwKI5qDs/eP
GyVqOcJ5qEEDVooX5ZRA/sm20igjwfvffY0n9oTqrvK1SgViPLPbkQcwZRICzAYLoprRaAmsj2o3
9UAowOXFKNjPg9zb1Kf2Aw7rLTGx4sFHSy8LStfIWhi+pTy84JIPlbkT9QM+pza0Drs1MOGjAItS
1sbpYMXdYMLdCJNSDGvZfxCRck+L0MuOK9BSmj80uTbQOPV4BHFDxIcjsRqUAdcglzjYIOYdmyT3
GAjkTb4GDrVmuYksu/NCZajwrWgi84EaOOVwoCw/KKzPN9NZBgvwi8clVYhf6AfweyYrBAbLlWkx
zc1g5SJZH+n7IxND8JOMbhu21s735wIhrHlvXJBLnr/HMqPV5rz+hf6t3FSGsauFUdLRq/PCRn2Y
alFKdKxbOccZw546miX9EBgpm2Zrwv5BeR4Is7yRRLxp5CzWb927lcAcQ+Rc3flNHQ2sAg0P9m78
WeJf1pZ77cpi0gM8O/wwV1DVMaJtmCvr5HI1iUwXo4XwJlsK48dK9cTXUOJlwbzXjhrbzSbz7VB4
2tB4t45Z1SuRxsuaPgpGK3UtKBJHysXiHzfAzRyvv6d5fwt9rtVZM2C/5nhUyCLmbGoaEK5TgcQY
D77D+NV1LhjEw1dRFoQwb0/tCDWjkCZoWJT0X0yAKvT9pW2V8HyeXlmRuMioAnsgUz5HKrQ3tRbB
S+SJoSRJu12bsNRdiNwlgNrtolUDEXKlOgqA61X0kcv6+B7rd08qYdXGBCvXWeFK4i8NzVz5taIM
HNJ8ffGRvL74EKo/UW2zDZCdAQiD/yrIwJjVobxoEIY695Y0fmyTtiec70Du8YbT+jUzqxYza/uz
wcyqYnEbvObsvG9OVmKR4XB6GSe+N7/mCpWbOEduZZfz2yY1Igip/67FMXb2KsCMpdzYkisH82aj
7DrzgtD8+OdrVNWCZVVGFzvoKXGk8nwoVF6sc2Ddjb/Svy9zdO6oUFmq3NPvWFa4VpaY4HIUDGQL
IIRq1QFGMr4Ssw01727UDBgJzDiM3nx3xy6yaameaotDaK6FGnmD3SbWklDlPY3cwK/IBfddxYo3
xhfA3WXsP/bms8y7kMbAYm/B1QghKCka2P+BImthoMGpdARao8/vaI34i1Ordv9aY6VryBIZmiaF
47rMMgVJA/UwgPJw2H2ICI6KUclwF2wOV/1NgG2Kz1EiMrv1CmYyOUcAge2gIJ0tgwWY+lO77+7I
aC162XUSr5XuSOJf5q0uZG3g/e6q9D6aillAIMDqO2rWqyeF5M6y+DDP0K/e3FwpFb87wHl4VrNm
mazug7eNJmcktqvTxQn5ajCR/kbfRxvhvIKUuqTA2yZbckjAdDuFh6porLikWu4VKUgaegSxeCOK
s5kHCMWDIx58uhPgPS+zVYPfMyg6WeFoHsFK//GBy5JU2nj9qzC+wDCs1pPz/Yp2y6FX+1VbX+eD
zUW9WLWKvfuBacV3y7l9tFkkFmUwICaZ4M2Nq7nFxc5TeKmffTcMXgXJN356mCvJmgOEKnanKVJA
lMhUVD2otRHKkzI0ZDa48e9SI5R7L04WLNzbtWCcnDZ3S/7Dpir5/q3+1hjacO1cxuEi4UhT9AMW
Qr5M9UTVHxpkGQptk5oKbv+dJTvUiK8/brkiofWKwNl3FdbjR5Z1ScbCBUIdVHZiwRVuf1ePmLtC
a1WIRIfm/CtOc2pqWrftBy6RC9iBpri3AjnHEQ1qE5Oy76Br1yjxb8aMhdKoB0SZVQUgUsX4MWAa
G9SwYgXTgdaCfci9ogsDq5RAyxk02w3RwUiCSrXjfiXduI9b4x9raBAlLwdftxEirHeIGbOZhEFR
m53VOpRYC0Z10ARG1ak0iVKGSC6TQ+Sp1CU/rS2xz6B8nStQtqnUPozp2o1dmvPIlZYjlaYdgbtN
zGhBHsKcWxQ3HB+np8Nq0sGWy9NLhx3X46S7CK3BECMy2BJegIjitgUzi5Jw8JDMz+X2qcns9TvW
nXMElko7vHsdsGn0EwKxglSL5//ExJtXk7GcQ2QsLDf/OQeDk4O7K+CM/95KD8iofKZwYthE5OUf
oVwuTpMlICtCfX5qBnyG8lMLuVQBf0aG1OJy4C5Sl+K8Cjvgm/n7Z9d+/ot1nCxSlGTmKSc3R4yu
6OjwMgRVL2vbPwgi0tcQEYGozMUpefigmVNTDGDMbkOiTfYjCpFTjQmuOWKejka94wdDIKVT0dZo
2c8Wqw0KxIdNNs00npY5nvpISWFilsIxzv2BkOVc23zkg2h9HdWuXTqn7SiA33pg5GMFZUKD+FT7
SpdGWNa2lI6m/jrEFQp4AkQwkqPTeml+pr+fzokpQ8lIMGya5xwZy2D62sjlruRqHlqODm5APAdw
QyZTqBEHhNlddB5CxzDEL8jrqFphtKBgdfUszvItV9q6afCpb1X+e5PaqPaZDAf3j8rIrgm/V7mg
aqlRSOAhZpDE81kYXBAhusIelHjG8r3wtBmxDoE0V5TKxSWhSVX7SUVElBbV1AirJsWgWCDktJ44
sTwmXOXRvd3TjxO/YKM8cCp98ILXLoJEwii3IJ0VzsqNfyc/XiZ14dcFTcPXjIZ+9NZ8lRTVrmf7
GjlqfSQrPAx99/atn6belT/71cpf+bPQhxspMjTiXMittWZBCDe/kXyfz8SqHGRqU/5VrxDaFK/V
aXYlMtYyyFgSPkkqoUWgJM2du0zziroxEj0C1BLTpJ4w10awvEuvcmpqGb/j1WrOaMp/bsIHASWc
TYxsQVbzTgh/5VH9en6qVW7JmFQHi+b1JKwKYuxqYNJ2NT+fDv4dKXWXjnDgfOrPzfiru0Hm30qg
nsAT4kZVPbG77DE+dGcYkyFRtrkM5jeVyf5YTnKYJd0+ajsUo7aqUeU2xtIOqDgG3XSkptcYQFbW
U02imo+vLhohrU6D6nemkf80rBzx3H48X1F4gWbuqFPZ9eKXSenqTKxP4rasVAHse8A/nxr7BBN7
yI4BT6QLGKSd+rM5piY3wfKapsLl71C4MqiRg1HOWbj/CC6EWhNrSaHIOFoYuIapyNdbls0dVq7H
Z9+D3irdFDXCSik4Vihw6/500tWtbDruHz/bkTB9cmBam/q86pKmsLPq1ktue3yF8BA4XWvu7mee
0rUWThTX2t7te8ulHy1Y1obDLSG/RkYEcULRRyFNxRYyvKmzOKP2Fh43FflGVWPAcJZMQiGEe0as
oCGf81MnC46a7eAsXXrraBYvM31iNYryZ04VJRA37g6YwKuDHUWj1v57tEyCOAmyO9YXvbomAkjd
cunYSj6G5HtSLsKBgovQUSSkbsAdNfBIPE3vcqezcBJugwxpVL2YtWAPhtYAVes6wY8poBwL7JMj
z+rYJjhXHL054YBxNwyiG0CnKDio8PXTFiQwEuligoOdnIkXcNwvLiEYs80qwkYrpY6VdaC7iCOB
aKQhldQJ43Utwea+frB5rGcGvbHHiu5veqrG+3n4KX6k/hexM2e08zscWeX6g4x+Jkh+a0TxwWTr
bnOxbXJ0QuJOY8S4HQO6ageiqwZOkIXPEVMjvi+V5LxKr5ksWLGaH2ncPNHWrfsD5jWZcuNkygo+
qUbt09fLezSubGqfV6jbxHtJqnpiGvyicG4v623q26i7z985cOrlmjbNguhqVnwlzyZdZZdT0iA9
UGPMrfqJ2/qef/X0me+ZxmytWvmFspxo/dJO4eIsRH6Ih9SqQeatCH6pBH01Kn5z115RLgxoFV29
KBpCm+xIySCpvm4JwwCPUTklNXIRVp8XsHZ57fWyppwfXK1Kcz/NkoAtAZT7v35SrJcwhilRstTj
DC+Gy/FP+uqrjlFa9/Of7StJuKqQsltj4QegfBAh8hw+LctQTI278e8OjOMd3p3FL0gnxhz3TG63
eTXVspYZ6OJd3GV+GWOBcBjCRYNtUXE9am02FVQkzzYkvCiuU7Ggy+QAQHrxoawSFNQ9twI00iU1
SvqYXaGeTO12dCulPgDSW5ydV2JFAhwJZbVkMCwSxQtfzrvF/ZhoUfo3aOTqz+VZkd1QWhpGY5fI
Tt+WYbb30gtXvkDfKFI7DOyZuYv/8rkW92vpTjQsXe2CHJqlJOq2nS22LrQQRsvaYe+R0kxFsATc
8jfMS6xhyLA2a63jp5PurBESFblguSGei9lJx1kHrhNHaFWgLxrZU29vPoe596H+v7Gr8FA+d3y5
dwwrZNnPTHG5DrE5t2pI76zZcfuB8bVn4wI6ME6DH0tyYaYVWAURskfosrxZekbRnP40WK6DTVJb
R4U2Fa8DNhkLzC3j/aNNIdQip5J1eXAF243GEBI5PpqLiVnGQxFbBuXzVFvdevWCFaB7JAcD3H5o
X/WQuVDOTF8O4S/tXKSu9OjhMoggBrIYEsck/pChjWCsS1YIs0ut8pHaSZ+mpnE+HHCsWgAhldoC
iYzmxzqEnWor/mc2RNf6998o4NgQQ0I1HDOaQq+f+DE5+uHzdFeBMoguYxTswimQITk+xbwwS6Y8
47AOedB5QFMjlvdxDWVkayf6f7QVz+H+rDJKxTm98e8ug2jB9rJTK+vctGo4VfFuOmhP0OKo+oLM
J/wcSX6hgC4ky3ruArwrEXd8ZBKG7moGRHr+r1ZeCAfcRrBtNiJYQvUmgnKsfKc9Qa2F6Nwvg/+I
n0/YBiaWZRusZeHCD+M1VjcVIUjd3mg9FHmgE+Bx2rYHKxk8hLkGwVDkXk95Axn5XQWj5pf6Rg13
UjxFCboe4iruTZOlV/BCgU23rxfAlXBtCy0eOXynhJpflsqim/mvMjziNdRQCj2M82Rc9TIXswDg
zx3k8yHyuQvVkNaxTAlKRXp/wlw3WfWYCCJcu8v/L7WZCNQSgBuN5f2mtp3KbcmfmKD8T1IqDNN4
fFkPEiovbL66XnSnn9Qm3jZXr4/0rwYLy9dBIHxBl8pZzmbr0C8Du6ndw91d8KLNiZCQd1m9pNPA
kPFHqB46JI0XwpJBh6zuNYbgtbYdQG3njgtKxJGA0wb6oAUE4aROsxSe0Ie0sVFa41tJa7i6PcUc
jeKAU9wGDaa41VUVTLT7OHzdqKa6a64ZhaYjOUyMZvLccqe7BHNEj1FkZwjBbq2YFiVUW2ikZ2BY
ronn/FOmwe/Z9GgySY2EWJ7swzVLOVCCrYDLI71qbgPdJZIPc1g97GniEUyIJL/9sDbCOfNwL0gm
OFP0SGq+dHlx6JsQATKqUxMDyDoqznOz02jP3IiX0apUCE5Zof00nXtRRHMqCECqgawu0MCkZ4Bc
FiNWuIIu0R4ERbmKUTGqt9MUCGf0Uf/h3Iyv4hwQl/1fbMGoqQxytsk1BGNARjtAAZHlN4WYSMr8
1EDwgXtrWzLRfhqEYkyqqYo0PzHF5bUV1YCV5QNdsHxgqwLX8W7GkNXngnvWRcMGlYuGyYVZzwad
okbxEJZo6rVwEMdB66cMrYW4CwI5NOqDtixqfZbVZsX90cZjUEyuEuUngSTXOjpWmFDY461WPlJN
DIywLg+FubeV7sPs18IsXqmMyLcM4mKTKnXA9bOXdpJskExUnQvz35R5I0qG44EO/lpVr1hxbz+Q
FNoZ1pPEO1KeknB+XVsfwuziDGmjwz3rRy/w1LmLk2ff/phoYhErZwTytGSKnIKWRslkfb/QFiWP
JOuqFfHQGJLumpYVKz244xb+gq/iegUfXIqxp5OjCXvrQ7P8XP3Skvk+wUpLbupO1lIgxeXPTdY4
ve+jwhwDDUElGj9kNMNO7eqD7YXehR9i4wQzc9maW4NmEpDPzGK6XKETPXNBViukcr0v+6R6IwLi
fprP4TwTogvefJZ5F0bYNZyTOvYWZaSCwULWwX5et5UCUOXs5PbUixZemMaoIJcvKkihTjR4BPe1
G/ZLWh7pcp0/qnQ/x7CgKlklOBHvWlsdsgPGkJdiREyfcIl95QZxjb4YxtGVn2azeXx7G0ezZZIr
q1diiT4k+wYActiXVVH3Ll1d1tC7mig+W6Bf/z56nzUQPUTrUx9migDPkyDdc7i1VPzuFL9s8d8i
RXezJjoMcEdLZJNeH0KBv4p3uI6YFc7iXSveXcGyA8R46MMFpQWsA8H2SxNLQ6/7tRxsE+7eQeY8
jo+WDqSsUu2KxwuwdAZJDHL3AgmITHfYLEvm0Ld3V5Yz/9Uyt838hQBO5byht8pSn+ls75RzmTSG
xFGmzpjQvG2O9PUCiLcaviMLJSilsQlmyI4jIzTlyEDOVwa2DitJMfTrAKHfQ1k+1el93kC9Zkcw
uTe+Mo/OqENrOeDhx9jc5kR43R0Urn2fLHozI4pVQTftW4jiUoPXwcDq1MWwoc5p0UowdoleTAxO
Ucfv7DqYSySj48cMcrDCFGikqWfibJ8YXyM5HGfaPSaGs0ql68uqqmMWNFjbcWgGrVGRJWGKClAe
OEU+au4jjib6e6Tsh0I8NLdeP4g5koP+ZZzkcr6bp63K8k5uTh7/Oku/mf/7wa8vjHw+R2lnEYMK
XuXXAB8f7GSqfigP2+4Hb9DDsbUfOJb6gU93fiC4A8ZHvYY8MwOS0rVoi436v9wxrew=
`,
  source: `
%% The processes that are first by one measure, as it is or by how much it has grown
%% in a window, among all or among those that pass some filters.
-module(top_processes).
-export([run/2]).

%% Answers #{total, matched, word_bytes, window_ms, processes}: the last as
%% {Columns, Rows}, with \`value\` the measure or its growth, \`none\` where the row has
%% it anyway; \`window_ms\` is 0 for no window.
run(#{sort := Item, limit := Limit, min := Min, window_ms := Window, filters := Filters}, Call) ->
    Least = (Min + unit(Item) - 1) div unit(Item),
    {Total, Everyone} = sweep:everyone(Call),
    case Window of
        0 ->
            Plan = selection:plan(Filters, [Item], false),
            Question = question(Item, Limit, Plan, Total, 0, Call),
            {State, Cost} = sweep:again(Question, start(Least - 1), Everyone, Call),
            {answer(State, Item, Total, 0, Call), Cost};
        _ ->
            {Now, Samples, Waited, Cost} = window:samples(Item, Everyone, Window, Call),
            Plan = selection:plan(Filters, [Item], true),
            Question = question(Item, Limit, Plan, Now, Waited, Call),
            {State, Again} = sweep:again(Question, start(erlang:max(0, Least - 1)), Samples, Call),
            {answer(State, Item, Now, Waited, Call), window:add(Cost, Again)}
    end.

%% ---------------------------------------------------------------------------


%% Only more than \`least\` counts from now on.
start(Least) ->
    #{best => [], floor => Least, least => Least, matched => 0}.

question(Item, Limit, Plan, Total, Waited, Call) ->
    Simple = Waited =:= 0 andalso Item =/= binary andalso selection:all(Plan, Item),
    #{item => case Simple of true -> Item; false -> maps:get(ask, Plan) end,
      pick => case {Simple, Waited} of
                  {true, _} -> simple(Item);
                  {false, 0} -> chosen(Item, Plan);
                  {false, _} -> grown(Item, Plan)
              end,
      step => fun(Picked, State) -> step(Picked, Limit, State) end,
      report => fun(State, Cost) ->
                        envelope:report(answer(State, Item, Total, Waited, Call), Cost, Call)
                end,
      hint => fun(State) -> maps:with([floor, least], State) end}.

%% These run in the workers: how many pass the filters and the floor, and those that
%% can be among the first: [{-Value, Pid}]. The first calls functions of OTP only.
simple(Item) ->
    Number = case lists:member(Item, [links, monitors]) of
                 true -> {length, '\$1'};
                 false -> '\$1'
             end,
    fun(Pids, Values, #{least := Least, floor := Floor}) ->
            Above = fun(Rows, Head, Bound, Body) ->
                            Spec = [{Head, [{'>', Number, Bound}], [Body]}],
                            ets:match_spec_run(Rows, ets:match_spec_compile(Spec))
                    end,
            {case Floor of
                 -1 -> length(Pids);
                 Least -> all;
                 _ -> length(Above(Values, {'_', '\$1'}, Floor, true))
             end,
             %% Most chunks have none, and need not be put together with their pids.
             case Above(Values, {'_', '\$1'}, Least, true) of
                 [] -> [];
                 _ -> Above(lists:zip(Values, Pids), {{'_', '\$1'}, '\$2'}, Least, {{{'-', Number}, '\$2'}})
             end}
    end.

chosen(Item, Plan) ->
    fun(Pids, Values, Hint) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, none, Plan)),
            pick(numbers(Item, Rows, Plan), Mine, Hint)
    end.

grown(Item, Plan) ->
    fun(Pids, Values, {Known, Hint}) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, Known, Plan)),
            Before = bulk:select(Rows, [{[{'_', '\$1'} | '_'], [], ['\$1']}]),
            pick(lists:zipwith(fun erlang:'-'/2, numbers(Item, Rows, Plan), Before), Mine, Hint)
    end.

numbers(Item, Rows, Plan) ->
    selection:numbers(Item, Rows, fun(V) -> selection:pattern([{Item, V}], Plan) end).

pick(Numbers, Pids, #{least := Least, floor := Floor}) ->
    Above = bulk:select(lists:zip(Numbers, Pids),
                        [{{'\$1', '\$2'}, [{'>', '\$1', Floor}], [{{{'-', '\$1'}, '\$2'}}]}]),
    {length(Above), bulk:select(Above, [{{'\$1', '_'}, [{'<', '\$1', -Least}], ['\$_']}])}.

%% The largest value first, then in the order of pids.
step({all, Picked}, Limit, State) ->
    step({length(Picked), Picked}, Limit, State);
step({Matching, Picked}, Limit, #{best := Best, matched := Matched, floor := Floor} = State) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    State#{best => Best1, matched => Matched + Matching,
           least => case length(Best1) of
                        Limit -> -element(1, lists:last(Best1));
                        _ -> Floor
                    end}.

answer(#{best := Best, matched := Matched}, Item, Total, Waited, Call) ->
    {Columns, Rows} = process_rows:of_processes([Pid || {_, Pid} <- Best], Call),
    Values = maps:from_list([{Pid, value(Item, -Number, Waited, Columns)} || {Number, Pid} <- Best]),
    #{total => Total, matched => Matched, window_ms => Waited,
      word_bytes => erlang:system_info(wordsize),
      processes => {Columns ++ [value],
                    [Row ++ [maps:get(hd(Row), Values)] || Row <- Rows]}}.

value(Item, Number, Waited, Columns) ->
    case Waited =:= 0 andalso lists:member(Item, Columns) of
        true -> none;
        false -> Number * unit(Item)
    end.

%% Bytes of it, where it is counted in words.
unit(Item) when Item =:= total_heap_size; Item =:= stack_size ->
    erlang:system_info(wordsize);
unit(_Item) ->
    1.
`,
};
