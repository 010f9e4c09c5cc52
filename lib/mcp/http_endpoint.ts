/**
 * Serves one principal over HTTP, to clients of both kinds: since revision 2026-07-28
 * requests are stateless, earlier ones use sessions. Principals share nothing, so none
 * can use another's session.
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

/** Options for {@linkcode Endpoint}. */
export interface EndpointOptions extends BodyLimits {
  /** Creates a server for the principal. */
  readonly create: () => McpServer;
  /** Called with errors that concern no response. */
  readonly onError: (error: Error) => void;
}

/** Maximum change subscriptions per principal. */
const MAX_SUBSCRIPTIONS = 64;

/** Serves one principal. */
export class Endpoint {
  readonly #limits: BodyLimits;
  readonly #modern: McpHttpHandler;
  readonly #sessions: Sessions;

  /** Starts without sessions. */
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

  /** Handles one request. */
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

  /** Notifies clients which lists have changed. */
  announce(lists: readonly ListName[]): void {
    const { notify } = this.#modern;
    if (lists.includes("tools")) notify.toolsChanged();
    if (lists.includes("prompts")) notify.promptsChanged();
    if (lists.includes("resources")) notify.resourcesChanged();
    for (const mcp of this.#sessions.servers) announce(mcp, lists);
  }

  /** Closes sessions and subscriptions. */
  async close(): Promise<void> {
    await Promise.all([this.#modern.close(), this.#sessions.close()]);
  }
}
