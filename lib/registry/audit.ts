/**
 * What is written down about calls that are about more than `inspect`: the
 * decision before anything happens, and how it ended.
 *
 * @module
 */

import type { Principal } from "./grants.ts";
import type { AnyHandler, Kind } from "./handler.ts";

/** A line of the audit log. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Whether a call was allowed; then, if it was, how it ended. */
  readonly event: "decision" | "end";
  /** Of this call; a crash is shown to the client by it. */
  readonly reference: string;
  readonly principal: string;
  readonly kind: Kind;
  /** Of the handler. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly node?: string;
  /** The glob of a call about several nodes. */
  readonly nodes?: string;
  /** The nodes that were asked, of a call about several. */
  readonly asked?: readonly string[];
  /** As sent, without secrets. */
  readonly arguments?: unknown;
  /** Whether it was allowed to run. */
  readonly granted: boolean;
  /** `ok`, or the code of the error; missing while it is open. */
  readonly outcome?: string;
  readonly duration_ms?: number;
}

/** What is remembered of a call while it runs, for the audit log. */
export class Call {
  /** Names this call in logs and in the answer to the client. */
  readonly reference = crypto.randomUUID().slice(0, 8);
  readonly principal: Principal;
  readonly #begin = Date.now();
  /** What is called, once that is known. */
  handler: AnyHandler | undefined;
  /** The node it is about. */
  node: string | undefined;
  /** The nodes it is about, where they are several. */
  nodes: string | undefined;
  /** The nodes that were asked, where they are several. */
  asked: readonly string[] | undefined;
  /** Without secrets. */
  arguments: unknown;
  /** Whether all checks have passed. */
  granted = false;
  /** `ok`, or the code of the error. */
  outcome = "ok";

  /** A call that has just come in. */
  constructor(principal: Principal) {
    this.principal = principal;
  }

  /** The line to write before a call that is allowed, if it is about more than `inspect`. */
  decision(): AuditEntry | undefined {
    return this.#entry("decision", {});
  }

  /** The line to write when it has ended or was refused. */
  end(): AuditEntry | undefined {
    const { outcome } = this;
    return this.granted
      ? this.#entry("end", { outcome, duration_ms: Date.now() - this.#begin })
      : this.#entry("decision", { outcome });
  }

  #entry(
    event: AuditEntry["event"],
    rest: Pick<AuditEntry, "outcome" | "duration_ms">,
  ): AuditEntry | undefined {
    const { handler, node, nodes, asked } = this;
    if (handler === undefined) return undefined;
    if (handler.scopes.every((scope) => scope === "inspect")) return undefined;
    return {
      time: new Date().toISOString(),
      event,
      reference: this.reference,
      principal: this.principal.id,
      kind: handler.kind,
      name: handler.name,
      scopes: handler.scopes,
      ...node !== undefined && { node },
      ...nodes !== undefined && { nodes },
      ...asked !== undefined && { asked },
      ...event === "decision" && this.arguments !== undefined &&
        { arguments: this.arguments },
      granted: this.granted,
      ...rest,
    };
  }
}
