/**
 * What an answer may be made of beside its structure: texts, pictures, links.
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

/** One turn of the conversation that a prompt begins. */
export interface PromptMessage {
  readonly role: "user" | "assistant";
  readonly content: Content;
}

/** For programs, beside the answer itself; keys as MCP's `_meta` has them. */
export type Metadata = Readonly<Record<string, unknown>>;

/** An answer with more to it than its structure; made by {@linkcode withContent}. */
export class Rich<Structure> {
  /** The structure, the blocks that follow its text, and the metadata. */
  constructor(
    readonly structured: Structure,
    readonly content: readonly Content[],
    readonly meta: Metadata | undefined,
  ) {}
}

/** A tool's structured answer with blocks to be shown after it: pictures, links to resources. */
export function withContent<Structure>(
  structured: Structure,
  content: readonly Content[],
  meta?: Metadata,
): Rich<Structure> {
  return new Rich(structured, content, meta);
}

/** The size of what a block carries and nobody can cut, in bytes. */
export function mediaBytes(content: Content): number {
  switch (content.type) {
    case "image":
    case "audio":
      return content.data.length;
    case "resource":
      return "blob" in content.resource ? content.resource.blob.length : 0;
    case "resource_link":
      return JSON.stringify(content).length;
    case "text":
      return 0;
  }
  content satisfies never;
}
