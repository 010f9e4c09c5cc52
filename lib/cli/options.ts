/**
 * Every command and option, as data: the parser, the help and the "did you
 * mean" all read this.
 *
 * @module
 */

/** A command. */
export type Command = keyof typeof COMMANDS;

/** What a command takes and does. */
export interface CommandSpec {
  readonly usage: string;
  readonly help: string;
  readonly example: string;
  /** The options that make a difference to it, where those are few; all others it takes are of no effect. */
  readonly uses?: readonly string[];
}

/** Every command. */
export const COMMANDS = {
  serve: {
    usage: "[serve] [NODE…]",
    help:
      "MCP server on standard input and output; this is what happens without a command",
    example: "serve shop@10.0.0.5 --cookie-file /home/me/.shop.cookie",
  },
  call: {
    usage: "call TOOL [JSON | key=value…]",
    help: "one call of a tool, the same as over MCP",
    example: "call list_processes node=shop@10.0.0.5 sort=mailbox limit=5",
  },
  tools: {
    usage: "tools [TOOL…]",
    help: "the tools, the scope each needs, and what each runs on a node",
    example: "tools get_process --source",
  },
  doctor: {
    usage: "doctor NODE",
    help:
      "tries every step to a first answer of a node; says what is wrong and what to do. " +
      "On the node's machine, under deno run --allow-all, it looks at the node's process too. " +
      "It attaches: a node of OTP 25 whose process table is full may end of that",
    example: "doctor shop@10.0.0.5",
    uses: [
      "node",
      "cookie-file",
      "cookie",
      "name",
      "epmd-port",
      "tls-ca",
      "tls-cert",
      "tls-key",
      "config",
      "json",
    ],
  },
  token: {
    usage: "token new NAME | list | revoke NAME",
    help:
      "tokens for clients over HTTP, in the file of --tokens: new takes --allow and --expires, and prints the token once",
    example:
      "token new alice --tokens tokens.json --allow 'data@shop@*' --expires 30d",
    uses: ["tokens", "allow", "expires", "config", "json"],
  },
  nodes: {
    usage: "nodes [HOST]",
    help: "the names registered with the port mapper (EPMD) of a host",
    example: "nodes 10.0.0.5",
    uses: ["epmd-port", "json"],
  },
} as const satisfies Record<string, CommandSpec>;

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
    value: "NAME[=HOST:PORT][,SETTING…]",
    repeatable: true,
    help:
      "a node to know of, like a NODE argument, with its own address and settings: cookie-file=FILE, tls, tls-ca=FILE, tls-cert=FILE, tls-key=FILE, tls-server-name=NAME, tls-fingerprint=SHA256",
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
  "cookie-for": {
    value: "GLOB",
    repeatable: true,
    help:
      "nodes that nobody named here, which connect_node may reach with that cookie; none if left out",
  },
  "name": {
    value: "NAME",
    help:
      "the name of beamtap's own hidden node, beamtap if left out; the host follows from the node that is dialled",
  },
  "epmd-port": { value: "PORT", help: "port of the port mapper, if not 4369" },
  "tls-ca": {
    value: "FILE",
    help: "reach all nodes over TLS; the CA that signed their certificates",
  },
  "tls-cert": {
    value: "FILE",
    help: "reach all nodes over TLS; the certificate that we show them",
  },
  "tls-key": { value: "FILE", help: "the private key of --tls-cert" },
  "allow": {
    value: "SCOPE[@GLOB]",
    repeatable: true,
    help:
      "grant inspect, data, trace, mutate, eval or admin, on nodes that match the glob; inspect is granted on all nodes unless given here. call:MODULE:FUNCTION/ARITY[@GLOB] grants calls of single functions (* any text, _ any arity)",
  },
  "confirm": {
    value: "SCOPE[,SCOPE…]",
    commands: ["serve"],
    help:
      "have the client ask a person before each call in these scopes; mutate,eval if left out, none for no questions",
  },
  "confirm-fallback": {
    value: "allow|deny",
    commands: ["serve"],
    help: "what to do where the client cannot ask; allow if left out",
  },
  "toolsets": {
    value: "NAME[,NAME…]",
    repeatable: true,
    help: "offer only tools of these groups; beamtap tools lists them",
  },
  "tools": {
    value: "NAME[,NAME…]",
    repeatable: true,
    help: "offer these tools: alone, or beside those of --toolsets",
  },
  "exclude-tools": {
    value: "NAME[,NAME…]",
    repeatable: true,
    help: "do not offer these tools",
  },
  "config": {
    value: "FILE",
    help:
      "JSON file with nodes, cookies, grants and other settings; changes of nodes, cookies, grants and tools take effect at once",
  },
  "tokens": {
    value: "FILE",
    help:
      "the tokens with which clients come over HTTP; changes take effect at once",
  },
  "expires": {
    value: "TIME",
    commands: ["token"],
    help: "when the token ends: 30d, 12h, 45m or a date; never if left out",
  },
  "http": {
    value: "[HOST:]PORT",
    commands: ["serve"],
    help: "serve Streamable HTTP there instead of standard input and output",
  },
  "wait-for": {
    value: "NODE",
    repeatable: true,
    commands: ["serve", "call"],
    help: "hold calls back until the node can be reached",
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
  "no-redact": {
    twin: true,
    help: "show what looks like a secret; cookies are never shown",
  },
  "json": {
    commands: ["call", "tools", "nodes", "doctor", "token"],
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
