// Made by scripts/gen_probes from node_overview.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What node_overview.erl becomes on its way to a node. */
export const node_overview: CompiledProbe = {
  name: "node_overview",
  library: [
    "cut",
    "envelope",
    "guard",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "application:which_applications/1",
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
    "erlang:node/0",
    "erlang:node/1",
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
    "io_lib:format/3",
    "lists:foreach/2",
    "maps:get/2",
    "maps:get/3",
    "net_kernel:get_net_ticktime/0",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFdpeNrNXM1247YVtknJsmzPZCYzbdomm657chpZlqdZ5Jwu2kU37aZnmh0PTUIiaBJQCdAa
Z9F1H7IP0L5FQVE/AAgQIEh5ks1EJoF7cXF/P1ww8TdjWq4zEJ5lZ2dn3yT+xl+WKDxLvM0kysKS
AFI9OE/Gm4v6d/2mX735FBbh2eb8j8f/9z7Oqh95uK5fGyWjzRfsV7CEIIsD8CmMKJvc34xCinM2
YELwkgY5OU7hf5x9ZxyVhEUsjPI+3psGXSWAPd3gIhap3ZoGXq4LvCoAEcj9IU3TaoVTNnoUhVkm
DLlhQyI2Ilhm4ap6zeMeTmnBqIFPkHJ/HNGiBCmbbJyHNEq2sx15nHFUVPQmIAM5QHRPagIRBSvA
Rocev1NpvZn8X5QkvY+37hR9M0WFxFYFLtcB08QYFPWkzgyMXBgYEZAtU504vleOuczDRxAUYKkb
dtdmDSEhOBLmu44wU0+I2M+ihUnTNFPGESgAioC8hNZh4xJRmDFL9/C6EtTvJBVsMdHmZFpr04lq
rlzwlKzDDQrw+rDPZv+U7rZcKcDK7PYawbs+T7fbHXVv3NC9dld50JS0+m9LDSMi8pxB9Cg8kRnn
PBXEBaTP3N/8DG/4eZ1XdtFYmadeWb3L3sZHkE0u7bdW5h/4H4vUnc+Jmc+DRU5Majx6wPGzrKaf
1fgaka4510UWUkCoQtr8b58fsQxhBmLuL69pWKwADSjMAS6rufwH5piYcR0EmNo4ojUu2CS43sTK
OoUgWvMl5RbnjbAo+3AWntK2UeNlmBFu2GE2hBEwsz1elSy/kMdZ7GCMyVHv03ZtH+2kKKj93nG1
ErrJSYBRUG/QUWO+PWGOIOji1lHZJoriRA3PPNpcFCDHFIgKzFKAEK14dcwxwhQjGG01Ut7Y6xxm
GSSA+bi4J3deu7867HbllIWMcJa2p4IQLbGc2DQiu0wg5QxntPGySMrSakMebS5XALGtpEDO4oR4
oyJ8AUmwhrHawmrV8n/4/Q9qphGOgWqk9uW9jBv7wIc3FfvngaUXONqfxvoHUd7dhiisbJMw7w9J
gzibtEiN/m7KnAhYQgTitixGSwQiSNO0ZRmVmqaqv3WQijahEbRtvqdzsfFp8czvs5OPurRPrNR8
KISidc9ivE2PImsLqLx78PCj5BsUE3omnvgQPaZJgTctL0xY4sFmioWAIsScVDQnq0U5UNglB6nN
6sRK6ZAX9GS0mc68Yl74AQRREZKEPXDWwqlRC7U6Ja4wFeZ9YO/+KKRWaSeT9LQ1hl54B9Hk4adg
W60R+BPoVrCO9kP4GNM+4pFFajnBM2Y8oChwEWR4xaTVyPNMo7+CKMrKGAQkCQsQB1UeW0BAmmmm
s8TFkvYgP98ELTXKi5lphLq8WJiG7coLWQN5l7RfJrPyCMCn3Tovu/io0Z9//MvfZT+qNYiFGMpT
VXbYyTivHEPEvZ2val3lwfVU+l1F79Mvxt0b3tTesGZVU9oNLB8B6PgZi+blAoUQGNpCwZBbMZe2
YjvB3vKdsv15a7ZvC8XxPPVY4BaZVOUOp0STOu6N4P8OilgjJbJH7AmEXzs7xNMJTIV73Ctwj2YM
O8JagoycZT5hpk5BRMUM9uQa4zzxjf1ufpDLDZOQxrxN/elv//grb0WSzCLpKOz7l7U4dwXa4XrO
nL3qgu2bMK4R45RPQf0VoA2QqYYUpb3cnxN0Q9CY0D4p1nTGA4hCCXYyNDFtQcH2McHT5Vfb+iE9
Xe4wxLYpHNV9AwAYAG9ZWFZ6x4LkxngCiek6KJj4wm1d1RTt6wySCtCvq6hnVzz3mjwTCvIDKHqu
4cEM1rPakJLgCRQEYvS5WJ7s6JvZfQ0y+AkWCoY7KvJrY2JyXMqWpJG19ysm8jwgNM7gw0syeMMT
Nh8qlevqCKBq/+jIkcuuXxEaUqY/MGqgrVcbNlUQZTh6tDhTeihh1iP2fGHuaWg/jycRq2fKjO3q
4SBhGBvgkrG9aWlPI1TH2yJnzedvj88DjDKIgPK1r2NY0OcgWpeB3YB39QCIufeFU2vD0WaJgn+W
oATDKtVxXiMLFxEuESXcuVAL9vj59lyFxcuv24Gm8x5x/40pKTFKO2fCKp7dOXjb04JvYqYxBXwo
aS+3/KV9QTszhwymrQiiVRCu1xmMwoo14s7buy68iWj5wKdXM9uj6kmJYIRjwAslStgsEa38T9es
g3kjFgMFhAoXeUj3nF9UKoBW4dnj2ehf39G17tx078es2oauK4YJI5xDKu3/8TRVL2LPWsRzIRm1
rdeaJ7gqEMqNB9+aByGKDQzqN+u8u/7gz/uGMY3sVF/kQ/Lf/ZXgrpsScD1EekXgjl2NmjDIEe48
7bGKBsTnkpiOCEBxA9+6bTu+XYcFhWGm3ey5uv9wijD7G6qQMs1jUpI144b3Fv31ZKE7VfPc/EZ3
s01VYPmL4HcLJcp19/NDuYT40HtnT+GNFRia2xnrXKUOPfzzLxz986Jhss6aUotGmUIsGgjyMFdD
pFLAs7h+oGh/P1WjeMct/KVhC5XT5RhBigs53KiQ9du0TX5qb72f37lhfJTAVZLa+HKHNhRV85w6
4l1zJQW/vKop+RE8t4LE/hNBdh1WLQHfPjh3qwFEEt2aAQdvZuzU7XNVXecIHp4pIAPjp5fbiyLw
JzPocRMWUQKrY7uy+GwI9bvdM54XM4Iwos9rMDAnV1tYMahmNiMYyyx8Yo5B35A5AD8gL4OaTmrZ
eCk0OW4bvXjqD2EcFitNP2DDGIbo7TX5zOnOUQM1XPlq3++9RefaX6krbh5zNJMfV3WEmvTVtsTQ
062fOxGt/tUQrf5tI7p97kL0ClDmPMOHTCPpafVcT3j7WKYr3M7ooSh9bWiHJg5jIwhTUq6VNsLn
58PFcc/iDl/HVOorczbslM+ptuMKbXOIAgG+E/VNlVmg7ZWn6LE6YaolJnRm+f9tFoi66qXpgN/u
ymgQB0+QQKbY6hsZGUArmug7p8ZVbxUxB5w3R3oJjGOA+pCTfe5FPaXFiScv04Cob4LNB8jWuF42
1TKuYHUHZ7uXqkTM9o6Z4j5KMwydPGP+2dqWJm3/cpPAKBGOCfbSkwxMYXXj/4iSOUVmr7EHc7Ju
ow/W6jCyvUxwq0cmZkqY4tDl81t5Gu52R9324Ust4F6P5rEab2+tccVIVuRhZgnsDs7GgE1s762R
gVOic1ogX3X1fHAdbTtIULhunY7OWnIhP4zjlnklBXJfo8VJyeKotKL5+F2SO3lBdzLm00VSns4A
prvOVxCnpwO/2q+hNgDHO0mYbcDI5NAd1tNMf+VoTYu0nze6NXij+2G9UY9lpoNbzZ2poFCqx1w8
0nYSw68tnHLbWbp+EZaHpI5Y+c61+J+pZfY3bm3PbpD3zKK5eVwhfHwT7mSJCxBGiT30r7p3YnH7
Xxtohj6SYKQjzhz2Uwsxux3+F7GWU2/8vHErQ3Ij/Z3I3OREfA0qseC/qvIC38io2+1UnHxQtuF1
YuNrxys9s46Nev05/cae03tRWwyc3ssXdk7V+yXfhT3vFfNnThVIM4MVSuN3/7a4YOfpUo86Mgwi
wblzt4bw0bMuJ/vKT4zJVy1mbaW+u4fW+xoeGdZccqm+7KJCm9oBDGUcmKddIGT+RpfKlbZ+bOF4
VTGE0kcg7qQ7SdzLJdKttvPn2Q4vxVU3j5ymnuYw/OW/nna4fWli91UOEffdBteLS77wlaX9lA2r
monL+V/q1iHgOwFcmk6s8aBAlY1/tlZJzi5b21RfNIJMEQ5CRDageIkbhHcnvkHo9wp66ngQA6lU
0aAWxw+QZCVJuFxbLew0/T9Q91c9
`,
  source: `
%% What a node is and how full it is.
-module(node_overview).
-export([run/2]).

run(_Args, Call) ->
    {#{otp_release => list_to_binary(erlang:system_info(otp_release)),
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
       running_applications => running_applications(Call)}, #{}}.

%% ---------------------------------------------------------------------------

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
