// Made by scripts/gen_probes from members.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What members.erl becomes on its way to a node. */
export const members: CompiledProbe = {
  name: "members",
  library: [
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
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
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:sort/1",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAADc4eNrNWktz2zYQlklKsmInadPO9NxzpzORZTnNrYf20Et76bi5cWASEgFTgAaATLuHnvuz
C4p6ACDAp5TGJ4skFot9fPvtkomfDcVmnUIwSAeDwbvEz/zFhoBB4mXjKAUbDnl+4yIZZqPid/Gk
nz/5BBgYZBc/H//37qf5jxVYF48FSZC9lb/CBYJpHMJnEAkp3M8CIOhKLhhzuhDhih9F+PfT97Wr
EsBibZV3f1e36FUC5d2Msljf7aZu4eWa0SWDXNvuJ4xxfsKJXB1EIE21JddySSRXhIsULPPHPOXm
RDC5G3xGQrkYCLaBWAobroCIkq20o45TZRfbfmOYwhUkYr/VGBEBl1CuBp7qKVw4U71i3dK7v+m+
o1+/o8ViS0Y361BGYgxZIbSzAkEXBQIO0wV2meOjdc3lCjzCkMGFa9ltVTYAzmmkybuKqAxPRORP
VqFknZiJ1AgySCJoHqFy2XBDBEplpnt0nRvqByMEK1K0LMyZbS5TzawHnvA1yEhI1wc/1+MT3rnc
asA87fYRoUKf5/J2y9gblmKvGioPkYLzv+1ulHBd5xSRR+2OqbiCVIgyJF6Ua35KM1Vu55ONSifz
7CcrvOxlPkFSuOFvp80/qD/muLue43o9Dxl5WZsTgD9CZgJj5ZLggcYvZmT/r/laKo5lWaMUCMiF
xUHqb19dsQAohbFy5Y0AbAlFKNAK0k0uy3+QWCbz8WBz3AS71pRJIbTwe57QWt0t9DLoyEWpkpqw
Lx2Hq1YNFyDlyrKDNEIJrFd7uNxISmKua+DBmPJjquDqBAl2VtQyZY91lRtdr3hISVg46BgxP56R
VmixuMW2ptxSF1QC8yAbMbiiAuoBLFkDIEs1HFeUUEEJirYRaTr2aoXSFHEoYTHuqZ1XDXEHb+c4
rpHIKa5mj4gsqMmFSmTA3AAriRNkXhoZxG4v8HIJiXSlgCbx00qUbeMR4uEaxZYMw47sVIuXbaeL
sGHCHlPFkagnibOd7SwJkSUSqBEvbS6FMlwLTROZ73CBCIyrOIpzE0SQwLjiGHlEYdu1FlZx0hUt
MGb7fUaZL9iL6udOcHLZnDbZ9bAYxYmkemnER5NV1T41kz36aKSxRaBXp5NaTYciYTSreGAsOYKU
FGvYr5UHrKdTo0N12GFXx3GT0+l90KGE91S0zDxeS8B8gGHEAE/kjc5ROKmNQmdM6SfEmtwH+ewn
jQXhVinpOTsIt/EOplmB53Dbi3H0N2zXjgb7JWo5qF7xKIuqycVqyQlkjLIwpcvllmrrlKxu9XeI
ROkmhiFPAINxmFNOhiAvM8LOFtcb1ubDrXLzMK1bUmoeaqdT9uZhXqtb0TyYQaui2N4yEhgiiJ7g
vmVqAWvBr59++9MEb2cOzQ1kt3G/Vvn8qnlVmRmH733KA1rlKZEX/PMfpjuAXhcAWqjqaNxObB9t
8vEFm+bz1RatllRVj1O6YlrnCsfsTF3TQ4HtKNFGB845/mlpOw2fDoFSzClMxOo5ub7qDFjnM5ht
6nBnmTqUa8xxqKTZqLPNxzIVBYyETkrPHjGdBV839+YHs4OoM9JQzalf/vjrdzWLDJtFxrurj583
47oH0G6q1lmz1226yroJUyA1VVmlv4SiNOIpBnqGL/eD/XbzK2m0Z8uZBur4TuuqzjbLwxUzqH1N
8Fz8Z9sS4PPV9lO4zQJUd6WeHp/o5bgxLbNOKg49hlfX/oyfEEcPKay1wzBFXGhdEZf1y13th4TG
kNdPvkcJimNIzrS/OQPb7YaNbvrE061p06nzeENQJPVULn0r+0QmgQwyHgpatKMvDWfYiIYpetDo
KGWy9dxrPuKCIbIEg8dB8M97sXbNVfdT0kYvDa9yhbnceIWEMdU6TlvdJvYam3imRXZT8C9PeEsU
dIY76uA31qF5P17q4KcNWnGjaNz2Z5JvSrAZNAt9XQ+Du/UPgtt2QaC8DnQHgjKWrY2Ek4x4Z7jH
KdQC0PnlVsAhiUtk+aZqvLsGTCCQOp09s399MCFUXiM57Xbc5hu+ltqoaNE/TuauqZvXDTfapy02
MrInS27RDMytlPn2S6PMU70+9PbsOdDYQsi7DVRntnDogc9vO+LzvJSynSOlMI2VQsxL7ehpue/M
+uLc2oxZPn4712diLV34VY0LreJWlCBBmVlubG36Da6ynx2t9/I7fy4WJGiZ4CZYXnJ90PRd2Y07
sabWLDt0vN+7uswxk34CPE9Z/XWF12OQUtDFShepRZrkXD1tyEtOrsYJBzpvGgf2OYuLk4favps8
eYxW8WDHNy+2GJ1WMDIfxHGFXCOAup+xAdGfH4NWTx+/zWzfPNCtfTrezFKeKwEmuykwjPH5sLv6
g6hSvbw1jFn1EdAeqnqn6dcds2mO+6HRTQ0a3Z0WjXoc8/TEZZcofoth6PSEw9B3bWzRl39MG4yt
S1O98YIyCKKkOQ+zvVFs8FWlEzZPzQ/l1tFOC1W0VoGquZj6Kfz5HW+WJ2wmxbmGpeaXIhe9UGba
ifOUa6b2Iv2bfxu83q55lZH//QeGNdTb
`,
  source: `
%% Which nodes a node is connected to.
-module(members).
-export([run/2]).

%% Answers #{visible, hidden}.
run(_Args, _Call) ->
    {#{visible => lists:sort(nodes()), hidden => lists:sort(nodes(hidden))}, #{}}.
`,
};
