import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { type Answer, NEW_CLIENT, reaching, testEach } from "./support.ts";

/** 100,000 processes, which take a while to be sorted, and 200 more whose pids are told. */
const SETUP = `
  Wait = fun() -> receive stop -> ok end end,
  [spawn(Wait) || _ <- lists:seq(1, 100000)],
  [io:format("waits ~p~n", [spawn(Wait)]) || _ <- lists:seq(1, 200)]`;

testEach(
  "200 calls at once are each answered with their own process, a slow one among them",
  async (program) => {
    await using beam = await startBeam({ setup: SETUP });
    const pids = [...beam.output().matchAll(/waits (\S+)/g)].map((m) => m[1]);
    assertEquals(pids.length, 200);
    await using client = await NEW_CLIENT.connect(program, reaching(beam));
    await client.call("get_node_info");
    const burst = async (): Promise<[Answer[], Answer, number]> => {
      let answered = 0;
      const slow = client.call("list_processes", { sort: "memory" })
        .then((answer) => ({ answer, before: answered }));
      const fast = Promise.all(pids.map(async (process) => {
        const answer = await client.call("get_process", { process });
        answered++;
        return answer;
      }));
      const [{ answer, before }, answers] = await Promise.all([slow, fast]);
      return [answers, answer, before];
    };
    // The best of three: where others have the processor, some may be out of time.
    let [answers, slow, before] = await burst();
    const failures = (): Answer[] => answers.filter(({ isError }) => isError);
    for (let i = 1; i < 3 && failures().length > 0; i++) {
      [answers, slow, before] = await burst();
    }
    assertEquals(failures().map(({ text }) => text).slice(0, 3), []);
    assertEquals(answers.map(({ structured }) => structured.pid), pids);
    assertEquals(slow.isError, false, slow.text);
    assert(before > 0, "the slow call, sent first, held up all the others");
  },
);
