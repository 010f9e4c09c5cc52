/**
 * A resource as data: something to be read, at one address or at any of one
 * form.
 *
 * @module
 */

import * as z from "zod";
import type { LocalContext, NodeContext } from "./context.ts";
import type {
  Declaration,
  Immutable,
  Manifest,
  ResourceAnnotations,
} from "./declaration.ts";
import { checkArguments } from "./define.ts";
import type { Prepared, Resource, ResourceTemplate } from "./handler.ts";

/** What every resource declares. */
interface ResourceDeclaration<Output extends z.ZodType> extends Declaration {
  /** @default {"application/json"} */
  readonly mimeType?: string;
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
  const { run, ...rest } = declaration;
  return {
    mimeType: JSON_TYPE,
    ...rest,
    kind: "resource",
    target: "none",
    input: z.strictObject({}),
    probes: [],
    prepare: (): Prepared<unknown> => ({ target: "none", run }),
  };
}

interface TemplateDeclaration<
  Input extends z.ZodRawShape,
  Output extends z.ZodType,
> extends ResourceDeclaration<Output> {
  /** Each variable, written `{name}`, is a field of the input and stands for any text without `/`, `?` and `#`. */
  readonly uriTemplate: string;
  /** A schema of strings for each variable. */
  readonly input: Input;
  /** The completion, by name, that knows values of a variable. */
  readonly complete?: { readonly [Name in keyof Input]?: string };
}

/** Declares resources of one form about the node that their address names as `{node}`. */
export function defineNodeResource<
  Input extends z.ZodRawShape,
  Output extends z.ZodType,
>(
  declaration: TemplateDeclaration<Input, Output> & Manifest & {
    run(
      args: z.output<z.ZodObject<Input>>,
      context: NodeContext,
    ): Promise<Immutable<z.input<Output>>>;
  },
): ResourceTemplate {
  const { run, ...rest } = declaration;
  const own = z.object(declaration.input);
  const input = z.strictObject({
    ...NODE_VARIABLE.shape,
    ...declaration.input,
  });
  return {
    mimeType: JSON_TYPE,
    ...rest,
    complete: { node: NODE_NAMES, ...completions(rest.complete) },
    kind: "resource_template",
    target: "node",
    input,
    prepare(args): Prepared<unknown> {
      checkArguments(rest.name, input, args);
      const parsed = own.parse(args);
      return {
        target: "node",
        node: NODE_VARIABLE.parse(args).node,
        run: (context) => run(parsed, context),
      };
    },
  };
}

/** The completion that every catalogue with resources about nodes has. */
export const NODE_NAMES = "node_names";

const NODE_VARIABLE = z.object({
  node: z.string().min(1).max(255).describe("Full node name or alias."),
});

function completions(
  complete: Readonly<Record<string, string | undefined>> | undefined,
): Record<string, string> {
  const given = Object.entries(complete ?? {}).flatMap(([name, completion]) =>
    completion === undefined ? [] : [[name, completion] as const]
  );
  return Object.fromEntries(given);
}
