// Made by scripts/gen_probes from top_processes.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What top_processes.erl becomes on its way to a node. */
export const top_processes: CompiledProbe = {
  name: "top_processes",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "process_rows",
    "selection",
    "sweep",
    "window",
    "worker",
  ],
  calls: [
    "erlang:++/2",
    "erlang:-/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tl/1",
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
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:append/1",
    "lists:delete/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:partition/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip/1",
    "lists:unzip3/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "lists:zipwith3/4",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:groups_from_list/3",
    "maps:keys/1",
    "maps:to_list/1",
    "maps:values/1",
    "maps:with/2",
    "string:find/2",
    "string:lowercase/1",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAUmFeNrlXVmX49ZxnubW0zOj0WInSpzViWInlidqguDSY4/tOHYSZ5GyOJISP/CgydtN3CYB
CgCHM3rQY05+hn9O/kr+Qp4CcL1L1d0AcFqJztGRmiRwt7p161Z99dWsuW5nq+WcBA/mDx48+NWs
uW7erKLgwayxPp/Mg1VK0uKLs1l73dn+vf1ls/jlyyAJHqzPfnL8/8an3eKPRbDc/qw1a63fzv8a
34RkPh2TV8Eky1/eXLeCLF7kD5yn8U02XqTHVzQ/7V5qn5oFyZR7qvHpQPfQoxnJv13HyZRvzdM9
+HCZxLcJSbnmRpTSYoQX+dOtSTCfc488yR+Z5E+Mb+bBbfGzBvPlRZbkrZFXYcZ82MqSFaH5y9qL
IJvMNm879rHLtAK1d07mZEGibN/UeRhl5JbkTwcNdqXodjHZT8AmG5967i029S0CM3abxKvlOJfE
KUm2L3XuQMulA62UzG8oNh1X4DMPF8EdGSfkBnvMV+2GIE3jCfe+x5M4F88wyv9MFJ3UveYi7xFJ
SDQh4hCUj7VXURbO853eiJfFRH0oiKBii8ovQ3cbNlU9cMAX6TJYR+N4eVhnvX6iuyUHJ7DYdnuJ
YFVfA1ttS9lrS7KnVpUHSaHFP5vW4ijl+zwPozvuG7HjjKYK4yTMXjOfNefxmn2v88g60sga8Mi2
q9xYN6Mwf7mw3uicD9k/+tS9n+f6fh525EPtngjSO5KIilH5SOs6nr4WJfuN7lfpcJTf1ZkHGUkz
YIHYv5vsEzdBOCdT5pOnWZDckmychQsSr4p3Na9zXZbvx8OcUxPdtYyT/CXxdt2LDc2du9t+CebI
mXSSimo/Xziqeqp9E8xT5rHD26I4Ivput29XuUkiPmewgtM4PW4Vqt4grd0scjtlr+uUDT1ZpOM4
Gm8X6Cgxz2o0KzhZ3Og2U9uSf5GkzFvrTkIWcUZ4Ac6thiC6ZcVxEUdxFkfhZCOR4sI+XoTzeZiS
XC1OS/auoVZxh9Uu9DhnRHap2noMo5tYtIUkY0BsgDIbp7VuzCeCYbd/4cNbEuVLmRHR8OOOKKjh
TpiOl+EU2GEU2Z3s4QW1dDY23LDHrYJs1ErkbDd3wIZYz3JFHaZS4/lLE6pVTRf5fic3YUSmKhsF
bSSMwoxSxTAKiaLQZxazgpornGD09u101s0sec2us5M6eWhuNsH9ACYF1aT80UiPU6Y6+9id3Ijv
hG0MvLCh6xN7mrazWRKvFT84z22E/E1TTvdzxwPlt5PRoBxa2J3j1GR0/D3ocISX7KhsebyVK8xr
Mp4kQTrLv3CWwgutFKIyxY+Qcu+9zn/7OWcFUast2UBvEPjkHaZmEbwab+5iafglsbuOtvaPsMeB
+om7/FAVbTGtcUKSJE7G8/j2dmNq8yaZ7un3w2gyX03JOJ0FCZmOC5MzCUkqW4TOM85fWM2dW/Ll
oat7RLo8aL1T8OWhr+3b9vIgCi2rxfYzkyuGCQlfkv2VyUKttX7++S9+KSpvdA/1Bc0O2X5W+/mR
+anSEwZfepQHbVVsieLAr38w7gr0yVaBbruKXNwqnh/O83GPp+Z0Zwt3lqhOjyqXoqtbCsR3xj5T
ogMbVyJkDtTp/rGcO04/HQRl66cQNVZJz/VjZ4VV34RBXocB4HWQz5ijU4mbI+c5P8+3YkYmGW+U
1i4xzi9+Yr6aQ/EGoZukNrunfvbJZx+zu0iYs4kQu7o67Y5zF6CdV825Z2/Z3Cp1HqZW3lPWqmze
kkxy8WwdesJa7h37dv6rfNJeAWN6wLrvuFtVbb48qvBB7c+EBmb/bK4EtL6zvYplAxTVQLrTl3Ch
HK4Mba39nwqHijas3Z6HizATJUH5SHMRRopIA3DHWIe5XK/FOP1QG6e/CecZSVIhtCO7DJtIUHB4
EPbmNHzJSj4U9SgVuHtqYzfwj56dqlWTSFq+Ln3ePnPv3dvmvfMoFK8phAT1hbFKbSsGrRrwD+9I
Y2hhY+jDfurBwessx4uwDpeAT7wrdfgcFQnErSaF6/viGSKunJFc+bwl5z7E96QhtvFQsnsz39CI
L3yQDoXNTVE3nyfH65z7+k2prx10SnxEBvQLzVviqoDILiDTxmWjhd3i8r963F+DquTmN0zlRtga
vnBsKaT/PuscNUbsnqmcS1wEHDVO9+uvcWq/BUjKi2L78l6qL53QOPbuNx3dKl3LQI1ZzLJrimk4
X0XhJJ4S5qNv5lsmyc3s3KgeZ/E22PHaECERxuN5eM05O+Mk34X7nnfSLAmj2+DB3YPWV5fZEova
HzSTCSTtcdHhdCxdUroMQkwxxQ3jKe5xFy1T14KMH5AcnD3q2IemcR/Moz1SfKhrEOgRXBJ+eT/l
++YHnKfwNov2SGkh8O2EgAGb4YLABP21klAJgKBHS4yCvVk7Q6daKYmmkivWU4EHlkGShcEcXewe
jG29iOL8s6hw6iJfp6t0mfeG1Rbl5aSPxXQbbnrDfttSYUeW9MFauJr7oEPWv28O2S5/PpRe2Tq0
MeDudQvX9yBxKKGff8tRP/elLessKdupAU2IvhTsqCbtSACFNQxSW4DUirqSECyX8Lc1Swi+bhFH
YRYn4nEDBYF4b0BXCtJB6nj/fudkhNYsvJ1RJ12uAEFtvt6vwM5d/OL5C3F8+068ncVZMD+Coqj5
o4/SLJjcbZ9yPl0fp6/TjCwO6F7WyHi4yZjZvN54AryjrSJf/aqDO2m3PJe9hEsa6FhCwljQhDZJ
xsVzIrKWwnDpmpAlKMKd5ep6Hk6w9BSdX8YDM2kkLcJckaCXD06jQr6lUSF7iW88e+Ygxhc7pUJS
ajYp2Akw4vSBWbbQFRTiEGDblrP1O+Zn5kAE6Hz3HUAjmWCSkQvBELqIDk0ctjB0p72BWIrK5kkU
j4+LqM4+uWJyCVDwVJrvfB5APOLPlX0PkdyDnpQRZ6zCWkYOHR+AOLYxh+rlYcjOMvW7TgiQTcYM
PFUm6XObx63j4udZ4R5KM8D/YehyhlppF69MObuwiHDzJ27jww/5RbJ+aydYLndX1jNg1WxRELm4
60T1ihcVc83VFzC31mO92Fy1szCOBGs072v+P5PiG6Xifhim403vxCi2UZ6uxyiCQx/vongdSZIz
YPXyfrE7uYooYN2YudXn/YtO2+73jN3wjAaeyQlNfUqt0w3N4fXNIL1TMREA+YK5fUUSbN94di9r
3ZHXKTvZ6gTR3PK9Jako9aYpldhdrAsaaaKF7qAQprl0ZEQ8ZqUXS/h31+UzSI7QrR7yRd8yA6NY
VTwTwHhlbQ7fc4fDV6FMgetCQwsQOg+iaS5vMaJYdu8FQ2jAox+9EIdxmK5tzMVdOf2+uU0wULiF
21pJCPNLJpxEPXROou5ZJFFXgcwTN9mA6nOxW8twcscN3NBqutythoXdvk1wqhRO+wfmoKueHifc
kBOqRORV2Q7/YX1ZNmDvK5zrb7t3XS+GaUaWLi4YyUYsO8o/soGj4DmN+iEzSRH2gx6BPi3nQf+x
sf+0LqiDePs1PvFUyAG92M3yrrrkwCOSZqK5W+swmx1DFqI5176Zx4LT+Gi4kSDNWLATJ3A2Rkjb
SKaH6PnqqTCoPD+R3XnWhFaH65z9Ul0BZ/MVRemrRjh3SNNYoIz5bDbTZMWZ83AZZOEmKOa8LT+w
wSpTZyd3O7eWMyJ5H/G7jdNg/sQR6DhicfF1crswv/4f94a+Y75mQ7V70nfvxHfNO9GtPG3fJhv/
mrCaUnfZ3Opcq/vpVhfbPHK+EfuNy1ewKY1nqYMmyzT0qAqi7C+QkHLsL5KQ4ivwiJ4+cwUVUP70
L4Fl/FNtPpRE+TO08iVv0gdBWhHJNjHETpsclhc3SbxgHNBwtEEixHKcxD8z16+FZoGQtgNcNHrU
1ns/UE255b2/vfFx2bE1gvtCS9UGZ4VpD/tHRYx7fP06I2lt0XNt3w9xL2lZEDdcD7ZfXwbzFWG1
8lZskZeMECJGO/eIqft6JLKwHfqpCW6MRLOyCjPcR9ShuHt2p+O5Kix3Wi7cEormezbGhbs2NcBE
dLa71QUUYaa2vHrTM2wdn4IKN/UYuvT+Q4sUZasXf99cenwqB4BP4p4asE4DLdSvNu8FyyBoyd1Z
wmvF2kpQDwrMOKWge6NXVWrTM430IfywlyoN7ILCGZUYw587MmV0KZ6UWHSPPYYd8CsijW5fhwro
A+FvDCfJGQX7rrG3KGVbvJU+YoXs5PSul2LeQQVMCVq49rsHC26cToIo4o1X/U0QSFjoacHbUTwO
onTNk7r1aZU991x67rv1nOW+RAcgK0xgADAdQ9fKCXgYmAgVwQPKOiv/OOo6gEp9d4qQlimvpIen
CXTBnIHDSnwbY2Q5z2eVBNtAIEft1yhBOsQHyUHAOatpoyLzcG6YZVV5NyqMIL5fV5jJKlUGzaqD
agxULqOqrD6EHxqS0a7iaG4G06nivaLJVR42iqct9hm4Pbd9mjY8eOKAfJhJzmymGtgGuNgxppEp
rS8TRU0eLl0JfGEyVYCSvaoqvU0/ctxNfVpOG3kabTSoVhuVGKZNLg6//tDt5gpMb5SllsNjWZ/R
uXi8JElKIFJKarzVB6jry9eSoOBn9bDEjru0g4hxqQhv/9quwk5nTqLbbfT+TMEbZeB16oRRSpIM
BHag/I49lDfucHm3RlWXuU1/y1zZDTHPLp7RgDqbuXCtfnE8qhh85cefrwNkIkMvD+TuGlhXKoYK
fBCG1APnuhvrEQhIXmUihlZLhrt5CERAJ+Q2V3akYDSPggUxyrh8NA036P8CnsoQGH9Q1I3I71Xj
YubhxM4n7E/AX7wzWSVJvkjjQ4qBPMkwJBybMb7N0jNX96SUHW57HlyT0uN03kmezqFTdnyPg+Vy
Hk6CXfqJCCprVA+S6Zl7x0dYhqCZmXFHXt+EACNGtzIeSN+MgtW8ygnvH/SpXtTa5ItVAG9+rjgj
rF2pIzDcapb6WrsITG20YpI4xJKDKH9aSGUequlKB+5DG9hAoZQGnptCfPTBfrybdF4xw6uzDJJd
x8/qy8uS2qNUU5AJKJUlGMfYiWqP9ZfOZOECpd1guf7f1PhBFkwQIyCWxhSKM6iMVUE/VA2albWq
bYe/ne/wdDWZjaFbtc1GL/KfslWKoGsdtOX+heC92ILKxitvFClt4n3eanV4RqwYmHtpO7kNyxAw
m8dkU49rkzDPpX0F0yC5RUpXiedcNTEwLQBSk4IIVGQQc/3EmIJHBTYUTVodd83DGVQ0MlmFEA7U
duaojAHYWZDFNUmA8wXOadjUeYS+ergj0GFMEttUPOx02rkKWE/4B13qVPN0+6CD/Ip5LZ4lt5oE
QNYyzMswZ5bdEL5wODhHxCB3Xx/jUGK5IButidPPYFrq7EcKrg2YpxPafbCjxsDj93QzwnG6JJNx
sopk/t5L2ze+x7xxEi+W4Vx07jLlZAHuWjHT1UesPA7Ty7Mm4YcX5o270hTlHMpbrLnxOrjSuXAd
YX9wlHJZgD2F8uBKxhTbX/ScyaX0YLu8lg4MpQ4gSlO0gY8SbjvT4jisj4zml+FS3g+ekAVgzhgK
TdDxT0+aL/Y9NqVNhaIyYjOHfyrmRGaCqg6njq8AiJlUaDYqqmWIGol2C1/iEjS0yU7A9smGllSI
ZDr3aFQXyuHKMbY8wDN4AAbv8sLaQ/S5g7BKzBdmNWX3fL7NU/EMnVqUB3j8WEwErNyV/Nw84DpS
WGYm7jeVIs+/A4025ueA1XaifW3mKs9FZp8M3rSnphLNscZJNEsPtaJV2W99cXc6AyhwYWkKidRD
quJnqJ0mAisWoTeR+Y6rh+GMQxuo2nClha4oydT+Iss7ZkbmnMamWzUtkn7STKaaNnq8pYXHDlWE
5yAhwciMkEBcEc84vRGGKfcVDN5omrQ6LoEDN1B/D8QGDwD5jbbymcN6zgOA/NGjlBq6XPnK3RVg
ULp4aY2GMxexGz+7T/XwatSX44O5Ru6lIqCd0wPIKxQIe/lC74yg1UUFmkYaq+o0zvo4gI1pm+UJ
5XB63/hPBWStTG2o/N1n3z/K6ff4EbZOnB6kTghqq7OHwZjVFV7MrQtooy5Vt2HiZ4USw/qK7EvP
qN6VHkunVCmwxdp39+Z2cgvkbrWssZ6ojtbGMF0OufrbTbybVDQAmcwPwTKrf3YCmqAqp4Z9zUi5
M105ltBjqsq9jtUt9Jy7zeQRcy5eC1lwYJPZRPHdRegHpp6P3URpsObuRFpFdUJava3wQ3MHFI+C
EQaKfLdjvwK+OINPL7CiZbnCBbrDWH/jGG6fEm5zP3qBE+cdxRWImVzJR0jvJPxcHk5VP7iP5qbN
eWiQub8RL+aKi2T+D0QJxmzFb4JFRsXCnENxBexibfdgyhSMkG+Q701mGtTTsR3zyYXEKg0DeDjP
Z9uYWw44nw/AJ/fZMnfJnbukze8HaZPvD1Y1rCxn3ik33kYc4KT/XiUBMYitF6vpdFUBG5yjunhh
E9gxOElEjHdN1HZ9uZyQBZuckNpZY1YCNkn+KTDi24waHAzPk784dudHusNfbMUwdwIoorIZDpSH
CQVexGaay3AKflGUrEsyUugH8HsubweGM24Sl+qbwdJVln5sbuMPLeFpKk5n2AK6OpwLlPIms3VF
J3WGJc89VdmF8CfmcdORCgVZCWegZ1ZMhPekcOWGtPhlv3QWOoYO9gxrwiFAXz4R2hzHy1nzCH25
lUQ8tbqAVWkxa2BbSIjEuycBADyxwSAaINgi1aLt/FIAph5iqexvd00DfA4LiQ/uyDghN5XxDfgq
z3kXZ0Q4zhVUCIwaE4FrS9cKpYRsF+MM4Rp2FPm/0Iq8WPpIlAX7Xnv6fAY+gXWPPDXWIH4Vs2pW
tUyUNXPkl1G6ZlgkS20WS3zcAit2uv6e5/0tTkijztolsxiOR4em4077upMgTAqHWOdA7HGtVZ0L
Fl77VZSFc5irqnJUppXjFTTVsnDBbZt2Oidk6Vq4G463G0gM9KowEgAlzxREWgfjdRq+RJ7oKYgJ
GhUJy6Dy2uA+BdSuujY4QChWRU3uoZFOKbSqcWYW+xCfV+CA8kXrlJubpGZb1L76N0pq9AwGm+hh
cl2K49n0T48oWtq8LlR4F6D+MpZIbfHgN3PRYUVMUe28V/1lBeJbbMIzSV6FGegAPRZEDfcEP04T
9VMbIQDfvcv5lQwlgLigSx0SNc5v4oQEk5lQDtrG3vVLpElxUsgoiHQZrKNxvMzM+8XcCiaM40u6
oPn7BERRde7nuorcCIuF70F4N/HuWOH9vVdWn2vA4Er+YUXYwb7ZKJtlQTi3TyiQXCRVII61HsYm
egqfqO4amtDAmjEl3el/aS74nkmcCpWl0j39mWMpZS2Pv5BJYiFbAG3XWRUgH+uwmKu7eR9Vs+CN
sGOaevrBngNm21I1HuMeNNdSJbTufhMbSag2VqPC6Jdm7Pu5ZsVrY3UQ4hmHj4PJOAuulV6bOJgK
dRgoSl0H9r+ryS3pGjBfnYB86ht78ikxeOrU7l8ZrHQFuTw929R9XJc5JooZIB+6ULYUvw8RwdHx
Xlnugu3har4JsE3xHiMi40VQ8MepmRxgc7oTpuNlOAUTtCq/cnmqEFY7myXxWkegdZ6Qm7zVqaqN
EiEUNGG2gEGAxJd6brLHheSOs/g4z9Cvnm6DIMXvjpAeschCvXxjb4Jdj6XQpK6r0xJpE3u0QhPp
r83j1D2c/VE0ZxUsPMiW5BCCqoNL0nSKxoqwyvKgSAFeiJOIxVtRnI0DQCjuHT3kk70AH9iznRr8
m3t6NJsVu7/CM2j1ee935HVqhbBtx8mUh5r6DnyEo/riSb+oq07j39poHgcmlpt4Pk0ESg3zi5KE
fy+fePYLi6whqW2KY4OtOvF3jtxBfbG6reOKzJ1XBM6mKbEef+9YtWIAelXLEp3J5TiE/V3eU+dL
rZWhmezZs3N49amp5xZqyn2JfAAkbosQ2QY2ORq6ssFRzwApYs1np7xtQYRKZahuylSfeW4bbCq3
YkXmstGC/VAKgYMQBG1gewzNdk1kIYrLbOUIOUU3nINxJTr8DwYaRJtnL1b1g+jMPWrHe6WIoBlz
dzq7MCpBc3XrQHN5pSZRyR8ooMhlFkPTmG9lSUUWxc18idBLp/ZhCMB+7Mp8K6HwGC017Qg6YmiX
5n8f5tyh9N3gND3tlZMOvpiaWSreoJpLuo+kKfewxORdAntlTAt9asBZbu4reLgMspDnzNplV6ld
DBOB3lBrh7dmIZ/CO6RQln85P+LHtn5ENbnCFUSuwDO3XwmAUkr3GeIVVxn6xEkPqKg5RjBCZyiz
tvdRbgavzgKBJSEG/2iHk4Ny4wq51AEO+pbE0ypEMVq14KoMd9zT/P3jGcl/sY6TaYqSRjwR5OaE
3hUTHb5xQVXLwvRPkoh0DEREIh7ycYoN0WnmVeQDGPDbkBqTd8hC5JVjdqomiKlLCq0RfeNebc0K
qaPmf62+FmaJInJAqrsCUOq8NP9sUzjPNge7V1VFZ4usal8BsDOv54MjFU8zBrCobRZnuZRtDpE0
/JKALoWuinhDAnT1IICIVtA0vg8+9XDEOwYhzOcPxZOfhcu//dOf0Jr3wL/8X9sDcGEtVunAolMR
vsmqGjNeIdmt0vK+fCD03bsLkqbBLRl/sSIrMp4TuJECwRfnk2S0CTHSkMmd4vt8JlabQaYuRdzM
ypmM8Ipbdq6rgdGRxhO1KKDmDgZtupyHmWEooTaiFQpUBDFMprMnR9FU+YZcbhW1jPvijZqzmvJf
2lBjQOfX0EoZ8wfTkIquqfJhlJFR0QTrNGHs1tVWWCnyHaNr03a59F72knai1A7W6YDzWF5yC9HR
1koIM7JQQHKAJ+SNqnni6P1znp4PzPfRxj5Uj2DvJLQ2AsYY+46+zWU4uStNp8JzU8Jsme63/Z58
29eNKrd5lm4AlwFYTxmpFDIAEDnV+Lp3Tq/ayIOVLOXoecM18l+WDMKX7uP5jmabMaaca5kZHfmh
uDLaa9HQ2RhoqFhq4Xsj/PMROM8FMUshinfktba1EqWhFOQ7PmAT11Bu47lN0EBdHE2KE/Sg2sNV
EduoiWAOH8EV1SpKrC10l5AADRdDk2nlNvX3eqUL+7j3oL1Kt3z2XAckltST9aeZrhaq6XjzUKum
gj5JwF25FPrT10aD78t+tYxhp1cI94Eoq+Lufu15sqqnNegezcTzhExI+PJgo2tSqdqsOfCzTz77
GIMCQaQbHphkpS3fpCB5BElJPImUpKLKtIitXF+NtEdMGJgPW6vjqlWQg+BxDTbBD3azteZhdAeA
7zSZ3fDGt0rzA/03PiJ36GZPglDIqPQpxfJFVxE2WqXIqjrQmso1pXVELCZa7OEyCeMkzNhQYnMe
rytx0XXMXQsDM8391gEJcfCPl/WSiuAKnMrtv2k1GtgMySdW7UT0c6N2/Wwsksy+5FGYb/IEORZi
oLRK3kGYCdCvz01pzcTlqZi4mAmaEoElCzG+mYScVTrjArPQZLsmmItgdB0btwEzB4xO57PSzc+h
/efvH7PR8/lPszC6HRdfqfHQq+xmVC5NHeSgL5+J/POZJdV4BcwxnhpZo6dv7aRZEvLkiPnhRZIC
dKQ+fx0rNcO0NgpvVolktH81rX/RfPHRC4epat2E0RQ32Z4U/0W5FrpUgtofmcXizWIKkZV2HTqB
SXB3UAw9PPenHGjNiUCIScTR49K2sZGSe96CtsGn2nNcSZepmlymr+sZSUiY2hTvroHroPy8aGpl
/r/Vn1UQGDnpXg5As0cUlYhPfWqcKcxcNfYadWs5GBgKQPEwV43a1JR35ioDsGtebw6gLDFfhst1
uEXkNHV+atlg34Y3Obv6zfupIX+ncME2TbY+zNvLYL4igveRqiMrhpXBjYtocIcQmjRqVJuRZeF1
C9dBEn0llGbSddWC84DhVFChaU4T+xtpfOc6t4oETETz9vNbh1PWOu/CPfuPX2siAxDetJxLHQWU
mscgByfXZk/2fJ1hdBOj/gJBJD16emIMI8hn0zqr4V6HpIdW3BT9Ckh3K6cnebgTz95B+1lFhc/v
yOviEsn3smnfj4vpasvUSNR4DhcKJ8272ZA2Ralky5TuOYn8QvcgSJbNQK/wrkQy632FLdHUHbG4
u+uLVTCHL8p9GJ3Vp4pS05enC70f0modROfN8o70xfmEUXDUkWzGWRauSX4rxVhmkbTODcjt/sgD
X6sWgt7da8kQQ1MVCIbm8j4Sqeqqd7B+Zlehms20pvRrtIoH02QZFFlSYNON2RRAiVa20PKRI3ZK
Yip0VBatjLzK8EzrnoFSaGMZAIMqHGCQBQB/7iGf95DPfYhxW2+ZDhS1xN+cMFedYj+gkgibeE2t
xvV5ZSYCswTgRuPZCphtp7u25E8M0WwoJSrbFmyxYbGF4AD2qxtEr50rLBX0DqXP+n+zWFiRvYWK
NFQOZa6D5ZJEUzOPqrgOnY2nMHV7uLV3XjQEEZIYlMsT0XUt800kzuMerZ2+D81xpI6OcgYSzDgH
pOij2Vmzu45LSsRTAMkV1dGNUiF9altQ2KdWJW4Y5LZllaMyIbYydVm7VCoI/+xEdVkr4zKU7b4C
OS/XBizNFmlZ/85THCZWM/kDx53uU+wiegpqsJ6p4+XMxn7GHW58kdiuHcpZyoDVwpsPuZxsarUq
xN1n9CXbbTsAhWmxCDZL1YyDsmu6RGUj+Vq3p82NYEgVuOXj2kjnzPDeBkiGuPuyrzRfWqI4dBz2
0VZ1GmJlBDfm0O40OuQN4/yBFnTtMn2ldgufp5Mginis/BWWnoAQDZh2DBDLYsAav6ZHjcfA8A8g
hRNMNpNs73TQ28PALgthRDG7PP9rJLhzVZWlNuhSoJwztZN/8GgcoNaEDBzmfmoh9iJ1gueeyN5J
w7nokbqkdfHbfWyDu9VTnvp6ylMfpDw9K8H7sZ8xZPVFv4sr0WG3NNGh4T7kOWsY4TSikKyC2FJP
f4BwS6h7VR7zI6Ms93uLUseKoS7z8+9agK1LuUN9YNQyUCrxV4lukze4HvZck1AAqPaVrEaATQa7
Lb+LjRNQqxvcPYLfrBCNfGF3UxXIjMz2pIp/5w3WLLUrnpvmczjJsLqhNhF5fZldFB/nSi9QWyHR
OrJEKkCTA6pRSiCppLoJbOxUWeNku8Z8hL/kbR12HAJ+XKyeEKiUysTsPrPRQmbdr0TohwAat1E9
fb8FAHKogAYgvCDY0lnAtlRvV1WEswg4yO6Xd/dOmtwOL0qkkqkUjhcCSu9sqD7T8YGbSsAOWlFy
28ezpOZd0wxmUyCmYvmObK6IywxsoiQn4vlH0HhY2VPPlrX+SIMnOHilRq+q4SntwwXL98fx1o6W
qtDUSL5yf45qZ035K6tEYkk3mRsB1nlyZ6Up9PQovoYJAa9PzbjT4TIBeKSsiaWHq4glsCAWSO8E
JuzoZ+LiUJygLIIKN+0eUctZZUom4NEBDy0JDqZF9+yCCQ0NqA1TVIDywOkhis7uiQnO0LJmBr9H
CGw04mG49TphkWl+zX5yEye5nO/naaeyggd3Dx59laXP838/+uoaO5MUMVqVnWXuw9rtYVFxP38B
o7eo7odql85h8BY9HJgUtgcXekBVsQI1McDgpH7AC7vQOcv9WmzU/wU8BML/
`,
  source: `
%% The processes that are first by one measure, as it is or by how much it has grown
%% in a window, among all or among those that pass some filters.
-module(top_processes).
-export([run/2]).

%% Answers #{total, matched, word_bytes, window_ms, processes}: the last as
%% {Columns, Rows}, with \`value\` the measure or its growth, \`none\` where the row has
%% it anyway; \`window_ms\` is 0 for no window.
run(#{sort := Item, limit := Limit, min := Min, window_ms := Window, filters := Filters}, Call) ->
    Least = (Min + unit(Item) - 1) div unit(Item),
    {Total, Everyone} = sweep:everyone(Call),
    case Window of
        0 ->
            Plan = selection:plan(Filters, [Item], false),
            Question = question(Item, Limit, Plan, Total, 0, Call),
            {State, Cost} = sweep:again(Question, start(Least - 1), Everyone, Call),
            {answer(State, Item, Total, 0, Call), Cost};
        _ ->
            {Now, Samples, Waited, Cost} = window:samples(Item, Everyone, Window, Call),
            Plan = selection:plan(Filters, [Item], true),
            Question = question(Item, Limit, Plan, Now, Waited, Call),
            {State, Again} = sweep:again(Question, start(erlang:max(0, Least - 1)), Samples, Call),
            {answer(State, Item, Now, Waited, Call), window:add(Cost, Again)}
    end.

%% ---------------------------------------------------------------------------


%% Only more than \`least\` counts from now on.
start(Least) ->
    #{best => [], floor => Least, least => Least, matched => 0}.

question(Item, Limit, Plan, Total, Waited, Call) ->
    Simple = Waited =:= 0 andalso Item =/= binary andalso selection:all(Plan, Item),
    #{item => case Simple of true -> Item; false -> maps:get(ask, Plan) end,
      pick => case {Simple, Waited} of
                  {true, _} -> simple(Item);
                  {false, 0} -> chosen(Item, Plan);
                  {false, _} -> grown(Item, Plan)
              end,
      step => fun(Picked, State) -> step(Picked, Limit, State) end,
      report => fun(State, Cost) ->
                        envelope:report(answer(State, Item, Total, Waited, Call), Cost, Call)
                end,
      hint => fun(State) -> maps:with([floor, least], State) end}.

%% These run in the workers: how many pass the filters and the floor, and those that
%% can be among the first: [{-Value, Pid}]. The first calls functions of OTP only.
simple(Item) ->
    Number = case lists:member(Item, [links, monitors]) of
                 true -> {length, '\$1'};
                 false -> '\$1'
             end,
    fun(Pids, Values, #{least := Least, floor := Floor}) ->
            Above = fun(Rows, Head, Bound, Body) ->
                            Spec = [{Head, [{'>', Number, Bound}], [Body]}],
                            ets:match_spec_run(Rows, ets:match_spec_compile(Spec))
                    end,
            {case Floor of
                 -1 -> length(Pids);
                 Least -> all;
                 _ -> length(Above(Values, {'_', '\$1'}, Floor, true))
             end,
             %% Most chunks have none, and need not be put together with their pids.
             case Above(Values, {'_', '\$1'}, Least, true) of
                 [] -> [];
                 _ -> Above(lists:zip(Values, Pids), {{'_', '\$1'}, '\$2'}, Least, {{{'-', Number}, '\$2'}})
             end}
    end.

chosen(Item, Plan) ->
    fun(Pids, Values, Hint) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, none, Plan)),
            pick(numbers(Item, Rows, Plan), Mine, Hint)
    end.

grown(Item, Plan) ->
    fun(Pids, Values, {Known, Hint}) ->
            {Mine, Rows} = lists:unzip(selection:rows(Pids, Values, Known, Plan)),
            Before = bulk:select(Rows, [{[{'_', '\$1'} | '_'], [], ['\$1']}]),
            pick(lists:zipwith(fun erlang:'-'/2, numbers(Item, Rows, Plan), Before), Mine, Hint)
    end.

numbers(Item, Rows, Plan) ->
    selection:numbers(Item, Rows, fun(V) -> selection:pattern([{Item, V}], Plan) end).

pick(Numbers, Pids, #{least := Least, floor := Floor}) ->
    Above = bulk:select(lists:zip(Numbers, Pids),
                        [{{'\$1', '\$2'}, [{'>', '\$1', Floor}], [{{{'-', '\$1'}, '\$2'}}]}]),
    {length(Above), bulk:select(Above, [{{'\$1', '_'}, [{'<', '\$1', -Least}], ['\$_']}])}.

%% The largest value first, then in the order of pids.
step({all, Picked}, Limit, State) ->
    step({length(Picked), Picked}, Limit, State);
step({Matching, Picked}, Limit, #{best := Best, matched := Matched, floor := Floor} = State) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    State#{best => Best1, matched => Matched + Matching,
           least => case length(Best1) of
                        Limit -> -element(1, lists:last(Best1));
                        _ -> Floor
                    end}.

answer(#{best := Best, matched := Matched}, Item, Total, Waited, Call) ->
    {Columns, Rows} = process_rows:of_processes([Pid || {_, Pid} <- Best], Call),
    Values = maps:from_list([{Pid, value(Item, -Number, Waited, Columns)} || {Number, Pid} <- Best]),
    #{total => Total, matched => Matched, window_ms => Waited,
      word_bytes => erlang:system_info(wordsize),
      processes => {Columns ++ [value],
                    [Row ++ [maps:get(hd(Row), Values)] || Row <- Rows]}}.

value(Item, Number, Waited, Columns) ->
    case Waited =:= 0 andalso lists:member(Item, Columns) of
        true -> none;
        false -> Number * unit(Item)
    end.

%% Bytes of it, where it is counted in words.
unit(Item) when Item =:= total_heap_size; Item =:= stack_size ->
    erlang:system_info(wordsize);
unit(_Item) ->
    1.
`,
};
