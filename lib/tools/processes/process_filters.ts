/**
 * Which processes a question is about.
 *
 * @module
 */

import * as z from "zod";
import {
  type BeamError,
  encodeName,
  encodeProcess,
  gleamAtom,
  nameRefused,
  processRefused,
  type Refusal,
  refusals,
} from "../../beam/mod.ts";
import { atom, binary, map, type Term } from "../../etf/mod.ts";
import { spawnersUnknown } from "./process_fields.ts";

/** What a process can be doing, as `process_info/2` says it. */
export const STATUSES = [
  "waiting",
  "running",
  "runnable",
  "garbage_collecting",
  "suspended",
  "exiting",
] as const;

const TEXT = z.string().min(1).max(200).optional();

/** Arguments that narrow the set of processes; all that are given must hold. */
export const PROCESS_FILTERS = {
  text: TEXT.describe("In name or function."),
  registered_name: TEXT.describe("Part of it."),
  initial_call: TEXT.describe("Part of it."),
  current_function: TEXT.describe("Part of it."),
  label: TEXT.describe("Part of it."),
  application: TEXT.describe("Its name."),
  ancestor: z.string().min(1).max(300).optional().describe(
    "Who spawned it, or its spawner.",
  ),
  status: z.enum(STATUSES).optional().describe("Current state."),
};

/** Values of {@linkcode PROCESS_FILTERS}. */
export type ProcessFilters = Readonly<
  z.infer<z.ZodObject<typeof PROCESS_FILTERS>>
>;

/**
 * Encodes the filters as `selection.erl` takes them.
 *
 * @throws {BeamError} `bad_process`, `foreign_pid`, `no_such_application`
 */
export function encodeFilters(
  { application, ancestor, status, ...texts }: ProcessFilters,
): Term {
  const entries: [Term, Term][] = [];
  for (const [key, text] of Object.entries(texts)) {
    const written = key === "label" ? asInLabel : asOnNode;
    if (text) entries.push([atom(key), binary(written(text))]);
  }
  if (application !== undefined) {
    const name = encodeName(application, "no_such_application");
    entries.push([atom("application"), name]);
  }
  if (ancestor !== undefined) {
    entries.push([atom("ancestor"), encodeProcess(ancestor)]);
  }
  if (status !== undefined) entries.push([atom("status"), atom(status)]);
  return map(entries);
}

/** A text as names hold it on the node: `Server.init` of Elixir is `server:init`, `gleam/list.map` `gleam@list:map`. */
function asOnNode(text: string): string {
  const [, path, rest = ""] = /^([a-z][\w/]*\/[a-z]\w*)(?:\.([a-z].*))?$/s
    .exec(text) ?? [];
  if (path !== undefined) {
    return gleamAtom(path) + (rest && `:${rest.toLowerCase()}`);
  }
  return text.replace(/^:?(["'])(.+)\1$/s, "$2")
    .replace(
      /^:([a-z]\w*)(?:\.(?=[a-z_]))?/,
      (whole, module) => whole.endsWith(".") ? `${module}:` : module,
    )
    .replace(/\b([A-Z]\w*)\.(?=[a-z_])/, "$1:").toLowerCase();
}

/** Part of a label as Erlang or Elixir writes it, without what only one of them does. */
function asInLabel(text: string): string {
  const part = text.replace(/, /g, ",").replace(
    /'|\bElixir\.(?=[A-Z])|<<(?=")|(?<=")(?:\/utf8)?>>|(?<=^|[{[,]):(?=["\w])/g,
    "",
  );
  return (part || text).toLowerCase();
}

const selectionRefused = refusals({
  no_processes: {
    says: "{it} has no processes on {node}: it is not running, or is a library",
    hint: "list_applications says which applications run",
  },
});

const labelsRefused = refusals({
  not_known: {
    code: "not_supported",
    says:
      "labels on {node} are not read: before OTP 26.2 that would copy whole process dictionaries",
    hint: "filter by registered_name, application or ancestor",
  },
});

/** Says why `selection.erl` refused. */
export function filtersRefused(
  refusal: Refusal,
  { application, ancestor }: ProcessFilters,
): BeamError | undefined {
  // What the release does not tell: labels, or who spawned a process.
  if (refusal.code === "not_known") {
    return refusal.detail === atom("label")
      ? labelsRefused(refusal)
      : spawnersUnknown(refusal, "filter or group by application");
  }
  return selectionRefused(refusal, application) ??
    nameRefused(refusal, application) ?? processRefused(refusal, ancestor);
}
