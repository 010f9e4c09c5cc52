/**
 * What a stock client is told to do, and what it tells; both cross between processes as JSON.
 *
 * @module
 */

/** How a client reaches beamtap. */
export type Server =
  | { readonly command: string; readonly args: readonly string[] }
  | { readonly url: string; readonly token: string };

/** A call of a tool. */
export interface Call {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What one client does. */
export interface Job {
  readonly client: string;
  readonly server: Server;
  readonly calls: readonly Call[];
}

/** A tool as the client hands it to a model. */
export interface Offered {
  readonly name: string;
  /** For a client that asks for OpenAI's strict mode: whether the tool got it. */
  readonly strict?: boolean;
  /** Its parameters after the conversion into strict mode. */
  readonly parameters?: unknown;
}

/** What a model gets for a call. */
export interface Told {
  readonly text: string;
  /** Left out by a client that hands on the text alone. */
  readonly failed?: boolean;
}

/** What became of a job. */
export interface Outcome {
  readonly tools: readonly Offered[];
  readonly told: readonly Told[];
}

/** Stands before the outcome on standard output, where clients may log. */
export const MARK = "outcome: ";
