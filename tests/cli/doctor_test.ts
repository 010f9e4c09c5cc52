import { assert, assertEquals } from "@std/assert";
import { type Beam, startBeam } from "../support/beam.ts";
import { makeCertificates, startTlsBeam } from "../support/tls.ts";

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `beamtap doctor` with the permissions given and no others. */
async function doctor(permissions: string[], ...args: string[]): Promise<Run> {
  const main = new URL("../../main.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", ...permissions, main, "doctor", ...args],
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return {
    status: code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

/** How to reach a test node. */
function reach(beam: Beam): string[] {
  return [beam.name, "--epmd-port", `${beam.epmd.port}`];
}

Deno.test("doctor reports every step on a node that can be reached", async () => {
  await using beam = await startBeam();
  const args = [...reach(beam), "--cookie", beam.cookie];
  const { status, stdout, stderr } = await doctor(["--allow-net"], ...args);
  assertEquals([status, stderr], [0, ""]);
  const [title, ...lines] = stdout.trimEnd().split("\n");
  assertEquals(title, beam.name);
  assert(lines.some((line) => /^ {2}ok {4}call +OTP \d+ answered/.test(line)));
  assert(/^reachable, \d+ ms in total$/.test(lines.at(-1) ?? ""), stdout);
  assert(!stdout.includes(beam.cookie), "the cookie is not shown");
});

Deno.test("doctor --json gives the same as data", async () => {
  await using beam = await startBeam();
  const args = [...reach(beam), "--cookie", "wrong_5c1d", "--json"];
  const { status, stdout } = await doctor(["--allow-net"], ...args);
  assertEquals(status, 1);
  const diagnosis = JSON.parse(stdout);
  assertEquals(diagnosis.node, beam.name);
  assertEquals(diagnosis.reachable, false);
  const failed = diagnosis.findings.at(-1);
  assertEquals([failed.step, failed.outcome, failed.code], [
    "proof",
    "failed",
    "wrong_cookie",
  ]);
  assert(!stdout.includes("5c1d") && !stdout.includes(beam.cookie));
});

Deno.test("doctor names the permission that is missing, and does not ask for it", async () => {
  const { status, stdout } = await doctor(
    [],
    "demo@127.0.0.1",
    "--cookie",
    "any",
  );
  assertEquals(status, 1);
  assert(stdout.includes("--allow-net=127.0.0.1:4369"), stdout);
});

Deno.test("doctor says how it could look at a process of this machine, and does not ask", async () => {
  await using beam = await startBeam();
  beam.signal("SIGSTOP");
  const args = [...reach(beam), "--cookie", beam.cookie];
  const { status, stdout, stderr } = await doctor(["--allow-net"], ...args);
  assertEquals([status, stderr], [1, ""]);
  assert(stdout.includes("cannot see its process"), stdout);
  assert(stdout.includes("deno run --allow-all"), stdout);
});

Deno.test("doctor takes one node, well named", async () => {
  for (
    const [args, message] of [
      [[], "doctor examines one node, but none is given"],
      [
        ["a@127.0.0.1", "b@127.0.0.1"],
        "doctor examines one node, but 2 are given",
      ],
      [["demo"], '"demo" is a node name without a host'],
      [
        ["a@127.0.0.1", "--tls-key", "gone.pem"],
        "Deno does not permit reading the TLS file gone.pem",
      ],
    ] as const
  ) {
    const { status, stderr, stdout } = await doctor(["--allow-net"], ...args);
    assertEquals([status, stdout], [2, ""]);
    assert(stderr.includes(message), stderr);
  }
});

Deno.test("doctor reads the TLS files of a node", async () => {
  await using certificates = await makeCertificates();
  await using beam = await startTlsBeam({ certificates, mutual: true });
  const { folder } = certificates;
  const permissions = ["--allow-net", `--allow-read=${folder}`];
  const cookie = ["--cookie", beam.cookie];
  const [name = "", ...epmd] = reach(beam);
  const options = [
    ...["--tls-ca", `${folder}/ca.pem`],
    ...["--tls-cert", `${folder}/client.pem`],
    ...["--tls-key", `${folder}/client.key`],
  ];
  const shared = await doctor(
    permissions,
    name,
    ...epmd,
    ...cookie,
    ...options,
  );
  assertEquals([shared.status, shared.stderr], [0, ""]);
  const own = `${name},tls-ca=${folder}/ca.pem,tls-cert=${folder}/client.pem,` +
    `tls-key=${folder}/client.key`;
  const entry = await doctor(
    permissions,
    "--node",
    own,
    ...epmd,
    ...cookie,
    "--json",
  );
  assertEquals([entry.status, entry.stderr], [0, ""]);
  const foreign = await doctor(
    permissions,
    name,
    ...epmd,
    ...cookie,
    ...options.with(-1, `${folder}/server.key`),
  );
  assertEquals(foreign.status, 2);
  assert(foreign.stderr.includes("does not belong"), foreign.stderr);
});

Deno.test("doctor takes a node's settings from wherever it is known", async () => {
  await using beam = await startBeam();
  const folder = await Deno.makeTempDir();
  const config = `${folder}/beamtap.json`;
  const nodes = [
    { name: "other@127.0.0.1" },
    { name: beam.name, alias: "shop", epmd_port: beam.epmd.port },
  ];
  await Deno.writeTextFile(config, JSON.stringify({ nodes }));
  const permissions = ["--allow-net", `--allow-read=${folder}`];
  const rest = ["--config", config, "--cookie", beam.cookie];
  for (const name of [beam.name, "shop"]) {
    const { status, stderr } = await doctor(permissions, name, ...rest);
    assertEquals([status, stderr], [0, ""]);
  }
  const { status, stderr } = await doctor(permissions, ...rest);
  assertEquals(status, 2);
  assert(stderr.includes("doctor examines one node, but 2 are given"), stderr);
  await Deno.remove(folder, { recursive: true });
});
