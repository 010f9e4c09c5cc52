import { assert, assertEquals, assertThrows } from "@std/assert";
import { locate } from "../../lib/cli/dump_files.ts";
import { ToolError } from "../../lib/registry/mod.ts";
import { dumpCaller } from "../support/dumps.ts";

const DUMP = "=erl_crash_dump:0.5\nMon Nov 30 04:50:25 2026\nSlogan: enough\n";
const SECRET = "root:x:0:0:this is not for you";

/** A folder `dumps` with two dumps and all kinds of traps, beside one with what nobody may see. */
async function traps(): Promise<
  AsyncDisposable & { dumps: string; outside: string }
> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  const [dumps, outside] = [`${folder}/dumps`, `${folder}/outside`];
  await Deno.mkdir(`${dumps}/shop`, { recursive: true });
  await Deno.mkdir(outside);
  await Deno.writeTextFile(`${dumps}/erl_crash.dump`, DUMP);
  await Deno.writeTextFile(`${dumps}/shop/erl_crash.dump`, DUMP);
  await Deno.writeTextFile(`${dumps}/notes_on_crash.txt`, SECRET);
  await Deno.writeTextFile(`${outside}/secret`, SECRET);
  await Deno.writeTextFile(`${outside}/erl_crash.dump`, DUMP);
  await Deno.symlink(`${outside}/erl_crash.dump`, `${dumps}/away.dump`);
  await Deno.symlink(outside, `${dumps}/away`);
  await Deno.symlink("erl_crash.dump", `${dumps}/latest.dump`);
  await Deno.symlink("loop.dump", `${dumps}/loop.dump`);
  await Deno.symlink("/dev/zero", `${dumps}/zero.dump`);
  await new Deno.Command("mkfifo", { args: [`${dumps}/pipe.dump`] }).output();
  return {
    dumps,
    outside,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

Deno.test("only files in the folders that the operator names are dumps", async () => {
  await using made = await traps();
  const { dumps, outside } = made;
  const of = (name: string): string => locate([dumps], name).path;
  assertEquals(of("erl_crash.dump"), `${dumps}/erl_crash.dump`);
  assertEquals(of("./erl_crash.dump"), `${dumps}/erl_crash.dump`);
  assertEquals(of("shop/erl_crash.dump"), `${dumps}/shop/erl_crash.dump`);
  assertEquals(of(`${dumps}/erl_crash.dump`), `${dumps}/erl_crash.dump`);
  assertEquals(of("latest.dump"), `${dumps}/erl_crash.dump`);
  const wrong = [
    ...["", ".", "..", "shop", "nothing.dump", "erl_crash.dump\0.txt"],
    ...["away.dump", "away/erl_crash.dump", "away/secret", "loop.dump"],
    ...["pipe.dump", "zero.dump", "erl_crash.dump/x", "x".repeat(300)],
    ...["../outside/erl_crash.dump", "shop/../../outside/secret"],
    ...[`${outside}/erl_crash.dump`, `${dumps}/../outside/erl_crash.dump`],
    ...[`${dumps}`.slice(0, -1), `${dumps}x/erl_crash.dump`, "/etc/passwd"],
    ...["/dev/stdin", "/proc/self/environ", "x".repeat(5000)],
  ];
  for (const name of wrong) {
    const error = assertThrows(() => of(name), ToolError, "crash dump");
    assertEquals(error.code, "unknown_dump");
    assert(!error.message.includes(SECRET));
  }
});

Deno.test("any folder will do, also the root of all", async () => {
  await using made = await traps();
  const path = `${made.dumps}/shop/erl_crash.dump`;
  for (const root of ["/", `${made.dumps}/`, `${made.dumps}/shop/..`]) {
    assertEquals(locate([root], path).path, path, root);
  }
  assertEquals(locate(["/"], path.slice(1)).path, path);
});

Deno.test("an error about a file elsewhere does not tell whether it exists", async () => {
  await using made = await traps();
  const { dumps, outside } = made;
  const said = (name: string): string => {
    const { message, hint } = assertThrows(
      () => locate([dumps], name),
      ToolError,
    );
    return `${message} ${hint}`.replaceAll(name, "NAME");
  };
  assertEquals(said(`${outside}/secret`), said(`${outside}/nothing`));
  assertEquals(said("away/secret"), said("away/nothing"));
  assertEquals(said("../outside/secret"), said("../outside/nothing"));
});

Deno.test("without a name the only dump is meant; of several the newest are listed", async () => {
  await using made = await traps();
  const { dumps } = made;
  assertEquals(locate([`${dumps}/shop`], undefined).name, "erl_crash.dump");
  assertEquals(
    locate([`${dumps}/shop`], `${dumps}/shop`).name,
    "erl_crash.dump",
  );
  await Deno.utime(`${dumps}/erl_crash.dump`, 1, 1);
  const { hint = "" } = assertThrows(
    () => locate([dumps], undefined),
    ToolError,
    "more than one",
  );
  assert(hint.endsWith("first: notes_on_crash.txt, erl_crash.dump"), hint);
  await Deno.remove(`${dumps}/shop/erl_crash.dump`);
  const none = assertThrows(
    () => locate([`${dumps}/shop`], undefined),
    ToolError,
  );
  assert(none.hint?.includes("native code"));
});

Deno.test("a file that the operator names is meant by any of its names, and nothing beside it", async () => {
  await using made = await traps();
  const { dumps, outside } = made;
  const root = `${dumps}/away.dump`;
  const path = `${outside}/erl_crash.dump`;
  for (const name of [undefined, root, path, "erl_crash.dump"]) {
    assertEquals(locate([root], name).path, path);
  }
  assertThrows(() => locate([root], `${outside}/secret`), ToolError);
  assertThrows(() => locate([`${dumps}/pipe.dump`], undefined), ToolError);
});

Deno.test("a file that is no dump is refused without a word of what it holds", async () => {
  await using made = await traps();
  const call = dumpCaller([made.dumps], ["inspect"], "auto", {
    trusted: false,
  });
  for (const tool of ["get_dump", "list_dump_processes", "find_in_dump"]) {
    const { ok, text } = await call(tool, {
      file: "notes_on_crash.txt",
      ...tool === "find_in_dump" && { text: "root" },
    });
    assert(!ok && text.startsWith("unreadable_dump: notes_on_crash.txt"), text);
    assert(!text.includes("root:") && !text.includes(made.dumps), text);
  }
});

Deno.test("a dump that is replaced is read again", async () => {
  await using made = await traps();
  const call = dumpCaller([`${made.dumps}/erl_crash.dump`], ["inspect"]);
  assert((await call("get_dump")).text.includes("enough"));
  await Deno.writeTextFile(
    `${made.dumps}/erl_crash.dump`,
    DUMP.replace("enough", "something else"),
  );
  assert((await call("get_dump")).text.includes("something else"));
});

Deno.test("several dumps that are asked for at once are all read, whatever becomes of others", async () => {
  await using made = await traps();
  const call = dumpCaller([made.dumps], ["inspect"]);
  const files = [
    ...["notes_on_crash.txt", "erl_crash.dump", "shop/erl_crash.dump"],
    ...["notes_on_crash.txt", "erl_crash.dump", "latest.dump"],
  ];
  const results = await Promise.all(
    files.map((file) => call("get_dump", { file })),
  );
  assertEquals(results.map(({ ok }) => ok), [
    ...[false, true, true, false, true, true],
  ]);
});
