/**
 * What an answer may have beside its structure: texts, pictures, links.
 *
 * @module
 */

/** One block of an answer, as a client shows it. */
export type Content =
  | { readonly type: "text"; readonly text: string }
  | {
    readonly type: "image" | "audio";
    /** In base64. */
    readonly data: string;
    readonly mimeType: string;
  }
  | {
    readonly type: "resource_link";
    readonly uri: string;
    readonly name: string;
    readonly title?: string;
    readonly description?: string;
    readonly mimeType?: string;
  }
  | { readonly type: "resource"; readonly resource: ResourceContents };

/** What a resource holds. */
export type ResourceContents =
  & { readonly uri: string; readonly mimeType: string }
  & (
    | { readonly text: string }
    /** In base64. */
    | { readonly blob: string }
  );

/** One turn of the conversation that a prompt starts. */
export interface PromptMessage {
  /** Who says it. */
  readonly role: "user" | "assistant";
  /** What is said. */
  readonly content: Content;
}

/** Data for programs beside the answer, with keys as in MCP's `_meta`. */
export type Metadata = Readonly<Record<string, unknown>>;

/** A structured answer with content; made by {@linkcode withContent}. */
export class Rich<Structure> {
  /** The structure, the blocks that follow its text, and the metadata. */
  constructor(
    readonly structured: Structure,
    readonly content: readonly Content[],
    readonly meta: Metadata | undefined,
  ) {}
}

/**
 * Adds blocks to a tool's structured answer, to be shown after it: pictures,
 * links to resources.
 *
 * @example
 * ```ts
 * import { withContent } from "../mod.ts";
 *
 * withContent({ pid: "<0.1.0>" }, [
 *   { type: "resource_link", uri: "beam://a@h/processes", name: "processes" },
 * ]);
 * ```
 */
export function withContent<Structure>(
  structured: Structure,
  content: readonly Content[],
  meta?: Metadata,
): Rich<Structure> {
  return new Rich(structured, content, meta);
}
