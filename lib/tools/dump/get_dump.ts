/**
 * The verdict on a crash dump.
 *
 * @module
 */

import * as z from "zod";
import { type Dump, DumpError, pidKeyOf } from "../../dump/mod.ts";
import {
  commonPrefix,
  type Finding,
  judge,
  NEXT,
  SEVERITIES,
  type Thresholds,
} from "../../health/mod.ts";
import { defineTool, type Tool } from "../../registry/mod.ts";
import { doubtOn } from "./doubts.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { nextOf } from "./next.ts";
import { atomShown, keyOfProcess, processFields } from "./rows.ts";
import { hidesContents, readSlogan, sloganShown } from "./slogan.ts";
import { snapshotOf } from "./snapshot.ts";
import type { Culprit } from "./out_of_memory.ts";
import { halting, stackOf } from "./running.ts";
import { verdictOn } from "./verdict.ts";
import { NO_WAITS, waitsOf } from "./waits.ts";

/** How many of the newest atoms are looked at. */
const NEWEST = 5000;

/** Maximum findings to report. */
const MAX_FINDINGS = 5;

/** Maximum functions of a stack. */
const FRAMES = 6;

const CULPRIT = z.object({
  role: z.string(),
  process: z.string().optional(),
  name: z.string().optional(),
  initial_call: z.string().optional(),
  stack: z.string().optional().describe("Last call first."),
});

const FOUND = z.object({
  severity: z.enum(SEVERITIES),
  finding: z.string(),
  process: z.string().optional(),
  name: z.string().optional(),
  current_function: z.string().optional(),
  what: z.string(),
  cause: z.string(),
});

/** Said of a verdict on what was read. */
const PARTIAL =
  "Only a part of the dump was read (incomplete says which): who held most may be in the rest.";

/** Share of all memory from which on a class of it is shown. */
const NOTABLE = 0.05;

const COUNT = z.object({ count: z.int(), limit: z.int().optional() });

/** The verdict on a dump. */
export function getDump(
  dumps: Dumps,
  thresholds: () => Partial<Thresholds>,
): Tool {
  return defineTool({
    ...ofDumps(dumps),
    name: "get_dump",
    title: "Crash dump",
    description: "What ended a node and who is to blame, from its crash dump.",
    input: { ...FILE },
    output: {
      file: ABOUT.file,
      verdict: z.string(),
      slogan: z.string().optional(),
      not_shown: z.string().optional(),
      culprits: z.array(CULPRIT),
      ended_by: z.string(),
      incomplete: ABOUT.incomplete,
      advice: ABOUT.advice,
      node: z.string().optional(),
      time: z.string().optional().describe("The node's local time."),
      system: z.string().optional(),
      taints: z.string().optional().describe("Native code that was loaded."),
      findings: z.array(FOUND),
      running: z.array(z.object({
        scheduler: z.string(),
        process: z.string(),
        name: z.string().optional(),
        stack: z.string().optional(),
      })).describe("What schedulers ran."),
      run_queues: z.record(z.string(), z.int()).optional().describe(
        "Processes that waited to run.",
      ),
      memory_bytes: z.record(z.string(), z.int()),
      allocators: z.array(z.object({
        allocator: z.string(),
        blocks_bytes: z.int(),
        carriers_bytes: z.int(),
      })).optional().describe("If memory ran out: in use, and taken."),
      counts: z.record(z.string(), COUNT),
      ets_tables: z.int(),
      next: z.array(NEXT),
    },
    run: (args, context) =>
      withDump(dumps, args, context, async ({ dump, about }) => {
        const contents = context.granted("data");
        const { slogan = "", release, time, systemVersion, taints } =
          dump.header;
        const halted = halting(dump);
        const text = readSlogan(slogan, {
          ...{ contents, release },
          // The last call of init leaves nothing of it on its stack.
          halting: halted && [halted.currentFunction ?? "", ...halted.stack],
        });
        const doubt = doubtOn(dump, text);
        const ending = doubt?.certain ? { kind: "halt" as const } : text;
        const unknown: string[] = [];
        /** What a compressed dump cannot be asked for any more is missing, and no more. */
        const orNone = async <Found>(
          looked: Promise<Found>,
          none: Found,
        ): Promise<Found> => {
          try {
            return await looked;
          } catch (error) {
            if (!(error instanceof DumpError)) throw error;
            if (error.code !== "stopped" && error.code !== "too_far") {
              throw error;
            }
            unknown.push(error.message);
            return none;
          }
        };
        const newest = await orNone(atomsOf(dump), []);
        const prefix = commonPrefix(newest);
        const said = verdictOn(dump, ending, { prefix, newest }, doubt);
        const waits = await orNone(waitsOf(dump), NO_WAITS);
        const found = judge(snapshotOf(dump, newest, waits), {
          thresholds: thresholds(),
        }).filter(({ finding }) =>
          finding !== "atoms_nearly_full" || ending.kind !== "table_full"
        ).slice(0, MAX_FINDINGS);
        // Of a node that did not fail by itself, the worst finding says more than nothing.
        const culprits = said.culprits.length > 0
          ? said.culprits
          : found[0]?.suspects ?? [];
        return {
          ...about,
          verdict: [
            said.verdict,
            ...dump.unread ? [PARTIAL] : [],
            ...said.culprits.length > 0 ? [] : worst(dump, found),
          ]
            .join(" "),
          slogan: sloganShown(slogan, text),
          ...!contents && hidesContents(text) && {
            not_shown:
              "arguments and contents of the reason (_) need the scope data@dump",
          },
          culprits: culprits.map((each) => described(dump, each)),
          ended_by: ending.kind,
          node: dump.node,
          time,
          system: systemVersion,
          taints,
          findings: found.map((finding) => told(dump, finding)),
          ...unknown.length > 0 &&
            { incomplete: [...about.incomplete ?? [], ...new Set(unknown)] },
          running: runningIn(dump),
          run_queues: queuesOf(dump),
          memory_bytes: memoryOf(dump),
          ...ending.kind === "out_of_memory" &&
            { allocators: allocatorsOf(dump) },
          counts: countsOf(dump),
          ets_tables: dump.count("ets"),
          next: nextOf(dump, culprits, found),
        };
      }),
  });
}

/** Share of the limit from which on the newest atoms are of interest. */
const MANY_ATOMS = 0.5;

/** The newest atoms, where there are many. */
async function atomsOf(dump: Dump): Promise<string[]> {
  const { count = 0, limit = Infinity } = dump.limits.atoms;
  if (count < MANY_ATOMS * limit) return [];
  const newest = await dump.newestAtoms(NEWEST);
  return newest.map((atom) => atomShown(atom) ?? atom);
}

/** The worst finding and its first suspect, in a sentence. */
function worst(dump: Dump, [first]: readonly Finding[]): string[] {
  if (first === undefined) return [];
  const { finding, suspects: [suspect], what } = first;
  const { name, process } = suspect === undefined
    ? {}
    : described(dump, suspect);
  const who = name ?? process;
  return [
    `What stood out most: ${finding.replaceAll("_", " ")}${
      who === undefined ? "" : ` (${who})`
    }: ${what}.`,
  ];
}

/** A culprit with what is known of it. */
function described(
  dump: Dump,
  { role, process, name }: Culprit,
): z.infer<typeof CULPRIT> {
  const { processes } = dump;
  const row = process === undefined
    ? -1
    : processes.find(keyOfProcess(processes, process));
  if (row < 0) return { role, process, name };
  const { pid, registered_name, initial_call, current_function } =
    processFields(dump, row);
  const scheduler = dump.schedulers
    .find(({ currentProcess }) => currentProcess === pid);
  const stack = scheduler === undefined ? [] : stackOf(scheduler);
  return {
    role,
    process: pid,
    name: name ?? registered_name,
    initial_call,
    stack: stack.slice(0, FRAMES).join(" < ") || current_function,
  };
}

/** A finding, with the first of its suspects that is in the dump. */
function told(
  dump: Dump,
  { severity, finding, suspects, what, cause }: Finding,
): z.infer<typeof FOUND> {
  const [first] = suspects;
  const culprit = first && described(dump, first);
  return {
    ...{ severity, finding },
    process: culprit?.process,
    name: culprit?.name,
    current_function: culprit?.stack,
    ...{ what, cause },
  };
}

function runningIn(dump: Dump): {
  scheduler: string;
  process: string;
  name?: string | undefined;
  stack?: string | undefined;
}[] {
  return dump.schedulers.flatMap((scheduler) => {
    const { kind, id, currentProcess } = scheduler;
    if (currentProcess === undefined) return [];
    const row = dump.processes.find(pidKeyOf(currentProcess));
    return [{
      scheduler: `${kind === "normal" ? "" : `${kind} `}${id}`,
      process: currentProcess,
      name: row < 0 ? undefined : processFields(dump, row).registered_name,
      stack: stackOf(scheduler).slice(0, FRAMES).join(" < ") || undefined,
    }];
  });
}

/** Lengths of run queues that are not empty. */
function queuesOf(
  { schedulers, dirtyRunQueues }: Dump,
): Record<string, number> | undefined {
  const queues = [
    ...schedulers.map(({ id, runQueue }) => [`${id}`, runQueue] as const),
    ...dirtyRunQueues,
  ];
  const busy = queues.flatMap(([name, queue]) => {
    if (queue === undefined) return [];
    const { max, high, normal, low, ports } = queue;
    const length = max + high + normal + low + ports;
    return length > 0 ? [[name, length]] : [];
  });
  return busy.length > 0 ? Object.fromEntries(busy) : undefined;
}

/** All memory, and the classes that make much of it. */
function memoryOf({ memory }: Dump): Record<string, number> {
  const total = memory.get("total") ?? 0;
  return Object.fromEntries(
    ["total", "processes", "binary", "ets", "atom", "code", "system"]
      .flatMap((name) => {
        const bytes = memory.get(name) ?? 0;
        return bytes > 0 && bytes >= NOTABLE * total ? [[name, bytes]] : [];
      }),
  );
}

/** Maximum allocators to show. */
const ALLOCATORS = 4;

/** Those that took most. */
function allocatorsOf(
  { allocators }: Dump,
): { allocator: string; blocks_bytes: number; carriers_bytes: number }[] {
  return allocators.slice(0, ALLOCATORS)
    .map(({ name, blockBytes, carrierBytes }) => ({
      allocator: name,
      blocks_bytes: blockBytes,
      carriers_bytes: carrierBytes,
    }));
}

function countsOf(dump: Dump): Record<string, z.infer<typeof COUNT>> {
  const counts = Object.entries(dump.limits);
  return Object.fromEntries(
    counts.flatMap(([name, { count, limit }]) =>
      // Room for more atoms than the limit may have been made ready.
      count === undefined ? [] : [[name, {
        count: Math.min(count, limit ?? Infinity),
        ...limit && { limit },
      }]]
    ),
  );
}
