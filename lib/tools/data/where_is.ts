/**
 * Where a process is, in the words of errors.
 *
 * @module
 */

import { readKnownMfa } from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";
import { mfaText } from "../fields.ts";

/** `gen_server:loop/7`; a process without a current function is in native code. */
export function whereIs(current: Term): string {
  const mfa = readKnownMfa(current);
  return mfa ? mfaText(mfa) : "native code";
}
