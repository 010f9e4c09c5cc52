/**
 * One call while it runs: who makes it, what it is about, how it ended. The
 * audit log is written from it.
 *
 * @module
 */

import type { AnyHandler } from "../declare/handler.ts";
import type { Principal } from "../grants/grants.ts";
import type { Scope } from "../grants/scopes.ts";

/** A call, from the moment that it came in. */
export class Call {
  /** Names the call in logs and, if it crashes, in the answer to the client. */
  readonly reference: string = crypto.randomUUID().slice(0, 8);
  /** When it came in, in ms since 1970. */
  readonly begin: number = Date.now();
  readonly principal: Principal;
  /** As sent, secrets included. */
  readonly arguments: unknown;
  /** What is called, once that is known. */
  handler: AnyHandler | undefined;
  /** Full name of the node it is about. */
  node: string | undefined;
  /** The glob of nodes it is about, if there may be several. */
  nodes: string | undefined;
  /** The nodes that were asked, if there may be several. */
  asked: readonly string[] | undefined;
  /** Whether all checks have passed. */
  granted = false;
  /** `ok`, or the code of the error. */
  outcome = "ok";
  readonly #more: Scope[] = [];

  /** A call that has just come in. */
  constructor(principal: Principal, args: unknown) {
    this.principal = principal;
    this.arguments = args;
  }

  /** Whether it belongs into the audit log: it needs or has used more than `inspect`. */
  isRecorded(): this is this & { readonly handler: AnyHandler } {
    for (const scope of this.scopes) if (scope !== "inspect") return true;
    return false;
  }

  /** The scopes that the handler needs, and those that it has used besides. */
  get scopes(): readonly Scope[] {
    return [...this.handler?.scopes ?? [], ...this.#more];
  }

  /** Records that the handler uses a scope; returns whether it is the first time. */
  uses(scope: Scope): boolean {
    if (this.scopes.includes(scope)) return false;
    this.#more.push(scope);
    return true;
  }
}
