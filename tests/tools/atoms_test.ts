import { assert } from "@std/assert";
import { evaluate as evaluateTool } from "../../lib/tools/eval/evaluate.ts";
import { newAtoms } from "../support/atoms.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

Deno.test("a node gets few atoms from us, from the first question and from all others", async () => {
  const { first, later } = await newAtoms();
  // A word of ours belongs into lib/beam/words.txt.
  assert(first.length <= 30, `${first.length}: ${first.join(" ")}`);
  assert(later.length <= 195, `${later.length}: ${later.join(" ")}`);
});

Deno.test("source that could make more atoms than are left is not read", async () => {
  await using node = await startBeam({ args: ["+t", "20000"] });
  await using remote = await connect(node);
  await evaluate(
    remote,
    `(fun Fill(N) ->
        case erlang:system_info(atom_limit) - erlang:system_info(atom_count) of
          Left when Left > 6000 -> list_to_atom("filled_" ++ integer_to_list(N)), Fill(N + 1);
          _ -> ok
        end
      end)(1)`,
  );
  const call = callerOf(remote, [evaluateTool], ["eval"]);
  const incarnation = remote.creation;
  const source = Array.from({ length: 500 }, (_, i) => `a${i}`).join(", ");
  const refused = await call("evaluate", { source, incarnation });
  assert(!refused.ok && refused.code === "atom_table_full", refused.text);
  const short = await call("evaluate", { source: "1 + 1", incarnation });
  assert(short.ok, short.text);
});
