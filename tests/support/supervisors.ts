/**
 * Supervision trees for tests, realistic ones among them: wide, deep, hung,
 * restarting, and with children that are no OTP processes.
 *
 * @module
 */

/** A module as an Erlang expression that compiles and loads it. */
export function loading(source: string): string {
  return `(fun() ->
    {ok, Tokens, _} = erl_scan:string(${JSON.stringify(source)}),
    Split = fun Split([], [], Forms) -> lists:reverse(Forms);
                Split([{dot, _} = Dot | Rest], Form, Forms) ->
                  {ok, Parsed} = erl_parse:parse_form(lists:reverse([Dot | Form])),
                  Split(Rest, [], [Parsed | Forms]);
                Split([Token | Rest], Form, Forms) -> Split(Rest, [Token | Form], Forms) end,
    {ok, Module, Beam} = compile:forms(Split(Tokens, [], [])),
    {module, Module} = code:load_binary(Module, "nofile", Beam)
  end)()`;
}

/** No log events, of which failing children make many. */
export const QUIET = "logger:set_primary_config(level, none)";

/** A callback module whose `init/1` gives what it is given, and children of several kinds. */
const MODULE = `
-module(t_sup).
-export([init/1, top/2, worker/0, plain/0, stuck/0, stuck_init/1, flaky/1, flaky_init/1, idle/1,
         crashing/0, crash/0]).
init({Flags, Children}) -> {ok, {Flags, Children}}.
top(Name, Init) -> supervisor:start_link({local, Name}, t_sup, Init).
worker() -> {ok, proc_lib:spawn_link(t_sup, idle, [none])}.
plain() -> {ok, spawn_link(t_sup, idle, [none])}.
stuck() -> proc_lib:start_link(t_sup, stuck_init, [self()]).
stuck_init(_) -> receive never -> ok end.
flaky(Table) -> proc_lib:start_link(t_sup, flaky_init, [Table]).
flaky_init(Table) ->
  case ets:update_counter(Table, starts, 1) of
    1 -> proc_lib:init_ack({ok, self()}), receive fail -> exit(failed) end;
    _ -> exit(cannot_start)
  end.
idle(_) -> receive stop -> ok end.
crashing() -> {ok, proc_lib:spawn_link(t_sup, crash, [])}.
crash() -> timer:sleep(40), exit({no_connection, [{password, "s3cret"}]}).
`;

/** A supervisor's flags that never give up. */
const FLAGS = "#{intensity => 100000, period => 1}";

function child(id: string, start: string, type = "worker"): string {
  return `#{id => ${id}, start => {t_sup, ${start}}, type => ${type}}`;
}

/** Loads `t_sup`; afterwards supervisors can be started with `Top(Name, Flags, Children)`. */
export const T_SUP = `${loading(MODULE)},
  Top = fun(Name, Flags, Children) ->
    Self = self(),
    spawn(fun() -> {ok, _} = t_sup:top(Name, {Flags, Children}), Self ! started,
                   receive never -> ok end end),
    receive started -> ok end end`;

/** One supervisor with a child of each kind, and one below it. */
export const SMALL_TREE = `${T_SUP},
  Top(small, ${FLAGS}, [
    ${child("first", "worker, []")},
    ${
  child(
    "'Below'",
    `top, [small_below, {#{}, [${child("{tenant, 7}", "worker, []")}]}]`,
    "supervisor",
  )
},
    ${child("plain", "plain, []")},
    ${child("not_really", "plain, []", "supervisor")}])`;

/** `restarting`: its child cannot be started again, and it goes on trying. */
export const RESTARTING_TREE = `ets:new(flaky, [named_table, public]),
  ets:insert(flaky, {starts, 0}),
  Top(restarting, #{intensity => 1000000000, period => 1}, [${
  child("flaky", "flaky, [flaky]")
}]),
  [{flaky, Flaky, _, _}] = supervisor:which_children(restarting), Flaky ! fail`;

/** `hung`: waits for ever for a child that is being started. */
export const HUNG_TREE = `Top(hung, ${FLAGS}, [
    ${child("fine", "worker, []")},
    ${
  child(
    "below",
    `top, [hung_below, {#{}, [${child("deep", "worker, []")}]}]`,
    "supervisor",
  )
}]),
  spawn(fun() -> catch supervisor:start_child(hung, ${
  child("stuck", "stuck, []")
}) end), timer:sleep(100)`;

/** `lab`: 32,000 children below 107 supervisors, one of them hung. */
export const WIDE_TREE = `
  Many = fun(N) -> [#{id => {child, I}, start => {t_sup, worker, []}} || I <- lists:seq(1, N)] end,
  Simple = fun(Name) -> #{id => Name, type => supervisor,
    start => {t_sup, top, [Name, {#{strategy => simple_one_for_one},
                                  [#{id => any, start => {t_sup, worker, []}}]}]}} end,
  Wide = fun(Name, N) -> #{id => Name, type => supervisor,
    start => {t_sup, top, [Name, {${FLAGS}, Many(N)}]}} end,
  Top(lab, ${FLAGS}, [Simple(simple1), Simple(simple10), Wide(wide1, 1000), Wide(wide10, 10000),
    #{id => tree, type => supervisor, start => {t_sup, top, [tree, {${FLAGS},
        [Wide(list_to_atom("tree" ++ integer_to_list(I)), 100) || I <- lists:seq(1, 100)]}]}},
    #{id => hung, type => supervisor, start => {t_sup, top, [hung, {${FLAGS}, []}]}}]),
  [{ok, _} = supervisor:start_child(simple1, []) || _ <- lists:seq(1, 1000)],
  [{ok, _} = supervisor:start_child(simple10, []) || _ <- lists:seq(1, 10000)],
  spawn(fun() -> catch supervisor:start_child(hung, ${
  child("stuck", "stuck, []")
}) end), timer:sleep(100)`;

/**
 * An application as some are written: it starts servers beside its tree, before and after it, and
 * no process is called as it is; and one whose top is no supervisor.
 */
export const CHAT = `${
  loading(`
-module(chat).
-export([start/2, stop/1, init/1, server/1, serve/1, handle_call/3]).
start(_, plain) -> {ok, spawn_link(chat, serve, [none])};
start(_, tree) ->
  server(chat_options), server(chat_router),
  {ok, Top} = supervisor:start_link({local, chat_top}, chat, sup),
  server(chat_acceptors),
  {ok, _} = supervisor:start_link({local, chat_beside_sup}, chat, sup),
  {ok, Top}.
stop(_) -> ok.
server(Name) -> gen_server:start_link({local, Name}, chat, server, []).
init(sup) -> {ok, {#{}, [#{id => room, start => {gen_server, start_link, [chat, server, []]}}]}};
init(server) -> {ok, none}.
handle_call(_, _, S) -> {reply, ok, S}.
serve(_) -> receive stop -> ok end.
`)
},
  [begin
     ok = application:load({application, Name, [{vsn, "1"}, {modules, []}, {registered, []}, {applications, [kernel]},
                                                {mod, {chat, Args}}]}),
     ok = application:start(Name)
   end || {Name, Args} <- [{chat_server, tree}, {chat_plain, plain}]]`;

/** `loops`: one child is restarted about 20 times a second, another runs; with reasons that hold a secret and a name. */
export const LOOPING_TREE = `Top(loops, ${FLAGS}, [
    ${child("calm", "worker, []")},
    #{id => crashes, start => {t_sup, crashing, []}}])`;
