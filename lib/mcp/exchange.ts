/**
 * The client's side of one request: how it gives up, how it is told of
 * progress, and how it is told that a request cannot be answered.
 *
 * @module
 */

import {
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type Result,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { CallOptions, Failure } from "../registry/mod.ts";

/** Runs the work of one request; may see what goes on around it, and ask the client instead. */
export type Around = <Answer extends Result>(
  context: ServerContext,
  work: () => Promise<Answer>,
) => Promise<Answer | InputRequiredResult>;

/** Runs it, and no more. */
export const plainly: Around = (_, work) => work();

/** A request as the registry takes it: with its end and its progress. */
export function callOptions({ mcpReq }: ServerContext): CallOptions {
  const token = mcpReq._meta?.progressToken;
  return {
    signal: mcpReq.signal,
    ...token !== undefined && {
      onProgress: ({ done, total, message }): void => {
        const params = {
          progressToken: token,
          progress: done,
          ...total !== undefined && { total },
          ...message !== undefined && { message },
        };
        // Whoever has gone is not told any more.
        mcpReq.notify({ method: "notifications/progress", params })
          .catch(() => {});
      },
    },
  };
}

/** What no list has, or what was asked for in vain: by the protocol an error of the request. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set([
  "unknown_tool",
  "unknown_resource",
  "unknown_prompt",
  "unknown_completion",
  "invalid_arguments",
  "permission_denied",
]);

/** Whether a failure says that what a name means is not there: a node, a process, a table… */
export function isNotThere({ code }: Failure): boolean {
  return code === "unknown_resource" || code === "unknown_node" ||
    code === "bad_node_name" || code === "bad_process" ||
    code === "foreign_pid" || code.startsWith("no_such_");
}

/** A failure as an error of the protocol, for whatever is not a tool. */
export function protocolError(failure: Failure): ProtocolError {
  const { code, text } = failure;
  return new ProtocolError(
    OF_THE_REQUEST.has(code) || isNotThere(failure)
      ? ProtocolErrorCode.InvalidParams
      : ProtocolErrorCode.InternalError,
    text,
    { code },
  );
}
