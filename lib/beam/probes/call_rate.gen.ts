// Made by scripts/gen_probes from call_rate.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What call_rate.erl becomes on its way to a node. */
export const call_rate: CompiledProbe = {
  name: "call_rate",
  library: [
    "call_counts",
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
    "tracepoints",
    "tracing",
    "window",
    "worker",
  ],
  calls: [
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "code:ensure_loaded/1",
    "erl_internal:arith_op/2",
    "erl_internal:bool_op/2",
    "erl_internal:comp_op/2",
    "erl_internal:guard_bif/2",
    "erl_internal:list_op/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:register/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:trace_info/2",
    "erlang:trace_pattern/3",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:all/2",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:prefix/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:get/2",
    "maps:get/3",
    "re:run/3",
    "string:lowercase/1",
    "timer:sleep/1",
    "trace:function/4",
    "trace:info/3",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAMbJeNrtXVmT49Z1bhJceplFlmXLTuJknCiZGY8lDbh1jytj5SF5yEvyklJcZVkokLgkcRsE
WAAoTqtcfs5Pyk9yfkVyQXC5+waQPaP0vEhN8u7nnHuW75w7d9btfLWMgH8WnZ2dDefO2pmuYv9s
3lx3J5G/ykBWfNGYt9ed8u/yl07xy+/81D9bN/7p8P/Nr93ij4W/LH/WmrfWT9Ff3jQEUeCBd/4k
R50765afJwvUoJsl09xbZIcunK/d18pWcz8NiFbNr0eqRpdzgL5dJ2lAjtZTNTxfpsksBRkx3A2E
sFjhBWrdmvhRRDR5hJpMUAtvGvmz4mdN7MuLPEWjgXdhjn3YytMVgKiz9sLPJ/NNb4c5utgovPG6
IAILEOe7obphnIMZQK39Jn5SsDxM/BPukM2ve/YjOuoROTs2S5PV0kOUGIC07NR6Ai2bCbQyEE2h
aDvecNucL/xb4KVgKmo2kHGDn2XJhOjvapIg8gxj9GcqmaSqmws0I5CCeALoJUibtVdxHkaI05vJ
stioVxQJSliU7UzIbaKt6nMXfJEt/XXsJcv9OavlE9weOXcDC7bbUQQu+pqi0zakvTZDe3JRuacU
WPzbjJbEGTnnKIxviW/oiWOSKkzSML/DPnOiZI33a72yDrOyJn9l5Sk3104cos6p8xbu+TX+xxDa
z7OrnueeI8+VPOFntyClBaO0SWucBHc0Zd8rvzKXI9tXJ/JzkOWcA8L/dvAWUz+MQIB98iT30xnI
vTxcgGRV9OWMkSxD/Ljfc6gju5ZJijpJynMvGJq4d8t5UepIg7lJabGPDg7KWrWnfpRhzfa9xUkM
1NNuz1ZIJaHbaZxgkGQHVoFyBmltd5HglJ2skw70aJF5SeyVB3SgmM+PqFYQtLiRbbq6JdkRI8xb
604KFkkOSAJGWoMfz3ByXCRxkidxONlQJH2wV4swisIMILEYVJxdUy7i9qddyHFCiXShXHsM42lC
60KMMkAPADHGaa2b0YRS7HYdns9AjI4yB7TiR1xRvIE7YeYtw4DDYVDAnfjlxRup4Wky7IFVBIxa
C51t947DEOs5EtRhxgyOOk2hUjRdIH4H0zAGgUxHEQ4SxmEOoWQZBUVB3mcGuyJUVwjC6O/G6ayd
PL3Dz9lKnJzrq038eXA2RShJyasRHrZMdvfhnNxMbik25nTYVM0Jv03b+TxN1pIfdJGOgHoKCNlP
XA+QZCetRVmMsL3Hoc7qSDtof4VXnCireTxGAnMMvEnqZ3P0hTUVXiipUEhT5Aoh0e8Y/fZ3hBYE
jViyKbQgxJu335qF/87b2GJZ+D0wM0dbuyb4dSBvcYsuVVoXUyonIE2T1IuS2WyjapMqmar1p2E8
iVYB8LK5n4LAK1TONAQZqxFa7zhpsOo7t1jjwVU1YYwHpXeKbzwMlXMrjQeaaHEptietcZRMbncb
o+Wh0tPQrjKkkJb2Qloym3kfziKMWXeRblv/HUcKnOEKMiG3jqYtk/Iibp39L/oHLZbE6oT+NEeq
SdF/CiYg/G5L4Rcmt1MXM+kIA5Ma5aAOSzwvTfoyJ4RHBcP/UiG9VbvZQvyCiw0H2Uq0OD3YyRin
UHxjsrOtf/ndv/4HvSHCS2ZIqT7EflNKqy7FPJr4SHZEBy5sUKabUqslTec2RWiN4xFag1TJKC5i
J1r+RmIFeKJ+j0aThJuoZjLan3nBV4XJ8UAtHzy12OvIj0oduaQFgW+uZgIknNsPtPf/l/ZOZ58R
9pjMAquT1t0HWr9nWhcE+PBDqXDCm3gn67N4OOH3V5p1dYOV2txPKOH7Yy2jVbRajhmzD9TxHlLH
lbVWfjyK5AX3RpzgHuvK4dikfViBqLvots7BJCd9vw8y70OXedYdP9Jnl2s6EqI6kTZ+7f7zv//n
v+FbRBHlhMLgvXm4lH9gBGorArfwC+uZPTYJP9bhR9wiPyhmMYwLOUJck6NE0JZQkIz2b8tDDesQ
zXpNw3WVIYp2FC5Cic90G8ZqyWILJY7B+oCfGIDXXu9j81yIBGkNbOImQviHIw6mEoKsAlM9ZVbW
Eq7Mpc6NhqKIgMAMiGTAA5Ho4Pw2Mh1TU4Qh1OEhCPNbWh/DxRoXMrXng44SbrYl6VVGQ63kzRB/
TvIwiTM+QCYC8SyfM2boUIkj6xR9ES4Sda89NTotT3I/UgouxKdZTkiubLXY8QJDA30+l1gcfA9q
7EuyivPMfAndbDUuPpPHUkbqCZThZaODeUPF/GvG4Li62LjuKg4nSQCwjz5BbJoiOQ3SzMuTMmh+
p4m0CxMvCseEwy9JEefvZt7J8jSMZ/7Z7VnrT6/zpQj9tcNyaUGbr4oJZx5zk7gY0liyxU3tLe4T
AkRX82BxaAw19KHlHBztOeijBhicgasBGKA0lgEn3mt4eX2ke3kxuERiHpTpW50IBmZEgIGWxYSA
K9GqidQCROvDCqvAhbM1BLeVgThg9KCezOZZ+mke+pHwsPv8HImLOEGfxYXXQvB1tsqWaDa4tKhO
J0MRNqhpJzfM2RZSHFkRh2lg6g+59trgfbPXXPJ+qHyyx5DGHGvQDvbV55FDBfn8I0v5PGRY1ppS
yq3hqhBDxtlUT/oqBS5uaqRIclL0jpXMZniEHyuOkNvdIonDPEnp64bnhOtB2f7xpfWuf+ukttY8
nM2hjixXg2n1ObuzSIJVJEvS4iQP7yxFI09L298umAkrnQuI8dqeQn6sHyt7I/YS7Mz15uefm1tp
7VWGNA9bNeNpkXVWng2WMkM5W1jTnSJOoeWB9cw4H6p10IC4EcTb15H9sX6iL7uvBfD8rW+BN7Eh
5hIQeryuhe4ddx8j1fIeMK35tNdJUlBAxnd/O29/85bczcPONTzhzwZkG93e+7jnxI/vhD90GbOw
/F3XjwM/yhJhwyFpM1uRxU+UqtOuk4/ixMtWk7mHiTBpdqLljH6qr8yNaMuE3TtzJxf6tf59zAaF
Xle+oj81ck6T2KUqmdL6pHAVxlmerkoq4I3SnAccb6eEtBu/NfWcUngu58+nWPjHeZJ4C8TM3sHj
q8kFOoviZvzqidMRPz+6r4xQFqKJ9Uo0PN1gIKnescvR4yFxkKJH/NXnJKVcCu6kCgkaP9OVQXTc
ZCS7IOtPWZ6kyTZlWVhxxHoPfq6vB95UkDp/odhqrJ7BabLT+1rn2TvdxgqCoIK0/SOQlpCMjZb9
l4bLrhji1RfqjzfBpCL0ESVZzon9qvVSwQ1Ax4ZdqB8Rgxaqy/fhUq4p9/ieiMuwKC6w2TlOunhx
FqX+iUjGuH1fWkSJZzM09wNakbZhGl9fZEk8HL+kJoXqxGm1RXTSdBEp3gldQ6PQMqEYbQ7RfCtb
B/8DG8A1SHLVyiHchpKpanL2upNwX3pi37DLdRTvOeaXomSyLrKBAdI6tfKC7bSgetOCKbPhx/91
8lRbpxrojwTnSjF/FcCWpPuC6+jFdyMuIv7R0TGXhVFxv5BLg90/HuLyxKd8Okztw/lWQ9R+pB3c
OWaAVYjF4FQ4PMItJwODCMpT8W45V0I3jh8Ekn45hFLJCyJDuwwPRFThmqEXNODFmnR3qikSMBfb
TBIQwOMFMOW1y5ig8YB1UQolz07Zqezh/StLdhrCatK+p5D2I24ppvtYZi31kIa8Km78CniOuALe
gFZg5VaIAIvVq6Xo6i80cno4JH4ovsoNGOld3I+3ccso8QPwHlT7E9kYrjY6mTuxPu9jZJ3zP60e
gPtrtVtsW5rhJKGdJ7so3xbcYD3k31Qsv8Pa5JGf5fxIEFnb0ADJJ7w6bujgLZn8qBEu0buVRhwE
d1Piy+cTtqR+55AOEllJr/79Sa8hR3opapqq9qQvjpBoUeLFLbhbgMV4548Q56M0uMerJyH7ynib
uh7q+wYLqBA1eXYaeTLiyZO6kYQ9Wb3Xsvan0nTllOekx6gAacZgMTYpJoq8mzpTyGhVQowSEsUx
NJfQWaItD/ehBSythQhTYJ6O4r9FOs1u4Q0GrkIWvYWGKSGcY7mXfRXhk3o8eIAWOTYlxr7D1VKF
OVF7PxGJ2lId/yPU8ybCkcY+XsL0YgPn9sbhVO5ed2FtQ54X6M+5lyxPNmJ3nCTRSQecJIulzoDW
AxQ8qDEA1DYu+6wWuPNMVr8tBhz2dupHIvxSPyQ/0H24Y8jRG60m97f6jp6BjGSMahw7a/9OUjiX
bcDLnB8Y5AubPCXCiRT268G6K/OT6H3pKxNS+EuE7FUlceRa087fWVb0wW5Sge3gcu7wOrJ4DVJM
mVLNfaj2iBzvuTCFGrWJ8+AfZBEAS1tsvxDcUSUmzAeG9ARKThB+pwUloTayok9TPy3FmFV5IkyZ
o8aRRW51j/Fn+jK/L1X6jpP61TIoZe3ySlnr542Z5FyVuKIH+IUW/KL5YcAvVKEa9yEwf9/ACxuM
XneKLCV/MrfOMKkjq/vvTdR+CGuy4lVvNake3eC4SPlONfINIrmPm7dzn5blTwrPDZLsWR7GM6/4
Si7iV/n0BkLN94eIt342753wkaB1RGF/oX/avbpeotFKld4dJ+ZJu/r2xVdvf//ts8s//OqrOiIO
/6C/dqqSBDap3ssXX/3x+Yvff/v88g+vXj7/44vNBF+9fPnsxTfBK/Tlb55982Lzv8+SKPjm5cuv
PqPigloSuZniFXmcdBXbXrdX2V2Wg8U++bVBJB9twrdQfBz7X86iZLwtE8UU0FisImSEhDHgfn1e
LDkqbixRQiwh7Cf+Ml+lZFdEEEXwRVP0hXPYf2w9JVtjUSQtdYAo07ehZb7OSzvGxCiSONl0s2uo
U69IX2294QAg2hqvGAtoq+QC/OSjZA3SzfnSy76BkmR0EdDfkrGf6xv4dazSep4v7K/agcoVMai5
/BmhmT//CCqeZtYSahqxU8KMF0dPr6HpU69kar6B4ooZ+ty6HeO7HGzeT+NkCDBWv1Ymv2lSgu5D
nnouW1cY6OmRbLwv6vD2H2WmsjAOZVkecABrpPQR9UB3PWJ3aIDjGB0PVGNk6yvKbvApzCANRxw/
dO1sJ60YsqP5lu3IilX6VWOiLFSYjADXoHz3rKP0JnVX2Pi4v1xu67txycetIAFcyJop1VHVI504
AO+mM+LZlwoXusm15tRf7udXFgWhts42TMmm0kWrpe6+YqbU1ipVM+A8NcoaJ+0omQjMmstilt4m
HZi0ErS1MKN1/trsVRJpxiP2aLymptPSKOVj90x4H5N+X749ZhRPEo0g0jC267afyufqi/f4tdvU
0RHJfox4tTkUXKsJDM9TfwK8pZ8XsAvuY88fEld+YVl/aMhlUcmJDGEliJ5opC7qIKMqzPWgAsan
GQxWR3sLUiAfqS99UI40nYlz1BrVOeWxyCMtkaX/y5L+uaXmxIuzBalL9VQxDci01ZE4acaGgb40
8nmotDUZ+IWbf3I0QebyHiM/uiRzTyLJ6K20TmFU4+XI8EzdhVERT0y27IF3fR9FSLUiQU0N7Kpj
GkqVRpZdi5RvJhRaJc61DzhvwxRUEX9iUPVh1m0yawoP2asHFDz88pt3f+p94Y6+eD0WhTEZYXA5
9khxsMkB2y3qCv3lbfme6mrdDcDUX0X5/n9g/Yi1oTgevbGVJRUsv3zLdFSmt6m3vIzfMOEYecmb
oX6URx5/1fAnU/iBltx/bol7M/RID6Fpi4HQZ+1anNFPoiSegSxHt94CSVjvkETREOV7KZNYdXDQ
drPLVtMaZlcTqLGBwww1EYeaPrKmtmQsK/M2JMp0mO3REQ0VHBDLM90lxxzemlFhKwzmzIvJQhu4
DdKbqLCQdmVZ9px/tMNEe+Bd8bQGCOg78jFI84yXv/BJqZpu1XpvkgJ0M1BBb0l5Vd38DN2sb9Le
g6S3W1kUi3p86DGIs1WqGkJiWu/rsNNtjnFEjIn7RH4odTiqb4Quzw/NUT0ydyFQ+8ugR8bAX+T+
ktwvvji+J5df0wA2fMODDRvu2NPdjgXoakuTO06SK+P+M/MnjfTdzB0Ng+88BbMQ2QIM2vnJ9nC9
zRJTukZedRukM/YDP53Vi7h7rf3yLtbdeg5SEGb0VlI7UN7qlSMsr01wcQoHRd9+Gq6+g+KGvsxP
sAfYK1QbjxBUBkFOkYl3DcXhleoOS6Ks3+Z3gfTuLX/CS4LUSUE4Vrjs+och908QkVE7MvVDLvIA
k1Fs5MbMfGlXiI30xYingV3xA/o+3j/6Qyl5siSmgSIvWXfFzN7KEF526zWmP+mYNXjzBtYAGC6G
xfBhBcF7DcTz9fyyGhT+kPKVuWS9Ib2SWZykFkGxGbZ0jCbMqy8ONA7qAdf1zXKVryZJkgZh7OdJ
avSmKf8RvR40LxQpTOMqyh8ywsfQuy+8r7H6ikK3ffVHLnv1VRn6tVFqSsVnkUUvkh1LT2Ni7rVU
P1HdZi60vqaUZqNGeQyDK74n9Q/ytaQeoyXV4eMcqHycnTDzlmHAc5VbPAn5aBt04yvgA64u9nRn
IYPAi/0FX2F7FMZh8VquVwxZhwvEoApYaQd44zsvyZElm/FvzZ5GATTdF+ON27iQk4MolNwDGThU
5vy4WMUBmIZxIYU1RuFkKu2eijZweQ9PWfGNOWuxw6V8xli2xurqAc8h2tbDyXRYv9II1mNR74M7
MVizI0KtN6t4gzuA0Fg/3nTiZUswKYJYyzACcpZytLZjrzV85kKtJL6ttoq1E1WdpaUW/6c6D02a
2OHqx7H00pcCtPxwsvVDN43edyMQqRgdGJ33E+y8tymiTYtUiu/D5Tos5+gcdrJFvE+rRe7CcjG0
mQf5zttjONN6Fv7Xi+2lDDIoTXxjkNFv9MwlQWHVNxVu575+sRQmve/qv9kb7UQP9qqMbjzpm7FT
R9ykgz6B6eJKGz5Uvj7gkCjIobuBGRIrubhGCjugiZHo8qpFNURgpKPxHXcSx4zecKqO49nWNURm
+7ZV+4YnftiwvO3k2dnW0xjox3F6HHCJblpJDUGfoTW4XzHTEVUhvBa3F3lg1T1gyqpel3OAvl2j
xpm0KPIxsLtiTsFlqyCmEoXxLV/h0q3+QoJKtWUTP2FZhGYV6d2pH1K1nAeQzJHFfoy0PsFqpY4U
2QRaQWGm0bkpx8FJO1GyrqWcfMckfU5ruo8XYextWKBARlq/7ucQ+vquS4arqAqB/wNx/4S9/NBF
l3MjJh9KHbmjPws6ON6lDH9ATw46lZy3/BskAFTtQ8EbTocQdrTK5pjnAOsrTjw/ztbFphw7Z0Jb
tu4vmId6fUev1yd9LePISTMPx3uycowYn2/+/R+N7uqy
`,
  source: `
%% How often functions are called, without tracing them.
-module(call_rate).
-export([run/2]).

%% Answers #{window_us, functions, called, counts, shared}: counts [{Function, Calls}], the
%% most called first.
run(#{targets := Named, window_ms := WindowMs, limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    {Counts, Microseconds, Shared} = call_counts:over(Targets, WindowMs, Call),
    Called = [Count || {_, Calls} = Count <- Counts, Calls > 0],
    {#{window_us => Microseconds,
       functions => length(Counts),
       called => length(Called),
       total => lists:sum([Calls || {_, Calls} <- Called]),
       counts => lists:sublist(Counts, Limit),
       shared => length(Shared)}, #{}}.
`,
};
