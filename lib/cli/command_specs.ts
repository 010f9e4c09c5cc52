/**
 * Every command, as data for the parser, the help and the suggestions.
 *
 * @module
 */

/** Name of a command. */
export type Command = keyof typeof COMMANDS;

/** Description of a command. */
export interface CommandSpec {
  /** Its arguments, for the help. */
  readonly usage: string;
  /** What it does, for the help. */
  readonly help: string;
  /** An example, for the help. */
  readonly example: string;
  /** The options that have an effect on it, separated by spaces. @default {all} */
  readonly uses?: string;
}

/** Every command. */
export const COMMANDS = {
  serve: {
    usage: "[serve] [NODE…]",
    help:
      "run an MCP server on standard input and output, or over HTTP with --http; this is the default command",
    example: "serve shop@10.0.0.5 --cookie-file /home/me/.shop.cookie",
  },
  call: {
    usage: "call TOOL [JSON | key=value…]",
    help:
      "call a tool once, as over MCP. Ctrl-C ends what listens or waits early and prints what came",
    example: "call list_processes node=shop@10.0.0.5 sort=mailbox limit=5",
  },
  tools: {
    usage: "tools [TOOL…]",
    help: "list the tools, the scopes they need and what they run on a node",
    example: "tools get_process --source",
  },
  doctor: {
    usage: "doctor NODE",
    help:
      "find out why a node cannot be reached, step by step, and what to do about it. " +
      "On the node's machine, with deno run --allow-all, it also looks at the node's process. " +
      "It connects to the node, which may crash a node of OTP 25 whose process table is full",
    example: "doctor shop@10.0.0.5",
    uses:
      "node cookie-file cookie name epmd-port ssh tls-ca tls-cert tls-key config json output color",
  },
  health: {
    usage: "health NODE",
    help:
      "say what is wrong with a node, who is to blame and what to do next; the exit status is 1 for anything worse than a notice",
    example: "health shop@10.0.0.5",
  },
  top: {
    usage: "top NODE",
    help:
      "watch a node live: schedulers, limits, memory, findings, and its processes, ETS tables, ports and supervisors; ? lists the keys",
    example: "top shop@10.0.0.5",
  },
  dump: {
    usage: "dump FILE",
    help:
      "say what ended a node and who is to blame, from its crash dump (erl_crash.dump, also compressed with gzip); what messages, states and arguments hold needs --allow data@dump",
    example: "dump /var/log/shop/erl_crash.dump",
    uses:
      "allow dumps syntax config no-redact json output color log-level audit-file",
  },
  setup: {
    usage: "setup CLIENT NODE…",
    help:
      "print the entry by which an MCP client starts beamtap for these nodes, with absolute paths and the other options given; --write puts it into the client's file. CLIENT is claude-code, claude-desktop, cursor, vscode, zed, windsurf, codex, gemini or json. The nodes are examined first, as by doctor",
    example:
      "setup cursor shop@10.0.0.5 --cookie-file /home/me/.shop.cookie --write",
    uses:
      "write remove dry-run scope no-doctor node cookie-file cookie-for name epmd-port ssh tls-ca tls-cert tls-key allow read-only no-redact confirm confirm-fallback toolsets tools exclude-tools syntax config structured log-level audit-file",
  },
  token: {
    usage: "token new NAME | list | revoke NAME",
    help:
      "manage the tokens of HTTP clients, in the file given by --tokens: new takes --allow and --expires, and prints the token, which is not shown again",
    example:
      "token new alice --tokens tokens.json --allow 'data@shop@*' --expires 30d",
    uses: "tokens allow expires config json output color",
  },
  nodes: {
    usage: "nodes [HOST]",
    help: "list the names registered with the port mapper (EPMD) of a host",
    example: "nodes 10.0.0.5",
    uses: "epmd-port ssh json output color",
  },
  help: {
    usage: "help [COMMAND | TOOL | TOPIC | ERROR]",
    help:
      "explain a command, a tool, the code of an error, or one of the topics exit-codes, cookies, grants, tunnels, permissions and environment",
    example: "help cookies",
    uses: "",
  },
  completion: {
    usage: "completion bash | zsh | fish",
    help:
      "print a script by which the shell completes commands, options, tools, their arguments and known nodes",
    example: "completion bash",
    uses: "",
  },
  version: {
    usage: "version",
    help: "print the version, like --version and -v",
    example: "version",
    uses: "",
  },
} as const satisfies Record<string, CommandSpec>;

/** Returns whether a text is the name of a command. */
export function isCommand(text: string): text is Command {
  return Object.hasOwn(COMMANDS, text);
}
