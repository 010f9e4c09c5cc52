// Made by scripts/gen_probes from ets_rows.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What ets_rows.erl becomes on its way to a node. */
export const ets_rows: CompiledProbe = {
  name: "ets_rows",
  library: [
    "cut",
    "envelope",
    "guard",
    "marked",
    "names",
    "values",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:garbage_collect/0",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_map/1",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_ref/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:max/2",
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
    "erlang:throw/1",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "ets:all/0",
    "ets:info/1",
    "ets:info/2",
    "ets:lookup/2",
    "ets:match_object/1",
    "ets:match_object/3",
    "ets:safe_fixtable/2",
    "io_lib:format/3",
    "lists:all/2",
    "lists:append/1",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:map/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAANJJeNrtXUmX48hxLpJgLd3VM2Np5LF2yRpbssZjNbgW9abn6SAddLEufmPd8FBkkgQKBGgA
bFb54KOff4b/nn+FnQC45Ba5AWTXyDWXnqpCrhEZERnxReSys+3mm3WE/Ivo4uLCXXa2nfkm9i+W
7e3VNPI3GcqKP7SW3e1l9XP1Zaf48r2f+hfb1u+O/9/+puxi5a+rz5yls/0Y/+TNAxTNPPToT3Pc
eWfr+Hmywg2usmSee6vs2EXnG/etstXST2dUq/Y3I1WjV0uE/7pN0hk9Wk/V8HqdJosUZdRwd2EY
Fiu8wa2dqR9FVJNb3GSKW3jzyF8Un7WJP97kKR4NPQY58UsnTzcoxJ11V34+XZa9HefoEqOIxrtC
EVqhON8PdRXEOVog3Npvk5QKK2KSvxEO2f6mZz9iRz2iYMcWabJZe5gTZyitOrWegGMzASdD0TyE
tmMibHO98h+Ql6I51GwgOw1+liVTqr/X0wSzZxDjH1PJJFXd3OAZoRTFU8QuQdqsu4nzIMInvZ2s
i436gmFByRHlOwNPG7RVfeGCb7K1v429ZH2gs1o+hTuSCzewOHZ7jiBFXxuitiHvdTnek4vKA6eE
xX/laEmc0XOOgviB+gs7cUJSBUka5E/E7zpRsiX7tV7ZJbeytnhlFZXb204c4M4ZeoN7PiZ/GIb2
87xSz/NwIq+VZ8LPHlDKCkZpE+c+mT2xnP1BzyunHPm+LiM/R1kuIBD5c4dsMfeDCM2I33yU++kC
5V4erFCyKfrq3GNZhs/jYc9DHdm1TlLcSVLRvTjQlN6t5sWYIy1Ok7JiHxMulLXqzv0oI5odeouT
GKmn3V1ssEnCttOg4CzJjkcllB8QZ7eL1EnZyzrpQLerzEtiryLQkWO+PKFZQfFiKdt0bUu6I06Y
O9vLFK2SHNEMjK0GP16Q7LhK4iRP4mBaciRL2NerIIqCDGGxOKs5u7ZcxB2oXchxyoh0Q7n1GMTz
hLWFOGOAHSAkDo6zbUdTxrDbd3i9QDEmZY5Yw49SUaKBL4PMWwczwQkLgdNJKi/RSC1P88Aejwpw
UBvhs93eCQ7EdokFdZBxg+NO01Apmm7weUfzIEYzmY0CDhLEQR6GkmUUHBWKfmewK6C5QjFGfz/O
5baTp08kna3EybW+2SSeh2BTQElKq8bwuGUy3Uee5HbywBxjQYdt1ZxIbdrNl2mylXxwhW0E3NOM
kv2Uegjp46S1KIsRdno81FkdfQ86qPCaE+UtjzdYYN4jb5r62RL/wZoLb5RcCPIUvcKQ6vcef/tn
ygoKjY5kG7xBwJt32JqV/+iVd7Es+Hdkdh119k1IdSBv8YCVKmuLKY0TlKZJ6kXJYlGa2rRJpmr9
WRBPo80MednST9HMK0zONEAZbxFa7zh9YdV3bvGXB1fVhLs8KL1T4svDUDm36vLAMi0pxQ6sdR8l
04f9xmh5qPQstNcZNkir+0JaHTbzPjqrIObdRbpt/UeBFLggDWRKbp3MWqblRexc/C/+L7RYEm8T
+vMcmyZF/ymaouD9jsNvTLTTFXGloy6YzChHc1jieWmzypwSHjUu/q8U0lu1mw4+L6TY6OC7EitO
j/dk4qQw58ZkZ50//PmP/8JuCKhkhozpQ+03Y7Tqcszt1MeyIzqewhZzdVNatfTVucswWut0jNai
TTLmFPETrb6R3AI8qN+T8STlJmqYjQ40L85VceV44ZZvPbfY28i3lY1c8QLgm2uYASnn9gvv/f/l
vfPdz6j7mOwG1iSvuy+8/oF5HQjwkUSpQeEy3sn7LF4o/Hyl2ZVusFL79FNG+IGsVbSKNcuJy+wL
dzxD7nhtbZWfjiNFwb2RILjHu3IEd9J+WIOpr7C2ztE0p32/LzLv2y7zrDu+1T8uYzYSoqJIl1S7
v//Tv/4zuUUMU04ZDN7kRSn/hTGorQjcwS+sZ/bGJPzYhB9xh/xgDothXKgD4pqulBuW+/cRMkPd
Ou8DtCWb9NRNMH+uWBCLfGJRsApy+ian1H9Fk8wo/OGsElpjTpQTmycpHWPph4JY3A0UIKmBKfzI
AHn39gSA3o8Nxp+EULisraQJHW7EnSm55fIBPa0TDmHKLFsWsKLxZQVPK0X8ZeavsMCGIChaMtWa
Fp/oX2zGlfqtQllXfjzDmik5/KLz7rfvmMNMMHu5Y3xjZ984Tmh7Ex6n9TVDUurQyUew3qW/0pXn
Jf6fVvH2o35HOeox8okNjczbC2Eg4MNtVwgmCIxsUE+43aA2Q37XYKsHNMYXXs5drUgwozwsF/ap
/knrgXkDI0vEuuFcv8fN9QoiQu8to5ZA0PCAIQnFb3uwOm9pG038r7mJO6CfhvXo/vITWv9WrTWA
YDSMCz58QzbhB0TbHLVc1xBUw2s5QZP8aY0aMTurnmiMpQqdg1Wsh3VskAdJLEucEsw7TbYZs6Oq
JqskRTwqRRd0RoXqUz/IqDDE5b0/89OFAKZwaoPo9AoFL81b+zm2t2MST261X8fJ90MZULVbArd4
pdIPpVD7mzjxsPbbFlfXmnJPf4Nu8iTxogL/TmxP87hYVxevfrWJg2kyQ8SvPsXKI8UWLkqxZZBU
QLYnTfR7gBcX3FNBuCTF+mg/88ssT4N44V88XDj/8TZfQ4js/d5opRu9LiacedyNzQ2pPYa2uK29
xX1KxOp6A3hsOBcX6oeWc+hoz0Efycdh/1wNEB/jRRjUF26f6avkniQKyrij6zPBwIwJiEQimBFI
x5ZqIo2Aw/thjVWQ9qZ1WoyToXjG+f97Mj/k2k/zwI9AYvfFeYtYzuPfxUUkAfhztsnWeDaktKjP
J0NrB4ROEpfOsQ2ZE1lTyRm434dCH+rguflQXVo/1KbsKaSxwENrB8Xui9ihhnz+G0v5POSOrDWn
VFsjNCGGXAComZISTMJPW8PLKUibP1WCuSEJv68gobC7VRIHeZKy6kYUGKNdoC4XGRaJ433/1onm
zjJYLEMrWd5WqNrDlRYfMNaFJE9DI4zVKMgKPVqUa4C/+qiyuovviu85g3F49AKYZHeVFyX+JipM
hDrDZegNvoFlm+ly54CkL0SWtHFif4UgU1R0VF0wO7UDZ6f2Wece/Z2mTdZrpCDCDzTi7Zx87BOF
EQ6XraNP/jfvlCZdB+UZnRW6TxKG8ioKj1MoTkMVJ9m7507jPT/PW4/4QwOUhYh83UKuUASM/EyI
WGwoSbAvS202XPyP9H3i/Xrp0OeXfdK86t4R1AfJMjPv7M08TVZiHdNTRe2a8AS/2oG8KKfu7u5C
mBbBeyxaz0KW3ViC42mNsUi2MZN+GYbaifGXtoqw+96PNoirfyFCE1nr2uJfETyvkUNupdfGx5Ok
lfwu9ZgIixhIa75Ufp2zCZHbvRAREcKIrB260BMNShmCrqu96XQOHMHgMCZglLFh3UbXT0JbdL1e
nI7tYhNplh4oaqpQmSVOyHnUNCKN6MCDAU49aoUosicvJRjL34uw8uK72Jv9ja1sd36+76n4vqeC
XGvfa7E2ExWXbNU2K45XLHrsc+zf6EwMSsTc5LdBGpVB6mE2zl/fC93jsQktODn+OshILmf1XmX7
tb9+J2z8qmxZ1vcQNeet2Boq8sfatx+4OzByGprFgrgLDo/Cbtj52JNGw8sSPkpQt6DKDjvG6aLS
jYmBn1jWayLYufVrpXR7hdI882bofrOgZFzk52J274VWZUieshytDtXWSEa6LiuYFv6TWndx/RjU
5QpPOTUrAcPX6akRHwSKorSOV9BZ8N6EiAZDsIKLhHt9cnFxoqGkJ67D0vYKuBJcRknysFmDyTAu
eCbuGPtK5jQdmLoHd9OSl1t1Q6lk0DKxCx4XFCwx7ucq29zv7RfYBO8R0ObW1+IqhRGKF/lS4Fnj
O9Ki8A4UDW1iHyTwSEhgGDH9Fdi4Z0r+N5k/R1hwPJZuFSEXcBXILVXCTzmV0DVyjDIzvy1320vu
QzTNObzCWJajCUdAYW8feKwrsD+4aSVCwITwJ0X5yll1/9cysU5vxvo6Ty8IPRCYJZSsUwRN7Dfv
ZxoxVxkgDl6EJtJJuWPgdaUnyToSYgsOkuTnUEwIm6F4qAxplXfTkeOnru7GYL+/+19nr5jWqZe7
SXvzpKmbNXJmK2EoxQaQuxEXINHo5KmzhSj5sJmzBrt/usTZM1P5fKnRL/Stlxj9mTYe6JSYPNBG
FjxUcQItJ8MPA1XGRVrOlfBNx5/NJP0KGKVJ28cVWoO11Ay7oIHIu667U21IwNzsYsUHvMgpMG/y
EvScZaaKObUExk5tA/znlsdpGNaT9j2FtB81CySrsUx71J+qsr+qRLOAR8S+WxoqKI9KizbusyNE
ED0GWR7EizIMLBRoxwcC8vldPewgWRWlQWL/wCjNtRlIUv04xN+aFezgcIau4hUM19Rd0fHp2sXE
KoLswB/8uwxNVoGH32IwwRG2xJ7kU8FdxXCwOsCco5sDDAwZ7O0hctcyp67OkyK3xb8g3tjVeVHF
KRMHL/zPdQCaRCSSDCyy2mbX5dvjR+++gj6aaO+zwozeF+rXJs9IRR44sDqyR5MUZ10/W4AbeXzy
KCxbBESIrqiixhDjjZRkADx1IhtXUOXj9Cvvh2cZZmjArgMVuxYvK+3iKC0Rlr4FAUGpNynX4uDo
gL356k5cclTrB6oHhplcM7TOl5Ln9QRNtsGMbqJ+HeP+KUeZSJy3NZ8z7DWFhPmFIqwC3v7ArCwO
E6JtsXch8O7nKJ55ydxjqooxcZo76IGRepFHfL17j9JMJOJFkBDFmvRe+JF44YfCVcqNADhWCbrV
WJgac9P/SnKhptJNgDs/TdLaGutzfS7uA8+vuJK4Xi2eaS7YDTqwoEqY/I2o0dPQZtNXn3VM3yXr
lV0mKSpefxKVEWuEoRuJbfZVsc0OGFAjnm09wyOcFXJENJNxfUzt31mDwcwAtvVn+vf6Mx3x4Q3J
TEeczX2StGfH4GklV/S0kn7OtEm+cYUfeokja8WR29+OOLLK5+y+RBg/dAQ5DC1U8RwrVn+6rOG/
qF/R5JcmSS9hyKVZ1JatIshlF5BZEzUrV8W1SFdmlGxRWpwEbvfuQqUibgyl/St9ddfEKq3n+Q/2
/KCRnNacuTrkS1CClT/7BrKQm8HNA3paodU9OuSsUe9TwljmsVpK7jw3h+izzCEkk64EGlxYWKVw
oYgdURNGQLYl5VPN0+mzJOWSn+Svn+t5dGiFB5qpY8hjztpzoukNjBKZaBznIGyQ0+liq37XKLDb
1TBpizKRUBnmQkgqHKU3QUYVSNQOvNR+G7aRwsT8ejUcPUNyU0gmMzx+bggAUSSsT7hk1I/j6s+C
ZjHF6qWJEWpJcVnxCykqpslat8Am37ioisfh0l1eVFORAnkZQYfs//NpaX6yM6hF7FGoQ0lQ4/mf
itLbu3BmJiAlAfZvpHrBrw3qkbvMwwFaFaShPAT6lbhjWiJ9Xnk/FqWAjWIMI0apWu/ZF/W9sz3Q
KCmJDbMaJQKaM33/UR9uJqHhiEu5b4Q5KPiDqUAAuz8WltLa7U/NykNjjZ9kmxSJw5LHg6v1EATP
+faU/tL2UVD/d8bGMlwr3tV6NF7PYHiDHos63n4kEum7cjKa7gNbbVMYevUzdR1o/ifL0rU4BHLs
qIN3a96EQakmqsoCLGtxlB/xJiAraDgul39OKsFazM7Ua1GtxpJPrWXFPxmVlagtX82iTF1zFHlf
WVpWjzk/Xvjpvb9A3jSJIjTNn3EaaEu30KnIa1TPa9i3riz9eppgCYUN+DxJjVL7Xy0R/msp3mC7
xJWVpbAvcAvHLkmgqbigiRMF8YOYXLp4a8rlqw9CFftGNG0v8C2MXd6LGLyxiaHVKl+oBiu8zZi8
4mF4ssK9nSjZNlIQ9dK4NpBqum9WQeyVR6AscWFbFZCM7Hx06JI7Vczl/X9CrWrGLdOHA8DKKKIY
y7clrtqgh02sXQeng0mEf0G5xB0DhEBPhBAQaJAZYrAAQHLWMVIQbbIlYS8J3/6pFZ12NfJftWXr
QcG8xK9PHr+WPL3TOAO8wBM+GDyBfOOr2SrW6kr/dZ50wFs+JSqRCG3RMz2foMUU8np64gzj1tkP
HscpTSSV3e4cQszzY7R9ryRmIxfDIQyPkftEWcBq2VER6LkILUJSlWUoB9kO9cszyxNONZADjLxw
5EgJS+PRMB42DE1bDEB0gmtBo+9FSbxAWe5NkxUWGd46RfPgUfK8whDKfz+aVzoPftvNLtvMG5hd
4yUIwdhlX15W0/5FmuYTQtmHZ/ZpoEdUgyqZ3DxBmC+FL9qMrh2MbgKEO01L1t6FOkHROukInQz9
m5C/Gnp0emKxZg4b0OErZ1vsJAQp5O/NZqV7B0D4XrNCvH6l37Eti8F5kGMxg0nrrBQFuo1HsXZY
/EYR0jT1gzkxesztCopfB3lBzyQVpTEzwXEFVeVV/mgzQwJz0CjjwT8qYJJ0NzI6Nib5LG7DCD1q
85/tu2Rv9dEl9KJYx6D0nbKORo7WIYIq0d+vsf7GWrF8GUfwXnAToeBr3L8nfLarTwXC4vfmb6kU
raxPWk8jNCLCgfSM/QW7sLouFclp0oFjpkNLjKpGiSnQzJyABSnEyJeRUPt0zFHI9XSM20Re+YST
m8a58Xfnwa1p0m8shqApSksxxpBmYJ9lahg6CebKi6rTyh5d7Wpntg7gastCFv/KSMXS6fNj8fKk
4DfZ/ELVKsEHhybAuxISrzXU95tgtU6TNUo9nUHUNZDvzO72+lUS+qHle0pRjfeUXLBIgvyojWij
806hhSDi8E8RTeAnEzWeJbJjP/bZn7HBs4013xjs2+YbWNSdGUKHnfzCHM4ohS8qdlYiIh25ScJL
3CKTBaqPY2HeSPI8YFz+hXYFro5R2URWEQ2by8s5KdSXxSiKvYXDWllsbALLJ4w3KTTfe7kVMPxA
WRJveQ5wzCCzz5nWTeF33xqzg+ktq3/6A3SQNl98AV+hXXCLTVcM4vUmAvEvu1NNgIw2jXKEGvMR
X5Ihh/SduTl16a/XKJ4JnjhkX+YeGzsERI4quvYhpwBGFNRZ25vkrP0gBWz0ClkuG3QACMSe4LFw
wL02Zq3Bc5+TO8tzYmKO2EemXmHdvBtWopzJSFb1cYPVUm9L8yCvKgloTeLm8HmD05D6+ESzKEhT
r1oiSlc1npUEU8x6cPQzBCtPimXoADApIUCL9Oj3mqrEecJQCPAs4ZeSTWmFtib9bjOJB6h0D3x3
aVboXNNt2QPcOMpirueIAwzAWmnM9LjwrQp6JY7bKNwIShKA2QYNUIAsONL6z/9+/mQw2csz8i0s
vRhXnQG3NVOZsWfNuQM6Q0F3q0eajxg+y63Tf7uzbVLrVarOhlz5Gii8KPBrnj2084v6YRFBIvyZ
YzsGi5hoLmKsqr/RlsDHDGM8hqfYiKFaH7SatGBSYfh/KwJ4pA==
`,
  source: `
%% Rows of an ETS table: those with a key, those that a pattern matches, or the first.
-module(ets_rows).
-export([run/2]).

%% Answers #{size, type, key_position, rows, more}: rows as [{Cut, Bytes}].
run(#{table := Named, view := View, term := Marked, limit := Limit, limits := Limits,
      most := Most, force := Force}, Call) ->
    Table = names:table(Named),
    Facts = facts(Table),
    #{size := Size, keypos := Position} = Facts,
    Pattern = case View of sample -> none; _ -> marked:term(Marked) end,
    View =:= match andalso not Force andalso Size > Most andalso not bound(Position, Pattern)
        andalso envelope:refuse(scans_table, {Size, Most}),
    Show = fun(Row) -> values:shown(Row, Limits) end,
    Step = erlang:min(Limit, step(Facts)),
    Look = fun() -> rows(View, Table, Pattern, Limit, Step, Show) end,
    case worker:one(Look, 10000, Call) of
        {ok, {Rows, More}} ->
            {#{size => Size, type => maps:get(type, Facts), key_position => Position,
               rows => Rows, more => More}, #{}};
        {raised, badarg} ->
            facts(Table),
            envelope:refuse(bad_pattern, []);
        {raised, Reason} ->
            error(Reason);
        no_answer ->
            envelope:refuse(too_large, [])
    end.

%% ---------------------------------------------------------------------------

facts(Table) ->
    case info(Table) of
        undefined ->
            envelope:refuse(no_such_table, []);
        Info ->
            Facts = maps:from_list(Info),
            maps:get(protection, Facts) =:= private
                andalso envelope:refuse(private_table, maps:get(owner, Facts)),
            Facts
    end.

%% A reference that was never one of a table is an error to ets.
info(Table) ->
    try ets:info(Table)
    catch error:badarg -> undefined
    end.

%% Whether the key is given, so that only its rows are looked at.
bound(Position, Pattern) when is_tuple(Pattern), tuple_size(Pattern) >= Position ->
    constant(element(Position, Pattern));
bound(_Position, _Pattern) ->
    false.

constant('_') -> false;
constant(Atom) when is_atom(Atom) ->
    case atom_to_list(Atom) of
        [\$\$, Digit | _] when Digit >= \$0, Digit =< \$9 -> false;
        _ -> true
    end;
constant(Tuple) when is_tuple(Tuple) -> lists:all(fun constant/1, tuple_to_list(Tuple));
constant([Head | Tail]) -> constant(Head) andalso constant(Tail);
constant(Map) when is_map(Map) -> map_size(Map) =:= 0;
constant(_) -> true.

%% How many rows are copied at a time: so many as come to some 8 MiB, if all are as
%% large as they are on average.
step(#{memory := Words, size := Size}) ->
    erlang:max(1, erlang:max(1, Size) * 16#100000 div erlang:max(1, Words)).

%% {Shown rows, Whether there are more}.
rows(lookup, Table, Key, Limit, _Step, Show) ->
    Rows = ets:lookup(Table, Key),
    {lists:map(Show, lists:sublist(Rows, Limit)), length(Rows) > Limit};
rows(match, Table, Pattern, Limit, Step, Show) ->
    %% It ends with this process. What is read at once needs none.
    Step < Limit andalso ets:safe_fixtable(Table, true),
    some(ets:match_object(Table, Pattern, Step), Limit, Show, []);
rows(sample, Table, none, Limit, Step, Show) ->
    rows(match, Table, '_', Limit, Step, Show).

%% A little more than was asked for may come at once.
some('\$end_of_table', _Limit, _Show, Shown) ->
    {lists:reverse(Shown), false};
some({Rows, Rest}, Limit, Show, Shown) ->
    case length(Rows) of
        Number when Number < Limit, Rest =/= '\$end_of_table' ->
            others(Rest, Limit - Number, Show, lists:reverse(lists:map(Show, Rows), Shown));
        Number ->
            {lists:reverse(Shown, lists:map(Show, lists:sublist(Rows, Limit))),
             Number > Limit orelse Rest =/= '\$end_of_table'}
    end.

%% Copies of rows that were shown already are not to count for the limit of the heap.
others(Rest, Limit, Show, Shown) ->
    erlang:garbage_collect(),
    some(ets:match_object(Rest), Limit, Show, Shown).
`,
};
