/**
 * How a node is doing while a call waits: the smallest of questions, at normal
 * priority, tells one that is starved from one that is stopped or out of reach,
 * and both from a question that is too large.
 *
 * @module
 */

/** What is known of a node at the moment. */
export type Condition =
  /** It answered the smallest question, which took so long. */
  | { readonly state: "answers"; readonly ms: number }
  /** It has not for so long; `heard` if anything else came from it. */
  | {
    readonly state: "no_answer";
    readonly ms: number;
    readonly heard: boolean;
  };

/** Why a node does not answer, and what to do, for an error. */
export interface Trouble {
  readonly text: string;
  readonly hint: string;
}

/** An answer that takes longer than this is late, in ms. */
const LATE_MS = 500;
/** How long an answer counts, in ms. */
const RECENT_MS = 15_000;
/** A node that says nothing at all for so long is taken for stopped, in ms. */
const SILENT_MS = 7500;

/** The pulse of one node. */
export class Pulse {
  readonly #ask: () => Promise<unknown>;
  readonly #bytesIn: () => number;
  #askedAt: number | undefined;
  #bytesThen = 0;
  #answers: readonly { readonly at: number; readonly ms: number }[] = [];

  /** `ask` puts the smallest of questions; `bytesIn` is what has arrived so far. */
  constructor(ask: () => Promise<unknown>, bytesIn: () => number) {
    this.#ask = ask;
    this.#bytesIn = bytesIn;
  }

  /** Asks, unless an answer is awaited already. */
  take(): void {
    if (this.#askedAt !== undefined) return;
    const askedAt = performance.now();
    this.#askedAt = askedAt;
    this.#bytesThen = this.#bytesIn();
    this.#ask().then(
      () => {
        const at = performance.now();
        this.#answers = [...this.#recent(), { at, ms: at - askedAt }];
      },
      () => {}, // the link has ended, or the answer came too late to matter
    ).finally(() => this.#askedAt = undefined);
  }

  /** What is known; nothing until {@linkcode Pulse.take} was called. */
  get condition(): Condition | undefined {
    const waited = this.#askedAt === undefined
      ? 0
      : performance.now() - this.#askedAt;
    const answers = this.#recent().map(({ ms }) => ms);
    const slowest = Math.max(...answers);
    // One that is awaited says more once it is later than those before.
    if (answers.length > 0 && waited <= Math.max(LATE_MS, slowest)) {
      return { state: "answers", ms: slowest };
    }
    return this.#askedAt === undefined ? undefined : {
      state: "no_answer",
      ms: waited,
      heard: this.#bytesIn() !== this.#bytesThen,
    };
  }

  /** Starvation comes and goes: a late answer counts for a while, and is of no account then. */
  #recent(): readonly { readonly at: number; readonly ms: number }[] {
    const since = performance.now() - RECENT_MS;
    return this.#answers.filter(({ at }) => at >= since);
  }

  /** Whether the node has said nothing at all for too long. */
  get isSilent(): boolean {
    const { condition } = this;
    return condition?.state === "no_answer" && !condition.heard &&
      condition.ms >= SILENT_MS;
  }
}

/** What is wrong with a node in that condition, if it is the node that is in trouble. */
export function troubleOf(
  node: string,
  condition: Condition | undefined,
): Trouble | undefined {
  if (condition === undefined) return undefined;
  const ms = Math.round(condition.ms);
  if (condition.state === "answers") {
    return condition.ms <= LATE_MS ? undefined : {
      text:
        `the node is starved: it answered a minimal question at normal priority only after ${ms} ms`,
      hint: STARVED,
    };
  }
  return condition.heard
    ? {
      text:
        `the node is starved: it keeps the link up, but has not answered a minimal question at normal priority for ${ms} ms`,
      hint: STARVED,
    }
    : {
      text:
        `the node has sent nothing for ${ms} ms, not even the answer to a minimal question`,
      hint:
        `it is stopped (state T in ps; kill -CONT PID wakes it), native code holds all its schedulers, or the network to it is cut: beamtap doctor ${node} tells which`,
    };
}

const STARVED =
  "native code holds its schedulers, or there is more work than they can do; " +
  "on its machine top -H -p PID shows its busy threads; ask again with more time, one small question at a time";
