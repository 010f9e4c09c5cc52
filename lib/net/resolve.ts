/**
 * Resolves host names to addresses.
 *
 * @module
 */

import { NetError } from "./errors.ts";
import { type Wait, withDeadline } from "./deadline.ts";

/** Returns `host` without brackets if it is an IP address: `10.0.0.1`, `::1`, `[::1]`, `fe80::1%eth0`. */
export function literalAddress(host: string): string | undefined {
  const address = host.replace(/^\[(.*)\]$/, "$1");
  return ipFamily(address) && address;
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Returns the IP version of an address; loading `node:net` for it would make every start slower. */
export function ipFamily(text: string): 4 | 6 | undefined {
  if (IPV4.test(text)) return 4;
  const [, bare] = /^([\da-fA-F:.]+)(?:%[\da-zA-Z.:-]+)?$/.exec(text) ?? [];
  return bare?.includes(":") && URL.canParse(`http://[${bare}]`)
    ? 6
    : undefined;
}

/**
 * Returns the addresses of a host from the hosts file and DNS, in the system's
 * order.
 *
 * @throws {NetError} `name_not_resolved`, `permission_denied`, `connect_timed_out`, `aborted`
 */
export async function resolve(host: string, wait: Wait): Promise<string[]> {
  const literal = literalAddress(host);
  if (literal) return [literal];
  // Checked first: without it, the lookup would prompt on a terminal.
  const permission = await Deno.permissions.query({ name: "net", host });
  if (permission.state !== "granted") throw deniedError(host);
  const hint =
    `check the part after "@", or give the address: --node 'NAME@${host}=ADDRESS:PORT'`;
  const looking = process.getBuiltinModule("node:dns/promises")
    .lookup(host, { all: true }).catch((cause: unknown) => {
      throw new NetError(
        "name_not_resolved",
        `the host name "${host}" does not resolve on this machine`,
        { cause, hint },
      );
    });
  const found = await withDeadline(
    wait,
    looking,
    (reason) =>
      reason === "abort"
        ? new NetError("aborted", `resolving "${host}" was cancelled`)
        : new NetError(
          "connect_timed_out",
          `resolving "${host}" took longer than ${wait.timeoutMs} ms`,
          "this machine's DNS resolver is not answering; use an address instead of a name",
        ),
  );
  return found.map(({ address }) => address);
}

/** Returns the error for a missing network permission, with the flag to add. */
export function deniedError(target: string): NetError {
  return new NetError(
    "permission_denied",
    `Deno does not permit connecting to ${target}`,
    Deno.build.standalone
      ? `this executable was built without network permission for ${target}`
      : `run deno with --allow-net=${target}`,
  );
}
