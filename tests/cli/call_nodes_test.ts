import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { beamtap } from "./support.ts";

Deno.test("a call knows the nodes that it names in full, and says how to name others", async () => {
  const both = "none of 2 nodes answered: a@127.0.0.1";
  const cases: [string[], string][] = [
    [["list_processes", "node=a@127.0.0.1, b@127.0.0.1"], both],
    [["list_processes", '{"nodes":"a@127.0.0.1,b@127.0.0.1"}'], both],
    [["compare", "nodes=a@127.0.0.1,b@127.0.0.1"], both],
    [["compare", 'nodes=["a@127.0.0.1", "b@127.0.0.1"]'], both],
    [["compare", '{"nodes":["a@127.0.0.1","b@127.0.0.1"]}'], both],
    [["list_processes", 'node=["a@127.0.0.1","b@127.0.0.1"]'], both],
    [["list_processes", "node=bad name"], "such as NAME@HOST"],
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

Deno.test("a node that cannot be reached: the first thing to do, and doctor as it was reached, without the cookie", async () => {
  const { code, stderr } = await beamtap(
    ["-A"],
    ...["call", "list_processes", "node=shop@127.0.0.1"],
    ...["--epmd-port=1", "--cookie=topsecret", "--tls-ca=no such.pem"],
  );
  assertEquals(code, 2);
  assert(!stderr.includes("topsecret"), stderr);
  const reached = await beamtap(
    ["-A"],
    ...["call", "list_processes", "node=shop@127.0.0.1"],
    ...["--epmd-port=1", "--cookie=topsecret", "--name=mine"],
  );
  assert(reached.stderr.startsWith("epmd_refused: "), reached.stderr);
  assert(
    /check the host.* run: beamtap doctor shop@127.0.0.1 --cookie COOKIE --name mine --epmd-port 1$/m
      .test(reached.stderr),
    reached.stderr,
  );
  const entry = "shop@127.0.0.1=127.0.0.1:1,tls";
  const other = await beamtap(
    ["-A"],
    ...["call", "list_processes", "--node", entry, "--cookie=topsecret"],
  );
  const command = `beamtap doctor --node ${entry} --cookie COOKIE`;
  assert(other.stderr.includes(command), other.stderr);
});
