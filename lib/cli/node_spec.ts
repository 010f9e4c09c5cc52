/**
 * Parses `--node NAME[=HOST:PORT][,SETTING…]`.
 *
 * @module
 */

import { parseNodeName } from "../node/mod.ts";
import { didYouMean } from "../registry/mod.ts";
import { badValue } from "./errors.ts";
import type { TlsFiles } from "./tls_files.ts";

/** A node and its settings, from the command line or the config file. */
export interface NamedNode {
  /** Full name. */
  readonly name: string;
  /** Short name for it. */
  readonly alias?: string | undefined;
  /** Host to connect to instead of the one in the name. */
  readonly host?: string | undefined;
  /** Distribution port; if set, EPMD is not asked. */
  readonly port?: number | undefined;
  /** Port of its EPMD. */
  readonly epmdPort?: number | undefined;
  /** File with its cookie. */
  readonly cookieFile?: string | undefined;
  /** TLS settings; present if its distribution uses TLS. */
  readonly tls?: TlsFiles | undefined;
}

/**
 * Parses a node's name, with its address, cookie file and TLS settings if given.
 *
 * @throws {CliError} `bad_value`
 * @throws {NodeError} `bad_node_name`
 */
export function parseNamedNode(text: string): NamedNode {
  const [target = "", ...settings] = text.split(",");
  const [name = "", address] = splitOnce(target, "=");
  parseNodeName(name);
  let node: NamedNode = {
    name,
    ...address === undefined ? {} : parseAddress(address, "--node"),
  };
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

/** `HOST:PORT`, `[::1]:PORT` or `[fe80::1%eth0]:PORT`. */
const ADDRESS =
  /^(?:\[([\da-fA-F:.]+(?:%[\w.-]+)?)\]|([^:\s\[\]]+)):(\d{1,5})$/;

/**
 * Parses `HOST:PORT` or `[::1]:PORT`; `what` names it in the error.
 *
 * @throws {CliError} `bad_value`
 */
export function parseAddress(
  text: string,
  what: string,
): { host: string; port: number } {
  const match = ADDRESS.exec(text);
  const host = match?.[1] ?? match?.[2];
  if (match === null || host === undefined) {
    throw badValue(
      `${what}: "${text}" is not an address`,
      "write HOST:PORT or [::1]:PORT; PORT is the node's own port, not EPMD's",
    );
  }
  return { host, port: parsePort(match[3] ?? "", what) };
}

/** Settings that may follow a node's name, and where they go; all except `tls` take a value. */
const SETTINGS: Readonly<Record<string, keyof TlsFiles | undefined>> = {
  "cookie-file": undefined,
  "tls": undefined,
  "tls-ca": "ca",
  "tls-cert": "cert",
  "tls-key": "key",
  "tls-server-name": "serverName",
  "tls-fingerprint": "fingerprint",
};

function withSetting(node: NamedNode, text: string): NamedNode {
  const [key = "", value = ""] = splitOnce(text, "=");
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
  const field = SETTINGS[key];
  return { ...node, tls: { ...node.tls, ...field && { [field]: value } } };
}

function splitOnce(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0
    ? [text, undefined]
    : [text.slice(0, index), text.slice(index + 1)];
}
