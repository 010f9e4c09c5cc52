import { assertEquals, assertRejects } from "@std/assert";
import { DumpError, openDump } from "../../lib/dump/mod.ts";
import { makeDump, writeDump } from "./real.ts";

Deno.test("openDump() reads what a real node wrote of itself", async () => {
  await using made = await makeDump(`
    Hold = spawn(fun() -> register(holder, self()), receive never -> ok end end),
    [Hold ! N || N <- lists:seq(1, 7)],
    link(Hold), monitor(process, Hold),
    ets:new(books, [named_table, ordered_set]), ets:insert(books, {1, a}),
    Port = open_port({spawn, "cat"}, []),
    Facts = {self(), length(processes()), length(erlang:ports()), erlang:system_info(process_limit),
      erlang:system_info(port_limit), erlang:system_info(atom_limit), ets:info(books, memory), Port, Hold,
      process_info(Hold, heap_size)},
    io:format("~p", [Facts]),
    erlang:halt("planted\\n=proc:<0.1.0>\\nslogan")
  `);
  const facts =
    /\{(<[^>]+>),(\d+),(\d+),(\d+),(\d+),(\d+),(\d+),(#Port<[^>]+>),(<[^>]+>),\{heap_size,(\d+)\}\}/
      .exec(made.output.replaceAll(/\s/g, "")) ?? [];
  const [
    ,
    self,
    processes,
    ports,
    processLimit,
    portLimit,
    atomLimit,
    words,
    port,
    holder,
    heap,
  ] = facts;
  const dump = await openDump(made.path);
  assertEquals(dump.notes, []);
  assertEquals(dump.header.slogan, "planted\n=proc:<0.1.0>\nslogan");
  assertEquals(dump.header.wordSize, 8);
  assertEquals(dump.node, "nonode@nohost");
  assertEquals(dump.processes.count, Number(processes));
  assertEquals(dump.ports.length, Number(ports));
  assertEquals(dump.limits.processes.limit, Number(processLimit));
  assertEquals(dump.limits.ports.limit, Number(portLimit));
  assertEquals(dump.limits.atoms.limit, Number(atomLimit));
  assertEquals(dump.limits.atoms.count, dump.header.atoms);

  const rows = Array.from(
    { length: dump.processes.count },
    (_, row) => dump.processes.row(row),
  );
  const held = rows.find((row) => row.pid === holder);
  assertEquals(held?.registeredName, "holder");
  assertEquals(held?.state, "Waiting");
  assertEquals(held?.mailbox, 7);
  assertEquals(held?.parent, self);
  assertEquals(held?.links, 1);
  assertEquals(held?.monitors, 0);
  assertEquals(held?.monitoredBy, 1);
  assertEquals(held?.stackHeapWords, Number(heap));
  assertEquals((held?.memoryBytes ?? 0) > 8 * Number(heap), true);
  const maker = rows.find((row) => row.pid === self);
  assertEquals(maker?.monitors, 1);
  assertEquals(
    dump.schedulers.find((it) => it.currentProcess === self)?.kind,
    "normal",
  );

  const books = dump.ets.find(({ name }) => name === "books");
  assertEquals(books?.owner, self);
  assertEquals(books?.type, "ordered_set");
  assertEquals(books?.objects, 1);
  assertEquals(books?.words, Number(words));
  const cat = dump.ports.find((row) => row.port === port);
  assertEquals(cat?.controls, "external process: cat");
  assertEquals(cat?.connected, self);
  const total = dump.memory.get("total") ?? 0;
  const parts = ["processes", "system"].map((it) => dump.memory.get(it) ?? 0);
  assertEquals(parts.reduce((sum, part) => sum + part), total);
  assertEquals(
    dump.modules.some(({ module }) => module === "gen_server"),
    true,
  );
});

Deno.test("openDump() says what a dump that stops early lacks", async () => {
  await using made = await makeDump(`erlang:halt("short")`, {
    env: { ERL_CRASH_DUMP_BYTES: "200000" },
  });
  const dump = await openDump(made.path);
  assertEquals(dump.notes.map(({ code }) => code), ["size_limit"]);
  assertEquals(dump.notes[0]?.text.includes("names of atoms"), true);

  const bytes = await Deno.readFile(made.path);
  const text = new TextDecoder("latin1").decode(bytes);
  await using cut = await writeDump(
    bytes.subarray(0, text.indexOf("=proc:") + 60),
  );
  const short = await openDump(cut.path);
  assertEquals(short.notes.map(({ code }) => code), ["cut"]);
  assertEquals(short.notes[0]?.text.includes("inside =proc"), true);
  assertEquals(short.processes.count, 1);
  assertEquals(short.processes.row(0).links, undefined);
  assertEquals(short.processes.row(0).memoryBytes, undefined);
});

Deno.test("openDump() reads a compressed dump as the plain one", async () => {
  await using made = await makeDump(`erlang:halt("packed")`);
  const plain = await openDump(made.path);
  const bytes = await Deno.readFile(made.path);
  const packed = new Uint8Array(
    await new Response(
      new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer(),
  );
  await using whole = await writeDump(packed);
  const dump = await openDump(whole.path);
  assertEquals(dump.gzip, true);
  assertEquals(dump.bytes, plain.bytes);
  assertEquals(dump.sections, plain.sections);

  await using half = await writeDump(packed.subarray(0, packed.length >> 1));
  const damaged = await openDump(half.path);
  assertEquals(damaged.notes.map(({ code }) => code), ["damaged_gzip", "cut"]);
});

Deno.test("openDump() refuses what is no dump, without quoting it", async () => {
  for (
    const content of [
      "",
      "secret text",
      "secret\n=erl_crash_dump:0.5\n",
      "=proc:<0.1.0>\n",
    ]
  ) {
    await using other = await writeDump(content);
    const error = await assertRejects(() => openDump(other.path), DumpError);
    assertEquals(error.code, "not_a_dump");
    assertEquals(`${error.message}${error.hint}`.includes("secret"), false);
  }
  await using packed = await writeDump(
    Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0),
  );
  const xz = await assertRejects(() => openDump(packed.path), DumpError);
  assertEquals(xz.code, "not_a_dump");
  assertEquals(xz.message, `${packed.path} is compressed with xz`);
  await using folder = await writeDump("");
  const missing = await assertRejects(
    () => openDump(`${folder.path}.missing`),
    DumpError,
  );
  assertEquals(missing.code, "no_such_file");
  const device = await assertRejects(() => openDump("/dev/null"), DumpError);
  assertEquals(device.code, "not_a_file");
});

Deno.test({
  name: "openDump() says which permission is missing",
  permissions: { net: true },
  fn: async () => {
    const error = await assertRejects(() => openDump("/dumps/x"), DumpError);
    assertEquals(error.code, "permission_denied");
    assertEquals(error.hint, "start it with --allow-read=/dumps/x");
  },
});

Deno.test("openDump() takes damaged numbers as unknown, and says so", async () => {
  await using made = await writeDump(
    "=erl_crash_dump:0.5\nSlogan: x\nSystem version: Erlang/OTP 25 [64-bit]\n" +
      "=proc:<0.1.0>\nState: Waiting\nMessage queue length: 99999999999999999999999\n" +
      "Reductions: 12x\nMemory: 100\nStack+heap: 18446744073709551615\n=end\n",
  );
  const dump = await openDump(made.path);
  const row = dump.processes.row(0);
  assertEquals(row.mailbox, undefined);
  assertEquals(row.reductions, undefined);
  assertEquals(row.memoryBytes, 100);
  assertEquals(row.stackHeapWords, 2 ** 64);
  const codes = dump.notes.map(({ code }) => code);
  assertEquals(codes, ["damaged_fields"]);
});

Deno.test("openDump() counts the links of a line of megabytes", async () => {
  const links = Array.from({ length: 100_000 }, (_, i) => `<0.${i + 10}.0>`);
  const monitors =
    "{to,{'a, {b','n@h'},#Ref<0.1.2.3>}, {from,<0.9.0>,#Ref<0.1.2.4>}";
  await using made = await writeDump(
    "=erl_crash_dump:0.5\nSlogan: x\nSystem version: Erlang/OTP 25 [64-bit]\n" +
      `=proc:<0.1.0>\nLink list: [${
        links.join(", ")
      }, #Port<0.7>, ${monitors}]\nReductions: 7\n=end\n`,
  );
  const dump = await openDump(made.path);
  const row = dump.processes.row(0);
  assertEquals(row.links, 100_001);
  assertEquals(row.monitors, 1);
  assertEquals(row.monitoredBy, 1);
  assertEquals(row.reductions, 7);
  const detail = await dump.process("<0.1.0>");
  assertEquals(detail.links.length, 100_001);
  assertEquals(detail.monitors, [
    { with: "{'a, {b','n@h'}", reference: "#Ref<0.1.2.3>" },
  ]);
  assertEquals(detail.monitoredBy, [
    { with: "<0.9.0>", reference: "#Ref<0.1.2.4>" },
  ]);
});

Deno.test("openDump() reads no more than it may", async () => {
  await using made = await makeDump(`erlang:halt("long")`);
  const dump = await openDump(made.path, { maxBytes: 100_000 });
  assertEquals(dump.notes.map(({ code }) => code), ["too_large"]);
  const stopped = new AbortController();
  stopped.abort(new Error("no time"));
  await assertRejects(
    () => openDump(made.path, { signal: stopped.signal }),
    Error,
    "no time",
  );
});
