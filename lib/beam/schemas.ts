/**
 * Which fields of structs their Ecto schemas mark with `redact: true`.
 *
 * @module
 */

import { Atom, binary, type Term } from "../etf/mod.ts";
import { defineQuestion, encodeArgs } from "./probe.ts";
import { readAtom, readList } from "./read.ts";
import { list, record, Shape } from "./shape.ts";
import * as z from "zod";

/** The marked fields of a struct; `all` where its module did not say. */
export type HiddenFields = readonly string[] | "all";

const hidden: Shape<HiddenFields> = new Shape<HiddenFields>(
  (term: Term) => term instanceof Atom ? "all" : readList(term).map(readAtom),
  () => z.union([z.array(z.string()), z.literal("all")]),
);

/** Asks the modules of structs, by the names of their atoms; the answers are in the same order. */
export const redactFieldsQuestion = defineQuestion("redact_fields", {
  encode: ({ structs }: { readonly structs: readonly string[] }) =>
    encodeArgs({ structs: structs.map((name) => binary(name)) }),
  shape: record({ fields: list(hidden) }),
});
