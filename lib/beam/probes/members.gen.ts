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
g1AAAFP9eNrtXEmT47YVVlOU1HK3Z+yxq3LOOZUql/0XnEMuycVV9o0FkZAINkmoAGg4nUPO/tcJ
uIgiVoKLND010k0UsT1873sLHhQvixU7HVMIFulisfgQL4vl/pSDRewVmzAFJwpp+cNDvCrW9ff6
zWX55kdAwKJYQ5KC/HB5sAQ7Wn7LwLF+2Y/94j3/FuwRTKMAfgIh40MsCx8wnPEWG4r3LMjopQ8/
hCjtbRYDEgnNHneIBRT9B/Y1/SaG/NcCk6jTehWS8Jef+5o+Hgk+EEg7Dbe7VwarcZMkKVe85Z34
IUhToeUzbxnyhsE+BYfyNa/z45YRPij8hFjnoc/ICSa8s1UGWBhXvTVjfghjGL4E5y5DHMHOoLrh
NzCFGczZeeQNyhk8QN4Z8JTtTOptVx5r57IGxyPMo/HjL4eMrxHsgeDTMeAwjvhrVfejp+JPm4pP
YbpP9GJ6DkEewjRgKINE2/oxAy8wIHCv7+DdDuWAvAYMBymizKZkgFIcCn0/hZjDnXfAMLFMva+b
LZ8dJJAvxLwwawerU864bq8KD/OpFw9/s2PaRglq5xa9NuxJ2bAVqE4sW3oERR7gY4uWfopMGsxo
xVzq+BlSXfb1+pEyEMsrPZZdyFsLuKT8VJPAORUXlaL8RfhFXlmHPhEmiL12ni1TXHT7Hb3gtX7B
nmXBZ3B4xTJHfCAJJoYNer87ZUeuqNEpZIhPWisyBkmWjF/MZshiWh547NU/QF84qDTkbW3m73D0
atabt8kZBn9AHWCdAgYrRpU3vPt92W2xByiFUefJOwbIAbJqRfhUsXOJBU4G7QYlLvR6xIR3gmu4
lGyiczTq6Ule2YPiOii2q97sxNZytQcp7TRte8xxDvtXsDqcuFsmt3PY4QjTixYmA3TPb6RrVMIz
GVtn8JzRAOdBvYkXqP39Jl6VDc4V6bo65prOFVvkF2sCM8ygqAItmbSAznCOGc5RWGFaxsNThlKu
/ZCTdjTHFD0787ZIKU0NFS1WYve3Ub7Hsluo+D3yCElHAf3CS0ONx3vu9PEAc77lDOq8YtG26maw
RjQ4osigq4lB17vW1jTkQzCAAi7KZ1D9+XDYSFWjTkXMLQWiygx4zyTpZb0tpxG4RzmMbC6YcRCU
I+7kWNZSgS3RPhwgHJsDpmyhYGnPY6+LJSOvXSSMYqjH4Q6i2/w0EjSwuehwtgY7uUjZZpG7xODh
F5kVjP16fTPsmvoViwkuLC9suH/De4qMBshsvBJRV50WPefQjVuSuMjDHIXK3snERam+1becyncw
CAmgMZyQaNgOALwBsA7LT4RBd7z5H4ITmAxiC68nXDPLt5VeBj4FVWR83hz3tIEv7mdjw+xNXrhj
ILuive4XJASTIMWHQxWdiN5oX+u/oDxMTxEXfww4woNqjxCkqkM8TfBiCsE9wykHXaoY1TZSxKWN
09RWulhLpoS+ydbRlgHYKqO28NulOHw5y25M0tLNL32i3Emv4yxSa+/wPpYZytVMoWtb8EnDLYtu
0KAjxRsEEiLz5P7if/yTjFij6hSDPcdO1T+BIUQfGyXZDrGkm05sbAvfpUEv8YElnebpfBSBkibk
Yr5xtht9ova55nVpacmjTZmvL9kIRdm0CjhkC/x//PHP33Si6jd3ojsh+X3CHknuvSvohJyQhHBd
YNwbDoipjJUE3YebQfdBdFMlNVXnXb9jDkO6YZ3Y5gYIN+QArwbMFi+lDpeB3R1pXw3SxkcMz3XE
UGPGkIu9GmSNxyd35N6R+xZjXWNsawtj59afvrPHu/K8KeUxHGmbtm8CMOqjfzWndAfDl8qkm+EH
9QM5xhi+tICoT1rNAU0ntXBH2BeHsKcrxDO3wLt6mN2OrznGVpN3Su5AhvUsyrPhKGEwZJbThTtF
fy0UPXqI5+E6ai686h7x9e3jqutr/Prv3//VlaQE81Ao9RXLlu4uydeJ92kU3VRIjZ7pt+NP7efI
TjelWlrFG3i06V6JKhTDaMsJ2sM4r++wcPMRUbRL+4+eVqXJFM4QKfcYzXUlq5yrAO0vkVvHKIpg
fqXxZb1oRkukI+jrVKt0D6T7lrc55UgijR/DmHcTcuKgpddR+x+O9WuodHF2QmoFkwyw8xrWlBGU
H8DiZeH/9yd2tBVQnUuhnEqan8pJUz54hphcgXKpqTJL3BsiccVJbXHvyjtqWZdErqLHOM/kls6T
G3bcLR2Su5yry/xlTTSN4ed3en72h+qReYpG734WiNmumTw41B+cC5jNQOuabKeZzVEDJsF6/Kpk
kzS6wNanTQ3psu9AVnDEjoAwBFITWKR16q5rbHPMn+VlAGf4mZ6oQITJ/NhqSlG0BTXeOC4bwRaJ
hQgmVlc+T0rAN+KxlLaXk3yrDmcFScH4zQ+Sa9kUo4M7pvZKZR0L2CYYnfczGB3HWo+5UFmLWeOF
GechxPjzBxmaUmbP8cKr5hrlta4SDgTGd87A0Hac4RwxTGRDq2ZG2nsFbsLVG6bzcKOvEvoxOsSJ
i9lScOIPKALuqYJ3PtM828+mbvCvtvqXDeGbDCh0qrRUKfTzVllKJ8k//HnzQsXltGSXORduTXRN
yETKwVSv6nXllJehb3r1pKR82/XzJiRH7tH1kpGfFQu3S03fUXCdlPS7Eab7Rq69Q2qi/68ErmOb
R6VOLNcuVdvcjGCC5BJEkfMwGhROEMngdFKlry1uJ1hMcdHGS1K6IgtnIXv9hLhtDqZhlNzCZXa4
7GuObUTJKJtiI9CzLzg5Ovh+Rv03T9vRyml8XsW+XYJx3R3DNySHm4WovvO9mKYr5VLMsADXPSQ8
59fu4crwcMX70sIVF+UVsXz3TN9WfJIkw0+kN3tMIAhj94RWX53wRCL/MLyyVHVNLVmrOW5tD/pL
h3nShxymYUO63a4/b25u6H9FGKoNDO7rwwQykyzlkDBb0TLHdQr/OFFdhu9yHH2lDGZyjYH47woD
Nrj8/B8PRIj5
`,
  source,
};
