import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { NEW_CLIENT, reaching, testEach } from "./support.ts";

/** 100,000 processes, which take a while to be sorted, and 500 more whose pids are told. */
const SETUP = `
  Wait = fun() -> receive stop -> ok end end,
  [spawn(Wait) || _ <- lists:seq(1, 100000)],
  [io:format("waits ~p~n", [spawn(Wait)]) || _ <- lists:seq(1, 500)]`;

testEach(
  "500 calls at once are each answered with their own process, a slow one among them",
  async (program) => {
    await using beam = await startBeam({ setup: SETUP });
    const pids = [...beam.output().matchAll(/waits (\S+)/g)].map((m) => m[1]);
    assertEquals(pids.length, 500);
    await using client = await NEW_CLIENT.connect(program, reaching(beam));
    await client.call("get_node_info");
    let answered = 0;
    const slow = client.call("list_processes", { sort: "memory" })
      .then((answer) => ({ answer, before: answered }));
    const answers = await Promise.all(pids.map(async (process) => {
      const answer = await client.call("get_process", { process });
      answered++;
      return answer;
    }));
    assertEquals(answers.map(({ structured }) => structured.pid), pids);
    const { answer, before } = await slow;
    assertEquals(answer.isError, false, answer.text);
    assert(before > 0, "the slow call, sent first, held up all the others");
  },
);
