/**
 * Tools, nodes and principals made up for the tests of the registry.
 *
 * @module
 */

import * as z from "zod";
import {
  type AuditEntry,
  defineNodeTool,
  defineTool,
  grantsFrom,
  LOOKS_ONLY,
  type NodeContext,
  type Permission,
  type Principal,
  Registry,
  type RegistryOptions,
  type Tool,
} from "../../lib/registry/mod.ts";

/** What a made-up tool about a node may differ in. */
export interface ToolOptions {
  name?: string;
  scopes?: Tool["scopes"];
  deadlineMs?: number;
  budgetBytes?: number;
  probes?: Tool["probes"];
  run?: (context: NodeContext) => Promise<{ items: string[] }>;
}

/** A tool about a node that answers `{ items }`. */
export function nodeTool(options: ToolOptions = {}): Tool {
  const { name = "look_at", run, probes = [], ...rest } = options;
  return defineNodeTool({
    name,
    title: "Look",
    description: "Looks at something.",
    toolset: "tests",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    ...rest,
    probes,
    input: { limit: z.int().min(1).default(3).describe("How many.") },
    output: { items: z.array(z.string()) },
    run: (_args, context) => run?.(context) ?? Promise.resolve({ items: [] }),
  });
}

/** A tool about no node, of the given name. */
export function plainTool(name: string): Tool {
  return defineTool({
    name,
    title: "Plain",
    description: "Answers.",
    toolset: "tests",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    input: {},
    output: { answer: z.int() },
    run: () => Promise.resolve({ answer: 42 }),
  });
}

/** A registry over made-up nodes, with what it wrote down. */
export interface Rig {
  registry: Registry;
  audit: AuditEntry[];
  crashes: { reference: string; error: unknown }[];
  /** The nodes that were dialled, in order. */
  dialled: string[];
}

/** What a rig may differ in. */
export interface RigOptions {
  nodes?: string[];
  granted?: (permission: Permission) => boolean;
  slots?: RegistryOptions["slots"];
  tools?: Tool[];
}

/** A registry that dials nothing real. */
export function makeRig(options: RigOptions = {}): Rig {
  const names = options.nodes ?? ["a@h"];
  const rig: Omit<Rig, "registry"> = { audit: [], crashes: [], dialled: [] };
  const registry = new Registry({
    nodes: {
      names: () => names,
      states: () =>
        Promise.resolve(
          names.map((node) => ({ node, link: "idle" as const })),
        ),
      permissions: (node) => [{
        name: "net",
        host: `${node.split("@")[1]}:4369`,
      }],
      beam: (node) => {
        rig.dialled.push(node);
        return Promise.resolve({
          node,
          incarnation: 7,
          run: () => Promise.reject(new Error("nothing to run")),
        });
      },
    },
    runtime: {
      granted: options.granted ?? ((): boolean => true),
      remedy: () => "add the flag",
    },
    audit: (entry) => rig.audit.push(entry),
    crashed: (reference, _tool, error) =>
      rig.crashes.push({ reference, error }),
    ...options.slots && { slots: options.slots },
  });
  for (const tool of options.tools ?? []) registry.register(tool);
  return { ...rig, registry };
}

/** Somebody with these grants. */
export function principal(
  allow: string[] = [],
  options: { readOnly?: boolean; trusted?: boolean } = {},
): Principal {
  const readOnly = options.readOnly ?? false;
  return {
    id: "tester",
    grants: grantsFrom(allow, { readOnly }),
    readOnly,
    trusted: options.trusted ?? true,
  };
}
