/**
 * Checks node names, ports and cookies before any connection is made.
 *
 * @module
 */

import { ipFamily, literalAddress } from "../net/mod.ts";
import { NodeError } from "./errors.ts";

/** A node name and its two parts. */
export interface NodeName {
  /** `demo@db1.example.com` */
  readonly full: string;
  /** `demo` */
  readonly alive: string;
  /** `db1.example.com` */
  readonly host: string;
}

/**
 * Splits and checks a node name.
 *
 * @throws {NodeError} `bad_node_name`
 */
export function parseNodeName(text: string): NodeName {
  const parts = text.split("@");
  const [alive = "", host = ""] = parts;
  const wrong = (why: string): NodeError =>
    new NodeError(
      "bad_node_name",
      `${JSON.stringify(text)} is not a node name: ${why}`,
      "a node name looks like demo@127.0.0.1 or demo@db1.example.com; erlang:node() returns it",
    );
  if (parts.length === 1) throw wrong("it has no @host");
  if (parts.length > 2) throw wrong("it has more than one @");
  if (alive === "") throw wrong("the part before the @ is empty");
  if (host === "") throw wrong("the part after the @ is empty");
  if (text.length > 255) throw wrong("it is longer than 255 characters");
  if (!/^[\w-]+$/.test(alive)) {
    throw wrong("only letters, digits, _ and - are allowed before the @");
  }
  const address = literalAddress(host);
  if (address !== undefined && address !== host) {
    throw wrong(`an address has no brackets in it: ${alive}@${address}`);
  }
  if (!isHost(host)) {
    throw wrong(
      "the part after the @ is neither a host name nor an address",
    );
  }
  return { full: text, alive, host };
}

/** A label of a host name; `_` is not allowed on the Internet but occurs in container names. */
const LABEL = /^(?!-)[\w-]{1,63}(?<!-)$/;

function isHost(text: string): boolean {
  if (text.includes(":")) return ipFamily(text) === 6;
  if (/^[\d.]+$/.test(text)) return ipFamily(text) === 4;
  return text.split(".").every((label) => LABEL.test(label));
}

/**
 * Checks a TCP port.
 *
 * @throws {NodeError} `bad_port`
 */
export function checkPort(port: number): number {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new NodeError(
    "bad_port",
    `${port} is not a TCP port`,
    "a port is a number from 1 to 65535, such as 4369",
  );
}

/** A cookie, and where it comes from. */
export interface Cookie {
  /** The cookie itself, which no text may contain. */
  readonly value: string;
  /** A file, an option or an environment variable, for errors and the doctor. */
  readonly source?: string | undefined;
}

/**
 * Checks a cookie as OTP does: 1 to 255 characters that an atom and a cookie
 * file can hold.
 *
 * @throws {NodeError} `bad_cookie`; the message never contains the cookie
 */
export function checkCookie(given: string | Cookie): Cookie {
  const cookie = typeof given === "string" ? { value: given } : given;
  const { value, source } = cookie;
  const wrong = (why: string): NodeError =>
    new NodeError("bad_cookie", `the cookie ${why}`, {
      hint: (source === undefined ? "" : `it comes from ${source}; `) +
        "a cookie is 1 to 255 printable characters, as in ~/.erlang.cookie",
    });
  if (value === "") throw wrong("is empty");
  if (value.length > 255) throw wrong("is longer than 255 characters");
  if (/[^\x20-\x7e\xa0-\xff]/.test(value)) {
    throw wrong("contains a character that OTP does not accept");
  }
  return cookie;
}
