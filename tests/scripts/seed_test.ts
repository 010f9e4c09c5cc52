import { assert, assertEquals } from "@std/assert";

const RANDOM = new URL("../support/random.ts", import.meta.url).href;
const CONFIG = new URL("../deno.json", import.meta.url).pathname;

/** A property that does not hold, for one integer in two. */
const TEST = `
  import { fc } from ${JSON.stringify(RANDOM)};
  Deno.test("all are even", () =>
    fc.assert(fc.property(fc.integer(), (i) => i % 2 === 0), {
      endOnFailure: true, // the first that is found
    }));`;

Deno.test("a property that fails prints a seed, and fails alike with it", async () => {
  const file = await Deno.makeTempFile({ suffix: "_test.ts" });
  const fail = async (env: Record<string, string>): Promise<string> => {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["test", "-A", "--no-check", `--config=${CONFIG}`, file],
      env: { SEED: "", NO_COLOR: "1", ...env },
      stderr: "null",
    }).output();
    return new TextDecoder().decode(stdout);
  };
  try {
    await Deno.writeTextFile(file, TEST);
    const first = await fail({});
    const [, SEED] = /again with SEED=(\d+)/.exec(first) ?? [];
    assert(SEED !== undefined, first);
    const counterexample = /Counterexample: .*/.exec(first)?.[0];
    assert(counterexample !== undefined, first);
    const again = await fail({ SEED });
    assert(again.includes(`again with SEED=${SEED}\n`), again);
    assertEquals(/Counterexample: .*/.exec(again)?.[0], counterexample);
  } finally {
    await Deno.remove(file);
  }
});
