/**
 * A TLS client over a {@linkcode RawConn}, as web streams.
 *
 * By itself `node:tls` keeps reading, without limit, when nobody consumes the
 * plain text; so this module feeds it, and only while a reader waits.
 *
 * @module
 */

import type { Duplex } from "node:stream";
import type { ConnectionOptions, TLSSocket } from "node:tls";
import type { RawConn } from "./tcp.ts";

/** A TLS socket and its plain-text streams. */
export interface TlsStreams {
  /** The socket, for its certificate and events. */
  readonly socket: TLSSocket;
  /** Plain text from the peer. */
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Plain text to the peer. */
  readonly writable: WritableStream<Uint8Array>;
  /** Closes everything immediately. */
  close(): void;
}

/** Maximum ciphertext per read, in bytes: four TLS records. */
const CHUNK_SIZE = 64 * 1024;

/**
 * Starts a TLS handshake.
 *
 * @param explain Turns the socket's error into the one that readers and writers get.
 */
export function startTls(
  conn: RawConn,
  options: ConnectionOptions,
  explain: (cause: Error) => Error,
): TlsStreams {
  const gate = new Gate();
  const wire = wireOf(conn, gate);
  const { connect } = process.getBuiltinModule("node:tls");
  const socket = connect({ ...options, socket: wire });
  wire.on("error", (cause: Error) => void socket.destroy(cause));
  const close = (): void => {
    socket.destroy();
    wire.destroy();
  };
  // Open until then: the handshake must be read although nobody reads plain text yet.
  socket.once("secureConnect", () => gate.shut());
  return {
    socket,
    readable: readableOf(socket, gate, close, explain),
    writable: writableOf(socket, close, explain),
    close,
  };
}

/** Lets reads through while a reader wants bytes. */
class Gate {
  #waiting: PromiseWithResolvers<void> | undefined;

  open(): void {
    this.#waiting?.resolve();
    this.#waiting = undefined;
  }

  shut(): void {
    this.#waiting ??= Promise.withResolvers();
  }

  /** A promise to wait for while the gate is shut. */
  get passage(): Promise<void> | undefined {
    return this.#waiting?.promise;
  }
}

/** Wraps the connection as the `Duplex` that `node:tls` needs; reads wait for the gate. */
function wireOf(conn: RawConn, gate: Gate): Duplex {
  const read = async (): Promise<Uint8Array | null> => {
    await gate.passage;
    const chunk = new Uint8Array(CHUNK_SIZE);
    const length = await conn.read(chunk);
    return length === null ? null : chunk.subarray(0, length);
  };
  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length;) {
      at += await conn.write(bytes.subarray(at));
    }
  };
  const { Duplex } = process.getBuiltinModule("node:stream");
  const wire = new Duplex({
    read(): void {
      read().then(
        (chunk) => void wire.push(chunk),
        (cause) => void wire.destroy(cause),
      );
    },
    write(chunk: Uint8Array, _encoding, done): void {
      write(chunk).then(() => done(), done);
    },
    destroy(cause, done): void {
      gate.open();
      conn[Symbol.dispose]();
      done(cause);
    },
  });
  return wire;
}

function readableOf(
  socket: TLSSocket,
  gate: Gate,
  close: () => void,
  explain: (cause: Error) => Error,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let open = true;
  return new ReadableStream({
    type: "bytes",
    start(controller): void {
      const finish = (error?: Error): void => {
        if (!open) return;
        open = false;
        if (error) return controller.error(error);
        controller.close();
        controller.byobRequest?.respond(0);
      };
      socket.on("data", (chunk: Uint8Array) => {
        if (!open) return;
        // Before enqueue(), which may call pull() and open it again.
        gate.shut();
        // A copy, because enqueue() transfers the whole buffer, which the socket may share.
        controller.enqueue(new Uint8Array(chunk));
      });
      socket.on("end", () => finish());
      socket.on("error", (cause: Error) => finish(explain(cause)));
      // Without a preceding "end", we closed it ourselves.
      socket.on("close", () => finish(new Error("the stream was closed")));
    },
    pull: () => gate.open(),
    cancel(): void {
      open = false;
      close();
    },
  }, { highWaterMark: 0 });
}

function writableOf(
  socket: TLSSocket,
  close: () => void,
  explain: (cause: Error) => Error,
): WritableStream<Uint8Array> {
  return new WritableStream({
    start(controller): void {
      socket.on("error", (cause: Error) => controller.error(explain(cause)));
      socket.on(
        "close",
        () => controller.error(new Error("the stream was closed")),
      );
    },
    // Resolves when the connection has accepted the bytes, so writes do not pile up.
    write: (chunk) =>
      new Promise((resolve, reject) => {
        socket.write(
          chunk,
          (cause) => cause ? reject(explain(cause)) : resolve(),
        );
      }),
    close,
    abort: close,
  });
}
