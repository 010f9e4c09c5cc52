/**
 * Processes that hold little by their sizes, and more than any machine has once copied.
 *
 * @module
 */

import { loading } from "./supervisors.ts";

/** A gen_server that holds what a function makes, and a process of proc_lib. */
const SHARER = loading(`
-module(t_sharer).
-behaviour(gen_server).
-export([init/1, handle_call/3, handle_cast/2, wide/3, plain/1, supervise/2, child/1]).
-behaviour(supervisor).
init({Id, Args}) -> {ok, {#{}, [#{id => {child, Id()}, start => {t_sharer, child, [Args()]}}]}};
init(Make) -> case Make() of {sleep, S} -> {ok, S, hibernate}; S -> {ok, S} end.
handle_call(_, _, S) -> {reply, ok, S}.
handle_cast(_, S) -> {noreply, S}.
wide(Length, Times, Name) ->
  register(Name, self()), X = lists:seq(1, Length), put(wide, lists:duplicate(Times, X)),
  erlang:garbage_collect(), proc_lib:init_ack({ok, self()}), receive stop -> ok end.
plain(Make) -> put(bomb, Make()), catch proc_lib:set_label(named), proc_lib:init_ack({ok, self()}), receive stop -> ok end.
supervise(Name, Init) -> {ok, _} = supervisor:start_link({local, Name}, t_sharer, Init), receive stop -> ok end.
child(_) -> {ok, spawn_link(timer, sleep, [infinity])}.
`);

/**
 * `NAME_state`: gen_servers whose states share themselves, in every shape; `wide_dictionary`
 * and `bomb_dictionary`; `ids_sup` and `args_sup`: supervisors with such ids and start
 * arguments; `literal_box`: messages that hold a persistent term.
 */
export const SHARING = `${SHARER},
  Fold = fun(F) -> fun() -> lists:foldl(fun(_, A) -> F(A) end, [], lists:seq(1, 40)) end end,
  Lists = Fold(fun(A) -> [A | A] end),
  [begin {ok, P} = gen_server:start(t_sharer, Make, []), register(Name, P) end || {Name, Make} <- [
    {list_state, Lists}, {tuple_state, Fold(fun(A) -> {A, A} end)}, {map_state, Fold(fun(A) -> #{a => A, b => A} end)},
    {fun_state, fun() -> T = Lists(), fun() -> T end end}, {sleeping_state, fun() -> {sleep, Lists()} end},
    {wide_state, fun() -> X = lists:seq(1, 65536), lists:duplicate(200, X) end}]],
  {ok, _} = proc_lib:start(t_sharer, wide, [32768, 600, wide_dictionary]),
  {ok, Plain} = proc_lib:start(t_sharer, plain, [Lists]), register(bomb_dictionary, Plain),
  spawn(t_sharer, supervise, [ids_sup, {Lists, fun() -> none end}]),
  spawn(t_sharer, supervise, [args_sup, {fun() -> none end, Lists}]),
  spawn(fun() -> persistent_term:put(bomb, Lists()) end), timer:sleep(100),
  register(literal_box, spawn_opt(fun() -> receive stop -> ok end end, [{message_queue_data, off_heap}])),
  literal_box ! {held, persistent_term:get(bomb)}, literal_box ! persistent_term:get(bomb)`;
