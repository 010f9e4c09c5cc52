/**
 * Diagnoses why a node can or cannot be reached: connects to it as every other command
 * does, and records each step with its time, its meaning and what to do about it.
 *
 * @module
 */

import { DistError } from "../dist/mod.ts";
import { EpmdError } from "../epmd/mod.ts";
import { BeamtapError } from "../errors.ts";
import { atom } from "../etf/mod.ts";
import {
  type Attempt,
  bracketed,
  checkTlsConfig,
  connectTimeout,
  literalAddress,
  NetError,
  resolve,
  type ShownCertificate,
  TlsError,
} from "../net/mod.ts";
import type { DialEvent, DialOptions, NodeSpec } from "./dial.ts";
import { advice } from "./doctor_advice.ts";
import { secondLook } from "./doctor_look.ts";
import type { Place } from "./doctor_machine.ts";
import { CallError } from "./errors.ts";
import { checkCookie, checkPort, parseNodeName } from "./node_name.ts";
import { RemoteNode } from "./remote_node.ts";

/** The steps to a first answer, in order; `look` is a further check after a failure. */
export type Step =
  | "name"
  | "cookie"
  | "resolver"
  | "ssh"
  | "epmd"
  | "tcp"
  | "tls"
  | "handshake"
  | "proof"
  | "call"
  | "look";

/** Result of one step. */
export interface Finding {
  /** The step. */
  readonly step: Step;
  /** How it went. */
  readonly outcome: "ok" | "warning" | "failed" | "note";
  /** What was found, in one line. */
  readonly text: string;
  /** Duration of the step, in ms. */
  readonly ms: number;
  /** Error code, for `failed`. */
  readonly code?: string;
  /** What was tried, one line each. */
  readonly tried: readonly string[];
  /** What to do, one line each. */
  readonly todo: readonly string[];
}

/** Result of examining a node. */
export interface Diagnosis {
  /** The node's name. */
  readonly node: string;
  /** Whether it answered a call. */
  readonly reachable: boolean;
  /** The steps, in order. */
  readonly findings: readonly Finding[];
}

/** Warn if the first answer takes this much longer than the network, in ms. */
const SLOW_MS = 500;
/** Warn if more processes than this wait for each scheduler. */
const LONG_QUEUE = 10;
/** Warn if the process table is fuller than this. */
const CROWDED = 0.9;
/** Timeout of each call, in ms. */
const CALL_TIMEOUT_MS = 7000;
/** Warn if the certificate expires within this time, in ms. */
const SOON_MS = 14 * 24 * 3600 * 1000;

/** Examines a node; what is wrong with it is reported, not thrown. */
export function examine(
  spec: NodeSpec,
  options: DialOptions = {},
): Promise<Diagnosis> {
  return new Examination(spec, options).run();
}

class Examination {
  readonly #spec: NodeSpec;
  readonly #options: DialOptions;
  readonly #findings: Finding[] = [];
  #tried: string[] = [];
  #mark = performance.now();
  /** Duration of the last TCP connect, in ms: the network's share of every answer. */
  #networkMs = 0;
  /** Target of the last connection attempt. */
  #last: Place | undefined;
  /** The port that EPMD returned. */
  #registered: number | undefined;

  constructor(spec: NodeSpec, options: DialOptions) {
    this.#spec = spec;
    this.#options = options;
  }

  async run(): Promise<Diagnosis> {
    let reachable = true;
    try {
      await this.#prepare();
      await using node = await RemoteNode.connect(this.#spec, {
        ...this.#options,
        observe: (event) => this.#see(event),
      });
      await this.#greet(node);
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      await this.#fail(error);
      reachable = false;
    }
    return { node: this.#spec.name, reachable, findings: this.#findings };
  }

  /** Checks what can be checked without contacting the node. */
  async #prepare(): Promise<void> {
    const { name, host, port, ssh, tls } = this.#spec;
    const parsed = parseNodeName(name);
    const form = /[.:]/.test(parsed.host) ? "long name" : "short name";
    this.#note("name", "ok", `${parsed.alive} on ${parsed.host} (${form})`);
    const { source } = checkCookie(await this.#spec.cookie());
    if (tls) checkTlsConfig(tls);
    const from = source === undefined ? "found" : `from ${source}`;
    this.#note("cookie", "ok", `${from}; OTP would accept it`);
    if (port !== undefined) checkPort(port);
    const target = host ?? parsed.host;
    if (ssh) {
      const text = `left to the ssh server: connecting to ${target} there`;
      return this.#note("resolver", "ok", text);
    }
    if (literalAddress(target)) {
      const given = port === undefined ? target : `${target}, port ${port}`;
      return this.#note("resolver", "ok", `not needed: connecting to ${given}`);
    }
    try {
      const wait = {
        timeoutMs: this.#options.connectTimeoutMs ?? connectTimeout(undefined),
      };
      const found = await resolve(target, wait);
      this.#note("resolver", "ok", `${target} resolves to ${found.join(", ")}`);
    } catch (error) {
      if (!(error instanceof NetError && error.code === "permission_denied")) {
        throw error;
      }
      const text = `Deno does not permit resolving ${target}`;
      this.#note("resolver", "note", text);
    }
  }

  #see(event: DialEvent): void {
    switch (event.type) {
      case "attempt":
        this.#networkMs = event.attempt.ms;
        this.#last = { to: event.to, ...event.attempt };
        this.#loggedIn(event.attempt);
        this.#tried.push(describe(event.attempt));
        break;
      case "registered":
        this.#registered = event.port;
        this.#note("epmd", "ok", `the node listens on port ${event.port}`);
        break;
      case "certificate":
        this.#note("tcp", "ok", "the port is open");
        this.#certificate(event.shown);
        break;
      case "connected":
        // A retry under another name repeats these events.
        if (event.transport.kind === "tcp" && !this.#has("tcp")) {
          this.#note("tcp", "ok", "the port is open");
        }
        break;
      case "handshake":
        if (event.step === "challenge") {
          this.#note("handshake", "ok", `the node accepts ${event.ours}`);
        }
        break;
      case "linked":
        this.#note(
          "proof",
          "ok",
          "both sides proved that they know the cookie",
        );
        break;
      default:
        event satisfies never;
    }
  }

  /** Notes, once, that ssh has logged in: whether its server then connects is another step. */
  #loggedIn({ via, error }: Attempt): void {
    const failed = error instanceof NetError &&
      (error.code === "ssh_failed" || error.code === "permission_denied");
    if (via === undefined || failed || this.#has("ssh")) return;
    this.#note("ssh", "ok", `logged in to ${via}`);
  }

  #certificate(shown: ShownCertificate): void {
    const ends = new Date(shown.validTo).toISOString().slice(0, 10);
    const soon = shown.validTo - Date.now() < SOON_MS;
    this.#tried.push(`certificate of ${shown.subject} by ${shown.issuer}`);
    this.#tried.push(`SHA-256 ${shown.fingerprint}`);
    this.#note(
      "tls",
      soon ? "warning" : "ok",
      `${shown.protocol}; the certificate is valid until ${ends}`,
      soon ? ["renew the node's certificate before it expires"] : [],
    );
  }

  async #greet(node: RemoteNode): Promise<void> {
    const { otpRelease, tickTimeMs, roundTripMs } = node.greeting;
    const [queued, schedulers, processes, maxProcesses] = await Promise.all([
      ask(node, "statistics", "total_run_queue_lengths"),
      ask(node, "system_info", "schedulers_online"),
      ask(node, "system_info", "process_count"),
      ask(node, "system_info", "process_limit"),
    ]);
    // A few are our own.
    const crowd = queued > schedulers * LONG_QUEUE;
    const busy = crowd || roundTripMs > SLOW_MS + 2 * this.#networkMs;
    this.#note(
      "call",
      busy ? "warning" : "ok",
      `OTP ${otpRelease} answered in ${Math.round(roundTripMs)} ms; ` +
        (crowd
          ? `${queued} processes wait to run on ${schedulers} schedulers; `
          : "") +
        `tick time ${tickTimeMs / 1000} s`,
      busy ? advice("busy", this.#spec) : [],
    );
    if (processes > maxProcesses * CROWDED) {
      this.#note(
        "call",
        "warning",
        `it has ${processes} processes; the maximum is ${maxProcesses}`,
        advice("crowded", this.#spec),
      );
    }
  }

  async #fail(error: BeamtapError): Promise<void> {
    const step = stepOf(error, this.#spec);
    const opened = this.#tried.some((line) => line.includes(" answered "));
    if (step === "tls" && opened) this.#note("tcp", "ok", "the port is open");
    const [ms, tried] = [this.#lap(), this.#tried];
    const clues = await secondLook(error, this.#spec, this.#last);
    // What is certain needs no other guesses.
    const todo = clues.some(({ certain }) => certain)
      ? []
      : [hintOf(error), advice(error.code, this.#spec, this.#registered)]
        .flat();
    const { message: text, code } = error;
    this.#findings.push({
      ...{ step, outcome: "failed", text, ms, code, tried, todo },
    });
    for (const { text, todo } of clues) {
      this.#tried = [];
      this.#note("look", "note", text, todo);
    }
  }

  #note(
    step: Step,
    outcome: Finding["outcome"],
    text: string,
    todo: readonly string[] = [],
  ): void {
    const tried = this.#tried;
    this.#tried = [];
    this.#findings.push({ step, outcome, text, ms: this.#lap(), tried, todo });
  }

  #has(step: Step): boolean {
    return this.#findings.some((finding) => finding.step === step);
  }

  /** Returns the time since the last finding, in ms. */
  #lap(): number {
    const now = performance.now();
    const ms = now - this.#mark;
    this.#mark = now;
    return Math.round(ms * 10) / 10;
  }
}

/** Returns the hint of an error, without advice to run doctor. */
function hintOf({ hint = "" }: BeamtapError): string[] {
  const own = hint.replace(
    /(; )?to find out \w+, run: beamtap doctor \S+$/,
    "",
  );
  return own === "" ? [] : [own];
}

function describe({ address, port, via, ms, error }: Attempt): string {
  const through = via === undefined ? "" : ` through ssh ${via}`;
  const how = error === undefined
    ? "answered"
    : via === undefined
    ? error.message
    : "did not answer";
  return `${bracketed(address)}:${port}${through} ${how} (${ms.toFixed(1)} ms)`;
}

async function ask(
  node: RemoteNode,
  fn: string,
  item: string,
): Promise<number> {
  const what = `asking how busy ${node.name} is`;
  const value = await node.call("erlang", fn, [atom(item)], {
    timeoutMs: CALL_TIMEOUT_MS,
    priority: "normal",
    what,
  });
  return typeof value === "number" ? value : 0;
}

function stepOf(error: BeamtapError, { ssh }: NodeSpec): Step {
  if (
    error.code === "ssh_failed" || ssh && error.code === "permission_denied"
  ) return "ssh";
  if (error instanceof EpmdError) return "epmd";
  if (error instanceof TlsError) return "tls";
  if (error instanceof NetError) {
    return error.code === "name_not_resolved" ? "resolver" : "tcp";
  }
  if (error instanceof DistError) {
    const unproven = ["wrong_cookie", "peer_unproven"].includes(error.code);
    return unproven ? "proof" : "handshake";
  }
  if (error instanceof CallError) return "call";
  return error.code.includes("cookie") ? "cookie" : "name";
}
