// Made by scripts/gen_probes from stop_process.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What stop_process.erl becomes on its way to a node. */
export const stop_process: CompiledProbe = {
  name: "stop_process",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "subject",
    "sweep",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_binary/2",
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
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
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
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "ets:match/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
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
g1AAAM+veNrdXVuX47hx7talLzM9M971xhvHSZxNJjevNx7du3e9OXt8koe82HnI2fiNhy2hJbIp
Uiap0fQ+5Dk/LX8l/yIgKYm4FIACSPX4xC/rHpEgUKgqFKq+qlp1d/18u4mIfxadnZ19s+ruug/b
2D9bdXaX88jfZiQrfjhf9XcX1d/Vk93iyfd+6p/tzr+r/3/n+0Hxx9rfVI/1Vr3dG/qX9xCQaOGR
D/48p4N3dz0/T9b0hcsseci9dVYP0f1+8M741spPF9xbne+nppderAj9dZekC/5rQ9OLV5s0WaYk
4z53G4ZhscJr+nZv7kcR98oNfWVO3/AeIn9ZPNZhfrzOU/o18iHImX/s5emWhHSw/trP56tytHqO
A+Yr0PcuSUTWJM4Pn7oM4pwsCX3b77A7FVabyf4L+MnO90P3L3bNXwQotkyT7cajnLggaTWo8wR6
LhPoZSR6CFXkuAPfuVr7j8RLyYPqtbFOGvwsS+bceC/nCWXPIKZ/pppJmoa5pjMiKYnnRFyC9rX+
Ns6DiEp6J9kUhPpSYEGNiMqDKaVNRaoRuODrbOPvYi/ZHPfZrJ/C/ZaDBCzE7sARrOrrqHbbkvf6
Eu/pVeWRU8Lif+XXkjjj5xwF8SP3izhxRlMFSRrkT8y/daNkx47rvLILaWUdeGXVLnd23Tiggwv7
raT5jP1jErrP89I8z6NEXhllws8eSSoqRu0rvftk8SRy9keVV+lwlMe6iPycZDmwQezfXfaNBz+I
yIL5l9e5ny5J7uXBmiTbYqzuPdVlVB6PNA8xumuTpHSQpNr3QqC5c7eal2COnEsnqaj26caFurf6
D36UMa8dR4uTmJin3V9uqUkivofYwUWS1aIS6gWkt6ciJykHXaf90M0685LYqzao5pivTmhWcLxY
6jasbckPJCnz3u4iJeskJzwDU6vBj5csO66TOMmTOJiXHClu7Mt1EEVBRqhaXDScXUev4o67Xehx
zogchHrrMYgfEtEWkowB8QMhIzi9XSeaC4bdYcCrJYnpVuZENPy4Iwr68EWQeZtgAUhYqJBO9vCC
vnTuIQW2FhWFoLbCZ3vaAQKxW1FFHWTSx+mgaWhUTddU3slDEJOFzkZRfiSIgzwMNcsoOCqE/s2C
KkpzhWOM0eE7F7tunj6x++ykTq7wZhM8D4AoSk3KH41hTTLd2cdKcid5FMQYGLBjmhN7mvbzVZrs
NA9cUhuBjrTgdD93PIS8OKEW5fCF/TkeYlbH34OOR3jDicqWxyuqMO+JN0/9bEV/cObCayMXKnmK
X2HIjXtPn/09ZwWFViLZUd4g1MQ7kmbtf/DKu1gW/EDsrqO9wyvscaB/45EeqqItZjROSJomqRcl
y2VpavMmmentz4N4Hm0XxMtWfkoWXmFypgHJZIvQmeL8hRXv3JIvDwPTK9Llweidgi8PE+PcqsuD
yLSsFjtQhiqGOQnek8OVyUKt9f719//2H6LyVsrQRNDskO1nJc8v8KfKSFh841UetVUhEsWBf/rF
uCvQm0qBVlNVXNxapg/n+fgjJs3znS3cWaI7PdrcioFpKxS+M/adBhMoXYmQOXBK948l7Tj9dGSU
yk8haqyGnuuXzgrrdASDvA5TwOsgnzG1U4mjkTPNL6ko5mSe80bpyTnGeeAb/G7OxBuEiUh9Vqb+
5Xf/+VtWigSazYXY1d3zSpw7A+29as4ze2VzqzR5mHp0pqxV2V2SXHLxVA49YS8Pjn07/xUl2gdg
TWes+467VZ3MlxdqfFCHM6Gjsn/KK0F4urO9jW0DFNVUutM3cKEcrwx9Y2QbFFeTnk2JnyWxlf1/
ufODXAihz8wKPVgHecbbKqYPLdInL93G/CkAuA17qnuWUU10N8FCuMm0H0d/jdcld4IXUzGZd+6T
eYM3ciaqgCuP1Oia7tmX2fY+5A7fPT31DoFFFQapNFY3TnKryFifxAvOGt+HaSSLHowVjZxjRQN0
rKiroO4U3tJ1Egd5kooKCBL729BC497ynBVK1/bzBgZFsRrDXIXob21TyEf/4LBjdjuPciUdNKGz
YP0IK+UlcEiM33PKVH1oXi+IwAcC24gIgP5DtM1WTEhd8O7r1KVMpE/2G0gyL5v7cVySmaHB+Qni
BQNsHO9yGwfzZEGYf/qMylZKdT5JMy9PKgffEzIqGCReFNxzF/wkpeJ6mPlFlqdBvPTPHs96//Uu
36giVQfSo2AYL4sJZ155WApapY5fqUncQZN4ZHdOwkHqENB/o9BxDl30HPAeTsknOkA4NwUzfNz8
bv6JpBp6ONbn5yHchpszwdiOCRiAhZoRmECXkRNaCZqNwgarYC1JZ7hAL6MnjuR+GOoCZhs/zQM/
Um72CMZzXccJ/be4sKUUP2fbbENnw2qL5nwyUdnXHTe9YS+2oSCRDf0OFu6VCWiJjP/YnBAD/nxo
vLOn0MaAi8MtRDWC2KGBfv7UUT9PJJF15pSKNKAJMZEcfO1A7QUgRAcB5wbgxKcC3lpu4Y8NW9j0
SjUMdfSDtfVhfGcAbm8VLFchRpfjt/7O2VfCQczVpDG4ZLrWLhnTCxz+38qTdVPAougx7BWsIcly
256XzxzdQIMQ4SiwnMufuKV2jGVYYOHKObAPjwtUBOv3AGMpewUhImS9jYQEB9hG60dBlrOu24s1
Wd/L2SEoWp0DhpkT0X9icpbjyHDxSNKYRA2JYB6f9wQKwU/MRD/1N5somPt5kMTe2s/oNdx+0teP
5Kmed1d0HcGxCPwcnYnZ9eMn/PkmXZNnNUhm7+D89utvUZhOELZXZpW5c+bn7XBmL9mmWWO+FOJS
gEsFSkmRTBMGGs8mlADO3rHC2SsjhgU/qRmqzGdT1Fhl5536U+MhchScfci79NHpdTGXmqixMi5M
8EIlfv29H22JBOyXySp7z7GfKP+rCe8LwGxLsv8UEeiXGHVWcxAK1at1eViHGvaOmWfjt5s48bLt
fOVBG2G1rV0+g42Prk6UvqeDafIcobFxCNs8MKh30vL6WTWEdVtJWrf/kESL+lC1BbcKS7xj59Ew
XdBqH4RJPMNXK+3vvr2cYiz/HYKCwUC6V8UuFqGM8r3n5/uhie+HJsgWljLFjRHKmj+3hm1cP6TJ
2isIx9MLDASfmH7TZ2JQJmiGupRVcVruHBbNglOF9Vrbhj9zTAQqj9E9LuoXRu56QdI88xbkfrvk
eIxeTMs8CSgXzT6k8DJ7otel9TGNjz3Yr8rUePopq13pYdNRhmpP6wB0ux6J94UKyHWZ0l2jFlix
Xxy0oNMIWjAy+exYEsdF8DZCBqpan0aLmMlP0J7OU0YblGcwVJqgdR7VBUYVaaUQjw40hlfXXyw0
4woM5L5GROR3UjMtLz5dG/i8uKAxDEDHUaqjEoD61hmezpmvzzmW7mEmW/wcUFWNxfRnjtI0CZtp
o6FBG03b1UYNltmKTTEGbIouok6M5TL/3OpKogukiUGiNylZBoVrlCy82F8T8CE+UAE98aP5Nk3p
3D1KznnhcAWfushyP99m4G+frCmn+Evi/WFLtsSLiGKINbVf0id4LXmS00nWOaMgIq2qZQAuk4vk
cMCphv6bv0AcmpLeGNVTUNuOCj2sc5fCirNO8Jccj8/gvXlz8N4AKmMUIsopPIdHk87Rj7MdH+UD
Z4cmPxviaG1Jf4k/v0aNr7PKMM0gPH3tFMmr1MuS1HDPVh0JwxCqLwJK5gAFttRNvEt4Z1ipr6Xg
kD/3cv/eAqkGhbwYS/HtgDMc3w7D0LZMSitbKgHHknzjFWjWd7Bep/dTqhgCynZJqZrBMcoHHoII
VvuvyntzISNp7CvOsPKRAsLrbbbpUvGdn5VPRQEdiJ41fkp8+koUUZszgV/4orqxB2n+dNBu9HRa
xsVJ5ceLSPGdT8vX8tSfE29O9zpWPPcmS+aPJPeqc1xxMpYFWPhqTS1vYfUF6JefsDxJf83Tglzw
Yl5U4VB6FGzA31+Wu5OR9L1igIt9LQZw8Oo35eBlKRzwl9fUbokXReXOsuADPHpMN4GJ5oq/d1Py
AebMgmf3a/KG7gJADwA6g8U9bF0VI+y5TkO+T5dRck8fKSxB3XM9f5uvwF+uig+RzXoBz7GYYkF/
B1bEGfZDnfu6qlVjuqlC5WQGkhpEw1p5S91UBspUzwM8jaD18+WN9JE+iFafV9kKhbOffKCahWrn
MrQGHqK1COUPt3X5C5syQpVk8anALV4Uf2oTZGjzcmgBaV2QDZUqdZYZ8MouWPCvmMun3D/lJIOC
ux1kvcthWxGFn0t70kfds0dKeOpATM9sWbtM6hs+Nr9t0GJG8V/ZeDuaQk4HiNxvyf6+fEioRVSb
sg7QpLEdN46UwY52IMH00/P9LNihOR+zHn4rwH9OvPGiA1oMFbseXJpQqYCYrWuxqErsMQbdIaB8
vG5AT72uzyLw4jluduQcjcd7nxp5y3YPngY+EDalwh2YVHr11BH+Zo6tL/DH6ihUxgwEf9a5mhNU
N1MLgJIIJtCUsyw+dvQnGLO1TsQWr+Ik93yAKVzrdZ4egnV0JDt98K8tqtrgnEKRDyiNkW0xQ6UT
7VbEqLslOIiF7SQcxD6+0Fc4+CfqpHXst5vVemFRnUxt71NWamae/vdQkzXBbsSFsfRDkJO1plQI
8IaYwTExvXG18fOgTCxzJs/f4HXvwFgGvLeiAzu5hTzn0uO9TTB/dLHQOSuHr2cAY5xxkPofgo3O
vNzXhzDXHs3Jxg3SOAUhjQdR6nz5pe7h0F3xFGE5voJ/A1v1rfFWp7Tlb2V3CGtZMx/5H9UP50DQ
rFne1N8axIw5kDENaRrGWMqdMQY2Zo2KS8G13YZhaCjAPlNV9WK8pNSkKljxkTwZv9b8aN5vvGOG
sVT0fuacCjh1TgXk0UUTIHG2aygZ1czA/ztEETM56eQdGLoeYYrsq1NF3ikbtQCZHLgS/HVNcLXo
Sn0IBrAY4KKMt+EJsya5ZC6VgTrlC1bcmM4z/nqP6aDUk+x/1/J2EjpFLA+mL8+NFEfgTQnw4rKS
rlnAxQyosXFRl3ukTSv0lWE7VgRm8TyNKxnux7KawOXaD6L75EMrMwAQSHbUYKBJjamxH8tqAr0C
+WQDJkeJoAiqUje7ahNbbqyyVsO4JB8R3bllvoISVg2Dvsq2G5K+D7KiGv8TlK15SDcHkeM2VYB8
evXL8iRVFN24U3SaYO3Ak9zJXjLRejhddWjTKWegPqRh/xyiTQ7eg91HBHX466Ooj2cmH+E1NWjZ
um6gTxK2wxoW03UZKogNGbgzTQcYMftQuJ1++2uYQEW8EU5NUZRV0ppSTAlhuJrwzGkWbB9EQ6Oi
sb5ezcS8MRW/cO6jZIOtCyi/XBTzkhwkA5FdhML3ekxZjx3/7XybAzNotNmTELOTys4C/mdQSKSv
uQXC8WsF+7cSGvl7i4Kc7wSvLzq7QuENghpN8eJ6/s8iSVhusQvBTtq64PwDHhAwUjDNUFk8hXdL
S5zGaYD2sgL/EY/FVW/hRCq10QZroFtYQdpANXod7EaR+jN9GKtHp/DQxin6inyokJ+Qciozqs3H
3l31jHzsCeRllvddaHwaSJrVO0EQyvLOcITdue67sxj8wjm73YWlwlMmDLdbn3rglL0pZ/9xXXd+
/N+IXjiGvgengDiySSb2OMeRugjnR6iuMkJUV2m3FsoXNklgYYNqL8PQraeolErxPACF5nQxNyFt
o+fhUH9xMKfi7Et+s1SMkh1Jiy1yyfuX0XvZ9v4Qdeq0lHxjcpsbEIsvag9wA8PyS3QrFgZ0VvyX
L9tuwD1LtUfEe2V7jTO7qFhju2gL55F/abaBLeCYhpNP2aW6mcOFjn3+S9a3yq2w98ydyWtkJ4qb
NLBqOH7Hox7G3F/T1nAGdLBJiNCQ+JhtjarRBKyAgt9SAVbjGwe4DFQNcU+kxnbJV7bgSsz9ResH
uAP9AL32C8D+k11PSYYzVaHaWxiePZPvehMlTqyB9vyVMcO7YZWsd3hHwkTd4GZqKqA10SR3NPEy
v5NALDJUcYRqAvOajl+Fo8pgkVIn3wh8EzrWqIvsa9RhPGUqdGcDQ3ggscgFgkV4Hyig7oGWPXho
Ew5lN5VRdpjoFsREQ9RRxHTAkHptt9ve3KJruYzDG5h7m0F9kM7MgfsgKjAETL66/jMyuQ6txE5U
RKWVi/3QeICqbsQvFkGJh+BDLS/eHsO2YWjToq2DqsliN5lXb1lISdhgJHZZLEsYYYYNKtqM8LbN
zLqY4EgK+5+obouKiYeS0mzYlG/yTGtAldWBsH3aLgGSL2BkCaEbYSCCbMpwGYcCu85NaoPh1+pq
7vdnb37zXXhiGRj/f5MBuAcgq3Rg1tGeuj30OTJVIjeY2w7oZCqJCMetpyEmNmrhxZMtooz8Aez7
0IrtrUJE6NcsIQS6ctVgB0qq5UlkRBSXqlLSG1cJ7qKuVjYsdrXea0+4apLMYNpaikVxYuuvOGuA
ScuNrHsx+ZC7FVO+Kuvu7DPYz8XChULVd/2uMvILOMH4+hPKg36GKbchF1S3gS2OrcRGTqbFedyd
IgQaqpw8IVsCCaClWLQTVAM6wgwRNUCV5/Qdr8eM/ropqDq6SNzOoC0TYdpGIY876aywLkbyTNgj
5P7NYBiRoX6PAenTN/O0jCcDT0dxbpBpNrWxy3BFcsfKfH/GLrfRjygUqRbCpJtfaFolplOGKrCM
HVtu0zAxeA71LRvcVii2RLBx2zTMehwgwhsjiJeUba3UltJIxU+aHtMK7D0WUmuirEYK+xY+SQOU
vcjN3OtDbX0NpuBc+XDY3hRuSjR9XuEcUJO4Pj7e4jRe0mkcMqJQsyi2xh7SJNY4E0d9Faw3abIh
aSkU2PWByR/Ual6frtZeLW2/+tYBxdJ7CKoG1p12ITBiNTCuEGFSGhetV86HlGLHcNfgSj2fMAKp
L1mrXgSy8bs5POJeC4UVOxgFOjgd7qJBD3OTiUWFFWy1wGJeHSRz3KCiX5MWozP3Hh6aXounRhiM
pHpujXXCyLVJwOS5KucoCxaxbsOGmIVb55ZIdg685jO9w890ygusYaZTySnVejeamaEbzlHrdoyo
JrHw0dD4xqGED3tjRKTHYXugKjDU2CJvKmO8o7W2LQCJLYYBrhfbKvOWqNtEa1Kb1VUw672RUoNm
Dh7AH4LNLqjmwKBiqAAwNQTUEYqbQwn0Iv1b00B5pr6STezCRRcOclQdy0i4/ISH/s3sLJ1juSg1
xA0vwADC0ijCDISEBWjBd3tFfTnsxAC2LBZswEkNQ/QamMOTc8vZCZPsE7lQZitNdd29Uz8QConf
Asxy/OtWwCnqSpmXvnJp7rfmqSM8klOlpQr0QmEftWB7EXI7dK9fdkAzqZPI2gQVfbWybFfqkEzP
e/nHigChe7nHA8UUuy+0+HXG4g0aY/GQcij0MgIa9ehQjm1gL9/apC7jZ9UmFtFcjZk7nNVWyL7D
PZwcaVWTpEbIPUeg8AhZbFAEW52/VlcTQ2/NqDHbfW1MXXRpgmSGGeEAhjpPHF+H9yPuhz1ukl1W
a027vrap5tqSR6qrvlPrImwNDiyY1F2+nEmQnsQ5dUIYi6Kd81caopw74hVkF6F7PST0HkzUl4OR
Os1j+pHgCD9vHsqXl/LceASLRdwhFzELEZpcdS5Y4hJsgEpjS4Y6/6gtZ4BJtRUfEL4ulEKGynQ5
SFYTJOA3Tml7LpwnrV2bUyXWiGtEdoXbadZAm30kmj9zP6dvHEMuTfUSrjDVtJ2iMCNn59zLeZKk
iyAu4KtWTvYXTLajVMgXBQJyb4CkjlOx10nFPbGo0QkVpsB3o+NvCeiLogm4qy19pfHelY2GYGfi
NlatVluFRzeB3oJqM8nzrW82hbnNXG3SIEmDnM0B60bJjh3aWQlc4O8xU1zS2qtjwu+xqXfTasxi
DrG6cOL/huwdz11/4LSvAssolpzqnLzkFJolGbk0IuSerShW7QAMwzZLrqoudqdDnth2Gxzqug2y
sUYidAJU9LauXWfRNltxGXUQsdurknTeGD7Ktk0xJ1BoGjDgchXhtFy1CdbF5JqI+kCFjUGDOBGU
EEpTt5MeMuL5/kVoSVUmRVltoQ+VXdxAUPHoFGUCR3pcQJspN0OJEhqb2f6z9I6e+0FkD0aQmrDS
//0f2fk0+Q==
`,
  source: `
%% Sends a process an exit signal, and watches what becomes of it.
-module(stop_process).
-export([run/2]).

%% Answers #{subject, done, ended} and, where it ended in time, \`reason\`: {Cut, Bytes}.
run(#{process := Process, reason := Marked, wait_ms := Ms, limits := Limits, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:changeable(Process, Call),
    Reason = marked:term(Marked),
    Answer = #{subject => Subject, done => not DryRun, ended => false},
    {case DryRun of
         true -> Answer;
         false ->
             Monitor = monitor(process, Pid),
             exit(Pid, Reason),
             receive
                 {'DOWN', Monitor, process, Pid, Why} ->
                     Answer#{ended => true, reason => values:shown(Why, Limits)}
             after Ms ->
                 demonitor(Monitor, [flush]),
                 Answer
             end
     end, #{processes_scanned => 1}}.
`,
};
