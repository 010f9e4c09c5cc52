import { assert, assertEquals } from "@std/assert";
import { LIBRARY } from "../../lib/beam/library.ts";
import { Atom, type Term, Tuple } from "../../lib/etf/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";
import { loading } from "../support/supervisors.ts";

const PROBES = new URL("../../lib/beam/erl/", import.meta.url);

/** The time limits of `receive` in abstract forms, where they are not 0. */
function limits(form: Term): Term[] {
  if (Array.isArray(form)) return form.flatMap(limits);
  if (!(form instanceof Tuple)) return [];
  const [kind, , , limit] = form.elements;
  const timed = kind instanceof Atom && kind.name === "receive" &&
    limit !== undefined &&
    !(limit instanceof Tuple && limit.elements[2] === 0);
  return [...timed ? [limit] : [], ...form.elements.flatMap(limits)];
}

Deno.test("no probe has the emulator wait with a time limit in interpreted code", async () => {
  const manifest = await Deno.readTextFile(new URL("manifest.json", PROBES));
  const probes = Object.keys(JSON.parse(manifest))
    .filter((name) => name !== "boot");
  const forms = [
    LIBRARY.clauses("boot:start/4"),
    ...probes.flatMap((name) => LIBRARY.program(name).functions),
  ];
  assert(forms.length > 40);
  assertEquals(forms.flatMap(limits), []);
});

Deno.test("a time limit that was taken out still holds, whatever is in the mailbox", async () => {
  const source = await Deno.readTextFile(new URL("receives.erl", PROBES));
  await using node = await startBeam({ setup: loading(source) });
  await using remote = await connect(node);
  // As it stands the text would end the node within a second.
  await evaluate(
    remote,
    `(fun(Text) ->
      Counter = counters:new(1, []),
      persistent_term:put(late, Counter),
      {ok, Tokens, _} = erl_scan:string(Text),
      {ok, Forms} = erl_parse:parse_exprs(Tokens),
      Safe = receives:safe(Forms, fun(N) -> list_to_atom("Limit" ++ integer_to_list(N)) end),
      Waiters = [spawn(fun() -> erl_eval:exprs(Safe, [{'Counter', Counter}]) end)
                 || _ <- [1, 2, 3, 4]],
      [Waiter ! {noise, N} || Waiter <- Waiters, N <- lists:seq(1, 1000)],
      register(waiter, hd(Waiters)), ok
    end)("(fun Wait() -> receive {mine, From} -> From ! mine, Wait() "
         "after 1 -> counters:add(Counter, 1, 1), Wait() end end)().")`,
  );
  await eventually(
    () => evaluate(remote, "counters:get(persistent_term:get(late), 1) > 200"),
    "true",
    20_000,
  );
  assertEquals(
    await evaluate(
      remote,
      `(fun() -> waiter ! {mine, self()}, receive mine -> ok end end)()`,
    ),
    "ok",
  );
  assertEquals(
    await evaluate(
      remote,
      "element(2, process_info(whereis(waiter), message_queue_len)) =< 1001",
    ),
    "true",
  );
});
