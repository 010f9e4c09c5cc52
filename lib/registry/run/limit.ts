/**
 * The time a call may take: one deadline and one signal for all of it.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** How long there is left. */
export interface Limit {
  /** Fires when the deadline passes or the caller gives up. */
  readonly signal: AbortSignal;
  /** Until the deadline, in ms. */
  left(): number;
}

/** What limits a call. */
export interface LimitOptions {
  readonly timeoutMs: number;
  /** The caller's own. */
  readonly signal?: AbortSignal | undefined;
  /** What is being done, for the message. */
  readonly what: string;
  /** What the work may not begin without, as long as it is not there. */
  readonly waitsFor?: () => readonly string[];
}

/**
 * The outcome of `work`, or an error at the deadline even if the work never
 * ends; its signal has fired by then.
 *
 * @throws {ToolError} `timeout`, `not_ready`, `cancelled`
 */
export async function within<T>(
  options: LimitOptions,
  work: (limit: Limit) => Promise<T>,
): Promise<T> {
  const { timeoutMs, signal, what } = options;
  const end = performance.now() + timeoutMs;
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (error: ToolError): void => {
    reject(error);
    controller.abort(error);
  };
  const cancel = (): void =>
    stop(new ToolError("cancelled", `${what} was cancelled`));
  const timer = setTimeout(
    () => stop(late(what, timeoutMs, options.waitsFor?.() ?? [])),
    timeoutMs,
  );
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    if (signal?.aborted) cancel();
    return await Promise.race([
      promise,
      work({
        signal: controller.signal,
        left: () => Math.max(0, end - performance.now()),
      }),
    ]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}

function late(
  what: string,
  timeoutMs: number,
  pending: readonly string[],
): ToolError {
  return pending.length > 0
    ? new ToolError(
      "not_ready",
      `${what} did not begin within ${timeoutMs} ms: beamtap waits for ${
        pending.join(", ")
      }`,
      { hint: "the operator asked for that by --wait-for; call again later" },
    )
    : new ToolError("timeout", `${what} did not end within ${timeoutMs} ms`, {
      hint:
        "the node may be overloaded or unreachable: try get_node_info, or list_nodes to see the state of the link",
    });
}
