/**
 * Explains why ssh did not get through, from what it says.
 *
 * @module
 */

import { NetError } from "./errors.ts";
import type { SshDestination } from "./ssh_destination.ts";

/** Where ssh was to connect to, from which server. */
export interface SshRoute {
  /** The server. */
  readonly ssh: SshDestination;
  /** `host:port`, as the server sees it. */
  readonly at: string;
}

/** Returns the error for an ssh that ended without a connection, `said` being its own lines. */
export function failedSsh(
  { ssh, at }: SshRoute,
  said: readonly string[],
  how: string,
): NetError {
  const text = said.join("\n");
  const by = `the ssh server ${ssh.text}`;
  const failed = (message: string, hint: string): NetError =>
    new NetError("ssh_failed", message, hint);
  const [, why] = /open failed: connect failed: (.+)/.exec(text) ?? [];
  if (why === "Connection refused") {
    return new NetError(
      "connection_refused",
      `nothing listens on ${at}, seen from ${by}`,
      "the address must be the one that the node has there: --node 'NAME=ADDRESS,ssh=…'",
    );
  }
  if (why !== undefined && /not known|resolution|no address/i.test(why)) {
    return new NetError(
      "name_not_resolved",
      `${at} does not resolve on ${by}`,
      "give the address that the node has there: --node 'NAME=ADDRESS,ssh=…', often 127.0.0.1",
    );
  }
  if (why !== undefined) {
    return new NetError(
      "unreachable",
      `${at} cannot be reached from ${by}: ${why}`,
      "check the address and the route to it from there",
    );
  }
  if (text.includes("Session open refused by peer")) {
    return new NetError(
      "unreachable",
      `${by} could not connect to ${at}, and the connection that ssh shares (ControlPath) does not say why`,
      "nothing listens there, or the server forbids it; to see which, run: " +
        `ssh -o ControlPath=none -W ${at} ${byHand(ssh).slice("ssh ".length)}`,
    );
  }
  if (text.includes("open failed: administratively prohibited")) {
    return failed(
      `${by} does not forward connections to ${at}`,
      "AllowTcpForwarding, PermitOpen or DisableForwarding in its sshd_config forbids it, or the options of your key in authorized_keys do",
    );
  }
  if (/host key for .* has changed/i.test(text)) {
    return failed(
      `the host key of ${by} is not the one that is known`,
      `if it was changed on purpose, remove the old one as ssh ${ssh.login} tells you; otherwise somebody else is answering`,
    );
  }
  if (text.includes("Host key verification failed")) {
    return failed(
      `no host key is known of ${by}`,
      `beamtap accepts no unknown host: log in once by hand and compare the key: ${
        byHand(ssh)
      }`,
    );
  }
  const [, methods] = /Permission denied \(([^)]*)\)/.exec(text) ?? [];
  if (methods !== undefined || text.includes("authentication failures")) {
    return failed(
      `${by} does not let you in (${methods ?? "too many keys were tried"})`,
      `beamtap asks for no password: name the user (USER@HOST), load the key into the agent (ssh-add), or name it in ssh's config; to try: ${
        byHand(ssh, "-o BatchMode=yes ")
      }`,
    );
  }
  const words = said.findLast((line) => !/^stdio forwarding failed/.test(line));
  return failed(
    `ssh to ${ssh.text} failed: ${words ?? how}`,
    `to see more, run: ${byHand(ssh, "-v ")}`,
  );
}

/** Returns the error for an ssh that took too long, by how far it came. */
export function slowSsh(
  { ssh, at }: SshRoute,
  authenticated: boolean,
  said: readonly string[],
  timeoutMs: number,
): NetError {
  if (authenticated) {
    return new NetError(
      "connect_timed_out",
      `no answer from ${at} within ${timeoutMs} ms, seen from the ssh server ${ssh.text}`,
      "a firewall drops the packets, the host is down, or the address is wrong",
    );
  }
  const words = said.at(-1);
  return new NetError(
    "ssh_failed",
    `ssh has not logged in to ${ssh.text} within ${timeoutMs} ms` +
      (words === undefined ? "" : `; it said: ${words}`),
    `beamtap needs OpenSSH's client; to see what it waits for, run: ${
      byHand(ssh, "-v ")
    }`,
  );
}

/** Returns the error for a connection that was open when ssh ended. */
export function brokenSsh(
  { ssh }: SshRoute,
  said: readonly string[],
  how: string,
): NetError {
  return new NetError(
    "ssh_failed",
    `the ssh connection to ${ssh.text} ended: ${said.at(-1) ?? how}`,
  );
}

/** Returns the error for a missing permission to start ssh. */
export function deniedSsh(): NetError {
  return new NetError(
    "permission_denied",
    "Deno does not permit starting ssh",
    Deno.build.standalone
      ? "this executable was built without it: build one with scripts/build --with-ssh"
      : "run deno with --allow-run=ssh (scripts/beamtap: --with-ssh); there must be one in PATH",
  );
}

function byHand({ login, port }: SshDestination, options = ""): string {
  return `ssh ${options}${port === undefined ? "" : `-p ${port} `}${login}`;
}
