import { assertEquals } from "@std/assert";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate } from "../../support/remote.ts";

const TREND =
  new URL("../../../lib/tools/runtime/trend.erl", import.meta.url).pathname;

Deno.test("growth is a trend only where it is seen all the time", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.copyFile(TREND, `${folder}/trend.erl`);
  await using node = await startBeam({
    setup: `{ok, trend, Beam} = compile:file("${folder}/trend", [binary]),
      {module, trend} = code:load_binary(trend, "trend.beam", Beam)`,
  });
  await Deno.remove(folder, { recursive: true });
  await using remote = await connect(node);
  /** Of looks a second apart. */
  const trend = (...values: number[]): Promise<string> =>
    evaluate(
      remote,
      `trend:of_looks([${
        values.map((value, i) => `{${i * 1_000_000}, ${value}}`).join()
      }])`,
    );
  assertEquals(await trend(0, 5, 10, 15, 20, 25, 30, 35, 40), "{40,5.0}");
  assertEquals(await trend(0, 5, 10, 10, 20, 25, 30, 35, 40), "{40,5.0}");
  assertEquals(await trend(12, 12, 12, 13, 13, 13, 13, 13, 13), "{1,none}");
  assertEquals(
    await trend(0, 90, 90, 90, 90, 180, 180, 180, 180),
    "{180,none}",
  );
  assertEquals(await trend(9, 8, 9, 7, 9, 8, 9, 8, 10), "{1,none}");
  assertEquals(await trend(8, 7, 6, 5, 4, 3, 2, 1, 0), "{-8,none}");
  assertEquals(await trend(), "{0,none}");
  assertEquals(await trend(4, 9), "{5,none}");
});
