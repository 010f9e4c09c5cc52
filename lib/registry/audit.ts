/**
 * What is written down about calls that are about more than `inspect`.
 *
 * @module
 */

import type { Principal } from "./grants.ts";
import type { Tool } from "./handler.ts";

/** One decision above `inspect`, as it is written to the audit log. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Of this call; a crash is shown to the client by it. */
  readonly reference: string;
  readonly principal: string;
  readonly tool: string;
  readonly scopes: readonly string[];
  readonly node?: string;
  /** Whether it was allowed to run. */
  readonly granted: boolean;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
  readonly duration_ms: number;
}

/** What is remembered of a call while it runs, for the audit log. */
export class Call {
  /** Names this call in logs and in the answer to the client. */
  readonly reference = crypto.randomUUID().slice(0, 8);
  readonly principal: Principal;
  readonly #begin = Date.now();
  /** What is called, once that is known. */
  tool: Tool | undefined;
  /** The node it is about. */
  node: string | undefined;
  /** Whether all checks have passed. */
  granted = false;
  /** `ok`, or the code of the error. */
  outcome = "ok";

  /** A call that has just come in. */
  constructor(principal: Principal) {
    this.principal = principal;
  }

  /** The entry to write, if the call is about more than `inspect`. */
  entry(): AuditEntry | undefined {
    const { tool, node } = this;
    if (tool === undefined) return undefined;
    if (tool.scopes.every((scope) => scope === "inspect")) return undefined;
    return {
      time: new Date(this.#begin).toISOString(),
      reference: this.reference,
      principal: this.principal.id,
      tool: tool.name,
      scopes: tool.scopes,
      ...(node !== undefined && { node }),
      granted: this.granted,
      outcome: this.outcome,
      duration_ms: Date.now() - this.#begin,
    };
  }
}
