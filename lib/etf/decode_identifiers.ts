/**
 * Decodes identifiers: pids, ports, references, exports. Each function reads what
 * follows the tag.
 *
 * @module
 */

import type { Input } from "./input.ts";
import { Tag } from "./tags.ts";
import { Export, Pid, Port, Reference } from "./terms.ts";

const MAX_REFERENCE_WORDS = 5;
/** Maximum old creation, of 2 bits. */
const MAX_OLD_CREATION = 3;
const MAX_OLD_FIRST_WORD = 0x3ffff;

/** Reads NEW_PID_EXT. */
export function readPid(input: Input): Pid {
  const node = input.atom();
  const id = input.uint32();
  const serial = input.uint32();
  return new Pid(node, id, serial, input.uint32());
}

/** Reads PID_EXT, whose creation is a byte. */
export function readOldPid(input: Input): Pid {
  const node = input.atom();
  const id = input.uint32();
  const serial = input.uint32();
  return new Pid(node, id, serial, oldCreation(input));
}

/** Reads a pid with its tag. */
export function readTaggedPid(input: Input): Pid {
  const tag = input.uint8();
  if (tag === Tag.NEW_PID) return readPid(input);
  if (tag === Tag.PID) return readOldPid(input);
  return input.misplaced(tag, "a pid");
}

/** Reads V4_PORT_EXT. */
export function readWidePort(input: Input): Port {
  const node = input.atom();
  const high = input.uint32();
  const id = (BigInt(high) << 32n) | BigInt(input.uint32());
  return new Port(node, id, input.uint32(), true);
}

/** Reads NEW_PORT_EXT. */
export function readPort(input: Input): Port {
  const node = input.atom();
  const id = BigInt(input.uint32());
  return new Port(node, id, input.uint32(), false);
}

/** Reads PORT_EXT, whose creation is a byte. */
export function readOldPort(input: Input): Port {
  const node = input.atom();
  const id = BigInt(input.uint32());
  return new Port(node, id, oldCreation(input), false);
}

/** Reads NEWER_REFERENCE_EXT. */
export function readReference(input: Input): Reference {
  const count = wordCount(input);
  const node = input.atom();
  const creation = input.uint32();
  return new Reference(node, readWords(input, count), creation);
}

/** Reads NEW_REFERENCE_EXT, whose creation is a byte. */
export function readOldReference(input: Input): Reference {
  const count = wordCount(input);
  const node = input.atom();
  const creation = oldCreation(input);
  return new Reference(node, readOldWords(input, count), creation);
}

/** Reads REFERENCE_EXT, which has one word. */
export function readOldestReference(input: Input): Reference {
  const node = input.atom();
  const words = readOldWords(input, 1);
  return new Reference(node, words, oldCreation(input));
}

function wordCount(input: Input): number {
  const count = input.uint16();
  if (count > MAX_REFERENCE_WORDS) {
    input.fail("bad_term", `reference has ${count} words`, input.offset - 2);
  }
  return count;
}

function readWords(input: Input, count: number): readonly number[] {
  const words = new Array<number>(count);
  for (let i = 0; i < count; i++) words[i] = input.uint32();
  return words;
}

function readOldWords(input: Input, count: number): readonly number[] {
  const at = input.offset;
  const words = readWords(input, count);
  const [first = 0] = words;
  if (first > MAX_OLD_FIRST_WORD) {
    input.fail("bad_term", `old reference has first word ${first}`, at);
  }
  return words;
}

function oldCreation(input: Input): number {
  const creation = input.uint8();
  if (creation > MAX_OLD_CREATION) {
    input.fail("bad_term", `old creation is ${creation}`, input.offset - 1);
  }
  return creation;
}

/** Reads EXPORT_EXT. */
export function readExport(input: Input): Export {
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
