// Made by scripts/gen_probes from system_events.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What system_events.erl becomes on its way to a node. */
export const system_events: CompiledProbe = {
  name: "system_events",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "trace_collector",
    "trace_events",
    "tracer",
    "tracing",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "code:ensure_loaded/1",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:function_exported/3",
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
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:send_after/3",
    "erlang:setelement/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:system_monitor/0",
    "erlang:system_monitor/1",
    "erlang:system_monitor/2",
    "erlang:system_time/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:trace/3",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keydelete/3",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:remove/2",
    "trace:process/4",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "trace:system/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAQlNeNrtXUmX60hWzrTsnN7UNUBD0wzdFFNXFzxJHjKLekXRdFOHDbDgFL3zUdqRtuLZkluS
yy9rwWHJz+Dn8FNgww9ghQZbjuHGKMlZ1aff6qVthSJu3Lhxh+/eu3R2g2y7WaHgbHV2dvbl0tk5
D9soOFv2dpezVbBNUVp8cb4c7C6qv6tfOsUvvw6S4Gx3/sXx/72v3OKPdbCpftZf9nev8r+mDyFa
zafoXTDL8sGdXT/I4nX+wGUaP2TTdXocwvnKfa18ahkkc+qp3ldj1UM3S5R/u4uTOf02T/Xg1SaJ
FwlKqdfdYoyLFV7nT/dnwWpFPfI8f2SWPzF9WAWL4mc94svrLMnfht6FGfFhP0u2COeDDdZBNluW
ox3n6BJvgd53iVZojaLs8KrLMMrQAuVPBz1yp3C1meQn4Ct7X3n2b3TUbwQotkji7Waac+IcJdWg
1hPo20ygn6LVAxaR4w585modvEXTBD2IHhvKTkOQpvGMGu/ZLM7ZM4zyPxPJJFXDXOczQgmKZohd
gvSxwTbKwlV+0nvxpiDUxwwLSo4oP5jwtIlI5YMLvk43wS6axpt6n9XyCe+3HCRgcewOHEGKvp5o
tw15b8DxnlxU1pyCi3/l2+Iopee8CqO31DfsxAlJFcZJmD0SnzmreEeOa72yC25lPXhl1S73dk4U
5oMz+y2k+YT8Y4Tt53mpnmd9Iq+UZyJI36KEFYzSR/r38fyR5ewnPa/c5ciPdbEKMpRmwAaRfzvk
Ew9BuEJz4pOXWZAsUDbNwjWKt8VYzn0uy/LzWNMc68iuTZzkg8TVvhcHmrp3q3kx6sg5d5OyYj/f
OCx7avAQrFLisXq0KI6QetqDxTZXSdjnNHZwHqfHo4LlB6S/pyJ1Ug6yTvqi5+t0GkfTaoOOHPNJ
h2oFxYulbNPVLemBOGHe310kaB1niGbgXGsIogXJjus4irM4CmclR7Ib+2wdrlZhinKxOG84u55c
xNW7XchxSol0sVx7DKOHmNWFOGWAfQEmDk5/11vNGMXuMODVAkX5VmaIVfyoKwp68UWYTjfhHDhh
WHA6ycsLetP5VPPAHo+K4KC2wmd72gEHYrfMBXWYci/PB02wUjRd5+cdPYQRmst0FOFLwijMMJYs
o+AoDH1mQBWhukIxhn94z8XOyZJHcp+txMmVvtoEzwMgilCS0lcjPpJMdveRJ7kXv2WOMTBgTzUn
8jYdZMsk3kl+cJnrCPlIc0r2U9cDpo+T1qIs3rC/x7HO6mg7qL7CG06U1zxe5ALzHk1nSZAu8y+s
ufBayYVCnqJXiKlx7/Pf/pLSgrDRkewJLQgx8WrSrIN309IWS8NvkJk52j88Ql4H8ife5pcqq4sp
lROUJHEyXcWLRalq0yqZ6unvh9FstZ2jaboMEjSfFipnEqKU1witKU4brPrOLd54cFWPcMaD0jsF
Gw8j5dwq44FlWlKKHSiTC4YZCr9GB5PJQKz1f/HLf/gXVngLz9CIkeyQ7md0nm/0bxWfWXzjVdbS
qjgSxYXf/WLsBejzSoBWUxUYbi3Th/J8fItJc7q7hbpLZLdHm1vhqrZC4Dsjn2kwgdKVCKkDXbp/
DGlHyaeaUSo/BSuxGnqun1kLrO4IBnkdxoDXgb9jjk4likbWNL/Mj2KGZhmtlHbOMdYDP9ffzQlr
QaiINCDP1M//6V//kTxFDM1mTOzq7rQnzp6B9l4165m9MLEqVR6mfj5TUqt0FijjXDyVQ4/Zy4Nj
38x/lRPtHbCmM9J9R1lVnfnysMQHdbgTeiL9pzQJcHd3exvbBgiqMWfTN3Ch1CbDQCky0dc5GQzD
4TeFjcc+qBERvy6eu3/MUMr6maWPPZtvkyAL44iJwPvq+yBch/QcRxhwIF5oBGENueilWhLUm+So
TM7iZBpGV/iFK59Jg3Uu7TkPJ+Mh1QmulSAH2h9vT8lXHCX7rZ9HZxNSbqg7LNIY9zSwXMv3dO8H
moLlhGAWbQDUeM8gbvlMyT1ZEsxo34MynujsgkcZMgZw9xTrMwqO2p2ELEHB2tgzdJlu1+sgeTRz
el3uil0l3aB7/I08bLlXs9Axmqd65OoeLcJoGqXtx7ZuoiCK96Et5czTxzRD60KWm8/j2f5hdYBN
yUor9JBJriGALfY3nja9926sOatPGYfZTxA01UAN9CP0LjvVtIhf/58QJHWr5KBBzhBZShE3za3o
gzFQBSvt4WaFN0IR3hy2ozDy2pYglkvFSputDAP4AMi2crUgAYTEsmac9xvq5hw75CL7vviMsyhu
6Rd7rNpIyXjl2t+r1z5NZ0EUUX498rJC0SJbci6vW9xBRNXVRTpcbnOxH89JzfDD/CTm932GknSa
xVUI5FETNxHG01V4T7lA4yQ/3IeZF7dvGC2Cs7dn/X97nW1EsXxCDKuBas+KCafTUhlgDtExwi8m
cU+bxL6MMYQOBx5VwPGAjy3n4GjPQT8GxEWNXI3wD+OoGDb3Xn6gMA3EKBNqHoy/sDkTDM2YgICg
iRmBgAIoOaEVWIGPG6yCFJXWgKp+iqI556D1ZJCCTZBkYbASbrYPI16vozj/LCpcvYKv0226yWdD
SovmfDISRXp7dnLD/Nhi5kQ29MwaOKBHoCox/La5aV36fmi8s11IY8AJbBfE9yF2aCCfP7SUzyPu
yFpzSkUaUIUYcSGQdpKRGKhYTyPhBUi46Co1wXALf0vb+0YMt46jMIsT9rqBQkO0Yu1yoTtIHB/G
t05R6C/DxRLryPJzgxNvdFtSmTfAfdnX8PcBXAM9MjZKJdIDnPlts6gg2lMAjCGcrsOAhM6NYrxj
UgdaxC2Hd3/7FA5rJiIwYgGA37x/JobvO8YpJa5dSsnYzAVckb/rY3+C1KTaSfYT3vHF7BKZuGQW
FGJiFkOlo/lAv+apQka3ZV9qJpFnkvVN9NRnhXFMvEBRuk3QdBUHczTncm7KIAUGMfe6Rsl7+Zpn
ZTASvSvsHTTnodXFW6h4Qum0Znxt2CSxqK+RxChwebGzeZnvU1rMf5agIEOcCXWPgnUWbOiNIpPr
LM/M99VKd7O7AkQGDOXIAC2KvTpQbI7SLIkfAd8MjZErXbOsb1nzZXtm4e4sX6wt1xcW7YIW3uSe
OCA+xgbug8s9XTjFAM4Bspvh+RTrQJWgtDrHnll/xwCipRlBO4S9KiGMvxUnqYGW87v6sMchfzz0
meyigtkzHjvraf/ADBXLwaoa2wm+maOHveVdO8veI3KE9qrJj1jDS6gue2J12ceMa7LllAelu+SA
O7B1pFlmM4C6FDZCNQEJEUr/XRmBFfquhSkUfXsE7DoX8cECqV26Rqfw9wzieEYD//DUAEwAXzK2
AsyD5B+UYV82t7Jj4ksSF1UL6YsXEs0ZiMtrGt/UeFm/r+ts5N5tuEgJEroS72J/V4mUbhEJrV5z
bRhVcvKYcUMhUlgFqxvwsM2oYQSG5lvRBbRgyGSG9mEtvc/fnAaTY1R8ooGj/g/0lbkJ7g5x2AC4
Ly5NwmI57s/G//vvBlbEeZfrtRz4DzsjJAfyEqaJFbistpRikfPHzuXB3tvXD0m8nh5gPg3284/0
b052RYRVLL35W8CNkd6c50UJhzBYTUvgbJMRBcE5QZagh1W4uBHrJyZ/J/PwAldpfQ0YPUPUjAJ9
wtL6KIyxwHurXyVokXMcKlLEo2CNwB/R23N0stlEpvq6lQM8sdHigvFf2GT06FIO+atSxMVleh0q
U0zac1SgyFaaiJnWp9GiUveBQfyoO9iD0MqEqsi1zqMyhJagApCuW6MWbsF8LhnX2q9hAUEbHZmW
Pj6OSaYzu6AhnCusR6me6ABc73Ni0Rx3hyqQl4fikBxDhpgy1e4gqhof0x9ZnqZRQwvTU0ijcbvS
qMEyJZLBUZ0a2Dxl06JGjZf3Y+XyCOw4Ax4GdtLG5bCP3xyEyd7EfPMZ+wBJklOum0vY1F83c3zv
RG7aczs3LZ0zK5SifWkFM7+SizT5nTefvjEl6bnQMX5VOl+mWYq7fMtlHVqSRYwn9jzzx/peAr/B
5fCR/uXgd1LQ9U8si2I0eacKNATn4Hssb8A/u5OQCetUsjuqGMkawvA71vEXFgCkjIEc05S1jDyX
tktH9jv0p9wODURccStEIJTlyURJXC2zjFgKmzMACJ27eMjN13SJT3gZXaZZvNkwNQOlJSqrarAd
Q/p0Sf0UEWQR0vSpI8lQcR3fAtkpLARCWCqwU8Akh6MnYEi+wqrc8dCz9NI0ZuE/0z5j7+0T0qf3
j9M4W6Iklc9TXsFW7jvzJB4zvaKmMskPlaaVFeWtiwKTOR8t1s3sNUIesggiU/JQBprANLSaiazq
sBa5WVeLPrzP5eB9rWH5CUiyKo2DgPqx5ePH1uXjXV3amZYd1kbhuWJba4IlhZitmUhcnNPDdsWu
OSSia08DBok4gZhbJ5WCAQEIUoZaIWdD29I+sl0l0nYGvwSvRpPq12UFYJKe98E8SBZi+agls7ny
Atdv0eM8XyYPs35/FUeL6R5dNf3VFpV2gWgvJljgDWbL059APXgRxdm0VBGC+9wOI3pJyLwsE1mh
z2o72PO83xPFwM2TVn9gkrTKxT5ain8L7Gdl/TaujM3IuOKbRiE1spSNPsKRq++k7rMGVVBSOgeP
hY3Ehv8d7KiQJ2PepMXJrfnGkYi78dGpNw+/hlFP5kJ0zEXeqDK9zn+L+4BBEJA7LUhtxVKwJ2lk
cTO9QO9ypT4KVmVFeCibT5NjVU09jBgZhrhMGCGMYa1uKFRGDNiWO7q3WCMScAtGAhpgv/7coM3W
a3wKrGIdcRBhFIeadkWXpfH0IuDfMynVcQGFDCj6D4FaeAJnCxtyGksqfVBPTSC5eS6ZKlOUrxiC
m7T2JE3KIjEi3rff77+wDHLeadSEEAV2T7fD38FNZcuafMv31ezkPktQtk2iaQFLFERm8ifumm3g
RfUSxRZS7z410elFdk31l+jdDG3KzF2I8DpNQvIRxw3P1XU9C5OdaSN+ZbIt49NtS1nkSdL49bah
HEupBBqQ1C3x/U8MCHzLFfc9wa6eUMT9sNjVojRgVCbKh2kWRosph1Zqe7dfFrtdvZauYPGbfT+N
ynKI3Um22HhTAeeDxnY+yXV2whM2KEvtsECDDlRFwiQFKRemRGqFIP4mWuZluQjlzp7Cehj+ummZ
IG0pU88TH8z8S0+9fTf7V0zvHw3PJj0jtvdxdxZVEUQUaTpWWnYx4HdBMo27vwMoDJcgDOaIwmDi
mnATOZMqxNNNWCAPSopB7YOFGwxhuUwtqBMwtmCanlKi98Qkg7stF6NKmwgXT9Wl1ZnHmpP5CXQ1
j+sI8kTb6b22E1KWxH0K+eS9biKf+tLKHPKjMjIUKGI+H+nxebfNN/Qv3lEzhm5Ac++1BQc/Ldm+
CydCbIbA5LVvDsF2dBI9D17I5RygUGA1qvFLRNHTw3BPtJXQcL1sJRYs9l++qEiaxZAhVuGfuWB4
6/UbPevcHjYFgElJPl2As1naysf6GPGhrClHA7jpt76smBD7e0gl6LaaWE+dXHLo/KUPKeB6krmi
SgiWjPXTrvLBP9aOyB9kJ9PGCkBG+NZ4V8+oIgsPbvH0WgQzTbwOkrCqYQGl5jRcYZtT1ScQc0Zb
gKgNxb2DOGykERd+ohTPomy0m3lYVuKtAGP1px8FuZRKc3U0xdi0fpIYG6YqOA1P5sVHZIUP3GAk
cllk3RKoqkyvJVjEX5qUhTJFl/ttVZX6q9YuXoO6shCjjE60BrDcTBZnOZctUS5QCt36yCKsSBO1
COCg8j5cwUfBaEYleG6Z6udHStb6xGeySl6vfvYF7vgMvP51OwNjkH9IoQOzTktQZ6jwidMo48ee
aq5J4KZppxNXo64i35/wIc4V0tlSv52GCCDf02zz4Qt7HbfTiSZ/9Ww/C3Jouli0tP1DC7XoXcsM
f48xpEftqVb6Rop58z258ebIOaNOC6WSVaYrFGlkCwHZn5L+NbKXYU0Tsy8yMdkStHodbWohdA7W
GmstNVSdQXeDkiydztH9dkHVNlwFGQysd03ym/VKbIyehlOHOsD4EZsd8eo/G2SqDxVFsLnC53YE
HZtVO2+NoErbky9r3Sjxf8gXtT5FjW+f79qr5V7qtQjLoKUQ4y0SBcH3eaH6TlRlWRQ++9s61fSm
BPcFD1kVU3e0+5PpF5bh98qsPAaXHWjrVxxoFXj11V2WgXRp/Vxxkw4sQ+3Efq73zEFt5e7RofZi
TWYPtPYYNahKUC1H1ThHxwNzaCohbJNTWUPdph2zaV7tW19SPMcgWybxTrWiy/x6yd86l72jQZUV
E7537fle2eAJYGzdqQJMDjXQUJm9XieFLmBRxS7G+qb2TLpxsKUv6g56rSvGnk2Dg2f7+goHQ4a8
Uq52cTIvXtViD/mjOC9/awrXqmtJGKFYNJ4q/gs2QGvSsd5TWkQn4rs2wuIjsW3vmCTAa0cggYx+
1yqjnxRM+6iVacn48jdfI64dJ5Si79eFKqUtKMn0bzPnWZI/maSQZax6J0we1VO8i2GkbMq5C8Ii
Nwbql9aMDd0OasZ51va7spS8lumYb3shtQzax+XaPrfzfEDWB2wsYK82QVLE8vjwYVu4BU3DoaGT
jX+HWZEuKr7dnfrLht66KtdX96/Q3Rq/8QXlK/u3KENajJatF3jSCzkLkSzsld+ClLpl3VJ2GDK2
mR6DJaxZfSAJ3fJiwTV5d7OeWSR4kyhN0mWXKeLX/4zhyPAhw6reiAtl5/Cw6nSs35aaw08p78yr
TZCF5R1jTZ6hflRXrSz0l2GVY2wanAOF6x6KrXrnJpy9tTEA2XIfnqpwipaq5XwTbmShxH0aiHJV
uYm1sbk7GX/cHWYqrfc+/lj2Y2wveNIsF7ZtZfWOlDWmhffBLcdDlKuLeMl/ib44ByL/+6pdlusZ
K44ZAW1T1+Wya/bF7ozyYp006gsKl21Qt8OaiLId6FS2ghXfokfl255UVTIHuZHCtrWShr6JjO/O
mzYwLWgt7f7iWvWi4q0TKlL6wX+04Y5sHQmh9JYM5miTLY18JYNdOKcfURZM5BuguNgMU+MxNf2s
WXqi34NgKA/iC8HqzS1XT1eLUIlu8vIWC264lx7nQVUDGWHMbsNcZpq+dCczzzhjWdxIklzAdY0U
tvCZpdv7ww5wyhzBiTfYkKoEflmc7OOZlZjw2y3P7mgpIe2aYdYj36oRnwaYPMX1IGlZ0qQ9dD72
+U/JUA+1wr6od3Rn7ZY93AYyYAgVKmVrb5DpsWV5hrYMECalmdI9wTcob9mjuW1Uy5ez69WZVAc7
mkBEs0RqnG5yZ5INKC7zCtbHqfn1c3Xvtr4Eim+5tE/1w1409/ki8+sWxuhOoOR3kQOpgfT8a2Xm
G9F5weYFn+nD5kfiEgJjgfdV0OvYTn6GEe8qfM1Zt7ahjZf5+FXySBnKFsrk5wzfWEDaBw/xar6q
uVP75tYs0OjidmPJbzgWudBgEa7q2VBcjcdlQOVeS+63Me9+0yuabJuwKImPtRoRI28vZfSYd9C5
yjhfOguiqnIWk/Aqj1On4aoAthLJeabhxDrUpe29GWiEf7mCQC7fW0JS8eQ6V7/vw8JTI6nx1qSx
EawcWg4FyUkX7OcjT5oRAM5BAhUOAhEGX4BGlcT1CK0XLsI/sZoFQdmBXk+NnlaeI7gxFb9Q2mC8
edREdvIPFycFgBrLK8TLw59k/Zr+R7NtBsyg0WaPsM5OMjoZsZ4PMSCxB3r9hT0l+7eSuv25QTWt
18wtrd3eXBC0gQLyMi3cE/ZN0PHgjZisVWuS/Y2+B8/XbfoqiB5/ImlsMcDtoTy/MMk9FTfHZDph
tMIalAvcVBqIRj/mH2qR+kN5Ynk/n8JDG7eotM1K2btD15rtmbQi/wIrfw10YhUetVJSaAjLO8UV
dme779bH4G/N+qg0ZCncDvzGU5X4oAQk2IDHJxXezgx9sPMPlKg+lPQ5aaW2kjEWiVST4e11u3Nv
tpTj1gNozfQuHHHNU+2yUoYNYmtN6nf9zLKK8xCL2PMUjjy/feCwr5IJ4vonJ0KuCQGDpIXU0DX4
d9Y5BApnIM+wDWf6c/2ZjukDq5jpmLEb7HlLArYRRkddw1xzFnioxKrXEDq2Ra7C7tVvBsdg+jpo
8Tu0QrHIl+lb9Dmd5/MLZ0GGxPBzUR3+CZZUHKFzYx0znBYf3P4m3OzCag6E8zk/APl/ZvumPGIN
m8LZS7o2TsQB7pFUb+uz7HBhcY6qa1kzH2KE+dLQBh0MD3BNcSRJ/wADgUxPnS5Ve2rpSt1QAECA
79adGMCWxYIV4Qh1d8t6DXBHyjvDw8TbRRfSpgDCvNUkCJnE3lssqSPOVtXWbvcrM/rl/A+qXWOh
ploLqyieBlG6Qwn1UwO2ZyPbnj1++BA0EFuHbdZaNAh+e7ZectrtNgTdbucN0i0OFBPsPk1I+5CX
2zjkpXkOK4UbYE6tYGIbIc6RiU9Sf1b615yevjoRcJtZlfF9U2WlK7iJOuSk6FcAnc/bCWiJAkDy
NXMBESozr/zchpJqNOKB8bS4UgSZNTSqsL7vYWTLYlfrfalNjiwjLBB64g0o5I/5W6xP/C+0i9fr
IXf7EXqX2YF+r3K7LQkyQB8Y0bCIiXJX5Z5KMUZ3CMbH6Lxb8db1i9NvpKQNjY6NiW/BbRHwy1IF
ny7jdx8T0T7FbFFZ0YCWqApQ0xgKhYgvDHKN1frSGBQdjqYz1G2rnuzft5FocMfdFcYO3ROFWjX3
b4L1bBBXsh7dkD7J03z4HLwd1S77WhHQ08uswkYQi39m2JlRAzQjjdhKw1qqVdKCXZw4o+PPE429
V7iUg4PtXop5Fd1eyjF0alWJZlFqHZY1/hvmYroa5qUP8ZLz5tM3hpqSL+InSakiDUesDEGkoqzk
FA4MAJENmh+6wL17EJ64vSk8L8GDWZolYbTQmsR1/fMWp/Esn8bBx6s1i2JrDNJc4RKe3KgvwvUm
iTcoKQ+F7vrgGiwoWbcW3BWU29nnkUPgSQt9pInB8qVVagN4Yyumy61digljIjy4EdkFAmvSQAd8
IpqfOC32S8t4uTl30MVw9OCC43Zyo33ryIp1Na8bIiOEdaDp6Sr2nQLEIAPSMBdUulqF0Vuo7KM8
LgYGHn0jw1flX5ACEiWhlyHGGC5Qf7GNRKtV1rMXTaA/p5qF7sOW8q4MOkUfrjZJGCdhRmK7nVW8
I4e2FgIX+rGNsV4jphd1UlTZUce2LIgjybMSw9n/B5OlMOzlh570FZhcbO2KXue1K7RZkjiXSkX+
ZNU1jtEbjNtMhIFhg8MOYYOmbXk8WVseEiiCmJY5jO+SlS+Dh9U2XVJdoiBit6MIO+KQguywNAiC
wkLIoXNfwqQTwGOHQQBBLedPJEQ5t/T28rBT++Q57T0YiQEnvjgrZ/xEztxJc0cov5RTe3MNFnGn
uYim6r+JV9ckzDM0ZKjzJy0oBEyq7VpavjxC32bUy+PscAlDmL823+gsCFfmKEmuTlP+7/8BMgWG
KQ==
`,
  source: `
%% What the emulator itself finds worth telling: long garbage collections, processes that
%% hold a scheduler, large heaps, busy ports, long queues.
-module(system_events).
-export([run/2]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, system, 3}]).

%% Answers #{watched, events, received, ended, waiting, system_ms, processes}; processes are
%% [{Pid, Name, InitialCall}] of those in events that are still there.
run(#{events := Wanted, max_events := Max, max_bytes := MaxBytes, duration_ms := Duration,
      limits := Limits}, Call) ->
    Tracer = tracer:start(#{max => Max, limits => Limits, sample => none}, Call),
    {Way, Watched} = watch(maps:get(pid, Tracer), Wanted, Call),
    tracer:go(Way, Tracer),
    Answer = trace_collector:collect(
               #{tracer => Tracer, way => Way, call => Call, limits => Limits, stream => false,
                 summary => #{watched => Watched, processes => [],
                              begin_ns => erlang:monotonic_time(nanosecond),
                              system_ms => erlang:system_time(millisecond)},
                 left => MaxBytes, events => [], received => 0,
                 until => envelope:now_ms() + Duration, next => envelope:now_ms() + 250}),
    Pids = lists:usort([element(3, Event) || Event <- maps:get(events, Answer), is_pid(element(3, Event))]),
    {Answer#{processes => known(lists:sublist(Pids, 50), Call)},
     #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

%% From OTP 28 on in a session of our own; before there is one receiver for the whole node.
watch(Tracer, Wanted, Call) ->
    code:ensure_loaded(trace),
    case erlang:function_exported(trace, system, 3) of
        true ->
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            [trace:system(Session, Kind, Value) || {Kind, Value} <- Wanted],
            {{session, Session}, [Kind || {Kind, _} <- Wanted]};
        false ->
            taken(erlang:system_monitor()),
            guard:protect(fun() -> give_back(Tracer) end, Call),
            {{shared, Tracer}, set(Tracer, Wanted)}
    end.

taken(undefined) -> ok;
taken({Pid, _Options}) ->
    envelope:refuse(watched_by_others, {Pid, case process_info(Pid, registered_name) of
                                                 {_, Name} -> Name;
                                                 _ -> []
                                             end}).

%% The death of the receiver alone would do, some time later.
give_back(Tracer) ->
    case erlang:system_monitor() of
        {Tracer, _} -> erlang:system_monitor(undefined);
        _ -> ok
    end,
    exit(Tracer, kill).

set(Tracer, Wanted) ->
    Options = [case Value of true -> Kind; _ -> {Kind, Value} end || {Kind, Value} <- Wanted],
    try erlang:system_monitor(Tracer, Options) of
        undefined -> [Kind || {Kind, _} <- Wanted];
        {_, _} = Other ->
            %% Somebody was faster.
            erlang:system_monitor(element(1, Other), element(2, Other)),
            taken(Other)
    catch
        error:badarg ->
            %% Queues are watched from OTP 27 on.
            case lists:keydelete(long_message_queue, 1, Wanted) of
                [] -> envelope:refuse(not_watchable, []);
                Wanted -> error(badarg);
                Rest -> set(Tracer, Rest)
            end
    end.

%% One whose heap is large, and so its dictionary not read, is known by name at least.
known(Pids, Call) ->
    Identities = maps:from_list(identity:of_processes(Pids, Call)),
    [{Pid, Name, maps:get(initial_call, maps:get(Pid, Identities, #{}), First)}
     || Pid <- Pids,
        [{_, Name}, {_, First}] <- [process_info(Pid, [registered_name, initial_call])]].
`,
};
