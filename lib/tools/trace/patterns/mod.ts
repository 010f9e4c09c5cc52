/**
 * Which calls a trace reports, from patterns as people write them in Erlang or
 * Elixir, or from a match specification.
 *
 * @module
 */

import { BeamError } from "../../../beam/mod.ts";
import { Scanner } from "../../../etf/mod.ts";
import { ToolError } from "../../../registry/mod.ts";
import { functionOf } from "../../fields.ts";
import { type Reading, termOf } from "../../terms.ts";
import { ELIXIR } from "./elixir.ts";
import { ERLANG } from "./erlang.ts";
import { type SpecClause, specClauses } from "./heads.ts";
import { checkedSpec } from "./match_spec.ts";
import { Reader } from "./reader.ts";

export type { SpecClause } from "./heads.ts";

/** Maximum clauses, counting each alternative of a guard. */
const MOST_CLAUSES = 100;

/** Which calls are meant; only the language of the node is read, since the other may say something else. */
export interface PatternInput {
  /** `[{user, Id}, _] when Id > 100; …` */
  readonly match?: string | undefined;
  /** `[{['$1'], [{'>', '$1', 100}], []}]` */
  readonly match_spec?: string | undefined;
}

/**
 * The clauses of a pattern or match specification; `undefined` for all calls.
 *
 * @throws {ParseError} `bad_syntax`…, with line and column
 * @throws {ToolError} `invalid_arguments`
 * @throws {BeamError} `bad_pattern`
 */
export function clausesOf(
  { match, match_spec }: PatternInput,
  reading: Reading,
): SpecClause[] | undefined {
  if (match !== undefined && match_spec !== undefined) {
    throw new ToolError(
      "invalid_arguments",
      "match and match_spec exclude each other",
      { hint: "give one of them" },
    );
  }
  if (match_spec !== undefined) {
    return checkedSpec(termOf(match_spec, reading));
  }
  if (match === undefined) return undefined;
  const { syntax, home } = reading;
  const scanner = new Scanner(match, { home, maxBytes: 10_000, maxDepth: 100 });
  const clauses = new Reader(scanner, syntax === "elixir" ? ELIXIR : ERLANG)
    .clauses().flatMap((clause) => specClauses(clause, scanner));
  if (clauses.length <= MOST_CLAUSES) return clauses;
  throw new BeamError(
    "bad_pattern",
    `the pattern has ${clauses.length} clauses; the maximum is ${MOST_CLAUSES}`,
  );
}

/**
 * The function to trace: the one given, or the one that the pattern names, `add(_, N)`.
 *
 * @throws {ToolError} `invalid_arguments` if these differ
 */
export function functionIn(
  { module, function: given }: {
    readonly module: string;
    readonly function?: string | undefined;
  },
  clauses: readonly SpecClause[] = [],
): string | undefined {
  const names = new Set(
    clauses.flatMap(({ name }) => name === undefined ? [] : [name]),
  );
  if (given !== undefined) names.add(functionOf(module, given).name);
  const [name, other] = names;
  if (other === undefined) return given ?? name;
  throw new ToolError(
    "invalid_arguments",
    `match and function name two functions: ${name} and ${other}`,
    { hint: "trace one at a time, or write [A, B] for the arguments of each" },
  );
}

/** Number of arguments of all clauses; `undefined` if they differ or match any number. */
export function arityOf(
  clauses: readonly SpecClause[] = [],
): number | undefined {
  const arities = new Set(
    clauses.map(({ head }) => Array.isArray(head) ? head.length : undefined),
  );
  const [only] = arities;
  return arities.size === 1 ? only : undefined;
}
