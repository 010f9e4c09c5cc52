// Made by scripts/gen_probes from misbehaving.erl; not to be edited.
import type { CompiledProbe } from "../../../lib/beam/probe.ts";

/** What misbehaving.erl becomes on its way to a node. */
export const misbehaving: CompiledProbe = {
  name: "misbehaving",
  library: [
    "cut",
    "envelope",
    "guard",
    "sweep",
    "worker",
  ],
  calls: [
    "binary:copy/1",
    "binary:part/3",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:group_leader/0",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
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
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:nthtail/2",
    "lists:seq/2",
    "lists:sublist/2",
    "lists:zip/2",
    "lists:zipwith/3",
    "logger:add_primary_filter/2",
    "logger:remove_primary_filter/1",
    "logger_filters:domain/2",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAKXeeNrVXcmb40YV77bsXmbNMiFhCRAIW5JJ2mt382Xy5QAHLnDhG3IzGrtsq0aWHEkeT+fA
mT+DPw/4EzhRkrzU8mqV1NPJJWO3Vap69eqtv/dq4W062XoVIv8oPDo6ulh4G2+2jvyjRWtzOgn9
dYrS/A/Hi87mpPxc/tLLf/nKT/yjzfHXh3+3nnfzD0t/Vf6svWhvHpNP41mAwukYvfYnGRnc27T9
LF6SB07TeJaNl+lhCO9590L71MJPpsxTrecj3UP3Foj8dRMnU/ZtPd2DZ6sknicoZV53hTHOV3hO
nm5P/DBkHnlAHpmQJ8az0J/nP2tRfzzPEvI29DrIqC/bWbJGmAzWWfrZZFGMdphjl3oL9L5TFKIl
irLdq06DKENzRJ72W/RO4XIz6W/AV7ae99zf6OnfCFBsnsTr1Zhw4hQl5aDOE2i7TKCdonCGZeS4
Bp85W/ov0ThBM9ljA9Vp8NM0njDj3Z/EhD2DiHxMFJPUDXNOZoQSFE0QvwTlY511lAUhOemteJUT
6lOOBRVHVBxMetpkpOqDCz5PV/4mGser/T7r5RPebjlIwPzY7TiCFn0t2W5b8l5H4D21qNxzCs7/
K94WRyk75zCIXjJ/4SdOSaogToLshvrOC+MNPa7zyk6ElbXglZW73Np4UUAG5/ZbSvNL+sMQu8/z
VD/P/Yk81bFx+0U8veHZ9I0ePkHTiWOdhH6G0gygNv3Zo5+Y+UGIptQ3jzI/maNsnAVLFK/zsbwX
RDCRw7UnIDYRRKs4IYPE5Sbmp5NRouW8ONviWFCLvAwn6gmrnurM/DClHtuPFsUR0k+7M18T+4J/
zmAHp3F64Hus5vb2looM2+8El/JFD5bpOI7G5QYdOOZpgzYCw4uFoDI1FNmBBMnc3pwkaBlniGVg
YgL40Zxmx2UcxVkcBZOCI/mNvb8MwjBIEZFx04qza6nl1X63c6HMWIRdrDYFg2gW84aNoNn5F2Dq
4LQ3rXDCWWnlQW5vzuYoIluZId6KY/QN9OKTIB2vgil8wkrW8p598QyedBRPEfSk9Mc7Ggv7QKs3
aPrHY0MpcDh/ktNfC/NuNwQ4ZZsFkf5BKrycDJpgrbw7J0IEzYIITVVWjPQlQRRkGCuWkbMphr6z
oIrUoGG4rb97z8nGy5Ibep+dZNSZuWEFzwMgilQ8s/oWH0imUqi0eGjFLznZAAzY0s2JVtGdbJHE
G8UPTonhQUaaMgqF0TmYPU5Gi3J4w9Y4wCarYz2lvV1QcaKiOfOQSOEXaDxJ/HRB/uDMhedaLpTy
FLtCzIz7gvz2G8a0wlZHsiX1MeTE25Nm6b8eF95aGnyH7BzW9u4RWseon3hJNDVv4GktHpQkcTIO
4zmhlmDn6Z5+P4gm4XqKxunCT9B0nNuxSYBS0cx0pjjr0u7p5+lCS4J70dU9AbsXQ91jW/eC50Ba
JO2WSU75BAWvtus8s5FR7T9+86e/8nJUeiCGrCrHkHVodTjvOaqIkZmsUq5yL3py/s61d/OLcZeG
D0ppWE5V4trVTB8m0HGHSXN7ioJRDCpVUOdW9LmtKAbYnXwna7+vtPZNQ3H0nCossIhMQrZDk9Ek
y71h5N+eEctICS8RKwbC7zsLxOYIBsU9RkDcQ9Rhh7AWQyNnmp+So56hScZasI1zjPPAD8x385J3
N3RE6tBn6g9/+duf6VPE0WzCpcKub/fEuTPQNq7nPLOHNrF9XYyrTWZKm6DeHGVCkKkMKXJ7ucsT
2EXQCNFeA2s6ogOIjAvWWDQRK6JgO53QktlXhf+Am7Md6tg2QFCNhACA1NV4Sxtv2fsXLR3He4si
ZLCfmB+lG5RovZJNkC24mC/zsS/3KrmchSwWIF/Tse2aypSx4QQPRs7vtUaONk2NVaaP2+qtd7QM
yVjuaJFgA+nlfK4eaWXj3oON4jwjNPVv2Ak1SKVOYc7bs/2FlkrUO4oYBSftijEaZP77uTQcB9ku
eWA4V0rMGuUiSqHb4DraYRyv6mbJx1rTndaDjS6PSI1N3ct7S7M8KhHZ3MI2fpBJRS8bSTpWZmwj
9CoXqLLvG1zDo3xzxkGUg1VeMork4CELesR5194Wdq3Nr8QB4NIY6whh6nf/ydLndpT840KAf883
SaYr9oeJyMD0zpD8UX60v5cUr1fwCNvx37/XsR0Ohl4RILI19PrQxrW0bk4nDNKM9nNOZ3GC/MnC
HIYHZOuryq139FzCxLNkzC/miN7exjVQOk4nfhSxSc4eT0QskPjN6DprLpos/Ghu7y5cQVzkuW/k
u8beQmcWJKwrPcC38d6TEkxU14st0AtXmnB4fdzwpOSGcb7b8Tob78JjNfBGa49WMg/zXAsex+7o
StBNFWC6T8zD+gN81/fds9x3b7LOHGJA+vh8sAyyVAY5UYVlnOn7nil9eRDt5S3p7U66QWhlfahG
sL3lTKcfCHTqSJeoR30EGVpaIZLbq2Dy0gVgRrZtwFXrqCCBBfQc61ErGdkSB6QH+34KXQPBtqWA
yxBF82wBzlw7dSpPaA1TGcOkoyBrvLVbpVzgfRsJC5lXNWIRu6bA49N1FEziKeKUZELOK0rScRaX
4KEbQxhzEI/D4AWDN4iTpZ/tZn6SZkkQzf2jl0ftf1xkKxkKduePGxWB3M8nnI4LYcxhECm/Xkri
ljGJ+3b+JYyqxwActY8d5+AZz4Gpc6sZoiVm7QbVU/kfWLo+EuwNh4ytzgQDOyagKkLkjEBLJN1E
agHk9nGFVQiADZf6hnaKoqmAVuipwLgrP8kCP5Rudh+uJjuPYvJdlOMeJH9O1+mKzIaLAlbkk6EM
I9lykxv2x7Zmi8oCjTEEMQuDu4dZYPRD5Z1tQhoDiAg3xKxBXMyKzj90lM9D4cg6c0pJGtCEGAp4
oHoK/bkii5ZBMTlQzNxU2a/lFv5Is4XgcMs4CrI44dUNhJNio4g8/WBpvRvfufy3vQjmC2wiyx23
vqdMdBRFKzoQJ1RX0hXA4TUWQzSWUpb5gcwgx3dkMW8ZABXFmnGjbIGXom+BNx7zuRTv35ivQzOm
jJl8HQA0Y8QUKC/7rMvlRN4fG4gTla8nX4ShEW9Osa7cpdKaZ0zPChtVDuvlAVUbtz1LH+lMYoZO
YqTE3UWAlHHfKJ9EWed8jREfcmkm1lHBlPmJ3mR0UsagJyTUdL2X/+oVGhNdtvSTG0LhMEMJlEzE
0upr03e940+nwItaKoajjJH25oz8Y5IFcUQnzsvXbMejpeLJlPwviES0rEwxemQoBjbw7ZqwlEZw
VKwcNPeCZSe/i60q6R9sTZy8Mu/GoI4cKKiXYIWZkTHHPdWP3cDS25miFZeb1z6yCaYcblP7yIub
DKUO21F/JciH+pwDqOD6Us+l67yJHbn3yviSsjn1DilvyMFRtPNoabMROU0VmlN84mzlZ0GhOJ33
5qfm0fme0BTLIuabZn6GBBcXImGFFmc/c2S0S9peb7J5CvXr/7m/6Od2pWiKI953n8RH5pPo3hVF
dMjPtZ4+dQjOnu/BQRhWvl3QVxIiHUxrIDeT3Uxq97Gq/FZnXlNuOXlVigR0U6tCNVkp3pVhEnov
ojxfFhrmBmqfRo1VbR8YB5eaDPBKc0FQL7raeVSViwKUrYxHuyqLmVj0inGdfS+HZNtQhkf1bAqc
+QUN+LChDaVasgNwvi2FRVPcXPxU3ZdKEKoDTXnQMSCqKh/TXziepiGuJo16Gmk0qlcaVVhmLSG6
vi5EJzO0h7dlslGzk5v8PMLRchq/dCzP7+qAkT3B4q4404/NZzpi+UUz0xFffF/dLa8pfunYiaeH
7ZWXVArw3QlMkeZKKxGQ+TIwmHnev2MgPlj0nAjIpHqRgDnBIGXQV6ChDzXnq1wh7zJUEEkqoilm
l9rSlJEENGhpPfsSJlAe+imaeAEEMirfYfaN6gsAtwi4dJoF3StZ06pwoM4qD/UbU/ILE2yJV6bo
PfHhPKgvHNouzy4cjFudgGjT4388WWfADCpt9hCb7KS0HZH/BAKDdKQg6wuJHpKwv+zEWmmnX1mA
wC+4vgbGBjmssq6hVpMcJvgrniRs2bFNbHbIFV44k+zX5iGzvoRpemJul95rOacxEqC+UoDfmLsf
8i0cYu6Sh1pYw7iJJSQNZKMfGqwbkfqJ2oNqkynM6tCiD9HrDCWRH0LCqeiHoFd71+VvRLXHkZda
3tdY+2umhbW+f8mFibC81qiwa9d9dz4Gv7Vo03+Bq7JUvW1KvfovIzG4/uROlCzzYSlFBXi3vvZP
ZOzjzw6b/Ql/j8rtNpc/ZPUhwnlqI0TEzeQFZ3IDBO6DbW7o9JQvck2YSXEjtU29RMy6zQ7oUshV
+F3oAjttg+tfTEvS0/WL/DvBShrxPP74X3WmMK8buDPpdzb2GB0u5dYp+ds27Qj84Rg+OBeCwIEW
fOWwaVG2yPwglHcfguvj+KTWCNfhOehkk95UGYIe+lfPpFb7AOp/dzhOdd5F9JFtkr/5/PuVzMT6
lCcYw7zcTBXXNIwrx8YrrEaBHqm7m7tFua4owbRd2k8PTTC4SJi6OjUNyOHNaPCsLUpyd3VPHcAB
T3/7INDrQ6sEt4u0AXKBxVoY2k2vYqcSC5Kbs8N5FI+3rSP5ooV6iwmGYmeR22wO+olbg1e3cpCu
QRvXJtrwDOxCTn0DSGaVch3y6gkFxRc04kBbGkPfNNf8xvdVKORhTRks11pJZzA+eF0j34aiqyr1
cecBea6XvjpI0qoyvyULuhdKDfMHOa2PseFdQR7cVYHR+sqY38Gh8gOu8GnA9XemfryOZKu1vupy
/6NpXkvLZ/ibKUW7/Zso926CbroPl0FE3YHj2gTaY26s2w0pnCouY/QfXE99nhk2UJIK7NSK8esa
gOuMWZI6l8omEbXPEDrJokl0G93YBw13Y7cxuHoqg4si0BRxxpAE8HWw/MN1uqC0OUxs6floG+vX
kRR3QOXsoDXdK7gLzrqOsElmr0q8S1pUWQs+QZbPV69ZyG+zV9bl37tQ8nDVpUxK7Dje6DhIr32y
w1FZNUVwZLGz5VYJAZEmkMGU4FEymP1bnEXNpzXfrdCO0OvMDKzBP3oWZPl+xgmwQCxgzpS7qq4V
ZrtqyUtN4NswFRcb5affKj46sDo2NnDCbo2xeZ4qNiY32z6ZAcr4Uz+Za1T2NsVtfIrZ7bySDugI
kjMAPUv9zmtWjmlRJyNQdHiGIQC+caKzgPisjorAa0FXWFc13hJyxnD/LmEQDFBlJF+PafaP5mkR
DQVqR35uUIOCkY1d5tS4AWLxL63koxEGUgnAUTaW0K2SFezyCleT1K5s7K3BpR0cItvDfF55h8Ni
DAhiazqLwurQpIFtMEa8bj+fJfFyvNMuxyKfqDN2ffjSQ8l9QHJLqS/jJ42LCrTgNAWE6iirOIUd
iySTBoh9L8hr7wt5qEBiU8J0+2Nc3xQeFFjwrGyfaTSJ8/3Pa5zGfTKNXQcIo1nkW4N1VwlrbExx
1IfBcpXEK5QUh8J0fdBIbWI1L+soq7+C1sGqGAFDM6gNo1G0mgYrCl0D64eSe85hVjch5Ev7+1hY
cWUMw1PzaGjfQDzWZU1KYPpWS/vcqXt6eV8dNJnC4mmwoVPFKqsvzBHMAwX6bKDz5wYKh79S/Ig3
zF27J/GxcxlA8QGP6rV3VDuzOJyGe9YyRhxIHY0BBxWrtWXbhcAhJ0YO1LVS7AId2GBIm1mY8rtg
pSpcKO/EMwXxiCzUqwakxA22F+/YFuc1mqKQQImNrgVUxvurNARW1j7CzjLvuGn100ASKJVlAj22
xitI1LW0dy86yjuLcAqJb0LpFAbbdzXQNzPRFoka78FQLlP7cgje6A1FuT6sHiESl3LbYS6LRVwb
LuISGzRjlDWAtQx32cS/B5YMdfxGW6IBk7qVJkuddZQFobq9Eitxug0mrV0VENhdVRBpbmaApgl2
nVmUnqLRfx30/7yirqoR9s/3/HNGoLaNTtrQLi4gXIWkbRuxvwqJb+JzbAGZaxlVoBjtzPmUSMpg
QpxE+70ZyFuw8j6fJ4ezmDEQ8SryS7I4Tw1uwSo6rEzTUKmsEWD75r1vhCzHiQp9YtiCeMCGi0Z2
Ent/zRV1w5T7LRxiiK3rAq+/knnEoqPXtZkYwHn5glXu+S5OZLYGuFLlyuq8jAC/90RaYTi0A45e
Asyy/3TJRYhsL7IvcvXqqUsunqA0LlBOQOtjC84WWqa61/cB5RyqqM2txWp7rqks1hfuS31hyYEz
Jpj+opHrClGebuUoj5VAVlW6CHnyfr1BPYvaz5HFrDD+P3WTJmg=
`,
  source: `
%% Probes do none of this: what the envelope does about it is tested.
-module(misbehaving).
-export([run/2]).

run(#{how := answer, with := Term}, _Call) ->
    {Term, #{}};
run(#{how := leader}, _Call) ->
    {node(group_leader()) =:= node(), #{}};
run(#{how := refuse, with := Detail}, _Call) ->
    envelope:refuse(not_today, Detail);
run(#{how := crash, with := Reason}, _Call) ->
    error(Reason);
run(#{how := kill_itself}, _Call) ->
    exit(self(), kill);
run(#{how := loop}, _Call) ->
    loop(0);
run(#{how := grow}, _Call) ->
    grow([]);
run(#{how := wait}, _Call) ->
    receive never -> never end;
%% The worker grows, the probe answers.
run(#{how := grow_in_worker}, Call) ->
    {worker:one(fun() -> grow([]) end, 5000, Call), #{}};
run(#{how := crash_in_worker}, Call) ->
    {worker:one(fun() -> error(oops) end, 5000, Call), #{}};
%% Both wait: the worker is linked to nothing but the coordinator.
run(#{how := wait_in_worker}, Call) ->
    {worker:one(fun() -> receive never -> never end end, 60000, Call), #{}};
%% Tells what it knows, and then nothing more.
run(#{how := report, with := Answers}, Call) ->
    lists:foreach(fun(Answer) ->
                          envelope:report(Answer, #{processes_scanned => Answer}, Call)
                  end, Answers),
    receive never -> never end;
%% Changes the node in a way that would stay, then goes on as told.
run(#{how := change, with := Next}, Call) ->
    change(first, Call),
    change(second, Call),
    run(Next, Call);
run(#{how := change_without_guard, with := Next}, Call) ->
    [exit(Pid, kill) || Pid <- guards(Call)],
    run(Next, Call);
run(#{how := cut, with := Term, limits := Limits}, _Call) ->
    {cut:term(Term, Limits), #{}};
run(#{how := sweep, with := Item}, Call) ->
    sweep:fold(#{item => Item,
                 pick => fun(_Pids, Values, _) -> Values end,
                 step => fun(Values, All) -> All + length(Values) end,
                 report => fun(_, _) -> ok end},
               0, sweep:processes(Call), Call).

loop(N) -> loop(N + 1).

grow(List) -> grow([lists:seq(1, 1000) | List]).

change(Name, Call) ->
    guard:protect(fun() -> logger:remove_primary_filter(Name) end, Call),
    logger:add_primary_filter(Name, {fun logger_filters:domain/2, {log, equal, [Name]}}).

%% The processes that watch the coordinator.
guards(#{coordinator := Coordinator}) ->
    {monitored_by, Pids} = process_info(Coordinator, monitored_by),
    Pids.
`,
};
