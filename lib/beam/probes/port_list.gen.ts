// Made by scripts/gen_probes from port_list.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What port_list.erl becomes on its way to a node. */
export const port_list: CompiledProbe = {
  name: "port_list",
  library: [
    "bulk",
    "cut",
    "envelope",
    "guard",
    "names",
    "outlets",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:++/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:integer_to_list/1",
    "erlang:is_integer/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:port_info/2",
    "erlang:ports/0",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:ref_to_list/1",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "inet:getstat/2",
    "inet:ntoa/1",
    "inet:peername/1",
    "inet:sockname/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:takewhile/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:to_list/1",
    "socket:info/1",
    "socket:peername/1",
    "socket:sockname/1",
    "socket:which_sockets/0",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAQTseNrtXVuT49ZxHt6GO6uVVrYVK3EutmMlTrzeaAiAQ47iVZzEjisvSaqSUlyVSrGw5OEQ
GAzAAOBSq4c85zE/wT/Hj/kB+QP5C34KQPByLt3nBoCzdlkv2iEJnFufPn26v/561dsO8s06Iv5F
dHFx8bNVb9tbbmL/YtXdDueRv8lIVn7RWQ22l9Xf1S975S/f+Kl/se38+PTv7hej8o8Hf139rL/q
b58Xf82WAYkWM/KlP8+Ll/e2fT9PHooHhlmyzGcP2ekVvS9G18qnVn66YJ7qfnGjeujpihTfbpN0
wbbmqB58sk6Tu5RkTHPTMAzLEV4VT/fnfhQxjzwrHpkXT8yWkX9X/qxLfXmVp0Vr5Msgpz7s5+mG
hMXLBg9+Pl/t3nbq44hqBWpvSCLyQOL80NQwiHNyR4qn/S69UmG1mPQnYJPdLxz7FnvqFoEZu0uT
zXpWSOKCpNVLrTvQt+lAPyPRMsSm4xZ85smDf09mKVlij3my3eBnWTJn3vfePCnEM4iLP1NJJ1Wv
uSp6RFISzwk/BOljg02cB1Gx07vJupyoF5wISrao+DJ0t2FT5YIDvsrW/jaeJevjOqv1U7hfcnAC
y213kAha9XWx1TaUvYEge3JVeZSUsPxv11oSZ2yfoyC+Z77hO05pqiBJg/wt9VkvSrb0e61HdimM
rAuPrFrl7rYXB8XLufVG53xC/zEO7fs5VPfzuCOfKPeEn92TlFeM0kf6r5PFW16yH3W/Coej+K7L
yM9JlgMLRP/do59Y+kFEFtQnH+R+ekfyWR48kGRTvqv3utBlxX48znmoo7vWSVq8JKnWvdzQzLlb
9YszRzrCScqr/WLhQtlTg6UfZdRjx7fFSUzU3R7cbQqThH9OYwUXSXbaKqF8g/T3s8jslIOukzb0
7CGbJfGsWqCTxLxs0axgZHGn23RtS/ZFgjLvby9T8pDkhBXgwmrw4ztaHB+SOMmTOJjvJJJf2Pce
gigKMlKoxUXN3nXlKu642qUeZ4zIUSi3HoN4mfC2kGAM8A2E1Mbpb7vRnDPsDi98ckfiYilzwht+
zBEFNXwZZLN1sAB2WIjsTvrwglrqzDQ37GmrIBu1ETnbzx2wIbarQlEHmdB48dI0VKqmq2K/k2UQ
k4XMRkEbCeIgD0PJMEqJCqHPDGYFNVcYwXAP7Vxue3n6ll5nK3XyRN9sgvsBTAqqSdmjMTxNmezs
o3dyN7nntjHwwq6qT/RpOshXabKV/GBY2AjFmxaM7meOh5DdTlqDsmhhf46HOqNj70HHI7xmR0XL
4/1CYb4ms3nqZ6viC2spvFJKISpT7AhD5r2vi9/+nLGCQqMt2UVvEPjkHafmwf9ytruLZcFXxOw6
2j88Qh8H8ifui0OVt8WUxglJ0ySdRcnd3c7UZk0y1dMfB/E82izILFv5KVnMSpMzDUgmWoTWM85e
WPWdW+LlYaR6RLg8KL1T8OVhrOxbdXnghZbWYoeZKRTDnARvyOHKZKDW+j/9+d//C6+80T005jQ7
ZPsZ7een+qeKyw2+9iiP2qrcEuWB3/5g7BXos0qBVl1FLm4Nzw/j+XiHp+Z8ZwtzlshOjyaXYqRa
CsR3Rj9TowM7VyJkDrTp/jGcO0Y/HQWl8lPwGqum5/o9a4XV3oRBXocbwOsgnjEnpxIzR9ZzPiy2
Yk7mOWuUti4x1i9+pr+aE/4GoZqkAb2nfvKP//oP9C7i5mzOxa5uz7vj7AVo71Wz7tn7JrdKlYep
X/SUtip7dyQXXDyVQ49by4Nj38x/VUzal8CYLmj3HXOras2XF0p8UIczoYvZP7srQdje2d7EsgGK
6ka409dwoRyvDAOl/X8fxAujsHY/Y46h4kBV2/5R8BDkvPDIH0m2MX2VKZpxlTeTbTGWZMtF953r
EPAZPsEi37dQGKBsXels6/nxW9FNuPtU5gmc1daHHxgEytwwRIP+jui+LX3ph6sn4r/17Dv+3MR0
4nqAesB73MEE3fZKKzBsCvDwoZmhTbubrdv8mn6bN1yc86DNL5OUlO6Ow9+9V5+94nYCK8XyXzIz
qxOBLX45Zf6qY1N+XZiPAboFxpzQM7pCWCAIOjChNgo+ugkXkoLjIPrPK0+eQs1mOXP0fBWsVbPu
wCGhp0EZDdpNL6ewyp6hsJWReSeH2eZ1+Zl4k9F7PCVvSJoRvaid8PjuNBPumBP2zjtFVabX5HiN
JP4bSiNYVOXXh0nCRRDRnvS/ReXpaE1XLZjLRwqFd9BN3RcvbIfe1R2uFzbVhM3Mh3gkyAHj+Udj
8FLl2h7u1oxxOtE2K4nv8pWoDRwlWOEyC4qHERyAbgu6v9/FjVSgD9BSHClRK4PSWs7OuGkpvIXx
nmUsnsLMFLasatV2JngmiBQEGRvMk02xwOBXlSUPffV099Us9h/IMdB+nAMwhO9CH+/hgRDgzOSC
1sO8hKXiOqHLDv8y2u2M+wzSKMrV6KfJtobk/Y4geX0tmOAtd3diYooNx/hHutib4SYO5smCUB99
VJw1aXEhLAR2lidVUO6tJpInSGZR8JpxyidpoQoPPb/M8jSI7/yL+4v+f17nawxdQomwGjr5Xtnh
bCbcjEcUklEyxV3tKXaZM0DXBSbiXAQ164aWfehp90E/KinEMUcaAUnOdebV96d/U3+bOZKoCOfB
ri8EnpkQUKBIXBAocIpSEhoBurhhjVHQSswa4tfPSLwQQgaODOSy9tM88CN0sV0Yg30VJ8VncRl8
QL7ONtm66A2tLerLyRjDHnTt9Ib5tg25HVnTN2YQEhmDgQPvXQscjNjzofbKtqGNgbCEHazEhcSh
hn7+2FI/j4Utay0p1dSAJsRYCMo1kx7HgRe7GilYQApQW8kyhkv4u4olBF/3kMRBnqT8cQMFK51Q
Nn+wtj683zpppr8K7lahlS7vKo7a4zVnHSxg7AUGqaWM1dJhVdrVRxQ29KsPKqu7/N3BwdURUo60
0LMMUnWH1qOP5df+wk/vmo0p/55SAR9e8jxOZtlmvpodZIdWx6Ht6vR3l2AA3AEjxA1H9y39QIu7
H7wc9L37CJcEDLA/CkG4uLQxR9XYsGwM8uI65xSL9+Mkn/mAUNji81vr6bODAO9EzrrB3zdAsei5
4iMfUBquArzcV+24UwgriuhZFvxUpQxlsHrPkvk9yalV1W30snpS1q79y/vLICLSIZU/MHgxGJJG
5onJIQNXpqcyUrg3ip6gnixSbXp3q1rBQhNj+43wBzUBI+JG+CpYu6JHskaG/B8qzV7kHGIDpFwC
WWuduNpffencELEnIWpt9STmRPeTkcYxfPo1GFMBO3p6pnTZKJ2BHWUnqU6gr2fznqGgdK8pnMMf
6RsREy4eaBTD4HOJJ3jSwFh9ARbUrKhmuhoMAYZz9W31PVPzptTFdOCNWgdWQ6aNlO0qKA7+/VQ0
hii4sXhRcUfmLo2FeBT/mOdBEksH0S+zVNnp7nBAkspeYCDtg/+F9Bif7e1qJdKhHst94wdxV2/H
MTDSOvErDD7Hw7Rs39uf52nEO5ZhB7E+0AV0TYWYR7yaYy1EHX2d1rVFKpNJVBJ9HAJi4aRhA4ws
KOfQf3TnT7QPPpmr/cP5Jk0L7TWjNh12Hn1QzsosKO4NJH3D5Mwx2O+y5+wphpyD9DknnmRKSe0R
Rpd8sJukWbYm81m6iS2BRDpgqevQtG9fp/o2Tx7WxTyCeKpQGzR32xSG8Dv65/lIu3cuCzmw7tx3
1YA+g7zSICcPUtFXvWAdzO8F4JcilzUna+XhJtxSSvwSh5VXwTROiUHGqaYzmBGBjuzRpiweuFcf
dhWUgLm62kvHH1vCX28ND6cDZE3p0t37f7lMDMY2txzq93QjFnuEvKhkT52DFlJK1qB9hR/uKOv8
BxDOAeOGK986/wLtg7qwAkmuaO7T+s1p7pR9xrf2PA6wecxTf7ksbHTu/sPk40BZ0yJI64SispK7
T/RPhzGyqZpwrvyJfUobN22iDWi6CAg4bL8Gg+ZBr5ZUit5jTDeTtx9CwFgOMdI4DWSNvkMQRzNQ
d2E8boMKi9qzOYrhSG2NeMCfGngl21IMdbyFn5iErEIWFe0JrE7n5B/bmRkqXQOR0/BaZqSp6S1H
9H19LMRUvnlYNdsAz8zYxDGntUEHyyRaRDW2p4cgVUUcyEjKkEe9kCJSbACzzHeRXxfOYxbSWF4J
FeaZk3CUiVUCmYehQS9LwdOZ+SGGbnANSZYkSC19F7UDpQx4h9iZVsam3vbZgHlS49Ao/O+F7F0A
hBvFyYJAT6I/Ds0X8WqZJg/UMmpInSeCJIykTnaNBJM33PNeHw+mF397fJ6Su2KeSEl1xSZq8JdI
fdHXSz2YAmnbaET4GtoIt9ZJX+UZLnOANREj+jNde5W/cDihVk5ON1jA9M67lP8aqTrgo2/8aAN/
dbxOgc/9x4Ygz10+FBs5fQs/FhXHaQQPb02QMRydFGBryU5nyfKQrFf6z/VtWS+EoaE3SOLTqPHE
J24PsjpI7ICHfI5lajnw+Cagx8LaFBq3YFG5LCMWG/XS8oA0IsV9dA/yIqwZdsed+Z42xeYNT78s
BAXwVhw+87oRwAyfi96OKwFQzTUCTy1e5Th9qzuAlnpxUO2SboT1TAq924MbyqjpDliA/S3tuxjj
UHH7KZrKylllqSu7NUi1Kn0jBarTExqXGYuRZnZW491oEIj9TW14f5spNmg2HlRDo3EZlWUDIvzn
kIyOJBH9nr9YSN7LBwHrm/Z4uuP4JLTs9umZpAnwA/JgpkS9mepiG+BqzwhIFmF7GSxycnzBdPIU
iLgOoKpqb9MfWO6mcVhPGzkKbXTTrDaqMczm07ccGVlqReiu2iUQ5/pIOHgtc4/wWglUnoOK+Rok
fUBTQuulxbzQSGEAesPY1/LSMBUirqYQfsvk+hhagxeFhBntqhRcrk73TCkv9edFXcaiiWiGUzea
sSegoGcxSrYkLZcIqmJybg4u0H/PxkMkBWDgmi9PT37HGkftD7WjoBScsPw/SyLSxXAk/U2+nIZC
jihboa0hGg9evaJpPdaniT3a0ogCzhgiqTiW9I1QVyeiZylqLxuA/GMVjjqNIRJ0cYhXO+YMEWnf
NeMwFrp1tShOomBeKAGc4xfj9XJC/aj/qE7KIEX48ySfr2cl1Ew0ak5fmbxvs0Dfd/zK4H1X2TzH
Xkh9Z5z5B0Dlmr4Eeqo4p8L8st+qf6HhY5DxO+GD0CTusav/ouSWYMq54pQGcrza1FR/92KyFXjJ
sy0ha9hLvS5tjTlWrxNxmYNRSgldBSUk0MtvzsNV8alC0I6slS9fWmS0Xu3vvyQL9SYFAxlMmUwZ
vfKpt1B4vt517Nv6fpEbPr3r+x+KBAXdGlehCcRUMDEl8uZZLHjdWqbinxZRXo7zVoKxpy4KScre
7qc6uAX0qm2gwgZaeJYJis13ZHlWOrckrfy1VSE0QufM7bJbQDpuQ5QWeYqXUu0pE0n4LivL++6m
yaiE8JO1nwc77iXrzXutfxl3hHkyoCfM8kJoBd2j5qI2GsxIl06ck+EphulrGmpK/fpX9g05Jhnd
oRrfZNUJ1wRPbH+V1knjUdFB8QAtSxYcJ9QqPquRioI6ruqb6lN+eS33K1f2r2Ky17dGx9oQW7Tt
epVwaGDM+Tf3P+HVOq7NuL0POZDMmpodI+N36xgZhdpHp3F55pl1YfZjqqhp4IeniHZUNWJss5qF
hkKNUbHZrCbAeTgBk+brl/y4SUPhtoYf2VMaBOjROBVkiDmLqEZ+iX3RAVwPR9LzVk5+it1JJ0/L
BnPNr4wSgT2pVXoLvoFQoRnkRjTBfCNsrZRSFO/JW2VrDRI74gFcdot1Xkh+rE9ktivhIKrF4xf1
g923hnYBUquqa0s0dIOUS6iVwzk2Kw9qXprLlFcJT9nmBy2teiP2xjXtjQvS/Bh1xkYr8IoILh2D
41VHBmXZjblwRgoXlRYbQUrmb2YJW7fUC/WeLRnO+WenIXsgNGGD1MgJvzFw34tzAn57HDXk4x8L
gaVHFpmetsgMgni9yQU4Ifbzy2STc7+fNgXIPheDIT/kx6EwFGYS4C80lyO3TdVjWCjkya7kT1Ug
yKBOwFVK/MXs9VvOiad67Ok2LS6wwnPTMGyMxc77jYn9t0auV5mXIv0ZI9Q6gnwNfMtxnLBJ5aZK
8VogG8Iti7DZ3COXt/95U9loLMz7OBoa4bJcG2XkIDTfXcMikRwMTe+RkXh1eWlwdbGk7jG/wPS1
yrtODIJbUwg35xpdZnTlZGLGoe6iHoAbmEHTUyJAqxQkcSGe7j6fZcFXRIph3ycPASt5+EKL49ku
T7wJ03fapgGCBaZ4Hc6oPCFu34zyG6vMFVHHa8XssUiIYW0BqTZoRUlPGkgKAFLlZI4S+K7umDpK
HM26ktdn8ZSMcU+Ji4+3YzheTU8JUPKa5bYVu+OZdsfTdpXgvdkfSbWYqSry3XcRKes2Yy3jdX9Y
wmtRnZ7XCeXIbl1A4dpTprnVkk1MvJjqENkht73dvlSZ6KHN1kcT25tKTveYUZ92qNa17cB9eXJf
FRphX7kAu7hxDDp1WyyXUNmihYfDUK779WrYTPXFeqpRL7miX7Duza1+b27ryvVUEhmt4+JzH6dI
idsUh4GJh69abkk3NJ0h3m91eVu63Gtfl++NPGvVKvrg1Oq8bDNsuFGlRt81GoZt1CYcfsLbtHD1
NioL7VCRkK/0fQjtUDkyw+/986myhh5VkphOFeer3A8iQIb7cMnElCzRSohOGEoqxMnwj7XAftq5
6wdgMpBJQL4McnlK5H0xSzU08GcmKfd1i32ObMIHw2WSEn++0i96CpXCBFKCpRQUKs9qnWKsRdNz
KulKUCqesvBpA1SFBgvv4iGJinuhcQaDPXLLnLwAzrllS66qQ/78NH58KrVabMgsLzTdrPxKI1m5
Vg1WxKde1yPwwih5oE1qDaZ4gHlefn8ZVAXiu80m9bOYaYafZxgnOw3SOP+mqwxGGq3xX+rnVIzE
xB8RFfn64mL4Pxhi0jGBUp5USMvZ5T00MHEmZDkK6JfTMBp140f6ahyKNuJITEeowV6zp68sq8go
613c6Pr8u3LZgkT1FiTDUUTTaxJ6i04dvQ2Bh6A8MGihR9o3qWFjfG625Iy2ef4LHRJgNY2BZ1xE
7DKIM5LmILRcJyLF0madEhl0pn7cFHbqU/3QJYC5VpFCCUMANaopx8RYl1KiY3qH6zVf/0SjWsyj
VzPtAMSCzCb7xn9J5M08e4t5d+eHJ6n4AX+HP3eNEJnJMZDnVoPJILdciUil20DehqzCJJptvi9o
ipXtdLRcc2ouED1K4ilXqMC2uuRllCT3mzVUthRX6o1mG2uUDhCHaznxdlLRBWSSj0obrn7nDNnb
TU4NXjT0VijeapfRNlz7aR74kVB2rsm9DqbG7KHbdt2m6lNCtRV0ZKFn7iYTi7UaidBfGRCAj9SG
on3aYhlUaqFWmqd/GZfcv5//Artm/8owldFDi3O3dhijaDPqokEl+B8D2Z+/khUdFD3nbDWSblPR
UrcO3wZSuf0dMTdNzkOsnjav16nrAJQXucf0MBKM2YofgfBkHhXEw38NmYPegSmTEPU0eRPqmNVy
FvO6R6pHhtncj+Odocp5ReR4jgoKShuO8mbE83mw9KOSbLvGbB1npqe0D07DxJh/gNN5P0icX0hq
iMDoW6zP4px97ch+NVP3Xjrl+uJwFSczP862JIUwfvW4rvBqOMje2uvgxoyFcajBPKwvUydGDx7k
K31MoA5RypTAcjUJoYOqnknwY5Oaomr74BayDzqf895aEeTel6dU2Aztr/Udm56edTmV4EsAKAqa
tt4aR2dN7//f6Psjx8hFe4eGVlZ+4vFU5v6sIIYz6FgAn0iT5EorkZ4InYN4tiLFL7ZJushQu+cZ
Jzfh+aqw6ninMWapGlbV3woicqkhIsLd2cOtxBGHXXAaSjG6ERl+9OxPUYices6Jhm1F4+kpk8Je
kxShKReIAA6czvC3B4Zm8NsT3TJDp/pb0vKWSMt5TPrwjuSlQfSbR1g+sMVVVqS2KDlEBSTmr3Y1
ReonZo6JWiMz4B24XPoPQfQWwlHLDdPCAl79Os+RHm2U28CofmpZLMk9oxj0/cUilVwXIQHgvNfv
+FRpUBg2Dd/m8jFg7HbDW8Rckef+Pdmu9tVFLHG7IxAnyOMti3tQOYTvhGLE991bPCGP5TRKHH6v
R+MgjUE1N/SOLb3FcS3ZuoOdWhXqRlb1MpWwCHwtYEi+I0DyG3FwjYBsbwGbM+W581riDlawatQg
9Pk72wLAU3vyCfnNn0Wy/DcWgxi1F9DRY+BrxcljV6xDJIwGSoLqF0NoDIrECUZYt3rbpb9ek3jB
FmCzXpOf6Ts9cLj4DQpZdcx4yfj3NkU/6PEQ3SaOFxdTdV3ryj1KXjTKccfOk9xP0ETeEA5np9Nb
4CtzPwrie/jCrJsLAxnkGjktIHmMhxzKqNGU+gFXRrWqlgK6BzYxNlrpeS7rQH9RmERCxVl5jpYW
/+c6DZI0yOmLci9KtiGSPGmkWi4NM4/V3X3/6LsuaaMaKRHDu8M5fUcN5/+YLE57/aEHe2dNHw8z
XrutG6/aIkntSzZz4zHN61P0N2z0RIcp67wWzTHTJF1HlqRLOzwJl0Cr8JkPltEmW1EZoPBkN319
c+VVdUd1q+BKMo+kTrWaqeUm/mXhNlSDAlLK08ZlwbKmk0kiM5dofpZEHk+AFfDdk3ZXGLs0GMm5
LMJa087KHD/nvV+jObdI87o5T0/detIhN10xFEAziDBjB4oOxWp751VTukmRanAksKhdIduQpEHM
T20bfC70V1YytW1YkVA60jryLakAgyQX7SfCIAzEV8Ny1GGgfV0nehfLDJCxLT/u/uiw5zLVO1O0
0xnlw3TPG1KfhJIb9GlthNSwydkrqD/bX05URdQn+EE/lvqlhDLmlxb7qFKdmkVxubSyidlpdKwh
hmMP9TcwAH11bADSt5ijDCk6qNsxQCwPJXIkADYn1B4DXN3p1nAziQbqJRrnuDHzh01DLCNVyJAb
61dOZuqSGMk/eDTeoNYEgBanf2og9kI1XvvsMAGtX6W5oa7es8GlHQ24tKeGS3to3QfbGqCHGUNW
n51Ie5DkqDZIUnMfVnaWLJVBBj9tAjJolDqo36tzgkSHmziYJwtCffTRDrMxL+vZQKyCZkROg6ww
b4hgg4ykRU5+KTvre7a0VsCW67367BUM6tjpy50nHXY1Ub190t5cAwyOnX8z4G7kcaH9OE98aEBI
Y91//wxs7fTG5/t5kPA7SugdH3vp+m0vXdsL1HmU9VHVkTHFZ/WUVE+evR/D1cgCa8NTDhFVApSI
reFyHs357mqTu/S0T/qpsmQWck/jcudGYAVm9vfN9wkMkWv0y+AO4BmYTSMTG6ry3jSDWuPBGI5o
oR/U+9CPF36UJSfr+EfnISO6QfGs46PyUfutKlP20WgiMXc7knzP52iz8CnhBiHFirFgEreiKP1/
LMco+g==
`,
  source: `
%% The ports, sockets and files of a node that are first by traffic, queue or
%% memory, and whose they are.
-module(port_list).
-export([run/2]).

%% Answers #{matched, silent, window_ms, kinds, owners, rows}; silent are those that
%% did not answer in time.
run(#{kind := Kind, sort := Sort, limit := Limit, owner := Owner, window_ms := WindowMs}, Call) ->
    Wanted = case Owner of any -> any; _ -> names:process(Owner) end,
    Outlets = [Outlet || Family <- families(Kind),
                         {_, K, O} = Outlet <- outlets:found(Family, Call),
                         is_wanted(Kind, K), Wanted =:= any orelse Wanted =:= O],
    {Values, Took} = measured(Sort, Outlets, WindowMs, Call),
    Known = [{Value, Outlet} || {Value, Outlet} <- lists:zip(Values, Outlets), is_integer(Value)],
    Best = lists:sublist(lists:reverse(lists:sort(Known)), Limit),
    Owners = lists:sublist(bulk:count([O || {_, _, O} <- Outlets]), Limit),
    Names = names_of([O || {_, O} <- Owners] ++ [O || {_, {_, _, O}} <- Best], Call),
    {#{matched => length(Outlets), silent => length(Outlets) - length(Known),
       window_ms => Took,
       kinds => bulk:count([K || {_, K, _} <- Outlets]),
       owners => {[count, owner, owner_name],
                  [[Count, O, maps:get(O, Names, [])] || {Count, O} <- Owners]},
       rows => rows(Best, Names, Call)}, #{}}.

%% ---------------------------------------------------------------------------

families(all) -> [ports, sockets];
families(socket) -> [sockets];
families(file) -> [files];
families(_) -> [ports].

is_wanted(program, Kind) -> Kind =:= program;
is_wanted(inet, Kind) -> Kind =/= program;
is_wanted(_, _) -> true.

%% {Values to sort by, ms between two samples}.
measured(traffic, Outlets, 0, Call) ->
    {[sum(Bytes) || Bytes <- outlets:traffic(Outlets, Call)], 0};
measured(traffic, Outlets, WindowMs, Call) ->
    Start = envelope:now_ms(),
    Before = outlets:traffic(Outlets, Call),
    receive after WindowMs -> ok end,
    After = outlets:traffic(Outlets, Call),
    {lists:zipwith(fun(A, B) -> difference(sum(A), sum(B)) end, Before, After),
     envelope:now_ms() - Start};
measured(Sort, Outlets, _WindowMs, Call) ->
    {outlets:values(Sort, Outlets, Call), 0}.

sum({In, Out}) -> In + Out;
sum(silent) -> silent.

difference(Before, After) when is_integer(Before), is_integer(After) -> After - Before;
difference(_, _) -> silent.

names_of(Pids, Call) ->
    Here = [Pid || Pid <- lists:usort(Pids), is_pid(Pid), node(Pid) =:= node()],
    maps:from_list([{Pid, Name} || {Pid, [{_, Name}]} <- sweep:read(Here, [registered_name], Call)]).

rows(Best, Names, Call) ->
    Outlets = [Outlet || {_, Outlet} <- Best],
    Details = outlets:details(Outlets, Call),
    {[id, kind, owner, owner_name, value, traffic, queue, memory, local, peer, program, os_pid],
     [[id(Id), Kind, Owner, maps:get(Owner, Names, []), Value, Traffic, Queue, Memory
       | [maps:get(Key, maps:get(Id, Details, #{}), none) || Key <- [local, peer, name, os_pid]]]
      || {{Value, {Id, Kind, Owner}}, Traffic, {Queue, Memory}}
             <- lists:zip3(Best, outlets:traffic(Outlets, Call),
                           lists:zip(outlets:values(queue, Outlets, Call),
                                     outlets:values(memory, Outlets, Call)))]}.

id({'\$socket', Reference}) -> list_to_binary(["#Socket", lists:nthtail(4, ref_to_list(Reference))]);
id(Id) -> Id.
`,
};
