/**
 * From a command line to everything a command works with: the nodes, the
 * registry with its tools, the operator's grants, the log. Dials nothing.
 *
 * @module
 */

import { NodeError, NodePool, type NodeSpec } from "../node/mod.ts";
import { grantsFrom, type Principal, Registry } from "../registry/mod.ts";
import { TOOLS } from "../tools/mod.ts";
import type { Arguments } from "./arguments.ts";
import { auditLog } from "./audit_log.ts";
import { type CookieFinding, findCookie, readCookieFile } from "./cookies.ts";
import { CliError } from "./errors.ts";
import { KnownNodes } from "./known_nodes.ts";
import { createLog, type Log, LOG_LEVELS } from "./log.ts";
import { type NamedNode, parseNamedNode, parsePort } from "./node_spec.ts";
import { readEnv, runtime } from "./runtime.ts";

/** What a command works with; ends with `await using`. */
export interface Session extends AsyncDisposable {
  readonly registry: Registry;
  readonly principal: Principal;
  readonly nodes: KnownNodes;
  readonly log: Log;
}

/** How the operator is named in the audit log. */
const OPERATOR = "operator";

/**
 * Makes a session for the nodes named by options and by `operands`.
 *
 * @throws {CliError | NodeError | RegistryError} for a bad value of any option
 */
export function openSession(
  args: Arguments,
  operands: readonly string[],
): Session {
  const log = createLog(logLevel(args));
  const specs = nodeSpecs(args, operands);
  const pool = new NodePool(specs, { dial: { alive: ownName(args) } });
  const nodes = new KnownNodes(pool, specs);
  const registry = new Registry({
    nodes,
    runtime,
    audit: auditLog(args.text("audit-file")),
    crashed: (reference, tool, error) =>
      log("error", `${tool} failed (reference ${reference})`, error),
  });
  for (const tool of TOOLS) registry.register(tool);
  const readOnly = args.flag("read-only");
  return {
    registry,
    nodes,
    log,
    principal: {
      id: OPERATOR,
      grants: grantsFrom(args.texts("allow"), { readOnly }),
      readOnly,
      trusted: true,
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

/** EPMD's port: ours, or the variable that Erlang's own tools read. */
export function epmdPort(args: Arguments): number | undefined {
  const given = args.text("epmd-port");
  if (given !== undefined) return parsePort(given, "--epmd-port");
  const inherited = readEnv("ERL_EPMD_PORT");
  return inherited ? parsePort(inherited, "ERL_EPMD_PORT") : undefined;
}

function nodeSpecs(
  args: Arguments,
  operands: readonly string[],
): NodeSpec[] {
  const named = [...operands, ...args.texts("node")].map(parseNamedNode);
  const shared = named.some(({ cookieFile }) => cookieFile === undefined)
    ? findCookie({
      cookieFile: args.text("cookie-file"),
      cookie: args.given("cookie"),
    })
    : undefined;
  const port = epmdPort(args);
  const specs = named.map((node) => nodeSpec(node, shared, port));
  return [...new Map(specs.map((spec) => [spec.name, spec])).values()];
}

function nodeSpec(
  { name, host, port, cookieFile }: NamedNode,
  shared: CookieFinding | undefined,
  epmdPort: number | undefined,
): NodeSpec {
  const own = cookieFile === undefined ? undefined : readCookieFile(cookieFile);
  return {
    name,
    host,
    port,
    epmdPort,
    cookie: () => {
      if (own !== undefined) return own;
      if (shared?.found) return shared.cookie;
      throw new NodeError("no_cookie", `no cookie is known for ${name}`, {
        hint: shared?.hint,
      });
    },
  };
}

function ownName(args: Arguments): string | undefined {
  const name = args.text("name");
  if (name === undefined || /^[A-Za-z0-9_-]{1,64}$/.test(name)) return name;
  throw new CliError("bad_value", `--name: "${name}" is not a name`, {
    hint:
      "letters, digits, _ and -; the host is added for each node as it needs it",
  });
}

function logLevel(args: Arguments): typeof LOG_LEVELS[number] {
  const text = args.text("log-level") ?? "warn";
  const level = LOG_LEVELS.find((each) => each === text);
  if (level !== undefined) return level;
  throw new CliError("bad_value", `--log-level: there is no level "${text}"`, {
    hint: `levels are ${LOG_LEVELS.join(", ")}`,
  });
}
