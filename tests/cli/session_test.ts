import { assert, assertEquals, assertRejects } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { CliError } from "../../lib/cli/errors.ts";
import { WatchedFile } from "../../lib/cli/files.ts";
import { NodeSpecs } from "../../lib/cli/node_specs.ts";
import type { Session } from "../../lib/cli/session.ts";
import { readSettings } from "../../lib/cli/settings.ts";
import { addToken, revokeToken } from "../../lib/cli/tokens_file.ts";
import { parseGrant, type Principal } from "../../lib/registry/mod.ts";
import { startBeam, startEpmd } from "../support/beam.ts";
import { makeCertificates } from "../support/tls.ts";
import { loggedSession, makeFolder, session } from "./support.ts";

/** Does something, and waits until the session has told of a change. */
async function change(
  { registry }: Session,
  work: () => unknown,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  using _listener = registry.onChange(resolve);
  await work();
  await promise;
}

/** Waits until it is so, for as many changes as it takes. */
async function until(
  { registry }: Session,
  isSo: () => boolean,
): Promise<void> {
  while (!isSo()) {
    const { promise, resolve } = Promise.withResolvers<void>();
    using _listener = registry.onChange(resolve);
    await promise;
  }
}

function toolNames({ registry, principal }: Session): string[] {
  return registry.visible(principal, "tool").map(({ name }) => name);
}

Deno.test("a change of grants takes effect at once, and is told", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", { allow: ["inspect@a@h"] });
  await using open = await session(`--config=${config}`);
  const tool = open.registry.find("tool", "get_process");
  assert(tool);
  const may = (node: string): boolean =>
    !open.registry.decide(open.principal, tool, node);
  assertEquals([may("a@h"), may("b@h")], [true, false]);
  await change(
    open,
    () => folder.write("config.json", { allow: ["inspect@b@h"] }),
  );
  assertEquals([may("a@h"), may("b@h")], [false, true]);
});

Deno.test("a change of the chosen tools takes effect at once", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", { toolsets: ["processes"] });
  await using open = await session(`--config=${config}`);
  assert(toolNames(open).includes("get_process"));
  assert(!toolNames(open).includes("list_nodes"));
  await change(
    open,
    () => folder.write("config.json", { tools: ["list_nodes"] }),
  );
  assertEquals(toolNames(open), ["list_nodes"]);
});

Deno.test("a chosen tool that is none is refused with a guess", async () => {
  const refused: [string, string][] = [
    ["--tools=get_proces", 'mean "get_process"'],
    ["--exclude-tools=list_nodes,get_proces", 'mean "get_process"'],
    ["--toolsets=process", 'mean "processes"'],
  ];
  for (const [option, message] of refused) {
    await assertRejects(() => session(option), CliError, message);
  }
});

Deno.test("a node that is neither a name nor an alias is refused with a guess", async () => {
  await using folder = await makeFolder();
  const nodes = [{ name: "a@h", alias: "shop" }];
  const config = `--config=${await folder.write("config.json", { nodes })}`;
  await (await session(config, "shop"))[Symbol.asyncDispose]();
  await assertRejects(() => session(config, "shopp"), CliError, 'mean "shop"');
});

Deno.test("a change of nodes takes effect at once", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", {
    nodes: [{ name: "a@h", alias: "first" }, { name: "b@h" }],
  });
  await using open = await session(`--config=${config}`, "--cookie=c");
  assertEquals(open.nodes.names(), ["a@h", "b@h"]);
  assertEquals(open.nodes.resolve("first"), "a@h");
  await change(
    open,
    () =>
      folder.write("config.json", {
        nodes: [{ name: "b@h" }, { name: "c@h", alias: "first" }],
      }),
  );
  assertEquals(open.nodes.names(), ["b@h", "c@h"]);
  assertEquals(open.nodes.resolve("first"), "c@h");
});

/** Ends when the session has logged an error about the file. */
async function failing(
  path: string,
  ...args: string[]
): Promise<{ open: Session; failed: Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const open = await loggedSession((level, text) => {
    if (level !== "error") return;
    assertEquals(text, `${path} has changed and cannot be used`);
    resolve();
  }, ...args);
  return { open, failed: promise };
}

/** Ways in which a file that decides about access cannot be used. */
const BROKEN: Record<string, (path: string) => Promise<void>> = {
  "others may write it": (path) => Deno.chmod(path, 0o622),
  "it is empty": (path) => Deno.truncate(path),
  "it is half-written": (path) => Deno.truncate(path, 20),
  async "a folder took its place"(path): Promise<void> {
    await Deno.remove(path);
    await Deno.mkdir(path);
  },
  async "a pipe took its place"(path): Promise<void> {
    await Deno.remove(path);
    await new Deno.Command("mkfifo", { args: ["-m", "600", path] }).output();
  },
  async "a link to such a file took its place"(path): Promise<void> {
    await Deno.rename(path, `${path}.moved`);
    await Deno.chmod(`${path}.moved`, 0o666);
    await Deno.symlink(`${path}.moved`, path);
  },
};

for (const [how, break_] of Object.entries(BROKEN)) {
  Deno.test(`a tokens file lets nobody in where ${how}, until it is mended`, async () => {
    await using folder = await makeFolder();
    const path = folder.path("tokens.json");
    const grants = [parseGrant("inspect")];
    const token = addToken(path, { name: "ci", grants, expiresAt: undefined });
    const text = await Deno.readTextFile(path);
    const { open, failed } = await failing(path, `--tokens=${path}`);
    await using _open = open;
    const principal = open.authenticate?.(token);
    assert(principal);
    await break_(path);
    await failed;
    assertEquals(open.authenticate?.(token), undefined);
    assertEquals(open.registry.visible(principal, "tool"), []);
    await Deno.remove(path, { recursive: true });
    await folder.write("tokens.json", text);
    await until(open, () => open.authenticate?.(token) === principal);
  });

  Deno.test(`a config file grants nothing where ${how}, until it is mended`, async () => {
    await using folder = await makeFolder();
    const config = { allow: ["data@a@h"], nodes: [{ name: "a@h" }] };
    const path = await folder.write("config.json", config);
    const tokens = folder.path("tokens.json");
    const grants = [parseGrant("data")];
    const token = addToken(tokens, {
      name: "ci",
      grants,
      expiresAt: undefined,
    });
    const { open, failed } = await failing(
      path,
      `--config=${path}`,
      `--tokens=${tokens}`,
      "--cookie=c",
    );
    await using _open = open;
    const stranger = open.authenticate?.(token);
    assert(stranger);
    const { registry, principal } = open;
    await break_(path);
    await failed;
    assertEquals(registry.visible(principal, "tool"), []);
    assertEquals(registry.visible(stranger, "tool"), []);
    const told = await registry.call(principal, "list_nodes", {});
    assert(told.text.includes("the config file cannot be used"), told.text);
    assert(told.text.includes(path), told.text);
    assertEquals(open.nodes.names(), ["a@h"]);
    await Deno.remove(path, { recursive: true });
    await folder.write("config.json", config);
    await until(open, () => toolNames(open).includes("get_mailbox"));
    assert(registry.visible(stranger, "tool").length > 0);
  });
}

Deno.test("a token that is taken out of a file that others may write is worth nothing, also after the remedy", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const grants = [parseGrant("inspect")];
  const token = addToken(path, { name: "ci", grants, expiresAt: undefined });
  const { open, failed } = await failing(path, `--tokens=${path}`);
  await using _open = open;
  assert(open.authenticate?.(token));
  await Deno.chmod(path, 0o620);
  await Deno.writeTextFile(path, '{"tokens": []}');
  await failed;
  assertEquals(open.authenticate?.(token), undefined);
  await change(open, () => Deno.chmod(path, 0o600));
  assertEquals(open.authenticate?.(token), undefined);
});

Deno.test("grants count though a cookie file beside them cannot be used", async () => {
  await using folder = await makeFolder();
  const cookie = await folder.write("c", "secret");
  const nodes = [{ name: "a@h", cookie_file: "c" }];
  const path = await folder.write("config.json", { allow: ["eval"], nodes });
  const { open, failed } = await failing(path, `--config=${path}`);
  await using _open = open;
  assert(toolNames(open).includes("evaluate"));
  await Deno.remove(cookie);
  await folder.write("config.json", { allow: ["data"], nodes });
  await failed;
  assert(!toolNames(open).includes("evaluate"));
  assert(toolNames(open).includes("get_mailbox"));
});

Deno.test("a revoked token is worth nothing at once, also to who is in already", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const grants = [parseGrant("inspect")];
  const token = addToken(path, { name: "ci", grants, expiresAt: undefined });
  await using open = await session(`--tokens=${path}`);
  const principal = open.authenticate?.(token);
  assert(principal);
  const seen = (): number => open.registry.visible(principal, "tool").length;
  assert(seen() > 0);
  await change(open, () => revokeToken(path, "ci"));
  assertEquals([seen(), open.authenticate?.(token)], [0, undefined]);
  await change(
    open,
    () => addToken(path, { name: "ci", grants, expiresAt: undefined }),
  );
  assertEquals([seen(), open.authenticate?.(token)], [0, undefined]);
});

Deno.test("without the file of tokens, nobody has one", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const grants = [parseGrant("inspect")];
  const token = addToken(path, { name: "ci", grants, expiresAt: undefined });
  await using open = await session(`--tokens=${path}`);
  assert(open.authenticate?.(token));
  await change(open, () => Deno.remove(path));
  assertEquals(open.authenticate?.(token), undefined);
  const missing = (): Promise<unknown> => session(`--tokens=${path}`);
  await assertRejects(missing, Error, "does not exist");
});

Deno.test("what the command line says counts beside what the config says", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", {
    nodes: [{ name: "a@h", alias: "a", address: "10.0.0.1:9000" }],
    allow: ["data"],
    read_only: true,
    name: "from_config",
  });
  await using open = await session(
    `--config=${config}`,
    "--node=a@h=10.0.0.2:9000",
    "--cookie=c",
    "--allow=eval",
  );
  assertEquals(open.nodes.resolve("a"), "a@h");
  assertEquals(open.nodes.permissions("a@h"), [
    { name: "net", host: "10.0.0.2:9000" },
  ]);
  assertEquals(open.principal.grants.map(({ scope }) => scope), [
    "inspect",
    "data",
  ]);
});

Deno.test("answers are sent as JSON too where the command line or the config says so", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", { structured: true });
  for (
    const [option, structured] of [
      ["--node=a@h", false],
      ["--structured", true],
      [`--config=${config}`, true],
    ] as const
  ) {
    await using open = await session(option, "--cookie=c");
    assertEquals(open.structured, structured, option);
  }
});

Deno.test("cookies of nodes that come later are found by the globs of the config", async () => {
  await using beam = await startBeam();
  await using folder = await makeFolder();
  await folder.write("dev.cookie", beam.cookie);
  const config = await folder.write("config.json", {
    cookies: [{ nodes: beam.name.replace(/@.*/, "@*"), file: "dev.cookie" }],
    epmd_port: beam.epmd.port,
  });
  await using open = await session(`--config=${config}`, "--allow=admin");
  const { registry, principal } = open;
  const args = { node: beam.name };
  const joined = await registry.call(principal, "connect_node", args);
  assert(joined.ok, joined.text);
  const info = await registry.call(principal, "get_node_info", {});
  assert(info.ok, info.text);
  const left = await registry.call(principal, "disconnect_node", args);
  assert(left.ok, left.text);
  assertEquals(open.nodes.names(), []);
});

Deno.test("a node that is waited for holds calls back until it is there", async () => {
  await using epmd = await startEpmd();
  await using open = await session(
    "--wait-for=late@127.0.0.1",
    "--cookie=testcookie",
    `--epmd-port=${epmd.port}`,
  );
  const calling = open.registry.call(open.principal, "get_node_info", {});
  await using _late = await startBeam({ name: "late@127.0.0.1", epmd });
  const result = await calling;
  assert(result.ok, result.text);
});

Deno.test("a cookie is shown by nothing, not even without redaction", async () => {
  const cookie = "a_cookie_that_nobody_may_see";
  await using beam = await startBeam({
    cookie,
    setup: `register(${cookie}, spawn(fun() -> receive stop -> ok end end))`,
  });
  await using open = await session(
    beam.name,
    `--cookie=${cookie}`,
    `--epmd-port=${beam.epmd.port}`,
    "--no-redact",
  );
  const result = await open.registry.call(open.principal, "list_processes", {
    text: "cookie_that",
  });
  assert(result.ok, result.text);
  assert(result.text.includes("[redacted]"), result.text);
  assert(!JSON.stringify(result).includes(cookie), result.text);
});

Deno.test("a watched file is seen to change, to go, to come, and to be let to others", async () => {
  await using folder = await makeFolder();
  const path = await folder.write("file", "one");
  const file = new WatchedFile(path);
  let told = Promise.withResolvers<void>();
  const after = async (work: () => Promise<unknown>): Promise<void> => {
    told = Promise.withResolvers();
    await work();
    await told.promise;
  };
  // Also before it is followed.
  await folder.write("file", "two");
  using _watch = file.follow({
    read: () => told.resolve(),
    failed: () => {},
  }, 5);
  await told.promise;
  await after(() => Deno.remove(path));
  await after(() => folder.write("file", "three"));
  await after(() => Deno.chmod(path, 0o620));
  await after(async () => {
    const { mtime } = await Deno.stat(path);
    await Deno.writeTextFile(path, "eerht");
    await Deno.utime(path, mtime ?? 0, mtime ?? 0);
  });
});

Deno.test("a file that cannot be used is read again and again, and each reason told once", async () => {
  await using folder = await makeFolder();
  const file = new WatchedFile(await folder.write("file", "one"));
  await folder.write("file", "two");
  const said = ["at work", "at work", "at work", "gone", "gone"];
  const told: string[] = [];
  const used = Promise.withResolvers<void>();
  using _watch = file.follow({
    read(): void {
      const reason = said.shift();
      if (reason !== undefined) throw new Error(reason);
      used.resolve();
    },
    failed: (error) => void told.push(String(error)),
  }, 5);
  await used.promise;
  assertEquals(told, ["Error: at work", "Error: gone"]);
});

Deno.test(
  "a watched file that may not be read is no reason to stop",
  { permissions: { read: false } },
  () => {
    using _watch = new WatchedFile("/no/such")
      .follow({ read: () => {}, failed: () => {} }, 5);
  },
);

Deno.test("where cookie and TLS files are is for the operator alone", async () => {
  await using folder = await makeFolder();
  const tokens = folder.path("tokens.json");
  const token = addToken(tokens, {
    name: "ci",
    grants: ["inspect", "admin"].map(parseGrant),
    expiresAt: undefined,
  });
  const cookie = await folder.write("some.cookie", "secret");
  await using certificates = await makeCertificates();
  const ca = await folder.write("ca.pem", certificates.pem("ca"));
  await using open = await session(
    "--node=a@h=127.0.0.1:1",
    `--cookie-file=${cookie}`,
    "--cookie-for=*@h",
    `--tls-ca=${ca}`,
    "--allow=admin",
    `--tokens=${tokens}`,
  );
  const { registry, principal } = open;
  await Deno.remove(cookie);
  await Deno.remove(ca);
  const stranger = open.authenticate?.(token);
  assert(stranger);
  const calls: [string, Record<string, unknown>][] = [
    ["get_node_info", {}],
    ["list_nodes", {}],
    ["connect_node", { node: "b@h" }],
  ];
  for (const [tool, args] of calls) {
    const text = JSON.stringify(await registry.call(stranger, tool, args));
    assert(!text.includes(folder.path("")), text);
  }
  const own = await registry.call(principal, "get_node_info", {});
  assert(own.text.includes(`${cookie} does not exist`), own.text);
  const added = await registry.call(principal, "connect_node", calls[2]?.[1]);
  assert(added.text.includes(`${ca} does not exist`), added.text);
});

Deno.test("a cookie that has changed is used by the next dial", async () => {
  await using folder = await makeFolder();
  const file = await folder.write("some.cookie", "first");
  const args = parseArguments([`--cookie-file=${file}`], () => undefined);
  const specs = new NodeSpecs(readSettings(args, ["a@h"]));
  const spec = specs.of({ name: "a@h" });
  assertEquals(await spec.cookie(), { value: "first", source: file });
  await folder.write("some.cookie", "second");
  assertEquals(await spec.cookie(), { value: "second", source: file });
});

Deno.test("what else EPMD has is told to whom it is granted, and to nobody else", async () => {
  await using beam = await startBeam();
  await using folder = await makeFolder();
  const tokens = folder.path("tokens.json");
  const token = addToken(tokens, {
    name: "ci",
    grants: [parseGrant("inspect@gone@*")],
    expiresAt: undefined,
  });
  await using open = await session(
    "gone@127.0.0.1",
    "--cookie=c",
    `--epmd-port=${beam.epmd.port}`,
    `--tokens=${tokens}`,
  );
  const stranger = open.authenticate?.(token);
  assert(stranger);
  const lists = async (who: Principal): Promise<string> =>
    (await open.registry.call(who, "list_nodes", {})).text;
  const own = await lists(open.principal);
  assert(own.includes("also_registered") && own.includes(beam.name), own);
  const theirs = await lists(stranger);
  assert(!theirs.includes(beam.name.replace(/@.*/, "")), theirs);
});

Deno.test("a change of where cookies are takes effect on nodes that stay", async () => {
  await using beam = await startBeam();
  await using folder = await makeFolder();
  await folder.write("wrong.cookie", "wrong");
  await folder.write("right.cookie", beam.cookie);
  const config = (file: string): Promise<string> =>
    folder.write("config.json", {
      nodes: [{ name: beam.name }],
      cookies: [{ nodes: "*", file }],
      epmd_port: beam.epmd.port,
    });
  await using open = await session(`--config=${await config("wrong.cookie")}`);
  const { registry, principal } = open;
  const refused = await registry.call(principal, "get_node_info", {});
  assert(refused.text.startsWith("wrong_cookie"), refused.text);
  await change(open, () => config("right.cookie"));
  const answered = await registry.call(principal, "get_node_info", {});
  assert(answered.ok, answered.text);
});

Deno.test("what goes on after its call ends when its grant is taken back, and is no later holder's", async () => {
  await using beam = await startBeam();
  await using folder = await makeFolder();
  const tokens = folder.path("tokens.json");
  const grants = [parseGrant("trace")];
  const mint = (): string =>
    addToken(tokens, { name: "ci", grants, expiresAt: undefined });
  const token = mint();
  const settings = { nodes: [{ name: beam.name }], epmd_port: beam.epmd.port };
  const granting = { ...settings, allow: ["trace"] };
  const config = await folder.write("config.json", granting);
  await using open = await session(
    `--config=${config}`,
    "--cookie=testcookie",
    `--tokens=${tokens}`,
  );
  const { registry } = open;
  const holder = open.authenticate?.(token);
  assert(holder);
  const started = await registry.call(holder, "start_trace", {
    ...{ module: "lists", function: "zf", duration_ms: 60_000 },
  });
  assert(started.ok, started.text);
  const args = { session: started.structured?.["session"] };
  await change(open, () => folder.write("config.json", settings));
  // Longer than it takes to look at the grant again.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await change(open, () => folder.write("config.json", granting));
  const read = await registry.call(holder, "read_trace", args);
  assert(read.ok, read.text);
  const { running, ended_by } = read.structured ?? {};
  assertEquals(running, false);
  assert(String(ended_by).startsWith("permission_denied"), read.text);
  await change(open, () => revokeToken(tokens, "ci"));
  let other = "";
  await change(open, () => other = mint());
  const heir = open.authenticate?.(other);
  assert(heir && heir.id === holder.id);
  const taken = await registry.call(heir, "read_trace", args);
  assert(taken.text.includes("there is no session"), taken.text);
});

Deno.test("thresholds of check_health come from the config file, and a misspelt one is refused with a guess", async () => {
  await using folder = await makeFolder();
  const wrong = await folder.write("wrong.json", { health: { mailboxx: 10 } });
  await assertRejects(
    () => session(`--config=${wrong}`),
    CliError,
    'mean "mailbox"',
  );
  await using node = await startBeam({
    setup:
      "register(box, spawn(fun() -> receive stop -> ok end end)), [box ! hi || _ <- lists:seq(1, 30)]",
  });
  const config = await folder.write("config.json", {
    nodes: [{ name: node.name, epmd_port: node.epmd.port }],
    health: { stuck_mailbox: 10 },
  });
  await using open = await session(
    `--config=${config}`,
    `--cookie=${node.cookie}`,
  );
  const answer = await open.registry.call(open.principal, "check_health", {});
  assert(answer.ok && answer.text.includes("stuck_process"), answer.text);
});
