// Made by scripts/gen_probes from set_log_level.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What set_log_level.erl becomes on its way to a node. */
export const set_log_level: CompiledProbe = {
  name: "set_log_level",
  library: [
    "cut",
    "envelope",
    "guard",
    "levels",
    "modules",
    "names",
    "owner",
  ],
  calls: [
    "erlang:binary_to_existing_atom/2",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monitor_node/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:register/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:whereis/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:min/1",
    "lists:sort/1",
    "lists:sublist/2",
    "logger:get_handler_config/1",
    "logger:get_handler_ids/0",
    "logger:get_module_level/1",
    "logger:get_primary_config/0",
    "logger:set_handler_config/3",
    "logger:set_module_level/2",
    "logger:set_primary_config/2",
    "logger:unset_module_level/1",
    "maps:filter/2",
    "maps:get/2",
    "maps:keys/1",
    "maps:map/2",
    "maps:remove/2",
    "maps:values/1",
    "maps:without/2",
    "re:run/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAH1ieNrtXVtz28YVlgBQ1MWxXSe100tap0lqqZ6mBi+SnanHfWge+tK+dNzMxDEGIpYkViDA
AUDT6mTy3J/dBUGQu4u9A5TVmfrJJLiL3bPnnD3nOxdN7WUnX8wj4O9Fe3t7Z1N7aY8Xsb83tZbd
UeQvMpAVD/anneVB+bn8pV388p2f+nvL/b9s/2+9dosPM39e/syZOst76JM3DkEUeOC9P8rR5PbS
8fNkhgZ0s2Sce7NsO4X92n0mHTX104AYZb0+lw06ngL0dJmkAfm2nmzg4TxNJinIiNc9hxAWOzxC
o52RH0XEkDtoyAiN8MaRPyl+ZmEPj/IUvQ28D3PsSydPFwCiyTozPx9NV7Nt1+hib2G9rwsiMANx
Xr2qG8Y5mAA02rfwk4LlYeLfMF9pve6Zv9GWv5FBsUmaLOYe4sQApOWkxgtwTBbgZCAaQx45XjDH
HM78K+ClYMwbNhBJg59lyYiY72SUIPYMY/QxFSxSNs0RWhFIQTwC9BaEwzqLOA8jJOlWMi8I9ZRi
QYGI1ifjShuPVH3mho+yub+MvWS+OWe5foLrI2cSsBC7iiNw1WfxTluT9zo13hOryg2nwOLf6m1J
nJFrjsL4inhCLxzTVGGShvk19p0dJUt8XuOdHdR2ZrF3Vp6ytbTjEE1OnTeX5hf4hyE0X2dXvs6N
RB5KZcLPrkBKK0bhEOcyCa5pzv6g8lq7HOtzHUR+DrKccUD4ZxsfMfbDCATYN3dzP52A3MvDGUgW
xVz2JdJlSB43NIcqumuepGiSpDz3QqCJe7dcF2WO7NduUlrto4ODolGdsR9l2LDNbHESA/myO5MF
MknocQonGCTZVlSgWECcNRUJSal0nfBFd2aZl8ReeUBbjvnjDs0KghdXuk3VtiQnqilzZ3mQglmS
A5KBkdXgxxOcHWdJnORJHI5WHEkf7MksjKIwA0gtBg1XZ4lV3Oa0Cz1OGJEuFFuPYTxOaFuoZgzQ
L4CY4DhLKxpRhl014eEExOgoc0AbfsQVxXrxQZh58zBgSBjkSCd+ebHetO8pCuxWVDiC2gqfrWnH
EIjlFCnqMKu9HE2aQqlqOkLyDsZhDAKRjcJ9SRiHOYSCbRQcBVnfaVCFa64QjNGv3nOwtPP0Gj9n
I3VyqG42sdfBIApXk5JXI9ySTHT34ZJsJVeUGDMmtGRrwm/TTj5Nk6XgB11kI6CZAkL3E9cDJMVJ
aVMGb1jf41Bld6QftLnCGy60bnl8hBTmJfBGqZ9N0QNjLjySciGXp8gdQmLeS/Tb7wgrCGqJpMX1
IPjE25Bm5r/3Vr5YFv4b6LmjTjUEvw7EI67QpUrbYlLjBKRpknpRMpmsTG3SJJONfhTGo2gRAC+b
+ikIvMLkTEOQ1S1CY4qTDqs6uFV3HlzZkJrzIEWn2M7DULq20nmgmRbXYhVlkGIYgfAdqFwmDbXm
fPvd3/5JK2+uDA0pzc6y/bTk+Vj9VulTm2+8y422KkSiuPB3vxlzBXqnVKDlUjmOW8v0IZCPW0ya
m7tbiLtEdHu0eRSu7Cg42Bk+psECVlAiyxzYJfyjSTtCP20YpcQpaI3VELk+MVZYuyMYC3U4Z6AO
9TtmCyoRNDKmeReJYg5GOWmU7pxjjCe+o36aF7QHISNSB5epv/7jX3/HpYii2YiKXb24WYkzZ6A1
qma8so90vEoZwuSgleJWpT0BeQ3iKQE96iwrYF8Pv0JEe8/Y0x4O3xFe1c6wPCjAoKo7weLZPyuX
AO7ubm/j2BiK6rzm0zeAUNRdBmc59XMa9RXLSATegYg0H2R6eYzcLTJ6LvUXukF67aWLmFTmDPSv
w4nvNeDPu+pX+gUvvNgggn5P/fXP4UY6u34cIP812Xxhv/zmJW15bZy4Arz0ssVoar7M+1JlV01y
L05W7/KmaI0RSOXKqeab3ysCPevhXhhkcLvxgyQFhd/Oie1q7upntV11uMTn4jFDClZm+KAaqEhQ
RnbWpxonuVaw7+ASIPHTg1WkMs54zTrWYxhEQ2ZDOPPTax7OroG3rswRJtxKGjw4OtYyWu2qRpG6
izgcJQHAvvoEaZIUaUOQZl6elPDStWJMKky8KLykNC9STtXKD7I8DeOJv3e15/z0LJ/z4iRV1EMp
CeCkWHCGXjwLcwql3kZP+CS2lEncJ+RG1ZirR2xq7NCHhmuwldegjq/VEDlXAVqjjMBBc8/wQU0P
OmqsT66D8sWaM8FAjwmw8D6fEbAwi5QTWgnZ9GGDXeAGkHGw2slAHNSc354oXDP30zz0I+5h99nZ
RMjUQN/FhRvNeZwtsjlaDa4tmvPJkIeiW2Z6Q19sISWRDb1eDed+yHSBB7fNBXbJ+6Hxye5CGzMc
bLMASZ/FDg3088eG+nlYE1ljTilJwzQhhixrq4VEbyoMbykkEzOSWXeV9ql5hJ9IjpA53SyJwzxJ
6euGBbv1oIh+bG1dzW+c/ulMw8kUquhyWxZ2lvsGmyeyqXg7OJglwSIC7FtVPsz46H+u7uL3GLpR
dXvdyuHmWw1U6pHmPh7q7EMpSUVoQ8lPhrVjFwozMdfWYENh/sBoCGxf0CzePbuvDxH2oMEuHxS7
XC/JQ8poHE6gOF+vgdj3JWKhtuT7xZLLyb0VERi+pkLKIjdjoU/tv56eaJjNiC7zDOQtqxq3FZo+
wJm9ZANGyiGT0RWUSzOuhsp530o6jkhP2wQQ/CKeoTFlZ5XfJJl1iwDD9s2zniisX6YeyuL2rOxA
t0Z8ZT+xI8QTmHGklddH1Ig0tdkfqd+WAyqugLOL8fs/1UsJwUltTk+27nIbX7i/UAfqRWsyfv8v
1Q9TLyHaUU0B7fH9S5fpbG4CuZ/zmB5JHXrVKphCZuFZDfIDyqMXeir4BRAXkHWkCM+1vowW8xQe
KPt3u8RYuHAsqxywdR4VwcGcUg4Wj7qCm8L2g0BkI5EMZL5HBbx7uGVaUnxsnZQ1ekMDdtKXGqUs
ngAcrZObQAB3B2GI63xqsNGAIqYwYrhWVY3F9FeG0jSEzbRRT6KNztvVRg222UrtwJDlC7CrxWx+
tdiARoLJ3ykiCb1WCpQfKuTxMVh8W6hMhFn14jcfVU5m4gfgFlTGWYIq+9ohu9VS8MNjLoypJ/Y9
zrfK9OxEYZYTFRtZkuYNBezXGmmdaouK/Kye/zyspfftCKe6W+FUDLBTaf3dbHFZfMe8hvAWBmL4
yhKrGFmFpqzUhsl1LF+WrDwU6xrWoTwqUzmKpA7wHpEljCde8YhpM20LPfPx8y3MoFPhV0MB2r1P
HupB2O3Wn5lVzd69BP4s9+clNJeZ1M/KvZGaHjWm8GdSCnPxzQzkOYlvuuIzcGRAD40RS+AeZXAv
q2G89TJ2Bu6mm6YhRH4ZOKjxflbjZRBw68tv4yjusxYuQp+Nd8HGitvkqDpcbPM0LBvWVdZVaqCT
Ky8ovyE1QbgkUZF2w18z1unlBvp21AnT5MpQx/WJJliM6IVxt42ecrcNLmvy+msw0xviJACMcjkd
j6qn1X9jALFk8z+91FoV/8d6rktf4rr0d9zUQ9mJro5BtabFbbGm5Tc6vn/TtBNXofqo7isUOer+
aKqefsMqDFUQVy5M2HZaEHr1aL0KfGoCcRWn4OAdzXZ/8H3WFYg7nc3Nd6WsrYocWK76ydvTVy+/
f/v4+Ic/vGoDuPmtuutCJbVii+qdnb768cnp92+fHP/w9OzJj6erBT49O3t8+iZ4ih5+8/jN6eq/
j5MoeHN29upLCqBQiodbKV4cYKeLmFYkqpDRSXad5WC2uXb2STOqwJEg/zg2v5xEyaUfsXN5Z4so
D9GlBZiPD4stR4W24OU6EAHgkT/PFyk5FXaI+7wHFu+BvaU/Xh6z8sqxVArtNKWSl3mZSriFK4Kz
42Q1TTVQpXRCXfLWutERF6t9CIf61mRjPpYVpeLZNsKLqMdEUPX6kOpduBpRM6KiS9DjjfQvNYPB
3KDTqpYNigp8jwJAbZ2iFK1VOuNokU2xy/IGA8Zuu5DaZzr5IbssW6N78Ow3oqJrFHavh22JFiUf
/0ehcYikSLwV1YpBFbRvZlClZ5FGxvGb9z/1vnbPv352yYOqiXurWMXxpUd6eqveOtWmTtAnb82C
1FTLLtLNPrrCN/+BxrCIckG/cedyXiNAzN5IwQS5GaCmRKlrS9Sem4+7M9u/Gov+57vqCfI7xe7E
sFmQYWtO+YGfTlQkul3pU1BZXL/Q5kVJiG20m772hUabCa2Jv1RPydj+7QTIrxtZiz1T+dIn2tp5
WgpdFW5vYc9XymdrbPDRB6QGJLRRWNkjmmmV6ez7FQ2xzhOcv19Q9oVkZRiQXWfMqnMJ51UFBXrO
C6WsmsoLeXGgj3LZszAmjQWiazUrLUIvRZ1qsrhqha3dsebgnR8tQMbyYWBNzzo6nvJhge8GyTKm
saXbqkx/L1em6uaQxjkiEpHhsQvsdma3d7mgc9O4MtursflOnaTn7TpJX5j22GrbbBIV6AlazJEd
CKk4wQv4v2xYmO24KaO2l3ChxVrUym6g49rgBjqusS66853+Maj/q3z+1U3rfOvlnwV/c0VP57eU
7W9zy/4Fqf89RudnWwEf1TzKJ+qu0FCwPJNM+0EN9FTshLOv14qIgTkbYLVbgzXx46zlZslfGcYg
Bzu1SxTSIZW6O6LPejFrfgfy5qDCqU6PGCpeVU/YbF4pMxB1PBcJvavvtIzDCIP69GEIT1rASvdH
EcTL+/CDclLvg3ESTQi3wRV/1nIn1u4yzKfJIq9X8aqMdq7AdcYK6nJzMc918BbHNGfvgitjz/n9
ZQeU01G85UAhOEwLgWVo9ZCrV7eSGM0sdYrw23MV7um0iOXGftUbdW0bbnJI59xMH9C+4h8JpBrx
iofU0I5zRntXHu5xzujUxggzrbFQr0pHtLhzVH8Yd0dai6c5X8AbKey/4OurIdQt8xXUG1xI9c3+
7bkZVr95B8R/I5R0YV7A1mx49daEchlWbVtC+pXs3tE3oRz7sCXA7lNDL8NtLdlXtU+DvBuDunvm
0lFJ+F+87KZz
`,
  source: `
%% Sets a log level: of the node, a module, or a handler.
-module(set_log_level).
-export([run/2]).

%% Answers #{done, before, level, target}.
run(#{what := Of, level := Level, for_ms := Ms, dry_run := DryRun}, Call) ->
    Target = target(Of),
    Before = levels:read(Target),
    Before =:= none_such andalso envelope:refuse(no_such_handler, logger:get_handler_ids()),
    DryRun orelse set(Target, Level, Ms, Call),
    {#{done => not DryRun, before => Before, level => Level,
       target => case Target of primary -> none; {_, Name} -> Name end}, #{}}.

%% ---------------------------------------------------------------------------

target(primary) ->
    primary;
target({module, Spellings}) ->
    {module, modules:known(Spellings)};
target({handler, Spellings}) ->
    case names:existing_atom(Spellings) of
        {ok, Id} -> {handler, Id};
        none -> envelope:refuse(no_such_handler, logger:get_handler_ids())
    end.

set(Target, Level, none, _Call) ->
    levels:settle(Target),
    ok = levels:write(Target, Level);
set(Target, Level, Ms, Call) ->
    levels:lend(Target, Level, Ms, owner:of_call(Call)).
`,
};
