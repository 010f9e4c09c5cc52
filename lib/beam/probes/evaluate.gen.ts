// Made by scripts/gen_probes from evaluate.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What evaluate.erl becomes on its way to a node. */
export const evaluate: CompiledProbe = {
  name: "evaluate",
  library: [
    "cut",
    "envelope",
    "evaluation",
    "guard",
    "marked",
    "names",
    "pure",
  ],
  calls: [
    "Elixir.Code:eval_quoted/3",
    "Elixir.Code:string_to_quoted/2",
    "binary:copy/1",
    "binary:part/3",
    "code:ensure_loaded/1",
    "erl_anno:line/1",
    "erl_eval:exprs/2",
    "erl_internal:guard_bif/2",
    "erl_parse:format_error/1",
    "erl_parse:parse_exprs/1",
    "erl_scan:format_error/1",
    "erl_scan:string/1",
    "erl_scan:string/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:group_leader/0",
    "erlang:group_leader/2",
    "erlang:iolist_to_binary/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:resume_process/1",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:suspend_process/2",
    "erlang:system_flag/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:whereis/1",
    "erts_debug:size/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:flatten/1",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:iterator/1",
    "maps:next/1",
    "orddict:from_list/1",
    "proplists:get_value/3",
    "re:replace/4",
    "string:slice/3",
    "unicode:characters_to_binary/1",
    "unicode:characters_to_binary/3",
    "unicode:characters_to_list/1",
  ],
  forms: `
g1AAAQJNeNrdXUmX3EZy7q6lF7JJShqN5d0em7Zs0ZRYa3fPiBp57Dn4Yl/85DnMe2V0IbsLySqg
BKDU7DnM2T/DP8c/xc9n/wAnUAVUZiIiNwDV9OhCdWHLzFgyMpYvFt37frpZL4l3tDw6OvrFonvf
vd2E3tGic386X3qbhCTZheNF//5k+/f2zm525w9e7B3dH3+7///Od4Psj5W33t7WW/TuX7C/ZrcB
Wfoz8t6bp+zl3fuel0Yr9sBpEt2ms1Wyf0X3u8Eb7VMLL/aFpzrfTXUPPVkQdvU+in3xa0Pdg2fr
OLqLSSJ87opSms3wnD3dm3vLpfDIBXtkzp6Y3S69u+y2DnfxPI3Z18j7IOV+7KXxhlD2sv7KS+eL
/G37MQ64r0DfOyVLsiJhWnzqNAhTckfY016HpxTdEpP/Bfxk57uh+xe7+i8CK3YXR5v1jHGiT+Lt
S50H0HMZQC8hy1uKLcc1+MzZyntHZjG5xR4bq6TBS5JoLrzv6Txi7BmE7M9YMUjda87ZiEhMwjmR
p6B8rL8J02DJJL0TrbOFeiWxoEJEqy9DpQ1bqhE44fNk7d2Hs2hd0lmvn+iO5OACZmJXcASv+joY
tS15r1/hPbWqLDmFZv/lX4vCRBzzMgjfCVfkgXOaKojiIH3gfusuo3v+vc4zO6nMrAPPbEvlzn03
DNjLJXqja37J/zGh7uM81Y+zlMgzrUx4yTsSy4pR+UjvJvIfZM5+VHmtbI7Vd50svZQkKUAg/u8u
/8StFyyJz/3yPPXiO5LO0mBFok32ru4N02VMHss1pya6ax3F7CXRlu6ZQAv77nZckjlyXNlJZbXP
CEdVT/VvvWXCPVa+LYxCoh92/27DTBL5OQMK+lGyFxWqFpDebhUFSSl0nfJDF6tkFoWzLYH2HPO6
RbNC4MVct5naluKLKsq8d38Sk1WUEpGBmdXghXc8O66iMEqjMJjnHCkT9ukqWC6DhDC16NccXUet
4kpqZ3pcMCIHVG09BuFtJNtCFWNA/gDlBKd331nOJcOueOHZHQkZKVMiG37CFgV9+CRIZuvABySM
ItLJb17Ql45nhgK7FxVEUBvhs93aAQJxv2CKOkgqH2cvjalWNZ0zeSe3QUh8lY2CfiQIg5RSxTQy
jqLQbxargporAmOMiu+c3HfT+IGns5M6OTM3m+BxAIuCalJxa6T7JVPtfbwkd6J3khgDL+zoxsTv
pv10EUf3ihtOmY3A3uQLul/YHqgoTkaTcvjCbh+nJrMTz0HlFl5zoFXL4xlTmDdkNo+9ZMEuOHPh
uZYLUZ4SZ0iF996we38lWEHUSiQ76AkCX7xyaVbe+1l+FkuC3xC742iveITfDtRPvGObqmyLaY0T
EsdRPFtGd3e5qS2aZLqnPwvC+XLjk1my8GLizzKTMw5IUrUInVdcPLCaO7eqh4eB7pHK4UHrnYIP
DxPt2LaHB5lpeS1WrAxTDHMS/ECKI5OFWuv98lf/9K+y8kZlaCJpdsj2s5LnJ+a7ykiafO1Zltoq
E4lsw29/Mu4K9GKrQLdDRQ5uDa+P4Pn4gJfmcHuLsJeodo8mSTHQkQLxnfHP1BhA7kqEzIE23T+W
ayfop5JRtn4KWWPV9Fw/dVZY7S0Y5HWYAl6H6h6zdyoJa+S85qdMFFMyT0WjtHWOcX7xhTk1L+UT
hG6R+rxM/eO//Ns/81Ikrdlcil1dH1bi3Blo51VzHtkzm1OlzsPUYyPlrcruHUkrLp6tQ0+iZeHY
t/NfsUV7D8zpiHffCaeq1nx5VOGDKvaEDmb/5EcC2t7e3gTZAEU1rZzpa7hQyiPDiTbWnDHBxruz
M+ZPkmgT8wcAtq2OtJ9iNp4fhHeJ7GRWH1DWm5jYxc9PlsEqSO2C9ad+/DCLN6G4dwDOxh4WMp9w
zk/0xFFDaJ5bhMPGex0rel0VAxOfl/wwWLTZeTYvzDXlRGQzWuqjUy/02Yk9qnCH45g+MrfkxhSO
Fo1so0UVglh4S/ws4mPrvjiNNuk8WhHb0NEJe27NB9n0H2JCmOZHG3430fr0oABZF2HAgVYbn0ax
7wdzPvPl/DaOVrNlkKSFjMBi68xHH5vz0RWV5K4xsc00EjWLhe/ORPhV4cx2TWtsrp9UlqbXjOn7
I82LMa/PWOFXl2JDjQqrkaOSk1WLTBhOUoV8LlNp5SgteZAbjukMTGOtp5swmEc+v36fMpaO2SZO
4mSWRlsn7INh5DaImPTfCE6YKGZSUoz8JEljZqd4R++Oer99k66xaGIRGzRKlXmaDTiZ5aaJxHP7
GCO+xB3jJR4JjGl65KnGNSuOlxF1HEPXeAzmXuiK33pg4ICWjkrj+v6TT83VzlDhBZM8FvWZYGzH
BFwSDM4IXDBSywmNBDZHtMYseLvdOaWjl5DQr7iIhqqg5tqL08BbosQewTl352HEfgszZxNyOdkk
azYaXlvU55MJFmvquOkNe7GlkkTW9A1d2JwrIEfR+ENzFA3E/aE2ZdvQxoAbyi2MOILYoYZ+/rGj
fp5URNaZU7ZLA5oQk4oTtplyCClZpWOQcg+kfLeVHG1Jwt8zPjJwr1tFYZBGsbzdQM7pIVWtH6yt
i/c7J0n3FsHdgpro8hNdcgaa/feDt9yQSlqkZNblv7p+Iv9XERyR0tosCf+ZQZikIlKX+zU1yolS
GiNgbpvSubM1mWpy/O9rN4cyjB5Gs2QzX8wgQliRtSvm/4u+6QlqFRa+k/a9mtluADtH4LP8pOH5
cwdwY4Oyn70oEXxa0dKPS4rapgZJU7zmx1Gz2MKKDo25g2x82m9oDfIKijH/HQqkw2kIzzIqZk6G
/LnD8/1Qx/dDXcDbdGUyGweqOTy2Dnq17mN9bpN1cRgGHVgHXabyPiytvfsBr3qk5bcG1RYNUfeM
vWWWzL1QCAHmTrIqGQ0deJ+IDjyeVWorsz8wZ45L0cDjXH+dJ19yNWVVKnLfO5b+dMjHlmwPRcaE
EcXOM4qtvTjhl/xp/gM7o6zjpGLYXNe2l0ZmTkPVG/t5Zq5hYneedsJvCLUNrz+0SZlzIsHF1tM8
y+dZWawJpdQuu63WgjWbldPo4kEax2XtcL24DN4HMaAXOxZS1pN02jMSJpuYzJaR5xO/UgD2y/yb
X/4De8he2E5Wkb/hzRahlEHlmzUSuAYZwfz4cs6OLztC8CdhcwLwS8r9/NFWi2f7yvcb9owP1DYK
x8RuDbU3hdTetFG1pw7QVqJqFTOiZcl2fvEf2Zn/SBgO/PkK/pl3prZAIdiz9ztPgwlGA95z3WT5
kfNs/9jcMhw0OWRFxa5sBWIuxS7ueBM3dg4LQVDsdc384zLxqvPqlegWzW35I+/zRg8Csk7jbPPj
z+XUPGNK9VDudo+YdGzxhDCwkrE2tVHO7ZD915fYJI5tC7S2uXbVaMILg1wsIJqgzx80zVIOwmqG
0ohHpTgMxsAbbFbTDyd28ieVCfUbjZ0MIFWztUeEnD8pjOJQO9o1rR3l65i+PTp6hAJSKmLROJLu
T/XHKUP+qeFl+zNHL5suX39aydentBJxBbOsh3owL2O8L63MghBdZtWkV/QDgpeqgeb256an+nwD
lSNQLUVPHwViagyLtRmHoZy7ZzFLUD9FVBlDlEO2SLN992nykKRkVULEHEslq/lA5xEzIipYBD/6
jxZgBn9SId2JUcLvFR5OA/zCZups0mD5UX2Va802W3FSJ4A7z+cvrMpjLUIePfOQxxBDrLHYQQ1O
b3LGheR8NTyAkR+8peB5KNz1pi6fMeAH7Zn7QUftLVanxtogrr6n2XJxXr4uPhWj7aZ3G2ydrHmR
SzHFp+yv2Y7H5TjRWTaCjZeS+1Of3HqbZVr+j2AJytiLzidWMzfgiKqq7guJ2m0IP8GKKU9jNmsv
D2GIqBydGvXCW8Ioc7J4Fg0zt//S0dldexgNOsY/bav45ZkzBqgOHrRxHlUlviPQbhCPDhRquOv5
vuK9EgPV9hypMvsne6YVxadrE+STJzSGQSDMVqqDCcD5DuyA+LS9ZE017l/Fg6zL6DoGVFVtMf1L
R2ma0HraaKjRRtNmtVGNadqYaaK1p4NT1OFigSGdqtqQYQLVwTxo4T7bVpRlHmlm8idpFk7MLoEK
bY/KmN5ywR6XOD7g0W+C2J/ZpJs1VOsHEwYa+BaMULdGEF7goDLylqJMkEnaiYk4vPXSmxNJ6W3H
yNmLJ7/+8tfJFy/5H828o2wI6SYWgjNbJkW8LEWoxSDJvGtbz2V4DjlYJsGTG8+flaAUaDLMsCGv
2MuaGCGVxOBTdlZPUxI2UMHaEdmt+9s0wTZXAQdacNkc/69VsdEQyNPGxf1JkCEN5x+DIH3bT0RS
crOQyKcBHjMDyxoffEpGjgYvDCMJ9Z9A+XvqJXG1BDgnAcCd4v4HbiS2c87s27Usd+cZfnzutgGK
AEKi5o2Gv3gyj5abVaj8pj63W4fMjJHrwiZpvCckwXnLpexhxW7eLZNEXKc0hzF1fXIkBpsG9cvA
/0oTZ0UPbzDc+ZKEd+kCzoKAI0ytpsE0yBmoa1DPJLBl3CLM3F+bH5Cu5IqYtmTJgscPzuIKB/zv
Hp8L/plbETdMRbQzdu88DaJQ5fmqzbo1iYVZdlftrVEPWaODbw2qA+hugRWmySFIh20lB6GakQIH
mNxUhf+/Udt9wYm0ll9bXOKdsU07dSxnuh+SO0MUXmx9e4VDz6oYmTsVtXP74ChpPmfOe6s5nJ+x
wzlX6Co5fltOvwbLb/PRoKnBE+2ZCHR+TPHSn5YNjelh7JlLY6bgeyG5Rcb6ZtFGFfQJHCbr6Xzo
PcGtFM1i8v1GRgDHqjQ4QIyuYc7CtRRKdCbk51Z1xUhob6SyM/PFWC8f8BqVa6ppPnV+85CSPBUX
cNOhUUwx8bflBGYnXlM0tMpbSXIasqx4ePu1lMwHRXkPM01db7Ns9jBk9wSfg8GyKLGELvVO622w
QiyfXJtiNlYfzoDWQAe/gF0uxWcfkUKXeMcNEWMd6q8pYwUMKxFZm2gjUEUygnAfOhaKB4S45koy
g6iA0bDB6qwGSmLyA4kTArYFaWiXPZjSMU4NGChTAxBrlG+kVAnw/M+/w1u+omXh7MPU5o3Eqkd2
4IdC32wbEFIY9W5I7bOd0LQRuWHJNoIjmFV23QuHcJIQYjQ2GIHvWuHW2ac9r7z3NbTE35inOg34
KikRDL3WTAQGqi8E13YFgyd5FCuBAYOwNp0QfJWqv+ilXVLxCO12a0ndv3VspXNFrRLERzDgnE3D
oqFSOX7oizdRLl5fiAp5gZT9M1Qme9dE6PrCFpmuo0Kmszd0ks1N4fCo1M7xScUZnbabRjeMUvf5
vrKZr21H0ROjRIkJStwpAgtrXYjct03EVdplE03K5sg4FZpLGxQFou3hYW0jOQccOy3MotvZinFt
lmzW9oiabLX2d45qfJfYwreFkiG4SlPtm9ar6cQuZjbtZUqQhTSKZisvfJjtXk4S4+Yr4KS/PkSV
fdk83nTCh6gmdNRY5qvNcclO8tJgRZru4WxnXFuCAtgXbRQuCYXqFl2vfduCpK7CXYag2Jk13x61
nPc/MGxfXvRlqmIvSGf/7n9bv6LpdPDJnglNi2wHDRbZvrapfagvD9QlITiKiTdfmMMEQB4xZ+t/
2Dx8Afv0nEv4rBwHx1q4gAZQNSwIP4IO2ELUsaVuSNjR+SC9kbaJ4zxnJstgTqwc7QOqAEDl1KYm
En0eJMLY3aBGm/NeWjTUHjof6w9VEFRnMrSJ0PDYqoISO+vtcZ9OmL7ctj+01LQn7FxzA0DCjEFl
tHscurTFwEaupAvwSiFv4LVdzAvUiUVbQ+xiQpBRcknp0OWzu5tZGhMCXz1lV9E397/fkA2BL3lx
7D0Ylik1TlIzM25oWIWF1d6YPX7GZkJC3+Nho1743kNu5i/I7J6QdxRYi7LXafFD9+1P38pzkc+b
tgt5kZWFZDoiDgUMivO8IxBTxrfa+q/GxK9GH9cvde2lKwuDpCq3l8U1MYRshrRv+5WZrZXpnYVR
Ots1dG6rYqmO49pyV+Se/C/ltnjumpN4zs7Es7xzpBmg0SVseDgvyFfmEVvzQbkmnxosxrj+lN84
Bi/G7mUf8MQembB8r/ogHLRC3Y52EQ5CUMVUx+4TOtslIyZIDy637kFLZfcgVdElgiKOwJoPLYOH
10CTy9ZTI99Q7ZBKHKcOhOO0n24J2pQTZ19ar3pohDykSUmeIbmvQrqQllBbVx2VmUvHrXtTnqTR
Ok1U5bRaY5aEzHQX/QWFPS8iw+4G6yxLF1nV7B2JViSNHwz9oVos9z0zMrMk2aypzUh5JsxFUkwY
zc1zS84/rvL2/ljG5p+ZO7TVz+TFybkOPsB3crxpnHxlmg6Jbh0Iw2e1N8sZDSBGDVRWBBZz67x+
7a5VBzaVkMLoEE8ejuSDwbJVVV51jsWBrJzzN28VabN9OAirrzCdIjERg0ijLjm8Msj65yurTDMZ
o9/pi0NnbCiRseFU5nEF1cDccVuvpejIZiUr8NDFdigwzov/RK55Pnbh2LJHaRcEWb8CAshOEIld
szLSy/o15GNzJTSijyAveFadKSPTpsCzMMjahtonTpzd//ul+EJ7gnlC4jSZ+eRmcycj9QMVRQ2n
0Zzl7TXYp2rA1VWP7LbxCyydoK94l7oq6zRIsCYprskyJpAMVgksVrHvZiOYtjA/Bd4vrwD3wGyU
to4rNAISNiwdZGZ8qAm3PmV8VdTto7BcGm8A2qwux2Swl+8MSKAUbrQoYfc12maur1IPYHAJFU1w
SHRCdaTF/SxXetgrocMSvRyMO+ZA3TcBG5IBIKFr5Y5L0cLY0tM1fIQ0+ZExvEmfhL4iS37QonXS
ty0zqlHzhoFzV0vYpVYUBr1UUEVTtKqhLglZWeBR7nDMYzzfwFH159m/+00QvOeiuCdvXA/d8XQH
Z5sVzYI3YHi34M0v9jffLiMPfuPH+5sK3Bxwfvvb0NF/nKmNsqUneluP8R6sfPrzeD4awvkHnr8k
MXKxu/IncG7GeuElC/ih5z4T+ZQULmOEqus1E1TlPaeqi08S9gnVB4IwYda38gM7dxd4KUfkBS89
I++3CQLbJl3g0zhXvMgvafj5WXkTSuvsE8jYOwsf5qIdG2o+/oK7DZenXTkzugSVemeYSgb3fLy/
J1VkC/24uE0vvs+KWxVkKm5RiW75nlylw2y68t4RxfXTbK9mtjJsUKyKTnCwbHrvkQtBCPNMHG1C
mDd66GcuEmbcp0oiMnHQaehOiigmdiAL5/DSbXFv0IGJuDiwzVUCeMDryzgKv7o7CoLXjl/BP7+G
f/4C/vkrmHx+8AN8gRm58IWi7q26qSLk7iCqo/se0ymv4BkXPvnK72/fwr9/Bf9exleqF5AndhU4
lZ+/QcYD35751wUUaDMvSV9lGFYz5ZCcSinnStWsOR8FEJLCEuB2KXk2T9zHQUr0Odht5ZIM66N+
41XF1mXFBmBnDmE1qfFLGVCrejxQBpsqIVWgxiuNjbKhsyqcd2fU7t7GU9ZVFkpXovX6fP1BjXz9
AdXHeaX8k4FhVMiBwIbtcIp0JFph1pa6gnPkwmK+Zm6zc67IE+qSWSmtK+NLzppuaqvpdC3OOy8H
RvexDU98CGlPDO5+L7ktplm31BAIeJ/WiHBAUCAfrTbLNJgl8wXxN0sxDefiZhnN3812vdMMKuUt
6X2p8ZgeOmlhqEJ/anepn29CxWKbZXmP0N6j7UW4FQ24GoxwHyRaPH6cCsuJsrbRlO+exyTZrEhR
mY8hnO7lybCdnkW7nx6a3HYJ5B6wn6/g7ZfLVOAeq7RHt/i62IW2mnSky5PIH3MegiSll9A5RUTj
Y3+NVAX27PoUa8TcNIoCX56ADeZNCZSjtIsevZd5eROTWd991a7MzZQKKkBr3cxzHDKZtVEsoRoF
StdOaChb8M9W0tVBi9msQv2aqjZXEel0jPXCMNmnp3iP+yFtIintp+ZUuRYViVn6WFV8QMQ2LezQ
PoPBS+sjrlgYKmMcznlEaZUPkJSuKZzSJdwlUjhnnfI+GeqxCg9gvRVKGdKPmx9w+ptgfR9sk384
ie0J7RxwMyZX3+geJR82jEZ07rP1DJhlRfCkBWUTGffArXpbKPMNurp8g75P1ulC1t/qR+4DX3xk
on0kc/Qnllquozivusv1z5roXzLB89GHhymAhfizSwTufJ4v6yxZk/ks3oQAYI3lCz/hXjiPVutg
ScBErAa0xNANbKRpnfEi2SR5HHyf34Gpj+Fh1ceQIpkWyUM4X8RRGG2ERCZt9scM2GeHbQKDFFb9
nh81IJWDhsrvv7ZqukVbcK3v/G19I7dX66w0pUIhWxxt1jNGWZ/E1ACDzXCAXSaIAFTooQW6hC7O
kjYV0jytJglDCzH5ABzSaLzi5UBZsMjRWXbLuDilkRUa/86s0P6pIaVGrv88Ni48KFWQOK2z2alS
aLLxNezR0auGCbW6fUwtFY9N5YNIfKjiqKxN5OFpHMIhI3P83rpgyUOgpgjIM2jNo2I/kzBdpF6w
dDzwIPGQUZ09tlbv90fLCUZB4lxCQ5mLDqD+EdJnZ9yeW9caNnOogs3kDRwiQVoioSEuAZNZwILe
lBxEDaQTDRRu9oEYMmsiOcE8E8OCRVxeFYRV7I4B2BZBDQCKFCtbNvtCRFsJbQ71M3qNNYwyHwVf
/E2pA/wpYlo+WsOqgQJHcwzCgKC9o1/O85ZOEHygM7En1ISSeEnspxbJXXJ/uqGW/RupCX9ragYD
3QONOgh00YPPNV6hxwEbKFBX7Xx8k6baan9j7uMbIUwzVGGFDBScJmiA5gqif24ejsBJOKGavstO
rGGccwlpA+ztVYRJ5VJ/SjUhIeLdNrGLisUl1S6Ebwy2vWsoW1jC6LgWp/ct1d4tgCxpNsBcUxgo
y2vNFnbtSndnMfjWFnyrFkvRhkti7ZzZene0oSls7xSu6dwFgD/wdewZH9KnqEWtgdnhSlV0UDvI
noVkN5i5PhPyPViy3IjljVmq6jlTZYnuvh7KciXxXB2waFAn+MpsVUUKSuWYbcxiE1cWK2vBIB8a
3HRY4ThkL7P/irNS/fuaTqItsDj3d8h2STMdJz96FqQZPbenfDnLUEb7UVOVk1/Aq4YVkMgZdbDq
xknXK4vdrJymxmJTLXhQBcyac1TKq1Jr99gfAT3fi+80e8jOeDOWYpGcV+gLHd0/oIsW7wA7Qq3x
qf48NQVVh2k3+EFTSdu/aCJn4rqyV1jnfRzoTGhIv0uqBCXF4tbqE1hfz9PVcz6C1yqODYqYTG3s
MrNE/TFakwX2ZrONGyDePeXRUjU+baa1qNjxHCAIW8r03TuDS/tyaNnEIncTYCxsFLnVoVgp29Oz
vLef38bRyhoaDO7Ho8V9xS2lEcZPto16zF2dupVVSGHf4pSpCTE8CZICLkFZALkHctveTJsbwkUe
5djBRBgN4ry8vcFhKKHEoFFkpNF8X2tjAo1Lg1WGzUbiXChcgIP3uHkkXjnH0k0B20Yqtay1ZcbI
Mcgkk6K39oJYFzf/0M4+CCzlazuoWSMjd1LJfHAPbhrTYFIpd0CS4N8A9snBbdif1bf/qlM5tBFr
MYlrw0lcUoMSdSwx2dKYtTndji0Z6vhRU8KBQVH6f4yxcls=
`,
  source: `
%% Evaluates source that a user wrote, in Erlang or Elixir.
-module(evaluate).
-export([run/2]).
-optional([{'Elixir.Code', string_to_quoted, 2}, {'Elixir.Code', eval_quoted, 3}]).

%% Answers #{done, outcome, output, omitted}; see evaluation:run/3. The atoms and variables
%% of the source become atoms of the node.
run(#{language := Language, source := Source, bindings := Marked, pure := Pure, limits := Limits,
      dry_run := DryRun}, Call) ->
    Values = [{Name, marked:term(Value)} || {Name, Value} <- Marked],
    Forms = parsed(Language, Source),
    Pure andalso pure:check(Forms),
    case DryRun of
        true ->
            {#{done => false, outcome => none, output => <<>>, omitted => 0}, #{}};
        false ->
            Bindings = orddict:from_list([{variable(Name), Value} || {Name, Value} <- Values]),
            {Outcome, {Output, Omitted}} =
                evaluation:run(work(Language, Forms, Bindings), Limits, Call),
            {#{done => true, outcome => Outcome, output => Output, omitted => Omitted}, #{}}
    end.

%% ---------------------------------------------------------------------------

%% The name, of letters and digits, as an atom: new to the node, mostly.
variable(Name) ->
    {ok, [{atom, _, Variable}], _} = erl_scan:string([\$' | unicode:characters_to_list(Name)] ++ "'"),
    Variable.

parsed(erlang, Source) ->
    case erl_scan:string(unicode:characters_to_list([ended(Source), "\\n."]), {1, 1}) of
        {ok, Tokens, _} ->
            case erl_parse:parse_exprs(Tokens) of
                {ok, Exprs} -> Exprs;
                {error, {Place, _, Problem}} -> syntax(Place, erl_parse:format_error(Problem))
            end;
        {error, {Place, _, Problem}, _} ->
            syntax(Place, erl_scan:format_error(Problem))
    end;
parsed(elixir, Source) ->
    case code:ensure_loaded('Elixir.Code') of
        {module, _} -> ok;
        {error, _} -> envelope:refuse(no_elixir, [])
    end,
    case 'Elixir.Code':string_to_quoted(Source, []) of
        {ok, Quoted} -> Quoted;
        {error, {Where, {Before, After}, Token}} -> syntax(place(Where), [Before, Token, After]);
        {error, {Where, Problem, Token}} -> syntax(place(Where), [Problem, Token])
    end.

%% Without the full stop that people write, or with it, there is one in the end.
ended(Source) ->
    re:replace(Source, "\\\\.\\\\s*\$", "", [{return, binary}, unicode]).

place([_ | _] = Where) -> {proplists:get_value(line, Where, 1), proplists:get_value(column, Where, 1)};
place(Line) -> Line.

syntax({Line, Column}, Problem) ->
    envelope:refuse(bad_source, {Line, Column, cut:chars(lists:flatten(io_lib:format("~ts", [Problem])), 500)});
syntax(Line, Problem) when is_integer(Line) ->
    syntax({Line, 1}, Problem);
syntax(Location, Problem) ->
    syntax({erl_anno:line(Location), 1}, Problem).

work(erlang, Exprs, Bindings) ->
    fun() ->
            {value, Value, _} = erl_eval:exprs(Exprs, Bindings),
            Value
    end;
work(elixir, Quoted, Bindings) ->
    fun() ->
            {Value, _} = 'Elixir.Code':eval_quoted(Quoted, Bindings, [{file, <<"evaluate">>}]),
            Value
    end.
`,
};
