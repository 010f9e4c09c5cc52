// Made by scripts/gen_probes from collect_garbage.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What collect_garbage.erl becomes on its way to a node. */
export const collect_garbage: CompiledProbe = {
  name: "collect_garbage",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "subject",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:garbage_collect/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:pid_to_list/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAJwgeNrdHcmS28Z1hiCHM9JIsmwnjrM7lrNYtmNwm5ErTrlcySGXJIeU4hsKQzZJ9IAAA4Cm
xoec8wn5pPxK/iINrr28XgGMVPFF5pC9vX771nNv3SlWyxiFJ/HJyclnc2/tTVdJeDJvrbvjOFzl
KC+/OJ131mfbz9tfeuUvvw2z8GR9+tXx/1sv/fLDIlxuf9aet9dPyKdgGqF4EqBX4bggk3vrdlik
CzKgm6fTIljkxym8l/7n2lHzMJswo1ovR7pBD+aIfLtOswm7Wk838HyZpbMM5cxy1xjj8oQXZHR7
HMYxM+SSDBmTEcE0Dmflz1rUlxdFRlZDr6KC+mO7yFYIk8k6i7AYzzezHffoU6tA63VRjBYoKfZL
daOkQDNERoct+qbw9jLpv4BLtl723Ff09CsCEJtl6WoZEEycoGw7qfMG2i4baOconmIZOF6AY84X
4S0KMjSVDRuoqCHM83TMzPdwnBL0jBLyMVNsUjfNBdkRylAyRvwRlMM6q6SIYkLprXRZAuo5h4IK
EhUnk1KbDFR98MAX+TJcJ0G6PNyznj/h3ZWDACzJbo8RNOtryW7bEvc6Au6pWeUBU3D532a1NMnZ
PcdRcst8w2+c4lRRmkXFHfU3L07X9LzOJzsTTtaCT7a95dbaSyIyOXffUphf0R+G2H2fXf0+DxR5
rqWJML9FGc8YlUPaN+nkjsfs10qvgnAU5zqLwwLlBXBB9GePHjENoxhNqL88LsJshoqgiBYoXZVz
eTeElxF6PMAcm/CuZZqRSdLtvZcEzcjd7b44deRUkKQ82ycXh1WjOtMwzqlhh9mSNEH6bXdmK6KS
8OMMbnCS5kdSwWoCae+gyFDKntcpF7pc5EGaBNsLOmLMpw2qFQwubnibqW7JTiQw8/b6LEOLtEAs
AhOtIUxmNDou0iQt0iQabzCSv9iHiyiOoxwRtjipuLuWmsUdbrvk44wS6WO19hgl05TXhQRlgF8A
U4TTXrfiMafY7Sc8n6GEXGWBeMWPEVHQwmdRHiyjCUBhWEKdtPCCVjoNDAn2SCoSQq0Fz3awAwhi
PSeMOsqFxcmkGdaypgtC72gaJWii0lGki0RJVGCsOEaJURj6mwVUpOoKgxj9/Tpna6/I7uh7dmIn
5+ZqE7wPAChSTsqKRnwEmUr20ZTcSm85MgYmbOn2REvTTjHP0rXiB12iI5CZJgzvZ8QDZsnJ6FAO
K+zkODY5HWsHHUR4xY2KmscjwjBvUDDOwnxOvnDGwgstFkpxij0hZua9Ib/9htGCsBVJtqQWhBx4
B9AswlfBxhbLo++QnTna3g+hxYF6xC0RqrwuplVOUJalWRCns9lG1WZVMt3o96JkHK8mKMjnYYYm
QalyZhHKRY3QGeKswWru3BKNB183RDAetN4p2HgYave2NR54pKW52B4yhDGMUfQt2ptMFmyt/cdv
/vQ3nnlLaWjIcXZI97Oi5wfmUqXPHb7yKQ/cqiSJUuA3fxh3Bnq5ZaDbrUoMt5rhw3g+3mDQ3J9s
YWSJSnrUeRW+7iokvjN6TIUNbFyJkDrQpPvHEnYMfzogytZPwXOsip7rh84MqzmAQV6HEeB1EGXM
0anEwMgZ5l1CigUaF6xS2jjGOE98aX6bV7wFoQNSh6apP/zl73+mqYiD2ZiLXb24X4pzR6CdV815
Z49srEqdh6lNdkprld4MFYKLZ+vQ4+5y79i3818RoL0CznRCu+8Yq6oxXx5W+KD2MqEl0382JgFu
TrbXcW0AoxoJNn0FF8rBZOhoI9sAuV5rjYbibonsIujtRcqdV0uL0zRjbYyB9jCT7C7IVgkrAAAD
1pOZWC3dEt4ymvBOcvXBS1tYCDXpQr6WOPvYnO9cc46kPXF3w2RCzN/0SO2/l5pKI3FUe/cHL0kL
/s4cD/VEe6hjgkOaBnEZa1BJ9iv5eTCGgz992+CPYGrKMEv0K3Tz1Q3mlA1tSK49KaM+QlSJWVkb
rHm64wEoD/JxmCQbc4S6iFOJegCFslrS9A63SLqp8HoyC7ObcEbsppSYlOMCjGbpA9oAZ6MiyxiD
7npLvH5LwOu2yvXMGGZf/Jsl3+1oA18060nmHVV69PXuBX2N3HedcFqgrElmKQPehvlDqz2Oo7wM
IW+dgXdyk/YhmaH8Xfl7wbK9wpgXVvdDyGbIsifzquq7OV9/kqRBvhrPA0BJubI7ylkWRkysoQ5D
pNGTHIQbGRom+Rpl97jf46I8gjYQ2/NN2X53lUTjdEJzjHeJoMmIzoWyXE5/EiESlXR4wzjj0ozI
rv3Oz/Iii5JZeHJ70v7n58VSFlXeywcjCfOw3HBOFl5EBaeKUXJGCuKWMYj7Kt4hNX3F+LbApvrY
cQ+e8R7MoxFC/MI3CERwJvOguh/tqZ1Ml3lDOc9VdSQY2CEBlQwlRwRKOmgxoZYAdx9XOAWdLOKs
XbZzlEwEg6KnCm4vw6yIwlh62X0495IwXvK3pFSkJF/nq3xJdsNopZXxZOhsEJskopmQLeYosqKo
s3CFDkGH4eBNcxj6rHyofLNNcGPAHekWTu5D6FCBP7/tyJ+HAsk6Y8oWNKAKMRSc8fWUxXBJSy2D
0gsg9b+pJHnLK3xHc4XgdIs0iYo048UN5PXsYRX8YG69n985Wb49j2ZzbMLLT+1kvsbhCRVBWN7H
u+Zxz4G66IeH6pMMzYh9jMrsmiRcIPBHl2VyIhGwQbln8BdvjVcZYSxFQMA5LqI0AX9FlPywWOXg
d08XBEdKp9I/VmiFghhJplgQHSK7g89SpAXZ5DEhCvrRLlEXPCZdpsRaGhXdUN8zoCeBU/WPW5Bb
c1uEU+bkSlNy+nD2qpCH+5pt9j42yBV+bXY6uDtj8NORitqO9H1zAdy3DrFdTLN0AfvUhljITK5b
uvZUOSzbPFtdkgqUCsuvYbFvM90GkhOMiqDjAM7I8J4L6+mBrGegMhvdISYlkJ4itgiqrIdw2gey
gDW5fLJUXuq/bOZjq0JOBstJQX2HlmBJ6fiKDY382rdRo0v2qbGW2KSlJnXqQCWYteOoyqkkKZ+B
cNRXMCwvnEwU83IIVDfn8lkOf0Balnw8mzRB/kADONHODFJyjWaXUFZqNI0ZQuraKoGvDjhgqmIR
e1ZVmUx/4EhNQ1yNG/U03GhULzeqcEwbt17LJn4Jpt/KqqqouMU+xHkoxAMDodsAjDTEOTgm2dsU
K20KNmh5dRNOwmz2xkTzaM8cdr2d9sbWBdjOaR3m3vvm5nofS9knZ+WdyjFBVrPpY7BiULlYT7dY
t1wszQqoQvT+0OJRkhZBCCCFa4lmYzu93CPwwb3itOAPLRKZITuuU/IIpnAqDgGm0bcNO7eNkt8G
Ms/4qW0t06biHLCmOhK3Fxxx8G3WrpbeS3dtoNo5NFmcT/36r1jad+hz5iLOtPlDUYEWihRRYMTG
XSgvXBNHnC/DItrEJ5zB8yNz3utrOz+052Rip5rzwLnbRHsZjW9d3CaMZbDpfQVsx5pNeN9FS5Xr
atMQxuBUeYGWLiWajJ7YevniqNJsSan1/Lnqx9id8ZTOarZpSwVD4scCWnZMTcxrAYcY44Ja5D+y
L04Bf84uk9zxPD/RkBklkE16kFX0PG5uZt8NQ9lkxb2eAM5t7h19eZKeG1eyQg6qnxZRqUpUvEV3
2tWqi+bdxTsGqoU+J9qsfDasYhOvZuNOUkfLEIi/eppue9UU/J8a1K1wxv8G6pBXtW/SV0WC02yF
Jdebi9cNtl8bdF05toGQk67QesaHycDMcXZdgbP+TKcP7SWF9+UXX0oV1BGb93Spk2eseW/SNK8t
6P+uFU1CzJaveFF3ZDAkR2CkEAZ2OYmnJ3C+w9lAe6juLv5cC3zFYLYVgOkod+Xitd1cVhvoLsIo
vklf1bIDIC5vBw0qYF8ZGru5rDawLQo7WF4f10OCfKqBvL+hmcX4ML8jFL04dAWjDYfzTadNsoq+
U90xuUHwEZGbmxVzoBBCN+mjfLVE2bdlSn9wcwcVb5X0Kg2i2SSThsT0y4s0k+RuvZA0F6L1wEZs
sofhchlH4/CQ2SJUr/VsmqP5ciEN++cMOqPV4LHpu2Y2De/LsSH1J9HK6FY1cd7Gzx27lfkHC9uk
+V4fV9/pB+Y7HbEMSrPTEVQpVWMWx/CITqZV536NVee/sIkUVU119A36AwhOl+40zVA4npunfELR
H4P2ldKgct2pqGTpMZXqsp+aCVap0z7pnsPNXzwfvMd8yNAxYCjn5HQGnqZjGZgqJE3pr2bqfmgQ
d1AkLun7Zu4kWMV4zPs2GbIOhZmyKJdxN1EuwNa6pzhVdbjo24/W0e2wp06b1+cp7goIaSjG6Rpl
5RVB3WfteXK+utk7H1sO4bb8EDM1955o5NCDoyOgAld8ZtyEhco9KP9li0Dl4npVTK+xkOPPdtav
s2WmV/+zFwYPbTTXocBCyPKZYExDg3f+Je1PXa1vEZn79BPaxOZe7LjfnuRHeW2ETR15bQfsxmWD
XwPm06i2cBOZbIgNOKS56/4YXLXrJsQ73/v6Njy7qCnUvngHpMp6yUe2OTYtpXB7Qae9wG15XnC9
ujDeN4qFmM3I/Wi/tOsmSWGmzGN/DSvdV2KEYChNF+g1mYNe0RL+lXma5lASAijxUmcXDxVtGU35
Z5QoYzi7WKaYsdI36krymMwfUK/zyHjyJYc3DvpQZ5rGk/iAncaS26RDsCzJp4Ii/GsBRc4MUER4
G4ln95wubBfhNku2GInJFiZOTgiJekaiiKqnF7ps19vY3KJfuZiO4evbJEGNeU708ZsoLkNJVO2N
ehkRXIf2Pc1UmNZi2P9GK0BlFvGDSbQJi4UZXV774NnBe4+xTS+3llHBqt1mHj2jI4u4wkz0sWiU
0GabVCj3/dhct7nCEqFl5um7ws0VtcqQuCcwTcN+d54ixfM+zmBUcwylePhYoSQKvoC+ZSZF3yRT
ZNM3mM63OLpT4UDO73g9iTb3nnz9FW6YBp7/v9HACMQfmunAqIObf1/LzFlllsrTA/PhJGFQkyZf
qo17iFVJNyQmZA2E46AIbyw6JL1NhXuDRVh62GjfyjOfKbp71sPY9imtWlSDvnMjIeYtUpumM+DL
n3xDZV9VpO0eRJKzf7qiStLKukyMgNzAar8/aDX3reqqQP47MHwlSdpRcVfdBaPdKpGd1vrVVL55
KFs110yflvt/1PRgzOu2++hgXh/6i1RNgeMtdo6vUsf5L66neY1Zvb2kSVin1rp536Bg3RglKbpU
dlCsfYcQJUMdRZt/J2DQ8DsBXl3vBFAAmiAum0KiHxwtgniVzxn9FQJ2Y41TeQo4fa34JQn0GDz0
o7msJlIcdtUr9tkNcA8YtpDaXJIfXpc7FlAToORFlMyC8iuDaGalympAJaijpvpDc3HXw4025zlm
3P/2S4fAfXsabTuAtuqN+vtY2jmjm6QbzbKKf9O9ppWu1IYZu98gY3dvacoSnGi+EqwGu4ccebcT
nlmmtvWAVrBOkPzEvS2NxNC9jxBhX0izq70JzpWmCY+5YSoUGeubUu/LZcUnepXeQj6Be2CXqGba
UIFOOjd7X9Y3vaKqGVOC1+distq6PZDckFaUEchNTfZlMM+uJlNMxPouWq6j7R6o0GN7fU7V68hV
auYBdimr5JC6j81bxghvhJw50NGWdRrmJA7Z/IorO2l0KM2W5xFYtKgW01i0JEzF6egoOOxRkvRy
MN0YgJblgTXB6B42PgNVCSF5b8qEmMSgyJm0mHdk5zi6BpDl8OmaSwZRdVvcqLPC3q/1W2c3C4rG
kVSbALpx0j+1QHs+r6nn3itgHzLmHjNqKHL7kY2ir099GuhTnwZg6tNphdYqe4hJbp8FpHvCg185
4cGQDrnec0CrWFUqSR0JLvoOE5L2Hepd1Znwoe98xghnhTt/2y8dds9Y1f/RT8o11SUNyAup0HBO
XiRAPSJtejX9ymj3qbY+xCV+qI/lmmVxqGx/1nH8Gu/DPjkFfsmo4Zs05Ast5/jDQHQVilF+U6vf
V5RkW4HlM6ds3J1FpMNa2MW4P7syVZKvAK4EdomhcwVGXt9omDv4hEb3s9N+NexQR63l75vUV5x1
WrllE920Sy4YDNr/mKVIwdmAchTxZM55VWBU/7pL2d5phzFQAZ0BJLjGCBXq1jh8pN/ixpZQpTIj
5RykJ+0hCjby6jfx5qHmSR6/RpiKLesVNG2/LDGYijCK7d1zPhbDP/8Dk1mxRw==
`,
  source: `
%% Has a process collect its garbage.
-module(collect_garbage).
-export([run/2]).

%% Answers #{subject, done} and, where it was done, \`after\`: the subject again. The
%% process stands still meanwhile, so a large heap is left alone unless forced.
run(#{process := Process, type := Type, most := Most, force := Force, dry_run := DryRun}, Call) ->
    #{pid := Pid, heap := Heap} = Subject = subject:known(Process, Call),
    Heap > Most andalso not Force andalso envelope:refuse(too_large, {Pid, Heap, Most}),
    case DryRun of
        true ->
            {#{subject => Subject, done => false}, #{processes_scanned => 1}};
        false ->
            Collect = fun() -> erlang:garbage_collect(Pid, [{type, Type}]) end,
            case worker:one(Collect, 15000, Call) of
                {ok, true} ->
                    {#{subject => Subject, done => true,
                       'after' => subject:known({pid, list_to_binary(pid_to_list(Pid))}, Call)},
                     #{processes_scanned => 1}};
                {ok, false} -> envelope:refuse(no_such_process, Pid);
                {raised, _} -> envelope:refuse(no_such_process, Pid);
                no_answer -> envelope:refuse(no_answer, Pid)
            end
    end.
`,
};
