// deno-lint-ignore-file no-console
/**
 * Many calls, over HTTP from many clients and over standard input and output
 * with many in flight: every one is answered, and memory stays flat.
 *
 * @module
 */

import { startBeam } from "../../../tests/support/beam.ts";
import { HTTP_CLIENTS, HttpProgram } from "../../../tests/e2e/http_support.ts";
import {
  type Program,
  RawServer,
  reaching,
} from "../../../tests/e2e/support.ts";

/** How much memory may grow from the first half of the calls to the second. */
const GROWTH_BYTES = 48 * 1024 * 1024;

/** The resident memory of a process, in bytes. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** Calls from `clients` stock clients of all kinds at once. */
export async function httpLoad(
  program: Program,
  options: { calls: number; clients: number },
): Promise<void> {
  await using beam = await startBeam();
  await using server = await HttpProgram.start(program, reaching(beam));
  const token = await server.token("load", ["inspect"]);
  const clients = await Promise.all(
    Array.from({ length: options.clients }, (_, index) => {
      const kind = HTTP_CLIENTS[index % HTTP_CLIENTS.length];
      if (kind === undefined) throw new Error("there is no client");
      return kind.connect(server.url, token);
    }),
  );
  await measured("HTTP", server.pid, options.calls, async (calls) => {
    let left = calls;
    await Promise.all(clients.map(async (client) => {
      while (left-- > 0) {
        const { isError, text } = await client.call("get_node_info");
        if (isError) throw new Error(text);
      }
    }));
  });
  for (const client of clients) await client[Symbol.asyncDispose]();
}

/** Calls over one connection, `inFlight` at a time. */
export async function stdioLoad(
  program: Program,
  options: { calls: number; inFlight: number },
): Promise<void> {
  await using beam = await startBeam();
  await using server = new RawServer(program, reaching(beam));
  await server.initialize();
  await measured("stdio", server.pid, options.calls, async (calls) => {
    const unanswered = new Set<unknown>();
    for (let sent = 0; sent < calls || unanswered.size > 0;) {
      if (sent < calls && unanswered.size < options.inFlight) {
        unanswered.add(
          await server.request("tools/call", {
            name: "get_node_info",
            arguments: {},
          }),
        );
        sent++;
        continue;
      }
      const message = await server.next();
      if (message?.id === undefined) continue;
      if (!unanswered.delete(message.id)) {
        throw new Error(`${message.id} was answered twice or never asked`);
      }
      if (!JSON.stringify(message.result).includes('"otp_release"')) {
        throw new Error(JSON.stringify(message));
      }
    }
  });
}

/** Runs a tenth to warm up, then two halves, and compares memory after each. */
async function measured(
  what: string,
  pid: number,
  calls: number,
  run: (calls: number) => Promise<void>,
): Promise<void> {
  await run(Math.ceil(calls / 10));
  const begin = performance.now();
  await run(calls / 2);
  const half = await residentBytes(pid);
  await run(calls / 2);
  const end = await residentBytes(pid);
  const seconds = (performance.now() - begin) / 1000;
  const mib = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(
    `${what}: ${calls} calls, ${Math.round(calls / seconds)}/s, memory ${
      mib(half)
    } then ${mib(end)}`,
  );
  if (end - half > GROWTH_BYTES) throw new Error(`${what}: memory grows`);
}
