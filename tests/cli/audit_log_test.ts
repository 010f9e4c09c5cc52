import { assertEquals, assertThrows } from "@std/assert";
import { auditLog } from "../../lib/cli/audit_log.ts";
import { CliError } from "../../lib/cli/errors.ts";
import type { AuditEntry } from "../../lib/registry/mod.ts";

const entry: AuditEntry = {
  time: "2026-11-20T00:00:00.000Z",
  event: "end",
  reference: "01234567",
  principal: "operator",
  kind: "tool",
  name: "kill_process",
  scopes: ["mutate"],
  node: "a@h",
  granted: true,
  outcome: "ok",
  duration_ms: 3,
};

Deno.test("each entry is a line of JSON in a file of the owner's alone", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/audit.jsonl`;
  const audit = auditLog(path);
  audit(entry);
  audit({ ...entry, granted: false });
  const { mode } = await Deno.stat(path);
  assertEquals((mode ?? 0) & 0o777, 0o600);
  const lines = (await Deno.readTextFile(path)).trimEnd().split("\n");
  assertEquals(lines.map((line) => JSON.parse(line)), [
    entry,
    { ...entry, granted: false },
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a file that was rotated away is made anew", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/audit.jsonl`;
  const audit = auditLog(path);
  await Deno.rename(path, `${path}.1`);
  audit(entry);
  assertEquals(JSON.parse(await Deno.readTextFile(path)), entry);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a file that cannot be written is refused at once", () => {
  assertThrows(
    () => auditLog("/no/such/folder/audit"),
    CliError,
    "cannot be written",
  );
});
