/**
 * Errors of questions about one process.
 *
 * @module
 */

import { refusals, type Refused } from "./refusals.ts";

/** Why `erl/names.erl`, or a question about one process, refused. */
export const processRefused: Refused = refusals({
  no_such_name: {
    says: "nothing is registered as {it} on {node}",
    hint: "similar names there: {*}",
    hintIfNone: "give a pid, or search for the name with find",
  },
  elsewhere: {
    code: "foreign_pid",
    says: "{it} is a process of {*}",
    hint: "ask {*} about it",
  },
  no_such_atom: {
    code: "no_such_name",
    says: "nothing is registered as {it} on {node}",
    hint: "it has no atom '{*}': check the spelling",
  },
  not_a_process: { says: "{it} is a port on {node}, not a process" },
  no_answer: {
    says:
      "{it} on {node} did not answer: it is in native code that does not yield, or too large to be read",
    hint: "ask again later; that it does not answer is itself a finding",
  },
  no_such_process: {
    says: "there is no process {it} on {node}",
    hint: "it has ended; look it up again by name, or with list_processes",
  },
});
