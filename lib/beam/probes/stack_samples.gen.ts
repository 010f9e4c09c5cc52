// Made by scripts/gen_probes from stack_samples.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What stack_samples.erl becomes on its way to a node. */
export const stack_samples: CompiledProbe = {
  name: "stack_samples",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_process_alive/1",
    "erlang:length/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
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
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keysort/2",
    "lists:last/1",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "maps:get/2",
    "maps:to_list/1",
    "string:find/2",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGWGeNrVXEuT47YRHlHUaGYfXq/tZBMnPuTscsV67mwqm8ohOeSSXFIb31gcEZKIoQgVSa12
csg5Pzg/IKAoUng0XqQ02ezFHkkAGo1+ft3Aur8fFLttgsKr5Orq6rt1f99f7tLwau3th4sk3OUo
L7/orQf76+rv6pf98pcfwyy82vf+ePp/78Oo/GMTbquf+Wt//4r+FSxjlEQB+hQuCjp5f++HBdnQ
AcOcLItgk5+m6H8Y/WgctQ6ziBvlfZibBj1bI/rtnmQRv9rYNPBmm5FVhnJuuTuMcbnDWzraX4RJ
wg15QYcs6IhgmYSr8mce8+VtkdHV0Ke4YD70i2yHMJ1ssAmLxfow24nGEbMKtN4QJWiD0qJeahin
BVohOjr02JPC1WGyn4BLeh/G7Vfsm1cEOLbKyG4bUEmMUFZN2poAvw0Bfo6SJVax4x045mYTPqAg
Q0vVsKlOG8I8JwtuvucLQsUzTumfmYZI0zS3lCKUoXSBxC1ohw12aREnVNM9si0Z9b0gghoVlSdT
apuKVRNww7f5NtynAdk252y2T/h45CADS7WrJYI1fZ7qtB1lbyDJnt5UNpKCy3+H1Uia8zQncfrA
fSMSzliqmGRx8ch81k/Inp239c6upZ158M6qU/b2/TSmkwvnreT5W/aPGW5P59BMZ6ORN0adCPMH
lImGUTvEvyfRoyjZ/1N9lZyjPNd1EhYoL4ADYv/usyOWYZygiPnkiyLMVqgIiniDyK6cq39PbRnV
x4bn2MZ2bUlGJyHVuZcKzfndii4hHOlJnlQ0+/TgsG7UYBkmOTOsmS0lKTKTPVjtaEgijrM4wYjk
J1XBegXxj1zkNKW2ddqFXmzygKRBdUAnifnhgmEFJ4sH22YbW/ITScbc319naEMKxAswjRrCdMWK
44akpCBpvDhIpHiwzzdxksQ5omYx6kidpzdxzWmXdpwLIkdYHz3G6ZKIsZAUDIgLYEZx/L2XLITA
rp7wZoVSepQFEgM/zkVBC1/HebCNI0DDsEI7WecFrdQLLBX2pCoKRT2LnB15ByjEfk0NdZxLi9NJ
M2w0TbdU39EyTlGki1GUi8RpXGCs2UYpURj6zIErynCFE4xJvc71vl9kj+w5tzInN/ZhE0wHwBSl
JeVdIz6xTOf7WE32yIOgxsCEnokm1psOinVG9pofDGmMQGeKONvPuQfMq5PVplqscPTj2GZ3fB7U
uPCOhMqRx0tqMO9RsMjCfE2/aC2Ft0YpVMoUv0PMzXtPf/sTFwVhJ5X0lBmEmnkNazbhp+CQi+Xx
P5FbOurXQ1h3oB/xQJ2qGIsZgxOUZSQLErJaHUJtPiQzjX4Tp4tkF6EgX4cZioIy5MxilMsRYWuO
8wmrPbglJw8j0xApeTCiU3DyMDPSViUPotCyVqzmDDUMCxR/RHXK5GDW/D//9Je/i8ZbqUMzwbJD
sZ+TPj+z9yoTYfOdd9lYq1IlSod/+c20N6AvKgNakapI3M7MHw75+IxZ83S+hfMlOu9xzqMYmY5C
gZ2xYzoQcIASoXDgkvCPI+84+9QISoVTiBarI3L9vLXBuhzDINRhDqAOso85gUocj1rzfEhVsUCL
gg9KLy4xrSd+YX+ab8UMwsSkAatTf/rbP/7KapHAs4VQu3r3tBrXXoCOqFpryl66ZJUmhMmnlLJR
ZX+FCgniqQA94SxrYN8Nv6JM+wTs6YqF77is6mJYHtZgULVP8FTxzyElwJfz7ec4NsBQzaWcvgOE
0qQMA2M0f1RX5FbbvkEfUfYoVMSnplHPo10WFjFJhYETY/19H8ZFfJBWvkat1+Yk3sSFUOaR4cOB
okB416CZrWXpC/vY4F1jFRU46TvJ/0JEjy4CXC8ycgSuFcu+feJ+gTqMawT9pSltv7lHqzgNdrkT
vqApeQk+1Fh081P0qbCZaWok6qB8TkNsFAhYSFYg8xBCDjUHzoOYqMvDDQ00XIf5cZQg1zEFSnTn
yaVBvf8Yy5h5ES6qGkuVKxkHkGKNMuedlgollCrEHLO1Ar5ycHhOE39pHw3d8aqNZZyo0XRj7fF1
49KCfBGmKZdEsz4YpatiLeWXd/gC5YuRbVlxuKNmmESI+egbavoy6tuo2AQFqfDGR8siZUyCJL7n
8AaSUWtaU07lN6NmIbx6uPL/9WOxVRXO6jKYVVfI85LgPJCMx4hp0tCw2LNm8UQnGMroXi7hSTIw
wS1p6FvTYA+4ShDtyAJrFbKCaXeo4LWkzb6d6PN0CMl5dyGYugkB0++hFgSm7maUhLPU8Ca4wy7Y
gLZ194KfozSS0JCxrn63DbMiDhPlYU/g9rLblNDP0hJXUXyd7/ItpYa1Ft3lZKYqq3jt7Ia72mJB
IzvCIA5ozwzERKafGyYy4v1D55O9hDUGEJd2FbMJJA4d7PNXLe3zTFLZ1pJSsQYMIWYS3niezn+h
L8Oz6C4Hupsv1QfseIRfG44QnI4m73FBMtHdQDjsGOv4B1vrev7W/cD+Ol6tcStb7hlcbQOxbeMI
LiupuoWYYDWJ89KPnhrMoF99UUXd5e/K30NFKcvGIK4J59CIwLrl+zAKs9V54fJvjAa4nuRVSoJ8
t1gHteyw5hi3PR0/DTcIqlvBzW+Ou/uZPcQ2OW5e3892+EgtCapexBEGO+G0i41Niw3LxWicB3U+
Pp1YvExJEYSAULRtPbwYpS9qAT6IXOsFf+5QoIOi60FpI7iGoCQEjMbEtS9LjfMPjaXRE1BlfxHN
iP9BQ474n314xKB/DlfyavDPvohwgt442Fpf5wBRY8wD97iONS2u0lmJyzArEd4c2eVy8vAH9Jgf
rYYEtruWr4awyzvcucHqa2juROe7+3odT32xZIZ1cg9c79jHNCjdlyeouIVwgRqJU4XBpDBauNzh
gpxcArApWqyqTNcAnwJt/3eGtv878epRdTh9ymVwvS9LV3i8phAm8UcEArcOeL117aS2G4z8qOoH
zlLfz3cbJQvHcEVQ0c546MIAQ/3qQsxnSlxzE7FzPjhXwQDXrr2pNsXlqpznUv2Wy3Zjd29q9HJV
gUt9rQ8YIRaXRkL55XzBuqnWq7zGwNh/JmSu1dD7w3sF1lCJPmAqDIvgut9aUXo+8cJMAz0ClzuE
HSCgN9b4wZlLhCq7Pme6SKV7aDLMdGcFM+lKuDO5hIudrmGyYm/V62BlSQdLkkRJwzfXKwGHWJ39
a9I5p/qF7YlCa2NVP63UGApypwyguHsXeYLQtm3hwrFtbXrBtjX8JLXyOag7b61KGZXX6sJkWO+m
Z3rKw8hiS48JUznhF+s5pt++7d2ssRrnH4Ggf0Pub1RdjTQlpEvlh3YX7nqM16Fxt+KIFjFmpSIt
WwcSyzLp2ck4IyL6+lJ+8mXrxzhM73ScXUZ1ZXnFHWtIRkcaeLsfRpFmXkGA2u/Rou9gdhJaXn36
Lni9uKEpfBvDjlOeSgFuj7cOUIQvV0rSX8CXyndTgZm6kKo2VZ3V9JcttWmGu1mjscEazc9rjTps
8/x11LHuQlZ1adykJdC9bnGN1kVA9XsMTMHBdLsWEPCJujejW8r7rUUtAaCm2ac5dax6lzoKoUMZ
zeICnqbvaYzbvXwhFM28J6o9deeL+amMc9zMH+v7HybmmL/qBGW5mJA9ysojgl5K6Qjwu5fQ8qYO
CqCRIwPaDL8r8yxDK7oMlbMurvZX1v3TTDmh/C/fzStFZ6e3XorlHZaaNfhX4PA54qeRurHVmFly
Twl2f09gis25kfb1D/nebPtGTSjfnlj1ojM9kuLjEK3D3wt0OLoXU6Fq0jssXJS1sfPA21PCluSe
pLKKU+xy8LuvFruMSlMRHCo9RRZSueKcad/Nc/Dv0WgfmrKqfdxhyOXT33BE9njZ77//3XsRZJVO
giuhyQXqnho26tnJhy2oYvUcF92xM+/mWIr/WlvtXxutdu1k7B4ZGgNdRNrqmG85FZdsqG+Mvr1E
NjA79TbYXsUdnfEq7ncumVHX5shWJdLhkmQoXKztm0Sh1kGLN/2UIMq5m1fp0osjFezUnGPWN4qy
D7Fe/uBFsAqLKfLZE80q4WqRY8KJNt+iqg9LIDa+ObWmUoXMS1cQlF9ZxJSdelYBC30ONORb+4Rr
jC+KgJyc72/ft0iffBpGRHbJjlPuNcJKGHWYkoMFOQdPpq2DSaDHZubeAygWTuZyOCm+Sgt39pov
VcFeeIR1cdPcihXNtuxCJ1vO2r7LC24RJmUkl8Z0z5cGUBtG7/eqR+urxwCBPguxXP/1v//vmX5K
AhXva6mZWz/WCCE59ncDgT5XvuFq/hkxV+yt+14MhKV67aVuZovvDvY61RBGrSqaMiQgaIfFY2mG
h3HKf/8FZR9FAQ==
`,
  source: `
%% What processes are at, looked at many times: a profile without a trace. Each look
%% costs the process next to nothing; one in native code answers when it comes out.
-module(stack_samples).
-export([run/2]).

%% More different stacks than these are not kept apart.
-define(MOST, 5000).

%% Answers #{looks, samples, waiting, gone, stacks, others, window_us}: stacks are {[{M, F, A}], Count},
%% the innermost function first.
run(#{processes := Named, every_ms := EveryMs, duration_ms := Duration, waiting := Waiting,
      limit := Limit}, Call) ->
    Pids = [names:process(Process) || Process <- Named],
    Begin = erlang:monotonic_time(microsecond),
    Now = envelope:now_ms(),
    State = #{begin_us => Begin, until => Now + Duration, next => Now + EveryMs, every => EveryMs,
              waiting => Waiting, limit => Limit, looks => 0, samples => 0, idle => 0, tell => Now + 500,
              stacks => #{}, others => 0, call => Call},
    {told(look(Pids, State), Pids), #{processes_scanned => length(Pids)}}.

%% ---------------------------------------------------------------------------

look(Pids, #{until := Until, next := Next, every := EveryMs, looks := Looks, tell := Tell,
             call := Call} = State) ->
    case envelope:now_ms() of
        Now when Now >= Until -> State;
        Now ->
            Told = case Now >= Tell of
                       true ->
                           envelope:report(told(State, Pids), #{}, Call),
                           State#{tell := Now + 500};
                       false -> State
                   end,
            Seen = lists:foldl(fun sample/2, Told, Pids),
            timer:sleep(erlang:max(0, Next - envelope:now_ms())),
            look(Pids, Seen#{next := erlang:max(Next + EveryMs, envelope:now_ms()), looks := Looks + 1})
    end.

sample(Pid, #{idle := Idle, waiting := WithWaiting} = State) ->
    case process_info(Pid, [status, current_stacktrace]) of
        undefined -> State;
        [{_, Status}, _] when Status =:= waiting, not WithWaiting -> State#{idle := Idle + 1};
        [_, {_, Stack}] -> count([{M, F, A} || {M, F, A, _} <- Stack], State)
    end.

count(Stack, #{stacks := Stacks, samples := Samples} = State) ->
    case Stacks of
        #{Stack := Count} ->
            State#{samples := Samples + 1, stacks := Stacks#{Stack := Count + 1}};
        _ when map_size(Stacks) < ?MOST ->
            State#{samples := Samples + 1, stacks := Stacks#{Stack => 1}};
        #{} ->
            #{others := Others} = State,
            State#{samples := Samples + 1, others := Others + 1}
    end.

told(#{stacks := Stacks, limit := Limit, looks := Looks, samples := Samples, idle := Idle,
       others := Others, begin_us := Begin}, Pids) ->
    Sorted = lists:reverse(lists:keysort(2, maps:to_list(Stacks))),
    Kept = lists:sublist(Sorted, Limit),
    #{window_us => erlang:monotonic_time(microsecond) - Begin,
      looks => Looks, samples => Samples, waiting => Idle,
      gone => length([Pid || Pid <- Pids, not is_process_alive(Pid)]),
      stacks => Kept,
      others => Others + lists:sum([Count || {_, Count} <- Sorted]) - lists:sum([Count || {_, Count} <- Kept])}.
`,
};
