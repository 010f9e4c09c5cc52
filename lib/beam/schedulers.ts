/**
 * How busy the schedulers of a node are, and with what.
 *
 * @module
 */

import { atom, boolean, map, type Term } from "../etf/mod.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Fields,
  readAtom,
  readFields,
  readInteger,
  readKnown,
  readList,
  readTuple,
} from "./read.ts";

/** Arguments of {@linkcode schedulerUse}. */
export interface SchedulerUseArgs {
  /** In ms. */
  readonly windowMs: number;
  /** Whether to have microstates accounted for, which costs the whole node a little. */
  readonly states: boolean;
}

/** The schedulers of one kind. */
export interface SchedulerKind {
  readonly kind: "normal" | "dirty_cpu" | "dirty_io";
  readonly total: number;
  readonly online: number;
  /** Of the online ones, share of the window at work. */
  readonly used_percent: number;
  /** The same of each, in the order of their numbers. */
  readonly each_percent: readonly number[];
  /** Waiting to run, on average over some looks within the window. */
  readonly queue_average: number;
  readonly queue_most: number;
}

/** What threads of one type did: shares of their time, those above 0.1 %. */
export interface ThreadStates {
  /** `scheduler`, `dirty_cpu_scheduler`, `async`, `poll`… */
  readonly type: string;
  readonly percent: Readonly<Record<string, number>>;
}

/** Answer of {@linkcode schedulerUse}. */
export interface SchedulerUse {
  readonly window_ms: number;
  readonly schedulers: readonly SchedulerKind[];
  /** Missing where not asked for, or not built into the emulator. */
  readonly states?: readonly ThreadStates[] | undefined;
  readonly reductions_per_s: number;
  readonly context_switches_per_s: number;
  readonly collections_per_s: number;
  readonly collected_bytes_per_s: number;
  readonly input_bytes_per_s: number;
  readonly output_bytes_per_s: number;
  readonly cost: Cost;
}

/** Looks twice, and a few times at the queues in between. */
export const schedulerUse: Probe<SchedulerUseArgs, SchedulerUse> = defineProbe(
  "get_schedulers",
  {
    encode: ({ windowMs, states }) =>
      map([
        [atom("window_ms"), windowMs],
        [atom("states"), boolean(states)],
      ]),
    waitsMs: ({ windowMs }) => windowMs,
    decode(answer, { cost }): SchedulerUse {
      const fields = readFields(answer);
      const seconds = fields.get("window_us", readInteger) / 1e6;
      const counts = fields.get("counts", readFields);
      const perSecond = (name: string): number =>
        Math.round(counts.get(name, readInteger) / seconds);
      const wordBytes = fields.get("word_bytes", readInteger);
      return {
        window_ms: Math.round(seconds * 1000),
        schedulers: readSchedulers(fields),
        states: fields.get("states", (term) => readKnown(term, readStates)),
        reductions_per_s: perSecond("reductions"),
        context_switches_per_s: perSecond("context_switches"),
        collections_per_s: perSecond("collections"),
        collected_bytes_per_s: perSecond("collected_words") * wordBytes,
        input_bytes_per_s: perSecond("input_bytes"),
        output_bytes_per_s: perSecond("output_bytes"),
        cost,
      };
    },
  },
);

/** Schedulers are numbered through: normal ones, dirty CPU, dirty IO. */
function readSchedulers(fields: Fields): SchedulerKind[] {
  const [normal = 0, online = 0, cpu = 0, cpuOnline = 0, io = 0] = fields.get(
    "sizes",
    readList,
  ).map(readInteger);
  const used = fields.get("wall_time", readList).map(readUse);
  const { looks, waiting } = fields.get("queues", readQueues);
  const kind = (
    name: SchedulerKind["kind"],
    index: number,
    from: number,
    total: number,
    on: number,
  ): SchedulerKind => {
    const each = used.slice(from, from + on);
    const [sum = 0, most = 0] = waiting[index] ?? [];
    const active = each.reduce((all, one) => all + one.active, 0);
    const time = each.reduce((all, one) => all + one.total, 0);
    return {
      kind: name,
      total,
      online: on,
      used_percent: percent(active, time),
      each_percent: each.map((one) => percent(one.active, one.total)),
      queue_average: Math.round(10 * sum / looks) / 10,
      queue_most: most,
    };
  };
  return [
    kind("normal", 0, 0, normal, online),
    kind("dirty_cpu", 1, normal, cpu, cpuOnline),
    kind("dirty_io", 2, normal + cpu, io, io),
  ];
}

/** `{Looks, [{Sum, Most}]}`. */
function readQueues(term: Term): { looks: number; waiting: number[][] } {
  const [looks = term, kinds = term] = readTuple(term, 2);
  return {
    looks: readInteger(looks),
    waiting: readList(kinds).map((pair) => readTuple(pair, 2).map(readInteger)),
  };
}

/** `{Id, Active, Total}`. */
function readUse(term: Term): { active: number; total: number } {
  const [, active = term, total = term] = readTuple(term, 3);
  return { active: readInteger(active), total: readInteger(total) };
}

/** `[{Type, [{State, Time}]}]`. */
function readStates(term: Term): ThreadStates[] {
  return readList(term).map((entry) => {
    const [type = entry, times = entry] = readTuple(entry, 2);
    const states = readFields(times);
    const spent = states.keys().map((name) =>
      [name, states.get(name, readInteger)] as const
    );
    const all = spent.reduce((sum, [, time]) => sum + time, 0);
    const shares = spent.map(([name, time]) =>
      [name, percent(time, all)] as const
    ).filter(([, share]) => share >= 0.1).toSorted(([, a], [, b]) => b - a);
    return { type: readAtom(type), percent: Object.fromEntries(shares) };
  });
}

function percent(part: number, all: number): number {
  return all <= 0 ? 0 : Math.round(1000 * part / all) / 10;
}
