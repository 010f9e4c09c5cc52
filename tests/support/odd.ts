/**
 * A node whose users write what nobody expects: in specifications, attributes, names,
 * dictionaries, ids and messages.
 *
 * @module
 */

/** Expressions that make all of it; what OTP itself refuses is left out. */
export const ODD_SETUP = String.raw`
(fun() ->
  Improper = [a, b | c], Bad = <<255, 254, 0>>,
  Up = fun(Name, Begin) ->
    P = spawn(fun() -> Begin(), receive stop -> ok end end),
    try register(Name, P) catch error:badarg -> ok end, P
  end,
  Each = fun(Prefix, Values, Begin) ->
    [Up(list_to_atom(Prefix ++ integer_to_list(I)), fun() -> Begin(V) end)
     || {I, V} <- lists:zip(lists:seq(1, length(Values)), Values)]
  end,
  Each("ancestors", [not_a_list, Improper, ["x", 1, {a}], [[]], #{}], fun(V) -> put('$ancestors', V) end),
  Each("initial", [foo, {1, 2, 3}, {a, b, c}, {supervisor, x, 1}, {a, b, 1 bsl 70}, Improper, Bad, "text"],
    fun(V) -> put('$initial_call', V), put('$process_label', V), put('$ancestors', [kernel_sup]) end),
  [Up(N, fun() -> ok end) || N <- ['', list_to_atom([16#1F600, 10, 27]), none, true, '$cut',
    list_to_atom(lists:duplicate(255, $x))]],
  [ets:new(N, [named_table, public]) || N <- [' ', 'a"b', list_to_atom([16#202E, 10])]],
  [ok = application:load({application, N, P}) || {N, P} <- [
    {odd1, [{description, <<"bytes">>}, {vsn, 7}, {modules, []}]},
    {odd2, [{description, Improper}, {vsn, [16#1F600]}, {modules, oops}]},
    {odd3, [{modules, [a, "b", 3]}, {registered, [1, "x"]}, {env, [{a, Improper}, {b, Bad}]}]},
    {odd4, [{description, {a, b}}, {vsn, Bad}, {id, 7}, {start_phases, oops}]},
    {odd5, [{registered, Improper}]}, {odd6, []}]],
  application:set_env(stdlib, odd, Improper),
  Load = fun(Source, Options, File) ->
    {ok, Tokens, _} = erl_scan:string(Source),
    {[], Forms} = lists:foldl(fun({dot, _} = T, {Now, Done}) ->
        {ok, Form} = erl_parse:parse_form(lists:reverse([T | Now])), {[], Done ++ [Form]};
      (T, {Now, Done}) -> {[T | Now], Done}
    end, {[], []}, Tokens),
    {ok, Module, Code} = compile:forms(Forms, Options),
    {module, Module} = code:load_binary(Module, File, Code)
  end,
  Load("-module(odd_attributes). -vsn({a, [1, 2]}). -author([x, <<255>>]). -custom(#{a => 1}).", [], [$/, 16#1F600]),
  Load("-module(odd_file). -vsn(\"1.0\"). -vsn(b).", [{d, x, [1, 2]}], ""),
  Load("-module(odd_docs).", [{extra_chunks, [{<<"Docs">>, <<1, 2, 3>>}]}], "odd_docs.beam"),
  Load("-module(odd_handler). -export([log/2]). log(_, _) -> ok.", [], "x"),
  Load("-module(odd_sup). -export([init/1]). init(Specs) -> {ok, {#{}, Specs}}.", [], "odd_sup.erl"),
  Start = {erlang, apply, [fun() -> {ok, spawn_link(fun() -> receive stop -> ok end end)} end, []]},
  Parent = self(),
  spawn(fun() ->
    Ids = [#{a => b}, Improper, Bad, "text", 17, self(), {a, b}, undefined, <<"fine">>],
    {ok, _} = supervisor:start_link({local, odd_sup}, odd_sup,
      [#{id => Id, start => Start, modules => dynamic} || Id <- Ids]),
    Parent ! up,
    receive stop -> ok end
  end),
  receive up -> ok end,
  ok = logger:set_primary_config(metadata, #{"x" => 1, {a} => 2, ok => Improper}),
  ok = logger:add_handler('odd handler', odd_handler,
    #{config => #{file => {a, b}, type => {file, Bad}, max_no_bytes => 1 bsl 80, sync_mode_qlen => Improper}}),
  ok = logger:add_handler_filter('odd handler', 'f 1', {fun(_, _) -> ignore end, Improper}),
  yes = global:register_name({a, Improper}, whereis(ancestors1)),
  persistent_term:put({Improper, Bad}, x),
  open_port({spawn_executable, "/bin/cat"}, [{arg0, Bad}]),
  Up(mailbox, fun() -> ok end),
  [mailbox ! M || M <- [Improper, Bad, {'$gen_call', x, y}, {'$gen_cast', Improper}, {'EXIT', a, b},
    {system, a, b}, #{a => Improper}, 1 bsl 200, 1.0e300, {ok}, [], <<1:3>>, '$cut', {'$cut', a, b, c}]],
  Up(like_a_supervisor, fun() -> put('$initial_call', {supervisor, odd_sup, 1}), put('$ancestors', [kernel_sup]),
    (fun Loop() -> receive {'$gen_call', {P, T}, _} -> P ! {T, Improper}, Loop(); _ -> Loop() end end)() end)
end)()`.replaceAll("\n", " ");
