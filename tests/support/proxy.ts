/**
 * A network between us and a node that does what a test tells it to: delay,
 * swallow, cut.
 *
 * @module
 */

/** A TCP proxy on loopback to one port. */
export interface Proxy extends AsyncDisposable {
  readonly port: number;
  /** Connections that are open through it. */
  readonly open: number;
  /** Connections that were made to it since it started. */
  readonly accepted: number;
  /** How long every byte is under way, each way, in ms; for bytes that come in from now on. */
  delayMs: number;
  /** How many bytes pass in a second, each way. @default {as many as come} */
  bytesPerS: number;
  /** Swallows whatever is sent from now on, in both directions, closing included; nobody is told. */
  swallow(): void;
  /** Lets through what is sent from now on. */
  heal(): void;
  /** Closes every connection; new ones are taken. */
  cut(): void;
}

/** Starts a proxy to `target` on 127.0.0.1. */
export function startProxy(target: number): Proxy {
  return new TcpProxy(target);
}

class TcpProxy implements Proxy {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #target: number;
  readonly #pairs = new Set<[Deno.TcpConn, Deno.TcpConn]>();
  readonly #running: Promise<void>[] = [];
  #swallowing = false;
  accepted = 0;
  delayMs = 0;
  bytesPerS = Infinity;

  constructor(target: number) {
    this.#target = target;
    this.#running.push(this.#accept());
  }

  get port(): number {
    return this.#listener.addr.port;
  }

  get open(): number {
    return this.#pairs.size;
  }

  swallow(): void {
    this.#swallowing = true;
  }

  heal(): void {
    this.#swallowing = false;
  }

  cut(): void {
    for (const pair of this.#pairs) this.#close(pair);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    this.cut();
    await Promise.all(this.#running);
  }

  async #accept(): Promise<void> {
    for await (const near of this.#listener) {
      this.accepted++;
      const far = await Deno.connect({
        hostname: "127.0.0.1",
        port: this.#target,
      }).catch(() => undefined);
      if (!far) {
        near.close();
        continue;
      }
      near.setNoDelay(true);
      far.setNoDelay(true);
      const pair: [Deno.TcpConn, Deno.TcpConn] = [near, far];
      this.#pairs.add(pair);
      for (const [from, to] of [[near, far], [far, near]] as const) {
        this.#running.push(
          this.#pump(from, to).finally(() => {
            if (!this.#swallowing) this.#close(pair);
          }),
        );
      }
    }
  }

  /** Carries bytes one way until either side is gone. */
  async #pump(from: Deno.TcpConn, to: Deno.TcpConn): Promise<void> {
    let arrived = Promise.resolve();
    try {
      for (;;) {
        // In pieces of a tenth of a second.
        const most = Math.min(64 * 1024, Math.ceil(this.bytesPerS / 10));
        const buffer = new Uint8Array(most);
        const size = await from.read(buffer);
        if (size === null) break;
        if (this.#swallowing) continue;
        await pause(1000 * size / this.bytesPerS);
        const due = performance.now() + this.delayMs;
        arrived = arrived.then(() =>
          this.#deliver(to, buffer.subarray(0, size), due)
        );
        if (this.delayMs === 0) await arrived;
        else arrived.catch(() => {});
      }
      await arrived;
    } catch {
      // One side is gone.
    }
  }

  async #deliver(
    to: Deno.TcpConn,
    bytes: Uint8Array,
    due: number,
  ): Promise<void> {
    await pause(due - performance.now());
    for (let at = 0; at < bytes.length;) {
      at += await to.write(bytes.subarray(at));
    }
  }

  #close(pair: [Deno.TcpConn, Deno.TcpConn]): void {
    this.#pairs.delete(pair);
    for (const conn of pair) conn[Symbol.dispose]();
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
