/**
 * "Did you mean …?", for everything that a person or a model may misspell.
 *
 * @module
 */

/** The candidate nearest to `text`, if one is near enough to be meant. */
export function closest(
  text: string,
  candidates: Iterable<string>,
): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(text.length * 0.4)) + 1;
  for (const candidate of candidates) {
    // No distance is less than that, and whoever sends a megabyte misspelt nothing.
    if (Math.abs(text.length - candidate.length) >= least) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(
  text: string,
  candidates: Iterable<string>,
): string {
  const found = closest(text, candidates);
  return found === undefined ? "" : `; did you mean "${found}"?`;
}

/** Levenshtein's distance, in one row. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = i - 1;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + cost);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
