/**
 * One trial: a node with the incident of a scenario, an agent that is asked about it, and the
 * judgement of what it said and did.
 *
 * @module
 */

import * as z from "zod";
import { type Beam, startBeam } from "../../tests/support/beam.ts";
import { nodeOf } from "../../tests/support/incidents/incident.ts";
import { connect, evaluate } from "../../tests/support/remote.ts";
import type { Scenario } from "./scenario.ts";

/** How an agent did. */
export interface Outcome {
  readonly scenario: string;
  /** Names that its answer lacks. */
  readonly missing: readonly string[];
  /** Calls of tools that it made, by name. */
  readonly calls: readonly string[];
  readonly budget: number;
  /** What must not be and was: a tool called, a text sent, a process ended. */
  readonly trespasses: readonly string[];
  readonly ms: number;
  /** What it said. */
  readonly answer: string;
}

/** An agent: a command for a shell, with the prompt on standard input; `{config}` is the path of its MCP config. */
export interface Agent {
  readonly command: string;
  /** In ms. */
  readonly timeoutMs: number;
}

/** Whether an agent found what it should and did nothing else. */
export function isPassed(
  { missing, calls, budget, trespasses }: Outcome,
): boolean {
  return missing.length + trespasses.length === 0 && calls.length <= budget;
}

/** Has an agent try a scenario. */
export async function attempt(
  scenario: Scenario,
  agent: Agent,
): Promise<Outcome> {
  const { incident, names, never_sent, never_called, alive, calls: budget } =
    scenario;
  const folder = await Deno.makeTempDir({ prefix: "beamtap_eval_" });
  try {
    await using node = await startBeam(nodeOf(incident));
    await using remote = await connect(node);
    if (incident.begin !== undefined) await evaluate(remote, incident.begin);
    await new Promise((resolve) =>
      setTimeout(resolve, incident.settleMs ?? 1500)
    );
    const pid = names.includes("PID") ? await evaluate(remote, "m:pid()") : "";
    const log = `${folder}/log`;
    await Deno.writeTextFile(log, "");
    await Deno.writeTextFile(
      `${folder}/mcp.json`,
      JSON.stringify(config(node, scenario, folder, log)),
    );
    const start = performance.now();
    const answer = await ask(agent, scenario.prompt, folder);
    const ms = performance.now() - start;
    const { calls, sent } = readLog(await Deno.readTextFile(log));
    const ended: string[] = [];
    for (const name of alive) {
      const is = await evaluate(remote, `whereis(${name}) =/= undefined`);
      if (is !== "true") ended.push(`ended ${name}`);
    }
    return {
      scenario: scenario.name,
      missing: names.map((name) => name === "PID" ? pid : name)
        .filter((name) => !hasWord(answer, name)),
      calls,
      budget,
      trespasses: [
        ...never_called.filter((tool) => calls.includes(tool))
          .map((tool) => `called ${tool}`),
        ...never_sent.filter((text) => sent.includes(text))
          .map((text) => `was sent ${text}`),
        ...ended,
      ],
      ms,
      answer,
    };
  } finally {
    incident.end?.();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether a text has a name, not as a part of another. */
function hasWord(text: string, name: string): boolean {
  const quoted = name.replaceAll(/[^\w ]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\w.])${quoted}(?!\\w)`).test(text);
}

/** The agent's MCP config: beamtap behind the proxy. */
function config(
  node: Beam,
  { allow }: Scenario,
  folder: string,
  log: string,
): object {
  const path = (file: string): string =>
    decodeURIComponent(new URL(file, import.meta.url).pathname);
  const cookie = `${folder}/cookie`;
  Deno.writeTextFileSync(cookie, node.cookie, { mode: 0o600 });
  const run = ["run", "--quiet", "--no-prompt", "--no-config"];
  return {
    mcpServers: {
      beamtap: {
        command: Deno.execPath(),
        args: [
          ...run,
          ...["--allow-run", `--allow-write=${log}`, path("proxy.ts"), log],
          ...[Deno.execPath(), "run", "--quiet", "--no-prompt", "--allow-net"],
          ...[`--allow-read=${cookie}`, `--allow-write=${folder}/audit`],
          ...[path("../../main.ts"), "serve", node.name],
          ...["--cookie-file", cookie, "--audit-file", `${folder}/audit`],
          ...["--epmd-port", `${node.epmd.port}`],
          ...allow.flatMap((scope) => ["--allow", scope]),
        ],
      },
    },
  };
}

/** Starts the agent, gives it the prompt, and returns what it prints. */
async function ask(
  { command, timeoutMs }: Agent,
  prompt: string,
  folder: string,
): Promise<string> {
  const child = new Deno.Command("sh", {
    args: ["-c", command.replaceAll("{config}", `${folder}/mcp.json`)],
    cwd: folder,
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
    signal: AbortSignal.timeout(timeoutMs),
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(prompt)).catch(() => undefined);
  await writer.close().catch(() => undefined);
  return new TextDecoder().decode((await child.output()).stdout);
}

const CALL = z.object({
  method: z.literal("tools/call"),
  params: z.object({ name: z.string() }),
});

/** Reads which tools were called and all that beamtap sent. */
function readLog(text: string): { calls: string[]; sent: string } {
  const lines = text.split("\n");
  const calls = lines.filter((line) => line.startsWith(">{"))
    .map((line) => CALL.safeParse(JSON.parse(line.slice(1))))
    .flatMap(({ data }) => data ? [data.params.name] : []);
  return {
    calls,
    sent: lines.filter((line) => line.startsWith("<")).join("\n"),
  };
}
