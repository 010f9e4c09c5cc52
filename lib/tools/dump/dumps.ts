/**
 * What tools that read crash dumps have in common. The node is gone, and whoever made the file
 * chose what is in it: no name in a dump counts for grants, which are for the place `dump`.
 *
 * @module
 */

import * as z from "zod";
import type { Dump } from "../../dump/mod.ts";
import {
  type Declaration,
  type LocalContext,
  LOOKS_ONLY,
  type ToolDeclaration,
} from "../../registry/mod.ts";

/** A dump that has been read. */
export interface ReadDump {
  /** As callers may name it. */
  readonly file: string;
  readonly dump: Dump;
}

/** The dumps that may be read. */
export interface Dumps {
  /** Whether the operator has named any file or folder. */
  readonly offered: boolean;
  /**
   * Reads the dump of this name or, without one, the only one there is.
   *
   * @throws {BeamtapError} `unknown_dump` and others
   */
  read(
    file: string | undefined,
    context: Pick<LocalContext, "signal" | "progress">,
  ): Promise<ReadDump>;
}

/** Time limit, enough for a dump of 100 GB, in ms. */
const DEADLINE_MS = 300_000;

/** The dump in question. */
export const FILE = {
  file: z.string().min(1).max(1024).optional().describe(
    "Which dump.",
  ),
};

/** What a tool of these declares besides its own. */
export function ofDumps(
  dumps: Dumps,
):
  & Pick<ToolDeclaration<z.ZodRawShape, z.ZodRawShape>, "annotations">
  & Pick<
    Declaration,
    "toolset" | "scopes" | "place" | "unavailable" | "deadlineMs"
  > {
  return {
    toolset: "dump",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    place: "dump",
    unavailable: () =>
      dumps.offered
        ? undefined
        : "with --dumps FOLDER; beamtap call also takes file=PATH",
    deadlineMs: DEADLINE_MS,
  };
}
