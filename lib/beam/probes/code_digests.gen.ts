// Made by scripts/gen_probes from code_digests.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./code_digests.erl" with { type: "text" };

/** What code_digests.erl becomes on its way to a node. */
export const code_digests: CompiledProbe = {
  name: "code_digests",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
  ],
  calls: [
    "application:get_key/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:phash2/2",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:filter/2",
    "lists:foreach/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFLneNrtXMtz47YZl0lKsmJvNm12JueeO52JZMlJbjm0h17aS2ebGwcmIREwSWgIKLJ76Dn/
dQuKegAgAIKktN5tpZNFER+A74Xf94ATfztkm3UKwSAdDAYfEn/rLzc5GCTedhylYEMhLX+4SYbb
UfW9etMv3/wVFGCwvfn59Lf3cVp+ycC6ei1Igu17/i1cIpjGIXwBEePE/W0AGMn4gDElSxZm9ETC
/zj9vnFUAopYGuV9fGwa9FUC+a9bUsTybLOmgbfrgqwKSKXpfsQYlzuc8NFBBNJUGnLPh0R8RLhM
wap8zRN+nLCCzwZfEBMeBqzYQMyJDTPAomRH7bTGqTCLbr4xTGEGc3aYaoxyBleQjwaeKClcCVN8
op3S+zjrPqPfPKOGY6uCbNYh18QYFhXRzgsIuiwgoDBdYhM7ftKOuc3AMwwLuDQNm9usAVBKIone
XUS4eqKcfy0si2wiM+ErggXMI6huwTpsuMkZSrmle2RdMuqPigpaTLROzGhtJlY9aDc8oWuwzUOy
Psq52T/hvci1DCzN7qARouvzTNJuqXvDmu7ZXeVRU3D52c1GciqvOUX5s/SLunDBUyFSIPYqPPNT
shXpdt7ZqLYzT7+zSsre1s8RJ67I28jzH8QvC9x9nePmdR4t8rbRJgB9hoXqGK1DgicSv6qa/ab2
Wjsc67RGKWCQMo2AxO++OGIJUApj4cnXDBQryEKGMkg2JS3/ifsybo9HnmMX37UmBSdCKrmXBi2d
u9W6FDhyUztJVbfPBYdto4ZLkFJh2JFaTnLYvOzhasMhiTrOQYIxoSdTwXYDCfZclCzl4OusE91n
NCR5WAnopDF/uiCskHRx59tcsaVMqObMg+2ogBlhUFZgjhpAvhLVMSM5YSRH0U4jVcHeZShNEYXc
LcY9V+fZXdxR2qUfl0DkFNvRI8qXRMVCNTCgToAFwwm2XhopwO5A8HYFcy5KBlXgJx1RuolHiIZr
FGssDBusUzy8dDPdhI4GezIVg6GeRc/2vNMYxDbhjhrR2uScaIEbXdOE2ztcohzGNoxinATliGFs
2UapUVj3rAVXjHBFUoyHwzyjrc+KV1HOndzJrTts0q9DwxSjJ5WPRnxime3sEy3ZI8+KGWsIek1r
Ek/TIUsKsrW8MOYYgVOKJd8vHQ9YNienTXWYYX+OY5fdyXHQ8QjvudA68njHHeYTDKMC0IT/0FkL
J41aaNQpeYdYovvE3/1FQkG4lUl6xgjCzLwjazLwEu5iMYr+BduFo8FhiHgc2Ec880NVxWKN4AQW
BSnClKxWO6gtQ7Km0d+hPEo3MQxpAgoYhyXkLBCkdUTYmeNywOqe3KoHD9OmIbXgoTE7pQ8eFo1r
q4IHVWlFL3ZUraeURM8HxjhlqNwQ2h3lgLSKF4rK2NrT8DOU19NFrmPBi8YLDESALPmti6Fl2V/k
weA//IM7bKmOCcGScWhS0i9gBNGvew2ftDmdxkJIJwWYyiwnOGzJvHjqYS45jx6B/1cN3ruJmwG3
F9Ft+DxWUt3pKU4WLEWxmzacDf7yy1//oTLEeMgsFOgj8VsBra4acx8B7jvSkxXeKKFbI6qVQ+eh
omg3l1O0GxmSKVZUX2j1jiUKCE10L6aTUprozGp0lHlpV2XIcdWWL15bumPk+wojV7pgyM2dWQGl
5PZV9/5/de/TxWdSPGaLwM6p69Orrr+xrhsKfKJQekh4V++s5yyuEv58vdnYtVjpbP0SCD+KtapW
qbBcCGav2vEZasddZ1R+OY3UFfceNcW9eipHE5M+4B5KPeanNYMRk3O/V5/3pfu8zoTv3c3lB7US
0iSRoXjs/vnv//ybyCJFKSOlB++n66H8P6agXV3gvv2i88retSk/niOPuO/8UIylZV3IN/Y1eU0M
uwfrdYoiwBDJqaVZScPqFGWImcufC1NNqrNwvm7M67ZucpirW5bfc6z7zs7SV/fewW3XeifmQn/d
6a+aUI7lxjOX/6eubTnjTY4iEkPh0Yco4VQi7rloyEhVr3t1bPJBJEzRk5RrIEUG2GHlI8oKlK/A
4HkQ/Pt7tjY1nhxY5tRVeVcumIY6vT+1o5hZ7Dmz+EGyYVenV2+BqYW/D7jjGnznNbgXLGslzqlD
rVJxlnNNqaml2X1TM7vATfXldSiou78SzNspgdAvaVYE8fxuWshZemAecI9diP1knbv/AgrzuBbm
zGxwaw0KhkBqFPaDvj17khP+LC8DJsPPdEPXfDWit+ivJwtTW4LXzW+0N1usWGTPFrAWUcZCCxXn
nxtUnMrnQ2/JXsIba4Bot46TB5069PDPv+vonxc1k+2sKRVrtBBiUYtzz3NzTulr9BxuZ2luB13q
Hk1LEf6+QYRachnJESOFetzo4v8ZtvFP760P9DvfpwkStErwGXz5EYPKaTalz9lOo6mvWslfzu1a
9dgid3InBJAie8sLIM/w1drow2UQb1JI3dpkraDDFSDwqJUyKl083TyVz9x6x2rDA8rhSsepR0uU
MlgohshjUP5HpPCzDmzeVcwLUwLiXZFVMDi17duhBGZuTRdupdhsRfJJh0Dc0sHUHsqN1gmgyaxr
l9/7UiX3TDtdqDDkvv0sXijNeMNB+bk5aZohp6AeCZdLeEjmre9VnOsvbqQwX7GkFh8+topfPa0b
M93IaGqt1TiwqeZSiXrTwO4jdJv/rso0lDkH+MJNEuWrsPxJez3gdLGDLX/E2PGWgdTRv+tqVrLZ
9bb3i6WNlDiqDUQJXJveZ2YAONWeO0dl/YPxbCj4lvkR5NR33M2fnLftWGkz+fa3T97K6/crKsgO
0FpT6FHMqZCIFc2J3MjLtF568ZpOma5+25JOC+5frqLziaX86Wp2V/n2q9h94xzBXTKLYky4av6D
wgVOOVvG13D9VXfKTS1644M4ttDVKEq3PTqktIX6XY9jRt3QXNci5copz+RgJvtOFR60XC5LYb8b
ranMycy0eZ4D2OkNBr/taE4L3M/bzxq8/eN5MW+PbV4sRRe0uO001d12cs/vtcmN7bLzVwTthqC9
LwNBN1nb9Iqt3ho7Y9whFbkkBQRR4p6Z1/W393StH9zTCXOMcS3X3vsue+N/lDhPMYPrV7R3giLp
tygctP/HFTN98ttva1ZWLzPtEMHVzKJPwuzofOgrZTBTG2/k/xnRKMzy8183KL0L
`,
  source,
};
