/**
 * Checks a node's health while a call waits: a minimal question at normal priority
 * tells a starved node from a stopped or unreachable one, and both from a question
 * that is too large.
 *
 * @module
 */

/** Current condition of a node. */
export interface Condition {
  /** Whether it answered a minimal question, or is silent, or sends other things only. */
  readonly state: "answers" | "silent" | "heard";
  /** How long the answer took, or has been missing, in ms. */
  readonly ms: number;
}

/** Why a node does not answer, and what to do about it. */
interface Trouble {
  /** What is wrong. */
  readonly text: string;
  /** What to do. */
  readonly hint: string;
}

/** Time after which an answer is late, in ms. */
const LATE_MS = 500;
/** How long an answer counts, in ms. */
const RECENT_MS = 15_000;
/** Silence after which a node is considered stopped, in ms. */
const SILENT_MS = 7500;

/** The pulse of one node. */
export class Pulse {
  readonly #ask: () => Promise<unknown>;
  readonly #bytesIn: () => number;
  #askedAt: number | undefined;
  #bytesThen = 0;
  #answers: readonly { readonly at: number; readonly ms: number }[] = [];

  /** Takes `ask`, which asks a minimal question, and `bytesIn`, which returns the bytes received so far. */
  constructor(ask: () => Promise<unknown>, bytesIn: () => number) {
    this.#ask = ask;
    this.#bytesIn = bytesIn;
  }

  /** Asks the node, unless an earlier question is unanswered. */
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

  /** The node's condition; `undefined` if {@linkcode Pulse.take} was not called recently. */
  get condition(): Condition | undefined {
    const waited = this.#askedAt === undefined
      ? 0
      : performance.now() - this.#askedAt;
    const answers = this.#recent().map(({ ms }) => ms);
    const slowest = Math.max(...answers);
    // A pending question counts once it has taken longer than the recent answers.
    if (answers.length > 0 && waited <= Math.max(LATE_MS, slowest)) {
      return { state: "answers", ms: slowest };
    }
    if (this.#askedAt === undefined) return undefined;
    const heard = this.#bytesIn() !== this.#bytesThen;
    return { state: heard ? "heard" : "silent", ms: waited };
  }

  /** Returns the recent answers: starvation comes and goes, so older ones say nothing about now. */
  #recent(): readonly { readonly at: number; readonly ms: number }[] {
    const since = performance.now() - RECENT_MS;
    return this.#answers.filter(({ at }) => at >= since);
  }

  /** Whether the node has sent nothing at all for too long. */
  get isSilent(): boolean {
    const { condition } = this;
    return condition?.state === "silent" && condition.ms >= SILENT_MS;
  }
}

/** Says what is wrong with a node in that condition, if anything. */
export function troubleOf(
  node: string,
  condition: Condition | undefined,
): Trouble | undefined {
  if (condition === undefined) return undefined;
  const ms = Math.round(condition.ms);
  switch (condition.state) {
    case "answers":
      return condition.ms <= LATE_MS ? undefined : {
        text:
          `the node is starved: it answered a minimal question at normal priority only after ${ms} ms`,
        hint: STARVED,
      };
    case "heard":
      return {
        text:
          `the node is starved: it keeps the link up, but has not answered a minimal question at normal priority for ${ms} ms`,
        hint: STARVED,
      };
    case "silent":
      return {
        text:
          `the node has sent nothing for ${ms} ms, not even the answer to a minimal question`,
        hint:
          `it is stopped (state T in ps; kill -CONT PID resumes it), native code occupies all its schedulers, or the network is down; to find out which, run: beamtap doctor ${node}`,
      };
  }
}

const STARVED =
  "native code occupies its schedulers, or there is more work than they can do; " +
  "on its machine, top -H -p PID shows its busy threads; ask again with a longer timeout, one small question at a time";
