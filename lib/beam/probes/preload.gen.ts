// Made by scripts/gen_probes from preload.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What preload.erl becomes on its way to a node. */
export const preload: CompiledProbe = {
  name: "preload",
  library: [
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "code:ensure_modules_loaded/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAADs3eNrNW71z2zYUl0lKsmKnaZv2Onfu9RrZltMMuevQDl3apedm48EkJAKmAB4AmXaHzv2z
C4qiBIAASVFSEk+hADw8vM/fe0ASPx+KVZZCMEgHg8HrxM/9+YqAQeLl4ygFKw55MXCWDPNR+V3O
9IuZj4CBQX72y+7f3t20+FiCrJwWJEH+Sn6FcwTTOIRPIBKSuJ8HQNClXDDmdC7CJd+R8O+mb1pX
JYDF2irv7rZt0YsEytGcsljf7apt4XnG6IJBrm33M8a4OOFErg4ikKbakku5JJIrwnkKFsU0Txmc
CCZ3g09IKD8Ggq0glsSGSyCiZE1tx+NU2cW23ximcAmJqLYaIyLgAsrVwFM1hUtlqr9Yt/Turvrv
6LfvaJHYgtFVFkpLjCErifZmIOjDQMBhOscucbyzrjlfggcYMjh3Lbtp8gbAOY00ehcRleaJiPxk
DUy2kZlIjiCDJILmERqXDVdEoFR6ukezQlA/GCbY4KJ1Yk5vc4nq2nrgCc9ATkKabfXcHp/wRuVW
ARZuV1mEGvo8l7b3tL1hzfaaQ+XWUnDxt96NEq7znCLyoI2YjCuRClGGxLPym5/SXKXb+2Sj2sk8
+8lKLXu5T5AkbujbKfO36scM9+dz3M7n1iPHbWYc3NP42TTTT+p8tUxXpzVKgYBcWKStfvvqijlA
KYyVX74QgC2gCAVaQroqaPn3MjBJ59oKEHcJRBllkggtlVh4p5ZES74MbHFWS4tmDJfpCTetGs5B
ypVlW2qEEtjO9nCxkvjCXNdBgzHlO7vHzdYebKSomX0VuBo3ulzykJKwVNDOYn48IUbQbHEdqLoC
RZ1QLTIH+YjBJRVQN2AJAQBZqOa4pIQKSlC0tkhTsRdLlKaIQxnj4gO585rj1VbbRVDWEOEUN0NB
RObUBDa1zG5ugBXHCXIvjQyUVjpykJ8vIJGqFNBEcVq+sW08QjzMUGz3sNK0/Pc/vbczTWgMbSud
kysZ1/Sgpjcb+2dhxyiw8z+H9x/FeDcKsXhZnsjoj3htc0mU4dZ4N5FBBM4RgXETinFugggSGDcc
ozBTbPttD6k4AY1mbdfVPqPcF+xZ1XOvGHXeHVjZ+bAIxRme9XyLdyJrSqhqePDogxEbLAS9Np7U
FD0UCaN5w4SxBB6SUqwlFC3nYN2dOh2qxw4bcIC7nE6vlLa44EBG63DmpYzC9zCMGOCJHOhthZNW
K3TalH5CrNG9l3M/aNAK7+WSnrPGcAtvK5oleArX1RpH/8D9CtagWqLmmOYVDzJTmwCvFfFAxigL
U7qQ0qrhvLbV3yESpasYhjwBDMZhgWMZgrwOM3tLXC9pt/Lz21pLtfJi2rbCXl7M2pZtygvTAtWQ
VB1TenkE0ePmnOf7xKjgtw+//2XGUadDzPRUjm3ocC/nfNEzRdx2i1WNp9yGnsK+i+x9+sP0j4aX
ZTQsWXWUdkeWj9bo+IxF8/EShZYYmlLBMVVxbahiTaDy/F5o/7oR7Xdtxak8HXDAdWfShh1O2U3a
Uzda/NsaYtkpMSPigY3wi94B8XQCs/U9bi19j3oO27W1NBn1lvlYurqAkdAR7Mktpjfhy+7afGuW
G21CGqo+9euff/+hepEhs8i4Cnv3cT2uvwFt+nq9OXu5T2+/rccVSE5VCOovoKg1mcqWoqHL6p5g
vw6aFNqT5UwDtYGolWAn6ybihi5YlRM8F75a1w/4dNjhGGqzBKrbWgPgCP0WWzL3HddrU2f70Gtq
H/aW8xftd7AbuEGo6GHOL5c0XqVQ1oQghrbuZbuPBJGEKMr3t5DwFYNhSZm7SE/rjX1rXzWFZCES
+/JdlX/krtu0a4t9vCLIOP830maYjJmQ8VDQskx+7tiwRzRM0b2GrCmTZlhxPuKCIbIAg4dB8O8b
kbn6vVX3ttN150XBsNQTWiJhiHjXBXaL2NvP0bZVfdc8U+8828BzPx78zjxoznzkZkQ9P90cDlpf
1SJH0M30dT6MHvDhRnCznxEod59uQ1Daxa2WcJTW8zU+4BS10qTPTV7AIYlruPyqqe2cASYQSJ3K
vra/m5gQKn8jBcJ3DPMVzyQ3arQ43E5mrm6g1y9u7O+22Fbkf5S6Y2ZF5zefHzrX8sPBmj1FNLZg
/3694WubORwQn7/sGZ9nNZftbSmlaKwQYlarfI/zpNW4TvQ6PJu0PNs71QO3PVX4VYsKreSWlCBB
mZlubB2BK9wkP3u0ruj3fugWJGiR4C6xvPs9v8nkBciyFEVAIErsb/XWmNo2ci4zocTUgrtH4aNM
crbRy2K0UB8jjhnr9amcYh31oWPbSbGlmytZ3NqP+UIOhByyR8jsYkAE2lmpKgXb2MtyLCxLh8Yp
GYNCat82ZZgi7jjPaHODaGV5XdhbLbN4xOqSYPE4PHKeaCJHMzc/gZPspl6yC5+vMil6xKn9JD5/
dhykqvmsNrYZDFfFRaH2iq2bEwVdL8Kv3Nlpak1V2w7V9yYZ5WWC3IoXeU+/vvQOaHyWNVdjnFM1
RgqrTTuC+6OzccQG7KvO2eGUCM1ZzNmeTR/dRpuKSaMSarLRaUNZ44M4bqBrGFD/M3aolmc7o9Xd
x9/nLs480I2Z9/eRlOdygMnm1gbG+HQAqPkJZQ103hjCbHrhV4Wqg930657eNMOHRaOrlmh0e9xo
dMAxj4/+Z7sm+6e4vHjd7wKqH4ifdmihb7CWQkhiNwiipHsxY3sB0OEdtjNsHrvIkltHGy5U0loG
ai5o1P8Jc3rFX9fuxw2nONWNg/ly7OygKDPthXnqOVN7WPP6vw7PUTxXsCu9t/j7H9/RC5w=
`,
  source: `
%% Has the node load what later questions need of OTP, where it has not: when
%% processes hang in native code, or the disk does, no module can be loaded any
%% more, and that is when questions are asked. In embedded mode it does nothing.
-module(preload).
-export([run/2]).

run(_Args, _Call) ->
    Missing = [Module || Module <- modules(), not erlang:module_loaded(Module)],
    code:ensure_modules_loaded(Missing),
    {length(Missing), #{}}.

modules() ->
    [application, code, erl_bits, erl_eval, erl_internal, erl_lint, ets, eval_bits, gen,
     gen_server, inet, io_lib, io_lib_format, io_lib_pretty, lists, logger, maps, ordsets,
     proc_lib, proplists, sets, string, supervisor, sys, unicode, unicode_util].
`,
};
