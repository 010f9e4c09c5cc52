/**
 * Tools that change something, called on a node as a client calls them.
 *
 * @module
 */

import { assert } from "@std/assert";
import type { RemoteNode } from "../../lib/node/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { TOOLS_OF_INTERVENTION } from "../../lib/tools/intervention/mod.ts";
import type { Beam } from "./beam.ts";
import { evaluate } from "./remote.ts";
import { useTarget } from "./target.ts";
import { callerOf } from "./tools.ts";

type Args = Record<string, unknown>;

/** How a test calls them, with the incarnation of its link. */
export interface Changing {
  call(name: string, args: Args, allow?: string[]): Promise<ToolResult>;
  /** The fields of an answer. */
  done(name: string, args: Args): Promise<Args>;
  /** Code and text of a refusal. */
  refusal(name: string, args: Args): Promise<string>;
}

/** Starts a node for the tests of a file; each gets a link of its own. */
export function useChanges(
  setup: string,
  linked?: (link: RemoteNode, target: Beam) => void | Promise<void>,
): Changing {
  let remote: RemoteNode;
  useTarget({ setup }, async (link, target) => {
    remote = link;
    await linked?.(link, target);
  });
  const call: Changing["call"] = (name, args, allow = ["mutate", "data"]) =>
    callerOf(remote, TOOLS_OF_INTERVENTION, allow)(name, {
      incarnation: remote.creation,
      ...args,
    });
  return {
    call,
    async done(name, args): Promise<Args> {
      const result = await call(name, args);
      assert(result.ok, result.text);
      return { ...result.structured };
    },
    async refusal(name, args): Promise<string> {
      const result = await call(name, args);
      assert(!result.ok, result.text);
      return `${result.code} ${result.text}`;
    },
  };
}

/** What a node with victims runs. */
export const SILENT = "logger:set_primary_config(level, none)";

/** Registers two processes anew: `victim`, and `deaf`, which traps exits. */
export async function registerVictims(link: RemoteNode): Promise<void> {
  await evaluate(
    link,
    `(fun() ->
      [begin M = monitor(process, P), exit(P, kill), receive {'DOWN', M, _, _, _} -> ok end end
        || N <- [victim, deaf], P <- [whereis(N)], is_pid(P)],
      Loop = fun L() -> receive {ping, From} -> From ! pong, L(); stop -> ok end end,
      register(victim, spawn(Loop)),
      register(deaf, spawn(fun() -> process_flag(trap_exit, true), receive stop -> ok end end))
    end)()`,
  );
}

/** Whether the victim runs. */
export function status(link: RemoteNode): Promise<string> {
  return evaluate(link, "process_info(whereis(victim), status)");
}

/** The keepers of suspended processes that are on the node. */
export function keepers(link: RemoteNode): Promise<string> {
  return evaluate(
    link,
    "length([P || P <- processes(), {suspending, [_ | _]} <- [process_info(P, suspending)]])",
  );
}
