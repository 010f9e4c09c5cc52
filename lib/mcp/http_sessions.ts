/**
 * The sessions of one principal, for clients of the revisions before
 * 2026-07-28, which shake hands once and are known by an identifier then.
 *
 * @module
 */

import {
  isInitializeRequest,
  type McpServer,
  WebStandardStreamableHTTPServerTransport as Transport,
} from "@modelcontextprotocol/server";
import { refusal } from "./http_guard.ts";

/** How many sessions one principal may have. */
const MAX_SESSIONS = 64;

interface Session {
  readonly transport: Transport;
  readonly mcp: McpServer;
}

/** Sessions by their identifiers, the one used last at the end. */
export class Sessions {
  readonly #create: () => McpServer;
  readonly #sessions = new Map<string, Session>();

  /** None yet. */
  constructor(create: () => McpServer) {
    this.#create = create;
  }

  /** The servers of all sessions. */
  get servers(): McpServer[] {
    return [...this.#sessions.values()].map(({ mcp }) => mcp);
  }

  /** Serves one request; `body` is that of a POST. */
  async fetch(request: Request, body: unknown): Promise<Response> {
    const id = request.headers.get("mcp-session-id");
    if (id === null && [body].flat().some(isInitializeRequest)) {
      const transport = await this.#open();
      return transport.handleRequest(request, { parsedBody: body });
    }
    if (id === null) return refusal(400, "Mcp-Session-Id is required");
    const session = this.#sessions.get(id);
    if (session === undefined) return refusal(404, "Session not found");
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    return session.transport.handleRequest(request, { parsedBody: body });
  }

  /** Ends all sessions. */
  async close(): Promise<void> {
    await Promise.all(this.servers.map((mcp) => mcp.close()));
    this.#sessions.clear();
  }

  async #open(): Promise<Transport> {
    const mcp = this.#create();
    const transport: Transport = new Transport({
      sessionIdGenerator: () => crypto.randomUUID(),
      onsessioninitialized: (id): void => {
        this.#sessions.set(id, { transport, mcp });
        this.#evict();
      },
      onsessionclosed: (id): void => {
        this.#sessions.delete(id);
      },
    });
    await mcp.connect(transport);
    return transport;
  }

  /** Ends what was not used for longest; its client shakes hands again. */
  #evict(): void {
    for (const [id, { mcp }] of this.#sessions) {
      if (this.#sessions.size <= MAX_SESSIONS) return;
      this.#sessions.delete(id);
      mcp.close().catch(() => {});
    }
  }
}
