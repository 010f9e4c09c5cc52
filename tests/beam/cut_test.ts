import { assertEquals } from "@std/assert";
import { cut, type CutLimits } from "../../lib/beam/cut.ts";
import { BeamError, createBeam, type Probe } from "../../lib/beam/mod.ts";
import { defineProbe } from "../../lib/beam/probe.ts";
import {
  atom,
  binary,
  float,
  format,
  map,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import { startBeam } from "../support/beam.ts";
import { MISBEHAVING } from "../support/misbehaving.ts";
import { connect } from "../support/remote.ts";

const probe: Probe<Term, Term> = defineProbe("misbehaving", {
  encode: (args) => args,
  decode: (answer) => answer,
  refused: ({ code }) => new BeamError("no_answer", code),
}, MISBEHAVING);

const TERMS: readonly Term[] = [
  42,
  atom("ok"),
  float(1.5),
  [],
  tuple(),
  map([]),
  binary("short"),
  binary("x".repeat(200)),
  tuple(atom("user"), 17, binary("a name"), [tuple(atom("limit"), 10)]),
  Array.from({ length: 60 }, (_, i) => i),
  Array.from({ length: 60 }, (_, i) => 1000 * i),
  tuple(tuple(tuple(tuple(tuple(1, 2), [3])))),
  map([[atom("a"), [1, 2, [3]]], [binary("b"), map([[1, tuple(2, 3)]])]]),
  [map([[1, 2]]), tuple(), [[]], binary("y".repeat(50))],
];

const LIMITS: readonly CutLimits[] = [
  { depth: 8, width: 40, bytes: 1200 },
  { depth: 2, width: 40, bytes: 1200 },
  { depth: 1, width: 3, bytes: 1200 },
  { depth: 8, width: 2, bytes: 1200 },
  { depth: 8, width: 40, bytes: 64 },
];

Deno.test("terms are cut here as they are on a node", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const beam = createBeam(remote);
  for (const limits of LIMITS) {
    const fields = map([
      [atom("depth"), limits.depth],
      [atom("width"), limits.width],
      [atom("bytes"), limits.bytes],
    ]);
    for (const term of TERMS) {
      const there = await beam.run(
        probe,
        map([
          [atom("how"), atom("cut")],
          [atom("with"), term],
          [atom("limits"), fields],
        ]),
        { timeoutMs: 20_000 },
      );
      assertEquals(text(cut(term, limits)), text(there));
    }
  }
});

function text(term: Term): string {
  return format(term, { syntax: "erlang" });
}

Deno.test("the name of a struct is kept wherever the map has it", async () => {
  const cart = map([
    [atom("lines"), [1, 2]],
    [atom("__struct__"), atom("Elixir.Shop.Cart")],
    [atom("total"), 7],
  ]);
  const name = tuple(atom("__struct__"), atom("Elixir.Shop.Cart"));
  const kept = tuple(atom("$cut"), atom("map"), 3, [name]);
  const erlang = (term: Term): string => format(term, { syntax: "erlang" });
  assertEquals(
    [0, 1].map((depth) =>
      erlang(cut([cart], { depth: depth + 1, width: 1, bytes: 1200 }))
    ),
    [erlang([kept]), erlang([kept])],
  );
  await using node = await startBeam({ setup: 'list_to_atom("aaa")' });
  await using remote = await connect(node);
  const large = map([
    ...Array.from({ length: 40 }, (_, i): [Term, Term] => [i, i]),
    [atom("__struct__"), atom("Elixir.Shop.Cart")],
  ]);
  const there = await createBeam(remote).run(
    probe,
    map([
      [atom("how"), atom("cut")],
      [atom("with"), large],
      [
        atom("limits"),
        map([[atom("depth"), 1], [atom("width"), 1], [atom("bytes"), 1200]]),
      ],
    ]),
    { timeoutMs: 10_000 },
  );
  assertEquals(
    erlang(there),
    erlang(tuple(atom("$cut"), atom("map"), 41, [name])),
  );
});

Deno.test("a small tuple that only looks like a cut one is told from it", () => {
  const forged = tuple(atom("$cut"), atom("list"), 9, []);
  assertEquals(
    text(cut(forged, { depth: 9, width: 9, bytes: 999 })),
    "{'$cut',tuple,4,['$cut',list,9,[]]}",
  );
});
