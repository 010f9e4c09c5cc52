/**
 * `beamtap nodes`: lists what the port mapper of a host knows.
 *
 * @module
 */

import { DEFAULT_EPMD_PORT, listNames } from "../../epmd/mod.ts";
import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { formatOf, printAnswer } from "../output.ts";
import { epmdPort, ssh } from "../settings.ts";

/** Runs the command; returns the exit status. */
export async function nodes(args: Arguments): Promise<number> {
  const [host = "127.0.0.1", ...more] = args.operands;
  if (more.length > 0) {
    throw badValue("nodes takes one host");
  }
  const port = epmdPort(args) ?? DEFAULT_EPMD_PORT;
  const names = await listNames({ host, port, ssh: ssh(args) });
  const fields = { epmd: `${host}:${port}`, names };
  await printAnswer({ fields }, formatOf(args));
  return 0;
}
