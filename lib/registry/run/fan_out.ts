/**
 * One question to many nodes: known nodes pass it on to those that they are
 * connected to, each only if the caller's grants cover it.
 *
 * @module
 */

import type { Probe } from "../../beam/mod.ts";
import type { Syntax, Term } from "../../etf/mod.ts";
import { BeamtapError } from "../../errors.ts";
import type { Asker } from "../declare/asker.ts";
import type { Call } from "./attempts.ts";
import type { Admission } from "./admission.ts";
import type { NoAnswer, NodeAnswer } from "../declare/context.ts";
import type { Handler } from "../declare/handler.ts";
import { ToolError } from "../errors.ts";
import { decide, type Decision } from "../grants/decide.ts";
import { matchesGlob, matchesNode } from "../grants/glob.ts";
import { type Limit, within } from "./limit.ts";
import type { Nodes } from "../declare/nodes.ts";
import { checkProbe, showFor } from "./handed.ts";
import type { Slots } from "./slots.ts";

/** What a fan-out works with. */
export interface FanOutOptions {
  readonly call: Call;
  readonly handler: Handler<string, unknown>;
  /** A glob of the nodes that are meant, by name or alias. */
  readonly glob: string;
  /** The node to ask for the others. @default every known node */
  readonly entry: string | undefined;
  readonly limit: Limit;
  readonly nodes: Nodes;
  readonly admission: Admission;
  /** Missing where the call has its slot already. */
  readonly slots: Slots | undefined;
  /** How terms are written, as the operator says. @default {"auto"} */
  readonly syntax?: (() => Syntax | "auto") | undefined;
  /** A term without its secrets. */
  readonly redact: (term: Term) => Term;
}

/** What several nodes answered, both lists sorted by name. */
export interface Gathered<Answer> {
  readonly answers: readonly NodeAnswer<Answer>[];
  readonly silent: readonly NoAnswer[];
}

/** A link, and the nodes that are asked over it. */
interface Route {
  readonly asker: Asker;
  readonly nodes: readonly string[];
}

/** A node that cannot be connected, and why. */
interface Failure {
  readonly node: string;
  readonly error: BeamtapError;
}

/** Head start of the first node before others are asked in parallel, in ms. */
const HEAD_START_MS = 2000;

/** Maximum length of one node's problem, in characters. */
const MAX_PROBLEM = 200;

/** Part of the deadline reserved for returning the answer, in ms. */
const RESERVE_MS = 500;

/** The nodes of one call. */
export class FanOut {
  readonly #options: FanOutOptions;
  /** Nodes that cannot be asked, and why. */
  readonly #unreachable: NoAnswer[] = [];
  #routes: Promise<readonly Route[]> | undefined;

  /** Asks nothing yet. */
  constructor(options: FanOutOptions) {
    this.#options = options;
  }

  /**
   * Asks every node that is meant and granted.
   *
   * @throws {ToolError} `permission_denied` for a probe that is not declared,
   * `unknown_node` when no node is meant
   * @throws {BeamtapError} when no node can be connected
   */
  async ask<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
  ): Promise<Gathered<Answer>> {
    const { handler, limit, call, syntax, redact } = this.#options;
    checkProbe(handler, probe);
    const routes = await (this.#routes ??= this.#findRoutes());
    call.asked = routes.flatMap(({ nodes }) => nodes);
    const answers: NodeAnswer<Answer>[] = [];
    const silent: NoAnswer[] = [...this.#unreachable];
    const { askMembers } = await import("../../beam/mod.ts");
    await Promise.all(routes.map(async ({ asker, nodes }) => {
      try {
        using _slot = await this.#slot(asker.node);
        const timeoutMs = Math.max(1, limit.left() - RESERVE_MS);
        using patience = patienceFor(limit);
        const { early } = limit;
        const outcomes = await askMembers(asker, nodes, probe, args, {
          timeoutMs,
          signal: patience.signal,
          early: early?.aborted ? undefined : early,
          what: handler.name,
          show: showFor(asker, syntax?.(), redact),
        });
        for (const outcome of outcomes) {
          if ("problem" in outcome) {
            silent.push(noAnswer(outcome.node, outcome.problem));
          } else answers.push(outcome);
        }
      } catch (error) {
        silent.push(...nodes.map((node) => noAnswer(node, error)));
      }
    }));
    if (answers.length + silent.length === 0) throw this.#nobody();
    silent.push(...this.#missing([...answers, ...silent]));
    return { answers: answers.sort(byName), silent: silent.sort(byName) };
  }

  /** Decides by the grants as they are now: they may have changed since the call came in. */
  #decision(): Decision {
    const { call, handler } = this.#options;
    return decide(call.principal, handler, Date.now());
  }

  /** The names that are no globs and name none of these nodes. */
  #missing(found: readonly { readonly node: string }[]): NoAnswer[] {
    return this.#options.glob.split(",").map((each) => each.trim())
      .filter((name) =>
        name !== "" && !name.includes("*") &&
        !found.some(({ node }) => this.#isMeant(node, name))
      ).map((node) => noAnswer(node, this.#nobody(node)));
  }

  #nobody(name: string = this.#options.glob): ToolError {
    return new ToolError(
      "unknown_node",
      `no node that you may ask matches ${name}`,
      {
        hint:
          "list_nodes lists the known nodes, get_cluster those that they see",
      },
    );
  }

  async #slot(node: string): Promise<Disposable | undefined> {
    const { slots, call, limit } = this.#options;
    return await slots?.take(node, call.principal.id, limit.signal);
  }

  /**
   * One node often sees all others, so it gets a head start; known nodes that it
   * does not see are asked beside it. A node is lost only if no other sees it.
   */
  async #findRoutes(): Promise<Route[]> {
    const { entry, admission, call, limit } = this.#options;
    const [first, ...others] = entry === undefined
      ? admission.namesFor(this.#decision())
      : [entry];
    if (first === undefined) {
      admission.nodeOf(call.principal, this.#decision(), undefined);
      return [];
    }
    const taken = new Set<string>();
    const head = this.#route(first, taken);
    await settled(head, HEAD_START_MS, limit.early);
    const rest = others.filter((node) => !taken.has(node))
      .map((node) => this.#route(node, taken));
    const found = await Promise.all([head, ...rest]);
    const routes = found.filter((each) => "asker" in each);
    const failures = found.filter((each) => "error" in each);
    if (routes.length === 0) throw nobodyReached(failures);
    for (const { node, error } of failures) {
      if (this.#take(node, taken)) {
        this.#unreachable.push(noAnswer(node, error));
      }
    }
    return routes;
  }

  /** Finds the nodes to ask through this one that are not `taken` yet. */
  async #route(entry: string, taken: Set<string>): Promise<Route | Failure> {
    const { call, handler, limit, nodes, admission } = this.#options;
    try {
      const aim = { node: entry };
      admission.permit(call.principal, handler, this.#decision(), aim);
      using _slot = await this.#slot(entry);
      using patience = patienceFor(limit);
      return await within({
        // A node that hangs leaves time to ask the others.
        timeoutMs: Math.round(limit.left() / 2),
        signal: patience.signal,
        what: `reaching ${entry}`,
      }, async ({ signal, left }) => {
        const { members } = await import("../../beam/mod.ts");
        const asker = await nodes.beam(entry, signal);
        const { visible } = await asker.run(members, undefined, {
          timeoutMs: Math.max(1, left() - RESERVE_MS),
          signal,
          what: `${handler.name} on ${entry}`,
        });
        const own = [entry, ...visible]
          .filter((node) => this.#take(node, taken));
        return { asker, nodes: own };
      });
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      return { node: entry, error };
    }
  }

  /** Whether one of the globs, which commas separate, matches the name, its part before the host, or the alias. */
  #isMeant(node: string, glob: string): boolean {
    const alias = this.#options.nodes.aliasOf(node);
    return glob.split(",").map((each) => each.trim()).some((each) =>
      matchesNode(each, node) || node.startsWith(`${each}@`) ||
      (alias !== undefined && matchesGlob(each, alias))
    );
  }

  /** Takes a node if it is meant, granted, and not asked through another. */
  #take(node: string, taken: Set<string>): boolean {
    const { glob, call } = this.#options;
    if (taken.has(node) || !this.#isMeant(node, glob)) return false;
    taken.add(node);
    const refused = this.#decision().on({ node });
    if (refused && call.principal.trusted) {
      this.#unreachable.push(noAnswer(node, refused));
    }
    return refused === undefined;
  }
}

/** How long nodes have once the caller wants what has come, in ms. */
const GRACE_MS = 2000;

/** A signal that gives up nodes that hang once the caller wants what has come. */
function patienceFor(
  { signal, early }: Limit,
): Disposable & { readonly signal: AbortSignal } {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hurry = (): void => {
    timer = setTimeout(() => late.abort(HURRIED), GRACE_MS);
  };
  if (early?.aborted) hurry();
  else early?.addEventListener("abort", hurry, { once: true });
  return {
    signal: AbortSignal.any([signal, late.signal]),
    [Symbol.dispose](): void {
      early?.removeEventListener("abort", hurry);
      clearTimeout(timer);
    },
  };
}

const HURRIED = new ToolError(
  "cancelled",
  "it had not answered when the call was ended",
);

/** Shortens the problem: a question to that node alone returns all of it. */
function noAnswer(node: string, error: unknown): NoAnswer {
  if (!(error instanceof BeamtapError)) throw error;
  const { code, message } = error;
  const problem = message.length > MAX_PROBLEM
    ? `${message.slice(0, MAX_PROBLEM - 1)}…`
    : message;
  return { node, code, problem };
}

/** The error of the only node, or one for all. */
function nobodyReached(failures: readonly Failure[]): BeamtapError {
  const [first, ...others] = failures;
  if (first === undefined) throw new TypeError("nothing has failed");
  if (others.length === 0) return first.error;
  const problems = failures.map(({ node, error }) => noAnswer(node, error));
  return new ToolError(
    "no_answer",
    `none of ${failures.length} nodes answered: ${
      problems.map(({ node, code, problem }) => `${node} (${code}): ${problem}`)
        .join("; ")
    }`,
    { hint: "ask one of them alone to see what to do about it" },
  );
}

/** Waits until the work is settled, for at most `ms` ms and until the signal fires. */
async function settled(
  work: Promise<unknown>,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const go = (): void => resolve();
  const timer = setTimeout(go, ms);
  signal?.addEventListener("abort", go, { once: true });
  if (signal?.aborted) go();
  await Promise.race([work, promise]).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", go);
  });
}

function byName(a: { node: string }, b: { node: string }): number {
  return a.node < b.node ? -1 : a.node > b.node ? 1 : 0;
}
