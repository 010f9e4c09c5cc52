// Made by scripts/gen_probes from supervision_tree.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What supervision_tree.erl becomes on its way to a node. */
export const supervision_tree: CompiledProbe = {
  name: "supervision_tree",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "servers",
    "supervisors",
    "sweep",
    "tree_rows",
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
    "erts_debug:size/1",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
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
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:fold/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:keys/1",
    "maps:merge/2",
    "maps:next/1",
    "maps:remove/2",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAd1ReNrtfVuf5Eh2V+elqrq6ey67HrN4DXhtGhY8Hm9Lyqs9Myy2FzC212tjxgsY0qpMVaWi
MqVcSdnVvQ888uMT8Ozv4hc+CnwFXoyU17icE3EipMzqXne/zFRmSgpFnDhxLv/zP/POw0WxXi2i
8MniyZMn9/POQ+d2nYRP5u2Hq+kiXOdRXn3Rml88XG7/3v6yU/3ydZiFTx5aPzz+f/sbr/pjGa62
P+vOuw+flH9NbuNoMZtEb8JpUd6889ANi3RZXnCVp7fFZJkfb9H5xntlvGoeZjPhqvY3A9NFz+ZR
+e1Dms3Ep/mmC5+usvQui3LhcSPGWPWG1+XV3Wm4WAiXvCgvmZZXTG4X4V31szb35XWRlU+L3sQF
92G3yNYRK292sQyL6Xxzt+MYPe4p0POuokW0jJJi/6irOCmiu6i8OmzzK8W2i8l/Aj6y/Y3v/sSO
+YnAjN1l6Xo1KSVxFmXbmzoPoOsygG4eLW4ZNh1j8Jqny/A+mmTRLXZZT7cbwjxPp8L9nk/TUjzj
pPwz0wzSdJvrckRRFiXTSH4F7WUX66SIF+VOb6eraqI+l0RQs0XVm6G7DZuqAHzh63wVPiSTdHVY
Z7N+YrslByew2nZ7ieBVXxtbbUvZu1BkT68qD5LCqn+bp6VJLo55ESf3wjfywDlNFadZXLzlPuss
0gf+vs5vdqm8WRt+s+0qtx86SVzeXFpvdM6H/B995j7OK/M4DzvyqXFPhPl9lMmKUXtJ9yadvZUl
+1H3q3I4qve6XIRFlBfAAvF/d/grbsN4Ec24Tz4uwuwuKiZFvIzSdXWvzk2py8r9eJhzRtFdqzQr
b5Ju173a0MK5ux2XZI60lJNUVvvlwjHdVRe34SLnLjvcLUmTyDzsi7t1aZLI1xFWcJbmx63C9Buk
u5tFYafsdZ32QS+W+SRNJtsFOkrMFyc0KwRZ3Og2qm0p3khR5t2HyyxapkUkCnBpNYTJHS+OyzRJ
izSJpxuJlBf2+TJeLOI8KtXirObo2noVd1jtSo8LRqTH9NZjnNymsi2kGAPyAxi3cboP7cVUMuz2
N3x6FyXlUhaRbPgJRxT04Ms4n6ziGbDDGLI7+cMLelJrQtywx62CbNRG5Gw3d8CGeJiXijrOlYeX
N82YUTVdl/s9uo2TaKazUdCHxElcMKZ5jUqiGPSZxayg5oogGMH+OZcPnSJ7y6+zkzp5Sjeb4HEA
k4JqUvFoZMcp0519/E5up/fSNgZu2DaNiT9NL4p5lj5ofnBV2gjlnWaC7heOByZuJ9JLOTxhd44z
ytuJftDhCK85UNXy+KhUmDfRZJqF+bz8wlkKr41SiMqU+IZMuO9N+dufClYQs9qSbdSDwCfvMDXL
8M1k44vl8c8jO3e0u7+EPw70V9yXh6psixmNkyjL0myySO/uNqa2aJKZrv5OnEwX61k0yedhFs0m
lcmZxVGuWoTOMy46rPTgluo8eKZLFOfBGJ2CnYe+cWxb50EWWl6LHUTrZpFO7/cTQ4pQ0Sy053lp
kG79hWy72ezv0VnGiRouol4bvgG0wBPeQBb01smsZVFfJN0nf1f+Yw6vpNqE4W1RmibV/bNoGsWv
dxJ+bXM6XXEuneBgSk85msOayEtbPswF5VHD8X9m0N6m2eyW+4VXG53SV5LV6dFP5naKtG9sZrb7
o5/+4V/IE4IeMn3J9BHmWzJaqRLzYhqWumNx3IUtyXUzWrWi63whCVrrdILWEk0yaRepA93+RuMF
TLD7nkwmhTBRw2J0WPNqX1Uuxwdpee+lxd1GfrG1kbeygMTmGhZAIbj9Qfb+/sre+fwzwR/TeWBN
yrr3QdYfWdaRBB+/KDVWeJPvVGMWH1b43dVmV9RkJXn3C0b4YVm32SrZLOec2Q/S8Q5Kx3Nnq/x0
Egkl9wZAck8N5QA+acBqCPVVeVoX0bQQY78fdN77rvOcb/yCvl2GcibEtCIX/LH7B3/6lz/mp0gS
yqmEwRt/OJR/wQTUVQXu4BfOI/vIJv3YRBxxh/yQNotlXqiD4pqMqYlulqaFBm0ETPEsWhVzq9TE
xSJexoXolZmwtj9bx1EhQXvFzIR3tK8Q0EUHM90bPM4/ViSmi0nMWFiatimhBU+BOfMWRSvR5VGQ
Jk1Diz9R5uBC2s979Am/Ol3xJi0838zDSfP1Kspex3maHZATIoCFFjQfisCkVwyPWYn2lPIEWy1w
UZ4od1FNZPOndLcmYHbJ3otKI+Qw3mcRJXfFXD0PXxlxcaWeecjd3/db1F0mAx4DRfj1e67I0vXN
Iqox1G9bLY0Jjhne5OVj3EfzSzajYcxOQ31rZ4tF+SQvDaZECOkJ6Pgt6kAJx5gn4GoVZkUcLpQT
smEck0fFF16tk3iaziLuo89KXZqVB1iU5ZMi3QIP3hLRinE6WcQ3QtA0zUr1vB/5ZV5kcXIXPrl/
0v3vr4oVhqDb4+FI8PDn1YDziXIqexxaWzPFbfIUB4I8Ua03FcsHCY7bGDrkMdDNGwWr4RFAF5LV
1wNy5pZb/TO6JeJrotaSSqgvBD07IeCA37gg8I6IaSCNgPmkU9TuLXhgrDOMuVseBDMlXuPr/EZA
d3qK+lXrTK6TtPwsqSI/yNf5Ol+Vo+G1RX056WP4qrab3rDftkzakTWxrBbhkj7o8/beNZ/XE8+H
2it7Cm0MeNRu0LkAEoca+vmXHfVzX9myzpKynRrQhOgrAbtmSoAlgHabUGYKlDmeqiDQcgn/gWEJ
wdst0yQu0kw+bqBAps908wdr6/39nQsDu/P4bs6cdLkswIdIV7hYIAHagyRcYYGIofv6fMcC+Wd1
439IrnLabVFKpWNfiim7D+9XjHIplf+UzwuswiebGDx3sRg+GTLNamPr/AofVhcvSxqBc/Msi+7i
vPTAohnDrq1uDta/4hU3fORR8LBolVDbieruQMSdJC3gwZcXV2r7PnorzfpmyEI5LFY1PcQns01d
Y/Fp5V91qm+/S7UqlMhsjYf+qkVpsjKX6D4dqIXrJ9qnWAKNsqO2ZyhZBix8mefHmKvks1oHPy9f
h4t1pO6vAdMKaRdWRLJSEpJWilcrukl7aH/788+V0weKVrcV90Lc5rA2lVWPbq4uFqUGE8pVygkv
9kbMbrRffIEKic9YrWA0LPGbGvzD49NMwwXhqy4BHqXtmeyDDnF3eqq+BY+bgfu2/UcWuqz3zpsC
ivG/kc7D8aZVO9SMui71iZ5t+42pZqItQoh5Ue49fiR3fOTIeVr/sVEE9jf5JEkn+Xo6nyj2/UY8
mf4F29YveFWaFZN0ExnWZ1Sn83gxK71cCQ+wmxpRz3S++p2v5E0mxeLONqGfVi8YTo6HEGlGVfCC
qP/hfTAA90FfJTGgu8cX2Ak/woOwgDq8JPEzkc6Vq3x9U32maKGRcrpTDXcOn1HrFBeOHukQRxmD
+u5S+E8UKbzSWqlCdaCwfHCpYM8hj2qnWa9vs3Q52S9nS2O9CFMs4D/0xotsAL9ijGSO1iBP+rWa
FXw6U2o/QcaFcR799+gB1QHIYaBZCFvx6JZOpWpu97fRW7rE4ilczCXdW4cWwIPbdJ3MrAiTLtOH
cppyTcEz8JhNfbgdwZICefKYvQxehqvVLoUDSaGlkP26AXOD4Gf2eC9YkR2gjRoZlH2OJvgLAmpa
TBHv23RxTIrZhqu3S++Wc+LNKXpyAnOlxdTT0A7Dh93UmPe4ekize2n/jIz0mVm0KdePN9lJOtHA
88qM21wpUov0+Py+BUUi/9IQ9dlWuQoAMxPWZD8dnGaE7zwypy7gM56CQeInGH5839n/6pgXcij7
B8aV4BcWHnCvkQFjEqSMWAYy2QmTpBypQmN3mTj5NldKsyAuFQDnIilFWhgSQkx1NUa54iT09r4X
Pedg7UD0RO9PDpLTWcx6THSHwQRlks4i6Er0x4zCe+pq+jvaEr9BD0v3wRzkJ8f0yyQJlxHoRXvo
q48e79W/a4PRkF4GQgLLM7MzHaGv2vEM/LyzQr7obqYW/OY+TuBrduEi6KujBQN9+2ynYkoNxKe+
alqt/5RutQ5wrjcxM0d3Xrflaw3Yq74ezOA15qACMA3w4x64NLYHLVIdocT+DDMeWErv03IxpkWc
Jgi+IYwXN+kbgwwf4AtWKc/tzIEeAD3UzGdK8KoSymJcFSmn1OTYl62/uYyWN1EG5BrA5ZmvS1ME
wftNwiR/iDLw68s8XlQQdRE/gtVIkAxkkmLFFZuDAm1UBBuMyHoSxPfUfIHwSXCMvGPnWFOvrtV9
QRPs5S/pBREcebmV3bodqZtSQZwyEZbdb1CzeFwg8GucOGXzIOvQvsg/Bb5bFeTnc/FNFFViARGH
eYNuD4VN+nKd7Wesjv+FSpaPI1Q9EK56WNxfx5blKit3S5hHJIZHSvDh1ASPEqHPL/3Ps5MmduqV
b4s0C9rq7Rpl81szTgs35WcjqeqOFievnt8n+h+veN5i9k9XO3/mVT4fO8KH9a3HjfAZGWJ+yjIP
vH5c7VVzglNOV5KGNBqATjlPIzedcDbT3BcQlJqRVLzmrn8UohrHjPxCPYiMijpTbUzBXO84gbY4
6xOVUei7UADBD8kQ02ievbFTG7/0zxy3U5/V0/a+QdsPQFL9x3jNRmqIhsB2vzhhGJkEnuGcJ0sO
Cg8njB4yvHkcPK4OjrZxxGRKryczwcOlGZqpopQkqd1w+mLTsBMlNZpB0ozgoqzdS0FpEJ/hkdMx
5miZs1Vj52zV2D1bJb/2i6ozTRwuJtXdSBOjgRiefCuPVavVYiuPSdItzgh+en87XK0W8TSsYpCT
ZVjl0vgY49Z/jiXkTlcqCXz3tpiSAR6bZ7mDUrvp6ztQE5E1ko4hlyB4h0PK/h21J0TPsnpMuPMe
XYrVp3jNnB/KE49K6Qdf6fsSWlTVWUKwnRrJNScTlRBCWSnQmPVIDC+6gXeiQizxqfSr0r8inE6K
8MaCHkOvodovPcFneukjvMyannGNAFYGljA+iGTNiGVTSNYCiJmu7U5ooUBhjchCiOyjV0O3/3OL
7qnP6dDeLeu6kS0sid4UVn1LL362jtYRv0nM7VwtBnT5EMV388ISqtW9Wedv6Q+5mEe1iDwIHb7t
CQf71oSDRtR2dyrRA3gWLGByCJGcLOk14o8OcNIwJZhqtXjfN+43TDE/m8Wb1HWY8awOz15WMdq8
SLOcMZteuW2NF2o2NeHBfPSSN4NZjTvxr6XikrQVls5L8y/oKeMxq8VKOWZnAfEN0OiZxxi5O3KX
UIau5RlHCQCsp1AnT3Ct+CtGvgh9hwD1Tc7iXaGRlgMqs0iLcssdmz6aXfY6uE2rl/uXxgovwo4W
F9TSs1QlkCPJSacVLSPTcPPoiDjefRjvCEb6cCoXl4RTqtrftKCud0Y3ouTCfFtmAo4Qu6mIgAkk
auG9Q3yZZlHV1hR2kMWsy0EirSMAfQX9akHvhFv8RhwTNe71DCrrlrUp0OR7Y6+44N0A+9GFt5DU
6H2LN8QD6ngJXD1b8nO6wTKitajW8GT6TG834oUgajzEku9DjgKekN9LR4ygoHRzSFecjNRMSxVo
wXFFwBhLoSUJYWyOLR2xv2k4E4u4/EO7JGPOGwyQjYETS9EjcNbE8DjuvupBAXSXPhsxxosknRwY
uGUmIHtOjDZAoOr4Dr9l1XXL4HMIfCPv7pApKewte8K78yZD1jzRp6/uAO7ULeZZ+mDEdGXRbfnU
me4ZFif3FXZyA4oEryvE6Vr6uryGkgVoSTicLzX3hZDZu0eoFD5dTarWLhc6ZDDeHUZljHT5bGcp
/sKx15Rfi3BRmoiBFpPRnJtXr0gkkHNjVsQ9Y8uCqTHWRqUaCAJBqOGsjeVYlXgsSIM5ExEQXOXu
aRvaQHQrUt71NAxBFI6/HjPYD/hsiNrPx8jwNuRaKKdQANhmA2fnDOTwAp7QZ2QnD0nKop1mwEcf
nYPDPpnFrwmYH7RUDnXeuJUF6N3aX32py5PUtGB/bW7RVRNmIerTzVluxDI0ub5l0yNQmNPTumhd
kgtRy4A1g9joKX1V+GIs5bjwrDx3EmODj3r0nhJI0B/sGnABUbMY6PvqveiA+qJSNsVN2gByrJ59
c79ABqnKqkyN6rgxeGLks5D+an2pqYnjRmhI7yiMJu4677dtkjWw+eBrzIch0aN3emlKzyc6AGfU
UHX9OinihUyLq8Z0LzRhR7VPhmfzbJcaxfCNSnPr8Qt+OnSH8Ouf6LwAfiEujGiNuIiWGiVCwHeY
MSTzcuROcD6gAGsXLzI+cxVP791Y4wLM5BU3opV31/l5vDJ4djsoq/6t8mKLxrElCJD07vhYnAfw
pKs/Zg3SaNRBQfzASDCDqsWR6lzy6pR7yP/GvmgBroeCZrd6n1cGW9ouYe/XjlrIy2QMLA2bsVKH
CP0ONUBlFwSqwXFJFreASqGggcoMGENN+bEcFQJI9Xkl1kC0Rhye1KT8sKWaKd0yPn47A5oN/Wi8
In2GsI+/kgciG9gjxMC2xD9tQmVHq0/Z2UOasXm8Azyvgybm1aMyhjlVDRGkSB9zHEG9YTQr2ISL
pNhwLTeyWgZlRH3mbG5pXryamzpvjsFKBOAizG3j8i6cZDfHteS8BXzLGlysvaKG2JovKjNe9BDP
5Iu+NF5087aIJJLU/8VO1mawC5c0Rm9imGOLI1Lc4pPpPQpt+vttuc0+kOyQSHba7wfJjqkg3/tA
v/LY9DouFaBXt2kWhcfCOevQRBOZlIBuVO7LWyj0zwagJ+LJG3not1VbcAkW4PfrKraAnx8qtshd
1g/lVzCEuwfBMdDaebwDhieLcZ2b+Qxuz6QQU9uvX5u2fnglF3DF3gxzj+vuqfOQXSNkS1tfnjR8
ehyRTb1U63Q1ls437p3qxv1T3XhgkzN274AtqihmxB6KJ6X7c4ECxj1ctFEf4/KhU2Rv+bCAvAYv
dibKJE5uU5yd92Clqc+wdKn4nWJhWFxEWZbyFeaXN+EszO4QRK+8YHXKHKByENFXZaxeaxurrTE0
7jkXMgJzfR2tMBNpYeMrxkgDnl7fWHxLKzTQ0oGj9BtHCFf766/wPjM3Tz75vR9iNrgcdMNG3HIa
sQQq6BtwMwYW++AcHDw9K8BTYF1e27OPjQbnrt70bSmkPCYU4p1W2EWsxaBmVlzaJ8en/KYccWj9
VjMA0p6cdJFbBT3uUWFfCg9DN058yMjS5zZhas5BiqyTp8pQeyDaQfpaNmimvnMTV7M9KdLSmCv1
WZzcTaqv9MHDdXE7OgbVXYwdfeHSOQoCff2O6Jp2BDbTm6YMUhEN1WZ9Xh0p1VocsH3Qrz4+rhmY
rx7UWxqKHfoY7aUFZ8Z1dZRK1T5rsB51ZJMbxbuASwQRuCRgMNAAShIFjI6fBt+7etiBGQxsbHgG
sfho2yRbFQqdd6ueWmeqWtwI8KEZi9MDx423CF6EgNLow0W0z44Nz1itjXd5t0hvQiSV6Tw5v1OT
RuE4qsOq7aqGN6tWc3S/a2drOM/t0+0iyUaT3uvxz/Rep1tc7DyFl/qTHy3iN3H2239+nCvNmgMF
26cwdBBKjkaCCAHBBaaHs7GSjl5D1RmBWttIqshwqE6gESvQAHSeO4COBixHyyI69tyKgUMlxcAM
a1XajDMIkddtWPTcagRB2RspbBImdvJTVgkNKcUzQnVmc0WoQ30/RIUQ3A3SYeyN5nhgfI+eWxnh
pT/j96nlvadRHFbd7uu18kTA870anRIu8FJFGFQaaCtynRlqJdT+phDYhEJchUUcJdNI1lYWB3Kb
nJKmJ7H3xSdQUftukmq7wF/SbcOAUNU7BqvivpbRz3SSiIH7q31FVy89qeibgAbn10Uth+8zGqDd
6oW+JtLaOz/gX9n020bBxgOT7upblgvr4YAYyJ6BafEAMGFUVOjH5f23/JQPaTbLsWxA+EImC7DX
yqXZt5gtDtJJzrcT6Sc91izm94eKiFwSRESkn9ETMHgSYMxvqGZtoNas0SpXVSHyz4it6NA6UMnp
HVIJpVri5hsZr/NpmGz5xWwYx+VmzM7E2kau8MNZ7izi/9p4bmDV0J5uZa/IFpOH22QqG5IhArxP
DrUajuT9nlWsjPzqg7o1mgHTsYwSguzaVRGZ0EgLI9Co0psfedrmR2o4qqJs3YTF7OZafiH0BYfq
M3d7upkHCsyFuqd276CErNUzMTYXcNVEWk2fy58rQ7uqch1psTrF6IY4orwJKhmLMJXKxGG8ZF+Y
QyeWOZTlmOLjNDKJQY2w9u/TvfseGiHt6xBpDQAtA3rS+jpfhQ/JJF0V9BICjhtyyhFPKZ5QwBjc
d25fjESClTxdZXGaxcVb0Rm+m6u4EgI9MGowIc1NW7WqbjyHpsfKpm4CDvAif5sXUYV6W8YF8lDz
YjZerNE+fz3F4H2tpxjQ0bwDQ3iqc4Jp37UFsjkJ4E4+tJYFVkr7D2xs+F+BjgqxwOOL8xR4BFa8
eW0M+NtD2VprSnxtt+FHp6rT+Dd25MJk0qqTvKXS+qBZHdshlriRSLn67gQ6SnfPQAPFNyYuj63O
hHisrVZjRk9NBBaPZPzv3/5ER1mCJaVtqrH7juXL24SW0v0DMxmuX95FCdQHg1p50+PrWT9+mMfT
+WRP6ACbgddJWn6WRNOiCSi7uehLDd0NSRWjuw3iIp4wh97IzmHaii2VKO4YBRNOAFprL1/m7kIP
+pOdgMyibGkI0sI0R8grMuFLHWOpvPrNtdcMrNOKHoNe5qK55P/FGuo3e9wocDN2mKBtaAWTHTi3
Eh/oomn1eNkHgP97Gooz5/33bx0bteB8bePHe5nvNv4yNdrz/DtnZOVJc4OwcI5q27V/SA+FDZoB
OA00dODu7/Hvz9HNbaCnfJPAWYzhqex+I7XYPpUC1LR1YSJuLJiHMmP1GK0qEO7VikeBOyRMKdN0
GUDPgJ0EQfk0wkxcHzrENtxjg5PsZ8xyVrm+tbrmgFh6ESxoCur4tHgpHge5dqjHCwxcHierYUNG
c3hPM6cH32fqHLVOPcYa6LsHTy6p35txShosEKo/LyAIQ4AENJGmGwHs8xfO5tllXmSxED+4XqQP
UVatl/IOI12AFtZ6zsvxR3Tzrom3dB7nH7szYPVM+Lheg+dDXw5fff9T1BAOLNjflBFcl87Rse1i
R06V6FoI2LEaSRFpGz45rrcNmBmtks5wJHwsRcLb6CQOagGzAYfaP0VLUl/cxkj/HZnBsj4tiGiF
9ViDki6ynYQXOrXbcedPOHslKl4yq/E1MShL4wAkDaftCZln6XN5BEZZvbtGdi5dyz4vXoeLdSTX
WgGxRs+9XL76r5xeelxLd0iwdImWpQWXcrO2s8PWhRbCalk7Qgl4qfAwJtPdK7KGipl+18awMRoy
etanWu8vxLhdu5tsImxZjQhbD2xO0gC/vNU6SIM4w1OVAqm+ez389nOYEAMa/0d72pXNdeeXe98k
976SE3Alp1mGKzlO2EwQr3HHzWL+BmcSUM+alW2gqZ0Z1aPErMNE6zHZhxG7UnqnzM06plblWVZT
rSoroMRF6Ma036uBEw5qSOafWHZDkJwgoInrOSofAyhSUY8PIUDPR0+PnOmfqx8d2gZQDWw5D+PH
9DXwAd+NfLjUH+mf0kc6UCmxWtRUfx3Z0nTxQu0gz7I+W24n6Buv2Dfqk6njDM0z6K13QC/GpY8M
jWnToy5RXX5WNXg4K8cXT0sJwvFnGPfqkClUNACYfQBwZ9jHnn4erx7i7Rg4f6HcAOX/bJgw9f0x
eIprVGlJQh0wOimDQoJ4adNjUDiWiS75QEhb+5btnw5NIfG6+VrMD8a2wlw1K+bXeLpCYM9mZIBc
Vm9sMEJ7jPwSEPRQ6j5m3k4jwF25RE3ssY5CLgvjXETfjgFxOfwlVoiPdB7gttoFiNIzux1giFjJ
m4KDsU7CJH+IMuGnFoIvgyF89z6l+9JqatX/2fhCfGZVzYDxhfTQGgTXNsr7GUNWX3IhnVkCvNos
AXphpvk3I9ThCmCJ5m4LE/f4cDpnQ+njKsTQhiARArUcyH02CHt1f7QxypahmDrkfHDQX6HoWGVC
4exoPb6YH9DheoGGmmlQQ7phOgbnpuUyYLlhXgd+yenU0/UoOzokK7pZD/iEDEQ1DX95siwqky0b
q1HbATh1wtO1KzzH0Stz6HiswfYIVQcEjBCpe/6SySbaJDzLok2Tyji5UwWK/9I+x83xYlb0EJs7
VWgC8pgpNDGKzvbF48ZAFHMd55MtSb2JKsaxM+SJthb6vgTLsw9ZnhX+xRIZ5MFBbC0qB7IgvjB3
hjeNQkS/GN5eG8IhdFPZyotgwqWrt7TkFHBxZQUrIRpPRZFJ3fl0vaG6/P1fTje9QOUR1Fpsrh5J
s5IoGC/8DLLx8S7iHk4X6uN1HvXcvZ9Y2EyeRLAGRqRaOFpf9r1eQQQnOk/RBz1FaiJooCGVtZqz
P7Mxu2GpMXgEuKgJKqC55O6f04khNWs4YIZgjZtwiJQmlgoBvT2fhSTM9md2mPnyxE/ztcjD3WN4
h9GrMJmFizwlSr77Sv8HO9JUnhnSGseLbMWNKjGfi1SD4aPoTRFlSbiAVPoOg+eYRqGeNpWhx5vM
ppd4FmVFPplFN2uxwh8Zv1NP9i070L7ZJr9KTzecp+WzmMMm0Dd26ZazdduEQWleVJMFuAn0b36k
moCyolGkXP9zgWW0jrBLIDfT2zjKqbOu+AsrLE5t/dpQEKbnTmhiYBMZcCtws0in98dz10xvRN23
lf84qZrbZ/voUQMelKzMk+6Tvyv/OfKQbGlCjrN2W25VpvCsdWzoza6qN07VE1t6CIlES+ucQV1Y
NJ6zjhkgwOgL3dXei2lVrbk4rr9tJY1cEWNJfVdrSWTeSt5ggX9j19F5e815KMNqWFj/kW5LBxpC
S7O9qeUpDEwcRMBcf9gGH7ZBY9vgG5teA85P+UujiSLxCjs/6aeOmMsBY6fg2WxZk2bKaGebEjIH
CkExHXoSKlH1FWuloQ+Rtc4JG5OfiOLHdmDdUpPnhvCnz2gtpU7FqOPbtxPrbgh1rKp9cE6XHshL
5vzm/+lxyXUCHB/Rg3C8YIDbcy+ROJVT1qtXG1aHfckHGbrPccL4UIaUTi9A1QaN+OMDIG3a1SoW
mVXyssJXrnPwu0+n6ywr53NyQOhCv/rWsjR/w7tosuF9nCwi+GfPsmi23twFftiO8RT66pNjY16x
rBuli+N3waW5v8p2Cjgz8KWxlwuEWm6/DIy9WZZhvLhJ3whX9UxX8XPHX9g3NqnZ08iiONMtykq4
64CZbrvvLH68ZsicAzVUpLhzZWlAwvI7q5b/bNMFTlIn4p4UUBzIFx3siy72xQX2xSX2xVUTBLP/
xeZIRqdE9hxRaP1LT6pr4HQEfLsW/XaVtSZOidv4IDauBsYJEW5w41UR2bWMjcbqMQGq+C/Pg3vy
bLNtprY9eHxE6EVfRFbkGNpeKcJtUaNyUNtysog19M4RaziireX8gdP0KRUAv/ATeJDhBmYP7jz1
Cz6Bu2iX8/SdrCeApk8o0PdCREEEMlD1x98T268hDCqHvl11V/mv7FpFHRbjIZ5FulC/lVzbzWWL
NEPPji3dzz1JCGt9YzMEvOKpYqoDPehy+AjqheL9Xyyj7C6qiSBzOxydH/dfbcKIDO3/4/z8/9ZI
mRxoyTmPaWIjJChXILMwHNEGHMSdVKsBBrVxL9QWN67VQJbQ74I1UbUg0QIcz9iw3K+udHz15P5X
bWpUXD0Y/jRy8WKO530T8cu+gVgahXBCB26nwqU/YQ4I+u2Joo8i9ekUfCCDOrPgYJUy1F3nnJmu
msQSvt9ntlf00ByX57BGv7xIk7soLybTdLlMk8kqKx2PNzJlHBpI4haVj+S4dRsxjy5f3zYwuoZK
hVrmUosApVjy6+lbmFe1dsdtrndW9d+K0O5YhNVGW0+vi9sRcypEE/oVNMPqhXk0iexeDu2KMTxN
PzSrA+mv7fDsIquMDkfb1vYGZ6b+WzJ7Z61pR5zpIQhXeKfn/My9nf/aEbRjLx0iooTWmm3QjIES
OANonk/TNJuVOqnYtBamU2M9m0flt5s6ArwAyNOpRPcu1Ti7HN8bG+lxWIWn4F69OkIkvH0yGU4I
86MTi5w0jDs9JhbDcz9eJ9jbglMTvYkL0wC6M7mHPTtZR/DOIn1gTTDtXlozl5qG+9EyTiabLVAZ
lbXAOgcT4XBLZVdJVbL/l0+c1dAf1D7qoPtDq4DoP3oFRIOl7LBR2jthGOH9K9noY8Dojl7ntLGo
bfc+XiwQr24WST13Jd9NQe/cLtb5nHNe4JhkHdS9Z0Dd+za69XDAnBJM3390MH3/8cH0ooV9agGQ
T/wPy3vy5QX2uc72vnDr2jVGKAzAiprNFMJBqRGjEB3U6fHbyaOfgUGYhqoNxw7vrPB9dNQWAg4z
ae7buD+iSec37NmOmG2rDJt2044ihhdtDPGiDWwBNp0KrJ/ibBuFTdc7JNGbwq2zwtO4qNYzzbC+
5BzhhWFV9dSLeDfTAdiEhHd3W8buKjb8hQOrbWNDbu413BBMmHwLd1wkmhXC5uEszO5Ax9xZmm8c
caZj2Qfh/D4LDRIArAiaIPfzOD+g6cHer/XpHSpk+oGboo3VrXai5LV9U6nqKued5hOiMBC3i29t
muyoMqirKDGxvkJv6Mg7h2R6sNBlIIupHnsk4rgG4OnjFMauc8ZMHYFKund3CXCPzsNFRVy/IaOx
aHua96HCtWShxunQBti2hIDjAxvTnoaRkSj7IRH/0uqIBTM5LRtCK934mOkt0c5rY6QqReMgY/f+
KF6WHvAqyiaUh7QNOlvytXwHQyKLXkcZ0P84YI9QPOihAGT9VhtoyjN9+sKrPdnGhmpGfX82N/GT
+58N8TGQLA1T/bWyiR04RB2K5PvYZud/YU9RpqUkM8ysTZcR0SRRNW7FTgvYIxtwl4N5o+Fuxbk2
AaLoXWDL5JLpN5x8EPWb49o9KX2fzDsGZy/6tZpmy9wPn0rRJGY/93oroP9IzKevVAno2tHgvctr
3RQn3ytrcbD1soLTb6CDtvn8c9yF9tAptn1jFBowRvmZYJ9qjLBUG5QhcTywk4wFpEf25tRluFpF
yQzo9Sp3UxtaBwSgQNWAaS2uAd6kUhtpW4VxhtjoW7ZI3UN7aD+WY9jHEF4bqvwt590nI8d9YmOO
uMM3Kxqz3WM1hzMP99z+mDU3hBcb86DIiyxO7kiDuD78vMFhaGN80CiqpaE+Hwx3lUfH0iI61SWF
MbwGaWV8ppLMGaDAoGPhMbt41gBoFuuCJsJxhj5rrpNj5+fxigatcUk6muMmHmMNev5eHRU5c4zq
B7Uq9DRSDlU67Xom8gnxs1Td9dh5uPb6CneVkyIZNcv1VesFajdo9huq5b5N14mGeSvQlQEGNo+o
UQfoq2BYZ8oQqKTiMF1d8l7D6AgBgqbpPF7MsihRWTe11z0/FsjlPDmLntbpIc3uI+6CRwafA8Ru
xsaOD1F8Ny80THY2R+/WqanDbeCzho7rAG3mRcI7BjS8I7TNevv5oqyV7btufvM6IrwuadlxZ4Je
uXAxj8JsdtLa37qdv3ZRL4Q8Rw5HjYFo8pjOl9AnbWbz3tiWVCM9MDWGuj3Jq3GJn/5sHUfFZJlr
e9OYmBrUrTK2qmxvZqf0QXWzi4loSO7P3aVvxEj48baBl6cJsM07Sjxt5lhAq35k+qdfxFmCGJ+I
8wSXVmko3C7TLFrk0VnYP4IablBE9yI8NbXZeacYR/qaWksKyQOUEPz6K7FPKda5qt0s19df2WFu
DlM+Xyd3NWdB43CNa/Ku+NrrBWVA8/ZQ3hUJ9W3Z94dIc2IVmEqKObGGqCKzhD/3kc8D5PMe8nkf
+XyAfD508uccUGJDc0v10/devDXvPbrH3o2LaCnbv/orVvH03o1a3kfCTcdguUluO5EgtR9v5n2S
r6LpJFsnrkHZQzyXCE8kjOzb3Mim6XIVL6DigG3hsH668yJaNcCuPGByVzcxayX/2MjGnUWrNCuc
dNaEULEE8+H2tcxzdbe+0uB12CAJpBQ4dCfg0/XvKMe8i/88Rfy6sUwg2fk/yC97TUBMTPTScLrX
4xdfwzxPpXXeSBz25WGpuAOOIYTP/BmoZ25GKe/AvPcQyG/vi0+4oMc+UAWmvjdRkeZKS4boecUp
gTifrOIZiIMxYgW7STqDITTor8GOYPLMHf8GBXvTR95Znr/ryPuC5h9H7mO5U8ZySWusHeD4jIA0
6AFSG9WVWX8g6TwT+96hP/dj0O9dbhMNPE3F3jgR9y7eMlXusqqRYBq8aBktb6JM+6Bt4QKyawaP
kLPljuLz5GwD/P37Z0iTb3bqewdIGCj0sqLciOYJ1FDgazSQM7Ys3hdWjBG3fruBBLH5GhzR25Sc
kSOaOzlToxh9UkLimLSF81GeKk36/R7epAJ0fwecFxfzzDESpX563+ymDZqE22Y70DdPtX2ZDq2G
bPt/dOj9P4wLqvZWunoI4yJO7oyiwDVYwjChz8ojb5KX52mUIft8E853jV3BJxsWvuou0nQFfvNx
9c1kHt9UCO8i4g3J92WmVcT69fF9wNk2FavoOMUxTdwwfKcGwnHT6wyvOezposk9m0foKNMorGJB
I0gU31RUeCIaAl+ZYk3psv1jk2JelEoS5zTEkZIKRW4jpLB4VDPQEccZKxh6SEGXLuaBAu/9pnJw
JyQiEScLo5ezK6lCC+rU+AAVbn9hVS9HJg3wkSJqvGXpGVk4enDhVOtzvB1N2CJRR8KsKYYiXuMS
oLSiDawAHzBt/Y+/efeXwWYuzyi3uPaSCuUtpM0ZBd9Wa+ldJLcnUpFSp3qAVyYjVtY7NHUt92P1
wnCsosdZX4pH4+Q+QNrr7MQqv1+flER9lXMzq1i8xJj4EnVZxW0YVix3sZVAtc4yqz36oBrAPWjW
0HfHrt5H0UpGz+ivqMxDTTzxlT7B6ZM7tHbRDq0VlEUEsAiwFTE72HCfs7kNX797j1t8IrSvLiRV
GSN5JpsMIHYXIdMCJ1Lf3bcUONeStNAhWLepUvGpDH1lffObejlMCwkbkue+K6fbzX/ASw+n2ydA
up3Wtui9nJp9/rC5aamXWJjXDAHQQ0kBYsD2rQI/Q3ZurbFbMRfNAasG+47jbucZkKo27rAe2dho
QdgkQnbxfdrB3PuJy6/fvZt4OzTpDM9Be2epdhgD8fDKCNxaj+SCTksuQMN9n2XRpi3GNlMCNKPp
KSCO4xXGuz+v+iVufi3U+OlufyzeYVbFqvIpTqtYralhEdSnJx0QmrT0KwZLhUdDLW6Men4UCsCt
9Olgahd5JxrJeURosUTS5uw3ddCkn/HtS0mcrTe5OwASWvs2PpOxva2vkVi6r8nSf9aEDxnQWux6
tb3omO5FBzjDkDaGInW7s83PK5N2qY0AWSCAN0gDNDIyMFUsNMId9316WdsqzKqyNtsW0Ip6CKwg
dDr3uK0ODwvpus/Qb9APXLiwZT8yWPBEgK2mzYJNTVUDc24lytdV45a8SLPcyL69MacFyZZrGWkT
QvuZZTtVTYgGhSeT7+GBCYEmSmWs8vIOFS4+a74ga4jqOr9uG2ZKk7ruPE6U5j7WvhDGWcB0MHEa
Wg8oIZKHbK7xAmpM3GkRZE6Y3gkCN8yRiGrEhxtOSRPA/fr/uT/olY13KyWBtQ12nUd0T8dWe1b9
pi7MjMtjqVjL2BKaDipAAXbVYcXTNchuU49JiRM5PgDLoWdggEfRRz2UwqsvxR8sdPvlIk3v1yu1
VqCvIeprdL+SjPQRxoJkN/FuUgH1XZC9TcvVb51B/zU5NfxtRtqd6Xp4XK2q+E240EDD6+91rPrT
dx42VxwLIRYoskBFLAR48ZylCP2JFde2VEX6yd80ZyFswzS67K7T+/3AJmLAy4f0osh3u2Md+KIF
n149iPCsnlNuskPM7R6GGMsIaoFDzW3l6p2GEpcWtoZPrWNr1s47y3mI1ghK4sVZtlBObVeaJUiw
wCXDxwbBeKJY3AWYnJR+Hu/UlGlcy1rFRwdlaKQZvMqnYZJItMzmohKJHkvx8bRHK8h6jY5ZdRe/
tevyG+UT8+iBHAc0EtNFxza2SleX/w9VosvS
`,
  source: `
%% Supervision trees: of an application, of a supervisor, or all of the node.
-module(supervision_tree).
-export([run/2]).

%% Answers the numbers of all below the roots; \`rows\`, at most \`limit\` of it; and
%% \`troubles\`, the supervisors that did not answer, and \`restarting\`, the children
%% that do not run. Tables are sent as {Columns, Rows}.
run(#{root := Root, depth := Depth, limit := Limit, quiet_ms := QuietMs}, Call) ->
    {Roots, Found, Partial} = walk(Root, #{quiet_ms => QuietMs, keep => Limit}, Call),
    Rows = tree_rows:select([{1, Name, Pid, supervisor} || {Name, Pid} <- Roots],
                            Depth, Limit, Found),
    {maps:merge(totals(Found),
                #{roots => length(Roots), rows => table(Rows, Found, Call),
                  troubles => troubles(Found), absent => absent(Found)}),
     #{processes_scanned => map_size(Found), partial => Partial}}.

%% ---------------------------------------------------------------------------
%% Roots: [{Application | none, Pid}]

%% All: the top of each application, then the registered supervisors that are below
%% none of them.
walk(all, Options, Call) ->
    Tops = applications:tops(applications:masters(), Call),
    {Found, Partial} = supervisors:walk([Pid || {_, Pid} <- Tops], Options, Call),
    Others = [Pid || Name <- registered(), Pid <- [whereis(Name)], is_pid(Pid),
                     not is_map_key(Pid, Found)],
    More = [Pid || {Pid, Said} <- identity:of_processes(Others, Call),
                   supervisors:is_supervisor(Said)],
    {FoundMore, PartialMore} = supervisors:walk(More, Options, Call),
    Below = [Pid || #{supervisors := Children} <- maps:values(FoundMore),
                    {_, _, Pid, _} <- Children],
    {Tops ++ [{none, Pid} || Pid <- lists:sort(More -- Below)], maps:merge(FoundMore, Found),
     Partial or PartialMore};
walk(Root, Options, Call) ->
    {Application, Pid} = Top = top(Root, Call),
    {Found, Partial} = supervisors:walk([Pid], Options, Call),
    case maps:get(Pid, Found) of
        #{state := gone} -> envelope:refuse(no_such_process, Pid);
        #{state := not_otp, children := 0} when Application =:= none ->
            envelope:refuse(not_a_supervisor, Pid);
        _ -> {[Top], Found, Partial}
    end.

%% A name is that of an application first, as there often is a process called so.
top({name, Spellings} = Name, Call) ->
    case names:existing_atom(Spellings) of
        {ok, Atom} ->
            Mine = [Master || {Application, _} = Master <- applications:masters(),
                              Application =:= Atom],
            case {applications:tops(Mine, Call), whereis(Atom), ets:member(ac_tab, {loaded, Atom})} of
                {[Top], _, _} -> Top;
                {[], undefined, true} -> envelope:refuse(no_processes, Atom);
                _ -> {none, names:process(Name)}
            end;
        none ->
            {none, names:process(Name)}
    end;
top(Process, _Call) ->
    {none, names:process(Process)}.

%% ---------------------------------------------------------------------------
%% Numbers and troubles

totals(Found) ->
    maps:fold(fun(_Pid, #{children := Children, supervisors := Below} = Supervisor,
                  #{supervisors := S, workers := W, restarting := R, not_started := N}) ->
                      #{supervisors => S + 1,
                        workers => W + Children - length(Below),
                        restarting => R + maps:get(restarting, Supervisor, 0),
                        not_started => N + maps:get(not_started, Supervisor, 0)}
              end, #{supervisors => 0, workers => 0, restarting => 0, not_started => 0}, Found).

troubles(Found) ->
    All = lists:sort([[State, Pid | [maps:get(Key, Supervisor, none)
                                     || Key <- [name, function, mailbox, children]]]
                      || {Pid, #{state := State} = Supervisor} <- maps:to_list(Found),
                         lists:member(State, [hung, no_answer, silent])]),
    {length(All), {[state, pid, name, function, mailbox, children], lists:sublist(All, 20)}}.

absent(Found) ->
    {[supervisor, id], lists:sublist(
                         [[Pid, id(Id)]
                          || {Pid, #{restarting := Some} = Supervisor} <- maps:to_list(Found), Some > 0,
                             {_, Id, restarting, _} <- maps:get(supervisors, Supervisor)
                                 ++ maps:get(workers, Supervisor)], 20)}.

%% ---------------------------------------------------------------------------
%% Rows

table(Rows, Found, Call) ->
    Pids = [Pid || {_, {_, _, Pid, _}} <- Rows, is_pid(Pid), node(Pid) =:= node()],
    Names = maps:from_list(sweep:read(Pids, [registered_name], Call)),
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    {[depth, id, pid, name, kind, state, children, started_as],
     [row(Row, Found, Names, Said) || Row <- Rows]}.

row({Depth, {_, Id, Pid, Kind}}, Found, Names, Said) ->
    Self = maps:get(Pid, Said, none),
    Name = maps:get(Pid, Names, none),
    [Depth, id(Id), Pid, case Name of [{_, N}] -> N; _ -> [] end, Kind,
     state(Pid, maps:get(Pid, Found, none), Name, Self),
     case Found of #{Pid := #{children := Children}} -> Children; _ -> none end,
     case Self of #{initial_call := Call} -> Call; _ -> none end].

state(Pid, _Found, _Name, _Self) when is_atom(Pid) -> absent_as(Pid);
state(_Pid, #{state := State}, _Name, _Self) -> State;
state(Pid, none, _Name, _Self) when node(Pid) =/= node() -> elsewhere;
state(_Pid, none, none, _Self) -> silent;
state(_Pid, none, undefined, _Self) -> gone;
state(_Pid, none, _Name, Self) when Self =:= #{} -> not_otp;
state(_Pid, none, _Name, _Self) -> ok.

absent_as(restarting) -> restarting;
absent_as(_Undefined) -> not_started.

%% As a term, so that secrets in it can be found.
id(Id) -> cut:term(Id, #{depth => 4, width => 60, bytes => 150}).
`,
};
