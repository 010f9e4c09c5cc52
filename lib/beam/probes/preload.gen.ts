// Made by scripts/gen_probes from preload.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./preload.erl" with { type: "text" };

/** What preload.erl becomes on its way to a node. */
export const preload: CompiledProbe = {
  name: "preload",
  library: [
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "code:ensure_modules_loaded/1",
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
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
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFE+eNrtXL1z47gVl0hKstb2bS6bTOrUmcycbGsv16VIijRJk9lcx4FISAJNAhwAWq1TpM5/
nYCiPgAQIEFSsncTubIE4gF4n7/38Ki1vx3xTZ5CMEgHg8GHtb/1lxsMBmtvO4lSsGGQFQPD9Wg7
Lj+XT/rFk58BBYPt8I+n/71Ps+JDBvLysWAdbN+LT+ESwTQO4RcQcUHc3waAk0xMmDCy5GHGTiT8
T7MfGmetAY2VWd6nj02T3q2hGN0SGqurPTRNvMkpWVHIlOX+kCRJccKpmB1EIE2VKXdiSiRmhMsU
rIrHPGlwyqlYDX5BXPoy4HQDE0FslAEerXfUTnucSauY1pvAFGYQ88NSE4Q5XEExG3iypJJSmPI3
xiW9Tw/dV/SbVzRwbEXJJg+FJsaQlkQ7byDosoGAwXSZ2Njxk3HOTQaeYUjh0jbtqc4aAGMkUujd
RkSoJ8LiI63ZZBOZqdgRpBBHUD9C7bTRBnOUCkv3SF4w6neaCtaYaJWY1dpsrHo0HnjKcrDFIcmP
cm72T8le5EYGFmZ30AjZ9Xk2abfUvVFF9+pd5VFTkuJvtxrBTN1zivCzMqJvXPJUiFDEX6Tv/JRs
ZbqdTzaunMwzn6yUsrf1MRLENXlbef6j/GGedN/npHmfR4u8abQJwJ4h1R1j7ZRgQeIXXbPf1F4r
wbFKa5wCDhk3CEj+7MszlgClMJa++Y4DuoI85CiDZFPQ8hfClwl7PPI8cfFdOaGCCCnlXhi0EnfL
fWlwZFiJpLrbF4JL6maNliBl0rQjNUwwbN72aLURkESf5yDBmLCTqST1BhLsuahYysHX1S50l7GQ
4LAU0Eljfn9BWKHo4s63uWJLlVDFmQfbMYUZ4VBVYIEaAF7J6pgRTDjBKNpppC7Y2wylKWJQuMW4
5+68ehd3lHbhxxUQOUvq0SPCS6JjoQoY0BdIJMMJtl4aacDuQPBmBbEQJYc68FNClGnhMWJhjmKD
hSUW65SDl2mlYehosCdTsRjqWfRszzuDQWzXwlEjVllcEKVJo2uaCnuHS4RhXIdRrIsgjHiS1Byj
0KjE9F0LrljhiqIYj4d1xluf0xdZzp3cyY07bDLvw8AUqydVQ2NyYlld7JMt2SPPmhkbCHpNe5Kj
6YivKdnWPDARGEFQihXfr4SHRDUnp0N1WGEfxxOX06l50DGE99xoFXncC4e5gGFEAVuLgc5aOG3U
QqtOqSdMFLoL8ezPCgpKWpmkZ80g7Mw7siYDX8JdLsbQP2G7dDQ4TJHDQf2MZxFUdSzWCE4gpYSG
KVmtdlBbhWRNs3+DcJRuYhiyNaAwDgvISRFkVUTYmeNqwupe3KomD7OmKZXkobE6ZU4e5o17K5MH
XWllL3ZUrUVKoucDY5wqVG4I7ZYJQFrmC7Q0tvY0/AzharnIdS74YvACAxkgK37rYmhZ9Rc4GPxH
/CUdjlTFhGDJBTQp6FMYQfR5r+HTNtFpIqV0SoKprXKCwzWVF08P5orz6JH4v2vw3k3cDIS9yG7D
F7mS7k5PebJkKZrdtOFs8Oef//J3nSHWIDPXoI/Cbw20umrMXQSE70hPVjjUUrdGVKumziNN0YaX
U7ShCsk0K6putHymJgsIbXQvppNKmejManSUeWFXRcpx1ZZvXlu6Y+S7EiOXumCpzZ1ZAZXi9lX3
/n917/XyMyUfq8vAzqnrs6uuv7GuWy74ZKH0kPDuvrNas7hK+Ov1ZhPXy0pn61dA+FGs5W2VDsul
ZPaqHV+hdtx2RuWX00jT5d5Hw+VetZRjyEkfkx5KPRHRmsOIq7Xfq8/71n1eZ8J37ubyo34T0iSR
kRx2//S3f/xVZpGmlJHWg/fTNSj/jyloVxe4b7/ovLP7NteP56gj7js/NGNpeS/kFrSeTnjE1Hc3
69Yk0JnV3zU3Z5bFdx8T3sGE7zMSb1IYpgTE0Nij0CzAiMRQ+vxriNmGwrCkzGykZ9X2HWP3RArx
iq/N008XhGe+sJ+5NtJMNhhp5/+V0BkqTA5SFnJS3rC9OLblIBKmaKFUBwgVanjY+ZhxivAKDJ4H
wb9+4LmtVeTQ+OHUB3lbbFjICWWIayw+NZDYWey1M7TjhaCrm6o2rVSU4THpuAffeQ/uV4yVS8mZ
w+2i5t6eDJdDLT3H+4rnCNxUX92HhpP7K8FTOyWQOhztiiBH3KaNnKVr5THpcQrZu3bu1wsYxHEl
MXmoA0g5oByB1CrsR3ND9RQT8R0uUhzLMNuwXOxG9hb99WRuayTwuvmN9mabGHDB8FXygrkR3D19
beBupsaH3pK9hDc2QMduPSKPJnXo4Z9/0dE/zysm21lTStYYIcS8kpme5103rRPRc3ifyvA+z6Xe
fGkpwu8bRGgklxGMOKF6uDFl7A9JHf/M3vpAv/MbMMEardaJiy93bxHWN3kL8jxFEeCIYOMDNwsI
sh0UNo2OS0xtfv1nh8aNNEUMDQHGxD66QJzZR+FnETxNo3fFaKEWFFue2M1PxSPmEFqMiujMajbO
ImBm1TtIOQtjuNisjOM+tJxpWpyn5shLJFIvkJn3JLJ0y3bEQMgg/QypWXarlCwsXAoQhmYOHRIj
09h9ORaWmVLtIzmFnJv1ZpQiZuHEeN9raTxuORaSNDcfaVfdMBoqoXGMLKCqGGQ2wRVv2EZWdkzF
aG4/jEfNAg2sy+1zTvPx2SYXskaMmNnjsxcz0dGuZmg++yGlNprafjDcFP2Yp1rMia5IvWFXUP29
cHNR4ZREtCzwOox1EH2/s7ajrUtZ/25hofmMFfMjCgGH2pu+rQoVgWsv9YMdpcyMkOXYr/lbWw/U
hIqgBxh0amctAd3bdrNq3Qsf/v3qHaJ+v1q1eqdUW6rucUdQlj9qIYfMDVx41PTiVwXFC6xve1PQ
gvuXuyh4ZSm/3lXQVb79LoLeO6cZl0z1rVVBw4v5F4hydWVJy1uVpig3q9EbH8RxDV2DonQ7o0Pd
dX5Soh5hRj/Qk6nzxpVTns3BTPcNEDBOLpdK179yWylfPGnMrPM8B7DTuxzwy47mNE/6efuHBm//
0fgG4Vsc82J1pKDFSzQz00s07kWoNgWc8o7ziqCdELT3bSDoJmubXbHVW2Nnh6aFfblHOtiSiJQ9
WruXj01t0z1d6wf3PtynJEkqBeHer0g3/lDBeSruQr+ivROUSb9Fdbv97yHojSIWpDbs5WVmHTK4
ilk4nk75ZYXd2+Wy82EvjMNM7w5Rf4qgUZjF338B+vp3Ag==
`,
  source,
};
