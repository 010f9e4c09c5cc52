/**
 * The slogan of a crash dump: the line in which the runtime system, or whoever halted the node,
 * says why it ended.
 *
 * @module
 */

import { readReason, type Reason } from "./reason.ts";

/** A slogan that ends in an exit reason. */
type WithReason = {
  /** What the slogan says before the reason. */
  readonly before: string;
  readonly reason: Reason;
};

/** What ended a node. */
export type Ending =
  /** An allocator got no memory. */
  | {
    readonly kind: "out_of_memory";
    readonly allocator: string;
    readonly bytes: number;
    /** What the memory was for: `heap`, `binary`. */
    readonly type: string;
  }
  /** A table of the emulator that cannot grow, and whose end is the node's. */
  | {
    readonly kind: "table_full";
    readonly table: string;
    /** What the dump calls it. */
    readonly index: string;
    readonly limit: number;
  }
  /** A process of the kernel ended: mostly because a permanent application did. */
  | WithReason & { readonly kind: "kernel"; readonly who: string }
  /** It did not come up. */
  | WithReason & { readonly kind: "boot" }
  /** A process of the runtime system ended, which must not. */
  | WithReason & { readonly kind: "system_process" }
  /** Somebody outside asked for it: by a signal, or in the break menu. */
  | { readonly kind: "asked"; readonly by: "signal" | "break" }
  /** The helper process that starts programs is gone. */
  | { readonly kind: "child_setup" }
  /** A fault of the emulator, of a driver or of a NIF. */
  | { readonly kind: "internal" }
  /** Any other text: nearly always that of `erlang:halt/1`. */
  | { readonly kind: "halt" };

/** What tables are called in slogans, and what we call them. */
const TABLES: Readonly<Record<string, string>> = {
  atom_tab: "atoms",
  module_code: "modules",
  export_list: "exported functions",
};

/** How to read a slogan. */
export interface Reading {
  /** Whether arguments and other contents of reasons are shown. */
  readonly contents: boolean;
  /** The release that wrote it: newer ones print reasons as strings. */
  readonly release: string | undefined;
  /** The stack of the process that called `erlang:halt`, if one did. */
  readonly halting?: readonly string[] | undefined;
}

/** Modules of OTP that halt the node, each with slogans of its own. */
const HALTING: Partial<Readonly<Record<Ending["kind"], string>>> = {
  kernel: "init:",
  boot: "init:",
  asked: "erl_signal_handler:",
};

/** The first release that prints reasons as strings; in older ones a string is the reason itself. */
const PRINTED = 26;

type Read = (groups: readonly string[], how: Reading) => Ending;

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [
    /^(\w+): Cannot (?:re)?allocate (\d+) bytes of memory \(of type "(.*?)"/,
    ([allocator = "", bytes, type = ""]) => ({
      ...{ kind: "out_of_memory", allocator, type },
      bytes: Number(bytes),
    }),
  ],
  [
    /^no more index entries in (\w+) \(max=(\d+)\)/,
    ([index = "", limit]) => ({
      kind: "table_full",
      ...{ index, table: TABLES[index] ?? index },
      limit: Number(limit),
    }),
  ],
  [
    /^(Kernel pid terminated \((.*?)\) )\((.*?)\)?$/s,
    ([before = "", who = "", reason = ""], how) => ({
      ...{ kind: "kernel", before, who },
      reason: readReason(unquoted(reason, how), how.contents),
    }),
  ],
  [
    /^((?:Runtime terminating during boot|init terminating in do_boot) )\((.*?)\)?$/s,
    ([before = "", reason = ""], how) => ({
      ...{ kind: "boot", before },
      reason: readReason(unquoted(reason, how), how.contents),
    }),
  ],
  [
    /^(System process \S+ terminated: )(.*)$/s,
    ([before = "", reason = ""], how) => ({
      ...{ kind: "system_process", before },
      reason: readReason(reason, how.contents),
    }),
  ],
  [/^Received SIG/, () => ({ kind: "asked", by: "signal" })],
  [/^Crash dump requested by user/, () => ({ kind: "asked", by: "break" })],
  [/^erl_child_setup /, () => ({ kind: "child_setup" })],
  [
    /^(?:\S*\.[ch](?::\d+|, line \d+)|Out of virtual memory|beam\/)/,
    () => ({ kind: "internal" }),
  ],
];

/** Reads a slogan. */
export function readSlogan(slogan: string, how: Reading): Ending {
  for (const [form, ending] of FORMS) {
    const [whole, ...groups] = form.exec(slogan) ?? [];
    if (whole === undefined) continue;
    const read = ending(groups, how);
    return isOwn(read, how.halting) ? { kind: "halt" } : read;
  }
  return { kind: "halt" };
}

/** Whether the text is somebody's own, though it looks like one of the runtime system. */
function isOwn(
  { kind }: Ending,
  halting: readonly string[] | undefined,
): boolean {
  const module = HALTING[kind];
  return halting !== undefined &&
    !halting.some((each) => module !== undefined && each.startsWith(module));
}

/** A slogan as it may be shown: its reason, if it has one, in short. */
export function sloganShown(slogan: string, ending: Ending): string {
  if (!("reason" in ending)) return slogan;
  const { before, reason: { text } } = ending;
  return before.endsWith(": ") ? before + text : `${before}(${text})`;
}

/** Whether something of the reason is left out. */
export function hidesContents(ending: Ending): boolean {
  if (!("reason" in ending)) return false;
  const { text, stack } = ending.reason;
  return /(?:^|[{[,(])_(?:[\]},)]|$)/.test(text) ||
    stack.some(({ arguments: args }) => args !== undefined);
}

/** A reason that was printed as a string. */
function unquoted(text: string, { release }: Reading): string {
  const [, inner] = /^"(.*?)"?$/s.exec(text) ?? [];
  return inner === undefined || !(Number(release) >= PRINTED)
    ? text
    : inner.replace(/\\(.)/gs, "$1");
}
