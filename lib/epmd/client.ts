/**
 * EPMD client: one request per connection, with a timeout.
 *
 * @module
 */

import { readWhole } from "../bytes/mod.ts";
import {
  type Attempt,
  connectTcp,
  connectTimeout,
  NetError,
  type NetErrorCode,
  type SshDestination,
  type Transport,
  type Wait,
  withDeadline,
} from "../net/mod.ts";
import { EpmdError, type EpmdErrorCode, notEpmd } from "./errors.ts";
import {
  encodeNamesRequest,
  encodePortRequest,
  type NodePort,
  parseNames,
  parsePort,
  type RegisteredName,
} from "./messages.ts";

/** EPMD's default port. */
export const DEFAULT_EPMD_PORT = 4369;

/** Which EPMD to ask, and how long to wait for it. */
export interface EpmdOptions extends Partial<Wait> {
  /** Host name or address. */
  host: string;
  /** EPMD's port. @default {4369} */
  port?: number | undefined;
  /** The ssh server to ask through. */
  ssh?: SshDestination | undefined;
  /** Timeout for connecting and the answer together, in ms. @default {5000, through ssh 10000} */
  timeoutMs?: number;
  /** Called after each connection attempt. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** Maximum names listed in an error. */
const MAX_NAMES_SHOWN = 20;
/** Maximum length of an answer, in bytes; EPMD's are far shorter. */
const MAX_ANSWER = 1024 * 1024;

/**
 * Lists the nodes registered with an EPMD, newest first (NAMES_REQ).
 *
 * @throws {EpmdError} every code except `not_registered`
 * @throws {NetError} `ssh_failed`
 */
export async function listNames(
  options: EpmdOptions,
): Promise<RegisteredName[]> {
  return parseNames(await ask(options, encodeNamesRequest()));
}

/**
 * Looks up the port a node listens on (PORT_PLEASE2_REQ); `name` is the part
 * before `@`.
 *
 * ```ts
 * import { assert, assertEquals, assertRejects } from "@std/assert";
 * import { EpmdError, listNames, lookupNode } from "./mod.ts";
 * import { startBeam } from "../../tests/support/beam.ts";
 *
 * await using beam = await startBeam();
 * const options = { host: "127.0.0.1", port: beam.epmd.port };
 * const [node] = await listNames(options);
 * assert(node !== undefined);
 * assertEquals((await lookupNode(node.name, options)).port, node.port);
 * const error = await assertRejects(() => lookupNode("nobody", options), EpmdError);
 * assertEquals(error.hint, `registered there: ${node.name}`);
 * ```
 *
 * @throws {EpmdError} every code; with `not_registered`, `names` lists the
 * registered ones
 * @throws {NetError} `ssh_failed`
 */
export async function lookupNode(
  name: string,
  options: EpmdOptions,
): Promise<NodePort> {
  const found = parsePort(await ask(options, encodePortRequest(name)));
  if (found) return found;
  const names = await otherNames(options);
  const error = new EpmdError(
    "not_registered",
    `EPMD on ${where(options)} has no node "${name}"`,
    names?.length === 0
      ? "no node is registered there: start the node with -name or -sname, or check the host"
      : names && `registered there: ${shown(names)}`,
  );
  throw Object.assign(error, { names });
}

/** Lists what is registered instead, if EPMD answers again: it only improves the error. */
async function otherNames(options: EpmdOptions): Promise<string[] | undefined> {
  try {
    const again = { ...options, onAttempt: undefined };
    return (await listNames(again)).map((entry) => entry.name);
  } catch {
    return undefined;
  }
}

/** Lists names for a message; anyone on the host can register any text, so the unusual ones are quoted. */
function shown(names: readonly string[]): string {
  const some = names.slice(0, MAX_NAMES_SHOWN).map((name) =>
    /^[\w-]{1,64}$/.test(name) ? name : JSON.stringify(name.slice(0, 64))
  );
  const more = names.length - some.length;
  return `${some.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

async function ask(
  options: EpmdOptions,
  question: Uint8Array,
): Promise<Uint8Array> {
  const { timeoutMs = connectTimeout(options.ssh), signal } = options;
  const end = performance.now() + timeoutMs;
  const port = options.port ?? DEFAULT_EPMD_PORT;
  const transport = await connectTcp({ ...options, port, timeoutMs })
    .catch((cause) => {
      throw cause instanceof NetError ? translated(cause, options) : cause;
    });
  try {
    return await withDeadline(
      { timeoutMs: Math.max(1, end - performance.now()), signal },
      exchange(transport, question),
      (reason) => stopped(reason, options, timeoutMs),
    );
  } finally {
    transport.close();
  }
}

function stopped(
  reason: "timeout" | "abort",
  options: EpmdOptions,
  timeoutMs: number,
): EpmdError {
  const at = where(options);
  return reason === "abort"
    ? new EpmdError("aborted", `asking EPMD on ${at} was cancelled`)
    : new EpmdError(
      "epmd_timed_out",
      `EPMD on ${at} did not answer within ${timeoutMs} ms`,
      "EPMD hangs, or something else listens on that port",
    );
}

/** Sends the request and reads the answer, which EPMD ends by closing the connection. */
async function exchange(
  transport: Transport,
  question: Uint8Array,
): Promise<Uint8Array> {
  let answer;
  try {
    await transport.writable.getWriter().write(question);
    answer = await readWhole(transport.readable, MAX_ANSWER + 1);
  } catch (cause) {
    if (cause instanceof NetError) throw cause;
    throw notEpmd("the connection broke in the middle of the answer", cause);
  }
  if (answer.length <= MAX_ANSWER) return answer;
  throw notEpmd(`it sent more than ${MAX_ANSWER} bytes`);
}

function where(options: EpmdOptions): string {
  return `${options.host}:${options.port ?? DEFAULT_EPMD_PORT}`;
}

/** Our codes for the errors of connecting; those of ssh stay what they are. */
const CODES: Readonly<Partial<Record<NetErrorCode, EpmdErrorCode>>> = {
  aborted: "aborted",
  connect_timed_out: "epmd_timed_out",
  connection_refused: "epmd_refused",
  name_not_resolved: "epmd_unreachable",
  permission_denied: "permission_denied",
  unreachable: "epmd_unreachable",
};

function translated(
  cause: NetError,
  options: EpmdOptions,
): EpmdError | NetError {
  const code = CODES[cause.code];
  if (code === undefined) return cause;
  const refused = cause.code === "connection_refused";
  const { ssh } = options;
  const message = refused
    ? `no EPMD listens on ${where(options)}${
      ssh ? `, seen from the ssh server ${ssh.text}` : ""
    }`
    : cause.message;
  const hint = refused
    ? "check the host, and the port if the node sets ERL_EPMD_PORT (--epmd-port); " +
      "reach a node without EPMD with --node 'NAME=HOST:PORT'"
    : cause.hint;
  return new EpmdError(code, message, { cause, hint });
}
