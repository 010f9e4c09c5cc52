/**
 * Turns whatever goes wrong in a call into a result, reports crashes to the
 * operator, and writes the audit log.
 *
 * @module
 */

import { BeamtapError } from "../../errors.ts";
import { type Failure, failure } from "../answer/failure.ts";
import { ToolError } from "../errors.ts";
import type { Principal } from "../grants/grants.ts";
import type { Redactor } from "../redact/redactor.ts";
import { type AuditEntry, decisionOf, endOf } from "./audit.ts";
import { Call } from "./call.ts";

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
    work: (call: Call) => Result | Promise<Result>,
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
