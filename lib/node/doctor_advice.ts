/**
 * What to do about a node that cannot be reached: advice by the code of the
 * error, and the second look that tells two causes apart.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT, listNames, lookupNode } from "../epmd/mod.ts";
import { DistError } from "../dist/mod.ts";
import { BeamtapError } from "../errors.ts";
import { literalAddress } from "../net/mod.ts";
import { dial, type NodeSpec } from "./dial.ts";
import { lookAtMachine, type Place } from "./doctor_machine.ts";
import { isLoopback } from "./listener.ts";
import { parseNodeName } from "./node_name.ts";

/** Something that was tried after a failure, and what it means. */
export interface Clue {
  readonly text: string;
  readonly todo: readonly string[];
}

/** For each question of a second look, in ms. */
const LOOK_TIMEOUT_MS = 2000;
/** The version of the distribution protocol that OTP 23 brought. */
const OLDEST_VERSION = 6;
const LOOPBACKS = ["127.0.0.1", "::1"];

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
        "the kernel takes connections even for a process that is stopped or accepts none; a node that swaps, starts or is starved looks the same",
      ];
    case "handshake_refused":
      return [
        "the node closes at once on OTP 22 and older, and on names it cannot read",
        "or it has no process left (its log says Too many processes, or system_limit): do not try again before that is mended, " +
        "for with a full process table a node of OTP 25 may end on the next connection, whoever makes it",
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
        "the node is overloaded: beamtap call list_processes sort=reductions shows by whom, if it comes to that",
        "on its machine: top -H -p PID shows its busy threads",
      ];
    case "crowded":
      return [
        "with a full process table a node of OTP 25 may end on the next connection, whoever makes it: keep one link open (beamtap serve), do not attach anew for each question",
        "beamtap call group_processes shows what there is so much of",
      ];
    default:
      return [];
  }
}

/** Tries what would explain the failure; looks are short, and may find nothing. */
export async function secondLook(
  error: BeamtapError,
  spec: NodeSpec,
  last: Place | undefined,
): Promise<Clue[]> {
  switch (error.code) {
    case "name_not_resolved":
    case "epmd_refused":
    case "epmd_unreachable":
    case "not_registered":
      return await lookAtEpmds(spec);
    case "connection_refused":
    case "unreachable":
      return last ? await lookAtPort(last.port, spec) : [];
    case "wrong_node":
      return await lookByItsName(error, spec, last);
    case "tls_timed_out": {
      const plain = await lookWithoutTls(spec);
      return plain.length > 0 || !last ? plain : await lookAtMachine(last);
    }
    case "tls_not_spoken":
      return await lookWithoutTls(spec);
    case "handshake_refused":
      return [...await lookWithTls(spec), ...await lookAtVersion(spec)];
    case "handshake_timed_out":
    case "connect_timed_out":
    case "dial_timed_out":
    case "epmd_timed_out":
    case "timeout":
      return last ? await lookAtMachine(last) : [];
    default:
      return [];
  }
}

/** Whether the EPMD at another address of this machine knows the node, and the node is there. */
async function lookAtEpmds(spec: NodeSpec): Promise<Clue[]> {
  const asked = hostOf(spec);
  const { alive } = parseNodeName(spec.name);
  const epmdPort = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  // A host that does not resolve may be this one.
  const others = isLoopback(asked) || literalAddress(asked) === undefined
    ? LOOPBACKS.filter((address) => address !== asked)
    : [];
  for (const host of others) {
    const port = await portAt(host, epmdPort, alive);
    if (port === undefined) continue;
    const at = `EPMD on ${bracketed(host)}:${epmdPort} does know ${alive}`;
    const found = await whereItIs(port, spec, [host, ...LOOPBACKS]);
    return [
      found ? { text: at, todo: [suggestion(found, port)] } : {
        text: `${at}, at port ${port}, where no such node answers`,
        todo: [
          `its entry is stale, the node listens on another address (ss -ltn 'sport = :${port}'), or something else has that port`,
        ],
      },
    ];
  }
  return [];
}

/** Whether the node listens on that port of another address of this machine. */
async function lookAtPort(port: number, spec: NodeSpec): Promise<Clue[]> {
  if (!isLoopback(hostOf(spec))) return [];
  const found = await whereItIs(port, spec, LOOPBACKS);
  return found
    ? [{
      text: `${found.name} does answer on ${bracketed(found.host)}:${port}`,
      todo: [suggestion(found, port)],
    }]
    : [];
}

/** Whether what answered is to be had by the name that it gave. */
async function lookByItsName(
  error: BeamtapError,
  spec: NodeSpec,
  last: Place | undefined,
): Promise<Clue[]> {
  const name = error instanceof DistError ? error.answered : undefined;
  if (name === undefined || last === undefined) return [];
  const { port, address: host } = last;
  if (await nameAt({ ...spec, name, host: undefined }) === name) {
    return [{ text: `it can be reached as ${name}`, todo: [`--node ${name}`] }];
  }
  return await nameAt({ ...spec, name, host, port }) === name
    ? [{
      text: `it can be reached as ${name} where it was dialled`,
      todo: [suggestion({ name, host }, port)],
    }]
    : [];
}

/** A node that answers, by its own name. */
interface Found {
  readonly name: string;
  readonly host: string;
}

/** The first address where the node answers, or one that differs in its host alone. */
async function whereItIs(
  port: number,
  spec: NodeSpec,
  hosts: readonly string[],
): Promise<Found | undefined> {
  const { alive } = parseNodeName(spec.name);
  for (const host of new Set(hosts)) {
    const name = await nameAt({ ...spec, host, port });
    if (name?.split("@")[0] === alive) return { name, host };
  }
  return undefined;
}

async function portAt(
  host: string,
  port: number,
  alive: string,
): Promise<number | undefined> {
  try {
    const names = await listNames({ host, port, timeoutMs: LOOK_TIMEOUT_MS });
    return names.find(({ name }) => name === alive)?.port;
  } catch (error) {
    if (error instanceof BeamtapError) return undefined;
    throw error;
  }
}

function suggestion({ name, host }: Found, port: number): string {
  return `--node '${name}=${bracketed(host)}:${port}'`;
}

function bracketed(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}

/** Whether the port answers the plain protocol; goes no further than the first answer. */
async function lookWithoutTls(spec: NodeSpec): Promise<Clue[]> {
  return await come("status", { ...spec, tls: undefined }) === true
    ? [{
      text: "the node answers without TLS",
      todo: ["leave the TLS options of this node out"],
    }]
    : [];
}

/** Whether the port answers TLS: OTP 23 does not say so to a plain greeting. */
async function lookWithTls(spec: NodeSpec): Promise<Clue[]> {
  return spec.tls === undefined &&
      await come("certificate", { ...spec, tls: {} }) === true
    ? [{ text: "the node answers TLS", todo: advice("tls_expected", spec) }]
    : [];
}

/** Whether the node told EPMD that it is too old for us. */
async function lookAtVersion(spec: NodeSpec): Promise<Clue[]> {
  if (spec.port !== undefined) return [];
  const { alive } = parseNodeName(spec.name);
  try {
    const { highestVersion } = await lookupNode(alive, {
      host: hostOf(spec),
      port: spec.epmdPort,
      timeoutMs: LOOK_TIMEOUT_MS,
    });
    return highestVersion >= OLDEST_VERSION ? [] : [{
      text:
        `by its EPMD it speaks version ${highestVersion} of the protocol at most: OTP 22 or older, or no Erlang node`,
      todo: ["beamtap needs OTP 23 or later on the node"],
    }];
  } catch (error) {
    if (error instanceof BeamtapError) return [];
    throw error;
  }
}

/** The name by which whatever is dialled calls itself; goes no further than that. */
async function nameAt(spec: NodeSpec): Promise<string | undefined> {
  const seen = await come("challenge", spec);
  if (seen === true) return spec.name;
  return seen instanceof DistError ? seen.answered : undefined;
}

/** Dials until an event, or a step of the handshake, and no further; else the reason why it did not come. */
async function come(
  wanted: "challenge" | "status" | "certificate",
  spec: NodeSpec,
): Promise<true | BeamtapError> {
  const enough = new AbortController();
  try {
    const connection = await dial(spec, {
      connectTimeoutMs: LOOK_TIMEOUT_MS,
      stepTimeoutMs: LOOK_TIMEOUT_MS,
      signal: enough.signal,
      observe: (event) => {
        const seen = event.type === "handshake" ? event.step : event.type;
        if (seen === wanted) enough.abort();
      },
    });
    connection.close();
    return true;
  } catch (error) {
    if (enough.signal.aborted) return true;
    if (error instanceof BeamtapError) return error;
    throw error;
  }
}

function hostOf(spec: NodeSpec): string {
  return spec.host ?? spec.name.replace(/^.*@/, "");
}
