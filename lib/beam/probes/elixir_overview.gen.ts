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
g1AAAO+meNrlXUmXI8dxnsbSPd0zw+EmavEqe2zLGpIa7GibpEmZPPjpPUvP0qN1w6sGshuVXaiC
qwqDGR189tE/wT/HR/8M++6TTq4FKOQSkVsVMCOLF04DqKqszIzIiC++iFi2t910sw6I9yB48ODB
V8v2tn27Cb0Hy9b2Yh54m4Qk+Rdny+72vPy7/GU7/+VLL/YebM++PPy79W0v/2PlrcufdZad7dPs
r9mtT4LFjLzy5ml28/a246XRKrvgIolu09kqOdyi/W3vhfaqpRcvuKta3451F10tSfbtNooX/NP6
ugsfruPoLiYJ97gppTR/w8vs6s7cCwLuksfZJfPsitlt4N3lP2sxX16mcfY08spPmQ87abwhNLtZ
d+Wl82Vxt8MYe8xToOddkICsSJjuH3Xhhym5I9nVXotdKVouJvsJ+MjWt333J7b1TwRm7C6ONutZ
thMXJC5v6jyAjssAOgkJbik2HdfgNQ9X3j2ZxeQWu2yokgYvSaI5d79H8yjbnn6Y/RkrBqm7zWU2
IhKTcE7EV1Be1t2EqR9kkt6K1vlEPRe2oEJE5Zuh0oZN1QB84ctk7W3DWbSu1lmvn+huycEJzMVu
vyNY1dfCVtty73WlvadWldVOofl/xdOiMOHHHPjhPfeNOHBGU/lR7Kevmc/aQbRl7+v8ZufSm7Xg
NytXubVth352c2G90TmfsH+MqPs4L/TjrCTyoVYmvOSexKJiVF7SuYkWr8Wd/UblVToc5XudB15K
khRYIPbvNnvFrecHZMF88k7qxXcknaX+ikSb/F7tm0yXZfJYzTk10V3rKM5uEpXrngs0d+6W4xLM
kTPpJBXVfrZwVHVV99YLEuay6m5hFBL9sLt3m8wkEa8zWMFFlBxEhaoFpLObRU5S9rpO+aDHq2QW
hbNygQ475pMjmhXcXix0m6ltyd9IUuad7XlMVlFK+A2cWQ1eeMdux1UURmkU+vNiR4oL+2jlB4Gf
kEwtLmqOrqVWcdVq53qcMyJ7VG09+uFtJNpCkjEgPoAygtPZtoK5YNjtb/jwjoTZUqZENPy4Iwp6
8LmfzNb+ApAwikgne3hBTzqbGQrsQVQQQW1kn+3mDhCI7TJT1H4iPTy7aUy1qukyk3dy64dkobJR
0If4oZ9SqniNfEdR6DOLWUHNFW5jDPbPOd+20/g1u85O6uShudkEjwOYFFST8kcjPUyZ6uxjJbkV
3QtiDNywpRsTe5p202UcbRU/uMhshOxOC073c8cD5cXJ6KUcnrA7x6nJ2/F+UHWE1xyobHk8yRTm
DZnNYy9ZZl8478JL7S5E9xT/hpS77032219zVhC1EskW6kHgk1dNzcp7NSt8scT/DbFzRzv7S9jj
QH3FfXaoiraY1jghcRzFsyC6uytMbd4k0139XT+cB5sFmSVLLyaLWW5yxj5JZIvQecZ5h9Uc3JKd
h57uEsl50KJTsPMw0o6tdB7ETctqsf3MZIphTvyXZO8yWai1zje//odficoblaGRoNkh289Knq/M
T5WB8PK137LSVrlI5Af+8V/GXYE+LhVoOVTEcWt4fjjk4y2emtOdLdxZojo9mlyKnm4pEOyMvabG
AAooETIHjgn/WM4dp5+qjVLiFKLGqolcP3JWWMebMAh1GAOog3zGHEAlbo6c5/wiE8WUzFPeKD36
jnG+8WPz1ZyIHoRukrqsTH3983/+R1aKhDmbC7Gr69NKnPsG2qFqziN7YuNV6hCmTjZS1qps35FU
gnhKQE9Yyz2wb4dfZZP2CninByx8x3lVR8PyqAKD2p8JLcz+KVwCeryzvYllAxTVWPLpa0AolcvQ
1saak0y/+VFoF9rupORVKmLFaskK/JUvaGbAs2wjwbopiJPBC/DIW68Df+7lr8UueR4quCevpbUg
gf/KZ/3A9sskNENUFBhNv76ee8cOo2Ku/BGlNrBgqxLx8ygmpQ9sqz2erKLFJiCZV+0tyEJ84pNv
ikn+9GckDkkd6XyqnZPqJcNotlvaQ2jw4GngEfTDTtvPSuuTT0TxkKOml2kx6jR+DQdVMzmL4G+i
Gy+sxojsOxGHPrySAmSe1d6C7zpaFD0KxJZsNeflbRytZoGfpDKoj0nhxUsSJ6Xgs0DDIS6hAAOc
Z+k9aZbOsVkaoRjeBDW2e4dlRGIoI9HLYM8AbbDuvZ3JRpJZMvfCkPM62UOLhHfpEnLImsf7e6Zx
uItN6M+jBWE++jCT6Tg7gLKdMEujEqB7bRjV86Nsw91wDnoUZ2piP/LzJI398M57cP+g868v0jUW
adrLp9GmfZQPOJlJR2SPYTUoprhlPMUD1cZAzWE55iXtgQF1HEPbeAzmCKWEafYMwEnBjB7W963f
l7RCx2zr8+MQvNn6m2BotwkYggS+ERgjSLsTGgl6DWiNt9AYaWYGTych4UKCD/qqgNfai1PfC9DF
HsB8rMySyT4LcyAC+TrZJOtsNKy2qL9PRlgcouWmN+zFlgoSWdOYsYBHRiCIMHzbQIQefz7UXtlj
aGMAonALMQ2g7VBDP3/gqJ9Hksg675RyakATYiQBdM1Q5QUiQ8uAjg3QgY9FnLVcwg81SwjebhWF
fhrFkucAAJd9qpo/WFvv7+9MoO0s/bslNdHldW1rnEtzAku7NKRZaUgCf07AE5WDIwU3EwVqmKUq
PsIDTZd+wo0diLForN1mve5LR3JSjxqykzgmUMGGEND8BtH6Oi/TvNrrqwKOJSlKN2EQb0l8RhPj
nlrgo+MGwBUtQiIw5veUFBSTgKb4KiZ32TOz031B8WsnYP4Azlhkefyc523KJJ3UgCS/YxwwYLjC
+f95ldnCopCdTXrLc2WmWvjyhBthgIBT6qvNPbfHOQs185pm+VspxPIq2axJ/NJPohhB0gpt5r7O
HzUcGOrck9fyDh5TCUeFV6RTKxIFr+WQHuGm/BtNeE1pvXcAz4UKJpvuFbr5ZudWItszac1j7rsn
2R1DKh+R2EnTFU+acyRSstPJOxLjgSgzYP/q9/Bsn57Kl8h+PELzAsSlR/MaOsx4f7ALJv1TOezX
n/4SkHzejOGUAGJy5G9cQz18z8AXkUI/obci4Dft7JSCL8n3BfjNVQEvlcFc0DHJxl2sMey1eH5w
E71ij89yyZwn5PvOhp8m2tG3l/CLZHOzP+Jawt4UEocsYh/55QDugsnZo8MJVU/Q2gZJw5aL9QOt
+jJL7FEKMJsDX1NQq9hs+/OffC7d2kBTUCkvClRdL2qeJtDJnS9f/YS4PzDnHfIwxlQ+gVvmJ/AU
v/E1sijlRdV8RWlmvNNTa9p7P1w0pYMf5qO98eb3yLdLP1jEJHTT0s0r4j80Bzqn1loZIVKykixv
mgb194t6+vuFhf5mGB6svuZHcK3V3jWMzD+SVrJrZWTKUaz3MsuxIIBlnlceICML0a/i3rri8+SL
MVt64SIgxWHGDPKMngb8/WMdi9ApM7PKREGt2SknkRJwP2ii9sGfmCv3CYXHMRQoRYaCK3BPZPew
pjL6U/M3G1nSXo4H4cCzk0v7qc+xLnmZ3Qz8qoWdVnsRh6AxJ/1bxyTiJEnM2rfT3dO998soWFNd
XtLxUDVuYIT/jqnxd3em8DfZe2f28DriGLNBMIs3YVgGZNhoi7suhwZuOghH3Z2t1KT24jhZlzm7
BP5mHUUB/E2R7ArKeEy8Bcwivdh6me2YrZK7KJ976/WOuXJWX53/0FRzZmsztvDyi583aCZOpPog
drpmUkfXFATf3yNd82gn5j8v35uhOZL5/exfNmRDhISQE5mMf3YUkzFbtOEbUTsP/TBJvZwmA6qR
cqLBr0qqKahh9ucA9OX52isin6D2sXrdP68Jl5/IQhlKFoq+mg6qQ4aADjHfcB3TyhB9RZYNyKCq
8rt+iOVUXcTZSnpJIbVccn6rRtpgaUsr6TfsrIY5Dzsw5Jw2PowGCRHvG5OWjkkcxINKNbj9xntU
xXFGKjxBe7SniAe3vcVCcV9hA7m/owGJe3TYtLz4tG2IOuILDeFccLOZamECcLnLeS75GUfi5anL
fwFQBj+Zqty2vaqqLabPHKVpROtpo75GG42b1UY1XrO5lJR9Th5cWrEm04sLStjTEju3fukttRwu
vgyiLYnzdEKgShqqkC7CqAAem2CRDXF3Qsqmtdo4f6EF8jDS69XCL/wHj4OUr57llmySRnFCqU3R
TTWFWcfAhQfz5BnLOqI17sS+lhzTUSpl56X5Sxv02JaCM2iKN/dX5ofEUMkSNS2zioXNRyd6B8ij
eppGabbLDgXTqi2iD0+XtE8pLj+wjOgOlLsbjudRPqf6MJOV9fGZGP9jCww9/emX9Mgy8KP/bzIA
Z52zSgfeOg2xqMfAOdJRCpQEHiSpl27gqPe7800cZ1M0q2IV0K/eW2W2kHdHSghpFmAh9pgsNnM8
xL6riwuK44GePCt4AYzGhs8Ylst6rq16vZsCxvd4pq3vfYjfsJdpi3xXRAL2qqG2jD4zd+yFI21p
6X2xYex43MEi3F3H2jrXJTuDvWaCKcOJA2j0G3+99Uuspu1SrFH2wrTFYIfu2uKvzXXaQMSaeJnk
ivEgX7SxLzrYF13si3PsiwuubL/jtPxYA3FjWmyEHnxtVVrys56g/bW5/mfmt8u8FmFK3MYHlHpp
YpxQBRlmvNgJVB9c6ekgojMdJGqGRQ1qnZY44fEFuguv7dIhGLXOQQ5alqhxJWG7rMA24aOLQRTd
Zw8SHzJmOY9C7MekiLuRWTqgQL12vAZNo2lslrc7k0B65svPaI2KanjNQ6D2vTStJRKDVnpoPq/Q
Zgya3lH18IznelO8MR7EU4GXzE7bPNqEKURKk2p8n/2vHFCvU7Js7wfhCZJXft4johgBkEIHZMpO
TDei3P4EwIHH8MfXGGoMfjzFSvYgafhcs5SaThQc24A3dY0WbB9rI0wM66Oe1HxibpJO9ajexSa8
D6NtWBvV/tQc1b42AO/lKuU22kCs66gHGzpo+wLFyBUniqQs+jj8AnZBGjegWxrQDlXuABc9tARv
xpYZj5LX2M68xiatyJaZFSlG9mvUdII6A1G4k0t9032geqUxSja+tqw5JL3SsDlTumVoSoN5DqIs
DfRte6ockdqK8CfuBRwdTUix5tORyxAPxeQDilkPA/jjiZVRMbayHqbuRoW0QboIu3DXtQRtooMc
Xwc66E2SbR1q+riywwpK5cBrbRzdOmcHxB19F/8FZby5n2UDrZ184SdMRQWwnAx7mVg2Sqj4Z3dG
5nVvvTDZ5udk/eZkcP6iITCDMHzNy41dFdkOsx0GbF7PMU+FwBtiAlWwGYjdJk/NIDdKLN+LL0nb
og2Te0Gj3knrUvOy6C3k3ez+krmQ5f80ekXz0is9qfQKte+PdYpqSfLcNmNytvHOOVj3EcQ2aptZ
egiPtpSjbKGKO2L5CobwmL0dkusEpiEmpuVGBsWZwWhoWS/dMiW56xXF4tAGru0TV3GTedQ08sPq
/CxunHvjqnV7vBdI8MSc6qZ3KpbeEnes045sJGY+sYJ7zCGFFla/U+v4FSntYt9rXXd0eOk/YHO5
vlp465RrpveoDATMstPRgxx/ZQse7bm7jqO1uPUu8wYPL71gQ6QU5jwJa1blW7mUN+JaSkXrNOEn
i2XD8FCmReMKl1Sb/Sp8/dO/L0sE8zyBj/I5mVff5KsR+3MpYduux7XpzrAbE1DLzaKBNmtg0Tft
cLT/W7aD2/YOh7JHFedjVhIMuJtYfZUduV8+V0095JGVz4ti92yWuspZ0CJA7xZpk8XOmhVBFKua
w98pktOiTXogF5VslcNQm6tbIcEWVwYduNw3CCscYmi18RWX8R/4m4orYN/KxHjkpmNpZvxH7zmv
CBueJ5kqm0uNpj5kMjEPl5nSSvQ0E0Vd48y8nXMWQetZn7LnI9c2Lq/21CA/pXyWTExp3qyzqKN9
pChek4Fpg8xdhNCmY8d392m/IInYmoE7xDsJT6j6PB5Q4Lg7RaWWIT3xA6dIBKLnioBaNAqQmtlo
O0RfHCpQcCi8uuXnLiMZi7FqTjGbPkfXKCvB9QRr8hgylSAXieo1FSSdHKFMNpRp2bboHdlrsHfk
Cxv0rm5zgh51MUhvo8xMni/NmzRA/b5sYqIDFFNvpnlE9ug54/3IMRVto4YGKMgvlm59lEW8alQH
xDVv8MA3Ys83FoN0Khp/QM+w5HexQIILm7DS0jfewovvEE6hCBLYpKq2sPJ/QtfMM7ZDuunSDGpH
CHra7sfatKqeSw1us7RHVXqrIz3GrFjl0BkT7W7C1A+UdT52SQV4tpPcAahn8+x6LAm2dlBFknh+
vPbM/K9/QRXFc62yozp+SlYKBg9wxa4nAGZkAslUay/1yb5kjtP09M0N8J4+v2npl0CVNWqgJM+q
n7n25/cuhpdY/bCv63rjbikKD6IGb5WkZO2Ww8XnY4h1A1rPn6t+TN0VT54NSBQQo9W2HGizoJS0
NSBqAeRr/Sf2xRmQ+yOVz7Z6n6FGzJgYqAn04tIKRVwZg8YozbfPYOKGaLccuVM6QNzPtyLT/9zB
KTuBqWRfaAHulntkI8s1v82OOWKmPsN0CVh4YIXYZ9jnfeTzAfL5EPl8hHw+Rj6fOCGzXaPu2gNV
eN/Ggx03paJH+kTV6vToWFtLgyOe+300IcF03wp5gu8U8z5L1mSeF311rNoHmg59CAI1H9n7zMjm
0WrtBwTMdTqmQTIESbuIQSL+WFuEoGyF7KSzZmoDtKikBqcBj3DncNx49bWhTtoRgnj9upYfW5Tx
hNrF4y9h2AfcLi9DOWN4vZwTeZmoc8/aWzULGI+P16UIjzk5jXRiPtKxVRn9sajasL3VMbX/PtqF
EX/lJfdszx0ADsx+QU1vu2/n84t9eozq1kwSjen9v7+7/+G2n35Nbr1NkMq3r1IV7aE/uwR7Gft5
mhOoSvooTlCtjGUvTWP/ZpOSRI/YIhXi9n4P6++ZFZmqFuOGLL2XfrSJVe2V7WuZr8jqhkjRku/t
CWivQ2/lz38JNobso3UH5BoCQv6hJSxzsSjHQekJge9dpiRtJm3ZGeKQsvL6VLPd9mfLhRcuvCCJ
3BXm1Aqoq6yrzz/D208XZAI7tqQ1PcOIK9pOXkvc1wJOApUBnwn874qe2eZLezXLHhhv5ulsZiJ6
VCEXjlnA1IYgahdSBB7VdPp/T00cGtasw8LzwQyK/bWtyFVGQM2u27J4KcjzYrEIkLd1XM3JwxBY
zRg9ScQpnzzZrPB2HEfJmu1DDHBj+lXpBtY7BejxWu0q3Jpm5LiPBML54t5ntcpA95yK0stFzTnV
/8G/4UwAmB3Tl9gxjcCdfVPYSAfRs5gIDtBjvcSFIhLm9ixfH9goAw7n4fcoXg2/b12Hp0epwUxc
VlWJGyS1DyRSu92sMrWS8R4WffuM6wYB+nbzPF8tEPJWlLTSahZLwqDpEZYbrB8fTrEfi6Uouw20
0rWBovqNBCrA2lRiJ+jeUOqH1UyguehbbZCbaE73PdAqxOiv8jKJv6HN1K/4EhzbW2oaVi/369qm
ziruSx1CRkwme7VfvxCL3XBt95T1lcfur/Y3TrZTvjOxMPsUpl1OoF7pGFGof6JaZy4P+FvzRMAR
EiXL92WdXqam+vOQeY0UHi2ClzJXbQBoETlu9E52/7JQ/TaKFwmqkx8L+8bBI+reRsEisK/KjIZw
R3p6Xw22wGfSFjk32CJ8rz9A3QMkA3Nui1msdCzTrMxSGORN1DcrX1ug8l4go2XN0iisQukyEaun
ra6ezL0wLBJPOHdbWwDeD/L+vQwEon6MPF0Vpbm+FTIw7rFRU0A+N6/QPTBPLYOd1JK/VrsStT0Y
rk1QfjSPMsXph14qRCK0UCujdflTQr1KTSRY4EFgFp9EsgZy3Ecyh/pUk2gG2hMDq+gJnO9uWID4
QJTwfCG3bEjRzrGbEHtbJdqiLKG3yDO8xKZb6mQWE1z24Tr2o6KQDHM8BNG2kfzEc3PjeWwGIz+p
DI/GSniItgxeVul/aDPZw2btOkUoCIEWW0eHFo235AAsHDqgbxT8ZGvgnaIE5dGQB+tsxr4qm5GZ
oAURMg011NHubbBJlmCdG67goHtxO/NzVO6iU7VFt6jzh4WNrjL/bJaQ+CWJkZypYsu50nUFyoJm
2jtBFK3Bb97Jv5kt/exeYW68MnT435WZlgXv8vA+4GzrOkPq4w2yHe3udLinmLE1CmGd0juiTnHv
2smfCrKNnVfxgGrjoQnypg2KrfjaMvPOcSa/cG+orKgSfGzcbiBlPzfevnmiaR9trmEkFrvWGapY
7Gy9BxWTYgQXwRjqaTxlOh3UudWxuwoalq5R/M+8Yp90Fl0usvH584o1ZEN0mFCFl8P3DWgfp0tb
B+yMJx8qXIq7om3OBI85qpsdS7TYcwc5KlWnYQXqER/0mNidRlViAg7uW9Tdl2NLWhFmwDMWmobB
DCS12nRgwLbMX1iDEPep8TswXHipfLy5MMlmGwIh75BhC8xiCmyW6q+pEKFRYEglnwoo0Ert9r+m
iI4oErKbwf3UYtuLwca+e+ruHsflIi10eaRW2xbxyL5BPHKoj0cOwXjkWY1KB/sZQ1afn0j3KESv
dhTCUA55lj2zOY3iO02A6gMnUF07qqbTMCdoqklfHeUeNFOsVyQMjNyqHl0DhuA13pJuCu7OEUCm
UNSEMM/slFTb21UHo99olYQhbb5l2t859pCdvoGKK789XlEF3iY5UhvjL+2S65uCK4TjTQgYyn0Q
TeGGnlRQ3XFevnLkNU+oTZ2/HvTuSuKE2Iaz1rQjHtbErmft2zDnDmDU+DQjHdTbHepILcZYUghq
V205gJVjrjGnhSd54JhM16iuSJtHu6OY9Z1yjwhDuvjyR6IdNbZJQEfLeA/RamcjCueqO3doBl71
aGepEadjqsA7LCbebVdosW371T87gW3S5NTgIIEoma6GHeqENSnrmNfTd3f9D+UzIOzKZC+07Uun
lvjC8SMZu4ni+PdP/4M2ST0f0OZzKKx8YbiEWfGiWHmz31rWPRtC2RD1QCCdj6DHfSYQ7tP64nNd
u8g2jO1fy0fI4CROQR+vODl+G9NwbM5DkLgN6HXG64QA6B1KzO1gjK/9IRiCFhnIYpU441Lnb82U
KWAo2ggNoO0S9+hbQ80GWTLM0QowDhRjloGi93bRM5LM9KNXEpjNydUQmloyzRrO3R3oerI1lxvZ
l3xfhQ9m/9hsg6SeH9jHcXtUloX/A4rvdM8=
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
            {ok, #{limit := Limit, running := Running, paused := Paused}} ->
                [Limit, length(Running), Paused];
            _ -> [none, none, none]
        end] || {{Instance, Queue}, Answer} <- lists:zip(Producers, Asked)].
`,
};
