/**
 * Damaged crash dumps of real nodes by the hundred thousand: each gives a partial answer
 * or a clear error, in bounded time and memory.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { makeDump } from "../../tests/dump/real.ts";
import {
  cuts,
  type Damaged,
  damages,
  examine,
  trimmed,
} from "../../tests/support/damaged_dumps.ts";
import { randomSource } from "../../tests/support/random.ts";
import { INSTALLED, setUpReleases } from "./dist/releases.ts";

const HELP = `scripts/soak dump [OPTION]…
  --dumps N        damaged dumps to read, of all releases together (default 200000)
  --otp 25,27,29   the releases that make the dumps (scripts/soaks/otp; needs root); else the one installed
  --seed N         repeats an earlier run (default: another one each time)`;

/** Maximum time for one dump of at most 1 MB, in ms; other load on the machine counts too. */
const MAX_MS = 10_000;
/** Maximum resident memory, in MB: of the program, its dumps and V8's garbage. */
const MAX_MB = 600;
const REPORT = 10_000;

const options = parseArgs(Deno.args, {
  string: ["dumps", "otp", "seed"],
  boolean: ["help"],
});
if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const count = Number(options.dumps ?? 200_000);
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];

/** How a node ends: with messages, large terms, other nodes' pids, tables and ports. */
const ENDS = [
  `Holder = spawn_link(fun() ->
     put('$initial_call', {holder, init, 1}),
     put(key, {value, #{a => [1, 2.5, -3], b => <<"text">>}, maps:from_list([{I, I} || I <- lists:seq(1, 99)])}),
     receive never -> ok end
   end),
   register(holder, Holder),
   Big = binary:copy(<<"0123456789">>, 100),
   [Holder ! {message, N, lists:seq(1, N), Big, binary:part(Big, N, 50), 1 bsl 70, fun() -> N end, make_ref(), 'a b'}
    || N <- lists:seq(1, 30)],
   ets:new(table, [named_table, public]), ets:insert(table, {1, a}), open_port({spawn, "cat"}, []),
   timer:sleep(50), erlang:halt("damaged\\nslogan")`,
  `process_flag(save_calls, 5), [spawn_link(fun() -> receive never -> ok end end) || _ <- lists:seq(1, 300)],
   persistent_term:put({mine, 1}, {value, "text"}), timer:sleep(50), os:cmd("kill -USR1 " ++ os:getpid()),
   timer:sleep(60000)`,
];

const bases: { readonly name: string; readonly bytes: Uint8Array }[] = [];
for (const release of releases) {
  for (const [i, end] of ENDS.entries()) {
    await using made = await makeDump(end, { erl: release.erl });
    const bytes = trimmed(await Deno.readFile(made.path), 8);
    bases.push({ name: `${release.name}, end ${i + 1}`, bytes });
  }
}
console.log(
  `seed ${seed}, ${bases.length} dumps of ${
    bases.map(({ bytes }) => `${bytes.length >> 10} KiB`).join(", ")
  }`,
);

const outcomes = { refused: 0, noted: 0, whole: 0 };
let done = 0;
let slowest = 0;
let failures = 0;
for (const [i, { name, bytes }] of bases.entries()) {
  const share = Math.ceil(count / bases.length);
  for (const damaged of all(bytes, seed + i).take(share)) {
    await read(name, damaged, seed + done);
    if (++done % REPORT === 0) await report();
  }
}
await report();
if (failures > 0) Deno.exit(1);

/** The base cut everywhere, then damaged by chance. */
function* all(bytes: Uint8Array, start: number): Generator<Damaged> {
  yield* cuts(bytes);
  yield* damages(bytes, start);
}

async function read(
  name: string,
  { what, bytes }: Damaged,
  chance: number,
): Promise<void> {
  const begin = performance.now();
  try {
    outcomes[await examine(bytes, randomSource(chance))]++;
  } catch (error) {
    failures++;
    console.log(`FAILED: ${name}, ${what}, seed ${seed}, dump ${done}`, error);
  }
  const took = performance.now() - begin;
  slowest = Math.max(slowest, took);
  if (took < MAX_MS) return;
  failures++;
  console.log(`FAILED: ${name}, ${what} took ${took.toFixed(0)} ms`);
}

async function report(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  const mb = Deno.memoryUsage().rss / 1e6;
  console.log(
    `${done} damaged dumps: ${outcomes.whole} whole, ${outcomes.noted} with notes, ${outcomes.refused} refused; ` +
      `slowest ${slowest.toFixed(0)} ms, resident ${mb.toFixed(0)} MB`,
  );
  if (mb < MAX_MB) return;
  failures++;
  console.log(`FAILED: resident memory exceeds ${MAX_MB} MB`);
}
