// Made by scripts/gen_probes from traced.erl; not to be edited.
import type { CompiledProbe } from "../probe.ts";

/** What traced.erl becomes on its way to a node. */
export const traced: CompiledProbe = {
  name: "traced",
  library: [
    "call_counts",
    "cut",
    "envelope",
    "guard",
    "hazards",
    "marked",
    "match_clauses",
    "modules",
    "names",
    "trace_collector",
    "trace_events",
    "tracepoints",
    "tracer",
    "tracing",
    "values",
    "window",
    "worker",
  ],
  calls: [
    "Elixir.Registry:whereis_name/1",
    "binary:copy/1",
    "binary:longest_common_prefix/1",
    "binary:longest_common_suffix/1",
    "binary:match/2",
    "binary:part/3",
    "code:ensure_loaded/1",
    "erl_internal:arith_op/2",
    "erl_internal:bool_op/2",
    "erl_internal:comp_op/2",
    "erl_internal:guard_bif/2",
    "erl_internal:list_op/2",
    "erlang:atom_to_binary/2",
    "erlang:atom_to_list/1",
    "erlang:binary_to_existing_atom/2",
    "erlang:binary_to_list/1",
    "erlang:byte_size/1",
    "erlang:cancel_timer/1",
    "erlang:demonitor/2",
    "erlang:element/2",
    "erlang:exit/1",
    "erlang:exit/2",
    "erlang:external_size/1",
    "erlang:fun_info/2",
    "erlang:function_exported/3",
    "erlang:garbage_collect/0",
    "erlang:get_module_info/2",
    "erlang:group_leader/2",
    "erlang:hd/1",
    "erlang:is_atom/1",
    "erlang:is_binary/1",
    "erlang:is_bitstring/1",
    "erlang:is_function/1",
    "erlang:is_integer/1",
    "erlang:is_list/1",
    "erlang:is_pid/1",
    "erlang:is_port/1",
    "erlang:length/1",
    "erlang:link/1",
    "erlang:list_to_integer/1",
    "erlang:list_to_pid/1",
    "erlang:list_to_tuple/1",
    "erlang:make_ref/0",
    "erlang:map_size/1",
    "erlang:match_spec_test/3",
    "erlang:max/2",
    "erlang:min/2",
    "erlang:module_loaded/1",
    "erlang:monitor/2",
    "erlang:monotonic_time/1",
    "erlang:node/0",
    "erlang:node/1",
    "erlang:process_flag/2",
    "erlang:process_info/2",
    "erlang:processes/0",
    "erlang:register/2",
    "erlang:registered/0",
    "erlang:self/0",
    "erlang:send/2",
    "erlang:send/3",
    "erlang:send_after/3",
    "erlang:setelement/3",
    "erlang:spawn_opt/2",
    "erlang:start_timer/3",
    "erlang:system_info/1",
    "erlang:system_time/1",
    "erlang:throw/1",
    "erlang:tl/1",
    "erlang:trace/3",
    "erlang:trace_info/2",
    "erlang:trace_pattern/3",
    "erlang:tuple_size/1",
    "erlang:tuple_to_list/1",
    "erlang:unlink/1",
    "erlang:whereis/1",
    "erts_debug:flat_size/1",
    "erts_debug:size/1",
    "ets:match_spec_compile/1",
    "ets:match_spec_run/2",
    "global:whereis_name/1",
    "io_lib:format/2",
    "io_lib:format/3",
    "lists:all/2",
    "lists:append/1",
    "lists:duplicate/2",
    "lists:foldl/3",
    "lists:foldr/3",
    "lists:foreach/2",
    "lists:keymember/3",
    "lists:last/1",
    "lists:member/2",
    "lists:prefix/2",
    "lists:reverse/1",
    "lists:reverse/2",
    "lists:seq/2",
    "lists:sort/1",
    "lists:split/2",
    "lists:sublist/2",
    "lists:sum/1",
    "lists:usort/1",
    "lists:zip/2",
    "lists:zipwith/3",
    "maps:from_list/1",
    "maps:get/2",
    "maps:get/3",
    "maps:iterator/1",
    "maps:next/1",
    "maps:remove/2",
    "re:run/3",
    "string:lexemes/2",
    "string:lowercase/1",
    "timer:sleep/1",
    "trace:function/4",
    "trace:info/3",
    "trace:process/4",
    "trace:session_create/3",
    "trace:session_destroy/1",
    "trace:session_info/1",
    "unicode:characters_to_binary/1",
  ],
  forms: `
g1AAAZ37eNrtXVuX48ZxnuFlrnuRJTlOfEnkRIku610vwcvMKFrJcewkthM7cRzZiWXxYEhwBlgQ
oAFwZ0fHxydPOfkZ/hn5Sc5LfkBeHFx4QXdXdVc3QM6sM3rRDkmgb9XV1VVffXXZvGon85nv2Dv+
zs7O8LJ51ZzMA3vnsnG1P/LteezE2Re7l+2rveLv4pfN7Jcv7Mjeudr91vrfjU862R9Te1b8rHXZ
unqY/jWcuI4/Hjov7VGSvrx51bKTcJo+sB+Hk2Q4jdevaH7Seap86tKOxsxTjU8GqoeOLp3026sw
GrOtWaoHD2ZReBE5MdPcqed52QgP06dbI9v3mUfupY+M0ieGE9++yH7WKH15mERpa85LNyl92Eqi
ueOlL2tP7WR0mb9t3cdOqRWovX3Hd6ZOkCyb2neDxLlw0qftRnmlvGIxy5+ATTY+scxbbKpbBGbs
Igrns2EqiWMnKl5q3IGWSQdaseNPPGw6zsBnDqb2c2cYORPssZ5sN9hxHI6Y9x2PwlQ83SD9M5J0
UvWaw7RHTuQEI4cfgvSx9jxIXD/d6Y1wlk3UI04EJVtUfBm627Cp6oIDPoxn9lUwDGerdVbrJ2+x
5OAEZttuKRFl1dfAVltT9tqC7MlV5UpSvOy/vLUwiNk++27wnPmG73hJU7lh5CbXpc+afnhVfq/x
yPaEkTXgkRWr3LhqBm76cm690Tk/Kf/R98z7ua/u52pHHij3hB0/dyJeMUofaZ2H42tesm90vwqH
o/iuPd9OnDgBFqj8d7P8xMR2fWdc+uRBYkcXTjJM3KkTzrN3Nc9TXZbux9WcexTdNQuj9CVhse7Z
hmbO3aJfnDmyK5ykvNpPF86TPdWe2H5cemz1tiAMHHW32xfz1CThnyOs4DiM11vFk2+Q1mIWmZ2y
1HXShu5N42EYDIsFWkvM4w2aFYws5rqNaluyLxKUeetqL3KmYeKwApxaDXZwURbHaRiESRi4o1wi
+YU9nrq+78ZOqhbHFXvXkKu41WpnepwxIjue3Hp0g0nI20KCMcA34JU2Tuuq4Y84w275woMLJ0iX
MnF4w485oqCG99x4OHPHwA7zkN1ZPryglnaHxA273irIRq1FzhZzB2yIq8tUUbux0Hj60shTqqbD
dL87EzdwxjIbBW3EDdzE8yTDyCTKgz7TmBXUXGEEo7tsZ++qmUTX5XU2UicHdLMJ7gcwKagmZY9G
bz1lsrOvvJMb4XNuGwMvbKj6VD5N28llFF5JfrCf2gjpm8aM7meOB4/dTqRBGbSwOMc9yujYe9Dq
CK/YUdHyuJ8qzHNnOIrs+DL9wlgKD5VSiMoUO0KPee95+tufMVaQp7UlG+gNAp+81dRM7ZfD/C4W
u587etfR1vKR8nEgf+J5eqjytpjSOHGiKIyGfnhxkZvarEmmevpLbjDy52NnGF/akTMeZiZn5Dqx
aBEazzh7YaU7t8TLQ0f1iHB5UHqn4MtDX9m34vLAC21Zi61E69wPR8+XE0PyUNEstOM4NUiL+0JU
bDb9dzSnbiC6i6jP2i8BLbBTNpAZvbUxa5nVF0Fr53fpf57BkESb0J4kqWmSvT9yRo77YiHhhzqn
037pSsdcMLlW1uawxPPS4A9zRnlUuPgfKbS3ajZb6X4pq41melfi1en6nlzaKdy+0ZnZ1nd/9r2f
8BOCHjJ9zvRh5pszWqkSc29kp7rDX+/CXe7qprRq2atzmxO03c0J2i5rknG7SOxo8RvJLWCIvXdj
Msm4iWoWo9WaZ/squ3LcScsrLy3mNvK9wkYuZAHxzdUsgIxz+072/v/K3vbuZ8x9THYDq1PWO3ey
fsOyjgT4yotSYYXzeKfos7hb4durzfapwUry7meM8NWyFtEq3iwvXWbvpOMWSsexsVW+OYmEgnsD
ILgnunKAO2nXqyDU++lpnTijhPX93um8V13nGb/4Hn27nPCRENWKtMvH7nd+9NMflqeIE8oRh8E7
uzuUf88E1FQFLuAXxj27rxN+rMOPuEB+cJtFMy7URHFNx0oEbQEF0cTdHi42oRNL8E3A6mQoWKYp
q6cMhMQzZ8T07kR9DrpTN9EEBWfhMedFKhUxj7WRz0T23Pl1ws7Eqeqx4/E8shM3DDjwsnI6DrL2
MrCGBCEG9DK2p6lq4fHVyuDQXpxEjj1lHmLDQwuox2tIOMjqrKAnxnvyAR1vaD1dwSlAVEv2C1bS
UaR1F4addZWKv5kOTdSY+ackLVt5vh5q4TMV89WxBHMShu1WQKa/RlW6+eZnBBhdvp55d74gdKeN
ylsHMUPyzcVCmOBp64NI3zdYyFqcpNt3FYxsPHpUwnOt9GQ2xOXpUPyw+eybz7jersG4vBIGd2/X
fBZfVy/q6pRqqmL7WYBWopYhGKvqCACeKZQktO+z5VTjTQvgGfwx0cBCIn68OPWX5oFCvtIl7Jsv
4RvCErZqj6M2Z+6YFTkP32BWBZvzTcVgWN3P746NDBRdswo5N1+kD9PqY4POcfdLLbJvB+P0KhOW
1MoHz7jucrAJ497/gVJpLF/yMAiH8Xx0OVxeB8tpBoatf4kg73zuBJCSAyVYmEoNkwjE7oTlgGVL
WmEy/pB+KLOtWl30UD5jtH5bCSJj7dzFqS7PGgAuJosNJX3u4Ny5cINhENePLz8K7CBcwMuV3Y+v
48SZZna6CYqqeFgJclembGXZWotLjXk3lpj1cjcO8jww93MH1X2dgbLJdjqQhNk48Xxak+38R8bq
s8PiMVVmdQVz+csa96FO4XkjavJ08hEAHPAoaltuQ/3fT3fcMInskWOfL002rp3G5bgiFv0ruhPN
22/GLX9VI3XtWGnX5vMUCYa93OK+sq8FO1KurbMBaiXImRnpgEdC9dB+qiCmdnQNOBazU4mUOXU4
mQejzGPDulAGSm3a8p1JInEOAWNc+KFKG0p+eC1cy2PRDtPMG9xCFpjg4wJmLHBeJtvqVunX/8tB
82tOlelQU9j256ktEY6d0kdvpudkuosTJ4qHSVhg26+JCXFuOPTdcwaXE0bp0bvsebal3ODC3nm+
0/r102SGJWkx+l2VgXycdTge5jucS5FZp27hU9wgT3GXUYbUAIGYLiZARbqeYR+a5D7Qwf1COkCH
gOvnAgs9AJatuZ++RjWPhPRBph+cS7G6EPT0hKCUW4wLQjnWpepILfliXa/CKMoOeeNM2fQKG4wF
SIAlC03O7ChxbR9d7C5MZXAYhOlnQQYuQL6O5/Es7U1ZW1SXkz6WwtMw0xv629bjdmRFE1UjIt8H
w6q92xZW7bDnQ+WV3YQ2BoK2ZtlZXUgcKujnPzbUz31hyxpLSjE1oAnRFzAh9bBMcTnADQKTEei2
2wznjOYS/gnZ6V563TQM3CSM+OMGwspYnmz+YG29fL8x90zr0r249Ci6XJ3zSt/Ze9NwPPf1IuUH
y2ueVji/bS8GLKA/DxBhPDGXkLfokNYznNVrFU18/Fjf49aex6nlYWpmPMzIYYq1KTFbcOAx8d7N
CSd68yi9mbsQV33Brle+BEHzOjBf1q/TdfcJkkWviDMvQ8Yo+PMETWTvrKDMrEOTlgbPWj1r2dsL
IyfL7Ib9kdlsrmdud4j+rMc+Q317l4FnBNfoDzvCtZDkT80mfZs+0deWIbGSCpOSCBn26E/pxtyA
v5mIc6fv7V/gHBom/C455KfqEf1nGgCbp1ygvgqhGV0Ujt0gTqJ5IQVS5zgLKsBFe/cjmAHId4KL
5BJ4F5921fztNgb+ehKGw2m6mYdldy1pF1AGBRJz0dTpwBxPFlyLXondIRVSwpp34nDAPdRSmWHY
4cnCHMqsOhhBUElqs62euTdXnFLQrx4Uzs/sd9nvhWEOPI/IBcTw7uTcI2UhOLfHdnQBUtTcKL4B
uhZTV6cV2FOHlwGc70pzdG/TDdP+YvAyCqtu0TNcEjD6sS7NncslBioa288aWxm9gFt1d2txTxsQ
ClO2sY319N5SgHORM27wzytyeQjmQ8u3AaXRhz0AR5FzkT7vRDlrQoWNt3fhh+ecm7S63PyFRqIP
eDVb9Wq1agvKuXzVKvbuHbo66FSZ24NikaJraHYb9dNaa41rc4uLE+5BS/3wu7770o2e/Hg9V5I1
B+MJJqdpOYMLonqDVFRNqS9Kl/7yvVqu332bBwGIYZyq2/pdnSSkMiqciw9i9/0112AGDIGppnMw
x+r2ujpnZABz9katpOEUjF4WZQ/BG8vJCDxMt9OhQq/b+GUN9VafAYH8Ns722sQzh1k8YwX98J4G
oPkp++hY0FGYixISIc7PsxKGsftifV18n481lC+DD7/NJd7DaDmac8nyhOAFNJrTOnCFPH0uuc9l
Bch3+cTTcCmdCSFI2ZUdcxP2t+KPyl7rjIfZlTycJE4g2ySS7pHWaj+eny+vg4IvuVyTgrsEn9YR
herrBe5xULfnLfkkVSlWQABL5Y9Wl6ugbbhu3dEyhCcwI7GGuKCbJrnUoE+5cRFC3AYVju73t5Ey
wyVDCb62z1/fwSnim9plCzpmZQsGehDTYvo3HYHcQvkL5gjksIjcKnlsPp5GPhznZVNCKlfzV70c
hVbgHg1hnaKO0k6NHqlHCvynTg2JJinkBx5WhZ1dcmGm0xVnyd+jyEkNBwFUde7Y08SesfNVQ4LT
N9QXi2oqG6R2PZVTu5Jm7OFyxsZOensNr0Gvr3AnwxTE/uJtBPYniM5jj+DLPlh6jvi2HywWd8ij
8telxG6h4/ox2dOkLl/AzcBS6VfM3HlM98p05dk5bAkqzW48od/dTzmtt405KOE2k1Q4A09ZBGTz
2TN5QQHGpaAPKTnKZQlGk1hCLsxYphwWPwH2vjSFf7OpXPkc/T7ofVHCaQt8v1jghdiCdSWEcgGi
Gdn2UxPH591ZqPT3oHAp6YTZK4oQ8NpdwxvWQnZuk8uyOoPBDXL8eosG2OCscxmt1o2ZZbs1QEr2
ps70XDyqX7+wo3P7whmOQt93BFRgFTaCbxpiaE7oVkpL4gjjd2HJ0FrG4Bd9xQKlsk2j3N1FwlF5
pnznZTpVsWkBB1nO8f4LJ8qMPY9Nddp9UseJqwHJmae6aOIMM5tIWZMop+ReSvdx+tdw0YW8X+WE
Lav/pHu1P3Ym9txPVv8oUY8iq9SBr9nRPAiypYG+hLYDiG8z2XMw2M5aGwa7H4re3GUPmUwD5IsG
VoiyZPVhyMHqbet+0V7PLOrfbXz0jNStB+K7iAN6oJ7MW7SFSvWrcu+g1kZ6LdtIT6wnp2+F0VvW
4ImFbqoWflOoctiUe82cMMgG7vM+CHkcYrWJUy0bZ5v4l3Nn7gzHdmKXb63hZJIXifIUZCdAZUKE
RBZokE8E4NkqzQwk0BbkraVO5ZvwUyo7GNgRth4Wd//TGSAcXSSnGG+SQ0NzhuASQOL8KMwOgaeu
7uwiS1aqsSjbpyRyBSrr8W3UsQM6OMx9zU24zXXuYussuas1ywgErdU33ksD7r7HlxqtLlFdPYgK
7+fvmKUZWqVKlAsD4Ou8vKABMwsPmHXJ2pseGOjqbEBNie0YSmxHdImpPAt1VHXsGWvzPXs2W6Ry
cxudjj9HBIIh42ZhDcvTRw4S6rAodmp9boAnFUgx7QqFgcmgki6O0OjVU6XTMl5PnXw7mjCUF6QC
kqXjCcdXzcU11Vmei0CKaWa/Yd1MMKLqaXFHA6U3lYQCOTUOSqZxV6xTrGav2yMsQlMFq3f7yn62
N1mAYH3SlH0VWyGXOtXxHVdgWrC2E7n56uXGKiUI5F+c4JexKoP/+XeP7nne3eR4DV/c3dhECmxl
aPG5jGDMq1SQZ+FLgW37u3ont7XeSU8jiUnrxf1tlyuBKBuNaiiC8t3OiQ+xNJ476X41pRu7SBMk
pYVLSjB2xnjyxtmd3Nx6uRloJrDAyTiDSqXFWPeoyJcEJq7dCdWrLFQsoihaF8JmLpNiQS5j1ybq
cbJw30EH5IWDvbcWG2FIm4odkgOAkmiz6fs/xxLyxn9u/SbcrLZfuHNJtl02qKc4lGOQEfz6G1dX
Sx6Hm9NWGrO/OWW15VXe3nF0t77VDqOvaWSDbY5PFfUWC+XqN3LKybifgeiIToxyHSoej+WhnJqD
lDi5dX8tRBWOGX5APYjehjpTDUzBHC7qOztjb3N8pfisgQG8nshIhmqepbFT2et4Yrid+hXvHpZC
2w/qTeKpMMxa4p99KLMPTqxvUkH5ZOAbR71u1ZILekpwVwMivkaikvGzQEbEgqbUD+2xM4Z4W5Cj
GynvICePg4LybKi9IclaFxa5C8WckYg+8HF6LYc/rc63eaYO7OSgUs/bCpPjgyWN1oLL+BUg0uJ5
nepAtJ3yXK1iZoqCHZF2Kg0APAsm2D1UsBu1w3Y57dW9Oe3VB7SXJ9foqjnp6qWPCJJ4+Ny5XoOq
Be6dMoEzuLw0DdlV0muqNOTurWMBrpDe+cF29MkA0ifmlUDkwLWqtDOA7Pcg2aeRrrBHMk6unTVb
IO2CMDGAh80iZ+KuIDXlFKnHMPY/+z9Kv2p5/E38wNOspAQsy43MK8bBZEGsuiRxlFEaNkFrD0U4
c8mPy5Ql1fLfS9+c5/ZFAUP8eJhXQRmeuxO5m7rj1dbkQVY04XIYzrbW4v55GPpbbXAUTmeUBo0b
yNM11Q145EtaV7SmVvnvZmLOH4Ig66MKGyo/kHmsdLX0ZCO7qMvmKtArxW+DbrmndlRI78qyycUJ
P0ovUE5JjRzF1edFPIHodxp6Lsgp4BtpI3eNM4Ok6kM/vHKibL2EMZzqcz4aL8df0r1OdYzSuJ8f
aomNV3NOPJ3QsM/HTN95zcNTmumhIcK1iouQYxerE00CB75Ij0awqUQ9CnISZkXMh1nBcWELnHFW
asPzzAm+hLtMOV0D9nCa2a4d1HZlyTrWwOtnH8rqfaGmtWE+SM+rUdK5auRtmdptqgycW0SGj7P2
S4jEwcyqD57BfDxBOHaAgwv/sQcedBrd295cHmYWeW5paI1dIjt7pszz7Re2X05TLlioPQjUZVyx
I/u/hKT0BizdE4KlSy6AS5K7+m1ng60LLYRnesFvZQoPgzmwlYgr52m/o2PYaDJi1Tp+tmqWaark
JPTHa0ewbsSSG+KZmG26nXXgOrGFVvNpr7C8jGLMP4dr8kD9v79kncqf277cW9rsEsb1saYcrytZ
0vn0jMNJFE5LPtjaL24a8zfYkoB2tLO6B/w5zDPyGYYSxPIUnBUEkVQ32QgE/I5SVI3qSbCAXjTN
V+SZKt9Sz3fQ3IoI9r2tagwChyyOu9MV4j7+LsurhP58mK/jMJ45o2HiFKqkKZJ7KfK3IGiLeoiy
12C33BNPYImmGaEtzAhlMzyQMkUsUy3Z2uXLIJXLIW6DL+3cHi8ZU8nUq/vzwB2lV6jSR2+mOz2d
6fQ1cXZGF/UXAZ8iTarxyTn16ky7IFQNWhEmHJGKxmgt00dUtyfbwcVZWleyxoNpGIRJmC5pDvDm
L1PHU3cUhbGTnlZjTwJzMZyDj+n69LSCBfEtxVSXcrO3wEEgilj9Jeh0JxYh/6jEmKElWvXQZf+V
5rC3xkx5fxTOg1w/+mGccHcqWuV05PDncx9B1mnQFdv1DHyxzc/dmbLcFlgp041RyuDc8QhCVGjP
d1HX/Jnk1lOJDEZNMYODVu6Wn+R3Vq24eIlQFKPL56oFrtCJrsV9wvtFqoSAOFeOHgETiZUBYZsn
B0t42wlOheUtlX5lW/bbZA3bzoknFO4pk/zxPhRZ4aJmZ3yIcovjziKYsdm4OcfAGUaRtmtGkTbw
SIlPLUKR7wYxsCWZ0l2UmPKgKB2RxN4mW1nywcnJ90/MZeavdZwT5s18h57P1UVrePUrdOC7dLxI
t642VWX74HPf4mUD/tmZZJq03AlNO5pCleebxtyHfAk+Jf/gXmxPC88+kR6yLtNfg2z4FOPgBkil
NycyuBbWFwCweOXexA3c+NLb4mG0HyfhbMYaGn0phI712d/wVOt4kzh+RsNKM+LV4gvLtIx0c81S
C7HI3CsHBu47URJDWN83i3OMrR3IV7fFy0VQsczUTEPOC4sdq4hVy7kY7ztBPI9UTUjqLS3S48Rn
NrFEqoKOcMnhrTKHYzWGb5pBfH+Rcy7YUZq0EWiFt1JSO8LnUCFfgwdK4BHtvfR2O3PHQPkkeVKh
ZVBuowcykj9cVqB0xgXsDPrRvfQMSVzbH44Ytv2tJKoVdfaG59fDMLl0ohgmKLcIOXpEh4j+M+Vo
rKekMpTW5dADv0tbKcWNeciQBqSwv82kRGGtJdCgvKq9bIzVlSlUcLgth+DydOM4+sG4YuXKKg+c
K7FFjxSjghpvOoxn6vVSzDfLT3J9Rw1bUE/HSse+3fFICIhFYYDScxgxAq+14J/K4mYrkLNGnUt1
MIwGox+nw3dHizrPcAHNPd8JLpJLuNo9IAda6/2gtN7RnMi7LqK0P3dnV27RxxKyrnV1UEo0Jok7
GljjzPeehwGl6i9W+zcG9Y0PF4eyE3vSBAwBYH+mFyjnMLNnFU7nv6XfpIQ0k+P/Ek+0hbf08eOb
LWlRhmYKcOUBiLNahkeKn4PaBgI812XIc4dwY0MVxfu3t6L4Jo0H2dwAFtMWA8V1GkJLPzMJslop
N42/7t5bXneheqt5jTE6Cmji2xcx4JSrCLb+O7oXmY9v1lbTlFhHuKNl07ZJdYK7KnjoLqRx+LvX
QDu/Y38hGdCVd1df0JakaAIXeI88WJ3eA3HUPrnzos1TDAfkpEGqiWlcOiCipc2qej4GquNIaRPh
8ZD8dPE8x54ZiwsvZisTFqjvSm3adMSCzMnyOs3GC3h0C2t8gQ0FHXZomxWIAG994UPUq7gMthhT
iZJqnTXU4bckSg0a/mSX16cZCTVwQZ5A46P2e5tiuf0+mct9afYxuBXNeodIarqiLCFW/0isJmSR
oBZ7eQmUuFxI0lvJiAcFLyuOsM6u0ieIWvOWfq0aYJuqrdwgvjNJtGr/LUeusw0PFvGNsVaJQDZA
v0C4yesSxvPp1I6u9RA+B+fp5TIYBrEken8Gow3kkYuj2ElKO7wpcf4MWD4HEJysi9UWCOR4r0bz
tzLcu7g1zkg1KQuRguEgJjD++87LIhwMc1nkoEySxKq4X7UEGa55dsKhYhA11UPVlIbYClv31CPA
+U5BOF+FE/AHejm2WyhusoINYkVNeh69yu5GKvkJ1PPYEfCa6ggoG3B7EO6Pmf8eYBohsTYeNzrA
ragu89SJB+aQ413lbLTsFUKnyZ3UCTBwKr5rvt5/b0gufuap6SExQvXtrfAruKisbXzr11Vv5x5H
TjKPgmGWA4/j9s+qLeBe0YhiCZm2tz3p7CA3PesPnJcjZ5ZDo6CJp+Qvp28cVNxXh6te6KxMHSBU
nWUZbG9ZWrETjIUKbuu/TivqsZgpyglOdU1y/w8aE3xaV1BUZ1W3qOK+mq1qlm8d5EhEN07c4GIo
VAmpe7UfZKtdNHsejq/v1r36uuuZLEsgpGSJtRcVcD4QlvNGjrMt7rB2PLOvAt7XvQFTUYEV3Xdj
mEu9TI+GDXM/H4RyZbdxe+j9vlmZ4NwyVz0L35jpl5Z6+Y4WTQzPrzX3JtsjDhuwwRtVehQlmKVj
ZGVnL3wVNNNg82cAA+pEwKhNNXfNAjiI3IoEIVWoJ1mitiXRUFBClu4NaguCjXTTUmr0hi76P3ur
jAUvOwdmYtZ48Vj1ab4BW80SGJdvaDmtp2ZKynByb0I/WU+r6KcWkMpM3Sp9TYWCy3mfJue1k9Uc
BXYgctUoD95+NYGuMOfWUwMJvtlpexV2BH4NgadXs+9NnoxS/Tx4IOd9gEKBHMUltREserp83Q0t
JfS6RuLjisX8y/vFlMJFrRa03vyOq6OQcI+PoJsRdPB5/F0PqWO46QBnNe6J79PTE3rS2ljV4SQd
oCZSCyacz+4vYKGG1S+euwUkmg6bWB4HAj4SqBJccEKd++Ho+RpGVheB4HGc2FGyrg7fNKLTcgNx
tc93dt74T+aToLXzu/Q/k2y6Vuz4E08sFS8kFje2Vo9+o5WhOwBCt1GJCfbeyA5Gjr9e6V2RJamh
U5pFM6G7tnnn6rrswL+hYB/E97J55AZJdJMwcuzR5Upd6HJR8IXOTLTsD80LHVUodohXgSssZ4MC
cB0Ax8rnNcjT6qCZ+1LBb5vZAquoS/aVXMXPk8lpNQi+nIN4YyU+eCRmHYXeuxSOg+VylgqOHn/2
7sfPfv7ZW0e/eP/jOpKAfqRttgCdst579+NfvfPuzz975+gXj95751fv5h189N57b7376fhR+uUH
b336bv7Pt0J//Ol77338NpdCRNLIjahsWTcXibpNoyP7Ok6cKZictVcQrHj4cqx+eeGH57YPfnc4
nfuJ67sBTCpxkFdjy04sShr4/sieJfOIfRVDq4V80cC+aEJJc3vFtvYqFK8pZLli/Zr9IMxfs3yQ
B3pXM1v7GvXLB5srJq9ldCpSg+HyaRpcnni9347ZIU6q+dwkZmYOjOrAdavWMO4K0QK2YnPdsgjU
Z0WZqhbEEOyLsu27Q7gaFNtc2LVyVts+XRmoSgUoSxlyZmZLXrrRkLdYsxhi39N9oodSHnQM1uiL
fhhcOHGS8ZGkN9/huiT5Lmz69eGPe0oyEKuG3sXzSQ29q4mUmmGdpPBTixZfdTqsDsXlvzSiEYgD
9NiDZan5dc0JlQmuX7NQBDSYMwRC5lCqKmASG+zzt1HSG/hzC/m8i3zeQz7vI58PkM9PkM9Pkc/P
wM+bb+dJTeAXHewLC/uii33Rw77oY18MsC9OsC9OsS+wkVvYyC1s5BY2cgsbuYWN3MJGbmEjt7CR
W9jILWzk3ae1kqr0kApYNdfd+IpWCT+aKdevy3v+j/V4z5nIQ4uNPNhxHI6kkYe+6oH9xI4uHDZ5
sqd66HCZoB/zCyl9DOBz6G4rgZ2PyCgT2OEhCmVApcWhjWXnnwxJtztKUi7B3qi+2S294Fh7HiSu
DxWjbJBM2HrrBKnJKTIHPINS9R1nZsr0gJYyqRLGwenQoZsnl8wrM0zZeuz1bNVm7VsVUmGWmrpB
0EWd6t7dHxuy9W8gYtrTU5AtNrugMsVHk0bf+YWpE8cZF9Mv587cGfpOgB6/UvpdMBLMByHFxjwi
EUkLCwa2nWDMSlGPMIBVjJrxBQdhNLX9Wjz+ZC6ao5zdfOyczy+Yw8+3E9jR0NG5oNKEv38zktqj
5KYLtIsPf1OBeZsBsy+EEa1gAgWtaRM60FO4tU2oUufmRYNiWF1UnM52zqhgrrn7hhaX5Zk4jx5y
FHRkIqNGjdkVrCbj0qMldVj1zD1liRIRPeHROHEBVts8Ry9HIwjC0pGfEdQiL5an2qM0uenhqIaK
ut+SMApqhX3ime8mOFBIbFCnRkAHr0YPAAs2RiQMdmKT5KwA20s55FgDhrFr6ojpb7kya3FiyEuX
G3fjn+n63KIUA0fYeWpgq/0JvacDoFIe3tMBW3Kxtqs+hbpUh+6xtTTjm5LrK09Ru0FsD0hKXHlb
djZQPcYytnylNqxFNbrS5c0SRwj1UxHy9BwOL7J6dQHLAnBdzuwoK5YiUumZ80K2aNFzPQO7zAFH
9moApHYdI1K7ss9yMdW6RU7z37xw+MUEWeq6HslRXWZA04N7ROmTUezAdW2lbcLTo3pKvOKrnepX
tpsBFSHsplFkV4eft2PO7/xwSSQ+duIkCq/BgKxhVwGHmyUNNsNAfksA8m/uXBOLWBse8f9ibIys
NfT79ftyLK9mOOPBVXpMZU1pwRioF6b8t/olvroGOb6Ep0D4RBcCIHa9inJ4A3JXI+x4l1BM4zCn
XRiGs4QOxS/t0tHiClF+NRtihKLeqxxPCuX7wSxyw8hNykCk1qV7cSmWJNMtlQfCVzXTNaTZKx1F
9oqlMIMXZfqqX47vLXQHVzycaVS9mF6tXhLo/gZqQjdLRjxnSMgzh/1KYksY9aNPX/7aetIZPHl6
jnk0GNhz1ouj8yF7jcsRlstBHad/DRcbnXvV1f7YmdhzP1n9wzOO8bb0q1l0RCSpsb56pPAd6FBp
N+sv+f0GmVldcDBCNY86NTgPOvQ6zCfyOsyQhmz7qWEL5xwcZb0cjsJ5kIiyTCptozXOL9P9eAPP
k2ncEwOC9BallB1XIZNaCIhBWW8QMCK1w8Vxm3flG2qjg3y2bzAQL5mPAV9xhrBrayn08artyk+M
XZeeftmfmoJiquuz5SlscKIXfNNu0NJSE5g05LCXDQ2RVGWVMDhTwAEJgSLKgCyDZ1Bvyd4faOX+
qqw1Gc4SqTGzIUXWEQ6UbWiyzlY0WVceDq6lJKVpQSLjQMHRpZN+m7tvJNU6ZJrC/AqPxyPLjgME
4+W7wXO4Ti810Zy9W5IvuSDPXw+71GJHXWS7MYcf89gsyNKP5wE2WiXIDOtAa8yQaC1O2s24S5p+
eFVLMck9ncsAqbv3p+n1Ot8CmfdSOz7SvHAS3vnxYPVKYVdx0Nr/9so+JHP9QXUyITCUV4OypkbI
NQyC7m0O+uBtnV6nuTGal2almA18gowdjmaJO9kF82Hiz+PLUhZn6V1BOLSD+CqblE27Tsm6tevd
UQNtixpIEn3ZuO/8bnm3xvxU2ufeBtImlNCO9tiZJZdawI72lTtmH1EWOFyVDxNCRQ1iVqMFGEVG
Z9xP6Q7nnhzxj9Y/rR44toSY3DYcz5ZXNdC7SkJ4/HgrSbGCr8u4gDQEc+PJ+Vn66VMVR8GhG5d4
BmQsBYaKdiO5eJLx4pqbx3SKKSmadCDsnurjF1EgQRDlrTg16kVpZttSdb/qJ40gicYVkhqNs2ti
sqb4cAYwBH1bWBlH2LGNkUy33h7lRyvfg0qLPfAoK4mmONlvep66ejpCzGwpxb+WMPHPzOrX5MT9
xRrQ/Tt8tYanEMKF3a+7H/FzAlc3pZzbg7qqK/0r/dzuShKKGaYbdrFxUWNUQH2oun+jJ9tK1nDA
80jXIxxS959KIaCvX191SbP9pno0TChk5IfxPAKx4iSmMLnkm6/0z+ne+R77pB5mRHJC5qpEfS7W
UkF6QXBOvBqZnjaZoVcdXtpCae83BS012ARypEcrna1JHQalelFVFmBekLpUzAbMSl4oGkHK5T8H
it6YCTvbWU81GkM5NdYVn2oU/+aKMzw1Ei2J26FNvg+eohXqSrpVr/hEZnNRbI8q1KDN2PklSIJX
yxUqnQmDMQsmOANJzT83mUmc8IcXSpLEwl6SU0+N1uGxSVQROzEVsYPpIi4mTMsJLGAyj2LmW9Nv
xVgb/IJc04QW6WsFqY6n3Sf5Rw/cJFvPMAIG6OlVxintXwBejJehG4BVdGQM7U021h4nWgUpB1rb
RicLt1OVJ1gyK1vJAzeS5s/olzh2ULwlzqacG+TjrAwViQPv2I2HSxY1SaZMFYvrIH0/jCYrF+Fs
OsELfXrx7CnjnWYRwB/QdcvSjogsrFfqKpa7ydpn3AsNXcEI0y5KsMiLaUl3KF0rA/D0aRJdK526
zphhHSGRM0Fvaod1TrfjHiKu3wns6VFUDeGMIaIfkhdq3EM5wLYllKAx0DHtaeSeJ2KqNC/iH2od
sWxpsRN4eFIfk6x/ZMhpYRtgstAlZUVi777vTmdROHOiIaWRhkJnc3ctq8YM9K5B9YJ2enaN/ZXC
1k1q4/bPQMGjI6TJIJNCX/jFhUq58mCVv2wyMjrx/B2QiUDtRX6rkIixrqXB2+6HkyicwkXhu6Zh
vbwEhN5NqI9t9vIv9L2GUi+hYmYlKrIlN0lEjZsFjAF7JPfPGpg3knAqHv4CCmItM6IUVzL5huMP
on594e+NetR5VyDsF+uz9LIV48Svcd4kT3/u5VZA/4aCkU9FCWjpeaZv81rX5SZ/qi0Oures7uY3
0ErbPHqEX6E76BTrjhjNSDgD1L/sTnWGAEcUypDYH/iSjDmkT/XNqT17NnOCMZDaH3MepBNthwDk
qBrIyf0GTESB7E1qzWw3Qmz0IoAja7SHKEQIFYe4105kFKfb2CenhvtExxwxL59z5Gbc03mzksO5
zBdT/Nirrwv3cvMgKTgnSJ04XP28xm5IfXxQL7KlobYPurvSo2NaUypwU5KWL8mYUerQHmJSUsov
ClvfqqseyQZDIQhl1WPJpOx6pia9UKiRvOHbl3o1bIluSwtx46Do523GAXoowyvXPbTEp17cRuFG
UC4Bmk9ZwwqUOYx3/+M3t38ZdOZyi3KLay/OVachbcYeuAZeO1dHcntsDiZ1qge4bwRkm7pVU7cr
1B40xv+Tj7M+B2jFw4uAX3ProZ2fVg+LAHjTLcd2NAZxRhzEiUfg/MVqTmnGeDR3sZZA7d5oIhTQ
Kc/7P00O7XY=
`,
  source: `
%% A trace of functions, of processes, or of functions in processes, with its limits
%% kept here: of events, of time, of bytes, and of the rate of calls before it begins.
-module(traced).
-export([run/2]).

%% Answers #{rate, functions, processes, events, received, ended, waiting, system_ms}, times in
%% us since then;
%% \`events\` are those since the last report where it streams.
run(#{targets := Named, processes := Chosen, flags := Wanted, spec := Spec, limits := Limits,
      max_events := Max, max_bytes := MaxBytes, duration_ms := Duration, max_rate := MaxRate,
      sample_ms := SampleMs, stream := Stream}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    Body = body(Spec, SampleMs),
    Rate = rate(Targets, MaxRate, SampleMs, Call),
    Flags = [monotonic_timestamp | [call || Targets =/= []] ++ Wanted],
    Tracer = tracer:start(#{max => Max, limits => Limits,
                            sample => case SampleMs of none -> none; _ -> {SampleMs, Flags} end}, Call),
    Way = tracing:open(maps:get(pid, Tracer), Targets, Call),
    hazards:refuse(Processes, Wanted, maps:get(pid, Tracer)),
    Traced = follow(Way, Processes, Flags),
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    leave_out([self(), maps:get(coordinator, Call)], Way, Processes),
    tracer:go(Way, Tracer),
    Summary = #{rate => Rate, processes => Traced, begin_ns => erlang:monotonic_time(nanosecond),
                system_ms => erlang:system_time(millisecond), word_bytes => erlang:system_info(wordsize)},
    Set = lists:sum([set(Way, Pattern, Body) || Pattern <- tracepoints:patterns(Targets)]),
    Set =:= 0 andalso Targets =/= []
        andalso envelope:refuse(not_traceable, hd(tracepoints:functions(Targets))),
    {trace_collector:collect(#{tracer => Tracer, way => Way, call => Call, limits => Limits, stream => Stream,
               summary => Summary#{functions => Set}, left => MaxBytes, events => [], received => 0,
               until => envelope:now_ms() + Duration, next => envelope:now_ms() + 250}), #{}}.

%% ---------------------------------------------------------------------------

%% A sampled process is traced for one call, and then not until it is armed again.
body(#{clauses := Clauses, actions := Actions}, SampleMs) ->
    match_clauses:spec(Clauses, Actions ++ [{trace, [call], []} || SampleMs =/= none]).

%% What is called too often is not traced.
rate([], _MaxRate, _SampleMs, _Call) ->
    none;
rate(Targets, MaxRate, SampleMs, Call) ->
    {Counts, Microseconds, _Shared} = call_counts:over(Targets, 100, Call),
    PerSecond = [{Function, Calls * 1000000 div Microseconds} || {Function, Calls} <- Counts],
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    SampleMs =:= none andalso Rate > MaxRate
        andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    Rate.

follow(Way, all, Flags) ->
    tracing:processes(Way, all, true, Flags);
follow(Way, Processes, Flags) ->
    lists:sum([tracing:processes(Way, Process, true, Flags) || Process <- Processes]).

%% Or what we do would be traced, too.
leave_out(Ours, Way, all) ->
    [tracing:processes(Way, Process, false, [all]) || Process <- Ours];
leave_out(_Ours, _Way, _Processes) ->
    [].

set(Way, Pattern, Spec) ->
    tracing:functions(Way, Pattern, Spec, [local]).
`,
};
