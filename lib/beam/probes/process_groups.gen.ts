// Made by scripts/gen_probes from process_groups.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What process_groups.erl becomes on its way to a node. */
export const process_groups: CompiledProbe = {
  name: "process_groups",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "selection",
    "sweep",
    "window",
    "worker",
  ],
  calls: [
    "erlang:++/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
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
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_integer/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:pid_to_list/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "ets:new/2",
    "ets:select/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:append/1",
    "lists:delete/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:map/2",
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
    "maps:merge/2",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "string:find/2",
    "string:lexemes/2",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAASAdeNrlXVuX48ZxHt7msrvalSUlSpybbK/jxGtJC/A6snbtOLYT56LkIUfxGw+G7BmiBwQY
ABR39aDHnPwM/5z8lOQv5CkAr32r7uoGyF0d+xwd75BEd6O7urq66quvZq1VJ18uIhKcRWdnZ1/M
WqvW7TIOzmbN1cUkCpYZycovGrPO6nzz9+aXrfKXXwVpcLZq/Pzw7+aXXvnHPFhsftaetVdPir/G
tyGJpmPyKpjkReOtVTvIk3nxwEWW3ObjeXZoovWl99z41CxIp9xTzS8HpocezEjx7SpJp3xvvunB
y0Wa3KUk47obUUrLN7wqnm5PgijiHnlUPDIpnhjfRsFd+bMm8+VVnha9kVdhznzYztMloUVjnXmQ
T2br1g5j9JheVP1dkIjMSZzvuroI45zckeLpoMmuFN0sJvuJssvml757jy1zj4oZu0uT5WJcSOKU
pJtGnQfQdhlAOyPRLYWm41r5zOU8uCfjlNxCj/V0uyHIsmTCtfdwkhTiGcbFn6lmkKZmrooRkZTE
EyK+gvaxzjLOw6jY6c1kUU7UM0EENVtUbgzcbdBUdZUvfJUtglU8Thb7dTbrJ7pdcuUElttuJxGs
6mtCq20pex1J9vSqci8ptPzfurckzvgxR2F8z30jDpzRVGGShvlr5rNWlKzYdp3f7Fx6s6b6zTar
3Fy14rBoXFhvcM6H7B996j7OC/M49zvy0rgnguyepKJi1D7Svkmmr0XJfqP7VToc5bbOoyAnWa5Y
IPbvFvvEbRBGZMp88jgP0juSj/NwTpJl2VbrptBlxX7czznF6K5FkhaNJJt1Lzc0d+5uxiWYIw3p
JBXVfrFwVPdU5zaIMuaxfWtxEhPzsDt3y8IkEZ9DrOA0yQ5bheo3SHs7i9xO2ek6bUeP5tk4iceb
BTpIzMdHNCs4WVzrNqxtyTckKfP26jwl8yQnvAAXVkMQ37HiOE/iJE/icLKWSHFhH87DKAozUqjF
acXRNfUqbr/apR7njEiP6q3HML5NRFtIMgbEDiizcdqrZjQRDLtdg5d3JC6WMiei4ccdUaqOz8Ns
vAinih1Ggd3JHl6qnhpj5IY9bBVgo9YiZ9u5U2yI1axQ1GEmdV40mlKjaroq9ju5DWMy1dkoYCdh
HOaUal6jlCiq+sxiVkBzhROM7q6f81UrT1+z6+ykTi7xZpN6HIpJATUpfzTSw5Tpzj52JzeTe2Eb
KxpsmsbEnqadfJYmK80PLgoboWhpyul+7nig/HZCvZRDD9tznGLejr8H7Y/wigOVLY93CoV5Q8aT
NMhmxRfOUnhllEJQpvg3pFy7N8Vvf8tZQdRqSzbBGwQ8efupmQevxuu7WBZ+Teyuo+3dI+xxoH/i
vjhURVvMaJyQNE3ScZTc3a1Nbd4kMz39YRhPouWUjLNZkJLpuDQ505BkskXoPOP8hRXv3JIvD57p
EenyYPROqS8PfePYNpcHUWhZLbabmUIxTEj4FdldmSzUWvtXv/3Nv4nKG9xDfUGzq2w/q/38AH+q
dIWXr/yWe21VbonywD/+y7gr0EcbBboZKnBxq3l+OM/HWzw1pztbuLNEd3rUuRSeaSkA3xn7TIUB
rF2JKnPgmO4fy7nj9NNeUDZ+ClFjVfRcP3RWWMebMJXXYaDwOshnzMGpxM2R85xfFFsxJ5OcN0qP
LjHODT/Cr+ZQvEGYJqnD7qlf/su/f8HuImHOJkLs6vq0O85dgLZeNeeRvWNzqzR5mNrFSFmrsnVH
csnFs3HoCWu5c+zb+a+KSXuleKcz1n3H3aqO5sujGh/U7kxoQvbP+kpAj3e217FsCkU1kO704O2h
aXSh7K8MHZPEN290oQNFJHxOgmyZEilarN9XUTgPc02wQXHNWIWFaK82QXdOHE0jvA2jnKQZ5KtY
WxCbWcMEiorX69d18j3Gmwo9bBjLqyuM9UQa3CXCFBADP9fwIcMJpjGC0MmTPIj4dRBW0WJa6O/d
ljl0Nahtx1xAcJHeieEiW0CAY5fvHmEb8rEF97F9B2tB8BeZ7UgdO33P0CkQ8e0JYmY/b8VjXRmt
8UamTgURGekUA0plGUPxrZis1DGviMR3+UzYELsp0o+DxFMyZc021QLyJiiuY6tXu1hDafiBOC/u
+1aLexrVQEUYmglqcNDPJ4+I9942y0AHL2KxkmLAdR+RBSI8G6dSzdFHD4sKuFjG4SSZEuajDwqt
khZHbnHAjvNkEy54jcQYhMk4Cm84d2GSFopqN/LzLE/D+C44uz9rf/M8X0Bx7/2cYUBdD8sBZ2PJ
/vAYjFWl2wknLJBFCF7O5Qi85CLsUscxtNBjwMdLpAiLhwiVCJf6XnVP3wfSJm7jRF+yuVnfWnUh
6NkJAQPXggWBCZsbJaGWEHyXVngLFs7iDD5qZ8WhLzkzfV34fRGkeRhE4GJ31ejQqzgpPotLtyjw
dbbMFsVoWG1RXU76UFS06aY37Let6kbUOImztq90afbeNpemx58PlVf2GNpY4TB1C3h3VeJQQT//
gaN+7ktb1llSNlOjNCH6UrignsQdAVbVRCSHKJITjgXjt1zCPzQsobK5eRKHeZKKx40qjOJT3fyp
tfWufWc4f3sW3s0oRpe7gVqMYsnlqMCzsVm9DniTNx2pLZJnwr1cCrZkK0IWymk+XyxvonACJSFw
uk5poavyJSRJZ8x4VeOD04j5hwYx391tmx9/7GDIXG0Fn2QUNymQlhpxMovz4l2rPGoCONdytv4I
r9cHIgzjR+/yIo5CeWqM1qHqsjTUAXwPOGnVa3fWQDrR6n4UJ+PDIupzDK4ZxDgIkcmKnc/DREe8
7tuNEECYd6W8J7QKu0SdwSM4r0iXIiOffx1ENqCl/P0xXv76h6377Jl7j9/F+9DWvkwpY2C0W4rN
YFovPn0hzvZeAifJMs6pnFcDTKTnAtZf+z6RNzMx+tuZk/SOSHI/cJ/eP5GmtwOnxSFFllKqCbRY
OcHbYU7mtQTJW0HGaa9ro+O7vQgn9+4z+6eOJvjIcpRZXlgRDkaUFC2pfgn9Mwu3utS3+U1nRU9O
6TFj58Q4BifnML9+vXf8P7e4ERx0lD70IkD/uxRr3siv5/5if2GhhJ7rLvWKBVwn5mcH+KkxzrR+
87WBAONEFP0k+WwT9GafovCB3ZUtGcf1qzMXA5kLKFiCVeKsCIu2Wsr8hhhBSml5/79gd5xfh0di
UPsdVfKXm++o0t2wV8vdEA64saZ286mH+l3jpfAQD5BShpvYnx+uyYZh9y2kqQnafNVuoeKmUsXV
P7YIpW9ll9lRDaunRxS8Ylvt448cmSOG1E4ijefTm9FRrIhpbt3d+vWMbxn3lDKnWOC/WeLrhmPp
91KnzH3nsuqyiJCFa1wLBCW7NBXG0g6Gw5776+c0/Ap4oivuEXYiaT1Z0D3FCdICTxAoO5o5qqIw
KwOPbEI9AyN4+PnzT7r+cDD65PlLTaqzZKfvZ+smi0Tlxl+ykAnULcnPxC7uTTAN0jtlWgF6JE8E
xaQ8fT0EpGLvwLqJksn9wTbUtdwYQ4EW5cdD/kzVCv5mMdntHpFXxX7PYFT9w0IYSpkoZUM6b9bI
dEZEWp9/8pKykDJVi092Yradb6nVPtPEjyFXvUV7Q2pyAw7M9hW3tw9GCkZfWOz1NjbH24cPIk8Z
fdwP9HtQdsRFWuj+ICtDmXyabbNCAtBGE2pDV6yAxiWGKULiNWofRo2JSB+gr/fHDLqD9w0V31ft
MqrDBwFcLSoZ9TTqvxVMp5p2BQFyf0cEAKp/EFp++7RszjPxhXpq4w43U01oA1xtsxfJlB4vpq0n
8lEoW31aRkOhqipv0+857qY+raaNfIM2GtSrjSq8pg1Ci19/FRr3WulElaXWyp7vlAZAxovHVyTN
iCpBnKK3+kAHI1Z4a3Bn9bDCjvs+fhmlgPGT39mxXUIuhh61xUuch3FGUjkzc6TLte6COZx7Xz9m
6vsgxVnNyAYoyjuCTEh9uprBhIYWx6eal6/9+OuZfM4G69l9NX6AsK50FzP4JZAgZvyMdcHOBjqf
7zZXZXN/dJ6np05Z/2uWRPWNCUOZun7cOsx7Ad0xu3D82bc/GjrLLElz3h1QQhqkW59Vq+fBYrEF
WTcUq2brXitDxYYb6zUvKtRNI46o/btercHheZjEAn6yGGvxj0n5jdbZdhlm4/XoZBcMgpvZZ7wq
+zHex8kqVnknDiit3WKfJ4XtWFxyDxCSz17w81NdPf0QzeLB3E9mU4UjhFpTzOIp1XgQhcw+r8ge
TNIpSaF949s11r4nrzN2svUh2SwP7kgmSj2WRlfvDhfjUE/W2ZoMVZ29QpgW0pETMYwhNSxxnrku
H4IQz7R6wBd9S9a9clVh9jf0ymrMlY4pEL6HG5YspWEx4eXisZcoE9r5wTRc67EgZfHO7zzl2lOK
Dtcl5ydEjfhhcZBE4SQoO1cNWFmiwL6b80KHF6rr0IOoUbc/qHjt/KER7icNCP0KnSi4IYpFdR7s
X5rCW+hZVueGKuIHHNk2zs7sgOQUxpQYBj1jQVCxB9BweAF9R3v4DLujcRi5vi6MtU0tV6GCO+4L
/yP81W4Em2A9GId1raFG8G0N7Z7u1qzv6TRGuWfdy9VtmsyZftQr3AR9M9aXFa8u1p6/MrFVUTuE
LGK76dBqFjVROvdhPM2gSjIb60SVPG0qtVJWWRnfvM5J5hCGf5i9znIy33PNs9bc5bp+SzEqikUJ
qsWo7b7af+3o8O6Jd+MadUNH4Npz0UAODtaszGnKcjmxEfV4+3AH53Q7xfueHV1WI6FD7eWg7y4q
P7ZKdHBAgvCIXZ6JbAe96ByBk+mZW4rBdoB8mrWw9kig8nONNx3pAoq/Dhey+PWOUfLsJ47GxVA7
O0rfveXIPq5IZijNa2s7q02NsvGoJqsLzbfwtALB5CdOobCNsuDGcE0RUJGB8BrajLyn1/xLUoo4
AFpwxB3mkOxTPWDdSPj0nFZ3Tn9qF80y+kZxxuJ1vVZwNSgfOGQ5b8iN4EJx5/Nc7nx9qsp5a6IK
NuKUcmHxTaP9HKHzH3jTDuSk1mQrPYfYGoDTqAWr6V7VIMgu162ljSCJo+GC5dKfvL8UywFxMKu5
cfBdq7njBGpPFENgV12jS6nXritc2J5b80OX0u661Xz0VlPPZF+s8lqDOezBFFdNZ74FN56UHjWD
E7VlfOTEPnfKJtXG6KLoaBm2JLHKizP+rKNLSdCQ6AqQujbKbLTVTFIOp11KjnSMXiuoB64ppZpk
KKD4YAuddoouiLmeJquim5eLIA/Xsu6spjyb6yN1zk3rZHlhPKH4TitcgXzslVGCXClRMPVTYTK/
/j/3jrr4NRvqmS8qXM97+EF4dTE1inUQwTgJDnOI5lMQYGaP11I7zhZkMk6XscLpa9nge0yDk2S+
CCOiKjNZO+EVEwLBFjnwaixy0Le5IFflrfKoi/fxNklJMJnh+btUQFBEhjQIK6+bV6zoesJg5qS8
8Z6Rw4tllzr+wovwfclxe5wSn+5pvAYPtjaxRhNGsu+2sD7yIIxsXS6KpPbjghM9fTph/1RnM3co
QtnrFR1RA8eCr54JpOdLwbOKIx06usz65gQ4gfMHkq0L0wY+XIHIq1x0Pxgrsq0fUkKyUnJX7CVS
ltWMgzk5KYxH9Yt3J8u0hKyM95hHGV2sxqi1MGil6jN3KmyT6+tuADxV3/P4cB/X92OhXIIf50gJ
+iO88T+CCAxxp9g9eX0bKkilPZi8om5kBZrwUB0dp2ZR65D/WAaRBfwOUYpShU2tMEvXxvNAybxo
Rca8d2sEcfG04Pkb6s2EClx2n9lcp7VuLjeF+ODp7n0z+jYBJJX7lq+eWy7yHkMjRcKgE5WiclWb
ujNZuAQYN1ih/9eF5oEFM6Xn91kApTRu0S1Ryzh0HTJXwWU8JYWCLEstn2yHPyl2eLaczMaqdFKb
jV4CsvNlBnhoHbTlrkFlQqgFG7xf3SjSJoPtEmnq4l9rIDhXFPsVR2js2VCwAOkix+JZkc85m2lV
HPSNOuiW8cp2iy23zb0RHsef/7Zn0+OnO6nZguDdk7RFvlwzvUFbyXji0RqcDr6+D78WIXIEKiJA
yYIbe7eb2Su3M5GQled6YwtJlWWDyTgPbiyipO8xV5jxPCiPep6tj0dE8QhzNgE8YymleCcWPsun
bXnR6gHiWwMkoweGZHtmggHpAgzqXOGGLAPXlaoeC3u3H6hs3+gPG8YOsu5LpS5UlPOWh8CVnZOb
efJfLagjhhpmIdU2gPZA+yiZbi3ttaia30hPIMppC+6vEl1pVYruQZjtCL+EhljLToe9tBocdZxN
yLnHKdH9gJmRK39QPcHPfuTbpmzH/C1JHcRBGOv1LLpJkpINhV8KVCEfJvueawVN7gu13N5mNAv2
AU+hjRniRTHE8p+6CnXb6ZcpBNjenVSB8VjG9W05Ue4aBiEXldWKPcuLXwONwndtwCxvcPbqhvVd
V6hCKuXfm8vebWgBhFCrHuoqpuxv0KlHCmv81CJRxarhz/Hy1aWOkPbUHtKuTHXaoKIrHqo/nTmV
Qd8ismuqOvSijmqG15TS0yUZAIDbyuvx0pFUbKDEBlVN1pLZ0oT9fQQXk+90R5c5iabLjQuA2ANr
fMlIoW5gehViqYJw/AwvHPIwnBFxjeNl1qGOYZEzVhUz6NKaCNSHFnH5wUmqKQw16ZEAJ6yRXMQy
h7AH09iLGsECQyAn+39nB5wpDIwye4NMpfCN4Ip7d5NhM97TRfDT3LJ02Nt6AqXuhYMEy3/WnE0V
zGeWbeQRyJ6m9O3hwAdHPEXNtYOvgVCAnOvh4xLWAML863p8wH31dYeypB9UCsLWgLj3LJM8JPu+
S4+u6zXFiCtVgRbYFWuGL/maPeUdCXHEOgakJ2xCiIdGqCUutfYMBr8Cur5XF6PD1rIDE4S9ummP
ZRs7W87VHDo4+seelb5AldQ+SsK4REAk0g2MNgLJs642XlqyD3mKsm96+NnwKBFfdXC6j6k7rN0C
oEXWV+uUcqPXx2Xg4Slk/cr7NStua4pjpVjS1v9IyD75/B9ZibLtFLVXYT7bL7VYgbhrtbK8RhcL
hkkeTNQ2U5ecGVTRT4r37FtKMM8/JKsxrId5pIiQjmoEZbXqD/hYFUZ7Y/U05VR0fQnNugqyFW03
fsIXdGLesK0ulHjERCLfBnPSMVS0aH3p8dxqQyVGTwuU6qC8JNqy9zz/F19sRyLi6mmIFPXRHZzP
QODzdEYxnUdJcr9UUEr16ypVbMpMR3msRjqeHPzEu0lFUyGTnPq1X/3GCTL965watpmRdme60iSA
BB917nVlZektj7rbsJly5wx1jpUstOxvcDtyMEcR+rlFiMoz17hx58LQse5VsBX+Bk+GwXt2hRcF
vtsSWCi+aKhPr57q1K+GszYdxqAfhTH7FffF5ssXplBcS509fy0fId2TUGz4MEvy4G00N23OQyhS
LOp1Jk8cYAIbiBIM2YofKK8+2xYA7KXah1YfnvQYU6Yhdao3PcWq3oRMFmQsBnGRTYJ4gxIWCroZ
KkKEUYmvwtYGUZzP+7wT99nCY26Y18TDbnYvacXGf3hRzm8jr6aRCOs7+2TQsXn02inHi8NVnIyD
OFvJ0Yia6UKY3Ci+FGejUtFGz6mErPHeDSeHqcl+fInsp5YZ7Dr7jJ1pAR+sC+Gsid1h57HiWlIH
6Q7MbMIm7QHZeFEY35vDDSLhoNI4WYMZ0Ol4Jqp3Tu5ARHcahBm/4XuUQsk7yxh6W63I6gbQnnL0
31uudz3BEQrbvEjDJA1zNkGhFSUrWgdhxDne7hvgcM7vzMPYosgUhpLx8b5JaVcJ3Az/S1kE6xEo
jH0YOtKD9HPz6PoZLZLMvuQ9+G/yBDmcoLQ+By1THI8PKfSOd0exZrjzdQx3LBCQCOxzhlJvndto
mc0YJLx6smuwuruqVGYp7OLtJgYVujeGZ3R8t5U14i8QZQ41iQEVPMNzMr8hKT7BlXEpB1P+5PMo
yCUDAOv02XwegoriBGwQ7+/YINjkWOd+/xZd0BIbZo+CY/DpoxlFmaHlszRZmZKCimPqdinYTB6a
kK9pUhKQvLYW4VQNIjIzSzws53ycJ4fUa9WvHt+EZUbnGIIF9KzMUye2iDfBjcKi9ajr6rRF0hsB
WFfNjfpLm+wUkLtHJCuEJQHK0vcoUstJ5AeazsoUv4VcBGqzj04mFu/EST4OFELx1pH7PNoJ8J77
0KnDX70detyAdVVh/n1l4vyRGaZl5OjX4WKHDnJBfq8r63Jm8imSCjwUqKBMgVdkEkOP6u73na+C
aEngZFzZAkQjNJrYJO91iTEjJTnKR86Got1SoJTMV2o2K3CoYPZPT1cyBK4DVymMaSF9o4rMCYqa
2QADTWOMS2L/XCJ+YD2yjf/8HZBSr2LC4Hm3jV2P9S1LjHqqnYLJTzqFNuOoy8Drv5gocYQCEx/Z
sCLrlsmO+gTmXlCp1CoColWcZuizGd3er4Gb+qNZzfUEL7fi2d1rP518glkeQpJY9eRSKNbskiNu
aJvFb1A034EhweT08qtkjlLIMg5yrN6VAMi6p7ElWqYj1oLrUkFKymMWdZi855VvEh9ZwKZ8V9F5
s5nBfXE+QYJug0yPVaJHnWVhQx4L+DoBXJ+ExHuz8rCHWD17ZlGe9a2RDDHSVINgqLgbwfKc8O8q
GDW/trGwuScfUfotWkWRZgybHHdNa1to+ciRuc8EKhRHZSEUxZAKkyKUQgeHKHQs466yANSf+8Dn
XeDzniraY7ZMB2AZwN4bFObqVCv8wg+oolDriet9400EZgmUG40HZjLbznRt2aL0paDo0KCOh/Y5
fiVNlj43F7u6QfzauRDZuup81bP+7ywWtieWNKdiXULrCTgPFgsST904Nc7XnsLM7WEmURNMwerW
Q459vgmTwTwpR0sutHBu9AyeNhl7JiEU32aXhkO5tRLEKGxOpPfgfE0p0NXVsznyCDrLbJO9AzFS
+E68X87jKbOFayvvU1v0QiN1ELtvY2wl4yxIDuuS75sURePbpBCq0DHXpU9qHm4Zf94ySLlT6W5t
VphVtYrHjMPnqaXRlUlIU3hYjJ8paj1hWV08ycHsKPDftxF4njzCzG6uLqG7e3etM0qINNJK0w64
L4d2eZhvw5w7cIgMTjPSbjXp0AP91bp/YAVn6+AUOZvGCBv3gzpTYfvUzO9kkTF1uQjykMQTImTF
mciN+cqYiIyp9izkc6yGVOU0qYbU+ntbpJY++/UaYEsSsAM8Zekuha9m6srfOOkBXe70SH2UD+Wb
cR90ElS4Tv3AwKhSOQz6D3ja1j7gUl47hAwUbn2N/sQmA4SxlnJ6HaRQ0S91tfSLUCoKlNX7SHRJ
nI7XGRlr8mi9NBn/KInIOUJEJGaIHpwDLdJ1+0fxWvoUnV2N4/C0oN6oALeWC0MKdp+BWE+fFMDA
C3mMNj43cPf5hwdsNnlVLE8Y363rYuht12V+O6oG2ga45qqK/S+siBPqSXX39aTOXbPezPI05PTm
VZSsSFraDPqcSMcYjDojqHmUGOM/mZgkdjq79eLTFw5T1d6xrKrTaB+V/z+GCQmla9H+leJkvZgC
c3vnGDpBU8MMoRi6MMV6NZvTKfeqKwa4dVTZLH72FEkMAN0tMqPN16ZeMGNdzUhKwgxIWWieCPlf
fV5MSOXfV/1ZB9+rk+5lfKEHFG8Fx8Y/o+PQjM2906gbywFhKCiYOFw1KraQ4pkR6u6QxrHRdTyQ
qSIWU50U7cNlv8rAAmge1gFN+LVN1AQ3/KOSr9RvPLgqGecp/8KO7Uu0XySLpQ5CIrMDbxnnIcAS
pBYL74ip/nUFKgxMl0z9oIqKpWcX6PA1EJLjcB/KZXIA+Okp/H5dLNy6YYOag2H2PQoXwzBSFbXD
nMytOIrai3ByL7r0dTZRn7FA2WHbWdzYXFtU4eeeyjeE5ElyN/1qrdI1pBryocPaSBC14VubFjWE
o359rfUuFYU+d9hHG9WJvFwJyQtDu9OoXZjCC31wAL+BFbEp34Wf7xry6cqeSs9mYAqxLF/Y4GH2
KfodVCSafE0jzGaS75TnIGZwYEclNqIQGk8iaO5riTnW7khlLQAr+VcejQPQmlCQFbI/tRB7MVjp
u5MTS2SRG5ZlMCpxsnimj4hn9szxzB5wQwS3I3rGgNUX0dauUQyvchQDuQ83dpaOSVMXH6ojamXF
XI0fFXXBTe8YxBoVHT52rFPFZZJMcoh1yiapzsxPBaa4u2IXj0aq9DZd88HwgW93GW/bUALpqgIq
diDMfLere69Oz7b4PcDNyWA0NSw/xlUIy4DNDfvJbZIWE7qbp+0yBWf3Zw++ybPPiv8+/eYGypbV
3Fx1RU3xTB6b46cpCutnL9SZLNT0Q108gHl5ixEOMGxJyoUeUJ0FpY+vDSxGWB21fGXnUGCe/O9S
ef0/n0bzfg==
`,
  source: `
%% How many processes there are of each kind, for several ideas of kind; or how many
%% have come and gone in a window.
-module(process_groups).
-export([run/2]).

%% Answers #{total, matched, groups, word_bytes, kinds, others} and, of a window,
%% #{window_ms, new, ended, spawned}: groups as [{Kind, Number, Sum, Pid}], the Sum of
%% \`measure\` over them, and one of them; \`kinds\` how many groups there are, \`others\`
%% how many processes are in groups that were too small to be kept while counting.
run(#{by := By, measure := Measure, limit := Limit, window_ms := 0, filters := Filters}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    {Answer, Cost} = count(By, Measure, Limit, Filters, Everyone, #{total => Total}, Call),
    {Answer, Cost};
run(#{by := By, measure := Measure, limit := Limit, window_ms := Window, filters := Filters}, Call) ->
    Start = envelope:now_ms(),
    Mark = window:mark(Call),
    {Before, _} = window:since(Mark, Call),
    window:wait(Start + Window, Call),
    {Now, New} = window:since(Mark, Call),
    Known = #{total => Now, new => length(New), ended => Before + length(New) - Now,
              spawned => window:spawned(Mark, window:mark(Call)) - 3,
              window_ms => envelope:now_ms() - Start},
    count(By, Measure, Limit, Filters, [{New, none}], Known, Call).

%% ---------------------------------------------------------------------------

count(By, Measure, Limit, Filters, Samples, Known, Call) ->
    Plan = selection:plan(Filters, items(By) ++ [Measure || Measure =/= count], false),
    Answer = fun(State) -> maps:merge(Known, answer(State, By, Measure, Limit)) end,
    Question = #{item => maps:get(ask, Plan), pick => picker(By, Measure, Plan),
                 step => fun step/2, hint => fun(_) -> none end,
                 report => fun(State, Cost) -> envelope:report(Answer(State), Cost, Call) end},
    {State, Cost} = sweep:again(Question, #{groups => #{}, matched => 0, others => 0}, Samples, Call),
    {Answer(State), Cost}.

items(initial_call) -> [{dictionary, '\$initial_call'}, initial_call];
items(application) -> [group_leader];
items(parent) -> [parent || identity:readable(parent)];
items(label) -> [selection:label_item()];
items(Item) -> [Item].

%% Runs in the workers: [{Kind, Number, Sum, Pid}].
picker(By, Measure, Plan) ->
    Heads = heads(By),
    fun(Pids, Values, _) ->
            Rows = selection:rows(Pids, Values, none, Plan),
            {Mine, Lists} = lists:unzip(Rows),
            Numbers = numbers(Measure, Lists, Plan),
            Groups = selection:keyed(
                       lists:zip(Rows, Numbers),
                       [{{{'\$8', selection:pattern(Bound, Plan)}, '\$9'}, Guards, [Kind | {{'\$9', '\$8'}}]}
                        || {Bound, Guards, Kind} <- Heads]),
            {length(Mine), [group(Kind, Members) || {Kind, Members} <- maps:to_list(Groups)]}
    end.

numbers(count, Lists, _Plan) ->
    lists:duplicate(length(Lists), 0);
numbers(Item, Lists, Plan) ->
    selection:numbers(Item, Lists, fun(V) -> selection:pattern([{Item, V}], Plan) end).

%% For match specs: {Patterns for items, Guards, Kind}, the first that fits. Labels of
%% one shape, such as {session, 17}, are one kind.
heads(initial_call) ->
    [{[{{dictionary, '\$initial_call'}, {'\$1', '\$2', '\$3'}}], [{is_integer, '\$3'}], {{'\$1', '\$2', '\$3'}}},
     {[{initial_call, '\$1'}], [], '\$1'}];
heads(parent) ->
    [{[{parent, '\$1'}], [], '\$1'} || identity:readable(parent)];
heads(label) ->
    Item = selection:label_item(),
    [{[{Item, '\$1'}], [{is_tuple, '\$1'}, {'>', {size, '\$1'}, 0}, {is_atom, {element, 1, '\$1'}}],
      {{label, {element, 1, '\$1'}, {size, '\$1'}}}},
     {[{Item, '\$1'}], [], '\$1'}];
heads(By) ->
    [Item] = items(By),
    [{[{Item, '\$1'}], [], '\$1'}].

group(Kind, Members) ->
    {Numbers, Pids} = lists:unzip(Members),
    {Kind, length(Pids), lists:sum(Numbers), hd(Pids)}.

step({Number, Picked}, #{groups := Groups, matched := Matched} = State) ->
    Groups1 = lists:foldl(fun({Kind, N, Sum, Pid}, Known) ->
                                  {N0, Sum0, Pid0} = maps:get(Kind, Known, {0, 0, Pid}),
                                  Known#{Kind => {N0 + N, Sum0 + Sum, Pid0}}
                          end, Groups, Picked),
    prune(State#{groups := Groups1, matched := Matched + Number}).

%% Where there are thousands of kinds, the smallest are not told apart.
prune(#{groups := Groups, others := Others} = State) when map_size(Groups) > 5000 ->
    Sorted = lists:sort([{-N, Kind} || {Kind, {N, _, _}} <- maps:to_list(Groups)]),
    {Kept, Left} = lists:split(1000, Sorted),
    State#{groups := maps:with([Kind || {_, Kind} <- Kept], Groups),
           others := Others - lists:sum([N || {N, _} <- Left])};
prune(State) ->
    State.

answer(#{groups := Groups, matched := Matched, others := Others}, By, Measure, Limit) ->
    Rows = [{sign(Measure, N, Sum), Kind, N, Sum, Pid} || {Kind, {N, Sum, Pid}} <- maps:to_list(Groups)],
    Owners = maps:from_list([{Master, Application}
                             || {Application, Master} <- applications:masters()]),
    #{matched => Matched, others => Others, kinds => map_size(Groups),
      word_bytes => erlang:system_info(wordsize),
      groups => [{shown(By, Kind, Owners), N, Sum, Pid}
                 || {_, Kind, N, Sum, Pid} <- lists:sublist(lists:sort(Rows), Limit)]}.

sign(count, N, _Sum) -> -N;
sign(_Measure, _N, Sum) -> -Sum.

shown(application, Leader, Owners) -> maps:get(Leader, Owners, Leader);
shown(label, {label, First, Size}, _) -> {First, Size};
shown(label, undefined, _) -> undefined;
shown(label, Label, _) -> cut:text(Label, 80);
shown(_By, Kind, _) -> Kind.
`,
};
