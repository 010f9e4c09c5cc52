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
    "names",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
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
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:ref_to_list/1",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:all/0",
    "ets:info/1",
    "ets:info/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
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
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAKuZeNrlXUmT40gVrpK3rupldoYdhulhYHqGaXmrqgiG4AAHLsCBaOamUNlpW1my5JDkcVcf
OHPkZ3Hkb/AvSElecl9ld0Uwl2mXnfvb8r3vvVy0Np1ivYpBeBafnZ0NF61Na7ZOwrOFt+lN4nCd
g7z84nzR2XTrz/UvW+Uvvwuz8Gxz/vvDv71XfvlhGa7qn7UX7c076FMwi0A8DcDrcFKgzlubdlik
S9Sgl6ezIljmhy5ar/yXylaLMJsSrbxXY1WjywVA327SbEqO1lc1fLTK0nkGcmK4awhhucIL1Lo9
CeOYaPIENZmgFsEsDuflzzzsy4siQ6OB11GB/bFdZGsAUWedZVhMFlVvhzn62Ci88XogBkuQFLuh
elFSgDlArUMPPylYHyb+F+6Q3qu+/Ygt9YicHZtn6XoVIEqcgqzu1HoCbZsJtHMQz6BoO264bR4t
wzsQZGAmajaUcUOY5+mE6O/xJEXkGSXoYyaZpKqbCzQjkIFkAuglSJt11kkRxYjTvXRVbtQLigQl
LMp2JuQ20VYNuAu+yFfhJgnS1f6c1fIJbo+cu4El2+0oAhd9nui0DWmvw9CeXFTuKQWW/1WjpUlO
zjmOkjviG3rimKSK0iwq7rG/teJ0g/drvbIuszKPv7L6lL1NK4lQ59R5C/f8Cv8wgvbz7KnnuefI
R0qeCPM7kNGCUdqkfZtO72nKfqv8yihHtq9uHBYgLzgHhH9u4S1mYRSDKfaXZ0WYzUERFNESpOuy
r9YtkmWIH/d7DnVk1yrNUCdpfe4lQxN6t54XZY6cM5qUFvvo4KCsVWcWxjnWbN9bkiZAPe3OfI1M
ErqdxglO0/zAKlDOIO3tLhKcspN10oGeLPMgTYL6gA4U89URzQqCFivZpmtbkh0xwry96WZgmRaA
JGBkNYTJHCfHZZqkRZpEk4oi6YN9vIziOMoBEotTx9l5chG3P+1SjhNGpA/l1mOUzFLaFmKMAXoA
iDFOe+PFE8qw23X4aA4SdJQFoA0/QkXxBu5GebCKphwOgwLuxJUXb6TzQJNhD6wiYNRG6Gy7dxyG
2CyQoI5yZnDUaQaVoukC8TuYRQmYymwU4SBREhUQSpZRUhTk/c1gV4TmCkEYg9043U2ryO7xc7YS
J4/0zSb+PDibIpSkpGqEhy2T6T6ck730jmJjToeeak64Nu0UiyzdSH7QQzYC6mlKyH5CPUCSnbQW
ZTHCVo9DndWR96C9CnecKGt5PEUC8xYEkyzMF+gLayq8UFKhkKbIFUKi31v0228JKwgasaQnvEGI
N2+/NcvwdVDdxfLoDTC7jrZ3TXB1IG9xh5QqbYspjROQZWkWxOl8XpnapEmmav1xlEzi9RQE+SLM
wDQoTc4sAjlrEVrvOHlh1XdusZcHX9WEuTwovVP8y8NIObf68kATLS7FdjuDBMMERN+B3ZXJQKy1
//jtn/5GC28hD40oyc6z/Yz4+VJfqwyoxTuvci+tSpYoFf7xF2MvQJ/UArSequDi1vD+EJ6PB7w1
p9MthC6RaY8mj8JXHYXAd4a3cZhA5UrkmQPHdP8Y7h0hn/aEUvspaInl6Ll+bC2wjrdhPK/DmON1
YHXMwalE7JH1nvcQKxZgUpBG6dEpxrrjJ/qneUXfIFSb1MF56g9/+fufcS6i9mxCxa5uTstx9gS0
9apZz+ypya1S5WFqo5niVmVrDgrGxVM79Kiz3Dn2zfxXaNNec9Z0hrvviFvV0Xx5UOKD2ukET2T/
VFcCeDzd3sSxcQTVmLnTO7hQ9leGjtL+zymlcqPkkThaRoVRJLxdgNeFWQy8k24S8ipzpbyYbCLE
DBs6uD+EHJdhVxAU9JXH2wIFcbphTWxNR9GfMVTYFge/7Id5R3cYSmP4lN+U/CT0Tot8NGgRI+LT
wIGB32XW1BGt6UYScR7KFkXcey3n+Z6joEGMmBO02H4TrQaKbSbXOILCMG9LYlN7z33sE6H+ved9
qBU6vozKcEO1F7rN8Sm0vvn6G+GMMLf33oHPjXR7zwMsbiyIIBMabxfeEFA1eb0gQQaG5PG+Qfj7
5cGmIqMsQuYbSK5E9nP+QF+c3AgdMWN+WHKv03rKKGeRFmHMjyTFIJkXC07IQtVpryII4kKu6rYK
RCoD4Tm6/yeFutuHI2daSM5Q9MgIcF9fsnic3cCli4KHa5cvh4uVW39ZooWC23tkilmYy4/z+7wA
y33MFI+cPapwSNEboJzD44pWt7gl85PI18v/I+qg9Y6bpvGVysG3IiuBHapE5XSL8DamSNHoKD+0
lL7XlIFMxI0ajuP6uviK3jqJJukUYH/6ECnkDFn9IMuDIq0DL/eaaI0oDeLolnC8phkS6buZd/Mi
i5J5eHZ31v7Hy2IlQhBwKUZEeY/LCecBc2HycXISb7GnvcUDQkHqujlYLAOjFwfQcg4t7TnoR56Y
WJWvEXSi3CNDd5/pR/ps1pd4vikvpTsRDM2IAAO+iQkBAyAoKaERMMMAOqwCF2LWMK52DpIpYy/3
ZUCGVZgVURgLD3vAx9leJCn6W1I6mAVf5+t8hWaDSwt3OhmJ4suendwwZ1tIcaSjCWPg9h5xncPD
h+Yc9kn94Hyyx5DGHNezHXRgwCMHB/n8PUv5PGJY1ppS6q3hmhAjJvDSTAoUBVDzNNJsOGkex0qI
MDzCjxVHyO1umSZRkWa0uuEFpEiPpc8EDHnieNe/dWJEexHNF9BKljMEXMMlhHiwK44pN4TKXrk0
OuSY7y2NnBrDI/++kmsPSidcAskMBXMb24GTje+/nXUZUuFZ0tZ78wNLsOoIwoftGKBQBUMo8bAK
UVx9+1s932nK38wxdOHYQ7wouRfS7siNbfsqtvWaZ9sf6qNf+g+TGE8gsdhg5lBmDxv5xghOcndu
CSm8RZNhR7DY7jxLN8WCFL2iOKIiHDs6eRqyfwp66C4RhWb3wi2qElEOKFiCPK64V3NxwOohLKZx
qXMa3eRTaGV3l7VzdNR3Dq4qHZi4Z6NC/GDNRSJGL2Z7Hshl0iFsyw3K6kUzS6o/bb5hbWfpSkcF
t9xw89seNntLDuaa/oADy9S7xteXyg1jAZ5H3CiNObpYPg2fFLn/jYQe6BTJA8daOTD6uq5bCon1
rOKQIF+BSZCtE440N+zwfazDSbpcRTHgZaA2kVfVl2WDak22jYehsX4tUkT5OBqtJFBTbOTFLEuX
QamM+Umk7vctxllgR2uMwdDL17e7eXsWUC2uj8CnoYraV7/Bw1sisl+/A1kOLEcX7RC9RfrcJwNQ
CgtZbEm7rVGmx8I/xPFIXRsBuSrsHfFvgygwcyu9hkwZBcG6r5xZne/o8cRQurEGxM1jagaJbWXO
DlYobNKmtdLZPzIBYvAs4XcyMEc7Bcr80kqA7e1mSkIKy0BxkVJVV7xvtqTAbVTl5PK+2dkbfFDW
/Yrf6nKbUxOlCb/XO3C/ooIn+7alGi4Lo21hePT372YgnCJdnUzWWRlm4s/tvU0WFUD5s/YCRBm+
8SQBcZ0qEX9el9X2BsLt57hMhnsGaaCS0o91/ccVTIk1XNnhTRIfxBeCK+4FklOGp5TRSktmu4sc
H+pIZr7gpUDYIjyHM3Be+kCYsVKNpvBFU45yIy1BH6swTmylM0SBNeM6PG3d2gd9cfjY58aS9w6B
T0RngKwVNFRemopk+rnnkBhHOmW5gUicfpMSkRZrom8an0aDCXofaYdvjwmhEKKteHXwGqdRGdpL
UMOIR6O+LAcinE4l/VIE5Gwoy+BsWOSKZJ+WSa42vaAhP9tZb6eEwZGLrQVS3mqPhlCQF7hiUCFD
hTvxnCOqnNn0J5bcNIJu0qivkEbjZqWRwzJhE1wzUIVlHdb2UzUZmpYmc3IZvIlWm6jOWGkdBkdm
CvpHbfPLPVhCH7wVFONiiigymiDrSJxQLMoI6kOmOIzsHJuGcfUP5XBqYVclvCnRrDWKHd/VWVSj
WT2LxhdxugFZaYyLi3Q8Kf9fwvFFXjyhUuolaWWDGnj5PIX23ZPWKpry64yIysdhoP1yIeWC9hUH
eb96VmcfCBc+PFQTMqnKVlWmws/kNpyG2bxZgfgzpUDc+yGSNMjXk0Wwk9I4LBXang7jkx1Auf/b
aHU/10ekDKDQRMEouPqTmBJExSl9yC2NqJC8isF65WA8x2j/lGTxNEmLIOQQhW0tyqPN9MmOgPe+
F6sBPzGo2KLn3Y7DnIcRhA3ZHNe0L8nyuk8VbatT91gLpiPB77Agat9kbLc6JrhXH6tbfUxUAPbr
v0JhaYiXxEF0lXUOowIs6TOVtyiXJanQx7Z4tAqLqALnW2/PL/Rlrzozur2Iqkxg8+K6gXVZ7fYq
mtzZmHJ0Rj231nDjkNmq8r3GqvICrGyi1DTWgjZKvRcvZD+G9oInL5DVTnZnT5afKiuCCB0H1wwN
ERd4bJB/i74450Rv9tEpq/U8V7AZkausfmzFMVJ/A9XBPJuIIV44SYoeleD3r0R4KRIrV5LiHbhX
jtYEYMY3NvjKf9qal9aYG+yqs7sQ8ROusZtTBmaym2Djl+TRIRtFt1KY32ClsM9MHEuuKUu+Rk03
1h8zSzMQThb6qVu8i6zGkwNCH3TTKWVo6Ml2FnjXxL1bnr7VQHz/M8uqmX3KiTRqxNb3VbEFh5vW
L/VrafkstptVhrdnZ73/iBRl30SDGoJ/GpCDdcl8lQuHV9Xet1cjIsVuANVjr6pM+GEgTsh2c8Z8
rnFx5syGSNCSP75T2/WOZG7gM9IoPywpdtCHdu9+uCE63+K+qB8KaRA/q5ffZuf7FsO5T4wX5WAG
fYUVzLc+Lg8gMwdd+CvtVBzMotzFDA4WpdhIWxezayYWQ72B1+TjFq3mH6jUyEWz7PnXDcT/+HgT
5kWRD/4pfEnKrcIw6vv8y4N37gv6bc1TZ/MY2RWSjBWObiOBWGSRUfRp3Ji/pK7tqZaQ+hVCDt5B
o5dzGTfkQNli5/bjPTS03SRnu+QL0yCRJ1VuN/g1fk+vv6PzlMjkGxmufGy/tBdm7z5QNXdVeWa8
TFSqnizX3+0gPb9UoslYkKbRAF/pY3lGgiBLSZcqBOdI8oCCrvyMEgVK/oZft2ag9WrjM9R/gL2j
K5LJTyi6sbCHOrM0nsYUTkRDc+u85SOKUjkYwr9hSKSrQSKymtKVJONgSBzgLtxowZiNFuhETnhE
1NdSRVg1NOY9rGafIDN4WYyNJyifFuvlkzBJqos88RqCZj1fLNNZPgy7XbunYY9We5N+YuvcCc7n
W4GLldamxrtAijcgGrHjfElKET/cfnO8cHtfbjUM7QXc1wYpIi+Zugjq2h3mCo68IPyL+wqJ2xsL
ymdItJLfjmLL2D47T2MsBCArvRyTJt+QIbNxHJ0p3XC12hbpPHc3/17q63axq11Wk8Aob1H+0Ja9
HUDXhzuGE3obIDf3P/Od8CRWU+5j5Z35xweMJtIYeREl830sVeFvcgJvcnNz3fF5n5uU2oLw/wST
LEmfN8Ianx+pzJoiwnFMVSIvYK5XjWzgYrPbWz44voH//Ngx9b49yoMUUexel28W8NKmHGumGAbp
+00VpvTt8/EE5HkKt9eAAQwcP8enJbSSTwRLFaKBcavW0ZLqW9Yp9Y0KcQ6g+0wH+jMdkwyrmOmY
NrOazyy9UmS26tdzZ1DF6icYdvhYvCqqLPQ64qXzb+to6wf2dTMocOSvcP/sUrdcI8yNJqddQQnM
inzztGUGwnRL6WMvhE+2DqFAkd13JU7pl+dhtmly6FrwUa2WNTEcIzIedWVm6eyx2OK4i8GDDGzY
T8nCmF8Tjxrw3eWC5A3diXHIslywwnnfh9prwJSnoCqTDjOxPvGu0Pk1lr1eloURBf265hDL/tM1
FTyTgc+qyyUz92v11MVlazClJbJUsbdIgjDJ0c2L+KkB2dNx4L59csDhkTj8BURxwOdkoeK+Rqh4
qA4VD7mh4nOHXCr8kUHO6VNPSVoHiHznAJEmH1IFHQ7Eqfmcq3tA8FN9YOzAYFa2N0/urd7+cjkw
ANf5rmA4BXqc4yw8WpTDfCWIqYowis1NON6zVzoIpJY2i1wzQRtNA4cC3PjcFDDy983PiaNLhzrz
MlCeQwN545sIH6cKW4wnbAwVpWJ3WqQXJtMwztODWvntaVwKY9IjTOzDTvioL3y1DnhrCQsipE5f
nta+C9bT4FxK9UrdBmQNygGEzbkgKbOCitSwTwbpuhCpPCz7AxtawdW2Qkr15CA/wrNbuxRLRL+I
6LTtAjl/xfUNPug9t3Awj08z04EbdYgL2nvS59saCLINrO//jydpmk2jJCzSzMiPd4mh/ISqxpfp
VPskPrErHA/48q2pdhwld/xaTbrRYVLOakd5uaJ6KIA2GRk1EPLTJLvrRLRaKSpKNoH2tHywk3au
Hee9u1acbmAT5Wu7+jfwsd77KE/3QNd9dWPb8q4i7CwlXrDl/BdqPbh0bq1x+hqPrXYaLXOqAwHU
JkmML6UvUZ8UpHgw82GjuCh+cHt4xOC2acZ8X5Yxj4czAJXNLqh5eTCc43W+IN734W120yDYwem8
GWyZYokF8tZcDzVW6H/wb9k9
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
    {Keys, Words, Took} = measured(Sort, Tables, WindowMs, Call),
    Known = bulk:select(lists:zip3(Keys, Tables, Words),
                        [{{'\$1', '_', '\$2'}, [{is_integer, '\$2'}, {'=/=', '\$1', undefined}], ['\$_']}]),
    Rows = [{Table, Key, facts(Table)} || {Key, Table, _} <- first(Sort, Known, Limit)],
    {#{total => length(All), matched => length(Tables),
       silent => length(bulk:select(lists:zip(Words, Tables), [{{silent, '_'}, [], [true]}])),
       word_bytes => erlang:system_info(wordsize),
       total_words => lists:sum(bulk:select(lists:zip(Words, Tables),
                                            [{{'\$1', '_'}, [{is_integer, '\$1'}], ['\$1']}])),
       window_ms => Took,
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

%% {Keys to sort by, words of memory, ms between two samples}, in the order of Tables.
measured(growth, Tables, WindowMs, Call) ->
    Start = envelope:now_ms(),
    Before = info(memory, Tables, Call),
    receive after WindowMs -> ok end,
    Words = info(memory, Tables, Call),
    Growth = bulk:select(lists:zip(Before, Words),
                         [{{'\$1', '\$2'}, [{is_integer, '\$1'}, {is_integer, '\$2'}], [{'-', '\$2', '\$1'}]},
                          {'_', [], [undefined]}]),
    {Growth, Words, envelope:now_ms() - Start};
measured(memory, Tables, _WindowMs, Call) ->
    Words = info(memory, Tables, Call),
    {Words, Words, 0};
measured(Sort, Tables, _WindowMs, Call) ->
    {info(Sort, Tables, Call), info(memory, Tables, Call), 0}.

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
