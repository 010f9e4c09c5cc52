/**
 * A handler reaches only what it declared, so a mistake in one that inspects
 * cannot do anything else. The check comes before the first byte: beamtap
 * connects on the first question that is allowed.
 *
 * @module
 */

import type { Mfa, Probe, RunOptions } from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import type {
  AnyProbe,
  Asker,
  AskOptions,
  BoundAsker,
} from "../declare/asker.ts";
import type { Manifest } from "../declare/declaration.ts";
import { ToolError } from "../errors.ts";
import { GrantWatch } from "./grant_watch.ts";
import type { Limit } from "./limit.ts";

/** Kept back from the deadline so that the node's own timeout arrives first, in ms. */
const RESERVE_MS = 250;

/** What a handler may reach, on which node and until when. */
export interface Bounds {
  readonly handler: Manifest & { readonly name: string };
  readonly node: string;
  /** The function that the arguments of the call name. */
  readonly calls?: Mfa | undefined;
  readonly limit: Limit;
  /** Why the call would be refused now; `undefined` if it would be allowed. */
  readonly refusal: () => ToolError | undefined;
  /** The link to the node; connects the first time. */
  readonly link: () => Promise<Asker>;
}

/** The node, for what is declared and within the time that is left. */
export function restrict(bounds: Bounds): BoundAsker {
  const { handler, node, calls, limit, link } = bounds;
  const what = calls
    ? `${calls.module}:${calls.function}/${calls.arity}`
    : handler.name;
  const time = (): {
    timeoutMs: number;
    signal: AbortSignal;
    what: string;
  } => ({
    timeoutMs: Math.max(1, limit.left() - RESERVE_MS),
    signal: limit.signal,
    what: `${what} on ${node}`,
  });
  return {
    node,
    incarnation: async () => (await link()).incarnation,
    async run<Args, Answer>(
      probe: Probe<Args, Answer>,
      args: Args,
      options?: AskOptions<Answer>,
    ): Promise<Answer> {
      checkProbe(handler, probe);
      const asker = await link();
      return await asker.run(probe, args, { ...options, ...time() });
    },
    async outlive<Args, Answer>(
      probe: Probe<Args, Answer>,
      args: Args,
      options: RunOptions<Answer> & { readonly signal: AbortSignal },
    ): Promise<Answer> {
      checkProbe(handler, probe);
      const asker = await link();
      using watch = new GrantWatch(bounds.refusal);
      const signal = AbortSignal.any([options.signal, watch.signal]);
      try {
        return await asker.run(probe, args, {
          ...options,
          signal,
          what: `${what} on ${node}`,
          patient: true,
        });
      } catch (error) {
        throw watch.refused ?? error;
      }
    },
    async call(module, name, args, options): Promise<Term> {
      checkFunction(bounds, module, name, args.length);
      const asker = await link();
      return await asker.call(module, name, args, { ...options, ...time() });
    },
  };
}

/**
 * Refuses a probe that the handler does not declare.
 *
 * @throws {ToolError} `permission_denied`
 */
export function checkProbe(
  handler: Manifest & { readonly name: string },
  probe: AnyProbe,
): void {
  if (handler.probes.includes(probe)) return;
  throw beyond(handler.name, `run the probe ${probe.name}`);
}

function checkFunction(
  { handler, calls }: Bounds,
  module: string,
  name: string,
  arity: number,
): void {
  const declared = handler.calls?.includes(`${module}:${name}/${arity}`);
  const named = calls?.module === module && calls.function === name &&
    calls.arity === arity;
  if (declared || named) return;
  throw beyond(handler.name, `call ${module}:${name}/${arity}`);
}

function beyond(handler: string, what: string): ToolError {
  return new ToolError(
    "permission_denied",
    `${handler} may not ${what}: its manifest does not declare it`,
    {
      hint:
        "no grant allows more than the manifest (beamtap tools prints it); this is a bug in beamtap, please report it",
    },
  );
}
