/**
 * What a single request involves: cancellation, progress, and errors of the protocol.
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

/** Wraps the work of one request; may ask the client for input instead of running it. */
export type Around = <Answer extends Result>(
  context: ServerContext,
  work: () => Promise<Answer>,
) => Promise<Answer | InputRequiredResult>;

/** Runs the work without wrapping it. */
export const plainly: Around = (_, work) => work();

/** Returns a request's cancellation and progress as options for the registry. */
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
        // The client may have disconnected.
        mcpReq.notify({ method: "notifications/progress", params })
          .catch(() => {});
      },
    },
  };
}

/** In a request's `_meta`: `true` asks for structure beside the text, and in a list of tools for its schemas. */
export const STRUCTURED = "beamtap/structured";

/** Codes of failures that the protocol treats as errors of the request. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set([
  "unknown_tool",
  "unknown_resource",
  "unknown_prompt",
  "unknown_completion",
  "invalid_arguments",
  "permission_denied",
]);

/** Returns whether a failure means that something does not exist: a node, a process, a table… */
export function isNotThere({ code }: Failure): boolean {
  return code === "unknown_resource" || code === "unknown_node" ||
    code === "bad_node_name" || code === "bad_process" ||
    code === "foreign_pid" || code.startsWith("no_such_");
}

/** Turns a failure into an error of the protocol, for everything except tools. */
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
