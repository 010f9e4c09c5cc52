/**
 * Other releases of OTP, as `scripts/soaks/otp` unpacks them, and how each look goes there.
 *
 * @module
 */

import { createBeam, preload } from "../../lib/beam/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type BeamOptions, startBeam } from "./beam.ts";
import { type Look, LOOKS } from "./inspection.ts";
import { connect } from "./remote.ts";
import { callerOf } from "./tools.ts";

/** The program `erl` of a release; undefined where it is not unpacked. */
export function unpackedErl(release: number): string | undefined {
  const cache = Deno.env.get("XDG_CACHE_HOME") ??
    `${Deno.env.get("HOME")}/.cache`;
  const folder = `${cache}/beamtap/otp/${release}`;
  try {
    // Written last.
    Deno.statSync(`${folder}/version`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  return `${folder}/erl`;
}

/** How a look went: `ok`, what the node lacks, or `FAILED`. */
export interface Outcome {
  readonly short: string;
  readonly text?: string;
}

/** Refusals that say what a node lacks. */
const LACKS: ReadonlySet<string> = new Set([
  "no_elixir",
  "no_log_file",
  "not_supported",
]);

/** What an answer has of a part that crashed there, or could not be read. */
const CRASHED = /probe_crashed|failed on the node|unexpected_answer/;

/** Asks a new node all that only looks, or some of it, through short windows. */
export async function lookAll(
  options: BeamOptions,
  looks: readonly Look[] = LOOKS,
): Promise<Outcome[]> {
  await using target = await startBeam(options);
  await using node = await connect(target);
  await createBeam(node).run(preload, undefined, { timeoutMs: 20_000 });
  const call = callerOf(node, TOOLS);
  const all: Outcome[] = [];
  for (const { tool, args } of looks) {
    const quick = "window_ms" in args ? { ...args, window_ms: 100 } : args;
    const result = await call(tool.name, quick);
    const lacks = !result.ok && LACKS.has(result.code);
    all.push(
      lacks
        ? { short: result.code }
        : result.ok && !CRASHED.test(result.text)
        ? { short: "ok" }
        : { short: "FAILED", text: result.text },
    );
  }
  return all;
}
