/**
 * What a handler is handed. It can use only what it declares, so a bug in an inspecting
 * handler cannot do anything else. The check comes before the first byte: beamtap connects
 * on the first question that is allowed. Everything that goes from here to people is
 * redacted.
 *
 * @module
 */

import type { Mfa, Probe, RunOptions, Show } from "../../beam/mod.ts";
import { format, type Syntax, type Term, visible } from "../../etf/mod.ts";
import type {
  AnyProbe,
  Asker,
  AskOptions,
  BoundAsker,
  FunctionOptions,
} from "../declare/asker.ts";
import type { CallContext, Progress } from "../declare/context.ts";
import type { Manifest } from "../declare/declaration.ts";
import type { Nodes } from "../declare/nodes.ts";
import { ToolError } from "../errors.ts";
import { holds } from "../grants/decide.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { Attempts, Call } from "./attempts.ts";
import type { Limit } from "./limit.ts";
import { withoutHidden } from "./schemas.ts";

/** Takes what handlers have to say to the operator. */
export type CallLog = (level: "warn" | "info" | "debug", text: string) => void;

/** What a context is made from. */
export interface ContextOptions {
  readonly call: Call;
  readonly limit: Limit;
  readonly redactor: () => Redactor;
  readonly log: CallLog;
  /** Told when the handler uses a scope that it does not declare. */
  readonly attempts: Pick<Attempts, "granted">;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** What every handler is handed, whatever it is about. */
export function contextOf(options: ContextOptions): CallContext {
  const { call, limit, redactor, log, onProgress } = options;
  const { principal, reference, node } = call;
  return {
    signal: limit.signal,
    early: limit.early,
    left: limit.left,
    principal: principal.owner ?? principal.id,
    reference,
    granted: (scope) => {
      const held = holds(principal, scope, node, Date.now());
      if (held && call.uses(scope)) options.attempts.granted(call);
      return held;
    },
    progress: onProgress === undefined
      ? (): void => {}
      : steadyProgress(({ message, ...rest }) =>
        onProgress({
          ...rest,
          ...message !== undefined &&
            { message: visible(redactor().text(message)) },
        })
      ),
    log: (level, text) => log(level, `${reference} ${redactor().text(text)}`),
    redact: (term) => redactor().term(term),
  };
}

/** Minimum time between two reports of progress, in ms. */
const PROGRESS_MS = 100;

/**
 * A function that may be called at any rate and passes on what a person can read: never
 * backwards; `now` in ms.
 */
export function steadyProgress(
  tell: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let last: Progress | undefined;
  let reported = -Infinity;
  return (progress) => {
    if (last !== undefined && progress.done <= last.done) return;
    const ended = progress.done === progress.total;
    if (!ended && now() - reported < PROGRESS_MS) return;
    [last, reported] = [progress, now()];
    tell(progress);
  };
}

/** Part of the deadline reserved so that the node's own timeout arrives first, in ms. */
const RESERVE_MS = 250;

/** Interval between checks of the grant of what outlives its call, in ms. */
const WATCH_MS = 1000;

/** Time to find out what is hidden in events of what outlives its call, in ms. */
const CLEAN_MS = 5000;

/** What a handler may reach, on which node and until when. */
export interface Bounds {
  readonly handler: Manifest & { readonly name: string };
  readonly node: string;
  /** The run of the node that the caller expects. */
  readonly incarnation?: number | undefined;
  /** Whether the caller must say which run it expects. */
  readonly guarded?: boolean | undefined;
  /** The function that the arguments of the call name. */
  readonly calls?: Mfa | undefined;
  readonly limit: Limit;
  /** As the operator says; `auto` follows the node. @default {"auto"} */
  readonly syntax?: Syntax | "auto" | undefined;
  /** A term without its secrets. */
  readonly redact: (term: Term) => Term;
  /** Whether anything but our own cookies is hidden. */
  readonly redacts: boolean;
  /** Why the call would be refused now; `undefined` if it would be allowed. */
  readonly refusal: () => ToolError | undefined;
  /** The way to it. */
  readonly nodes: Pick<Nodes, "beam">;
}

/** The node, for what is declared and within the time that is left. */
export class BoundNode implements BoundAsker {
  readonly #bounds: Bounds;
  readonly #what: string;
  #link: Promise<Asker> | undefined;
  #asked = false;
  /** Full name of the node. */
  readonly node: string;

  /** Connects to nothing yet. */
  constructor(bounds: Bounds) {
    const { handler, node, calls } = bounds;
    this.#bounds = bounds;
    this.node = node;
    this.#what = `${
      calls ? `${calls.module}:${calls.function}/${calls.arity}` : handler.name
    } on ${node}`;
  }

  /** The run of the node. */
  async incarnation(): Promise<number> {
    return (await this.#connected()).incarnation;
  }

  /** How its terms are written. */
  async syntax(): Promise<Syntax> {
    return syntaxFor(await this.#connected(), this.#bounds.syntax);
  }

  /** Runs a probe. */
  async run<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options?: AskOptions<Answer>,
  ): Promise<Answer> {
    checkProbe(this.#bounds.handler, probe);
    const asker = await this.#connected();
    const { early } = this.#bounds.limit;
    if (early?.aborted && !this.#asked) {
      throw new ToolError(
        "cancelled",
        `${this.#what} was ended before it began`,
      );
    }
    this.#asked = true;
    // Only a question that waits is ended: those after it are about what has come.
    return await asker.run(probe, args, {
      ...options,
      ...this.#time(options?.leavesMs),
      early: early?.aborted ? undefined : early,
      ...this.#shown(asker, () => this.#time()),
    });
  }

  /** Runs a probe that outlives the call, until its grant expires or is withdrawn. */
  async outlive<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options: RunOptions<Answer> & { readonly signal: AbortSignal },
  ): Promise<Answer> {
    const { handler, refusal } = this.#bounds;
    checkProbe(handler, probe);
    const asker = await this.#connected();
    const stop = new AbortController();
    const signal = AbortSignal.any([options.signal, stop.signal]);
    const what = this.#what;
    let refused: ToolError | undefined;
    const watch = setInterval(() => {
      refused ??= refusal();
      if (refused) stop.abort(refused);
    }, WATCH_MS);
    try {
      return await asker.run(probe, args, {
        ...options,
        ...this.#shown(asker, () => ({ timeoutMs: CLEAN_MS, signal, what })),
        signal,
        what,
        patient: true,
      });
    } catch (error) {
      throw refused ?? error;
    } finally {
      clearInterval(watch);
    }
  }

  /** Calls a function. */
  async call(
    module: string,
    name: string,
    args: readonly Term[],
    options?: FunctionOptions,
  ): Promise<Term> {
    const { handler, calls } = this.#bounds;
    const mfa = `${module}:${name}/${args.length}`;
    const named = calls?.module === module && calls.function === name &&
      calls.arity === args.length;
    if (!named && !handler.calls?.includes(mfa)) {
      throw beyond(handler.name, `call ${mfa}`);
    }
    const asker = await this.#connected();
    return await asker.call(module, name, args, {
      ...options,
      ...this.#time(),
    });
  }

  /** How its answer is written, and what is taken out of it. */
  #shown(
    asker: Asker,
    time: () => Pick<RunOptions, "timeoutMs" | "signal" | "what">,
  ): Pick<RunOptions, "show" | "clean"> {
    const { syntax, redact, redacts } = this.#bounds;
    return {
      show: showFor(asker, syntax, redact),
      clean: redacts && asker.elixir
        ? (reply) => withoutHidden(reply, asker, time())
        : undefined,
    };
  }

  #time(leavesMs = 0): Pick<RunOptions, "timeoutMs" | "signal" | "what"> {
    const { left, signal } = this.#bounds.limit;
    const timeoutMs = Math.max(1, left() - RESERVE_MS - leavesMs);
    return { timeoutMs, signal, what: this.#what };
  }

  /** The node, if it is in the run that the caller expects. */
  async #connected(): Promise<Asker> {
    const { nodes, limit, handler, guarded, incarnation: expected } =
      this.#bounds;
    // Before the link is up, nothing can have come.
    const { signal, early = signal } = limit;
    const asker = await (this.#link ??= nodes.beam(
      this.node,
      AbortSignal.any([signal, early]),
    ));
    const { node, incarnation } = asker;
    if (expected === incarnation) return asker;
    if (expected === undefined) {
      if (!guarded) return asker;
      throw new ToolError(
        "invalid_arguments",
        `${handler.name} needs incarnation with a pid: after a restart of ${node}, the pid may be another process`,
        {
          hint:
            `pass the incarnation of the answer that the pid comes from; that of ${node} is ${incarnation} now`,
        },
      );
    }
    throw new ToolError(
      "stale_incarnation",
      `${node} has restarted: its incarnation is ${incarnation}, not ${expected}`,
      {
        hint:
          "pids from before the restart are no longer valid; look them up again",
      },
    );
  }
}

/** The syntax for terms of a node: as the operator says; `auto` follows the node. */
function syntaxFor(
  { elixir }: Pick<Asker, "elixir">,
  syntax: Syntax | "auto" = "auto",
): Syntax {
  if (syntax !== "auto") return syntax;
  return elixir ? "elixir" : "erlang";
}

/** Writes terms of a node in that syntax, without secrets. */
export function showFor(
  asker: Pick<Asker, "elixir">,
  syntax: Syntax | "auto" | undefined,
  redact: (term: Term) => Term,
): Show {
  const how = { syntax: syntaxFor(asker, syntax), cuts: true };
  return (term, maxBytes) => format(redact(term), { ...how, maxBytes });
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
