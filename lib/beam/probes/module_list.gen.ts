// Made by scripts/gen_probes from module_list.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What module_list.erl becomes on its way to a node. */
export const module_list: CompiledProbe = {
  name: "module_list",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "modules",
    "names",
  ],
  calls: [
    "application:get_key/2",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_integer/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:check_old_code/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:loaded/0",
    "erlang:make_ref/0",
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
    "erlang:whereis/1",
    "ets:member/2",
    "ets:select/2",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:filter/2",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:from_list/1",
    "maps:get/2",
    "re:run/3",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAH0BeNrtXVtz28YVFgFQ1MWxkzqOe0lbp3VjqZ6mBi+SnanHfWgf+tK8dNzMxDEGBJYkViDA
AUBT6mTy3H/dLghedhd7wwKU7FZ+sUhwb2fP5Ttnz1lMzEU7m89C4O6Fe3t7X07MhTmaR+7exFh0
vNCdpyDNH7Qm7cV+8bn4pZn/8p2buHuL1p+3fxuv7fzD1J0VP7Mm1uIe+uSMAhD6Drh0vQx1bi4s
N4unqEEnjUeZM023XZiv7WfSVhM38YlWxuszWaOjCUBPF3Hik6N1ZQ0PZkk8TkBKDPccQpiv8BC1
tjw3DIkmd1ATD7VwRqE7zn9mYA8PswSNBi6DDPvSypI5gKiz9tTNvMmyt+0cbWwU1ngdEIIpiLL1
UJ0gysAYoNauge8ULDYT/4Y5pPG6qz+iKR+RQbFxEs9nDuJEHyRFp9oTsHQmYKUgHEEeOV4w2xxM
3QvgJGDEa9YXSYObprFH9HfsxYg9gwh9TASTlHVziGYEEhB5gF6CsFl7HmVBiCTdiGc5oZ5SLCgQ
0XJnXGnjkarHXPBhOnMXkRPPNvss109wteVMAuZit+YIXPUZvN2uyHvtEu+JVeWGU2D+bzlaHKXk
nMMguiCe0BPHNFUQJ0F2hX1nhvEC71d7ZfullRnslRW7bCzMKECdU/vNpfk5/mEA9efZkc9zI5EH
Uplw0wuQ0IpR2MQaxv4Vzdk3Kq8l41juaz90M5BmjA3CP5t4i5EbhMDHvrmbuckYZE4WTEE8z/sy
h0iXIXnc0Byq6K5ZnKBO4mLfc4Em7G4xLwqOtEqWlFb7aOOgqFV75IYp1mzTWxRHQD7t9niOIAnd
TmEH/TjdigoUC4i1oiIhKWtdJxzozjR14sgpNmjLMX/YIawgeHGp21SxJdlRSZlbi/0ETOMMkAyM
UIMbjXF2nMZRnMVR4C05kt7Y42kQhkEKkFr0a87OEKu4zW7nepwAkTYUo8cgGsU0FiqBAXoAiAmO
tTBCjwJ26w4PxiBCW5kBGvgRJoo18H6QOrPAZ0gY5EgnbrxYI7UcRYHdigpHUBvhsxXtGAKxmCBF
HaSlwVGnCZSqpkMk72AURMAXYRTuIEEUZBAKlpFzFGR9V4EqXLhCMEZvPc7+wsySK3yftdTJgTps
Ys+DQRSuJiVNI9ySTGT7cEk24gtKjBkdGrI54da0nU2SeCH4QQdhBNSTT+h+wjxAUpyUFqUxwsqO
Q5XVkX7QxoTXnGgZeXyEFOYQOF7iphP0QJsLD6VcyOUpcoWQ6HeIfvstgYJgJZE0uB4En3gb0kzd
S2fpi6XBv0A1d9RaN8HNgbjFBTKqNBaTghOQJHHihPF4vITaJCSTtX4YRF4494GTTtwE+E4OOZMA
pGVEqE1x0mFVD26VnQdb1qTkPEijU2znYSCdW+E80EyLa7ENaw3D2LtYE0YpQqWG0I5TBEgLfyEp
hK16H+Y0iMrhItW27iVDC+zhAJnQWztDy6S+iKy9/6B/UGNJZUzojjIETfL+E+CB4N2Kww+rWKcO
5tIRDiY1yhYOCyIvBm3MCeVRw/E/kmhvGTUtJC+42jCRr0Sr062fjEkKJTdVKGv99du//YMmCNfI
DCjoQ9CbAq2qHHPHc5HuCLdS2KJcNymqJV3nNsVord0xWouEZJQUlSda/EbgBTi8fnfGk0SYqGE2
2ux5Lle5y3HLLR88t+hj5DsFRi54gROba5gBieD2Le/9//Le9flnhD8m8sCa5HX7ltdvmNc5B3z4
ptTY4eV5ZzlmcbvD768266geVipLPwHCN9tanFbRsBxzZm+54z3kjmNtVL47jmQd7p0xDvfKoRyG
T9qDNZi6g6x1BryMjP3e6rwPXedpd3xHXVzO6ZMQ2Y60cbP7l2/++XecRBRTelQO3otbo/w/xqC6
KnCVfqE9s4+qHD82EUdcZX5QwlLxXMjk5jW1pecMGbgkGasva3LszmZh4LlZEEeVzjQOYvS1F/ug
WpKvlRLICjXpSdkgDKZBRiWS4T0MCp5uK+akEUGMFzU4/65eEm5ff8R7VfIQtUf5WHWU1YZrDvNJ
hdTDPoQqKaZs0UUMlGYpkZ8+H+bfqR0xlZoveXitwYpUHG0i/KQCrXsMs9Xi5fzQyYJ9Mjoy4JHz
TH8t9+XZYyWh5Ck3VjJj7PpEnAl/BqJxNtFNKlt1LU8I7CwJpjIJgvLSjMHhVQbSSvmoh7n6LTV7
IV9A7M/DZSNyK1gpyvvFj5nPVlNmPcKmxnpMWBzWD8ypP9ikhNWXsE9LXNlWwLnLEhJ2ektu1dmi
h5PUoiCv0iCw5O7h2SUNZ3vZqlmYnXkUrCz9+qtPkdpIkKEGSepkcZGecaUofkHshMGQCC3HCRKs
9cz30ywJorG7d7Fn/fgsm/HyDDEWkSfRH+cTTp0SlLCxnHYBiQ1lEvcIraaKccsZjyU10oOaczCV
56Cen1LKaLEVUlMobNxnZBZUlO0HJdm21Fif0s+k1NVngn41JsDS4/mMgLtrsok0kvLYgzVWgacP
ayd7WymI/FJUqyvyrmdukgVuyN3sHrsa5zCK0XdRHh/jPE7n6QzNBtcW9flkwMtCM/T0RnWxhZRE
1sz4rRBUGjAjA/33LTJgk/ah9s7uQhsz4g56CYY9FjvU0M+faernQUlktTmlIA0TQgxKYc1mCqWp
NHZDoRiXUQy6q7LJilv4ULKFzO6mcRRkcUKbG1a4twtF9GNr63X/2uWT1iQYT6CKLm+yUmj5EzYr
2jKQK08bNRIcoJvJPNLNvj1Or9IMTDeFSi2Gq0zi9M9O3vhPT4++Cf1HuaPw9aPiM3d/CJPtubNs
npBuJsaALd4DY+sBYPMrXBG8UpXl6tIc+0nRLPdlVgMwCm50W3ZreRabHXWjK2aRjJ6P0Gf0ZXI0
VY1Y4k/Vj+z7UE2OKNDalYsGFeTeTDuva70AV8xSIjpiUiNO/DP9Mqj6bLOqt5BWk6n2VxR/yMII
jdKncoB2fxSEGUgoK2ktDtAfHsUEjBJTbwK8Cwc73yhpI93wIlW/V79WSAlirHUnprCP3568evnd
20dH3//+VRPXCPxcXcwpDwybVPf05NUPT06+e/vk6Punp09+OFlO8OnpaWFOTl59/ejNyfLPR2hz
3pyevnpMBoHUDoiv3VBytmPzy3EYD5HLynQ8p/MwC8IgYkdhD/Ilhzmi2rGl5Tww1UywUuEkAypR
4qKgtfAd6ETxspt1w0bifFt3252CSliuJ4V4zLI/iwuPbW5GUxeqq/NlNeC1rMNiXVBQCUj1oPL6
axeMr0vs1eqNu1BSgF8DQv1CfszMP4aQA6ey5t8dhNJxuNpKCPac69jbSk4aFjlhYMuSXam0gZ8r
pHCV5KlfQ31SG93jlmNrL+mXmrmWdg0Y/asqGAMKTcMqti6jYxFT3VbVUOEIKqODFqRKqu28kduc
fq1OogFnLWdy9a4supZqnX1XUcv3t5cwrGzJF7z6uE6CyOQuPR95qXMRr73ZSmeqsuX+v6+9etis
l8dI5hsL0xhr5I8WCkUYUcSpEeVHy+HO00hzebrZLNIK1N9dEuk17/L1pQnf7m+9JOEHyqcIuzzJ
4x76My5t3IGVE2UdcG7cYlk5W8A3puv7gn4ZjKK3RoW0isGWiWqYGXpBfRawVaWUwVMwh6vimDxe
s7OTMvF1bAxQSRJTGOpYgZ3aodhHmuI0gPW0fVei7c+Yt0vdxDKbDNu2xJf62WtQqXKpX083DGA3
4nlo+bj48SYZyBUYbhOQsf4pmA5B6ah53/WczB0KyLDOJ2YEGVXvOrQldx3aCncdalP8CykPrzu5
H8VOOvcmDp15qzXubyoUpKml04dumjFifXXrZphiciY+MOlXrgM6HCXx1FlXE/Ajhywq383/J/Nn
uUE0a56NnsPS/WfCGoBSkBKy1MyAFbrEyMOJAnPSmwe8YgLsFvEgdfKcHVbcsFdCYvW1bZeO6tZK
UTbIQ6ujN5c/dr+yz756NuQpCSKQl8/iaOiQ27WML60XdYw+OSv5o7padHwwcudhtvkDNh33rlML
U01x5ydXXsZT3KIDLdX01q2K39i+xzYuQ0hrs9PIsd8zbFSlEySSLWVX3cruLBRbIYzXyStcxWiA
JaQPtzFLcIk2HbG7kz9SUFJQ8fpW4qrU5XWRbKXSBOL7XD0y2m3K8PQ4SkgG+QwplFNxKbsaeRMk
luIq5evGSHXug5Zfs8q/7FgtbnQvPwMrjriwu705EpIXN9WSj+0pu+u7yZhz6+72xEJbU2GdbPx4
LKgEqxNaO/FuV5m5VoU7LW3WnZbqab1VUmKXJur20ELt0ML4MA4tZAEO+zacfdPHFRBqVJIjvwC4
3kQ9IZ91i1lNbPPbKjm2EKqmmGrq1q5I3Rc34kvZhXFpva2cUd2qY5kqkv7xtVzIIMsAajYmycND
zRSioF33sMDCuuubKPqo/o6JLi8lsaJuFJoKW+Pks6TbmoCYd1bprVTRNPl6B+lmNqJhnjNOltoK
b/XjGMsifINzdBgvQLLMpqX183Me0DtXiPVVFPTfqauTJlapPc8v9S1OXxay7Ne9z4XCGARAffKx
7B4ZJbRVmsHhBbjaOs8m/eoBKs2ayPuq+uozoRMmwm/FCanpB+/YSj2/smP5PpGSCLygIJgB1W6P
0b1NR/ZiK7VMThJSc9X4+YY0xss/iTxG1vT68otADF6kvA8b5PQz6oWVzajdAR+oLuVkTbmOG/mI
2eItl73848tSR0U4Qa63ipBAqRxA/HaegXqarDjEqCBhlGNhad9MJXp7SUUZHcCqLfpcKbY19uhB
GEdjkGaOF08RUnNmCMMHl4LA4ECa96z0EmO92aXzUQOza+jVNC381TTst9T0xK5QjRjfFs0uqSF4
gV2Qbg4AWmwc3MwZJ9R5UxYxm/8CrfO/rg==
`,
  source: `
%% The modules that are loaded, all or some of them.
-module(module_list).
-export([run/2]).

%% Answers #{loaded, matched, bytes, old_bytes, modules}: the last as {Columns, Rows}.
run(#{text := Text, application := Application, old_code := OldCode, sort := Sort,
      limit := Limit}, _Call) ->
    {Bytes, OldBytes} = modules:totals(),
    Found = wanted(Application, among(OldCode, modules:sizes(Text))),
    First = lists:sublist(lists:sort([key(Sort, Row) || Row <- Found]), Limit),
    Lists = modules:lists(),
    {#{loaded => length(erlang:loaded()), matched => length(Found), bytes => Bytes, old_bytes => OldBytes,
       modules => {[module, bytes, old_bytes, application, md5],
                   [row(Name, Size, Old, Lists) || {_, Name, Size, Old} <- First]}}, #{}}.

%% ---------------------------------------------------------------------------

among(false, Sizes) ->
    Sizes;
among(true, Sizes) ->
    only(lists:filter(fun erlang:check_old_code/1, erlang:loaded()), Sizes).

wanted(any, Sizes) ->
    Sizes;
wanted(Spellings, Sizes) ->
    Application = applications:known(Spellings),
    {ok, Modules} = application:get_key(Application, modules),
    only(Modules, Sizes).

only(Modules, Sizes) ->
    Names = maps:from_list([{atom_to_binary(Module, utf8), true} || Module <- Modules]),
    [Row || [Name | _] = Row <- Sizes, is_map_key(Name, Names)].

key(name, [Name, Size, Old]) -> {Name, Name, Size, Old};
key(size, [Name, Size, Old]) -> {-binary_to_integer(Size), Name, Size, Old}.

row(Name, Size, Old, Lists) ->
    {Owner, Md5} = case names:existing_atom([Name]) of
                       {ok, Module} -> {modules:owner(Module, Lists), md5(Module)};
                       none -> {none, <<>>}
                   end,
    [Name, binary_to_integer(Size), bytes(Old), Owner, Md5].

bytes(<<>>) -> 0;
bytes(Digits) -> binary_to_integer(Digits).

%% Unloaded meanwhile, or a mistake in the name.
md5(Module) ->
    try erlang:get_module_info(Module, md5) catch error:badarg -> <<>> end.
`,
};
