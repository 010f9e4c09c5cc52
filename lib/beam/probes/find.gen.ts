// Made by scripts/gen_probes from find.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What find.erl becomes on its way to a node. */
export const find: CompiledProbe = {
  name: "find",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_list/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_integer/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:loaded/0",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:port_info/2",
    "erlang:ports/0",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:ref_to_list/1",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:all/0",
    "ets:info/2",
    "ets:match/2",
    "ets:select/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:flatten/1",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:map/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAKg+eNrtXUm340YVfrZku91DQgYIMwQCOYfAoeXhDYtwWMCCDbDgNNnp6EllW3qyZCQ57pdF
1vw0/gq/AkqWbdU8SfLrTl42afu5SqWqO9/v3lpZu0Gx3cTAu4gvLi4+XVk7a7FNvItVfzfyY2+b
g7z8Q2812A2rz9UvrfKXX3qZd7Hr/bH+d/+VU35Ye5vqZ/bK3r0LP7mLEMSBC157fgEnt3a2V6Rr
OGCUp4vCXef1FNYr56V01MrLAmxU/9WlbNDTFYB/3aVZgD9tIhv4ZJOlywzk2OOuoygq33AMR9u+
F8fYkOdwiA9HuIvYW5Y/6yN/HBcZfBp4HRbIl3aRbUEEJxusvcJf7Wer1+ggT2E9bwRisAZJcXzU
KEwKsARwtNdHTyqqDhP9hvnI/quJ+RMt+RMZO7bM0u3GhZQYgKya1HgBtskC7BzEi4i3HTfMMU/W
3h1wM7DgDZuJuMHL89TH5nvmp5A8wwR+zASLlE0zhisCGUh8QL6CcNhgmxRhDDm9n27KjfqMIEEB
i9KTcbmNt1VT5guP8423S9x0czpnuXyKDkfO3MCS7Y4UgYq+Pu+0NWlvQNGeWFSeKCUq/9s/LU1y
fM1xmNxhfyEXjkiqMM3C4h75zorTHTqv8ZsNqTfrs9+sOuX+zkpCODlx3tw9v0I/zCPzdY7k6zxx
5BMpT3j5HchIwSgcYt+mwT1J2Q/Kr5RypOcaxl4B8oJxQOhnCx2x8MIYBMg37xRetgSFW4RrkG7L
uaxbKMsgP572PFKRXZs0g5Ok1bmXDI3p3WpdhDnSozQpKfbhwUWiUYOFF+fIsNNsSZoA+bIHyy00
SchxCicYpHnNKpGYQezDLmKccpR1wgc9X+dumrjVAdUU87sOzQqMFveyTdW2xCeihLm9G2ZgnRYA
J2BoNXjJEiXHdZqkRZqE/p4iyYN9tg7jOMwBFItBw9X1xSLudNqlHMeMSCcSW49hskhJW4gyBsgH
RAjj2Lt+7BOG3XHCJ0uQwKMsAGn4YSqK9eBhmLubMGBwWMThTlR5sZ7UcxUZtmYVDqO2QmeHvWMw
xG4FBXWYUw+Hk2aRVDSNIb+DRZiAQGSjcB8SJmERRYLXKCkqYn2nsStccwUjjOnxOcOdVWT36Dkb
iZMn6mYTex2MTeFKUlw1RvWWiXQfysn99I5gY8aEfdmaUG06KFZZuhP8YARtBDhTgMl+TD1EODsp
vZTBEw56PFJ5O9wPOqnwhgulLY8XUGDeAtfPvHwF/2BMhWMpFXJpCn/DCJv3Fv72C8wKirRYss/1
IPibd9qatffa3ftiefgV0HNH7eMQVB2IR9xBpUraYlLjBGRZmrlxulzuTW3cJJON/ihM/HgbADdf
eRkI3NLkzEKQ0xah8Y7jDqt6cIt2HhzZEMp5kEan2M7DXLq2ynkgiRaVYifSuo1T/+64MUoRKjUL
7VkODdLKX8gqZtOfw1qHCR0uUh3rvWZIgQvUQMbkVmfWMi4vEvvif/C/yOCVaJvQWxTQNCnnz4AP
wi8PFD7W0U4jxKXDHEziKbU5LIi89ElljgmPBo7/U4n0lu2mDfkFFRsW9JVIcVr7yQinEHyjs7P2
n7/4yz/IDeEqmTlh+mD7TRitqhTz3Peg7IhrLuwRrpvUqsVd5wFBaL3uCK2Hm2QEF9ELrX4j8AJc
3ryd0SQWJmqZjE5nXvJV6XI8UstbTy3mNvLzykauaIETm2uZALHg9iPtfXtp73z+GeaPiTywNmnd
eaT1B6Z1ToIPPZQGJ7zPd9Ixi8cTfnOl2Ug1WanM/ZgRfjrWKltFmuWIM/tIHW8gdTwztsq7o0hW
cu+SkdyjQzkMn3QaNSDqEdTWBfALPPb7KPPedplnPPFzdXa5IjMhshMZoGr3T3/751/RLSKI0icw
eDePSvkbRqCmIvAAvzBe2Qud9GMbccQD8oNgFs28kMXFNVnSPEMBXhd6CYO7MAlyAa6JMSQO12GB
2+FK6SvdHR4vsnTtxmFeHKnlCHvghlIb4FvfoYhloJSrnnPzhU4NB1BBZUyJXGLLuX1HFXMz2iah
nwYA+epDfwVn8aFYyt0irZJx94oInjCFR3iLBRLSbO0Vx5UP8yILk6V3cXdhf/2y2PBQJUeMiBJk
8lm54NylKNVBEIyCLe4rb/EUY1BViUbjWyjfdhoZrsFSXoN6NpLKXzoKiUhCEs4YeSRNFn2XYlFb
jfT5wmraBhHM9IgAAUPyCQFVzrKFtAJwmUYN3gIFixlD++wcJAHlw0xEttTGy4rQi7mHPWVjr8dJ
Cr9LSm+I8+d8m2/galBp0ZxO5jzMQd9MbuizbURwZEN8l4YLMWfagbM3zQ50cP3Q+GS7kMYMK9MM
TjJlkUMD+fwdQ/k8p1jWmFKqrWGaEHPKiW2nLI4ALfYVSq8YpT9dFcloHuF7kiNkTrdOk7BIM1Ld
sJz7SSTaP7a0Ps5vXCxjr8LlKlKR5QPy6Ekf4ERoibcGeA3UNTfA6DQ+lveVj0Vz4g8aomsGpXuG
ofJyaBTwUdBPM7CEI6AsCiK8mgAHqk1N8N79Vzd1lJ6JZ5vS2Pmyruk4huOmXZMFPMzfHYpO6Yos
PgYcRelh/o0aNn9fksWrvJt372/v3xjTIGx/VzRcxNNoxBC139EiNEO6/1BVVR2IhpZK70H+z70l
cP+1BVvgxiCpj5CA6XN20uLSmHk0yhIqWcLZaIXsj6ttSPVHcKb1+e8/50Ge0EILhnXGk9VQfwTb
WFFaW68mk2+7uFZ12IZx6gWdCnLyO/VDf+5tNnHoe0UICVPz5Hkm3KX5wX1XvXj9baQ1rYm/p1Nk
2C41KYSQr/WZaHwH7tdgfXvEuxMyFHn1HhOMryiBtYTesPBu9WUe13C6Uts6dMhldCyn4JlLl9Kt
tgC20ZZXQcm529VCQfxHGgXxlxKzbQTNtvKfLM3HU3jXbIXHO5ibc6RVrqmyGynhvjkqbrBFdRxV
OXulZbNiufCei8uqK0oTRmcS7Pq6nvaCHFYJsVqXh2v+njiUGGE4hZBNyqgOFKMSmXITRW3oA6Ge
h9LwpVHZ0z30a9en6m40iP9k3zEl/ArwXAG7Jeb5vp7wQj/O6/qo32Cb4eBbc0iNKvPLNfehlefA
Uw5zjjBXUBN2XWGPqxuiCFIivUuyPGwt7XjPI/7aJ06nax9CWyPN7husfuJEWsbEoMz0tGVF33A1
jrZEGy1iryhA0kIquo+noq2vC04Y+Rpv7FHvyCwS9mAof2EgVqqtj6T8Vrv23hoQpoY6MdLPH++T
fGyinJHPbSU0I9d7D6C7SrLFLDbpTla0hO4QNOQCxaJWavA4TncgKxFwLFuScphO25yk+y1oUWn2
5NEsitS1zv8H6tk6wrsK8J14yWFIRVU1k6gqHgeOD6lltOfCfjVn4cP66TjURSPdZat2R5jwk4kO
M7N4sjA+5oX4RhkkDEjlSgXqKkHuruvTiXqkD/599ppvqxn6FI8MC8GnDVC/ldQRZgbR3UhKvRx3
Dv4tW9I9LPZXY/e7g/6e+ZTPB+5+PN9m0O53u4otvzDupylptdmBlhOhBzl90lhazhHQjeUFgWBe
BqGYvaMCPHJeE1EDNUO+0IxVS6e6U32egBkfSpqq8GhHiBdxEz3KPZwRmymSPEdjp3G+8YeG7DSP
mkn7iUTaXzJ7gj3Ea0ZtcI0j431RzQOaNgXJslgxOvphP8d7O/YMoiP59vYY5u8LYVdtYOGmHCyh
mdlOvUyJCCRwcNAhg//wywyvou9MJuM6XAVtp5T/L6snyjkFWcEphheRNfhU882cyOBVvwo3DOmr
T4Vwnl1Ykbulf3j7qAm37VZFStRmzYTpKRxPdCiqZSfjHFYspQ1Rco3rDA56uKfb721fzciAHg4E
jEhjbR2dZzdr0IYG25CW1102MEZ+/feIm1d9iR3EQNoiMSzAmjxT8YjytQS1eowRK7hyoz64rnEH
bHsT+ncmyoFICjjMtsBtCSUCESl/q7wAG5O2kZhJg+BKjqTb/+wz0Y8jc0bPCyjF8OnMueRH0lpH
NSjAnoYwOxh5yH94f+gxgJKHyycM3+fHEsOQA8xUuiTFBFJBHpMUYHHVqPyYXaePpOE4KI0rXtZZ
LTVPPq3rZvBqgAY1P34SsTNGDI/OUapI1UjxVjRH9aD0fLfwbjXK+d5HII7wkEpUPRop+MTBAgef
TDi9lQR93x/4SLV2dZhD+eAXvG3l4cwtjQ0/4F35m1wmEJl1ysjvkRSpUSmyoG30ft8EHeh5aDQn
YvaX129Y3QLWAbe5q6zyN253kOssSgbg19QjWasMLI7e41nuAnDkdwGcoXsA5Q8OcijyALPUAWv2
zDjAvjC9PZURyBgSCLp2RkRTUsHfk9nAXbVNnLDpWecmg303d7YP3UZor8nLdFbKaWu0vHZYLa/V
60B1aij3KucxO66WHe+/HdlxWSTdecybPnRePIpMAIppBrza2DeAXTXv0vAT9a6ZMxJfrSNbB/z+
KAwPal9YSaKY8NoQw14ZRKjkgCWWXAYLvSi8PUIF2ZKDxtUXRkX8pK22ThE/1nVAdQENJQG0yOOn
6uQxVbCjblA76hTS/QPZ4Q/l2Frbtlx19zO9ztIIZfK09zU7RXfFAYgzQ8sNmpT9XBEba/yAj9Wz
4XNZ6ZegPmgu6L+qb2MwGzofQm90dmOqdLfiO3B+F7ntFiuOYLfA2dONgZIYQCc4iIn8mEJMWuVC
EV5CqIE6+QVFIkMFEqFKgWZUfQNeM68VkFVLFFzSiQI1D40moolS1B7pT0XdWtWZv66Vt6LzCtKb
cEc5tBwTEJAet+wu2jyMIUGh8THxY+i9U7s6rNblxiT+S6ne4GXvnXaugJNexNhOmyAoQ/yDgmKq
tTO25NG/73HCC9JpOiJCv8wxwLNSjkSTeMvJXTuUFxItLfGrFqWH2Yg4zWEJeNCJdQub0+EtbOad
+3Dao7OIWMEQgp2sQ/xG4aeZ0gXE3DIM4538xByVy0mRncNyn7Ic2GbonKmsp6/FjbidCcTCxQ6h
GeWGvsCvjGOyem2Pm6/01+orvaSjXIKVXpK3JbQPL7+S4Ns14gskBkne1/eI7qFvORZGlHPAwNsJ
g4VIxylJHo0TmVO7otdRPSLxaxrAHMfBtkrGA33g7xURZ2Lr70sq6XXVNRqTDhqjd9gLUJlX/MpA
MRjbJslhqANMwtSyYhdkvA3C5KWepXNCkvHjPo0ilzOpi1l7Y7zApSNyZB2dlTHosnxjiaM9i5Rf
AtGePGiYnJ2uGY79kNsG40YE+Mi8kLg7/YZBLuxWGWX7F77bVhn4rE5VehzANLyuuLYq0uLa9ZJ8
BzLspxqETwazJ+bgxmNoQDVqdbZ490Qh3j2Tx7tnzHh3rwH2+rhjnNPHN9I8yuU0jnKJiblZhwai
GKymaGRaduJpwgYyHHp9mhExiyGUElo9g+RUqUYZ/NHnt287VTgE4ZeoD870V1RkLLWh7JBYs3yH
HKjMQYFPqb03pW52ONG40oFEZbQcl0SPnMJydhRytpSs6HY94A4zaA0Nf3KzNIKxmmgDMb0Rsfk2
MTznUL1kDshpbz/gS/R+y03o2ah0PEsIZ9peiJIwOohCDTyWoRNiJMppzfflU6OM/MFFluG0ORDi
w7sL06XkNTyNtp3j+V4xxeUbvecGAejL86x02ow6cCtNJZN+uMuvjUJp0/jAMz9NsyBMvAKF4irE
+Z4iQAZO6EOCUzfPMvJD5Whukx0ws+MwuWMUpkiiO/z0l3Iejn31AC/vph4+2HcpYVva24T3ttIb
0bnNAIPyligy+NZNRteK013URgPmoc4l30rLfXHC8pRdPxvdrcCDBxHiBXmd/0ZKN8/0jDXOROGG
r7cFL96iycvOM886zDN/gzq/WRqVDxNW5QNDgwSAqHHgVFjWaJ94m6+QXDor1hN1ju5Qlq0nBfOI
y+8cly8psuoU3vN4vGcru0D4vIPwleTCPqfFjkt0p1SBd6L/2KRYFV4YG7WcoqKE/wemewZH
`,
  source: `
%% What has a text in its name: registered processes and ports, modules, tables,
%% applications, ports. Names are looked at as they are; none is made.
-module(find).
-export([run/2]).

%% Answers #{Kind => {Number, First}} with facts of the first ones of each kind.
run(#{text := Text, kinds := Kinds, limit := Limit}, Call) ->
    {maps:from_list([{Kind, found(Kind, Text, Limit, Call)} || Kind <- Kinds]), #{}}.

%% ---------------------------------------------------------------------------

found(names, Text, Limit, Call) ->
    counted(matching(lists:sort(registered()), Text), Limit,
            fun(Names) ->
                    Pids = [Pid || Name <- Names, Pid <- [whereis(Name)], is_pid(Pid)],
                    Mailboxes = maps:from_list([{Pid, Mailbox}
                                                || {Pid, [{_, Mailbox}]} <-
                                                       sweep:read(Pids, [message_queue_len], Call)]),
                    [{Name, Found, maps:get(Found, Mailboxes, none)}
                     || Name <- Names, Found <- [whereis(Name)], Found =/= undefined]
            end);
found(modules, Text, Limit, _Call) ->
    counted(matching(lists:sort(erlang:loaded()), Text), Limit, fun(Names) -> Names end);
found(applications, Text, Limit, _Call) ->
    Masters = applications:masters(),
    counted(matching(applications:loaded(), Text), Limit,
            fun(Names) -> [{Name, lists:keymember(Name, 1, Masters)} || Name <- Names] end);
found(tables, Text, Limit, _Call) ->
    Tables = [{Name, Table} || Table <- ets:all(), Name <- [name(Table)], is_atom(Name), Name =/= undefined],
    Wanted = maps:from_list([{Name, true} || Name <- matching(lists:usort([N || {N, _} <- Tables]), Text)]),
    counted(lists:sort([Pair || {Name, _} = Pair <- Tables, is_map_key(Name, Wanted)]), Limit,
            fun(Found) ->
                    Word = erlang:system_info(wordsize),
                    [{Name, id(Table), Size, Words * Word}
                     || {Name, Table} <- Found,
                        Size <- [ets:info(Table, size)], is_integer(Size),
                        Words <- [ets:info(Table, memory)], is_integer(Words)]
            end);
found(ports, Text, Limit, _Call) ->
    Names = [{lists:flatten(io_lib:format("~ts", [Name])), Port}
             || Port <- erlang:ports(), {name, Name} <- [erlang:port_info(Port, name)]],
    counted([Pair || {Name, _} = Pair <- Names,
                     string:find(string:lowercase(Name), Text) =/= nomatch], Limit,
            fun(Found) ->
                    [{Port, cut:chars(Name, 100), Owner}
                     || {Name, Port} <- Found, {connected, Owner} <- [erlang:port_info(Port, connected)]]
            end).

counted(All, Limit, Facts) ->
    {length(All), Facts(lists:sublist(All, Limit))}.

%% Native functions make the texts of all names, so that little is interpreted.
matching(Names, Text) ->
    Texts = lists:map(fun string:lowercase/1, lists:map(fun erlang:atom_to_list/1, Names)),
    [Name || {Name, Found} <- lists:zip(Names, lists:zipwith(fun string:find/2, Texts, [Text || _ <- Names])),
             Found =/= nomatch].

name(Table) when is_atom(Table) -> Table;
name(Table) -> ets:info(Table, name).

id(Table) when is_atom(Table) -> Table;
id(Table) -> list_to_binary(ref_to_list(Table)).
`,
};
