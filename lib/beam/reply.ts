/**
 * What a probe's envelope sends back, and what its failures mean; see
 * `erl/envelope.erl`.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";
import type { BeamtapError } from "../errors.ts";
import { BeamError } from "./errors.ts";
import {
  type Cost,
  type Probe,
  type Reading,
  type Show,
  showErlang,
} from "./probe.ts";
import type { Remote } from "./remote.ts";
import { readAtom, readText, readTuple, unexpected } from "./read.ts";
import { flag, integer, list, pid, record } from "./shape.ts";
import { spoken } from "./words.ts";

/** The question that a reply answers. */
export interface Asked {
  readonly node: string;
  /** What was asked for, for error messages. */
  readonly what: string;
  /** Known trouble of the node. */
  readonly trouble: Remote["trouble"];
  /** How its terms are written. @default {in Erlang} */
  readonly show?: Show | undefined;
}

/**
 * The answer of a node in `{Outcome, Cost}`, whose words are restored.
 *
 * @throws {BeamError} when it has none
 */
export function readReply<Args, Answer>(
  value: Term,
  probe: Probe<Args, Answer>,
  args: Args,
  asked: Asked,
): Answer {
  const { node, show = showErlang } = asked;
  const [outcome = value, cost = value] = readTuple(value, 2);
  const [kind = outcome, first = outcome, detail = outcome] = readTuple(
    outcome,
  );
  switch (readAtom(kind)) {
    case "ok":
      return probe.decode(first, readingOf(cost, node, show), args);
    case "refused":
      throw probe.refused?.(
        { code: readAtom(first), detail, node, show },
        args,
      ) ??
        unexpected("an answer", outcome);
    case "failed":
      throw failed(readAtom(first), spoken(readText(detail)), asked);
    default:
      throw unexpected("an outcome", outcome);
  }
}

const COST = record({
  word_bytes: integer,
  ms_on_target: integer.optional(),
  processes_scanned: integer.optional(),
  partial: flag.optional(),
  no_answer: list(pid).optional(),
});

const NO_COST: Cost = { ms_on_target: 0, processes_scanned: 0 };

/** The context for reading an answer of `node`. */
export function readingOf(
  cost: Term,
  node: string,
  show: Show = showErlang,
): Reading {
  const { word_bytes: wordBytes, partial, no_answer = [], ...known } = COST
    .read(cost, { node, show, wordBytes: 0, cost: NO_COST });
  return {
    node,
    show,
    wordBytes,
    cost: {
      ms_on_target: known.ms_on_target ?? NO_COST.ms_on_target,
      processes_scanned: known.processes_scanned ?? NO_COST.processes_scanned,
      ...partial && { partial },
      ...no_answer.length > 0 && { no_answer },
    },
  };
}

/** Failures in spite of the probe. */
function failed(
  code: string,
  text: string,
  { what, trouble }: Asked,
): BeamError {
  switch (code) {
    case "target_timeout": {
      const why = trouble ? `: ${trouble.text}` : "";
      return new BeamError(
        "target_timeout",
        `${what} reached its time limit on the node before anything was known${why}`,
        {
          hint: trouble?.hint ??
            "the node is busy and beamtap runs at low priority: allow more time, or ask for less",
        },
      );
    }
    case "probe_killed":
      return killed(what);
    default:
      return new BeamError(
        "probe_crashed",
        `${what} failed on the node: ${text}`,
        { hint: "this is a bug in beamtap: please report it" },
      );
  }
}

/** Says that a question, or all of its call, was killed. */
export function killed(what: string, cause?: BeamtapError): BeamError {
  return new BeamError(
    "probe_killed",
    `${what} was killed on the node, most likely because it exceeded its memory limit`,
    {
      hint: "ask for less; the node itself is unharmed",
      cause,
    },
  );
}
