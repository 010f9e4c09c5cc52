/**
 * What every handler says of itself, whatever its kind, before anybody may
 * use it.
 *
 * @module
 */

import type { AnyProbe } from "./asker.ts";
import type { Permission } from "../grants/permissions.ts";
import type { Scope } from "../grants/scopes.ts";

/** How long a call may take unless its handler says otherwise, in ms. */
export const DEFAULT_DEADLINE_MS = 20_000;

/** How large an answer may be unless its handler says otherwise, in bytes. */
export const DEFAULT_BUDGET_BYTES = 8192;

/** A picture for those who choose among handlers. */
export interface Icon {
  /** An address, `https:` or `data:`. */
  readonly src: string;
  readonly mimeType?: string;
  /** Such as `48x48` or `any`. */
  readonly sizes?: readonly string[];
}

/** How a client may treat a tool, as MCP's tool annotations. */
export interface Annotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** The annotations of a tool that only looks. */
export const LOOKS_ONLY: Annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** For whom a resource is, as MCP's annotations of resources. */
export interface ResourceAnnotations {
  readonly audience?: readonly ("user" | "assistant")[];
  /** From 0, which may be left out, to 1, which is needed. */
  readonly priority?: number;
  /** ISO 8601. */
  readonly lastModified?: string;
}

/** What every handler declares. */
export interface Declaration {
  /** Among those of its kind; snake_case, of a tool `verb_noun`. */
  readonly name: string;
  /** For people, a few words. */
  readonly title: string;
  /** For models: when to use it, and what it costs the target. */
  readonly description: string;
  /** The group it is switched on and off with. */
  readonly toolset: string;
  /** All of them are needed. */
  readonly scopes: readonly Scope[];
  readonly icons?: readonly Icon[];
  /** Permissions of the runtime beside reaching the node. */
  readonly permissions?: readonly Permission[];
  /** How long a call may take in all, in ms. @default {20_000} */
  readonly deadlineMs?: number;
  /** How large an answer may be, in bytes. @default {8_192} */
  readonly budgetBytes?: number;
}

/** What may be run on a node; nothing else is reachable. */
export interface Manifest {
  readonly probes: readonly AnyProbe[];
  /** Functions that may be called as they are, each as `module:function/arity`. */
  readonly calls?: readonly string[];
}

/** An answer may be made of values that nobody may change. */
export type Immutable<T> = T extends Uint8Array ? T
  : T extends readonly (infer Item)[] ? readonly Immutable<Item>[]
  : T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> }
  : T;
