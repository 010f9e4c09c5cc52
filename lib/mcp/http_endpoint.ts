/**
 * One principal over HTTP, with clients of both eras: those of 2026-07-28 send
 * requests that stand alone, earlier ones have sessions. Nothing is shared
 * between principals, so that nobody can use a session of another.
 *
 * @module
 */

import {
  createMcpHandler,
  isLegacyRequest,
  type McpHttpHandler,
  type McpServer,
} from "@modelcontextprotocol/server";
import { announce, type ListName } from "./announce.ts";
import { type BodyLimits, readMessageBody } from "./http_body.ts";
import { Sessions } from "./http_sessions.ts";

/** What an endpoint is made from. */
export interface EndpointOptions extends BodyLimits {
  readonly create: () => McpServer;
  readonly onError: (error: Error) => void;
}

/** How many change subscriptions one principal may have. */
const MAX_SUBSCRIPTIONS = 64;

/** Serves one principal. */
export class Endpoint {
  readonly #limits: BodyLimits;
  readonly #modern: McpHttpHandler;
  readonly #sessions: Sessions;

  /** Serves nobody yet. */
  constructor(options: EndpointOptions) {
    const { create, onError } = options;
    this.#limits = options;
    this.#sessions = new Sessions(create);
    this.#modern = createMcpHandler(create, {
      legacy: "reject",
      maxSubscriptions: MAX_SUBSCRIPTIONS,
      onerror: onError,
    });
  }

  /** Serves one request. */
  async fetch(request: Request): Promise<Response> {
    if (request.method !== "POST") {
      return await this.#sessions.fetch(request, undefined);
    }
    const body = await readMessageBody(request, this.#limits);
    if (body instanceof Response) return body;
    const { json } = body;
    return await isLegacyRequest(request, json)
      ? await this.#sessions.fetch(request, json)
      : await this.#modern.fetch(request, { parsedBody: json });
  }

  /** Tells clients which lists have changed. */
  announce(lists: readonly ListName[]): void {
    const { notify } = this.#modern;
    if (lists.includes("tools")) notify.toolsChanged();
    if (lists.includes("prompts")) notify.promptsChanged();
    if (lists.includes("resources")) notify.resourcesChanged();
    for (const mcp of this.#sessions.servers) announce(mcp, lists);
  }

  /** Ends sessions and subscriptions. */
  async close(): Promise<void> {
    await Promise.all([this.#modern.close(), this.#sessions.close()]);
  }
}
