import { assert, assertEquals } from "@std/assert";
import { delay } from "../../lib/net/mod.ts";
import { widthOf } from "../../lib/cli/terminal/width.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { assertNothingLeft, inventory } from "../support/leftovers.ts";
import { connect } from "../support/remote.ts";
import { CTRL_C, type Keys, onTerminal } from "../support/terminal.ts";
import { NO_TRACES, TRACED_SETUP, traces, tracing } from "../support/traces.ts";
import { atHome, beamtap, type Folder, makeFolder } from "./support.ts";

const MAIN = new URL("../../main.ts", import.meta.url).pathname;

interface Desk {
  /** Runs beamtap on a terminal. */
  onTerminal(
    words: readonly string[],
    keys?: readonly Keys[],
    env?: Record<string, string>,
  ): ReturnType<typeof onTerminal>;
  /** Runs it with its output in a pipe. */
  piped(...words: readonly string[]): ReturnType<typeof beamtap>;
}

async function deskFor(node: Beam, folder: Folder): Promise<Desk> {
  const cookie = await folder.write("cookie", node.cookie);
  const options = [
    ...["--cookie-file", cookie, "--epmd-port", `${node.epmd.port}`],
  ];
  const command = [Deno.execPath(), "run", "-qA", "--no-check", MAIN];
  return {
    onTerminal: (words, keys, env) =>
      onTerminal([...command, ...words, ...options], keys, {
        ...atHome(folder.path("home")),
        ...env,
      }),
    piped: (...words) => beamtap(["-A"], ...words, ...options),
  };
}

Deno.test("commands for people", async (t) => {
  // The limit that a test looks for; OTP 27 has a higher one by itself.
  await using node = await startBeam({
    setup: TRACED_SETUP,
    args: ["+P", "262144"],
  });
  await using folder = await makeFolder();
  await using remote = await connect(node);
  const desk = await deskFor(node, folder);
  const about = `node=${node.name}`;

  await t.step(
    "a terminal gets tables that fit, a pipe gets tabs",
    async () => {
      const words = ["call", "list_processes", about];
      const { code, screen } = await desk.onTerminal(words);
      assertEquals(code, 0, screen);
      const lines = screen.split("\n").filter((line) => !line.includes("\x1b"));
      for (const line of lines) assert(widthOf(line) <= 80, line);
      assert(/ {2}pid +name .*memory/.test(screen), screen);
      assert(/\d KiB/.test(screen), screen);
      assert(screen.includes("(-o wide)"), screen);
      const piped = await desk.piped(...words);
      assert(piped.stdout.includes("\n pid\tregistered_name\t"), piped.stdout);
      const json = await desk.onTerminal([...words, "-o", "json"]);
      const text = json.screen.slice(json.screen.indexOf("{"));
      assert(Array.isArray(JSON.parse(text).processes));
      const wide = await desk.piped(...words, "-o", "wide");
      assert(/ heap +stack +reductions\n/.test(wide.stdout), wide.stdout);
    },
  );

  await t.step(
    "colour is for terminals, unless somebody wants it or not",
    async () => {
      const words = ["call", "get_limits", about, "window_ms=10"];
      const colour = async (given: string[], env: Record<string, string>) => {
        const { screen } = await desk.onTerminal([...words, ...given], [], env);
        return screen.includes("\x1b[1m");
      };
      assertEquals(await colour([], { NO_COLOR: "" }), true);
      assertEquals(await colour([], { NO_COLOR: "1" }), false);
      assertEquals(await colour(["--color=never"], { NO_COLOR: "" }), false);
      const { stdout } = await desk.piped(
        ...words,
        "-o=wide",
        "--color=always",
      );
      assert(stdout.includes("\x1b[1m"), stdout);
    },
  );

  await t.step(
    "Ctrl-C ends a trace, which prints what came and leaves nothing behind",
    async () => {
      const before = await inventory(remote);
      const set = async (): Promise<void> => {
        await tracing(remote);
        await delay(200);
      };
      const { code, screen } = await desk.onTerminal(
        [
          ...["call", "trace_calls", about, "module=shop", "function=calm"],
          ...["duration_ms=30000", "max_events=1000", "--allow=trace"],
        ],
        [{ after: set, type: CTRL_C }],
      );
      assertEquals(code, 130, screen);
      assert(/ended by +stopped\n/.test(screen), screen);
      assert(/ {2}call .* shop:calm\/2 /.test(screen), screen);
      // What was done is on record, but not in the answer.
      assert(!screen.includes('"event"'), screen);
      const audit = await Deno.readTextFile(
        folder.path("home/.local/state/beamtap/audit.jsonl"),
      );
      assertEquals(audit.match(/"name":"trace_calls"/g)?.length, 2);
      await assertNothingLeft(remote, before);
      assertEquals(await traces(remote), NO_TRACES);
    },
  );

  await t.step(
    "Ctrl-C ends a window, and what was counted until then is told",
    async () => {
      const set = async (): Promise<void> => {
        while (await traces(remote) === NO_TRACES) await delay(50);
        await delay(200);
      };
      const { code, screen } = await desk.onTerminal(
        [
          ...["call", "measure_call_rate", about, "module=shop"],
          ...["function=calm", "window_ms=10000", "--allow=trace"],
        ],
        [{ after: set, type: CTRL_C }],
      );
      assertEquals(code, 130, screen);
      const [, seconds] = /window ([\d.]+) m?s/.exec(screen) ?? [];
      assert(seconds !== undefined && seconds !== "10", screen);
      assert(/ {2}shop:calm\/2 /.test(screen), screen);
    },
  );

  await t.step("Ctrl-C ends a check of health with one look", async () => {
    const { code, screen } = await desk.onTerminal(
      ["health", node.name, "window_ms=10000"],
      [{ after: "check_health on", type: CTRL_C }],
    );
    assertEquals(code, 130, screen);
    assert(screen.includes("incarnation"), screen);
    assert(screen.replaceAll(/\s+/g, " ").includes("one look"), screen);
  });

  await t.step("Ctrl-C prints the nodes that have answered", async () => {
    await using other = await startBeam({ epmd: node.epmd });
    await using _linked = await connect(other);
    other.signal("SIGSTOP");
    const words = ["call", "get_limits", `nodes=${node.name},${other.name}`];
    const { code, screen } = await desk.onTerminal(
      [...words, "window_ms=10"],
      // Whatever it says that it waits for: the second node would be given up after seven seconds.
      [{ after: "1 s", type: CTRL_C }],
    ).finally(() => other.signal("SIGCONT"));
    assertEquals(code, 130, screen);
    assert(screen.includes(node.name) && screen.includes(other.name), screen);
    assert(/no answer/.test(screen), screen);
  });

  await t.step("a watched answer comes again until Ctrl-C", async () => {
    const { code, screen } = await desk.onTerminal(
      ["call", "get_node_info", about, "--watch=0.1"],
      [{ after: "of 262,144", type: "" }, {
        after: "of 262,144",
        type: CTRL_C,
      }],
    );
    assertEquals(code, 130, screen);
    const times = screen.split("every 0.1 s, Ctrl-C ends").length - 1;
    assert(times > 1, screen);
    // What the keyboard echoes is erased before the shell's prompt comes.
    assert(screen.includes("^C\r\x1b[K"), screen);
    const refused = await desk.piped(
      ...["call", "evaluate", about, "source=1", "--allow=eval", "--watch=1"],
    );
    assertEquals(refused.code, 2);
  });

  await t.step("watched answers for programs have their times", async () => {
    const { code, screen } = await desk.onTerminal(
      ["call", "get_node_info", about, "--watch=0.1", "-o=tsv"],
      [{ after: "\nrun_queue=", type: "" }, {
        after: "\nrun_queue=",
        type: CTRL_C,
      }],
    );
    assertEquals(code, 130, screen);
    const times = [...screen.matchAll(/--- (\S+)$/gm)]
      .map(([, time]) => Date.parse(time ?? ""));
    assert(times.length > 1 && !times.includes(NaN), screen);
  });

  await t.step("what would fail again is not watched", async () => {
    const words = ["call", "get_node_info", about, "--watch=0.1"];
    const { code, stderr } = await beamtap(
      ["-A"],
      ...[...words, "--cookie=wrong", "--epmd-port", `${node.epmd.port}`],
    );
    assertEquals(code, 1);
    assertEquals(stderr.match(/wrong_cookie:/g)?.length, 1, stderr);
    assert(stderr.includes("--watch ends"), stderr);
    const misused = await desk.piped(...words, "depth=1");
    assertEquals(misused.code, 2, misused.stderr);
    const dump = await desk.piped("call", "get_dump", "file=x", "--watch=1");
    assertEquals(dump.code, 2);
    assert(dump.stderr.includes("does not change"), dump.stderr);
  });
});

Deno.test("what would end with the command is refused before it starts", async () => {
  for (
    const words of [
      ["start_trace", "module=lists"],
      ["suspend_process", "process=init"],
      ["capture_logs", "follow=new"],
    ]
  ) {
    const { code, stderr } = await beamtap(
      ["-A"],
      ...["call", ...words, "node=a@127.0.0.1", "--cookie=x"],
      ...["--epmd-port=1", "--allow=trace", "--allow=mutate"],
    );
    assertEquals(code, 2, stderr);
    assert(stderr.includes("would end with this command"), stderr);
  }
});
