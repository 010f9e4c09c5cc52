// Made by scripts/gen_probes from limits_in_use.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What limits_in_use.erl becomes on its way to a node. */
export const limits_in_use: CompiledProbe = {
  name: "limits_in_use",
  library: [
    "atoms",
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_term/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:seq/3",
    "maps:from_list/1",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAEUgeNrNW81z27gVl0nKsuIk2+5Xe+2505mlbTnJrYftodOZ7qWT7o0Dk5BEmCRUAFrGPexl
L/2zFxRFCgABEvxKNxdHlPDw8PDe731y7+ZLdjwkECySxWLx7d7N3e0xA4u9k6/CBBwppMUXV/tl
fl1+Ln/pFr/8CRCwyK/+evm/89EvPqTgUP7M23v5F/xTsI1hEgXwEwgZJ+7mHmA45QtWFG9ZkNIL
Cfej/13nqj0gkbTK+fjYtejVHvJvc0wiebe7roU3B4J3BFJpu/cIoeKEa77aC0GSSEte8yUhXxFs
E7ArfuYIX64Z4bvBTzETHnqMHCHixJYpYOH+RO3Coy/sottvBROYwoxVW63ijMEd5KuBI94UKi9T
fKLd0vl4N3xHt3tHjcR2BB8PAdfECJKS6GAGvCEMeBQmW2QSxwftmpsUPMOAwK1p2UObNQBKcSjR
uw0xV8844x9JC5NdZNacI0hgFkL1CK3LlseMxQm3dAcfCkH9WVHBFhNtEjNam0lU99oDr+kB5FmA
D/U9d+MTOl+5VoCF2VUaIUKfY7rtnrq3bOheO1TWmoKKf6fdcEZlnpM4e5a+URkXkCrGJGYvwjM3
wblId/DJrhsnc/QnK2/Zyd0s5sSV+zbK/J34YYOG87nq5rO2yJtOmwD0GRIVGFuXeE84elE1+/9q
rw3n2KR1nQAGKdNckPjZFVdsQZzASHjylgGygyxgcQrxsaDlPnEs4/ZYyxzZYNcBE04El/deGLTk
d0u+lHDkquFJVdjnF4faVi23IKHCsppahjPYzfZyd+QhibrO4gYjTC+mgtoNxDtLUbKUCutaN3qd
0gBnQXlBF435y4xhhaSLJ2yzjS1lQg0w9/JrAlPMoKzAPGoA2U5UxxRnmOEsDk8aqV7sbRonSUwh
h8VoJHdOO8TVt13guBRE+qg9eoyzLVZjoUYwoG6ABMPxcicJlcCuInizgxm/SgbVwE9yUbqNr2Ma
HOJIY2HIYJ2i89LtdBVYGuzFVAyGOomenWWnMYh8z4E6po3NOVGCOqFpze0dbuMMRm0xinGTOIsZ
Qi3HKDQK6Z71kIoxXJEU477a5zp3GXkR73kQnNzYh016PjRCMSKp7BrRRWRtvk+0ZAc/K2asIeh0
8SR60yXbE5y3/GDFYwROKZKwX3IPSDYnq0MN2OHsx5HN6eQ8qHbhIxltRh5vOGA+wSAkgO75F4O1
cN2phUadkk+IJLpP/Lc/SlEQ6mWSjjGDMAuvFk0KPgWnXIzG/4X90lGvWiK6g/YVz9ypqrFYZ3AC
CcEkSPBudwq15ZCsa/Uf4ixMjhEM6B4QGAVFyEliSJsR4WCJywmrfXGrmTz4XUsayUNndUqfPGw6
eSuTB1VpRRSrJMOBIYTxT7BKmXrAmve3H//+LxW8jTa0UZBdF/v1sudX9l7lXjn86FPWaFWYROHw
5z/McAB9XQJoyaohcZtYPlLl4zcsms/nWyRf0uY9prwKv+sqDLUzcc0IBk6lRF04MGf5p6fsJHyq
FaWsU6iINbJyfTsYsOYTmK7q8KipOjR9zKWoJMlosMxX3BQZDJkclM6uMYMJv7a/zXdqBtElpKVo
U9//8O9/ilakyCxUelcfPq/FDVegc1VtMGdv+mSVXRUmj3MqRpXuDrJGiacs6Cl3WRX2+9WvuNA+
ac60EMt3UlY1Wy0PtdSgKp/gmOKfU0qA5vPtU1ybBqgeGzn9iBJKnTI4ndF8HnMNypXe9ofuTIP/
pUrxTHKy5SWuDM23d7PUV0OCz/VVi55fT7V4O6ytvRm+4xddO4qZkqQ9H1TZOPjZxKD/2UXy3tQP
mEENFI/XyATtaxOVoRypCoIdfa44jRlt7K3tu2Yghdpvlicq2q+un+AWE/0yN8N5XcGua/Pa2vij
oWNrdye39IUymNb9AyVg70G7DT0FZqUIb1by/qWzXIUQciPDGEk+KhGSKpBBNve7LtfZ2Tm8TrlY
yIteDTZTNO47gUtQyfZCXQZz7iaD0tkM5uf39hnanVI1nbiL4dt2F1dHjm84gsKjrzmOEu6HIaEB
w2XZ8cWyVxnjIImfpLIDJhyaK86vKSNxtgOL54X383fsYOqfCRfXPRxyWzBMgxK69BbVJmLHWsT3
EpLbBvnNTl4Due7RQB5cax7s666NSq1vUXJVkoOH8RWDLxvG5NmpvoKAco4+Xgke+imBMPZhVgQp
fOpgZJJW3j0acQoRxAYPMXgUZlHDld21tfEOgLAYJMbLvtdPma0zzJ9lRXnF8DU90gPnRkSL8Xqy
MXVXnGG40d9skWKRI6shPYo+G21p5OG3VhrxZf8w+mbnQGNN4WVY4+xepw4j8Pmrgfi8aZjsYE0p
RWOIL9Wy4zQvACjjGY7FkLlmyHmuceCeV/h1xxVqyfGsOGaYqO5GV469Q23y06N1RX/wWLC3j3d7
ZIPl08znqZneektwyoNRyqr11aSasT18N3UmLIT/ljmkKYS6CmbNIcdejnlIy06K5xy1MTPLMAMJ
shzBksadTiMf4g4ZZvR4MEwGNWb8JlBWndGILK7PlipNkrypJjNDfMyY7otTeoWsdlgWsaJI/dUp
eFRJl0/70K2KwTWF4m+T7ulpD7qvIOOpLnhKJJGsi6cq7dPDM2lpunnkwNPZH7tWxdPhCKERnF0J
W7flsgA5qchF4X/KU+g7Ob4MD1fz9478RjlM+JXICmpAyaWGqSLe25PwpNKIvof0tvxB8VMGSVor
wGkGpRLULf8UnDH0tFpg65d8FcEtOCas/k/Hin/YrZBwX1j+x3qV4Y0dCrZQeANGHBRm2/cGr2Oc
cB2Br5qCp4CsYlxvb52e7UzknTmw9rVRdq2dfzJ1E1eE3w+gRcguj6U5IxrmZbmoNUSTXRVJBbfX
XpeYnI0JG/dfWge2cyaXxjqU7v24yXW0rQ5meLdBp6N+izG6IIpa6CoKNPyMFoW+zUVpZfNx+6CL
eqAH/RSUnaQckwGsz9M+MELz5W7tL7408uUHRZhtL3tUUDXaTL8ZaE0bNA6N7jrQ6HFaNBpxzOkL
F5tLoGk79OJPOPTybR9ZjK0/+BbjSY0gdlV0uUG4t6/D6CZHLd6eM8Lm1PUhvnV45kIkLXmg9lqM
+Mrz/BevuiekGsVczVL1jYCrUSjjD4p5mj5TGpj+6n8WY8wdI2vFv18BPgnwmw==
`,
  source: `
%% How near the tables of a node are to being full, and how fast they fill.
-module(limits_in_use).
-export([run/2]).

%% Answers #{window_us, limits, memory, newest_atoms}: two samples of each.
run(#{window_ms := WindowMs, atoms := Atoms}, _Call) ->
    Start = erlang:monotonic_time(microsecond),
    Before = counts(),
    Memory = memory(),
    receive after WindowMs -> ok end,
    After = counts(),
    Us = erlang:monotonic_time(microsecond) - Start,
    {#{window_us => Us,
       limits => {[name, limit, before, now],
                  [[Name, erlang:system_info(Limit), maps:get(Name, Before), maps:get(Name, After)]
                   || {Name, _, Limit} <- tables()]},
       memory => [Memory, memory()],
       newest_atoms => atoms:newest(Atoms)}, #{}}.

%% ---------------------------------------------------------------------------

tables() ->
    [{processes, process_count, process_limit},
     {ports, port_count, port_limit},
     {atoms, atom_count, atom_limit},
     {ets_tables, ets_count, ets_limit}].

counts() ->
    maps:from_list([{Name, erlang:system_info(Item)} || {Name, Item, _} <- tables()]).

memory() ->
    try erlang:memory(total) catch error:notsup -> none end.
`,
};
