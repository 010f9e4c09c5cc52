/**
 * The kinds of handlers, as the registry keeps them: declarations whose types
 * are forgotten, each with a function that checks the arguments of a call.
 *
 * @module
 */

import type * as z from "zod";
import type { Mfa } from "../../beam/mod.ts";
import type { Content, Metadata, PromptMessage } from "./content.ts";
import type {
  AdminContext,
  LocalContext,
  NodeContext,
  NodesContext,
} from "./context.ts";
import type {
  Annotations,
  Declaration,
  Manifest,
  ResourceAnnotations,
} from "./declaration.ts";

/** What a handler is about: no single node, one, several, or the list of nodes itself. */
export type Target = "none" | "node" | "nodes" | "admin";

/** A call whose arguments are sound. */
export type Prepared<Answer> =
  | { readonly target: "none"; run(context: LocalContext): Promise<Answer> }
  | {
    readonly target: "node";
    /** As the caller gave it. */
    readonly node: string | undefined;
    readonly incarnation?: number | undefined;
    /** The function that the arguments name, where the handler is about calling one. */
    readonly calls?: Mfa | undefined;
    run(context: NodeContext): Promise<Answer>;
  }
  | {
    readonly target: "nodes";
    /** Where to ask for the others, as the caller gave it. */
    readonly node: string | undefined;
    /** Which nodes are meant: a glob. */
    readonly nodes: string;
    run(context: NodesContext): Promise<Answer>;
  }
  | {
    readonly target: "admin";
    readonly node: string;
    run(context: AdminContext): Promise<Answer>;
  };

/** What a tool's function gives, in one form. */
export interface ToolAnswer {
  readonly structured: object;
  readonly content?: readonly Content[] | undefined;
  readonly meta?: Metadata | undefined;
}

/** What all kinds have in common. */
export interface Handler<Kind extends string, Answer>
  extends Declaration, Manifest {
  readonly kind: Kind;
  readonly target: Target;
  /** There if it calls a function that its arguments name: a grant `call:` will do then. */
  readonly names?: true;
  readonly input: z.ZodObject;
  /**
   * Checks the arguments of a call.
   *
   * @throws {ToolError} `invalid_arguments`
   */
  readonly prepare: (args: unknown) => Prepared<Answer>;
}

/** Something a model may do. */
export interface Tool extends Handler<"tool", ToolAnswer> {
  readonly annotations: Annotations;
  readonly output: z.ZodObject;
  /** For one that a person may want to be asked about, and that has no `dry_run`. */
  readonly approve?: Approve;
}

/** How a person is asked about a call. */
export interface Approve {
  /** Numbers of the input that the person may change. */
  readonly edits: readonly string[];
  /** Takes the same arguments, checks them, and answers `action`: what the call would do. */
  readonly rehearsal: Tool;
  /** Whether a call only goes on with what was approved when it began. */
  continues(args: Readonly<Record<string, unknown>>): boolean;
}

/** Something to be read at one address. */
export interface Resource extends Handler<"resource", unknown> {
  readonly uri: string;
  readonly mimeType: string;
  readonly annotations?: ResourceAnnotations;
}

/** Something to be read at any address of one form. */
export interface ResourceTemplate
  extends Handler<"resource_template", unknown> {
  /** With variables as `{name}`, each a field of the input. */
  readonly uriTemplate: string;
  readonly mimeType: string;
  readonly annotations?: ResourceAnnotations;
  /** The completion, by name, that knows values of a variable. */
  readonly complete: Readonly<Record<string, string>>;
}

/** A way to begin a conversation. */
export interface Prompt extends Handler<"prompt", readonly PromptMessage[]> {
  /** The completion, by name, that knows values of an argument. */
  readonly complete: Readonly<Record<string, string>>;
}

/** Knows the values that an argument may have; its input is `{ value, known }`. */
export type Completion = Handler<"completion", readonly string[]>;

/** The handlers by their kind. */
export interface HandlerOf {
  readonly tool: Tool;
  readonly resource: Resource;
  readonly resource_template: ResourceTemplate;
  readonly prompt: Prompt;
  readonly completion: Completion;
}

/** A kind of handler. */
export type Kind = keyof HandlerOf;

/** A handler of any kind. */
export type AnyHandler = HandlerOf[Kind];
