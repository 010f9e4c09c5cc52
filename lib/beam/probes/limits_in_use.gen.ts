// Made by scripts/gen_probes from limits_in_use.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./limits_in_use.erl" with { type: "text" };

/** What limits_in_use.erl becomes on its way to a node. */
export const limits_in_use: CompiledProbe = {
  name: "limits_in_use",
  library: [
    "atoms",
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_term/2",
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/1",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:seq/3",
    "maps:from_list/1",
    "maps:get/2",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFmpeNrtXEFz47YVlkjKstbeTZukaa89dzoT2pZ399ZDe+h0Jrl0trlxYBKSCJOECkDhuodc
cum/TkBRogAQIEFSsndb+bIrkngAH9778L2HB67cfMI26wSCUTIajb5Zubm72GRgtHLyaZiADYW0
uDFeTfKL8nf5pFs8+SMgYJSP/3L4v/PBL36kYF0+5q28/Av+K1jEMIkC+BGEjAt3cw8wnPIGU4oX
LEjpQYT7wf+2tdUKkEhq5Xy4b2v0agX53RyTSO7tpq3h5ZrgJYFU6u4dQqh4wxlv7YUgSaQm17xJ
yFsEiwQsi8cc4eaMEd4b/Bgz4aLHyAYiLmySAhauttIOY/SFXnT9TWECU5ixfVfTOGNwCXlr4Igz
hcrJFK9ou3Q+3PTv0W3vUaOxJcGbdcAtMYKkFNp7AF6fAXgUJgtkUsd7bZvLFDzCgMCFqdldkzcA
SnEoybsKMTfPOOM/ScMg28TM+IgggVkI1VdobDbZZCxOuKc7eF0o6k+KCTa4aF2Y0dtMqrrVvvCM
rkGeBXhdzXM7PqHdlGsVWLjd3iJE6HNMs93R9iY122uGyspSUPG37Q1nVB5zEmeP0h114AJSxZjE
7Em45iY4F+X2frOL2ps5+jcrZ9nJ3SzmwpX5Nur8rfhjjvqPc9o+zsojL1t9AtBHSFRgbGziPeDo
SbXsF/XX2uJYl3WRAAYp00yQ+NsVWyxAnMBIuPKGAbKELGBxCvGmkOU+cCzj/ljpHNlg1xoTLgSX
8144tLTuluNS6Mi4tpKqsM8nDjW1mixAQoVmlbQMZ7B92JPlhlMStZ3FDEaYHlwFNTuIt9Oi5Cl7
rGvs6DqlAc6CcoIOFvPnE9IKyRa32GbLLWVBNTD38gsCU8ygbMCcNYBsKZpjijPMcBaHW4tUJ/Yq
jZMkppDDYjRwdE4zxFWzXeC4RCJ91Mwe42yBVS5UIwNqB0hwHC93klAhdnuBl0uY8alkUCV+0hKl
6/gipsE6jjQehgzeKS5eup7GgaXDHlzF4KhHsbOd7jQOka84UMe01jkXSlArNM24v8NFnMGoiaMY
O4mzmCHU8BqFRSHdtQ5aMdIVyTBu9/1c5C4jT+I894KTS3vapB+HRilGJJWXRnRQWdPaJ3qygx8V
N9YIdNrGJK6mE7YiOG94YMo5ApcUSdgvLQ9Idierl+rRw24dRzZvJ8dB1RI+cKB15vGaA+YDDEIC
6Irf6G2Fs1YrNNqU/IZIkvvAn/1BYkGok0s6xgjCrLxKNSn4GGxjMRr/B3YLR719E3E5aG7xyBdV
lYu1khNICCZBgpfLLdWWKVlb69/HWZhsIhjQFSAwCgrKSWJI64ywt8blgNU+uVUPHvy2JrXgoTU7
pQ8e5q1jK4MH1WhFFKtM6yHB4eNeMVYZKjuGdkU5IS3jBVI6W3cZbhpn9XSRbVvwUYMCI5EgS7h1
MrYs40XmjX7hf6jHK9U5IVgwTk0K+QSGMP5xZ+GzLqvTVAjppABT6eVAhxsyL466mEvgMSDwf9WC
3m3a9Li/iLDh8lhJhdNDnCx4iuI3XTTr/e2Hv/9TVYhxkZkr1EfSt0JabS3mOgQcO5KDF46V0K2V
1cqh80QxtPHpDG0sUzLFi+oDLZ9piAICk9yT2aSUJjqyGVVzXvhVEXKcreWzt5b+HPm65MilLRhy
c0c2QCm5fba9/1/be774TIrHmiKwY9q6f7b1F7Z1wwafOCkDZni731nPWZxn+NNFs6ntZqW190sk
vJrWcrdKpeVCMHu2jk/QOq56s/LTWaRuc+9es7lXT+VoYtJbNMCop3y1ZjBkcu73jHmfO+b1Fnxt
7y5v1Z2QthmZiMvuX7//13eiihSjDJUavPfnRfl/zED7QuCu/KL3yF532X48Rh5xV/mhOEvHfSHX
WNfktO4a5DEfQK7U0L5v39Hg/1Jlk17iyaXRTA1Ffm9PUscREryr47CoLexoGW/6lc/O+/f4RXtl
jboj06zSyRbNxAs0gXBdC5LeI8XVDe/mP7s235lKlk5gQcpiVsvF22+f7n1sQ9VdpJZSvDiNGa31
rS0NzUAKtXcmWynaWxcPcIGJvpmb4bwqsqnKh7TlO/eGolLbvb8nymBalTgp4XoH2U1wKwxWYscn
Fe8fil/3i5dca2Vk4fcK+VEV0svnftO299ha3HiRcrWQJ70ZzI9RW9yKeYJJNtcSZDDnsVBQrlO9
x/Nb+/TBjVLYceRCK9+2AHK64fiGIyhc+prjKOFLOCQ0YLisjHiyLKeMcZDED1JWFxMOzfuRX1BG
4mwJRo8j76dv2dpU4idMXHv9+lUxYBqU0KX3qCYVO9YqvpWQ3JZe1osNa8h1i3qOwbUeg31pSK2Y
xLeoClFo6Z1mU7+jM31ZcybPzvQVBJTzG8ON4K6bEQiV6WZDkOhTy0COUm14iwa8hQhiveusPQqz
qLaU3TQFtmtAWAwS42Tf6g/CzDLMr2VFaspwm27omo9GRIvhdjI3FYA5/XCju9sixSMHFtt2yOfM
tUH53acWlPvy+jB4Zk+BxpqQv19t363OHAbg81c98Xlec9nellKqxsAv1Yzicc4oKxXkjsU5WM05
zFOdWOw4hV+3TKFWHI+KY4aJutzoMq03qEl/erTey+99ctFbxcsVssHy4xwhUiO92YLglJNRyvbt
94dpjAV6N8eOhAX6bxlDmijUODhpDDl0csznSOy0uItRa+l4hhlIkOUpEelExrYqXewhw4xu1obD
C7VjSEcwVp3TiEOc7TxVKnZ/vT88FuJNxnQ3tuEVsuphUnBFUfqrLXlURZdXu8jd55ErCcW/dbnb
qx3kvoKMh7rgIZFUMiuuqrK3F3eipQOYA89k3B22/9uTp/0RQqM4u+y3NkNcgJyU5KLw3+Vb6Evh
fRkexqcvvvdr6TDhKXEoqAYlhxyminhvtsqTUiP64vU35QPFowyStDKAbQ3lXlFX/Feww9Bta2FY
P+fTCC7AJmHVf1pa/MOuhYT7QvM/VK0MHxWgYAGFQ/riWUa2eGdYdYyH8AbgqybhKSCryOvtvdOz
PbZ1YybWvpZlV9b5R1O59ZTw+QEUWp2cUXeKXuLgjFIo+dV/n/0wijtsW1wuX2ncFR9QjlBm7BpZ
sswWSFoxj9NVJRTfynjZooQO2j9dTcIzz/LzVZ2c53dYzcmX1pHxKbNTxkS25htAJ1jlmjLphg84
6FY5v8FuXBBFDXI1htLvHS22CuYHIxqwzKgvdKdjPLaackwAM9vVWsIInS770/x1j1rG7U5RZhPy
7MnO4AzW73q60xwNQ/ubFrS/17LSl3jNk6U+vQ7ndX3deV37vGmXnKOPzgzamkE7nweDbvM2/8yt
Xpo7I9Q9XTQt6slAuLLf8dCd0BoIrd/Y1+zcIYRqexiDM3+t30Q6ziYRt69wB4Ki6JfYkOn+6SW1
tsnA1MaDUMbvEcHV3OIYWwbXu8StUtAkf/WodTKLv18BWSDVJA==
`,
  source,
};
