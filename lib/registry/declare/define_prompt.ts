/**
 * Prompts and completions as data: ways to begin a conversation, and what
 * knows the values that an argument may have.
 *
 * @module
 */

import * as z from "zod";
import type { PromptMessage } from "./content.ts";
import type { LocalContext } from "./context.ts";
import type { Declaration } from "./declaration.ts";
import { checkArguments } from "./arguments.ts";
import type { Completion, Prepared, Prompt } from "./handler.ts";

/** Declares a prompt; a text is one message of the user. */
export function definePrompt<Input extends z.ZodRawShape>(
  declaration: Declaration & {
    /** A schema of strings, required or optional, for each argument. */
    readonly input: Input;
    /** The completion, by name, that knows values of an argument. */
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
        run: async (context) => {
          const said = await run(parsed, context);
          if (typeof said !== "string") return said;
          return [{ role: "user", content: { type: "text", text: said } }];
        },
      };
    },
  };
}

/** What a completion is asked. */
export interface CompletionQuery {
  /** What has been typed so far. */
  readonly value: string;
  /** The arguments that are filled in already. */
  readonly known: Readonly<Record<string, string>>;
}

const QUERY = {
  value: z.string().max(1024).describe("What has been typed so far."),
  known: z.record(z.string(), z.string()).default({}).describe(
    "The arguments that are filled in already.",
  ),
};

/**
 * Declares a completion about no single node. It may give more than fits: the
 * best matches are chosen afterwards.
 */
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
