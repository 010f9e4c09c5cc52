import { assert, assertEquals } from "@std/assert";
import { type AnswerOf, createBeam } from "../../../lib/beam/mod.ts";
import { getBinaryHoldersQuestion } from "../../../lib/tools/memory/get_binary_holders.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";

/**
 * Six processes with 1 to 6 binaries of 100 kB each; the first, `leaky`, refers
 * to a small part of a large one as well, a hundred times.
 */
const SETUP = `
  Self = self(),
  Keep = fun Keep(B) -> receive {show, From} -> From ! B, Keep(B) end end,
  [spawn(fun() ->
     I =:= 1 andalso register(leaky, self()),
     Large = [binary:copy(<<0>>, 100000) || _ <- lists:seq(1, I)],
     Parts = case I of 1 -> B = binary:copy(<<1>>, 5000000), [binary:part(B, N, 100) || N <- lists:seq(1, 100)]; _ -> [] end,
     Self ! ready, Keep({Large, Parts}) end) || I <- lists:seq(1, 6)],
  [receive ready -> ok end || _ <- lists:seq(1, 6)]`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: SETUP });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  limit: number,
): Promise<AnswerOf<typeof getBinaryHoldersQuestion>> {
  return createBeam(remote).run(getBinaryHoldersQuestion, { limit }, {
    timeoutMs: 10_000,
  });
}

Deno.test("holders come by the bytes that they keep alive, as the node itself adds them up", async () => {
  await using remote = await connect(target);
  const { holders, total, binary_bytes = 0, processes } = await ask(remote, 5);
  const expected = await evaluate(
    remote,
    `[{list_to_binary(pid_to_list(P)), -Sum, Count} || {Sum, P, Count} <- lists:sublist(lists:sort(
       [{-lists:sum([S || {_, S, _} <- lists:usort(B)]), P, length(lists:usort(B))}
        || P <- processes(), P =/= self(), {_, [_ | _] = B} <- [process_info(P, binary)]]), 5)]`,
  );
  const found = processes.map((row) =>
    `{<<"${row.pid}">>,${row.binary_bytes},${row.binaries}}`
  );
  assertEquals(`[${found.join(",")}]`, expected);
  const [first] = processes;
  assertEquals(first?.registered_name, "leaky");
  // A hundred parts of one binary are one binary.
  assertEquals([first?.binaries, first?.binary_bytes], [2, 5_100_000]);
  assert(holders >= 6 && holders <= total);
  assert(binary_bytes > 5_000_000);
});

Deno.test("nothing is collected for it", async () => {
  await using remote = await connect(target);
  const collections = (): Promise<string> =>
    evaluate(
      remote,
      "element(2, process_info(whereis(leaky), garbage_collection_info))",
    );
  const before = await collections();
  await ask(remote, 1);
  assertEquals(await collections(), before);
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, getBinaryHoldersQuestion, [{ limit: 3 }, {
    limit: 1e9,
  }]);
});
