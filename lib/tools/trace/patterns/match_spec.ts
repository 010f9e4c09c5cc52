/**
 * Checks match specifications that people write: they may match calls, and do
 * nothing else.
 *
 * @module
 */

import { Atom, type Term, Tuple } from "../../../etf/mod.ts";
import { BeamError } from "../../../beam/mod.ts";
import { didYouMean } from "../../../registry/mod.ts";
import { innerOf } from "./expression.ts";
import { guardNames, isGuard } from "./guards.ts";
import { MOST_VARIABLES, type SpecClause } from "./heads.ts";

/** Bodies without effects but to report calls, which `returns` does. */
const BODIES = new Set(["true", "return_trace", "exception_trace", "_"]);

/**
 * The clauses of `[{Head, Guards, Body}]`.
 *
 * @throws {BeamError} `bad_pattern`
 */
export function checkedSpec(spec: Term): SpecClause[] {
  if (!isList(spec) || spec.length === 0) {
    throw wrong("a match specification is a list of clauses");
  }
  return spec.map((clause, index) => {
    const place = `clause ${index + 1} of the match specification`;
    const parts = clause instanceof Tuple ? clause.elements : [];
    const [head, guards, body] = parts;
    if (head === undefined || parts.length !== 3) {
      throw wrong(`${place} is no {Head, Guards, Body}`);
    }
    if (!isList(head) && !(head instanceof Atom && VARIABLE.test(head.name))) {
      throw wrong(`the head of ${place} is neither '_' nor a list`);
    }
    if (!isList(guards)) throw wrong(`the guards of ${place} are no list`);
    if (!isList(body) || !body.every(onlyTells)) {
      throw wrong(
        `the body of ${place} has effects beyond reporting the call`,
        "leave it []: callers are reported anyway, and results with returns",
      );
    }
    checkVariables(head, place);
    guards.forEach((guard) => checkGuard(guard, place));
    return { head, guards };
  });
}

const VARIABLE = /^(?:_|\$\d+)$/;

function checkGuard(guard: Term, place: string): void {
  checkVariables(guard, place);
  if (!(guard instanceof Tuple)) {
    return innerOf(guard).forEach((part) => checkGuard(part, place));
  }
  const [name, ...args] = guard.elements;
  // {{a, b}} is the tuple {a, b}.
  if (name instanceof Tuple && args.length === 0) {
    return name.elements.forEach((part) => checkGuard(part, place));
  }
  if (!(name instanceof Atom)) {
    throw wrong(
      `a guard in ${place} is a tuple without a function`,
      "a tuple as a value is written {{a, b}}",
    );
  }
  if (name.name === "const" && args.length === 1) return;
  if (!isGuard(name.name, args.length)) {
    throw wrong(
      `${place}: ${name.name}/${args.length} is no guard${
        didYouMean(name.name, guardNames())
      }`,
      `guards are ${guardNames().join(", ")}`,
    );
  }
  args.forEach((part) => checkGuard(part, place));
}

/** Those that the node has atoms for. */
function checkVariables(term: Term, place: string): void {
  if (!(term instanceof Atom)) {
    return innerOf(term).forEach((part) => checkVariables(part, place));
  }
  const number = /^\$(\d+)$/.exec(term.name)?.[1];
  if (number !== undefined && !(Number(number) <= MOST_VARIABLES)) {
    throw wrong(
      `${place} has ${term.name}`,
      `variables are '$1' to '$${MOST_VARIABLES}'`,
    );
  }
}

function onlyTells(action: Term): boolean {
  const name = action instanceof Tuple && action.elements.length === 1
    ? action.elements[0]
    : action;
  return name instanceof Atom && BODIES.has(name.name);
}

function isList(term: Term | undefined): term is readonly Term[] {
  return Array.isArray(term);
}

function wrong(
  message: string,
  hint = "it is a list such as [{['$1', '_'], [{'>', '$1', 100}], []}]",
): BeamError {
  return new BeamError("bad_pattern", message, { hint });
}
