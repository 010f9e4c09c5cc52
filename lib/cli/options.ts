/**
 * Every option, as data for the parser, the help and the suggestions.
 *
 * @module
 */

import { type Command, COMMANDS, type CommandSpec } from "./command_specs.ts";

/** Description of an option. */
export interface OptionSpec {
  /** What its value is called in the help; absent if it takes none. */
  readonly value?: string;
  /** What it does, for the help. */
  readonly help: string;
  /** The commands that take it. @default {all} */
  readonly commands?: readonly Command[];
  /** Whether it may be given several times. */
  readonly repeatable?: true;
  /** Whether an option without a value has an environment variable; every option with a value has one. */
  readonly twin?: true;
}

/** Name of an option with a value. */
export type TextOption = keyof typeof TEXT_OPTIONS;

/** Whether an option has a value. */
export function isTextOption(name: string): name is TextOption {
  return Object.hasOwn(TEXT_OPTIONS, name);
}

/** Options with a value. */
export const TEXT_OPTIONS = {
  "node": {
    value: "NAME[=HOST[:PORT]][,SETTING…]",
    repeatable: true,
    help:
      "a node, like a NODE argument, with its own address (without PORT, EPMD is asked there) and settings: cookie-file=FILE, ssh=[USER@]HOST[:PORT], tls, tls-ca=FILE, tls-cert=FILE, tls-key=FILE, tls-server-name=NAME, tls-fingerprint=SHA256",
  },
  "cookie-file": {
    value: "FILE",
    help:
      "file that contains the cookie, or a vm.args that sets it; readable by its owner only",
  },
  "cookie": {
    value: "COOKIE",
    help:
      "the cookie itself; others on this machine can see it in the process list",
  },
  "cookie-for": {
    value: "GLOB",
    repeatable: true,
    help:
      "other nodes that connect_node may reach with that cookie; default none",
  },
  "name": {
    value: "NAME",
    help: "name of beamtap's own hidden node, without a host; default beamtap",
  },
  "epmd-port": {
    value: "PORT",
    help: "port of the port mapper (EPMD); default 4369",
  },
  "ssh": {
    value: "[USER@]HOST[:PORT]",
    help:
      "reach all nodes and their EPMD through this ssh server, with the agent, keys and config of ssh; needs the permission to run ssh",
  },
  "tls-ca": {
    value: "FILE",
    help: "use TLS for all nodes, and trust this CA",
  },
  "tls-cert": {
    value: "FILE",
    help: "use TLS for all nodes, with this client certificate",
  },
  "tls-key": { value: "FILE", help: "private key of --tls-cert" },
  "allow": {
    value: "SCOPE[@GLOB]",
    repeatable: true,
    help:
      "grant a scope (inspect, data, trace, mutate, eval or admin) on nodes that match the glob; inspect is granted on all nodes unless it is given here. call:MODULE:FUNCTION/ARITY[@GLOB] grants calls of single functions (* any text, _ any arity)",
  },
  "confirm": {
    value: "SCOPE[,SCOPE…]",
    commands: ["serve", "setup"],
    help:
      "ask a person, through the client, before each call in these scopes; default mutate,eval; none disables confirmation",
  },
  "confirm-fallback": {
    value: "allow|deny",
    commands: ["serve", "setup"],
    help: "what to do if the client cannot ask; default allow",
  },
  "toolsets": {
    value: "NAME[,NAME…]",
    repeatable: true,
    help: "offer only the tools of these groups; beamtap tools lists them",
  },
  "tools": {
    value: "NAME[,NAME…]",
    repeatable: true,
    help: "offer only these tools, in addition to those of --toolsets if given",
  },
  "exclude-tools": {
    value: "NAME[,NAME…]",
    repeatable: true,
    help: "do not offer these tools",
  },
  "syntax": {
    value: "SYNTAX",
    help:
      "how terms are written: erlang, elixir, gleam, lfe or auto, which follows the node; default auto",
  },
  "config": {
    value: "FILE",
    help:
      "JSON file with nodes, cookies, grants and other settings; changes of nodes, cookies, grants and tools take effect at once",
  },
  "tokens": {
    value: "FILE",
    help: "the tokens that HTTP clients may use; changes take effect at once",
  },
  "dumps": {
    value: "FOLDER",
    repeatable: true,
    help:
      "offer the tools that read crash dumps, for the dumps in this folder or for one file",
  },
  "expires": {
    value: "TIME",
    commands: ["token"],
    help: "when the token expires: 30d, 12h, 45m or a date; default never",
  },
  "http": {
    value: "[HOST:]PORT",
    commands: ["serve"],
    help:
      "serve Streamable HTTP on this address instead of standard input and output; requires --tokens",
  },
  "scope": {
    value: "WHO",
    commands: ["setup"],
    help:
      "user (default), project (the current folder, for everybody), or local (you in the current folder, Claude Code only)",
  },
  "wait-for": {
    value: "NODE",
    repeatable: true,
    commands: ["serve", "call", "health"],
    help: "make calls wait until the node can be reached",
  },
  "output": {
    value: "FORMAT",
    commands: ["call", "tools", "nodes", "doctor", "health", "dump", "token"],
    help:
      "wide (every column), json or tsv; default tables that fit on a terminal, else tsv. Also -o",
  },
  "color": {
    value: "WHEN",
    commands: [
      "call",
      "tools",
      "nodes",
      "doctor",
      "health",
      "dump",
      "top",
      "token",
    ],
    help:
      "auto, always or never; default auto: on a terminal, unless NO_COLOR is set",
  },
  "watch": {
    value: "SECONDS",
    commands: ["call", "health"],
    help:
      "call again, so many seconds after each answer, until Ctrl-C or a failure that would come again, such as a wrong cookie",
  },
  "log-level": {
    value: "LEVEL",
    help: "error, warn, info or debug, on standard error; default warn",
  },
  "audit-file": {
    value: "FILE",
    help:
      "append a JSON line for every call above inspect, to a file or a pipe such as >(logger -t beamtap) for syslog; default standard error, or ~/.local/state/beamtap/audit.jsonl for a command on a terminal",
  },
} as const satisfies Record<string, OptionSpec>;

/** Name of an option without a value. */
export type FlagOption = keyof typeof FLAG_OPTIONS;

/** Options without a value. */
export const FLAG_OPTIONS = {
  "read-only": {
    twin: true,
    help: "withdraw trace, mutate, eval and admin",
  },
  "no-redact": {
    twin: true,
    help: "do not hide what looks like a secret; cookies stay hidden",
  },
  "structured": {
    twin: true,
    commands: ["serve", "setup"],
    help:
      "send answers as JSON too, with a schema, for clients that hand them to programs",
  },
  "write": {
    commands: ["setup"],
    help:
      "put the entry into the client's file; nothing else in it changes, and a copy of it is kept",
  },
  "remove": {
    commands: ["setup"],
    help:
      "take the entry out of the client's file, and what setup had made around it",
  },
  "dry-run": {
    commands: ["setup"],
    help: "say what would change in the client's file",
  },
  "no-doctor": {
    commands: ["setup"],
    help: "write the entry even if a node cannot be reached",
  },
  "json": {
    commands: ["call", "tools", "nodes", "doctor", "health", "dump", "token"],
    help: "print JSON, like --output json",
  },
  "once": {
    commands: ["top"],
    help: "print one screen and end, for pipes and scripts",
  },
  "source": {
    commands: ["tools"],
    help: "print the Erlang that the tools run on a node",
  },
  "help": { help: "print this text" },
  "version": { help: "print the version" },
} as const satisfies Record<string, OptionSpec>;

/** All options by name. */
export const OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...TEXT_OPTIONS,
  ...FLAG_OPTIONS,
};

/** Returns the names of the options that a command takes and that have an effect on it. */
export function optionsOf(command: Command): string[] {
  const { uses }: CommandSpec = COMMANDS[command];
  return Object.entries(OPTIONS).flatMap(([name, { commands }]) =>
    (commands?.includes(command) ?? true) &&
      (uses === undefined || `help ${uses}`.split(" ").includes(name))
      ? [name]
      : []
  );
}

/** Returns whether an option can be set in the environment. */
export function hasTwin(option: string): boolean {
  const { value, twin } = OPTIONS[option] ?? {};
  return value !== undefined || twin === true;
}

/** Returns the environment variable of an option: `BEAMTAP_EPMD_PORT` for `--epmd-port`. */
export function environmentTwin(option: string): string {
  return `BEAMTAP_${option.toUpperCase().replaceAll("-", "_")}`;
}
