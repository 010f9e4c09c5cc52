/**
 * Waiting with an end: every wait of beamtap has a deadline and can be given up.
 *
 * @module
 */

/** When to stop waiting. */
export interface Wait {
  /** From now, in ms. */
  timeoutMs: number;
  /** Gives up early. */
  signal?: AbortSignal | undefined;
}

/**
 * The outcome of `work`, or a rejection with what `onEnd` returns when the time
 * is up (`"timeout"`) or the signal fires (`"abort"`). `onEnd` must also stop the
 * work; what the work does after that is ignored.
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

/** Resolves after `ms`; rejects with the signal's reason when it fires first. */
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
