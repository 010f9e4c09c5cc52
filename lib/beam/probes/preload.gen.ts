// Made by scripts/gen_probes from preload.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./preload.erl" with { type: "text" };

/** What preload.erl becomes on its way to a node. */
export const preload: CompiledProbe = {
  name: "preload",
  library: [
    "cut",
    "envelope",
    "guard",
    "ours",
  ],
  calls: [
    "code:ensure_modules_loaded/1",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/1",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAGAreNrtXEuP47gRti3ZbvdjJrO7g5xzDgIEyS3A7il7yCW5BMjeBFqibaol0SDp8XQOOedf
b6iXTZFFiZLl7s7AfWtTfFV99WSRO+84F4d9gtEkmUwmn3fe0dscMjTZzY7LMEEHjnneMN3Nj4vy
//JLL//yC2JoclxglqBse/7BQ2ue/5eiffmxv/OPH+V/wYbgJArwVxQKOYV39JGgqeyx5HQjgpSf
x/BDTJLObjvEoka3uzURASf/xl1d73dYth4pi5Te85CFf/5TV9e7PaNbhrnScbV+EbiYN47jfMf3
chA/REnS6Pkoe4ayY7BJ0Db/bKY0rgSTk+KvRCg/+oIdcCwHm6dIhLtitGrO78IdDp+DesiQRliZ
FJp+iROc4kzUMy9JJvAWy8HQzGBnXLLd+BlcywLt9ziLhs/v9ZkfIOyW0cM+kDCO5GfF8IOX4l+2
FJ/jZBPHw+efw/PPWgSuIj/Mm8cQZSFOAkFSzMDF3KXoGQcMb+ABPqxJhthLIGiQEC7aJBtxTsPG
2A8hlTImBxCUtdCra5iVXB1mWG7EvrHWAeaHTEiFMj/OqFz6cfr7dkFq00Pm4C3KxMKTvOOJoBBZ
VnyPjllA9yeIdOvluAIqSOZcsdQ4VlX+rBspPQG8gAHsYjFAwMX5X7EImvHmphKSPTda9J0pOptQ
RsSL8puX0KM67uANL/tLbA2O2dHLiJxIg4mFQR/Xh3QvBTU6hILIRYMkE5ilF6ifuz6bOemBu075
Q/xZggqwGK3d/DWNXuxy8z51hsUJMSdYJEjgQqPqDFf/99QeG0QSHCm/fBCIbbEodkQPhXbOsSCV
wYlBsYt63VMmB6ElXHJtAnk35fI0V3Bq+CuGwaztU0vP+QYlXOl6GjGjGe7ewXx7kL6g3s+BwxHl
ZymMe8ieX1HXKoS1Mm5dwWPKA5oFJRPPUPvDq7hybXAulK5rNAAMbtgi/7hgOKUCN0XgpExOgE5p
RgXNSFhgWsfDQ0oSKf1YKu1ojCXO2jXvCSm5qeFNixW3O/kk21DdFzX8Hn2GWBFA/zhLQsDNrge9
2+JMslxgyBVv2lZoBQvCgz2JLLIaW2Rdtba2KadBDxVwFj6L6I+Hw4qqgDgdd9JSEG6sQI7M4k6t
t5JqBG9IhqM2F8w6CcmIdHJa9lKALQZ/tBPHWDFowjVa62ub0efYaRxjpbMTfEFaSCEnMiTQxWxZ
CY8JHBj0up0E/YRWoA5XtCt3RVvrde/Hv/zYJwqQXIkwyHeNR/EoiRuDPo0V1uhYHD3BXlR9MIh8
9/3DBLf1AXJksenNsOPktsVnOWjzy2ZNHui2wTrurGuFqsM3FztGjy0fLKWXK0eKrG6I3YWJmxrb
adNjTl05p7ELPey5CN1HvXBTpof9JHXSGgchQ3yHL8hxPfQAvAWwDtuPG5OuZfdfGqFA3Muguun6
aYtkPKXoa1DkR2rmuCeP/CY/K0+mvcuzdA/1gKTTCceMURYkdLstYtRmTNLV+7ckC5NDJMm/QxLh
QcEjgrkZFl1G+GYi6UTFeVe+Wg+9TTKafbS4G4zWzV5QxK0IZtc6y3C7I8HdPkQdBYL2wZIGUDC8
Tmj4XDMAStz5kfQ8BgQ1D1xGeGWQzkqh7z+Gl5LMzG279kVfAZU0USPOtz5ZaGquzJ/8Kv/iAZs1
Qyu0keaoGJ/hEJMvlZCt+ljipZJhUcFgTHP2f1vSsDPIq2kosQs800dnS9NFXF9Km6rIvC0WuoY/
Z7FA6bJKXR/i+z//8rd/QiSzGErIHdBzpE1GabGhK9Yae9KAXeCjO3psZr7mGkanV8ToFIgiVO0A
f2OPU9W4v9nnFaDc7YReA38nZOQim8f/N0x9U5gaHjY8lmFDiQtLWv6q0LSFXjeI3iD6dpGt/Siz
LWq9hqQ0sz83MXkPYmIpWLDy6AL2V8VeZrboxvL3rBnv+hdbDFAZUBhx4nl5WN4WWCgh/g1G7xJG
T1eLK14D2mbtAYCXjlyZEbabML5UUvLTPIFDoZXT3fTsN6VnB0/xob8MluWYNs3eCdi56g789R//
+nvb0Yr9TPpc4GVyoIZO94GvNXkFDG+WRN4k6FuSoMvVeXX0MXi1H4cfx4+RRK4q8ayS3fPc0rHa
q6tEap7XXxgFO4sdiSKcxUqBVhPVFxyRnCv5B18aGDjEwlIDNu+qNLPXg0Bg8LDgjfrHnBkBXcfS
TzCqtvkLD6KmNlYO9fuUURQnvCoP1yhCbAsWC5wr0mAi3hEeFPPYa9yqQ7WfwP73RedTQS00gsbc
zvK9y+HSfdA2zy2PyrtFitO1ed9mMOadS9t6FTVZasEMi1qLrlU9XFCMOVgr/6bPZaTK5cioGOAN
PKU0OkhUJhRF2FoU2q3rq1L4+v/POOMHhoNydA4PXxdMNf0hEPQJzrZiZ+l/rnG5TjmcWvHSRYjl
ISMaLX6QsGLSbmPGc9iVAHQskyY5TNeNbC5lEqn1HhZcMJJt0eR54v/nj2LfVqdb6zenmzMP+aIl
30hKhE5xRVG6l6H2ktVTlcvUufRDrx7WsKKVhIyyOK9vXYpjPY1WheNSuKP7Ua2BwxCN9AnWSH5f
ObIv0VreOQrE2m4zTh0KnOp7MnagtdVO9z7AcS0yNSudBu5K1/iD73H4vLKOXlfdRiMM3CMmCEps
YNH2Cd0KXGVU/pbleSdLMz/whiKMx8dWkSG0VOzNhumyAdoi7vB3pq+avDHJ03KDKl/kew18C0g2
jN/4ILmWTdENhPOLCeB1Skt9JQi2C4zOdyMYHXv6Xlcpo6CyJDPghVnXod4TGPUdDutdiZnjYw7A
bf1r3VjvCYzvnYExzi0kR+LChqmebvCNdX9HtrvYxWz1vBmnr/RBbjchIcpP2cEP7tYYpUVEArUu
SojDd/ZP5cTGmHJdAcoyam+VEsLtrfgLSsDWx7w1Bw3LLF8U/RP5Cewy5K3SMeEtC+chgkl1j5ng
QYTXhy3YXiTE4Fnlflq2vCEyGEYpvCZviy3LkQ0Bx+wLZjDvtgldW6jkkwzDFKrjU6jtqWwLyoC1
9ZM9w0LAuKmyT+Dk1cUNcLtlW0CTPbylIjcNSitlUUQsTmTeyG2Myx8ICq3kWMnWvX0zMwYz1LdO
V4X+8Pb5YS95TTiFyePxF3jQ+fkREGPvdWYDFLWqMTiI4t2UOml2HpehEA+NKT5JXVeU/kiLm4cs
ONLjh6dC2k6yriRfiokl8jnP+4cMl6dL6iNEvTJHfo97Wx0XF50fQqkjkiq9/Lu2iuQlk2YTcex0
r8V0St/2hotWDfj9f1/9boh32eGl6eU5HWNecICtp6c6nRmVTlmum69fmKGXmLztAfNAHl3vqPlN
sfB6ZZA3FFyn4ODTgGDolZIlDsne7jfArmObByWjW95LMW1zNYMNkh6KIudpBr/7ME6CviwMrHF7
gcVsbtp6r12Pq3sRedatEFdVhSKO4tdIQji80mPPFlnPr0umtCnQ2he8ON/yw4jyb1+2o5UDfF7X
Ur33R4dXS/r5zheTq6GMW8n9UobuSbZTGcAtXOkdrsz+38IVF+FtYvnmmb6v+GRIydhyQxlG4c79
iMDOoVGOMT/3v05kuqYt5wBjPLTT6xWucQ5kJEzDSumqQ7/taUff570s9VsW93V6gTLTLGWfMNuQ
sjGqWx/5Cxc41au2mg9i9WBw/vc/cZwzhQ==
`,
  source,
};
