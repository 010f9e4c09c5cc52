/**
 * Parses `--node NAME[=HOST[:PORT]][,SETTING…]`.
 *
 * @module
 */

import { parseSshDestination } from "../net/mod.ts";
import { parseNodeName } from "../node/mod.ts";
import { didYouMean } from "../registry/mod.ts";
import { badValue, CliError } from "./errors.ts";
import type { NodePlace } from "./node_states.ts";
import { remedyFor, runtime } from "./runtime.ts";
import type { TlsFiles } from "./tls_files.ts";

/** A node and its settings, from the command line or the config file. */
export interface NamedNode extends NodePlace {
  /** Short name for it. */
  readonly alias?: string | undefined;
  /** File with its cookie. */
  readonly cookieFile?: string | undefined;
  /** TLS settings; present if its distribution uses TLS. */
  readonly tls?: TlsFiles | undefined;
}

/**
 * Parses a node's name, with its address, cookie file and TLS settings if given. A
 * name without a host stands for a node there, or on this machine.
 *
 * @throws {CliError} `bad_value`
 * @throws {NodeError} `bad_node_name`
 * @throws {NetError} `bad_ssh_destination`
 */
export function parseNamedNode(text: string): NamedNode {
  const [target = "", ...settings] = text.split(",");
  const [name, address] = splitOnce(target);
  const place: Partial<Address> = address === undefined
    ? {}
    : parseAddress(address, "--node");
  let node: NamedNode = /^[\w-]+$/.test(name)
    ? { ...guessed(name, place.host), alias: name, ...place }
    : { name: parseNodeName(name).full, ...place };
  for (const setting of settings) node = withSetting(node, setting);
  return node;
}

/**
 * Parses a TCP port; `what` names it in the error.
 *
 * @throws {CliError} `bad_value`
 */
export function parsePort(text: string, what: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw badValue(
    `${what}: "${text}" is not a port`,
    "a port is a number from 1 to 65535",
  );
}

/** Guesses the host of a node: the one that it is reached at, or this machine as `-sname` names it. */
function guessed(alive: string, at: string | undefined): NamedNode {
  if (at !== undefined) return { name: parseNodeName(`${alive}@${at}`).full };
  const permission = { name: "sys", kind: "hostname" } as const;
  if (!runtime.granted(permission)) {
    throw new CliError(
      "bad_value",
      `"${alive}" is a node name without a host`,
      {
        hint:
          `write ${alive}@HOST, as erlang:node() returns it there; or, for a node on this machine, ${
            remedyFor(permission)
          }`,
      },
    );
  }
  const [short = ""] = Deno.hostname().split(".");
  return { name: parseNodeName(`${alive}@${short}`).full, host: "localhost" };
}

/** Where a node is; without a port, EPMD there knows it. */
interface Address {
  readonly host: string;
  readonly port?: number;
}

/** `HOST`, `[::1]` or `[fe80::1%eth0]`, with or without `:PORT`. */
const ADDRESS =
  /^(?:\[([\da-fA-F:.]+(?:%[\w.-]+)?)\]|([^:\s\[\]]+))(?::(\d{1,5}))?$/;

/**
 * Parses `HOST[:PORT]` or `[::1][:PORT]`; `what` names it in the error.
 *
 * @throws {CliError} `bad_value`
 */
export function parseAddress(
  text: string,
  what: string,
): Address {
  const match = ADDRESS.exec(text);
  const host = match?.[1] ?? match?.[2];
  if (match === null || host === undefined) {
    throw badValue(
      `${what}: "${text}" is not an address`,
      "write HOST, HOST:PORT or [::1]:PORT; PORT is the node's own port, not EPMD's (--epmd-port)",
    );
  }
  const port = match[3];
  return port === undefined ? { host } : { host, port: parsePort(port, what) };
}

/** Settings that may follow a node's name, and where they go; all except `tls` take a value. */
const SETTINGS: Readonly<Record<string, keyof TlsFiles | undefined>> = {
  "cookie-file": undefined,
  "ssh": undefined,
  "tls": undefined,
  "tls-ca": "ca",
  "tls-cert": "cert",
  "tls-key": "key",
  "tls-server-name": "serverName",
  "tls-fingerprint": "fingerprint",
};

function withSetting(node: NamedNode, text: string): NamedNode {
  const [key, value = ""] = splitOnce(text);
  if (!Object.hasOwn(SETTINGS, key)) {
    const known = Object.keys(SETTINGS);
    throw badValue(
      `--node: unknown setting "${key}"${didYouMean(key, known)}`,
      `the settings are ${known.join(", ")}`,
    );
  }
  if ((value === "") !== (key === "tls")) {
    throw badValue(
      `--node: ${key} ${key === "tls" ? "takes no" : "needs a"} value`,
      `--node '${node.name},${key}${key === "tls" ? "" : "=…"}'`,
    );
  }
  if (key === "cookie-file") return { ...node, cookieFile: value };
  if (key === "ssh") return { ...node, ssh: parseSshDestination(value) };
  const field = SETTINGS[key];
  return { ...node, tls: { ...node.tls, ...field && { [field]: value } } };
}

/** Splits a text at its first `=`. */
function splitOnce(text: string): [string, string | undefined] {
  const index = text.indexOf("=");
  return index < 0
    ? [text, undefined]
    : [text.slice(0, index), text.slice(index + 1)];
}
