/**
 * Connects through an ssh server: `ssh -W` carries one connection on its standard
 * input and output, so that no port is open here to other users.
 *
 * @module
 */

import { withDeadline } from "./deadline.ts";
import { NetError } from "./errors.ts";
import type { SshDestination } from "./ssh_destination.ts";
import {
  brokenSsh,
  deniedSsh,
  failedSsh,
  slowSsh,
  type SshRoute,
} from "./ssh_failure.ts";
import { type RawConn, target, type TcpOptions } from "./tcp.ts";

/** Maximum lines of ssh to keep for errors, and characters of each. */
const MAX_LINES = 20;
const MAX_LINE = 300;
/** How long ssh may take to end after the peer has closed, and its last words to arrive, in ms each. */
const GRACE_MS = 1000;
const CHUNK_SIZE = 64 * 1024;

/**
 * Starts ssh and waits until its server has connected.
 *
 * @throws {NetError} every code
 */
export async function openSsh(
  options: TcpOptions,
  ssh: SshDestination,
): Promise<RawConn> {
  const { host, port, timeoutMs, signal, onAttempt } = options;
  const route = { ssh, at: target(host, port) };
  const permission = { name: "run", command: "ssh" } as const;
  const { state } = await Deno.permissions.query(permission);
  if (state !== "granted") throw deniedSsh();
  const start = performance.now();
  const settle = (error?: Error): void => {
    const ms = performance.now() - start;
    const via = ssh.text;
    onAttempt?.({ address: host, port, via, ms, ...error && { error } });
  };
  const conn = new SshConn(options, route);
  try {
    await withDeadline(
      { timeoutMs, signal },
      conn.connected,
      (reason) =>
        reason === "abort"
          ? new NetError("aborted", `connecting to ${route.at} was cancelled`)
          : conn.tooSlow(timeoutMs),
    );
  } catch (error) {
    await conn.end();
    if (error instanceof Error) settle(error);
    throw error;
  }
  settle();
  return conn;
}

class SshConn implements RawConn {
  readonly remoteAddr: RawConn["remoteAddr"];
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<Uint8Array>;
  /** Resolves when the server has connected; rejects if ssh ends before. */
  readonly connected: Promise<void>;
  readonly #route: SshRoute;
  readonly #child: Deno.ChildProcess;
  readonly #reader: ReadableStreamBYOBReader;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #errors: ReadableStreamDefaultReader<Uint8Array>;
  /** Resolves when ssh has ended and said why. */
  readonly #ended: Promise<Deno.CommandStatus>;
  /** What ssh said, without what it only says for us. */
  readonly #said: string[] = [];
  #authenticated = false;
  #disposed = false;

  constructor({ host, port, timeoutMs }: TcpOptions, route: SshRoute) {
    this.remoteAddr = { hostname: host, port };
    this.#route = route;
    this.#child = start(route, timeoutMs);
    this.#reader = this.#child.stdout.getReader({ mode: "byob" });
    this.#writer = this.#child.stdin.getWriter();
    this.#errors = this.#child.stderr.getReader();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.connected = promise;
    const said = this.#listen(resolve);
    this.#ended = this.#child.status.then(async (status) => {
      // Programs of its config may keep its standard error open.
      await atMost(GRACE_MS, said);
      reject(failedSsh(route, this.#said, ending(status)));
      this.#errors.cancel().catch(() => {});
      this.#writer.abort().catch(() => {});
      return status;
    });
    this.readable = new ReadableStream({
      type: "bytes",
      autoAllocateChunkSize: CHUNK_SIZE,
      pull: (controller): Promise<void> => this.#pull(controller),
      cancel: (): void => this[Symbol.dispose](),
    }, { highWaterMark: 0 });
    this.writable = new WritableStream({
      write: async (bytes): Promise<void> => void await this.write(bytes),
      close: (): void => this[Symbol.dispose](),
      abort: (): void => this[Symbol.dispose](),
    });
  }

  async read(into: Uint8Array): Promise<number | null> {
    const { value } = await this.#reader.read(new Uint8Array(into.length));
    if (value === undefined || value.length === 0) {
      await this.#finish();
      return null;
    }
    into.set(value);
    return value.length;
  }

  async write(bytes: Uint8Array): Promise<number> {
    await this.#writer.write(bytes);
    return bytes.length;
  }

  /** Returns the error for a server that has not connected in time. */
  tooSlow(timeoutMs: number): NetError {
    return slowSsh(this.#route, this.#authenticated, this.#said, timeoutMs);
  }

  /** Ends ssh, and waits until it has ended. */
  async end(): Promise<void> {
    this[Symbol.dispose]();
    await atMost(GRACE_MS, this.#ended);
  }

  [Symbol.dispose](): void {
    if (this.#disposed) return;
    this.#disposed = true;
    try {
      this.#child.kill("SIGTERM");
    } catch {
      // It has ended by itself.
    }
    this.#ended.then(() => this.#reader.cancel()).catch(() => {});
  }

  async #pull(controller: ReadableByteStreamController): Promise<void> {
    const { byobRequest } = controller;
    const view = byobRequest?.view;
    if (!byobRequest || !(view instanceof Uint8Array)) return;
    const length = await this.read(view);
    if (length === null) controller.close();
    byobRequest.respond(length ?? 0);
  }

  /** Waits for the end of ssh, which says whether the peer has closed or the way to it has broken. */
  async #finish(): Promise<void> {
    const status = await atMost(2 * GRACE_MS, this.#ended);
    const ours = this.#disposed;
    this[Symbol.dispose]();
    if (ours || status === undefined || status.success) return;
    throw brokenSsh(this.#route, this.#said, ending(status));
  }

  /** Follows what ssh says; its debug messages tell how far it is. */
  async #listen(connected: () => void): Promise<void> {
    const decoder = new TextDecoder();
    // A jump host connects too, before this one does.
    const asking = `channel_connect_stdio_fwd: ${
      this.#route.at.replace(/[[\]]/g, "")
    }`;
    let asked = false;
    let rest = "";
    for (;;) {
      const { value, done } = await this.#errors.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true }))
        .split(/\r?\n/);
      rest = lines.pop()?.slice(-MAX_LINE * 4) ?? "";
      for (const line of lines) {
        asked ||= line.includes(asking);
        if (
          asked && / open confirm /.test(line) ||
          // A connection that ssh shares by its ControlPath.
          /mux_client_request_stdio_fwd: master session id/.test(line)
        ) connected();
        else if (/^Authenticated to /.test(line)) this.#authenticated = true;
        else if (isOwn(line)) this.#note(line);
      }
    }
  }

  #note(line: string): void {
    this.#said.push(line.slice(0, MAX_LINE));
    if (this.#said.length > MAX_LINES) this.#said.shift();
  }
}

function start({ ssh, at }: SshRoute, timeoutMs: number): Deno.ChildProcess {
  const { login, port } = ssh;
  const seconds = Math.max(1, Math.floor(timeoutMs / 1000) - 1);
  const options = [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    `ConnectTimeout=${seconds}`,
    // Nothing that the config asks for beside the connection.
    "ClearAllForwardings=yes",
    "ControlMaster=no",
    // Says when the server has connected.
    "LogLevel=DEBUG2",
  ];
  try {
    return new Deno.Command("ssh", {
      args: [
        ...["-T", "-a", "-x", "-W", at],
        ...options.flatMap((option) => ["-o", option]),
        ...port === undefined ? [] : ["-p", `${port}`],
        ...["--", login],
      ],
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
      // A session of its own: Ctrl-C is for beamtap, and nothing can be asked on the terminal.
      detached: true,
    }).spawn();
  } catch (cause) {
    throw new NetError("ssh_failed", "ssh cannot be started", {
      cause,
      hint: "install OpenSSH's client, or check PATH",
    });
  }
}

/** Waits for `work`, but no longer than `ms`. */
async function atMost<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const late = new Error("late");
  return await withDeadline({ timeoutMs: ms }, work, () => late).catch(
    (error) => {
      if (error !== late) throw error;
      return undefined;
    },
  );
}

function ending({ code, signal }: Deno.CommandStatus): string {
  return signal ? `it was ended by ${signal}` : `it ended with status ${code}`;
}

/** Returns whether a line is more than debugging, decoration or a greeting. */
function isOwn(line: string): boolean {
  return line.trim() !== "" && !/^(debug\d:|OpenSSH_|@|Warning: )/.test(line);
}
