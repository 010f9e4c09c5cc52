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

Deno.test("an entry is the same once read, and holds nothing that steers a terminal", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/audit.jsonl`;
  const hostile = {
    ...entry,
    arguments: { text: "a\u202e\u009b\u2028\n\ud800" },
  };
  auditLog(path)(hostile);
  const line = await Deno.readTextFile(path);
  assertEquals(/^[\x20-\x7e]*\n$/.test(line), true, line);
  assertEquals(JSON.parse(line), hostile);
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

Deno.test("what exists keeps its mode: a log, one behind a link, a pipe, a device", async () => {
  const folder = await Deno.makeTempDir();
  const log = `${folder}/log`;
  const link = `${folder}/link`;
  const pipe = `${folder}/pipe`;
  const mode = (path: string): number =>
    (Deno.statSync(path).mode ?? 0) & 0o7777;
  await Deno.writeTextFile(log, "before\n");
  await Deno.symlink(log, link);
  await new Deno.Command("mkfifo", { args: [pipe] }).output();
  await Deno.chmod(log, 0o640);
  await Deno.chmod(pipe, 0o622);
  const device = mode("/dev/null");

  auditLog(log)(entry);
  auditLog(link)(entry);
  auditLog("/dev/null")(entry);
  assertEquals(mode(log), 0o640);
  assertEquals(mode("/dev/null"), device);
  const lines = (await Deno.readTextFile(log)).trimEnd().split("\n");
  assertEquals(lines, [
    "before",
    ...[entry, entry].map((e) => JSON.stringify(e)),
  ]);

  assertThrows(() => auditLog(pipe), CliError, "nobody reads");
  using reader = await Deno.open(pipe, { read: true, write: true });
  auditLog(pipe)(entry);
  assertEquals(mode(pipe), 0o622);
  const read = new Uint8Array(4096);
  const size = await reader.read(read) ?? 0;
  assertEquals(
    JSON.parse(new TextDecoder().decode(read.subarray(0, size))),
    entry,
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a file that is rotated away keeps the mode that the rotation gave it", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/audit.jsonl`;
  const audit = auditLog(path);
  await Deno.rename(path, `${path}.1`);
  await Deno.writeTextFile(path, "");
  await Deno.chmod(path, 0o640);
  audit(entry);
  assertEquals(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o640);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a file that cannot be written is refused at once", () => {
  assertThrows(
    () => auditLog("/no/such/folder/audit"),
    CliError,
    "cannot be written",
  );
});
