/**
 * The sessions of one principal, for clients of revisions before 2026-07-28, which
 * initialize once and then send a session identifier.
 *
 * @module
 */

import {
  isInitializeRequest,
  type McpServer,
  WebStandardStreamableHTTPServerTransport as Transport,
} from "@modelcontextprotocol/server";
import { refusal } from "./http_guard.ts";

/** Maximum sessions per principal. */
const MAX_SESSIONS = 64;

interface Session {
  readonly transport: Transport;
  readonly mcp: McpServer;
}

/** Sessions by identifier, least recently used first. */
export class Sessions {
  readonly #create: () => McpServer;
  readonly #sessions = new Map<string, Session>();

  /** Starts without sessions; `create` makes a server for each. */
  constructor(create: () => McpServer) {
    this.#create = create;
  }

  /** The servers of all sessions. */
  get servers(): McpServer[] {
    return [...this.#sessions.values()].map(({ mcp }) => mcp);
  }

  /** Handles one request; `body` is that of a POST. */
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

  /** Closes all sessions. */
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

  /** Closes the least recently used sessions above the maximum; their clients can initialize again. */
  #evict(): void {
    for (const [id, { mcp }] of this.#sessions) {
      if (this.#sessions.size <= MAX_SESSIONS) return;
      this.#sessions.delete(id);
      mcp.close().catch(() => {});
    }
  }
}
