/**
 * Links to test nodes, and what a test asks of a node directly.
 *
 * @module
 */

import { PASS_THROUGH_FLAGS } from "../../lib/dist/mod.ts";
import { atom, binary, format, type Term, tuple } from "../../lib/etf/mod.ts";
import {
  type DialOptions,
  type NodeSpec,
  RemoteNode,
} from "../../lib/node/mod.ts";
import type { Beam } from "./beam.ts";

/** How to reach a test node. */
export function specOf(beam: Beam): NodeSpec {
  return {
    name: beam.name,
    port: beam.port,
    epmdPort: beam.epmd.port,
    cookie: () => beam.cookie,
  };
}

/** Deadlines of a dial that shall succeed, also where the machine is busy. */
export const PATIENT: DialOptions = {
  connectTimeoutMs: 30_000,
  stepTimeoutMs: 30_000,
};

/** A link to a test node. */
export function connect(
  beam: Beam,
  options: DialOptions = {},
): Promise<RemoteNode> {
  return RemoteNode.connect(specOf(beam), { ...PATIENT, ...options });
}

/** Whether dictionaries can be read by key there: from OTP 26.2 on. */
export function readsKeys({ greeting }: RemoteNode): boolean {
  return Number(greeting.otpRelease) > 26;
}

/** The two forms that frames can take, for tests that must hold in both. */
export const FRAME_FORMS: Record<string, DialOptions> = {
  "passed through": { flags: PASS_THROUGH_FLAGS },
  "with atom cache and fragments": {},
};

/** The value of an Erlang expression on the node, as Erlang prints it. */
export async function evaluate(
  node: RemoteNode,
  expression: string,
  bindings: Record<string, Term> = {},
): Promise<string> {
  const value = await evaluateTerm(node, expression, bindings);
  return format(value, { syntax: "erlang" });
}

/** The value of an Erlang expression on the node. */
export async function evaluateTerm(
  node: RemoteNode,
  expression: string,
  bindings: Record<string, Term> = {},
): Promise<Term> {
  const options = { timeoutMs: 60_000 };
  const bound = Object.entries(bindings).toSorted()
    .map(([name, value]) => tuple(atom(name), value));
  const source = `${expression}.`;
  const text = await node.call(
    "erlang",
    "binary_to_list",
    [binary(source)],
    options,
  );
  const [, tokens] = elements(
    await node.call("erl_scan", "string", [text], options),
  );
  const [, exprs] = elements(
    await node.call("erl_parse", "parse_exprs", [tokens ?? 0], options),
  );
  const [, value] = elements(
    await node.call("erl_eval", "exprs", [exprs ?? 0, bound], options),
  );
  if (value === undefined) throw new Error(`cannot evaluate ${expression}`);
  return value;
}

/** Runs Elixir source on the node. */
export async function evaluateElixir(
  node: RemoteNode,
  source: string,
): Promise<void> {
  await evaluate(node, "element(1, 'Elixir.Code':eval_string(S))", {
    S: binary(source),
  });
}

function elements(term: Term): readonly Term[] {
  return typeof term === "object" && "elements" in term ? term.elements : [];
}

/** The processes of a node but for what asks and what keeps links to it, as an Erlang expression. */
export const OTHERS =
  "(erlang:processes() -- [self() | [element(5, Link) || Link <- ets:tab2list(sys_dist)]])";

/** Waits until `probe` gives what is expected; the last value seen is in the error. */
export async function eventually<T>(
  probe: () => Promise<T> | T,
  expected: T,
  timeoutMs = 20_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (JSON.stringify(value) === JSON.stringify(expected)) return;
    if (Date.now() > end) {
      throw new Error(
        `still ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
