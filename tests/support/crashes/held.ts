/**
 * A node that dies with processes that hold terms of every kind, and writes down before what it
 * knows of them. See `crash.ts`.
 *
 * @module
 */

import type { Crash } from "./crash.ts";

/** Beside the dump: `{pid(), [process_info()]}` of each process, in the External Term Format. */
export const FACTS = "facts.bin";

/** A server, a worker that does not read its messages, and one that holds all kinds of terms. */
export const HELD: Crash = {
  name: "a shop",
  source: `
-behaviour(gen_server).
init(State) -> {ok, State}.
handle_call(_, _, State) -> {reply, ok, State}.
handle_cast(_, State) -> {noreply, State}.
busy(X) -> receive {never, Y} -> {X, Y} end.
terms() -> Sub = binary:part(binary:copy(<<"0123456789">>, 50), 100, 200),
  [1, -1, 1 bsl 59, -(1 bsl 80), 1.5, -0.001, an_atom, 'an Atom', '', <<>>, <<"text">>, binary:copy(<<7>>, 300), Sub,
   [], [a | b], {}, {1}, {a, {b, [c]}}, #{}, #{a => 1, "k" => [x]}, maps:from_list([{I, {I}} || I <- lists:seq(1, 100)]),
   self(), make_ref(), fun m:busy/1, "text", [1000, 2000], lists:seq(1, 50)].
start() ->
  {ok, Cart} = gen_server:start({local, cart}, m, #{password => <<"hunter22">>, items => [{apple, 3}]}, []),
  Busy = spawn_link(m, busy, [{config, [{api_key, "k-12345678"}]}]), register(busy, Busy),
  erlang:monitor(process, Cart), link(Cart),
  [Busy ! M || M <- terms()], [Busy ! {'$gen_call', {self(), make_ref()}, {buy, N}} || N <- lists:seq(1, 40)],
  Keeper = proc_lib:spawn(fun() ->
    put(shop_token, <<"s3cr3t-token">>), put({page, 1}, "front"), put(numbers, lists:seq(1, 5)),
    catch proc_lib:set_label({keeper, 1}),
    receive never -> ok end end),
  register(keeper, Keeper), ets:new(prices, [named_table, public]), ets:insert(prices, [{N, N} || N <- lists:seq(1, 500)]),
  register(starter, self()), timer:sleep(300),
  Infos = [{P, process_info(P, [message_queue_len, total_heap_size, reductions, messages, dictionary, links, memory])}
           || P <- [Cart, Busy, Keeper]],
  ok = file:write_file(filename:dirname(os:getenv("ERL_CRASH_DUMP")) ++ "/${FACTS}", term_to_binary(Infos)),
  erlang:halt("closed").
`,
  says: ["closed", "starter"],
};
