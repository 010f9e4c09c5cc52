import { assert, assertEquals } from "@std/assert";
import { die } from "../support/crashes/crash.ts";
import { HELD } from "../support/crashes/held.ts";
import { CTRL_C, onTerminal } from "../support/terminal.ts";
import { atHome, beamtap, makeFolder, session } from "./support.ts";

Deno.test("beamtap dump prints the verdict and what to call next, each once", async () => {
  await using dead = await die(HELD);
  const { code, stdout, stderr } = await beamtap(["-A"], "dump", dead.path);
  assertEquals([code, stderr], [0, ""]);
  const [file, verdict, slogan] = stdout.split("\n");
  assertEquals(file, "file: erl_crash.dump");
  assert(verdict?.includes("starter called erlang:halt"), verdict);
  assertEquals(slogan, "slogan: closed");
  assert(!stdout.includes("\nnext:"), stdout);
  const [, next = ""] = stdout.split("\nNext:\n");
  const calls = next.trim().split("\n");
  assert(calls.every((call) => call.includes(`file=${dead.path}`)), next);
  const [, pid = ""] = /process=(<[\d.]+>)/.exec(next) ?? [];

  const shown = await beamtap(
    ["-A"],
    ...["call", "get_dump_process", `file=${dead.path}`, `process=${pid}`],
  );
  assert(shown.stdout.includes("registered_name=starter"), shown.stdout);
  const json = await beamtap(["-A"], "dump", dead.path, "--json");
  assertEquals(JSON.parse(json.stdout).slogan, "closed");
});

Deno.test("beamtap dump names the permission that is missing", async () => {
  await using dead = await die(HELD);
  const denied = await beamtap(["--allow-net"], "dump", dead.path);
  assertEquals(denied.code, 1);
  assert(denied.stderr.includes(`--allow-read=${dead.path}`), denied.stderr);
  const one = await beamtap(
    ["--allow-net", `--allow-read=${dead.path}`],
    ...["dump", dead.path],
  );
  assertEquals([one.code, one.stderr], [0, ""]);
});

Deno.test("beamtap dump says what is wrong with a path", async () => {
  await using folder = await makeFolder();
  const text = await folder.write("notes.txt", "the secret is 4711");
  const cases = [
    [[], 2, "usage: beamtap dump FILE"],
    [[folder.path("gone")], 2, "leaves no dump if native code crashed"],
    [[folder.path("")], 2, "there is no crash dump"],
    [[text], 1, "notes.txt is not an Erlang crash dump"],
    [["/dev/null"], 2, "there is no crash dump"],
  ] as const;
  for (const [args, status, message] of cases) {
    const { code, stderr } = await beamtap(["-A"], "dump", ...args);
    assertEquals(code, status, stderr);
    assert(stderr.includes(message), stderr);
    assert(!stderr.includes("4711"), stderr);
  }
});

Deno.test("Ctrl-C ends reading, and the verdict is about what was read", async () => {
  await using folder = await makeFolder();
  const path = await folder.write(
    "erl_crash.dump",
    "=erl_crash_dump:0.5\nSlogan: much\nSystem version: Erlang/OTP 25 [64-bit]\n=proc:<0.1.0>\n",
  );
  // Sparse: it takes a minute to read.
  await Deno.truncate(path, 2 ** 36);
  const main = new URL("../../main.ts", import.meta.url).pathname;
  const { code, screen } = await onTerminal(
    [Deno.execPath(), "run", "-qA", "--no-check", main, "dump", path],
    [{ after: "get_dump (Ctrl-C ends it early)", type: CTRL_C }],
    atHome(folder.path("home")),
  );
  assertEquals(code, 130, screen);
  const text = screen.replaceAll(/\s+/g, " ");
  assert(text.includes("Only a part of the dump was read"), screen);
  assert(text.includes("as somebody stopped it"), screen);
});

Deno.test("dump tools are listed where --dumps is given only, and else say so", async () => {
  await using folder = await makeFolder();
  const listed = async (...args: string[]): Promise<string[]> => {
    await using open = await session(...args);
    const { registry, principal } = open;
    return registry.visible(principal, "tool").map(({ name }) => name)
      .filter((name) => name.includes("dump"));
  };
  assertEquals(await listed(), []);
  assertEquals((await listed(`--dumps=${folder.path("")}`)).length, 6);
  const config = await folder.write("config.json", { dumps: ["crashes"] });
  assertEquals((await listed(`--config=${config}`)).length, 6);
  await using open = await session();
  const { text } = await open.registry.call(open.principal, "get_dump", {});
  assert(text.includes("--dumps FOLDER"), text);
});

Deno.test("a folder in the config file is relative to it, and takes effect at once", async () => {
  await using dead = await die(HELD);
  await using folder = await makeFolder();
  await Deno.rename(dead.folder, folder.path("crashes"));
  await Deno.mkdir(dead.folder);
  const config = await folder.write("config.json", {});
  await using open = await session(`--config=${config}`);
  const { registry, principal } = open;
  assert(!(await registry.call(principal, "get_dump", {})).ok);
  const changed = Promise.withResolvers<void>();
  using _listener = registry.onChange(() => changed.resolve());
  await folder.write("config.json", { dumps: ["crashes"] });
  await changed.promise;
  const { text } = await registry.call(principal, "get_dump", {});
  assert(text.includes("slogan: closed"), text);
});
