/**
 * Terms as Erlang source, plain and with nothing of `lib/etf/syntax`, so that
 * OTP's parser can say independently what a term is.
 *
 * @module
 */

import {
  type BitString,
  ByteList,
  type Term,
  visit,
  type Visitor,
} from "../../lib/etf/mod.ts";

/** The source of a term without pids, ports, references, funs. */
export function erlangText(term: Term): string {
  return visit(term, TEXTS);
}

function impossible(): never {
  throw new TypeError("no literal");
}

function joined(terms: Iterable<Term>): string {
  return Array.from(terms, erlangText).join(",");
}

function bitsText({ bytes, lastBits }: BitString): string {
  const last = (bytes.at(-1) ?? 0) >> (8 - lastBits);
  return `<<${[...bytes.subarray(0, -1), `${last}:${lastBits}`].join(",")}>>`;
}

const TEXTS: Visitor<string> = {
  integer: String,
  float: ({ value }) => {
    const [digits = "", exponent] = value.toExponential().split("e");
    const sign = Object.is(value, -0) ? "-" : "";
    return `${sign}${
      digits.includes(".") ? digits : `${digits}.0`
    }e${exponent}`;
  },
  atom: ({ name }) =>
    `'${
      Array.from(name, (char) => `\\x{${char.codePointAt(0)?.toString(16)}}`)
        .join("")
    }'`,
  binary: (bytes) => `<<${bytes.join(",")}>>`,
  bitString: bitsText,
  list: (list) => `[${joined(list instanceof ByteList ? list.bytes : list)}]`,
  improperList: ({ items, tail }) => `[${joined(items)}|${erlangText(tail)}]`,
  tuple: ({ elements }) => `{${joined(elements)}}`,
  map: ({ entries }) => {
    const pairs: string[] = [];
    for (let i = 0; i < entries.length; i += 2) {
      pairs.push(entries.slice(i, i + 2).map(erlangText).join("=>"));
    }
    return `#{${pairs.join(",")}}`;
  },
  pid: impossible,
  port: impossible,
  reference: impossible,
  fun: impossible,
  export: impossible,
  nativeRecord: impossible,
  local: impossible,
};
