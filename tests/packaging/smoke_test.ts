import { assert } from "@std/assert";

const ROOT = decodeURIComponent(new URL("../../", import.meta.url).pathname);

async function smoke(
  ...command: string[]
): Promise<{ success: boolean; said: string }> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", "scripts/smoke.ts", ...command],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  return { success, said: new TextDecoder().decode(stdout) };
}

Deno.test("the smoke test asks a node, and fails with a beamtap that does not work", async () => {
  const permissions = ["--allow-net", "--allow-env=BEAMTAP_COOKIE"];
  const { success, said } = await smoke(
    ...[Deno.execPath(), "run", "--no-prompt", ...permissions, "main.ts"],
  );
  assert(success, said);
  assert(said.includes("a question over MCP ... ok"), said);
  const broken = await smoke("echo", "beamtap 0.0.0");
  assert(!broken.success && broken.said.includes("FAILED"), broken.said);
});
