/**
 * `beamtap health NODE`: what `check_health` says of a node.
 *
 * @module
 */

import type * as z from "zod";
import type { Arguments } from "../arguments.ts";
import { ask } from "../ask.ts";
import { again } from "../doctor_command.ts";
import { badValue } from "../errors.ts";
import { callWords } from "../../shell.ts";
import { HEALTH, healthPage, type NEXT } from "../terminal/health_page.ts";
import { failureStatus, questionOf, readWords } from "./call.ts";

/** Runs the command; returns 1 if something is wrong with the node or it does not answer, 130 if Ctrl-C ended it. */
export async function health(args: Arguments): Promise<number> {
  const [node, ...words] = args.operands;
  if (node === undefined && args.texts("node").length === 0) {
    throw badValue(
      "health needs a node",
      "usage: beamtap health NAME@HOST [focus='[\"memory\"]']",
    );
  }
  const given = { ...readWords(words), ...node !== undefined && { node } };
  return await ask(args, {
    ...questionOf(args, "check_health", given),
    show: ({ text, structured }) => {
      const { findings, node: asked } = Object(structured);
      const next = nextCalls(
        args,
        { node: node ?? `${asked}` },
        HEALTH.shape.findings.parse(findings).map(({ next }) => next),
      );
      return {
        layout: (answer, options) => healthPage(answer, options, again(args)),
        text: next.length > 0 ? `${text}\nNext:\n${next.join("\n")}` : text,
      };
    },
    status: (answer) =>
      !answer.ok
        ? failureStatus(answer.code)
        : FINE.has(Object(answer.structured).verdict)
        ? 0
        : 1,
  });
}

/** Verdicts of a node on which nothing is wrong that the caller asked for. */
const FINE: ReadonlySet<unknown> = new Set([
  "healthy",
  "nothing_else",
  "notice",
]);

/**
 * Proposed calls as commands for a shell, each once, with the options that this command was given;
 * `place` says what they are about.
 */
export function nextCalls(
  args: Arguments,
  place: Readonly<Record<string, string>>,
  proposed: readonly z.infer<typeof NEXT>[],
): string[] {
  const calls = proposed.map((next) =>
    [
      ...callWords(next.tool, { ...place, ...next.arguments }),
      ...again(args),
    ].join(" ")
  );
  return [...new Set(calls)];
}
