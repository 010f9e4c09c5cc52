/**
 * Encodes numbers and identifiers.
 *
 * @module
 */

import { notATerm, notForPeer } from "./errors.ts";
import type { Output } from "./output.ts";
import { Tag } from "./tags.ts";
import type { Export, Pid, Port, Reference } from "./terms.ts";

/** Maximum pid number that OTP 23 accepts. */
const OLD_PID_ID = 0x7fff;
const OLD_PID_SERIAL = 0x1fff;
const OLD_PORT_ID = 0xfff_ffffn;
const OLD_REFERENCE_WORDS = 3;

const TWO_TO_32 = 0x1_0000_0000;
/** A 64-bit integer has at most 53 bits if its upper word is below this. */
const SAFE_HIGH = 0x20_0000;
/** Smallest magnitude with 256 digits, which needs LARGE_BIG_EXT. */
const SMALL_BIG_LIMIT = 1n << 2040n;

/** Writes an integer that is a `number`, in the shortest form. */
export function writeInteger(out: Output, value: number): void {
  if ((value & 255) === value) {
    out.tagged8(Tag.SMALL_INTEGER, value);
  } else if ((value | 0) === value) {
    out.tagged32(Tag.INTEGER, value);
  } else if (Number.isSafeInteger(value)) {
    writeSafeBig(out, value);
  } else {
    throw notATerm(value, out.length);
  }
}

/** Writes an integer beyond 32 bits: four to seven digits, as two words. */
function writeSafeBig(out: Output, value: number): void {
  out.reserve(11);
  const { length, view } = out;
  const magnitude = Math.abs(value);
  const high = Math.floor(magnitude / TWO_TO_32);
  const count = high === 0 ? 4 : high < 0x100 ? 5 : high < 0x10000 ? 6 : 7;
  view.setUint8(length, Tag.SMALL_BIG);
  view.setUint8(length + 1, count);
  view.setUint8(length + 2, value < 0 ? 1 : 0);
  view.setUint32(length + 3, magnitude % TWO_TO_32, true);
  view.setUint32(length + 7, high, true);
  out.length = length + 3 + count;
}

export function writeBigInt(out: Output, value: bigint): void {
  out.reserve(3 + 256);
  const { bytes, length, view } = out;
  const start = length + 3;
  const magnitude = value < 0n ? -value : value;
  view.setBigUint64(start, magnitude, true); // the low 64 bits of it
  let end = start + 8;
  if (BigInt.asUintN(64, magnitude) !== magnitude) {
    if (magnitude >= SMALL_BIG_LIMIT) return writeLargeBig(out, value);
    end = writeHighWords(view, end, magnitude >> 64n);
  } else if (view.getUint32(start + 4, true) < SAFE_HIGH) {
    return writeInteger(out, Number(value));
  }
  while (bytes[end - 1] === 0) end--;
  bytes[length] = Tag.SMALL_BIG;
  bytes[length + 1] = end - start;
  bytes[length + 2] = value < 0n ? 1 : 0;
  out.length = end;
}

function writeHighWords(view: DataView, start: number, high: bigint): number {
  let end = start;
  for (let rest = high; rest > 0n; rest >>= 64n) {
    view.setBigUint64(end, BigInt.asUintN(64, rest), true);
    end += 8;
  }
  return end;
}

function writeLargeBig(out: Output, value: bigint): void {
  const negative = value < 0n;
  const text = (negative ? -value : value).toString(16);
  const digits = Uint8Array.fromHex(text.length % 2 === 0 ? text : `0${text}`);
  out.tagged32(Tag.LARGE_BIG, digits.length);
  out.uint8(negative ? 1 : 0);
  out.raw(digits.reverse());
}

export function writePid(out: Output, pid: Pid): void {
  if (
    !out.accepts.wideIdentifiers &&
    (pid.id > OLD_PID_ID || pid.serial > OLD_PID_SERIAL)
  ) throw notForPeer("a pid that large", out.length);
  out.uint8(Tag.NEW_PID);
  out.atom(pid.node);
  out.reserve(12);
  const { length, view } = out;
  view.setUint32(length, pid.id);
  view.setUint32(length + 4, pid.serial);
  view.setUint32(length + 8, pid.creation);
  out.length = length + 12;
}

export function writeReference(out: Output, reference: Reference): void {
  if (
    !out.accepts.wideIdentifiers && reference.words.length > OLD_REFERENCE_WORDS
  ) throw notForPeer("a reference that long", out.length);
  out.tagged16(Tag.NEWER_REFERENCE, reference.words.length);
  out.atom(reference.node);
  out.uint32(reference.creation);
  for (const word of reference.words) out.uint32(word);
}

/** Writes a port, in the form in which it was received. */
export function writePort(out: Output, port: Port): void {
  const { wideIdentifiers } = out.accepts;
  if (!wideIdentifiers && port.id > OLD_PORT_ID) {
    throw notForPeer("a port that large", out.length);
  }
  const wide = port.wide && wideIdentifiers;
  out.uint8(wide ? Tag.V4_PORT : Tag.NEW_PORT);
  out.atom(port.node);
  if (wide) out.uint32(Number(port.id >> 32n));
  out.uint32(Number(port.id & 0xffff_ffffn));
  out.uint32(port.creation);
}

/** Writes `fun M:F/A`. */
export function writeExport(out: Output, fun: Export): void {
  out.uint8(Tag.EXPORT);
  out.atom(fun.module);
  out.atom(fun.function);
  writeInteger(out, fun.arity);
}
