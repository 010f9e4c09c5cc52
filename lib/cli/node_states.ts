/**
 * What can be told of nodes without asking them: the state of each link, and
 * what the port mappers of their hosts say.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { DEFAULT_EPMD_PORT, listNames } from "../epmd/mod.ts";
import { type LinkState, type NodeSpec, parseNodeName } from "../node/mod.ts";
import type { NodeStatus } from "../registry/mod.ts";

/** How long a port mapper may take when only asked for names, in ms. */
const EPMD_TIMEOUT_MS = 2000;

/** What a port mapper says, or why it says nothing. */
type Registered =
  | { readonly names: ReadonlySet<string> }
  | { readonly problem: string };

/** The state of each node; every port mapper is asked once, and no node is dialled. */
export async function nodeStates(
  specs: readonly NodeSpec[],
  links: readonly LinkState[],
  signal: AbortSignal,
): Promise<NodeStatus[]> {
  const linkOf = new Map(links.map((link) => [link.node, link]));
  const answers = new Map<string, Promise<Registered>>();
  return await Promise.all(specs.map(async (spec) => {
    const link = linkOf.get(spec.name);
    if (spec.port !== undefined) return status(spec, link, undefined);
    const address = addressOf(spec);
    const answer = answers.get(address) ?? ask(spec, signal);
    answers.set(address, answer);
    return status(spec, link, await answer);
  }));
}

/** The port mapper's address, or the node's own where that is known. */
export function addressOf(
  spec: Pick<NodeSpec, "name" | "host" | "port" | "epmdPort">,
): string {
  const host = spec.host ?? parseNodeName(spec.name).host;
  const port = spec.port ?? spec.epmdPort ?? DEFAULT_EPMD_PORT;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

async function ask(spec: NodeSpec, signal: AbortSignal): Promise<Registered> {
  try {
    const names = await listNames({
      host: spec.host ?? parseNodeName(spec.name).host,
      port: spec.epmdPort,
      timeoutMs: EPMD_TIMEOUT_MS,
      signal,
    });
    return { names: new Set(names.map(({ name }) => name)) };
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return { problem: error.message };
  }
}

function status(
  spec: NodeSpec,
  link: LinkState | undefined,
  registered: Registered | undefined,
): NodeStatus {
  const { alive } = parseNodeName(spec.name);
  const problems = [
    registered && "problem" in registered ? registered.problem : undefined,
    registered && "names" in registered && !registered.names.has(alive)
      ? `registered there: ${[...registered.names].join(", ") || "nothing"}`
      : undefined,
    link?.state === "connected" ? undefined : link?.lastError?.message,
  ].filter((problem) => problem !== undefined);
  return {
    node: spec.name,
    link: link?.state ?? "idle",
    ...link?.connection && { incarnation: link.connection.incarnation },
    ...registered && "names" in registered &&
      { registered: registered.names.has(alive) },
    ...problems.length > 0 && { problem: problems.join("; ") },
  };
}
