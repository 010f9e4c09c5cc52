import { assert, assertEquals } from "@std/assert";
import { type Beam, startBeam, startEpmd } from "../../support/beam.ts";
import { openTerminal, type TmuxTerminal } from "../../support/tmux.ts";
import { beamtap } from "../support.ts";

const MAIN = new URL("../../../main.ts", import.meta.url).pathname;

/** Processes with names, one that works and one that has messages; and one that logs. */
const SETUP = `
  spawn(fun Log() -> logger:warning("stock is low"), receive after 300 -> Log() end end),
  register(worker, spawn(fun Work() -> lists:seq(1, 3000), receive after 20 -> Work() end end)),
  register(sink, spawn_opt(fun() -> receive never -> ok end end, [{message_queue_data, off_heap}])), sink ! one, sink ! {two, <<"secret text">>}`;

function command({ name, epmd, cookie }: Beam, ...more: string[]): string {
  return [
    `${Deno.execPath()} run --no-check --allow-net ${MAIN} top ${name}`,
    ...[`--epmd-port=${epmd.port}`, `--cookie=${cookie}`, ...more],
  ].join(" ");
}

/** The settings of a terminal. */
function settings(terminal: TmuxTerminal): Promise<string> {
  return terminal.output("stty -g");
}

Deno.test("the screen shows a node, follows keys and sizes, and survives the node", async (t) => {
  await using epmd = await startEpmd();
  const name = `t${Deno.pid}_top@127.0.0.1`;
  await using stack = new AsyncDisposableStack();
  const node = await startBeam({ epmd, name, setup: SETUP });
  stack.use(node);
  await using terminal = await openTerminal(80, 24);
  const before = await settings(terminal);
  const grants = ["inspect", "data", "trace", "mutate"]
    .map((scope) => `--allow=${scope}`);
  await terminal.type(command(node, ...grants));

  await t.step(
    "the head and the table, with permission for the net alone",
    async () => {
      await terminal.shows(/^<0\.\d+\.0> +worker +[\d.]+ k/m);
      const screen = await terminal.shows(/^health: healthy/m);
      assert(screen.startsWith(`${name}  OTP `), screen);
      for (
        const part of [
          // On a busy machine the first line needs room for more.
          /^.*(?: up \d|slow link)/,
          /normal [█░]{8}/,
          /run queue /,
          /processes \d+ \(/,
          /heaps \d/,
          /^processes by reductions\/s: \d+ of \d+/m,
        ]
      ) assert(part.test(screen), `${part}\n${screen}`);
    },
  );

  await t.step("each key", async () => {
    const titles = [
      ["m", /^processes by memory/m],
      ["b", /^processes by binaries/m],
      ["g", /^processes by growth of memory.*\n.*growth\/s/m],
      ["c", /^processes by mailbox.*\n.*\n<0\.\d+\.0> +sink +\d+ +2 /m],
      ["a", /^applications by memory.*\n.*\n(?:.*\n)*kernel +\d+/m],
      ["e", /^ETS tables by memory.*\n.*\n(?:.*\n)*logger /m],
      ["p", /^ports and sockets by traffic.*\n.*\n(?:.*\n)*#Port/m],
      ["T", /^supervision tree: \d+ s.*\n.*\nkernel /m],
      ["h", /^healthy\.$/m],
      ["?", /^r m b g c +sort by/m],
      ["Escape", /^healthy\.$/m],
      ["Escape", /^processes by mailbox/m],
      ["Space", /PAUSED/],
      ["Space", /every 2 s/],
      ["+", /every 3 s/],
      ["-", /every 2 s/],
    ] as const;
    for (const [key, shown] of titles) {
      await terminal.press(key);
      await terminal.shows(shown);
    }
  });

  await t.step("one process closely, its state and its messages", async () => {
    await terminal.press("/");
    await terminal.press("s", "i", "n", "k");
    await terminal.shows(/^\/sink_?$/m);
    await terminal.press("Enter");
    await terminal.shows(/^processes by mailbox: 1 of .*\/sink/m);
    await terminal.press("Enter");
    await terminal.shows(/^mailbox +2 messages\n(?:.*\n)*stack\n/m);
    await terminal.press("x");
    await terminal.shows(/secret text/);
    await terminal.press("Escape", "Escape");
    await terminal.shows(/^processes by mailbox: first/m);
  });

  await t.step("a log event as it happens", async () => {
    await terminal.press("l");
    await terminal.shows(
      /^log\n(?:.*\n)*\d\d:\d\d:\d\d\.\d{3} warning .*stock is low/m,
    );
    await terminal.press("Escape");
    await terminal.shows(/^processes by/m);
  });

  await t.step("ending a process, after a question", async () => {
    await terminal.press("/", "s", "i", "n", "k", "Enter");
    await terminal.shows(/: 1 of .*\/sink/);
    await terminal.press("k");
    await terminal.shows(/exit signal shutdown to <[^]*^y: end it/m);
    await terminal.press("n");
    await terminal.shows(/was left alone$/m);
    await terminal.press("k");
    await terminal.shows(/^y: end it/m);
    await terminal.press("y");
    await terminal.shows(/: 0 of .*\/sink/);
    await terminal.press("Escape");
  });

  await t.step("another size, while it draws", async () => {
    await terminal.press("r");
    for (const [columns, rows] of [[200, 50], [100, 30], [200, 50]] as const) {
      await terminal.resize(columns, rows);
    }
    await terminal.shows(/mailbox +change +memory +binaries +status +function/);
    await terminal.shows(new RegExp(`^${name}.*\n(?:.*\n){48}\\? keys`));
  });

  await t.step("the node's death and return", async () => {
    node.signal("SIGKILL");
    await node.exited;
    await terminal.shows(/^no answer for .*: /m);
    stack.use(await startBeam({ epmd, name, setup: SETUP }));
    const screen = await terminal.shows(/has restarted$/m);
    assert(!/no answer/.test(screen), screen);
    await terminal.shows(/^<0\.\d+\.0> +worker +[\d.]+ k/m);
  });

  await terminal.press("q");
  await terminal.shows(/^\$ $|^\$$/m);
  const audit = (await terminal.lines()).join("").replace(/\s/g, "");
  assert(audit.includes('"name":"stop_process"'), audit);
  await terminal.resize(80, 24);
  assertEquals(await settings(terminal), before);
});

Deno.test("whatever ends or stops the screen, the terminal is as it was", async (t) => {
  await using node = await startBeam({ setup: SETUP });
  await using terminal = await openTerminal(200, 50);
  const before = await settings(terminal);
  const start = async (): Promise<number> => {
    await terminal.type(`clear; ${command(node)}; echo status $?`);
    await terminal.shows(/^<0\.\d+\.0> +worker/m);
    return await pidOf(`top\0${node.name}`);
  };
  for (
    const [signal, status] of [
      ["SIGTERM", "143"],
      ["SIGINT", "130"],
      ["SIGQUIT", "131"],
      ["SIGHUP", "129"],
    ] as const
  ) {
    await t.step(signal, async () => {
      const pid = await start();
      Deno.kill(pid, signal);
      await terminal.shows(new RegExp(`^status ${status}$`, "m"));
      assertEquals(await settings(terminal), before);
    });
  }

  await t.step("Ctrl-C", async () => {
    await start();
    await terminal.press("C-c");
    await terminal.shows(/^status 0$/m);
    assertEquals(await settings(terminal), before);
  });

  for (const how of ["Ctrl-Z", "SIGTSTP"]) {
    await t.step(`${how}, and going on`, async () => {
      const pid = await start();
      if (how === "Ctrl-Z") await terminal.press("C-z");
      else Deno.kill(pid, "SIGTSTP");
      await terminal.shows(/^\[1\]\+ +Stopped/m);
      assertEquals(await settings(terminal), before);
      await terminal.type("fg; echo status $?");
      await terminal.shows(/^<0\.\d+\.0> +worker/m);
      await terminal.press("e");
      await terminal.shows(/^ETS tables by memory/m);
      await terminal.press("q");
      await terminal.shows(/^status 0$/m);
      assertEquals(await settings(terminal), before);
    });
  }

  await t.step("q, though the node hangs", async () => {
    await start();
    node.signal("SIGSTOP");
    await terminal.shows(/^no answer for \d+ s: waiting$/m);
    await terminal.press("l", "q");
    await terminal.shows(/^status 0$/m);
    node.signal("SIGCONT");
    assertEquals(await settings(terminal), before);
  });

  await t.step("a terminal that is closed ends it", async () => {
    const pid = await start();
    await terminal.close();
    for (let tries = 0; await isAlive(pid); tries++) {
      assert(tries < 200, "it still runs");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
});

/** The process whose command line has this text in it, with NUL between arguments. */
async function pidOf(text: string): Promise<number> {
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await Deno.readTextFile(`/proc/${name}/cmdline`)
      .catch(() => "");
    if (line.includes(text)) return Number(name);
  }
  throw new Error(`no process has ${text}`);
}

/** Whether a process has not ended, though nobody may have asked for its status yet. */
async function isAlive(pid: number): Promise<boolean> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "Z");
  return !/(^|\) )Z/.test(stat);
}

Deno.test("one screen is printed for scripts; without a node or a terminal it is said why not", async () => {
  await using node = await startBeam({ setup: SETUP });
  const { name, cookie, epmd } = node;
  const options = [`--epmd-port=${epmd.port}`, `--cookie=${cookie}`];
  const once = await beamtap(
    ["--allow-net"],
    ...["top", name, "--once", ...options],
  );
  assertEquals(once.code, 0, once.stderr);
  const lines = once.stdout.split("\n");
  assert(lines[0]?.startsWith(`${name}  OTP `), once.stdout);
  assert(/^<0\.\d+\.0> +worker +[\d.]+ k/m.test(once.stdout), once.stdout);
  assert(/^health: healthy/m.test(once.stdout), once.stdout);
  assert(lines.length <= 24 && lines.every((line) => line.length <= 80));
  // deno-lint-ignore no-control-regex
  assert(!/\x1b/.test(once.stdout));
  const piped = await beamtap(["--allow-net"], "top", name, ...options);
  assertEquals(piped.code, 2);
  assert(/needs a terminal.*--once/s.test(piped.stderr), piped.stderr);
  const wrong = await beamtap(
    ["--allow-net"],
    ...["top", name, "--once", options[0] ?? "", "--cookie=wrongcookie"],
  );
  assertEquals([wrong.code, wrong.stdout], [1, ""]);
  assert(/cookie/.test(wrong.stderr), wrong.stderr);
});
