/**
 * The applications of a dump's processes. No dump says who leads a process's group, but it
 * inherits that from its spawner: spawners lead to the master of an application, which has the
 * name of that on its stack. Where a spawner had ended, the way ends too.
 *
 * @module
 */

import { type Dump, pidKeyOf, type ProcessOptions } from "../../dump/mod.ts";
import { Atom, atom, type Term, Tuple } from "../../etf/mod.ts";
import { ToolError } from "../../registry/mod.ts";
import type { Kind } from "./groups.ts";
import { atomShown, keyOfProcess } from "./rows.ts";

/** The application of a process that has none. */
const NONE = "-";
/** That of one whose spawners are not all in the dump. */
export const UNKNOWN = "unknown";

/** What masters are started with, with one argument more before OTP 27. */
const MASTER = /^application_master:init\//;

/** Maximum masters to read. */
const MAX_MASTERS = 500;

/** Enough for the name in a master's state. */
const STATE: ProcessOptions = {
  ...{ messages: 0, stack: 10, dictionary: 0 },
  ...{ maxTerms: 60, maxDepth: 3, maxItems: 10, maxBinary: 16 },
};

/** Which application each process belongs to. */
export class Applications {
  readonly #dump: Dump;
  /** By row, as far as it is known: those of masters, and of processes that were asked for. */
  readonly #known: Map<number, string>;

  private constructor(dump: Dump, known: Map<number, string>) {
    this.#dump = dump;
    this.#known = known;
  }

  /** The same where applications are only shown: `undefined` if the dump does not tell them. */
  static async ifTold(dump: Dump): Promise<Applications | undefined> {
    try {
      return await Applications.of(dump);
    } catch (error) {
      if (error instanceof ToolError) return undefined;
      throw error;
    }
  }

  /**
   * Finds the masters.
   *
   * @throws {ToolError} `not_in_dump`
   */
  static async of(dump: Dump): Promise<Applications> {
    const { processes } = dump;
    if (dump.gzip) {
      throw new ToolError(
        "not_in_dump",
        "applications are not looked up in a compressed dump: each would inflate it again",
        { hint: "gunzip the file first" },
      );
    }
    const known = new Map<number, string>();
    const masters = new Map<number, boolean>();
    const isMaster = (row: number): boolean => {
      const id = processes.nameId("initialCall", row);
      const is = masters.get(id) ??
        MASTER.test(processes.name("initialCall", row) ?? "");
      masters.set(id, is);
      return is;
    };
    for (let row = 0; row < processes.count; row++) {
      if (known.size === MAX_MASTERS) break;
      if (!isMaster(row)) continue;
      const { stack } = await dump.process(processes.row(row).pid, STATE);
      const name = stack.flatMap((entry) =>
        entry.type === "variable" ? nameIn(entry.term) ?? [] : []
      )[0];
      if (name !== undefined) {
        known.set(row, name);
      }
    }
    if (known.size > 0) return new Applications(dump, known);
    throw new ToolError(
      "not_in_dump",
      "the dump does not tell applications: it has no stack of an application master, and no dump has group leaders",
      { hint: "filter by ancestor, or group by spawner or initial_call" },
    );
  }

  /** Their names. */
  get names(): string[] {
    return [...new Set(this.#known.values())]
      .filter((name) => name !== NONE && name !== UNKNOWN).toSorted();
  }

  /** The application of a process, {@linkcode NONE} or {@linkcode UNKNOWN}. */
  of(row: number): string {
    const { processes } = this.#dump;
    const way: number[] = [];
    const seen = new Set<number>();
    let at = row;
    let name = this.#known.get(at);
    while (name === undefined) {
      way.push(at);
      seen.add(at);
      const parent = processes.get("parent", at);
      const next = parent < 0 ? -1 : processes.find(parent);
      if (parent < 0) name = NONE;
      else if (next < 0 || seen.has(next)) name = UNKNOWN;
      else name = this.#known.get(at = next);
    }
    for (const each of way) this.#known.set(each, name);
    return name;
  }

  /** The application of a process to show; where its spawners do not tell, that of its ancestors, as OTP knows them. */
  shown(row: number, ancestors: readonly string[] = []): string | undefined {
    const { processes } = this.#dump;
    const rows = ancestors.map((ancestor) =>
      processes.find(
        ancestor.startsWith("<")
          ? pidKeyOf(ancestor)
          : keyOfProcess(processes, ancestor),
      )
    );
    const name = [row, ...rows.filter((each) => each >= 0)]
      .map((each) => this.of(each)).find((each) => each !== UNKNOWN);
    return name === NONE ? undefined : name;
  }

  /** For groups. */
  get kind(): Kind {
    const of = (row: number): string => this.of(row);
    return { id: of, text: of };
  }

  /**
   * Whether a process belongs to an application.
   *
   * @throws {ToolError} `not_in_dump` for one that has no processes
   */
  filter(application: string): (row: number) => boolean {
    const wanted = application.trim().replace(/^:/, "");
    if (!this.names.includes(wanted)) {
      throw new ToolError(
        "not_in_dump",
        `the dump has no processes of an application ${wanted}`,
        { hint: `it has those of ${this.names.join(", ") || "none"}` },
      );
    }
    return (row) => this.of(row) === wanted;
  }
}

const DATA = atom("appl_data");

/** The name in `{state, Child, {appl_data, Name, …}, …}`. */
function nameIn(term: Term): string | undefined {
  const parts = term instanceof Tuple ? term.elements : [];
  for (const part of parts) {
    if (!(part instanceof Tuple) || part.elements[0] !== DATA) continue;
    const [, name] = part.elements;
    return name instanceof Atom ? atomShown(name.name) : undefined;
  }
  return undefined;
}
