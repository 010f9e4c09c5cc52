/**
 * What `check_health` says of incidents and of healthy nodes.
 *
 * @module
 */

import * as z from "zod";
import { createBeam, preload } from "../../lib/beam/mod.ts";
import { checkHealth } from "../../lib/tools/health/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type Beam, startBeam } from "./beam.ts";
import { notReproduced } from "./health_numbers.ts";
import type { Healthy } from "./healthy.ts";
import { type Incident, nodeOf } from "./incidents/incident.ts";
import { connect, evaluate } from "./remote.ts";
import { callerOf } from "./tools.ts";

/** The programs of a release, where it is not the installed one. */
export interface Programs {
  readonly erl: string;
  readonly elixir: string;
}

const ANSWER = z.looseObject({
  findings: z.array(z.looseObject({
    severity: z.string(),
    finding: z.string(),
    what: z.string(),
  })),
});

/** What of an incident the first answer does not say, and the answer; nothing if it says all. */
export async function unsaid(
  incident: Incident,
  programs?: Programs,
): Promise<string[]> {
  const { settleMs = 1500, says, content = [], source, begin, asks = 1 } =
    incident;
  await using node = await startBeam({
    ...nodeOf(incident),
    ...programs && { erl: programs.erl },
  });
  await using remote = await linked(node);
  const pid = source.includes("\npid() ->")
    ? await evaluate(remote, "list_to_binary(pid_to_list(m:pid()))")
    : "";
  if (begin !== undefined) await evaluate(remote, begin);
  await pause(settleMs);
  const allow = content.length > 0 ? ["inspect", "data"] : ["inspect"];
  const call = callerOf(remote, TOOLS, allow);
  const wanted = [
    ...says,
    ...content,
    new RegExp(`\\b${incident.finding}\\b`),
  ];
  let health = await call("check_health");
  const unfound = (): (string | RegExp)[] =>
    wanted.filter((part) =>
      part instanceof RegExp
        ? !part.test(health.text)
        : !health.text.includes(part === "PID" ? pid.slice(3, -3) : part)
    );
  for (let ask = 1; ask < asks && unfound().length > 0; ask++) {
    health = await call("check_health");
  }
  const { text } = health;
  const wrong = unfound();
  const other = health.ok
    ? await notReproduced(incident.finding, health.structured, call)
    : [];
  return wrong.length + other.length === 0
    ? []
    : wrong.length === 0
    ? [`${incident.name}: ${other.join("; ")}\n${text}`]
    : [`${incident.name}: no ${wrong.join(", no ")} in\n${text}`];
}

/** Findings worse than a notice, of so many looks at a healthy node. */
export async function falseAlarms(
  { name, node, begin, never, settleMs = 1500 }: Healthy,
  looks: number,
  programs?: Programs,
): Promise<string[]> {
  const program = node.elixir === undefined
    ? programs && { erl: programs.erl }
    : programs && { elixir: programs.elixir };
  await using target = await startBeam({ ...node, ...program });
  await using remote = await linked(target);
  if (begin !== undefined) await evaluate(remote, begin);
  await pause(settleMs);
  const call = callerOf(remote, [checkHealth], ["inspect"]);
  const seen: string[] = [];
  for (let look = 0; look < looks; look++) {
    const answer = await call("check_health");
    if (!answer.ok) seen.push(`${name}: ${answer.text}`);
    else {
      const { findings } = ANSWER.parse(answer.structured);
      if (never?.test(answer.text)) seen.push(`${name}: ${answer.text}`);
      seen.push(
        ...findings.filter(({ severity }) => severity !== "notice")
          .map(({ severity, finding, what }) =>
            `${name}: ${severity} ${finding}: ${what}`
          ),
      );
    }
  }
  return seen;
}

/** Does work on each, so many at a time; the results of all. */
export async function sideBySide<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<string[]>,
): Promise<string[]> {
  const left = [...items];
  const results: string[] = [];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      results.push(...await work(next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function linked(node: Beam): ReturnType<typeof connect> {
  const remote = await connect(node);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 30_000 });
  return remote;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
