/**
 * Ports that are not what they were taken for: EPMD in place of the node, the node in
 * place of EPMD, the end of a tunnel that leads nowhere.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT } from "../epmd/mod.ts";
import { bracketed } from "../net/mod.ts";
import type { NodeSpec } from "./dial.ts";
import { type Clue, clue, type Place } from "./doctor_machine.ts";
import { nameAt, namesAt, suggestion } from "./doctor_probe.ts";
import { forward, hostOf, isTunnelled, ways } from "./doctor_ways.ts";
import { isLoopback, listenersOn } from "./listener.ts";
import { parseNodeName } from "./node_name.ts";

/** Checks whether EPMD listens at the port that was given as the node's. */
export async function lookForEpmd(
  { address: host, port }: Place,
  spec: NodeSpec,
): Promise<Clue | undefined> {
  // A node that refuses us should not be connected to more often than needed.
  if (spec.port === undefined) return undefined;
  const names = await namesAt(host, port, spec);
  if (names === undefined) return undefined;
  const { name } = spec;
  const { alive } = parseNodeName(name);
  const at = `${bracketed(host)}:${port}`;
  const own = names.find((each) => each.name === alive)?.port;
  if (own === undefined) {
    const known = names.map((each) => each.name).join(", ");
    return certain(
      `EPMD answers on ${at}, not a node; it does not know ${alive}`,
      known === "" ? "no node is registered there" : `it knows ${known}`,
    );
  }
  const found =
    `EPMD answers on ${at}, not the node, which listens on port ${own}`;
  if (await nameAt({ ...spec, host, port: own }) === name) {
    const epmd = port === DEFAULT_EPMD_PORT ? "" : ` --epmd-port ${port}`;
    return certain(
      found,
      `leave the port out, so that EPMD is asked there: ${
        suggestion({ name, host }, undefined, spec)
      }${epmd}`,
      `or give the node's own: ${suggestion({ name, host }, own, spec)}`,
    );
  }
  return certain(found, ...forwarding(spec, own));
}

/** Checks whether the node itself, or another, listens at the port that was taken for EPMD's. */
export async function lookForNode(
  { address: host, port }: Place,
  spec: NodeSpec,
): Promise<Clue | undefined> {
  const name = await nameAt({ ...spec, host, port });
  return name === undefined ? undefined : certain(
    `${
      bracketed(host)
    }:${port} is the port of the node ${name} itself, not of an EPMD`,
    `${suggestion({ name, host }, port, spec)}, without --epmd-port`,
  );
}

/** Checks whether EPMD was reached through a tunnel that does not forward the node's port. */
export async function lookBeyond(
  spec: NodeSpec,
  { to, port }: Place,
): Promise<Clue | undefined> {
  if (to !== "node" || spec.port !== undefined) return undefined;
  if (spec.ssh || !isLoopback(hostOf(spec))) return undefined;
  const epmdPort = spec.epmdPort ?? DEFAULT_EPMD_PORT;
  const program = await tunnelAt(epmdPort, /^epmd/);
  const near = `the end of a tunnel${program ?? ""}`;
  const lines = forwarding(spec, port);
  if (isTunnelled(spec)) {
    return certain(
      `EPMD's port ${epmdPort} is ${near}, and the node's port ${port} is not forwarded`,
      ...lines,
    );
  }
  return clue(
    `EPMD answers here, but nothing listens on the node's port ${port}`,
    ...lines.map((line) => `if EPMD's port ${epmdPort} is ${near}, ${line}`),
  );
}

/** Checks whether what closed the connection at once is the end of a tunnel. */
export async function lookAtEnd(
  spec: NodeSpec,
  { address, port }: Place,
): Promise<Clue | undefined> {
  if (spec.ssh || !isLoopback(address)) return undefined;
  const program = await tunnelAt(port, /^(beam|erl)/);
  if (program === undefined && !isTunnelled(spec)) return undefined;
  return clue(
    `${bracketed(address)}:${port} is the end of a tunnel${
      program ?? ""
    }, which accepts connections itself: nothing listens at its far end, or it is not a node of OTP 23 or later`,
    "a node has another port after each start, unless it is fixed: look it up there with epmd -names",
    ...ways(spec, undefined),
  );
}

function forwarding(spec: NodeSpec, port: number): string[] {
  const lines = ways(spec, port);
  return lines.length > 0 ? lines : [
    `forward the node's port too: ${
      forward("HOST", port)
    }, then --node '${spec.name}=127.0.0.1:9100'`,
  ];
}

/** Returns which other program listens at a port of this machine, in words, if that can be seen. */
async function tunnelAt(
  port: number,
  expected: RegExp,
): Promise<string | undefined> {
  for (const { process } of await listenersOn(port)) {
    if (!process || expected.test(process.command)) continue;
    return ` (${process.command}, process ${process.pid})`;
  }
  return undefined;
}

function certain(text: string, ...todo: readonly string[]): Clue {
  return { text, todo, certain: true };
}
