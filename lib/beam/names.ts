/**
 * Names of applications and modules as people write them, and what a node says
 * when it has none of that name.
 *
 * @module
 */

import { Atom, binary, type Term } from "../etf/mod.ts";
import { BeamError, type BeamErrorCode } from "./errors.ts";
import type { Refusal } from "./probe.ts";
import { readList, readText } from "./read.ts";
import { spellings } from "./identifiers.ts";

/**
 * The atoms that a name may stand for, the likeliest first: `kernel`, `:kernel`,
 * `MyApp.Server`.
 *
 * @throws {BeamError} when it is no name: the code given
 */
export function encodeName(text: string, code: BeamErrorCode): Term {
  const names = spellings(text.trim());
  if (names.length === 0) {
    throw new BeamError(code, "the name is empty", { hint: "give a name" });
  }
  return names.map(binary);
}

/** The words for `no_such_application` and `no_such_module`: the refusal's detail has similar names. */
export function nameRefused(
  code: "no_such_application" | "no_such_module",
  refusal: Refusal,
  name: string,
): BeamError {
  const similar = readList(refusal.detail).map((found) =>
    found instanceof Atom ? found.name : readText(found)
  );
  const what = code === "no_such_module" ? "module" : "application";
  const list = code === "no_such_module" ? "list_modules" : "list_applications";
  return new BeamError(
    code,
    `no ${what} ${name} is loaded on ${refusal.node}`,
    {
      hint: similar.length > 0
        ? `similar names there: ${similar.join(", ")}`
        : `${list} says which are; one that is on disk only is not looked at, since that would load it`,
    },
  );
}
