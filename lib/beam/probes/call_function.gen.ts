// Made by scripts/gen_probes from call_function.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What call_function.erl becomes on its way to a node. */
export const call_function: CompiledProbe = {
  name: "call_function",
  library: [
    "cut",
    "envelope",
    "evaluation",
    "guard",
    "marked",
    "modules",
    "names",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erl_eval:expr/5",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/0",
    "erlang:group_leader/2",
    "erlang:iolist_to_binary/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
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
    "erlang:whereis/1",
    "erts_debug:size/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:iterator/1",
    "maps:next/1",
    "orddict:from_list/1",
    "proplists:get_value/3",
    "re:run/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
    "unicode:characters_to_binary/3",
  ],
  forms: `
g1AAAOGveNrVXVmT40Zy7gbJvuaSJXnl27P22JrReLRN8OhueUbSRtgPftl9ccgbsVrBaLJIogYE
uAA4nFZs7LN/hn+Of4rDv8IASIJ1ZV0A2SO9aBpgFerIzMr88qhZa9XJlosQ+Ufh0dHR61lr1Zos
I/9o5qxOR6G/TFFavDiedVYn67/Xv2wVv3znJ/7R6vjb3b+d77rFH3N/sf5Ze9ZePcn/8iYBCsce
eu+Psrzz1qrtZ/E8b3CaxpPMm6e7LlrfdS+VrWZ+MqZaOd8NVY0uZih/u4qTMf01V9XwbJHE0wSl
1OeuMcbFDM/z1u2RH4ZUk4d5k1HewpuE/rT4mUO8PM+S/GvofZARD9tZskQ476wz97PRrOxtN8Yu
8RXR905RiOYoyrafOg2iDE1R3tp3yJ3C680knwg/6Xzn2n+xpf6iYMWmSbxceDkljlGy7tR6AG2b
AbRTFE4wtBw3wjZnc/8t8hI0gZr1Zdzgp2k8ovp7MIpz8gyi/M9EMkhVN+f5iFCCohFipyBt1llG
WRDmnO7Ei2KhXjIkKGFRvjOQ26Cl6gknfJ4u/FXkxYtqn9XyCW+2XLiABdttKYIUfQ6024a01+Fo
Ty4qK0rBxX/l1+IopcccBtFb6g07cEJSBXESZHfEs1YYr8h+rWd2ws3MEc9svcvOqhUFeefMfoNr
fkX+McD24zxVj7PiyDMlT/jpW5SwglHapH0bj+9Yyr5XfuUOR76vk9DPUJoJNoj8u0W2mPhBiMbE
k8eZn0xR5mXBHMXLoq/WbS7Lcn6s1hzryK5FnOSdxOt9LxiaOnfX42LUkWPuJGXFfr5xWNaqM/HD
lGhW9RbFEVIPuzNd5ioJ205jB8dxumMVLGeQ9mYVKU7Zyjrphx7OUy+OvPUG7Sjm1R7VCooWS9mm
q1vSHXHCvL06SdA8zhBNwLnW4EdTkhzncRRncRSMSopkN/bBPAjDIEW5WBzXHJ0jF3HVbhdynFIi
u1iuPQbRJGZ1IU4ZYD+ACcZpr5xwxCh22w7PpijKtzJDrOJHHVGiD58EqbcIxgIOwwB3koeX6EvH
nibD7lgFYNRG6GyzdgKGWM1yQR2k3MfzThOsFE3nOb+jSRChsUxHAT8SREGGsWQaBUVh0TODVQHV
FYowetvvnKxaWXJH7rOVODnTV5vE4xAsCihJ6aMR75ZMdvaRnOzEbxk2FnToqMZEnqadbJbEK8kP
TnMdIe9pTMl+6njANDtpTcriC5tzHOvMjraDqiO85kB5zeNRLjBvkTdK/HSWv7CmwnMlFYI0Rc8Q
U/3e5r/9DaUFYSOWdEALAl68amnm/nuvtMXS4EdkZo62t03I40De4m1+qLK6mFI5QUkSJ14YT6el
qk2rZKrWnwXRKFyOkZfO/ASNvULlTAKU8hqh9YrTBqs+uMUbD11VE854UKJTYuNhoBzb2nhgiZaU
YtuVyQXDCAXv0NZkMhBr7X/9zb/9Oyu8QR4aMJJdpPsZ8fOF/qnSYyZfe5aVtCpYojjw9z8ZewH6
cC1A10MFDLeG14dCPj7gpTnc2UKdJbLTo8mt6Kq2AsDOyDY1BlBCiSJ1YJ/wj+HaUfKpIpQ1TsFK
rJrI9QNrgbW/BROhDkMB6sCfMTtQiVoj6zU/zVkxQ6OMVkr3TjHWHT/U380r1oJQLVKH5Kl/+fV/
/IrkImbNRozv6uawHGdPQBtUzXpkj0ysShXC1M5HSmqVrSnKOIhnDegxe7kF9s3wq3zR3gvmdETC
d5RVtTcsD0swqO2Z4ED6T2kS4P2d7U1sm0BQDTmbvgaEUpkMHaXInMfjZYg456/cQZ2PapQFccTC
xXLDwU+my2LRU4nXQSTUg3lAt7lW+uvHyZ2XLCPGxcPjOB3IAX5pT0CPNcQ7g02Wiw44sCiJsUZX
rYf2RF9X6VZSGsBtKUXuBhr00H6wH3GDbYP+v0uWEgUgcoiiaTYTgcgSZzqgJ7CfHFp8UuBsGpg6
mzjTFuJ8AXQyLhxGpujHSTFJGrPrq9qcxstsFM+RqbfqJG+3IP166g/lkiIrR0ceYEoYUeSTc7Tc
yDkd9KRv+4ybusbB9CcKfrDu+GNbRhsy3hMx5loI22ZJVQvlq0mp5Abr0ymx7/q0SoUx0Jhtw16U
rq5383QZBaN4TC76pzknJPlBi5LUy+I17Hmn6SsNYi8MbinYI05y5tqO/CTNkiCa+kdvj9p/vMwW
kP9ue0RqBac8KAaceqX6wHhPdl49eIkd7SXuUdSsa2TwnkTunOhhyzG0tMegj/tySHFXA/JljJN+
fcTiE11hxXmWqXEwumB9IuibEQERdgITAuH+U1JCI67EHq4xC1K9sQ6iaKcoGnOgjCtzIy78JAv8
ENzsnjjK7TyK82dRAe8Ar9NlushHQ0qL+nQygLw7jp3cMGdbzHBkTTTGAHQaCKGZ/ocGzXTp86H2
zu5DGguAHzvHXU9EDjXk86eW8nnAsaw1payXRqhCDDjYs5kEBAZWcDSC3AVB1vsKRzbcwj/VNjSI
7uZxFGRxwh43IjiYthS6HFwvEsfb/q3DktuzYDrDOrJcPxxiIAriEgfAtWAgpc8KEfp3mge520jM
9c/MsatiAjvoitLQzY7+R2so0gtjf4w+gGA/R5I4wG1yV4SWCQfWFT0+9oCn2uvZCYM0o4JQ0lwz
qykJPjPwVOkNKvRT3qU74DwWRqP8M+XRXoXoRrGXLkczb4N6G4//NF3eFs84D0SPycqQm+8nKhED
hvS+88Ml4mKdmRUtn9p+ovy/xOPJxKoeQsBc7ThTK9BRau8IA1alkOvaKqvJSvpE+nBLpKKNMNrW
Fp3UQzucBqDheUg3Q1/lZugzgqLR+RO4prbNysmEziQOx0m1o6YqBTPFG3IcNU9zo31gBnGAr5bL
XmN7KcFYPhdFx4hjix4Vu1jgmGW7w9O9q6J7VxXForsyhRklSiQ+NvZkn0+SeO5tj79jQg2iv32I
9RseiEAJxFyuloucIutzmFl7fbsDNJyHYCSPq1ZdTdXyJ0WK3UY13+UHMaPZrfr7AhBkcoJ+orrC
QKH4aJ0OJ3M0v0UJBMuKkQmXQWWtcxAHBjmIB1BtPtqqNkQACRiJNwTtLEefG/sSsLsKbGq9+eqN
ROewX5k/twzI623Mhw9IKzXcOqHdesi1qy1mc+Ftj+g6phVGoPIFfWV4FOt8ZqXHFTSJY9OUjcIX
LgqiegKcNl052ikOubGJWwwiUVgGkad+mKzjS50gqHvGdv+Cm1CnUWyXcK6z2iwVksPAvBbZZC3d
bDIys+Hbo6N7SCnDdHUKy637S7VA1KSfGir6X1mq6KoI3iEXwYsx5xESRmq66vI+2hWAlDwrLNqj
p9Nd4w+o4EyN+k5/rXsulwcoC1/tybtzL0Vn+mK21qMwkHJ3JGZY5kvi9YJqTAFHpN65+yC9SzM0
r4zCYyaJrRzoKM6VCC47+ZP/2kPhsb/htu4EdtVDoYp9IG+lzEbXF2eDBhMS6otcY7JZs5MsrrXG
Pv2tUcJcE3hJH8xjI8tXaIrdtlTJYyWb88su8NwFnveA533g+QB4Do3nCnh+DTy/ET5v/XKTIiF4
0YVeuNCLHvSiD70YQC+G0Isr6MU19AKauXtJmrciWrhq0LNollrQxXD6CM3PbVJEFf2zaV/wzzcT
kjdoCXyKzM9p74Nt4145ZREUTfZS/FzSyUCFx7OqjHKHz/ID00Pv/JA+LBYJY3TppAKexsl4HIwy
KRhvSHCtH4OFvCheF2Mu2hD+e+2arge9gPqqC4esdYXxa5Vm83MoT/A0yY8oPy2pmCo44dRIhV0f
L9LgJ5KPoiIKPtSM+G18GA2m5H6yr9yUR9blLVWVLxunUVmEORDIJKLRrkyI+eOxpF+GgBrQnOAQ
+sGOaGn2aZlUZ2An1BfXN9BbKQdigPNNHj8a4/1FRcpL2gmC5uSO72OBqKrNpk8tuWmA60kjVyGN
hs1KoxrTNInxp80WVaVAVcknYaggLzbYCnhyb6Zo4T5bp24VwQ+57ZpmQTQtQ42EAm1XcDCbXO8q
JJlUmiuhUaZaRIOb/TOToIuG6qBphXlvt5NIbnvww/Nv3vz2h6cXv/vimybQqp/rz53JgiEG5b54
/s0fPn/+2x8+v/jdyxef/+F5OcCXL148ff79+GX+8qun3z8v//k0Dsffv3jxzTPGvaflGXcSUlts
Jctoi+I3CTydrKOHMbwd1S+nYXyba+fC5J/5MsyCMIiQ8PVZMeWwkGEQXkklKI38RbZM6K6ITTyG
XjjQixbpY6nms2ZrXCP+YU3LNcMlT6O47GbbUCfX0jLbwpUB4esKlyrpJCpC2eVkRv1xi1CntrUT
lI9BXJLR3uIUBIMYJto60MMXhmpOXsscks/CeIWSkpsEua/i7wxqFxnuV/rkSZxrVrkJuAsE+cUb
i2m0J8E6aVFcs+Zx8X86ZxquXlOes1xhGJa5GhyxEmoyH75oxLguJGZUMINXxkjLTFKX2RMGUWGm
RJCJSOjo2auyLDWxodVWiXYSsrsIYi9Bv1+y5dGg4g5EYkFL09t5I0hHstJq/s4oPhMwDnsSoX9W
LsYivINLW9xgRWXu89u7DJVRCYLUItAOpmMg9hzLYUVrEuYoC1SUz7aEvl54581rxq8J5sjtfZqq
XDBS+tP1zAbwHDSWRWoPqN0BG+WNguTjhW55Db5xkRMvzKKH8W98nzt0BZcjpQvQiS4fYWOuXT63
zMBeFQTU9UTx846B4BEWzSNiK4N4m45gUlaFPzAT9A4lAmWqz9Zw/QkIHW1wqSsFlwC4gawyzYUn
/N9/ivB4Pb3hw1rY5mwX/ToV1KViJvVixAUKXGyOl4PAI1vNtXQl0WqV2dUOrhhmFnt0mqzB3zIq
MWAeATL339eQEn+vD5Z3STCDLttWayYUAdVnghuz2OmT0huaihOvoDtMRGmAsstXrkxK1XEYhP3u
PrMMzb+WufnZ1GYeM9HHnjVKjAzxh794A+nidaiIDD9gUCwXHn39TMd/MM3wdWQZvk0Gy9DFaMrI
kDVQEsWZ/Xz/0WS+pgkoJ1qg4QDc3CFQwcc4J6Nj6sqV6mUDhdOvp+1MJxxPNEPse3jQnRpEoGtu
LXjxxJvnVFuA7/seUZN16D+3FON9zAFibJpkpap9vffAYrrEu0mW5Pbxx1kce3M/uvM2naPUNG2S
nvTrQyQcVaC37oQPEVhtKbFsLsp8sOG84q7Fpi+4MlOuDfOjzMN+tpCE9FJGurKRYUhbSwKXCWsq
6Kbc9vYcOdLVvNttW0GaT0NjbP/W/xp30bRbc7AjQt18g26D+QbPTaJn6vODjWNoEifIH830M6ZE
iJi19u82n8mVf3q0GYXQHOwrM6caSDA02PieyMAmIdf6otiVlSMyrjLt0DEvF9+//6P7ZXf45eUt
FHpFhVEUo7i49WgDppQH20k9yP/yNmvLdLU6HaOJvwyz6h9YF584N6n60qGwqPx0LAtg6+U9XYlt
bWtaeqGPZuoPyrb2k8ZiNHAp3BeWhn3fbGJt5cTueWPJS26CqLuX3XWUi3CQDZVMtW8/obONoz4F
6vzZVSgLpRXKZMGtG9+4diFSs6P1RhCluPewgUusHFIl3R2pdHcroV5uzi4MT9aoBzRSlPnygLgQ
ypWm3Cjiqk2SuFTUWu3AFGW5jpNCurZWCjeKRvGYDknaXjlBF5DYDNaalx4W1aumKJ6jLLmzuAfa
EUUy74gxirN0ucAmIyWJsGRJOpiirEVkSPnHPG1XK13MvwhkxXv9zHnxmVIGH+A7ZVka9U3ULRRP
LDaGDAFrljIayMfpyrQICI9yXr2yl6ovTa4MswvNUyW98SKPnyMbyel8/UYSUtIRA5Tq9NohgBdo
oHCqwClukG5tBcbIC1sN6mWNekn/ZJ15QxO2OMyHWaBjk5CMeqUIX5msJFgUgCKcJ/8NhfeP4UwB
s9j+lrAW07UAXLVKQG3BiIDIU1Gj6tCXxnkuh+UX2OOsS8h4v/d9NVai9RcmN9wCuPcXSgvmAiVZ
6o3R7XLKFvQSFfJv1sV0Vlbhyz9VIxmQN9nF8LgrvQkDQsuhvuQRy6dBStQL4K76tHEk6dWjMHDu
GOHCzV5SV0RvLVjLudQ3y8AUrirFJAi5aJUKYdS5gdn0g2U6GnzlwJFFcXg9OiQ0F9HWP8jpalsU
VHRrhw4aAF5HXOZrmPN3cUOxuFqxy38N7zMORioHKlNlQt9VzEmC5lybxzVLGNvbclXYFJdOWVVK
EeZiFm9yTs6HZHN5T1O3NgoC+vqGSJd7DyFkPe0yOx0UjSURZN09aicd0xDcGvHgUOkTvnQGU7FO
o+Si4k56E3WiI1tB3uPFBNNx7qyelpfLEWA3gMTauNawSYtVEmRIFQO7P6eLW9+DCIemGsem0nkJ
TSGTTP2ZCnniVYOO+eUCfaD+S2OjbDjN2jUv32+iUrak0bYcrA3q2IweLtG0znNNi1RpgUR9/auQ
NDNhjTdYsyrP1m+HOWJtStuBK3RA4KiefnlORAqK6nhw8Vn16+Ffmko6VV0K51lX63fHXzONgHLf
wvKRz7qCywGbVyU2yPBpDShAlE/yUVkHxEtHM5QbCrS/6uFtGI/eepsSbhrh1ob73VWYFodG911Z
CuF+l/rxMpIsNmjU9iXB0weBgiV1wBqEgg8Cq/bvJ0xvIA2Q06W7xwlKl3O0De8W3j9J8VPte+Nb
+peMXAlA+vzxtfj4JSB9QQ2g6roBg6/TVZ1575zKoVA2sx4Cw6VXIjuFTukubyGRRGnn74eHuvuD
+PX/QIO5BO9JAy7muqe7Aaof5Txb4551V19N6fPX9uzpdoAymZUlbTAhrWc/+55VSs26gsRe4rqE
GrNemPMNlh2uA+aaIoEt4mie00P4zgi3kYvk+vq7ckMLEvMaamv2Eab9KnPXiFuSs/ppOwaKSh+u
CdTDmKcDwPc5FPs+qV/RO1ySTvU7tl4AHyRtfBRyl7zeJ5B++mOwWAVrLxnBse3SXbG9VA1WY0rx
DZ5RrLGhNaLzcb6eQa5ZIRjdh117JginvmHXN7tqrTNGi2zGym95k1UwppsMlE2Kck+poZRzJPaq
PV8P9EPr+3q5eV02H2H/dRrF9NlCFHU+LpfVSxdo5G3qhRoSPNPhx0SHo3i+CEIk9Fg2mb4CA92H
kBlP0mU+22js7RwhkPhwDys+XLGy99BP76LRLImjeEl5/FTGorB0n7vPgsW6l5MCTGEvAYYmMZkY
7wFa3+BtHS3Ya++kRJXI5G5+UyXy1rkvY3hwhq7q3xTRDRJuHupVbR18AIA06K941pVG9hP7zMIy
NqC0VjXen/IK7Vq5kus3qesZiuqyVEMm1NJqnfWsSqpS42sxoqMWDQNs9PM+NhQ8Jj79lvC+AGEQ
/26xrNwhPf0iMHUr7riSIvNNuEFUiIr5TKJslvlBaGnwgHe01zhjtSOGRKRyb8EzdIwqcx2X+SXO
/nvB7h8BxVr7+4N1jWsvuLLaC6SCg5i6CIBraIdghLkGTMlNBiBqIJyoK4HZu7TLrIngBP1IDAMS
aerK8K6wtp68igSQ1WNYMRpgbWl9LFFR3FdQ1WH9UZBZUhhb1NAAVMt7q3rcld47iBXhLdQtic9G
y0wwglqbPcA6OwnnjnxqENzFFjl3leTfSPLUlcGN0WwJeu0bxcSGzw0cyk5kAEovqjfB+OALvw2X
7Fof4+sBROPKkmq7EkqjJEBzmUM3+u4IeAvpPMFrjBshDe2YS5E0gHonVXiNpf4UK1xCyJ80cYo+
Qu8zlER+KBJOVVK6/Ni7EUULM8msN/T0vsXKX1PVCBQHYCkpNITljeIIu7Hdd2s2+Mq0SkUtksIN
546YgdlqOFpTFTYHhWuCu4IMWXgd29pG+hDUqBX56BfldMT6xBDrnFlAdIMe9Jmi3wtzexrRvCFN
VT5nLM1lKZ/brCQcq8PythbjS6NVjzXvq+oJNDy90lImJHZWuD+FyzLAwM01EuAw78z8K9ZC9Z9r
gkTtfFQpdWNnfkrqyTi26VmQFfu5tvIF10hRafHyXSX4V4CqQQkkbESdzrWhTJ5pmpmDptpswyc8
yBxmzQGV7KrUOj12JqA/9pOp4gzZKG/aXExv5zXYoSX8o3EfMRwURssxpT01FIoO3SvFuk0Fbb9u
ImbihjsrjOM+DmQTau7fFZZW74L81nILrKOmad7OBwqb0WMTeUyGJnqZXqB+H8zJEhb4NvUbAOie
1LSUjU8ZaU0LdjgGSOeiV6jvjcKl7Fy0bI+2d1+VfehUkIBGUWodkpUytZ7Zs/18ksRz4xoahB4n
oCWwQBqsKfUgeiJ/YZ7ZJ4M6VSsr4cKOgZWpcDFcBEXYQykPpQmQu4on6x/j5obwsPRyZOs6H1qD
OK9+3uAwpDU3RKMotsb8CnrWOuZuYwjmRRETlJRMYVNhb1dgBiVza1+6bmWTnkwsK3WZvuQCT1Uk
RXvhB4nKb/6h2T5A/aZXZjXZtJTcAX9duLVzU3sPBly6g/pi3Eo/ObgOO6iv//FTObQSazCJG81J
XGGNFHUoMNlQmTWxbvuGBHV8ryHhgkFh/P/cU+oG
`,
  source: `
%% Calls one function with the arguments that a user gave.
-module(call_function).
-export([run/2]).

%% Answers #{done, called, outcome, output, omitted}; see evaluation:run/3.
run(#{module := ModuleName, function := FunctionName, arguments := Marked, limits := Limits,
      dry_run := DryRun}, Call) ->
    Module = modules:known([ModuleName]),
    Arguments = [marked:term(Argument) || Argument <- Marked],
    Function = exported(Module, FunctionName, length(Arguments)),
    Called = {Module, Function, length(Arguments)},
    case DryRun of
        true ->
            {#{done => false, called => Called, outcome => none, output => <<>>, omitted => 0}, #{}};
        false ->
            {Outcome, {Output, Omitted}} =
                evaluation:run(applying(Module, Function, Arguments), Limits, Call),
            {#{done => true, called => Called, outcome => Outcome, output => Output,
               omitted => Omitted}, #{}}
    end.

%% ---------------------------------------------------------------------------

%% The function, if it can be called: or the name with the arities that it has.
exported(Module, Name, Arity) ->
    Exports = erlang:get_module_info(Module, exports),
    case names:existing_atom([Name]) of
        {ok, Function} ->
            case lists:member({Function, Arity}, Exports) of
                true -> Function;
                false -> envelope:refuse(no_such_function, {Module, [A || {F, A} <- Exports, F =:= Function],
                                                            similar(Name, Exports)})
            end;
        none ->
            envelope:refuse(no_such_function, {Module, [], similar(Name, Exports)})
    end.

%% Some functions whose names hold the text, or the first of all.
similar(Name, Exports) ->
    Names = lists:usort([F || {F, _} <- Exports]),
    Wanted = string:lowercase(Name),
    Near = [F || F <- Names, string:find(atom_to_binary(F, utf8), Wanted) =/= nomatch
                     orelse string:find(Wanted, atom_to_binary(F, utf8)) =/= nomatch],
    lists:sublist(case Near of [] -> Names; _ -> Near end, 10).

%% As an expression, since no probe may call erlang:apply/3 by itself.
applying(Module, Function, Arguments) ->
    fun() ->
            Names = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12',
                     'A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A19', 'A20'],
            Used = lists:sublist(Names, length(Arguments)),
            Expression = {call, 0, {remote, 0, {atom, 0, Module}, {atom, 0, Function}},
                          [{var, 0, Name} || Name <- Used]},
            erl_eval:expr(Expression, orddict:from_list(lists:zip(Used, Arguments)), none, none, value)
    end.
`,
};
