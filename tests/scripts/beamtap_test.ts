import { assert, assertEquals } from "@std/assert";
import { type Program, RawServer, run } from "../e2e/support.ts";

/** By a link from another folder, as a shell finds it on its PATH. */
async function linked(
  body: (program: Program) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const command = `${folder}/beamtap`;
    const script = new URL("../../scripts/beamtap", import.meta.url).pathname;
    await Deno.symlink(script, command);
    await body({ name: "checkout", command, args: [] });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("scripts/beamtap speaks MCP and nothing else on standard output", async () => {
  await linked(async (program) => {
    await using server = new RawServer(program, []);
    await server.initialize();
    const id = await server.request("tools/list");
    assertEquals((await server.next())?.id, id);
    await server.end();
    assertEquals((await server.ended()).code, 0);
  });
});

Deno.test("scripts/beamtap may read the variables and files, and write the files, that its options name", async () => {
  await linked(async (program) => {
    const folder = program.command.replace(/beamtap$/, "");
    const env = { BEAMTAP_TOKENS: `${folder}tokens.json` };
    const made = await run(
      program,
      ["token", "new", "alice", "--allow", "inspect"],
      { env },
    );
    assertEquals(made.code, 0, made.stderr);
    const listed = await run(program, ["token", "list"], { env });
    assert(listed.stdout.includes("alice"), listed.stdout + listed.stderr);
  });
});
