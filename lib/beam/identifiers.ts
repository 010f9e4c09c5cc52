/**
 * Processes as people write them, and as they are shown.
 *
 * @module
 */

import {
  atom,
  binary,
  parse,
  ParseError,
  type Term,
  Tuple,
  tuple,
  unspelt,
} from "../etf/mod.ts";
import { BeamError } from "./errors.ts";
import { marked } from "./marked.ts";
import { gleamAtom } from "./read.ts";

/**
 * A process of a node: `{pid, <<"<0.1.2>">>}`, `{name, [Spelling]}`, `{global, Marked}` or
 * `{registry, Marked}`; see `erl/names.erl`.
 */
export type ProcessTerm = Term;

const PID = /^(?:#PID)?<(\d+)\.(\d+)\.(\d+)>$/;
/** `<other@host.1.2>`, as answers show it. */
const NAMED_PID = /^(?:#PID)?<([^<>]+@[^<>]+)\.(\d+)\.(\d+)>$/;

/**
 * Reads `<0.1.2>`, `#PID<0.1.2>` or a registered name: `user`, `:user`,
 * `MyApp.Worker`, `'my server'`, `{global, Name}`, `{:via, Registry, {MyApp.Registry, Key}}`.
 *
 * @throws {BeamError} `bad_process`, `foreign_pid`
 */
export function encodeProcess(text: string): ProcessTerm {
  const wanted = text.trim();
  const [, node, id, serial] = PID.exec(wanted) ?? [];
  if (node === "0") return tuple(atom("pid"), binary(`<0.${id}.${serial}>`));
  if (node !== undefined) throw foreignIndex(wanted);
  const [, owner, foreignId, foreignSerial] = NAMED_PID.exec(wanted) ?? [];
  if (owner !== undefined) {
    throw new BeamError("foreign_pid", `${wanted} is a process of ${owner}`, {
      hint: `ask ${owner} about <0.${foreignId}.${foreignSerial}>`,
    });
  }
  if (wanted.startsWith("{")) return encodeVia(wanted);
  const names = spellings(wanted);
  if (names.length === 0 || /[<>]/.test(wanted)) {
    throw new BeamError("bad_process", `${quoted(text)} is not a process`, {
      hint: "give a pid such as <0.123.0>, or a registered name",
    });
  }
  if (/^\d+\.\d+\.\d+$/.test(wanted)) {
    throw new BeamError("bad_process", `${quoted(text)} is not a process`, {
      hint: `write <${wanted}>`,
    });
  }
  return tuple(atom("name"), names.map(binary));
}

/** `{global, Name}`, `{via, global, Name}` or `{via, 'Elixir.Registry', {Registry, Key}}`, in Erlang or Elixir. */
function encodeVia(text: string): ProcessTerm {
  const term = termOf(text);
  const [kind, module, name] = term instanceof Tuple ? term.elements : [];
  if (kind === atom("global") && module !== undefined && name === undefined) {
    return tuple(atom("global"), marked(module));
  }
  const by = kind === atom("via") ? module : undefined;
  if (by === atom("global") && name !== undefined) {
    return tuple(atom("global"), marked(name));
  }
  if (by === atom("Elixir.Registry") && name !== undefined) {
    return tuple(atom("registry"), marked(name));
  }
  throw new BeamError("bad_process", `${quoted(text)} is not a process`, {
    hint:
      "names that are terms are {global, Name} or {:via, Registry, {MyApp.Registry, Key}}; for other registries use call_function",
  });
}

function termOf(text: string): Term | undefined {
  for (const syntax of ["erlang", "elixir"] as const) {
    try {
      return parse(text, syntax);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
    }
  }
  return undefined;
}

/**
 * Reads the name of an ETS table, or the reference of one without: `#Ref<0.1.2.3>`,
 * `#Reference<0.1.2.3>`; see `erl/names.erl`.
 *
 * @throws {BeamError} `no_such_table`
 */
export function encodeTable(text: string): Term {
  const wanted = text.trim();
  const [, words] = /^#Ref(?:erence)?<(\d+(?:\.\d+)+)>$/.exec(wanted) ?? [];
  if (words !== undefined) return tuple(atom("ref"), binary(`#Ref<${words}>`));
  const names = spellings(wanted);
  if (names.length === 0 || /[<>]/.test(wanted)) {
    throw new BeamError("no_such_table", `${quoted(text)} is not a table`, {
      hint: "give a name, or a reference such as #Ref<0.1.2.3>",
    });
  }
  return tuple(atom("name"), names.map(binary));
}

/** The atoms that a name may mean, likeliest first. */
export function spellings(text: string): string[] {
  const quotedName = /^:?(?:'([^']+)'|"([^"]+)")$/.exec(text);
  const name = unspelt(
    quotedName?.[1] ?? quotedName?.[2] ?? text.replace(/^:/, ""),
  );
  if (name === "") return [];
  const path = gleamAtom(name);
  if (path !== name) return [path, name];
  // An Elixir alias is an atom with a prefix that Elixir does not print.
  return /^[A-Z]/.test(name) && !name.startsWith("Elixir.")
    ? [`Elixir.${name}`, name]
    : [name];
}

function foreignIndex(text: string): BeamError {
  return new BeamError(
    "foreign_pid",
    `${text} is the pid of a process on another node; its first number is only meaningful on the node that printed it`,
    {
      hint:
        "ask the node that the process runs on, where it is <0.…>; only pids that start with <0. can be used here",
    },
  );
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
