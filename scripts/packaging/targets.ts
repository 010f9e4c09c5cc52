/**
 * What a release is made of: the project's names, and the platforms that it has executables for.
 *
 * @module
 */

import project from "../../deno.json" with { type: "json" };

/** The version, as in `deno.json`. */
export const VERSION: string = project.version;

/** Where the source is, and the releases are. */
export const REPOSITORY = "https://github.com/beamtap/beamtap";

/** One sentence, for lists of servers. */
export const DESCRIPTION =
  "Looks into running Erlang, Elixir and Gleam nodes; installs nothing on them.";

/** A platform with an executable. */
export interface Target {
  /** As `deno compile --target` has it. */
  readonly target: string;
  /** As Node.js and MCPB have it. */
  readonly platform: "linux" | "darwin" | "win32";
  /** Of the processor. */
  readonly arch: "x64" | "arm64";
}

/** Every platform with an executable. */
export const TARGETS: readonly Target[] = [
  { target: "x86_64-unknown-linux-gnu", platform: "linux", arch: "x64" },
  { target: "aarch64-unknown-linux-gnu", platform: "linux", arch: "arm64" },
  { target: "x86_64-apple-darwin", platform: "darwin", arch: "x64" },
  { target: "aarch64-apple-darwin", platform: "darwin", arch: "arm64" },
  { target: "x86_64-pc-windows-msvc", platform: "win32", arch: "x64" },
];

/** Returns the file name of an executable, as `scripts/build --target` writes it. */
export function executableOf({ target, platform }: Target): string {
  return `beamtap-${target}${platform === "win32" ? ".exe" : ""}`;
}

/** Returns the file name of a bundle. */
export function bundleOf({ platform, arch }: Target): string {
  return `beamtap-${VERSION}-${platform}-${arch}.mcpb`;
}
