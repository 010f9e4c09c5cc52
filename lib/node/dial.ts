/**
 * Connects to a node by name: EPMD, TCP or TLS, then the handshake, trying several
 * names of our own if one is taken.
 *
 * @module
 */

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
  connectTimeout,
  connectTls,
  delay,
  NetError,
  type ShownCertificate,
  type SshDestination,
  type TlsConfig,
  TlsError,
  type Transport,
} from "../net/mod.ts";
import { newCreation } from "./local_node.ts";
import {
  checkCookie,
  checkPort,
  type Cookie,
  type NodeName,
  parseNodeName,
} from "./node_name.ts";

/** How to reach a node. */
export interface NodeSpec {
  /** Full name, `demo@127.0.0.1`. */
  readonly name: string;
  /** Host to connect to instead of the one in the name. */
  readonly host?: string | undefined;
  /** Distribution port; if set, EPMD is not asked. */
  readonly port?: number | undefined;
  /** Port of the node's EPMD. @default {4369} */
  readonly epmdPort?: number | undefined;
  /** The ssh server through which it is reached; `host` is what that calls it. */
  readonly ssh?: SshDestination | undefined;
  /** TLS settings, if its distribution uses TLS (`-proto_dist inet_tls`). */
  readonly tls?: TlsConfig | undefined;
  /** Returns the node's cookie, for each connection; throws if there is none. */
  readonly cookie: () => string | Cookie | Promise<string | Cookie>;
}

/** Options for {@linkcode dial}. */
export interface DialOptions {
  /** Our name, without `@host`; further links to the same node get `_2`, `_3`… @default {"beamtap"} */
  readonly alive?: string | undefined;
  /** Timeout for EPMD and for the connection, in ms each. @default {5000, through ssh 10000} */
  readonly connectTimeoutMs?: number | undefined;
  /** Timeout for each step of the handshake, in ms. @default {7000} */
  readonly stepTimeoutMs?: number | undefined;
  /** The flags to offer. @default {DEFAULT_FLAGS} */
  readonly flags?: bigint | undefined;
  /** Our name on an earlier link that broke; if the node still has that link, it is replaced. */
  readonly formerName?: string | undefined;
  /** Cancels. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every step, for diagnosis. */
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
  /** EPMD returned the node's port. */
  | { readonly type: "registered"; readonly port: number }
  /** The node presented a certificate. */
  | { readonly type: "certificate"; readonly shown: ShownCertificate }
  /** A stream to the node is open. */
  | { readonly type: "connected"; readonly transport: Transport }
  /** A step of the handshake is done; `ours` is the name we use. */
  | {
    readonly type: "handshake";
    readonly step: HandshakeStep;
    readonly ours: string;
  }
  /** The handshake succeeded. */
  | { readonly type: "linked"; readonly peer: Handshaken };

/** Maximum names to try: each becomes an atom on the target, which is never freed. */
const MAX_NAMES = 8;
/**
 * Retries under another name, by error code. When two beamtaps connect to a node
 * under the same name at the same moment, the node drops one of them in the middle of
 * the handshake, which shows as any of these errors. So does a node whose process
 * table is full, which must not be tried often.
 */
const COLLISIONS: Partial<Record<DistErrorCode, number>> = {
  connection_lost: 3,
  handshake_refused: 1,
  wrong_cookie: 1,
};
/** Delay before the first retry, in ms; grows with each, and is randomized so that two beamtaps do not collide again. */
const RETRY_DELAY_MS = 100;

const NAME_TAKEN: ReadonlySet<DistErrorCode> = new Set([
  "name_in_use",
  "handshake_pending",
]);

/**
 * Connects to a node.
 *
 * @throws {NodeError} `bad_node_name`, `bad_port`, `no_cookie`, `bad_cookie`
 * @throws {EpmdError} if EPMD cannot be asked or does not know the node
 * @throws {NetError} if the connection cannot be opened
 * @throws {TlsError} if the TLS handshake fails, or the TLS settings are unusable
 * @throws {DistError} if the handshake fails
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
  const target = { spec, name, port, cookie, options };
  const alive = options.alive ?? "beamtap";
  let collisions = 0;
  let suffix = 1;
  for (let tries = 1;; tries++) {
    const ours = `${alive}${suffix === 1 ? "" : `_${suffix}`}@${name.host}`;
    try {
      return await dialAs(ours, target);
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
      // Retrying with a wrong cookie would only add an error to the node's log and
      // another name to its atom table.
      const wrongCookie = error.code === "wrong_cookie";
      if (wrongCookie && !await wasDropped(ours, target)) throw error;
      // A random name, because another beamtap may be retrying too.
      suffix = 2 + Math.floor(Math.random() * (MAX_NAMES - 1));
    }
  }
}

/** The node to connect to. */
interface Target {
  readonly spec: NodeSpec;
  readonly name: NodeName;
  readonly port: number;
  readonly cookie: Cookie;
  readonly options: DialOptions;
}

async function findPort(
  spec: NodeSpec,
  name: NodeName,
  options: DialOptions,
): Promise<number> {
  const { signal, observe } = options;
  const { port } = await lookupNode(name.alive, {
    host: spec.host ?? name.host,
    port: spec.epmdPort,
    ssh: spec.ssh,
    timeoutMs: options.connectTimeoutMs ?? connectTimeout(spec.ssh),
    signal,
    onAttempt: (attempt) => observe?.({ type: "attempt", to: "epmd", attempt }),
  });
  observe?.({ type: "registered", port });
  return port;
}

async function dialAs(ours: string, target: Target): Promise<Connection> {
  const { observe } = target.options;
  const transport = await open(target);
  observe?.({ type: "connected", transport });
  try {
    const peer = await handshake(transport, introduction(ours, target));
    observe?.({ type: "linked", peer });
    return new Connection(transport, peer);
  } catch (error) {
    // A TLS 1.3 node rejects our certificate only now, and ssh may end at any time; those errors explain it better.
    const below = error instanceof DistError ? error.cause : undefined;
    throw below instanceof TlsError || below instanceof NetError
      ? below
      : error;
  }
}

/**
 * Returns whether what looks like a wrong cookie was a collision with another
 * beamtap. Only a node whose name sorts before ours drops a handshake for a later one
 * (`net_kernel` compares the names), and then it has a link under our name.
 */
async function wasDropped(ours: string, target: Target): Promise<boolean> {
  if (target.name.full > ours) return false;
  const options = { ...target.options, observe: undefined };
  const quietly = { ...target, cookie: { value: "" }, options };
  try {
    return await isNameTaken(await open(quietly), introduction(ours, quietly));
  } catch {
    return false;
  }
}

function open({ spec, name, port, options }: Target): Promise<Transport> {
  const { signal, observe } = options;
  const tcp = {
    host: spec.host ?? name.host,
    port,
    ssh: spec.ssh,
    timeoutMs: options.connectTimeoutMs ?? connectTimeout(spec.ssh),
    signal,
    onAttempt: (attempt: Attempt): void =>
      observe?.({ type: "attempt", to: "node", attempt }),
  };
  return spec.tls === undefined ? connectTcp(tcp) : connectTls({
    ...tcp,
    tls: spec.tls,
    serverName: name.host,
    onCertificate: (shown) => observe?.({ type: "certificate", shown }),
  });
}

/** Returns the options for a handshake under the name `ours`. */
function introduction(
  ours: string,
  { name, cookie, options }: Target,
): HandshakeOptions {
  return {
    name: ours,
    creation: newCreation(),
    peer: name.full,
    cookie: cookie.value,
    cookieSource: cookie.source,
    flags: options.flags ?? DEFAULT_FLAGS,
    replace: ours === options.formerName,
    timeoutMs: options.stepTimeoutMs ?? 7000,
    signal: options.signal,
    onStep: (step) => options.observe?.({ type: "handshake", step, ours }),
  };
}
