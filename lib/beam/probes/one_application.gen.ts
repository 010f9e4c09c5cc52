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
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
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
    "string:find/2",
    "string:lowercase/1",
    "string:slice/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAOvIeNrdXUuf48Zx3+FjZmd3tauXrShxEjtW7MSyYoHgY8bRKo4jH3xJcshP8Q0/DNkzRA8I
MAC43PUh53yMfJx8lOQr+BSAHJD9qOoXAGoSXbRDEo3u6urqevyratnfDovNOibhk/jJkyffLPvb
/u0mCZ8se9uLeRxucpJXX5wth9vz/d/7X/arX74Js/DJ9uxXx3/3vvWqP1bhev+zwXKwfVX+FdxG
JF4E5G04L8rB+9tBWKSr8oGLPL0tglV+HKL/rfel9qllmC24p3rfTnUPPVuS8tttmi34t410Dz5d
Z+ldRnLudVeU0mqFl+XTg3kYx9wjL8pH5uUTwW0c3lU/6zFfXhZZ+TbyNiqYDwdFtiG0HGy4Cov5
cjfacY4e8xbofRckJiuSFPWrLqKkIHekfDrssTtF95vJfgK+svftyP2Nff0bAYrdZelmHZScuCDZ
flDnCQxcJjDISXxLMXJcg888XYX3JMjILfbYWHUawjxP59x4z+dpyZ5RUv6ZKSapG+aynBHJSDIn
4hKUjw03SRHF5UnvpeuKUJ8LLKg4ovJg6GnDSOWDC77M1+E2CdL1YZ/18ok+bDlIwOrY1RzBir4e
ttuWvDeUeE8tKg+cQqv/dm9Lk5yfcxwl99w34sQZSRWlWVS8Yz7rx+mWHdd5ZefSynrwyva73Nv2
k6gcXNhvlOYz9o8JdZ/nhX6ehxP5VHsmwvyeZKJgVD4yuEkX70TO/k7Pq3Q5ymOdx2FB8gLYIPbv
PvvEbRjFZMF88rIIsztSBEW0IummGqt/U8qy8jweaE5NZNc6zcpB0v2+Vweau3f38xLUkTPpJhXF
frlxVPXU8DaMc+axw2hJmhD9tId3m1IlEZ8z2MFFmh+PClUfkMEDFbmTUss65YterPIgTYL9Bh05
5osO1QqOF3eyzVS35AeShPlge56RVVoQnoFLrSFM7lh2XKVJWqRJNN9xpLixz1dRHEc5KcXiouHs
emoRd9jtSo5zSqRH1dpjlNymoi4kKQPiCyhzcAbbXjwXFLt6wKd3JCm3siCi4sddUdCLz6M8WEcL
4IRR5HSylxf0prPA8MAejwpyUFvhswfaAQdiuywFdZRLLy8HzahWNF2W553cRglZqHQU9CVREhWU
KpZRcRSFPrOgCqqucIzh1+853/aL7B27z07i5Km52gTPAyAKKkn5q5EeSaa6+9iT3EvvhWMMDNjT
zYm9TYfFMku3ih9clDpCOdKCk/3c9UD542S0KIc3PNzj1GR1vB10uMIbTlTWPN4rBeYNCeZZmC/L
L5y58FLLhShP8Suk3Lg35W9/x2lB1OpI9lALAifegTSr8G2ws8Xy6PfEzhwd1I+w14H6ifvyUhV1
Ma1yQrIszYI4vbvbqdq8SqZ7+pMomcebBQnyZZiRRVCpnFlEclkjdKY4b7CaO7dk48HTPSIZD1rv
FGw8TLRz2xsPItOyUqymTCkY5iR6Q2qTyUKsDX7zu9/+iyi80TM0ESQ7pPtZnedn5reKLyy+8SoP
0qo6EtWF3/1i3AXoi70A3U8VMdxapg/n+XjEpDnd3cLdJarbo82t8HRbgfjO2GcaTGDnSoTUgS7d
P5a04+TTgVH2fgpRYjX0XD93FljdEQzyOkwBr4N8xxydShyNnGl+UR7FgswLXintnGOcB35hvpsz
0YLQEWnInqlv/ulf/5E9RQLN5kLs6vq0J86dgR68as4ze8/GqtR5mAblTFmtsn9HCsnFs3foCXtZ
O/bt/Fcl0d4Ca3rCuu84q6ozXx5V+KDqO6GH6T87k4B2d7e3sW2AoJpKNn0DF8rBZOjpOP55uF7H
0TwsojSxi1IP42gVKZbw4JwbIuG3BhHml3aBIfj9E+uNvLzN0lUQR3lRy5La12lipJdzGVONK3Ts
TpNX+hA0/1IjV9Nu0kgsDyKZwE2HeVdRmnvyTu0YG1M2MAHv2hXkYZ7BZEV2RQxVzRrIivd1VK9F
Z//1L1/jU/DMYpblYz6v29iFrECn+ExycTtT4wNH9WNEjRzvOmcpd2fxf/KuMIjCB4n5UouZACWm
ga/qPC/CYpO70/dDm1C/81s+MrdnRvo4Zb/cUoGDdU8U6dp99h9Lsx9gs79CJdFIu6znC5LPs2i9
YwLnyX7PwhCwUTX62EwFO6fkyCxK7vbudc2KL96QLH/0q+2/yRut8mk1g5twfg9L1gkaZzkKEK2R
0V+lCzUYiLeW5ADbtSomx4Y2LUEFF+XMNjHJ4SBsTJK7YmkWHTfZq8PbuP3iVAA14mtB1iRZVEAD
d6b8fkfaPrvQF8yNga1Wcq6o2TTdnecwftwL/149zaB9CjxEYRaPnAL1NNunwGVCSDXwzbvTkMBq
4E/MlQjPct3PMnJX2mAk63bvBSuj8hsrrbcHjGpzlmHXh/AJuNgoD6p/CrdBNS1qSeHnJHkTZWlS
0e4R8tYfufMWlVzD7aJUPFP02MUmiebpgjAffVwaf1mpK5RqVlCk+7DyO0MsWpQGcXTDhZXSrLQn
65kfVKD7J4N//7JYY/iomsWMwL/PqwnngeQG8lg7Hidxz5jEvp1+BUMjIT3Kp45z6BvPwTyuLkXi
PYOQuuD8HTePCH1qbkCNVK4c/qA1Z4KxHRMwsF6cERifl5YTWoFq+bTBKliz2xmkOshLlVkKeo1U
MK11mBVRGKOb7cNZBJdJWn6WVOEz5Ot8k1cKPCstmvPJBEPP9Nzkhv2xpcKJbOhVswjqTcDQ1/ix
hb48/n5ovLNdSGMgsOYGjPIhdmggn//YUT5PpCPrzCl70oAqxEQKK7eT4CnAb3sGSYRAEltX6V6W
W/gnmi0Eh1ulSVSkmXjdQOH2EVXRD5bW9fjOaV+DZXS3pCay3Bxu6kMgeSn849UywCTBwHcLhB1S
JxrmtP3AwAeq0Mspr6Grrv4+KVhL83xFVjdEYp/zcB4U4Y2CDOdxGi54U9SjdnkXnibvwjMI/zhT
/E+191I9yEdJGuSb+ZJ11bi/988aeruHVaCZAxXHYV4AJowlthtNQhElghTiEH+w87WDX1QObkTI
HP3L4pe8lxT6BeJOBH8K+92gn7L+Fi4xrsPkMXlz81LNN4YVCMEqyC+FHEQTu99CquzvYHOhggmZ
D5ldClZhtRusJP7Mo9yfI0pt88RaUUUmelUE2bMdRI41j53lyp+be7/8Bq/5ofSaIQoy0ud1RAVZ
YbUXtA+vozoc57KQH5nTa0L1CSoFWVvpNegZnkoam9lxn6EJTFBetph7hvxIhGNoCcGgka1VvEAd
q6ycMSBGQ4fvADOj/FacCp6dvXmRbZIk2vldzBNkLvIizApe09LanE93DwmvmlG1leSDSaeGN9XF
PXl3GwE+JI/fkzPeEjRKUFQITEBtHDfMrz/G9/k5WJPksiTJUb02JsqEnoj6M/qg9xqQn0+kM8ub
VLG9r0eW9+QUPHkbtS8/2iniTru8HvC1KszhwyF0x0EflBQ3kaR12gyKdA3WkzprIgwcOf+K2hbV
MGA5g23HZAM6+ia5T9JtAmX9t+DeGKnFtIfsjBWL/YWLrwmpB/B9VksvzYgiS+OYZHzucbiAjBOL
M8j5XdpIF/mx3mPq5POzAEAPqsIae57h8uz6/63FwSp1pcskDcIk35abgGCBvWb0PyaZ2WO+Btuo
WB6vVMkZUB9d8MtaGYK+PMpbY7tVh+U3yBiDPFiY/AUsh538debhz7oCU7xvXFanvqHMBd9AGctF
nBnKS6llmtk5WvzD1BBHs4+HwEcmDlMjVXhKZV7sK7Ilmua4OBL/Lw0YVnJETY8HWkKZK3J4mrHJ
TwxuSNVMIQn16uhTDJJwRZB1NeIJa86ZUSCOANhVMzPxhxYR66Nujkk7cNqqLFEUxkE1UqMR4Vle
8ZnvoubXbY0ofekVZ0b/qV2lSObJ/2o/kDvCtG8t9BwrZ2ZqQeebm1q+qZzqbW+aFLb0NWFL332n
/6qTZMCHvJiucgF9LBZkEfSUdlsIe55qs5tEf+zCunnJBfMCi8Bgd0TfokJJnyRvRNIhkZnycjDC
D9RYZXEk5Z1a/gK8vxoopKjeN8IRPB4I5zm41X+EpaVfZOVOhTvnEl/fqNeg8gJ/akAsCMsVSQUK
jg0BkK1Po0WT/lNjr0aXKDZU24cKLbfOoyrALVIkE+JRT3X0w8VCMa4YtGluGOKI4smRafnj07cp
BiQuaAyX0zGjFHp7XT6UjSEL2h1ITF1BVTJYxgIxVe7RWlQ1PqZ/7XiaJrSZNBpppNG0XWnUYJk2
0Ule8dAZHboKg2qcFqOg8wVX1boiRLhP9pksVU4LeVsqPlFyd0hU6mGKxWBT3F4dc19tCpvuijvi
4eamm/0Dq/R42qHlBE18X9ZVRyOo8moXGvHIKA6tyl/Y5y2xsjVOtySrfD5Q+eaG1iAGLlWUbPE6
tNKOxUN+8dqBVIM6UAwb1S+q/1enEvSCA3krhyUl6W4zhbjPsPV6p9qgJte+BAdAqwsRXdnaXP2E
bKXAcb4lZA3aLefrisXmWH8KwTkGgPMgk1sCtzOmEzT49DTI9p9plJaao3tffOGQu3T5cJWTnJoR
BYPuXXEwdbN2IdcQgK+Z5/nH5ireVIwc/vR9nsWbhvlm1N0TDF5Eu2tYVE1eJGlw3ER1+4lrJEDT
54VeKuRJXzUJ2diIsKERSnSmwPzRGjzpdjma+MoHy5JppMnZApuriiNQFRJlmS6kdUhfGykVp6yt
GLQjk1XLnKfrsIh2mVrOh/dz2zJJblfcsCoaRSTZ03JFvZ/r0b5IqITBk3bZ2oX59R/cX/SF+Z7N
1MKpQaW+v7EpX9B21X5rQ0TwHExl+T8w0md03mfWy4t/ywPH+SW6eI+dZa+gEr7cDRLkazIPsk3i
iCPt/z5aq/s8TKntzD5kZjZPV+solg2nCTVrymhmUZWLqIE//SPHlTdw+Y+5EAySdTyuFZECLek7
gBUXm31QidhHGjkDqAoqpdk7QEJYDmnPIflm5RQnAhnUaqNN+crl0D8QtKVwUDsYJd+uyIvVFfAL
8+vWP9UNC9dS3lVAEG6klt38Y4C2nMcINIt9OChsRZUvXZA/IxDLM1b5TlrwAM4sKitfnaKy8VQ2
P89MK/BKDbFExQvrbYsbhEgnVdv63IiWS+VcloH5YqdGMXG5Wd+EgiW/OoC3WaF678m7XLrMruCq
Ag+LgtFvuFV+jYHG9Kme10LNZdA7lKQLAj2J/piqmwhLqcwSQk1HGKQN95enOMo8tW2P8rURd/MU
wR066kTgPfA72JUbY9tvU/rIj5gUVrjWU7mP1oTlbDBzFAA9YVr6rgdrfUnZr1F5Q4zB/XlWCoTK
kQJBy66FeoiKGo5eO/eH9EYulqNsm2wq6+o2ty1oF2NcvW3m4fa0vg7srD5bRDtjMeTMgmefhUlp
HRZpllOrHDJ1wSCd4IAn895nrFCjDUZil8XeCdoT1wAjOrLyhVleCn5bDRZ+Yh4iGasMNuN0wL5R
u5Du1gBmExRpUXLZsakmpE95FA39YeDjns2GWqcbXFG4svHkaNF+JQZu2BDXq1/vgMpdngH//9sZ
mMIVbhihA7NOSz6TK5GXHWMeQqvQ3U1nEdGHyyB6Nu9u1j2Lvd1PHyD5Z8RaqVsfHjbi3LRuC7en
dqG4yeMKxXnUOPxoXf3Jve/CvsSNU3TGF5p2KcPzTeIQwosMasTYF8uB3S/XRxTgA3rk889VP24z
2HrdQG6PtV5e9O64kuGcrGBnU7OwL84AUS95FFqNnmqbd43aTNO+NlIOZu2YczME1Yj4r2aYO9bM
XJ25QzEty9Tz2N4TF62XAIvDPI7mBCxOLdR+MilFKcOAcLTSZbkb7NzB+gfKwvFnOsnbVe/mEUSO
R4WYbrIY+t1WYnwMuXjqIkdABl7XWXTGyQ21PW3axdVrsYvrxK1XnlvBZc/Ft3pxm2YkPFbPdEDl
jW1KUMrpW20XxC5fPWditvXQHL5SXXy6BWe8xcbLDnIhOcc4NWcAKkIK+DBaeoq76Ox5KiNVmz4C
cQo1NuOnuE0PGt5mabRNXCBT802VkNKv/pMawLz0eJ2xNfbqPEpykhWgdo9GQXwlFsMYrj5R1Elo
FdKvVnsB3IYYr0KLmNpszogqFt8ihrJvZNq069x5FIXP5FRf7pB99B+WdTlM28+XY5/9/MgVPxMi
v2xv+tOgoxTcNFSnCID2OB8onGGwXbxU/hCFLBknTZQvnmBhZN6pVPUDV6CA1NgtVOSN0ftm0qDh
QZym95u17JKdtFWJWweaN4iYyMt1JLwbV/QAnuQgBfa7f3aCJIQ2ScMOc6U8ma5ORaZ/Fh+YbvOs
g3iCHZ1cp81U+GZcbla80Le3S2p4hiMLzUz1xAdCaRRFd89x1eictq8rjG2Aw7BjeLdQzGn8B0tv
8hi69ZtBRnSXsd7bN2O9fYeYwdev8bQ8yFXBQ7V6Ug/77rN/Rngcb/oY1U2b+1AISaJynTEHoM4F
O1IIHIzpih+zuqI4Aup779bP2wXJFPmmrWeTmbcAkUNrnrYbfT4Pk2SnqApeEXVrijyKq8bFjOKo
fo18Px+KzrtTy6JZxHGZ5u0J60XiabJKRQQIGCjmLNPsg0MSd6CfvZLk5uxwrHXt3MR5aIQdm5yk
OvGVS4HcsaKQbN+mMOkD/1Cn4rN7eh32ZZMsyG2UVNWuFEWJ7qCiRBavY2NvYHO43XbUIv68tHCr
Tg7O23Nt1Wapfu1FmCxK0ZGiMN6SwXVVTK2m+UvH0lN+ax0Y5HLx5p0X5H07++o0bpyJHXh4yBSd
E9BWn4K1FE+RGogLLd9AibHthTFYbqTOLt0kW44t/K6Tk6dHjpGZzA5wFOdp/K1zoFxT5WQk5R03
nOlXdvEYbXYR/OtZu/oqBnZBks/xjG65upCngF2o4IGsiHVBbByulptwEWZ3SL8mSa11LjoI3vqC
AkmpY39fF0Z8re2y6tJMU4/yNsvvQDKCR1SSo9/hftinrbDLaq1P72u7siht6Pywde1j9vSD36U1
B+GEGtRKNLcjj0BqEe+pbgwmIra1dqRUoGlGIedUM/Poaxv9W+8TvIZ8gmdfiwgNrqeksrpNAw/c
35lfnmMzj/IV7LmcyRmDE9SlOOqyjkJDdeNX5hiECRJcq/hSp3xMLEvtQDHsKJHdxV9KuGU5O8U3
6iL1shx/nwe2TbNFjvo6Xwh84wBPG5Ya0CIWqvg0aXg70Sf0NLg+/l5ikXMDFpHiZWPcM+wJALFR
S4kVUzmxwsznLDPRqFlAskuk+VAo237WqMC359RuQIthwS0DGLA6kgCr7VPQN2oS2UoHHLnrhUJp
tn9tqTQUYRQ7tfkxTYjQtnQ2cmk+pNzI6Z+mSFtP0ee3K+DjWFLJdEYLDLyu164U5LqmWFZkRzqt
zOxQBI+B5g6w2OlpZuo34w7DTvWCBtWKNISQJWY1JxnAW1hscvC79+ebLCupGxyqE0K/+mBVXjDh
HQn+bUM2JCjlFJxonZHFZjdKrqr6Y9cxEAORWGXy1iRgE0H0VXKBio29z7TleC9WpZS/Sd9yT2kz
h1nasQ9qE4gPVX3wpJndtcKNOtVnr+52gX1mRhWu33aqZNrkyI5BT1o3NWt/bWONi4kUGKaoh33R
x74YYF8MsS/OsS8u2sg1+QfHsslNSuNC7TzR4c7MhxtRsRaW2/xUYeEG84T8nFBBX0M3Yd8cwNHT
YzFE2XqxDaNi39pa7bJjBCzm6392R5IgJ9kboeCxYOG4pjviDRKhW2oQpync5eJl9U2wjMqxksrR
ySSD/1+hNNBw4rgekNoSoteyMQ4UnHFXmMyd0fxdK9hZjYcZUbFgw9nXIPYO6PfG4vXaUB59zJ3e
c+4to6UK459Da9h5qt4Z7jmYeJicDX4iUc1Kj4ITq0xbfvFKgHFYEywfNUZcOKiWl4WR0NJq388D
9DRsEmy1Su+PEiCxEGolT6g239Uk9vZ0nUVpFhVswbh+nG6xXrxWGsy5uWI3Natw997BRb0rVdZG
ExPR643LjP+hXE67s/wwM909Cib1Dltt8Gri6jRmSZ+aV7M4mTP2COyk7eUNspiyL1qygnQwIeuC
ByNVwQO2cQERihFo1LThbVxqSVz5PYjY7XX4O2tc2Yet7YSDNrBywswhNCtsCNfwxP13faw8ikoe
YNEivgrQA38BXm9qQInLQ+XQFgMBPs/3z6glVZl6prh7F6ZI1RocrPfkN0xfcC8/yJfVgWSK16FM
aSvUocn0ZDosH8WGU+EXy6IkI0VPlG5y/+TW2YrGi10jPKQGdO03Cp9pGpWb20RSPUitMXSobMgG
BVTxzAkDHmKnrcdr7yNRBlm0CCjTLERljD1r2vq21fZFM6qwco57I2Xmzx5t/6cZfrGo22oPRHY4
dzhHe9FpmBIhZPXP7G6jQxVNHAZmfoABFOLIJT/tGnNmIGV3TScGsGW1YA2WaESN1wAlkfJNY0wO
k+zUPEfTzKd2PosrihUEkQoUTMz7rzLDUzv+B6/GKapNAMl67E8t2F7q6emenC8lS+6rDHTU8+Br
mwxvPXJ1rEeujkHk6lmDKtg1xZDd5wnpjlfzGuPVDM/hXs9SZZKqkIBt4BOtKjeYz6rN/Bh7OGNS
LA09ElUQD/58hHzuI5+Pkc8nyOdT5POZk6PQrOmzj2oqnp1xNG2rFvU3evYzz+WXzAC/wwLnIwTQ
bV7f/HS9WkdAS7SWe7XOaLeV18dAYRS08rr4Yy0K6VhTyFpmBepUuh2iF8YBTHAf3bSNo+8bd6Fp
eIf80OkOETOdlJ4YAQWKdgv5X+MvW88=
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
