/**
 * Tools on crash dumps, through the registry, as a client calls them.
 *
 * @module
 */

import { DumpStore } from "../../lib/cli/dump_store.ts";
import type { Syntax } from "../../lib/etf/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { dumpTools } from "../../lib/tools/mod.ts";
import { makeRig, principal } from "../registry/support.ts";

/** Calls a tool on the dumps in these folders and files. */
export function dumpCaller(
  roots: readonly string[],
  allow: readonly string[] = ["inspect", "data@dump"],
  syntax: Syntax | "auto" = "auto",
  options: { trusted?: boolean } = {},
): (name: string, args?: Record<string, unknown>) => Promise<ToolResult> {
  const { registry } = makeRig({
    nodes: [],
    tools: [...dumpTools(new DumpStore(() => roots), () => ({}))],
    ...syntax !== "auto" && { syntax: () => syntax },
  });
  return (name, args = {}) =>
    registry.call(principal(allow, options), name, args);
}

/** The structure of an answer. */
export function told(result: ToolResult): Record<string, unknown> {
  if (!result.ok) throw new Error(result.text);
  return { ...result.structured };
}
