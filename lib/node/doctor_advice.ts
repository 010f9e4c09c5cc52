/**
 * What to do about a node that cannot be reached: advice by the code of the
 * error, and the second look that tells two causes apart.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT, listNames } from "../epmd/mod.ts";
import { BeamtapError } from "../errors.ts";
import { dial, type DialEvent, type NodeSpec } from "./dial.ts";
import { parseNodeName } from "./node_name.ts";

/** Something that was tried after a failure, and what it means. */
export interface Clue {
  readonly text: string;
  readonly todo: readonly string[];
}

/** For each question of a second look, in ms. */
const LOOK_TIMEOUT_MS = 2000;
/** What the loopback interface is called in the other address family. */
const OTHER_LOOPBACK: Readonly<Record<string, string>> = {
  "127.0.0.1": "::1",
  "localhost": "::1",
  "::1": "127.0.0.1",
};

/** What to do beyond the hint of the error itself, a line each. */
export function advice(code: string, spec: NodeSpec): string[] {
  const epmdPort = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  const host = hostOf(spec);
  switch (code) {
    case "name_not_resolved":
      return [
        `on this machine: getent hosts ${host}`,
        "a name without dots is often known to its own machine only",
      ];
    case "epmd_refused":
      return [
        `on ${host}: epmd -port ${epmdPort} -names`,
        "EPMD starts with the first node; ERL_EPMD_ADDRESS there may keep it from this address",
      ];
    case "epmd_timed_out":
      return [
        `from this machine: nc -vz ${host} ${epmdPort}; if that hangs too, a firewall drops the packets`,
        `open TCP port ${epmdPort} and the node's own port from here to ${host}, or tunnel both`,
      ];
    case "not_registered":
      return [
        `on ${host}: epmd -port ${epmdPort} -names; is the node started, and by which name?`,
        "a node with -dist_listen false cannot be dialled; one with -erl_epmd_port PORT is dialled there",
      ];
    case "connect_timed_out":
      return [
        ...spec.port === undefined
          ? [
            "EPMD answered, so the host is up, but packets to the node's own port are dropped",
          ]
          : [],
        "distribution ports are random unless pinned, by -kernel inet_dist_listen_min PORT inet_dist_listen_max PORT; open that one in the firewall",
      ];
    case "connection_refused":
      return [
        "the node is gone and its entry stale, or it listens on another interface (inet_dist_use_interface)",
        `on ${host}: ss -ltnp | grep beam`,
      ];
    case "handshake_timed_out":
      return [
        "the kernel accepts connections even for a stopped process: is the node's state T (stopped) in ps?",
        "kill -CONT PID wakes it; a node that swaps or starts looks the same",
      ];
    case "handshake_refused":
      return [
        "the node closes at once on OTP 22 and older, and on names it cannot read",
      ];
    case "wrong_node":
      return [
        "the part after @ must be exactly what erlang:node() prints there: " +
        "-sname gives a host without dots, -name one with dots or an address",
        "if that host does not resolve here: --node 'NAME@HOST=ADDRESS:PORT'",
      ];
    case "tls_expected":
      return [
        "say whom to trust: --tls-ca FILE with the CA that signed the node's certificate",
        "and, if the node demands it, who we are: --tls-cert FILE --tls-key FILE",
      ];
    case "wrong_cookie":
      return [
        "the node's log shows the attempt; more attempts only add to it",
        "erlang:set_cookie/2 there may hold another cookie for our name: try --name",
      ];
    case "timeout":
    case "busy":
      return [
        "the node is overloaded: beamtap call list_processes sort=reductions shows by whom",
      ];
    default:
      return [];
  }
}

/** Tries what would explain the failure; looks are short, and may find nothing. */
export async function secondLook(
  error: BeamtapError,
  spec: NodeSpec,
): Promise<Clue[]> {
  switch (error.code) {
    case "name_not_resolved":
      return await lookAtEpmd("127.0.0.1", spec);
    case "epmd_refused":
    case "epmd_unreachable":
    case "not_registered": {
      const other = OTHER_LOOPBACK[hostOf(spec)];
      return other === undefined ? [] : await lookAtEpmd(other, spec);
    }
    case "tls_timed_out":
    case "tls_not_spoken":
      return await lookWithoutTls(spec);
    case "handshake_refused":
      return await lookWithTls(spec);
    default:
      return [];
  }
}

/** Whether the EPMD of another address knows the node. */
async function lookAtEpmd(host: string, spec: NodeSpec): Promise<Clue[]> {
  const { alive } = parseNodeName(spec.name);
  const port = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  try {
    const names = await listNames({ host, port, timeoutMs: LOOK_TIMEOUT_MS });
    const found = names.find(({ name }) => name === alive);
    if (found === undefined) return [];
    const address = host.includes(":") ? `[${host}]` : host;
    return [{
      text: `EPMD on ${address}:${port} does know ${alive}`,
      todo: [`--node '${spec.name}=${address}:${found.port}'`],
    }];
  } catch (error) {
    if (error instanceof BeamtapError) return [];
    throw error;
  }
}

/** Whether the port answers the plain protocol; goes no further than the first answer. */
async function lookWithoutTls(spec: NodeSpec): Promise<Clue[]> {
  return await shows("handshake", { ...spec, tls: undefined })
    ? [{
      text: "the node answers without TLS",
      todo: ["leave the TLS options of this node out"],
    }]
    : [];
}

/** Whether the port answers TLS: OTP 23 does not say so to a plain greeting. */
async function lookWithTls(spec: NodeSpec): Promise<Clue[]> {
  return spec.tls === undefined &&
      await shows("certificate", { ...spec, tls: {} })
    ? [{ text: "the node answers TLS", todo: advice("tls_expected", spec) }]
    : [];
}

/** Whether a dial comes as far as an event; goes no further. */
async function shows(
  wanted: DialEvent["type"],
  spec: NodeSpec,
): Promise<boolean> {
  const enough = new AbortController();
  try {
    await dial(spec, {
      connectTimeoutMs: LOOK_TIMEOUT_MS,
      stepTimeoutMs: LOOK_TIMEOUT_MS,
      signal: enough.signal,
      observe: ({ type }) => type === wanted && enough.abort(),
    });
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
  }
  return enough.signal.aborted;
}

function hostOf(spec: NodeSpec): string {
  return spec.host ?? spec.name.replace(/^.*@/, "");
}
