/**
 * A TLS client over a TCP connection of Deno's, as web streams.
 *
 * `node:tls` left to itself reads on when nobody takes the plain text, without
 * limit; so it is fed here, and only while a reader waits.
 *
 * @module
 */

import { Duplex } from "node:stream";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";

/** A TLS socket and the plain bytes that go through it. */
export interface TlsStreams {
  readonly socket: TLSSocket;
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<Uint8Array>;
  /** Closes everything, at once. */
  close(): void;
}

/** Ciphertext read at once, in bytes: four TLS records. */
const CHUNK_SIZE = 64 * 1024;

/**
 * Starts a TLS handshake.
 *
 * @param explain Turns what the socket raises into the error that readers and writers get.
 */
export function startTls(
  conn: Deno.TcpConn,
  options: ConnectionOptions,
  explain: (cause: Error) => Error,
): TlsStreams {
  const gate = new Gate();
  const wire = wireOf(conn, gate);
  const socket = connect({ ...options, socket: wire });
  wire.on("error", (cause: Error) => void socket.destroy(cause));
  const close = (): void => {
    socket.destroy();
    wire.destroy();
  };
  // The handshake needs no reader.
  socket.once("secureConnect", () => gate.shut());
  return {
    socket,
    readable: readableOf(socket, gate, close, explain),
    writable: writableOf(socket, close, explain),
    close,
  };
}

/** Open while bytes are wanted. */
class Gate {
  #waiting: PromiseWithResolvers<void> | undefined;

  open(): void {
    this.#waiting?.resolve();
    this.#waiting = undefined;
  }

  shut(): void {
    this.#waiting ??= Promise.withResolvers();
  }

  /** Resolves while open. */
  get passage(): Promise<void> | undefined {
    return this.#waiting?.promise;
  }
}

/** The connection as `node:tls` wants it, read only through the gate. */
function wireOf(conn: Deno.TcpConn, gate: Gate): Duplex {
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
        // First, because enqueuing may pull for more.
        gate.shut();
        // A copy, because enqueuing takes the whole buffer, and the socket's may be shared.
        controller.enqueue(new Uint8Array(chunk));
      });
      socket.on("end", () => finish());
      socket.on("error", (cause: Error) => finish(explain(cause)));
      // Without an end before it, it was we who closed.
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
    // Resolves when the connection has taken the bytes: one write at a time.
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
