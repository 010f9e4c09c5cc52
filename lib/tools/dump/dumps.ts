/**
 * What tools that read crash dumps have in common. The node is gone, and whoever made the file
 * chose what is in it: no name in a dump counts for grants, which are for the place `dump`.
 *
 * @module
 */

import * as z from "zod";
import { type Dump, DumpError, type Patience } from "../../dump/mod.ts";
import {
  type Declaration,
  type LocalContext,
  LOOKS_ONLY,
  type ToolDeclaration,
  ToolError,
  unlisted,
} from "../../registry/mod.ts";

/** A dump that has been read. */
export interface ReadDump {
  /** As callers may name it. */
  readonly file: string;
  /** What was read of it. */
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
  read(file: string | undefined, patience: Patience): Promise<ReadDump>;
}

/** Time limit, enough for a dump of 100 GB, in ms. */
const DEADLINE_MS = 300_000;

/** Part of it reserved for judging what has been read, in ms. */
const RESERVE_MS = 3000;

/** The dump in question. */
export const FILE = {
  file: z.string().min(1).max(1024).optional().describe(
    "Dump.",
  ),
  timeout_ms: unlisted(
    z.int().min(10).max(DEADLINE_MS).optional().describe(
      "When reading ends: the answer is about what was read until then.",
    ),
  ),
};

/** What every answer says about its dump. */
export const ABOUT = {
  file: z.string(),
  incomplete: z.array(z.string()).optional(),
  advice: z.string().optional(),
};

/** A dump that a question is about. */
export interface Asked {
  /** What was read of it. */
  readonly dump: Dump;
  readonly about: z.infer<z.ZodObject<typeof ABOUT>>;
}

/** Inflated size from which on it matters that it comes with each question, in bytes. */
const SLOW = 2 ** 28;

/**
 * Reads the dump of a question and answers it, for as long as the question has time.
 *
 * @throws {BeamtapError} `unknown_dump` and others
 */
export async function withDump<Answer>(
  dumps: Dumps,
  { file, timeout_ms = DEADLINE_MS }: {
    readonly file?: string | undefined;
    readonly timeout_ms?: number | undefined;
  },
  { signal, early, left }: Pick<LocalContext, "signal" | "early" | "left">,
  answer: (asked: Asked) => Answer | Promise<Answer>,
): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new DOMException("", "TimeoutError")),
    Math.min(timeout_ms, Math.max(0, left() - RESERVE_MS)),
  );
  try {
    const ends = early === undefined ? [] : [early];
    const read = await dumps.read(file, {
      signal,
      early: AbortSignal.any([late.signal, ...ends]),
    });
    try {
      return await answer({ dump: read.dump, about: aboutOf(read) });
    } catch (error) {
      throw unreadable(error, read.dump.path, read.file);
    }
  } finally {
    clearTimeout(timer);
  }
}

function aboutOf({ file, dump }: ReadDump): Asked["about"] {
  const { notes, gzip, bytes } = dump;
  return {
    file,
    ...notes.length > 0 && { incomplete: notes.map(({ text }) => text) },
    ...gzip && bytes > SLOW && {
      advice:
        "the file is compressed: a question about a process inflates it again, some 5 s a GB; gunzip it first to have answers at once",
    },
  };
}

/** An error of reading as the caller may see it, who need not know where the operator keeps dumps. */
export function unreadable(
  error: unknown,
  path: string,
  file: string,
): unknown {
  if (!(error instanceof DumpError)) return error;
  const { code, message, hint } = error;
  return new ToolError(
    code === "no_such_process" ? code : "unreadable_dump",
    message.replaceAll(path, file),
    { cause: error, hint: hint?.replaceAll(path, file) },
  );
}

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
