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
    "ours",
  ],
  calls: [
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/1",
    "erlang:nodes/0",
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
    "lists:sort/1",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFwheNrtXMuTo7gdtgHb3dM9M5t51J73nEpVKnvbqskpe9jL5pKqzI2SQTaiAbkkeZjOIef8
11mBAQs9QDzc3TvrPrVt9Prp+z31icjNV+x4SCBYJIvF4mPk5u7umIFF5OSbIAFHCmnxwzJa5evT
59OTbvHkF0DAIl9DkoBsf/7CBVtafErB4fTwKvLyt/yTv0MwCX34FQSMD+HmHmA45S02FO+Yn9Jz
H++CCAYP/oHgAFLqBziEvZ1EgIStTm62iPkU/ae36asI8l9zTEKhtRcC1tvyhs9wT/gUz+3uA5AF
MPEZSiHpa3+L88wv/hc6uN0+MljOO47jQn6veC9eAJKk1fS+Fs4uAfviMUfslxE+KvyKmPClx8gR
xryzVQpYEJW9VWOuAhL8+DdhHN2IG5jAFGasHmyDMgb3kLcHjoKH+IQb5Wvt8GtwOMAsHD++O2R8
jSz3BB8PPteDkD9Wdj96Kt60qXgUJrs4Hj/+Sj++06Gxlfj1e+MFECXaSdyk4AH6BO70Dd9sUQbI
o8+wnyDKukwCoBQHAxSjr/VdgLky8+EZJh1S7p0EXxskkKuzKo7OhqtjxvhTq9zBfMH58s+Kptlb
OrV3s7nSb8R90a7ZBp04bukBcHnjQwOofjcQV7DWirewPDXqRQ/jmHE1EOZrPcxtHJMWnnHxV04C
Z7S9mARlD61f5BUJ3gBhgtij8J2b4Fzsd/SCN8P1usKEk7sZ4uNI6DDsy9vtMT1wrQ6PAUN8zlqJ
MUjSCTbqZshaGqNx06t2gD5wn6txK53NvC0OH83q8uwmwhDHqH2uE77fpaWV91b87IotdgAlMBS+
ecMA2UNWhi/4WFrtYtu5ujd7EdsYzgMmvBN8QkZhLwwR0mmGUni5VKIWxYfWLquj5WoHEio0bXrM
cAb7F7HaH3lEKbez2NcQ07POxQM0zasEbFS52uJ2zuA+pT7O/NM+ngH2lyeJ7iQQl0bVNqnQ9Kf4
GC9fE5hiBtvAb6xFA+MUZ5jhDAUlzGQI3KUo4eoNuVEO55ii021aG3AUroS2PVLcHd2jbIfliFSJ
Y+QRYkHtvNxJAk2wXXd6s4cZ32UGdQF523fqZrBG1D+g0KCesUG9RW9qGnLpD9D6s74ZtH0+HFZS
1WhQHnFXgKgyA94ziXsN3S23HHCHMhh2hVbGQVCGeBDTsZYSbLH2S7NwlBlrfbQka3luDn6IrfpR
Zuo08NXKgis54iG+rGabSnlU4OhBL3tHbSDQCdTxtvXW3rbWptz99NOnIdE935UQavdd2qN4lvqP
Ip/WDGt0rHOXkUfRHowS36vhaYDd/DR6ZHDj7bSiCdbisx50RWNOew9k32Ds1+mboRjmrVhEcN7x
wIaHsbyn0Bh5mKOWuG2xrRY959BVSBrbyMNcmVAqDNMWpcbVr7lN2kI/IIBGcEKl624A4A2AtVh+
3Bp0y5t/biUA8SCHamfrlx2a8ToFX/2y7FFvTpMVer3pXXs/q0imu8kDDw/lHKQ37oaEYOIneL8v
k9B2GtLX+nuUBckx5OKPAEe4X+4RglTNhKYJvl0gsq/Ry7m1Kka1jZRYa9NxTU1ck1KbSn+aeZ7y
6iknCU3ip/UPhjxWwPA2wcFDvQHakmp1tDA0qbmjPKlj57zZHdGHm6JMrXDbtgVfNSZpISaZPYK/
eAbatlyZt/g//4tHLFZNrcCOu6OyfwIDiL5USnY7xBNvhLqKCAZlmHP821FedXRRTcuITYhM7609
TZ9wPa5toiFz95DJFv5cu9Jql1Hrhgjf+/nzL//SiczgKHXhgFwEbW+UlBvaYk2piC3lIm5v9tgu
dq0kjC4viNGlJosQrYP+GXOeKub97TZPAOX+IPQS+GuQUahskf9fMfVNYWp82nB/ShtOuDAU4y8K
TVPqdYXoFaLPl9mazyq7stZLaEq7+nNVk5egJgYignGPJmy/fFbbVIuuW/6SLePNcDLFCJOhSyOa
PT8dkXclFkKKf4XRi4TR64vlFU8BbZVuoMFLT61MSdtVGE/VlOI0j8GASQSbq539puzs6CHeDNfB
E0HLZNl7AbsSw4F//PPfv3YdrZjPpM+0LnUHauj0H/gai1ea7lXK41WDviUNmm7Oq6OP0bN9O/44
fo4ickW+M2r2wHNLS7ZXH0VqVfAvFMLOOkJhCLNYIGi1UT3hiOTM5x99dWBkF2sDB2zVxzQz80F0
YHAhoy3KY7EZPt7GPE5QWNn0kfph2xoLh/pDaBTlCa+4h1sQArLXkgXOjDS9EG8Q9ctxzBy36lDt
79r2r8rGpYU39SBtbi99bzpc+g/aVoXnEfduncJ0q966GY15a2rbqEttGmhrqUHNwbrTd/C/+YIo
2iZwuOQ8yhNI886dzE4/z7kyRBca32T2JDrJZZhnIrmkb3mbY4bKQ+rzVx+4gSfcRUJCi5jpFD1Z
MpJREWNtW4VTTLiZqtewpoygbA8WDwvvv39lhy5KbG1KrC6h3BWTpnzwFDGZTSbYJHvGZ5fEFYpk
g/ulNctCJupK1kxiX8wyOXcoBcSSuiIRXmw4MnLI0hmjjwnJvtOHZN5QPTJP0ciknAViXdcIlxZc
ovoiihloXTTlwWcltnxOlVQ0clWySxp9ZcKj1a0At48i0cq4DoAwBBITWKR16i7Y3WaYf5cVJR7D
z/RIW4Ywnh9bZTHOQI5zxtmyEdYi7jAEE5nSb6bXKjvvJxWTfKk5ZgnJlvObHySX8imyg7B+q4GO
R2miMmrBNsHp/GkGp2OulMsmZRZUnsSsicKM8xAp+RdIMjTXEhzLtydoLrpf6tL3QGC8swbGPBd+
LIWrd0z1cKMvf3sR2kez3P5+b39NyMJJKqj0Blwf6Lk/Y33fvvbWVZXjhy5i3IZw0QAKrejVqsF+
XqK1REp5/78npyi702roqgW0qqZPOEeRU7deRRfllBWJ9uXPB+WTzuc95xi5R5c78XhWLDwdG+eK
gsuce303IlB4okTCohDS/6qZy/jmUYWajmv7qm+uRjBB0gVhaD3M6OvH8xSvTvyUGrcTPGZ70cbr
lXLMOUjITr9BvK2IMjCMnyJAt3hZhDmTaktG2ZQuA1rHgpNzkQ8z6r952pZeThPz2jJGXp4c5n/r
y8VelSWE5kv+zJOl8p71zb6qK+Va37BCgH3qXNchr4nW8ETL+b0lWjZmp43la0z9sjKrMZyLzQ4T
CILIvvBn3qFZDic+Dufjq0F1R3VvjjdVDHqNzTxlVg7ToDK6Ytd/pBrm0LfxGDgghjB/OcF0Sn55
SDlC0ek5yGj39JEymMrMj/b7awbAqfj7DdT+2PA=
`,
  source,
};
