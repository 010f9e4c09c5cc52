/**
 * `beamtap setup CLIENT NODE`: prints the entry by which an MCP client starts beamtap, or
 * writes it into the client's file.
 *
 * @module
 */

import { BeamtapError } from "../../errors.ts";
import { visible } from "../../etf/mod.ts";
import type { NodeSpec } from "../../node/mod.ts";
import { didYouMean, type Permission } from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { badValue, CliError } from "../errors.ts";
import { printError } from "../log.ts";
import { NodeSpecs } from "../node_specs.ts";
import { print } from "../output.ts";
import { remedyFor, runtime } from "../runtime.ts";
import { oneOf, readSettings, type Settings } from "../settings.ts";
import {
  type Audience,
  AUDIENCES,
  type Client,
  CLIENTS,
  ENTRY,
  type Launch,
  type Place,
} from "../setup/clients.ts";
import { type Change, putEntry, removeEntry } from "../setup/changes.ts";
import { type Entry, nested } from "../setup/json_entry.ts";
import { launchOf } from "../setup/launch.ts";
import {
  type Read,
  readExisting,
  removeCopy,
  removeFile,
  replaceFile,
} from "../setup/replace_file.ts";
import { tomlSection } from "../setup/toml_entry.ts";
import { terminalSize } from "../terminal/screen.ts";
import { wrapped } from "../terminal/width.ts";
import { describe, examined } from "./doctor.ts";

/** Runs the command; returns 1 if a node cannot be reached. */
export async function setup(args: Arguments): Promise<number> {
  const [name = "", ...operands] = args.operands;
  const client = clientNamed(name);
  const { write, remove, dryRun } = wanted(args);
  const audience = audienceOf(args, client, name);
  const place = client.files[audience]?.();
  const keys = keysOf(client, audience);
  if (remove) {
    await change(client, keys, placeToWrite(place, name), undefined, dryRun);
    return 0;
  }
  const serving = { ...args, operands };
  const settings = readSettings(args, operands);
  const [first] = settings.nodes;
  if (first === undefined) {
    throw badValue(
      "setup needs a node, or a config file that names some",
      `usage: beamtap setup ${name} NAME@HOST [--cookie-file FILE] [--write]`,
    );
  }
  const { reachable, cookieSource } = await diagnose(settings);
  const launch = launchOf(serving, settings, cookieSource);
  checkReplaced(client, launch);
  if (!write) {
    say(
      place === undefined
        ? "The entry:"
        : `Put this into ${place.shown}${whatToWrite(place)}:`,
    );
    await print(snippet(client, keys, client.entry(launch)));
  } else if (reachable !== false || args.flag("no-doctor")) {
    const target = placeToWrite(place, name);
    await change(client, keys, target, client.entry(launch), dryRun);
  } else {
    say(
      "beamtap: nothing was written: mend what FAIL says, or add --no-doctor",
    );
    return 1;
  }
  say(`Then ${client.then}, and ask ${client.title}:`);
  printError(
    `  Use beamtap to check the health of ${first.name}: what is wrong, and who is to blame?`,
  );
  return reachable === false ? 1 : 0;
}

function clientNamed(name: string): Client {
  const names = Object.keys(CLIENTS);
  const client = Object.hasOwn(CLIENTS, name) ? CLIENTS[name] : undefined;
  if (client !== undefined) return client;
  throw badValue(
    name === ""
      ? "setup needs the name of a client"
      : `"${name}" is not a client that setup knows${didYouMean(name, names)}`,
    `write: beamtap setup CLIENT NODE; the clients are ${
      names.join(", ")
    }, where json is any other`,
  );
}

function wanted(
  args: Arguments,
): { write: boolean; remove: boolean; dryRun: boolean } {
  const [write, remove, dryRun] = [
    args.flag("write"),
    args.flag("remove"),
    args.flag("dry-run"),
  ];
  if (write && remove) {
    throw badValue("--write and --remove contradict each other");
  }
  return { write: write || dryRun && !remove, remove, dryRun };
}

/** Returns who uses the server. */
function audienceOf(args: Arguments, client: Client, name: string): Audience {
  const audience = oneOf("scope", AUDIENCES, args.text("scope") ?? "user");
  const known = Object.keys(client.files);
  if (known.length === 0 || known.includes(audience)) return audience;
  throw badValue(
    `--scope: ${name} knows no ${audience}, only ${known.join(" and ")}`,
  );
}

/**
 * Returns the file to write.
 *
 * @throws {CliError} `bad_value` without one, `permission_denied`
 */
function placeToWrite(place: Place | undefined, name: string): string {
  if (place === undefined) {
    throw badValue(
      `setup knows no file of ${name}`,
      "leave out --write, --dry-run and --remove, and paste what is printed",
    );
  }
  const missing = missingFor(place);
  if (place.path !== undefined && missing.length === 0) return place.path;
  throw new CliError(
    "permission_denied",
    `Deno does not permit writing ${place.shown}`,
    {
      hint: `${
        remedyFor(...missing)
      }, or paste what setup prints without --write`,
    },
  );
}

/** The permissions that writing a file needs beside those that there are. */
function missingFor({ shown, path, variable = "HOME" }: Place): Permission[] {
  const folder = (path ?? shown.replace(/^~/, "$HOME"))
    .replace(/[^/\\]*$/, "") || ".";
  const needs: Permission[] = [
    ...path === undefined ? [{ name: "env", variable } as const] : [],
    { name: "read", path: folder },
    { name: "write", path: folder },
  ];
  return needs.filter((need) => !runtime.granted(need));
}

/** How setup itself would write the entry. */
function whatToWrite(place: Place): string {
  const missing = missingFor(place);
  return missing.length === 0
    ? " (--write does it)"
    : `, or ${remedyFor(...missing)} and --write`;
}

/**
 * Writes the entry, or removes it, and says so. Nothing else of the file is printed:
 * there may be secrets beside the entry, or in it from before.
 */
async function change(
  client: Client,
  keys: readonly string[],
  path: string,
  entry: Entry | undefined,
  dryRun: boolean,
): Promise<void> {
  const read = readExisting(path);
  if (entry === undefined) {
    const change = await removeEntry(client, read, keys);
    say(
      read.text === undefined || read.text === change.after
        ? `There is no entry ${ENTRY} in ${path}.`
        : removed(read, change, dryRun),
    );
    return;
  }
  const { after = "", isCopied } = await putEntry(client, read, keys, entry);
  if (read.text === after) say(`${path} is as it should be.`);
  else if (dryRun) {
    say(`This would be set in ${path}; the rest would stay as it is:`);
  } else {
    const copy = replaceFile(read, after, isCopied);
    const before = copy ? ` (what was there is in ${copy})` : "";
    say(`This is set in ${path}, the rest is as it was${before}:`);
  }
  await print(snippet(client, keys, entry));
}

/** Removes the entry, unless only what that would do is wanted; returns what was done. */
function removed(read: Read, change: Change, dryRun: boolean): string {
  const { path } = read;
  const { after, isCopied, isCopyDone } = change;
  const is = dryRun ? "would be" : "is";
  if (after === undefined) {
    if (!dryRun) removeFile(read);
    if (!dryRun && isCopyDone) removeCopy(path);
    return `${path} ${is} removed, since it held nothing but the entry ${ENTRY}.`;
  }
  const copy = dryRun ? undefined : replaceFile(read, after, isCopied);
  if (!dryRun && isCopyDone) removeCopy(path);
  const more = isCopyDone
    ? `, which ${is} as it was before setup`
    : copy
    ? ` (what was there is in ${copy})`
    : "";
  return `The entry ${ENTRY} ${is} removed from ${path}${more}.`;
}

/** Writes sentences to standard error, broken to the width of a terminal. */
function say(text: string): void {
  const columns = Deno.stderr.isTerminal() ? terminalSize().columns : Infinity;
  printError(wrapped(text, columns).join("\n"));
}

/** Where the entry is in the client's file. */
function keysOf(client: Client, audience: Audience): readonly string[] {
  // Settings of one person in one project go by its folder.
  const project = audience === "local" ? Deno.cwd() : ".";
  return [...client.keys(audience, project), ENTRY];
}

/** Returns the entry as it stands in the client's file. */
function snippet(
  { format }: Client,
  keys: readonly string[],
  entry: Entry,
): string {
  if (format === "toml") return tomlSection(keys, entry).join("\n");
  return JSON.stringify(nested(keys, entry), undefined, 2);
}

/** Refuses what the client would replace with something else. */
function checkReplaced(
  { title, replaces }: Client,
  { command, args }: Launch,
): void {
  const wrong = [command, ...args].find((word) => replaces?.test(word));
  if (wrong === undefined) return;
  throw badValue(
    `${title} would replace a part of "${wrong}", which looks like a variable`,
    "use a path or name without $",
  );
}

/** What is known of the nodes. */
interface Examined {
  /** Whether every one answers; `undefined` if that may not be found out. */
  readonly reachable: boolean | undefined;
  /** Where the cookie of those comes from that have none of their own. */
  readonly cookieSource: string | undefined;
}

/** Examines every node, and says how it went. */
async function diagnose(settings: Settings): Promise<Examined> {
  let reachable: boolean | undefined = true;
  let cookieSource: string | undefined;
  for (const node of settings.nodes) {
    try {
      const specs = new NodeSpecs({ ...settings, nodes: [node] });
      specs.check(node);
      const spec = specs.of(node);
      const diagnosis = await examined(spec, settings.name);
      const { findings } = diagnosis;
      const ms = findings.reduce((sum, { ms }) => sum + ms, 0);
      printError(
        diagnosis.reachable
          ? `${node.name} is reachable (${ms.toFixed(0)} ms).`
          : describe(diagnosis),
      );
      if (!diagnosis.reachable) reachable = false;
      if (node.cookieFile === undefined) cookieSource ??= await sourceOf(spec);
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      const { message, hint, code } = error;
      printError(
        visible(
          `${node.name} was not examined: ${message}${
            hint ? ` (${hint})` : ""
          }`,
        ),
      );
      if (code !== "permission_denied") reachable = false;
      else reachable &&= undefined;
    }
  }
  return { reachable, cookieSource };
}

/** Where a node's cookie comes from, if there is one. */
async function sourceOf({ cookie }: NodeSpec): Promise<string | undefined> {
  try {
    const found = await cookie();
    return typeof found === "object" ? found.source : undefined;
  } catch (error) {
    if (error instanceof BeamtapError) return undefined;
    throw error;
  }
}
