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
    "code:ensure_loaded/1",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
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
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
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
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "timer:sleep/1",
    "trace:function/4",
    "trace:info/3",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAJbTeNrdXVmT28YRXgLkUrurw1fi3JFjJ9q1IkU8tXKVrDwkD3lJXlKKqywbhSVmSWBBgAWA
plbl8nN+Un5S8i8yAAhy7gvAWrZfLC6JwUxPd0/318cs7E0vW69C4B6EBwcHjxf2xr5cR+7Bwtr0
Z6G7TkGaf9FZ9DaH5efyl3b+y2/cxD3YdP68/7f1cpB/WLqr8mfdRXdzD35yLn0Qeg547c4yOLi9
6bpZvIQP9NP4MnOW6X4I++XgifSphZt42FPWy6nsoeMFgN9u4sTD3zaUPXhrlcTzBKTY686DIMhX
eASf7s7cMMQeuQ0fmcEnnMvQnec/s5Avj7IEvg289jPkj90sWYMADtZbutlsUYy2n+MAeQvrfX0Q
giWIsupVfT/KwBzAp10L3amg3Ez0L8xXWi+H5m+05W9kUGyexOuVAznRA0k5qPEEuiYT6KYgvAx4
5HjGfObW0r0CTgIueY+NRdLgpmk8w8Y7mcWQPf0IfkwEk5QNcwRnBBIQzQC5BOFjvXWU+SGUdCte
5YR6SLCgQETpwbjSxiPViLngo3TlbiInXu32Wa6fgu2WMwmYi13FEajqs3i7rcl7PYr3xKpyxylB
/l/xtjhK8TmHfnSFfUNOHNFUfpz42TXyNzuMN+i4xis7pFZmsVdW7rK1sSMfDk7sN5fmT9EPk8B8
nn35PHcSeUsqE256BRJSMQof6V7E3jXJ2d+rvFKHIz3WYehmIM0YG4R+ttEnLl0/BB7yl7uZm8xB
5mT+EsTrfCz7AuoyKI87mgcqumsVJ3CQuNz3XKCxc7ecF2GOdKiTlFT7cOMC0VO9SzdMkcd2o0Vx
BOTT7s3X0CQhn1PYQS9O96ISiAWku6UiJimVrhO+6PYydeLIKTdozzGPWjQrMF4sdJuqbYkPRCnz
7uYwAcs4AzgDQ6vBjeYoOy7jKM7iyJ8VHElu7MnSD0M/BVAtejVnZ4lV3G63cz2OGZGDQGw9+tFl
TNpClDFAviBABKe7scIZYdhVA96agwhuZQZIww87olgvPvRTZ+V7DAkLONKJHl6sN3UcRYHdiwpH
UBvhsy3tGAKxWUBF7afUy+GgSSBVTUdQ3sGlHwFPZKNwX+JHfhYEgmXkHBWw/qZBFa65gjHGqHrP
4cbOkmt0n43UyS11s4k9DwZRuJoUPxqDPclEZx8qyVZ8RYgxY0BLNif0NO1liyTeCH7QhzYCHMnD
dD92PAS4OCktyuAN23M8UFkd7gftjvCaE6UtjztQYV4AZ5a46QJ+YcyFR1Iu5PIUvsIAG/cC/vYL
zAoKtETS4noQfOLtSLN0XzuFL5b6b4CeO9qtHkGPA/ETV/BQJW0xqXECkiROnDCezwtTGzfJZE9/
6EezcO0BJ124CfCc3ORMfJDSFqExxXGHVR3cop2HgewRynmQolNs52EinVvpPJBMi2qxijJQMcyA
/w2oXCYNtdb96xd/+yepvLkyNCE0O8v205LnY/VTZUQsvvYqd9oqF4n8wG9/MeYK9HapQMupchy3
humDIR9vMWlu7mzBzhLR6dHkVgxkW8HBztBnakyggBJZ5kCb8I8m7TD9tGOUEqcgNVZN5PrEWGG1
RzAW6jBloA70GbMHlTAaGdO8D0UxA7MMN0pb5xjjgW+r7+ZT0oOQEamHytRf/vGvv6NSRNBsRsSu
nt2sxJkz0BZVM57ZHR2vUoYwdeFMUavSnoOMgnhKQI/YywrY18OvINFeM9Z0gMJ3mFfVGpYXCDCo
6kywePZP4RIE7Z3tTWwbQ1FNKZ++BoSycxlsaWS7hGhTcmfFLsDGh2y3IcPoUtehF/pLX7DqrXvZ
FUWlS3zReHfvagSVnuwUFRO6xE2Jwp/hwrI2H+TAFGUNvr1HrazLXdmA2DcSIuYF6Clwd8wCd1Xi
b8WZgZzSXGhjslc/n5PmCKqlmKGMnRwcSsNAW5Zep2QIRPwYlM9Z5sdRygauQxDNswVlw06k8Z3D
fCzM/JePOpRHjbI4c0OpCoNymmaYDkvXy0oWKB4YsaXEYOOHgQJd4nWUpfpL6Kfri/xvYhBgKp9A
CftobcwzAotrGBsfqMas+uvIn8UeQP70ARTTBOppkKROFpdg1rViBMyPndC/wJzZOIGSX838MM0S
P5q7B1cH3e+eZCteVKaKsSilHJzkE04d6iQZIBkAAhJbyiQeYQpE1XSk40MUN4wCwznYynNQR/Mo
/G+gAOQRJue4vh/6jurhRcULsXkQnl99JhjrMQGSTMBnBCSoI+WERgJEo6DGKlDlbBwa76Yg8ig7
aCgKDq3cJPPdkLvZI3bu0lEUw79FudPO+Tpdpys4G1Rb1OeTCQ+zt8z0hr7YBoRE1vSxNaCECdPh
Hr9tDvcAPx9q72wb2pjhzpuFY0Ysdqihn9811M8TSmSNOaUkDdOEmFBgVjNp5UTQ31JIXWakzraV
ZKq5he9JtpA53DKO/CxOyOOGBfINAxH92Nq6Gt842bS78OeLQEWXy4Pc6pJ9uIy9dShKnmQk9Vee
ohbS0nO3C6ZA/z6HGZ+ac8j76pGMZ3yUoHLXrUeP9L203jqFloepmXEvzwYt9wZJZSPAFtp1J5iT
63kgI1PgQ70BOgHqBLHoOjXf1g/UdfdTTtrMFltgTWyCQAJcxOspF94ZBJXEKaEH1NNs3juME5Cn
clSf7eefPcepuadcx+H+bIw/ozr6CEVO3Oia+8MB5RaWv+u7keeGacx9cIL7zEZs8ROp6VQN8k4U
O+l6tnAQFSbMGjac0U/Vjbkp6Znwadf5XBeaI4Lh9n9vgsjvZXHsLCG3OHtIUZHMKotipnqryeuU
nRg/kmaf5rxPu70dR5RRykzMHQV4DsJE55zno+Aj7NOEkY10zItEPDFniQ81IhAjtWIW+MsxXfRk
OL+facQRRvxoyFR0YDSfWj9L4m1qPbcyjn1ONVWH9XNV5YVvVgEOC8NMWPi8iEqZT/IXkkkipT03
U6gxUWKZ4Y9q7zihTU6RTAsCwhVGLaL9UkNPjAVag2tZnnN3vVuHVJppDiO+vflM0XYVsCw5tmLQ
LDAI4b3xV2JjesgGK479vC6oIBOj0kP7kRFlidiq0s3anqeBVvRRHG9XImR376Hi5fmiCHsdg4W7
lCEf8Rsw4b8dh3/ES57pQ88GQFMvlw0sC9uqkR+Ge0RM7AiV2CgPIoaKAZPGp9Fgnto7yohbm6g3
N0DGKgdvnEdFATpOKR+LRweCUJHtep5gXIKBajsOogjkZM+0uPjYOinL5ILG7KRfNUpZPAE42ia3
Ai9oD1QW13lSQP6YIKbIu6xUVW0x/ZWhNE2CetpoKNFG02a1UY1lNlI7NmFVvLKrhW2+PT0mrVfx
sc+Jjw8baVDxa4U8bgaL7xtVMEE8NSv2zhZLDmPXA29BZbQl6LJCbfKAZbMxJ8bUE9AaZv9VmZ4i
o86YHX6jkdavNqnQTTMmlhfcBCJ5t4J9t9Gu5lLuiNzNnrg81VI+mM9J4B2v21BAItVOrykj+85S
wJ1I7JSr5SYk/mqk5Ubfn5abMLScpE+EjCYjkqqa3Hh0Ba6XYHlR+qS2gB87zO1V06QjKZQt7zHx
toV0arRm+23NYgpFnUiVEQRB81kgQ1GtYtlPQWbZs1oekO+okY6GhDRN0oPVFfiAaKYRaKa0MqbW
XGkBac7wo8fc+OqQFX2qZ/4OjXdBJyeCevjQXa22uZcdZVNMEYccBBTrNuBdT1W4he6Zo6mY7kui
FDpdv+zmU3E+MkjW2iac7YxgEqetWTn1O2pKPaU0kjGjPQedCdYL49m2MoX86jifpVPUfeyPSknY
ZWy+zo/16rmFUDPSaE2xFVxXIc3GrLXWCNF2f3reZrCMLJXhwXHbdZtP5RM5pNF+XqU8Diagx5SV
1iCRWkWAIEvcGXBWbpaBJGI2SPohSeXvDXODJkwRFezIJKhlgvHe1IcDpET25zCQmGmK8XapUVCw
At7YrUyOtIWwNmOrFTLnBbRtb4k0/x+X/M9MA+UvrqnSPI26MaovEtrWg3UUtNubW8ZK/hLvmZWG
AKxME3a5sXiTofyIiIs8EnD37iz0/G+UIv8EIesgVkrNO2mFIXJlpnyk3YRP/qBuAzHa8Wicf+wY
YGun3oDV7a31Y29wI8ceSUrjuKdyWKjyfVS7dAwa7NLxQCeaVbe0ZWCScNO/jBPgzhbqJT6sVlcK
7X65ge+mS4/gq2fbWaBDYzkE4jIfAgpueeNHVJK4Yg6xJUZ1ZD2BZc0dmXEuFlSE97oV4/4sMn5Y
lvPnhf1QINPMj+ZO/pVYMtfZ5fm+F6JOT9miryYbLWoigv1r9VNp2FTHU6XSv2o7kYYHJ1+fvnj+
5df3j7/69EUTUZhT9bUTldHIpIZnpy++fXD65dcPjr96ePbg29Nigg/Pzu6fvvIewi8/u//qtPjn
/Tj0Xp2dvfiEiKlSoBtLFVoJ6mzYyToiTwrV4/wkvU4zsNxZ8R2s1qEIfQf87dj9ch7GF5zz/Gi5
DqH97UdsS+BWvuQwPw54BV4YvD9zV9k6wYfCAkucLyzeFzYK5+3WU4p1gBsglkpL6p2oFrxMBk1Y
+Z2iDJwoLoapHlTpv9HRa72gGGRVqCkopQDd+TDegKTYXzXvhRoB+j7+DDChFcyZwXfUyJbAAjGq
wdO6wZIRL1hCwIdq1Ope+mUcwmp0s5B8hfz/eBMbfpO48pCjCr8o1qYCXTXb/YtL/KS95YjuPXdA
lEJ9Q2QB4biPEP/aFTKTz+jr6nerUDK0NfL2IcCje84TONTdrY/rzKClnAFKUBqIJp1z4xI/tGjS
VB/nI+hLHVcXwF1m7gqnVwM2enO4vE4TyHOxe6lEsXsVxTwAdVB8zcg0oDB6PdB3qh4LOuRedoEY
KAmYw4MBUH7s3e3mOsUSE9ZVgmbG/d4KcT03mTdr4p8p59DJry8hKFC1Ra0ZBj3TMcQlwNDIfBqf
qrvB5zSU0ToNkDZOBRIXSCOV7dfTFheK6BkxWlEFrIil+J0nPHvLnzBkX8nIbSum/fTHofdvIGwq
B5DV46LiKLBWAPNcLzTRqxHAJLp3yry3jv55vOuaQxh5JLgnerXpiinaEu5RA+vV5j/hO5vNUquZ
KoZhmiTlGgEIRnqN9rC7bnUaXrI7rA0D/Yo1bukPeclAIVh4BZnejWNDdqEXu6aykQ6Iw+bSmD/W
wnlr9szltatqywahkj4MgxB6mnoQGKtgqUvEULGWqYpltxnVb//fXo/lnq5cCmsAB0YVyXRkF2tY
9P6/myBgG6dJrZbSFh7MOH71+rvh48H08ZMLXkyNsr+OLxzcAiuunaoWdQI/OVshJ4ba9D1w6a7D
bPcP5QPNUibXuJwnf/N496COA5MGlYxbX6lcPdKwvVfBDcBzInfJtn5v5/eG+m7o5K9sAk/SqGsp
nSrn4tqJswVIUnbvqqFCSY9q/3rtZ7BO5Xo3WY4keld896vwLYw40+6G28CwyPem91pwC1jRVFm0
xvrnBQtd7qklex3SIN00aAae2IVhI7Ch3yjqvSN+uQ2wCNV7xSBOugIzZxYvV34IxCJlK5Fjd859
MgiUQrAFroM9x6u3JrUW+6cqbS91QA1eiahuMaMHl+/PtqC+pXtNCJMPtPb7LrLf2wC/ZRDXfOOv
Nn45R3tPyS7WLVeJ3bl5rtTlj2wkvA1k8qEBmH20PZRBGnCBQGZN/TM175xTKlzn4qE/qvcAmZCm
6sl/6BPthtoHy0rl0JQdyracMsusRlj+G1PbsIuDmrO0+dejqxEwhWqFscmFV8F8ofE96CPM0eN0
fmhF7piTaDMUJrjzpqGiyZEMi7S559jN9nwsTztetWTNuNQjnesXqSbUHdVCugYiaI+Ny5kkM52S
d5U2gbOa3m3Cg1yl92AcFxfIb+DDqfS2wE7Dec58SUF1KydAFfrRFdvgUs3dZd1Hrn5/Le5pjjno
EdfuTlyf6E4wJrrNID+GVh9ntdLLnHkT6Hq5m8ZsdtP41RF2GG8aaZByqFMwrDTdO0s/cgoRSP03
wPjGURuz16shKakiSpv+F5jdp2Ebta3k3FvUa7T9pArKqsySiFxK+rrcIA58FMWOG6WbPM2l/Z64
45av/rWbuvoXdZgBUfDD6TG2j+6H63SB4ABsYgfB/wFVohwp
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
