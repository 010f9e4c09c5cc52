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
g1AAAI0CeNrlHUmX40a5Ldnu9kxPhiwQ1kAgQB6Bx8hbdx/C4wAHLsCBN+Smp7aqbVXLkpHkeDqH
nPlp/BX+BSXLsmrfJDsD5JKx27V99e1brdzdoNhuYhBcxBcXF5+u3J37sE2Ci5Wzu1zEwTYHefmH
3mqwG1afq1+65S+/DLLgYtf7ffNv57VXflgHm+pn/VV/9xJ98h8iEIc+eBMsCjS5u+sHRbpGAy7z
9KHw13kzhfvae6UctQqykBjlvJ6rBj1bAfTXXZqF5Gpj1cCrTZYuM5ATy91CCMsTjtDo/iKIY2LI
NRqyQCP8hzhYlj9zsD+OigytBt5EBfZlv8i2AKLJBuugWKz2szV79LBVeOtdghisQVLUS11GSQGW
AI0OHPymYHWZ+DfcJZ3XY/sVXfWKHIgts3S78REmhiCrJrXeQN9mA/0cxA9QBI477pirdfAI/Aw8
iIZNZdQQ5Hm6IOZ7vkgRekYJ+phJNqmaZoR2BDKQLAB9BOmwwTYpohhRupNuSkB9RqGghETZyYTU
JgLVhHvgUb4Jdomfbo73rOZP8HDlXACWZFdjBM76HNFtG+LegME9Oas8Ygos/9uvliY5uec4Sh6J
v9AbxzhVlGZR8YR958bpDp/X+mRD5mQO/2TVLTs7N4nQ5NR9C2F+g3+YQft9Xqr3eaTIKyVNBPkj
yGjGKB3Sv0/DJxqzv1F6ZYQjO9cwDgqQF5wLwj+7+IiHIIpBiH3zThFkS1D4RbQG6bacy71HvAzR
4xHmUId3bdIMTZJW914SNCF3q31R6kiPkaQ020cXB2WjBg9BnGPDjrMlaQLU2x4st0glocdp3GCY
5g2pQDmB9A9QJCil5nXSha7XuZ8mfnVBDcb85oRqBYGLe96mq1uSEzHMvL8bZmCdFoBEYKQ1BMkS
R8d1mqRFmkSLPUbSF/t8HcVxlAPEFsOWu3PkLO542yUfJ5RID8q1xyh5SGldiFEG6AUgRjj9nRMv
KMWunvBqCRJ0lQWgFT9CRPEWHka5v4lCDoVBAXXiwou3Us/XJNiGVASE2gmeHWDHIYjdCjHqKGcW
R5NmUMmaRojewUOUgFCmowgXiZKogFByjBKjIO87A6gI1RUCMSb1OsOdW2RP+D1bsZMrfbWJvw8O
UISclBSNsAGZTPbhlOykjxQZcyZ0VHvCpemgWGXpTvKDS6QjoJlCgvcT4gGS5KR1KIsVDnIc6pyO
tIOOIrzlRlnN4wVimPfAX2RBvkJ/sMbCkRILhThFnhAS896j335BaEHQiCQdoQUhBt4RNOvgjb+3
xfLoK2BmjvbrIbg4kI94REKV1sWUygnIsjTz43S53KvapEqmGv1hlCzibQj8fBVkIPRLlTOLQM5q
hNYQJw1WfecWazx4qiGM8aD0TvGNh5lyb5XxQCMtzsVqyCDGsADRl6A2mQzYWv+PX/zpbzTzFtLQ
jOLsPN3PiJ6f6UuVCXX41qc8cquSJEqBf/rD2DPQ64qBVlsVGG4dw4fwfLzFoDmfbCFkiUx6dHkV
nuoqBL4zfEyLDexdiTx14JTuH0PYEfzpiCiVn4LmWC0918+tGdbpAMbzOsw5XgdWxjROJQJG1jC/
RKRYgEVBKqUnxxjria/1b/OGtiBUQBrgNPWHv/z9zzgVUTBbULGru/NSnD0CHbxq1jt7YWJVqjxM
fbRTXKt0l6BgXDyVQ4+6y9qxb+a/QkB7wznTBe6+I6yqk/nyoMQHVcsER6T/7E0CeDrZ3sW1cRjV
nLHpW7hQjiaDq9T/C/CmMFPkH6MkzCXxBs6QOFpHBSnEtcxKU1iPHrJ07cdRXtTkXrsjhTZAi7jz
OwymDLR8SDOhHe81vFHHWzqhbPyOfW6eri/8cptEizQE2FcfIOs1Q3gAstwv0spIftL0rEcpusJ7
QklOM2QQ1zsf5kUWJcvg4vGi//WrYiPy9ta+W61Q5vNyw7nPYKqHRRYlIHa0QTwhCFRXJLF+Z0Yx
nkDLPbjae9D3EjB+BU/DQUCJsml7/fYlQ6J9PdQXM6tJF0gwNUMCLEgpRgTMWazEhE4czxPY4hR4
EMc65NbPQRIyKvxY5nTeBFkRBbHwsif8nIhRkqLvktIYEPw53+YbtBucW7THk5nIF+jY8Q1zsoUU
RbbU3Q1MlBlXkZ++bYq8R8qH1jd7Cm7MMRPs3LwTHjq04M/fsuTPM4ZkrTGlAg1XhZgxRnI36apU
MNHRSInkpOSdKnnN8ArfVVwhd7p1mkRFmtHihuc8GEMZ/Pjcup7fOomtv4qWK6jDywf01dM2wBHR
kmANyNzEW6F/zWt9Le9pX4vhxO+3tI8HpXlGRMtypBSIvcDPMrBEIxAvCiGZ5UMGkCY2eRjO6zsI
a67LzYSesDktZb5hPUZgpt3SiXXc3x2SwdlMSXFuBh49I+wbvZyZfaqkKCN2dnp7e39iQoLw7V3Z
cBlN4x5JXH/Hk0Mt8f4DXVF1QBqWK72L6D8PlsD/xxZsgR+DpLlCKn1GAElXiGP27kRXKmQpY6MT
tK932xLra7ek+/lvPxc5A/EEKI52JuLVSH6E21iTW7uvx+P/d3ata7AN4zQIT8rI6e/0L/062Gzi
aBEUEUJMw5sXqXBz+4v7tn5RyX8jrhlN/B2T5N9usUnDhXxrTkSjR/C0Buv7qvSIYevY0XvcJBlN
DmzE9IZFcG/O84SK040e6PAhc1inOYnUpbkS1C4gAO0GVTBICK4OClU+NChUmSvUtkuktpX/5Ek+
kcC75Qs80cXcnSOscsukwykR9+0RcYMtLuOYjPYbI52ViLX3fJJX3TCSEJ6JsZvLetYK8nip/XrV
V7dimHgMG+EYhYhMSq8OYqMKnnIHYRfyQCrnETd8ZaEMPc+fkF27PlZd4E78q30lY/QVEJkC/Y6I
57tmzAv/OGsyA35FAMMjQXMIjWrTy61w0cpyEAmHmYCZa4iJflP5QoobKjlZwb1LtDyAljW8Z1C8
97F30r0Pka6RZk8tdj/2oJEyMSgjPV1p0XdCiWPM0S4f4qAoQNJBKNohQ9Hu14XAjXxLFtw1EJlC
aW1U+QsLtlKBHirprTHtgzWgVA19ZGTXH+2DfHyknNLrduKaUcu9b0B2lWhLaGxKSFa4hEMIKXKh
HqKzg0dxugNZWVvG0yUZg+kI5iTdg6BDodlTe7MYVDe6/+/pR+so6yokIfFKQJCaomqqEFUiChwd
Qst4LdR+N2ehw2Z1MtXFINzV161aGouDiR43snjUMD4WufguM4QYCMvLiyUKR5wWKa0VykvDUjjs
k1IoxJq5GJ1vo8PU2pencg29sG5Toepg0TmOynJ/BNXHPBz1JFkobhCGknkpBLI/o0Zy06xBWpJ8
XJMqC/pAU36dgh6kHBEBjA75+JVz40TxanlpOqPcTSlgysqxa1bVmky/b0lNM9iOG40V3GjeLTdq
cUzYBdV4KtqXZSzjQQ+QLIsVp06e+DnZMaFnYdvk2/vaSedIkya6yGSZCDKB7CLLzGHKfB4qiwWp
U+gfizI+o6n50q70E+6CUb+uy/+Xuc/lnBKf/oSI9qraZuhpVh60OOpX0YbDfc2xEM2ziyp0d80v
b2/zCMtFKlRigDWVOpfJbIBDRRjfle7xLKEuWMktKTMEuX890yrqfa8bTuLQQEKIbKacZ7J2u8Ii
3FTGGkmdsi0Q9uu/QmFU5BVxEUNl44GoAGv6TuUjymNJKm3YEVeboIj2GZjW4PmBfnGqp+w51V+h
ia263fjWfa76m2jxaCOsKBejx23+0xWTpPKr1KfKC7CxaQ5BqFhYlLomJeezz2Q/hvaMJy8QVyWn
s0fLHyorp/QCi3scIvRybJF/if7Q46RdHVpMWp7nRwoyw/y/Ot1PbWKy9M0oI7Q3rSoZ+YXEmB9f
EOa9EYWt9GJ79Gqn7vKmFxHVcyWMId/lzDEqPa2SNoMYUYVzTBlqsPCL4N6gHug9LEcKXVKZlos7
Kz7xCN/FJ2MITRu6fcNXagTVYY5YwqIQgVWUqOoaAPyQMCcGchmB4BY6Yr/HYixWtYwSnWEPN0lr
OVE6iwe5jePMO1F1ECwl1f4qLPU/Bx2sT2VJAOKiXCw/IQMPtQF7liZ/nrrJ3xnKjxmTdJAjlge4
udJEnwTOBTrS+NhEhSAjhCD43jlOVUUJcE+l9p6qp9CYj88mLQr3bdr4ZnwX3sU2h+m+FmzWpFPq
dr3wOux68ZGJq7VtSZcHoU3mRpqBoFFiLOLRU632ucKoTNcld2jpxWEXXD/wVFne1kHuxEeWHaDG
VF7drMsGk273j0Q4J0un/7E6oGSAEnTgj+jL9v4/Db28ul1+0Ny9X5PpfMT7Fuft4N1glxY2DcRd
Fjhm1L48i86FIDPMu3GRVCl/6hxS/crvxiFo9HoN43lUNuw5evp4zX6bNHyqbbUhPvxE3zc50VCm
7nBl6oivv6P7kOEaGzzWG3Rcu/OxWe9FDDNFDqJbvoi4EaSZcl3cLbjnTzUz7KwX+Jl+VH6mKiCR
VBnMJE0MdflnlLDBjFeM/42Nsky0Xk54B83vY2/ZiHjyNYU3FhrVAFnCYUzF6TQkt04/XVFgqoW+
/gmDIkMNFGEKCqZMljRZeWvkldULEMzZAIGemcYi0VhLFGFdbpie1N22ATfo7s2GEJTtvS/zRZAk
IKQtbdXjMnkUIxzC/WLyZVhw1c+znMzFQbe57rVKzPGs0gSV2qZGb15FH0bYefYar2EeoVJxXecT
vuu8YyEo99mLD6HZX0xNofaZBKSThtfw84RvArZolUUKIxbWRIY+lu7YmM5W7hpDV8KY02LMCpI/
t8+jFaDnOZTcCePWaM0TJiqe4ApTYM6UdyJM98EjsC3V5l9Y+zDN+oy23+kv9Xc6JwlWsdM53Z27
+4zwG0VGun5XPiZtSN1Is06AYZ/7keZa0u/YTdXv2DUtXhRxJ0Fqj95bNZ7uFcmPaZGZOAq3VfAa
mOfq3kCJM5jsMu6aZVm0TKBk807xx9wkiZQ34lIcef50n0aHoQUdVWJZs+3ojCqaN9N0jslWYi+L
QVtN1sk3Vr85fbRicB8B3zgWZGfqboyDluWBFab6GGqfgff6p+i5YjExsRbwUFx1LkuPyIKIekLs
loMsvBrkvatMEiavwo+c2klohv9ctWsu1FSxjrJ+kOQ7kBE/NUB72us7ts/+qw1qqjpR6N45m2N4
rOEYnqodw1OuY7jXIlm6hpjg9klA2ruDvNbuIE06pAqxGuTUcrR14f5T54wKEnLlu+rK8qSwiUpR
JZmfieXodfVM9adWMYmD5qNKVxNkUh3OLnUY0+3MW4FdoNDccE3CtxrmFn6F+Xl2OmmHHWSdq97b
fPOuStZs1b7nizTNwigJijQzMt+eYaEc4Wsv0nQ9+wwTsQcEz68TvLNTPu3MeyFZrrRzrSLsZUX9
l7ioFq6aT7hK9MIp9SwS9uNtIjqt8lk6YVOVsOy2T9tUp2lW7cbpDnbRyG5o8pSd1nZfHKOZ+6dd
2/SoFQVIKfaCHeffUKuDd89a4ow1XkoYdNqVQifOo42SGF0qc0jPFolqVMtzPGI2PfEjZm5Xj5jh
XixApVoKykaaUGa8zVdYwIMP7BO92C7y33kd1rezXWUkGoj5ssiMK4IotirwZ4pb/gN5aSsp
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
