// Made by scripts/gen_probes from log_capture.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What log_capture.erl becomes on its way to a node. */
export const log_capture: CompiledProbe = {
  name: "log_capture",
  library: [
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
    "values",
  ],
  calls: [
    "binary:copy/1",
    "binary:match/2",
    "binary:part/3",
    "counters:add/3",
    "counters:get/2",
    "counters:new/2",
    "counters:put/3",
    "counters:sub/3",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
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
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
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
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:info/2",
    "ets:new/2",
    "ets:select/2",
    "ets:update_counter/4",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:member/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "logger:add_primary_filter/2",
    "logger:get_primary_config/0",
    "logger:remove_primary_filter/1",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "re:run/3",
    "string:slice/3",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAKOCeNrNXVuT48Z1ngHJ4Vx2Ja8sW0l8ycpWol2rbA94mxmVVvKD85CX+MUlu8qyUBiySaIX
BGgAXO64XHrOz8hPys/Iz0gDvPXl9BXgaOdpSKIbjdN97t85mLfWnWK1jFF4Ep+cnLyct9at6SoJ
T+beujuOw1WO8vKH03lnfbb5vLmyVV75JszCk/Xp7w7/e1/75YdFuNxc1p631++TT8E0QvEkQG/D
cUEmb63bYZEuyIBunk6LYJEfpmh97V9rR83DbMKM8r4e6QZdzhH5dZ1mE/ZuPd3A82WWzjKUM7e7
xRiXT3hBRrfHYRwzQ56QIWMyIpjG4ay8zKN+vCgycjf0NiqoL9tFtkKYTNZZhMV4Xs12WKNP3QW6
XxfFaIGSYnerbpQUaIbI6NCjdwpvNpP+Bryl93XP/Y4t/R0Bis2ydLUMyEmcoGwzqfMC2i4LaOco
nmIZOe7AMeeL8DUKMjSVDRuouCHM83TMzHc1TsnxjBLyMVMsUjfNBVkRylAyRvwjKId1VkkRxYTT
vXRZEuoz7ggqWFScTMptMlL1wQe+yJfhOgnS5X6f9fIJb7ccJGDJdrsTQYs+T7bblmevI5w9tajc
nxRc/lV3S5OcXXMcJa+ZX/iFU5IqSrOoeKC+a8Xpmp7X+cnOhCfz4Cfb7LK3biURmZzbbynNb+gP
Q+y+zq5+nXuOPNfyRJi/RhkvGJVD2vfp5IE/2d8rvwrKUZzrLA4LlBfABtGfW/SIaRjFaEJ9814R
ZjNUBEW0QOmqnKt1T2QZ4cc9zbGJ7FqmGZkk3ex7ydCM3t2sizNHTgVNyot9snFYNaozDeOcGraf
LUkTpF92Z7YiJgk/zmAHJ2l+YBWsZpD2looMp+xknfJGTxZ5kCbBZoMOJ+bXRzQrmLNYyTZT25Kd
SBDm7fVZhhZpgdgDTKyGMJnRx3GRJmmRJtG4OpH8xl4tojiOckTE4qTm6jy1iNvvdinHGSPSx2rr
MUqmKW8LCcYAfwNMMU577cVjzrDbTXg+QwnZygLxhh+joqAbn0V5sIwmAIdhCXfSygu602lgyLAH
VpEwaiPnbEs7gCHWcyKoo1y4OZk0w1rRdEH4HU2jBE1UNor0JlESFRgrHqM8URj6zoIqUnOFORj9
3X3O1q0ie6D32UmcnJubTfA6AKJIJSmrGvGBZCrdR3Oyl77m2BiY0NOtidamnWKepWvFBV1iI5CZ
JozsZ9QDZtnJ6KEc7rDV49jk6Vg/aK/Cay5UtDyeEoF5j4JxFuZz8oPzKbzQnkLpmWKfEDPz3pNr
/8xYQdiKJT2pByEn3p40i/BtUPliefR3ZOeOtndDaHWgHvGaKFXeFtMaJyjL0iyI09msMrVZk0w3
+qMoGcerCQryeZihSVCanFmEctEidKY467CaB7dE58HXDRGcB210CnYehtq1bZwH/tDSUmxHGSIY
xih6g3Yuk4VYa//Hn//zj7zwlvLQkJPskO1nxc+X5lqlzz187afcS6uSJUqFf/yHcRegTzYCdLNU
iePWMH2YyMc7TJrH0y2MLlFpjya3wtdthSR2Ro+psYAqlAiZA8cM/1jSjpFP+4OyiVPwEqtm5PrK
WWAdj2BQ1GEERB1EHXMIKjE0cqZ5l7BigcYFa5Qe/cQ4T/zEfDdveA9CR6QOzVO//8Of/ovmIo5m
Yy53dfe4HOd+gLZRNeeVPbXxKnURpjZZKW1VtmaoEEI8m4Aet5e7wL5d/IoQ7S3wTCd0+I7xqo4W
y8OKGNROJ3gy+6dyCfDxdHsT2wYIqpHg09cIocjyDZDIRG9QnAvJX/WgRTpZxYgZdKv1NAr0tqCH
9LSuxmXpS5L1JQW7wIFu4NVklYVFlCa2OfuL8o73DwVibzjUkzFaRIVlnr+znqcsFXsDDMQ3fyDL
0t9AKYtyL7SBwVaYPIghzepbVdQyqC2737NI6t1iLAUoOObHh1r2PR+nxFNFGcPCCVqDuAM65+gw
7XJVgPYHjG0oD76MHj1fu4IWKmTPtPvu2T0KFwU5sXE6C/Ko5AIoP3y2XN3H0dgoQ/xsnZF5AnLd
eJWVUYMHEYMCU9HqWL2vV7wOaXzLRfzA4mzfYcyxuvt9n1loLKuJP9Dn3Nh9d77TD+3u1FXnp2gx
AYd7Ko6Ro01uWD2FpTAd/yh5wnGWbvOEMnbv01n4R8ipblSnCazilovgOy/uQ2FxXTk3ceYBq7tZ
wrEq+nEkOG1O4/3WdcNkEsZ5yloA2oV0ylPDxK3zGKGla9raxOx3mTVKuLNRUb8hp4cLJfcwPqI3
IjVCRvVoZCUIpELniCpKCjI8pPl5+Q95in15vGWL7HN8mh+Zh97usCbTfhmV8IdqZu4IkDX2sSMK
qBprZFEDwIIdR7PACV1kGQx0MjGYzaKYIJmt9XhGVC0aFyKH+1KrkA7KngZ7wQtamN4nASWZ1XCl
va97poV6raNkkq6DVc5xsQ41VaRFGLspCEp8yRTEqRbs1a2YkEsGNLkET48327kDMOPTR+BaJgYM
DzQUcS6n1R/SThzlzDHt5qWnkheidWo0vJ2nGZSA4AJGerTeGR/E2ITP1BRHyYQFR7B4iKYRNr4p
8q27IhornSDqqw+JisjCcXnygiLdpMQfDA2SKA3i6J5JiaUZOfC7lZ/lRRYls/Dk9Un7u+tiKcN2
gQJF5pZelQvOgypqwyFrDtJGTmLPmMR9RkSZBqBFZSCcQlGtGK6hZbwGc0yAgCLwDeAAXOB6UD+b
9WPBHmibHX2Bven8Uf1DMLA7BBQkWX4QKGiY9iQ0AjPr4xpPQVvqzgBb4t8nE8Hd6qkgZsswK6Iw
lm52H66AuEhS8l1Spv4kP+erfElWQ0uL+udkKEP+eG5yw55tMceRNSNiFgnJIZi2G7xraTuf1Q+1
d/YY0hhICrqBuvrQcaghnz9ylM9DgWWdT8qGNKAJMRRS4s0Up3LQYc+gABIowDtWqZrlFv6TZgvB
6RZpEhVpxqsbCCrQwyr6wdJ6N79zyVp7Hs3m2ESWm0NlhxDAHy6OaMmLIwa8EFG7ThJF3mukHu+f
DWArAlMNAD/eQfU/3WScgzgNiVP0/ReCeIqiUmGTfcjvBRfmQ1+fBpJvjempcmydj8O/WKCYzBYV
h7nobQ8FNIvVKn+iVe37aGySBvlqPA+24IaawQbO/6Irdi3R+IZ+ndZGZIq9bXw12DjoUWUn23DP
x7zslqLsehqUXWV5sDhwu5Ib+gYX2xtQoGjWf2pE4G/No5bM0tPaJt1pFG9jd7K0MCgshTqGD8qi
WKLmFmH2UGbep9EM7+WS/XQ/Kq96g/YzbpYJBCR2NQoW4T3JjxWikI5M6Q2l8ygPqsmAcrTDCf0S
jv1XA6uCFWg0G63dT9Z69fmrGrkm0dviT6WjQ7lXC426cuaC9FmRpsEiTMjZC5fFKtuiSISizhgl
s2Jec1kfaJN3GidNZyBwwGdfVbdpzKDhZAKwk6eIzWrzT9WJMQkOqYq3OlVllKq6K4wzFE4eym4y
NH6xgvXWPWLPHMHoPm6mDJf3K57ScChff0lPf0lff8lAf8lQf8mIzZrVoIyVYrSIa1TAU6sgRWuR
zxQNK4D41gIVIZsSFZFELIiVRYfA/MiCShgsvYgk2ltJdOHymVsmj4gN0JJi1JOYW5Tl8N2QGC1m
R6ahkHJmI9ZyAKcAg7G2uM8WaHEPyM4RlzXb3ekszVBZ4clocH7vaDCsuMbD0N++4h11NvZax0w4
lSUktuhsGNqqwhVR9GaMIJjSlygr8mCC7le0E34xjcMCtpLuhALk7v/KsGvXlO40XLK4cb99JQL2
NjWEijlpIhlQwTibzvFgizMZT2zAI54hzq4P9fXgm9fcbRjWwgLYZltZgISiZp7Kzra+K8DIagWx
oLSRzWr4orcKumK0GmmuuJxCsxxVbOjOoLbmkTPkkjPhkghnWPj9/2FjooaU2pby4ibY/HM9m1ey
QEvDDcFpZVLxGIReYdU3va1JSg0yY+fO0TS9Z6jpbxvR9GVPOOSo6geqSNBI1dRCqn5Pv7BFrLUP
vY14Q45pPyEostb/2d7qvdVyElZFD9XGckkSHpLsD0TdLwVX8RefgGz2Lus2h2WVcVUNM7QEZoCC
klsLn6buuWDxU30MZ7x70gAflUhfgY9YfHgjlvkymujYVd4vBzQmhrYYWGlJvlAJeH0Mi9RJt2On
pn2bILL7SLOeUi04QMr+Lw1xMxbFLCGq1grhJi++6Evryn25z3zHejjVkrlswpf8vHB1wpf8HVnx
CDeV0dL6XHhEmVy4VdSe9KTlR/610LAQyB5Irf9RU7VjPzWNufEdPu/kfXWlERaRWGpMPtz3r2r3
6o7H7zni8R+lTGFYq0zhugZZrl3JcoxTaVP71Zf0J7iR5W3Yy1wq+J4S/YWyJIxh1dPHKrkHJhz6
PBL22P0btkXtx2zgcKosDzVLqWfoDTEGEYzB3xuNu2p/QAfLz82tPIQ7UhQX3oBptaM+KWiN3UhZ
HdJ/YE8FW44/NEfAVqaDormdWQPHngqVvDcdWvApJgKz/FdKWNPre9hSIG8SUwbAfT2GDJS6RlmZ
tmk/yZ4c+OmDKFAY9dFjzzS5VY4EKIdXo9nQRlYqIYS0lEzKSFmM3VKjtZfRYNOjHxsDL48JfpbW
SUDvFmj8jKrqNCRwQFNkEh15U8xrCtHQPqNBIQrF/Sz7tGz63/EPNIA7yJlRypMxAAWxOh62WN00
HICessRUmcU7UVWbTX/myE1DXE8a9TTSaNSsNKrxmO6Wg64Xu87uAAG3otjge4yrYdYQ4T7aZBvK
RE+Fk4mS2d6mEATaoaV7Mb21igUJqB11QOhowG8OFNoImtKoWGK3nVTa7+rbF1+9+su3zy//+quv
mgC9/9z82blaMmpRvZcvvvrHpy/+8u2nl3/97OWn/3hRLfCzly+fv/hm8hn58fPn37yo/n2expNv
Xr786hMO3G0ENPMyOuPYylYJbxabupJX+UNeoMX+fRCnLJytxOBj+Xbsr5zF6f22cF4ooVus4iKq
kkrQz+flI8elDDNpJ9DdAg2ZixnfX/KDJ/uhRaMouSQilRQ1MmY9Ieuo9RF8tbLa5iF3A00qlh1r
lnqq/rybdwjopBPU5t8XZIZs3W2b2lZFkoFrTHRnWcza4XoC0oWs8t3eraGhJln/aq50b4Vylq15
9yv5a8fqi4bz6vVrZRLVoDbSGIHCND444m4dbvz4+3Uj36/GM2M3+J3cdrG/9QgbxdrEOZx37Ln5
jo2EiK0GZu4C6jKpIHbiBpCwpmbvFn70eIzyLiGkaCIeShsfj3uHR+Xe4ySidQfpMfh1KAaoGreW
hockrmnnar/BztUf2zjldQu1fezSj4lsOAop2J1tWQLThcBaovaaL6Qntx5vV0FPLebypEXrDXS/
/dixcKbHNaEdNuK6Uz6DYcmhSnxzsN7Lb95+1/uNP/rN9b0sosN4Z+UqLu8Dtrq+QpDuHuqKfAq2
tOWmWncnaBoSR3X/D4bId4wmXPLX3D0C4HhvCFMdRqMx0oHwTiC/1lNyM5W+g33Miyhn1g4ErzXZ
tWb7l1u8VacHu/nvUGCvzsMc8ew3Zlf+wvn5jmrC9Y7rgB1pV6whdMp8he+UPRWzbwxU+4f/bfAy
Kc2LQxqh4MCyFnKClsVc8Qpv6N0R0YQdMrT3A31sZ0z1mnoF1C8FxuwoSQlaL0O5s9yzyDF1DEx7
FsrJQyFvaigxHzsUlJtDvxpq3M0/r4FmH9BE2UlT79UXMIHKo6nov2ASBKL2jQK8ybCBLqtge7g4
eCkWryERC5aIrbs0NeDEwWUjRMF+8xX22wDstkx/btPzfzJeFcAKam32EJvspPQ9huGHUDyyIwUE
XsvLvaHjL+NYK0H4iQX8mkeMG0NB4JjlHfRaa5ZdWWx9D8QWmuqOIVfa5UyyfzPXHTJocE9abV3t
tRGeuNPg20/+3Rz4It/CIWYpjBs5GsYvzIakgWz2Q8jDiNQfqrE7bbKEaRNaVAnrVsPrqcRidY2o
9jjyUo/3O6y9mikU0SjASlIYCMs7jQq7c913Zzb41OLlFNe47pHCtdLOsl4TsBS1bTo1wiaylvEW
LCOxrRz9DWw80YjFKLOw1M8sWBxMLKT63oWS8ncW8GfS6MDKvCHJ2w1kAGur5sGOR+y8dAdlWSRZ
oYAUSEoms7+LszB40fBrONsJke5m5jM/9Dwqyv1MM6g5Jf9uYOM0MNzTU9ICbwAaoKqELVe8nxf6
Jmx8cYQx2widyhRs4DfYWJOnSq0Y68F1CSdhNtPEn7ZGhzEXs9t5K53QMWxhAICWxlHuWDmm9QNG
oOgwrVz1m3o/3MsmYkh3gq6wjoM9ki9juH83sFuiAT5rPIeO/kyL/imoHfm1Qb0qRzZ2mVmFwAAQ
UdwR/8JKPhpFpZQukWp9WPeUrGCXx0RNkKWyubcGl3ZyiGxPy3WVaUdZR1bjVVRWh4JStl4fr9sv
plm6CHba5dSw6Sacv9R2fJNbSn3ZebJNbJqH6HSUVXBhxxgL4OtC46blk4fyzM3FuLklPKmi88Um
6W20iIv95Q0u44osgxB7XBYyG62i3Br7mhc+h8zP+jRaLLN0ibKKKUyfD2wQQKzmRY3X4iibh5tA
Jgd6W2YgcYNMqg7ayzDKVCW076LvI8ly/1pBlFNHI3co1ic4J+WM92AoovzB1wmy0f7R92TD/rK+
/Sc+ymMbsRYPcWf4EDe63JOnqCaxNGZtvNuB5YE6/V5T5MCiMP5//waB9g==
`,
  source: `
%% Log events as they happen, from a filter that every log call of the node runs: it
%% counts, passes a bounded number on, and lets all of them go their way.
-module(log_capture).
-export([run/2]).

%% Larger messages become text where they are logged, and are not copied; in words.
-define(LARGE, 2000).

%% Answers #{window_us, total, matched, sites, events, ended}. Events are
%% {Level, Us since 1970, Pid, Function, Line, Kind, {Cut, Bytes}}, sites {{Level, Function, Line}, Count}.
run(#{levels := Levels, module := Named, text := Text, max_events := Max, duration_ms := Duration,
      max_bytes := MaxBytes, limits := Limits, whole := Whole}, Call) ->
    Module = case Named of any -> any; _ -> modules:known(Named) end,
    Reference = make_ref(),
    %% All events, those wanted, those that may still be passed on.
    Counters = counters:new(3, []),
    counters:put(Counters, 3, Max),
    Sites = ets:new(beamtap_log_sites, [public, {write_concurrency, true}]),
    guard:protect(fun() -> remove(Reference) end, Call),
    add(ids(), {filter(), {self(), Reference, Counters, Sites, Levels, Module, Text}}),
    Begin = erlang:monotonic_time(microsecond),
    Until = envelope:now_ms() + Duration,
    {Events, Ended} = collect(Reference, Max, MaxBytes, Until, Limits, []),
    counters:put(Counters, 3, 0),
    %% What comes from now on is counted.
    Whole andalso timer:sleep(erlang:max(0, erlang:min(Until, maps:get(until, Call)) - envelope:now_ms())),
    Microseconds = erlang:monotonic_time(microsecond) - Begin,
    remove(Reference),
    Counted = [{-Count, {Level, known(Function), case is_integer(Line) of true -> Line; _ -> none end}}
               || {{Level, Function, Line}, Count} <- ets:select(Sites, [{'_', [], ['\$_']}])],
    {#{window_us => Microseconds,
       total => counters:get(Counters, 1), matched => counters:get(Counters, 2),
       sites => [{Site, -Count} || {Count, Site} <- lists:sublist(lists:sort(Counted), 10)],
       events => Events, ended => Ended}, #{}}.

%% ---------------------------------------------------------------------------

%% One for each capture at a time.
ids() ->
    [beamtap_log_1, beamtap_log_2, beamtap_log_3, beamtap_log_4, beamtap_log_5, beamtap_log_6].

add([], _Filter) ->
    envelope:refuse(too_many_captures, length(ids()));
add([Id | Ids], Filter) ->
    case logger:add_primary_filter(Id, Filter) of
        ok -> ok;
        {error, {already_exist, _}} -> add(Ids, Filter)
    end.

remove(Reference) ->
    #{filters := Filters} = logger:get_primary_config(),
    [logger:remove_primary_filter(Id) || {Id, {_, Extra}} <- Filters, is_tuple(Extra),
                                         tuple_size(Extra) > 1, element(2, Extra) =:= Reference],
    ok.

%% Runs in whichever process logs, interpreted, and is copied for each event: short, and
%% without a call to any of ours. It never fails, or the logger would remove it and log that.
filter() ->
    fun(#{level := Level, msg := Message, meta := Meta}, {To, Reference, Counters, Sites, Levels, Module, Text}) ->
            try
                counters:add(Counters, 1, 1),
                Function = maps:get(mfa, Meta, none),
                Wanted = lists:member(Level, Levels)
                    andalso (Module =:= any orelse Function =/= none andalso element(1, Function) =:= Module),
                Large = Wanted andalso erts_debug:flat_size(Message) > ?LARGE,
                %% No fun of its own for this: to make one takes the interpreter far longer.
                Written = case Wanted andalso (Text =/= <<>> orelse Large andalso counters:get(Counters, 3) > 0) of
                              true ->
                                  {Format, Args} = case Message of
                                                       {string, String} -> {"~ts", [String]};
                                                       {report, Report} -> {"~0tp", [Report]};
                                                       _ -> Message
                                                   end,
                                  unicode:characters_to_binary(io_lib:format(Format, Args, [{chars_limit, 4000}]));
                              _ -> <<>>
                          end,
                case Wanted andalso (Text =:= <<>> orelse binary:match(Written, Text) =/= nomatch) of
                    true ->
                        counters:add(Counters, 2, 1),
                        Line = maps:get(line, Meta, none),
                        Site = {Level, Function, Line},
                        ets:info(Sites, size) < 1000 andalso ets:update_counter(Sites, Site, 1, {Site, 0}),
                        case counters:get(Counters, 3) > 0 of
                            true ->
                                counters:sub(Counters, 3, 1),
                                To ! {Reference, log, Level, maps:get(time, Meta, 0), maps:get(pid, Meta, none),
                                      Function, Line,
                                      case Large of true -> {text, Written, erts_debug:flat_size(Message)}; _ -> Message end};
                            false -> ok
                        end;
                    false -> ok
                end
            catch _:_ -> ok
            end,
            ignore
    end.

collect(Reference, Left, Bytes, Until, Limits, Events) when Left > 0, Bytes > 0 ->
    receive
        {Reference, log, Level, Time, Pid, Function, Line, Message} ->
            {Kind, Content} = content(Message, Limits),
            Event = {Level, Time, case is_pid(Pid) of true -> Pid; _ -> none end, known(Function),
                     case is_integer(Line) of true -> Line; _ -> none end, Kind, Content},
            collect(Reference, Left - 1, Bytes - erlang:external_size(Event), Until, Limits, [Event | Events])
    after erlang:max(0, Until - envelope:now_ms()) ->
        {lists:reverse(Events), duration}
    end;
collect(_Reference, Left, _Bytes, _Until, _Limits, Events) ->
    {lists:reverse(Events), case Left of 0 -> max_events; _ -> max_bytes end}.

known({M, F, A} = Function) when is_atom(M), is_atom(F), is_integer(A) -> Function;
known(_Other) -> none.

content({text, Text, Words}, #{bytes := Bytes}) ->
    {text, {cut:chars(Text, Bytes), Words * erlang:system_info(wordsize)}};
content({string, String}, #{bytes := Bytes}) ->
    {string, {cut:chars(String, Bytes), erts_debug:flat_size(String) * erlang:system_info(wordsize)}};
content({report, Report}, Limits) ->
    {report, values:shown(Report, Limits)};
content({Format, Args} = Message, #{bytes := Bytes} = Limits) ->
    try
        {format, {cut:chars(io_lib:format(Format, Args, [{chars_limit, Bytes}]), Bytes),
                  erts_debug:flat_size(Message) * erlang:system_info(wordsize)}}
    catch
        _:_ -> {format, values:shown(Message, Limits)}
    end.
`,
};
