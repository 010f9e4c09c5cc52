import { assert, assertEquals, assertRejects } from "@std/assert";
import { createBeam, preload } from "../../lib/beam/mod.ts";
import { describe } from "../../lib/cli/commands/doctor.ts";
import { examine, RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, PATIENT, specOf } from "../support/remote.ts";
import { BeamtapError } from "../../lib/errors.ts";

Deno.test("a node whose atom table is nearly full is asked nothing, and lives", async () => {
  const limit = await atomsAtStart() + 200;
  await using node = await startBeam({ args: ["+t", `${limit}`] });
  for (let attempt = 1; attempt <= 3; attempt++) {
    const error = await assertRejects(
      () => RemoteNode.connect(specOf(node), PATIENT),
      BeamtapError,
      `dies at ${limit}`,
    );
    assertEquals(error.code, "atom_table_full");
  }
  const diagnosis = await examine(specOf(node), PATIENT);
  const { reachable, findings } = diagnosis;
  const last = findings.findLast(({ outcome }) => outcome === "failed");
  assertEquals([reachable, last?.code], [false, "atom_table_full"]);
  assert(last?.todo.some((line) => line.includes("+t")), `${last?.todo}`);
  assert(
    describe(diagnosis).includes("\nreached, but beamtap does not ask it"),
  );
  assertEquals(await state(node), "lives");
});

Deno.test("a table that fills while we are linked is noticed before the next question", async () => {
  await using node = await startBeam({ args: ["+t", "20000"] });
  await using remote = await connect(node);
  const beam = createBeam(remote);
  await beam.run(preload, undefined, { timeoutMs: 20_000 });
  await evaluate(
    remote,
    `(fun Fill(N) ->
        case erlang:system_info(atom_limit) - erlang:system_info(atom_count) of
          Left when Left > 500 -> list_to_atom("filled_" ++ integer_to_list(N)), Fill(N + 1);
          _ -> ok
        end
      end)(1)`,
  );
  const error = await assertRejects(
    () => beam.run(preload, undefined, { timeoutMs: 20_000 }),
    BeamtapError,
  );
  assertEquals(error.code, "atom_table_full");
  assert(/only 500 are left/.test(error.message), error.message);
  assertEquals(await state(node), "lives");
});

/** How many atoms a node has when it has started. */
async function atomsAtStart(): Promise<number> {
  await using node = await startBeam({
    setup: 'io:format("~b~n", [erlang:system_info(atom_count)])',
  });
  return Number.parseInt(node.output());
}

/** Whether the node's process has ended within a moment. */
function state(node: { readonly exited: Promise<void> }): Promise<string> {
  return Promise.race([
    node.exited.then(() => "ended"),
    new Promise<string>((resolve) => setTimeout(() => resolve("lives"), 200)),
  ]);
}
