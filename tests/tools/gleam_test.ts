import { assert } from "@std/assert";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect } from "../support/remote.ts";
import { loading } from "../support/supervisors.ts";
import { callerOf } from "../support/tools.ts";

/**
 * The module shop/cart as Gleam 1.18 compiles it: modules with `@` between their parts, records as
 * tuples, strings as binaries. No compiler of Gleam is in the registries that tests may use.
 *
 * ```gleam
 * pub type Line { Line(item: String, price: Float) }
 * pub type Cart { Cart(owner: String, lines: List(Line), note: Option(String)) }
 * ```
 */
const CART = `
-module(shop@cart).
-compile([no_auto_import, nowarn_unused_vars, nowarn_unused_function, nowarn_nomatch, inline]).
-export([new/1, add/3, total/1, loop/1]).
-export_type([line/0, cart/0]).
-type line() :: {line, binary(), float()}.
-type cart() :: {cart, binary(), list(line()), any()}.
-file("src/shop/cart.gleam", 6).
-spec new(binary()) -> cart().
new(Owner) -> {cart, Owner, [], none}.
-spec add(cart(), binary(), float()) -> cart().
add(Cart, Item, Price) -> {cart, erlang:element(2, Cart), [{line, Item, Price} | erlang:element(3, Cart)], {some, <<"räksmörgås"/utf8>>}}.
-spec total(cart()) -> float().
total(Cart) -> lists:foldl(fun({line, _, Price}, Sum) -> Sum + Price end, +0.0, erlang:element(3, Cart)).
loop(Cart) -> shop@cart:total(Cart), timer:sleep(10), shop@cart:loop(Cart).
`;

let node: Beam;
let remote: RemoteNode;
Deno.test.beforeAll(async () => {
  node = await startBeam({
    setup: `${loading(CART)},
      Cart = shop@cart:add(shop@cart:new(<<"joe">>), <<"prawns">>, 2.5),
      register(cart, spawn(shop@cart, loop, [Cart])),
      ets:insert(ets:new(carts, [named_table, public]), {<<"joe">>, Cart}),
      ets:give_away(carts, whereis(cart), none)`,
  });
});
Deno.test.beforeEach(async () => {
  remote = await connect(node);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await node[Symbol.asyncDispose]();
});

/** Calls, each with words that its answer holds. */
const CALLS: [string, Record<string, unknown>, string[]][] = [
  ["list_modules", { text: "shop/cart" }, ["\n shop/cart\t"]],
  ["find", { text: "shop/c" }, ["shop/cart"]],
  ["get_module", { module: "shop/cart" }, ["shop/cart", "total/1"]],
  [
    "list_processes",
    { initial_call: "shop/cart.loop" },
    ["cart\t", "\tshop/cart.loop/1"],
  ],
  ["list_processes", { text: "shop/cart" }, ["\tshop/cart.loop/1"]],
  ["get_process", { process: "cart" }, ["shop/cart.loop/1"]],
  ["read_ets", { table: "carts" }, [
    '#("joe", Cart("joe", [Line("prawns", 2.5)], Some("räksmörgås")))',
  ]],
  ["trace_calls", {
    module: "shop/cart",
    function: "shop/cart.total/1",
    max_events: 2,
  }, ["shop/cart.total/1", "shop/cart.loop/1"]],
  ["profile", { module: "shop/cart", duration_ms: 200 }, [
    "shop/cart.total/1",
  ]],
  ["call_function", {
    module: "shop/cart",
    function: "new",
    arguments: ['<<"ann">>'],
  }, ['Cart("ann", [], None)', "shop/cart.new("]],
  ["measure_call_rate", { module: "shop@cart" }, ["shop/cart.loop/1"]],
];

Deno.test("a Gleam node's names, records and strings are as Gleam writes them", async () => {
  const call = callerOf(
    ...[
      remote,
      TOOLS,
      ["inspect", "data", "trace", "eval"],
      undefined,
      "gleam",
    ] as const,
  );
  for (const [tool, args, words] of CALLS) {
    const told = await call(tool, args);
    assert(told.ok, `${tool}: ${told.text}`);
    for (const word of words) {
      assert(told.text.includes(word), `${tool} lacks ${word}: ${told.text}`);
    }
    assert(!told.text.includes("shop@cart"), `${tool}: ${told.text}`);
  }
});
