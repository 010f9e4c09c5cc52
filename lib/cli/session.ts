/**
 * Sets up what a command works with: the nodes, the registry with its tools, the
 * principals and the log. Connects to no node, except for `--wait-for`.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { delay } from "../net/mod.ts";
import { NodePool } from "../node/mod.ts";
import {
  type Principal,
  Redactor,
  Registry,
  type Tool,
} from "../registry/mod.ts";
import { Access } from "./access.ts";
import type { Arguments } from "./arguments.ts";
import { auditLog, homeAuditLog } from "./audit_log.ts";
import { type Follower, isGone, WatchedFile } from "./files.ts";
import { KnownNodes } from "./known_nodes.ts";
import { createLog, type Log } from "./log.ts";
import { NodeSpecs } from "./node_specs.ts";
import { runtime } from "./runtime.ts";
import {
  checkSelection,
  checkThresholds,
  readSettings,
  type Settings,
} from "./settings.ts";
import { readTokens, type TokenRecord } from "./tokens_file.ts";

/** What a command works with; `await using` ends it. */
export interface Session extends AsyncDisposable {
  /** The registry; empty before {@linkcode Session.loadTools}. */
  readonly registry: Registry;
  /**
   * Registers the tools, which take a tenth of a second to load. If the settings select
   * an unknown one, nothing is granted.
   *
   * @throws {CliError} `bad_value` for an unknown tool or toolset
   */
  loadTools(): Promise<void>;
  /** The operator. */
  readonly principal: Principal;
  /** The known nodes. */
  readonly nodes: KnownNodes;
  /** Whether answers are sent as JSON too. */
  readonly structured: boolean;
  /** Whether crash dumps are offered. */
  readonly dumps: boolean;
  /** The log. */
  readonly log: Log;
  /** Returns the principal of a token; absent without a tokens file. */
  readonly authenticate?: (token: string) => Principal | undefined;
}

/** Options for {@linkcode openSession}. */
export interface SessionOptions {
  /** The log. @default {standard error} */
  readonly log?: Log;
  /** How often files are checked for changes, in ms. @default {1000} */
  readonly watchMs?: number;
  /** Crash dumps that the command line names. */
  readonly dumps?: readonly string[];
}

/** Delay between attempts to reach a node for `--wait-for`, in ms. */
const RETRY_MS = 1000;

/**
 * Opens a session for the nodes given by options and by `operands`.
 *
 * @throws {CliError | NodeError | RegistryError} for a bad value of any option
 */
export function openSession(
  args: Arguments,
  operands: readonly string[],
  options: SessionOptions = {},
): Session {
  const config = watched(args.text("config"));
  let settings = readSettings(args, operands);
  let tools: readonly Tool[] | undefined;
  const tokens = watched(settings.tokens);
  const log = options.log ?? createLog(settings.logLevel);
  const access = new Access(settings);
  if (tokens !== undefined) access.followTokens(readTokens(tokens.path));
  const cookies = new Set<string>();
  let redactor = redactorFor(settings, cookies);
  const specs = checkedSpecs(settings, cookies);
  const pool = new NodePool([], { dial: { alive: settings.name } });
  const nodes = new KnownNodes(pool, specs, settings.nodes);
  const registry = new Registry({
    nodes,
    runtime,
    audit: settings.auditFile === undefined && isInteractive(args)
      ? homeAuditLog()
      : auditLog(settings.auditFile),
    crashed: (reference, name, error) =>
      log("error", `${name} failed (reference ${reference})`, error),
    log: (level, text) => log(level, text),
    redactor: () => redactor,
    syntax: () => settings.syntax,
  });
  const closing = new AbortController();
  for (const name of settings.waitFor) {
    const node = nodes.resolve(name);
    registry.waitFor(node, reachable(nodes, node, closing.signal));
  }
  using watches = new DisposableStack();
  const follow = (
    file: WatchedFile | undefined,
    { read, failed }: Follower,
  ): void => {
    if (file === undefined) return;
    const { path } = file;
    watches.use(file.follow({
      read(): void {
        read();
        registry.touch();
        log("info", `${path} has changed`);
      },
      failed(error): void {
        failed(error);
        registry.touch();
        log("error", `${path} has changed and cannot be used`, error);
      },
    }, options.watchMs));
  };
  // Access fails closed: the change may have withdrawn a grant or a token.
  let granting = false;
  follow(config, {
    read(): void {
      granting = false;
      const next = readSettings(args, operands);
      if (tools) checkSelection(next.selection, tools);
      access.followSettings(next);
      granting = true;
      redactor = redactorFor(next, cookies);
      nodes.follow(checkedSpecs(next, cookies), settings.nodes, next.nodes);
      settings = next;
    },
    failed(error): void {
      if (!granting) access.withhold(error);
    },
  });
  follow(tokens, {
    read: () => access.followTokens(tokensLeft(tokens?.path)),
    failed: () => access.followTokens([]),
  });
  const ends = watches.move();
  return {
    registry,
    nodes,
    structured: settings.structured,
    dumps: settings.dumps.length > 0,
    log,
    principal: access.operator,
    async loadTools(): Promise<void> {
      const { TOOLS, checkHealthWith, dumpTools, THRESHOLDS } = await import(
        "../tools/mod.ts"
      );
      const { DumpStore } = await import("./dump_store.ts");
      const own = [
        checkHealthWith(() => settings.health),
        ...dumpTools(
          new DumpStore(() => [...options.dumps ?? [], ...settings.dumps]),
          () => settings.health,
        ),
      ];
      const loaded = TOOLS.map((tool) =>
        own.find(({ name }) => name === tool.name) ?? tool
      );
      registry.batch(() => {
        for (const tool of loaded) registry.register(tool);
      });
      tools = loaded;
      try {
        checkSelection(settings.selection, loaded);
        checkThresholds(settings.health, Object.keys(THRESHOLDS));
      } catch (error) {
        access.withhold(error);
        throw error;
      }
    },
    ...tokens !== undefined &&
      { authenticate: (token) => access.authenticate(token) },
    async [Symbol.asyncDispose](): Promise<void> {
      ends.dispose();
      closing.abort();
      await pool.close();
    },
  };
}

/** Returns whether a person sees what a command answers beside what it logs. */
function isInteractive({ command }: Arguments): boolean {
  return command !== "serve" && Deno.stderr.isTerminal();
}

function watched(path: string | undefined): WatchedFile | undefined {
  return path === undefined ? undefined : new WatchedFile(path);
}

/**
 * Creates the specs of all nodes and checks their files.
 *
 * @throws {CliError | TlsError} for a file that cannot be used
 */
function checkedSpecs(settings: Settings, cookies: Set<string>): NodeSpecs {
  const specs = new NodeSpecs(settings, cookies);
  for (const node of settings.nodes) specs.check(node);
  return specs;
}

/** Reads the tokens; returns none if the file is gone. */
function tokensLeft(path: string | undefined): TokenRecord[] {
  return path === undefined || isGone(path) ? [] : readTokens(path);
}

function redactorFor(
  { redact: { enabled, keys } }: Settings,
  cookies: ReadonlySet<string>,
): Redactor {
  return new Redactor({ enabled, keys, literals: () => cookies });
}

/** Resolves when the node has been reached. */
async function reachable(
  nodes: KnownNodes,
  node: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      await nodes.beam(node, signal);
      return;
    } catch (error) {
      if (signal.aborted || !(error instanceof BeamtapError)) throw error;
    }
    await delay(RETRY_MS, signal);
  }
}
