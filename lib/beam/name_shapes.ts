/**
 * Shapes of what has a name: atoms, modules and functions, and terms that name something.
 *
 * @module
 */

import * as z from "zod";
import { Atom } from "../etf/mod.ts";
import {
  mfaText,
  moduleText,
  nameArityText,
  nameText,
  readAtom,
  readInteger,
  readMfa,
  readRegisteredName,
  readText,
  readTuple,
} from "./read.ts";
import { OptionalShape, pid, Shape } from "./shape.ts";

/** A term as its node writes it, in at most `maxBytes`; it was cut there. */
export function shownWithin(maxBytes: number): Shape<string> {
  return new Shape(
    (value, { show }) => show(value, maxBytes),
    () => z.string(),
  );
}

/** Maximum bytes of a term that names something, such as a label; see `cut:label/1`. */
export const MAX_SHOWN = 280;

/** A term that names something. */
export const shown: Shape<string> = shownWithin(MAX_SHOWN);

/** The name of an atom, of Elixir's modules as Elixir prints it. */
export const name: Shape<string> = new Shape(
  (term) => nameText(readAtom(term)),
  () => z.string(),
);

/** The name of a module, of an atom or in a binary, as its language prints it. */
export const module: Shape<string> = new Shape(
  (term) => moduleText(term instanceof Atom ? term.name : readText(term)),
  () => z.string(),
);

/** The same as `name`; missing where the node sends `[]`, since `none` may be a name. */
export const knownName: OptionalShape<string> = new OptionalShape(
  (term) => {
    const known = readRegisteredName(term);
    return known && nameText(known);
  },
  () => z.string().optional(),
);

/** A name, of an atom or in a binary. */
export const nameOrText: Shape<string> = new Shape(
  (term) => nameText(term instanceof Atom ? term.name : readText(term)),
  () => z.string(),
);

/** The name of an atom, or a pid as text. */
export const nameOrPid: Shape<string> = new Shape(
  (term, reading) => (term instanceof Atom ? name : pid).read(term, reading),
  () => z.string(),
);

/** `{Module, Function, Arity}` as text: `gen_server:loop/7`, `MyApp.Server.init/1`. */
export const mfa: Shape<string> = new Shape(
  (term) => mfaText(readMfa(term)),
  () => z.string(),
);

/** `{Name, Arity}` as text: `loop/7`. */
export const nameArity: Shape<string> = new Shape(
  (term) => {
    const [name = term, arity = term] = readTuple(term, 2);
    return nameArityText(readAtom(name), readInteger(arity));
  },
  () => z.string(),
);
