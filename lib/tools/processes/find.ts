/**
 * Names that contain a text: of processes, modules, tables, applications, ports.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  gleamAtom,
  partOfName,
  s,
} from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import type { Tool } from "../../registry/mod.ts";
import { defineLook } from "../define_look.ts";

/** Kinds of things that have names. */
export const KINDS = [
  "names",
  "modules",
  "tables",
  "applications",
  "ports",
] as const;

const INPUT = {
  text: z.string().min(1).max(200).describe("Part of the name."),
  kinds: z.array(z.enum(KINDS)).min(1).max(5).default([...KINDS])
    .describe("To find."),
  limit: z.int().min(1).max(100).default(10).describe("Of each kind."),
};

/** Names that contain a text; makes no atom on the node. */
export const findQuestion = defineQuestion("find", {
  input: INPUT,
  encode: ({ text, kinds, limit }) =>
    encodeArgs({
      text: binary(partOfName(gleamAtom(text))),
      kinds: [...new Set(kinds)].map(atom),
      limit,
    }),
  shape: s.record({
    names: s.counted(s.row({
      name: s.name,
      id: s.identifier,
      mailbox: s.integer.optional(),
    })).optional(),
    modules: s.counted(s.module).optional(),
    tables: s.counted(s.row({
      name: s.name,
      table: s.nameOrText.describe("What it is called in arguments."),
      size: s.integer,
      memory_bytes: s.integer,
    })).optional(),
    applications: s.counted(s.row({
      application: s.name,
      has_processes: s.flag,
    })).optional(),
    ports: s.counted(s.row({ port: s.identifier, name: s.text, owner: s.pid }))
      .optional(),
  }),
});

/** Find by name. */
export const find: Tool = defineLook(findQuestion, {
  title: "Find by name",
  description:
    "Finds registered names, modules, ETS tables, applications and ports by part of the name.",
  toolset: "processes",
  note: ({ names, modules, tables, applications, ports }) =>
    [names, modules, tables, applications, ports]
        .every((found) => !Object(found).count)
      ? "no name contains that: try a shorter text; for processes without a name use list_processes with text"
      : undefined,
});
