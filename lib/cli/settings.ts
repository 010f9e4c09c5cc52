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
import type { Arguments } from "./arguments.ts";
import { type Config, NO_CONFIG, readConfig } from "./config_file.ts";
import { CliError } from "./errors.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import { type NamedNode, parseNamedNode, parsePort } from "./node_spec.ts";
import { readEnv } from "./runtime.ts";
import type { TlsFiles } from "./tls_files.ts";

/** The cookie for nodes whose names match a glob. */
export interface CookieRule {
  /** Glob for node names. */
  readonly nodes: string;
  /** File with the cookie. */
  readonly file: string;
}

/** All settings. */
export interface Settings {
  /** The nodes. */
  readonly nodes: readonly NamedNode[];
  /** Cookies by glob. */
  readonly cookies: readonly CookieRule[];
  /** File with the cookie of nodes that have none of their own. */
  readonly cookieFile: string | undefined;
  /** Cookie of nodes that have none of their own. */
  readonly cookie: string | undefined;
  /** Globs for other nodes for which that cookie may be used. */
  readonly cookieFor: readonly string[];
  /** TLS settings for all nodes; TLS is on if any is set. */
  readonly tls: TlsFiles | undefined;
  /** Port of EPMD. */
  readonly epmdPort: number | undefined;
  /** Name of our own node, without host. */
  readonly name: string | undefined;
  /** What the operator may do. */
  readonly grants: readonly Grant[];
  /** Whether scopes above `data` are withdrawn. */
  readonly readOnly: boolean;
  /** Which tools are offered. */
  readonly selection: Selection;
  /** Whether secrets are hidden, and under which additional keys. */
  readonly redact: {
    readonly enabled: boolean;
    readonly keys: readonly string[];
  };
  /** File with the tokens. */
  readonly tokensFile: string | undefined;
  /** File of the audit log. */
  readonly auditFile: string | undefined;
  /** Nodes that calls wait for. */
  readonly waitFor: readonly string[];
  /** Log level. */
  readonly logLevel: LogLevel;
  /** The config file. */
  readonly configFile: string | undefined;
}

/**
 * Reads all settings; `operands` are nodes given as arguments.
 *
 * @throws {CliError | NodeError | RegistryError} for a bad value of any option
 */
export function readSettings(
  args: Arguments,
  operands: readonly string[],
): Settings {
  const configFile = args.text("config");
  const config = configFile === undefined ? NO_CONFIG : readConfig(configFile);
  const readOnly = args.flag("read-only") || config.read_only;
  const given = [...args.texts("allow").map(parseGrant), ...config.allow];
  const waitFor = [...args.texts("wait-for"), ...config.wait_for];
  const configured = config.nodes.map(configNode);
  const known = new Set(configured.map(({ alias }) => alias));
  const named = [...operands, ...args.texts("node"), ...waitFor]
    .filter((name) => !known.has(name)).map(parseNamedNode);
  return {
    nodes: merged([...named, ...configured]),
    cookies: config.cookies,
    cookieFile: args.text("cookie-file") ?? config.cookie_file,
    cookie: args.given("cookie"),
    cookieFor: args.texts("cookie-for").map(nodeGlob),
    tls: sharedTls(args),
    epmdPort: epmdPort(args) ?? config.epmd_port,
    name: ownName(args.text("name") ?? config.name),
    grants: operatorGrants(given, { readOnly }),
    readOnly,
    selection: selection(args, config),
    redact: {
      enabled: config.redact.enabled && !args.flag("no-redact"),
      keys: config.redact.keys,
    },
    tokensFile: args.text("tokens") ?? config.tokens,
    auditFile: args.text("audit-file") ?? config.audit_file,
    waitFor,
    logLevel: logLevel(args, config),
    configFile,
  };
}

/** Reads EPMD's port from `--epmd-port`, or from the variable that Erlang's own tools read. */
export function epmdPort(args: Arguments): number | undefined {
  const given = args.text("epmd-port");
  if (given !== undefined) return parsePort(given, "--epmd-port");
  const inherited = readEnv("ERL_EPMD_PORT");
  return inherited ? parsePort(inherited, "ERL_EPMD_PORT") : undefined;
}

function selection(args: Arguments, config: Config): Selection {
  const chosen = (
    option: "toolsets" | "tools" | "exclude-tools",
    configured: readonly string[] | undefined,
  ): readonly string[] | undefined => {
    const texts = args.texts(option).flatMap((text) => text.split(","));
    return texts.length > 0 ? texts : configured;
  };
  return {
    toolsets: chosen("toolsets", config.toolsets),
    tools: chosen("tools", config.tools),
    exclude: chosen("exclude-tools", config.exclude_tools),
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
    throw new CliError(
      "bad_value",
      `--${option}: unknown name "${wrong}"${didYouMean(wrong, names)}`,
      { hint: `the names are ${names.join(", ")}` },
    );
  };
  const names = known.map(({ name }) => name);
  const sets = new Set([ALL_TOOLSETS, ...known.map(({ toolset }) => toolset)]);
  check("toolsets", toolsets, [...sets]);
  check("tools", tools, names);
  check("exclude-tools", exclude, names);
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

function configNode(node: Config["nodes"][number]): NamedNode {
  const { name, alias, address, epmd_port: epmdPort, cookie_file, tls } = node;
  return {
    name,
    alias,
    ...address,
    epmdPort,
    cookieFile: cookie_file,
    tls: tls === true ? {} : tls && {
      ca: tls.ca,
      cert: tls.cert,
      key: tls.key,
      serverName: tls.server_name,
      fingerprint: tls.fingerprint,
    },
  };
}

/** Reads the TLS options for all nodes. */
function sharedTls(args: Arguments): TlsFiles | undefined {
  const [ca, cert, key] = [
    args.text("tls-ca"),
    args.text("tls-cert"),
    args.text("tls-key"),
  ];
  return ca ?? cert ?? key ? { ca, cert, key } : undefined;
}

function nodeGlob(text: string): string {
  if (/^[^\s,]*[*@][^\s,]*$/.test(text)) return text;
  throw new CliError("bad_value", `--cookie-for: "${text}" is not a glob`, {
    hint: "write NAME@HOST, or a glob such as '*@10.0.0.*'",
  });
}

function ownName(name: string | undefined): string | undefined {
  if (name === undefined || /^[A-Za-z0-9_-]{1,64}$/.test(name)) return name;
  throw new CliError("bad_value", `--name: "${name}" is not a name`, {
    hint: "use letters, digits, _ and -, without a host",
  });
}

function logLevel(args: Arguments, config: Config): LogLevel {
  const text = args.text("log-level") ?? config.log_level ?? "warn";
  const level = LOG_LEVELS.find((each) => each === text);
  if (level !== undefined) return level;
  throw new CliError("bad_value", `--log-level: unknown level "${text}"`, {
    hint: `the levels are ${LOG_LEVELS.join(", ")}`,
  });
}
