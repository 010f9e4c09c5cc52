/**
 * An open byte stream to a host, whatever carries it.
 *
 * @module
 */

/** A connected stream; `close` is final and never throws. */
export interface Transport {
  /** What carries the bytes. */
  readonly kind: "tcp" | "tls";
  /** The address that answered, such as `127.0.0.1` or `::1`. */
  readonly address: string;
  /** The remote port. */
  readonly port: number;
  /** A byte stream: `getReader({ mode: "byob" })` works. */
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Where bytes go out. */
  readonly writable: WritableStream<Uint8Array>;
  /** Closes both directions; a pending read or write fails. Closing twice is harmless. */
  close(): void;
}
