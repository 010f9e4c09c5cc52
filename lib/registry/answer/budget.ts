/**
 * Cuts an answer to its byte budget: lists lose items from their end, largest
 * list first, then texts lose their end. What is cut is counted.
 *
 * @module
 */

import { ToolError } from "../errors.ts";

/** Default budget of an answer, in bytes. */
export const DEFAULT_BUDGET_BYTES = 8192;

/** An answer within its budget. */
export interface Fitted {
  readonly value: Record<string, unknown>;
  /** Items cut from each list or bytes from each text, by path: `{ processes: 12 }`. */
  readonly omitted: Readonly<Record<string, number>>;
}

/** Bytes reserved for saying what was cut. */
const RESERVE = 160;

/** Bytes of `omitted` that fit into that reserve; more are reserved if it is longer. */
const WORDS = 32;

/** Maximum steps; each takes the excess off the largest part. */
const MAX_STEPS = 200;

/**
 * Returns the answer itself if `measure` finds it within `budget` bytes, else a
 * copy that is cut until it is.
 *
 * @throws {ToolError} `answer_too_large` when nothing is left to cut
 */
export function fit(
  value: Record<string, unknown>,
  budget: number,
  measure: (value: unknown) => number = jsonBytes,
  reserve: number = RESERVE,
): Fitted {
  if (measure(value) <= budget) return { value, omitted: {} };
  const copy = structuredClone(value);
  // A Map, since a field may be called "constructor".
  const omitted = new Map<string, number>();
  for (let step = 0; step < MAX_STEPS; step++) {
    const counts = Object.fromEntries(omitted);
    const words = Math.max(0, jsonBytes(counts) - WORDS);
    const excess = measure(copy) + reserve + words - budget;
    if (excess <= 0) return { value: copy, omitted: counts };
    const part = largest(copy, omitted);
    if (part === undefined) break;
    omitted.set(part.path, (omitted.get(part.path) ?? 0) + part.cut(excess));
  }
  throw new ToolError(
    "answer_too_large",
    `the answer exceeds ${budget} bytes even when cut`,
    { hint: "ask for less: a lower limit, a narrower filter" },
  );
}

/** Share of the budget that rows get; the rest is for what separates them and stands beside them. */
const ROWS_SHARE = 0.8;

/** Bytes reserved in a row for saying what was cut from it. */
const ROW_RESERVE = 48;

/**
 * Fits rows into a shared budget, in bytes: small ones stay whole, large ones
 * are cut to equal shares, so that no row is dropped for another. A row that
 * cannot be cut that far stays as it is.
 */
export function fitRows(
  rows: readonly Record<string, unknown>[],
  budget: number,
): Record<string, unknown>[] {
  const fitted = [...rows];
  const bySize = rows.map((row, index) => ({
    row,
    index,
    size: jsonBytes(row),
  }))
    .sort((a, b) => a.size - b.size);
  let left = budget * ROWS_SHARE;
  for (const [place, { row, index, size }] of bySize.entries()) {
    const share = left / (rows.length - place);
    left -= Math.min(size, share);
    if (size > share) fitted[index] = cutRow(row, share);
  }
  return fitted;
}

function cutRow(
  row: Record<string, unknown>,
  share: number,
): Record<string, unknown> {
  try {
    const { value, omitted } = fit(row, share, jsonBytes, ROW_RESERVE);
    return { ...value, omitted };
  } catch (error) {
    if (error instanceof ToolError) return row;
    throw error;
  }
}

/** The size of a value as JSON, in UTF-8 bytes. */
export function jsonBytes(value: unknown): number {
  return utf8Bytes(JSON.stringify(value));
}

/** The size of a text, in UTF-8 bytes. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

interface Part {
  readonly path: string;
  readonly bytes: number;
  /** Takes off about `excess` bytes; returns how many items or bytes that were. */
  cut(excess: number): number;
}

/** The largest list of several items, else the longest text, else the largest list. */
function largest(
  root: object,
  omitted: ReadonlyMap<string, number>,
): Part | undefined {
  let list: Part | undefined;
  let text: Part | undefined;
  let single: Part | undefined;
  const walk = (holder: object, prefix: string): void => {
    for (const [key, value] of Object.entries(holder)) {
      const path = Array.isArray(holder) ? prefix : joinPath(prefix, key);
      if (Array.isArray(value) && value.length > 0) {
        const part = listPart(path, value, jsonBytes(value));
        if (value.length > 1) list = larger(list, part);
        else single = larger(single, part);
      }
      if (typeof value === "string" && value.length > 64) {
        text = larger(
          text,
          textPart(path, holder, key, value, omitted.has(path)),
        );
      }
      if (typeof value === "object" && value !== null) walk(value, path);
    }
  };
  walk(root, "");
  return list ?? text ?? single;
}

function larger(a: Part | undefined, b: Part): Part {
  return a !== undefined && a.bytes >= b.bytes ? a : b;
}

function listPart(path: string, list: unknown[], bytes: number): Part {
  return {
    path,
    bytes,
    cut(excess): number {
      const share = Math.ceil(list.length * excess / bytes);
      const count = Math.min(list.length, Math.max(1, share));
      list.length -= count;
      return count;
    },
  };
}

/** `cutBefore`: the text may end in the ellipsis of an earlier step. */
function textPart(
  path: string,
  holder: object,
  key: string,
  marked: string,
  cutBefore: boolean,
): Part {
  const text = cutBefore ? marked.replace(/…$/, "") : marked;
  const bytes = utf8Bytes(text);
  return {
    path,
    bytes,
    cut(excess): number {
      const keep = Math.max(0, Math.floor(text.length * (1 - excess / bytes)));
      const kept = text.slice(0, Math.min(keep, text.length - 8))
        .replace(/[\ud800-\udbff]$/, "");
      Reflect.set(holder, key, `${kept}…`);
      return bytes - utf8Bytes(kept);
    },
  };
}

function joinPath(prefix: string, key: string): string {
  return prefix === "" ? key : `${prefix}.${key}`;
}
