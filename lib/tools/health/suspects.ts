/**
 * Findings with facts about the processes that they name.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  defineQuestion,
  encodeProcess,
  integer,
  list,
  mfa,
  name,
  nameOrPid,
  pid,
  record,
  row,
  shown,
  table,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";
import { type Finding, MEASURED, NEXT, SEVERITIES } from "../../health/mod.ts";
import type { NodeContext } from "../../registry/mod.ts";
import { PROCESS } from "../processes/process_fields.ts";

/** Maximum processes to describe. */
const MAX_DESCRIBED = 12;

/** Maximum frames of a stack to show. */
const FRAMES = 5;

/** Who the suspects are. */
export const healthCulpritsQuestion = defineQuestion("health_culprits", {
  encode: (
    { processes, mailboxes }: {
      /** Pids or names. */
      readonly processes: readonly string[];
      /** Those whose messages are looked at. */
      readonly mailboxes: readonly string[];
    },
  ) =>
    map([
      [atom("processes"), processes.map(encodeProcess)],
      [atom("mailboxes"), mailboxes.map(encodeProcess)],
    ]),
  shape: record({
    processes: table(PROCESS),
    places: list(row({ pid, stack: list(mfa), path: list(nameOrPid) })),
    names: list(row({ pid, name })),
    messages: list(row({
      pid,
      kinds: list(row({ kind: shown, count: integer })),
    })),
  }),
});

/** Pids in a text. */
const PIDS = /<\d+\.\d+\.\d+>/g;

type Described = AnswerOf<typeof healthCulpritsQuestion>;

const SUSPECT = z.object({
  role: z.string(),
  process: z.string().optional(),
  name: z.string().optional(),
  application: z.string().optional(),
  label: z.string().optional(),
  initial_call: z.string().optional(),
  place: z.string().optional().describe("Who spawned it, the top first."),
  stack: z.string().optional().describe("What it does now, innermost first."),
  messages: z.string().optional().describe("Needs the scope data."),
});

/** A finding in an answer. */
export const FINDING = z.object({
  severity: z.enum(SEVERITIES),
  finding: z.string(),
  what: z.string(),
  measured: z.array(MEASURED),
  suspects: z.array(SUSPECT),
  cause: z.string(),
  next: NEXT,
});

/** Looks up facts about the suspects; `undefined` if no finding names a process. */
export async function describe(
  findings: readonly Finding[],
  context: NodeContext,
  most: number = MAX_DESCRIBED,
): Promise<Described | undefined> {
  const suspects = findings.flatMap(({ suspects }) =>
    suspects.flatMap(({ process }) => process ?? [])
  );
  const inTexts = findings.flatMap(({ what, cause }) =>
    `${what} ${cause}`.match(PIDS) ?? []
  );
  const processes = [...new Set([...suspects, ...inTexts])]
    .filter((process) => !process.includes("@"))
    .slice(0, most);
  const mailboxes = findings.filter(({ messages }) => messages)
    .flatMap(({ suspects: [culprit] }) => culprit?.process ?? []).slice(0, 2);
  if (processes.length === 0) return undefined;
  return await context.beam.run(healthCulpritsQuestion, {
    processes,
    mailboxes: context.granted("data") ? mailboxes : [],
  });
}

/** A finding with what is known of its suspects. */
export function told(
  { suspects, weight: _, messages: _messages, ...finding }: Finding,
  described: Described | undefined,
): z.input<typeof FINDING> {
  const nameOf = (process: string | undefined): string | undefined =>
    described?.processes.find(({ pid }) => pid === process)?.registered_name ??
      described?.names.find(({ pid }) => pid === process)?.name;
  const named = (text: string): string =>
    text.replace(PIDS, (pid) => [nameOf(pid) ?? [], pid].flat().join(" "));
  return {
    ...finding,
    what: named(finding.what),
    cause: named(finding.cause),
    measured: [...finding.measured],
    suspects: suspects.map(({ role, process, name }) => {
      const known = described?.processes.find((one) =>
        process !== undefined &&
        (one.pid === process || one.registered_name === process)
      );
      const place = described?.places.find(({ pid }) => pid === known?.pid);
      const mailbox = described?.messages.find(({ pid }) => pid === known?.pid);
      return {
        role,
        process: known?.pid ?? process,
        name: name ?? nameOf(known?.pid ?? process),
        application: known?.application,
        label: known?.label,
        initial_call: known?.initial_call,
        place: place?.path.join(" > ") || undefined,
        stack: place?.stack.slice(0, FRAMES).join(" < ") || undefined,
        messages: mailbox?.kinds.map(({ kind, count }) => `${count} x ${kind}`)
          .join(", ") || undefined,
      };
    }),
  };
}
