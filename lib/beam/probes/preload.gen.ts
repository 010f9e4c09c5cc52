// Made by scripts/gen_probes from preload.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";
import source from "./preload.erl" with { type: "text" };

/** What preload.erl becomes on its way to a node. */
export const preload: CompiledProbe = {
  name: "preload",
  library: [
    "cut",
    "envelope",
    "guard",
  ],
  calls: [
    "code:ensure_modules_loaded/1",
    "erlang:cancel_timer/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:function_exported/3",
    "erlang:group_leader/2",
    "erlang:is_pid/1",
    "erlang:length/1",
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
    "erlang:whereis/1",
    "io_lib:format/3",
    "lists:foreach/2",
    "maps:get/2",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAFnkeNrtXEuT4zoVTttO0pnunuHegWLNmqKKgr8ACzawoYq7cym2kshtSylJHk+zYM2/BvkZ
62XLzmN6apJdLOt19J33kQ9+seT5MYVgkS4Wi88Hv/B3OQaLg1esoxTkDLKy4eGwLFb1//pNv3zz
C6BgUawgTQHenx74YMvKfxk41i8Hh6D4JP6FOwTTOIRfQcTFFH4RAE4y0WPNyI6HGTuNEUQQpaPd
DoDGUrfHLeIhQ/+GY10/HKBoLQiNe72XEY3+/Kexro9HSvYUsl7HzfaNw2reJEnKHW/EIEEE0lTq
+Sx6RqJjuEvBvnzN6zVuOBWTwq+I9x4GnOYwEYMtM8CjQzVaM+fP0QFGr2E7ZERi2JvUNP0apjCD
mLczrxHmcA/FYMDTjjOpj117bFzLChyPEMfz5/enzG8g7J6S/BgKGMfitWr42UsJzltKwGC6S8xk
eo4AjmAacpRBauz9mIFXGFK4Mw/wcYswoG8hJ2GKGB9iMsAYiaSxnyIi4C4G4IQOLH1smI1YHaRQ
bMS+scEBljnmgreXhUfE0ouH3w9jekgk6IMP8LXlTMqOHUFNZNmwIyhwSI4dWsZFZNJgxkjmksdb
SPWlrzeOlIlYXpqx7CK8jYBLyl+1CIKZvKkU4VepRd1ZT3wiQhF/6z3zU1L0x5294ZV5w97Ahltw
eIWPkZhIgYnlgD5t8+woGDXOI47Eoo0k45BmyfzNrKdsppMDj6P8B9irAJVBeA92C7YkfrPzzfuU
GRZ7QJ9glQIOK4mqHnj/v9/vsQMohXHvyUcO6B7yakckr6RziQUhDLoDSlzE65FQMQip4VJKE5Oh
US9PscoeNNNB0131YSdDPZc7kLJe125ETDAc38FynwuzTO3ncMIxYScuTCbwXtBQ18qErTAeXMFz
xkKCw/oQT1D7w02sqiE4V0LX1TA3DK7poqBYUZgRDmUW6IRJB+iMYMIJRlGFaRUPTxlKBfdDIbTj
SyzRG5a8HVJKVcNkjZUM29sI74hqFmp2jzpD0mPAoPDSyGDxtoM+7iEWR86hySqWdatpBSvEwiOK
LbyaWHi9r21tUz6EE0TAifksrH85HDZUNbBTcRCaAjFtBWJkmoxKvY0QI3CHMIyHTDDrJAgjYeQM
7KUCW2J8OIE4QwaYdoSSpm3nXhU+p299JMySUI/TDUS39RkoaJHmssHZKezkROUhjdwXDB55VaWC
dVxvbIV9Vb/kB0qKgRfWwr4RI8VWBWRXXonMq06bvuTUjVmSuNDD7oWq1smZm9JtqxchyrcwjChg
B3hGoGEzAfAWwDpsP5Em3Yruv0hGYDJJWngj7pqdvh31MvA1rDzj9nDcwwaBfJ6NDhvu8ioMA9UU
HTW/IKWEhinZ7yvvRLZGx3r/FuEozWNB/gMQCA+rM0KQ6QbxeYSXQwjuEU7V6dLJqPdRPC6jn6b3
MvlaqkgYW2ztbVmArUvUDn7blESvLe3mBC3d7NInJoz02s+iNfdOH8PPENYjha59wVeDbFn0nQaT
ULyBIyFLHhws/id+yYw96kYx2AnsVONTGEH0pWGSzRRNuu75xkPuuzLpyT8YCKd5JhtFEklnxGI+
OOuNMVIHgvP6YskX3qYqr0/RCI3ZjAw45QiCv/7yt3+aSDWu7mRzQrH7pDNSzHtX0EkxIQXhJsd4
1B2QQxlLBboPN4Pug2ymKmyqr7t+x+6G9N06uc8NEG6JAV4NmB1eSh4uHbs70n4YpM33GJ5rj6HG
jCUWezXIWtMnd+TekfsefV2rbzvkxl6af8Zyj3fmeVfMY0lp247vDGDUqX89pnQHw/cqSdfTE/UT
ZYzVfekAUWda7Q5NL7RwR9h3h7CnK/gzt8C7nszu5jeksfXgnRY7UGF9EeZZC5RwGPGB7MJdRP8o
Inr2FM/TedReeNVP8Y2d47Jva/zlH//6e5+SCswjqdRXLlu6myQ/Jt7PE9FNhdTslb7Mz9pfIjrd
lGoZGW9ianOGNtb8itZM07NNTZLtjNKd2Uf0cUoVeZ008jHhM0TGS0biPIVhSkAMrSVE4wevcO9v
IGY5hWE9OjMP3xZZyLEOY4VTCvGeHyz9T3nx65TQ9LPkY4RY5xgptPi1gBUVTAwpK2FXA9CxqA6V
MN1K8R5CBVLbPawYpwjvweJ1Efznj/w4VNXV1mc51Vk/lYsW54YyxFWKnwq97BT3zuLVLjPuKgz1
WjMFK7IZe5nF+c6Lm5aDVzL3Lsl+VagORr/mSKRPZokUTOUj+xKtLsdFIDZ09+XBoSiiraq2A61v
Rzit7BKFaQqs5+9Klfizq34D1mhHfyxLLFmHR0A5AqkNLMo+TXdINpiIZ7j0Ki3NLGeSIEwuj62m
PsZY5ePNk2UzpEUyYu883NTn0skzUG9fLvK9WsEVJCXld3mQXEunWK3uOQVhutQZANsZSudXF1A6
jgUol0JlTWaDFWZdhxR4uOQFamt9ted4C9dwt/Na9xsnAuMnZ2AYB84IRpxQVdHq4ZrusoMbcc2K
qZ1u9v3G4ID2h8RFbU28R6Gu9ElsN0URKENjxhcetxBklUdial3VEDff8OyKNbUxxbpCgDGxtwoO
YfZW+AWkxtbnsrUEDcWWN6r+qXjFbDKUrcIwYQMLZxEwk+oDpJyFMdzme2O7Dy172pT7GdjyDgln
GGTmNfl7aFmOaAgZpF8gNZ/dPiVbC5UChKGZQq1/amp7qdvC2mEdfOVIIedm3CxLzjJTYtUUexu3
W7eFJD2at1QFqozcSmgcI4sRWTYy28GVX3aIrOTYiNajfTMeNR9oYJ2ucf3N22f5UZw1YsRMHp+9
mQddnq6Ma3tvIxtGVmsaw5xXt+zboNlpXAoiONen+EnIuipeLzRu6bLAWPUfXipu63i9F3ypJhbI
Z6zsH1EIOFS+HjEpchRMuOsxctnJuXSl9Uia8vDfDZU5rqlQm4BBp4J63Sj9tsX0SsHQ5//evB7d
Py+nYU95DuYzzkg4qeGpUWOmTydcyub06rkn9aMG3zbvNPOMrpdz+qZYuF0G8o6C62QeP81whm4U
LHEI9o5/MeY6unlWMHrgdr2um5sZbJD0QRw7T2NA4RkkmRygr/i1w+0ZGlPetPUurKmWzpnI3rhA
3DT1RzBObhGEcPimgz1aZM1f14cyJEBbW/DseMvPF+R/+7IdtZzB5tX02ym8abpK/o7ocLOgX+B8
/bEZSrv7OC1k6B5k68oA7u7KZHfF+97cFRfmlbF8t0zfl3/iUA3UBO16m9wRCkF0cE8RjF0HOVOQ
f55+gUA3TQfyAJf4OMekL/dcJiEjYBo1Qrc/9LfNdkz9JJClfstivj6cIcwUTTnFzda4zHGf0oeF
qm+e9GUce2McZmrVlvwRnQkHXP7+D7PVbfY=
`,
  source,
};
