/**
 * One call from the moment it came in: who makes it, what it is about, how it ended.
 * Whatever goes wrong in it becomes a result; crashes are reported to the operator, and
 * the audit log is written.
 *
 * @module
 */

import { BeamtapError } from "../../errors.ts";
import { type Failure, failure } from "../answer/failure.ts";
import type { AnyHandler } from "../declare/handler.ts";
import { ToolError } from "../errors.ts";
import type { Principal } from "../grants/grants.ts";
import type { Scope } from "../grants/scopes.ts";
import type { Redactor } from "../redact/redactor.ts";
import { type AuditEntry, decisionOf, endOf } from "./audit.ts";

/** A call. */
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

  /** Whether it belongs in the audit log: it needs or has used more than `inspect`. */
  isRecorded(): this is this & { readonly handler: AnyHandler } {
    for (const scope of this.handler?.scopes ?? []) {
      if (scope !== "inspect") return true;
    }
    return this.#more.length > 0;
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

/** Where reports go. */
export interface AttemptOptions {
  /** Takes an audit entry; may throw. */
  readonly audit: (entry: AuditEntry) => void;
  /** Takes a crash, in full. */
  readonly crashed: (reference: string, name: string, error: unknown) => void;
  readonly redactor: () => Redactor;
}

/** Makes calls that never reject. */
export class Attempts {
  readonly #options: AttemptOptions;

  /** Reports to these. */
  constructor(options: AttemptOptions) {
    this.#options = options;
  }

  /** The result of `work`, or the failure that its error comes to; `name` is for the operator's log. */
  async run<Result>(
    principal: Principal,
    name: string,
    args: unknown,
    work: (call: Call) => Promise<Result>,
  ): Promise<Result | Failure> {
    const { redactor, crashed } = this.#options;
    const call = new Call(principal, args);
    try {
      return await work(call);
    } catch (error) {
      if (error instanceof BeamtapError) {
        call.outcome = error.code;
        return failure(error, redactor(), principal.trusted);
      }
      call.outcome = "internal_error";
      crashed(call.reference, name, error);
      const crash = new ToolError(
        "internal_error",
        `${name} failed inside beamtap`,
        { hint: seeLog(call) },
      );
      return failure(crash, redactor(), principal.trusted);
    } finally {
      if (call.isRecorded()) this.#write(call, endOf(call, redactor()));
    }
  }

  /**
   * Records that a call may go ahead.
   *
   * @throws {ToolError} `not_audited` if the entry cannot be written
   */
  granted(call: Call): void {
    if (!call.isRecorded()) return;
    this.#write(call, decisionOf(call, this.#options.redactor()));
  }

  #write(call: Call, entry: AuditEntry): void {
    try {
      this.#options.audit(entry);
    } catch (cause) {
      this.#options.crashed(call.reference, "the audit log", cause);
      // A call that has not started must not start if it cannot be recorded.
      if (entry.event === "end" || !entry.granted) return;
      throw new ToolError(
        "not_audited",
        `${entry.name} was not run: the audit log cannot be written`,
        { cause, hint: seeLog(call) },
      );
    }
  }
}

function seeLog({ reference }: Call): string {
  return `the operator finds the details in beamtap's log under ${reference}`;
}
