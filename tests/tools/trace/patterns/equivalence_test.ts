import { assert, assertEquals } from "@std/assert";
import { binary, format, type Term, tuple } from "../../../../lib/etf/mod.ts";
import { clausesOf } from "../../../../lib/tools/trace/patterns/mod.ts";
import { type BeamOptions, startBeam } from "../../../support/beam.ts";
import { AGAIN, randomSource, SEED } from "../../../support/random.ts";
import {
  type PatternSample,
  patternSamples,
} from "../../../support/pattern_samples.ts";
import { connect, evaluateTerm } from "../../../support/remote.ts";

const HOME = { node: "n@h", creation: 1 };
const COUNT = 150;

/** The calls, of a fun that the language took, on which the emulator with our clauses and the language differ, and how many matched. */
const COMPARED = `(fun() when Fun =:= none -> {[], 0}; () ->
  Rows = [{case erlang:match_spec_test(Args, Spec, trace) of {ok, R, _, _} -> R; Bad -> Bad end,
           try Fun(Args) catch Class:Reason -> {Class, Reason} end, Args} || Args <- Calls],
  {[Row || {Ours, Theirs, _} = Row <- Rows, Ours =/= Theirs], length([x || {true, _, _} <- Rows])}
end)()`;

async function compare(
  syntax: "erlang" | "elixir",
  options: BeamOptions,
  fun: (sample: PatternSample) => string,
): Promise<void> {
  await using node = await startBeam(options);
  await using remote = await connect(node);
  let total = 0;
  for (const sample of patternSamples(COUNT, randomSource(SEED))) {
    const match = sample.head[syntax] + sample.guard[syntax];
    const clauses = clausesOf({ match }, { syntax, home: HOME }) ?? [];
    const spec = clauses.map(({ head, guards }) => tuple(head, guards, []));
    const calls = `[${sample.calls.join(", ")}]`;
    const bindings: Record<string, Term> = {
      Source: binary(`fn ${match} -> true; _ -> false end`),
      Spec: spec,
    };
    const [different = [], matched = 0] = elements(
      await evaluateTerm(
        remote,
        `Calls = ${calls}, Fun = try ${
          fun(sample)
        } catch error:_ -> none end, ${COMPARED}`,
        bindings,
      ),
    );
    const text = `${match}\n${format(spec, { syntax: "erlang" })}\n${
      format(different, { syntax: "erlang" })
    } (${AGAIN})`;
    assertEquals(different, [], text);
    total += Number(matched);
  }
  assert(total > COUNT / 2, `${total} matched (${AGAIN})`);
}

function elements(term: Term): readonly Term[] {
  return typeof term === "object" && "elements" in term ? term.elements : [];
}

Deno.test("an Erlang pattern matches as Erlang has it", async () => {
  await compare(
    "erlang",
    {},
    ({ head, guard }) =>
      `fun(${head.erlang})${guard.erlang} -> true; (_) -> false end`,
  );
});

Deno.test("an Elixir pattern matches as Elixir has it", async () => {
  await compare(
    "elixir",
    { elixir: "elixir" },
    () => "element(1, 'Elixir.Code':eval_string(Source, []))",
  );
});
