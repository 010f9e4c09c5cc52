/**
 * The Erlang of the probes, and the linker: which functions a probe is sent as.
 * `scripts/gen_probes` compiles each function once, into one text.
 *
 * @module
 */

import { atom, decode, type Term, Tuple, tuple } from "../etf/mod.ts";
import PACKED from "./erl/library.b64" with { type: "text" };
import { readAtom, readBytes, readList, readMfa, readTuple } from "./read.ts";
import { arityOf, type Halves, Program } from "./request.ts";
import { formsToNode } from "./words.ts";

/** A compiled function. */
interface LibraryFunction {
  readonly module: string;
  /** The clauses of a fun whose first argument is the table it is linked with. */
  readonly clauses: Term;
  /** The functions of ours that it calls, by {@linkcode nameOf}. */
  readonly linked: readonly string[];
  /** The functions of OTP that it calls: `module:function/arity`. */
  readonly remote: readonly string[];
  /** Whether it, and what only such functions reach, is decoded on the node when it is called. */
  readonly seldom: boolean;
}

/** Contents of a library. */
interface Content {
  readonly functions: ReadonlyMap<string, LibraryFunction>;
  readonly sources: ReadonlyMap<string, string>;
}

/** The function called on the node; it unpacks the others. */
const BOOT = "boot:start/4";

/** Functions at the start of the coordinator's table, in this order; see `erl/envelope.erl`. */
const COORDINATOR = ["envelope:main/3"];
const BODY = [
  "envelope:attempt/2",
  "envelope:crashed/1",
  "envelope:protect/2",
  "guard:start/2",
  "guard:release/3",
];

/** Calls a function that is seldom needed. */
const SELDOM = "boot:seldom/3";

/** The module that a call means the probe itself by. */
const PROBE = "probe";

/** Functions by name, unpacked at first use. */
export class Library {
  readonly #packed: string;
  readonly #shared: Library | undefined;
  #content: Content | undefined;

  /** Takes the output of `scripts/gen_probes`; it may call functions of another library. */
  constructor(packed: string, shared?: Library) {
    this.#packed = packed;
    this.#shared = shared;
  }

  /** Links a probe to the program that is sent; words are integers in it. */
  program(probe: string): Program {
    const coordinator = this.#reached(COORDINATOR, probe);
    const body = this.#reached(BODY, probe);
    return new Program(
      this.clauses(BOOT),
      this.#linked(coordinator, probe, placesOf(coordinator)),
      this.#linked(body, probe, placesOf(body)),
      this.#halves(body, probe),
    );
  }

  /** The clauses of a function that calls none of ours, as they go to a node. */
  clauses(name: string): Term {
    return formsToNode(this.#get(name).clauses);
  }

  /** The clauses of each function, as they go to a node. */
  all(): Term[] {
    return [...this.#unpacked.functions.keys()].map((name) =>
      this.clauses(name)
    );
  }

  /** Every function of OTP that a probe can call: `module:function/arity`. */
  calls(probe: string): readonly string[] {
    const calls = this.#all(probe).flatMap((name) => this.#get(name).remote);
    return [...new Set(calls)].sort();
  }

  /** The Erlang of a probe, and of the modules that it is linked with. */
  source(probe: string): string {
    const modules = this.#all(probe).map((name) => this.#get(name).module);
    const others = [...new Set(modules)].filter((name) => name !== probe);
    return [probe, ...others.sort()].map((name) => this.#source(name))
      .join("\n");
  }

  /** The functions of both processes. */
  #all(probe: string): string[] {
    return this.#reached([...COORDINATOR, ...BODY], probe);
  }

  /**
   * Clauses of functions, linked: each function has a place in a table, which all get as their
   * first argument to call each other.
   */
  #linked(
    names: readonly string[],
    probe: string,
    places: ReadonlyMap<string, number>,
  ): Term[] {
    return names.map((name) =>
      formsToNode(placed(this.#get(name).clauses, probe, places))
    );
  }

  /**
   * The functions of the body in two tables; the second follows the first and its own binary
   * (see `erl/boot.erl`). In the first, seldom needed functions unpack the second.
   */
  #halves(body: readonly string[], probe: string): Halves {
    const isSeldom = (name: string): boolean => this.#get(name).seldom;
    const first = this.#reached(BODY, probe, isSeldom);
    const places = placesOf([...first, SELDOM, "binary"]);
    const second = body.filter((name) => !places.has(name) || isSeldom(name));
    const all = new Map([...places, ...placesOf(second, places.size)]);
    const caller = places.get(SELDOM) ?? 0;
    const often = first.map((name) =>
      isSeldom(name)
        ? detour(this.#get(name).clauses, caller, all.get(name) ?? 0)
        : this.#linked([name], probe, places)[0] ?? []
    );
    return {
      often: [...often, this.clauses(SELDOM)],
      seldom: this.#linked(second, probe, all),
    };
  }

  /**
   * The functions reachable from `roots`, in the order in which they are found; does not look
   * behind those that `without` accepts.
   */
  #reached(
    roots: readonly string[],
    probe: string,
    without: (name: string) => boolean = () => false,
  ): string[] {
    const reached = new Set(roots);
    for (const name of reached) {
      if (without(name)) continue;
      for (const next of this.#get(name).linked) {
        reached.add(ownName(next, probe));
      }
    }
    return [...reached];
  }

  #get(name: string): LibraryFunction {
    const found = this.#unpacked.functions.get(name);
    if (found !== undefined) return found;
    if (this.#shared !== undefined) return this.#shared.#get(name);
    throw new TypeError(`no probe has a function ${name}`);
  }

  #source(module: string): string {
    const found = this.#unpacked.sources.get(module);
    if (found !== undefined || this.#shared === undefined) return found ?? "";
    return this.#shared.#source(module);
  }

  get #unpacked(): Content {
    return this.#content ??= unpack(this.#packed);
  }
}

/** The library of all probes. */
export const LIBRARY: Library = new Library(PACKED);

/** `{[{Mfa, Clauses, [Mfa of ours], [Mfa of OTP], Seldom}], [{Module, Source}]}`. */
function unpack(packed: string): Content {
  const bytes = Uint8Array.fromBase64(packed);
  const [functions, sources] = readTuple(decode(bytes), 2).map(readList);
  const decoder = new TextDecoder();
  const names = (mfas: Term): string[] => readList(mfas).map(nameOf);
  return {
    functions: new Map((functions ?? []).map((each) => {
      const [
        mfa = each,
        clauses = each,
        linked = each,
        remote = each,
        seldom = each,
      ] = readTuple(each, 5);
      return [nameOf(mfa), {
        module: readMfa(mfa).module,
        clauses,
        linked: names(linked),
        remote: names(remote),
        seldom: seldom === atom("true"),
      }];
    })),
    sources: new Map((sources ?? []).map((each) => {
      const [module = each, source = each] = readTuple(each, 2);
      return [readAtom(module), decoder.decode(readBytes(source))];
    })),
  };
}

const INTEGER = atom("integer");
const LINKED = atom("linked");
const LITERAL = atom("literal");

/** Places in a table, from one or from the one after `before`. */
function placesOf(names: readonly string[], before = 0): Map<string, number> {
  return new Map(names.map((name, index) => [name, before + index + 1]));
}

/** A function that has `caller` call the one at a place of the whole table, with the same arguments. */
function detour(clauses: Term, caller: number, place: number): Term {
  const call = atom("call");
  const [table, ...own] = Array.from(
    { length: arityOf(clauses) },
    (_, i) => tuple(atom("var"), 0, i + 1),
  );
  const found = tuple(call, 0, tuple(atom("atom"), 0, atom("element")), [
    tuple(INTEGER, 0, caller),
    table ?? [],
  ]);
  const list = own.reduceRight<Term>(
    (rest, each) => tuple(atom("cons"), 0, each, rest),
    tuple(atom("nil"), 0),
  );
  return [
    tuple(atom("clause"), 0, [table ?? [], ...own], [], [
      tuple(call, 0, found, [table ?? [], tuple(INTEGER, 0, place), list]),
    ]),
  ];
}

/** Clauses with the places of functions for `{linked, Module, Function, Arity}`. */
function placed(
  form: Term,
  probe: string,
  places: ReadonlyMap<string, number>,
): Term {
  if (Array.isArray(form)) {
    return form.map((each) => placed(each, probe, places));
  }
  if (!(form instanceof Tuple)) return form;
  const [tag, ...mfa] = form.elements;
  if (tag === LITERAL) return form;
  if (tag === LINKED) {
    const name = ownName(nameOf(tuple(...mfa)), probe);
    return tuple(INTEGER, 0, places.get(name) ?? 0);
  }
  return tuple(...form.elements.map((each) => placed(each, probe, places)));
}

/** `module:function/arity`. */
function nameOf(mfa: Term): string {
  const { module, function: name, arity } = readMfa(mfa);
  return `${module}:${name}/${arity}`;
}

/** The name of a function, in a probe that is its own `probe`. */
function ownName(name: string, probe: string): string {
  return name.startsWith(`${PROBE}:`) ? probe + name.slice(PROBE.length) : name;
}
