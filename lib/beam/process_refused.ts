/**
 * Errors of questions about one process.
 *
 * @module
 */

import { BeamError } from "./errors.ts";
import type { Refusal } from "./probe.ts";
import { readAtom, readList, readText } from "./read.ts";

/** Says why `erl/names.erl`, or a probe about one process, refused. */
export function processRefused(refusal: Refusal, process: string): BeamError {
  const { node, detail } = refusal;
  switch (refusal.code) {
    case "no_such_name": {
      const similar = readList(detail).map(readAtom);
      return new BeamError(
        "no_such_name",
        `nothing is registered as ${process} on ${node}`,
        {
          hint: similar.length > 0
            ? `similar names there: ${similar.join(", ")}`
            : "give a pid, or search for the name with find",
        },
      );
    }
    case "elsewhere":
      return new BeamError(
        "foreign_pid",
        `${process} is a process of ${readAtom(detail)}`,
        { hint: `ask ${readAtom(detail)} about it` },
      );
    case "no_such_atom":
      return new BeamError(
        "no_such_name",
        `nothing is registered as ${process} on ${node}`,
        { hint: `it has no atom '${readText(detail)}': check the spelling` },
      );
    case "not_a_process":
      return new BeamError(
        "not_a_process",
        `${process} is a port on ${node}, not a process`,
      );
    case "no_answer":
      return new BeamError(
        "no_answer",
        `${process} on ${node} did not answer: it is in native code that does not yield, or too large to read`,
        {
          hint: "ask again later; that it does not answer is itself a finding",
        },
      );
    default:
      return new BeamError(
        "no_such_process",
        `there is no process ${process} on ${node}`,
        {
          hint:
            "it has ended; look it up again by name, or with list_processes",
        },
      );
  }
}
