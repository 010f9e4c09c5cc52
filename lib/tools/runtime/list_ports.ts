/**
 * The ports, sockets and files of a node.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  processRefused,
  s,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";
import { encodeOwner, NONE_MATCH, OWNED_BY } from "../fields.ts";

/** What ports can be sorted by. */
const PORT_SORTS = ["traffic", "queue", "memory"] as const;

/** Kinds of ports. `all` excludes files: finding those means looking at every process. */
export const PORT_KINDS = [
  "all",
  "inet",
  "socket",
  "program",
  "file",
] as const;

/** Maximum rows of an answer. */
const MAX_PORTS = 200;

const INPUT = {
  kind: z.enum(PORT_KINDS).default("all").describe(
    "all: all but files. program: also drivers.",
  ),
  sort: z.enum(PORT_SORTS).default("traffic").describe("Largest first."),
  limit: z.int().min(1).max(MAX_PORTS).default(20).describe(
    "Ports and owners.",
  ),
  process: OWNED_BY,
  window_ms: z.int().min(0).max(10_000).default(0).describe(
    "For traffic; 0: since each was opened.",
  ),
};

/** Top ports by one measure. */
export const listPortsQuestion = defineQuestion("list_ports", {
  input: INPUT,
  encode: ({ kind, sort, limit, process, window_ms }) =>
    encodeArgs({
      kind: atom(kind),
      sort: atom(sort),
      limit: Math.min(Math.max(1, limit), MAX_PORTS),
      owner: encodeOwner(process),
      window_ms: window_ms ?? 0,
    }),
  shape: s.record({
    matched: s.integer,
    kinds: s.dictionary(s.integer),
    silent: s.integer.describe("Ports that did not answer in time."),
    window_ms: s.integer,
    owners: s.table({
      owner: s.pid.optional(),
      owner_name: s.knownName,
      count: s.integer,
    }),
    ports: s.table({
      id: s.text,
      kind: s.name,
      owner: s.pid.optional(),
      owner_name: s.knownName,
      local: s.text.optional(),
      peer: s.text.optional(),
      program: s.text.optional(),
      os_pid: s.integer.optional(),
      in_bytes: s.integer.optional(),
      out_bytes: s.integer.optional(),
      window_bytes: s.integer.optional(),
      queue_bytes: s.integer.describe("Waiting to go out.").optional(),
      memory_bytes: s.integer.optional(),
    }),
  }),
  waitsMs: ({ window_ms = 0 }) => window_ms,
  refused: (refusal, { process = "" }) => processRefused(refusal, process),
});

/** Ports, sockets, files. */
export const listPorts: Tool = defineLook(listPortsQuestion, {
  title: "Ports and sockets",
  description:
    "TCP, UDP and other ports, sockets, files: owner, addresses, traffic, queued bytes, and who owns most.",
  toolset: "runtime",
  budgetBytes: 40_960,
  note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
});
