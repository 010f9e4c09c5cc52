// Made by scripts/gen_probes from capture.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./capture.erl" with { type: "text" };

/** What capture.erl becomes on its way to a node. */
export const capture: CompiledProbe = {
  name: "capture",
  library: [],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:apply/3",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:min/2",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:unlink/1",
    "lists:foldl/3",
    "unicode:characters_to_binary/3",
  ],
  forms: `
g1AAAB83eNrNWduO4yYYdmwnmdmd6ahVX6DX1apqe1d1q74JIjZJIBhcwOtJn7hv0YLxATv4MElm
1VzFmP/88R/wMSqjfcFgcAzLbUJhIZGkQRCsjutyY59hYBbio975BQoYlNsUy5zCc7eyRgJK1D0/
7s4KAYn/dtYiuJOEGFYfjnG5zqBKjlpsVK5VkdNaSqifY6h4ZphSzE7SEYsoyhBTRJPHCaS0om52
P+WCJ0hKgNmeW1a+bbFEdE8upBBXJUPHmazoatlPZjdQHFAsVbe8AnpzSBN363pPOVRGg0i/fDgg
pp2j0OWWS8u8Gm+wBDlObVAGLIiOUshz493PP332G8x4ikaIR/cT0g9RTaeNUeCEzlVQFqEm7Ihf
dkWWA4HSIlFYu9dhu8OqAouFx8rqZVg4GsblRqCM145stN0WDCdaYWfpe62zgIlCQpqA7TCD4mzD
cSlxUr2hEGItGpjo+PUbK8yI1eIza41j0sDVjzqynXoTfBq/jJ+VkJ8myCdUXoFx5qMHEwnBhWfD
vCsf80IBEyCdCgyB0TQg1c+LuDhBmB6vyFHjaGu1b54Tkfz6S/e8gXmOWNq4ZVNGSpwbv7lhHB6K
OS/MYXmDBIXs4Dpaq0KH2F2sf2OBJ/hu4KJeOhv5T25ASU/PYdT9YY+0T/WLRwYzlIIq9tWakfEw
Z9Dai7e7QoOMoqEC7P2xuCSI19nsJF9yO8Z9bOd0j2d0v3dU2vNGocLs53eIRjhj0XU+H9X7Db52
+TwI9FeBpHJhcoBiBw8IJJxSlCiPfv7ctTZ9kZvo17oJS2mbX3zpO5xoFr7VBBWkAHrNuVAovaL4
GZ1qC8LplrOmfa76oss2b1hQfeFq0tNqygjyFtlVlmwc9VE/gbpNdMUOzNW9OdrDglpVyo19S5Yx
MLaNMCCX0Ar9teIpgSxBFCicIdFVDf/b+aDWpWIKoj7Mt62bjgrPlRwrX26rP3pOENPdH+5V5rYl
1JiOGK6R0NS1iX7Lg4nqkDSluunmf/N3882k0Oi4xUyhgx4wAjgLvNYek1j01IPIVxT6aITaxu9r
Sy2YwnS+hY4Q3y8M4k1Nc2cf40oWeb8j8rZDTwfBixxotikSi9NpNHrInUE91bmcYeWWvRi9YuXO
Lk2ows+/++eYdtqfmWN8ckk7VVkhW8hSSCVvF1Z/3CzUgU7Q8f1hfLwfC+KGF0rX80lhfdpW2iev
0+/kThsycl8ELAiMn8vd3T07OVnj3FuMhOfnZa2LhziHQs36r2elF9i+8ub3zafu74+DMLzHiRuZ
tVOo0HDqqhbnrnZmMGT02wqke/AvzrlYPBN8wBzUrWrH/rvkiJITaC796jsg537L1cVTJKxm8f+l
LVyixkuKpW5WmG56AOvZ+4xetQIMUjsF+PTolZDbc4P3WPtjMjamPlRhzel5PG59x3vtavF5jaPe
NC5t9phheZw0lwyT5jVZb8szrOzEcw+fL7wHf7DmVUdjJEE8p7ol03kn42lBkT8xyRyWDOiWu43J
7M3d1Nzuia7z9cFNplbprptvDTX3+8v6/FxgLrByS0FEeUkWUT9n8BUcEczbe+UM5g3q4/JFP4E9
RjQFUEqeDIJhSTp7dsGfQTBLdsKUus9KFGiO6KnqQwHlhwMSvYFdF3dzJJqBZuQzyzCPhG/Ch4Ud
Gb1VvfVmdOFXKAu5yP+9pWAGMoOk3bfNfxYH9s+nkikPaeod5cmpO8Sein2EVF3hvY9S6Q7HDuFD
RyzlEWWYXTY1O83sn94Ki4N/9Y9cIeLyWx3c6/RN3t5OuHVna8zmbhNv3XghxpeXWtVMRp6G/+Cc
Lis2c6zcLO0k90Xfyi4d3LuNGQC+csr4F69h2miyej8wq3cNTO+yiAwHPf+eZUP9kG/v2fz+A9+m
i30=
`,
  source,
};
