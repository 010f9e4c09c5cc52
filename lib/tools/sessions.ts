/**
 * Traces that outlive the call that began them: what has come waits here, in bounds,
 * until its owner reads it. One that nobody reads ends when its lease runs out.
 *
 * @module
 */

import type { Traced, TraceEvent } from "../beam/mod.ts";
import { BeamtapError } from "../errors.ts";
import type { Home } from "../etf/mod.ts";
import { ToolError } from "../registry/mod.ts";

/** Sessions of one principal, running or not yet read to their end. */
const MOST_SESSIONS = 5;
/** How long what is left of an ended one is kept, in ms. */
const KEPT_MS = 10 * 60_000;

/** What a trace needs to run: a signal that ends it, and somebody to tell. */
export type Start = (
  signal: AbortSignal,
  told: (part: Traced) => void,
) => Promise<Traced>;

/** What came since the last reading. */
export interface Reading {
  readonly events: readonly TraceEvent[];
  /** That wait for the next reading. */
  readonly waiting: number;
  /** That were lost on the way, the link being busy, in all. */
  readonly lost: number;
  readonly running: boolean;
  /** Why it has ended. */
  readonly ended_by?: string | undefined;
}

/** One trace, and what has come of it. */
export class TraceSession {
  readonly id = crypto.randomUUID().slice(0, 8);
  /** Ends when its trace has ended on the node, too. */
  readonly ended: Promise<void>;
  /** Rejects where the node refuses the trace. */
  readonly begun: Promise<void>;
  readonly #begin = Promise.withResolvers<void>();
  readonly #leaseMs: number;
  readonly #stop = new AbortController();
  #events: TraceEvent[] = [];
  #told = 0;
  #received = 0;
  #endedBy: string | undefined;
  #usedAt = Date.now();
  #lease: ReturnType<typeof setTimeout> | undefined;

  /** Starts it. */
  constructor(
    readonly owner: string,
    readonly home: Home,
    start: Start,
    leaseMs: number,
  ) {
    this.#leaseMs = leaseMs;
    this.begun = this.#begin.promise;
    this.#renew();
    this.ended = this.#run(start);
  }

  /** Whether it runs. */
  get running(): boolean {
    return this.#endedBy === undefined;
  }

  /** Whether it has ended so long ago that nobody will read it. */
  get isForgotten(): boolean {
    return !this.running && Date.now() - this.#usedAt > KEPT_MS;
  }

  /** Takes what has come, and renews the lease. */
  read(limit: number): Reading {
    this.#usedAt = Date.now();
    if (this.running) this.#renew();
    const events = this.#events.splice(0, limit);
    return {
      events,
      waiting: this.#events.length,
      lost: this.#received - this.#told,
      running: this.running,
      ended_by: this.#endedBy,
    };
  }

  /** Ends it; returns when nothing of it is left on the node that we know of. */
  async stop(why = "stopped"): Promise<void> {
    this.#endedBy ??= why;
    this.#stop.abort(new ToolError("cancelled", `the trace was ${why}`));
    await this.ended;
  }

  async #run(start: Start): Promise<void> {
    try {
      const last = await start(this.#stop.signal, (part) => this.#take(part));
      this.#take(last);
      this.#endedBy ??= last.ended_by ?? "duration";
    } catch (error) {
      // Whatever ended it is told to whoever reads it next.
      this.#endedBy ??= error instanceof BeamtapError
        ? `${error.code}: ${error.message}`
        : "internal_error";
      this.#begin.reject(error);
    } finally {
      clearTimeout(this.#lease);
    }
  }

  #take({ events, received }: Traced): void {
    this.#begin.resolve();
    this.#events.push(...events);
    this.#told += events.length;
    this.#received = received;
  }

  #renew(): void {
    clearTimeout(this.#lease);
    this.#lease = setTimeout(() => void this.stop("lease"), this.#leaseMs);
  }
}

/** The sessions of all principals, each its own. */
export class TraceSessions {
  readonly #sessions = new Map<string, TraceSession>();

  /**
   * Starts one; returns when it runs.
   *
   * @throws {ToolError} `busy`
   * @throws {BeamtapError} why the node does not trace that
   */
  async start(
    owner: string,
    home: Home,
    start: Start,
    leaseMs: number,
  ): Promise<TraceSession> {
    for (const [id, session] of this.#sessions) {
      if (session.isForgotten) this.#sessions.delete(id);
    }
    const own = this.#of(owner);
    if (own.length >= MOST_SESSIONS) {
      throw new ToolError("busy", `${own.length} traces of yours are open`, {
        hint: `stop_trace ends one: ${own.map(({ id }) => id).join(", ")}`,
      });
    }
    const session = new TraceSession(owner, home, start, leaseMs);
    this.#sessions.set(session.id, session);
    try {
      await session.begun;
    } catch (error) {
      this.forget(session);
      throw error;
    }
    return session;
  }

  /**
   * One by its handle; another's is as good as none.
   *
   * @throws {ToolError} `invalid_arguments`
   */
  find(owner: string, id: string): TraceSession {
    const found = this.#sessions.get(id);
    if (found?.owner === owner) return found;
    const own = this.#of(owner).map((session) => session.id).join(", ");
    throw new ToolError("invalid_arguments", `there is no trace ${id}`, {
      hint: own ? `yours: ${own}` : "start_trace begins one",
    });
  }

  /** Forgets one. */
  forget({ id }: TraceSession): void {
    this.#sessions.delete(id);
  }

  #of(owner: string): TraceSession[] {
    return [...this.#sessions.values()]
      .filter((session) => session.owner === owner);
  }
}
