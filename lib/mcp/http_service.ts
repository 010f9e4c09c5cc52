/**
 * Serves MCP to every holder of a token, as a function from request to response.
 *
 * @module
 */

import type { Principal } from "../registry/mod.ts";
import { type Around, plainly } from "./exchange.ts";
import { Lists } from "./announce.ts";
import { Endpoint } from "./http_endpoint.ts";
import { admit, type GuardOptions, refusal, tokenOf } from "./http_guard.ts";
import { DEFAULT_ARRIVAL_MS } from "./http_server.ts";
import { createServer, type ServerOptions } from "./server.ts";

/** Options for {@linkcode HttpService}. */
export interface ServiceOptions
  extends Omit<ServerOptions, "principal">, GuardOptions {
  /** Called with errors between clients and server, for logging. */
  readonly onError?: (error: Error) => void;
  /** Maximum size of a request, in bytes. @default {1_048_576} */
  readonly maxBytes?: number;
  /** Timeout for a request to arrive, in ms. @default {10_000} */
  readonly timeoutMs?: number;
  /** Maximum requests whose responses have not started. @default {1_024} */
  readonly maxRequests?: number;
}

/** State of a principal: its endpoint, its lists, and the token it used first. */
interface Holder {
  readonly endpoint: Endpoint;
  readonly lists: Lists;
  readonly token: string;
}

/** Serves principals, each through its own endpoint. */
export class HttpService implements Disposable {
  readonly #options: ServiceOptions;
  readonly #holders = new Map<Principal, Holder>();
  readonly #changes: Disposable;
  readonly #around: Around;
  #requests = 0;
  #calls = 0;
  #idle: (() => void) | undefined;
  #stopping = false;

  /** Creates a service; {@linkcode drain} and {@linkcode close} end it. */
  constructor(options: ServiceOptions) {
    const { around = plainly, registry } = options;
    this.#options = options;
    this.#around = (context, work) =>
      around(context, () => this.#counted(work));
    this.#changes = registry.onChange(() => {
      for (const holder of this.#holders) this.#follow(holder);
    });
  }

  /** Handles one request. */
  async fetch(request: Request): Promise<Response> {
    const principal = admit(request, this.#options);
    if (principal instanceof Response) return principal;
    if (this.#stopping) return refusal(503, "The server is stopping");
    if (this.#requests >= (this.#options.maxRequests ?? 1024)) {
      return refusal(503, "Too many requests at once", { "retry-after": "1" });
    }
    this.#requests++;
    try {
      return await this.#endpointOf(principal, request).fetch(request);
    } finally {
      this.#requests--;
    }
  }

  /** Refuses further requests, and waits until every call is answered. */
  async drain(): Promise<void> {
    this.#stopping = true;
    while (this.#calls > 0) {
      await new Promise<void>((resolve) => this.#idle = resolve);
    }
    // Answers reach the connection only in later turns of the event loop.
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Closes sessions and subscriptions. */
  async close(): Promise<void> {
    this[Symbol.dispose]();
    const holders = [...this.#holders.values()];
    await Promise.all(holders.map(({ endpoint }) => endpoint.close()));
  }

  /** Stops following changes of the registry. */
  [Symbol.dispose](): void {
    this.#changes[Symbol.dispose]();
  }

  /** Notifies a principal of changes, or closes its endpoint if its token is no longer valid. */
  #follow([principal, holder]: [Principal, Holder]): void {
    const { endpoint, lists, token } = holder;
    if (this.#options.authenticate(token) === principal) {
      return endpoint.announce(lists.changed());
    }
    this.#holders.delete(principal);
    endpoint.close().catch((error) => this.#options.onError?.(error));
  }

  #endpointOf(principal: Principal, request: Request): Endpoint {
    const known = this.#holders.get(principal);
    if (known !== undefined) return known.endpoint;
    const { maxBytes = 1_048_576, timeoutMs = DEFAULT_ARRIVAL_MS } =
      this.#options;
    const endpoint = new Endpoint({
      create: () =>
        createServer({ ...this.#options, principal, around: this.#around }),
      maxBytes,
      timeoutMs,
      onError: (error) => this.#options.onError?.(error),
    });
    this.#holders.set(principal, {
      endpoint,
      lists: new Lists(this.#options.registry, principal),
      token: tokenOf(request) ?? "",
    });
    return endpoint;
  }

  async #counted<T>(work: () => Promise<T>): Promise<T> {
    this.#calls++;
    try {
      return await work();
    } finally {
      if (--this.#calls === 0) this.#idle?.();
    }
  }
}
