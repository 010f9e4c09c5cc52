import { assert, assertEquals } from "@std/assert";
import {
  EXAMPLES_OF_TOOLS,
  toolsetPage,
} from "../../../lib/tools/reference/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { stalePages } from "../../../scripts/gen_reference.ts";

Deno.test("the reference is as scripts/gen_reference writes it", async () => {
  assertEquals(await stalePages(), [], "run scripts/gen_reference");
});

Deno.test("every tool has an example that it would still take and give", () => {
  const names = TOOLS.map(({ name }) => name);
  assertEquals(Object.keys(EXAMPLES_OF_TOOLS), names);
  for (const { name, input, output } of TOOLS) {
    const { args = {}, answer } = EXAMPLES_OF_TOOLS[name] ?? {};
    const hint = `scripts/gen_reference --record ${name}`;
    const { error } = input.safeParse(args);
    assertEquals(error, undefined, hint);
    // What the schema no longer has is missing from what it gives.
    assertEquals<unknown>(output.parse(answer), answer, hint);
  }
});

Deno.test("a tool's section has its arguments with units and limits, its scope and what it calls", () => {
  const page = toolsetPage("processes", TOOLS, EXAMPLES_OF_TOOLS);
  for (
    const part of [
      "## list_processes\n",
      "Scope `inspect`; looks only; deadline 40 s",
      "| `window_ms` | integer, ms, 10 to 10000 |",
      "`erlang:processes/0`",
      "beamtap call list_processes node=shop@127.0.0.1",
      "\n pid\tregistered_name\t",
    ]
  ) assert(page.includes(part), part);
  assert(!page.includes("erlang:is_map_key/2"), "it only computes");
});
