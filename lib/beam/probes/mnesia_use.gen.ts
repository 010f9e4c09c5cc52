// Made by scripts/gen_probes from mnesia_use.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What mnesia_use.erl becomes on its way to a node. */
export const mnesia_use: CompiledProbe = {
  name: "mnesia_use",
  library: [
    "cut",
    "envelope",
    "guard",
    "worker",
  ],
  calls: [
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
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
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:nth/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:with/2",
    "mnesia:system_info/1",
    "mnesia:table_info/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAHeheNrtHU1z28ZVBEFRlGQ7rZ2kbXLpudOZgBQl+9Z26pl2JtNcMk5uGAhYkliBWGYBmpYP
PfdH9g/0V7QLgAD3GwuAlGSXOokEdvft+3773j4u+ptBul5FwDuJTk5Ovl30N/3ZOvZOFtZm6Efe
OgFJ9qC3GGxOi8/Fm/3szfce9k42vT/t/rfeOdmHpbcqXrMX9uYF+eTOQhAFLvjg+SmZvL+xvRQt
yYBhgmapu0x2U/TfOd/Vjlp4OGBGWe+u6wadLwB5ukE4YFcb1w08W2E0xyBhlnsNIcx2OCKjbd+L
ImbIJRnikxHuLPLm2WsW9XCUYrIa+BCm1Jd2itcAkskGSy/1F/lsOxgdahXZekMQgSWI03KpYRin
YA7IaM+iKQULYtLfSJe03o3br9ivX1GCsTlG65VLODEAuJi0NQB2GwDsBEQzqELHG+mYs6V3B1wM
ZqphVzpp8JIE+cx8Fz4i7BnG5CPWAFk3zYhABDCIfcBvQTtssI7TMCKSbqFVhqg/cCyoEVFxMqW0
qVA1kW54lKy8TeyiVUXnev0EtySXIjATu5IjaNVnqajdkPcGAu/pVWXFKTD7y1dDccLCHIXxHfOE
B5zSVCHCYXpPfdeP0Iaet/XOToWdWfKdFVS2Nv04JJNz9Fbi/Ib+MIXt4RzWw1lJ5FmtTHjJHcC8
YtQOsW9RcM9z9qPKq2AcxblOIy8FSSohEP25T4+YeWEEAuqb56mH5yB103AJ0Dqbq39LdBmRxwrn
0ER3rRAmk6CC7plAM3a3gItzR3qCJeXVPiEc1I0azLwooYZVs8UoBvVgD+Zr4pLw4wwoGKBkJypQ
LyD2FouMpJS6TrvQ5TJxUewWBNpxzB8P6FYwvJjrNlPfkp1IUOb25hSDJUoBy8DEa/DiOc2OSxSj
FMWhn3MkT9iLZRhFYQKIWgw6QmfpVVxF7UyPM06kA/XeYxjPEO8LCc4AvwCkBMfeWJHPOXblhGdz
EBNSpoB3/BgTJVv4NEzcVRhIJAwqpJM2XrKVeq6hwO5ERSGoe+GzLe4kArFZEEUdJsLiZFIMa1XT
iMg7mIUxCHQ+inKRMA5TCDXbyDgKyr5rgBWlu8IwxqRc53TTT/E9TedW6uTM3G2SwyFBilKTsqYR
7lCms320JFvojhNjyYRWHUy0NR2kC4w2mheGxEcgMwWM7mfMA2TFyWhTLVbY2nFosjs2DqpMeEdA
Rc/jGVGYt8D1sZcsyIPWXDiq5UIlT7E7hMy8t+TdnxkvCDYSSUsZQaiRV6Fm6X1w81gsCT+CZuGo
XQ6hzYF+xB0xqrwvVuucAIwRdiM0n+euNuuS1Y3+Ooz9aB0AN1l4GARu5nLiECSiR9ga42zAan64
JQYPTt0QIXioPZ2SBw/TWtiK4IFnWlqLVax1GyH/rkSM0QmVmYd2kRCHtIgXcCFszefoL8NYPC4y
Het9kGiBE9pBZvTWwbxlVl/E9sl/yR9ssSXRJ/RmKXFNsvkx8EH4fsvhoybWaUiFdEyAya2yc4c1
Jy8Wb8wZ5dEh8D+v0d512LSJvNBqo09iJV6d7uJkSlI4uWmCWfvtz3//kUeI0shMOdeHwTfntJpy
zKXvEd0R7aSwx4VutV4tGzoPOEbrHY7ReqxLxkmRCGjxjiYKcFXzHownmWOiPbNRRfNMrrKQ48gt
nzy3tPeRLwsfueAFxdncnhmQOdw+8t7/L+89XHzGxGO6CGyfvO4cef2ReV2R4KOJ0oHCeb5TPLM4
UvjparOhabLSWPoZJ7wia5Gt4t1yKpg9cscT5I6L1l754ThSlty7liT3xKMcSUw6gR2YekisdQr8
lD37Peq8T13ntZ740lxcbvhMSB1FBrTZ/esPP/2DRhHHlD5Xg/fmaJQ/MwZtqwK35RetIXvWJP24
j3PEbeUHJywN80J9ZV1TPcKicBmmXLZdlllqlw8/X8YgCT03Wa/aZMXV6ayLGKUuXsdxmMutNhsp
YWR22tbs8rxlttrhc4B7zso7ptUyw3Uc+igA1Fev/AWZxScKJXFTVKTR7g1rb0LkRuEtcwSA8NJL
S8hPkxQTgnkndyf2P79LV6p6kLK6w6jY8SIDOHEFRnao2kMNii1jFE8aipa0FAxKCjMmsCUMfWMY
zPOIQubRMUghcjrsSpIBaihaLwTRss1Yn4WDc4a7M8FVMyagyhjVjECb1TpA9lKaMoEddkGXebUu
yrMTEAdC9DHWeUErD6ehFymJPZFXTY9iRL6LszhG8ThZJysCDa0tuvPJVFUtYLXTG83FFnIS2bEy
q4HzP5V6cFdPzYNzWPvQmbKH0MYS/7BdIchExg4d9PMXLfXzVBDZ1pxSoEbqQkyF8HM/F9q4ckPL
4NKU5NLOoa63NCThr2pIKJ1uieIwRZg3N7KwnIskhHMpmTou5299zcVehPMFNNHl5qS/lvjWtvKm
l2xbZ8GtGxM/O5E+/WIbyLjat4YEUDcIsfThyxR75Cs/DVHs+mhJfGH5LK/oF7ME3RoDgzfJS1mN
lvzNr+g3IzR3N4QoilnPF5k0Z4VkiufZI/eXNcjrBcXnl9Ra8hlOU+82AgkdRKhktCqKbyVsUk+n
CHiZ4rb7JAXLqoa/J0sS9NR1+BPOoZXvZtr4NGI0w2hJoqYkNdvZIHuVOc74GK4k5a8lVlurpV+b
p2xu6pB30x6Ml80MHJNjHvxbWndfeQqj2luT2YVJ9/a+lKKm9ZQiy1WaKL+KGX4E9VeZdqqo6ynX
Tv3xd/u0EDwr9eL+IBFVbSOIGB3cFZZqskYgnPpoHafNsWFvwnSxc/o+CQNSqfBGGOJNTCvxf2Xs
HLVnABpQdoe889H0HlPel6Cje/iluR5+vb2zrCcLZ9mfLlkoQD9/sogO1ZMlDAvq0yPNV3smTenJ
tgbo6wcgSgmknhzt7iDapreuxuqjDkd67lHd7Pi9qlp6iAlevQQYXXwxccAPfe+F80Ff/uvB75L0
u2W12eoTbVK7QzVBEVFpzy1obMRZAis6eFFBJjSPW1PQAPuHKyl4YCo/XNHIkb7dSkZeNLBkh8sX
KFOLkhY+B7Byutymov+CzMo5Gr7pe0GgmVfCKO32aJC8ne6YqIOZ4Td0JTt+M8WUpVIwo22pJAjg
4c7j9c05hBzIFYdMneYpnZ3OLvBvWorTFHbT9uMabX8t7TXwGNtskl22ajSDMtkv7f5h2E5Apr3L
7kedxX2i5FBnVy4v96+p/lYP0K2oOMqWQXLT/Yj7t63rxmrOu8dCdrUjpL8zh/Ra9HY0kF7zVeXG
QsHzFlsmoUkCy5namHUd3bXGusJCukofxPPiJLYn9IDiqSUmxRn61qaOGid1hsn6tswJqX2P8Z76
lkwlMq9L/MoqvoXCH1WzGRkxnuULZHWOu0QYf9Zs0rRwLOvmpeq8dSMnm9KDScOAK4aXNvvJDpUU
7pEEPdvenRK0XZuUzCruxCluUUnXuZE08dJ2heSNkUFTMJXBLHUFX5EncTn4ZqB8I8JJbVj3pZv/
/fS3H75/++Of//L92/yjqI8G+Ula08CKiLWPcAChkvX50uD2gqu8NjTRqopmjbjGBzAGhEsnXGPS
rubgjdKabece1PoPOqFyRMG2tCpDO7xLdr+17/BNbTyzq5ogEOF7JXrZSqI38hqq8zBrlJgvLrux
o6qccGQq+nW9irZUOrkNtlmz23w4Bu8BTkDLSg47QVg0fjfi5fgmJU+XSYqwNyfG9X4lL+Wx1U/y
hmPS4p4tp8iePc8voWTGPE8f6wuAtvavo3v8jXnIrlORDUuAuriZb+TDBQrE3hKoC3sEY/5aiksz
TROXdQnqMlFzBGV0hY2kl1tsf8rSbGgCfpEwVq9h7ACFJNuhal7tBl29HFlXL/OC2SbFpnm5+zFR
Z5aosz6NRF3doZ5zTOE8dooOtnF2ZggDz1+Yl7rL+rh0PMH91rxW4wpCKBSvd9atk9YXhJhfB2ly
mUT6Wxx840JH15K6/T0F9bku3Tla0TIy62cuawuuPxGXHqNV3RJ7DfpisA7+lWHf4l2E7oVcP+Ur
CBV9i07XsWq3jX/HpHop4E9G4cHuXzz8z4xU7VjqwH1GLDDVArlt8VOf+W2BckpBqhx2O/+B+7mU
YnwEqTif/iQ8pIO38L36nFr4Hq7sqr+vDr6UBQkA59Ur8tg7jypaJwvqZ4SYu7uuFyebDCld/EzH
oFTIWLc+QDveoyda1p6oOyjsnQGOgcajBRqUnHcqrJLbStntTkt71HmQ+2QPcxvxPM8xUT8opDoG
G9ffTJwKQYT2EtyD3gycNDxT3Uc2u/a3cPZz35sIsk/lyqURzgPdrW7+kztjVZ1SQ/21d3Uu6J8G
UWKlKPMfMGFyIMVFTK43ERs11hIz+/sfl1ljNw==
`,
  source: `
%% Mnesia of a node, where it runs: its tables, who holds locks, what waits.
-module(mnesia_use).
-export([run/2]).
-optional([{mnesia, system_info, 1}, {mnesia, table_info, 2}]).

%% Answers not_running, or #{word_bytes, nodes, running_nodes, use_dir, counts,
%% held_locks, lock_queue, transactions, tables}; what Mnesia's processes did not tell in time is \`none\`.
run(#{limit := Limit}, Call) ->
    case whereis(mnesia_sup) of
        undefined -> {not_running, #{}};
        _ -> {running(Limit, Call), #{}}
    end.

%% ---------------------------------------------------------------------------

running(Limit, Call) ->
    Items = [db_nodes, running_db_nodes, use_dir, transaction_commits, transaction_failures,
             transaction_restarts, transaction_log_writes, held_locks, lock_queue, transactions, tables],
    Funs = [fun() -> mnesia:system_info(Item) end || Item <- Items],
    Known = maps:from_list(lists:zip(Items, [known(R) || R <- worker:all(Funs, 1500, Call)])),
    #{word_bytes => erlang:system_info(wordsize),
      nodes => maps:get(db_nodes, Known), running_nodes => maps:get(running_db_nodes, Known),
      use_dir => maps:get(use_dir, Known),
      counts => maps:with([transaction_commits, transaction_failures, transaction_restarts,
                           transaction_log_writes], Known),
      held_locks => some(maps:get(held_locks, Known), Limit, fun lock/1),
      lock_queue => some(maps:get(lock_queue, Known), Limit, fun lock/1),
      transactions => some(maps:get(transactions, Known), Limit, fun transaction/1),
      tables => tables(maps:get(tables, Known), Limit, Call)}.

known({ok, Value}) -> Value;
known(_) -> none.

%% {Number of all, the first of them}.
some(none, _Limit, _Show) -> none;
some(All, Limit, Show) -> {length(All), [Show(One) || One <- lists:sublist(All, Limit)]}.

%% {Table, table | record, Kind, Holder or waiter, Who it waits for}. A key may hold
%% anything, so it is not shown.
lock(Lock) ->
    [{Table, Key}, Kind | Rest] = tuple_to_list(Lock),
    {Holder, Before} = case [Pid || {tid, _, Pid} <- Rest] of
                           [Waiter, Other | _] -> {Waiter, Other};
                           [Pid] -> {Pid, none};
                           [] -> {none, none}
                       end,
    {Table, case Key of '______WHOLETABLE_____' -> table; _ -> record end, Kind, Holder, Before}.

transaction({_Counter, Pid, Role}) -> {Pid, Role}.

%% {Number of all, {Columns, Rows}}, the largest first.
tables(none, _Limit, _Call) ->
    none;
tables(Tables, Limit, Call) ->
    Sized = [{Words, Table} || {Words, Table} <- lists:zip(ask(memory, Tables, Call), Tables),
                               is_integer(Words)],
    Best = [Table || {_, Table} <- lists:sublist(lists:reverse(lists:sort(Sized)), Limit)],
    Columns = [storage_type, type, size, memory, where_to_write],
    Values = [ask(Column, Best, Call) || Column <- Columns],
    {length(Tables),
     {[name | Columns],
      [[Table | [lists:nth(I, Column) || Column <- Values]]
       || {I, Table} <- lists:zip(lists:seq(1, length(Best)), Best)]}}.

%% A table that is gone, or that cannot tell in time, gives \`none\`.
ask(Item, Tables, Call) ->
    Results = worker:all([fun() -> mnesia:table_info(Table, Item) end || Table <- Tables], 1500, Call),
    [known(Result) || Result <- Results].
`,
};
