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
g1AAAGL4eNrtXEtv68YVlkhKsq99701v0mTddVGgSFEgKJCs2kU3yaZAsyNG5EgcmuIInFFod5F1
/nU7pPgYzovDh2T3Ql7ZsubBc77zPoeRm6/o6ZhAsEgWi8XXkZu7u1MKFpGTb4IEnAgkxT+W0Spf
n/8+f9MtvvkLyMAiX8MsAem+/cAFW1L8dQDH85dXkZd/ZH/5OwST0IfPIKDsCDf3AMUHtmJD8I76
B9Lu8SmIYPDkHzMcQEL8AIewd5MIZGFnk7stoj5B/+ld+i6C7L85zkJutRcC2rvyjt1wn7Ertuse
A5AGMPEpOsCsb/09zlO/+J3b4H77QmF57ziOC/q9Y7t4AUiSztLHmji7BOyLrzn8vjRjp8JnRLkP
PZqdYMw2Wx0ADaJyt+rMVZAFf/mWO0d14gYm8ABTWh+2QSmFe8jWA0fCQ3zGjfSx8vg1OB5hGo4/
3x1yvoKW+wyfjj6Tg5B9rdx+9FW8aVfxCEx2cTz+/JX6fMcgsRX51bzxAogS5SXuDuAJ+hncqRd+
2KIUZC8+xX6CCDWpBEAIDgYIRt/qhwAzYWbHU5wZqNx7CfZsMINMnGVyGBeuTill31rlDmYPnC//
KEmavaaTd9erKzUjHot1DRtU5LgnR8DojY8NoPrNQFzBWkneQvPUqOctjKPH1UCYr9UwtzFMSnjG
xU95CZyS7sMkKH3q/Ed8Is4aIJwh+sJ95iY45/cd/cCb4XJdYcLJ3RSxcwR0aPjycXs6HJlUh6eA
InZnJcUozA4TdNTdkGdplMZdr9gB8sRsrsKsGJd5Wxy+6MXl1VWExo+R91wnjN+lphV5y//t8it2
ACUw5D75QEG2h7R0X/Cp1NoF25m4N7yIbRTnEWdsE3xGRqEvNB7S+YaCe7mUvBbJhtYmy7BytQMJ
4ZY2O6Y4hf0PsdqfmEcprrPga4hJK3PxAEnzKgJrRa7WuMYbPB6Ij1P/zMcWYH+6incngLhUqrZB
hWI/ycZ4+TqDB0xhF/iNtmhgfMAppjhFQQkzEQIPB5Qw8YZMKYdzXNExq9YGHIUpIV2LFJu9e5Tu
sOiRSn6MeELMiZ2XO0mgcLbrTe/2MGVcplDlkHdtp+oGa0T8Iwo14hlrxJu3projl/4AqW/lTSPt
8+GwoqpCgvKImQJEpBuwnbO4V9HdM80BdyiFocm10h6CUsScGMOzlGCLlR/qiSPdWGmjBVqLd3Pw
U2y1j3RTp4GvkhZMyBFz8UUx21TCIwNHDXrROiodASNQx+vWe3vdWqty9/u/fT/Eu2dcCaGS7wKP
4lnyPxJ9Ojes0bHOXZq98PpgFPneDQ8D7O6nkCONGe+GFY2zFrdyYPLGnC4PRNug3dfpuyHv5q1o
lOHc8IUNc2PZTqHW89B7LXFXY1s99JxHVy5pbEMPfWZCyjBMeyjZr37PdNIW+kEGSAQnZLoeBgBe
A1iLx487h27Z8p87AUA8yKDa6fqlQTLeH8CzX6Y9auY0UaHXG951+Vl5MuYlT8w9FGOQXr8bZhnO
/ATv92UQ2g1D+lZ/g9IgOYWM/BFgCPdLHiFI5EhoGuG7CSL7HL0YW8tklNcIgbUyHFfkxBUhtS71
p7jnOa6eUkloAj+lfdDEsRyGtwkOnmoGKFOqVWlhaFDzQFhQR9u42R2xh3tAqZzhtl0LnhUqacEH
mT2Ev3gE2tVcqbf4L/uJRzysHFqBHTNH5f4ZDCD6pRKy+yGWeMPlVXgwSMe0/q8hveqovJqOEpvg
mT5aW5o+4npM2nhF5u4hFTV8m7tSSpdW6oYQ3/vHz//8l4pkGkOpcgfEJGiXUUJsaIs1KSO2FJO4
vdFjN9m1EjC6vCBGl4oogtcO6u/o41Q+7u+uuQKU+53QS+CvQUYhskX8f8PUZ4Wp8WHD4zlsOONC
k4y/KDR1odcNojeIvl5kq69VmqLWS0hKN/tzE5O3ICaaRgQtjyawX6zVNtmiG8vfsma8G95MMUJl
qMKIhufnErkpsOBC/BuM3iSM3l8srrgGtOV2AwVeenJlUtguw3iqpBTVPAoDKjTY3PTsZ6VnRx/x
YbgMnhu0dJq9F7Ar3h34+0///tFUWtHXpNu2LpkDNXT6C77a5JVie7nl8SZBn5METVfnVelj9G0/
ji/Hz5FErprvtJI9sG5p2e3V1yK1KvovpIaddYTCEKYx16DVRfWEEknbzz96dGDkFmtND9iqr9NM
3w+iAoMLKem0PBbM8PE2Zn6C1JVNXogfdrUxV9Qf0kZRVnh5Hm5BCLK9slmg7UhTE/EOEb88R9/j
VhXVflCuf1cuLjW8bgeBub3te9Ph0l9oWxWWh+fd+gAPW3nqZjTmrVvbLJuamhK506c8H9kVEhQA
oW3e0E+uUMAJOiCq7QKSvGt148Ro/f3FgJrfiLZSbeeJSCN9f562X6qjsSbOWvxukNsqNLKKD9mO
X7S/yfxtGmsu04PHt9n0iejmlKKyXN9+9BUzdRnDKsxI8VznJ7TszUYFHbadFDLOmMKun2FNaIbS
PVg8Lbxf/0yPpubgmoJW4zgPxaWJr5QoTjvb976aKC41izZ6Y2ndbyK2LAt6XehDmeVy7tBmGMsm
HqH1x6ZbSHTejNHKGKn+pJZqb6gc6a+o7SmdBWKmgcqlRVdVPZKjB5qpYXtw1ci2s1Vurxr5VKIv
Mnp4xCOVIXP7mkU6secRZBSBRAcW4TlVo4b3KWafpUWyS/NvciIdRRjPj60yLalpE3TG6bIR2iI2
KIKJPeMfpmdtjZNaxSXfarRdQrJj/OYHyaVsimggrN/voOoo1TV1KsE2weh8OYPR0dcMRJUyCyrP
ZDZ7tt178MMJs75DRDug4Vi+R0Ix8n+p8feBwPjKGhjzjD5ZEldtmOrjRo/BexHaR/FcZqsJAwxF
fSELY7GrzVCiZiZMqzVkjPJayzbt/sBlFniuFIPaT/CltxWYsS88JZDYTQ6ZHTdbt0pK9GzIaVsr
IWf4co8wR2/k0esdSijMBOn28jv2SyAQVXYH35+p5ycYhGXnEyfFqpE6HSaGDX9yE+QmoZM0nyqZ
7Jhs+FDveH2MAIm+HTtE8LEAbUXRdrjZYGPa6YPwr0J3/2pR/CxbSPZlnbRm6xopM40SUQ1PiKGe
MnWbwHRPIyFJwJviSVO9fRPVVrNGkkLt2p5OiUCcCTUrJRVFvmmpBp8Z2VC6L98hpB7YbMez6e67
eFI9oMn+KysBV0hDKoLfIa6YN2B6sGd81vp1OzUOK/D/wWi/MkYkZiqtpquma7h556yEntQvf7v6
hJI7rYSuV8nGYvqENgrRy+r1bnk6pUV2+fLtQWIp5nXbHEby6HIND6+Khes1495QcJm2l08jouMr
Zc8ssv/9b5q7jG0eVZ0wvLVHts3VCTpIuiAMrY8Z/faReSo23QL6BIvZfWi7Gnc8kMhOv0K8r/pk
YRhfIytl8a6onsK4nikmBVr7gpO969/PKP/6a1taOYXPa9sw+vbocLUssGc9Hi/GfPVs/LAcsn3W
tS5h3cKV4eGK8/8WrtgIbxfLN8/0bcUnYxoXNzucQRBE9jUjPYdmqWt/PTxdJLumhsLQHK97GvQu
uHkqdAymQaV0+a1ft/w19CVzmoY+jfu6nKDMBEs5JMyWpGyOHutH8kIoPIhtfN3Xsg1gcPHzP5ro
8z0=
`,
  source,
};
