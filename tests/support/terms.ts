/**
 * Arbitrary terms, for properties and for comparing with OTP.
 *
 * @module
 */

import { fc } from "./random.ts";
import {
  type Atom,
  atom,
  BitString,
  ByteList,
  ErlangMap,
  Export,
  Float,
  Fun,
  ImproperList,
  integer,
  keyOf,
  NativeRecord,
  Pid,
  Port,
  Reference,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";

const word = fc.nat(0xffff_ffff);

const atoms: fc.Arbitrary<Atom> = fc.oneof(
  fc.constantFrom("ok", "error", "true", "nil", "Elixir.Foo", "", "a b"),
  fc.string({ unit: "binary", maxLength: 20 }),
).map(atom);

const integers = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map(integer),
  fc.nat(2200).map((bits) => integer(2n ** BigInt(bits) - 1n)),
);

const floats = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer().map((value) => value / 8),
).map((value) => new Float(value));

const bytes = fc.uint8Array({ maxLength: 40 });

const bitStrings = fc.tuple(
  fc.uint8Array({ minLength: 1, maxLength: 9 }),
  fc.integer({ min: 1, max: 7 }),
)
  .map(([data, bits]) => {
    const last = data.length - 1;
    data[last] = (data[last] ?? 0) & (0xff00 >> bits);
    return new BitString(data, bits);
  });

const byteLists = fc.uint8Array({ minLength: 1, maxLength: 40 })
  .map((data) => new ByteList(data));

const nodes = fc.constantFrom("a@host", "b@host", "b@hosting").map(atom);

const pids = fc.tuple(nodes, word, word, word)
  .map((fields) => new Pid(...fields));

const ports = fc.tuple(nodes, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), word)
  .map(([node, id, creation]) => new Port(node, id, creation));

const references = fc.tuple(
  nodes,
  fc.array(word, { minLength: 1, maxLength: 5 }),
  word,
).map((fields) => new Reference(...fields));

const exports = fc.tuple(atoms, atoms, fc.nat(255))
  .map(([module, name, arity]) => new Export(module, name, arity));

/** What an Erlang text can spell, without terms inside. */
const literalLeaves = fc.oneof(
  atoms,
  integers,
  floats,
  bytes,
  bitStrings,
  byteLists,
);

const leaves = fc.oneof(
  literalLeaves,
  pids,
  ports,
  references,
  exports,
);

interface Tree {
  term: Term;
}

function trees(
  leaf: fc.Arbitrary<Term>,
  branches: (term: fc.Arbitrary<Term>) => fc.Arbitrary<Term>[],
): fc.Arbitrary<Term> {
  const { term } = fc.letrec<Tree>((tie: fc.LetrecTypedTie<Tree>) => ({
    term: fc.oneof<fc.Arbitrary<Term>[]>(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      ...branches(tie("term")),
    ),
  }));
  return term;
}

function containers(term: fc.Arbitrary<Term>): fc.Arbitrary<Term>[] {
  const items = fc.array(term, { maxLength: 6 });
  return [
    items,
    items.map((elements) => tuple(...elements)),
    fc.tuple(fc.array(term, { minLength: 1, maxLength: 4 }), literalLeaves)
      .filter(([, tail]) => !(tail instanceof ByteList))
      .map(([list, tail]) => new ImproperList(list, tail)),
    fc.uniqueArray(fc.tuple(term, term), {
      maxLength: 20,
      selector: ([key]) => keyOf(key),
    }).map((pairs) => new ErlangMap(pairs.flat())),
  ];
}

function funs(term: fc.Arbitrary<Term>): fc.Arbitrary<Fun> {
  return fc.record({
    identity: fc.record({
      module: atoms,
      arity: fc.nat(255),
      index: word,
      uniq: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      oldIndex: fc.nat(0x7fff_ffff),
      oldUniq: fc.nat(0x7fff_ffff),
      pid: pids,
    }),
    free: fc.array(term, { maxLength: 3 }),
  }).map(({ identity, free }) => new Fun(identity, free));
}

function records(term: fc.Arbitrary<Term>): fc.Arbitrary<NativeRecord> {
  const fields = fc.uniqueArray(fc.tuple(atoms, term), {
    maxLength: 5,
    selector: ([name]) => name,
  });
  return fc.tuple(atoms, atoms, fc.boolean(), fields)
    .map(([module, name, exported, pairs]) =>
      new NativeRecord(
        module,
        name,
        exported,
        pairs.map(([field]) => field),
        pairs.map(([, value]) => value),
      )
    );
}

/** Terms that Erlang source can spell: no pids, ports, references, funs. */
export const literals: fc.Arbitrary<Term> = trees(literalLeaves, containers);

/** Terms that OTP 25 knows. */
export const otpTerms: fc.Arbitrary<Term> = trees(leaves, containers);

/** Terms of few values, so that much is equal or nearly so: integers, floats and kinds mixed. */
export const sortable: fc.Arbitrary<Term> = trees(
  fc.oneof(
    fc.constantFrom<Term[]>(0, 1, 2, 2n ** 64n, -(2n ** 64n)),
    fc.constantFrom(0, 1, 1.5, 2, 2 ** 64).map((value) => new Float(value)),
    fc.constantFrom("a", "aa", "b").map(atom),
    fc.constantFrom(new Uint8Array(0), Uint8Array.of(1), Uint8Array.of(1, 0)),
    fc.constantFrom(
      new BitString(Uint8Array.of(0x80), 1),
      new BitString(Uint8Array.of(0), 3),
    ),
    fc.constantFrom(
      new ByteList(Uint8Array.of(1)),
      new ByteList(Uint8Array.of(1, 2)),
    ),
    fc.tuple(nodes, fc.nat(1), fc.nat(1), fc.nat(1))
      .map((fields) => new Pid(...fields)),
    fc.tuple(
      nodes,
      fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }),
      fc.nat(1),
    )
      .map((fields) => new Reference(...fields)),
    fc.tuple(nodes, fc.bigInt({ min: 0n, max: 1n }), fc.nat(1))
      .map((fields) => new Port(...fields)),
  ),
  containers,
);

/** All terms. */
export const terms: fc.Arbitrary<Term> = trees(leaves, (term) => [
  ...containers(term),
  funs(term),
  records(term),
]);

/** A list of terms, the same for the same seed. */
export function sample(
  arbitrary: fc.Arbitrary<Term>,
  count: number,
  seed: number,
): Term[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}
