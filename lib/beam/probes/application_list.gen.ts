// Made by scripts/gen_probes from application_list.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What application_list.erl becomes on its way to a node. */
export const application_list: CompiledProbe = {
  name: "application_list",
  library: [
    "application_use",
    "applications",
    "cut",
    "envelope",
    "guard",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "application:info/0",
    "erlang:atom_to_list/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_binary/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:tl/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
    "lists:map/2",
    "lists:member/2",
    "lists:nth/2",
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
    "maps:groups_from_list/3",
    "maps:keys/1",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "maps:without/2",
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANqfeNrVXcua28h1VvPWao3mPvHEudlOJrHjsWKB127H8udFssjGySLfxDt8EFndjWoQYABQ
lGaRdR4jj5NHSV7BqxQIgqzLqapTBbClzEbTJFGoy6lT5/Kfv+77u2G53SQkepI8efLk1X1/17/d
ptGT+97ucplE24IU1RcX98PdqP67/mW/+uWbKI+e7C5+e/r/3ndB9cc62tQ/G9wPdp+yv8LbmCSr
kLyNliVrvL8bRGW2Zg9cFtltGa6LUxP974KX1qfuo3wlPNX7bm576Nk9Yd/usnwlvm1se/DpJs/u
clIIr7umlFYjvGJPD5ZRkgiPPGePLNkT4W0S3VU/63FfXpU5ext5G5fch4My3xLKGhuuo3J5v2/t
1MeAewv0vkuSkDVJy+ZVl3FakjvCno56/ErRejH5T8BX9r4b+7+xb38jMGN3ebbdhEwSVySvG/Xu
wMCnA4OCJLdUNx034DNP19EDCXNyq3tsatoNUVFkS6G9j5YZE884ZX/mhk7amrliPSI5SZdEHoLx
seE2LeOE7fRetqkm6ltJBA1bVG1Mu9t0UzUBB3xVbKJdGmab4zrb9RM9LDk4gdW2aySCV3093Wo7
yt5QkT2zqjxKCq3+278tSwuxz0mcPgjfyB3nNFWc5XH5jvusn2Q7vl3vkY2UkfXgkdWr3Nv105g1
Lq23ds4X/B8z6t/PS3s/jzvyqXVPRMUDyWXFaHxk8DpbvZMl+73uV+VwVNsaJVFJihJYIP7vPv/E
bRQnZMV98kkZ5XekDMt4TbJt1Vb/NdNlbD8e55xidNcmy1kjWb3u1YYWzt26X5I5cqGcpLLaZwtH
TU8Nb6Ok4B47tpZmKbF3e3i3ZSaJ/BxiBVdZcdoq1LxBBodZFHZKo+uML3q+LsIsDesFOknMizOa
FYIs7nUb1rYUG1KU+WA3ysk6K4kowMxqiNI7XhzXWZqVWRov9xIpL+xH6zhJ4oIwtbhq2bueWcUd
V7vS44IRGVCz9Rint5lsCynGgPwCym2cwa6XLCXDrmnw6R1J2VKWRDb8hCMKevEoLsJNvAJ2GNXs
Tv7wgt50ESI37GmraDZqJ3J2mDtgQ+zumaKOC+XlrNGcWlXTFdvv5DZOycpko2hfEqdxSalhGJVE
Uegzh1nRmiuCYEya94x2/TJ/x6+zlzp5ijeb4H4Ak6LVpOLRSE9TZjr7+J3cyx6kbQw02LP1iT9N
h+V9nu0MP7hkNgJraSXofuF4oOJ2Qg3K4w2Hc5xiRif6QccjvGVHVcvjY6YwX5NwmUfFPfvCWwqv
rFKolSlxhFRo9zX77e8FK4g6bcme1oPQT95xatbR23DvixXx98TNHR00j/DHgfmJB3aoyraY1Tgh
eZ7lYZLd3e1NbdEksz39dZwuk+2KhMV9lJNVWJmceUwK1SL0nnHRYcUHt1TnIbA9ojgP1ugU7DzM
rH2rnQdZaHkt1swMUwxLEr8hjcvkoNYG//j7f/pXWXlr99BM0uyQ7ee0n5/hT5WJNPjWozxqq2pL
VAf++Qfjr0Cf1wq07qrGcet4foTIxwc8NY93tghnien06HIpAttSaGJn/DMtOrAPJULmwDnDP45z
J+ino6DUcQpZY7WMXH/krbDON2FQ1GEORB3UM+YUVBLmyHvOL9lWLMmyFI3Ss0uMd8PP8au5kD0I
2yQN+T31D//8b7/jd5E0Z0spd3XzuDvOX4AOUTXvnn3s4lXaIkwD1lPequzfkVIJ8dQBPWktm8C+
W/yKTdpbYExP+PCd4FWdLZZHDTGo5kzo6eyfvUtAz3e2d7FsgKKaKz59ixDK0WXoW+3/QjpUrq17
JInXcemUCR+U5K3wxA0FwnhDRKLOcS0/wZ/N2jzhwv/1n/qlwgOfiGJl2LTWrJ8pHb7Uptxeao+T
iSb4UkmKIAQUl6uTXzZtsbs/t2toV4dd8iOnrVfhC6WPA40G4oVGMZRnVBsvGlMq7UBl9lEv2Qud
bNB3HPkNsBmZy20aL7MV4T76iglWzrQRyYuwzOpQzTtkfifOwiR+LbhqWc5kten5qCjzOL2Lnjw8
GfzHy3Kjyzk0GQRUQv2jqsNFqKjYgMtvG6a4h57iiXBMYA0jNfuhSN2Eevahj+4DPlalRLcCRJhK
Mqim7b2sLy0bWp8NE7We6Ne0F4KpmxBwqXK9IHApC6skdJL+mNAWoxA0om/id1CQdKU4kmNT6mMT
5WUcJdrFnsDInKs0Y5+llUuq+brYFhvWG15btJeTmS4i3fPTG+7blnZ7wjo4yjPQnZx+aO5kIJ4P
rVf2HNoYcFb9kg0TSBxa6OevPPXzTNmy3pJSTw1oQsyUUE03oGkppd1DAHMBYOi5IJSOS/hHDjbz
sbl1lsZllsvHDRTCGlPT/MHaumnfG0o5uI/v7ilGl+NTuGPzagcgIMVxMX7gsxgaEMoPos0miZdR
GWdpyGaxzLMkIbmY8I5ERYSDQ2gtjC5ilF/bVYrXpoAsko+4KRLhO7dZLTNCcqf/P5I8mHBKoWrZ
MSsjjNJixxaBwpjJoN38nzIbF87RtsGOOU6n40DZkvk2TZnXBn9ZlMwsO+Tc5C+f7r+sHhUcOpe+
Xd3m2Zr5dkUJeE3oZdCaugA6osw2hb8M/7FDJLTbuJhkmJ8dzDmsFqWQw6LNsw2kEYfvGlMI8Aie
7AEqZmDqeJ8I3a41uhJtjpZhGb12cLi+4JXuOipKASfT+yagwp9jSl1xmy5Lqo9BzjExSPa7iSYS
xr6a1TIy0lVCvWy9zVEC5JtV6GvCq4fJkd8o5HXEPzmVKyJ1sbBGKUuKKGzCDXX0Jkq2jWi4PnxZ
nQfZtmz2pAJPnjsNep/q1I5ZnH7tFMz8NecPfTIKh5pDSAr7eil06tefeFYhTWg3kh8o2QJ3yTdg
1IOOlu9Pvaap1lK6pZ26n26XxfZ1o596ZzkcvWfoz7AzJGr1fc2H9Ce8sXUFhmNK1Wjr0dS6tNcz
ZdFKgGvx35H0rrZKL5SiM2Orl/sFd2q2KXk0tvu0tt81DT9jx3b19AN5p7jGjf0s72HzMHir2ziM
kzxxMnFhV9F9SUXrDBu1/8y01vxxEArbVB79AuBwCZx6Xm96bYDg+CJs360ym5XM5y6MmxelEPrF
di2vn1hA52BVXGuGtE8Yd9y3cYvDf0yBZLYZd85Z1fCsy06n4NlDPxgxoSi3Bfjdsw3J11G6D56C
7u4btvi6hq8OMTACtz1as6nP3/GOSj253or/zx2qfQPqvW7qQTGl3ZQrzYCkdR8FacFlmT5n3Vvu
HTLytkpgkZUCdZUspc/2FAdFePRHJNoEHPpCkXrvJf4LPBonaPGaHymvGWrxUfaSlLgka3ALCAQS
2E1iftcmXj7AEbWJWxWy99z92IbMw5c0e/fhJ7Y+UHsdUUk2flCeKViT4nzqDG+zZJUc9YV7PxYS
90vLOf1LT2TwtQQUmitgH5uNocLWZ1xpgQn1g9fJA5yv6Za6FrhR2hdITbkqzQOc9ic2uIAgleqM
+sMnoETlBBVS5pALcrWbBP7wXz6taTjWJ4EDMCOsn2quCJW9qqiWSiw767UAxNeyZkwn8guaVriy
BImh6bwbHSa9vkTn/c4JhNBipiD+m85l1ITZ0nAXQDIaGNBD/Wi1MrTb2T5EgNJmJ6EVt0/fpUZL
HtAUrnLCzVRPtwGuDtU8ZEXPhzMwE1soqZ6pNJkm86pRVa236V957qYZbaeNxhZtNO9WG7UYZifG
x8QN0uw0tm/sPs6pGxxh0yPQ70jVOHu8X+eG3Vi7iQIA3wJuvQmcZXWalb9GHHim9K5+EEisLz48
sXCouLl+jJznXBzwY+Qep5gs2E2rCi94eDLVQRN6QA52jkKQqXRPM5EVz1PI/8bBqkNBdB7Iu0JJ
hlzDGLrDoKAdsw9FaRJ2N7qEnR2ccEOPCrP/6levYPRjmq0I9KT2x9RMQ6kElyrqJeZmhVVrqIl5
n/AFcbZdt/INSrrFGdHbkmboSp1ECWMpFDqQEJwf3hZTUhc3jqmlGziiK6VYzA4LfUQg1THMP/Qa
o/GEmGLTnlDLdc2bKa3cyfmhvPGklH75yky8idV1DVHiewXXOeHbRgXbQ8tSB3DTbeG+Q7CsSeRr
4W7VjgFr+rjfczqh27K9wK1IA0rXz+wU6QcYrEuhBpCdPnFl9MxpMAVsjgOxsH16GwOFV4GEHlBN
r54De5+Y/ppCJY/TlkSvp3xPyzz8FZuSNVm/rgnN0ZMyo480+4smK+qADK8Z3XAEfmaUCnV57YEL
Tl1G68tVBdKstM/rgQJFDETE37s/onP9VNKFnQsi24AXG1y0UQaekn9NXdmdESKHWHadbtC2vk0f
0myXQvSzXRWDHxjYKDwBfqVl4xOpH2e8WLEPdWU934dG1fQ8Hr5Ksh3JK8nSU409r/6tKALA6owA
YEs4Lk2a7U82/Tr0bXN3WtJoTUCyWQmvim2wASCYsXIm3Bx4CAY8UyJEDRSge9gwfrbsn5rJMvZv
3KKQzgm7p2MIsaUsRF1soLQOdCWjmmxDB9cy/NQZxQOEXi2B0a6ZUy+8k/0UiC37h00ld6afkp1y
8hc7QjYwnmhTwbaXupsubKs/BldfKek1RpQOcc3z1/P+zBIRaQ6U3osXHli6E7qR4iZFt5WvheJc
3MUjNxCXUbuC26/xWcm5XA7608/UQHyb2s0F5CItcNWN0LCHe7Zm2Sp5nmbhaRHNF1ncGML+nNmQ
5aLPey0excZyAkltT52iKkMUpHShzS4crKyBN9jUVGLD1aKnpdI516jRHigNfUYNOlVzCUnfCgOU
u2y9GGdwCC7jL995uonK+Aix9tq8f+tCUke9j7hhBRUniu4xkAD4DObn+MS0mCF7rCw19+s/+L/o
W/yaLczKaerfiV+4WGKtw7weGWhpjWeqyh8aMrW6WC4qWySAs6VYLqaBk+vElzmfjCMgAqyLBQtN
AJFh1IWICGvyk30jYbEhyzDfpoAP4tjgF1yDy2y9iRMCsnFjlAjm2FHqFST8NDt7mxoIo3XXu18B
MR/HNsrEEDdCXSroUd2sr4DAJVa+jzeT0yZpn5T36UR1JEnEP9hJP5QCGiZ+cs4OgbVjxs7Q96RW
FwbYnCnZ2tejqVuhccbogEZA3Su+L4W43DlqMXpqVMF0SJgqo5ye4Wg9AVRtD+lQTgzkuN4V9QrR
mVNBvcfVgQZhgm6crIctbE34Z1MFfQhEkNQL0zQoZwEMC5axzF1vW+pjI4wTA58vULaEFZ/AMReI
Ep+JrKHai88cJz4TpPiIQH3Nj2ZKMLZj8r3ZqVAUS3YfdEh2/8IFI92WQy/wARBd3mY5iU6kRh4h
h2kLdTrunuOQvXrJAZMVku2plU+wA8SZw8JPTMzhs04CXVN9ITWYTuwgZPp3CHIzIIECA1E1qAb9
5aGjgjlTaUnNN5caL/8D7vg03VZ6V6WLW7yON8Hl15yWo9GiI7Zp67v0PJfnl/jYxuSEjbuM0lWU
FJkWBHdwBS66qjV/6c171BXwQGVOdCzRFtbt4tePUyIycxl+T7gTUAri/RAsmnyMwhq90pogCDZd
ISCD+60CaHK1NHGlSlMHIovZoxcXTQ3XtLSkIAk87wQObLmhsRLCaNnTMb6ncww2H/71ohPZujat
nkP6Qro/VCJysSbnYR73wOXd7a7U4gHbj5/r+Bc9gdxLYSFGOEYUaU3dsmqzDyurFlB0JtE5zhea
gL8INhiv8OBE4n40ZtqxUdTv443JVarZ0s5JzTIH08hHIMi33zrcNNUqb3rTwr6YWO0LIzGaKEOC
9c695L91X1wA/otSJNZpIpRDdPmmuRxotG8opspo0U2FzkJDq685Whc6qBiuAmnhH4myX+eOR15r
uOYv2QSB3eaDVf03RdoaXtTEAPSAocu4gKVj3J5TYOpmIvKANjzBe4PEdoB2D8BNZ0Cdaf0NIS7r
Hq3LScUqCOaJKdpknOvtR9DIwxEGLVqo7ZmbwS0A7D79L0y22E4Xi8jsyOVycVqQvARPElyWYQza
LZipn3UVYvkZHtsIqFgAe2xGYoOmuX1xxtTEBdmdru6jjtFuHYkP4hIUldRI2GRf/qcjbgF7/zFr
++IXJ6n4uVQ4zl+O/DjkKgZpGpoD7qDtJ9YZL0DzwFjaMdSGzdFY24rgXFeFLjowe75zPYmImfrF
SK8Hnzcz6n0XxyjJsoftRnX/Z13dZWvDWqJi+9e6K2PdJt5PKnqATCo81m6rf/EI2NUup4Zv5tq4
M30dWC1lY5d7XUur791tgDn0hrrJQt8949uwO3iK0Nzh+oLAbij6Rymq6xFo97bCxIV3DA5C7Aeq
C1D8wTFyMYVO/XaJYdthrHVgOUeD81CP8anfvNIj+CAQiMj00pNuvngM0PhYHzOef4jmpst5CF4t
D+h1zh2AEEKHa5YECdbZil/xtiLuFivs5Xwf1JQZypS6jVo5EbmrYdzAynVcLKO0hgJKUREz5XWN
7UDTvgPn85Fswn+2HEhiTsPEk1w3g9RXVxkNEcE5VlfTWtr1+bH2L7T33jjleHE43Xup3NzYGhMI
04MOJVLdi1b0q4EXGbTV79YHYmH44liBL3Yyg5D9N0AVSGPuUvlsuc1zJu/hsWwA+tXnazal0R0J
/31LtiRkGwS+mIU5v9tlfQuMgdoP+urTnNzFFacdWYV7tghrEZFTbreZArFkyZasBUopet9MEHdb
xcnr7K3wlDWXzM8d/6A1pXyk7tPz9jTFJ6dW5/Z85oGz4/TMghoQKq7h9O/jTXOhredFElMNocg5
ChIXLqA9GUiqs/x7ui/6ui8Gui+Gui9Gui8uu8DaXnvWxM6cCO3EkkM+6wGy1fGPX+CbqyxScUr8
+mdCr7boJ9AshUoukeH5Pt7M6tktJlm3Xu6i+MDWZebW4xSsLqb67I6kYUHyN6J1EuhocRwV0ehE
rtXT888clWKSZTCFySfVN+F9zNpKK3Ocgwf8f5lpgE3kNB5wtm1cWiYHXAcX9TeY8DEl8ayVyMlb
N3PKxh/d4t+AHjJw/wTvVXdhPE50cbfz3RL07J6wb3fs4UJPVBuYiFH8a1D0aN7Rrl/m71QCSn5v
MzsKTn+aEBxgZGtCORmw3hYCE3I6UkOO8iguRG+xJmsBk73bVDdao79jxHGvpAsRZtRa74MhLHi6
yeMsj0uesqCfZDvaBefXCG/YzXH8Ch+v4zTcb4E9A1wXDDWfHJtUdpWkM/6XCry8nVRq9gzuPAi9
GXZ64RTGuUeL5IRCHE4T+l7DD6fwC+0uu8+XvrzoyAuyBbidCz7HpoJPboJWRCrGtJhpw9uEWUmc
eQxPdif1fXAgeaILHR9SDJ3lwmZUA9YE32ANmZ7w6TKM1sx9KwPhrSFThcJqQaE8TLuM142L225P
f91A6S9m20lgRLHi2xSua5Fs+hUetzfFJU+vYVNmoXLrz7TZs/E5bxxqWVr093i43UyDI6nk0lZo
NANsBleFHqdqZvSlAgf3velSNid0ab3nktzQx7stFgO+1NVJtUga/loRkRFCRBRoyFSfBA2k4OC4
o3qVuVqvgkuvqkI0boe9oWdMG/FOnD3Wc7lN42W24oPYXzGNlbOhkLyoOLErPHr+DteaSr89LJJ4
SUB+GYkDREkKms+Zia0Q4CouhL4Dl0oiDNzuku1X3vWlDl6ySJuqvfTnvQ6me9mfmC8aCTxSL0VF
tlyUiEuIDcw67q9l5l4ZxYk+AKNDoAcUXSHU83Zsp2oNmnq/RxfEQ+eqzpgqxrTtYiCYd6cZu/EI
lu9qaDXtmouvF25Qxw9hzj1qd+aP09NJO+kwh0N1tu8ZSvmcDKW0vEcGDKocG/z5WPP5RPP5VPP5
TPP5XPP5wiuOhyPcnmhheYGbnpt3VTz8yp5IxgPilDr+yRkr0scaVxFfkI4hu+3GSRgD15J2zJq7
oOctlZ8C6GJtqbz8YytI6ATMd9ZZoZkaYQ8x03Bi6m2deSc4SWcGEtEwB+/BOWMQuSvjzlKAw5Ff
nuLEXkyHjix8YwPt73lKMpT+mq5ROXc0UrlOwpuIx0CDoL34NXBLgitHiTX7fTxKeDPI5MHNhHsS
T92284jVtjeiuElTjo8zytFFvqgbMZ2uvltta0YG4u4zLqghrS0Sr/bPA2XEUoM/P2QMwzi9zQyX
Fy70ntLMGHgYyOIw8thHtepEMllIxZYLx3sUG+tAn7LAb2AgYzb2KRu40UWaNcxb2I4BYlkN2BL3
HlP0GGD23xvHzaR6+CNt9d/cDaRyTXV12krd6Ax/mxJ/Caeb/INH41xrTQA1FPxPHcReuaHHv2ZS
qWGpiz/xBDnnyrKOEdHvqT3LOgWzrBctiPCaGdOsvjiR/rmVoHVuBbkPazvLVOBjylp1kUtzKqjF
96qDWIiBbb7bKfiR1xSY7gjqmSlstDBw+n9OPF1i
`,
  source: `
%% The applications that are loaded, and what each takes of the node.
-module(application_list).
-export([run/2]).

%% Answers #{loaded, running, starting, others, applications}: the last as
%% {Columns, Rows}, \`others\` what belongs to none, {Processes, Bytes}.
run(#{sort := Sort, limit := Limit, text := Text}, Call) ->
    Controller = applications:controller(Call),
    Masters = applications:masters(),
    Answer = fun(Use) -> answer(Use, Masters, Controller, Sort, Limit, Text) end,
    {Use, Cost} = application_use:all(fun(Known, Cost) ->
                                              envelope:report(Answer(Known), Cost, Call)
                                      end, Call),
    {Answer(Use), Cost}.

%% ---------------------------------------------------------------------------

answer(Use, Masters, Controller, Sort, Limit, Text) ->
    Owned = maps:from_list([{Application, maps:get(Master, Use, {0, 0})}
                            || {Application, Master} <- Masters]),
    Others = maps:values(maps:without([Master || {_, Master} <- Masters], Use)),
    Loaded = applications:loaded(),
    Rows = [{Application, applications:status(Application, Controller),
             maps:get(Application, Owned, {0, 0})}
            || Application <- Loaded, holds(Application, Text)],
    Sorted = lists:sublist(lists:sort([{key(Sort, Row), Row} || Row <- Rows]), Limit),
    #{loaded => length(Loaded),
      matched => length(Rows),
      answered => is_map_key(running, Controller),
      running => length([1 || {_, {running, _}, _} <- Rows]),
      starting => [Application || {Application, {starting, _}, _} <- Rows],
      others => {lists:sum([N || {N, _} <- Others]), lists:sum([Bytes || {_, Bytes} <- Others])},
      applications => {[application, status, permanence, version, processes, memory],
                       [row(Row) || {_, Row} <- Sorted]}}.

holds(_Application, <<>>) -> true;
holds(Application, Text) ->
    string:find(string:lowercase(atom_to_list(Application)), Text) =/= nomatch.

key(name, _Row) -> 0;
key(memory, {_, _, {_, Bytes}}) -> -Bytes;
key(size, {_, _, {N, _}}) -> -N.

row({Application, {Status, Permanence}, {N, Bytes}}) ->
    [Application, Status, Permanence, version(Application), N, Bytes].

version(Application) ->
    case application:get_key(Application, vsn) of
        {ok, Version} when is_list(Version) -> cut:chars(Version, 40);
        _ -> <<>>
    end.
`,
};
