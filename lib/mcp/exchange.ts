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

/** What no list has: by the protocol an error of the request. */
const UNKNOWN = [
  "unknown_tool",
  "unknown_resource",
  "unknown_prompt",
  "unknown_completion",
  "invalid_arguments",
];

/** A failure as an error of the protocol, for whatever is not a tool. */
export function protocolError({ code, text }: Failure): ProtocolError {
  return new ProtocolError(
    UNKNOWN.includes(code)
      ? ProtocolErrorCode.InvalidParams
      : ProtocolErrorCode.InternalError,
    text,
    { code },
  );
}
