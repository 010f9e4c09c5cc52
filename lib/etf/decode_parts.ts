/**
 * Decodes what is more than a tag and a number: big integers, floats, bitstrings, pids,
 * ports, references, maps, funs, records. Each function reads what follows the tag.
 *
 * @module
 */

import type { Atom } from "./atom.ts";
import type { Input } from "./input.ts";
import { hasEqualKeys } from "./key.ts";
import { Tag } from "./tags.ts";
import {
  BitString,
  ByteList,
  ErlangMap,
  Export,
  Float,
  Fun,
  NativeRecord,
  Pid,
  Port,
  Reference,
  type Term,
  Tuple,
} from "./terms.ts";

/** Reads a less frequent term, whose tag has been read. */
export function readOther(input: Input, tag: number): Term {
  switch (tag) {
    case Tag.ATOM_CACHE_REF:
      return input.headerAtom(input.uint8());
    case Tag.STRING:
      return readString(input);
    case Tag.MAP:
      return readMap(input);
    case Tag.NEW_PID:
      return readPid(input);
    case Tag.NEWER_REFERENCE:
      return readReference(input);
    case Tag.NEW_PORT:
      return readPort(input);
    case Tag.V4_PORT:
      return readWidePort(input);
    case Tag.EXPORT:
      return readExport(input);
    case Tag.NEW_FUN:
      return readFun(input);
    case Tag.BIT_BINARY:
      return readBits(input);
    case Tag.LARGE_BIG:
      return readBig(input, input.uint32());
    case Tag.LARGE_TUPLE:
      return new Tuple(input.terms(input.uint32()));
    case Tag.ATOM_UTF8:
      return input.utf8Atom(input.uint16());
    case Tag.RECORD:
      return readRecord(input);
    case Tag.ATOM:
      return input.latin1Atom(input.uint16());
    case Tag.SMALL_ATOM:
      return input.latin1Atom(input.uint8());
    case Tag.PID:
      return readPid(input, true);
    case Tag.NEW_REFERENCE:
      return readReference(input, true);
    case Tag.REFERENCE:
      return readOldestReference(input);
    case Tag.PORT:
      return readPort(input, true);
    case Tag.FLOAT:
      return readFloatText(input);
    default: {
      const message = `tag ${tag} does not start a term`;
      return input.fail("unknown_tag", message, input.offset - 1);
    }
  }
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const TWO_TO_32 = 0x1_0000_0000;
/** A 64-bit integer has at most 53 bits if its upper word is below this. */
const SAFE_HIGH = 0x20_0000;
/** Number of digits from which converting hexadecimal text is faster than shifting. */
const TEXT_DIGITS = 1024;

const FLOAT_TEXT_BYTES = 31;
/** The format that OTP accepts; it writes `%.20e`. */
const FLOAT_TEXT = /^[ \t\n\v\f\r]*[+-]?\d+\.\d+([eE][+-]?\d+)?$/;

const latin1 = new TextDecoder("latin1");

/** Reads SMALL_BIG_EXT or LARGE_BIG_EXT with `length` little-endian base-256 digits; returns a `number` if it is safe. */
export function readBig(input: Input, length: number): number | bigint {
  const { view } = input;
  const negative = input.uint8() !== 0;
  const at = input.offset;
  if (length > view.byteLength - at) input.truncated(length);
  input.offset = at + length;
  if (length >= 4 && length <= 8 && at + 8 <= view.byteLength) {
    const high = length === 4
      ? 0
      : (view.getUint32(at + 4, true) & (~0 >>> (64 - 8 * length))) >>> 0;
    if (high < SAFE_HIGH) {
      const magnitude = high * TWO_TO_32 + view.getUint32(at, true);
      return negative ? 0 - magnitude : magnitude;
    }
    if (length === 8) {
      const magnitude = view.getBigUint64(at, true);
      return negative ? -magnitude : magnitude;
    }
  }
  return readAnyBig(view, at, length, negative);
}

function readAnyBig(
  view: DataView,
  at: number,
  length: number,
  negative: boolean,
): number | bigint {
  const magnitude = length === 8
    ? view.getBigUint64(at, true)
    : length < TEXT_DIGITS
    ? fromWords(view, at, length)
    : fromText(view, at, length);
  const value = negative ? -magnitude : magnitude;
  return magnitude <= SAFE ? Number(value) : value;
}

function fromWords(view: DataView, offset: number, length: number): bigint {
  let sum = 0n;
  let i = length;
  while ((i & 7) !== 0) sum = (sum << 8n) | BigInt(view.getUint8(offset + --i));
  while (i > 0) {
    i -= 8;
    sum = (sum << 64n) | view.getBigUint64(offset + i, true);
  }
  return sum;
}

function fromText(view: DataView, offset: number, length: number): bigint {
  const digits = new Uint8Array(view.buffer, view.byteOffset + offset, length);
  return BigInt(`0x${digits.toReversed().toHex()}`);
}

/** Reads the number of a NEW_FLOAT_EXT at `at`, without moving the position. */
export function readFloat(input: Input, at: number): Float {
  const value = input.view.getFloat64(at);
  if (!Number.isFinite(value)) {
    input.fail("bad_term", `float is ${value}`, at);
  }
  return new Float(value);
}

/** Reads FLOAT_EXT: the number as text, padded with NUL. */
function readFloatText(input: Input): Float {
  const at = input.offset;
  const bytes = input.take(FLOAT_TEXT_BYTES);
  const end = bytes.indexOf(0);
  const text = latin1.decode(end < 0 ? bytes : bytes.subarray(0, end));
  const value = Number(text);
  if (!FLOAT_TEXT.test(text) || !Number.isFinite(value)) {
    input.fail("bad_term", "float's text is not a number", at);
  }
  return new Float(value);
}

/** Reads BIT_BINARY_EXT; returns a binary if it consists of whole bytes. */
function readBits(input: Input): Uint8Array | BitString {
  const length = input.uint32();
  const lastBits = input.uint8();
  const bytes = input.take(length);
  if (lastBits === 8 || (length === 0 && lastBits === 0)) return bytes;
  const last = bytes[length - 1];
  if (last === undefined || lastBits === 0 || lastBits > 8) {
    const message = `${length} bytes with ${lastBits} bits in the last`;
    return input.fail("bad_term", message, input.offset - length - 1);
  }
  const used = last & (0xff00 >> lastBits);
  if (used === last) return new BitString(bytes, lastBits);
  const clean = bytes.slice();
  clean[length - 1] = used;
  return new BitString(clean, lastBits);
}

const MAX_REFERENCE_WORDS = 5;
/** Maximum old creation, of 2 bits. */
const MAX_OLD_CREATION = 3;
const MAX_OLD_FIRST_WORD = 0x3ffff;

/** Reads NEW_PID_EXT, or PID_EXT if `old`, whose creation is a byte. */
function readPid(input: Input, old = false): Pid {
  const node = input.atom();
  const id = input.uint32();
  const serial = input.uint32();
  return new Pid(node, id, serial, readCreation(input, old));
}

/** Reads a pid with its tag. */
function readTaggedPid(input: Input): Pid {
  const tag = input.uint8();
  const known = tag === Tag.NEW_PID || tag === Tag.PID;
  return known
    ? readPid(input, tag === Tag.PID)
    : input.misplaced(tag, "a pid");
}

/** Reads V4_PORT_EXT. */
function readWidePort(input: Input): Port {
  const node = input.atom();
  const high = input.uint32();
  const id = (BigInt(high) << 32n) | BigInt(input.uint32());
  return new Port(node, id, input.uint32(), true);
}

/** Reads NEW_PORT_EXT, or PORT_EXT if `old`. */
function readPort(input: Input, old = false): Port {
  const node = input.atom();
  const id = BigInt(input.uint32());
  return new Port(node, id, readCreation(input, old), false);
}

/** Reads NEWER_REFERENCE_EXT, or NEW_REFERENCE_EXT if `old`. */
function readReference(input: Input, old = false): Reference {
  const count = input.uint16();
  if (count > MAX_REFERENCE_WORDS) {
    input.fail("bad_term", `reference has ${count} words`, input.offset - 2);
  }
  const node = input.atom();
  const creation = readCreation(input, old);
  return new Reference(node, readWords(input, count, old), creation);
}

/** Reads REFERENCE_EXT, which has one word. */
function readOldestReference(input: Input): Reference {
  const node = input.atom();
  const words = readWords(input, 1, true);
  return new Reference(node, words, readCreation(input, true));
}

function readWords(input: Input, count: number, old: boolean): number[] {
  const at = input.offset;
  const words = new Array<number>(count);
  for (let i = 0; i < count; i++) words[i] = input.uint32();
  const [first = 0] = words;
  if (old && first > MAX_OLD_FIRST_WORD) {
    input.fail("bad_term", `old reference has first word ${first}`, at);
  }
  return words;
}

function readCreation(input: Input, old: boolean): number {
  if (!old) return input.uint32();
  const creation = input.uint8();
  if (creation > MAX_OLD_CREATION) {
    input.fail("bad_term", `old creation is ${creation}`, input.offset - 1);
  }
  return creation;
}

/** Reads EXPORT_EXT. */
function readExport(input: Input): Export {
  const module = input.atom();
  const name = input.atom();
  return new Export(module, name, readArity(input));
}

function readArity(input: Input): number {
  const tag = input.uint8();
  if (tag === Tag.SMALL_INTEGER) return input.uint8();
  const arity = tag === Tag.INTEGER ? input.uint32() | 0 : -1;
  return arity < 0 ? input.misplaced(tag, "an arity") : arity;
}

/** Reads STRING_EXT. */
function readString(input: Input): readonly Term[] | ByteList {
  const length = input.uint16();
  return length === 0 ? [] : new ByteList(input.take(length));
}

const EMPTY_MAP = new ErlangMap([]);

/** Reads MAP_EXT. */
function readMap(input: Input): ErlangMap {
  const at = input.offset - 1;
  const size = input.uint32();
  if (size === 0) return EMPTY_MAP;
  const entries = input.terms(2 * size);
  if (hasEqualKeys(entries)) {
    input.fail("bad_term", "map has a duplicate key", at);
  }
  return new ErlangMap(entries);
}

const UNIQ_BYTES = 16;

/** Reads NEW_FUN_EXT; ignores its size, as OTP does. */
function readFun(input: Input): Fun {
  input.take(4);
  const arity = input.uint8();
  const uniq = input.take(UNIQ_BYTES);
  const index = input.uint32();
  const count = input.uint32();
  const module = input.atom();
  const oldIndex = readNumber(input);
  const oldUniq = readNumber(input);
  const pid = readTaggedPid(input);
  const identity = { module, arity, index, uniq, oldIndex, oldUniq, pid };
  return new Fun(identity, input.terms(count));
}

function readNumber(input: Input): number {
  const at = input.offset;
  const [term] = input.terms(1);
  if (typeof term === "number") return term;
  return input.fail("bad_term", "fun's number is not an integer", at);
}

/** Reads RECORD_EXT. */
function readRecord(input: Input): NativeRecord {
  const count = input.uint32();
  const exported = input.uint8();
  if (exported > 1) {
    input.fail("bad_term", `record's flag is ${exported}`, input.offset - 1);
  }
  const module = input.atom();
  const name = input.atom();
  const at = input.offset;
  if (2 * count > input.bytes.length - at) input.truncated(2 * count);
  const fieldNames = new Array<Atom>(count);
  for (let i = 0; i < count; i++) fieldNames[i] = input.atom();
  if (hasEqualKeys(fieldNames.flatMap((field) => [field, field]))) {
    input.fail("bad_term", "record has a duplicate field", at);
  }
  const values = input.terms(count);
  return new NativeRecord(module, name, exported === 1, fieldNames, values);
}
