/**
 * Reaches a host by whichever of its addresses answers first: an unanswering
 * one does not hold up the next.
 *
 * @module
 */

import { type Wait, withDeadline } from "./deadline.ts";
import { NetError } from "./errors.ts";
import { type Address, deniedError, resolve } from "./resolve.ts";

/** Where to connect to, and how long to try. */
export interface TcpOptions extends Wait {
  /** A name or an IPv4 or IPv6 literal. */
  host: string;
  /** 1 to 65535. */
  port: number;
  /** Told of every address that was tried and how it ended. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** One address tried. */
export interface Attempt {
  /** An address, or the host's name where Deno permits no other than that. */
  readonly address: string;
  readonly port: number;
  /** How long it took, in ms. */
  readonly ms: number;
  /** Why it failed; `undefined` for the one that answered. */
  readonly error?: Error;
}

/** How to open a connection to one address, and to dispose of one that came too late. */
export interface Dialer<Conn> {
  open(address: string, port: number, signal: AbortSignal): Promise<Conn>;
  discard(conn: Conn): void;
}

/** How long an address may stay silent before the next is tried beside it, in ms (RFC 8305). */
const STAGGER_MS = 250;

/**
 * Opens a connection to a host; its addresses are found here unless they are given.
 *
 * @throws {NetError} every code
 */
export async function openFirst<Conn>(
  options: TcpOptions,
  dialer: Dialer<Conn>,
  addresses?: readonly string[],
): Promise<Conn> {
  const { host, port, signal } = options;
  // Asked first, because on a terminal connecting would prompt.
  if (!await mayDial(host, port)) throw deniedError(target(host, port));
  const end = performance.now() + options.timeoutMs;
  const left = (): number => Math.max(1, end - performance.now());
  const found = addresses ??
    await addressesToDial(host, port, { timeoutMs: left(), signal });
  const race = new Race(options, dialer);
  return withDeadline(
    { timeoutMs: left(), signal },
    race.run(found),
    (reason) => race.stop(reason),
  );
}

/** The host's addresses, or just its name where Deno permits that alone. */
async function addressesToDial(
  host: string,
  port: number,
  wait: Wait,
): Promise<string[]> {
  let addresses: readonly Address[] = [];
  try {
    addresses = await resolve(host, wait);
  } catch (error) {
    if (!(error instanceof NetError && error.code === "permission_denied")) {
      throw error;
    }
  }
  const permitted = await Promise.all(
    addresses.map(({ address }) => mayDial(address, port)),
  );
  const dialled = addresses.map(({ address }) => address)
    .filter((_, index) => permitted[index]);
  return dialled.length > 0 ? dialled : [host];
}

async function mayDial(host: string, port: number): Promise<boolean> {
  const { state } = await Deno.permissions.query({
    name: "net",
    host: target(host, port),
  });
  return state === "granted";
}

/** `host:port` with an IPv6 address in brackets. */
function target(host: string, port: number): string {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  return bare.includes(":") ? `[${bare}]:${port}` : `${bare}:${port}`;
}

/** One attempt per address, started in turn, the first success taken. */
class Race<Conn> {
  readonly #options: TcpOptions;
  readonly #dialer: Dialer<Conn>;
  readonly #controller = new AbortController();
  /** When each attempt under way began, by address. */
  readonly #running = new Map<string, number>();
  readonly #errors: Error[] = [];

  constructor(options: TcpOptions, dialer: Dialer<Conn>) {
    this.#options = options;
    this.#dialer = dialer;
  }

  run(addresses: readonly string[]): Promise<Conn> {
    const { promise, resolve, reject } = Promise.withResolvers<Conn>();
    const waiting = [...new Set(addresses)];
    const { signal } = this.#controller;
    const startNext = (): void => {
      const address = waiting.shift();
      if (address === undefined || signal.aborted) return;
      this.#running.set(address, performance.now());
      const stagger = setTimeout(startNext, STAGGER_MS);
      this.#dialer.open(address, this.#options.port, signal).then((conn) => {
        clearTimeout(stagger);
        if (signal.aborted) return this.#dialer.discard(conn);
        this.#settle(address);
        this.#running.clear();
        this.#controller.abort();
        resolve(conn);
      }, (cause) => {
        clearTimeout(stagger);
        if (signal.aborted) return;
        const error = cause instanceof Error ? cause : new Error(`${cause}`);
        this.#errors.push(error);
        this.#settle(address, error);
        startNext();
        if (this.#running.size === 0) reject(this.#summary());
      });
    };
    startNext();
    return promise;
  }

  /** Ends all attempts; the error says why. */
  stop(reason: "timeout" | "abort"): NetError {
    const { host, port, timeoutMs } = this.#options;
    const at = target(host, port);
    const error = reason === "abort"
      ? new NetError("aborted", `gave up connecting to ${at}`)
      : new NetError(
        "connect_timed_out",
        `no answer from ${at} within ${timeoutMs} ms`,
        {
          hint:
            "a firewall that drops packets, a host that is down, or a wrong address",
        },
      );
    for (const address of this.#running.keys()) {
      this.#settle(address, new Error("gave no answer"));
    }
    this.#controller.abort();
    return error;
  }

  #settle(address: string, error?: Error): void {
    const begin = this.#running.get(address) ?? 0;
    this.#running.delete(address);
    this.#options.onAttempt?.({
      address,
      port: this.#options.port,
      ms: performance.now() - begin,
      ...(error && { error }),
    });
  }

  #summary(): NetError {
    const { host, port } = this.#options;
    const cause = this.#errors.at(-1);
    if (this.#errors.every(isRefusal)) {
      return new NetError(
        "connection_refused",
        `nothing listens on ${target(host, port)}`,
        { cause, hint: "check that the node runs, and its port" },
      );
    }
    return new NetError(
      "unreachable",
      `${target(host, port)} cannot be reached: ${cause?.message ?? "unknown"}`,
      { cause, hint: "check the address and the route to it" },
    );
  }
}

function isRefusal(error: Error): boolean {
  return "code" in error && error.code === "ECONNREFUSED";
}
