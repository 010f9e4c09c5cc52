/**
 * Reads terms that should have a certain shape, and says what they are when
 * they have not.
 *
 * @module
 */

import {
  Atom,
  atom,
  ByteList,
  ErlangMap,
  Float,
  format,
  Pid,
  Port,
  type Term,
  Tuple,
} from "../etf/mod.ts";
import { BeamError } from "./errors.ts";

const utf8 = new TextDecoder();

/** A function of the node. */
export interface Mfa {
  /** Its module. */
  readonly module: string;
  /** Its name. */
  readonly function: string;
  /** How many arguments it takes. */
  readonly arity: number;
}

/** The error for a term of an unexpected shape. */
export function unexpected(wanted: string, term: Term): BeamError {
  const found = format(term, { syntax: "erlang", maxBytes: 200 });
  return new BeamError(
    "unexpected_answer",
    `the node sent ${found} where ${wanted} was expected`,
    { hint: "this is a bug in beamtap: please report it" },
  );
}

/** An integer; exact up to 2^53. */
export function readInteger(term: Term): number {
  if (typeof term === "number") return term;
  if (typeof term === "bigint") return Number(term);
  throw unexpected("an integer", term);
}

/** An integer or a float. */
export function readNumber(term: Term): number {
  return term instanceof Float ? term.value : readInteger(term);
}

/** The name of an atom. */
export function readAtom(term: Term): string {
  if (term instanceof Atom) return term.name;
  throw unexpected("an atom", term);
}

/** `true` or `false`. */
export function readBoolean(term: Term): boolean {
  const name = readAtom(term);
  if (name === "true" || name === "false") return name === "true";
  throw unexpected("a boolean", term);
}

/** A binary as text. */
export function readText(term: Term): string {
  if (term instanceof Uint8Array) return utf8.decode(term);
  throw unexpected("a binary", term);
}

/** The bytes of a binary. */
export function readBytes(term: Term): Uint8Array {
  if (term instanceof Uint8Array) return term;
  throw unexpected("a binary", term);
}

/** The elements of a proper list. */
export function readList(term: Term): readonly Term[] {
  if (term instanceof ByteList) return Array.from(term.bytes);
  if (Array.isArray(term)) return term;
  throw unexpected("a list", term);
}

/** The elements of a tuple of `size` elements, of any size if left out. */
export function readTuple(term: Term, size?: number): readonly Term[] {
  if (
    term instanceof Tuple &&
    (size === undefined || term.elements.length === size)
  ) return term.elements;
  throw unexpected(size ? `a tuple of ${size}` : "a tuple", term);
}

/** `{module, function, arity}`. */
export function readMfa(term: Term): Mfa {
  const [module = term, name = term, arity = term] = readTuple(term, 3);
  return {
    module: readAtom(module),
    function: readAtom(name),
    arity: readInteger(arity),
  };
}

/** A name as Elixir prints it: the atoms of its modules have a prefix, `Elixir.`. */
export function nameText(name: string): string {
  return name.replace(/^Elixir\.(?=[A-Z])/, "");
}

/** A module's name as its language prints it: `MyApp.Server`, `gleam/list`, which is `gleam@list` to the node. */
export function moduleText(name: string): string {
  return /^[a-z][a-z0-9_]*(?:@[a-z][a-z0-9_]*)+$/.test(name)
    ? name.replaceAll("@", "/")
    : nameText(name);
}

/** The atom of a module whose name may be Gleam's: `gleam@list` of `gleam/list`. */
export function gleamAtom(name: string): string {
  return /^[a-z][a-z0-9_]*(?:\/[a-z][a-z0-9_]*)+$/.test(name)
    ? name.replaceAll("/", "@")
    : name;
}

/** `gen_server:loop/7`, `MyApp.Server.init/1`, `gleam/list.map/2`. */
export function mfaText(
  { module, function: name, arity }: Omit<Mfa, "arity"> & {
    readonly arity: number | "_";
  },
): string {
  return `${functionText(module, name)}/${arity}`;
}

/** `gen_server:loop`, `MyApp.Server.init`, `gleam/list.map`. */
export function functionText(module: string, name: string): string {
  const atom = gleamAtom(module);
  const shown = moduleText(atom);
  // Supervisors are started with supervisor:CALLBACK/1.
  return `${shown}${shown === atom ? ":" : "."}${nameText(name)}`;
}

/** `loop/7`; a macro of Elixir, which is compiled as `MACRO-if/3`, as `if/2 (macro)`. */
export function nameArityText(name: string, arity: number): string {
  const macro = name.replace(/^MACRO-/, "");
  return macro === name ? `${name}/${arity}` : `${macro}/${arity - 1} (macro)`;
}

/** Whether a term is a text or a list without contents. */
export function isEmpty(term: Term): boolean {
  return (term instanceof Uint8Array || Array.isArray(term)) &&
    term.length === 0;
}

/** Whether a term says that there is nothing: `none` or `undefined`. */
export function isNothing(term: Term): boolean {
  return term instanceof Atom &&
    (term.name === "none" || term.name === "undefined");
}

/** Reads the term with `read`; `undefined` for `none` and `undefined`. */
export function readKnown<Value>(
  term: Term,
  read: (term: Term) => Value,
): Value | undefined {
  return isNothing(term) ? undefined : read(term);
}

/** `{module, function, arity}`, where it is known. */
export function readKnownMfa(term: Term): Mfa | undefined {
  return readKnown(term, readMfa);
}

/** An atom, where there is one: `process_info/2` has `[]` for no name. */
export function readRegisteredName(term: Term): string | undefined {
  return Array.isArray(term) && term.length === 0 ? undefined : readAtom(term);
}

/** A pid as text: `<0.1.2>`; `<other@host.1.2>` where it is not one of `node`. */
export function readPid(term: Term, node: string): string {
  if (!(term instanceof Pid)) throw unexpected("a pid", term);
  const owner = term.node.name === node ? "0" : term.node.name;
  return `<${owner}.${term.id}.${term.serial}>`;
}

/** A pid or port as text: ports as `#Port<0.1>`. */
export function readIdentifier(term: Term, node: string): string {
  if (!(term instanceof Port)) return readPid(term, node);
  const owner = term.node.name === node ? "0" : term.node.name;
  return `#Port<${owner}.${term.id}>`;
}

/** The entries of a map, or of a list of pairs, that has atoms as keys: by their names, in the order received. */
export function readFields(term: Term): ReadonlyMap<string, Term> {
  const fields = new Map<string, Term>();
  if (term instanceof ErlangMap) {
    const { entries } = term;
    for (let i = 0; i + 1 < entries.length; i += 2) {
      const [key, value] = [entries[i], entries[i + 1]];
      if (key instanceof Atom && value !== undefined) {
        fields.set(key.name, value);
      }
    }
  } else {
    for (const pair of readList(term)) {
      const [key = pair, value = pair] = readTuple(pair, 2);
      fields.set(readAtom(key), value);
    }
  }
  return fields;
}

/** Reads the value of a key of a map. @throws {BeamError} if the key is missing */
export function readField<Value>(
  term: Term,
  key: string,
  read: (term: Term) => Value,
): Value {
  const fields = readFields(term);
  const value = fields.get(key);
  if (value !== undefined) return read(value);
  throw unexpected(`a map with ${key}`, Array.from(fields.keys(), atom));
}
