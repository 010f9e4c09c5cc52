/**
 * The operator's settings. The command line takes precedence over the environment,
 * and that over the config file; nodes and grants are combined.
 *
 * @module
 */

import {
  ALL_TOOLSETS,
  didYouMean,
  type Grant,
  operatorGrants,
  parseGrant,
  type Selection,
  type Tool,
} from "../registry/mod.ts";
import { parseSshDestination, type SshDestination } from "../net/mod.ts";
import type { Arguments } from "./arguments.ts";
import { type Config, noConfig, readConfig, SYNTAXES } from "./config_file.ts";
import { badValue } from "./errors.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import { type NamedNode, parseNamedNode, parsePort } from "./node_spec.ts";
import { readEnv } from "./runtime.ts";
import type { TlsFiles } from "./tls_files.ts";

/** The settings of the config file, with those of the command line. */
export interface Settings extends Omit<Config, Selecting | "allow"> {
  /** Cookie of nodes that have none of their own. */
  readonly cookie: string | undefined;
  /** Globs for other nodes for which the cookie or cookie file may be used. */
  readonly cookieFor: readonly string[];
  /** The ssh server through which all nodes are reached that have none of their own. */
  readonly ssh: SshDestination | undefined;
  /** TLS settings for all nodes; TLS is on if any is set. */
  readonly tls: TlsFiles | undefined;
  /** What the operator may do. */
  readonly grants: readonly Grant[];
  /** Which tools are offered. */
  readonly selection: Selection;
  /** How terms are written. */
  readonly syntax: typeof SYNTAXES[number];
  /** Log level. */
  readonly logLevel: LogLevel;
}

type Selecting = "toolsets" | "tools" | "excludeTools";

/**
 * Reads all settings; `operands` are nodes given as arguments.
 *
 * @throws {CliError | NodeError | RegistryError} for a bad value of any option
 */
export function readSettings(
  args: Arguments,
  operands: readonly string[],
): Settings {
  const path = args.text("config");
  const config = path === undefined ? noConfig() : readConfig(path);
  const readOnly = args.flag("read-only") || config.readOnly;
  const given = [...args.texts("allow").map(parseGrant), ...config.allow];
  const waitFor = [...args.texts("wait-for"), ...config.waitFor];
  const aliases = config.nodes.flatMap(({ alias }) => alias ?? []);
  const named = [...operands, ...args.texts("node"), ...waitFor]
    .filter((name) => !aliases.includes(name))
    .map((name) => {
      if (name.includes("@") || aliases.length === 0) {
        return parseNamedNode(name);
      }
      const guess = didYouMean(name, aliases);
      throw badValue(
        `"${name}" is not an alias${guess}`,
        "a node is written NAME@HOST, or as its alias in the config file",
      );
    });
  const [ca, cert, key] = [
    args.text("tls-ca"),
    args.text("tls-cert"),
    args.text("tls-key"),
  ];
  const { enabled, keys } = config.redact;
  return {
    ...config,
    nodes: merged([...named, ...config.nodes]),
    cookieFile: cookieFile(args, config),
    cookie: args.given("cookie"),
    cookieFor: args.texts("cookie-for").map(nodeGlob),
    ssh: ssh(args),
    tls: ca ?? cert ?? key ? { ca, cert, key } : undefined,
    epmdPort: epmdPort(args) ?? config.epmdPort,
    name: ownName(args.text("name") ?? config.name),
    grants: operatorGrants(given, { readOnly }),
    readOnly,
    structured: args.flag("structured") || config.structured,
    selection: selection(args, config),
    redact: { enabled: enabled && !args.flag("no-redact"), keys },
    dumps: [...args.texts("dumps"), ...config.dumps],
    tokens: args.text("tokens") ?? config.tokens,
    auditFile: args.text("audit-file") ?? config.auditFile,
    waitFor,
    syntax: oneOf(
      "syntax",
      SYNTAXES,
      args.text("syntax") ?? config.syntax ?? "auto",
    ),
    logLevel: oneOf(
      "log-level",
      LOG_LEVELS,
      args.text("log-level") ?? config.logLevel ?? "warn",
    ),
  };
}

/** The cookie file, unless a cookie is given in a place that takes precedence. */
function cookieFile(args: Arguments, config: Config): string | undefined {
  const given = args.given("cookie-file");
  if (given !== undefined || args.given("cookie") !== undefined) return given;
  const inherited = args.text("cookie-file");
  if (inherited !== undefined || args.text("cookie") !== undefined) {
    return inherited;
  }
  return config.cookieFile;
}

/**
 * Reads the ssh server for all nodes.
 *
 * @throws {NetError} `bad_ssh_destination`
 */
export function ssh(args: Arguments): SshDestination | undefined {
  const given = args.text("ssh");
  return given === undefined ? undefined : parseSshDestination(given);
}

/** Reads EPMD's port from `--epmd-port`, or from the variable that Erlang's own tools read. */
export function epmdPort(args: Arguments): number | undefined {
  const given = args.text("epmd-port");
  if (given !== undefined) return parsePort(given, "--epmd-port");
  const inherited = readEnv("ERL_EPMD_PORT");
  return inherited ? parsePort(inherited, "ERL_EPMD_PORT") : undefined;
}

function selection(args: Arguments, config: Config): Selection {
  const given = (
    option: "toolsets" | "tools" | "exclude-tools",
  ): readonly string[] | undefined => {
    const texts = args.texts(option).flatMap((text) => text.split(","));
    return texts.length > 0 ? texts : undefined;
  };
  return {
    toolsets: given("toolsets") ?? config.toolsets,
    tools: given("tools") ?? config.tools,
    exclude: given("exclude-tools") ?? config.excludeTools,
  };
}

/**
 * Checks that every name of a selection is one of these tools or of their toolsets.
 *
 * @throws {CliError} `bad_value`
 */
export function checkSelection(
  { toolsets, tools, exclude }: Selection,
  known: readonly Tool[],
): void {
  const check = (
    option: string,
    given: readonly string[] = [],
    names: readonly string[],
  ): void => {
    const wrong = given.find((name) => !names.includes(name));
    if (wrong === undefined) return;
    throw badValue(
      `--${option}: unknown name "${wrong}"${didYouMean(wrong, names)}`,
      `the names are ${names.join(", ")}`,
    );
  };
  const names = known.map(({ name }) => name);
  const sets = new Set([ALL_TOOLSETS, ...known.map(({ toolset }) => toolset)]);
  check("toolsets", toolsets, [...sets]);
  check("tools", tools, names);
  check("exclude-tools", exclude, names);
}

/**
 * Checks the thresholds of the config file.
 *
 * @throws {CliError} `bad_value` for an unknown threshold
 */
export function checkThresholds(
  given: Readonly<Record<string, number>>,
  known: readonly string[],
): void {
  const wrong = Object.keys(given).find((name) => !known.includes(name));
  if (wrong === undefined) return;
  throw badValue(
    `health: unknown threshold "${wrong}"${didYouMean(wrong, known)}`,
    `the thresholds are ${known.join(", ")}`,
  );
}

/** Merges the entries of each node; earlier ones take precedence. */
function merged(nodes: readonly NamedNode[]): NamedNode[] {
  const byName = new Map<string, NamedNode>();
  for (const node of nodes) {
    const said = Object.entries(byName.get(node.name) ?? {})
      .filter(([, value]) => value !== undefined);
    byName.set(node.name, { ...node, ...Object.fromEntries(said) });
  }
  return [...byName.values()];
}

function nodeGlob(text: string): string {
  if (/^[^\s,]*[*@][^\s,]*$/.test(text)) return text;
  throw badValue(
    `--cookie-for: "${text}" is not a glob`,
    "write NAME@HOST, or a glob such as '*@10.0.0.*'",
  );
}

function ownName(name: string | undefined): string | undefined {
  if (name === undefined || /^[A-Za-z0-9_-]{1,64}$/.test(name)) return name;
  throw badValue(
    `--name: "${name}" is not a name`,
    "use letters, digits, _ and -, without a host",
  );
}

/**
 * Reads a setting that is one of a few words.
 *
 * @throws {CliError} `bad_value`
 */
export function oneOf<const Words extends readonly string[]>(
  option: string,
  words: Words,
  given: string,
): Words[number] {
  const known = words.find((each) => each === given);
  if (known !== undefined) return known;
  throw badValue(
    `--${option}: "${given}" is not one of ${words.join(", ")}${
      didYouMean(given, words)
    }`,
  );
}
