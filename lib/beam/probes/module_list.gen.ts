// Made by scripts/gen_probes from module_list.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What module_list.erl becomes on its way to a node. */
export const module_list: CompiledProbe = {
  name: "module_list",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
  ],
  calls: [
    "application:get_key/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_integer/1",
    "erlang:check_old_code/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:loaded/0",
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
    "erlang:throw/1",
    "erlang:whereis/1",
    "ets:member/2",
    "ets:select/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:filter/2",
    "lists:foreach/2",
    "lists:last/1",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:from_list/1",
    "maps:get/2",
    "re:run/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAF9qeNrNXFuT27YV3iWp1V4cu6mTuJe03TSZ8W49TU1d1nFmPO5D+9CX5qXjZiaOORQJScRS
hIaEot1OJs/92QVFUQJAgABByo1fvCKJ28G5fucAc3vdw6tlDPyj+Ojo6PO5vbanq8Q/mlvrfhD7
qwxk+YvjeW99UvwuvrTzL3/wU/9offzX/d/WGzf/sfCXxWfO3Fk/Ir+8aQTi0AN3foBJ5/ba8TFa
kAb9DE2xt8j2Xdhv3OfKVnM/DZlW1psbVaPzOSBv1ygN2dEGqoanyxTNUpAxw30FIcxXeEZaO4Ef
x0yTB6RJQFp409if5Z9Z1MsznJLRwF2EqYcOTlcAks56Cx8H801v+zm61Cii8fogBguQ4HKofpRg
MAOktW/ROwWLzaSfCIe03gzMR7TVIwooNkvRaukRTgxBWnRqPAHHZAJOBuIplJHjpbDN6cK/BV4K
prJmozpp8LMMBUx/FwEi7Bkl5GdaM0lVN2dkRiAFSQD4JdQ2660SHMVE0i20zAn1jGPBGhGtdiaV
NhmphsIFn2VLf514aLnbZ7V+gtstFxIwF7uSI2jVZ8l2uyHv9Sq8V68qd5wC83+b0VCSsXOOo+SW
ecNPnNJUEUojfE89s2O0pvs1XtlJZWWWeGXFLltrO4lI59x+S2n+gv4xhubz7KvnuZPIU6VM+Nkt
SHnFWNvEmaDwnufs/6u8Voxjta+T2Mcgw4INon/bdIupH8UgpJ48xH46A9jD0QKgVd6XPSG6jMjj
juZQR3ctUUo6QcW+5wLN2N1iXpw7clyxpLzaJxsH61r1pn6cUc12vSUoAepp92Yr4pLw7TR2METZ
XlRgvYA4WyoyklLqutqBHiwyDyVesUF7jvnzAd0Khhc3uk3Xt2Q7qihzZ32SggXCgGVg4jX4yYxm
xwVKEEZJFGw4kt/Yi0UUx1EGiFoMW87Oqldxu93O9TjjRLqw3nuMkinifaGKM8APACnBcdZWHHCO
Xdnh6QwkZCsx4B0/xkSJBj6JMm8ZhQIJgxLppI2XaKRjT1Ng96IiEdRO+GxLO4FArOdEUUdZZXDS
aQqVqumMyDuYRgkI63wU6SBREmEIa5aRcxQUPWtAFam7wjDGsBznZG3j9J7eZyN1cqrvNonnISCK
VJOyphHuSVZn+2hJttAtJ8aCDi3VnGhr2sPzFK1rPugTH4H0FDK6nzEPkBUnrUUZjLC141BndWwc
tDPhLSda9Tw+IApzArwg9bM5eWHMhWdKLpTyFLtCyPQ7Id9+y3hBsJFIWtIIQk68HWkW/p23icWy
6D+gWTjqlE1oc1Df4pYYVd4XUzonIE1R6sVoNtu42qxLpmr9JEqCeBUCL5v7KQi93OVMI5BVPUJj
irMBqz64VQ0eXFWTSvCgRKfEwcNYObcieOCZltZiJWWIYghA9AMoQ6YGas35+7f/+BevvKUyNOY0
u8j3ayTP5/pWZcgtvvUqd9oqF4nc4B9+MeYK9EGhQIupSgK3junDIB8/Y9K8P9vC2JI669HlVriq
rZBgZ3SbFhPYQIkid+CQ8E9D2jH6accoBU7Ba6yWyPWFscI6HMFEqMONAHWo2pg9qMTQyJjmfSKK
GASYdUoPzjHGHT/Q380XfAShIlKPlqm/ffPvf9JSxNEs4HJXL9+vxJkz0BZVM57ZB02iShXC5JCZ
0l6lPQO4AvEUgB63lyWw3wy/IkS7E6zpiIbvmKjqYFgerMGgSptgyfyfTUgAD2fbu9g2gaK6qcT0
LSCUXcjQU/r/GNxhxjyOVE0u/OUyjgIfRyhpFGucIvI4QCFolnx3MsbukSZDpRzH0SLCXIKH7mFc
8FhPM1fE+I8vWzDXQ7Pk+Mh8xEdN8oPGo/xCd5TthhsO82GDlOAIQp3Ur1iICQNlOGPqRlaT/FnV
39JqvuHh0gQVELkxEX7ZgNZDLi1STkGIxfNJvBHr+Y9l5LwxX8tjdVanIpQy5SZKMiI/ZGIo+h1I
ZnhumuzZdq1O1PU3BNOZBEN5ZSZvco9B1ihPfJar30qzl+oFoHAVbxqxWyEqHTgpPha+205Z9Iqa
mug1Y3FEH9iLcLxL1bSXsI8qXNnT8KM3pV1i2Dk36GLRo0nqcC611iCwEu3QqG/HWRhXNzvaXyXR
1tKXjz4iaiMlhhqkmYdRAZvea4pfhLw4mjCwCUqJYJUzP8lwGiUz/+j2yPnpOV7K8n8Ui6iLWy7y
CWdexZVwqVqTGhJb2iQeMlpNN0ipZiIramQIDedga89BHzeuIM2uBmTMBTej9ojHxxXZdvRYn9PP
rNS1Z4JRMyagylbkjEClD5Wc0EkqcghbrIJO6xsXYTgZSMIKqDOoS0Mu/RRHfizd7KG4Su4sQeRZ
ksNDktfZKluS2dDaoj2fjGXZIctMbzQXW8hJZEs0pwFoNRZCO6OfG7Tjsvah9c4eQhsLgCOzxN9Q
xA4t9PMnhvp5XBFZY04pSCN0IcYV2LSbAwxceYmlUSQvKNI+VDlzwy18othCYXcLlEQYpby5EcHJ
A1hHP7G2Lvs3Lmt25tFsDnV0eZcVfJtPxKzoqpxcNQZspbSDbqerpFQ3Tc3uRXafYbDYFRAeC0Jl
1k//5Opt+Oz6/Js4vMwDha8vi9/S/WFMduAv8Splw0yKAY9lL6x9BEDNrwhF6ApyUajLc+yHRbM8
ltkOICiEM205aBVZ7HbUT+6FxWtmMcJI0Jct0VQtsMRf6SdUR1BPjjindaAWDQ7k3k07rze/BffC
Ej8eMWmBE//avDyxPdts66CUVZ66/RVFWSoYoVP6NAZoT6ZRjEHKWUlnfUr+CDgmEJR+B3MQ3HpU
fqOijUzhRa6utn0Nn5aLUepOSmFfvLt6/eq7d5fn3//pdRfHe36jL+ZcBEZNanB99frHp1ffvXt6
/v2z66c/Xm0m+Oz6ujAnV6+/vnx7tfnzkmzO2+vr11+wIBBfev0zMZSS7dh9OYvRhISswsBzsYpx
FEeJGIU9zZcc5x7VgS2t5IWtZ4K1CpoFrhInLhpai96BfoI23ZQNO8H59uG2vwCNfLmh0sUTluM6
UvfYlRb0DKC+Ot9U6b6XdTiig0ONHKkh1F5/64Mc5dEXvXMAA6g4GNPChfqtOs0sT0OoHaeq5j+c
C2UScPW0PNgX0sDe1QrSKORE4FtW7EqjDfxUo0SsIk+jFuqT2+ih9JiE8ZJ+Z1hq6LZwo3/fxMeA
taZhi62r6FhgqvuCZg6O4Co6eEFqpNpedHLK+g/6JBpL1nKjVu/aouvonn8ZaGr50f5w1NaWfCar
HOunhEz+JvJhjyBYLYojC26uhbNoRyjJ85qxZg6n82l0WKT5sTYIeEggXpqzE92F0DmP1uUMJedY
RTzq1jjoth+GNf1yDGS+Ro2k6HjPtKz42E3q9fkFjcQV73qUsmQCcLat7M6jrYPh3PWHnAUmgSVm
baCyVVWtxfTSUJrGsJ02Gii00U232qjFMrsEXY7rj8q7Jaqgc1R+aOrEu534DUYeKp2cYGGYmjjC
BixStwCLCagkik78wMP+pIYMZTWgACLQvUHAVdwg4GrcIGBM8c+UPFx28jhBXrYK5h5fN2c07h8b
HFfRK4aN/QwLIvWGp5T1EPGberhz1Lie/2yaooVX1gLL434RlR/m/7PVb9IQ2Fnh6Vewcqq4toK3
AjFAkZoZi4AHijwSDEdSnDiWlQJTd3NFmZdn3EVR/7DiiLXXtgMek2lVYGixkPP527ufBl+6N18+
n8iUBBOG57M4n3jsdm2iw3JRF+SXt5U/rqt1PwRTfxXj3R+wa9SqTSV7M8Wd484BlinuOjhatzht
r+J3tu8Ll5YhorXFRaDU9wIb1Qj/ZdlSdYGM6iaAeitE8Tp7MUq9NyAS0id7xAHckU0n7O7lrzSU
FNS8FIW5gGRzCYNYqXTh8X2qj2sMujI8Q4kSUrl8ltKV0wkpBwZZT9aXkirl9+0jtbllSX15ifwK
Ib0c3qMcwS4AaurGLImE5EcTWsnHPkfmh346k9xls8cbjTUV1ckujqeOgcLmhDYum+m8rm68r1bR
PVPqdnim9HOzQ3hm5XGuxunf6vk24u8AP5jrlwmKLmZokjUZSityuilfJEMHlENbds34mvWlguJC
ukNtvDAdSeMQHYvEoE5Ki+vBVDpKdIOXq13G1tift4yPc27dd5qzYrQG6aYWQnANYOvjobp2/r0k
e0us1H71l1cGpHKmUXGkQhzTPihj2n1IXH8+pFJswV1ofMBja/zdUsetMEzXKKNSReSZq3ce/1fj
QhzF5Qf5v/8Bz29LdA==
`,
  source: `
%% The modules that are loaded, all or some of them.
-module(module_list).
-export([run/2]).

%% Answers #{loaded, matched, bytes, old_bytes, modules}: the last as {Columns, Rows}.
run(#{text := Text, application := Application, old_code := OldCode, sort := Sort,
      limit := Limit}, _Call) ->
    {Bytes, OldBytes} = modules:totals(),
    Found = wanted(Application, among(OldCode, modules:sizes(Text))),
    First = lists:sublist(lists:sort([key(Sort, Row) || Row <- Found]), Limit),
    Lists = modules:lists(),
    {#{loaded => length(erlang:loaded()), matched => length(Found), bytes => Bytes, old_bytes => OldBytes,
       modules => {[module, bytes, old_bytes, application, md5],
                   [row(Name, Size, Old, Lists) || {_, Name, Size, Old} <- First]}}, #{}}.

%% ---------------------------------------------------------------------------

among(false, Sizes) ->
    Sizes;
among(true, Sizes) ->
    only(lists:filter(fun erlang:check_old_code/1, erlang:loaded()), Sizes).

wanted(any, Sizes) ->
    Sizes;
wanted(Spellings, Sizes) ->
    Application = applications:known(Spellings),
    {ok, Modules} = application:get_key(Application, modules),
    only(Modules, Sizes).

only(Modules, Sizes) ->
    Names = maps:from_list([{atom_to_binary(Module, utf8), true} || Module <- Modules]),
    [Row || [Name | _] = Row <- Sizes, is_map_key(Name, Names)].

key(name, [Name, Size, Old]) -> {Name, Name, Size, Old};
key(size, [Name, Size, Old]) -> {-binary_to_integer(Size), Name, Size, Old}.

row(Name, Size, Old, Lists) ->
    {Owner, Md5} = case names:existing_atom([Name]) of
                       {ok, Module} -> {modules:owner(Module, Lists), md5(Module)};
                       none -> {none, <<>>}
                   end,
    [Name, binary_to_integer(Size), bytes(Old), Owner, Md5].

bytes(<<>>) -> 0;
bytes(Digits) -> binary_to_integer(Digits).

%% Unloaded meanwhile, or a mistake in the name.
md5(Module) ->
    try erlang:get_module_info(Module, md5) catch error:badarg -> <<>> end.
`,
};
