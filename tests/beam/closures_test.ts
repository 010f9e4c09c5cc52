import { assert, assertEquals } from "@std/assert";
import { type Beam, createBeam, type Probe } from "../../lib/beam/mod.ts";
import { defineProbe } from "../../lib/beam/probe.ts";
import { getNodeInfoQuestion } from "../../lib/tools/nodes/get_node_info.ts";
import type { Remote } from "../../lib/beam/remote.ts";
import {
  atom as name,
  format,
  Fun,
  type Term,
  Tuple,
} from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { MISBEHAVING } from "../support/misbehaving.ts";
import { connect, evaluate } from "../support/remote.ts";

/** The same node; what is called is noted, and what funs hold is changed on the way. */
function noting(
  link: RemoteNode,
  calls: string[],
  changed: (term: Term) => Term = (term) => term,
): Remote {
  return {
    name: link.name,
    creation: link.creation,
    async call(module, name, args, options): Promise<Term> {
      calls.push(`${module}:${name}/${args.length}`);
      return changed(await link.call(module, name, args, options));
    },
  };
}

async function answered(beam: Beam): Promise<void> {
  const { atoms } = await beam.run(getNodeInfoQuestion, {}, {
    timeoutMs: 20_000,
  });
  assert(atoms.count > 0);
}

const SAMPLES = "erl_eval:expr/5";
const FINISHED = "erlang:apply/2";

/** Funs that the node keeps books of. */
function funs(link: RemoteNode): Promise<string> {
  return evaluate(
    link,
    `(fun() ->
        %% OTP 29 has two such tables.
        {match, Counts} = re:run(erlang:system_info(info), "hash_table:fun_(?:table|staged_index)\\n.*\\n.*\\nobjs: ([0-9]+)",
                                  [global, {capture, all_but_first, list}]),
        Counts
      end)()`,
  );
}

Deno.test("a node is asked once what its funs are like, then questions come as funs", async () => {
  await using node = await startBeam();
  await using link = await connect(node);
  const calls: string[] = [];
  const beam = createBeam(noting(link, calls));
  await answered(beam);
  await answered(beam);
  assertEquals(calls, [SAMPLES, FINISHED, FINISHED]);
});

Deno.test("a node that has loaded another erl_eval is asked again, and keeps no books of the funs of the one before", async () => {
  await using node = await startBeam();
  await using link = await connect(node);
  const calls: string[] = [];
  const beam = createBeam(noting(link, calls));
  await answered(beam);
  await evaluate(
    link,
    `(fun() ->
        {ok, {_, [{abstract_code, {_, Forms}}]}} = beam_lib:chunks(code:which(erl_eval), [abstract_code]),
        [File, Module | Rest] = Forms,
        {ok, erl_eval, Beam} = compile:forms([File, Module, {attribute, 1, other, 1} | Rest],
                                             [nowarn_deprecated_function, {d, other}, deterministic]),
        spawn(fun() ->
                code:unstick_dir(filename:dirname(code:which(erl_eval))),
                {module, erl_eval} = code:load_binary(erl_eval, "erl_eval", Beam),
                register(reloaded, self()),
                receive stop -> ok end
              end)
      end)()`,
  );
  for (;;) {
    const loaded = await link.call(
      "erlang",
      "whereis",
      ["reloaded"].map((n) => name(n)),
      {
        timeoutMs: 10_000,
      },
    );
    if (loaded !== name("undefined")) break;
  }
  // Until it is purged, the old code is there.
  await answered(beam);
  await link.call("code", "purge", [name("erl_eval")], { timeoutMs: 10_000 });
  const before = await funs(link);
  calls.length = 0;
  await answered(beam);
  assertEquals(calls, [FINISHED, SAMPLES, FINISHED]);
  await answered(beam);
  assertEquals(await funs(link), before);
});

Deno.test("where funs hold something else than is known, the node makes them", async () => {
  await using node = await startBeam();
  await using link = await connect(node);
  const calls: string[] = [];
  const changed = (term: Term): Term => {
    const [first] = term instanceof Tuple ? term.elements : [];
    if (!(term instanceof Tuple) || !(first instanceof Fun)) return term;
    return new Tuple(term.elements.map((fun) => {
      if (!(fun instanceof Fun)) return fun;
      const [held] = fun.free;
      return held instanceof Tuple
        ? new Fun(fun.identity, [new Tuple([...held.elements, 1])])
        : fun;
    }));
  };
  const beam = createBeam(noting(link, calls, changed));
  await answered(beam);
  await answered(beam);
  assertEquals(calls, [SAMPLES, SAMPLES, SAMPLES]);
});

/** Answers how numbers come to their end; `uneven/1` and `told/2` are seldom needed there. */
const alternating: Probe<number[], string> = defineProbe("t_seldom", {
  encode: (numbers) => numbers,
  decode: (answer) => format(answer, { syntax: "erlang" }),
}, MISBEHAVING);

Deno.test("functions that are seldom needed are called as others are, from either half", async () => {
  await using node = await startBeam();
  await using link = await connect(node);
  const ends = [[1000, "even"], [1001, "uneven"], [1007, "uneven"]] as const;
  const expected = `[${ends.map(([n, end]) => `{${end},${n}}`).join(",")}]`;
  const numbers = ends.map(([n]) => n);
  const soon = { timeoutMs: 20_000 };
  // As funs that are made here, in two halves; then as forms, all in one.
  assertEquals(
    await createBeam(link).run(alternating, numbers, soon),
    expected,
  );
  const forms = createBeam(
    noting(
      link,
      [],
      (term) =>
        term instanceof Tuple && term.elements[0] instanceof Fun ? 0 : term,
    ),
  );
  assertEquals(await forms.run(alternating, numbers, soon), expected);
});

Deno.test("what is seldom needed is decoded on the node when it is called", () => {
  const { often, seldom } = MISBEHAVING.program("t_seldom").halves;
  const has = (half: readonly Term[], text: string): boolean =>
    half.some((clauses) =>
      format(clauses, { syntax: "erlang" }).includes(text)
    );
  assert(!has(often, ",uneven}") && has(seldom, ",uneven}"));
});
