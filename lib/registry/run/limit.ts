/**
 * When a call may start, and how long it may take: the gate that holds calls back until
 * everything that was asked to be waited for is there, then one deadline and one signal for
 * all of the call.
 *
 * @module
 */

import { RegistryError, ToolError } from "../errors.ts";

/** The time that is left. */
export interface Limit {
  /** Fires when the deadline passes or the caller cancels. */
  readonly signal: AbortSignal;
  /** Fires when the caller wants the answer with what has come. */
  readonly early?: AbortSignal | undefined;
  /** Time until the deadline, in ms. */
  left(): number;
}

/** What limits a call. */
export interface LimitOptions {
  readonly timeoutMs: number;
  /** The caller's own. */
  readonly signal?: AbortSignal | undefined;
  /** For {@linkcode Limit.early}. */
  readonly early?: AbortSignal | undefined;
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
        early: options.early,
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

/** Open when all of its conditions are fulfilled. */
export class Gate {
  readonly #pending = new Set<string>();
  #opened = Promise.withResolvers<void>();

  /** The names of the conditions that are not fulfilled yet. */
  get pending(): readonly string[] {
    return [...this.#pending];
  }

  /** Closes the gate until the condition is fulfilled; `what` names it. If it is rejected, the gate stays closed. */
  await(what: string, condition: Promise<unknown>): void {
    this.#pending.add(what);
    condition.then(() => {
      this.#pending.delete(what);
      if (this.#pending.size > 0) return;
      this.#opened.resolve();
      this.#opened = Promise.withResolvers();
    }, () => {});
  }

  /**
   * Waits until the gate is open.
   *
   * @throws the signal's reason when it fires first
   */
  async pass(signal: AbortSignal): Promise<void> {
    if (this.#pending.size === 0) return;
    const { promise, reject } = Promise.withResolvers<never>();
    const abort = (): void => reject(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener("abort", abort, { once: true });
    try {
      await Promise.race([this.#opened.promise, promise]);
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /**
   * Waits until the gate is open.
   *
   * @throws {RegistryError} `not_ready` after `deadlineMs` ms
   */
  async ready(deadlineMs: number): Promise<void> {
    const controller = new AbortController();
    const timer = setTimeout(() =>
      controller.abort(
        new RegistryError(
          "not_ready",
          `not ready within ${deadlineMs} ms: still waiting for ${
            this.pending.join(", ")
          }`,
        ),
      ), deadlineMs);
    try {
      await this.pass(controller.signal);
    } finally {
      clearTimeout(timer);
    }
  }
}
