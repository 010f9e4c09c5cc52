/**
 * The code of a member's modules, to find which of them differ between members.
 *
 * @module
 */

import {
  type AnswerOf,
  defineQuestion,
  encodeArgs,
  s,
} from "../../beam/mod.ts";
import { binary } from "../../etf/mod.ts";

/** Maximum modules of an answer, over all applications. */
const MAX_MODULES = 1500;

/** Digests of the loaded modules of these applications. */
export const codeDigestsQuestion = defineQuestion("code_digests", {
  encode: (applications: readonly string[]) =>
    encodeArgs({ applications: applications.map(binary), limit: MAX_MODULES }),
  shape: s.record({
    applications: s.list(s.row({
      application: s.name,
      modules: s.list(s.row({ module: s.module, digest: s.integer })),
    })),
  }),
});

/** Answer of {@linkcode codeDigestsQuestion}. */
export type CodeDigests = AnswerOf<typeof codeDigestsQuestion>;
