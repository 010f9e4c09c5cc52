/**
 * A node with processes, tables and an application whose contents are known.
 *
 * @module
 */

import { assertRejects } from "@std/assert";
import {
  type ContentLimits,
  createBeam,
  type Probe,
} from "../../lib/beam/mod.ts";
import { BeamtapError } from "../../lib/errors.ts";
import { format, parse, type Term } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { loading } from "./supervisors.ts";
import { useTarget } from "./target.ts";

/** A server whose state is what it is told, and that can be made to hang. */
export const SERVER = loading(`
-module(t_keeper).
-behaviour(gen_server).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, callback_mode/0, handle_event/4, handle_event/2, handle_call/2]).
init({statem, S}) -> {ok, locked, S};
init({statem, State, S}) -> {ok, State, S};
init(S) -> {ok, S}.
handle_call(hang, _, S) -> receive never -> {reply, ok, S} end;
handle_call(_, _, S) -> {reply, ok, S}.
handle_cast(_, S) -> {noreply, S}.
handle_info(_, S) -> {noreply, S}.
callback_mode() -> handle_event_function.
handle_event(_, _, _, _) -> keep_state_and_data.
handle_event(_, S) -> {ok, S}.
handle_call(_, S) -> {ok, ok, S}.
`);

/** What it runs. */
export const CAST = `${SERVER},
  State = #{users => [#{name => <<"ann">>}, #{name => <<"bob">>}], options => [{port, 80}, {"k", v}],
            big => lists:seq(1, 10000), conf => {conf, 1, <<"x">>}},
  Start = fun(Name, S) -> {ok, P} = gen_server:start(t_keeper, S, []), register(Name, P) end,
  Start(keeper, State), Start(hung, none), Start(fat, lists:seq(1, 3000000)), Start(slept, a),
  spawn(fun() -> catch gen_server:call(hung, hang, infinity) end),
  sys:suspend(slept),
  {ok, Door} = gen_statem:start(t_keeper, {statem, #{tries => 3}}, []), register(door, Door),
  {ok, Events} = gen_event:start(), register(events, Events), gen_event:add_handler(Events, t_keeper, seen),
  register(plain, spawn_opt(fun() -> receive stop -> ok end end, [{message_queue_data, off_heap}])),
  [plain ! M || M <- [{'$gen_call', {self(), make_ref()}, {get, 1}}, {'$gen_call', {self(), make_ref()}, {get, 2}},
                      {'DOWN', make_ref(), process, self(), normal}, {tcp, 1, <<"data">>}, hello, 17]],
  register(flooded, spawn(fun() -> receive stop -> ok end end)),
  [flooded ! {n, I} || I <- lists:seq(1, 1500)],
  spawn(fun() ->
    ets:new(open, [named_table, public, bag]), ets:new(closed, [named_table, private]),
    register(unnamed, self()), put(table, ets:new(hidden, [public, {keypos, 2}])),
    [ets:insert(open, {{user, I}, I rem 3, active}) || I <- lists:seq(1, 300)],
    ets:insert(open, {{user, 1}, again}), ets:insert(open, {large, lists:seq(1, 100000)}),
    ets:insert(get(table), {row, <<"key">>}),
    receive stop -> ok end end),
  application:load({application, shop, [{vsn, "1"}, {modules, []}, {registered, []}, {applications, []},
    {env, [{port, 8080}, {'Elixir.Shop.Repo', [{password, <<"p">>}, {pool, 5}]}, {list, lists:seq(1, 5000)}]}]}),
  timer:sleep(100)`;

/** Of what is shown. */
export const LIMITS: ContentLimits = { depth: 8, width: 20, max_bytes: 4000 };

/** How a test asks that node. */
export interface Asking {
  ask<Args, Answer>(probe: Probe<Args, Answer>, args: Args): Promise<Answer>;
  /** The code of the refusal. */
  codeOf<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
  ): Promise<string>;
}

/** Starts the node for the tests of a file; each gets a link of its own. */
export function useContents(linked?: (link: RemoteNode) => void): Asking {
  let remote: RemoteNode;
  useTarget({ setup: CAST }, (link) => {
    remote = link;
    linked?.(link);
  });
  const ask: Asking["ask"] = (probe, args) =>
    createBeam(remote).run(probe, args, { timeoutMs: 10_000 });
  return {
    ask,
    async codeOf(probe, args): Promise<string> {
      const error = await assertRejects(() => ask(probe, args), BeamtapError);
      return error.code;
    },
  };
}

/** A term as Erlang prints it. */
export function text(term: Term): string {
  return format(term, { syntax: "erlang" });
}

/** A term that Erlang prints so. */
export const erlang = (text: string): Term => parse(text, "erlang");
