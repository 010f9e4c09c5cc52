// Made by scripts/gen_probes from fan_out.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./fan_out.erl" with { type: "text" };

/** What fan_out.erl becomes on its way to a node. */
export const fan_out: CompiledProbe = {
  name: "fan_out",
  library: [
    "cut",
    "envelope",
    "guard",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/2",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:spawn_request/5",
    "erlang:start_timer/3",
    "erlang:term_to_binary/2",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:partition/2",
    "lists:zip/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGpMeNrtXEt327gVlkjKsmwn0+lMm3XXOT0netnOZk4X7aKbdtOTzo6HJiGJNEmoABTZs+i6
f3V+RQuKEgWAAAGSop2kymZGsgBc3Bfu4wNW9nZANusYeL241+u9W9lbe7FJvd7K2g792NtggLM/
9FeD7UX+Of+lnf3ys4e83rb/p+P/W5/G2YfEW+c/c1bO9jv6yV2EIA5c8OT5hE5ubx2PwIQOGGK4
IG6Cj1PYn8YftKNWHgq4UdanW92gqxWgf91CFPCrTXQDL9cILhHA3HL3URRlOxzR0Y7vxTE35IYO
8ekIdxF7y+xnFvPHEUF0NfAUEuZLh6ANiOhkg8Qj/mo325HGMbOKbL0hiEECUnJYahimBCwBHe1Z
rKSiXJjsN9IlrU+T5iva+hUlHFsiuFm7VBMDgPJJGxPgNCHAwSBeRCp2fJSOuUy8R+AisFANm1VZ
g4cx9Ln5rn1I1TNM6UdUQaRumhGlCCCQ+kDcQuWwwSYlYUwt3YLrjFHvBRWsMNHyZEprU7FqKt3w
CK+9berCdSFnvX+K9iKXMjAzu4NGsK7PUkm7pu4NSrpX7SoLTYmyf7vVYIp5muMwfeT+IhLOeKoQ
opA8M9/ZMdyy8zbe2UVpZ5Z8Z7mUra2dhnRyQd5Knt+xH+ZRczqHejoLi7zU2oSHHwESHWPlEOcB
Bs+iZr+qvZYOx/JcF7FHACYSAbGfbXbEwgtjEDDfvCUeWgLikjABcJPNZT9QX0btseB5ZOK71hDR
SWAu98yguXM3p0sIR/qlk1R0+1RwUdWowcKLMTOsmC2FKdCTPVhuaEgijjOQYADx0VSiagNx9lzk
LOXg6yoXukmwC1M3F9BRY/7YYVjB6eLOt5nGlvxEJWfubC8QSCABvALTqMFLl6w6JjCFBKahv9NI
UbDXSRjHIQbULQYtqbOqXVwh7cyPc0HkOKqOHsN0AcVYqBQMiAtEjOE4Wyv2hcDuMOHlEqRUlASI
gR93RMkWvgixuw4DiYVFCutkDy/ZSn3X0GCPpqIw1JPo2Z53EoPYrqijDnFpcTopirSuaUTtHSzC
FARVMYpykTANSRRVbCPTqEj2XQ2uKMMVTjGmh3UutjZBz6ycG7mTS/OwSU6HhClKT8ofjdGRZVVn
H2vJFnwUzFgyoaWjiT1NB2SF4LbiB0MaI9CZAs73c8dDxJuT0aYarLA/xyOT3fF5UHGEtyS0HHm8
oQ7zAbg+8vCK/qGxFo60WqjUKX6HETfvA/3tz1wUFNUySUuZQaiZV7Am8Z7cXS6Gw19AvXTUOQxh
j4PqEY/0UBVjMW1wAhCCyI3hcrkLtfmQTDf6XZj68SYALl55CARuFnKiEOByRNiY43zCal7cKicP
Y92QUvKgrU7Jk4e5lrY8eRCVlvVihWo9xNB/PDDGqEJlFqFdYxqQ5vkCyo2t/hx2EqblcpHpWO9J
4gV6bIDM+a3OomXeX6RO77/0X9RgS+WY0FsQGppk8yPgg/DzXsNHdU6nIZPScQmmsMoxHK6ovFji
Yc45jxaJ/5XGe+u46VB7Yd2GTXMl0Z0e82TGUgS7qcNZ5y8///UfIkOUh8xcCH04fgtBq6nG3Pge
9R3x0Qr7QuqmjWr51HkgKFq/O0Xr8yGZYEVlQvPfVGQBrmreznSSKxOdWI0KmWd2laUcZ2356rWl
eYx8k8fIuS4oanMnVkCuuH3Wvf9f3Xu5/IzLx6oysFPq+vis66+s64oGHyuUFhLe9TvLNYuzhL9c
bzY0bVYaWz8XhBdizbtVYljOJLNn7fgCteO6cVTenUbKmnu3kuZeuZQjyUmnUQulHtLTmgCf8LXf
s8/72n1e44lvzM3lTuyE6CQyYI/dP//9n39jWSQopS9g8D6eD+VvTEGbusA9/KIxZW/qtB9PUUfc
Iz8EY6nZF7KVuCZ9ayKFAaiJut3tulZv4mqvwSLAd6odmEBM3IdnArC6RTHLFXSgABTOawtqtEAw
ceMQk4PSHdATfOorU6632X9dAvP+07Og3ILhOhuyuI8krqWvwmUUHRYRxMcBIAIgT4pyaZfQCHSy
lJ7zu9JgE5TeVN+hGGTc5Hi89hAJSQhTc0BnKZ37WAWfuAqxm+nWI3iWADs5kGHEy+CDCpt6W6hC
Yw/ztuRhBidrTqi2p6zH3fNmVKl5wqx3Kh6Ni66Z9f59fb2wfwnXUshbS75/Vwu1qrPBFqj435QI
cZQZqeAsheqS0i8JMqtRn0shcQtvUAZV1VGQaWTmL2nkovaXB+SZCIW+8mGyzq5iUCqPAGMWV3Fi
nNPYFH843KShT70s89WP1EQQPdkAwvxGDdCMIaTn0AMnNIio1R0ov8AEhenS6z32nH9/IGsVwu7A
JCP4+HVGMKYLJyER8E1H3J2axZYxi6dcsGIa3ZWxfqWDYRo1pME2psE8+ilhOcYGoAwhKpxJeuo1
Hc/35o5nUlHVFsoL7ZVgVk8JGGC4WhHYREVHyEnAftOoxS5Y4GxjmLODQRqU6jmTqrxyF4J5sVLY
U/k9lFEK92eE6s94g9eUGtZbtNeTuQp/ZTXzG/XNVpZ19F+knDKX5sSzLy0nHvPnQ2vJduGNJRl3
M2jdVKYOLfzzbxv653nJZBtrSs4aaQgxLxX0TnNFWABwWwbXUCXXILu6MFhThD9oRCidLoFpSCAS
jxtZoXMSVfFP7q0P8ze+OOiswuUqMvHlJdEP1BavDDDquXbupqz6rp35LXA20FKVAL6Jq5mzo0hr
GMeg+2vuPMC2xiXrjw2ipje5m0DgXxuQl/sGqnaYA9Da5+DqT8DfEODuyqFSp3kvVZZLSoULPnux
XJXA0xrJpxtzEuOakVIsduY0R6mXgMDdiXf3nb6qdneMo/muxVDXtXA4UPees+v4WSwSSEPqXeFN
VtBjNlRuxXzQt5bqUjXY3UPgay+K6ynycgpfsxFvkLZBGE0VVJkiYPJBrUi4q2of3/OYCLJBafkC
qPqCnbHVgicCUOrFu8sstfpzzFm6++pgDnug/09V2EVzDTj6PgjdOLttK6R5hg031UpCLnonuWXb
VsaFmyuyvRCmURMmcDOc2CDulPjmejReFHjYU1Onu+GmoQt5IZbRFQm4N4mTlIxQHPS27qaZcU1E
eu206ezHzXfERB1hTEnD9VK8zZrsDZxAMVoiFONY2jFCJs0kRWtb2Rhlnox4gQcAMurklJygv/Nj
w4vDY11TY1JKr1tS+jtzSm/5Pp6G0lsRqNVYt5TtpIm6ADKWVkMKDfuD6lYKDTHpUhgYXTA06eZ3
fb9QwJP/8J8Xv7Nnt0MP8WlNJXioBWord0yV1QyWG2nW1oo7B28dzOj1sFs1uN8ddOuFpfxy4Lyz
fNtB8743rmB22UVQNhwlT6V1cMpVdTwV79zITrlxhd7YXhBUzCtRlJZRorqlO1eVe2odM+KGZrK7
EKacslQOZrSHpNMsr7sqffUjSKWq3ExgZpXnOQQ7rTsNv29oTvOonbefaLz9rTRZe41tnqRFNW3c
c1Y1JiaNGhPi6wLjqsJf89aXOlNkn3dSvOuQtUBkb3dVVw8kNQzmSYN+jcsru2sCMqusfFxIWWvY
ny/yh882qWq3tR8bLX4UZJgEUYe7aem9fMOpuDOlI/cNzbOYd4qawmFt7gHAw5Qlqxrz2/k1atbn
tBvlzwo8ydeSB3f+zs7sW3pnp7uc3T7VMzvMCRIAAZWgweMOFvEGrzgorqR22iryGBvkmca+9QXe
zDlnoofERQ3KPbkCnAsNr1ZIYnskncHDnBq+bizzdebYsjq4rN1Jfq5em52E1tdRvdZluuOzu3nt
unXU4N7hcAER8PxVi1uH7ZHf78zTplkkHqKneDBW+2zzaYC0VL/8vRNU5vkvBFqt/zr0RIVsqGlW
Jw9qSmZRo1ZSwrgVzgc/YwIS8dIXXzvRCjP79z+FTHrx
`,
  source,
};
