// Made by scripts/gen_probes from resume_process.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What resume_process.erl becomes on its way to a node. */
export const resume_process: CompiledProbe = {
  name: "resume_process",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "subject",
    "suspensions",
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
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:partition/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAKbveNrdXUuX40YV7rbcdvdMTyYvCIRnkiFAJiEjv7qHw3ByOLBgAyw4Q3Y6artsq1qWjCTH
01mw5qex5G/wLyhJtlTvl6SegWwmbVulqlv33rqP795aO/uzbLcNgX8SnpycuGtn7yx3kX+y7u2H
89DfpSDNvzhdn+0H5d/lL538l9/4iX+yP/2q/v/ey2KIjb8tf9Zf9/eP0V/eMgDhwgOv/HmGBnf2
fT+LN+iBYRovM2+T1kM4L91nyqfWfrIgnuq9nKkeerAG6Nt9nCzIt41UD55vk3iVgJR43TWEMF/h
BXq6P/fDkHjkEj0yR094y9Bf5T/rYV9eZAl6G3gVZNiH/SzZAYgGO9v42XxdjFbP0cXewnvfEIRg
A6Ls+KphEGVgBdDTfg/fKVhuJv4J95W9lyP7NzrqN3Iotkri3dZDnLgASTmo9QT6NhPopyBcQhE5
nnOfOd/4t8BLwFL02EQmDX6axnNivIfzGLFnEKE/E8kkVcNcoBmBBERzQC9B+tjZLsqCEEl6L97m
hHpKsaBERNnBhNImItWYu+CLdOvvIy/eVvus1k/wsOVcAuZid+QIXPX1RLttyHtnDO/JVWXFKTD/
r3hbHKXknMMguiW+oSeOaaogToLsDvvMCeM9Pq71ygbMynr8lZW73Ns7UYAGp/ZbSPMr/I8ptJ/n
UD3PSiLPlTLhp7cgoRWj9JH+Tby4ozn7tcorcziyYw1CPwNpxtkg/G8Hf2LpByFYYJ+8lfnJCmRe
FmxAvMvHcm6QLkPyWNEc6uiubZygQeJy33OBJs7dcl6UOXLKnKS02kcbB2VPnS39MMUeq0aL4gio
p3222iGThH5OYwcXcVqLCpQLSP9ARUJSjrpO+qLLTerFkVduUM0xX3RoVhC8WOg2XduSHIhR5v39
IAGbOAMkAyOrwY9WODtu4ijO4iiYFxxJb+zDTRCGQQqQWlw0nF1PruKq3c71OGFEulBuPQbRMqZt
IcYYoF8AMcHp73vhnDLsjgOer0CEtjIDtOFHHFG8Fw+C1NsGC46EQYF04ocX702nnqbA1qIiENRW
+OxAO45A7NdIUQcp83I0aAKVqukCyTtYBhFYyGwU4UuCKMgglCwj5yjI+8yAKkJzhWCM8fE9g72T
JXf4Plupk3N9s4k/Dw5RhJqUPBphTTLZ2YdLci++pcSYM2BPNSf8ND3L1km8l/xgiGwENNKC0P3E
8QBJcdJalMUbDuc41Fkd6QdVR3jDibKWxyOkMG+AN0/8dI2+sObCCyUXCnmKXCEkxr1Bv/2asIKg
kUj2hB6EmHgVaTb+K6/wxdLgW2DmjvaPj+DHgfyJW3So0raY0jgBSRInXhivVoWpTZpkqqc/CKJ5
uFsAL137CVh4ucmZBCBlLUJripMOq35wi3UeXNUjjPOgjE7xnYepcm6l80AzLa7FjpRBimEOgm/A
0WUyUGv9P3z9x7/SylsoQ1NKs/NsPyN5fqB/qoypxTdeZaWtcpHID/zuF2OvQC9LBVpOVeC4tUwf
IvLxBpPm/s4W4iyRnR5tboWr2gpB7Ax/psEEilAizxzoMvxjSDtCP1WMUsYpaI3VMHL90FphdUcw
XtRhxok6sGdMHVQiaGRN8yESxQzMM9Io7ZxjrAe+1N/NK9qDUBHpDJep3//5b3/CpYii2ZzKXT2/
X4mzZ6BDVM16Zo9MvEpVhKmPZopblc4KZEyIpwzoUXt5DOybxa8Q0V5x1nSCh+8Ir6qzWB6UxKCO
Z0JPZP8ULgHs7mxvY9s4imrG+PQNQiiVy9BTZrY54nqlfGiR3HnJLqKCZ6yjeCZyZZSS6GyDBXPg
8NJ4DdjwLUt16eqmmKak3WI/08f6M51RMz0K79CPFsi9jasPnBe/fkFO9hjrtJ/n28p5VlZuFGde
uku3IFoU5q+QiDPW+CsXMIgTkPvrlFItA9DWS3hH35wbVweZILQ9plKMnFVWEuGo4g7DdHcDKWPk
WhkfWZRZocOWI6IbpRYH6PcgSSk2lggyO8Q7BwUDUi+d+1FUbDZG79MOgsWubhJnuIuCebwA2Efv
I6FOkDZCy/ayuIzu3GmmhILYC4MbwruLE6QnjjMfpFkSRCv/5Pak/49n2VaUpiAEUZWDf5hPOEUv
3gQZJft18kJM4p42icdmGpyfoYScfMEYWs7B0Z6DfniLCYi5GpEtygabNHfM3mXUUF+P9VlZxVyh
5kwwMWMCLLsuZgQsy6HkhFYyJmPYYBV49tE6V9xP0bnH+J4jWbZk6ydZ4IfCzR7zwTwXUYw+i/KD
Q/D14RTGtUVzPpmKLL+end4wF1tISWRDp9PAt55yPdDJm+aBuuT50Hhnu9DGHP/WLj8x5rFDA/38
nqV+njIia80pJWm4JsSUie60g7OmsuA9DSwvB0vaFerScAvfV2whd7hNHAVZnNDHDc+NpjxiJirJ
U8fH8a3Rl/11sFpDHV1+anbmU7a1o4GqNdyP7+h7XhM5ipym6uMErIIUmfRg4UX+BnB/dJmjXdAB
6+Vz5v7i7fkuQYol8xA551kQR9xfISPfz3Yp97t3NohH/BXw/r4DO+CFQDDEBtkQyR1/LVmcoUnW
GXbejw7IL+4ycdw75fJTMCTD/fuuhjwxmmpcT0HszZUMJwV5CcMHYz4cigF23UPM43EUe+luvvY4
ymIMNcBn9zBHZA96fpTuSRgBd3ba5MdDIK0t6QP9A3hsHLO9WCbxBrnUKZt+nEIG6taCip1xVGwf
13FaxJ7p/KzI1tSpGWj+zBgH2792DTLjh0tqJHJ5ouZInTuZsuTpIYnqabIzNVX5n3Koy6JeldBV
zYn9T6jH2RutHmcQiguyOJDo6VG8BXHjqVJhneW6KSW8gTROsqPSKcO9vadPBVnYKlqgi7SeQjJv
wLXvo3gBeE8Kf4wP+uULEQV0S+auhaRm0eeSlI2O5f3gEDMJiqAODljFq5A60oIUd7EKDZ8dX6uZ
89fFLbhDVulNWSvp0CoED+hTaAmLdxWhrtzA1vcGOXzXVCt8zyTiQ9kEdOVuy/73SAabKqHdKlwU
D31Nv6NFyLBjFCowcbOxHOfpR/RqMPRUukOOHw0uPW0AeyFhB9ypCYDneMCbQW4P/22KfnBZ9AP1
Dv197Oviz0fi6JrLDbXxN2lEsiR6VZHRJXep12iXxqo4Dc4nUZ6wCzWTE61Po0WQ1Lva0a0uI8zC
ZBSvFrl1HpUlwwR1ZCJFIlKjjr9YSMblCLvdGjWyfdOaaUnxcUzwsvSCJnzEqR6lxJGYA7IydzU6
C+DKiwwZR3JCEVNWWHdUVY3F9PuW0jSFsNOja9auNmqwTJN0ZE+hGUToshqHLiovxPAWubmaQ0Mq
P4n3q7dK4Ej+O24YaVJXm5hU7RWVS/h5deMv/GTV7mY1cNnxjCK03Z1+EaPnqJ3TNoJMH5oCvBxF
AWzxkZgTRC61C7mls9KXjVQvG+YvqwIBSrBCl+A+n8MUtrXKnc308sjAVVrI6oU/MED0a7nA/dDn
KI2xaSGn8Dy8pqMIdihduqivaL2ggQOWIyVck3c3w7nj7UuwviZddqnAfv0XKGzA9YzYiIES5xlk
YEPvqfyJIs0pruBknzjf+llQ4CqsyfNDfd3rKlug9NdoYKvmC55125X+Npjf2gRzCM+gaALHmY6x
mnC+DbaylFvRGUljVWkGtjahHipx9bw2abgRaPrH0F7x5El2wElkWbHljxi2PNN1Ma8ZHiKcC+wl
/xJ9ccoJ0h46nlmu58cKMcMOZJ1mfA0zpsXOHAPz0m5D9oU1/EKNUQ1TEmRarkSlJFg0HZlUOSve
gjvl25ofzYeNtwTYMQ1/lKU8JBzEBGdH4mWEgZYpBzfmKNpONjPwf6JRwEU5/wXVeamSsU6DIQFP
k6XGVJM62jYov9ZoP1T3QxGLLpMFcw2zYC7Vp8F6L36qsodE1UjXbG1cJQeXqvOMdO91ukf2Gfvf
trSPwZrRuVB5axJNceQ8ycDXbFbiqAWcbvU3US5qeMDNtUJfFoRnRGAcnde4ivMwltEEhhs/CG/i
V63MgIMnNKMGBjRsTI3DWEYT6Oc4xtrz+qwdEaQhkuJGn3oe48P0Dkn0pmqPhzsO50XLWfQWdcvG
GpTJxIjQzq2yNWM6XSkHfZTutiD5JkhrfBPVwjKXV2ESzaQIxkeuX5rFiQBz/lyQ7MTtwE58sof+
dhsGc79C5DI9PEcmXQJd8SHNj89ptAjstsCxmbn0kdInF6JgFkGhgf0ER6CfP7kB/ibztxCatU5l
AEZK8NpI+jPbabNImhT9Wox5vDeko2FhqHKdfGyQQdfa1wX5HMkhn4z+F0M7e5awyVFLqFk8nl+d
gr+hozk4PuTx7756w8mP890bQfkJl/K2MbdBDYOTaZlKzkTqRN3SSnI0HuXQ+rn2MWnT2rdvAFyy
5uSPTTLMzTFnFrDG4TJOgD9fNwA1TrT6PwvBKG2X3qFXzzEU/HFoIsktL3NrAS77sWULsxEF05za
Aw3EFiAOqVe0/OQWRwlLmJup/U808pWSUi0Nw660fBvmcT80qQiEOi2ZBe0BRtCuHTeVmO/dU367
OV3U/bvbwP6O5GXC6rqsQ8MUnIphvAdJvkW8GhhznZzubo5Ji55Fmr4uutCPuirOoQd1ALGBVnyi
3cUMwyzl/5JNb8TH9S5bXkOmppm8mua+AeTt31RlOfLP1MhEg0NWChd/75+GpR26jf/Q2Kef46E5
6sqr+73Uoz6vtbjpTK9ipg6RkUnzCfHXrLU0NRpsCjU0pH7KrwZlGF1ox6A/xsonjmgLXv//A5Ea
2yWfmmLzetLD7TnXvf4tHbXEm11ySm+ZMk6rpf3crB0zxpk6nQ/xfWEzi1MhzKiB9vyFMnTQsBPf
L/Xh3VNB6jDnS1WTvqmkr7Gu/gwiae73gIFgkW5jrRZ6b6HxPex6O5FOvqT4xsIeOlvG4SKsuFP7
5NZpgSkCBzYwhD9jWGSgwSLM5YK0upcU841aAmnNWJCWTiSHx0QjraMI6x/GXFPR7s0gBhd+sDAu
V90Gk9dF8kSd9w3CPAWNRS7lr2HJVcfcOumo80Ymcx48qbJ+ZumcnlaDHrPJPHqCIxJgg5HwZeEs
oUSpNWhv9FTftrmCgkNLL9J3dV/F55L0pHYWyZFAw19XAb1mAkliJDKxgLEhAmtsnua4xtMcBCX5
maVrTmapYxn4/P9NBmaWGTDY/QWVesEqPQjgiIujFcAndHKGsok7gDRJCxFj0Eb+3Mv8G4O0/7sY
TMTb+HmEDY+tPHGJYt0nIwhN76Js15BSVyKaXtvJvsMQj0OiNbqpWuTmKruCz7TbDsK1qvBXxvc0
LkhSXIbRRWbrUOxgntTiNzIhuV2euOGR4oO63hYRJc2CaOXlX2kEsRsV4nJO4jZKcD/RPyhHnWTz
Rywq68sXFvma/jIoG1332k32uFDYaGEYxcWR0Xq3BZ7X1hO1guN1uOww1iY/csWL0GwQrz6/7ItG
8VJo/lVDbodXDdn3OidVFEtrpAe47TlqI91KMg0xICNh1zdDSn5h3/dFwJ73EUsfM3iUxjphbNsb
eXpfJcbCym68LKxhdP5Xlhdou6p4PMuwDWf6peXlSVPVTGf0vYDtdzC6UnRQ0r9WgakQV9+Ecqx1
Zi8al4ZsaPT9xAwtpNsNA/dQ9G7JdnW3qClshe1ouNiVvicQu2mSGhAxio+839AxK6hl0TDfBtt9
UM4By/8gAcCKrcR5MMIfFSotiqnHUL/fT59mh4GFHJXHsiYwbEomua/MLJ2qrl6czDW4F4XFEihF
GEuW4KlIfvJB0IhDd2IctswXrMgIjqD2GrDDk0jgmwkTG5keCCuxZxJGGSR+QLXPvOYwS/XXNZWR
lzXwLJxLZu7X6qmTk1W1y6ZEgtPjGP+pAdvT4JKRfaOHY96OyKzDrtJnn5q43Wr8yUSNP5lw8Sen
DfriHCkm2H2SkPZZZ7dx1llTDqnGgZwG3LJ8fhsoA3V7EEHvFfms7NvaiSHF2J3tugHncWP6PFOi
yW2yDerMj17OVxYyIjtrvcb9ME9l8+957HgnbRnY0bXTJmyEmc0J6oY+XEnhtxFZXCvs3sF0V3Et
PzJ9XLsUWEXXGTciu8Aiv+LGNN5omlsExmb3M9NxM+4glZfetdOzdpIDY2u/5eE8jpNFEPlZnBjF
Hx5gkEfhRemuzJC2r20Th/DwRJUg35r3eeBVp+hntchzSTs7xa9+FWQdDRybolkt38/aRaLVShOW
sgmUd1bTQYFurstzwniPD22tBAb6J+dMD7n2qEL9Vte8Ne3oQwOJKfWCLec/sJ07BPW0r+Cu1rNW
rwHQyc5rsyQml9KLrO8VP1D7RrC9MiD0ED8pN+kwKWdaSD6SFZLjYVhAFXkLYEs1BCXcpWsCVscj
dnulkqeNGy/irTfFjpdGEz89wCIfmys2wRwRZkKmD9QXxuRNGg/8xStn1aAE1d6oQRWpsHmH/wAa
UhXDKYst9JGwEzi3Hee4C0SV4kJgt0WashfPSGxm89dG2Trzg9A8T+NCFpXzXyForGk=
`,
  source: `
%% Resumes a process that suspend_process has suspended, before its time is over.
-module(resume_process).
-export([run/2]).

%% Answers #{subject, done, others}: who else keeps it suspended.
run(#{process := Process, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:known(Process, Call),
    {Ours, Others} = suspensions:of_process(Pid, Call),
    Ours =:= [] andalso envelope:refuse(not_suspended, {Pid, Others}),
    DryRun orelse [suspensions:stop(Keeper) || Keeper <- Ours],
    {#{subject => Subject, done => not DryRun, others => Others}, #{processes_scanned => 1}}.
`,
};
