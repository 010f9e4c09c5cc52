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
g1AAAGNZeNrtXM2T4zgV79hO0pnunYHZZeHKmaKKgsv+AXCgqIILVezNpThKYrdtBVlZT3PgwoX/
GuTP6NuS7WR6atKXmTjRk/T0e99PPvrlkpxPKQQP6cPDw/dHv/T35xw8HL1yHaXgXMCi+mJxXJar
5nPzS7/65U8Ag4dyBXEK8sPlgQ+2RfUpA6fmx8ExKD/QT+E+hukuhJ9AROgUfhkAgjI6Yl2gPQmz
4kIjiGCcDg47Arzjhj1uYxIW8b/g0NB3R0i/LRHeMaOXEY7+8PuhoY8njA4YFszAzfaVwHreJEmq
HW8okSACacqNfKYjIzow3KfgUP3MY77cEEwnhZ9iwjwMCD7DhBJbZoBEx5paO+fH6Aijl7AjGaEd
ZCZVTb+GKcxgTrqZ13FO4AFSYsCTjjNpjl16rFzLCpxOMN+Nn993mV/B2ANG51NIYbyjP6vJj15K
MG0pQQHTfaJm03ME8gimIYkziJWjHzPwAkMM92oC77dxDvBrSFCYxgUxCRkoChRxtJ8iROFOCRCE
DUsfIrOhq4MY0o3oN2YksDznhMr2svQQXXq5+I0Z0yaVIBM3yLXmTKqBPUNVbNkUJ1DmITr1aBlW
kUmLGSWbKxnvIMVqX28YKY5YXqqxbKO8lYBLqr96ESgv+E2lcf7CfSPujFGfMcIxeWWe+SkqWbqj
N7xSb9gzbLgDh1f6eUwnEmCiOaAP23N2ooK6O0ckpotWsoxAnCXjN7N22UyvBx4H5Q8ULxRUCuVt
HBZs0e5VLzdvU2do/AF5glUKCKw1qnjg7GefHbEHcQp3zJP3BOADJPWO0LnWzhUWqDLoDyixUa8n
hCkR1MCl0iYqR6NZnuCVLSTXQbJdzWEnppHLPUgLZmhPMUc5HN7B8nCmbpk4zuKEd6i4SGHiIHtB
y12tEHbK2LiC56wIUR42h3iB2m9v4lWZ4FwrXVvHXEFcskVBucIwQwTyItArkx7QGcoRQXkc1ZgW
8fCUxSmVfkiV9m6OJXpmzdsjpTI1BW+xErO/Hed7JLqFkt8jzpAwAhiUXhopPN6O6OMB5vTICVR5
xbxtVa1gFRfhKd5pZDXRyDprbXVTLkIHFXARPo3oz4fDlqsKcSqP1FLEhbQCShkng1pvQ9UI3Mc5
3JlcMO0kcR5TJ8ewlxpsifKhA3NMDph0hJyl7eZelT7BrywSRmmoR3cH0W59Cg5qtDnvcPYGO7lw
2WSRWcXgoRdRK2jpekMrZE39khwxKg0/WFP/hlLaaQ2Q3nglvKxabXrOqVu3JLHhhz4KFb2TiZuS
fatvqCrfwjDCoDjCCYmGjQPgNYC12H7CTbqlw3/knMDESVt4A+Ganr899zLwKawj4+5w7NMGAX+e
rQ0zD3mhjoHoig66XxBjhMMUHQ51dMJ7o0OjfxnnUXreUfYfAUV4WJ9RDAvZIZ7GeD6FYJ/hFIMu
mY3yGCHiUsZp8ihVrCWqhKHFNtGWBtiyRu3ht01R9NLxbkzS0s4vfSqok97EWbiRXncafhbncqbQ
diz4pNAtD2zQoFKKNwgkeM2TBw//o3/JiD3KTjHYU+zU9DGMYPxTKyQbF0u6ZmJjU/guTHqJDwzp
NE/lo3AqaUIu5p213RhidUAlj1VLPo02RX19yUZIwqYUQJcjCP7045//rmLVsLnj3QnB7+POSHDv
bUHH5YQEhKsC48FwgE9lLAXoLm4G3QXvpgpiKq+7+Y0+DGHDOn7MDRCuyQFeDZg9XioZrgK7O9K+
GqSNjxiem4ihwYwmF3s1yGrLJ3fk3pH7FmNdbWxrCmPnlp+h2uNdeN6U8GhK2rrjmwCMpvQv55Tu
YPhSNenavVDvqGO04UsPiKbSqg9omNTCHWFfHMKerhDP3ALvcjG7n19RxpaTd1LuQIT1LMKzpigh
MCKG6sJdRX8tKnr0FM/uMqpvvGJLfEPnuGR9jT/+7R9/ZTkpwDziWn35tqW7S/J14n2aim47pEav
9JvxVfs5stNtq5ZS8BxLm765l9EbLHaVMV1Lyd0BMDQWqupy9N9C0RzDxx4N2NbKmpaiHW3+RqsI
o7bRyqmL2RFY76ddA5DLjCPX8cGlcU6sOpqZv+wUd/+gSCE8CeQ5DCWCjlHuXejtui3jmRqjpm/x
Cjg0mWSplmTfb9CJ9LnQ1FAH+njjLCbyEpQ96znIoPKbZU1F+dVqC/cIq4f5OSr7Jrq+Z1DRpse2
Jat63m3L4K8FgVnf3WhIvjjMY7IA0vI1QcbVp2u6uzpWd0aX78LUxDQKarXLZ+LcKJn+mX3RfrCn
epVRzuFXFZZUSnfiLQoH9cug3dzdk8OSRqVhY25Hr+zn7mmjvouW67+6Tqsm2401BPz1mapZ3mP+
jmp1TD0UiIvqOJuDtWzejiu8brm6AsLUUHR7WBUEx/kBPLw8BP/+HTmZuoeZQx2+z/NULboIG42p
EVATxz0XjksZmt6u2Drdck+zaPp5TTbL4nzrxbn1egkdYjZNZaLzbqyyjBHRj2oRDVzlyKCSdamt
WSBmumO5sGi+627v6IHG+ZI2K5ujAVqA9fhdiWp19O2SoGgvUPhD3UhcFuIEMIlBqgOL1hFhtpMj
+iyvspear4tzwSnCZH5stbZa2U3qjdNlI7RFYlAEE68WPE+qPrfsMdzrqhb5VrMtNSQ54zc/SK5l
U7TZnTGNx7LWMYBtgtH5dgajY9noOBcqGzZbOPTqBPecL+rQ3uPxLN/2oHiHwLXu0TsC4ztrYCgJ
ZyiPCcKioZXLAnLe0MhctWHqpht9jz44xodjYmO2Zrw3Kkbwmz2mW2UFobs7qekwts1NO2VA+FDM
KjMw4IYuwhslA2Y5Nf0FQTvWthkHqZ5EEAFpYnnNj7tEV9/vYWfIESnOJ81VMenm6VxQVskVu85N
K9vc3aFvLjWuc05UX9Txb2I1w7Jyplnq72rvWiTdPHWh29Uyegq10pHo1k8d6L6DpAgJ2KYcSzbV
U5F2/bAlzV3ln37TTeky+Ha5+PHaRMFK1wqMsgpR/YpLexbwn82GVHeIWkXE6JPFta8tDYTgATuE
XVciaZ5LFlzUl+87nl0yXeo7PorXOXh9S3fHtif6KWw1cD2aWdZ/yvUO7sE5Jf1/Bkb8xW6EZDoY
Er/qR2remVOAPWTeO8Nedif7HzTGy/Ia9gQFrciKM6qZDWvsJTtwuGA7sDXrfuEuPG+R+mvT3ZI1
pqcKCmh1i9FU5/wcNxiFLu1v/3vzS4D+tEYSfZ+ZsYlkQpePmKsd9Ox5xwVnvRN0vYYf8U1Sn7fZ
Z+QZXa/R57Ni4XZtX3cUXKfd6+OIzMCNMocWlY/h1/RdxzaPqswYXmkk2+Z2Bh0kfbDbWU+jQOEE
ljhXq2p57XE7wWLym9a+gETlAloz2RtWiJu26Rvukltk5CxepKVPnfKckQ7FpEA7X3By8vEXM8q/
ftmWVk7h80r2Tdkbk7xBPtwsAx5Yv3OiJSW9cMItf26fce7Kd/dwxT1c8b60cMVGeKVs9d0zfUPx
SZK4JwXXVacpiI729bKhO7gTFfn37u13smtqKIrNkSd2el3iPNVJCtOoVbos6c9b+nN9D6OmmVHj
vi4mKDPBUrqE2ZKUzVGIem7z/kILI//mQocDrv7+D0ePRiU=
`,
  source,
};
