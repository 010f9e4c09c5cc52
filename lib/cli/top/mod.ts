/**
 * The command `top`, loaded only when it runs.
 *
 * @module
 */

import { holdErrors } from "../log.ts";
import type { Session } from "../session.ts";
import { arrived } from "./arrived.ts";
import { askOf } from "./asks.ts";
import { Caller, type Failed } from "./caller.ts";
import { painted, plain } from "./lines.ts";
import { roomFor, screenOf, type Size } from "./screen.ts";
import { startOf, type State } from "./state.ts";
import { Terminal } from "./terminal.ts";
import { CHECK_MS, Top } from "./top.ts";

/** How long the looks for one screen take, in ms. */
const ONCE_MS = 1000;

/** Why there is no screen. */
export class NoScreen extends Error {
  override readonly name = "NoScreen";
}

/**
 * Shows a live screen until a key or a signal ends it; returns the exit status.
 *
 * @throws {NoScreen} if the node does not answer to begin with
 */
export async function runTop(
  session: Session,
  node: string,
  isColoured: boolean,
): Promise<number> {
  const caller = await Caller.create(session, node);
  const start = startOf(node);
  const ask = { ...askOf(start, "node", 0), view: "node" } as const;
  const first = checked(await caller.ask(ask));
  const top = new Top(caller, arrived(start, first));
  await using terminal = new Terminal(top, isColoured);
  using _held = holdErrors((text) => void terminal.aside(text));
  return await top.run(terminal);
}

/**
 * One screen as text, of two looks.
 *
 * @throws {NoScreen} if the node does not answer
 */
export async function screenOnce(
  session: Session,
  node: string,
  size: Size,
  isColoured: boolean,
): Promise<string> {
  const caller = await Caller.create(session, node);
  const look = async (state: State): Promise<State> => {
    const ask = askOf(state, "processes", ONCE_MS);
    const view = "processes" as const;
    return arrived(state, checked(await caller.ask({ ...ask, view })));
  };
  const start = startOf(node);
  const { columns } = size;
  const sized = { ...start, room: roomFor(start, size), columns };
  const [before, found] = await Promise.all([
    look(sized),
    caller.check(CHECK_MS),
  ]);
  const after = { ...await look(before), viewMs: start.viewMs };
  const state = "failed" in found ? after : { ...after, health: found.health };
  return screenOf(state, size, Date.now()).slice(0, -1)
    .map((line) => isColoured ? painted(line, true) : plain(line).trimEnd())
    .join("\n").trimEnd();
}

function checked<Answer extends object>(answer: Answer | Failed): Answer {
  if ("failed" in answer) throw new NoScreen(answer.failed);
  return answer;
}
