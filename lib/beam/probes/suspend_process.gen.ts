// Made by scripts/gen_probes from suspend_process.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What suspend_process.erl becomes on its way to a node. */
export const suspend_process: CompiledProbe = {
  name: "suspend_process",
  library: [
    "applications",
    "cut",
    "envelope",
    "guard",
    "identity",
    "names",
    "owner",
    "subject",
    "suspensions",
    "sweep",
    "worker",
  ],
  calls: [
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
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
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monitor_node/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:put/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:suspend_process/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match/2",
    "io_lib:format/3",
    "lists:any/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:nthtail/2",
    "lists:partition/2",
    "lists:sort/1",
    "lists:sublist/2",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "string:find/2",
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAL4OeNrdXUl35MhxJgtgkexmd2tGssayFmvs1jpaulay/TR6en72wRfZB7+xbnhgIasKSRRQ
BlBTzTn47J/mo/+G/4USQC25RK5AkS3romEXcouMjIyM+CJi6W0vys06QeFZcnZ2Nl16W2++ScOz
ZW97OUvCTYGK6ofz5cW23/zdfOlVX34d5uHZ9vwPx//ufTWo/liF6+Yzf+lv35C/gnmMkihAH8JZ
STr3tn5YZivS4LLI5mWwKo5deF8N3mlbLcM8Ylr1vprqGr1YIvLrNssjdrShruHVOs8WOSqY4e4w
xtUKr0lrfxYmCdPkhjSZkRbBPAkX1Wc96sfrMiejoQ9xSf2jX+YbhElnF6uwnC3r3o5zHFCjQONd
ogStUFruh7qM0xItEGkd9uidws1m0v8CDtn7aug+oqcfEaDYIs8264BwYoTyplPnCfguE/ALlMyx
jBzvwTZXq/ABBTmay5qNVachLIpsxvT3cpYR9oxT8meumKSum2syI5SjdIb4JSibXWzSMk7ISe9l
64pQX3AsqDiiYmfS0yYj1Qhc8HWxDrdpkK0P+6yXT3i35SABq2O35wha9PVku23JexcC76lF5YFT
cPW/erQsLdg5J3H6wPzCT5ySVHGWx+Uj9W9ekm3pfp1X1hdW1oNX1uxyb+ulMemc228pzW/pPybY
fZ6X+nkeTuSV9kyExQPKecGobOLfZ9Ejz9nPel6Fy1Hsq5+EJSpKYIPovz26xTyMExRR//K6DPMF
KoMyXqFsU/Xl3RNZRs7jgebYRHats5x0kjX7Xh1o5t5t5sWpI+fCTcqLfbJxWNXqYh4mBdXs0Fua
pUg/7YvFhqgkfDuDHYyy4nhUsPqA+DsqMidlL+uUA92siiBLg2aDjhzz6xOqFQwv1rLNVLdkOxKE
ub/t52iVlYhlYKI1hOmCZsdVlmZllsazmiP5jX25ipMkLhARi1HL2fXUIu6w25UcZ5TIAVZrj3E6
z3hdSFAG+AEwdXD8bS+ZcYrdvsOrBUrJVpaIV/yYKwoauB8XwTqOgBOGJaeTvrygkc4DwwN7PCqS
g9oJn+1oBxyI7ZII6rgQBied5lgrmq7JeUfzOEWRSkeRDhKncYmxYhkVR2Ho3yyoIlVXGMYY7cfp
b70yf6T32UmcXJmrTfA8AKJIJSl7NeIjyVR3H32Se9kDd4yBDnu6OdG36UW5zLOt4oNLoiOQniJG
9jPXA2aPk9GiHEbY3ePYZHXsO+hwhbecqKh5vCIC8x4FszwsluQHZy681nKhlKfYFWKm33vy7Z8Y
LQhbHcme9AUhJ96BNKvwQ1C/xYr4G2T3HPX3TejrQN3igVyqvC6mVU5Qnmd5kGSLRa1qsyqZrvVn
cTpLNhEKimWYoyioVM48RoWoETpTnH2wmhu3xMfDQNdEeDxorVPw42GinVvzeOCZlpZie8oQwTBD
8ddo/2SyEGv+P//pX/6dF97SMzThJDuk+1md5xfmt8qIW3zrVR6kVXUkqgv/9ItxF6A3jQBtpip5
uHVMH8by8RGT5unuFuYuUd0eXW7FQLcVEtsZ3abFBGpTIqQOnNL8Y0k7Rj4dGKWxU/ASq6Xl+qWz
wDodwSCrwxSwOoh3zNGoxNDImeaX5CiWaFaySunJOca54xvz3bzlXxA6Il3QZ+qf/vU//kifIo5m
M8539f5pT5w7A+2sas4ze2XzqtRZmHwyU1qr9BaoFEw8jUGP28u9Yd/OfkWI9gFY0xltvmNeVSez
5WGFDWp/J/Rk+k/9JMCnu9u72DZAUE2FN30LE8rhyeBpPdvAcdXq8v05eT6x3vCRdqAofwzyTcoZ
3MTHpS97/mhPr7eOI1ZTkLj+pu7c8dr8hE8gyytn6bMc/Y2dTkeNbmQg6kF201q6g//dXpJ/S7ue
fSefhEmOwugxKDbFGqURigx0QsDYS1nU6jaNZOtnOaqe/qJ8brdfnwjruzDar5H7kJ+aq6MDwWp0
+b+7TTCwbkpsk7cYJrbSg7aoTelPxkxv0ozw0WwZAMJPwkoH6wdpGqbFFuVPON/joPzjCbJuHARm
T2fKuiw295jTb7WeWz9qHI3NyfHSrBRFukxmi719stsCVATFLEzT+lxTRDo/gS9hYOrju9yk8SyL
EPVP3yF3SU4uHpQXQZk1xr9HQ49hnAVJfM/do+R62s+8X5R5nC7Cs4cz/7/elWuZF2vvkzKCaLys
JlyQgVdxyR3+o29LTuKeMYlHdpc17MDGgDtphB3n4BnPwdz6KdhLBwaGT05FH7d/t39bkB2+Getz
+hH7Um7PBGM7JqDAF3JGUN0iNmY3Y4faCLdYBe2cdoYS+AVRcQTTxFDlTFuHeRmHiXSzRzDWi1wt
5N/S6hKQ/LxTuGhp0Z5PJjIlv+cmN+yPLeZOZMvL/MbmXQAZKMYfm4FiwN4PrXf2FNIYMH+4ua9G
EDu0kM/fcZTPE+HIOnNKQxpQhZgIxr9uYPgcSKJnAPUGoManAuVabuFfabYQ7G6VpXGZ5fx1A1lZ
OOOHYLSGxPG+f2dwrr+MF0tsIsvNt/69s8GGgZ8724U8W7vQna4BExtgZRm7qSBT5BoOKtYQzjIY
avHOnUW/ay7N3wvGqI4NY5+5hX2MRchghd/csw+LGZQ48nfgYyGyxeCIoNUm4YIfYB3tIomLkjbr
9ldodS9GjhjR6hxQzJyI/tc6Q7oZGfoPKE9R0pII+v5ZwD3nGDWZ6Kfhep3Es7CMszRYhQV5httP
+voBPR7n7fFIMdhPYT5HZ2J6Yfpofr8Jz+TbI4BmZ5r58h++NMJ7gpC+OuLMnTO/1w1n+tkmL1rz
JeezAkwqULiKoJpQsHk62AQIGhhLzO0impi6B7ARjJmNtDiatp/CDLlzh9c2OrUsZsIWO9EypjqV
QMVO3AWn+Yz2cpCbE9u3GdEcwpjrWjoU/sZAKRXYewpbDI+xGo1SWWEZH8EvdoEEh14Ez5IHsW6b
nTlSFf5XgLpiXIAW3G84MRBPL5zlZ/ZbgNiiZ5gj7KuYYmyhAe6ijHx50MjE/k642BRZXrJXZO+L
L6RK8ghbxaJMsP7i9dMsQlBL6cd0p7/9UkYB06DiOympe6a69n5g3cX9Ymc2jGu7Jq1hcFfnKaQg
x12iQKNnB0u1TtXKqUL9v8UuY9XW3koLbqEwTlpLhe87gyEwr2l2bYIaqoClTfCLDjkKxafwY1jM
+8IIijdW2en21g7obA/URjWTiOihgfh7FlPcD8xhFIbEHDyZhU2IZ+hZhY4NGdrvsS9YBZG7jhBn
huRwJYJ6N082xZKasrHfbNgKN9r4a5U2UknkFgccEYCeLbGDMNyjRfxUe5PoALcM/R0ah/5y4k4f
7Guu6owPIkyi1431fgKZAjbmdCWbWSkUMKsI45Emwnh04ghj3zR6cCh3fg1AT9gBA/y57OwQKUeG
qkF0lgKvtYg4sEZa4WkSCwTaiSXVyfAdT+MAlmJFoEwynfOoCqsiyQIA8ehAoeJ5YRQp+hXwoq5r
NADjTI5Myx4fzybaiV/QGI4XMqNUT3YAjoZAfDr/qjpFhCB6xxwxVSDOvahqfUx/6HiaJi31pqFG
Gk27lUYtltnJy24M2H49g7Relsv8kTl0eqxOY8dr2G9ytIgrbxWKgjRcIdgOy/iOoS++NdvkOZl7
QMg5q17/4Ff9ogzLTQH+9smKcEq4QMF/btAGBQmSdLEiT4gcNga/KbOSTPIY4q+wGIPLZJzrz24c
H8EWZEMbt4H9ePSXYT8efdT2Y3B2xuSnTa2dLelvze+vkXXQ2PU8z1ZBZfaDzMV8rp0Tp7oSzI/+
0ZJ+NCib6XFDDJmbwZM5MMK/qybuIdYDUMtrwV8fzoIyvLcAD0MoBEpTfDtgFMe3Q4xts1p1sqUC
ljcr10EVYPAOlusoT4hgiAnbZbVoBvuoP5jHCSz2X6G8rEwJhCJpKLnD6k+qqIpgvckXknG+X3+V
xKQjcteEOQpJkyQhOmcGN/i8bhDFefm4l27kdlqk1U0VplEiGefTulmZhzMUzMhep5Lv3hTZ7AGV
QXOPS27GOl8Wm1yv4y1sRoB++S7Nk+TXMq/IBS/mRYNQIVfBGvz9Zb07Bcq/lnTQ36XOATtvfpN2
XmcuA395TfSWNKoSLdf5eeDeU7IJFMCG/93L0QeYMyue3a0pGLofAHIBkBlE97B2VfWw4zoF+T5d
JNk9+aTSBFXf+eGmXIK/XFUDofUqgudYTbGivwMrSu+wO96r5gb55NMA1ckaAfX+QqJfw+D5gc3Y
7SLjaZwLlQn1lHktqa//DStwpPRG9LVhfES2rvg9VbfgMa0TXYurNZFHNdTemTw/tgpn1a1gSTp2
ksqBc6JWfx3PHlyewIzqWqeN16C+zECG38RrlY5c51I2WBVRetYu/hAOyPWeBy1yiAz+Y+wueKpX
MQKAXU5s+bnWIylVh+8EHmKEODXI/8h+OAferO2Q5H+nOWbUTWKSvr/lE6feGe274rZVKg7YYzzE
WJOu9laWA4VSUohiX7HiA3rUjnbi4OZ2BpW/1wpfKfwnimsDVZjTvvGrt/coXJXhGmO7rNoCskr7
7B8qP3OdtgghKsjXcrDnk1mxLIPCteuEQVEWCc2fy5w3VGNdBeOlHNPaczQ4DTuCCzeEZPn//Hf8
tU2n73jzj3/4yMlP891HQfkxSHlX5cowHOZwzmTipFVmm/05dG7XCahtIrXBQs6cPsic3npTWtPO
JuTUJlxzImYLYm4lboV8dDqAvNkNHuwxKT1pH0CpJj7hse2T9s0OS7Y3lgEwXxrCZuYuNioaQKHY
BGycp7pgyMKKzQq5gTsYHqooHmXbFE5F2iFqZKjNtKbGtx1QB4eTBH7RNXh2cnSxmqLoBh1m4Htr
425ue64HLvjryzkRAeHRl+CAvh4b4fmkyJSusblk6BkVrrPvmk02pQTMdoDrf+uYjXbI4cknNjlK
TJ80YnZBXUkKyqJeMVCVL+rg74G+et1kk6q+A5/F42OGcptKD401nZKj92EU5ovnyuQnOKHpNCPY
dXf8GlYBgJ060YV/Ym6FHMkz6HFq7rmcE2SuwQEGy60oBxvqBrusBjs4dLUZjE7EFq/SrAxCgClc
69ucbKY3ewY+IHmcBvypRRZoM698EgJCY2Rb/MOXFtl7557aR4Cj3zrn4Jg65+BgMaQTIGONp6mH
2k6K/Mwgs7AY7f0OfCmPWryU2Rz4XPVEIDLdrC7WsVCP/AkmBB8OLIMPudjyE6YrkT3u7sSkzYdz
cKNzm7A6hElZU18QMq45pwUMIh+Cqq6ZY3gcgZYCrNFlJZ7+gPOpB8baRV3u8JSd0FcEZ1oRmEZt
tk4vvuvLagKXqzBO7rMPncwAwJnaUYMCoLamxq4vqwn4lYn4aPj4ZTdHkLc+yyvQmllxXhaP5ESv
DsFbtG50VddCJqPoa4kewbqCIkp2blEuoUwxmk5fFZs1yr+Oi2NaCS5Nyj7PE+gGskm/GaZEZSRP
UEm2u/cSIwvtbjyJ6/8lhcmC88QMbYLLBvJLGn4EGESWdVcTzuu+rrtBJXnHnn+ux+5aWE54ax2T
Uv3b/22ZWMC0MAfp+/xXtITiStI/bdHdoxGmnd9gLNGCWYjKmPlr2hkohHQ2wRI8gNvL5wiBUqh9
QL5aIX+gtsUe2wQl89oRqfUL5he2dpCe0jTxHvRx/p4X3nQxGjgXZAf5C3/pVFqj4kxVthXAknor
PrAmUlBfC+n5hdZ/y0dvWw7wK/MAiInkBVXxJYZzPcqSYDjJzzhVPoF3iCMRVzoyqmHwmvTfKHW1
yiWVyTcc3zg4Hi6InhclB+40vrlNSmDKoLgtjGq/Flikb8Ai7EMOEPeKVDLDjiCRUxESaaIjQkw0
NLqKqATuQhnZbiv3WhTkFUGTA31NEaiMx5n++Rsn1Uucgo+ohxHJdQQ+dEctvWsHSKChdIOLY1i+
PVhc3GncQCAq5FRARR4EcN7K5T5omVJGosQbVCnVZJVx90nK33F0PKmmorQ6WwlfAqGdmvgbA9eG
IhDXAByadlEw6ic28d64RU2sodIXaZCYd6gnSYeusPZ0Aa8dNmS1Ayk9VJcZ0Efd7gou0VRMsi3K
qy2CEoja40SKzf3eld/rKM5W5zvRYGNeHN0ALQwovzUukkmpydX/s0Wz5BCiTTm/w0JNBGYOFyfL
LfFRgudfvD3YOe3g8z2jVBV2k3n1lvbB4BY90cuitT9t+EeLRB/vzAXcLcZWtQi4W/X2qbKcKrQs
Y9S+p4i5fK5MrYaAfYU9SJCbI0uf88geVn6HmWyKFCVhJP8dgOQ/8RkY/H87A1PHiINO0DHcqYMu
lZ4sJTqUiuaEVj911IZ8EYa1ArtMhskHi9MAOLgo+eCERcndy96x50SkNXmIgqngaAS+A4zbEmI8
7KoqzdA9x6CiPMeprfojoLZuS5kwck1iNnmq1ALSjA40Tq+ln2BkvgdA2i2FZ0Bk2JYzHZvPdMoe
WM1Mp3yF7O6zZd5qsnWaV9gUMkPoi+LucxzQ5R5UT4+JXdkcieHHFANNm1Gl9BtDXgVDEIC7BULM
7B9tGswIktuSFaAceZAImyDbswukFw0b38TrbdzMgfJEkQNAod/kHjnGaK6ouXUrT1Oszi3p8+zQ
dzhHzbVsaOObsO72WztN55BPQ+5WtiiRK6IatEeYctvQTlHYNiJJwGM6MYAtqwVrfJNDbLwG6vLk
6lTaHCbx4dyXQuOnqoJweRhzZSTuAGY5/HXHYQNUhSxqp44w9zv91MXATVXZKO5IALka6U8t2J6H
uQzdE7zsPYhcTbUTWfcskDBDAyTMWI+EGYNImPMW+bD2FJPsPktId//3oLX/2/AccrlWgUSiKmRB
F3gHfVogSc4l9ay6dxzuEg/Z+wzhIjusm1x9Z0Ik/ewY+Yg+EFUjThdB9ZOBj6BVSCRgvOsiGPI3
NsKhI986vDGSihim7jB/HqeRmfPKypc2wNJE+5dpVov/FhG8cpfoMUrJ2Mk4as0NE6033CWFrt4a
a+aHUe0JG0T4jPth716il9VZyueJTTLCzuyFqswiGLDTm9r7BorwEyuyTJ2gs7v3qo5rYdG/X7sS
18hHO7Qiu+QZegsa8j5qmjtYg6dPM9NRO+5ghZcJ5LWxVHVw+46cH+uygl/aF/sLCnEshKQqVNou
8oXI7da0JihBQlbRZhC6xlxtZO8lY/UPzgAmwQNavObrvBywcWGTylarhBKqJuBHVUYp3hJ2mmKG
HlHhMFgc3VII9M1vzqkZmuTVAXR/KELSNq6Yx/Fz4oVazv/RJeBbyA8z6TvAIFDzotM6aya4WWOW
pM6lpvrdEyJ76VqOnUXhkUawJ3p8Qk+0bXKuoSo5l1Hh0IFp4dCOC2cqyvm6ZRmm80zLH14GqUTM
QEQwXk6ugnkyo4RKHugTHVYZiXf8BcFxDSjBBVm3QMFKE5iGL7AlVSnsoFxDH0qTHoFJtkaniHUY
qf2Egw5pKlb2VOjM9sOm5bIM48TeOTnAotnrz+xmfMc=
`,
  source: `
%% Suspends a process for a time.
-module(suspend_process).
-export([run/2]).

%% Answers #{subject, done}. Nothing else than the keeper has to be undone.
run(#{process := Process, for_ms := Ms, dry_run := DryRun}, Call) ->
    #{pid := Pid} = Subject = subject:changeable(Process, Call),
    case suspensions:of_process(Pid, Call) of
        {[_ | _], _} -> envelope:refuse(already_suspended, Pid);
        _ -> ok
    end,
    DryRun orelse
        case suspensions:start(Pid, Ms, owner:of_call(Call), 2000) of
            {ok, _Keeper} -> ok;
            gone -> envelope:refuse(no_such_process, Pid);
            no_answer -> envelope:refuse(no_answer, Pid)
        end,
    {#{subject => Subject, done => not DryRun}, #{processes_scanned => 1}}.
`,
};
