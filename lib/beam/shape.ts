/**
 * The shape of an answer, declared once: how it is read from a term, its
 * TypeScript type, and its schema for clients.
 *
 * @module
 */

import * as z from "zod";
import { atom, Pid, Port, type Term } from "../etf/mod.ts";
import type { Reading } from "./probe.ts";
import {
  isEmpty,
  isNothing,
  readAtom,
  readBoolean,
  readBytes,
  readFields,
  readIdentifier,
  readInteger,
  readList,
  readNumber,
  readPid,
  readText,
  readTuple,
  unexpected,
} from "./read.ts";

/** Reads a part of an answer, and has its schema for clients. */
export class Shape<Value> {
  /** Reads a term. @throws {BeamError} `unexpected_answer` */
  readonly read: (term: Term, reading: Reading) => Value;
  readonly #makeSchema: () => z.ZodType<Value, Value>;
  #schema: z.ZodType<Value, Value> | undefined;

  /** The schema is made when it is first asked for. */
  constructor(
    read: (term: Term, reading: Reading) => Value,
    makeSchema: () => z.ZodType<Value, Value>,
  ) {
    this.read = read;
    this.#makeSchema = makeSchema;
  }

  /** The schema for clients. */
  get schema(): z.ZodType<Value, Value> {
    return this.#schema ??= this.#makeSchema();
  }

  /** The same, with a description for clients. */
  describe(description: string): Shape<Value> {
    return new Shape(this.read, () => this.schema.describe(description));
  }

  /** The same, missing where the node has nothing, `none` or `undefined`. */
  optional(): OptionalShape<Value> {
    return this.#unless(isNothing);
  }

  /** The same, missing where the node has an empty text or list. */
  unlessEmpty(): OptionalShape<Value> {
    return this.#unless(isEmpty);
  }

  #unless(missing: (term: Term) => boolean): OptionalShape<Value> {
    return new OptionalShape(
      (term, reading) => missing(term) ? undefined : this.read(term, reading),
      () => this.schema.optional(),
    );
  }
}

/** A shape whose value may be missing. */
export class OptionalShape<Value> extends Shape<Value | undefined> {
  /** Tells its type from that of other shapes. */
  readonly isOptional = true;

  /** The same, with a description for clients. */
  override describe(description: string): OptionalShape<Value> {
    return new OptionalShape(
      this.read,
      () => this.schema.describe(description),
    );
  }
}

/** Fields by name. */
export type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** The value that a shape reads. */
export type ValueOf<S> = S extends Shape<infer Value> ? Value : never;

/** The fields that may be missing. */
export type OptionalKeys<S extends Shapes> = {
  [Key in keyof S]: S[Key] extends OptionalShape<unknown> ? Key : never;
}[keyof S];

/** An object with these fields. */
export type Shaped<S extends Shapes> =
  & { readonly [Key in Exclude<keyof S, OptionalKeys<S>>]: ValueOf<S[Key]> }
  & { readonly [Key in OptionalKeys<S>]?: ValueOf<S[Key]> };

/** The schemas of fields, as the output of a tool takes them. */
export type Schemas<S extends Shapes> = {
  readonly [Key in keyof S]: S[Key] extends OptionalShape<infer Value>
    ? z.ZodOptional<z.ZodType<Value, Value>>
    : z.ZodType<ValueOf<S[Key]>, ValueOf<S[Key]>>;
};

/** A shape of several fields. */
export class ObjectShape<S extends Shapes> extends Shape<Shaped<S>> {
  readonly #fields: S;

  /** Takes the fields, and a function that reads them. */
  constructor(
    fields: S,
    read: (term: Term, reading: Reading) => Shaped<S>,
  ) {
    super(
      read,
      () => z.object(this.fields) as unknown as z.ZodType<Shaped<S>, Shaped<S>>,
    );
    this.#fields = fields;
  }

  /** The schemas of the fields. */
  get fields(): Schemas<S> {
    const schemas = Object.entries(this.#fields)
      .map(([key, { schema }]) => [key, schema]);
    return Object.fromEntries(schemas) as Schemas<S>;
  }
}

/** Reads each field from the value under its key; refuses where one is missing that may not be. */
function valuesOf<S extends Shapes>(
  fields: S,
  keys: readonly string[],
  terms: readonly Term[],
  reading: Reading,
): Shaped<S> {
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const term = terms[keys.indexOf(key)];
    if (term !== undefined) {
      values[key] = field.read(term, reading);
    } else if (!(field instanceof OptionalShape)) {
      throw unexpected(`an answer with ${key}`, keys.map(atom));
    }
  }
  return values as Shaped<S>;
}

/**
 * A term as it came. Tools show it as text without secrets, so it has no schema of
 * its own: one that a tool forgets to replace cannot be made into JSON Schema.
 */
export const term: Shape<Term> = new Shape(
  (value) => value,
  () => z.custom<Term>(),
);

/** An integer, exact up to 2^53. */
export const integer: Shape<number> = new Shape(readInteger, () => z.int());

/** An integer or a float. */
export const number: Shape<number> = new Shape(readNumber, () => z.number());

/** Machine words of the node, in bytes. */
export const words: Shape<number> = new Shape(
  (term, { wordBytes }) => readInteger(term) * wordBytes,
  () => z.int(),
);

/** A binary as text. */
export const text: Shape<string> = new Shape(readText, () => z.string());

/** `true` or `false`. */
export const flag: Shape<boolean> = new Shape(readBoolean, () => z.boolean());

/** A pid as text: `<0.1.2>`. */
export const pid: Shape<string> = new Shape(
  (term, { node }) => readPid(term, node),
  () => z.string(),
);

/** A pid or port as text: `<0.1.2>`, `#Port<0.1>`. */
export const identifier: Shape<string> = new Shape(
  (term, { node }) => readIdentifier(term, node),
  () => z.string(),
);

/** The same; missing where the node sends anything else, such as `restarting`. */
export const knownIdentifier: OptionalShape<string> = new OptionalShape(
  (value, { node }) =>
    value instanceof Pid || value instanceof Port
      ? readIdentifier(value, node)
      : undefined,
  () => z.string().optional(),
);

/** Microseconds as milliseconds, with a fraction. */
export const fractionOfMs: Shape<number> = new Shape(
  (value) => readInteger(value) / 1000,
  () => z.number(),
);

/** Milliseconds since 1970 as a date and time: `2026-01-02T03:04:05.678Z`. */
export const moment: Shape<string> = new Shape(
  (term) => new Date(readInteger(term)).toISOString(),
  () => z.string(),
);

/** A binary as hexadecimal text. */
export const hex: Shape<string> = new Shape(
  (term) => readBytes(term).toHex(),
  () => z.string(),
);

/** One of these atoms. */
export function oneOf<const Names extends readonly string[]>(
  names: Names,
): Shape<Names[number]> {
  return new Shape(
    (term) => {
      const found = readAtom(term);
      const known = names.find((each) => each === found);
      if (known === undefined) throw unexpected(names.join(" or "), term);
      return known;
    },
    () => z.enum(names),
  );
}

/** Values by name: a map, or a list of pairs, with any atoms as keys. */
export function dictionary<Value>(
  item: Shape<Value>,
): Shape<Readonly<Record<string, Value>>> {
  return new Shape(
    (term, reading) => {
      const entries = Array.from(
        readFields(term),
        ([key, value]) => [key, item.read(value, reading)] as const,
      );
      return Object.fromEntries(entries);
    },
    () => z.record(z.string(), item.schema),
  );
}

/** A proper list. */
export function list<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  return new Shape(
    (term, reading) => readList(term).map((each) => item.read(each, reading)),
    () => z.array(item.schema),
  );
}

/** `{Count, [First]}`: how many there are, and the first of them. */
export function counted<Value>(
  item: Shape<Value>,
): ObjectShape<
  { count: Shape<number>; first: Shape<readonly Value[]> }
> {
  return row({ count: integer, first: list(item) });
}

/** `{Count, {Columns, Rows}}`: how many there are, and the first as a table. */
export function countedTable<S extends Shapes>(
  fields: S,
): ObjectShape<
  { count: Shape<number>; first: Shape<readonly Shaped<S>[]> }
> {
  return row({ count: integer, first: table(fields) });
}

/** A tuple whose elements have these names. */
export function row<S extends Shapes>(fields: S): ObjectShape<S> {
  const keys = Object.keys(fields);
  return new ObjectShape(
    fields,
    (term, reading) =>
      valuesOf(fields, keys, readTuple(term, keys.length), reading),
  );
}

/** A map, or a list of pairs, with these atoms as keys. */
export function record<S extends Shapes>(fields: S): ObjectShape<S> {
  return new ObjectShape(fields, (term, reading) => {
    const found = readFields(term);
    return valuesOf(fields, [...found.keys()], [...found.values()], reading);
  });
}

/** `{Columns, Rows}`, each row a list: objects with these fields. */
export function table<S extends Shapes>(
  fields: S,
): Shape<readonly Shaped<S>[]> {
  const item = record(fields);
  return new Shape(
    (term, reading) => {
      const [columns = term, rows = term] = readTuple(term, 2);
      const keys = readList(columns).map(readAtom);
      return readList(rows)
        .map((each) => valuesOf(fields, keys, readList(each), reading));
    },
    () => z.array(item.schema),
  );
}
