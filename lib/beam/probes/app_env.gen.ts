// Made by scripts/gen_probes from app_env.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What app_env.erl becomes on its way to a node. */
export const app_env: CompiledProbe = {
  name: "app_env",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
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
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "ets:lookup/2",
    "ets:member/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:find/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:keys/1",
    "maps:next/1",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANN1eNrtXUmX41hWDlt2DDlUFVR1FzRTNxQ0dFF0eg5zOvv0AhZs6E2fonc+CvvZlkKWjCSn
M1iw5PAz+HnwK+DJ8vCGe98k2ZnZRG2y7LCe3nDn+937lt62nW/WEfGvoqurqzdLb+vNN7F/tWxu
b6aRv8lIVvyhsWxvr8vP5S+94pfv/NS/2jZ+dfr/5ved4sPKX5c/ay1b28/pp8k8INFsQt7705wO
7m1bfp6s6AM3WTLPJ6vsNIT3feeN9qmln864p5rfD3UPvVgS+tdtks74t3V1D96u02SRkox73X0Y
hsUK7+jTrakfRdwjr+gjU/rEZB75i+JnTeaPd3lK30beBznzZStPNySkg7VXfj5d7kY7zbHDvAV6
3w2JyIrE+eFVN0GckwWhT/tN9qTC8jDZb8BXNr/vur/R078R2LFFmmzWE0qJM5KWgzpPoOUygVZG
onmIbccYfOZ25T+SSUrm2GN9FTf4WZZMufFeThNKnkFMP6aKSeqGuaMzIimJp0RcgvKx9ibOg4hy
ejNZFxv1rUCCChaVB0O5DduqHrjgu2ztb+NJsj6es14+hfsjBzewYLsDRbCir4mdtiXttSXaU4vK
I6WExX+7tyVxxs85CuJH7i/ixBlJFSRpkD8x33lRsmXHdV7ZtbSyJryy8pSbWy8O6ODCeaN7PmI/
DEL3ed7o53nkyFstT/jZI0lFwah8pPWQzJ5Eyv6g/CopR3ms68jPSZYDB8R+9tgn5n4QkRnzzWe5
ny5IPsmDFUk2xVjeA5VllB+Pex6ayK51ktJBkvLcC4bm9G45L8EcaUiaVBT79OBC1VPtuR9lzGPH
0eIkJvpptxcbapKIzxmc4CzJTqwSqhmktd9FjlMOsk75olerbJLEk/KAThTz3RnNCo4Wd7LN1Lbk
B5KEeWt7nZJVkhOegKnV4McLlhxXSZzkSRxMdxQpHuzLVRBFQUaoWJxVnF1TLeKOp13Icc6I7IRq
6zGI54loC0nGgPiCkGGc1rYZTQXD7jDg7YLE9ChzIhp+nIqCXnwdZJN1MAM4LES4k1Ve0JsaE0OG
PbEKwqi10Nl+7wCG2C6poA4y6eV00DTUiqY7yu9kHsRkprJR0JcEcZCHoWIZBUWF0HcWu4KaKxxh
9A7vud56efrEnrOTOLk1N5vgeQCbgkpSXjWGpy1T6T6Wk5vJo8DGwIBN3ZxYbdrOl2myVfzghtoI
dKQZJ/s59RDy7GS0KIc37PV4aLI63g86qvCKE5Utj9dUYD6QyTT1syX9gzMV3mmpEKUpfoUhN+4D
/e1vOSsotGLJJupB4Jt33JqV/36y88Wy4N+InTvaOjzCqgP1E49UqYq2mNY4IWmapJMoWSx2pjZv
kume/jqIp9FmRibZ0k/JbFKYnGlAMtkidN5x3mE1D27JzkNH94jkPGijU7DzMNDOrXQeRKJlpdiR
tB6iZPp42BijCJWZhfYyowZp6S+kJbPZj+GtglgOF5k+678HpMAVayBzcuts1jIvL+LW1f/S/0KH
Jck2oT/PqWlSjJ+SKQne7Sn8zkY73TAuHedgCm85mcOKyEtTVOac8Kjg+L/QSG/dbrYov7Biw6O+
kihOT34ywykC39jsbOsff/tPvxE3BFUyA8H04fZbMFpNKebV1KeyIzpxYUNw3bRWLe86twVCa5yP
0Bq8SSZwkTzR8jcKL2CCjXs2muTCRDWT0fHMC74qXI5navnkqcXdRn5V2sglLSCxuZoJkAtuP9Pe
/1/au5x/xvljKg+sTlrvPNP6B6Z1JMHHHkqFE97lO+WYxfMJf7zS7MY0WWnM/ZwRfjzWMlslmuWM
M/tMHR8hdbx0tsrPR5FQcm8IJPfkUA7gk/bCCkR9Q7V1TqY5H/t9lnmfusxzHviVObuMxEyI7kTa
rNr9h1//yz+zWyQQ5VTA4I2flfLvGIG6isA9/MJ5Zq9t0o91xBH3yA+BWSzzQh6Ka2rrNuylv15H
wdTPgyTm6Kune9J7JE92aN3W2s+XUrJAfZ5RsApyEf2i0YLFIxme0dijE9oI/rACxPYzC2RcD8M/
DrV0RTcly7m8VkZtTzN4jEe4J68zupqpHN32p5Pcf0Cxhp5FFMAj8TvRST7KkW86bI6CipojsANE
QNLfM3hCBi6FJKNGEHasIFU9eKxEkZhtqnQgN9nmofhOCtwPBVvKSO4C4J2BBrwzqAPo+bkFOb9h
Tu6QNbtOUlImbi2373pFVg8H9DeW9qhig3+hFfNH+Rgnk2wzXU44abeX0ihG3A6dXJ6u82J+T1pM
G9NZA2v5ECXJI+VrRD7YcT2D6g1xiOr9cV9Q2uZY/ICWlk09q138fWkXW9gujsWQ4pf/yeuX8mkD
JBKII6KLGjJGbEXqMCf1VwdS36tpJPtIp9fnPg1C5MTQqFqUZLlyQGEzoMkcTRxPW0wBmjhGIBby
lMHAx4jEi3wphReHWnzw9Ts/2pDMQSbSVZB4Jvsiw9AKjsWxceoHJdDLBgvWk8oVKmL+vnCMwvRd
V8vWJ6gAmO0dIEne8m6ohJDfUUby42xbuGRn35pTMVmSTKIC183YRfXjPTumNtHNJg6myYwwX31F
FWVKzXWSZpM8KQFaT4ao7oAuLnjgkktJSnXvYebXWZ4G8cK/erxq/fubfI0hjUHzEqOYl8WEs4nk
g3RCbo+xLW4ab3GPk2imXq6MeZYEUi90nINnPAdzhJqEaesYgNME77gPYIsseepLc03fVWT3hDBr
dSLo2xEBUyCDEwIbsNFNpBbQcy+ssArWRXcu92hlezXpqeBUnJJb+2ke+BF62D24Ho/KefpdXETI
kT9nm6xQ2qy0qE4nAwyH2nSTG/ZsGwocWVHJWYSVB2BssP+xxQY7vH6ofLLnkMZA5NENYtyDyKGC
fP7KUT4PJJZ1ppRya0ATYiAlNupplSAUsjQNyvGBcvBzFU5bHuEPNEcIDrdK4iBPUlHdQAmfbqja
P1haH8Z3LqBuLYPFMjSR5eaFGz2o3EyK9nUOMsCkVK+n9MPViryGoOEPDZKPCrtcCADbhKr4oKE6
VMVDuRN/xru4ndCugrGjqWDsGFQwXsBH/PIQ4WEjIs7v/doizWyWxoj8LAdcGHU27FrHbGgZ7i4U
I9UnQ9le11fs/oXgE406QpZOrDY6EZ5RcaJSYBiSukFa5dwxTeggrI6VD2AGPMxmgLpgleO3n5sD
2Pq6yHlfDMLXuX42F+ScOGvPk2iWHk/UVrkKSxyz87hUMkyMDYyrICUsU3Dux8sJxt33EJYRDpO+
Lk6xiOjtnrs83Xd1dN/VQeJMd6ZwKKDmXw1rLMjdPE1Wk0OOmM3x8u++xP4NL0SgHZNEEZYuL/Ww
sPd1O19dZTZgV5qvBWsBGRPxHRZRoDa+mydLmcftCJkKwdo0fMGhDxfmKLHQPBgFgIEB+zVaQH9g
HioYYTD+g960atMgWEJjSCg0DRteddFOMJa78YfmAaqxoK+wo26hyTepPUxFef8j88kPrYyeoXA2
OCs0BP0JfWchcsyiVn0gu8ZRDmjF92A32WrH/8ggSKPKoOGLMEyNaHfMjGV6oaoG68Da+0L+n2DF
sVRu01dlxKjPgQmS5txtDiAMymVbB3jVQMy826TEMFcAj5diSxlMZHcjLrLK0dkx5IUs+bAQcovd
Px+C/MKnfLkagefzrVYh8KVxAuGcSTzUpwc6tp5By6kAB0i7PUjLdVQwTX82U4wLEEqdtk8HMbgq
qBlxQX0ojGG6U01MwNztK+PILDxfkkzdi1GyzHTBvQZg7FSOxP6xIzsNwmrSvquR9kOwtdyHWKaN
s8+HTnQtLnW9ytR5KibYwbduVIf/oY37ukTyFRFA8j7I8iBe7OLtoEA7dcrM5/cn8KhNi8QdKhOO
QdRx2D+0iTzW3cDPedZ/YkOizm/5U13/stp1RK/ebfoz82IJxTScQACWANvaIsE/cmypusvk7dXk
z7T28QuS5tlkRh42Cy7MHfn5ruMk1NXXxYV+ynKyOjZEZqXi7e6SAfqqegLDfUsE1oys2epGqd07
8Mg2mPGP6Ls1PjzlJIOhCg7RxiqR/x+bc1If5aQBHjjq1iFKerpQm4fGd5h2+hdojl7MDp7JqHps
9SfOEsAusVZ9pn/uGAUeWEWBR2eD7bUsWl52oJaX5pg/G7zcjrOew5pmYc3mpxHW1LlAneeA14cO
aIahQ+n4PEmJP12ao3WhJmcVreS/sAG7hKEEr6gsW++ByFDb4EouhJTL4jDWLo2SLUkLTpB27z7U
KuLaTPNvbDK21VfpPM+/dKcHA1Bafe0VBqL6+OkXoeaeMSNZKM3g7pE8nfDGntg3nPvY4E0P23uL
2IFDG+lamq/eLHgHFwYUrgTsmo0FAdkMz9WsxOxWGjPPhld4qJk6Om5N8+0vVPYcNL2+FYCJjUwd
YRb1NRJhb5s7/8VKH3/XGRjUX3evGWfwFgScGKBKbwjHgRQgpIEDeaXkHUkBJQh1bGvr48umjj64
0BrwYH9l1xfYxHY13PyRvnz1XHHKHjqPjva+LbTrKQjY17X0sG6V4bg5P7UpGBUvwKoOvuQIWIZc
As1scFDpXZBxjRDA8ooqTht6t0k1Jx1dL85JYrCGt1MKZWxppnRCJH+sMBGYG130l7uYz4JXxSbA
wqazRXVd0gvLfdNkbdpIQ364qH6X6uU7skkrtG9SaeIWO/43000OzKDSYQ9Dk5NEPQP/q1Cr4NAG
VV0t+deiy/7aVMhJdzIbNqDyDOHRhxpVnl8bvxT3hHNUrHISQ8H5cN6zv7HRmjDVdFHnbXfYOKlx
IqC+EMHPaoG4D6WSpFqIw/jaPkggoMOzAG2D3f7Krg0U1fhJtkkJ1FWGZdzDu2/8eEYd68SQ8t1P
+lvXSy38X1kHFfDebh2jS8/MDIbX5H1O0tiPIJG+L7c1DLO6apvC0Kuexm5h8z9bCtuBCTSGPN2t
eR0Gpf5QdRbgrlBo9yPZBBQFjUTl6p8DlU9uxC7Us+pW40inzrLib63K7irL15o6yfWcOxe9nCaU
M6jhmCepVZebF7srT3dshevDjqrsz72BCo4tYBF3yC2JxRXeEGbGHJ4nXxDYsND6QuzSUOejvRb3
MGk4RLCJsdVqb/ZBOy/Mis5WUu3WWRrDeFGyraV3yrV1za5uuq+py87c+uvasZ4N9Xx2HFLiKsFp
/J8wrAUoZ1w5CeVAPxXcw9lvre3/Lt1ae77SM6+uS2sZDTIjAlYHidCeMnnRJlsyehrsLVsJPdIx
KJcylq0XuIH2GV9yqL/BW7vWTgDP8KEPBh9ie0jX22mOr/aou2Ug3fIpU7gO2qIXas9nRBQqewIr
SGtcnPEkSqlSNnPkx30gQmhvzdv32sOsxTEcaBqEoLE47+3P30oDlRcaO6RCSstQ3VNqYN42TV2f
ZIDsEeRFS41kcjQeLfMwg9D2iT6KHuo4nNEPoiRekCyfTJMVFRmTdUrmwXtFb8YBBlU4mVd62LXr
7LLNvIbZ1eQZNPQ5s566bZFrKaNcU4Brn5sgO1YPqvLhwmOfFf/y1wroag/tq/P477DNaNs6tKIL
JvAbjCeAHZVbuntMGzYe13qMnP7yrSI32sAAcgPwjS92r4NZ/z40QzGZ+KMIZgq+/MfIrW3IO6sG
LgydaXcItcoc2hqJh9aSYc0Epu42xOsvoPGeEJZXE5dJ0TFOHoa4Ni/Ol2q64Xob8C076y9FPv8J
ckaZhkivKZGu/DXYaLciau07TQrTNv7YmgflXQ5NVaN3dV8B0531hBve+IYbIzVqp3OpxqLAfYZ0
cmhI7Hgt1CdxsB1+x0V1a9KLW+RA23ynDJGlZHGYrAohZYryN+v2Mg6t4b9j7XYZ6ZaaHkNcPfh4
pOGcLSsOrgCmGhv2Jdbd0MoIwOQr0heyvkIYayYs7reD7ES+5UOoardTNMQF7dDVPucE11edv5VB
H79Fumlcy8/lQMzophZYrQgreqAL/e9Qbzfo20YiltwIROTrQ4UYuntkiQNuWjozvZAJAf39W2vH
pCdXOGkAi56JQdw/I6i9vg7TJ5UBVTOZQDYFMW5Xp2he5DQSJVEYSiAOlx716NWROjC55gVMsrt6
ePb6wZ/56cIAeMEO8zpYrdNkTdLJfnpcZpi/GdJMl0rIKm0EB2Nb7moAxU6U7eftWJpvPm1x51bH
bm1G9Rr42tzB79ZLE1pzdwwoOifpSrRqDQAcbbey7jECK7cPMpmAz6uUyXkZ+VcwflSTsh87Bdbq
ZqG9aQaXuAMRCKugXR8pkzC8qcScn0euJIZbrCOYwBr12sWjCrbD39Xtnsfkfe52scVtkBfnmaSQ
TSi6uFWsWdwKG4J3wJgGHEu9bl3KaMw2Nv2VOjVXjHObf24jxZmaf25exTMUIyCVzR3OSToi1RUW
wUtqEVCtOC0uU9PFVB2RM7d0/GO9ANqU1iPxO/s7vYqnKiQA9FBgqN6max9nKssXHI2fN+iAjrXA
Bh140bTqGI0mwRVGQ1D7ePZdMarpmDd19PsbS3LTumfh/WXqAw3PbwSX+mk674pXkpgVoopEjZeo
DjG2hHpQDG1M+5bRmY/QhNSRxH9hpWJ7UDKmYVNkqJpfqFsl6vOPQYidEqWJjS157sqX6K+IubfD
spj3BumFjvf6RRXu9cNbhqhZbcgbnfcaLYQdjnwl3hi/xtfgejw38hOvnxtprxKuFjKUmNihrwMa
nsU9oQHG7Owv7MtGlWWimp1ViMiW2iSBL2kD7JFdga6DeaPop4HDMICm8nt0tc4lUzOcqIgG9fU/
OWtJtVgLCqPjBpW6qomNQr6QkDHWe6+2AgYfqBvFG5kCWnalyR/zWddVJ/3Gmhxsvaze+RnoKG2+
/RZ3oTvoFtuuGK1PHQPiX+VTjZFkj0YYNlySgl1N3v/e3py69tdrUmJShKt2QWiQVUAAClQNQ6XF
NVTfqYhG2tZ+kCI2elnBr3ppHxGIXakEBA2viU3bLs4n9458YmOOuCOxX1DdvH+tMtl1Qr+WPw7r
m8KrnXmQl51tjSZxd/x5jdNQxvigWRRHY/p+MNxVpOIsolOmIEcBM9YNDa4eUWDOuhrMmYe5UwJu
lvOdDbFgVnvgmd4vA7QuVumRPmJWq1qYouKvq/CyP5Z0EHI/zHeKTWmErm6NeHe1udBrL+3uwjIM
3XaRUBba9fSSuZA+en+JMD0pha0rt4RzV5pQivYI0A4jNZwAC51r/Md/ffzHYLOXF6RbY6CRBbU5
RyGbckTThXL7fFcS060e4vEh8Fa9j2rrGlIpn3MTXGN1NpBaymMpViC2e/H01o+rp4aAposXzm9Z
LGJsuIiRrtdrU1EyapnnsuRiK4JqfNCbzoBJheH/ASdinD4=
`,
  source: `
%% The environment of an application: its values as they are now.
-module(app_env).
-export([run/2]).

%% Answers #{application, keys, values} with values [{Key, Cut, Bytes}], in the order
%% of keys.
run(#{application := Spellings, key := Marked, path := Path, limit := Limit, limits := Limits}, Call) ->
    Application = applications:known(Spellings),
    Keys = lists:sort(ets:select(ac_tab, [{{{env, Application, '\$1'}, '_'}, [], ['\$1']}])),
    Wanted = case Marked of
                 none -> lists:sublist(Keys, Limit);
                 _ -> [Key || Key <- [marked:term(Marked)],
                              lists:member(Key, Keys) orelse envelope:refuse(no_such_key, Keys)]
             end,
    Look = fun() -> [value(Key, ets:lookup(ac_tab, {env, Application, Key}), Path, Limits) || Key <- Wanted] end,
    case worker:one(Look, 5000, Call) of
        {ok, Values} ->
            [envelope:refuse(no_such_path, {Steps, There}) || {lost, Steps, There} <- Values],
            {#{application => Application, keys => length(Keys), values => lists:append(Values)}, #{}};
        {raised, {refused, Code, Detail}} -> envelope:refuse(Code, Detail);
        {raised, Reason} -> error(Reason);
        no_answer -> envelope:refuse(too_large, [])
    end.

%% ---------------------------------------------------------------------------

%% A key that was unset meanwhile has none.
value(_Key, [], _Path, _Limits) ->
    [];
value(Key, [{_, Whole}], Path, Limits) ->
    case values:at(Path, Whole, Limits) of
        {ok, Value, Trail} ->
            {Cut, Bytes} = values:shown(Value, Limits),
            [{Key, Cut, Bytes, [cut:term(Name, Limits) || Name <- Trail]}];
        Lost ->
            Lost
    end.
`,
};
