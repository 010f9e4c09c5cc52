// deno-lint-ignore-file no-console
/**
 * The program of {@linkcode fakeSsh}: FOLDER, then the arguments of ssh.
 *
 * @module
 */

import type { Plan } from "./fake_ssh.ts";

const [folder = "", ...args] = Deno.args;
const append = { append: true };
Deno.writeTextFileSync(`${folder}/pids`, `${Deno.pid}\n`, append);
Deno.writeTextFileSync(
  `${folder}/started`,
  `${JSON.stringify(args)}\n`,
  append,
);

const plan: Plan = (() => {
  try {
    return JSON.parse(Deno.readTextFileSync(`${folder}/plan.json`));
  } catch {
    return {};
  }
})();
for (const line of plan.say ?? []) console.error(line);
if (plan.exit === -1) {
  await new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1));
}
if (plan.exit !== undefined) Deno.exit(plan.exit);

const at = args[args.indexOf("-W") + 1] ?? "";
const [, host = "", port = ""] = /^\[?(.*?)\]?:(\d+)$/.exec(at) ?? [];
console.error('Authenticated to db1 ([10.0.0.5]:22) using "publickey".');
console.error(`debug1: channel_connect_stdio_fwd: ${host}:${port}`);
try {
  const conn = await Deno.connect({ hostname: host, port: Number(port) });
  console.error("debug2: channel 0: open confirm rwindow 2097152 rmax 32768");
  Deno.stdin.readable.pipeTo(conn.writable).catch(() => {});
  await conn.readable.pipeTo(Deno.stdout.writable);
  Deno.exit(0);
} catch {
  console.error("channel 0: open failed: connect failed: Connection refused");
  console.error("stdio forwarding failed");
  Deno.exit(255);
}
