/**
 * Names of applications and modules as people write them, and what a node says
 * when it has none of that name.
 *
 * @module
 */

import { binary, type Term } from "../etf/mod.ts";
import { BeamError, type BeamErrorCode } from "./errors.ts";
import { refusals, type Refused } from "./refusals.ts";
import { spellings } from "./identifiers.ts";

/**
 * The atoms that a name may mean, likeliest first: `kernel`, `:kernel`,
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

/** Part of a name as names hold it on a node, in lower case: `init` for `:init` and `'init'`. */
export function partOfName(text: string): string {
  return text.replace(/^:?(["'])(.+)\1$/s, "$2").replace(/^:(?=[a-z])/, "")
    .toLowerCase();
}

/** Why `erl/applications.erl` and `erl/modules.erl` refused; the detail has similar names. */
export const nameRefused: Refused = refusals({
  no_such_module: {
    says: "no module {it} is loaded on {node}",
    hint: "similar names there: {*}",
    hintIfNone:
      "list_modules shows those that are; beamtap never loads a module that is only on disk",
  },
  no_such_application: {
    says: "no application {it} is loaded on {node}",
    hint: "similar names there: {*}",
    hintIfNone:
      "list_applications shows those that are; beamtap never loads one that is only on disk",
  },
});
