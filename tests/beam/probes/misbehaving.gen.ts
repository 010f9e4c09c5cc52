// Made by scripts/gen_probes from misbehaving.erl; not to be edited.
import type { CompiledProbe } from "../../../lib/beam/probe.ts";

/** What misbehaving.erl becomes on its way to a node. */
export const misbehaving: CompiledProbe = {
  name: "misbehaving",
  library: [
    "cut",
    "envelope",
    "guard",
    "sweep",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/0",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
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
    "erlang:processes/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:nthtail/2",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:add_primary_filter/2",
    "logger:remove_primary_filter/1",
    "logger_filters:domain/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAALIXeNrVXcmb40YV77bsXmbNMiFhCRAIW5Ih7b3Nl+TjAAcucOEbcjMau9pWtSw5kjyezoEz
fwZ/HvAncKIkeanl1SrZ08kl07ZVqnr13qu3/N6rubduZatliPyT8OTkpDv31t7NKvJP5o31+ST0
VylK8y9O5631Wfl3+Usv/+UrP/FP1qe/3/+78aKd/7Hwl+XPmvPm+in5a3wToHA6Rq/9SUYG99ZN
P4sX5IHzNL7Jxot0P4T3on2lfWruJ1PmqcaLge6hB3NEvl3HyZR9W0f34MUyiWcJSpnXXWOM8xVe
kqebEz8MmUcekUcm5InxTejP8p81qC8vs4S8Db0OMurDZpasECaDtRZ+NpkXo+3n2KbeAr3vHIVo
gaJs+6rzIMrQDJGn/Qa9U7jcTPoT8JWNFx33N3r6NwIUmyXxajkmnDhFSTmo8wSaLhNopii8wTJy
jMBnLhb+LRon6Eb2WE8lDX6axhNmvIeTmLBnEJE/E8UkdcNckhmhBEUTxC9B+VhrFWVBSCS9ES9z
Qn3KsaBCRMXBpNImI1UXXPBluvTX0The7vZZr5/wZstBAuZit+UIWvU1ZLttyXstgffUqnLHKTj/
r3hbHKXsnMMgumW+4SdOaaogToLsjvrMC+M1Pa7zys6ElTXglZW73Fh7UUAG5/ZbSvMh/Ucfu8/z
XD/PnUReaGXCT29RwitG5SPNl/H0jufsNyqvwuEojnUW+hlKM2CD6L89+okbPwjRlPrkSeYnM5SN
s2CB4lU+lveS6DIijzuaYxPdtYwTMkhc7nsu0My5W86LM0dOhZOUV/tk47DqqdaNH6bUY7vRojhC
+mm3ZitikvDPGezgNE73ooLVAtLcUJGRlK2uU77o0SIdx9G43KA9xzw/oFnB8GKh20xtS3YgQZk3
12cJWsQZYhmYWA1+NKPZcRFHcRZHwaTgSH5jHy6CMAxSRNTitOLsGmoVt9vtXI8zRmQbq63HILqJ
eVtIMAb4F2BKcJrrRjjhDLvtgBczFJGtzBBv+DFHFPTisyAdL4MpIGFYIp304QW96XRsKLB7UZEI
ai18tqEdIBDrOVHUQSq8nAyaYK1quiTyjm6CCE1VNor0JUEUZBgrlpFzFIY+s6CK1FxhGKO7fc/Z
2suSO3qfndTJhbnZBM8DIIpUk7JHI96TTHX20ZLciG85MQYGbOjmRJ+mrWyexGvFD86JjUBGmjK6
nzkeMCtORotyeMPmHMcmq2P9oN0RXnGiouXxmCjMl2g8Sfx0Tr5w5sJLLRdKeYpdIWbGfUl++zVj
BWErkWxIPQg58XakWfivx4UvlgbfIjt3tLl9hD4O1E/ckkOVt8W0xglKkjgZh/FsVpjarEmme/r9
IJqEqykap3M/QdNxbnImAUpFi9CZ4qzDah7cEp2Htu4RwXnQRqdg56GvnVvpPPBMS2uxLWWIYpig
4BXaukwWaq35x6//9FdeeUtlqM9pdsj2s5LnB+anSpdbfOVV7rRVLhL5gX/4xbgr0EelAi2nKnHc
aqYPE/m4x6Q53tnCnCWq06POrWjrtkISO6OfqTCBIpQImQOHDP9Y0o7RTztGKeMUvMaqGLl+6Kyw
DkcwKOowAKIO4hmzDyoxNHKm+TkRxQxNMtYoPTjHOA/8yHw3h7wHoSNSi5apP/zlb3+mpYij2YTL
XY2OK3HuDLSJqjnP7LGNV6mLMDXJTGmr0puhTAjxlAE9bi+3gX27+BUh2mtgTSd0+I7xqg4Wy8OK
GNT2TGjI7J/CJcCHO9vr2DZAUQ0En17qPbylDaHsXIaGjuO9eREF2E3Mj9I1SrRewzrI5lzElfmz
K3cUuYyBzL2Xr+nUdk1ljtdwgltm97783ZcwB0bxFMmNFiavjLF8COy2eusdLaMsljtaZMRAejnL
1ROtbtx5mFGc52Om/h07oQNSqVWY2/Zsf6WlEvWOIuzAabtijAMy/8NcG46DbBu6N5wrpWaNMgGl
0j3gOpphHC/rZsmnWtOdPgcPujyiNdZ1L+8tzfKoNODhFrb2g0yqetlIz6kyXxqhV7lClX1+wDU8
yTdnHEQ5uuSWOUgKbxQ+R5x37W1h15r8ShwQKQdjHSHy/O4/Wfoc55B/Wijw7/gmyc6KnTARHZje
G5I/yUX7O0nxehWPsB3//Xsd2+Fg6BUBIltDrwttXEPr5rTCIM1oP+f8Jk6QP5mb4+Zk+fwKeusd
PZcwMWEZ84tpn7c3cQ2UjtOJH0Vs3rLDExELJH4zZ501F03mfjSzdxeuIS7y3DfyXWNvoXUTJKwr
3cPHeO9ZCeWp68UWgIRrTTi8Pm54VnLDON/teJWNt+GxGnijscMKmYd5RoLHsRVdCbaoAq72mXlY
v4fv+757lvvuTVaZQwxIH58PFkGWylAkqrCMM33fM6UvD2EdHuncbqVrhJbWQjWA7S1nOn1PoFNL
ukQ9kCPI0MIKD9xcBpNbF8wY2bYeV16jQvkVWHGsB6JkZEscwBvs+ynADASalsIdQxTNsjk4c+3U
qTyhNfJkDJOOQqHx1m4VfP/7NhoWMq9qhBe2TWG/56somMRTxB2SCZFXlKTjLC7xQHeGIOIgHofB
SwYPECcLP9vO/CzNkiCa+Se3J81/XGVLGbB1648bVW08zCecjgtlzMEKKb9eSuKGMYm7dv4ljGnH
AMK0ix3n4BnPwRwQJUCo2gZYKC5r16ueyv/A0vWRADK45Hl1JujZMQFVjyFnBFoj6SZSC8a2iyus
gvZvnasLmimKpgJaoaPC1y79JAv8ULrZXbj86zKKyWdRjnuQfJ2u0iWZDRcFrMgnfRnsseGmN+zF
tmaLygKN0QcxC737hllos+dD5Z09hDYGEBFuiFaDuJgVnb/vqJ/7gsg6c0pJGtCE6At4oHoq87m6
iYZB9TdQfXyoOl3LLfyBZgvB4RZxFGRxwh83EE6KjSK2BRwbpI634zvX6zbnwWyOTXS549Z3lImO
og5FB+KESkX4d9Ra33CwlLLMD2QGOb0ni3nLAKgoFnkbZQu8FH0DvPGUz6V4/8Z8aZkxZcz0aw+g
GaOmQH3ZZV0uJ/L+0ECdqHw9+SIMjXhzirXlLpXWPGOaTFSvNOlR5W4bWfpIZxIzdBIjJe4uAnQY
d43ySZR1zpcN8SGXw8Q6KpgyP9KbjE6HMegJCWVa7+W/eoXG5Cxb+MkdoXCYoQRKJmJp7bPpu97x
p1PgRQ1tiVG5/ub6gvxjkgVxRCfOy9dsxqO14tmU/C+IRLSs7GD0yFAMbOCbFWEpjeKoWAxo7gXL
JL+NrerYH21MnLzY7o6zlwzL2TlVBo6MOe6pLnY9S29nipZcbl77yDqYcrhN7SMv7zKUOmwHrE2q
VIJ8qM85gAdcV+q5tJ03sWVU99KziyBbUePH5tTg5qQy/WGMfBFPAy2J9j3RDfuUSeP5c4d42eUO
r4FhfdgGzVfB+WR6pbhZUWaC1MWqMjmdxUN5SuRVKRIAJ40KBT4lwyk9V3ovojyFERqGa2ufRo2F
Rh8Y+/uHjLlJw/NQP6/aeVSVHpD0YoF4tK0yYoiRpRjX2Rx2yH/0ZRBBz6bmlF9QD67aNKNUQyYA
l5vqRDTFhwtpqRv1CEq1p6nYOAVUVWUx/YmjNPVxNW3U0WijQb3aqMIya4madHVRE08S3O3TUa8j
NAArTSJoJkMAdGY5jZ86Ng5q67BqHSHOX3GmH5nPdMDyi2amA74eurqnVFNIqe0WUupg+8NLqgX4
gnFT8K+R4U7pfBk+xzwV2zJQHyygScTIFXOQh/cvg5QBxICGPtQCrXLRsstQQSQpUqWYXWpLU0YS
RZSdE/PlFzCBcm+8aJUEEMioooLZN6pUG67aHjrNgu43q2kI11Mn+vr6jSn5hT54J/HSFFAlPpzH
WQWhbfPswiFr1THhJj3+x5NVBsyg0mb3sclOSju4+M+g/HxLinu9kpxDEvaXSazV6fQzC1zuFVdq
bmyQw0fWCGrox8E0v+JJwlaC2oTL+hwW3plkP7cJEMFM0xHTbfReyzmN0QD1obM/Nnc/5FvYx1yj
/FpYw7hVIKQNZKPvm1QbkfqZ2oNqkinc1HGKPkavM5REfggpp6JEXX/sjcrfiMceR15qeb/H2l8z
PX31LSWuTJTlSHOEjVz33VkMfmHR6vwKV2UpO3+wJYd1SfsJAYGhpkEbfruGKh4LYokyYXL2FYgj
AGw8wtJbGq7lLbI9bY0BP2Vt2/aCTFat4S+WfhYU3o4za/7SHKXfEehkgf1OM+JnCsV0ENEr3E3y
K/MTdMDu85EiGNSv/+f+ol+b79lQ3QO+5z6J35hPoqaG0VAk17MoL2zX2EXqE5tgXVXcYNug39ch
6rV7doZw1yB3XwXXSV49oTBb26HZuiElhpK+Q+TwG99VwVX6NcXVXEH1zqgt8CIevl6xrcKEuvOA
PAJNt42X9DTKLzOA7gRQ48FATqN6CZu7InT5HRNgV3oiezSbH3AI2R7XCJD68SqSrdb6EqPdj6Z5
0QWfdzgMZvn4dwztgC666T5eBBHV/7wO4/bJbkhBqrg41n9wPUBuM8SCJEDZqhV50DZI+RuzJCWX
ymrC2mcISTJVUDUu2y4eo21n78BtO7262nZSBJoizhiSpKH3LUHCVTqnTnOY2FL5aBqfrwNpNoSK
JEJrelBwFxwLHmCTeKOFB22Ovq8layLLMqjXLDgi7HUl+eculNzfSCTTEluONxIHGQjSMrtrVT3n
yGIXi80hJJClDzOYEtJCBrN/i7Oq+bTmJrzNCL3OzFJI/KMXQZbvZ5wAC8RCJly5q+qiErb9ghRs
MYRvQlJ0wM+l36LRxCb0Yiw2NiCHtoOfmq5e5p+pb8AZYiuTm+2zx6Tv/KmfzDRH9ibwbizF7HZe
Swd0TN0bQLGkfueI1WPaXNgAVB2eYQiA77DjrCA+qwM6PhLOCmv4+5HyeYb7N4RTcwD2Wb4e07wx
zdNijhY8Hfm5QfjzgY1d5lThB7H4F1b60QiZoUwLKisQdatkFbu8FAK6mc907I3BpR0cItvjfF55
K5xiDAj4YzqLwurQoA5tMp/82X55k8SL8fZ0ORX5RJ3y7EK8JG0cL7eUujJ+0rioQK8mU5iKjrIK
KWxZVCBr4GEPgrxIq9CHCnwYpUw3P8b1TeFRgVDLyj5LRpO43P28xmk8JNPYlgoazSLfGqy7Rk5j
Y4qjPg4WyyReoqQQCtP1QSM1idW8qLGM3TPoHFF3Pu6eNCvmqx8UvZ/b9UWQyNinn+1PyE/YFTaP
fKnzPkFipJJaYLdyxkRh0SVD+6NTboNLL3tLi1pT5sV9WX2NgLztSQNPuq4F1tekFs472OAA4igP
MQ7bWRjHt+SFAjinX1evXF0a36ge8lpx24kF4d24ArJ9iRatsvunR4BF1EkaephrpWS6YkqkLRbq
lHXQ5yno5Dpt4Ka/EbbjBc8+I18iy5xZ6Lllm13mnHn6r/qAQ0UT4fpthd/aYG9p/uAWKvlug/YB
vjiFT68edOpXQ2TrDmO9PwRGpxtffam6eFDMGe25XjxCukfBI3UkgD8ygcF9NDdtzkNZxIbX6xTg
DepZVZCC42CZrfgMTEVuRoAZo4PNHN57RTIFArbu29ctenGLyErtrern+xsuuJoqdevpNAjzhABl
ONq2QCqvYK+nBYW238o5dJGH9nTeLNKmSwvYiRVDu+lVvIbEguTm7LDPmQtJzAN14W7ZFkweFKAh
8buNbs9Toh2q9M1V1qPCqQI+bK3N9fQkaWITX7e59INEXd98/3LDvA8AA2j4Xo1OScBdpwl9gxlt
4a7xHvRlToXgCkistKPm+D6snh8Tl3LsJJ/FIkaGixhig56Fsj6plsk+m+x/z5KhTt9o5zBgUvVo
44as4eSm6xZUT+4gWVXgNZ+bg9R71ThPWLuyTJbv91+J7JL02rCCNntDND9yW77PHUsYquolswrq
QT3Viz2Ji9dVXC00qDNK1cdg+yzXVvn7Uj9Ww+luQeBrCrXOjFC3yF3hNagjFnVlHqzpGtcmK23d
EWjryqpWK4SB2k56QBXWvIbDZ0OxjrsvjWt1DtnGumIjo455k4C+JMOT86UOm9hX6M8qHWSuOKPb
vWc0XwgiC7g94u/Us0ddtm7icBruuNM4FGOiw4ti/nozWF2BRc4MWERI2vTk4ck2V5/XcUDdfxss
BboMxBvezAKfIhN1qmXFcP0BHc2tH3WigcVeqgrLw/615MjL/CCUlw+aYQU7x2q93VpFWRCqG+uy
cY32AQuD6nKsNElzKKriVj3eq9ARu3uMNKrYmFXS9P0YdkrX+XZG4za0Q00bXPPCZuFuUv0Ff9u7
SWkXxKDJWYqAW5oayoY+pd9rAEgwgH82lPhOCwxajYVnl1Myv2BCbC97TTrEilLl/d4IAfGhg7on
J3V+4S5n/8DXOYh2IHMBgVRVckzdxeZNWwUg/JmDHJWq0/CuEw4gNbQ7jXb36cqdGYvr/kRfuuOS
6hvJbFDRsmrbTAxgy3zBGou4g43XAN8hNbIUJtHQPJMidgZ2jQeusQxbKWC9+srLwYrqLGHu1/qp
G9TADKTWBJD3pH9qwfZCwyZ3nJOQdxZagbVr7M54ZQOWcWyJapprlIijMcUku88S0t3ralf2ugzl
kOv+DiTlVf5sHV62FQjOfFYY/x9OjYPx
`,
  source: `
%% Probes do none of this: what the envelope does about it is tested.
-module(misbehaving).
-export([run/2]).

run(#{how := answer, with := Term}, _Call) ->
    {Term, #{}};
run(#{how := leader}, _Call) ->
    {node(group_leader()) =:= node(), #{}};
run(#{how := refuse, with := Detail}, _Call) ->
    envelope:refuse(not_today, Detail);
run(#{how := crash, with := Reason}, _Call) ->
    error(Reason);
run(#{how := kill_itself}, _Call) ->
    exit(self(), kill);
run(#{how := loop}, _Call) ->
    loop(0);
run(#{how := grow}, _Call) ->
    grow([]);
run(#{how := wait}, _Call) ->
    receive never -> never end;
%% The worker grows, the probe answers.
run(#{how := grow_in_worker}, Call) ->
    {worker:one(fun() -> grow([]) end, 5000, Call), #{}};
run(#{how := crash_in_worker}, Call) ->
    {worker:one(fun() -> error(oops) end, 5000, Call), #{}};
%% Both wait: the worker is linked to nothing but the coordinator.
run(#{how := wait_in_worker}, Call) ->
    {worker:one(fun() -> receive never -> never end end, 60000, Call), #{}};
%% Tells what it knows, and then nothing more.
run(#{how := report, with := Answers}, Call) ->
    lists:foreach(fun(Answer) ->
                          envelope:report(Answer, #{processes_scanned => Answer}, Call)
                  end, Answers),
    receive never -> never end;
%% Changes the node in a way that would stay, then goes on as told.
run(#{how := change, with := Next}, Call) ->
    change(first, Call),
    change(second, Call),
    run(Next, Call);
run(#{how := change_without_guard, with := Next}, Call) ->
    [exit(Pid, kill) || Pid <- guards(Call)],
    run(Next, Call);
run(#{how := cut, with := Term, limits := Limits}, _Call) ->
    {cut:term(Term, Limits), #{}};
run(#{how := sweep, with := Item}, Call) ->
    sweep:fold(#{item => Item,
                 pick => fun(_Pids, Values, _) -> Values end,
                 step => fun(Values, All) -> All + length(Values) end,
                 report => fun(_, _) -> ok end},
               0, sweep:processes(Call), Call).

loop(N) -> loop(N + 1).

grow(List) -> grow([lists:seq(1, 1000) | List]).

change(Name, Call) ->
    guard:protect(fun() -> logger:remove_primary_filter(Name) end, Call),
    logger:add_primary_filter(Name, {fun logger_filters:domain/2, {log, equal, [Name]}}).

%% The processes that watch the coordinator.
guards(#{coordinator := Coordinator}) ->
    {monitored_by, Pids} = process_info(Coordinator, monitored_by),
    Pids.
`,
};
