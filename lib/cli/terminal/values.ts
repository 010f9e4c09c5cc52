/**
 * Values of answers as people read them: the name of a field says its unit.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import { type Fields, isRecord } from "../../registry/mod.ts";
import { bytes, compact, duration, exact, percent, share } from "./units.ts";

/** How exactly numbers are shown: in columns of a table there is little room. */
export type Exactness = "exact" | "compact";

/** Numbers above this are short where there is little room. */
const MAX_EXACT = 9_999_999;

/** Numbers that name something. */
const NAMES = /^(incarnation|os_pid|port|line|key_position|rotation|.*_byte)$/;

/** Limits that are none where they are 0. */
const LIMITS = /^max_heap_bytes$/;

/** Settings that are true, false or a name. */
const SETTINGS = /_concurrency$/;

/** The units that names of fields end with, and how their values are shown; the first that fits. */
const UNITS: readonly (readonly [RegExp, (value: number) => string])[] = [
  [NAMES, String],
  [/^at_ms$/, (ms) => ms.toFixed(3)],
  [/(^|_)bytes(_per_s)?$/, bytes],
  [/(^|_)(ms|ms_on_target)$/, duration],
  [/_us$/, (us) => duration(us / 1000)],
  [/_s_ago$/, (s) => `${duration(s * 1000)} ago`],
  [/(?<!_per)_s$/, (s) => duration(s * 1000)],
  [/(^|_)percent$/, percent],
];

/** What is measured where the name of the field does not say it. */
const MEASURED = new Set(["bytes", "memory", "heap", "stack", "binary"]);

/** Returns the heading of a field: its name in words, without its unit. */
export function titleOf(key: string): string {
  const words = key === "ms_on_target"
    ? "elapsed on target"
    : key.endsWith("_per_s")
    ? key.replace(/(_bytes)?_per_s$/, "/s")
    : key.replace(/^ms_|(?<=.)_(bytes|ms|us|s|percent)$/, "");
  return visible(words.replaceAll("_", " "));
}

/** Returns the heading of a field whose name is data, not ours: as it is. */
export function nameOf(key: string): string {
  return visible(key);
}

/**
 * Formats a value; `of` is the name of its field, or of the record that it is in. `title`
 * makes the headings of a record's fields.
 */
export function valueText(
  of: string,
  value: unknown,
  exactness: Exactness = "exact",
  title: (key: string) => string = titleOf,
): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return numberText(of, value, exactness);
  if (value === true || value === "true" && SETTINGS.test(of)) return "yes";
  if (value === false || value === "false" && SETTINGS.test(of)) return "no";
  if (Array.isArray(value)) {
    return value.map((item) => itemText(of, item, exactness)).join(", ");
  }
  return isRecord(value)
    ? recordText(of, value, exactness, title)
    : visible(String(value));
}

/** Formats an item of a list: a list in brackets, so that it stays apart from the next. */
export function itemText(
  of: string,
  item: unknown,
  exactness: Exactness = "exact",
): string {
  const text = valueText(of, item, exactness);
  return Array.isArray(item) ? `[${text}]` : text;
}

/** Whether values of a field are numbers with a unit, which their record passes on to its fields. */
export function hasUnit(key: string): boolean {
  return UNITS.some(([pattern]) => pattern.test(key));
}

/** Returns the name that a measured value would have; `measure` is what rows are sorted by or a unit. */
export function measuredAs(key: string, measure: unknown): string {
  return typeof measure === "string" &&
      (MEASURED.has(measure) || measure.endsWith("_bytes"))
    ? `${key}_bytes`
    : key;
}

function recordText(
  of: string,
  record: Fields,
  exactness: Exactness,
  title: (key: string) => string,
): string {
  const { count, limit, ...others } = record;
  if (
    typeof count === "number" && typeof limit === "number" &&
    Object.keys(others).length === 0
  ) return share(count, limit);
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined || value === null) continue;
    const text = valueText(hasUnit(of) ? of : key, value, exactness);
    if (text === "") continue;
    pairs.push(`${title(key)} ${text}`);
  }
  return pairs.join(", ");
}

function numberText(
  of: string,
  value: number,
  exactness: Exactness,
): string {
  if (value === 0 && LIMITS.test(of)) return "no limit";
  const unit = UNITS.find(([pattern]) => pattern.test(of));
  if (unit) return unit[1](value);
  return exactness === "compact" && Math.abs(value) > MAX_EXACT
    ? compact(value)
    : exact(value);
}
