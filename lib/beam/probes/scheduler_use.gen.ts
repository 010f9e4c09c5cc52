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
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGGseNrNXM1z47YVt0jKstebbJLddNvuqedOZyLJsruZSaaH9tBLe+lsc+PQJCSBpgiFBCM7
h577Zxck9QGA+Bbp7l7WIomvh/eF33sPa383xtU2A9FFdnFx8WHt7/xllUcXa283ibOoKkFZvxit
x7vL9nf7pV9/+UtURBe70V9Of3ufpvWPTbRtPwvWwe4N+RUuIciSEDxFMSad+7sgwmhDGkxKtMTh
pjx14X+afqdttY6KhGnlfbrTNXq1BuTtDhUJO9pM1/BqW6BVAUpmuD+naVqv8Jq0DuIoy5gmr0mT
mLQIl1m0qj/zqJfXuCCjgSeIqYcBLiqQks7GmwjH66a30xyn1Cii8SYgAxuQ48NQE5hjsAKkdeTR
O5W2m0k/EQ7pfZq5j+jrRxRQbFWgahsSTkxA0XbqPIHAZQJBCbJlKiPHR2Gbq030CMICLGXNblXS
EJUlipn+bmJE2BPm5GehmKSum2syI1CAPAb8EpTNxlWOYUYk3UPbmlB/5FhQIaLdzqTSJiPVXLjg
63Ib7fIQbY/7rNdP6X7LhQSsxe7AEbTq82S7bcl74w7vqVXlkVPS+l8zGspLds4ZzB+ZN/zEKU0F
UQHxM/XMz9CO7td5ZZedlXnilbW77O38HJLOuf2W0vye/rFI3ec50c/zKJFXWpmIykdQ8IpR2SR4
QMkzz9n/V3ntGMduX5dZhEGJBRtE//bpFssIZiChnnyJo2IFcIjhBqCq7st/ILqMyOOR5qmJ7tqi
gnSC2n2vBZqxu+28OHdk1LGkvNonG5eqWo2XUVZSzY695SgH+mmPVxVxSfh2BjuYoPIkKqlaQII9
FRlJOeg65UCvN2WI8rDdoBPH/GlAt4LhxUa3mfqWbEcdZR7sLguwQRiwDEy8hihf0ey4QTnCKIdx
w5H8xt5sYJbBEhC1mJw5O0+t4o67XetxxomcpmrvEeZLxPtCHWeAHyClBCfYeVnMOXaHDq9WICdb
iQHv+DEmSjTwJSzDLUwEEpZKpJM2XqKRRqGhwJ5ERSKovfDZnnYCgditiaKGZWdw0mmRalXTNZF3
sIQ5SFQ+inQQmEOcpopl1ByVip5ZUEXqrjCMMT+Mc7nzcfFM77OTOrkyd5vE8xAQRapJWdOYnkim
sn20JHvokRNjQYeebk60NR3jdYF2ig8mxEcgPSWM7mfMQ8qKk9GiHEbY2/HUZHXsOehows+caNfz
+IIozAcQxkVUrskLZy681nKhlKfYFaZMvw/k258YLyi1EklPeoKQE+9Imk30FDZnsRL+CuyOo8Gh
CW0O1C0eiVHlfTGtcwKKAhVhhlarxtVmXTJd6/cwj7MqAWG5jgqQhLXLWUBQdj1CZ4qzB1ZzcKt7
eJjqmnQOD1p0Snx4WGjn1h4eeKaltdiBMkQxxAD+Ag5HJgu1Fvztp7//i1feUhlacJpd5PtZyfMr
c6sy5xZ/9iqP2qoWidrgD78YdwX6ulWg7VQlB7ee6cMgH58xaV7OtjC2RGU9+tyKqW4rJNgZ3eaM
CTRQosgdGBL+saQdo5+OjNLiFLzGOhO5vnFWWMMRTIQ63AlQh66NOYFKDI2caT4hoohBjFmndHCO
ce74tflu3vMnCB2RxrRM/fWf//4HLUUczWIudvXxZSXOnYH2qJrzzL6wOVXqEKaAzJT2Kv0VwB2I
pwX0uL08APt2+BUh2pNgTRc0fMecqgbD8lIFBnWwCZ7M/2mOBOlwtr2PbRMoqrvOmf4MCOV4ZPC0
3vwOEg7acbHte62mLXG9Ark7v8dJLh348KZ8LjHYCEPZb8uYOEVVBopwR3ptgFazoHbt5RwYeRLl
CTnqoZ7Y+UtzD2A+QPj7jfnwt7Lh79yH/0ojL1S46AXA/5p3JZFAIcg8KK0FR8+jZE60gam9ZFal
LH7ibDQiXPcqiwv02fFMH8iqMZ/yGDhwVxeH2MWIjese7L4k+rAQRsBfHdVMKXz/9el9iPIMNpG3
7mfvEljg5zDeVqGmww+iL1Vdv20bQET3TDO+hreOytNZFL5+ATsZ1PPs8NMA/U71EdfLnytQgdIq
yv2qzkcJH54xKHvi7GPmRZPpQkRHP++9qXbe6G86Gx3IgYRevKOuc9HTvgt6Ntn5GFU51u/gOIMl
ZqbwK9yeXNmOkimI3MYYkufC91+RJxg84bDcQWLDgPirmxhlGVB082b/AUj22VHCXmC+rTDFqfwH
r1GFT18cFI09SSaEJGQ566O+aB1cop/JH80qlCLRHEEYx6AXtthvcP8WUdDz7ODaH0MzPYdKp6Yp
DJMqhzFKaAf6HfGVCuLs19YHoza28WyYEEFsUQYfGGwTFcT9OsycCF8B81V08XgR/Oc7vJUF6Rnm
0mWg3dQTLsnAG4i5/TuF7uUk9oxJPGe8N1MkoZsu0HFR5qnjHHzjOZgHdzrhoKlBXIdDIG7PhyXf
mpucmQJc5g6k5zPBrR0TULllckagYvxaTuglX2CenrEKRo25ZkoFJciTDvI6U+UKbKMCwyiTbvZc
nMp6nSPyLK8xXMnrsiq3ZDa0tjifTxayEK7npjfsxTblJPJMyNUCWV4I8dfbzw1/nbL24eydHUIb
C9Bdt+j8XMQOZ+jnd476edERWWdOaUkjdCEWndhGP1VGHLbpGUB5gkqKoWoOLLfwW80WCrvboBxi
VPDmRhTzmaUq+om19aF/59qDYA1X69REl1vnPAVGwK3Qza7/hzFzVMjBTrAnIwbBcdzY3+h1oDF3
dQDzwwP/h+9/cFo4dUZiVARNhZSnSr8xhG/JnArUIAFhFDcHNMg0PqTmp5YHQtF6yZlZ6Ogw6+OX
L89xfYHVU+UMpmUP3guR5iLtxnpcSizogg2bnNkmb5Cm/EOURMVKkl7aYac+tNFMqI2UGW4sAe25
6VXNLLDEZPv4pXUgKkXxlS/PiB52kt+souIhWoHwhJRpasSkBRUNStZxrGSfX7aYGZ+81OviPIhS
uyTbfZBmiPqWWrG09S3avN0GgLdGD4OSHERdtaKCiu8FYeWQ/JHaoet87djMrnas1yWJ9byymoMu
irEsR6Mhcr7s08hr6Xn1FLbO+ZqSyB8XHO48vhM/nosf3zq5oGrYyer00S29PZ+hiioPmxhYmIF8
hddlIyGCkupGDMRJQ7fD5QBIZY1y4ZpHrGs7+pG3S4wpOnZ7Skp3y62CuWBNiWB6PCQ4WGKGjMFm
hkrCeWLvzZMoZmk6mASNqGpFRTqomJE52Fn8EZdkKU5F0GWKi2GNaSd3zKzdjMtlPSeoqaCvBYjK
I0dcNQ6bZaq1VKa9t4VCmhCar7g6QsQ5njylyiSAOMF1BK0UprxL0ljMgeUAP2+BFZR41dj0Oq+E
zyBzlPvfOtZcTqW3pNzbs++4on3ITrXynZmQMmeXE1PyASdrNrGi5+8s8siNaHMZbbf7yIyQOLfi
Um6z+iouHMdCSSr0VpfCdcen5xubi8C02HImB9OnQmT9aA/+IEtTJv4EGapRcGy9m3dGJn4bIlbC
svR253V8PjOMRfY+jR4rAt4ag9lDBpSkzC66eKd3HlXFviWXJoh4dKoAwPwoSRT9cgzkvkaD4P7i
xLSs+Pg2iB6/oFtxeZUZpTyZAFzvy4hAkg4Xr1HfqCE4obLEVIEUB1V1tpj+3lGaFul52mim0UZ3
/WqjM5bZy2FnbucZMpfA2aT+iGPNs9RewUh3iq++a2wvK/B2V3HMxHIpNoG9IPZ3arzmnnYSHzIU
P562zQThv7VMk+06xOU2O5RUCQsN6LKlBvgRZNlLoZrj1WpmiFT3tFlWG8F5iF20NsdfdVb2rJZ6
J3fq+1nb1OVIvq/cG0nSQCV0mVJVF2bVF92R85ZGntQtWFjtzr3uaxZw7QDIghee7IXPZAANlIUr
E/uFNTpwvSzQhsIH5GdLxTWTivRIHcLgWyMMH3UtPJjw4LA9IjFPefDyxM3d7KJ7o+yi00DWSeDk
t3kWjwpOaK785bBqRQGuTYa6fx5ORXfjwmsL9moJFm9PJUgtzZauKXifBYfe81el9ZYUMBo0oKpG
K+3djiXKkowrAzEggPLEJTt/n+jT1QhT5YWWAsCKK2R1Fry5MvDEQwYnmRkiPiI6W/sWBfjTHgvw
P9gcn85NU5y6hEAmS1SAKF7bKfqRJAfXxMufS738ftJIydDxfhZ01ywHKlM2e8hc/OB4Gc2MsxqL
AWuqxranTyUwMXWCSbswG3N509v/GlyppLk+o/73P+aLURU=
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
