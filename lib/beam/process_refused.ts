/**
 * Why a question about a process has no answer, in words.
 *
 * @module
 */

import { BeamError } from "./errors.ts";
import type { Refusal } from "./probe.ts";
import { readAtom, readList, readText } from "./read.ts";

/** The words for what `erl/names.erl` and probes about a process refuse. */
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
            : "give a pid, or look for the name in the list of processes",
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
        { hint: `it has no atom '${readText(detail)}': look at the spelling` },
      );
    case "not_a_process":
      return new BeamError(
        "not_a_process",
        `${process} is a port on ${node}, not a process`,
      );
    case "no_answer":
      return new BeamError(
        "no_answer",
        `${process} on ${node} gave no sign: it is inside native code that does not yield, or too large to be looked at`,
        {
          hint: "ask again later; that it does not answer is itself a finding",
        },
      );
    default:
      return new BeamError(
        "no_such_process",
        `there is no process ${process} on ${node}`,
        { hint: "it has ended; look it up again by name or in the list" },
      );
  }
}
