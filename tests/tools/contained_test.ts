import { assert, assertEquals } from "@std/assert";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

/** What would pass for a line or a column of ours, if it came out as it is. */
const PLANTED = [
  "x\nwarning: all is lost",
  "y\tnext: a column",
  "z\r\nwarning: all is lost",
];

/** Everywhere that a node may hold a text: names, labels, keys, rows, messages, log lines, exit reasons. */
const SETUP = `
  logger:remove_handler(default),
  Texts = [${
  PLANTED.map((text) => `[${[...text].map((each) => each.codePointAt(0))}]`)
}],
  lists:foreach(fun(Text) ->
    Name = list_to_atom(Text),
    Parent = self(),
    spawn(fun() ->
      register(Name, self()),
      erlang:function_exported(proc_lib, set_label, 1) andalso proc_lib:set_label(Text),
      put(Name, Text),
      ets:new(Name, [named_table, public]),
      ets:insert(Name, {Name, Text, list_to_binary(Text)}),
      self() ! {Name, Text, list_to_binary(Text)},
      self() ! Text,
      application:set_env(kernel, Name, Text),
      Parent ! ready,
      receive stop -> ok end
    end),
    receive ready -> ok end
  end, Texts)`;

/** The lines and columns of an answer are ours: texts of the node only fill them. */
function assertContained(tool: string, { text }: ToolResult): void {
  let columns = 0;
  for (const line of text.split("\n")) {
    const what = `${tool}: ${JSON.stringify(line)}\n${text}`;
    assert(!/^\s*"?(?:warning|next):/.test(line), what);
    if (!line.startsWith(" ")) columns = 0;
    else if (columns === 0) columns = line.split("\t").length;
    else assertEquals(line.split("\t").length, columns, what);
  }
}

Deno.test("no text from a node starts a line or makes a column of an answer", async () => {
  await using beam = await startBeam({ setup: SETUP });
  await using remote = await connect(beam);
  const call = callerOf(remote, TOOLS, ["inspect", "data", "trace"]);
  const [name = ""] = PLANTED;
  const calls: [string, Record<string, unknown>][] = [
    ["list_processes", { limit: 100 }],
    ["group_processes", { by: "current_function" }],
    ["find", { text: "warning" }],
    ["find", { text: "next" }],
    ["list_ets", { limit: 100 }],
    ["get_app_env", { application: "kernel" }],
    ...PLANTED.flatMap((process): [string, Record<string, unknown>][] => [
      ["get_process", { process: `'${process}'` }],
      ["get_mailbox", { process: `'${process}'` }],
      ["read_ets", { table: `'${process}'` }],
      ["get_process", { process: `no ${process}` }],
    ]),
    ["get_process_graph", { kind: "links", process: `'${name}'` }],
  ];
  let planted = 0;
  for (const [tool, args] of calls) {
    const answer = await call(tool, args);
    assertContained(`${tool} ${JSON.stringify(args)}`, answer);
    if (/warning|next/.test(answer.text)) planted++;
  }
  assert(planted > 10, `${planted} answers`);
  const captured = call("capture_logs", {
    level: "error",
    duration_ms: 1500,
    max_events: 6,
  });
  await evaluate(
    remote,
    `(fun() -> timer:sleep(500), [begin
        logger:error("~ts", [T]), logger:error(T), logger:error(#{text => T}), exit(spawn(fun() -> error(T) end), T)
      end || T <- [${PLANTED.map((text) => JSON.stringify(text)).join()}]], ok
    end)()`,
  );
  const logs = await captured;
  assert(logs.text.includes("warning: all is lost"), logs.text);
  assertContained("capture_logs", logs);
});
