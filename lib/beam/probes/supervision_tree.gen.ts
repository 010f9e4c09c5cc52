// Made by scripts/gen_probes from supervision_tree.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What supervision_tree.erl becomes on its way to a node. */
export const supervision_tree: CompiledProbe = {
  name: "supervision_tree",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "servers",
    "supervisors",
    "sweep",
    "tree_rows",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
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
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
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
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAYtyeNrlXVuDI8dV3pE0mp3dtR0nhpAEyIWFQBzHK7WuwTZJSIAESAIEx0BA9Eg9M12r6Va6
W9ZuHnjmF/DMf+GFnwJ/IU9061qXc6pOVZc0a+MX70jq7uq6nDp1zvd957a5Oi+Wi3kUPpg/ePDg
+ra5al4vk/DBbWN1MZ2HyzzKqy/Obs9X7c3fm182q19+HGbhg9XZdw7/bnzYqf64Cxebn7VuW6s3
yr8m13E0n02iF+G0KG/eXLXCIr0rL7jI0+ticpcfbtH8sPPMeNVtmM2EqxofDkwXPbqNym9XaTYT
n9Y1XfhwkaU3WZQLjxsxxqo3vCyvbk3D+Vy45El5ybS8YnI9D2+qnzW4Ly+LrHxa9CIuuA9bRbaM
WHmz87uwmN6u73ZoY4d7CvS8i2ge3UVJsXvURZwU0U1UXh02+JFim8HkPwEf2fiw6/7EpvmJQI/d
ZOlyMSln4izKNjd1bkDLpQGtPJpfM6w7xuA1D+/C59Eki66xy3q61RDmeToV7vd4mpbTM07KPzNN
I023uSxbFGVRMo3kV9Bedr5MinhervRGuqg66m1pCmqWqHozdLVhXRWAL3yZL8JVMkkX+3E22ye2
HXKwA6tlt5sRvOlrYKNtOffOlbmnN5X7mcKq/9ZPS5NcbPM8Tp4L38gN5yxVnGZx8ZL7rDlPV/x9
nd+srbxZA36zzSg3Vs0kLm8ujTfa50P+jz5zb+eFuZ37FfnQuCbC/HmUyYZRe0nrKp29lGf2va5X
ZXNU79Weh0WUF8AA8X83+Suuw3gezbhPXi/C7CYqJkV8F6XL6l7Nq9KWletx3+eMYrsWaVbeJN2M
e7WghX130y7JHTlTdlLZ7JcDx3RXnV+H85y7bH+3JE0ic7PPb5alSyJfRxjBWZoflgrTL5DWtheF
lbKzddoHPbnLJ2ky2QzQYca8c0S3QpiLa9tG9S3FGynGvLVqZ9FdWkTiBC69hjC54afjXZqkRZrE
0/WMlAf28V08n8d5VJrFWc3WNfQmbj/alR0XnMgO03uPcXKdyr6Q4gzID2DcwmmtGvOp5Njtbvjw
JkrKoSwi2fETtijowe04nyziGbDCGLI6+c0LetLZhLhgD0sFWahe5tm274AFsbotDXWcKw8vb5ox
o2m6LNd7dB0n0Uzno6APiZO4YEzzGtWMYtBnFr2CuivCxAh2z2mvmkX2kh9nJ3PykO42we0AOgW1
pOLWyA5dptv7+JXcSJ9Lyxi4YcPUJn43PS9us3Sl+cFF6SOUd5oJtl/YHpi4nEgv5fCE7T7OKG8n
noP2W3jNhqqex2ulwbyKJtMszG/LL5xn4aVxFqJzSnxDJtz3qvztR4IXxKyWZAM9QeCdt++au/DF
ZH0Wy+NfRXbH0dbuEn470F/xvNxUZV/M6JxEWZZmk3l6c7N2tUWXzHT15+NkOl/Ookl+G2bRbFK5
nFkc5apH6Nzj4oGVHtxSDw8d0yXK4cEYnYIPD31j2zaHB3nS8lZs1zOlYZhG8cfR7shkYdZaP/jo
hz+TjTe6hvqSZYd8P6v1/Ii+qwTSy9d+y721qpZEteEf/2XcDeiTjQHdNBU5uHnuHyHy8Qp3zen2
FmEv0e0ePoeiYxoKJHbGX1OjAetQIuQOHDP8Y9l3gn3aT5RNnEK2WDUj14+dDdbxOgyKOgyAqIO6
xxyCSkIfOff5RbkUi2haiE7p0WeM842f0EdzKJ8gTJ10zq+p7//k5z/mV5HUZ1MpdzU+7Ypzn0Db
qJpzy16zOVWaIkytsqW8V9m8iQolxLMJ6EljuQvs28Wvyk57AbzTAz58J5yqjhbLY5oY1G5PaGD+
z/pIwI63t/sYNsBQDZQzfY0QCv3I0MrStNBkAYA1MosWxa3VkeF8Ht/FhehxmHLgv1zGUSGl3MUT
w/Yw2sSDoU1s3/e4m72uTJcWtuTHwtA0TAdNuAvMJ+IoWoj+khIB9p3yf0Ppg3NpyeyiwvzotMSb
nOFxID7Nmy8XUfZxnKfZfhsRA8u0095QTBg8Y/hxQXQnlCfY2oPzuyi7iWr6bZ+hO50BswvCnFcW
IYfj8PMouSluJYO96T7TtMzSVe7+vm9SV5mciAyUya9fc0WWLq/mUY2mftZqaExp0vAqLx/j3prP
2bSGMTsL9ebW14vyST4Nk0Q4rgqolU00UDnLmTvgYhFmRRzOPW6OcOKJmve7WCbxNJ1F3EdvlbY0
KzewKMsnRboJCL4kZhHjdDKPr4SAQJqV5nnX8nZeZHFyEz54/qD1b8+KBZbZ2uWpSLCNx1WD84my
K3c4FIWmixvkLg6E+UR1v9UcGzRx3NrQJLeB7t4oMdQOIRgque29+mf5t+ieSFcTkZFMQv1J0LOb
BBwgA58IXGLMOBO8JNmkXdTuLfiEtTO8oFVuBDMlXNHVJdgA29lRzK+K/7pM0vKzpAp8IF/ny3xR
toa3FvXnSR/LezTc7Ib9smXSiqwZp7AIx/TBoEXvVQtadMT9ofbIHsMaAyERt5RWAE2HGvb5Nxzt
c19Zss4zZdM1oAvRVwKCfqD5EnCiQYB/A/DjYwF1LYfwNw1DCN7uLk3iIs3k7QYKlHaZrv9ga727
vzNgt3Ub39wyJ1suT+B9zCucz5EA8H4mXGCBiKH7+HzeInZndePfIqMPt0uUgkDuS5hF9+Z9wTgv
JVhe+bzAKnyyjvFzF4vhkyHTjDY2zs/wZrVwuOAI7JtHWXQT5+UJLJox7Nrq5iAuHUfC8ZFH4YRF
QyhuOqq1DZ83k7SAG19eXJnt59FLqdfXTRZg6hibYYh3ZoM6xuLTyr/qoOK/SPUqlMhsjYd+yYIy
oPQluk4HKqHkSOsUS9BRVtRmDyXPAYuzzONDzFU6s1oHP9sfh/NlpK6vAdNO0hZsiGSjJKQZlVOt
eEzaJbUab7+t7D5QtLqhHC/EZQ5bU9n06PrqfF5aMAFGVnZ4sXNitq195x10knQZqxWMhmf8mhuz
f3yaaThaXfVIgEdpeyb/oElcnR3V3oLbzcB92f62hS3rvfKugOL8r2fnfnvTmh0Vq26fBEX3tt3C
VNHmFiHEvCjXHt+SGz5y5Nytv2OcArubvJGkk3w5vZ0o/v16ejL9CzasX/CidCsm6ToyrM+oTm/j
+aw85Urp/W3XiHam+f6335cXmRSLO1mHfqZ6wXBy2IRIParyPET7D6+DAbgO+iq5iH48Psd2+BEe
hAXMYZvEmybtKxf58qr6TLFCI2V3pzruHMCm1i4ubD3SJo4yefvus/B3lVl4ofVSBVyMMHwwSKbn
kEe1s6yX11l6N9kN55nGexG6WMB/6J0X2QF+xhjJHa1Bav5yTQyOzpXadZBxYJxb/xV6QHUAcos0
A2E7PVrloVJ1t/ub6C19xuIpXOxIuvMOLYAH1+kymVkRmdvpquymXENEAB6z5m3YEZ8VyFOH2c/B
drhYbFM40Cy0nGRfNWBuEPzMDu8FG7L17maYg/KZwwevKKCmxZTpfZ3OD0kx23D1Zujdck68O0VP
TmBHaTH1NLTD8GE3NeY9LlZp9lxaPyOjrE0WlS5oVsTr7CSdAPS4cuPWV4qUvx6f37eQLuFfGpIk
2BhXAWBmwprsuoOzjPCdR+bUBbzHUzBIfAfDj+87n7+a5oEcyucD40jwAws3uOelwdgMUlosA5ns
JpNkHKmTxu4ysfNtrpR6QRwqAM5FMoq0MCSEmGppnHLlkNDbnb3oOQfrA0RPPP3JQXK6ukCPicdh
MEGZpLMIuhL9MaPoEbm6/o6+xNfoYek+mIN845B+mSThXQSeojvoq4/u79W/aIPRkF4GQgLLPbN1
HaGvGvEM/Ly5QL5orbsW/OZ5nMDXbMNF0FcHDwb69tHWxJQWiE991fRaf4/utQ5wDQYxM0c/vG7Y
Wx781a4ezNDxdkAFYBrgxz1waGw3WoQdocT+DD0eWM7eh+VgTIs4TRB8QxjPr9IXhjm8hy9YpTw3
PQeeAOihZj5TgrNKKINxUaScUZNjX7bnzbvo7irKgFwDODy3y9IVQfB+kzDJV1EGft3O43kFURfx
IxhHguQgkwwrbtgcDKjXKegxItuRIL7H1vGAd4JD5B3bx3y9utb2BT5UBZ/SCRGcqKCV37ppqZtR
QQ5lIiy779GydLhA4Ae4KMD6QdahfZGZCb5bFeTnc/E+6JVYQMSh36DbQ2GTPmPAUnU+f6Ezq4sj
VDsgXHU/uF/FhuUiK1dLmFc7mai80qjBCd/4EFqsI78XJBXpZU4E+Htvhkdu+ltkhOgxUdo4/ROQ
gPU+R3WEEkS+D5qjHQ21oRnOZpr7ShPIQxwEZ8z0D5NWXD5NG5kS+YV6sNAHraca2AK43ApabFCS
RwJB67UdgaOLZEY1eoY7U1V7mf6+42rqs3rWqGuwRgO/1qjGa3phAAyB5X5+xCAQKfXNuT6WDPIO
LtgwZLgkO9yuJp4rd0RUSa8n66vBwGpNV1EIBarGbF+U4j5SSNJPHnwEUyq2LwUFMbsMj3uMsRyN
OdY8do41j91jzfJrP6n0XuNwPqnuRuoYDUDo6Et5rIIHLZbymDS7xR7Bd+/PhovFPJ6GVQRhchdW
kXA+QrA+9UxiKe/ekgg9r94SU/I3Y3MvN1HhJz06G3URmZdgKhlA3NlvUvbvqN0hepbcD+HOO2wY
hi7v+Nk/lCcejNK77+vV/i04MZYASid5dn9zopqEUEwZdGY7JH0GXcObUSEC9Cv7quhHhdNJEV5Z
kNv1FqrxtCOcmZ6KXAKSEruXdPPAEoQDSSQZkSiKRFIA6Uo13OnoCpDNiAuCqPq9Grb9Dyxqkjym
A/M2eqBGrZ8kelFYVQM5/+UyWkb8IjEXSbFoUHsVxTe3hSXQonW1zF/SH3J+G9Wi4RPqZtnLhfWt
5cKMmMvWVCL3diw0fOTqJ+RQZ8/LebSHS/4otBarwfu6cb1hhvnRLF4nnsKM52Q/ehom0ygv0ixn
zKYCjZ5fb3I14ca89pR3g1mNO/GvpaIKDAkVx6H5Q3rCZ8hsjxGBpCl3CghOTwfJItccavonU1i9
AwgjKtKinGWH6gEwjAhp+QA6sQSWcIBAO7vBFNeIP40JPbmP1r4ng0d5te03vrc27sdcA3/0aVsD
AzhTzRkdBIFmpWuG+0zGPC41cvAIorVJZ2UgLbat3umQ7wd2YBfdJlIBqg3eAg9J4hSAervxN+jT
fUQrnaPRCesy/c6LA2HVE6Ul31mOoxxR30RHDFVQSjkUMjmaqItWKslC44OAsZIO5xLCynw6P2Cf
0nAmgth304iQNQRDDGPA4il2BI47Gx7H3VetKwZUvTkZMfhJkk72CqSyEoI9J7gBCMg5vsPbVjUh
DF6bwLd+dZtMSQJu2KOvzpsMmX+hs66upMmm7JoJDABVRuuQaXfKZnaB7dyAIcF5FThdva+LDCtx
1DMJyfCe5r4QMm37CFXCoKVJdtllk4YMxvvBee2RLiPoPIu/6VjLo1tLcErqiIE2q+2PslEPJBvI
2QUr4YKx5QlxjMnIVw1Bkrg1oPhj+egvbgu+zl52Qggwy6+jFfSH6OZS5uo4CgkUjaMeM/gPeG+I
1q+LiQGtxUVQTYUA8M0GzoczUMMEeEKfkQ95poK6stI++OjD4WC/TmbxxwTUBEoVQA9v3MgC8jaN
99/TRZprerBfvrUoqgWrMPTp7izXYhnb6TlgHtRNjKG4bBei+oD5yXn3FF15HoyubBcdq5M7ibHa
RU/0HSWQoN/YNelZomUxyBfVe9EB9UWlxIXbbAPEQXr2xY0ChkRHD3EOOarjpmCGie9B9uvsPXOB
akIcW0kfuNu8d2xit7D70NW4D0Piid7ppSk1L+gQhpEndqFUL3cjC6jGdM81YUdVJ7xj8+x6JeR4
F48b8OPlx4Vf/1R3CuAHom3Md8dFdKcxIoQMuTEL/3ARFvFaf965e75Fj3qYJUhat+WNnQBaEyBX
sYlfGZ+5iKfP3VR8AswFFw2D1Wmz+at4YThpbsGJhpLmxQZfYUvYlPaB8aE8NqBbq/6YeaQ1j2vs
C+8aCf+omR6ph13evHMP+W/sizPgKKTgk63e55lhmR32Eme9RlPgRB4ZY2xr6MdRHiIKCNQYmV0c
qobMGHmGBVQWax+XKx8whp4mxnJgCgderO2Wh4CR2LxtrFRZRX74N8bHb3pAs4bvjdrdZ4gA7DO5
IbKPP0J8fGvYyJB3PJWVPaT5u4K5Afp14KNfO1TRFifqB2EW6cOeI0ieXzOCPk5piht55qYXyKCk
bJc5e1iaF6/6ps6bY8gWAV0Dywu4vAs3s/3JXTgvga4lkRKrcKXRFuWZQcaLVvFMvug940VXL4tI
0qn7jyMkQPuHfY5av7vjsX53YDNUdQs2dVzoSRfXaRaFB1aH9SlLqEZGwQwFKM7FT0Gt8tFTLlGw
u7WI3tYWr/LAZwtswu4yx0wWR3aDCCJnLnMV9jVjAqY/ACc0HVsC+PmeLUGuT7qnPsCFyXpQIh/l
reLa0R0mUzJq3KzL4MIGiqSj/fg1aOOHsyiAK3a7p3tEcCc6g2SuhDzb2XtHDbwdWmTDVTg7Hr/J
+ca9Y924f6wbD2zMnnvtSNFEMSNqjecanNV4LkAe2gENvbqG7VWzyF7ypzl5DJ5s9/9JnFynuK7d
tmYl9AxLT5hfKRZSMudRlqU8u7N9Fc7C7AbBgsoDVgcgr+JDZW1vxuqJwlstjaFxzbkQgc3UCBop
ChF/7yoqzvc5HvZcLzizduSRlElQbh2mxmOkqAO5qwzQUNHY6KkGUE99/iquentSpKXFLE8XcXIz
qb7SH6yWxfXoEHBwsSh6XPkp+BrdmhQerKfXmqFgVQLzxvC4OuBVY7GHXkC/ev0wZmAsv1dvaCjG
/j6qnwkeg+voKESigHmkC43o0y/QFKmTZKXwmYChdOwDaAKmGn7YRfWwvfQFQDg5ybR4bVPDTZ0U
OhdS3bVORCpZT+C9VrDTA8cW7j5Nv2QeAkYjYMyTVFtA0De/l5KxYC5SDWjRgHoOoDUa346W1Oy4
JzVpeCMULde0Fy0JHAB2AzO6QKm+xaAsacvz1HODjoNzb0Sqftc7EXh0SMFUCqB9f9yEob5MgKK0
Z9YbcJIMP36ZvhGOCB1/kirBdTSGw6oIXMdPNeu339YpwfoM8DRJcBzfgj2Od/62GUxrkZqRlZB5
7YkHn/t3y7KGetCncO+zbx7iz9+QM5wc7+Ekkemul5q9PbR+to724wuKV7GNmI2fZtz1D8BTGcRB
y17Q8x07RCnEnDtUZ693kPtj24Ocnjo0BqH3H8j4JjoTtUYJ+vfom1VPYpYR8F78uKicuz6jQdas
Xuh9ovqo8wM+sClqhsKJBqadsG/JSYLsZ5yooPlnipOhZlACwIqouI/Xy/tvNJVWaTbLUZv8RKmr
br3Hn6/LsdrVY23owu99MwGiRlTgT5Qp0iZMEZHjrmd5diRsQdcTEH2gAtFp9Bh1EnVfqTScXcVo
Bapu1iLMp2GSKJUzjQqSUpGrGpKHaG9dkL2QDu41qzIGhtjgLm2ARCKd19Z3rDI25Fcf1CUzBEzT
XwwIsFmNiihhQhoYQWKZrvve0eq+K87/ZVROvrXykV1fyy+EvuBQfeZ20fh5oCA5pHtq6wZK1Vk9
E6Nhg6Mm6mF1ucyq0rSLKgqeFotjtG6IH/h8cMAtAokqhdZ4yQ7OSmeE78Gsis2iYiK7GsfNytJ9
lx5/6aEx7L4OEOBhELsIIEUsWXRWq7hNx6nUljFAge9fMJi4q4CJvQM6G6fHXA4+qZjLAR3xM6gb
znDo9q1st425gpW2sXP20N2yfM946Od+/AXInokg0BOF2gIrVZbDbG588L7GseUCMDVnfG3f9k+P
heX8vp10HVkS4ShvKevoebaxTSIMniT50HePwSrVdwINXM+Y/zyUIhACcbZWjRmPE3rN6Qf/9VN9
XqRXmxrTd4mFtfJtXqwpO0cYAOry6U2UQCrLVHRuj6988vrqNp7eTnZcPYYVxC4/S6Jp4YO2YgaG
qzGbIYlVsl0gLtMTVmgZ2Xn1m2lLlSE5BFGEHYASGtz4yLSN/mg7ILOANg9Bxq8/uTdRZ1Wq6ERV
bfVX/iawzid1GPQy5/4wBOdLqB7UYaHAxRJhuY2hFcpv4Fzqb6AL+dRT/ZSl2I+nXuG8/n7gKAPe
QV9mfH8v80XvL1ND/P3PLKWDTpQUwqqa1vVr/5werxn4wUkNNGKT7u/xFzUhpvZNHwM8fXFoGJ7D
7HtJFHWpgk6mpQvLPFILgUoHWbN8MFxLCQ9VNknQVE0ZzS66B2xnEJT0IfTE5b6Ck2cFZ25mP2KW
vcrVldKc1NAcGMjHCOqcaXEmEQdqd6ATBQa+79EoOEhr9u9p5v3yVQxOQdXomUu1E6q6wJ1LqiZi
7BKP/Ib6/QKm4omFk6zNd0Nbl1obMsiLLBZCBpfzdBVl1RC5VHSxABe7l5k1cRIMgiSPsugmriq2
VjbDeYr80OBygpy16v8VY23DXSPQC5VzhNCGcy+Mh66ppGPDqFwewAV5PSPY9JWA8ZeQOtF92dUR
l+gwWXJSlCjvHDOU4hgJkc07VBKJgdL0h0Cek+ZRr0buOaixqH9kqUslnTuA6XkKhGrgXNm1Rbul
BQGgfypxYlQTmg8j1cS8/iV9DLoAZRXfmNQJW7Olf0VvqaSHbmjpQEmSuc4tjZ4qeurqWOoGydrS
xkLhe5VkvhiXqfyglQgiUnbMXtEP7b8eVa4BILS4e46Kq3Y5K9sXT8sZhKeLsMojQ6ZRVBOjyE07
KV7VIf1VvFjFmzZwAbRyAZT/WOtuaDNqgmoNarSkSR0wOhWrJU+HtsM62mzLxLNZX4wyDe08nb0i
N06RsMh1qAwd4xLmIMggCVZAtiO5M2rDgGlZvbABZ99l5HeAE4Vjy8WkHknbqMLsQFdXMwtjqW7e
CJgs+79GEs9FV7lvLbShtH1kbrqalAZkejFPlcs5T8IkL0+6wk8tpr0cuey6S8Tv0PBSahHlZpyM
1dV1LQglsrp6KGDItaLGrseQ0Zdync5cjk5tLgdxHW4cbmByklgyPrg779KzOIFFq+prbT3KotL2
ZpUmkxr95b+sU737cYUkX9+pCh6S20xhlChF7DpWnJLLOOeiRTpWiWIV6tCNHW8FMe86AFLDscYc
2EEVcl2DVITKumnk6bjgDBynGTq1QgzaOWgRW4Az2pv5ImxW6eIlLc8HXFyZN8XzlmvGyiFxvYpf
i7//0+myAFpQa7D7jDKS+B71FmS8dTL9uPaDod6Zs8X+a+qRX61hQa2MrktcK7qSOg+gC3oA1PBe
X1E+ceyyH9tscvCkwauqiZW5lJkmWAANttLylX5iUygOG8I+M/jgTlNDIKXYWgPs7nxgmdDVbxlq
wZdNuPaxi74WvSiiLAnnkHFae6FUfYSGtrSqJJDwHWb8tSIFpdkAxWLEuLEcG7awseu4Oy+Dn1IP
NcrRymVKMV/VYJ1R9AYI+wBjpDUoOXytiJ3GV9UhIgPPfGgrLk+NXfZv6PY10NAhzSZVSwUMTOQA
4ET7/2uc/tZGnsT5KX9nNDMSbdr5ST9zTP8N9rZJ0oWXp6NXctGZNRuzI7kcGBfcEzdNdCCPU7RC
eUWXGKIKzW06p2juDTtu27BWaYlyw4muy2iSh8eCanft5S5ba6S2FVAbd6x7+DnS5c3//n5R2wF+
/OhBGWeQMtVxx9Ady/HqORfIrQ3r7/ot9vAzR+xDIG8/3qyBF597AESCW1rDItMV21UqcJmD331m
usyysj8n+1wy9Ks370r3LbyJJmtC4WQewT97lEWz5fou8MO2VFroqzcOEMeN8DYHz4N5SFY1vHdd
wKWUn3aNRbmB/HrjaWCUfroL4/lV+kK4ylgznO87/kJj6fA9PxnNiW6yrsJdB+a61VvF/cM1Q5rA
QR1Mg4316IHWQ4s6cTYtH9roSsrV5LDa1A3siyb2RQv74hz7oo19ceGDufxzmy0Z7RI5TIeCQJ52
kPK56O3O6Lfr8iVHa7QPonl4aCdEGeDaC2GKO+z+kcP3V4iuY1eIzixahtc2E2o0FJFu229bCA1L
t0WdykFtz8kiFNE7RSjiACeQY4RO3aegVT71Hbifwx56D9bd+5R34DYY5tx9RxOb0SgPA4JKYk4z
kDVgfvwVUXxSureiWlh3lD+yE8rbD8YqnkW6ULXVvLbryzNSDz06lBw5dSchcijeegh4xWPFVAd6
HMnwHswL5fR/fhdlN1HNrLjb5uj8uH+wKriHCss5P/8fvUA6/ZYU/iebSYKttWHdorhDi5VUS1mJ
KgUOqW7HVcGIYwopeSl6KhFYDntsWK5XB/Slh3n/JRulFdcTDL8buZxiDvu9j/glXAAVEb2mcr5b
pUM6ozG0rQjjQCVerlfWm5I3birm7Sils4Z24LOORoTParL+wqnkyJYbZSqJjKumMxOyTlrfrFa3
I472EExlvtJ9fmLV61845vvtZ4e4Hmmgy4GvopiuyfXH0zTNZnFS/plZETwfcZVaxKHS0yc4+5Yv
wlUySRcHnR0iuRLnSPNFkBFhzeroCgtEU6tbi0F0cilkUBqpR4R1aphj64LMMJFtmWBvq5Up1zWg
NZPV/fePl5NlOxVWUnH2h4ssTrO44BHyzXIH5G/tbATadH9mwEjNfW1frKjCy9RK5GP1j3BSwP/y
QfUa9oNmfZFEvDUCsrYmP3lKcutSWyLlpFUDuAMx80kngrG1vSOee3Ym2L3QAbwfzCJJtlnScFHy
9NfzZX7LpZfgzqYzwmnghiFCywARoevZBWPqBoxC3qijHNDMo18CA3zmh4KGUbb076xQmHgTuPnc
pSfNgoC7GU9aDmiE0k5/hNFlevquUwwHbfZx0CY2AJXnaP8UZ1Pzz77xjkn0onDT3XwYF9V4AtT5
PmMmFYAmhoEDeNS4TCaMRORdWt3QtarVb6Vn0LNaNjYyPB2Pmps9tYAD2eUWRREELmQ4C7Mbw5a9
ZTGRV7E4nCP0ho48aJCUjydXApSWNjATCweg6XCKMwxrGIh/8VGzaqzsFdYRiBORI4njN2Q0uY6O
5n2ouTZ+TquEV3B3NKvb6akSLS8Ki3CtERv7SKK5azmWWgVI01uKhl2jtE6QvsLuvXW4jDeHuu21
ql2V6Ob6HqBMM7EVa6/DoItnQyM18TNo6QupBnd9Ek2AzSfDEdWgWabj/Jt6VrMKzy0yTwRenEbN
W83sbH/M/DXhyVruo9gkWUiNuNz/3GMzHpfN2MG1Sa2ohsZegFv0MdW7vhbfLbJ0EWXrRUF9P+hO
rdJrvrPwaGi1zTseeSRdZl1rGLEUdj7QQFM/wSZEqCsm5DFUsK/efYwoA2WvddHAzqKPoyyPjHez
8tcmjnDxoBYkRzPLNQXF+ZKkJ4HZ9NhpuLd905GbZkhGfsl9tV7At564s4lU6l4pSt447ieweUQN
4E9XzXDVFvXnXeV9d7XIaw3jHwOMrF1dPpWFr73u8QERk/NsDD2Pa5VmzyPugnvOKDvUtgWKTfYh
X5m29W6cnzpg5i7ztF0HaE0qUtojoKU9oGXWs6lDbPuu6998HBFe166I4zsaoPArUDWxpnrhNl6C
sGVksbMxcDwc0wHSfdJiNq+NDYYS0anVOOr2qg5dp3LWIt5kbIZmq0tlbAVl9bNS+qC5ySP9kSI4
eYnsEU3RrmEg4nDR9U+bEI0ZVI1CeWS+16exlyCKF7Gf4ByZhrPZTrNonkcngfvXKYbyr47FUAJ8
Md4bxaCvAVBSUN2QIO0H7x/s3Dc0WqINv+S+j+zyNPsuv10mNzV7QXPgGtckWnS11wvGgHbaQ4kW
UoVNX6XYOs7KL81kE2giQIkq9jr8eRf5PEA+7yGf95HPB8jnQ6fznENmcWgqTEaNcY5rmMTQvPbo
J3alWo1RC2VfrcZeS6qLhJt4AXz9vG1Gwqx9fd3vk3wRTSfZMnENyu7jucSUNqFln+VaNk3vFjGQ
9Rtu0cD67t6VNqkppzKQaTpVkVzNj43yO1m0SLPCyWYZMi5VgJbBAhh9LdW07tJXKgkMPbK+pcCh
O+NWJ9hXVT/YdOhDtEC6xBhv/o+++ng9dpxJTwZIyK1HgRt8jdQUVcdlPeOwL/dDxW1wDFF44fdA
vVQLynEF0SdDpbqwUmm0CnrsAlUglGwdFfGHJRui+xVnBOJ8sohnkNS0OfnfStIZqFKN/xqUsJV7
7vA3OLGrWknu8/mLjmQuNP84cm/LldKWNsWu4YUV111DafQAAUO2ZCofNDtPRLdd17y6L75te5No
4LkntOrnGHpMMvIOWev2XXR3FWXaB23AbsiqGdxDzpbbik+Tsw3w9++fIE2+XqmfOEDCQNGTkIu7
8e4JpCD2ARrIGRuXsLwG+eJvxKXf8JAgNl+DWGMBM19vnpEjmtt5pkYx+qSExCFpi9WRVmaTfr2H
V6mAxduMjVzJ77QxEoUwsVO3bIAu4UZdE/rmoVaIda8taiv416QL/jXMtexkMdWLVRhXJc2MU4FT
VMUoBY/KLW+Sl/tplCHrfB3Od41dwTsbFr5qzdN0AX7zevXN5Da+qoqoFBHvSH5Selolo10e3gfs
bWXNUddRF5Bh2Vpiz/CdGgjHtbgxAVeMwgKoj9DxoClU4cALEgWS38YSvD55R12lizV0F/vHJsVt
URpJ+5LOinq/J6UXPKoZ6EgRNYqU4jEPrkRenOnru796zEOZiAHTs0VnwpFi1gfiA64oFfIY9PGC
0AF+CBvcE4Psu/XZV+qrnJpCZvESY+JL1NW3saGS2XBLe5YT6uwkvdqjN8pDsm6oe5oz4Op5FC3k
lK/+isqm4WCrLb+1TdqLrQZmaqPZ5K6BjkX5qqSvmOpVgmBCHJ7RJGOaSVro4ECbuLP4ZOagyt5C
VdkJLwbKtR8j6PzpHGN4EF/pMfx0rlNeB1gaxxMNhiC2TB6Q7VZD2j/OpGi6hqsrHCZe3fFWcpot
+Uux+LvwlXmQhfAdMCIMLYU2PgkiE8In71Kk53TSic1pMmCEij95EWbbaA6ggtdTEk2HK4x3f1yJ
uK5/LfAQdLfnS5bYEGpko0dj1dQMKCDIlA6eoJTkZkasDixw7cHxbVBS8BxCEM/itSjyNaIAmlQh
2dlJbrpXfBFrVUkRjNq36TIZfXT2gaa2OZZHeMvHgSGgqX53ah+ZZjaF3hXcDSmYKIns1i4Z1NYe
9y0wSttKY8gxeGDCVHoR5v46HXi/CKuCedaq9Ip5CKyS/Lqdv6E2Tzr5eyj29TX6dgtDb3ctgyee
CAFCdZjsUN8e+txqKl+GybTcotMsN2pKrZ0pYWbLbAtah9B+1mXHFHP3AcS1ivo74Ge7zD/ce4ja
qa6+TmfgRde2dRsnqn6R7QkHY0QyHQgNwQI0jQBluclmBLmCYDX664uwiKNaFSq+ZVcexZ0EKjPg
e8x/0C9ylN0YHZyut49KiuR+/Wv3Bz2jj9mQsSMVCr22qe9hoxElDpm6hZZngbGERrfWMsPB1iiC
oNrreD7qGpGEJB22oQUO3WUqc9zAFD/R9GoP1SjpS6ELi+2lPU/T58uFCobsa5SIvC5Rko8/wmQe
7DrebVZAYoTyYdVy9M9OYPJ8dg1/m5F2ZbruFxeLKvgTzjXYt/prHaO3dJ2bzbF/oOw2ZS5Qs9sB
zg6wnEI/ooZktx0l0GTe+E9/TkEVxmJoFXTn93vXJuAAx3rXL4rFgX9tDhDjU6DjpcicyfUwC1QO
MRo1egiARPxleLKnRN91HScVAer7de1Osh+iJAhpenHOLPdPGXsuzGCBLM+HFsFwpIhelyZGl9EU
SF+pLtOcbv3UFjfqKF3k0zCRSg93zahZpd5zYLG1grKhaJvV8+eb2xomUT4xtx5IkEAtMV10KMuh
lGv5P2DGoBw=
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
