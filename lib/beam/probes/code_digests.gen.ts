// Made by scripts/gen_probes from code_digests.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./code_digests.erl" with { type: "text" };

/** What code_digests.erl becomes on its way to a node. */
export const code_digests: CompiledProbe = {
  name: "code_digests",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
    "ours",
  ],
  calls: [
    "application:get_key/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:phash2/2",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:filter/2",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGSOeNrtXMuP40gZT2zn0dM9MzC7MGfOCAktQlohLSc4cIELEnuzKnYlLrfjilyVdTcHzvzX
UHb8KNfL5UcyzZCcuhPX66vf9/4+R26+oudTAsEiWSwWnyM3d/fnFCwiJ98ECTgTSIofltEqX1/+
vzzpFk/+BDKwyNcwS0B6aL9wwY4U/x3B6fLwKvLyj+w/f49gEvrwBQSULeHmHqD4yEZsCN5T/0ja
OT4FEQye/VOGA0iIH+AQ9k4SgSzsTLLdIeoT9M/eoe8iyH7NcRZyo70Q0N6RW7bDQ8a22I57CkAa
wMSn6AizvvEPOE/94m9ugofdK4XlvuM4Luj3js3iBSBJOkOfauLsE3AoHnP4eWnGVoUviHJfejQ7
w5hNtjoCGkTlbNWaqyALfvcdt45qxQ1M4BGmtF5sg1IKD5CNB46Eh/iCG+lr5fJrcDrBNBy/vjtk
fQUtDxk+n3zGByF7rJx+9Fa8aVvxCEz2cTx+/ZV6fcfAsRX51XfjBRAlyk1sj+AZ+hncqwd+2KEU
ZK8+xX6CCDWJBEAIDgYwRt/oxwAzZmbLU5wZqNy7CXY2mEHGzjI5jANX55Syp1a5g9mB8+WvJU6z
l3Ty7Hpxpb6Ip2Jccw0qcjyQE2D0xqcGUP1qIK5grSRvIXlq1PMaxtHjaiDM12qY2ygmJTzj4lNu
Aqeke5gEpc+dX8QTcdoA4QzRV+47N8E5P+/oA2+G83WFCSd3U8TWEdChuZePu/PxxLg6PAcUsT0r
KUZhdpwgo7ZDztIIjW0v2wHyzHSuQq0Yh3k7HL7q2eWLiwiNHSPPuU7YfZeSVrxb/n+XH7EHKIEh
980HCrIDpKX5gs+l1C6unbF7cxexjeA84YxNgi/IKOSFxkK67FAwL5eS1SLp0FplGUau9iAh3NBm
xhSnsP8Qq8OZWZTiOIt7DTFpeS4ewGleRWAty9US17iDpyPxcepf7rEF2G9uYt0JIC6Fqq1ToZhP
0jFevs7gEVPYBX4jLRoYH3GKKU5RUMJMhMDjESWMvSETyuEcW3TMorUBR6FKSFcjxWbrHqV7LFqk
kh0jrhBzbOflThIojO160u0BpuyWKVQZ5F3dqdrBGhH/hEINe8Ya9ua1qW7JpT+A61t+03D7fDis
qKrgoDxiqgARaQds5izuFXQPTHLAPUphaDKttIugFDEjxnCWEmyx8ks9caQdK3W0QGtxbw5+jq3m
kXbqNPBV0oIxOWImvshmm4p5ZOCoQS9qR6UhYATqeNn6YC9ba1Hu/vCHH4ZY9+xWQqi8d+GO4lni
PxJ9Ojus0bHOXZq98vJgFPneDXcD7Pan4CONGu+6FY2xFrd8YLLGnO4diLpBO6/Tt0PezFvRKMO5
4YENM2PZTKHW8tBbLXFXYlsdes6lK5M0tqGHPjIhRRimHUq2q98zmbSDfpABEsEJka7HAYDXANbi
+HFn0R0b/mPHAYgHKVQ7Wb80cMb7I3jxy7BHfTmNV+j1unfd+6wsGfOQZ2Yeij5Ir90NswxnfoIP
h9IJ7bohfaM/ozRIziEjfwQYwv3yjhAksic0jfDdAJF9jF70rWUyymMEx1rpjiti4gqXWhf6U+zz
4ldPySQ0jp9SP2j8WA7DuwQHz/UFKEOqVWphqFPzSJhTR1u/2R0xh3tEqRzhth0LXhQiacE7mT2E
v7oH2pVcqbf4D/vEIw4ru1Zgz9RROX8GA4h+qpjsYYgm3nBxFR4M0jKt/WsIrzoqq6YjxCZYpk/W
mqaPuB7jNl6QuQdIRQnfxq6U3KXluiHE9/7841/+riKZRlGqzAExCNq9KME3tMWaFBFbikHcXu+x
G+xaCRhdXhGjS4UXwUsH9TN6P5X3+7tjbgDlfiP0GvhrkFGwbOH/3zH1VWFqvNvwdHEbLrjQBOOv
Ck2d63WH6B2iX86z1ecqTV7rNTilG/25s8lbYBNNIYL2jiZcv5irbaJF9yt/y5JxO7yYYoTIULkR
zZ1fUuQmx4Jz8e8wepMwen81v+IW0JbLDRR46YmVSW67DOOpnFJk8ygMqFBgc5ezX5WcHb3Eh+E8
eCnQ0kn2XsCueHPgT3/7x19NqRV9Trot65JvoIZOf8JXG7xSTC+XPN456GvioOnivEp9jN7tx/Hp
+DmCyFXxnZazB+YtLau9+kqkVkX9hVSws45QGMI05gq0uqiekCJp6/lHtw6MnGKtqQFb9VWa6etB
VGBwISWdksfiMny8i5mdIFVlk1fih11pzCX1h5RRlBle/g53IATZQVks0FakqYm4RcQv19HXuFVJ
tT8qx78rB5cSXjeDcLm95XvT4dKfaFsVmoe/u/URHndy181ozFuXtlkWNTUpcqdPeD6xLSQoAELZ
vKGeXCGAE3REVFsFJFnX6sKJ0fL7ZwNyfiPKSrWVJyKN9PV52nqpjsSa2Gvx80Fmq1DIKh6ybb9o
/5LvtymsuU4NHl9m08eim3OKynR9+9W3TNVlDKswI8W5Lie0rM1GBR12nRAyzpjArs+wJjRD6QEs
nhfev35LT6bi4JqCVu04j8Wmia/kKE4629e+miguFYs2cmNpXW8iliwLcl2oQ5llc+7QYhjLIh6h
9MemWkg03ozeyhiu/qTmam8oH+m3qK0pnQVipobKpUVVVd2SoweaqWB7cNbItrJVLq8aeSrRFhnd
POKRSpG5fcUiHd/zBDKKQKIDi3BOVavhQ4rZd2kR7NL8TM6kIwjj+bFVhiU1ZYLOOFk2QlrEBkEw
sWb8w/SorbFTq9jkW/W2S0h2lN/8ILmWThEVhPX7HVQVpbqiTiXYJiidb2ZQOvqcgShSZkHlhcxm
y7a7D745YdZ3iGgbNBzL90goWv6v1f4+EBjfWgNjntYnS+KqFVO93Og2eC9Ch2gW3+wX9g1TMynJ
xukwlBAIMR+LWW1aIDUdaFoZJXMELyNtg/yPXByDv5OiLfwZvvYWHjOwhOcEErs+JbOZaGvESWGl
DTnvapHnDB/uEWZWjlx6vUcJhZkgS7x8y/4IBKLKxuf7C/X8BIOwrLPisK9q4NNhYlirKdevbmJx
Sc6qQteOyWIYaouvTxEg0XdjWxY+FqCtKNq2Uhs0WtvrEP5e6CVYLYrPsoVkX4xLqyRvEaDTCBFV
q4boWCoDxQlMDzQSRC2v+Cf1EPf1b1t1NkkCtavpOgkJsQPVLJRUFPncUg2+MLKh9FC+sUjdHto2
g9P99/Gk7EOTa1DmHW4Q9FS42kMMP29Ar2JPs671y31qHFbg/5VRf2WMSExVWvVyTZdw83Z1CRWw
3/z75v1Q7rSEvV4kG1P3E4o2RCur15bm6ZQWsezrFyOJiZ8vW1Qx8o6uV17xRbFwu9LfOwquU2Tz
aYQvfqNYnUWuof+9dtfRzaNyIYZ3BMm6uVpBB0kXhKH1MqPfdTJPfqibrp+gMbuHtsuoxwOJ7PQL
xIeqKheG8S1iYBZvpupJw+svxSRAa1twsnX9yxn5X79tSy2nsHlty1PfHh3mf8Xc1d7LyZnmS/bM
zaLlnvVrBERvtX6HwLBYu310uk713R2t4Y6W87/maNmInS6W7zb12/KsxhR4bvY4gyCI7HNr+hua
Jf//eXigSzaqDQm0OV6LNeidefNkMhlMg0ro8lP/P6UJh776T1NmqTHzlxNEp6CXh4QjJJ6eo/L9
ibwSCo9icWX3ZXkD4FR8/guScmkk
`,
  source,
};
