// Made by scripts/gen_probes from node_view.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What node_view.erl becomes on its way to a node. */
export const node_view: CompiledProbe = {
  name: "node_view",
  library: [
    "applications",
    "bulk",
    "cut",
    "envelope",
    "guard",
    "identity",
    "sweep",
    "worker",
  ],
  calls: [
    "application:get_key/2",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:is_tuple/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_binary/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:nodes/0",
    "erlang:nodes/1",
    "erlang:phash2/2",
    "erlang:port_info/2",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:tuple_size/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "ets:select/2",
    "ets:whereis/1",
    "global:registered_names/0",
    "global:whereis_name/1",
    "inet:getstat/2",
    "io_lib:format/3",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:filter/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:map/2",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:reverse/1",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:zip/2",
    "lists:zip3/3",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "pg:get_members/2",
    "pg:which_groups/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAALUMeNrdXcmS48h5Lu5dvUyPFkuWrNUaraORGgDJqoqwFBMK+eCL7INjpBsCRWSRyAIBGgCb
0zr47KMfS0c/gF9Ab6EE19z+3ABUd6hPXSQTyOVfv3/J1WA3qrabFEVX6dXVlb8a7AYP2yy6WvV3
k0UabUtU1l/0VqPd+PD34ZeD+pdvoyK62vU+v/y//4VX/7GONoefDVfD3WvyV/iQoDQO0ZfRoiIP
H+yGUZWvyYBJmT9U4bq8PGLwhfdGO2oVFTEzqv/FXDfo+QqRb3d5EbNv83UDn22KfFmgknndLca4
XuE1GT1cRGnKDHlJhizIiPAhjZb1z/rUl9dVQd6Gvkwq6sNhVWwRJg8braNqsdo/7TJHj3qL7H0T
lKI1yqrTqyZJVqElIqOjPn1S+HCY9CfSV/a/8N3fONC/UbJjyyLfbkJCiTEqDg91nsDQZQLDEqUP
GNqOO+mYZ+voEYUFeoCGTVXcEJVlvmCe92KRE/JMMvJnoZik7jHXZEaoQNkC8UtQDhttsypJCaf3
8029UZ9yJKhgUfFhILdBWxVIF3xdbqJdFuab8znr5RM+Hrl0A2u2O1EELfr60Glb0t5IoD21qDxT
Cq7/7d+WZyU75zTJHplv+IlTkirJi6R6R302SPMd/VznlY2FlfXlKzuccn83yBLycO68wT2/of+Y
Yfd5TvTzPHPkMy1PROUjKnjBqBwyvM/jdzxlv1d+FZSj+KxxGlWorCQHRP89oEc8REmKYuqTj6qo
WKIqrJI1yrf1swb3RJYRfjzvOTaRXZu8IA/JD+deMzSjdw/z4syRnqBJebFPDg6rRo0eorSkhp2f
luUZ0k97tNwSk4QfZ3CCcV5eWAWrGWR43EWGU06yTvmil+syzLPwcEAXivmsQ7OCocW9bDO1LdkH
CcJ8uBsXaJ1XiCVgYjVE2ZImx3We5VWeJYs9RfIH+2KdpGlSIiIW44az66tF3Pm0aznOGJEeVluP
SfaQ87aQYAzwL8AU4wx3/XTBGXanBz5boowcZYV4w49RUbIXj5My3CSxhMMwwJ208pK9qRcaMuyF
VQBGbYXOjnsnYYjdigjqpBReTh5aYK1ouib8jh6SDMUqGwV8SZIlFcaKZdQUhWWfWewKaK4whBGc
3jPeDariHX3OTuLkmbnZJJ+HZFNAScqqRnzZMpXuozm5nz9ybCx5YF83J1qbjqpVke8UP5gQG4E8
KWZkP6MeMMtORotyeMNRj2OT1bF+0FmFN5yoaHm8IgLzHoWLIipX5AtnKrzWUiFIU+wKMfPce/Lb
PzFWELZiyT7oQcCbd96adfRluPfFyuTPyM4dHZ6G0OpAPeKRKFXeFtMaJ6go8iJM8+Vyb2qzJplu
9DeTbJFuYxSWq6hAcVibnEWCStEidN5x1mE1B7dE58HTDRGcBy06JXceZtq5HZwHnmhpKXbaGSIY
Fih5i04uk4VYG/7rn/7tP3nhDfLQjJPsMtvPip+fm2uVgFt841WepVXNErXC734x7gL05UGAHqYK
OG4t7w+DfHzAW/N0uoXRJSrt0eZReLqjALAzekyDCeyhRJk50CX8Y7l3jHw6E8oBp+AlVkPk+oWz
wOpuw2Sow1yCOog65gIqMXvkvOcTwooVWlSsUdo5xTg/+KX5ad7wHoRuk0Y0T/3+3//4B5qLuD1b
cLGru6flOHcCOqJqzjN7ZeNV6hCmIZkpbVUOlqgSIJ4DoMed5QnYt8OvyKZ9KVnTFQ3fMV5VZ1ge
VmBQJ53Qh+yfvUuAu9PtbRybRFDNBZ++AYRydhn62lhzSeRbkmelIhIg4ZM0WSeK6R9RkiEQepu5
n85HbtHlqfQ9oyyPkQB7XS/yLCO7QmxoMFZN7/FYG2XNq01YkDVFe+9SnMdHaVLWEYiDL/nOFYB+
Ub4rK7Q+o7g9YA766ALxkKsyfIuKkpDG+5ry5Ph+/XQnb5MyuU+RdgKjetaMp14Smwq2QA8Eop/A
eJXEMco6ej+/Mce36ac1jPOdw6Qm5fa+/ky0LW3XdNIc/c8+s1jf6DEj85bHkBn8PUbyAParLK+/
/DzLVzkrZacsUBb9RU9bG5TFCSHaS2jDJKRc+xlYHvkwHs6KzNNeDn7z698I/swZKN5uJEE96yMc
EW6M07NqsYWwGMiVQg1lhpmnjCe2YW28FlTGEDLKbtkYNo8OgZDCHYu1thz78ExjkpNtliwI4VMf
fZ3oroKobyJKraV1kodpcs+AFXlB1OFp5uOyKghnRFePV8P/flNtoKjbKYZmlFLyop5wGQoGhkdl
eCi2uG+8xQGjxE1dAzH+JwAUAXacw8B4DuZorYDvegZALedSTJvjDB+b86CvQIs4jmxOBFM7IqCS
RWBCoIJ2WkpoJQAY4AaroIPpzqkPw5IoSQFK8VXBv01UVEmUgocdyFX7dZYfzXPo63Jb1iqblhbN
6WQGxWT6bnLDnm0xx5ENMRQLqGgm1dvTDw1Q8Vj90Phku5DGErjGLdwWyMihgXz+iqN8ngks60wp
h62RmhAzAaxsp2yAgyv6BqnpktTorpKILY/wq5ojlD5unWdJlRe8upGBuD5W7Z9cWp+e75xMPFwl
yxU2keWm2VZyJ84dwAST6szqBc7W/QjOkPMUSU8y/TxAjDP3ck/SYX6PidYUNr18V4ZxUtKlIRRG
b5NRtM+qoM2E+yiOiqUU+6cPVFrokBB3pX6PJLnsgkf/Vjr2+X7gPv1ENpo7CenRkbfX/1WkzBnT
Bm7/DUMh2Q7kigF/grxYh3NFA0mmZQPx9DXHSKMv6nJwDVm0RgZrUNhvEmhvmeb3xE51XvjXnReu
nVq5yDeotId3xtFmczTYLyLReYH/YG47TBWrPc0GEIJT9wl+wzxC72OZ8QgR3PAItsghoxmvdJwX
8E3zBXi6fWxQ2fePurCdhXYemuY5+rDZ60lt4LN2+CEUIZycYjEDLtWs3yAIfqBnpQFFc2BWI2mp
IWrQ+jRaDMZ/bGx2dun6gSiRrOatdRpVoVRAvYKMRj2FdTWI4lilKlgCcl+jAQw3uxAtyz4DG3OR
X9BUntlktlN9iAGujxk8h1huR56VuphF8Gan3GaqCjgm55BtQzb9liM3zXAzaeRrpNG8XWnUYJmt
wApziWc3AWCFm5bj5de1GxcuqiIFy/p9sUCrrpazilPus73oUjtoTay3szkHhblCPWiuc3cq+Lae
YW0hBEp4qzJMeADkGRGQb8McQKuf1bA5+O31/lsGy3aI5f852eySasXFcslZk//sM3/Ygi9EAwGT
JarKKqoUDq5vP6XrmNBVsiBkBmMv4xRly8OsezAINWWDsnsC54EZKW1NP0za6nV8vqI8ud4Hgmpp
8oGd8RnM+a8t2h7AHKfD5pPNTDL2rh+KfB2eMmB6+syPY/U7a+oAZfIBlIvO2XR3GPDkgMxlyRz4
AKIKhJUIdyEGZzTmznrMIdfl0r4BXgRFDOyeGuS7imlKhHMCcRN9TgkxYgPD6moGkMmIO30ZWfBH
D6akcBRimV90q1HcpnQWKKYENP6wSZQdwG0lZpJ5ManKyj8x2yREdlpDeL8CzUGoOXUEPYvlnlvd
1j5lIh9xPuoUTOSomqg8QIZRcJuZzlKnylObag0sy39qQfurJ3fTUhIp4FEc0ezLJx8XaEmeh+pS
1j1+LuQPDqy0901jOoWqVKYOTx4QIS9tbGL7HCKruFguYGIJG/zy2F1hv7ssNfX4wiIs1HGP/l8W
auSb1MyN0EsxoQisgvJBOXSLgQr6QUvd3L5jDnbf4ubY+rVNIgwzMtZB7TOTQjRJQxL3DiMgLnWn
AykgcXT7IcjKoUFVR/uysr9ZsmycLFbhvmtgKUi9O7CR303HPh07yxd1P6w1Wt8Tvc17dE/qxLEo
+B0WBDmIT3UmmQXn9zh3pUxunksvUUG87zp1Kdcbb1ZRufLbm5UTPxlvv5wT1fqQ+TYbXdX/eu5a
8tYoSKHWkn3YOfExVsvS2d+JBe/xFjzo8Y/0LU3lAuTgn9pTY7ld85gNhTLo3bS+olOAag98I5Do
zZOYKQFvpuAG6+Zj7jPGibZgpXERJUyzJ1k2mLKXWZaHUVbuUEGDpQZUx6de6/6+zMak4MS6edJQ
4ZXytizco43SHZr+evLS1+cXtw+zpWWW2YWKickb0RnZSVa88V1txbbQlHCm2bQZhBfomxJy+Ian
anhtOi91ByPzyo+XdUe/JErDejUq/y3g2wByiporhnMwcscHK1USvZfFwmorV/b5R3FUReFmryQJ
HdKdTZu5BsLJTK2EaC80Snl+zYEvHP/QaKUjb3zPJndBtsPCFM+xSOMkVHMR6etFpNgtU368L6LN
wXlhzdA6pBk+onfKFhKDt2WGHSEVJqWgi7JN8+QRsfvnpdGWpit651s8WefxNkVl4232sHPs1AIL
EMXXQ5JWlPiy8zxfHVYfpnkU720iyAnysO0RMxKwJdCkYZD59R6UOKxYE2oOnhalCDDjysYzAfwe
gqjo3PZNnSGi7Tj/QYNMSacO2k34kTNCx8TFlRS3jKNFWEX3oCoeWFTgjs+8ehZEn3iYrZqRV7pT
v2/qWxgns8FxG3kDJa/FBkrft8nBa1qV5rlYepOHvEDRYmVenSfrQmjQiV1R2dFu1SB59eI4C/rR
DD+rK/RasDW/717iw2MMLYQ8vA6LmX4grHRkOA36DBgIc/J/wHeRD33Rk9riPm49/VsbXJfmOQfy
tEWrjf6hQXWBquMIvAjDVhIOvbEbQvkc7UgB8G7yJXqA7W91Yv+sDd+C2V1xsrcliadDf/pJlBGh
T0RUibHNXSzqam6dZy6fzKtPaAAFN3gSvSyaT7Q9pgL3o/mReWT9xhI05iTszdMgFlNVyyTj23cG
7XcptFqDFHWp8opQ2aWPvhx10ULJ9AFZQouBfe7nLZvGKWle1vsXPtuNVoKvf/c57pgHPvl744G5
lH5ooQMDdi3YCbc8LUt7qfRsbwcQ8lOpLgkQr5r1lgPf3axhLh0TplJ8u7zuivr1f8B5yW/sepUO
kwqt+TNVjzjGEqCrIMQRzzZRlew72jhvz49tKqK1K1iRBzthHaHz/W3DTbJ4dDHjGCnDJpJcptM6
IrS/YtFgVWWFNm4dI+fS4odzA9FPP1X9GLsLnrq+CSkSra3I8idav1CZnM/SEOT2/cXGH2yWdfBT
DZtpwWa/cfENfzIGTVibdOiWpx5TtX9AwPgGSpqkdHJShjUpykIjN0IiUVc9RPnrdXqNyns9p2YD
YrE6A4V87X8M7gTR9H+32UET7ObMRwLacMvnOHVkAfk2ubBWXP4zU9yOTw26da+5k1lTSSZOjpBD
73+lNxB0e0t5B2kqeizr7LM5XTnNm72SfgqKZPWgcUIqeH8Ee88yBIS/l95FPxfOZGyPJ8/BTHu/
kQc5x63l9crqTBp6foEOToRxlSdykEC/lGbmhgT0C8d7RLV9mnwhetxwpp+az5RrY6WZ6Zynrhax
dKjxofvdxTKLyMq/o2/77qo9oghU2nQx7gPtyqT5QKcr3kyPJmgcPPulNp1Ba+N7LkLWDKAHQkQ+
lt4G8J7Owz7uIO+j3/FJ8oB8W3JhYORttqtOPoAyOAPHCexL28yIq63wX17U9i/4fqSUff4kCt1v
xb2byhw6oUXHVOhK1A7StC+FN2gwZN6Q/IKr8m6rutc8D+AG2hEnwFR2F/ildVOzQPJn5sIlgAPD
fJMGFlbs/ZY33dl+EQbJyC5L+5Xd1ax0oxODMl36XGTtF8yKLztxbZ1f8GvzgNgMbuExt6rYnuOG
KAaAmtzJ2+QHyouQzgUP5PmHsPAuL+ISlMkvmzfIcb0EyuS6bSi+18AYeWPuys+gIk6JuJfYMA36
Yknd87kYZzHxSWRE5BupIuryFeHK+ja9N8Xl9SJli5EYT3s3W7mIsoxPoL/S981OUkJDdNqN5go4
YbvObpnj1TLSBDVtOaRxOqUq/8lrsT+LLK1VAMi97pBp+5WQY6+iJLUvFZBduWRijgr15mODVIqj
yjAsgeGsL08aSWV/3/6chPpetgcEOC/ptZB7rMTk5ndztFYsIza6Bcg6bsNfheuLuZUnnT2JspiI
kZzOjnoS92kOXCZZ78NJ+NikWr6XTGrIbPPNM//oQk9OOSgNRb5LYjvx2sD5jrEXi5wYg0kWVXlh
dR/Vc8qSBCnYU7Gqe9ECHB6gQV8Aza1vK5E3DtU1wBR8pADb3HYjpYApAOJayUroKpzxNoNWqwyQ
qyYwjA+ND9j+191c4TRI8x3UFtJKVIzNAYG5WWr2q7Mztc+xbdKwEvLPwGz+6K/Y7V6rwcrl5gzg
/sBRqzdgmGSDGJNkgM0uV33SfBW6CUmbIXJZgkOjnA5tfoNthaCvqhCkq3ERV70HXIdw0cfptlwx
eeOyzW6vuUCvcUoanZQIB6ugnhvazi2gtGKKT+DCQ0BNsSqLlwf6+w7r9LUjfUmcI2ywE9fnkpeW
XVCK7p9jy12lCnEUDh54rYE0UTFoCKQ08T48zOfOsjKly5wp94t22dMR0RGm/RZ1BY09VOI1qOL1
26ro99zvNgIqHp8iFiF0CGj/JqUbzU1O5j6RUMigvyr9lJJPt6Y26OfHtxmc6l3nQ42A/G5Lk2QU
cP+mTjF39TKfuCfHDVZ4OWzH48FTNloVrTkm9UjR1ORG2U5PcUhDHdxlwkcH0WnctIiB7G7stNG5
/AMOWFpcnC7Gy7UsTAUEgN6znip64tlMTEKW9YI1US/+Vk/FGuQ3RdxZMpMxZnqMdllgFrcSYjn/
dcs3/beGe2/1Uxdb8wqqcQ5aExJEmP6pBdnzlr3vXo90ik1xt6N0VKxvkWPhG+RYTPU5FlNpjkWv
QfnmaceA02c30j2y6jWOrBrHLnThClXMuo1I+k/MMfnAYlZteQccNXFFc2IBt6l1z/VQct8/3ym9
R9ptXDNdYe3K3Av+XoFG2w4YNDdScP+D3nMH32/+NDMNmlGHOjACJT21X3sYPF1CgnhbtGKH3lv2
wOGW8b8BC5DA9A==
`,
  source: `
%% How one member sees its cluster, and what it brings to it: connections, names,
%% groups, versions. Views of several members are compared by whoever asks.
-module(node_view).
-export([run/2]).

%% Answers #{otp_release, erts_version, visible, hidden, down, pending} and the
%% sections that are asked for: links, names, code.
run(#{sections := Sections, limit := Limit}, Call) ->
    Connections = connections(),
    Connected = nodes(connected),
    Answer = #{otp_release => list_to_binary(erlang:system_info(otp_release)),
               erts_version => list_to_binary(erlang:system_info(version)),
               visible => lists:sort(nodes()), hidden => lists:sort(nodes(hidden)),
               down => lists:sublist(lists:sort(nodes(known) -- [node(), nonode@nohost | Connected]), 200),
               pending => [{Node, State} || {Node, State} <- Connections, State =/= up]},
    {lists:foldl(fun(Section, A) -> A#{Section => section(Section, Limit, Call)} end,
                 Answer, Sections), #{}}.

%% ---------------------------------------------------------------------------

%% [{Node, State}] as net_kernel keeps them in a table, which asks nobody.
connections() ->
    [{element(2, Connection), element(4, Connection)}
     || Connection <- try ets:match_object(sys_dist, '_') catch error:badarg -> [] end,
        is_tuple(Connection), tuple_size(Connection) > 4,
        is_atom(element(2, Connection)), is_atom(element(4, Connection))].

section(links, Limit, Call) ->
    links(Limit, Call);
section(names, Limit, Call) ->
    #{global => global_names(Limit, Call),
      scopes => lists:append([scope(Scope, Limit, Call) || Scope <- scopes(Call)])};
section(code, _Limit, _Call) ->
    [application_digest(Application) || Application <- applications:loaded()].

%% The links that wait with most bytes, then those with most traffic. A link that is
%% not a port, as with TLS, counts none.
links(Limit, Call) ->
    Links = erlang:system_info(dist_ctrl),
    Ports = [Port || {_, Port} <- Links, is_port(Port)],
    Statistics = bulk:ask(fun(Group) ->
                                  Items = [recv_oct, send_oct, send_pend],
                                  lists:zipwith(fun inet:getstat/2, Group,
                                                lists:duplicate(length(Group), Items))
                          end, Ports, Call),
    Queues = bulk:ask(fun(Group) ->
                              lists:zipwith(fun erlang:port_info/2, Group,
                                            lists:duplicate(length(Group), queue_size))
                      end, Ports, Call),
    Known = maps:from_list([{Port, {Queue + Pending, In, Out}}
                            || {Port, {ok, [{_, In}, {_, Out}, {_, Pending}]}, {queue_size, Queue}}
                                   <- lists:zip3(Ports, Statistics, Queues)]),
    Rows = [{Queue, In + Out, Node, In, Out}
            || {Node, Port} <- Links, {Queue, In, Out} <- [maps:get(Port, Known, {0, 0, 0})]],
    [{Node, Queue, In, Out}
     || {Queue, _, Node, In, Out} <- lists:sublist(lists:reverse(lists:sort(Rows)), Limit)].

%% {Number, Digest | none, First}: equal digests mean equal names of equal processes.
global_names(Limit, Call) ->
    Named = worker:one(fun() ->
                               Names = lists:sort(global:registered_names()),
                               {length(Names), lists:sublist(Names, Limit),
                                lists:zip(Names, lists:map(fun global:whereis_name/1, Names))}
                       end, 1500, Call),
    case Named of
        {ok, {Count, First, Pairs}} -> {Count, digest(Pairs), [cut:text(Name, 100) || Name <- First]};
        _ -> none
    end.

%% The processes of pg, which keep their groups in a table of their own name. In OTP 29
%% they are publishers of data, as others may be.
scopes(Call) ->
    Pids = [whereis(Name) || Name <- registered(), ets:whereis(Name) =/= undefined],
    Said = identity:of_processes([Pid || Pid <- Pids, is_pid(Pid)], Call),
    Found = [Pid || {Pid, #{initial_call := {Module, init, 1}}} <- Said,
                    lists:member(Module, [pg, data_publisher])],
    lists:sort([Name || {_, [{registered_name, Name}]} <- sweep:read(Found, [registered_name], Call)]).

%% [{Scope, Groups, Members, Digest, Largest}], nothing for what is no scope.
scope(Scope, Limit, Call) ->
    Read = worker:one(fun() ->
                              Groups = lists:sort(pg:which_groups(Scope)),
                              Members = lists:zipwith(fun pg:get_members/2,
                                                      lists:duplicate(length(Groups), Scope), Groups),
                              Sizes = lists:map(fun erlang:length/1, Members),
                              {lists:zip(Sizes, Groups),
                               erlang:phash2(lists:zip(Groups, lists:map(fun lists:sort/1, Members)),
                                             16#100000000)}
                      end, 1500, Call),
    case Read of
        {ok, {Sized, Digest}} ->
            Largest = lists:sublist(lists:reverse(lists:sort(Sized)), Limit),
            [{Scope, length(Sized), lists:sum([Size || {Size, _} <- Sized]), Digest,
              [{Size, cut:text(Group, 100)} || {Size, Group} <- Largest]}];
        {raised, _} ->
            [];
        no_answer ->
            [{Scope, none, none, none, []}]
    end.

%% {Application, Version, Modules loaded, Digest of these}.
application_digest(Application) ->
    Version = case application:get_key(Application, vsn) of
                  {ok, Text} -> unicode:characters_to_binary(Text);
                  undefined -> <<>>
              end,
    Modules = case application:get_key(Application, modules) of
                  {ok, All} -> lists:sort(lists:filter(fun erlang:module_loaded/1, All));
                  undefined -> []
              end,
    Sums = lists:zipwith(fun erlang:get_module_info/2, Modules,
                         lists:duplicate(length(Modules), md5)),
    {Application, Version, length(Modules),
     digest(lists:zip(Modules, Sums))}.

digest(Term) -> erlang:phash2(Term, 16#100000000).
`,
};
