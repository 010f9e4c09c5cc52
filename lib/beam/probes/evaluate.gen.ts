// Made by scripts/gen_probes from evaluate.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What evaluate.erl becomes on its way to a node. */
export const evaluate: CompiledProbe = {
  name: "evaluate",
  library: [
    "cut",
    "envelope",
    "evaluation",
    "guard",
    "marked",
    "names",
    "pure",
    "receives",
  ],
  calls: [
    "Elixir.Code:eval_quoted/3",
    "Elixir.Code:string_to_quoted/2",
    "binary:copy/1",
    "binary:copy/2",
    "binary:match/2",
    "binary:part/2",
    "binary:part/3",
    "binary:replace/4",
    "binary:split/2",
    "code:ensure_loaded/1",
    "erl_anno:line/1",
    "erl_eval:exprs/2",
    "erl_internal:guard_bif/2",
    "erl_parse:format_error/1",
    "erl_parse:parse_exprs/1",
    "erl_scan:format_error/1",
    "erl_scan:string/1",
    "erl_scan:string/2",
    "erlang:abs/1",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_integer/1",
    "erlang:binary_to_integer/2",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:get/1",
    "erlang:group_leader/0",
    "erlang:group_leader/2",
    "erlang:integer_to_binary/1",
    "erlang:integer_to_list/1",
    "erlang:iolist_size/1",
    "erlang:iolist_to_binary/1",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_float/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:list_to_integer/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:put/2",
    "erlang:resume_process/1",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:suspend_process/2",
    "erlang:system_flag/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:whereis/1",
    "erts_debug:size/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:flatten/1",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:find/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:iterator/1",
    "maps:next/1",
    "orddict:from_list/1",
    "proplists:get_value/3",
    "re:replace/4",
    "re:run/3",
    "string:slice/3",
    "timer:sleep/1",
    "unicode:characters_to_binary/1",
    "unicode:characters_to_binary/3",
    "unicode:characters_to_list/1",
  ],
  forms: `
g1AAAhsceNrtfVmXJNdxXtfWPT0LNoKCaZt2EwQNYoDBdK3dDWEAUBJl06Yp2pIhWuhBKavqVnfm
VGUWMrOmZ8ABHnV0/Cv4X/yiH+Ef4OMXvehdzsza7hJxt1y6AQ3OIYGuqrtFxI0bN27EF5eNq1a8
XMyIszfb29vzLhtXjenSd/Yu61cH45mzjEiUflG7bF3tr/5e/bKR/vKpEzp7V7XPdv9d/7yd/jF3
FqufNS+bV68mfw2nLplNhuSZM46TzhtXTScO5kmDgyiYxsN5tOui8Xn7WNnq0gknTKv65wNVo9uX
JPn2Kggn7GgdVcNbizC4CEnEDHfqeV66wsOkdXPszGZMk7tJk3HSYjidORfpz+rUl4dxmIxGnrkx
9WEzDpfESzprzZ14fJn1tptjmxoFGu+AzMic+PFmqAPXj8kFSVo7dZpT3oqZ9CfgkPXPO/YjNtQj
AhS7CIPlYphI4oSEq06tJ9C0mUAzIrOph5HjDGxza+48IcOQTLFmPdlucKIoGDP93RkHiXi6fvJn
KJmkqpvDZEYkJP6Y8EuQNmst/didJTu9HixSQr3PiaBki4qdobsNI1UXXPBhtHCu/GGw2PJZrZ+8
NctBAqbbbiMRtOqrY9w2lL2WIHtyVbmVFC/9Jxst8CN2zjPXf8J8w0+c0lRuELrxc+qzxiy4ovu1
Xtm+sLI6vLIVl+tXDd9NOuf4jdL8hP6j79nP80A9z+2OvKXcE070hIS8YpQ2aY6CyXNesq91vwqH
o9jX/syJSRQDDKL/btAtpo47IxPqk1diJ7wg8TB25yRYpn01RokuS/bjluaeju5aBGHSSbDie7qh
mXN3NS/OHKkJJymv9hPGebJWrakzi6hm2978wCfqabculolJwrfT4OAkiHZbxZNvkOaaisxO2eg6
6UB359Ew8IcrBu0k5kGJZgUji5lu07Ut2Y4EZd682g/JPIgJK8CJ1eD4F7Q4zgM/iAPfHWcSyTP2
ztydzdyIJGpxknN2dbmK23I71eOMEdn25Naj608D3hYSjAF+AI/aOM2r+mzMGXabDm9dED9hZUx4
w485oqCB991ouHAnwA7zkN1JH17QSLWh5obdbRVkoxYiZ2vaARvi6jJR1G4kDJ50GnpK1XSY7Hcy
dX0ykdko6CCu78aeJ1lGKlEe9JlXwM2OEYzuZpz9q0YcPqf5bKVObumbTfA8AKKgmpQ9Gr0dyWRn
H72T68ETbhsDHdZVc6JP01Z8GQZXkh8cJDZC0tOE0f3M8eCx20lrURYjrM9xT2d17D1oe4TnnKho
edxLFOaIDMehE10mX1hL4aFSClGZYlfoMf2Okt/+jrGCPKMtWUdvEDjxtqSZO8+G2V0scr8mZtfR
5qYJfRzIWzxJDlXeFlMaJyQMg3A4Cy4uMlObNclUrd9y/fFsOSHD6NIJyWSYmpyhSyLRIrSmOHth
1XduiZeHtqqJcHlQeqfgy0NfObfV5YEXWlqLbUVrNAvGTzaE0fJQ6Vlod6LEIF3dF8LVZjPvozF3
fdFdpNvWeQZogT3aQGb0VmnWMqsv/ObePyf/eBZLEm1CZxonpknaf0jGxH26lvBDk9PpgLrSMRdM
bpSdOSzxvNT5w5xRHjku/rcV2ltFzWayX2i10UjuSrw63d2TqZ3C7RsTyjZ/+btf/RVPEPSQ6XOm
D0NvzmjVlZi7YyfRHbPdLqxxVzelVctenVucoNXKE7Qaa5Jxu0ic6Oo3klvAEOu3NJlk3EQFi9GW
5+m+Sq8cL6XlOy8t9jby3ZWNvJIFxDdXsAAyzu2XsvcvV/aqu58x9zHZDaxIWW+/lPVrlnXkgY9m
Sg4OZ++dos/iJYdvrjY70H2s1N79jBG+ZevqtYo3y6nL7EvpuIHSccfaKi9PIqHHvQHwuCe6coA7
adfLIdQHyWkdk3HM+n5f6rzvus6z7viu/nY54V9CVBxp0cfun/3FX/+GJhEnlGMuBu/s5aH8PRNQ
WxW4Dr+wntk9k+fHIvyI68gPbrMYvgs10LimfWVMayr4S+eC8BEm8pMmCpYh/dCQCKSy0a2R609c
/yKSBDcBDyGLZcgONFCfg+7cjSPeZS+PJJ6Ez4fh0mcPTyCooYWELfapGAvEb7sOl7QUzVcMwu5O
d2EFbHSHbGZsBwyT9GL3hODQMw+K3UpZaBa8ZU2zV3W3cya/TNyhUZAYThC+VzSyu2+/ytesjuXs
GNOMyexBxm9ervLjWa//dYOdkSeg9A3V411BMtOnops8OPqxm4/UZq//kzSC0fQ5/iAxWMbBnJiG
Qu4n7RZ00Kh6oETZx5mbkTZzlDEqEF8aiHJXP2ofBOFk4o7pTI7DaRjMhzM3ijeH9uoxuf7++3xI
LnxwWAvqDww2xLHHKf7iDo7sBNA+OrrSb3tcWHmObfymQJ1mMdejHyo6xq5HPTyG7JSLgyx0I2sF
5VD7mOaV/i6mWKi/k5kMAjZcquAAxrZuYPHB0nfHwYQm4JuJUIeJJUnCaBgHq4ij55phym6QqIYR
81oShMk+2cx8P4rDxFh29p7sNb89jhdY6OzmqNDKC7mTTjgaZvYxJ3TUkYOSuK5N4i4jmbrXNjGI
V3Dgdz3LOTS056AfciUEabU1oq24614PCJYx1Dt/pK93OpLnKs5vmF8IemZCQGV84IJAeyBUEykk
irfr5VgFfXm0zl9oRsSfCI7ajsxhtHDC2HVmKLO7cILZoR8kn/mpyxf5OlpGi2Q2jIGaW076WGBl
3U5vmG9bj9uROa+dBn7SPujs6t00Z1ebPR9yc7YMbQy40uxiZruQOOTQz29Z6ue+sGWtJWVFGtCE
6Aue+mJy/7nMjLpGfjmQ31xWJrAhC/+V9p2B6m4e+G4chPxxA71gdDwZ/WBtvenfOiO4eeleXHo6
unxflYmApro9dWZLIuQAQi8qtkNk/4aeKGvIC5AR43+k8ZYmbKmTHU21EoCkxgiYyCX1/KxMppwS
/6+Vh8P2rcwPhtFyfDmEGGHE1gab7M4+ZfdRq3DjPynftZ6eBrB/BL7M9wteP+220TUoW2lHEePw
CmaTcMtR0zwYboln9DxyIgsY8YGbRDUPK8deDvYyijH7HIoXgnNB76VcTJ0MWbvq5b6jkvuOKuxE
lzKpjQMB7NSM31t5B2zhftZXTILLqhHQtuHLX2okc+cwR/sC7MEzwOF2C3sIO2Y0yYZjlDvs3Z+/
/fvuB9+898XRefz4/rn/808/+uI8Ov/Lx/c/Pfff+3T9cfsF63WvfQKS/dXNvlqT2/aSfid6HsVk
vs3UZxAGgngxDBP+Ouk7A3fMsrYdtcx/fDtd2Jdvn58/fnF+vlrhe/fffnH+TvL5+Xn6f19++OLZ
+e+/OH5w5jyY/uLBnyfL/ubFsw8/fJF8dPL49+0Put+8WDfc/vtnX3x57j++/+LdrPd32d7ffXE+
+eJ8Mnx8P/n2p6uOv/7Fg78ZPn7/RTrgh5uv3/s0bU5++fiLB+8//vR88v57n7734tsvotHj5ItH
byf/nQy4+P2vl98MH2f/8U3yf7/5ZvhZMnL29+wb/nPakynBBdIK6KmHtJu2ES59wX9yhgodxeaL
WTByZrD1vXEHY9Y345AZO4t4GbKvaG4Y0c9FLdefkGdeDtNxRTVMdwoAECeQolDYs1znMjP0wA+y
+WxmQIGbIDu/Y2HLLKMgjNEl9ja+BuTQOuEFDDXqYOsG1A2rZwAmhMUJYwBbik2pZxz5VufEvzEx
nzwZ4BtMyLr+odJj4sfYu+1GI+8HiU6MSEXrtR/m3ypvQtSPa9uH6832vZP8NVz3zhH16mBCps5y
thLgjeR4UCPqYHjlyImOnKOkF9cZzci2k+1/4LztY4/Qnd0XDx5wmxL82YHjT5xZFKjO1/0Z8S/i
S+EK2+fOwcm18KemIPVb80RGj+JLxz9qHx9vSR5BNEdIPijAbDVUio2v3QWQMmzcz0G0HG2mkcNK
/rENCiMuNx6AjmU9t38nzK0lM2IZcABpcoD6pmEaMYoGY4mByTUrRS1Y/+1cb8GirUxbDjIHHUSZ
W0kvw2js+EwUarZR9UgLPN+/wT7fszsupyvj3+ufTafoFaB++0MKPlHkIqfX6D8toIcYzyOS6mbC
ssOUZYnpE9E0v5N9MCTPFmEkeoGPc/tLu3pBA1IzOoOhUSXJ0LkJbOx2TsfrkdnjoQUP7q4iTYbZ
OgVireLPjTCr8hAMF7JrJx6kc2xoh2vGmfvMDQHNWJcayXoeiXvzYLKckeEscCZkIvgkfpmN/eGf
JirRE0bb/N149NEjUxZo+Ok4PXyP+FFyOdaZKY1os79aYBVPHId+MFwzi4az1dWE9BKoj19bafr0
7PlqmbSZCKfzKesNaORQjHTiXk638ZFZ9j11oP2vdRLU0ZUbXx5lWUtHyf46Iv4ksbLJkZ8Q6ChD
PTxy4yM3OkoHDRchSYjzQXrtWX2a/uCjo4QKR79dPaV+mIbIDLP+HnaPkqvJ0WYgZxb45IOjINz9
dEbI4mFb/Y5jTZ+f6J/9JywAwUmhB9U6HwO1/Tp4DMxZBQeZdcdvG/nDscBJ8OMz+GM6/KUEDkG+
+H8BPBhgPKBjjQpAR+wU9lD8U/2drVQwbT4+MD9erSoIpJlY2G2bYZAwaSPavWNCOz7mRbaiznWt
6Gdlrah7XSv6D2WtqGcXadBGtrHl8t61rMnQMVpr/0as9eeVrHVwXZL6XlmSenIjuHc/F/eYOgLF
QAtLoO15H5LOgygXtMc6BaiiIewzUk4nIZuCxzzqZp7AVEEU6UbkrWvqIlR7l88t1+ZUE7WzBtbR
1nWu8FbbtoaWEm5YSAzjw61PsUXUTJGM05QzKJL7NbtIZCzp3x6omE2Oo8q3VFWMwzrbVVzV4Tqo
mURYryc3J5r7fcWrTwHR3FDARJdPUdY8liTQ7Q1d6HYaAvGzvb1rwG/3PN53ZsO6D9QHo6b85Hg1
fGCJg9T2DBCxTwREbM8TQhrAOJquurCedu095QYGy+XpBBuuYUVuSqm3HHUOPzRAGRkI4ZUlJXdc
S7m3PrzH9SQMldydiBkW2JQkvaDBp8gxnD8K9N5mpuMgMVSEwiA/+Hu9sDgj3j0UeLePBiijsWl9
7FV4+3Stp9AGBUL8F6yBjaVotbtkgBU5uHZs9H5gEKLR1A/R6KjvgIgVbLTUtmG5J3NXQze3tfgD
gxQw6oq3/+sUZeEzUAVT8efrcdCbY1cPmgExcDSu7HyKHqMKtG/d5KkzYx4+NgEeeN0KsVqWvrwK
D+c9rPhZfmLVc9AGefm9k5KLevTFa2S19RxXU3eVTKQd2XgrncHSicHwUSboiA1usHZT6L1Cdj0Z
njobGlH7CVbo4mCdbKFVs8juFl9sySLRFqi6DFAjHyApm54pxSPNAQS7ukJLb940Nfw0VGdWOh5s
GpR6vXCwBtQvDw22Yi5Xh/f7kr/50H7/qCy8tXuXtiXWFdXXSzjlZFhLSOlc6JRrS+Sm4Uwmkn4B
Qcn14CADk+rvhCjHMcMvqAcF+upSqo4pmMM1yj2ZeOXhg8jrKgshMD0DLNqDbWZpzntOx3I79b18
2r6j0PaDYkOEcyzT5K7N3hFV5apVdUfBmDToxZktwyyPDoUI99YqBy29jpJnyX00jU9NvwIV2q7q
dTw93UWr2YSOAw/BRTD7RyYIBwXBS6pCAfhiz0p7AKjHDDz62wmmyZ2xNgRzDRFTyLx4MRJ1bp3i
3Wanf/vLbUq6XUZ3XZ7Rvd7J9N2ZzczGmdQww1Rk7dIaLmCHbsSgknLqrDKIoFt+EA/XQP5mGXGZ
c8nx/YCFxvEJUNpLgFo3ISqau9JVQsfi9L+d0J8BlgCRnUrMfEXC2a8Z37bObcxv46uPkv89/HYE
H3VdoxhuS6zCHmjAfn82RxXFFvtsy38wO1GRuOYtGIE8rZ4+qD4XDyqxCUSG1yl3PKI42x6Stq8O
+DbP5I7IV+pkz4nR+d/SQ+kBIlhYeCFrFIyGZFCq4Dp4no2exySLghHYcsanLtuuW3b6w+cAWyyl
D7w+NeVgR4UTsiM80kqgCbRcZnxmenPq+hNpMYB08XmzeXtQNm9PXs4hu1HkDvHp2pdQOPZ0QuDK
BCqgYhhQoZABzdK6tiFTnGXtfdziMoBM2cm5TaMTTMsXGFRdM7zlJDfBxcwZE86/JNx09s8/PI/u
v0N/qBdpmEwhudT4Ii89+Y1JA0K2YYrWrpOm2KvQTLs9cibDbd0z9LrQwY98o4n1DDL39NBcpjMn
jolfvP3e+DaOMD8mk4rAPHLW/snIPO8AKKx2F69OFTADUmlmgDoU5an1CtL2Kl9ScXeTrqcgCapT
mrbguptHCczyo45vQK5ZJyXLE0oTQiknYv4piNqxCIMFv38PL0g8zGJ1AKhgn/DHAUNQSyCpwyfk
+ZzMRyQU/LbZGyQArUUXEKkigb7r6TsalVrjVqI1KHxd0BAtbVEg6m82GzQ2rKeE2UX8JlB8HJ8b
VTbnOjdPQPoAVqWdW91WgXR0iiOWoTLEY6ngEffHwWw596VjehaPBtylH2HXkTa7ZFgNp+hDFf2z
zgrFah941OA72/p5kk89g99n/zZpsCGzSZvWdBY4sdG0Un+xSYO1EQkUhEiIaMkyBkvcpxMCeT71
oXH7RsDlTRbWyI9wbD0GZ7tLezYMOiwfuSKdqVfJON1ejvIQIn5+D6mPYNZHJUVoj3MsnIfHZ5fd
1Vi22EMlizatCdDUXXSnrUWCZjkkMBD4Ttu7uaRGEH97WDXrZP8O1l5WhcKn43v4/FHPrm2W/I2z
GV1LJerzpCL1OcijRUaur1ae9XxwzwCO+BmEI44e5XTYGO2phc2wlCQaBpoI/b+TvocWaIcsSyDj
hq/WXs17v0lkz7vO0crPexRMjyjM68EW8voo9eBjuNeWy+mbLUdflis7xI32n1qauX3YpTMmt+/Y
9A/6yFmnN1RFWkpjEeWTcfdX9ztIQetxBvpxyT0BKK6A5HGTdXbBvDNzAWmi75ysWDBmY/dYw5hZ
dbd9m5vJzRfu1/Ox0mARplsJ3dtefmDEEwMr+EweKJP+gueM/TUxS/+ThXmpb4lAF+UfMHAEo+6y
6+4UXfOJxpqF9tYLPjXLZbf3vazSPdUnAE4ARX83XteXSOp92tyKw+f4hkKRFwZYVVP9carZdRUx
oJJhBl4lRGvn0dBjvmhZT7jlKlU00MeNv4Ind97nI5LvaAK6uIlHU9Ng2ZLl3klrEwxXg+IY2iee
hn6/PsrZra+qQ8HebdjB3YadUwu3Yacj5s8YtLiTMXhIVSDMEQx6ZmDdnnr2VLr5bsPp0pe5ZdgM
qdXzq9bezD3Ijd0guxIizpxMhsDadhLQMzVT9Tq9iRalCcPp395KfjuO3cDnYGe5zPC8wTof6Ydb
92RAWsDcyqJSE6GSBQRzIjVdz7ZpW3rGbWiMRtB51XOPWnVhnGsySQ2Sx8sBaO3mOKz+2PCRYDcT
z34NN/Lkasnnv/mqdp/hOut8KiBYOIcPtlexD7Z95lXt9e14kto6BXC3MYpmN5a//Zf8teUvokER
9t4Ifdq6Wfq0feZVJQK5HLuzma7Zsw5T5WyLazCAvILzTT4uyqCpwsdRKrsNzdBrZIL8TvAdZESh
QdLtHoR6VmLIdHp90nr3EZddgSrued8riWjqSUR50pFN1kQ8dp6Ul0Kin4eRnDAnpaPY2NfAyabH
zzYHUhZX25E3LHVxf+ggSjRrb7T36p98JgUPY0pQb4FM1xUIZin4eHn5NPq06qpodTfDqIrpMl18
6XZpyKkEE4TPLF3Ts4UWgOKLP3DQGNRpckFiAckvxfBRI8UeLv0Jmbo+mVAgmXRVIL3KeRyfzClj
GtqrT+dNhSE7mZVODM0eGzX38owJ8nixjAWg9TVOE4urypJVd194UK0C61RnSDldCyjZI6O4geJ0
rgTrrp1HibR54a793R+q1MvZgWgF8deWTfMgabcB9tRvlWZIZ2mBEsnhCW9YZ3LDqf0gTN/Dd3nJ
nzyyF8pPNGwMCZAcIAGc1rZXPXoHbl740a38369oZ1cyTMfEnNND0qjGtqvt7RWuQ/SgU0S01dRB
Xg2zbGVdX2noGjN33CBNXdfU+J8VY1oUXF4c6u619bpk8IWF7BlOy2z3TMPibDYH8KHZC2o2/ZMd
sydTple3RQsuH60vOtoIbuNg8VxZ9dpgT7f0SjWgwcUDrMRAU4U32GTELBiG5KsliWLkRGBBDVcQ
mN5G0nUqRp0VBXryqYGriD6IfsKvDI2tyYixmD3HIR03T0boxViy3ToeWgGCrYpbcnVfK1mTXMrT
NGP6zrU1WB99jOci96tdphoHqIfgL/bxNWiQRVo38CSPHioOgrbDm/JcbYtr5NAJL5/MPCmGwYif
A6n8qct2NBSF2/latrJ6LF0ZaOKpiTFjjnwYkqckjEBUr6KyJSpTOtplVdrSsipIoQ2xYJ6C1lnB
LPqDaEaSI0TQ66O9vf/3t55VIaqbxZNCSoR0mSLudbawegZuwd5WxkEQTpItEAchrzWkDQ9DMiUh
8ccEegs3KTKFVutJSyeJvmCz6md1bACqNhNSlqwwbnBXSuyNoFd6FWq2FDkCrcFfoCRlLTNTbcvo
j2VXnr3//Vvl80UzDpcEfLm47ekXyGMaNvIcsp/pb/KusOOxLZhh03D450EUo8DaNrU/nWdg7c/G
/915ZibuU4mh8qanmnQrDl02AaPvCa9NueRZC6ZVfyeeMUypqdTbfoY0GEFmCF8Ji14ldZvx1AWk
T8wKBHeLcoP+wrLE+alnVOy5CzvxNSxD+B4hnJc3nXh9KfFaTHih43J1uDoS/ZIbVOFP9H2rPQ8C
VjKq/yOazdFytIGdFWpg83porbH8ILZf75+arNczLNe2r3Uq9FHmDsBa1PDJ2wZXvq3FrFOT+uxG
1aR2bldekLqZt2TuGV4yF7CLPrGi98rZ6/rTgDd37m1O0HGw9NlXvoGpjbX5+I04CIZzx38+XHdO
IgOTCzQGrfdqXdirbPUmZh+ZLdh6Tg+FORW96U0M3K2UJHI5DKbZtvR0vC7SW31fUSy1q12EeFuw
s8zK2WfXXjn77CZURqfti7K5v2XVE3c2216cXzK5dCZvVf96w88Tyq6qDJXLcCFj/CWvS+a19Qn1
Z5Z3OtOy9KqAiYaR5+lgHvhuvHrsrisEEn14bGu8LUitZjaORMeG7t8oG3rl26najG7k3W592XYT
LI0McVbwMXn27oQeDw5QtoLrX7uC69+Ewwy1IXsKUASj462j0ibAI9VL5lfPfGRbF/P8AsU+WTkM
8+RH/VI/ib8tiRfg0wGKJg9VTxY4KskzNwYvfdtfpHcCr8zD/zt6Mv/g7ys/meuVqYqXKvr7p6LZ
R3CbaqBBSJzx5VZdmFZoL6Lm5J+bOfx5UxCb9r7yOiSvJL8bRKeMPMUutGRwprPlWOGZ6yatn5XQ
5W1P/7fvGPz2Zwa/HerpEklRrqqpjJR6rDMZRMhqj+GoTfZHZ6Ir3TwGsRUtZptT2rw1WgHarN4H
RcRdJQ/K0IOKPe9fzIKRM2Mx+vVH/ClUOwRR5Ug2FhLEuoMXUj38b5by+oquaWAhlWNQVxtDcMOa
9hO6SrEbn0+rLARlWF+JFWewArA95K0DLofJ81A44LQ1ulIQv4UEsXo6aU/4wDmK3At3Bk4750mn
oIvdYVfyuUHP+d0Sjo5+IVo+W46gVfpmonpuoDMpMfUDCvY4h1D/x+KziMAA/D6/PajAdsMcEz6+
re6VHWRc4s5/0/GP0gkcXbnx5RGJxs6CgCW4PJsax6WJBQ8Un9sDAuevYsc8LIsHS98dBxNCffRm
ZtaNk/tbZJpisGYSG/fujolRbknbk2xmCD/FGACg64EgE+VuiEP9N66OdexhVfZPnsV45WXzV4FV
2uawSjtq+1t/vU0tKnYR5BttYK6ODE87+RE+sifUN0GW1rAuTdZH+TwA4o/35Vd32im1DQH19Nvc
Hg1tWs1tWr26aTNM1eg4Nmj6+m6aFo3nQuPKKkNk2WWWwlA+uFxO/P6v3QWeTKVT8UHooLqCdNsT
Fo+d7gqOSF1jK7/C/mkxYCg1mynnZMF/MoGLUbCgrbvQW6ZCDOl/3orQ0L8dE2hS9ufZvw1+vyGx
QZNWhtlkMqfUNjb4/bbWsfndHy/ukpoVSJaqbfc6HN8euQ0DAmdjGBAszXIy+Xli4Re2MY0OLcXG
5E0Va2sIZQafZW7ImcxkNdkq6lJTbAOsLH0BOPtnJodYxQOe0tV6Cy3fzOF4HyNgKtz1rqqVZ5W/
K92DZ4IwPnyEBcRSZdmLKVbTRrHlswLohdHfoMpCG4j5qZb7uQVfk8gIxEYhBP9VEeAI3PRe6rxS
HK7lAWSvHeZ2/tqWlg+np3LoNFDEz+zUtabafzYry4PmIFOmhB/4pMyXAqnfSo+i9tP7L/oKoWNA
PN1ydp1iy9nxk/Ssm3bNytmBjuCyUV03O8c4DGx/TuYjNPyBDwFZw6ILHz+AP74Pf/wQ/DgDuwC/
SNYBftEcOf4EbjIKQqTJM/SbTeq62NkaHxX4Au6r/j5Mp/oDmFANdGhsgXVkFQ1seVtcVDCyh5Ie
YaRHj+DPH8Kfb3W2+AXSYp2FLHz8CTIf+OdpbNfubK5CR7etfW8trXPoBL1mK2D1ukbwQR0PCXQo
67DF19XFASKZIzi3197gqOvpTr20GmZGNbD4CXvWTQdCETNpzMkoSMtaTLRMOo6ifCS4NVt/bVWp
L6MSvJNO89/zcxSH7KpQ6Q2d5vaL6JsR9vu8D07lAUVFXPcGlheXvgDGbP9oDcHhN4qEw2/SYLNU
4s3B3uqfGgJZ10Z+nrf4RAE1U+pyrUfh7YdwvRlnFGlUH9nbK6f0RFmlovY17zh8HXAAUbkmhOZD
wNHSWCd2cKq+h6Iwj7wf1g0lB1ruy7Jpc6oOqzInSGBPXwcdmuNBzdMmFIqyY1Q8LK1Hk6l1gWUD
D8Y5ovZ01hCOIx14Yu5+6dzZpqCs74981/dWE46D4QaWTZyzBsfMaWHF1bYOV21qGpXNBi0iMhid
+SpKOa9Z0JfVlhWrESvFgB4Qh7avKIeLZTxMAxUiHM8Rvb4VIEj/Vf8aqT8p2yAsDWL08i/5N5a4
mj37B0l4YdfM2J1XxYldv10Kd+tKIlTCUMlSe/YLurWuuhKBtVUsQP5b02A2mW0XYFq0dB1ogE23
HjyBEdQtasB0K6oBc+wpp6SZodtB8qY003qFBDGZ0AyRIj/chVzBqFUeq8cLl0patxy4IHGwiCMM
6Yg+kFEJJ/44mLBZIpssFI+5eawna72X7iazHV6QYE7i8DlW1oFri/W1TajYCaMfxNFy4ZnMlBZC
LF7LUPJromxT8e5xYhL7YPxdccMcpsNkOriCcZZ+7M5w9m19BiSYWjCGTkAuVjKKfQVJdy3nm9Wv
mrGC7OfcudIWPF5+MjybCNLnA6A2YDyQ93hwLejCpygmNV4j8WPhHKQktSO4tcA1MuAKYi+tPHUG
ROjiXFOxxV9OazZYQQCvqn14hby0/YVRFThkqfJ0e62iXpLydw3U9DlBXx5pSa0ILvq3Vs9FsCGh
gN22md5/00ez7nF1vmjzhHFivfoH5Dtngn1Rg4sgO/9gAxqEAl+sNofkNVu1+89yIazThDDa4fRB
4QEzFXStauodmVbeEaWiLfKZyUM57b6E9/z6OF+d4cy5qlXuRSxn0/XAkjyizq/ZYbdvZLO0JHbo
YmHFqf9unaiMlQaHrJTbJIyj4YSMlizkHVzus2Cj59ZVEE7SoYwqGGsnoPRwGmE59bxjEutLXjL1
wI1gh37bs93mOlXDbPScGGJaPtZCWgNuwXt7sjtSVstIeM2fujOhwNEWVEMHK890wPTmKX+XLCRF
DUYClbyi3EnkahM4C+xOLQ/WLk40mCxZuvZs9ncaybvd3GjZv/VoXpmlk6R6AAtSFjRBcZDstZzB
u/b+h22lLT6m8lbS95AkQg9+e5h+k+zkZEo2CBCatTFtasD1DL2znWuoOtbVjk5vkTSwThpgjhG9
KYfdQKnTYhEHM/BULDsa116s0co6ds885lKAFy0+Beps19loGzamcD2qEKCPRSCe8draoPNV5Jis
512cgj91fTd+ntsk/0v96DA5JT0VJou+RNBBiejN5tSTTycnXdQA3ugGywCrMahJ6wn9lVmCnaKi
MhxjccaiceqSuljOY2++KPcZ7bdjflOmroHlJy17yOcD5PM+IKYpgUoEjkdiqxB2gh+f7mYNF6Dt
yt4WOrBnJfnmxAAdqQ1VUE175yL03ldEhyFTkVWHWX2OQ8Fqx/W2AWBvD5GUk/xDbIDf6S0qe2zR
10l4sMSKuMj+3C7LStD/h1VqTLoZPU+LmLB2wVoyhVlXykyJFpwJ2nYvgaqgv8vtNxqvwzoDWQdY
AafJ52bAbewmp13XAEq2kEFQ1Lp5E5dS3J4HHV2ZLva0weIGpVoUxVlaBdwSu/ro1ofRwrnyh8Ei
1gf3p3xa47V6Bitmdz0PvituyoTohUZQFcTZNzLhZUqBBVnXgJNsmBaAkNbDaCvqYXQ0EItyIV2C
sfxY1IeSmSW4MPK9b/5IA3RYlRNV1xEbMLRLG2QKSUq8HiBhFU72vfiSHPnkao0mbIKZndAWj+PK
IzxGZzl2xehCLs1Gpeg8PVUWXo+D28g9ub82he+SlIU/4Z9a9WC+iuOfNRVeNwNG1E+F07qlZ6AA
CsTWWmVp6PSsRPNJa0G1+3jCEoY2wQBSba3pnfnMP1fLzEw5qAafG2aYyCRenyWJZH5rnVFYOftq
9w2Zh2SsFiuL9shc+Ka7qzLx8Rek19wgfQfZvSIKPgbheP68fTzw7Ed8pdzxhCIJd6jxSh8s2S+L
50LNBGiUE+1RdN9/lYvbogrkGPkNduSUtsWPu6sHIEGQzTfClmRY5T3ToiXaWEBtGDAnExzom9sT
kvJgeEmewd9ngfH496+u2y/9yL3wCYyA8+q6E+mPml6QbCH11UAR94kySyv2c3U5yKF/sqNZvT97
OYZYmzPqQfoWg9wQgX0l/TelfECpynCSFT96fU0lVV/UzzKtA/5oo+s3Jg84oFB1DPzZvU1f2SLg
4XY9rX703dgb2MOzRMGuu9YOE5Ni3UlkGi5RYYrLdjeNtEh5G/rOjIk6WjrhJJGyqbzyMRXFVxQU
nF7J5TzREr8TDMsa84l3bVCLBvz27FAx+2pUTDgculce5l8fVBnr5uDxOncW6DfxJewnDsLJxB3H
6JcRQUajwvLAYKWL0TAOCYG/PUi+RXtufbUkSxj+ruWEofMcQZbLu60auhKh9Xwm2vZ1J+YPdcue
Mu8gYj0X3mXDtsvW1A0Lm19z5hTW1w9ngX9BksN5HMzngT9chGTqPiup82g5La7z7XtyEVJ0kHWW
xeoV0V1WTLC8vuzFMKvwW9DEoM50Z+amu2tEfzINwrmlUriVqD3iT5yQuak5z4fBdBhfkuEVIU+s
hM6844Z9xz+eODFJQz9S1XMRkosgdJ1kzyQ3Tn8SFTb/u2lIP3EWw+ck+7yYXn8sTDhdxWZFhQ1z
+6kzcydZvwLdafhzNKGpd/0Y2f1yMLJ/bZll0y8NA7qO2olgbmUHDAuuiVpDrDQgKhbwErr6brjW
NLKfJKdgHMN3560fDxx+7WyDvru7bjhcxu4MB+uv4aWL8o0oXYzWdDaWqmw+Umt2ZwhLxwMdMdLq
jvlfLk3RlWUP3NDQnIsHvLpuT/xlPD31DIBNqPf0ow+Ori7d8eXRVbCcTY4unafkKA6ORuRoFjgT
MvkAr9usWWRui4+5xQY3y7O5t8qgGa7mAxaGLdo3srU2OB0kyJQerm1dXoGpJ5o1nkmLq9CNibqU
cFngWB01TzHrTeWQMQku0nCs2eOEcLF/W4QQA5/JAI8nBF+oC5xlQYlMcCVILX+3SRplQ1pDV4Af
UpedbheC0agNqNXWLNNuwWCpI1PEV/MEYS0uPG6bIf/ggYVOP1xHG5IIrntEJ2ST2dTTxOe1TGHv
7pI2bJO8IdCX1+bJYekOo/ElSQ4wFj3rbhYUP/RTNTjzUJwba/39PzVCD8vFbMnIWiFFX1n6PE3L
Ryvp4G91JYGVJJ21/o8NXkkWxZLTKvgbk1hCM9T2fQz5p9MGsxs6TN5Vh4nd7/TUdZpX73h01/wL
n8kM2UQucL5sdsGJWPiD+VoEZZEn1q5Ww07DekkQbhmcgsYmqqFIKSeyh6CENsd00pW1dNYVj3B8
IguYvdVFcmbqBcV6fmFZ2INCQkZvXdaTOted1Dq9jc4x8krBNwUtEp133FWWoB6IF5vfQlc/0MED
Y3PCk7/Oiq9F9NiAMawKPDbPHmiGxJloeyJPeVx1jy+sYbjWL/UPl76nqTfXybrsirDis30w8Ztf
pzSwZObE14WWxu8CuTrGqVKnr5JizWIQGYsV/mxbgd3Blcasj2getKyAe0GPQexoKGG8JmQRX/Ja
WN7kyp2wTfrKJin+fmSoqfB0skEO23hoWW6si+qRtlCbS9dkbGo9LnA4jQpXAF6Ew5TkPaCecCm5
mxblNdqeDMkSB3IDAvRgYvX4QlMq9BbQt6pVu06N4VlH3XBlgiVgKxFxQ3Wm3ecQZ6rIBO6hxyAi
JPJqONwSvNzbeQdbLE2lbXM5JAXAOmtWEe/As5PWkWub1ZFrmyI6WJYR5tHCrAuGFvIi3K0cygaI
M5+7vk7ulkm5Za4iXHPvn5N/vCKKwRa27DtR7ISJ5s+QfZRvYtc/38x/zFGwWCgUA+FvmisU5U6w
XEaWCC7VSxAIyfXy8u7Y8cdkJhO+ngarjeBW7GRkfT8R8Vl05lQ+eAwdDAHPjRKwHUGpm5i9VuM5
Ix2pZCaKyFBUqtLQy0MjiVq4I39tk/qedllOro/YHRwGYa/KDO6uUUklPdT9U/RBn/NEZp4SeeDE
Kcd8T//n2b8Nfr8hoEGTVpbIZDKn9JnX4PdcfBgHFmXHK6aESyL6OIc60Lgde0BhRDBWMF0acTen
AjCbASlTJ9FuZ1UFg7GVc/QdQHyWsS9Xl64RpfEx7//lQ+8qocZxtSAkfdUjTF/hLdaGbj5F4WbB
lzUTnZGwx0DQKc+kE0XB2K5p5tS8DhnZeksqFMoTD49X1d17CXVx336Xh5krjrB/bHXYr6pLVUzm
U0sytyzIDOy74mj+K/0LksEEX24zjW0m+N+6Jv43EDIcuSFmv+Xutp4E0LKTvyCqmphGZAFjANbu
v7LIryIoC+QFlISoIH39xKhaSaeiZPCuWTK48SKqNbzaKsOLF0n9sp7lX5Dt45g2cV/MbD2b8L8U
hEBMjkHLsG6yT4yypOke3trBc5BnSSfJtXO43r9ldVbX6+yVXWfWq5P20dDr4/W03kh2H881ldY4
HHc7Vk0PnMmMhJaNG/NJ36rh/uLSiS47xbXV5fsk2XIx2SRC2fXhLBbEn+Trw/UjEsZwH5qycztK
VpKj/TajwELegKaaK2/Fl2FwZTXqvS2akfVGkXWhuYA7a8C+tHKb1Rx+uAmbyK8T2QgMqy5uz50n
BGpf11UBzjPLhjwcoGbDuxmEAIi5p9kDGxljRbasMIRFswd2ejbNmiximnW7aeo2e2gnCRP3qV3D
xHa3atgcOf7EbsiRpd5rjp5ZtmyMItshbcWmYUueuu0abYmzCkG1aPfATsTrjx7ZtXto127tWrVp
aDlihiVs0ewTS3raDbeqic62o1L7c+c4dtS51FppDgdfu4srd3V7phIdmlnlyKyUpTTa4dVoGWXG
5q4yA3xJ1EnBFiZ3OEmI646TezQe5Inf/mH4CCd67o8TE88PlkwhRZNS2iIXbApLyBPAAVjvtgLS
oI2T2+hu/7cmLo+iknY71mU5D6ZBSJzxpX71FShuWlLCQzcr9JWQRMs52ewFMDq7mpjEssvWgEnQ
yXUh1kvfsZZMxxIbvbOpeF9CIZ30guFpaZJiS83cRAobgJyw3UJJTVufJ/qAYpQ5X9dKYNfTONFy
tMlZqEvGxYBXSsuBNF+JH1/GjjszP1/5hyChapWdIGiF8GySAOFgsi4X3gCg8agESbt0MQKKkiX5
77IOILE7sYId2MU1i4mMen2kbg2e2/ptnWeAVFJ1Ph6IALelpEl7cBC6+ZK20B186DRfxaxuotE3
1S75pBBuEDEdFThO0artzSfJvvXgs31C1seaJlh7azpLzGGmRCCbL1pVDTe2mrgudI8iDFvQACdq
/HUWQ71lWtPOWhqE2nXcXoN/o3dv4fvlgDCKLkxX4T002y2Sy2e72stn2xP2aSEAcG1JhFWHTRos
Ak4qzwZEz4o8R5ZkvRoYW32aKNvc70cfwwRK85mzRxSF6dPXSu+jTkj4sDy1mgVF2ZZUDWznidkj
AzVj4GJGehsegYAW4qX5PAxuBQpAMiZs551xpnL5GeRi9sDT4SQXa0ut500DOD4hhkkp/oUUBB1Z
46x0PBTtFo2PP8HjtTdoMlzF8094mjBpO0bp74OiEpbHJsGRsNR0pDXlJaLGqABJXrzhkib6Odgn
sph7RUK1nXBoA2VCCgHtXgTbllL7TfVqmECW8SyIliGBbF16427GPnD8SWKCBpqSb89pYob2RLX8
zLiMEbIVM1WiPhe10XjJs1VsJKTSsyDWQuAvZadNaujtVnRfuYjbJIyj4YSMluztFJl/DsxC158G
PJduXaWVYJKxPItNoIIbIs60CINSzVSVBZil4gA5V6s3PlbRCFIu/zmYQGYj7BxwhGo1lnJqrSum
BqHvbS+3fi36Wmr2WKp+7tT0rpg/OuZ8PBTdGMUjLK89q63i3Op5btwD+sZ99yIMlou0IsgkdeXB
E7R4j2587S4AI7JqZ8fdtfRlqlzi9BiIdTggQuRw016YIrBjye5oGMU7bVmkHc1nHvwFTIen+4Uz
+SXFPb4HFNq16nh6OCPrOB2qIfeUYkVnXQDHHl1CHMRfVauGvmf0855nqHgkqrWlrVpP2XsSfPGF
5nV7FSsK+i5OPZ3rMaII9DRiRL4CpL5WjJcvzRc0X7Mcr3EVSWxBSRxyl1cDWjoCw+BT5RD1hDpH
uiJ2Yitit9IUaZAsJ7CAySyYLF/feBRr/XuZ88V8VXOTrnObXEP0zEe+6S03TvkZQM9RvJvE034l
B0IMsPIigsMLtIoluY3bssoGVpnBtjFLpSsuaoOnSiExPPsjZ+KEF0hsn6U0u/p+xgGfds04i6g7
iIEG6QJ3ackb0x03Gm4MWrAkUn6nQGowbz0aaLWRBvGfmkNNp62sd1pHI1QL8gh2jB9z1w4WXS7y
CCloh5avlQjimVatwDNWdyi9/wPw9NFFWW0XdcZ4ReANnwl60xgz+bSaFwxN/p1o4q+2JevRfSrD
YX/4R7QBti2hCMSBiWmvB1F7wupASMQ/Njpiux5nSSjRXPlnENn8lAC4rG2AyUJXKwoP6/ueO09r
kZNwqDNIXaGzeZhgC0MiJE9JGBFoSZXVmYD3z0BaXZL/qQQ7WZs5rU1qpoLzFgDdBuLHooCJYmxq
afC2++E0DOYwTnnXNvIkS50yuwn1sc1O/8L8YUv6kKWgrERFNk1jvlcVEuAnRAvzRhLxg0do7KE+
dNWVTL7h+IOoX1yEVqmPvvxrFRbqu5XqNFk2ZyjTa3xSqDnt5VZA/5riZY5FCWiaPZ7eZF4X9ZJ7
bCwOpresbvkbCKxBI2JUYSQ2XXFDA4pxq/5ld6ozJLZRoQwtqt3SCFiwQ/rU3JzaX4GfAJinfGn2
E2OHAOSogkBFmRuqtCg46mlbOG6I17rryAftIQqRLi6ucK+dFIYGZrlPTi33iYk5ogLyws/m2240
XA8rrcYr4CwXN4W7mXmwBmfSmsTh9ucFTkPq44NmkbJGd3zQ3ZUcHfPy8mZVCqdBGHXzSqa1htGC
jIfh0kfiQQw6fIPqcBzMFy5wL+rkSLSUPLx2JEXO2QdS5SHSQ2xqraIFvO7rSK7YN+UtiCUWrKx6
hlYteqfh02L1NV7L6Mqi7bftIH4stLZalQ8hPdh2rQlmmfB+rYSmAx+uFH4UJQtYbhfLAbpEc+3v
/nDz2WBCywrlFtdenK/SQNqsXZB1vSAileT22LoguqQe4M4hjTJj10y6HMdqS3GsoscZXyUPf18F
HLuVv20N878LATkhFT9uGSziTHMRJ6pUtLrE1jR85DLcxUYCVbvWMqtQiQ7v/wPEI6UI
`,
  source: `
%% Evaluates source that a user wrote, in Erlang or Elixir.
-module(evaluate).
-export([run/2]).
-optional([{'Elixir.Code', string_to_quoted, 2}, {'Elixir.Code', eval_quoted, 3}]).

%% Answers #{done, outcome, output, omitted}; see evaluation:run/3. The atoms and variables
%% of the source become atoms of the node, but where it must be pure.
run(#{language := Language, source := Source, bindings := Marked, pure := Pure, limits := Limits,
      dry_run := DryRun}, Call) ->
    Given = [{Name, marked:term(Value)} || {Name, Value} <- Marked],
    {Named, Values} = case Pure of
                          true -> pure:named(Source, Given);
                          false -> {Source, Given}
                      end,
    Parsed = parsed(Language, Named),
    {Forms, Hidden} = case Pure of
                          true -> {pure:safe(Parsed), pure:counters()};
                          false -> {Parsed, []}
                      end,
    case DryRun of
        true ->
            {#{done => false, outcome => none, output => <<>>, omitted => 0}, #{}};
        false ->
            Bindings = orddict:from_list(Hidden ++ [{variable(Name), Value} || {Name, Value} <- Values]),
            {Outcome, {Output, Omitted}} =
                evaluation:run(work(Language, Forms, Bindings), Limits, Call),
            {#{done => true, outcome => Outcome, output => Output, omitted => Omitted}, #{}}
    end.

%% ---------------------------------------------------------------------------

%% The name, of letters and digits, as an atom: new to the node, mostly.
variable(Name) ->
    {ok, [{atom, _, Variable}], _} = erl_scan:string([\$' | unicode:characters_to_list(Name)] ++ "'"),
    Variable.

parsed(erlang, Source) ->
    case erl_scan:string(unicode:characters_to_list([ended(Source), "\\n."]), {1, 1}) of
        {ok, Tokens, _} ->
            case erl_parse:parse_exprs(Tokens) of
                {ok, Exprs} -> Exprs;
                {error, {Place, _, Problem}} -> syntax(Place, erl_parse:format_error(Problem))
            end;
        {error, {Place, _, Problem}, _} ->
            syntax(Place, erl_scan:format_error(Problem))
    end;
parsed(elixir, Source) ->
    %% The code server, which may be hung, is asked only where that is not known.
    erlang:module_loaded('Elixir.Code') orelse element(1, code:ensure_loaded('Elixir.Code')) =:= module
        orelse envelope:refuse(no_elixir, []),
    case 'Elixir.Code':string_to_quoted(Source, []) of
        {ok, Quoted} ->
            [syntax(Line, "receive with after can end the node where it is interpreted, as it is here: "
                          "use Process.send_after/3 and receive alone, or Process.sleep/1")
             || Line <- timed(Quoted)],
            Quoted;
        {error, {Where, {Before, After}, Token}} -> syntax(place(Where), [Before, Token, After]);
        {error, {Where, Problem, Token}} -> syntax(place(Where), [Problem, Token])
    end.

%% The lines in Elixir forms where a receive has a time limit (see receives).
timed({'receive', Meta, [[_ | _] = Parts]}) ->
    [proplists:get_value(line, Meta, 1) || lists:keymember('after', 1, Parts)] ++ timed(Parts);
timed(Quoted) when is_tuple(Quoted) -> timed(tuple_to_list(Quoted));
timed([Part | Parts]) -> timed(Part) ++ timed(Parts);
timed(_Leaf) -> [].

%% Without the full stop that people write, or with it, there is one in the end.
ended(Source) ->
    re:replace(Source, "\\\\.\\\\s*\$", "", [{return, binary}, unicode]).

place([_ | _] = Where) -> {proplists:get_value(line, Where, 1), proplists:get_value(column, Where, 1)};
place(Line) -> Line.

syntax({Line, Column}, Problem) ->
    envelope:refuse(bad_source, {Line, Column, cut:chars(lists:flatten(io_lib:format("~ts", [Problem])), 500)});
syntax(Line, Problem) when is_integer(Line) ->
    syntax({Line, 1}, Problem);
syntax(Location, Problem) ->
    syntax({erl_anno:line(Location), 1}, Problem).

work(erlang, Exprs, Bindings) ->
    Safe = receives:safe(Exprs, fun(N) -> variable(["Limit@", integer_to_list(N)]) end),
    fun() ->
            {value, Value, _} = erl_eval:exprs(Safe, Bindings),
            Value
    end;
work(elixir, Quoted, Bindings) ->
    fun() ->
            {Value, _} = 'Elixir.Code':eval_quoted(Quoted, Bindings, [{file, <<"evaluate">>}]),
            Value
    end.
`,
};
