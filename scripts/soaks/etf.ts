/**
 * The codec for minutes instead of seconds: rounds of comparison with OTP, then
 * damaged inputs by the million.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { survive } from "../../tests/support/hostile.ts";
import { OtpCodec } from "../../tests/support/otp_codec.ts";
import {
  hereAndBack,
  sameMeaning,
  sameOrder,
  sameVerdict,
  thereAndBack,
} from "../../tests/support/otp_rounds.ts";

const HELP = `scripts/soak etf [OPTION]…
  --inputs N  damaged inputs to decode (default 5000000)
  --terms N   random terms to compare with OTP, each way (default 10000)
  --seed N    repeats an earlier run (default: another one each time)`;

const BATCH = 50_000;
const REPORT = 500_000;
const ROUND = 1000;

/** Throws at the first disagreement; verdicts on damaged input are only told. */
async function compareWithOtp(terms: number, seed: number): Promise<void> {
  await using otp = new OtpCodec();
  for (let done = 0; done < terms; done += ROUND) {
    const round = seed + done;
    await thereAndBack(otp, ROUND, round);
    await sameMeaning(otp, ROUND, round);
    await hereAndBack(otp, ROUND, round);
    await sameOrder(otp, ROUND, round);
    const verdict = await sameVerdict(otp, 10 * ROUND, round);
    console.log(`${done + ROUND} terms compared with OTP, seed ${round}`);
    for (const hex of verdict.onlyHere) console.log(`  term only here ${hex}`);
    for (const hex of verdict.onlyThere) {
      console.log(`  term only there ${hex}`);
    }
  }
}

/** Throws at the first foreign error. */
async function decodeDamaged(inputs: number, seed: number): Promise<void> {
  let accepted = 0;
  for (let done = BATCH; done <= inputs; done += BATCH) {
    accepted += survive(BATCH, seed + done).accepted;
    await new Promise((resolve) => setTimeout(resolve)); // zlib frees its memory later
    if (done % REPORT !== 0) continue;
    const { heapUsed, rss } = Deno.memoryUsage();
    const [heap, resident] = [heapUsed, rss].map((size) => size >> 20);
    console.log(
      `${done} damaged inputs, ${accepted} of them terms; ` +
        `heap ${heap} MiB, resident ${resident} MiB`,
    );
  }
}

const options = parseArgs(Deno.args, {
  string: ["inputs", "terms", "seed"],
  boolean: ["help"],
  default: { inputs: "5000000", terms: "10000", seed: `${Date.now() >>> 0}` },
});
if (options.help) {
  console.log(HELP);
} else {
  const seed = Number(options.seed);
  console.log(`seed ${seed}`);
  await compareWithOtp(Number(options.terms), seed);
  await decodeDamaged(Number(options.inputs), seed);
}
