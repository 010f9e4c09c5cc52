// Made by scripts/gen_probes from scheduler_use.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What scheduler_use.erl becomes on its way to a node. */
export const scheduler_use: CompiledProbe = {
  name: "scheduler_use",
  library: [
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "atomics:get/2",
    "atomics:new/2",
    "atomics:put/3",
    "erlang:-/2",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
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
    "erlang:statistics/1",
    "erlang:system_flag/2",
    "erlang:system_info/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:max/1",
    "lists:nth/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sum/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:map/2",
    "maps:to_list/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAHY1eNrtHUtz28ZZBEBRspU4iZ26rU89dzoTkqJUdyadHtpDL+2l4+aGgYAluRCIZYBlaOXQ
c/91uwD42F3sm4Bkt9LFJoh9fe/nculvh3izzkB0lp2dnb1b+lt/vsmjs6W3HcVZtClBWX0xWA63
583n5k2/evOnqIjOtoM/Hf/vfRhXH1bRunktWAbbV+RTOIcgS0LwMYoxmdzfBhFGKzJgVKI5Dlfl
cQr/w/g77ahlVCTMKO/DjW7QiyUg325RkbCrTXQDL9YFWhSgZJb7fZqm1QkvyeggjrKMGXJFhsRk
RDjPokX1mkd9eYkLshr4CDH1MMDFBqRksuEqwvGynu24xzG1imi9EcjACuR4v9QI5hgsABkdeTSm
0gaZ9BPhkt6HifuKvn5FAcQWBdqsQ0KJCSiaSZ03ELhsIChBNk9l4HgvHHOxiu5BWIC5bNi1ihui
skQxM9/LGBHyhDn5WCg2qZvmkuwIFCCPAX8E5bDhJscwI5zuoXUFqN9yJKhg0fZkUm6TgWoqPPBl
uY62eYjWBzzr5VO6Q7kQgBXb7SmCFn2eDNuWtDds0Z5aVB4oJa3+6tVQXrJ7zmB+z3zDb5ySVBAV
ED9Qz/wMbel5nU923jqZJz5Zg2Vv6+eQTM7hWwrzW/rDLHXf50i/zwNHXmh5IirvQcELRuWQ4A4l
DzxlPym/tpRje67zLMKgxAIE0Z99esQ8ghlIqCdf4qhYABxiuAJoU83l3xFZRvjxAPPURHatUUEm
QQ3eK4Zm9G6zL84cGbQ0KS/2CeJS1ajhPMpKathhthzlQL/t4WJDTBJ+nAEGE1QeWSVVM0iwgyLD
KXtZp1zoalWGKA8bBB0p5nc9mhUMLdayzdS2ZCdqCfNge16AFcKAJWBiNUT5gibHFcoRRjmMa4rk
EftyBbMMloCIxeTE3XlqEXfAdiXHGSNynKqtR5jPEW8LtYwBfoGUYpxg62UxZ9jtJ7xYgJygEgPe
8GNUlGjhc1iGa5gIOCyVcCetvEQrDUJDhj2yioRRO6GzHewEDLFdEkENy9biZNIi1YqmS8LvYA5z
kKhsFOkiMIc4TRXHqCgqFT2zgIrUXGEIY7pf53zr4+KBxrOTOLkwN5vE+xAARSpJWdWYHkGm0n00
J3vonmNjwYSebk+0Nh3iZYG2ihdGxEYgMyWM7GfUQ8qyk9GhHFbY6fHU5HSsH3RQ4SdutG15fEEE
5h0I4yIql+QLZyq81FKhlKbYE6bMvHfk3R8YKyi1YklP6kHIgXcAzSr6GNa+WAl/BnbuaLAfQqsD
9Yh7olR5W0xrnICiQEWYocWiNrVZk0w3+i3M42yTgLBcRgVIwsrkLCAo2xahM8RZh9U8uNV2Hsa6
IS3nQRudEjsPM+3eGueBJ1paih1I6y5D8f0eMEYRKjML7WVJDNLGXygaZrOfw1/BvB0uMh0bfRRI
gTPaQGbkVm/WMisv8uDsP+QvdThS2yaM5piYJtX8BYgB/GlH4Zc22mlEuXSMg8mtcjSHFZEXj1fm
jPA4wfF/oZHeOmgGhF9oseETX4kXp0c/meIUjm9sIBv85Ye//oMHiFTJzDjTh4E3Z7SaUsxVHBHZ
kR25cMC5blqrlnWdhxyhDfojtAFrknFc1N5o847CCwhl8/ZGk0yYqGMyOuC84qvK5Ximls+eWtxt
5KvGRm5oQRKb65gAmeD2M+39/9Le4/lnjD+m8sC6pPXxM60/Ma1LEnw0Uk7AcJ3vbMcsnjH86Uqz
kWmy0pj7GSP8gNYmW8Wb5ZQz+0wdnyB1vHS2yvujSFFy70aQ3GuHcgQ+6TQ9gahHRFtjEGM29vss
8z53mec88ZU5u9zymRAdRoa02v3z3//5NxpEHFHGXA3e+2el/D9GoK4icFd+4byzL2zSj13EEXeV
HxyzWOaFfGldk6fNGmwh2cCWq6G91aqaEle6Rp422OVjz52yAQ8lBithyezrMiaO4yYDRbgls9b8
aVY8W3mC+3D+KMoTwp2oo6D+l+Y25rSHMttX5stfy5a/cV/+Kw3LUGVpj1BkVNGupOJQWMzSK6wF
EfwDZ460BXA7ztyUsjotZ5kT4WpWWf1RlxNP9AVzVW65PBQouYuLfY3UgK0f3asNSZXTTFhp++Ig
Zkrh918fvw9RnsG6wq/92psEFvghjNebUDPhO9GbqqlfNwMgomemCV9DWwfh6cwKXz9Cli2o9tmi
px7mHesrO89/3IANKK2qaV9Ude/h3QMGZUeUfajwrivqCevo971T1c6I/qaF6EAebO0kt9o2LjrC
u2BmE8zHaJNjPQaHGSwxs4Wf4froi7SETEH4NsaQPBd+/xV5gsFHHJZbSHQYEL/1MkZZBhTTvNq9
AJJdF4ZwFpivN5iiVP6FK+J/HN/YCxp7kIwISMhxlgd50Ri4RD6T/9SnULJEXYjBGAadkMUOwd1r
RMHMk71pfygB67gkc2xaKj3a5DBGCW1AvyG2UkGM/Ur7YNTUUD0YFl4TXZTBOyb/gwpifu13Tpiv
gPkiOrs/C/71HV7LioEZ4tJ1urysNlyShVcQc/g7lgjLQewZg3jKWG+mjmi7LLllokxTxz34xnsw
LyJrlZ2NDerHOAf2WlD+Y6lyXpurnIkiAcc5pKcTwbUdEVA9LHJCoGMquo10Upc8TU84BSPGXDsy
ghLkSSv0PFGFwNZRgWGUSZE9FbfMXeaIPMurILbk63JTrsluaGlxOp3MZKWinpvcsGfblOPIE8vy
LSK/M2H47vpTC9+NWf1wMmb7kMaC4KBbFfBURA4nyOc3jvJ51mJZZ0ppQCM0IWat3EM3txlwsU3P
IJQn6Njuq7fZEoXfalAonG6FcohRwasbUU5mkqrgJ5bW+/mde5yDJVwsUxNZbt1bERgFboVmdvUv
jBlXIQdbAU4GTATHEbG/0MtAY+pqBcz3D/zv//C908EpH4kRETQUUh4q3eYQviV7KlAdCQijuHbQ
IDN4n7pLLR1C0XmJzyw0dJjz8ceX99I9wumptmnT9mrvkUBzlrZzPS6t3HRjuE1vXt2fREP+Lkqi
YiFpY2uRUxfSaCKURspGARaA9tT0oiIWWGKCPv5orRCV4pIHX9552e8mv1lExV20AOExUqa5i0La
uF1HyVqGlez18yZmxtcfdno4D6LUrplvl6Tpo4++EixNH722P7AOwFtHD4OSOKKuUlEBxbeCtHJI
/pPaRdf5OyomdndUdHoksZy3rvQwvPaCDpHz18sYWS0dn56KrXO2piTzxyWHW49vxI+n4sfXTiao
Ouxk5X20r/g5naCKTR7WObAwA/kCL8uaQwRXN9VsIG6dvO6vBkDKa5QJVz9iTdvBH3m9xKiiQ46f
b37VSK66cIxJc2cArF35/Njcymwv4RNZXDSxt5oOGW1ODOWL88bemtdfTNK0N+YbUBeqKEppxTzA
RazFL3H1k+IqBl0jjjgiMm41rZqNm3B1wKfkQxXwtYi/8kEn7sIAtoBUq+RMZ2/uMtBk33zF7XYi
yvHk1VgmuccRrpJvpbDhRVIBYx6TDvDDGlhFIS9qc6AqSeGLzxz5/peO18KMpRc53tqT73BDm5+t
C5VuzJiUcXuORMnnqqzJxAqev7IoETeCzXm0Xu+SOkLgXItvmzLrcOcyeWwUShX41VV/3fCtDcbq
IjC9D2Yij8OPhUH5gz74jayPe1QQxEa1gNNfybE3dJ/yRg6uA/P1vx/9lgv/tHp7ti9GWW5/Qp9D
k+BXBtVpaORVdUXWe7vDvojy6bodLKDfX7PDI2P58dpZnvF7WjPLa+NEWp/JbKm2FFwu3IOWUxXe
SG6GFGm5sYJu/ChJFPMKCMXtjAaVRbMjEZ2gZvgDXYu6h00h5ckEzOWuiRMkaX/JYvW1oYLwGAtM
leTZGzsnhw5+7chOs/Q0aT/RSPsbYfroKY7ZSbhkaudbMjfd29QdigtdJqm9gJFiiu99nrbtSrv7
RidivpSopC7ShTfqYPEt7WbKXQmzyy4nDhGhYbnO9rfBCbuc6O72OuossF6kceLD/fFm4fB2vKrc
rAQRFfbQ2gYjVbTNszrqjTws0M3Zxi5Bvd3liQNJDboELmOq5cus9au9ct7AyJOaBTMr7Nzq3maz
Pa3sleALT/aFz5Qf9tQC4B4R4OOLl/MCragIozw6pfgtDUVtti5G6VvHKN/rRngw4TNT9jHNacqn
P47U3C5tvDUqbTwuZN2BQj6blxCqApL17xpxiTLFHag27TH+aZFuehoXWpuxd3+xyb5UkuuhydK1
/veToNBb/j74ziqSBr1Wc6jzHfZmxxxlScb1oBkAQOlxyRzwI3zaEmGs/NUOQcib66J3ZrypMuvN
xwyOPNNHhlVUXB1Y3B08Ft0dbF6ZbVPVXPdVPAfdzYLu3ucRdNc56OPncOxTh9tdig1Gc1SAKF7a
GUSDbvum3tncF9IyPzrQztrfZ+mmDYXQV7wTgvTUT9Hy4RaWYYwicXB3cJKUGTskfQQhodOL1q92
zQFcyzT7CyxaZFZ//wXFcDWZ
`,
  source: `
%% How busy the schedulers are over a window, and with what.
-module(scheduler_use).
-export([run/2]).

%% Answers #{window_us, sizes, wall_time, queues, word_bytes, states, counts}. \`wall_time\` is
%% [{Id, Active, Total}] of the window; \`states\` [{Type, [{State, Time}]}] or none.
run(#{window_ms := WindowMs, states := WithStates}, Call) ->
    %% Counted for as long as the process lives that asked for it, which is this one.
    erlang:system_flag(scheduler_wall_time, true),
    HasStates = WithStates andalso states_on(Call),
    Before = sample(HasStates),
    Queues = queues(envelope:now_ms() + WindowMs, []),
    After = sample(HasStates),
    {#{window_us => maps:get(at_us, After) - maps:get(at_us, Before),
       sizes => [erlang:system_info(Item)
                 || Item <- [schedulers, schedulers_online, dirty_cpu_schedulers,
                             dirty_cpu_schedulers_online, dirty_io_schedulers]],
       wall_time => wall_time(maps:get(wall, Before), maps:get(wall, After)),
       queues => Queues,
       word_bytes => erlang:system_info(wordsize),
       states => states(HasStates, maps:get(states, Before), maps:get(states, After)),
       counts => lists:zip([reductions, context_switches, collections, collected_words,
                            input_bytes, output_bytes],
                           lists:zipwith(fun erlang:'-'/2, maps:get(counts, After),
                                         maps:get(counts, Before)))},
     #{}}.

%% ---------------------------------------------------------------------------

sample(HasStates) ->
    {Switches, 0} = erlang:statistics(context_switches),
    {Collections, Words, 0} = erlang:statistics(garbage_collection),
    {{input, Input}, {output, Output}} = erlang:statistics(io),
    #{at_us => erlang:monotonic_time(microsecond),
      wall => lists:sort(erlang:statistics(scheduler_wall_time_all)),
      states => case HasStates of true -> erlang:statistics(microstate_accounting); _ -> none end,
      counts => [element(1, erlang:statistics(reductions)), Switches, Collections, Words,
                 Input, Output]}.

wall_time(Before, After) ->
    [{Id, Active1 - Active0, Total1 - Total0}
     || {{Id, Active0, Total0}, {Id, Active1, Total1}} <- lists:zip(Before, After)].

%% [[Queue length]] about ten times a second, a row for each look: of every normal
%% scheduler, then of dirty CPU and of dirty IO schedulers.
queues(Until, Rows) ->
    Now = [erlang:statistics(run_queue_lengths_all) | Rows],
    case Until - envelope:now_ms() of
        Left when Left > 0 ->
            receive after erlang:min(100, Left) -> ok end,
            queues(Until, Now);
        _ ->
            totals(Now)
    end.

%% {Looks, [{Sum, Most}]} for normal, dirty CPU and dirty IO schedulers.
totals(Rows) ->
    Split = [begin
                 {Normal, Dirty} = lists:split(length(Row) - 2, Row),
                 [lists:sum(Normal) | Dirty]
             end || Row <- Rows],
    {length(Rows), [{lists:sum(Column), lists:max(Column)}
                    || Column <- [[lists:nth(I, Row) || Row <- Split] || I <- [1, 2, 3]]]}.

%% Microstate accounting is one switch for the whole node, and it cannot be seen
%% whether it is on; only what it was when it is set. It is left as it was.
states_on(Call) ->
    WasOff = atomics:new(1, []),
    guard:protect(fun() -> atomics:get(WasOff, 1) =:= 1
                               andalso erlang:system_flag(microstate_accounting, false)
                  end, Call),
    atomics:put(WasOff, 1, 1),
    try erlang:system_flag(microstate_accounting, true) of
        true -> atomics:put(WasOff, 1, 0), true;
        false -> true
    catch error:badarg -> false
    end.

states(false, _, _) ->
    none;
states(true, Before, After) ->
    Counted = [{Type, maps:to_list(Counters)}
               || #{type := Type, counters := Counters} <- differences(Before, After)],
    Types = lists:usort([Type || {Type, _} <- Counted]),
    [{Type, sums(lists:append([Counters || {T, Counters} <- Counted, T =:= Type]))}
     || Type <- Types].

differences(Before, After) ->
    Known = maps:from_list([{{Type, Id}, Counters}
                            || #{type := Type, id := Id, counters := Counters} <- Before]),
    [Thread#{counters := maps:map(fun(State, Time) ->
                                          Time - maps:get(State, maps:get({Type, Id}, Known, #{}), 0)
                                  end, Counters)}
     || #{type := Type, id := Id, counters := Counters} = Thread <- After].

sums(Pairs) ->
    lists:sort(maps:to_list(lists:foldl(fun({State, Time}, All) ->
                                                All#{State => maps:get(State, All, 0) + Time}
                                        end, #{}, Pairs))).
`,
};
