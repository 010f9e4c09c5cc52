/**
 * Atoms that a node gets from us: a node that nobody has asked anything yet is told
 * each atom that other questions have sent, and says whether it knew it.
 *
 * @module
 */

import { createBeam, preload, type Remote } from "../../lib/beam/mod.ts";
import {
  Atom,
  atom,
  binary,
  decode,
  ErlangMap,
  Fun,
  ImproperList,
  type Term,
  Tuple,
} from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type BeamOptions, startBeam } from "./beam.ts";
import { LOOKS } from "./inspection.ts";
import { connect } from "./remote.ts";
import { callerOf } from "./tools.ts";

type Calls = readonly [string, Record<string, unknown>][];

/** Calls that change something. */
const CHANGES: Calls = [
  ["collect_garbage", { process: "victim" }],
  ["suspend_process", { process: "victim", duration_ms: 60_000 }],
  ["resume_process", { process: "victim" }],
  ["stop_process", { process: "victim", reason: "normal" }],
  ["restart_child", { process: "kernel_sup", child: "erl_signal_server" }],
  ["set_app_env", { application: "kernel", key: "first", value: "1" }],
  ["set_log_level", { module: "lists", level: "debug", duration_ms: 1000 }],
  ["set_log_level", { module: "lists", level: "info" }],
  ["disconnect_peer", { peer: "nobody@nowhere" }],
  ["call_function", { module: "lists", function: "sum", arguments: "[[1]]" }],
  ["evaluate", { source: "1 + 1" }],
];

/** Calls that watch for a time. */
const TRACES: Calls = [
  ["measure_call_rate", { module: "lists", window_ms: 100 }],
  ["trace_calls", { module: "lists", function: "map", duration_ms: 100 }],
  ["trace_calls", {
    module: "lists",
    function: "map",
    match: "[A, B] when A =/= B",
    duration_ms: 100,
  }],
  ["trace_process", { process: "victim", duration_ms: 100 }],
  ["get_senders", { process: "victim", duration_ms: 100 }],
  ["capture_logs", { duration_ms: 100 }],
  ["profile", { duration_ms: 100 }],
  ["profile", { module: "lists", duration_ms: 100 }],
  ["watch_system", { duration_ms: 100 }],
];

/** Atoms that a node would not have without us, those of modules that OTP loads aside. */
export interface NewAtoms {
  /** From the link to the first answer. */
  readonly first: readonly string[];
  /** From all tools after that. */
  readonly later: readonly string[];
}

/** Asks everything of one node, and another of that kind which atoms it knows. */
export async function newAtoms(options: BeamOptions = {}): Promise<NewAtoms> {
  const victim = "register(victim, spawn(fun() -> receive stop -> ok end end))";
  await using asked = await startBeam({ ...options, setup: victim });
  await using link = await connect(asked);
  const sent = new Set<string>();
  const remote = recording(link, sent);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 20_000 });
  const scopes = ["inspect", "data", "trace", "mutate", "eval"];
  const call = callerOf(remote, TOOLS, scopes);
  const first = await call("get_node_info");
  if (!first.ok) throw new Error(first.text);
  const early = new Set(sent);
  for (const { tool, args } of LOOKS) {
    await call(
      tool.name,
      "window_ms" in args ? { ...args, window_ms: 50 } : args,
    );
  }
  const { creation: incarnation } = remote;
  for (
    const [name, args] of [
      ...CHANGES.map(([name, args]) =>
        [name, { incarnation, ...args }] as const
      ),
      ...TRACES,
    ]
  ) {
    const result = await call(name, args);
    if (!result.ok && result.code === "invalid_arguments") {
      throw new Error(`${name}: ${result.text}`);
    }
  }
  const loaded = await link.call("erlang", "loaded", [], PATIENT);
  await using fresh = await startBeam(options);
  await using witness = await connect(fresh);
  await witness.call("code", "ensure_modules_loaded", [loaded], PATIENT);
  const unknown = await unknownTo(witness, sent);
  return {
    first: unknown.filter((name) => early.has(name)),
    later: unknown.filter((name) => !early.has(name)),
  };
}

const PATIENT = { timeoutMs: 60_000 };

/** Names of which the node has no atom. */
async function unknownTo(
  node: RemoteNode,
  names: Iterable<string>,
): Promise<string[]> {
  const known = await Promise.all(
    [...names].map((name) =>
      node.call(
        "erlang",
        "binary_to_existing_atom",
        [binary(name), atom("utf8")],
        PATIENT,
      ).then(() => [], () => [name])
    ),
  );
  return known.flat().toSorted();
}

/** The same node; atoms on their way to it are noted. */
function recording(link: RemoteNode, sent: Set<string>): Remote {
  return {
    name: link.name,
    creation: link.creation,
    call(module, name, args, options): Promise<Term> {
      note([atom(module), atom(name), args], sent);
      return link.call(module, name, args, options);
    },
  };
}

/** With those in terms that go as binaries. */
function note(term: Term, sent: Set<string>): void {
  if (term instanceof Atom) sent.add(term.name);
  else if (Array.isArray(term)) { for (const item of term) note(item, sent); }
  else if (term instanceof Tuple) {
    for (const it of term.elements) note(it, sent);
  } else if (term instanceof ErlangMap) {
    for (const item of term.entries) note(item, sent);
  } else if (term instanceof ImproperList) {
    for (const item of [...term.items, term.tail]) note(item, sent);
  } else if (term instanceof Fun) {
    for (const item of term.free) note(item, sent);
  } else if (term instanceof Uint8Array && term[0] === 131) {
    note(decode(term), sent);
  }
}
