import { assertEquals } from "@std/assert";
import { openDump } from "../../lib/dump/mod.ts";
import { makeDump, writeDump } from "./real.ts";

Deno.test("the newest atoms come first, and only as many as are asked for", async () => {
  await using made = await makeDump(`
    [list_to_atom("made of " ++ integer_to_list(N)) || N <- lists:seq(1, 9)],
    erlang:halt("enough")
  `);
  const dump = await openDump(made.path);
  assertEquals(await dump.newestAtoms(2), ["'made of 9'", "'made of 8'"]);
  const all = await dump.newestAtoms(1_000_000);
  assertEquals(all.length, dump.limits.atoms.count);
  assertEquals(all.at(-1), "false");
});

Deno.test("a dump without its atoms has no newest ones", async () => {
  await using made = await writeDump("=erl_crash_dump:0.5\nSlogan: x\n");
  assertEquals(await (await openDump(made.path)).newestAtoms(5), []);
});
