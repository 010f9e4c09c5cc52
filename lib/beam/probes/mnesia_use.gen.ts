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
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
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
g1AAAF83eNrdHM1y47bZpijL9nqzaXeTtE0uPXc6E1qWvXtrO92ZdibTXDKb3Dg0CUmgKUIBoNV6
Dz33IfsCfYuCpCgBIACCIOVs65NFEsCH7/8PWI62Y7pZZyA6yU5OTr5Zjraj+SaPTpbedhJn0YYA
Urw4XY63Z9Xv6stR8eX7CEcn29M/Hf733gXFj1W0rj7zl/72BfsVziHIkhB8iGLKJh9t/YiiFRsw
IWhOwxU5TDF6F3zbOmoZ4UQY5b27bRt0uQTs7RbhRFztum3g+RqjBQZEWO51mqbFDi/YaD+OskwY
csWGxGxEOM+iRfGZx728oJitBj5Ayj30Kd6AlE02XkU0XpazHWAMuFVU601ABlYgp/VSE5hTsABs
dOTxlEorYvJPlEt6767dVxy1r6jA2AKjzTpknJgAXE3qDIDvAoBPQDZPdeh4oxxzvooeQIjBXDfs
xiQNESEoFuZ7FiPGnjBnP7EByLZpLhhEAIM8BvIWjMPGm5zCjEm6h9YFov4gsaBBRJuTaaVNh6qp
csMXZB1t8xCt93Ru10/pjuRKBBZiV3MEr/o8HbU78t64wXtmVbnnlLT4K1dDORFhzmD+ILyRAec0
FUQY0kfu2ShDW35e552dNXbmqXdWUdnbjnLIJpforcX5Hf9jlrrDOWmHcy+R560yEZEHgGXFaBzi
36PkUebsX1ReG8axOddZFlFAqIJA/O8RP2IewQwk3JPPaIQXgIYUrgDaFHON7pkuY/K4x3lqo7vW
CLNJUEX3QqAFu1vBJbkjpw1LKqt9RrjUNGo8jzLCDdvPlqMctIM9XmyYSyKPs6BggshBVFKzgPg7
LAqSUus640JXKxKiPKwIdOCYPx7RrRB4sdRttr6lOFFDmfvbMwxWiAKRgZnXEOULnh1XKEcU5TAu
OVIm7LMVzDJIAFOLSU/oPLOK21O70OOCExmkZu8R5nMk+0INZ0BeIOUEx996WSw5dvWE5wuQM1JS
IDt+golSLXwGSbiGiULCUo108sZLtdJpaCmwB1HRCOogfLbDnUIgtkumqCFpLM4mxWmrarpg8g7m
MAeJyUfRLgJzSNPUsI2Co1LVsw5Y0borAmNM63XOtiOKH3k6O6mTc3u3SQ2HAilaTSqaxvSAMpPt
4yXZQw+SGCsm9Npg4q3pmC4x2ho+mDAfgc2UCLpfMA+pKE5Wm3JYYWfHU5vdiXHQ3oT3BLTpeTxn
CvMehDGOyJK9cObCi1Yu1PKUuMNUmPeeffuT4AWlnUTS00YQeuTtUbOKPoRlLEbgR9AtHPXrIbw5
MI94YEZV9sVanROAMcJhhhaL0tUWXbK20V/BPM42CQjJMsIgCQuXE0NAmh6hM8bFgNU+udUMHoK2
IY3goTU7pQ4eZq2wVcGDzLS8FqsxwxRDDOB7UIdMHdSa//anv/8gK2+tDM0kza7y/TrJ86W9VZlK
m++9y722KkSiMPjH34y7Ar2qFGgFqiZwGxg/QubjE0bN09kWwZaYrMeQpAjaSKHJnfFjegBQphJV
7sAx0z8dcSfopz2jVHkKWWP1zFw/c1ZYx0OYKutwq8g6NG3MIakk4MgZ5xMmihTEVHRKj84xzhNf
2VPzTo4g2pA05mXqr9//+A9eiiScxVLt6s3TSpw7A+2yas6QPe8SVbZlmHwGKe9VjhaANlI8VUJP
omWd2O+Wv2JI+6DY0wmfvhOiqqPl8lJDDqq2CZ7O/ylDgvR4tn0IsikU1W0jpu+RQtmHDO0cn8EV
pFIWTBXxueWpLlc5IDAKyWbtkq3Sh5nPckRDvMlzWPKwMUugyPmJ0zrzymeOWaRAjs0HzpYFtlns
ySaHMUoA9+gVizsxYxOASUhRFd4+WubEIQozeC+4twizULaG/IxQzAgWnTyc+P/8lq51edo662pV
hHxWAEzCBiMHXE3QgGLPGsXTjqKlLNGkioTpNHWEYWQNg31838gIBBahvWSEbvp7pi8aouXbsb4I
h+QL9meCm25MwJUX9YzApXlbOWGQlPE07bELvvziXCzzCciThvN9bUoXryNMYZRpiT1VdzNc5Ig9
yws3XvOabMiaQcNri/58MtNl8Tw3vdFdbFNJInt63R2Ci5nSBb/51FzwQLQPvSl7DG2scPDdErRT
FTv00M+fO+rnWUNknTmlQo3ShZg1wtthGk2lMqBn0cyoaKY7VttZRxL+qoWEyulWKIcUYdncqMJ+
KZJopGVU6rie37n9zF/CxTK10eX2pL9V+Na+tgNTta3z5D7MmZ9NlG8/3wUyofGrCQM0TCBWvnxJ
ccQexRSiPIzRivnC6lle8R8WyecNBhZfso8os7/qL7/kv8zQItwyomhmvVwW0pyh+EHzvngV/rwB
ZR2v+f6KW0s9wxmN7jNA+CBCJ6P7ZhUnYVN6OlXAy4cn5JFQsNr31pyqUrin+v6YqeTQqncz65yX
uJhjtGJRE6F2OxsXnwqJjY9wrShL11h1Vku/tk+o37Uh784djJfdDJxQPxn/W9kPs/cULlq7mYtG
5vD+sZaibs61iuX2mqhskYYfQXuL4UEV9c13HdSf3HNrhOB5rReHg6SpajtBJOjgvrDsJ+sEwlmM
Njntjg1/C+ny4PT9TxiQvQrvhCHZxDiJ/ytr58idAXhAxR3KzkfX/sLyvFBP9/ALez38eldyMJNF
suyfLlk4QP//ydJ0qD5Zwoigfnqk+XJg0tSerDNAXz0BUWogzeRw6w32bbshr/WpjkCZ99jXNH+v
qyNOMMNrRAoVIDakeT1K5ZU7bwyaedTmRfUks8wUDw7GgCX7Fx0Y8XjpPm1lQHUybnAeNVUmNKca
VDwaGHLkoyhJDPNKDOS+R4vSy+zAtKL4jLp0b8kbulH3P9lhytMJwMWuzwck6fGyaeYjL40M5o2E
TFPhvFZVvcX0N47SNEv7aaPrFm10O6w26rHNLrUhr0UzaEt1yjM1lk36fJeDfKawt7hPtRy6y4qO
tOkp7tToE5wBrBJRKkju+ieofuvc9dGSrbpu1EZ6Qvo7e0hvRUZvgfRWbom0FgqZt8Qip6GEo2Zq
a9YNTP3gbW1BfOcWyBdVHuW0cbJSplazpCXQtzXx2zklOyGb+zqjq/c9rgc6DTRTyLypbKPqB22U
7XVHuFTEeF4uUHQpHdLYcqbI5iqAa9UZWd151js12bQeDIWJ1CqrPEJXhIQa90iBnt2NGAq03do0
vGna4TUd6sp17hRHY413LcjGyOKorc5g1rpC7qdRuBzyFRvy8f5pa1fiF2H59+Pfvv/u7Q9//st3
b8ufTX00LuNg2wZErq0/RjhJUy3ry4197oKr7XmfGlVFt+Ot10cwBoxLp9J1H33NwRutNdvNPW71
H0xCFTQF2zOqDOPwPrU5Z9/h69Z45lDzZBDhRy16xT6AN+oOiEtYXD9QLi6JTXWfg4YcgUpFv25X
0Z5OJ7tgWzS73Ydj8B5gAhzrsD5BuGn87prHtro0LFwRinC0YMb1ca0uxPv6N+UxXmVpfscpqnef
lS3khTEviz/m8v3O/vV0j7+2D9lNKrJjAb+Pm/lGPbxBgTxaAX1ZvmHMXytxaadp8rqqqG/yskdQ
Qde0k/RKiw2nLO2GEvCzgrFOO8YOaSNFPnjHGues256qCQY8VfNNl5RL38azIHVR4nOEQRQv7Rvw
VEdTLa7n0WZnh24MZEvHXFjWjElbm/D4O9WOT/ipyo/kc2/9RWLq3JUtXJXYpYNXeTGhfN4rMJ2D
ducBfTqOv0ZHc9KuuNxJdUeSOZGp5DTubgX7s7iiX3ZjeYnLIbCKoHS5zI10MJL7eJPrdtv5Usf9
R4mc0EqP1vT69Hcu7o+At4H7fAVz7j4Y14rzSLhorZ6yIVWBuJ3/pMN0AltnjlRpxfGg9ePAonBr
zZKcXBqPow0OoUqSuRM5YZSTLcBPcYz55sjHmEdDHWPmEJQAyRnSFBMPFxtlG7LkrLka2UPXg1Vt
854xCj1Ko+7TtHlfluk/7gZFXYRy3d7yPWs4Csbu4idtuZ52DHePd7ZZ1qunv6jWqhsqBEq9/JfF
7TYtKqD4+y+/EV4C
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
