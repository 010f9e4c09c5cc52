/**
 * Every command and option, as data: the parser, the help and the "did you
 * mean" all read this.
 *
 * @module
 */

/** A command. */
export type Command = keyof typeof COMMANDS;

/** What each command takes and does. */
export const COMMANDS = {
  serve: {
    usage: "[serve] [NODE…]",
    help:
      "MCP server on standard input and output; this is what happens without a command",
  },
  call: {
    usage: "call TOOL [JSON | key=value…]",
    help: "one call of a tool, the same as over MCP",
  },
  tools: {
    usage: "tools [TOOL…]",
    help: "the tools, the scope each needs, and what each runs on a node",
  },
  nodes: {
    usage: "nodes [HOST]",
    help: "the names registered with the port mapper (EPMD) of a host",
  },
} as const;

/** An option. */
export interface OptionSpec {
  /** What the value is; an option without takes none. */
  readonly value?: string;
  readonly help: string;
  /** The commands that take it; all, if left out. */
  readonly commands?: readonly Command[];
  /** Whether it may be given several times. */
  readonly repeatable?: true;
  /** Whether an environment variable may stand in for an option without a value; for one with, it always may. */
  readonly twin?: true;
}

/** The name of an option that has a value. */
export type TextOption = keyof typeof TEXT_OPTIONS;

/** Options that have a value. */
export const TEXT_OPTIONS = {
  "node": {
    value: "NAME[=HOST:PORT][,cookie-file=FILE]",
    repeatable: true,
    help:
      "a node to know of, like a NODE argument, with its own address or cookie",
  },
  "cookie-file": {
    value: "FILE",
    help: "file that holds the cookie, readable by its owner only",
  },
  "cookie": {
    value: "COOKIE",
    help:
      "the cookie itself; others on this machine can see it in the process list",
  },
  "name": {
    value: "NAME",
    help:
      "the name of beamtap's own hidden node, beamtap if left out; the host follows from the node that is dialled",
  },
  "epmd-port": { value: "PORT", help: "port of the port mapper, if not 4369" },
  "allow": {
    value: "SCOPE[@GLOB]",
    repeatable: true,
    help:
      "grant inspect, data, trace, mutate, eval or admin, on nodes that match the glob; inspect is granted on all nodes unless given here",
  },
  "log-level": {
    value: "LEVEL",
    help: "error, warn, info or debug, on standard error; warn if left out",
  },
  "audit-file": {
    value: "FILE",
    help:
      "append a JSON line for every call above inspect; standard error if left out",
  },
} as const satisfies Record<string, OptionSpec>;

/** The name of an option that has none. */
export type FlagOption = keyof typeof FLAG_OPTIONS;

/** Options that are there or not. */
export const FLAG_OPTIONS = {
  "read-only": { twin: true, help: "take back every grant above data" },
  "json": {
    commands: ["call", "tools", "nodes"],
    help: "answer in JSON, for programs",
  },
  "source": {
    commands: ["tools"],
    help: "the Erlang that the tools would run on a node",
  },
  "help": { help: "this text" },
  "version": { help: "the version" },
} as const satisfies Record<string, OptionSpec>;

/** All options by name. */
export const OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...TEXT_OPTIONS,
  ...FLAG_OPTIONS,
};

/** The environment variable that stands in for an option: `--epmd-port` is `BEAMTAP_EPMD_PORT`. */
export function environmentTwin(option: string): string {
  return `BEAMTAP_${option.toUpperCase().replaceAll("-", "_")}`;
}

/** Every variable of the environment that beamtap reads; an executable is built with these. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(TEXT_OPTIONS).map(environmentTwin),
  ...Object.entries<OptionSpec>(FLAG_OPTIONS)
    .filter(([, { twin }]) => twin)
    .map(([name]) => environmentTwin(name)),
  "ERL_EPMD_PORT",
  "HOME",
  "USERPROFILE",
  "XDG_CONFIG_HOME",
];
