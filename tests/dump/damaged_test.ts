import { assertEquals } from "@std/assert";
import { type Dump, readDump } from "../../lib/dump/mod.ts";
import {
  cuts,
  damages,
  examine,
  memorySource,
  trimmed,
} from "../support/damaged_dumps.ts";
import { AGAIN, randomSource, SEED } from "../support/random.ts";
import { makeDump } from "./real.ts";

/** Damaged dumps that a run of the tests tries; `scripts/soak dump` tries 200,000. */
const DAMAGED = 150;

/** A small dump of a real node. */
async function base(): Promise<Uint8Array> {
  await using made = await makeDump(`
    Holder = spawn_link(fun() ->
      put(key, {value, #{a => [1, 2, 3], b => <<"text">>}}),
      receive never -> ok end
    end),
    [Holder ! {message, N, lists:seq(1, N), binary:copy(<<"x">>, 100)} || N <- lists:seq(1, 9)],
    timer:sleep(20),
    erlang:halt("damaged")`);
  return trimmed(await Deno.readFile(made.path), 8);
}

function told(dump: Dump): unknown {
  return [
    dump.header,
    dump.sections,
    dump.notes,
    dump.limits,
    dump.ets,
    dump.ports,
    dump.modules,
    dump.schedulers,
    Array.from(
      { length: dump.processes.count },
      (_, row) => dump.processes.row(row),
    ),
  ];
}

Deno.test("readDump() reads the same in pieces of any size", async () => {
  const bytes = await base();
  const whole = told(await readDump("d", memorySource(bytes, () => 1 << 20)));
  const random = randomSource(SEED);
  const sizes = [
    () => 1,
    () => 2,
    () => 7,
    () => 1 + random(50),
    () => 1 + random(5000),
  ];
  for (const size of sizes) {
    const pieces = told(await readDump("d", memorySource(bytes, size)));
    assertEquals(pieces, whole, AGAIN);
  }
});

Deno.test("a damaged dump gives what it can, or a DumpError", async () => {
  const bytes = await base();
  const random = randomSource(SEED);
  const outcomes = { refused: 0, noted: 0, whole: 0 };
  const all = [...cuts(bytes), ...damages(bytes, SEED).take(DAMAGED)];
  for (const { what, bytes: damaged } of all) {
    try {
      outcomes[await examine(damaged, random)]++;
    } catch (cause) {
      throw new Error(`${what}; ${AGAIN}`, { cause });
    }
  }
  assertEquals(outcomes.noted > 0, true);
  assertEquals(outcomes.whole > 0, true);
});
