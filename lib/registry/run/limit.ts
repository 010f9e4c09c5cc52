/**
 * The time that a call may take: one deadline and one signal for all of it.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** The time that is left. */
export interface Limit {
  /** Fires when the deadline passes or the caller cancels. */
  readonly signal: AbortSignal;
  /** Time until the deadline, in ms. */
  left(): number;
}

/** What limits a call. */
export interface LimitOptions {
  readonly timeoutMs: number;
  /** The caller's own. */
  readonly signal?: AbortSignal | undefined;
  /** What is being done, for error messages. */
  readonly what: string;
  /** Names what the work cannot start without and is not there yet. */
  readonly waitsFor?: () => readonly string[];
}

/**
 * Runs `work` until the deadline at most: rejects then even if the work never
 * ends, and fires its signal.
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
      `${what} did not start within ${timeoutMs} ms: beamtap is waiting for ${
        pending.join(", ")
      }`,
      { hint: "the operator asked for this with --wait-for; call again later" },
    )
    : new ToolError(
      "timeout",
      `${what} did not finish within ${timeoutMs} ms`,
      {
        hint:
          "the node may be overloaded or unreachable: try get_node_info, or list_nodes to see the state of the link",
      },
    );
}
