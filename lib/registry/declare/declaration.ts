/**
 * What every handler declares, whatever its kind.
 *
 * @module
 */

import type { AnyProbe } from "./asker.ts";
import type { Place } from "../grants/grants.ts";
import type { Permission } from "../grants/permissions.ts";
import type { Scope } from "../grants/scopes.ts";

/** Default deadline of a call, in ms. */
export const DEFAULT_DEADLINE_MS = 20_000;

/** A picture for people who choose among handlers. */
export interface Icon {
  /** An address, `https:` or `data:`. */
  readonly src: string;
  /** Such as `image/svg+xml`. */
  readonly mimeType?: string;
  /** Such as `48x48` or `any`. */
  readonly sizes?: readonly string[];
}

/** MCP's annotations of a tool: how a client may treat it. */
export interface Annotations {
  /** It changes nothing. */
  readonly readOnlyHint: boolean;
  /** It may end or remove something. */
  readonly destructiveHint: boolean;
  /** A second call with the same arguments changes nothing more. */
  readonly idempotentHint: boolean;
  /** It reaches beyond what the operator named. */
  readonly openWorldHint: boolean;
}

/** The annotations of a tool that only looks. */
export const LOOKS_ONLY: Annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** MCP's annotations of a resource: whom it is for. */
export interface ResourceAnnotations {
  /** For people, for models, or both. */
  readonly audience?: readonly ("user" | "assistant")[];
  /** From 0 (optional) to 1 (required). */
  readonly priority?: number;
  /** ISO 8601. */
  readonly lastModified?: string;
}

/** What every handler declares. */
export interface Declaration {
  /** Unique within its kind; snake_case, of a tool `verb_noun`. */
  readonly name: string;
  /** A few words for people. */
  readonly title: string;
  /** For models: when to use it, and what it costs the target. */
  readonly description: string;
  /** The group that it is switched on and off with. */
  readonly toolset: string;
  /** The caller needs all of them; at least one. */
  readonly scopes: readonly Scope[];
  /** What it is about, if that is no node: grants count whose glob matches this name. */
  readonly place?: Place;
  /** How the operator starts beamtap to make it work; `undefined` while it works. */
  readonly unavailable?: () => string | undefined;
  /** Pictures for lists of handlers. */
  readonly icons?: readonly Icon[];
  /** Permissions of the runtime beside reaching the node. */
  readonly permissions?: readonly Permission[];
  /** Deadline of a call, waiting included, in ms, at most 300,000. @default {20_000} */
  readonly deadlineMs?: number;
  /** Budget of an answer, in bytes, at most 131,072. @default {8_192} */
  readonly budgetBytes?: number;
}

/** What may be run on a node; nothing else is reachable. */
export interface Manifest {
  /** The questions that it may ask. */
  readonly probes: readonly AnyProbe[];
  /** Functions that may be called directly, each as `module:function/arity`. */
  readonly calls?: readonly string[];
}

/** The same type with everything in it read-only: what a handler may answer with. */
export type Immutable<T> = T extends Uint8Array ? T
  : T extends readonly (infer Item)[] ? readonly Immutable<Item>[]
  : T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> }
  : T;
