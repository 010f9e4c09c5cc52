/**
 * `beamtap doctor NODE`: reports every step to a first answer, to find out why a node
 * cannot be reached.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import {
  type Diagnosis,
  examine,
  type Finding,
  type NodeSpec,
} from "../../node/mod.ts";
import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { formatOf, printAnswer } from "../output.ts";
import { type NamedNode, parseNamedNode } from "../node_spec.ts";
import { NodeSpecs } from "../node_specs.ts";
import { readSettings } from "../settings.ts";
import { plain, severe } from "../terminal/colour.ts";
import type { PageOptions } from "../terminal/page.ts";
import { Spinner } from "../terminal/spinner.ts";
import { wrapped } from "../terminal/width.ts";

const MARKS = { ok: "ok", warning: "WARN", failed: "FAIL", note: "note" };

/** Runs the command; returns 1 if the node cannot be reached. */
export async function doctor(args: Arguments): Promise<number> {
  const settings = readSettings(args, []);
  const node = nodeToExamine(args.operands, settings.nodes);
  const specs = new NodeSpecs({ ...settings, nodes: [node] });
  specs.check(node);
  const diagnosis = await examined(specs.of(node), settings.name);
  await printAnswer({
    fields: { ...diagnosis },
    text: describe(diagnosis),
    layout: (_, options) => describe(diagnosis, options).split("\n"),
  }, formatOf(args));
  return diagnosis.reachable ? 0 : 1;
}

/** Examines a node, and says so while it takes long. */
export async function examined(
  spec: NodeSpec,
  alive: string | undefined,
): Promise<Diagnosis> {
  using _spinner = new Spinner(() => `trying each step to ${spec.name}`);
  return await examine(spec, { alive });
}

/** Returns the node to examine with its settings; without an argument, the only configured one. */
function nodeToExamine(
  operands: readonly string[],
  known: readonly NamedNode[],
): NamedNode {
  const [wanted] = operands;
  if (wanted !== undefined && operands.length === 1) {
    return known.find(({ name, alias }) =>
      wanted === name || wanted === alias
    ) ??
      parseNamedNode(wanted);
  }
  const [only] = known;
  if (only !== undefined && operands.length === 0 && known.length === 1) {
    return only;
  }
  const given = operands.length || known.length;
  throw badValue(
    `doctor examines one node, but ${given || "none"} ${
      given > 1 ? "are" : "is"
    } given`,
    "usage: beamtap doctor NAME@HOST",
  );
}

/** Formats a diagnosis as text; on a terminal, sentences are broken to its width. */
export function describe(
  diagnosis: Diagnosis,
  terminal: Pick<PageOptions, "width" | "paint"> = { width: Infinity },
): string {
  const { node, findings } = diagnosis;
  const width = Math.max(...findings.map(({ step }) => step.length));
  const total = findings.reduce((sum, { ms }) => sum + ms, 0);
  return [
    node,
    ...findings.flatMap((finding) => lines(finding, width, terminal)),
    `${verdictOf(diagnosis)}, ${total.toFixed(0)} ms in total`,
  ].join("\n");
}

/** Whether a node was reached, and whether it answered. */
function verdictOf({ reachable, findings }: Diagnosis): string {
  if (reachable) return "reachable";
  const isLinked = findings.some(({ step, outcome }) =>
    step === "proof" && outcome === "ok"
  );
  if (!isLinked) return "not reachable";
  return findings.some(({ code }) => code === "atom_table_full")
    ? "reached, but beamtap does not ask it anything"
    : "reached, but it answered no question";
}

function lines(
  finding: Finding,
  width: number,
  { width: columns, paint = plain }: Pick<PageOptions, "width" | "paint">,
): string[] {
  const { step, outcome, text, ms, tried, todo } = finding;
  const indent = " ".repeat(width + 8);
  const mark = MARKS[outcome];
  const head = `  ${severe(mark, mark.padEnd(4), paint)}  ${
    step.padEnd(width)
  }`;
  const broken = (line: string): string[] =>
    wrapped(visible(line), columns - indent.length - 2);
  const [first, ...rest] = broken(`${text} (${ms} ms)`);
  return [
    `${head}  ${first}`,
    ...[...rest, ...tried.flatMap(broken)].map((line) => `${indent}  ${line}`),
    ...todo.map((line) => `${indent}> ${visible(line)}`),
  ];
}
