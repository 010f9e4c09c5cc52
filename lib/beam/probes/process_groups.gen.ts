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
    "marked",
    "names",
    "selection",
    "sweep",
    "window",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:++/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
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
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:pid_to_list/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:lookup_element/3",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "ets:new/2",
    "ets:select/2",
    "global:whereis_name/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
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
g1AAAVWAeNrtXVuXJMdR3unLXHZXu5IlY8BgMAgLLEva6vvIWlmAjZEB29gc4bc+Nd01M5XTXdVU
Vat3/eBHDj/DP4efAn+BF6jqa14iMiOzqnpWeHWOj3e6u6qyMiMj4/LFF7fNVTtbLmaB/2D24MGD
X942V83rZeQ/uG2sziYzf5kGafHFyW17dbr5e/PLZvHLL/3Ef7A6+ezw78YXXvHH3F9sfta6ba2e
5n+Nr8NgNh0HL/xJlt+8uWr5WTzPLzhL4+tsPE8Pt2h+4T0zXnXrJ1PhqsYXA9NFD2+D/NtVnEzF
p3VMF54vkvgmCVLhcSPGWPGGF/nVrYk/mwmXPM4vmeRXjK9n/k3xswb35UWW5E8LXoQZ92ErS5YB
y2/WnvvZ5HZ9t8MYPe4p0PPOglkwD6Js96izMMqCmyC/2m/wK8U2i8l/Aj6y8UXH/YlN8xOBGbtJ
4uVinEviNEg2N3UeQMtlAK00mF0zbDouwWvO5/5dME6Ca+yynm43+GkaT4T7PZrEuXiGUf5nohmk
6TYX+YiCJIgmgfwK2svayygLZ/lOb8SLYqLel0RQs0XVm6G7DZuqLvjCF+nCX0XjeLFfZ7N+Ytsl
Byew2HY7ieBVXwNbbUvZayuyp1eVe0lhxX/rp8VRKo55FkZ3wjfywDlNFcZJmL3kPmvO4hV/X+c3
O1XerAG/2WaVG6tmFOY3l9YbnfMh/0efuY/zzDzO/Y48N+4JP70LElkxai9pXcXTl7Jk3+t+VQ5H
9V6nMz8L0gxYIP7vJn/FtR/Ogin3yZPMT26CbJyF8yBeFvdqXuW6LN+P+zlnFN21iJP8JvFm3YsN
LZy7m3FJ5siJcpLKaj9fOKa7qn3tz1Lusv3dojgKzMNu3yxzk0S+jrCC0zg9bBWm3yCt7SwKO2Wn
67QPejxPx3E03izQQWI+qNGsEGRxrduotqV4I0WZt1anSTCPs0AU4Nxq8KMbXhzncRRncRRO1hIp
L+yjeTibhWmQq8VpydE19Cpuv9qFHheMSI/prccwuo5lW0gxBuQHMG7jtFaN2UQy7HY3PL8Jonwp
s0A2/IQjCnrwaZiOF+EU2GEM2Z384QU96WRM3LCHrYJs1ErkbDt3wIZY3eaKOkyVh+c3TZhRNV3k
+z24DqNgqrNR0IeEUZgxpnmNQqIY9JnFrKDmiiAY3d1zTlfNLHnJr7OTOjmnm03wOIBJQTWpeDSy
w5Tpzj5+JzfiO2kbAzdsmMbEn6bt7DaJV5ofnOU2Qn6nqaD7heOBiduJ9FIOT9ie44zydqIftD/C
Sw5UtTzeyBXmVTCeJH56m3/hLIUXRilEZUp8Qybc9yr/7a8EK4hZbckG6kHgk7efmrn/Yrz2xdLw
14GdO9raXcIfB/or7vJDVbbFjMZJkCRxMp7FNzdrU1s0yUxXfyOMJrPlNBint34STMeFyZmEQapa
hM4zLjqs9OCW6jx4pksU58EYnYKdh75xbBvnQRZaXovtRetqFk/udhNDilDRLLRHaW6QbvyFZLPZ
7O/RnIeRGi6iXuu/ALTAA95AFvRWbdayqC+i1oP/zf9jDq+k2oT+dZabJsX9k2AShF9uJfzC5nQ6
41w6wcGUnnIwhzWRl4Z8mAvKo4Tj/9CgvU2z2cr3C682mrmvJKvTg5/M7RRp39jMbOtHv/r8X+QJ
QQ+ZvmT6CPMtGa1UiXk88XPdMTvswhPJdTNataLr3JYE7aQ+QTsRTTJpF6kD3fxG4wWMsfvWJpNC
mKhiMdqvebGvCpfjtbR85aXF3UZ+vLGRN7KAxOYqFkAhuP1a9n53Ze94/pngj+k8sCpl3Xst6/cs
60iCj1+UEiu8zneqMYvXK/zqarMzarKSvPsFI3y/rJtslWyWc87sa+l4BaXjkbNVXp9EQsm9AZDc
U0M5gE/aZSWE+iw/rbNgkomx39c676uu85xv/Ji+XYZyJsS0Im3+2P3hz/71p/wUSUI5kTB4l68P
5f9nAuqqArfwC+eRvWGTfqwijrhFfkibxTIv1KRkKYxz17h6KWXdMdeme0hsbuLjp3ESFCma3d/N
5x89R6NQCz/JJ1+51nnNnhhNPOnRJST3qVE+9umYKM7Gd1G8iiodwJuOsMJu9al/jwrJOVtG4SSe
BtxH7+TimeQCGCTpOIs3ubqXRIBPGI9n4ZUQZ4iTXOJ3Iz9NsySMbvwHdw9av3mWLTDQyQ5CQkJU
PioGnOYPnoeZlPI/QFHwKW6Qp7hrt2lhvBkD0B9d5jiGJnkM9GSlkt70CHlKSVH2gDST5W56S9lN
LZroi+OQNlp5IejZCQGHlcQFgT+7TQOpBP/SZSXegseSOSP/WmkQTRUXp6MztXIFnYX+TKNHQWh2
ru3zz6LCWUK+TpfpIh8Nry3Ky0kfO+wbbnrDftsyaUeWhH9ZeBh90EzsvWpmoieeD6VXtg5tDBih
bmiTLiQOJfTz1xz1c1/Zss6Sspka0IToKz5uNVVzipltrswCKoPqqqGxXMK3DUsI3m4eR2EWJ/Jx
A/n+ejcF1ta7+zvX0rRuw5tbRtHlDhg+DEnrjgtXn2Hn7guVFDZg1jWgjz+ir/ypn9wguE85dFL9
juro4NYb6K0xGAOgY+VnlDna94q+bemvd43FsvPAT5dJoMD19ApQcXkujWfDKsyV5mpTlyvg6Uwj
vA5nhUuIwZn3R0qTVEuWv96wqqj9O/Q8Uo9a6eZVVen2dWVw54Q0hlwbdonHb3WGPFDNlMUZb0IX
68AUj4k6Lex3bsscHjWqbMdcYHjd/rEqytH17rwCe1QsaHZ8/u9ZPt/xMd8wOB9IHWhfkizSbPTc
h/n7VB/piJPOqOdGV61VdxzfH9BdxQFtTQbWiYeL6ySej2dhmu30964aEDN6z9auQm7lQAj4tVwI
L3miMasehoWduv6lmkjrMZRpYQR4bcXbkypWgCPIWH3djIIVXOY4C6Kb7FYdfcdcDhxEU3EWod2J
+XK6B1u9Gne8HL3m95UzbHROH88GI4dSDwkDuIZtE5EmeywtakVZB4+weGC4Zb/E38ZycLkTkz8q
DUhFPZtg1P3W9EgYzrf/4+h1Ms1yGXsRWaNN2JdASmy2gTZcws9GVOTNZrUDJgor/n7xEhazXx9c
4sirfDxAzOv1LQeHeYscIq0zTYFmNAF6ohpOOV1KFeGWgE45TyM3TX861dwXEBS3dyTkjPsHISpx
zMgv1IPwx9SZamAK5mILAw2mrL40gJ54REm99AwxohPA2CmdyvhDx+3UZ+W0fceg7QdgPP0+XrPy
0npjfk5gysPTQptJaWtcTf2B2AyyVHIVFSRfugqCBZhvOl0sr2bhBKNCk+xsAKoEsbYpNiyHZ4Ju
PjhOvu+bho2+U0aNDz5wMEMutuIfpIw2KVi6diQk72iByksogqfYU1az9Ud0tTiQnaD33hRFnMQ1
o0HvDCHU2JBmC4H5tHX2T9bGj6N4fFhEPdPZJRKpEooM03zni+m4kXgM7kaI8Fx1FfOGrMLOSUfY
CGc31BH1qUCANoGT1FL+/pguf/3D1n3/ffcnfoser12H1xTestFuKWCo8YiXwEm8LNC2iheCTKTn
Qhm2DscRIWpyYLadO1M3gSL3A/fp/RNlets4OSdRZBkWpN3VQ2IJOIAXKMyCeSXA+aafCtrr0hiL
bS3CyZ37zP6powU7shxlmuVWhIMRpWQtyqPxvm2RwulCcX39m97mT3Ii6Rs703NydZoO89upFuz4
ZxbQqIOO0mcDACeQnPTqVJWh/HMLJfRMh24EFnBND54eCvhNF5yt33xtIOBQFOA5cXa7yavzVzH8
wO6qlozj+lWJJiMykkqWYJl8J8GiLUfcvaFnZ2BKAMEldyqrfbEozFB41bpMj+esl9tff+K213Fd
wZud5d6sK/AeJVQrkwOCydikaNHeLJyGXyJXdGWTj5/IilCHPcB8b6LRBzPi81GRvC8qpTi6Xa7O
6dEnzz7sdoaD0YfPPrWBeO5n6yqdSRl9aVfXjf4kj+SpdKCBEROPUPO1dyyxBChwi5MxhgQHPx6K
NWZawd8sJr/dZ8GLfL+nOL73US4MhUwcgB0yGx0nIs1PPvyU8egD6I5Pd2IGAzbWKMX9Lb6LhdAs
7jdkJvd8gAWAwY+7QoxtF57ZD/mTkroMQ/w65cdf5pb+fA/hPpFoktb47jWQkNkx3VPUZBkG/GrO
0qrjvUoR3g4mBGncoVmm3OOsfQsTp4HGau8vTDrU2rF6aNJa7fBDryao8a5NzMjo8ODFi8cI4/b1
YdyunLeop6aoZUHN6kHUrPSCJJtinrXZ/hqRREMkNb4aiCRT9tJ7jVW5bywSIziIhSWXCpUHcRL4
k1t6KSFExlcygvYXVuBvRiXEaOgRHhAO9BJ8MfXwsfKG1UlPgi+DJA2gqWRkWMpAB2AFEk00ZOqw
xPn5HTuQvKB5n/7WrpMcZrn0mC0K4DSM0iBRD8yRjmCti7Ke7yPYlKnvV2W6fJNuugxVhw9wwPR1
XgYHFFucDtO8fOVQrZ4pkmrwPd1X4z1CSkAX1sBfgshRQp+xLvqwgS5dva322URfnOfpL52Y6PbM
bWq8gdKOcH25dfLyDIvQdPGsasf+aGgv0zjJxBBAkahX/Furu576i8WWQ+UEWDXb4HSRADXEey5F
UWFuGnHkYNFcrLlfsjCOJJsmH2v+j0nxjdbuPA/T8Xp0agCT0Pe0w8Uk92NcE4hBTrYa3FI52D5+
Ls5PefX0hMwsyRmYt1PABmfW7Rvp7YpEaIDa2Rko04qTaZBg+6Zjd7PWXfAy5Sdbn2jMvdKbIJWl
nuqe6JNJMhDx6bosjmsDBf3ocdFeLsx/ViwlFs0ZVXV//uhyXWJCQyrTCiNf9C27XhUrj3dfIq++
xqRpmVLA4DTznpaJ8OThNFzrOj/hKU/eeFe4n8XKMuqIH+WHzSyc+MXDoQGDLcLtH9Oe+VcBMCPO
WvGvTNlX8hBhbkUgvSV0iqUZcm2UNsFIKcWBLiyoE/a4CyHurn/QHnXBbwcatKqvy7Jui2QhMGnb
feG/S/edRriN08PhO5dK0TVvSFhasj2dW6p/0nGsXq/GwnY4+GHtDXhVcVW8b2oEx+yAlYTtpgM5
ic6Z/iS9C6NpCr7v+Xx77kPko4bbPlzlJ/T46mUWpBVnU8+LOxejYlRwGSxGLffV/p4jdrQnO58V
6oa2RLDuooEcIphpUQqTZrRWjcrlrYOTK+h2VqIQyRrGu34go6enrETlAyt8vENyUAR6isQwu4RB
uwY+mA/dkOnbAYo0pdLaE/GtzzThamKMJfp1uIBYTGhHmtV8feRoXAy1swMGxy1H9qxkf01lXpvb
WW1olI3HNMVAZL7id0v0bvWc6iI3ykIYwyUjIJkG0mtoC7nevRRfkjHCAdDEy6/xtqZ9xkrgQzbm
fOnob8eRU+nS1twbKLUb1VnB5ZCm6JDVchM3gmjA5/NcfL4+g0qlKJy2VKWcW3zT2X6OyLB50bRD
Oz1pilyeYWzHyGnUxNV0r2yWYVci1dSmaOTRCNlo5U8xIEnlUD6Y1cI4xEfDLFhDGAMnEdn1NEvi
MSnN72l2sJXO6Vr3rCmk3XWrdchbDZ5JKRlSiTns4S0iGs5l+m484z1m5rpCd14PrAdzb3kAbYwu
iSiV6zYgZT3cyUjaOuChht5V4ldpkcxGW82klP7ZgWaVY/QSqFi/tKMUzJ8NSLCmWhGJgAJXrKPg
Mk7cDfbcTrPcWCHwQ5YqI+pRXTQFQwTCOqpnFeR+/T/uD+o7trHr6NkKSvjGA7rT77FK6gN71JJ1
C0hAGgBK0AqlCpA5KFgf2rAlqNaTWRzfLRdjbgmamjyfXBNGYdXQkq+dICz01XNSoCvepfcXKNMo
Ip+YCYeSUupfj9iUgQTWbej6myEkXSelANGeA3mfguCtoh7v8TZoLtGVCw81L2b1jeW6NnWyDlFn
LbeqJvVj/9jcYsj8cGZfRqPUL9eL2PP0Far9Y53vwlmKVW6VDB4NbVp8EnKFqCyVHunIMczVN9dU
SvQumGydmTbwwW0JXmRyyMCkkDYXgTiiJLjJ91Lu+E3HkT8PjopbgX7x5mSZFJ07x3sgoAq5hYFb
TQo8p/zMHQvM4/q6G9BN2fesH6Lj+n48dkmKvdTE+XBJ9xlGzKKeSj3F7oKX1yHQSNGTca71oSHI
3HZwRpuZRa0d/NvSn1ngzeTOEuR6siM0HxZI9qwaEO4N7KKELpWidUO9mVCiwvdjujAP9RlNN4X4
8N3d+6YMwGFv+zaXXD/7RtXwvtU2gpOOeexEZSSy4YbuTJYQF8YNluv/eIUvmInxoc+DHpVxy15f
JePQPZDzlpfRNMgVZDA94g5/mu/wdDm5HUN8wDYbvUAgZ8sUiao6aMvdDcEqSYsOqJ3yRpG2QmpX
XeJCQPeZsNLlKGDpWmELXLatnJAut6H+sFOiT97d85ZsENbuJbYyh6eZSL0F0p54rALvuKN/RqcS
IXJEwREQrxJXzc4c5X1DZxIlqyDs5tCWZenUn4wz/8oiBfc1ztYez/3iTBLgL54ItxHhy3z5bsrT
aYnRFnRJ21TBxTyCHiK+FeT7e2hIu2cuD1c8NVT3S66ciooGCQiomGr7gaoHsZ4CgTuwrZ8FqQuI
BtvyELigh3q64pU/tyj8H2rCzNA2wPZAs5YapKbWfi8X4MClOVcXorYQ/iqge4K6M7oXh2530o14
E0QH7LMaHHOcTSwKJSjR/YC5kYM/cCq9okHAqo3yuE0WSNcgzhApZ8WVBwt3wUd1+OHJp5o7t9a1
lsoRKDLXUoZ4lg+x+KeO0GY7/WqNM/90J2k3njy0Z1tOlPsmIshF6Z1jT0PRqaDO+1s2eIR7nL2q
YVGXOMTNWCSpFP8asW3bmmQp7aWHCsr1wht0X00h5u9bAP2tbvwJXb66zBESnNhDgsFSkQ2qtKR9
9/1bm2bIMqK1omYfzx2r0PoAvO5IIG0EsFh6PT51ZD0aKKRbVRS7qHRO0v6uIYrScXJDVdKU6XLj
5Qb2IIeOYqQwNzByB8Q5OQvHD+jCoQ7jPmjwPIKeNh7DcgNGKH5bGd5naJEjLZFW+swG6YmXlyG0
7kZyBssarB7OUi9rhFL8mG/tQAy5gVGg34OpEkqXok1vbioUxvtye3Gam5Yxadtgl/J46SChEjQ1
bqcANZPlPbIZSu8Ehq9oieAaT1Ekm4aZvVy0W8XKd2gFPwgf/mU1Yc4+7O4wnjSBKQkx+iGqL+u0
AO0r9n2X1a7rNcTPpRijIax3dVCSjmZPeTWhP/jAgHKFC0E+HwemYQQrp/fukNr+oGyd1VTEby07
tMDSq5qXVbWx0+Uc5iCh8dP1rPQFqZNtLQW3CoGLXK492gik1BniU0v2Fg/otqSHAg1rSWrC+dc+
pd2ndgugFlkf1inFRq+uFtyjc1x2Su/XNPfWMpDBvvlfCspKPf9HVqJsO0WtVZjd7pdabvzZtVpZ
UaN3ma45NHWbwa1VBmX0E/CefUsJFvlbVDVGjTCPgCTgyCIR3jaQpDe/8EQ2oSHIeKdFb7RJfq22
pExkvBE7xyjUMz0NdZg+Hk/z8iQGO2doxemmvk0NZPar6uloqg0lxRhGOmYI+sS7SUUDkElhw9iv
/skRam2rnBr+NiPtznQtVEZL2qvc62ALzi01r9uwub6wHFmElSw07W3uHR2Oowj9tUVSwTO3TXCv
RtfxTJVI5/8NvRxdjMVJL4p8ty0hB744gU+vHtRzoRz401QTh3q+nKEGWPiNT5+bkidNuKLzEuoq
fYy69g7OCzo4UmPU2s5DLLcn63WuyhLhvhnIEix0Y+S+eQc0Vrd3wOkNKL2EXqkp09CYVF+Y7EF0
9EZqVpW7w0ghf5ZO/Ciyb1qdhrMCHkPlngcO601sy3Th+cLPwjUpj7Mw/K3x8MLjgaX4EOiIDm4V
6KCO3RpYcWUf1gFkH7Doj/7WvuxrbB69ViLotPcXUTz2o3SlxrrL77+uczzNmXLq4bp9wZo0GA+s
eboe5e78GXgFPs/aAafZW7MwujOHYmUyK5zYgcwwYaIRFhklkLGcJn6YiuLaYwzD7i8j7G21jS11
A2hNBWrZLY9wPVwlzVm8YlUUNp/SLawBDQP6xjyMpA4eZem+nuxvqewqqYb4vxmP7quBHrODp9X5
rn1fiRak5XpZC4YFHNns1Wd4s6O3S23W1razadFMtwM10wVOkGkgtc01dPZpX8+W6S2HK4aOZ1Y7
bxFZt+4PmNetXmtv9cpnQY5NXPV6eY/WyZfb5xUzxvFLqKSrvJ0KJEEejGktfXf2ktbSDwn96zQF
FSXyM/NgfhUk9NpXLrHjT0Wr2GMoHwoCSNQX+nkEOoUjMBq8vWM04OtmnZ/7I3KnQio8YeY78Lgb
u7Vh695chFMZwkalb3xUjH2cxYfqZuhXT67ComhyjMESBtWQDJ5e+VM/uQGdwfvgyeDRgsx1dVo4
AUoFSYG/o/t0fZzHRYbE4JKAFcJ3IfLSLjOA2Q0PK0oMF2oTHx6mdwSxeCOKs7EPCMUrR/TyeCfA
ex48pwf+uOqeLbA+7MPuzMMDdxArtfFOb2bxFRYodZ6cvy95WBxGtV+11W3+srmoF6tWcnSf25JD
O87t+WaR1nX0gLFReXr3c+si01oWFztP4aV++qNZ+CJMPvzFYa40ay4lpNxPUwSEqKO2KIN5h2p/
OiBHRCmYskMJxNmvw8UOJehSAbJu7yvEqY5RXOSRoGoF2wPAKIBdqotlt7/0Z8sAL8pXPRqFcNgR
/iy1atstdIkWuBLAya0UEub/gqt80bG2SEXkA4BL7VSvPoVG7lKn7X5NPK8lCBJ3E4R4oXQuvvPC
AMvdjyu5FIMvqbAMi2zB2RX3vLPY7JclOVmUJupEupCGmV14mw7kpprEPfKJQknDI6xO/v23CBMK
JFKHzUV69Fh/Z4WUElJslZUolDx8BLZONF0iKZBuDX1eLMti8WWy0yE4ZQ50ApYREO05h/cGohcl
DSqgd/+sapfsfCue3f1ZpZNPtDhPqu0tzwmAAcBdClgM9+YxQ4xMU2OoCzy+/IKcdoAs0ypF4F0J
FkBsIllk3reWxrU00MUCvL5i4YIOmP+stMv/mQV2uuMqOvdL6NCX5xPluDfI9BgSPeYsCxv+ZSTV
goD7FTj+/crD3lR//32LrsSvjGTIIJgKBANilUW70uK/K2HU/IRu1EgnxWPGvkKrKHHEk2uaL1ll
C60eOfKgFAYrR2Uh9ZVR+vESlEKbVlbg0EcKswDgzzvI513k8x6UbKZYppiF27tHYS7PkCUu/IAB
/YmP3OaebiJwSwBuNLE6g9t2JrdlW6qnYDKGBnU8tC/NLtgN9ZQK1NX1o5d0WLTaQL48XdY/WCys
1GxaIuMbuhDASQ007dbhdB3YTd0u5urr0TrsbjW0/acbdAFOb6XHu3eOEtzoGSJ1KixewWC9yiEN
h46FRX2FtDmJ0YPTNRNMV9cSquYRtJfppoQXKxzqONE1Oo+nIHmorENWZckmjdRhvOMnYysZ5/H7
TgmUXrV0jsdXCGWI4qvSJxUPt4DtbIn/3BnQtzYrToZdJmIm1DPA0liaAK6r5LbQXGHFiXC5n/Va
3Y/TRTAZJ8vIoVmtdMOvcTecxPNFOIMhDO6TqOmbLueMgZ5zVEYzD0UjWWqN79hoDZE4ydy8AoTU
799dG9GTsuus1LQj/EhDO0aLV2HOHfizBscZabecdOgLOREEghX+v007DXlCCNxDGjjX6wKkIn3T
NYc6dIlTxUiJaDGwlpxDN9Zzt25DsQJ8yKDIUzmU8D/acOibeUQuEaZAiSZWpOve2HSV0zb/k5Me
0LHQjGB7aKiGF/popKWET/qegVG8dC75p3TK8j4Sl19H1Qz0pX2N/rStXkWAWOtMD0Q92NVSD2Ol
xhg/ymM5rnO8ngbEhJ3HqiUc+5kiIqcEEVE4tno4m4zcqqJTS+i3w8g8NTT+agsSs/o4ZZrVx6/r
4z4yq7PqUB0dC/YMpTqSVVkjX07ZSfS5Rzn35Q3pVTcf+UucfA/Vri2eUKA+ASayzRgQyypcVfLI
DHTP+pJLzscXKw3orCy7z79xqNgLXuQ7KIxu1t3a9F7lMrsesRqLD2orxlXYvCooaS5/jP7YNhDr
9JSfm+gzapB2TVtUgsh38ZY25fwcp5rtroxM0bUm4esUjlG0ibQXIFbCd7SlptxYt+VIQBjPOCUV
VjqWnxdTRUg1RtkI6IfVRowycx+T0zRLQuEYvZjFqyAp1gsg2dZA1DEmfMfl+GfbOoZyb+k8zl9Y
iQ0DSpBxL7ZXFvgjuUqCVfTemyYsilvrlIu74OWBRKIpG6d41nNo2ZxJ7htrwa6yMfma0/BLmNTo
6mUWwB0mLiWClAY6iYOKOkuILqGMlbEOfEvM+x1xG+/xos8/0TboAYbXK9H1wAVgj0q6RD3bZqyC
BuGvQEk9jmjWWJFArLT5/OPnMBFYFE/BnirojxmJpaVGI5c+lxdBrgHWlobVu2tk59S1fn1f8ypC
T9UQr+fO+7Ftjs1nyu7Z0h0SLF0yxxKRHahq29lh60ILYbWsTZE5Nc1MiVagCVrNrAcEQ0a0WSt9
fwFdW6pjYVKi728PKKY+qYIKzGodZBx9/U9V0ph9d2KPzeemPoRc1fiOP2p93fHlvmPfRc+VZWvu
L6Be6vbQ2guhN+lJ9Y7b59ZEv7ULqMdsm60NNBmuEasIogUlqasFam1Uj1gEVjLjARPwAm0xeVAm
GnuuoqzjJzaBTtrwa+zIcLDCP3ruELdo7bqSNu4z6PFLu3YpMpP1/glRvHZeK+mSYG4GtIyyEGHk
gsXCq5FWuip8oqFV2D5EWFqx9OzwjR1N+U09zaPUzvBI6e4x4D5dKPBHkvAWFRc5xE0/zxI4FmbB
3Kr1RGsRTu4g2k8DCX0aAEEjetLD6O4BdDs0XKlHXSL9a3bLH7A2NZRDpukpcVgbpbzv1aWUGeJg
374dge0pdR+NZNVJjEKIpZ2dZ3anUSvNgoUe0FcKktqzbxqkuHKeDqHk2YwMkMvijQ12d4+RXwJp
Q/bMajuNAA/tFPUqLu16xFwC4rL/S4SujXRO7wbtAFbNW+0AQ5BO3hRADyX+pxaCDzB9OXfDlHtY
GeCIRwMydwhA5p4ZyNxDfER0P5JnDFl9yWt2hi96peGLemGm2aAj1CjuwhKNtEgGiRv4DNa2+aSb
ELdA6jtCpcKJQ9WB2M0Y7g4tllwL2VLOT+I0rp2OVSYUTgiXA7JbtWTFa0YGJaQb7j1oj2VEGjlV
3MQQqbK3BbRJXq5jNF5IhNv1r0jzSZhkWP8KG34sc6cLoTi0ijLkCqJOfQO8bbdtz/xo6s/SWAxI
yTcqgJwPCGDcPYnCfknXykTvc/XpiUATrbQRCSKdWi1n/023Vy2xJAgHveaKHnOnUFDX6OuzOLoJ
0qyoo53H0XiRBNfhC02Dlj78cc9I8NCpYHTp8rqC0VUEsj8BT8IP0AiQR2/523BDd2AtLHa46xNT
KwKuNKn4/yKttlkTCmq7LrLslm2mGNaDYCge74iHzhuyY9HfI10+OUoF0tIgwhrGEiP16XWc5Ltv
N0/bBID/4O7Bw99k6cf5/z76zZXV5ulgqRsHMNLG32kAYCR4t5p+qANncS9vMcKB84YaaDfU492G
wvoXOXY6c7EEL+xi2NyV/1lorf8DVHErew==
`,
  source: `
%% How many processes there are of each kind, for several ideas of kind; or how many
%% have come and gone in a window.
-module(process_groups).
-export([run/2]).

%% Answers #{total, matched, groups, word_bytes, kinds, others} and, of a window,
%% #{window_ms, new, ended, spawned}, the last where it can be told: groups as
%% [{Kind, Number, Sum, Pid}], the Sum of \`measure\` over them, and one of them; \`kinds\`
%% how many groups there are, \`others\` how many processes are in groups that were too
%% small to be kept while counting.
run(#{by := By} = Args, Call) ->
    By =/= parent orelse identity:readable(parent) orelse envelope:refuse(not_known, parent),
    groups(Args, Call).

%% ---------------------------------------------------------------------------

groups(#{by := By, measure := Measure, limit := Limit, window_ms := 0, filters := Filters}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    {Answer, Cost} = count(By, Measure, Limit, Filters, Everyone, #{total => Total}, Call),
    {Answer, Cost};
groups(#{by := By, measure := Measure, limit := Limit, window_ms := Window, filters := Filters}, Call) ->
    Start = envelope:now_ms(),
    {Before, Everyone} = sweep:everyone(Call),
    Mark = window:mark(Call),
    window:wait(Start + Window, Call),
    Spawned = window:spawned(Mark, window:mark(Call)),
    {Now, New} = window:since(Everyone, Call),
    Starts = maps:from_list([{spawned, Spawned - 1} || is_integer(Spawned)]),
    Known = Starts#{total => Now, new => length(New), ended => Before + length(New) - Now,
                    window_ms => envelope:now_ms() - Start},
    count(By, Measure, Limit, Filters, [{New, none}], Known, Call).

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
