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
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
    "erl_eval:expr/5",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
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
    "erlang:is_atom/1",
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
    "erlang:start_timer/3",
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
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
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
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
    "unicode:characters_to_binary/3",
  ],
  forms: `
g1AAASkAeNrtXVmX49Zxbm69zCJNbNmOs1lOlGhGE9kNcOtWNJYUJw95SfKQo/gcy2LQ5O1uYECA
BsDpGR0fP+bkZ/i/5CU/Ij/AJ38iAUASvEvV3QCye5TWi6YBArhLVd1avqq67tz0suUiJN5BeHBw
8PPrzk3nchl5B9ftm6Np6C1TkhY3Wte9m8PV36tfdopfvvIS7+Cm9fn23+0vneKPubdY/ax73b15
N/9rcumTcDYhr71plr+8c9P1snieP3CUxpfZZJ5uX9H50jlVPnXtJTPmqfaXI9VDD65JfvcmTmbs
11zVg8eLJL5KSMp87iwIgmKGJ/nT3akXhswjj/JHpvkTk8vQuyp+1qZunmRJ/jXy2s+oi90sWZIg
f1lv7mXT6/Jt2zE61Feg7x2RkMxJlG0+deRHGbki+dNem96pYLWZ9BXwk+0vXfsvdtRfBFbsKomX
i0lOiTOSrF5qPYCuzQC6KQkvA2w5zsFnjufeSzJJyCX22EDGDV6axlPmfQ+ncU6efpT/mUgGqXrN
ST4ikpBoSvgpSB/rLaPMD3NOb8eLYqGecyQoYVHxZSi3YUvVByd8ki68m2gSL6p9VsunYL3l4AIW
bLehCFr0tbHdNqS9nkB7clFZUUpQ/Fd+LY5SdsyhH71k7vADpySVHyd+9oa61gnjG/q91jM7FGbW
hme22uX2TSfy85dz+42u+Zj+YxjYj/NIPc6KI4+VPOGlL0nCC0bpI92LePaGp+xb5VfhcBTfdRh6
GUkzYIPovzv0E5eeH5IZdeWdzEuuSDbJ/DmJl8W7Ohe5LMv5sVrzQEd2LeIkf0m82veCoZlzdzUu
Th1pCScpL/bzjQtkT/UuvTClHqveFsURUQ+7d7XMVRL+OY0dnMXpllUCOYN016vIcMpG1kk/9Gie
TuJostqgLcV8vEO1gqHFUrbp6pbsiwRh3r05TMg8zghLwLnW4EVXNDnO4yjO4siflhTJb+zDuR+G
fkpysTirObq2XMRVu13IcUaJdAK59uhHlzGvCwnKAP+BgGKc7k07nHKK3eaFx1ckyrcyI7zixxxR
0IcP/XSy8GcAhwUId9KHF/Sl1kSTYbesgjBqI3S2XjuAIW6uc0Htp8LH85cmgVI0neT8Ti79iMxk
Ogr6ET/ysyCQTKOgqAC6ZrAqqLrCEEZ/853Dm06WvKH32UqcHOurTfA4gEVBJSl7NAbbJZOdfTQn
t+OXHBsDL2yrxkSfpr3sOolvJD84ynWE/E0zRvYzx0PAspPWpCy+sD7HA53ZsXZQdYTXHKioeTzO
BeYFmUwTL73Ob1hT4YmSClGaYmcYMO+9yH/7C0YLCoxYso1aEPjiVUsz915PSlss9b8hZuZod/MI
fRzIn3iZH6q8LqZUTkiSxMkkjK+uSlWbVclUT//Aj6bhckYm6bWXkNmkUDkTn6SiRmi94qzBqu/c
Eo0HR/WIYDwovVOw8TBUjm1lPPBES0uxirQuwnj6crMwWh4qPQ3tYZorpCt7IVkxm/k7OnM/Et1F
us96rwEpcEAryIzc2pm2zMqLqHvwv/l/gcWURJ3Qu8xy1aR4f0KmxH+1pvATk9PpiDLpGAOT+8pW
HZZ4Xtr8Yc4IjxqG/wOF9FatZjfnF1psdHJbiRenWzuZ4hSOb0xWtvv3v/iHf+EXBD1khpzqw6w3
p7TqUsyjqZfLjnDLhS3OdFNqtazp3OMIrbU7QmuxKhnHReJAV7+RWAET7L07o0nGTdQwGVV7XvBV
YXLcU8tbTy32OvKjlY68ogXEN9cwATLO7Xva+/9Le/uzzxh7TGaBNUnrzj2t3zKtIwE+elNq7HAZ
7xR9Fvc7fHel2ZFusFKb+xklvNrWVbSKV8spY/aeOu4gdTy01sp3R5FQcG8EBPdEVw5gk/aDGkR9
lJ/WGZlmrO/3Xua97TLP+sWP9NllzEdCVDvSo4/dv/unf/1Heok4opxyGLzz+0P5W0agtiJwDb+w
Htljk/BjE37ENfKDYxbDuFAHxTX1lGfGPJ4tQyK48OVA2HxU08yPIx6WIg9QeMnVslj3VIJugk41
f+6zz5wpccGz5M0kWUYclEyMF/ewMMapPQ29oyF+OQxEuegIUI4huBWKw3po7+prw04FTEDwIYyx
e44NemQ/2CfCYLsozvCUp0QArBKS6Cq7hsAqEtAuoijxnxxZfBIAtQ1NQW1ChADjfCBEOyuAaaZR
1sNikiw2YKB65ig/u6bxnJii4g7z5xY0flD9oVxSZOXo6BNPCVeAzuy2Flw1p4O+9O6Ag8PWODX/
QMEP1i/+ji2jjTiUFoztKIRts6SqhSaoSan0BuvTKbXv+rTKwKVZbEjDaC1HF0V5tIz8aTyjF/29
nBOS/KAlSTrJ4hW84o0mJtOPJ6F/wbiG4yRnrs3ID9Ms8aMr7+DlQfe3p9kCwwlujkgtEPzDYsDp
pFQfOJTWFj2IL3Fbe4n7DDXr6qgiYlE4J/qB5Rg62mPQx5cIiBRHA1rC6bYDABlgKKy+qyusBAQr
Mw5OF6xPBAMzIqDg7Tgh0OaWaiCNQBb7QY1Z0OqNNVi7m5JoJnilXJl1vPCSzPdCdLP7cDbNSRTn
16LCv4XcTpfpIh8NLS3q08kQQ5G17eSGOdsGHEfWROwaOIWGoGU/uGuWvcOeD7V3dhfSGPAb2AEE
+xA51JDP71nK56HAstaUsloaUIUYCm7JZhKdObdCWyOZFkjm3FXao+EWfk/b0KBeN48jP4sT/riB
3LWspeAI8QpIHG/eb53+2L32r64DHVmuD7seQskicKJNB3ekDHghwv5O8yB3G8nt/L6576qYwNZ1
xWjoZkf/45UrchLG3ozcgaQijIkdaJP7kLcMHFgfutyaIFfB9TTa0h+ofX5rBFgN38QfKk/XKhsv
iifpcno9WTuerT/5w5oo317opxmTHRB6qYgYYd3GjtwsP1SJDjQl8JUXLomQKwlFnmw/Uf4fCuW2
kEjZ7gXHeMtxWolSUjsGTHiTulJX1lbNw1Kf8h9tKB/aCKNt7bBFAdiQ/xA1KPcZPhiowgcD7iBt
dP6Uv1LbFhXkQe8yDmdJtaOmqgI3xXN6HDVPaaN94Aaxh6+Wy15jexnBWF6HcFVwzuzjYhcL/2T5
3P7p3lXRvauC5+iuTGEeQYWIWsZx6ZPLJJ5PioVj14v/9j7Wb7QnAqU84XJ1Gwp2rM5hbu317QnU
IB6hCBpXrpL2LdTtd4sSHWuVe1tfgBvNdtVfF44+rqbAW6orDBWKj9bpcDgn8wuSYO5W2OPgct5W
6xomQ4MaJntQbZ5sVBsKGIJCDEeQ/eTA1Sj00qw5J3aVttl58ckLic5hvzJ/ZAmE66/NhzuklRpu
XX17tOba1RazufAeWXtq21yFQse22KAyL1sIKvOu2jNsEi3TlO8iXA15gZ/YeTGhR4a1MrrZwDpV
52pfVYskniDTWZ2sHaIkxd46vjue4D8WlqnXtCe4EihcMJsB8HBOYYsaFx3dGhd0rtjnBwe3UOgi
YGvmWW7dn6jFrCb91FD8/9RS1juBQemAsVA6IOCkGQby7KsrkGoXKVUyMFhXVMfaWKMr70pNzBoF
Yf9MlxzKM5q3r3YUGLqVuphDmMf1KAyl3C2JGVYilgTMUHw0cgzrVnx5k2ZkXhmeLS5JuBzpNM4V
FaGC0nf/AxtTDcr8kbB3h1pG+rnE88jV1NEXaKMGa6E0LIGNqWjFXTKEbI1de1/frzRuxkMzQFMC
6YJ7mlK4K8XM84Ku/YWDXHeR633k+gC5PkSuY+MZI9fPkOvn4PXOF+tkC+CGg91wsRt97MYAuzHE
boywG2Psxhl2A5u5e0ob1CpjQNMzdZQuLzbO3LZ9koIT4IkoLD93aXlVvJ8vo4X/fD0h+QMdIIrJ
/ZyNd9g+3C+nDDm/6bcUP5e8ZKiKAHC1FNXVvY7z43NCXnkhe3IsEs4g08lJO4qT2cyfZlL3vyHB
db7xF/Iy3k4QCLhF/O9VMLyes0eivqIeFQdEwlV6zo+xukpHSX5EeSnRKpFn5wtptkKeqFHtu+pc
p17+Kxvllqa/1sg7Xp3wUv8FvRpRkdIQ7jz9eCNhbi/72GD1d5d8vOdd3l96+f3+1ksu/+6u0uSM
EOQoBANo9rGDU06W7YKAKqFTzpGpQd5sJnkvQCg1bS88nWe4JaIaxww/oQGEOtFdqTYmYE7WRVXI
LNgdQltexh8A8MrBOi1A2akdW/ixJTsNg3rS3lVI+xFYlfw2pmmSb8Q6PlTdEVRlrgEacQCxwVf9
lyMwoIX7wSqNtABskde5WeFHVyU8EhRo2yYL2eVZEGhW/Geq65eBF66yTIOb/X0ToFhDtd+1Uk42
20kl2j78+ulnL3759fsPfvXRZ024v/9cf+5cRh41KPfZ089+8+HTX3794YNfPX/24W+elgN8/uzZ
+0+/mj3Pb37y/ldPy3++H4ezr549++wDDpKgpZG1E9re7CTLyNaokjmyD1eZDAG+HdUvr8L4Irfv
wUTE+TLM/NCPCHj7uJhyWMgwLADCKHtTb5EtE/ZV1Ca2sBtt7EaHjuBW81mxdVADs7Wi5ZoQ76Mo
Ll+zeVAn79sy88uVRdZWXT2UmjjQeMMRZEb9cZ8BulNPo98hwhMr7qUpNoxvSFLSJb9dZzLQQ8Oo
07/QP3mbmKX1OD8wQXPzoW0lyr459/GQ9xt9+CRQNHG0g1aevCRvtujKjuhrZQQW40w1BVSyZWIM
DO41wHDmv4JD8xdvMlKiUAQWOOds5nagVztJL4cpjRMBxS1v+aWHR3AYRQk1MMbV0rRffCrL8oSG
NzBCZNO62xrk0VyghG3l2YzYHQLhwnZzYR9q64E4bj3E9g/NcvxNE22Waqo1AOq7KKmO8Y5cvMXU
HDGNufLqisZto4ZGgPFXRzM1ZWQlJvro2g9gMcFDtEUvErt2JpzY03PPyeoDwG6lrkqRpUOcD/x4
kpBfL/nKvBhYhEr97Giu+jmQCG7F539plEGDuML6EhX3uFyMRfgGh8qcB4rei5Kz1Q1Qrx+LJ90x
LtaK1iRioSwNVl5j9Q/mkC2xNGh1gp1PU5WFX8we7qc1xOegsSw1z9G1qcpAGOKFbmEz8eGiGhFY
vwjHCwS3uUNjvFkG2wANai/NZ8W5ggfTxDsHpTxAGY5tA8EDNm2jsl/8eJMwalLQTjx7E/KKJIDB
O+A7jLwFQkfble5IXemIc1UESSjWugyS0hfSkJCFKNdzi/R//i2wCj7erT1pxNromxUXeziN42SW
s0AWmzWqhKtKuYF5YBGN0PA9CPoinsSs768Lx+OQUHRju8HZfj207PCu8dtYChcOBZRDmUpVrdro
T/GTL2fR//znGj6aBwY+GtZLXeeQ/St9Ju8LHI+xIJBKNI9zEwE+Zt3GuprmW9D5PevAwhWV95Ql
l3vZuscuWzCH9avVomfB+VmPE8/NciUPSyxiChdawHqeQ2U/ZDb/2KTktCBM7An7Q8vkgDMZyJYv
ZSQKP/24rUapwFFw9xdvKF28HoOH9nwuAuRK5EvtyiZPTSv6tPcTaxgBcmgtsaI4s5/vM7NYi5ku
dqh1KgwlLje4Eqcq9RjA3+rgkM/vFA657Du5XxByty5M8hyHSQJ60c92nifHNssx0bE2l7+TxfFk
7kVvJlSaulmlEV4Z3EOOfhXZ0p3wPvIELZneRMGtqCSny0l8WbJlEAQ1rfqhAiDX1waengV7QEuf
3zpa+vwuoOFp/WLXu7/vhuL3m8ylPDxeM/w8X9kCZrXrDd9j+8f7va6X/vCRpU03aAqP6oCxS4Xn
yaRoDBp4dDRiC1KtmQ08v5W5fJ3ff8ty+QRNY90KjI/o2rsTkDyP+/yuHR9merX9+jtO93Duk/vu
xOYjbB3srEdH16AiiwNVZNnZ6XafRq579LTfjjTyexl05xPIAxv88GWcEG96rV99DYKH1PRIPbfP
Hug3ou+7svYCxt0g22w+2IOvXv/W/Ykz+snpBZaWyKQYFaN4cDFhAxTl0bKZ1MP8r8l6OblX3RzN
yKW3DLPqHwGPaWgYBT7APadHXjTLWTCmkLI/fSG8qOqLa4pTW50octVrqJ+1pYL8KPMsOHbtNljo
fBsHN0STDgPTJwZBjVKxwh59L4yjK5Jmk2k8zzWIySIhl/5rSc+jobo/k1ptsR1durxsYHTNgBy8
Fohc/FgO1WBTcy1Tr8UW6nha4JGfVtnOLThIDj32TvF/FrKoypU29d60xOpN4GKcmHSv6DGwq2VO
OUWDXjxQLisnVffY/Gt9TI/+oGx72GgsxqD+lD+2BCwMzCbWVU7sljd2i3bzMj9ydrK7beUi7GVD
JVMd2E/oeJ3OkiL9yuw6LYXSTksyqbvOINFulGgGGDoHKhfsPLnmNFAOqdJq21Kt1q2U2XJztqn5
sof6yEOKdkUTJHuKAZwrN2rdjZAnLhW1VjtwRbJ4kaWYC1mrTjSJpvGMzfc+WkZ+fpGwJeur1omW
vPSo6MJzReI5yZI3GF5es7V3Vd1kS4xRnKXLRWAyUpoIS5bkUp6LhD1Dym+JtF2tdDH/orhFsNPP
nBSfKWXwHr5TttfAt69SXUl8abExtEejWcpoILNyIHRHset1vsJCc+k78qYmHBC5KJIeSPsCyksw
3wZs6ww1HlGvQOtT4RykKNWtfncYJyRMCTzH9s9eyN7SqwPgFj0btYZiC2wr7EQrbNUqjSJoJI3+
J0bptZqZ6mo/tZAtKckr7qCqzxhKMk4J2MZr5zi8n+rbMgOVIrGDzmmn+jDBAVAMXyyzdHFw8O7v
sBJMM7yaE6WqUNf/y8ZZjXrSA60qMBLuP68FXaUXwojD6YMi0PHAqobuyqQy2yl8DyxikLW0Tcxu
P3+O8Pz6OF+d4cy5qtdzTMgT6gdgrpMo81t2oNgNbTbgs3cRD1lDhaocfWHmYkCoj5RaygOSZOlk
Ri6WV3zbK6COQsNKz3HZAS//VC3PKu9mgsMWrizyH2DBW+xd8loUhQd3Wzlf8P3asLleZwZzObfp
6KDoD7C2cqlL7xV2U87PJElN8+SL5NqFUN6rsJHKJDGhP8OlHwqZY1U0UCdGa/rBsqyiovOcoVNX
jw4VkYGHOV1tGnIC3Knlwdp2qi2b/BpWyxL5+zgfENwp2BW/FuwyJ00qByqNPx+uVBI0h3Vt1Wwf
bO9/qFIYhbKgVc8QsKZocSfn5HxIVEnMposO2CTXDgy9s+4tpHP2tRvO9Eg0k2RzOk0WAJalIzfR
MTCf5XS9H2Cmc39nHfrWlQx4w9e04gNYSNYQ11SjHArcRwLQWO2rWleumbUmFvpzP8OcysrNNNHU
ejKFVQT+cDnDAiagrwX2aQOuXOQwWCOMApMnbnIyJCre2l0M1q0PpMIz8I1T8FlkT1OBCq5FReWI
FrWunlY7xrGsq0Hjo2y4LIwrgsGa1NY70qICQpQLNV/04S0nuRJLWwuICNaM2zraOE/jDdZs3LEJ
4wcCsTanSFaOmI8/rt1cXCzpL8t5chr3lABAe1NfAhRbeFIWxJ+k02uSWxpskPZRCZyfrFtxaWHx
jOS3q7BNdh8a2FRP3teKvrOM+DXdvVNc0rRmRz7x/GW9/74tDHffuCoJNtKOZk2Szpeuw+AYqstM
XVrXZf4awDK2IzifoJ4QVXN7gxHSXuEBPF5mhM5YbFnP3BZ9/3L7bTUbdhjWU4LC44KWWzQHxxuh
j6HZdpCG2C7apHtndTjGWG/uPtrfAUV3Gw1yYBUQpIxntKxRjUENDfrdO1x/+GAnMDpQI9GplVUG
jzVjxflvzyBlr60VdhaqYZ+jgWfrjRkZbAwrAk/NO9l0E+LNZEuHA4xHAVUJ3HKuY/3DhUt4wOUm
WAIOT1QRBbc4T2mkJPSy2wrK81wgF8f4qrRpU1KoeQ4HYFniL9kKfB2Qv1DniOZj4w3YBQPGMdxR
RotnZJFd81JY/siNP2MfGSofKRJ5UkNJhbsV69R2PjMJ1msVmXL43LUGM/1wZ5he3uQ3/uLGXwU2
qZOqW0aYypCX1JJ5N12mCxLNJlsXK6yt6PjQxOZDs3yv/WkucPDYDBaYdWEH+CMvfRNNr5M4ipdM
wMUEciPuwi76Hgo9QxxF0UcHX24jBjjXP6WcoCmvi2vfa6V+6q8j9cXrmvXvJCRdzsmGF0BHW/NJ
rI6RWGgm/iSt1qDWv6wp8xPLBq7uBhm3g4jYCs2qI0majRndxRU2iFJ1wCa5oC9nm5Nax/XZts4G
1i+V60o6qzbh8lQZseYzibLrzPND8/PVEYt0aRUzUBCCFopmY8XB3a36qsynvpKQtCEOSFRLo2TM
+NZLxjSW4H2A9hLamZ8rePvK24yxMisdg+JHLlT8CDjbZ4Qrc4R48LfWZpirw5Sk5Q3+fYExWNTR
rorujG+96M74TtWpHQS3jcGraYeW3CIxPp39Gp9OIPBpIwgeh/Pjo/2+zhrBA9RhQPSsqFflDJ2v
BkhiiLXtM6wsg5/7eCVuZQmUM6tRsJ1xFbOXqsGju9Gdz1F055MjSuh6F90PpqXI5UdQa7NHgc5O
oo26vfcM8FRsIIo5JRHybzURj/kb60CZG2h3ckC89qc4Mp/KAZY0czRzGY+gXqc2a/apSVcqmGpc
WV67KyE1RgQ0lwj1QphSV6N2Nb+Ho4BrwNQMcWgjHSGBgL6e9jNorPZ76tkwBUanYZwuEyIpPCNP
eZRTvv1O/8wsXE89+XlgmiCKsGIpStTnoq7C8Ji8zhXqyAshkb4uj9MAflF22pQZLzvJCFy1e95V
SqAFE6jixcS7bEKhVG+qSgOsyqi05Z2bTyEql/9cSOu3JXauLoZqNpZ0ai0rPjNrSl5XvjZtlpoF
S9XhTk3vinnQsWbwUHRjNA+RH8k7p+7Z4h4FTCGnJF4uJvkCzgpXnm2dTWGAnW/8BaBE7tvZUVV7
KUS5xOkxEhOO1cXLjcTB56YpNFCArSPLO/jAkRbsovaZh2VXISWII4v3bsWRqiTr4FuzQtunXC4e
ikmcNYKMepALpVitsy4Cb0CX8QABtGrRgJQOxn4+CAwFj0S09rRF65nYdUk0fKFxPSjXEfZdnAU6
5rFBFwNRIqbk12BWdCNePrYvpu6c5YC78rrNSuKYaV4MaMkIGEN2poRA85l0+kHxsS2JHRfAPXBZ
xjCByTSYAnlo/hVr+ftFzYh5Nx8VTfDdKDdD9NRH/tFjPyv2M4bCUbybJNCOkgMQAyw/VHB4gVox
vnXdgvtNtTIDthHzGWVYt2YbHDOL3wSG5/DCm3nJFYLts6Tmv9X3M474hADGWUTZIAYSpA/Y0raF
U/qNRJnwOih9prpn9Mo8V6B4yprTXA2oFuQRdI2DuWsHi+4u0sNkXQjcCy2jlUhfAUzB6+PF59Te
/xF4+nQ0vf9OU2fMz5sAjJ8LctMY9H62nwiG5v6NA2m5Zwy1zCpDmqEynqjxINoIY0sIgTgyUe27
Wns+ZmUgROKfGh2xbGHdMTw9aRhENr5ANUtWN8BLteug8LB3P/bnRSkxkkx0PtJWyGzO1rJwAx0l
5BVJUgJNaW+JgjD/jOhDVc5qI65VteIUwjZnbVApdx6i6cfFYhSVMcp3QCqC7ihKq0JCxqaaBq+7
n1wm8RyuLti3RZ6g5c5xS2iIMTv9C/PAljSQpVhZiYjsmmK+VylucAjRQr2RIH5whMYB6kNXmWRy
huMPomFzCK2dBn35aBUG9a2oeua/qgtleqIsOqtce7kWMLwlvMypSAFds+DpXd7rpiK5p8bkYGpl
9XfPQEgV575WHHhoPOMOJgLPAfEvs6nOEWyjQhhalCtDi6caYD/EWp7eogjQAl0w+fL4Y2OHAOSo
GgVSjWuEJy9JPW0Lz08klenlHx0gAtEVyjai7rUxrw3um0/OLPnERB2xbxb4wC+Cr+VnpeXUtqWp
Vz8OmhvCo1I9yFYFmbUGcVL9vMFhSH180CiKrbFpr7PVBkky313erErgdAgjbt4ppdYkXZDpJFlG
CB7E4IXfoV44jecLPyRgzWnb/DrdGtl9HAM9UB8iA0Sn1gk4C7LPbarp2w5jQUgngI8li9IKbG0a
Pi1WX+L1jEwWbb+ti/ix0OIY+wyEDGDdtfVcUmu+pZUNDgeuFH4U5Rawu93sDtA19lr//ru7vw0m
a7lHusWlF+erNKA2axdkWw9EpKLcAVPEoIGav3BB3Tu1dDWO1Z5mP2HhOBtySSd4fBVw7O49tnVW
Py4E5ITsObhlMIlzzUmMA43ixpiuaRjkMuRiI4Jq3WqdLGBQQfB/SsY3Tw==
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

%% Some functions that may have been meant, or the first of all.
similar(Name, Exports) ->
    Sorted = lists:sort(Exports),
    case names:near(Name, lists:usort([F || {F, _} <- Sorted])) of
        [] -> lists:sublist(Sorted, 10);
        Near -> lists:sublist([Known || F <- Near, {G, _} = Known <- Sorted, G =:= F], 10)
    end.

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
