/**
 * What `--watch` is for: a tool that looks, at something that changes, until a failure that
 * would come again. Trying again with a wrong cookie every second would fill the node's log.
 *
 * @module
 */

import type { Tool, ToolResult } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
import { badValue } from "./errors.ts";

/** Scopes of tools that change something each time they are called. */
const CHANGING = ["mutate", "eval", "admin"] as const;

/** Codes by which a node, or its cookie, turns us away: it writes an error to its log each time. */
const TURNED_AWAY: ReadonlySet<string> = new Set([
  ...["no_cookie", "bad_cookie", "wrong_cookie", "peer_unproven"],
  ...["not_allowed", "flags_missing", "wrong_node"],
]);

/** Other codes of failures that do not pass by themselves. */
const LASTING: ReadonlySet<string> = new Set([
  ...["invalid_arguments", "permission_denied", "stale_incarnation"],
  ...["unknown_tool", "unknown_node", "node_required", "not_audited"],
  ...["bad_node_name", "bad_port", "bad_process", "foreign_pid"],
  ...["bad_cookie_file", "bad_tls_file", "bad_ssh_destination"],
  ...["bad_term", "bad_pattern", "bad_source", "bad_level", "no_such_path"],
  ...["not_supported", "no_elixir", "not_a_process", "not_otp"],
  ...["not_traceable", "not_watchable", "unsafe_here", "private_table"],
  ...["scans_table", "too_large", "size_unknown", "too_many_messages"],
  ...["too_many_children", "too_many_functions", "called_too_often"],
  ...["atom_table_full", "bad_tls_material", "tls_expected", "tls_not_spoken"],
  ...["tls_untrusted", "tls_expired", "tls_wrong_host"],
  ...["tls_wrong_fingerprint", "tls_client_certificate"],
]);

/**
 * Returns the seconds between two calls, if there shall be several.
 *
 * @throws {CliError} `bad_value`
 */
export function watchSeconds(args: Arguments): number | undefined {
  const given = args.text("watch");
  if (given === undefined) return undefined;
  const seconds = Number(given);
  if (given.trim() !== "" && seconds >= 0.1 && seconds <= 86_400) {
    return seconds;
  }
  throw badValue(
    `--watch: "${given}" is not a number of seconds from 0.1 to 86400`,
  );
}

/**
 * Refuses to make a change again and again, and to read again what stays as it is.
 *
 * @throws {CliError} `bad_value`
 */
export function checkWatched(tool: Tool | undefined): void {
  if (tool?.toolset === "dump") {
    throw badValue(
      "--watch: a crash dump does not change",
      "leave --watch out",
    );
  }
  const changes = tool?.scopes.some((scope) =>
    CHANGING.some((each) => each === scope)
  );
  if (!changes) return;
  throw badValue(
    `--watch: ${tool?.name} would change something with each call`,
    "watch a tool that only looks",
  );
}

/** Whether another call would fail in the same way, or one of several nodes has turned us away. */
export function isFutile(answer: ToolResult): boolean {
  if (!answer.ok) {
    return TURNED_AWAY.has(answer.code) || LASTING.has(answer.code);
  }
  const { no_answer: silent } = Object(answer.structured);
  return Array.isArray(silent) &&
    silent.some(({ code }) => TURNED_AWAY.has(code));
}
