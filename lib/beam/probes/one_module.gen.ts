// Made by scripts/gen_probes from one_module.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What one_module.erl becomes on its way to a node. */
export const one_module: CompiledProbe = {
  name: "one_module",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "beam_lib:chunks/3",
    "beam_lib:md5/1",
    "code:lib_dir/1",
    "code:which/1",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:check_old_code/1",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:term_to_binary/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:select/2",
    "filename:join/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "maps:get/3",
    "re:run/3",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAG9PeNrNHduS27Z1l5RWu15f2sat2/QSJ/WMd7uta+riS6Yep9P0IS/tS8fNTBxzKBKSwCUJ
DUlFu51MnvtJ/aT2LwqKIgWAAAGC1Np5iUUSwMHBuV+wC3PdT1fLADgHwcHBwaOFuTZnq8g5WBjr
gRs4qwQk2YvDRX99lP/OvzSzL79zYudgffjF7t/GGyv7ETrL/LPeore+h3/ZMwgCzwZXjpviyc11
z0lRiAcMEjRL7TDZTWG+sZ5KRy2c2KNGGW+eyQbdWgD8do1ij15tKBt4vIzRPAYJtdwL3/ezHZ7g
0T3XCQJqyG08xMUj7FngzLPPDOLlSRrj1cAVTImHvTReAR9P1g+d1F1sZtvBaBGr8NYbgACEIEqL
pQYwSsEc4NGOQZ6Unx8m+YS7pPFmqL+iKV+Rg7F5jFZLG1OiB+J8Um0AejoA9BIQzHwROl5yxxyH
ziWwYzATDRvXcYOTJMil5jt1ESZPGOGfcQ2QsmlOMEQgBpEL2C3UDuuvohQGmNMNtMwQdcGQYA2L
VicTcpsIVSPuhk+SpbOObLQsz1kun/ztkXMRmLFdQRGk6DNEp92Q9voV2qsXlSWl+Nl/m9VQlNAw
BzC6pN6wgBOSCqIYptfEMzNAa3Je7Z0dVXZm8HeWn7KxNiOIJ2fOW4jz5+SPia8P50AOZ8mRx1Ke
cJJLELOCsXZIb4q8a5ay3yu/VpRjda6jwElBknIOiPxtkiNmDgyARzy5mzrxHKR2CkOAVtlc5hTL
MsyPJc59Fdm1RDGeBOXnnjE0pXdzuBhz5LCiSVmxjw/OrxvVnzlBQgwrZ4tQBORg9+crbJKw4xRO
0EPJjlX8egbpbbFIcUoh62oXuh0mNors/IB2FPOHPZoVFC1uZJuqbUlPVBHmvfVRDEKUApqAsdXg
RHOSHEMUoRRF0N1QJHuwpyEMApgALBa9ltAZ9SKuPO1MjlNGpOXXW48wmiHWFqoYA+wCPsE4vbUR
uIxhV0x4PAcRPsoUsIYfpaJ4Cx/BxF5Cj8NhvoA7SeXFW+nQVmTYHasIGLUTOtvijsMQ6wUW1DCp
LI4njX2paDrB/A5mMAJenY0iXARGMPX9mm1kFOXznjXAitBcoQhjVKxztDbT+Jo8Zy1xcqxuNvHh
4CBFKElp1ejvUFan+0hONtAlw8acCQ0ZTKQ27aeLGK1rPhhgGwHP5FGyn1IPPs1OSpvSWGGrx32V
3dF+UKnCWwJatTzuYIE5BbYbO8kCv9CmwhMpFQppit6hT807xd9+TVlBfiOWNIQehBh5JWpC58re
+GIJ/Bdo5o72iiGkOqgfcYmVKmuLSY0TEMcotgM0n29Mbdokk41+ACM3WHnAThZODDw7MzljCJKq
RaiNcdphVQ9uVZ0HSzak4jxIo1N852EihS13HliiJaVYgRksGFwAvwOFy9RArPX++vVX/2CFt5CH
Joxk59l+jfj5lrpWGTGbb73LUlplLJEp/P1vRl+A3s4FaA6qwHHrGD9U5OMDRs3N6RZKl9Rpjy6P
wpIdhSB2Ro5pAcAmlMgzB/YZ/mmIO0o+lYSSxylYidUycn2qLbD2hzBe1OEZJ+pQ1TG7oBKFI22c
DzArpsBNaaN07xSjPfFt9dN8znoQMiT1SZ768u///BvJRQzOXCZ39fJmOU6fgLZRNW3I7jTxKmUR
ph6GlLQqzTlIKyGePKDHnGUR2G8Wv8JIu+Ls6YAM31Fe1d5ieX5NDKrQCYbI/tm4BP7+dHsXx8YR
VM8qPn2LEErpMphSkRkibxUASkGOpU5DCq5Saojc/A9gCFOx+b8N5R0ppEMbnufdBmmksTivyols
PudFNlWSTxUjhA2711MYxmWSUv5mgi0D3bD1vSyFklMBEf9lpPcOz1eZFZL4LRjsnjKDEbH17P92
inJv+5qPz11wNJ29oBMCE19Y6vBUY0EaKdv1+JQz0UfUj9S1yUsmjq1IhUN+oNziPx5ROVbNTf24
sqm+0qYmFExHSRrDaO4cXB70/pymsfDlX76KZiXYDJI4mCkF56k0gckKToUE6qmzXAbQdVKIIn0M
/qQJWWiv8pFMR0tDczPs2Oqvf1/drZpIYbmbwWLDxA6Q45ER52o5FqeyxMEEBqcrrLH1t/NTVbLf
QCTyl1/ywZLuf+CicNnqOLThHwlVyRYmKfBm6E32rdeyNeQ59yw8nRCWgFiwjph0NN9S4MjYZ7zH
mwn5z62dcNM+2581sJCe+qU7YL76/BUNOvOhBJ3HCD92kQd0cu3uAriXdjFDJUj0Ui6eIjhL+Nnm
AETzdHEj9tQGCrksLcyuCs1J4acCZ80ty0GymmbPZOknJtnUcfLXUi3KGKwiuKGo3aP72AiKsTcC
4oQ25xTOFiI7gFMqWotibFcVkJOGxg9P06Wo7IBiUVlN3WkGMNZUrL9kESVuNSg2lFE8ogwe1dhI
tQCiQmgjXxMGUxkG9XRVJcFlKWSqmJjKuH2g9UFFxvbUSJ/hYDq02Z4Ixs2IgKiWExMCUbUgpYRO
KiBGfotdkCEI7dqvXgIirxJLHtZVPyydOIVOIDzsEb849yRC+FmURaUFr5NVssTQkNKiPZ1MRElp
Q09uNGdbn+HIlkHkBrHyCTeiPP7QIsoWrR9an+w+pDEnXq1XbzDikUML+fxzTfk8qbCsNqXkqOGa
EJNKtqabvimmqs1Q6M3h9Ibsq4ui4RH+QnKE3OlCFMEUxay64WWxhn4d/vjSuphfu5uit4Dzha8i
y9WruCa82lN+3a4prtsds0KE/k5RkQ87aRX5WCGjWmGqMRHO5DrRaqr/ztbXy0NL779G2ajpd6oc
slWAIg1McGPCh7bgqTI+VXMZnQY0mgMVOEm1EmVSSbQ2gvKXUtVeRjsiZCcrd7ENK3Toxo+YZrL6
QtGGvuW2psvnN8zoaarhrkywiEL98ZWca3NHnY5O5wa7oTH4JEBrEGeik1P7XlEZ5SFEaMOWXWjv
ESc8YggzUI3VL9OPIEh0M5GW/noB3QUnGiBvU1jGIBefqh7YcRbQj5yQXL/nIxixorXpJgYBnNoe
jCs0C7KspzDNBDCtEy8L4jQuLvgNN0V2sWDKw4ptS8zefzIFTkh2bdV1ZIw5WmO8k1SVo20ks36l
biZP2KJC87800Sr1LLCmA0HifM3D/Tfp3Es79DjqV7/nRy25ORaWZtXydlFHoMjcplrbWG6h1fQq
05FfOa9m1MsEUrN8Cz9A3TGAI00Aj9zFKrpM6htLnnNt/vt4LbS2Q5gkmIHtfCLC1mRBF+VTXtxU
0iu3CtUFf9W8uATXhT412ZQQIT1U9YLgaCscvfleXD98AhMq3r8vccCzofl5sbx8lJTExeEPnMhz
ggTRdg1DeGwEbd9CfCtfKCl++p8OpDhjRHMsa8WTEC1SYKhweKjntedFE9nzhp1TagbbUMkBt/iN
s2pdhnSqYNicp49CEE5BzPUYqnE3NefWkji31vtpwJWk8yseiKShucXdOb+WXyTTbZSFRwpUlRIB
dqZasKDnYoeId2W6J/G1sg+GwP+l5CzRLNS4bVH7YH7T7JYVSmIe/r4GB6bMYKQ7G4VNxbT0JBRj
6Yq8+hNfSU6vU7Dp1eT7stRWPvlCiWuV9zCu2YP0uPtKvQ1jRSm8n6Ioti+VU2iagjhsXJnQ3PBj
t173roMYs1JGgeNJn747e/3qm3cPb337u9ddRIY/US8jHAnd++H52evvH5998+7xrW8vzh9/f7YB
8OL8/OHZW+8Cv/z84duzzT8fosB7e37++hETAVWyq42YjESY8SoqvLam1HCaXCcpCEtKOKTKg/JI
i/g4yi/nAZo6AT/PHK6CFAZwa4eyr483wbEsgSJKfFC5cNdZpquYnoryGwQvDNELk6z5LfeTsxih
mxobrzkts5ddKBkyvEAga+I04Lye6kUBQ3Ha1BLYctt2n09FLTaDGJ8tPuAM51SvttGiiywXQ7UJ
OPIso6wSK1CsOukcjA672R4opy33WTogdB14l8Z1TqN1VU6CZBqPRq0aGWM6nlczL0NA+ntUKOMi
bBuafcwmjc3shsb81mA1TBkiBjjZtsBmCmNvmfn626A4iVsambWydiuqWrPpQ01umvjtpNFQIo2e
dSuNWmxT39OT+fiy21LqQw2EpU9fHiXLNFQR9yC3IDJzHVzBJM3iu9mrWp84bw/zFS+Ooi5p2lxU
I0pvtD/sj9WN42FXgTBL4oKxV1TJcMS7RcqqQN6xOB/LUjSS/jn9I/tUwVqoq0AXb0KxtLib2xPb
tLCagA5UZo6GW22xdlw7daa1/odq8fFR2TZWCohHFmkyZC283CJ/4ntOtdE+WyXE9+TdQONEpWKi
nwTQBdwCaeqqAY5jZdRmu0ctkkAjteYFburhJq7lGfL9zA9IgbTZTCdhpiEbxW/V02PQYZ9bb69+
GD6xnj15OhUZGVQkIYPi1tSmswKb4GWxqVP8y96ik5lqPfDAzFkFafkPXzsqp2yysfEl2T0bVof3
bHzWxNJsW7tr+TrNb5gygJOXNBk6+pAqTFe5k3zESdp0WVuNl3YJC6WYmvLv6+uYO7gB4DPNO6cK
FiBdjvZ23Uhm15nCsjriIvQbuNY6v4SEB8lzrvRrBMZvtQW5pPhhWImwt4T0kTqkvKRYgzKNfVlm
7AWXh63iA5ZWtLIa7aLyfB/9W+FWPskNTB2VTei2nVF/2qRJixL3D4mw9zNZdY6rvoQWyxrSnBfc
jJVdxs6raVIPc/DuQlW/O4+unBkrXrq8u9/QgYwbP2bq64mPV5Fot43/CEv5kZeVDHHL+zvv6rn5
v5FSXtkoA/dOiE3U3f3NuredmdQfRiimrHAVXSzh/M/Xa3UytZJhgpbSfqdJLRX5rEySBF9KXdYb
0yAnEbKdKFmD+CauHRzv+dpBs6trBwkEeYBxVQQZjt1F5MEqWVAlwzxk+/7/Ac+qygc=
`,
  source: `
%% One loaded module: what it exports, what it is, where it came from.
-module(one_module).
-export([run/2]).

%% Attributes and what the compiler says are sent as the bytes of terms: decoded here,
%% they would bring their atoms.
run(#{module := Spellings, text := Text, limit := Limit}, Call) ->
    Module = modules:known(Spellings),
    Exports = [Function || {Name, _} = Function <- lists:sort(erlang:get_module_info(Module, exports)),
                           holds(atom_to_binary(Name, utf8), Text)],
    Name = atom_to_binary(Module, utf8),
    File = modules:file(Module, Call),
    {Same, [Attributes, Compile]} = modules:chunks(Module, File, ["Attr", "CInf"], Call),
    {#{module => Module,
       application => modules:owner(Module, modules:lists()),
       file => text(File),
       file_is_loaded => Same,
       attributes => bytes(Same, Attributes, Module, attributes),
       compile => bytes(Same, Compile, Module, compile),
       md5 => erlang:get_module_info(Module, md5),
       sizes => [{Size, Old} || [Found, Size, Old] <- modules:sizes(Name), Found =:= Name],
       old_code => erlang:check_old_code(Module),
       nifs => length(erlang:get_module_info(Module, nifs)),
       exports => {length(Exports), lists:sublist(Exports, Limit)}}, #{}}.

%% Where the file is not what is loaded, the module itself has to tell.
bytes(true, Bytes, _Module, _Item) when byte_size(Bytes) =< 8000 -> Bytes;
bytes(true, _Bytes, _Module, _Item) -> <<>>;
bytes(_Same, _Bytes, Module, Item) ->
    bytes(true, term_to_binary(erlang:get_module_info(Module, Item)), Module, Item).

holds(_Name, <<>>) -> true;
holds(Name, Text) -> string:find(string:lowercase(Name), Text) =/= nomatch.

text(none) -> <<>>;
text(Text) -> cut:chars(Text, 300).
`,
};
