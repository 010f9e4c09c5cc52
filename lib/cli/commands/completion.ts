/**
 * `beamtap completion SHELL`: prints a script for the shell, which asks beamtap itself
 * what may follow, so that both always know the same commands, options and tools.
 *
 * @module
 */

import { BeamtapError } from "../../errors.ts";
import { DEFAULT_EPMD_PORT, listNames } from "../../epmd/mod.ts";
import { SCOPES } from "../../registry/mod.ts";
import { type Arguments, parseArguments } from "../arguments.ts";
import { SYNTAXES } from "../config_file.ts";
import { badValue } from "../errors.ts";
import { LOG_LEVELS } from "../log.ts";
import { COMMANDS, isCommand } from "../command_specs.ts";
import { OPTIONS, optionsOf } from "../options.ts";
import { COLOURS, FORMATS, print } from "../output.ts";
import { readEnv, runtime } from "../runtime.ts";
import { epmdPort, readSettings } from "../settings.ts";
import { TOPICS } from "../topics.ts";

/** The scripts: each passes the words up to the cursor after `completion words --`. */
const SCRIPTS = {
  bash: `_beamtap() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(beamtap completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [[ \${COMPREPLY[0]-} != *= ]] || compopt -o nospace
}
COMP_WORDBREAKS=\${COMP_WORDBREAKS//[=:@]/}
complete -o default -F _beamtap beamtap`,
  zsh: `#compdef beamtap
_beamtap() {
  local -a found=(\${(f)"$(beamtap completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  (( $#found )) || { _files; return }
  compadd -S '' -- \${(M)found:#*=}
  compadd -- \${found:#*=}
}
compdef _beamtap beamtap`,
  fish: `function __beamtap
  set -l words (commandline -opc) (commandline -ct)
  set -l found (beamtap completion words -- $words[2..] 2>/dev/null)
  test -n "$found" || set found (__fish_complete_path (commandline -ct))
  printf '%s\\n' $found
end
complete -c beamtap -f -a '(__beamtap)'`,
};

/** Runs the command; returns the exit status. */
export async function completion(args: Arguments): Promise<number> {
  const [shell = "", ...words] = args.operands;
  if (shell === "words") {
    const found = await candidates(words);
    if (found.length > 0) await print(found.join("\n"));
    return 0;
  }
  const script = Object.entries(SCRIPTS).find(([name]) => name === shell);
  if (script === undefined || words.length > 0) {
    throw badValue(
      "completion needs the name of a shell",
      `one of ${
        Object.keys(SCRIPTS).join(", ")
      }; for bash: eval "$(beamtap completion bash)"`,
    );
  }
  await print(script[1]);
  return 0;
}

/** Values of options that have few. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "allow": SCOPES,
  "confirm": [...SCOPES, "none"],
  "confirm-fallback": ["allow", "deny"],
  "log-level": LOG_LEVELS,
  "output": FORMATS,
  "color": COLOURS,
  "syntax": SYNTAXES,
};

/** Types in the schemas of arguments, as opposed to values. */
const TYPES: ReadonlySet<string> = new Set([
  ...[
    "any",
    "array",
    "boolean",
    "integer",
    "null",
    "number",
    "object",
    "string",
  ],
]);

/** Operands of commands that have few. */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  completion: Object.keys(SCRIPTS),
  token: ["new", "list", "revoke"],
};

/** Returns what may stand in place of the last word; nothing where a file may. */
async function candidates(
  words: readonly string[],
): Promise<readonly string[]> {
  const current = words.at(-1) ?? "";
  const option = words.at(-2)?.replace(/^--/, "") ?? "";
  if (words.at(-2)?.startsWith("--") && OPTIONS[option]?.value) {
    return option === "node" || option === "wait-for"
      ? await nodesOf(words)
      : option === "tools" || option === "exclude-tools"
      ? (await tools()).map(({ name }) => name)
      : option === "toolsets"
      ? [...new Set((await tools()).map(({ toolset }) => toolset))]
      : option === "scope"
      ? (await import("../setup/clients.ts")).AUDIENCES
      : VALUES[option] ?? [];
  }
  const command = words.slice(0, -1).find(isCommand);
  if (current.startsWith("-")) {
    const names = command ? optionsOf(command) : Object.keys(OPTIONS);
    return names.map((name) => `--${name}`);
  }
  switch (command) {
    case undefined:
      return [...Object.keys(COMMANDS), ...await nodesOf(words)];
    case "call":
      return await ofCall(words);
    case "tools":
      return (await tools()).map(({ name }) => name);
    case "help": {
      const names = (await tools()).map(({ name }) => name);
      return [...Object.keys(COMMANDS), ...Object.keys(TOPICS), ...names];
    }
    case "setup": {
      const { CLIENTS } = await import("../setup/clients.ts");
      const names = Object.keys(CLIENTS);
      const isChosen = words.slice(0, -1).some((word) => names.includes(word));
      return isChosen ? await nodesOf(words) : names;
    }
    case "serve":
    case "doctor":
    case "health":
    case "top":
      return await nodesOf(words);
    default:
      return OPERANDS[command] ?? [];
  }
}

/** Tools, then their arguments as `key=`, then the values of these. */
async function ofCall(
  words: readonly string[],
): Promise<readonly string[]> {
  const all = await tools();
  const tool = all.find(({ name }) => words.slice(0, -1).includes(name));
  if (tool === undefined) return all.map(({ name }) => name);
  const { argumentsOf } = await import("../tool_arguments.ts");
  const rows = argumentsOf(tool);
  const [key = "", value] = (words.at(-1) ?? "").split("=");
  if (value === undefined) return rows.map(({ argument }) => `${argument}=`);
  const values = key === "node"
    ? await nodesOf(words)
    : choices(rows.find(({ argument }) => argument === key)?.type ?? "");
  return values.map((each) => `${key}=${each}`);
}

/** Returns the values of a type such as `memory|heap`. */
function choices(type: string): string[] {
  if (type === "boolean") return ["true", "false"];
  return type.includes("|")
    ? type.split("|").filter((each) => !TYPES.has(each))
    : [];
}

async function tools(): Promise<typeof import("../../tools/mod.ts").TOOLS> {
  return (await import("../../tools/mod.ts")).TOOLS;
}

/** Maximum time to wait for the port mapper while somebody types, in ms. */
const EPMD_TIMEOUT_MS = 300;

/** Returns names and aliases of the nodes in these words, the environment and the config file, and of those on this machine. */
async function nodesOf(words: readonly string[]): Promise<string[]> {
  try {
    const args = parseArguments(words.slice(0, -1), readEnv);
    const known = readSettings(args, []).nodes.flatMap(({ name, alias }) =>
      alias === undefined ? [name] : [name, alias]
    );
    return [...new Set([...known, ...await nodesHere(args)])];
  } catch (error) {
    if (error instanceof BeamtapError) return [];
    throw error;
  }
}

/** Returns the nodes that the port mapper of this machine knows, with short names, if it may be asked. */
async function nodesHere(args: Arguments): Promise<string[]> {
  const port = epmdPort(args) ?? DEFAULT_EPMD_PORT;
  const host = "127.0.0.1";
  const isPermitted =
    runtime.granted({ name: "net", host: `${host}:${port}` }) &&
    runtime.granted({ name: "sys", kind: "hostname" });
  if (!isPermitted) return [];
  try {
    const names = await listNames({ host, port, timeoutMs: EPMD_TIMEOUT_MS });
    const [short = ""] = Deno.hostname().split(".");
    // A shell expands what it is offered, and anybody here can register any name.
    return names.filter(({ name }) => /^[\w-]+$/.test(name))
      .map(({ name }) => `${name}@${short}`);
  } catch (error) {
    if (error instanceof BeamtapError) return [];
    throw error;
  }
}
