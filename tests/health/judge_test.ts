import { assert, assertEquals } from "@std/assert";
import IDLE from "../fixtures/health/idle.json" with { type: "json" };
import {
  judge,
  leaveOut,
  type ProcessLook,
  type Snapshot,
} from "../../lib/health/mod.ts";

/** An idle node of OTP 25, as it was recorded. */
const idle: Snapshot = IDLE;
const { processes, system, holders } = IDLE;

function assertMatch(actual: string | undefined, expected: RegExp): void {
  assert(actual !== undefined && expected.test(actual), actual);
}

/** A process that does nothing. */
const still: ProcessLook = {
  pid: "<0.100.0>",
  status: "waiting",
  mailbox: 0,
  reductions: 0,
  heap_bytes: 2000,
  binary_bytes: 0,
  former_status: "waiting",
  former_mailbox: 0,
  former_heap_bytes: 2000,
  former_binary_bytes: 0,
};

function withProcesses(...rows: Partial<ProcessLook>[]): Snapshot {
  const all = rows.map((row) => ({ ...still, ...row }));
  return { ...idle, processes: { ...processes, processes: all } };
}

function kinds(
  snapshot: Snapshot,
  options: Parameters<typeof judge>[1] = {},
): string[] {
  return judge(snapshot, options)
    .map(({ severity, finding }) => `${severity} ${finding}`);
}

Deno.test("an idle node has no findings", () => {
  assertEquals(judge(idle), []);
});

Deno.test("parts that are missing cost only the findings that need them", () => {
  assertEquals(judge({}), []);
  const loop = {
    supervisor: "<0.50.0>",
    ids: ["worker"],
    ids_below: [],
    restarts: 20,
    window_ms: 1000,
  };
  assertEquals(kinds({ restarts: [loop] }), ["critical restart_loop"]);
});

Deno.test("children that crash are probably restarted where as many are started, and perhaps where more are", () => {
  const look = {
    ...{ supervisor: "<0.50.0>", ids: [], ids_below: [] },
    ...{ restarts: 20, window_ms: 1000 },
  };
  assertEquals(kinds({ restarts: [{ ...look, started: 21 }] }), [
    "warning restart_loop",
  ]);
  assertEquals(kinds({ restarts: [{ ...look, started: 400 }] }), [
    "notice restart_loop",
  ]);
});

Deno.test("a node that is not connected is a warning if it lives, and a notice if its host does not say", () => {
  const seen = { ...holders, unconnected: ["a@h"], unreachable: ["b@i"] };
  assertEquals(kinds({ holders: seen }), [
    "warning unconnected_node",
    "notice unconnected_node",
  ]);
});

Deno.test("a mailbox is a finding where it is long in both looks", () => {
  const now = { mailbox: 5000, reductions: 50_000 };
  assertEquals(kinds(withProcesses({ ...now, former_mailbox: 3000 })), [
    "critical mailbox_growth",
  ]);
  // One busy second; one that drains; one that the first look does not know.
  assertEquals(kinds(withProcesses({ ...now, former_mailbox: 10 })), []);
  assertEquals(
    kinds(withProcesses({ ...now, mailbox: 10, former_mailbox: 5000 })),
    [],
  );
  assertEquals(
    kinds(withProcesses({ ...now, former_mailbox: undefined })),
    [],
  );
});

Deno.test("a long mailbox that stays is a selective receive if its owner works, and stuck if it does nothing", () => {
  const long = { mailbox: 200_000, former_mailbox: 200_000 };
  assertEquals(
    kinds(withProcesses({ ...long, status: "running", reductions: 10 ** 7 })),
    ["critical selective_receive"],
  );
  assertEquals(kinds(withProcesses(long)), ["critical stuck_process"]);
  // A look has it take in what was on its way.
  assertEquals(
    kinds(withProcesses({ ...long, reductions: 66_000, own_reductions: 1 })),
    ["critical stuck_process"],
  );
  const suspended = { status: "suspended", former_status: "suspended" };
  assertEquals(kinds(withProcesses({ ...long, ...suspended })), [
    "critical suspended_process",
  ]);
});

Deno.test("a slow process is told from one that is stuck, and from one that searches", () => {
  const sleeps = {
    current_function: "timer:sleep/1",
    former_function: "timer:sleep/1",
  };
  const slow = {
    ...sleeps,
    former_mailbox: 6000,
    mailbox: 6100,
    reductions: 42,
    own_reductions: 8,
  };
  const [finding, ...others] = judge(withProcesses(slow));
  assertEquals(others, []);
  assertEquals(finding?.finding, "mailbox_growth");
  assertMatch(
    finding?.what,
    /6100 messages.*39.7 messages\/s.*at most 8/,
  );
  assertMatch(finding?.cause, /was in timer:sleep\/1 in both looks/);
  assertEquals(kinds(withProcesses({ ...slow, own_reductions: 2 })), [
    "critical stuck_process",
  ]);
  // It is looked at while it is about to run, or works on something else.
  for (
    const more of [
      { status: "runnable" },
      { status: "running", own_reductions: 10_000 },
      { own_reductions: 10 ** 7 },
    ]
  ) {
    assertEquals(kinds(withProcesses({ ...slow, ...more })), [
      "critical mailbox_growth",
    ]);
  }
  const own = { current_function: "m:gate/1", former_function: "m:gate/1" };
  assertEquals(
    kinds(withProcesses({
      ...{ ...slow, ...own, mailbox: 6005 },
      own_reductions: 10 ** 6,
    })),
    ["critical selective_receive"],
  );
});

Deno.test("who works through a long mailbox is not said to search it", () => {
  const busy = {
    current_function: "m:crunch/1",
    former_function: "m:crunch/1",
    status: "running",
    own_reductions: 10 ** 9,
  };
  const cause = (mailbox: number, former_mailbox: number) => {
    const [finding] = judge(
      withProcesses({ ...busy, mailbox, former_mailbox }),
    );
    assertEquals(finding?.finding, "mailbox_growth");
    return finding?.cause;
  };
  assertMatch(cause(60_000, 60_500), /now takes more than arrive/);
  assertMatch(cause(60_500, 60_000), /more slowly .*or searches/);
});

Deno.test("a mailbox that grows does not become less severe, and tells length and growth", () => {
  for (const mailbox of [1100, 3000, 61_000, 10 ** 6]) {
    for (const grown of [1, 100]) {
      const row = { mailbox, former_mailbox: mailbox - grown, reductions: 500 };
      const [finding] = judge(withProcesses(row));
      assertEquals(finding?.severity, "critical");
      assertMatch(
        finding?.what,
        new RegExp(`${mailbox} messages wait.*growing by [\\d.]+ messages/s`),
      );
    }
  }
  assertEquals(
    kinds(withProcesses({
      mailbox: 5000,
      former_mailbox: 5500,
      reductions: 500,
    })),
    ["warning mailbox_growth"],
  );
});

Deno.test("reductions alone, heaps and small mailboxes are no findings", () => {
  assertEquals(
    kinds(withProcesses(
      { reductions: 10 ** 9, status: "running", former_status: "running" },
      { pid: "<0.101.0>", heap_bytes: 10 ** 9, former_heap_bytes: 10 ** 9 },
      { pid: "<0.102.0>", mailbox: 40, former_mailbox: 30 },
    )),
    [],
  );
});

Deno.test("binaries are a leak where they are many, and many times the heap", () => {
  const held = { binary_bytes: 10 ** 8, former_binary_bytes: 8 * 10 ** 7 };
  assertEquals(kinds(withProcesses(held)), ["warning binary_leak"]);
  assertEquals(kinds(withProcesses({ ...held, heap_bytes: 5 * 10 ** 7 })), []);
  // A process that works on one.
  assertEquals(kinds(withProcesses({ ...held, binaries: 9 })), []);
  assertEquals(kinds(withProcesses({ ...held, binaries: 10 })), [
    "warning binary_leak",
  ]);
});

Deno.test("an allocator is fragmented where much is unused, and most, in both looks", () => {
  const MB = 2 ** 20;
  const row = (carriers_bytes: number, blocks_bytes: number) => ({
    allocator: "binary_alloc",
    blocks_bytes,
    carriers_bytes,
    used_percent: 100 * blocks_bytes / carriers_bytes,
  });
  const at = (
    now: ReturnType<typeof row>,
    former?: typeof now,
  ): string[] =>
    kinds({
      ...idle,
      holders: {
        ...holders,
        ...former && { former_allocators: [former] },
        allocators: [now],
      },
    });
  const fragmented = row(200 * MB, 20 * MB);
  assertEquals(at(fragmented), ["warning fragmentation"]);
  assertEquals(at(fragmented, fragmented), ["warning fragmentation"]);
  assertEquals(at(fragmented, row(200 * MB, 120 * MB)), []);
  assertEquals(at(fragmented, row(50 * MB, 5 * MB)), []);
  assertEquals(at(row(50 * MB, 5 * MB)), []);
  assertEquals(at(row(1000 * MB, 600 * MB)), []);
});

Deno.test("a table that grows is a finding at any length, though its binaries are counted in short ones alone", () => {
  const at = (
    rows: number,
    ownPerS: number,
    counted: boolean,
    held: { binary_bytes?: number; former_binary_bytes?: number } = {},
  ): Snapshot => ({
    ...withProcesses(held),
    system: {
      ...system,
      memory: [{
        name: "binary",
        former_bytes: 10 ** 8,
        bytes: 10 ** 8 + 550_000,
        growth_per_s: 220_000,
      }],
    },
    holders: {
      ...holders,
      window_ms: 2500,
      tables: [{
        table: "t",
        name: "t",
        owner: "<0.100.0>",
        former_bytes: 140 * rows,
        bytes: 140 * rows + 2.5 * ownPerS,
        former_rows: rows,
        rows: rows + 2250,
        ...counted && { binary_bytes: 244 * (rows + 2250) },
      }],
    },
  });
  const growth = ["warning table_growth"];
  assertEquals(kinds(at(17_000, 126_000, true)), growth);
  for (const rows of [17_000, 430_000, 790_000]) {
    assertEquals(kinds(at(rows, 126_000, false)), growth);
  }
  assertMatch(
    judge(at(430_000, 126_000, false))[0]?.what,
    /0.1 MiB\/s, 900 rows\/s, and up to 0.2 MiB\/s of binaries/,
  );
  // Binaries that a process has come to hold, and a table that hardly grows itself.
  const held = { binary_bytes: 5_550_000, former_binary_bytes: 5_000_000 };
  assertEquals(kinds(at(430_000, 126_000, false, held)), []);
  assertEquals(kinds(at(430_000, 20_000, false)), []);
});

Deno.test("collections that take long on a machine without a free processor wake nobody, unless the heap is very large", () => {
  const severities = (load_1m: number, heap_bytes: number): string[] => {
    const machine = { load_1m, processors: 2 };
    const look = {
      ...{ pid: "<0.100.0>", heap_bytes, looks: 30, collecting: 12 },
      ...{ collections: 9, most_ms: 400 },
    };
    return kinds({
      ...idle,
      system: { ...system, os: { ...system.os, machine } },
      processes: { ...processes, looks: [look] },
    });
  };
  assertEquals(severities(2, 100e6), ["warning long_gc"]);
  assertEquals(severities(20, 100e6), ["notice long_gc"]);
  assertEquals(severities(20, 400e6), ["warning long_gc"]);
});

Deno.test("memory of processes that grows, though none of them does, is a notice", () => {
  const grows = (heap_bytes: number): Snapshot => ({
    ...idle,
    processes: {
      ...processes,
      processes: [{
        ...{ pid: "<0.100.0>", status: "waiting", mailbox: 0, reductions: 0 },
        ...{ heap_bytes, former_heap_bytes: 10 ** 6, binary_bytes: 0 },
      }],
    },
    system: {
      ...system,
      ...{ uptime_ms: 10 ** 7, window_ms: 1000 },
      memory: [{
        ...{ name: "processes", former_bytes: 10 ** 7, bytes: 2 * 10 ** 7 },
        growth_per_s: 10 ** 7,
      }],
    },
  });
  assertEquals(kinds(grows(10 ** 6)), ["notice memory_growth"]);
  assertEquals(kinds(grows(5 * 10 ** 7)), ["warning memory_growth"]);
});

Deno.test("tables that the looks need are no growth", () => {
  const at = (own_tables: number): Snapshot => ({
    ...idle,
    processes: { ...processes, own_tables },
    system: {
      ...system,
      window_ms: 1000,
      memory: [{
        ...{ name: "ets", former_bytes: 10 ** 6, bytes: 13 * 10 ** 6 },
        growth_per_s: 11_900_000,
      }],
    },
  });
  assertEquals(kinds(at(16 * 10 ** 6)), []);
  // Others' tables grew as well.
  assertEquals(kinds(at(4 * 10 ** 6)), ["notice memory_growth"]);
  assertEquals(judge(at(4 * 10 ** 6))[0]?.measured[0]?.growth_rate, 7_900_000);
});

Deno.test("a table of the emulator is a finding where it is nearly full, or grows fast and is full soon", () => {
  const at = (
    count: number,
    growth_per_s?: number,
    more: { former_count?: number; middle_count?: number; shrinks?: boolean } =
      {},
  ): Snapshot => ({
    ...idle,
    system: {
      ...system,
      limits: [{
        name: "processes",
        former_count: count,
        middle_count: count,
        count,
        limit: 100_000,
        growth_per_s,
        shrinks: false,
        ...more,
      }],
    },
  });
  assertEquals(kinds(at(85_000)), ["warning processes_nearly_full"]);
  assertEquals(kinds(at(97_000)), ["critical processes_nearly_full"]);
  assertEquals(kinds(at(97_000, 20)), ["critical process_leak"]);
  assertEquals(kinds(at(10_000, 500)), ["critical process_leak"]);
  assertEquals(kinds(at(10_000, 20)), []);
  assertEquals(kinds(at(50_000)), []);
  // In bursts: in both halves, in one alone, and with some that end between them.
  const bursts = { former_count: 9000, middle_count: 9500 };
  assertEquals(kinds(at(10_000, undefined, bursts)), ["critical process_leak"]);
  assertEquals(
    kinds(at(10_000, undefined, { ...bursts, middle_count: 9000 })),
    [],
  );
  assertEquals(kinds(at(10_000, undefined, { ...bursts, shrinks: true })), []);
});

Deno.test("a table that is nearly full and does not grow is no leak, and who has most of it is named", () => {
  const full = (
    name: string,
    kind: { parent?: string; initial_call: string },
  ): Snapshot => ({
    ...idle,
    processes: {
      ...processes,
      former_total: 980,
      total: 980,
      crowd: {
        looked_at: 980,
        kinds: [
          { pid: "<0.200.0>", count: 930, ...kind },
          { pid: "<0.201.0>", count: 10, initial_call: "m:few/1" },
        ],
      },
    },
    system: {
      ...system,
      limits: [{
        name,
        former_count: 996,
        middle_count: 993,
        count: 990,
        limit: 1000,
        shrinks: false,
      }],
    },
    holders: {
      ...holders,
      table_owners: [{ owner: "<0.300.0>", count: 900 }],
    },
  });
  const spawned = { parent: "<0.100.0>", initial_call: "erlang:apply/2" };
  const [finding] = judge(full("processes", spawned));
  assertEquals(finding?.finding, "processes_nearly_full");
  assertEquals(finding?.suspects.map(({ process }) => process), [
    "<0.100.0>",
    "<0.200.0>",
  ]);
  assertMatch(finding?.suspects[1]?.role, /^one of 930 of 980 looked at/);
  assertEquals(finding?.measured[0]?.last, 980);
  assert(finding && !/never|request/.test(finding.cause), finding?.cause);
  const next = (kind: { parent?: string; initial_call: string }) =>
    judge(full("processes", kind))[0]?.next.arguments;
  assertEquals(next(spawned), { by: "spawner" });
  assertEquals(next({ initial_call: "m:f/1" }), { by: "initial_call" });
  assertEquals(next({ initial_call: "erlang:apply/2" }), {
    by: "current_function",
  });
  // More tables than the limit can be made.
  const [tables] = judge(full("ets_tables", spawned));
  assertEquals(tables?.severity, "warning");
  assertEquals(tables?.next.arguments, { process: "<0.300.0>" });
});

Deno.test("schedulers are a finding where dirty ones are all taken, not where a queue is short", () => {
  const at = (
    kind: string,
    used_percent: number,
    shortest: number,
  ): Snapshot => ({
    ...idle,
    system: {
      ...system,
      schedulers: [{
        kind,
        online: 4,
        used_percent,
        shortest_queue: shortest,
        average_queue: shortest,
      }],
    },
  });
  assertEquals(kinds(at("dirty_io", 100, 3)), ["critical dirty_schedulers"]);
  assertEquals(kinds(at("dirty_io", 100, 0)), []);
  assertEquals(kinds(at("normal", 100, 4)), []);
  assertEquals(kinds(at("normal", 100, 40)), ["notice cpu_overload"]);
});

Deno.test("a process that works in both looks and takes most of a scheduler is a notice, whatever else works", () => {
  const works = { status: "running", former_status: "running" };
  const at = (
    row: Partial<ProcessLook>,
    reductions = 10 ** 8,
    used_percent = 45,
  ): Snapshot => {
    const { processes, ...rest } = withProcesses({
      ...works,
      ...{ reductions: 9 * 10 ** 7, current_function: "m:spin/1" },
      ...row,
    });
    return {
      ...rest,
      ...processes && { processes: { ...processes, reductions } },
      system: {
        ...system,
        schedulers: [{
          ...{ kind: "normal", online: 2, used_percent },
          ...{ shortest_queue: 0, average_queue: 0 },
        }],
      },
    };
  };
  assertEquals(kinds(at({})), ["notice busy_process"]);
  assertMatch(judge(at({}))[0]?.what, /about 81 % of a scheduler, in m:spin/);
  // It waited in a look; others do as much; the schedulers are hardly used.
  assertEquals(kinds(at({ former_status: "waiting" })), []);
  assertEquals(kinds(at({ former_status: undefined })), []);
  assertEquals(kinds(at({}, 2 * 10 ** 8)), []);
  assertEquals(kinds(at({}, 10 ** 8, 20)), []);
  // Another finding says more.
  const long = { mailbox: 5000, former_mailbox: 5000 };
  assertEquals(kinds(at(long)), ["critical selective_receive"]);
});

Deno.test("a scheduler that is held is critical only from the threshold on", () => {
  const held = (most_ms: number): Snapshot => ({
    ...idle,
    slices: {
      slices: [{ pid: "<0.100.0>", times: 2, most_ms, stack: ["m:f/0"] }],
      asked: 40,
    },
  });
  assertEquals(kinds(held(210)), ["critical held_scheduler"]);
  assertEquals(kinds(held(190)), ["warning held_scheduler"]);
  assertEquals(kinds(held(90)), []);
});

Deno.test("the operating system's limits are findings: memory of the container, descriptors, CPU held back", () => {
  const at = (os: typeof system.os & object): Snapshot => ({
    ...idle,
    system: { ...system, os },
  });
  const group = (used: number): Snapshot =>
    at({
      ...system.os,
      cgroup_limits: { memory_limit_bytes: 1000, memory_used_bytes: used },
    });
  assertEquals(kinds(group(960)), ["critical os_memory"]);
  assertEquals(kinds(group(800)), []);
  assertEquals(
    kinds(at({ ...system.os, descriptors: 950, descriptor_limit: 1000 })),
    ["critical descriptors"],
  );
  assertEquals(
    kinds(at({
      ...system.os,
      cgroup_limits: { periods: 100, throttled_periods: 90, cpu_limit: 1 },
    })),
    ["notice cpu_throttled"],
  );
});

Deno.test("a log handler is flooded where events wait in both looks, or its mode says so", () => {
  const at = (
    former_mailbox: number,
    mailbox: number,
    mode = "async",
  ): Snapshot => ({
    ...idle,
    holders: {
      ...holders,
      handlers: [{
        handler: "default",
        pid: "<0.60.0>",
        former_mailbox,
        mailbox,
        former_mode: mode,
        mode,
      }],
    },
  });
  assertEquals(kinds(at(50, 60)), ["warning log_flood"]);
  assertEquals(kinds(at(0, 0, "drop")), ["warning log_flood"]);
  assertEquals(kinds(at(50, 0)), []);
});

Deno.test("the worst comes first, and of one culprit what says most", () => {
  const snapshot: Snapshot = {
    ...withProcesses(
      { binary_bytes: 10 ** 8, former_binary_bytes: 10 ** 8 },
      { pid: "<0.101.0>", mailbox: 5000, former_mailbox: 1500 },
    ),
    system: {
      ...system,
      memory: [{
        name: "binary",
        former_bytes: 10 ** 8,
        bytes: 2 * 10 ** 8,
        growth_per_s: 4 * 10 ** 7,
      }],
    },
  };
  assertEquals(kinds(snapshot), [
    "critical stuck_process",
    "warning binary_leak",
  ]);
});

Deno.test("focus and thresholds narrow what is found", () => {
  const snapshot = withProcesses(
    { binary_bytes: 10 ** 8, former_binary_bytes: 10 ** 8 },
    { pid: "<0.101.0>", mailbox: 5000, former_mailbox: 4000, reductions: 9999 },
  );
  assertEquals(kinds(snapshot).length, 2);
  assertEquals(kinds(snapshot, { focus: ["stuck"] }), [
    "critical mailbox_growth",
  ]);
  assertEquals(
    kinds(snapshot, { thresholds: { mailbox: 10_000, binary_bytes: 10 ** 9 } }),
    [],
  );
});

Deno.test("what is ignored is counted, and what matches nothing is told", () => {
  const about = (finding: string, process: string, more = {}) => ({
    finding,
    suspects: [{ process, ...more }],
  });
  const all = [
    about("binary_leak", "<0.100.0>", { application: "shop" }),
    about("mailbox_growth", "<0.101.0>", { name: "cart" }),
    about("mailbox_growth", "<0.102.0>"),
  ];
  const left = (...ignore: string[]) =>
    leaveOut(all, ignore).left.map(({ suspects: [first] }) => first?.process);
  assertEquals(left("shop"), ["<0.101.0>", "<0.102.0>"]);
  assertEquals(left("cart", "<0.100.0>"), ["<0.102.0>"]);
  assertEquals(left("car", "mailbox"), ["<0.100.0>", "<0.101.0>", "<0.102.0>"]);
  const { ignored, nothing } = leaveOut(all, ["mailbox_growth", "cart", "x"]);
  assertEquals(ignored, [{ entry: "mailbox_growth", findings: 2 }, {
    entry: "cart",
    findings: 1,
  }]);
  assertEquals(nothing, ["x"]);
});

Deno.test("every finding has a culprit, a cause and a call to make next", () => {
  const [finding] = judge(
    withProcesses({ mailbox: 5000, former_mailbox: 3000, reductions: 9999 }),
  );
  assertEquals(finding?.suspects[0]?.process, "<0.100.0>");
  assert(finding !== undefined && finding.cause !== "");
  assertEquals(finding.next.tool, "get_senders");
});

Deno.test("the call to make next is one that the caller may make, and what a scope would add is said", () => {
  const may = () => false;
  const long = { mailbox: 5000, reductions: 9999 };
  for (const former_mailbox of [3000, 5000]) {
    const snapshot = withProcesses({ ...long, former_mailbox });
    const [all] = judge(snapshot);
    const [looks] = judge(snapshot, { may });
    assertEquals(all?.next.arguments, { process: "<0.100.0>" });
    assertEquals(looks?.next.tool, "get_process");
    assertMatch(looks?.cause, /who sends to it needs --allow trace$/);
    assert(!all?.cause.includes("--allow"));
  }
  const slices = [{ pid: "<0.100.0>", times: 2, most_ms: 210, stack: [] }];
  const held = { ...idle, slices: { slices, asked: 40 } };
  assertEquals(judge(held)[0]?.next.tool, "watch_system");
  assertEquals(judge(held, { may })[0]?.next.tool, "get_process");
  const loop = {
    ...{ supervisor: "<0.50.0>", ids: ["worker"], ids_below: [] },
    ...{ restarts: 20, window_ms: 1000 },
  };
  const restarts = (last_exit?: string, options = {}) =>
    judge({ restarts: [{ ...loop, last_exit }] }, options)[0]?.what;
  assertMatch(restarts("killed", { may }), /the last exit was killed$/);
  assertMatch(restarts(undefined, { may }), /needs --allow data$/);
  assertMatch(restarts(), /times a second$/);
});

Deno.test("a single look has no growth, and says nothing of another look", () => {
  const once = (row: Partial<ProcessLook>): Snapshot => {
    const { former_mailbox: _, former_status: _status, ...rest } = still;
    const processes = { ...idle.processes, window_ms: 0 };
    const all = [{ ...rest, ...row }];
    return { ...idle, processes: { ...processes, processes: all } } as Snapshot;
  };
  const [long, ...others] = judge(
    once({ mailbox: 5000, reductions: 1e6, current_function: "m:loop/1" }),
  );
  assertEquals(others, []);
  assertEquals(long?.finding, "long_mailbox");
  assertEquals(long?.what, "5000 messages wait in its mailbox");
  assertMatch(long?.cause, /it was in m:loop\/1$/);
  assertEquals(long?.measured, [
    { what: "mailbox (queue)", last: 5000, unit: "messages" },
  ]);
  // A process that was never put to work is not stuck for that.
  assertEquals(judge(once({ mailbox: 60, reductions: 0 })), []);
});
