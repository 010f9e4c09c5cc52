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
    "erlang:cancel_timer/1",
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
    "erlang:min/2",
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
    "erlang:start_timer/3",
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
g1AAAI3VeNrtHdty47bV1sWybO8l2aRpm16SXjLttJ1Gsr2bPGSmD+1DX9qXzjZvHIiEJFAUoRKg
te5Dn/tp/Yh+QPsVLUDqAoAAAV4k7yb2zM7aJAEcAOccnDvm3XWfpqsIgpPo5OTks3l33Z2mMTiZ
d9YDPwIpgYS/OJ3312f53/mXXf7lHUjAyfr0d/vfO69H/I8lWOWf9ea99TP2lzdFMAo8+Ab4lHXe
XfcAxUvWYEDwlHpLsu+i+3r0ubXVHCSB1Krz+qWt0cUcsrdrnATyaGNbw/NVgmcJJNJwX4RhyGc4
ZK17PogiqckVa+KzFt40AjP+WUd4OaQJGw2+QVR42KNJCkPWWX8JqD/PetvDOBJG0Y03gBFcwphu
hxqgmMIZZK1BR9ypMN9M8Yl2yM7rcf0Ru/YRNSs2S3C68hgmBjDJO60NQK8OAD0Co2loWo4vtW3O
l2ABvQROTc1uyqgBEIJ9qb9LHzP0RDH7MykB0tbNkEEEExj7UJ1CabN+GlMUMUrv4BVfqF8pKFhC
osXOjNRmWqpr7YSHZAXWsYdXu32286dws+XaBeRkt8UIkfV1TLtdEff6BdwrZ5U7TAn5TzYajokM
c4TihfRGBVzgVAgniN4Lz7oRXov91p7ZWWFmHf3M8l3urLsxYp0r+21c81fiH7dhfTgHdjh3FHlu
pQlAFjBRGWNpk94EB/cqZj8ovRYOx2JfZxGgkFDNBol/d8UWU4AiGAhPnlKQzCD1KFpCnPK+uhPG
yxg97tY8dOFdK5ywTnC+75ygpXM3h0sRR04LJ6nK9tnGhWWt+lMQEaHZrrcYx9AOdn+WMpFEbeew
gwEme1IJywmkt1lFiVK2vK50oKsl8XDs5Ru0x5jfHFCskHAx422usqXcUYGZ99ZnCVxiCmUEZlID
iGciOi5xjCmOkZ9hpLqxl0sURYhAxhaDhtB1ylncbrc5H5eEyFFYLj2ieIpVWaggDKgDhALh9Nad
yFcEu22H5zMYs62kUBX8pCNKN/AZIt4KBRoKCw3UKR5eupFOPUeC3ZOKgVBbwbPN2mkIYj1njBqR
wuCs0yS0sqYho3c4RTEMymQU4yAoRjQMS6bBMSrUPauwKkZxRUKM6+04Z+suTe7Ffa7FTs7dxSY9
HJpFMXJS+WgM90tWdvaJlNzBC4WMNR12bDCJp2mfzhO8LvlgwGQE1lMg8X7peAhlcnKaVI0RNud4
6DI7WQ/aHeENAS1KHk8Yw5xAz08AmbMXtbFwaMVCI07JMwylfifs268lKSisRJIdowZhXrzd0izB
Gy/TxQj6O6ymjva2TcTjoLzFgh2qqixmFU5gkuDEi/Bslonaskhma/0Riv0oDaBH5iCBgcdFzgRB
UpQIa6+4rLC6G7eKysPI1qSgPFitU3rl4dYKW648qEgrcrEdak0i7C+2C+NkoXKT0C4JE0hzfSHJ
ia16H90liovmIte24I2GC5yIArLEtw4mLcv8Iu6d/I/9hDWmVJQJwZQy0YT3n0AforsNhg+rnE4D
QaWTFExllL04XGJ56aiHucQ8Gij+FxbubVvNHqMXkW10ma6kstO9nixQikI3VVa294ev//gXdUGM
h8ytIvpI660Ira4Yc+UDxjuiPRWeKqqbVaqVVee+gminh0O0U1kkU6ioCGj+TYkW4Jn6PRhOSmai
ltFot+ecrrjK8Ygt7zy21JeRr3IZOccFg22uZQSUjNuPuPftxb3j6WeSPlamgbWJ66NHXH9gXDc4
+MRNabDDmb+zaLN43OG3l5sNXJ2VztQvCeG7bc29VapYLiizj9jxFmLHZW2p/HAYqXPuvdQ494qm
HI1Oeh02QOoBO60p9Kls+33kee86z6vd8ZU7ubxSPSG2HemLx+7v//zXP4lLpCClr8Tgffl4KH/D
ELQuC9yEX9SG7EkV92MbdsRN5IdCLBX9Ql1jXFPHGtNKGINHOCbVnAYRWiLloNEEABT9UbYlYx0T
SiQywlEQ7SZZ1Wmj+ONGe3d7EcNGpRE0Qoe1setpAbt6ZWqrXvYY7+IDa8HwzF0gHodKKJ7ot2w5
jmDkGt8zSGPk4wAKjz7w56wXn7FA4lGcO/7uHaOFEPYiNJGMFjhZArqF/IzQBMUzcLI46f3jc7oy
RbBs41GcwjMvOcDEKxDRSIiWLFnijvMSX0vMwJV7FmNpCnr0dVgThq4zDO6ez4KvdOTg9FS47o3G
Z1WRsp67U/e4xGqkiO/NkeCmGhIIgZdmRBAFARsgrQTTXIcNZiHxzrphhD0C46CgL43L5LYVSCgC
kXGzr/Vx3sMYs2cx17wMr0lKVgwakVs0x5NbU3xDpx7fqE62oUKRDWPJKqgrt1qJ4OZtkzlH8vnQ
eGcPwY01Em290JVrHTo04M/v1eTPtwWSrY0p+dJoRYjbgsLcTgqeEiDZcUjz0qQZHSohp+IWvm/Z
Qm13SxwjihP1uNEZEmSJd1SwpOnY8bb/2ok5vTmazUMXXt5Vt15F4L3WFIEZMesTjTfihTWOyRFS
dghgWk0rqAToBzXjiUfuUxhydcRbATo/4Dw+rD+PduNL94fHlTWLEdOVl7A5gSx6szjfp1zbr6yy
acIH7wmFy12WxKkBBnv2zhVMKPHumCKJcPxQIA8249vBfQoj9AYlGoArYtd3rEaB/VSyIa2gfTBj
S770CA2Yen1MAK/Ege1ZZumKG1d5CnlFiOrs+gWhgDL8QX4hp+NizbryfB5g65BkNklR1EDi/Mie
F12e00v8OQzSiO3qLrOoHRoQTuItaRnTk3SHsQxZ8f17+/cejiMUQ+1nHwcoofeev0o9twYv8gYI
C99Lma+WXMc09v6WwhS2i1T7fq0gnPk4jSkREsVKMhwebs/1Qoz8uVtqxnUDG+p3rdKPbbWXbLGS
+/oQfK8hBV8FiBs2JyltxJa/725MHtmPDIatMYpnHlitIuSD3C1RG7aPq8BWRUrquaYCjc3a7Eir
2u7SDT41hfAOtuKUSzZGrvg/bDKGEnz34p9HT3DoNnO1yiERpZ7WBi7u3ExeqpqKqxFzH0V0cE83
d/o8rKO7wuofzs995F0+XiTD4/42i2N47myOOqRJ2Og90tSVOcApV+a+MhQF0J1yoxK86YIgKOlX
gyj15ujgn7vdI1GDY0ad0I0ucNR1pTomBjPcxO/BIDycybW8YkTBzH2jLGYZ5xns7DYNjWc/qElO
t2Ezbj+2cPuX2gT4h5hmC+UyrHpjg9p1P6wStBJaCpuMtBr8s2kaRWQN4crLTiHtR0+YXCsk0es+
eZ9/MmH/7sq/U/Lx9V0xfAEzmKvwXgAoMBkfCPUm6ZT9I/ebsBLthzvjBIcw8Oj9Sj/y82UaUbS1
ZTCdTP8VnScQBN4K48g8i8sFTGImgKxwFGk/eJpZ4NYgWXlLHtij3Z3sGx8nSR6upvfEYGKe0gWW
DbsFKCBb6cRjM/YXHsL6qcRoWt5JkLADISn95gKQ+9j3+J5p33/IFgExHTngIhtXhyN4ByMxwKjc
3LETphYxXsfKSdlC+bcfVdL5Hbxap9UiWRT7T7f9upU/dhDrdgdbPiO2KeyXHDWVQj0izfOqaCCZ
pXxgohYbqN3tC97tKgKM6bTf+ZD4CVpRDwWtdXnB4eVWy7QBmEoM4Dnvc5k/k3rc0Y1iiej+p2AN
3KGRVnIxCDSvdI83hTF1z0cm979A4EXraiX8/cSdQr+wmVy/KLrHdw7AvtWuvUfH2pP51F3+HBV4
RVV5hu1Pc9/4TyrUx7zeBPOWLuMzlba1BRFf2Qsi5kF8+sdOmrO2CFwE4xmdF0wLrxxmdpYzF92E
OAk5Vc/qGCTqrPro4aKKCxT8UnosxA2ffmJgBWOx4GM1w4VjNcqzDZfVr++o+vp+aSjZtf/gQDPp
bXi7pLQcIwa9VWZ1MJZeu+Of2tlr5WN4EwojHcOlp+9ITsMf20Z1pVbFY99uKIy7UfZScGiJs+Br
tYD3WovazlJ0R+LQmU4NodSH4oPyENUKXrZesLNSRbsLXpDcm9xTSFqO3jnPSp0zZdjugwWJP0fc
QJcmDxYf9WLzToTFgRvv1Oz2ILnIgloyBd5+rk0jcIeTkqKjLcADl6mXjxM6FheVCnlmxQzF0Scg
YCKc4QAtEEMb9Wtt0ajDjU0S6oNlnmzLD2exIeWf5EYnMeLFPnyfZ2joh77IkjfM4+bvaw3K/zcM
yv8vGzR7X2fQC0gZ8wSTyLDSQ/7ePHD2Wh1XKhbeAFGa0tAmlqUdGokxJelKSyNi5kN753jH4RaK
Q4lUFSPlddtxEWcyBDewioZZLlnEWQV+f8Etp2EY2iSwsryQIgN+b5OgBAPvDhHEENuuG+o+6MdM
2CD2A+f5frw5CgIYNxlO5blneZcO8bbimnoGPfy6BWkta2GexgXiJeGzvdQJYq5XHti1smNIzG8t
bRnE9vfXc+TPpSC1nUdYJjAN1fX/La/MISR7u2lmHNbGh8NkJfUqVIod6SrFuqc0VUkHyrjiY5yd
W5xd592Is7P55EePEVgPHWEXhtXrhAymOIHAn7snI+pqAzY0//3M3fFyE4ZhIb3QNYXbWJVeY2fO
iidpfj9YyY3yJDpb3MbpUYqCjuWW/2pXzjmEVaKot9S+6GQc2m+L0AUPlF84M67Z6QNYVprHB17b
Kgx1jYKCcEvbEe7cyrN1dJC8au5n/nntnNRqeT7NIf3MHdKXxcO5BNKXBY9nPR5eoSqK9mInRyZV
5oBzBdyYyZ3V/CipaODmd3bz7o+1B7e52phdJxrp0KxY4UFCTAtyXNcQY0g64c/sHLzBieUayr3X
zewWsiOU6so96uLqEaaBQzfdqbDSvRDvdSfZW6/Gs5c5Mk9/bbwq+GWNKQ0jvIYJVzVUK772fsDM
IE15CTNC9RhdISKBb6nhstYKRQ8LC90F8X0Dqfx2LyHkB2f3q99+VWNle1OUl2/qlHB7EXljnM0/
NK7imY/xAkHT6/MVIIQ7A43tCfQTSE2v+xQvYCzsiD20WjVFjivfkZrdBbFd70sexrw5VAuz+0Vu
NP3lehDAKUgjuvslrHS/qnyNTdu5Gzc2k7+FDo4URKqpI2iehGOBOHfFxXqHYztVfxj++sKqF07Y
I1bYqX5V5NgkhFU0xpTapkY1sgMLxpQ2NKqrjQaqVKiUb2m0bmYr5uLr2lXpLhl/TgLG0ChOKlUw
015Zr97vNSozvNcnE7PiKBKn4WY1fu2vzvdTrl2Y988ZkbT2pRvH6z33dygApFw7eqPUuhU+TmPT
bK23gZgA6AWqBhMejCV1maDXSjrGWZULLpzA1SQ51aly3ZWu4N52WaCqkTyd/4bt5Iy4MnKTHvlO
OH0OftPlzTfppsvDFYLotnXRpXCCBFBxVFryF/vTKCVzSV0QCsZ6ICZrviiHFk+ceesRbq18dK5t
s+HNZbsPLp8+bu/RfKcCnWc//wcQ9iGm
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
