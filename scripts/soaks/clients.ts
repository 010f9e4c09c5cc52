// deno-lint-ignore-file no-console
/**
 * Stock clients, over standard input and output and over HTTP: each lists the tools, and what it hands to
 * a model of three answers and an error holds the facts. Any failure is a non-zero exit.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { SCOPES } from "../../lib/registry/mod.ts";
import { HttpProgram } from "../../tests/e2e/http_support.ts";
import { PROGRAMS, reaching } from "../../tests/e2e/support.ts";
import { startBeam } from "../../tests/support/beam.ts";
import { claudeCode, claudePlugin } from "./clients/claude.ts";
import {
  type Call,
  type Job,
  MARK,
  type Outcome,
  type Server,
  type Told,
} from "./clients/job.ts";
import { STOCK } from "./clients/stock.ts";
import { refusals } from "./clients/strict.ts";

const HELP = `scripts/soak clients [OPTION]…
  --only TEXT    only clients that have it in their names; may be repeated
  BEAMTAP_BINARY names an executable to try in place of main.ts`;

/** A process with a table of 12 rows and 7 messages that it does not take. */
const SETUP = `
  Teller = spawn(fun() ->
    ets:new(orders, [named_table]),
    ets:insert(orders, [{N, open} || N <- lists:seq(1, 12)]),
    register(teller, self()),
    receive done -> ok end
  end),
  [Teller ! {order, N} || N <- lists:seq(1, 7)]`;

interface Trial extends Call {
  /** What the text for the model has to have in it. */
  readonly facts: readonly RegExp[];
  readonly fails?: boolean;
}

const TRIALS: readonly Trial[] = [
  {
    tool: "list_processes",
    args: { sort: "mailbox", limit: 5 },
    facts: [/^ pid\tregistered_name\t/m, /^ <[\d.]+>\tteller\t.*\t7\t/m],
  },
  {
    tool: "get_process",
    args: { process: "teller" },
    facts: [/^registered_name: teller$/m, /^mailbox: 7$/m, /^stack:\n \S/m],
  },
  {
    tool: "list_ets",
    args: {},
    facts: [/^ table\tname\t/m, /^ orders\t.*\tteller\t12\t/m],
  },
  {
    tool: "get_process",
    args: { process: "nobody_here" },
    facts: [/nothing is registered as nobody_here/, /What to do: give a pid/],
    fails: true,
  },
];

const options = parseArgs(Deno.args, {
  string: ["only"],
  boolean: ["help"],
  collect: ["only"],
});
if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const only = [options.only ?? []].flat().map(String);
const wanted = (name: string): boolean =>
  only.length === 0 || only.some((text) => name.includes(text));
const program = PROGRAMS.at(-1);
if (program === undefined) throw new Error("there is no program");

await using beam = await startBeam({ setup: SETUP });
await using http = await HttpProgram.start(program, [
  ...reaching(beam),
  ...SCOPES.map((scope) => `--allow=${scope}`),
]);
const servers: Readonly<Record<string, Server>> = {
  stdio: {
    command: program.command,
    args: [
      ...program.args,
      ...reaching(beam),
      ...SCOPES.map((scope) => `--allow=${scope}`),
    ],
  },
  HTTP: { url: http.url, token: await http.token("soak", [...SCOPES]) },
};
const lists = new Set<string>();
let failures = 0;

for (const [transport, server] of Object.entries(servers)) {
  for (const client of Object.keys(STOCK).filter(wanted)) {
    await row(client, transport, async () => {
      const { tools, told } = await work(client, server);
      lists.add(tools.map(({ name }) => name).toSorted().join(" "));
      const wrong = TRIALS.flatMap((trial, index) =>
        missing(trial, told[index])
      );
      if (client === "OpenAI Agents") wrong.push(...refusals(tools));
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
      return `${tools.length} tools, ${told.length} calls`;
    });
  }
  if (wanted("Claude Code")) {
    await row("Claude Code", transport, async () => {
      await claudeCode(server);
      return "added, listed as connected, shown";
    });
  }
}
if (wanted("Claude Code")) {
  await row("Claude Code", "plugin", async () => {
    await claudePlugin();
    return "valid, installed";
  });
}
if (lists.size > 1) {
  console.log("FAILED clients disagree about the list of tools");
  failures++;
}
Deno.exitCode = failures > 0 ? 1 : 0;

async function row(
  client: string,
  transport: string,
  trial: () => Promise<string>,
): Promise<void> {
  const result = await trial().catch((error: Error) => {
    failures++;
    return `FAILED ${error.message}`;
  });
  console.log(`${client.padEnd(22)} ${transport.padEnd(6)} ${result}`);
}

/** Lets a client do its job in a process of its own. */
async function work(client: string, server: Server): Promise<Outcome> {
  const calls = TRIALS.map(({ tool, args }) => ({ tool, args }));
  const job: Job = { client, server, calls };
  const folder = new URL("clients/", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--allow-all", "--no-check"],
      ...client === "mcp-use"
        ? ["--no-config", "--node-modules-dir=manual"]
        : [`--config=${folder}deno.json`],
      ...[`${folder}worker.ts`, JSON.stringify(job)],
    ],
    env: {
      OPENAI_AGENTS_DISABLE_TRACING: "1",
      MCP_USE_ANONYMIZED_TELEMETRY: "false",
      ...client === "mcp-use" && { MCP_USE: await mcpUseFolder(folder) },
    },
    signal: AbortSignal.timeout(120_000),
  }).output();
  const said = new TextDecoder().decode(stdout);
  const at = said.lastIndexOf(MARK);
  if (code !== 0 || at < 0) {
    throw new Error(`exit ${code} ${said}${new TextDecoder().decode(stderr)}`);
  }
  return JSON.parse(said.slice(at + MARK.length));
}

async function mcpUseFolder(folder: string): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(`${folder}mcp_use`)
    .output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

/** What a model does not get of a trial. */
function missing(
  { tool, facts, fails = false }: Trial,
  told: Told | undefined,
): string[] {
  const { text = "", failed = fails } = { ...told };
  return [
    ...facts.filter((fact) => !fact.test(text))
      .map((fact) => `${tool}: no ${fact} in: ${text}`),
    ...failed === fails
      ? []
      : [`${tool} ${failed ? "failed" : "did not fail"}: ${text}`],
  ];
}
