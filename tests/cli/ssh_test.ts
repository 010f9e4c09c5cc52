import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { fakeSsh } from "../support/fake_ssh.ts";
import { beamtap, makeFolder, session } from "./support.ts";

Deno.test("every command goes through the ssh server that the operator names, with the permission to run it alone", async (test) => {
  await using ssh = await fakeSsh();
  await using beam = await startBeam();
  await using folder = await makeFolder();
  const run = ["--allow-run=ssh", "--allow-read"];
  const cookie = `--cookie=${beam.cookie}`;
  const epmd = `--epmd-port=${beam.epmd.port}`;
  await test.step("call, by --ssh", async () => {
    const { code, stdout, stderr } = await beamtap(
      run,
      ...["call", "get_node_info", `node=${beam.name}`],
      ...["--ssh=deploy@db1", cookie, epmd],
    );
    assertEquals(code, 0, stderr);
    assert(stdout.includes("otp_release"), stdout);
  });
  await test.step("doctor, by the node's entry", async () => {
    const { code, stdout } = await beamtap(
      run,
      ...["doctor", "--node", `${beam.name},ssh=db2`, cookie, epmd],
    );
    assertEquals(code, 0, stdout);
  });
  await test.step("list_nodes, by the config file", async () => {
    const config = await folder.write("config.json", {
      nodes: [{ name: beam.name, ssh: "db3:22" }],
    });
    const { stdout } = await beamtap(
      run,
      ...["call", "list_nodes", "--config", config, cookie, epmd],
    );
    assert(stdout.includes("true"), stdout);
  });
  await test.step("nodes", async () => {
    const { stdout } = await beamtap(
      run,
      ...["nodes", "127.0.0.1", "--ssh=db4", epmd],
    );
    assert(stdout.includes(beam.name.split("@")[0] ?? "?"), stdout);
  });
  const logins = (await ssh.started()).map((args) => args.at(-1));
  assertEquals([...new Set(logins)], ["deploy@db1", "db2", "db3", "db4"]);
});

Deno.test("without the permission to run ssh the flag is named, and the network is not used instead", async () => {
  await using beam = await startBeam();
  const { code, stdout, stderr } = await beamtap(
    ["--allow-net"],
    ...["call", "get_node_info", `node=${beam.name}`, "--ssh=db1"],
    ...[`--cookie=${beam.cookie}`, `--epmd-port=${beam.epmd.port}`],
  );
  assertEquals([code, stdout], [1, ""]);
  assert(stderr.includes("--allow-run=ssh"), stderr);
});

Deno.test("no call can say where ssh leads", async () => {
  await using opened = await session("a@127.0.0.1", "--allow=admin");
  const { registry, principal } = opened;
  for (const key of ["ssh", "host", "address"]) {
    const args = { node: "b@127.0.0.1", [key]: "evil" };
    const answer = await registry.call(principal, "connect_node", args);
    assert(answer.text.includes("invalid_arguments"), answer.text);
  }
});
