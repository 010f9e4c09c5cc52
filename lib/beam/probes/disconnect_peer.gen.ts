// Made by scripts/gen_probes from disconnect_peer.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What disconnect_peer.erl becomes on its way to a node. */
export const disconnect_peer: CompiledProbe = {
  name: "disconnect_peer",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "owner",
  ],
  calls: [
    "erlang:binary_to_existing_atom/2",
    "erlang:disconnect_node/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:throw/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAEMEeNrNW82T27YV15KUtIodu2mcyTnnTqfR1ybpjGd6aA+5pJeOkxuHS0IisBSgASFrt4ec
82cXFEUKAAECJCXXe1qRAvDwvt/vPaX+ccwO+wxEo2w0Gn2T+kd/c8DRKPWO0ziLDjnIixd36fg4
KT+X3/SLb36MaDQ63v3j8r/3YV582EX78mtBGhzf8k/hBoIsCcFzFDO+uX8MIkZ2fME0JxsW7vLL
Fv6H+ffWVWlEE2mV9+HBtuiLFPC3R0IT+bSFbeH9npItBbl03I8IoeKGM746iKMsk5a85ktiviLc
ZNG2+JonvJwxyk8Dz5AJDwNGDwDxzca7iMXpabcLjXPhFN15U5CBHcCsOmoKMQNbwFdHnigpVApT
fKI90vuw6H+ibz9Rw7EtJYd9yDUxAbTctDcBQR8CghxkG2Rix0/aNfe76AmEFGxMy1Zt1hDlOYml
/V7FhKsnxPwjbSHSts2MUwQowDFQr9C6bHzADGbc0j2yLxj1F0UFW0y0uZnR2kysWmovPMv30RGH
ZF/L2e6f0FnkWgYWZldphOj6PJO0O+reuKF77a6y1hRU/J1OIziXac4gfpLeqIQLngoSCtmL8MzP
yFHct/fNJo2befqblVL2jj6GfHNF3kae/yB+WKP+dE7tdNYWeW+1iSh/AlR1jK1LgkeSvKia/X+1
10ZwbO41ySIGcqYRkPjZF1dsIpiBRHjyhkV0C1jI4A6QQ7GX/8h9GbfHmufIxXftCeWbkFLuhUFL
cbekS0lH7hqRVHX7XHCobdV4E2W5sKzeDRMM7GSPtweekqjrHCSYkPxiKqjdQIIzFyVLqXxd60Gv
d3lIcFgK6KIxf71hWiHp4sm3ueaW8kYNZx4cJxTsCAOyAvOsIcJbUR13BBNGMIxPGqkK9tUOZhnM
AXeLyUDqvHYXV0u78ONSEjlH7dkjxBui5kKNZEA9AAmGExy9LFYSu2rD+y3AXJQMqImfFKJ0B09g
Hu5horEwZLBOMXjpTroLHQ32YioGQ72Knp15pzGIY8odNcwbh/NNKbK6phm3d7CBGCRtOYrxEIgh
Q6jlGoVGId2zDlwxpiuSYiyrcyZHn9EXUc693Mm9e9qkp0PDFKMnlUMjurCsLfaJluyRJ8WMNRt6
NprEaDpmKSXHli9MeY7Ad0ok3y+FBySbk9OlepxwjuPI5XZyHVSH8IGENjOPL7nDfARhTKM85S96
a+HMqoVGnZJviKR9H/l3f5OyINTJJD1jBWFmXs2aXfQcnmqxHP4XdCtHg2qJGA7aVzzxoKrmYtbk
BFBKaJiR7faUasspmW31txDH2SEBYZ5GFCRhkXJSCPJmRtib43LB6g5uNYuHuW1Jo3iwolP64mFt
pa0sHlSlFb1YxRnuGGIAP4KqZOrg1oJ//fbzf1TnbbShteLZdblfJ3v+wj2qLJXLD75l7a0KkygC
/u0v09+Bvi4daEmqoXC7Mn8k5OMzZs2niy1SLGmLHtcUxdwmCgN2Jq4ZQMAJStSlA7eEfzryTvJP
taKUOIXqsQYi1696O6zbMUyHOjxoUIdmjLmAShKPevN8yk2RgZjJSenNNab3xq/dpfmDWkHYmDQW
beqf//71F9GKFJ7FSu/qp09rcf0V6Iyq9absyy5VpQ1hCjilYlbpbwFrQDwloKfIsgL2u+FXnGnP
mjuNRPhOqqpuhuWhFgyqigmeKf85lQTodrH9GmLTOKqHRk0/AEKpSwbPmv/vgVwxWBP5aUJfQnrA
spfVwHJjQ+PtQYt5dZTSGwcf2gAA1xc4zwkwaYVgtMBXa5+gBAzNgL++oSt2JWTibJo4zmDORFWc
7MDusep2NyWicH+MSQIaoOD0I8zhYwYcXMxNzp9xsWIek+sKx+8ixRIf0MNBjRt22fiMHTQxAHX3
SQqTBOBhm1fNo6GR9K01XtUFGyZhfojT8OQvOkt+mh8ei2c9FTfIeeprLhTsmiJf+x0qE54yrE0j
nHB2kvqB//7v703q2ZHBf3IvDhboU8gxIAeq5Av1vSeEglLPtEMSrnnE2wTmZ9aHhWAabvJB23bs
ABMmZavzLC1MWKfudyPkPTigjDhRvXJ7V7nWvc/AS0o48JX7MnPXfun0gGHMSRUevePBjvL0AtA8
ZKQEUl8cu6+QhBl8lIAUQnn8rCif5IxCvI1GT6Pg9+/Z3tQRrBICp3GXVwXBOT94B5kS9y99QjOL
PWcWLyWDcC1bmr3JhuktUU8afGca3JHkBvY8dwCRlXJnNRwD+arhPAM31ZfpUFCH4Uqw6qYEwiCL
WRGEbNaqCVdpTi7RgFuIFUXvsYwgBzhpwDyLtsbkPqIMRplR2Ev93NwMk7PbNb3OD/meUyN6i+F6
sjb1i7x+fqO72SLFIgdmpR1grLUW7Fl9bmDPXI4PgyV7C2+sgZL6tQKXOnUY4J//3NM/rxsm21tT
StYYMAUVSL3OTxqUgRPPYWxeM7Z9qwHnjiL82iJC7XY7giEjVA03OoB5gdr4p/fW1f69B52DFG5T
1MuXy0WgbcbMNiyg0cq5Bo9TZ6faI7pOJN+WKXqRrINnXrXwBDssXmkHni6jamzz46W33mVG6TSn
ofQZrthHeNOlOEfo+ra9aOt+lhNaNh7phqjmDcr7T/64Z27Sb0k0SGnvodWF89CqQQPNY6pa36nF
LFaoiruGMdaV3SubxlhXSICe/va+E1XmL3ebjV1aZmOXN56NDVzn3hbmVGOuzTvq7tV3po4RtyF+
1An4kkePvAFN0ZKlrUFLVA1coBeZY6V2dTKu6FS/cg71t0y3jZW57jdQV9fRNmTAML+u09F5i9/3
oyRp2VdRoP53dIA+1hellc3H7xLs1Qut9JMubpzyTAYwO090gATdLptt/3FDw/WuFGa29RArVzXY
TN/1tKY1GuaNFhZv9HBdbzTgmtdP99aoTiJcBxvmVxxs+KYLL4ZWZPM+/eHphlAQxal7ZaqbDnRI
No1u89oVMz86PlMhbi1FoPbqVPxZ6+0Fr4YnpBrFrdpH6tT33SAvM++V8zRjpjQU+/UfDqOqlrGk
4u9/VuM2Nw==
`,
  source: `
%% Ends the connection to another node.
-module(disconnect_peer).
-export([run/2]).

%% Answers #{done, peer, kind, connected}: whether it is still, or again, connected.
run(#{peer := Name, dry_run := DryRun}, Call) ->
    Peer = case names:existing_atom([Name]) of
               {ok, Atom} -> Atom;
               none -> none
           end,
    Kind = case {lists:member(Peer, nodes(visible)), lists:member(Peer, nodes(connected))} of
               {true, _} -> visible;
               {false, true} -> hidden;
               {false, false} -> envelope:refuse(no_such_peer, lists:sublist(lists:sort(nodes(connected)), 20))
           end,
    Peer =:= owner:of_call(Call) andalso envelope:refuse(ours, Peer),
    DryRun orelse erlang:disconnect_node(Peer),
    {#{done => not DryRun, peer => Peer, kind => Kind,
       connected => lists:member(Peer, nodes(connected))}, #{}}.
`,
};
