import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { makeDump, writeDump } from "../../dump/real.ts";
import { dumpCaller, told } from "../../support/dumps.ts";

const ROWS = z.array(z.looseObject({
  registered_name: z.string().optional(),
  application: z.string().optional(),
  label: z.string().optional(),
  stack_bytes: z.int().optional(),
}));

const GROUPS = z.array(z.looseObject({ kind: z.string(), count: z.int() }));

/** Processes with deep stacks, labels, and spawners that end; the last one in the tree of sasl. */
const SETUP = `
  ok = application:start(sasl),
  Wait = fun(Name) -> register(Name, self()), receive never -> ok end end,
  spawn(fun() -> Deep = fun Deep(0) -> Wait(deep); Deep(N) -> 1 + Deep(N - 1) end, Deep(500) end),
  spawn(fun() -> spawn(fun() -> Wait(orphan) end) end),
  [spawn(fun() -> put('$process_label', {session, N}), Wait(list_to_atom("s" ++ integer_to_list(N))) end)
   || N <- lists:seq(1, 3)],
  spawn(fun() -> put('$process_label', list_to_binary("the cart")), Wait(cart) end),
  Heir = fun() -> Wait(heir) end,
  Child = fun() -> proc_lib:spawn(erlang, apply, [Heir, []]), proc_lib:init_ack({ok, self()}) end,
  Start = fun() -> proc_lib:start_link(erlang, apply, [Child, []]) end,
  {ok, _} = supervisor:start_child(sasl_safe_sup,
    #{id => child, restart => temporary, start => {erlang, apply, [Start, []]}}),
  timer:sleep(300),
  io:format("~p ~p", [element(2, process_info(whereis(deep), stack_size)), length(processes())]),
  erlang:halt("planted")`;

Deno.test("applications, labels and stacks of a dump's processes", async (step) => {
  await using made = await makeDump(SETUP);
  const [words, total] = made.output.split(" ").map(Number);
  const call = dumpCaller([made.path]);
  const text = await Deno.readTextFile(made.path);
  /** The dump, as of some release. */
  const written = (release: number): string =>
    text.replace(/^(System version: Erlang\/OTP) \d+/m, `$1 ${release}`);
  const list = async (
    args: Record<string, unknown>,
  ): Promise<Record<string, unknown>> =>
    told(await call("list_dump_processes", args));

  await step.step("spawners lead to the application", async () => {
    const { groups, unknown_application } = await list({ by: "application" });
    const counts = new Map(
      GROUPS.parse(groups).map(({ kind, count }) => [kind, count]),
    );
    assertEquals([...counts.keys()].toSorted(), [
      ...["-", "kernel", "sasl", "unknown"],
    ]);
    assertEquals([...counts.values()].reduce((a, b) => a + b), total);
    assertEquals([counts.get("unknown"), unknown_application], [2, 2]);
    const { processes } = await list({ application: "sasl", limit: 100 });
    const names = ROWS.parse(processes).map((it) => it.registered_name);
    assert(names.includes("sasl_sup") && !names.includes("kernel_sup"));
    const wrong = await call("list_dump_processes", { application: "shop" });
    assert(wrong.text.includes("it has those of kernel, sasl"), wrong.text);
  });

  await step.step("rows have what their ancestors say, too", async () => {
    const { processes } = await list({ limit: 100 });
    const of = (name: string): string | undefined =>
      ROWS.parse(processes).find((it) => it.registered_name === name)
        ?.application;
    assertEquals([of("heir"), of("rex")], ["sasl", "kernel"]);
    assertEquals([of("orphan"), of("init")], [undefined, undefined]);
  });

  await step.step("stacks are as long as they were", async () => {
    const { processes } = await list({ sort: "stack", limit: 1 });
    const [{ registered_name, stack_bytes } = {}] = ROWS.parse(processes);
    assertEquals([registered_name, stack_bytes], ["deep", 8 * (words ?? 0)]);
  });

  await step.step("labels are refused where there are none", async () => {
    await using older = await writeDump(written(25));
    const ask = dumpCaller([older.path]);
    for (const args of [{ label: "x" }, { by: "label" }]) {
      const { ok, text } = await ask("list_dump_processes", args);
      assert(!ok && text.includes("since OTP 27"), text);
    }
  });

  await step.step("labels are found and grouped", async () => {
    await using newer = await writeDump(written(27));
    const ask = dumpCaller([newer.path]);
    const { groups } = told(
      await ask("list_dump_processes", { by: "label", limit: 3 }),
    );
    const kinds = GROUPS.parse(groups).map(({ kind, count }) => [kind, count]);
    assertEquals(kinds.slice(1), [["{session,_}", 3], ['<<"the cart">>', 1]]);
    const { processes, matched } = told(
      await ask("list_dump_processes", { label: "CART" }),
    );
    assertEquals(matched, 1);
    assertEquals(ROWS.parse(processes)[0]?.registered_name, "cart");
  });

  await step.step("a dump that ends before stacks says so", async () => {
    const bytes = await Deno.readFile(made.path);
    const text = new TextDecoder("latin1").decode(bytes);
    await using cut = await writeDump(
      bytes.subarray(0, text.indexOf("\n=proc_stack") + 1),
    );
    const ask = dumpCaller([cut.path]);
    for (
      const args of [{ sort: "stack" }, { by: "application" }, {
        application: "sasl",
      }]
    ) {
      const { ok, text } = await ask("list_dump_processes", args);
      assert(!ok && text.startsWith("not_in_dump"), text);
    }
    const { processes } = told(await ask("list_dump_processes"));
    const [first] = ROWS.parse(processes);
    assertEquals([first?.stack_bytes, first?.application], [
      undefined,
      undefined,
    ]);
  });
});
