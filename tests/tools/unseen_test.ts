import { assert, assertEquals } from "@std/assert";
import { visible, visibleLines } from "../../lib/etf/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

const NAMES = [
  "bidi\u202ename",
  "zero\u200bwidth",
  "csi\u009b31m",
  "esc\u001b]0;x\u0007",
  "line\u2028end",
  `zalgo${"\u0301".repeat(30)}`,
];

/** Every text in a value, keys included. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .flatMap(([key, item]) => [key, ...textsOf(item)]);
}

/** All that leaves, with nothing in it that cannot be seen. */
function seen(result: ToolResult): string {
  const texts = result.ok
    ? [result.text, ...textsOf(result.structured)]
    : [result.text, result.message, result.hint ?? ""];
  for (const text of texts) assertEquals(visibleLines(text), text);
  return texts.join("\n");
}

Deno.test("names and contents of a node show all that is in them, in every answer", async () => {
  const points = NAMES.map((name) =>
    `[${[...name].map((each) => each.codePointAt(0)).join()}]`
  );
  await using beam = await startBeam({
    setup: `lists:foreach(fun(Name) ->
      Atom = list_to_atom(Name),
      Self = self(),
      spawn(fun() ->
        Text = unicode:characters_to_binary(Name),
        put(Atom, Text),
        register(Atom, self()),
        ets:new(Atom, [named_table, public]),
        ets:insert(Atom, {Atom, Text, Name}),
        Self ! ready,
        receive stop -> ok end
      end),
      receive ready -> ok end
    end, [${points.join()}])`,
  });
  await using remote = await connect(beam);
  const call = callerOf(remote, TOOLS);
  for (const name of NAMES) {
    const spelt = visible(name);
    const text = name.slice(0, 4);
    for (const list of ["list_processes", "list_ets"]) {
      const found = seen(await call(list, { text }));
      assert(found.includes(spelt), `${spelt} in ${found}`);
    }
    for (const process of [name, spelt, `'${spelt}'`]) {
      const one = await call("get_process", { process });
      assert(one.ok && seen(one).includes(spelt), one.text);
    }
    const rows = await call("read_ets", { table: spelt });
    assert(rows.ok && seen(rows).includes(spelt), rows.text);
    const gone = await call("get_process", { process: `${name}\u202e` });
    assert(!gone.ok && seen(gone).includes(spelt), gone.text);
  }
  seen(await call("find", { text: "bidi\u202e" }));
  seen(await call("group_processes", { by: "registered_name" }));
});
