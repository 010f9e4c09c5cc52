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
    "marked",
    "names",
    "owner",
    "subject",
    "suspensions",
    "sweep",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "erlang:atom_to_binary/2",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:error/1",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:group_leader/2",
    "erlang:is_atom/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_map_key/2",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
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
    "erlang:start_timer/3",
    "erlang:suspend_process/2",
    "erlang:system_info/1",
    "erlang:throw/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "ets:match/2",
    "global:whereis_name/1",
    "io_lib:format/3",
    "lists:any/2",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
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
    "string:lowercase/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAQBNeNrtXUlz40h2lgiKkkpVXb3MTNseb22XPfbUdE+RICnJMTUx4fAcfLEdDkd7bgiITJKA
QIAGwGKpDz77p/nov+FfYScALrm8XAFQKlt16ZYEZCYyX771e+8tnM1Zvl5FyD+JTk5ObhfOxpmt
Y/9k0dmcTyJ/naGs+MPp4mzTq36unnSKJz/4qX+yOf3N4f873/eLH5b+qnqsu+huXuOfvFmAoqmH
PvqTHA/ubLp+nizxC+dZMsu9ZXYYwvm+/0751sJPp9Rbne/HqpdeLBD+6yZJp/RsA9WLF6s0maco
o6a7CcOw+MJL/HZ34kcR9cpL/MoEv+HNIn9ePNYh/niZp3g29DHIiV9283SNQjzY2dLPJ4tytMMa
+8Qs0HznKEJLFOe7qc6DOEdzhN/2O+RJhdVhkr8Bp+x8P7Cf0VHPCOzYPE3WKw9T4hSl1aDWC+ja
LKCboWgWirbjFnznYunfIy9FM9FrQ9lt8LMsmVDjXU0STJ5BjH9MJYtUDXOJV4RSFE8Q+wnS187W
cR5E+KZ3klWxUW8ZEpRcUX4w4W0TbZULfvBltvI3sZes9ues5k/h9sjBDSyu3Y4iSNbXEZ22Ie2d
cbQnZ5V7SgmLf+VsSZzRa46C+J76C7twglMFSRrkD8TvnCjZkONaf1mP+7IO/GXVKXc2ThzgwZnz
Fu75NfnDKLRf57l6nfsbeaG8E352j1KWMUpf6d4l0weWsh/1vnLCkR+rF/k5ynLggMifHfKNmR9E
aEr85rPcT+co9/JgiZJ1MZZzh3kZvo/7PQ91eNcqSfEgSXXuxYWm5G61LkYdOeUkKcv28cGFsrfO
Zn6UEa/tR4uTGKmXfTZfY5WEfU/jBKdJdrgqofyCdLe7SN2UHa+TTvRymXlJ7FUHdKCYb1tUKyha
LHmbrm5JD8Qx8+6ml6JlkiOagLHW4MdzkhyXSZzkSRxMSopkD/ZqGURRkCHMFqc1V9eRs7j9aRd8
nFIi+6FcewziWcLqQpwywE4QEhenu+lEE0ax2w14MUcxPsocsYofJaKgiXtB5q2CKXDDQsHtJIUX
NNOpp3lhD1dFcFEbobPt3gEXYrPAjDrIuMnxoGmoZE2X+L6jWRCjqUxHEU4SxEEehpLPKCgqhH5n
sCtCdYUiDHc3T2/j5OkDec5W7ORCX22C1wFsipCT0qIxPGyZTPaRN7mT3DPXGBiwo1oTKU3P8kWa
bCQPnGMdAY80pXg/JR5C+jppfZTFDFs5Hup8HW0H7UV4zYXymscrzDDvkDdJ/WyB/2BNhZdKKhTS
FP2FITXuHX72d5QWFBpdyY7QghBv3n5rlv5Hr7TFsuAHZGaOdnevkOJA/sY9FqqsLqZUTlCaJqkX
JfN5qWrTKpnq7a+DeBKtp8jLFn6Kpl6hcqYByniN0HrHaYNV37nFGw991Suc8aD0TsHGw0i5tsp4
YImW5GJ70rqLksn9bmO0PFR6GtpVhhXSyl5Iq8tmPoazDGLeXaT7rv8R4AInpIJM8a3WtGWaX8Td
k//B/0KLT+J1Qn+WY9WkGD9FExR82FL4pYl0OidMOsrAZGY5qMMSz0uHFeYU86hh+L9QcG/Vbnbx
fSHZhoNtJZadHuxk4qYw98ZkZ7u//d3f/wu7IUIhM2JUH2q/GaVVl2JeTnzMO6LDLTxlTDelVkub
zmcMoZ22R2intErG3CJ+odUzEivAE43bGk1SbqKGyWh/5sW9KkyOZ2r55KnFXkd+WenIFS0IfHMN
EyDl3H6mvf+/tHc8+4yyx2QWWJO03n+m9UemdUGAjzyUGidcxjt5n8XzCT9dbnauG6zUvv2UEr4/
1ipaxarlhDH7TB1PkDqurLXy9igSCu6NgeAe78oBbFI3rEHU51ha52iS077fZ573qfM864Ff6l+X
azYSojqRM1Ls/t0//us/kFvEEOWEweDdPgvl/2MEassCt/AL65W9Mgk/NuFH3CI/mMtiGBdyhLgm
R4mgBa6TMmbQmyUpg7p1lRNN0wcvXcdMYJ8PYnVFYRbl4TurYEor+wKI4dieQD7TJ5ARhPDg+JHR
7K/N7F5idq1AdAfCZ5TcF/z/EMLkGH3P58rv2Q3yhR+lyJ8+eNk6W6F4iqYaZp2Sg+3iO70kRUWI
kb/e9c7rC+77zrTOy7Wf8kt9g6fPRafP/2t7CBooCgEG4loghqRIvXkJ2TkaMb2OE0xHk4UHMD8B
Ke2jrPhVP842hbg92noPk7IOJihItGeYHVXI/Dxb34WMgq9EiHanFaCxujlOnOQ8SxfxbH60L7ZH
gDIvwzpXXN5rYpNOW8As9XWxhOfrOJgkU0T86kdYlqRY8KA08/KkAhk8aCITg8SLgjtGjmLxtFt5
L8vTIJ77J/cn3X9/l69EaLkd9k0LCn5VLDjDEy+DnLn8BwydeIs72lvsmglrGCgbArA1N7Rcg6O9
Bn2UBYfL6GsALBgNbwjExw15x1cc7+jqkT6jH9GugvpEMDQjAgLkLSYEmRQxCU1oA/fcsMZXkCBY
a8hyN8MqDuebGchsxJWf5oEfCQ/bhXNKsGjBv4sLISD481bhIrlFfToZiZT8jh3fML+2IXMjawrz
lyZ2AWTfDp+afdun5UPtk22DGwPWsx1MzoXIoQZ//pElfx5xV9aaUqqtAVWIEeecaybdlwFjdzRS
SoGUxraS/wyP8MeKIwSHWyZxkCcpK24gLwvj/OC89hA73o1vnQTYXQTzRajDy/WP/tbaYUOluVr7
hRxTv9CN6gUqB9nIM/aySM3AYtgrSIO7yyBg9p09if5En5vfcs6ohh1jX9ullw/51KTCub0jHzo3
SYCHZLzh+wx6jSuCluuISbKGdbSzKMhy0pnbW6LlHZ+hrrVXp4BiZrXpv6eCE+ttQ+8epTGKam6C
enw6sZcJvess9Et/tYqCiZ8HSewt/Qyb4ZwPz/gjLu/Rw+E7HDZDBUZvlzHg3dTO+795z5qhIkUd
+gSCICskfGmqk4UM2j5Ix48f9GUrZ6JfH+JcxI7o5LSBaUtlVQ37W/H7zdyKbrJOs9p3gskaANw5
UEo+pxYRqcFkQj2QGD0UuPr5jElCBoVaqZp0NvnBrX4MF+gWi1D6B+VygCrN0oiGM1apIzJyYoSr
4jEywoKldmj+jktSCOUqrBnM+AMNhZgj7zHsrTzko1cKbZGv9QA+sU2W3o/CRbUciHTrnMxhV+Hf
ArvL5z4rE5g1FwbmDHN3+ZFjJiBy7hHWCMdJxmFooH1uKyl0xYnxI3OZcLbOkjSnRWTn7Vuhgu6G
Rvn2o1AteLtxMkXQm8KHyUF/+V60A7qFk26EW93R1fN3E6sE94utyzIofaqkhsGIzja4IENdPEMj
VwdztUZV2LHE9LgObeYqPc2F+lpDYRzV5go/tQZihKym2bT7ayAr6lAl+CshX0AOPjuHwbrPtGB6
Q5mPcOdpge52X+7Q06n6NNBgf4/iBvxDfQiH5mb2j+bd08rZZvOZHyNlW8ivjpEB7dTDYlZegjYS
oEHUiVGBkwF1e3bIqdYTEwqu+rgAWcmhPG5a0uUUMTECBvTF2T+zaJ0t6DutF9Qe1AJdV14saQDj
qKjrZ5rajsuA5mrVj6kfqumHNUufDbRLnzGqkLrYmb4ZNNwzRIHNN1THL0XG2ZCxo0xWJTHOjCqs
uYoKa27LFda6utWTBuKgfB+M0O8rtHwjknuYB+CpSnCvjjI0egLKEIXJ/eo/Pj2NaKTLKFsXUPvd
iAuoZXQEMTV6dDE1ekpi6iinfEw15Pl868TmvtJG1bSJbBOCYIFS3C1IORkKV1BHFZJyfQndOP50
KhkXIBS7b9SAGY8ORFRDzLAfNIRy7XV3qiNiMIcwY9geckxeZJdT3obMZso4z07Zqe32+iPL6zSq
aXQOFNx+3GwCWo3PbMRvPAQiy45GYwTDz/xj/aSwobwRCOueeJ2ieVCAWNDUi/0lgqO8FCoOeuLz
yTpN8do9vJ2TIrYAPtXDena+zsC/fbHElOLPkfdva7RGXoQEQyyxBpDCoebXeZLjRR6KpEri0eBn
UrBBEE5/6Pjy6JF5Fw5fawbYNYLX7qcRvHafdPAaXJ329pNx3sY+6U/0xZtrnCN/OUuTpVfEHKFY
NVvMvOVeAlzss3sI4x+i2Xpq3iCEYt3gzexrJf7JFu4gGn5QsnMOLOhPvNy/M8iakmMXO2/6lF75
ZhCGpm0DGjlSjusm+corMivfwWwfG3mYMQSY7BIx5y4fmAURLBVeoTQvfJV4R2JfIOLKR4p0Um+1
TueCeX5aPhUFeCAsivwU+fiVKMIqaQK/8E35wjRI84cdd8PCax4XgsyPp5Fgni/L17A4miBvgs86
Fjz3Oksm9yj3KjEvEJxlQwK6e0nDR1jNAP3lJyRN4r/mabFd8Me8qOCxWBSswL9flaeTofSDYIDe
tjY5OHj1N+HgZWsI8C+fYbUmnhad7MoC6PDoMT4EAt3L/t1J0UeYMgua3X6TN7C/AFgA4BVM72Dl
qxhhS3WS7ftyHiV3+JFCUZQ91/XX+QL8y0UxEVotp/AaiyUW+29BikIZdsNCeuxyXdg662UVIUD7
P5P4pflcsL7J3PUKo5MgW6LVVJuNg4in/ymUJNCQB3GmrF+AeeuSPVP5G2wyz0j5xgKv3IoLetad
p7qrYHJvY5FSqmLZB1MB8dbLKPghWMl00rI5nMZXYSVjZRPgZFDbt2yGAgO/ZB8O7S96YaQiAMVt
dUv+VAk/EqqfNxwNUUyTmOQ/RX84BWzEeilr3yjsIRgRqdectKZ9UR6TUqm/rlX2C8aKDcJQ0Yzr
WoTXIjQErFUXdHmPHpSztVxSpZ4348+Uzioh8HcalM4jPyVRcRdv7pC/zP1VGJr1DOQw1UqbeyB9
zHbZPHg4w0+L0zyO5kIyLEWj/E7R5dcOtT2WL20gz3LhHIvibJaOpbdn0FCiULWRNP2f/oqV4SRA
4fXf/uaJbz9Jd09i54fgzttqWppJuPt7JmInterp7e6h9XuNwNlHQgcoFGjpgcTprNa58d6ZFLow
KRIx4msUipKOh0BNHABXt53c2yHOOsIxgEb0bDs3U3vy9RaDvPNUAQk+h4uhG8rVaolKoJ81gWDj
p4SKd4+OAevWRamM62DAiLr62XqJ2kf1jB8d1TP+1FBbFIMs2Mk02cTH7YDyfG5No+0GytrQx0Xb
PZ8vd75hawW7ugb5Sn2oYWM7SlA/fMZua8vtzqeB3Vbxmf4zqvfx+Yy5LXo+w1aKf8AaWKSG16/F
+ecmaLcw5CrvCZbdVaVTiZQjtv7codN8b+Pk6QPpbmA/86rY4aLS9B4wAT31WVWHungOdG2Pw/BA
t/q96KtwNHGp7vypn84fqwcAh+IiC5SGtqfTLWGLDLazMX/WG31aHIlr7xP0SfjnTLA1bqiZ9sVl
xUkmOy8m2yOiAM3/KGTxKk5yzweIQlrH/wBIPN5KX+4IeI+UtZrwL2r2t+ZhbZEP4+3AONMB8RvW
uni9Cg0CZZPWOI2/NGh+BSoO+1XtT21bsq48tZqr+5lJd44ae3uxx2upc3UF0dT2vqu9wxXJU/io
X/82Cj4G6Xf/fNgryZmDpd1tpKm8lw7MomrlIdGBe8vi3Fzi9rV1Fd2xdRVdOldqBJiwjggl1G9C
mv+VBuflaya+A6NObo2oE92ItoTSSOs7DrTyu3ctkWWWPFfCq29Ywoup0NhiwWFRoOSGqeJK3oNX
KjwSrctvr5QcwcQJe9tecVyuDSuspevQvY7Am1z6js2XOOoLzhbwHCo/6nybN9TI/vJJSEYbTGYn
1V3KbiyjBZwv/SC6Sz42sgIgn8psN4hEq9q7sR3LaAHdAm5xCCL+vJkryCI5RPqyvvvxAd/o5b7M
CakAXGySdFrMovxWIimNMwjxyc3zBVRvWTHoVZGslpXZas0QNZH9ZnSSr7L1CqUfguxQJZaperwr
GQ/670w6+RQuwixPUkHjjFuBykZiCFsB914RWQ5w2eeBST2YvlhbKBV0m2IwDcA3hgIFioYND6mf
xvadhBigLh5M2d/hYoWPgG4eU5XPhtGcdgvj8ObK5qp7vDlUTX27SbWV37/Wt/FcsTeduCoQ1OzX
7HUjPd1wI5AGmlf83KqvakGZoUZNRfJceN18JExsqGGPv1XC6NgSWYYT/EI/CXQkUL4LugzhRh+i
KqTNwGlo62kL/OZza1ytBpaf4fErfaCU1qTCIWoQVtKNRXDlDKsI02hPndoZEZJyysp0pBq+rm85
EulpkAhtAwDsXlLLd9BQmsqYT1PRkeoQEQ209A6iex+DRG8Rqm+UNcVntQzU3WWhhq4najMqiAqL
joD0yqfh966K1KpePMhyaxL/Tik3RKW3+/UKN3KHqY4kAhUVpchJfg5DzZZOpWgn6ggCietvq6u/
rXWKUuNNmBB9Kjht4Yh94LSOqSNjKoIiT6e1YCJ9i+Jvpzxeqj4Rvtza6UwfZWpS9WGa9E7tgHlx
0jCBfAhVZVAWelHPWvilRhxOUpNGI1UrbqJp/BsjrIgJJJavxizZXI0GWQP1ljQY1K6/L6DCQVdv
aUC1uQEqzYlS6G/V5kPVgZ3c0ijZoLQ4L6AetWCea2EeqfVxvDPp9Fj/K63X2beHXg1VtuDQAo6W
re92gCjO8qGQmj/7XBj2cg1ghxqdWShdWNabxSxZlfGUmAAZt2GyafAB1nDuHnJUershdydd0yEM
rbNp9Iotsf5OtpySTq8RGlsq1GmuD7UC3v9KBp2Gljc06mDKpQc2R+lM/58zGdt1VAryE0JPiWFe
EmMJ8DgaNszqS2uy6zjT1bbcMYrNFamEpaZh9O0S2unZQpXOPvjRGjGeKAjE0LeHeBb/ZRpfPbKm
e62h6Wpqlv1QM4jTtO5scXWhgzA6VoeCLWKGJ4LQ7+JStAA5BsBNQ5GRF8yt9f1kVMo6pbz0NKfm
nmb4E2/5ym7HOQdmEUeYlQsGjuwxnNXvYRA3tP5Xu1SB8r3j0/1ARfcDzrdlm1CxLDPxqR5+epSu
KgfUuOFmsH/jIxEooWdoYvbGkjjRTXstlp9kNaEXb/YYEbN6Qh1JD1rb2jmv3pBAurDGSORnkaEX
ZT2skf3RDPTvxq0xzY6aqsBm0PB1LKs4om2SdzXgt6xKIFIBgNyhprrtAqZrJf10XxJ+gysGyR+5
g+/Yvk48DXE1K2t3Y/9xrhKhrnGj6QNVU42CAolAVDLBwvYu5JqR0Pa1yKlaV7a3TzA3lgWowpZZ
7bBmVpQM1A2z3GtRJos6X8ARFpwQd4cbSOok0c3LXYgijSsqjjgr9jh9GNkywqT5v4cefStqztxw
iV6DaKYjVbr4S8E4Zvc9hMjyUBaFLoZa3So1ulIb7uTIvjuVoOLdMbCOLhSvqVdNW1mUzRHW9jhS
0WlhrW8+vGe9jLH+GQANWfRN7PorvdZf6ZhPZpesdMwy0ObbrF0r+rwZILLZmuED5Ru7atxs0QdF
7RoW1j80w0EoPcAAYEu4f0MIa6kJbupoNbHSC6FO11XuAxKj1iRZLuJew4ez4bSOa4sI3A/BahNU
ayC8pvgCEOlkkvI0JDxPyLQYonZD/aZkXPmSnkkhcUosawYmxlQSwuCdmaazr/wuRsrXyvUYKkG5
B/yqyLvbl0F/+yYrA+iy+GKFK45NkJR8BCE9RaXc1dfpBnBj9ISOxltZ8YfUL/K5ODABQy77n2hM
+I3MD15h9wCsQmh2AxRxO/ZSAH28yEcNCJ9N/xnYNyPYgal1cf5HyxAaaGQIDdUZQkMwQ+i0Rq+U
3Y4JTp9xpFvnBfRr5wXIiVnPvrkRGlwuTNHEsHCq3kDoGXStiRi6EFopgKcW6XxAnzmxPoMnv6YB
VIQNDtorOjyW21AYI1YvQ0zdWETQtcXl9t6WuuEEDOvORLUcZN/p2jnlkXNN61pK0mmhFazSAm4x
57Cm4s9ulkGehWFdQzm9MdlMTVYLPYboZbPm+s3tB/6I018IUyC7JHc8igvHbSPhYttLyTzXog9k
ibMpRnLjCtqqrw+1H9FHfIOCeF7CrOQVe9f57CZssYxVa2i6NljvSJEEsyPb86JNY5QlwthCOVBx
Hicad6o6N2GbVhFcTBsuqKozpsSLM4ps19qlI2MfhohzQVFCyRtDYZi1b3FGP46SeI6y3Jsky2US
e6sUzYKPklIbI/jXQyqSbdfbTL26bD1rYHUNycpTUDn+Vhgd6Ov3Bu7YYcBFNU137PNUVZuSKANQ
/LfgwdWZ6DBfc2A4EzK23Qwxiv9QA848Vdaa498oY9M2nbbVOBc9gBRdhV6AWnBbkEOgYwbOMzEo
vzcUOWjJCFvn1+/FKSRVxy+BFOKbWdXMjKFWzAeFpf6jQd1QhC1aVJC0prb9XWOY27Bm37djgGLg
rtPbmmUCPEx4NGKnu9uNG7SF8D0R2UKVodQI6mYo7hO1rYz+qKLCHJJKclxZc7xGhYxmpNMQ1yJr
zxYyAXATXEpfUnfQaFturQpfbeOqKoEKKz+7b5fiD9ksnlrbLgiXXoM+tie95xaopfFxVurWow5a
r9IDdY+bUbpc66Dy1SRJ0inW9/MkNQKHvCDqhQklVF9mbthXnRHjq0hHlKA2UCGyATXLwGtFq8za
3ic4T1pUh0U/5jwMaXcw8fA6Fn2ttEmWbAHdadGWk0VstFPhx4mSTdhExl3POINJtdxX+5J5e/R8
3YLSbBU+hr0Qn/PfZBJBDf6hWxcJdC1+Ku3MGoyTwA6fYYvg5KO3XnNaawHmGDTmG0CN+QAJMkVM
Cz7GL8rZa7NonS0I0xECCIStV/vS5q17AfPcNq71tnGKjlKtlnt7Pt6jdQUk7nkzdRYHTeVt7z2X
b99KvHIa/WX0PExw/q3YPHNE4TiZrqBuolokKG2PHAwQqHeCKXjfTMkhxgn1IjTcVSIXWZbwJYre
gB0Q3TZQOq7cwdxvcE8H3E5I7GnzaeN8kftBZA6wZ6Mixb//BU/HakY=
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
