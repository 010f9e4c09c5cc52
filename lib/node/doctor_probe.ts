/**
 * Short questions of the doctor's second look: what answers at an address.
 *
 * @module
 */

import { DistError } from "../dist/mod.ts";
import { listNames, type RegisteredName } from "../epmd/mod.ts";
import { BeamtapError } from "../errors.ts";
import { bracketed } from "../net/mod.ts";
import { dial, type NodeSpec } from "./dial.ts";

/** Timeout for each step of a second look, in ms. */
export const LOOK_TIMEOUT_MS = 2000;

/** A node that answered, by its own name. */
export interface Found {
  readonly name: string;
  readonly host: string;
}

/** Returns what EPMD at an address, if it is one, knows; through the node's ssh server if it has one. */
export async function namesAt(
  host: string,
  port: number,
  { ssh }: NodeSpec,
): Promise<readonly RegisteredName[] | undefined> {
  return await unlessRefused(() =>
    listNames({
      ...{ host, port, ssh },
      ...ssh ? {} : { timeoutMs: LOOK_TIMEOUT_MS },
    })
  );
}

/** Returns what `ask` does, or `undefined` if it fails with an error of ours. */
export async function unlessRefused<T>(
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof BeamtapError) return undefined;
    throw error;
  }
}

/** Returns the option that gives a node's address; without a port EPMD is asked there. */
export function suggestion(
  { name, host }: Found,
  port: number | undefined,
  { ssh }: NodeSpec,
): string {
  return `--node '${name}=${bracketed(host)}${port ? `:${port}` : ""}${
    ssh ? `,ssh=${ssh.text}` : ""
  }'`;
}

/** Returns the name of the node that answers; stops before any proof of the cookie. */
export async function nameAt(spec: NodeSpec): Promise<string | undefined> {
  const seen = await come("challenge", spec);
  if (seen === true) return spec.name;
  return seen instanceof DistError ? seen.answered : undefined;
}

/** Connects up to `wanted` and no further; returns `true` if it got there, else the error. */
export async function come(
  wanted: "challenge" | "status" | "certificate",
  spec: NodeSpec,
): Promise<true | BeamtapError> {
  const enough = new AbortController();
  try {
    const connection = await dial(spec, {
      connectTimeoutMs: spec.ssh ? undefined : LOOK_TIMEOUT_MS,
      stepTimeoutMs: LOOK_TIMEOUT_MS,
      signal: enough.signal,
      observe: (event) => {
        const seen = event.type === "handshake" ? event.step : event.type;
        if (seen === wanted) enough.abort();
      },
    });
    connection.close();
    return true;
  } catch (error) {
    if (enough.signal.aborted) return true;
    if (error instanceof BeamtapError) return error;
    throw error;
  }
}
