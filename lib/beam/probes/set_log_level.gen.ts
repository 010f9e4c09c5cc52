// Made by scripts/gen_probes from set_log_level.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What set_log_level.erl becomes on its way to a node. */
export const set_log_level: CompiledProbe = {
  name: "set_log_level",
  library: [
    "cut",
    "envelope",
    "guard",
    "levels",
    "modules",
    "names",
    "owner",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monitor_node/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:register/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:min/1",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:get_handler_config/1",
    "logger:get_handler_ids/0",
    "logger:get_module_level/1",
    "logger:get_primary_config/0",
    "logger:set_handler_config/3",
    "logger:set_module_level/2",
    "logger:set_primary_config/2",
    "logger:unset_module_level/1",
    "maps:filter/2",
    "maps:get/2",
    "maps:get/3",
    "maps:keys/1",
    "maps:map/2",
    "maps:remove/2",
    "maps:values/1",
    "maps:without/2",
    "re:run/3",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAP7FeNrtXVmXG9dxHjQwAIekSC12mCiLZVsJSVGWiH1GESUnTh78krzkMD7Hsvr0AD1A9zS6
ke4GQer4+Dk/I38vf8EvyW2sd6m6WzcwpD16EQdA375LVd1avqqa1pen+WIe+d5JdHJy8qtpfVm/
WsTeydRZtkaRt8j8rPiiNj1dNtd/r39ZL375yku9k2Xtl/t/Oy/bxR8zb77+WWPaWD4kf7lXgR+N
Xf+1N8rJ4PVlw8uTGXmglSVXuTvL9kPUX7afK5+aeumYecp5OVA9dHfqk2+XSTpm39ZRPXhnniaT
1M+Y152HYVis8Iw83Rh5UcQ8cp88MiJPuFeRNyl+5lBfnuUpeZv/OsipDxt5uvBDMtjpzMtH09Vo
+zm2qbdA72v5kT/z43z7qlYQ5/7EJ097Dn1S4fow6U/AVzovO/ZvrKvfCOzYJE0Wc5dQ4thP14Na
T6BhM4FG5kdXIbYdF+Azd2bete+m/hX2WE/GDV6WJSNmvHujhJBnEJM/U8kkVcOckRn5qR+PfH4J
0sdOF3EeRITTnWRebNQzjgQlLCoOhnIbtlVdcMFn2dxbxm4y352zWj6FmyMHN7Bguy1F0KLPwU7b
kPZOBdqTi8odpYTFf6u3JXHGzjkK4mvmG37ilKQKkjTI31Cf1aNkSY9rvbKmsDIHXtn6lJ1lPQ7I
4Nx5o3s+pP/oh/bzbKnnuePIO0qe8LJrP+UFo/SRxmUyfsNT9o3yq3A5imM1Iy/3sxw4IPrvOv3E
lRdE/pj65EHupRM/d/Ng5ieLYqz6JZFlhB93ex7qyK55kpJBkvW5FwzN3LvreXHqSE24SXmxTw4u
lD11euVFGfXYbrQ4iX31tE8nC6KS8M9pnOA4yfasEsoZpLHZRYZTtrJO+qL7s8xNYnd9QHuK+cUB
1QqGFleyTVe3ZAcShHlj2Uz9WZL7LAETrcGLJzQ5zpI4yZM4GK0okj/Ye7MgioLMJ2JxXHJ2jlzE
7U67kOOMEtkO5dpjEF8lvC4kKAP8C0KKcRpLJxpxit12wDsTPyZHmfu84sdcUdCLm0HmzoMxwGEh
wp305QW9qeZqMuyeVRBGrYTONnsHMMRySgR1kAkvJ4OmoVI0nRF+96+C2B/LdBT0JUEc5GEoWUZB
USH0mcGuoOoKQxjd7Xuay3qevqHP2Uqc3NFXm+B5AJuCSlL2agz3Wya7+2hOdpJrjo2BAR3VnOjb
9DSfpslS8oMW0RHISGNG9jPXQ8iyk9aiLN6wucdDndWxdtDuCi85UVHzeI8IzEvfHaVeNiVfWFPh
mZIKUZpiVxgy416S3/6G0YJCI5Z0UAsC37zd1sy81+7KFsuCH3wzc7SxfYS+DuRPXJNLldfFlMqJ
n6ZJ6kbJZLJStVmVTPX0oyAeRYux72ZTL/XHbqFypoGfiRqh9Y6zBqu+c0s0HtqqRwTjQemdgo2H
vnJua+OBJ1paiu1I6zJKRtfbjdHyUOlpaPcyopCu7YV0zWzmY9RnQSy6i3Sf9V4DUuCEVpAZuXUw
bZmVF3Hj5P/If6HFkkSd0LvKiWpSjJ/6Iz94taHwM5PbqUWZdIyByb1lrw5LPC8Of5kzwqOE4X9X
Ib1Vu9kg/EKLjTqxlXhxureTKU7h+MZkZxv/+ptf/we/Iegl0+dUH2a/OaVVl2LujzwiO6I9F9Y4
002p1bKm8ylHaLXDEVqNVck4LhInuv6NxApwsXEPRpOMm6hiMtqdecFXhclxSy3vPLXY68j31zry
mhYQ31zFBMg4t29p78+X9o5nnzH2mMwCq5LW27e0fsO0jgT46EMpccKreKfos7g94bdXmrV0g5Xa
3M8o4btjXUereLWcMmZvqeMtpI571lr54SgSCu4NgOCe6MoBbNJuWIKoW+S2zv1Rzvp+b2Xeuy7z
rAe+r88uQz4SojqRU/ra/Zd//89/o7eII8oRh8G7uL2U/8QI1FYEbuAX1jN7zyT8WIUfcYP84JjF
MC5UR3FNytBEYzn1ch5dIt/iyH/lR6yJpbqYrpKUQ+kq4xKtcfrGTRcxe5sBKINTBEdYwkv/QF9p
HGIwxhJI3Yf6rz8PdzGKlhePichJdh/UX3z1grdOd8GiAiThZovR1H6a7yt5ZTvIwzhZvcudkjlG
fqoWyEIM8GEBKNs87gbjLAwR+W60hA+EJTSQm1KNytjMWYj41j5niVYLEoCCDKhA+facm0nqF/FR
BENruCUfCltyihIfGvfuc3yqdb0cgRDvrc/InS7Ibb+HEIFwO4Pw+HgN8duwXZzkRqjP5qVP5KNZ
fF0phIHXbEB/lmhKoncFMy99gwGuDIA3K30OxN2wGiMNk6gYttTWhRO2FnEwSsY+9dGPiKhPyXXl
p5mbJ2ucwRtNcGKQuFFwyV2N5PbYzryZ5WkQT7yT65PGH57ncwwwt6VdLTT4vWLCGXnxLMg5uBLF
A+gWO9pb3GX4RldZE6F7Ajl0Q8s51LXnoA+0EKAZbQ2MBafk9YAQuaHU+0hxd+FQTmYenLegPBH0
zIiAwnnjhEDbHaqJVILd64YlVkHffNao5Ubmx2PBPdORmYlzL80DL0IPuwunlRBdkHwWF44e5Ots
kc3JbLgbsySd9DE4lWMnN8zZNuQ4sqQaYuAd6YMmbu9tM3Hb7P1Q+mQPIY0BA9oOKdeFyKGEfP6R
pXzuCyxrTSnrrQFViD6kbVWQ8cvhsR2NrFIgq/FQ+X+GR/hjG/NwlsRBnqT8dQP5LTuhbP9gab0d
3zoPsDENJtNQR5bXVfhjtW2w+0Y1FLaC5iwZLyIfvlXVj1kf/V/o+2A6gGzUXV5r6xHBtYZyHo5H
Juso55pYJ5ioHoFW3A6lKXkbbfBoXoKDuKvC6hnNwe7ZmrkPtxNarPLDYpWbKblEGF0Fk1CeuFWC
7bsKttCb8vvFlNeDu6tNAGxNjdw1FJnb5dYv5qlZprWRyzzz84pFTbuSPf2QJvY1GQC5ZyChawiX
clQdaicAm7pfqbiOV8DVDYY8XSW6KEbdu+jD6tWzjizvcJ2DpoxKAmlibWHztefd0AJeqJ14RnfC
X+o7u7t0fv0RsqW5lIiVhctxrrYNfir11Wi9r1/aHvorfU2kxwXVaFa0fv/HZphRWfhCfz9hKi5P
uH+tT7iyOVm//2/0D7NdSgygF20Ht93boCG/Y9+fYkRPJBp51SqSpk51W7s5bjbTjYs0fvTfR88e
q5fDsbB4MymMpQR+aM19UkOc3o24iMhEB4cRFTL1ZlFEBrt/OBDRkU/5eDCx2/MtBxL7SNv5dkgH
OBorA4p2HeCWkwXrkIor0C3XltBN3RuPZRasSCglFXo8GtnfE1GJa4ZfUA/yIujulIMJmLMNONof
h4dzMMvL8QhO/R63mVI8x0bZKa2K/q0lO/XDctK+o5D2A9C+vollVlLiow95auCiTnW8qFOPV2DZ
32n6eTuV1BF8pAFTB0h8X0+QAcGYXdzvbV2AiTf234ICVo4ERSoccnc7FfrwwIl1oY9rLvIpuJ9G
R/p3arNwk20cHsOR/2DryC8bDfpJyYoSp1GQ5UwlmsjLckBhFAxnAy8Pu9WqAmmqSjcANcEeRLbw
l1yGQNv+aA2gK6B0/muyTUE8cYuvQF1oX2ctvzoPQ82iX3Wp77Xae+KRWeDQ5G7Qc/H0NZ2+5eKK
n2hwhER4i3HHukkwpJkFEZlXaBmk6cGl+GQ8M4Exrtqvo11V/Gv2x8FDuq2P56f6VNgFUgiwYo8z
bw5Eduyn+TNLpaobmlZ/1dRsuqFBcVjx3GpfHyc00DdZvgP4MxXX1cqfQX+QRb6/O3raqS84cI4R
i8HlXVcj8QCr9IuRSGOVLcAXXKq6cp9dvdEHl743y735Opad2VQeVTvgqsvU+LlSLKGAgMzP88g3
0I8aqsgoD6pQxEe1o+GZAIoQCwADgWpTXLMUKgEAB6zXs3pehZmofPpVHMX70MQdE3lRLwWuqJKi
RHxFHVOOYRxExWpmW12K90higvESRQVOHZ/zTcTw2XvD/srQB8Iw7UMAuI91nfKOdp1ylDSxyuQg
HjhOxj5Qw8fEydUxqlzeC6n02S9fGM0K/7GZN6mr8CZ1D1wO3Qjg3TCo8dmGanzqo8NNkNUr2Xsb
xNcL4jvvRhBf5fBv34Z3bzp8H4bmrtBWkfzsjab6eR1QVbeSGsenJuC0MBQyNUrbgVr5MturgsoS
vvf9k29f/Pb7T+7+7rNvqwjK/L2R4wiZVOfpk29///jJb79/fPd3z54+/v2T1QSfPX36yZPvxs/I
l1998t2T1T8/SaLxd0+ffvspF3zQYlgnpdOy6+kitpXG97I3We7PdvoLV9ehiBGF+HHsfjmJkksv
grMoZ4soD4j244Nf3ymWHBUCDfMoMrJg5M3zRcoORR1iDfvCwb6o057ZfWGClWeeclgaJ4isaRnL
EaGva1moOk5Ww2wf1Ela19dqzoEo66lG9z+EttZcQJ98lCz9dHW+/LLPMQVoSIX92K21Zux/0He1
VrFK63k+tpfEvRAKjHI1Mkxvp2xxWXwGlmBnFLfH74eKloZaQk2Ywdm1/2bmzy63uibXooBjfKY0
kamTnB44NNFrNhbTOHgFJ29evsn9Vd8RgQUuONXEQTdxYBFlzZI039KEXgMsvR6FrKqJGvzD3dY4
L76WWVLQ9HowMWvVVOmFFVL6gGtsWY3YHQBe8IbUSBOuW2KG5YsM/O790SJNiYBxySRHeZDE4K8+
mJEb15v47n8t/EXhIoR/djf1x4vVKPDLNn4S6KuHqT8he+oXDWlib+bTag6s59GOnqayps9mCyid
6FNlX8o7uz2hH1OWKWrNvCC6TF4zTymrDtF7Rz/YV1c42jifUMcxOa5JPmVGHSj7MzZWp0A/M5Rd
wqY89EMwXwb5dEf5pkaBiFZUNjHr2d+1T0yUfe6y7VvomMgXDeyLU+yLJvZFi2k3a7ktT/UjkQN8
S3jlHY1Af9rmCgoqizvV9IcrYhrsltjNTwaXKDFPKCwJIfw0M9/q+k50ZZUZUba2ll5QwJOUfeIp
AYuZcHfJpe5mfvqK7wvG+rA0Y0aCIGruNUYHBw7voyZJMge/eVB8404DMlZMNBC6Q+27stOitX+2
Xw+427x+rO3E6QBp2xtNuYJarsqwD3vXcnHI0sN0hMKTtW+QBmkCwp8ui1OFt6wn1xfbN4emeGtq
13ym6jQXSpi5hlA1c61Ibd1ysRv9LBZQDQJiICy4wDD+gSaBrCp/SrvdnY19bukIOHsvMCIiCqk7
8IgJcu1qobA/N3PlVOhGx9sRV8OVZM9HG9Knh76J6k3mXY87mDvWMDolJbW2RS6mEF0qA+/exfA2
rn2u+inbcFh5mJUQJwUB4jEPFuViHTbmcve713/ofNEefPH8EkPvM278YhZ3L13WUbpKztgu6h75
y91wNzfUskWuPW8R5bt/hNZwI0kZQTTEx4BugcLnX74QBlrnnai3fB3zEEIYcju9H5reI0jagYYP
lgvJNjTuYfM+uIZe3H5o+kQv1Cucr3dGP46SeOJnuTtKZkTCuvOUaGWvJRibvjq7TA1NsZ1dtriq
YHYVNTmu0To8rM535SV+bDOUhOpQNfyybgXZLimoJqlgxT32oPg/W6RblVJk03OdKWRXMSTcxOqv
x/lU0+Qv3C/w5x3k8y7yeQ/5vI98PkA+H+qUpNQHq+JpAUNgsx3NwM+Ai11Z68bP1D5GgwYEAdFw
jHoONObB6NrmiubUx3NVegBEt3WfodoHq313s7k/cjcYDseC9n8I5nJV9zw0ndmH1MyI7J4HkXiR
DcO1ri/fbqKCziuIBwx4F4zz7Jnsx8r40b5tobHMcjXgYbAHt4+j5AcGrM/5M3DFZQdPvoo8IRfj
LE/JBhV4VdHvpzYi72zje/ywnCtJ4pyQGDlgmN5a5Hx+qLZwv1Db+bs+HhVYdM1Lb+ylEz0DsoKb
pKtXTa18UbcvTKoRCq4vZRpqR8wBN42v1Gxc4Tow7O4tDLs8DLtrD8NGtZ86JvFRBEz78Mjr7o0j
r7vvcGGtLw2KWRgN/Fy/mlF7fyngBfE7FTveHA2Pw9vbjKCtfWwlUmZYF57Ug304a22IWlydsj4v
rCVnnXWxx0KahUVWwgXgILgIUb/XOdjpow9E0AH7gp+y2gAstklI7bOsJl/E731ZAd8qumJ2LFE5
58dK+qR+/Uf7F3Uteyx34C6GFaDEehXV+nVsWvXVX7a7tHOQaW4KWmQFpYIu5w5/F9v1F2NcwTo+
o3Mst52sTXEzWQDWtxotAHkuukYjCHkDZl/EeRBx3bCN5W7zlRct/AzCFehlbpLX9m7cZqjMCX+C
eN57hxNY4dHtm9PSPc97mNbtaOUMVCvw3z79u6/Wv/W1mJISQXBU0gkQm/b1vNcPFv8dQWKaJKDd
KfLvx8ky5mtyHtZGLYj1ho1UGb/8OVupN8UlhAZZrO9QYBK+Y/uQr5dbIZOUAoqdHzXV/paZDs1M
KMCh6jiArGdeDXc9ku1/joIQLm4J8NbniEtzO5IqK2q5rbylzT8R4cgdfWVdH+p6JXx7eLLxBhtQ
1/KNGm3QQN+v35dMz6bjQk8A22v2q9eHmXaRsKVFjsDeKZN4bPJMLzy4/x+NDh9UF9Qon63lh99U
FnbsQDL9agPxQ5NO7kDoXA8eeSqPjoixeSJyLpi/hmo8ovwdOsVmmlmepHSbR/LiPiaTCqkoXAzS
nH/GdSObDwzB4Kq36PeE4KBezShJrhc8ggxY6sHiF1oYjnOsXYDZxttRhQPQJBP8Nz/92hHiQVVu
DT3MuZQzbYNprbmX5oEXiWi0Cnkd9MOt9sl22hSSEFKidWihrhlP6bJKfAmWPNeV85uNYhBCD/+n
uojpKsqllXFgtL4LE0AZXFFhtVCs2sIf8QJk4O3Vg/oGlOtDoXLTo7obVyaJCy863+COOErRBrLF
LsQrpHuU2CuWkksm8FaGQUzuQ9BmB+Q6Femn/sluBUfBu999xuWpgyG5zQh4CP6g5fMPsWUSqE0l
WXwd7N7aSctTZSkgAV+irHHUykZeHK+0VibMqqyntOorQ2uR8teIl/Xa06KswTT38sCPRyVavHyl
vLywwnDtiuqQ15W6zP4UsKODqoGszwBHM0mVJrjQJDZn8WQ+2Ji4fuaqZy+lCAb0JH3oLE5cL86W
bHyoG1bRbbOHOgYUDqO2OajjKoioVIhSKSVgwwSxOh6QdMyVp70pL0TnxrwQ/EaUadD0jyUb3/E7
3CqqoyWLXA8/wz/duPbfZJDhgzYPGZjg0Rq2TSaGKI+dcy5QjDE3WNGmRkEbngkcy8A0O3sDS+/S
Lyp2C7qCVtfLKrWhh/q68RCH3fZB2G0P2Iq93Ea2TpmnCWxdW10HkW/mosT28oCcNbZY/oiAThiE
odCODsMpDPjMIjgNb4Mcd7f9Mxx0jLXD42BSC5OcZRJ6P7bE7bLyqh+atgqXNMgaKuVN7e25GVa/
eSXSxRAPf12ElcV/DIrVKXkYcPeADZlYjwNQxYRBOB9OOHbDitxNH1tGqNplQON6ocOYDx0OzfL+
22i1E8M9+lp/j3oCL/PTk05XWDv66z7QLqjUtiOkNTTz874Ne643Uz7QfYyZdstRB5sVISUNRpmu
pI0c7KfqYp6pjQcTdLU7Fq72vrKs6M47w0Ua1DmF+hMTMrCUXg4hy2sYQm7ecg71FyYXh9q7fgF5
12vfsO0moLScRvWQ/m+s5IAsNnMOOyeGIkarjzrnS1y43yqAOVCdOaMX/NIS+cOGRgeqvhx9ifw0
z+NHAH4r5V609LpSS29foyaI3alPfrFM0nGGRg3uc3Rj0Yfh9CqJxpF5BXkdGb5O1qo0DP9PAok0
NUhEiDz38BiLgKqpqDjQQADzaforRCLqlAvtHy7ScgA04OEigmpxZto6Z0xYIhgReQOrbAb1Xg27
3Blk/lVbtOQY935b7mAusx9kEbXPUenaoGOyR+nf262scaqe8dAN971iIbBsxwh1Ksj6ioVMV7+u
RtkmRB3BrJSYN+avJXp17gURXkNs021GEXzoHKvDs+jiFVMu2VTi9gFTiavy3ijghbv2fFQLQLvm
xT0z709HElc8DOBMhP2DFWE7RzGGulDTvXJRabymmkJx6R+9hXtP2aPRehr/bJV5siuXixtUIsGW
nOmv9Gc6EAtjS2Y6EMJ0VWTT6EYQ2oYuG77OqhLMsquzSvvQNPqR60d6OcetZmtVIJtKz6OrXR1Q
vsxueWXe5JYehkKpI8BtMxBSDaprAdcA2+4BqX7bWqVFK2JUaCliiDItpMGTQ1OXj875axlt7ZVc
Y7CH+svOczNNZ1c6F3ellXIG98xBbIIvuC3zDbRNZgbQZbFihe+iF2ovAoHFPjdip3PAV9JEkfMX
sqh16gUZC7G7AMhl9xfrNDqX1X5f142FKrCZcQCoeA1RXRXA9NE/NSD8Ciu0CZhKhSPwaCGEjkYI
oacOIfSQyl4oP2rvGHL6XLEba8dhu7TjUE7MxhXKOIOrC1M0krIHosxpVOcmGcKOiCGG0IoR1izi
fWx2HdYngE74YrpgQz01nhnKWGFDYTx3uRCSUYoQHq0dlKBuGAtv7kXkdejDgOqR7FvTWgB1WSKW
nXJzb5Qk6TiIvTxJjYyUu1RgC4Wrtg/T4RC38+ni+7C23yhaRMNlHmWqKd7kS7sWBtx0Hesupq/7
9EI2uED9eBFjqwW3pmhooJrAqqCCYDkcpm9dPUqW9NDWHNrUVy4GodZ039vFdouyoZWUEObDxXg7
1P9l+nDayw/dbn9gTzW9Gv3923qb71S9zXrZIvd9rKhPXS5z8K4T10EUhaZ9UtumfVL3imp48B6W
2rJ1d8EcsjFC/8YbI/RvvhAU6xg7dhPT2+M9+PECfL767/8BliGV5Q==
`,
  source: `
%% Sets a log level: of the node, a module, or a handler.
-module(set_log_level).
-export([run/2]).

%% Answers #{done, before, level, target}.
run(#{what := Of, level := Level, for_ms := Ms, dry_run := DryRun}, Call) ->
    Target = target(Of),
    Before = levels:read(Target),
    Before =:= none_such andalso envelope:refuse(no_such_handler, logger:get_handler_ids()),
    case servers:ready(whereis(logger), 300, Call) of
        {ok, _} -> DryRun orelse set(Target, Level, Ms, Call);
        _ -> envelope:refuse(logger_hung, [])
    end,
    {#{done => not DryRun, before => Before, level => Level,
       target => case Target of primary -> none; {_, Name} -> Name end}, #{}}.

%% ---------------------------------------------------------------------------

target(primary) ->
    primary;
target({module, Spellings}) ->
    {module, modules:known(Spellings)};
target({handler, Spellings}) ->
    case names:existing_atom(Spellings) of
        {ok, Id} -> {handler, Id};
        none -> envelope:refuse(no_such_handler, logger:get_handler_ids())
    end.

set(Target, Level, none, _Call) ->
    levels:settle(Target),
    ok = levels:write(Target, Level);
set(Target, Level, Ms, Call) ->
    levels:lend(Target, Level, Ms, owner:of_call(Call)).
`,
};
