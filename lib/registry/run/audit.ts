/**
 * What is written down about calls that are about more than `inspect`: the
 * decision before anything happens, and how it ended.
 *
 * @module
 */

import type { Principal } from "../grants/grants.ts";
import type { AnyHandler, Kind } from "../declare/handler.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { Scope } from "../grants/scopes.ts";

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
  /** As sent, without secrets; cut where they are long. */
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
  readonly #arguments: unknown;
  readonly #redactor: Redactor;
  readonly #begin = Date.now();
  readonly #more: Scope[] = [];
  /** What is called, once that is known. */
  handler: AnyHandler | undefined;
  /** The node it is about. */
  node: string | undefined;
  /** The nodes it is about, where they are several. */
  nodes: string | undefined;
  /** The nodes that were asked, where they are several. */
  asked: readonly string[] | undefined;
  /** Whether all checks have passed. */
  granted = false;
  /** `ok`, or the code of the error. */
  outcome = "ok";

  /** A call that has just come in, with its arguments as sent. */
  constructor(principal: Principal, args: unknown, redactor: Redactor) {
    this.principal = principal;
    this.#arguments = args;
    this.#redactor = redactor;
  }

  /** Whether a scope that the handler does not need, and now makes use of, is new to the log. */
  uses(scope: Scope): boolean {
    if (this.#scopes().includes(scope)) return false;
    this.#more.push(scope);
    return true;
  }

  #scopes(): readonly Scope[] {
    return [...this.handler?.scopes ?? [], ...this.#more];
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
    const scopes = this.#scopes();
    if (scopes.every((scope) => scope === "inspect")) return undefined;
    return {
      time: new Date().toISOString(),
      event,
      reference: this.reference,
      principal: this.principal.id,
      kind: handler.kind,
      name: handler.name,
      scopes,
      ...node !== undefined && { node },
      ...nodes !== undefined && { nodes },
      ...asked !== undefined && { asked },
      ...event === "decision" &&
        { arguments: shortened(this.#arguments, this.#redactor) },
      granted: this.granted,
      ...rest,
    };
  }
}

/** What a line of the log has room for: so many arguments, and so much of them as JSON, in characters. */
const MAX_ARGUMENTS = 64;
const MAX_CHARACTERS = 32_768;

/** Arguments without secrets; no caller fills the log by what he sends. */
function shortened(args: unknown, redactor: Redactor): unknown {
  if (typeof args !== "object" || args === null) return redactor.json(args);
  const names = Object.keys(args);
  const few = names.slice(0, MAX_ARGUMENTS)
    .map((name) => [name, Reflect.get(args, name)]);
  const fields = Object.entries(Object(redactor.json(Object.fromEntries(few))));
  let room = MAX_CHARACTERS;
  const told = fields.map(([name, value]) => {
    const key = name.slice(0, 64);
    const text = JSON.stringify(value) ?? "";
    if (text.length <= room) {
      room -= text.length;
      return [key, value] as const;
    }
    // Half of what is left, so that the others are told too.
    room = Math.floor(room / 2);
    return [key, `${text.slice(0, room)}…`] as const;
  });
  const left = names.length - few.length;
  return { ...Object.fromEntries(told), ...left > 0 && { "…": left } };
}
