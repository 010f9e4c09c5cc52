/**
 * Calls on one link: any number in flight, each with its own pid, reference, and
 * worker on the target, which dies if we do.
 *
 * A call is a spawn request for `erpc:execute_call/4`, linked but not monitored, so
 * that the answer, the worker's exit reason, is sent once. A call that ends early
 * kills its worker, even if its pid is not known yet.
 *
 * @module
 */

import {
  atom,
  equals,
  Pid,
  type Reference,
  type Term,
  type Tuple,
  tuple,
} from "../etf/mod.ts";
import {
  type Connection,
  DistError,
  type Message,
  Operation,
  type PidOrName,
} from "../dist/mod.ts";
import * as outcomes from "./outcome.ts";
import type { CallError } from "./errors.ts";
import type { LocalNode } from "./local_node.ts";
import { Pulse } from "./pulse.ts";

/** Options for a call. */
export interface CallOptions {
  /** Timeout for the answer, in ms. */
  timeoutMs: number;
  /** What is asked, for error messages. @default {module:function/arity} */
  what?: string | undefined;
  /** Whether to wait for the whole timeout even if the node is silent. @default {false} */
  patient?: boolean | undefined;
  /** Cancels the call; its worker is killed. */
  signal?: AbortSignal | undefined;
  /** Sends the worker a message when this fires, which may make it answer before its time. */
  early?: { readonly signal: AbortSignal; readonly message: Term } | undefined;
  /** Heap limit of the worker, in words; it is killed above it. @default {16777216} */
  maxHeapWords?: number | undefined;
  /** Priority of the worker. @default {"low"} */
  priority?: "low" | "normal" | "high" | "max" | undefined;
  /** Group leader of the worker. @default {the caller's pid, on our node} */
  groupLeader?: Pid | undefined;
  /** Called with messages that arrive at the caller's pid during the call. */
  onMessage?: ((message: Term) => void) | undefined;
}

/** A call waiting for its answer, or for its worker to end. */
interface Call {
  readonly caller: Pid;
  readonly request: Reference;
  readonly result: Reference;
  /** What is asked, for error messages. */
  readonly what: string;
  readonly onMessage: ((message: Term) => void) | undefined;
  worker: Pid | undefined;
  /** What to tell the worker once its pid is known. */
  pending: Term | undefined;
  /** Absent once the call was answered or given up; then it only waits for its worker to end. */
  settle: ((outcome: outcomes.Outcome) => void) | undefined;
}

const KILL = atom("kill");
/** The cookie in a message, which nothing reads. */
const NOBODY = atom("");
/** Interval at which a waiting call takes the node's pulse, in ms; at most half the call's timeout. */
const PULSE_MS = 4000;
/** Timeout of the pulse's own question, in ms. */
const PULSE_TIMEOUT_MS = 60_000;
const PULSE: CallOptions = {
  timeoutMs: PULSE_TIMEOUT_MS,
  priority: "normal",
  what: "a minimal question",
};

/** The calls of one link. */
export class Calls {
  readonly #connection: Connection;
  readonly #node: LocalNode;
  readonly #calls = new Set<Call>();
  readonly #pulse: Pulse;
  #inFlight = 0;

  /** Starts without calls. */
  constructor(connection: Connection, node: LocalNode) {
    this.#connection = connection;
    this.#node = node;
    this.#pulse = new Pulse(
      () => this.call("erlang", "monotonic_time", [], PULSE, false),
      () => connection.traffic.bytesIn,
    );
  }

  /** Calls waiting for an answer, without those of the pulse. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /**
   * Calls `module:fn(...args)` on the target. A `watched` call counts as in flight, and
   * takes the node's pulse while it waits.
   *
   * @throws {CallError} every code
   * @throws {EtfError} if an argument cannot be encoded
   */
  call(
    module: string,
    fn: string,
    args: readonly Term[],
    options: CallOptions,
    watched = true,
  ): Promise<Term> {
    const { timeoutMs, signal, patient } = options;
    const what = options.what ?? `${module}:${fn}/${args.length}`;
    if (signal?.aborted) return Promise.reject(outcomes.aborted(what));
    const { promise, resolve, reject } = Promise.withResolvers<Term>();
    const call: Call = {
      caller: this.#node.start((message) => this.#receive(call, message)),
      request: this.#node.newReference(),
      result: this.#node.newReference(),
      what,
      onMessage: options.onMessage,
      ...{ worker: undefined, pending: undefined },
      settle: undefined,
    };
    const giveUp = (error: CallError): void => {
      call.settle?.({ error });
      this.#kill(call);
    };
    const start = performance.now();
    const timeOut = (): void => {
      const { condition } = this.#pulse;
      const asked = { what, node: this.#connection.peer.peer };
      giveUp(outcomes.timedOut(asked, performance.now() - start, condition));
    };
    const timer = setTimeout(timeOut, timeoutMs);
    const watch = watched
      ? setInterval(() => {
        if (!patient && this.#pulse.isSilent) timeOut();
        else this.#pulse.take();
      }, Math.min(PULSE_MS, timeoutMs / 2))
      : undefined;
    const onAbort = (): void => giveUp(outcomes.aborted(what));
    signal?.addEventListener("abort", onAbort, { once: true });
    const { early } = options;
    const onEarly = (): void => early && this.#tell(call, early.message);
    early?.signal.addEventListener("abort", onEarly, { once: true });
    // It may have come while the question was prepared.
    if (early?.signal.aborted) onEarly();
    call.settle = (outcome): void => {
      call.settle = undefined;
      if (watched) this.#inFlight--;
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", onAbort);
      early?.signal.removeEventListener("abort", onEarly);
      if ("error" in outcome) reject(outcome.error);
      else resolve(outcome.value);
    };
    if (watched) this.#inFlight++;
    this.#calls.add(call);
    try {
      this.#connection.send(
        tuple(
          Operation.SPAWN_REQUEST,
          call.request,
          call.caller,
          options.groupLeader ?? call.caller,
          outcomes.ERPC,
          outcomes.spawnOptions(options),
        ),
        [call.result, atom(module), atom(fn), args],
      )?.catch(() => {}); // when the link ends, the receive loop fails every call
    } catch (error) {
      this.#forget(call);
      call.settle({
        error: error instanceof DistError
          ? outcomes.noConnection(what, error)
          : error instanceof Error
          ? error
          : new Error(`${error}`),
      });
    }
    return promise;
  }

  /** Fails every call, because the link has ended. */
  lose(reason: DistError): void {
    for (const call of this.#calls) {
      this.#forget(call);
      call.settle?.({ error: outcomes.noConnection(call.what, reason) });
    }
  }

  #receive(call: Call, message: Message): void {
    const { control } = message;
    switch (control.type) {
      case "spawn_reply":
        if (equals(control.reference, call.request)) {
          this.#started(call, control.result);
        }
        break;
      case "exit":
        if (call.worker && equals(control.from, call.worker)) {
          this.#forget(call);
          const reason = control.reason ?? message.payload;
          call.settle?.(
            reason === undefined
              ? { error: outcomes.undecodable(call.what, message.payloadError) }
              : outcomes.readOutcome(call, reason),
          );
        }
        break;
      case "send":
        if (call.onMessage && message.payload !== undefined) {
          this.#hear(call, message.payload);
        }
        break;
      default:
    }
  }

  #hear(call: Call, message: Term): void {
    try {
      if (call.settle) call.onMessage?.(message);
    } catch (cause) {
      call.settle?.({ error: outcomes.mishandled(call.what, cause) });
      this.#kill(call);
    }
  }

  #started(call: Call, result: PidOrName): void {
    if (result instanceof Pid) {
      call.worker = result;
      // It was given up or told something before the worker's pid was known.
      if (!call.settle) this.#kill(call);
      else if (call.pending !== undefined) this.#tell(call, call.pending);
      return;
    }
    this.#forget(call);
    const { peer } = this.#connection.peer;
    const error = outcomes.notStarted(call.what, peer, result.name);
    call.settle?.({ error });
  }

  /** Sends the worker a message, once it runs. */
  #tell(call: Call, message: Term): void {
    if (call.worker === undefined) call.pending = message;
    else this.#send(tuple(Operation.SEND, NOBODY, call.worker), message);
  }

  #forget(call: Call): void {
    this.#calls.delete(call);
    this.#node.end(call.caller);
  }

  #kill(call: Call): void {
    if (call.worker === undefined) return;
    this.#send(
      tuple(Operation.PAYLOAD_EXIT2, call.caller, call.worker),
      KILL,
    );
  }

  #send(control: Tuple, payload: Term): void {
    try {
      this.#connection.send(control, payload)?.catch(() => {});
    } catch {
      // The link is gone, and the worker with it.
    }
  }
}
