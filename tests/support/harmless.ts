/**
 * That a question leaves a node as it was: compared before the first call, after
 * it, and after a second one with new inputs.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { createBeam, preload, type Probe } from "../../lib/beam/mod.ts";
import { BeamtapError } from "../../lib/errors.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { evaluate, eventually } from "./remote.ts";

/** What must be the same afterwards: processes, monitors and links of theirs, names, handlers, filters, flags. */
function census(remote: RemoteNode): Promise<string> {
  return evaluate(
    remote,
    `(fun() ->
      Others = processes() -- [self()],
      About = fun(P, Item) -> case process_info(P, Item) of {_, V} -> V; _ -> [] end end,
      {lists:sort([{P, length(About(P, links)), length(About(P, monitors)),
                    length(About(P, monitored_by)), About(P, message_queue_len)} || P <- Others]),
       lists:sort(registered()), length(ets:all()), logger:get_config(),
       [erlang:trace_info(new, I) || I <- [flags, tracer]], erlang:system_monitor()}
    end)()`,
  );
}

function atomCount(remote: RemoteNode): Promise<string> {
  return evaluate(remote, "erlang:system_info(atom_count)");
}

/** Loaded modules that are not of OTP's own folder. */
function strangers(remote: RemoteNode): Promise<string> {
  return evaluate(
    remote,
    `lists:sort([M || {M, File} <- code:all_loaded(), is_list(File),
                      not lists:prefix(code:root_dir(), File)])`,
  );
}

/**
 * Asks with the first arguments, then with the second, whose atoms the node
 * has, if at all, already; a refusal is an answer too. Each call must be one
 * message out, of no more than `mostBytes`, and at most the answer and the notice that it began in.
 */
export async function assertHarmless<Args, Answer>(
  remote: RemoteNode,
  probe: Probe<Args, Answer>,
  [first, second]: readonly [Args, Args],
  mostBytes = 28_000,
): Promise<void> {
  const beam = createBeam(remote);
  const ask = async (args: Args): Promise<void> => {
    const before = remote.traffic;
    try {
      await beam.run(probe, args, { timeoutMs: 10_000 });
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      assert(!/^probe_|unexpected|timeout/.test(error.code), error.message);
    }
    const after = remote.traffic;
    assertEquals(after.messagesOut - before.messagesOut, 1, probe.name);
    assert(after.messagesIn - before.messagesIn <= 2, probe.name);
    assert(
      after.bytesOut - before.bytesOut <= mostBytes,
      `${probe.name} ${after.bytesOut - before.bytesOut}`,
    );
  };
  // As whoever makes a link does.
  await beam.run(preload, undefined, { timeoutMs: 10_000 });
  const modules = await strangers(remote);
  await census(remote);
  await atomCount(remote);
  const untouched = await census(remote);
  await ask(first);
  await eventually(() => census(remote), untouched);
  const atoms = await atomCount(remote);
  await ask(second);
  await eventually(() => census(remote), untouched);
  assertEquals(await atomCount(remote), atoms, `${probe.name} makes atoms`);
  assertEquals(await strangers(remote), modules, `${probe.name} loads code`);
}
