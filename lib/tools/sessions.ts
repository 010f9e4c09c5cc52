/**
 * Traces and log captures that outlive the call that started them: their events are
 * buffered here, within limits, until the owner reads them. A session that nobody reads
 * ends when its lease expires.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { ToolError } from "../registry/mod.ts";
import type { Style } from "./terms.ts";

/** Maximum sessions of a principal; a new one replaces the oldest that has ended. */
const MOST_SESSIONS = 5;
/** How long the events of an ended session are kept, in ms. */
const KEPT_MS = 10 * 60_000;

/** A report from the node: the events since the last report, and how many there were in total. */
export interface Told<Event> {
  readonly events: readonly Event[];
  readonly received: number;
  readonly ended_by?: string | undefined;
}

/** Runs a session: takes a signal that ends it, and a receiver of its reports. */
export type Start<Part> = (
  signal: AbortSignal,
  told: (part: Part) => void,
) => Promise<Part>;

/** State of a session. */
export interface SessionState {
  /** Events that wait to be read. */
  readonly waiting: number;
  /** Events lost in total because the link was busy. */
  readonly lost: number;
  readonly running: boolean;
  /** Why it has ended. */
  readonly ended_by?: string | undefined;
}

/** The events since the last reading. */
export interface Reading<Event> extends SessionState {
  readonly events: readonly Event[];
}

/** A session and its unread events. */
export class Session<Event, Part extends Told<Event> = Told<Event>> {
  readonly id = crypto.randomUUID().slice(0, 8);
  /** Start time, in ms since 1970. */
  readonly startedAt = Date.now();
  /** Resolves when it has also ended on the node. */
  readonly ended: Promise<void>;
  /** Resolves when it runs; rejects if the node refuses it. */
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

  /** The last report of the node. */
  get latest(): Part | undefined {
    return this.#latest;
  }

  /** Takes unread events, and renews the lease. */
  read(limit: number): Reading<Event> {
    this.#usedAt = Date.now();
    if (this.running) this.#renew();
    const events = this.#events.splice(0, limit);
    return { events, ...this.state() };
  }

  /** Its state; does not renew the lease. */
  state(): SessionState {
    return {
      waiting: this.#events.length,
      lost: this.#received - this.#told,
      running: this.running,
      ended_by: this.#endedBy,
    };
  }

  /** Ends it; returns when its call on the node has ended. */
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
      // The next reader sees why it ended.
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

  /** Creates an empty list; the hint names the tools that start and end a session. */
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
   * Finds a session by its handle; those of other principals are not found.
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
