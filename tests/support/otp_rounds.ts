/**
 * Rounds of comparison with OTP's codec, in any number, for tests and soaks.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import {
  atom,
  compare,
  decode,
  Decoder,
  encode,
  equals,
  type Term,
  Tuple,
} from "../../lib/etf/mod.ts";
import { erlangText } from "./erlang_text.ts";
import { mutations } from "./mutations.ts";
import type { OtpCodec } from "./otp_codec.ts";
import { literals, otpTerms, sample, sortable } from "./terms.ts";

/** Terms made here, to OTP and back: the same term, in the same bytes. */
export async function thereAndBack(
  otp: OtpCodec,
  count: number,
  seed: number,
): Promise<void> {
  const terms = sample(otpTerms, count, seed);
  const answers = await otp.recode(terms.map((term) => encode(term)));
  for (const [i, term] of terms.entries()) {
    const bytes = answers[i];
    assert(bytes instanceof Uint8Array);
    const back = decode(bytes);
    if (!equals(back, term)) throw new Error(Deno.inspect([back, term]));
    assertEquals(encode(back).toHex(), bytes.toHex());
  }
}

/** What OTP's parser reads and what it decodes from our bytes are one term. */
export async function sameMeaning(
  otp: OtpCodec,
  count: number,
  seed: number,
): Promise<void> {
  const pairs = sample(literals, count, seed)
    .map((term) => [erlangText(term), encode(term)] as const)
    .filter(([text]) => !/\\x\{fff[ef]\}/.test(text)); // erl_scan refuses these two
  const answers = await otp.means(pairs);
  assertEquals(answers.findIndex((answer) => answer !== atom("true")), -1);
  assertEquals(answers.length, pairs.length);
}

/** Terms made there are encoded here in the same bytes. */
export async function hereAndBack(
  otp: OtpCodec,
  count: number,
  seed: number,
): Promise<void> {
  const encodings = await otp.random(count, seed);
  assertEquals(encodings.length, count);
  for (const bytes of encodings) {
    assertEquals(encode(decode(bytes)).toHex(), bytes.toHex());
  }
}

/** What OTP says comes before comes before, and what it says is equal is equal. */
export async function sameOrder(
  otp: OtpCodec,
  count: number,
  seed: number,
): Promise<void> {
  for (const arbitrary of [otpTerms, sortable]) {
    const sorted = await otp.sort(sample(arbitrary, count, seed));
    assertEquals(sorted.length, count);
    let before: Term = -Infinity;
    for (const pair of sorted) {
      assert(pair instanceof Tuple);
      const [term = [], equal] = pair.elements;
      const order = Math.sign(compare(before, term));
      if (order !== (equal === atom("true") ? 0 : -1)) {
        throw new Error(Deno.inspect({ before, term, equal }, { depth: 9 }));
      }
      before = term;
    }
  }
}

/** Inputs whose meaning depends on who decodes them. */
function isLocal(bytes: Uint8Array): boolean {
  const hex = bytes.toHex();
  return hex.startsWith("8379") || hex.includes("6e6f6e6f6465406e6f686f7374");
}

/** A fun whose pid is none: OTP 25 takes it, and dies when it has to write it. */
function crashesOtp(bytes: Uint8Array): boolean {
  try {
    new Decoder(bytes).readVersioned();
    return false;
  } catch (error) {
    return error instanceof Error && /instead of a pid/.test(error.message);
  }
}

/** `undefined` where OTP reads its own atom table by numbers that came in the bytes. */
function isTerm(bytes: Uint8Array): boolean | undefined {
  try {
    new Decoder(bytes).readVersioned();
    return true;
  } catch (error) {
    const leaks = error instanceof Error && /tag 7[35] /.test(error.message);
    return leaks ? undefined : false;
  }
}

/**
 * Damaged inputs are accepted where OTP accepts them; how many are not, in
 * each direction.
 */
export async function sameVerdict(
  otp: OtpCodec,
  count: number,
  seed: number,
): Promise<{ onlyHere: string[]; onlyThere: string[]; accepted: number }> {
  const inputs = mutations(seed)
    .filter((bytes) => !isLocal(bytes) && !crashesOtp(bytes))
    .take(count).toArray();
  const answers = await otp.recode(inputs);
  const theirs = answers.map((answer: Term) => answer !== atom("badarg"));
  const ours = inputs.map(isTerm);
  const hexes = (test: (i: number) => boolean): string[] =>
    inputs.filter((_, i) => test(i)).map((bytes) => bytes.toHex());
  return {
    onlyHere: hexes((i) => ours[i] === true && theirs[i] === false),
    onlyThere: hexes((i) => ours[i] === false && theirs[i] === true),
    accepted: ours.filter((verdict) => verdict === true).length,
  };
}
