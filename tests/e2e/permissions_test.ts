import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import {
  conversation,
  type Program,
  PROGRAMS,
  reaching,
  run,
} from "./support.ts";

const [byDeno] = PROGRAMS;
assert(byDeno);

/** As the README has it, but for the switch that forbids prompts. */
const prompting: Program = {
  ...byDeno,
  args: byDeno.args.filter((argument) => argument !== "--no-prompt"),
};

const REQUESTS = conversation(["tools/call", { name: "get_node_info" }]);

Deno.test("on a terminal, with the network alone, nothing prompts", async () => {
  await using beam = await startBeam();
  const command = [prompting.command, ...prompting.args, ...reaching(beam)]
    .map((word) => `'${word}'`).join(" ");
  // At the end of its own input `script` types ^D, as a person would.
  const { code, stdout } = await run(
    {
      name: "script",
      command: "script",
      args: ["-qec", `stty -echo; exec ${command}`, "/dev/null"],
    },
    [],
    { input: REQUESTS },
  );
  assert(!/Allow\?|Deno requests|NotCapable/.test(stdout), stdout);
  assert(stdout.includes("otp_release="), stdout);
  assertEquals(code, 0, stdout);
});

Deno.test("without --no-prompt, piped, nothing prompts and nothing throws", async () => {
  await using beam = await startBeam();
  const { code, stdout, stderr } = await run(prompting, reaching(beam), {
    input: REQUESTS,
  });
  assertEquals([code, stderr], [0, ""]);
  assert(stdout.includes("otp_release="), stdout);
});

Deno.test("a cookie file that may not be read is one line with the flag", async () => {
  const { code, stdout, stderr } = await run(byDeno, [
    "a@127.0.0.1",
    "--cookie-file=/etc/cookie",
  ]);
  assertEquals(
    [code, stdout, stderr],
    [
      2,
      "",
      "beamtap: Deno does not permit reading the cookie file /etc/cookie (run deno with --allow-read=/etc/cookie)\n",
    ],
  );
});

Deno.test("an audit file that may not be written is one line with the flag", async () => {
  const { code, stderr } = await run(byDeno, [
    "--audit-file=/nonexistent/audit",
  ]);
  assertEquals(code, 2);
  assert(stderr.includes("--allow-write=/nonexistent/audit"), stderr);
});

Deno.test("without any cookie, the answer names the flags that would let one be found", async () => {
  const { code, stderr } = await run(
    byDeno,
    ["call", "get_node_info", "node=a@127.0.0.1"],
    { env: { BEAMTAP_COOKIE: "unreadable" } },
  );
  assertEquals(code, 1);
  assert(stderr.startsWith("no_cookie: "), stderr);
  for (
    const way of [
      "--cookie-file FILE (run deno with --allow-read=FILE)",
      "BEAMTAP_COOKIE (run deno with --allow-env=BEAMTAP_COOKIE)",
    ]
  ) assert(stderr.includes(way), stderr);
});

Deno.test("with the environment readable, a cookie there is found", async () => {
  await using beam = await startBeam();
  const [name = "", ...rest] = reaching(beam).filter((word) =>
    word !== "--cookie" && word !== beam.cookie
  );
  const args = ["run", "--allow-net", "--allow-env", "--no-prompt"];
  const { code, stderr } = await run(
    { ...byDeno, args: [...args, byDeno.args.at(-1) ?? ""] },
    ["call", "get_node_info", `node=${name}`, ...rest],
    { env: { BEAMTAP_COOKIE: beam.cookie } },
  );
  assertEquals([code, stderr], [0, ""]);
});

Deno.test("with one file readable, the cookie in it is found", async () => {
  await using beam = await startBeam();
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(file, `${beam.cookie}\n`, { mode: 0o600 });
  const [name = "", , , ...rest] = reaching(beam);
  const args = ["run", "--allow-net", `--allow-read=${file}`, "--no-prompt"];
  const { code, stderr } = await run(
    { ...byDeno, args: [...args, byDeno.args.at(-1) ?? ""] },
    ["call", "get_node_info", `node=${name}`, "--cookie-file", file, ...rest],
  );
  await Deno.remove(file);
  assertEquals([code, stderr], [0, ""]);
});

Deno.test("without the network, the answer names the flag", async () => {
  const { code, stderr } = await run(
    { ...byDeno, args: ["run", "--no-prompt", byDeno.args.at(-1) ?? ""] },
    ["call", "get_node_info", "node=a@127.0.0.1", "--cookie=c"],
  );
  assertEquals(code, 1);
  assert(stderr.startsWith("permission_denied: "), stderr);
  assert(stderr.includes("--allow-net=127.0.0.1:4369"), stderr);
});
