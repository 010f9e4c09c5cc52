/**
 * Which Deno this is: executables may be built on an older runtime than the
 * one that `deno run` needs.
 *
 * @module
 */

/** Whether this Deno is version `major.minor` or newer. */
export function isDenoAtLeast(
  major: number,
  minor: number,
  version: string = Deno.version.deno,
): boolean {
  const [ofMajor = 0, ofMinor = 0] = version.split(".").map(Number);
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}
