// Made by scripts/gen_probes from members.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./members.erl" with { type: "text" };

/** What members.erl becomes on its way to a node. */
export const members: CompiledProbe = {
  name: "members",
  library: [
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:nodes/0",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:sort/1",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAEuGeNrtW01z2zYQlUhKsmInadPO9NxzpzORZSXNrYf20Et76bi5cWASEgGThAaAIruHnvuv
W1DUBwCCJEhKcdLKJ4sSFsDu28Vb7DJy1wO+WsYQ9OJer/cqctfufJWCXuSsR0EMVgyy7It+NFgP
88/5L93slx8ABb11/8fD/87tJPuQgGX+My/y1i/FJ3+OYBz68AEEXAh31x7gJBEDRozMuZ+wgwj3
dvK6dlQEaKiMcm7f1A16FkHx7ZrQUJ3tum7gxZKSBYVMme4HjHG2w7EY7QUgjpUhV2JIIEb48xgs
sp850pdjTsVs8AFx6aHH6QpiIWyQAB5EG2mHNU6kWUzzjWAME5jy3VQjlHK4gGI0cGRL4dyY8hPj
lM7tdfsZ3foZDRpbULJa+gKJIaS50NYL8NoswGMwnuMydbwzjrlIwD30KZyXDbup8gbAGAkUeZcB
EfBEqfhIKxZZJ2YsVgQpTAOob6Fy2GCVchQLT3fIMlPUdxoEK1y0KKzU28pUNTVueMyWYJ36ZLm3
c318wluTGxWYud0OEXLoc8qs3RB7gwL2qkPlHik4+9vMRlKmrjlG6b3yjb5wKVIhQhF/lJ65MVnL
clvvbFjYmWPeWW5lZ+2mSAjX7F2q87fyhxluv85R/Tr3HnlR6xOA3UOqB8bKId4dCR91ZD+pvxYO
x6KsYQw4ZNxgIPmzK4+YAxTDUHryggO6gNznKIFklcly70QsE/641zm2iV1LQoUQkts9c2jl3M3X
pdGRfuEk1cO+MByuGjWYg5hJw/bSUpLC+mUPFitBSfRxFhYMCTu4Cq52EG+rRcVTdrGucqKrhPkk
9XMDHRDz/QlphYLFTWyz5ZaqoEIw99ZDChPCoQpgwRpAupDhmJCUcJKiYINI3bCXCYpjxKAIi2HH
1TnVIW5v7SyOKyRygqvZI0rnROdCBTKgT4Alx/HWThxoxG4n8GIBU2FKDnXipxxRpomHiPlLFBo8
DJd4p3x4mWbq+5YOe3CVEkc9Cs62ujM4xDoSgRqxwuRCKMW1oWks/B3OUQrDKo5SOglKEce4YhsZ
orDpWQOtlNIVBRjT3TzDtcvpo2znVuHkwp42mddhUEppJFWPRnxQWdXZJ3uyQ+41NzYIdOrWJJ+m
Ax5Rsq74wUhwBCEpVGK/cjxg1Z2sNtVihu05jm12p+ZB+yO840KLzOO5CJh30A8oYJH4ojUKx7Uo
LMWUukOsyL0Tv32vsCDcyCWd0gyiXHl71STgwd/kYgz9CZulo95uiHwcVI+4F4eqzsVqyQmklFA/
JovFhmqrlKxu9DcoDeJVCH0WAQpDP6OcFEFWZIStNa4mrPaXW8XkYVI3pJA81N5OmZOHWe3a8uRB
B60cxfbQuotJcL9TjNUNlR1Du2SCkOb5As2drbkMN0Fp8brIdix4MESBnkyQlbh1MrasxovU6/0j
/nCLLRU5IZhzQU0y+RQGEH3YInzc5HQaSSmdkmBqsxzocMXNi6Mf5krw6JD4P6uJ3nXa9IS/yGHD
FbmSHk4PebLkKZrfNNGs9/P7X37XFVJ6yMw06qPoWyOttoi5CoCIHfHBC/ta6lbLatXUeaABrX86
oPVVSqZ5UXGh+W8qsgC/TO7JMKlcEx0ZRnubZ36VpRxntHz2aGnPka9yjpxjoeRu7sgAVC63z9j7
/2Lv4+VnSj5WlYEdE+uTM9afGOslBT7ZKB0svKl3Fu8szhb+dKPZyLZYae39CgnfmzWvVum0XEpm
z+j4BNFx2ZqVnw6RpuLeG0Nxr3iVY8hJp7gDqEfitOYw4Ord7znmfe4xr7XgK3t3eatXQuosMpCP
3Z9+++NXWUUaKAOtB+/d+VD+jwG0bQjctl+0XtnzJuXHY9wjbjs/NGdpWBey6yy7Li8SHWoZTl2Z
ZfQBMXQXw9rdD2LEuFJ9YYIhlVe7BykJIavvsBlGKAxheqL5daRvZ8Na1e7IVfSJbXfLaJWiQKxT
evR1EAkpgQgAzOckL3s9WvbKIOLH6E5J2QlNAN+tfMg4RekC9O573l+v+bKsf2PXjWHVnHiZLZiJ
iRPEter5oaujXMWOtYqnCrJtY0exk6SQRU5xyzW41muwr/sVKoUTi5KfFnNuDBWbhpHzRSFyenbQ
V9ehkdfuILhpBgKp7bAcCPIxWLeQo7SSTHGHXcgHQOsmOo/BNCxkC9dVrGUJKEcgLjX21NzlPE6J
eJZmeUfJ12zFlmI1crTojpNZWXXfaRc3mrst1jyyYydVA7I+MzKum0+NcU3U86GzZU8RjQ18rl3j
xtQEhw7x+WXL+DwruGxrpOSqMVKIWSFdPC73nRobdI1c3vCSzaleR2lowi9qTGgUl5AUcUL148aU
Rl/jKv2Zo/VOfuvXUrwILSJsE8sLpvdse/Kuyx1rYvSyfd/Pt2W1dJHOi6kYtGqLymPQ03ZFaVWw
r/7+6J1Gbrc7D/VusvLKo8NdU87YK71E1kaapUvxya+cshehnvbGqYH2T3fh9JGt/PGuFM/27Xah
+ML6ZDwlOy1NZA0veJ7glKvKpEvezjGdcpMK3LggDCvkGoDSbo8WVwWzA4g6HDP6hm5MFVxbTTll
AWa8LaTBEJ+O/VW/ulVg3DeaMqsiz47sdGawX7Z0pxnuFu2va6L9G+ObKE+xzZOlPl6DZuyJqRnb
Pm9qknNsbj3ODNqOQTufB4Ou87bJmVs9NXfGuHn9bDQnFIIgsr/xMLXfdQytr+z7uW4wxoU7jM6v
2tW+8HqcSyKBr2AbBGXRT3Eh0/y9Wr22WcLU+p2izKRFBldwC8vdKW/obt5SlIMPe2QcJnpBU32l
tdaY2d+/Fd+n+g==
`,
  source,
};
