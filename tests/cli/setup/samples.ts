/**
 * Files of MCP clients as their users have them: with comments, trailing commas, other
 * servers, settings beside them, Windows line ends, byte order marks.
 *
 * @module
 */

/** A file of a client. */
export interface Sample {
  readonly client: string;
  readonly what: string;
  readonly text: string;
}

const windows = (text: string): string => text.replaceAll("\n", "\r\n");

/** Files that an entry can be put into and taken out of again without a trace. */
export const SAMPLES: readonly Sample[] = [
  {
    client: "claude-desktop",
    what: "another server, and a setting",
    text: `{
  "mcpServers": {
    "filesystem": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-filesystem", "/Users/me/Desktop"]
    }
  },
  "globalShortcut": "Ctrl+Space"
}
`,
  },
  {
    client: "claude-desktop",
    what: "Windows line ends, tabs, a byte order mark, no last line end",
    text: "\ufeff" + windows(`{
\t"mcpServers": {
\t\t"memory": {
\t\t\t"command": "C:\\\\Program Files\\\\nodejs\\\\npx.cmd",
\t\t\t"args": [ "-y", "@modelcontextprotocol/server-memory" ]
\t\t}
\t}
}`),
  },
  {
    client: "claude-code",
    what: "its state, all on few lines",
    text: `{
  "numStartups": 142,
  "tipsHistory": {"shift-enter": 12, "memory-command": 140},
  "userID": "9c1185a5c5e9fc54612808977ee8f548b2258d31",
  "projects": {
    "/home/me/shop": {
      "allowedTools": [], "history": [{"display": "why is \\"shop\\" slow? // see #12", "pastedContents": {}}],
      "mcpServers": {"db": {"type": "stdio", "command": "/usr/bin/db-mcp", "args": [], "env": {}}},
      "hasTrustDialogAccepted": true
    }
  },
  "mcpServers": {
    "sentry": {
      "type": "http",
      "url": "https://mcp.sentry.dev/mcp"
    }
  },
  "oauthAccount": {"emailAddress": "me@example.com"}
}
`,
  },
  {
    client: "cursor",
    what: "a trailing comma, and comments at the end of lines",
    text: `{
  // servers for every project
  "mcpServers": {
    "postgres": {
      "command": "npx", // from npm
      "args": ["-y", "@modelcontextprotocol/server-postgres", "postgresql://localhost/mydb"],
      "env": { "PGUSER": "\${env:USER}" },
    }, // read only
  },
}
`,
  },
  {
    client: "cursor",
    what: "servers that are commented out",
    text: `{
  "mcpServers": {
    "git": { "command": "uvx", "args": ["mcp-server-git"] }
    // "memory": { "command": "npx", "args": ["server-memory"] }
    /* "time": {
      "command": "uvx"
    } */
  }
}
`,
  },
  {
    client: "cursor",
    what: "one line",
    text: `{"mcpServers":{"git":{"command":"uvx","args":["mcp-server-git"]}}}`,
  },
  {
    client: "cursor",
    what: "one line with a trailing comma and a comment",
    text:
      `{ "mcpServers": { "git": { "command": "uvx" }, /* more */ } } // mine\n`,
  },
  {
    client: "vscode",
    what: "inputs, four spaces",
    text: `{
    "inputs": [
        {
            "type": "promptString",
            "id": "api-key",
            "description": "API key",
            "password": true
        }
    ],
    "servers": {
        "github": {
            "type": "http",
            "url": "https://api.githubcopilot.com/mcp/"
        },
        "fetch": {
            "type": "stdio",
            "command": "uvx",
            "args": ["mcp-server-fetch"],
            "env": { "API_KEY": "\${input:api-key}" }
        }
    }
}
`,
  },
  {
    client: "zed",
    what: "settings with comments and trailing commas, Windows line ends",
    text: windows(`// Zed settings
//
// For information on how to configure Zed, see the Zed
// documentation: https://zed.dev/docs/configuring-zed
{
  "icon_theme": "Material Icon Theme",
  "ui_font_size": 16,
  "context_servers": {
    "mcp-server-context7": {
      "source": "extension",
      "enabled": true,
      "settings": {},
    },
  },
  "theme": {
    "mode": "system",
    "light": "One Light", "dark": "One Dark",
  },
  /* languages */
  "languages": { "Elixir": { "language_servers": ["lexical", "!elixir-ls"] } },
}
`),
  },
  {
    client: "windsurf",
    what: "a remote server",
    text: `{
  "mcpServers": {
    "figma": { "serverUrl": "http://127.0.0.1:3845/sse" }
  }
}
`,
  },
  {
    client: "gemini",
    what: "settings, and a comment",
    text: `{
  "theme": "GitHub", // or "Default"
  "selectedAuthType": "oauth-personal",
  "mcpServers": {
    "github": {
      "httpUrl": "https://api.githubcopilot.com/mcp/",
      "headers": { "Authorization": "Bearer $GITHUB_TOKEN" },
      "timeout": 5000
    }
  },
  "telemetry": { "enabled": false }
}
`,
  },
  {
    client: "codex",
    what: "other servers, projects and a profile",
    text: `model = "gpt-5-codex"
model_reasoning_effort = "high"   # or "medium"
notify = [
  "python3",
  "/home/me/.codex/notify.py", # [not a table]
]

[mcp_servers.context7]
command = "npx"
args = ["-y", "@upstash/context7-mcp"]

[mcp_servers.context7.env]
TOKEN = "a#b"

[mcp_servers."figma.local"]
url = "http://127.0.0.1:3845/mcp"

[projects."/home/me/shop"]
trust_level = "trusted"

[profiles.fast]
model = 'o4-mini'
instructions = """
[mcp_servers.beamtap]
is not a section here
"""
`,
  },
  {
    client: "codex",
    what: "Windows line ends, a byte order mark, no last line end",
    text: "\ufeff" + windows(`# my settings
model = "gpt-5"

[mcp_servers.docs]
command = 'C:\\tools\\docs.exe'
args = []`),
  },
];

/** Files that have beamtap's entry already, with what its user has added. */
export const SET_UP: readonly Sample[] = [
  {
    client: "cursor",
    what: "an older entry with fields of its own",
    text: `{
  "mcpServers": {
    "beamtap": {
      // the test system
      "command": "/old/beamtap",
      "disabled": false,
      "args": ["serve", "old@10.0.0.1"],
      "autoApprove": ["check_health"]
    },
    "git": { "command": "uvx" }
  }
}
`,
  },
  {
    client: "codex",
    what: "an older section with keys and tables of its own",
    text: `[mcp_servers.beamtap]
command = "/old/beamtap"
startup_timeout_sec = 20
args = [
  "serve", # the command
  "old@10.0.0.1",
]

[mcp_servers.beamtap.tools.check_health]
approval_mode = "approve"

[tui]
theme = "dark"
`,
  },
  {
    client: "codex",
    what: "an older section whose only key is replaced, with one to add",
    text: `[mcp_servers."beamtap"] # mine
command = "/old/beamtap"

[tui]
theme = "dark"
`,
  },
];

/** Files that are refused. */
export const REFUSED: readonly Sample[] = [
  {
    client: "cursor",
    what: "no JSON",
    text: `{ "mcpServers": { "git": { "command": "uvx" } }`,
  },
  { client: "cursor", what: "a list", text: `[]` },
  { client: "cursor", what: "servers in a list", text: `{"mcpServers": []}` },
  {
    client: "cursor",
    what: "servers twice",
    text: `{"mcpServers": {"a": {}}, "mcpServers": {"b": {}}}`,
  },
  {
    client: "cursor",
    what: "the entry is one over HTTP",
    text: `{"mcpServers": {"beamtap": {"url": "http://127.0.0.1:8080/mcp"}}}`,
  },
  { client: "codex", what: "no TOML", text: `model = \n[mcp_servers.x]\n` },
  {
    client: "codex",
    what: "servers in one line",
    text: `mcp_servers = { docs = { command = "x" } }\n`,
  },
  {
    client: "codex",
    what: "the entry in dotted keys",
    text: `[mcp_servers]\nbeamtap.command = "x"\n`,
  },
  {
    client: "codex",
    what: "the entry is one over HTTP",
    text: `[mcp_servers.beamtap]\nurl = "http://127.0.0.1:8080/mcp"\n`,
  },
];
