/**
 * From a node's name to a link: EPMD, TCP or TLS, handshake, under one name of
 * ours after another.
 *
 * @module
 */

import { randomInt } from "node:crypto";
import { lookupNode } from "../epmd/mod.ts";
import {
  Connection,
  DEFAULT_FLAGS,
  DistError,
  type DistErrorCode,
  handshake,
  type Handshaken,
  type HandshakeOptions,
  type HandshakeStep,
  isNameTaken,
} from "../dist/mod.ts";
import {
  type Attempt,
  checkTlsConfig,
  connectTcp,
  connectTls,
  delay,
  type ShownCertificate,
  type TlsConfig,
  TlsError,
  type Transport,
} from "../net/mod.ts";
import { newCreation } from "./local_node.ts";
import {
  checkCookie,
  checkPort,
  type NodeName,
  parseNodeName,
} from "./node_name.ts";

/** How a node is reached. */
export interface NodeSpec {
  /** Its full name, `demo@127.0.0.1`. */
  readonly name: string;
  /** Where to dial instead of the host in its name. */
  readonly host?: string | undefined;
  /** The distribution port; EPMD is not asked when it is known. */
  readonly port?: number | undefined;
  /** The port of the node's EPMD. @default {4369} */
  readonly epmdPort?: number | undefined;
  /** There if its distribution runs over TLS (`-proto_dist inet_tls`): whom to trust, who to be. */
  readonly tls?: TlsConfig | undefined;
  /** Its cookie, asked for at each dial; may throw to say that there is none. */
  readonly cookie: () => string | Promise<string>;
}

/** How to dial. */
export interface DialOptions {
  /** Our name, without `@host`; further links to one node get `_2`, `_3`… @default {"beamtap"} */
  readonly alive?: string | undefined;
  /** For EPMD, and for the connection, in ms each. @default {5000} */
  readonly connectTimeoutMs?: number | undefined;
  /** For each step of the handshake, in ms. @default {7000} */
  readonly stepTimeoutMs?: number | undefined;
  /** The flags to offer. @default {DEFAULT_FLAGS} */
  readonly flags?: bigint | undefined;
  /** Our name on a link to this node that broke: it may still be taken there, by us. */
  readonly formerName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of every step as it is done; for diagnosis. */
  readonly observe?: ((event: DialEvent) => void) | undefined;
}

/** A step on the way to a link. */
export type DialEvent =
  /** An address was tried. */
  | {
    readonly type: "attempt";
    readonly to: "epmd" | "node";
    readonly attempt: Attempt;
  }
  /** EPMD told the node's port. */
  | { readonly type: "registered"; readonly port: number }
  /** The node showed a certificate. */
  | { readonly type: "certificate"; readonly shown: ShownCertificate }
  /** A stream to the node is open. */
  | { readonly type: "connected"; readonly transport: Transport }
  /** A step of the handshake, under this name of ours. */
  | {
    readonly type: "handshake";
    readonly step: HandshakeStep;
    readonly ours: string;
  }
  /** The handshake is over. */
  | { readonly type: "linked"; readonly peer: Handshaken };

const DEFAULT_CONNECT_TIMEOUT_MS = 5000;
/** Names tried before giving up: each is an atom on the target for good. */
const MAX_NAMES = 8;
/**
 * When two of us dial a node under one name at the same moment, the node drops
 * one of them in the middle of the handshake, which looks like any of these:
 * how often each is tried again, under another name. A node whose process
 * table is full looks the same, and is not to be tried often.
 */
const COLLISIONS: Partial<Record<DistErrorCode, number>> = {
  connection_lost: 3,
  handshake_refused: 1,
  wrong_cookie: 1,
};
/** Grows with each retry, and is random so that two of us part, in ms. */
const RETRY_DELAY_MS = 100;

const NAME_TAKEN: ReadonlySet<DistErrorCode> = new Set([
  "name_in_use",
  "handshake_pending",
]);

/**
 * Dials a node.
 *
 * @throws {NodeError} `bad_node_name`, `bad_port`, `no_cookie`, `bad_cookie`
 * @throws {EpmdError} when EPMD cannot be asked or does not know the node
 * @throws {NetError} when the connection cannot be opened
 * @throws {TlsError} when TLS cannot be agreed, or its material is unusable
 * @throws {DistError} when the handshake fails
 */
export async function dial(
  spec: NodeSpec,
  options: DialOptions = {},
): Promise<Connection> {
  const name = parseNodeName(spec.name);
  const cookie = checkCookie(await spec.cookie());
  for (const port of [spec.port, spec.epmdPort]) {
    if (port !== undefined) checkPort(port);
  }
  if (spec.tls) checkTlsConfig(spec.tls);
  const port = spec.port ?? await findPort(spec, name, options);
  const alive = options.alive ?? "beamtap";
  let collisions = 0;
  let suffix = 1;
  for (let tries = 1;; tries++) {
    const ours = `${alive}${suffix === 1 ? "" : `_${suffix}`}@${name.host}`;
    try {
      return await dialAs(ours, spec, name, port, cookie, options);
    } catch (error) {
      if (!(error instanceof DistError) || tries > MAX_NAMES) throw error;
      if (NAME_TAKEN.has(error.code)) {
        suffix = suffix % MAX_NAMES + 1;
        continue;
      }
      if (collisions++ >= (COLLISIONS[error.code] ?? 0)) throw error;
      await delay(
        RETRY_DELAY_MS * collisions * (0.5 + Math.random()),
        options.signal,
      ).catch(() => {
        throw error;
      });
      // Another attempt with a wrong cookie would be another error in the
      // node's log, under another name, which the node would keep for good.
      if (
        error.code === "wrong_cookie" &&
        !await wasDropped(ours, spec, name, port, options)
      ) throw error;
      // Any other name: whoever else of us was dropped does the same.
      suffix = 2 + randomInt(MAX_NAMES - 1);
    }
  }
}

/**
 * Whether what looks like a wrong cookie was another of us: only a node whose
 * name comes before ours drops a handshake for a later one (`net_kernel`
 * compares the names), and then it has a link under our name.
 */
async function wasDropped(
  ours: string,
  spec: NodeSpec,
  name: NodeName,
  port: number,
  options: DialOptions,
): Promise<boolean> {
  if (name.full > ours) return false;
  try {
    const transport = await open(spec, name, port, {
      ...options,
      observe: undefined,
    });
    return await isNameTaken(
      transport,
      introduction(ours, name, "", options),
    );
  } catch {
    return false;
  }
}

/** How we introduce ourselves. */
function introduction(
  ours: string,
  name: NodeName,
  cookie: string,
  options: DialOptions,
): HandshakeOptions {
  return {
    name: ours,
    creation: newCreation(),
    peer: name.full,
    cookie,
    flags: options.flags ?? DEFAULT_FLAGS,
    replace: ours === options.formerName,
    timeoutMs: options.stepTimeoutMs ?? 7000,
    signal: options.signal,
    onStep: (step) => options.observe?.({ type: "handshake", step, ours }),
  };
}

async function findPort(
  spec: NodeSpec,
  name: NodeName,
  { connectTimeoutMs, signal, observe }: DialOptions,
): Promise<number> {
  const { port } = await lookupNode(name.alive, {
    host: spec.host ?? name.host,
    port: spec.epmdPort,
    timeoutMs: connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS,
    signal,
    onAttempt: (attempt) => observe?.({ type: "attempt", to: "epmd", attempt }),
  });
  observe?.({ type: "registered", port });
  return port;
}

async function dialAs(
  ours: string,
  spec: NodeSpec,
  name: NodeName,
  port: number,
  cookie: string,
  options: DialOptions,
): Promise<Connection> {
  const { observe } = options;
  const transport = await open(spec, name, port, options);
  observe?.({ type: "connected", transport });
  try {
    const peer = await handshake(
      transport,
      introduction(ours, name, cookie, options),
    );
    observe?.({ type: "linked", peer });
    return new Connection(transport, peer);
  } catch (error) {
    // A TLS 1.3 node refuses our certificate only now; that says more than where it closed.
    const below = error instanceof DistError ? error.cause : undefined;
    throw below instanceof TlsError ? below : error;
  }
}

function open(
  { host, tls }: NodeSpec,
  name: NodeName,
  port: number,
  { connectTimeoutMs, signal, observe }: DialOptions,
): Promise<Transport> {
  const options = {
    host: host ?? name.host,
    port,
    timeoutMs: connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS,
    signal,
    onAttempt: (attempt: Attempt): void =>
      observe?.({ type: "attempt", to: "node", attempt }),
  };
  if (!tls) return connectTcp(options);
  return connectTls({
    ...options,
    tls,
    serverName: name.host,
    onCertificate: (shown) => observe?.({ type: "certificate", shown }),
  });
}
