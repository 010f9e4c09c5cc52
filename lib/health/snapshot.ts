/**
 * The snapshot that findings are made from: two looks at a node, in the shapes that the
 * questions of `check_health` read. Other sources, such as a crash dump, have some of its parts.
 *
 * @module
 */

import {
  counted,
  flag,
  identifier,
  integer,
  knownName,
  list,
  mfa,
  name,
  nameOrText,
  number,
  pid,
  record,
  row,
  s,
  Shape,
  shown,
  table,
  type ValueOf,
  words,
} from "../beam/mod.ts";
import { Atom, type Term, Tuple } from "../etf/mod.ts";
import * as z from "zod";

/** A process that another waits for: a pid, a name, or `name@node`. */
const awaited: Shape<string> = new Shape(
  (term: Term, reading) => {
    if (term instanceof Atom) return term.name;
    if (!(term instanceof Tuple)) return pid.read(term, reading);
    const [local, node] = term.elements.map((each) => name.read(each, reading));
    return node === reading.node ? `${local}` : `${local} on ${node}`;
  },
  () => z.string(),
);

/** Kinds of processes, the largest first, and one of each. */
const KINDS = table({
  parent: pid.optional(),
  parent_name: knownName,
  initial_call: mfa,
  current_function: mfa.optional(),
  count: integer,
  pid,
});

/** All processes: see `lib/tools/health/health_processes.erl`. */
export const PROCESSES = record({
  window_ms: integer,
  former_total: integer,
  total: integer,
  new: integer,
  ended: integer,
  spawned: integer.optional(),
  /** Memory of the ETS tables that the looks themselves needed. */
  own_tables: words.optional(),
  /** Of all between the looks, without new ones. */
  reductions: integer.optional(),
  processes: table({
    pid,
    current_function: mfa.optional(),
    status: name,
    mailbox: integer,
    reductions: integer,
    heap_bytes: words,
    binary_bytes: integer,
    former_function: mfa.optional(),
    former_status: name.optional(),
    former_mailbox: integer.optional(),
    former_heap_bytes: words.optional(),
    former_binary_bytes: integer.optional(),
    /** Between the looks, without those that the looks cost; of those with messages in the first. */
    own_reductions: integer.optional(),
    /** Different ones, of those that refer to most bytes. */
    binaries: integer.optional(),
  }),
  waiting: integer,
  awaited: list(
    row({ process: awaited, count: integer, last: awaited, idle: flag }),
  ),
  sending: counted(pid),
  cycles: list(list(awaited)),
  possible_cycles: list(list(awaited)),
  starting: table({
    supervisor: pid,
    pid,
    phase: name,
    registered_name: knownName,
    initial_call: mfa,
    stack: list(mfa),
  }),
  /** Of new ones. */
  kinds: KINDS,
  /** Supervisors without a name that started new ones. */
  nameless: counted(pid).optional(),
  /** Of some of all, where at least half of the limit is in use. */
  crowd: record({ looked_at: integer, kinds: KINDS }).optional(),
  logging: list(pid),
  looks: table({
    pid,
    looks: integer,
    collecting: integer,
    collections: integer,
    most_ms: integer,
    heap_bytes: words.optional(),
    former_used_bytes: words.optional(),
    used_bytes: words.optional(),
  }),
});

/** What the operating system says: see `lib/beam/erl/os_facts.erl`. */
const OS = record({
  unavailable: name.optional(),
  rss_bytes: integer.optional(),
  descriptors: integer.optional(),
  descriptor_limit: integer.optional(),
  machine: record({
    memory_bytes: integer.optional(),
    available_bytes: integer.optional(),
    load_1m: number.optional(),
    processors: integer.optional(),
  }).optional(),
  cgroup_limits: record({
    memory_limit_bytes: integer.optional(),
    memory_used_bytes: integer.optional(),
    reclaimable_bytes: integer.optional(),
    cpu_limit: number.optional(),
    periods: integer.optional(),
    throttled_periods: integer.optional(),
  }).optional(),
});

/** Counters: see `lib/tools/health/health_system.erl`. */
export const SYSTEM = record({
  window_ms: integer,
  uptime_ms: integer,
  limits: table({
    name,
    former_count: integer,
    middle_count: integer,
    count: integer,
    limit: integer,
    growth_per_s: number.optional(),
    shrinks: flag,
  }),
  memory: table({
    name,
    former_bytes: integer,
    bytes: integer,
    growth_per_s: number.optional(),
  }),
  collections: integer,
  collected_bytes: integer,
  schedulers: list(row({
    kind: name,
    online: integer,
    used_percent: number,
    shortest_queue: integer,
    average_queue: number,
  })),
  sleepers: list(row({
    scheduler: integer,
    looks: integer,
    late: integer,
    most_ms: integer,
  })),
  former_os: OS,
  os: OS,
  newest_atoms: s.newestAtoms,
});

const ALLOCATORS = table({
  allocator: name,
  blocks_bytes: integer,
  carriers_bytes: integer,
  used_percent: number,
});

/** Everything besides processes: see `lib/tools/health/health_holders.erl`. */
export const HOLDERS = record({
  window_ms: integer,
  tables: table({
    table: nameOrText,
    name,
    owner: pid,
    former_bytes: words,
    bytes: words,
    former_rows: integer,
    rows: integer,
    binary_bytes: integer.optional(),
  }),
  new_tables: list(row({ owner: pid, count: integer })),
  /** Of all tables. */
  table_owners: list(row({ owner: pid, count: integer })),
  outlets: table({
    owner: pid,
    count: integer,
    looked_at: integer,
    quiet: integer,
    kind: name,
  }),
  queues: list(row({ port: identifier, owner: pid, bytes: integer })),
  former_allocators: ALLOCATORS.optional(),
  allocators: ALLOCATORS,
  handlers: table({
    handler: name,
    pid,
    former_mailbox: integer.optional(),
    mailbox: integer.optional(),
    current_function: mfa.optional(),
    former_mode: name.optional(),
    mode: name.optional(),
  }),
  links: list(row({
    node: name,
    queue_bytes: integer,
    out_bytes: integer,
    former_queue_bytes: integer.optional(),
    former_out_bytes: integer.optional(),
  })),
  unconnected: list(name),
  /** Not connected, and the port mappers of their hosts do not answer. */
  unreachable: list(name).optional(),
  starting: list(row({ application: name, starters: list(pid) })),
  alarms: list(shown),
  mnesia: flag,
  old_code: list(name),
  pools: list(row({ pool: pid, connections: integer, free: integer })),
  /** What of these was not looked at. */
  skipped: list(row({ what: name, count: integer, why: name })).optional(),
});

/** A supervisor that restarted children between the looks. */
export interface Restarts {
  /** Its pid, or its registered name. */
  readonly supervisor: string;
  /** Ids of the children that were restarted. */
  readonly ids: readonly string[];
  /** Children of these, where they are supervisors, that fail. */
  readonly ids_below: readonly string[];
  /** Restarts between the looks. */
  readonly restarts: number;
  /** Time between the looks, in ms. */
  readonly window_ms: number;
  /** Exit reason of the last one, if the caller may see it. */
  readonly last_exit?: string | undefined;
  /** Children that were started, where it is not known whether as restarts: as many as `restarts` crashed. */
  readonly started?: number | undefined;
}

/** Who kept a scheduler to itself: see `lib/tools/health/health_slices.erl`. */
export const SLICES = record({
  asked: integer,
  slices: list(row({
    pid,
    stack: list(mfa),
    times: integer,
    most_ms: integer,
  })),
});

/** What members of a cluster see differently, each time they were asked. */
export interface Views {
  /** Nodes that were asked. */
  readonly members: number;
  /** Pairs of nodes without a connection between them. */
  readonly missing: readonly (readonly [string, string])[];
  /** Names and groups, with the nodes by what they have. */
  readonly names: readonly {
    readonly what: string;
    readonly variants: readonly {
      readonly as: string;
      readonly nodes: readonly string[];
    }[];
  }[];
}

/** A lock of Mnesia that the same process has waited for, for a while. */
export interface LockWait {
  /** The table, or a record of it. */
  readonly table: string;
  /** Who waits for it. */
  readonly waiter: string;
  /** Who has it. */
  readonly holder: string;
}

/** A supervisor that waits for something else than a message. */
export interface HungSupervisor {
  /** Its pid. */
  readonly supervisor: string;
  /** Where it waits. */
  readonly current_function?: string | undefined;
  /** How long it was seen so the first time, in ms. */
  readonly at_least_ms?: number | undefined;
  /** Whether it was so again when the window was over. */
  readonly again: boolean;
}

/** Two looks at a node; parts that could not be looked at are missing. */
export interface Snapshot {
  /** Processes that stand out. */
  readonly processes?: ValueOf<typeof PROCESSES>;
  /** Counts, memory and limits of the node. */
  readonly system?: ValueOf<typeof SYSTEM>;
  /** What processes own: tables, ports, pools. */
  readonly holders?: ValueOf<typeof HOLDERS>;
  /** Supervisors that restarted children. */
  readonly restarts?: readonly Restarts[];
  /** Supervisors that hang. */
  readonly hung?: readonly HungSupervisor[];
  /** Only where a scheduler was held. */
  readonly slices?: ValueOf<typeof SLICES>;
  /** Only where Mnesia runs. */
  readonly locks?: readonly LockWait[];
  /** Only of a node that is connected to others. */
  readonly views?: Views;
  /** Processes that did not answer. */
  readonly silent?: readonly string[];
}

/** A process of a snapshot. */
export type ProcessLook = ValueOf<typeof PROCESSES>["processes"][number];
