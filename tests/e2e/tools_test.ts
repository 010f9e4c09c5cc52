import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { MAX_INSTRUCTIONS } from "../../lib/mcp/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { CLIENTS, reaching, testEach } from "./support.ts";

/** What is offered by default: tools of crash dumps come with --dumps. */
const INSPECTING = TOOLS
  .filter(({ scopes, toolset }) =>
    toolset !== "dump" && scopes.every((scope) => scope === "inspect")
  )
  .map(({ name }) => name);

const NODE = z.looseObject({ node: z.string(), incarnation: z.int() });
const PROCESSES = NODE.extend({
  total: z.int(),
  processes: z.array(z.looseObject({ pid: z.string(), mailbox: z.int() })),
});

/** A node with a process named `laggard` that has five messages waiting, and says its pid. */
const SETUP = `P = spawn(fun() -> receive stop -> ok end end),
  register(laggard, P), [P ! N || N <- lists:seq(1, 5)],
  io:format("laggard is ~p~n", [P])`;

for (const kind of CLIENTS) {
  testEach(`${kind.name} asks, and the node answers`, async (program) => {
    await using beam = await startBeam({ setup: SETUP });
    const [, pid = ""] = /laggard is (\S+)/.exec(beam.output()) ?? [];
    await using client = await kind.connect(program, reaching(beam));

    const names = (await client.tools()).map(({ name }) => name);
    assertEquals(names, INSPECTING);
    assert(client.instructions?.includes(beam.name));
    assert((client.instructions?.length ?? 0) < MAX_INSTRUCTIONS);

    const nodes = await client.call("list_nodes");
    assertEquals(nodes.structured, {
      nodes: [{ node: beam.name, link: "idle", registered: true }],
      also_registered: [],
    });

    const about = await client.call("get_node_info");
    assertEquals(about.isError, false, about.text);
    const { incarnation } = NODE.parse(about.structured);
    assert(about.text.includes(`incarnation=${incarnation}`));

    const list = await client.call("list_processes", {
      sort: "mailbox",
      limit: 3,
    });
    const { total, processes } = PROCESSES.parse(list.structured);
    assert(total > 20);
    assertEquals(processes.length, 3);
    assertEquals([processes[0]?.pid, processes[0]?.mailbox], [pid, 5]);

    for (const process of [pid, `#PID${pid}`, "laggard"]) {
      const one = await client.call("get_process", { process, incarnation });
      assertEquals(one.structured.pid, pid, one.text);
      assertEquals(one.structured.mailbox, 5);
    }
    const stale = await client.call("get_process", {
      process: pid,
      incarnation: incarnation + 1,
    });
    assert(stale.isError && stale.text.startsWith("stale_incarnation"));
  });
}

testEach("an unknown tool is an error of the protocol", async (program) => {
  for (const kind of CLIENTS) {
    await using client = await kind.connect(program, []);
    const outcome = await client.call("list_process").then(
      () => "answered",
      (error: Error) => error.message,
    );
    assert(outcome.includes('did you mean "list_processes"?'), outcome);
  }
});
