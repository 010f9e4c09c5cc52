// Made by scripts/gen_probes from ets_rows.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What ets_rows.erl becomes on its way to a node. */
export const ets_rows: CompiledProbe = {
  name: "ets_rows",
  library: [
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_ref/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:all/0",
    "ets:info/1",
    "ets:info/2",
    "ets:lookup/2",
    "ets:match_object/3",
    "io_lib:format/3",
    "lists:all/2",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAJWpeNrVXUuX40YVbltyP2Z6kkCGhPBOGAgkJ4eWXz3NyeRkAQs2sOEM2emorbIttawykjye
ZsGav8q/oCRZdr1fkj0hm0l3q0pVt27dx3cfWjrbQbFZJyA4S87Ozr5cOltnvkmDs2V/ezFLgk0O
8vIPveVge17/XD/plE++CbLgbNv79vD//dde+cMqWNePuUt3+z76yZ9HIAl98DaYFWhyZ+sGBVyh
ARc5nBf+Kj9M4bz2bpSjlkEWEqP6r6eqQU+WAP11C7OQfNtQNfByncFFBnLidS/jOC53eIVGu7Mg
SYgh12jIDI3w50mwKB/rY3+8KjL0NvA2KrBfukW2ATGabLAKitmymu2wRg97C+99FyABK5AWzasu
orQAC4BGB338pOL6MPHfcF/Zfz20f6OjfiOHYosMbtY+4sQQZPWk1gtwbRbg5iCZxyJy3HHHXK6C
B+BnYC4aNpbdhiDP4YyY7+kMIvaMUvRjJlmkaportCKQgXQG6C1Ihw02aREl6Kb34bok1JcUC0qu
KDuZ8LaJSDXibvgqXwfb1Ifr/Tmr5VO8O3IuActr13AELvr6otM25L0Bw3tyUbnnlLj8r3obTHNy
zUmUPhB/oReOSaoIZlHxiP3OSeAWn9d6Z+fMzvr8ndWn3N86aYQmp85bSPNb/IdJbL/OC/U69zfy
UnkngvwBZLRglA5x72H4SHP2O72vjHJk5zpPggLkBeeA8J8dfMQ8iBIQYr95rwiyBSj8IloBuCnn
cu6RLEP3cU/zWEd2rWGGJoH1uZcXmtC79booc6THaFJa7KODi2WjBvMgybFh+9lSmAL1sgeLDTJJ
6HEaJxjC/HBVYvkFcXdUJG5KI+ukL7pe5T5M/fqADhzz1RHNCoIXK9mma1uSEzHC3N2eZ2AFC0Ay
MLIagnSBs+MKprCAaTSrOJI+2KerKEmiHCCxGLZcXV8u4vanXcpxwoj0Yrn1GKVzSNtCjDFAvyDG
Lo677SczyrBrJrxcgBQdZQFow49QUbwXn0e5v45Czg2LBbcTV168N/V8zQt7uCqCi9oJn+1ox7kQ
2yUS1FHOvBxNmsVK0XSF7juYRykIZTaK8CVRGhVxLNlGyVEx73cGVBGaKwRjjJr3nG+dInvEz9lK
nFzqm038dXCIIpSkpGqMDyST6T78JvfhA3WNORP2VWvCtemgWGZwK3ngAtkIaKaQkP2EeojJ66S1
KYs37PR4rLM70g/aq/CWC2Utj2dIYN4Df5YF+RL9wZoLr5RcKOQpcocxMe89evY7wgqKja5kX+hB
iIm3J80qeOtXvlge/QuYuaNuMwRXB/IRD0ip0raY0jgBWQYzP4GLRWVqkyaZavTHUTpLNiHw82WQ
gdAvTc4sAjlrEVpTnHRY9cEt1nnwVEMY50GJTvGdh4lybbXzQDMtLsUayiDBMAPRG9C4TAZizf3z
d3/5Oy28hXdoQkl2nu1ndJ+f6GuVEbX51rvcS6vySpQK//ibsReg17UArZcqcNw6pg+BfHyPSXM6
3ULoEpn26PIoPNVRCLAzfEyLBVRQIs8cOCb8Y0g7Qj7tGaXGKWiJ1RK5fmotsI5HMB7qMOWgDqyO
OYBKBI2saX6BrmIBZgVplB6dY6wnvtY/zVvag1ARaYDfqT/97R9/xW8RRbMZFbu6O+2Ns2egHapm
vbJnJl6lCmFy0Upxq9JZgIKBeGpAjzrLBtg3w68Q0d5y9nSGw3eEV3U0LC+WYFCNTuiL7J/KJYiP
p9u7ODaOoJoyPn0LCGXvMlwoOb4I7hNgFg1330RgSwx5qRxSgGxFg8vyhSXRKipIK0Up/sshuZFb
4q4geQ53yoXNYUb6PqOY4yNfiELrt/as+Z5BROzmCIH29w3efxuL3Ni+8kxIGABNpsy1OH8Aj2vI
RH6pbctSHci4T8nTSnT1PA9WSD+KoGEZ/Ou3VoIf6Judt7V6r4X4RZCGQZLD/S+cV398RV1mjNkr
irGD3WZwCklzS/ye3jfUkRKXTv4Gayr9QFchV3k5ZAjJ/q0/VL51HxTKZ0Ga+40QFiAVDLmEaSNT
g4SFvlagHL17QqE21nT5kKHLQHgaLymhKQw1j9kgZhOFsl7ocwO2GZN5BM215ka7yMdL0sZ0jhc3
IGS4/B8xy3eFLint+n/+AanM6tEa0Q4yVqHNTRI8/qAyBobIMasyOEOKxzXoxJqrZyIDiSoIGukr
HymsqIhgKssO5Kw7g9ucoqhqyApmgIVedSMrhOWaBVFO4FXn90EYZIv2WISxdXF86Yy25q+DAhmv
KZ40YUWvw+JHUtRrUEUnKIOhHiUN9abQR6pkC7LWpoU+ga4KCP2kTPLAyNN98NfTTcq42KTRDIYA
+9VzpN4yZC6CDKlZWEdrHjVTPCK0ueieQGthhjRms/LzvMiidBGcPZy5/74p1qK0g4Y2Wjl1T8sF
5z7j/ngxQWMRifvaJB4RIlYXG2ETIBiEdhRbrsHRXoN+uIoJcHkakSoKUxm3F24f6avkoQQup6DN
9kwwNmMCLFtOzAiYJaDkhE4yIEZxi13g2UTWuV9uDtKQwZKHsuyHdZAVUZAID3vET85Fch79Li1R
acGf802+RqvBpUV7PplYe/M6mYo61zambmRLJWeAlU+4iPL4+4Yoe6R+aH2yx5DGHLzaLt9gxGOH
FvL5Y0v5PGGurDWn1KThmhATJlrTTd0UldXW14AMObUhx6qiMDzCHyuOkDvdCqZRATNa3fCiWCSe
6DFRRp44bua3rqZwl9FiGVvJ8r5C1e5dWnTBSAxDlWuJGatJlJd6tKxJEj/1Xm11l8+VzzMG4+SA
ApikMFaOEuuJdhts1HeGniEPLN/Mljs0j3SILM/GTYMVEJmivKvqCVOwHXEK9ogOs5DPadpkw06q
fj7RCI4z8nGEVf/sna0DwP2HV0qTzgFFTqY+N5nwojBjiTjF/FxrfiWJd+pc9dPzvPUbf2KQEsE7
vkEpV4gDTIKcmzvUUSbsSJa/b7j5n+qHckbtcv5PL/ukxQO7+g1HIsvM0NmreQZXfB0zVIXAukCC
n+wShghQd+e7YKZF9AaJ1pMcy+5dnOtpnXECtymVYxzH2tUf57aKcPAmSDaAKfJiYVLPXteW/0pS
vdpdciu9dnu4SVoVHlLEhFupIy1srHGdkwmR60aI8A7C6FgdspqZzPCYCKGr1nFDg6D8WB4ppAo8
Jh3vH88T0UW9GB07QCZSmO1P1FShUlu8w9fR0og0Ogc2sn7st9bpOfbHSwjG6ve8tGC+L/as8diq
cafn+6GK74eq9F1tvxZpM14HlV5rs+LgYtF5B8en3/REDIrF3OTeIJl7guthOs7fHoUesrkJPXGu
6GWU41xO673a9ut/84o7+Ek1sipi4w1nrdgWKvJn2t6PeDph5DQ2iwUxDg7bsqBj8HEojYZXdaoq
KIhXSkq/Q7xuh173QGCgnCcQPmzWQmTW4xanizr1GEISu5fLi9i8WCqUtNT6Rb65b2SdWF1j/lTv
G37VfgLSRbHkOOEUmXTJv0tGFKLv3V7Kn7fMA6eO77pavA/vY+QfcqtORBuxpNYuO1Vq+f6fU6x5
sipAEVPsaOkonen/X1h2I8D0WO8LJX2fgKzI/RDcbxaEcZMEBV/PDW3KSJ7mj3kBVvteIrgGuaz6
c5XAqcmp6EXixpwjIoSvAjm2P71fagSeZFlB4k1opnsoKSa02YaSOgZugHXPbp+KgHGki9Gr8lK2
kIXc/RYlZrVQlEbncKZMyzStRDMlpfNldBh9+kg7pnnMvAKh8uZ1lOucR2UpUIJuQDwe9ST2oxOE
oVwD4wzUteTyKCigYUry+jgmsVF6Q2N+3bAepfqiC3C1g7v3Ia9jhO3lraIYuaqCzXocUdX6mv7K
8jZN4nbSaKiQRtNupVGLbdonLqg6cKlaqXB4hO9+ktkOcmCdR7iPD1kO4C3yn6J0USHZXIF2aORV
zF+2S3/Aq7A7POxPTDC9jqKqCp95pDZH64xsXEYlcAuyMnpjY94qnGPzsHQOMwZEJDMEJHkanqkL
5QRkKTS2jyjfM2dP2CLQkGU+1XYAsdyg8l8yM19xWRh8mOyH222jK3G7OZMskh4/EnesZCd+MkCb
sOzB0xbCgga03eO2PVPe1OuaeN3wFDcTwNNpGulWZSNnwQud9BwMh8ZhZVpR76a8OTz06mvRQ3fa
dO7xM4XoXmTaxzNVHY8YVp/axxJLSaWfK8q8+fboGDxdT82NrdUxAxHjTZXHIIAoeO4Bp2D6+Dsf
xSd5zcSAXccqdi2bx66CNTcXjCQllQZEtN1f8xGyMaV9znQXLrmq2mEKYdbPC5CGPpz7VG8PIqhD
WrcYFsVEewwreLjOCbmk2BhNbRe4EGKmZoGLIb3uVqQRQSqnJwdHWbQGzMeGpSQhWBdLSRN7zpBt
FBZLsx6U948FyHkWRV/zowHDrkLxn+m2QqCxG3nojwgUtUapRip8XZS5OcE/EnCClu91OJW3ktv2
yS2/tg7OmGW6tF/pC/2VTg26VlBP33ZffzQ5sJNuyy+vw5ZfvzHBtdqWEXmxDewwhxkIZssWJvLY
TNKNhEhJN2Ve6NUzLDDXTE2YZ/KSKvyDL8c/+BEvqIwDnMfKijEqY2HxLxd5/6GeBWEEntHqBid4
CisGM4B8Bxo0YVs0kVJJ4QdcIT8A7/6gjSu07p9oM1WUsp1zPI7H21fceYwoOOrAJVBpHekkvI0l
LXsO54Z1jeQ3kLy1WgUJ9VlIPMJcVBxMzS/4bZrBtW73EHZwWfLPJLJ4NLtQvY7lPRJcfP4Xs03B
WUGrw57EOicpbCYdPOfl7ovbft0IDCQB+3dSmvFbg25fN1SSq3Zklm9L3fG8c/K64n3zapIQeIOR
Uu+sk9vn+u7LSMA01E6oKh4JpxESoLscrN+ZNU3jHyHTz60T1tD+aglPGohmP5hPWqR+Lg+lu2gJ
8y606DPwtmy3FSQ84VQVTqjV3l39DKv2KPJi2/s2Vj7NyY2X9bm70RGWdwoVdmd77tbX4PfWRSw2
LNVRt7CRdXca4guoJp1MuN8bpds4e7LUdnvvSQy74OFKQQPt8pttfGhTN+GB98kUfTFHJuuONaWc
sJ/eLu+MD+RuUtFujb/Vun8opPKmJ/HRmn+c/lOqe1BTtdxnyEPBPvNkW1nsEN9PbKZkbhVlI/83
1uqI0usGnxc4P4NO01s9jbxSbZYcxXpt+TpfoTQVAWtQefyvE4yP/HUCp6uvE2AECgEFIwpyHQ8R
umSTLzGtyyf20cof6BvQe6f81WTmEt2MP/yPxueFFIcloaCrTcGpEKtSBCNldYjTWMcbNEifY9My
cvBPzhXpdYNpiTAg+Z4ZTMRhy6EtKCkq6mVlRot6zGncuvxZ0sjPksXE6Q0TPoNJM8/Lqmvjt1gL
6y86/lqLmyL/065K/DIqyvNkejfX+Szs9xgkpyqvWiIzfYUx2ludxGa2U4RhKafBtTGJjXrHqlut
eomcLP9yB4to32LyOF8KJ7QMrGhUTAhjXnfCJEE+Ujnlig5HE6mkwF57AfFlF4kWd4yuME4WORHa
qnl+t3zgVFEpocA2B2qeZhF0rnaUpKdptUF1Oykh5bH410byUStuJgVtpSWuql3qtAASfcJdd262
/8xEGwHj9aKx2yHd62UsXoMWLm3QWM7TAKRHPF6ySDcdifhJ4eRzkk51g4gqykpu4aC7koAnUe7v
5KEkeo+XENQPd1iVcF3lDxR1joTWIq72j3e4jKdoGYjYVY9BrVWUR2Oedk5Xk9GzPotWyEdfg6y6
FO2ynkG2atEcSBhNGwpVIS2WlbbMWOAGiZBSh4z6R5k87e/75/sI8qW/khClZ2nk7isasKahtmlD
2mcwIYNsAk6h8xGm78iG/ay9/cdu5dRGrMEm7jQ3cavKjulL0usMjVkT73ZsyFC9d5pHzllUHP8P
JUBGvA==
`,
  source: `
%% Rows of an ETS table: those with a key, those that a pattern matches, or the first.
-module(ets_rows).
-export([run/2]).

%% Answers #{size, type, key_position, rows, more}: rows as [{Cut, Bytes}].
run(#{table := Named, view := View, term := Marked, limit := Limit, limits := Limits,
      most := Most, force := Force}, Call) ->
    Table = names:table(Named),
    Facts = facts(Table),
    #{size := Size, keypos := Position} = Facts,
    Pattern = case View of sample -> none; _ -> marked:term(Marked) end,
    View =:= match andalso not Force andalso Size > Most andalso not bound(Position, Pattern)
        andalso envelope:refuse(scans_table, {Size, Most}),
    Look = fun() ->
                   {Rows, More} = rows(View, Table, Pattern, Limit),
                   {[values:shown(Row, Limits) || Row <- Rows], More}
           end,
    case worker:one(Look, 10000, Call) of
        {ok, {Rows, More}} ->
            {#{size => Size, type => maps:get(type, Facts), key_position => Position,
               rows => Rows, more => More}, #{}};
        {raised, badarg} ->
            facts(Table),
            envelope:refuse(bad_pattern, []);
        {raised, Reason} ->
            error(Reason);
        no_answer ->
            envelope:refuse(too_large, [])
    end.

%% ---------------------------------------------------------------------------

facts(Table) ->
    case info(Table) of
        undefined ->
            envelope:refuse(no_such_table, []);
        Info ->
            Facts = maps:from_list(Info),
            maps:get(protection, Facts) =:= private
                andalso envelope:refuse(private_table, maps:get(owner, Facts)),
            Facts
    end.

%% A reference that was never one of a table is an error to ets.
info(Table) ->
    try ets:info(Table)
    catch error:badarg -> undefined
    end.

%% Whether the key is given, so that only its rows are looked at.
bound(Position, Pattern) when is_tuple(Pattern), tuple_size(Pattern) >= Position ->
    constant(element(Position, Pattern));
bound(_Position, _Pattern) ->
    false.

constant('_') -> false;
constant(Atom) when is_atom(Atom) ->
    case atom_to_list(Atom) of
        [\$\$, Digit | _] when Digit >= \$0, Digit =< \$9 -> false;
        _ -> true
    end;
constant(Tuple) when is_tuple(Tuple) -> lists:all(fun constant/1, tuple_to_list(Tuple));
constant([Head | Tail]) -> constant(Head) andalso constant(Tail);
constant(Map) when is_map(Map) -> map_size(Map) =:= 0;
constant(_) -> true.

rows(lookup, Table, Key, Limit) ->
    Rows = ets:lookup(Table, Key),
    {lists:sublist(Rows, Limit), length(Rows) > Limit};
rows(match, Table, Pattern, Limit) ->
    some(ets:match_object(Table, Pattern, Limit), Limit);
rows(sample, Table, none, Limit) ->
    some(ets:match_object(Table, '_', Limit), Limit).

%% A little more than was asked for may come at once.
some('\$end_of_table', _Limit) -> {[], false};
some({Rows, '\$end_of_table'}, Limit) -> {lists:sublist(Rows, Limit), length(Rows) > Limit};
some({Rows, _Rest}, Limit) -> {lists:sublist(Rows, Limit), true}.
`,
};
