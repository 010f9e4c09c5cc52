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
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
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
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
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
    "erlang:start_timer/3",
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
    "lists:keymember/3",
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
g1AAAMC1eNrtPVmT48Z5Q4DHHLuSbMuRE19rx/bOeKXJ8JpD5a21y86DHxKnUqm1q7QSCiSaJDAg
wACgOCOv/JKX/KT8hPyU5FfEDYIEuxt9A5iZVWZedgmgz+8++uuZuWoly4UP7D1/b2/vdGauzMky
sPdmxqoz9u1lDOL0RWPWWrWz39mXZvrll3Zk760av97933jdTX/M7UX2WXPWXL0Pf1kTF/iOBW7s
cQI7N1dNOwnnsEEnDieJNY93XZivu2fCVjM7crBWxutzUaPDGYBvV2Hk4KP1RA33F1E4jUCMDXfp
eV66wgPYujm2fR9r8gQ2GcMW1sS3p+lnBvLyIIngaODGTZCHzSRaAg921prbyXi27m03xy4yCm28
DvDBHATJdqiOGyRgCmBr20Ah5WXARJ9QhzRe9/RHNMUjUnZsGoXLhQUx0QFR1qn2BJo6E2jGwJ94
rO24orbZn9vXwIrAhNVswKMGO47DMdbf0TiE6OkG8GfEmaSomwM4IxCBYAzIJXCbtZZB4vqQ0o1w
kW7UCwIFOSRa7IxJbayt6lMXfBAv7FVghYsczmL+5G1ATt3AlOy2GIGyPoMFbUXcaxVwj88qc0zx
0r/1aGEQ43P23eAae0NOHOFUbhi5yS3yzPTDFdqv9srahZUZ9JVlUDZWZuDCzgl4M/f8Av0x9PTn
2RHPM6fIfSFN2PE1iEjGyG3SHIXOLYnZ90qvBeFY7Kvt2wmIEwqA0N8m2mJiuz5wkCfvJXY0BYmV
uHMQLtO+zBHkZZAe8z33ZHjXIoxgJ2EG95SgMbmbzYtQRxoFSUqyfQg4j9eqNbH9GGmW9xaEARBP
uzVdQpWEbCcBQSeMd6Ti8QmkudlFjFK2vI470JN5bIWBlQFohzGf1KhWYLi45m2yuiXeUYGZN1ft
CMzDBOAIDLUGO5ii6DgPgzAJA3e8xkgSsEdz1/fdGEC26JScncFncTm0Uz6OKZFdj689usEkJHWh
gjJADuAhhNNcGf6YUOy2He5PQQBBmQBS8cNEFG3gthtbC9ehUJjHoE5UeNFGaliSBLsjFQahVoJn
m72jEMRqBhm1GxcGh51GnpA1HUB6BxM3AA5PR2EO4gZu4nmcZaQY5dGeKewKU13BEKO/Hae9MpPo
FoWzFjvZl1eb6POgbAqTk+Ki0dttGU/2oZRshNcEGVM6NERzQqVpK5lF4YrzQQfqCLAnB+P9mHjw
cHKSWpTGCBs57smsDreDchFecqJFzeMpZJgjYI0jO57BF9pYeCDEQiZO4Sv0sH5H8Ns/YVqQp0SS
BtOCYG9evjVz+8Za22Kx+xVQM0eb2yaoOOC3uIZCldTFhMoJiKIwsvxwOl2r2rhKJmr9kRuM/aUD
rHhmR8CxUpUzckFc1Ai1dxw3WOWdW0XjoStqUjAehN4puvEwFM4tMx5IpEW5WI5aIz8cX283RspD
JaehHcVQIc3shSgjNvU+zLkbFN1Fsm3tGwoX2EMVZIxv1aYt4/wiaO79H/zzNJZU1AntSQJVk7T/
CIyB++UGww9UpFMHMekwA5MYZacOczwvBinMMeZRwvA/FHBv0W42Ib2gbMOEthLJTnd2MkIpBN2o
7GzzH//0+38jN4QpZIaE6oPtN6G0ymLMk7ENeYe/o8IGYboJtVrcdG4RiNaoD9EauEpGUFFxotk3
HCvAYvVbG05ibqKK0SiHeUpXqcnxiC3vPLbo68hPMh05wwWGb65iBMSc24+49/8X9+7OPsPsMZ4F
ViWudx9x/Z5xnRHgQ4FSAsLreGfRZ/EI4YfLzTqywUpp6seU8BysWbSKVMsRY/YROx4gdhxpa+X1
YSQtuHdOCe4VXTkUm7TvlUDqDpTWCRgnuO/3kee96zxPu+Mn8uRyQUZCRBBpoWL3d3/44z+jW0Qg
5ZjIwbt6FMrfMATVZYGb9AvtmT1VCT9W4UfcZH4QxKIYFzKZeU3C0ER7HjpLH2CodSlMhIWzGidu
GGDN+uIwyCYlTT6o0RrdJiDGNXg8P8zbpm9RoxHn+qjwnkKa22UdCbvvFybQZE7gnIAEnj3BmFuJ
1N4PZOkEn9smoU+cBghZPiVVBHY2oKeQXNIfn2PZh5pr/VZhrS1JOPSwWbXjJHKDqb13vdf8XTiO
2S9HU5f58re/Dyb5qng7W0US67dlNAk8My+FkTg1L8vRKZkr8h1tAukRPERS/CFL9JgZ4hf1bTce
pGVQ9UUetTQd90vcFVZZaJSesNT2QTBNZjR9iZrRmIupA2FaKkVMCXNZO+AmNcrjAkPmtxqH84Xr
A30wfiiLlymDIiLOhLPyx78WZpw2nS0vKeTMu3GWBXFb8INdiRNZHTBaTlX7vRBPdwZsh8E4+nfE
OBQAdFUEkMiZWGAc9zRP5Od/e+LM5Q6cwzpfZpsrqj3t7woEpnbHfyOda4zZhJjzJuWQHjf1Fffy
blgGI0m2r7+YjxRUqDOcdsXEGy/A+CFD8nsKkLx46JD8W11IXkhA0ncDhCblklnhOEPqzkiq3oyU
VvntTCegv59/V2I/8eTKipOdu7KHEDrLwB2HDkAefQh3PYLmLYhiKwkx+SnUytzQ8t0RFlkNIwjI
7cxR++AvZ8mClWafmw0yZ8iO0gnHcOC5mxAYsUu+Z2+xIb3FfUwVlHXxFBP+C8pI39Ocgyk9B3lP
RiGhsyuRmUm4hgaUxDpF2vq+vErR44S2iRhDeSQYqCEBcjqMjQiot1I0kUoy/vteiVWgp2e0zzo1
YxA4haBOj+dcXthR4to+E9h9+mHUgyCEz4I0PMR4HS+hFhI4KLcojydDVhK2occ31MnWIyiypI6v
EFMZUh3jg4fmGO/i8qE0ZOvgxhS3u15+fZ+GDiX48w80+fOwQLLamJJtDVWFGBaietXUCSFOcRkS
tSgotRDqqhqgCMIfCkBI7W4eBm4SRqS4oUU7ex5v/+jcetu/dvWA5sydzjwZXi5/amlIO2tJP6dq
sg23AclE8O8kBXmvktIIP5LwlxeIaoAEKTANXU30P81cpJYf2g54AGdyWUTcpQG5v50Kbq1SJtan
PaaHi+BT6n4qgfTHYp/8JoG6RIjpmVC65ofZg9CKl+OZtXGIaw/5k5KHZFq+GyfY4TrfjosJl0Ov
cAJZQQ1kx3MuCoocFhrYYuyOsuR6xvyG63BjkYRazBo/6kT7flonY0O4u0P+xHTIeAYr8nSJUtYa
KbebegR/WRtcICOK7X/6zW//9Q+frDoOmNhLP8n/Q2uH+Orz79Y7vWpnHo0dS2c5hvpEII0XOSf4
ROrvETn8+nn4y3jxgg3LSz1Bkc7gviTFenFFUcHChnMNEo4hem3hR+fRpoZHkXTTEUazGg0VJt2e
g/kIRNwx1yHIHDHaYQTSA8V5nPTlpy9ZZ6ZMO7iVbtjFe8E+08aUn+p6Q/Ft7nmeQkZcYZc78XKU
PiswKCKC2WZpGbhyYLKofihmohnrQrV8P1yBKF2ZnNtESnRlQX5e6kxdBAL1LXZgQpWOca8dU4m+
YPC0sgBAFJf0X9zzXdyBXRmVZHLpIeowmwL/4aXGhJsTN3OTsSqPrSMoKPoH4RqKdQy8xnqyvAY5
8J0olx9slcs8v68qPrHJuUELvXiCCjZDitUxrCao06cEdVjmylDdaSDFYZtEfKi1mrnjGSWGIS4m
tIA0sTb6ZP3G+xPXB4E9R8dvemFWQKGhwArIRXR8d2Q5blRI2wAbtZWe0wYgT0BeogoctSzWlpVs
Ea1R8MghvbdOR8Ceo7XVeFg3oGDdIK/IWAStEiX+vbxzb0hmApn/gyOtVGUhUo9FUJxuLzOiwD1P
uo4eJ2tcvTJXS8JKIzxAF9K0vZW6ksRtyhV3y8wFTkVRvHawmFZT7CXCv+bcGdLFe8UT7GtOsD2e
LYPrmF/+6YLqqfwQjhWurLkbx5CArawjxNghp87SxS/rtsZTIHh4io2man0NbrdqgclRrWXlglRe
x8aX0WArbJwsv0rZAddfkG0CluCBcuIt8Dt24Nh+HOLqGYF4ZNyvbia+4S8YFz/6rwq4OKEQ0Xxu
cpBgDbLdoa2Fgz3nwgtHsgu+u88URgpyJ1aT5oxCgPIfcu4rpMW/KDm8MqcAqlTLteqyvGQo9eX6
zstfsUccNeC3sgpe8yucHx9CfT6cL9La9bSqkPJwMKqBw46NqewPYXMhqUpZKytNZShw0T43M7bh
YetrqGONXOYRMwg2YJcaLuklzwosMpzka+KkDyzd/TlTtHd5Xp4sSqduoXSgYZE+0rdx8B6ITG6Z
6w9KGVOFDaCYQqYTjlnvNkpVZYbSOWEotU/XA5BHpmo3ebQi8jRIQEPYnVspOPC0DdtZP6SqMbWY
WdLiOy/dJuAeZQ0rIctgcokByyWzrRolyyx6oqQPiXS3jM3j/ofFrXZjqrhglr1WL0SJCSFqrXUE
TdODruvSrDTFuhBCLW9BD5WAY2gHme5hg1RO/hewIlslHy2GUmk0rRhiJ2AarOg1DdmmY7YevfQo
aRIiPnJlgxAjbqQA810cVyIQjr7YgUBNbdD85Pe3iMIZ/rIF6Iux/JZAPZ0pm0Et5RbqY5iKRkGX
l1rAvbEAU7b4Sj2i+OTlDCjKvWaXkIuMo7C6/prJ7QJU191+ShEje3xdXZdP1yuuvt82ZAz/vqxw
7SmngN/6tB6RdDEGjpWo5/Az+dPdvSpO1mxybajuNmZelHSd+0veMQiRw9xkmJGF68V6nuAiDn5Y
mTCB11FlppisN2XKeH3F9HV4zLJcFTAczH1NF7TdolbBllDrFKgKZszlupykFqapPqSKzPa9i7MB
A+7cRhcKjZC52appfD3K7gvE7OBOWOC5MFul3hlsqlawEtIbwvxBRip12ZQKdYums6aVrexgpUEM
vQITqEODNashR4quKOnGV9Mt5a4OIo7IkY3IG0mlWeSBncD/j5YJTf2RHrNVGVuWUZB6d8Id+tUc
Pb6oTz8aCvWjHYHQXQI9VT/IuSc4KnNeK2zkjZm0OgUDo+9e5uholUNKruI3RB7kUNzn8tFzPf1E
Xdsy7sBBYdSo0WkrZ1TZ5qlIaQVD8exeDMVNEkqz+kpqP6+B6C+pRM+Ob1JCeK3Zm5uzYRXnR35e
IT/mi3zGUo6OX316+uezj/tnX796cAvyw7GtuqAnJ6/gklIA9U5esT76HvzEPj49eTs6PoV/Jyfp
FnR7X7+ix3kvWP007Cr27BfyClMX093Y965T5nqY7slgvTHvwCoZU/kpBNzq9K0DYfaZ/clXn/+5
//HV1ynwemcpAhOLexBYnF73DlQw+AMSOeWPEwuVjGIhMTll430HpDni1jKI3WlAOZd8nosAhup3
JZNCgWAx00Rhxumykx1kKq1sDrwRoekGZrQM+MHDK2raa9sJEzgK06bDSraM7UWyxIZ9Ctta0FC0
Jm60vgGAgIhHP2Muk3M5YCZVnuO3RxFqibTvoCmrSfTYhTe61CocuV31E9bxvk4Eic+OgdTtljKJ
S3Vfbkmkq3znP+/8wkizXOl63HjiVq4vcWVAZsxwq2iguxGk5dT82m8OSL1s93txgMLu13dvwB1D
+e5uhniEb7l7Ib4vXTmnzupVzEJ3hevdapFyvEp7jIIuNCnX5eCNaTsOp18KouitUSJTBkkpLCFm
yAUNaBdxye6UwWIwB5v7kIDj1Vcdip+KSCkeJK5kTyo7pXOknmuS09Arx+17Am5/Xm0+W4llqnjl
cAsRr5Mgzs6XKDDVpR38mrVXZhLdyp4bLW7cR5tDF0logRtoKaan9dJXVIZG+M120k+axFsgisKI
dVi1PLB/pJidU0UBNKlydzTf2xfHr15+9sWzw89/WYnv7Vgl8MaaVO/k+NXb58efffH88PMXJ8/f
Hq8n+OLk5NnxG+cFfPnpszfH6/8+C33nzcnJq58R/gkpjYxlbusYZrdxAub5Sc8GdpNFdqCeDY78
y6kfjmyfXgR1vvQTN3XjUF/vrytmpDxMyepHPy5cyUF5YbBemOg9MmyHgfIRiKJDpUs75tBVSuiV
qTmtWXWyV2QeyGKSWRSuhJp4BCZwVIc3RhXzvqToTi2pe3/0KrmIb5zJ3L/06vTaDOlEXvJeVVww
SGmev5RnnAPPI0rFCg4+Dyos0lSoJvH8A2bwql/mLPvBNbjd1eMy+Ucv8dOI4rtfkmgJEHMB6dhT
MbiRy5EUEyyuCJvZ8O6s+FpP9zoHjA8RpaV6OBkzziF3ixUhCtMbKOXE4afEB1595chatd8CoZ2Z
3HsomckNS5SYLJk1XHs5GDlLeSCqACMOHGmKgxcS/ivetRzsRUjetyBvemBIXDxEIUrTXMlgmCJ3
7XpVnRPSXJRTy6KIizPLLg2pY1WV/dlgnkZPEyLkI6FFkbY9Bm8QeQFvkYhyySuqlLIDtqs9HFm4
0sUPynMzsnAtX6DU3V12LDMn46RSFJK+Eol7iRGBH4dvbv7SO+2en56NWB4tnUL0SncQNOl3DYAb
N+F7uK5d3/eULjBQKf6/5iePoWq5ULXxboSqRW7t7mMQ876D1J6OjQL5G7CzWgKGzkmaKq4X+ljf
Q9GvxMfdIw873JegqF/2VyGKhmzwq1W8G+6Ss0pVwTA40cYyJQiRmI2EL4cg1ybfd6V5w7Wiaj/0
VFuwy0x1NWD0XT8MpiBOrHE4hxqEtYjAxL2RrjpFvX9GtwiWeHbxclLB7Cq7vhxxadC9G32+K183
vFs0R9ihh44b5xHVBj2couN4osRj1dV9ojJLaQ9OX7+WHHJ6TltMGgr3EQ+EcRDtaXwiH/fo0S1b
pt1JxnBLzvRUfqbnRaGhUu+1QjcHnvJQ9YVxUOyNEQ/jtuv7uJxNSgk3eB5uRlZWo5Sh09XI1ixo
5mVyR3L7ZxP6Jy43xgYVA7Oiuwh0LzQ9Godh5EAen6B5MRKXXx7OAHy7go3jQj1InmOnCjJhs3GU
OOm6WHog5ppe/U02eYlWeVECkehxKxbiMObSjmyXSBFAbhYg1tpeBqzVcv1S3LLODlHccejVxpJM
P1xVclFWW7FkiHi6T+fQxFuTQKqki2spQ1JCzXpzChKSwbyXd1mgKiJK9r+eV4nvUpaRM0oNvxse
xMr0/T1mhcHaNEbvG3Qwx1TwhfdovnCKBHEA4fVmZDrvPI7+Mp5hF0Egd41bdhCv0k2pWz2R5q25
gHn01NbuqRVUTq5VP30E75054hE6X//9FTGRcKU=
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
