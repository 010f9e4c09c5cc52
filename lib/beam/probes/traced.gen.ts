// Made by scripts/gen_probes from traced.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What traced.erl becomes on its way to a node. */
export const traced: CompiledProbe = {
  name: "traced",
  library: [
    "call_counts",
    "cut",
    "envelope",
    "guard",
    "marked",
    "modules",
    "names",
    "trace_collector",
    "trace_events",
    "tracepoints",
    "tracer",
    "tracing",
    "values",
    "window",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "code:ensure_loaded/1",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:function_exported/3",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
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
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:register/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:send_after/3",
    "erlang:setelement/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:system_time/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:trace/3",
    "erlang:trace_info/2",
    "erlang:trace_pattern/3",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:remove/2",
    "re:run/3",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "timer:sleep/1",
    "trace:function/4",
    "trace:info/3",
    "trace:process/4",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAToweNrtXVmT49Z17ibIZi+zyJISxbGSyIkczWgy0hBculvxSI5jx3ES20mckl1lWSw0ebsJ
DAjQAChOq1yuPOZn5GfkJyUv/gF5CjaSdzl3xdIjVfxiTXcDuMu5557lO99ZWJtesl75yDnwDw4O
fr6wNtb1OnAOFp1Nf+Y76xjF2S8OF73NUfHv4i+t7C+/cCLnYHP4vf1/dz4dZP9YOqviz7qL7uZh
+q/ptYv8+RS9dGZJ+nJr03WScJk+0I/D62S6jPevsD4dPJM+tXCiOfFU59OJ7KHTBUp/uwmjOfk1
W/bg8SoKbyIUE5+78Dwvm+FJ+nR35vg+8ci99JFZ+sT02ndusj/rYL88SaL0a+ilm2A/7CbRGnnp
y3pLJ5kt8rftxzjAvgJ9r498tERBsv1U3w0SdIPSp50OvlNesZn4T8BPdj61zb9oyb8IrNhNFK5X
01QS5ygqXmo8gK7JALox8q893nJcgs8cL50XaBqha95jI9FpcOI4nBHvO5uFqXi6QfrPSDBI2WtO
0hGhCAUzRE9B+FhvHSSun570TrjKFuoJJYKCI8q+jHvaeEs1BCd8Eq+cTTANV7t9lusnr9xycAGz
Y7eVCFz1dXi7rSl7PUb2xKpyJyle9r/8a2EQk2P23eAF8Rt64JimcsPITW6xn1l+uMHfazyzI2Zm
HXhmxS53Nlbgpi+n9pu75uf4P8ae+Tj78nHuTuSx9Ew48QsU0YpR+Ej3Kpzf0pJ9p+eVuRzZdx35
ToLiBNgg/N8W/sS14/pojv3kQeJENyiZJu4ShevsXdZVqsvS87hbc09Fd63CKH1JWOx7dqCJe7cY
F2WOHDI3Ka32043zRE/1rh0/xh7bvS0IAyQfdu9mnZok9HMKOzgP4/1R8cQHpFuuInFStrpO+KF7
y3gaBtNig/YS87RBs4KQxVy3qdqW5IsYZd7dHEVoGSaIFODUanCCG1wcl2EQJmHgznKJpDf2bOn6
vhujVC3OK46uI1Zxu93O9DhhRA48sfXoBtchbQsxxgD9AQ87ON1Nx59Rht32hcc3KEi3MkG04Udc
UdCHj9x4unLnwAnzOKcTv7ygLx1OFQ/s/qhwDmotclauHXAgNotUUbsx8/H0pZEnVU0n6XlH126A
5iIbhfsRN3ATzxNMI5MoD/qZxqpwzRVCMIbb7xxtrCS6xffZSJ0cq5tN8DiAReFqUvJq9PZLJrr7
8JPcCV9Qxxh4YUc2Jvw27SWLKNwI/qCf2gjpm+aE7ieuB488TkqTMvhCeY97KrMj/aDdFV5xoKzl
cT9VmFdoOouceJH+wlgKT6RSyJUpcoYe8d6r9G9/SVhBntaR7HA9CP7i7ZZm6byc5r5Y7H6J9NzR
7vYR/DoQP/EivVRpW0xqnKAoCqOpH97c5KY2aZLJnn7LDWb+eo6m8cKJ0HyamZyRi2LWIjRecdJh
VQ9usc7DQPYI4zxIo1Ow8zCWjq1wHmihxbXYdmVSxTBD7hdo6zJpqLXuD3/543+jlTf3DI0pzQ7Z
flrn+VT9VhlSk688y522yo5EduE3PxlzBXqvUKDFUDmOW83rQ0Q+XuGlae9uIe4S0e1R51YMZFvB
iZ3hz1QYQB5KhMyBJsM/mmtH6KedoBRxClpjVYxcnxkrrOYWDIo6TICoA3vH7INKxBoZr3k/PYoJ
miWkUdq4xBi/+J76bp7THoRskXr4mfrBz37xU/wUUWs2o3JXl+2eOHMBKqNqxiO7r+NVyiJM3XSk
uFVp3aCECfEUAT1qL7eBfb34VbpoL4E5HeDhO8KraiyW5wliUNs7ocOzf3KXwGvubq9j2wBFNWF8
+gohlJ3LcCbNbBchWs18+El5yFEsyDsAxyvLThOfskdSByVeoRkxunP5NeAu3UQzWZ+5reiLVCRi
OgYuXonsuavbhFyJC9ljZ/N15CRuGFCgAulyHGffy4KogswNMMrYWaaanMY9SJ22oziJkLMkHiLd
tjIE+5ADJLAHu5Cw8YF8oJ4HtJ/t7hYw2pz9BSnpXATEEE4HDaUxVyudGhstzn8qCghP99dixfV6
qJU3lazXwGasKTidXgEx8prqrZkffkKAuds3Mh/ON5jh9LjyNuCYOfnhIlML8LKNwQz8G2QqKU7S
47u7hjtPnmB5lp2ezKa4vR2KP7Sef/icGu0+SU4rYfD0Ds1X8XX5pu5uKUsWc8tME4FahtLLsisA
eKZQktC5z7ZTngcuEkLwj5WOPjdURYvTeGseSOQr3cKx+Ra+wWxht3ZLyFq5c1LkPP4B48+yAnrs
TcksycUkrwgSQbI9d30nmDt+HGIH8aPn1HApE9t49H8gPWbblzwMwmm8ni2mWwcNB8wYfv0PFSSE
RgEB4DIIKmQqUASkjZSd7YRFW1phMd5Sv8bIr9pD7jV2SejJnjQdQlqG5T0oxr8Apnx5oITPHV+h
GzeYBnH9SInTwAnCEighHX58GydomVm2+uM4Kx+WwjWk4MMMd1i6AebD2KIv8GEc54hG90vkcWVk
Iv1kL51IQhyceL2sydr8I2P1OSAzizJDtIKB+U0ND2JQxMIUNXm6+JxgCfAo1xprQ/3fT0/cNImc
GXKutkYO9Z3OYl4xMvfHugtNWzzGX/6WBgjzTGoJ5usUMaaw2EbdOLeM5SXW1tkEtaCeZmYt4MPL
HuqnCmLpRLdALDW7lZQwgCfX62CWxTjIoMNEqk27PrpOBOEUYI5l5AY7UOLLq8wwz1k7TBMB2wKe
kYkKASsWoJdJW8PC/vp/KZBJzaCvgSoYs79ObYlwjrAfvZnek+kpTlAUT5OwQGncKkI73XDqu1dE
ljaM0qt3O/LsSLnBjXPw4qD7u2fJigc3JPS7DEt/lg04nuYnnAJ77UGI/CXuKC/xkFCGqjkRFvjI
ZGaHnuEYLOUxqMNUGGDLQAGhQuVSRtUTrG+rmkcMEJYYBxWEqy4EIz0hwFDyfEHA0IpSSagF+Tj0
KswCD2EbY75TFzaYMzlkW4R6XDlR4jo+d7OHcFHOSRCmPwuybDTn1/E6XqWjwbVFdTkZ88BoHTO9
oX9sPepEVjRRNXLkYzCTPHrVMskD8n6ovLNNaGMgT22GMxxC4lBBP/+JoX4eM0fWWFKKpQFNiDGD
0qinXppCs3cUanLBsF0z1ZOaW/inymFq7HXLMHCTMKKvGwi9Ynui9YO19fb9xlWU3YV7s/BUdLkc
va1+so+W4Xzt6+WWj7dunlYCvOeUE2bQbH2OMJ6bS8ifqUP0Lvn16bv829On+hG33jpOLQ9TM+Nh
VuZY7A1Wo0XBuVi/mxJOrueBvZlyiKu+4NDDnSBoXSfm2/qOuu4+59SDSDKz2yQrFy14zi3JGHjb
E0cGNNUKOkirZy97R2GEshoFOB6ZreZ+5Q6n3D8bkc+ovn1IABqCW+4fDhi3UCmemi16mzHR17Yp
MUyFCcthDUf0bXVjbkJ7Jvy1O/wYLpb0UXCTLBjvfMzUCFn/3cYiv56E4XSZSssUjwcqLbPKpMAa
ZrXzOjGH+AS3rNt7OFXN8pP2AzsdNZ+tI3Gp4RQ7Drrn1VJimj27x7L42a78FvqrB0V0Lfu77O8h
yL5i2SRRopiXaeFCcOXMneimXjBxHQl0yO9S3Z1u4CwRZAfBpcGas/tzdctnWE5eXO2b/4gvCbxK
7YEH1gkLP2bLPtbPPrazqqQRnSYTaw4gFKaF2Y2N9N5WgHORM/7gX2iULyjZxl3fAZTGULdq1TL3
e7oL5My1oMxHeQwk1gqC9B06HUYbemOxPz4SmKT7wu4sdwnz+uT5xp2BtZNUEWqQLIgpsWw8n8Ay
F6p3dRSV+We+o/4Z2yMQl4LYPEGnonZ3k4hSCJiEA29JrFnBb6IGM+QiV/EqOCrOdAmk4Hp8xhGL
XyRGIpEqbNtfqoNM8olhj84Z/hNecAE6WZSHtjsjc/eLvR3+Ph0lxK3sh9+nSgBhnIuaW2h7zEGA
ZnNRByKIpnBRHnNeDsYZ8rmn4QxeMskDkS/Ec/DHrXiS2WvRfJr5OuF1ggLRIREMT2mv+vH6amtn
M1EgnBeR8i4u6ogfj/VSbnw4pudtOQ1k5QRA6FkWSZJTJqoduGHdcW5OVVtGpATxEVkUGcKhVi0r
Hg3q3IQ1l7G+1wY8nAL+M0GML18/4NOUWdrUeQMz6ryJHjisWP6mcwctUDASVyCFIqJ2ySNrTzRq
P+jwhRS7tl2/6pSIWik3bvD5ghuBGtTo6j+SILd0eAwtpWA9eFkV7gcWG0qXK84KHWcRSg0HBg5x
hZxl4qzI9aqhNOGxPOZaTWWDhcgX4kJkpRV7uF2xOYqTKLxl7oUJda8PPIGC6JdvU+ChgKgpjxSC
hMcRuknNEcRkUx+Umzul8bR7OutXMCL4vnJ8Q06hR63AVulXxNy/rxvVO+TTL1Yo8Xuinta4oLRe
G2uAIa6SVDgDT0pE2TzuPSe1IyIt+sng01yW4DywzaDY5yLlUP4JcPaF5arNFmHka/R10PushKtt
8P1ig0uxBbkNGco61ozs+amJ49NRPq70j6A8lNINc1QQ4dHaXSMa1hWhVPEKeik4XEtU/kq10Bsc
CEk5SKk3nQnCwTNl7HuTxV2aKwTzsbDrIxFFhnKgbtibLWIdK5hRZaYIRF5Kf6OOEzDg4y/2NBNt
7vOQt88CVWTheQet3Tc+SxMgrXKoEKk/NCxhkMKhaTd2YIZ/tTGy39L3/jYtL9x4kM2PBw09CsBf
g987lB/AmticnxrK74C1/2TX6NcAyHCWfn5rXZAghhoogm1aKeHLrZn7GBArxCCj6hxrg3BO5uEj
Z7Uqy0ZqWCYy3TJglqluFmI5iLj09k0LRwwJhsGwn6dF5gVwFEuRA3nlJbdWi8tq3DUnpVyiOHZu
UM2Alw80aO+0Xvxh25yIUJG0EYctuPy9vNQYxjY1tviCXgKyiXT5EwnmaM7HBFxWn9YzzbQ9DEGY
VCInJa1mtr4DV591XMPyOZNufrQnwSYq0el4bzN8niZvdQMw/IFrwGaZQfF0yQ6i8/HzdmrxtfpB
VShMG7QTLvtWc1y6/G5hhcDgCcLJ7//d8zT6ZTU4X8MX240tJEPuwGVuz/gYNO34rmq/EZtvVw3A
kkzYP7XJGEr6qRgxKIdOg/qeipEHGbGDr1jEXvswarx33tZAYzRXicw1hKHek7XLqIg0gdM3TDWG
sg9lzeeC99YfROGzQoz3QkseH0snOEFPaAR3GFBbqQ7vAJyUTPpo7jVX6CtuKscUV9MZD9Hts1VV
lY/p0PA0jSsawbZEG03q1UYVpllLZGcMAWtgXKulmhOTBmQ4nCV2LVCskYLhAoj4HkkDFlYqJiTL
+l4/dFKX8e7bMHYELZ3VomngwEA9kfqH8E+V15Otd4Fjh1riMG6nCGfM9JJoKCb9YFubVDIQ1AeK
HlL9sr2actMXdDE0Ce9UqA5Vu70mQFZYpUCIrmflarkxjfAz0nLDu9NyY0DLSZrSytZkSK+qpjSe
vEC3S7S8KjBxlkAeD8HtVdOkQ2l5sbyh7atWZl8BhTWp2LlFUSdOPKbZbRWqLYyuoRb4B1cRDqgO
uJ4mXR8wNOZcjaBzpVZ3YXOTfSQzBrdcyIYq6w0q6fktn7GqXVnqTHxaaSKzashvI6U5JAEZ6p0N
2qhFV+jxJzS4zZprU5XnnZYKuKuvi7wbd43ZcpHxLXEsCtpUfBX9cIOibIsgL6Ci6qtml8N+hMBk
gCvWTrfY+EqRj3Plmw2zqLP/J6lvmetg304+ub7wAP1JGc7G3CTazCnyFtRt1IAPBHM+MmX86H3h
+GtE13PTBzf/qTGpSPb/gnK/O7hvzhXuG2USWGUykXpvMAOqDWgjtLbVIstEyaaBYy4bb2VI6Hd0
biVNbHmt88ebuZnjua5Df7731XQvSmqKl/g4KnrEWvtADaKFrxY99My3l1CM+c8FXEjU+O9vyany
59qXe1sbyG5M4bWkKiSVJZ0GTJ1cR6lVsGfp4tFetLF+k5YEFDMZFIGnE/oepmtbqub1GEaXMYAa
POV1/HnWSoeWwVCNMiHvMkU2lTQf34UGZGzIB5BN1ArYamlXdbZ0ZxHWr0qHualDU+0aLtulRgtN
3lXFUWKXbMNUw0F+JBlku21V2EMnYMH++uwdqFAG1TCBWgeknmrSv9bQEyOB1rBFHEq8q7ESfFKr
yfqQj+2/VCQYFoisrMITrDAYegaRGetLdyWltgLjJ248LZcJcvl0HxkydLGW6umGtudc17A4Z7jG
zWNULLMT1Fovl3G+wWLJDBYYlEw3hh5X9q2/q+xb95gWSWPlKkEh0HyME47ugMXPv0s/QBCktzhv
ps382DPMKV/yinMOzYpzJp4SMK0rDF4XVBUdmo3yo+e6S3rILWw8Lirrk9hr8ivbSiQxw1kFPvHn
7ZBlfqyOtxtyldy4wgA+UUeRDev6pozVDL6nbVo24D+7FCyTVsbLcqIlxOltGVfd0Qxl0sq3bbt0
5cLEukw/jWL1Cx6HA0BK0JzI8LWwvgCA3H5H127gxguvxcuoHyfhakXyH4yF2UkyEHPHS60TwgEr
kMQkptKoHNWs8j4K4nVEAyxJhjAhBcuubw/9jL6H8o0tSic98xm7OppzKKa5HG8wC2mrbAs82tG7
Zl3olzh4xnbQpPnkkj5hQHu4pqVKFpfO+Oj3AcA7aqp3HLtXAtZhzqsRyNvwcJ943/Pd0390L9Wb
WTPGKcGM3grg9bWCemt6dTsNkwWKYrgZia2AB1R02/WfIVrPSqukhVxGelga4VcwtnQ69+l5hhUC
be+1IMeZE12L5lhdmZ7rMbx3RK3RmTSOMYndzhIN0Ib9ojnXuYWICMrr+Uum8QrNprNwuXL3qUNe
VwOV5djp2HcHnvBVu2EVfRaw53jFGrTWgv9UpY+ZDvUdL42hi4Sep9N3ZyX1a0eruxNRT4fJgdZ+
P8D2O1oHhtiw/pfuauMWY8QgAl2i/aGSuHPzFZTJOvJ4Gd/6+Su/Z0B5elJeyij2uHSRYEHOpVrM
lAP+uaxwO/+Nuvcwppulnf0Xe6O11A9SRiCEY0wY3NUE6C6yD+IXfw5qGwi5pX739JQa3A1FxG9c
hjDaRppoA8ogUuSROnqI9n+2BZUM38pIebI6owcIN8cVepgX0xG3crGVyOgB42AMFEs0S6BGx+c9
47Y8evIz9Piq3Kyygxaz3VXDyNlQ+dOmM2ZkjiZkqz5fbSJc4TdrMJMnvGBqT0rZ4aPrRIu97Cin
lYq1epAdlzGDuRbJGRnoLdFEYma1eL1cOtGtXqbo+Cp1wIMp3e7MAxAMllY04DRGCXbHWwKDasLp
2PS0AqyEKQBj26qKUEAsC8ylWou6XKTgtIIJqOk+epkdKsefxu6XnPILJYmV1XhrCTLMcnPONJUG
7YAR1w7QEFvm6F54CmnhCzAtXAFG+X09AG4LdGW79DOPpkxcnLQvUG2Mu0mZYeY12RWA34JHUP6Y
wReRPRa58SsGp8jH95A4pXMPRH7xh7odCPYKZtDKg9Rx2ikVX6G/xN8akohcevLSVh5xSns7/BXc
VDJG+crvq97JPYtQso6CaQaQ5wRL0ycuq23gUfERyRYS32570clJNr3qD9DLGVrl6UZo4bk5L7Ly
Z1LxXJ3sRqGzM3WAGXS2ZdLetnRjFMwFkMKLinosJjh0waWuSe5/oLHAF3UFGnV2tUUV93a2q1nB
VJBn9904cYObKcMGVvduP8h2u/gs2W/x//e9HZNlCy4QbLH2pgLBB4XtvJPrrMUT1ssbw9JxqQZM
RQn+ou/GWJEfp3aaN81+PgnpzrbhPYy+blYmuLaEq2fzD2b6S1u+faflJ6ZXt5pnkxwRBTxo0KPK
WqrxLB0jKzt74VdBM02avwMIoAQH4GHx6PAFjdzFQipRT6ISHVugoSBgr64H1YJgc4ZpSzV6RxdR
V1T3iO+BFVsxVBYFVV7mO7DVbMpWu7PttJ+ZKSnDxb0L/WQ/q6KfusLmPOKjMtZUKHw5H6vJee1F
r6eBE7A1r9KLd1xNoCusuf3MQILvdtm+CieC74bAy6s5dotmqpA/D17I+RigVCDFf6H6EV72dPu6
O9pK6HWdxOcrFvNf3i+WNAkhR6zk/KJPXB0NA0Z0Bt2s0JOuBxt6HB7iphOc1WoYf6gO+RuJ8FkV
+BNf+R6h/A7iZV2ZcVcLpYaCHXmlYRIhZ6kFKaAyZUBjxIry+3dN9Vv5oXJGfqs7iYQ8iIwY6jSt
kpLx85syseAWW0nZbLEkeDPSnYx4UJ1mxRnWOVT1BVJtD23Y1nq8R1Op9q0fQH3rDQX3RzoBN/Dd
pcHKoC2BfiUDExaS/nWYKpLZYrcMuvWfWHsrNVLroQLFyUker5uGq0R9XJj1OCtHgb+awMGANSQ7
56CGorcfGZbp25QBNG6Cs7twogzoulUaVourFqBlfKtg483Mwl0CLvuVAj1vJeR0Q90uRzpsiTXx
UA9VSki321lyTjsHLw7OPn/0yfNfff7O6a/f/6QOZs6/17ZggUHZjx998tv3Hv3q8/dOf/3k8Xu/
fZQP8Mnjx+88+mz+JP3lR+989ij/z3dCf/7Z48efvEt1nmG4fCFV2IlwJ8sq66AsA//9LL6NE7Tc
Ve4dEkmdvH7dk3dVP7rxwyvHB393slz7ieu7AVyze5zThWfXgUqVXX/mrJJ1RL6KYOrg/KLD+4UF
FWceFcfaq0ByXMhyRZ7jfhDmr9k+SBtU1ayNkUYrmnENdPD6b+jFvgvUsoxY2CrJUFCda16txUzV
VhhDXiuMD58brFY39e/magWROpulzkFvs5ccUzzEiDbTxqRuO9r2GHqou19egSsLnv/qgaSJSgeY
ymTyjySEnTp+nVU/1dYbym4+gW7zrz2w7jJ3XysyVD9V5z86F/MfQddrzw9nnIv5NBvldBaug4S8
54TU78bz/KYOk7QnZl3U99a7KuX0FEuHIhE4X6/UzBsrKBgltEY5b/OhPJZ7gMoubYOUsIL1mECO
qOTU1lLE+FU7lT9Wd/bpNdUvaa7QVk2ndNf2JAWrilku7Yre7taLsoQtn4GtVsg8Cta2uSkqMb0o
TK4Gm87WS3j10g+7Ptz9Gr4KBg3SlMtFyV0SvDOp54PQyrTSmktLbfIqN6CyT08F0s0r0OU7PeRC
VunmqsR4xCoMUXvCSb0cU99fVOkNp3H/DTnZsYZuvQFjfbRx7Q1aufbopTTOnorjMOr50y5ZdVE5
r2ypHZxvLNOD49yg6W/WaI2mPgq4SX0h1Z/AxRJ9zFPMfnd5AYkeCubkIRkpTGCXZyMCo0EYLR2/
lvC3Mp/GKYqSeDpHV2sirnDtOwlc8z+opS/2kCnTa19SRyo1+wzF08P/rMDySYD8S2HkMoRnesBs
QSfEglqtLag0LZ6T8se1kaYSRTV5yt1cd3/YvO7u1FgxQoVFSSALD59f2iTq5q6UvpsIiua5Qk8x
lsm6AHndoXOdAO3QB2L9rkqAzu6VWXPrEYc1t7b2uSCjmRZzXLzyXUDMUwX2xn9wwtjqXMIDfvs9
IEPeGOEgOIimGMM4DDZ47qyGcPpQlkmzuBHHdhtjFdqeF0evGLz+B3VdTEEw9XotVh/pPxoHuiQj
ndD9YI35uHViXANzesOHW3r3OYqTKLwFizYNhwqGpkXRKRjHZjM4ttoiSEBv9ZpaZf6T8VnYa4T3
63cDbK9mWMjxJozm2acqBXR593X+t/pM9EODsjmFp7ZYrkP4CiN1VDU5vAO5q+MeHPMjGZYOE6Ey
FBygVhwYUSviiqmED+u2383/5gtEa0GQK3G4y0NiQ3XiOJxxefj0ECxR+mQE4wsk34SXR/YUG1AZ
yx7pbxw3KYARJKa1shgOGuguYhtHK4SOsq3qKKfbnmkthSaQHHLtfOdZZPwQ8CiBvVo5UdZMg8Vm
NBAChVViT7ePCl4A3P3Bz37xU16QGsKg2xz+YXqqlI9Wh21Tpz+qHOR3s1K2K6I+KAtr7kaMwVpP
P3v5O/uDweSDZ1c835EJ2p9eTUmDOQON7bbxLP3XtLzTqFdt+nN07az9ZPcfHgQzr2Z12AzGvA1g
i+15lY8EzFLfTNdwIJdeR+8n08oxY0V9ukDpb3O7VcD8KzIGzas6+HEAPHLEyYv4bvAC7qOhWqlA
WK3qkReQM2TE0ZBcbzBy3JjKuXieB2dajtYBb7bSxAxvAN05UZBfolDEFTQqzPjHq8gNIze5xUOY
frjx6ihEONIByikN9/4yVbb5EcjcNm0r17pBCR2Re7B7JXOqqJT+/3h42ylz/aECr6bBtCOeJdFp
3JJQFknsXArdyVZtnZMgnDpBvEGR5zXfFn3UXBxUu4TSFpVQ4n2QEFXeSMXRGezDtb+OF1h9HrzY
tcMJpE54b45WyULLBe9t3Dn5iLQhAtvteuDp1V7agiZlWiLzE3XA9UicCecWoxt3KIH8WYZqagD0
rBdYLm6M1WscCoLISqVnLYHNBPPl1xDADS1xvAC4QJlo8iAUnGSiIOGGqThY250bjQJb2Z6QmZ9X
1KxTylXIC9nhdnWriEZkH84iCSBmTNR7QBz1wJmRuu/O1gkwgkqbPfZUdpJflPYm1L6yx2/6wFF1
HPGvpVbnpxo8bc8ospvir9UdCSpPdglF4cnjevixoCP7gd7dMSY7gJgv2c/U746ham95cq/5kkZo
gPrSVv+sTqkzEfTgpnqs1CIaQidTpg14b99bYEpL/aa4xqibDuG6jltU2MAn7wojv/YI1kkOTO6S
Qm540r8GGr5zj1quKRSU5aXkCrs03XfjY/Aveh16KoqUEITS1WhpxrMEMS2qRxBXRsWkupbTEUYp
VWXF6DfAFhzWYzHyLCzxnBmLg8Af5T83Wcl9dSEX3VHKpJLA8rwhTTiNRhh6bCpix8sy3sQsyxgW
MBEALPNn9b9irAz+VZl3UC2C1g1S7a5mPtOPHrtJtp9hBEzQY6BHwl3Fzi+QxOFTRY9AA1REnWOR
Mew40SKNH2kdGx1U2aAqMYRgVVrohEoZHcqnmNzOC+4LDcMWYEZwxFUiQ64VOZH7ARNQdViKfgDl
SpkriJ/XEUO6ZO4K7ThYS76M4v6dw26JhItL4jn05DLN+qfg7UiPDWJ0mOjYZV2l3O0IUFGUiH9X
s6mGQlRK6BJp9RTm8lXmip0fE1UhO+J2pywMLunLQabebFwZS03+DhV0K28UudWh1ghZyeuj7/aT
rEcar7GL3N0bQrJkPf/ouaalNOTJkyQbxbQCVQ/RyVZWcAp7GqV1FfpWDIB7d6s8vfqGcC+PzicF
1EZpECe7P69xGGfpMPB25NJRZFujT8NI8xXSb73vLldRuEJRfihU5we9qZtazcuaCrwsAfeLQC1L
bZkRxw1SIcLrrhw3EhdMvHq+Dwf0/lSwKIeGRu6YpcwzTsop78GYaWbCaf/7DLBPWrdhf1Ld/mOn
0rYRqzGJS8VJnHsKiFse1ZymMavj3Y40BerwTlPkwKA87/8AolRpqA==
`,
  source: `
%% A trace of functions, of processes, or of functions in processes, with its limits
%% kept here: of events, of time, of bytes, and of the rate of calls before it begins.
-module(traced).
-export([run/2]).

%% Answers #{rate, functions, processes, events, received, ended, waiting, system_ms}, times in
%% us since then;
%% \`events\` are those since the last report where it streams.
run(#{targets := Named, processes := Chosen, flags := Wanted, spec := Spec, limits := Limits,
      max_events := Max, max_bytes := MaxBytes, duration_ms := Duration, max_rate := MaxRate,
      sample_ms := SampleMs, stream := Stream}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    Body = body(Spec, SampleMs),
    Rate = rate(Targets, MaxRate, SampleMs, Call),
    Flags = [monotonic_timestamp | [call || Targets =/= []] ++ Wanted],
    Tracer = tracer:start(#{max => Max, limits => Limits,
                            sample => case SampleMs of none -> none; _ -> {SampleMs, Flags} end}, Call),
    Way = tracing:open(maps:get(pid, Tracer), Targets, Call),
    Traced = follow(Way, Processes, Flags),
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    leave_out([self(), maps:get(coordinator, Call)], Way, Processes),
    tracer:go(Way, Tracer),
    Summary = #{rate => Rate, processes => Traced, begin_ns => erlang:monotonic_time(nanosecond),
                system_ms => erlang:system_time(millisecond), word_bytes => erlang:system_info(wordsize)},
    Set = lists:sum([set(Way, Pattern, Body) || Pattern <- tracepoints:patterns(Targets)]),
    Set =:= 0 andalso Targets =/= []
        andalso envelope:refuse(not_traceable, hd(tracepoints:functions(Targets))),
    {trace_collector:collect(#{tracer => Tracer, way => Way, call => Call, limits => Limits, stream => Stream,
               summary => Summary#{functions => Set}, left => MaxBytes, events => [], received => 0,
               until => envelope:now_ms() + Duration, next => envelope:now_ms() + 250}), #{}}.

%% ---------------------------------------------------------------------------

%% A sampled process is traced for one call, and then not until it is armed again.
body(#{head := Head, guards := Guards, actions := Actions}, SampleMs) ->
    Once = [{trace, [call], []} || SampleMs =/= none],
    [{head(Head), marked:term(Guards), Actions ++ Once}].

head(any) -> '_';
head(Marked) -> marked:term(Marked).

%% What is called too often is not traced.
rate([], _MaxRate, _SampleMs, _Call) ->
    none;
rate(Targets, MaxRate, SampleMs, Call) ->
    {Counts, Microseconds, _Shared} = call_counts:over(Targets, 100, Call),
    PerSecond = [{Function, Calls * 1000000 div Microseconds} || {Function, Calls} <- Counts],
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    SampleMs =:= none andalso Rate > MaxRate
        andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    Rate.

follow(Way, all, Flags) ->
    tracing:processes(Way, all, true, Flags);
follow(Way, Processes, Flags) ->
    lists:sum([tracing:processes(Way, Process, true, Flags) || Process <- Processes]).

%% Or what we do would be traced, too.
leave_out(Ours, Way, all) ->
    [tracing:processes(Way, Process, false, [all]) || Process <- Ours];
leave_out(_Ours, _Way, _Processes) ->
    [].

set(Way, Pattern, Spec) ->
    try tracing:functions(Way, Pattern, Spec, [local])
    catch error:badarg -> envelope:refuse(bad_pattern, [])
    end.
`,
};
