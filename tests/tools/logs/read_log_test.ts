import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  BeamError,
  createBeam,
  preload,
} from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  readLog,
  type ReadLogArgs,
  readLogQuestion,
} from "../../../lib/tools/logs/read_log.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";

const ARGS: ReadLogArgs = {
  limit: 50,
  after: 0,
  max_bytes: 8000,
  scan_bytes: 4_000_000,
};

function ask(
  remote: RemoteNode,
  args: Partial<ReadLogArgs> = {},
): Promise<AnswerOf<typeof readLogQuestion>> {
  return createBeam(remote).run(readLogQuestion, { ...ARGS, ...args }, {
    timeoutMs: 10_000,
  });
}

/** Runs with a node that has a handler `shop` for `FOLDER/shop.log`, beside one for the console. */
async function withLog(
  test: (remote: RemoteNode, file: string) => Promise<void>,
  { module = "logger_std_h", config = "", content = "" } = {},
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/shop.log`;
    if (content !== "") await Deno.writeTextFile(file, content);
    await using node = await startBeam({
      setup:
        `ok = logger:add_handler(shop, ${module}, #{config => #{file => "${file}"${config}}, level => notice,
           formatter => {logger_formatter, #{single_line => false, template => [msg, "\\n"]}}})`,
    });
    await using remote = await connect(node);
    await test(remote, file);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await assertRejects(() => work, BeamError);
  return `${error.code}: ${error.message} (${error.hint})`;
};

Deno.test("the end of the file that a handler writes is shown in whole lines, and what is before it", async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `line ${i} käse\n`);
  await withLog(async (remote, file) => {
    await evaluate(
      remote,
      `begin logger:notice("the last"), logger_std_h:filesync(shop) end`,
    );
    const seen = await ask(remote, { limit: 3 });
    assertEquals(seen.text, `${lines.slice(-2).join("")}the last\n`);
    const { size } = await Deno.stat(file);
    assertEquals(
      [seen.handler, seen.file, seen.bytes, seen.to_byte, seen.rotation],
      ["shop", file, size, size, undefined],
    );
    assertEquals(seen.files.map(({ handler, bytes }) => [handler, bytes]), [[
      "shop",
      size,
    ]]);
    let text = "";
    let before: number | undefined;
    for (;;) {
      const page = await ask(remote, { limit: 400, before });
      text = page.text + text;
      if (!page.older) break;
      assertEquals(page.text?.startsWith("line "), true);
      before = page.from_byte;
    }
    assertEquals(text, `${lines.join("")}the last\n`);
  }, { content: lines.join("") });
});

Deno.test("lines that have a text are found in all of a large file, each once, with what follows", async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, i) =>
      i % 2500 === 17
        ? `row ${i} has FAILED [a.b*c(\\E] here\n`
        : `row ${i} ${"x".repeat(40)} failed (axb\n`,
  );
  const wanted = rows.flatMap((row, i) => row.includes("FAILED") ? [i] : []);
  await withLog(async (remote) => {
    const found: string[] = [];
    let before: number | undefined;
    for (;;) {
      const { matches = [], older, from_byte } = await ask(remote, {
        text: "failed [A.b*c(\\E]",
        limit: 5,
        after: 2,
        before,
      });
      found.unshift(
        ...matches.map(({ line, after }) => `${line}${after}\n`),
      );
      if (!older) break;
      before = from_byte;
    }
    assertEquals(found, wanted.map((i) => rows.slice(i, i + 3).join("")));
    const { matches, older, from_byte, to_byte } = await ask(remote, {
      text: "row 17 ",
      scan_bytes: 1_000_000,
    });
    assertEquals([matches, older], [[], true]);
    assert(to_byte - from_byte > 900_000 && to_byte - from_byte <= 1_000_000);
  }, { content: rows.join("") });
});

Deno.test("rotated files are chosen by their numbers; compressed ones are not read", async () => {
  await withLog(async (remote, file) => {
    const log =
      `[logger:notice("message ~b ~s", [N, lists:duplicate(60, $x)]) || N <- lists:seq(1, 12)]`;
    await evaluate(remote, `begin ${log}, logger_std_h:filesync(shop) end`);
    const { files } = await ask(remote);
    assertEquals(files.map(({ rotation }) => rotation), [undefined, 0, 1]);
    for (const number of [0, 1]) {
      const { text, rotation } = await ask(remote, { rotation: number });
      assertEquals(rotation, number);
      assertEquals(text, await Deno.readTextFile(`${file}.${number}`));
    }
    await Deno.rename(`${file}.1`, `${file}.1.gz`);
    assertEquals((await ask(remote)).files.at(-1)?.compressed, true);
    assert(
      (await refusal(ask(remote, { rotation: 1 }))).includes("compressed"),
    );
    assertEquals(
      (await refusal(ask(remote, { rotation: 7 }))).split(":")[0],
      "no_such_file",
    );
  }, { config: ", max_no_bytes => 300, max_no_files => 2" });
});

Deno.test("of a wrap log, the file written last is shown", async () => {
  await withLog(async (remote, file) => {
    await evaluate(
      remote,
      `begin [logger:notice("message ~b ~s", [N, lists:duplicate(60, $x)]) || N <- lists:seq(1, 7)], logger_disk_log_h:filesync(shop) end`,
    );
    const { files, rotation } = await ask(remote);
    assert(
      files.length >= 2 && files.every(({ rotation = 0 }) => rotation > 0),
    );
    const chosen = await ask(remote, { rotation: 1 });
    assertEquals(chosen.text, await Deno.readTextFile(`${file}.1`));
    assert(rotation !== undefined);
  }, {
    module: "logger_disk_log_h",
    config: ", type => wrap, max_no_bytes => 300, max_no_files => 3",
  });
});

Deno.test("no path is taken, and no link followed", async () => {
  await withLog(async (remote, file) => {
    for (const handler of ["/etc/passwd", "../shop", file, "default", ""]) {
      assert(
        (await refusal((async () => await ask(remote, { handler }))()))
          .startsWith("no_such_handler"),
        handler,
      );
    }
    await Deno.writeTextFile(`${file}.secret`, "hunter2\n");
    await Deno.symlink(`${file}.secret`, `${file}.0`);
    assert((await refusal(ask(remote, { rotation: 0 }))).includes("symlink"));
    await Deno.remove(file);
    await Deno.symlink(`${file}.secret`, file);
    assert((await refusal(ask(remote))).startsWith("not_readable"));
    await Deno.remove(file);
    await Deno.mkdir(file);
    assert((await refusal(ask(remote))).includes("directory"));
    await Deno.remove(file);
    await new Deno.Command("mkfifo", { args: [file] }).output();
    assert((await refusal(ask(remote))).startsWith("not_readable"));
  });
});

Deno.test("a node that writes no file says so, and an odd name costs no other handler", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  assert((await refusal(ask(remote))).startsWith("no_log_file"));
  await withLog(async (remote) => {
    await evaluate(
      remote,
      `begin
         ${
        loading(
          "-module(rabbit_logger_std_h).\n-export([log/2]).\nlog(_, _) -> ok.\n",
        )
      },
         [ok = logger:add_handler(Id, rabbit_logger_std_h, #{config => #{file => File}})
          || {Id, File} <- [{a_binary, <<255, 254, 0>>}, {a_list, [1114112, x]}, {a_folder, "/"}, {deep, ["/", ["tmp"]]}]],
         ok
       end`,
    );
    for (const handler of ["a_binary", "a_list"]) {
      assert(
        (await refusal(ask(remote, { handler }))).startsWith("no_such_file"),
      );
    }
    assert(
      (await refusal(ask(remote, { handler: "deep" }))).includes("directory"),
    );
    assertEquals((await ask(remote, { handler: "shop" })).text, "one\n");
  }, { content: "one\n" });
});

Deno.test("secrets are hidden, also those that begin before what is shown", async () => {
  const key = Array.from(
    { length: 20 },
    (_, i) => `MIIE${"A9b+/".repeat(12)}${i}`,
  );
  const content = [
    "connected with password=hunter2 to db",
    "-----BEGIN RSA PRIVATE KEY-----",
    ...key,
    "-----END RSA PRIVATE KEY-----",
    "state: #{password =>",
    '          <<"hunter3">>}',
    "done",
    "",
  ].join("\n");
  await withLog(async (remote) => {
    const call = callerOf(remote, [readLog], ["data"]);
    for (
      const args of [
        {},
        { lines: 12 },
        { lines: 2 },
        { text: "password", after: 3 },
        { text: "MIIE", after: 2 },
        { text: "MIIE", lines: 2 },
      ]
    ) {
      const seen = await call("read_log", args);
      assert(seen.ok);
      assert(!/hunter|A9b\+/.test(JSON.stringify(seen)), seen.text);
    }
    const whole = await call("read_log", { lines: 4 });
    assert(whole.ok && whole.text.includes("done"));
  }, { content });
});

Deno.test("odd files cost a node little memory, however large", async () => {
  await withLog(async (remote, file) => {
    const part = new Uint8Array(1 << 20);
    using log = await Deno.open(file, { write: true, append: true });
    for (const byte of [120, 10]) {
      part.fill(byte);
      for (let i = 0; i < 24; i++) await log.write(part);
    }
    const peak = async (): Promise<number> =>
      Number(
        await evaluate(
          remote,
          `(fun() -> {ok, S} = prim_file:read_file("/proc/self/status"),
             {match, [N]} = re:run(S, "VmHWM:[^0-9]*([0-9]+)", [{capture, [1], list}]), list_to_integer(N) end)()`,
        ),
      );
    await ask(remote, { limit: 1 });
    const before = await peak();
    for (const text of [undefined, "x", "y"]) {
      const { lines = "" } = Object(
        await ask(remote, {
          text,
          limit: 500,
          after: 30,
          scan_bytes: 64_000_000,
        }),
      );
      assert(lines.length < 50_000);
    }
    const grown = await peak() - before;
    assert(grown < 64 * 1024, `${grown} kB`);
  });
});

Deno.test("nothing is left behind, and no file read while all dirty IO schedulers are held", async () => {
  await withLog(async (remote, file) => {
    await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
    await assertHarmless(remote, readLogQuestion, [
      { ...ARGS, text: "one" },
      { ...ARGS, handler: "shop" },
    ]);
    await new Deno.Command("mkfifo", { args: [`${file}.fifo`] }).output();
    await evaluate(
      remote,
      `[spawn(fun() -> file:open("${file}.fifo", [read, raw]) end) || _ <- lists:seq(1, erlang:system_info(dirty_io_schedulers))]`,
    );
    await eventually(
      () => evaluate(remote, "lists:last(erlang:statistics(active_tasks_all))"),
      "10",
    );
    assert((await refusal(ask(remote))).startsWith("dirty_io_busy"));
    await (await Deno.open(`${file}.fifo`, { write: true })).close();
  }, { content: "one\ntwo\n" });
});
