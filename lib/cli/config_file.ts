/**
 * The configuration file: the options of the command line, and more settings for
 * single nodes.
 *
 * @module
 */

import * as z from "zod";
import { type Grant, parseGrant, RegistryError } from "../registry/mod.ts";
import { parseSshDestination } from "../net/mod.ts";
import { parseNodeName } from "../node/mod.ts";
import { BeamtapError } from "../errors.ts";
import { readFile } from "./files.ts";
import { readJson, unknownKeyMessage } from "./json_source.ts";
import { LOG_LEVELS } from "./log.ts";
import { type NamedNode, parseAddress } from "./node_spec.ts";
import { isAbsolute } from "./runtime.ts";
import type { TlsFiles } from "./tls_files.ts";

/** An object whose keys are in camelCase instead of snake_case. */
type Camel<T> = {
  readonly [Key in keyof T as Key extends string ? CamelKey<Key> : never]:
    T[Key];
};
type CamelKey<Key extends string> = Key extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelKey<Tail>>}`
  : Key;

/** A schema of an object that is in snake_case in the file and in camelCase here. */
type Strict<Shape extends z.ZodRawShape> = z.ZodPipe<
  z.ZodObject<Shape, z.core.$strict>,
  z.ZodTransform<
    Camel<z.output<z.ZodObject<Shape>>>,
    z.output<z.ZodObject<Shape>>
  >
>;

/** Returns an object schema that rejects unknown fields and suggests similar names. */
function strict<Shape extends z.ZodRawShape>(shape: Shape): Strict<Shape> {
  const camel = (key: string): string =>
    key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return z.strictObject(shape, { error: unknownKeyMessage(Object.keys(shape)) })
    .transform((value) =>
      Object.fromEntries(
        Object.entries(value).map(([key, field]) => [camel(key), field]),
      ) as Camel<z.output<z.ZodObject<Shape>>>
    );
}

const text = z.string().min(1);
const port = z.int().min(1).max(65535);

/** Returns a schema that parses a text with `read`, whose error becomes the schema's message. */
function words<T>(
  read: (text: string) => T,
): z.ZodPipe<z.ZodString, z.ZodTransform<T, string>> {
  return text.transform((text, context): T => {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      context.addIssue(error.message);
      return z.NEVER;
    }
  });
}

/** An expiry: a date (`2026-12-31`), with or without a time, or a duration from now: `30d`, `12h`, `45m`. */
export const EXPIRY = words(parseExpiry);

/** A grant, as a text or as an object with an expiry. */
export const GRANT = z.union([
  words(parseGrant),
  strict({ grant: words(parseGrant), expires: EXPIRY })
    .transform(({ grant, expires }): Grant => ({
      ...grant,
      expiresAt: expires,
    })),
]);

const NODE = strict({
  name: words((name) => parseNodeName(name).full),
  alias: z.string().regex(/^[\w-]{1,64}$/, "letters, digits, _ and - only")
    .refine((alias) => alias !== "all", "all stands for all nodes")
    .optional(),
  address: words((text) => parseAddress(text, "HOST:PORT")).optional(),
  epmd_port: port.optional(),
  cookie_file: text.optional(),
  ssh: words(parseSshDestination).optional(),
  tls: z.union([
    z.literal(true).transform((): TlsFiles => ({})),
    strict({
      ca: text.optional(),
      cert: text.optional(),
      key: text.optional(),
      server_name: text.optional(),
      fingerprint: text.optional(),
    }),
  ]).optional(),
}).transform(({ address, ...node }): NamedNode => ({ ...node, ...address }));

/** Names and aliases must be unique. */
const NODES = z.array(NODE).superRefine((nodes, context) => {
  for (const field of ["name", "alias"] as const) {
    const seen = new Set<string>();
    for (const [index, { [field]: value }] of nodes.entries()) {
      if (value !== undefined && seen.has(value)) {
        const message = `"${value}" occurs twice`;
        context.addIssue({ code: "custom", path: [index, field], message });
      }
      if (value !== undefined) seen.add(value);
    }
  }
});

/** How terms are written: in one of these, or as the node's own language has it. */
export const SYNTAXES = ["auto", "erlang", "elixir", "gleam", "lfe"] as const;

const CONFIG = strict({
  $schema: text.optional(),
  nodes: NODES.default([]),
  /** The cookies of nodes whose names match a glob. */
  cookies: z.array(z.strictObject({ nodes: text, file: text })).default([]),
  /** The cookie of nodes that have none of their own. */
  cookie_file: text.optional(),
  /** Name of our own node, without host. */
  name: text.optional(),
  epmd_port: port.optional(),
  allow: z.array(GRANT).default([]),
  /** Withdraws the scopes above `data`. */
  read_only: z.boolean().default(false),
  structured: z.boolean().default(false),
  toolsets: z.array(text).optional(),
  tools: z.array(text).optional(),
  exclude_tools: z.array(text).optional(),
  /** Whether secrets are hidden, and under which additional keys. */
  redact: strict({
    enabled: z.boolean().default(true),
    keys: z.array(text).default([]),
  }).prefault({}),
  /** Thresholds of `check_health`, in place of its defaults. */
  health: z.record(text, z.number().min(0)).default({}),
  /** Folders of crash dumps. */
  dumps: z.array(text).default([]),
  tokens: text.optional(),
  audit_file: text.optional(),
  /** The nodes that calls wait for. */
  wait_for: z.array(text).default([]),
  syntax: z.enum(SYNTAXES).optional(),
  log_level: z.enum(LOG_LEVELS).optional(),
});

/** Contents of a configuration file. */
export type Config = z.output<typeof CONFIG>;

/** Returns the defaults, without a configuration file. */
export function noConfig(): Config {
  return CONFIG.parse({});
}

/**
 * Reads a configuration file; relative paths in it are relative to its folder.
 *
 * @throws {CliError} `bad_config` with line and path, `permission_denied`
 */
export function readConfig(path: string): Config {
  const source = readFile(path, "config file", "bad_config", "everybody");
  const config = readJson({ path, text: source, code: "bad_config" }, CONFIG);
  const folder = path.replace(/[^/\\]*$/, "");
  /** Resolves the fields that are paths. */
  const from = <T extends object>(fields: T, ...keys: (keyof T)[]): T => ({
    ...fields,
    ...Object.fromEntries(keys.flatMap((key) => {
      const file = fields[key];
      return typeof file !== "string" || isAbsolute(file)
        ? []
        : [[key, folder + file]];
    })),
  });
  return {
    ...from(config, "cookieFile", "tokens", "auditFile"),
    cookies: config.cookies.map((rule) => from(rule, "file")),
    dumps: config.dumps.map((path) => from({ path }, "path").path),
    nodes: config.nodes.map((node) => ({
      ...from(node, "cookieFile"),
      tls: node.tls && from(node.tls, "ca", "cert", "key"),
    })),
  };
}

const UNIT_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * Parses an expiry; returns ms since 1970.
 *
 * @throws {RegistryError} `bad_grant`
 */
export function parseExpiry(text: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const time = count === undefined
    ? /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN
    : Date.now() + Number(count) * (UNIT_MS[unit] ?? NaN);
  if (!Number.isNaN(time)) return time;
  throw new RegistryError("bad_grant", `"${text}" is not a time`, {
    hint: "write 30d, 12h, 45m, 2026-12-31 or 2026-12-31T18:00:00Z",
  });
}
