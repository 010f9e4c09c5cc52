/**
 * A second look at a node that cannot be reached, which tells apart causes with the
 * same symptom.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT, lookupNode } from "../epmd/mod.ts";
import { DistError } from "../dist/mod.ts";
import type { BeamtapError } from "../errors.ts";
import { bracketed, literalAddress } from "../net/mod.ts";
import type { NodeSpec } from "./dial.ts";
import { advice } from "./doctor_advice.ts";
import {
  type Clue,
  clue,
  lookAtMachine,
  type Place,
} from "./doctor_machine.ts";
import {
  lookAtEnd,
  lookBeyond,
  lookForEpmd,
  lookForNode,
} from "./doctor_ports.ts";
import {
  come,
  type Found,
  LOOK_TIMEOUT_MS,
  nameAt,
  namesAt,
  suggestion,
  unlessRefused,
} from "./doctor_probe.ts";
import { hostOf } from "./doctor_ways.ts";
import { isLoopback } from "./listener.ts";
import { parseNodeName } from "./node_name.ts";

/** Distribution protocol version introduced by OTP 23. */
const OLDEST_VERSION = 6;
const LOOPBACKS = ["127.0.0.1", "::1"];

/** Checks what could explain the failure; each check is short and may find nothing. */
export async function secondLook(
  error: BeamtapError,
  spec: NodeSpec,
  last: Place | undefined,
): Promise<Clue[]> {
  const clues = await look(error, spec, last);
  return clues.filter((clue) => clue !== undefined);
}

type Look = Clue | undefined;

async function look(
  error: BeamtapError,
  spec: NodeSpec,
  last: Place | undefined,
): Promise<Look[]> {
  switch (error.code) {
    case "name_not_resolved":
    case "epmd_refused":
    case "epmd_unreachable":
    case "not_registered":
      return [await lookAtEpmds(spec)];
    case "connection_refused":
    case "unreachable":
      return last
        ? [await lookAtPort(last.port, spec) ?? await lookBeyond(spec, last)]
        : [];
    case "epmd_malformed":
      return last ? [await lookForNode(last, spec)] : [];
    case "wrong_node":
      return last && error instanceof DistError && error.answered
        ? [await lookByItsName(error.answered, spec, last)]
        : [];
    case "tls_timed_out": {
      const plain = await lookWithoutTls(spec);
      return plain || !last ? [plain] : [await lookAtMachine(last)];
    }
    case "tls_not_spoken":
      return [await lookWithoutTls(spec)];
    case "handshake_refused": {
      const epmd = last && await lookForEpmd(last, spec);
      if (epmd) return [epmd];
      return [
        await lookWithTls(spec),
        await lookAtVersion(spec),
        last && await lookAtEnd(spec, last),
      ];
    }
    case "handshake_timed_out":
    case "connect_timed_out":
    case "dial_timed_out":
    case "epmd_timed_out":
    case "timeout":
      return last ? [await lookAtMachine(last)] : [];
    default:
      return [];
  }
}

/** Checks whether EPMD at another address of this machine knows the node, and the node answers there. */
async function lookAtEpmds(spec: NodeSpec): Promise<Look> {
  const asked = hostOf(spec);
  const { alive } = parseNodeName(spec.name);
  const epmdPort = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  // A host name that does not resolve may be this machine's, or the ssh server's.
  if (!spec.ssh && !isLoopback(asked) && literalAddress(asked)) {
    return undefined;
  }
  for (const host of LOOPBACKS.filter((address) => address !== asked)) {
    const names = await namesAt(host, epmdPort, spec);
    const port = names?.find(({ name }) => name === alive)?.port;
    if (port === undefined) continue;
    const at = `EPMD on ${bracketed(host)}:${epmdPort} knows ${alive}`;
    const found = await whereItIs(port, spec, [host, ...LOOPBACKS]);
    if (found) return clue(at, suggestion(found, port, spec));
    return clue(
      `${at} on port ${port}, but no such node answers there`,
      `its entry is stale, the node listens on another address (ss -ltn 'sport = :${port}'), or something else uses that port`,
    );
  }
  return undefined;
}

/** Checks whether the node listens on that port at a loopback address. */
async function lookAtPort(port: number, spec: NodeSpec): Promise<Look> {
  if (!spec.ssh && !isLoopback(hostOf(spec))) return undefined;
  const found = await whereItIs(port, spec, LOOPBACKS);
  return found && clue(
    `${found.name} answers on ${bracketed(found.host)}:${port}`,
    suggestion(found, port, spec),
  );
}

/** Checks whether the node that answered can be reached under its own name. */
async function lookByItsName(
  name: string,
  spec: NodeSpec,
  { port, address: host }: Place,
): Promise<Look> {
  if (await nameAt({ ...spec, name, host: undefined }) === name) {
    return clue(`it can be reached as ${name}`, `--node ${name}`);
  }
  if (await nameAt({ ...spec, name, host, port }) !== name) return undefined;
  const text = `it can be reached as ${name} at the same address`;
  return clue(text, suggestion({ name, host }, port, spec));
}

/** Finds the first address where a node with that part before `@` answers. */
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

/** Checks whether the port speaks the plain protocol; stops at the first answer. */
async function lookWithoutTls(spec: NodeSpec): Promise<Look> {
  return await come("status", { ...spec, tls: undefined }) === true
    ? clue(
      "the node answers without TLS",
      "remove the TLS options of this node",
    )
    : undefined;
}

/** Checks whether the port speaks TLS: OTP 23 does not say so when greeted without it. */
async function lookWithTls(spec: NodeSpec): Promise<Look> {
  return !spec.tls && await come("certificate", { ...spec, tls: {} }) === true
    ? clue("the node uses TLS", ...advice("tls_expected", spec))
    : undefined;
}

/** Checks in EPMD whether the node is too old. */
async function lookAtVersion(spec: NodeSpec): Promise<Look> {
  if (spec.port !== undefined) return undefined;
  const { alive } = parseNodeName(spec.name);
  const version = await unlessRefused(async () => {
    const options = { host: hostOf(spec), port: spec.epmdPort, ssh: spec.ssh };
    const timeoutMs = LOOK_TIMEOUT_MS;
    return (await lookupNode(alive, { ...options, timeoutMs })).highestVersion;
  });
  return version === undefined || version >= OLDEST_VERSION ? undefined : clue(
    `according to EPMD it speaks protocol version ${version} at most: it is OTP 22 or older, or not an Erlang node`,
    "beamtap needs OTP 23 or later on the node",
  );
}
