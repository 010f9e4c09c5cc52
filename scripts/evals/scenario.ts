/**
 * A scenario: something is wrong with a node, somebody asks, and the answer is judged. Each is a file in
 * `scenarios/`.
 *
 * @module
 */

import * as z from "zod";
import type { Incident } from "../../tests/support/incidents/incident.ts";
import { INCIDENTS } from "../../tests/support/incidents/mod.ts";

const SCENARIO = z.strictObject({
  /** An incident of tests/support/incidents, by its name, … */
  incident: z.string().optional(),
  /** … or the Erlang of a module `m` with `start/0`, a line each. */
  source: z.array(z.string()).optional(),
  /** What the agent is asked; it is told the tools by MCP alone. */
  prompt: z.string(),
  /** What beamtap grants. */
  allow: z.array(z.string()).default(["inspect"]),
  /** Maximum calls of tools. */
  calls: z.int(),
  /** Names that the answer must have, as whole words; PID is what `m:pid/0` gives. */
  names: z.array(z.string()),
  /** Tools that must not be called, though they are granted. */
  never_called: z.array(z.string()).default([]),
  /** Texts that must not reach the agent. */
  never_sent: z.array(z.string()).default([]),
  /** Registered processes that must be alive at the end. */
  alive: z.array(z.string()).default([]),
});

/** A scenario, with the incident that it is about. */
export type Scenario =
  & Omit<
    z.infer<typeof SCENARIO>,
    "incident" | "source"
  >
  & {
    readonly name: string;
    readonly incident: Incident;
  };

const FOLDER = new URL("scenarios/", import.meta.url);

/** Reads the scenarios with these names, or all. */
export async function readScenarios(
  names: readonly string[] = [],
): Promise<Scenario[]> {
  const files = (await Array.fromAsync(Deno.readDir(FOLDER)))
    .map(({ name }) => name.replace(/\.json$/, "")).toSorted();
  const unknown = names.filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new TypeError(
      `no scenario ${unknown.join(", ")}; there are ${files.join(", ")}`,
    );
  }
  const chosen = names.length === 0 ? files : names;
  return await Promise.all(chosen.map(async (name) => {
    const text = await Deno.readTextFile(new URL(`${name}.json`, FOLDER));
    const { incident, source, ...rest } = SCENARIO.parse(JSON.parse(text));
    return { ...rest, name, incident: incidentOf(name, incident, source) };
  }));
}

function incidentOf(
  name: string,
  incident: string | undefined,
  source: readonly string[] = [],
): Incident {
  if (incident === undefined) {
    return { name, finding: "", says: [], source: source.join("\n") };
  }
  const found = INCIDENTS.find((each) => each.name === incident);
  if (found === undefined) {
    throw new TypeError(`${name}: no incident "${incident}"`);
  }
  return found;
}
