// Made by scripts/gen_probes from log_config.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What log_config.erl becomes on its way to a node. */
export const log_config: CompiledProbe = {
  name: "log_config",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:fun_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
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
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:get_config/0",
    "logger_olp:get_ref/1",
    "logger_olp:info/1",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:keys/1",
    "maps:to_list/1",
    "maps:with/2",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANGWeNrtXcub28hxnyH40Ehayatdezdx4njtzcvrh/gazhziL4fk4Etyyaf4hg8DNElgQIAG
wKFmDznnz8i/l3tOviQNggT7Uf0ESEnO7GU1BNBodFdV1+NXVUtn2ys26xh5F/HFxcVk6Wyd+Sbx
Lpad7cCPvU2O8vLC5bK37Vd/V3c65Z0PXuZdbC//8fjvzrth+cfKW1e3dZfd7Wv8lzsPURy46L3n
F3hwZ9v1inSFHxjk6bxwV/lxCOfd8K3yqaWXBdRTnXfXqoeeLxG+uk2zgH7bSPXgs3WWLjKUU6+7
iaKo/MIr/HTX9+KYeuQlfsTHT7jz2FuUt3WIi1dFht+G3ocF8WO3yDYowoP1Vl7hL3ejHec4JN4C
vW+AYrRCSXF41SBMCrRA+GmvQ+5UVG0m+Qv4ys67kf0bHfUbgRVbZOlm7WJKDFBWDWo9ga7NBLo5
iueRaDluwWeerbx75GZoLnpsIuMGL89TnxrvhZ9i8gwT/GcmmaRqmCs8I5ShxEfsJ0gf622SIowx
p3fSdblQ3zEkKGFRfjAht4mWagx+8FW+9raJm67rfVbLp2i/5eAClmx3oAhS9HVEu21Iez2O9uSi
sqaUqPxv97Y0yek5x2FyT11hJ05IqjDNwuKR+M2J0y05rvWX9bkv68BfVu1yZ+skIR6c2W/hms/I
P6aR/TwH6nnWHPlMyRNefo8yVjBKH+nepcEjS9kflF+5w5Efqx97BcoLYIPIvx3yibkXxiggfnlV
eNkCFW4RrlC6Kcdy7rAsw/xYr3mkI7vWaYYHSat9LxmaOnereTHqyCV3krJiH29cJHuqN/finHis
Hi1JE6Sedm+xwSoJ+5zGDgZpfmSVSM4g3f0qUpxykHXSF71c5W6auNUGHSnmVydUKyha3Mk2Xd2S
HogT5t1tP0OrtEA0AWOtwUsWJDmu0iQt0iT0dxTJbuyLVRjHYY6wWAwazq4jF3H1bpdynFIih5Fc
ewyTecrqQpwywL4gIhinu+3EPqPYHQZ8tkAJ3soCsYofdURBL+6HubsOA4DDIgF3kocX9KZLV5Nh
j6wiYNRW6Gy/dgBDbJdYUIc593I8aBYpRdMV5nc0DxMUyHQU4UvCJCyiSPIZJUVF0G8GqyJUVyjC
GB/e0986RfZI7rOVOHmmrzbB8wAWRShJ6aMxOi6Z7OwjObmT3jNsDAzYUc2JPE17xTJLt5IbBlhH
wCMFlOynjoeIZietj7J4w/4cj3S+jraD6iO84UR5zeMzLDDvkOtnXr7EF6yp8EpJhUKaor8wosa9
w/f+ntKCIiOW7AgtCPHi1Uuz8t67O1ssD79HZuZo9/AIeRzIn7jHhyqriymVE5RlaebG6WKxU7Vp
lUz19Fdh4sebALn50stQ4JYqZxainNcIrVecNlj1nVu88TBUPcIZD0rvFGw8TJVzq4wHlmhJKVaT
1l2c+veHhdHyUOlpaC9yrJBW9kJWMZv5GM4qTHh3ke6z3ntAClyQCjIlt06mLdPyIule/C/+L7L4
JF4n9OYFVk3K8TPko/BhT+FXJqfTgDDpKAOTectRHZZ4XjrsYU4JjwaG/3OF9FatZhfzCyk2HGwr
seL0aCcTnMLwjcnKdv/597/7N3ZBhIfMlFF9qPVmlFZdinnpe1h2xEcuvGRMN6VWS5vOPYbQLk9H
aJe0SsZwET/R6h6JFeCKxj0ZTVJuopbJqN7zkq9Kk+OJWj55arHXkV9WOnJFCwLfXMsESDm3n2jv
/y/tnc8+o+wxmQXWJq0Pn2j9A9O6IMBHbkqDHd7FO3mfxdMOf7zSbKAbrNTmfkoJr7e1ilaxajlh
zD5Rx0dIHS+stfLTUSQU3LsGgnu8KwewScdRA6Ie4NO6QH5B+36fZN6nLvOsB36pzy4zNhKi2pEe
eez+07/++7+QS8QQpc9g8G6fDuU/MQK1FYF7+IX1zD4zCT+24UfcIz8YZjGMCzlCXJN6weJwFRai
+GEdWeqKYh+OEqK7zsKVlz2yDnQ50nbpJUGMslwCn+Kf+myVBpsYuTF6QHEuOa9BGcCFnZ6XGCY/
TebhQojHfascFy9wXlBBqBwrioe9OaAy9MKJoxosQGI2BDuj3PpOGNCmkSy4LoHDwsiSSw5ZIvjG
nXQnsR7GKzrIN3flb8zAtLW2U12gWRhgAHeE1Q7bV0PRUTfF61/NwxiLeTdAc28TF63Mgx3TaEKD
6uHcXty+0rfO1NN5tkKFF3iF15SCAJKeKsBSU+Pd6N6jx1wP0ibaSAf8eBZgUeM0wL0Jc7f8J+co
mbJ6w0+U68+JX5rVQABZjJJFseTefh0130N7sSyM6c3U+E/y5LL//nFUE6E1b73W5y34XBGdBrca
q5A+YLU59RpoYj/Q18RuOSilHOKM4vB9mNlP7XONIP4R4NMy4G6oC4QdbJLQTwNE/PQlPr4zrAZg
8nSLtELIPGrCasPUjcM7yrufZlgjOMy8nxdZmCy8i/uL7n+8LdYiqOcBuKmVx/CinHDucjrqkEgr
kCxxR3uJx4ZaM4jyjgDM5TiynIOjPQd9iBAHKhpqoIMY82QCgDsM+ecNxz9dPdIXq6vjNohgYkYE
RIaCmBBIi1k1kVZQp+OowVeQCG5rvH03R0nAORZHMgfH2suK0IuFmz2GE6KukhT/lpQuSsHlfJOv
8WxIadGcTqYik6tjJzfM2TZiOLIh6NrArzcFnTOTj805M6TPh8Y7ewppDLh+7DCeY4gcGsjnLyzl
85RjWWtKqZYGVCGmnGe5nVx1JpOgo5EPDeTjnipz1XALv1RsITjcKk3CIs3Y4wbyuI8i2frB0vow
vnUGa3cZLpaRjiy3QM5r+OLG9vvxQxNjLIKdDZJ5SS4yyVWntqt1fBW13wgW2AwlGzouxq1mVIik
wBROSh0Kw0IGGlm/8jlD2U3iXLEyFQ8PCi6HhlEiiPccnUdGjtLSs9yGd5LxUGuY9pULqh2E934s
owk0dBE7UhcxGfJzvAoifxaPsaPnMR7S1QYWH5cDWb15V5VHA8/ohNxNvEQv7LOLaEcAks0wZquZ
wP4iQHlRVh4J08R+X36kvy9TtTcxRwWe0iLXOaRHtHpoeJSOmnqhqeieGbcNitLFlls+3d2GlSO5
geL/lXYu/y5AENX5Uf00Q1WKnsFJfQ2f7M/DMt99NyXgkXY8qlPgcO1JK/6o9NWXVfjYxbry+0ej
bG7qySjSofFr+y3+Wt+GvgHTALkYgb73gznOldYucALfRJzogPZspreKVKjYVFSwj6urRMHlEnYP
i+tGmcqBq3mWrgRyxIhS/kyZRcdEScsPsY78c0s4i/QQCA3qk/250khuGIL7sQEQz1QfE4AcJooq
Ey1tDJVRcfk/bccu/4JbuJ4QtW2Ix2lvTWnlUm+BraTJ0EIPcb4P1/LSWqPmNVIOx3/nu++MsUzT
GhwviDlPQCcSYWCxl54V2Sbx8Tiw92lT+GVpAfDimypq76bF2q3iITl43xf7+3Ivj6U3vsofE98t
lhnKl2kcgPd8HoS5X9avlN/2U+42d42yMA1C3/WXyL8Hn/rai7feY+6iBy/e4DVxVyjPvQXKyQCs
FpjFiHH/Ul/vnzRUH6fm6uNUql7Vb7zz/PsyaMQhJLriNRufcs1qCt/PLBf7xI4HPyuShdCOltBS
1t//ExMbXgFUGXJxETKz0dCVaCYhu7oVYkbi2M0QDOTUVSi+EWV2DzD/IC9HWkU6dNBqp67RwWgQ
X/zn2eteOM0Q+HSmjBSA3yDzofLtSwMx5GokpWspPnkCxOHw/nD5Dwarf7r0hzPv8vkSXJ72t1l6
yxvt4OspARBCrBRQbvgEp5wMrCWoFQmdckMJ3TheEEjGBQjF7hs10GjTIxE1OGbYD5pAkTzdleqI
BMzVPq2zNGFPBjCQFxLlQB0TVk2XSJ6DstMYJPFXluw0jZpJ+5FC2l+DdRE/xGeawOVU6HJx7PoF
VsDxK/wy5AQq4ZwuK6AhAV4I/HlIGsKsBaNZy8382H2Gv5Oo5qusZqqwN1mrn4x/c9XjE28FX+l5
O6ANCcDQK+A5ZRAT2iRxLQ5PCsitqxxbPwTbnYdsXL8xk/3UjMlo/+kvNZbO4POKxzUCjlgJB0pN
YPFjr8r/05kE4qJ+m2J+c5LvFPlx+gF6CEmkJBNJ39W9OigAL/Bf7n57d28h8hn2A20He8xD/Q8D
ih+zL26lQDXsdsRCALl/iFEC3xNk6Vpxz/N5vMmX4utv7jZZXlR5GS5KvDuBzPkheV9ZgNZPNwkM
1v6KvHUbJkG63Rkn4M1fHvKLdmXMZDN4Q98p/KIf0fet0Kqqkwvd+2P63gxVrpGdlQI+8LL89ASz
yWOBcukdpWSC7/h6d6nc3gytkVfsnJzZgxfTXQNOl2rEGZpG8vEbjVBYfUbXnOnwnNmOHKpZePeB
2371YKQQBJcuLwPameFQd4YE/FWrtrgkb2QcmRSfp0Kxsq4b1Tkuq3jfBqFeaxQpgDXA+njAXFts
YGb7gb/JMrybtVoKB3D2MRX3Dxu0KfNeBcI0Q8FmN0ouCGnt2kFAl15naBHmmM9R4O7UN0JnhYPh
5AnaV8Il90tAkMi3yrY2z+o1IR9T9rYZrLwwvkvfU09NlN2jiLUjH5yqgZj7HhtC7aBKvaVGvVZC
0SolmnxmJsOgmAZWvg/XBxiXY4Nh5l0Gyh4IE3uZ/jP9wE2NyoZ5krOqgAuO6EJXdKEnutAXXRhQ
3aosl+XnVuAFdklYC0wo1L8dMugMZYbtpf5woyhilsRufhB8ooV5QqcLMd/6DYyt19wTOBby3PBY
9Q8+i4g2XWdoulQxuBwjZz2Nby2btQyN6g20ASj6a/2ZXvOBEMlMr9nieJb+MtsiPocDSZSZ1Zbl
30z7/xvTEL9RYzerdDroQH6+h+Km8Zput1T562wHGJSFpDI0hwEGRt3o9L+VTB/e5I/gmwSbQGUA
WbxwsEnuk3SbGGn6PS1RO1MZq45ZwtZIkdIRafcPlGZPwXO6MU0zkRl2gACJRO2tSAi++acAzvQx
/PNM0G7UOnHwaEOAgeLK9mz5paS9I38rf0ZZAlCBPln0yxSHEgyd7JY+P/hKGAjcZ68rr9wqX+xd
d6dKvpWvmYMoO6mf46PG5zP2PN8tvDsjNVUYikXJA1gdkC7CQKijAoWWVFh5zbRJgE0v9D6KwE6A
Nq3FqFDPSZLuuwYdg4ZQxyD9jH2TbPfdVj8B6/SAdZ1PA1inCsIPnyBXHxpSZ1WtYJ5myPOX+rU2
oB4RDYPBf2uCgo8irnrGicI44hatZ6gfV0VRyK3L49BHYJ0oqgcfEKfvSPdvrLJ5r7DNS869pXIJ
5+hmM4JhCyYNZndNNuFcrzbQRk0+xl4bUrWDVjlfQIAQAKFgeEhlkvEr91VFeCX7YK2mzLRf1P4X
RUTwY9ztb4zq2kTntRr4pLikWAILLVLX4d9Hgt/Hgt8ngt+ngt+vBb/PrGyvnl4KvNDHMtTqbA+7
Q28bBFH+Th1EMehfHBZoJSklDzyxDv17m3OYkWo3qoNCw9p9tVt3N18j3802iWV9YzAhdMRV2Daa
2RtiZn66Wocx4g7PWRSpi4508wKtWwh4XkOZqZKblQHyY1snY5nlaii8cIhqKu0p31w7HFvXr3zh
p2kWlNVh0syo1uHzXefxLX44F5fXHsrwKPZl9MQuYfIwFzQrLmEEkAdY/+Tn+/ReGnRkorsjTMDT
WwJyyLwwRwGX8AGXp8CyRfC1ygZ7ogl0g7K+KQsqP015QCdOtyLnr9HZ0zfpGac13c9WYeLuWKAG
FTauw1UPyXEVDTD2/juyq5noWCW0CmrTfir+s5M3j5/8KTWPP10SrdNW73jiBAkQ4/NV2AC9HQqa
yosgSku7XpJvy0Vp4oUcaiR+asvWMzSCf/JTHjIJ5c6hVgngyQ39wdzQBJ/LnBeOflqLUsfmQbmD
rReWjiJl1zQiUi1a8ecLlLg5yh6YYCacJWNsZfZXaHWHdAVsN07TNZykUl5xlyEeKykr+hA5Dp/K
SvOcd3X8HkFOEo1wMsiwjERM2tzdNlaFD9opdY4X0ieyO0Hr6UxlxbXEWEfDLe+YysbWjwre49DA
h1yfIPljXqAV25aHtkiVm9k+OGxi1jTJSPf+e31Q91gMxZESEBOxaAxe1nP9zoTu25E8q2bcihmL
mS/hjn+LoO0tELe7lUPv+OYUU+DYAJyV7JTV3uRymTiXih3gt1ceWogprgF/5NCe3H9hmcNwcy54
O3H3H+1f9J1lQ+sR3Eq0BRv/lyZIaYk06MmlAS9cnHfDW+qvmRoFJn+HDIZHqGBpRjoo8Yunosox
+NqI+muiyggUFo3Qq29ww9QbpAB+JnhFrM3eb9Z8f9opx8cn4letQ4j9XMuFt6OKDkCTWKNosvuX
Z5B/bS4NOcyNlDNtDw+i0RpjarTI63SPenKdbKdNhOGI2LIRLTiaAewxW4fXmoR+pXu27BeKwm2+
/q/2NAQ8/vgE1bN/baIRw/mWuw8V5WL+UXThEj69JlDJ5GZpSyo9RI1Fm5FYtDoo/dt/EGvgkPv7
SPX8ETI+i64xEmjSeALXJ9TzznIeglW/AblOaLbEP+mlYCi4vu8XbPU0KDi0H0Gscp4UhXiKJZOY
lifEuZLSsqcsFMDZU8oKCIPc95Jkp7VSAT9ltYUwRkQKjfI1/GFdefWUFRrWXhHumkRaE8NvlIcX
JZB1rZJLfe+tsuMmsQv6OJTDHoitd6nSBPr4hHPmd+bzvdsO5a569lKKELVwBrpa1SEMXZx5xxoJ
MOHdWDQUzARLOBRWezck5rf6Vv6E63Sh3cFhCH278O4p0DO60bILKorPzNTfj2HN9WYq69R1qpmO
m1GHHD8mbnDbgst3Iji+x6IDe6/YWba55i2QqTKkVh9a4kYoI7gpp/7EOEesUvhzzt5ZBGm/zeyM
oUkhHbXRcQsZHZe/pRtU0bqL3NXfQMUfWckBmcl6A5tGM76t1lRos3zMTaPG+pWVpwLvXUmXqhzx
qWGnQ3nSqaBz0i3cBHwM+DGA7qUMwlFkTL1k6MYia7A3T+MgNi+7pSPDS/dO1K53csKRSF+DRDiH
3ERseg6ZtMRRSwkHdJurUaRt1PJENGrm8TydAepoBUw/EkeJWpwZbvtVgFkiLNtwwSqbRT0ZzVxg
A2huuxn25zj3WYYctrceuwrUQunaJV1VZylYdoIU6LG8m/uwaQ8saXcniU1g/lqsjBZeGIszVvZ1
LaEIjnVrqwZFunubpAhjUdYyBJAfnhAg35bLQxGqJPqBHMHjVnVRJmYuE75u3qmDV3yjFzCZenQW
C2IMVVZot63NTNFXx8AWZZNSlc7LOimVrenVMSt6NlFX2KOLOEvCwAI8tZ6rShvOJv/McXMtxUSS
ziJJdtxxbzhoSXsFgbtgEWYA6r93N+86jghFJUPU40i/CQzXlaOvy0c3rOjULFp+TblfRm8Nq2Ue
8ozFPoJGXq6JedAC6PYrMXqGJjMD6LL8YoVRNom0P0IQBn1rxE43gBHYFyIlbs2yXW8Bcqn/oq3h
G1n2cYWBhhCmZhwgKJMo0ieAGA55qwHht4hA5WJoCg/H2XyjIw3f6ETtG52AvlEJP2qvmGD36YW0
94gMG3tE5MSsp4PeCJXiMUzR8r5eNKqA6Uw/tq+bDDCEVvDj0iKQQaMpRUVVSIDfgTKdIHwg7SQQ
Xa0jY7kFheP3zXzjv7ZKkuDCUNcNqBvGPpi7R9pohv4bAwTgDCiVFP0fD+sy0A==
`,
  source: `
%% How a node logs: levels, handlers, filters, and whether a handler is overloaded.
%% Of the configuration of a handler only what is known to hold no secrets.
-module(log_config).
-export([run/2]).

%% Read from tables; only handlers whose process is idle are asked for their state.
run(#{limit := Limit}, Call) ->
    #{primary := Primary, handlers := Handlers, module_levels := Levels} = logger:get_config(),
    Sorted = lists:sort([{Id, Handler} || #{id := Id} = Handler <- Handlers]),
    Shown = [Handler || {_, Handler} <- lists:sublist(Sorted, Limit)],
    {#{level => maps:get(level, Primary),
       filter_default => maps:get(filter_default, Primary),
       filters => filters(Primary),
       metadata => lists:sublist([Key || Key <- maps:keys(maps:get(metadata, Primary, #{})),
                                         is_atom(Key)], 30),
       module_levels => {length(Levels), lists:sublist(lists:sort(Levels), Limit)},
       handlers => {length(Handlers), [handler(Handler) || Handler <- Shown]},
       overload => overloads(Shown, Call),
       elixir => elixir()}, #{}}.

%% ---------------------------------------------------------------------------

filters(Config) ->
    [{Id, called(Function)}
     || {Id, {Function, _}} <- lists:sublist(maps:get(filters, Config, []), 20), is_atom(Id)].

called(Function) when is_function(Function) ->
    [Module, Name, Arity] = [element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]],
    {Module, Name, Arity};
called(_Other) ->
    none.

handler(Config) ->
    Own = case Config of #{config := Map} when is_map(Map) -> Map; _ -> #{} end,
    #{id => maps:get(id, Config), module => maps:get(module, Config),
      level => maps:get(level, Config, all),
      filter_default => maps:get(filter_default, Config, log),
      filters => filters(Config),
      formatter => case Config of #{formatter := {Module, _}} -> Module; _ -> none end,
      destination => destination(Own),
      settings => [{Key, Value} || {Key, Value} <- lists:sort(maps:to_list(maps:with(settings(), Own))),
                                   is_atom(Value) orelse is_integer(Value)]}.

settings() ->
    [sync_mode_qlen, drop_mode_qlen, flush_qlen, burst_limit_enable, burst_limit_max_count,
     burst_limit_window_time, overload_kill_enable, overload_kill_qlen, overload_kill_mem_size,
     overload_kill_restart_after, max_no_bytes, max_no_files, filesync_repeat_interval].

destination(#{file := File}) -> cut:chars(File, 300);
destination(#{type := Type}) when is_atom(Type) -> atom_to_binary(Type, utf8);
destination(#{type := {device, _}}) -> <<"device">>;
destination(_Other) -> <<>>.

%% ---------------------------------------------------------------------------
%% Overload protection: handlers that have it run as a process of a known name.

overloads(Handlers, Call) ->
    Named = [{logger_proxy, whereis(logger_proxy)}
             | [{Id, whereis_olp(Module, Id)} || #{id := Id, module := Module} <- Handlers]],
    Known = [{Id, Pid} || {Id, Pid} <- Named, is_pid(Pid)],
    Facts = maps:from_list(servers:facts([Pid || {_, Pid} <- Known], Call)),
    Asked = worker:all([asker(maps:get(Pid, Facts, undefined)) || {_, Pid} <- Known], 500, Call),
    [overload(Id, Pid, maps:get(Pid, Facts, undefined), Answer)
     || {{Id, Pid}, Answer} <- lists:zip(Known, Asked)].

%% logger_h_common names the process after both.
whereis_olp(Module, Id) ->
    case names:existing_atom([<<(atom_to_binary(Module, utf8))/binary, "_",
                                (atom_to_binary(Id, utf8))/binary>>]) of
        {ok, Name} -> whereis(Name);
        none -> undefined
    end.

%% One that is busy is not given one message more.
asker(#{name := Name} = Facts) when is_atom(Name) ->
    case servers:idle(Facts) of
        true -> fun() -> logger_olp:info(logger_olp:get_ref(Name)) end;
        false -> fun() -> busy end
    end;
asker(_) ->
    fun() -> unknown end.

overload(Id, Pid, Facts, Answer) ->
    Known = case Facts of #{} -> Facts; _ -> #{} end,
    Said = case Answer of {ok, #{} = Map} -> Map; _ -> #{} end,
    [Id, Pid, maps:get(mailbox, Known, none), maps:get(function, Known, none)
     | [maps:get(Key, Said, none) || Key <- [mode, idle, burst_msg_count]]].

%% ---------------------------------------------------------------------------
%% Elixir's own settings, of which some are older than logger: only these are read
%% from the environment.

elixir() ->
    [{Key, Value}
     || Key <- [level, truncate, utc_log, handle_otp_reports, handle_sasl_reports, sync_threshold,
                discard_threshold, discard_threshold_periodic_check, always_evaluate_messages],
        Value <- setting(Key), is_atom(Value) orelse is_integer(Value)]
        ++ [{backend, Backend} || Backends <- setting(backends), is_list(Backends),
                                  Backend <- lists:sublist([backend(B) || B <- Backends], 10),
                                  is_atom(Backend)].

setting(Key) ->
    ets:select(ac_tab, [{{{env, logger, Key}, '\$1'}, [], ['\$1']}]).

backend({Module, _Name}) -> Module;
backend(Module) -> Module.
`,
};
