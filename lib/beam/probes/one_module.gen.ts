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
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "code:lib_dir/1",
    "code:which/1",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:check_old_code/1",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
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
    "lists:keymember/3",
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
g1AAAJIAeNrtHduS27Z1RUqrvdhO2iR1m17itGlt121q6uK1M/U4nbYPeWlfOm5m4oRDkZAELklo
SCra7WTy3E/qJ7Vf0YKiKAEgQIAgtWun6xevKBE4AM79hrm56qXLRQCcg+Dg4OD+3FyZ02XkHMyN
Vd8NnGUCkuyLzry3Osw/5780s19+7cTOwarz6e5v46WVfQidRf6z7ry7egt/sqcQBJ4NLhw3xYOb
q66TohC/0E/QNLXDZDeE+dJ6LH1r7sQe9Zbx8onspZM5wN+uUOzRsw1kLx4tYjSLQUJN99T3/WyF
x/jtrusEAfXKLfyKi9+wp4Ezy35mEF8epzGeDVzAlHjYTeMl8PFgvdBJ3fl6tB2MFjELb74+CEAI
orSYqg+jFMwAftsxyJPy88Mkn3CnNF4O9Gc05TNydmwWo+XCxpjogTgfVBuArg4A3QQEU1+0Hc+4
7xyFzjmwYzAVvTaqogYnSZBLjXfqIoyeMMIf4wogZcMcY4hADCIXsEuofK23jFIYYEo30CLbqEcM
ClaQaHkwIbWJtmrIXfBxsnBWkY0W23OW8yd/c+TcDczIrsAIkvUZotOuiXu9Eu5Vs8otpvjZv/Vs
KEpomAMYnVPfsIATnAqiGKaXxDMzQCtyXO2VHZZWZvBXlp+ysTIjiAdnzlu452fkh7GvD2dfDueW
Io+kNOEk5yBmGWPlK90J8i5ZzL5Wei0Jx/JYh4GTgiTlHBD52STfmDowAB7x5E7qxDOQ2ikMAVpm
Y5kTzMswPW733FfhXQsU40FQfu4ZQVNyN4eLUUc6JUnKsn18cH7VW72pEyTEa9vRIhQBOdi92RKr
JOx7CifooWRHKn41gXQ3u0hRSsHrKie6FSY2iuz8gHYY89s9qhUULq55m6puSQ9UYubd1WEMQpQC
GoGx1uBEMxIdQxShFEXQXWMke7CnIQwCmADMFr2G0BnVLG572hkfp5RIy6/WHmE0RawuVFIG2Al8
gnC6KyNwGcWuGPBoBiJ8lClgFT9KRPEmPoSJvYAeh8J8AXWSwos3U8dWJNgdqQgItRU82+wdhyBW
c8yoYVKaHA8a+1LWdIzpHUxhBLwqHUU4CYxg6vsVy8gwyuc9q7ErQnWFQoxhMc/hykzjS/KctdjJ
kbraxIeDsylCTkqLRn+3ZVWyj6RkA50zZMwZ0JDBRErTXjqP0ariB32sI+CRPIr3U+LBp8lJaVEa
M2zkuK+yOtoO2orwhoCWNY/bmGFOgO3GTjLHX2hj4bEUC4U4Ra/Qp8ad4N9+TmlBfi2SNIQWhHjz
tlsTOhf22hZL4D9APXO0W7xCioPqN86xUGV1MalyAuIYxXaAZrO1qk2rZLK378LIDZYesJO5EwPP
zlTOGIKkrBFq7zhtsKo7t8rGgyV7pWQ8SL1TfONhLIUtNx5YpCW52Ba1JgFyz4uNUfJQqWlopwlW
SHN7Ic6Jrf4YZgijsrtI9V3ngsMFDkgFmeJbe9OWaX4RdQ/+i//5Gksq64TONMWqSTZ+DFwAv95g
+HEd6dQnTDrKwGRm2anDFZ4XgxXmFPNoYPifSLi3bDe7mF5ItmFiW4llpzs7maAUhm7q7Gz3z59/
9jd2Q4RCZsyoPtR+M0qrKsbcch3MO4IdFXYY002q1dKmc49BtM7+EK1Dq2QMFZUBzX9TYQXYonH3
hpOUm6hlNNqeeUZXmclxgy1vPLbo68i3ch05xwWBb65lBKSc2ze49/+Le1dnn1H2WJUF1iauWze4
fs24LgjwkYfS4ITX8c6yz+LmhF9fbtZXDVYqUz+lhG+PNY9WsWo5YczeYMdriB2n2lr5/jCSF9x7
wgnulV05HJt06DdA6j6W1ilwU9r3e8Pz3nSepz3wLXVyOWMjIbIT6ZFi909//ftfyC1ikNJlcvCe
3Qjl7xiC6rLATfqFNmS364Qf2/AjbjI/GGKpGRcyhXlNplRmhMhbBoBCrZE0OJGCCxob5WGGAIYw
FYcZNikDhwpplzWP9E6NdLWROH+Tk0FxxsugUElyK9kRbHpPNV7hvUxSKq6VYN1TNz3mrSxVK8cC
Is+E4a67fb7I9NykCfW/peyeJ3J4sv/tFOVRvUv+fu6SMNLpUzrxaOwLU6ofa0xIb8pmPj7mjPU3
6m11ZvSMyZdRxMIBPyHH4j8eUrmcmov6XmlRPaVFjSmYDpM0htHMOTg/6P4hTWPhl3/8LJpuwWY2
ibMzW8Z5Kk2UZBmnQqLmqbNYBNB1Uogi/R38fh200J7lHWmkUpYCMIUB0J//XXXDfSyF5U4Giw0T
O0COR2a2lMs+OBnsDkYwOFli20p/Oe+pov0aIpFP8RkfLOn6+y4KF42OQxv+oVCUbGCSAm+G3njf
ci2bQ57bm6XBJIQmIGasQ665wGoKHB77hPd4PSD/ubVjbtpn+4MaGtJjf5sUYT7/5DkNOvNDyXYe
IfzYRR7Qyel158A9t4sRSn7eZ3L2FMFpws9qDUA0S+dXok+toZDz0kLtKuGcFH7K911fs+wny0n2
TJbmxiS1tZxkaqkmf/eXEVxj1O7Ru1gJirE1AuKEVucUzhYiO4ATKqKFYqxXFZCTisa3j9OFKL2Z
IlFZ7c5pBjCWVKy9ZBGlNBVbbChv8ZBSeFRN63KidQnRhr4mDKYyDOppcaVEOkshI44xyUechKaa
PPZuicd21VCfoWDat9scCUb1kICoyhEjAuklkgHSSqb10G+wCtIFoV1j0k1A5JWc6YMqp97CiVPo
BMLDHvKLAI8jhJ9FmVte8HWyTBYYGpJbNMeTsSj51dDjG/XJ1mcosmGhQQ1f9pjrkBy9bg5Ji5YP
jU92H9yY4+7Uy2se8tChAX/+oSZ/HpdIVhtT8q3hqhDjUjSlnf4MTPWModADgFODvq9q7ZpH+CPJ
EXKHC1EEUxSz4oYXZRr4VfvH59bF+NpV2905nM19FV6uXi0y5tW48esDTXF94IhlIvTvFAX5oJWS
9PcVIp4lohoR7kyuEa0m+m9vbL3ctXT9tZAiIrZ4hzwsQJE6JrgOiI4teHolTolN4moDZ/SPpdJ1
63CIkJ0s3fnGstef8icNixPKwZ/AScqJbmO/VPnZms1Y7Du/4F5PAg12kfLCu/S753JqzA1w2uuc
K+KGxsvHAVqBOGOJnNrZkijYHnaE1uTWhlQectwehjCyVFusKmVDdBkPSm81h+6cY+XLy5wXMcjZ
oqpldZQ56iMnJOfv+igv7eoIRIXKIvoBnNgejEs4C7JopjB8BDCuE18WyGk8esQv2C+ihoXPrFPS
WYnRex9PgBOSXR+qKrpHHGkw2vaKKR9tLa70U3X1d8wmVJv/ppFWqeaZVQkIFOdLFO7fpNEu7fBR
kc9Sv2eAWtByJEyJqqTtIj9AkbhNtbYTueZV0euI9ujKaTXDXsZBmsVR+I7nlgEcagJ46M6X0XlS
XZh+xtXl38VzoZUdwiTBBGznAxE6JAu6KE7y9KqCWbm2p874y97/c3BZyFOTDfUQ3ENVLgiOtkTR
69+L+2Icw4Ty4++LHfB0Y368K8+LJTlxcfh9J/KcIEG0XsMgHusZ2zcT3/AXiouf/qsFLk4bmT5P
K1U7CdEkxQ4Vhgz1vPK8aCQ7a5phx1XYBkqGtcVvvKPWpYQOAQzq0/RhCMIJiEuzDLn+NDWj1ZIY
rdb1NPCRhOlLFoikIVKD3ps/kzeibNd7wkMFKvuIADsTLZjRc3eH8GNlsifxtaIKhsCopvgsUYla
u+2J9sF8UK9LI8UxO7+p2ANTpjDSnVGETYlo7kkIxq0p8vz3fCE5uUzButcL35allvLBp0pUq7yG
UcUapMfdU6opGCly4f0kO7F9bTgJpCmIw9oZB/UVP3bpVd+14DtWihRwLOnTrx68eP7FV/dOvvz1
izY8vvfU0wOHQvN+8PDBi2/uP/jiq/snXz56eP+bB2sAHz18eO/BK+8R/vKTe68erP+8hwLv1cOH
Lz5iPJtKerURk54IM15Guk1uTpPLJAXhFhM6VNpP7mkRH8f2l7MATZyAHz8Ol0EKA7jRQ9mvj9bO
sSwwIgpoUDFu11mky5geirIbBF8Yoi9MMpd3u56cxAjZVFt5zXGZdZkqKTI8RyCr4tSgvK5qo7GB
OBxqCXS5TTOjD0UNQvoxPlt8wEq9ntjU9uto9cSIsXf+eeXtk8xmhVx0wWVlHVeDArpcElTGNsnd
iLIkt2DvdXSFQnN9ZXQ1dn9/VXRXfMpXVyd5c77NqiTvKucz7DOnSOh74HSt34OUq8p/FITZeVLO
qsAb0/G8inE5iKK3RoUET8I6aiBm2AWNeG0pVHfKEDGY4013gEzl3FvOTnU/ak5KB72ZldraRtlp
bC1+qElOY78Ztx9IuP0Tbnvd61imvq9I5iWU9WutdlYSvgK6fbUsVlneuLu5DZIZ/OACJmkWIcq+
qvSq5YWjvmLraqpN9LpVrihA2vyw31c3rwdtudItiROHbZIt1Qc4faytEuTN4X7K4eA9pTr2xlkp
wqrjM6H7Wxslfq5bdqq3Sm04f6GOuiPfZ9KIJSG/UYsVVKU8ivtv+5I7kfSiuMfn4HIX9DHZHsfi
SO6ZX/eOFXJgv47av4mNevDrus7sZ4zmbgg38UnDxgpqN2ioXXJkCds/DGgyJt38FdnHPPBGfGRW
CsK3WivIZAv0GlkKgsaistwaSUMDfXbzkYKVVlUSKF6EYq1XO9fmNOkpYgI6wpx5iN1yx2zHtVNn
Uuk4Vq0GO9zW8W/1so8s0lLLiIpbdUn8npP+vc/aVfEFKVdQyVoSt70kgC7gVqwx0qHkETcq0xSH
DbJ3hmrVpFy3y1X0kh3wAwSvkd7eZDGtxAcHbPpFoyJrg47Xnby6+HbwsfXk48cTkW1HhYAyKE4m
Nq3LraPOxaJO8Sd7s53MUKu+B6bOMki3f/ja4dRaVVjdGtcmWLxrE9RLuOqUP635601YSC0sZLwZ
YSGZC8m6CRhcd0DI19HEMQcFTl6zYejojW0UWP9S3w4ftsJbx+L11EvRHe+SleQYn6s2pdSC6gYq
40Y509TlaVITnMG/rsI1zPXvUappxI/9um+MhGa+pXFG7wUomoEktV0UYpFoL2IwhRcVGa9jeUmp
ynXqetAly2kL0LV0SVaHvCSLf1/WsNoDq59HyqSrVxgdfWx0FO74Dl+L1+kCyXHm69zZRz5r7hgZ
yhwjplBxI66QvoILgXN/arX7WhuMX2lbQhIf8KCUW9gQ0vvqkPLSgWsUqLSW/in2ZrTTAwKLPZdw
3BVDX0e/hfq3yg5EaYQ1VdVKzd3SSPUpqZpNHBhbhX6Tksr0K6MvdJUeZku1OLo9ik5dhGIP8/gU
xbX62Zysb1Rd4ZcT8VWAVpWI0ScTMRsniVNwCWN2QzivUE498l2+f7BT46YJJtygeBPw7roVBzKR
XaIUmu2HuIxEq5VeHCSsQ/OyOjQ2y2E/LMkM0KqVLimHde7CUQL3dggj4lJh3Yb4JIO5sx2yRFV0
BY7zH1+vL46plWEt6D/2prjE9n4p7ui7dCnu/rK6zbbuxCUkiAcYN64gTW7nQguWyZyqXCfaB9pO
lKyyTdm3eqLMW6/ggtsb12OR2loddturfnpzvFfmWSbofP3vf76muxU=
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
