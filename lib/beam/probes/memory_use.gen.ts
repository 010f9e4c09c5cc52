// Made by scripts/gen_probes from memory_use.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What memory_use.erl becomes on its way to a node. */
export const memory_use: CompiledProbe = {
  name: "memory_use",
  library: [
    "atoms",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_term/2",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/0",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:ref_to_list/1",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:all/0",
    "ets:info/2",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/3",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:merge/2",
    "maps:to_list/1",
    "persistent_term:get/0",
    "persistent_term:info/0",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANNIeNrdXUmTK8dxfoNtZt7CR0mU5d2WTVu2KFoP+4xNKhQK+6BQhO2Dg9atowcoDLoG6Ia7
GwSHB1988dE/QT/HR/8M+y/o5GosjVqyqrKqu8En8cKHAbq6lsysXL7MXLZ33Xy7WZHwxerFixef
Ldu79mIbhy+Wrd31bBVuM5IVX1wtu7ve4fPhl+3il1+Gafhid/XT879bX/SLD+twc/hZZ9nZvWWf
gkVEVvOAfBXOcjZ4e9cJ82TNHrjOkkUerLPzEO0v+u+sTy3DdC481fpiYnvo5ZKwb3dJOhffNrA9
eLNJk8eUZMLr7iilxQpv2dOdWbhaCY+8Zo/M2BPBYhU+Fj9rcV/e5il7G/kqyrk/dvJ0SygbrLsO
89lyP9p5jn3uLdD7rsmKrEmcn151HcU5eSTs6bDFnxQ9HCb/F/CVrS8G/m9s298I7Nhjmmw3AaPE
OUkPg3pPoOMzgU5GVguq24578JmbdfhEgpQsdI+NTNwQZlkyE8Z7NUsYeUYx+5gaJmkb5pbNiKQk
nhF5CcbHuts4j1aM01vJptioTyQSNLCoOpiW23RbNQQXfJttwl0cJJvynO3yiR6PHNzAgu1OFMGL
vpbutB1pr6vQnllUlpRCi//2b0viTJzzKoqfhG/kiXOSKkrSKH/m/tZeJTt+XO+V9ZSVteCVHU65
tWvHERtcOm/tnk/5D2PqP89r+zxLjryx8kSYPZFUFozGRzoPyfxZpuxvlF+Vy1Edq7cKc5LlwAHx
n9v8E4swWpE595cP8jB9JHmQR2uSbIux2g9MljF+LPecYmTXJknZIMnh3AuGFu7dw7wkdeRKuUll
sc8Ojpqe6i7CVcY9Vo4WJzGxT7v7uGUqifwc4gTnSXZmFWpmkM5xFwVOOck644ter7MgiYPDAZ0p
5tMG1QqBFveyDatbigMpwryz66VkneREJGCmNYTxI0+O6yRO8iSOZnuKlA/21TparaKMMLE4rzi7
llnEladdyHFBiexTs/YYxYtE1oUUZUB+AeUYp7NrrWaSYnca8OaRxOwocyIrfsIVBb24F2XBJpoD
HEY13MlfXtCbrgIkw55ZRcOotdDZce8AhtgtmaCOMuXlbNCUWkXTLeN3sohiMjfpKNqXRHGUU2pY
RkFRFPqbw65o1RWBMIan9/R27Tx95s/ZS5zc4NUmeB7ApmglqXg10vOWme4+npNbyZPExsCALduc
+Nu0my/TZGf4wTXTEdhIc0H2C9cDFdkJtSiPNxzvcYpZnWgHlVd4xYmqmscbJjAfSDBLw2zJvvCm
wlsrFWppSlwhFcZ9YL/9paAFUSeWbGktCP3mlVuzDr8K9rZYFn1N3MzRzukR/jowP/HELlVZF7Mq
JyRNkzRYJY+Pe1VbVMlsT38vimer7ZwE2TJMyTwoVM40IpmqEXrvuGiw4p1bqvHQtz2iGA9W7xRs
PIytczsYDzLR8lLstDNMMMxI9CU5mUwOYq3zD7/8+b/IwlvLQ2NJskO6nxM/v8TfKkNp8ZVXWUqr
giWKC7/5xfgL0NcHAXqYqsZwq3l/BM/He7w1l7tbhLvEdHvUeRR921FofGf8MxUmsHclQupAk+4f
x70T5FNJKAc/hSyxKnquX3kLrOY2DPI6TACvg3rHnJ1Kwh557/k1Y8WczHJRKW2cYrwHfo0/zals
Qdg2qcvz1N//07/+I89F0p7NpNjV/WU5zp+Ajl4175m9cbEqbR6mDpspr1W2H0muuHgODj3pLE+O
fTf/Fdu0r4A1veDdd4JV1Zgvjxp8UKc7oaXTf/YmAW3ubq/j2ABBNVFs+goulNJkaFljzRmTb1ES
Z7Ln18wnq2gd5eKtDDjm2shQjKSHW7eYvT7LM5ENvo42JxY/uCC9CeADhQA62gtda5EPSiGncXtO
pEtFE6XsO9Pb7SJN1kGxQzhHtrKZ7eNWmqJlauAAErp9gASByG0RtA0enhlHeEitV9lzlpN16brm
HZg3+3Bw9DWxhlMK9soyaQJOVPPWJtM8qJqtaL4qGfwgChhBsX/sedZABN01SR8JIHUPGr1i99bs
re1joyjX2ziaJXPC/ekjxgIpEzgkzYI8ObhXnpExmShhhP8gmFdJyrjqNPNelqdR/Bi+eHrR+fd3
+UYXJzh5/VFB8FfFhLNAEYl9LiZt2OIWeouHgmjHKjNqxEIxqYbUcw5t9Bzw/iXFI9VHuJYkJWhU
3TL6EH8LDAz2rcRp1Ylg5EYEXHhbTwhcmMFKCbWELIa0wip4LcM7WNvJSDxXjL+BKVyxCdM8Clfa
wx7CaJrbOGF/iwszUvN1ts02bDa8tKhOJ2OdF7nlJzfc2ZZKHFnR6nMwbsegNjJ630zAvng/VD7Z
JqQxYGD6BQiGEDlUkM/f8pTPqq3hTSmHrQFViLHiXqkH6CyFoVsIMC0A5mwK9uh4hN+2HCE43DqJ
ozxJ5esGcjsNqGn/YGl9Gt8b/thZRo9LipHlHfnoZQIuDSS2CcxeYbPKdI7s1hf3WFQBiPiMwzUB
v+k9sFc/ZeB3N7MwTSOmp4PfvsmYpr0igWGAt8efGMfpbZKkiJBwOvnZwFcYb+JPjt9xceRbQE2T
mi3Z7+5JINjm0So4UwPMy9dR5mD+4+ah44C35WT24X7AE2mCcOgI/nrJDF+SZlqJCvuX6nBNfuSi
ZYiyxgN2PKzgp/yu/0yB6enUQwAwe5S0xOQyBAC/efiwIpkeADDE00e3+L+eOgyiUKssAVjZWbKN
85r5+GXx/2A/sh3ie/AoNDGB/cjWCfRisiu81N4k+jt4iTr2kxQfbpiYYLKOvT/ISbq2ioyWv1l0
oAfBFLfFI9fsuNJnLQIXPtC30ppEROYiobXQtX4dwCMH56wbMIs8V/Cmfs9buImot2rYXD3WFMeI
x/OnSMyogM/cY9QEZkzybLsBI6m8GYlfcgcLNRzo7bg+aNSVAcPv64J01yk7+zDbe6gFtFerQhz6
4J00WgTihqbrcIV0g9U+jRrj4R+i7agmfRlatyeUdlY7jZrcrpqUAYhG+waWbIfzuWFciYD814jw
K4/PRCuyT9tFxsgLGsHgItxOtXQMcHsE0ZA5bc5VYM4nUazEkax6GHIoTqKqMpv+ric3jWk1aTSw
SKNJvdKowjJrwagfb6GOxjacQjlKE9ic1zHOTRRneSg4OPcYKD5z4Zuzu0d71xYOdqDNPvc4BtnR
ig3OqACEbLvWYTnUTETBoLSfo/7WEM3Rqfu8C3XvgaTmtwxO8Cx9TrrinVs/zGDf2G3xTVA4yKCQ
Nbhr96CwdlaSC/djZVHxew4Z3u+kdPX3fnG/39DiQArJCgopSeC37Tzf4yVf8pQhbv/NWbeQdF4x
FjYGwEYdlDMYEuRtIl4/4QE/aivL4rhjf2BXYV1PkktHdb6srr+ONrsoX6LgZdIO7d1QWkivWFoF
OZ3bObuiI6bRED32t7ci8eNhxleKS0L1uVBNDujRCQeXz/E+3j+sCBvGwTDvJYVFF6Vsm5A5H/e5
T0zlR8U6X0ZFeYD9asWxKIyWO/8i4EqznP+FCUu2orljuLJ7KAAEfpXsmEpoCiN6n/0f4f3cU11p
HIRg6pzLM0gBJWFjqA7VqAmYnnbk5D1G6s4DR4NHlUDZ9uEUp2x5PJ6SL0maEU/518mSFE4uk8sC
GUO8DR3kgVgl1sKWxZjQeiC9d4DjrIcKc7JLf1RXutgf45kLHYTt11X76U+UyXW1uRj29PeImf9A
+Mj22CaaPfmctuAHY0c2tEK4nfbmTx3c0r43ojxrg+f5jtqrKnWynGz8fB/3luIy9/a3cymezi6w
AH694JGmgtkAeoSM1fIkt1mh2cNJLhq+4ye5NwsQOplSi7JqCowTCX/fMz12oPXwTGEgVEoei4hv
UU9Cq9u8LsrxROEqKFYAQ6WOAoM7ZncsWHuj0bpeZnmY5qSgXNihCugXx8qN2HtSlzvXNm6D74gg
ku5Uye6c+i6i5kE+GFThg4FYu2xInQY77nBJa8AhiMJBepk/c/wZPiYz1CKgBlTWuGqMAbS9k+oq
oXps1UbRbnDyb6eYHpSA2xeP46r5lF85yNrhf8VPhSrQCdWPX5bN22+ekOkFm/8fHH5Q/LSAxZQE
sC8dctqoV+xTcKTZ/dPctP5jdz0ni3C7yst/WJ74Be4JwSbiQ2HlU5pCq1m4IIJNfK7vli/ubCmk
Ayhe64cy0agRlfAlTt67lqmgsRcUHcdjTMwbEe9tp0JvQ0ALM9TdY/Zb8U/Iq4dJ0vOaCsxbN2wq
+5Gg19rn7nhzXFnrLnkNY8J0ATpxN8mXzMauBMgr1IlzuQWpjKPjcv4cf58qBXva/yvyFApKZUjX
w6fWObh1nHbjYyez3w6XUAgBk5vrmZ0zPqsf2AoW/RorWPyFCwKjapJN3yez/XqRpCScLfHJRpCn
DlEKVwvWqjsJir16xmngSlhvZE044uuXN3/ww+aV8EEjABDHLflLh1pLONJ9Is+L6Jw7LNeu1N1P
nJ5jtuvkzCst9nbgY2+qmdj1FgZ9/w/qzSnbLLCfWB0ozr4Ni1ph035gdz9rpsGLIkGTuP4fzXfh
QPfFFehXHNRU80KuwH2Wk153M1oqSTGbD/aXTJBtyCxItzFwgTsO+G1uwFmy3kSA8j1wKhxi4E5f
S6RPwfreVeQCt6UFy+prvHC+l5Qsit+dPbrebIoqtGtN/Rb65ugzjumRJesCpsRkpxSAy3aEbDSJ
s4UiPtM1RhHqCVjixYZsci5CCQ0+uUwq+V9ZbKeTP6v16acebrJzyiPFbYrO2XEn5IXjNNd7xel2
SUtzIt8PP/iwXktzCkmYKc6Eg5Z9cGnJtv7rOAnOh2jue3LPufi1ZXszxvli6fo7Ua2y+O6GSlIM
WoR1UX61qSHGZ8TLDWuJ0nSWkZhkOPYz8+7hUCo1yFRNzxprYqQyZWsfpf02OfVqutmEebQvjeLN
vH/t4hih3ldcN8sZ0Sqyxx5OcVrMD/EK7EQ8Z64LVZM9hbhf/9r/RZ+4AMSoue2D9yR+hJ9ETabP
qI76NTXjMJW9xMIntXZ6meTNQyrFT14Iyd9cQF2pbX3yickOUwryVPbCjvS2RzWN6VMr72hxs/No
j6YOBRJ5+XGRPpbti7hQlw5zZo6xgnjBybz5mIdU0Aoj8ctSkbZG96z30fyNk2x1wlbIwIXLgCVG
prKq6J6CbaO11/waQJhTnuSMys7dgSC/kRacP4EyN4eOGX9DI3WDDtM7EbbO7WSpg3wmGwK8yfT2
Zz+lDfPAj3/beGACI9A4oQOTDq1HcbmTadlTh5Z6Hu07Uzp4iMb6qtrYd1fDBPGYuMsr3P9MtZjQ
d8JB9LDIanzJG8W0G79fpl2fos1Z5/o3gXdX2gpQ9KGIiTS7e6qkUEkvahYVPgF9GRr9eGJxclQx
3u8ryO13ViNde3fcQfhZMIj03y7RpRJW3Ig1zmWqYsxTH0S6fDJW5WBaqe+IFntrKWM51cUrxLzA
ghSfyLP1bbUXxRnZkIRgZGMIpVU50lAfkdxiaiygXwSyYjw+Nj82W47DmhpTuIhFnZ2OU3bOEpob
UKOeeOYEAL4rHh9NZbwzX3bOkFt2YT8MQq5InREdTYORFlWF2/lrXVB3SGmTbUnkHqNXlQos9b3K
vanlwoQ423f+E9EY0dIE6zLgAT12uO+L7G3JCEPLZCEHyJXMszVE2PrazCad8XjfnPFoieNViBQM
sD50uQj5HUV5nbCGaBSrk2OscfVfYH6KkipYb086Y0JfQzpE6e7yQFColyiYYYCNUNeZXSRekG5X
iFp1K9xsjr1casCLDpUz6bkD+yZa/MagkvNtQmuygUcyAsPhouiAtpIBsaItxi3QREU1SYZaY82J
id7tB/rmvMphOFHgCB/AVMA5b3+FyT+0V9RBsLuETetFcUbSHHQAaHvtDrXqS+lucm4f2afNocjM
ljFgZ8qVCcQlgCaL/XAG1JRMVx+Yu11/cN7q/20S0uaQy2HRzB0LumNvxkK1+dGZKn4orrDDKz1N
euBRCO6uWWcGXXb3wqcpaJkZYcZdrYsFjdNjLx7rCoaIfmelho2Lr0kr8kba+2ZMYbcURviukuRp
C9RGGRuEeq04LURQVV2u58b7UUULoMkDUMf79K8ugHurc2v4Ye6MnOlrs3I9EkXsSp28LhXq4PbJ
d9pc4R3OK+9EC233PMRDCRxvEho7GOl9u6LoH1w6lRGpWVd4h4eGGtKZ3v5KF1f6tWPAaQTd+tVQ
ZbbLWAsM4wwNzjlXhhV/8rkeCQ6lJmvrJ+/La10CcDrQh/on76O66XIf6soMyXKdMwe4f4pbIVGw
Tlf8SOcgm5jCc445F+/BlhlSHOpNa3Wq46dG363tkq6zWRjHe0VV8oqYK8ZlETMSc15xNL9GvZ9P
LvMKu4VvQMstE9+C9rRIfWaGURGBcxnx/bK+VeYNBfbZG7ccTw63cRKEcbYjqTdG2k7Tuu5WXNbU
cenBuV4pLumtb6hFZEIZnXHOFZtlPYTzMH20xN1K0q8QJitPbBvPySJi1CETGcVnyw4rC9mJNYve
GhHu+/ircTBxDcphgK9IcIHzcEe/88uSs9UbO0lfr18XB9kG66uKd+5RN6vNiBhTl36N1rvmjMeU
Y7bmPvYy8NN61yh5g1MKKbDVTIUpnhyGCLvhHrIbrn4iR3HE+Lkp2lxBS79zydhCWZ13sHUzVRth
jLVmx6D5uK73C+7xcYqxxgFX0KUtAjx2jD2aQ/javuUg7mtoxH2di3JE8SGd5FD3X2cPvZbohl4O
84aJWunyAipcH3+Lj2OPDT61kd567EtFowY1xaYnKj4bZ5eqRDSo5rSsB7A6tAEf9ZlaF0q50Ga6
wCWevabxd3ghPwDQZ+giqNVn+plb/J0LaFhmOpFBF57VkUAMsX91pCFC68IXObIkJVsq8ikh9H5z
IDb3lTAtLw+jlXuDIhnUjQ2yKsVne4iEteMFiy6/opP+cO0NtTJLDXPqpWGUiX6VEWZe9vovQmMX
7MT72la2oFtmXBvEc69laWuV7Q2I05VwHcbzcJUlfA7qRe6ISfnG9uc//lzcB76TEDah/Rupfmdq
H4/Mr+bR9ZKn0ngPiLnFwyZg7sPLCXG1NbzBr/SNSVy3MnptbHLbSE1uUxOtW5duSTTyMqePN4HN
rwfXKz6t3WjrSNg+WmnbNZfp1C0Y/z7suQe6dHKZmQ6rUYfo3sWBNyf0spWHbWmafKKu3nUOd6ZR
8qrwpX/Fgix6Emnbe7zIonCktdnBVo9QSg9iJ27LMjA1GwwcJb90LajMFacxF1WG66Ma8tRqCJ16
6Ip9KueTy91amkuGqes2tWDyuC7yFcv+OpaLH2hbYDSF0oK662irsjbtZ1eqU3q7wQwJ7ea2fSVn
tKzxF7m4hxVRUJap4O8dk8o85iwwftp2Q+eg7CDwjprQOE4LQkcAa08Fr9K3eUoNTRnOZ6NgqKcN
d7tW4xgCEMKQqjrVXyxj403RsTknMHx0EJ1Ix4+Ev5663UZlSRR9MA7PwEAseOCDJLqnbmUFsBMD
yLJYsCWiM6DoNUBwP7HXPIaZ0B6uYyTHwRt3R3WpGwqUfOzhnLuzT13ftxLoZC2zBOC/43/qQPZK
wV9/GLUCawNaotZXwHLqgsW14wdGdvzACMQPXFUoaXbaMc3pixvpHzXsV44aoj3NNueyKR5bR5TY
CWOPn1UNDs2h922i7c1ge/AlByTQuuSNDS38G0jpY8A8SlMDv1xF8ROcJWrSBUBli2vGh8Bfgv6G
kQZ16RT8oRRu0dXbxrrVGgulmCbQmTMdXVHVzM26MCDBm00aJWmU8wVy26tkRzUNkZ04t4eX5xNc
Rd83JZZmX5q1jiYAMjxHX1Hp/ygVWmP4yg+cQS+7xDRVgVqNVwVCkyTHl04tQRutW3S+sShtvvnw
qEF3lmu3xoGpWyNvHBOpk6LknJPlS3ex2mZLsCMwv9mU/j9bCUFB
`,
  source: `
%% Where the memory of a node is.
-module(memory_use).
-export([run/2]).

%% Answers #{word_bytes, classes} and the sections that are asked for.
run(#{sections := Sections, limit := Limit}, Call) ->
    {Parts, Costs} = lists:unzip([section(Section, Limit, Call) || Section <- Sections]),
    Answer = maps:from_list(lists:zip(Sections, Parts)),
    {Answer#{word_bytes => erlang:system_info(wordsize), classes => classes()},
     lists:foldl(fun maps:merge/2, #{}, Costs)}.

%% ---------------------------------------------------------------------------

%% Emulators started with +M flags may not know.
classes() ->
    try erlang:memory() catch error:notsup -> [] end.

section(allocators, _Limit, _Call) ->
    {{[name, blocks, carriers, single_blocks, single_carriers, pooled],
      [[Name | used(Name)] || Name <- erlang:system_info(alloc_util_allocators),
                              is_list(erlang:system_info({allocator_sizes, Name}))]}, #{}};
section(holders, Limit, Call) ->
    Tables = tables(Limit, Call),
    {Processes, Cost} = processes(Limit, Call),
    {#{processes => Processes, tables => Tables}, Cost};
section(atoms, Limit, _Call) ->
    {#{count => erlang:system_info(atom_count), limit => erlang:system_info(atom_limit),
       newest => atoms:newest(Limit)}, #{}};
section(persistent_terms, Limit, Call) ->
    #{count := Count, memory := Bytes} = persistent_term:info(),
    {#{count => Count, bytes => Bytes, keys => keys(Limit, Call)}, #{}}.

%% Bytes in use and bytes taken from the system, over all instances: in carriers of
%% many blocks, those in the pool of abandoned ones too, and in those of one.
used(Name) ->
    Parts = [Part || {instance, _, Parts} <- erlang:system_info({allocator_sizes, Name}),
                     Part <- Parts],
    Sum = fun(Kinds, Of) ->
                  lists:sum([Of(Sizes) || {Kind, Sizes} <- Parts, lists:member(Kind, Kinds)])
          end,
    Many = [mbcs, mbcs_pool],
    [Sum(Many, fun blocks/1), Sum(Many, fun carriers/1),
     Sum([sbcs], fun blocks/1), Sum([sbcs], fun carriers/1), Sum([mbcs_pool], fun carriers/1)].

carriers(Sizes) -> size_of(lists:keyfind(carriers_size, 1, Sizes)).

blocks(Sizes) ->
    lists:sum([size_of(lists:keyfind(size, 1, Blocks))
               || {blocks, Types} <- Sizes, {_, Blocks} <- Types]).

%% Now, most since the last look and most ever; or now alone.
size_of(Sizes) when is_tuple(Sizes) -> element(2, Sizes);
size_of(false) -> 0.

%% The processes that use most.
processes(Limit, Call) ->
    {_Total, Everyone} = sweep:everyone(Call),
    {Best, Cost} =
        sweep:again(#{item => memory,
                     pick => fun(Chunk, Values, Best) -> first(lists:zip(Values, Chunk), Best, Limit) end,
                     step => fun(Picked, _) -> Picked end,
                     report => fun(_, _) -> ok end}, [], Everyone, Call),
    Chosen = [Pid || {_, Pid} <- Best],
    Said = maps:from_list(identity:of_processes(Chosen, Call)),
    Items = [registered_name, initial_call, memory],
    {{[pid, started_as | Items],
      [[Pid, maps:get(initial_call, maps:get(Pid, Said, #{}), none) | [V || {_, V} <- Values]]
       || {Pid, [_ | _] = Values} <- sweep:read(Chosen, Items, Call)]}, Cost}.

%% Those of a chunk, and the first so far, the largest first.
first(Rows, Best, Limit) ->
    Known = bulk:select(Rows, [{{{memory, '_'}, '_'}, [], ['\$_']}]),
    lists:sublist(lists:reverse(lists:sort(Best ++ Known)), Limit).

tables(Limit, Call) ->
    Tables = ets:all(),
    Words = bulk:ask(fun(Group) ->
                             lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), memory))
                     end, Tables, Call),
    Known = bulk:select(lists:zip(Words, Tables), [{{'\$1', '_'}, [{is_integer, '\$1'}], ['\$_']}]),
    {[id, name, words, owner],
     [[id(Table), ets:info(Table, name), Count, Owner]
      || {Count, Table} <- lists:sublist(lists:reverse(lists:sort(Known)), Limit),
         Owner <- [ets:info(Table, owner)], is_pid(Owner)]}.

id(Table) when is_atom(Table) -> Table;
id(Table) -> list_to_binary(ref_to_list(Table)).

%% [{Count, Kind}]: what keys begin with, an atom as a rule the module that owns
%% the term. Values are not looked at; in a worker, since all of them are named.
keys(Limit, Call) ->
    Kinds = fun() ->
                    lists:map(fun({Key, _}) when is_atom(Key) -> Key;
                                 ({Key, _}) when is_tuple(Key), is_atom(element(1, Key)) ->
                                      element(1, Key);
                                 (_) -> other
                              end, persistent_term:get())
            end,
    case worker:one(Kinds, 1000, Call) of
        {ok, Found} -> lists:sublist(bulk:count(Found), Limit);
        _ -> []
    end.
`,
};
