// deno-lint-ignore-file no-console
/**
 * Clients that do harm over HTTP, and one that must be served all the while.
 *
 * @module
 */

import { HTTP_CLIENTS, HttpProgram } from "../../../tests/e2e/http_support.ts";
import type { Program } from "../../../tests/e2e/support.ts";
import type { Order } from "./attacker.ts";
import { ATTACKS } from "./attacks.ts";
import { residentBytes } from "./load.ts";

/** How long the one that means no harm may wait for an answer, in ms. */
const PATIENCE_MS = 5000;

/** Each attack, with calls of another client all the while. */
export async function hostile(program: Program): Promise<void> {
  for (const what of Object.keys(ATTACKS)) {
    await using server = await HttpProgram.start(program, ["a@127.0.0.1"]);
    const token = await server.token("ann", ["inspect"]);
    const evil = await server.token("eve", ["inspect"]);
    const { hostname, port } = new URL(server.url);
    const attacker = new Worker(new URL("attacker.ts", import.meta.url), {
      type: "module",
    });
    const target = { hostname, port: Number(port), token: evil };
    attacker.postMessage({ what, target } satisfies Order);
    const times: number[] = [];
    let again = 0;
    const end = performance.now() + 12_000;
    while (performance.now() < end) {
      for (const kind of HTTP_CLIENTS) {
        const begin = performance.now();
        const ask = async (): Promise<void> => {
          await using client = await kind.connect(server.url, token);
          await client.tools();
        };
        // A connection that was closed before it was used is opened again, as clients do.
        await ask().catch(() => {
          again++;
          return ask();
        });
        times.push(performance.now() - begin);
      }
    }
    attacker.terminate();
    const slowest = Math.max(...times);
    const mib = Math.round(await residentBytes(server.pid) / 2 ** 20);
    console.log(
      `one who ${what}: others were served ${times.length} times, ${again} of them at the second try, the slowest in ${
        Math.round(slowest)
      } ms, memory ${mib} MiB`,
    );
    if (slowest > PATIENCE_MS || again > 1) {
      throw new Error(`one who ${what} stops others`);
    }
  }
}
