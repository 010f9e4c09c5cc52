// Made by scripts/gen_probes from restart_child.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What restart_child.erl becomes on its way to a node. */
export const restart_child: CompiledProbe = {
  name: "restart_child",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "servers",
    "supervisors",
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
    "erlang:is_map/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "gen_server:call/3",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "supervisor:restart_child/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAM4weNrdXUu340hSruvXrVvP7pmGZobnQAHD9DRdtvy41XT1mcOBBRtgwWlmp6Nr57WlK0tG
kstVs2DNT2DJz+GvsGc1K1LyQ/mIyJdkVx16U31tS5kZGRkZjy8iVt1dv9huYhI8ih89evR21d11
77dJ8GjV2V3P42Cbk7z84mrV3w32f+9/2S1/+S7Igke7q1/V/9/5YVj+sQ42+5/1Vr3dS/qXfx+S
eOGT98G8oC/v7npBka7pA9d5el/467x+RfeH4WvtU6sgW3BPdX6Y6h56siL0212aLfjRRroHH2+y
dJmRnBvuNoqicoU39OnePIhj7pFn9JE5fcK/j4Nl+bMO8+VNkdHRyPuwYD7sFdmWRPRl/XVQzFfV
2+o5DplRoPGuSUzWJCmOQ12HSUGWhD4ddNidivabyX4CDtn5YeQ+Ylc/IkCxZZZuNz7lxAXJ9i91
nkDPZQK9nMT3EUaON+Azj9fBA/Ezco89NladhiDP0zn3vqfzlLJnmNA/M8Ukda+5oTMiGUnmRFyC
8rH+NinCmJ70TropCfWVwIKKIyq/DD1tGKk8cME3+SbYJX66Oe2zXj5Fhy0HCVgeuyNHsKKvg+22
Je/1Jd5Ti8oTp0Tlf9VoaZLzc47D5IH7Rpw4I6nCNAuLD8xn3Tjdse91XtlAWlkHXtl+lzu7bhLS
lwv7jdJ8xv4xidznea2f5+lEPtaeiSB/IJkoGJWP9O7SxQeRsz/qeZUuR/ldgzgoSF4AG8T+3WWf
uA/CmCyYT14UQbYkhV+Ea5Juy3d176gso+fxRPPIRHZt0oy+JN3ve3mguXt3Py9BHbmSblJR7NON
i1RP9e+DOGceO70tSROin3Z/uaUqificwQ4u0rw+KpH6gPQOVOROylHWKQd6ts79NPH3G1RzzNdn
VCs4Xqxkm6luyb9IEua93SAj67QgPANTrSFIliw7rtMkLdIknFccKW7s03UYx2FOqFhcNJxdRy3i
TrtdynFOiRxGau0xTO5TUReSlAFxgIg5OL1dJ54Lit3xhY+XJKFbWRBR8eOuKGjgQZj7m3ABnLAI
OZ3s5QWNdOUbHtj6qCAHtRU+O9AOOBC7FRXUYS4NTl+aRVrRdEPPO7kPE7JQ6SjoIGESFlGkWEbJ
URH0mQVVUHWFYwzvOM5g1y2yD+w+O4mTx+ZqEzwPgCioJOWvxqgmmeruY09yJ30QjjHwwo5uTuxt
2i9WWbpT/OCa6gj0TQtO9nPXQ8QfJ6NFOYxwuMcjk9XxdtDpCm84UVnzeE4F5h3x51mQr+gXzlx4
o+VClKf4FUbce+/ob3/NaUGR1ZHsoBYETrwTadbBe7+yxfLwN8TOHO0dH2GvA/UTD/RSFXUxrXJC
sizN/DhdLitVm1fJdE9/GSbzeLsgfr4KMrLwS5UzC0kua4TOFOcNVnPnlmw8DHWPSMaD1jsFGw8T
7dz2xoPItKwUO1KGCoY5Cd+Ro8lkIdZ6f//rf/gXUXijZ2giSHZI97M6z0/MbxVPWHzjVZ6kVXkk
ygv//ItxF6DP9gJ0P1XEcGuZPpzn4xMmzeXuFu4uUd0ebW7FULcViO+MfabBBCpXIqQOnNP9Y0k7
Tj6dGGXvpxAlVkPP9VNngXU+gkFehyngdZDvmNqpxNHImebX9CgWZF7wSunZOcb5xc/Md3MmWhA6
IvXZM/V3//Sv/8ieIoFmcyF29eayJ86dgQ5eNeeZPbexKnUeph6dKatVdpekkFw8e4eesJdHx76d
/4oS7T2wpkes+46zqs7my4sUPqjjndDB9J/KJIjOd7e3sW2AoJpKNn0DF8rJZOhqI9vScTWJh/fn
qzBeKIIHwECL7IOfbRP+Kge8eU+wmLTnvqcvLEJJr7GA4dR9/JfmOsIbbnhVEI6lDBILA72LlnP/
zOA8CK7WakqnOXBbjDiqRDer82w/10rgkx2bpH6Q5DvWYC4nrnF4zgCH56x6Zi8kB2lG9l4ExxX8
yC7seQFKfZakhR/4+XZDsndhnooEa4PLfizNpoeu2hPNlav/lZmsZ+KhBf2rnI+Q+UVk88bealtd
rrUo7mhhP1TWz4swTaz8KtdrakDepe9FrNDlDtLLmjH8u23+wdjjcouonScaLqsIy+UWQiVCvp2v
fOhO9NRzHeTUjE+KT0J+RZgDUav/XmdUKwlYK7MKprov5wvLY81ctnxgTo/hsZzZ77Q1s6Pgvw6S
RRDn6emD7ttv30oIiRqTR9bUng+yDxfh7NNovqS5eRhxh5bO+8UegHBYPL0zeBeTDr+FXS9aTIO8
It0jSjYXASBjWwAIL/wgY3RohKGgJNxJ8WZdRAyDl7Q6KWeO/d2WDp0Y2mo52Dw0BYFcb5Nwni4I
89EX9BhlVK6SLPeLdB8d+mAIKQlTPw7vOO9wmtGTeZz5IC+yMFkGjx4e9f79dbHBYA6c+q/D8D0t
J5zTgddhIQSZa60cJ3HHmMSe3V0EI5wiQP32Isc5dI3nYB4ekwJqQ4PImODDGTd37H5petIkAA5q
n3ttMMHYjgkYdB7OCCod3SYuY4y48KIGq2DFmDPWrJeTZCH5rkcqtMWGXnhhEKOb7cFgYKpm0s+S
0guOfJ1v8w2dDSstmvPJBNNhO25yw/7YRsKJbKjYW/jmJ+D9PP7UPNhD/n5ovLPnkMaAf9wN3+BB
7NBAPv+eo3yeSEfWmVP2pAFViIkUHWonT0tA0XUMcoGAXJRzZW1YbuFPNFsIvm6dJmGRZuJ1A0XN
RpGKfrC0Pr7fOXujtwqXq8hJlnc0V+3JhNiECxgEgGE7GWU1DvPyHq3hwNCvXuy17vJ35e8hCIEh
jJODTFawMfZavgsWQbZsN7jZwF3FiuPIdXd6SbAmEMrgqg0370/NAyHeYfFq9HH1Ec4JGHJ8GIG4
ZeVgI91g1+VgVM+DcOqXY4vne2+9zBSuQPGzzfTZkYErlnMe8Pct4BSQdt0vZQQH34wDQGh4GhTt
wPXE9d8F8ZZI+SvCBPYeKtdDXf6rQLE0O9R/YLABkooxqznTCLyuNM6MD7NgQl6e1aGNsNrWLp+o
yYMIJqiVfEzMuUQIe3waE0n5GfOpl+2un43kmxrYkgjo36fxIjvtqC2GW1jiG3YeDbNirfZBmMQF
Rt0DKNy3lxOM1ecKXUSY//Ojclg9d3m+H+n4fqRDJhqr0NSwg4pDXFmjk27us3TNaMl1Ap8YMTg/
/aYXYlDGvc9vFBq2nor3sBhsb24fj/EARLPb+Q+1lMG47MkirPAIZZCS+fRVkFDNkhqZeRTZxMbU
1r7OWIUn8/xVmaMYBrFfkiRq8CZ2WWwABT4O7cSg/8j8bMysedYTUumcZ/nH5q6qsSqkZhyv7CKM
MrnQGiDHyssiLSiX1YltELxtqIIOSonRHpwYrWE0DRqwwmKzKVZ1WQyOkidM73dipiSLrHr5t1Xx
mnOegT/5/3YGpiD/sEIHZp2WAtlDAFILq0v7FGCd1wvK0hXHaOAktIiiPWNFvWLGIJKEPReVmy6C
byqXVFhRhhlvYs8o10YPTbBi5Z9JrNzHp8HUerlA5Q4ByF/F7cQ7pDFtx4a0baZ1/amWymgCdVnS
psI05RsylwICHPD1x/+hUCGbulU8M6zFFVRV4zJ+zr1LRcJ/je1EaQ+PVGr08077sEQ935yCHLtV
eFx9RhI1a0ygKjAShxu5Rq4fyIf7EEAf8FmkwZXszNdyY8/koEqivFHlpY/KqZOWOHWKXh7DWqV2
XOef6REBTrFWiNn4q/tEvwNcc08/lXF+8KqY8PqFpPnLgmTrssAiAZG3wqH99j/RhQ31tnaJf2qc
uHCKcnJMerGz8rSMXlErfLO5UO77REom+WWdP/nRdACO4xvyTLeBDjAyF6+YOi6+0U14m7Pr+COw
K92qj1WqYc+uDS4R1Hge4finIQiGOhkLP8NUempM0qHyUqvni7x0GqSf7288JZKGRQQkJaQ6dkzx
ajyNFpEiXxrjj86JAUTjTcMWVXKzymoCXBmpFAjx6FAhv7rBYqF4r3j/NlfmcDz2pGZa/vh0bQSy
uKAxXFPEjFId7ADcHGpnkEV0PoiduoykhDnQxZ2vAFHV+Ji+cjxNk6iZNBpppNG0XWnUYJnu/kO8
OicDaNLVWgMYxcOx3x8BKuMZQGXaBbb81AZkELWiX9rVQdVXFDgLtq05XfSFU9uo0ziy8U+BGSf7
TDOWinG6I1m5RZDGbu9Fyrd3R9RBxwGil59wlkBkbagpOQxXGX6SkSUdhvJZkyvrz43LxzCuvPJf
PltQ0nLqyr/F/W0EuDzYngDnkKiH/FN7YQpHpHist1pgQDT7ssZ4k/d02yi3VuA6A+I1An+rnZBn
uxjEgFur1Vz1uHvbCuHyGCZRAySl+lwYfdkl3CSSiV83TCFF063xGjPUX2g1DW1Uf2gCbjNNqORR
N0ia3UgSbC3YU7ciusOtNoZYwFYCgh1Yva9Ar5hl3aNjN6vpxhaiuFBcl/n1P0dos6nX3EYMtIUm
woKsrWpL9A6IAayqjvzE401QhFUOoDN5/tJcog+17T56K/pip0YDvnOLkd4mnD+4AFI4+6lqeKaJ
EBupfN3fhBsVwKcqh2WwKqrhbdww3VMQ0308Sp2vvlL92L0oTz8vqLCVasQ5suXPrYMSnCAVtEFW
4WMG+W/siysA/HQoOOi4nr/SHDMm/8mk8ZwLZlrcGe3FOmtURBKu4cqYfIjVM8OqdzKXdJj7JSs+
kA/a0T6qqmSP84XrmpxZyXIFL/WNwEsTQ9xfM5fVL+zrP5bzxMs/dm267Bzrqqlb/Ci7ZEAuQYWZ
u4TMXIvh2JAZyGjVdrRWLvIrm4xauVgZljRLTyGUUuc8zV86uoe9qFn5LRW6zRIkxO3b1XeXAURO
7DIs2OYZggL+EzDeeQkYKS60xBide0UzoPKmmLjbuvz10HW1KX+/1sfA2sNfUc3Bz0n2juuLUz0D
FsrHY4iKXb5guu/HwKVCdTmtkX6GBcy0xZC4Br82RcngKjijyD6OjgYkxc4Ke2gTF9e2a7M2gsPP
MNKj/WSLiQy11NWtH7ZYt/6vbW7YprVphpFLzOeeKjvBfGVeoweq3GLQABPFarRdO4gOPWcqtR9f
zcFe1HV62K7F59948b4VM7XPln9U18T95q1D8LF3BJx32o1cAt7nE8GTtGKwFsOxzbOzWV8T7mfA
EqaEAg361EM4yxY/e10sPqYqrKcv/FV6JQ7sDoXMDShxc8rtbRqpFg4T2zcksqQqk3GMIy1HaKUh
0P/ktRsa7Br5zNo1fj4JRVkG9SmSa4btddupAL21cvULfoW9C3fSru+IplYT1iSE/WvM/TVtzV9O
XzaJDNAx5oUo6+iQVdccKQzlaZ84hn2gprsHIjU2ML+xrcnWUapob9gyaSd+/V7sB8Z2mIqiY4X5
lvvuvLYD1gtNTaDJ3MKK3kyu1jVB450NpOdQi/luWO5mZI64nSBB9pIvdZVwJoq6L6byM0zkyPZr
KRgjh9w9o0L3L+j79+UedtSCzlGZ/EzqEuJWbCq2LzZl0mUFQyk0cIV4EosMDFjk0P8CF/dArMQ8
RGcWLZ7K0WIzp5HMRCOzfip10W2pN3S77bgtGnXI8WRtm+3rfB4kSVUEgusMqHnsELxhy+moh5HJ
dUJmNbdMpwDpespSM6LVPigpt83B7z6bb7OMLtY/dXGCfvX5muR5sCT+v23JlviUOnC1kIwsttVb
4MEouycP8FcvaxTrvq4mQ3xYlbcC3xxJwCjIr0ZaNA3T2ap+TN+mpW5tVT+lbyTD0I59UIv5ORAV
N9gGdLuWxYp761QPODkU1K2fmWHKxczBOqVybhcWq7ZKFXp4gEVQ553ujrGNrin6pzBQSQf7oot9
0cO+6GNfDLAvrttw4U3Mg2lTnCSiKwaNp7waCjaFtmHMlfnryjAeTxK3+anC9g3mCWFPmPlitZmw
o9U1L3CkDdbIsvV6F4Qlst2mdSBaFomL7UH+WrYukrUgGqzJ+o5kQIgDuqV6cZpuwG9elN/4q5C+
q6yaoKhf/clSWjZWbur1tFuFatRCFaque0ku/q4VXLyNXzOKxPDB1fdIM2opZ5btQdh6Uq62FpAm
je+c9r+6IRi+CMNOT007qvVtI7zKHNehU8a91rmL58GYth9vZN655ySw4Aj4oAzP2LXdve0Tf2XL
3Eo3D8yDr+9tp/CkZTR5BLTLcqLk1L3AAnLAL+Eh9aTIdrt1DscWAajJxSsTjhU2W0Of68x8D0ZA
9xPjeuPNZ3prPlPeTtHNdCr2RGi/VMhMU6rEXHuUEpD0TSGPqTRsTy1VhvbEuRctm/9vj48zxTYb
o9mbJqJLdsbNgs4vnFMOwtNQD44aiQizSIEHqvdGQq6155fpgb4w2WDg8m1RoSUwtReZIw57IjsM
HM7R/lo2hG1O+NDlzE7TOaVt4SE6ixaRcoRYe4QZFzgbYIIjK0iep+nEALYsF6yJ84wi4zUwlycX
lrU7TLJJPkB7LkxVftUsCIUK07cAs5z+uhXirKoa11U+uDT3W/3U5fYXkto1RTVVAAvM/tSC7UXI
wMg9j/AYjcF7tbRZAPmblWXflI4G+KlFFYxBVMFVg7TrI8WQ3Rd6DTnHEoeNY4mG51Co0AUA1VVR
2jZixz9fWRQfN59Vm7FU+1BzUqwM3Z6lCxr+fIR87iGfj5HPJ8jnU+TzmUmrT3OkF57dM9PXzzZp
v9Ms+fmNnv3M4+iSGeCdMaN+hIBtzBPqu4Tj2hcV3f2yxryfbRPHOkwgzGIk3OSWM/sRM7N5ut6E
MQGVj3Om+o8FY02Z6i/+WBtD37eDd5JZvrq0wz6zBfT3TnB/77Q11x2SenuoFiD3cjGVAEKijbsE
+NYJEXgwHXW1buC8nuPalXAtsWtjI7IjFuEM9Kl90jR3cMxOLzNTrxl38EknJki+vdOolRRCV7sZ
yybUGs9PGCAlv1VqDayNLC3chcyWPUPqmZWQIKjeoXm9Oh7PYlzQDEydGSPhLAvDelwXtxftfKoE
IKtVRsKUudgLoYXPJDpb5/punO6iNjqsDqw7Vuqm+/yEJa5ax7kWf+kq4Ml4+Pt/WHxLA/lhJn3F
7C4k7Ns5e9jXmCW9yLzP0cUC07VtHrWXXMSWr/i6JUCfNihsmxI9UqVEs2EAIqQra0zv/n28zVdc
O0SI2C3YwJ5LtzEX2v+NkzNFTMcySqc/KLG26DhHtIinjhoNW0zilJtcKNQ2+2GTYlUEYWwfqhpG
xuW2HL0zM9TDMlJj471WLjAptW3iVhHgDSC8gXJ7bP6W7IGdAGl/iiKM5g4fyX3/aRWeHLValnAc
GR1Yq8V854iMvv0IJU5/e74qhrwVfyZw/lu7anaoQOqrBRJYAfINFu/DKuWrx1DBzhkQcJqx1lEZ
TMRAInwZUzEEMbUBhKIFcsZo1eJJBGNHDbypgzhNH7YbOVVyAiDLznJEjZSNWwVUwILwblyhhRza
7/7VBURem6TB4+viyXS9L9D4ZZtnHQsYjtyj5rWzHoJ9mPBC175a0T40f36A6YFQHP755X9FbdZe
8KL2i4hYhZHhxK1qoVhS128t6xeP2285qlM99JCJGQSZ6Hz/FjcCIGu95nr5CvEuomuM8Mrx00+x
Do3NfQhWLgDkOqPMQtitA8CK42CsYMEXoBNITMGfGVTmbK+64jlIprBu28nO6LpABkfWKC2DMjHM
1QpXycTmLNufnx+clST39bNXZvCbVxeAK2ZWftn/A+M7m/U=
`,
  source: `
%% Has a supervisor stop one of its children and start it again.
-module(restart_child).
-export([run/2]).

%% Answers #{done, supervisor, child, restart, now}: the pids before and after, or what
%% the supervisor has instead.
run(#{process := Process, child := Marked, dry_run := DryRun}, Call) ->
    Supervisor = names:process(Process),
    Id = marked:term(Marked),
    [{Supervisor, Said}] = case identity:of_processes([Supervisor], Call) of
                               [] -> envelope:refuse(no_answer, Supervisor);
                               Known -> Known
                           end,
    supervisors:is_supervisor(Said) orelse envelope:refuse(not_a_supervisor, Supervisor),
    case servers:ready(Supervisor, 500, Call) of
        {ok, _} -> ok;
        {hung, #{function := Function, mailbox := Mailbox}} ->
            envelope:refuse(supervisor_busy, {Function, Mailbox});
        gone -> envelope:refuse(no_such_process, Supervisor);
        silent -> envelope:refuse(no_answer, Supervisor)
    end,
    #{restart := Restart} = specified(Supervisor, Id, Call),
    Child = child(Supervisor, Id, Call),
    %% Stopped, it would be forgotten.
    Restart =:= temporary andalso envelope:refuse(temporary_child, Child),
    Answer = #{done => not DryRun, supervisor => Supervisor, child => Child, restart => Restart},
    case DryRun of
        true -> {Answer#{now => none}, #{}};
        false -> {Answer#{now => restarted(Supervisor, Id, Call)}, #{}}
    end.

%% ---------------------------------------------------------------------------

specified(Supervisor, Id, Call) ->
    case asked({get_childspec, Id}, 5000, Supervisor, Call) of
        {ok, Spec} -> Spec;
        _ -> envelope:refuse(no_such_child, Supervisor)
    end.

%% Its pid, \`restarting\` or \`undefined\`. Those of simple_one_for_one have no id.
child(Supervisor, Id, Call) ->
    Children = asked(which_children, 5000, Supervisor, Call),
    case lists:keyfind(Id, 1, Children) of
        {Id, Child, _, _} -> Child;
        false -> envelope:refuse(no_such_child, Supervisor)
    end.

%% Whatever happens between the two steps, the child is started again.
restarted(Supervisor, Id, Call) ->
    guard:protect(fun() -> supervisor:restart_child(Supervisor, Id) end, Call),
    case asked({terminate_child, Id}, 15000, Supervisor, Call) of
        ok -> ok;
        {error, Reason} -> envelope:refuse(not_stopped, cut:text(Reason, 300))
    end,
    case asked({restart_child, Id}, 15000, Supervisor, Call) of
        {ok, Child} -> Child;
        {ok, Child, _} -> Child;
        {error, Problem} -> envelope:refuse(not_started, cut:text(Problem, 300))
    end.

%% By a worker, which can be given up where the supervisor cannot be hurried.
asked(Question, Ms, Supervisor, Call) ->
    case worker:one(fun() -> gen_server:call(Supervisor, Question, Ms) end, Ms, Call) of
        {ok, Answer} -> Answer;
        _ -> envelope:refuse(no_answer, Supervisor)
    end.
`,
};
