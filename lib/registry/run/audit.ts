/**
 * The audit log: a line when a call above `inspect` is allowed or refused, and
 * a line when it has ended.
 *
 * @module
 */

import type { AnyHandler, Kind } from "../declare/handler.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { Call } from "./attempts.ts";

/** A call of a handler that was found. */
export type Recorded = Call & { readonly handler: AnyHandler };

/** A line of the audit log. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** `decision`: allowed or refused; `end`: how an allowed call ended. */
  readonly event: "decision" | "end";
  /** Names the call; a crash is shown to the client by it. */
  readonly reference: string;
  /** Who called. */
  readonly principal: string;
  /** Kind of the handler. */
  readonly kind: Kind;
  /** Name of the handler. */
  readonly name: string;
  /** The scopes that it needs or has used. */
  readonly scopes: readonly string[];
  /** Full name of the node of the call. */
  readonly node?: string;
  /** The glob of a call about several nodes. */
  readonly nodes?: string;
  /** The nodes that a call about several has asked. */
  readonly asked?: readonly string[];
  /** As sent, without secrets; long ones are cut. Only in a decision. */
  readonly arguments?: unknown;
  /** Whether it was allowed; left out where the call itself was wrong. */
  readonly granted?: boolean;
  /** `ok` or the code of the error; left out while the call runs. */
  readonly outcome?: string;
  /** How long it took, once it has ended. */
  readonly duration_ms?: number;
}

/** The entry for a call that may go ahead. */
export function decisionOf(call: Recorded, redactor: Redactor): AuditEntry {
  return {
    ...entry(call, "decision"),
    arguments: shortened(call.arguments, redactor),
  };
}

/** The entry for a call that has ended or was refused. */
export function endOf(call: Recorded, redactor: Redactor): AuditEntry {
  const { outcome, begin } = call;
  return call.granted
    ? { ...entry(call, "end"), outcome, duration_ms: Date.now() - begin }
    : { ...decisionOf(call, redactor), outcome };
}

/** Outcomes of calls that are wrong whatever is granted. */
const MISTAKEN: ReadonlySet<string> = new Set([
  "invalid_arguments",
  "node_required",
  "unknown_node",
]);

function entry(
  call: Recorded,
  event: AuditEntry["event"],
): AuditEntry {
  const { reference, principal, handler, node, nodes, asked, scopes } = call;
  return {
    time: new Date().toISOString(),
    event,
    reference,
    principal: principal.id,
    kind: handler.kind,
    name: handler.name,
    scopes,
    ...node !== undefined && { node },
    ...nodes !== undefined && { nodes },
    ...asked !== undefined && { asked },
    ...(call.granted || !MISTAKEN.has(call.outcome)) &&
      { granted: call.granted },
  };
}

/** Maximum arguments in one entry. */
const MAX_ARGUMENTS = 64;

/** Maximum size of all arguments in one entry, as JSON, in characters. */
const MAX_CHARACTERS = 32_768;

/** Arguments without secrets, cut so that no caller can fill the log. */
function shortened(args: unknown, redactor: Redactor): unknown {
  if (typeof args !== "object" || args === null) return redactor.json(args);
  const names = Object.keys(args);
  const few = names.slice(0, MAX_ARGUMENTS)
    .map((name) => [name, Reflect.get(args, name)]);
  const fields = Object.entries(Object(redactor.json(Object.fromEntries(few))));
  let room = MAX_CHARACTERS;
  const kept = fields.map(([name, value]) => {
    const key = name.slice(0, 64);
    const text = JSON.stringify(value) ?? "";
    if (text.length <= room) {
      room -= text.length;
      return [key, value] as const;
    }
    // Half of what is left, so that the arguments after it get some too.
    room = Math.floor(room / 2);
    return [key, `${text.slice(0, room)}…`] as const;
  });
  const left = names.length - few.length;
  return { ...Object.fromEntries(kept), ...left > 0 && { "…": left } };
}
