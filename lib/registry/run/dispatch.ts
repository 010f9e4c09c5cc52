/**
 * Runs a handler's function once everything has agreed: finds out which node
 * is meant, has it checked, waits for a slot, and hands out what was declared
 * and nothing else.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import type { Asker } from "../declare/asker.ts";
import type { Call } from "./audit.ts";
import type { Checks } from "./checks.ts";
import type {
  AdminContext,
  CallContext,
  LocalContext,
  Progress,
} from "../declare/context.ts";
import { holds } from "../grants/decide.ts";
import { DEFAULT_DEADLINE_MS } from "../declare/declaration.ts";
import { ToolError } from "../errors.ts";
import { FanOut } from "./fan_out.ts";
import type { Gate } from "./gate.ts";
import type { Handler, Prepared } from "../declare/handler.ts";
import { type Limit, within } from "./limit.ts";
import type { Nodes } from "../declare/nodes.ts";
import { steadyProgress } from "./progress.ts";
import type { Redactor } from "../redact/redactor.ts";
import { restrict } from "./restrict.ts";
import type { Slots } from "./slots.ts";

/** What a caller may add to a call. */
export interface CallOptions {
  /** Gives up. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far the call has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What a dispatcher works with. */
export interface DispatchOptions {
  readonly nodes: Nodes;
  readonly checks: Checks;
  readonly slots: Slots;
  readonly gate: Gate;
  readonly redactor: () => Redactor;
  readonly log: (level: "warn" | "info" | "debug", text: string) => void;
  /** Told once a call is allowed, before it runs; what it throws stops the call. */
  readonly granted: (call: Call) => void;
}

/** A call that is allowed: what is left is to run it. */
type Work<Answer> = (
  limit: Limit,
  context: CallContext,
) => Promise<Answer>;

/** Runs handlers. */
export class Dispatcher {
  readonly #options: DispatchOptions;

  /** Runs nothing yet. */
  constructor(options: DispatchOptions) {
    this.#options = options;
  }

  /**
   * Checks a call and runs it.
   *
   * @throws {BeamtapError} when it is refused or fails on purpose
   */
  async run<Answer>(
    call: Call,
    handler: Handler<string, Answer>,
    args: unknown,
    options: CallOptions,
  ): Promise<Answer> {
    const { checks, gate, granted } = this.#options;
    const refused = checks.decide(call.principal, handler);
    if (refused) throw refused;
    const work = this.#aim(call, handler, handler.prepare(args));
    call.granted = true;
    granted(call);
    const where = call.node === undefined ? "" : ` on ${call.node}`;
    return await within({
      timeoutMs: handler.deadlineMs ?? DEFAULT_DEADLINE_MS,
      signal: options.signal,
      what: handler.name + where,
      waitsFor: () =>
        gate.pending.map((node) =>
          call.principal.trusted ||
            !checks.decide(call.principal, handler, { node })
            ? node
            : "another node"
        ),
    }, async (limit) => {
      await gate.pass(limit.signal);
      return await work(limit, this.#context(call, limit, options));
    });
  }

  /** Finds out what a call is about, and has it checked. */
  #aim<Answer>(
    call: Call,
    handler: Handler<string, Answer>,
    prepared: Prepared<Answer>,
  ): Work<Answer> {
    const { checks } = this.#options;
    const { principal } = call;
    switch (prepared.target) {
      case "none":
        checks.permitRuntime(principal, handler);
        return async (_, context) =>
          await prepared.run(this.#local(call, handler, context));
      case "node": {
        const node = checks.nodeOf(principal, handler, prepared.node);
        call.node = node;
        checks.permit(principal, handler, { node, calls: prepared.calls });
        return (limit, context) =>
          this.#onNode(call, handler, prepared, node, limit, context);
      }
      case "nodes": {
        const { node, nodes } = prepared;
        const entry = node && checks.nodeOf(principal, handler, node);
        [call.node, call.nodes] = [entry, nodes];
        if (entry) checks.permit(principal, handler, { node: entry });
        return async (limit, context) => {
          const fanOut = this.#fanOut(call, handler, nodes, entry, limit);
          return await prepared.run({
            ...context,
            ask: (probe, args) => fanOut.ask(probe, args),
          });
        };
      }
      case "admin": {
        const node = checks.nodeOf(principal, handler, prepared.node);
        call.node = node;
        const refused = checks.decide(principal, handler, { node });
        if (refused) throw refused;
        return async (limit, context) =>
          await prepared.run(this.#admin(call, handler, node, limit, context));
      }
    }
    prepared satisfies never;
  }

  #context(call: Call, limit: Limit, options: CallOptions): CallContext {
    const { redactor, log } = this.#options;
    const { principal, reference, node } = call;
    const { onProgress } = options;
    return {
      signal: limit.signal,
      left: () => limit.left(),
      principal: principal.owner ?? principal.id,
      reference,
      granted: (scope) => {
        const held = holds(principal, scope, node, Date.now());
        if (held && call.uses(scope)) this.#options.granted(call);
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

  #local(
    { principal }: Call,
    handler: Handler<string, unknown>,
    context: CallContext,
  ): LocalContext {
    const { nodes, checks } = this.#options;
    return {
      ...context,
      nodes: async () => {
        const states = await nodes.states();
        const known = (node: string): boolean =>
          !checks.decide(principal, handler, { node });
        return states.filter(({ node }) => known(node)).map((state) => ({
          ...state,
          ...state.others && { others: state.others.filter(known) },
        }));
      },
    };
  }

  async #onNode<Answer>(
    call: Call,
    handler: Handler<string, Answer>,
    prepared: Prepared<Answer> & { target: "node" },
    node: string,
    limit: Limit,
    context: CallContext,
  ): Promise<Answer> {
    const { nodes, slots, checks } = this.#options;
    const { principal } = call;
    const { signal } = limit;
    using _slot = await slots.take(node, principal.id, signal);
    let dialled: Promise<Asker> | undefined;
    const dial = async (): Promise<Asker> => {
      const asker = await nodes.beam(node, signal);
      checkIncarnation(asker, prepared.incarnation);
      return asker;
    };
    const link = (): Promise<Asker> => dialled ??= dial();
    const { calls } = prepared;
    const refusal = (): ToolError | undefined =>
      checks.decide(principal, handler, { node, calls });
    const beam = restrict({ handler, node, calls, limit, refusal, link });
    return await prepared.run({ ...context, beam });
  }

  #fanOut(
    call: Call,
    handler: Handler<string, unknown>,
    glob: string,
    entry: string | undefined,
    limit: Limit,
  ): FanOut {
    const { nodes, checks, slots } = this.#options;
    return new FanOut({
      call,
      handler,
      glob,
      entry,
      limit,
      nodes,
      checks,
      slots,
    });
  }

  #admin(
    { principal }: Call,
    handler: Handler<string, unknown>,
    node: string,
    limit: Limit,
    context: CallContext,
  ): AdminContext {
    const { nodes, checks, slots } = this.#options;
    return {
      ...context,
      node,
      remove: () => nodes.remove(node),
      async connect(options = {}): ReturnType<AdminContext["connect"]> {
        checks.permitRuntime(principal, handler, node);
        using _slot = await slots.take(node, principal.id, limit.signal);
        const { asker, ...rest } = await nodes
          .connect(node, options, limit.signal);
        return { incarnation: asker.incarnation, ...rest };
      },
    };
  }
}

function checkIncarnation(beam: Asker, expected: number | undefined): void {
  if (expected === undefined || expected === beam.incarnation) return;
  throw new ToolError(
    "stale_incarnation",
    `${beam.node} has restarted: its incarnation is ${beam.incarnation}, not ${expected}`,
    { hint: "pids from before mean nothing now; look them up again" },
  );
}
