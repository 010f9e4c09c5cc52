// Made by scripts/gen_probes from one_application.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What one_application.erl becomes on its way to a node. */
export const one_application: CompiledProbe = {
  name: "one_application",
  library: [
    "application_use",
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "servers",
    "sweep",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "application:info/0",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_integer/1",
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
    "erlang:start_timer/3",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:member/2",
    "ets:new/2",
    "ets:select/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nth/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:keys/1",
    "maps:with/2",
    "string:lowercase/1",
    "string:slice/3",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAARiQeNrtXVuf48hVn/alPT0zO3vPshAgIQuBbJaMLV+6k90lhATCC/DAb8mbfmq7uq1qWTKS
PJ7OA898DD4OHwW+Ql5A8rUu59RNkqcXel922rakUtWpU+fyP/8zb6+7+WoZkeBJ9OTJk1/P2+v2
zSoOnsxb6940ClYZycovzubd9fn27+0v2+UvXwdp8GR99vPjv1vf9Ms/FsFy+7POvLN+t/jLvwlJ
NPPJm2CaFzdvrztBniyKC3pZcpP7i+x4i/Y3/Vfaq+ZBOuOuan0z1l30bE6Kb9dJOuOfNtBd+HSZ
JrcpybjHXVJKyze8KK7uTIMo4i55UVwyLa7wb6LgtvxZi/nyIk+Lp5E3Yc582MnTFaHFzbqLIJ/O
N3c7jrHPPAV6Xo9EZEHifP+oXhjn5JYUVwctdqXodjHZT8BHtr4ZuD+xrX8iMGO3abJa+oUkzki6
vanzADouA+hkJLqh2HRcgdc8XQR3xE/JDXbZULUbgixLptz9nk+TQjzDuPgzVQxSd5uLYkQkJfGU
iK+gvKy7ivMwKnZ6K1mWE/W5IIKKLSrfDN1t2FR54AtfZMtgHfvJ8rDOev1Ed0sOTmC57fYSwaq+
FrbalrLXlWRPrSoPkkLL/zZPS+KMH3MUxnfcN+LAGU0VJmmY3zOftaNkzd7X+c3OpTdrwW+2XeXW
uh2Hxc2F9UbnfML+MaLu4+zpx3nYkU+1eyLI7kgqKkblJZ3rZHYvSvZb3a/S4Sjf6zwKcpLlwAKx
f7fZK26CMCIz5pOXeZDektzPwwVJVuW92teFLiv242HOqYnuWiZpcZNku+7lhubO3e24BHPkTDpJ
RbVfLBxVXdW9CaKMuexwtziJiX7Y3dtVYZKI1xms4CzJjluFqjdIZzeL3E7Z6zrlg14sMj+J/e0C
HSXmiwbNCk4WN7rN1LbkbyQp8876PCWLJCe8ABdWQxDfsuK4SOIkT+JwupFIcWGfL8IoCjNSqMVZ
xdG11CrusNqlHueMyD5VW49hfJOItpBkDIgPoMzG6axb0VQw7PY3fHpL4mIpcyIaftwRBT34PMz8
ZTgDdhhFdid7eEFPOvMNN+xxqyAbtRY5280dsCHW80JRh5n08OKmKdWqpotiv5ObMCYzlY2CPiSM
w5xSxWuUEkWhzyxmBTVXOMHw9s85X7fz9J5dZyd18tTcbILHAUwKqkn5o5Eep0x19rE7uZXcCdsY
uGFLNyb2NO3m8zRZK37QK2yE4k4zTvdzxwPlt5PRSzk8YXeOU5O34/2gwxFecaCy5fFOoTCviT9N
g2xefOEshRdaKURlin9Dyt33uvjtbzgriFptyRbqQeCTd5iaRfDG3/hiWfhbYueOdvaXsMeB+oq7
4lAVbTGtcULSNEn9KLm93ZjavEmmu/qTMJ5Gqxnxs3mQkplfmpxpSDLZInSecd5hNQ9uyc5DX3eJ
5Dxoo1Ow8zDSjm3rPIhCy2qxg2hdR8n0bj8xRhEqMwvteVYYpFt/Id1uNvt7tBdhLIeLTK8N3gBa
4AlrIHN6qzFrmdcXcefJ/xT/UYdXkm3C4CYvTJPy/imZkvD1TsIvbE6nHuPScQ6m8JSjOayIvLTE
w5xTHhUc/2ca7a2bzU6xX1i10S58JVGdHv1kZqcI+8ZmZju/+s3f/7M4IeghMxJMH26+BaPVVGJe
TINCd0THXXgmuG5aq5Z3nbuCoJ01J2hnvEkm7CJ5oNvfKLwAH7tvYzLJhYlqFqPDmpf7qnQ5HqXl
Wy8t7jbyi62NvJUFJDZXswBywe1H2fv/K3un8884f0zlgdUp6/1HWX/Lso4k+NhFqbDCm3ynHLN4
XOGHq816pslK493PGeGHZd1mq0SznHFmH6XjAUrHc2ervDmJhJJ7YyC5J4dyAJ/UoxWEulec1jmZ
5nzs91Hnfdt1nvONX5hvl4mYCdGtSJc9dn/5j//yD+wUCUI5FTB4V4+H8v8xAXVVgTv4hfPI3rFJ
P9YRR9whP4TNYpkXaqO4ppZuwp4Hy2UUToM8TGI7NGw3ChehIgC6AwF0EZhfBSTrSzsAGvz8kfXy
XdykycKPwizfi+IeU2GSDCzGMqQayMXQfU7e1UNd+YcapbQ3g0Ywg9CUCdJ0GHeJBrsj9+oE/JCy
ACh41S4hJMsEnlZkVURI3KSCIntPN+v7BFL7q59+hQ+hb4aNLC7zeOPODhoHgm8mEpTGeTbedzQP
BtQI4KMDZXCZO/5PPuUOzfBBY77UYrNBjWmQEz/P8iBfZe7z+4ENpNj5KR+ae8wDPR6yXSypIMG6
K/Jk6T76j6TRd7DRX6KaaKB9reczkk3TcLkRAufBfmxhqNsYGG1spIKjV0hkGsa3WxiP5o17r0ma
Pfi3bb/OKr3l03IE18H0DtasI9TsPyoQrY3aXiQzddEB783IQL4rW3vdELzcK0a2ikgGgz0jEt/m
czMUrslaHZ7GrRdnAqgrS2ZkSeJZCWh2F8rvNIQVYF/0BXNiYG8rRZfUYpps9nMQPewX/3g/TL/+
GdihvWYPfAb2w6x/Bi5iQsobX9+fZgqsbvyJuRHRt3zvZym5LXwwkja79oKXUaZ+lN7brhauusiw
74fICfiyYeaX/5SDVa+o5Qw/J/HrME3icu4eoGz9nrtsUSk2Xi8avm9apdJbxeE0mRHmo48K5y8t
bIXCzPLzZAtfvTeseQkTPwqvudR7khb+5H7kBxPo7knn317lS6wOYy9iRkWGz8sBZ74UBuqzfjw+
xS3jKfbs7Cu4BAuyozzqOIa28RjM8bsS4rdvAN0VYodDAHlpubs+NXegBqpQDr/RqgvB0E4ImPJB
XBDYcLZuILWUhHi0wluwbrdzMVwnK0xmKes3UGUflkGah0GELrYHVytfxEnxWVzmD5Gvs1VWGvCs
tqguJyMMpd9y0xv225YKO7JiVM0i6TYCMyfDh5Y56fPnQ+WVbUIbA3kZtwIMDxKHCvr59x3180ja
ss6Ssp0a0IQYSWnfeohkhDK/lgFZCUCW0RSthOUS/oFmCcHbLZI4zJNUPG6gdPiAquYP1tb7+zvT
S3Tm4e2cmuhy87I2DyrGldI//b0OMClk9twSYYcS7YrcGd81iIEq7HLKW+iqo79NctbTPF+QxTWR
xOc8mPp5cK2YhvMoCWa8K9qndvXdfU19d98g/eM843+oPZf2N/kwTvxsNZ2zoRr35/5RxWh3t0w0
c8WLUZDlgAtjiRVAi91FjSClOMQfbGLt4BdlgBtRMsf4svglHyWFfoGEE8GfwnE36KdsvIUj4GiQ
pEJe3Kww841hBUKyCopLIRvRxO+30CrbM9hcqWBK5gNmlfxFUK4Gq4k/61PuzwGC+VbwUdRiioz0
pgiyZhsIG+seO+uVPzaPfnkVHvM96TFdFGSkrx8Pc7LAON60Fy/DfTrO5UW+bz5fI6ovhM/J0squ
QffwWLLYzLb7BCVKgPifRI4L5EciHEM7EQze3drE8w2whdQB3wEyMHi1BBX6dv5mL13FcbiJu5gX
4vc2RfC8paX1OZ9uLhIexWK0FQx7RtBY6aTq3ZH7mxCIIfX5NTnjPUEjIhSFwgTMxmFFHq9jfp8f
g/WUXBRTcjSvjSdlRE80+5N9IYrB9POEHWb8LCqx9/TI75ZM9SEvo/bhRz9FXGmXxwOxVoU7fNiE
7mwQByPFTSVpgzadPFmCvLVnVZSBo+RfUlvyPgORM1h2TDegd1/Fd3GyjiF2sRrCGwO1mu4jK2Ml
Yn/iEmtCeMe+w1rphRuRp0kU7ThFjk+cQc6JxR7k4i6M3nGegh/oI6ZOMT8LAHSnJPCjVGKDav+X
FgertJUu4sQP4mxdFn/AiLV+tfk/ljHaY7466zCfH49UKRiw37rgl3tjCPryqG+N/VYdlt+gZA6K
YGH6F/AcNvrXWYY/awpM8Z4xfef+hDJXfB1lLhcJZigPpZrnzC7Q4h2GhgSaPTwFPjAJmBqZwmMq
y2JbUS1RtcbFcfL/1EBgpUDU+LihJZS5ooanmpj8mcEJqRoppKHePcYU/ThYEOS9KsmEteRMKJBH
APyqiZn6Q8mK22iYY1QPnLakPw2DyC/vVOmO8CgveXYQ0fJrlotWT/HoLOg/tGOkZ678z/oTuQPM
+tZCzzHaZFMPOltd7/WbKqhe96JJaUtPk7b03Ff6zxspBtzVxTRVC+hhuSCLpKe02kLa81SLXSX7
Y5fWzQopmOZYBgY7I9oWLE5tEr8Wpw7JzBSHgxF+YI9VFu+kPFOLX4DnVwWDFLX7BjiCpw/CeQ5h
9e9j5Hu9tFipYBNc0vOomhyVTdOoCq7qh/9+cmrSdjWSBJ7MRMmRUIGcgldcIByHnY24xGVHjXNU
lNHlt0tRYTH7zTFUnHiVT8dB8ri+1RhIPjUOizYJg0XDBUBHqAZOORVkH2nnAZ1yfZXxEMxmivsC
glIxtITXJIyOQlThmBFfaAjFSk1nCrV/L3bMW2RGm4OZqnu9SCGPoTCZKs2zN3Yq+6x/4bidRrSa
th9otP243hRFhde0wTfwrosubKHrhaBGejIuPt8aRu1tQhP3ybYWrqyKI28K1ymMbw+lji3MNems
8pvLY/W8TQuWTRsKHLBSdbG/a0WwQRuMvUAD3zag0doDQI+Yk/nUVrP9o5OQpugiLrX3HNEm/LkW
onhxgJqk69I2HtGOyVoCVWRrQpagT3++LINxU6xHpOANA8BVKBwleZpMWAG6+fg0VR+fa47jvcnQ
+uILB2fhYndIkYyaTQoGa73kSjjMWnZeQeDWalmZH5gbL2MxVPHD93gRr5oCn1D3LAmoYjcHjHjo
vogT/7iI6haQV0jyss3TTSUCh8BllXSmjQrrGiGoJwo8LN0Di3Utgt3zSJ15ITTS4GxB/yUbD8TQ
o6SwQ9p3trQoAnHIWjatzTRJMXy3I6VbEpgRaa/XzO74Yz3yHEnbMdjmJtuZMr/+nfuDvqhAlqdk
nHQe0V/a8GrU3bbO2r4VHNKxrHw7RsaELi3Cph/wb/mKBv4VXdIazopPsMdebm7iZ0sy9dNV7Ahw
bv82XKobHY6p7cg+YEY2TRbLMCJAjJMaFPqaJn6Ll9gj0tpHiSuOv+IfUyFLCURj2V68Chiv54Ci
na222U5inwL3qJDtTNJ7QENY3tJeQrLVwimBCQqo1UKbypXLpt9NaE15ynrAc54d+5DVEfAT87PX
O9VxC7cI3FBzCCdSzdHjITC3XLoW9Ek9GK1gNSuvXCBpAxBkNlSR0dQQWJpYUH5fnoJyeyz7fmem
1NBSR2jBC0Tea6jwxjiXzZ0uHjF5qVxk1TF/2bERWEPuVj+iIBddA7hLK7j5HbnPpMPsEqa72L0U
DMvEXeIrDKKhr0G+EsjAwdBMnMwIdCX6Y1QmPbjGXoJO6iYG6fL76hRb+UrOd1ts5Ssj6eZnBI+m
qCvUtxUJ/oYHjxHxDqUPfItJqMQr/Sy3UbJizgczTy7TE/IlHJq3dJ3eUXlCDMH1eVYohDKqAmEe
rwSiTgW5aL+e80N64lEp/UTRoWBsoes2U1xP2mqMm7fVwst9bawD26vPZuHGWQw4t+DZZyVWp4y4
ZtSquLGlsCn0igMezDufsUqNVrgT+1rsmaDdcSP3pRmYh6GuqO2hMEIP1ppVKybEQ8lpMQRwdRSR
EK3xOcJ6WOJpAM3SWlSe7DWb2UXoO3h4Rv4UZyVqNx9qfvIkL7bcnBS6Pgt/SwwMMMj87CsTB44v
51UvhRNEiFraCbIEMmRyybSkL6aqNDUyJ5O3V+FmITCXMPEUo3JxSWhS1Q4b7MiBp/wOK7GKZ+Qm
jLmO9PbixBe5eULIaG/enCcpKakdYHOHR98dJNLanhuJaeNaolKXomHgmL5bxXkYCXaaBRgEZpft
2zzbpR4heAM18Dp9ru+fEMW8P1APC9E1pcPi1tQuizsyzhRbk9i5t4/ZMnU55fI8ofegEklRJWsl
PMiA6sqe8wu2/K6OUMQd0Ofzz1U/rjNPX8XSHWlzAujRdCljStmDkK0wxb44A45GKf5Ua+Ldzigb
1Ek9cWV04E/qiQRMECoaJPQ5wUxRs5Nx4g4OtWy9waONT9yIY9tng9uLUTglIOG+wGdnQq8r+204
yuyiWA127CCni7IZxplODVvtuwub1rrAdDwoDHeVl6Fvl132IdQXq4nbgKripiuDrdjnO3A+hrwJ
c3VJwl24DceZU9fb0L5vJu2xttistrj17agt1tUh9R+rTt92VbFL+qp3k6QkODJnO6COqzeWGZsH
2oe0idZpl0B5JhZ8uHKwvS6iZE3ScifAsAAsoAhb4M7zPDG3Fep4S+dxXrrLw1BXSzCskahnJNd7
aGAQtbGb4hTUQm2ILb8pT2ZtoV130cxZ+Bp2Aq7vc7JJR0DOJh8NQydxXFN+/niqwR0LTEqN+ijG
YMBv40OU5asvVfYcNLyhVUZMSe1fTdL5yqaga1Xs29FGNa7A80RDvG7/dikpW4cT6ASjxjHwMR4Q
Bw8OM2qfSYW42JW5Wpcq1N79D2qA8NdDtYfWsPvzMM5ImoOhOpPUKwDDNS4THCm422otpVSHrQDI
rghVQhsr2CzOgCpeHt/IXXUxHRgO5VE9E6zGBm+41EXxxcblhcWDRxjmi4/pF38NdSgfFGiNCulQ
YVq6t82KkuRutZQzUKO6+rnoyt0McBPy6zpOvJtUtACZ5M5m+9U/O0H5YJ1Tw97mUrkzXXM6TBdW
3oSsc6+D4L/NPLkOm+kTw9mdFrLQNjxdPAhx5CRCPzU92XcTpTna3RN3xf09s8RTzRk9BEYuvCiW
s/udZTJvCNkF1fCdutS+Pr8yYfMrB2fi66/wAvajuB6HyuOq+SPEO0mp7gCHLYwbhE6c5DwEIY2A
XmcMOKj/1WYqBAk+/O5H/DcfHb/5QroDXrHdaGatiSlTMDM0mLu1gtHIMIeB7pJeNg3ieGO1Ck6t
uttZFhY2fs5akerHyIf1rrOQ5sKnyyAPNx2knYXhZ9rDC4taVSzqt2iPdlwF84bc+zXAyS+URhOQ
TlaMWV6Z9w/ULL5+9EqJ4DgylBcdu7s4x967Ri04Rifpx/GlS0uIoaJ1QtuGin8nP9Sp3cJ2vgDg
qopE7xYi0bN4HIvMANshb5ZDBLg6L89XVo1F94/tBfGs0GwJWh9UCLiOt99qmF87UiV6tfUckxsk
mQfs5XU7+/I01fMju6okGUmgCftu8sU88ImQJZDf+FSiZT4FXQGu7zwDW822cVxnvpLaIDZDADHU
e8zMa5+asmGozbI6D+OvnBFYmlTlQOJCqTjSn9slCrQVz/CvJ/UyMmEoSoQQB2eZkekG+wo8nwqE
zmpnFyjg4VS6DmZBeos0N5Uajzrz68KVLrztSanx0niV/cS/1pb7uHSe1ydKzWpOEZaSgQQ8qbuR
O1hXDCeFW+ZlkkO8TnyExZPEPOG7v0AjVbJBWDGNzY1YSK2PlBEMbSNT7xRkEUNLjitqPTvWDde8
UxemDmy5TvpUgYCoW9jPvrQDlaiLwYR9ggXsrotF/nE9hYxD0QjjQDv0bR8V9lX+rMYFHcwmDhlX
zi6FZQ/HNz0sormLfIMpmpZDimaku+YY1RMyVHoVaj4wqURQGx2TyGQnFEoPVAv6/MImqqDPylxB
WZmzr0VUE78zVfQJFXIgf2Nu1w/NcnqXcO5oIhOsjNCkzqBJ2rmKntAvzY+yEQJvKOVS5xeNLJlJ
1ZUKCG/GplZPLof2jLpBvyzuv2WKWCfpLEOzTS8EuXEAF3YL52wWCaSnBu6hIRFEn9YL3/iVJCLn
BiIiIRaGeG6uL2CXBzVVFo/lymKzrJ8sRINqkJB6yJk981DARbYM1rGfLHPzggYmiDZlYF6S8vMo
hSn89qVRRobP02UaJmmY3/Pn3+1ctnwM+gToChXbtkUvyhqgvkPnOalopY7AyYvsPstJ6Zctwhx5
qH4x63fgh3h0/ZCewHg/Njcqy2SfGJwT23Jadoo2J7DaHRqZ959QF6saVAkYMqB7lXwvyzqDEbW9
YkjN2gqYrdHHURLfkiwv2aALleEv08K/eiPn4nTNZobaLjWDGkaXrW5qGF09jnVwxoJdINyLkIzo
myNFWhYhaU2h+76bMJBmVHVheVn+ny/w1zUTc2pswIJI64XNeOqwW7/GShS5IbIiRGz/2MIPzYMw
cuoAb8or0dJNslHuf0djwidegFUwi6CPTlN/MpS8fF2IHt4F+3dX+gZCbQitNO0Ir9fEDhr8EObc
oTppfJqRetWkg8/UmBX/jJsDEbaNbJ4HAnY1Ifqv1EpEnCwLt8yyxt3YqHhSM3PEKUKTYsygT2vM
XpQJCiwA1GHNrpNANrzGiJvN+jEx9WVBvsrA796brtK0eFX/0LkH+tX7i8JRDm6J/68rsiJ+YUHA
NJwpma02d8lU6TOQ8jUlt2FJBU9mfhwsiK5904AL6Z/rYcfbKWCZbrRIU6ibUeszbZ+43qKwv66T
N9xVWl5Cdu7YC7X0hAfGe5wVaGPwcXcd67n6NqvAXjNxZ4417SBlwwg4BCNszfRz+1ub1Iug4EZY
CU8L+6KNfdHBvuhiX5xjX/TqyKf/nWN/wSpt41jzCqSyYi8/M7/dQOK+dhufCtlcYZxQUhtqdmeY
E26b1yC09OUEom7trYOwbC2uzeYyChYLnT67JbGfkfS10AxQiOu58rmdH1lJANdbPKU6UZLA7Zdf
lt/487C4V1xmtY+h8G/NTAOdkI/vA862VEBrGtQZ4CBBd4PJvDiUP2uFCEjl2wyoyClz9jUS8huI
Is2Wx9VhPHrOIAi06bl2VphkLApl6qvCie45MByuzWbeEHRtaUfBzBOq8gU8OWOcJYLZb7CsEGbl
pUGY8aVU20bTYAxwFWNvq+RjVAL1Z0IfwRFtLN/YjpI13Jzd0oI5NzfsxmbdX9454BEOnSuqdtcW
IQ64zvhvypF2OusP0ywtxnr0rWDOrDEMA2v3YXNhBnpyls92Y2yTbQsO2AHEAQucIDMisL1qDLvu
TVTYVYxBDZWO0saxB8a69XDAPDKUNs5QqqH1bhR88ri8JyOgZfZ5PaivgalTqivZYLtc4OUbWBtO
gVlUX4oA977Ds25tDG6jshX0fN1lC4TdkoMAAP1MXBw67tWYvheqFZ5Ry1ll+gCqmi1h6Ayw2YVH
a+KbsG58xPcUgIygfoNGUF0ABQ3p2oFRmakVc2O9H9oBHOT62aZpuKTxYg3STwH19yCeZKeCb0UD
GFQr9S2LRsROVNpAyaHHE5vKN3CZMgJWmKnoCLb4EQNCO+TMNAOWGBchVa1x1ObqbXBPE6qIgBzX
Rqphqy/r1QEzjYA5x5aJo6pSEGqPSjEZdJE6ojic27Sn4lSnIePHmKuTGryyO40O/cTwYp5K5WhD
e/olqRqtr6pO6NuMDJDL8o011RNDavwSCKHbK6vtdAng1M5Rzscru4jmFSAuh7/4spVLVYR5i8cH
SuKo3Q4AD8cJak8AbFTsTy0EX7TtB+5MmRIbmKYU6WRFjAODIsahvohxCBYxnlXowLmfMWT1he7t
zqVL/cqlS2phNrNBL1Gj2IMlGiGbRlpSSjSebkIMbQijKuUzh4pjnhca5tnmqYq55hJQIcDnljpW
mlCYibBaEasVuS1eLz6uIN0wi6Nzv9tKLZ5/ZsFlLPdorJVSyL7MMs7nhqHwEm8Cfz5APveQz4fI
5yPk8zHy+cQpp9U1KnjzUMO5b+erj+tqEvtr/a47aK+OdX9kr8HOwwP83KBOLRNfbubdz5Zk6qcr
w7SdWYnxQGphZTWyD5iRTZPFsjAIAMey2ZbIQ4AyG22JLP5YC5g9ss1b6yzfIPAOQ9ZGeMh4XMfW
x/n+BvXW3n/P6eg0pEaCGsegCED6v8yXJzQ=
`,
  source: `
%% One application: what it is, whether it runs, what it takes.
-module(one_application).
-export([run/2]).

%% No value of its environment leaves the node, only the keys.
run(#{application := Spellings, limit := Limit}, Call) ->
    Application = applications:known(Spellings),
    Known = maps:from_list([{Key, Value} || Key <- keys(),
                                            {ok, Value} <- [application:get_key(Application, Key)]]),
    Mine = [Master || {Owner, Master} <- applications:masters(), Owner =:= Application],
    {Use, Cost} = case Mine of
                      [Master] -> application_use:one(Master, Call);
                      [] -> {{0, 0}, #{}}
                  end,
    {#{application => Application,
       status => applications:status(Application, applications:controller(Call)),
       use => Use,
       top => top(Mine, Application, Call),
       description => text(maps:get(description, Known, "")),
       version => text(maps:get(vsn, Known, "")),
       callback => case Known of #{mod := {Module, _}} -> Module; _ -> none end,
       modules => length(maps:get(modules, Known, [])),
       depends_on => some(maps:get(applications, Known, []), Limit),
       optional => some(maps:get(optional_applications, Known, []), Limit),
       included => some(maps:get(included_applications, Known, []), Limit),
       needed_by => some(needed_by(Application), Limit),
       registered => some([Name || Name <- maps:get(registered, Known, []), is_atom(Name)], Limit),
       environment => some(environment(Application), Limit)}, Cost}.

%% ---------------------------------------------------------------------------

keys() ->
    [description, vsn, mod, modules, applications, optional_applications, included_applications,
     registered].

%% The keys only, from the controller's table: values may be secrets.
environment(Application) ->
    lists:sort(ets:select(ac_tab, [{{{env, Application, '\$1'}, '_'}, [{is_atom, '\$1'}], ['\$1']}])).

%% {Pid, Name | [], MFA | none}.
top(Masters, Application, Call) ->
    case applications:tops([{Application, Master} || Master <- Masters], Call) of
        [{_, Pid} | _] ->
            Said = maps:from_list(identity:of_processes([Pid], Call)),
            Name = case sweep:read([Pid], [registered_name], Call) of
                       [{_, [{_, Registered}]}] -> Registered;
                       _ -> []
                   end,
            {Pid, Name, maps:get(initial_call, maps:get(Pid, Said, #{}), none)};
        [] -> none
    end.

needed_by(Application) ->
    [Other || Other <- applications:loaded(), {ok, Needed} <- [application:get_key(Other, applications)],
              lists:member(Application, Needed)].

%% {Number, the first}.
some(All, Limit) ->
    {length(All), lists:sublist(All, Limit)}.

text(Text) ->
    cut:chars(Text, 200).
`,
};
