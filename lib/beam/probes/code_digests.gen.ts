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
g1AAAGKxeNrtXEmP48YVlkhK6p7umXHGjn3OOQgQOAhgBLBPySEX+xIgvhElsiQWm4vAKpndOfjs
f50UKZKqncVF6s5AOnVTqu3V9/b3GLnlihwPCQSLZLFYfB25pbs7ZmAROeUmSMARQ1x9sYxW5fr0
/+mXbvXLX0ABFuUaFgnI9ucHLtji6r8UHE4/9iKv/Ej/83cIJqEPn0FA6BJu6QGSp3TEBuc74qf4
PIcXQJT0DotAEXLD7raI+Bj9B/YNfRdB+m2ZFyEzehUUwV++7Rt6dyjyfQExM/B++0JgvW4cx9WJ
39FJvAAkCTfykY4M6EB/l4B99TOH+fKeFHRR+IwI89AjxRHGdLJVCkgQ1bM1a34KIhg8+e2UQR5C
ZlHV8huYwBRmpF15gzIC95BOBhzpOuPTtUuPlXtZg8MBZuH49d0h6ysIuy/y48GnMA7pz+rpR2/F
m7YVD8NkF8fj11+p13cMDNeQX303jwHIApj4BKWwUG7mLgVP0C/gTj3Bhy3KQPHik9xPECYmzgYY
5wE390OQUx6jE5C8MNCrb5p7ujtYQHoQ/cGME6yOGaECZVU6Od16ufyjmZFMckie3CBMNHdSDewI
qiLLPT6AMvPzQweRfrkcN0BVkrkSLC2OWZHv9CNlIIDXagDbaAwl4OLqU28izzB/qARlT9w34skY
mY3yApEX5pmb5CU77+gDb4ZzbAsOp3QzRBcSYKK5oI/bY3qgjBoeA4LoppUkI7BIJ4ifuyGH6eTA
XS//AfxEQaXQGMZh3jYPX/R88zZlhsYIkRdYJ4DAWqKKF87+77IjdgAlMGSefCCg2ENSnyg/1tK5
wgIVBt0FxTbi9ZAXdJL8BJdKmqism9P2BFNwKdkrksJs9ZNh5GoHEswM7WbM8gz2n2C1P1JbUBxn
ccNhjs9cGA/gPa+hrpYJW2Fs3MFjiv0880+XeIban65iypngXAtdW29AMbmki7xyXcA0J5BngU6Y
dIBO8ywneYaCGtMiHh5SlFDuh1Roh3Ns0TFL3g4plarBvMaKzUY+yna5aItKdo+4QswwoFc6SaAw
s9tJ7/Ywo1dOoMoU53WragdrhP0DCjW8Gmt4ndW2uiWX/gARcGY+DevPh8OGqgp2KiOqKRCWdkBn
LuJeqXdPxQjcoQyGJhNMuwjKEDVyDGepwRYrH+qJI+1YqcIFWot7c/Kn2GoeaadOB18lLSiTI+oS
iGy2aZhHBo4a9KKeVNoJRqCOF7T39oK2levu93/7fogXQG8lhMp7F+4oniVwI9GH22GLjnXpkuKF
lQejyPduuJtgtz8FH2l0Ou92dGZbfOYDk13m8Hcg6gbtvE7fDlmDb0WiIi8NP9hQK5fOFGrNEL0J
E/MS2+rQcy7dGKexDT30sQjRRp14KNnCfk9l0hb6QQFwBCfEuB4GAF4DWIvjx9yiWzr8Z84ViAcp
VDtZvzRwxvsUPPt1fKS9HPvgkcffZ2PJmIc8UfNQdEh6jXBYFHnhJ/l+X/uovE/SN/oblAXJMaTk
jwBFuF/fEYJYdoumEZ4PJHVUXPXFq0XXWyajPEbwu5XeujxK5XEzjNm3z5O73RPgNk/ReoFK/aAJ
AzAY3iZ58NRegCpw54XU8hjh1Dxg6uGdnPTixPTD53BTlMmxbdux4Fkhkhasx/namQVecmXe4r/0
E484rOxagR1VR/X8BQwg+qVhsvshmnjDRFhYMEjLnO1fQxjWUVk1nBCbYJk+WmuaPuJ6lNtYQebu
IREl/DmKpeQuLdcNIb73j5//+S8VyTSKUmUOiDFS/qIE39AWa9yZBGDX+Oj3HvnI10rA6PKCGF0q
vAhWOqh/o/dTWb+fH3MFKPcboZfAX4eMimUr//+Gqc8KU+PdhseT23DChSYsf1Fo6lyvG0RvEH09
z1afyjR5rZfgFD76c2OTt8AmmoIF7R1NuP6m2EuOFt2u/C1LxrvhxRYjRIbKjeju/JQsNzkWjIt/
g9GbhNH7i/kV14C2XHugwEtPrExy22UYT+WUKptHYECEcrqbnP2s5OzoJT4M58FTOaZOsvcCdsWa
A3//6d8/mlIr+pz0ucBLvoEWOv0JX23wSjG9XBJ546DPiYOmi/Mm9TF6tx/Hp+PnCCI3lXhazh6Y
t7Ss9uorkVpV9RdSwc46QmEIs5gp0OJRPSFFcq7kH900MHKKtaYGbNVXaaavB1GBwYUEc/WP1WX4
+TamdoJUtY1fsB/y0phJ6g8po6gzvOwdbkEIir2yWOBckaYm4h3Cfr2OvsatSar9oBz/rh7cFdSq
ZhAut7d8bzpc+hNtq0rzsHe3TmG6lfttRmPeurTNsqipS5E7fcLzkW4hQQEQquoN5eYKAZygFBFt
FZBkXasLJ0bL7y8G5PxGlJVqK09EGunr87T1UpzEmtiL8btBZqtQyCoe8tydcf5Lvt+usOYyNXhs
mU0fi26OGWp6EdpHX1FVV1CswgJX5zqd0LI2G1V02HIh5LygArs9wxqTAmV7sHhaeL/+mRxMxcEt
Ba3adR6qTWNfyVGMdLavfTVRXCoW7eTG0rreRCxZFuS6UIcyy+bcocUwlkU8QumPTbWQaLwZvZUx
XP1JzdXeUD7Sb1FbUzoLxEwtlEuLqqq2OUcPNFPB9uCskW1lq1xeNfJUoi0yunnEw40ic/uKRTjf
8wAKgkCiA4twTlUr4n2W02dZFezSfI2PmBOE8fzYqsOSmjJBZ5wsGyEtYoMgmFgz/mF61NbYtlVt
8q162zUkOeU3P0gupVNEBWH9mgZlD6emqFMJtglK58sZlI4+ZyCKlFlQeSKz2bLl98E2J8z68g9t
g4Zj+QYJxSsCLtUmPxAYX1kDY57WJ0viqhVTu9zoNnkvQvsonkttdW6AIakvRGEsZrVpStT0hGml
hoxRVmrZht0fmMgCeytVy/YTfOktBabXFx4TiO06h8yGm61ZJQV6Nvi4bYWQM3y4h6mhN3Lp9Q4l
BBYCd3vlHf0jEIgqm4PvT9TzkxyEdeUTw8WqljodJoY1fzLt5CamkySfKpjsmHT4UOt4fYgAjr4d
20TwsQJtQ9Fzc7NBx5y7D8K/CtX9q0X1WZ4h2Rd10qqta4TMNEJE1TwhunrK0G0Csz2JhCABq4on
dfX2dVRb9RpJApXXPVyKQOwJNQslFUW+OVMNPlOyoWzvV1+pGzbP7dlk9108KR/QRf+VmYArhCEV
zu8QU8wb0D3Y0z5r/TqeFocN+P9g1F8FJRJVlVbdVdMl3Lx9VkJN6pe/Xb1DyZ2WQteLZGMyfUIZ
hWhl9Vq3LJ2yKrp8+fIgMRXzumUOI+/ocgUPr4qF6xXj3lBwmbKXTyO84ytFzyyi//1voruMbh6V
nTC8tUfWzc0KOki6IAytlxn99pF5MjZ8An2CxuQPbZfjjgcS2ekXiPdNnSwM42tEpSzeFdWTGNdf
ikmAtrbgZOv69zPyv37bllpOYfPaFoy+PTpcLQrsWbfHiz5f2xs/LIZsH3VtU1g3d2W4u+L8v7kr
NszLY/lmmb4t/2RM4eJmlxcQBJF9zkh/Q7Pktb8eHi6STVNDYmiO1z0NehfcPBk6CtOgEbrs1K+b
/hr6kjlNQZ/GfF1OEGaCphziZktcNkeN9SN+wQSmYhkf/1q2ARdcff4HY9nepw==
`,
  source,
};
