/**
 * What every tool says of a process, and how processes are picked.
 *
 * @module
 */

import * as z from "zod";
import { type Mfa, PROCESS_STATUSES } from "../../beam/mod.ts";
import { knownMfaText, mfaText } from "../fields.ts";

/** What every tool says of a process. */
export const PROCESS = {
  pid: z.string(),
  registered_name: z.string().optional(),
  label: z.string().optional().describe("Given by the process; OTP 27."),
  application: z.string().optional(),
  initial_call: z.string().describe("The function it was started with."),
  current_function: z.string().optional(),
  status: z.string(),
  mailbox: z.int().describe("Messages that wait in its mailbox."),
  memory_bytes: z.int(),
  heap_bytes: z.int(),
  stack_bytes: z.int(),
  reductions: z.int().describe("Work done since it was spawned."),
};

/** What is not known of processes on this release. */
export const NOT_READ = z.string().optional().describe(
  "What is unknown because reading it could harm the node.",
);

/** The functions of a process as texts. */
export function functions(
  row: { initial_call: Mfa; current_function?: Mfa | undefined },
): { initial_call: string; current_function: string | undefined } {
  const { initial_call, current_function } = row;
  return {
    initial_call: mfaText(initial_call),
    current_function: knownMfaText(current_function),
  };
}

const TEXT = z.string().min(1).max(200).optional();

/** Which processes are meant; all that is given must hold. */
export const PROCESS_FILTERS = {
  text: TEXT.describe(
    "In registered name, initial call or current function; as all texts here, in any case.",
  ),
  registered_name: TEXT.describe("In the registered name."),
  initial_call: TEXT.describe("In my_server:init/1, say."),
  current_function: TEXT.describe("In gen:do_call/4, say."),
  label: TEXT.describe("In the label."),
  application: TEXT.describe("Of this application."),
  ancestor: z.string().min(1).max(300).optional().describe(
    "Spawned by this process, or by one that was: a pid or name.",
  ),
  status: z.enum(PROCESS_STATUSES).optional().describe("In this state now."),
};

/** How long to watch. */
export const WINDOW = z.int().min(10).max(10_000).optional();
