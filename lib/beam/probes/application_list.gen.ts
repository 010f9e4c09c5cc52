// Made by scripts/gen_probes from application_list.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What application_list.erl becomes on its way to a node. */
export const application_list: CompiledProbe = {
  name: "application_list",
  library: [
    "application_use",
    "applications",
    "cut",
    "envelope",
    "guard",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "application:info/0",
    "erlang:atom_to_list/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_binary/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:tl/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
    "lists:map/2",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:groups_from_list/3",
    "maps:keys/1",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "maps:without/2",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAPbFeNrtXcma48hxbhJcurp79rHG8ibLHluyRmM1uBZltT4f7IMvtg/+xrrhQ5FZVcgCARoA
m91z8NmP4cfxo9ivoIsNcM0lIjeA7G65+jJTJAEkMiMjY/njj3tv0y3Wq5iET+InT568uvc23u06
CZ/ctzf9eRyuc5JXX7Tuu5ve7u/dL73ql6/DLHyyaf3t6f/b3/nVH8twtftZ576z+aT8K7iNSLwI
yJtwXpQ39zadsEiX5QX9PL0tgmV+uoX3nf9Se9V9mC24q9rfTXQXPbsn5bebNFvwTxvoLny6ytK7
jOTc464ppdUbXpVXd+ZhHHOXvCgvmZdXBLdxeFf9rM18eVVk5dPIm6hgPuwU2ZrQ8mbdZVjM77d3
O43RZ54CPa9PYrIkSXF4VD9KCnJHyqvDNrtSdLeY7CfgI9vfDdyf6OmfCMzYXZauV0EpiQuS7W7q
PICOywA6OYlvKTYdM/Cap8vwgQQZucUuG6l2Q5jn6Zy73/N5WopnlJR/ZopB6m5zVY6IZCSZE/EV
lJd110kRxeVOb6eraqK+EURQsUXlm6G7DZuqIfjCV/kq3CRBujqus14/0f2SgxNYbbuDRLCqr42t
tqXsdSXZU6vKo6TQ6t/2aWmS82OOo+SB+0YcOKOpojSLirfMZ16cbtj7Or9ZT3qzNvxmu1Vub7wk
Km8urDc651P2jzF1H2dfP87jjnyq3RNh/kAyUTEqL+ncpIu3omS/0/0qHY7yvXpxWJC8ABaI/dtj
r7gNo5gsmE8+LsLsjhRBES1Juq7u5d2Uuqzcj8c5pya6a5Vm5U3S3bpXG5o7d3fjEsyRlnSSimq/
XDiquqp7G8Y5c9nxbkmaEP2wu3fr0iQRrzNYwUWan7YKVW+Qzn4WuZ1y0HXKB71Y5kGaBLsFOknM
t2c0KzhZ3Oo2U9uSv5GkzDubXkaWaUF4AS6thjC5Y8VxmSZpkSbRfCuR4sI+X0ZxHOWkVIuLmqNr
q1XccbUrPc4ZkT5VW49RcpuKtpBkDIgPoMzG6Wza8Vww7A43fHpHknIpCyIaftwRBT24F+XBKloA
O4wiu5M9vKAntQLDDXvaKshGbUTO9nMHbIjNfamoo1x6eHnTjGpV01W538ltlJCFykZBHxIlUUGp
4jUqiaLQZxazgpornGAMD8/pbbwie8uus5M6eWpuNsHjACYF1aT80UhPU6Y6+9id3E4fhG0M3LCt
GxN7mnaL+yzdKH7QL22E8k4LTvdzxwPlt5PRSzk8YX+OU5O34/2g4xFec6Cy5fFRqTBvSDDPwvy+
/MJZCq+0UojKFP+GlLvvTfnb33BWELXakm3Ug8An7zg1y/BNsPXF8uh7YueOdg6XsMeB+oqH8lAV
bTGtcUKyLM2COL2725ravEmmu/qrKJnH6wUJ8vswI4ugMjmziOSyReg847zDah7ckp0HX3eJ5Dxo
o1Ow8zDWjm3nPIhCy2qxo2jdxOn84TAxRhEqMwvteV4apDt/IdttNvt7eMsokcNFpteGbwAt8IQ1
kDm9dTZrmdcXSefJ/5b/qMMryTZheFuUpkl1/4zMSfR6L+FXNqdTn3HpOAdTeMrJHFZEXtriYc4p
jxqO/zON9tbNZqfcL6za8EpfSVSnJz+Z2SnCvrGZ2c7f/+Yf/kWcEPSQGQumDzffgtFqKjEv5mGp
O+LTLmwJrpvWquVd564gaK3zCVqLN8mEXSQPdPcbhRcQYPc9m0xyYaKGxei45tW+qlyOR2n54KXF
3UZ+sbORd7KAxOYaFkAuuP0oe/9/Ze9y/hnnj6k8sCZl3X+U9Xcs60iCj12UGiu8zXfKMYvHFX5/
tVnfNFlpvPs5I/y4rLtslWiWM87so3S8h9Lx3NkqP59EQsm9CZDck0M5gE86pDWEul+e1gWZF3zs
91Hnfeg6z/nGL8y3y1TMhOhWpMseu3/3T//6j+wUCUI5FzB4s8dD+XdMQF1V4B5+4Tyyj2zSj03E
EffID2GzWOaFPBTX5GnzDLlgtlxrpziOllFhhbjtFOQNd8WMAnCBrgEg0HI5Pza3/lA84tT98Z+4
QW59F+RC5ZtAGBmrAX8qDbiPQvteoup+iCR5K0nhhICaYQLFh41qqJ7P9BvcNjEohONHtVfhc2mM
HeT8ZoVG8nXHFM1LDygVdqA0+0YP2QqdGPRoGGHimyK/+uskmqcLwnz0ZSlYWamNSJYHRbpLCb81
xJFFaRBHN1w4K81KWT2MvJcXWZTchU8ennT+/WWxwrBNB6SSEXD3eTXgPJBUrM/gaBVT3Dae4iF3
TJieqzLKSpK6IXUcg2c8BvOcuJRF9w3S4cJ5PAKymZYb+gvNhsZRd7zW4x27+kIwshMCBpKLCwJr
IuoG0gjMakhrvAWnEV0Bpp2cJAvJkx6oLPpVmBVRGKOLPYQrAK6StPwsqXxy5Ot8na/K0bDaor6c
jDHkS9tNb9hvW9rsCWvhyI5Bb2T0vnkjPn8+1F7Zc2hjwNdxAzUNIXGooZ+/dNTPY2nLOkvKbmpA
E2IshVKaKc4UoLNtgwJAoADtXKValkv4exY28/F2yzSJijQTjxsoxDSgqvmDtfXh/s4lW5376O6e
muhyc6joQL3aPhI2s1qMH7gsBgJ2/0G4WsXRPCyiNAnKWSyyNI73QLbTE3lFZAa7Ri0MBozsPAVf
6VWK06aALJLnzBTxZQK3KaUSBNn7b0EeLIN/pZURhEm+qSKOcG2WX2/+T7mzlnWMrbMpHafTcSBt
yWydJKXXBn+5haHucQnil0+3X1aXcg6dzdiubrN0Wfp2eQF4TcbLgJq6AAq7SFe5uwz/vgWOstm4
mGCYn71orFstSi6GRQ/XHkqnzOpIBhQqrAJPdt8oZqAauEe4Ye80uoRVDedBEd5YOFyfs0p3GeYF
h8dvf+1T7s8BgsFQ1IfZLCkeg5yYxCDL3w2RSFj51XgnIz0Mz/6y9jY3EiDXXIKHhFf3kyM+kUO3
838yKpevCDQtnxLSxAYECmav2nsdxuuDaNhe3K/Og3RdHPakVAY5sXrpbSoSfWd++tEpGLtrzh+6
ZBT23CaQFHq4FFqN6w8c2Q6GtBnJ96Vsgb3kK2ph/YaW7w+dpmmnpbClHdmfbv18fXPQT+2zHI7O
M/RHpjPEa/VtTh5I0bewNZWITAaUytHWo6nV1/MmpOGCg7Sy35HkbmeVtiRyC+Vd+9sFt7rtgVpF
ed+nO/sdufGz8tiurn4gbyXX+GA/i3tY/Rqs1a18jZM8MTLR0qtoT1DRmGEjj780rZE/9kKhm8qj
XwAcLr7VyHebHg0QHB9kOnatzKZF6XPnys1rpBC8fL0U148n6rCwKq6RV9omjBse26DG4T+gQDJb
Xd/KWNXwrItOJ+fZQz/olUJRrHPwu2crki3DZBs8Bd3d1+XiYze+2sfACHzv3rKc+uwt66jsJtdZ
8f+xBauQT53XTT4oRrQZWoQxkLT2jCAtZlmmz8rhzbcOGXlTJbDIQkKrC5bSp1sqtTw4+iMCPZsZ
+kKSeucl/hNzNI5f4zE/kh7TRfFR+tL3qCBLcAtwRHWmm0T9rFU0f4AjakM7tiPnuftTbX2yMeTR
eQw/1o2B6vkKCrJyg/KMwNp361One5vGi/ioL+zHMRU4JmvO6Z85InevBaDQRAL76GwMuTBizJRf
qVA/5jq5Y+Zr2qWuOQ7G+kQMI4YNZk8q8GMdXICTSnlG3eETUKJyaBRSZpALIqsGgDt2Wz7UNBzg
SWAfzAjjU82Q3ZSPyokRvYXo+78LdgshmfPFf1ycMcKrh13na0yU0PUaNQO77a7M6LKzkVTQvvjs
pQOV8nu3lQMWs3++woELr/LlSkMe17deYcgXxsCBcyKpUNAlQNR7hlNOhfpEWBahU85XyI0XLhaK
+zZ2khvAWscnIapxzIgvNILQBKYz1cYUzNW+IJIs6PmQSmoKTilZPBImU6V5DsZObXfizx2305jW
0/YDjbafNAviqfGajbgvQ7uiCKt3+1ofJTkNg6GWvgBRsMAGtkUMN+4aDtBN5AMIOXDrDWGchtWs
/IXBiacCiOAvYVgtYB7gnFrU7F1fAjUx4V/4EuiFkUkefVarMhR+PZGU8RC8NHzZiREGVSamHvP8
/Y5C/pcWZp0RyO+BvM0l0/saRuHuXwraMdtgNpLyn2Fuvx7eNKNHhem9+uUrGD+dpAsCXYn+mKob
Zkjh6YokOgrjoLqb0cS8SwDUTPahLLbyzEi6+RnBbUk1+G2Xhg0iIZnSETDg798Wk5KfM8vk9AzO
CQlJWrXDQi8IxTwmCrtO76g8IUamwAnozruqWRUwpZHzQ3riSSn94pW6RYiprju0dHin8FwrhGwv
L/fQvMAgstgW9izC7QcoEAqYrXYMWBXM/J7RCc0W/vp2ZV4Q4Gesb+a2B9LblHoB+BaebkiRSDcK
5ckwuHKf3kZA6aYv4I9k06tt0WeAT6CPoKLpUc2WNKeMcU0kz1U5JUuyvDlkKgwnZUwvNPvTA67C
orZkxz1v1mpAjXOjNo/ds9bLy6h9uKxADivt8nigxNkEZObu3R/x/W4qqaVnk0lXYAvGVh1l4Cj5
19S2D5WByBksO6Yb0Luvk4ck3SRQo5ym6CT2RMIUngC34tTBKU/CGC/arM2Om4Mdw0HVtB0uvorT
DckqycKb9byo/luRjID1XT7At3JcmiTdnmz4Oni6uTstabgkYFscAfFuesMDhEmNtlUhb8FD0KfM
loVaLPjGIzz0Jqk5PjlTqBzfoEYprhX6F+MY0qUseF2saL7lY0XnSLahgQaSP7HGAQKhV01gtOke
Ly1nuBAFYsvuYVPBnfESspFO/nxDyApGJK6qwo851pNTt/oDcPUlCIkyorSPa56fEeCnmojI4UBp
f/utAwrghI+mZpOCbeVrrrzfrEXqDGJDq1ey/5V5VnIiYpB+8qkciK9T/T2FXKSpGRQBeu3utq+U
aJW8SNLgtIjqlpszRdifMRvSjPd5r/mjWFmQJKjtkVVUpWsESp+i2YW9ldVxhqurivQYNotEQqpY
R422pRbQZ1ShU5F2qW0tkFgcsraFb2cfXMZ5JS1I16riDiLtdQVth8vO/yvzRDCfkbpUVpj59W/d
H/QzRwT0QK0ZRu4j+sbGDKodY3VI/woLPpb1bVeRJsUCqUapGq62Qgikmtzg5LewLAUnywQIv2KB
WO4WQFjWgDbJyJT7eHuTIF+ReZCtE8ABsLzh58wN5+lyFcUE7IdholFMdL5UbiSUP5QH36GESWla
te8XQMDF8h5FrAjaDGhjBx1HToAXMJllNb6PVkMzhLhZRtxlENX5JPB2mU76vpJXMfHDcw4ILP1U
Doa+I7U6VWDWVJlODy+GqAWFGRhHE3xqT9jQ54Ji5yilassuveqQUBU2Wl3DsPICkNa2oTc3VHBb
OxNiSDyFVnwYuMmMFggphImxE4XX5rYm/LORBP0DwjdyX3UEYswhUcEqtEld8n10ww4VdNxA1aGp
+PiWiTgj8RmKGqq++EzMxGdoKD48Sh750ViKhJ6HO7Nj0enWhzrdmhNv2pBWblEHj2VtZmVt7Q+j
rE0HgfcfC57edUGbC8qtf5tmJDxx9znExerTYv/cPCIxEgrDh42EK0c4oQaYFG4g8P2tAcklkAaD
4cQINuUU4RfFp5eXXnlSAFJnYIzydeEn24cqHti5q5L+NR7H+nLiY07LcTiOe6VUVzAU5+X5a3OR
HJ4Qjv0wWZQ6J0WhjHufstUU58gvnPnvmoKPyAy6llQd3Lq1fnWZQp+xzeu3AWtGo2a3ZxYXUo8J
WQGQiB9KVcmXqKzC9d3QgKPZFgPUuV9LiDZKz1GrNrLgQhpfvLpspOj0VZPF6qVN/ziDkA1KfVF7
pL75SCcmxRnwr6eNyNa1avUs8mnrpIhilAtMi86AW4H4Ns92cZHCN3I/NP8dJN/+GecgfcktRNeM
VEtYU7u06tg4dWsd2w1USGsDAi+nkPBQoOtVQhtMI+ffRytVtHFHcHlONq0JmLc/Im+++caiOWCt
xPmsxnk+0J7nSi5LXoY4Q5t5yH9hX7QAV0Oqyms0Ew65Nj6lznlOizYIM2pS4zVtpj5qirRFQc61
KQbUM6v/mrqHIlWwAFvcO9IrpF9OEDhsNlrpvc6T2uCug++Ow7X6UQ5Lx6A+o8PQzj5j4YTmDToO
OHgLYH1HuwNnYKhHE5i3D0NlpGKFBYEC1Nhem+DGG2hhmRG+TWvo8JGdtcvFoj/5TxO4gJ7u2yC1
JxYrRklOsgI8VszSTAPQiDGZ+nFToZGfmiNLARULIL/VOHjQLtYvzoCquHzRjdxVhzbBo5uvy52C
Cl1ZCtFFA5TG2NSqpQBWtc3bn9sOAzjphpoqRUloCWuIMXXuftOL0/RhvZK9pXFT3aN1WEmjKOo1
1qTZbuLdpKINyKTEHG+3+q0LYE+bnBr2NtfKnenqf6AkqU3udbSRhfOwAa7eGbWTBc8e83JgQ3AU
obFFwxBff7S7O5lVQxIzJ6lh7xMpihJeFPMvf2vpeI4gu6BeCk4XhkJdDsY0ZHyKY3jh169w0N1J
XIE29zP5CBleBOc9wENskzOG+S5yHgrRQlSvMwYcBOrZNzbjJPj4u5+JfX27QPWmsm+caTvM92rK
FGU9jUCeBti5ZR7ylUNyAy3VeD4Pkx2UT3Bq1Yzzu5S6cdcF4LDecyfoOv+swiI6dldxEoaJ9vDC
wMt+vQiSBQHMaRXMKfAPa4BXTimNJu4tZWHzdCvz2bGuL9CPXikRXDmE8qJTV1xnWIwC2bCfhd7G
K7K3LGajyebbpb02Z5w46Vi8YKNrI2BYW9k9AmYVbtUC3/kObOMSWszw7TypgpXF5OVv84JUUfRl
VGDcNtrFbORwgNyAjlFduUkTq0/n6ywrVUlwLPiAfvXZslyI8I4E/7YmaxKUugfuiJWRxXq+a7+l
YESEvvokI3dRRQVIFsGWZENb/sVqrJ7+0NpNAV9spjuAgCKY9tdDg6aCUXyTvuGu0mZg2bljL9Qm
Yo+Mhzjd0aFs6HTXiT4ruac6OV0zpQpch20c/Ptodegk7tjBZ4TwsJyjlHRqg5ITkJtjzAFsY194
2Bcd7Isu9kUP+6LfBCnmtWNp89iKB5AvFmXTFSDJH3t5y/x2lWPCT4nb+FRw0RrjBG5LoWJZw7i6
Z27BtvXGqKhb+5sw2pOcqSkJGQWLHc3P7kgS5CR7zRt+PsYmZKmIeidOsjZO23NUinGawswvH1ff
BPdRea+kcsQYnpwPZaYBEpbT+4CzraMgU8VhMJClu8FkHlrkz1qB0732bQZUBOK0fg0GSoC2HWxw
pQnjcYiFX8/Xnu3ZPSm/3ZQX5zi/r6/ik3H3sXAMLOvZteFqssqOgvOWKugFbvwbeyEwj6klo2Yv
C6Ocd8R3HDdglnadYG+rLLRTop8XQh+JMT2bP+vF6YY2QZXWMzfsJmbMGB8toyTYboEtcV4TxD4f
H28p7SpBZ/wP5eiMG6mxVUUBMMzMB1ESWQ8rzIVMYe0+Ol9Kgf4OdSX0LIp7B1BxL3CCLIhQxqsx
7Lq3cWlXMQY1FHikZ49tGevW4wHzWHp69tJTvgDussHNx+W9WGUxs89pQ8W2cK5xiGUX91loN3sd
gEto+wicMmwCWgQGbrsNTCot0WaqJFbAKYVS9fVAETObkJ4eITGDEBKl3ycgjHkeD1UovwYe4Zfm
YNyRGb7mGnZzpnK7kjEKsBics4lbzWK9vzHH0I4RqGEll7rSvTHgT7gTeoDohX2Nh2v7cdHVwJAf
LwS5oWfhnQITACaIaqzysAau5FeSiPQMRERCD45wnIwvJA4GDVWkTeSKNDMEjixEg3rwzHOiZbDU
PTxz/XUSzdMFm+D6stRYWfkqJMurNgNVkUn21uxuckeDbh5HcwKyhgnMTlJOXX3ODHXVPVdRzo0d
6NPb0hu1zeGxrpwrtuvk8eE+au/0ZZqX/aG6d5PvkJbNK/76vFDHfYZUzZdm/9jS3CvCKMaDs1hZ
iU+Ny/7azkGvkVxlKrdMaoJO7lwlVyPJmNb1WoPZ1A7vrjyCxfY3taadlzm5TdWHM+cOBXmTy4x0
WE861KkSzPY9myXgGVEPvyf4bpPu1HZdthbrXfkxgUXLAqtoybhmES1vlsfwEhEA0TT3m5uP8iVa
P0f9rA6bWrgIec/wDJXzVi5MUtwbBu0rZAz8+QD5fIh8PkI+HyOfT5DPp07ZN7PuIkO0psK3s0Am
TRF3vNLDv45hwo41Z83wjGwwAySIY04GY9JcoBn3fQD0YG+4S8GUnpemZgSUhqE0NeKPtdDeU1Wl
tc4KDFIECAc57oVMGikcsWbb4l1msOnfGfPRTbldmupphmz8lKt1YpYe2SnNgaLNwnnqaaXxqnrG
nTtPMIS4aZ1I5xSsQ2iXe98y4yQeJVrM2vEoYR0UA/RKLgT4R3q6zZ1XbFCZjqQvzdxl33SJjNp/
1/FAbKI5U6oAo/FE9955ChBMW7G82Ofvgyi5TRWdmqd4DGOsDAl2RHHo2XCicarTkDhqwiVZBy8t
m0YfrAM8E1grlz2yr6OUUtm+KrXh24wMkMvqjTWplxE1fgmkMvul1Xa6BqJvPZS8YWYHLp0B4nL8
i895XZs3j2T5Ce12AHg4TlF7AigrZX9qIfgNNiSUyno1ecyLISAGBpmpkR4BMQIREK0atK+HGUNW
n59I97ynXzvvqRZmMxv0GjWKh7BEI6xRCA+qxMfhJsTQhjCCOLUc4Eo8wRMWCmE5h4597hfRa9ZP
cuQ1u5apnWBKgXoIGCuWGhxsNqkh3TAdgzPJsogAb5jXASGAG9CGwH2KZlPN4k5+5LTyqhahbTWB
IVpLSP8PQzh3Nw==
`,
  source: `
%% The applications that are loaded, and what each takes of the node.
-module(application_list).
-export([run/2]).

%% Answers #{loaded, running, starting, others, applications}: the last as
%% {Columns, Rows}, \`others\` what belongs to none, {Processes, Bytes}.
run(#{sort := Sort, limit := Limit, text := Text}, Call) ->
    Controller = applications:controller(Call),
    Masters = applications:masters(),
    Answer = fun(Use) -> answer(Use, Masters, Controller, Sort, Limit, Text) end,
    {Use, Cost} = application_use:all(fun(Known, Cost) ->
                                              envelope:report(Answer(Known), Cost, Call)
                                      end, Call),
    {Answer(Use), Cost}.

%% ---------------------------------------------------------------------------

answer(Use, Masters, Controller, Sort, Limit, Text) ->
    Owned = maps:from_list([{Application, maps:get(Master, Use, {0, 0})}
                            || {Application, Master} <- Masters]),
    Others = maps:values(maps:without([Master || {_, Master} <- Masters], Use)),
    Loaded = applications:loaded(),
    Rows = [{Application, applications:status(Application, Controller),
             maps:get(Application, Owned, {0, 0})}
            || Application <- Loaded, holds(Application, Text)],
    Sorted = lists:sublist(lists:sort([{key(Sort, Row), Row} || Row <- Rows]), Limit),
    #{loaded => length(Loaded),
      matched => length(Rows),
      answered => is_map_key(running, Controller),
      running => length([1 || {_, {running, _}, _} <- Rows]),
      starting => [Application || {Application, {starting, _}, _} <- Rows],
      others => {lists:sum([N || {N, _} <- Others]), lists:sum([Bytes || {_, Bytes} <- Others])},
      applications => {[application, status, permanence, version, processes, memory],
                       [row(Row) || {_, Row} <- Sorted]}}.

holds(_Application, <<>>) -> true;
holds(Application, Text) ->
    string:find(string:lowercase(atom_to_list(Application)), Text) =/= nomatch.

key(name, _Row) -> 0;
key(memory, {_, _, {_, Bytes}}) -> -Bytes;
key(size, {_, _, {N, _}}) -> -N.

row({Application, {Status, Permanence}, {N, Bytes}}) ->
    [Application, Status, Permanence, version(Application), N, Bytes].

version(Application) ->
    case application:get_key(Application, vsn) of
        {ok, Version} when is_list(Version) -> cut:chars(Version, 40);
        _ -> <<>>
    end.
`,
};
