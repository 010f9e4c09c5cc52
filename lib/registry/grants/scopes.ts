/**
 * Scopes, in which permissions are granted, from harmless to powerful.
 *
 * @module
 */

/** Every scope, weakest first. */
export const SCOPES = [
  "inspect",
  "data",
  "trace",
  "mutate",
  "eval",
  "admin",
] as const;

/** One kind of power over a node, in ascending order. */
export type Scope = typeof SCOPES[number];

/** What each scope allows, in a few words. */
export const SCOPE_MEANING: Readonly<Record<Scope, string>> = {
  inspect: "counts, names, trees",
  data: "message contents, process state, table rows, environment",
  trace: "calls, messages and their arguments while they happen",
  mutate: "kill, collect, suspend, log levels",
  eval: "code and arbitrary calls",
  admin: "connect to nodes not named at start-up",
};

/** Whether a text is the name of a scope. */
export function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text);
}

/** Whether `--read-only` leaves the scope: it drops everything above `data`. */
export function isReadOnly(scope: Scope): boolean {
  return SCOPES.indexOf(scope) <= SCOPES.indexOf("data");
}
