// Made by scripts/gen_probes from set_app_env.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What set_app_env.erl becomes on its way to a node. */
export const set_app_env: CompiledProbe = {
  name: "set_app_env",
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
    "application:set_env/4",
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
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
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAH0ieNrNXUl348YRFglSy0iyk8zEk8VZnIwvyfOLuUmjPE+eD8khl+SSN/ENDyKaJCAQYIDm
UMoh5/zV/Is0AJHspXoFyLEvY1Hsrbau+qqqtfA2fbxeJSg4SU5OTr5ceBtvtk6Dk0V3czZNgnWB
ivIXnUV/c1r/XH/TK7/5IciDk03n2/3/d98Pyh+Wwar+Wm/R23xKfvJnEUpCHz0GU0wm9za9AGdL
MuCsyGbYXxb7Kbz3g6+1oxZBHjKjuu9vdINeLBD57SbLQ3a1oW7g+SrP5jkqmOXexnFcnvCCjO5N
gyRhhlyRIVMywp8lwbz8Wpf65QXOyWroMcLUhz2cr1FMJusvAzxdVLPt9zigVoHWO0MJWqIUb5c6
i1KM5oiMDro0p+KamfQn4JLd90P3FT39igDF5nm2XvlEEkOU15M6b6DnsoFegZJZLCPHHTjmfBk8
ID9HM9mwsUobgqLIpsx8l9OMiGeUkh9zxSZ101yQHaEcpVPEH0E5rL9OcZQQTe9mq5JQv+dEUKGi
4mRSbZORagQe+KJYBZvUz1Y7PuvtU/zMcpCApdptJYI2fV0Zty1lry/IntpU7iQlLv+rVsvSgt1z
EqUPzG/4jVOWKsryCD9Rn3lJtqHndT7ZqXCyLnyymsvdjZdGZHKO31Ka39I/TGL3fZ7p97nTyHOt
TgTFA8p5w6gc0rvPwidesj+qvgqXozjXaRJgVGCAQfTPHj1iFkQJCqlPPsFBPkfYx9ESZetyLu+e
2DKijzuaxya2a5XlZJKs5nup0My9W++Lc0c6wk3Km33CuFg1qj8LkoIatpstzVKk33Z/viYuCT/O
gINhVuxVJVYrSO+ZioymbG2dcqGrZeFnqV8zaC8xXx3QrWBksbJtpr4lO5FgzHub0xwtM4xYASZe
Q5DOaXFcZmmGszSaVhLJM/ZyGSVJVCBiFsOGu+uqTdyO26UdZ5zIQaz2HqN0lvG+kOAM8AvElOL0
Nt1kyjl22wnP5yglrMSId/yYKwpa+DQq/FUUAhoWS7STvryglTq+ocLuVUWiqK3I2TPtAIXYLIih
jgphcTJpHmtN0wXRdzSLUhSqfBTpIlEa4ThWHKOUqBj6zIIqUneFEYzRdp3TjYfzJ5rPTubk3Nxt
gvcBEEVqSdmrMd6TTHX30ZrczR44NQYm7Or2RN+mfbzIs43iC2fERyAzhYztZ66HmFUno0M5rPB8
j8cmp2PjoN0V3nCjoudxTQzmPfKneVAsyC+cpfBCK4VSmWJPGDPz3pPvfsd4QbGVSnalEYSceDvS
LINHv4rFiujfyC4c7W2H0NeBesQDuVR5X0zrnKA8z3I/yebzytVmXTLd6NdROk3WIfKLRZCj0C9d
zjxChegROlOcDVjNwS0xeBjohgjBgxadgoOHiXZvdfDACy1txbaUIYZhiqIPaBsyWZi13l++++s/
eOMt1aEJZ9kh389Kn1+Y3yoj7vCNT7mzVqVKlBf+4Q/jbkCvagNab1USuLVMHwb5+B6T5nh3C3OX
qG6PNlkx0LFCgp3RYxpsoIISIXfgkPCPJe0Y+7QTlBqn4C1WQ+T60tlgHY5gEOpwA6AO4h2zB5UY
GjnT/IyoIkZTzDqlB5cY54mvzLl5y0cQOiL1aZ3689//+TdaiziaTbnc1d1xNc5dgJ5RNeedXdtE
lTqEqUd2SnuV3hxhAeKpAT2Ol1tg3w6/IkR7BM50QsN3TFR1MCwvVmBQ2zuhK/N/qpAgPtzd3gbb
AEN1I8T0DSCUXcjQ10n8ZbBaJdE0wFGW2mWpvQf0pEgfAMr1IUjWiBchjUGPlhG2S7ufhfmTn69T
1mcAMJxzSWKwQe77E7uUFbz+xH39T819kbt4p9enWY7qwBdYLCr88n8FN6xJxuwHWjO5E88084v1
dOGXwibJ8O1JOjoK5d7KGHdrmS2uoXLnLf/Q9LJhfd7SuGx3wELykji5ut6pqfR3i4dwwWhxlj2Q
qXkjGEx9HNwrfHcPpR+kscNke88pqkk4XN2SwD8SCNxTuVNMBPXyv6zFMQJopZDvc0qLU8LqU1WS
wW/saplr6gXOMj8p831UzkS0MUzUqZMj7nLa13Ah7BPR4DjCywdgGnT1DGf7VDLHTbq+ANCU3YXr
aRHLsM7T1mTx0gzzNFFX7ID3tQFSenqPZoQHXL6LRohbztgMTDOpZ+s0mmYhoj56RfQ5Jxc7ygsf
ZzXE+mSYl42IGEb3DMSS5cREbHd+WuA8SufBycNJ7z9f45UsV7jlt5HgXJYbLvzKXeEyNZQ2SEnc
NSbxiJE204BGzFoK9/kodtyDZ7wHc4xZQKUHBvAyFwiNm6MjL80vgKEC4+J8z+ZCMLYTAqrERS4I
1L2jlYRW0pajuMEp6BIA54KNXoHSUACAhqqU5SrIcRQkUmaP4Iq6izQjn6UllCT5dbEuVmQ3zN3Z
WE4mskxS181u2KttzGlkQ3fEAuCagDDQ+PsGAw3Y+6ExZw9hjQGQyS1JOILEoYF9fuVonyeCyjpL
Sk0a0IWYCBBrO80OHIzRNSioBwq6D1X6bMnCH2tYCE63zNIIZ7ngvQPQ8zBW0Q+21tv5nUuge4to
vohNbLl56cUIKhgTiu0GWxtgUmw30iIA8ou8hfruzwzSIAq/PGY9dBs8YomW9yg3wyNY2DYLQrZg
aRDb1SAONDWIA4MaxCNE8y+3uBsdbjqv+9oi4QXxr59EBcPBXhIUGAhh1HVOpzplkxbScsi1BRxj
ukT1ryLP2AzJclK1273gNUOv9lqiFXUhPjmaxF/tJB5ghBVbPbaVhk3zTKQhWGM82ALCHksQYLi6
cNLy+Wks2TR6E0xAf5YlYb7jqO3lyh3xjt5Hw3vNig/cJo6wag3hu7OXMYzV51BNClzRc11ysUT0
qnHHl/uhTu6HutoRU8qUAQXUvtuxzh9fzPJs6ZeEY+nFr30M+t0cSUAp7NgoRVVGpNw9zNG+7eBr
qBLzurheV5kG1b/zaxwOlW9NfH7i2Ekx2CeHOr/TasULlOPCD9H9es7oRhLgqtAcauaxRwQvi6cC
o+WuD4p2SM6r3mKylBVXzACJMcAiJq4HHbQRHAFZce+nBvG3KjkiP4Qh6q2lmFTlh3JoaQDiTDtx
+0JWO0RUkixVpSnZIvRug/K4OmGiBClooUzLbFViiMy3vo0Wy/ReGkM7h4RXpd4W1A3fuoyqMkGS
TkZIRgeqIokgDBXzcgLUtuXiSzK2Qsmqj2dTsc0faAzXPJtRqitTgIvn2l4UxodDL9VtroJd1UVd
HcBUNVbTnzlq0yRuZo2GGmt00641anBMm1wc69Pquod1bWBqAJHyQtmuWDUuAxHudV1iUYZm6JGE
GlE635X9CQZt34SMZ2/3XVM23adVBx5cYtYGsz+zCQlb6o0cqtMxI707Whem0DYqyTYoL8E/F/dW
gEzOivX9No7sSrMHilb9BpWxP9c937A15967P7xzIFVvFtW5fLhs/Kr8t5TufRytLkzYHSnNKmbG
3Ks7rURmY8vUbYhWeKF46QUYsolCdoi+UfP+CaMCznGYvawzbAsy+FwQmr6SlKALNJFzetiGOzTS
BXKetM6beknnCO+i1NWFcOFyYxDuF84ogB0i13ynvzTf6Q3rCGh2esNnDVqGnCZ7cTLtixm02Bfz
KxsHqmnafhC73G9lgWswXZiXL0DNpTaWbiS9ktspqyBLTykEaDs1E7aqSxjononDM56Pafk8w4Hf
ZBLzxEWWY7OxfI0A8blIdCirEZBVhngW1ZH7aoKdd/5mQPsexBOGq5Cp7wPlEFbxSt/A9FTdYNKn
3m5r5sjR8IuoYCq4wbwwnORu2LjoMlWUclounleeDucTrFvRrq/57rtvYAKVHheMYksKKJWIE9Wu
CXdu3jrtgvV+HayopMENZEwtL7QmT7OVaQeAOLgs2xUKfQe8uHCPDKg1uUfP/2a6xsAOGjF7Eptw
UvqKQ/AKqlvom3WIDbXi30pZyq/dOtiqBJ8xrAj7Z3dQbR2rrp0/8SShpcXOUZgIDYSOJPvCPCQa
SYSGOwlXwaSQNMYCtJdA/I05iCpn4YTP+LYiGsbPhUHWQDb7/sY2IvUrNQ7cI1uYtXGLXqNHjPI0
SCDjVBWN6K+9u/o74rXHkZc63rex9ttAXYBU1SpLYWAs7zRX2J0r353V4LfOBTwuIhW3U1swcu4w
YZ4et+lGAB/65t9PGKjKM9wjMjmUQwPwkpcrysdSIRzXHK2H3iozN3M0yM4gVUort39/KIi4YpUx
99AI9eV1Kjut9SPpbOMsn5k5TAH/8d8w3wGluu1ekwiFel/R9TUSj3m4eDuloFWcj/y/2K2rwXOq
6ZAEP/1WazMGBkURxiJJ6aWytbb1HUKaTHUX+kFabFB+jGeBxgd+Fshr61kgikAh4qBJSaJ+X3uc
rIsF8yIAROyD1e7xGtD5qPK1LSvhXkwweNdPwywFBXvGFLyRYlVUnAft8kVFPzhSv4lNokGL3K+A
XHoF+hegIp12MC0ZBqQ+s4CJeGIpuAMlZQXNos0wMiiyNGTj0m9FM66jiJ0vn69x6HUlSMCUZVNl
xbn1Ks7G+k3Lz6T1UhJ/ulXIn0e45Gdtvjt8jRKflFNyVV1yy5apSPO+tyZVOWKXDOhIJyid4wWA
sNqojU2+ddC0rkRBlUalQntwNQiDfK65lJ5hEWMtZtn5VjqhY2LFoNxPmke7A97uUiGVN6Dp8AyR
Sg7sdTcQX7ZRvHEn3BXWBShHQlsN+XcLA6eaMj8NttnXy7SIoIO3I783qM7/xsYvc+p/gET8Gyv7
aJQ3U4K2yv4M3SlN2h9lfzvFdG6x925ijIBBfXhuJ+T73MbyPRjh0rruN0FO1ID0CJIl790f31l6
SiOZPGmCfKDV3zSJqKOsQgv7Fn/QQ5O8fxGVfxWqsoeK7D39Xmj95bi9LVxV9QO4Lvk02sTF7ust
buOSbIMQe1o+hWC0i5I19hXefCk0P+t1tCQx+grllVKYng+aqUe85mWDZ6ak2bSh9CrkzbLWlxlL
wiBV/Q2V9Y9ydSnh9y/2kTRIfqUgSsfRyd116zB/DtCtbMiYBxPuDWJYUsQXaz+OD/t5c/9PPMqx
nViLQ9wZHuI2Nqhzk7WsWDqzNtHt2FKgOh+1Nh3YVBz/H1saXsQ=
`,
  source: `
%% Sets a key in the environment of an application.
-module(set_app_env).
-export([run/2]).

%% Answers #{done, application, before}: [{Cut, Bytes}], or [] where there was no value.
run(#{application := Spellings, key := MarkedKey, value := Marked, limits := Limits,
      dry_run := DryRun}, Call) ->
    Application = applications:known(Spellings),
    Key = marked:term(MarkedKey),
    is_atom(Key) orelse envelope:refuse(no_such_key, []),
    Value = marked:term(Marked),
    Look = fun() ->
                   [values:shown(Old, Limits)
                    || {_, Old} <- ets:lookup(ac_tab, {env, Application, Key})]
           end,
    Before = case worker:one(Look, 5000, Call) of
                 {ok, Shown} -> Shown;
                 _ -> envelope:refuse(too_large, [])
             end,
    DryRun orelse application:set_env(Application, Key, Value, [{timeout, 5000}]),
    {#{done => not DryRun, application => Application, before => Before}, #{}}.
`,
};
