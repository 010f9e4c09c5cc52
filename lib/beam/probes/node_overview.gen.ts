// Made by scripts/gen_probes from node_overview.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What node_overview.erl becomes on its way to a node. */
export const node_overview: CompiledProbe = {
  name: "node_overview",
  library: [
    "cut",
    "envelope",
    "guard",
    "settings",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "application:which_applications/1",
    "code:get_mode/0",
    "code:get_path/0",
    "erlang:atom_to_list/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/0",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:nodes/0",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:statistics/1",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "init:get_arguments/0",
    "init:get_plain_arguments/0",
    "init:get_status/0",
    "init:script_id/0",
    "io_lib:format/3",
    "lists:any/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:join/2",
    "lists:sublist/2",
    "maps:get/2",
    "maps:get/3",
    "net_kernel:get_net_ticktime/0",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAHVreNrNHcty67bV1sO2bN9XbtK0TR9JH5l22k5DyfZNFpnpol100246N9lxYBKSQFGASoDW
dRdd99P6Ef2A9i8KkhIFgAABPuSbzGSuReJxcHDOwXnhcDncjlm6iSE4iU9OTj5fDrfDeYrByXKw
PQ9ikFJIsxeny/H2rPhdtBxmLR9AAk62p384/D1462U/1mBTNBstR9sX/Jc/RzAOffgOBIwPPtyO
ACNr3uGckjnz1/QwxPCt94W11xIkodRr8PbO1ulyCfnbLUlCebaprePFJiGLBFJpui+jKMpWOOG9
RwGIY6nLNe8S8B7+PAaLrNlAeDlhCZ8NvkNMeDhiSQojPth4DViwzEc7wOgJs+jmO4cxXEPM9lOd
I8zgAvLeYCDuVFRspvhEO+Xg7bT9jEP7jBqMLRKSbnxOiSFMikFbAzBqA8CIwngemdDxlbbPxRqs
oJ/AuanbTR03AEpJII13FRBOngjzn0kNkLZhJhwimEAcQHUJtd3GKWYo5pw+IJsMUb9RSLCGRauD
GbnNhKqZdsETugFb7JNNuc92+RTttlyLwIzt9hQhir6Babcb0t64Qnv1orKklCj7L5+NYCrDHCO8
kt6ogAuSCpEEsUfh2TAmW3Hc1is7q6xsoF9ZscuD7RAjPriy30acvxF/3Ebt4Ty3w1ly5IWVJwBd
wUQVjLVdRvckfFQp+73ya+VwrI51FgMGKdNskPh7KPaYAxTDUHjynIFkAZnP0BqSNBtreM9lGefH
EueRi+zakIQPQop9zxhaOncLuBR15LRykqpin29cVNdrPAcxFbqVo2GCoR3s8SLlKonaz2EHQ0IP
rBLVM8hoh0WJU/ayrnai6zX1CfaLDTpQzO+OqFZItJjLNlfdUh6oIsxH27MErgmDMgFzrQHghUiO
a4IJIxgFOUWqG3u1RnGMKORiMewI3aBexJW7nclxSYn0onrtEeE5UXWhijKgThAJjDPaDuJAUez2
A14sIOZbyaCq+ElHlG7iM0T9DQo1HBYZuFM8vHQznfqODHtgFQOj9kJnO9xpGGK75IIa0crkfNAk
soqmCed3OEcYhnU6inEShBGLopplZBQV6Z41wIpRXZEIY7af52w7ZMmjuM+txMmFu9qkh0ODFKMk
lY/G6ICyurNP5OQBWSlsrBlwYINJPE3HbJmQbU2Dc64j8JFCSfZLx0Mks5PTolrMsDvHI5fVyXZQ
eYR3BLSqeTzjAvMe+kEC6JK/aE2FEysVGmlKXmEkjXvP234raUFRI5YcGC0IM/JK1KzBOz+3xSj6
B2xmjo72XcTjoL7Hih+qqi5mVU5gkpDEj8likavaskpm6/0xwkGchtCnS5DA0M9UzgRBWtUIW2Nc
NljdnVtV48GzdakYD1bvlN54uLXCVhgPKtGKUmyPGS4YAoge4N5kaiDWRn/69s9/U4W3kYduFcmu
0/0a8fOl+6kyUxbfeZWltMpYIjvwj7+Y9gL0uhCgBagGw61n/Eiej+8wap7ubJHOkrrTo8+t8Gxb
YfCdiX06AJC7EnXqwDHdPw1xJ8mnklAKP4UqsTp6rq9aC6zjIUzndbjTeB2qZ8zBqSThqDXOzzkr
MhgwWSk9OsW0HvjafTffqBaEDUljkaf++Ndv/iJykYKzQIldffW0HNeegHZetdaQPWtiVdo8TCMO
qahVDheQVVw8hUNP2cu9Y7+Z/4oj7Z1mTSei+06yqo7my4tqfFD7M2Fg0n9ykyA63tnex7ZpBNVd
xabv4EIpTYaBNdZMuXxDBNNmynyM1kiRsxrHXNVOtCGPD0wZlWwyEodxucimxpRiJ3sH2VMVEV6t
Z1sYsDVpPa+Q1qhOJdMfvdMKezeC4YW7ujKNlBCZ6E/o2b/nufrdz1OMAhJC4dGH3FJOOInChPqM
FAb5o6MXHxE/RveSQk4SbnzvIT+jLEF4AU5WJ6N/fsE2Js/y3k/sFDa9ygCmfoWJPCGKWYPigTOK
Z5IwcD3+qj7uihI+i1rCMHSGwd0jUfFheA7OCOXYvOmuS7905+5pjUWkaK/dieCmGREIAVEzIQiO
aSsl9OLknkUdViHJzrbhvRGFOKyYC9M6B/cGJAyB2LjZM33+xQQT/gxnhofhNU3phkMjSovudHJr
8jsO2smN5mwbKRzZ0U5oYA7dajWCm++a0eDJ50PnnT2GNNaYJO1cyjMdOXSQz69ayufbCsu2ppQC
NVoV4rZikPeTGqsELgcO6Zea9L9jJco13MIPLFuoHW5NMGIkUY8bnaNC1ni9iiNJJ47347dOmBst
0WIZucjyobr1KgEfrKYYLKjZnui8Ea9tFrwrpPwQIKyZVdAI0A9bxvk99yVMMnPE3wC2POI6Pmq/
jn7jvofD49qaXUzYxk/4mkAeVa2u93lm7Tc22Sqa2RV9pAyuy+ylUwMM9qy6a5gw6j9wQxIR/L5A
Pt/Nbwf3OYzRO5RoAG5IXd+zOgUOS8mntIL24YKjfO1TFnLz+ikBvBYntmd/ppssVy+72tEQoja7
fkkZYJx+UFDJtbrc8qH8ICbByiH58z5FcQeN82P7fYX6XHsaLGGYxnxXy4y/fnhAOIn3rGVMG9Qd
xjJk1fevDu99gmOEobbZJyFK2KMfbFLfrcProgMiQnspI92Sg5xi/+8pTGG/RHUY1wrCWUBSzKiQ
wFmTefT+9lyvxMjN3VKmZh18qN+3aj82bK85spLH9hD8oCMHX4coc2zep6yTWP6huzPZsx8ZnFox
wgsfbDYxCkARlmgN2ydNYGuiJY1cU/SmZmvW05q2ZaDtM1Nw63yvTg2VLKlBh/ht4aOttYtE2sWZ
gzx2dAb2DkaPceSXztbkMT06Ruev7rpW7zRa53w2pNrraNSrcYMOQRjWjKsQUPs1OnjXbw9EK7PP
sElKkbqgG31SjhumBiYGmOyST2AYHc9hUn8Po+KkulGQWXf34Ly0ujqy6Y9actNt1E0aTS3S6K5f
adRhmT1cQrFqfR1uhP+4Scg5slwX8rT694t5Gsd0C+HGB3MGE22jZ2uEhdR0XZMPsibctPcf6tsp
We76oTi9gAUsFHA/BAyYTAfK/Pt0zv+nj7ugsLZhaVpkEIY+e9zoZ365TmOG9pYI16j0rdgygSD0
N4TE5lVcrWCCYcxbxbG2wfPcft6CZOOvs7C8dnfyNgFJkiLZRO9HJdS8pEsiu2UqUECO6cTnKw5W
3ArTLwWjef0gYcIPhKS2zSWgjzjwsz3Tvv+IIwFxDTfM7gBmymwMH2AspgfUGyulib/CZIuVk7KH
S9U/aaSxO/ikT5vFoRXrbdh/NYifOmh15cFWrIhvCv+jIE3l+pvI89ldY5As0mxiqibJtR72dTbs
JgZc6PQ/+IQGCdowH4W9DXmZwZv5HNIOYCoZPBfZmOvimTRiyTdKgvrwvxVbviQjreZiUGje6B7v
yk3onnum4J3A4FXfSCP6/dSdQ7+0OUy+rAa3Svf92OqVOpBj68V85q5/ehVZ0VSf4fvTPbL1swZV
J2a7VLxaNL5QeVtbZuCNvcxAkYKjf1yn5fl1dyzOYogXbFnxxb1xWNlZIVx0C8pYyMktMTBo1HlN
j+PlBFY4+E56LGT9nX5qEAVTsYyCC/ob13g420lZPX695vj9ynAR9tDgSCsZ7WS7ZLQ8RQZpr8Lq
aCK99cA/t4vXxsfwLpAtHcO1p68nXxCb2mZ15VYl3tZvIFtXdkEvXK4Ed7S4igxXK/io9aiVnqIH
iiNnPjUkQh5LDspTNCsj0XsZjEb3xC+zMl/+/SODtOfY+0VeQIwbw/YICkiCJcocdGny3rIbXu/e
ibA4SOPSzO4Pkss8JJ0b8PZzbR6DB5LUlPLoAR64Tv1insixZIdUHiMvESDOfg9CrsIZDtAKM/RR
FcaWSzbZ+SShPtT9bF/UJ4/s1jcpnE5ivNo+/TjLr9ZPfZmnXpvnLd63mjT71zBp9m/dpPn7NpNe
QsaFJ7iPDZieZO/NE+ev1XmlElwdCKUrD+0i0f3wCCaMphstj4h5y/2d4wOH2o7HUqka5rnqtuMS
5zpE5mAVHbOZZoHzunbBKvOcFhir1cDqsrqrAvjV7noBDP0HRBEnbLttqGswxlzZoPYD5+VhviUK
Q4i7TKfK3LNiSIdsORGnvsEOn/WgreU9zMu4RFmhtXwvdYqYayFBu1X2FBrzd5a3DGr7B9slCpZS
ikkZEZYZTMN14//ImDmGZm93zUyj1vTQ852C24MT3/WmttfjTe1fNImYdr0a4Dncqa/cXj6fkwSC
YOl+RUJX7sSh5KMxuaLvqxt86kDws++HlvJU6q9JyLrXsTe+cnXa1Qs1cC7RpXEP5hUxNH8f7Z5z
/c0FW7j99EmqDE3lnv/u93g6hjFZVTdbV32cRvbSebqYb331zWnLQd+DQdw9rWtmK+tgCibfiiWr
n6AAcZEirYPkTffw4C9bXwRqllzdHdLP3SG9k6WyBdK7SqCqnQxvcBVdW+XWUUjVxU1cATden8sv
WtdcI3ULF7oFZafa69nmEi92VdbTkVn1Wq1EmBbimLXQ0mh6nz2zS/AOJ5ZrBm4U7V3gdsfGE9RH
KQKhIvYoN5ygqvY7YnoUEYT3GJCDrGoacl386fS3xu+m3LVY0iQmW5hkxq3qfNUWS8/9iCyrG0OZ
nqIbBJKzLTV8uaJBqbAKoocAP3YwOm4PGkJxcA6//v3XLTA7mqOiZsagRtqLxItJvv7IiMWzgJAV
gqbXFxtAaRbDMfanMEggM70eM7KCWNgRe0as6kGaNv5gRF77dI/vqyz7dHeoVlb3q8LX9evteQjn
II1Z+UfU6GMTctHbvlPub2yeWgsfPFHun6Z4k3kRjlV5uuYuqMWPTztlsHut7tNU72NIwvf1vxwq
tlqq8/Xiipq1rlcjffaqSW0T7Uem1Np9Xp1Tr73vxWzdiKavoWpi9qEOnV+5XgXW6mRCnWz3uqqy
E+TGsSD/ofYtQMqHAm6UKnhC4xSbVtv4A11lo1BVs6OjlQN5+u9nleV8beBqLlC0qYQ5lD6asx+y
wlWevJz/Rf3ko7td1zTUohr3eu3SRT47k6TAl7WF+p70BJlg4gNMuXr9FCVpb45cknbYV0laAUEh
VIIQlptO43mc0qWkoeqQHUX/B9yWHHk=
`,
  source: `
%% What a node is and how full it is; and, if asked for, how it is set and was started.
-module(node_overview).
-export([run/2]).

run(#{sections := Sections, limit := Limit}, Call) ->
    {lists:foldl(fun(Section, Answer) -> Answer#{Section => section(Section, Limit, Call)} end,
                 overview(Call), Sections), #{}}.

%% ---------------------------------------------------------------------------

section(flags, _Limit, _Call) -> settings:flags();
section(boot, Limit, Call) -> settings:boot(Limit, Call);
section(code_path, Limit, Call) -> settings:code_path(Limit, Call).

overview(Call) ->
    #{otp_release => list_to_binary(erlang:system_info(otp_release)),
      erts_version => list_to_binary(erlang:system_info(version)),
      elixir_version => version(elixir),
      gleam_stdlib_version => version(gleam_stdlib),
      uptime_ms => element(1, erlang:statistics(wall_clock)),
      build => build(),
      schedulers => [erlang:system_info(Item)
                     || Item <- [schedulers, schedulers_online, dirty_cpu_schedulers_online,
                                 dirty_io_schedulers]],
      run_queue => erlang:statistics(run_queue),
      counts => [{Name, [erlang:system_info(Item) || Item <- Items]} || {Name, Items} <- limits()],
      memory => memory(),
      distribution => distribution(Call),
      running_applications => running_applications(Call)}.

%% Of an application that is loaded; read from a table, nobody is asked.
version(Application) ->
    case application:get_key(Application, vsn) of
        {ok, Version} -> unicode:characters_to_binary(Version);
        undefined -> none
    end.

build() ->
    #{word_bytes => erlang:system_info(wordsize),
      architecture => list_to_binary(erlang:system_info(system_architecture)),
      type => erlang:system_info(build_type),
      %% OTP 24 knows the flavor.
      flavor => try erlang:system_info(emu_flavor) catch error:badarg -> none end}.

limits() ->
    [{processes, [process_count, process_limit]},
     {ports, [port_count, port_limit]},
     {atoms, [atom_count, atom_limit]},
     {ets_tables, [ets_count, ets_limit]}].

%% Emulators started with +M flags may not know.
memory() ->
    try erlang:memory() catch error:notsup -> [] end.

%% net_kernel and the application controller are asked through workers: either
%% may be hung.
distribution(Call) ->
    Ticktime = worker:one(fun() -> net_kernel:get_net_ticktime() end, 1000, Call),
    #{connected_visible => length(nodes()),
      connected_hidden => length(nodes(hidden)),
      net_ticktime_s => case Ticktime of
                            {ok, Seconds} when is_integer(Seconds) -> Seconds;
                            _ -> none
                        end}.

running_applications(Call) ->
    case worker:one(fun() -> application:which_applications(1000) end, 1500, Call) of
        {ok, Running} -> length(Running);
        _ -> none
    end.
`,
};
