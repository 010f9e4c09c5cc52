// Made by scripts/gen_probes from code_digests.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What code_digests.erl becomes on its way to a node. */
export const code_digests: CompiledProbe = {
  name: "code_digests",
  library: [
    "cut",
    "envelope",
    "guard",
    "names",
  ],
  calls: [
    "application:get_key/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:phash2/2",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:filter/2",
    "lists:foreach/2",
    "lists:sort/1",
    "lists:sublist/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAD6ZeNrNW71z2zYUl0lKtmMnTpvcZe7c610kS06ydWiHLu3Sc7PxYBISQVOEDoAiu0Pn/tkF
RX0AIACCH0rjySKFh4f3/X54SvzNkK1XGQSDbDAYvE38jT9f52CQeJvzKANrCmnx4iwZbkbl5/Kb
fvHNL4CAwebs5+P/3v24+LAEq/JrQRJsbvincI5gFofwCUSME/c3AWB4yRecUzxn4ZIeSfj34/e1
qxJAYmmVd39Xt+hFAvnbDSaxvNukbuHFiuAFgVTa7mOapsUJL/nqIAJZJi255ksiviKcZ2BRfM0T
Xl4ywneDT4gJDwNG1jDlxIZLwKJkS+3I41jYRbffOczgEuZsv9U5yhlcQL4aeKKm0lKZ4hPtlt79
pP2Ofv2OGoktCF6vQm6JMSQl0dYMBG0YCCjM5qlJHJ+0ay6W4BGGBM5Ny6Y2bwCU4kiidxVhbp4o
5x+Jhck6MpecI0hgHkH1CNZlw3XOUMY93cOrQlA/KiZocdEqMaO3mUR1qz3wJV2BTR7i1UHP9fEp
3alcK8DC7fYWIYY+z6TthrY3rNiePVQeLCUt/ra74ZzKPGcof5TeqIwLkQphgtiz8MzP8Eak2/pk
o8rJPP3JSi17Gz9HnLiib6PMP4gfZml7Ps/r+Tx45EWtTwD6CIkaGK1LggccP6uW/b/6ayU5VmmN
MsAgZRoFiZ99ccUcoAzGwpNXDJAFZCFDS4jXBS3/gccy7o8HmacusWuFCSeCS70XDi3l3ZIvpRw5
q2RSNexzxaW2VcM5yKiw7EAtxzmsZ3u4WPOSRF3noMEY06OrpHYHCXZSlDxlH+usG10vaYjzsFTQ
0WJ+OmFZIdniNra51pYyoUowDzYjApeYQdmAedUA8oVojkucY4ZzFG0tUlXs1RJlGaKQh8W4I3ee
PcQdtF3EcamIHKf26hHlc6zWQpViQN0gFRwn2HhZpBR2e4IXC5hzVTKoFn5SitJtPEI0XKFY42Gp
wTvF5KXb6Sx0dNijqxgctRc728lO4xCbhAdqRCubc6IkrQ1Nl9zf4RzlMLbVKMZNUI5YmlqOUVhU
qnvWQCrGckUyjNv9PqONz8izqOdW4eTCvWzS86ERijGSyqkxPYrMlvtET/bwo+LGGoJeHU9iNh2y
hOCN5QvnvEbglGIp9kvpIZXdyelQLXbY5fHU5XRyH3RI4R0ZrVYeL3nAfIBhRABN+IvWVnhZa4VG
m5JPmEp0H/h3P0tVUNrIJT1jB2EW3kE0S/AUbnsxiv6GzdrRYL9ETAf2FY88qaq1WG1xAgnBJMzw
YrEtteWSrG71O5RH2TqGIU0AgXFYlJwEQVqtCFtLXG5Y3cGtavMwrltSaR5q0Sl98zCr5a1sHlSj
FaPYXjI8MEQQfYH7lqlBWAt+/fzbn2rwNvrQTInsutqvkT+/cM8qt8rhO5/yEK0KlygS/ukP0z6A
XpcBtGTV0Lj1LB8J+fiGRfP1couUS2zZo09VjOtUYcDOxDUdGNhCibpy4JTwT0PZSfHpYCglTqFG
rI7I9VXrgHU6gelQhzsN6lDNMUdQSZJRa5mfc1dkMGJyUXpyi2lN+Npdmx/UDqJOSEPRp37546/f
RS9SZBYpd1efvq7HtTegHarWmrOXTbrKOoQp4JyKVaW/gKwC8ZSAnqLLPbDfDL/iQnvSnGkgwndS
V3UyLC+1YFD7nOCZ6p9tS5CeLrf3oTZNoLqr9PQdIJRDy+DVWfw1WK0yFAGGcE4tlwgaX8nQEjEz
LDEz9YqtNfOqVjONwcepemT5e454zKSX+64bh7RQwTSnwr3X8b+KUg4wQM+w3NgVLj9f5yjCMRQe
veUNLuFWBQkNGS776GdH8B3hMEMPUh2NCe+Z95yPKCMoX4DB4yD45z1bmQDhvcicbjuvCoZpqLP7
I0xsFrHnLOJbyYdds1YVmq7UzrdpSx58Zx7cgYQK9DB2wBCUbDftXgK/rrhd4Gb6Mh9K0dndCKbN
jEC4xzQbghC/ai2hF2z6Nu1wCvGep/WtXEBhHleq/IkNl14BwhDIjMq+1Y9NXOaYP8uLfsHwmq7p
inMjRovudjIzwYVeu7jR3G1TxSM7lvcNupiZttaffmu1/ljOD501e4porOkk2iHBtzpz6BCfv2sZ
n2cVl21tKaVotCXErNJH9zPRqtw3eg5Tk5qpvVPNtzVU4fc1KtSSW+IcMUzUdKPDFyapTX76aL2n
33rOLUjQIkl7iOWHGlRGmZT5AzuNunkHBb6b2q3qTjuVoM+4V0IDKYq3GMx6hM/WVp3rIF5nkLpd
X1uLDtcCgXetlFFpIHz9UDyrRimn5QHl5UrLrUdzlDFIFEfkPSj/J1LkWS1sXpbCCzMM4u0FguBw
6jiGA35uHhkRpsVsviLFpH0jbrl6a17KjVYJoMnETVPV5TeFSe6Edhx0MkC//jKeyZfq+XBQ/J0d
Lc2AKagp4XSAh+TeepRuqh+oymC+YEmlP7xr1L962jBmmpSqu/LWBLCxZthLnQCyxwjd4d+VSEOB
OcAn7pIoX4TFK+3YznHgis0/Hm+Im0zabKcNFLS8RzT8xv3+adJwDiRwHUaZmAvAsTbvHIz1B2Nu
IPzIPAUVh5XmAbwONxVlGrSWEqKX5AWmlDn2z72z0aONvHYuwE7ZBBnxEt0PE3q3URteYxgq1dno
2OLqPohjC13FgNqf0QGQEtB32X38JrFLPdBUf/3sJinP5ACXu2tWXnKcrsewTxxrcHVZmLaSaR+q
Orvpm5beNEu7RaNJTTS66zcadThm/w32zlH8BreN4x5vG982kUXXPnnscC9cbZDmmEAQJe54gW5k
x+FnC8aw2TeOwbeOdlyIpKUMZMcMxN+anV7xanpSr1lPdqmnjmKedYoy41Y1TzVnSpNqb/51mB+r
mRUo/v4Duonp7g==
`,
  source: `
%% The loaded modules of some applications, each with a digest of its code.
-module(code_digests).
-export([run/2]).

%% Answers [{Application, [{Module, Digest}]}], of at most so many modules in all.
run(#{applications := Names, limit := Limit}, _Call) ->
    {digests([Name || Spelling <- Names, {ok, Name} <- [names:existing_atom([Spelling])]], Limit), #{}}.

%% ---------------------------------------------------------------------------

digests([], _Left) ->
    [];
digests([Application | Applications], Left) ->
    Modules = case application:get_key(Application, modules) of
                  {ok, All} -> lists:sublist(lists:sort(lists:filter(fun erlang:module_loaded/1, All)), Left);
                  undefined -> []
              end,
    [{Application, [{Module, erlang:phash2(erlang:get_module_info(Module, md5), 16#100000000)}
                    || Module <- Modules]}
     | digests(Applications, Left - length(Modules))].
`,
};
