/**
 * What processes of a dump say of themselves in their dictionaries, which are read one by one:
 * for the rows of a list, or for some thousands that a question is about.
 *
 * @module
 */

import { type Dump, type ProcessOptions, valueOf } from "../../dump/mod.ts";
import { type Term, Tuple } from "../../etf/mod.ts";
import { ToolError } from "../../registry/mod.ts";
import type { Shower } from "../terms.ts";
import { type Identity, identityIn, kindOf } from "./contents.ts";
import type { Kind } from "./groups.ts";

/** Processes whose dictionaries are read for a list, and the words of their heaps together. */
const MAX_READ = 50;
const MAX_WORDS = 4_000_000;

/** Maximum processes among which labels are looked for. */
const MAX_LABELLED = 2000;

/** The first release with labels of processes. */
const LABELS = 27;

/** Enough for a label, and for ancestors. */
const OWN: ProcessOptions = {
  ...{ messages: 0, stack: 0, dictionary: 20 },
  ...{ maxTerms: 200, maxDepth: 4, maxItems: 20, maxBinary: 200 },
};

/** Maximum length of a label, in bytes. */
const MAX_LABEL = 200;

/** Whether processes of a dump can have labels: those of Elixir have them with any release. */
export function hasLabels({ header: { release }, modules }: Dump): boolean {
  return Number(release) >= LABELS ||
    modules.some(({ module }) => module === "'Elixir.Process'");
}

/** What the processes in some rows say of themselves; `undefined` where that is not wanted or too much to read. */
export async function identitiesOf(
  dump: Dump,
  rows: readonly number[],
  shower: Shower,
  isWanted: (row: number) => boolean,
): Promise<(Identity | undefined)[]> {
  const { processes } = dump;
  let words = MAX_WORDS;
  let left = MAX_READ;
  const identities: (Identity | undefined)[] = [];
  for (const row of rows) {
    const { pid, stackHeapWords = 0, oldHeapWords = 0 } = processes.row(row);
    const own = stackHeapWords + oldHeapWords;
    // Inflating the whole file for each row takes too long.
    const isRead = !dump.gzip && left > 0 && own <= words && isWanted(row);
    if (isRead) {
      left--;
      words -= own;
    }
    identities.push(
      isRead
        ? identityIn((await dump.process(pid, OWN)).dictionary, shower)
        : undefined,
    );
  }
  return identities;
}

/** Labels of processes, by row. */
export class Labels {
  readonly #terms: ReadonlyMap<number, Term>;
  readonly #shower: Shower;

  private constructor(terms: ReadonlyMap<number, Term>, shower: Shower) {
    this.#terms = terms;
    this.#shower = shower;
  }

  /**
   * Reads the labels of the processes that `accept` takes.
   *
   * @throws {ToolError} `not_in_dump`, `invalid_arguments` for too many
   */
  static async of(
    dump: Dump,
    accept: (row: number) => boolean,
    shower: Shower,
  ): Promise<Labels> {
    const { processes, header: { release } } = dump;
    if (!hasLabels(dump)) {
      throw new ToolError(
        "not_in_dump",
        `the dump has no labels: processes have them since OTP ${LABELS}, and it was written by ${
          release === undefined ? "an unknown release" : `OTP ${release}`
        }`,
        { hint: "filter by registered_name, initial_call or ancestor" },
      );
    }
    if (dump.gzip) {
      throw new ToolError(
        "not_in_dump",
        "labels are not looked up in a compressed dump: each would inflate it again",
        { hint: "gunzip the file first" },
      );
    }
    const rows: number[] = [];
    for (let row = 0; row < processes.count; row++) {
      if (accept(row)) rows.push(row);
    }
    if (rows.length > MAX_LABELLED) {
      throw new ToolError(
        "invalid_arguments",
        `${rows.length} processes pass the other filters, and the labels of at most ${MAX_LABELLED} are looked up, one dictionary after the other`,
        { hint: "narrow the set: initial_call, ancestor, application, text" },
      );
    }
    const terms = new Map<number, Term>();
    for (const row of rows) {
      const { dictionary } = await dump.process(processes.row(row).pid, OWN);
      const label = valueOf(dictionary, "$process_label");
      if (label !== undefined) terms.set(row, label);
    }
    return new Labels(terms, shower);
  }

  /** Whether the label of a process contains a text. */
  filter(part: string): (row: number) => boolean {
    const wanted = part.toLowerCase();
    return (row) => this.#shown(row)?.toLowerCase().includes(wanted) ?? false;
  }

  /** Labels such as `{session, 17}` count as one. */
  get kind(): Kind {
    const text = (row: number): string => {
      const term = this.#terms.get(row);
      return term instanceof Tuple ? kindOf(term) : this.#shown(row) ?? "-";
    };
    return { id: text, text };
  }

  #shown(row: number): string | undefined {
    const term = this.#terms.get(row);
    return term === undefined
      ? undefined
      : this.#shower.show(term, [], MAX_LABEL);
  }
}
