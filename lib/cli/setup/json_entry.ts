/**
 * Puts an entry into a JSON file with comments, or takes it out: the rest of the file
 * stays as it is, byte for byte. The parser only says where things are, because its own
 * edits reformat what is beside them.
 *
 * @module
 */

import type { Node, ParseError } from "jsonc-parser";
import { CliError } from "../errors.ts";
import {
  lineEndOf,
  lineStart,
  type TextEdit,
  wholeLines,
  withEdits,
  withoutMark,
} from "./text_edits.ts";

/** Fields of an entry. */
export type Entry = Readonly<Record<string, unknown>>;

const load = (): Promise<typeof import("jsonc-parser")> =>
  import("jsonc-parser");
type Parser = Awaited<ReturnType<typeof load>>;

/**
 * Returns the text with the entry at `keys`; other fields that the entry has there are
 * kept.
 *
 * @throws {CliError} `bad_value` for a text that cannot be changed safely
 */
export async function withJsonEntry(
  text: string,
  keys: readonly string[],
  entry: Entry,
): Promise<string> {
  const [mark, rest] = withoutMark(text);
  if (rest.trim() === "") {
    return `${mark}${JSON.stringify(nested(keys, entry), undefined, 2)}\n`;
  }
  const parser = await load();
  const file = new JsonText(parser, rest);
  const known = file.at(keys);
  let changed = rest;
  if (known === undefined) {
    changed = withEdits(rest, file.insert(keys, entry));
  } else if ("url" in known.value || "httpUrl" in known.value) {
    throw unsafe(
      `${keys.join(".")} in it is reached over HTTP`,
      "remove it first, with --remove",
    );
  } else {
    for (const [key, value] of Object.entries(entry)) {
      const now = new JsonText(parser, changed);
      changed = withEdits(changed, now.set(keys, key, value));
    }
  }
  file.check(changed, keys, { ...known?.value, ...entry });
  return mark + changed;
}

/**
 * Returns the text without the entry at `keys`, and without the objects that it leaves empty
 * and that the text `before` does not have.
 *
 * @throws {CliError} `bad_value` for a text that cannot be changed safely
 */
export async function withoutJsonEntry(
  text: string,
  keys: readonly string[],
  before?: string,
): Promise<string> {
  const [mark, rest] = withoutMark(text);
  if (rest.trim() === "") return text;
  const parser = await load();
  const file = new JsonText(parser, rest);
  const edits = file.remove(keys);
  if (edits.length === 0) return text;
  let removed = keys;
  let changed = withEdits(rest, edits);
  while (before !== undefined && removed.length > 1) {
    const outer = removed.slice(0, -1);
    const now = new JsonText(parser, changed);
    if (!now.isEmpty(outer) || hasAt(parser, before, outer)) break;
    changed = withEdits(changed, now.remove(outer));
    removed = outer;
  }
  file.check(changed, removed, undefined);
  return mark + changed;
}

/** Whether a text has a value at these keys. */
function hasAt(
  parser: Parser,
  text: string,
  keys: readonly string[],
): boolean {
  const root = parser.parseTree(withoutMark(text)[1]);
  return root !== undefined &&
    parser.findNodeAtLocation(root, [...keys]) !== undefined;
}

/** A property and its value, with where they are. */
interface Property {
  readonly node: Node;
  readonly value: Entry;
}

/** A text that has been parsed. */
class JsonText {
  readonly text: string;
  readonly #parser: Parser;
  readonly #root: Node;
  readonly #unit: string;
  readonly #lineEnd: string;

  constructor(parser: Parser, text: string) {
    this.text = text;
    this.#parser = parser;
    this.#root = parsed(parser, text);
    this.#lineEnd = lineEndOf(text);
    this.#unit = /^[ \t]+(?=["}\]])/m.exec(text)?.[0] ?? "  ";
  }

  /** Returns the object at these keys. */
  at(keys: readonly string[]): Property | undefined {
    const node = this.#find(keys);
    if (node === undefined) return undefined;
    if (node.type !== "object") {
      throw unsafe(`${keys.join(".")} in it is not an object`);
    }
    return { node, value: this.#parser.getNodeValue(node) };
  }

  /** Whether the object at these keys has nothing in it, not even a comment. */
  isEmpty(keys: readonly string[]): boolean {
    const { offset = 0, length = 0 } = this.at(keys)?.node ?? {};
    return /^\{\s*\}$/.test(this.text.slice(offset, offset + length));
  }

  /** Adds an entry, and the objects that it is in where they are missing. */
  insert(keys: readonly string[], entry: Entry): TextEdit[] {
    for (let depth = keys.length - 1; depth >= 0; depth--) {
      const parent = this.at(keys.slice(0, depth));
      const [key = "", ...more] = keys.slice(depth);
      if (parent) return this.#insert(parent.node, key, nested(more, entry));
    }
    throw unsafe("it is not an object");
  }

  /** Sets a field of the object at these keys. */
  set(keys: readonly string[], key: string, value: unknown): TextEdit[] {
    const object = this.at(keys)?.node;
    const known = this.#find([...keys, key]);
    if (object === undefined) return [];
    if (known === undefined) return this.#insert(object, key, value);
    if (same(this.#parser.getNodeValue(known), value)) return [];
    const { offset, length } = known;
    const text = this.#written(value, this.#indentAt(offset));
    return [{ start: offset, end: offset + length, text }];
  }

  remove(keys: readonly string[]): TextEdit[] {
    const property = this.#find(keys)?.parent;
    const siblings = property?.parent?.children;
    if (property === undefined || siblings === undefined) return [];
    const end = property.offset + property.length;
    const comma = this.#commaAfter(end);
    const before = siblings[siblings.indexOf(property) - 1];
    // The comma before the last one goes with it.
    const former = comma === undefined && before
      ? this.#commaAfter(before.offset + before.length)
      : undefined;
    const own = comma === undefined ? end : comma + 1;
    if (former === undefined) {
      return [wholeLines(this.text, property.offset, own)];
    }
    return /^[ \t]*$/.test(this.text.slice(former + 1, property.offset))
      ? [{ start: former, end: own, text: "" }]
      : [
        { start: former, end: former + 1, text: "" },
        wholeLines(this.text, property.offset, own),
      ];
  }

  /** Refuses a change that would do anything else, such as where a key is there twice. */
  check(
    changed: string,
    keys: readonly string[],
    entry: Entry | undefined,
  ): void {
    const expected = structuredClone(this.#parser.getNodeValue(this.#root));
    setAt(expected, keys, entry);
    const found = this.#parser.parse(changed, [], { allowTrailingComma: true });
    parsed(this.#parser, changed);
    if (same(found, expected)) return;
    throw unsafe("it has a key twice, or a form that beamtap does not know");
  }

  #find(keys: readonly string[]): Node | undefined {
    return this.#parser.findNodeAtLocation(this.#root, [...keys]);
  }

  /** Adds a property after the last one, and after a comment that follows it. */
  #insert(object: Node, key: string, value: unknown): TextEdit[] {
    const close = object.offset + object.length - 1;
    const last = object.children?.at(-1);
    const inside = this.text.slice(object.offset, close);
    if (last && !inside.includes("\n")) {
      const text = `, ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
      const end = last.offset + last.length;
      return [{ start: end, end, text }];
    }
    const outer = this.#indentAt(object.offset);
    const indent = last ? this.#indentAt(last.offset) : outer + this.#unit;
    const property = this.#lineEnd + indent + JSON.stringify(key) + ": " +
      this.#written(value, indent);
    const at = object.offset + inside.trimEnd().length;
    const end = inside.slice(inside.trimEnd().length).includes("\n")
      ? ""
      : this.#lineEnd + outer;
    if (last === undefined) {
      return [{ start: at, end: at, text: property + end }];
    }
    const lastEnd = last.offset + last.length;
    const comma = this.#commaAfter(lastEnd);
    return [
      ...comma === undefined
        ? [{ start: lastEnd, end: lastEnd, text: "," }]
        : [],
      {
        start: at,
        end: at,
        text: property + (comma === undefined ? "" : ",") + end,
      },
    ];
  }

  /** Returns where the comma is that follows a value, if one does. */
  #commaAfter(end: number): number | undefined {
    const scanner = this.#parser.createScanner(this.text, true);
    scanner.setPosition(end);
    scanner.scan();
    const at = scanner.getTokenOffset();
    return this.text[at] === "," ? at : undefined;
  }

  #indentAt(offset: number): string {
    const start = lineStart(this.text, offset);
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? "";
  }

  #written(value: unknown, indent: string): string {
    return JSON.stringify(value, undefined, this.#unit)
      .replaceAll("\n", this.#lineEnd + indent);
  }
}

function parsed(parser: Parser, text: string): Node {
  const errors: ParseError[] = [];
  const root = parser.parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (root?.type === "object" && first === undefined) return root;
  if (first === undefined) throw unsafe("it is not an object");
  const line = text.slice(0, first.offset).split("\n").length;
  throw unsafe(
    `line ${line} of it is not JSON: ${
      parser.printParseErrorCode(first.error)
    }`,
  );
}

/** Returns the error for a file that beamtap leaves as it is. */
export function unsafe(
  why: string,
  hint =
    "mend the file, or add the entry by hand: without --write, setup prints it",
): CliError {
  return new CliError("bad_value", `it is not changed: ${why}`, { hint });
}

/** Returns an object with the value at these keys. */
export function nested(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => ({ [key]: inner }), value);
}

/** Sets or removes a value; makes what is missing on the way. */
export function setAt(
  root: Record<string, unknown>,
  keys: readonly string[],
  value: unknown,
): void {
  const [key, ...more] = keys;
  if (key === undefined) return;
  if (more.length > 0) {
    if (value === undefined && !Object.hasOwn(root, key)) return;
    const inner = Object(Object.hasOwn(root, key) ? root[key] : {});
    root[key] = inner;
    setAt(inner, more, value);
  } else if (value === undefined) delete root[key];
  else root[key] = value;
}

/** Returns whether two values of JSON are the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): string =>
    JSON.stringify(
      value,
      (_key, item) =>
        item !== null && typeof item === "object" && !Array.isArray(item)
          ? Object.fromEntries(
            Object.entries(item).toSorted(([x], [y]) => x < y ? -1 : 1),
          )
          : typeof item === "bigint" || typeof item === "number"
          ? String(item)
          : item,
    ) ?? "";
  return sorted(a) === sorted(b);
}
