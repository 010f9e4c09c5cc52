// Made by scripts/gen_probes from collect_garbage.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What collect_garbage.erl becomes on its way to a node. */
export const collect_garbage: CompiledProbe = {
  name: "collect_garbage",
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
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:garbage_collect/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:pid_to_list/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match/2",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANV+eNrtXUmT48h1Lm7Fql6mZySNx7JkW5Lblq3WSE2CZFUr1IoJh3XwRVIoHG3dGCCZJJEF
AjQANrvm4LN/gn+S/4p+hZwAuOTycgXI6pGqLzNkEYlcXr71e+8tW9tOtlmHyL8ILy4u+svWtjXf
RP7FsrntTkN/k6I0/0Nj2dlelp/LX7byX773E/9i2/jq+P/Nd738w8pflz9rL9vbF+TTeB6gcDZG
H/xpRgZvbdt+Fq/IA900nmfjVXocovWu91r71NJPZsxTzXcj3UNPloj8dRsnM/Ztfd2DV+skXiQo
ZV53izHOV3hNnm5P/TBkHnlGHpmSJ8bz0F/kP2tSf7zOEvI29CHIqC/bWbJBmAzWWfnZdFmMdpxj
j3oL9L4uCtEKRdn+Vd0gytACkaf9Jn1SuDxM+hvwlc13ffc3tvRvBHZskcSb9ZhQ4gwl5aDOE2i7
TKCdonCOZdvxBnzmauXfoXGC5rLHBqrb4KdpPGXGezqNCXkGEfmYKCapG+aazAglKJoifgnKxzqb
KAtCctOb8TrfqFccCSquqDiY9LbJtsoDF3ydrv1tNI7Xh3PW8ye8O3JwA/Nrt6cImvU1ZadtSXsd
gfbUrPJAKTj/V7wtjlJ2zmEQ3TF/4SdOcaogToLsnvquFcZbelznlV0KK2vCKytPubltRQEZnDtv
6Z7f0B+G2H2eXf08DzfySnsn/PQOJTxjVD7SnsSze56yH/S+CsJRHOsy9DOUZsAB0Z9b9BNzPwjR
jPrmk8xPFigbZ8EKxZt8rNaE8DJyHw97jk141zpOyCBxee75hWbkbjkvTh1pCJKUZ/vk4LDqqc7c
D1PqscNoURwh/bQ7iw1RSfjnDE5wFqfHq4LVF6S920Xmpux5nfJFz1bpOI7G5QEdKebLE6oVDC0W
vM1Ut2QHEph5e3uZoFWcIZaAidbgRwuaHFdxFGdxFEwLiuQP9ukqCMMgRYQtzirOrqlmcYfTzvk4
o0T2sFp7DKJ5zOtCgjLAvwBTF6e9bYZTTrHbD3i1QBE5ygzxih8joqAXXwbpeB3MgBuGJbeTFl7Q
mxpjwwt7vCqSi1oLne32DrgQ2yVh1EEqvJwMmmAta7om9x3NgwjNVDqK9CVBFGQYK5aRUxSGvrPY
Fam6whCGt3/P5baVJff0OTuxkytztQmeB7ApUk7KikZ83DKV7KNvcjO+464xMGBTNydamnayZRJv
FT/oEh2BjDRjeD8jHjB7nYwW5fCGnRzHJqtj7aCDCK84UVHzeE4Y5gSNp4mfLskfnKnwWkuFUppi
V4iZcSfkt39gtCBsdSWbUgtCvnmHrVn5H8aFLZYGXyM7c7S9f4QWB+on7ohQ5XUxrXKCkiROxmG8
WBSqNquS6Z7+Ioim4WaGxunST9BsnKucSYBSUSN03nHWYDV3bonGQ0/3iGA8aL1TsPEw1M6tNB54
oqW52IG0JmE8vdtvjJGHykxDe5oShbS0F5LystmP0VoFkeguMn3W/wBwgQtaQWb41sm0ZZZfRO2L
P5F/2GFJok7ozzOimuTjJ2iKgvc7Cr+2kU5dyqRjDEzuLUd1WOF5afLCnGEeFQz/JxrurdvNNrkv
NNtoEVuJZ6dHO5m6Kdy9sdnZ9q//8O//wW+IVMgMOdWH2W9OaTWlmGdTn/CO8HgLG5zpptVqWdO5
wxFa43SE1mBVMu4WiRMtf6OwAsaycU9Gk4ybqGYyOpx5fq9yk+ORWr7x1OKuIz8rdeSSFiS+uZoJ
kHFuP9LeXy7tnc8+Y+wxlQVWJ633Hmn9gWldEuCjD6XCCRfxTtFn8XjCHy8365oGK41vP6OEH461
jFbxajllzD5Sx0dIHU+dtfLTUSQU3BsBwT3RlQPYpB6uQNRdIq0zNM1Y3+8jz/um8zzngZ+ZX5cb
PhKiO5EOLXb/7bf/+Rt6iziinHIYvDePQvnPjEBdWeAOfuE8s+c24cc6/Ig75Ad3WSzjQi0prqmj
RdAC1+lWG5zI7tfIDqnbXsWct1R7lPM4YWMZA+1iZsn9ONlErAQEAmUtWSinqXtFax3MeDCOeuF5
zE2AtOmgpZZk+4k52d5yAet9iKPrRzPCseJjzONXUo/zSHyqvfuiFcUZf2aOi3qhXdQRSB3H4zDH
NKlUmxv5ejCGQWaeLchM8NjLKEuMX3bTzQRz2pYW+tee5egyQeowb9aCwj7b8QCUjlMi96LCZUMd
REMiviFR15TCyN0Qu6YC+8XCTyb+Ao2ncRiSXQRRc3rgLMDZKAQrxhKlwoquPxXouq2CuDDOq1/8
L3t9y6cNMC8sYoUPiOvJt3UW8jWCCZTazimZpWzzCuYPve2TMEhzqGoJOriXQ7qekhHy3+W/F5xT
Nxjzwuo8F9mMWPbXHFeEeJnz9RdRPE430+UYUFJu7JZymfgBg2miEEcf50oOwo086kfpNlfwzzbf
40t5Aj0BhrBnyva7myiYxjOaY3yHCJqE6FwoSeX3TyJEgvweTpiARZwQ2bWf+WWaJUG08C/uLtr/
/Tpby9Cre/lgJGGe5hNOyYtXQcapYpSckW5x03iLPRXvkFpOIo5WYFMedpxDy3gO5qgnASfVMwA8
cRbXAMCrWN6sz+xkuixixLnuqhPBwI4IqKQLOSHQTgDdRGoB0nq4wipoULqzdtlOUTQTDIq+ymez
9pMs8EPpYXtwjhdhvOS7KFekJH9ON+mazIbRSivTydDZIDZJeDG5tpi7kRVFnYWrcgj6mwYfm7+p
x8qHyid7Cm4MeLPcYKseRA4V+PO3HPnzULiyzpRSbg2oQgwFZ3k96fdcckTTIMUbSDE+VTKu5RF+
W3OE4HCrOAqyOOHFDeT17GPV/sHcej++c1JuexksltiElzfsZL7G4QklW1uex3fMI+sDdXEBfldf
JGhB7GOUo/gjf4XAHz3Lk6CIgB3ncwZ/8el0kxDGko3Jdk6zII7AXxEl3882Kfi3z1aERnKn0n9t
0AaNQyQZYkV0iOQeXksWZ2SSx8QL6Ee7hEBwmXQ5BFglOFaRYAyRil6qzw2um8DIvOMU5MZeSY/K
1EAp8NmDk+iEdMAHNuk9bJCy+GBmPDg74+2nAxm1LemvzOWzZx13u54n8Qp2uQ2xkCBZt/Dtq1I8
y3Q/bQAYyMjj32ExbzPVBxIjjAah4wDOxPCFC+vpg6xnoLIq3XdMekH6itAjqNEeom0/lKH2yeGT
V6XIKAGr1PcfNv+KC1l8+3/OntPUqoauYFFQSnBFBVQLK8xAjZTejSh3TYYnB7fkLPFhsS0Wu386
aMuZT/l84KXH860GXfrM2Ao9pSdI6jQGSkmdQMqpvNaSOiCQlOsp6Kblz2aKcQFCqVP36bEX5kBE
FcQMv6ABhBU33Sm5TbSD7OY20ck8LeoiMYJmNuA2U8V59spOZYPirx2v0xBX4/Z9Dbcf1RuBrrBM
BWdo6wpPKAESYE0VWXkYSgndYygOFYVApEUZ4ZViKEYYG1aCYaquFJUnaKE68Wd+svho4AK06x+7
nk67cKZxVCCvdmS5uu+a+wOHWMo+KZZYfCWnBFnxKc8sZs2lhWle1s1fFidgQtn5yOJ5FGdjHyAK
11pTJ5vpsz0BH/y3Ti/8m4qVHDo5j2AqwIQ+7AWCJvbk6IfGlS7e5SKMJ1wsuDrdfM8izQM0HA6z
OpzaruBYcWoVZ/d9c3bQq7K3V+UhJffQ7jbrL2psta7THa683Bp01C9+HQYfguRnvz/uleLMQdCE
izSl83egQl8Qi6rHk3nLY9DBEHjDtjhSkfoD+EU7CmecGDDu2by7WjUjOl+Iqg97ymqf1K9/h6WF
zF+r0lQAoHCQoZUiFwR4oogLyithAU8sycydikaOncvFttfB9M4l4MBYxEXxemA61uKx9XWwVgV9
iorOBqsiQnPtUmONsY+a794cmU9Jus1Xr1Q/xu4XPY8Cs1WXKzDvvxVuScfUtXIr0BBjVFMv+T/Z
HxpAJGSXouW4nr/TqGFQ5KWHzToKVAzgFce0r22rLJnsnqsHZxD1jyqGpILujaxoHKViEsGb0+Ud
ute+rbpc3FGBIxxMqFqszX1jwQs2qDAW3SH1Ng4BlFNLU5mwmpX79wYWCecBK3YduiKeSZVkCU2z
pUi4SvtYzFg2q6F8LOoqv7pCIekefA3MvMe3FdjsD3TKyF5stN7+4q1UOxyx6OLnOuHG+rhMWmC0
BSPYNVtYQEbxRqy6vqrhdQSeFMBWLitp6S84369goF1Ud4fyqmV/RciY1QbTWLLKBSZ3Y1lNoLvy
g3ASf6hlBgD6zW43KFhc5d3YjWU1gTL1+mD2/KSeK8gD+uTdSkzBF/fkRq8ONf5pK+Kq6JtD3qLv
O3GEEAqOUnJyi2wJpBtq2xDl0MK0wBbWQ9RMxyuLk3yebtYoeZ9n8I0n91Cuds44pHFtm9yRPHSe
ZnEigWq/kbgyaIX0JJbiU3+9DoOpfwCyCsnqfZueCz25trArC2DfcKEGv43nCmQensu9IfUq0Vpx
qSM5T+OHjk0Qege736Snh4erz/RH5jMdiREgxUxHUGJ0/SkRbYsS1T2oRLV5PoVNLkLhZHxE+5mh
/ZrfDLSfDhnQe8SBPTTOD2N7l2l3HifIny7NM6GgGHLFYNs/2OTiYCzkNpnmjzZBt58yoKPrqAFi
yKWbU81589IgYqpAtOsvzE4Vqnia37U6TfuCHrKUaONuV9QAlVpdnX1f9O2x6lA0bgH0YMeo6BfI
18sqFPSWhvEWJfl5CWu4xVqtlKcO5+P4R3Pdr45VOs/zn9yZ40Cnpg4cBEa6mexDGUJTD0aX+vGn
WNMk10gxEGZwfYfuV2g12at/XNMbLpjE6OG29dDogbGNqrFz3M6C93AG8uQ+Q4X/BTLAWZtOuokj
B/xQegCBmbZUNOt6y2p/Upvt5hgKfftLlXEDTW8AE7NkTjRqY+eIrYvSR1yrZBXbbemAQR8Rzk0O
yFNghCjkIROvAA3TKJ4hyF0j/TE2cu/oG8udI1kVEQ5QaBpWa1fQzqUrqKzz3g83SGhdCxUCdgbj
5v+FKms/nKZ7Y6DpGhfwMXQr1q07O1xd6CCsjrXF9mhPpUYuW0mpsvPt+zaKjVaRUSdBVFo/XU3T
GZvUmcfh7KCxOECLBiC06HgTznMO3CTO8NayiKn78TKMsfgehttD83++T+oonjs/3fctPeLuO5PH
mFhLzJTSdWin2g03i/0bnYlAKT3DEEUyUqByb63s+I68kA6M5mEBkQPm08i9kBoHQSSDaZu3Xq39
LGBrZwm3vQ9D4c0nJiBpPX3N8x2SFupJvdukyirOj82p2JPrMxQvBhRxtgb6G96gPYSQ9Nal1dL+
2a69GUWZMlOXRR8ez0XUaIdSyHb/lBU9KoqEfzFPWR1KXHU5XeqkxVDBG+0DZyCUbwdpFbMGPKMS
0J+Q8UtwSgEdodEvsvqIBd1gR4UstFfITLrayhItKlgGPxFI5NKARFhAGsDuOaPHDuhsBsAfiQB8
k1gXRER9IxAMVbxUaJ1+suLPVvkgIl6/ry9QD5VEv9Bj+oIwhxdSZY3UrxH3zqx//VGWO5P4K63c
kHl2e/Wc7Eh+ZasJ+59qhb1ML38yCwokp89kvT15ecB5YSuntgyIMTAqAQlP5vlLGgyLK4xEL4um
WG2CxND9aL4018PeWGv5w7pScj43VxBGKgyacRCjbQChV3bhk2gHnv0WGqQT0M7+0oIwfUi6Bk+e
AHr0M57pQJ0rc7Iwdbs8p1v3xf1Mm2VicKPZA9VTjYYCqTK28TRvnIAV1XNVYeiq3pDTE8wtSAs0
y5VTwilZ7c8rZvyrEjNglnsjy9LW5/zIBmXjih6nMe/tlcs4ycNBVEjs529lRY8OFGmdYjcEups4
ZQB/5ezWBiPKZrlTfQzHm0G4t0nvEtXEW4g1/orLLaRp+NNx5k8sGj98i4K1k2PKc5voqNLLHoPR
e9mXdPuWFYPp12SyeM7es6fTmBjiQeRncWJVS/8JZcUL6WoKs7iOMu1ylD1dd6IJx2nzTBTgIDTB
Q9A/5VlVc4KBC5KEDeNGUbs6ejDZbSLZarU96aWB4V1PNLZW12nKz7fCeIvrCIFdWocUdNN9fnBk
HZSzqjmHvG+M46vUcv6I66nJb1YnWNL75JuSAVCtQgnjizl4K7+sqYeoLqEH/xnVJm5Z5LL0oVwW
QILMEJe1ItEojhZwuEmXlH0H9rGrlEfRM6ina8xbDwLmMdPi5JkWmmJ8tRLAYyLNgyXS0P0qbWSn
InprXEO0SmMisuVTqrMBqIueqQmQEVGo9AlZxeLG2S+eQCl1VGd9tkuZ55posvq99jBPkfi0K9lk
n/MEtwxhKd7cgNp//8WxWi5RA9IsiBYF3FGd27rJ5rf4hIX/ToZqFQz/Giz/oSYZba+ydv1oRph8
LPVYFQPl53FhoF+W5yb1t8hgm8awXV1lRm3eBicQ2kb9xWytA8vMD0kZV8UTA6nzvudwRp+HcbRA
aTaexisiE8brBM2DD4oiDENZwXQ6PuJWQk0/u3Qzr2F2NZl+Ddr0g61AT939yJWXy3IxZFWg9+yz
oavmS/kd8v+y3al1zNc+QUPsG++mdbkXR6W3AT7C3gkNefcmuCxvFCM7XD7WoR3E8Ro4VaAYgIAC
485Szjv52r3RiCSGcA6coweladbb1eRG01bFAjHLV6vVtzHf14HlOydo3H58DaCBXYq6NjkHsPuk
+zeAsHCG5lfTWX8Qs1tnmzKihORKhKIkltyLfzwbIbx545Ac+XWw3gblHCj8ZHt7RdWeU7gkdvZX
UTZMyio5ovZwhR4glzYlbBnWaZgzNmJA4v3XdtLoUHNYjmSuhMUfaEGTR3yhDIrfU0EzezYzA+gy
X7EGOspXU1QsgqqmJSsirL9OtwBe6lKaA/LGLir3BiCXwycWs3urbMFZGK1APgC2uwGalEr+UgAt
WumfWhA+n57Rdy+DvQe7muKwz5bB0TfI4BjoMzgGYAZHo0KV/v2OSU6fy3Fyxm33KuO21cRspoPe
SpViD6ZodbdYvmw9l2TlSsTQhTBK0Wo4pFsBLYTl+gx5+Q1b2wKyel9Z8lhhQ2GQd7UMHn1Je0m/
AE/Ye1fqhgHyzj0xKiHxXplaLsWRn8Iv2bcojumdsCLmSbs8V1L8+c2yiARZFoWzQDjUW2rxHKKX
z2rq1bcfZBGNn0pT1No0dzxLSVevlnhlzzxeyVhxCkjdHlwivsOy1jBdnelU/RHFsHcV76y8vM+x
XYF9KNmZnHpaCLYLhlefzmGWBySBlPUFKq87MAaaBXABKotOEQM58PVY77n5q7fy2lKTixf/+pXM
duDDuJVLZvFoU4PGsro0fXNHmGsZCQnQTq95etbZXAPbVKTCZXXeZKE+jGsry+tL0j7w2Yi98Uu7
AnbmkpjcE5kkLsV0LcklA95QYK3xhxYV9pmXNMcV+cmJhIyhn73pDE8eiJAWNlHGJnLVU7TIsNqW
vlNZjJ1XXydQ4Wjsfu3KNDu+vFelbZc4629AC++j3nOHuOboPDP1qlGHOqlFViykFtuiX1dRKbqj
olwzMGjHZibl4FR3OYm0ZBglVd6EvgdDngu4oxgQNaHfCa4/TD31UDlB+ARb7iqV9q/KrZRBWsDG
it4p/FSeWsnt1binfWEnFHfa/rVRtsz8ILQPMfOWWf7v/wH7qwSu
`,
  source: `
%% Has a process collect its garbage.
-module(collect_garbage).
-export([run/2]).

%% Answers #{subject, done} and, where it was done, \`after\`: the subject again. The
%% process stands still meanwhile, so a large heap is left alone unless forced.
run(#{process := Process, type := Type, most := Most, force := Force, dry_run := DryRun}, Call) ->
    #{pid := Pid, heap := Heap} = Subject = subject:known(Process, Call),
    Heap > Most andalso not Force andalso envelope:refuse(too_large, {Pid, Heap, Most}),
    case DryRun of
        true ->
            {#{subject => Subject, done => false}, #{processes_scanned => 1}};
        false ->
            Collect = fun() -> erlang:garbage_collect(Pid, [{type, Type}]) end,
            case worker:one(Collect, 15000, Call) of
                {ok, true} ->
                    {#{subject => Subject, done => true,
                       'after' => subject:known({pid, list_to_binary(pid_to_list(Pid))}, Call)},
                     #{processes_scanned => 1}};
                {ok, false} -> envelope:refuse(no_such_process, Pid);
                {raised, _} -> envelope:refuse(no_such_process, Pid);
                no_answer -> envelope:refuse(no_answer, Pid)
            end
    end.
`,
};
