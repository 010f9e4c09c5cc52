// Made by scripts/gen_probes from mailbox.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What mailbox.erl becomes on its way to a node. */
export const mailbox: CompiledProbe = {
  name: "mailbox",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "sweep",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
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
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keysort/2",
    "lists:last/1",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:merge/2",
    "maps:next/1",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAALi5eNrNXUmX48aRLq5V1YsWu23NJnk0llep7QaXYtU8y0+HmYMvYx/myb7hocgkiSwQoABQ
7NLB5/lp81fmX0wCIMFcIleA1a2LuqqQe0RkLF9Ernv7Qb7bRii4iC4uLibr3r633MXBxbq7v5xH
wS5DWfGHznqwH1Y/V1/2ii+/D9LgYt/55vTv7rde8cMm2Faf9df9/YfkJ38Zomjho7fBPCed9/b9
IE82pMFllixzf5Oduuh9673RtloH6YJp1f32Rtfo2RqRv+6TdMGONtI1vNqmySpFGTPcLca4WOE1
ad2fB1HENHlBmsxJC38ZBavisy71x+s8JaOht2FO/bKfpzuESWeDTZDP12Vvpzl61CjQeJcoQhsU
58ehLsM4RytEWgdd+qRwdZj0b8Ahu9+O3Efs6UcEdmyVJrutTyhxgdKqU+cJ9F0m0M9QtMSy7bgD
21xtggfkp2gpazZRcUOQZcmc6e/5PCHkGcbkx1QxSV0312RGKEXxHPFLUDYb7OI8jAind5NtsVFf
ciSoYFGxMym3ybZqDC74OtsG+9hPtvU56+UTPhw5uIEF2x0pghZ9XdlpW9LeQKA9taisKQUX/5Wj
JXHGzjkK4wfmL/zEKUkVJmmYP1K/60XJnu7XeWVDYWVdeGXVKXf3vTgknXPnLd3zGf3DFLvP81I/
z5ojr7Q8EWQPKOUFo7JJ/z5ZPPKU/U75Vbgcxb6GUZCjLAcOiP65R7dYBmGEFtRvPsiDdIVyPw83
KNkVffXuiSwj/FjvOTaRXdskJZ0k1bkXDM3cu9W8OHWkI9ykvNgnB4dVrQbLIMqoZnVvcRIj/bQH
qx1RSfh2Bie4SLITq2A1g/QPu8hwylHWKQd6scn8JParAzpRzOszqhUMLZayzVS3ZDsShHl/P0zR
JskRS8BEawjiFU2OmyRO8iQO5yVF8gf7fBNGUZghIhYXDWfXVYu4+rQLOc4okR5Wa49hvEx4XUhQ
BvgBMMU4/X03mnOK3bHDqxWKyVHmiFf8mCsKGngYZv42XAAchiXcSV9e0Egd35BhT6wiYdRW6Oyw
dwBD7NdEUIeZMDjpNMVa0XRN+B0twxgtVDqKdJAwDnOMFcsoKApDv7PYFam6whDG+DjOcN/L00f6
nJ3EyZW52gTPA9gUqSRlr0Z82jLV3Udzcjd54NgY6LCrmxN9mw7ydZrsFR9cEh2B9LRgZD9zPWCW
nYwW5TDC4R7HJqtj7aD6Cm84UVHzeEkE5j3y52mQrckfnKnwWkuFUppiV4iZfu/Jt39jtCBsxZJd
qQUh37x6azbBW7+0xbLwB2RnjvaPTejrQN3igVyqvC6mVU5QmiapHyWrValqsyqZrvUnYTyPdgvk
Z+sgRQu/UDnTEGWiRui846zBau7cEo0HT9dEMB603inYeJhq51YZDzzR0lLsuDNEMMxR+D06mkwW
Yq3/n3/703/zwlvKQ1NOskO6nxU/PzO/Vcbc4huvspZWBUsUF/75F+MuQF9UArSaqsRwa3l/GM/H
e7w1T3e3MHeJ6vZo8yg83VFIfGd0mwYTKF2JkDpwTveP5d4x8qkmlMpPwUushp7r584C63wbBnkd
bgCvg3jHnJxKzB457/klYcUczXNWKT07xTh3/ML8NGe8BaHbpAHNU//x57/+F81F3J7NudjV3dNy
nDsBHbxqzjN7aWNV6jxMfTJTWqvsrVAuuHgqhx53lkfHvp3/imzaW2BNF7T7jrGqzubLwwof1PFO
6Mr0n9IkwOe729s4NkBQ3Qg2fQMXSm0yXGoj2wK7HqK/aqvh+xDtmSZjLWtF4SbMrUyGYdnELuje
3yTsvt5p7ZnCYL1/zFHGU7d6PcskZU2gMQZM5a4swv7GnUI/sAiMeRj0MFqO+KEwYl/gCc7dWi7x
6D0Fw4wfbwjdBSvkf7dDO+RHKAY/+2i+S4m5mfuEFeZ5mMSnXpntrmal9ARLDMH6NDTflfccpYfa
t2HClPW/yokePXgHUftHqa+nIOjqo16c5KBv0vmcP9LeX/Xh5Unib4L40T+cYsbtQV+mcwvLYR36
+N0d4ekb4JAOu3E8oMsgXgRRlrjv9ccanpJu3y3nCgamJKGPpyCM64IwoiLupzktFtskAWnMHAEY
lsv7kbC8gfQsxqYhNH65JxDPgWOw1Bd1U2twzeT2j01prNppxgfwq49E+do1CXuAQYsSoyHzHtuq
VIMNIvRV73Kt7XR1vtveNlzYwYouN0EY3SdvObHBYU/oSWhj4x8fSAVlfjYP4rj0/lCH1sHKmNsp
dPn+cnMjMQ6GL4VA7BMs/sM48bPdfO1DOvIbbBAtfooTIpMM4mxP+/2r6bUfhPVMwRGXuzicJwtE
/eoVEe0pUaJRmvl5UkVNHg2hFiGhwfCe8ZomKbktjjMfZnkaxqvg4uGi//c3+VYW/gfVUZn4el5M
OPMFs8WjaVG+xV3jLR6rxIfURyECEQRP6Rg7zqFnPAfzsJEQaPIMIkacb2PS3OH5yvxGHCnc1pza
3ZwIJnZEQKHW5IRAXcRaSmgFiTDGDVbBGAGuGKx+huKF4NMdqVAI2yDNwyCSHvYYBskSuUt+Fxfe
Ycmfs122JbOhpUVzOpnKgsNdN7lhz7aY48iGN52Fz3oKenYn75tn12Pvh8Ynew5pDPiN3eL+Y4gc
GsjnnzjK56nAss6UUm0NqEKIRlo7+UucB6drkCMD5GicK5vB8gh/auAsFLrbJHGYJyl/3UDRpBFW
7R8srY/9O2c19Nfhao2dZHlXc9XCxikdHJdhHillNQqz4h49wWShrz6otO7iu+J7KLRuCG9koIQl
nIq+lu+DBTEZ2w36NTDbaHGMXU+nHwcbBEXfO204aj4xBxGMa0+kCpVb+5Q7VohqD4N4XuVgI91g
l8VgRM+D8NtPRxYv4yT3A4AoXAHUZ5vpiyMBlyTnPOA/WMAMIO16UMgIBtYYBYDQGNuiS6UX+i1r
EEnUoY4t0rCKgolujIHkloXVTM9m7GbBdzoQSyVbnTN1hvr6LxjLY5b0QQy14NwwRxv+TNUtimUp
YsRii6ttkIelUuq8Pf9oLns9bV4W0RPi3CkjxHfOBetvw/mDiybKgLrKzHSNl9lITPR+CLcCQmMs
hAL0YPAcbV0A1IUtQwcYTypNxUrdL79UfYzdBU+WBzmbUtkAh/JP2piUFNd8K9AQo/dSg/yv7A8d
IMreDLXwzxo2oy5kkwoBJnGi62WabGBVtzyZY66aMgXSHe0Dg+1GJxtPkhE3k8GsqGx3olIVpPiA
HrWjtW6ljlSg3SqxSGczQLk/nvu8+0q3KohgHbWovTvAY4qpKdExww0htvQRBLuMTNIeFZlDJkbw
cXxJ5EMIdcHIFU8dj9Dcf8ccaTklCGbQQKJTD7NgQ9apsvopIIvE2zkFE1asItDXUZI8IPKXHLbL
IhSv8jVkgukUoXr6R7nmTM7/4gwjPlKhVLBZKxOX2e7+KMDlOZVTyLKXkcLgIYwXWWuUUKkzx/ws
XS0Xax2q8Wl+aneatN2gP09ZbrnpMjP0HTDljiVvqCwWe4ojd2p28FYI8+I1CLgGj/2YKfoepRly
1Lj7We1dcSaTz0zJhAF2YoxVsYonlH8vSq72w9gvTEibvif6YhuVxIAVxt6TpGiNOb0dSx0nIwnX
SjNebhXJ7i0K7Im1wKYxd5BLTlEuagRdzn0L4uRSIKyIz67tgbgoZdDwnjeIRZgryiPpUUFAdlCh
HbMKrRNH/MxFkx6BSvJEhVNw3zGpWj1S5AKAMdJaY/5clspCrgUyVFZorWxOdLdBtlYlS5QBNlpo
xgXSKjJElbQ+jRYDSK+Mw5LnhAZIUURQcbbWaVSFYpIU1oFo1FNY9r1gsVD0yxFQ25KLtwqORMmy
T88mvMkvaAKn4JrtVFfGANeHVNMC6nq2yLu66hLgoWA3UxUoO4qqxmz6r47cNMXNpNFII41u2pVG
DZbpjj2QF7Oikdaa0iTgzS+FhDVzrH1uEMJU6CH6AlmHCEvDw7SI3htUL1DALUfYrWyY3nN4lpB3
833R1xlro6zRSA27GuvjuRUAnTUl9igtjggqM9fQqmrmIBAq9HmaeARclO9ZilZkGEJnTa6sfzPO
tqZgTMX/2SQCQcs5FcrLl7dYwIixJXTbrI3Va7++dde8vHT7+WHGeEFRsWPSyX78P5bOQtMCBaTv
zlcn9eu3fGnupy0+eshhNaWmgTxwBedUs3H0CfPTTWuRa9LZFBtISHOM8gmnYVV4XwCEaOsM1AAM
qE7hYZMa6yU/t4XrdZWX2x2NoIMDaXecV0kdcbhxX9oXdmWjKMqU+cPZCPbpXLhtqGhO4scfndOl
1DDA8gtzq2sq8bsWdKkLtkwV9ZdM5WcYa3I372Dk/NgosfUD0r9PleGXyeQXHN046EODZRItopo6
jW9uk1KAMrxgA0X4lwKJDA1IRPBq8+KeD4JZgWXMcFs3Im7LLDVZJKKR0VVE5WMJ5TTbrWBqERgQ
kV3ayqSXYG631r0/zMKI0JBxOADYrho1ca7sX1X6vhVb/MqxCDNV9ILIFh2hP0NpnvkLdL9jDLRl
FORljVoXA00Urs+zR2IMber6D7RCfFXKQzKUioYHxqcyk6Dve/CbMWHml8clrHOGaWUDtPHKhvAu
zbC0Ttgf+ZMTNReTcJJEoaEg/dX0ZOksMzgp6uUxV4balRaeK/nUJpgLl1Qb8YUgmisnvzZXTsbs
NWQ4RTutxSIf0mNrShjkmBT/dM1oMWM27TRUzKavnd3xHbjQYksnVmsZVhhTMEuMvUMtpnDHVQrh
RWWhQhiD/XqgdxtEeSqfeehJncrK2A39epAgq6Ae5CXqPXnweNRY+/zMXDKp5g69+8PXDg467dgl
QtRDuT/nPs/38TTkwLSpcq9aiLiOdViRnjSz6onSmaRZZDQSteHN+htn5VVzZYoQrIYz/a0NxTFs
oJnpjXATtZtoMD2Rk2klWK/FSrBf2sRom2a1ey5ukMtlkqJgvjbP7oduc4MnpaRwjrarDpCh55RV
IHgNJ9oMf/odwPMf/BgSr3SwvvVQ/SGhyz5KD+fwsLUF1JFoaBs/OdUUIAyZ5WG8qhVxTVSuUbEB
oKBnG7iMz809+yOMz5lcdbwqe1///muHAHR/GVaVkLrtRq89LAV0XcZJKUGa+Onc07xpUw+2Xc/4
qHGD0k4sw4lGDKFqENR2knNOdGYp91W4cKud/ModLSkB/z5FqGss3EGtYzNnGmyoeaUvIe9eX5zv
mEEuviknr5EAPJY6sQNcmdYYoXMDzR5E80yPqCnyR1DJrhdkfiHRYZD8EQNZJsoMK7Qr9imLXtO8
uh/C7T6s5kCF0IiqX5dZV5nsTLljqajkiHqMzZGMQiX3oQMfVaLTEFs3ZXECM7vbqK5WII+HW5Tq
E+EYWham4k10NBcOY0rKm5hODCDLYsGaoOoIG68BdjXdWTKT6BgaSjOMblSp0GkQcrnqtwCx1D/d
cqAGVbZ8qc4Kc7/VT10MwQlX441UmwCKB9OfWpA9j88ZuZfPOIY+2TLG8kD8k0F4RgYQnokewjMB
A2GdBtWGjjsmOX1tuWrDwL3XOHBvyIdcSgRc2VoKiWgDqKEvuiKpaKOeVQtG4sSyJugCbfO1FXJu
sA8XbBP9o57CuzkebmBXNHlV7rX5yU0UUU+FpWsel3LKsix74k3/f/9alqNy/cUKxX6xQ9i+UZZb
NBpWyAZR9hop/iaexFr82BcsHGMwhnje9xM+dcJIHh9GNyWWG0Uulms0fAJFwyeOc5pJku1MYrkd
i9L0rmr083mSpIswDvIktTKHn1EgRukTbZ5Kr3N3gctjZ7SnVvI4XhTGD1C829ytCz2HbP58Jve8
kuG76wo9e8K9ZUh9vItlq9W+JSut8booKqILZQrOUlC4FyV73AbuaGjz/qzRdF/WON7yPXbXEmg9
BTSYc25Ry/k/jJ0qG/Sc8vQl1ewHrebbewaJ7sYkSfGltrRWqzOEOFlU1Z/i5dHJmV8e7bX18ijt
FURcLFiSfH0C8Ua7bE05+eHNPhvGl+eAzjulL0lGmcHT4ZrDai9ww917XLSW9UvZGEg8DsqZ9H/n
qLTOsMHzMHCU97h2ZdYF/3pNo22X+JpnoG71Xu/5E5vPv3OMhdlTh1ovlQOHzRl1YBBQZKsdsw6c
YlUaA+uaGFj0E2ZgFBr2Uja8EttK+/JAmWTt4ux+/Qd4gwrPEAxZluhcSrKhFAFYJ5g5zYJNAnfA
SfEBUdXBVPTCOM+TrekTeGLjwt0qRAI9nly4EgtqXu3T/X8x3+XADBod9hSbnKTcZ/7KrmzcG4mo
lJB/K3GF31vVUWSTDo1rE0mKl0OPQasiEgapOaYS+rbB3fPGxululpYie0XhtaLc6QC3l9nmmafd
yI+QhaHf6ivHGJGG0hWjkway3mkwksFWv1IXk+qTKSzbuEVforc5SuMggoRTGRUzTc7viteePDv/
G6z9mmZ73QVYSgoDYXmnucLuXM/dmQ1Gpr4pIdTrQlLnePJW8yKb12KBVLGApEIhsh82ztd5EEb2
qCQhDmaB2jFLNJhJrirbZLgbbHKhNUF3GRSsbpT1NHNYs6DWMXjp8vcuOyl/HoNnfCOpIDNZLbNh
rB7UdCSxq83B9S1syxRLMByK8pGkM/tRnCXu2Lielpkzvx+TK9TMRuGbXoV5cZ4AvGmKsV0OqzpX
nM0BUDhVDFIeemw4LcvtS4kbs41NUph3rkrcM3z+Rx8Fzc6Yi9njvJV26OgbMih7KvV83QFPX6iM
rRtQdDi5JGcNBMSkDZzMnXBXWDsrn8hgNDy/GTaDVHqK9Zg6JmiaFp0AkidmdFki6ueI+60hlHgS
/0MDVVLi+lPanco69bpVsoJdjvsySU+Q9X1QuLSdm1YmcVthqXVosrRtTGuLl9U8A5t6DNFSiUGz
05TGMnqyf3PK1A+q21mbCj+KKlWa+EPx/ttBHiornpwAYdXHuL0pvChDIHmVO2g0iev68xan8ZxM
45iyYjSL4mjs02f5PFO+15fhZpsmW5SWTGG6PvDRT6I1b1oKS/fklpRKLDeAssvLVVCBizA9S2rh
GW0fSfGx16pKKI5Krpjg6R75ND6DqTxtaCwPqdy8Ix32dXP9T1zKUyuxFou4M1xE02C8jTJrY91O
LAmq807TAIBJYfz/Yys6Sw==
`,
  source: `
%% The messages that wait in a process: of what kinds they are, or the first of them.
%% All of them are copied for it, so it is not done where they are many.
-module(mailbox).
-export([run/2]).

%% Answers #{pid, mailbox, looked_at, kinds} with kinds [{Kind, Number, First place}],
%% or #{pid, mailbox, looked_at, messages} with messages [{Cut, Bytes}], oldest first.
run(#{process := Process, view := View, limit := Limit, limits := Limits, most := Most,
      max_bytes := Max, force := Force}, Call) ->
    Pid = names:process(Process),
    case sweep:read([Pid], [message_queue_len, current_function], Call) of
        [{Pid, [{_, Length}, {_, Current}]}] when Length > Most, not Force ->
            envelope:refuse(too_many_messages, {Pid, Length, Most, Current});
        [{Pid, [{_, Length}, _]}] ->
            large(Pid, Max, Call) andalso not Force
                andalso envelope:refuse(too_large, {Pid, Max}),
            Look = fun() -> look(View, process_info(Pid, messages), Limit, Limits) end,
            case worker:one(Look, 10000, Call) of
                {ok, Seen} ->
                    {maps:merge(#{pid => Pid, mailbox => Length}, Seen), #{processes_scanned => 1}};
                _ ->
                    envelope:refuse(too_large, {Pid, Max})
            end;
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------

large(Pid, Max, Call) ->
    case sweep:read([Pid], [memory], Call) of
        [{Pid, [{memory, Bytes}]}] -> Bytes > Max;
        _ -> false
    end.

look(sample, {messages, All}, Limit, Limits) ->
    #{looked_at => length(All),
      messages => [values:shown(Message, Limits) || Message <- lists:sublist(All, Limit)]};
look(kinds, {messages, All}, Limit, _Limits) ->
    Placed = lists:zip([kind(Message, 2) || Message <- All], lists:seq(1, length(All))),
    Sorted = lists:keysort(1, Placed),
    Kinds = lists:reverse(lists:sort(kinds(Sorted, []))),
    #{looked_at => length(All), kinds_in_all => length(Kinds),
      kinds => [{cut:text(Kind, 200), Number, First}
                || {Number, First, Kind} <- lists:sublist(Kinds, Limit)]};
look(_View, undefined, _Limit, _Limits) ->
    #{looked_at => 0, kinds_in_all => 0, kinds => [], messages => []}.

%% A message without what tells it from others of its kind: atoms that stand first
%% stay, and so do the envelopes of OTP.
kind(Tuple, Depth) when is_tuple(Tuple), tuple_size(Tuple) > 0, Depth > 0 ->
    [First | Rest] = tuple_to_list(Tuple),
    list_to_tuple([kind(First, Depth - 1) | [inner(First, Part, Depth - 1) || Part <- Rest]]);
kind(Atom, _Depth) when is_atom(Atom) -> Atom;
kind(Tuple, _Depth) when is_tuple(Tuple) -> {'_', tuple_size(Tuple)};
kind(Map, _Depth) when is_map(Map) -> #{};
kind(_Other, _Depth) -> '_'.

inner(Envelope, Part, Depth)
  when Envelope =:= '\$gen_call'; Envelope =:= '\$gen_cast'; Envelope =:= system ->
    case Part of
        {From, _} when is_pid(From) -> '_';
        _ -> kind(Part, Depth)
    end;
inner(_First, Part, _Depth) when is_atom(Part) -> Part;
inner(_First, _Part, _Depth) -> '_'.

%% [{Number, First place, Kind}]
kinds([], Found) ->
    Found;
kinds([{Kind, Place} | Rest], [{Number, First, Kind} | Found]) ->
    kinds(Rest, [{Number + 1, erlang:min(First, Place), Kind} | Found]);
kinds([{Kind, Place} | Rest], Found) ->
    kinds(Rest, [{1, Place, Kind} | Found]).
`,
};
