/**
 * Globs of node names, functions and keys: `*` stands for any text, everything
 * else for itself.
 *
 * @module
 */

/** Whether the whole name matches the glob; case-sensitive. */
export function matchesGlob(glob: string, name: string): boolean {
  const [head = "", ...rest] = glob.split("*");
  const tail = rest.pop();
  if (tail === undefined) return glob === name;
  if (!name.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - tail.length >= at && name.endsWith(tail);
}

/**
 * Whether a node's name matches the glob. A host written as an IPv4 address
 * matches addresses only: `*@10.0.0.*` does not match `x@10.0.0.example.com`.
 */
export function matchesNode(glob: string, node: string): boolean {
  if (!matchesGlob(glob, node)) return false;
  return !/@\d[\d.*]*$/.test(glob) || /@\d{1,3}(\.\d{1,3}){3}$/.test(node);
}

/** Whether some text matches all of the globs. */
export function globsMeet(globs: readonly string[]): boolean {
  const seen = new Set<string>();
  const meet = (at: readonly number[]): boolean => {
    const key = at.join();
    if (seen.has(key)) return false;
    seen.add(key);
    const next = globs.map((glob, index) => glob[at[index] ?? 0]);
    if (next.every((char) => char === undefined)) return true;
    const advance = (which: (char: string | undefined) => boolean): number[] =>
      at.map((place, index) => which(next[index]) ? place + 1 : place);
    // A star ends here…
    for (const [index, char] of next.entries()) {
      if (char === "*" && meet(at.with(index, (at[index] ?? 0) + 1))) {
        return true;
      }
    }
    // …or takes the character that the others have.
    const [wanted, ...others] = new Set(next.filter((char) => char !== "*"));
    return wanted !== undefined && others.length === 0 &&
      meet(advance((char) => char !== "*"));
  };
  return meet(globs.map(() => 0));
}
