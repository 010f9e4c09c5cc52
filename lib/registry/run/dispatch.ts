/**
 * Runs a handler once everything has agreed: finds the node that is meant,
 * checks it, waits for a slot, and hands out what was declared and nothing
 * else.
 *
 * @module
 */

import type { Syntax } from "../../etf/mod.ts";
import type {
  AdminContext,
  CallContext,
  LocalContext,
  Progress,
} from "../declare/context.ts";
import { DEFAULT_DEADLINE_MS } from "../declare/declaration.ts";
import type { Handler, Prepared } from "../declare/handler.ts";
import type { Nodes } from "../declare/nodes.ts";
import { decide } from "../grants/decide.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { Admission, Admitted } from "./admission.ts";
import type { Attempts, Call } from "./attempts.ts";
import { FanOut } from "./fan_out.ts";
import { BoundNode, type CallLog, contextOf } from "./handed.ts";
import { type Gate, type Limit, within } from "./limit.ts";
import type { Slots } from "./slots.ts";

/** What a caller may add to a call. */
export interface CallOptions {
  /** Cancels the call. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the call early if it listens or waits: its answer is what has come until then. */
  readonly early?: AbortSignal | undefined;
  /** Told how far the call has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What a dispatcher works with. */
export interface DispatchOptions {
  readonly nodes: Nodes;
  readonly admission: Admission;
  readonly slots: Slots;
  readonly gate: Gate;
  readonly redactor: () => Redactor;
  readonly syntax?: (() => Syntax | "auto") | undefined;
  readonly log: CallLog;
  /** Told once a call is allowed, before it runs; what it throws stops the call. */
  readonly attempts: Pick<Attempts, "granted">;
}

/** Runs handlers. */
export class Dispatcher {
  readonly #options: DispatchOptions;

  /** Works with these. */
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
    admitted: Admitted<Handler<string, Answer>>,
    args: unknown,
    options: CallOptions,
  ): Promise<Answer> {
    const { gate, attempts, redactor, log } = this.#options;
    const { handler, decision } = admitted;
    const prepared = handler.prepare(args);
    this.#check(call, admitted, prepared);
    call.granted = true;
    attempts.granted(call);
    const where = call.node === undefined ? "" : ` on ${call.node}`;
    return await within({
      timeoutMs: handler.deadlineMs ?? DEFAULT_DEADLINE_MS,
      ...{ signal: options.signal, early: options.early },
      what: handler.name + where,
      waitsFor: () =>
        gate.pending.map((node) =>
          call.principal.trusted || !decision.on({ node })
            ? node
            : "another node"
        ),
    }, async (limit) => {
      await gate.pass(limit.signal);
      const { onProgress } = options;
      const context = contextOf({
        ...{ call, limit, redactor, log, attempts, onProgress },
      });
      return await this.#work(call, handler, prepared, limit, context);
    });
  }

  /** Finds out which nodes a call is about, and whether it may go ahead there. */
  #check(
    call: Call,
    { handler, decision }: Admitted<Handler<string, unknown>>,
    prepared: Prepared<unknown>,
  ): void {
    const { admission } = this.#options;
    const { principal } = call;
    const { target } = prepared;
    if (target === "nodes") call.nodes = prepared.nodes;
    if (target === "nodes" && prepared.node === undefined) return;
    if (target === "none" && prepared.node === undefined) {
      call.node = handler.place;
      return admission.permitRuntime(principal, handler);
    }
    const node = admission.nodeOf(principal, decision, prepared.node);
    call.node = node;
    if (target === "admin") {
      const refused = decision.on({ node });
      if (refused) throw refused;
      return;
    }
    const calls = target === "node" ? prepared.calls : undefined;
    admission.permit(principal, handler, decision, { node, calls });
  }

  async #work<Answer>(
    call: Call,
    handler: Handler<string, Answer>,
    prepared: Prepared<Answer>,
    limit: Limit,
    context: CallContext,
  ): Promise<Answer> {
    const { nodes, slots, admission, syntax } = this.#options;
    const { principal, node = "" } = call;
    switch (prepared.target) {
      case "none":
        return await prepared.run(this.#local(call, handler, context));
      case "admin":
        return await prepared.run(
          this.#admin(call, handler, node, limit, context),
        );
      case "nodes": {
        const { nodes: glob } = prepared;
        const fanOut = new FanOut({
          ...{ call, handler, glob, entry: call.node, limit },
          ...{ nodes, admission, slots, syntax, redact: context.redact },
        });
        const ask: FanOut["ask"] = (probe, args) => fanOut.ask(probe, args);
        return await prepared.run({ ...context, ask });
      }
      case "node": {
        const { calls, incarnation, guarded } = prepared;
        using _slot = await slots.take(node, principal.id, limit.signal);
        const beam = new BoundNode({
          ...{ handler, nodes, node, incarnation, guarded, calls, limit },
          syntax: syntax?.(),
          redact: context.redact,
          redacts: this.#options.redactor().enabled,
          refusal: () =>
            decide(principal, handler, Date.now()).on({ node, calls }),
        });
        // The call has its slot already.
        let members: FanOut | undefined;
        const askMembers: FanOut["ask"] = (probe, args) => {
          members ??= new FanOut({
            ...{ call, handler, glob: "*", entry: node, limit },
            ...{ nodes, admission, slots: undefined },
            ...{ syntax, redact: context.redact },
          });
          return members.ask(probe, args);
        };
        return await prepared.run({ ...context, beam, askMembers });
      }
    }
    prepared satisfies never;
  }

  #local(
    { principal }: Call,
    handler: Handler<string, unknown>,
    context: CallContext,
  ): LocalContext {
    const { nodes, syntax } = this.#options;
    return {
      ...context,
      syntax: syntax?.() ?? "auto",
      nodes: async () => {
        const states = await nodes.states();
        const decision = decide(principal, handler, Date.now());
        const known = (node: string): boolean => !decision.on({ node });
        return states.filter(({ node }) => known(node)).map((state) => ({
          ...state,
          ...state.others && { others: state.others.filter(known) },
        }));
      },
    };
  }

  #admin(
    { principal }: Call,
    handler: Handler<string, unknown>,
    node: string,
    limit: Limit,
    context: CallContext,
  ): AdminContext {
    const { nodes, admission, slots } = this.#options;
    return {
      ...context,
      node,
      remove: () => nodes.remove(node),
      async connect(options = {}): ReturnType<AdminContext["connect"]> {
        admission.permitRuntime(principal, handler, node);
        using _slot = await slots.take(node, principal.id, limit.signal);
        const { asker, ...rest } = await nodes
          .connect(node, options, limit.signal);
        return { incarnation: asker.incarnation, ...rest };
      },
    };
  }
}
