import { assertEquals, assertThrows } from "@std/assert";
import { parseExpiry, readConfig } from "../../lib/cli/config_file.ts";
import { CliError } from "../../lib/cli/errors.ts";
import { RegistryError } from "../../lib/registry/mod.ts";
import { makeFolder } from "./support.ts";

Deno.test("a config file says all that the command line can, and more of each node", async () => {
  await using folder = await makeFolder();
  const path = await folder.write("config.json", {
    nodes: [{
      name: "shop@10.0.0.1",
      alias: "shop",
      address: "10.0.0.9:9100",
      cookie_file: "shop.cookie",
      tls: { ca: "/etc/ca.pem", server_name: "shop" },
    }],
    cookies: [{ nodes: "dev@*", file: "dev.cookie" }],
    allow: ["inspect", { grant: "data@dev@*", expires: "2030-01-02" }],
    read_only: true,
    structured: true,
    exclude_tools: ["get_docs"],
    redact: { keys: ["card_*"] },
    tokens: "tokens.json",
  });
  const config = readConfig(path);
  assertEquals(config.nodes, [{
    name: "shop@10.0.0.1",
    alias: "shop",
    host: "10.0.0.9",
    port: 9100,
    cookieFile: folder.path("shop.cookie"),
    tls: { ca: "/etc/ca.pem", serverName: "shop" },
  }]);
  assertEquals(config.cookies[0]?.file, folder.path("dev.cookie"));
  assertEquals(config.tokens, folder.path("tokens.json"));
  assertEquals(config.allow, [
    { scope: "inspect", nodes: "*" },
    {
      scope: "data",
      nodes: "dev@*",
      expiresAt: Date.parse("2030-01-02"),
    },
  ]);
  assertEquals(config.redact, { enabled: true, keys: ["card_*"] });
});

const WRONG: [string, string, string][] = [
  [
    "an unknown setting",
    '{\n  "nodes": [\n    {"name": "a@h",\n     "alais": "x"}\n  ]\n}',
    ':3: nodes.0: unknown setting "alais"; did you mean "alias"?',
  ],
  ["a wrong value", '{"read_only":\n"yes"}', ":1: read_only: "],
  [
    "a wrong scope",
    '{"allow": [\n"inspect",\n"evol@x"]}',
    ':3: allow.1: "evol" is not a scope; did you mean "eval"?',
  ],
  [
    "a wrong scope with an end",
    '{"allow": [\n{"grant": "evol",\n"expires": "30d"}]}',
    ':2: allow.0.grant: "evol" is not a scope',
  ],
  ["a wrong end", '{"allow":[{"grant":"data",\n"expires":"soon"}]}', ":2: "],
  ["a bad node", '{"nodes": [\n{"name": "shop"}]}', ":2: nodes.0.name: "],
  [
    "an address with a port that is none",
    '{"nodes": [\n{"name": "a@h",\n"address": "h:99999"}]}',
    ':3: nodes.0.address: HOST:PORT: "99999" is not a port',
  ],
  [
    "an alias that stands for all nodes",
    '{"nodes": [\n{"name": "a@h", "alias": "all"}]}',
    ":2: nodes.0.alias: all stands for all nodes",
  ],
  [
    "an alias of two nodes",
    '{"nodes": [\n{"name": "a@h", "alias": "x"},\n{"name": "b@h", "alias": "x"}]}',
    ':3: nodes.1.alias: "x" occurs twice',
  ],
  [
    "a grant on no node",
    '{"allow": [\n"data@shop"]}',
    ':2: allow.0: "shop" matches no node',
  ],
  ["a missing name", '{"nodes": [\n{}]}', ":2: nodes.0.name: "],
  [
    "a missing comma",
    '{"tools": ["a"]\n"toolsets": []}',
    ":2: invalid JSON: expected , or }",
  ],
  ["a comment", "{\n// no\n}", ":2: invalid JSON: "],
  ["a last comma", '{"tools": ["a",\n]}', ":2: invalid JSON: "],
  [
    "a setting twice",
    '{"allow": [],\n"allow": []}',
    ':2: invalid JSON: "allow" occurs twice',
  ],
  ["half a file", '{"allow": [', ":1: invalid JSON: "],
  ["two values", "{}\n{}", ":2: invalid JSON: there is text after the end"],
  ["no object", "[]", ":1: "],
  [
    "endless nesting",
    "[".repeat(5000),
    ":1: invalid JSON: it is nested too deeply",
  ],
];

for (const [what, text, message] of WRONG) {
  Deno.test(`${what} in a config file is told with line and path`, async () => {
    await using folder = await makeFolder();
    const path = await folder.write("config.json", text);
    assertThrows(() => readConfig(path), CliError, path + message);
  });
}

Deno.test("no line of a config file is repeated in an error", async () => {
  await using folder = await makeFolder();
  const path = await folder.write("config.json", '{"cookie": "hunter2" x}');
  const error = assertThrows(() => readConfig(path), CliError);
  assertEquals(`${error.message}${error.hint}`.includes("hunter2"), false);
});

Deno.test("a config file that is not there, or that all may write, is refused", async () => {
  await using folder = await makeFolder();
  assertThrows(
    () => readConfig(folder.path("none")),
    CliError,
    "does not exist",
  );
  const path = await folder.write("config.json", {});
  await Deno.chmod(path, 0o666);
  assertThrows(() => readConfig(path), CliError, "everybody can write");
});

Deno.test("an end is a date, or how long from now", () => {
  assertEquals(
    parseExpiry("2030-01-02T03:04:05Z"),
    Date.UTC(2030, 0, 2, 3, 4, 5),
  );
  const hours = (parseExpiry("12h") - Date.now()) / 3_600_000;
  assertEquals(Math.round(hours), 12);
  for (const bad of ["", "30", "30y", "tomorrow", "-1d", "2030"]) {
    assertThrows(() => parseExpiry(bad), RegistryError, "is not a time");
  }
});
