/**
 * How processes of a node hang together.
 *
 * @module
 */

import { Atom, atom, map, type Term } from "../etf/mod.ts";
import { BeamError } from "./errors.ts";
import { encodeProcess, readPid } from "./identifiers.ts";
import { readRelatedId } from "./process_parts.ts";
import { processRefused, spawnersUnknown } from "./process_refused.ts";
import { type ProcessRow, readProcessRow } from "./process_rows.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  readBoolean,
  readFields,
  readInteger,
  readList,
  readMfa,
  readTable,
  readTuple,
} from "./read.ts";

/** By what processes hang together, and its name in `get_process_graph.erl`. */
const GRAPH_TERMS = {
  links: "links",
  monitors: "monitors",
  wait_for: "waits",
  spawned: "spawns",
} as const;

/** By what processes hang together. */
export type GraphKind = keyof typeof GRAPH_TERMS;

/** The names of {@linkcode GraphKind}. */
export const GRAPH_KINDS = [
  "links",
  "monitors",
  "wait_for",
  "spawned",
] as const satisfies readonly GraphKind[];

/** Arguments of {@linkcode processGraph}. */
export interface ProcessGraphArgs {
  readonly kind: GraphKind;
  /** Where to begin; for `wait_for` and `spawned`, the whole node if left out. */
  readonly process?: string | undefined;
  /** So many steps from there; at most 20. */
  readonly depth: number;
  /** Most processes; at most 150. */
  readonly limit: number;
}

/** From one process to another. */
export interface GraphEdge {
  readonly from: string;
  /** A pid, a port or a name: `name`, `other@host:name`; of waits, `unknown` where nothing tells. */
  readonly to: string;
  /** `link`, `monitors`, `monitored_by`, `spawned`; of waits, the function. */
  readonly how: string;
  /** Of waits: it may be another one of those that have an edge from here. */
  readonly doubtful?: boolean | undefined;
}

/** So many of something that one process has. */
export interface GraphCount {
  readonly process: string;
  readonly count: number;
}

/** Answer of {@linkcode processGraph}. */
export interface ProcessGraph {
  readonly edges: readonly GraphEdge[];
  /** Whether there is more than the limit lets be shown. */
  readonly truncated: boolean;
  /** The processes of the node that edges name, the one to begin with first. */
  readonly nodes: readonly ProcessRow[];
  /** On the node, where all were looked at. */
  readonly total?: number | undefined;
  /** Of waits: how many wait in a call; each has an edge, unless `truncated`. */
  readonly waiting?: number | undefined;
  /** Of waits: rings of processes that wait for each other, and did not move between two looks. */
  readonly cycles?: readonly (readonly string[])[] | undefined;
  /** Of waits: such rings if doubtful edges are as they seem. */
  readonly possible_cycles?: readonly (readonly string[])[] | undefined;
  /** Of waits: for whom most wait. */
  readonly awaited?: readonly GraphCount[] | undefined;
  /** Of spawns: where trees begin. */
  readonly roots?: readonly string[] | undefined;
  /** Of spawns: how many live children each process has, of those shown. */
  readonly children?: readonly GraphCount[] | undefined;
  /** Of spawns: processes that have ended, by the live children they left. */
  readonly orphans?: readonly GraphCount[] | undefined;
  readonly cost: Cost;
}

/** Follows edges between processes. */
export const processGraph: Probe<ProcessGraphArgs, ProcessGraph> = defineProbe(
  "get_process_graph",
  {
    encode({ kind, process, depth, limit }): Term {
      if (process === undefined && (kind === "links" || kind === "monitors")) {
        throw new BeamError("bad_process", `${kind} of which process?`, {
          hint: "pass process; wait_for and spawned do without",
        });
      }
      return map([
        [atom("kind"), atom(GRAPH_TERMS[kind])],
        [
          atom("process"),
          process === undefined ? atom("none") : encodeProcess(process),
        ],
        [atom("depth"), Math.min(Math.max(1, depth), 20)],
        [atom("limit"), Math.min(Math.max(1, limit), 150)],
      ]);
    },
    decode(answer, { node, cost }): ProcessGraph {
      const fields = readFields(answer);
      const id = (term: Term): string => readRelatedId(term, node);
      const words = fields.get("word_bytes", readInteger);
      const counts = (key: string): readonly GraphCount[] | undefined =>
        fields.find(key, (found) =>
          readList(found).map((entry) => {
            const [process = entry, count = entry] = readTuple(entry);
            return { process: id(process), count: readInteger(count) };
          }));
      const rings = (key: string): readonly string[][] | undefined =>
        fields.find(
          key,
          (found) => readList(found).map((ring) => readList(ring).map(id)),
        );
      return {
        edges: fields.get("edges", readList).map((edge) => {
          const [from = edge, to = edge, how = edge] = readTuple(edge, 3);
          return { from: readPid(from, node), to: id(to), ...readHow(how) };
        }),
        truncated: fields.get("truncated", readBoolean),
        nodes: fields.get("nodes", readTable).map((row) =>
          readProcessRow(row, node, words)
        ),
        total: fields.find("total", readInteger),
        waiting: fields.find("waiting", readInteger),
        cycles: rings("cycles"),
        possible_cycles: rings("possible_cycles"),
        awaited: counts("awaited"),
        roots: fields.find("roots", (roots) => readList(roots).map(id)),
        children: counts("children"),
        orphans: counts("orphans"),
        cost,
      };
    },
    refused: (refusal, { process = "" }) =>
      refusal.code === "not_known"
        ? spawnersUnknown(refusal, "kind links shows most of it")
        : processRefused(refusal, process),
  },
);

function readHow(how: Term): Pick<GraphEdge, "how" | "doubtful"> {
  if (how instanceof Atom) return { how: how.name };
  const elements = readTuple(how);
  const [, guess] = elements;
  if (elements.length === 2 && guess !== undefined) {
    return { ...readHow(guess), doubtful: true };
  }
  const mfa = readMfa(how);
  return { how: `${mfa.module}:${mfa.function}/${mfa.arity}` };
}
