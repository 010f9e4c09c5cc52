// Made by scripts/gen_probes from log_config.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What log_config.erl becomes on its way to a node. */
export const log_config: CompiledProbe = {
  name: "log_config",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:fun_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
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
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:get_config/0",
    "logger_olp:get_ref/1",
    "logger_olp:info/1",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:keys/1",
    "maps:to_list/1",
    "maps:with/2",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAALZaeNrVPUmb48Z101y7Z0Yz1ki2lDhxrESJY8vLgGv3If5ySA6+JJd8E9/woYEiCTQI0ADY
nNbB5/yM/L3cc/IpBYAEa3m1AmxPdNE0gSpUvXr7Vpv+YVjsdzHyXsQvXryYb/qH/mqfeC82vcPY
j719jvLywdVmeBjVf9dv9ss3H73Me3G4+ufzv3sfnPKPrberXxtsBoe3+C93FaI4cNFHzy/w5P3D
wCvSLR4wztNV4W7z8xT9D8575aiNlwXUqN6HhWrQyw3CTw9pFtBfm6gGXu+ydJ2hnPrcbRRF5Q5v
8OiB78UxNeQ1HuLjEe4q9tblaz3i4U2R4a+hj2FB/Dgosj2K8GTDrVf4m2q28xod4ivQ98YoRluU
FKdPjcOkQGuER3s98qSi+jDJX8BP9j5M7L/YV38RgNg6S/c7F2NigLJ6UusFDGwWMMhRvIpE4LgD
x1xvvQfkZmglGjaTUYOX56lPzffKTzF6hgn+M5MsUjXNDV4RylDiI3YL0mHDfVKEMab0XrorAfUd
g4ISEuUnE1KbCFRTcMM3+c47JG66a85ZzZ+i45GDACzJ7oQRJOvriU7bEPeGHO7JWWWDKVH5X/W1
NMnpNcdh8kA9YRdOcKowzcLiifitH6cHcl7rnY24nfXgndWn3Dv0kxBPzpy3EOZL8o95ZL/OsXqd
DUVeK2nCyx9QxjJG6ZDBfRo8sZj9Z6VXTjjyc41ir0B5ARwQ+XefHLHywhgFxC9vCi9bo8Itwi1K
9+Vc/XvMyzA9NjCPdHjXLs3wJGl97iVBU3K3XhejjlxxkpRl+/jgItmo4cqLc2JYM1uSJki97OF6
j1USdpzGCQZpfiaVSE4ggyMUKUo58Trph15vczdN3PqAzhjzqwuqFRQuVrxNV7ekJ+KY+eAwytA2
LRCNwFhr8JI1iY7bNEmLNAn9CiPZg321DeM4zBFmi0HL1fXkLK457ZKPU0qkE8m1xzBZpawuxCkD
7AcignAGh17sM4rdacLrNUrwURaIVfwoEQV9eBTm7i4MAAqLBNRJCi/oS1euJsGeSUVAqJ3g2RF2
AEEcNphRhzn3cTxpFilZ0w2md7QKExTIdBThR8IkLKJIso0SoyLoNwOoCNUVCjGmp++MDv0ieyLP
2YqdXOurTfA6AKAIOSktGqMzyGSyj6TkXvrAkDEwYU+1JlKaDotNlh4kL4yxjoBnCijeT4mHiCYn
rU1ZfOEoxyOd3dF2UCPCWy6U1zw+wwzzHrl+5uUb/MAaC2+UWCjEKXqHETXvPX7395QWFBmRZE9o
QYiB14Bm6310K1ssD79HZubo4DSEFAfyEQ9YqLK6mFI5QVmWZm6crteVqk2rZKrRX4WJH+8D5OYb
L0OBW6qcWYhyXiO0hjhtsOo7t3jjwVEN4YwHpXcKNh7myrXVxgOLtCQXO0EGMwYfhY/oZDIZsLXB
v/7+d//BMm8hDc0Zzg7pfkb0/FJfqkyZzbfeZcOtSpIoBf7lN2PPQF/XDLReqsBw6xg+lOfjEwbN
88kWSpbIpEeXR+GojkLgOyPHtFhA5UqE1IFLun8MYUfxpwZRaj8Fy7Faeq5fWTOsywEM8josAK8D
L2POTiUKRtYwH2NSLJBf0ErpxTHGeuLX+qe5ZC0IFZCGJE39y7//57+RVMTAzGdiV3fPS3H2CHT0
qlmv7DMTq1LlYRrglZJaZX+NCs7FUzv0mLM8OfbN/FcYaB+BPb0g3XeUVXUxX14k8UGdZEJPpP9U
JkF0OdnexbEBjGrB2fQtXCiNyaDG+DjchoXIrm8svoHIJukrQ+e7LNx62ROLOvII+MZLghhluSSs
wY/6bJsG+xi5MXpEcS4RVyA9cObgyzK24KfJKlwL4+TvlfNiAOcFZRzmWIyfzubkLdUz8ycN5yR9
qYKTUR59LwxovUrm9JKEqWGP7xXn8RXssZIepA/WGKLjfH9f/sZMTKt6leSGVmEQm6sQqxu+XU9F
W8OKz79ZhXGBMjdAK28fF52sg53TaEHjenBuz2vf6OvO6uVcb1HhBV7htcUgAKXniiDG3Pg0Bg/o
KdcLNYkOsg9unnV8Nv5T8GzC3C3/yVlZ84h2KXo/UcKfY780qYGBnRgl62LDfX0RtT9De7YslMpL
dVyWlFz2+59GDRJa09ZbfdqC5YpIGtxpQCF9xOpl6rVQpX+gr0rfcSFOeeoBisOPYWa/tM9V6ivl
eO84EOboBqjH+yT00wARP32JxXeG1QCMnm6R1p7rJ81wd5i6cXhPea7SDGsEp5WP8iILk7X34uHF
4I/vi50oBHsKqGrlF70qF5y7nI7qEOk+EhD3tEE8NdSaweyLCIiFTiPLNfS116Dvuuec/Y6G156x
L2ftnU7vOPoZ6KG+WF2ddoEEMzMkIDKHxIhARHCVmNBJNHgatdgFmVlhnQczyFEScH61iSwSvPOy
IvRi4WFP4UTFmyTFvyWlh07wON/nO7waklu0x5O5yOTq2fENc7KNGIps6VAz8BvOQe/a7FPzrjm0
fGh9spfgxoDvzi72OoXQoQV//sKSP885krXGlBo0oAox5zzX3dSQMBk+PY06BSBP/lIZ5YZH+KXi
CMHptmkSFmnGihvIoz+JZPCDufVpfuvM8sEmXG8iHV5ukdGi4Yub2p/HD02MsQh2NkjWJXnIJD1e
2q7W8VU0fiOYYTOYbOi4mHaa6STiAnM4WdwR5uEZaGSj2ucMZR2KY+VliiyeFASHhlFyJUiNbZxH
Ro7S0rPchXeS8VBrmPa1C6qbGM1xLqMFtHQR96UuYocc4dVBrmfxGPf1PMYOXQW0/rQcyOrDu6k9
GnhFF6Ru4iN6YZ8qYh4BaTCaNGxYWPIqQHlRVgSGaWJ/Lj/SP5e52puYowIvaZ3rCOkJrR4aitJJ
Wy80Fd0zo7ZxUbrYcsvRg0NYO5JbKP5fadfYVAGCqMkMGKUZqlNnDST1ApbsL8OyDqVaEjCkG4/q
HBCuQ2klrkpffV2Hj12sK398MqqyoEZGkQ6OL+yP+Gt9G/oWTM/lYgT63g9GnCutXUAC30Yc64DO
bKkHRSpUbMoq2OHq6m24jKkaLK7nNuUDN6ss3Qr4iBGm/IUyD4aJkpYbsY78cyBcRnoZCC36Bvyl
0khuGYL7sUGin6k+JkhymCmqvzo6GCpb+Op/u45d/hUHuKEwp9YwH6c7mNLKpR6ArbiJY6GH9L8P
d/KS90n72sWT+O99951xLtM8OvlVBTHnGehEIgws9tF1ke0TH88De5/2hV+W/IAP39VRezctdm4d
D8nB9744vpd7eSx98U3+lPhusclQvknjAHzn8yDM/bKvjPy1n3KvuTuUhWkQ+q6/Qf4DOOprLz54
T7mLHr14j2HiblGee2uUkwFYrWQWI8L9a329f9ZSfZybq49zqXrVfPHe8x/KoBGXITEQw2x6SZg1
GH5cWS72iZ0FP8uShakdHWVLWe//JyY2vCJRxeHiImRmr6Er0YxDDnQrNyfi2I0DBnKa/OtvRDnP
Y0w/yMtLVZkunuu1SOuvHcvSKACp3CalXyPWDH13vowOywveacdOLhm/FKY6QF18OsdRWaqFoAMD
hKOOJOjf94JAMi+DQPZ71MglmZ+RliafvkmlGbuhGVyrpQepnogAbo41SaUCerHwoLw9BxeSnbFC
VtKS4sSqWpPp31hS0zxqx40mCm606JYbtdimSbKLKjdUHHl6hcUn/oRfOoxBEcrF0QQ4JIj2gz87
pBrL6h+aNUjmmU3XeJ9EjxxljxCFtsjq7GT0iuvJlnhb+MnQq8LkZPhUry3GnIl3aqPEQhxcEKDb
QDm3fgBlsArZqFxrIvupGZHR3o9faoDOYHvF0w4BIlZCgVIFVjzsTfl/Og9YXFS3L1a3F9mnyAob
BegxJPOcmDhY1TDgpAC8wn+5x+OtvkJkIx8nOoyPEcvmHwYYP2U/3EnbJ9hpgJkAcv8QowR+J8jS
neKdl6t4n2/Ez9/d77O8qLOqXZR49wKe80PyvbKti5/uEzjV8ivy1UOYBOmhaoIGvvzlqTqg6v8g
W8E7+k3hjn5Ev7dF27r7DPTuj+l3M5QXXla43uoU92UHvC63nmAyeSpQLn2j5EzwG19Xj8rjzdAO
eUXlosgevZjuxXe5QgGmw5ghf/xGw5HdyOiGMvs8ZXbDhxoSrjZ4GNUDIwUjuHJ5HtDNCh3dFRLJ
a1rWuSTrexqZtHSjAimyXpa1HJf1kesCURcaJcawBtiIB0y1xR4mth/4+yzDp9mopbD79egRdf+w
R/uyak3ATDMU7KtZcoFDumqyCD16m6F1mGM6R4FbqW+EzgqHskgJOlImOx1BQKDIt8pmsdcNTMhh
yo6x460XxvfpR2rUTNmTmYAdOXCuTqM6dq4Uagd14Rw160KZSFIr0eSYpSyCbOoW/T7cnZIw+jYZ
iLzLQNlZcGbP0/9W3+3a5FTCNMlZVcCDvujBQPRgKHowEj0YUz2gLcHyd1ahRxYkrAUmZOrfOkxs
VVkfd6U/3SSKGJDYrQ8KfnawTki6EOttvsDYeu09gVMhzR1lUV8oi4jm18/QyrgmcHmGi/UyvrVs
geoYVQt3kQ7w9/orXfAxZslKF2xnJ0t/mW0LjpNAEtVVdGX5t9P+/8E0QGfULt2qGAYSyC+PiXRp
vKObGNf+OtsJxmUbmAyt4PCgUY93/b2SxX/7/An8kuAQqPx9iw+O98lDkh4SI01/qMVqlypjtW9W
bjFRJGRH2l35pbUP8JpuTZPEZYYdwEAiUdNoMoHWfCuAM30K/7wUXOJhXfZztiHAbnu17dnxR0l7
R/5VXkZZpo8B3afpjymEEpz4NCh9fvCTMBC4z97WXrltvj667i5VOieHWR9RdtIox6LG5+ttPN8t
vHsjNVUYikXJI9jbiy6hJtRRgUJLKqy8ZtomwKYXep9EYH99m4bdVKin25LZ+Zl763bsczrs2Pcz
k+hN28pXx6qGcpVmyPM3+hXAUNtbjas/hNkUXVcm40/7RDj3NDWVmCKvAu7AVv+ZZffaCevOuGCb
HvF9Fc/QtKd2fpOYmcehj8DmHFTLTyC82pOi51RlqtxgU4Vce0c1qs/RHnsCR5tNbtuobhyAE+y7
SBJpsxl7Iaa6G0dlM4N5HUDkm6EhlSbNQ+6rGvFK8sHCqCxvXDdmsyKQ8yme9jdGzQSi51X2+EqE
pNgAgBZpWfDvE8HvU8HvM8Hvc8HvC8HvSyuVeahXdyg0jR0zWb+gu/PZI9Y/qn3fBpe5hAXaGl1L
ONiF/oONHGa42q1KUGgYKW8quLv5Dvlutk8sm0qCVTgTrq2p0creESvz0+0ujBEnPJfHFuCK23YK
tOsgTrWAyoEkLyvjmuebDox5liuvga8yieHIwlx6wVZ77XBq3TSMuqTXpMEUeCUu29PUkaUR2FsI
Yk8eKcwFPd7L6C/kuNOX/NCtPvq3QNAtqWea14ed8dcLmWvNZpGoAe8I8xbBbo2vE25eCsqmcmwu
8GV6Mj3/bb9N4wDVcj/bhglxE1knzU+aKTmqovNCvf+J7BpV9a2qiAQNAYedVgM5GmU42ig5jfSN
vk5XCFEy0TDS9ZL8gLLnuEBjduELNPpdXaBBAChAjKtModEPq1RUKjkdAraQPvr6GcdKOcrnS40P
Xlgag8rrKIgggsjoe7lGiZuj7JG9gA9MYDbWJEdbtL1HumAfxGm6g/OHyyfuJsRzJWWpNJF++v8F
0jzh3Zz3I0gXp4PPBsUvkSimeyl/Icuzr/6sHPFUekdVPHzxXxp3tinYS/fB5ZlZy3Qjfvtz/aSw
qTiUJ5XljOusdfKTng9iKfQjTORZudNO9KnBBsOYW5x5cOQO0CXu5KF7wc32faXVzC5Z7dYowSQx
3IAk3Z1XhFWXX2uM/YWRj9A6gWlYcnrEFAvDQHfsN/OdZU7m7XOl6xFv/8n+Q7/UPzPBXUYdqJa/
Mkn26tK13O++wZPy5Kxn/rW6gNoi9UogbQ17AekaJlXt4plCfsHmZRNWy7Okuk4k2DSUizdeWvY/
OHfUX0t1WoT8G7K8FELxTTPS9YM/PBe1UsDPJtRfM1WJjLCKWq/g95Zpn0NlvJgk8GAb4mG/469b
m3OC4EIMX0urYrdrCXg7rOgBOIk17Danf/UMArRL0JDT3Eop01b7IO4NYQy8Dmn9vFCHgZPtsoGr
nO8iM1zom6cB1W3lrFHoN7opBkdAUXLm7X93p2Li+acXaAb53sTEgwuQqo2KipP+JHpwBUuvGST1
2+Xxq4SxOstnSWb5NOG+3/6T7GZp3hV5xnpehEyfRXOdRMIbXReforppIg/BJpYAXydMI+KfNCgY
DBbpil+CHu7jDMLuk5fN77oEyCS+km6TbIwSLXgb3FGW8+a+lySVokoFKpQVx2GMiDRy5Wd4+Xxy
n7aAlsHd0+dt6kfNT5s0uXkavMAsgk5T6V/6/OilRbmrXr0U5ProcA7FcBf5dNt1bWZi1BDgBy2V
jns9y2+rFG+iq2sIpW1zGe8w7QkyyRVzhC1UDQHq6Keczrj20dptkR1o78K358BFjK3ALmjTuTRT
wj8FmOutVHb9xaVWOm2HHfL8IPGtcR1EUmYCJWIqUhuO6mVndtA8ElwcZneH4TnswLZUlxcxs/EN
pbjkYijLCNLB21k7E5P+FmrT5w4yfa5+y95DTapT8ghaC0NjasUHZIbzLWygLfm7KuZCy+lTvolh
pt/wdC7wIZZ4qSrdnBteHwS56sOEt4rfcxnefPhyCnAR4EowJoNNZNK9ZvDGouhtuErjIDbvhqPD
w0snU9Stj3TOochIA0U4t+BMbAA7TNnZpKOEcvruiEmkbVrzSDRp53e9wH33iutYnbbt66WN2SWa
h/lnscgrvDAW5z0fm1pB3mrrrvQtOnQO90kRxqLaNyij0blgRmNXhpUiLEM0Az8nLVoVRRsW7E6A
+84v66jnu7wLjODn0FOmXPFw5z3tl4qe+vr5jVxpk9Kp1JQ2sQ09DC+Ynanb69AdHCUhL0GzED2D
WDsXTb7NqTkfvQnw+sLynh9zTrqMJDUW57PhwujddQMcgB0YeT3w9dENWLUbF7JKBqmnkX4HeK4l
98iCjmrWqdmxlAnBLw1bZZ2q1cTGjD4BA7b0xMaZfCfSQXnNyjFZGICW5YYVGvEk0t4DFPERXlso
JCZe0RwJY8ILs4qp20iUvcNlE8xlFWx1LTa39lv10unFgqJxIdQmAM86+aoB2nPJo/aRdC6yAdw0
113XuIlJOFbtf5mp/S8z0P8iIUdtiAlOn73D09bqclpbXZp0yFwlA4R9ZPZsF1b2e6tMeuWqouj/
AOwYV60=
`,
  source: `
%% How a node logs: levels, handlers, filters, and whether a handler is overloaded.
%% Of the configuration of a handler only what is known to hold no secrets.
-module(log_config).
-export([run/2]).

%% Read from tables; only handlers whose process is idle are asked for their state.
run(#{limit := Limit}, Call) ->
    #{primary := Primary, handlers := Handlers, module_levels := Levels} = logger:get_config(),
    Sorted = lists:sort([{Id, Handler} || #{id := Id} = Handler <- Handlers]),
    Shown = [Handler || {_, Handler} <- lists:sublist(Sorted, Limit)],
    {#{level => maps:get(level, Primary),
       filter_default => maps:get(filter_default, Primary),
       filters => filters(Primary),
       metadata => lists:sublist([Key || Key <- maps:keys(maps:get(metadata, Primary, #{})),
                                         is_atom(Key)], 30),
       module_levels => {length(Levels), lists:sublist(lists:sort(Levels), Limit)},
       handlers => {length(Handlers), [handler(Handler) || Handler <- Shown]},
       overload => overloads(Shown, Call),
       elixir => elixir()}, #{}}.

%% ---------------------------------------------------------------------------

filters(Config) ->
    [{Id, called(Function)}
     || {Id, {Function, _}} <- lists:sublist(maps:get(filters, Config, []), 20), is_atom(Id)].

called(Function) when is_function(Function) ->
    [Module, Name, Arity] = [element(2, erlang:fun_info(Function, Item)) || Item <- [module, name, arity]],
    {Module, Name, Arity};
called(_Other) ->
    none.

handler(Config) ->
    Own = case Config of #{config := Map} when is_map(Map) -> Map; _ -> #{} end,
    #{id => maps:get(id, Config), module => maps:get(module, Config),
      level => maps:get(level, Config, all),
      filter_default => maps:get(filter_default, Config, log),
      filters => filters(Config),
      formatter => case Config of #{formatter := {Module, _}} -> Module; _ -> none end,
      destination => destination(Own),
      settings => [{Key, Value} || {Key, Value} <- lists:sort(maps:to_list(maps:with(settings(), Own))),
                                   is_atom(Value) orelse is_integer(Value)]}.

settings() ->
    [sync_mode_qlen, drop_mode_qlen, flush_qlen, burst_limit_enable, burst_limit_max_count,
     burst_limit_window_time, overload_kill_enable, overload_kill_qlen, overload_kill_mem_size,
     overload_kill_restart_after, max_no_bytes, max_no_files, filesync_repeat_interval].

destination(#{file := File}) -> cut:chars(File, 300);
destination(#{type := Type}) when is_atom(Type) -> atom_to_binary(Type, utf8);
destination(#{type := {device, _}}) -> <<"device">>;
destination(_Other) -> <<>>.

%% ---------------------------------------------------------------------------
%% Overload protection: handlers that have it run as a process of a known name.

overloads(Handlers, Call) ->
    Named = [{logger_proxy, whereis(logger_proxy)}
             | [{Id, whereis_olp(Module, Id)} || #{id := Id, module := Module} <- Handlers]],
    Known = [{Id, Pid} || {Id, Pid} <- Named, is_pid(Pid)],
    Facts = maps:from_list(servers:facts([Pid || {_, Pid} <- Known], Call)),
    Asked = worker:all([asker(maps:get(Pid, Facts, undefined)) || {_, Pid} <- Known], 500, Call),
    [overload(Id, Pid, maps:get(Pid, Facts, undefined), Answer)
     || {{Id, Pid}, Answer} <- lists:zip(Known, Asked)].

%% logger_h_common names the process after both.
whereis_olp(Module, Id) ->
    case names:existing_atom([<<(atom_to_binary(Module, utf8))/binary, "_",
                                (atom_to_binary(Id, utf8))/binary>>]) of
        {ok, Name} -> whereis(Name);
        none -> undefined
    end.

%% One that is busy is not given one message more.
asker(#{name := Name} = Facts) when is_atom(Name) ->
    case servers:idle(Facts) of
        true -> fun() -> logger_olp:info(logger_olp:get_ref(Name)) end;
        false -> fun() -> busy end
    end;
asker(_) ->
    fun() -> unknown end.

overload(Id, Pid, Facts, Answer) ->
    Known = case Facts of #{} -> Facts; _ -> #{} end,
    Said = case Answer of {ok, #{} = Map} -> Map; _ -> #{} end,
    [Id, Pid, maps:get(mailbox, Known, none), maps:get(function, Known, none)
     | [maps:get(Key, Said, none) || Key <- [mode, idle, burst_msg_count]]].

%% ---------------------------------------------------------------------------
%% Elixir's own settings, of which some are older than logger: only these are read
%% from the environment.

elixir() ->
    [{Key, Value}
     || Key <- [level, truncate, utc_log, handle_otp_reports, handle_sasl_reports, sync_threshold,
                discard_threshold, discard_threshold_periodic_check, always_evaluate_messages],
        Value <- setting(Key), is_atom(Value) orelse is_integer(Value)]
        ++ [{backend, Backend} || Backends <- setting(backends), is_list(Backends),
                                  Backend <- lists:sublist([backend(B) || B <- Backends], 10),
                                  is_atom(Backend)].

setting(Key) ->
    ets:select(ac_tab, [{{{env, logger, Key}, '\$1'}, [], ['\$1']}]).

backend({Module, _Name}) -> Module;
backend(Module) -> Module.
`,
};
