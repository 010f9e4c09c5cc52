// Made by scripts/gen_probes from function_docs.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What function_docs.erl becomes on its way to a node. */
export const function_docs: CompiledProbe = {
  name: "function_docs",
  library: [
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
    "worker",
  ],
  calls: [
    "beam_lib:chunks/3",
    "beam_lib:md5/1",
    "binary:copy/1",
    "binary:decode_unsigned/1",
    "binary:match/3",
    "binary:matches/2",
    "binary:part/3",
    "code:lib_dir/1",
    "code:which/1",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_part/3",
    "erlang:binary_to_existing_atom/2",
    "erlang:byte_size/1",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_binary/1",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "filename:dirname/1",
    "filename:join/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:join/2",
    "lists:keyfind/3",
    "lists:last/1",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "maps:get/3",
    "prim_file:read_file/1",
    "re:run/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
    "zlib:uncompress/1",
  ],
  forms: `
g1AAAJ4EeNrdHVlz5EbZI83hYzcbyEICAbIJgbXjxHhO2ym2HCrhIQ8QiqKWVGUTlWbUMyNZIw2S
JmMnm7zwwk/iJ/BT4F/QkubobvWpwzbsy3ok9fndR3891ZeNaDF3gbnj7uzsHE/1pT5eeObOVFu2
Rq65CEEYv6hNG8tm+jv9Uo+//NoMzJ1l7aPt39rzdvxjZs7Tz+rT+vIR/GWMbeBaBrg2RxHsXF/W
zcifwQat0B9HxizcdqE/b58KW03NwMJaac8Hokb7UwDfLv3AwkfriBruzgN/EoAQG+7ccZx4hXuw
dX1kui7W5AFsMoItjLFrTuLPNOTlXhTA0cC1HSEP61GwAA7srDEzo9E06W07xzYyCm28FnDBDHjR
eqiW7UVgAmBrU0Mh5aTARJ9Qh9Sed/KPqItHpOzYJPAXcwNiogWCtNPcE6jnmUA9BO7YYW3HBbXN
7sy8AkYAxqxmPR41mGHoj7D+DkY+RE/bgz8DziRF3ezBGYEAeCNALoHbrLHwItuFlK7583ijjgkU
5JBotjMmtbG2qktd8F44N5ee4c83cBbzJ2cFcuoGxmS3xgiU9WksaCviXiODe3xWucEUJ/6XjOZ7
IT5n1/ausDfkxBFOZfuBHd0gz3TXX6L95l5ZM7Myjb6yFMraUvds2DkBb+aen6E/+k7+ebbE89xQ
5K6QJszwCgQkY+Q2qQ9964bE7Dul14xwzPbVdM0IhBEFQOhvHW0xNm0XWMiTVyIzmIDIiOwZ8Bdx
X/oQ8jJIj5s9d2R419wPYCd+CveYoDG5m86LUEdqGUlKsn0IOIfXqjE23RBptunN8z0gnnZjsoAq
CdlOAoKWH25JxeETSH21ixilrHkdd6AHs9DwPSMF0BZjPqhQrcBwMeFtsrol3lGGmdeXzQDM/Ajg
CAy1BtOboOg48z0/8j17lGAkCdiDme26dgggW7QKzk7js7gNtGM+jimRbYevPdre2Cd1oYwyQA7g
IIRTX2ruiFDs1h3uToAHQRkBUvHDRBRt4KYdGnPbolCYw6BOVHjRRqoZkgS7JRUGoZaCZ6u9oxDE
cgoZtR1mBoedBo6QNe1Begdj2wMWT0dhDmJ7duQ4nGXEGOXQninsClNdwRCjux6nudSj4AaFcy52
siuvNtHnQdkUJifFRaOz3TKe7EMpWfOvCDKmdKiJ5oRK00Y0Dfwl54MW1BFgTxbG+zHx4ODkJLWo
HCOs5LgjszrcDtqI8IITzWoeDyHDHAJjFJjhFL7IjYV7Qixk4hS+Qgfrdwi//RzTghwlktSYFgR7
8zZbMzOvjcQWC+1vgJo5Wl83QcUBv8UVFKqkLiZUTkAQ+IHh+pNJomrjKpmo9eu2N3IXFjDCqRkA
y4hVzsAGYVYjzL3juMEq79zKGg9tUZOM8SD0TtGNh75wbqnxQCItysXWOwMZwwjYX4O1yaTA1uq/
//zTv5DMm0lDfYKz03Q/JXrel5cqXWLxhVe54VYxScQCv/rF5GegD1IGmk6VYbiVvD+Y5+Meb83t
yRZMlvCkR5mgaItAwfCdoW0KTCBxJdLUgSrdP4p7h/GnDaKkfgqSYxX0XB/kZljVbRjN6zCgeB2y
MmbrVML2KPeetyApRmAU4Upp5RiTu+MH8tA8Iy0I0SY1UJr65LO//hGlImLPRkTs6uJ2KS4/Aq28
arln9lDFqhR5mOpwpqhWqU9AlHHxpA49ApZrx76a/wpu2jVlTTuo+w6zqirz5TkcH9RaJmgs/Scx
CZzqZHsZYKMwqkHGpi/gQpE3GZoz31q4ABOQ58IANZzVKLJ9D2vWFZsnq1CRvLHRGN5EIMTFPx63
cdZhFWoce5AfD15RCD+dVxFIf5SZQJ05gQEBCdyryZhbgZD7q7KMDp/bKtAmDs9BkUJx4cLOenTX
7jn98QCLCuZc6w8ya21IwqGDzaoZRoHtTcydq536J/4oZL8cTmzmy48/9cabVfF2tozg8g9lNBU8
YhbDSBwyS33nBfWA13ITSIfgITxPfTZSEC/RYWZunFW33bjzhEHVZxt5rVv217iZV5pSQDfYmi7w
JtE0u11teqRxI6b2hOFiipgSxphb4Do2mcIMQ+a3GvmzObTJ84PxsSxexgyK0LUIQ/ytj4SR4Lq1
5iWZXBY7TL2TNxkj+kIcYLbAcDFR7fdMPN0pMC0G4+jeEuNQANBFFkAiT0SGcdzRPJGf/3LEGQUt
OIfEj72O4eae9o8EAjN3xz+WzgHAbE7MdxFzSIcbksZdRCuWwQhed/Mv5nUFFeoUp10x8YZzMLrP
kHxDAZJn9x2SP8kLyTMJSLq2h9CkXJAZjtOn7oyk6s0INctvZzyB/Pv50wL7iQc9S05CaMsmB7UW
nj3yLYA8egx3PYDmLQhCI/Ix+SnUymzfcO0hFjXwAwjI9cxR++D702jOSn/ZmA0yuZ0H8YRDOPDM
jgiM2CbFsLdYk97iLqYKyvrosok4GWWk6+Scgy49B3lPRibQ2paImBK+vV5xh/+b8ipFhxO2IVzs
xZGgp4YESNYmGxGQ7BkhJpSSidN1CqwCzWrLnYNYD4FnZWIaHV4WztwMItt0mcDu0pPE9zwfPvPi
6AjjdbiAWohnodyiOJ70WckRWj6+oU62DkGRBXV8hZhNnxrZ6N23yEYblw+FIVsFN6bETfLlvXRp
6FCAP/8sJ3/uZ0g2N6akW0NVIfqZqGE55/eI7EpN4owY5YxSVad5FEH4cwEIqd3NfM+O/IAUN7Ro
asfh7R+dW6/7z32qpz61J1NHhpfLZxP2aTnQ9PxxnW249Ugmgn8nKcg7pRxZ+oWEvzxDVD0kSIFp
6Gqi/2HqIjVc37TAPciV1zjn7jJAbq+nglurlIm1aY/p4SL4VHo/oZ0dRlgOZwg1s4Kc4C2FRA+5
SblmmM2I6mcC/kqzfCIU7ZsTLp5vhIvR1Fh545Xn3woXw/hZxnnRJQ418hOWM0jMjvucZRQ+LISw
xuwtBcr1jPkXk7BkltQazDO66sT9KD7ntiLw7SEdYjpk3IMVoTpHKTBJvFxv6gH8ZawwhYw8Nv/w
u4///NkHy5YFxubCjTZ/0NohPv3Nd8lOL5up52PL+lkOpC4RcONF2Al+EvuFRI7B7iZMph0fs2F5
nk+gxDO4K4mSLC4rUljYMCjIGzO8vEsT2DKeR9KdRxjXajSUmXRzBmZDEHDHTEKVG8Ro+gGIDwRs
4qnPPnzGyjrSTe9GumEb7wX7LDemvJ3Xa4pvc8dxqGfSinJ4ItLZZGkjuBKhs6i+L2aiKetCrQHX
X4IgXpmce0VK/KbJALwUm6oIBOpl7ACGKh3j3j2msn3G4GlFAYDoGPH/uIc8uwPbY5DR+NxB1GY2
Bf7mWY4J18d26k5jVQ5IIi0o+nt+AsUqBk6wnjweRw58K3rgq2s9cJMHWBafWOXmoAc1HcEJ1D7F
OumXE/zpUoI/LLOmr+5ckOKwdSKO1FhO7dGUEusQHwaeQ5pIjENZ//Lu2HaBZ87Q8euOb3uk4ai6
iJZrDw3LDjLpHWClttJz3wDkCchLVIGjHmtfs5I1otUynjuk98bJEJgztDYCD+t6FKzrbe2wDGiV
KPEdeSdgn8wY0v+NI63UyWBSj0VQnG5XM6LFHUe6DgbFuZD/ZH1DwkojPEVn0rS9lrqSxK3LFWdI
zQVORSC89peYVmPsJcLE+szq08V7yRPs5pxgczRdeFch//j2GdWj+RiO5S+NmR2GkICNtCPE2CGn
ztLFz6u2xmMgOHgqTk7V+grcrNUCnaNay8oFqfyPlS+jxlbYONmApbIDrr8g3QQsEQTlxGvgt0zP
Mt3Qx9UzAvHI+GDVTHzFXzAufvDPErg4oRBRtCRJSLAGWe/Q2sLBnnPhhSPZGd/dpwsjChsnVp3m
jEKA8nc59xXS4k9KDq/UKYAq1XKt2iwvGUp9G33n2W/ZIw5r8FtZBa/+Dc6P96E+78/mce1JWlUX
eTho5cBhy8ZU9oewuZCUprSVEac8ZLhol5tBW3Ow9dXUsUYuQ4kZLOuxS4UV9JKnBVIYTvKEOOkD
S3c/YIr2Ns/Lk0bz1C2UFjQs4kf5bRy8ByLjW6Z8aSFjKrMBFFNIt/wR691KqSrNUBoQhlLzJBmA
PFpVucmTK3JPgwQ0hO2ZEYMDT+8wreQhVY2pxMySFt9IbRIu9yhqWAlZBpNL9FgumXVhD1lm0REl
h0ikxaVsHvc/zG9yN6aKC2bZOvmTVSnpE3FQaq1EBE3jA7FJaSWaYk0WYSvBgu4rAUfLHWS6gw1S
MMayWJGuko8Wfal0m0YIsRMwDVa0zGq66ZitRz+cT5qEiI9c2SDEiLuM+g2Pc+cg0xfbE6ipNZqf
/O4WkSnWULSAZDaW3xCop1NlM6ih3EJ9DF3RKGjzUgu4FUcxZYuv1COKz6bsAUW5z9kl5CKjwC+v
v3p0MwfldbcbU8TQHF2V1+XDZMXl99uEjOFvixLXHnMK+K1L6xFJK2PgWIG6D7+UPwXeKeMEzirX
hupuY+ZFSdepPOcdlxA5zHWGGZm5HqDjCArp8sPKhAmcRJWZYrLalCnt+QXT1+Ewq1eVwHAw9zVd
0LazWgVbQiUpUCXMmMt1OUktTFO9TxWZzTsXZz0G3LmNzhQaIXMzVdP4OpTdF4jZ3q2wwIEwW6Xa
GayqW7AS12vC/EFGynXRlAp1i6aV0MpadrDSIPpOhglUocHq5ZAjRVeUdOOr6ZZypb+Jo3RkI/JG
IWkWuWdG8O/hIqKpP9JjNkpjyzIKUudWuEO3nCPKZ9XpR32hfrQlELpLoKPqBxk4giM1g0phI2/M
xFUsGBh9+zInj1bZp+Qq/p/Igw0Ud7l8dJBPP1HXtrRbcFBoFWp0uZUzqmxzVKS0gqF4eieG4ioJ
pV5+xbV3KyD6cyrRs+OblBBeY/ri+rRfxvmRd0vkx3yRz1jKweHlhyffnr7fPf3u8t4tyPVHpuqC
HhxdwiXFAOocXbI+egN+Yh6eHL0cHp7Af0dH8Ra0O99d0uO8Z6x+amYZe/YreYWpjelu7HsTKXPd
j/ekl2zM/8AqGVN5BwJuefLSgjD7wvzgmy+/7b5/8V0MvM5pjMDE4u4FFsfXNQIVDH6VRM4Cx2RJ
JSNbcExO2XhkgThH3Fh4oT3xKOeXBxsRwFD9LmRSKBAsZpoozDhderKDTKWVzYHXAjTdQA8WHj94
eEFNe21afgRHYdp0WGmXkTmPFtiwD2FbAxqKxtgOwigLEYd+Fl0m57LHTKoc4Bd8EGqJtO+gLqtJ
dNgFOtrUah0bu+pt1vG+VgCJzwzjrcRvp9EK1M1PNWluqQcUQl5c88uVrG9U+jRKjP++KV0go8oi
Ncx6VrRrckvHUV49LUbZBhqOtjnkr5uWxemXQKD8a5SIcyMJQTj56CpXuZAL6tEvQ5HbKY1FAHur
Sz+A5VRXA4afSEQpESKuV02yqsJk+uuc1NR3inGjjoAbDcrlRgWWqWJT4/qd6FpR0f1w1MIolGMb
xHWZolNf2Y17fZUyDc1dcA31vPisTfyKytAIq1fyqkzsWsrkaj7WUbPiwP6FYmy9jDJHUkWtaJbz
V4eXz7746sn+l++VYjk/VXGbsybVOTq8fPn08Iuvnu5/eXz09OVhMsHjo6Mnhy+sY/jywycvDpM/
n/iu9eLo6PJdwrqQyrdjKcvqWYQH4U0YgdnmnFYNq1efHodlg2Pz5cT1h6ZLL3U4g9aWHRth1Ne7
yXn3mIcp6ezox5nC+5QXGuuFjt4WwVb3lROYs+ZQ26FeBqySjidTWTZnbbkO76q59DpcEXei3Vjb
ls7HKaXocO4El859SXCpGaL8Fsnkk8pPFcupbD3RQWKx/yEnQz+UsKN4VaDZi5As75vj4mB6Lp4o
2r+UwTDFKGjbKSvdNOeirEoWRdzTVHRpSDmEshShGvNQU+xXl3eoZcvZrE9TaYR7+SXimCx4I4KS
k3m92v2hgTvQ+L5dbmAPFzeCQ9G3l2TBdO0flYpC0hX4uTXzCfzYf3H9feekPTg5HbJMqzx1T6XN
SFK1Fd122C7xtsMjFeu3aOXatpMnjQHCDZjpURstT6IZVpZZXGQr6ygru7IwHHqE6AbrrjGfI7+K
bwm32ikAvks5DIm5QYrTdYdMdbor+q6eZZehgHbzn6hGcsgqu7+VzMhiJW0UlMXvqdy2SxXMTLFJ
+kIKzvRYfqbEbZmqVU+qMj4bhOO+VsjF284VcMoGLLAj2a/9Q+IqecG1wSWVjct7R8XByPcDC3Ka
CHWCStxnsD8F8O0SNg7Zlwq3eR6Q/AKNzWtQ5zPjOmfX9q7oB3VlPdW0Q/LyF77jhWh6DLxjzaUZ
mDbhD+oRxbiRjxcea7VclOVW4LGIc/jbWuClXwGgu/6ylJrGTcXTHeLpPpxBeZyQQGwV576iG/X1
vbLpMkNVhCfqP45Tin0gl8/AuH+mUWpeggx/lkZJleIVtyZB9jzfML1wCQIJm0T6Wtwd5gn1ynQt
Zeuxw7MekQ2yAGHZMYLUG8Nt7C7CKVaBj7bZjvNfjTh/fQ==
`,
  source: `
%% Documentation (EEP 48), specifications and places of functions, from the files
%% of a loaded module. Reading such a file as terms would make atoms of whatever it
%% holds, so it is searched as bytes, and only a part goes out, to be read elsewhere.
-module(function_docs).
-export([run/2]).

%% Answers #{module, compile, head, entries, specs, lines}: \`head\` is the beginning
%% of the docs_v1 tuple; the others are bytes of terms that begin with the key of
%% the entry, {Kind, Name, Arity}, with {{Name, Arity}, Types}, and {Arity, Line}.
run(#{module := Spellings, function := Function, arity := Arity, bytes := Bytes}, Call) ->
    Module = modules:known(Spellings),
    Exports = exports(Module, Function, Arity),
    File = modules:file(Module, Call),
    {_, [InFile, DebugInfo, Compile]} = modules:chunks(Module, File, ["Docs", "Dbgi", "CInf"], Call),
    Docs = plain(case InFile of none -> beside(Module, File, Call); _ -> InFile end),
    Debug = plain(DebugInfo),
    Share = Bytes div erlang:max(1, length(Exports)),
    {#{module => Module, exports => Exports,
       compile => part(Compile, 0, 8000),
       docs => is_binary(Docs), debug => is_binary(Debug),
       head => case Function of
                   none -> part(Docs, 0, Bytes);
                   _ -> part(Docs, 0, 200)
               end,
       entries => [until(next_entry(), Docs, At, Share) || Export <- Exports, At <- entries(Export, Docs)],
       specs => [until(next_form(), Debug, At, Share) || Export <- Exports, At <- specs(Export, Debug)],
       lines => [{A, Line} || {_, A} = Export <- Exports, Line <- line(Export, Debug)]}, #{}}.

%% [{Name, Arity}], of a macro too, which is exported under another name; few
%% functions have more arities than are looked at.
exports(_Module, none, _Arity) ->
    [];
exports(Module, Spellings, Arity) ->
    Exports = erlang:get_module_info(Module, exports),
    Macros = [<<"MACRO-", Spelling/binary>> || Spelling <- Spellings],
    Names = [Name || Spelling <- Spellings ++ Macros, {ok, Name} <- [names:existing_atom([Spelling])]],
    Found = lists:sort([Export || {Name, A} = Export <- Exports, lists:member(Name, Names),
                                  Arity =:= any orelse A =:= Arity orelse macro(Name, A) =:= Arity]),
    case lists:sublist(Found, 6) of
        [] ->
            Wanted = string:lowercase(lists:last(Spellings)),
            Similar = [Export || {Name, _} = Export <- lists:sort(Exports),
                                 Lower <- [string:lowercase(atom_to_binary(Name, utf8))],
                                 string:find(Lower, Wanted) =/= nomatch
                                     orelse string:find(Wanted, Lower) =/= nomatch],
            envelope:refuse(no_such_function, lists:sublist(Similar, 8));
        First -> First
    end.

%% The arity of a macro as its users see it.
macro(Name, Arity) ->
    case atom_to_binary(Name, utf8) of
        <<"MACRO-", _/binary>> -> Arity - 1;
        _ -> none
    end.

%% ---------------------------------------------------------------------------
%% Files

%% Documentation that was installed apart.
beside(_Module, none, _Call) ->
    none;
beside(Module, File, Call) ->
    Folder = filename:dirname(filename:dirname(File)),
    Chunk = filename:join([Folder, "doc", "chunks", atom_to_list(Module) ++ ".chunk"]),
    case worker:one(fun() -> prim_file:read_file(Chunk) end, 1000, Call) of
        {ok, {ok, Docs}} -> Docs;
        _ -> none
    end.

plain(<<131, 80, Size:32, Deflated/binary>>) when Size =< 16#1000000 ->
    zlib:uncompress(Deflated);
plain(<<131, Term/binary>>) when binary_part(Term, 0, 1) =/= <<80>> ->
    Term;
plain(_None) ->
    none.

part(none, _At, _Bytes) -> <<>>;
part(Binary, At, Bytes) ->
    binary:copy(binary:part(Binary, At, erlang:min(Bytes, byte_size(Binary) - At))).

%% As far as one of the patterns at most.
until(Patterns, Binary, At, Bytes) ->
    Size = erlang:min(Bytes, byte_size(Binary) - At),
    case binary:match(Binary, Patterns, [{scope, {At + 1, Size - 1}}]) of
        {End, _} -> part(Binary, At, End - At);
        nomatch -> part(Binary, At, Size)
    end.

next_entry() ->
    [<<104, 5, 104, 3, Kind/binary>> || Name <- [<<"function">>, <<"macro">>, <<"type">>, <<"callback">>,
                                                 <<"macrocallback">>, <<"opaque">>, <<"nominal">>],
                                        Kind <- encodings(Name)].

next_form() ->
    [<<104, Arity, Kind/binary>> || {Arity, Name} <- [{4, <<"attribute">>}, {5, <<"function">>}],
                                    Kind <- encodings(Name)].

%% ---------------------------------------------------------------------------
%% Searching

%% Where {function, Name, Arity} or {macro, Name, Arity} begins.
entries(_Export, none) ->
    [];
entries({Name, Arity}, Docs) ->
    {Kind, Shown, ShownArity} = case atom_to_binary(Name, utf8) of
                                    <<"MACRO-", Rest/binary>> -> {<<"macro">>, Rest, Arity - 1};
                                    Same -> {<<"function">>, Same, Arity}
                                end,
    Keys = [<<104, 3, K/binary, N/binary, 97, ShownArity>>
            || K <- encodings(Kind), N <- encodings(Shown)],
    [At || {At, _} <- lists:sublist(binary:matches(Docs, Keys), 1)].

%% Where {{Name, Arity}, Types} begins, after the atom \`spec\`.
specs(_Export, none) ->
    [];
specs({Name, Arity}, Debug) ->
    [At + byte_size(Spec)
     || Spec <- encodings(<<"spec">>), N <- encodings(atom_to_binary(Name, utf8)),
        {At, _} <- lists:sublist(binary:matches(Debug, <<Spec/binary, 104, 2, 104, 2, N/binary, 97, Arity>>), 1)].

%% {function, Anno, Name, Arity, Clauses} of Erlang, {{Name, Arity}, def, Meta, Clauses}
%% of Elixir.
line(_Export, none) ->
    [];
line({Name, Arity}, Debug) ->
    N = atom(atom_to_binary(Name, utf8)),
    Function = ["h\\\\x05", atom(<<"function">>), "(?:.{0,30}?", atom(<<"location">>), ")?(?:h\\\\x02)?",
                "(?:a(.)|b(....)).{0,12}?", N, "a", byte(Arity)],
    Definition = ["h\\\\x04h\\\\x02", N, "a", byte(Arity), "(?:w.|d..)[a-z]{3,9}.{0,200}?h\\\\x02",
                  atom(<<"line">>), "(?:a(.)|b(....))"],
    lists:sublist([binary:decode_unsigned(Line)
                   || Pattern <- [Function, Definition],
                      {match, Found} <- [re:run(Debug, Pattern, [dotall, {capture, all_but_first, binary}])],
                      Line <- Found, Line =/= <<>>], 1).

%% As atoms are encoded, by OTP 26 and later and before.
encodings(Name) ->
    [<<119, (byte_size(Name)), Name/binary>>, <<100, (byte_size(Name)):16, Name/binary>>].

atom(Name) ->
    ["(?:", lists:join("|", [[byte(Byte) || <<Byte>> <= Encoded] || Encoded <- encodings(Name)]), ")"].

byte(Byte) ->
    io_lib:format("\\\\x~2.16.0b", [Byte]).
`,
};
