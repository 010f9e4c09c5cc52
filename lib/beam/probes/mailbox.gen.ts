// Made by scripts/gen_probes from mailbox.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What mailbox.erl becomes on its way to a node. */
export const mailbox: CompiledProbe = {
  name: "mailbox",
  library: [
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "sweep",
    "values",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
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
    "erlang:node/0",
    "erlang:node/1",
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
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:keysort/2",
    "lists:last/1",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:merge/2",
    "maps:next/1",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAP6BeNrtXVuX68hVbtuyu/tc5kImDAyQEBgI5GSSI1+7WZmsPJAHXoDFYg1581Lb1bbUsuSR
5OPT88Aji5/Bz+Gv8Cug5Gtd9q6bZPeZ0PMyp7t1KVXt2rUv3/72vLVuF6tlTIKL+OLi4nbeWrfu
V0lwMW+uLydxsMpJXv6hMW+vO9uft1e2yivfBVlwsW785vjv5jd++cMiWG4v8+be+mP60/g+JPF0
TN4Hk4I+vLX2giJd0Bsu8/S+GC/y4yNa3/hvtXfNg2zK3dX8Zqi76cWc0L+u02zKv62ru/FqmaWz
jOTc626iKCq/8Jre7U2COOZueUVvmdA7xvdxMCsvazJ/vC4y+jbyPiyYX3pFtiIRfVh7ERST+eZp
xzH6zFug912SmCxIUuxfdRkmBZkRenfQZFcq2i4m+xvwlc1vuu5vbOnfCMzYLEtXyzGVxCnJtg91
HoDnMgAvJ/F9hE3HLXjP1SJ4IOOM3GO39VW7IcjzdMI97+UkpeIZJvTHTDFI3WOu6YhIRpIJET9B
eVt7lRRhTHd6M12WE/VGEEHFFpUfhu42bKp64Adf58tgnYzT5WGd9fop2i05OIHltttLBKv6mthq
W8peW5I9tao8SEpU/rd5W5rk/JjjMHng/iIOnNFUYZqFxSPzu1acrtnnOn9ZR/qyJvxl21VurltJ
SB8urDc65yP2h0HkPs5L/TgPO/JKuyeC/IFkomJU3uLdpdNHUbKfdL9Kh6P8rE4cFCQvgAVif26x
d9wHYUymzG8+KoJsRopxES5Iuiqf1bqjuozux8OcRya6a5lm9CHpdt3LDc2du9txCeZIQzpJRbVP
Fy5S3dW+D+Kcue3wtCRNiH7Y7dmKmiTifQYrOE3z41aJ1BvE280it1P2uk75oleLfJwm4+0CHSXm
qxOaFZwsbnSbqW3JP0hS5t66k5FFWhBegKnVECQzVhwXaZIWaRJONhIpLuzLRRjHYU6oWpxWHF1T
reIOq13qcc6I9CO19Rgm96loC0nGgPiCiNk43roZTwTDbv/AqxlJ6FIWRDT8uCMKenEnzMfLcArs
sAjZnezhBb2pMTbcsMetgmzUWuRsN3fAhljPqaIOc+nl9KFZpFVN13S/k/swIVOVjYK+JEzCIooU
n1FKVAT9zmJWUHOFE4ze/j2ddavIHtl1dlInV+ZmEzwOYFJQTcofjdFxylRnH7uTm+mDsI2BBzZ1
Y2JP03Yxz9K14oJLaiPQJ0053c8dDxG/nYw+yuENu3M8Mvk63g86HOEVBypbHq+pwrwj40kW5HP6
B2cpvNZKISpT/BdG3HPv6LW/46ygyGpLNlEPAp+8w9QsgvfjjS+Wh98RO3fU29/CHgfqOx7ooSra
YlrjhGRZmo3jdDbbmNq8Saa7+/MwmcSrKRnn8yAj03FpcmYhyWWL0HnGeYfVPLglOw++7hbJedBG
p2DnYaAd29Z5EIWW1WIH0bqL08nDfmKMIlRmFtrLnBqkW38h2242+2e0FmEih4tM7w3eA1rggjWQ
Ob11MmuZ1xeJd/G/9L/I4ZNkmzC4L6hpUj4/IxMSvttJ+LXN6XTJuHScgym85WgOKyIvTfEw55RH
Bcf/hUZ762bTo/uFVRst6iuJ6vToJzM7Rdg3NjPr/fZ3//Cv4oSgh8xAMH24+RaMVlOJeTUJqO6I
j7uwIbhuWquWd53bgqA1TidoDd4kE3aRPNDtNQovYIw992QyyYWJahajw5qX+6p0OZ6l5XsvLe42
8qutjbyVBSQ2V7MAcsHtZ9n7/yt75/PPOH9M5YHVKev+s6w/sawjCT52USqs8CbfKccsnlf4w9Vm
l6bJSuPdzxnhh2XdZqtEs5xxZp+l4wOUjpfOVvnpJBJK7g2B5J4cygF80l5UQagv6WldkEnBx36f
dd73Xec5P/iV+XYZiZkQ3Yq02WP37//p3/6RnSJBKCcCBu/2+VD+PRNQVxW4g184j+y1Tfqxjjji
DvkhbBbLvFALxTVdahG00nbaxfDV2Yl3IVlzt/S0KxOHi7CwSk10NrfYgXu9RcqfgLfavEmZGLt7
LEguxvjV33OfZnyqpRcBKTk0T/LWXUg/sgDg+RGiB63e+LH0Rk86UQRYx+YT9ygNEM746YLKXTAj
429XZEXGMUnAyz6ZrLKMDmtMt8KkCNPk+FRuurejUiJOkHj6YTU0123OIcaVtL+Hg0Me/rUZ6P5A
2SWcfo3mlEuB3l7UStICxEA4r/MnWvV3WLwiTceLIHkc71YxF+bAw9xm6XN44FD0dEt4vAZYpN1s
7BfoMkim9IBP3ef6U82eQqfvRoCcAENC5OMcgnFdCkZc4gs1q8XXUCBg8JEj0Nvy8/5A+rw2uhY9
U6ie+LnHYoHdjonQlN5wDwGvqLd/YCpj25nm4qQ//UTWr00TeBUIjtpgwTGUiq0h1aZG+YwcZvlg
7TR1GJHWMpzalS9cLoIwvkvfC2pDwLizg9BicD/diQrJxzl1M5JNhJxZtEZkaI9/uLu5khoHYZIS
4PMMH/9xko7z1WQ+hmzkt5EBKvUcK0QHGST5msUXbYdXP9jTNwVhX66ScJJOCfOrz6hqz6gRTbJ8
XKRbdNajIaQ7pDIY3nGZpTSjp8V+5J28yMJkFlw8XHj//rZYYjBj0BzF1NfLcsD5WHJbfFYW8Slu
Gk9xT6U+UBdXBjxLyY5e5DiGlvEYzOFpEqDNN0CmCa5xHwAWWW6sz8xPxK4itSeY3dWFoG8nBEx1
DC4IbLRGN5BaEM+9qMJXcE6Aa62Hl5NkKgW1u6rg2jLIijCI0cXuwcV4VO/S3yVleBz5c77Kl3Q0
rLaoLicDDITadNMb9ts2EnZkxZPOIqY8AAOD/Q8tMOjz50PllT2FNgbCjm744h4kDhX08w8d9fNA
2rLOkrKdGtCEkJ20engShAhO06AWH6gFP1XVtOUS/qFBsFB63CJNwiLNxOMGyvZ0I9X8wdp6/3zn
6mlvHs7mkYku93RVG9hreeeULUjCaqsYYzUO8/IcPZbjQVd9tLW6y+vK6yWDcRhFhmVUXMnSpmyD
PZbvgil1GcHqnqdw21h1HLmujpcEC76yIlKVClp+3efmMJXBIRKJV//1jjHlhlXlZs/MjxAwVZqX
XZYvo3YehMY6n1i8TtJiHABC4VqoebKRvtoL8EbknF/4RxXLINqljuDKp+IAUBoD+Oh5kZEZvZ9a
DNOo0sbrzOL0TrDPq8vNH1tgJEDX4zCqw6rtqnU3q1ZxdF+YqwO/ytxebRcpe4Rmt1k/I5DVd51u
cfFaZWipP/5tHL4Ps1/8y3GuFGsOOrIupymQseKqZCEVZRXzQw3rGz4wgbglDdvKwm02Wg4nthE5
g9093+bd1UoBWUAEQ65ySqoM5up/jiIcO8AuRFtbjBsWZCGuqfqO8rMUWA3gjjkduRPjwtiZa8Vb
hpMHFw+MQ3NumN802RWj47H1XbiUKvV6UgpMX2xdkKVLgXLpw7OJ9aPy2Ypu880b1cWR+0bPi6Dg
KYsqKO8/0eZi0bLIG0mGOH+Pecl/Y39oAOiSamidP9WYYTCaxYyOzyRZen2fpQvY39ss054YRsk3
5A50gxGh3aOJgdDPjLCKa8bEpAdvKZcP5FH7ttpDNV0Vc8uWxUOL6wSINnz3cXvK3AKIY+/W6MI6
YMTKoSkhYp0FFTZqcUF7pGvCMaSg6TCJBO3fj6T/pHwvDN/yjZ1p6DDcA4lxSZBiAW3EsezkwYJ+
p8ohYNBcSMh/gLBDWMAwruM0fSD0LwUcnIhJMivmAH+R7sHH4e/1mrM4/5kz1n0vhahis7YsLvPV
3V6B4wRGA8gTxESh/RAm07w2SdjaNnsyFB1xqrVBVXk1f2S3mqzRrl9P3Gs1+8ycfAsMuWG5N1Tu
gr3E0TM134XspHGJFgRMeGv/zoy8I1lOHM1vLz+EGJ3F5MemYsKhm6MoUiXszqj/Xm129ThMxqX/
ZvPsvp7ZcqsxYIOxdZZa7p5gxEdo1KKL7Fq07u1GwSxXo8LuWytsFngKBX0U3Mxd6HD2LIRTYEOy
Ej67e3fCxRiDhue8QULO3FDuoksFVXOABm2PN2iddsSfu1jSXdBI7qvAOu4zhprVXUVBDAgUOFjM
P8FYa+ixQF+VEyMCsm2k6mn5xwQc9Q/+8+ycXq1q1YV8FbCyuLBCVedWnSsT/exsJCXiMz55cec+
v/p0tZ0Ws3+60s4zr/L5inef17da6e5nxuCeUwLsUCwu0ErhBKecCgyM8GBDp5yvkJtWMJ0qngsI
Sp22jxhX2AtRhWNG/KA+BDsxnakmpmCud5QVZcXIyQBsapJ0IMbJT6ZK8+yNncr4hp84bqdBVE3b
dzXaflgvKqzCZ9rAsZtgxkaZi9cxCYO+A4qsrhaa/wsDsIvCk9EfmLuEbcXFtADBGfB4KaoWupEb
y78+93AS5Fj1edG3BagjP3YDnBpt53DwrqiLj0ysSVaul/QNN3gBMZbhdF6OvzTXOXV8pfM4v7QS
mwiAdOJB736NMbGBXHkcaZqDGTkG0giuH8jjgizu9k6+EKLCo9yjyLbZEPvgyMbV2FXuT8N3MKC/
JCrZMPhDyXwhcYFN4rBicN2slYxZty+fswdQ02p0RLF8/SsV/B8aXl8fC9ZRRNQj6UOhRZxVUreJ
FQA/PUQZx1Ir4J0MaPwg9l//3ddwiUuSTgmcD0EujsCDzr6hxjkquAnVABtLw+rbFbLTccUDt98F
8YpILbsgAjTnOory/xCj4NNZuiMDS9e4HtZI7uq3nR22LrQQVsva4ntT5miQiy9MrpzM/8LGsNEa
Mmrnt9L383QMjnnt9n0aTw8WiwMqtA+iQmtoBGq1DsIgzvDWzbRXWF5OMW5+D1dKQeN/va/H29x3
frnv6uS+q2OJNa5aXARLqB92ozJQtXbH7QsbLujzCChjZxgZp1wATSqouLHy49s4XhTm8+Ox7H3u
p6E7L4GAHqcPG+g7sQdFyJeiS7u9C1cxmQ9MKoLQclweiiCgXny7Saps4vyVuRT3cHuG0cWAIc7j
V29Fh1YJ9Bu6f9pf27V1YCQTc3V54PhxXWSLdoDC57qnRHJUPBJ+ap6qGCChulIudafFQKEb7eER
CG/YLcza0DMiVfuIPn/MtJo/SPLPULqRjdxEjgZZbG+QmXTzwmrkKngGfyOJSMdARCQwmajuReyp
VY2KWe3UUK6dMqPFk4Woa1TIxHABSS0jT8alZlXKJ5daadvQX4Ikg1qIXScPYypQxpA8YO7M+nYe
z3JnEf9b7bmBRXb9065sTYbrzxybIjPksFQP6jblC5IV+XhK7lZcOuI+Dgo44tyNnLB2j3lBFgee
VDYUcrXR3fRVqlVpG6/KCPCIRHgf8/IwZ7013opjDCOwEm1zIzxLowjtKvprceVkK8sEcYoYX4w3
uh0eRvsyiix82MpRgx/Z4L3hBqxdkTC1uiH1xtyQ6vFHpuEQ7SwsC94wn/cADbhYyn+CAWWDyKXZ
ZtMOQ7XZ9L2sG2OHXWgxpX2rb+lsy1AV7DZMtznTIdwKfr2oKktzxzh1pC847gKL39WM1qjOsidQ
xUi6CnoC3jLex/Hl3cqW8o/NNZNq7AxVBNqHMGjU40NJsCbl/Jx6PT/E1cBtv4FyrmqAVPZ05SQt
tIbhTHQjKMuLDJ9xHsbPnY1XuxB29ZF+ZSNxEqJcMdKhdBKdhDbSs+i37kP91s05J234GjcBjefS
HbPSneb3o3RHB/P1n4s6nrpoxyW0eXmfZiSYzM3ZYiGrt+LB/wt33GLvFKDuHZOQPZ4b5ovhyefU
yBJo5j4/krhSzZ4XYTI7eHS4il8V9zfRCfnoTobYEelw6jg8BxqgvdRR6QhQ++XX0oPK9bgwOBS2
68a1sSnPQF2NuDEkSUcYqMWkCgrGU2NwHWn1LFGtCLuo4o4+inv1Hdboh3GazEhejCfpgto842VG
7sP3MtGQYMQoiI7cmb30o8tX9zWMrgpnIudsMaExOErWU1NfuepyDGfqGBADqbTL//ONbHTK1x58
KjDCOaC/hHag1pyd7DTAS+ifzkGt0C+D141yxEvAmh9KHI/bwMkR64OYE2O2BOeZ/KV78SxCJnEO
DEcPMuXqrdQdaUqFLdBAIomqvuPRnp5UJPTX+L85AcoXzMvvtMBjwI9Q0OQBeX7DFhJNZ/tBrtyZ
0vGFk6AguBGBMRuNIjRnKbaXblXlafsuXK7D7RgYbIi3vjr0rlW6uGwPSVRVCkLdi8zrWqXWFB0b
ZlVOdRri4YccAK771u40OlDh4iitSjjDvhYQcsROYDBDXwU78W1GBshl+cUaWIxI3KX4CCgxIdDD
6bfTDZBI66D41lsVuWYWhAL76S0gLoefeDzSjZJ/deO0AljHyG4HaMpFxE0B9GRkL7UQfBF62nVn
Z94DeUwxZmdDp3YN0Kl9PTq1D+ImGhXI4/czhqy+gN92xqT5lTFpamE2s0FvUKO4B0u0Go8isqlL
rZPdhBjaEEbw84YDlFxMbPoqe4a+fMTX7UJe7xtLHStNKJzErIZO1jOtIzT2PWnuXaUbBv85t2oQ
c0g1owjZJT9FXLJrkSPunTAxfFLmwkqGvzhZxt3srHMjxmGui5ozjuc4ekXEtl/ffNCPaPwchd97
rHY8C7KhV8vO7Ft25JySZTG3qh1qr8Mpf4u2CqpdBsFzg9ZNZgGoKjVvb82Pkr4CS4mSlXYt0G5O
9K6bJwFsBEjO+/rLGUnG5QxF9jflhcVNnS1eWjbRjSJEJjiug5VarV0gg0w0NIlPDyDuazuleUYI
HyAl55JS6EMY277jmEYIR58JQrRh0RjeNd7ycpKm2TRMgoJNHxvETV8wZVxIKAmsi6qj7S2OyGPT
9nAA0ovD5AFC0Zrn+LmNZZ6rh5lrkDSwRThmQ6AJK4RVgn2tEoOmGoA3LfuRS/zoJ2nn24rTdVRH
NUPHuqZcN9zXh0rGMr3t3HuppSiOFLIgzOf8TxQ5Uaq3nAjCkV7y3xe0YI0uBJxb7Z8wt/p7REre
ssC9diHcK3CCTImAcEVYXo/owniVz5n8MRQ7q4a59A2ItI116+GAeUZlnhyVqen9VasAPINunwx0
y+xzq3Cggr4DhIzWa/FupnzCBPRBW/Q0Vpg3D2dzqIueuR/bxWoYLSWt9o0nhxwrYG8P+3FXPB2H
i7DA7HvtYtYHrBLcDQExzRe92MSlfBQCamkG+Y6xghHktSmHK327ku5DZMarNO0IFmQEurQf9Jyf
OWrpO2LV7KVDHQ7Aq8DNN2rbAPAnpe66VoXO12HOwF1VYFlHc+NEGRb0ew0ACAMIgFByEFui0v0I
CdcpxEYLn75xGgXPQKz5eiWSb+gAWaeWwvLRjCAQuLkEQ0hIPV9m8uY4H9V71WOf/+VkY2CKI6i0
2MPIZCVRQvTgM7s2gT6iKhHxrwX107VInYs9CkFgYkPFCDDCOcR6kR4wZEC0Ysa/WK3Pfc8GfWFG
MiIsNi5qnAqoj6eob06ioljDYaTB7LkJhzIIrlMI6OPZggGD2f7Mrm8JPfHTfJUROIlkULCmlnz3
lR7Y2XjMnb+x7qWAbMWNKtGfi6YGw2vyviBZEsSQSt/xoDui6U1Pm9LQq07Y5WHjPxlZl8MmUHfB
8uhs3ddhUOoXVWcBbvDem4tkE1BUNJKUqy8HG/W6CLtANK77Gkc5ddYVQys+5Mr69RRYvJ7aDvZr
7BEid9BVeAj2r02KeRGEsX0ZjYTHqYOh78aEidiW6usmMjHwLPKIMltpTr4FC15r4nS6dfhmyc9p
yfT1DjOJkbDLO99ILWAUa7ZtGhx56WxE7GqxS8HrGR1hldoSWfKt3+Ksckca88wWVOAl9CB1Y/W/
CotyPYFqnFEkGvpagjJV5QHPe6Bw2Qx4OOTOHjaqcmi1bWwor/yam1Fxk19HgqJzF0yDbFYvRciN
uac8VPHWs8gWCw3SA6xBRZT0ZZiP9+WeCsBkFbO2LCc92ORoL9wWSd7ZNzQq73LeaV0DnBnk03at
k687F8F0FYVCpLfoAx3j7QaNf9Fswi2vO7TxqyF4+jileaqcMbd1QL5vJb1pnQC6OU8MznD9RpFZ
Eamv+B7TYK8o1HgYeIhtS4gLdmhj2ntmqT25K4ko4r+yOmLBTGfDJpCnGp8WkY12/boF8RtKCBD2
7NfhYpmlS5KNTV6i5wm/qdii4TIj70gG9N7tnbGHBrx/hnJTM8Wl+KSYL7zcDwxeeVNedTfxE3tv
jfAxGFkauo5clq2FBlY9PnFPaIBtdvYK+9CsMhSrmVkbkg0d+/a2Dw0cBHcwbxQ5azzHCNRJ7qB7
5pzRCOLAt6qdMccYnDRtIcZb4eDjoFLDZjEZ/4nYMsB+7tVWwOCJMr5vZQnw7ML/H/Ja15WLeGst
DrZeVu/0G+igbd68wV1oH51i2y9Gi59u0fJGvMWdqpgOUYaG44Gd5KZBzzpDc6oTLJckmQJ9RsVS
0ZF1QAAKVA0jpcU1xHn0lJG2ZRBmeJO/rvqlfZSORMQXo+E1kdXh7PvkxnGf2Jgj7lSZL8KSmmzz
WmX7mGMd7PbiqL4hvNqYB0VeZGEyMxrE9eHyGoehjPFBoyiXxvT9YLiLHh2LmmDbLTzdqCrOq0DE
hPfmQLd+bdSYJ0yFIJ3WvlK1fYlcTXqRoNR8w7fndkzlhmHLLhLGwZvFnDEP0EfbqQjDk9K3ujoW
OG+jCSNolwAt3a5hBVhulsZ//NeHvww2c3lGucW1lxCqs5A25whcU47muUhuny/3Np1qnIiih3QV
+4CmrmEMZNEWWRgfZwOM5VJKLwJxzbOndt5WT4sAoN4z53YsPuLW8COq1v3Y5Hgsd7GVQDWelOgJ
GFQU/R+oDfQr
`,
  source: `
%% The messages that wait in a process: of what kinds they are, or the first of them.
%% All of them are copied for it, so it is not done where they are many.
-module(mailbox).
-export([run/2]).

%% Answers #{pid, mailbox, looked_at, kinds} with kinds [{Kind, Number, First place}],
%% or #{pid, mailbox, looked_at, messages} with messages [{Cut, Bytes}], oldest first.
run(#{process := Process, view := View, limit := Limit, limits := Limits, most := Most,
      max_bytes := Max, force := Force}, Call) ->
    Pid = names:process(Process),
    case sweep:read([Pid], [message_queue_len, current_function], Call) of
        [{Pid, [{_, Length}, {_, Current}]}] when Length > Most, not Force ->
            envelope:refuse(too_many_messages, {Pid, Length, Most, Current});
        [{Pid, [{_, Length}, _]}] ->
            large(Pid, Max, Call) andalso not Force
                andalso envelope:refuse(too_large, {Pid, Max}),
            Look = fun() -> look(View, process_info(Pid, messages), Limit, Limits) end,
            case worker:one(Look, 10000, Call) of
                {ok, Seen} ->
                    {maps:merge(#{pid => Pid, mailbox => Length}, Seen), #{processes_scanned => 1}};
                _ ->
                    envelope:refuse(too_large, {Pid, Max})
            end;
        [{Pid, undefined}] ->
            envelope:refuse(no_such_process, Pid);
        [] ->
            envelope:refuse(no_answer, Pid)
    end.

%% ---------------------------------------------------------------------------

large(Pid, Max, Call) ->
    case sweep:read([Pid], [memory], Call) of
        [{Pid, [{memory, Bytes}]}] -> Bytes > Max;
        _ -> false
    end.

look(sample, {messages, All}, Limit, Limits) ->
    #{looked_at => length(All),
      messages => [values:shown(Message, Limits) || Message <- lists:sublist(All, Limit)]};
look(kinds, {messages, All}, Limit, _Limits) ->
    Placed = lists:zip([kind(Message, 2) || Message <- All], lists:seq(1, length(All))),
    Sorted = lists:keysort(1, Placed),
    Kinds = lists:reverse(lists:sort(kinds(Sorted, []))),
    #{looked_at => length(All), kinds_in_all => length(Kinds),
      kinds => [{cut:text(Kind, 200), Number, First}
                || {Number, First, Kind} <- lists:sublist(Kinds, Limit)]};
look(_View, undefined, _Limit, _Limits) ->
    #{looked_at => 0, kinds_in_all => 0, kinds => [], messages => []}.

%% A message without what tells it from others of its kind: atoms that stand first
%% stay, and so do the envelopes of OTP.
kind(Tuple, Depth) when is_tuple(Tuple), tuple_size(Tuple) > 0, Depth > 0 ->
    [First | Rest] = tuple_to_list(Tuple),
    list_to_tuple([kind(First, Depth - 1) | [inner(First, Part, Depth - 1) || Part <- Rest]]);
kind(Atom, _Depth) when is_atom(Atom) -> Atom;
kind(Tuple, _Depth) when is_tuple(Tuple) -> {'_', tuple_size(Tuple)};
kind(Map, _Depth) when is_map(Map) -> #{};
kind(_Other, _Depth) -> '_'.

inner(Envelope, Part, Depth)
  when Envelope =:= '\$gen_call'; Envelope =:= '\$gen_cast'; Envelope =:= system ->
    case Part of
        {From, _} when is_pid(From) -> '_';
        _ -> kind(Part, Depth)
    end;
inner(_First, Part, _Depth) when is_atom(Part) -> Part;
inner(_First, _Part, _Depth) -> '_'.

%% [{Number, First place, Kind}]
kinds([], Found) ->
    Found;
kinds([{Kind, Place} | Rest], [{Number, First, Kind} | Found]) ->
    kinds(Rest, [{Number + 1, erlang:min(First, Place), Kind} | Found]);
kinds([{Kind, Place} | Rest], Found) ->
    kinds(Rest, [{1, Place, Kind} | Found]).
`,
};
