// Made by scripts/gen_probes from elixir_overview.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What elixir_overview.erl becomes on its way to a node. */
export const elixir_overview: CompiledProbe = {
  name: "elixir_overview",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "Elixir.DBConnection:get_connection_metrics/1",
    "Elixir.Ecto.Adapter:lookup_meta/1",
    "Elixir.Ecto.Repo:all_running/0",
    "Elixir.Oban:check_queue/2",
    "Elixir.Registry:count/1",
    "Elixir.Registry:select/2",
    "application:get_key/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:fun_info/2",
    "erlang:function_exported/3",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:join/2",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:keys/1",
    "proplists:get_value/3",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "sys:get_state/2",
    "telemetry:list_handlers/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAROKeNrtXUuX48Z1nibI5vQ8NHpZsp2nk0niWJY8fHcnki0r0iIn58Q+iY/iHQ6aRDdRDQIM
AA5nvMg6y/yE/Jws8zOSfVbeJAWCj3rcWy+AnJl4ZiM1SQCFqlu37uO73517606xWsZhcC++d+/e
V3Nv7d2skuDevLXuTuNglYd5+cXZvLM+r/6ufumVv3weZMG99dmXh/9vfdsr/1gEy+pn7Xl7/YT+
5d9EYTzzwxfBtKA399btoEgX9IJunt4U/iI/3ML7tvdMe9U8yGbcVa1vx7qLHsxD+u06zWb80/q6
C+8vs/Q2C3PucZeEkPINL+jV7WkQx9wlj+glU3qFfxMHt+XPWsyXF0VGnxa+iArmw3aRrUJCb9ZZ
BMV0vrnbYYw95inQ87phHC7CpNg9qhslRXgb0quDFrtSpFpM9hPwka1v++5P9PRPBGbsNktXS59K
4izMqps6D6DtMoB2HsY3BJuOK/Ca+4vgLvSz8Aa7bKjaDUGep1Pufg+nKRXPKKF/ZopB6m5zQUcU
ZmEyDcVXUF7WWSVFFNOd3kqX5UR9IoigYovKN0N3GzZVA/CFL/JlsE78dLlfZ71+ItslByew3HY7
iWBVXwtbbUvZ60iyp1aVe0kh5b/N09Ik58ccR8kd9404cEZTRWkWFS+Zz7w4XbP3dX6zc+nNWvCb
VavcWntJRG8urDc65xP2jxFxH2dXP879jryv3RNBfhdmomJUXtK+TmcvRcl+pftVOhzle53HQRHm
BbBA7N8ee8VNEMXhjPnknSLIbsPCL6JFmK7Ke3nXVJfR/bifc2Kiu5ZpRm+SVutebmju3K3GJZgj
Z9JJKqp9unBEdVXnJohz5rL93ZI0CfXD7tyuqEkiXmewgrM0P2wVot4g7e0scjtlp+uUD3q0yP00
8asFOkjMp0c0KzhZ3Og2U9uSv5GkzNvr8yxcpEXICzC1GoLklhXHRZqkRZpE041Eigv7cBHFcZSH
VC3Oao6upVZx+9Uu9ThnRPaI2nqMkptUtIUkY0B8AGE2TnvdiqeCYbe74f3bMKFLWYSi4ccdUdCD
z6PcX0YzYIcRZHeyhxf0pDPfcMMetgqyURuRs+3cARtiPaeKOsqlh9ObZkSrmi7ofg9voiScqWwU
9CFREhWEKF6jlCgCfWYxK6i5wgnGYPec87VXZC/ZdXZSJ/fNzSZ4HMCkoJqUPxrJYcpUZx+7k1vp
nbCNgRu2dGNiT9NOMc/SteIHXWoj0DvNON3PHQ+E305GL+XwhO05TkzejveD9kd4zYHKlsdjqjCv
Q3+aBfmcfuEshRdaKURlin9Dwt33mv7215wVRKy2ZAv1IPDJ20/NInjhb3yxPPpNaOeOtneXsMeB
+oo7eqiKtpjWOAmzLM38OL293ZjavEmmu/rjKJnGq1no5/MgC2d+aXJmUZjLFqHzjPMOq3lwS3Ye
erpLJOdBG52CnYeRdmyV8yAKLavF9qJ1HafTu93EGEWozCy0hzk1SCt/Ias2m/09vEWUyOEi02uD
F4AWuMcayJzeOpq1zOuLpH3vf+k/4vBKsk0Y3BTUNCnvn4XTMHq+lfALm9Opy7h0nIMpPOVgDisi
Ly3xMOeURw3H/4FGe+tms033C6s2POorier04CczO0XYNzYz2/7m13/7K3FC0ENmJJg+3HwLRqup
xDyaBlR3xIddeCa4blqrlnedO4KgnR1P0M54k0zYRfJAq98ovAAfu+/RZJILEzUsRvs1L/dV6XK8
lZY3XlrcbeRHlY1cyQISm2tYALng9lvZ+92VvdP5Z5w/pvLAmpT13ltZf8WyjiT42EWpscKbfKcc
s3i7wq+vNuuaJiuNdz9nhO+XtcpWiWY548y+lY7XUDoeOlvlx5NIKLk3BpJ7cigH8EkHpIZQd+lp
XYTTgo/9vtV5b7rOc77xI/PtMhEzIboV6bDH7te/+Ke/Z6dIEMqpgMG7enso/z8TUFcVuIVfOI/s
sU36sYk44hb5IWwWy7yQh+KaPC2mNacKPkoTOwhtuwhfFCImRb0wcbSIhKMJyGB5CCjw0mI3PwyW
yziaBuVrsateQpLuwpdSJDeMoxcRm2/ynueJWeZWkQvuEwixYiWM79jlwpkrf0iIDfygtU90nKdZ
WOXabDXm40U6W8WhH6fBLJyJT3z8zWaSP/u7MEvCOrH9J9o52b9kkvrbpT1AEA/hLhype5C03ay0
Pv1U3B4yOvOi2Iy6yF7C4E26z1L4m/Q6SPZjROROxLscXslEcztP97uOJ36PABg2W315cZOlCz+O
8kIGD2G7sPs8zPJq47MJzQP+SZFTcZ6l96RZOsdmaYRiBSaot9E7LCOC1RqJfix7BmhBge9tTaow
93Nq9yRcZI51L8LktphDMZXmcUU9U7xfd5VE03QWMh99SPd0Rg8gKgl+kVZAgJeG6MEopQJ3zQUx
04yqid3Iz/Mii5Lb4N7dvfa/PCuWGKJttz+NhPZhOeDcl47IHoOeVkxxy3iKByrBQK0pGVsnycCA
OI7BMx6DORJCwk70DEAQghU2BHLYllrhfUkrtM1Enx+H4M7XF4KhnRAwQGxcEFjHQDeQRsB1A1Lj
LTRGmjHCIplJ8ZO+yo9bBlkRBTG62AO47oNaMvSzpIzEIF/nq3xJR8Nqi/pyMsLwTi03vWG/bYmw
I2saMxbhixHogw5fNx+0x58PtVf2GNoY8HDdoGwDSBxq6OcPHPXzSNqyzpJSTQ1oQoykAFozJbkC
YLplUPYJlB0eq0DPcgk/1CwheLtFmkRFmkmeAxBY7BPV/MHaend/50K99jy6nRMTXV7XtsYx+yew
tCtDmt0NeRxNQ/BE5UCZgpuJBmqYpdp8hBdaXEQ5N3Ygi6exdpv1ui8ciyB6xLAKgqs42KCuhWi7
DMt/JS/TvNrrqwpuquILbTgeqI8Qn9HEuC8t4qPjBoIr2giJUJm7g76jMQloih9k4S19Jj3dZwS/
dgLWKeOVUWy9MOd5m1asTWqEJL9jDDdmahLL//Iqs4WlYdur4obH5F9qw5cnFIQBEpxSX23uuT0q
q92o1+SXb6XYlg/y1TLMnkd5miGRtI02c1/njxqGlbfvwpeyBI+JFEeFV6RdK/8Er+WQHOGm/BtN
eE1pLTuA50IEk033Cp1S2LmVoDJT1DzmPj6JdAyJfERiJ01HPGnOkUzJVidvi6UOKeYB+1e/h7MK
9FS+BP3xCK0/FpcerZ9uM+P9/jaZ9A/VsF9+9o/AzufNGE4JICZH+cY11MN3DXwRKfWTBIsQ/Maj
pxR8SSkX4DcPNuGlKpkLOiZ03Js1hr2WIIqv0xfs8VktmfOEfM/Z8NNkO/r2O7ybr653R1xLkE2B
oMAi91FeDsRdsH328HBC1dtongE5keVifV+rvswIBJQbmOXaqrlR97lZ74uffCHd2kBTEIl/AVRd
z2qeJtDJXS5ffeKN3zNHtvJhjEv5BG6Zn8CX+I2vkEWpLtrPV1rMS7DSiTXtXZTMmtLB98vRXgfT
O+TbeRTPsjBx09LNK+LfNw90XlprZQRJyu5kWWga1N/P6unvZxb6m0F4sPqaH8GVVnvXMDL/QFrJ
jpWRKWex3qOW4wYARj2vMkEWzkS/invrPZ6nXAx/HiSzONwcZswgz8hpgr9/qKuldmKA2Ve8o9bs
JbcjpcD9oAmOtT8yV+4TAo9jKECKDDeugD2R3cOayuiPzd9sZAl7OV4IB56dcref+hzrhM/pzcCv
WthptdviUGjMSf/WMYm4nSSyg9np7sud98soWFNdXsHxUDVuYIS/YWr83a0p/A19b2oPL1MOMRvH
frZKkiohw2Zb3HU5NHDTQTjqbrpSk9qL42RdlugS+JtlmsbwNxtSHXCPZ2Ewg1Gk3XVAbUe6Su5b
+TxYLrfIlbP66vwHppqTrs3Ywsvf/LxBM3Ei8RDa6ZpJHV2zAfj+Dumah9tt/ovqvRmYYzi98/95
Fa5CgRbnRCbjnxzFZKSLNnwlaud+lORFWagEq5FqosGvKqgpqGF25wD05fky2GQ+Qe1j9bp/WjNc
fiILZShZKHrWTlSHDAEdYi5wbVMGur6iygZEUO1Zrn6AMcd0M7qSQR4akYCJUPpXwQEmcD588K8n
59Xy6lX48SlgZYFfjcrKyp1RIqDY2UhKKHx89ALLnef36uorLWb/eOWVJ17l0xXQvl3feuWz7xuj
Ho+JPMaz0nJx0BFOOVWVBMJFDZ1yPYXceMFsprgvIChu72hQBjI6CFGNY0Z8oSGEdDSdqRamYC62
tBEVwutIyF41UTkQDOUnU6V5dsZObZP+qeN2GpF62r6v0fbjZgGeNV6zuaK2XVUv3ASiJlaUS2va
A5vbN1EVb2k5XHwRp+swK89hgM8dVUjdJN3Y5U3gUMd4QEIyDqwE58+0qQAMNv9gFm0iEAGXlHrw
tLQ58iLNckJs2oO0lGBKHYYfHszjpyxukdS4E/taclb4OBXNf26epbkitiC+EX+5+yj/wvyQGKOn
QY8Q44YwbUW1DIz0gF+bz1s7YGhHSnkCcvCbVLfxRSa5QbFOgGv0dIoFhQJUT4q0oFvuwHMP/YhH
FO93lBDcVRKRuLzcD40hViY7Z7OgVpAMSALZ1obTsvKdKMqfsDmZNMLscGyBuYThOIzKxSXhmKr2
Ly3YumwA2R7evwOhgiGWQIERBvcZCMg9kV0Gg4kNIImEy0ii3C+LBhg+H6xXSUNVRJAV1FbGP6Xg
eV4ExQpGfb07XWUZlQ9/n6uHfvXeglrywW1YpVD8GIOYZeFsNcUhZtv+U6D+PJTn+BtcHGNvwAcf
W8txru0ut50CxnN+qu2jd8AvsJdpm+ntgXTsVUNtu0pm7tgLR9oWbrumXphxt00LcHcda/vJVehE
9pqJuxqWkya/iZbrqMpVeC5NUeQYgrbp0tBdVf7I3CodiLkWfk9yLTmQLzzsizb2RQf74hz7otuE
1fSJJsWLaTHciPRUtBxPewL8TMt1c2Z+u75kSLqNDzjfmhgndGwy40UsiAZCgz1dgPNMlxI0i6QO
ap2WOOD/GSqFV3blgIxa5wJm2ioJ445ddlXxXsija+I0vaMPEh8yZjH/AvbBpFmigYu3sbvkvog4
B1ujZdyWtzuT7EXmy89Jjb5KOOkxkJGRprWKI6JMR83X1duMQdOjvV407sd6V6oxHOAToS6HnbZp
ukoKCJQt9dI7+x8ZUFaHsnOHHcQJAkq3YzsCoIQcYIqY2KYGD22GgSzGGP74Cst5gB9fYpR1CA0N
15S4phMFZ+Zgoe65i/Kn2gQpg3qst2s+MzdJL/Ux6e4quUvSdVI7J/MT85zMlUHqCeoGaK4NRHJj
fdSqjbYJVYxccaJIyqKPR3XAbuPjBnRLA9phXzvH5b4tY8djy4p/yWv0qNfYpBXZMrMiRWRbDU5D
qAM3gTsm1zfdB6pXGqPFNleWnHvSKw2bM6VbhqY0WOcn7qWBvj32vkaytiJ85k5g7GhCipyHR25G
OhSL7whmPQzgjydWRsXYynq4dDcqJAHpIOj6bXdgVbAbOr4O5RDXORUdYvq4qpMxCkTCuaaObp2z
A+KOvu5/QhXf7mfZQGsnd6Ocye6AdGrsZSJtosB4a3dGlrzvQZKvN4g+Jzx/WQigrt83DMwgFS7m
dJsPNtV+/jYGbM5nXJYCCjtf3QWCCbHb1Gkb1AaL9PX4kngW7c7dCf16J+3LwO/FYCZLs/tLlpus
/F+jVzSnHutJ1GPEvg/9KdgC5bltxuT08PalMF4StY08M0sPqSOp9hFdqM0dsXo9w/CYvR1S6gQ/
Sm5SEOwpI1M1RIBSNrTqF2JJydEJNmSpnPkgUqucksVUriMi6aEGpb25cRkkUK3bo92GBE/MS930
XorUk6LEOklkIznziVW4xzyk0ML4q7WO34bShY8awMMZaJf+A7aW+eezYEnlh61nqhIBPj0dA8jx
V+IqtOfuMkuXouhdlA2OngfxKpQoPMoi5AMeyhVNcqhnXRY5P1lshx0+lFmrikRfarpbha+/+puK
Ip/HCXxUzsl0/025Glk0lQhLbMCiZ8aSYTcmoEiGmBfIsAYWedUOh/dfsh3s2TscJsCjysfc72DA
3cT4xba1KfK5auohj6x8XjR2z7K0qJwFbQTo3Q1twEay/E0SxYpz/zub4ux0VRzARRVaBUPq1inI
l8IWDww6RLoLCLs5xNRq4ysux3/gb/ZYAftWXsYjNx1LM+NvwN12Thue51SVTaX2ih8yTASHy0xh
JXqYiYLXn5q3U84iaD3tc1WdXFvTku2wQXxK9SwZmNI8FNKij8SRsnhNJqYNmCsQQJuutqOzo72A
kFPEuoZiKJmTPN+y4jweEOC4OwVT2ZC8Gmo0KQPRc4qAunZD6h6YlbgjQ93Le8u0gWY4r5CzrK5x
LzdqvWrkvtQfovfwgburwA82fQgviTbbYHnCNnlMmu5wlx3fayqJOz5CGwuo61Ab7i4UvogKdTzy
Lqpq6cxbFtm0+9kUVL4lODEjOGm9GQQnumLo3lvqi1dNbUJcHMublLq707l5szGob23NZEXPxvYh
RMKoumYrzDt5MVK5lX0mpK/o8AY9wxLIyEbMXGCz+w12HcyC7BYBz4p7xoZRoIXxPAvt0c8OnUbM
U2GD2tLV1xYGassSey7NVsyq01UsBI44MDNW8qFz8L+zSoooVhK6batn8FNfbvXYs3l2PTgQSxK5
RwN94i5hLQ0dIv/rXxJFlwR2ITraoraoCBcKqBpwxbb5E7cW6ivmURUBtQ5HKVHZ6mcuo+mdi8Us
0kr3de0E3U184UHE4K3yIly6FQeOQaKInei2PvlE9WPivtHLMtOwKZaJgba8TomHBNJhQCHgf2Bf
nAFFZVJfEqv3GWogFnaECP3axf/iMhm0n2u+SVkfq36Hf35pXZU+OYJrPdIy80hNe4aW7V6GeCe3
0WEj//QLcSOz3umTr77EnB45OgKP2C0yKrQQ0hU3aBAKg1O0VhxahbwGDnHjWlWFJ2Hq6KtYC9AS
21MJ+9nndo1XTRHem31yeMqPpAKWHzdDBTIUrQGO7p+8ahfKnieL9URkfXIk58u1wNsOOmlm5iXF
HPD8wBYhT7HP+8jnA+TzIfL5CPl8jHw+cUpNdoxOxIEK32ZT1jJuypQc6Zka9lZu29qLGhzRP+mj
FXmmcisUyr+zmXc/X4bTsuuHI2076OL0gayQxcjeZ0Y2TRfLKA7BYt9jOk5DsGoFcZzEH2tZeMpu
JVnhpLN8g/AuzIMxwoNG48bJc4e63Y5USNVvbPDp3LyPAzN2aMaG+IwNmipMVM6YhwbCThR9QoN+
rCtYs4PN+HhtanHQhdNIJ+YjHVv1URuLqg2Trbap/ffRFkfzqyC/Y5uuAmkC+gtiettdP9df7upD
VbdmqkhN7/+97f0Pt/3s6/AmWMWFfPt9rb59SsCOYUZ2IJ6UCOKqfgKv0Ngby0FRZNH1qghzfSZH
E0Zg41JmvtV+Ma7DefA8SleZgmDSoZnVIlxch1Jy/7s7BPbLJFhEU6g/OMcMr4lKSAX4luHj7qwa
ByEnTIhtqQJIM7wdzqFYqSy9TzTitjtbukEyC+I8dVeYlzZO3MG6+uJzUY0LaDq7cgFrfKIR7sDL
X0rFH5uwN6gM+EjCv+EYBIulfeDTB2araeH7JluPKPaFIw0GsamQsGMsAR7VNP9NT0c+Xo+IjAdE
IywAbqR6JbrYKFBzHuV+VXHFXQoCndlYBAhcPq7m5MMQGGmaPiTrRKiSrxZ4P8aj0Eb0oRIo4zhy
5QbWOwVqhFE+NjeEJar3RoJ1A3PczUW+DNaJny4Lc6gSQy4yZfxViS5hIHJ9iKBHo016f5lF6aas
lsue387lcKoBYhpzlrAGNme10H09h8ZWcryiAdXyiB7HRbgQ8c080Z92MRsRzr5pRE6XrmLDTXjq
CmbVlwiqzF0FvnOGUXU9XuPXI3ifqL41x5+aDX4/j/t+HQ0WzA2kgjm7WWW6iKio2q3ZXJqI2oNM
hd63PR6rMpS6A7vVY4joEHqzkZYgZRkUUVh2WhU6aujTx+YDk0BOWt6WPcgJqgs4tFCuVwl8ZcO6
jTsWh/wJw2uyN05+KtaE8FlJFdv+2P3V/srJkCgl06Q/CLsucjfYEYqm65+I+dLlAX9tnsYfISmj
Ui71nCF8Jr5eqQRCQ73J5MmAzgFg0spJlHfo/as+M+s0m+VY4j54JMiNg3vQuUnjWWzP0W/YRqZH
mqXw+VwSkXMDEeE7nwPqHsi4m2PQrMufdthIs4IxWYj6ZmTmmxB1EMuho0bCDX1wYa2gujKUUtuv
o5tPgyTZ1C5yjqi2N0hEXeqCDQ6oHyPP3ZYKUNdPZH+WO4v4F9pzA6M67zVjMeGpu36zm/mn5r0l
BtY4M746awuQrd1DwT6KrbXMHk5TquSjJCiEFII2RsqcECi2rKeia3OPH+DZWzZqgZQBlQEbACCp
LZHGHFtjDxtmajGkzj8gHIJIqJ4eEr7OjPnxKsHeVlmlqiR/nZW1v2Kz0+PEarw4XTdSWX9ubuiP
zeK/j/dGUmPkU6LdhRMC/jdphvfCNMIF1ha+KfXEJ+ApPhpQhJy89tk7Wg2uZ1EZ34cq44ETZBYK
NfAalGjnJl7lc5DTjSHXPXrc1li37g+Yt3XbR6/bZgOHpw7cv13ek5Xl8yTaNSibzW1suTdkdx1E
RUmcY8Fejc34g9sw8fMwex5mKvYHVwy+gEPSKNh2nKZL8Jt3ym/8eUTvlZR+N0N0+6bMtLzzLg7v
A862GPywz3TJm9Q9jeZeT86mOWEjqHdEI8i8aEdt4Mr+t1xGJ0Am3LiAhnZFGDKc1nEmf2ZHMQ7T
lzVDcWeRfxhAbCJO+G9FXS2aKu1ZZrLE0hRtoGRfmsJ2ijJwmURqt6Eem1fV8gO5XdeegSjWpAal
tXnRqXQWXczo+KLpHgpog16aEEUEhO+G5R2n93Ab7PcMmHMsn42iGeQEz3aPlLaNhHU/t6n651Sn
YV+VMZe87T+zO4321UZ4hrFWjlzfTuoQ98dS5D1VyqRnMzJALss31qR0hsT4JZgKF4x3wYSSUDbc
kGQYvfeVXUTzChCX/V98Lu1SFWGusExAnp7Y7QCEjxizJ2RXg/upheCLsIm+O3PILgllmh89GbKi
b4CsGOqRFUMQWXFWg9hoN2PI6vMT6Z5P7dXOp6qF2bq/nWAUD2CJVlccikw/AvjJVYihDWEEnTpz
gEGJvLRKVDt9+GQvmd4ses76SWBNoRHtqzihcPK1HrJm4JQIlUBs4xrSDSeunWnExLRDwxlwdslF
6ptjgRs8Iyu62SrVo1YK1zL8xclyKH8xpOe0yA41S3p7iqNXRBv1SIOcLyWtCwYda7Pa8SRl1oPm
STgmKn5pFaxz0EyvIhEhO3Iji70CIgYARx0LA5XV/AjwcBTMhea8Hg1awDLga0ia79D+pflpOubn
9fS8l789HtWegh/OlCTMckQ/t9N7TQWVBRdEgHzx7AM2QeGe1MzNcV6+ciwpmxAbDv8e9O5KmK4Q
tSS1ph2Jg01A4+m1nnOHlMH4NCMd1JMONdYOw8crNmpHfWyD5KJXuPneM4qcd4wo3Tw+J5lmQuxw
hOUjeL+Zx4oLB4aO+wdtITZECahHBKYJMinKrppCynUJI0UJcaMHqxEq9xJz7+0m3k0qtBlI+9U/
O4Gh0uTUcKFb5c50tfLQQFmTex2r7Oi7h2cPzGVwFFwvC6an3EBMYxw/37ydKM49fPLvzZnyqrq1
U0XGYJbrzYtiDNi/taTGHkLOer1Avc5h0MfmJ1BsXuBNngCkfx6cgb2Sj5DBSZyCPt4EYPw6Btls
zkOwTBDQ64wLimQJx6IEYyGeD0GgkFjvJvmGpm3MXpspU/YYawKs5dlnpw1QKVI60KAmmzlaQfoL
dMxyXOe9LcYhzH396JUVclzMRnkRk7xyDQyahewHun7wzXEn9CXfV+GD2T+WCkgRRLE92kZsnVP+
+z99NLx7
`,
  source: `
%% What Elixir's own abstractions are at on a node: registries and supervisors by
%% their registered names, telemetry handlers, pools of Ecto, queues of Oban. Only
%% what is loaded is called, and of that only public functions, in workers.
-module(elixir_overview).
-export([run/2]).
-optional([{'Elixir.Registry', count, 1}, {'Elixir.Registry', select, 2},
           {telemetry, list_handlers, 1}, {'Elixir.Ecto.Repo', all_running, 0},
           {'Elixir.Ecto.Adapter', lookup_meta, 1},
           {'Elixir.DBConnection', get_connection_metrics, 1},
           {'Elixir.Oban', check_queue, 2}]).

%% Answers #{version} and a table for each section: {Number, {Columns, Rows}}, or
%% \`absent\` where the library is not loaded, \`no_answer\` where it does not answer.
run(#{sections := Sections, text := Text, limit := Limit}, Call) ->
    Version = case application:get_key(elixir, vsn) of
                  {ok, Known} -> cut:chars(Known, 40);
                  undefined ->
                      erlang:module_loaded('Elixir.Kernel') orelse envelope:refuse(no_elixir, []),
                      <<>>
              end,
    Named = case Sections -- [telemetry, ecto, oban] of
                [] -> [];
                _ -> named_supervisors(Text, Call)
            end,
    {maps:from_list([{version, Version}
                     | [{Section, section(Section, Named, Text, Limit, Call)} || Section <- Sections]]),
     #{processes_scanned => length(Named)}}.

section(registries, Named, _Text, Limit, Call) ->
    Registries = [Entry || {'Elixir.Registry.Supervisor', _, _, _} = Entry <- Named],
    table([name, pid, keys, partitions, entries, mailbox],
          [registry(Entry, Call) || Entry <- lists:sublist(Registries, Limit)], length(Registries));
section(supervisors, Named, _Text, Limit, Call) ->
    Kinds = kinds([Entry || {Module, _, _, _} = Entry <- Named,
                            Module =/= 'Elixir.Registry.Supervisor'], Call),
    Known = lists:sort([{-links(Entry), Kind, Entry} || {Kind, Entry} <- Kinds, Kind =/= other]),
    table([kind, name, pid, callback, children, partitions, mailbox],
          [supervisor(Kind, Entry, Call) || {_, Kind, Entry} <- lists:sublist(Known, Limit)],
          length(Known));
section(telemetry, _Named, Text, Limit, Call) ->
    asked(erlang:function_exported(telemetry, list_handlers, 1), fun telemetry/0,
          fun(Handlers) ->
                  Rows = [[Event, id(Id), Function]
                          || {Event, Id, Function} <- [handler(H) || H <- Handlers], holds(Event, Text)],
                  table([event, id, function], lists:sublist(lists:sort(Rows), Limit), length(Rows))
          end, Call);
section(ecto, _Named, _Text, Limit, Call) ->
    asked(erlang:function_exported('Elixir.Ecto.Repo', all_running, 0),
          fun() -> 'Elixir.Ecto.Repo':all_running() end,
          fun(Repos) ->
                  table([repo, pool, size, ready, waiting],
                        lists:append([pools(Repo, Call) || Repo <- lists:sublist(Repos, Limit)]),
                        length(Repos))
          end, Call);
section(oban, _Named, _Text, Limit, Call) ->
    asked(erlang:function_exported('Elixir.Oban', check_queue, 2), fun producers/0,
          fun(Producers) ->
                  table([instance, queue, limit, running, paused],
                        queues(lists:sublist(lists:sort(Producers), Limit), Call), length(Producers))
          end, Call).

table(Columns, Rows, Number) ->
    {Number, {Columns, Rows}}.

asked(false, _Ask, _Show, _Call) ->
    absent;
asked(true, Ask, Show, Call) ->
    case worker:one(Ask, 2000, Call) of
        {ok, List} when is_list(List) -> Show(List);
        _ -> no_answer
    end.

holds(_Text, <<>>) -> true;
holds(Text, Wanted) -> string:find(string:lowercase(Text), Wanted) =/= nomatch.

%% ---------------------------------------------------------------------------
%% Supervisors: [{CallbackModule, Name, Pid, Facts}]

named_supervisors(Text, Call) ->
    Names = maps:from_list([{Pid, Name} || Name <- registered(), Pid <- [whereis(Name)], is_pid(Pid),
                                           holds(atom_to_binary(Name, utf8), Text)]),
    Modules = maps:from_list([{Pid, Module}
                              || {Pid, #{initial_call := {supervisor, Module, _}}}
                                     <- identity:of_processes(maps:keys(Names), Call)]),
    [{maps:get(Pid, Modules), maps:get(Pid, Names), Pid, Facts}
     || {Pid, #{} = Facts} <- lists:sort(servers:facts(maps:keys(Modules), Call))].

links({_Module, _Name, _Pid, #{links := Links}}) -> Links.

%% A DynamicSupervisor without a callback module of its own looks like any other
%% supervisor: only its state tells. Many children make asking dear.
kinds(Entries, Call) ->
    Asked = worker:all([case known_kind(Module) of
                            unknown -> asker(Pid, Facts);
                            Kind -> fun() -> Kind end
                        end || {Module, _, Pid, Facts} <- Entries], 500, Call),
    [{case Kind of {ok, Known} -> Known; _ -> other end, Entry}
     || {Kind, Entry} <- lists:zip(Asked, Entries)].

known_kind('Elixir.Task.Supervisor') -> task;
known_kind('Elixir.PartitionSupervisor') -> partition;
known_kind('Elixir.Supervisor.Default') -> unknown;
known_kind(Module) ->
    try erlang:get_module_info(Module, attributes) of
        Attributes ->
            case [1 || {behaviour, Behaviours} <- Attributes,
                       lists:member('Elixir.DynamicSupervisor', Behaviours)] of
                [] -> other;
                _ -> dynamic
            end
    catch
        error:badarg -> other
    end.

asker(Pid, #{links := Links} = Facts) ->
    case servers:idle(Facts) andalso Links =< 1000 of
        true ->
            fun() ->
                    case sys:get_state(Pid, 400) of
                        #{'__struct__' := 'Elixir.DynamicSupervisor'} -> dynamic;
                        _ -> other
                    end
            end;
        false ->
            fun() -> other end
    end.

supervisor(Kind, {Module, Name, Pid, #{links := Links, mailbox := Mailbox}}, Call) ->
    {Partitions, Children} = case Kind of
                                 partition -> partitions(Name, Call);
                                 _ -> {none, erlang:max(0, Links - 1)}
                             end,
    [Kind, Name, Pid, Module, Children, Partitions, Mailbox].

%% {Number, Children of all} of a PartitionSupervisor, which keeps them in a table.
partitions(Name, Call) ->
    Pids = try ets:select(Name, [{{'\$1', '\$2'}, [{is_pid, '\$2'}], ['\$2']}])
           catch error:badarg -> []
           end,
    {length(Pids), lists:sum([erlang:max(0, Links - 1)
                              || {_, #{links := Links}} <- servers:facts(Pids, Call)])}.

%% Its table has rows for itself under negative keys.
registry({_Module, Name, Pid, #{mailbox := Mailbox}}, Call) ->
    {Keys, Partitions} = try ets:lookup(Name, -2) of
                             [{_, Info}] -> {cut:text(element(1, Info), 60), element(2, Info)};
                             _ -> {<<>>, none}
                         catch
                             error:_ -> {<<>>, none}
                         end,
    Entries = case worker:one(fun() -> 'Elixir.Registry':count(Name) end, 500, Call) of
                  {ok, Number} when is_integer(Number) -> Number;
                  _ -> none
              end,
    [Name, Pid, Keys, Partitions, Entries, Mailbox].

%% ---------------------------------------------------------------------------
%% Libraries

%% Runs in a worker. The configuration of a handler may hold anything: it stays.
telemetry() ->
    [{Event, Id, Function}
     || #{event_name := Event, id := Id, function := Function} <- telemetry:list_handlers([])].

handler({Event, Id, Function}) ->
    {Module, Name, Arity} =
        list_to_tuple([element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]]),
    {unicode:characters_to_binary(lists:join(\$., [atom_to_list(Part) || Part <- Event])), Id,
     {Module, Name, Arity}}.

id(Id) when is_binary(Id) -> cut:chars(Id, 100);
id(Id) when is_atom(Id) -> atom_to_binary(Id, utf8);
id(Id) -> cut:text(Id, 100).

%% A pool per repository, or several.
pools(Repo, Call) ->
    Ask = fun() ->
                  #{pid := Pool} = Meta = 'Elixir.Ecto.Adapter':lookup_meta(Repo),
                  {Pool, proplists:get_value(pool_size, maps:get(opts, Meta, []), none),
                   case erlang:function_exported('Elixir.DBConnection', get_connection_metrics, 1) of
                       true -> 'Elixir.DBConnection':get_connection_metrics(Pool);
                       false -> []
                   end}
          end,
    case worker:one(Ask, 1000, Call) of
        {ok, {Pool, Size, [_ | _] = Metrics}} ->
            [[Repo, Pool, Size, Ready, Waiting]
             || #{ready_conn_count := Ready, checkout_queue_length := Waiting} <- lists:sublist(Metrics, 10)];
        {ok, {Pool, Size, []}} -> [[Repo, Pool, Size, none, none]];
        _ -> [[Repo, none, none, none, none]]
    end.

%% [{Instance, Queue}], as Oban registers the process of each queue.
producers() ->
    'Elixir.Registry':select('Elixir.Oban.Registry',
                             [{{{'\$1', {producer, '\$2'}}, '_', '_'}, [], [{{'\$1', '\$2'}}]}]).

queues(Producers, Call) ->
    Asked = worker:all([fun() -> 'Elixir.Oban':check_queue(Instance, [{queue, Queue}]) end
                        || {Instance, Queue} <- Producers], 1000, Call),
    [[id(Instance), id(Queue)
      | case Answer of
            %% Oban Pro tells a local limit.
            {ok, #{running := Running, paused := Paused} = State} ->
                [maps:get(limit, State, maps:get(local_limit, State, none)), length(Running), Paused];
            _ -> [none, none, none]
        end] || {{Instance, Queue}, Answer} <- lists:zip(Producers, Asked)].
`,
};
