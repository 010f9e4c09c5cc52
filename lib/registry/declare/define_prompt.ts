/**
 * Prompts and completions as data: ways to start a conversation, and what
 * finds the values of an argument.
 *
 * @module
 */

import * as z from "zod";
import type { PromptMessage } from "./content.ts";
import type { LocalContext } from "./context.ts";
import type { Declaration } from "./declaration.ts";
import { checkArguments } from "./arguments.ts";
import type { Completion, Prepared, Prompt } from "./handler.ts";

/**
 * Declares a prompt; a text becomes one message of the user. An argument `node` must
 * name a node that the caller may inspect.
 */
export function definePrompt<Input extends z.ZodRawShape>(
  declaration: Declaration & {
    /** For each argument, a schema of a required or optional string. */
    readonly input: Input;
    /** For each argument, the name of the completion that knows its values. */
    readonly complete?: Readonly<Record<string, string>>;
    run(
      args: z.output<z.ZodObject<Input>>,
      context: LocalContext,
    ): Promise<string | readonly PromptMessage[]>;
  },
): Prompt {
  const { run, ...rest } = declaration;
  const input = z.strictObject(declaration.input);
  return {
    ...rest,
    kind: "prompt",
    target: "none",
    input,
    complete: rest.complete ?? {},
    probes: [],
    prepare(args): Prepared<readonly PromptMessage[]> {
      const parsed = checkArguments(rest.name, input, args);
      return {
        target: "none",
        node: NODE.parse(parsed).node || undefined,
        run: async (context) => {
          const said = await run(parsed, context);
          if (typeof said !== "string") return said;
          return [{ role: "user", content: { type: "text", text: said } }];
        },
      };
    },
  };
}

const NODE = z.looseObject({ node: z.string().optional() });

/** The question to a completion. */
export interface CompletionQuery {
  /** What has been typed so far. */
  readonly value: string;
  /** Arguments that are filled in already. */
  readonly known: Readonly<Record<string, string>>;
}

const QUERY = {
  value: z.string().max(1024).describe("What has been typed so far."),
  known: z.record(z.string(), z.string()).default({}).describe(
    "The arguments that are filled in already.",
  ),
};

/** Declares a completion about no single node; it may return more than fits, the best matches are chosen later. */
export function defineCompletion(
  declaration: Declaration & {
    run(
      query: CompletionQuery,
      context: LocalContext,
    ): Promise<readonly string[]>;
  },
): Completion {
  const { run, ...rest } = declaration;
  const input = z.strictObject(QUERY);
  return {
    ...rest,
    kind: "completion",
    target: "none",
    input,
    probes: [],
    prepare(args): Prepared<readonly string[]> {
      const query = checkArguments(rest.name, input, args);
      return { target: "none", run: (context) => run(query, context) };
    },
  };
}
