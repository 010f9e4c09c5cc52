/**
 * Converts JSON to terms; `../json.ts` documents the mapping.
 *
 * @module
 */

import type { Home } from "../home.ts";
import { keyOf } from "../key.ts";
import { charlist } from "../make.ts";
import { parse } from "../parse.ts";
import { listOf } from "../parse/lists.ts";
import { ErlangMap, type Term, Tuple } from "../terms.ts";
import {
  atomOf,
  base64,
  checkDepth,
  encode,
  float,
  integer,
  number,
  type Path,
  refuse,
  string,
  wellFormed,
} from "./scalars.ts";

/** Converts JSON to terms. */
export class JsonReader {
  readonly #home: Home | undefined;
  readonly #maxDepth: number;

  constructor(home: Home | undefined, maxDepth: number) {
    this.#home = home;
    this.#maxDepth = maxDepth;
  }

  /** Converts a JSON value; `path` says where it is, for errors. */
  read(value: unknown, path: Path = []): Term {
    checkDepth(path, this.#maxDepth);
    switch (typeof value) {
      case "boolean":
        return atomOf(`${value}`, path);
      case "number":
        return number(value, path);
      case "string":
        return textOf(value, path);
      case "object":
        if (value === null) return atomOf("nil", path);
        return Array.isArray(value)
          ? this.#array(value, path)
          : this.#object(value, path);
      default:
        return refuse(`${typeof value} is not JSON`, path);
    }
  }

  #array(
    value: readonly unknown[],
    path: Path,
  ): Term[] {
    return value.map((item, index) => this.read(item, [...path, index]));
  }

  #object(value: object, path: Path): Term {
    const entries = Object.entries(value);
    const [tag = "", content] = entries[0] ?? [];
    if (!tag.startsWith("$")) return this.#map(entries, path);
    const at = [...path, tag];
    if (tag === "$list") {
      const tail = entries.length === 2 && Object.hasOwn(value, "$tail")
        ? entries[1]?.[1]
        : refuse("$list must come with $tail and nothing else", path);
      const items = this.#items(content, at);
      if (items.length === 0) refuse("$list is empty", path);
      return listOf(items, this.read(tail, [...path, "$tail"]));
    }
    if (entries.length > 1) {
      return refuse(`${tag} must be the only key of its object`, path);
    }
    switch (tag) {
      case "$tuple":
        return new Tuple(this.#items(content, at));
      case "$map":
        return this.#pairs(content, at);
      case "$proplist":
        return this.#proplist(content, at);
      case "$charlist":
        return charlist(wellFormed(string(content, at), at));
      case "$base64":
        return base64(string(content, at), at);
      case "$integer":
        return integer(string(content, at), at);
      case "$float":
        return float(string(content, at), at);
      case "$term":
        return parse(string(content, at), "erlang", { home: this.#home });
      default:
        return refuse(`unknown tag ${tag}`, path);
    }
  }

  #map(
    entries: readonly [string, unknown][],
    path: Path,
  ): ErlangMap {
    return new ErlangMap(entries.flatMap(([key, value]) => {
      const at = [...path, key];
      if (key.startsWith("$")) {
        return refuse("a tag must be the only key of its object", at);
      }
      return [textOf(key, at), this.read(value, at)];
    }));
  }

  #items(content: unknown, path: Path): Term[] {
    return Array.isArray(content)
      ? this.#array(content, path)
      : refuse("expected an array", path);
  }

  #pairs(content: unknown, path: Path): ErlangMap {
    const pairs = this.#items(content, path);
    const entries = pairs.flatMap((pair, index): Term[] => {
      return Array.isArray(pair) && pair.length === 2
        ? pair
        : refuse("expected [key, value]", [...path, index]);
    });
    const keys = new Set(
      entries.filter((_, index) => index % 2 === 0).map(keyOf),
    );
    if (keys.size < pairs.length) refuse("duplicate key", path);
    return new ErlangMap(entries);
  }

  #proplist(content: unknown, path: Path): Term[] {
    if (typeof content !== "object" || content === null) {
      return refuse("expected an object", path);
    }
    const { entries } = this.#map(Object.entries(content), path);
    const pairs: Term[] = [];
    for (let i = 0; i < entries.length; i += 2) {
      pairs.push(new Tuple(entries.slice(i, i + 2)));
    }
    return pairs;
  }
}

/** Returns the atom for `:name`, and a binary for any other string, without a leading backslash. */
function textOf(text: string, path: Path): Term {
  if (text.startsWith(":")) return atomOf(text.slice(1), path);
  return encode(text.startsWith("\\") ? text.slice(1) : text, path);
}
