/**
 * How fast the codec is, against OTP's own and against every npm package, on the
 * same payloads in the same run. They take turns, and the best of each counts,
 * because whatever else the machine does only ever makes them slower.
 *
 * How long a large term takes to encode depends on where the garbage collector
 * has put its parts: by a factor of two, for as long as the term lives. So each
 * turn of either side encodes a term that it has just decoded, as terms on a link
 * are new, and each lot of turns has isolates and an OTP of its own.
 *
 *     deno run -A --config scripts/bench/deno.json scripts/bench/etf.ts [--lots 4] [--rounds 2] [--native]
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
/** Ours too, but `encode()`, whose results keep their memory. */
const FRESH = "fresh";
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

  async time(way: Way, { bytes }: Payload): Promise<number | undefined> {
    const { port1, port2 } = new MessageChannel();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    port1.onmessage = ({ data }) => resolve(data);
    const question: Question = { codec: this.name, way, bytes };
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
  { bytes }: Payload,
): Promise<number | undefined> {
  const answer = await otp.ask(tuple(atom(way), bytes));
  return answer instanceof Float ? answer.value / 1000 : undefined;
}

function startOtp(): TermPipe {
  return new TermPipe(new URL("./etf_otp.escript", import.meta.url));
}

/** Everybody's best so far at one thing. */
class Score {
  readonly way: Way;
  readonly payload: Payload;
  readonly times: Times = new Map();
  #rounds = 0;

  constructor(way: Way, payload: Payload) {
    this.way = way;
    this.payload = payload;
  }

  /** A turn each, but for those that have failed. */
  async round(
    contestants: readonly Contestant[],
    otp: TermPipe,
  ): Promise<void> {
    const { way, payload, times } = this;
    for (const contestant of contestants) {
      if (this.#rounds > 0 && !times.has(contestant.name)) continue;
      this.#keep(contestant.name, await contestant.time(way, payload));
    }
    this.#keep("OTP", await timeOtp(otp, way, payload));
    this.#rounds++;
  }

  #keep(name: string, ms: number | undefined): void {
    if (ms === undefined) return;
    this.times.set(name, Math.min(this.times.get(name) ?? Infinity, ms));
  }
}

/** So many rounds of everything, in new isolates and beside a new OTP. */
async function playLot(
  scores: readonly Score[],
  rounds: number,
): Promise<void> {
  await using otp = startOtp();
  using stack = new DisposableStack();
  const contestants = [OURS, FRESH, ...PEERS].map((name) =>
    stack.use(new Contestant(name))
  );
  for (const score of scores) {
    for (let i = 0; i < rounds; i++) await score.round(contestants, otp);
  }
}

async function makePayloads(): Promise<Payload[]> {
  await using otp = startOtp();
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
  if (other === FRESH) return 0;
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
  string: ["lots", "rounds"],
  boolean: ["native"],
  default: { lots: "4", rounds: "2" },
});
const payloads = await makePayloads();
const native = options.native ? await nativeTimes(payloads) : new Map();
const others = [
  "OTP",
  FRESH,
  ...PEERS,
  ...(native.size > 0 ? ["erlpack"] : []),
];
const names = others.map((name) => name.replace(/.*\//, ""));
const tables = (["decode", "encode"] as const).map((way) => ({
  way,
  scores: payloads.map((payload) => new Score(way, payload)),
}));
for (let lot = 0; lot < Number(options.lots); lot++) {
  const scores = tables.flatMap((table) => table.scores);
  await playLot(scores, Number(options.rounds));
}

console.log("Time of the others as multiples of ours; ! is below its bar.");
for (const { way, scores } of tables) {
  console.log(`\n${line([way, "KiB", "ms", "MB/s", ...names])}`);
  for (const { payload, times } of scores) {
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
