/**
 * Checks the version of Deno: an executable may be built on an older runtime than
 * the one `deno run` requires.
 *
 * @module
 */

/** Returns whether Deno is `major.minor` or newer. */
export function isDenoAtLeast(
  major: number,
  minor: number,
  version: string = Deno.version.deno,
): boolean {
  const [ofMajor = 0, ofMinor = 0] = version.split(".").map(Number);
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}
