/**
 * Runs a handler once everything has agreed: finds the node that is meant,
 * checks it, waits for a slot, and hands out what was declared and nothing
 * else.
 *
 * @module
 */

import type { Asker } from "../declare/asker.ts";
import type {
  AdminContext,
  CallContext,
  LocalContext,
  Progress,
} from "../declare/context.ts";
import { DEFAULT_DEADLINE_MS } from "../declare/declaration.ts";
import type { Handler, Prepared } from "../declare/handler.ts";
import type { Nodes } from "../declare/nodes.ts";
import { ToolError } from "../errors.ts";
import { decide, type Decision } from "../grants/decide.ts";
import type { Redactor } from "../redact/redactor.ts";
import { type CallLog, contextOf } from "./call_context.ts";
import type { Call } from "./call.ts";
import type { Checks } from "./checks.ts";
import { FanOut } from "./fan_out.ts";
import type { Gate } from "./gate.ts";
import { type Limit, within } from "./limit.ts";
import { restrict } from "./restrict.ts";
import type { Slots } from "./slots.ts";

/** What a caller may add to a call. */
export interface CallOptions {
  /** Cancels the call. */
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
  readonly log: CallLog;
  /** Told once a call is allowed, before it runs; what it throws stops the call. */
  readonly granted: (call: Call) => void;
}

/** A handler that the caller's grants cover on some node at least. */
export interface Admitted<AHandler> {
  readonly handler: AHandler;
  readonly decision: Decision;
}

/** A call that is allowed and only has to be run. */
type Work<Answer> = (limit: Limit, context: CallContext) => Promise<Answer>;

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
    const { gate, granted, redactor, log } = this.#options;
    const { handler, decision } = admitted;
    const work = this.#aim(call, admitted, handler.prepare(args));
    call.granted = true;
    granted(call);
    const where = call.node === undefined ? "" : ` on ${call.node}`;
    return await within({
      timeoutMs: handler.deadlineMs ?? DEFAULT_DEADLINE_MS,
      signal: options.signal,
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
      return await work(
        limit,
        contextOf({ call, limit, redactor, log, granted, onProgress }),
      );
    });
  }

  /** Finds out what a call is about, and checks it. */
  #aim<Answer>(
    call: Call,
    { handler, decision }: Admitted<Handler<string, Answer>>,
    prepared: Prepared<Answer>,
  ): Work<Answer> {
    const { checks } = this.#options;
    const { principal } = call;
    switch (prepared.target) {
      case "none": {
        if (prepared.node !== undefined) {
          const node = checks.nodeOf(principal, decision, prepared.node);
          call.node = node;
          checks.permit(principal, handler, decision, { node });
        } else checks.permitRuntime(principal, handler);
        return (_, context) =>
          prepared.run(this.#local(call, handler, context));
      }
      case "node": {
        const { calls } = prepared;
        const node = checks.nodeOf(principal, decision, prepared.node);
        call.node = node;
        checks.permit(principal, handler, decision, { node, calls });
        return (limit, context) =>
          this.#onNode(call, handler, prepared, node, limit, context);
      }
      case "nodes": {
        const { node, nodes } = prepared;
        const entry = node && checks.nodeOf(principal, decision, node);
        [call.node, call.nodes] = [entry, nodes];
        if (entry) checks.permit(principal, handler, decision, { node: entry });
        return (limit, context) => {
          const { nodes: known, slots } = this.#options;
          const fanOut = new FanOut({
            ...{ call, handler, glob: nodes, entry, limit },
            ...{ nodes: known, checks, slots },
          });
          return prepared.run({
            ...context,
            ask: (probe, args) => fanOut.ask(probe, args),
          });
        };
      }
      case "admin": {
        const node = checks.nodeOf(principal, decision, prepared.node);
        call.node = node;
        const refused = decision.on({ node });
        if (refused) throw refused;
        return (limit, context) =>
          prepared.run(this.#admin(call, handler, node, limit, context));
      }
    }
    prepared satisfies never;
  }

  #local(
    { principal }: Call,
    handler: Handler<string, unknown>,
    context: CallContext,
  ): LocalContext {
    const { nodes } = this.#options;
    return {
      ...context,
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

  async #onNode<Answer>(
    { principal }: Call,
    handler: Handler<string, Answer>,
    prepared: Prepared<Answer> & { target: "node" },
    node: string,
    limit: Limit,
    context: CallContext,
  ): Promise<Answer> {
    const { nodes, slots } = this.#options;
    const { signal } = limit;
    const { calls } = prepared;
    using _slot = await slots.take(node, principal.id, signal);
    const { incarnation } = prepared;
    let connected: Promise<Asker> | undefined;
    const beam = restrict({
      ...{ handler, node, calls, limit },
      refusal: () => decide(principal, handler, Date.now()).on({ node, calls }),
      link: () =>
        connected ??= nodes.beam(node, signal)
          .then((asker) => sameRun(asker, incarnation)),
    });
    return await prepared.run({ ...context, beam });
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

/** The node, if it is in the run that the caller expects. */
function sameRun(asker: Asker, expected: number | undefined): Asker {
  const { node, incarnation } = asker;
  if (expected === undefined || expected === incarnation) return asker;
  throw new ToolError(
    "stale_incarnation",
    `${node} has restarted: its incarnation is ${incarnation}, not ${expected}`,
    {
      hint:
        "pids from before the restart are no longer valid; look them up again",
    },
  );
}
