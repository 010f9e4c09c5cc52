// Made by scripts/gen_probes from log_capture.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What log_capture.erl becomes on its way to a node. */
export const log_capture: CompiledProbe = {
  name: "log_capture",
  library: [
    "call_counts",
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
    "servers",
    "sweep",
    "tracepoints",
    "tracing",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
    "code:ensure_loaded/1",
    "counters:add/3",
    "counters:get/2",
    "counters:new/2",
    "counters:put/3",
    "counters:sub/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
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
    "erlang:register/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:trace_info/2",
    "erlang:trace_pattern/3",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "ets:info/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "ets:select/2",
    "ets:update_counter/4",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:max/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:add_primary_filter/2",
    "logger:get_primary_config/0",
    "logger:remove_primary_filter/1",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "re:run/3",
    "string:lowercase/1",
    "string:slice/3",
    "timer:sleep/1",
    "trace:function/4",
    "trace:info/3",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAYd8eNrtXVmX48Z1Hm69zCaNLVu24yRyrESSx7Kba7MVjSQ7dhxnsbM4shNLxkGTaDYwIEAD
4HDGx8ePOfkZ/hn5GfkZyXue9JJgI1nbrbpVADg9yuhF0yQBFKpu3brLd7973dn0kvXKd+xb/q1b
tz697mw6V+vAvnXd3hzPfHsdO3H2Reu6tzkq/i5+2cl++cSO7Fub1kf7f7c/7md/LO1V8bPudXfz
SvqXdeU6/txyntqzJL15Z9O1k3CZXnAch1eJtYz3t+h83D9TXnVtR3PqqvbHE9VFt6+d9NtNGM3p
pw1UF56sonAROTH1uKnnedkbnqZXd2e271OX3E0vmaVXWFe+vch+1ia+PE2i9GnOUzchPuwm0drx
0pv1lnYyu87vth9jn3iK6HnHju8snSDZPurYDRJn4aRX221ypbxiMclPhI9sfzwwf2JH/UTBjC2i
cL2yUkmcO1FxU+MBdE0G0I0d/8qDpuNCeM3J0n7sWJFzBV02ku0GO47DGXW/O7MwFU83SP+MJINU
3eY0HZETOcHMYV9BellvHSSun+70drjKJuohI4KSLcrfDNxt0FQNhS98Gq/sTWCFq906q/WTVy65
cAKzbbeVCFL1taHV1pS9Hid7clW5kxQv+y9/WhjE9Jh9N3hMfcMOnNBUbhi5yTPis44fbsj7Gr/Z
EfdmbfGbFavc3nQCN705s97gnJ+Tf4w983Eeq8e525Enyj1hx4+diFWM0ku6l+H8GSvZz3W/cocj
f68j306cOBEsEPl3h7ziynZ9Z058cj+xo4WTWIm7dMJ1dq/OZarL0v24m3MPo7tWYZTeJCzWPdvQ
1LlbjIsxR1rcScqq/XThPNlVvSvbj4nLdncLwsBRD7u3WKcmCXsdYgXnYbzfKp58g3TLWaR2ylbX
SR90dxlbYWAVC7SXmHcbNCsoWcx1G9a2pG/EKfPu5ihylmHi0AKcWg12sCDFcRkGYRIG7iyXSHZh
7yxd33djJ1WL84qja8tV3G61Mz1OGZF9T249usFVyNpCnDHAPsAjNk530/ZnjGG3veHJwgnSpUwc
1vCjjijRg4/c2Fq5c8EO84DdSR5eoie1LOSG3W8VYKPWImfl3Ak2xOY6VdRuzD08vWnkKVXTabrf
nSs3cOYyGwV8iBu4iedJXiOTKE/0mcasgOYKJRjD7XOONp0kekaus5E6OcGbTeJxCCYF1KT00ejt
p0x29pE7uR0+Zrax4IZt1ZjI07SXXEfhRvKD49RGSO80p3Q/dTx49HZCvZTBE8pz3MO8He0H7Y7w
igPlLY97qcK8dKxZZMfX6RfGUniqlEJQpug39Kj7Xqa//QVlBXlaW7INehDw5O2mZmk/tXJfLHZ/
4+i5o93tJeRxIL/icXqosraY0jhxoiiMLD9cLHJTmzbJVFe/7gYzfz13rPjajpy5lZmckevEvEVo
POO0w4oPbvHOQ191Cec8KKNTYudhrBxb4TywQktqsZ1oXfrh7PF2YlARKpyFdidODdLCX4iKzaZ/
j87SDfhwEfZa+6lAC9wiDWRKbzVmLdP6Iuje+t/0P8/glXib0L5KUtMku3/kzBz3SSnhpzqn0zHh
0lEOJvOUvTksiby02cOcUh4VHP/bCu2tms1uul9ItdFJfSVWne79ZGKnMPtGZ2a7P/zFj3/GTgh4
yIwZ04eab8ZoxUrM3Zmd6g5/vwtbjOumtGpp17nHCFqrOUFr0SYZs4v4gRa/kXgBFnTfxmSSChPV
LEa7Nc/2VeZyvJSWF15azG3ku4WNXMgCEJurWQCp4PZL2fv/K3uH888of0zmgdUp6/2Xsv6cZR1I
8JGLUmGF83wnH7N4ucI3V5sdY5OV6N1PGeG7ZS2yVaxZTjizL6XjBkrHHWOrvDmJFCX3JoLkHh/K
EfikQ6+CUB+np3XizBI69vtS573oOs/4xnfx2+WczYSoVqRHHrs/+OnPf0JOESOUMwaDd/HyUP6c
CaipCizhF8Yju6eTfqwjjlgiP5jNopkX6oC4plP1meE8cfxYgjcSXLMM52vfocRxpExoJM5TSoIH
SnTv7SxllQ4vSGIuxSC98M58HdmJGwYMNFg5yNPsiZfPEkcTGXzku0s30QQv9zbXIT2LA/WD4iRy
7CX1oAtPgL34MpSfGYrgVNkCKjVaxw6e8aog/xSlPow35X0NwOFoC57kNb/WM1/hntkFzlA1XuOo
yGhyueDW/9ALhwILgPADKoVOKupmF+dVpcbc7cpiGqzrdXrU7vE7INZ9Yga1Hir18sksXKfjjyjd
HDgbIYKchK8a3Ha1TjgbewjC5HPTorEHdek/B+DMnyuH0HESaPa2nz24TBVVkuqydNmt2M10qgjU
fLRaX/ruDAVrfrCJ0vtY6e9m6yhLdT/jCycAuPFex1YooXigkVjUuvEX0CDKHA0nFvxz8+d/UaHt
6G0JecWDCibha2rDywDvrzmILxn5N9mceB5ujSacdBsP9stqmSGfdCKHjkIvBix2riTEHlhuY1B2
Xu5eFECKozByCiyP4Vu/3tQW/IrGFqwS/sGflw+SMLSWqXllzexVso5KBcqBcH0nWCTXFUVf9frE
Gra+wcoLEE0q5WdniyxCbhKFx8/4wEVu6SOnlNd036RQo7RYpNeRJze+LKRXnJ7sCS2/JgkT2+cO
PvnoLp2FG1jruBGQ/SwKS5B9tXqWscSjEwARg8ztlNyKEJ7PlDfznatE5ooK3kXpTYpqcJTepOAi
kWeofKFslbWKmo5Kf3xrZillqgx7zZkoFLYabMwgE401w1c1nMhps8Y+PQ9b2Ty2g7ntxyEXEJAP
pJeHKClt4TvOyrRYBgOFbBKciYyZUZBV3IqZ3DkPpzSI9vSei60K2KYVHKOv4QdT24b+A/yGHvQ9
ZRnIDpBfc4FMH1u4drxOD89w7hAfvZYuUWTPMjVjJWGBaH+G3NluaPnuJYXGCaN01bcjz84LN1jY
tx7f6v7uLFlBpVmEolc76HeyAcdWfn4xhTFEwAec4jZ6ioeUvYZNC/BFYhxAZOgZjqGDHgMe0s8V
AfQRaH4mnTASgLE1d9rXsdEBrmiQGgeTl64uBCM9ISAqimFBkAVOdXBw6CqxoVfhLchjyrg+ths7
wZyzWwayhOTKjhLX9sHFHooJDE6DMP0syCAFwNfxOl6lo6HCw5XlZAwV7rTN9Ib+tvWYHVnRWb+r
c9yKkqmjm5ZM7dPnQ+WVbUIbC1K1ZjVZQ5E4VNDPf2ion8fcljWWlGJqhCbEmEOC1MMtxVT+thH8
RQL+nKaYZjSX8I9M0o3LMHCTMGKPGxFCZuDJ5k+srbf3N2ac6V67i2sPo8vxla5jUX2+mNugA3Mb
jFglQv8OeZAPaqHT+WMEWovbVCMiz0VZ6HpH/70CyWH5oT13bgCPQ1vimnKLPNwOhVw84cCGoo9b
FvCpcD61lvQNtWtaFt0cJJFwPwiteD27tkrcjvEjv1GxsLLnuzGVN+76dsyD9Mcex1qhoTq6KASv
2kfXmpk/4WamBw+DiEYfgHaHqa3NDVhmems+kQcyUpOC4EIJeRRwULDPqGPcI4EYdOpnQvwmvgph
ZBQZH1ZQJG/izceRZAvpUUp0NvYzCU8Bf8FxwVkVa2V/TlPpmGVAwFgvyVFQSHBWUkVCoe0JBi7p
QBWE8xR2TZ+6AaUugC865HEHMkFBFiC5Ze+X8K5Le/Y4c+Fp4JeVCmS4YTZ0JdvlwXZtU38ki4g4
8zpGVMtJw28TfHyHov5khgZrVXOnBSBpyBjEBARSHH1ES5v+B4ADDL3Kh/Cf4hXZEF4unn/TwOc5
CM0mCSZ95fsfmXlayPB221huzWIkA4I8SwQ76cvEbKAoYhoayDHIVnJaPmBHrMAVSjQV8uhohTx0
wgV9T4O6pc9Tt2jPrqT6h19ObrRCELTxxvszvLE29KoTDWqFRDQCnHlhB4sPlV7SWcYLvRKG7tJJ
bBa+zOIOaUSK2IKlQYOUbcmiEKcMmIaGAWy1BklHeMrBD3c65QMzoAcBHaCGTIKt2borhDe0N3aC
cL09RrQHF68vhRoRRoK3vJsxQ2JVP4Y1cSk2O3G8WrPEUegB2/O5atZa3KxBZO+mWJQOtRuvbLDi
r0hbQhD3Mx5UpB2aOVo6y0snktNzT2HB6Tx67xG3U8miIX6M+0u/+wiyGov4BfUQTfXegrLSJTRP
DNuWorTOdLbLbSdKYmvuXK4XlKfq20lOzchXm55xlUPH/6mobsgD48gx8yv33Uc8OLYIWEruSc5S
g1qjI6pnxfKAt5GxlaHIGOJK5s6KLatRsFWCbmgor4T5lADpdH6XCBNsORiYIA7XGQ1LWlHWzyFG
A0KG8lJQ+XDgFEEu695NQ0oBUmECiKI28Su/pz025FTRmYNqG/099UbPtYFyDosJJ8+TfJdxx/Wg
z8I2iWUNQuIi3IbuNXbYt5GH/UUth30Wb3HMTvv+WOYKn4OBjgsPPoFb7+tWAHb3FPVQ/UfOIswd
ZZ3/0n3U/fVqbudlgPnCMnEe2l3gQf4tqTU5ZuHZom12k0+3ZvyFDugvkKZ66d/B3t+QbkezgKsX
jfdRhobn9hFbeFCDcb5y56rtCm48cUOTiW5DE5C0jGNa6DdilJqd7p5R95UijmZ+pacbq845Z4T/
BqN8lE2xCNLDtgLWeZcYEQEHubeW30sF1uDsXUkLDOD85zjbv5AesdYqcpepWWBduX4icCWZBKJS
/vNpFm8KHbO3l9PMy6jybT9y7PmzrDUfSaeVr33V6OLrhpRjfa+eniYsyuseWabfV/9koP7JUP2T
kfonY/VPJnTHJOHMdIwo/ZVpum0pIH20MDXhKkmECG4ETIT1jJqtRqShyfmT8/tsRao449uP3mfD
7bSNpHpPgFbH9DVPTFJKZV2xVi+E3CVSCULAnLYGbEEIziWm9BQRzRestXJgrCwiKJPIAk8yjADu
BUwTiYvPaROJKiPiHHW6lebnpiFFuzI13gVMjcc7c+0PHh2o+d20ioFP4Q629GYqbQrbx42VURvf
+C1tTsDsnXFntYwDgPF0PyvRpgoZPOGiBpBfO4VIU9iU5xjimS77Jm5hdY2RWl48f1LLi5tAaolJ
EEzq4j16G+sOsJ1cL2D+M3rcxzJplHc5FPd3zATXM+y+ml+ruS77zquGc/wOHtAx9hRTctvNunHm
dxaFN8yn5cx0WpqQyq8aK+MuzpAVN9Y6Z0O1OBNXfDOTRmT30oPCiQLbFwW9SpQ1yoIGylDMDGvg
5BqxQdmqrLGUGO28rSPlQEWkRmpfiyc1Uk4JT2qk9un2pEYVPaFzM09o4MnBeiMQGN4VivVQlu25
OIiSnL5wSnJv9soL/SQTCx6iZ56kEAORzjpKHSNnlvBO3ggFu2cL1tiAWftNS1ArCLOu9uvLbY25
rJEkiiMo3ti4wTzcZFu3kgutRU2m0+S0VEfa0KptpKAFACj6Gu26AQuVTFlUMwW+pcGbNfY01UGB
81YKgh+Gj530G03uteNcvpk+U3VKdNtDUvcpa39KYm6hwkfqLoCmE6GQOAE9zlLCbpzgQmF8VWcc
RqLWS0yfMfXCk9aU3gtE6ZVRzFtw554OYZ0GZ1/PCeZ0LdGkUr07HujNVtINVReIKukQxPNcSVy/
ejLsoWHFzsC4grWL7eM9gBk7+kL6DjF4eUBLZfqo2EFFwQsT+vkGwRmozhf//eDB4E61kBLdz0ga
UapUoTJU0W+QsxFk6EK/8TY1WTDj+Qb0NGa/uXjegVf5cG2IXq5vtSZEX0dT7jRJewUy5HG9RBs5
5WQUfQATDLYakwTbyloG8IJSsfoa5iAc74WowjHDvtBIVMaMnak2pGCIstLmaKXgWQNYh+jJlGme
rbFT2Ub8tuF2Gnteo1Wnk3qrTiu8pg7KsC1EGUKBMxU8RyAjYiYYshxT1dFINHGvFwUGWW1HDspz
g4WVfSUvRl4nV1Mt8CcHEZQjQBvj/OL4CGpgTkPx5G2Xkyj1ufOrtz989MtfvXH70299WAevwbs6
5dXQoAbvvP3hb996+5e/euv2pw/feeu3b+cDfPjOO2+8/cn8Yfrle2988nb+zzdCf/7JO+98+CbD
NYKyyNoRWWTUidaBqVN1J34WJ87S2pZJMP3BMvo1D16O3S8XfnhZhhw59tTl2k/cvI5E9PVJ9sp+
psMwUeXjsuUIRBvTqkI0w9UNeTTBjVYPtEKWxXEJGucoO6zK0qPthRiyanw+bSqwQXrG5UT7GkIi
Prpxonx92deeyppFQWknw439HfwJVsdbGo/zuzpkXB7D1SqOxWqUfiuCrWCw+fLWrbde9RRN71BK
jRvB6WPn2b7am+1QIamePtdO5bGtL9COa1mMOHefiPmPMiSAOGl/4bFBe7g5V5VQNzZngwMY0Zwm
oKF+LgNpU2zrguGNtBILdEpp5NUo6RN6hXpaareHYuEaI9kKq3UNPUMQZEq4XPl2oB0VYyplR8Su
n47Lk9O1giJH0iycroO5c5XaEnNP5iQsRE6CxuNIS499DA/Vrdw8rq9leko4NGiI3NJeiewN42EO
DF1BfVQekuh4qA0tputl3z8Mz+lYr1iWz8JU6LREw+e4sPMhiGVhfceG8nTqKCER6eZtfDkurHp8
1QG2mwV3xvTW5Imsy3ljr1ZlLwzhed6vcGD2PQHLYOVY58S0ilNLCIeKTaiz7zr1d68dGZDnlxlI
0cnb3xtLxkMa47ftOUh1lE2a0JfvpWoLiALczkZZUCPQTjXaadF6zwn+RJ140iZcKhIbkX7qSjLn
WAAVVBAN8p9ozc85mqRdALCgkiPbSu8Xu8OyGvAhmY8JG/dG7Fok7juJ7Jljrewkg39LaWtfhF05
xRuQ7JxKyau4FRnXdIwNVJzsJ+BOPxCZPvHruazwBoHrmdwoXI89f9EqPAuhVcIOAGqMFtYFLsgk
m0dxTJ47imNyk1A6pakoZxocHoTdFxPjOnz3XRAheGNa017UOsXoTst9KcftoDGJev0a3xVH68Zf
0enx4h2EN196UNfg+I+oOmctxqEvZb964ghIh1oQf8yZZ8ykclzcPpasAZIoaeEkuzGnhuOVu9Cw
ZDVngQkVdvWKCpBxDk/NRX/ixlZ+M3GeVkCzR9jS+YXiXE+fzfVUYgruyHp4YnFrbSOKm7Yaj59E
qSQLHBN59W32/tKwVMUk8HtNoSq/hvakuRZXg33hGe8y8i0vBygFsK1NgaMW6ugmE5UFJKir04dY
QgTIABEuvKrcUQMPESYux1ATxuDP8Z7tlGs9WKqVb2kiEbSwPCebMJrnRKeIPrZomui8cOkAq7V/
8OHX6xxer5rZK8sysJu37Cwfd+YcAgSQqnsYr9j7hrGjkfLFzajXMd2ejXaDcGKxONWSIvxwG+Um
sZiTk7gvLT/c7h03unuboYpVCdIh9utYUFJSi90q7fcm6xfJ1DizkU1iAlKHYYv3boEBBMTvB/ol
6kI86dDTb1kt5O6pWB7crr08GOiZ6Wn0sew3mTBTprvB3pgs7QBW8rv4Y2wPdXPimGLoY1B8I1kS
pmKS7ZEWwFWVpJE1RQV8x4bScH0uJH6IPFz/IHm4Ie8MmpXFaXUQ7FZr89dg+8GXJfIHy6YdpkTe
pInjy+LpgxbHeyaY7tR+dWyi048uOz3hfBnr2Q/MKzqGdeMVkWefzF1jem3d/uTp7wbf6U++c3YJ
lVxyZ9ntS4s+zfKuTtuXupP+ZZXTydxqczx3ruy1n+z+4WHtJvxRNIaXX9zPCuoMOCYaVtXUo4qr
ckZXpKlcQGXtC7Ndu/JaH8PEsmb1DEDpJbliBNbX9A3W6Et+GCycOEmNtmVqQViryLlyYfa0rUkg
KbLAmC2mo4vXVzWMribUQItEDfRAMknYQTIODnBtXVpw53rQU5c3vL+f/Z9u9aeqA9cYs6h+tC5i
VeYpXalpyxUAp8Zrso6F3706W0dRqtGtrQMv/NWDZWp42QvH+vXaWTuW74h/djt19dZlGEDsZLnB
Y/FXr0TOIrUSnPQOVmAvHbLwWrzxJHSzAlK4cgpIikslPdvJbk7Iy4YIBkHXvwyfUleNVFeRc0de
OFaSyBWTKokWpsu1SK6pu06UlHbdfBXIa849FAofZwH+xl1t3OR6J/m6phTPoILA6Rnbih9qdneH
9ySu6h34ogt90YO+OIK+OAYOD61p+QhfsDCBp4R1f8D6sjf7TDpOyGFLXt7C3y4Ln9BTYjY+WTFk
hXEKbusJKHqx4KpOjcFiXrceb2w3Y1tRkl8TChZygm+nLokVO9ETJ5J5/qalX1DHcnFTs64fhivh
N/ezb6xr9zJjgk8cHYTHTZlp3kY83b+PcLZVDfUwYBY2bmJuMOEzu/RZy6SXKt9m4LEMBK0PAFN6
IIGivla1cZ+kFBnrJDzYik369hlCwJmzQnMvz8Nmo846IJDNtYuwfJnSsGaRU4gR3bcWdNpFZdvI
fMAynK/91EjN+XE4McuH5UEQP6C5K9M4/J4TxOtI9QiJRVYMUXBNE0tU3JvUVfJFqaM2ZwqCdF60
ElMEv4difrmwbokmpuerBnOsvmK9tkaKZypK8WjO2CvbGZs7cRKFzwT1Llzhnk4etSgkRUbtjxhA
jxCLvHVX2Wff30LF81eMaFqlKqRy+3iSPbejRb3Uct9DN2gjTY/r1Ft3Y3YqmRkoQkKVa6O/p+OB
KZKzFco2vm8IJe0fZg72ubIiG+4py5eNB/NN/IKce3BhNO6Qu10YE1sYVhukyc5/N5eevcVPRJYn
Jl3cVKH7+edD7x+glloN4sAXS8tLw7Wqmqd6se8eEt4rOsuGnlYZdEv/PN65i4yRJ+uowD7a9I25
uZVRmZm9r7b8HaiCrS72mb1pTa4cGvdB5iSJjlGCmWaI9phEa5+6Xli/ggIgAH3xeO4v/V43Aky3
xibuVNjEA08husiKXO293d2eoh1pJEKAfkNUKcg7vzT0inr2Avxy5gtPTKOQka5h42GgXhiwCw69
hdvvvnsQk5CT/uo6tG+MuYJzwASbQ+sgpe3lcaIEbtUQoulzKhEfiL4zC8No7gbpn5FWR6jTyLlK
vcZg5rBaV9UPSVouwBdDyZo0SkgLgerOoSAeLEj8ruwocako6I6YonZkrngfQ5ELseI8XgcuE9p8
LavaSVfNiWIaKNEyYF/uxb47c4RnDUMWzAE42lL031AFEDl1Y2rsgmYbisoM0BIxUgGn+LjBQIxn
uUGNCKq8jNec7NdWVvcXxu/XaAXboNn6U1PUlo7R2/eMXVJliLivTrVquPMDKZBMHBEZcBGRGltw
tBBR6dN4ZW8CK1wleGQ1sXtmZfCLvDWNeRYFXbY1Gqii0JNV5IaRmzyjSGHdxTVP5axjtA2g0jtN
S1BajNA36OTGG241pADulnuaKa2lS0eVi+nVanTr9zMOkmsk6iJDwIg/HwCfD4HPR8DnY+DzCfA5
yTtaA+k8zLssSp22kUXxE4a4w/g8/IEa5rVzHbpKXKGbiq6ktlRwxcqdPTYxGhi9MFVZdIi+6/fz
ebfilTOzysY+Br2OO79xV3IdNtXuCP8FYmSzcLlyfRGDBaJxdjfVLasaIJkTLrbw8KHsx0oI757o
QltnWYi6JjGIbgzXn0/qgLqPVJ5M1itg5c5FFROI1lzs3e6W55Y4NDbCQbNFP7rrpkZA6vtaOVdU
DWCGV9HUTa8WGT3r8pkVJtcZvZow/j0A3EpE3wk6+D309K/pizpi4BgQhgojtwWgQxFPETTXKkkG
PM+AquC5rLWEySqn9JK9Y3VPVHQ+93DV/kc8QmTi1RPr3ttYzoZ/IpTontZ25Jigp/fTQZh9Hqrv
XJl3Is1FATIasiz5n3oYhniNjLroXgY9v07n6eu7sxJRJk7Vl7UeotiBUA6eg/EDlH50heU2UnEH
yWnZhK0nhmE1AYv5oQGS6rQ8lJ3Yk/Zq47oTXOASn0Csu4pL8Jd49leuI92d/+BPNHH26eDNW8g+
pVzGeSI0EIdUWESobcTtKiqfPSPK8eoo6czmziq51mL16W3cOX3JWJ80re/pua0DyYmoJaM/MuyC
NETa/4M6XP8hlvmqqo31V/jZGMI+gXTVmDbQujVJBswJeukuXnXE6YGawJws/AN1M8mCrBPAxtDY
iSMcRJMIZO7lBlRr3BpS10MVBKzzvDt/UNtH3krXeBg/Nk5TKc0f1tutONK/Nm4toxjphI1uGeMv
Rbu283F/SP3FhOjMc9BMHsyQqwhs/FCNmwp8X0RifizCBWZdZjX5QBgOV0R1d19NXDE1GgXdY1bx
9l7FHj4cWUiqTldY/AV/cQZIUbW8uKVu5kT+3SXv/+YsZ6diR1BpsSceZiVBByOrm1SDj/cy3gc0
HyD+tdSt/Q1WH9Ljy4bkCcndpXG+c+oOZ6LcMleuKkHrPKck1N/q2K9wta24K3m+2LCoUSqgPpzJ
3+GdaMka0mzfF55Xj3BIiYhVCgG8/T7Ehprt1zxUK67dXM/8MCvMFeVJUFRhcsk3X+mf4A2gEUOx
Ubk9M6lK1OciumDCeVqUfItUevYsD80uaHraZIZedcBVFxp/Y2Arg00gz/p009m6qsOgVC+qygLM
NnnxI94EZBUNJ+Xyn5OHYCVhpwfrqd7GUE6NdcVPsf58IaVV9aueS46DsJyDFsCgKkthd2mvKCjF
wkm4xN91+obc4PQ5Ri8EQOELOEQ/FULHxwJAvQB0wQ5ZjYphmzINzPuS9TJeGYdjyFfTMWoJ9t8b
skVNn0O71s/MH/QPxt1rvIbYy/5Rr/6khtTE0LhFmXFlye1rJ/02P2Rh61hag2aOnoXDjWSAGiiu
zuj7xPlaWR4PhnVW6URCRVNxrUgi241p6PTIo0mhiR+vA+htpShraa+wOdO4bew1hlTu+OHGY9KE
RjvyCL8jJx5quPeWbmDlWyAz3Wo5Ru/vbsntKiaE9N8kF10F/YHFd0PtrV4I8v/GG/yOGmzwe/BG
BZ3GCPM7lSo7xCfI3GEaViiQ7b0rfx1fU/2wdvcKQssO4k02KU1XLaB16+6AedlkofEmC4raxEbL
Vl4u78F6aBD7XGZ799C2N9OvVRzf1+2RPPUwWQCNU5aviYidXwv56GtJZtI9W7HvzHlkNK1i9rnJ
TMLN0NgjGnV+i5EQU0+f/sgI9awjYifL0kAVNVcVCZhsa2depf5TjG2jf6rYbJM1ubuB8xQJW2Qv
PXGTbD3DSFThw0WrsP1VBdgdqEsll9dDdELt0E5vnGgBmCda20YH7dI3gDDH68vsM1W207u5jI8/
MwzGXbA+CA3twgeI+JSBBEpzx40tkpKsBUPrTI2WDH0urooaUoj44Am+uQ95lfFOw7TgFiU+B9qm
SZlHwq4iOUw6U8Lc0BCUBTS9QdXNXtC6QwlymAhPnw4S5NCv64z55zogyxec3tSGXU8PA9RArt+5
GHMhANHC74NFBLFCDWOFJtC2FOGeJzqmfRe15ucgIc5OxN/XOmJpWslz8etJ0R6y8aFbxha2ASQL
QxR5D3Tve+4y9YBXTmRhHtJW6GzG1xoYGBKR88SJYkf0Svpo9vTsmvsVOuqIxVu91Sa00TlVnELQ
4pQOlXLlRTJ9L5uMjLAqv4fIRMCOIvcqJGKsa2mwtvvpVRQura31KGC1MgDYMk0MMJ7QGNrs5C/0
8TtSvI5iZiUqsis3SXiNm0G3sV1KEOaNBNgMA1FvgU1OVC6ZfMOxB9G4PiB6o9g2FpQjzl7sSzQ6
c/dJVcT2q0w0ydOfe7kVMH5OsOAzXgK6ehixm7zWdQHWzrTFQdfLGja/gQD+lCEK7jbWfmMQGnAh
UP8yn+oCKOFQKEPkeMROctuY26ACs/a5dkBAFKiayIvoJhS2Dx1N6q5sNwJs9AJKKXvoCFCIAyX5
NoxxOvQ+mRruEx1zxLyT7W236J61EGTK+oK01HaMXn1DuJubB0nB3ooaxOnu5zUOQxrjE40iWxrs
84XhrvToWGq45T21zXlB/XWu7g+Mj4CBXfviJKS4K9MHjyH2C7qoKf1rpOo0DPrAOPKiKeNRUPwI
GtQjR34YPl6veJj3mEOtNoRORVXBTyEXS2/izaRCFHmiemfor37rAGjfOqeGvM1UujNNodIgx3ed
ex2s/jMeNkGeRxTjackCNhjOpnbMRehjzTJJisDhld/Xh4fPowkInj3N9/u5TkmjuI9z/qJQj+fP
oC9a4tNrxDHhV3ZpVYBCdcDrXBh4+eARXG8igvfRlEltpsb/EMj6AVA3kg5g0mBVw0HOQ7BQixEv
oo6D+Cc9FYwEE/V9TM8zkR1f3gF2Phol+W9iyiSFVI1S6e+1ZU9VicRXDw2UnTLimR0EudXKFNjK
KWBj18+8ZsKK1G3IseseJ73wZGUnbt6lxFgYfqE8vMSl6Lo1OHA7cSUjGLEK+Dqb7Rro8IgR6yD0
6MAx8yvzYMeVZ6lHL5UICgAkvWgP0eQI8evoFAYzVg9lZQ/K+NsISEdgvEoubDSQZCdvCowOaMXx
rmRSWp5pOqicTDWhX9cA5dI3gLwMAAgAyGx3SAzZCGThYobHQX9VhU9izJ/i3FcuAVgUV8MKkNZ7
699+f/OXQWcuDyi3sPZiYB4a0maM3mjzPqGJ5I7oQjrsVMNG71BIY3ijpq7F2bW1dNGVHmdjKBLC
xS8A1/KgsMAfVYfUCViDDowL1HiJC+RLnKvIyuDlGHia+EDNXawlUK3nSnIrGFR9LXCFbRpLglge
gNQ22VnjCkL5L3rETBUkj3t38NdjQauCStMuR3h2XqA5PzCDtMZIh3XqJaloUPu0BuYeKMc/hCJR
ZcTSjN9DEFpXcorvozEctoc1bdrGA+P4dJRRDY6z59wThXWrBdD/VYfdWR1Nv8DBdviwQRfFaar1
ar800gOyXMxUHPM/54FhYzAYP2iuKUJlHuVP9LouABCYiQqyM67ck0ZMJ3zGcYGadlpmqUmgLMFd
FhF8OFQ9RoczDG51pN0/5UTkCCEiXKZ5BOdUthT+FcoehP3vJhwwDZmt4YVoUC2V31xmpYPivbsh
GUC1OqvYwIidLI1etUznvhvDnc72kDjEuc9uyH5985G+ROvboHbtkjH2g3RTGNa/M4dy4HCd1eED
zheT+AT6j02N0cR2ff3mYFy4vJb0oxplsw4S14e63YuSN/0Gma3qCnkoMHii1BFacPsC4jOjtkrD
Q6CyuPFC3WEO4UEMWYZC4y404AyfwyHAvqYvyvZIVmbldz2S2WoCBUMPW8owUrONFxEpBL4RSfcN
NvLxrqu3WRwets3iuSehtdyvjYCF/9BtFKlGwJJGiudw/HCsVyNxhN1HU1Z1IvsZTqjwy+BM7zTa
tb2GYwSVolwjfTQOF+Tqy5yevs7IBHKZvbHCKRt56JcA8H1nWttpKnACj0AI8IUeTe2FQFx2f9He
8FRWel7w9YiIwvV2gKJjJLspBOAk8qcagl8jkTgHDlNEOA4WGx0gYqOVIFXAfkTPGLD6TEsN44hI
v3JERC7MOBt0ChrFQ7FEy/k3aLgsw9wyNBZi0YZAJT9aBokMlomhL7Nn8soVqmRaVGL9UFPHchMq
6ZF0mFoHOA01qSDdYlCvfngEYLmsGR0MlBEOyo4d/wfyX9x/
`,
  source: `
%% Log events as they happen, from a filter that every log call of the node runs: it
%% passes a bounded number on, and lets all of them go their way. It is interpreted, and
%% slow: where there are too many events it is taken out for a while. All are counted
%% all the same, by the emulator.
-module(log_capture).
-export([run/2]).

%% Larger messages become text where they are logged, and are not copied; in words.
-define(LARGE, 2000).
%% So many events are looked at in so many ms.
-define(MOST, 50).
-define(TICK_MS, 100).

%% Answers #{window_us, total, looked_at, matched, sites, events, received, ended}. Events are
%% {Level, Us since 1970, Pid, Function, Line, Kind, {Cut, Bytes}}, sites {{Level, Function, Line}, Count};
%% \`events\` are those since the last report where it streams.
run(#{levels := Levels, module := Named, text := Text, max_events := Max, duration_ms := Duration,
      max_bytes := MaxBytes, limits := Limits, whole := Whole, stream := Stream}, Call) ->
    Module = case Named of any -> any; _ -> modules:known(Named) end,
    %% It is asked to set the filter.
    case servers:ready(whereis(logger), 500, Call) of
        {ok, _} -> ok;
        _ -> envelope:refuse(logger_hung, [])
    end,
    Reference = make_ref(),
    %% Events looked at, those wanted, those that may still be passed on, or looked at in this tick.
    Counters = counters:new(4, []),
    counters:put(Counters, 3, Max),
    counters:put(Counters, 4, ?MOST),
    Sites = ets:new(beamtap_log_sites, [public, {write_concurrency, true}]),
    Total = call_counts:open(logging(), Call),
    Gate = gate(Reference, Counters, Call),
    guard:protect(fun() -> shut(Gate, Reference) end, Call),
    Filter = {filter(), {self(), Gate, Reference, Counters, Sites, Levels, Module, Text}},
    add(ids(), Filter) orelse envelope:refuse(too_many_captures, length(ids())),
    Gate ! {Reference, go, Filter},
    Now = envelope:now_ms(),
    State = #{reference => Reference, counters => Counters, sites => Sites, total => Total,
              begin_us => erlang:monotonic_time(microsecond), until => Now + Duration, next => Now + 250,
              left => Max, bytes => MaxBytes, limits => Limits, stream => Stream, call => Call,
              events => [], received => 0},
    {Ended, Last} = collect(State),
    counters:put(Counters, 3, 0),
    %% What comes from now on is counted.
    Whole andalso timer:sleep(erlang:max(0, erlang:min(maps:get(until, State), maps:get(until, Call))
                                             - envelope:now_ms())),
    shut(Gate, Reference),
    Answer = told(Ended, Last),
    call_counts:close(Total),
    {Answer, #{}}.

%% ---------------------------------------------------------------------------

%% What every event that is not below its level goes through.
logging() ->
    [{Function, [Function]}
     || Arity <- [2, 3], Function <- [{logger_backend, log_allowed, Arity}],
        erlang:function_exported(logger_backend, log_allowed, Arity)].

%% One for each capture at a time.
ids() ->
    [beamtap_log_1, beamtap_log_2, beamtap_log_3, beamtap_log_4, beamtap_log_5, beamtap_log_6].

add([], _Filter) ->
    false;
add([Id | Ids], Filter) ->
    case logger:add_primary_filter(Id, Filter) of
        ok -> true;
        {error, {already_exist, _}} -> add(Ids, Filter)
    end.

%% The first one is none: it is there to await whatever the logger was asked for before.
remove(Reference) ->
    logger:remove_primary_filter(beamtap_log_0),
    #{filters := Filters} = logger:get_primary_config(),
    [logger:remove_primary_filter(Id) || {Id, {_, Extra}} <- Filters, is_tuple(Extra),
                                         tuple_size(Extra) > 2, element(3, Extra) =:= Reference],
    ok.

%% The process that takes the filter out for the rest of a tick in which there were
%% too many events.
gate(Reference, Counters, #{coordinator := Coordinator}) ->
    spawn_opt(fun() ->
                      link(Coordinator),
                      receive {Reference, go, Filter} -> keep(Filter, Reference, Counters) end
              end, [{priority, high}, envelope:heap_guard(1000000)]).

keep(Filter, Reference, Counters) ->
    Until = envelope:now_ms() + ?TICK_MS,
    Full = receive {Reference, full} -> true after ?TICK_MS -> false end,
    Full andalso remove(Reference),
    timer:sleep(erlang:max(0, Until - envelope:now_ms())),
    forget(Reference),
    counters:put(Counters, 4, ?MOST),
    Full andalso add(ids(), Filter),
    keep(Filter, Reference, Counters).

forget(Reference) ->
    receive {Reference, full} -> forget(Reference) after 0 -> ok end.

shut(Gate, Reference) ->
    Monitor = monitor(process, Gate),
    exit(Gate, kill),
    receive {'DOWN', Monitor, process, Gate, _} -> remove(Reference) end.

%% Runs in whichever process logs, interpreted, and is copied for each event: short, and
%% without a call to any of ours. It never fails, or the logger would remove it and log that.
filter() ->
    fun(#{level := Level, msg := Message, meta := Meta}, {To, Gate, Reference, Counters, Sites, Levels, Module, Text}) ->
            try
                counters:get(Counters, 4) > 0 orelse throw(enough),
                counters:sub(Counters, 4, 1),
                counters:get(Counters, 4) > 0 orelse (Gate ! {Reference, full}),
                counters:add(Counters, 1, 1),
                Function = maps:get(mfa, Meta, none),
                Wanted = lists:member(Level, Levels)
                    andalso (Module =:= any orelse Function =/= none andalso element(1, Function) =:= Module),
                Large = Wanted andalso erts_debug:flat_size(Message) > ?LARGE,
                %% No fun of its own for this: to make one takes the interpreter far longer.
                Written = case Wanted andalso (Text =/= <<>> orelse Large andalso counters:get(Counters, 3) > 0) of
                              true ->
                                  {Format, Args} = case Message of
                                                       {string, String} -> {"~ts", [String]};
                                                       {report, Report} -> {"~0tp", [Report]};
                                                       _ -> Message
                                                   end,
                                  unicode:characters_to_binary(io_lib:format(Format, Args, [{chars_limit, 4000}]));
                              _ -> <<>>
                          end,
                case Wanted andalso (Text =:= <<>> orelse binary:match(Written, Text) =/= nomatch) of
                    true ->
                        counters:add(Counters, 2, 1),
                        Line = maps:get(line, Meta, none),
                        Site = {Level, Function, Line},
                        ets:info(Sites, size) < 1000 andalso ets:update_counter(Sites, Site, 1, {Site, 0}),
                        case counters:get(Counters, 3) > 0 of
                            true ->
                                counters:sub(Counters, 3, 1),
                                To ! {Reference, log, Level, maps:get(time, Meta, 0), maps:get(pid, Meta, none),
                                      Function, Line,
                                      case Large of true -> {text, Written, erts_debug:flat_size(Message)}; _ -> Message end};
                            false -> ok
                        end;
                    false -> ok
                end
            catch _:_ -> ok
            end,
            ignore
    end.

%% {Why it ended, State}.
collect(#{left := 0} = State) ->
    {max_events, State};
collect(#{bytes := Bytes} = State) when Bytes =< 0 ->
    {max_bytes, State};
collect(#{reference := Reference, until := Until, next := Next, limits := Limits, left := Left,
          bytes := Bytes, events := Events, received := Received} = State) ->
    receive
        {Reference, log, Level, Time, Pid, Function, Line, Message} ->
            {Kind, Content} = content(Message, Limits),
            Event = {Level, Time, case is_pid(Pid) of true -> Pid; _ -> none end, known(Function),
                     case is_integer(Line) of true -> Line; _ -> none end, Kind, Content},
            collect(State#{left := Left - 1, bytes := Bytes - erlang:external_size(Event),
                           events := [Event | Events], received := Received + 1})
    after erlang:max(0, erlang:min(Until, Next) - envelope:now_ms()) ->
        case envelope:now_ms() >= Until of
            true -> {duration, State};
            false -> collect(report(State#{next := Next + 250}))
        end
    end.

%% How far it has come; where it streams, with what came since.
report(#{stream := true, call := Call} = State) ->
    envelope:report(told(none, State), #{}, Call),
    State#{events := []};
report(State) ->
    State.

told(Ended, #{counters := Counters, sites := Sites, total := Total, begin_us := Begin, events := Events,
              received := Received}) ->
    Counted = [{-Count, {Level, known(Function), case is_integer(Line) of true -> Line; _ -> none end}}
               || {{Level, Function, Line}, Count} <- ets:select(Sites, [{'_', [], ['\$_']}])],
    LookedAt = counters:get(Counters, 1),
    #{window_us => erlang:monotonic_time(microsecond) - Begin,
      total => lists:max([LookedAt | [Calls || {_, Calls} <- call_counts:read(Total), is_integer(Calls)]]),
      looked_at => LookedAt, matched => counters:get(Counters, 2),
      sites => [{Site, -Count} || {Count, Site} <- lists:sublist(lists:sort(Counted), 10)],
      events => lists:reverse(Events), received => Received, ended => Ended}.

known({M, F, A} = Function) when is_atom(M), is_atom(F), is_integer(A) -> Function;
known(_Other) -> none.

content({text, Text, Words}, #{bytes := Bytes}) ->
    {text, {cut:chars(Text, Bytes), Words * erlang:system_info(wordsize)}};
content({string, String}, #{bytes := Bytes}) ->
    {string, {cut:chars(String, Bytes), erts_debug:flat_size(String) * erlang:system_info(wordsize)}};
content({report, Report}, Limits) ->
    {report, values:shown(Report, Limits)};
content({Format, Args} = Message, #{bytes := Bytes} = Limits) ->
    try
        {format, {cut:chars(io_lib:format(Format, Args, [{chars_limit, Bytes}]), Bytes),
                  erts_debug:flat_size(Message) * erlang:system_info(wordsize)}}
    catch
        _:_ -> {format, values:shown(Message, Limits)}
    end.
`,
};
