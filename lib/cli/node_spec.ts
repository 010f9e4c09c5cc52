/**
 * Reads `--node NAME[=HOST:PORT][,cookie-file=FILE]`.
 *
 * @module
 */

import { parseNodeName } from "../node/mod.ts";
import { didYouMean } from "../registry/mod.ts";
import { CliError } from "./errors.ts";

/** A node as the command line names it. */
export interface NamedNode {
  readonly name: string;
  readonly host?: string;
  readonly port?: number;
  readonly cookieFile?: string;
}

/**
 * Reads a node's name, its address if it has one of its own, and its cookie file.
 *
 * @throws {CliError} `bad_value`
 * @throws {NodeError} `bad_node_name`
 */
export function parseNamedNode(text: string): NamedNode {
  const [target = "", ...settings] = text.split(",");
  const [name = "", address] = splitOnce(target, "=");
  parseNodeName(name);
  return {
    name,
    ...address === undefined ? {} : parseAddress(address),
    ...Object.assign({}, ...settings.map(parseSetting)),
  };
}

/**
 * Reads a TCP port.
 *
 * @throws {CliError} `bad_value`
 */
export function parsePort(text: string, what: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new CliError("bad_value", `${what}: "${text}" is not a port`, {
    hint: "a port is a number from 1 to 65535",
  });
}

/** `HOST:PORT`, `[::1]:PORT`. */
function parseAddress(text: string): { host: string; port: number } {
  const match = /^(?:\[([\da-fA-F:.%]+)\]|([^:\s]+)):(\d+)$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  if (match === null || host === undefined) {
    throw new CliError("bad_value", `--node: "${text}" is not an address`, {
      hint:
        "write HOST:PORT, or [::1]:PORT; PORT is the node's own, not EPMD's",
    });
  }
  return { host, port: parsePort(match[3] ?? "", "--node") };
}

function parseSetting(text: string): Partial<NamedNode> {
  const [key = "", value] = splitOnce(text, "=");
  if (key === "cookie-file" && value) return { cookieFile: value };
  throw new CliError(
    "bad_value",
    key === "cookie-file"
      ? "--node: cookie-file needs a value"
      : `--node: there is no setting "${key}"${
        didYouMean(key, ["cookie-file"])
      }`,
    { hint: "--node 'NAME[=HOST:PORT][,cookie-file=FILE]'" },
  );
}

function splitOnce(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0
    ? [text, undefined]
    : [text.slice(0, index), text.slice(index + 1)];
}
