/**
 * Numbers as people read them: at most three digits that matter, and a unit.
 *
 * @module
 */

const BINARY = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] as const;
const DECIMAL = ["", "k", "M", "G", "T", "P"] as const;

/** Formats a number of bytes: `512 B`, `1.2 MiB`. */
export function bytes(count: number): string {
  return scaled(count, 1024, BINARY);
}

/** Formats a count in little room: `640`, `12.3 k`, `1.2 M`. */
export function compact(count: number): string {
  return scaled(count, 1000, DECIMAL);
}

/** Formats a number exactly, its thousands apart: `1,048,576`. */
export function exact(count: number): string {
  return count.toLocaleString("en-US", { maximumFractionDigits: 20 });
}

/** Formats a time in ms: `0.4 ms`, `3.4 s`, `2 min 5 s`, `4 d 3 h`. */
export function duration(ms: number): string {
  const size = Math.abs(ms);
  if (size > 0 && size < 0.0995) return `${digits(ms * 1000)} µs`;
  if (size < 999.5) return `${digits(ms)} ms`;
  if (size < 59_950) return `${digits(ms / 1000)} s`;
  const sign = ms < 0 ? "-" : "";
  const seconds = Math.round(size / 1000);
  if (seconds < 3600) return sign + two(seconds, 60, "min", "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return sign + two(minutes, 60, "h", "min");
  return sign + two(Math.round(minutes / 60), 24, "d", "h");
}

/** Formats a percentage: `0 %`, `< 0.1 %`, `12.5 %`, `100 %`. What is not quite all never reads as all. */
export function percent(value: number): string {
  if (value > 0 && value < 0.1) return "< 0.1 %";
  if (value > 99.9 && value < 100) return "> 99.9 %";
  return `${Number(value.toFixed(1))} %`;
}

/** Formats a part of a limit: `60 of 262,144 (< 0.1 %)`. */
export function share(count: number, limit: number): string {
  const part = limit > 0 ? ` (${percent(100 * count / limit)})` : "";
  return `${exact(count)} of ${exact(limit)}${part}`;
}

function two(
  count: number,
  each: number,
  large: string,
  small: string,
): string {
  const rest = count % each;
  const whole = `${exact(Math.floor(count / each))} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}

function scaled(
  count: number,
  base: number,
  units: readonly string[],
): string {
  let value = count;
  let unit = 0;
  // What would be rounded up to the next unit is written in it.
  while (Math.abs(value) >= base - 0.5 && unit < units.length - 1) {
    value /= base;
    unit++;
  }
  const number = unit === 0 && Number.isInteger(value)
    ? `${value}`
    : digits(value, unit > 0);
  return units[unit] === "" ? number : `${number} ${units[unit]}`;
}

/** Rounds to one decimal place below 100, and to none above; `keep` writes `.0` too. */
function digits(value: number, keep = false): string {
  const size = Math.abs(value);
  if (size >= 99.95) return value.toFixed(0);
  const rounded = value.toFixed(1);
  return keep ? rounded : `${Number(rounded)}`;
}
