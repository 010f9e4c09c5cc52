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
  ],
  calls: [
    "application:get_key/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:phash2/2",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:filter/2",
    "lists:foreach/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFxqeNrtXM2Po8gVdwO229s9M5vdkfaccxQp2ihS/oDkkEtyiZS9oTKUTdFAWUV56c4h5/zX
SWEMpj6pAuzp0dinbuz6evV73++R+NWSHg8ZBItssVh8TvzK3x0LsEi8ah1l4FjCsv7iIVlWq+b/
5pd+/ctfAQGLagVJBor95YEPtmX9Xw4OzY+DJKg+sf/CHYJZHMJXEFG2hF8FgOKcjViXeEfDvLzM
EUQQZYPDEkBibtjjFtGwRP+GQ0O/SyD7tsIk7o1eRiT6489DQx8PBO8JLHsDN9s3Ck/rpmlan3jD
JgkikGXcyGc2MmIDw10G9vXPvN6XG0rYovAV0d7DgJIjTNlkyxzQKDnNdl7zhyiB0UvYThnhGPYW
VS2/hhnMYUHbldeooHAP2WTAk64zba5deqzcywocDrCIx6/vu6yvIOye4OMhZDCO2c9O04/eSjBt
K0EJs12qJtNzBIoIZiFFOSTK0Y85eIEhgTv1BB+3qADkLaQ4zFBJTUwGyhJH3NxPEWZwZxNQTAxb
H5pmw3YHCWQH0R/MOMHyWFDG28vKw2zr1cPvzJg2iQR5cgNfa+6kHtgRVEWWTXkAVRHiQ4eWYRGZ
njGjJHPN4y2k+tLXG0aKI5aXaizbCG8l4NL6c9oELkr+UBkqXrhvxJP1xCfCBNG33jM/w1V/3tEH
XqkP7BkO3ILDq/wCsYUEmGgu6NP2mB8Yo8bHiCK2aSXJKCR5Ov4wa5fDdHLgcZD/QPnCQKUQ3sZh
wRbHb3q+eZ8yQ2MPyAusMkDhSaKKF97/3++P2AGUwbj35CMFZA/p6UT4eJLONRaYMOguKLURrwdM
2CS4gUstTVSGRrM9wSp7kEwHSXc1l52aRi53ICt7Q7sZC1zA4RMs90dmlonjLG44xuWFC1MH3gvO
1NUyYSuMjTt4zssQF2FziReo/f4mVpUJzieha2uYKyaXdFFQrQjMMYU8C3TCpAN0jgtMcYGiE6ZF
PDzlKGPcD5nQjufYomeWvB1SalVT8horNdvbqNhh0SyU7B5xhbTHgEHlZZHC4m0nfdzDgl05hSqr
mNetqh2sUBkeUKzh1VTD631tq1vyIXQQARfm07D+fDg8U1XBTlXCNAUqpR2wmUk6KPU2TIzAHSpg
bDLBtIugAjEjx3CWE9hS5UMH4pgMMOkKOU3brr2qfEre+kgYJaEe3Q1Eu/0pKKiR5rzB2Sns9EJl
k0buCwYPv4hSQTuvN7TDvqpf0oTgyvCDNbNv2EyxVgHplVfK86rVoedc+myWpDb00HuhonUy8VCy
bfWBifItDCMCygROCDRsHACvAazF8VNu0S0b/gtnBKZO0sIbcNf09O2ol4PX8OQZt5djHzYI+Ps8
6zDzkBdmGIim6KD5BQnBJMzwfn/yTnhrdGj0T6iIsmPMyJ8AhvDwdEcIlrJBPI3wfAjBPsIpOl0y
GeUxgsel9NPkUSpfSxQJQ5ttvC0NsGWJ2sFvm+HopaXdmKClnV36VDIjvfGzSMO97nP4OSrkSKHt
WPCqkC2LvtOgEoo3cCR4yVMEi/+xTzrijLJRDHYMO6f5CYwg+vXMJBsXTbru+cYm911Y9OIfGMJp
nspG4UTShFjMd9Z6Y4jUAeO8vljymbcpyutLNEJiNiUDulxB8Ndf/vZPFamG1R1vTgh2H3dHgnlv
CzouJiQgXOUYD7oDfChjKUD34WbQfeDNVIFN5X03v9G7IX23jh9zA4RrYoBXA2aHl5qHa8fujrRv
BmnjPYbnxmNoMKOJxV4Nstr0yR25d+S+R19X69ua3Ni5+Wco93hnnnfFPJqUtu76JgCjSf3LMaU7
GL5WSbp2T9Q7yhit+9IBosm06h2aXmjhjrCvDmFPV/BnboF3OZndra9IY8vBOyl2IMJ6FuZZM5RQ
GFFDduEuor8VET16iWd3HtUXXvVTfEP3uOzbGn/5x7/+3qekAPOIK/Xly5buJsm3ifdpIvpcITV6
px/GZ+3niE6fS7WUjOeY2vTNtYzeECWf2bEyFAFBFBiKExW3kaEcUW3lgFjPqUm2jr7Mjw6ZhRFF
SNpstUgjfrRVjUVXSTRD5e4nJ20jlD2Jh7zU8l7+ku+3S8Zfp26nn5ofYrv1sUCC+PwcJWyaiGGu
rM/VnNCykg/VdNhyQSZMckDbM6xKSlCxB4uXRfCfP9CDqZSspaBVcfdTvekyVHLUpbpMT3HPheKS
ud7JDVsJLBe4CWqGt53n2ZxvvTm3xL9QLmBTYSBKcmPIbQxXf6/m6sCVj/Rb1Po5s0DM1HDzYFGJ
0ZZy64HWN16sdjZHNZwA6/GnEitVR5caB+VZkflDqWnOJD0AQhHIdGARzqlqXNkUmD0raldW83V5
LDlBmM6PrXNRjrK0yBsny0ZIi9QgCCbWmT5PSkWcyWMo8q83+V5N7xMkOeU3P0iupVO0pv6YKjRZ
6hjANkHp/GYGpWNZ9TIXKhsymy1bfh9ctGPOrm1tUbdn2fqraCi9VlOlIzB+sAaGcuIcF4hiIipa
OUbU+UV2xFUrpna50U2VQYL2STqX2urcAEPAV+gisZjVpoVFE5XXSg0Zo32pZRube+pFFvq3Ujf4
vcC3wYJDdn3xMYOlXbeB2XCzNauWNSFK7r0Kx20rhDz34UHJDL2RS692KKOQCNwdVI/sj0ggqmwO
fmioF2YYxKfaiB4XS403jjlnfatQr/nQxHSS5GvDMpYVlO7W8eqQgDL5eWy98qcatGeKXlrhLLI8
fh7/SagoXi7qz8MFkkNRJ63aukXITCNEVHXaoqun7NPLYLGniRAk4OKf1jLW08tYXf+dVX+CJFB5
3cM1FYp9ZGahpKLITxeqwVdGNlTsw/ordZPXpZmP7v6cppbNYlwr1qlLRMjWyK1GNwhDKpxfF1Ms
cOg4Gmi5sy6ganF4Bv9vjfqLMCIxVWnV1jFdws3b0iGUrf3435t3RfjTMmt6kWzMqk1Ie4pW1qB1
26dTUUeXs6tnQMVUzJfNfo68o+tlPr8oFm6XB7+j4Dr57+9HeMc3ip5ZRP+H31t0Hd08KjtheMeD
rJvPK+gg6YM4tl5GgcIJJHHO2PAJ9Akakz+0XY47dSSyNywQN+cqOBint4hKWbxZZCAxrr8UkwBt
bcHJ1vWPM/K/ftuWWk5h80r67RI5mtXLmJ8ON4sCB9ZNuKLP13bgusWQ7aOubQrr7q64uyve1+au
2DAvj+W7Zfq+/JM0HRHP3mECQZTY54yGmpImCvLP7uEi2TQ1JIbmeEWM0/uj5snQMZhGZ6Hbn/rL
pr9cX0ylKejTmK8PE4SZoCld3GyJy6bEVDsZV76VFOZiGR//KieHC64//weW4hkh
`,
  source,
};
