// Made by scripts/gen_probes from child_specs.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What child_specs.erl becomes on its way to a node. */
export const child_specs: CompiledProbe = {
  name: "child_specs",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "servers",
    "supervisors",
    "sweep",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
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
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
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
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:size/1",
    "ets:lookup/2",
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
    "maps:to_list/1",
    "sets:size/1",
    "string:lowercase/1",
    "sys:get_state/2",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAUrZeNrtXUmXJNdV7pxq6FGSZWSb0bjB4LbsjpxLdAshJMAMggMc4V2cqMyozIiKjEhHRHZ2
acGSwy9g7R/DgiU/A/asvIEYcnjDvW+KyKySqN5IlZkv4g33vXeH73533lp30tUycJ0HwYMHD76Y
t9atq1XoPJg316eTwFklbpJ/0Zh31ifl3+UvW/kv3zix82Dd+GT//80vrfyPhbMsf9aet9fPsr/s
K88Nprb71pmk2cNb67aTRouswWkSXaX2Itk/ovWl9VLaau7EU6pV88uhrNHDuZt9u47iKf22rqzh
2TKOZrGbUK8b+76fj/A8a92eOEFANXmcNZlkLeyrwJnlP2sSX56ncfY2962XEh+203jl+tnDOgsn
ncyLp+37aBFvgd536gbuwg3T7atOvTB1Z27W2mmSK+WXi0l+Ar6y+WXX/I0t+RuBGZvF0WppZ5I4
dePyocYdaJt0oJ24wZWPTccF2OZs4Vy7duxeYc36ot3gJEk0oZ73aBJl4umF2Z+xoJOyx5xnPXJj
N5y47BCEzTqrMPWCbKc3o2U+US8YERRsUf5h6G7DpqoHDvg8WTrr0I6Wu3WWn0/+ZsnBCcy33VYi
yKOvia22pux1ONkTH5U7SfHzf8XbojCh+xx44TX1Ddtx4qTyothLb4jPWkG0Jp9rPLITbmRNeGTl
KjfXrdDLHs6sNzrnI/KPgW/ez1N5P3c78ky6J5zk2o3Zg1HYpH0ZTW9Yyb7V/cpdjvyzTgIndZMU
WCDy7xbZ4srxAndKfPI0deKZm9qpt3CjVf6s1mV2lmX7cTfnvsrZtYzi7CFRue75hqbu3bJfjDrS
4G5S9tjPFs4XtepcOUFCNNs9LYxCV97tzmyVqSRsO4UVnEbJfqv44g3S3switVO2Z53wRY8XiR2F
drlAe4n58IBqBSWLxdmmqlvSD+IO8/b6JHYXUerSApxpDU44I8VxEYVRGoXepJBIdmEfLbwg8BI3
OxanFXvXFB9xu9XOz3FKibR8sfbohVcRqwtxygD7Ap/YOO11M5gwit32gWczN8yWMnVZxY+6oqAX
n3iJvfSmwA7zkd1JXl7Qmxq24obdbxVko9YiZ5u5AzbEep4d1F7CvTx7aOxLj6bzbL+7V17oTkU6
CvoSL/RS3xcMI5coH/pMY1ZQdYUSjN72PSfrVhrfkOtsdJycqatNcD+ASUFPUvpq9PdTJrr7yJ3c
jK6ZbQw8sCnrE3mbdtJ5HK0FPzjNdITsSVPq7KeuB5/eTkqDMnjD5h73VUZH20G7K7xiR3nN40l2
YF669iR2knn2hbEUnkulEJUpeoQ+9dzL7Lc/p7QgX2tLNlELAp+83dQsnLd2YYsl3leunjna3jYh
rwNxi+vsUmV1Maly4sZxFNtBNJsVqjatkslaf+CFk2A1de1k7sTu1M5VzthzE14jNJ5x2mBVd27x
xoMla8IZD1LvFGw8DKR9K40HVmjJU2wnWpdBNLneToySh0pNQ3uUZAppaS/E5WbTf0Zr4YW8u0i1
rfMWOAUekAoydW4dTFumz4uw/eB/s3++wZB4ndC5SjPVJH9+7E5c781Gws91bqdTwqSjDEzmLXt1
WOB5abKXOXV4VDD8H0pOb9lstrP9Qh4brcxWYo/TvZ1M7BRm3+jMbPvzn//sH9kJQS+ZAaP6UPPN
KK2qEvN44mRnR7DfhQ3GdJNqtbTp3GEErXE4QWvQKhmzi/iOlr8RWAE29tyDySTlJqpZjHZrnu+r
3OS4l5avvbSY68iPSx25lAXEN1ezAFLO7XvZ+/8re8ezzyh7TGSB1Snr1r2s37KsIwE+clEqrHAR
7+R9FvcrfHdPs1PVYKXy7qeU8N2yltEqVi0njNl76biD0vHIWCs/nERCwb0hENzjXTmATdrzKwj1
aXZbp+4kpX2/92fe1/3MM37wY/XtMmIjIbIV6ZDX7md/+09fkFPECOWEweBd3F/K3zABNT0CN/AL
45490Qk/1uFH3CA/mM2iGRdqobgmOe4W2E4j6SwH3sJL9cIMV1FMRyb60oCGE89W+TolDBiAD/t2
ECzh0FwSnqorjqMKW+GZusAN6YGbv/Md7p1tpXf2uQ5Acz42xGZqDuJdySBkm7OV3JB78zwHrCVp
pkBxzvYh60E4/U8fdcZ3t+BN/ubRGt576ms0Zvt3/u/0QpU7RAEYQcMalEEPaOgeOsctJZxaa+lN
+djK7liTtn93c6y5iZ1kV3lYeKGI6W0oaCT8mHfrtgqvw2gd+pWl+FvS7b99yDthlNqOnayWbvzG
S6JY03Slglex45UAD+wXvMpRKFbHG+55GNlOmKzdesbJw0yOMIZn2RiS1WRuA3csMhJ++HdhzuuH
jVmqcM5sq3mTaOoSH72f3Thxpiy4cWKnUYnzuFEEh3qRHXiXlI86irNLbNvzkySNvXDmPLh+0P7n
l+kSAyxu4YdKaPxHeYcTm1OaLAIcL5jipvIU90SHJKos89BJzm3a8w370FLugzrQhYPGWAoYF0bJ
7gMQBc199b76Dd0VBAkYbba6EPT1hIDA2eOCQNp9so7Ugp3s+RVGQSljpqjxduKGU8491hWZ6Usn
Tj0nQBe7B6f1ZMdu9lmYO9qQr5NVssx6Q54W1eVkgMHZmmbnhv629ZkdWfGi0/BODUDVtH/XXAwW
fT9UXtlDnMaAA8MMqdiDxKHC+fxtw/N5wG1ZY0kppwZUIQacf7SejGvGMdJUyOoFskoPlX+puYS/
pmzjE49bRKGXRjFn0QBKOO1LsrjACXQcb59vnIfZnnuzua9ylrdl+G/stbz1LMvSIJTVwEvye3Sf
2AP96mmpdee/y3/PKYzDvbGok/xQAMDJa/nSmTrx7M4YcORx7JuuTjt0FjRG2xclHWmO7gN1v+Vg
M3hRHlHpPWrgkoDlgPXU7AgGnSF52Wn+skzPg3AdxxOLJ6UrhhcK05Svg/X08VaAC5EzfuF3KgKq
O/kZQSViBA5waAzgq+dh7M6y9pnGMPUrbbyTWRBdMvp5dbn5rka0FTQ9dr3ardom769YtYq9+576
cWBVmduzcpHiG2h2m/Vzi2iN63CLi2c9Qkv97PPAe+vFP/n7/VwJ1hw0ZE1uUzKMDuXbQUdUPT6/
Hu7z2+TzswEDw3X6dYUTitPBe3s3Xk3i8ht1dsMHdcAGOGmYIkqtBLDOwKvvjo+8p+LtVx79fnhq
3ltYiPuU5r7dDWWW2EkUu2WiouG0/ab6odb3bz3oVPPyaPitOf6E7HzcLypDDUCvUeNj1vCnQqet
/zqi7L+bRpG9cMIbezL3gmnshuyYVFA5txYY6uldEmoYg67kxjAe7W/pgR4oqWj8D90r5YA6dfNW
EfCdfbP18ULS3OelOSf+KH7ZynYyQNFxB+S8bxKJF6kxUJBC9MT2fFV4/jU84GeZxE9SLwoF9E4A
1mrheMFl9Ja1/Y942+5PcvtyldwoX3sDX2zdtmdFwOjrEFo/Sbwge/0dj6u3FI/P1pfdlwinxvak
Ys6M1uuPXuuOtUG/kMorL0BTu6c3P4Yf/rAQs4J7goPTlg8kYflb3RelUzrje0A+cED9ZYnEfEih
amnugz6CaC7IQsm/EM/Fk60vtXi5mo3I+UpOk9Xl1scKZ9Q/KecW9sUC03vmo/yiwx1TlPG++O0D
Zt9D4RNu1azdzkaYrQb1LYJq89h948aJC/jJGS5ZMSkmTYKXi7YUh/5e4i1y6cjOZ/sqO/brOKd/
R8dO0dViyXwWN5ylczC4INcQdrf5qQwseJakuZDMbphTQ8ZQmE9ImJTRHQw8Dbwtu4G9aGoLyYeB
Zvn0XDqTa4XFAnn9DM9i7lsZleEkWoWpFu3lWewWBDCJuUR+X4OTdCAfQ7J0J0l93qnf1eFIHEJu
2LYKD5HUrnho25moryapTWbUfGfjlfzsJnQW3uQfdiqir6xm7BIdwX6dStVplQ3IN3ucU1rtZEcn
geFR3rKkfNTkAG8toqmAnBUYG2jbS1vxw8olV2lG+BcWGUvMYt6eAiDQ5IquU/2B/ZbUTy6ov/rU
X5TS1qWVtpdKWgOiOG66xmaw1dEr/+jqSTvZxVR1tbNTDAHQ9TnVRv3KPvuGXdlabM7lBYrQzC+h
a7tAssgY+RZRknJMbff3cp33MimLlF3ZpfZ/t8c7rfYpJdUdql3UhrWAeKwsJmU8uz9QQG+JoPX4
IBQx04bQua7IJin5WaUZuwCFKvuOCiuNOjO6OKDSAtGVO0vh+xhpWDaU7FWJq8T/qGJbH5r+kfGB
f+tfj06p2KqW3E2TMAhzuysk1dMhYRAdSc5GmKfJBAfPrd+C0m4vtV5j9g+XWX/kVT4ed8L9+lZj
TnhfI+v5cFkJaAITUMnmALecKIMKKUMA3XKWQG5aznQqeC4gKHXqbBYTetsKUYVrhh1QH8Lqqs4U
jizaMAblyKKDof7FNSo4jbLPTKbo5NkqO5U95M8Nt9PAr3badyWn/bBenFeFYerksNE2I176gwS2
SYjcQZsHTUerBj35PQWEsMACk1+Ym3TNiov5QeWojmKqZ9c3K7JCPKBShZWjz4u8KksdRuwYuDU6
CmUMEb2uzIQnpzSI1m6crxc3hjEWtxwRlYdqctr8vvqZU8cojfv5Qy2x8YE8GDyC3a/qImbUYcpi
/uE7SmFo7R6cX7s3C3dxuTXymVoLWNQx51fSrfVGPtjXMTU2EJmp9wbOgry8SV3YA3vBWAtNdBKH
FR30apW81IotWjQwGlOtRnt8z+tXopxJqHt9rcAKmaXAwZyrSfqQqdCphb9qYuCu28/rwhPQBDkx
ADYaRYZl+sXUBS4u/Mc+eNHp1zM6Bjovx+wXmobW2AWyc2KaRNV54wQrl6uYCPFPGief5v+FCF1v
T9MdKWi6GlxkCnJXv+5ssHWhhdBa1hZdGjhBnVw0m0vl+P73dBQbqSIjNn4rjZ8KqvuG8MvOVRRM
dxqLdtUwZogXZD8q1mHWWgemE0d4K4ewGJhnl5afw+nl6sDb48l9Vyb3XRlJtzLVw8JZMjgL3wzJ
cX4VRwsCy1G74aYxf8MjCSihZygppyxc3GIxLnXY8UMwDVQUbmU5Sk5yRPwqAb97Z7KK42zm7F0K
C/Srdxdukjgz1/7Fyl25duDCP3sYu9NV8RT4ZZtEJuirZ/usflqLRXPFSYDQibSO+WYKCFXhuRyw
Q6T17JtJ8atEXs++VV/Wipw7suFAioLZZoehPAclbpp66lAOENrQkuzbjEReHV2j7CtvufZKMHcd
F2kPr3iKeEm0DpE/UD+rej7jvaH3JFX8EfmihX3Rxr7oYF+cYF+c7rVs82n5Q25aOkqn2ADNA26J
lPvnFkOzLU3cbqg/jswZ9iv0T5hVb95PyL9A9BehDDjQ9VOLcfgj6Z7CZuTh1CsOSoeizHj4PMcZ
JGkUJ76WhxDDLvWVOL3gzjx5nhdl95zAzqfEr/AkclikIMHaGAq90lqaF+rH3YW2yjRg3KTGvfxx
Hbz1liSTlfQItwW8NdBytAQWKECqpTOFCjwKpOe0NL5UG6Fj6OHsMXVcJ1oLCiqRaZRmW25f1hz6
0WNyZ2IHJ1rMwHhwH0rzIBV2NL2gcqmRSCDBSxhNciZsX0CHaK79yU3LwwvMGDZYiCMXl4RDHrU/
qUgXhqXHttAjd4RRPEFhIzVxooM0PSZwxPLh7OMLP32NIYd2EglnLHqJndsu1+6N+HoZ+VWQJVrJ
dPSxgrsmH0LsORwXlw/rK/oRE/4mqw5O6+nx+Gvth5+qmxS9PTzthfkLm8pJH0xV+oLkWlHdbuqw
pItS4JhKan2uBhgM/7jAyArYlPPqPDB66X7ntY2VFnPTweusk2bfVQ5SjiIPWVFWgzRb34oBh5d6
VZdR3nHApTV1l4XDivF9iButvSnb6JW0UY7gSOhG/0ZRPRtPj6VdMQxzOGCSYty1rhYLKDsZiQvi
TVThOMeQN+uW5O0dA3krCMU0rFAgWg0H0sfQx8XJAf78Avl5F1x/jI4Zof82F5G6MT4m03w6LbkQ
SDPXHCqklq5n+SpU25msgWAUvBWeNGxV4DBPXJpywVKPO26a7v827BsUC6CAfxXMAGX6c3QL9CTc
x5ZBZtXTRRRGaRR6kyK5imc2KxgtfEHIVk6u07tl+oHS9iYYbNAUWth8RULsqFm5ERiQcpkWqIe+
hkz28fgUhXpVKAPREKWYfcLrd0QkwZuCnxf1IcB4bZGJC5ch2ldjBctibLgCwC8fJd4s9K68iRPC
PzhL5qt0Gq3hKHM7vVm6WDGO6SpwE4VT2tDa7SsQ3ey1tWPbp30p7N64Gz2dSsg67Gtd7rSp2NO+
YQndgaynQ9azdJgaPW0Yd+q+9VIQr737xbVXRprUC/zoFMcpbNH7lH+1lP/m1yPlX5YeaN0ng992
sr8R/dNVFLvOZK5emgsqoFPRWh+Y5zv1DpEMWprKBnmgMBkMXelDjEiHZu6DfcWs7GRPUi+cFRBw
8RG/Sq/G/gGLfxwM6c9y3dRxeQ4kCbpb7evUCafZoRGhgafiQfl6PFC4FMp1I6e2uAPF8LSBeiqD
rDqLNJeNOWDa4tw9zSvWeYubkIJsOIQQWdCij8bgLYM1+nYQhbPMIrEn0SLTeexl7F55b3lLCUFY
EItKwhzkNYzMepesrmronfniMqmXhPEN2+E9Ma9VDX4XS8Xvsj0+NZxhT/P/0lXDZYevSQiWcmMZ
gF0VsuGUFINWmM6BMYK+gufY513k8x7yeR/5fIB8PkQ+Hxk5RzpKt0cPjdxZoNtOJR+gGrhtKI+D
7+Ib0lBF20vdhRYHc3vplTyVulc0Y9CPZSVqILlt0R7hp8W82znZox2vQkOvYusrbyn2uI993Z69
R/QsO7uXXsBfZGUen2y6k9Rd1gCDH7Kp680XL0Q/lqZNlHXUjc4sW8HYgYHLAzwGPqz1AJWXv328
sYptL7yKcNVn5xjg36FnAlJhsEOVyuWt6SqXNJ75vj2jTGI3xgfnSAqok8L5LJXcPba1GqobEeuu
D6aQVHNcj0WuYY3qU6sw9QJBnpsl5pYZgCXTLZ13V1NmSdDQkTzyxK//Dq+u8pJaiI72LS7NKWtv
sIjUWohbzL0wNYo82SJ0wqF0jR6Ge1JXNtQUBeZFh73Sh2CCBXKlsz/2zTc6UzipmgI7liqw6Pk7
5t12SBbbf2BfNADFYgd9MRrPhSSspJdI0K0MmmeXSXqrjeoptTQCKTXRoNkIS59QQ3OPzFmy1fyG
YEYbzFnUVE/Q6eMIzAFVG01QZvLZp59gXkPWy12ZZYnqMcP8NJCQ2HXFwJbewZgHkNReFUyLrz07
mglXRSj7uClRXVHKPZofeixhb7zS4zxT9U8W+2T/lh9x0Mof15NC02e1ARpadtsmlH5+KWmJ8OfJ
gYwv0+zkjhBYDh/seFpDtbxlo9ryfXAHdn2EuBkPY27LlfJtlEpr9yUZ6oASP4PiphqvA09ENFhX
uWj6RzpUDXyMUA9oa97NPzKkSu5pk18qcqX1dKDR/Lo1Xh0H4jbQy+znIUsSa7AAplBGUeC6SyD4
+l2uLMMxct76aiGMrh7OXVoKm67xXo8aLswJAqzTbY6GeoHtXYYG5v8AmmzzM7gAomoEqFsXcdUr
Q6noKbrSuxUUFlTF2MB+vVDmeSZ+ebCQas3xZdD2FseXMQtEIZ1BpBOyDrbKe7GHOY2a0tKZkyiK
p16Y/RlrlbR8WLA0rLPGCW4/WKLJPU+Wzjq0o2WqDnSTIbbJiBAS6skNKqjgnjoGjD5OlWM9MCMy
ss9QMrDY8ZhKZH2fRhkSP16F2GiFGGXhnTJl8qYHu9cDcP4Cnqxk3ZwtYy+Ky1KOO0suiNa15HKe
aHMVyrr7ZOGFDFGJqY26j5NvH8ntKosezn9TiWzm54dqJhuWCfO1QJPXhqTC0pj6h9Oc/W9QsbuW
Rl5EF8qLAG6QqctkQEhQUZ2rYJXMCcce8awwsp0wWeeTUgWTbykUaFM+W3cXzD1q/+CofdqtcFgB
uE/KuLWkDGKfa9nBcsiLHI1krvEWUz4hSvyCuuhhtLD23JvNed+fOhaez4xHSuA1jr7xeERbDdit
x8lNkrp5CGzhpZh+L13MWvzrePJrzbxPr3V4n3QjcwBzUw2UqaIMl3o410nIBx4FxRjImLIL8oge
TF6K+71aGNpTpP3Ls1JFafhiQr59cvqWMrVGKpEel/6vN6sEkauILU+bVaKeMBrM/ULDnmgGrqGx
z4gFGmUPkzpmz5ZO6rnZBAoqSiBIBPWOcXg5qYt5h5cjqJzYSaoccfxYJ6SFKmsEXAgo9tT4mOUT
owPcolSyofnQ/liTQ2wvmSoUreS68FWTBigws2s+oB9IKzJXpDf4RB0RMsDZ44YysoOBIIyhn4+P
0db5IDa4B8AVeYAl6+5CMCDOY0ZufMOiP4F+rQJFJl/Lr1eX+hNORE4URIQmVQSOe0BPUoczqsFs
hzzMVsVag4Soq4R5PV3mMSgn4OPHtcQ4u1j0Sh31zaNypXVLTpPMoA8LJz/lfpTWSCmgJSTJvPg1
/NxtyDdldVV2d7mxiH8qvTew6qFWpTKPGsoEX3LmdO14RWhUpusQdWdQGuHs2LYTN37jxiLGDlMQ
/Mm+MquCW7QdRNES/OZp/o0997JnhbkYa9SmvCszzd9s5/vx1Mva3K2BtbllTmFNlyBiLLjKj+n6
bCZDpnPCEZGuIHb1vka8v6MAqeKsHCYnVAIMOM9Ms33yuAgaYOicRYNJdWlkzHgVDIgBZEDklYA1
OR4sHyhR3hBn5knJCMZGvZBzhLL9bBqXc+YJILJzc3mjdlIDjfNrmMMrW3w9bQrRL05gbJPPfz4p
3PFsDyot9tBXWUm0LHl+CvDL1MEL+yGnCyL+teCE/1TVtOUU7+7GrFPHhFCJMnx5GbnB3wUN/qOz
HnxmxP7/oWAkDWaxcVGjjoD6ylx+rm6vC9ZwyFVsrUU4hJAh2YGAPn4fHlea7fflo6HICSdBlKxi
l4UwKdM/iSXffKX/TM+XRfp0KoO6wRznD/HSRWoKwxP3bZorugF0pG+qkSuGU01vm1zRI107skE8
dOM0safu5WomIZUuHS8m6KIyOrdlhCBX6axwRWXv8g02gRiz3c5m66oOhVK+qDINcFd8qsmrgOxB
w0m5+OeU86eKsDPlvmWjMZRT47Piz7WqElc+X2sKEw3Q1NwhYMa2a8sIhdCOXORlYMZ0eQFgyoE0
evIY5Z2NA8BPISBXUKdhYgNS3TrT+/tqFHtagv0XhiVhx7dAzfGrw7EBCFLYD1Si+Gd6qZcVYA7m
1DGkTwSj9D8cFrae6lxNADjCZ8wzaZxmhOD9CplHvQpW2F8a5ib2kUI03aPEh3sQpbARg5KAQgOF
sliaSAOWy0eaL7NjySGo0HwF5DxbrakvNzXKrCLIg2Om6wsq76ojGM35Jbjgxvk06583yW5D/Xoo
I1+QCLNfG8AE10cifeUt117ZByLu3KaiFgJUL0ldhx6VjFD3fC41B10kzkF1okPwQx2dijnKQ0oT
7r7Uu412jEw4AqQShqkvDTbv47IYhMkShbQtnZ4BcpmPWBJy7/vKgyD0NYxiSb6dxoDVe4JaQhd6
iW0XgLjs/qJdrmNRomEJ0IWsBL0dAF6OI1Sf4BHn1E81BL9GK2ILElDFrxwN+dZVCFz15Y7wPugI
b1TgMNzOGLL6jD/NGO9iVca7iIVZTQcdo0pxD5Zo4rFY+UGson3PWIihDaEEbW0YwFQL9nspo/T+
5aN9nYKp9wYMk73QPGO5CRUESA5I+IewKfa4uTeVbhhYZMwYWqmw+6ca4b/RQepjdDVqlfUO6HM5
IJa2ouLPTpZGMpVmjZ6j4TrYylfHuHpZNKjl10jvljO4YdDeNnk6HoV+SFSaqKO8M8cqcHwwNaa4
d2GAxdhXieFrJNbzkN3E/QVYIaQWKNK2ArHemDl/KpVZV3xuMpPyHKOtQClJG+wBGfsyFH6ftcaV
RWxkKmJ4feCRj+jG+ALkF7n+W4x38l8pUPPpxJ3aofs2NUvlO/PSfD0Bs3Hk+1ysSbiqYhUZz7yD
aaRFhctaNM9NkmrpmUOtbaNTI9SquSI4NfmHrrZgLM1/bRhKuxAUFdY4QXpAwF8AhH3kJfbWL4lW
v66GXMj9nkQhDsS4bLnhG/Vya2Qr453WVSBegmBLXW02gg0KRHUVGYv5JfpAQ0g1wnWqxFF4QZ8d
Us/MELx9WoqOCauuO+Zv6qDlu+DOTe0A3/g4MEvF9Rv5at5OSzAeVTwvK9Q40neIbUso93+oo9q3
ldZ8xKfmsiL+SpO5nNEkoOEJsZqi/vmyUdK6ASYLPSB22FN+9hNvsYyjpRvbKi9pSs5sxtYyyFM8
jd03bpy40JCOlkgK758heamKt9qQVjrHklsIW5yNQSVdeUimn+STkddaLJ4BqQiqvSisCoEY62oa
GqU2eqbpMa3XH73WtIQG2GYnf6EfkReibSUzqxMNlpVHKZOx1TLmFNQbQVoSnkbyAE24k5lk4g3H
XkSD+tLIDopMZyG1MEhrQEcoKuZbvcN4k3z9uRdrAYNbSup5yUtAWw/hfZfXui64+UttcdC1snqH
30BIba6eElh9oD1ilA34Ajj+ZTwvUAKm5DBsmBBBdSV4tbFBlrqzXLrhlC4TBKLeRtoOAchRNfSF
GtcQB3wKPW1Lx4txppuu+KV9NG7OF9tQqdHV9f2j75Ox4T7RUUfMud8lfGTcptn20a+vC48L9SBN
0tgLZ0qdON/9vMZuCH18UC/ypVF9P1wO140XGmZ5R65zXuCRd0sJ9NpRKrzUovkpopiB/Q0wKDEN
eaFpeBhHryWxgdF80D6eZu2T9C9axbBPgii6Xi35JK0BgBE/SG6JEhPkGDOx9CbeTCqkyQP6q984
Qq5OnVNDoS6FO9MUg4Vi3Orc62juvjmycl9rHQawymVB1RnOhnaOkCqymSgK2fHsl/Vls4koAY8F
aoNr0RYDxerU/kqzgG0fwtlUM2ll8Be5w2sEOl7o6qYjwHHZgpMnLvgrpHeUvLguXqp7eBfxcTr3
IZpmzYgXgTFFAP5DVoIxdNb7oB7PUgmOTAKid2rKBGnQ9eRZtvQTSxQSyjgkvwLdLXG1gno/2mc+
tfndTXqSm9jy3gvJBymYiLARgTtXxPQ1jUvg9HnGcd6b3zSJXg8qHBlfGPHtgvFdSXe5sQvJUJnc
Q7/StIvDpa2v0ZwfueTgF4bZtvrSIS6chrEQ17VRW3jatIi6vkLykNxJwHkBa0vnPiAqkjWe4PJW
evEdNLrHJtWr+/46WsE7jSqrMKIDLcZ5TEhgH6nD/kJQ06ChVOMFhnBK1DjpEqBlDWtYAdIYa/zL
L+/+MujM5RHlFj+9GNSOhrQZg3GavIlvIrl9uhSi6lTjNkwPYfS9Q1PX4MwUY0pd5etsgDm2OHcU
4ik4KsrzVXWEJEDheGSYp8YgLhQHUVXT04F7au5iLYFq3GpdbqBTded79sTB9jozKrqcySUQCP3X
ZgudOl6gT9XC6STZv/8DrYnrjg==
`,
  source: `
%% What a supervisor is to do: its strategy, how often it may restart children and
%% how often it did of late, and the specifications of its children. Start
%% arguments leave the node only where they are asked for, and cut.
-module(child_specs).
-export([run/2]).

%% Answers #{strategy, intensity, period_s, callback, count, restarts, specs}:
%% \`restarts\` the ages of the latest, in seconds; \`specs\` as {Columns, Rows}.
run(#{process := Process, limit := Limit, force := Force, arguments := Arguments}, Call) ->
    Pid = names:process(Process),
    proved(Pid, Call),
    ready(Pid, Force, Call),
    %% Asking copies all of the state: a worker of its own can be given up.
    Summary = fun() -> summary(sys:get_state(Pid, 2000), Limit, Arguments) end,
    case worker:one(Summary, 2500, Call) of
        {ok, {ok, Answer}} -> {Answer#{pid => Pid}, #{processes_scanned => 1}};
        {ok, unknown} -> envelope:refuse(not_a_supervisor, Pid);
        {raised, {timeout, _}} -> envelope:refuse(no_answer, Pid);
        {raised, _} -> envelope:refuse(no_such_process, Pid);
        no_answer -> envelope:refuse(no_answer, Pid)
    end.

%% Returns when the supervisor can be asked.
ready(Pid, Force, Call) ->
    case servers:ready(Pid, 500, Call) of
        {_, #{links := Links}} when Links > 1000, not Force ->
            envelope:refuse(too_many_children, Links);
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Pid);
        silent -> envelope:refuse(no_answer, Pid)
    end.

proved(Pid, Call) ->
    case {servers:facts([Pid], Call), identity:of_processes([Pid], Call)} of
        {[{Pid, undefined}], _} -> envelope:refuse(no_such_process, Pid);
        {[{Pid, _}], [{Pid, Said}]} ->
            supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Pid);
        %% Too large to be looked at, most likely for its many children.
        {[{Pid, #{links := Links}}], []} when Links > 1000 ->
            envelope:refuse(too_many_children, Links);
        _ -> envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------
%% The state of OTP's supervisors, the same up to here from OTP 21 to 29, and that
%% of Elixir's DynamicSupervisor.

summary(State, Limit, Arguments) when element(1, State) =:= state, tuple_size(State) >= 11 ->
    {state, _Name, Strategy, {Ids, Specs}, Dynamics, Intensity, Period, Restarts} =
        list_to_tuple(lists:sublist(tuple_to_list(State), 8)),
    Rows = [row(maps:get(Id, Specs), Arguments)
            || Id <- lists:sublist(lists:reverse(Ids), Limit)],
    Count = case Strategy of
                simple_one_for_one -> dynamic(Dynamics);
                _ -> length(Ids)
            end,
    {ok, #{strategy => Strategy, intensity => Intensity, period_s => Period,
           callback => element(tuple_size(State) - 1, State), count => Count,
           restarts => ages(Restarts), specs => {columns(), Rows}}};
summary(#{'__struct__' := 'Elixir.DynamicSupervisor'} = State, Limit, Arguments) ->
    #{strategy := Strategy, max_restarts := Intensity, max_seconds := Period, mod := Module,
      children := Children, restarts := Restarts, max_children := Most} = State,
    Rows = [row({child, Pid, undefined, Start, Restart, Shutdown, Type, Modules}, Arguments)
            || {Pid, {Start, Restart, Shutdown, Type, Modules}}
                   <- lists:sublist(lists:sort(maps:to_list(Children)), Limit)],
    {ok, #{strategy => Strategy, intensity => Intensity, period_s => Period,
           callback => Module, count => map_size(Children), most => Most,
           restarts => ages(Restarts), specs => {columns(), Rows}}};
summary(_State, _Limit, _Arguments) ->
    unknown.

dynamic({_Kind, Pids}) when is_map(Pids) -> map_size(Pids);
dynamic({sets, Pids}) -> sets:size(Pids);
dynamic(_None) -> 0.

%% Newest first, in seconds.
ages(Times) when is_list(Times) ->
    Now = erlang:monotonic_time(second),
    {length(Times), lists:sublist(lists:sort([Now - Time || Time <- Times, is_integer(Time)]), 10)};
ages(_Unknown) ->
    {0, []}.

columns() ->
    [id, pid, start, arguments, restart, significant, shutdown, type, modules].

row({child, Pid, Id, Start, Restart, Shutdown, Type, Modules}, Arguments) ->
    row({child, Pid, Id, Start, Restart, false, Shutdown, Type, Modules}, Arguments);
row({child, Pid, Id, {Module, Function, Args}, Restart, Significant, Shutdown, Type, Modules},
    Arguments) ->
    [cut:term(Id, #{depth => 4, width => 60, bytes => 150}), shown(Pid), {Module, Function, arity(Args)},
     case Arguments of
         true -> cut:term(Args, #{depth => 4, width => 16, bytes => 500});
         false -> none
     end,
     Restart, Significant, Shutdown, Type,
     case is_list(Modules) of true -> lists:sublist(Modules, 5); false -> dynamic end].

%% Those of temporary children are not kept.
arity(Args) when is_list(Args) -> length(Args);
arity(undefined) -> none.

shown({restarting, _}) -> restarting;
shown(Pid) -> Pid.
`,
};
