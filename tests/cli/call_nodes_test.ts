import { assert } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { beamtap } from "./support.ts";

Deno.test("a call knows the nodes that it names in full, and says how to name others", async () => {
  const both = "none of 2 nodes answered: a@127.0.0.1";
  const cases: [string[], string][] = [
    [["list_processes", "node=a@127.0.0.1, b@127.0.0.1"], both],
    [["list_processes", '{"nodes":"a@127.0.0.1,b@127.0.0.1"}'], both],
    [["compare", "nodes=a@127.0.0.1,b@127.0.0.1"], both],
    [["list_processes", "node=all"], "--node A@HOST --node B@HOST"],
    [["list_processes", "nodes=shop*"], "--node A@HOST --node B@HOST"],
    [["list_processes", "node=shop"], "no EPMD listens on localhost:1"],
    [["list_processes", "node=shop", "--node=a@h"], "such as shop@HOST"],
    [["list_processes"], "call list_processes node=NAME@HOST"],
    [["get_process", "node=all", "process=init"], "one node at a time"],
    [
      ["get_process", "node=a@127.0.0.1,b@127.0.0.1", "process=init"],
      "one node at a time",
    ],
  ];
  for (const [words, text] of cases) {
    const [tool = "", ...rest] = words;
    const { stdout, stderr } = await beamtap(
      ["-A"],
      "call",
      tool,
      ...rest,
      "--cookie=x",
      "--epmd-port=1",
    );
    assert((stderr + stdout).includes(text), stderr + stdout);
  }
});

Deno.test("a node of this machine is found by its name alone", async () => {
  const host = Deno.hostname().split(".")[0];
  await using beam = await startBeam({ name: `short${Deno.pid}@${host}` });
  const asked = await beamtap(
    ["-A"],
    ...["call", "get_node_info", `node=short${Deno.pid}`],
    ...[`--cookie=${beam.cookie}`, `--epmd-port=${beam.epmd.port}`],
  );
  assert(asked.stdout.includes("otp_release"), asked.stderr + asked.stdout);
});
