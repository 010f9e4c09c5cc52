/**
 * Waits with a deadline that can also be cancelled.
 *
 * @module
 */

/** When to stop waiting. */
export interface Wait {
  /** Timeout from now, in ms. */
  timeoutMs: number;
  /** Cancels the wait. */
  signal?: AbortSignal | undefined;
}

/**
 * Waits for `work`; rejects with the error that `onEnd` returns on timeout or
 * abort. `onEnd` must also stop the work, whose later outcome is ignored.
 */
export async function withDeadline<T>(
  wait: Wait,
  work: Promise<T>,
  onEnd: (reason: "timeout" | "abort") => Error,
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(onEnd("timeout")), wait.timeoutMs);
  const abort = (): void => reject(onEnd("abort"));
  if (wait.signal?.aborted) abort();
  else wait.signal?.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    wait.signal?.removeEventListener("abort", abort);
    work.catch(() => {});
  }
}

/** Resolves after `ms`, or rejects with the signal's reason if it fires first. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort, { once: true });
  });
}
