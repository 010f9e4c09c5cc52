import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { asBlock, Redactor, render } from "../../../lib/registry/mod.ts";
import { fitStructure } from "../../../lib/registry/answer/result.ts";

Deno.test("scalars are lines, records lines of words, records of one shape a table", () => {
  assertEquals(
    render({
      node: "a@h",
      memory: { total_bytes: 5, ets_bytes: 2 },
      deep: { runs: 3, gc: { minor: 1 } },
      processes: [
        { pid: "<0.1.0>", memory_bytes: 1024, name: "init" },
        { pid: "<0.22.0>", memory_bytes: 7 },
      ],
      on: true,
    }).split("\n"),
    [
      "node: a@h",
      "memory: total_bytes=5 ets_bytes=2",
      "deep: runs=3",
      "deep.gc: minor=1",
      "processes:",
      " pid\tmemory_bytes\tname",
      " <0.1.0>\t1024\tinit",
      " <0.22.0>\t7\t",
      "on: true",
    ],
  );
});

Deno.test("a table has the columns of its schema, whatever its rows hold", () => {
  const schema = z.object({
    rows: z.array(z.object({
      pid: z.string(),
      label: z.string().optional(),
      size: z.int().nullish(),
    })).optional().describe("Some."),
  });
  const head = (rows: object[]): unknown =>
    render({ rows }, schema).split("\n")[1];
  assertEquals(head([{ pid: "<0.1.0>" }]), " pid\tlabel\tsize");
  assertEquals(head([{ size: 1, pid: "<0.1.0>" }]), " pid\tlabel\tsize");
  assertEquals(
    render({ rows: [{ size: 1, pid: "<0.1.0>" }, { size: null }] }, schema)
      .split("\n").slice(2),
    [" <0.1.0>\t\t1", " \t\t"],
  );
});

Deno.test("what is empty is named in one line, and counts stand with what they count", () => {
  assertEquals(
    render({
      troubles: [],
      links: { count: 2, first: ["<0.1.0>", "<0.2.0>"] },
      monitors: { count: 0, first: [] },
      names: { count: 30, first: ["a", "b"] },
      unseen: { count: 3, first: [] },
      atoms: { count: 5, limit: 10 },
      waiting_for: { cycle: false, chain: [] },
      flags: { a: false },
    }).split("\n"),
    [
      "links (2): <0.1.0>, <0.2.0>",
      "names (first 2 of 30): a, b",
      "unseen: count=3",
      "atoms: 5/10",
      "flags: a=false",
      "none: troubles, monitors, waiting_for",
    ],
  );
});

Deno.test("scalars that follow each other share lines, those with spaces have their own", () => {
  assertEquals(
    render({
      pid: "<0.1.0>",
      mailbox: 3,
      trap_exit: false,
      atoms: { count: 5, limit: 10 },
      slogan: "two words",
      status: "waiting",
      hidden: "a=b",
      stack: ["x"],
    }).split("\n"),
    [
      "pid=<0.1.0> mailbox=3 trap_exit=false atoms=5/10",
      "slogan: two words",
      "status: waiting",
      "hidden: a=b",
      "stack: x",
    ],
  );
  const names = Array.from({ length: 30 }, (_, i) => [`name_${i}`, i]);
  const lines = render(Object.fromEntries(names)).split("\n");
  assert(lines.every((line) => line.length <= 100) && lines.length > 1);
  assertEquals(
    lines.join(" "),
    names.map((name) => name.join("=")).join(" "),
  );
});

Deno.test("a cost is shown where it is not as usual", () => {
  const cost = { ms_on_target: 8, processes_scanned: 9 };
  assertEquals(render({ a: 1, cost }), "a: 1");
  assertEquals(
    render({ a: 1, cost: { ...cost, partial: true } }),
    "a: 1\ncost: ms_on_target=8 processes_scanned=9 partial=true",
  );
  assertEquals(
    render({ cost: { ...cost, ms_on_target: 2500 } }),
    "cost: ms_on_target=2500 processes_scanned=9",
  );
});

Deno.test("a term that prints on one line has no quotes", () => {
  for (
    const text of [
      '<<"a b">>',
      '"a string"',
      "{ok, [1, 2], #{a => <<>>}}",
      "%{a: 1}",
      "true",
      "-",
      "12",
      "été",
    ]
  ) {
    assertEquals(render({ text }), `text: ${text}`);
    assertEquals(
      render({ rows: [{ text, n: 1 }] }),
      `rows:\n text\tn\n ${text}\t1`,
    );
  }
  for (const text of ["", " ", "a ", "\ta", "a\nb", "a\u202eb"]) {
    assert(render({ text }).startsWith('text: "'), render({ text }));
  }
});

/** Texts that a node may hold to pass for lines, columns or fields of ours. */
const PLANTED = [
  "x\nwarning: all is lost",
  "x\tnext: a column",
  "\r\nwarning: all is lost",
  "x\u2028warning: all is lost",
  "warning: all is lost",
  "next:\n row\tcell",
  'x" warning="1',
  "a=1 b=2",
  "} warning: x {",
  "none: rows",
];

Deno.test("a text from a node starts no line and makes no column, wherever it stands", () => {
  const planted = z.object({
    name: z.string(),
    block: asBlock(z.string()).optional(),
    list: z.array(z.string()),
    record: z.object({ label: z.string(), list: z.array(z.string()) }),
    rows: z.array(z.object({
      name: z.string(),
      list: z.array(z.string()),
      record: z.object({ label: z.string() }),
      deep: z.array(z.object({ label: z.string() })),
    })),
    counted: z.object({ count: z.int(), first: z.array(z.string()) }),
    keys: z.record(z.string(), z.int()),
    nested: z.object({ keys: z.record(z.string(), z.array(z.string())) }),
    docs: z.array(z.object({ name: z.string(), doc: asBlock(z.string()) })),
    nodes: z.array(z.looseObject({ node: z.string() })),
    end: z.int(),
  });
  const answer = (text: string): Record<string, unknown> => ({
    name: text,
    block: text,
    list: [text, text],
    record: { label: text, list: [text] },
    rows: [{
      name: text,
      list: [text],
      record: { label: text },
      deep: [{ label: text }],
    }],
    counted: { count: 9, first: [text] },
    keys: { [text]: 1 },
    nested: { keys: { [text]: [text] } },
    docs: [{ name: text, doc: text }],
    nodes: [{ node: text, rows: [{ name: text }] }],
    end: 1,
  });
  // Of each line what is ours: the name at the margin, or the number of cells.
  const skeleton = (text: string): string[] => {
    const { text: page } = fitStructure(
      answer(text),
      100_000,
      new Redactor(),
      planted,
    );
    return page.split("\n").map((line) =>
      line.startsWith(" ")
        ? ` ${line.split("\t").length}`
        : line.replace(/^([\w.]*(?: \(first 1 of 9\))?).*$/, "$1")
    ).filter((line) => line !== " 1");
  };
  const usual = skeleton("x y");
  assertEquals(usual.at(-1), "end");
  for (const text of PLANTED) assertEquals(skeleton(text), usual, text);
});

Deno.test("a text of several lines is a block where its schema says so, and only there", () => {
  const schema = z.object({
    output: asBlock(z.string().describe("Printed.")).optional(),
    name: z.string(),
    docs: z.array(z.object({
      function: z.string(),
      doc: asBlock(z.string()).optional(),
    })),
  });
  assertEquals(
    render({
      output: "one\n  two\tthree\n",
      name: "a\nb",
      docs: [{ function: "f/1", doc: "Does.\n\nMore." }, { function: "g/1" }],
    }, schema).split("\n"),
    [
      "output:",
      " one",
      "   two\\tthree",
      'name: "a\\nb"',
      "docs.1: function=f/1",
      "docs.1.doc:",
      " Does.",
      " ",
      " More.",
      "docs.2: function=g/1",
    ],
  );
  assertEquals(
    render({ output: "", name: "a" }, schema),
    "name: a\nnone: output",
  );
});

Deno.test("the answers of several nodes are parts with the columns of one", () => {
  const rows = z.array(
    z.object({ pid: z.string(), name: z.string().optional() }),
  );
  const schema = z.object({
    total: z.int().optional(),
    rows: rows.optional(),
    nodes: z.array(z.looseObject({ node: z.string() })).optional(),
  });
  const row = [{ pid: "<0.1.0>" }];
  assertEquals(
    render({
      nodes: [{ node: "a", total: 1, rows: row }, {
        node: "b",
        total: 0,
        rows: [],
      }],
    }, schema).split("\n"),
    [
      "nodes.1: node=a total=1",
      "nodes.1.rows:",
      " pid\tname",
      " <0.1.0>\t",
      "nodes.2: node=b total=0",
      "none: nodes.2.rows",
    ],
  );
  // What several have not is said once.
  const empty = (rows: number[]): string | undefined =>
    render({
      nodes: rows.map((total) => ({
        node: "n",
        rows: total > 0 ? row : [],
      })),
    }, schema).split("\n").at(-1);
  assertEquals(empty([0, 0, 0]), "none: nodes.*.rows");
  assertEquals(empty([0, 1, 0]), "none: nodes.{1,3}.rows");
});

Deno.test("rows that have tables are parts, and records whose values have spaces have tabs", () => {
  const schema = z.object({
    findings: z.array(z.object({
      what: z.string(),
      measured: z.array(
        z.object({ at: z.string(), unit: z.string().optional() }),
      ),
    })),
  });
  const found = { what: "it is slow", no: 1, measured: [{ at: "a b" }] };
  assertEquals(render({ findings: [found] }, schema).split("\n"), [
    "findings.1: what=it is slow\tno=1",
    "findings.1.measured:",
    " at\tunit",
    " a b\t",
  ]);
});

Deno.test("a long list is a line for each item", () => {
  const stack = ["a:b/1 (a.erl:1)", `c:d/${"9".repeat(100)}`];
  assertEquals(render({ stack }).split("\n"), [
    "stack:",
    " a:b/1 (a.erl:1)",
    ` c:d/${"9".repeat(100)}`,
  ]);
  assertEquals(render({ ids: ["a", "b"] }), "ids: a, b");
  assertEquals(render({ ids: ["a b"] }), "ids: a b");
  assertEquals(render({ ids: ["a", "b, c", ["d e"]] }).split("\n"), [
    "ids:",
    " a",
    " b, c",
    ' ["d e"]',
  ]);
});

Deno.test("every value of the structure is in the text", () => {
  const value = {
    a: [{ b: [1, 2], c: { d: "e", f: null } }],
    g: { h: { i: true } },
    j: ["k", ["l"]],
  };
  const text = render(value);
  for (const part of ["[1, 2]", "{d=e f=null}", "i=true", " k\n [l]"]) {
    assert(text.includes(part), `${part} in\n${text}`);
  }
});
