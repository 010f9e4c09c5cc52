/**
 * The Erlang of the probes, and the linker: which functions a probe is sent as.
 * `scripts/gen_probes` compiles each function once, into one text.
 *
 * @module
 */

import { atom, decode, type Term, Tuple, tuple } from "../etf/mod.ts";
import PACKED from "./erl/library.b64" with { type: "text" };
import { readAtom, readBytes, readList, readMfa, readTuple } from "./read.ts";
import { Program } from "./request.ts";
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
}

/** What a library holds. */
interface Content {
  readonly functions: ReadonlyMap<string, LibraryFunction>;
  readonly sources: ReadonlyMap<string, string>;
}

/** The function that is called on the node; it makes the others. */
const BOOT = "boot:start/4";

/** The functions that others begin with, in this order; see `erl/envelope.erl`. */
const COORDINATOR = ["envelope:main/3"];
const BODY = [
  "envelope:attempt/2",
  "envelope:crashed/1",
  "envelope:protect/2",
  "guard:start/2",
  "guard:release/3",
];

/** The module that a call means the probe itself by. */
const PROBE = "probe";

/** Functions by name, unpacked at first use. */
export class Library {
  readonly #packed: string;
  readonly #shared: Library | undefined;
  #content: Content | undefined;

  /** Of what `scripts/gen_probes` wrote, which may call functions of another library. */
  constructor(packed: string, shared?: Library) {
    this.#packed = packed;
    this.#shared = shared;
  }

  /** What a probe is sent as; its words are integers in it. */
  program(probe: string): Program {
    return new Program(
      this.clauses(BOOT),
      this.#linked(COORDINATOR, probe),
      this.#linked(BODY, probe),
    );
  }

  /** The clauses of a function that calls none of ours, as they go to a node. */
  clauses(name: string): Term {
    return formsToNode(this.#get(name).clauses);
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
   * The clauses of the functions that are reached from some, these first. Each is a place in
   * the table that is their first argument, and out of which they take the others.
   */
  #linked(roots: readonly string[], probe: string): Term[] {
    const names = this.#reached(roots, probe);
    const places = new Map(names.map((name, index) => [name, index + 1]));
    return names.map((name) =>
      formsToNode(placed(this.#get(name).clauses, probe, places))
    );
  }

  /** The functions that are reached from some, in the order in which they are found. */
  #reached(roots: readonly string[], probe: string): string[] {
    const reached = new Set(roots);
    for (const name of reached) {
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

/** `{[{Mfa, Clauses, [Mfa of ours], [Mfa of OTP]}], [{Module, Source}]}`. */
function unpack(packed: string): Content {
  const bytes = Uint8Array.fromBase64(packed);
  const [functions, sources] = readTuple(decode(bytes), 2).map(readList);
  const decoder = new TextDecoder();
  const names = (mfas: Term): string[] => readList(mfas).map(nameOf);
  return {
    functions: new Map((functions ?? []).map((each) => {
      const [mfa = each, clauses = each, linked = each, remote = each] =
        readTuple(each, 4);
      return [nameOf(mfa), {
        module: readMfa(mfa).module,
        clauses,
        linked: names(linked),
        remote: names(remote),
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
