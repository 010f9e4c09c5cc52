import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { asBlock } from "../../../lib/registry/mod.ts";
import { coloured, type Style } from "../../../lib/cli/terminal/colour.ts";
import { healthPage } from "../../../lib/cli/terminal/health_page.ts";
import { page, type PageOptions } from "../../../lib/cli/terminal/page.ts";
import { widthOf } from "../../../lib/cli/terminal/width.ts";

const OPTIONS: PageOptions = { width: 80, wide: false, args: {} };

const PROCESS = {
  pid: "<0.93.0>",
  registered_name: "shop_mailer",
  application: "shop",
  initial_call: "proc_lib:init_p/5",
  current_function: "timer:sleep/1",
  status: "waiting",
  mailbox: 3986,
  memory_bytes: 952_632,
  heap_bytes: 600_904,
  stack_bytes: 192,
  reductions: 43_425,
};

const ANSWER = {
  node: "shop@10.0.0.5",
  incarnation: 17,
  total: 93,
  window_ms: 1001,
  processes: [PROCESS, {
    ...PROCESS,
    pid: "<0.1.0>",
    registered_name: "",
    initial_call: "erts_internal:some_function_with_a_long_name/2",
    mailbox: 0,
  }],
};

Deno.test("a page has the columns that matter, numbers with their units, and says what it leaves out", () => {
  assertEquals(page(ANSWER, { ...OPTIONS, width: 75 }), [
    "shop@10.0.0.5  incarnation 17",
    "total 93   window 1 s",
    "",
    "processes",
    "  pid       name             mailbox   memory  reductions  current function",
    "  <0.93.0>  shop_mailer        3,986  930 KiB      43,425  timer:sleep/1",
    "  <0.1.0>   erts_in…_name/2        0  930 KiB      43,425  timer:sleep/1",
    "  not shown: application, status, heap, stack, initial call (-o wide)",
  ]);
});

Deno.test("a wide page has every column, each name in its own", () => {
  const lines = page(ANSWER, { ...OPTIONS, width: Infinity, wide: true });
  assertEquals(
    lines[4]?.split(/ {2,}/).filter((title) => title !== ""),
    [
      ...["pid", "name", "application", "initial call", "current function"],
      ...["status", "mailbox", "memory", "heap", "stack", "reductions"],
    ],
  );
  assert(lines[6]?.includes("erts_internal:some_function_with_a_long_name/2"));
  assert(!lines.join("\n").includes("not shown"));
});

Deno.test("a measure says what is measured", () => {
  const rows = {
    processes: [{ pid: "<0.1.0>", value: 2048 }, { pid: "<0.2.0>", value: -1 }],
  };
  const head = (args: Record<string, unknown>) =>
    page(rows, { ...OPTIONS, args }).slice(1);
  assertEquals(head({ sort: "memory", window_ms: "500" }), [
    "  pid      +memory",
    "  <0.1.0>  2.0 KiB",
    "  <0.2.0>     -1 B",
  ]);
  assertEquals(head({ sort: "mailbox" })[1], "  <0.1.0>    2,048");
});

Deno.test("records are lines, with percentages of their total and of their limits", () => {
  const schema = z.object({
    memory_bytes: z.record(z.string(), z.number()),
    output: asBlock(z.string()),
  });
  assertEquals(
    page({
      atoms: { count: 9986, limit: 1_048_576 },
      memory_bytes: {
        total: 80_606_904,
        processes_used: 5_747_488,
        binary: 62_914_560,
        code: 6_059_502,
        ets: 769_368,
      },
      links: { count: 0, first: [] },
      monitors: { count: 40, first: ["<0.1.0>", "<0.2.0>"] },
      cost: { ms_on_target: 12, processes_scanned: 3 },
      output: "one\n  two\n",
    }, { ...OPTIONS, width: 50, schema }),
    [
      "atoms 9,986 of 1,048,576 (1 %)",
      "",
      "memory",
      "  total           76.9 MiB",
      "  processes_used  5.5 MiB (7.1 %)",
      "  binary          60.0 MiB (78.1 %)",
      "  code            5.8 MiB (7.5 %)",
      "  ets             751 KiB (1 %)",
      "",
      "monitors (first 2 of 40) <0.1.0>, <0.2.0>",
      "",
      "output",
      "  one",
      "    two",
      "none: links",
    ],
  );
});

Deno.test("what took long on a node is told as time that went by", () => {
  assertEquals(
    page({ cost: { ms_on_target: 2811, processes_scanned: 3 } }, OPTIONS),
    ["cost elapsed on target 2.8 s, processes scanned 3"],
  );
});

Deno.test("of a trace, what was sent is shown before anything else is", () => {
  const events = [{
    kind: "call",
    at_ms: 1043.5,
    pid: "<0.13072.2>",
    function: "shop_mailer:talk_to_mail_server/0",
    caller: "gen_server:try_dispatch/4",
    term: "[{mail,6,#{sum => 6,visitor => 0}},#{sent => 36585}]",
    size_bytes: 176,
  }];
  assertEquals(page({ events }, OPTIONS), [
    "events",
    "  kind        at  pid          function                term",
    "  call  1043.500  <0.13072.2>  shop_mailer…l_server/0  [{mail,6,#{s…t => 36585}]",
    "  not shown: caller, size (-o wide)",
  ]);
});

Deno.test("lists of lists stay apart, on one line and on several, in records and in cells", () => {
  const ring = (one: string): string[] => [one, "b".repeat(30)];
  const rings = [["<0.1.0>", "<0.2.0>"], ["<0.3.0>", "<0.4.0>"]];
  assertEquals(page({ cycles: rings, of: { cycles: rings } }, OPTIONS), [
    "cycles  [<0.1.0>, <0.2.0>], [<0.3.0>, <0.4.0>]",
    "of      cycles [<0.1.0>, <0.2.0>], [<0.3.0>, <0.4.0>]",
  ]);
  assertEquals(page({ cycles: [ring("a"), ring("c"), ring("d")] }, OPTIONS), [
    "cycles",
    ...["a", "c", "d"].map((one) => `  [${one}, ${"b".repeat(30)}]`),
  ]);
  const rows = [{ pid: "<0.1.0>", rings }, { pid: "<0.2.0>", rings: [] }];
  assertEquals(page({ rows }, OPTIONS), [
    "rows",
    "  pid      rings",
    "  <0.1.0>  [<0.1.0>, <0.2.0>], [<0.3.0>, <0.4.0>]",
    "  <0.2.0>",
  ]);
});

Deno.test("no limit is no limit of 0 bytes, and settings are yes or no as flags are", () => {
  assertEquals(
    page({ gc: { max_heap_bytes: 0, young_bytes: 0 } }, OPTIONS),
    ["gc max heap no limit, young 0 B"],
  );
  const table = { read_concurrency: false, write_concurrency: "false" };
  const tables = [{ name: "a", ...table }, {
    ...{ name: "true", read_concurrency: true, write_concurrency: "auto" },
  }];
  assertEquals(page({ tables }, OPTIONS), [
    "tables",
    "  name  read concurrency  write concurrency",
    "  a     no                no",
    "  true  yes               auto",
  ]);
});

Deno.test("what is the same in every row of a wide table is said once", () => {
  const events = [3, 4, 5].map((n) => ({
    kind: "call",
    at_ms: 100 * n,
    pid: "<0.93.0>",
    function: "shop_mailer:handle_cast/2",
    term: `[{mail,${n},#{sum => ${n},visitor => 1}},#{sent => 3658${n}}]`,
  }));
  const lines = page({ events }, OPTIONS);
  assertEquals(lines.slice(1, 4), [
    "  in every row: kind call, pid <0.93.0>, function shop_mailer:handle_cast/2",
    "       at  term",
    "  300.000  [{mail,3,#{sum => 3,visitor => 1}},#{sent => 36583}]",
  ]);
  const wide = page({ events }, { ...OPTIONS, width: 132 });
  assert(wide[1]?.startsWith("  kind       at  pid"), wide[1]);
});

Deno.test("a tree is indented, and answers of several nodes follow each other", () => {
  const row = (depth: number, id: string) => ({ depth, id, kind: "worker" });
  assertEquals(
    page({
      nodes: [{ node: "a@h", incarnation: 1, rows: [row(0, "top")] }, {
        node: "b@h",
        incarnation: 2,
        rows: [row(0, "top"), row(1, "child"), row(2, "leaf")],
      }],
    }, OPTIONS),
    [
      "nodes",
      "a@h  incarnation 1",
      "  rows",
      "    id   kind",
      "    top  worker",
      "b@h  incarnation 2",
      "  rows",
      "    id        kind",
      "    top       worker",
      "      child   worker",
      "        leaf  worker",
    ],
  );
});

Deno.test("nothing of a node reaches the terminal as a command, in colour or not", () => {
  const evil = "\x1b[2J\u202e\u200b\r";
  const answer = {
    node: `a@h${evil}`,
    text: evil,
    [`key${evil}`]: 1,
    rows: [{ name: evil, unit: evil, list: [evil], record: { [evil]: evil } }],
    lines: `${evil}\n${evil}`,
    words: [evil, "x"],
  };
  for (const paint of [undefined, coloured] as const) {
    const lines = page(answer, { ...OPTIONS, ...paint && { paint } });
    const bare = ["bold", "dim"].reduce<string>(
      (text, style) => {
        const [start = "", end = ""] = coloured(style as Style, "|").split("|");
        return text.replaceAll(start, "").replaceAll(end, "");
      },
      lines.join(""),
    );
    assert(!/[\p{C}]/u.test(bare), JSON.stringify(bare));
  }
});

Deno.test("no line of a table is wider than the terminal, whatever is in it", () => {
  const name = "Shop.Checkout.Überweisung.日本語.".repeat(4);
  const rows = Array.from({ length: 3 }, (_, index) => ({
    ...PROCESS,
    registered_name: name,
    label: name,
    reductions: 10 ** (3 * index + 6),
  }));
  for (const width of [20, 40, 80, 132]) {
    const lines = page({ processes: rows }, { ...OPTIONS, width });
    const table = lines.slice(1, 5);
    for (const line of table) assert(widthOf(line) <= width, line);
  }
});

Deno.test("the title of a finding says what is to blame, where it is no process", () => {
  const lines = healthPage({
    ...{ node: "shop@10.0.0.5", incarnation: 17, verdict: "critical" },
    findings: [{
      ...{ severity: "critical", finding: "atom_leak", what: "atoms grow" },
      ...{ measured: [], cause: "atoms are made of input" },
      suspects: [{ role: "newest atoms begin with", name: "strgreq_" }],
      next: { tool: "get_limits", arguments: {} },
    }],
  }, OPTIONS);
  assertEquals(
    lines[2],
    "1 critical  atom leak: newest atoms begin with strgreq_",
  );
});

Deno.test("a health check names the culprit, the cause and a command to paste", () => {
  const lines = healthPage({
    node: "shop@10.0.0.5",
    incarnation: 17,
    verdict: "critical",
    window_ms: 2500,
    findings: [{
      severity: "critical",
      finding: "mailbox_growth",
      what: "4247 messages wait in its mailbox, growing by 93.6 messages/s",
      measured: [
        {
          what: "mailbox",
          first: 4012,
          last: 4247,
          unit: "messages",
          growth_rate: 93.6,
        },
        { what: "heap", last: 33_480, unit: "bytes" },
      ],
      suspects: [
        {
          role: "receiver",
          process: "<0.93.0>",
          name: "shop_mailer",
          application: "shop",
        },
        { role: "sender", process: "<0.95.0>" },
      ],
      cause: "it works more slowly than its senders send",
      next: {
        tool: "list_processes",
        arguments: { sort: "mailbox", window_ms: 1000, limit: 5 },
      },
    }],
  }, { ...OPTIONS, width: 60 });
  assertEquals(lines, [
    "shop@10.0.0.5  critical  incarnation 17",
    "window 2.5 s",
    "",
    "1 critical  mailbox growth: shop_mailer <0.93.0>",
    "  4247 messages wait in its mailbox, growing by 93.6",
    "  messages/s",
    "  cause        it works more slowly than its senders send",
    "  measured     mailbox 4,012 → 4,247 messages, +93.6/s",
    "  measured     heap 32.7 KiB",
    "  application  shop",
    "  also         <0.95.0>: sender",
    "  next         beamtap call list_processes \\",
    "               node=shop@10.0.0.5 sort=mailbox \\",
    "               window_ms=1000 limit=5",
  ]);
});
