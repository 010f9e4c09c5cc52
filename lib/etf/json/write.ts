/**
 * Terms to JSON, within a budget. The mapping is told in `../json.ts`.
 *
 * @module
 */

import type { Home } from "../home.ts";
import { formatCut } from "../format.ts";
import {
  Atom,
  type ByteList,
  type ErlangMap,
  type Float,
  type ImproperList,
  type Term,
  Tuple,
} from "../terms.ts";
import { floatText } from "../syntax/numbers.ts";
import { byteLength, type Cut, type Limit } from "../syntax/output.ts";
import { elementsOf } from "../syntax/printer.ts";
import { ASCII, characters, listText, utf8Text } from "../syntax/text.ts";
import { visit, type Visitor } from "../visit.ts";
import { atomString, type Json, textString } from "./tags.ts";

/** How much JSON may be made. */
export interface JsonLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxItems: number;
  readonly maxText: number;
  readonly home: Home | undefined;
}

/** Room for `{"$cut":123456789012},`, which can stand for any value. */
const CUT_ROOM = 24;
/** Brackets, the longest tag and a comma. */
const BRACKETS = 20;

/** Makes JSON; {@linkcode JsonWriter.write} once for each. */
export class JsonWriter implements Visitor<Json> {
  readonly #limits: JsonLimits;
  #room: number;
  #depth = 0;
  #full = false;
  #items = 0;
  #bytes = 0;
  readonly #hit = new Set<Limit>();

  constructor(limits: JsonLimits) {
    this.#limits = limits;
    this.#room = limits.maxBytes - CUT_ROOM;
  }

  /** What was left out, if anything. */
  get cut(): Cut | undefined {
    if (this.#hit.size === 0) return undefined;
    const limits = [...this.#hit].sort();
    return { items: this.#items, bytes: this.#bytes, limits };
  }

  /** A term as JSON. */
  write(term: Term): Json {
    return visit(term, this);
  }

  integer(term: number | bigint): Json {
    if (typeof term === "number") return this.#leaf(term);
    const hex = term.toString(16).length;
    if (hex > this.#room) return this.#leaveOut(hex);
    return this.#leaf({ $integer: `${term}` });
  }

  float({ value }: Float): Json {
    if (!Number.isInteger(value)) return this.#leaf(value);
    return this.#leaf({ $float: floatText(value, 27) });
  }

  atom({ name }: Atom): Json {
    if (name === "true" || name === "false") return this.#leaf(name === "true");
    return this.#leaf(name === "nil" ? null : atomString(name));
  }

  binary(term: Uint8Array): Json {
    const room = this.#textRoom;
    const text = utf8Text(term, room);
    if (text === undefined) return this.#base64(term);
    return this.#text(
      "$binary",
      text,
      term.length,
      byteLength,
      () => textString(text),
    );
  }

  list(term: readonly Term[] | ByteList): Json {
    const elements = elementsOf(term);
    const text = listText(term, this.#textRoom, ASCII);
    if (text !== undefined) {
      return this.#text("$charlist", text, elements.length, characters);
    }
    const entries = proplistEntries(elements);
    if (entries !== undefined) {
      return this.#within(() => ({ $proplist: this.#object(entries) }));
    }
    return this.#within(() => this.#array(elements));
  }

  improperList(term: ImproperList): Json {
    return this.#within(() => ({
      $list: this.#array(term.items),
      $tail: this.#full ? this.#leaveOut(0) : this.write(term.tail),
    }));
  }

  tuple(term: Tuple): Json {
    return this.#within(() => ({ $tuple: this.#array(term.elements) }));
  }

  map(term: ErlangMap): Json {
    const { entries } = term;
    const named = entries.every((key, i) => i % 2 === 1 || isName(key));
    if (named) return this.#within(() => this.#object(entries));
    const pairs: Term[] = [];
    for (let i = 0; i < entries.length; i += 2) {
      pairs.push(entries.slice(i, i + 2));
    }
    return this.#within(() => ({ $map: this.#array(pairs, this.#pair) }));
  }

  bitString = this.#term;
  pid = this.#term;
  port = this.#term;
  reference = this.#term;
  fun = this.#term;
  export = this.#term;
  nativeRecord = this.#term;
  local = this.#term;

  readonly #pair = (pair: Term): Json =>
    this.#within(() => this.#array(Array.isArray(pair) ? pair : []));

  /** Whatever JSON has no form for, in Erlang's words. */
  #term(term: Term): Json {
    const { home } = this.#limits;
    const maxBytes = Math.floor(this.#textRoom / 2);
    const { text, cut } = formatCut(term, {
      syntax: "erlang",
      home,
      maxBytes,
    });
    if (cut === undefined) return this.#leaf({ $term: text });
    this.#items += cut.items;
    this.#bytes += cut.bytes;
    this.#hit.add("bytes");
    return this.#leaf({ $term: text, $cut: cut.items + cut.bytes });
  }

  get #textRoom(): number {
    return Math.max(Math.min(this.#room, this.#limits.maxText), 0);
  }

  /** A value that is whole or not there. */
  #leaf(json: Json): Json {
    const bytes = byteLength(JSON.stringify(json)) + 1;
    if (this.#full || bytes > this.#room) return this.#leaveOut(bytes);
    this.#room -= bytes;
    return json;
  }

  #leaveOut(bytes: number): Json {
    this.#full = true;
    this.#bytes += bytes;
    this.#hit.add("bytes");
    return { $cut: bytes };
  }

  /** Text, or as much of it as fits, which is then tagged. */
  #text(
    tag: string,
    text: string,
    total: number,
    sizeOf: (part: string) => number,
    plain?: () => string,
  ): Json {
    const { maxText } = this.#limits;
    const whole = sizeOf(text) === total;
    const json = plain?.() ?? { [tag]: text };
    if (whole && byteLength(text) <= maxText && !this.#full) {
      const bytes = byteLength(JSON.stringify(json)) + 1;
      if (bytes <= this.#room) {
        this.#room -= bytes;
        return json;
      }
    }
    const room = this.#room - CUT_ROOM - BRACKETS;
    if (this.#full || room < 1) return this.#leaveOut(total);
    const shown = fitting(text, Math.min(room, maxText));
    const left = total - sizeOf(shown);
    const byText = room > maxText;
    this.#bytes += left;
    this.#hit.add(byText ? "text" : "bytes");
    const cut = this.#leaf({ [tag]: shown, $cut: left });
    if (!byText) this.#full = true;
    return cut;
  }

  #base64(bytes: Uint8Array): Json {
    const { maxText } = this.#limits;
    const room = Math.min(this.#room - CUT_ROOM - BRACKETS, maxText);
    const fit = Math.floor(Math.max(room, 0) / 4) * 3;
    if (bytes.length <= fit) {
      return this.#leaf({ $base64: bytes.toBase64() });
    }
    if (this.#full || fit === 0) return this.#leaveOut(bytes.length);
    const left = bytes.length - fit;
    this.#bytes += left;
    this.#hit.add(room === maxText ? "text" : "bytes");
    const json = this.#leaf({
      $base64: bytes.subarray(0, fit).toBase64(),
      $cut: left,
    });
    if (room !== maxText) this.#full = true;
    return json;
  }

  /** Whatever has brackets, if there is room for them. */
  #within(make: () => Json): Json {
    const aside = 2 * BRACKETS + 2 * CUT_ROOM;
    if (this.#full || this.#room < aside) return this.#leaveOut(1);
    this.#room -= aside;
    this.#depth++;
    const json = make();
    this.#depth--;
    // What was not needed is given back: brackets, tag and comma stay.
    this.#room += aside - BRACKETS;
    return json;
  }

  /** Runs `each` for as many of `count` as the limits let; returns how many it was. */
  #counted(count: number, each: (index: number) => void): number {
    const { maxDepth, maxItems } = this.#limits;
    const limit = this.#depth <= maxDepth ? maxItems : 0;
    let index = 0;
    for (; index < count && index < limit && !this.#full; index++) {
      if (this.#room < CUT_ROOM) {
        this.#full = true;
        break;
      }
      each(index);
    }
    if (index < count) {
      this.#items += count - index;
      this.#hit.add(this.#full ? "bytes" : limit === 0 ? "depth" : "items");
    }
    return index;
  }

  #array(
    terms: ArrayLike<Term>,
    write: (term: Term) => Json = (term) => this.write(term),
  ): Json[] {
    const array: Json[] = [];
    const shown = this.#counted(terms.length, (index) => {
      array.push(write(terms[index] ?? []));
    });
    if (shown < terms.length) array.push({ $cut: terms.length - shown });
    return array;
  }

  /** Entries whose keys are names, `[key, value, …]`. */
  #object(entries: readonly Term[]): Json {
    const count = entries.length / 2;
    const pairs: [string, Json][] = [];
    const shown = this.#counted(count, (index) => {
      const [key, value] = [entries[2 * index], entries[2 * index + 1]];
      const name = nameOf(key);
      const bytes = byteLength(JSON.stringify(name)) + 2;
      if (bytes + CUT_ROOM > this.#room) {
        this.#full = true;
        pairs.push(["$cut", this.#leaveOut(bytes)]);
      } else {
        this.#room -= bytes;
        pairs.push([name, this.write(value ?? [])]);
      }
    });
    if (shown < count) pairs.push(["$cut", count - shown]);
    return Object.fromEntries(pairs);
  }
}

/** Whether a key can be that of a JSON object: an atom or UTF-8 text. */
function isName(term: Term): boolean {
  return term instanceof Atom ||
    (term instanceof Uint8Array && utf8Text(term, Infinity) !== undefined);
}

function nameOf(term: Term | undefined): string {
  if (term instanceof Atom) return atomString(term.name);
  return term instanceof Uint8Array
    ? textString(utf8Text(term, Infinity) ?? "")
    : "";
}

/** A list of pairs with distinct atoms first, as `[key, value, …]`. */
function proplistEntries(elements: ArrayLike<Term>): Term[] | undefined {
  const entries: Term[] = [];
  const names = new Set<string>();
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (!(element instanceof Tuple)) return undefined;
    const [key, value] = element.elements;
    if (!(key instanceof Atom) || element.elements.length !== 2) {
      return undefined;
    }
    names.add(key.name);
    entries.push(key, value ?? []);
  }
  return names.size === elements.length && names.size > 0 ? entries : undefined;
}

/** As many characters from the start as JSON writes in `limit` bytes. */
function fitting(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    bytes += byteLength(JSON.stringify(char)) - 2;
    if (bytes > limit) break;
    end += char.length;
  }
  return text.slice(0, end);
}
