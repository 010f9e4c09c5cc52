import { assert, assertEquals, assertRejects } from "@std/assert";
import { DumpError, openDump, valueOf } from "../../lib/dump/mod.ts";
import { decode, equals, format, type Term, Tuple } from "../../lib/etf/mod.ts";
import { makeDump, writeDump } from "./real.ts";

const ALL = {
  maxTerms: 1_000_000,
  maxDepth: 1000,
  maxItems: 1_000_000,
  maxBinary: 1_000_000,
};

/** Terms of all kinds that a dump has in full: no pids, whose creation it lacks, no funs and no bitstrings. */
const TERMS = `
  Big = binary:copy(<<"0123456789">>, 100),
  Deep = lists:foldl(fun(N, Acc) -> [N, {Acc, #{N => Acc}}] end, [], lists:seq(1, 5)),
  Terms = [
    0, -1, 1 bsl 59, -(1 bsl 59), 1 bsl 60, -(1 bsl 200), 1.5, -0.0, 1.0e300, 5.0e-324,
    [], {}, #{}, <<>>, '', 'Ünï cödé', 'a|b', 'a:b', 'a\\nb', <<"bin">>, "text", [a | b], [1, 2 | {c}],
    Big, binary:part(Big, 7, 3), binary:part(Big, 100, 801), <<1, 2, 3>>, {a, {b, {c, [d]}}},
    maps:from_list([{I, {I, integer_to_list(I)}} || I <- lists:seq(1, 500)]),
    maps:from_list([{{I, I}, I} || I <- lists:seq(1, 20)]), #{a => 1, "b" => <<"c">>, 1.0 => 1, 1 => 2},
    Deep, list_to_tuple(lists:seq(1, 1000)), lists:seq(1, 1000), unicode:characters_to_binary("äöü€"),
    'receive', true, undefined, fun erlang:self/0, fun lists:map/2
  ],
`;

Deno.test("process() decodes dictionary, messages and stack as the node had them", async () => {
  await using made = await makeDump(`${TERMS}
    put(terms, Terms),
    Holder = spawn(fun() ->
      register(holder, self()),
      [self() ! T || T <- Terms],
      put('$ancestors', [top]), put('$initial_call', {holder, start, 1}),
      receive {never, T} -> T end
    end),
    io:format("~s", [base64:encode(term_to_binary(Terms))]),
    timer:sleep(50),
    erlang:halt("terms")
  `);
  const terms = decode(Uint8Array.fromBase64(made.output.trim()));
  assert(Array.isArray(terms));
  const dump = await openDump(made.path);
  const rows = Array.from(
    { length: dump.processes.count },
    (_, row) => dump.processes.row(row),
  );
  const maker = rows.find(({ pid }) =>
    dump.schedulers.some(({ currentProcess }) => currentProcess === pid)
  );
  const own = await dump.process(maker?.pid ?? "", ALL);
  assertSame(valueOf(own.dictionary, "terms"), terms);
  assertEquals(own.lacks, []);

  const holder = rows.find(({ registeredName }) => registeredName === "holder");
  const held = await dump.process(holder?.pid ?? "", {
    ...ALL,
    messages: 1000,
  });
  assertEquals(held.lacks, []);
  assertEquals(held.messages.length, terms.length);
  for (const [i, { term, token }] of held.messages.entries()) {
    assertSame(term, terms[i]);
    assertEquals(token, undefined);
  }
  assertEquals(held.row.initialCall, "holder:start/1");
  // The value may be a literal, or on the heap.
  const started = rows.filter(({ spawnedAs }) =>
    spawnedAs === "proc_lib:init_p/5"
  );
  assertEquals(
    started.filter(({ initialCall }) => initialCall === "proc_lib:init_p/5"),
    [],
  );
  const call = valueOf(held.dictionary, "$initial_call");
  assert(call instanceof Tuple);
  assertEquals(format(call, { syntax: "elixir" }), "{:holder, :start, 1}");
  assertEquals(held.stack.some(({ type }) => type === "return"), true);

  const later = await dump.process(holder?.pid ?? "", {
    ...ALL,
    skip: 20,
    messages: 3,
  });
  assertEquals(later.messages.length, 3);
  assertSame(later.messages[0]?.term, terms[20]);
});

function assertSame(actual: Term | undefined, wanted: Term | undefined): void {
  assert(actual !== undefined && wanted !== undefined);
  const show = (term: Term): string =>
    format(term, { syntax: "erlang", maxBytes: 5000 });
  assert(equals(actual, wanted), `${show(actual)} is not ${show(wanted)}`);
}

Deno.test("process() knows links and monitors, and prints pids as the node did", async () => {
  await using made = await makeDump(`
    Other = spawn_link(fun() -> register(other, self()), receive never -> ok end end),
    Ref = monitor(process, Other),
    put(facts, {self(), Other, Ref, hd(erlang:ports()), make_ref()}),
    io:format("~p", [get(facts)]),
    erlang:halt("pids")
  `);
  const dump = await openDump(made.path);
  const [, self = "", other = "", reference] =
    /\{(<[^>]+>),\s*(<[^>]+>),\s*(#Ref<[^>]+>)/.exec(made.output) ?? [];
  const detail = await dump.process(self);
  assertEquals(detail.links.includes(other), true);
  assertEquals(detail.monitors, [{ with: other, reference: `${reference}` }]);
  const facts = valueOf(detail.dictionary, "facts") ?? [];
  assertEquals(
    format(facts, { syntax: "erlang", home: dump.home }),
    made.output.replaceAll(/\s/g, ""),
  );
  const watched = await dump.process(other);
  assertEquals(watched.monitoredBy, [{
    with: self,
    reference: `${reference}`,
  }]);
  assertEquals(watched.fields.get("Spawned by"), self);
  const error = await assertRejects(
    () => dump.process("<0.999999.0>"),
    DumpError,
  );
  assertEquals(error.code, "no_such_process");
});

Deno.test("process() cuts what exceeds a limit, with its true size", async () => {
  await using made = await makeDump(`${TERMS}
    put(list, lists:seq(1, 5000)), put(binary, Big), put(map, maps:from_list([{I, I} || I <- lists:seq(1, 100)])),
    put(deep, lists:foldl(fun(_, Acc) -> {Acc} end, x, lists:seq(1, 50))), put(terms, Terms),
    erlang:halt("large")
  `);
  const dump = await openDump(made.path);
  const running = dump.schedulers.find((it) => it.currentProcess !== undefined);
  const { dictionary } = await dump.process(running?.currentProcess ?? "", {
    maxItems: 3,
    maxBinary: 6,
    maxDepth: 4,
  });
  const shown = (name: string): string =>
    format(valueOf(dictionary, name) ?? [], { syntax: "erlang" });
  assertEquals(shown("list"), "{'$cut',list,5000,[1,2,3]}");
  assertEquals(shown("binary"), `{'$cut',binary,1000,<<"012345">>}`);
  assertEquals(shown("map").startsWith("{'$cut',map,100,[{"), true);
  assertEquals(shown("deep"), "{{{{'$cut',tuple,1,[]}}}}");
});

Deno.test("persistentTerms() decodes keys and values", async () => {
  await using made = await makeDump(`
    persistent_term:put({mine, key}, {value, [1, 2], <<"b">>}),
    erlang:halt("persistent")
  `);
  const dump = await openDump(made.path);
  const { terms, lacks } = await dump.persistentTerms(1000);
  assertEquals(lacks, []);
  const mine = terms.find(({ key }) =>
    format(key, { syntax: "erlang" }) === "{mine,key}"
  );
  assertEquals(
    format(mine?.value ?? [], { syntax: "erlang" }),
    '{value,[1,2],<<"b">>}',
  );
});

Deno.test("process() gives what it can of a damaged heap", async () => {
  const header =
    "=erl_crash_dump:0.5\nMon Nov 30 04:49:53 2026\nSlogan: x\nSystem version: Erlang/OTP 25 [64-bit]\n";
  const heap = [
    "10:t3:H20,H99,I7",
    "20:lI1|H20",
    "30:t2:H30,I1",
    "40:MfFF:H10:I1",
    "50:Yh5:!!!!",
    "60:YcABC:0:5",
    "70:tFFFFFFFFFF:I1",
    "80:t4:I1,I2,?,I4",
    "90:lI1|HA0",
    "A0:lI2?N",
  ];
  await using made = await writeDump(
    `${header}=proc:<0.1.0>\nState: Waiting\n=proc_messages:<0.1.0>\n` +
      "H10:N\nH20:N\nH30:N\nH40:N\nH50:N\nH60:N\nH70:N\nH80:N\nH90:N\nQ:N\nAFFFF:ab:N\nI7:N\n" +
      `=proc_stack:<0.1.0>\n=proc_heap:<0.1.0>\n${heap.join("\n")}\n=end\n`,
  );
  const dump = await openDump(made.path);
  const { messages, lacks } = await dump.process("<0.1.0>", {
    messages: 20,
    maxItems: 10,
    maxDepth: 3,
  });
  const shown = messages.map(({ term }) => format(term, { syntax: "erlang" }));
  assertEquals(messages.length, 12);
  assertEquals(
    shown[0]?.startsWith("{{'$cut',list,"),
    true,
  );
  assertEquals(shown[4], "{'$cut',missing,0,[]}");
  assertEquals(shown[5], "{'$cut',missing,5,[]}");
  assertEquals(shown[7], "{'$cut',tuple,4,[1,2,{'$cut',missing,0,[]}]}");
  assertEquals(shown[8], "{'$cut',list,2,[1,2]}");
  assertEquals(shown[11], "7");
  assertEquals(lacks.length > 0, true);
});

/** A dump with one process, whose messages and heap are these lines. */
function withHeap(
  messages: readonly string[],
  heap: readonly string[],
): string {
  return "=erl_crash_dump:0.5\nSlogan: x\nSystem version: Erlang/OTP 25 [64-bit]\n" +
    "=proc:<0.1.0>\nState: Waiting\n=proc_messages:<0.1.0>\n" +
    messages.map((message) => `${message}:N\n`).join("") +
    `=proc_stack:<0.1.0>\n=proc_heap:<0.1.0>\n${heap.join("\n")}\n=end\n`;
}

Deno.test("process() decodes no more than the limits, however often terms are shared", async () => {
  const address = (i: number): string => (0x1000 + 16 * i).toString(16);
  const doubled = Array.from(
    { length: 60 },
    (_, i) => `${address(i)}:t2:H${address(i + 1)},H${address(i + 1)}`,
  );
  const large = btoa("\x83m\0\0\xc0\0" + "x".repeat(0xc000));
  const digits = "7".repeat(19_000);
  const shared = [
    `9000:EC006:${large}`,
    `9100:B${digits}`,
    `9200:Yh100:${btoa("y".repeat(256))}`,
    ...["9000", "9100", "9200"].map((it, i) =>
      `900${i + 1}:t3E8:${Array(1000).fill(`H${it}`).join(",")}`
    ),
  ];
  await using made = await writeDump(withHeap(
    [`H${address(0)}`, "H9001", "H9002", "H9003"],
    [...doubled, ...shared],
  ));
  const dump = await openDump(made.path);
  const { messages } = await dump.process("<0.1.0>", {
    ...ALL,
    maxTerms: 2000,
  });
  const sizes = messages.map(({ term }) =>
    format(term, { syntax: "erlang" }).length
  );
  assertEquals(messages.length, 4);
  for (const size of sizes) assertEquals(size < 100_000, true, `${sizes}`);
});
