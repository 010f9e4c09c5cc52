/**
 * An open byte stream to a host, over TCP or TLS.
 *
 * @module
 */

/** A connected stream. */
export interface Transport {
  /** What carries the bytes. */
  readonly kind: "tcp" | "tls";
  /** The address that answered, such as `127.0.0.1` or `::1`. */
  readonly address: string;
  /** The remote port. */
  readonly port: number;
  /** A byte stream: `getReader({ mode: "byob" })` works. */
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes to the peer. */
  readonly writable: WritableStream<Uint8Array>;
  /** Closes both directions; pending reads and writes fail. Never throws, even if called twice. */
  close(): void;
}
