/**
 * The MCP clients that beamtap can be set up for: where each keeps its servers, and in
 * which form.
 *
 * @module
 */

import { readEnv } from "../runtime.ts";

/** Who uses the server: this person, everybody in a project, or this person in this project. */
export const AUDIENCES = ["user", "project", "local"] as const;

/** See {@linkcode AUDIENCES}. */
export type Audience = typeof AUDIENCES[number];

/** How a client starts beamtap. */
export interface Launch {
  /** Absolute path of the program. */
  readonly command: string;
  /** Its arguments. */
  readonly args: readonly string[];
}

/** A client. */
export interface Client {
  /** What it calls itself. */
  readonly title: string;
  /** The form of its file. */
  readonly format: "json" | "toml";
  /** Where its servers are in the file; `.` is the folder of the project. */
  readonly keys: (audience: Audience, project: string) => readonly string[];
  /** Returns the entry for a server. */
  readonly entry: (launch: Launch) => Readonly<Record<string, unknown>>;
  /** The files, by who uses the server; none for a client without a known file. */
  readonly files: Partial<Readonly<Record<Audience, () => Place>>>;
  /** Matches a text that the client replaces with something else. */
  readonly replaces?: RegExp;
  /** What to do so that it notices the change. */
  readonly then: string;
}

/** A file. */
export interface Place {
  /** Its path as people write it. */
  readonly shown: string;
  /** Its absolute path; `undefined` if the environment may not be read. */
  readonly path: string | undefined;
  /** The environment variable that its path comes from, if it comes from one. */
  readonly variable?: string;
}

/** The name of beamtap's entry. */
export const ENTRY = "beamtap";

const plain = ({ command, args }: Launch): Record<string, unknown> => ({
  command,
  args,
});
const typed = (launch: Launch): Record<string, unknown> => ({
  type: "stdio",
  ...plain(launch),
});
const mcpServers = (): readonly string[] => ["mcpServers"];

/** `${NAME}` and the like. */
const IN_BRACES = /\$\{/;

/** Every client by its name. */
export const CLIENTS: Readonly<Record<string, Client>> = {
  "claude-code": {
    title: "Claude Code",
    format: "json",
    keys: (audience, project) =>
      audience === "local"
        ? ["projects", project, "mcpServers"]
        : ["mcpServers"],
    entry: typed,
    files: {
      user: claudeFile,
      local: claudeFile,
      project: () => inProject(".mcp.json"),
    },
    replaces: IN_BRACES,
    then: "start a new session; /mcp shows it",
  },
  "claude-desktop": {
    title: "Claude Desktop",
    format: "json",
    keys: mcpServers,
    entry: plain,
    files: {
      user: () => inApplications("Claude", "claude_desktop_config.json"),
    },
    then: "quit Claude Desktop and start it again",
  },
  "cursor": {
    title: "Cursor",
    format: "json",
    keys: mcpServers,
    entry: plain,
    files: {
      user: () => inHome(".cursor/mcp.json"),
      project: () => inProject(".cursor/mcp.json"),
    },
    replaces: IN_BRACES,
    then: "switch it on in its settings, under MCP",
  },
  "vscode": {
    title: "VS Code",
    format: "json",
    keys: () => ["servers"],
    entry: typed,
    files: {
      user: () => inApplications("Code", "User/mcp.json"),
      project: () => inProject(".vscode/mcp.json"),
    },
    replaces: IN_BRACES,
    then: "start it by the command MCP: List Servers",
  },
  "zed": {
    title: "Zed",
    format: "json",
    keys: () => ["context_servers"],
    // Versions before 2026 need the source.
    entry: (launch) => ({ source: "custom", ...plain(launch), env: {} }),
    files: {
      user: () =>
        Deno.build.os === "windows"
          ? inApplications("Zed", "settings.json")
          : inConfig("zed/settings.json"),
      project: () => inProject(".zed/settings.json"),
    },
    then: "open its Agent Panel, whose settings show it",
  },
  "windsurf": {
    title: "Windsurf",
    format: "json",
    keys: mcpServers,
    entry: plain,
    files: { user: () => inHome(".codeium/windsurf/mcp_config.json") },
    replaces: IN_BRACES,
    then: "refresh its list of MCP servers",
  },
  "codex": {
    title: "Codex",
    format: "toml",
    keys: () => ["mcp_servers"],
    entry: plain,
    files: {
      user: () => inFolder("CODEX_HOME", ".codex", "config.toml"),
      project: () => inProject(".codex/config.toml"),
    },
    then: "start a new session; /mcp shows it",
  },
  "gemini": {
    title: "Gemini CLI",
    format: "json",
    keys: mcpServers,
    entry: plain,
    files: {
      user: () => inHome(".gemini/settings.json"),
      project: () => inProject(".gemini/settings.json"),
    },
    replaces: /\$[\w{]/,
    then: "start a new session; /mcp shows it",
  },
  "json": {
    title: "your client",
    format: "json",
    keys: mcpServers,
    entry: plain,
    files: {},
    then: "restart the client",
  },
};

const HOME = Deno.build.os === "windows" ? "USERPROFILE" : "HOME";

/** The file of Claude Code; it has moved where `CLAUDE_CONFIG_DIR` says so. */
function claudeFile(): Place {
  const moved = readEnv("CLAUDE_CONFIG_DIR");
  return moved
    ? { shown: `${moved}/.claude.json`, path: `${moved}/.claude.json` }
    : inHome(".claude.json");
}

function inProject(file: string): Place {
  return { shown: file, path: `${Deno.cwd()}/${file}` };
}

function inHome(file: string): Place {
  const home = readEnv(HOME);
  const path = home ? `${home}/${file}` : undefined;
  return { shown: `~/${file}`, path, variable: HOME };
}

/** In a folder that a variable names, or that has this name in the home directory. */
function inFolder(variable: string, usual: string, file: string): Place {
  const folder = readEnv(variable);
  return folder
    ? { shown: `${folder}/${file}`, path: `${folder}/${file}`, variable }
    : inHome(`${usual}/${file}`);
}

function inConfig(file: string): Place {
  return Deno.build.os === "darwin"
    ? inHome(`.config/${file}`)
    : inFolder("XDG_CONFIG_HOME", ".config", file);
}

/** Where an application keeps what its user has set. */
function inApplications(name: string, file: string): Place {
  switch (Deno.build.os) {
    case "darwin":
      return inHome(`Library/Application Support/${name}/${file}`);
    case "windows":
      return inFolder("APPDATA", "AppData/Roaming", `${name}/${file}`);
    default:
      return inConfig(`${name}/${file}`);
  }
}
