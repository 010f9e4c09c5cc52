/**
 * The toolset `intervention`, of processes: garbage, suspension, the end.
 *
 * @module
 */

import * as z from "zod";
import { collectGarbage as collectGarbageProbe } from "./collect_garbage.ts";
import { stopProcess as stopProcessProbe } from "./stop_process.ts";
import {
  resumeProcess as resumeProcessProbe,
  suspendProcess as suspendProcessProbe,
} from "./suspension.ts";
import { defineNodeTool, type Tool } from "../../registry/mod.ts";
import { COST, PROCESS_INPUT } from "../fields.ts";
import {
  CHANGES,
  duration,
  INTERVENTION_INPUT,
  INTERVENTION_OUTPUT,
  named,
  SUBJECT,
  subject,
} from "../changes.ts";
import { homeOf, showerOf, SYNTAX, termOf } from "../terms.ts";

const TOOLSET = "intervention";

/** Collects the garbage of a process. */
export const collectGarbage: Tool = defineNodeTool({
  name: "collect_garbage",
  title: "Collect garbage of a process",
  description:
    "Has one process collect its garbage now. Use it on what get_binary_holders or list_processes has found, to see whether memory is garbage or in use. Costs the process a standstill, about 1 s a GiB of heap: refused above 256 MiB unless forced. Nothing else changes.",
  toolset: TOOLSET,
  annotations: { ...CHANGES, destructiveHint: false, idempotentHint: true },
  scopes: ["mutate"],
  probes: [collectGarbageProbe],
  input: {
    ...INTERVENTION_INPUT,
    process: PROCESS_INPUT,
    type: z.enum(["major", "minor"]).default("major").describe(
      "The whole heap, or its young part.",
    ),
    force: z.boolean().default(false).describe("Also a large heap."),
  },
  output: {
    ...INTERVENTION_OUTPUT,
    before: SUBJECT,
    after: SUBJECT.optional(),
    freed_bytes: z.int().optional().describe("Less than 0: it has grown."),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const { done, subject: before, after, cost } = await beam.run(
      collectGarbageProbe,
      args,
    );
    return {
      done,
      action: `${args.type} garbage collection of ${
        named(before)
      }, heap ${before.heap_bytes} bytes`,
      before: subject(before),
      after: after && subject(after),
      freed_bytes: after && before.memory_bytes - after.memory_bytes,
      cost,
    };
  },
});

/** Ends a process. */
export const stopProcess: Tool = defineNodeTool({
  name: "stop_process",
  title: "Stop a process",
  description:
    "Sends a process an exit signal and says whether it ended. Use it for a process that is stuck or runs wild; its supervisor may start it again, processes linked to it may end with it, its state and messages are lost. shutdown lets a process that traps exits tidy up; kill cannot be refused. Processes of the emulator and of kernel, and those with which the node would end, are left alone. Costs the node nothing else. Try dry_run first.",
  toolset: TOOLSET,
  annotations: CHANGES,
  scopes: ["mutate"],
  probes: [stopProcessProbe],
  input: {
    ...INTERVENTION_INPUT,
    process: PROCESS_INPUT,
    reason: z.string().min(1).max(1000).default("shutdown").describe(
      "A term: shutdown, kill, {shutdown, manual}.",
    ),
    syntax: SYNTAX,
    wait_ms: z.int().min(0).max(10_000).default(2000).describe(
      "How long to wait for its end.",
    ),
  },
  output: {
    ...INTERVENTION_OUTPUT,
    process: SUBJECT,
    ended: z.boolean().describe("false: it lives, or lived as time was up."),
    ended_with: z.string().optional().describe(
      "Not read where a process that traps exits chose it: it may be huge.",
    ),
    cost: COST,
  },
  run: async (args, context) => {
    const home = await homeOf(context);
    const reason = termOf(args.reason, args.syntax, home);
    const { done, subject: it, ended, application, reason: why, cost } =
      await context.beam.run(stopProcessProbe, { ...args, reason });
    const shower = showerOf(context, home, { ...args, max_bytes: 1000 });
    return {
      done,
      action: `exit signal ${args.reason} to ${
        named(it)
      }, which is linked to ${it.links} others${
        it.parent ? `, started by ${it.parent}` : ""
      }${application ? `; the application ${application} ends with it` : ""}${
        it.traps_exits && args.reason !== "kill"
          ? "; it traps exits and may live on, which kill does not let it"
          : ""
      }`,
      process: subject(it),
      ended,
      ended_with: why && shower.show(why.term),
      cost,
    };
  },
});

/** Suspends a process for a time. */
export const suspendProcess: Tool = defineNodeTool({
  name: "suspend_process",
  title: "Suspend a process",
  description:
    "Has a process stand still for a time; it runs again when the time is over, after resume_process, or when beamtap's link to the node ends. Use it to look at a process that changes too fast, or to stop one from doing harm while you look. Its messages pile up and whoever calls it waits, perhaps until they time out. Processes of the emulator and of kernel are left alone. Costs the node one small process.",
  toolset: TOOLSET,
  annotations: CHANGES,
  scopes: ["mutate"],
  probes: [suspendProcessProbe],
  input: {
    ...INTERVENTION_INPUT,
    process: PROCESS_INPUT,
    for_ms: z.int().min(10).max(300_000).default(10_000).describe(
      "After which it runs again.",
    ),
  },
  output: { ...INTERVENTION_OUTPUT, process: SUBJECT, cost: COST },
  run: async (args, { beam }) => {
    const { done, subject: it, cost } = await beam.run(
      suspendProcessProbe,
      args,
    );
    return {
      done,
      action: `${named(it)} stands still for ${duration(args.for_ms)}`,
      process: subject(it),
      cost,
    };
  },
});

/** Resumes a process that was suspended. */
export const resumeProcess: Tool = defineNodeTool({
  name: "resume_process",
  title: "Resume a process",
  description:
    "Has a process run again that suspend_process has suspended, before its time is over. Use it as soon as you have seen enough. What others have suspended stays so, and they are named. Costs the node nothing.",
  toolset: TOOLSET,
  annotations: { ...CHANGES, destructiveHint: false, idempotentHint: true },
  scopes: ["mutate"],
  probes: [resumeProcessProbe],
  input: { ...INTERVENTION_INPUT, process: PROCESS_INPUT },
  output: {
    ...INTERVENTION_OUTPUT,
    process: SUBJECT,
    others: z.array(z.string()).describe("Who else keeps it suspended."),
    cost: COST,
  },
  run: async (args, { beam }) => {
    const { done, subject: it, others, cost } = await beam.run(
      resumeProcessProbe,
      args,
    );
    return {
      done,
      action: `${named(it)} runs again`,
      process: subject(it),
      others,
      cost,
    };
  },
});
