// Made by scripts/gen_probes from one_process.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What one_process.erl becomes on its way to a node. */
export const one_process: CompiledProbe = {
  name: "one_process",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:map/2",
    "maps:merge/2",
    "maps:with/2",
    "proplists:get_value/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAJ3IeNrdXVmT28YRXpIgd1daSZZsR84dO46TWHYsnrubilOuVPKQlyQPKcVvKCw5JIEFAQYA
Ra0e8pyflr+Sf5EBQYBz9JwAV664ymVzAczR09PTx9c9y862m23WIfJOwpOTk5fLzrYz30TeybK9
PZ2G3iZFaf6gtexue8Xv4s1O/uZrL/FOtq1vDv/fftXPf6y8dfGas3S2T/Avd+6jcOaiN940w413
to6XxSv8wWkazzN3lR6a6Lzqv1R+tfSSGfVV+9VE9dGDJcJPt3Eyo3sbqD48WyfxIkEp1d1VEAT5
DM/x187UC0Pqkwv8yRR/4c5Db5G/1iYenmcJ7g298TPij06WbFCAG+uuvGy63LV2GGOf6AXq7xSF
aIWirOzq1I8ytED4a69NrlRQLCb5F7DL9quBfY8ddY8AxRZJvFm7mBNnKCkatR6AYzMAJ0XhPBCR
4xr85mzl3SI3QXPRZyPZbvDSNJ5S7T2cxpg9/Qj/TCSDVDVzjkeEEhRNETsF6WfdTZT5Id7p7Xid
E+oFw4KSLco3JtxtIlINwQmfp2tvG7nxulpntXwK9ksOEjDfdiVHkKKvLVptQ97rcrwnF5UVpwT5
P7ve4iilxxz60S31hB04Ian8OPGzO+JvnTDeku1az6zHzawNz6xY5fa2E/m4cWa9hTS/JH+MA/tx
nqrHWe3IUxUbOzfx7I5l03e6+biTjm+rF3oZSjOA2uTvDvnF3PNDNCP+8jjzkgXK3MxfoXiTt9W5
wYIJb66KgIGOIFrHCW4kLhYx353UIVqMi9EtWtyxyMpwfDwFsq+6cy9Mic+q1qI4QuphdxcbrF+w
32ms4CxOD3wfyLnd2VORYvtScEk7ulilbhy5xQIdOObLI+oIFC/uBJWuokg3xElmZ9tL0CrOEM3A
WAXwogXJjqs4irM48qc7jmQX9uHKD0M/RVjGzWqOri2XV9Vq50KZ0gj7gVwV9KN5zCo23MnOdhAQ
G8fZtsMpo6UVG9nZni1QhJcyQ6wWR503UMc9P3XX/gzeYQVrdb7+6mt40FE8Q9CXwpdLGnPrQB5v
0PBbrqYUOOw/we5vhHn3CwLssu0SS38/5TrHjSaBUt6dYyGC5n6EZjItRtiJH/lZEEimkbNpAP3N
gCpChYbitmHZT2/byZI7cp2tZNSZvmIFjwMgilA80+dtcCCZ7EAlxUM7vmVkA9BgWzUm8ojuZssk
3kpeOMWKB25pRh0o1JkT0NtJa1IWPeyVg0BndrSlVOkFNQfKqzOPsBS+Qe408dIlfmDNhedKLhTy
FD3DgGr3Br/7LaVaBUZbsi20McTEq0iz8t64O2st9d8iM4PVKT8hzxj5F7f4pGYVPKXGg5IkTtww
XmBqcXqe6uvnfjQNNzPkpksvQTM312MTH6W8mmlNcdqkrejXUbmWOPOir/oCNi/Gqs/25gXLgaRI
KqeJd/kU+a/38zwzkVHOn779899ZOSrcEGP6KA8g7dBocz6wPCImerJKOstK9OT8nZ/ex5+MvTS8
KKRhMVSBadcwfShHx3eYNPd3UFAHg+woaHIphsxS7Bood76Vtj+Uavu6rjhyTDUmuPNMQrrDMb1J
hmtDyb+KEQtPCSsRazrCH1oLxOMRDPJ7TAC/B3+GHdxaFI2saX6Kt3qGphmtwR6dY6wbvtBfzUvW
3FARqUvuqT/+9R9/IXcRQ7MpEwq7vt8dZ89Ae7+e9cgemfj2VT4uB4+UVEE7C5RxTqbCpcisZRkn
MPOgYaK9AeZ0QjoQKRPsaN7EQOIFK8+Etki/2tkPwfF0hyaWDRBUE84BUMPfom9fwNtVFe9OsVD0
48gwTN4N/ZWfiRwOlSOmI4j/1WC4x/pn9LUo/DiG3KujklMF7tWRkl0wUdKM5Jeet16jaFbKq6JL
65k/MYjJvawEMzibfVCXDz92b7zUnzLhvRo78D391RoFAehuNezxKdejw+15zvd8VXmShTbrcM/Q
Ume20Py9gt2+nAPbetrPlMdV2ciTKHbTzXTpAuLiKtBwst/DGM/xGL0o3e4cQPLRaZP/wNFDlu4i
MTUxPiHO50m8cnM5wByFRbci+I1EzvMurs7an7HCVA7PyJEZ7s0dPqcsdImH6V2aoVUV0iJjEGc7
zIf/FqnDrIVgsead9xXbGl7sfAnpU4njEmOh3sVkmIUV95o6ENkAf/+wrXhVty+NETcCGfuAI2xX
eKr0hZS9ZMhMOzIGLF6E5HdlCPzpXlCh1E2nXhTtXDjEDFqG/nM9s7ivG78+3UT+NJ4h4k8f4B2e
YJUJJambxYUP+k4zGu7HWHzcUG6rOMFCoxx5L80SP1p4J7cnzr9eZmtRMLU60HSwRA/zAacup9T1
SUkpJnFbm8RD2dILjTg+rAt5puzG0NEeAwWXbNjTzxt/o/oeoQ/1ZeZA4sLlJWhNJhiZMQEBLBIz
AhGLVXJCI3HdYVBjFpzfzwYm46R726LDrqQwprv2ksz3QuFiD2FQIlbH8N+i3H0meJxu0tzSIaVF
fT4Zi0JtbTu5Yb5tA8iDfi9OvTGoD4y+e64v6nyovbLHkMaAY80u8DqE2KGGfP6epXwec1vWmlMK
0oAqxJhzKzeTL8K4iNoaOQkAJv5Y6HHDJXyu4W3gmlvFkZ/FCXvcQP67QSCjHyyty/atUeTO0l8s
AytZ3lYctSIb9hAoFiHICGU1t8hyvbpCMkJvPS607vw9wBzfY/C1wGIUMGsHTiGP5Rtv5iWLZqMi
NZw5pDgObFfHibwVYnlNDIg0nN1H+j5BodONOqSJuLYJ6LUfgOhIaWcDVWeneWdYzwO+vEe2eBTF
mesBTGELRz3aSC9KBt6xnHWH3zeIw2p5eZzQA4TGUIHVc1Q7jnaHkXRmpfiTBC3wmFAOYqtow7nr
Q+8GheCj96abBGswmYvHuYvwgG9d5CBibBG4OXXAN3pp5mWbFHz2dIW5y1sg958btEFuiOBOeitM
8OQOnmYWZ7j7AyQRNDDkjx/gIU5vJc8xDTf7KBf0/HAGgp0fMjjByWGbCpMZpi6Z50gkSekyyW5e
MiZ5Vi7y7k08UKywGneDld3Q21FH1tU+BwKk317hgJ9e7J/mYMw789G1F9Jt8mzhJTc5C07jMERi
Rn/Ov7fzaMON0nw98zKPTvVpCqirVnZMM0r4PiRpDi6QN0HmYB1LMeKTt0zMCz3H/0hkYrZM4bO7
NCiAtF1JdFnPlS/sux7ig3TYEzmGx8wYI97+WyDMbH9JLURXCR/3M7Ri11T+xe4YE2Ol+S/O1lj0
7Qx9a/L8QF+f7SvjZM7an97aWNoU3HMH4QD2ubEa1Hnrr7lo6pDFB6hnhRWZtY3cZMJM1wfJVLB1
+8UL2cuBvRDI1R7EoUksWeSHukG2EhpTnkhEG/8RPWgB4IUK4GE13B8pOJo4C3UKStQKnO8JX8J1
pEm29mguOJA5OLioBKCgSxGqidA+sUWYc9otulP21riTbSADZRdZZqqTHUoE69uP2xH7hEX5UwM5
SsMcfulssTJfriwHBBsq1nx4TAgXYyDSQH1GBtNWIOOcFhDrsgkPzo81cJWAPxnCWA10coT1soom
AZAPTD7VSB8+5DOa8lR3hZIFgpNL9bE9uSmbZCh/ZC3POkL7npE8dCxVWd/Bw1pSWpl5dUdGNEcN
iywlIkcUHXwfVkz8EyNookTEce7JrtSeN9NDIAtfEJ2nlb4dCDRoCHr6U1OXbUsmPuUZQF2lm0IP
hTTQVXo5bsW/9UNI+vAuS9r/TD9K2JfqFvWOyaOfeIQbSpXQ0hX7iqwVfsiRRCuhMNeJd51RcvVZ
irLMjxYppJFcQRqJXqWlMWUGCr0l1xbg9hVa3aAE6BH08843YZhuEVq73jxDCfjSo5UfKVzBz/JX
bvC/rxUuY/xenLiLaUpbK/JFKLPjGznhnGpwspbO10m8Zml7nldjeu2FG8Q2yifwU5lZhyxSMu1H
bZ9XrtC6kxb6Wando33IQ57YJoYJtcvsb/tKMo5ulYiBGF3SB6EmlTfvY7YZwlrDXaU5Z9C5/e0a
WYG0uQHiFEjBEOWA1VATnNf4MBqMw3+oje44JsJKCMbs6+uo9jwqA4OCvhKYR/sSD0PHm80k7TIM
1ICrQYx2HR+Ylt4+HZNgCDuhEYSl0KVUW7QBzvcpzXke0dEATPL6YpyRP2KIKcMblKKq9jb92HI3
jYN60migkEaTZqVRjWnaQ7jEFdbINDZFvRyAUYZiZG0939QnGkgQYDTVPNVVKgt9oOZifmSWGKlR
z0yAWh8EdrXs1B66oyCH6tNFXfyuiRD+QI5eHapDuEUeD0nFMN6iJF8ieZVFTfvsNN3clPEUizQ3
J61QbIBF2lf4yOHykw8OmKYaR9bPtbP6CTRo/l86F0tcdWCTza8CDmpLV35usmBbp/my7G39quiG
LX+qVhi0Yde8YkeVRnr/38KSq/UKYeC2W18c1K/P2Yry91tmd++d0+UmzcixqJg77awaNRYgLxKc
1RJSP4nnAM1g4lfyJB420jEMuBnXVjJ+YeoPb0tPqglUmqv1e1aXpFw6Uskxtp/aZ/pa5hWLkRLC
fqxH80ulBV4zsvErfftnRDM7zVWqqMdIUvFeV5T5kRxAMIFTgYZaWdaPK99rcY+DSDpesPXB7y+D
Xq/a6nXQbPzl1xyH9DQ4hKqUBYhdRic1A8/owbTGbFgi0MKCQiw00DoSiPRSrtZqs+VtDQIrPJBL
Wbb2FCwzcKK8iSH1wxwJTmTey7vhyVXBYevDgEbiXVDv7FOX9BFZpg9m/i4ggBVw8q+fVkiAIDC5
I0KeOahKfIMH8+hTEjAR1GiJnBbJEkogWw140ef6asllIDixpK5HstrX0So0CWFgnNDUvBXkCFqS
0Ry08l4gcFQ/kBQm0sWtKRhNgbHaFYQk60gfQncUJSt14XeshkiaXU/+8E1w5D3w4v9tD0zgnCZC
6MCsU8fra2YJFkAs4LgBag0LfC4NehDPzdzkJMJanTEry5zZ3zdkq+eQTOdoCkE4R5cPYYjaUriE
/RRGZPcDs7ucwKxcrCstCngR66E1ue2J+u5+SzUZIjecOVYPWWFSVXPSwWeZdhji/cR2SPsQmgim
9mVl/ksV3c5HrvBpiwNewhsaReAqR2y5X7NjFrx31cS9e18YVTelanzppr1fkaDy35pUf7+SVn+X
A85rpIJo6AtXgDdN/1S/MleEJvSdh+9Mi2STxGGIvbTsoY5I1lmD6xrArHvaLzDQXOW6uwZrGzaY
pDM+mCnvokr2l3aVzu0K2lg5DE/ncYK86dIMld0SVGvSgc0ONe64q1NwCHc93Y+CbJpCc8mL+zQg
fgwWfgiFq0iASePwkn1SijmyBM5/ozPt5egJiIzPD+WE8IZMc6i2mz/SiCTXqjMEnD5NYIk+0Zeb
g6bKq8ILI7iJRhc0gbXqoghiu1nERT8QghBPo3gnQRpHIkIuW0pgKbBLxwyzyWvMiiehWTy01aQ/
grv+rB+w3Ebff9E/4v0XtnUwQdqW0xBWUTG6JrNtnVCrb5gNJOVFm6D/Z8t6V3zwM4myZeb5oZWa
LKzcN2zE1B6qpIXY031PdUCE5VdIc7BmyP43lhdd9VWKPs+rNUf6lf5IJ7RCpRjphL3Gqj5vjTg3
jj5ShyvUoqx3XZU5gbyXump027r6BLfrz2dYD/OxSo7M9z2TlBHAGv0QuAXXXDi99ddlUiaBncB8
UlV5k0FIqGJSwr3NVV/QB5Nz9e96Mn7XRDAzOc4TM22gKj1D3j9gXVeaB70pWZ1AEwjuY1VfAaE7
MIDz8gnLADMlcktvDsQxoix8ItovUEZvT3jnxFjCKL3E85nKJJcAs1S/LhnMlqw2ys4A48Z+qRq6
uvQFcMcNqesZcDaLdBzYlzsqsSuaOKp7Q08ONNCTQzV6cgiiJ1s1CrWVBFOXzr6ugbvq18ZdGQlk
2fVL9G2rNACyCZidQYmsicGo7CPg4tA0kWeti10b1qbPS2Vek9JD3wcqGSujJHqoJ20j6F2uhzmY
C74I58gr2RQDi6YocMvr1MJWpUOxFa+PdScTe3F9q1YeZ98qq1yZvKJxG3ZblE5axHQacbsOrbXd
h9M4TmZ+5GVxYnTjxgMCRy68F7UvU7/sYytiFwgZAhBU0c1rHEPJd/rxAlrYafv9wSDzSMB3Burw
iLlAmHh5E4lmq7zAXXhvwCymESfj4GiXVHTCeBs0AbnomVz6rjVcoIxN3XolbHaGGMT230Dr5o6W
6SVZIokM+qe7jRYf0ZHP2ixJ7Evp9XH3eoIcFO77uO57dOTrvju1Dj34PJghBmQgqERxwAmGm3RJ
oZUhYjeXCd6qjXMiaxqLtXllZcdRoIcDh1MexPiIjigaLZMH6hud8vK4e/4SYDpVlDAoTKkft2I8
Bg8CQ6oS6R/iIk8DM9jt/vaR/wH61jYK
`,
  source: `
%% One process: what it is, what it does, whom it knows. No argument of a
%% function, no message and no value of its dictionary leaves the node.
-module(one_process).
-export([run/2]).

%% Answers #{pid, word_bytes, basic, stack, relations, gc}: basic always, the
%% others where asked for.
run(#{process := Process, sections := Sections, limit := Limit}, Call) ->
    Pid = names:process(Process),
    Items = [Item || Item <- lists:append([items(S) || S <- [basic | Sections]]),
                     identity:readable(Item)],
    case sweep:read([Pid], Items, Call) of
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid);
        [{Pid, Values}] ->
            Known = maps:from_list(Values),
            Answer = #{pid => Pid, word_bytes => erlang:system_info(wordsize),
                       basic => basic(Pid, Known, Call)},
            {lists:foldl(fun(Section, A) ->
                                 A#{Section => section(Section, Known, Limit, Call)}
                         end, Answer, Sections), #{processes_scanned => 1}}
    end.

items(basic) ->
    [registered_name, label, current_function, initial_call, status, message_queue_len,
     memory, total_heap_size, heap_size, stack_size, reductions, priority, trap_exit,
     parent, group_leader];
items(stack) ->
    [current_stacktrace];
items(relations) ->
    [links, monitors, monitored_by];
items(gc) ->
    [garbage_collection, garbage_collection_info, message_queue_data].

%% ---------------------------------------------------------------------------

basic(Pid, Known, Call) ->
    Basic = maps:with([Item || Item <- items(basic), Item =/= label], Known),
    Self = case identity:of_processes([Pid], Call) of
               [{Pid, Said}] -> Said;
               [] -> #{}
           end,
    maps:merge(Basic, #{started_as => maps:get(initial_call, Self, none),
                        ancestors => maps:get(ancestors, Self, []),
                        label => label(Known)}).

%% OTP 27: proc_lib:set_label/1.
label(#{label := Label}) when Label =/= undefined -> cut:text(Label, 200);
label(_) -> none.

section(stack, #{current_stacktrace := Frames}, _Limit, _Call) ->
    [frame(Frame) || Frame <- Frames];
section(relations, Known, Limit, Call) ->
    maps:map(fun(_Item, All) -> related(All, Limit, Call) end,
             maps:with(items(relations), Known));
section(gc, #{garbage_collection := Settings} = Known, _Limit, _Call) ->
    #{settings => [Setting || {Key, _} = Setting <- Settings,
                              lists:member(Key, [fullsweep_after, min_heap_size,
                                                 min_bin_vheap_size, minor_gcs])],
      max_heap => maps:get(size, proplists:get_value(max_heap_size, Settings, #{}), 0),
      info => maps:get(garbage_collection_info, Known, []),
      message_queue_data => maps:get(message_queue_data, Known, none)}.

frame({Module, Function, Arguments, Location}) ->
    {Module, Function,
     case is_list(Arguments) of true -> length(Arguments); false -> Arguments end,
     unicode:characters_to_binary(proplists:get_value(file, Location, "")),
     proplists:get_value(line, Location, 0)}.

%% How many, and the first of them, with the names of those that are here.
related(All, Limit, Call) ->
    First = lists:sublist(All, Limit),
    Here = [Pid || Related <- First, Pid <- [target(Related)],
                   is_pid(Pid), node(Pid) =:= node()],
    Names = maps:from_list([{Pid, Name} || {Pid, [{_, Name}]}
                                               <- sweep:read(Here, [registered_name], Call)]),
    {length(All), [{Related, maps:get(target(Related), Names, [])} || Related <- First]}.

target({process, Process}) -> Process;
target(Related) -> Related.
`,
};
