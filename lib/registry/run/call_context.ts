/**
 * What every handler is handed, whatever it is about.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import type { CallContext, Progress } from "../declare/context.ts";
import { holds } from "../grants/decide.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { Call } from "./call.ts";
import type { Limit } from "./limit.ts";
import { steadyProgress } from "./progress.ts";

/** Takes what handlers have to say to the operator. */
export type CallLog = (level: "warn" | "info" | "debug", text: string) => void;

/** What a context is made from. */
export interface ContextOptions {
  readonly call: Call;
  readonly limit: Limit;
  readonly redactor: () => Redactor;
  readonly log: CallLog;
  /** Told when the handler uses a scope that it does not declare. */
  readonly granted: (call: Call) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** The context of a call; secrets are taken out of everything that goes through it. */
export function contextOf(options: ContextOptions): CallContext {
  const { call, limit, redactor, log, onProgress } = options;
  const { principal, reference, node } = call;
  return {
    signal: limit.signal,
    left: limit.left,
    principal: principal.owner ?? principal.id,
    reference,
    granted: (scope) => {
      const held = holds(principal, scope, node, Date.now());
      if (held && call.uses(scope)) options.granted(call);
      return held;
    },
    progress: steadyProgress(
      onProgress && (({ message, ...rest }) =>
        onProgress({
          ...rest,
          ...message !== undefined &&
            { message: visible(redactor().text(message)) },
        })),
    ),
    log: (level, text) => log(level, `${reference} ${redactor().text(text)}`),
    redact: (term) => redactor().term(term),
  };
}
