/**
 * Destinations of ssh, checked before ssh sees them.
 *
 * @module
 */

import { NetError } from "./errors.ts";

/** An ssh server to connect through, named by the operator. */
export interface SshDestination {
  /** As it was given: `deploy@db1:2222`. */
  readonly text: string;
  /** What ssh gets: `deploy@db1`. */
  readonly login: string;
  /** Port of the server, if not ssh's own choice. */
  readonly port: number | undefined;
}

/** Neither part may start with `-` or contain what a shell reads: ssh puts both into commands of its config. */
const DESTINATION =
  /^(?:(\w[\w.+-]*)@)?(?:(\w[\w.-]*)|\[([\da-fA-F:.]+(?:%[\w.-]+)?)\])(?::(\d{1,5}))?$/;

/**
 * Parses `[USER@]HOST[:PORT]`; HOST may be an alias of ssh's config, or `[::1]`.
 *
 * @throws {NetError} `bad_ssh_destination`
 */
export function parseSshDestination(text: string): SshDestination {
  const [, user, name, address, port] = DESTINATION.exec(text) ?? [];
  const host = name ?? address;
  const number = port === undefined ? undefined : Number(port);
  if (host === undefined || number === 0 || (number ?? 1) > 65535) {
    throw new NetError(
      "bad_ssh_destination",
      `${JSON.stringify(text)} is not a destination for ssh`,
      "write [USER@]HOST[:PORT], in letters, digits, _ . + and -, not starting with -; an address of IPv6 in brackets",
    );
  }
  const login = user === undefined ? host : `${user}@${host}`;
  return { text, login, port: number };
}

/** Returns how long connecting may take by default, in ms: an ssh has to log in first, perhaps on several hosts. */
export function connectTimeout(ssh: SshDestination | undefined): number {
  return ssh === undefined ? 5000 : 10_000;
}
