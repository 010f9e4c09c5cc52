/**
 * Rows of an ETS table.
 *
 * @module
 */

import { atom, boolean, map, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Content,
  type ContentLimits,
  contentRefused,
  type Cost,
  defineProbe,
  encodeLimits,
  encodeTable,
  marked,
  type Probe,
  readAtom,
  readBoolean,
  readContents,
  readFields,
  readInteger,
  readList,
  readPid,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";

/** Larger tables are not scanned for a pattern unless forced, in rows. */
export const MAX_SCAN = 1_000_000;

/** Arguments of {@linkcode etsRows}. */
export interface EtsRowsArgs extends ContentLimits {
  /** A name, or `#Ref<0.1.2.3>`. */
  readonly table: string;
  /** Rows with a key; rows that a pattern matches, with `'_'` and `'$1'` in it; any. */
  readonly select:
    | { readonly key: Term }
    | { readonly match: Term }
    | "sample";
  /** Most rows; at most 100. */
  readonly limit: number;
  /** Scans also a very large table. */
  readonly force?: boolean | undefined;
}

/** Answer of {@linkcode etsRows}. */
export interface EtsRows {
  /** Rows in the table. */
  readonly size: number;
  /** `set`, `ordered_set`, `bag` or `duplicate_bag`. */
  readonly type: string;
  /** Where in a row its key is, from 1. */
  readonly key_position: number;
  readonly rows: readonly Content[];
  /** Whether there may be others that were asked for. */
  readonly more: boolean;
  readonly cost: Cost;
}

/** Reads rows. */
export const etsRows: Probe<EtsRowsArgs, EtsRows> = defineProbe("read_ets", {
  encode({ table, select, limit, force, ...limits }): Term {
    const most = Math.min(Math.max(1, limit), 100);
    const [view, term] = select === "sample"
      ? ["sample", atom("none")] as const
      : "key" in select
      ? ["lookup", marked(select.key)] as const
      : ["match", marked(select.match)] as const;
    return map([
      [atom("table"), encodeTable(table)],
      [atom("view"), atom(view)],
      [atom("term"), term],
      [atom("limit"), most],
      [atom("limits"), encodeLimits(limits, most)],
      [atom("most"), MAX_SCAN],
      [atom("force"), boolean(force === true)],
    ]);
  },
  decode(answer, { cost }): EtsRows {
    const fields = readFields(answer);
    return {
      size: fields.get("size", readInteger),
      type: fields.get("type", readAtom),
      key_position: fields.get("key_position", readInteger),
      rows: fields.get("rows", readContents),
      more: fields.get("more", readBoolean),
      cost,
    };
  },
  refused: (refusal, { table }) =>
    contentRefused(refusal) ?? tableRefused(refusal, table),
});

function tableRefused(refusal: Refusal, table: string): BeamError {
  const { node, detail } = refusal;
  switch (refusal.code) {
    case "private_table":
      return new BeamError(
        "private_table",
        `only its owner ${readPid(detail, node)} can read ${table} on ${node}`,
        { hint: "the state of its owner may hold what you look for" },
      );
    case "scans_table": {
      const [size = detail] = readTuple(detail, 2);
      return new BeamError(
        "scans_table",
        `${table} on ${node} has ${
          readInteger(size)
        } rows, and the pattern does not give the key: all would be looked at`,
        { hint: "give the key in the pattern, or pass force" },
      );
    }
    case "bad_pattern":
      return new BeamError(
        "bad_pattern",
        `the pattern does not fit the table ${table} on ${node}`,
        { hint: "a pattern is a tuple such as {user, '_', '$1'}" },
      );
    case "too_large":
      return new BeamError(
        "too_large",
        `the rows of ${table} on ${node} take more than the ${
          readInteger(detail)
        } bytes that a copy may, or took more than 10 s to find`,
        { hint: "ask for fewer rows, or for one by its key" },
      );
    default: {
      const similar = readList(detail).map(readAtom);
      return new BeamError(
        "no_such_table",
        `there is no table ${table} on ${node}`,
        {
          hint: similar.length > 0
            ? `similar names there: ${similar.join(", ")}`
            : "it may have been deleted; list_ets says which there are",
        },
      );
    }
  }
}
