// Made by scripts/gen_probes from members.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./members.erl" with { type: "text" };

/** What members.erl becomes on its way to a node. */
export const members: CompiledProbe = {
  name: "members",
  library: [
    "cut",
    "envelope",
    "guard",
    "ours",
  ],
  calls: [
    "erlang:cancel_timer/1",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:is_tuple/1",
    "erlang:make_ref/0",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/1",
    "erlang:nodes/0",
    "erlang:nodes/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:tuple_size/1",
    "erlang:whereis/1",
    "ets:match_object/2",
    "io_lib:format/3",
    "lists:foreach/2",
    "lists:member/2",
    "lists:sort/1",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFqLeNrtXMuP4zQYb5O0ndmZ3eWxEmfOCAnBDQlOcOACFyS4RW7iNs4kcWW7mx0OnPmvwUmT
1PEjcR6dGVad0/ThR77v9z39cyM3X7HjIYFgkSwWi3eRm7u7YwYWkZNvggQcKaTFB8tola9Pr0/f
dItvvgcELPI1JAnI9uc3XLClxasUHE5fXkVe/pa/8ncIJqEPP4CA8SXc3AMMp3zEhuId81N6nuOz
IILBg38gOICU+gEOYe8kESBha5KbLWI+RX/1Dn0VQf5pjkkojPZCwHpH3vAd7gnf4nncfQCyACY+
QykkfeNvcZ75xf/CBLfbRwbLfcdxXMjvFZ/FC0CStIbe18LZJWBffM0R52WErwo/ICa86TFyhDGf
bJUCFkTlbNWaq4AE330rrKNbcQMTmMKM1YttUMbgHvLxwFHwEJ9wo7ytXX4NDgeYhePXd4esr5Hl
nuDjwed2EPKvldOP3oo3bSsehckujsevv9Kv73RYbCV+vW68AKJEu4mbFDxAn8CdfuCbLcoAefQZ
9hNEWZdLAJTiYIBh9I2+CzA3Zr48w6RDyr2b4M8GCeTmrIqjc+DqmDH+rVXuYP7A+fIrxdLsPZ06
u9ld6RVxX4xr1KATxy09AC5vfGgA1R8G4grWWvEWnqdGvRhhHDOuBsJ8rYe5TWDSwjMu/spN4Iy2
HyZB2UPrE/mJhGiAMEHsUXjPTXAuzjv6gTfD7brChJO7GeLrSOgw6OXt9pgeuFWHx4AhvmetxBgk
6QQfdTPkWRqncdNrdoA+8JirCSudw7wtDh/N5vLsLsKQx6hzrhOu79LTyroVX7viiB1ACQyFd94w
QPaQlekLPpZeu1A7N/dGF7GN4zxgwifBJ2QU/sKQIZ12KKWXSyVrUWJoHbI6Rq52IKHC0GbGDGew
/yFW+yPPKOVxFnoNMT3bXDzA0rxKwEaTqz1u5w7uU+rjzD/p8Qywr58ku5NAXDpV26JCM58SY7x8
TWCKGWwDv/EWDYxTnGGGMxSUMJMhcJeihJs35E45nGOLTrdrbcBRhBLajkhxd3aPsh2WM1Ilj5FX
iAWz83InCTTJdj3pzR5mXMsM6hLyduzU7WCNqH9AocE8Y4N5i9HUtOTSH2D1Z3szWPt8OKykqrGg
POKhAFFlB3xmEvc6ulvuOeAOZTDsSq2Mi6AM8SSm41lKsMXaN83CUXasjdGSrOW9OfghtppH2anT
wFcrC27kiKf4spltKuNRgaMHvRwdtYlAJ1DH+9Zbe99au3L3h+9/GJLdc62EUKt3SUfxLP0fRT6t
HdboWOcuI4+iPxglvlfDywC7/WnsyBDG22VFk6zFZzvoysactg7k2GCc1+nboZjmrVhEcN7xhQ1P
Y/lMoTHzMGctcdtjWz30nEtXKWlsIw9zZ0LpMEx7KDWvfs190hb6AQE0ghM6XXcDAG8ArMXjx61F
t3z4n60CIB4UUO18/bLDMl6n4INftj1q5TRVoddb3rX1WWUy3UMeeHoo1yC9eTckBBM/wft9WYS2
y5C+0V+gLEiOIRd/BDjC/VJHCFK1Epom+HaDyL5HL9fWqhjVMVJhrS3HNT1xTUltav1p9nmqq6ec
JDSFnzY+GOpYAcPbBAcPtQK0LdXqaGFoUXNHeVHHznWzO2ION0WZ2uG2HQs+aFzSQiwyewR/8Qq0
7bkyb/Ev/4tHPKxaWoEdD0fl/AQGEL2vjOx2SCTeCH0VEQzKMuf8t6O96uiympYTm5CZ3ltHmj7h
etzaREfm7iGTPfy5d6W1LqPVDRG+9/Ofv/yuE5khUOrSAbkJ2laUVBvaYk3piC3lJm5v9dhudq0k
jC4viNGlpooQvYP+O+Y6Vaz722OeAMr9Segl8NcgozDZov6/YuqjwtT4suH+VDaccGFoxl8UmqbS
6wrRK0Sfr7I1n1V2Va2XsJR29+dqJi/BTAxEBKOOJqhfPqttukVXlb9kz3gznEwxwmXoyohG56cj
8q7CQijxrzB6kTB6fbG64imgrdINNHjp6ZUpZbsK46mWUpzmMRgwiWBz9bMflZ8dvcSb4TZ4ImiZ
PHsvYFdiOvDTb3/82nW0Yj6TPtO6VA3U0Ok/8DU2rzTTq5THqwV9TBY03Z1XRx+jd/t2/HH8HE3k
inxntOyB55aWbK8+itSq4F8ohJ11hMIQZrFA0GqjesIRyZnPP/rqwMgp1gYO2KqPaWbmg+jA4EJG
W5THQhk+3sY8T1BY2fSR+mHbGwuH+kNoFOUJr6jDLQgB2WvJAmdGml6IN4j65Tpmjlt1qPajdvyr
cnDp4U0zSMrtpe9Nh0v/QduqiDyi7tYpTLfqrZvRmLemto261KaBtpYa1BysO30H/5v3iKJtAodL
zqO8gDRr7uR2+nnOlSO60PomtyfRSS7DPBPJJX2PtzlmqDykPr/1jjt4wkMkJLTImU7ZkyUjGRU5
1rbVOMWEu6n6GdaUEZTtweJh4f39DTt0UWJrV2J1CeWu2DTli6eIyWwywSfZMz67JK5QJBvcL61Z
FjJRV/JmEvtils25QykgltQVifBiw5GRU5bOHH1MSvaJPiXzhtqReYtGJuUsEOu6Rri04BLVF1HM
QOuiKQ8+K7Hlc6qkopFPJYek0VcmPFrdCnD7KBKtiusACEMgMYFFek7dBbvbDPP3sqLFY/iYHmnL
EcbzY6tsxhnIcc44XzbCW8QdjmAiU/rN9F5l5/2kYpMvtcYsIdkKfvOD5FIxRQ4Q1r9qoONRmqiM
WrBNCDqfzhB0zJ1y2aXMgsqTmDVZmHEfIiX/AkWG5lqCY/nrCZqL7pe69D0QGJ9ZA2OeCz+WwtUH
pnq50Ze/vQjto9gmbCk48QYQ+ntutFjfgK/jZ9V3+LKLqrYhXMmAQivCs+pCn5f6LNFEPv/nyUnD
7rSutuqTrPrbE0425GKq1/REOWVF6Xv5Ezv57PF5Tx5G6uhyZxDPioWn48dcUXCZk6hPRoTuJ0rt
LVoT/T/+cpnYPKp10nGRXo3N1QomSLogDK2XGX0heJ520okxUuN2QsRsP7TxwqOcBQ4SstPvEG8r
6goM46dImS1+vsFc27Qloyily4HWueDk6uDzGe3fvG3LKKfJeW05HC9PDk9WonrWN9aqqZTrasMK
XPuSsO6vXcuV4eWK838rV2yMt43la2b6suqTMVyCzQ4TCILIvqFl1tAsTfd3w3nmamra0bWa4xcY
Bv08yzztQw7ToHK64tTP25sb+rsvBraBIX1dTnBmUqQcUmYrVjYH7emePlIGU5lj0P6llAEKLv7+
A4vBYxw=
`,
  source,
};
