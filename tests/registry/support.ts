/**
 * Tools, nodes and principals made up for the tests of the registry.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnyHandler,
  type Asker,
  type AuditEntry,
  type Connected,
  defineNodeResource,
  defineNodeTool,
  definePrompt,
  defineResource,
  defineTool,
  LOOKS_ONLY,
  type NodeContext,
  operatorGrants,
  parseGrant,
  type Permission,
  type Principal,
  type Prompt,
  Registry,
  type RegistryOptions,
  type Resource,
  type ResourceTemplate,
  type Scope,
  type Tool,
} from "../../lib/registry/mod.ts";

/** What a made-up tool about a node may differ in. */
export interface ToolOptions {
  name?: string;
  scopes?: Tool["scopes"];
  deadlineMs?: number;
  budgetBytes?: number;
  probes?: Tool["probes"];
  calls?: string[];
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

/** A resource of the given name, at an address that ends in it. */
export function resource(name: string): Resource {
  return defineResource({
    name,
    title: "Resource",
    description: "Can be read.",
    toolset: "tests",
    scopes: ["inspect"],
    uri: `test://${name}`,
    output: z.object({ answer: z.int() }),
    run: () => Promise.resolve({ answer: 42 }),
  });
}

/** A resource of each node, which holds the words after its name. */
export function template(
  name: string,
  options: { scopes?: Scope[] } = {},
): ResourceTemplate {
  return defineNodeResource({
    name,
    title: "Template",
    description: "Can be read of any node.",
    toolset: "tests",
    scopes: ["inspect"],
    ...options,
    probes: [],
    uriTemplate: `test://{node}/${name}/{word}`,
    mimeType: "text/plain",
    input: { word: z.string().describe("A word.") },
    complete: { word: "words" },
    output: z.string(),
    run: ({ word }, { beam }) => Promise.resolve(`${word} on ${beam.node}`),
  });
}

/** A prompt that takes a word. */
export function prompt(name: string): Prompt {
  return definePrompt({
    name,
    title: "Prompt",
    description: "Begins a conversation.",
    toolset: "tests",
    scopes: ["inspect"],
    input: { word: z.string().optional().describe("A word.") },
    complete: { word: "words" },
    run: ({ word = "nothing" }) => Promise.resolve(`Say ${word}.`),
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
  aliases?: Record<string, string>;
  granted?: (permission: Permission) => boolean;
  beam?: (node: string) => Promise<Asker>;
  slots?: RegistryOptions["slots"];
  audit?: RegistryOptions["audit"];
  log?: NonNullable<RegistryOptions["log"]>;
  tools?: AnyHandler[];
  redactor?: NonNullable<RegistryOptions["redactor"]>;
  syntax?: NonNullable<RegistryOptions["syntax"]>;
}

/** A registry that dials nothing real. */
export function makeRig(options: RigOptions = {}): Rig {
  const names = [...options.nodes ?? ["a@h"]];
  const rig: Omit<Rig, "registry"> = { audit: [], crashes: [], dialled: [] };
  const beam = (node: string): Promise<Asker> => {
    rig.dialled.push(node);
    return options.beam?.(node) ?? Promise.resolve({
      node,
      incarnation: 7,
      run: () => Promise.reject(new Error("nothing to run")),
      call: () => Promise.resolve(42),
    });
  };
  const registry = new Registry({
    nodes: {
      names: () => names,
      aliasOf: (node) =>
        Object.entries(options.aliases ?? {})
          .find(([, name]) => name === node)?.[0],
      resolve: (name) => options.aliases?.[name] ?? name,
      states: () =>
        Promise.resolve(
          names.map((node) => ({ node, link: "idle" as const })),
        ),
      permissions: (node) => [{
        name: "net",
        host: `${node.split("@")[1]}:4369`,
      }],
      beam,
      async connect(node, { alias }): Promise<Connected> {
        const asker = await beam(node);
        const already = names.includes(node);
        if (!already) names.push(node);
        return { asker, alias, already };
      },
      remove(node): boolean {
        const at = names.indexOf(node);
        if (at >= 0) names.splice(at, 1);
        return at >= 0;
      },
    },
    runtime: {
      granted: options.granted ?? ((): boolean => true),
      remedy: () => "add the flag",
    },
    audit: options.audit ?? ((entry): void => void rig.audit.push(entry)),
    crashed: (reference, _tool, error) =>
      rig.crashes.push({ reference, error }),
    ...options.slots && { slots: options.slots },
    ...options.log && { log: options.log },
    ...options.redactor && { redactor: options.redactor },
    ...options.syntax && { syntax: options.syntax },
  });
  for (const tool of options.tools ?? []) registry.register(tool);
  return { ...rig, registry };
}

/** Somebody with these grants. */
export function principal(
  allow: readonly string[] = [],
  options: { readOnly?: boolean; trusted?: boolean } = {},
): Principal {
  const readOnly = options.readOnly ?? false;
  return {
    id: "tester",
    grants: operatorGrants(allow.map(parseGrant), { readOnly }),
    readOnly,
    trusted: options.trusted ?? true,
  };
}
