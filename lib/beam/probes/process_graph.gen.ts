// Made by scripts/gen_probes from process_graph.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What process_graph.erl becomes on its way to a node. */
export const process_graph: CompiledProbe = {
  name: "process_graph",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "process_rows",
    "selection",
    "sweep",
    "waits",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_process_alive/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:first/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "ets:next/2",
    "ets:select/3",
    "ets:select_count/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:dropwhile/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:max/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:find/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:groups_from_list/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "maps:without/2",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAUwqeNrlXUmf5MhV78qlll6me8aGAcxmM2DweOxS7mU8gzE2YGNsA6btm36qTFWlorKktKTs
6p4DR358As7+OBz5GObOySekXGN5L+JFSMppG188nSWFYn3xlv/7v3n7oZuvlosweLR49OjRy3n7
oX2zioNH89bD2XQRrLIwK/9wMu8+nG7+vXmyXT75KkiDRw8n3zr8d+ulV/7jPlhuHuvMOw/Pi3/5
N1G4mPnh62CaF423HzpBntwXL5xlyU3u32eHJtovvUvjW/MgnQlvtV6OTC89nofFXx+SdCZ+rWd6
8XyZJrdpmAmfmzDGyhFeFG93psFiIbzytHhlWrzh3yyC2/KxFvfHizwtvha+jnLux06erkJWNNa9
D/LpfN3aoY8e9xXoe2fhIrwP43z3qbMozsPbsHg7aPErxTaLyf8CfrL1suf+xbb5i8CM3abJaukX
O3EWpptGnTvQcelAJwsXNwybjivwnfP74C700/AGe22gOw1BliVTob0n06TYnlFc/DPVdNLUzEXR
ozAN42koD0H7WncV59GiOOmtZFlO1IfSFtQcUbUx9LRhU9UHB3yRLYOH2E+W+3U2yye2XXJwAstj
t9sRvOhrYattufe6yt7Ti8r9TmHl/9ZfS+JM7PMiiu+Ev8gd5yRVlKRR/ob7rb1IHvh2nUd2qoys
BY9ss8qth3YcFY1L643O+Zj/x5C59/PM3M/9iTw3nokguwtTWTBqX+lcJ7M38s7+TM+rcjmqbZ0u
gjzMcmCB+H+3+TdugmgRzrhf3smD9DbM/Ty6D5NV2Vb7upBlxXnczzmjyK5lkhaNJJt1Lw+0cO9u
+iWpIyfKTSqL/WLhmO6t7k2wyLjX9q3FSRyau929XRUqifweYQVnSXY4Kkx/QDrbWRROyk7WaT/0
9D7zk9jfLNBhx3zUoFoh7MW1bKPqlmJDijDvPJym4X2Sh+IGLrSGIL7lt+N9Eid5EkfT9Y6UF/bJ
fbRYRFlYiMVZxd619CJuv9qlHBeUSI/ptccovklkXUhRBuQPMO7gdB5ai6mk2O0aPL8N42Ip81BW
/IQrCvrwaZT5y2gGnDCGnE7+8oK+dOITD+zhqCAHtZZ9tp074EA8zAtBHWXKx4tGU2YUTRfFeQ9v
ojic6XQU9CNRHOWMaYZR7igG/WYxK6i6ImyM/u47pw/tPH3Dr7OTODmnq01wP4BJQSWpeDWyw5Tp
7j7+JLeSO+kYAw22TH3ib9NuPk+TB80DZ4WOULQ0E2S/cD0w8TiRBuXwhe09ziijE+2g/RVesaOq
5vGsEJjXoT9Ng2xe/MF5F14YdyG6p8QRMqHd6+LZnwlaELM6ki3UgsAnbz8198Frf22LZdGnoZ05
2tm9wl8H+jfuiktV1sWMykmYpknqL5Lb27WqLapkprffj+LpYjUL/WwepOHML1XONAozVSN0nnHR
YKU7t1TjwTO9ohgPRu8UbDwMjX3bGA/ypuWl2G5mCsEwDaNX4c5kshBrne/+7Hs/kYU3eoaGkmSH
dD+r8/yYfqv0pcFXHuVeWpVHorzwmx+MuwB9uhGgm64ihlvN8yN4Pt7iqTne3SLcJbrbo86l8ExL
gfjO+HcqdGDtSoTUgSbdP5ZzJ8in/UbZ+ClkiVXRc/3EWWA1N2GQ12EEeB3UO+bgVBLmyHnOz4qj
mIfTXFRKG98xzg0/pa/mWLYgTJPU5c/Ud3700x/yp0ias6kUu7o67olz30Bbr5pzz57ZWJUmD1On
6CmvVbZvw1xx8WwcetJa7hz7dv6rYtJeA2N6xLvvBKuqMV8e0/igdndCC9N/1iYBa+5ur2PZAEE1
Umx61HroGF0oe5OhbdT/76KY1z66D0GUZ8Z4+OGQa/zPwPlaRPdRLt7GDPDoVRAO71CPoKgJrD/9
Ns3roZeDuma1i0X7++7T/dzitFg1/MIi+jeQRkuMAPYlZ5NzX9+12HN9XVeF+NnOk46qKhOh4bEU
AYHd7sTGxOD7yHydFHswyzMBaLO6Ln/TzfpmoyKRAWVIIxz0AEbuxkb3eHf6ZroIgZgKED4olBzT
r2DQwRMe3oUTwB32bL02fp74u4k7sZ/3ziLIVKOpz7CQPKnRi1maLB/mhaVKR0VIfVgH6fcuno1C
0f746x9L0CjR2QjFkya7ibHf2GtF9aCIyhN0QBDoor3JMox3A9EEUp2FyXuKMDmlCZOR6srUXFmq
Y/OsvKKiQiUEQ3CLML7N58DGMkb614cskw+svitB2Zdwxi2JKDU1cQH80u7YXtqnazBQU7f2LFzm
czsfKvGib+9P2GmShhuftuNu/JzxGt5P1jJIizYqXKOfN16je3kUJ7l/FycPMdwBUMsZQtdEuVJm
hMcm1Av/rIvy+pXV2bdSv2IVFvm3lO920e8OEWd9JdWdLAUwYNSvhQDQn4H/b5r+SGhkUmH7/rbS
2XNlFiQdcD3te8WP34oojEo8AhJkG3asqQeE/6RwdX4GispQsxqHyxy/5OuGk3hUmNfZKo6mySzk
fvp8sdvS4mSGaVbq6uv47xsiaCwqdftrIf6TpMUG3vX8NMvTQgULHt096vzbZb7EgEyCHWFC6T4p
O5z5kuxYw0gOCiw+xS3yFPd1uxv1tqqQKkjLdOtDm9wHegBcCZl7hNi35KUdVA/dvK8cvw5t64v9
kI2gyptgYLcJOPwtvhE4HJRxJ9SCqeqzCqMQNCVXNGknC+OZYsz2dHiqQv/No2CBLnYfhvsXynTx
W1zGuZA/Z6usMHpnvLSovk+GGMyl5SY37I8tk05kRVXdIvo2BGNUg7ctRuWJ90PllW1CGgMRMDcE
Ux/aDhXk8+84yuehcmSdd8pmakAVYqjEf+vJxJRwsi1Cth+QbdZUXpblEv6uYQnB5u6TOMqTVL5u
oLh4j+nmD5bWu/ad87M68+h2ziiynL70Y8AGPSXZZrLTd1DBNvs9OhIHDbxUMJC/4Jb4OnL/4u+7
fdGz8t/jC3cJ5SdXOG5/YGFQXuKxq55uZzLqroQ0J6dR/aHZ4bW/ILtGvHOUh/fcv19MV2np9PSL
5ZzmURIbG1hG0zv3wfyRjY4j48X0HZsXX3FKpfGdk+g6WR4uXTDaG8+L9cmozfXyx3Td4krXMTCX
U4T2mENAV1u8kT4KdIAv2k62ehirCpovWtzrB6mpBjQlm1EWNaqvjXPJ8QgrhiZ2aP11Vp1r2ocm
pbBZrsiXCCtCdYMdond5kK8y0A/q7eNkmsRB1J3cg1PslGTBI0TCnseJn62mcx9ULwkJjceJ1vlB
nD1Iee2MEaW6cqhonoeWwTG0B+gtoxkMSsdyDTnXaomUKL3A+/RU6Kl3Nj5iEdkhczGQFDAhhW+d
xsRv+OtgFqS39YJtK2xF3nnAXFenEwf3IYR6r0Xu/AndZOhjIkMRKyf4TsAymT0G5tFqP9Yzfeys
/Fhx6YLn6Gjb4lkZqw+ATeGauNxYT5/uNvB6yzl/8AMLeH81SBc7VmTMavx/auP4gi9ni1GdYm1P
kCHK6uQQGH2HZKuTFq+7yvZH0Prl02C53IYBTvZYOFAX6iOR50MY2BI219fkTOltagHmpcD3xrv5
Reggxth8m4XomHHIwm98DLsY42QWQm+iDzMErih1dYIzee3eb334oRbQSB/phNWJyBXT/4L/ZDjx
izGFuxvObkWwn5G/6CJPV/E0yHkmgC0FnZ7xqyT78q/f5GHmEF97kr0prP/7PeUJf/ucr2nEok9D
Mw1PuUMyd1n5Z3R/ypU7xYY5n9+s6dpyxKjfsHTh8KxKTWnFKh1T/ZGQni7FdUPDYRoTxJThkQ0j
pd9dGp54oNt9ZTuPqb7USV2poxYefg/FgZov8XYoCM52HD4oGVx7aLDqeHg2KyYiKiWafx3cwr6J
ZSmLp5akdTx+fRvDOIJTumPrlN4CcRt2RX/ZAjY4as4VLCS/aoHCTfpIpcwGEDjDmAKZgEF5usMz
QEDUfTsQtaIGlXEbs4aKjHhH82l1qk8XSXJXNK1IqxFih9KR3qoa3uftXlhPnCApXy181dbjhmdN
pBuuR1NcL7/o+MfFVhvHNAgtXlWQYn+uiIAzgjW4XWLsnttbpIhsFjlpK81sE6cAZ4UKZia65+qn
2nEh/8IigXIk54hRTqXh9FVDxpuB0DJQzZjaOVbyIA87qFQ8CnlktU+UFpnEfiscSRiR7UGxKNlO
LGeSZijmSc5jFddqoumdNEnyzI4X+nw6jxazQh+xYsg9S9LlPIgzTUStp1G5FS+xmCSgOr3aL3s9
dQ0gBbp40sOl6ZgSaqZJqjR8FaZZCGGxVbNJP16+85eGQQvME78Zo5aD8H2im/ISjS57ujQfGcRU
xdNoEFQi2kbO8xhXk1FVOLm/QverSJoBs+v0VsEyZI5j93UVW/hLNhgQ5698SLe4J0xx4qPaYQfT
KmXv/KAu18FXqeAyOZGqD8YoABYDgIJgZEse3pT4GjD1m3R28kaz5eoYoHQ5y4bKBKEw6om9PcGl
70BxvtLdbR0qpWsPh6N7IDZ9P6ovYuiUYr6KT62ZAERWzVYFvq/N7tcCm/mbJS4z3BbEbJ7au1Ej
FOJ9MmysyZQMNHsLKu9R+x7VZY8h1OzQHvU03u52MJtp2pW9Ws5jJKTHDQ+bVjw+bZuQhDygAUzi
SJupFnYALrZkheGMNZfxoOftV6LSA2kydVfOTlRVPqYfOZ6mIasmjXoGaTSqVxpVGGbtzNTGVCSh
0BSeAaPjKZMZBx0DN93sIQyXLkEZybwC4KgQw5ISGuUwqzDE5CipTV8zHPQ9ZuGjjxyC6xfb7R9m
jDYpmK94IuQp0cgerqB8omowwa/TxeJI5lL+8gsVIdiiJNogicpjCCo4tqWhkQPmsjQusXCHRdQX
CrrSOAo4MHaSihHsiYquPMFxQX1Fu6ledwUCerdF6k6eYOhslvjl9HE/lWAoh5aelfRWfhpmy+LF
sHp7L7bKSZUmHxdN+lmYvhJqItTRcivic/ufh6/D6SovW/z5akOCWq3Bd9eTGSX+fRIXjS4Xb1xG
n62WxdijTMCOnGfzVT4TaaaoLT757iJ6HaVf+0mQ3Qk1Gsru1tfe43V7/n0Qq8M2Hcqy0Oh0S0gi
KAtcM4Zj6YE36ePsTTz1szxIYU6B54e/+0qxwd1D73EPQUmvh9Tg8rn1rLoktRqlgy7XTn3qfNtV
GBqyLckl8AZWwrmKPlfRuSx72yWXBmO7ioQ1p6VeWkTzhsplDUbnxta0yxc3aXIvEGliwXXE/XzF
LBGzYxNZqBjWkXC0I9ZASrLXFGdXz2KJx+Kr32RGBbsCtXjfOGLDNtguEnGTeMyWZ3es4dmVKuJo
QB1XEKEZdoOgiuUHnvCvHtMn1Gmex1PNK0MkbJMleLg9fAF2oHKU5jzXnhwlh15uzdEyhTYxpSsN
0I8i/c6wVLMJY0wNXZgqUDckcrd+ejEuYcIzDSoGNyVXCI4ShWH7xIN9VY2NewzAc6xuE3BzPo4y
v/TS3IVv9OWQrxg78pClwKidCJYlzjZdI07yOqbhaKig2lB6h7178hW08sbm7O8f/MRCFm4i18Rv
2GGJVVhQ75JMXC3XNCDxUteE4auXIJ/PX7TyjAwB6U6j2qaAPa74uxPnXLHTnBUQCfXwl34tGQwo
OYmq5kTIFUlRxHRPnzjYdy4b04Y4UoTO2Vq5a7kGsnho1HEkH6xNpnUhQ+86WxcbPYHsfBnk0ZrO
zVlYD2yoo5hzGKRbUlKEBJNX1pytBjOkUmxLe3jC08E0Waide/pX7h8a0ddsrHdgD9w7MbbJSGqw
LLZDszK4Sg0Y6PCF2GVBpV8Vc5k8JtqZBEt0b3oaPZQU3rexbWzxnXUjfrYMp366ih2t1fan0VLH
Vq4Q4hF69h7Xs2lyv9xWbZEtn5o6O3bQfIp2HqKNVtk+7NxiBfeeVV1wUchERWWPU88u9pl7eIYr
5h4YMxt2hpYbOqWPso3sRfc35c3PRyNP/v0XchGe0rzVgNCo3RzqgnVgPaLKuB0P5/1uOQMS3Mhj
B8yMydMWq1dzAN15rCFtra+tNwBQSMu1zOuHXU3kK9hRp5IKiyuJGgZUCczF7Nl8u1qtTd7Pc3wF
7MdMk9/GL8QpNQ2YXuZJUfWHb5eq772drJXrvGknha+PWd1wpSJ3raAvF35rkotzBNq2yP02Mhi9
VYy5KrmsE6PRhpovE7UmFa80cx/5L+wPJ2BOmpThWqt1ZsyH7lWOP8grQwgAVynuq2XDbhEZjybV
PNZVGBJlZkiY49IADwWpqdAyC9VQeVcEojWgN4LheITkZguOwYEZgqxR/XpaZkTeXz4vNNgoQxgF
W0ci5qs+LyrHkJKlUwNJUk9fysDs2t0WdeJncZE8hGm5RFCU+a0ImYuacMuEAFMkVhreFp8p9lmV
dIRvkPErnGOm/H+xMFcLw7d1VvnNBOJJ5vrQrcWKn2gKTwNWfOuTj23LsIo19Y6cEb2tiluDt8DA
Kk1z4xT35H14fx2mIBMJnPK3wyC/DemaYrb5tkq1Zb5mtbv1sinkmBPT9xAqnF13sQy0NBSK2edT
GyxpcGCEoOyFh7lSDwKjZcUaOXLmxxzp+DGPSRg7wlJvNOJEqzkMGjnMLY3+q0rNmlgHJ4DS0m0Q
3OW42n/pRM0AxV3prLw1gIOHgOedzmwhZeC5z943DVJMS8bbeA3w7iK4DhcM1ZRFSJ1jdz42CXL5
K3L08OltmqyWfrFQszDlb5bdJhCHA5MpqNJC/sy6rgCcHVHmNISlFwz8+5NguYlCYTkGm341OIMQ
qMnqC5/QIQhjS041HVAGgfFxlYTFW82an8aZ6eXyOEwvE31Bmhqs4UElxIGHqkN6/FSvJr/0kMBy
KZOpuyIcdjSoErCBgrjnmzyxQvDzkHxQZ6YwY0ZxFqa5ASbjipGwWlUHaEMfIDq18oqeGbnaPJRN
cpvuAsuhPqxrtms0HMcMo4fAOMvOaJxlQ12lecOAzzSH2pwh0LfdJE+LeQmnebFBVjEAjh5aHW4x
sY5Pr9QClNZ+AuAoWmaCSJeIyAl0pSHp7cIw3UtbRIurwq2PeHN3W/tgks6iV2iiB6kKnRW76RbA
Cnp7hNpsMoOoZaJ91UofThrDX1E1Bl366E5BalnkLfU1dLQ9PtlAjkOLU86YMwWIRZqEV982ls6f
xgozFAMBve223PDK1Htu6wCEOdaHiMOa2RzRCbPLMfEq+WPbNbpwxjjP4eAzIdZzZr4eIlR4Qz0V
Xn1TOcHVlUFtjrC6sGTrS5YeCvQsuHta9efdf8tgdFvqUd2bKAUzSCnUilcyDc7J/wJQ1N+QAlHG
jMMXZYe2qOVgEb2CPrAr+H48qqIa778TfhtgO+I4iMZyr32VEWENRGTFAd6LOwxgSwbMNa9sxuwU
IUsrZnN4qhsxlGS/SgkCtEplxUp/7j8YGdkFXnu2LsAhKhWOjtXQhP8fM+u6CBYOkjbq/V+T2+hK
KEuPirgX1Ug21kNZkwcJB9WwGwc17sYeIHfUecdmCyYKwkZ6eFpcdsq7T7fvhmW1PMkBKs+5mfTA
2KuBu4+DlO7kmkm9XSDCsNAJG5iwnHVuLw+61mzUnUGlctniUdURY8mkVtSW97tH17ieT0tcKTOt
VltPqwUxvV8RqzUg3t0OvS2TqxanAOtZd7gm3FmPRAOxVm9rmhzExj5FQEQ0YI6mAMGQ6VPOrGdd
m1lry9si9/aqzmJVpwcMXUtL3+DVBDT4azoieMiYws3Uim52ZA68uc1tczEiW9UJY1FSwnGrGMex
5o17O4YBArM8l9GZhNF5eRbK8rxQmsexhI4bCG+TnOjkhNi82iAMz2ofQDmTV9ocU1FciDOL8Ft5
Te0wxIH8azl1Faeo/oLHw8MVB+zV8HWU6zH5d9FiUQEt820bXnyw7a1OKVsFEKe/51SI/aZQWIPp
fD8N9gw+A9Afpa0TAWeY8DS6ZWFBP1nm9H5xAnbKwaJ2TYtUTJD+vptrgUiy+YXvQ4X8BFZAt4QP
o/2Awo2laGKdlZ8s0jJGeH4+iCemlTIaV1jUv6EvqsK8//wXjJCzZTZy7ClYMATVRGeE9FHtY58X
Tpl6FeLWUIkIfQqrKQ1UGQJIfWDHyqoMvvbqQAMgVallQIXyOafuq/Edl7yZHiiRBniqS7/2RARP
D+wcU3hGRzXZl9+l7+gBnq3GbGMGI62XVucGtXpn6PBOn9Vx8/6tTZFIRkADclY6HA0msMiuM6wM
aG07DLd4VMYajuJLFGdEMBAv3Q3ES62BSMoFslr4v7PIEjxGdKy7AsNjPSVCfPbfTLkmjyaG/t5J
DKmuPtsCBSOUcKnSOajFguwjhOnUHGA5K6QTh69zGhZTfvU8ysvJPNREkkU/nTNC9pQbSwbCeaBA
4bh2/cUivmdX5Api1NCTK7ot5E20gcW6BMsXAQBgGjJi0jeZcc0Z9XsxS5Plw3ybxlDNF3DC3Rpf
/1intFoUZdwUB1PRAscpSUKqdFAySSarXG8H9ZECzWNk8VUuHMNBBhHgij6ucvVUwV0gkWKw1x5z
c+b1axDFO67PlvWrp6+CxSrMoNHQaupJGLAT+aB8wzbCgDjP8Bc8RlqNE/z+a7Q+jwAH/0hDQ39S
k6tYglI3hYX9Pn0CSCboAM8P5A6OgZOY2jq60ycoRpSG3nx3R7Drh69LmtFwplDMSyfwxTpXOvP3
CfNS+o4lRN9WACifd+QMbs1nAMDdso18oSGPGbni/mmGzU2ymC2kwRtTeBEuFcw5zYkdNULVo0So
0Nq4V/WkdQ8RQpStZNrkeEurUkvWs6fXunsNYpubRIJbBHhk8l8JhqtxOlcBlq9RbyjEqMNfXU2i
y5VYETRxXX1NETCR+ApPHfZIekMXdQKTK/ECVRjx2iwD1Aw0ecNpl99EstScc9gXSXK3WkLpv3hk
p9YqGwRfrDpcx4l32xUtYE8KpFP2q39yhKoldU4NntR/pdQfdUspQynV6zzrWEHJnnO3Dzz0ILiK
shfa9uCEikQp/2BRldQzR4vdqaA3ufq16woTOqtOH2F6Xg8UY4H+lSU99AC69aulr5kuY7Olj+Ka
0RxCCK8kIrN0jBRNlQvq6WpTvoXqps19iEXKehiNxYf8f8rcK8IOxnTFz2OcGCOdg86a7OEznzJN
gbo6LaETy7KOCle+Z6xFkk2DOA5nKjRKX9YxixYl6xKnONqWPNnZ6hVmaz8zbaN+cBgmvQjNbpB4
XT2tIgI7J7E+q3P27hYJGWa+uffaKadvh4s48YM4ewhTgOypYo3HAXLS+tjZ2srg2pSFIYVlgL6n
DlVS5AwQ7WtKORbjnlKqO44ZdFFVUwl+QL8z+wT94AqsmvUJTl6w84J06vdS/yPdSz2gaZcTWIsZ
q1iRIape9JpEqVVkNvohPUg9xFlQRqY04SHKfkz3Z0WxqjpeKslarqW63ina9+dh8cRDks4yVO95
KicpHsv5TIOoYtW6KmhVP6InYww1tvMA1xI9CTHeq7/w465qEk3/pLnrLZwTjZSR2dYmsq8g44FR
itOHdp6+ocE1oC30/qZARFkqInxdLE8U3/rlnwgVI9gBcmGE9IhQCgOs56S5ajgq8qDmvJ8eiEOx
L45igfixqqziqRmj+2mNk/VFWMecDCyqWdRMw42dgMezaB3eLHY7/+sHQaEiZocEfGoYt6X1bJnY
KODOPPsgiqNSFPnllLAKLfHDgsi9NX5I56X5sVUpakv4eL+uXJovOcLfe8rdRwx0NwBStBoDlHH2
PE/yYpetNacSsANmSHg65lOFsaxvxZKpo5dGcfoThH1piNT9nUhO3+ff/hZr+Az802/aGRjB5P2c
0IG3jt3dKpVvcMSHgCW8aNUoegymHAX1MFOWkS3F4PqIKcTpwdTPg2sLqvX3uIoJ/n1Q1h3T067b
Een0alpSRRYdiqT5cXAfgg+9mK7Skkfe34OUQCIc/voEnzgt3U4rmEbn3fswy4Lb0P/5KlyF/iKE
P1ISgiTFvifJVazyxfRO8/diJlbrQWYEMh8bBx8acwfx/bTA5YjGviVUG9Hpo/aGeVbs+pxYqr6x
aiEM4PhVZMRA4ORxh4LB+11aULQYbi0gNA+j2Nd+zmrK/9nGlkNJVB0p2MYKgq56Eu2wzlwfGeqz
IcoEwIJOFJl9+ebQcmSWFTiAiht2RVWffRDGMz+5KW+9RUhinEe7P0C8CgTVj1DgyoI71o7Vk+qb
aJtkPjynmmR1iEsJnfouaYOPcVWcUFCgS0vM0M2gfKJ2RsJZEM8K8ywRMyD2/yhWUctv2f6lHIzl
4idHwV8O7ODm2iOEQ7MRxfdtIOXe5zW2iCkDfbj8gJjr0bPJ9WhT+R3X7KyAG3j9szNJJEL+SG5Q
fEtplPtedV9gD/QFdku2lmkYvdpvRoOA7/Kz950f/fSHmHcaoijqgReCEdAtK40mCqeeQuHEap/B
vol+v15uX5FeWWNN2382zud5EC2IqrvGaKhFO+ub/Ne4Iw9kbWnyAjDyiDh3419scuZsdKWekola
sac/sSNFMrKdw0+PqxQ+x6Jg56WE8hfRNRoIw7xqqpUAO2Lb+PD6ZvI3zAXUdy4d0ddychDzjynV
p7hMcLrFqwamt3k4MgMWl2tFlitj9BSMVMNErMtltl11d96QnLRDBz5WT8r9vo2AwXNSsYmQ+Gw0
j8n3CbkiROsD35TjWofO/AVjkWPnrHmQoU8GQTJ6svzQ4rYcHSVsMXybvMhWwbXJMep4q/W6LENR
ooPlKKRZI0aAbdU0N3sS7baJnlmCd5AGfYJCMPaKgWqhdJN8HqYImW9bvJdxAoNH6INjgU4kiEok
kLmmE07KLscbAKOrU6gYoS09Mffz9Sp7w5j91jXToJFcxD0HqrlxVXo6Oa3bWTdFAjjcNEFia6z1
EA1wFc2kGsOWOpKSSYpYyXewzHrTM3rR2sWGqqzv/Kvx0hJPuG6UJCCkxGtUI/tcQ+NeiwEN947Y
brd+Y9+zdRzbSsK+ktKqNAjKWbcSFSjhtWPFUpU4sP1Ld8KTWtnYXEOZVL+xR2Dx7TXKeYJSWvdq
os3q081sSwSspVP/Ha6sfbqKHTyMUoPvcQ1Ok/vllmDuhOw7NE4iTb/eBMTVS5SKsPAAftumacQH
SizchEKCgeK7sWuzICTWSFZp2sWLw1By6K2ecweS+dFxetqvtjvEm4XG4T5i9aSiOlQ/9piM6Rfj
hl5zTv/aZJOB42Rfr6Sy9LesydFDncRNsV4o/cXgnMfIZ+wrRSpcNVttsVuQ1Wg7EfuT0TLmuUa5
DI0wvbGMpnfyKdaZakPYVBs4Ew57VJuJdqeQiymYKyVbk+SuNuDe0D5cOmYa8s7D2iimuEvR4k+j
5Y7p1IGh8OmuPngU3yS6Sor4RT/U6sUdUzlJyjnaiE4iMbLEZzW2u406WR4u9UnP9AMM5Nz3XJgZ
rrBcVTUD07PpGLAtywEbMmfX+5k2Bog+RaRlpBwmm5qkI81GOU2DKBNndsIwKjyFmmuomllymqXS
94m563LhduBqHKHaBEBTwT9qse1lQHPPnZZKoQnZ8Gs1lJ/4AxvQspmnYWDmaRgg0Er0OJJnDFl9
qX6oc3a2Vzk7m3gORTgzxKGiy3uvIxvfirOM3qvqda0vVvEsvIkK4WgO/2oIR6rOz0vDqXFL5zIH
hWhJtbrkaYGE57NcD/tcYX5Ysg+wsZWsZwNTBttdBNfhAhsnFspFHFnqujjP0IWdpconWJPPJG/Z
yAX0aqhS46qAPpkmSTqL4rKujJUh+ZjjeBHdXXoxXUdhTxz2yXNvwBbZGuUNB1SoRB2igCETbsAF
1RAUtIWGOmAMyxtdxdhotQBqXQc6s2LPKtadvogqRTacL9MoSaOcp0xoL5KHWvLWTm0wLaTuPtvT
HO2TRqumDsrMSbjU+R8m4h5d5QfNByhesQMsW6DVeLYAeUty51KGyn52+QwHJZfVx0PPpzp9VFMZ
OKMH3LaKdk9XRZv3p4VShWsk6HuI4y5W2VxA4kCTXXet1aGxDpECHR7ATBxYVU8roiJSbvDAkBtM
sYE1taeGevw3TCPeHPrZBYa4Z2T+8EONbWNM8x4wGukKzC+Eh2ja5gqIqqTGoiciRGZ78qEVIszE
xZ7VqMYsJwki+ZhZzirHtYS7peEZOStm5LAr5EuFsf8DaApE1Q==
`,
  source: `
%% How processes hang together: by links, by monitors, by who spawned whom, or by who
%% waits for whom.
-module(process_graph).
-export([run/2]).

%% Answers #{nodes, edges, truncated}: nodes as process_rows has them, edges as
%% [{From, To, Kind}]; of waits, also #{waiting, cycles, awaited}: how many wait, the
%% rings of processes that wait for each other, and for whom most wait:
%% [{Target, Number, Example}].
run(#{kind := waits, process := none, limit := Limit}, Call) ->
    waits(Limit, Call);
run(#{kind := waits, process := Process, limit := Limit}, Call) ->
    Pid = alive(names:process(Process), Call),
    {Chain, End} = waits:chain(Pid, Call),
    Edges = [{From, To, Mfa} || {From, Mfa, Targets} <- lists:sublist(Chain, Limit), To <- Targets],
    Cycles = case End of
                 cycle ->
                     [_, _, [Back | _]] = tuple_to_list(lists:last(Chain)),
                     [lists:dropwhile(fun(P) -> P =/= Back end, [From || {From, _, _} <- Chain])];
                 open -> []
             end,
    {graph(Pid, Edges, false, #{waiting => length(Chain), cycles => Cycles, awaited => []}, Call), #{}};
run(#{kind := spawns, process := Process, depth := Depth, limit := Limit}, Call) ->
    identity:readable(parent) orelse envelope:refuse(not_known, parent),
    Root = case Process of
               none -> none;
               _ -> alive(names:process(Process), Call)
           end,
    spawns(Root, Depth, Limit, Call);
run(#{kind := Kind, process := Process, depth := Depth, limit := Limit}, Call) ->
    Root = alive(names:process(Process), Call),
    {Edges, Truncated} = around([Root], #{Root => true}, Kind, Depth, Limit, [], Call),
    {graph(Root, Edges, Truncated, #{}, Call), #{}}.

%% ---------------------------------------------------------------------------

alive(Pid, Call) ->
    case sweep:read([Pid], [status], Call) of
        [{Pid, undefined}] -> envelope:refuse(no_such_process, Pid);
        [] -> envelope:refuse(no_answer, Pid);
        _ -> Pid
    end.

%% Rows of the processes here that edges name, the root first.
graph(Root, Edges, Truncated, More, Call) ->
    Named = lists:usort(lists:append([[From, To] || {From, To, _} <- Edges])),
    Here = [Pid || Pid <- Named, is_pid(Pid), node(Pid) =:= node(), Pid =/= Root],
    Shown = [Root || is_pid(Root)] ++ lists:sublist(Here, 150),
    More#{edges => Edges, truncated => Truncated, word_bytes => erlang:system_info(wordsize),
          nodes => process_rows:of_processes(Shown, Call)}.

%% Level by level: Limit processes at most. An edge is shown once, from the one that
%% was found first.
around([], _Seen, _Kind, _Depth, _Limit, Edges, _Call) ->
    {lists:reverse(Edges), false};
around(_Level, _Seen, _Kind, 0, _Limit, Edges, _Call) ->
    {lists:reverse(Edges), false};
around(Level, Seen, Kind, Depth, Limit, Edges, Call) ->
    Found = lists:append([[{Pid, To, How} || {How, To} <- neighbours(Kind, Values)]
                          || {Pid, [_ | _] = Values} <- sweep:read(Level, items(Kind), Call)]),
    {Seen1, Next, Edges1, Full} = add(Found, Seen, [], Edges, Limit),
    case Full of
        true -> {lists:reverse(Edges1), true};
        false -> around(lists:reverse(Next), Seen1, Kind, Depth - 1, Limit, Edges1, Call)
    end.

items(links) -> [links];
items(monitors) -> [monitors, monitored_by].

%% Of a process that knows very many, the first are enough to fill any answer.
neighbours(links, [{links, Links}]) ->
    [{link, To} || To <- lists:sublist(Links, 300)];
neighbours(monitors, [{monitors, Monitors}, {monitored_by, By}]) ->
    [{monitors, To} || {_, To} <- lists:sublist(Monitors, 300)]
        ++ [{monitored_by, To} || To <- lists:sublist(By, 300), is_pid(To)].

add([], Seen, Next, Edges, _Limit) ->
    {Seen, Next, Edges, false};
add(_Found, Seen, Next, Edges, Limit) when length(Edges) >= 2 * Limit ->
    {Seen, Next, Edges, true};
add([{From, To, How} = Edge | Found], Seen, Next, Edges, Limit) ->
    Known = is_map_key(To, Seen),
    Shown = lists:member({To, From, opposite(How)}, Edges),
    if
        Shown -> add(Found, Seen, Next, Edges, Limit);
        Known -> add(Found, Seen, Next, [Edge | Edges], Limit);
        map_size(Seen) >= Limit -> {Seen, Next, Edges, true};
        is_pid(To), node(To) =:= node() -> add(Found, Seen#{To => true}, [To | Next], [Edge | Edges], Limit);
        true -> add(Found, Seen#{To => true}, Next, [Edge | Edges], Limit)
    end.

opposite(link) -> link;
opposite(monitors) -> monitored_by;
opposite(monitored_by) -> monitors.

%% ---------------------------------------------------------------------------

%% Who spawned whom: a table of ours has {Parent, Child} of all processes.
spawns(Root, Depth, Limit, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Table = ets:new(spawns, [duplicate_bag, public]),
    {_, Cost} = sweep:again(#{item => parent, pick => family(Table), step => fun(_, none) -> none end,
                              report => fun(_, _) -> ok end}, none, Everyone, Call),
    Roots = case Root of
                none -> [Pid || {_, Pid} <- ets:lookup(Table, undefined)];
                _ -> [Root]
            end,
    Level = [{none, Pid} || Pid <- lists:sublist(Roots, Limit)],
    {Edges, Counts, Truncated} = below(Level, Table, Depth, Limit, [], []),
    Nodes = lists:sublist([Pid || {_, Pid} <- Level], 100),
    Orphans = case Root of none -> orphans(Table, Call); _ -> [] end,
    Shown = graph(none, [{From, To, spawned} || {From, To} <- Edges], Truncated, #{}, Call),
    {Shown#{total => Total, roots => Nodes, children => Counts, orphans => Orphans}, Cost}.

%% Runs in the workers.
family(Table) ->
    fun(Pids, Values, _) ->
            Rows = lists:zip(Values, Pids),
            Spec = [{{{parent, '\$1'}, '\$2'}, [], [{{'\$1', '\$2'}}]}],
            ets:insert(Table, ets:match_spec_run(Rows, ets:match_spec_compile(Spec))),
            none
    end.

%% {Edges, [{Pid, Number of children}], Truncated}: of a parent of many, some.
below([], _Table, _Depth, _Limit, Edges, Counts) ->
    {lists:reverse(Edges), Counts, false};
below(Level, Table, Depth, Limit, Edges, Counts) ->
    Counted = [{Pid, ets:select_count(Table, [{{Pid, '_'}, [], [true]}])} || {_, Pid} <- Level],
    Room = Limit - length(Edges),
    Each = erlang:max(3, Room div length(Level)),
    Next = case Depth of
               0 -> [];
               _ -> lists:append([some(Table, Pid, Each) || {Pid, Number} <- Counted, Number > 0])
           end,
    Kept = lists:sublist(Next, erlang:max(0, Room)),
    Counts1 = [Count || {_, Number} = Count <- Counted, Number > 0] ++ Counts,
    case length(Kept) < length(Next) of
        true -> {lists:reverse(Edges, Kept), Counts1, true};
        false -> below(Kept, Table, Depth - 1, Limit, lists:reverse(Kept, Edges), Counts1)
    end.

some(Table, Pid, Each) ->
    case ets:select(Table, [{{Pid, '\$1'}, [], ['\$1']}], Each) of
        '\$end_of_table' -> [];
        {Pids, _} -> [{Pid, Child} || Child <- lists:sublist(Pids, Each)]
    end.

%% Parents that have ended and have left most children: [{Parent, Number}].
orphans(Table, #{until := Until} = Call) ->
    Ask = fun() ->
                  Parents = keys(ets:first(Table), Table, Until - 500, 100000),
                  [Pid || Pid <- Parents, is_pid(Pid), node(Pid) =:= node(), not is_process_alive(Pid)]
          end,
    case worker:one(Ask, erlang:max(1, Until - envelope:now_ms() - 300), Call) of
        {ok, Gone} ->
            Counted = [{-ets:select_count(Table, [{{Pid, '_'}, [], [true]}]), Pid}
                       || Pid <- lists:sublist(Gone, 5000)],
            [{Pid, -Number} || {Number, Pid} <- lists:sublist(lists:sort(Counted), 10)];
        _ ->
            []
    end.

keys('\$end_of_table', _Table, _Until, _Most) ->
    [];
keys(_Key, _Table, _Until, 0) ->
    [];
keys(Key, Table, Until, Most) ->
    case Most rem 1000 =:= 0 andalso envelope:now_ms() > Until of
        true -> [];
        false -> [Key | keys(ets:next(Table, Key), Table, Until, Most - 1)]
    end.

%% ---------------------------------------------------------------------------

%% Who waits for whom on the whole node.
waits(Limit, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Functions = waits:functions(),
    Items = waits:items(),
    Answer = fun({Rows, Number}) -> waits(Rows, Number, Total, Limit, Call) end,
    {State, Cost} = sweep:again(#{item => current_function, pick => waiting(Functions, Items),
                                  hint => fun(_) -> none end,
                                  step => fun(Picked, {Rows, Number}) ->
                                                  {keep(Picked, Rows, Number), Number + length(Picked)}
                                          end,
                                  report => fun(State, Cost) -> envelope:report(Answer(State), Cost, Call) end},
                                {[], 0}, Everyone, Call),
    {Answer(State), Cost}.

%% Runs in the workers: what those that wait say of themselves.
waiting(Functions, Items) ->
    fun(Pids, Values, _) ->
            Spec = [{{{'_', Function}, '\$1'}, [], ['\$1']} || Function <- Functions],
            Waiting = ets:match_spec_run(lists:zip(Values, Pids), ets:match_spec_compile(Spec)),
            lists:zip(Waiting, lists:zipwith(fun erlang:process_info/2, Waiting,
                                             lists:duplicate(length(Waiting), Items)))
    end.

%% A hundred thousand that wait are enough to see for whom.
keep(Picked, Rows, Number) when Number < 100000 -> Picked ++ Rows;
keep(_Picked, Rows, _Number) -> Rows.

waits(Rows, Number, Total, Limit, Call) ->
    Edges = waits:edges(Rows, Call),
    Single = maps:from_list([{From, To} || {From, _, [To | _]} <- Edges]),
    Cycles = cycles(rings(Single, 60), []),
    Groups = selection:keyed([{To, {From, Mfa}} || {From, Mfa, Targets} <- Edges, To <- Targets],
                             [{{'\$1', '\$2'}, [], ['\$1' | '\$2']}]),
    Awaited = lists:sublist(lists:sort([{-length(By), To, hd(By)} || {To, By} <- maps:to_list(Groups)]), Limit),
    InRings = maps:from_list([{Pid, true} || Pid <- lists:append(Cycles)]),
    Shown = [{From, To, Mfa} || {From, Mfa, [To | _]} <- Edges, is_map_key(From, InRings)]
        ++ [{From, To, Mfa} || {_, To, {From, Mfa}} <- Awaited, not is_map_key(From, InRings)],
    graph(none, lists:sublist(Shown, 2 * Limit), length(Shown) > 2 * Limit,
          #{total => Total, waiting => Number, cycles => lists:sublist([lists:sublist(C, 20) || C <- Cycles], Limit),
            awaited => [{To, -N, From} || {N, To, {From, _}} <- Awaited]}, Call).

%% Without those that nobody waits for, again and again, until rings are left.
rings(Edges, 0) ->
    Edges;
rings(Edges, Steps) ->
    case maps:with(maps:values(Edges), Edges) of
        Fewer when map_size(Fewer) =:= map_size(Edges) -> Edges;
        Fewer -> rings(Fewer, Steps - 1)
    end.

cycles(Edges, Cycles) ->
    case maps:next(maps:iterator(Edges)) of
        none -> Cycles;
        {Pid, _, _} ->
            Path = follow(Pid, Edges, []),
            Ring = case maps:find(lists:last(Path), Edges) of
                       {ok, Back} -> lists:dropwhile(fun(P) -> P =/= Back end, Path);
                       error -> []
                   end,
            cycles(maps:without(Path, Edges), case Ring of [] -> Cycles; _ -> [Ring | Cycles] end)
    end.

follow(Pid, Edges, Path) ->
    case is_map_key(Pid, Edges) andalso not lists:member(Pid, Path) andalso length(Path) < 1000 of
        true -> follow(maps:get(Pid, Edges), Edges, [Pid | Path]);
        false -> lists:reverse(Path)
    end.
`,
};
