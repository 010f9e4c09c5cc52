// Made by scripts/gen_probes from node_view.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What node_view.erl becomes on its way to a node. */
export const node_view: CompiledProbe = {
  name: "node_view",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:nodes/0",
    "erlang:nodes/1",
    "erlang:phash2/2",
    "erlang:port_info/2",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "ets:select/2",
    "ets:whereis/1",
    "global:registered_names/0",
    "global:whereis_name/1",
    "inet:getstat/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:filter/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "pg:get_members/2",
    "pg:which_groups/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANjTeNrtXUuX40hWTr8rq7K6mpmB4T0MNDMwPcWULNuZeQ7dpw8HFrMBFpxmdjpKS5lWpCwZ
SS53zYI1S37WLPkB/AF+BYQsW47XjZckZ9WQtaq0rVA8btznd+9dDXajYruJQ/8ivri4cFeD3eB+
m/gXq/5usoz9bR7m5Re91Wg3rv6ufjkof/nez/yLXe+b0//73zrlH2t/U/1suBru3uC/vPsojAMv
/M5fFnjwwW7oF+kaPzDJ0/vCW+enIQbfOu+UT638LKCe6n+7UD30chXib3dpFtBvm6oefLHJ0ocs
zKnX3SCEyhVe4qeHSz+OqUeu8CNL/IR3H/sP5c/6xJeXRYbfFn4XFcSHwyLbhggPNlr7xXK1H+00
R4d4i+h9kzAO12FSHF81iZIifAjx036fPClUHSb5ifCV/W+n9m8cqN8o2LGHLN1uPEyJQZhVg1pP
YGgzgWEexvcI2o5b4TMv1v5j6GXhPfTYTHYb/DxPl9R4r5YpJs8owX9mkkmqhrnEMwqzMFmG7BKk
j422SRHF+Kb30025UV8yJCi5ovxg4G2DtsoVLvgy3/i7xEs39Tmr+RM6HLlwA8trd6QIkvX1odM2
pL0RR3tyVllTCir/7d+WJjk95zhKHqlv2IkTnCpKs6j4QHw2iNMdOa71ysbcyvrilVWn3N8NkggP
zpw3uOfX5B9zZD/PiXqe9Y18obwTfv4YZixjlD4yvEuDDyxlP+l95YQjP9Y49oswLwQHRP49IJ+4
96M4DIhPPiv87CEsvCJah+m2HGtwh3kZvo/1niMd3rVJMzxIWp17eaEpuVvNi1FHepwkZdk+Pjgk
e2p078c58Vg9WpImoXrao4ctVknY5zROMEjz01VB8gsyPOwidVOOvE76oqt17qWJVx3QiWLedqhW
ULS45226uiU9EMfMh7txFq7TIqQJGGsNfvJAkuM6TdIiTaLlniLZg321juI4ykPMFoOGs+vLWVx9
2iUfp5RIB8m1xyi5T1ldiFMG2Bcg4uIMd/14ySh2xwFfPIQJPsoiZBU/SkSJXjyOcm8TBYIbhoDb
SQov0Zt6nuaFPV0V4KK2QmeHvRNciN0KM+oo516OB82QkjVd4vse3kdJGMh0FPAlURIVCEmWUVIU
En1msCugukIRhnt8z3g3KLIP5DlbsZMX+mqTeB6CTQE5KS0a0WnLZLKPvMn99JG5xoIB+6o5kdJ0
VKyydCf5wQTrCHikgOL9lHhA9HXSWpTFGw5yHOmsjraDahHecKK85vEaM8y70Ftmfr7CX1hT4aWS
CkGaoleIqHHv8G9/RWlByOhK9kELAt68emvW/nfe3hbLo1+HZubo8PgIKQ7kTzxiocrqYkrlJMyy
NPPi9OFhr2rTKpnq6R9GyTLeBqGXr/wsDLxS5cyiMOc1Qusdpw1WfecWbzw4qkc440HpnRIbD3Pl
3CrjgSVakovVpHUXp8vH48Zoeaj0NLRXOVZIK3shqy6b+RiDdZTw7iLdZ/3vBFzgglSQKb7VmbZM
84tkePG/+B+yWBKvE/r3BVZNyvGzcBlG7w8UfmkinSaESUcZmMxbTuqwxPPSZ4U5xTwaGP4vFdxb
tZtDfF9ItjHAthLLTk92MnFTmHtjsrPDf/jVL/+F3RBQyMwZ1Yfab0Zp1aWYq6WPeUd8uoU9xnRT
arW06TxiCK3XHaH1aJWMuUX8RKvfSKwADxq3M5qk3EQtk1F95uW9Kk2OZ2r55KnFXke+qnTkihYA
31zLBEg5t59p7/8v7Z3PPqPsMZkF1iatO8+0/sS0DgT4yENpcML7eCfvs3g+4Y+Xm010g5Xat59S
wutjraJVrFpOGLPP1PERUscra628O4oUBfcWguAe78oR2KQuakDUEyyti3BZ0L7fZ573qfM864Gv
9K/LNRsJUZ3IiBS7f/9P//qP5BYxRLlkMHi3z0L5t4xAbVngAX5hPbPXJuHHNvyIB+QHc1kM40ID
ENfUV2Jac8zgozTJJYgjwTbH0TqSOD8P0dghAPGb2x/QZ3Yo1pnwPaMkDUIuvH65TJME70oYwJhY
co/HSjRnWmy8DK/J30ex+Hl8Fkd5iXSqYlYfbIEur/IPeRGua7RID5iDGsV0FWZF7r0PsxyTxlNN
eXJ4v3q6k/dRHt3FoXICo3LWVEQwx1o7jMCoCEQ9gfEqCoIw6ej97MYc3qae1jBIdxaTmuTbu/Iz
vXCabE3H+Fn/7VuD9Y0eEzxvMVaVwvkEoRgo+zpJyy+/SdJVSuvDM0Ya/kZNW5swCSJMtCcIlQ50
tXQVIDHCSvtxmmUe93Lw1S++4lwStWDebgTgQeMjHOHbGMS1aDENlVPQDgKdIJLrjhS32EbM9Q0n
MoaQTL+hsbJskA30a9/SmI6WMVaOLvZxsk2iJSZ84qMfYNmVYfGNWakxt45SL47uKIdummFxeJz5
OC8yfDP8i8eL4b+/KzYQuu+I1dOCrr8qJ5x7nILhEEhyyRb3tbfYpYS4rmbJ4ww5H6OLLOcw0J6D
PiqEw5E4GoAQRiOdCeL5hnfwc/07OJV41Jkb2ZwIZmZEQIDSYUIgjSTVRFoBGrqowSpI0K41xHqY
YyHJ+ZKmMpt242dF5MfgYbti0X6ZpAf1HPo63+alyCa5RXM6mUPYr74d3zC/toi5kQ1xtgaunLlQ
bs8+NnvcoeVD45PtghsLrH07WJ8rIocG/Pl3LPnznLuy1pRSbY1QhZhzzsR20pMZd0VfIwVWkILZ
VbKi4RF+T3GEwuHWaRIVacaKG5GTdYpk+yfm1sfxrZMWh6voYYV0eLluVofYiLOHcYLJO3p5ybV2
P4IzcRxJcoVIPg9Cypi72pO0l94hLDW5Tc8/5F4Q5WQKOgHGN8lc2KO3STXhzg/87EEI8icPVJhQ
HWFzpXyPIInlhMr9Wvjsy/2De5i76GnmJIRHh99e/leSmqNNG6j9Nwy5pB7wVgzYE2TZOpyT5goy
uhqwp+9bhlqnvCwH15D461BjDRL9TeDae4jTO6ynWi/8B9YLV04tX6abMDd374z9zeagsJ9YovUC
f1dfd5hJVnucDcAEZ/YT/D19DMgUiZRHiOCGB2eL2GU0Z4WO9QJ+qL8AR7WPDSqI/L4qecFAOg91
86mmsNrrCHXgWjr8GMJBT46xGJ2UFjZa9RQZLQyC8fv/cfYskUGzeDWNK5GGqxvgBCqWItVhyd1I
Smdm3DlcoGQET4sWMNj97sACZz7l88FBns+3GRjkc227tUvfEehmFhTn6UDKyfzcQGUFkZRzJHQz
8INApmzyhGK3Rg1H/vxERA3EDLugmQh9q7tTfYjBXB5AkBUapCPfjLzsBucPmzGbKeM8kxr00dCA
+wPL6zRHzbj9VMHtF0IHw1MssxXH5ELgG5oAmul1y4iby9IR5C2LLAYLEE75UjIlGNEI6bDHc5Jg
SmhNtL9kU8NKmJJC0FwX9lTwh+oLa+qEJJi3DKPGulBfYAb53kuBeNeLMvAGfnu5/5aKhlmggX4d
bXZRsWLQIPis8X/22EG6NE1IuhInD2GBTaFC4iKbmk/pMsB0FS0xmcHe23EcJg/VrHuwG3tGwzr2
BM66doW0Nfs4aavX8fny/ORyH0ouuclHdsa1O/jftuG2cgdbHbaOA4BF+l7eZ+naO2Loemrs2AHQ
Tas6QEE/F0pIY3S6WwT4goDkD8EcWAiCLIwjYO5cFF/rmVvjZyq03KnQJLwIghjoPUXIAuiIb47L
b+KUEUIU20CwuJoDZDJiTl9EFuzRg6A2hkIMEYo3CsGtS2euZEpAiVITgP0ALoA5F8yLKvki/RPR
5UxFpzWE98tVHIT8po6gsejbc6Pa2nNCgbHxUYK4Q0vRRCCJqYvCZW23oXjPBIo3pKo10Cz/qAXp
L5/cdUswdMCiOMTDTp98noUPeLywLLq1j8BxCOSBkfS+bkynUB7azGLkAWbywhKspuNgXsWgQQAV
i9vgq0MdyP3u0tTUY3MzEVdxbvTfIrACW053oVWpkIckgomkU5AP3SCg1t+gpbrzf6wfLrtBzaNz
lyZQOurJQBWsm+vk8kpcs+a1UEG/1K3KSQGxo5uPgVcONfLC2ueV/c0DfY2j5crb9zfIOa53C7Yc
uO7YpqNn+aqs3L0O13dYbrMW3VmNONoLfos4Rg76pzrjzJzxe5i7lCc3z8YRiCDWdp3ZRH/Hm5Wf
r6btzcrqPmlvv/gmyuUhHSgfXZT/evZS8kYrSCGXkn3YOJmSlfzsPBGfhgbvsBo8aPGP1M1XxAyk
sk/NqTHfrlmfDeFlUJtpfUm5INkeTLWcRO/Ooqa4rJqCGqybRe3MKSPa4CqNMz+iylKL8KTSqutJ
6vlJviuj43w5egnVsckbqr9Ps9FJWTMu8zyUWKWsLgtXkydkh6ITgDh5/uXJ7EN0cqohPlkyMXHJ
fC09yehu/ImyYizXPmGu2LQ55C9Qt09g/BuOrDWX7rzkpWT1c8euyt4DkR975Wpk9pvLNixgBDWT
Tmuh5I4rLVUQvRfFwkotV/T5Z4Ff+N5mLyQxHZI9WJqZBtzJzIyYaM/TSpp4wzhfmPtDeist78af
mmAXRDvMTbGORWrD2PVZ5FTNInVhYK/8TWW80GpoGdL0HsMP0hLWg/d5gixdKhSkoIvEb33wCN+n
5FQvVtG/rfMtnqzTYBuHeeNtdpB17NTAF8Czr/soLgj2ZWZ5vq5W78WpH+x1IsgIcpDpEVMcsCWn
ScMg85u9U6JasSLU7J7XS+EiypQN5pzzewh6RRemb+rMI9qO8e8K+hh22uuryX1klNAxNnEF6XFj
f+kV/h0oigcGOfzj+q7WjOgLB9F5d+JaGcTvm9oWRgmxQ4MGDo6ogYN+Nq1JJup+054zN/QyN/qf
RuaGCuXpPGP6nzpnw8YimtynWegvV/p58KKS3Q0hvT/SjwfOGLPUbSV25nSYV/tn3OJGmtMgJQzF
pSb/BXznT6EvekKjbopazyNQojSEgHlXjH812ugfa+SpyIpfwYvQrGpk0Q6uYUyIoR1hJKUbxHsP
YO1GJ/bnynsPwgSDaG+UYJOZ/PSLUmLkWEvJETJpP6yH+DabzOsvSE8cajASuSzynijLHTYo4/oX
+iz51jD6wLheb8/j+lrImJR2w+mhhqdXWrodjMAYb6EVBFf3IanXWDB6qaKc2Ze5EPsyi7TAV+7U
R1P0I9pHDng720fLfKEdxNC5OXUBU238uIgCido+6bKsJokkJYXsATBq/H33BHMjpAWS5cKU0CWr
/cuGvh8NkDXbHxhwL2qgzaFBuawCijkeo49jbGyUnWLFpXLpmFRNkeLgZpR7ZRhM5ISe85jLFrTc
G1YxEBal65m2c+Vg+kS5KchlolekF3x3s/6rJDSGyHTorOMq/et/htMz3lEHMVLW3o6KcM2eqfyJ
Q0gV6t0reGKFZ27lYoWxosp3bqLlo43STwl3Gr92mk7rjujyRUhjVXkRbuxKXS+Eympd+fzLL2U/
RvYXvUyrDNvSdH+i9CJIc4JoGoKcBL8x8R40Azv9VKELmSll08YKCHtMGqXkm3QXEac/TJEK6XMN
qaJ6kvGaAzM292W4xxsF1UBsp+wmPool4UE6Dv0UJS61vMd9WbV4oLpGr5GH3rGousO5lNuoK3l1
qGDAlIinXqo+TBPi1PGo1vyK8wHesBDWjjS7qUmqgxE3/Std6Cjrd7hBLUbmwKha7z9PmuJbRoXs
TG/sAIWo9jDXmDKLcsK8Oi8olyPJRXIb5xuQaj6TZEvE3bgamE9a3PKvuTMZm0d5FmAi1dTUMSdr
Q9kkbUOURtjQonVVcZsByBzOZPiB9jZ5mRsS0M9MOsqZFPKccuCghjP9Un+mCz5ULpnpgqWuFiNc
aq3w6qCr1BWP+rJy7qJ3GNrRp7hPd/Wz+fCBSZuLPlDPVgj3PPZJN1bYrQnx50qPpdJ8cmyYrF7Y
DAjcTpGwXVSz0OhcGRoVo8wN8P8zuIvjiQ/3v/6KvdCkBvbm776B4qGsWdMYF0/NmMqpAtHMugW4
3O7r/EDJNDDoExnvjk2Rno8hT+BQgh7KDjgbsff+Fi710UTR3d+T01t+xpkxP28nFjOTpPJdKFrL
nkFUmAMVxD3gOhYyLPU19hXMRN4BrpzXjKtgaNl2inEPH+pLyXsBb/wiojsNcX0oARaqPzEuyuEq
nzhGOaiceq7MYzOs0Ft9cnBh7A9b0ImOBfS+Zu1A+mZqJC7ZLO1v9PX6GVMUTQOkQJ6LqFSTXqGG
Tvwk1i/4hb4om8PlvhZG1V0WqKFLDHDB3YqbcrnStqt1ciQevwK77NIsyCHhRXaTsy2mZ9tyVhPL
4iAlQNKIRN7p+4XmUMEHAbsXSJ0GNTSFvp4FHxzVMXBFRDTVclwTrR4ZG7nDVrlGsXo+ljpVtoXO
l36SsJl3F+qWPRHW9AsSZqnoPs3tXWXwqx48yXJrEneUckOWc2jbdFOIl1aWedDuJSWz/5wW6865
Ajc2FxlyugvJmK8EU2XhR7F5CqSoGa1OBgBXR2esgY06iDfN1F5GU3SEUA369+3PiatbQte2Aucl
OoPKSSjKkdGeuAN2OqjLo2j1RzUOWLIW95T3Zx31i4mfBJjLpaRNfpZAwALEDs5r5mOC/H+SxB5I
xZzqA9FJVxYju6RKLetYakfEu9bW5qtlihXXKPGLNDPq1PuS0HpBCnZkV9UejQLHxchoBxDGKJ1o
4oLoqsLeYpiEdhxDSAEzCJ9hwiuhJqHjbQKtVpq3LJvAMKgKOtF9PbpB/gzidAeVuzZiFWN958VC
L1PodW341VkOtn5JyJYEk8v8/0F2HX8HVj0Fgc7qn0qGeYswDBGIphFuSI2h+e3pYzgwqJUwFdVK
EEiQIGSqIgCNoU4SPN7mK6oRgqD2XecoQG3e6qLnTP5zZfKTBtq5YaDPx3u2Qg1kjcs2C6r1GsfG
yYwIOE4O1RlUVqsENRkqT5oW4xoqLK3OsrqCuq5NCZc/HLnAcYI0duKyzs5u2T1FkOJLZLirRM64
LDEPauUmTIxwG1JsE8+Eg9jEHVoJ6hJIbOspZU+H95zy8BhbN6q41TZ4mfpyoKLlTk7tG7oCxTnO
EVN1RfVl2u0ee61oX2sQnWezFpWOkjofkGzHo2EysaXVZ2q3WpWgKPI/68lMPViQNtqjKZis1TqE
10jiAaG7vAzO2VxCoM6ReFxJIcdraQlxySENVa5wnfZmFevUDDMsKHf+9J2ZNKpzT2HURCPcz0wZ
oD3FMiHYjyMLAzsmMxPQZbliRZh6hrQXAXRNfGd0nW6QdkQFj31r5tG8FZBL/ReND7ixCAbdqqfO
NyThhOM1qE8I4kXkTw0In9Xtp/bp0MfAui7m42xosakGWmymRovNhGixXoNqDccdA06fbVVhixFx
GmNE5MSsp4PegEoxEAGVV5RjyxcwgE5bIhZdCC04aM8C2snm2knbeOGXX59Co0H0nrSThNlaOjyW
21AxoKQZWvAn+nFUVwLMXTSgbjEYx7o2SqNyQI5BLi+fz98VYGugpUW3G/bvtBJkI8Wf3SyDKgaG
BVsNokPtlkE+h+hlEZQOajGXo0zXgOCwQ5I7ngW34rbnRmKUDqa0C53JaeIGchjRY70vrhWeXdiK
TzFdbu1SsDHbdLPRtgOW77WQXX7Ue27hJFycZ6ZuM+qQo2sglH/7ItQ9H6p1ylGmZIeeDIJaaSr/
BzblAGw=
`,
  source: `
%% How one member sees its cluster, and what it brings to it: connections, names,
%% groups, versions. Views of several members are compared by whoever asks.
-module(node_view).
-export([run/2]).

%% Answers #{otp_release, erts_version, visible, hidden, down, pending} and the
%% sections that are asked for: links, names, code.
run(#{sections := Sections, limit := Limit}, Call) ->
    Connections = connections(),
    Connected = nodes(connected),
    Answer = #{otp_release => list_to_binary(erlang:system_info(otp_release)),
               erts_version => list_to_binary(erlang:system_info(version)),
               visible => lists:sort(nodes()), hidden => lists:sort(nodes(hidden)),
               down => lists:sublist(lists:sort(nodes(known) -- [node(), nonode@nohost | Connected]), 200),
               pending => [{Node, State} || {Node, State} <- Connections, State =/= up]},
    {lists:foldl(fun(Section, A) -> A#{Section => section(Section, Limit, Call)} end,
                 Answer, Sections), #{}}.

%% ---------------------------------------------------------------------------

%% [{Node, State}] as net_kernel keeps them in a table, which asks nobody.
connections() ->
    [{element(2, Connection), element(4, Connection)}
     || Connection <- try ets:match_object(sys_dist, '_') catch error:badarg -> [] end,
        is_tuple(Connection), tuple_size(Connection) > 4,
        is_atom(element(2, Connection)), is_atom(element(4, Connection))].

section(links, Limit, Call) ->
    links(Limit, Call);
section(names, Limit, Call) ->
    #{global => global_names(Limit, Call),
      scopes => lists:append([scope(Scope, Limit, Call) || Scope <- scopes(Call)])};
section(code, _Limit, _Call) ->
    [application_digest(Application) || Application <- applications:loaded()].

%% The links that wait with most bytes, then those with most traffic. A link that is
%% not a port, as with TLS, counts none.
links(Limit, Call) ->
    Links = erlang:system_info(dist_ctrl),
    Ports = [Port || {_, Port} <- Links, is_port(Port)],
    Statistics = bulk:ask(fun(Group) ->
                                  Items = [recv_oct, send_oct, send_pend],
                                  lists:zipwith(fun inet:getstat/2, Group,
                                                lists:duplicate(length(Group), Items))
                          end, Ports, Call),
    Queues = bulk:ask(fun(Group) ->
                              lists:zipwith(fun erlang:port_info/2, Group,
                                            lists:duplicate(length(Group), queue_size))
                      end, Ports, Call),
    Known = maps:from_list([{Port, {Queue + Pending, In, Out}}
                            || {Port, {ok, [{_, In}, {_, Out}, {_, Pending}]}, {queue_size, Queue}}
                                   <- lists:zip3(Ports, Statistics, Queues)]),
    Rows = [{Queue, In + Out, Node, In, Out}
            || {Node, Port} <- Links, {Queue, In, Out} <- [maps:get(Port, Known, {0, 0, 0})]],
    [{Node, Queue, In, Out}
     || {Queue, _, Node, In, Out} <- lists:sublist(lists:reverse(lists:sort(Rows)), Limit)].

%% {Number, Digest | none, First}: equal digests mean equal names of equal processes.
global_names(Limit, Call) ->
    Named = worker:one(fun() ->
                               Names = lists:sort(global:registered_names()),
                               {length(Names), lists:sublist(Names, Limit),
                                lists:zip(Names, lists:map(fun global:whereis_name/1, Names))}
                       end, 1500, Call),
    case Named of
        {ok, {Count, First, Pairs}} -> {Count, digest(Pairs), [cut:text(Name, 100) || Name <- First]};
        _ -> none
    end.

%% The processes of pg, which keep their groups in a table of their own name. In OTP 29
%% they are publishers of data, as others may be.
scopes(Call) ->
    Pids = [whereis(Name) || Name <- registered(), ets:whereis(Name) =/= undefined],
    Said = identity:of_processes([Pid || Pid <- Pids, is_pid(Pid)], Call),
    Found = [Pid || {Pid, #{initial_call := {Module, init, 1}}} <- Said,
                    lists:member(Module, [pg, data_publisher])],
    lists:sort([Name || {_, [{registered_name, Name}]} <- sweep:read(Found, [registered_name], Call)]).

%% [{Scope, Groups, Members, Digest, Largest}], nothing for what is no scope.
scope(Scope, Limit, Call) ->
    Read = worker:one(fun() ->
                              Groups = lists:sort(pg:which_groups(Scope)),
                              Members = lists:zipwith(fun pg:get_members/2,
                                                      lists:duplicate(length(Groups), Scope), Groups),
                              Sizes = lists:map(fun erlang:length/1, Members),
                              {lists:zip(Sizes, Groups),
                               erlang:phash2(lists:zip(Groups, lists:map(fun lists:sort/1, Members)),
                                             16#100000000)}
                      end, 1500, Call),
    case Read of
        {ok, {Sized, Digest}} ->
            Largest = lists:sublist(lists:reverse(lists:sort(Sized)), Limit),
            [{Scope, length(Sized), lists:sum([Size || {Size, _} <- Sized]), Digest,
              [{Size, cut:text(Group, 100)} || {Size, Group} <- Largest]}];
        {raised, _} ->
            [];
        no_answer ->
            [{Scope, none, none, none, []}]
    end.

%% {Application, Version, Modules loaded, Digest of these}.
application_digest(Application) ->
    Version = case application:get_key(Application, vsn) of
                  {ok, Text} -> unicode:characters_to_binary(Text);
                  undefined -> <<>>
              end,
    Modules = case application:get_key(Application, modules) of
                  {ok, All} -> lists:sort(lists:filter(fun erlang:module_loaded/1, All));
                  undefined -> []
              end,
    Sums = lists:zipwith(fun erlang:get_module_info/2, Modules,
                         lists:duplicate(length(Modules), md5)),
    {Application, Version, length(Modules),
     digest(lists:zip(Modules, Sums))}.

digest(Term) -> erlang:phash2(Term, 16#100000000).
`,
};
