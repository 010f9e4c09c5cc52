/**
 * Flame graphs of sampled stacks: as text, and as a picture.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import type { StackCounts } from "./stack_samples.ts";

/** A function on some stacks, with what it called. */
interface Frame {
  readonly name: string;
  count: number;
  readonly calls: Map<string, Frame>;
}

/**
 * A flame graph as text: one line per function with its share of all samples, callees
 * indented below it. Shares below `min_percent` are left out.
 */
export function flameText(
  stacks: StackCounts,
  { min_percent = 1 }: { readonly min_percent?: number } = {},
): string {
  const root = framesOf(stacks);
  const lines: string[] = [];
  const draw = (frame: Frame, depth: number): void => {
    for (const inner of largestFirst(frame)) {
      const percent = 100 * inner.count / root.count;
      if (percent < min_percent) continue;
      lines.push(
        `${percent.toFixed(1).padStart(5)}% ${"  ".repeat(depth)}${
          visible(inner.name)
        }`,
      );
      draw(inner, depth + 1);
    }
  };
  draw(root, 0);
  return lines.join("\n");
}

/** Smaller shares are left out of a picture, in percent. */
const MIN_PERCENT = 0.1;
const WIDTH = 1200;
const ROW = 18;
/** Maximum functions and rows of a picture. */
const MAX_BOXES = 2000;
const MAX_ROWS = 200;
/** Average width of a letter, in pixels. */
const LETTER = 6.6;

/** The same as an SVG picture, the outermost functions at the bottom; without scripts. */
export function flameSvg(stacks: StackCounts, title: string): string {
  const root = framesOf(stacks);
  const boxes: { frame: Frame; x: number; depth: number }[] = [];
  const place = (frame: Frame, x: number, depth: number): void => {
    let left = x;
    for (const inner of largestFirst(frame)) {
      if (100 * inner.count / root.count < MIN_PERCENT) continue;
      boxes.push({ frame: inner, x: left, depth });
      place(inner, left, depth + 1);
      left += inner.count;
    }
  };
  place(root, 0, 0);
  // A function is at least as wide as those that it called.
  const shown = boxes.filter(({ depth }) => depth < MAX_ROWS)
    .toSorted((a, b) => b.frame.count - a.frame.count || a.depth - b.depth)
    .slice(0, MAX_BOXES);
  const heading = shown.length === boxes.length
    ? title
    : `${title} (${shown.length} of ${boxes.length} functions shown)`;
  const rows = 1 + shown.reduce((most, { depth }) => Math.max(most, depth), 0);
  const height = ROW * (rows + 2);
  const scale = WIDTH / Math.max(1, root.count);
  const drawn = shown.map(({ frame: { name, count }, x, depth }) => {
    const width = Math.max(0.5, count * scale);
    const y = height - ROW * (depth + 1);
    const letters = Math.floor((width - 6) / LETTER);
    const label = letters < 3
      ? ""
      : name.length <= letters
      ? name
      : `${name.slice(0, letters - 1)}…`;
    const left = (x * scale).toFixed(1);
    return `<g><title>${escape(name)}: ${count} of ${root.count} (${
      (100 * count / root.count).toFixed(1)
    } %)</title><rect x="${left}" y="${y}" width="${
      width.toFixed(1)
    }" height="${ROW - 1}" fill="${colourOf(name)}"/><text x="${
      (x * scale + 3).toFixed(1)
    }" y="${y + 13}">${escape(label)}</text></g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="monospace" font-size="11">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="6" y="14">${escape(heading)}</text>`,
    ...drawn,
    "</svg>",
  ].join("\n");
}

/** Root for stacks that were cut, so that their first function is not taken for an entry point. */
const CUT = "… (callers not seen: stack cut)";

function framesOf(stacks: StackCounts): Frame {
  const root: Frame = { name: "", count: 0, calls: new Map() };
  for (const { stack, cut, count } of stacks) {
    root.count += count;
    let frame = root;
    for (const name of cut ? [CUT, ...stack] : stack) {
      const inner = frame.calls.get(name) ??
        { name, count: 0, calls: new Map() };
      inner.count += count;
      frame.calls.set(name, inner);
      frame = inner;
    }
  }
  return root;
}

function largestFirst({ calls }: Frame): Frame[] {
  return [...calls.values()].toSorted((a, b) =>
    b.count - a.count || (a.name < b.name ? -1 : 1)
  );
}

/** The same name has the same colour in every picture. */
function colourOf(name: string): string {
  let hash = 0;
  for (const letter of name.split(":")[0] ?? "") {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  }
  return `hsl(${hash % 60}, 85%, ${70 + hash % 10}%)`;
}

/** Escapes a name from the node, so that it stays text in the SVG. */
function escape(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "?")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
