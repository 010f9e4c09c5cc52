// Made by scripts/gen_probes from one_process.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What one_process.erl becomes on its way to a node. */
export const one_process: CompiledProbe = {
  name: "one_process",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "sweep",
    "waits",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:keysort/2",
    "lists:last/1",
    "lists:max/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip3/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:map/2",
    "maps:merge/2",
    "maps:with/2",
    "proplists:get_value/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAOgyeNrdXVmT5MZx3uljjr1IriRTvi17bVlaHYu+ZkYWaZlhPfjF9oOC1hsC013Tgxo00AbQ
2zt88LN/mh/9N/wvXOgLdWRVZRXQTYYYwSCnAdSZlZXHl5kP3XW/XC0TEj1Lnj179tVDd929X6XR
s4fO+mKaRKuCFNWDs4f++nz79/bNbvXmhyiPnq3PflP/f+froPpjES23r/UeeutP2F/hfUySWUg+
RtOSNd5d96IyW7APLorsvgwXRd1E9+vgvfWrhyifCV91vp7YPnr+QNjTdZbPxN4Gtg8vl3k2z0kh
dHdDKa1meMW+7k2jJBE+eck+mbIvwvskmlevdbiHV2XOeiMf45L7sVfmK0JZY/1FVE4fNq3VYwy4
XqD+LkhCFiQt911dxGlJ5oR9HXX4naLbzeR/AbvsfD3w77Fr7xFYsXmerZYho8QZybeNeg+g5zOA
XkGSe6pbjlvwm8tF9EjCnNzrPhuZTkNUFNlUaO/FNGPkGafsz9wwSFszV2xEJCfplMhTMH7WX6Vl
nLCT3smW1UK9k0jQcETVxrSnTbdUQ3DCV8UyWqdhtjzss50/0d2WgwtYHbs9RfCsr6PbbUfa6yu0
Z2aVB0qh1T+b3rK0EMecxOmj8EQeOMep4iyPyyfut26Srfl2vWd2rsysA89su8uddTeNWePSfmvX
/Jr/Y0z9x3lhH+fhRF5az0RUPJJcZozGT3p32exJpuxv9bwql6Pa1nkSlaQogQ3i/+7yX9xHcUJm
3C+vyyifkzIs4wXJVlVb3TvGy9h5PKw5xfCuZZazRrLtvlcHWrh3t+OSxJEz5SaV2T7bOGr6qn8f
JQX32aG1NEuJfdj9+YqJJPJ3iB2cZUV9VKj5gPR2qyiclD2vM3b0clGEWRpuN6immJ8fUawQaHHD
27CypdiQwsx76/OcLLKSiATMpIYonfPkuMjSrMzSeLqhSHljXyziJIkLwtjirOHoOmYWd9jtio8L
QmRAzdJjnN5nsiykCANyB5Q7OL11J5lKgt2+wcs5SdlWlkQW/IQrCur4PC7CZTwDThjVnE7+8oJ6
OguRB7Y+KpqD2gqd7dYOOBDrB8ao40LpnDWaUytrumLnndzHKZmZZBRtJ3Eal5QaplFRFIV+c1gV
rbgiEMZw38/5ulvmT/w+e7GTS7zYBI8DWBQtJxWvRlovmenu409yJ3uUjjHQYMc2Jv427ZcPebY2
vHDBZATW0kzg/cL1QMXjhJqURw+7e5xiZifqQYcrvOFAVcnjFWOYdySc5lHxwB54U+GVlQq1NCXO
kArt3rF3fy9IQdTpSHa0GoR+8Q5Ls4g+hhtdrIi/IW7qaG//CX8dmL94ZJeqLItZhROS51keJtl8
vhG1RZHM9vXncTpNVjMSFg9RTmZhJXLmMSlUidB7xUWFFW/cUpWHwPaJojxYrVOw8jC2jm2rPMhE
y3Ox/cowxjAl8QeyV5kc2Frvt7//l9/JzFt7hsYSZ4dkP6fz/Bx/qwylyTee5YFbVUeiuvCPPxl/
Bvpyy0C3Q9Uobi2vj2D5+A4vzenuFuEuMd0ebW5FYNsKje2M/6bBADamREgcOKb5x3HtBP50IJSt
nULmWA0t1y+8GdbxFgyyOkwAq4N6x9RGJWGNvNf8gh3FkkxLUSg9OsV4N/wSv5vXsgZhW6Q+f6b+
+d/+41/5UySt2VTyXd2e9sT5E9DOquY9slcuWqXNwtRjI+Wlyu6clIqJZ2vQk/Zyb9h3s1+xRfsI
zOkZb74TtKqj2fKowQa1vxM6OvlnoxLQ493tbWwbwKgmik7fwIRyUBm6Vs82eFxtDuqCMcU4Sx39
2v0kXsSlzoZwsK10NQ67BgT3Gn9H3+r8hWPIuDmyGDdHVnJhi1KUPL2cR8slSWd7frXt0nvmnzg4
0d4fGDM4m50XVvUX9u+iIp5K/rgGJ/BT/G6NKAUtqI49fqb02FPOvGJOvjkYh903ub8qmDCnyLZj
6Txsj4PRuq1Vbm9gO7Bi0fZetDfWy27fyCdpFhar6UMIMJsbirC6n2CMV2yMUVqsRfsJODr08tfn
YSivu47JTZzvl6v7PFuEFYFJ5LTtVoe2MdwSqs2ru4xnMis2ozEqIEZ498RuOQ9J5EXxVJRkcXBH
8U6Jyw3EI/6G2F2kW7bkTTvfszAFeLOrLRTvNIVK3LkFW4ZZcqBeV4ui7JwP6mOlCsqB0b/bCkLs
+8rCnmvvpAC3zNeKJU9j/tliRXjit/qyP9txLVKExTRK0421hpvOmaN1HedoCrCO6ItVGk+zGeF+
+j477jmTvkhehGW2tVA/Id3accZ4yZ1gocpyxkH2Iz8vyjxO59Gzx2e9/3pfLnWuVuFutOGIXlQD
LkJFPgx4tqlf4g56iYemrdfqg6rTV7m5h9RzDF30GPAmesWoHyCs85IeOWpuXPoBnoEODCZClZ02
JIKRGxFwCCE9IXCeWisltOL1HdIGs+ARFN54l16xU1O6JoeL4PFdRnkZR4l2s4cwIJHJZuy3tLLE
aR4Xq6JSmnhu0ZxOxjpHXMePb7gfWyqdyIbSsIN9cAwKB6PvmhUtEO+Hxjt7DG4M2Oj8fKxDiBwa
8Oc/8uTPY+XIelPKdmlAEWKsWKjbiRWRrE0dRDwCgIc/FnLccQs/RxgulOYWWRqXWS5fN5ApcEBN
6wdz63373gjy3kM8f6BevLxjuWp1Cm3tiNThyzhhtVLPKrn6AEmE3nq9lbqr9wDdfIe/R0HJBNjW
BrrCX8t30SzK5+06WBpYdnh2TH13p5dGCwJ5Os/aMPb9EG9e1FrghEt685OeEnTo1YCC2EljZwNb
ZxdVZ5BpcXBKsniVZmUYAUThC1Y92khf7gl4Q3LeHf6xg0sXZfLpJRHANIYWJF/fduJE2xi/zjIX
/yQnczYmUkHcDmujWP6T6I4k4KNPp6ucSTBlyMa5cRaBb72sIMZMIwir1QHfOC/KqFwV4LPPFoy6
ojkJ/3NFViRMCNzJ+YIteP4ET7PMStZ9DVgEFQzz4+dsiNNHw3O2hqudwwx6Xt+BYOd19CY4OaZT
sWWGV5ePceQCpLBEspmXiUje7Dd58yYbKBNYnbthwm4SbVbH1NUumAFcv53AAT99uXtaQTWf3EfX
mRuPyZt5lN9VJDjNkoToCf1z9b2NeRtuVKTrWVRG+IGrFkQh3KctBLBdTnKNKlH7MMRPhEBABh+H
dSyZSg3gctFMcA6EkU47PXMF2W5CoYCl7Rt83DiXgLbvZrgT3vDPxRkeM2qMe/vfqTYg/r2wEedW
XHpckoW8p+YvNjegHlGtfnG5ZFxzYyPwXp4/wYvCgdXfxtS2tPQKhgq9wyB7y3j66GMYEPCMG/AK
MBxnqa37TbxUPMFDGRlhnxWTu5Y+vFryit3W3HB7lDrv3plepv6Mp5LSiIKj8STLP1XIso8Ni7lR
aEi4YblO/kf3oL4wAeyL13z+zHLMuAsakxyjESpgtzN7JJMx+tcf6AY7Zge1yU2Dl7rWAb44aZpp
uBUpPpIna2+tGw0HJrz6NqbOJm5AYW+B/7i1IsWt92EW1QYtXG8CWKN7iGQbOGrqrZnCs6cWBXc3
ttDR+JiIOUmJPnDX7he//EIHJd9qylTB0Juy7zQzc/05AseqGN1vAd5XbS4izNqQ3EQEGQIx1cJj
RAx2HRSq55cKzQQwzeCidm8aXGd/YRNCawL61RdareCaOp+h/oLkcwILJPiozMq8kZekeuR9J3S1
Nh8Z7KNc3ubsHRGTf4uD7t90aFxz4rj45DLmjErRcpnE0+hgCFASigxcUhYE+sMC24qt+QqsqLna
pOdF7H/pFA5luOku5MmdG81U/IYNHBEekBlLc+2xxgV5fvC+lggaQrX/ymXljEhtGRyn2t3PrbY4
dT2hADpRc+LSIzifRvY33m+qmAsGgRU757QXP8K7xgPjatBmgs/RZRjO+Crdw3ii6cynErX4Sp6Q
NZUf1YTqCVF3Lp3uusuClGWczgtVgGD9gVInLtuYmINCbFWcokfEyIIs7kgO9Al6PO5XSVKsCVmG
0X1JcvClV4s4tThF3lSv3LF/P1icJ+y9LA/n00LUc837sM8i0cq13jsMztTS1TLPlvLaXlUJxj5E
yYrIjaqJLrg9FGKn+WA6u+3n4BVoOmuty0E8QmjRBvJKtDFOqF35lMuwS/R9Bgt0wn02GOjYiHyf
NVPIPkUz5Z1Pj7qlnvMe2F9jL7vdysFQ/i04F53xjkf3IDfz+SzeUHGUP6m7ib9kFJcv39YttQo3
HZ3aPjwN5utv0AGqRl+cvILAKlPIcr0/B3ul9SJKZ2xjs9pf82txRaXkEp981SDC/a0DqQ7lrBYX
/6tiezqYRF4aQPYtBOC5pY6ejqsyy8KkSpTocBQuuaxDKLb2naTkvz0uJZ9vIXhGKv7DoMQBRecf
bZsSX6yjuJKYw/ssb3THdpGS9KitvL1/h4WZi5PZQZ4RadP9w735Nm9gVV+TwGSTiwP4/6oh6j66
i7R8KKM4wQUu+uWUADGTCUnnWzX4TIkGEmLvZEytLbeLJjTfiXJ+bOVb6jZe72lcF1t/raUkG5S0
+lgyIoNAmzSbEfBT7duUgnGVXo4p7YEe6GMcAjDg4UA7P9LlALnI2eYxBl9tm5BMrtMgzc3WcG5E
y/NblVZhkwkyRKz1YbSIBv8BOsbgmHE+2pBAKKt96zRqCknUZCSGaDQw+IW70WxmaFcioBYcxPqY
y3FNtOLx6brg6uQJjeDcZbiV6ugOwNUuR1eV2uJoYTTmdNWK10YSUYxa8Z5VNT6mf+95msa0GTca
WLjRpF1u1GCa/oFEeq8an1nFktMVIJShPr6zmXbyE0Q8AjCawzztlqetIa7hZv7QLdNPGwqSW751
KfCmc6L4lebrYk/Q3gYafGCOobSjfnbZJPhVTLI1yastghRadwWmWN3tUXAemVd6dZomPKLEUs3g
eR1Z0+DK+qmH7eR19V8xI4gi5dQVBsr7G0X8l2oPtZlUvNt+YTBEKbLjWX/Q5jNVsBNsRd/7b20F
j2ZaOGv77Ge1+PVTuabZaau2bHk0mpr6+uQewN22N2nCxqmNz7Ud3HPlzqUIDolPOFCj/J0qFirh
BEPrF3v4Pgx72Tumm8kl71xjbzvGy+2WD4c90OuXMvpQcMAacaoT/6n9zC3fNiJJm4h/rvdFteGM
tRbJBtzz51a9vyHg6Rd4rWusT61nxUKNDYmrsfwzTlVXw3sFVK+GTg1RGcZeH9AW2/qFOp78UqIb
erpUcpgaCrposwaC8C+xqeKUgRjZvSQLu4Va4KJ+JqrXCeONgYhogLqKuORKSh2Sdku/OOCp1Lgg
a0mXCzDJ3jNrQcEiTqo4aC7vnLkbdbkOEZ3Ng0ZG+mNwbBCJTiMW0ROHX98eEDLUCW9izptjS/sC
D+bVWx4aThu0xE+LJwlr2NPQf2ve42Wba0rtXr2O1lJ0TY+X6lhHxAOFaSKhPl1DrPEp5oDK+gBF
vQTUICQqtoChY3TJEBM8w3twNzEoNVhPWEkIerOVkyTkDT3yGQj+0M7ABM7owTEdmHTo8SuQ4oxV
OJfWgMLQZjAkBZPx1TTwLhFF0s0RU0okRNOwjO4c0mW+4UJvwkVUWdh428rbQPChvRVT1KOKjTbJ
ROZiVNiG4AAShKjoyvGGwXGM0VduHhc+xJpis5WYUgD4iq48nfSQ9xqcdEz1hunasngX4gIOyQ68
ob52yExAnepQC9+dNve0IwC/d88kfvl+OKSnxoTeuHaYsPMkdyjaltrwywda48WgaZC1xT2i951q
ehxBktDNfowae8ytPGbNe3z4ijfzGjhVfgGuMPvFcOOJvZKCilXoFbzm141zQSCEgxtMtKHha2fZ
dkKFQJRvTTGQs95B0t2AGos6YFgyZg9uG0TXnOi8CGSpFm1BMQAnqapnqmcnmIug0rLaHGo4FXis
zwTyLZQfGsElFuS8gDABN8nnMELZZfb9i9jOegcEqMmZ4QxpuO7Qm+sOjVy3vV39sU8CjqHbhkGF
kqCd6Wv7EDPUq3+LwYvaE4TOX2DQKY8bvFbNG65kOJbzPynJeDCW+1YKleCsnNqSEEbL7PgoFoUe
jBKAmn9O8rIIZ+RuJQB+7pOo3FjhlJM6oUDuY7wYMtC3FRzvBj+Fnj2Q8xby26Ak7nFYslG7eCtj
rXXbWVBNGaD5UJ2NIAcgssh7QqYhH49w9mwM/oieebOBTj+JtmrtaKWCrT3AysO63onwVIrMyQeS
7+GE7p8/kqc9F1TATW3VfQyUVFaI8C4ZWu0Re7ZKv4mXQwhoKZvPXJijD9/oFqsFxP/bV6vGrgxS
u/xSSy0yy8FpmGVPVZpMf/qw0gbF7pxY4tAlgkPnsmk+qxsHYOttC4acI+UGNMzIYAn0LCJgrwGA
qyUAVAOweP772tyhkyNkumvSIjzKWzHPjCaIUqzd5CoRXnvZ8py/GXp8M/D4ZnxqO+ONSWRsPT/t
uGY5gIWjKiJhBv0/xnvcjde6jFxchU1rUwU++MeL+ywnUe1udvbPC4XXMPkKhlrRqJ3aYazrKadw
KHDhkbVOVwsHwmHjhxDmn4/Saz1Gb5dK1D08D079LFa+MIegQcv4eV0ZjB3IYpM8o3qECMdpVDIM
zBDRPCDzJ3iPwaCtSsnwxgi4CPfIsx4Tm2fIRBcuYWsB1UZyX6TZhoM0Aej6VwfhS5DBltHgeJE/
rRkXVGFeSLDIRbNrjdfYtANOfH+g9Tk4ruTYP02CxhB0ihiXIZCYpaH1bWizvumhpieqJaMt4cNL
0w2jZiZuZmK5TqHeLasSbMORXuNHOsHoKNrsxkdI+HFtSTiCrwWtlAKyl2/fF7XhE2UjPDtypvGR
WxQ/tgolj9XDORLQtpWm4eSKuH81W20xocTdx3NNDZJ7vTeAiu6ulXwTL/dpn7m4LHYADhYPU3ya
kBNPy7Qkoh5SfHqMni0bHOYcba9lZMKGMVWTY+ElnUMBJX2QpUMxdzXG13qEuSAmDV4mMEV8BS4D
A8iymrAlUm9A0XPgLk+N+RJzmOwpBcUIPa0LKY9iqXzODTVkUruRImVNBXw2qhIA06Nu9A+KXROt
pHpgVmkWRmmx5mp1OpK9HPQ98K/otY+nk4qzHCms7Z2LEmmPCx/Z48JHYFz4WYMCiPsV0+y+lF3f
Oxo0aBwNijyHUp6tmjhRcbZtOHXsdeA0RfbMo/IP4tBHV3CGeGxE7bDx+txYszz5RAHZnQONUEoD
6g//bH8/3ENM+WlB4Laj7GRbBKybosa+jtEMbMmhZDhdc6zvjSEoEOD7nS+/cBJVhlKWo0916k5D
KIrc5YFPZ0uSUjxGeaxdDssNjdOgHslTXV+ki8VNDh0jmk60tv3p0zQhLhFRLQg3t+hUXafAjY9b
AKD9ysEUJqcEsULPMTgogerPQqvMJZmEB43h5xNv+PkEDT8/Mg5mojMPG9gJxjHa8mHuGKzKKtds
ycE00NSjF9PhnjVKnBp4pXG2ZovTq7ew/3+g+P/bBLAL+pbkkFUBaljfStBWDYB/8EratbMN2sRi
2JG7n7sRoGird+S07BqT37Vb3YXvwpp7eN4mpxnpsBl16KG3HUMqs1ZY3dDbMPpimmX5LE6jMsud
HBzPuVxnphANPSvzB8zofYQ8rgMWBqoA8Ec7WtoEAhEVXzSYA8SyjTQXhIPldJMvHxZ8Vqlutsa7
xTSA3iwTA+jH1ApOwijol8s8zvK45DNAdZNsTduIID93KcuKGi5QXLEp0lTOIKjPyfF/lLYC5MZx
34CCAmK/1bIcGEEKTZLcuZSjTb89Ua82vlJ6pCo87VTGsaJ+XNGpAxM6lffzEgk5qslXVCv5yap4
EPJpQYvdXo70s8Zo/4M96907g2XXUmV97xuxZyqDk/I5RymJV5bMD3S4JE5WiCu39oa+NClqbCvh
UCMeH6EjpX55Th1XlUtQaELuO2URGrak/EJBLD0roMlgq5m0xF1+7Zm7cKxxuyBDICbuYQYjv9AE
n7CJFtDbX+BFnBttBNAALHv2Hk4GhGMc5lha2OxnKIAXUJlydbXY3jepxfbevxbbe5+EQLf+G/+l
g2X6FOU2NOGxA6oW0KSoyM+jsKF/9GJDolt6Uz3WKfYUGL/ldCDPQSuJKv1C9i53QlsBy2iVAipU
jW/XrmvJlxEcL6DXbA5qrUonKmRaSXbi65/VBaBcVgoPk1jutDEouoBc1QMHp93t6qHCQ3vM2akz
DCFT+RhS7eiKhqmWDlzs/U49lCutGkq0G/Nw6QyxVFtIaYyTyEwq9Ni/loyb6uZ0VfzGBayvv8J0
CyGJQIbX5DNfP6LmPGKdt6HkLMXVu3JcqH+yhgt5O6Ug5nJrxwl1UXgLS+TJ5CQxxuMGV7A9+v68
ghmvCueYe0wq9ZtTJLMcKaAT/6xIcp6VY+lZE0z+2pbWphPfA+VdtRmnHSd9po1+PAgGqsGzn5UP
JKfweLrivWxIyKt98Vqo+bitYH/IodVNs1Jri6r8Wo/kyexovQFsuD0mYhCqW2EtLOrw892qeKLU
nXTtmvPRki1cN7VoYL2deOzgxJpMEy5RYPyGuorGsOFfH8HqrrXIsWADKxyvO6/wMw3lna+sl5Z4
wk2zRIagCYWMWzRYHGneGzZgyDmPr7DZcXDxo5ULx5B7x1IPrzcEGxZLMg3zVeqh+0oNvuEanGaL
ZZwQuHBDexYObblzdn54Yplle9cLL2t7tPSqup/CnBRL9iFp3t6nO9drkyafsybDguQfhBobbbTc
iTM+gRT5SKarsmqRSZhF2bjBzzaLGWfhIktZo8vkyWf2xWrJ5h4XGT/7y+JhVc6yderR4ovfJvHH
OP/F76LikWdXUTXc9tp7vmmPyTCpOm2d7mkw44iObdYMSj9UiukUT+k0ZEpGXsJJxOrnYWURBF96
w70EQUdq4FD13mZVj5cZdKwP89HZsUaWUtIjOJ8BKtUJKrHYSBf4pYI10dmoRfOMX5Xy/wdPLTUx
`,
  source: `
%% One process: what it is, what it does, whom it knows. No argument of a
%% function, no message and no value of its dictionary leaves the node.
-module(one_process).
-export([run/2]).

%% Answers #{pid, word_bytes, basic} and each section that was asked for.
run(#{process := Process, sections := Sections, limit := Limit}, Call) ->
    Pid = names:process(Process),
    Items = [Item || Item <- lists:append([items(S) || S <- [basic | Sections]]),
                     identity:readable(Item)],
    case sweep:read([Pid], lists:usort(Items), Call) of
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid);
        [{Pid, Values}] ->
            Known = maps:from_list(Values),
            Answer = #{pid => Pid, word_bytes => erlang:system_info(wordsize),
                       basic => basic(Pid, Known, Call)},
            {lists:foldl(fun(Section, A) ->
                                 A#{Section => section(Section, Pid, Known, Limit, Call)}
                         end, Answer, Sections), #{processes_scanned => 1}}
    end.

items(basic) ->
    [registered_name, label, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, heap_size, stack_size, reductions, priority, trap_exit,
     parent, group_leader];
items(stack) ->
    [current_stacktrace];
items(relations) ->
    [links, monitors, monitored_by];
items(gc) ->
    [garbage_collection, garbage_collection_info, message_queue_data];
items(_Section) ->
    [].

%% ---------------------------------------------------------------------------

basic(Pid, #{group_leader := Leader} = Known, Call) ->
    Basic = maps:with([Item || Item <- items(basic), Item =/= label], Known),
    Self = case identity:of_processes([Pid], Call) of
               [{Pid, Said}] -> Said;
               [] -> #{}
           end,
    Application = [A || {A, Master} <- applications:masters(), Master =:= Leader],
    maps:merge(Basic, #{started_as => maps:get(initial_call, Self, none),
                        ancestors => maps:get(ancestors, Self, []),
                        application => case Application of [A] -> A; [] -> none end,
                        label => label(Known)}).

%% OTP 27: proc_lib:set_label/1.
label(#{label := Label}) when Label =/= undefined -> cut:text(Label, 200);
label(_) -> none.

section(stack, _Pid, #{current_stacktrace := Frames}, _Limit, _Call) ->
    [frame(Frame) || Frame <- Frames];
section(relations, _Pid, Known, Limit, Call) ->
    maps:map(fun(_Item, All) -> related(All, Limit, Call) end,
             maps:with(items(relations), Known));
section(gc, _Pid, #{garbage_collection := Settings} = Known, _Limit, _Call) ->
    #{settings => [Setting || {Key, _} = Setting <- Settings,
                              lists:member(Key, [fullsweep_after, min_heap_size,
                                                 min_bin_vheap_size, minor_gcs])],
      max_heap => maps:get(size, proplists:get_value(max_heap_size, Settings, #{}), 0),
      info => maps:get(garbage_collection_info, Known, []),
      message_queue_data => maps:get(message_queue_data, Known, none)};
section(ancestors, Pid, _Known, _Limit, Call) ->
    case identity:readable(parent) of
        true -> above(Pid, 20, Call);
        false -> []
    end;
section(dictionary, Pid, #{total_heap_size := Words}, Limit, Call) ->
    Look = fun() -> keys(process_info(Pid, dictionary), Limit) end,
    %% The whole dictionary is copied for its keys.
    case Words < 1000000 andalso worker:one(Look, 2000, Call) of
        {ok, Keys} -> Keys;
        _ -> too_large
    end;
section(binaries, Pid, _Known, Limit, Call) ->
    Look = fun() -> binaries(process_info(Pid, binary), Limit) end,
    case worker:one(Look, 2000, Call) of
        {ok, Binaries} -> Binaries;
        _ -> too_large
    end;
section(waiting_for, Pid, _Known, _Limit, Call) ->
    {Edges, End} = waits:chain(Pid, Call),
    Last = lists:append([Targets || {_, _, Targets} <- lists:nthtail(erlang:max(0, length(Edges) - 1), Edges)]),
    {End, Edges, doing([Target || Target <- Last, is_pid(Target), node(Target) =:= node()], Call)}.

frame({Module, Function, Arguments, Location}) ->
    {Module, Function,
     case is_list(Arguments) of true -> length(Arguments); false -> Arguments end,
     unicode:characters_to_binary(proplists:get_value(file, Location, "")),
     proplists:get_value(line, Location, 0)}.

%% How many, and the first of them, with the names of those that are here.
related(All, Limit, Call) ->
    First = lists:sublist(All, Limit),
    Here = [Pid || Related <- First, Pid <- [target(Related)],
                   is_pid(Pid), node(Pid) =:= node()],
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]}
                                               <- sweep:read(Here, [registered_name], Call)]),
    {length(All), [{Related, maps:get(target(Related), Names, [])} || Related <- First]}.

target({process, Process}) -> Process;
target(Related) -> Related.

%% Who spawned it, who spawned that one, as far as they live.
above(_Pid, 0, _Call) ->
    [];
above(Pid, Steps, Call) ->
    case sweep:read([Pid], [parent], Call) of
        [{Pid, [{parent, Parent}]}] when is_pid(Parent), node(Parent) =:= node() ->
            case doing([Parent], Call) of
                [] -> [{Parent, [], none, none, 0}];
                [Above] -> [Above | above(Parent, Steps - 1, Call)]
            end;
        _ ->
            []
    end.

%% [{Pid, RegisteredName, Initial call as proc_lib knows it, Current function, Mailbox}]
doing(Pids, Call) ->
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, initial_call, current_function, message_queue_len],
    [{Pid, Name, maps:get(initial_call, maps:get(Pid, Said, #{}), Initial), Current, Mailbox}
     || {Pid, [{_, Name}, {_, Initial}, {_, Current}, {_, Mailbox}]} <- sweep:read(Pids, Items, Call)].

keys({dictionary, Dictionary}, Limit) ->
    Sizes = lists:sort([{-erts_debug:flat_size(Value), Key} || {Key, Value} <- Dictionary]),
    {length(Dictionary), [{cut:text(Key, 80), -Size} || {Size, Key} <- lists:sublist(Sizes, Limit)]};
keys(undefined, _Limit) ->
    {0, []}.

%% {Different ones, Bytes of these, References, [{Bytes, References to it in all}]}.
binaries({binary, All}, Limit) ->
    Different = lists:reverse(lists:keysort(2, lists:usort(All))),
    {_, Sizes, _} = lists:unzip3(Different),
    {length(Different), lists:sum(Sizes), length(All),
     [{Size, References} || {_, Size, References} <- lists:sublist(Different, Limit)]};
binaries(undefined, _Limit) ->
    {0, 0, 0, []}.
`,
};
