/**
 * Many calls at once that end in every way a call can, each of which knows the
 * one answer that is its own.
 *
 * @module
 */

import { randomFrom } from "./random.ts";
import { binary, type Term } from "../../lib/etf/mod.ts";
import { CallError, type RemoteNode } from "../../lib/node/mod.ts";

/** How much of it. */
export interface StormOptions {
  readonly calls: number;
  readonly seed: number;
  /** Calls in flight at once. @default {200} */
  readonly width?: number;
  /** Told after each call. */
  readonly onCall?: (() => void) | undefined;
}

/** How the calls ended. */
export interface Outcomes {
  returned: number;
  timedOut: number;
  aborted: number;
  /** Answers and errors that were not the caller's own. */
  readonly wrong: string[];
}

/** Erlang that makes `echo:later/2` on the target: it gives its second argument back after a while, in ms. */
export const ECHO_MODULE = `
  {ok, echo, Beam} = compile:forms([
    {attribute, 1, module, echo}, {attribute, 1, export, [{later, 2}]},
    {function, 1, later, 2, [{clause, 1, [{var, 1, 'Ms'}, {var, 1, 'V'}], [],
      [{call, 1, {remote, 1, {atom, 1, timer}, {atom, 1, sleep}}, [{var, 1, 'Ms'}]},
       {var, 1, 'V'}]}]}]),
  {module, echo} = code:load_binary(echo, "echo", Beam)`;

/** Runs the calls; the target has {@linkcode ECHO_MODULE}. */
export async function storm(
  node: RemoteNode,
  options: StormOptions,
): Promise<Outcomes> {
  const { calls, seed, width = 200 } = options;
  const random = randomFrom(seed);
  const outcomes: Outcomes = {
    returned: 0,
    timedOut: 0,
    aborted: 0,
    wrong: [],
  };
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < calls) {
      await callOnce(node, next++, random, outcomes);
      options.onCall?.();
    }
  };
  await Promise.all(Array.from({ length: width }, caller));
  return outcomes;
}

/** One call: most return, some time out, some are given up; about when the answer is due. */
async function callOnce(
  node: RemoteNode,
  index: number,
  random: () => number,
  outcomes: Outcomes,
): Promise<void> {
  const fate = random();
  // Some are sure to end before the answer, also where that comes late.
  const delayMs = fate < 0.05 || fate > 0.95
    ? 5000
    : random() < 0.5
    ? 0
    : Math.floor(random() * 20);
  const endMs = Math.floor(random() * 25);
  const payload: Term = random() < 0.1
    ? [index, binary("x".repeat(Math.floor(random() * 100_000)))]
    : index;
  const controller = new AbortController();
  const abortTimer = fate < 0.25
    ? setTimeout(() => controller.abort(), endMs)
    : undefined;
  try {
    const answer = await node.call("echo", "later", [delayMs, payload], {
      timeoutMs: fate > 0.75 ? endMs : 60_000,
      signal: controller.signal,
    });
    const own = Array.isArray(answer) ? answer[0] : answer;
    if (own !== index) outcomes.wrong.push(`call ${index} got ${own}`);
    outcomes.returned++;
  } catch (error) {
    const code = error instanceof CallError ? error.code : `${error}`;
    if (code === "timeout" && fate > 0.75) outcomes.timedOut++;
    else if (code === "aborted" && fate < 0.25) outcomes.aborted++;
    else outcomes.wrong.push(`call ${index} ended with ${code}`);
  } finally {
    clearTimeout(abortTimer);
  }
}
