/**
 * Parses pids, ports and references as nodes print them.
 *
 * @module
 */

import { Pid, Port, Reference, type Term } from "../terms.ts";
import type { Scanner } from "./scanner.ts";

const IDENTIFIER =
  /(?<kind>#PID|#Port|#Reference|#Ref|#Pid|)<(?<numbers>\d+(?:\.\d+)+)>/y;
const ELSEWHERE = /(?:#\w+)?<(?:[\w@.-]+@[\w@.-]+|'[^']*')\.[\d.]+>/y;
const OPAQUE = /#[A-Z][\w.]*</y;

/** Parses a pid, port or reference, if it is next. */
export function readIdentifier(scanner: Scanner): Term | undefined {
  const at = scanner.at;
  const found = scanner.match(IDENTIFIER);
  if (found === undefined) {
    const foreign = scanner.match(ELSEWHERE)?.[0];
    if (foreign !== undefined) {
      scanner.fail(
        `${foreign} belongs to another node, or to this one before a restart`,
        at,
        "ask that node, which writes it <0.…>",
      );
    }
    const opaque = scanner.match(OPAQUE)?.[0];
    if (opaque !== undefined) {
      scanner.fail(`${opaque}…> cannot be read back`, at);
    }
    return undefined;
  }
  const [text, kind = "", numbers = ""] = found;
  const [owner, ...words] = numbers.split(".").map(BigInt);
  const { home } = scanner.limits;
  if (owner !== 0n) {
    scanner.fail(
      `${text} is numbered by the node that printed it`,
      at,
      "only identifiers of the node itself, <0.…>, can be read back",
    );
  }
  if (home === undefined) {
    scanner.fail(`${text} needs a node to belong to, and none is given`, at);
  }
  const term = make(kind, words, scanner.atom(home.node, at), home.creation);
  return term ?? scanner.fail(`${text} has the wrong number of parts`, at);
}

function make(
  kind: string,
  words: readonly bigint[],
  node: Pid["node"],
  creation: number,
): Term | undefined {
  const small = words.map(Number);
  const [first = 0, second = 0] = small;
  const [id = 0n] = words;
  const fit = words.every((word) => word < 2n ** 32n);
  switch (kind) {
    case "#Port":
      return words.length === 1 && id < 2n ** 64n
        ? new Port(node, id, creation)
        : undefined;
    case "#Ref":
    case "#Reference":
      return fit && words.length <= 5
        ? new Reference(node, small.reverse(), creation)
        : undefined;
    default:
      return fit && words.length === 2
        ? new Pid(node, first, second, creation)
        : undefined;
  }
}
