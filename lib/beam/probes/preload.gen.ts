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
g1AAADs+eNrNG01z4zQ0tZ2k2XZZYGE4c2aY2TRNl71xgAMXuDBlbx7VVmKpjuSRlKblwJmfjRzH
iSRLtmMny/a0jvSe3veXtIm/GYp1lkIwSAeDwdvE3/iLNQGDxNuMoxSsOeT5wkUy3IyK72Knn+98
AgwMNhc/H/7t3U/zjxXIim1BEmzeyK9wgWAah/AZREIi9zcBEHQlAcacLkS44gcU/v30XSNUAlis
QXn3d01ArxIoVzeUxfppN02AlxmjSwa5dtxPGOOcw4mEDiKQphrItQSJJES4SMEy3+YpixPB5Gnw
GQnlx0CwNcQS2XAFRJRssR1onCqn2M4bwxSuIBHlUWNEBFxCCQ08VVO4UKb6i/VI7/6m+4l+84kW
iS0ZXWehtMQYsgJpZwKCLgQEHKYL7BLHByvM5Qo8wpDBhQvsts4bAOc00vBdRVSaJyLyk9UQ2YRm
IimCDJIImizUgg3XRKBUerpHs1xQPxgmWOOiVWROb3OJamZleMIzsCEhzfZ6bo5PeKdyqwBztyst
Qg19nkvbR9resGJ79aFybyk4/9ueRgnXaU4RedRWTMKVSIUoQ+JF+c1P6UbF25mzUYUzz85ZoWVv
4xMkkRv6dsr8vfoxx93pHDfTuffIy0afAPwRMjMw1oIEDzR+MS37f/XXSnKs4hqlQEAuLApSv30V
YgFQCmPlly8EYEsoQoFWkK5zXP6DjGXSH/cyx21iV0aZREILvecOreXdgi6jHLmoZFIz7EvF4Tqo
4QKkXAHbYyOUwGayh8u1LElMuBYajCk/uAqud5BgJ0XNU8pYV3vQ9YqHlISFgg4W8+MZywrNFrex
rW1tqSOqBPNgM2JwRQXUDVhWDYAsVXNcUUIFJSjaWqSp2KsVSlPEoQyLcU/qvPoQt9d2Hse1InKK
66tHRBbUrIUqxYB5AFYcJ9h4aWQUdiXCyyUkUpUCmoWflqJsB48QDzMUWzwMO7xTTV62ky7Clg57
cBWHo57EznayszjEJpGBGvHK4RIpw42haSL9HS4QgXFdjeI8BBEkMK5hI7cobPvtCKk4yxXNMGbl
OaONL9iLqudO4eSyfdlkp8MiFGck1VMjPoisLvepnuzRR8ONLQi9JprUbDoUCaObmg1jWSNITLEW
+7X0gHV3asVUhxN2eRy34U7vg/YpvCeh1crjtQyYDzCMGOCJXOhshZNGK3TalM4h1vA+yL0ftSoI
H+WSnrODcAtvL5oVeA63vRhHf8Pj2tGgBFHTQT3Eo0yqZi3WWJxAxigLU7pcbkttvSRrgv4OkShd
xzDkCWAwDvOSkyHIqxVhZ4nrDWv74Va1eZg2gVSah8bplL15mDfSVjQPptGqUayUjAwMEURPsGyZ
jghrwa8ff/vTDN5OH5obkd1W+x3lz6/aZ5WZwXxvLvfRKneJPOGfn5nuAfS6CKAFqY7G7cTy0SYf
n7FoPl1u0XJJXfY4pSqmTapwzM5UmB4EbEeJtnLgnOOfI2Wnxae9oRRzCjNi9ZxcX3UOWOcTmG3q
cGeZOlRzzGGopMmos8zH0hUFjIRelJ7dYjojvm6vzfdmB9EkpKHqU7/88dfvqhcZMouMu6sPn9bj
uhvQbqrWmbLXx3SVTROmQFKqVpX+EorKiKcY6Bm6LAf7x82vpNCeLTwN1PGd1lWdbZaHa2ZQZU7w
XPXPtiXA58vtp1CbJVDdVXr6E4xQZkbiLDbb78Om3YZ3neX8RfOlaWF2PqGigzm/XtF4nULZ5oEY
WmeHzaqMaAyV728h4WsGwwIzd6GeVsfq1qlmCslSJHbwQ+N+4kHatO2Ae7wmyOD/G2kzTMZMyHgo
aNH5vrQclyMapuhBq3wpk2ZYUj7igiGyBIPHQfDPO5G5RrjlQLbV/eRVTrDUE1ohYYj4MNh1i9g7
ztH2jXrbPFMdJleMYYY70uC3pqF9618ZFkxbdP1GfrrtX7S+qUSOoJ3p63QYZWJ/I7g9zgiUm0e3
ISgT4EZLOMk0eYZ7cKFG1873aAGHJK7U5Td1k+QMMIFA6lT2zP7QYUKo/I3kFb5jma95JqlRo0V/
O5m7Bnxet7hxvNtiS11w8Un6jrm1Or/93KrzqZ4femv2HNHYUvt3m93ObObQIz5/2TE+zysu29lS
CtFYS4h5pfM9zRtU44bQa/HO0fLO7lwv0o5U4VcNKrSiW1GCBGVmurFNBG5wnfzs0brE3/llWpCg
ZYLbxPL2V/cmkVcgy1IUAYEosT+u29bUtpVLmQllTS24exU+ySRnW73OV3P1MeLYsYVP5Rbrqg8d
x07yI2uoWiDZxYCVnSPZ+tqF8EouhByyJ8jsQkIE2gkt+wjb2utiLSwai9otGYNC2oZtyzBF3MHt
aHdlaGWpWAtpmtlZ2o4FrHadv1l1yT9/Cx45OZ7I1cxNr8fsegmcx+26MDuHfJ1JlSFO7RLw+YuD
wbKTtFrubjFc59eD2su0dq4ZtL0xv3HnvKk1Ae7nXt+7Zk1jJkMo4Hk21S8tvR7j1KKTq42eqsZI
bu1py5bh5GSccKz7pnXOOWfd52wRba+nT26jdS2q4+WbzUanNc2SD+K4Bq9hQN15bNGDzw9Gq7uP
f8wNn8nQrf2OrJ2kPJcDTHZ3QTDG5yur6p9FVkrZW0OYdU8By1DV202/7uhNc9wvGt00RKO700aj
HmyevqeYH0b3ba9Epie8Enl7jCz6tgbTFoP5XY2mIJI1HwRR0r5Fsr0raPG22hk2T926yaOjHRUq
ai0D1bdJ6n+IOb/izfSETac41z2G+V7soleUmXaqeao5U3tO8/bfFo9cGi4087//ACJ9FtQ=
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
    [application, code, erl_bits, erl_eval, erl_internal, erl_lint, ets, eval_bits, filename, gen,
     gen_server, inet, io_lib, io_lib_format, io_lib_pretty, lists, logger, logger_olp, maps, ordsets,
     proc_lib, proplists, re, sets, string, supervisor, sys, unicode, unicode_util].
`,
};
