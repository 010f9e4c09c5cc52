// Made by scripts/gen_probes from capture.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./capture.erl" with { type: "text" };

/** What capture.erl becomes on its way to a node. */
export const capture: CompiledProbe = {
  name: "capture",
  library: [],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:apply/3",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:min/2",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:unlink/1",
    "lists:foldl/3",
    "unicode:characters_to_binary/3",
  ],
  forms: `
g1AAABtyeNq9WduSozYQxeDb7E4qL/mBPKe24ttcNpVJ5SvmlZKxbEsjS0SIZSdfnL9IBBiQhASM
PRM/jVj17XSr+0h7DLJgn1LgHf1sFhGQJjAhnueNjpNsWq6Bl38YH+XOb4ADLwuelw/a6muz8p8f
1cUS41z403GcTU5AREdpKMgmIo3JWa8v12Mg2EnunxBEXxJN9SOWouMIEFJIVjtvY84imCQhontW
qrFtGyeQ7HHLAlbdyeUYTQq52u91sxiFcotPInVD8Lxa51YD+U/zA6SQAwHNDXocVv+mKAljtCsB
14SxxN9ncb56+vXJHhxlO2gVde7GWE9EI1WkcFAh+CpOD+rivkz2qLSf71c8GWdTDk/sDFPl1Syl
KJKOKZ9+kr5xEAnIk1CwcIso4K8l2Kot0wtTIy59NZwfqWJ3pbuKzwZmNzI9jX1DtgrWXc4+ezFE
OtwZhW6FzvMCOWfcssGKzE2cijAHN8H5kQjyyDxc/BxVsVwcL2gPWlXI0lpoKlfqxlUV8zQLBH+t
QFFzoZSoJbq++ppCTgA9qJiBOCZmPfV6WflpyZ+KfaC1Dcff+IpEKx6aOXQe7bz13FBwgruwSGXx
Lbcw7wtnYq2eSzONO5K7XFxVREPyMjiQopHht1aiLt7n0LjHoXcCsz4GBAhEl++IqN+L6GAQnU4O
QlLVMOfwrxQmQgfyweKIvVtIdlAK1x8kudiR+mTbOqHfMR+l8fvh82Fz9tPvJkuN7o0+XRw4P7Yp
wj3u11t0lirAz3IVQgJPkAqdKG2y2Q7uQUpEYSablvMSdwrdOYRwO92+vYv6z1+bLqp+64f73DLN
ErHVWc0pDlCwWCSuxq1SSGdtQippCdJmUc1VZE0FFJ0zV/X0DrJQ5LAoy2osVVzxNztXnJ3zUHk1
Q1TAg6StHrCURu2zjDuUjBniDzVzk5spicnH20mpQKSfuwWQ7Qcm4yrm1kREmUjSWJ/qjpG+Xgzu
RhppvtNavrZaLVUyXCXAf/rdToy3rwKGCfobWoixbgTXRLxUOQN0B0jC6g+jPy4yoaTca3T9bF7i
XAmYslTIsdVSq++v9X4xkLsKFIk1viJPAwA1xd8JrF62XfZx9dYZsfh12PC1CMeACys4WjxGudlG
gD3+L82fv+gYX1/0zivVus3Gl+u+i7arCnInZhxGEH1TanYw8/yEWHimTJotnSjeGR21ND3+P1jK
MBPLe01u5bCxXrzxoFlPyhke1+1iXkAqb5gdEG4cDpZ10B3am/jwdI8oSo6689hsIMP7wIydkBBw
dyFOA9/o5qXXcNf5NLGxn9EkBhkNJVmroex9vui+S1ly8mB0lNLLhgLWkeWPjcPIYcwR40io3S8g
LMODpH84ge/hEYK4aE65qycQV6U5zn6Uq3CPINmFIElYZKBfijTxbL0/Pa9X7AURoq4FT2Gf0G1B
ekLCDtKQdsuS8yt/m6xYsOPN98BZGocSgR3k7axsOqoLOx+Yrnw26n76LisrsD/9pjQvj1bbW26c
52kz4Kh3YSClt4RFL81ptJLL5QXwfE6EnNWhQKcyNcEFOoITou2BvZXK/tG+0LH3r/zhC0y0/z8A
7AXk+O1jVO35szxslgoDxZYVW6OpPYPfkbAVtXHmhg0AuwK1sSr9eNBDfRvL2wjQCJIm5yM9fvcD
vHnuq46sp2D0kSnQXgWweZ+w7xl2AzT1auv89x+IMbpB
`,
  source,
};
