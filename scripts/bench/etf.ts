/**
 * How fast the codec is, against OTP's own and against every npm package, on the
 * same payloads in the same run. They take turns, and the best of each counts,
 * because whatever else the machine does only ever makes them slower.
 *
 *     deno run -A --config scripts/bench/deno.json scripts/bench/etf.ts [--rounds 10] [--native]
 *
 * `--native` also builds and times erlpack in Node.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { atom, Float, type Term, Tuple, tuple } from "../../lib/etf/mod.ts";
import { TermPipe } from "../../tests/support/term_pipe.ts";
import { PEERS } from "./etf_peers.ts";
import type { Question } from "./etf_worker.ts";

const OURS = "beamtap";
const OTP_BAR = 0.6;
const OTP_BAR_FOR_PROCESS_INFO = 1.5;
const PEER_BAR = { decode: 3, encode: 2 };
/** Payloads in which most bytes are structure. */
const STRUCTURED = new Set(["process_info", "nested_maps", "json_maps"]);

type Way = Question["way"];

interface Payload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds by codec; none where a codec failed. */
type Times = Map<string, number>;

/** A codec of npm, or ours, in an isolate of its own. */
class Contestant implements Disposable {
  readonly name: string;
  readonly #worker: Worker;

  constructor(name: string) {
    this.name = name;
    const url = new URL("./etf_worker.ts", import.meta.url);
    this.#worker = new Worker(url, { type: "module" });
  }

  async time(way: Way, { name, bytes }: Payload): Promise<number | undefined> {
    const { port1, port2 } = new MessageChannel();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    port1.onmessage = ({ data }) => resolve(data);
    const question: Question = { codec: this.name, way, payload: name, bytes };
    this.#worker.postMessage(question, [port2]);
    const answer = await promise;
    port1.close();
    return typeof answer === "number" ? answer : undefined;
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }
}

/** OTP's own codec. */
async function timeOtp(
  otp: TermPipe,
  way: Way,
  { name, bytes }: Payload,
): Promise<number | undefined> {
  const what = way === "decode" ? bytes : new TextEncoder().encode(name);
  const answer = await otp.ask(tuple(atom(way), what));
  return answer instanceof Float ? answer.value / 1000 : undefined;
}

async function measure(
  way: Way,
  contestants: readonly Contestant[],
  otp: TermPipe,
  payload: Payload,
  rounds: number,
): Promise<Times> {
  const times: Times = new Map();
  const keep = (name: string, ms: number | undefined): void => {
    if (ms === undefined) return;
    times.set(name, Math.min(times.get(name) ?? Infinity, ms));
  };
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      if (round > 0 && !times.has(contestant.name)) continue;
      keep(contestant.name, await contestant.time(way, payload));
    }
    keep("OTP", await timeOtp(otp, way, payload));
  }
  return times;
}

async function payloadsOf(otp: TermPipe): Promise<Payload[]> {
  const answer = await otp.ask(atom("payloads"));
  const items = Array.isArray(answer) ? answer : [];
  return items.flatMap((item: Term) => {
    const [name, bytes] = item instanceof Tuple ? item.elements : [];
    return name instanceof Uint8Array && bytes instanceof Uint8Array
      ? [{ name: new TextDecoder().decode(name), bytes }]
      : [];
  });
}

/** Times of native erlpack by payload and way; empty if it cannot be had. */
async function nativeTimes(
  payloads: readonly Payload[],
): Promise<Map<string, number | null>> {
  const folder = await Deno.makeTempDir({ prefix: "etf-bench-" });
  try {
    await run("npm", [
      "install",
      "--silent",
      "--prefix",
      folder,
      "erlpack@0.1.4",
    ]);
    const files = payloads.map(({ name }) => `${folder}/${name}`);
    for (const [i, { bytes }] of payloads.entries()) {
      await Deno.writeFile(files[i] ?? "", bytes);
    }
    const script = decodeURIComponent(
      new URL("./etf_erlpack.cjs", import.meta.url).pathname,
    );
    const times: Record<string, [number | null, number | null]> = JSON.parse(
      (await run("node", [script, folder, ...files])).trim().split("\n").at(
        -1,
      ) ??
        "",
    );
    return new Map(
      payloads.flatMap(({ name }, i) => {
        const [decoding = null, encoding = null] = times[files[i] ?? ""] ?? [];
        return [[`decode ${name}`, decoding], [`encode ${name}`, encoding]];
      }),
    );
  } catch (error) {
    console.error(`erlpack left out: ${error}`);
    return new Map();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(command: string, args: string[]): Promise<string> {
  const { success, stdout } = await new Deno.Command(command, {
    args,
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`${command} failed`);
  return new TextDecoder().decode(stdout);
}

function barOf(way: Way, other: string, payload: string): number {
  if (other === "OTP") {
    return way === "decode" && payload === "process_info"
      ? OTP_BAR_FOR_PROCESS_INFO
      : OTP_BAR;
  }
  return way === "encode" || STRUCTURED.has(payload) ? PEER_BAR[way] : 0;
}

/** How many times as long as ours the other takes; `!` if that is below the bar. */
function ratioOf(
  way: Way,
  payload: string,
  times: Times,
  other: string,
): string {
  const ours = times.get(OURS) ?? NaN;
  const theirs = times.get(other);
  if (theirs === undefined) return "fails";
  const ratio = theirs / ours;
  const mark = ratio < barOf(way, other, payload) ? "!" : "";
  return `${mark}${ratio.toFixed(ratio < 100 ? 2 : 0)}x`;
}

function line(cells: readonly string[]): string {
  const [first = "", ...rest] = cells;
  return first.padEnd(14) + rest.map((cell) => cell.padStart(10)).join("");
}

const options = parseArgs(Deno.args, {
  string: ["rounds"],
  boolean: ["native"],
  default: { rounds: "10" },
});
await using otp = new TermPipe(new URL("./etf_otp.escript", import.meta.url));
const payloads = await payloadsOf(otp);
const contestants = [OURS, ...PEERS].map((name) => new Contestant(name));
const native = options.native ? await nativeTimes(payloads) : new Map();
const others = ["OTP", ...PEERS, ...(native.size > 0 ? ["erlpack"] : [])];

console.log("Time of the others as multiples of ours; ! is below its bar.");
for (const way of ["decode", "encode"] as const) {
  const names = others.map((name) => name.replace(/.*\//, ""));
  console.log(`\n${line([way, "KiB", "ms", "MB/s", ...names])}`);
  for (const payload of payloads) {
    const rounds = Number(options.rounds);
    const times = await measure(way, contestants, otp, payload, rounds);
    const erlpack = native.get(`${way} ${payload.name}`);
    if (typeof erlpack === "number") times.set("erlpack", erlpack);
    const ours = times.get(OURS) ?? NaN;
    const size = payload.bytes.length;
    const ratios = others.map((name) =>
      ratioOf(way, payload.name, times, name)
    );
    const figures = [
      (size / 1024).toFixed(0),
      ours.toFixed(ours < 0.01 ? 5 : 3),
      (size / ours / 1000).toFixed(0),
    ];
    console.log(line([payload.name, ...figures, ...ratios]));
  }
}
for (const contestant of contestants) contestant[Symbol.dispose]();
