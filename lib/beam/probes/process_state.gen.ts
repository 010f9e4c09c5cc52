// Made by scripts/gen_probes from process_state.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What process_state.erl becomes on its way to a node. */
export const process_state: CompiledProbe = {
  name: "process_state",
  library: [
    "cut",
    "envelope",
    "guard",
    "identity",
    "marked",
    "names",
    "sweep",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:find/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:keys/1",
    "maps:next/1",
    "string:find/2",
    "string:lowercase/1",
    "sys:get_state/2",
    "sys:get_status/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAPBJeNrdXVuX48Zx3uFtZvaitWwlyj1xIieK14oGvA4drbInJ3nwi5OHHMVvPBiyZ4geEKAB
cLmjhzznp+WnJP8iAEiQfanurm6AXNl6WQ1JNPpSXV1d9dVXy/a2m23WIfGfhc+ePXu3bG/b95vI
f7ZsbS/nob9JSVp8cbHsbnu7v3e/bBe/fO8n/rPtxbvj/7e+84o/Vv5697POsrN9nf81uw9IuJiR
D/48yxtvbzt+Fq/yBy7T+D6brdJjE+3vvBvjU0s/WXBPtb4bmx56viT5t9s4WfBv65sevFon8UNC
Uu51t5TSYoTX+dOduR+G3CMv80fm+ROz+9B/KH7WYr68zpL8beRDkDEfdrJkQ2jeWHflZ/Nl2dqx
jx7zFuh9lyQkKxJl1asugygjDyR/2m+xK0V3i8l+Ar6y9V3f/Y1t8xuBGXtI4s16lkvigiS7Rp07
0HHpQCcl4T1VTccUfOZq5T+SWULuVY8NdbvBT9N4zrX3Yh7n4hlE+Z+JppOmZq7zHpGERHMiDkH7
WHcTZUGY7/RWvC4m6o0ggpotKjem3G2qqRqAA75O1/42msXrwzqb9RPdLzk4gcW2qySCVX0t1Wpb
yl5Xkj29qjxICi3+K98WRynf5zCIHrlvxI4zmiqIkyB7Yj5rh/GWbdd5ZD1pZC14ZLtVbm3bUZA3
Lqy3cs4n7B8j6t7PS3M/Dzvyyrgn/PSRJKJi1D7SuYsXT6Jkf9T9Kh2Oclu90M9ImgELxP7dZp+4
94OQLJhPPsn85IFksyxYkXhTtNW+y3VZvh8Pc04xumsdJ3kj8W7diw3Nnbu7fgnmyIV0kopqP184
qnuqe++HKfPYobUojoi5292HTW6SiM8hVnARp8etQvUbpLOfRW6nVLpO+6KXq3QWR7PdAh0l5qsT
mhWcLJa6DWtb8g1Jyryz7SVkFWeEF+DcavCjB1YcV3EUZ3EUzEuJFBf2xSoIwyAluVpc1OxdS6/i
Dqtd6HHOiPSo3noMovtYtIUkY0B8AWU2TmfbCueCYVc1ePVAonwpMyIaftwRBb24F6SzdbAAdhhV
7E728ILedDFDbtjjVlFs1EbkbD93wIbYLnNFHaTSy/NGE2pUTdf5fif3QUQWOhtF+ZIgCjJKNcMo
JIpCn1nMitJc4QRjUL2nt21nyRO7zk7q5ApvNsH9ACZFqUn5o5Eep0x39rE7uRU/CtsYaLBl6hN7
mnazZRJvNT+4zG2EvKUFp/u544Hy2wk1KIc37M9xihkdfw86HOE1OypbHq9yhXlHZvPET5f5F85S
eG2UQqVM8SOkXLt3+W9/w1lB1GpLtpQ3CPXkHaZm5X+YlXexNPie2F1HO9Uj7HGgf+IxP1RFW8xo
nJAkiZNZGD88lKY2b5KZnv48iObhZkFm6dJPyGJWmJxJQFLZInSecf7CinduyZcHz/SIdHkweqfg
y8PI2Lfd5UEUWlaLVTOTK4Y5Cd6T6spkodY6//qbX/2HqLyVe2gkaHbI9rPaz8/xp8pAGHztUR60
VbEligP/9INxV6Avdwp011XFxa3h+eE8Hz/gqTnf2cKdJbrTo8ml8ExLofCdsc/U6EDpSoTMgVO6
fyznjtNPB0HZ+SlEjVXTc/3CWWGdbsIgr8MY8DrIZ8zRqcTNkfOcX+ZbMSPzjDdKTy4xzg2/xK/m
RLxBmCapy+6pf/m3//w1u4uEOZsLsavpeXecuwDtvWrOPXtlc6s0eZg6eU9Zq7L9QDLJxbNz6Alr
WTn27fxX+aR9AMb0jHXfcbeqk/nyqMYHVZ0JLZX9U14J6OnO9iaWDVBUY+lOX8OFcrgyXBoj29J2
zU/IgfHW8D4gW+6RifGRtZ8tpRizQZ0HqyBLRZ+0PnZeXT81kQ0gVL8PIYjAgKFRYdzHCX8RGlLA
XXSpirPXiHp/YhEeG6iCoGP397/G6rpymNycqC64LaMQiStrvHZernL7+i7+oLl4KqamBgTiR9LU
dHBTMxbmqdK8vTghhWuCs9mdu/ep1L0urnuesq9TTdS1zTU4VtzL8q/qBGF/LI3pEjOmUnMpo5gT
QRnwiwM4FvBx3vY6WOhQQUCg8o4s/fdBvEmsPGTd9364IcISmJ65e8pIahWE7maJz7p3iuXEQTak
dxmfA/e0MeC8ihebkIDxFktZ+wnCQhCCT+UCV7EkXo4QESyFA6sS5YPUGe3bl0VEJ/DDWTFc7Ta9
Ecx71nwHgmLMg7p4ERt2E+NoupHIy/np3m4h6Syd+1FUulCYNbo4QQzKw8aGLzdRMI8XhPnos1wx
JvlykCSdZfHOafyEjDQH8SwM7jinUZzkurbqeS/NkiB68J89Puv81022VkU/D/KHgfa8KDqczkoT
TIg9HZdfPcUt9BQP7EQYBj5QIAw5oI59aKP7gPeaS352D+EwF652w/r+ns+wlokUl9eZuPWFYGgn
BAxoRy0ITPDUKAmNBGIHtMYoWFCDMwSlk5JoIbm0+rog7NpPihNBudgDGCN4HcX5Z1HhHFN8nW7S
dd4bVlvUl5OR89UBA5jCbFsq7MiaviwLl90IdGwNf2iOLY8/H2qv7Cm0MeA2cwt7DiBxqKGf/8BR
P4+kLessKbupAU2IkeQ0biZ9Q/CWtBApAgBE/VRgbssl/EPDEoLNreLcMI8T8biBnOl9qps/WFtX
7TuDujvL4GFJnXR5y3DUwjdiNjaognwxxmoYpMU5ekQJQr/6ZGd1F78rfg9FFpHoLg5JVaJJ2GP5
zl/4yUOzMY/PjQq4auR1FM/SzXw5q2SHVcfUdXU6kb8iUPDxookb9R/hY6iD/eD1oMTyI7UkqACl
HgXhjNqX9U0vuyxeltt5EHz1fGLxKoqzmQ8IhSt+9GQ9fVkJcClyzi/8Y4soK2RddwsdwaG6Qh9Q
GgNbcJ3yKBwDvoaWNnlJVPM/mm+S3ETJZnlH5lkQR+CvemnmZ5sU/O7TVS4c/gOZ/XZDNmQWEriJ
11mc+SED84N+9OOqN/n75o9Z4uemE+eCqKk0/gRx0EomzBj2wsnao+3kkqsiKoafsS618kS3fubW
4ZmhwzNTh2cmbDIW4Cs8mPZdo6d3L0JWruhKvm28w5BLeWgEn5bRqEN0/OfqjD7c7f1F+pRmZHXI
wmA18VWZ2ZhvNWoeSunoTqFcjEPyDp+Lwa5qR2Hw815gzrgR4THOOwc8eCQJ+hg2lAnE9RH6eJ33
0Y/SLQ/4HdsdRh31ddzKu4LYqFBsdi+pSt+iB9mYklQPDBlGA3XcFHXw91ZkdUcSSWAH7sv8pyYE
DOYMggYIJjYNdBLLWK+VKmu//eVbrANRVmPXyyCfrShfBiFNv8kbg0MMrhBq6PD3aoTgxI1iHYFj
lk2Ta/aimtIgenCOrzWZ29YVW+vqrFre5Wo1X5Bi8cQT52w697K4RMXZ2nSMcRdKq6niTlj8NEnA
mL7gmAR2+cW3Ooj8+c6xLI5nYZEorIPljrVw/gamuOWCJBo0Ib7GpRmI8Pz2/57zOl4lB99t0if0
EnkmELbDEhkjAUfL/5ja6geF0jzt4mKgTxpjmiKUm4gEa8yIGcE+gv2pfjoD5/dRdG/N1yVmSfkI
Nd5mVwPbOMqc/o0K0MONd48HA0NvF7ZJfXljPLiyXxmyMP617zWHU79waiqIZFDVmEW8Q+D3Ypgn
ZbJgft1XUkRNLOJZLdUC9JtKqP8zPOZVkExeaj2XbPbOntzMAJQDFO7BYlb776+CdFa2K4Pd+tj8
NcvJlN9yvtmwTMjb9482can7cwvc9I0gxpwPxFqAOFxP3vqUhwhTFO8KnJvv1Tjq/sICYz+Vsklw
7AjewaXi3M2/xKNDpvJCXag9N/IyaENxt4Dv47Yp4fwrPDRjouDI6nt8k1/KccQehliEl1qlGghj
NsWIR7CXcHv6MaJ6+zwgtXKSe2k/J2zqC4RSHli12Uv8YEdUYsNlMuAJ5s4x2cp3u42WU/Hl+3R+
wv25cmgmigvzm9o9kqz80OaRq3S5yRbxNvpBRAd21GO1Jvu8YJGrYijZzlVrHIMcefgh9LSR2PvQ
GHVwHOBPjcgWlWQ8XwRlDN9PWCDW8y/8KJe5LE5SSm2oCfWgOhMmDO7Mqy9Ybzat0RI7LBYkUMV6
lKZWjRjMX+NBR4yPWR05bSkV8ISeDuWgEuK+yQ2tIqNsKwRldKYxoPAmcBxHk+SKDRoaBM0Wo3HE
QXAzeTAPvxHdR6yf9/U/l9TRp9wDf/P7tgfGoPywSgcWnXphc+UU9NVgcQ9Ejh8k46cqfoPc1Mxf
VSYD80RZrRoUHrvF0sKOATsNl2vTeDcatJQ+Q4O1T5kwocY/AIzdjcuoLrdLwbYKyainuR61/cVC
066zK9wheW10FFp++7Rt/EXigIYwLxNuplqqDXC95x8qUFAny0fQU/FKGIoh4mYpqqra2/QLx900
ovW0Ud+gjcbNaqMaw2w+Gaev8wTv6GNNuwTyiojvcM4kUaNXWPCggWdTD6YSgRD1roI/QwDSgd5w
QC39bW+H2qkphBa5GMMarjkp/QHNgS14TFtnSmCoPy9m0uwmOHr7mMwBbZh0RyfAzmIYb0lSLBHE
mW4NRbhMN3dVAlbLIQ8jPSTTAPc6zwAGhRnmnyfkIX9NLmd1jtq/RVOHMUlpxb88JYRknR1Z37P7
WyrBE/h6MI3Af2/FO3lj+AAPAvh2NT4HOZHVs3l3PXwBG6VmYjpniv3/O1UW6LrhFqJnTFUIMrKy
S27gAaoIWp6rtZ8FZYK08/T8HV7HetScnhHsgHfWxRlmzmVZOutg/uhiiHF2hxShRxJCSKqy/X2w
1rllKnCBkZc9I2uXk0liCRNCO603b3Q/pu6KRwgVHBKZnMTySyNhmvI6dyvJEGfnMS/5H9UXF4DL
al8RzXE8f2/YZkxyKKZYH4YF8/o+yY85MO16inJyTmoRb8K8t4yppLAWJirGU8Z0CNJZIYqP5Mn4
tiaKxUi+zbzns5Qk70mi+b7YDiuYqqX4nrzf4Vjlr9vpk1AwCndZ6yjiePLOHBnR/NBql/3iRpHt
Rqln+Z/Iprmqp0AeIdRVDSioY25NGRfe09WpmXgEsQQyXRX+G/Bjz0QaRm1X5Hm1IpvUtCR2SaHQ
1DjkhJpL1K19EbpvtJq6C3K3ebArYbIK0rmoJxr2gA6MNHZW58fPsQSi2m5g2ETqMvWJG+wcELe+
RB5xSBA2baHnJMnSWSVDx7Mz9LMy7uly/XbNM24OV2FB5bQga5YlGpGE0d0GC/4RcykaiXLUswR4
9puqhfAGv5OGanyXOn+k37gqGZpYKgxuTPe5+oUL3wPMujrUkfg1WSfLTF1kW3tRfoflRZatVnoq
miMZWVKHMUrtzGVK1GCXZlD79PvK6Mc3XmY8gEDIiKvAIaqUikAirfmI62EPFIP5Z0+8kiKCqtkA
2+iIt8LWufAarHPxDzbBxrqkdR51iRPcxwnx50s8eR9E6WZzrg+UtlUzpIL5q+fMMVk1zecyawn8
4OvYqRZ+AN1L2Khz47HbvY/MPmwLx67581cfmoSm8fMjZWC+IdMilXhWfIUI09TiElRRr9dUeD/D
K7w+PSmo4Aju//qtQ0Sykx87C1z80CqcCRyaDPdDqUEatA/bKPdqswGmU+Y/WehBEe/F8Rv85L81
CXR1koTzti9+wTN2MSPsnLlQvaWrp4vDTLNlnNRpVePGQiu7wi1mAALeC3AMJIrxDj0HihixNJex
qiKEUE3r/STVhv18bctt2tJaNFMzX8hUKOBGaVU9uOESUDd2JUYR9ahuYbtoImfwjegJamqZXQw1
M2U9PBhzpMBjFHJpypsdafxTdZgRbqS4nYzOGKDqt3ySt7/L5ygdjkqd/FJM5rS/RnTv43ARHqQT
fXJjykarAC01bLS+JCI9hIiIPAqSugfusvhoLg5YMEaxFgCoBlmI+jhysGPxCqn0erPV7i2K2MsB
TmMI6BIsYfTMHNQKwiJAxbhW9a+Rp+vgnkNf5LrgRQ6juJga70giBjHpDOc1SMh7kgC2/dhI5WMG
vGv87uBAG7AfBk6HbHE9r8eCAaAXzhc2HCj7oQxUm+tsgzhpE38CSB+fb7uHbAlImPvkDG0KweBx
wy30LcLT1Ej0lIx1oIcsSLkCZyDBPrwzalYqbsrO8UCch97RCJjlrbffwBNUBCDhgK6ivpA2lmBg
q+KxU/he8KBiBzerhRbv7eSFu83Fa2yBPPnh4qSTEJaeKC4CZF8fcmHBPJ0v5psM6EGtxR5RzEoK
6p7NZaR4rjrRlu8bxb+Rs2xkwWckkIRRdI6eAk4KBQFNhKjyLRobSRgBZP1OUza2OTRhoenryMU8
jaRxGqA5LM3EJp1btYS8z+kWx5BmbJeLYdtqA1Xrx5gNaqo/M1gveRfumzhFX5EPWUEqHULKqazk
ivVGteRjT+2OekeNv+b4XQwHYKkpEMpyajjCpq7r7rwNbi0KuN/QuiLVUF2AgQkLpKYPOVP+jDJt
ibWGarrxps5oQIPjri8Bfmv29Jf4no7l26Omp2Op6kdTmYsXtZML2PQSNRrHQMlf2fRmjhiYDgnF
Cq2mCRYvAuZCiEUiwn7hoXsXYiauDyRMdZM6lezl/nNqOasMNZSaTKWvrLwGppwM6CnLg3cFZomL
WhwEnhMjijHCimB5bamoEHbQo1p73j2HlHUiwIefd7rzpUYNY16+ZcepwAN/4Clhj3oHxMWwBrJ5
UOPe8o/uBDgKB985wpQDCY3VON3OxED3g69IISX1mqvQV+mprE8c4blJCVBKuGXhY8UV02Txylhy
ZeQS1SVFkM6760Xev2B+SDiz8RNPqAZneFwb6dY6cTiWvw/W22DXByb8mR++hxqRujsih05XqkpB
qAcUT07TEcWh57CPdqoTSTsy4jEeE8tCO1UqtBrLYFGTXobSmIumHWOFbCQeDkEruBOwHQPEshiw
ISDep+gxQDTZfO1EzGaSb/Y95UV6bMPFW3ruJGFhakAIRNUavqQS2AmRk9vJP7qm6W5LALUC2Z9a
iL14N+q75+ZXYWu1f6NJAt6vbSCvjnEe3nE8BB3HFzWoTKoZU6w+P5HuoAuvNugCuQ8FljugkKUO
ztIEyOZLp1C0sVf4enltJAt0NQad6/sgkW2r+iWldju4Sr59K2p0LmSg8NaOYE9E+To45nVLcSAQ
zILqoy1qQjFU4ZVqZvX6YIyp/l5lDFxApreIIHCr7kgbFjB9QqfabdUH4+B64cIka6jFA4tYi7Kl
Xm44tH81r6dK4Tj9Ckq4Yo2Q9nYcJqCfrKam/QbNiYbz9TKZH6qFlO4frjPbfiRP6tv6RH+nrOGF
emtDNQjf0CfKcHmVofm7sbCe+t7smSqNK3agbeRUvlPnYlF1VgcwuZBRUy0MXyY8+Cm1Rk9OjdPl
WDnY6TGF0w1eHpl5zdWy4nILHFNeJMIIPp167Kpfbw3ut+GpyTWlTZiLdgrZiXxZMqqjxs6bhO3Q
1b56A9T+OYhZhuCtZ4zziFTMJJwHDCc3jaASRRjPvgywcZ+ZmTlUdUpBQLOZ0ELjpzGb06PjTmpZ
XmYGlK8YZXsxGQhC3jIGTlBx3OEJMcF14+QAfe4UCvtjQkeaksbTBqPJE1ETUWqse3hETgVpprQa
TaTNIwxiXHoBw3F1asoVVTOvgtU6idckme27x2FgmQ6ij2wFOtOthuoNYgi7zy239M6tyFAXOsRP
MWNDwd3VY3PHDlsPjd2janAdJ9EZSVYqOlKbsA4OdTRReFdtdfmYYsC7dcJ/7ZT89nRFqFWQff2Y
KW16C+1TWky4oYMHwspp11dkTOGgcRb7eeQqYmqLdUQVTv5G7eJRDdvh26av5xH5kLnB866CrFhP
IP41otQUyrOxZjVWGJjRgHU47s51G2N3aLVtbBCiXoPGlDgr9Hy8cHsUu9PRxRV6Fhp0zINDlDpS
woSmSlcAHB8cg6qjjQRoeU0V1funJqgnp9JZYQ0yO1NyDHL9JhQXc/c048EmYQnm2I06B2uswkVB
+ddjG7vMifQTEvFvrPQjKs1Rm2OjJSXFUnzrb4QeCr+mJDrfGVzGxqFpe1X0qyAdg10dFiMsrQ7H
Qsc1ef09hL9nAMmS0n2jtpQGKnni3UO2wENdzqdpZm3QABoKCsPl0wD6l47JSnnS5rrwsrz/Zjua
NVQnrg8/b7AbL/JuVJhGVC+KpbFnGjSFK3hvC3Z8MFNvfvduIkth4AxQfDGP42QRRIXxbgU0fs5Q
+4j3cpwKdKfZVGegsfa+gmY5DKJHiGUdTx3JJ5mg7WnTtUWbmapBMJZVY+GzeROpRqtNC9F1oLOI
IyKhf/WUphgy4Kt1EsRJkLFJ/u0w3rJNO1uRPXy4fYwrcv/qwG5VVit3rVzT1hBmqcPO/0dpI6UV
cOa7wpLrNlqcGpMDhRZJZl8a7YOzZWkdQZCUNsmIAmdIDU+YIWXLad3XcVqz+RZE4JtWUAIdqa3C
Tbpk0qfgyW4qoUvQ2gKfsVXZoJaGMtx94d458khNTMQoah7kauxalgxb2AguMWgAzXn7d2jOz1yI
5J1jjpy9dOitKhWFZZMbVVmPGFFCSIO26huu6G2Vo0BAjDI1KtAoqJ7pnqGag+57P9wQMSxI5VCq
R11fUf4repo/blXtCaKqNlJqPIrOcmy2Tvfnxh17uKDnx126mS9n0EJYLasRTQHDp2uzWFgBYg0B
lKEBHFxr/BCswY2wNrEnrIWHOJWLR54JmCyw75z+rVIimeXytrTuWwgMr3fZnlPu+7Xj59iZER2f
t7Qp3hZVyPQc8zc+k4B6FFnuSZHg54m8Zw0ZRm1s8cjGsiFhN0qbp3EMkpOwU5wQHaEo/viVZlIu
HMPgMkeIOw8seg1G6szzgZpgcvyRotxv6keI5aGcO8xtMYgpchB172024W4b/MvQUqAuPmrtTaBT
TbNKDWyyzOrBgfqSA0UjEPavzRc684PQni5FKmma//f/lILu1w==
`,
  source: `
%% The state of an OTP process, or its status, asked for by the messages that sys
%% sends: it answers itself, with a copy. So it is asked only if it is an OTP process
%% that can answer, and if it is not too large.
-module(process_state).
-export([run/2]).

%% Answers #{pid, behaviour, module, bytes, value, trail, heap_bytes, mailbox}.
run(#{process := Process, view := View, path := Path, limits := Limits, max_heap := Max,
      timeout_ms := Timeout, force := Force}, Call) ->
    Pid = names:process(Process),
    Known = known(Pid, Call),
    #{heap := Heap, mailbox := Mailbox} = Known,
    Behaviour = behaviour(Pid, Known, Call),
    Force orelse check(Pid, Behaviour, Known, Max),
    {Value, Bytes, Trail} = ask(Pid, View, Path, Limits, Timeout, Call),
    {#{pid => Pid, behaviour => Behaviour, value => Value, bytes => Bytes, trail => Trail,
       heap_bytes => Heap, mailbox => Mailbox,
       module => case identity:of_processes([Pid], Call) of
                     [{Pid, #{initial_call := {Module, _, _}}}] -> Module;
                     _ -> none
                 end}, #{processes_scanned => 1}}.

%% ---------------------------------------------------------------------------

known(Pid, Call) ->
    Items = [current_function, status, message_queue_len, total_heap_size, current_stacktrace],
    case sweep:read([Pid], Items, Call) of
        [{Pid, [{_, Current}, {_, Status}, {_, Mailbox}, {_, Words}, {_, Stack}]}] ->
            #{current => Current, status => Status, mailbox => Mailbox,
              heap => Words * erlang:system_info(wordsize),
              modules => [Module || {Module, _, _, _} <- Stack]};
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% By where it waits, or by what is on its stack while it works; \`none\` if unknown.
behaviour(Pid, #{current := Current, modules := Modules}, Call) ->
    case [Module || Module <- Modules, lists:member(Module, behaviours())] of
        [Module | _] -> Module;
        [] when Current =:= {erlang, hibernate, 3} ->
            case identity:of_processes([Pid], Call) of
                [{Pid, #{initial_call := _}}] -> hibernating;
                _ -> none
            end;
        [] -> none
    end.

check(Pid, none, #{current := Current}, _Max) ->
    envelope:refuse(not_otp, {Pid, Current});
check(Pid, _, #{heap := Heap}, Max) when Heap > Max ->
    envelope:refuse(too_large, {Pid, Heap, Max});
check(Pid, _, #{mailbox := Mailbox, current := Current}, _Max) when Mailbox > 1000 ->
    envelope:refuse(process_busy, {Pid, Current, Mailbox});
check(Pid, _, #{status := waiting, mailbox := Mailbox, current := {Module, _, _} = Current}, _Max) ->
    %% One that waits elsewhere than in its loop waits for somebody else.
    lists:member(Module, [erlang | behaviours()])
        orelse envelope:refuse(process_busy, {Pid, Current, Mailbox});
check(_Pid, _, _, _Max) ->
    ok.

behaviours() ->
    [gen_server, gen_statem, gen_event, sys].

%% The copy goes to a worker, and only what is shown of it from there.
ask(Pid, View, Path, Limits, Timeout, #{until := Until} = Call) ->
    Wait = erlang:max(1, erlang:min(Timeout, Until - envelope:now_ms() - 50)),
    Look = fun() ->
                   Whole = try view(View, Pid, Wait)
                           catch exit:{Reason, _} when is_tuple(Reason) -> exit(element(1, Reason));
                                 exit:{Reason, _} -> exit(Reason)
                           end,
                   case values:at(Path, Whole, Limits) of
                       {ok, Value, Trail} ->
                           {Cut, Bytes} = values:shown(Value, Limits),
                           {Cut, Bytes, [cut:term(Name, Limits) || Name <- Trail]};
                       Lost ->
                           Lost
                   end
           end,
    case worker:one(Look, Wait + 40, Call) of
        {ok, {lost, Steps, There}} -> envelope:refuse(no_such_path, {Steps, There});
        {ok, Shown} -> Shown;
        {raised, {refused, Code, Detail}} -> envelope:refuse(Code, Detail);
        {raised, Reason} when Reason =:= noproc; Reason =:= normal; Reason =:= shutdown ->
            envelope:refuse(no_such_process, Pid);
        {raised, _} -> envelope:refuse(no_state, Pid);
        no_answer -> envelope:refuse(no_state, Pid)
    end.

view(state, Pid, Wait) ->
    sys:get_state(Pid, Wait);
view(status, Pid, Wait) ->
    {status, Pid, {module, Module}, [_Dictionary, State, Parent, Debug, Misc]} =
        sys:get_status(Pid, Wait),
    #{module => Module, status => State, parent => Parent, debug => Debug, misc => Misc}.
`,
};
