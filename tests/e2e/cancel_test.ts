import { assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";
import { HTTP_CLIENTS, HttpProgram } from "./http_support.ts";
import { RawServer, reaching, testEach } from "./support.ts";

/** A question that takes ten seconds on the node. */
const LONG = { sort: "reductions", window_ms: 10_000 };

/** Counts processes on the node that work for beamtap, the one that counts left out. */
const AT_WORK =
  "length([P || P <- processes(), P =/= self(), {priority, low} =:= process_info(P, priority)])";

testEach(
  "a cancelled call ends its work on the node, over stdio",
  async (program) => {
    await using beam = await startBeam();
    await using node = await connect(beam);
    const atWork = async (): Promise<boolean> =>
      await evaluate(node, AT_WORK) !== "0";
    await using server = new RawServer(program, reaching(beam));
    await server.initialize();
    await server.request("tools/call", {
      name: "get_node_info",
      arguments: {},
    });
    await server.next();
    await eventually(atWork, false);
    const requestId = await server.request("tools/call", {
      name: "list_processes",
      arguments: LONG,
    });
    await eventually(atWork, true);
    await server.send({
      jsonrpc: "2.0",
      method: "notifications/cancelled",
      params: { requestId },
    });
    await eventually(atWork, false);
  },
);

testEach(
  "a cancelled call ends its work on the node, over HTTP in both eras",
  async (program) => {
    await using beam = await startBeam();
    await using node = await connect(beam);
    const atWork = async (): Promise<boolean> =>
      await evaluate(node, AT_WORK) !== "0";
    await using server = await HttpProgram.start(program, reaching(beam));
    const token = await server.token("ann", ["inspect"]);
    for (const kind of HTTP_CLIENTS) {
      await using client = await kind.connect(server.url, token);
      assertEquals((await client.call("get_node_info")).isError, false);
      await eventually(atWork, false);
      const stop = new AbortController();
      const call = client.call("list_processes", LONG, stop.signal)
        .then(() => "answered", () => "cancelled");
      await eventually(atWork, true);
      stop.abort();
      assertEquals(await call, "cancelled", kind.name);
      await eventually(atWork, false);
    }
  },
);
