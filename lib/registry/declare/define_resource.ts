/**
 * A resource as data: something to read, at one address or, for each node, at
 * any address of one form.
 *
 * @module
 */

import * as z from "zod";
import { splitArguments } from "./arguments.ts";
import type { LocalContext, NodeContext } from "./context.ts";
import type {
  Declaration,
  Immutable,
  Manifest,
  ResourceAnnotations,
} from "./declaration.ts";
import type { Prepared, Resource, ResourceTemplate } from "./handler.ts";

/** What every resource declares. */
export interface ResourceDeclaration<Output extends z.ZodType>
  extends Declaration {
  /** What it is read as. @default {"application/json"} */
  readonly mimeType?: string;
  /** Whom it is for. */
  readonly annotations?: ResourceAnnotations;
  /** An object becomes JSON, a string text, bytes (`z.instanceof(Uint8Array)`) a blob. */
  readonly output: Output;
}

const JSON_TYPE = "application/json";

/** Declares a resource at one address, about no single node. */
export function defineResource<Output extends z.ZodType>(
  declaration: ResourceDeclaration<Output> & {
    readonly uri: string;
    run(context: LocalContext): Promise<Immutable<z.input<Output>>>;
  },
): Resource {
  const { run, output, ...rest } = declaration;
  return {
    mimeType: JSON_TYPE,
    ...rest,
    kind: "resource",
    target: "none",
    input: z.strictObject({}),
    probes: [],
    prepare: (): Prepared<unknown> => ({
      target: "none",
      run: async (context) => output.parse(await run(context)),
    }),
  };
}

/** The completion that every catalogue with resources about nodes has. */
export const NODE_NAMES = "node_names";

const TARGET = z.object({
  node: z.string().min(1).max(255).describe("Full node name or alias."),
});

/**
 * Declares resources of one form about the node that their address names as
 * `{node}`.
 *
 * @example The full name of a node that is known by an alias
 * ```ts
 * import * as z from "zod";
 * import { defineNodeResource } from "../mod.ts";
 *
 * defineNodeResource({
 *   name: "name",
 *   title: "Name",
 *   description: "The full name of the node.",
 *   toolset: "nodes",
 *   scopes: ["inspect"],
 *   probes: [],
 *   uriTemplate: "beam://{node}/name",
 *   input: {},
 *   output: z.string(),
 *   run: (_args, { beam }) => Promise.resolve(beam.node),
 * });
 * ```
 */
export function defineNodeResource<
  Input extends z.ZodRawShape,
  Output extends z.ZodType,
>(
  declaration: ResourceDeclaration<Output> & Manifest & {
    /** Each variable, `{node}` or a field of the input as `{name}`, stands for any text without `/`, `?` and `#`. */
    readonly uriTemplate: string;
    /** A schema of strings for each variable but `{node}`. */
    readonly input: Input;
    /** The completion, by name, that knows values of a variable. */
    readonly complete?: { readonly [Name in keyof Input]?: string };
    run(
      args: z.output<z.ZodObject<Input>>,
      context: NodeContext,
    ): Promise<Immutable<z.input<Output>>>;
  },
): ResourceTemplate {
  const { run, output, complete = {}, ...rest } = declaration;
  const input = z.object(declaration.input);
  return {
    mimeType: JSON_TYPE,
    ...rest,
    complete: { node: NODE_NAMES, ...completions(complete) },
    kind: "resource_template",
    target: "node",
    input: z.strictObject({ ...TARGET.shape, ...declaration.input }),
    prepare(args): Prepared<unknown> {
      const [own, { node }] = splitArguments(rest.name, input, TARGET, args);
      return {
        target: "node",
        node,
        run: async (context) => output.parse(await run(own, context)),
      };
    },
  };
}

function completions(
  complete: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(complete).flatMap(([name, completion]) =>
      completion === undefined ? [] : [[name, completion] as const]
    ),
  );
}
