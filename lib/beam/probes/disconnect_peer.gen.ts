// Made by scripts/gen_probes from disconnect_peer.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./disconnect_peer.erl" with { type: "text" };

/** What disconnect_peer.erl becomes on its way to a node. */
export const disconnect_peer: CompiledProbe = {
  name: "disconnect_peer",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "ours",
    "owner",
  ],
  calls: [
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:disconnect_node/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGeCeNrtXEtz40oVji3ZTiaZGbgzl1mzpigo2FBUDStYsIENVdydSpbadiuy2tXdHicsWPOv
ofW0+t0tyUmYclaJ436d851nn9O74LSgx0MO4pv85ubmyy44BZtjEd/s5qdVksdHAkj5j9lucVrW
f9ffDMpvfotxfHNaApzHxfb8QRCvSfnXPj7UX17swtNH9le0gSBPI/AUJ5QtEZzCmKI9G7EiaEOj
PTnP8UOyA8ljdMAoAYRECUqBdZJdjFNukts1pBGB/7IOfbcD7L8nhNPe6DCNqXXkLdvhFrMtnsc9
JHGRgDyicA+wbfwdOhVR+Xtvgrv1MwXVvrMsK+n3js0SJnGec0MfWuJs8nhbfm3en5ditip4grT3
YUjxEWRsssU+psmumq1Zc5Hg5Pe/662jWnEFcrAHBW0XW8GCgi1g4+O5hIesxo30sXL5ZXw4gCId
vn7gs76ClluMjoeIyUHKvlZNP3gr4bithATkmywbvv5Cvf7cILEN+dW8CRMAc+UmbvfxI4gw2KgH
fljDIsbPEUVRDgk1qYSYEJR4CIZt9H2CmDCz5SnCBipbN8HOBjBg4iyTwzhwcSwo+9biNEfswKfZ
ryRJc9d08ux6daVmxEM5rmODihx35BAzeqNDByi7GcgaWCvJW2qeFvV9CzPX48oT5ks1zF0MkxKe
WflTbQIVhD9MDotH7j/iiXrWACIM6XPvsyBHp/68gw+88pfrBhPzU1BAto6ADg1fPq6P+wOT6vSY
UMj2rKQYBXg/Qkfd+pylUxq3VrGLySOzuQqzYhwWrlH6rBeXV1cRGj9GnnOZM35Xmlbkbf/voD9i
E8McpL1PPtAYbwGt3Bd0rLR2yXYm7h0vMhfFeUCYTYJqZJT6QuMh1TsU3MuZ5LVINrQ1WYaRi02c
k97QbsYCFcB+iMX2yDxKcZwDX1NEzjKXeUha2BBYK3KtxjXu4GFPIlRENR/PAPv1i3h3Aogrpeoa
VCjmk2xMeFpisEcU8MDvtEUH4z0qEEUFTCqYiRC438OciTdgSjmdYotzs2rtwFGaEsJbpMzs3cNi
g0SPVPJjxBWyntiFp3meKJztdtLbLSgYlylQOeS87VTtYAlJdICpRjwzjXj3raluyVnkIfVnedNI
+3Q4bKiqkKDTjpkCSKQdsJlxZlV0d0xzgA0sQGpyrbSLwAIyJ8ZwlgpsmfJDPXGkHStttEBrcW9z
9Jg5zSPtdN7BV0kLJuSQufiimK0a4ZGBowa9aB2VjoARqMN16527bm1VefD1j199vHvGlRQo+S7w
KJsk/yPRh9thi47lKaD4ua8PBpHvnX8Y4LY/hRxpzDgfVnTOWnaWA5M3Nud5INoG7bxz2w77bt6C
7jA6Gb6wYm4smynVeh56ryXjNbbToadcunFJMxd66DMTUoZh3KFkv/o900lrECU4JjswItN17wF4
DWAdjp9xi67Z8J+4ACDzMqhuun5mkIz3+/gpqtIeLXO6qDC0hnc8PxtPxjzkkbmHYgxi9bsBxghH
OdpuqyCUD0Nso7/AIsmPKSP/LmYIjyoeQUDkSGgc4fkEkXuOXoytZTLKY4TAWhmOK3LiipBal/pT
7LOOq8fcJHSBn9I+aOLYHobXOUoeWwYoU6rN1YJvUHNPWFBHz3FzMGCOYA8LOcPtOjZ+Uqikm36Q
aSH8xSNQXnMV4c1/2U824LByaBVvmDmq5scgAfBbI2R3PpZ41cur9MEgLXP2fw3p1bnKq+GU2AjP
9MHZ0tiIGzJp6yuyYAuoqOHPuSuldGmlzof44V9++us/VCTTGEqVOyAmQXlGCbGhK9akjNhMTOJa
o0c+2bUQMDq7IEZniiiirx3U39HHqf24nx/zAlC2O6GXwF+HjFJky/j/iqnvClPDw4aHOmyocaFJ
xl8UmrrQ6wrRK0RfL7LV31WaotZLSAqf/bmKyVsQE00hgpZHI9gv3tV22aIry9+yZrz1L6YYoDJU
YUTH8/qK3BRY9EL8K4zeJIzeXyyueAloy+UGCrxYcmVS2C7DeKyklLd5FCRUKLC56tnvSs8OXuKD
vwzWBVo6zW4F7KLvDvz57//8m+lqRX8nfS7rkjnQQsd+4atNXimml0serxL0PUnQeHXeXH0M3u3H
4dfxUySRm+I7rWR73ls6VnvZSqQWZf2FVLCz3ME0BUXWK9DiUT3iiuRczz+4dWDgFEtNDdjCVmmm
rwdRgSEAlHAljyUzIrTOmJ8gVWWTZxKlvDbuXer7lFFUN7x9Hq7jNMZbZbHAuSJNTcRbSKJqHX2N
W3Op9ifl+HfV4ErD62YQmGst3xsPF/tF26K0PH3eLfdgv5a7bgZj3rm0zbGoqbsin1uvuw+gf0Mu
evq2/rWUfRcfC/u9syRYsi7ql4yrbLsXlX/m5cQJZZ0iFTqxcCpiMldHqasZjcXk6gLFc0W4vY2p
X9DOb3Uc9HW8czImq2+QwHUORgvgqF3cMeYXTAN3N1iBD3/rIht13ZV0Tp+JmwIcuZBGa5LHTN56
s9nIysafe7hSnR0sUESOzBJWmsgbCStyXJefDYRzSBCmektixwxPgM9ZHYvVVnAVFykjLNIERSq4
ehL8h1GNky/I5RAdsbLitKPNEmFQo9JSJOwa5X1k/lPDqEhRTdzbgiIe9SjVS+sOm4bDBaID27IE
U+zcQRU+wiI16X5z21OH5TejhbmazcuUd/crOG3HXh0LWFWCnT/6zMwtZs4QwKSkc01xx7YfWPJl
zd1OIswseHuGJaEYFtv45vEm/Pdv6cHUd9I6Jk6dnvflpglbfA+p6H70HH/3tgoTxaU+hE6gZs6l
jGI3jCDAgqs5yeYC3zpLx/pQoarUpRBVzAsYE2FD1PgntRoPfeVIv0Vtu8IkEDP16s8cCnbbbk89
0Ey9QN4FCa5NE3IENfBUYuQ1uC8xJE3rXWCrQ+TSmocYUxjnOrAI51R1sd8VqLELun+TI+EUYTY9
tpo4WFmBPh+mywZoi8ygCEY67R/GXwgam4Bb7/wtJnIrSHLGb3qQXMqmiAbC+ekgVbOCLm+jBNsI
o/N5AqOjv44WVcokqKzJ7JAmUva9Tfo8lbb3b+74RJHiNZlLvaziCYwfnYExTVetI3HVhqldbvAL
K+EObnfZILOliO1tjeROLVYSvHm6cAlcsRXW7OmoGPblLDvgiVGaRTzV00nqPtVzVzrd/CEbdQ3S
ZeqUWbsXyDcrHLPLqAmBY8pgvOqxtV5QS92umoVGt1e6e7rca1mqDPvA1y2Md4iKBy50SNW/aeHa
7S5a3taVUN5IattjTSZA/QyGFMSdk5e/+Tp49/qBPu9taF43ULy6YU4OTPv2RujRx2xp5Hd++Kul
WXPd+ktThw6TX7aTKrVq7/OUndrX7fgUquM//efFeyWDccU8spfoVNYzoqBLlBKrM9SnU1EmIy9f
qCiWXL5uwdVAHl2u9OpVsfBybQFXFFymAO/TgGDqhZItDsli+5uXl7HNg5LZhvfDZNvcrKCDZBCn
qfMyg99BmibBXxfKt7gdYTH5Q2sdWTEu9yLy3K4Q75qKfTDmZvzHqa5UzNkmnjISU0wKtPUFRwe8
v5hQ/vXbdrRyCp/XtXT97dHhxZKGofNDHWIapn2lwy/l6J6ka288ruGKf7gy/38LV1yEl8fy1TN9
W/HJkArO1QZhECc79ysGS4ZprCL/4p/BlV1Twz3CFA/Peb1KOc2FDoNp0ijd/tSve1vi+9ylpv5L
477ORigzwVL6hNmSlE3R7fFAngkFe7Hqi38g0oPB5c//AItcTtg=
`,
  source,
};
