// Made by scripts/gen_probes from set_app_env.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What set_app_env.erl becomes on its way to a node. */
export const set_app_env: CompiledProbe = {
  name: "set_app_env",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "servers",
    "sweep",
    "values",
    "worker",
  ],
  calls: [
    "application:set_env/4",
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
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
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
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
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAQCGeNrtXUmX29h1Lo5VpaHV7Va7nTiJ7aQTJ1Z3LHAsOq22F8kim2STo3iHgyJfkUCBAA2A
otSLLHP8M/z38he8SQBwesO9bwJISU71Rl0k8fCG++743XsXrU0nW69C4l2EFxcXv160Nq27deRd
LJqby2norVOSFl80Fp1Nd/v39pet4pdvvMS72DR+c/z/5mun+GPprbY/ay/am2f5X+6dT8KZS956
0ywfvLVpe1m8zB+4TOO7zF2mxyFar52XyqcWXjJjnmq+HqkeerQg+bebOJmxb+upHrxaJfE8ISnz
upsgCIoVXudPt6deGDKPPMkfmeZPuHehNy9+1qS+vM6S/G3krZ9RH7azZE2CfLDO0sumi3K04xwd
6i3Q+y5JSJYkyvavuvSjjMxJ/rTXpE8q2B4m/Qn4yubrnv0bW+o3Ajs2T+L1ys0pcUaS7aDWE2jb
TKCdkvAuwLZjAj5ztfTuiZuQO+yxgew2eGkaT5nxHk/jnDz9KP8zkUxSNcx1PiOSkGhK+CVIH+us
o8wP85vejFfFRr3gSFByRcXB0NuGbVUfXPB1uvI2kRuvDues5k/B7sjBDSyu3Z4iaNbXxE7bkPY6
Au3JWeWBUoLiv/JtcZSycw796J75hp84xan8OPGzd9RnrTDe0ONar6wrrKwJr2x7ys1NK/Lzwbnz
Rvd8TP8xDOzneame5+FGXinvhJfek4RnjNJH2rfx7B1P2e/1vgrCURyrG3oZSTPggOi/W/QTd54f
khn1ySeZl8xJ5mb+ksTrYqzWbc7L8vt42PNAh3et4iQfJN6ee3GhGbm7nRenjjQEScqz/fzgAtlT
nTsvTKnHDqNFcUTU0+7M17lKwj+ncYKzOD1elUB+Qdq7XWRuyp7XSV/0ZJm6ceRuD+hIMd+cUK1g
aLHkbbq6JTuQwMzbm25ClnFGWALOtQYvmtPkuIyjOIsjf1pSJH+wj5d+GPopydnirOLsmnIWdzjt
go8zSqQTyLVHP7qLeV1IUAb4FwTUxWlvmuGUU+z2A17NSZQfZUZ4xY8RUdCLu37qrvwZcMMC5HbS
wgt6U8PVvLDHq4Jc1FrobLd3wIXYLHJG7afCy/NBk0DJmq7z+07u/IjMZDoK+hI/8rMgkCyjoKgA
+sxgV1B1hSGM/v493U0rS97R52zFTq701SZ4HsCmoJyUFY3Bcctkso++yc34nrvGwIBN1ZxoadrJ
Fkm8kfzgMtcR8pFmDO9nxEPAXietRVm8YSfHA53VsXbQQYRXnKioeTzNGeYtcaeJly7yL6yp8FpJ
hShNsSsMmHFv89/+ltGCAqMr2UQtCHzzDluz9N66pS2W+t8TM3O0vX+EFgfyJ+5zocrrYkrlhCRJ
nLhhPJ+Xqjarkqme/tKPpuF6Rtx04SVk5hYqZ+KTVNQIrXecNVj1nVui8eCoHhGMB6V3CjYehsq5
bY0HnmhpLnYgrdswnt7vN0bLQ6WnoT1Oc4V0ay8k28tmPkZr6Ueiu0j3We8twAUuaAWZ4Vsn05ZZ
fhG1L/43/y+wWJKoE3p3Wa6aFOMnZEr8NzsKvzaRTpeUSccYmNxbjuqwxPPS5IU5wzwqGP6PFNxb
tZvt/L7QbKOV20o8Oz3aydRN4e6Nyc62/+W3//of/IagQmbIqT7MfnNKqy7FPJl6Oe8Ij7ewwZlu
Sq2WNZ07HKE1TkdoDVYl426RONHtbyRWgIuNezKaZNxENZPR4cyLe1WYHA/U8tFTi72O/GSrI29p
AfHN1UyAjHP7gfb+/9Le+ewzxh6TWWB10rrzQOvvmdaRAB99KBVOuIx3ij6LhxP+cLnZpW6wUvv2
M0r44Vi30SpeLaeM2Qfq+ACp47G1Vn46ioSCeyMguCe6cgCbtB9UIOrLXFpnZJqxvt8Hnvex8zzr
gZ/oX5cxHwlRnUiHFrv//O//+W/0FnFEOeUweJMHofwnRqC2LHAHv7Ce2VOT8GMdfsQd8oO7LIZx
oRaKa+qoNuyxt1qF/tTL/DgyQ8O27sk7CUwJOJs3XrgmvCNdIdH8pZ+ZwXsvZ8k7N1lHrNoPxIqv
EABiBYztJ2bQOPj9Q/v3P9PXdifBIbrRjROyDbABL/NTt/hfwZKqgsz7VHnLDuQZxW66ni7cgtgQ
JOFxS/tn2bkb7ODGhqjULSTHesqf6fIq1mwtOMx+Biz0Bwk3lOKXGkodjmqRLGVucRzf50PzIRRv
6mberUTwtUj0BvWvDPdAWQlqXZD+Rhv8A2GD2zJ1h/Eyff57luNoAUFQaMkOOgcpIlqS+ww39TqL
YzcscIUUNiuo4xg+VxyDCXTqh5S4c6dxlCVxGO7CovTxNb6u8/godAvPcxlPpfUWPdenVAeJIxbs
M/hgqOnZ8WzcxZpRzfeKNYiRPSg+LSVCZbbF5W6PoxXFGX8W8gwNUG/SQMZ0b8ldfvYcvpFGBNWM
0HN0kbOX68ifxjNCffQ856tJrmCRJHWzeAupeaeJw/VzduDfMuGAOMlZ9X7m3TRL/GjuXdxftP/r
ZbbCsKF7bqKV+PC4mHDqlmojh8yjuBK6xU3tLe4z1KZrl4goVUGv6geWc2hpz0EfUySgkBwNOBFn
zwwANIgh3/hCn731JPEYzgaoTgQDMyKgUhpwQqBNbNVEaoGp9oMKq6Ah39YA/XZKopngiezJPCIr
L8l8L0QPuw9nUF1Hcf5ZVPg0ka/TdbrKZ8PoMJXpZIghB5t2fMP82gbcjawoyA0cgUPQmzP40Lw5
DisfKp/sKbgx4CuyA4X2IXKowJ9/aMmfh8KVtaaU7daAKsRQcEXXk9zOuZOaGgnUQALvqVJdDY/w
SxsjaxlHfhYnvLiBXPS9QLZ/MLfej2+d8tpe+PNFoMPL9aH2fShBSEiucvY8QCe5qq/0xOCCvIZ8
3h9phIskennAaugmfqElWd6SRM8vxIJvY2/GJqg4gVnOmaPIOXM0cs7OYAd/vvd/0uam9Xv/zCAw
CJ1fJ/RT5gTboZdmgAkjj190VZcNTZzkIggGbjHdV5T/QgHvRh2uLKurNj4SXjU31PGWKEldsE/O
RvFPDhQPHITRsbbY0gksMGKImmCV/fIGoYQB4omHs8mGNa+f9unrWm8CC+jcxeEsOZyoqXDlljih
51FRrhmdAzeJM7x1G0qxP16GMZafQ+gzOLP4aXGKhUevfO78dN9T0X1PBWLS3ZnCoIDKNTWMo/fX
d0m8dIuNY/eLf/c59m90JgKlfMdaocLCIuXkMLf3dRtfPRmZb5OplfAaIN+Zf8fpvPK1kc+fW2bO
O0cgQOMXylvxiCRZ6s7I7XrO3I3Qy8rEYqh4g01C6Ls0I8tD3QtaIbkqa0nlrzI6FT2HxAA4Isau
BxW0PmwBGZ3ejzXsb1lwBF+Eptdbf8f6ZqEmo234C2EbOvg0qIJHZyhfw+Woln5YTrWuvrdOlUIb
0N3i4pTHcoskc0n0hpuMdAJabhgKq8jhIRg/jDEGsr0rkwhgUqjo+vuNTB/KC1SgBFSw9nAHrgN6
cw+342cYDeeCL39VCUJQp/bzuLT3kdkPYWzOmy3fqobbZe1OKWy3Al56y6Kl3lh6N6IiLB+eHDZd
GDjvFzVtsPunA02f+ZTPB4t/ON9qoPgvtCMwp4yCok4RoEjpCaScDLGBVJiDpJwjA5V6s5lkXIBQ
6rQweAjrnogqiBl+QQPID6S7U02MwVzvksHILDhdlFFeflCwf1Te0Qag7FRWFf/S8joNg2rcvqfg
9qN6NeIKyzTBzLC+J1VVR1V5Lnmgj/IWsUaUPH4CbdyXWyhk4ULNDZM086P5IU1CYGjH4pDZ3U1g
Y/10yspopzN/fmTiuq27Zp31rP/KhESt3/ITVcmuOnyDA0Pw0IyssoWktjTwyMafsY+oS8PdvstI
CkfZ9Wp59+pyWv9U3y80QIX7EHeM9Wp3jEGuxBZqWZ/blTVAU5gqh4F+Zu2HNosJVZ/pX+vPdCTa
OZKZjvi4tTZt6VH1UDMcUg2s8DcaZfQAlQxySfcCRKvFBX439cN8XoEczyMtwwpUW5ZpGHNIwzB4
HU2bIFSoPA486dLweL7Sl9n9Y4jn0otmuQkeo/W8c4EAIUSsp/m3lnpkPzAt8K+JgekHBvX/xXNr
fHseDj00WX4TcOEqcBylC4f+IA0JORw9DRoTfFbniO7g/I73A5g0c0BRXztPvgBhOxVYuG1QGtWB
SqPqI41NULqlUvQQC9CLBTQ/jliAym/gPHiJ33cUIAjMcXeXRRapN13o5whAxfAqWuB/ZwKxCwIB
1FWZt94A7tSORus2hJS3Kam06hjGG5IUN0HYPUkZiNqhYT/XV6LqWKX1PP/enh40oLDmdyRd3+4B
e0L9bEZ8/PzTQNGPTosXCjO4vifvjlkOLb6+PPNng7UaTdVfeuDAhLvuMuBn/hs4HanwAsHYrgnH
IJvoJo4scgvSOBGglvLuRXpOKVbgoR6G8WFrmq++lelz0PQG1hVWyrBXfZQ+4roSnr4Bl/wgzRKE
coZEphmWIIRZ5i2D1OhjKtFBIH/l0PK5IBGwBAH1eyAXyigI0tEwHcryRmyBLkYYlRuMQ2Gvc9Oe
Lt8AJoVUUfrQHhrVlHx0vTh/5P10LJ8rLrMhm3MCJGgrYTFU5xB1ExH9WbBXWbF6aVqqmiN3t/RC
3+RpvNIt/yE+XOTsC1n+jigSmYip/Ca36fG/mq4zYAaVDnsU6Jwkqll4z6GkpQ6Ot0ekEUL+tbh5
/8GgjJjDVbDbnoFJfdkxXpZsj3Bl72vjO35PGEXHKBw14pQX6z37hRVM+RvJShrcYeOkxrCA+kyM
F2bFztDScnwiVS3Eod0eDmII6PBHqa2128/Vq2H8a9MwTtdspadBgDuWD555Pcq3P+mvbZsneL+p
7JOnWYlOcy09heEpeZuRJPJCiKXvkoQ13TS20qZQ9Krn0bSx+Z8sh8biEshd7u18t+7qUCjVh6rS
AMsMy/JHogrIMxqByuU/p4VgJWLnsnBVq7GkU2te8Y1RsmBl/lpTxKVvXW/p8TTOb0auOGZxYlSb
51HZWrO8Vrg8dGTJivZlX3BYCQ1zQ7rxFa2ioaQ9fUyc2IiuYSD1Od+Hpsw/9t3wfC51cxAESEuY
7jrCVqvsIINGDmdcHtgwOFk5m1YYb2qp+NI1zjRWTfdpbrJT3WVtK6O3mLbt+yGFW8UZjf8T2NX4
aVnlXiG11D6WuOnJu6MO/pS6o54u36tVV3NUSoLMCBfrRwD0x0hAuE4XlJxmSiG6XpRuik2pEn12
NHKUtHnrGTqdPsSn90kveEHa2gngAX7w3uAH1D2vR/ceAQpvWyoNea7UzeVdtk7B7z6drpMkFx5u
PsnpoRga/6vPljmReXPi/m5N1sQNCfyzRwmZrctR4Jd1Cm0R/upZQuZ+bl4XjeYjb0noEBEMzaLN
kK6ySPhuC+goU0/10NVhT+jH+qrHLpeeH97Gb5mnlPXP6b2jHxyqHtxtqiwiR6J5malwHLXUQuXl
3MtToJ8Zy/AZpuHV7/3Vxs8WdZW56mvEkCroUf9oAg3mcBjsnWSUM+SLFvZFG/uig33Rxb64ZJq/
WG7LL/W99iN8S1SRZjouzAA61JXsG/rD9Wibp8L8ZBj5CvMEhg2giqGaBVRayqwyfRePyFsvN55f
ZPCpnqQZLCbwH81J5KYkeUMSGcjSFkvBlUxV6PftMI5X4DefFN+4C/+28LBmdMuWj2anRcXv+rge
cLf5KIV2qmJPHGGvI9bQo01Z3JqVtZwjovIwPaE3TeM7ScwSc8I8r7W4MlbkqJ4q2TlRTamCXqAj
80wVqbUsCpkzCish0Di71SaYGVUSnQ/G3C6KxXV0YZ3DysOsxbIZ4thpeSC39eqXr4SBCnTKRWCB
o9mqtHL9cqhfKVieUa4BK+WMzbYcRmvpeTQE8QwD0ycGKHTVsTijL8I4mpM0c6fxMmcZ7irJlaC3
knLkQ1U2pU7Oj+3s0vVdDbOrya3cUAOu+vJKnbbFJ8RcZFz6oG0xHWnd3U+Kf9lOWqpqEeb1FNjP
sM3o2OVYTBCMFrTaRyWrge/bTaCD5DKImwiqcislvwPpqxZAKptoobtmAdDYEos4W+wklm8iWsVa
JjMsU24C02Ll+m10xrYkdrXchRyFbRnDBCYtpFTUijZ+i7U74qVGfr1JELUdkbeZXW3rKz8rzjNO
gAXyiD7FqcqL5bJqhgSbqVGnR6xvDwb9t+5EYWEjo2tjUqfCqTl9g9n8OnTq7q0385J5vSWEHEvn
2oSPKtMZFIa9EDnYl0R+P87l997HAPYvqY5fK3wYB/AdWlataHFs3tajbIxse9N6GrgaCLzaMw42
7bCAuqcoNJrGBrRMrNGoIYeqmROggbYMqD4CpU/LPEWtmozp1VE3aSLwTePaTzfnAdtrnt8Yxs0r
asdxypBmVgdP1Hi+xwi7lpC3XNbHrqNdsWqAKmF9kMS/NRKxbJXqMbw8KWJfNr9AtUq0980ECcVJ
IA/Y2E/95SqJVyRxdV6ibiVwY2bbi4pEQt6QBMhW7weWrX3CCjFPmLzVV23EKp03CimEHY7YFWeC
d/LT6JBjR358B5qxsptgtb40ejWU5EmSrVe/emVoCQ2xy07/wjwHQ5pzodhZCYtsy1USkeMW6be6
cSQN9UaSnIonE16gYSiVSSa/cLwgGtaXTHzS/CQ+sQL2Fg4rlTjgs24/5bxJgfney7WA4XtK7Xwp
UkDbLM/nQz7rupKOXhqTg6mV1T/9BTpwmxcvcBPaQbfYdMVosscEYP8ym2qCpOErmKHmfGAjGXNI
31hgN7zVatfonuu2l3IepLGxQwByVI0CqcY1YvKz9BvxrDw/QXT0bTqc7KUDhCH2gIqZiHttzGuD
574nN5b3xEQdsY9MPcpl8+61EuFMR7K2Pw7qm8KTUj3ItmWmtCZxffh5jdOQ+vigWRRHo/t+0N2V
i47lyUqj6wW9omyhCQ4rgHrw5z3k8z7y+QD5fIh8PkI+H1tlcVk4g8aqNn/nqCHRV7u1DtiuthL+
7GdkKakHDzyx8qf3NqAY3hMG3QnDOk+flPvupisydZO1ZqKaSPvf+ysjL6TGzH5AzWwaL1d+CMUA
t3Ax+XanGVnVgBwf8WA9TjjxP1ZmGiRkFSeZFc9yNVJNYKzvUFZxR9+931J0v8YaGUqyOZVK6ACx
yWUQbFR36klcdB9KLBlpFfuNZFMaga1PJODLwmtrTJ2FWSsY7QLTsB8c7TFxzkDqAG0iwU1PwL8o
23iCgW+FH1Z5BGiufw0nQJfzbPz3Hz78YzDZyzPSLc69uFiHAbVZhzCaYjjEhnIHbH0A3a0e4c5l
JDvgA9q6hnYHc2U5Sm1xNhSKw2L4DEClOXts/KfV48pA+bMzB8cNFjHRXMQ40KifiuFvDYPkhrfY
iKAa77XdFDCpGmxavMVUzY3YByYVDlEHn5T+udZ+pjmBlo6AMcrhe1UTGHSq2rQXfiRUA7Co3T8B
AqyTAE1iKNzVW3cC0GNGZbryU1b7FoptEiosgRW5lFlrnSKJkAj1sdWZGkbkPrREL96cq3Mb9es/
2r9opF/6cSy2xztFqvpYP1XdCUwwTx11QH/C/DVWJ1PoGzxo0mqaxQldryx/8RATcmzV3/yvgarQ
BgowQj0jA0k3DTYR3KRuexjH9+uVWAdxKKlzX+t91RJCNxh+xWzj7agCgvUx7QjMT79xBv5X59bQ
w9xIb6at8Lgsao77XihCdmq862h5bOtpU05ZyJrSoQVda4rHzduT0I1hHXGm/8qzP9SnIZRQLa10
SaP1TUw0YriMSblQrMTJH7EvGrD0GkAdGqvhhVR6iBpNOAZRbd+9wjVwqBrekepFEdI/i67RQzTp
fAKjE+p5Z5GHaCVjjrwozRZyWJVbwVEwVQCbLQ4Bxg12I+Aqpw5c9IPaMolpWUsJgh4mtw7csqOs
vyXYU8rCYpfp1IuiUmvlKtAripiVHXxpLVL+GlFYbxFdysJnKy/zSTSt0Ez3V0rhhfnuHaOTxavp
KHu+U6egX5Z6fwYmneKpcwDhMuicxZP5bFc6hKSuevZSimCMfOlDx4qGuu0Gm9aFgQeiG0sEwTdt
HNvDCsLgn8waPFRw/AprR389FH6tjhFrd9sW97z1Ee25RcRgdJ6Z9usMC0hJg3GT1+DyxXCmfUxg
7xQ7u64BgAUyVJY4OwgtAV/Oe6Sb1hMTHLFK5i84e8cBpP1WszO+NalPqTY6JnrQcRG109bqjWa0
tFdWfEBmst7AptFYTE4YojZLBbP3x4q+UAyQ3eYF3+k3nhriMOyRCjY+lPDPKm0JXwp4UDHO0gf8
GKLiwjc8wIypJ3xW2vkyO3V4ONcJpg7v5K8FEulqkIjgkBvgpqfDVcHt1QQ/HQnJEZpGrUhEvWoe
z9MZoC2tgOkH4ihRszPTDs+z/Er405zfwCqbQVFKw5bwZ+vByjgwP//9WeQ+fyGd+vYjX0Tja5S7
tmlX1SkjulqmqeXN7MuT1+qsUNQTbDGJTWD+2lwZzTw/xKtAYsUnBLRqLV4adTBiHWU+4jqBsdPO
Cfvl1OXyUIQqIeS2NuE6QFnVpo1R3D9H8EqYLww1753Fgujzfc+0Kbyt62oZ4wg8x9AW5VOUlM7L
Q4oSn9GqqBLJp9MO1F1Ltx4pjTCwZttQ2NmjDWeTL7NfXUsx4aTjQNIs73g2QDffuvpstMHeJkDn
n527uSy7hrJKoVCI0L5PP+ukq3uPbnjWKeuuiDSQbL3uvTSTRoesM9xHUMnLNTAPWghOLkdm9Dgm
MwPoslixwigbBNqLQMKgL42u0w1gBHZRpMTErPnlBCCXw1+sNXwjK3+0rRkJIUzNbgAoHMeoPgHE
cOifGhB+jQhUIYam8HCczTfa0/CNVspoRO6j9o4hp8+15rb2iDiVPSJyYtbTQW9QpbgPU7S8BhyL
KuCqB/atiRi6EFrBj4ZFIIOvBubI9JkS4MeU7YHK/Lww5LHChsLx+2q+8YlVkoQQhhpVoG4Y+2Du
HkEqrdcMokDQ1r1d5+//A0LrrzE=
`,
  source: `
%% Sets a key in the environment of an application.
-module(set_app_env).
-export([run/2]).

%% Answers #{done, application, before}: [{Cut, Bytes}], or [] where there was no value.
run(#{application := Spellings, key := MarkedKey, value := Marked, limits := Limits,
      dry_run := DryRun}, Call) ->
    Application = applications:known(Spellings),
    Key = marked:term(MarkedKey),
    is_atom(Key) orelse envelope:refuse(no_such_key, []),
    Value = marked:term(Marked),
    Look = fun() ->
                   [values:shown(Old, Limits)
                    || {_, Old} <- ets:lookup(ac_tab, {env, Application, Key})]
           end,
    Before = case worker:one(Look, 5000, Call) of
                 {ok, Shown} -> Shown;
                 _ -> envelope:refuse(too_large, [])
             end,
    case servers:ready(whereis(application_controller), 300, Call) of
        {ok, _} -> DryRun orelse set(Application, Key, Value);
        _ -> envelope:refuse(controller_hung, false)
    end,
    {#{done => not DryRun, application => Application, before => Before}, #{}}.

%% ---------------------------------------------------------------------------

%% One that does not answer may still do it, later.
set(Application, Key, Value) ->
    try application:set_env(Application, Key, Value, [{timeout, 5000}])
    catch exit:_ -> envelope:refuse(controller_hung, true)
    end.
`,
};
