import { assert, assertEquals } from "@std/assert";
import { createBeam, preload } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { getMemoryQuestion } from "../../../lib/tools/memory/get_memory.ts";
import type { OsFacts } from "../../../lib/tools/os_facts.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

const OS = { sections: ["os"], limit: 1 } as const;

/** Whether this machine lets tests mount files for a node alone. */
const canMount = Deno.build.os === "linux" &&
  new Deno.Command("unshare", {
    args: ["-m", "mount", "--bind", "/tmp", "/sys/fs/cgroup"],
    stderr: "null",
  }).outputSync().success;

async function facts(remote: RemoteNode): Promise<OsFacts> {
  const { os } = await createBeam(remote).run(getMemoryQuestion, OS, {
    timeoutMs: 10_000,
  });
  assert(os);
  return os;
}

/** A program that runs shell commands, and then becomes `erl`. */
async function erlAfter(folder: string, commands: string): Promise<string> {
  const path = `${folder}/erl`;
  const erl = (await new Deno.Command("sh", { args: ["-c", "command -v erl"] })
    .output()).stdout;
  await Deno.writeTextFile(
    path,
    `#!/bin/sh -e\n${commands}\nexec ${new TextDecoder().decode(erl)}`.trim() +
      ` "$@"\n`,
    { mode: 0o755 },
  );
  return path;
}

/** Files of a control group as the kernel would show them to the node alone. */
async function withGroups(
  own: string,
  files: Record<string, string>,
  test: (remote: RemoteNode) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/own`, own);
    for (const [path, content] of Object.entries(files)) {
      const file = `${folder}/groups/${path}`;
      await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), {
        recursive: true,
      });
      await Deno.writeTextFile(file, content);
    }
    const program = await erlAfter(
      folder,
      `if [ -z "$APART" ]; then APART=1 exec unshare -m "$0" "$@"; fi
mount --bind ${folder}/groups /sys/fs/cgroup
mount --bind ${folder}/own /proc/$$/cgroup`,
    );
    await using node = await startBeam({ erl: program });
    await using remote = await connect(node);
    await test(remote);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the facts are those of the kernel's files", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const seen = await facts(remote);
  const file = (path: string): string =>
    Deno.readTextFileSync(path.replace("self", `${node.pid}`));
  const number = (word: string, text: string): number =>
    Number(new RegExp(`^${word}\\s*(\\d+)`, "m").exec(text)?.[1]);
  const status = file("/proc/self/status");
  assertEquals(seen.threads, number("Threads:", status));
  assertEquals(
    seen.descriptor_limit,
    number("Max open files", file("/proc/self/limits")),
  );
  const rss = 1024 * number("VmRSS:", status);
  assert(Math.abs((seen.rss_bytes ?? 0) - rss) < rss / 5);
  assert((seen.peak_rss_bytes ?? 0) >= (seen.rss_bytes ?? Infinity));
  const open =
    (await Array.fromAsync(Deno.readDir(`/proc/${node.pid}/fd`))).length;
  assert(Math.abs((seen.descriptors ?? 0) - open) <= 1);
  assertEquals(
    seen.machine?.memory_bytes,
    1024 * number("MemTotal:", file("/proc/meminfo")),
  );
  assertEquals(
    `${seen.machine?.processors}`,
    await evaluate(remote, "erlang:system_info(logical_processors_available)"),
  );
  assert((seen.machine?.load_15m ?? -1) >= 0);
  await assertHarmless(remote, getMemoryQuestion, [OS, OS]);
});

Deno.test({
  name: "the lowest limit of the groups that a node is in counts, version 2",
  ignore: !canMount,
  fn: () =>
    withGroups("0::/shop.slice/node.service\n", {
      "cgroup.procs": "",
      "cpu.stat": "",
      "shop.slice/memory.max": "3000000000\n",
      "shop.slice/memory.high": "2000000000\n",
      "shop.slice/memory.current": "1900000000\n",
      "shop.slice/memory.stat": "anon 1\ninactive_file 5000\n",
      "shop.slice/memory.events": "oom 7\noom_kill 2\n",
      "shop.slice/cpu.max": "max 100000\n",
      "shop.slice/node.service/memory.max": "max\n",
      "shop.slice/node.service/memory.high": "max\n",
      "shop.slice/node.service/memory.current": "17\n",
      "shop.slice/node.service/cpu.max": "150000 100000\n",
      "shop.slice/node.service/cpu.stat":
        "usage_usec 1\nnr_periods 40\nnr_throttled 30\nthrottled_usec 4500000\n",
    }, async (remote) => {
      assertEquals((await facts(remote)).cgroup_limits, {
        memory_limit_bytes: 2_000_000_000,
        memory_used_bytes: 1_900_000_000,
        reclaimable_bytes: 5000,
        oom_kills: 2,
        cpu_limit: 1.5,
        periods: 40,
        throttled_periods: 30,
        throttled_ms: 4500,
      });
    }),
});

Deno.test({
  name: "in a container of version 1, what is mounted is the node's own group",
  ignore: !canMount,
  fn: () =>
    withGroups(
      "5:memory:/docker/1234\n4:cpu,cpuacct:/docker/../1234\n1:name=systemd:/x:y\n0::/\n",
      {
        "memory/cgroup.procs": "",
        "memory/memory.limit_in_bytes": "536870912\n",
        "memory/memory.usage_in_bytes": "500000000\n",
        "memory/memory.stat": "inactive_file 1\ntotal_inactive_file 2\n",
        "memory/memory.oom_control": "oom_kill_disable 0\noom_kill 1\n",
        "cpu/cgroup.procs": "",
        "cpu/cpu.cfs_quota_us": "50000\n",
        "cpu/cpu.cfs_period_us": "100000\n",
        "cpu/cpu.stat":
          "nr_periods 4\nnr_throttled 3\nthrottled_time 7000000\n",
      },
      async (remote) => {
        assertEquals((await facts(remote)).cgroup_limits, {
          memory_limit_bytes: 536_870_912,
          memory_used_bytes: 500_000_000,
          reclaimable_bytes: 2,
          oom_kills: 1,
          cpu_limit: 0.5,
          periods: 4,
          throttled_periods: 3,
          throttled_ms: 7,
        });
      },
    ),
});

Deno.test({
  name:
    "groups without limits have none; those that are not mounted are unknown",
  ignore: !canMount,
  fn: async () => {
    const free = {
      "memory/cgroup.procs": "",
      "memory/memory.limit_in_bytes": "9223372036854771712\n",
      "cpu/cgroup.procs": "",
      "cpu/cpu.cfs_quota_us": "-1\n",
      "cpu/cpu.cfs_period_us": "100000\n",
    };
    const own = "2:memory:/\n1:cpu:/\n";
    await withGroups(own, free, async (remote) => {
      assertEquals((await facts(remote)).cgroup_limits, {});
    });
    await withGroups(own, { "other/file": "" }, async (remote) => {
      assertEquals((await facts(remote)).cgroup_limits, undefined);
    });
  },
});

Deno.test("where dirty IO schedulers are all held, nobody waits with them", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const fifo = `${folder}/fifo`;
    await new Deno.Command("mkfifo", { args: [fifo] }).output();
    await using node = await startBeam();
    await using remote = await connect(node);
    await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
    const active = (): Promise<string> =>
      evaluate(
        remote,
        "{lists:last(erlang:statistics(active_tasks_all)), erlang:system_info(dirty_io_schedulers)}",
      );
    await evaluate(
      remote,
      `[spawn(fun() -> file:open("${fifo}", [read, raw]) end) || _ <- lists:seq(1, erlang:system_info(dirty_io_schedulers))]`,
    );
    await eventually(active, "{10,10}");
    assertEquals(await facts(remote), { unavailable: "dirty_io_busy" });
    assertEquals(await active(), "{10,10}");
    await (await Deno.open(fifo, { write: true })).close();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a node without a free descriptor is told to have none", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const program = await erlAfter(folder, "ulimit -n 64");
    await using node = await startBeam({ erl: program });
    await using remote = await connect(node);
    await facts(remote);
    await evaluate(
      remote,
      `begin
         Asker = self(),
         spawn(fun() ->
           Open = fun(Self, All) -> case file:open("/dev/null", [read, raw]) of {ok, F} -> Self(Self, [F | All]); _ -> All end end,
           All = Open(Open, []), Asker ! full, receive stop -> All end
         end),
         receive full -> ok end
       end`,
    );
    const seen = await facts(remote);
    assertEquals(seen.unavailable, "no_descriptors");
    // Counted without one, where the kernel does.
    assert((seen.descriptors ?? 64) >= 64);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
