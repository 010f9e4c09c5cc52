// Made by scripts/gen_probes from port_list.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What port_list.erl becomes on its way to a node. */
export const port_list: CompiledProbe = {
  name: "port_list",
  library: [
    "bulk",
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "outlets",
    "sweep",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:++/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:integer_to_list/1",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:port_info/2",
    "erlang:ports/0",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:ref_to_list/1",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "global:whereis_name/1",
    "inet:getstat/2",
    "inet:ntoa/1",
    "inet:peername/1",
    "inet:sockname/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:takewhile/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:to_list/1",
    "socket:info/1",
    "socket:peername/1",
    "socket:sockname/1",
    "socket:which_sockets/0",
    "string:lowercase/1",
    "string:slice/3",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAATYBeNrtXVuX5MhR7q5L9/TO7IwvaxsMBi82GLxeu1Wq6qpedtbG2ID9ABzgLD6Hw6mjqVJ3
Sa2SCkk1Nb0PPPPIT/DP8SM/gD/AX/AL6FIXZWZEZmRKqp5del92uqokpTIjI+PyxReL7qafrleB
65wEJycnv1x0N92bdeicLDqb81ngrBM3yb84XfQ3Z+Xf5S+7+S9fO7Fzsjn9yeHfnU+t/I+lsyp/
1lv0Ni+yv6Y3nhvMp+4bZ5ZmN+9uek4aLbMLzpPoJp0uk8Mtup9al8qrFk48Z67qfHqluuidhZt9
u4niOfu0gerCJ6s4uo3dhHncxPf9/A0vsqt7MycImEueZZfMsiumN4Fzm/+sU/nyIo2zp7lvvLTy
YS+N166f3ay/dNLZorjbYYxW5SnQ887dwF26Ybp71LkXpu6tm13tdKor5ZeLWf0EfGTn04H5E7vq
JwIzdhtH69U0k8S5G5c3NR5Az2QAvcQNbnxsOq7Ba54snTt3Grs32GVD2W5wkiSaMfd7Oosy8fTC
7M9YMkjVbS6yEbmxG85c/hWkl/XXYeoF2U7vRKt8oj7gRFCyRcWbobsNmyobfOGLZOVswmm02q+z
Wj/52yUHJzDfdjuJqKq+DrbamrLXF2RPrir3kuLn/xVPi8KEHXPghXfMN/zAK5rKi2Ivva981g2i
TfW+xm92JrxZB36zcpU7m27oZTfn1hud83H1j5FvPs5z9Tj3O/KJck84yZ0b84pReknvVTS/5yX7
QfercDiK9zoLnNRNUmCBqn93q1fcOF7gziufPE+d+NZNp6m3dKN1fq/uq0yXZftxP+c+RXetoji7
SVSue76hmXO3HBdnjpwKJymv9rOF82VX9W+cIKlctr9bGIWuetj923VmkvDXEVZwHiWHreLLN0hv
O4vMTtnpOumDni2TaRROywU6SMyHLZoVjCwWuo1qW7I3EpR5b3MWu8sodVkBzqwGJ7ytiuMyCqM0
Cr1ZIZH8wj5dekHgJW6mFuc1R9eRq7j9aud6nDEiLV9uPXrhTcTbQoIxwD/Ar2yc3qYTzDjDbnfD
J7dumC1l6vKGH3NEQQ8+85LpypsDO8xHdmf18IKedDolbtjDVkE2aiNytp07YENsFpmi9hLh4dlN
Y1+pmi6y/e7eeKE7l9ko6EO80Et9X/IauUT50Gcas4KaK4xg2LvnnG26aXxfXWcjdfKEbjbB4wAm
BdWk7NHoH6ZMdvZVd3InuuO2MXDDjmpM1dO0ny7iaCP5wXlmI2R3mjO6nzkefHY7kV7K4Anbc9yn
vB3rB+2P8JoDFS2PdzOF+cqdzmInWWRfGEvhhVIKUZli39Bn7vsq++2vGCvI19qSHdSDwCdvPzVL
58208MUS7zNXzx3t7S6pHgfyK+6yQ5W3xZTGiRvHUTwNotvbwtRmTTLV1d/wwlmwnrvTZOHE7nya
m5yx5yaiRWg846zDSg9uic6DpbpEcB6U0SnYeRgpx1Y6D7zQVrXYXrReBdHsbjcxpAgVzUJ7mmQG
aekvxOVm079Hd+mFYriIeq3zBtACJ1UDmdFbrVnLrL4Ieyf/m/3nG7ySaBM6N2lmmuT3j92Z673e
SviFzul0XnHpGAeTe8rBHJZEXjr8Yc4ojxqO/zsK7a2azV62X6pqo5v5Srw6PfjJlZ3C7Rudme39
/Fe/+Cd+QtBDZsSZPsx8c0YrVWKezZxMdwSHXXjKuW5Kq5Z1nfucoJ22J2inrEnG7SJxoOVvJF7A
FLtvazLJhIkaFqP9muf7Knc5HqXlcy8t5jbys9JGLmUBic01LIBMcPtR9v7/yt7x/DPGH5N5YE3K
uvUo6w8s60iCr7ooNVa4yHeKMYvHFX57tdk5NVlJ3v2MEb5f1jJbxZvlFWf2UTreQul4amyVtyeR
UHLvCkjuiaEcwCe1/RpCfZ6d1qk7S9nY76PO+7zrPOMbP6NvlzGfCVGtSL967P7s7/75b6tTxAnl
jMPgXT8eyl8wATVVgVv4hfHI3tVJPzYRR9wiP7jNopkX6qK4pr4yz3DnhXMt+GwvYQydTBTVOYbA
W3opH0KXXxJtwmrKJHuMrcyAbLJ3iTYcinhw6QPYhCdY/uIaghvlT1fu+K4T3otbpfiUtL2Mhfa5
BiDP9n0UXDwQYSK5otmluBCcyNB84C90jHNuBCjSpssdHFDQPHfk/KaA1V/SC0ZUYS3Gz/wy/ZlX
HJ5yl9M6i2I3T6vu/u6+/OgltxNYKZb/kplZCtIz++WE+auOUf0VYT766BYYcULP6AphgSCI8riy
UfC3G4MmA7+P6Ncrz5tMzSYpc+B85q1Usz6AwyfveDnqrJhe0fwZo/B4S3+Q58n6Vf4ZLXkrXh67
r904cWnoQOHy4jQTwkRjNi44QVXmsMn31ZL4ryptKFGVX+4mCRdBRHtW/y0qzwFpumrB6d9TKLyd
bup88IHpq3eorzv0m3qEycz7OOJsAOKG98bgmQpCc16sGROYr0YX3PA2XYjaYKAERZ8lXnYxgjem
PoH6+wKfpgKXg5aipUTH93NrOTnipq3gurX3LGPxZGamsGVVq1aY4IkgUlBpSn8WrbMFBr8qLXno
q3eKr6ahs3T3gN79HIBQYRv6eFuGBBW26LhlXSzQnyuuQxXL7l9au52JH0IaRbkavTja1JC8rwmS
1yOVI11zvhODXWwYS2xRMf7n69CbRXO38tF72VkTZw5hJrDTNCrBf/fEigEvmgbeKyZxGcWZKtyN
/CxJYy+8dU7uTnr/fpmuMBR7RYTVJVpP8wEnU8EztioVU5Ip7pCn2GbOAGoERcTTC2rW9g3H0CWP
gY5+FPCSFgH4yEVehgBuTXObfZ2+zQaSzDEXwq8vBEM9IagUX+GCUA0GqgbSCKDe9mu8RVWJGZcS
9RI3nAs5k4Esdrty4tRzAnSxbbjW8yKMss/CPPuCfJ2sk1U2mqq2qC8nIwzj3DHTG/rb1ud2ZM3Y
mEbKYgTGnYdvW9zZYs+H2ivbhjYGotpm8HUbEoca+vkbhvp5JGxZY0kppwY0IUZC0qwZGg6uSKpD
oHoAqAbaKsrXXMLfUSwheLtlFHppFPPHDZRMHPiy+YO19e7+xsX5vYV3u/ApurynKgrCHttdeXO4
3g0r3asYq3nAKrer99We0K+el1Z3/rtdgOtUyGxpZz/7RVVQ9Vh+5cyd+BYsHjOWqt9VKuDdTV6E
0TRZzxbTnexU1bFvujq9wglmIvWySlTNt/smPdEy2r68rLjULkeGSwJWGGzT/AgOsqd42Hn+MCiK
OzymWLwbRunUAYTCtA64tZE+2wlwIXLGD/y9mlU2Yig+cAClMULyE7F7m12fWQxzv9bGO7sNolec
fV5fbn5fA4IDuh77Ue1XbVsMXqxazdF9i64OrDpz+6RcpPgemt1O84RTWu/V3uLipfDQUr/4eeC9
8eIf/sNhriRrDjqyJqcpmGoAvPuqivLr2CWHVHIQVPeXEC/OdXkCm1lJNLtz04p2pT70rLxS9lzz
m/duvMCVvlL+A40bg9AQZJ4YzhhwZboqZ4G7oxiR7coQI7oxlPIpWIpwZL4t/6DxA+kzb2WLmYEa
CuoPle4nYg+yQIV66os+iIttCKrKBSGOxEe9nq5EEXW+axHM4cOvwdwmONDDNXnoVBmUP1UOsjII
9PYszxkEDuk2hTf6Nv2UG3N5ea1cIs8dNsZJAkbqQJSgZkU10yEwAmrO1fvqeA8xYoESHlypdWD5
ylVnYbPwMgN8OxWNIXuuDG60dFZc8CYTj+wfs9SLQulL9HJWKna6TzlAl+8LBCj9/4b0GM/uZpOI
c9DMwfbhO3FXb8cR8KZ18sgYjJWHS5retzdL44BP8MCJGjrgDAwR+1hmqpxjErK1Gtai2iKlySQq
iR4OxTIIlrKJfhYctxs/uvPH5INPlvL60mwdx5n2mlY2HXYePc9nZepl/rsbv2Y4cpgaiXzk7CmG
nIPVc048yZSS2nUZXfK8mKRpsnJn03gdGgL6KKDFS193bF+pjG0WLVfZPIK4Rp8MXr1uCsv7R5pe
K2l0Ngv9MR7cd9TAWg0eKS91l1LRV91g5c3uBACmgrsqdVfKw03wUnIcIcfco4JLHUpAtamlpoRy
m8q+xAE06sOuhPQwrqu5dHzXEIZ+rXk47aCjytTKNg/DFdQwtrnhq/4xNXO4rVQRlexhcNBCSskZ
yS78eUFR7yxBWBWM3y9zXPwNyAd1ZgW6qeJxP6r/OOJO2TK8keexj81jGjs3N5mNzvk/DDsYwpLG
gSUPaEYjufsT3dTNKV6qUyO48j3z0k9u2kQbUHcREJDmdg36zYPPDVsnDB9iugGePoUBVtS4Vj9I
AtddidbRpc+DvhoP4Nd7bQGlrFeXkdmdG6+Ek3dNTnEYbFEjTfOnGgHNtnRKnUCjxmPs3emHVcod
l6q8sFBUagriseUVlEU8JAzf6M/ocKaJfPOwGroBStqRTkyPtEH7N1EwD2pszyECNhehXJaUTL9y
w0rPhQbKDvgh8uvCBdv8Khxf0jXjyHV0ytpIgRRO0xeQVdFSZv4cAyjZdevuQSCfpc53C1U/w13a
jVR0Tds+a7DUEcFXYAieoc+6ESBiMIzmLnQl+mNffxEvbuJoWVlGgtQNAQyTjtTJPFCw/so+rue5
M714x/PFASvD1Vrx/idd9GnVQxOAeQFNJl9CG+HauG4zP8NlsbMm0kvfp9qrvK8y8ElldR1vDneC
Klg7alTbgZe+doI1/NXeEwOv+7e1i1x3tsw2cnwPX5Y5KU4Av97KRd5hH98AnxYVOktWSmi80h/Q
bdmhD6O7r5DaRavx2kVuD7I6SBzAEPkcK7YcwO83BoMdxqbQqAWLymaJP9mEGSl40ogU99A9yIsw
MWOP5wGG5G4cV3ynJiGfgD9lwJMnNIK14ekk2gklAKq5Rs6qRVeO07fUF2hpFDvVLhmGX8+koHkP
ti9j4N3BCLZe2vsYNXrm/WSPSlxSlwuKbmq7yQWHqvjqfxy9cUS3HoUdSzUpZbCrQR1YqnxpuU91
NsK87jtonUFwF6p/OAJBjdlvjz/wyKt8PIbIx/Wtxw/5dXKJX5tltmhFPtCvt4VTTkYJgDRbhE45
SyI3XWc+l9wXEJSawQGc82B0EKIaxwz/QkOo+Iw6Ux1MwVxseZHdud9eGau8E6fgfA0VcNxTwNip
naD6geF2Gvn1tP1Aoe2vmq0NrfGazddwD2QdQ8vukcrjAmjwaAmmO5lMgg2E4I1ZK5VEqjZ7IPMT
ygtRrzb2Q0KpHjAaxkOX96Eu4bg1hfCbOgEo3xg5LfCjkFvgVm5Qq//t0edF3TO3iU08AU47GlQF
LikoKKmqUxpEGzfO10t4h4k+j6nxcvyQriubeEvjcf5IS2x8Sr6yTnKOJQXlzHjG0//el3xFIoPk
0AgjuLhz75fu8tUuOCFg3eAyjzzcp9aAJSpvb+AxOW0NF2mbd5x7r2E6klf3qVu0txW2wDXn5XTQ
SbxqKPct77NOQXEzhzLD38iZhOMD++nLj2V4JDTTbJhgG/oNSvoVu0J9LTwsVpr7FhAs4EwQEtBV
hfLCMN1uSdPt0EGn3236CHN5kXOUF5aG1rtLZOfMlM1gmx/lsiQ+1B3EmAUm/z/UbufhLN0xwdIl
s/mR5K5529lg60ILobWsTLVervCw4BxfrVcTL/4tHcNGacjInfZa789wWvuGsLMCExg3hQm8FvkW
jrMOPPK0/adyHMTay8soxuJzmOcJGv+7Ozax4rrjy/1AJfcDVQs1Mufa0lmxnhhV0k3hbseYv6sj
CailXSXGYxj4uW+ETpmPcKG0LsYBPfNqW61WHNolsorIID0PYFNg2YYSdtkA5QP03oYnFFJWQq1D
vSgYjEWmhY5eKzLR3Z9nW8ibZTuK1xvq/goDn166YdWhjKoQrz9JZ6tpXmooxpUPX+ncbz1H77f/
SuN+F8ksxW5Y+U6b+QkolWw6DzdUgdUVEXDzrWoR8rwynn38JYgE6qeqRATImKzk+H06i6J47oVO
GsUSall5EHiiq7+7obsRTLNk47orGGq4ygMxMwYdimOdgGWAjGQBR1QREjjadhTO4IFC0Pbxsw8/
NICCXGxTkG7i0yYFqxSZMEwptBjhNRSQqxcneJ+emr4Sw9NiIKtOzGAMxQzGug0Vef5DXrfmbv9h
EX1fxUSAcSxUEhdRzCZYJ5TiEzTbqaHC+qSipDHKzTCQ8exQCvdI/EWLTGiEwenbZdeAdFz7aHB/
Alb7jYAGBwCRCD9kW3lFPk3ShoIabVmSNBMSYa+re/Bp7Xyb2kaRk5kJVgjZdH1u5de/NX/Q0LDM
fCDXDDXq/Ue6jLxmfiyFQ0XFic+XuBlSgQ8gxT4w4QFBE/f17eQJv7yGm3cdpl4giU0oTMERuUgZ
fbYJ1tx5I1Z6WA+w0/8eb1l8Ket2jRNQMWuqp8NH5HNC9zQD+WzK5ACZF0sXo8L3pRuoGlObUrgJ
D/IJb8VSd+mE9WG2qWqTUMmPmzylr2vESq+UpzF6FE0EGWJ0f+Uhv8G+OAX87H2nxVaOXaQsmUQz
YxJD55dJWUA+NrZ9OzKbAm4MjfDuot2ac7m8c++VTzNGdlKx6lVe+v1Rgf+YTuFeNJEVdeT+i/og
vWvNQ1lsAmypu3xLanWvUMBPDfaqsU5mx5dRvSOvq8sojZPV8S8t7bstjsbWHY0NEhxrDcZEK/CK
CG5ejZfbWmSWi4k+C7ClCM6QeBhjd/Z6Gs1SSV08em3eY5G/dlLtjdWQQVKDDW+iEbgW5wT8dv/W
0Ck4ElIqDywyXbLI9L1wtU4FuAPajidap9zvJ03Vkx+rdwP/yg/TvEGYSaBzg74c2W2qHs1WxU+K
puNli3KNTqUXsevMpzlWWOIJipe9s4kz71G4buL7jfH3D78wWe/W2gqU5qVI/M4INUWQL4FvccT7
ib5SvBRolnHLwm+WOsXm7X/eVNZ6F+Z+HAGv4DnXxtcMECB0B3V8tqsEBRN1L7FE1+VDDdfFkLRY
34HpSft8y/zMniQzItQG2FrODFVOxnpdHG1VqQbfO2SoLr0vGFTEhXin+LyoIJGikrfcJ8BK7r4w
5g1R4/6aMH0nbRogWIqI1+GMyiMVLekrv5HKXBF1PClbjaUhqPh2ijZoRUmPGyhmBJh+ZIES2Fcf
6AZKsH7czAvWC1BqREpGeKTExt/3VPN9iZGSXUcUcDhwnGqoO5whOVSCj2Z7JNUi1i7bDr2NGFG7
GWsZ7zzOtvoS1elxg1ADmdclJnMqRHlGS3atiU9X5Mt21HztjoUpETNUdQKmvSFuvSHz1ocdSnLb
dl0/DuGrTCNsezZijhtHAFz3ifkSKp9oEOHQlOtevS7aH9HFeqIU6x17pPFo/pw+muu6cj2RpEnr
hPjsh2nPajdFwagT4SuXWzIMYjBk+KjL29Llw/Z1+dbIM1atYgxOrc7zZ/oNP1Sp0YuH+o2msPcS
8l3ephWYcDiZer6rYnzlhU58LzbqrlSHnH/nHw89RWlMz2IhUZguUscLABnugQN8Grs3U6zVwcD3
zZgJ6iHtaCVx9iFWBWDo3TdeClrLFXb0IKDARiqTu+3NRgFDWv4jSyyZJbbz+WCJVTHKWY/8oQ/N
D2uSZju/iWLXmS24E0nHqx/WDjZ8bE41ZbfBw7fFA+pT8MFly2ebbhrf0wp7oJn7Rnl+5idVptmT
NDsyC/YNuYpfpzdFQbe2rJcFQHhypu5qf6jDQ9BGuyGAG3HnAp874TxTGhHamrO4Ub4eJ4RDoVy3
6tQWZ6AcFTCqFWOvLBCBRoxTMOYVTTJwvCYRGdJuSXLF0KcV+tDW6GtBFN66meE6i5aZzTNdZUai
90Y0XlXln0Nl3eiggdEl65sGRlen8oFxRCpJYTg/bMspVc3dFpgaDMuj7tQnktsGvZn8/6w3o1K+
R3MaaL2mbCVyRUuPv6SXwlmiNhHx9Jn5ff5fGNZ+oAPCP0BgWibh6KJ+zZFqgNDSK3nLIa1hfEKv
BYSgKWQSofoj/bFhs3VlW+graoK4I5ctSFSvQdNEAb2q2bxSzADQNgSOVxiCGW5ag5pxjVjwT/SW
nNE2L35NaXinZnshkHxyRBRnXpi4cQoWJVHgC6w7fiiBo0z9qCmg7YCOcwEKdFT05cIrgBpVl4pn
RGXe6ctJA8DCr2vmr7H6gJc/AysFkNIoFJFuhDmPzS9JIu9qkhtawzSO0Rvmw6FslyCK7tYAHHgk
2YaNlvUTGpuKr2s48WZS0QFkkgedaK7+6RFoEpqcmuptJtKdaVq9er5y4tRzAoG5u8m9Dla+bSsz
zIadbbEcOIp1fqXIQpd4utgiyslQhP5Coz2hpT7azUuU85wxzYVvuHaZ4jG9+DXmGP1Ws2x5CNkF
9WiSVA4MGujiqPM5nu/OJy9xop6DuAKJ12uoouYYlCQDHAx51aKDeJTzEMS8Anq9YsBBZc9byB4j
wfvffZ/95j0wusSD/gRmGj1KrLdgyiQMVI2ExQfYuUUnDBEJHQaqS86TmROGhdXKObVy7FYJ+65a
kfLHiId1mRFUXfhk5aSeG85qgNZ+qjy8MESepbWygsLZL1xXacscVgFbOsCS2K4BTvIlNZrgQgBs
zOLKfHlPQTdVj14qEUyKQHrRRRhNnTDZuDE170gnnMP7iiN6YHtegIZNx8CwGSkrSPd7ASdGHwDO
otbABAohpUwJVHNjHzpU65kvf0k/322CLXMN2TKnn/CxQLHepkdqxKP1aj+jh82GNEt4IoG6Aag4
lEGjNaLcmrHln9OjXSMkKFAUZigizSMJjbw+tgkpRyqwxCJdmg24R6I+fJ7df7pws19sonieoDba
M05ufMPeFYF+7wpK7BNjmKthAf6VICJnBBER/PwhbtFaHPpl0FC145XIPEazlUUhGtQLpNSzfqRr
SZqes0OHtw7eVFYgVoe/3dGkg98eOM8ZTuPHzgEtdQ7gy2POb900N4i+eF0D+qYQ75JZGuWpKWsa
eDe0pkj9tV4QpdabaZikZzfO0gvuoZIOuWGa2cuLz/Mc0Rjs7Abe6m8Mm0bbRxSDnjOfxxJ3ERIA
LtL+lk8VgVq16UoSrjQMLiNpeIvoK/LUuXM3i22LH0NotCV0ZuXgpAVoLPOD8lf4tu8LEKa3b/GE
krrDW+LYORqjjEmvTYNXp5uRNozgBuGpycrZhNNoldLFpYL1mVVy7IIPbe+Q/bwJuavJobEGrmIv
ir30ng2j3C58AQlPhx6LIeQD+Fiv2kJafGKp2NcRADRbHVEDCr+vSUnuk9TNSQGWXoo8VL2YjcQO
LYDTQwDVTHiG1Jbo2RXcSTVo236hkQa+JPV0HzVZMHb6n1gqymovr0fjWW0lfmbWjEjk5EdaYdKa
vTSHWD/BIDtChToteuCsVm44b6hh5y/p8SQc532FYk0Hur0jbc3YJC32NBSaCDeQ2LSNcxFoZzIl
+2UlJsrOkzwE04QNgePQq5YLHI3oBV54B8ciqIVqkK9DOGVBirAhdqpi9mjseAmbByy7QYGRl3WI
va20kFo2gN48szY54qu27LVuEG38Jnovn2n3slUN9919WiCv0WqkBRafaeD0XeV1/oep1TfXH1Qr
F4Psfy5K3hs8POEar2Gbls+xy/O7rZWJdzXIGwYQeQNwgsxdjqZBkcDo3wTrZFGpBYRwD37rvhtZ
t+4PmEdqgdapBaqlWcd23h+X92jMEZV93gKo0IaxQfQCbTHpl+RdeZNUfkbbvjyXUZNcSCetJ0RK
apCAS5l6OfoK1q0CVoGW6hkdpzpvKKC5+OFJhyu8uxQDwkWK/VrTzsocP+fdz9GcG9RuXh1npHY9
6ZC7tRj4qjWIdZfEs/GWlAJQWtDXgkjwk6WRN9FkP9LwbJrlFDsGBJXHhlnNzUce5/4BCvTrVd3A
o5Ad2M1A5LXTHpT2F+25vk1ZDYo60SKAVT7+4BYakRQO9awOkQ6i7cpBYbxwEm1wFJy1DdGcGUEB
Jd05kcrw7URo4GL4NsEDNS5m24C3er4SAmX6vUu2Rp15nwmatWdRl0j+mvZxMYZjXxL3PqyNUNc/
bhmdCTjx21DBVOx2hQu17QuReHSRerw4nOn0DmZUpwJvBuWCup8OLvVOo32zZ7ySolYt0FC/Ykwo
BbJk0HBLZ2SAXOZvrICuD33ySyA1qJda22kCOI9nKD7hWi+PdQ2Iy/4vFv4xkeUVSxQLUI/k6+0A
8HAco/YEUEBX/amG4PPlYQPz4n6hgFFRB3K0CrIBoYJsqK4gG6Jd+ZD9SJ4xZPU59nfjuhGrdt2I
XJhpNugENYptWKIRfhywpLua6N4yD5gJMbQhSCWipwblnjwuxpLZMwW7yh7sOvdeg4yQH2jqWGFC
UfL7Y/Fx4MW6VzWkGy481/fcm2jg/FMN3N24Dmdv/SKu83XozaK5W/novQJTPctb30INCKRTWzYl
YCySzNp2BZPYkvZD/Y1sErpmDvUA0v/dlx+9hEHXhZKDKXMtLrP0pL25Bpo9nP6LRpsHvm6rF6aR
A70Q8rDOv34EPu1wxxfbeZC0gpB0gnjopeu1vXRtL9Dpg6yPquWsbv1EV0n0OTQPq9kEuoU2UqpQ
yyaA9L41cPeDZWltn8om3CW6fzwTwCU9bMBxW1icEwfFeJofE4izJIxLwyEd+vSBWwTbnDOEmil9
4BG9A41mAqcfHyc/ciVpX7BTPuowaulXPRhJOJaXRYi8YOjOoWyBc2elBQcsInlbsfN/Glohlw==
`,
  source: `
%% The ports, sockets and files of a node that are first by traffic, queue or
%% memory, and whose they are.
-module(port_list).
-export([run/2]).

%% Answers #{matched, silent, window_ms, kinds, owners, rows}; silent are those that
%% did not answer in time.
run(#{kind := Kind, sort := Sort, limit := Limit, owner := Owner, window_ms := WindowMs}, Call) ->
    Wanted = case Owner of any -> any; _ -> names:process(Owner) end,
    Outlets = [Outlet || Family <- families(Kind),
                         {_, K, O} = Outlet <- outlets:found(Family, Call),
                         is_wanted(Kind, K), Wanted =:= any orelse Wanted =:= O],
    {Values, Took} = measured(Sort, Outlets, WindowMs, Call),
    Known = [{Value, Outlet} || {Value, Outlet} <- lists:zip(Values, Outlets), is_integer(Value)],
    Best = lists:sublist(lists:reverse(lists:sort(Known)), Limit),
    Owners = lists:sublist(bulk:count([O || {_, _, O} <- Outlets]), Limit),
    Names = names_of([O || {_, O} <- Owners] ++ [O || {_, {_, _, O}} <- Best], Call),
    {#{matched => length(Outlets), silent => length(Outlets) - length(Known),
       window_ms => Took,
       kinds => bulk:count([K || {_, K, _} <- Outlets]),
       owners => {[count, owner, owner_name],
                  [[Count, O, maps:get(O, Names, [])] || {Count, O} <- Owners]},
       rows => rows(Best, Names, Call)}, #{}}.

%% ---------------------------------------------------------------------------

families(all) -> [ports, sockets];
families(socket) -> [sockets];
families(file) -> [files];
families(_) -> [ports].

is_wanted(program, Kind) -> Kind =:= program;
is_wanted(inet, Kind) -> Kind =/= program;
is_wanted(_, _) -> true.

%% {Values to sort by, ms between two samples}.
measured(traffic, Outlets, 0, Call) ->
    {[sum(Bytes) || Bytes <- outlets:traffic(Outlets, Call)], 0};
measured(traffic, Outlets, WindowMs, Call) ->
    Start = envelope:now_ms(),
    Before = outlets:traffic(Outlets, Call),
    receive after WindowMs -> ok end,
    After = outlets:traffic(Outlets, Call),
    {lists:zipwith(fun(A, B) -> difference(sum(A), sum(B)) end, Before, After),
     envelope:now_ms() - Start};
measured(Sort, Outlets, _WindowMs, Call) ->
    {outlets:values(Sort, Outlets, Call), 0}.

sum({In, Out}) -> In + Out;
sum(silent) -> silent.

difference(Before, After) when is_integer(Before), is_integer(After) -> After - Before;
difference(_, _) -> silent.

names_of(Pids, Call) ->
    Here = [Pid || Pid <- lists:usort(Pids), is_pid(Pid), node(Pid) =:= node()],
    maps:from_list([{Pid, Name} || {Pid, [{_, Name}]} <- sweep:read(Here, [registered_name], Call)]).

rows(Best, Names, Call) ->
    Outlets = [Outlet || {_, Outlet} <- Best],
    Details = outlets:details(Outlets, Call),
    {[id, kind, owner, owner_name, value, traffic, queue, memory, local, peer, program, os_pid],
     [[id(Id), Kind, Owner, maps:get(Owner, Names, []), Value, Traffic, Queue, Memory
       | [maps:get(Key, maps:get(Id, Details, #{}), none) || Key <- [local, peer, name, os_pid]]]
      || {{Value, {Id, Kind, Owner}}, Traffic, {Queue, Memory}}
             <- lists:zip3(Best, outlets:traffic(Outlets, Call),
                           lists:zip(outlets:values(queue, Outlets, Call),
                                     outlets:values(memory, Outlets, Call)))]}.

id({'\$socket', Reference}) -> list_to_binary(["#Socket", lists:nthtail(4, ref_to_list(Reference))]);
id(Id) -> Id.
`,
};
