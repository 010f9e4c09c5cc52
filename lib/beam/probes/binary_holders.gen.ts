// Made by scripts/gen_probes from binary_holders.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What binary_holders.erl becomes on its way to a node. */
export const binary_holders: CompiledProbe = {
  name: "binary_holders",
  library: [
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:memory/1",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:insert/2",
    "ets:lookup/2",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "ets:new/2",
    "io_lib:format/3",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:last/1",
    "lists:map/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:unzip/1",
    "lists:unzip3/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "proplists:get_value/3",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAK05eNrdXUmT40gVLlu2a+nq7lkahh1maBiYnoaW16oImCAIOHABDkQzN4XKzrKVJUtGkttd
c+DMz+Dn8Ff4C3Mi5TWXl6vkmg761GVbqcyXb8v3vvdy5q3axXIRo/AkPjk5eTXzVt7tMglPZs3V
6TgOlznKyy8as/aqs/l780uv/OWbMAtPVo3fHf7ffO2Xf8zDxeZnrVlr9ZT8FdxGKJ4E6G04Lsjg
3qoVFumcPHCap7dFMM8PQ3iv/Vfap2ZhNmGear4e6h66mCHy7SrNJuzburoHzxZZOs1QzrzuCmNc
rvCcPN0ah3HMPHJJHhmTJ4LbOJyWP2tSX54XGXkbehsV1IetIlsiTAZrz8NiPFuPdpijT70Fet8p
itEcJcXuVadRUqApIk+HTXqn8GYz6U/AVzZfd93f6OnfCFBsmqXLRUA4cYKyzaDOE2i5TKCVo/gW
y8hxDT5zNg/vUJChW9ljfZU0hHmejpnxHo1Twp5RQv7MFJPUDXNOZoQylIwRvwTlY+1lUkQxkfRm
uigJ9YJjQYWIioNJpU1Gqh644PN8Ea6SIF3s91mvn/B2y0EClmK34wha9TVlu23Je22B99Sqcs8p
uPy3flua5Oyc4yi5Y77hJ05pqijNouKe+syL0xU9rvPKOsLKmvDKNrvcXHlJRAbn9ltK8xH9xwC7
z/NUP8+9RJ5pZSLM71DGK0blI62bdHLPc/Y3Kq+CcRTH6sRhgfIC2CD6b49+4jaMYjShPnlShNkU
FUERzVG6LMfyboguI/K4pzk20V2LNCODpJt9LwWasbubeXHuSEOwpLzaJxuHVU+1b8M4px7bj5ak
CdJPuz1dEpeEf85gBydpfhAVrBaQ1paKjKTsdJ3yRZfzPEiTYLNBB455eUS3guHFtW4z9S3ZgQRl
3lp1MjRPC8QyMPEawmRKs+M8TdIiTaLxmiP5jX00j+I4yhFRi5OKs2uqVdx+t0s9zjiRPlZ7j1Fy
m/K+kOAM8C/AlOC0Vs14zDl2uwHPpighW1kg3vFjTBT04k6UB4toAkgYlkgnbbygNzUCQ4E9iIpE
UGvhsy3tAIFYzYiijnLh5WTQDGtV0zmRd3QbJWii8lGkL4mSqMBYsYySozD0mQVVpO4Kwxi93Xs6
K6/I7ul9dlInZ+ZuEzwPgChSTcqaRnwgmcr20ZLcTO84MQYGbOrmRFvTdjHL0pXiB6fERyAjTRjd
z5gHzIqT0aIc3rC149hkdew5aG/CK05U9DweE4V5g4JxFuYz8oUzF55ruVDKU+wKMTPuDfntl4wX
hK1Esik9QciJtyfNPHwbrM9iefQVsjuOtnaP0OZA/cQdMaq8L6Z1TlCWpVkQp9Pp2tVmXTLd0x9F
yTheTlCQz8IMTYLS5cwilIseoTPF2QOreXBLPDz4ukeEw4M2OgUfHgbauW0ODzzT0lpsRxmiGMYo
eoN2RyYLtdb645d/+huvvKUyNOA0O+T7WcnzhblV6XGLr7zKvbYqRaI0+MdfjLsCvdwo0M1UJQe3
munDRD7eYdI8nG1hbInKetS5Fb5uKySxM/qZChNYhxIhd+CY4R9L2jH6ac8omzgFr7EqRq4fOSus
4xEMijoMgaiDaGMOQSWGRs40PyWiWKBxwTqlR+cY54EvzXdzxJ8gdERq0zL1h7/8/c+0FHE0G3O5
q+uHlTh3BtpG1Zxn9tjmVKmLMLXITGmv0puiQgjxbAJ63F7uAvt28StCtLfAmk7o8B1zqjpaLA8r
YlA7m9CU+T/rIwE+nm2vY9sARTUUzvQVQij7I4Oe4+NoHhVcKkQMsbUMkypXrKV234Un5lZVmuHz
XSJzaw1fUUE9FSbfMtLDVxzlnVJZvQpUf0+YeFvKWvrTfFSgOc3065PyvfaxRTS+c2F9xs6wft4m
JVBxV98331XNRLA+EFKghUvwoMy81crKH5gveqgI5OmXTPm39osegSFa50V/qFk0PdxB2wCKROo/
d3f6fS9Onj7NW1qMXT5Cm+kjimJtYBhLrnnodJbGE5Tl3GNYGnfsiglEN9rUnzDwTRN5p8skGqcT
RH30jCjcjFhKQoqgSDcRvnvDtGCUBnF0w5zw04zo8N3MO3mRRck0PLk7af3zVbGQpaqojdbjMB6V
E84DwZb7FCxCQeKmMYl7lt4FmKXGQM6ohx3n4BnPwTzEKQRFfYPoJueH96sfzp+Z696uIsTCCVp1
JujbMQGFsJAzApXp0nJCLVmzHq6wCkaPu+IFWjlKJoIP01VlzBZhVkRhLN3sHgzoOk9S8llSRjIk
X+fLfEFmQ2uL6nwykCUymm56w15sMSeRFf0Ci/jKAIxC9N+1KITP2ofKO3sMbQzEONxyVD2IHSro
52856ueBILLOnLIhDehCDIQIXz1Ye87NbhrguQE88bGQt5Zb+G0LT38/3DxNoiLNeHMDRT67WEU/
WFvvxndG4LZm0XSGTXS5Wx5ay5YMrFxODbyNMMAMdKU1qR4qmEBbglZCfDRfIbQAydxZLG/iaCzD
DTO6DvTQIYizwOmUGw8NPnwYNv9Iw+a7CG/z5UsHR+Z8y/gox2ZEkWmpK4ZnzWJf11DEkcPTWVLr
O3YxDyZz+ul7LIsbAbMUTusIOiyNVJi8A7QRWnZ7jX3hve7LJA0Om6iGBV9TIE9pVjsnks8iu65Y
3beboQQU2hNKFYxVWEsasWzqHUguKO/rC8P2ERMwks/j4ntqnXcNAWivYFpJMpjrZJwE+iZAgeX6
zibDcX6bpfMgjvJiN1OIP4Q8AR83gpJMXYkDb0QK7vEr+bHYx9JKuFc1kMNRD33X3I+/5g/58N6O
QEv4NENTMltUotmScI7AH703XmbEoy4CIoTjIkoT8FeXJWSYnFCDcp3wy4q0IN8fEILQj96fE00U
TlHwjyVaoiBGycGQ0hLd1oZB128TShtNo6Dm9SwXZeVZcHNfoNzBgj7K7wn953v8Pa2bz9Y1bYRS
2hD65SZQuZ2FHChtNqfOnPxqF/YUsjjYEAftCbaHHitJi3y5kMBz+VCRtpJnb8HAoDTPY94imoBf
tA+7yH91tgd7Qt9e5EWYFaicGxxnmUdJmgXTcc7L5EZfOiuK7+nTduZetSp/DevSAXYe1JMMusua
CQC0da2f3go0+TXvtSHgzNMmk/7/rnrUcVe+b5MvhPjlg2mY3ZRacJzGMdooXUXSy8pLastDO1KU
kB4XABbX2nMEdZBNCmFy9hn9a8CHvsZSK3klL3zTZ+n4KWuLMddksir4PFuERbQObjnz5g9s4BXY
ORDQJhqxQMIJDQZrOC/mh+bqb8juM1XKeszCROrXX7u/6EfmezZSH+H67pP4sfkk/GrHNgWWwgbe
tE2DCwfqU2lExpk2P6mIHGuXZwZGJ34VLTgSs3CSUo1Jw4SeRarsgM0RzVDzuc/81cXMnz2sz1U3
jDwy4UXce+gaf9tqf1uHRdiL9jLZ7kZDAELr9ZnZdhNO5mLfxMfZn7eUk8s32BmKGxtcrY2roa5x
mp01DXuKefpm7WGOPE8vX875SR5NKwibYSLLtJfEwK9ZGSpjPqBw0j8HhEreXuZ4uwCcQMm5f1rM
1Oyiwh9xAwnCW6XrR+3KvlWKhjqCNQBi3bbcolOyykH3fPWFMCIdnLa2B57CNK0DgtS7sL2NqOKH
mBXgDsWkRoWwc9cl7OxjdULWQdOf5mWKLC/EPLkZR5dGaUfkbYLpxQvFkVKEodvCI20OXnsiQg1t
eBSVId5S3c1Bpod68jQRRY992ANopmKkshoOWxiHeQHMF5tloDgcaT0HAl8OBmw6Z6bdECV9qvXC
dlc+1oG5GAUiop/dwW1Q0KJn1K2HwpXxJewcNO8IerQrh+j4IF5HTmqqs0QpjuVWsbXkzQpVbhte
U4I92NB2Ng9jQ4Rj7dOosdrumTFE5pgwNXnqDmhqVzuPqhC1koZEEI/6CpfKCycTxbi1yaEBZHhA
qW9GfDybbA+/oD5cumxGqaZMAM63Jbpogo+HAlN3qxKgQX2OmKoOTTtVVVlMP3aUpgGupo26Gm00
rFcbVVimDaaZ3X869yzBHUn74nD1N7YeeIbeEBcVQV0QsLGoDxUwCAiPYmarRxUk7hPzbRQgVk//
bdfSVeZ197EtwrATJTnKCi2axZMrcrDTownpB9I+fjVjAeXFqaCy6wmmkV0CmGLRb04XKxZfu/nr
A7jUpiZrXC6dCXQ47cZPDbwrVXWYfBGGZT8Nu7IfuLyuGt7yuTanJDsEXUyidRixTF1Qnz4PyTmt
hCDmGNu0b1Vj2XVQbHgyj5/TkChcYSR6WTTnacF2Pfet+ZlVztESl9Gry5pYIC36qoJR44a9nhF2
8nhrMALWQTpCml8ZQsjTHty6VcNoMu6GAap0wJah5N5w/IY3tbQ38PT36/b6x5SBn/+/ycAQRq9R
SgdmnZoQRn3jk3YPywsxjLiL9SKYbgjAqQ382JfZfrjDvSvUiQXOSvpRbTxGizeXp+MFf6Y4L3um
vwnjJeInAQMUu9AMBF0xtGJ8dpuGWOgWUdm/u+L31hHBxLWtXDfwsKhigutAfZt3V+vkRAOfHx7u
9FcVsJ7eiI5pNxnzlExLFKV3CljnY2MwoXV78cD5YoEK7Xd63DVHypIkdwiU8KIHbKhzfYC96xOa
AMS0CnTyuoJ38KkWIqlETkkNEPOS/8i+aAAOhVBaUysWUotk6VYu6+F3RuuCjuqB3o/AhIO0km4k
Q/9Tnl+UByUr3qF77dtq7CLu1X8TmMHdY8erCTUu4xVTOUx888N/KUJ9VVo5krEbnx+cgM/4S8we
9pqWbYc7CeHa6uMEqE9YpPBIf02F+h0mQCih0JW8eCBLFrJGkfzVl5oOXQzS+uKDNaAGDFeaxL3j
NL1bAlDkQV3tHnUQfoOTn7hcR8K7cUUT4Emm5NZ+9xsPUBJRJ2noYa6UkunqFEmBKnXKuuwKwq7z
tIHe3dfYjhc8wzQR6xq/qiCSvzBN0W0JpcnRuXu+ZPzeEW4N/dS8aqgncWzXC5U5vV9besN9yOpX
S6zojLEedTjaPMWdeb74raqV+I5dgT6Q16IJ6T1ILVJXHocYvovupo09lDWa5fU6Ff2RXOE45DlY
5is+A3uCb0eQnh0sm5a8AyRTVL/WfZ+SRWNlMTSg72mQj8MkWTuqNg1hO3kUE2obd50F7PMubVaB
Wubd5ahlmkN7d4uUY8eVjogAwG/YAdff37ctCPSzV5LcnB3OkzQIk3zFXhbVq6lFLH9n4iHB59Ro
rmsaPOROLU/W2j7IF2gcZMsESDVZDvgBNeA4nS8I20BXUtbeaW8A2VT1hQh+jRci/NIGcle1YZ6P
HWozT2/JITwcz8wbB0J4OoObVaXo3LobGpJXj6ljv+BI9bXNA+kC2eNvfA+K69DYy+NcB9qsr/iW
rXVS1icoktf2ryWGpwiJgFoXL/rYXe+0jPaxbxG0HTxUclGa062xn85njpfD+rq2dl2h82vFmb6w
w9FSIqmZ6dA5I693dmWdqdwvpBbfYZkbpa9wr9TR6iachNlU09Fq7xNb+Fs8WeVXPFNtk0y3pvqV
GZ9r7+TS5sc4p88MT2IGoZQqTaGF0je4H/bIUPiehyPvpCsSu20GZ6QjQ5LD+DZoU1t0Ebzxqunc
4vyAIuGT3eoqcB6uoj2ECr2mRhiKbFWLIb40ZweTMuZrKKC4bifAVNawZcOqTmMVwne/srsh1SAc
fQV76yOODBuek8Qju8csJqjobvzaHGQ6kHf2G+qcj4HiqlHTBHiUmHROcq2YfkLG30Ct1905pYHS
S45vXBoPEQ9oEu+509gHM6kkkqEZK5iPVwKLdAxYREi29eVhZZ87XnZrQpUNRVSZWcBaZKJutWxm
pbualA1LOCCXCI42DYD4dfXR+cRJCW9tnc4bhONhu7UrJUToPluF7BJE+8gut/su0NyhTnT4MDPt
VeMO1Z12qltVjnZvXZsrvm9UKtP2nZpGaJFqBpe3ay7qrYWCPeebppwbwlxQ1l9ayuCrrmJwjw/L
g3B0aEUSM4mj5A4ut1W1mgH92vWJ2ThoApZ+9CV8J21UmYVRzqbI+tx910y/QdlqlSyrmkBrUt5E
xncWOM5FPl6crmTlPlZqtGN+iBualag+3jvA+yb+VUugeJ+a017Ucv6L3W438px6EklukWvX2lvI
RD8bsyQll8orNh/Ughxyzg9xO33/yLfTe3XdTk8RaIK4RKmkCPFwMoyX+Yypn4WIXUPo3jgFryua
oMtm5CFhbVFkH5tVJsNF+HIn1tNfCiDqA/2td2WBxZa/gDQeNqDE+b70v8bMJteI9wJbUpVqSCA/
48AUOY1yuJSmVxFZ5V7ZSQN4YJ3iH1Gn1HXe14DQqeZeFVE5loCJLnBN7XFhyWLXNsU9fseOHwv3
mdXfo26k6ZFn0Y+WL7XVX5i9KxqlT8YqgMaASk3wt56qu7VswjEGAH9JytcsTmOc2aq95+75hMwv
GhPdaw8JGWHFKYet1PfsKhNFo/JVtFhFmzl49q29mQS/VFUKd9yYd3Rr8ezQcZCjjeo07MDKFRyN
7KzRvkBZnmSyuD5bzHF2XaCz17JghqSjgenEALYsF6zJVHSx8Rrgjs7XlsIkBn070gqYoV3M4grL
ahWF2qmB+XWe1PDYjv9B0ziUehMAjhi8n69hnfTuutcNCTjuTQHUkZqWvbQpPtHnxfv6vHgfzIs3
KjQY2VFMsvssId2zYX7lbJihHHKtYQGQuyrPWEf206qozHxWGP8P0h90Rw==
`,
  source: `
%% The processes that hold the most bytes in binaries outside their heaps.
%% Nothing is collected: what is seen is what is held now, garbage included.
-module(binary_holders).
-export([run/2]).

%% Answers #{total, holders, word_bytes, binary_bytes, processes}: \`holders\` is the
%% number of processes that hold any.
run(#{limit := Limit}, Call) ->
    {Total, Everyone} = sweep:everyone(Call),
    Answer = fun(State) -> answer(State, Total, Call) end,
    {State, Cost} =
        sweep:again(#{item => binary, pick => fun pick/3,
                      step => fun(Picked, State) -> step(Picked, Limit, State) end,
                      report => fun(State, Cost) ->
                                        envelope:report(Answer(State), Cost, Call)
                                end},
                    #{best => [], least => 0, holders => 0}, Everyone, Call),
    {Answer(State), Cost}.

%% ---------------------------------------------------------------------------

%% {Holders, [{-Bytes, Pid, Binaries}]} of those that can be among the first. Each
%% binary counts once for a process, however many parts of it the process uses.
pick(Pids, Values, #{least := Least}) ->
    Holding = bulk:select(lists:zip(Values, Pids),
                          [{{{binary, ['\$1' | '\$2']}, '\$3'}, [], [{{['\$1' | '\$2'], '\$3'}}]}]),
    {Lists, Holders} = lists:unzip(Holding),
    Binaries = lists:map(fun lists:usort/1, Lists),
    Columns = lists:map(fun lists:unzip3/1, Binaries),
    Bytes = lists:map(fun lists:sum/1, bulk:select(Columns, [{{'_', '\$1', '_'}, [], ['\$1']}])),
    Counts = lists:map(fun erlang:length/1, Binaries),
    {length(Holders),
     bulk:select(lists:zip3(Bytes, Holders, Counts),
                 [{{'\$1', '\$2', '\$3'}, [{'>', '\$1', Least}], [{{{'-', '\$1'}, '\$2', '\$3'}}]}])}.

step({Holders, Picked}, Limit, #{best := Best, holders := Before}) ->
    Best1 = lists:sublist(lists:sort(Picked ++ Best), Limit),
    #{best => Best1, holders => Before + Holders,
      least => case length(Best1) of
                   Limit -> -element(1, lists:last(Best1));
                   _ -> 0
               end}.

answer(#{best := Best, holders := Holders}, Total, Call) ->
    Pids = [Pid || {_, Pid, _} <- Best],
    Held = maps:from_list([{Pid, {-Bytes, Count}} || {Bytes, Pid, Count} <- Best]),
    Said = maps:from_list(identity:of_processes(Pids, Call)),
    Items = [registered_name, current_function, initial_call, total_heap_size, message_queue_len],
    #{total => Total, holders => Holders, word_bytes => erlang:system_info(wordsize),
      binary_bytes => try erlang:memory(binary) catch error:notsup -> none end,
      processes => {[pid, bytes, binaries, started_as, minor_gcs | Items],
                    [row(Pid, maps:get(Pid, Held), maps:get(Pid, Said, #{}), Values)
                     || {Pid, [_ | _] = Values}
                            <- sweep:read(Pids, [garbage_collection | Items], Call)]}}.

row(Pid, {Bytes, Count}, Said, [{_, Collection} | Values]) ->
    [Pid, Bytes, Count, maps:get(initial_call, Said, none),
     proplists:get_value(minor_gcs, Collection, none) | [Value || {_, Value} <- Values]].
`,
};
