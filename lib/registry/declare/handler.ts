/**
 * The kinds of handlers as the registry keeps them: declarations without the
 * types of their arguments, each with a function that checks those of a call.
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

/** A call whose arguments have been checked. */
export type Prepared<Answer> =
  | {
    readonly target: "none";
    /** A node that the arguments name: it must be known, and is not asked. */
    readonly node?: string | undefined;
    run(context: LocalContext): Promise<Answer>;
  }
  | {
    readonly target: "node";
    /** As the caller gave it. */
    readonly node: string | undefined;
    readonly incarnation?: number | undefined;
    /** Whether it changes something by a pid, so that `incarnation` must be given. @default {false} */
    readonly guarded?: boolean | undefined;
    /** The function that the arguments name, for a handler that calls one. */
    readonly calls?: Mfa | undefined;
    run(context: NodeContext): Promise<Answer>;
  }
  | {
    readonly target: "nodes";
    /** The node to ask for the others, as the caller gave it. */
    readonly node: string | undefined;
    /** A glob of the nodes that are meant. */
    readonly nodes: string;
    run(context: NodesContext): Promise<Answer>;
  }
  | {
    readonly target: "admin";
    readonly node: string;
    run(context: AdminContext): Promise<Answer>;
  };

/** The answer of a tool; its structure has been checked against the schema. */
export interface ToolAnswer {
  /** The fields of the answer. */
  readonly structured: object;
  /** Blocks that follow the text. */
  readonly content?: readonly Content[] | undefined;
  /** Metadata for programs. */
  readonly meta?: Metadata | undefined;
}

/** What all kinds have in common. */
export interface Handler<Kind extends string, Answer>
  extends Declaration, Manifest {
  /** Its kind. */
  readonly kind: Kind;
  /** What it is about. */
  readonly target: Target;
  /** Set if it calls a function that its arguments name: a grant `call:` of it is enough. */
  readonly names?: true;
  /** The schema of its arguments. */
  readonly input: z.ZodObject;
  /**
   * Reads the arguments of a call.
   *
   * @throws {ToolError} `invalid_arguments`
   */
  readonly prepare: (args: unknown) => Prepared<Answer>;
}

/** Something that a model can do. */
export interface Tool extends Handler<"tool", ToolAnswer> {
  /** How a client may treat it. */
  readonly annotations: Annotations;
  /** The schema of its structured answer. */
  readonly output: z.ZodObject;
  /** How a person approves a call, for a tool without `dry_run`. */
  readonly approve?: Approve;
}

/** How a person approves a call. */
export interface Approve {
  /** Numbers of the input that the person may change. */
  readonly edits: readonly string[];
  /** Takes the same arguments and answers `action`: what the call would do. */
  readonly rehearsal: Tool;
  /** Whether a call only continues what was approved when it started. */
  continues(args: Readonly<Record<string, unknown>>): boolean;
}

/** Something to read at one address. */
export interface Resource extends Handler<"resource", unknown> {
  /** Where it is read. */
  readonly uri: string;
  /** What it is read as. */
  readonly mimeType: string;
  /** Whom it is for. */
  readonly annotations?: ResourceAnnotations;
}

/** Something to read at any address of one form. */
export interface ResourceTemplate
  extends Handler<"resource_template", unknown> {
  /** With variables as `{name}`, each a field of the input. */
  readonly uriTemplate: string;
  /** What it is read as. */
  readonly mimeType: string;
  /** Whom it is for. */
  readonly annotations?: ResourceAnnotations;
  /** For each variable, the name of the completion that knows its values. */
  readonly complete: Readonly<Record<string, string>>;
}

/** A way to start a conversation. */
export interface Prompt extends Handler<"prompt", readonly PromptMessage[]> {
  /** For each argument, the name of the completion that knows its values. */
  readonly complete: Readonly<Record<string, string>>;
}

/** Finds the values of an argument; its input is `{ value, known }`. */
export type Completion = Handler<"completion", readonly string[]>;

/** The type of handler of each kind. */
export interface HandlerOf {
  /** Called by models. */
  readonly tool: Tool;
  /** Read at one address. */
  readonly resource: Resource;
  /** Read at addresses of one form. */
  readonly resource_template: ResourceTemplate;
  /** Chosen by people. */
  readonly prompt: Prompt;
  /** Asked while a person types. */
  readonly completion: Completion;
}

/** A kind of handler. */
export type Kind = keyof HandlerOf;

/** A handler of any kind. */
export type AnyHandler = HandlerOf[Kind];
