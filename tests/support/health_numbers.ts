/**
 * Whether the next call that a finding names is one that can be made, and says the same numbers.
 *
 * @module
 */

import * as z from "zod";
import type { ToolResult } from "../../lib/registry/mod.ts";

const FINDINGS = z.object({
  findings: z.array(z.object({
    finding: z.string(),
    measured: z.array(z.object({
      what: z.string(),
      last: z.number(),
      growth_rate: z.number().optional(),
    })),
    suspects: z.array(z.object({
      process: z.string().optional(),
      name: z.string().optional(),
    })),
    next: z.object({
      tool: z.string(),
      arguments: z.record(z.string(), z.unknown()),
    }),
  })),
});
type Found = z.infer<typeof FINDINGS>["findings"][number];

/** Into an answer: a key, or what a row of a list has. */
type Step = string | Readonly<Record<string, unknown>>;

function at(answer: unknown, ...path: readonly Step[]): number {
  let value = answer;
  for (const step of path) {
    value = typeof step === "string"
      ? Object(value)[step]
      : Array.isArray(value)
      ? value.find((row) =>
        Object.entries(step).every(([key, one]) => Object(row)[key] === one)
      )
      : undefined;
  }
  return typeof value === "number" ? value : NaN;
}

/** The same number in the answer of the next call, of what stays so: by finding, then by what begins what was measured. */
const SAME: Readonly<
  Record<
    string,
    Readonly<Record<string, (answer: unknown, found: Found) => number>>
  >
> = {
  selective_receive: {
    "mailbox": (answer) => at(answer, "mailbox"),
  },
  stuck_process: { "mailbox": (answer) => at(answer, "mailbox") },
  stuck_start: {
    "the same child": (answer, { suspects: [one] }) =>
      at(answer, "troubles", { pid: one?.process }, "at_least_ms"),
  },
  deadlock: { "processes": (answer) => at(answer, "cycles", "0", "length") },
  convoy: {
    "waiting": (answer, { suspects }) =>
      at(answer, "awaited", { process: suspects.at(-1)?.process }, "count"),
  },
  fragmentation: {
    "usage_ratio": (answer, { suspects: [one] }) =>
      at(answer, "allocators", { allocator: one?.name }, "used_percent"),
    "unused_bytes": (answer, { suspects: [one] }) => {
      const row = [answer, "allocators", { allocator: one?.name }] as const;
      return at(...row, "carriers_bytes") - at(...row, "blocks_bytes");
    },
  },
  connection_leak: { "ports": (answer) => at(answer, "matched") },
  port_queue: {
    "queue": (answer, { suspects: [, one] }) =>
      at(answer, "ports", { id: one?.name }, "queue_bytes"),
  },
  dirty_schedulers: {
    "dirty_io": (answer) =>
      at(answer, "schedulers", { kind: "dirty_io" }, "used_percent"),
    "dirty_cpu": (answer) =>
      at(answer, "schedulers", { kind: "dirty_cpu" }, "used_percent"),
  },
};

/** A refusal of a next call that says what is missing, and is an answer. */
const ANSWERS = /^no_elixir$/;

/** What is wrong with the next call, or with a number of it that should be the same within 20 %. */
export async function notReproduced(
  finding: string,
  health: unknown,
  call: (tool: string, args: Record<string, unknown>) => Promise<ToolResult>,
): Promise<string[]> {
  const wrong: string[] = [];
  const { findings } = FINDINGS.parse(health);
  for (const found of findings.filter((each) => each.finding === finding)) {
    const { next, measured } = found;
    const answer = await call(next.tool, next.arguments);
    if (!answer.ok) {
      if (!ANSWERS.test(answer.code)) wrong.push(answer.text);
      continue;
    }
    for (const [begins, pick] of Object.entries(SAME[finding] ?? {})) {
      const here = measured.find(({ what }) => what.startsWith(begins));
      if (here === undefined) continue;
      const there = pick(answer.structured, found);
      if (!(Math.abs(there - here.last) <= 0.2 * here.last)) {
        wrong.push(
          `${here.what} was ${here.last}, and ${next.tool} says ${there}`,
        );
      }
    }
  }
  return wrong;
}
