/**
 * Reads arguments as they are meant: models and shells write numbers as text, lists as
 * one text, names with quotes, and `null` for omitted ones.
 *
 * @module
 */

import * as z from "zod";

/**
 * The arguments with each value in the first reading that its schema accepts. If it
 * accepts none, the error is about the first reading of the right type.
 */
export function meant(
  shape: z.ZodRawShape,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).flatMap(([key, value]) => {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (!(schema instanceof z.ZodType)) {
        return value === null ? [] : [[key, value]];
      }
      const accepts = (reading: unknown): boolean =>
        schema.safeParse(reading).success;
      if (accepts(value)) return [[key, value]];
      if (value === null || value === "null") return [];
      const others = readings(value);
      const ofType = (reading: unknown): boolean =>
        !schema.safeParse(reading).error?.issues.some(({ code, path }) =>
          path.length === 0 && code.startsWith("invalid_")
        );
      return [[key, others.find(accepts) ?? others.find(ofType) ?? value]];
    }),
  );
}

/** `lists:map/2`, `Enum.map`, `&Enum.map/2` or `:lists.map/2`; the name of a module of Elixir is none. */
const FUNCTION =
  /^\s*(?:&|fun\s)?\s*(:?[\w@]+(?=:)|:[\w@]+(?=\.)|[A-Z][\w.]*(?=\.))[:.]([a-z_][\w@]*[?!]?(?:\/\d{1,3})?)\s*$/;

/** The arguments with `module` and `function` where one of these has both, `Enum.map/2`. */
export function divided(
  shape: z.ZodRawShape,
  args: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { module: before, function: name } = args;
  const isAsked = Object.hasOwn(shape, "module") &&
    Object.hasOwn(shape, "function");
  if (!isAsked || before && name) return args;
  const [, module, rest] = FUNCTION.exec(String(before || name)) ?? [];
  return module === undefined ? args : { ...args, module, function: rest };
}

/** The text that names the nodes of a list, which may be written as JSON; anything else as it is. */
export function nodesText(value: unknown): unknown {
  const list = typeof value === "string" && value.trimStart().startsWith("[")
    ? parsed(value)
    : value;
  const isList = Array.isArray(list) && list.length > 0 &&
    list.every((each) => typeof each === "string");
  return isList ? list.join(",") : value;
}

/** The arguments with lists of nodes as the texts that they stand for. */
export function withNodes(
  shape: z.ZodRawShape,
  args: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let read = args;
  for (const key of ["node", "nodes"]) {
    if (!Object.hasOwn(args, key) || !Object.hasOwn(shape, key)) continue;
    read = { ...read, [key]: nodesText(args[key]) };
  }
  return read;
}

/** What else a value may mean, likeliest first. */
function readings(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const [only, ...others] = value;
    const lists = [value.map(plain), value.map(word)];
    return others.length > 0 ? lists : [...lists, only];
  }
  if (typeof value !== "string") return [plain(value), [value]];
  const items = value.split(",").map((item) => item.trim());
  return [
    parsed(value),
    word(value),
    parsed(String(word(value))),
    items,
    items.map(word),
  ];
}

/** A number or a truth value as text; a text as it is. */
function plain(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : value;
}

/** A word as schemas spell it, from one such as `:wait-for` or `"Memory"`. */
function word(value: unknown): unknown {
  return typeof value === "string"
    ? value.replace(/^:?["']?(.*?)["']?$/, "$1").toLowerCase()
      .replaceAll("-", "_")
    : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
