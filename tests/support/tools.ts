/**
 * Tools on a real node, through the registry, as a client calls them.
 *
 * @module
 */

import { type Beam, createBeam, type Remote } from "../../lib/beam/mod.ts";
import type { Syntax } from "../../lib/etf/mod.ts";
import type {
  Asker,
  CallOptions,
  Tool,
  ToolResult,
} from "../../lib/registry/mod.ts";
import { makeRig, principal } from "../registry/support.ts";

/** Calls a tool on the node, granted all that `allow` says; `syntax` is how terms are shown. */
export function callerOf(
  remote: Remote,
  tools: readonly Tool[],
  allow: readonly string[] = ["inspect", "data"],
  beam: Beam = createBeam(remote),
  syntax: Syntax = "erlang",
): (
  name: string,
  args?: Record<string, unknown>,
  options?: CallOptions,
) => Promise<ToolResult> {
  const asker = { ...askerOf(beam), elixir: syntax === "elixir" };
  const { registry } = makeRig({
    nodes: [remote.name],
    tools: [...tools],
    beam: () => Promise.resolve(asker),
    syntax: () => syntax,
  });
  return (name, args = {}, options) =>
    registry.call(principal(allow), name, args, options);
}

/** A node that answers questions, and calls no function. */
export function askerOf(beam: Beam): Asker {
  const unused = (): Promise<never> => Promise.reject(new Error("not probed"));
  return {
    node: beam.node,
    incarnation: beam.incarnation,
    run: (probe, args, options) => beam.run(probe, args, options),
    call: unused,
  };
}
