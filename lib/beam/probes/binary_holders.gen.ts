// Made by scripts/gen_probes from binary_holders.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What binary_holders.erl becomes on its way to a node. */
export const binary_holders: CompiledProbe = {
  name: "binary_holders",
  library: [
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/1",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:map/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip/1",
    "lists:unzip3/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "proplists:get_value/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANB9eNrtXUuX40hWTlu2s7Iqu6u7p2F4Qw8Nw0xPMyU/M8+h53A4sGADLDjN7HSUdqStSFky
klzu6gVrfgY/h7/CX5gNhCxbjseNp2RX9ZC1KqetUDxu3LiP736x8nb9YruJUXgVX11d+Stv5z1u
k/Bq1d1dz+Nwm6O8/KKz6u8G1efql175y7dhFl7tOn97+n/3230T63BT/ay36u1ek0/BY4TiRYC+
C+cFadzb9cIiXZMHrvP0sQjW+akJ71v/jfapVZgtmKe63051D71cIfLtLs0W7NuGugdfbLJ0maGc
ed0dxrgc4Q15ujcP45h55JY8MidPBI9xuCx/1qW+vCky8jb0XVRQf+wV2RZh0lh/HRbz1b61Ux99
6i3Q+65RjNYoKY6vuo6SAi0ReTrs0iuFq8Wk/wK+svvt0P2Nnv6NwIwts3S7CYgkLlBWNercgZ5L
B3o5ih+xbDruwWderMMnFGToUfbYWLUbwjxP50x7r+YpEc8oIR8zRSd1zdyQHqEMJXPED0H5WH+b
FFFMdno33ZQT9RUngootKjYm3W2yqRqBA77JN+EuCdJNvc56/YQPSw5OYLntjhJBq76ubLUtZa8v
yJ5aVdaSgst/+7elSc72OY6SJ+YbvuOUporSLCreUX/z4nRHt+s8soEwsi48smqVuzsviUjj3HpL
53xGf5hg935e6/tZ78gX2j0R5k8o4xWj8pHeQ7p4x0v2e92vwuEotjWIwwLlBbBA9GePfuIxjGK0
oP7ycRFmS1QERbRG6bZsy3sguozsx3rOsYnu2qQZaSSt1r3c0My5W/WLM0c6wknKq32ycFj1VP8x
jHPqsbq1JE2Qvtv95ZaYJPxzBiu4SPPTVsHqDdI7zCKzU466Tvmi23UepElQLdBJYr4+o1nByOJe
t5nalmxDgjLv7QYZWqcFYgWYWA1hsqTFcZ0maZEm0XwvkfzCvlpHcRzliKjFRcPeddUqrl7tUo8z
RqSP1dZjlDymvC0kGAP8CzC1cXq7bjznDLtjgy+WKCFLWSDe8GOOKOjFgygPNtEC2GFYsjvpwwt6
Uycw3LCnrSLZqK3I2WHugA2xWxFFHeXCy0mjGdaqphuy39FjlKCFykaRviRKogJjxTBKicLQ3yxm
RWquMIIxOr5nsPOK7B29zk7q5IW52QT3A5gUqSZlj0Z8mjLV2Ufv5G76xG1joMGurk/0adovVlm6
U/zgmtgIpKUFo/uZ4wGz28loUA5vOJzj2GR0rB9UH+ENOypaHh8RhfmAgnkW5ivyhbMU3milUCpT
7Agx0+4D+e2vGSsIW23JrtSDkE9ePTXr8Ltg74vl0ffIzh3tHR+hjwP1E0/kUOVtMa1xgrIszYI4
XS73pjZrkume/nGUzOPtAgX5KszQIihNzixCuWgROs8467CaB7dE58HXPSI4D9roFOw8TLR9q5wH
XmhpLVaL1kOczp+OE2MUoTKz0F7lxCCt/IWs2mz2bXjrKBHDRabPht8BWuCKNpAZvXU2a5nVF0nv
6n/JP+wwJNEmDB8LYpqU7WdojqK3Bwm/sTmdrimXjnEwubeczGFF5KXLH+aM8mjg+L/UaG/dbPbI
fqHVhkd8JV6dnvxkaqdw+8ZmZnv/8Ot//Fd+QqSHzIQzfZj55oxWU4m5nYdEd8SnXdjhXDetVcu6
zn1O0DrnE7QOa5Jxu0jsaPUbhRcQyNo9m0wyYaKWxahe83JflS7Hs7T84KXF3Ua+rWzkShYksbmW
BZAJbj/L3v9f2bucf8b4YyoPrE1Z959l/T3LuiTBRy9KgxXe5zvFmMXzCn+42uzaNFlpvPsZI7xe
1ipbxZvllDP7LB0foHS8crbKzyeRUHJvCiT3xFAO4JOOcAOhviandYHmBRv7fdZ5P3Sd59zwrfl2
mfGZEN2K9Olj9+//+d/+iZ4iTijnHAbv/vlQ/i0TUFcVeIBfOPfsI5v0YxtxxAPyg9sslnkhT4pr
0k9YHK2jgoNcian8niF46441tt0X4mNzu02KJPRdEAD7I65hEvu10PmekZ6842beCTI3ajDrnwgd
70tFS581jAq0prXsPiP3TvvYJpo/uYg+cw6wrloFPWq4qp+ar6qmI1ifcC3QxiVJWSL8WhXlz8wH
PVUABvRDpjwo+0HPQCiI86B/pBk03dxJ2wCKROpADI/6vd5Onh5OWtr2R9yTFlFIFMXeFWDymZqH
rldpvEBZzj2GpfiGoQhUdJub9oFJvilg8HqbRPN0gag/fU4UbkZOSjIVQZFWSIJ3hvDDKA3i6IGJ
gqYZ0eHHng/yIouSZXj1dNX7jzfFRgaJoxZaj/d+VXY4D4Sz3Kfg14op7hpP8cjSugDRsBjApo2w
Yx884z6YQykE8IVvgKLgzLgxkAS3VEOfm+veoSIMzW205kIwthMCCsktFwTas9B1pBV03gg3GAWj
x11xyb0cJQvBhhmqHMFNmBVRGEsXewQXjtwkKflbUoZyJF/n23xDekNri+ZyMpEBprpuesN+22Ju
Rza0CyziHxPQiR1/aE6sz54PjVf2HNoYcJHdsHAjSBwa6OffcdTPE2HLOktKNTWgCTERInDt1PRy
ZnbXoG4UqFs8V4Wf5RL+roWlXze3TpOoSDP+uIEik0Osmj9YWx/bd670662i5Qqb6HI3vKtWLJny
Vfls4EOEARagO+2R6qGCCa8laCeE1/IdQhtwmgeb7UMczWX1iYyuAy10qJRSkHTKjIcan15GzH+s
EfMjzrX79dcOhszNQfBRjs0mRaal7hiZNYt93UMRRyHqbzVbv2cX82DQJT/9hBVxowIQhdE6g5yl
mVm8Hhp2f4+x563u2yQNTouoLj+8p4rJpMifnOx8toLkjtV9xx5Kis9GQkm0sQrrSSOWXb0ByaVP
fT0BRR0xAXHAfP3tSK3z7qFCvTt4riQp3H2yTFJiI5QcyvWdTV7j5jFL10Ec5cWxp5B8CHkCPm4E
Qe2HEgPeaCq4x+/kbrGPpYwbb1qYDkc99Pvmdvw97+TDazsDT8LXGVqS3qKyaiYJ1wj80SfzbUYs
6iIgm3BeRGkC/uq2LE0kHmpQjhN+WZEW5PtTJRL0o0/XRBOFSxT8+xZtURCj5HSQ0ju6rw2D7t8m
FKiYRkHN6+ZflgwXwcO7AuVOBTDvyPyv6zpfWje/2HNnkJnShtBvq0DloRfygkyzPg3W5FfHsKeQ
xcGG9ZaecPbQbSVpkW83kjJAPlSkZQyoTzAwKM3LmLeJFuAX/dMq8l+9qIvKoG9f7suYUNk3OM6y
jpI0C5bznN+Tlb50VhR/oE/bmVvVqqw1rEsn2LlRT9LoMWsmgHT3nCL6U6DLj7nWhoAxTx+Z9P+P
LDWOq/KHNvlCSF4+W4bZQ6kF52kco0rpKpJeVlZSXx7akaJ49LgAkMTHXiIoRzYphM7ZZ/TvARv6
HktPyTs5wUZXm6Xju6wlfdlPkxLPYJFvIRqoQIJHBIMjnAX7j8zVzZSdV4qi5pyEI9Svf+P+oj92
RLsN1f7T2L1Hf2IOivGb+UwKIIMNtuiQgxa82WtpOMR5bv60YdFnvzTYGYX0fbThppjFcpQ6RBqj
8yzyVCdgjHgGdL/0mU9DzHwcYX2iuGNkDgkv4t5DE3nZUnrZWgvCWvS3yWE1OgIMW6/czJabSDIX
eCYGRu3sKDuXV8AVSho7XEG96ynZYjcH+zkcKfrpm3FAnrmfXr5d8508m1YQFsNkL9MmCoNNZvdQ
GXABNyf9c2BTyTkkz7cKgPtHnO5lsVKLiwr8wzUkbN4m1H6tK/teuTXU4aMJEGi2lRadklU2WsvV
r4QW6ciw9XngKY6mfTSOehe2PyOa2CFmLDtTMaPQIOY7dIn5+lidDXXQ9Nd5mZ/KCzNSE1Giy0Pp
OMmH7M5XXyn8OREDbotNtPF66kmEWCt5CJMh2FFN2SbTQyN5joaajzrmADAmGqmsjsMSxmFeAP01
LtdgQJztOAS+HInXdU4Lu8E5xhS/2mFVvtAhqRgFIkKP3ZFlUMRgZETJSYG6eJ4qoJKnZT06lONj
fBAsI59qij6u3I7IiDDKJN10br4oLoP7o/+8OAeT16wajK3aVBaDNajCq7a7EuzChvazdRifvRiv
1M3vtxbPYvbPV4p34VW+XLHl8/o2K7X83Bjgdk6QqTzxLlLfn+GUUwHiJbzF0CnnK+TGCxcLRbut
neQGiP8JZQC6HzP8gMYQt4XpTHVlCubmQDGAFvh8IE41qbWA7Btzk6nSPEdjpzFC788ct9MEN9P2
Q422n4LJ+fcxTJuSBHb9aeiIBDYopc/lyudsffgMvSVOLoJ4iLDxVp8qUEwQnMzM2p812HFfmC+j
gJB8/V92N7/I/PYxtgUID6IkR1mhBaN5ckUOXghhMvUTKd1/y1BeeW05qOxGwtHIDgHM2OoXZ4gV
g2/9+BsDsPKuBvRRDp0JlTqtxk8MzCtVcad8EIZVe+bFG1N5dWwzuPSfa7PSsjDKy0W0T0SUyU/q
r1+W7kCJIM4xtrnlpatMnOgqKeDOfPQljWjEDVqih0VLnhYrO3Ffmi/NAQP32BZWNQFS4ecGSk1V
2974Xp+eIs8pg7ZDw+bxACP7KVTJEwxJe4ONHzI51FjwG2aT+5dYUGeQMIs1hlSqr4R4OQ7uL7S5
R4MdzS6oJapdlED6hsp5yT+AVWVXSnD4e0G6WwjMHQy9pVSuXBLOqWr/0oJ0zRkhK4AzoQuFMHyx
k4k4scUjbD5gWNuCg5R4vTmqP3vf/PIbmYNfSyQ4ny+jPChzI0/onfp4mbUFbx0bx4lGuJGm5rcd
Q8UDxBzAP/syyxW+xtEVZ8tqUknks/J3LN5cxnY2vEd8U14M+DaMt4jvBIyOH0I9EEqkplbnLrtM
UyxQFTX2Tu74tXWE83J3s+zZoyxKaGESAt/m3c0uU6Grbi6P/f0XVVWXVRnRkcrMHJLQE7eSKXLc
+s66wPm2ygZcayPu7mxl/ak75FZ40QXZ0+5PGSU9gAaoJ2iC22/iT/1Ui89XInWlCp95yX/LvugA
BphQR9kqEN/O9B82NnP5ZdKalbN2iq5mYK5KWkM9kzk8ZvbXDOSrg7ZUX219geLAFhbM9FdXqt9h
gpsUitLJiyeyzCCr08insS6WJg04Wl+GuMffgbFJkyB3nKZPW6ByYdIWNauu/MfAUBaH6zjxblLR
BWSSKY+3X/3OBcqp2pwaupk75c50PdOkuLY29zpIs7CfJ9duAzc53GM7WfAMc0IjKK7nJEJ/ZZqP
O0yUJiHnbriQ9kdmB2/LFo2kjIMbqMxm+Y2lMTOGsnnNsig610YPUp5VT3Em66++UdHy8+hJWurF
I2R0kdLFodxtm57RdbzIeSgjheb1OuUsQwD5/VRwElz/7uc8Agy6xfTQgryC1Y5g6AOYMkWl+hnZ
he3YSAQ3b6hFh+fzMEn2VqsNk/Mgj2Iy9cZ00cBhbXbr8otNWER7ZL6zMPxMe3jJK9Aa3Z5tzlpJ
rYJ51cJxDeRlMUqjSagt6tjV5Hxa06EE+t4rJcL82u+bJA3CJN+xl12PWqKePpWUVdNxylQ6EVgO
TeNUnIf18f5kCvINmgfZNgGyCJYNfkY1OE/XGyI2AKDmbAyePYtrmn3ommZz+k8b6syqvPS5gsSo
gqT7w6gg0aFN/efagvddO4Id6BmuH9MMhfOVOXEvBIhtaFP+3NzDGGN87usnNOzIftN6YGUNnyLB
bf9aYsEUIdH01gX+PnY/wHpG1zCO9cEXaqNdKAEpzfu2SPj2lc01ZQIfrYJ3dShQkzfs6S/skOKc
Zlb0dOqctVdxJlUPyKgT2UvUy8OrZmzsGvId+wreRFU+94RybUi5+BAuwmypoVw8Hno2hjs/rRA0
iXVjxPNKujTN73T6WovP0qbxOO/BDHNiBhKWKk2B46/5OTXRAsEFfM1YDykzp+eQhCb5QpHXfycN
evKOoKzHHacec0TJE6VZxSRi22FCdKBTHlsyXmDr2bFGv40ujSQewmSucZQ85TKIAL6YsHf+Rs5z
Z4+r4vaJLPZLfNHOL9pBno55I0zgFnmvR4V9WQZ8R9qZDxnXMigFnBUOlY9kwfFDEsXxWiYx2zfR
PXMKEHPJTr0KtSBx4tF22kCrwNM6w1CmqVlO76/NxcGEhegeSvDt2cCYslZ2Z6rqXRqk035pbteP
zdLDd3Aacibevj2R5geH56zka+gJvTE/yiZyVuypzi+aCASZTeKaKuJTV8Kjj0n7VWnPntlemri8
5eTGhTeUOGeLuJZOY/fQsHLHx+0igXxBRAYGIiKAX8byNK/PRb6GLYF0pyJI1yyBLArRsBm6qNE9
p0obj8PFirUdXUPcj98WDeYXTkr4cNbpHFU453Mcu3KHCDc3NJl2SUHOzA5r9SHMuQNJw/QyPR01
kw7VfdCqGwnPhMrwjFzxDwQ99BMLgiYj/XyzINMfzYlhAIuW8W1z1nkhU5/VKZGnyrZewkDnT04f
t+jDl266zAzq0fitiyQuRq1E00fm0fQmV38SfTOnQPeC/3DBazaNovNdlfaSEHd1GiXdfQdCP3H3
t5B7uD3ccsVdU8+8VL+YrRwbI+dQgzOJ7UvK5ZEGDH3V3Y3u20SeFKU3pySHVUZQYYIfFT2ufP2M
BQmMK49lgiO7XCMLo5zFvlX3SYIR820iG60SI6XqQG9RXl3Oc5mdRyV5cbqTlWhbHRcD84NxakaK
81Ht9deEHk3L1vlAAqfzqOH8D3a7DtnYURkaXDv/Q0GztWjm9cFLPcfnM2PwbxF3s2eByxxCuEzg
BFkgDoEpoZo4BdDibb6iMnkQ1hef3Twx1q31AfOMGjw7apAOzFzaPn1e3ouBQql9jltxDI1x9zpg
BE3LIAdJaEluxtgs4Q9TAsqjep7+hlHRVtBj6Mua/cOSA5BLbDATNzURYYsoVA4T8BJbzipFj6ji
oALtBTIjIDvDCLdUIGTN1EN787AR5J/RCGorAaKpkqeoxhuW4oztEigiSvXcddMih7yE2fUSCfUR
hGVvlzF/pqHst4Bm8NRJ2kBJTUpEpwoMXKYcgTguFXdslZ8yYCCQnJlmiStjqE/rd4jxuQAblOAM
KyIgLPOaZ0d2Ix4q30ebXVT1wbO/qpABY0tVpXBhtjm/fI8Xh4ENnxKjOg1vlJoyaKSh5cW7NQGW
HDLTCPQ1tq+XFTBfvgoD4Nv0DJDLcsQajMIYGw9CUoH/xmo73QF58IGUpOPeLqJ5D4hL/YkFh9yp
IsxVyB66K91uB4CH40xqTwDlw/RPLQS/xbvUhfJtDeDnYlDBoQFUcKyHCo5BqGCnAWXkccYkq89O
pDtAyG8MEFILs/Wd1pxRPIIlWn0dAc+hKPCuuAkxtCGMsMAdB1wvS+QFE6Ox3FI1g/Aiekv7SY63
TtyJFF4wdUQzqKgVG5EclT1tIN0w7YYzQWsj5uufWZBPiaSC5N//AYuXjEs=
`,
  source: `
%% The processes that hold the most bytes in binaries outside their heaps.
%% Nothing is collected: what is seen is what is held now, garbage included.
-module(binary_holders).
-export([run/2]).

%% Answers #{total, holders, word_bytes, binary_bytes, processes}: \`holders\` is the
%% number of processes that hold any.
run(#{limit := Limit}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Answer = fun(State) -> answer(State, Total, Call) end,
    {State, Cost} =
        sweep:again(#{item => binary, pick => fun pick/3,
                      step => fun(Picked, State) -> step(Picked, Limit, State) end,
                      report => fun(State, Cost) ->
                                        envelope:report(Answer(State), Cost, Call)
                                end},
                    #{best => [], least => 0, holders => 0}, Everyone, Call),
    {Answer(State), Cost}.

%% ---------------------------------------------------------------------------

%% {Holders, [{-Bytes, Pid, Binaries}]} of those that can be among the first. Each
%% binary counts once for a process, however many parts of it the process uses.
pick(Pids, Values, #{least := Least}) ->
    Holding = bulk:select(lists:zip(Values, Pids),
                          [{{{binary, ['\$1' | '\$2']}, '\$3'}, [], [{{['\$1' | '\$2'], '\$3'}}]}]),
    {Lists, Holders} = lists:unzip(Holding),
    Binaries = lists:map(fun lists:usort/1, Lists),
    Columns = lists:map(fun lists:unzip3/1, Binaries),
    Bytes = lists:map(fun lists:sum/1, bulk:select(Columns, [{{'_', '\$1', '_'}, [], ['\$1']}])),
    Counts = lists:map(fun erlang:length/1, Binaries),
    {length(Holders),
     bulk:select(lists:zip3(Bytes, Holders, Counts),
                 [{{'\$1', '\$2', '\$3'}, [{'>', '\$1', Least}], [{{{'-', '\$1'}, '\$2', '\$3'}}]}])}.

step({Holders, Picked}, Limit, #{best := Best, holders := Before}) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    #{best => Best1, holders => Before + Holders,
      least => case length(Best1) of
                   Limit -> -element(1, lists:last(Best1));
                   _ -> 0
               end}.

answer(#{best := Best, holders := Holders}, Total, Call) ->
    Pids = [Pid || {_, Pid, _} <- Best],
    Held = maps:from_list([{Pid, {-Bytes, Count}} || {Bytes, Pid, Count} <- Best]),
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, current_function, initial_call, total_heap_size, message_queue_len],
    #{total => Total, holders => Holders, word_bytes => erlang:system_info(wordsize),
      binary_bytes => try erlang:memory(binary) catch error:notsup -> none end,
      processes => {[pid, bytes, binaries, started_as, minor_gcs | Items],
                    [row(Pid, maps:get(Pid, Held), maps:get(Pid, Said, #{}), Values)
                     || {Pid, [_ | _] = Values}
                            <- sweep:read(Pids, [garbage_collection | Items], Call)]}}.

row(Pid, {Bytes, Count}, Said, [{_, Collection} | Values]) ->
    [Pid, Bytes, Count, maps:get(initial_call, Said, none),
     proplists:get_value(minor_gcs, Collection, none) | [Value || {_, Value} <- Values]].
`,
};
