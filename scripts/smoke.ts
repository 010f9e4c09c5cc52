// deno-lint-ignore-file no-console
/**
 * Tries a beamtap on any platform: `deno run --allow-all scripts/smoke.ts COMMAND [ARGUMENT…]`.
 * Its version, a conversation over MCP, and questions to a node, if `erl` is there.
 *
 * @module
 */

import project from "../deno.json" with { type: "json" };

const [command = "beamtap", ...before] = Deno.args;
const COOKIE = "smoke";
const NODE = "smoke@127.0.0.1";

/** Runs the command with arguments and input; returns what it printed. */
async function beamtap(args: string[], input = ""): Promise<string> {
  const child = new Deno.Command(command, {
    args: [...before, ...args],
    env: { BEAMTAP_COOKIE: COOKIE },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const [out, err] = [stdout, stderr].map((it) => new TextDecoder().decode(it));
  check(`beamtap ${args.join(" ")}`, success, `${out}${err}`);
  return out ?? "";
}

/** Reports a step; ends the program at the first that failed. */
function check(what: string, isTrue: boolean, details: string): void {
  console.log(`${what} ... ${isTrue ? "ok" : `FAILED\n${details}`}`);
  if (!isTrue) Deno.exit(1);
}

/** What a client sends, a line each. */
function requests(...methods: (readonly [string, object])[]): string {
  const hello = ["initialize", {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "smoke", version: "1" },
  }] as const;
  return [hello, ...methods].map(([method, params], id) =>
    `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`
  ).join("");
}

/** Starts a node that needs no port mapper; without Erlang, returns nothing. */
function startNode(port: number): Deno.ChildProcess | undefined {
  const options = [
    ..."-noinput -start_epmd false -erl_epmd_port".split(" "),
    ...[`${port}`, "-name", NODE, "-setcookie", COOKIE],
    ...["-kernel", "inet_dist_use_interface", "{127,0,0,1}"],
  ];
  try {
    return new Deno.Command("erl", {
      args: options,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Waits until something accepts connections on a port, for at most 30 s. */
async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  check("a node starts", false, `nothing listens on port ${port}`);
}

const version = await beamtap(["--version"]);
check("its version", version.includes(project.version), version);
const listed = await beamtap(
  ["serve", NODE],
  requests(["tools/list", {}]),
);
check("tools/list", listed.includes('"check_health"'), listed);

using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
const { port } = listener.addr;
listener.close();
const node = startNode(port);
if (node === undefined) {
  console.log("no erl here: no node was asked");
} else {
  try {
    await listening(port);
    const at = ["--node", `${NODE}=127.0.0.1:${port}`];
    await beamtap(["doctor", ...at]);
    await beamtap(["health", ...at]);
    const answered = await beamtap(
      ["serve", ...at],
      requests(["tools/call", { name: "list_processes", arguments: {} }]),
    );
    check("a question over MCP", answered.includes("code_server"), answered);
  } finally {
    node.kill("SIGKILL");
    await node.status;
  }
}
