/**
 * Calls of a live screen, which go through the registry like any other call.
 *
 * @module
 */

import type { ToolResult } from "../../registry/mod.ts";
import type { TopAnswer, TopView } from "../../tools/mod.ts";
import type { Session } from "../session.ts";
import { HEALTH } from "../terminal/health_page.ts";
import type { Ask } from "./asks.ts";
import type { Arrival } from "./arrived.ts";
import type { Health } from "./state.ts";

/** Why a call has no answer. */
export interface Failed {
  readonly failed: string;
  readonly code: string;
}

/** Reads what each view answers. */
type Answers = {
  readonly [View in TopView]: { parse(answer: unknown): TopAnswer<View> };
};

/** What a screen needs of them. */
export type Calls = Pick<Caller, "ask" | "call" | "check" | "rehearse">;

/** The tools of a session, for one node. */
export class Caller {
  readonly #session: Session;
  readonly #answers: Answers;
  readonly #node: string;

  private constructor(
    session: Session,
    node: string,
    answers: Answers,
  ) {
    this.#session = session;
    this.#node = node;
    this.#answers = answers;
  }

  /** Registers the tools of the screen in a session of its own. */
  static async create(session: Session, node: string): Promise<Caller> {
    const { loadTopTools } = await import("../../tools/mod.ts");
    const { TOP_ANSWERS, TOP_TOOLS } = await loadTopTools();
    await session.loadTools();
    session.registry.batch(() => {
      for (const tool of TOP_TOOLS) session.registry.register(tool);
    });
    return new Caller(session, node, TOP_ANSWERS);
  }

  /** Calls a tool about the node. */
  call(
    tool: string,
    args: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<ToolResult> {
    const { registry, principal } = this.#session;
    const given = { node: this.#node, ...args };
    return registry.call(principal, tool, given, { signal });
  }

  /** What a tool that changes something would do. */
  rehearse(
    tool: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<ToolResult> {
    const { registry, principal } = this.#session;
    return registry.rehearse(principal, tool, { node: this.#node, ...args });
  }

  /** Asks what is shown. */
  async ask<View extends TopView>(
    ask: Ask & { readonly view: View },
    signal?: AbortSignal,
  ): Promise<Arrival<View> | Failed> {
    const start = performance.now();
    const result = await this.call(ask.tool, ask.args, signal);
    if (!result.ok) return failedOf(result);
    const { incarnation } = result.structured;
    return {
      ask,
      answer: this.#answers[ask.view].parse(result.structured),
      incarnation: Number(incarnation),
      tookMs: performance.now() - start,
      now: Date.now(),
    };
  }

  /** Checks the health of the node; `busyMs` is how long that kept it at work. */
  async check(
    windowMs: number,
  ): Promise<{ readonly health: Health; readonly busyMs: number } | Failed> {
    const result = await this.call("check_health", { window_ms: windowMs });
    if (!result.ok) return failedOf(result);
    const { verdict, findings, cost } = HEALTH.parse(result.structured);
    return {
      health: { verdict, findings, at: Date.now() },
      busyMs: 2 * Math.max(0, Number(Object(cost).ms_on_target) - windowMs),
    };
  }
}

/** Words of a hint that are about another call, which this screen has no key for. */
const ANOTHER_CALL =
  /\bpass \w+|\braise \w+|(?<![:\w])(?:capture|check|find|get|list|read|resume|restart|stop)_\w+/;

/** Why a call failed, in a sentence. */
export function failedOf(
  { code, message, hint }: Extract<ToolResult, { readonly ok: false }>,
): Failed {
  if (hint === undefined) return { failed: message, code };
  const where = ANOTHER_CALL.test(hint) ? "by beamtap call in a shell: " : "";
  return { failed: `${message} (${where}${hint})`, code };
}

/** Codes of failures that are about what was asked for, not about the link. */
const ABOUT_THE_VIEW: ReadonlySet<string> = new Set([
  ...["no_such_process", "no_such_application", "not_supported"],
  ...["permission_denied", "invalid_arguments", "stale_incarnation"],
  ...["bad_process", "foreign_pid", "target_timeout", "probe_killed"],
  ...["not_granted", "unknown_tool", "answer_too_large", "probe_crashed"],
]);

/** Whether a failure is about what was asked for, not about the link. */
export function isAboutView(code: string): boolean {
  return ABOUT_THE_VIEW.has(code);
}
