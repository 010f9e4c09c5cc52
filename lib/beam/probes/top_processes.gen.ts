// Made by scripts/gen_probes from top_processes.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What top_processes.erl becomes on its way to a node. */
export const top_processes: CompiledProbe = {
  name: "top_processes",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_list/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "lists:zipwith3/4",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAKmGeNrdXVlz48YRlgBSlLS7Xp9xbsfJ5vJ64+UpKWW7UqnkIS9JHlIbv6EgckRiBAIMAJqr
ffBjKj/DPyd/JX/BTxmQIjhHzwmQ68RVLlsk5+rp6e7p/rpn5q/axXIRo/AoPjo66s/8lX+zTMKj
mbfqjONwmaO8/OJ41l6dbP7e/NIvf/llmIVHq+Pf7f7fe9Et/5iHi83PWrPW6jH5K7iJUDwJ0Mtw
XJDO/VUrLNI5adDJ05simOe7LvwX3efaVrMwmzCtvBcjXaPzGSLfrtJswo7W0zU8XWTpNEM5M9wl
xrhc4Rlp3RqHccw0eUiajEmL4CYOp+XPPOrLsyIjo6GXUUF92CqyJcKks/Y8LMazdW+7OXapUaDx
OihGc5QU26E6UVKgKSKtQ4/eKbzZTPoTcEjvRc99RF8/IkCxaZYuFwHhxAnKNp06T6DlMoFWjuIb
LCPHFdjmdB7eoiBDN7JmA9VpCPM8HTP9PRinhD2jhPyZKSap6+aMzAhlKBkjfgnKZu1lUkQxOele
uigJ9ZRjQcURFTuTnjYZqfrggs/yRbhKgnRR7bNePuH7LQcJWB67LUfQos+T7bYl77UF3lOLyopT
cPnPerQ0ydk5x1Fyy3zDT5ySVFGaRcUd9Zkfpyu6X+eVnQgr8+CVbXbZW/lJRDrn9ltK8wv6jyF2
n2dHP8/qRHZ0bNy6Tid3PJu+1sMnaDqxr5M4LFBeANSm//bpFjdhFKMJ9ckbRZhNUREU0Ryly7Iv
/5oIJnK4KgJiE0G0SDPSSbrZxPJ0Mkp0My/OtjgW1CIvw4l6wqpW7ZswzqlmVW9JmiD9tNvTJbEv
+HYGOzhJ8x3fYzW3t+6pyLD9VnApB3o4z4M0CTYbtOOYZ3u0ERheXAsqU0OR7UiQzK3VSYbmaYFY
BiYmQJhMaXacp0lapEk0XnMkv7EP5lEcRzkiMm5Sc3aeWl5Vu10KZcYi7GK1KRglNylv2AianR8A
UwentfLiMWelbQ5ya3U6RQnZygLxVhyjb6CBT6I8WEQT+IRtWMv/7JPP4Ekn6QRBLaU/3tJY2Ada
vUHTPw4MpcDu/ElOfyPMe78hwClbzYj0j3JhcNJphrXy7owIEXQTJWiismKkg0RJVGCsWEbJphj6
zIIqUoOG4bb+dpyTlV9kd/Q+O8moU3PDCp4HQBSpeGb1Ld6RTKVQafHgpbecbAA69HRzolV0u5hl
6Urxgw4xPEhPE0ahMDoHs8fJaFEOI9wbB9hkdexNqbILak5UNGceESl8jYJxFuYz8oUzF55puVDK
U+wKMdPvNfntF4xpha2OpCe9Y8iJV5FmHr4M1re1PHqF7C6srW0TWseoW9wSTc0beFqLB2VZmgVx
OiXUEuw8Xev3o2QcLycoyGdhhiZBacdmEcpFM9OZ4uyVtqKfr3MtCdeLrq4FfL0Y6prdXy94DqRF
0naZ5JSPUfTl/TpPbWRU649f/OlvvByVHoghq8oxZB1aHc5zRxUxMpNVylVWoqfk71J7738x7tLw
4UYabqYqudo1TB/G0fEtJs3hFAWjGFSqoMmt6HNbse5ge/KdrP2+0to3dcXRc6qxwLVnErId9ulN
stwbRv5VjLjxlPASsaYj/IGzQNwfwSC/xwjwe4g6bOfWYmjkTPMOOeoFGhesBbt3jnHu+KH5bl7w
1w0dkdr0mfrDX/7+Z/oUcTQbc6Gwq8OeOHcGuvfrOc/skY1vX+fjapGZ0iaoP0WF4GTauBS5vdzG
Cew8aIRoL4E1HdEOROYKtjdvIlZ4wbY6wZPZV+v7A96f7dDEtgGCaiQ4AGr4WyzuFzmnVAbaMxJH
86iwulu0CvSSaXGFORm9vUtCcb8L9718w1w3S8OOXRdn4Dr8X1PMPRYm35JN/hJ23MYomRYzYWoX
WNCQZhG4S6lZZ7m0N4WltaUsrHcxRAWau8/lLTs7nOZh3cQW0fjWfWJvmzOvwVzyAi1cfBdlNLFR
tn7HnK1HUmfAJdYH6SiL2X7Rl6CH2HnR72oWTXe3kzyAUJFe1XpbjSGT/VDoutRB23CINnpJRAL5
eYs2BqgVaoOSnbWAWV+laesCS63SnhgfdSNT86GLrmmcsrNMojG551IfvUukbEY0JMryoEg3vsY7
w6hnlAZxdM24J9KM0HU785O8yKJkGh7dHrW+el4sZEEzas/1mJEH5YTzQFD7XQrCoSCxZ0ziPsO+
psa6GL6DPBBuc/CN58DA4hr26IpG/qD+zf89czHcU7jquINWnwkGdkxAAUjkjEDF3LSc0Ej8ro9r
rELw77jAIVo5SiaCc6Onit0twqyIwli62X0YfHaWpOSzpHSTSL7Ol/mCzIaWFvX5ZCgLqXhucsP+
2GLIU3oQ580QdHEMvn0uDkY/1N7ZfUhjwIHiFmDrQ+xQQz5/x1E+D4Uj68wpG9KAJsRQcB82kxfA
WdyeAfYcwD7vCyVsuYXvWxj9Oys5TaIizXh1A7lVe1hFP1hab/t3Rgu3ZtF0hk1kuR6DYK4gGdw7
h0tig1Pes2cO6vLsnrwoxzDDd0GAtMB7DLbTjCotKVU8vU7inIhaU5K6hEkk1wXgmfMlx3AIIQ4r
4cIiDiVOpXXsQGJPdmUuuZG1E/bsJkvn5AqTFzXP9HdttDRLSTuvVrtIC9YYu7C4YZuj0c/LDIzg
+q5AucO5eZDf5QWaV9BV2to+Xed2RK+QHgVenT7wxs/LMH8RTcAvzvOC2LCoHMJ9h7+nzw3a8Lzz
CN83V+0DecTFJvYgB9KNaESZ1cndhAqq4wlITfpss+f8sobv+Afm1BvukQt415uFxG8bSYyRdM80
UlmROeBpXYIljRQGtNjidBEW0doYdqb1D22iNFh2O9Dbs0Q6FEgwj+GYj/NifqQPbYCbekFn9uwz
T4P69TfuA/3YDvWikCJ990l8YD6JbjMuyi6FhYNQ8m63nR591TA0PS1J9ROTjFdenz7O0JSYTKjE
xCbhHIE/elimFERhHKxFB/SLN8fLjNyXi4DQflxEaWJgJnvay4OwC7bXT8bW3abQWYiTTTyEu3Sp
bq1X0kuXb+F4ZNA23pMuZv7sYeUgVSefs51wUlEbH7DJdFhHihQTpjNBq4FVkR+D+LbOUPJRkTPJ
Y+VuBfkCjYNsmYiuG6iPdnmdYKytV9GCY1U+M9N+am9TUxun80UUiwjLq3sDxAzzX0Igzd0rTcuZ
b9NBbUvWf2m/9y2y931u3vXKMnzo6ADkaIUF9tPfqK3m+VPzG/GlsQD0QUVCRJ/kY16YUfKF+SEo
2qA+2YZlp6KQkhbj6EF+kcoAl2RiDu2Zrr0s0VuCOKgDzv2Zk39jI1KkJS4OxVtbmptzlrmSlTIe
fHvr8lr5dalU6E4vMTOle9vDuJZCHuCDsMDAyr6CBUYpIowMqE+5LlogSFZmS+1aBpBgsfMntEwT
DIdywGn/dXieB9jGDjESiZ18eb118zqYcK2dQK0CCk+fSt0yyqi/If7KxtlSERGqAsI5FIbGgC5V
trrsSPfk+ckQbA6oQGF0+o8dtjAO8wKYrzLrfVc8QIpvq3cmJWE6u1Mni4L13ELWAyrL/H7RH+rQ
IgyviUhLd/QM5LPsG1U7oYArfLYuh/3Zg0jtySNpXRAQICc1lURfnsxyq9hMW69Gjs6G15TRZHpD
kxJWGBtCqBqfRoO5Qu8Zx+D3iYORhziBCl+N86gKsge4IWU82lWYQ344mSj6bewcGmAShzumZY+P
b5M2yi9oADv6zCjlyQ7A2X2CIZrg/cFM1NV+hHvAgCOmqhjNVlTVPqZPHE/TENeTRj2NNBo1K41q
LLMRjNVADmLnLEDLhf1cG4mRWQLnk2gdEwgzGmV0/iQkxkpO7JwcY5sacOqrhO7aD0/m0RM6xIFr
9EQvi74YQo6LpoJkvzAPkl1YQwD6Cuf2vqL6A1VahnHVPxWm6RBrAONta8wPVWqHCoeYoaIEr2Mf
9jpqGE3G3TIwx86FwVCy0o6f8qlVdDWLx7+nQDX7OQO//H87AyMY/0QJHZh1cDPV7ZwCxWIY2C2c
fFLiOJY5+N1bc6LAwykK/rFESxTECB7kZI7mKSGS0SGUIc3Gt4rvCSWW60XmjWBCYVO+PobAFkQG
75LEoNqk4UilkiNGVADaN0DWSymszS7SyNXQEuJvXXXcEc7r6NqMXa/sAx24PDwc6a9YGlF7zmxE
2ywlXF7VwAD4Nvx2Ad+6htnmTuH1Phe9BN2i9cEQwkAGSdxN5a1fCXkCCrf+FW4UZnhVwyb4lTmc
kI2uU338W/bFMWAl3Jfu3xMskNKFriEfHbSfJ7zWrryoVdJFmTihCPdf6Ot3nEd5UHLaLbrTjtZg
KVC/eVSQNzN+b8Oy51/rbWbjRC/RSckU3XvnX9Ji3vVKLJG+jz/e6duP+LdKDlvA/T5WJiGcrwaz
g/KkL8fDdY1QtG35MxLKgVxFuDSi1NjUNzc4t9kBlQAvsKzCIezzaxk8seIUcOc0KsPjj79uXKk2
LKYslG1folPX65Tp22+sFbGJ38cBrdhJilkRRrE9lKePIaRZPeexTjbpkQZDqEyp9/lnUvDLAKox
tztOTb7384Ftdsv+E08uOS6D0SRDnnm5mZqhKQ6/GoWHpOmK6Tb5nIIE01ZC7+TjMEmEiknauld5
RA6veWEnQNttHeVN5Hb7+hf+qmWaI1q2i5SnuirVOpBAbgXdeqvKWA30s1eS3JwdzpI0CJN8hTLn
6lbGz5W85vAfF3HDtq9A1RvN5eEo3mtslW7GX1mkrmhZ1GGk9iv2DgK/HSmAswZofpd8J0UXSrAu
a7Ed//NrDUwXCqwY4oQDdc9C5MQ0zYDH1ZvZfa+ixSramHX+jj1bq9MqJqO6vjIvVUltOBH903iS
7d5B4bCgWHOfBs/dbYRBqo/M2WFoa8dbc8/pPff0K5mlYh+R+W7R3U2UTPi3YK3ncTYhpIzGxJwC
Ee4q2EaT4zDgYM6msMXqwXy3M6dVpdtrWtqHk/CyjIvDHCnhUSAw76KJKpb8A3O7gepnh9dNarWq
QO+QitrDzRcD67kHocLkTlnwy7N49I0PQ/MRJe5ZFIlPeFOhlTZdS5lolq4iNj6LU3IfKM33mlLg
I3MvRR9jKbq3k6RrJnGyobefC5CuZtlpuAtzvI73BZ66vRHhViKuix30XucmzVA4npmXyoMe6TF4
KlVhMDZbwo8MPabqFAkOv4G2XB6rgfa98X0oHEODgRv0Ysle33R/oFYcw8RVKLnM2zyAuX4EkJaX
1+EkzKaStyIFZ1eNaiTy11mpV7pMt6Z+ufmPtS/kaKPiXTHbTw/YsjJr+fTJnlC1/XXuhz3IGy6M
vueddFWVhigSMGwrxF0HjcX1yiAulgAp3Ko972Ba8lKKQH4zDwfrY2HFtb2mz2xsLn0QbAQFwdaF
fiQx2S177gEK/xubwg0cXlIKAXSezSfaJMCaFR2fO2UvCIiFgUTMynKznBAoUaIGE43q5OK+Qbrf
+KvXxT+loJaH3KY7WKltYotMYs6TaWANmT2/fIW1731YcUhX4JATs1eGlGIXkP41aieAkE2hyotp
4FdkoV498E0z+fc9HTbG01Q1pT08+xRJ6odb5IswfJHD15lQ0sz/vjL/qoGXbDz2JZvzr4r8t+Tf
T766lu2HhFqSVAgKhGpqkg9o3QpudZQH5f9CN2HFE7cPy/+WzwCB+NWB8Qzpa1RFuj2+e8Q/An5c
Kwu361QTQAvXNHhZ2JPmrqy9PI3ctI3dlzpkMw1dl9/gtCk6A2yWEwjHUeQeHd+k8jP/aor+VYcS
BX2/rwDeEhtQ4qxKum0Q3tjnXg3FllSlUoHl+LqeVNaA8qJfE+HknukEvcTAVsLq7vG5WNeoDahN
3aM2PYsXTLoNsmJP8UpTE/TXXeYOCD/VeYzq24d9nX0ovy0fKGNOmqhIezdqXmh7ju/Cd3U3WJFX
a860bxO+FiHD8pmO+Fff6/PWQLhYWVTc41MatRX3qoRAMWRpHjtpsDQfD6ewrCApy73hfRT+/wZG
aiAXZOpqLy2e3U5U/G5YgG3AujdHdtZAlaRJpXa6P88nuoS7LhDiS5kHR5JhbToxgPPKBavcSVu/
ptkaYDS+3RPfI8BPcyLNohoqGOUkC6OcpewFwCzVXxecR1Nx+d3E64Dy7ZqpS16ko6w5ADJN23oW
nC3UN3DPYQIg6yov48FiC2alPLWxhT4YWziuUdJgSzD9C4RXNbyS3dpeSSuBrELzs+krbHigCSe0
RX7byGJWDXiZ+s7qwrkm6jkVppCWRe6q5Jc7IkV+h6DRGBKYRRwltwDuTqPsYYMJYwucBfxkn8Q3
Z6FP1nUvYfW2TGSrVbr1VBNoTcrXfnlzaz+PZfpxusJNPN9zYvPcktF0H1WRuqqIUd2iQHzwj/Pw
Usv5D3Z7QdR3Kssream53Wh5XRMftjFLUudS+Yz9Qb3sO42Fm6t9QBrB/sLBHv2FtvDPngr+SV9w
EQfNlNRa3YWw42U+Y6rnQcTG+L9sh3/N
`,
  source: `
%% The processes that are first by one measure, among all or among those whose
%% registered name, initial call (as spawned, and as proc_lib knows it) or
%% current function holds a text.
-module(top_processes).
-export([run/2]).

%% Answers #{total, matched, word_bytes, processes}, the last as {Columns, Rows}:
%% \`started_as\` is the initial call as proc_lib knows it, or \`none\`.
run(#{sort := Item, limit := Limit, text := Text}, Call) ->
    Pids = sweep:processes(Call),
    Answer = fun(State) -> answer(State, length(Pids), Call) end,
    {State, Cost} =
        sweep:fold(#{item => asked(Item, Text),
                     pick => picker(Text),
                     step => fun(Picked, State) -> step(Picked, Limit, State) end,
                     report => fun(State, Cost) ->
                                       envelope:report(Answer(State), Cost, Call)
                               end},
                   #{best => [], least => -1, matched => 0}, Pids, Call),
    {Answer(State), Cost}.

items() ->
    [registered_name, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, stack_size, reductions].

%% ---------------------------------------------------------------------------

asked(Item, <<>>) -> Item;
asked(Item, _Text) -> [Item, hint(), registered_name, initial_call, current_function].

%% What leads to the initial call that proc_lib knows: that itself or, before
%% OTP 26.2, the size of the process, since its whole dictionary must be read.
hint() ->
    case identity:readable({dictionary, '\$initial_call'}) of
        true -> {dictionary, '\$initial_call'};
        false -> total_heap_size
    end.

%% Runs in the workers, so without a text it calls functions of OTP only. Picks
%% how many match, and [{-Value, Pid}] of those that can be among the first.
picker(<<>>) ->
    fun(Pids, Values, #{least := Least}) ->
            Spec = [{{{'_', '\$1'}, '\$2'}, [{'>', '\$1', Least}], [{{{'-', '\$1'}, '\$2'}}]}],
            {length(Pids), ets:match_spec_run(lists:zip(Values, Pids),
                                              ets:match_spec_compile(Spec))}
    end;
picker(Text) ->
    Hint = hint(),
    fun(Pids, Values, #{least := Least}) ->
            Rows = lists:zip3(Values, initial_calls(Hint, Pids, Values), Pids),
            Names = run_spec(Rows, [{{['_', '_' | '\$1'], '\$2', '_'}, [], [['\$2' | '\$1']]}]),
            Wanted = [N || N <- lists:usort(Names), holds(N, Text)],
            Matching = run_spec(Rows, [{{[{'_', '\$1'}, '_' | N], Call, '\$2'}, [],
                                        [{{{'-', '\$1'}, '\$2'}}]} || [Call | N] <- Wanted]),
            {length(Matching), run_spec(Matching, [{{'\$1', '_'}, [{'<', '\$1', -Least}], ['\$_']}])}
    end.

%% {_, InitialCall} for each process that has one in its dictionary, else false.
%% Dictionaries of large processes are not read.
initial_calls(total_heap_size, Pids, Values) ->
    Items = run_spec(Values, [{['_', {'_', '\$1'} | '_'], [{'<', '\$1', 100000}], [dictionary]},
                              {'_', [], [registered_name]}]),
    Read = lists:zipwith(fun erlang:process_info/2, Pids, Items),
    Dictionaries = run_spec(Read, [{{dictionary, '\$1'}, [], ['\$1']}, {'_', [], [[]]}]),
    Size = length(Pids),
    lists:zipwith3(fun lists:keyfind/3, lists:duplicate(Size, '\$initial_call'),
                   lists:duplicate(Size, 1), Dictionaries);
initial_calls({dictionary, _}, _Pids, Values) ->
    run_spec(Values, [{['_', '\$1' | '_'], [], ['\$1']}, {'_', [], [false]}]).

holds(Names, Text) ->
    lists:any(fun({_, Value}) -> string:find(string:lowercase(name(Value)), Text) =/= nomatch;
                 (false) -> false
              end, Names).

name({Module, Function, Arity}) -> io_lib:format("~ts:~ts/~b", [Module, Function, Arity]);
name(Name) when is_atom(Name) -> atom_to_list(Name);
name(_) -> "".

%% The largest value first, then in the order of pids.
step({Matching, Picked}, Limit, #{best := Best, matched := Matched}) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    #{best => Best1, matched => Matched + Matching,
      least => case length(Best1) of
                   Limit -> -element(1, lists:last(Best1));
                   _ -> -1
               end}.

run_spec(_Rows, []) ->
    [];
run_spec(Rows, Spec) ->
    ets:match_spec_run(Rows, ets:match_spec_compile(Spec)).

answer(#{best := Best, matched := Matched}, Total, Call) ->
    Pids = [Pid || {_, Pid} <- Best],
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    #{total => Total, matched => Matched,
      word_bytes => erlang:system_info(wordsize),
      processes => {[pid, started_as | items()],
                    [row(Pid, Values, maps:get(Pid, Said, #{}))
                     || {Pid, [_ | _] = Values} <- sweep:read(Pids, items(), Call)]}}.

row(Pid, Values, Said) ->
    [Pid, maps:get(initial_call, Said, none) | [Value || {_, Value} <- Values]].
`,
};
