// Made by scripts/gen_probes from preload.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./preload.erl" with { type: "text" };

/** What preload.erl becomes on its way to a node. */
export const preload: CompiledProbe = {
  name: "preload",
  library: [
    "cut",
    "envelope",
    "guard",
    "ours",
  ],
  calls: [
    "code:ensure_modules_loaded/1",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/0",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGRaeNrtXMmT4zodTmIn6fQyw7yNM2eKKgpuVD1OjwMXuFDFu7kUW0nktq2UJE+mOXDmv37I
W2JLP9nyku5myJymI2v/fqs+6eCcliI9RhjNotls9sPBOTm7NEGzw+K09iOUcsyzgvlheVoVfxdf
OtmXnxFDs9MKswgl+8sPDtry7K8YHYuPlwf39FH+5e0IjgIPf0G+kF04JxcJGssaa053wov5pY1v
/AP2n70joz7m3PNpgDsbOSAWNBq52xLhcfKvzqr3ByxLT5QFtdpugERnzTs5wj2TQ7zUe/RR4uPI
EyTGrKv+hp4SL/t/rYHN9kXgfNxhGGbrdy9bcX0URY2qj9Xi7CK0zz5b1NsVTPaKvxBR+9EVLMWh
bGwZI+Ef8tbKPpc+8//4h1o/UI9rHOEYJ6LqbE0SgfdY1kcLDQ9hgRvtZ7D7FToecRIM79/p0z+w
lntG06Mn5SCQn+XNDx6KO24oLsfRLgyH97+E+1+0SGy5/PDeuD4mETiIuxg9Y4/hHVzxw5YkiL14
gnoR4aJNJSDOqd9DMLpqP/hUCrPsXlDWssqdg5BzwwxLcdaXo7XiMk2E/Gp5WlA54dP8t5qk2Ws6
vXWzuoI34jGrd94GaDk2/IjketPjGVDdZiAsYQ0ub6Z5KtTXLczCjKueMF/BMLcxTCA8w+xfPgia
8OZkIpI8N0rUGdWsAaGMiJfab05ET/V2B0943V+uS0wsTk5CZD8KOgz78nGbxkcp1UHqCyLHDK6Y
wCweoaPu+szlrDTuOsUO8WdpcwGz0lrN3dLgxSwub64iDH6M3uYqkvuda1p1b+t/O/UaO0QiHNR+
+SAQ22ORuy80zbV2tu1S3M97EdooziNlshFaICPTFwYPqRih4l7ONa9Fs6GVyWqpudyhiNeqnltM
aIK7J7Hcp9KjVOtZ7GtA+UXmwh6S5pYLbBS5SuO2juAx5h5NvGIfLwD73at4dwqIc6VqG1QA7Wk2
xj2tGI6pwE3gn7XFGcYxTaigCfFzmKkQeIhJJMUbS6UcTDHERbtqPYMjMyW8aZHCdu+eJDuqeqSa
H6P2ENbEzj0tIh9wtqtG7/Y4kbssMOSQN20nNIIV4d6RBAbxDA3iXbempi7nXg+pv8ibQdqnw2G5
qoAEnQ7SFBCujUC2zMJORbeRmgPvSIKDNtfK2AlJiHRiWuaSgy0EfzQvjjZi0EYra62ObUGfQ6t2
tJEuzvAF10IKOZEuvipm61J4dODAoFetI+gItAJ1uG7d2OvWSpU7P/7pxz7evdyVAIP7ruxROEn+
R1ufxggrdKxOjmAvdX0waPnu+4cBduMD5MhgxpthxdlZCy9y0OaNLZp7oNoGY7uLrhHW3bylODB6
avlgLd1Y2VJg9DzMXkvY1NhWk56y69IlDW3Ww5yZ0DIM4yal+9VPUidtseczxA94RKbroQfgDYC1
mH7Y6HQrq//cCADCXgbVTtfPWyTjKUZfvDztUW3OOSp0O8O75n6Wnkx7lWfpHqoxSKffjRmjzIvo
fp8Hoc0wpKv2r0niR2kgl/+AJMK9fI8I5nokNG7hmwki+xy9Glvry6jXUQJrMBwHcuJASG1K/QHj
LOLqMScJ58APtA+GOLaG4W1E/edqA8CUanm00DeoeeAyqBOXuNkZ0IYTk0TPcNvWRV8AlTSrB5kd
C3/1CLSpuRJ39ov8Fw6YrB5aoZ00R3n7DPuYfC6FbNPHEq9reZU6GLRuLv5vS3p1AXk1DSU2wjN9
tLY0XYvrSmmrKzJnj4Wq4S+5K1C6jFLXZ/Hdv/z8139AS2YwlJA7oCZBmxulxIa2WNMyYnM1idsZ
PTaTXUsFo/MrYnQORBF17QB/Y45T63F/s84rQLnbCb0G/s7IyEQ2i/9vmPqqMDU8bHgswoYCF4Zk
/FWhaQq9bhC9QfTtIlvzWWVb1HoNSWlmf25i8h7ExEBEMO7RiO1Xz2rP2aLblr9nzXjXn0wxQGVA
YcR5z4sj8rbAohbi32D0LmH0dLW44jWgrdMNALx05Mq0sF2H8VhJyU7zBPaFQrC56dmvSs8O7uJD
fxksCFomzd4J2GXdHfjp7//8W9vRivlM+kLr0neggk73ga8xeQU0r1MebxL0NUnQeHVeHn0MHu3H
4cfxUySRS/KdUbJ7nltasr26KFLLjH+hEXZWBxIEOAlrBK0mqkcckVz4/IOvDgxsYmXggC27mGZm
PggEBgcL3qA8Zpvh0W0o/QSNlc1fuBc0tXHtUL8PjSI/4a3v4RYFiO1BssCFkQYv4h3hXt6PmeNW
Hqr9Gax/n1fONbypBWVzO+l74+HSfdC2zCxPfe9WMY63+q2bwZi3prb1IjUZOROav5u1tLJREPan
vi9c4PjMBK0rkfvcF/Bpmoium1UKC7ThRbRyQU0Es5579as+96JKvyehYsCCPcU0SKVoRBQFWGWm
KmSvbrOTH1xf/v4eJzxl2Cv64HAnZzD202r6VDLhoOxlGmUlV5Onxx7KagxCTUyejWya+vnFrFoD
OOf25EUgY775N6jIIpzsxcGsCtvYe9cTSoU1dR2CZZ1D1TWVdZoQBdLfSZXBpCeIGc8Eo1Bologl
mSBtG+cDlEktVM1hxQUjyR7Nnmfuv38vjm3M7wqEVnetHrJBS/EjMREqabKGZntic9uKa0zgM29q
bk0mUvnorXppmsE5fZlOlgwthddlQwVTPfPWUHSIefkEmxe3rxyZh2i2IVNArO227NyCMlfdtzID
rY2N3/tI0Ja2rHPnBs5KdTQH3wxyeXn5xeliAjUSC0fEBEGRCSzKPKF7pJuEyt+SLJNpKOYpbyjC
cHps5TlnAwd0MUyXDdAWYYsiGHkh4MP4lHzrNbzKXX6PqZQckg3jNz1IrmVTVANh/XgHRBc2MXZB
sI0wOt9MYHTMB0KqSpkElcUyA16YcRz1myeTPhBjvH2zsHwkBHjP4VpvG/QExrfWwJjmXpvl4sKG
qepu8BsH7oHsD5M8cvCdfZLAwkj2vNmprsuDXNyIyFiV0AT84G6LUZzHP1DpqhAo+E2JMx1ea1OO
y0NJQs2lUh65uRR/RhFY+piVZkvNEsMXef1IfgI7KFmpdIN4y8C5j+ClusdMcC/A23QPlucJXbhX
OZ+WKe+IDPxRDI/J2WPDcGSBxzH7jBm8d/uIbg2r5JIEwytURcNQ2VNR5hXhcesnR4aFgHFTZk/B
zsuLR+B0izKPRkd4SvnZCqgbKAsCYnBZs0Ju2rjsaSzfuBwbWXo0T2bB4A11jd2ViQZ4+jw9yr0m
nMLL4/AXuNFl9YgXMPcqjwKKWlnopSJ/CaTKvV7aZcjHQyOYT1LX5dQ1ad+zAAkHarTylEvbWdZr
qZ68Y4l8zrP6PsPF6Wj9Ka1eeSq3x73Djou31g/1VPFPeTzymzZG/ZpJY4M4trqXpbvAb3tDS2Gz
fvufV7/b5Iw7fNd9Sqtj+BEEDDUZ1uk6NRPkUjdfn1ikHhm9LUFi4B5djyrxplh4PRrvDQXXIcx8
GhB6vVJqxiK13P1G3XVs86DUd8t7P7ptLnswQdJBQWDdzeB3S6Y5Drgc9M/HWczmpI0cAzWK77XI
i26FuCkZtjgIXyPlYfHKlDk31cG+aFOglS84Orvz/YTybx62pZUDfF5bqun7W4fpn4u72hubNdd8
Lr95teSoa/0kQNmU9h5Av9SqfTKyOtm5BVr9A63F/1qgZaN2mli++dTvK7IaQtZc7yjDyD/YH6WY
d2iS494f+l/k053qlvOSKZ646vX+3TQHVxKmfql0603/P50K9X3Gz8CqM7j58xGqU7HLfdIRmkxP
QQx9LLmMCpeu+fBdDzhl//4LQHh2yA==
`,
  source,
};
