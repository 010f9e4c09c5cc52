// Made by scripts/gen_probes from ets_tables.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What ets_tables.erl becomes on its way to a node. */
export const ets_tables: CompiledProbe = {
  name: "ets_tables",
  library: [
    "bulk",
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "sweep",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:ref_to_list/1",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:all/0",
    "ets:info/1",
    "ets:info/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAOVzeNrtXUmX48hxruJS7OptRtJI492WNdZYaklTAEhWlZ/azwfp4Iul5+c31g0PRSZJZIEA
HwA2u+ags47+WT76b/hX2Fi45BK5AmTVSDWX6SKZyERmRGQsX0Qsupt+vl5FKDiLzs7ObhfdTXe2
joOzRWczmETBOkNZ+cX5or+5qP+uf9ktf/khSIOzzfm/HP7d+dop/1gGq/pnvUVv80nxlz8LUTT1
0cdgkhcP7256QZ4siwGDLJnl/jI7PKL7tXOlHLUI0ik1qvP1WDXo5QIV326SdErP5qoGvlilyTxF
GTXdDca4fMPLYnRvEkQRNeR1MWRSjPBnUTAvf9YhvrzM02I29DHMiQ97ebpGuHhYfxnkk0X1tMMa
HWIWaL4BitASxfluqkEY52iOitFBhzwpXB8m+Qk4Zedr137GrnpGYMfmabJe+QUlTlFaP9R6AT2b
BfQyFM2waDtuwTEvlsE98lM0Ew0byrghyLJkQj3v1SQpyDOMiz9TySJVj7ksVoRSFE8Q+wrSYf11
nIdRwemdZFVu1DuGBCUsyj9MyG2irfLAF77MVsEm9pPV/pzV8glvjxzcwJLtdhRBir6O6LQNaa/P
0Z5cVO4pBZf/VbMlcUavOQrje+obduGEpAqTNMwfiM+6UbIhn2v9Zhfcm3XgN6tPubPpxmHxcOa8
hXt+Tf4xwvbrHKjXuefIF0qeCLJ7lLKCUTqkd5dMH1jKflR+5S5H/lkXUZCjLAcOiPy7S46YBWGE
psQnb/MgnaPcz8MlStbls7p3hSwr+HG/51hHdq2StHhIUp97ydDUvVuvi1FHzrmblBX7xcFh2aj+
LIgyYtj+aXESI/Wy+/N1oZKw4zROcJpkB1bBcgbpbXeR4pSdrJNO9HqZ+Uns1wd0oJifH1GtoGix
km26uiX9IE6Y9zYXKVomOaIJuNAagnhOkuMyiZM8icNJRZHswb5ahlEUZqgQi9OGq+vIRdz+tEs5
TimRDpZrj2E8S1hdiFMG2AkwwTi9TSeaMIrd7oEv5igujjJHrOJHXVHQxBdh5q/CKcBhWMCd5OUF
zXTuazLsgVUEjNoKnW33DmCIzaIQ1GHGTV48NMVK0XRZ8DuahTGaynQU4SRhHOYYS16jpCgMfWaw
K0J1hSIMbzfPxaabpw/kOVuJkxf6ahO8DmBThJKUvhrxYctkdx/JyZ3knmFj4IEd1ZrI27SfL9Jk
I/nBoNARiidNKdlPXQ+YZietl7KYYXuPY523o+2g/RXecKG85vGmEJh3yJ+kQbYovrCmwkslFQpp
in5DTD33rvjt7ygtCBuxZEdoQYg3b781y+CjX9liWfgNMjNHe7sh5HUgH3FfXKqsLqZUTlCaJqkf
JfN5pWrTKplq9OdhPInWU+RniyBFU79UOdMQZbxGaL3jtMGq79zijQdHNYQzHpTeKdh4GCnXVhsP
LNGSUmxPWndRMrnfbYyWh0pPQ3uVFQppbS+kNbOZP6O7DGPeXaQ7NvgISIEzUkGm5NbRtGVaXsS9
s/8r/sMWr8TrhMEsL1ST8vkpmqDww5bCL01upwFh0lEGJjPLQR2WeF467GVOCY8Ghv9LhfRW7Wav
4BdSbHQLW4kVpwc7meAUhm9Mdrb369/963+wGyK8ZEaM6kPtN6O06lLM60lQyI7owIXnjOmm1Gpp
07nPENr58QjtnFbJGC7iF1r/RmIF+KLnHo0mKTdRy2S0P/OSr0qT45lavvXUYq8jv6515JoWBL65
lgmQcm4/096fLu2dzj6j7DGZBdYmrTvPtP7ItC4I8JGH0uCEq3gn77N4PuGnK80GusFKbe6nlPD9
sdbRKlYtJ4zZZ+p4gtTxylorPx5FQsG9MRDc4105gE3q4QZEPShu6xxNctr3+yzzvu0yz/rBr/XZ
5ZqNhKhOpE9eu7/6zX/+G7lFDFFOGAze7fOl/EdGoLYicAu/sF7ZG5PwYxt+xC3yg2EWw7hQV4hr
6ivjDBmltuiAbvtRuAxzI8htL0cf6VmGylmSTUzHTK6VEZBNWGzmhkUR037Z4QGuC6EP1eGLLsqp
Qw1qXzUYDPHsKfEtR4k9IcpuaD/NJ7rTMCKdMXWZv54aepkGj5VErpTfF/M02eQLCHZktPBPdSVK
RS5qU5WTygRo7IDyYUN1cpLuV9cc+UEWIbTi770xZi6BnTiqw2Td9//0nrOW2Q0VRVG76pAoq9wq
FeIsjIpTkYApAbnDQ5WvG1x13+GOfyA8/itapgopw5XtG4RDLfdtRyZKAOh+z6hIqArAuNs1cpCm
VBi1xaOPAGfU1JuoXRHJqhuSf2H7rMpSYaL7li/6XSMU914K0mBBqRkJrrnYFdo+hcKce9oeKOku
T/IggsGJBRnP8wWAglM9dFAdDuWfVj22ZFGsz1r62O6XJWP5dw+FYW8FrHjIcrTc40dJ5nlRsWz4
DVKu+1W1yUAOx7USxA1rZCPlTuXBXcS8sRF1f89Ae7oSYNLqK5jEarWMnXR0Mc2DdRxOkikiPvqs
kB5pcXehNPPzpAY7PWgipMPEj8I7KlCTpAXN71Z+keVpGM+Ds/uz3u+v8pUItUtcKeqUlFflgjOf
sx0cIkNEssUd7S32KAmiazHy+GFOcHjYcg1d7TXoo704fJijAfRiLM0hgNMx5LPP9M0HV9N88Nog
gqEZERDJJmJCIPVe1UJaARB7uMFbkGB869SJXobiKXe5uzJf1SpI8zCIhIftwbltl3FSfBaX3mbB
19k6WxWrIaVFczoZiayRjp3cMGdbyDlxfhIX7Qj0sw2fmp/Noe+Hxid7DGkMePHs4LoeRA4N5PP3
LeXziGNZa0qptwZUIUZckKCdsgNMUkhHI7UdSK0+VhKy4RH+QHGE4OOWSRzmScpeN1DwxMWy/YOl
9e751snIvUU4X2ArWc4RcI1fE+ZgXAOq3BArnwrS6BBQ37saeeyGR/65kmsPl06wRJIVCtY2tksI
VPoRozCjnOP9dRlegDRp6735M8sEsVGTgNWfN0SUcxvT/SZccahuj/OXidxBQmA4CfftfEHYViAb
F784sCDs4YE3c4ybcOwhdBI/CGl31IxtXRXbdtpn27/Qxxq5T5MYTyCx+LjeUKYPC28YKRt49mzQ
gn2xnwwi58NERs4EOfVK5QG7m1YH/Jf6tF35SWpPfOfdu1PQ1MWyoPL0QeJoO0H8jhcz+vQjjAm5
HvWXC9BW8fEV410lv+MTwcufYO0VOKKU3cr/Kyz4dYpo3jbAbhrOA/EAA5KhZFqtqBDSDdYZxuiT
LiWZ6tv+FCx6q7rtbyGDbevxBww5R1Tl5zDy9lEEAVv/ZijTiKEg5LAmZlkQsp4TYrNbfAqEwV+Z
uHzo5enFL494cKCY4Q9NGDO9fkJqVK9QozzOWTqWyIxbffWmy+grh78odGTnCxdrGeUvw7KqTLUX
usPJJXTff/VeuCKiuolK8fIhxUskQtynbcBVQo6BB5hor6LjbXaglsqv6Ayu/jTO4KBrkOcg3ci6
xAW8lScAD0nUtJvG4CHrN/hroxuANBtEwEOPKVWhibkQFMfzzDAeV1gTCCWYbmxB5Nl6yS/ExZi7
IRtXkXFlta+0wLA9EmhCPNeiIBZ8nWiVvDLFZV/O0mTplxsPl8zS31oxcbti9Wa77p5GxVkLtyvg
6L0xAnNV+gX1bwNwBefsucFcRUAt1c7mHGH/aUeCudSAuXWA61Bh9JE7WOWOtXA1/I1+YO8WvK4+
SdG82ClUlkqqggiQ18oRa95D+BKsHgV9syUFcFBVXgr6ZmfPwfftwwoe9XKbtxYmMfzUe/SwYmKS
+7GTZLkqa3xv4X/s95+mKJj6xceTdVpGb+G1fWeThjlS/qy3QGFKbjxNQKC6FsLrelltry/c/q2x
yZ7gweXQsCjw39rC3F1RTWKTjJquEMJ3zTAbMQ9n67umgGO6ULFZCtWhnizv9rF+dU9YUqmaTeH0
YeJPRrcEe6xC+IXVnSGKVxuXlO3plvFzxagMB4Ro7DW+H4rOYJAW7FNQnVYlNRbb/RiF1JjCGd/7
w8mLk3WbpUnS6czSLMkG6al0uAmEWJC7EZdY2+joWaqlSHrcJFWD3T9ejuqJT/l0WcjP59ssB/kz
bVjVMaGNQhQ00BPiCLecDIYtKOgN3XKOzFMcTKeS5wKE0sjUluHMCUhJg2uGfaEhVPRFd6eEqIXL
rQ1TOj2OBh2UV3vnonwsPkcmeXbKTuMY0t9ZstMIN5P2rkLaj8Hi1Y/xmrgNrvFUeKkG7/ZDNRma
1ulnnZUm3rHBN+FqE9bu3e5h8sLQKf5Rew3kDk5hxqgVRvJyWlBkOCnsK3HNXFEuo4u5QrBWgBRL
fLWLuQTwr96r9Zw6vYzc1VlYp5l0LAZfRskGpaWOJe6k8Lr8f5knJ3LyCi+lQZxUtlk7mWls1wpz
MJhjxQMMFb+tXsnPVmjip+sYUAsMH/hd4oGlAy2MEMSw4k3sqYIUokBddxVO4S4OooYUhLVcUkNJ
FfseJtCv3ta5lULqGWOs2XuC6vNQ1bonCfsumAbpvN1b5e+Vt8reHRwnfrYuznB31ZFJN9j2dDh4
+gjLY0xGb/cjfcDTCAv1PEJ8Vh+JKUHU7sbTyxY9B9xrkuYv5WQQeH54SrJ4Eye5HwBEYdvd5mgr
fb0j4L0L3GrCL1pHBUUBIDRGcILRy0NQBjdivIt5lNwxWZjN6eYfDArLgZf3flX7U9u2OKpOreHq
fqwvDpwme/uiPqT0AdrdTvttVI3e63iHK27wBB31J7+Owo9h+ot/P+yV5MzBdGWb2xSMWWMppqDd
Fjx6569np2Tru53GwXltGM88lscyzOeO80UehFFTk6SllmNqrfcJpnM5wjCnLRawMbrTaQwOVdb8
INmyaptDDBcBE/Uwp+e+HIB34OmG2TzayZZOSw4JitHNNQwwx9JhbFps5wp6Gq84SNEHlGbIcnbR
DrFb1IIf7YZFWFgGwZmuXDWSlb9u+pLgMZ+x75jM3ayNFol1I8CQx6zLRvz6t1gCYJbURwXwr2GO
luyZykeUryVpwQaMWIR1WpNxt1Lfuk9xbxVO7m0uZko+cLXdbOWDKh+6hryq36qwnVY2uhzlzy/z
oxjHJoNIZn+M7Rk9y4OcbvfdQIf/kuOSvm4o8IajIeqSJSb5b9EX52B2YpOUgX9UKGoCzKK1Dm6A
DL7FanypDYiVLBINI+Ddg6UhAHJdi7oV0ipeSZf36EE5Wxu+b4cHhCucX+U/QTw2pOq0ZUgQbt+d
cxgurUd4kVM0k4UWjlXVpmfQXdGBuivql8QxKSdTqSnP+DY9fFvn24FvU8XCnWfk02Mj2zC2sKpm
SYqCyUK/mBUUjGjoi/mJvndzyIS3vVYsNkeFemrwcj9V6mOiZcAqViGlBv8jUr9cE73M0N5t4UKt
O9srmQ1oPu/Y6yMdUF00yjHjQxwcMMoTs0SzCOc7jYALsBqqppNUTG6txYZk/iMjHlbJXkl9VFca
PibWug0xtJOK+Ij7wqOwuOTEFpj4BkBJ9q3TEdUQHTaDV5T+B5tX1sfxM32M3W2rQCTDdf7c/koc
qnJ8hi3GoUbs3fTlp0Lb2zNQB3mIXGGlLtHybqf0M70pmMuOqv2oloBl2r6gU4OJgrkFwE3DD3Dp
0LKEv18mOkKeBNrViRVFaixd37olH/UqiznCng4uzcZ7F9r7X8pMWmh5Q6N0XDrNdohbpPQxfUJ9
mdjtqkLGTwgmI8bzSOLchO+GavwDuiPiZIrgFhyCH+s5eFRh+JPs5SUqJEClaRi9u4R2LmwxKf0P
QbRGXGIk1LnQGstX/h9qBfp4mu61hqarXXlfi+7a150tWBc6CKNjpVpclwJP5NqgWyA0rlD3YxPF
RqnIyJM9Gr0/WfHFOqbVnyXRNGWyDExCUkMwJNVCsr7ROTCLOMGsdaEd++OlBGP1OYzWhdb/Zuf2
r8adnu5dozrMXgMYYxmkZCqztFQ/p3XDzWD/xiciUAeb1YrhCgFidu/17fi+uAAtXLXTk1RaHNt3
QGFC13xjL37Mi1WQh3TTC47bXRhJqb8wDoGhrBK7R2AcrlSoblczFecXJiWUhfoMW8OVaX34z2xf
bLr1oKzQ1Nj+1b6yKpK8a5onaoZ4WMLhXMBaxu3Xi7xSZoc3vBIc/dTckbiy31h1W4wkstE8XCoo
m3UL94fxAAAMD9l5WzzfX6DiF0zlvJ8KGxtVdIMtFbLIXCHTqeUsAug1sAxcjkQu9Or6OlJxD6SE
NgCKg8CtMQ/c0qszzBORq4WiIrqOMX69I3ZtNMIR8jgvV9mGNJsEcVyFwkxa8e4qXuo2/AX2rvZt
qgYe7nJrEveU94bIs+u0k7Xh6WeLNmn+VMiQCVFbnrvWTthoSQv+0JFRv6CIxnkjiIljUVyHw0S0
kYf7etsyl2lUSk2qPsxW1HlHUmoSjt3dHg9w7sqVx6G9EBgalA680oodjtqEhZ3/F9lYnL5njwZn
P0K9e12V1q6pHZ9lIHC56NUebJh9wIQHybRbcRMmLX3nIlittj1RW3AMjfRVPDFMacyafEpnkrQC
kYm5oKcODjlndfsAni1k3Ry7AwOYaHVAHkWAzvzzQ9EI9LHYozCe7wHNYmTuOp/d4CPmvx4tOsPi
s9pQukcKUNVOKA+CeFqoqwldhIZ90LZJpFKs1OdGbm0lheU0PdIPP6kSlJX4A8Zq6mm1sTOVoIYI
BkE1A8mIofCGcyzO6PtREs9Rlpe1ZwqF2V+laBZ+ZMMlnIIAFDiT97/QsZDVq8vWsxZW19L1eE4q
N5Ceo8gHtZflIkyBZT4ImMOxK/t0yOFQCV9zoAGfUWpnktrr6uQ2wEd4TE3VPjmIlo08RpnBFY1a
qpo1bNBCsUnn2rF9YVBQHrgn8dd71n1G7GsNdoV23YlSiYUZ3Dw61XoZ15aNjB3DCHHzld7or3TM
q0WSlY5Zw6D9CrfXihK7BlFFNhPcVY7Y5VizxekUKXEZAmCQ+jB+JYAJSC0S7p9dCUmTFstHL5J5
LTb6ybPh8tyvj1xaFMh62zo+fUWV0WtxcwJ5PViuzOKFSXo4dS1r4urGmO9Uq6/p7PP5xdHeRniF
oTKwdIjBiOAKjix85ZisDKDL8o0V4bUh1n4JQVeyKyN2ugHCeRdCh+2trEhdGoRMqtctFjc2dtmG
u7Jks8ohAmAmsBkHKGCnLFPsxVWc+EGcbRDV3ceE8FkIi2tfYgLqmyyLVZ8M5eJqoFyGapTLEES5
nDeogLPbMcHps/3LbGPbTuPYtpyY9eybG6HB5cEULWiULSgJw7VbtCNiiCG0YGznFpA0NlAgre1X
dcWm8n8gj8o7QxnLbSgcCG+GcvpSPz3ZkwAKxw2oGwYRWNebYmN/LaMRyCM/hs/bNTCGvSNawEcM
MjZU/NnNMoBgGJZLMIgwtluE5BRXL4v8ctrbjzJk/jMhjK9HSseTuHA8exclVDZhaO+F9DRQzvph
EP3sRU9SiLQNF/Gw7XKq9tVnHSw2jV2TpM0LjVz5LR5F0xJmIOUOmNxD/779NQEm11BnXQY21hDr
L9zRUDfbaSrJhUzGWNH6WhhfPv/laQTXWBLR3gkfs/T2R6hjIwrou9ggu/4ATWIsNKl/mc4H9zBu
L1bFWJ8MCIV2apvEmhxhVN3wwG6tEjK2QopdnnS53LtL0fJsYmmjbRfI+WtQb37Se24RiRyfZqVe
M+qgzXWdRIptQ53mtpRn7Sh+NUmSdBrGQZ6kRgGfl0Qei/CqcWR3qj3IXBwzJbFssDbVi8L4Hq7k
rwt8o+WsNoANLt0hgl2bKDW0iUf8eB2L3lZaT1O2gN60kGZcFOY4gP5ulGxwG0ngF8ZJtarlvtmn
cpWYr0YdzUXZYcIuGMH/Yq1i/+fWN44rtjOGBI1+Kyqftuj7gAFHw2NC4/94upB3DWr4ulANX+AG
mSKmWq+gretB1Y7W2YJwZ0BWGD56co+2bN1fMM8VZo9eYVbRze6o2V3Px3uyAsIEnx8hjuGdztPp
clahxDp5NLdkHS76f/VrU3Q=
`,
  source: `
%% The ETS tables that are first by memory, size, growth or name.
-module(ets_tables).
-export([run/2]).

%% Answers #{total, matched, silent, word_bytes, total_words, window_ms, tables};
%% total_words and \`silent\`, those that were locked, are of the tables that match.
run(#{sort := Sort, limit := Limit, text := Text, owner := Owner, window_ms := WindowMs}, Call) ->
    All = ets:all(),
    Tables = named(Text, owned(Owner, All, Call), Call),
    Start = envelope:now_ms(),
    Before = case Sort of
                 growth -> sampled(Tables, Call);
                 _ -> []
             end,
    [receive after WindowMs -> ok end || Sort =:= growth],
    #{best := Best, silent := Silent, words := Words} =
        measured(Sort, Limit, Tables, Before, #{best => [], silent => 0, words => 0}, Call),
    Took = case Sort of growth -> envelope:now_ms() - Start; _ -> 0 end,
    Rows = [{Table, Key, facts(Table)} || {Key, Table, _} <- Best],
    {#{total => length(All), matched => length(Tables), silent => Silent,
       word_bytes => erlang:system_info(wordsize), total_words => Words, window_ms => Took,
       tables => rows(Sort, Rows, Call)}, #{}}.

%% ---------------------------------------------------------------------------

owned(any, Tables, _Call) ->
    Tables;
owned(Owner, Tables, Call) ->
    Pid = names:process(Owner),
    bulk:select(lists:zip(info(owner, Tables, Call), Tables), [{{Pid, '\$1'}, [], ['\$1']}]).

named(<<>>, Tables, _Call) ->
    Tables;
named(Text, Tables, Call) ->
    Names = info(name, Tables, Call),
    Wanted = [Name || Name <- lists:usort(Names), holds(Name, Text)],
    bulk:select(lists:zip(Names, Tables), [{{Name, '\$1'}, [], ['\$1']} || Name <- Wanted]).

holds(Name, Text) ->
    string:find(string:lowercase(atom_to_list(Name)), Text) =/= nomatch.

%% The first of all [{Key, Table, Words}], part by part: a list of all of very many
%% tables would take long to collect.
measured(_Sort, _Limit, [], _Before, State, _Call) ->
    State;
measured(Sort, Limit, Tables, Before, #{best := Best, silent := Silent, words := Sum}, Call) ->
    [{Part, Tables1}, {Earlier, Before1}] = [split(List) || List <- [Tables, Before]],
    Words = info(memory, Part, Call),
    Keys = case Sort of
               memory -> Words;
               growth -> grown(Earlier, Words);
               _ -> info(Sort, Part, Call)
           end,
    Known = bulk:select(lists:zip3(Keys, Part, Words),
                        [{{'\$1', '_', '\$2'}, [{is_integer, '\$2'}, {'=/=', '\$1', undefined}], ['\$_']}]),
    Seen = bulk:select(lists:zip(Words, Part), [{{'\$1', '_'}, [{is_integer, '\$1'}], ['\$1']}]),
    Locked = bulk:select(lists:zip(Words, Part), [{{silent, '_'}, [], [true]}]),
    measured(Sort, Limit, Tables1, Before1,
             #{best => first(Sort, Known ++ Best, Limit), silent => Silent + length(Locked),
               words => Sum + lists:sum(Seen)}, Call).

sampled([], _Call) ->
    [];
sampled(Tables, Call) ->
    {Part, Tables1} = split(Tables),
    info(memory, Part, Call) ++ sampled(Tables1, Call).

split(List) ->
    Part = lists:sublist(List, 5000),
    {Part, lists:nthtail(length(Part), List)}.

grown(Before, Words) ->
    bulk:select(lists:zip(Before, Words),
                [{{'\$1', '\$2'}, [{is_integer, '\$1'}, {is_integer, '\$2'}], [{'-', '\$2', '\$1'}]},
                 {'_', [], [undefined]}]).

%% \`undefined\` for a table that was deleted meanwhile.
info(Item, Tables, Call) ->
    bulk:ask(fun(Group) ->
                     lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item))
             end, Tables, Call).

first(name, Known, Limit) ->
    lists:sublist(lists:sort(Known), Limit);
first(_Sort, Known, Limit) ->
    lists:sublist(lists:reverse(lists:sort(Known)), Limit).

%% Of few tables, so in this process: undefined for one that was deleted meanwhile.
facts(Table) ->
    case ets:info(Table) of
        undefined -> undefined;
        Facts -> maps:from_list(Facts)
    end.

rows(Sort, Rows, Call) ->
    Owners = lists:usort([Owner || {_, _, #{owner := Owner}} <- Rows]),
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]}
                                               <- sweep:read(Owners, [registered_name], Call)]),
    Items = [name, owner, size, memory, type, protection, keypos, compressed, read_concurrency,
             write_concurrency, heir],
    {[id, owner_name, growth | Items],
     [[id(Table, Facts), maps:get(Owner, Names, []),
       case Sort of growth -> Key; _ -> none end
       | [maps:get(Item, Facts, none) || Item <- Items]]
      || {Table, Key, #{owner := Owner} = Facts} <- Rows]}.

%% As it can be asked for: a name, or the text of the reference.
id(Table, _Facts) when is_atom(Table) -> Table;
id(Table, _Facts) -> list_to_binary(ref_to_list(Table)).
`,
};
