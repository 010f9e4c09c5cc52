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
    "binary:part/3",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:lookup/2",
    "ets:member/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:reverse/1",
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
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAJ1XeNrVXUm34sYVfiB4Qw9uJ92xE2dwnDiTfXzSAgRNjtvHi2SRTbLJ6XjH0YMCVE9IRBLN
e1lknZ+a/IuUEIKq0q1Rgu5404aHpKpbd/zuoKWz7WabdYj8i/Di4uLLpbN15pvIv1i2t1fT0N+k
KM3/0Fp2t5fF5+KXTv7Lt37iX2xb3x7/v/3GzT+s/HXxs86ys31GPk3mAQpnE3TvTzNyc2fb8bN4
RS64SuN5Nlmlx1s4b9yXyquWfjJjrmq/GaouerRE5K/bOJmxT+upLrxeJ/EiQSnzuFcY43yHN+Tq
ztQPQ+aSJ+SSKbliMg/9Rf6zNvXHmywhT0P3QUZ92cmSDcLkZt2Vn02Xu7sd1+hST4Ged4VCtEJR
Vj7qKogytEDkar9NnxQuDpP+Bnxk+03P/omO+okAxRZJvFlPCCfOUFLc1HoBHZsFdFIUzrGIHGPw
muuVf4cmCZqLLhvIpMFP03jK3O/xNCbsGUTkYyJZpOo2N2RFKEHRFPFbkF7W3URZEBJJb8frnFBf
ciwoEdHqzYTSJiJVH9zwTbr2t9EkXh/OWa2f8P7IQQLmYldyBK362qLTNuS9boX35KrywCk4/2/3
tDhK2TWHQXTH/IVfOKWpgjgJsgfqOyeMt/R9rXd2WdlZG95ZccrtrRMF5ObceQtpPqI/eNh+nVfq
dR4k8lopE356hxJeMUov6dzGswees9+pvFaMY/Vel6GfoTQDDoj+7NBXzP0gRDPqmw8yP1mgbJIF
KxRv8ns5t0SXEXk80Bzr6K51nJCbxMW55wLN2N1iXZw70qpYUl7tk4PDsqu6cz9MqcsOd4viCKmX
3V1siEvCX6dxgrM4PYoKlgtIZ09FRlJKXSd90JNVOomjSXFAR4756oRuBcOLO92m61uyN6oo8872
MkGrOEMsAxOvwY8WNDuu4ijO4iiY7jiSP9jHqyAMgxQRtTirubq2XMUdTjvX44wT6WK59xhE85j3
hSrOAP8ATAlOZ9sOp5xjV97weoEicpQZ4h0/xkRBD74M0sk6mAEShgXSSRsv6EmtiabAHkVFIKiN
8NmedoBAbJdEUQdp5eHkpglWqqYbIu9oHkRoJvNRhA8JoiDDWLKNnKMw9J0BVYTuCsMY/fI5l1sn
Sx7oc7ZSJ9f6bhO8DoAoQk3KmkZ8JJnM9tGS3I7vODEGbthWrYm2pt1smcRbyQ+uiI9A7jRjdD9j
HjArTlqbsnjC3o5jnd2xcdDBhNdcaNXzeEoU5i2aTBM/XZI/WHPhjZILhTzF7hAz970lv/2O8YKw
kUi2hRGEmHgH0qz8+8kuFkuDfyKzcLRTXkKbA/kVd8So8r6Y0jlBSRInkzBeLHauNuuSqa7+OIim
4WaGJunST9BskrucSYDSqkdoTXE2YNUHt6rBg6u6pBI8KNEpOHjwlGsrggeeaWktVlKGKIYpCt6i
MmQyUGudP33357/xylsoQx6n2SHfz0ieH+lblT63+dq7PGirXCRyg3/6zdgr0CeFAi2WKgjcGqYP
g3y8x6Q5n21hbInMejR5FK7qKATYGX1NjQXsoETIHTgl/GNIO0Y/HRilwCl4jVUTuX5srbBORzAI
dRgCqEPVxhxBJYZG1jS/IqKYoWnGOqUn5xjrGz/RP80RH0GoiNSlZeqPf/37X2gp4mg25XJX4/NK
nD0D7VE165U9NYkqVQhTh6yU9iqdBcoqEE8B6HFnWQL7ZvgVIdo9sKcLGr5joqqTYXlYgkGVNqEt
8n92IQE+nW1v4tgARTWsxPQ1IJRDyNBVcfxjf70Og6mfBXHEWMm+6krnDj2YZdE7az9bVtLMcoEM
g1WQ8ai0wgjkl6TiSGOPGnYFecEaqe8PDDJWfVFecqjkMEKUNGPizZR4BnqwtYOYKy9TsptplT/9
6STzb4U5QMfAw3VQ9JZ3AA+41ucujScT43AAXMHMJPk9leej0hiCMoYRlNPJWVWd1CnQXT2iVg7k
Kt3c5t9VFNWQcyVkEPHk+PgKqO4pQHWviQTsMwN2fkmdXGkvLuMEFYCKIfkuV2h1W1ZliOL1Oi7o
h0o7fdCPUTxJN9PlhNF2pYIW1W6YVQ0Up2u9me9VNtMVOR2esX4I4/iOyLVAP5hJPZVtx+LU8asD
XYS8zYj4wdnhkiiGVPx+hYodERXHfLj8/N+sfSmu1sgQgPg+2dSQiuxqcoc+qz8pWX1vpgWwGVne
gPnkYcGJCUPyMKZ9H+CGHDGgxRxcHEdZ5AS6OFrgMnpI4YRkiKJFtqxgE0Nl3v7yrR9uUGqhE8ku
UMTnQAteMUmTMGKc+EGRgDHJ0fQrZUQ147kPLUGIge1u6bohGQDV3SUKqiTvYWlpxw0RJD9Ktyg5
A2mORZ5xPAnzegvKL2o+D+vq+kRXmyiYxjNEffWCGMqEuOsoSSdZXCROHjSrLQKyueCWAU7jhNje
cuWXaZYE0cK/uLvo/OtlthZVAIDupYhjHucLTieVGMTFDI1FJG5rk7jPaDRdmKJai1BRSH1suQZH
ew36maNKrsnVSBpx8MagPub5XN/S9yTINYcy1meCgRkTUIVrYkagHAwlJzRSjNDHNXZBh+jWZVid
dG8mHVkekDFyaz/JAj8UHnYfrpMlep58F+UAseDP6SbNjTatLerziSfKD7ft9Ia52GJOImsaOQPY
2gPB3cH7Bu66rH2ofbKn0MYAdGyX+u9D7FBDP7+w1M9eRWStOaUgDehCeJXESTMtTFyBWVujTQZo
0zhVQ4PhEf5AcYTg7VZxFGRxwpsbKKHUwzL6wdq6vL91Y0NnGSyWWEeX6xdU9aEy0Ara55Y6QKeE
ti+Nw+WGvAHQ8CON5KbEL+cAYBOoigUN5VAVm4yJ/Rkb4rrYrLLYVVQWuxqVxWeIEZ+XCA+NiFg/
92ODNLZeGiP00wwIYeTVi5cqYROWx++gmErfQDXcr56e7iN2/0qqB+pBllaiNjoynlbRsFRhaLK6
Rlrl1JgmdBBGx8oCmAGbvPWEIVht/PaZfnnRQIWcD3gQvsn907kg68RZdx6Hs+RwoqbGldvimF7H
uZJhPDYwxvhsKTj742UU4+57qNIMhkmf5qeYI3q7687P9z0V3/dUFWG6lMkDCqgpv2VcFXIzT+LV
pMwR0zle9tnnoN/wTAzq6iSKROnywg5ztG86+OpJswG7lhlVvSmUMeGfYYACdcXUPHrKbN0Ol6ng
vE3NB5T98aJAiS79g6sARMWGgwY9oB/qQwUjUQ1waTeN2qc4T2gMKYW2ZiN6T9ihaUiNH+kDVGPO
XomOuiNMvlXaNmvq+0/0Fz80cnqG3NmIRaHF2U/oOwOVo4daDYDsGsM5oBffh8NkI4r/WAOkkWXQ
xJvQTI0oKaYnMn0s6y8oRXtfwvqZqGyU6G3yqDR3e9j+o3aNyuhCZqRIFg1ERHlKM9RM3zS+jAYr
tJ9r43+nxOCFLjk0CKVxHpWlCwVN7BCPurIiK382k9yXY6CmNZcrUJes+DgmZpXf0ABud9GjVFsk
ADf7tg40w6eDuOUTDip6VRWatwBVVVtMf2IpTR6up416Cm00bFYb1dimiavOBj6qwRGqDmA5ykyF
KuxABDl4BxHu46IOJ4/f0T2JR4NosUPLQIV2nD+RzV8dS79MBg/saqrgCKKJw/7IBDdoqC2+J8/Z
9dVVDEX1Eq2jwniLkjw+gsaU1CxIF6WYJAXlNboifqqa3FOqc+f1719bkKozD4qCD7hj6En+b87d
R7BFXr1y2FIU7w4TcwPXmo8B+soKOyOC/0y/IFyyDKtEp2ERYWNo1yeW41zcI/e1vlDy3iOUZOlk
hm43jKjOQz/bTbuwEdVqAdPj9CHN0OowjIm2Hde7AYfkUc2AXwPDKpMZWtMdXJVRc8Al22DGXqKe
FHH7kKEUTsdaICp10M1P9SVpIJQkT6xvek2okr4KTnAEdsmjR/mdYTBbvjp4JaP6+NHPrTWAWfKg
/ko/s0S6PCOka9Q8Ou4d2Um3MddtsDH3FyZufN0KIxfbeFnzOEH+dKlfaQVNtzDRdH2htWmmAow8
ekrhkOWtGfBEXm1Fj2U9/cHzyAqfEj3xUMj3vzMXLnxquh/XOsEFgcueYJYbNTNKO1HjWQh1gt6i
BIjDoKkZXXUUr+sogBttIGf2S7O5QJz5qZMlG6lL/E8V5/SF63CVs0KFc3vAoiZV26NxO6ElcT43
Karnh3fWT1AzDLx76YGw4XdUUE6ceL8JUqZZDCxBgyWj5uQTm1sFUbVhltuvWJL4tGZpmgo3vf36
a5hAecQER6CCXg1p3oKa9wKPfhlZrYLFUCy8IAMtflnwCy1903it22xYvTjvEKr0FLk8u3C9qXJL
3KHv//l0kwErqHXYHtY5SeEYOP8FVho4YUlFT8n+jdiyX+kqOXZ9u1oi7eQUHF+NoTJ+Vlxb3/Ak
obnFzNH3uHk21iT7tYnRhJmG2wlXLC3hNEYDNAf+/UY/FSc+Qo8vLmuENbTnDUPaQHR3uoBFg9Qv
FN4LWcK8CSv6FN1nKIn8EFJOu+IwtdkbF7+pmj3h+A3/W6z8NVCCKBtv8VJHWY4VJmxse+7WYvBb
61phG5ZqaLhA37qZlXl3kUnjI/imIH4AmyurBLVHVMRQLJ3GFYy+y9+2AKUY9HO+0LBjfTVHp2qZ
4FCq5YTjN/alN3BEtIlEuzV+y9LhR7O82blSzneSXsHzvwTpEC2qlvuURCjUgHbbcYYO8+aT8pYV
qeJ85P9i3EheUbuYFgp+uo1W+LkapXXaLEnJpXSKR+MrhCQZmmdz+rmigxPPFXWamitKEWiGuNSC
AF46tjmFm3RJWV2Y2CfLu/MS0Hqn/FUWJ3Iz1TQGgysOS0LBrqmG4dlPFjscYkGY166DlG6VYgO7
gxv7zWs+/mNiLoG764FPfLR7HAwavMJ6KLqOLMrDVfFbjsQi3apSVh5BDFVo4hWhflnf1hK9mIc2
qjojOqHXQjXLYPKOALaKDmiO42IkOXPplBaK2UMzr+JE2VLON0wFM9tW23zB4elPkDHoCibN33hG
HC+wGb5m1uR3Dc+3psrvJMNY5NXDupR1uCmsbFn9SI4au+dq/gXfIzkS4o2H0Y3/Fwfrit4BVtRM
6MzL4CXQFHqqpmgJW5SLlSH0rWraqW3/IrcxNk4/j5Xk0rItDV0mcBrh46m+odTWs2LeIABiPy3z
EsEeNnICRPpV0LspCE6sSq8NhTCfQQv5iWwmHMuaavKmdcHbxNcin/AspbgD8as62tq1qEz8p8c3
jaR1+TwIiVmc/2C136Bu7RR4ciOwIkT0Pkx1dYFWHto7SlLbMJjp05X9f3htHJj0OSZvKzNmjo5D
PDhhUUVzUyCOJgMq+tTJGXJqXPy6+XpvNBjxmoh/XZjlHBnheGeo5dDgART6aB9KHPP0/sxPFhpI
OH2bp8FqncRrlEz2y2NQMXZ6s54tFaS3JQZQJLbM+B7Z62N3I2LMRJodEGEwF9M125tWvZDklXzW
xRfGW+PGZ7gaHJ2hZMV7tRqIekeb2ENhbRZV12Cqy4dYp/rBoGOuCiek6B8gftSQsR9Z7BnjpkVo
n+WBZwUBCIQRaNcTlJzaTlXSKzg0YTGxx+rBDNZq1i/2avgOXzQdnkfoPrMbPnUdZPl5Vl5twL2Z
Zd9EUsOblXhhYEmYLuBY2HUTZ3dgJDYm/UFug87UoDKi8OROClcGZGW6dnGz4IaWhcQaQxKE9d1j
IRQAV+YNQdXhaFbm8YCYtYL4solmw3HFVhg3TJ6pulDz/EZwoaBiOIKilq+r5Y69FBexDkX1LlAD
y9DEL7OaGgWx+NdG+lGrTlxapCidaqXapV5E6GrNmxXduzrW0tOu+IJGXNrtkB8hORCvQQsMV0EK
FT6R4z19iJeE8I3YU+qL+ElR1ALgzrpF8yrKmlQDCNM7yuDzEQk+9/pQGn0e09HFj3FzS3iyi3+z
YlCG1iJuDj9vcBmPyTIIsaf5lHGtVeRHYz4XR5WuYNEW3f2BiY889q7xBhfNsdo9rDErQ5Jk6ik0
k2hWNp8op95OoJ38MaKBozsQRdkYxfpzA0EoKOuZpTp9gkTe/v/+xX+CgSZfSYjSsnT0vcpAWftW
Qe0z8Ni0q4BT+B6k4Tvy4z+t7wNXt3JuR95gE2PNTYywRm+6aNiZoUNvEuEPDBmq9U7nyQCLwvh/
qLRJwA==
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
