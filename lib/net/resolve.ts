/**
 * From a host name to the addresses worth trying.
 *
 * @module
 */

import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { NetError } from "./errors.ts";
import { type Wait, withDeadline } from "./deadline.ts";

/** One address of a host. */
export interface Address {
  /** `4` or `6`. */
  readonly family: 4 | 6;
  /** `127.0.0.1`, `::1`. */
  readonly address: string;
}

/** The address that `host` spells out, if it is one: `10.0.0.1`, `::1`, `[::1]`, `fe80::1%eth0`. */
export function literalAddress(host: string): Address | undefined {
  const address = host.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(address);
  return family === 4 || family === 6 ? { family, address } : undefined;
}

/**
 * Every address of a host in the system's order, as the hosts file and DNS
 * have them.
 *
 * @throws {NetError} `name_not_resolved`, `permission_denied`, `connect_timed_out`, `aborted`
 */
export async function resolve(host: string, wait: Wait): Promise<Address[]> {
  const literal = literalAddress(host);
  if (literal) return [literal];
  // Asked first, because on a terminal looking it up would prompt.
  const permission = await Deno.permissions.query({ name: "net", host });
  if (permission.state !== "granted") throw deniedError(host);
  const looking = lookup(host, { all: true }).catch((cause: unknown) => {
    throw new NetError(
      "name_not_resolved",
      `the host name "${host}" has no address here`,
      {
        cause,
        hint:
          `check the part after "@", or give the address: --node 'NAME@${host}=ADDRESS:PORT'`,
      },
    );
  });
  const found = await withDeadline(
    wait,
    looking,
    (reason) =>
      reason === "abort"
        ? new NetError("aborted", `gave up resolving "${host}"`)
        : new NetError(
          "connect_timed_out",
          `resolving "${host}" took longer than ${wait.timeoutMs} ms`,
          {
            hint:
              "the resolver of this machine does not answer; give an address instead of a name",
          },
        ),
  );
  return found.map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));
}

/** The refusal that names the flag to add, or what a compiled executable lacks. */
export function deniedError(target: string): NetError {
  const flag = `--allow-net=${target}`;
  return new NetError(
    "permission_denied",
    `Deno does not permit connecting to ${target}`,
    {
      hint: Deno.build.standalone
        ? `this executable was built without network permission for ${target}`
        : `run deno with ${flag}`,
    },
  );
}
