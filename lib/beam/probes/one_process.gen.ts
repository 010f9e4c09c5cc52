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
    "marked",
    "names",
    "sweep",
    "waits",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
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
    "erlang:group_leader/2",
    "erlang:is_atom/1",
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
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
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
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAASDoeNrtXVmT5MZxnuljrr3IlWjKpixb9tqStRK1fc6MTFKyLCrCL7bDoaD1hsB01/QAgwba
AHp7hw9+9k/zo/6Gf4VdQF91ZFVlFYAeUl5GOOSdBgp1ZGVlZX755V171c2Xi4j4R9HR0dFv79qr
9u0y9o/uWqvTSeQvM5IVPxzfdVcn63+vn2wXT771U/9odfyr/f/f+qpX/GPuL9aPde46qxf0X95t
QKKpR975k5w23l51/DyZ0xdOs+Q29+bZvon2V703xrfu/HTKvdX6amx66eKO0F9XSTrlv9Y3vXi2
SJNZSjLuc1dhGBYjPKdvdyZ+FHGvPKWvTOgb3m3kz4rHWsyP53lKv0beBTnzx06eLklIG+vO/Xxy
V7a272OP+Qr0vVMSkTmJ8+2nToM4JzNC3/Zb7EqF68Vk/wJ+svVV3/2LbfMXgRmbpcly4VFJnJJ0
3ahzBzouHehkJLoNVdNxDb5zNvfviZeSW9VrQ91u8LMsmXDtPZkkVDyDmP4z1XTS1Mw57RFJSTwh
4hC0r3WXcR5EdKe3kkUxUa8FEdRsUbkx5W5TTdUAHPB5tvBXsZcsduts1k/hZsnBCSy23VYiWNXX
Uq22pex1JdnTq8qdpITFf+XXkjjj+xwF8T33i9hxRlMFSRrkD8zf2lGyYtt1HtmJNLIWPLL1KrdW
7TigjQvrrZzzS/Yfo9C9n6fmfu525JlxT/jZPUlFxah9pXOTTB9EyX7U/SodjnJbJ5GfkywHFoj9
d5t949YPIjJl/vI899MZyb08mJNkWbTVvqG6jO7H3ZyHGN21SFLaSLJe92JDc+fuul+COXIsnaSi
2qcLF+re6t76Uca8tmstTmJi7nZ3tqQmifgeYgWnSbbfKqF+g3Q2s8jtlK2u037o6TzzkthbL9Be
Yn7WoFnByWKp27C2Jd+QpMw7q5OUzJOc8AJMrQY/nrHiOE/iJE/iYFJKpLiwT+ZBFAUZoWpxWrF3
Lb2K2612occ5I7IX6q3HIL5NRFtIMgbED4TMxumsWtFEMOy2DZ7NSEyXMiei4ccdUdCHT4LMWwRT
YIeFit3JHl7Ql4495IbdbxXFRq1FzjZzB2yI1R1V1EEmfZw2moZG1XRO9zu5DWIy1dkoyo8EcZCH
oWYYhUSF0N8sZkVprnCCMdh+52TVztMHdp2d1MkZ3myC+wFMilKT8kdjuJ8y3dnH7uRWci9sY6DB
lqlP7Gnaze/SZKV54JTaCLSlKaf7ueMh5LcTalAOX9ic4yFmdPw9aHeEV+yobHk8owrzhniT1M/u
6A/OUnhulEKlTPEjDLl2b+izv+esoNBqS7aUNwj15O2mZu6/88q7WBZ8Teyuo53tK+xxoH/jnh6q
oi1mNE5ImiapFyWzWWlq8yaZ6e2Pg3gSLafEy+78lEy9wuRMA5LJFqHzjPMXVrxzS7489EyvSJcH
o3cKvjyMjH1bXx5EoWW12E60bqJkcr+dGJSHCmehPcmoQbq+L6TrzWbfRnsexLK7CPuu/w7QAkes
gczprcasZV5fxJ2j/6X/hQ5Dkm1C/zanpknRfkomJHi7kfBzm9PplLnScRdM4St7c1jjeWmJhzmn
PCpc/C8M2ts0mx26X1i10aZ3JVGd7u/JzE4R9o3NzHa+/P0//U6cEOUhMxJMH26+BaMVKzFPJz7V
HdF+Fx4LVzejVctfnbuCoB03J2jHvEkm7CK5o+tnNLcAT9VuYzLJuYlqFqPdmhf7qrhyvJeWb720
uNvIT9c28loWFL65mgWQc26/l73/v7J3uPsZdx/T3cDqlPXee1l/ZFlXBPjYRamwwmW8U/ZZvF/h
b642O8UGK9G7nzPCd8u6jlaJZjlzmX0vHd9A6XjibJU3J5FQcG8MBPdkVw5wJx2EFYT6lJ7WOZnk
vO/3vc77tus854af4rfLpRgJMa1Ilz12f/Mv//7P7BQJQjkRMHjX7w/lPzIBdVWBG/iFc8+e2YQf
6/AjbpAfwmaxjAu1lbimthFBC24nExA2o6dCkMSW+NluFMyDXBWr3MVw2wpgYAW3+3O8FXitwiWO
IBDF0ACiGBqFhE5KlrNScuIvFiSebsV9/Unnkb+wAOu92WERwNFs0J4yLrF742fBRMD9VVAPH+BX
axiGCj1v9cUPpS92pBNTgq1c7UAo9ovcXWb0uiBdT0fCflhvBy2KRhkjuILxJhJyxnnSXhp15baR
F3HiZcvJnQcom6sQge45QB/PaR/9OFvxcVqwd+jp3++HgTjvKiU3tj5Vzm/TZO4VAibbKQM1ql9z
Ssix9fYimIqqWI/6LgDf3s0DvY84xYMfspzMd7A31vQ4K6HkwdfEDMVcqyVn2fmOQSnAi10sIX+m
SVJiry3oNEyjnfTaIhdEEHBvv61kO6unxZHWkonyXWliT5RnUg83zZdSQFQRg1hj0lnhN2JmP9xo
LZJ5Gb0WxKVHmxnOcVVrDUZcYgGvp8s4mCRTwvzpu3S7p9T6Imnm5ckaCfOAhM8GCdUlN5wXP0mp
Btn2/CTL0yCe+Uf3R53/fJMvVJBO7mw05Ss8KTqceZJ92GPVpnqKW+gpHuiWXnmdkMGl0sk9CB37
0Eb3AQ8FksBDPQQKSLiGDAEQh+U+/wivQPuaMIqsTisKwdBOCJhMBLUgsDdjU0dqQZcOwgqjYJHa
zrj6Tra5prR1uBXOkbHw0zzwI+ViD+DEJ2qb0b/FhStS8XO2zIpLE6stqsvJSAX4a7npDfttGwo7
sqI1bOG/G4HGwfCb5oTp8edD5ZVtQhsDLh43LOcAEocK+vlPHPXzSNqyzpKynhrQhBhJHuR6ctIF
b1MLkfcM5N02laFquYQfIxwXUnPzJA7yJBWPG8gV2A918wdr6237zpmqnbtgdhdidHnHhJBXfVa8
0O6TP1R5LIyxWlzPCrt6l/oEPfV8bXUXzwF3842b1zoU0C0h8uyxfONP/XQGZlI8hmeHVceh6+p0
Yn/Oo9hDXVqW5ei+h3cvjlQeOMlLd6yWBFWW3AB3jxDwK4aPnRYfg1yLw0OKxbM4yT0fEArXpLjG
evp0K8ClyDl/8E8rQs4ll08n8jPQPwx17CIlM/o+tRimYaWNdzKLkhvBPq8uN39mEY8Grx67Xu1W
bZMZWa5axd59glcHvSpze7ZepPQBmt1W/ewrVuNqbnHVeaHQUr/4MgreBemn/7afK82agxdZl9OU
BRpAGYmQitI5pLomIeF91OwOE62pF/u9vddRUgQu8m9IBP70wWSZ0ptE7tF+lkFb8KmnRUoxvZl7
xeqAT5xkuZ8vM/C3D+dUy/sz4v3HkiyJFxH4IydzuuB0TcFh5klOP79PUAQv+vqfL2gXJ/ea3+kc
LjeBa+j3vS0KfnzP1gQObuEX0wzPLstpxBCiYIWkHJdOSF5uF7l8knaUXhytP0MvnZFfzo7uUxvy
AnD+NoY//OvTza9FauaDfe9aM+02eTnz05tCBCdJFBG1oH8sP1eGmeBGebme+rmP77jsyefoPerK
+DXfV2xZJORv2IGDON6Vpu42MtDKxkOAC+QNVV6iY9uk2hIyBkxtV4M1wYXmlN+ulgXLBuAYXqEm
WWKYp/81VBLgveEWomvMQw9yMhfXVP9GeQKqM6iBN+5oz53IRjxnmqHOIpjcuzjEOCBzCdoCumN9
W2l/HSwkBMRARASZR0XtnIWLbhSiwdd77bMW3dbr17qHQ/eNXlhFRMKPOe6S70u7pIulnbiSZIg7
0ZiP/Lfqh/0BBWC+nMbz54Zbsfy9UjOi7kKVoDGbZdrC+bRUW+4YTxid0N/f+BSgwUsV6pExZek9
qJDLe/Jg/FrtnvO+jrRoTWBjhDQDHDM9934rz/Nr553N2+xKzOoYCMl0EMyWOGnqrOhtYystEvh0
ZJCjUZOwUeEGu1O17c9//rkqoWR9TQ2lTBodkUg1X+8PEH45KfJ0DSqmIYbTTMMkyiNtAQIz7mcE
4dmegUmtLyWZ6cEyg6PIuqpwtv2FyQLcC9AvPlea5Jeh9R7qzkk6I7B1gqdAuigpakjxk/OZ0FY6
XFSJHbuTXE+VWeSqZLuLd9WuMc3x/WKZXPX0xf5iEQUTf3cLl9g7+zb8gD31Zil9l/bkgEbo6N6f
5iTsf2mVdao56U7FwZ1ofUTsgvUtYU6QD0lx7NHGOeO+/2ZvEVTMV/ihzcxp0xVEhKjsuT8xOsLk
+YQSwflrFMNFaL0b6b/x4AHprt7vGQGkVmvxV3h8SE87G2E1w6dxG4bxfArnMF5oWrOJIC2ulifk
ymR7NQ7Vgqjal1Zn3VlG8jyIZ5lsQNDvgVYnjtqbJ3zkW+WH6JA2NSfzG5IC3wTDDbfLKMpWhCy8
MncSfOjZPIgNEYmXxSM39P/eGiIX9Lkk9WYTLhhuWoctZWMtx3pn1zldS+eLNFmIc3tesHm/9aMl
ERuVWSWZNeRIVtgUVLMjaOeSrzpqpb+f30Jo0wYKCdTRT6hdcZeL2GP0eQYbdNx51u+r1Ih4nlW7
kH2AVsqbgFpox/Pu3LG/xh52m5mD81nWCHV0WjgLcUMu5sU0KKXYZ4EE29XEHzJSvJVt6zo0GjdK
/s/BYYCPr9CAG20gTJxBYJZDyI293QfbS+upH0/pwib7YMln/IwKLFQvfl2BhuFvLER1INJfnf5B
Bq+1MKzZiqyEawjFdm1LKHCeJ4kXFVUJLLbCGUPxi1Jr30hJ/ttmJflkjUPVSvEfhyT2Q3Sxj7ol
8cnKDwqL2btl4UQOZ2wbaUkP6yqS8yNsrgU/mA3u35EBGsd5wLZ5BV/1FTRGPI6Lbyi0791pnN/l
fhA1SS8NAocjEs/W1+BjKSWOS0AVgb4mhicFP4WV5PzYqLfkZbzcyriKYOJSKUkmPHXxsuBEBlEu
cTIl4KvKp8MQTC52CkwpN3RfnejTA7N+drLzQxXd72lKF48qeBRzuxgtegziduF8+M5/HZwMvV2N
lkmIdulYmSrQYa1jF9qsHXY24iJ9O2qcFWubLPF4pFgWs98cJ9aBV/lwrGfv17ca59lH6Ey9JrNl
lYn1QA3KBk45XWa/ooAYdMr1NHLT9qdTTbuAoFSEmKipC0Z7IapwzIgDGkI5ZNiZaqkUzPmG67Ng
iGosG1VfXU6K+wqXHK1fbWvsVL6O/53jdhqF1bR936Dtx/WmeFYYpg23QgvE+2kTa0wlmABBGahp
Eqr5N36CyFwDerMbp9l3vXblV1zM79kR5tXhYrErj8g0UKk24sHnxVxPsQ505RVwanQRBcgVdt2a
oYmd0ihZkbRYL2kMVyr02KUSH+u8HK/xOqeOUTr386dWYhMC+dm1EoKeZsubLYZZqgLF3Zh/9EFo
qKqOuhhIPTi/Jw/78HpbdGMJKHIOdGNbpZkPE1tcNTZ+n2nwFmbnKLgIy0gXFKzgc1WUk+gAS+js
eT6xNXhxHuCeAkshmFaX+xyIzz/TcXko2W2PsWBR1tNaWvf1SfqYX6GuTu220fmOj883oCZG0CT+
MQwQTu5OZbnpjbcTg7E05yUegrKVUA1QWhpWY9fIzolrcn+3RMdItc4h5nhnUpTif6FSDI9n6V4i
LF00uR0S21u37eywdaGFsFpWDpZVKDyVk4tnGawMrv3ExrAxGjL6y2+l8fMQTMekxJI1N3VmzRWG
eC1nnx9mHYROHOCr6wwU9+XlFGP5d5j2COr/sy25Vvne4eW+b5L7vqm8DpqCbO4vBKpxR9i4mOZY
+8XtExtQ/mEElLEzkJlMY006/pXVPb6rJpYFjsktkgjGhJRQZ0eSUSH3uERRmyp3LPw84Hklpd3e
h3FR+I5JKfQD4xvbFHo422SLB69m4vwML8UaMBKjiwFD/PgLMemPu9Bq00PH7kP71K4eJqJAAJ92
vF8X2aIdKYFAFcirfm6MllU8Et7gQxUjdVkHYwrSSKMb7eERYNLHJpddpgsZoNjtn++SHMrCCntJ
/omSO7iUm/BwZQwwZdBVDCsVbgY9bJkCqSNadS9ceuwYDnDMG2MZ7ImJdUNC1EehyRlib8Gv12Bh
BCsiGJmoo2965RSs9nBkeu0kC6KCCIwpgKD/jDx3a9+mMT1od5Y7i3jfeG6oPLu9elZ2rN6yTeeZ
qOxyPsFi99dXuySa0MqprYLbDVH0yHBnnr1is8fDCi2xw2Il1siMUoFbYmBTjM3Wyh/VxcXzId5A
GCudBr0Qnw3UQdA4YEC9onUwsJ9CBKOFAKt+E6JfUo5hoCbi5PLzDrGgzhSVPK+DHcFRhQKHQzQY
G2lMvQmtEPeQBDK0msmkKCoUapjldWHoqt6Q5gUGTjJmVa5aEppUtaOKzMu6zFVY5V6q2HLNvDOq
Rvm44kCwmLf3lZMkLcJBSh6iASSR1txaI8nvb2EF8YQ3rm5tMKKMQ1z2QzjeDHKuYOp66TreJvzl
r9zcEuG4P/Fy/8aiKNJLhluGLlPBjMxGlV71OIjnK74QqZmUv18F32ZHHbjmmAHsXzG2ywtyr5kQ
9rkdIJAlFERHr3WEl66MuKycdJSGWF9bxkQF1lS1ZQC/BRnMOdhzzmU354T1bNLOpTPokBUGLRkm
OreBED9iixBiuGVsPxjR/SR+kPfi1gEb7ymPlX5VFkE8rqYnpZGqrqoSNuhq20eF5/Na7LPiuas6
Aqpjq/rewBFmPhiuQle0zZU+t7A5u9doHFxh6LQ0b1veE0sP+GFvckNcTQXIOu+H2tK9GJWMWYPr
Ckb4gfYLjPgxhT6u0VmzLbTSvJShpyyRnkCqgm52aNLFx49WZH4IF9IVq07AAlyFsBTnn9x+n7+g
7VeAw4cda/aQskaWq9YdYDCONazqj10YZgd2CybvOXhluspv8HVI5X/zsGvlDkITdGrulM2yMxXj
ZmgVlGh5X771oWJktZSjxvnolYV/w2pp/C4ehQ7EVAE3f0HSPPOm5GbJJWfcRn4O4+/HIQaAhWNO
GIsx4KZO8EPcs/tiVQx2GRBYTRx7TD+sOSVFOPQNe0F2ZQguNhWQmLMDELVCHTN6h4CHhtt7JgXf
IAZG76BTD6KuiupKq2DtDzDqsLZzpQdZIlPylqRQ6hfu9XvysNWCUukae6DLMoNKcPYkrnYEf5GY
+etArrSMvw4WA4gaS3Sf2ShHF73RzpZzSP/Xf60a2SpI5fSPGstq6h9GWXa0+XpHdahSS+SOs0q8
tCEYUITc6s7X7el12fXjBTB/gDc1rnAR6qF7iUpzhUlcpUqg1qQBt9JVFscZN1DKoZaQ6qXkSNkT
KSsjoRJVj4VFeOnky7N+Z+DwTt/hndGh/YxXWghQ3QWYBvsIAeDhKEqUgp7+3RP3wRo1ZrK9mFna
FO8ULT2IqaQ09d4zzuEY51rfDsY5EztN7z0X2WNzzbkg8k9vk5T4e1iGNY5FpNtxUbNX7nQbgya4
iDZFl+xpiOAieXyBXn1CNDRzH68v00WYnWr2rKQZLn7Sq/hlflsmtTVVE72xRHMJi1PD4Tky8EMp
WdyhYnbtYj2OEIfCzgkCQ6BUmdToTHpT0XojlYqgYNwBBzrKY0syllFo+8ZQeVvpOazRR1ESz0iW
e5NkTm0eb5HSe/Y7TVBjZIrbuZczNfcuW97W0Lua+KyP2cALHIMZ6Ot9VsDdgfQoKnTWVn0ewwwU
0GvPi//loU4m5WvPmSKFLhyLxLsXKmenAV7CXnNFwGvzRMueH4EiaWTECmA5VKFYHJrk23kmr905
XxVRg0OkHg8gU65aqGZgCtW0lXfPA5W153xneqI95278wi6mKCpLNNlF9Z7+Pb6nY4xDS1nrsQHy
4ksDe7IFQUKQk7kmFxV4YxFM7sWyoQjfilh3dWjHSGrkYgLuqLioM9oRrx+mAxj2fLpcJxAQe0DA
ZaiMgLFrA/hz7a/mXweLbRFMJl2eboCde1zrPmErBCmVliDUgxBP9dsx1cbBV4FEUoTxdS/7b+ws
nU6Wk4WeuKIS9crQmCO/TydXMa/0dJn4PZueAXK5L92pZAoYhuhBMKcnn/dns52uECWW+BpqSsRB
6gcZHw29BsQFqpRbFgXSWP5rhwhA/xLa7QADg564KXbqKk48P85WJOUetRB8kY2nHzqXpt1yG2Bp
Nw5G2NNHEPYMzYQ9Q5CwR7Mf0TOmWH2B0sqZpqNXmaZDL8zV6vsKpQb2Eq2HUfEF+4SM84GzEEMb
AsXIdezArlV6tAwIMr4AFkdlDHlUXlvqWGlCYRRsNcKm70t7tYu4s0ncaOMK0g3zodi7tOpIvO7f
4cvqXTbi8+5bXIYHDd6AG4U/VjL8xclCl/q0jrtZlASsN5p9iKNXJLHq1TcfdBDHP1UyknXg+okN
unAGVVzU6pxtBt6DdRkPKsfhPjNSQ7hwC5ghR5VyH/oVSjHiooOg/QoT47ccAfd8jsLeEdn64nM1
531ZMhqfH1SRyp/rsew715rZ/aoemxoSW4dWJtIgtE+gcIG+HRaS1gfhk/RUjO8zNTb2UMJ+/Jkd
EBN/ZBSl1RVHxvo8qQWhOTQxBDzuUWHPCMdqXCibr5FDBukQbrlybMPwxGoVLvpglfEakpuvlIGt
S8hzURwXdlpOYEhUuewr5t6In9xtq2RB4hCflD1SAwf0PibHkkaoRNGBdUGjg8xtd/IwiYgNBUwN
7rnPEZnPh0uUH9WQcfeFxV1AdHsac+0xiV8i7xk40rGm8lPVfPuxc779GJ1v33Diz1gFcdCoExzC
tdbN3NIgI2StaecUMl8beVAqiLjLFv4q9pJFjgcHMxM1Ydy6UoB0sHWaiNbpNs0AZb+cLdIgSYP8
gS8kMLuTDRg8mlJ2nClq+B5XwtP3HGp7y46nCujeXZw4e8hyUlyv5kGu+Kh5MeskQ+BMbAGTLSc7
tuzL5QkgU0tN9EunUgsb6IDJGQLDCbdj1ya7iiWjKk27AhFwCbqRv9Fz7gDMGx+mp4Nq0qFO425p
ClDU4jAbOOMmnkySJJ0GsZ+zKQYI/NMFU6FCR/fRxHmmhhCypyhsZxVkgvfmzHtdHgivaNEaHy7K
qdLweFjFMAxVlKrLWDVabZ6irgOdaRITCZTUjO3QjpJVWAcb4Yl1uSxTd5/tirTsiMerZi2LdV/U
/K7/w/KvV9AfWItLZXt/KzJKawwFwvj7YYP4+4Nnv7Yby8JsW+RG96HcaOAEmRIhC1rBlr33uETL
7I5x+0MYmLDxewRat+4OmPeZu41n7vIMh4e9SL5f3oMlZjP7vB4PTr+uIqG7MMLr15qIKsxxIoEq
zdFBuHSRNRsWb86KtoKZx6Ko7bBZcgUVumkmzncFk2pkghICiBeh5awyZZx0DDFWbPWDmoBoEFlS
x5gLpXGRj2syh35lQyOt4Ti0rkNrjR0YulHgPBJG4R/w15+rMERUvWLSC2DSeZzi0ION4WiLSvdI
uPdLVWoaX46rrA6JD8isM0ScIjL7olx2xPPX7gv/a4uAoIO+rIuGsR+KoJDTP4QohsFG1NA/Oqkh
vswoslKevv+G3YHcB7UURHKjhjvbXM8yDPKpdoy1gZe51xxxpN5VbP/ZOL/L/SBy4kuWSLVdYTEq
k39fu0vFgKICtyFwnYOt60CRZTxQTe3jMdkjIaEaSncVN47sBcVxvG78WULDnAvRpt6DKkijxrqO
cBaZ7to8CoFSIE1c3ayOit/Y5PmrjzDVRAgmkOYxcc/vfwr19SparzwBo6LebBWYRr40Mo04B6wh
5XJthmdaoc9VEafxQYDDowpHsJnl9aRIUF5m1tyumGKhV4fBlotYv2rQ+kPcs8aYLKWa5qYV3ALO
fWVlQ8tBy5a8XGZW8sp1k/xO8LTv+9Pmz2UNrFv5IFv09HTlBwVH365WQztOcus6o0MxTV5CmVIT
g4SqGVaiUXd/vllmD2HFvAf45twYqe9lVY8GFgmBh2yPjUWbIHp2IyWbpWkMO/vVCTz2txaRRqZv
dPK3ZwVssaK981vjocXvcN0okY58Ls2pRodFQ+Mu1YCGJ5pvt1sFpwfUNqmJRQ0d0xBKCj8vBdbL
FmTipcvY4e4rNPiSaXCSzBdBROACwfV5OFTX3GL/sMIyTbahF9bWdmjpWXE+eSnJFvRFUr29DzbR
uypNXtAmvYykb7laznW03AoStlABeUcmy7xokVqYWV65wQ/LyQwSryDjTMkienAZfbZc0LEHGQfM
Pcvulvk0WcUOLT75MgreBemnv/Ozey4aWnS3vvYuyvaoDRPLw1bdPTVuHD6YTZtB3Q/FO8RF9hBP
vBLTAxer2P/uFR5B8KGXzEMQrGwPKiyeK2e1uQpUI3Xit2V+siqepTDI60yPVAO50VUPefeMzo2l
IFSl//0fSgFSzw==
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
