import { assert, assertEquals } from "@std/assert";
import { openDump } from "../../../lib/dump/mod.ts";
import {
  atom,
  compare,
  decode,
  ErlangMap,
  format,
  Fun,
  Pid,
  type Term,
  Tuple,
} from "../../../lib/etf/mod.ts";
import { type Dead, die } from "../../support/crashes/crash.ts";
import { FACTS, HELD } from "../../support/crashes/held.ts";
import { dumpCaller, told } from "../../support/dumps.ts";

/** What a node wrote down of its processes before it died: items of `process_info/2`, by pid. */
async function factsOf(
  { folder }: Dead,
): Promise<Map<string, (item: string) => Term>> {
  const all = decode(await Deno.readFile(`${folder}/${FACTS}`));
  assert(Array.isArray(all));
  return new Map(all.map((fact: Term) => {
    assert(fact instanceof Tuple);
    const [pid, items] = fact.elements;
    assert(pid instanceof Pid && Array.isArray(items));
    const valueOf = (item: string): Term => {
      const found = items.find((each: Term) =>
        each instanceof Tuple && each.elements[0] === atom(item)
      );
      return found.elements[1];
    };
    return [`<0.${pid.id}.${pid.serial}>`, valueOf];
  }));
}

/** Terms without what a dump writes in another way: creations, funs, the order of large maps. */
function texts(terms: readonly Term[]): string[] {
  return terms.filter((term) => !(term instanceof Fun))
    .map((term) => format(sorted(term), { syntax: "erlang" }));
}

function sorted(term: Term): Term {
  if (!(term instanceof ErlangMap)) return term;
  const { entries } = term;
  const pairs = entries.flatMap((key, index) =>
    index % 2 === 0 ? [[key, entries[index + 1] ?? []] as const] : []
  );
  return new ErlangMap(pairs.toSorted((a, b) => compare(a[0], b[0])).flat());
}

Deno.test("sizes, messages and dictionaries are those that the node had", async () => {
  await using dead = await die(HELD);
  const dump = await openDump(dead.path);
  const call = dumpCaller([dead.path]);
  for (const [pid, valueOf] of await factsOf(dead)) {
    const answer = told(await call("get_dump_process", { process: pid }));
    assertEquals(answer.mailbox, valueOf("message_queue_len"));
    // The node counts messages that are not on the heap yet.
    if (answer.mailbox === 0) {
      assertEquals(answer.heap_bytes, 8 * Number(valueOf("total_heap_size")));
    }
    // To say what it is takes a few.
    const reductions = Number(valueOf("reductions"));
    assert(Math.abs(Number(answer.reductions) - reductions) <= 10);
    assertEquals(answer.memory_bytes, valueOf("memory"));
    const held = await dump.process(pid, {
      ...{ messages: 1000, maxTerms: 10_000, maxItems: 1000 },
    });
    assertEquals(held.lacks, []);
    const messages = valueOf("messages");
    assert(Array.isArray(messages));
    assertEquals(texts(held.messages.map(({ term }) => term)), texts(messages));
    const entries = held.dictionary.map(({ key, value }) =>
      new Tuple([key, value])
    );
    const dictionary = valueOf("dictionary");
    assert(Array.isArray(dictionary));
    assertEquals(
      texts(entries.toSorted(compare)),
      texts(dictionary.toSorted(compare)),
    );
  }
});

Deno.test("contents need data@dump: names in the dump give nothing", async () => {
  await using dead = await die(HELD);
  const contents = ["buy", "apple", "front", "hunter22", "an_atom"];
  for (const allow of ["inspect", "data@nonode@nohost", "data@*@*"]) {
    const call = dumpCaller([dead.path], ["inspect", allow]);
    for (const process of ["cart", "busy", "keeper"]) {
      const { text } = await call("get_dump_process", { process });
      assert(text.includes("need the scope data@dump"), text);
      for (const word of contents) assert(!text.includes(word), text);
    }
  }
  for (const allow of ["data@dump", "data"]) {
    const call = dumpCaller([dead.path], ["inspect", allow]);
    const { text } = await call("get_dump_process", { process: "busy" });
    assert(text.includes("{'$gen_call',_,{buy,_}}\t40"), text);
  }
});

Deno.test("secrets in states, arguments and dictionaries are hidden", async () => {
  await using dead = await die(HELD);
  const call = dumpCaller([dead.path]);
  const all: string[] = [];
  for (const process of ["cart", "busy", "keeper"]) {
    const { text } = await call("get_dump_process", {
      process,
      detail: "full",
    });
    all.push(text);
  }
  const text = all.join("\n");
  for (const secret of ["hunter22", "k-12345678", "s3cr3t-token"]) {
    assert(!text.includes(secret), text);
  }
  assertEquals(text.match(/\[redacted\]/g)?.length, 3, text);
  assert(text.includes('{page,1}\t"front"'), text);
});

Deno.test("arguments in a slogan are shown with data@dump, without secrets", async () => {
  await using dead = await die({
    name: "a call with the wrong arguments",
    source: `
start() ->
  ok = application:load({application, shop, [{mod, {m, []}}, {modules, []}, {registered, []}, {applications, [kernel, stdlib]}]}),
  ok = application:start(shop, permanent).
start(_, _) -> {ok, proc_lib:spawn(m, top, [])}.
stop(_) -> ok.
top() -> timer:sleep(100), pay(pears, [{password, "hunter22"}]).
pay(apples, _) -> ok.
`,
    says: [],
  });
  const told = async (...allow: string[]): Promise<string> =>
    (await dumpCaller([dead.path], ["inspect", ...allow])("get_dump")).text;
  const without = await told();
  assert(without.includes("function_clause,[m:pay/2"), without);
  assert(!without.includes("pears"), without);
  const all = await told("data@dump");
  assert(all.includes("[m:pay(pears,[{password,"), all);
  assert(!all.includes("hunter22"), all);
});

Deno.test("a process is what it says itself, and its terms are in the syntax that is wanted", async () => {
  await using dead = await die(HELD);
  const call = dumpCaller([dead.path], ["inspect", "data@dump"], "elixir");
  const cart = told(await call("get_dump_process", { process: "cart" }));
  assertEquals(cart.initial_call, "m:init/1");
  assertEquals(cart.status, "waiting");
  const stack = cart.stack;
  assert(Array.isArray(stack) && /^gen_server:loop\/\d$/.test(stack[0]));
  const { text } = await call("get_dump_process", { process: ":cart" });
  assert(text.includes("items: [apple: 3]"), text);
  const starter = await call("get_dump_process", { process: "starter" });
  assert(/links [^:]*:[^:]*<[\d.]+> cart/.test(starter.text), starter.text);
  assert(/monitors.*<[\d.]+> cart/.test(starter.text), starter.text);
  const busy = await call("get_dump_process", { process: "busy" });
  assert(/spawned_by:\n <[\d.]+> starter\n <0\.0\.0> init/.test(busy.text));
});

Deno.test("a process that the dump does not have is an error with a way on", async () => {
  await using dead = await die(HELD);
  const call = dumpCaller([dead.path]);
  const cases = [
    ["nobody", "the dump has no process nobody"],
    ["<0.9999.0>", "the dump has no process <0.9999.0>"],
    ["<1.2.3>", "the dump has no process <1.2.3>"],
  ] as const;
  for (const [process, message] of cases) {
    const { ok, text } = await call("get_dump_process", { process });
    assert(!ok && text.startsWith(`no_such_process: ${message}`), text);
    assert(text.includes("What to do:"), text);
  }
});
