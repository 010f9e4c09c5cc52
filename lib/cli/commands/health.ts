/**
 * `beamtap health NODE`: what `check_health` says of a node.
 *
 * @module
 */

import * as z from "zod";
import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { print } from "../output.ts";
import { callOnce, failureStatus, readWords } from "./call.ts";

/** Runs the command; returns 1 if something is wrong with the node or it does not answer. */
export async function health(args: Arguments): Promise<number> {
  const [node, ...words] = args.operands;
  if (node === undefined && args.texts("node").length === 0) {
    throw badValue(
      "health needs a node",
      "usage: beamtap health NAME@HOST [focus='[\"memory\"]']",
    );
  }
  const given = { ...readWords(words), ...node !== undefined && { node } };
  const result = await callOnce(args, "check_health", given);
  if (!result.ok) return failureStatus(result.code);
  const { verdict, findings, node: asked } = Object(result.structured);
  if (!args.flag("json")) {
    const next = nextCalls(node ?? `${asked}`, FINDINGS.parse(findings));
    if (next.length > 0) await print(`Next:\n${next.join("\n")}`);
  }
  return FINE.has(verdict) ? 0 : 1;
}

/** Verdicts of a node on which nothing is wrong that the caller asked for. */
const FINE: ReadonlySet<unknown> = new Set([
  "healthy",
  "nothing_else",
  "notice",
]);

const FINDINGS = z.array(z.object({
  next: z.object({
    tool: z.string(),
    arguments: z.record(z.string(), z.unknown()),
  }),
}));

/** The calls that findings ask for next, as commands for a shell. */
export function nextCalls(
  node: string,
  findings: z.infer<typeof FINDINGS>,
): string[] {
  const calls = findings.map(({ next }) => {
    const words = Object.entries({ node, ...next.arguments })
      .map(([key, value]) =>
        shellWord(
          `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
        )
      );
    return ["beamtap call", next.tool, ...words].join(" ");
  });
  return [...new Set(calls)];
}

/** A word that a shell takes as it is. */
function shellWord(text: string): string {
  return /^[\w@.,:=/+-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
