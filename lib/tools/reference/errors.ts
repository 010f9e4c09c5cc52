/**
 * What each error code means and what to do about it.
 *
 * @module
 */

import type { Advice, AnswerErrorCode } from "./advice.ts";
import { CALLING, CHANGING, SUBJECTS, WATCHING } from "./errors_of_calls.ts";
import { LINK, REACHING, TLS } from "./errors_of_links.ts";

/** The codes of answers. */
export const ERRORS: Readonly<Record<AnswerErrorCode, Advice>> = {
  ...REACHING,
  ...TLS,
  ...LINK,
  ...CALLING,
  ...SUBJECTS,
  ...WATCHING,
  ...CHANGING,
};
