// Made by scripts/gen_probes from system_events.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What system_events.erl becomes on its way to a node. */
export const system_events: CompiledProbe = {
  name: "system_events",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "trace_collector",
    "trace_events",
    "tracer",
    "tracing",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "code:ensure_loaded/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:function_exported/3",
    "erlang:garbage_collect/0",
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
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:send_after/3",
    "erlang:setelement/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:system_monitor/0",
    "erlang:system_monitor/1",
    "erlang:system_monitor/2",
    "erlang:system_time/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:trace/3",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keydelete/3",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:remove/2",
    "trace:process/4",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "trace:system/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAUoCeNrtXUl3JElSVm5SSbX1BgPMsAw0W/c0o4xc1XQ1zTADTB+AA6+ZW75QZigzXJkRORGh
ylIfeJx4/Iz5OfwUuPADuAyx5OKLmW8RkapqVKeSFIuHu5m5udlnny1am05yt1567sny5OTk60Vr
07q5C9yTRXNzNl26d7EXZ39oLDqb0+Ln4spWduVrN3JPNo2vDv9vftPNfli56+Ky9qK9eZn+NLnx
veVs4r1xp0n68Nam7SbhKr3hLA5vkskqPjyi9U33UnnXwo1mzF3Nb4aqmy4WXvrXTRjN2Lc5qhuf
rKNwHnkx87oxIST7wvP07vbUXS6ZW56lt0zTOyY3S3eeXdak/nieROnbvDd+Qv2ynUR3Hkkf1lm5
yXSRP+0wxi71Fuh9Z97SW3lBsnvVmR8k3txL73ab9EqRYjHp34CvbH7j2L+xpX4jMGPzKLxbT1JJ
nHlR8VDrAbRtBtCOveUNwabjCrznycq99SaRd4Pd1pdpgxvH4ZR53tNpmIqnH6Q/RpJBqh5zno7I
i7xg6vGfIL2tcxck/jLV9Ga4zibqU04EJSoqPgzVNmyqeuAHn8drdxNMwvV+ndX2iWyXHJzATO12
EkGbvia22oay1xFkT24q95JCsn/528IgZse89INb5i/8wClL5YeRn9xTv2stww39XOsvOxW+rAl/
WbHKzU0r8NOHc+uNzvmI/mFA7Md5ph7nXiOfKHXCjW+9iDeM0lva1+HsnpfsB9VXYXMUn3W6dBMv
ToAFon9u0XfcuP7Sm1G/eZG40dxLJom/8sK77Fmt69SWpfq4n3OiY7vWYZQ+JCzWPVNoZt8txsW5
Iw1hJ+XNfrpwRHZX58ZdxtRt+6cFYeCph92Z36UuCX+fxgrOwvigKkSuIO3tLDKasrN10hc9W8WT
MJgUC3SQmM9qdCsYWcxtm65vyT5IMObtzWnkrcLEYwU49RrcYE6L4yoMwiQM/GkukfzCPl35y6Uf
e6lZnJUcXVNu4varndlxxonsErn36Ac3Ie8LCc4A/wJCKU5701xOOcdu98Ancy9IlzLxeMeP2aKg
F5/68WTtzwANI4h20psX9KbGRFNhD6qCKGolcradO0AhNovUUPux8PL0oRFRmqbzVN+9Gz/wZjIf
BX2JH/gJIZLPyCSKQL8zmBXUXWEEo7d7z+mmlUT39DpbmZMn+m4TPA5gUlBLym6N5DBlsr2P1uRm
eMupMfDApmpM9G7aSRZRuJFccJb6COmTZoztZ7YHwqqT1kdZvGG7jxOdr2PPQfstvORARc/jeWow
r73JNHLjRfoHayk8V0ohKlPsFxLmudfptb9gvCBipJJN9ASBT95+album0l+Fov9bz2z42h7dwu9
HcjvuE03Vd4XUzonXhSF0WQZzue5q826ZKq7v+cH0+XdzJvECzfyZpPM5Yx8LxY9QusZZw+s+sEt
8fDQVd0iHB6U0Sn48DBQjq04PPBCS1uxvWhdL8Pp7W5itCJUeh7a0zh1SIvzQlQom/kzWis/EMNF
uve6bwArcEI7yIzdqs1bZu1F0D75dfqPWHyS6BO6N0nqmmTPj7yp57/eSvi5ye50Rh3pmAMm95aD
OyyJvDT5zZwxHiUO/hcK662azXaqL7TZaKVnJd6cHs7JlKZwemMys+2f/eLn/8xPCLrJDDjXh5lv
zmnVlZhnUze1HcuDFja4o5vSq2WPzh1O0Br1CVqDdck4LRIHWlwjOQVMsOfWJpNMmKhiMdqveaZX
2ZHjUVreeWmx95GfFT5yIQtIbK5iAWSC24+y9/9X9o53PmPOY7ITWJWy3n2U9QeWdSTBRy9KiRXO
851izOJxhd9ea3amm6zU1n7GCd8va5Gt4t1y6jD7KB1voXQ8tfbK65NIKLk3BJJ7YigHOJP2SAmh
Pkt368SbJmzs99Hmves2z/rBz/TVZcRnQlQr0qG33Z/+47/8Az1FnFBOOQze1eOm/B0TUFsTuIVf
WI/suUn6sYo44hb5wSmLYV6oheKaOso9w3udzoQh7PYiyyXxN2ogb8+z+67vEy/m8SzS257O7iI3
8cOAQ/r21Buiv/LZMQ4IAFQ41QB7GgrSC7Ug7ReppUptZfkJQxSX+OHKe2J3lZofAUnBITF0QHw5
mJq1l/Yz+VKYyXbl0fzW2mfS3VcEO/Rt58DyW97TNS/sDOYDgkW0BCD8fQN85FOl9CSRO2VznErc
Ymvj3ssQ+EBaOfs+IxCmnSYkkeeujDPQZ/HdauVG92bJ9bNNtqo03GKbRZXDI7dukHdADapueXLt
zf1gEsTVY+guAjcItxA65cjj+zjxVpktt8kUFzergXxKUVp6N4lkGwLEYrvjac/31uOb8VllYzjv
EcCZGujkduC9SY41LOrq/0WLMcZKCeqkApHEzOTGYZTsfMkCFGlf1pIFFBUwyn416WbR20Iwowwm
s9yXEQCHDLnmXS3oMWWxrAXng5KZfUEcUpN9nf1OyLCP2Rc7vNvI2Hjlt7+///ZJnJ4sAyb3QW9W
XjBPFkLUekxqQG52dRHVZ3ep2Q9ntGf4UaqJ6X6fHjrjSRIWUKt7TXy2H06W/jWTJgqjVLl3I892
Xz+Yuye3J+1/vUzWGGaYMsPqgpin2YDjSe4McEp0QBLjU9zUnuKeTDDQ86qIXhZkoEcsx9DSHoM+
1kxAp3U1YGbcObcPoIQMzcGHiqMBjmZnxsEFTMsLQd9MCKhSF1wQ6NCLaiCVwJd7pMRX0KbSunCj
HXvBTIhQO7JI2dqNEt9doovdgyvrzoMw/V2QxbqRP8d38TodDW0tysvJAEOUNu3shrnaEk4jS6L3
DQLEA9CV6L9tUb4uuz+UXtk6rDEQQ7QDC/cgcShhnz+ytM8DQWWtJaWYGtCFGAgpimpID7iSlKZG
YT1Q2F1XCbThEv6GdvSNetwqDPwkjPjtBkrdsI51V8hdQuZ493zrUuj2wp8viI4tbxhovNFuyVT4
A/tlWyPeB0gNdMvQiLJAr7ClV7WIIljxrJARqgds2eTTqBmhfKB5COW3S6jMbx4jYM1lBAZ8odG3
H5zgZcIt49L1rl3p+tAsBFxMf91qfwQKhH2Q7BMx8MWtEk2QYJYU4nIWfWWgeTd/5SkJjHbLtvSY
ROskEpvIc/i7KT1zg5m7jEP7xfuePiuM7knl/XQipnmG0nuTHYK8mVjXmeVHmCRDHsnmAnDEhNWg
rcGggsTB+NG8SBcvzsY/jTw38YRz1bXnrhJ3za4ezexhuRa/pfbEy20gYLFRX15spDVjL3czNvPi
JArvgYANCy7O47V8wFnzZVthETayHu5C7xWIjUuj27uDZ8mHxCCmcLadF8FbgAkI7EbYmBAdfBGE
xWnZC+tvG+CqNNNqu1xYYZnJW6FJJVyf39FH2/ZF9dAXstOixpcL41kP+/tm5QQ8VKf84aFnFv3h
t/6u3XHfoQgKtv7KD/nTGOpDO7gP3SMABK3CemtlDGUHRrCNrlmWUoMOFjGCOgHV2MqgXp6WRQPa
j/XbIsGR6YhgzopyNuftqwTv1IlJFR355pevjgNsMGIKKxHt/IH+5jci9cG2SoBncR45PiF+fTL8
n38z8LoadX6v5YN/t7aJFJAyaD1iBm4hpWo0Vqm77c6Rff0RAv+2QuB/zwDJYvTg3z82gh1AWA6t
ympB+e7kwCeexexRut9t6ZZwsKnmrY1LSjDjULSXLIT6UW7edrn5A92EsbC4hlIkqTYrTuN4zjKv
RnusNvsuCdWenqKIGxy4UZjDZB2BHyjr0bQO6/Pb9flNFK4mO3xrCR/8h/r2nP8iKvIr3fArAEzT
Uvws40j13eUkrxgp80QElYJQiDhEBQgf8AlS+jpZahOwP/sQhNE9FCk7mAyVEhBzATExTfsy8uap
xHkZB2PgrjzwInZ5DokkG0hGW5ea08EDc10Q+ASHRR2WKzV9VexpRdd2M/aQwTWODOfD/zh6mKlV
bjPinD7ZXlSjE8ARqwUZgn1Zuy+wS+s9nCtgMPv1eQJHXuXj+XqP61vO0/vQAHlVH2AYTcUAfV5q
2OVkxQ0ISb9u8m+/nbizmeS51tk/i+qNwUGISmwz/Af1ISIn3ZlqYgbmfMun481IfYBceQcHAQTd
5yZTZnl2zk7pkP4fWqrToOTB3lFY+yFISP8QnymxDC2V1sCHVp5RYFD68/5I+XlU2SVXdwespE2k
Z4ty2hmTbWLx1Rf8DfSUHPO7Ba4T/e/m1PcKAzM07MAMLFk1akXb0iYjvcIustPfevX5K9MpbaDw
kSd5SGaSxKTOt5ztAVgyXOXIXmY+1s8N90psDn+svzn0aum59ieWhHpl3qnC28Mk/g4vG/BlV5Jp
IjrNZg4uRrSCyl9b1iglHjuvRAodGH60wkRdNrI1sF+hPxVWqINJxRjF6eYdRDD+g4pFBrfC5gIA
Vp2c3viBHy/IETejszgJ12uurY/0hFY0bKu5GkZ3qks39JIWEFQF83/uRUkWLU2PzYFLN8D5qNjH
WJg9D/4Xx7j7xWmY+t6xZzHm56twdrf0JsvQnXkzIZiQD4tg2yoSLefYIJ57QXwXqV4hQfMWQwTu
OUolxgv5ojwAvhcrDnxonC9ECNuzKMZDO79QJ2QkOGRQdt9EDKHYfE8eUGxa5hdKm84/07bt7285
xCbX95MwWXhRLB+nvLmhPOvjSHI9ev3uZB4H1LVQK4hIl+lX2FKtXLCXr+8wnR4mMICEJKxGImtI
WT0Fv/BFbPFVZeXXVBWpqvKeKsTiOwsPrTsLd3XnzrQjpXaNVBc/44+IpEentRDhbakcYtcHVagT
69rPAVcnNoKEW6f6ncP8ICwPlUxnyZiGPY6+4D6qrTgO3BpNGqPmzSHp+bx2Z240x+2jls0WGOHO
b737WfqZYhHsB8swmE+2eOvJL++8O0+yFiOCZCH4zsVHcA+eB2EyyV0E9zr1s6k247Lo3kjWm7hY
Dl6ft2uieHB5nqHvm/AMiUm3Mv7BW1+lhzpru5hDvcV5TXUUaseuq0/kLfD+djHQlaVA/XldmeNP
tMGHBYOXQBULOCg9awfFMSrYEctfHL0+JBxR7k7hCrgcFMMr+YVVDlV/gjgdrQQNiiiVksZfYDMe
GBP/a6ghzWisX9Mq0Hwr+wuARNrKtTzwW+NB7Cs46C7n5LqIM29gr+EtiQs1PETSZv5ruP7U3DEb
CjASBsTX+i+M+qkPqsaVVhF1IVJwVsQGx/jce1NERfMG5JBp0pRYhA/WTpDhIr0R59ghZqqPmikD
sRVUd0w0stpjMKtdYgf8VNd/zxT4KGj8ffYcQ+H3NWMVdXZIYD1LbAt4z4Sx9RRKfzPz3wdcIySA
y8MnhhLCV+auEWQ3G5Khcj5a9ghh0NqDNGHH5kx8z369f2QJ2LnSoAbFQErHW+F3cFF5dtu3fF3N
NPdp5CV3UTDJinQQlEF6x1W5BTwtXqJYQubdx5509iPrnvUX3pupt84zhNDEoyfpAfPEYUm9Ot+P
wmRlqsBimCzL8HjLknN9CyWHh5/GJe1YzFSRg1Ndkdx/ZjDBY6HH0xFW9Ygm7gfZqmYdIoI8Ie/H
iR/MJwLyturVfpGtdvFalsj0cd2P47Ls8ACSJTZeVCD4oLGcD7KdHVHDOjnjMg+aq8FVpI6k4Mz5
MVVojOT0sc88yz9CubLHOD30v2teJji3zFHPwRUz/aOjXr6L7Ssm1/eGusmOiGt9UuOJKgMmYJ6O
lZedPfBdsEzD+vcABo+MpNZbWGodbw0wkgupwjxd+AUqcw7UXDoSCwXhkk1PUEcQbGSYjtKiN/Ep
YxrJMU+V5YWzfWC977DH3VZ+mh/AV3OExrAPtJzOpZ2Rspzch7BPzmUZ+9SWcrHKVWVgaFBwOR/o
yXm9PVj1N95BOYEuMefOpYUEP+y0vQsagR9D4Om17xHKN/bG7gc35HwMUCqweKrxS7Ds6e5xD7SU
0OOayRI3LPZ/fF5MaRJCB7GilkdIhlfexsOxrlPly9k4gp7jJTjLlWB+ol/v1Jf1Zq2JXAzDRhp9
418opxIr9bmY+Xl1TgHu2P/244wTJU63jpgQU7ZmDPeg7hEED+b5xzQ3FSnxJPqzaMYtiA+tWVF4
/8f6Un5ljC4fVBW2vNRXkiGqMV0D/um2shRAj56OjzX1zKfQkK7tALfQuQn9hh5OYFlFHx+jBQVZ
45IwSVVu4aU7ROYUGLDGiYSD6l7xRh/XVe7xGhrNLqhaahQSSPU5C6dZQ20i6apItAgNjsooaSAw
Y1AWaJOLS0KdptYp2Q7InHRyhJTOIJSTOuLEhtxYn8sRyo8PZcI/foWxHO0lEg3EZV7grXcv315G
VVGsQj1Z26Xq1YzAoybNUIseSI88klo8ks13g0dSxTnVfWQYfGgGSULMy8TOblKT6E4X+n1uayiD
6tm3W+tVYlv7ZqU/qraypiVRLXnx5r46nqnZmyy9QKNoEiiCl3Relr2MaBZutTGzwXc20OvFvN/N
GiBTbWUV8upC4oucFGXmXd/NGVdy6SZwLUDXhOZBj+Fq8DCS2tfB8g/43fTlr0oQdvQV3YF6KgJd
vQkdmrXkq2xClVUiYjuag7koOZ3bZjTH6M3DU7Va+AEv5250nVmiabhcetNEu/CzWSEahbVkHJwc
y/1vS+z1Y8dKZjPRz7Ku2r/IMY253yIIS1e+R+hywzlKkms9uenj/o+e7e9oReV6sjh28VyAeUKf
dsOk1XBfmyNF4IHaeefCXtzX/liT0QM9bAclCF6Kz1F1iNYJZu+6p6L9oPNEUs0MDnx1W/WhACmM
pZMsonCjPN2kW1T61pnsHVVk2Lo1cIk51g6NsjmG1l6aSnWGnzBo+pyaLiGqKRa39oANw43jcMpu
0ms3yiLJYlqpBvbyAX5kapmUQmuXtwK13V2r2m6HCCX2plHN/JrXHr+YYLF2bx+cky4eXQhsdmiP
0jujGDpwqN4JT4/qLvHkNlBK5sb1syoJ6PBuRXtnsnt27XfPlzsWxZkXJ1F4DwKtLYcKbJUOkZlv
OJLr1MI8Bjs8/MdYnxn6Jv08eS6yrYX+pPojukOsQtAF4dUupEI7pk826TaVvcqI41HXD86vNcW6
7tMFRhBAjbuy/0J3EeCXJeXwAeSu0tgSRllnH6gT32EWQWaYZ+pzf/lgfF3Mp/smdrpL0ystWgNl
4lSZtuW8bD0Qhh56B+WY4pW1As9wzIe27KBz28btGIRyL+odSTpR9KS7Ju+2ySW6b7h1zTGrFCOL
tYQ1BQljKcHZq/8JAY3swD4YDZPovLX9dHuThCuBO3hmM6WD2F74RSmzMRU6ZMy2iG/VO9f+9NbG
VeJZRRwVP4uWH9/61l+DnZbYahPlV6XOyNpmr+LiX1c8xXzz009lFxN7RY+TgqG8EhTeUNmWAbW/
Y0GGmNAS9ZL/xP7QAGA7W3Iwy+8ZKVwWM8CYUxocxS+TclcbWWOGmihVhLoh7QiDyemhdkY1EOEN
lMhlgSW4r8ZANdGgLtcN6aDIX77iFZlO1L38yVcYmkJkeYVH3LAaMcdBPFAQrjr1N5ZWynbfqCq7
Z4xN7pv3Qe4dG/rqgEjGdHsLbmPMOpGjCXvjC6yK3sal4/SEDkZw2e7Gj6qBSgppGiGD8KBHKPM6
AvokUhlr9EAfM1TNUb6nf5Q/z4kEJuE60YdVUQG36da00Y9mAU+Q+u2rFnUW6Mk68sPIT+5Zh3y+
EFfItAcKyJhhCL2TIhG7Fr2Ogf4r5QMfz7ZhQK4rJPNS9WLWAGBTZmM6M2+dLIxyMZ2NP2NvUVLz
im0juwTcwfXkaVhicxvrd27ry7FXKHN3eQvj6B4kVW4MfX7DXRq4GkUIN6u3Z7jirCRrBju/faJB
byzhxpBXUezncV/nZpGTi++udyvQlOzgF8RwVqnqO1mJgxGZUc/M7Eh0BSAx5nl56NL5nLrFlnGf
jxrkVf+qdPDaTXw2+V9UoqmPFQYoS15z1I0AdsEvqqsNP0mly1uvTCqFcQpokDtr7wZ/qe5RjBUt
Du0/7XP9rA4rfT2dujp6XSBiDCzK6th/0F8qGzdQnZ5sXvCF/vFugNOLDJHjLHzvkJSszcF6Z5eB
zLxIn1/UZ+aZWuxA5z7j5MaiuKJzEy5ny710ansHmuWXXVJtqvSVICKnGiIiMCL2caauLle94VQU
Mx+KMXM9QnXbfhsS3FWdWAyDFI4YYleifM7iqRsUFHtc8xY5jCn2lxmcnGIGMMWsFclhJXZpv5db
i/iXyn0D64PVNQq7dDQgkIKf5LDdExTMTeepc3ftZyEWCVdlmfo7OApm+SjIpjtAtwi5CzLAqlDA
CcqOn1hhDhd21mhoSHUQgZuJjK1GQc1sRxH+HsjD3xqRzkJe2BbI63tNqLZ4c6bIQO0A3uliQIgC
z0DzcLU/nuYVl/wISi32kOisJFrV5H5EgN2lo8dd5SjFvxJam7+yo/jNd85iDTSiYgih5SUUMpUd
GRy0AYxOgGhYVQ75K/0AUQ+RGgfdPfLFxkWNMQHVIS7/Wt/jl6zhkKfaqkY42CCpoUFAH39Ig2nN
9kdmlS7pjh9mDeIldTq54u7efeYGs9SvCTUl336lf2J2GqbFnpj24ENUkYU8fVaW7FDaZGvLAWfZ
o1h3t8kcvfLQ4zbKDFgX7NhCCeT8U+10tm6qcCjVi6ryAPecQ01JIfLW0AhSLr8c4AW2E3Z2sET1
NZZyam0r/sagPxrHX3lpJVrVdKk1xo7SpyB4sN36cJkV1SQ3ATCFCJnhgDp2VYT9Eom5MjSTP7Vs
NtAnWP/EY8SUe7pVTQ07UoI+EP9poaDnIyGNUYA3DfsrGaX+mXW1hiIuLQpsyZH+rf5Ih0AIAx/p
kGcPs5YtCT4TTa12DTNfPFBcWY67h2AfDhjysMbAtGcphwmH4gF2nqOEvlMf4WMPXhRC4eezdHz+
NJUgvFwIAyaOCFoFx3MZtMygvWJm/Ft/vfGLMVB5kFQB0v9Mt73jJDRgdF2UpLnwCM+OD6ReiBDu
ODVBjzPbsmbJN9t1z7k0bLS7g/vjGclSOfW+upZ7nyfAUupdWYqlazIyQC6zL1akgPpE+yOgzskc
fl+tTmPgDHUqbROJ1ghHrs9RMVwRvH0G1/RoLCWDyAFsQF6fmGkA6HiNUF91b66CcOIG8caLmEsN
BJ+HWTj2FSi7pJVuPvVoSAxHIw3SV4dV+2BYtVGiQG43Y8jqc9EZ6/xrt3T+VS7MeuebMXrg6sES
TT0WhkQ5KC12z1qIIYXQglo1LGBTAHsO7s/kfXn2LLsz/zWYdPnU0MYKEyoJt9dYTYaU6vWEubeV
bjjRbV2OWood+kuDZJJYQlUXGKKl5UVXewKuEdtV0vHnJ8ug2MCQP/ZoKAGelfkYWy+PTuqSCmuH
svIgDGrWpq3jUUI4MtrcjrZmjnXgoWZdk7ZmXpkRNqAQFyFksfdLYP4a1QBbMhSs+TcLwAim8iT/
vc1MqjHvO4HSkjY4AjImqphWnz+Na4vYyFbEnqy2HTjg0AfkG+MLkG3k5m+x1uS/027GpVcf0g68
N4ldackTP8nWEzg2jsQmXPJVlbvIeCUIzFHAVuHhS9fOtN/IzxwaqY1JELpbYVmJQMZQN5WPtTT/
vb5DPZQVE1CViSYWpAe1rMGDJE/9eLKLS0q4rcrkwbO4J8XyhBwuW17wmhhzyWZ3WWuaI8HkyEAw
jnH7gi2mQHcVhUZS2AMtAbpgTKOP1jX0eDGlbIcyMjMEd5+WZmCiW9Ue8/MqKiKvBLtpnDweHwe0
p7l+I6IX7exKvkcXHcoLNY4bHWJqCXEtDE1ce72ejiOgVRwn4l8Y0mJwngT0eVLkn2x8yk4ArG+A
yUJPi8cQe/Zzf7WOwrUXTXRe0lTYbO6s5VTIGds7YmETrD9DelOVq9qQdTrHil0IW5ztgUq58mB7
2mwysu60+TMgF0F3FPmpQiLGpp6GAY9Tz7bYovXq81eGJ6EBpuz0FeYZeSl2UzGzJtlgFfdWURwI
o2Yt3BtJkQtelHCC8m2qjmRyheM3okF1RUm14px5gCYMABywGYqS1TvvcdEkYj73ci9g8EAlIpei
BLTN8MJv81pXBV6+NBYH01NWr34FQogfe1rQ54HxF7cwE3gFmH8V7wBUzqcwhg0bYhJHgVcbm7tT
p+567QUzloMORL2NzJvLAIGqIZF6XEMcTCyNtK1dP8KZFxz5S/to3lykDNMhgOR7TR1DT8aWemLi
jkiyV4q9WcGPIyjNboykuiE8y92DJE4iP5hrDeJ8f3mFw5DG+KBRZEuj+36Ya92LVpUVBSCdaLb8
taKv3bSJLQ1KqM/XVuwsYPRFMVzh26XUGRwymJSadnkwo/UOzfmRudi+tqyzMJcOFhelw6pS7I0V
gFZ61ohc60ZXFxSpDVrA25WFNux5K/HiFDpPh3S0yHhjocYscjw1TqionQcD/bu+ZpGyBLDbJyyW
hrr4LsC+Vtn7FhtAe5ZaMwHuXg9HaGsZbuhHWxuBU31YzpBoDff5ntcpO6CVouLFqKJwlov/JjRx
qr390GVWRbpjdq6X4fT2oGx2gBmo8jhxo+TQib1VCipTIcgM9rD7NVZ2MpcH7ZNfp/9scGJCw+1t
C3mBLLdVW5/6VqmeY/AOMvO2JgbYkEHS8JvlXbygDpwQuprUzhesbVt7XMtdSwjAs2lG6rk8aBQQ
eZcWt+3aKe2siiHBsrXMQD14aY2ErzEDB+zbVeJZt9oJox+Xt/blBfScVFU538Jrf2UbaYmyGthB
kcbHKiuirxEviHRi/EwyKQ1im/fiqQz0o2Ido7SWNrbHQbAOKEP4McFyfZQFAGefbmi50jC4UZFr
Vy4BesyqYAVopH3j33/19i+DyVweUW5x68XhWQykzRqm0jTv+Q5Jbp89mulO9RAHEICk/W/V1DW0
m1kpqUu1t7MBVrMsYHAB8M/R8Y/j8thBgCrvyABIg4+40vyIslFWEyCkoRYbCVTjQZuFAIOquhKy
J09DV1lr4AjpDolAmL82XejE9ZfmJCaCT5L++z/Z//o7
`,
  source: `
%% What the emulator itself finds worth telling: long garbage collections, processes that
%% hold a scheduler, large heaps, busy ports, long queues.
-module(system_events).
-export([run/2]).
-optional([{trace, session_create, 3}, {trace, session_destroy, 1}, {trace, system, 3}]).

%% Answers #{watched, events, received, ended, waiting, system_ms, processes}; processes are
%% [{Pid, Name, InitialCall}] of those in events that are still there.
run(#{events := Wanted, max_events := Max, max_bytes := MaxBytes, duration_ms := Duration,
      limits := Limits}, Call) ->
    Tracer = tracer:start(#{max => Max, limits => Limits, sample => none}, Call),
    {Way, Watched} = watch(maps:get(pid, Tracer), Wanted, Call),
    tracer:go(Way, Tracer),
    Answer = trace_collector:collect(
               #{tracer => Tracer, way => Way, call => Call, limits => Limits, stream => false,
                 summary => #{watched => Watched, processes => [],
                              begin_ns => erlang:monotonic_time(nanosecond),
                              system_ms => erlang:system_time(millisecond)},
                 left => MaxBytes, events => [], received => 0,
                 until => envelope:now_ms() + Duration, next => envelope:now_ms() + 250}),
    Pids = lists:usort([element(3, Event) || Event <- maps:get(events, Answer), is_pid(element(3, Event))]),
    {Answer#{processes => known(lists:sublist(Pids, 50), Call)},
     #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

%% From OTP 28 on in a session of our own; before there is one receiver for the whole node.
watch(Tracer, Wanted, Call) ->
    case tracing:sessions() andalso erlang:function_exported(trace, system, 3) of
        true ->
            Session = trace:session_create(beamtap, Tracer, []),
            guard:protect(fun() -> exit(Tracer, kill), trace:session_destroy(Session) end, Call),
            [trace:system(Session, Kind, Value) || {Kind, Value} <- Wanted],
            {{session, Session}, [Kind || {Kind, _} <- Wanted]};
        false ->
            taken(erlang:system_monitor()),
            guard:protect(fun() -> give_back(Tracer) end, Call),
            {{shared, Tracer}, set(Tracer, Wanted)}
    end.

taken(undefined) -> ok;
taken({Pid, _Options}) ->
    envelope:refuse(watched_by_others, {Pid, case process_info(Pid, registered_name) of
                                                 {_, Name} -> Name;
                                                 _ -> []
                                             end}).

%% The death of the receiver alone would do, some time later.
give_back(Tracer) ->
    case erlang:system_monitor() of
        {Tracer, _} -> erlang:system_monitor(undefined);
        _ -> ok
    end,
    exit(Tracer, kill).

set(Tracer, Wanted) ->
    Options = [case Value of true -> Kind; _ -> {Kind, Value} end || {Kind, Value} <- Wanted],
    try erlang:system_monitor(Tracer, Options) of
        undefined -> [Kind || {Kind, _} <- Wanted];
        {_, _} = Other ->
            %% Somebody was faster.
            erlang:system_monitor(element(1, Other), element(2, Other)),
            taken(Other)
    catch
        error:badarg ->
            %% Queues are watched from OTP 27 on.
            case lists:keydelete(long_message_queue, 1, Wanted) of
                [] -> envelope:refuse(not_watchable, []);
                Wanted -> error(badarg);
                Rest -> set(Tracer, Rest)
            end
    end.

%% One whose heap is large, and so its dictionary not read, is known by name at least.
known(Pids, Call) ->
    Identities = maps:from_list(identity:of_processes(Pids, Call)),
    [{Pid, Name, maps:get(initial_call, maps:get(Pid, Identities, #{}), First)}
     || Pid <- Pids,
        [{_, Name}, {_, First}] <- [process_info(Pid, [registered_name, initial_call])]].
`,
};
