// deno-lint-ignore-file no-console
/**
 * beamtap's registry and HTTP service with the fixtures of the conformance
 * suite. The suite sends no token, so this adds one of an ordinary principal.
 *
 * @module
 */

import * as z from "zod";
import { HttpServer } from "../../../lib/mcp/http_server.ts";
import { HttpService } from "../../../lib/mcp/mod.ts";
import {
  parseGrant,
  type Principal,
  Registry,
} from "../../../lib/registry/mod.ts";
import { withClient } from "./exchange.ts";
import { fixtures } from "./fixtures.ts";

const nobody: Principal = {
  id: "token:conformance",
  grants: [parseGrant("inspect")],
  readOnly: false,
  trusted: false,
};

/** A server of the suite's fixtures, on a free port. */
export interface ConformanceServer extends AsyncDisposable {
  readonly url: string;
}

/** Starts one. */
export async function startConformanceServer(): Promise<ConformanceServer> {
  const registry = new Registry({
    nodes: {
      names: () => [],
      resolve: (name) => name,
      aliasOf: () => undefined,
      states: () => Promise.resolve([]),
      permissions: () => [],
      beam: () => Promise.reject(new Error("there is no node")),
      connect: () => Promise.reject(new Error("no node is asked")),
      remove: () => false,
    },
    runtime: { granted: () => true, remedy: () => "" },
    audit(): void {},
    crashed(_reference, name, error): void {
      console.error(`${name} crashed:`, error);
    },
  });
  registry.batch(() => {
    for (const handler of fixtures(() => registry.touch())) {
      registry.register(handler);
    }
  });
  const service = new HttpService({
    registry,
    version: "1.0.0",
    nodes: () => [],
    hostname: "127.0.0.1",
    authenticate: (token) => token === "conformance" ? nobody : undefined,
    around: withClient,
    extend: ({ server }) => {
      const subscribed = z.object({ uri: z.string() });
      server.registerCapabilities({
        logging: {},
        resources: { subscribe: true },
      });
      server.setRequestHandler("resources/subscribe", ({ params }) => {
        subscribed.parse(params);
        return {};
      });
      server.setRequestHandler("resources/unsubscribe", ({ params }) => {
        subscribed.parse(params);
        return {};
      });
    },
    onError: (error) => console.error("MCP:", error.message),
  });
  const server = new HttpServer((request) => {
    const headers = new Headers(request.headers);
    headers.set("authorization", "Bearer conformance");
    return service.fetch(new Request(request, { headers }));
  }, (error) => console.error("HTTP:", error));
  const port = await server.listen("127.0.0.1", 0);
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose](): Promise<void> {
      await service.close();
      await server.close();
    },
  };
}
