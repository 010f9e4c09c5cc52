import { assert, assertEquals, assertThrows } from "@std/assert";
import { CliError } from "../../../lib/cli/errors.ts";
import {
  readExisting,
  removeFile,
  replaceFile,
} from "../../../lib/cli/setup/replace_file.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { atHome, type Folder, makeFolder, type Run } from "../support.ts";

const MAIN = new URL("../../../main.ts", import.meta.url).pathname;

/** Runs beamtap in a home of its own. */
async function run(
  permissions: readonly string[],
  home: string,
  ...args: string[]
): Promise<Run> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-check",
      "--no-prompt",
      ...permissions,
      MAIN,
      ...args,
    ],
    cwd: home,
    stdin: "null",
    env: {
      ...atHome(home),
      ...{ XDG_CONFIG_HOME: "", CODEX_HOME: "" },
      ...{ CLAUDE_CONFIG_DIR: "", BEAMTAP_COOKIE: "", RELEASE_COOKIE: "" },
    },
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

/** A node, a home with its cookie, and the options to reach it. */
async function withCookie(node: Beam, folder: Folder): Promise<string[]> {
  await folder.write("shop.cookie", node.cookie);
  return [
    node.name,
    "--cookie-file=shop.cookie",
    `--epmd-port=${node.epmd.port}`,
  ];
}

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
}

const SECRET = "x-not-to-be-shown";
const OTHERS = `{
  // mine
  "mcpServers": {
    "git": { "command": "uvx", "env": { "TOKEN": "${SECRET}" } },
    "beamtap": {
      "command": "/old/beamtap",
      "env": { "BEAMTAP_COOKIE": "${SECRET}" },
      "args": ["serve", "--cookie=${SECRET}"]
    },
  },
}
`;

Deno.test("the entry that setup writes starts a server for the node", async () => {
  await using node = await startBeam();
  await using folder = await makeFolder();
  const home = folder.path("");
  await Deno.mkdir(folder.path(".cursor"));
  await folder.write(".cursor/mcp.json", OTHERS);
  const options = await withCookie(node, folder);
  const { code, stdout, stderr } = await run(
    ["-A"],
    home,
    ...["setup", "cursor", ...options, "--allow=data", "--write"],
  );
  assertEquals(code, 0, stderr);
  assert(!stdout.includes("git"), stdout);
  assert(stderr.includes(`check the health of ${node.name}`), stderr);
  const text = await Deno.readTextFile(folder.path(".cursor/mcp.json"));
  assertEquals(
    await Deno.readTextFile(folder.path(".cursor/mcp.json.beamtap-backup")),
    OTHERS,
  );
  assert(!(stdout + stderr + text).includes(node.cookie));
  assert(!(stdout + stderr).includes(SECRET), stdout + stderr);
  const entry = /"beamtap": (\{[^]*?\n {4}\})/.exec(text)?.[1] ?? "";
  const { command, args } = JSON.parse(entry);
  assert(args.includes("--allow=data"), entry);
  // In another folder: every path is absolute.
  const server = new Deno.Command(command, {
    args,
    cwd: "/",
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = server.stdin.getWriter();
  const call = (id: number, method: string, params: unknown) =>
    `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  await writer.write(new TextEncoder().encode(
    call(1, "initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "test", version: "1" },
    }) + call(2, "tools/call", {
      name: "get_node_info",
      arguments: { sections: [] },
    }),
  ));
  let said = "";
  for await (const chunk of server.stdout) {
    said += new TextDecoder().decode(chunk);
    if (said.includes('"id":2')) break;
  }
  assert(said.includes(`node=${node.name} `), said);
  await writer.close();
  await server.status;
});

Deno.test("what setup refuses to write, and how it says what to do", async () => {
  await using node = await startBeam();
  await using folder = await makeFolder();
  const home = folder.path("");
  const options = await withCookie(node, folder);
  const none = "nobody@127.0.0.1";
  const cases: [string[], string[], number, string][] = [
    [["-A"], ["cursr", ...options], 2, 'did you mean "cursor"'],
    [["-A"], ["cursor"], 2, "needs a node"],
    [["-A"], ["json", ...options, "--write"], 2, "knows no file"],
    [["-A"], ["zed", ...options, "--scope=local"], 2, "only user and project"],
    [["-A"], ["cursor", ...options, "--cookie=x"], 2, "writes no cookie"],
    [
      ["-A"],
      ["cursor", none, ...options.slice(1), "--write"],
      1,
      "--no-doctor",
    ],
    [["-A"], ["gemini", ...options, "--exclude-tools=$HOME"], 2, "variable"],
    [
      ["--allow-net"],
      ["cursor", ...options, "--write"],
      2,
      "--allow-env=HOME --allow-read=$HOME/.cursor/ --allow-write=$HOME/.cursor/",
    ],
  ];
  for (const [permissions, words, status, text] of cases) {
    const { code, stderr } = await run(permissions, home, "setup", ...words);
    assertEquals(code, status, stderr);
    assert(stderr.includes(text), stderr);
  }
  // Nothing was written.
  const left = await namesIn(home);
  assertEquals(left, ["shop.cookie"]);
  // With the network alone it prints the entry, and what writing needs.
  const { code, stdout, stderr } = await run(
    ["--allow-net"],
    home,
    ...["setup", "codex", ...options],
  );
  assertEquals(code, 0, stderr);
  assert(stdout.startsWith("[mcp_servers.beamtap]\n"), stdout);
  assert(stderr.includes("--allow-write=$HOME/.codex/ and --write"), stderr);
});

Deno.test("scopes are places, and an entry goes as it came", async () => {
  await using node = await startBeam();
  await using folder = await makeFolder();
  const home = folder.path("").replace(/\/$/, "");
  const options = await withCookie(node, folder);
  const claude = `{"numStartups": 3}\n`;
  await folder.write(".claude.json", claude);
  const setup = (...words: string[]): Promise<Run> =>
    run(["-A"], home, "setup", ...words);
  const dry = await setup("claude-code", ...options, "--dry-run");
  assertEquals(dry.code, 0, dry.stderr);
  assertEquals(await Deno.readTextFile(folder.path(".claude.json")), claude);
  for (
    const [scope, file, keys] of [
      ["user", ".claude.json", []],
      ["local", ".claude.json", ["projects", await Deno.realPath(home)]],
      ["project", ".mcp.json", []],
    ] as const
  ) {
    const { code, stderr } = await setup(
      ...["claude-code", ...options, `--scope=${scope}`, "--write"],
    );
    assertEquals(code, 0, stderr);
    const read = () => JSON.parse(Deno.readTextFileSync(folder.path(file)));
    const servers = () => keys.reduce((at, key) => at[key], read()).mcpServers;
    assertEquals(servers().beamtap.type, "stdio");
    const removed = await setup("claude-code", `--scope=${scope}`, "--remove");
    assertEquals(removed.code, 0, removed.stderr);
  }
  // What setup had made is gone with the entry, and so is the copy.
  assertEquals(await Deno.readTextFile(folder.path(".claude.json")), claude);
  assertEquals((await namesIn(home)).toSorted(), [
    ".claude.json",
    "shop.cookie",
  ]);
  const again = await setup("claude-code", "--remove");
  assert(again.stderr.includes("There is no entry beamtap"), again.stderr);
  await Deno.mkdir(folder.path(".gemini"));
  const broken = await folder.write(".gemini/settings.json", "{ no }");
  const { code, stderr } = await setup("gemini", "--remove");
  assertEquals(code, 2);
  assert(stderr.includes(`${broken}: it is not changed: line 1`), stderr);
  assert(stderr.includes("take the entry out of it by hand"), stderr);
});

Deno.test("a file keeps its mode and its links, and is left alone if it changes meanwhile", async () => {
  await using folder = await makeFolder();
  const file = await folder.write("real.json", "old");
  await Deno.chmod(file, 0o640);
  await Deno.symlink("real.json", folder.path("link.json"));
  const read = readExisting(folder.path("link.json"));
  assertEquals(replaceFile(read, "new"), `${file}.beamtap-backup`);
  assertEquals((await Deno.lstat(folder.path("link.json"))).isSymlink, true);
  assertEquals(await Deno.readTextFile(file), "new");
  assertEquals(((await Deno.stat(file)).mode ?? 0) & 0o777, 0o640);
  const copy = `${file}.beamtap-backup`;
  assertEquals(((await Deno.stat(copy)).mode ?? 0) & 0o777, 0o640);
  assertEquals(await Deno.readTextFile(copy), "old");
  await Deno.writeTextFile(file, "changed by the client");
  let refused = "";
  try {
    replaceFile({ path: file, text: "new" }, "newer");
  } catch (error) {
    refused = String(error);
  }
  assert(refused.includes("has changed meanwhile"), refused);
  assertEquals(await Deno.readTextFile(file), "changed by the client");
  // A link to a file that is not there yet stays one.
  await Deno.symlink("later.json", folder.path("next.json"));
  await Deno.symlink("next.json", folder.path("dangling.json"));
  const missing = readExisting(folder.path("dangling.json"));
  assertEquals(replaceFile(missing, "first"), undefined);
  assertEquals(await Deno.readTextFile(folder.path("later.json")), "first");
  assert((await Deno.lstat(folder.path("next.json"))).isSymlink);
  await Deno.symlink("circle.json", folder.path("circle.json"));
  assertThrows(() => readExisting(folder.path("circle.json")), CliError);
  const names = await namesIn(folder.path(""));
  assert(names.every((name) => !name.endsWith(".tmp")), names.join());
});

Deno.test("nobody else's file is written, and none that is not meant to be", async () => {
  await using folder = await makeFolder();
  // A project's author can leave a link where the copy will be.
  const own = await folder.write("own", "of the user");
  const file = await folder.write("mcp.json", "// evil");
  await Deno.symlink(own, `${file}.beamtap-backup`);
  const copy = replaceFile(readExisting(file), "new");
  assertEquals(await Deno.readTextFile(own), "of the user");
  assertEquals(copy, `${file}.beamtap-backup`);
  assertEquals(await Deno.readTextFile(`${file}.beamtap-backup`), "// evil");
  assert((await Deno.lstat(`${file}.beamtap-backup`)).isFile);

  await Deno.chmod(file, 0o444);
  assertThrows(
    () => replaceFile(readExisting(file), "newer"),
    CliError,
    "is read-only",
  );
  assertThrows(() => removeFile(readExisting(file)), CliError, "is read-only");
  assertEquals(await Deno.readTextFile(file), "new");

  const pipe = folder.path("pipe.json");
  await new Deno.Command("mkfifo", { args: [pipe] }).output();
  assertThrows(() => readExisting(pipe), CliError, "is not a file");
  const names = await namesIn(folder.path(""));
  assert(names.every((name) => !/\.(?:tmp|copy)$/.test(name)), names.join());
});
