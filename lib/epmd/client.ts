/**
 * Asks an EPMD: one question a connection, under a deadline.
 *
 * @module
 */

import { readWhole } from "../bytes/mod.ts";
import {
  type Attempt,
  connectTcp,
  NetError,
  type Transport,
  type Wait,
  withDeadline,
} from "../net/mod.ts";
import { EpmdError } from "./errors.ts";
import {
  encodeNamesRequest,
  encodePortRequest,
  type NodePort,
  parseNames,
  parsePort,
  PORT_HINT,
  type RegisteredName,
} from "./messages.ts";

/** EPMD's port where nothing else is said. */
export const DEFAULT_EPMD_PORT = 4369;

/** Which EPMD to ask, and how long to wait for it. */
export interface EpmdOptions extends Partial<Wait> {
  /** The host it runs on; a name or an address. */
  host: string;
  /** @default {4369} */
  port?: number | undefined;
  /** For the whole exchange, in ms. @default {5000} */
  timeoutMs?: number;
  /** Told of every address that was tried. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** Names that an error repeats. */
const MOST_NAMES = 20;
/** An answer longer than this is not EPMD's. */
const MAX_ANSWER = 1024 * 1024;

/**
 * The nodes registered with an EPMD, newest first (NAMES_REQ).
 *
 * @throws {EpmdError} every code but `not_registered`
 */
export async function listNames(
  options: EpmdOptions,
): Promise<RegisteredName[]> {
  return parseNames(await ask(options, encodeNamesRequest()));
}

/**
 * Where a node listens (PORT_PLEASE2_REQ); `name` is the part before `@`.
 *
 * @throws {EpmdError} every code; `not_registered` carries the names that are
 */
export async function lookupNode(
  name: string,
  options: EpmdOptions,
): Promise<NodePort> {
  const found = parsePort(await ask(options, encodePortRequest(name)));
  if (found) return found;
  const names = await otherNames(options);
  throw new EpmdError(
    "not_registered",
    `EPMD on ${where(options)} has no node "${name}"`,
    {
      names,
      hint: names === undefined
        ? undefined
        : names.length === 0
        ? "no node is registered there: start it with -name or -sname, or check the host"
        : `registered there: ${shown(names)}`,
    },
  );
}

/** What is registered instead; nothing is lost if EPMD will not say. */
async function otherNames(options: EpmdOptions): Promise<string[] | undefined> {
  try {
    const again = { ...options, onAttempt: undefined };
    return (await listNames(again)).map((entry) => entry.name);
  } catch {
    return undefined;
  }
}

/** Anybody on that host can register any text: only what looks like a name is repeated as it is. */
function shown(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMES).map((name) =>
    /^[\w-]{1,64}$/.test(name) ? name : JSON.stringify(name.slice(0, 64))
  );
  const more = names.length - some.length;
  return `${some.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

async function ask(
  options: EpmdOptions,
  question: Uint8Array,
): Promise<Uint8Array> {
  const timeoutMs = options.timeoutMs ?? 5000;
  const { signal, host, onAttempt } = options;
  const port = options.port ?? DEFAULT_EPMD_PORT;
  const begin = performance.now();
  const transport = await connectTcp({
    host,
    port,
    timeoutMs,
    signal,
    onAttempt,
  })
    .catch((cause) => {
      throw cause instanceof NetError ? translate(cause, options) : cause;
    });
  try {
    const left = Math.max(1, timeoutMs - (performance.now() - begin));
    return await withDeadline(
      { timeoutMs: left, signal },
      exchange(transport, question),
      (reason) =>
        reason === "abort"
          ? new EpmdError("aborted", `gave up asking EPMD on ${where(options)}`)
          : new EpmdError(
            "epmd_timed_out",
            `EPMD on ${where(options)} did not answer within ${timeoutMs} ms`,
            { hint: "something listens there but is no EPMD, or it hangs" },
          ),
    );
  } finally {
    transport.close();
  }
}

/** Sends the question and reads the answer, which EPMD ends by closing. */
async function exchange(
  transport: Transport,
  question: Uint8Array,
): Promise<Uint8Array> {
  let answer;
  try {
    await transport.writable.getWriter().write(question);
    answer = await readWhole(transport.readable, MAX_ANSWER + 1);
  } catch (cause) {
    throw new EpmdError(
      "epmd_malformed",
      "what answered is not an EPMD: the connection broke before the answer was whole",
      { cause, hint: PORT_HINT },
    );
  }
  if (answer.length <= MAX_ANSWER) return answer;
  throw new EpmdError(
    "epmd_malformed",
    `what answered is not an EPMD: it sent more than ${MAX_ANSWER} bytes`,
    { hint: PORT_HINT },
  );
}

function where(options: EpmdOptions): string {
  return `${options.host}:${options.port ?? DEFAULT_EPMD_PORT}`;
}

function translate(cause: NetError, options: EpmdOptions): EpmdError {
  const at = where(options);
  switch (cause.code) {
    case "connection_refused":
      return new EpmdError("epmd_refused", `no EPMD listens on ${at}`, {
        cause,
        hint:
          "check the host, and the port if the node's ERL_EPMD_PORT is set (--epmd-port); " +
          "a node without EPMD is reached by --node 'NAME=HOST:PORT'",
      });
    case "connect_timed_out":
      return new EpmdError("epmd_timed_out", cause.message, {
        cause,
        hint: cause.hint,
      });
    case "aborted":
    case "permission_denied":
      return new EpmdError(cause.code, cause.message, {
        cause,
        hint: cause.hint,
      });
    case "name_not_resolved":
    case "unreachable":
      return new EpmdError("epmd_unreachable", cause.message, {
        cause,
        hint: cause.hint,
      });
    default:
      return cause.code satisfies never;
  }
}
