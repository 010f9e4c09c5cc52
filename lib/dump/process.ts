/**
 * One process of a dump: its fields, relations, and the terms that it held.
 *
 * @module
 */

import { Atom, atom, type Term, Tuple } from "../etf/mod.ts";
import { Cursor } from "./cursor.ts";
import { skip } from "./elements.ts";
import type { TermDecoder } from "./heap_terms.ts";
import { type Relations, relationsFrom } from "./relations.ts";
import { functionIn } from "./schedulers.ts";

/** One place on a stack, the top first. */
export type StackEntry =
  /** A variable. */
  | { readonly type: "variable"; readonly term: Term }
  /** Where a call returns to. */
  | { readonly type: "return"; readonly function: string }
  /** A `catch` or `try`. */
  | { readonly type: "catch"; readonly function: string };

/** A message in a mailbox. */
export interface Message {
  /** What was sent. */
  readonly term: Term;
  /** The sequential trace token, if any. */
  readonly token: Term | undefined;
}

/** An entry of a process dictionary. */
export interface DictionaryEntry {
  /** What it is found by. */
  readonly key: Term;
  /** What was put there. */
  readonly value: Term;
}

/** Fields of a process's section, as the dump has them. */
export interface ProcessFields extends Relations {
  /** Texts by key: `Internal State`. */
  readonly fields: ReadonlyMap<string, string>;
  /** The calls it made last, if it saved them. */
  readonly lastCalls: readonly string[];
}

/** Maximum bytes of a field, fields, and calls. */
const MAX_FIELD = 2_000_000;
const MAX_FIELDS = 100;
const MAX_CALLS = 100;

/** Reads the lines of a `=proc` section. */
export function processFields(bytes: Uint8Array): ProcessFields {
  const fields = new Map<string, string>();
  const lastCalls: string[] = [];
  const cursor = new Cursor(bytes, 0);
  for (let first = true; cursor.at < bytes.length; first = false) {
    const line = cursor.line(MAX_FIELD);
    cursor.at++;
    if (first || line === "") continue;
    if (line.startsWith(" ")) {
      if (lastCalls.length < MAX_CALLS) lastCalls.push(line.trim());
      continue;
    }
    const [, key = line, value = ""] =
      /^([^:=]*)(?:: ?| = )(.*)$/s.exec(line) ??
        [];
    if (key === "Last calls") lastCalls.push(value);
    else if (fields.size < MAX_FIELDS) fields.set(key, value);
  }
  const relations = relationsFrom(fields.get("Link list") ?? "");
  fields.delete("Link list");
  return { fields, lastCalls, ...relations };
}

/** Reads a stack, at most `max` places of it. */
export function stackFrom(
  bytes: Uint8Array,
  max: number,
  decoder: TermDecoder,
): StackEntry[] {
  const entries: StackEntry[] = [];
  for (const cursor of linesIn(bytes)) {
    if (entries.length >= max) break;
    const text = cursor.ahead(4096);
    const [place, kind] = /^[^:]{1,40}:(?:S(Return addr|Catch) )?/.exec(text) ??
      [];
    if (place === undefined) continue;
    if (kind === undefined) {
      cursor.at += place.length;
      entries.push({ type: "variable", term: decoder.term(cursor) });
    } else {
      const type = kind === "Catch" ? "catch" : "return";
      entries.push({ type, function: functionIn(text) ?? "unknown" });
    }
  }
  return entries;
}

/** Reads messages, at most `max` after `skipped`. */
export function messagesFrom(
  bytes: Uint8Array,
  skipped: number,
  max: number,
  decoder: TermDecoder,
): Message[] {
  const messages: Message[] = [];
  let before = 0;
  for (const cursor of linesIn(bytes)) {
    if (messages.length >= max) break;
    if (before++ < skipped) skip(cursor);
    else messages.push(messageAt(cursor, decoder));
  }
  return messages;
}

/** `TERM:TOKEN` */
function messageAt(cursor: Cursor, decoder: TermDecoder): Message {
  const term = decoder.term(cursor);
  const hasToken = cursor.next() === ":" && cursor.ahead(2) !== "N";
  return { term, token: hasToken ? decoder.term(cursor) : undefined };
}

/** Reads a dictionary, at most `max` entries of it. */
export function dictionaryFrom(
  bytes: Uint8Array,
  max: number,
  decoder: TermDecoder,
): DictionaryEntry[] {
  return entriesFrom(bytes, max, (cursor) => {
    const entry = decoder.term(cursor);
    const [key = entry, value = entry] = entry instanceof Tuple
      ? entry.elements
      : [];
    return { key, value };
  });
}

/** Reads persistent terms, at most `max` of them. */
export function persistentFrom(
  bytes: Uint8Array,
  max: number,
  decoder: TermDecoder,
): DictionaryEntry[] {
  return entriesFrom(bytes, max, (cursor) => {
    const key = decoder.term(cursor);
    return cursor.next() === "|"
      ? { key, value: decoder.term(cursor) }
      : undefined;
  });
}

/** One entry a line; lines that have none count for nothing. */
function entriesFrom(
  bytes: Uint8Array,
  max: number,
  read: (cursor: Cursor) => DictionaryEntry | undefined,
): DictionaryEntry[] {
  const entries: DictionaryEntry[] = [];
  for (const cursor of linesIn(bytes)) {
    if (entries.length >= max) break;
    const entry = read(cursor);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

/**
 * Each line after the heading. The next one starts behind what has been read of this
 * one, because an atom may contain the end of a line.
 */
function* linesIn(bytes: Uint8Array): Generator<Cursor> {
  const cursor = new Cursor(bytes, 0);
  for (;;) {
    cursor.at = cursor.lineEnd + 1;
    if (cursor.at >= bytes.length) return;
    yield cursor;
  }
}

/** The value of a key of a dictionary that is an atom. */
export function valueOf(
  dictionary: readonly DictionaryEntry[],
  name: string,
): Term | undefined {
  const wanted = atom(name);
  return dictionary.find(({ key }) =>
    key instanceof Atom && key.name === wanted.name
  )?.value;
}
