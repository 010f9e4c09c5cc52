/**
 * What a node is, and how full it is.
 *
 * @module
 */

import { atom, map, type Term } from "../etf/mod.ts";
import {
  type Counted,
  readCounted,
  readKnownAtom,
  readKnownInteger,
} from "./counted.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  readAtom,
  readFields,
  readInteger,
  readKnown,
  readList,
  readText,
  readTuple,
} from "./read.ts";

/** How much there is of something, and how much there can be. */
export interface Usage {
  readonly count: number;
  readonly limit: number;
}

/** What can be asked for beside the overview. */
export const NODE_SECTIONS = ["flags", "boot", "code_path"] as const;

/** One of {@linkcode NODE_SECTIONS}. */
export type NodeSection = typeof NODE_SECTIONS[number];

/** Arguments of {@linkcode nodeInfo}. */
export interface NodeInfoArgs {
  readonly sections?: readonly NodeSection[] | undefined;
  /** Most arguments and folders, at most 500. @default {100} */
  readonly limit?: number | undefined;
}

/** How a node was started. */
export interface NodeBoot {
  /** As `init:get_arguments/0` has them; the cookie is hidden. */
  readonly arguments?:
    | Counted<{ readonly flag: string; readonly value: string }>
    | undefined;
  /** Arguments that are none of Erlang's, which are not shown. */
  readonly plain_arguments?: number | undefined;
  readonly script?: string | undefined;
  /** `starting`, `started` or `stopping`. */
  readonly status?: string | undefined;
  /** `interactive` or `embedded`. */
  readonly mode?: string | undefined;
}

/** Answer of {@linkcode nodeInfo}. */
export interface NodeInfo {
  readonly otp_release: string;
  readonly erts_version: string;
  /** Of the application, where it is loaded. */
  readonly elixir_version?: string | undefined;
  /** Of `gleam_stdlib`, where it is loaded. */
  readonly gleam_stdlib_version?: string | undefined;
  readonly uptime_ms: number;
  readonly build: {
    readonly architecture: string;
    readonly word_bytes: number;
    /** `opt`, `debug`, `lcnt`… */
    readonly type: string;
    /** `jit` or `emu`; OTP 24 and later. */
    readonly flavor?: string | undefined;
  };
  readonly schedulers: {
    readonly total: number;
    readonly online: number;
    readonly dirty_cpu_online: number;
    readonly dirty_io: number;
  };
  /** Processes and ports ready to run, in all queues but the dirty ones. */
  readonly run_queue: number;
  readonly processes: Usage;
  readonly ports: Usage;
  readonly atoms: Usage;
  /** The limit is not a hard one. */
  readonly ets_tables: Usage;
  /** By class, as `erlang:memory/0` has it; missing where the emulator does not count. */
  readonly memory_bytes?: Readonly<Record<string, number>> | undefined;
  readonly distribution: {
    readonly connected_visible: number;
    /** This program not among them. */
    readonly connected_hidden: number;
    /** Missing when `net_kernel` did not say within a second. */
    readonly net_ticktime_s?: number | undefined;
  };
  /** Missing when the application controller did not answer within a second. */
  readonly running_applications?: number | undefined;
  /** Settings of the emulator, as Erlang prints them. */
  readonly flags?: Readonly<Record<string, string>> | undefined;
  /** What did not answer within a second is missing. */
  readonly boot?: NodeBoot | undefined;
  readonly code_path?: Counted<string> | undefined;
  readonly cost: Cost;
}

/** System overview, and the sections asked for. */
export const nodeInfo: Probe<NodeInfoArgs | void, NodeInfo> = defineProbe(
  "get_node_info",
  {
    encode: (args) => {
      const { sections = [], limit = 100 } = args ?? {};
      return map([
        [atom("sections"), [...new Set(sections)].map(atom)],
        [atom("limit"), Math.min(Math.max(1, limit), 500)],
      ]);
    },
    decode(answer, { cost }): NodeInfo {
      const fields = readFields(answer);
      const counts = fields.get("counts", readFields);
      const [total = 0, online = 0, dirtyCpu = 0, dirtyIo = 0] = fields.get(
        "schedulers",
        readList,
      ).map(readInteger);
      return {
        otp_release: fields.get("otp_release", readText),
        erts_version: fields.get("erts_version", readText),
        elixir_version: fields.get("elixir_version", knownText),
        gleam_stdlib_version: fields.get("gleam_stdlib_version", knownText),
        uptime_ms: fields.get("uptime_ms", readInteger),
        build: fields.get("build", readBuild),
        schedulers: {
          total,
          online,
          dirty_cpu_online: dirtyCpu,
          dirty_io: dirtyIo,
        },
        run_queue: fields.get("run_queue", readInteger),
        processes: counts.get("processes", readUsage),
        ports: counts.get("ports", readUsage),
        atoms: counts.get("atoms", readUsage),
        ets_tables: counts.get("ets_tables", readUsage),
        memory_bytes: fields.get("memory", readClasses),
        distribution: fields.get("distribution", readDistribution),
        running_applications: fields.get(
          "running_applications",
          readKnownInteger,
        ),
        flags: fields.find("flags", readFlags),
        boot: fields.find("boot", readBoot),
        code_path: fields.find(
          "code_path",
          (path) => readKnown(path, (all) => readCounted(all, readText)),
        ),
        cost,
      };
    },
  },
);

function readClasses(term: Term): Record<string, number> | undefined {
  const classes = readFields(term);
  const names = classes.keys();
  return names.length === 0 ? undefined : Object.fromEntries(
    names.map((name) => [name, classes.get(name, readInteger)]),
  );
}

function readBuild(term: Term): NodeInfo["build"] {
  const fields = readFields(term);
  return {
    architecture: fields.get("architecture", readText),
    word_bytes: fields.get("word_bytes", readInteger),
    type: fields.get("type", readAtom),
    flavor: fields.get(
      "flavor",
      (flavor) => readKnown(flavor, readAtom),
    ),
  };
}

/** `[Count, Limit]`. */
function readUsage(term: Term): Usage {
  const [count = 0, limit = 0] = readList(term).map(readInteger);
  return { count, limit };
}

function readFlags(term: Term): Record<string, string> {
  const flags = readFields(term);
  return Object.fromEntries(
    flags.keys().map((name) => [name, flags.get(name, readText)]),
  );
}

function readBoot(term: Term): NodeBoot {
  const fields = readFields(term);
  return {
    arguments: fields.get(
      "arguments",
      (given) => readKnown(given, (all) => readCounted(all, readArgument)),
    ),
    plain_arguments: fields.get("plain_arguments", readKnownInteger),
    script: fields.get("script", knownText),
    status: fields.get("status", readKnownAtom),
    mode: fields.get("mode", readKnownAtom),
  };
}

/** `{Flag, Value}`. */
function readArgument(term: Term): { flag: string; value: string } {
  const [flag = term, value = term] = readTuple(term, 2);
  return { flag: readAtom(flag), value: readText(value) };
}

function readDistribution(term: Term): NodeInfo["distribution"] {
  const fields = readFields(term);
  return {
    connected_visible: fields.get("connected_visible", readInteger),
    connected_hidden: fields.get("connected_hidden", readInteger),
    net_ticktime_s: fields.get("net_ticktime_s", readKnownInteger),
  };
}

function knownText(term: Term): string | undefined {
  return readKnown(term, readText);
}
