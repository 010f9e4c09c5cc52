/**
 * What tools have in common that change something on a node: they are told which
 * run of it is meant, they can say what would happen without doing it, and every
 * answer says what was done in one sentence.
 *
 * @module
 */

import * as z from "zod";
import type { Subject } from "./intervention/subject.ts";
import type { Annotations } from "../registry/mod.ts";
import { mfaText } from "./fields.ts";

/** How a client may treat them. */
export const CHANGES: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: false,
};

/** What every one of them takes. */
export const INTERVENTION_INPUT = {
  incarnation: z.int().describe(
    "Of the answer that led here, or of get_node_info: refused if the node has restarted since.",
  ),
  dry_run: z.boolean().default(false).describe(
    "Only checks, and says what would happen.",
  ),
};

/** What every one of them answers. */
export const INTERVENTION_OUTPUT = {
  done: z.boolean().describe("false: it was a dry run."),
  action: z.string().describe("What was done, or would be."),
};

/** A process before it is changed. */
export const SUBJECT = z.object({
  pid: z.string(),
  registered_name: z.string().optional(),
  application: z.string().optional(),
  initial_call: z.string(),
  current_function: z.string().optional(),
  status: z.string(),
  mailbox: z.int(),
  memory_bytes: z.int(),
  heap_bytes: z.int(),
  links: z.int(),
  traps_exits: z.boolean(),
  parent: z.string().optional(),
});

/** The same, from what the node says. */
export function subject(it: Subject): z.input<typeof SUBJECT> {
  return {
    ...it,
    initial_call: mfaText(it.initial_call),
    current_function: it.current_function && mfaText(it.current_function),
  };
}

/** A process in a sentence: `<0.99.0> (my_server, my_server:init/1 of my_app)`. */
export function named(it: Subject): string {
  const { registered_name: name, application } = it;
  const about = [name, mfaText(it.initial_call)].filter(Boolean).join(", ");
  return `${it.pid} (${about}${application ? ` of ${application}` : ""})`;
}

/** A duration in a sentence: `90 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}
