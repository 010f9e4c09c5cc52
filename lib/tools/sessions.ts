/**
 * Traces, and captures of log events, that outlive the call that began them: what has
 * come waits here, in bounds, until its owner reads it. One that nobody reads ends when
 * its lease runs out.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { ToolError } from "../registry/mod.ts";
import type { Style } from "./terms.ts";

/** Sessions of one principal; the first that has ended makes room for one more. */
const MOST_SESSIONS = 5;
/** How long what is left of an ended one is kept, in ms. */
const KEPT_MS = 10 * 60_000;

/** What a node tells of one: the events since it last told, and how many there were in all. */
export interface Told<Event> {
  readonly events: readonly Event[];
  readonly received: number;
  readonly ended_by?: string | undefined;
}

/** What a session needs to run: a signal that ends it, and somebody to tell. */
export type Start<Part> = (
  signal: AbortSignal,
  told: (part: Part) => void,
) => Promise<Part>;

/** How a session is getting on. */
export interface SessionState {
  /** That wait for the next reading. */
  readonly waiting: number;
  /** That were lost on the way, the link being busy, in all. */
  readonly lost: number;
  readonly running: boolean;
  /** Why it has ended. */
  readonly ended_by?: string | undefined;
}

/** What came since the last reading. */
export interface Reading<Event> extends SessionState {
  readonly events: readonly Event[];
}

/** One of them, and what has come of it. */
export class Session<Event, Part extends Told<Event> = Told<Event>> {
  readonly id = crypto.randomUUID().slice(0, 8);
  /** In ms since 1970. */
  readonly startedAt = Date.now();
  /** Ends when it has ended on the node, too. */
  readonly ended: Promise<void>;
  /** Rejects where the node refuses it. */
  readonly begun: Promise<void>;
  readonly #begin = Promise.withResolvers<void>();
  readonly #leaseMs: number;
  readonly #stop = new AbortController();
  #events: Event[] = [];
  #latest: Part | undefined;
  #told = 0;
  #received = 0;
  #endedBy: string | undefined;
  #usedAt = Date.now();
  #lease: ReturnType<typeof setTimeout> | undefined;

  /** Starts it. */
  constructor(
    readonly owner: string,
    readonly style: Style,
    start: Start<Part>,
    leaseMs: number,
    /** What it is about, for people. */
    readonly about: string,
  ) {
    this.#leaseMs = leaseMs;
    this.begun = this.#begin.promise;
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

  /** What the node told last. */
  get latest(): Part | undefined {
    return this.#latest;
  }

  /** Takes what has come, and renews the lease. */
  read(limit: number): Reading<Event> {
    this.#usedAt = Date.now();
    if (this.running) this.#renew();
    const events = this.#events.splice(0, limit);
    return { events, ...this.state() };
  }

  /** How it is getting on; the lease stays as it is. */
  state(): SessionState {
    return {
      waiting: this.#events.length,
      lost: this.#received - this.#told,
      running: this.running,
      ended_by: this.#endedBy,
    };
  }

  /** Ends it; returns when nothing of it is left on the node that we know of. */
  async stop(why = "stopped"): Promise<void> {
    this.#endedBy ??= why;
    this.#stop.abort(new ToolError("cancelled", `it has ended: ${why}`));
    await this.ended;
  }

  async #run(start: Start<Part>): Promise<void> {
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

  #take(part: Part): void {
    const { events, received } = part;
    this.#latest = part;
    // Nobody can read before it has begun.
    if (this.#lease === undefined) this.#renew();
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
export class Sessions<Event, Part extends Told<Event> = Told<Event>> {
  readonly #sessions = new Map<string, Session<Event, Part>>();
  readonly #hint: string;

  /** Sessions that are begun, and ended, as the hint says. */
  constructor(hint: string) {
    this.#hint = hint;
  }

  /**
   * Starts one; returns when it runs.
   *
   * @throws {ToolError} `busy`
   * @throws {BeamtapError} why the node does not trace that
   */
  async start(
    owner: string,
    style: Style,
    start: Start<Part>,
    leaseMs: number,
    about = "",
  ): Promise<Session<Event, Part>> {
    for (const [id, session] of this.#sessions) {
      if (session.isForgotten) this.#sessions.delete(id);
    }
    const own = this.of(owner);
    const ended = own.find(({ running }) => !running);
    if (own.length >= MOST_SESSIONS && ended !== undefined) {
      this.forget(ended);
    } else if (own.length >= MOST_SESSIONS) {
      throw new ToolError("busy", `${own.length} sessions of yours are open`, {
        hint: `${this.#hint}: ${own.map(({ id }) => id).join(", ")}`,
      });
    }
    const session = new Session<Event, Part>(
      owner,
      style,
      start,
      leaseMs,
      about,
    );
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
  find(owner: string, id: string): Session<Event, Part> {
    const found = this.#sessions.get(id);
    if (found?.owner === owner) return found;
    const own = this.of(owner).map((session) => session.id).join(", ");
    throw new ToolError("invalid_arguments", `there is no session ${id}`, {
      hint: own ? `yours: ${own}` : this.#hint,
    });
  }

  /** Forgets one. */
  forget({ id }: Pick<Session<Event, Part>, "id">): void {
    this.#sessions.delete(id);
  }

  /** Those of a principal, the oldest first. */
  of(owner: string): Session<Event, Part>[] {
    return [...this.#sessions.values()]
      .filter((session) => session.owner === owner);
  }
}
