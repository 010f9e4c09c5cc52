/**
 * Plain JSON to terms, where a schema and no tag says which. The mapping is told
 * in `../json.ts`.
 *
 * @module
 */

import { keyOf } from "../key.ts";
import { charlist } from "../make.ts";
import { type Atom, ErlangMap, Float, type Term, Tuple } from "../terms.ts";
import type { JsonReader } from "./read.ts";
import {
  atomOf,
  base64,
  checkDepth,
  encode,
  integer,
  type Path,
  refuse,
  wellFormed,
} from "./scalars.ts";

/** Which term a JSON value stands for; `term` is the one its tags tell. */
export type TermSchema =
  | "term"
  | "atom"
  | "binary"
  | "base64"
  | "charlist"
  | "integer"
  | "float"
  | { readonly list: TermSchema }
  | { readonly tuple: readonly TermSchema[] }
  | { readonly map: { readonly key: TermSchema; readonly value: TermSchema } }
  | { readonly fields: FieldSchemas }
  | { readonly proplist: FieldSchemas }
  | {
    readonly record: { readonly tag: string; readonly fields: FieldSchemas };
  };

/** What an object holds under which name. */
export interface FieldSchemas {
  readonly [name: string]: TermSchema;
}

/** Reads JSON by a schema. */
export class SchemaReader {
  readonly #tagged: JsonReader;
  readonly #maxDepth: number;

  /** What the schema leaves to tags is read by `tagged`. */
  constructor(tagged: JsonReader, maxDepth: number) {
    this.#tagged = tagged;
    this.#maxDepth = maxDepth;
  }

  /** The term a JSON value stands for; `path` says where it is. */
  read(value: unknown, schema: TermSchema, path: Path = []): Term {
    checkDepth(path, this.#maxDepth);
    if (typeof schema === "string") return this.#scalar(value, schema, path);
    if ("list" in schema) {
      return arrayOf(value, path).map((item, index) =>
        this.read(item, schema.list, [...path, index])
      );
    }
    if ("tuple" in schema) {
      const items = arrayOf(value, path);
      const count = schema.tuple.length;
      if (items.length !== count) {
        refuse(
          `expected an array of ${count}, got one of ${items.length}`,
          path,
        );
      }
      return new Tuple(
        schema.tuple.map((each, i) => this.read(items[i], each, [...path, i])),
      );
    }
    if ("map" in schema) return this.#map(value, schema.map, path);
    if ("fields" in schema) {
      return mapOf(this.#named(value, schema.fields, "all", path), path);
    }
    if ("proplist" in schema) {
      const pairs = this.#named(value, schema.proplist, "some", path);
      return pairs.map((pair) => new Tuple(pair));
    }
    if ("record" in schema) {
      const { tag, fields } = schema.record;
      const pairs = this.#named(value, fields, "all", path);
      return new Tuple([atomOf(tag, path), ...pairs.map(([, term]) => term)]);
    }
    return schema satisfies never;
  }

  #scalar(
    value: unknown,
    schema: Extract<TermSchema, string>,
    path: Path,
  ): Term {
    switch (schema) {
      case "term":
        return this.#tagged.read(value, path);
      case "atom":
        if (value === null) return atomOf("nil", path);
        if (typeof value === "boolean") return atomOf(`${value}`, path);
        return atomOf(textOf(value, "an atom's name", path), path);
      case "binary":
        return encode(textOf(value, "text", path), path);
      case "base64":
        return base64(textOf(value, "base64", path), path);
      case "charlist":
        return charlist(wellFormed(textOf(value, "text", path), path));
      case "integer":
        if (Number.isSafeInteger(value)) return integer(`${value}`, path);
        return integer(textOf(value, "an integer", path), path);
      case "float":
        return typeof value === "number" && Number.isFinite(value)
          ? new Float(value)
          : expected("a number", value, path);
      default:
        return schema satisfies never;
    }
  }

  #map(
    value: unknown,
    schema: { readonly key: TermSchema; readonly value: TermSchema },
    path: Path,
  ): Term {
    const pairs = Array.from(membersOf(value, path), ([name, item]) => {
      const at = [...path, name];
      const key = this.read(name, schema.key, at);
      return [key, this.read(item, schema.value, at)] as const;
    });
    return mapOf(pairs, path);
  }

  /** The fields that are there, in the schema's order; no others, and all of them if they must be. */
  #named(
    value: unknown,
    fields: FieldSchemas,
    need: "all" | "some",
    path: Path,
  ): [Atom, Term][] {
    const given = membersOf(value, path);
    const names = Object.keys(fields).join(", ");
    for (const name of given.keys()) {
      if (!Object.hasOwn(fields, name)) {
        refuse(`not among the names ${names}`, [...path, name]);
      }
    }
    return Object.entries(fields).flatMap(([name, schema]): [Atom, Term][] => {
      const at = [...path, name];
      if (given.has(name)) {
        return [[atomOf(name, at), this.read(given.get(name), schema, at)]];
      }
      return need === "some" ? [] : refuse("is missing", at);
    });
  }
}

function mapOf(pairs: readonly (readonly [Term, Term])[], path: Path): Term {
  const keys = new Set(pairs.map(([key]) => keyOf(key)));
  if (keys.size < pairs.length) refuse("a key is there twice", path);
  return new ErlangMap(pairs.flat());
}

function arrayOf(value: unknown, path: Path): readonly unknown[] {
  return Array.isArray(value) ? value : expected("an array", value, path);
}

function membersOf(value: unknown, path: Path): Map<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : expected("an object", value, path);
}

function textOf(value: unknown, what: string, path: Path): string {
  return typeof value === "string" ? value : expected(what, value, path);
}

function expected(what: string, value: unknown, path: Path): never {
  const got = value === null
    ? "null"
    : Array.isArray(value)
    ? "an array"
    : typeof value === "object"
    ? "an object"
    : String(value).slice(0, 40);
  return refuse(`expected ${what}, got ${got}`, path);
}
