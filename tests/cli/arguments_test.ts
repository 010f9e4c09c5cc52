import { assertEquals, assertThrows } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { CliError } from "../../lib/cli/errors.ts";

const none = (): undefined => undefined;

function env(
  variables: Record<string, string>,
): (name: string) => string | undefined {
  return (name) => variables[name];
}

function refuses(args: string[], message: string): void {
  assertThrows(() => parseArguments(args, none), CliError, message);
}

Deno.test("without a command, the server is meant", () => {
  assertEquals(parseArguments([], none).command, "serve");
  const { command, operands } = parseArguments(["a@h", "b@h"], none);
  assertEquals([command, operands], ["serve", ["a@h", "b@h"]]);
});

Deno.test("options stand anywhere and may be joined by =", () => {
  const args = parseArguments(
    ["call", "get_process", "--cookie", "c", "process=<0.1.2>", "--json"],
    none,
  );
  assertEquals(args.command, "call");
  assertEquals(args.operands, ["get_process", "process=<0.1.2>"]);
  assertEquals(args.text("cookie"), "c");
  assertEquals(args.flag("json"), true);
  assertEquals(parseArguments(["--cookie=-x=y"], none).text("cookie"), "-x=y");
});

Deno.test("the form of an answer may be given as kubectl takes it", () => {
  for (const words of [["-o", "json"], ["-o=json"], ["-ojson"]]) {
    const args = parseArguments(["call", "t", ...words, "x=-o"], none);
    assertEquals(args.text("output"), "json", words.join(" "));
    assertEquals(args.operands, ["t", "x=-o"]);
  }
});

Deno.test("values stay texts", () => {
  const args = parseArguments(["call", "t", "1e3", "--cookie", "0x10"], none);
  assertEquals(args.operands, ["t", "1e3"]);
  assertEquals(args.text("cookie"), "0x10");
});

Deno.test("what may be repeated keeps every value", () => {
  const args = parseArguments(
    ["--allow", "data", "--allow=eval@dev@*", "--node", "a@h"],
    none,
  );
  assertEquals(args.texts("allow"), ["data", "eval@dev@*"]);
  assertEquals(args.texts("node"), ["a@h"]);
});

Deno.test("a misspelt command or option is refused with a guess", () => {
  refuses(["sevre"], 'mean "serve"');
  refuses(
    ["--cokie", "secret"],
    'unknown option --cokie; did you mean "--cookie"',
  );
  refuses(["--readonly"], 'mean "--read-only"');
  refuses(["-x"], "unknown option -x");
  refuses(["--constructor"], "unknown option --constructor");
  refuses(["--__proto__=1"], "unknown option --__proto__");
});

Deno.test("the value of an unknown option is not repeated", () => {
  const error = assertThrows(
    () => parseArguments(["--cookei=secret"], none),
    CliError,
  );
  assertEquals(`${error.message} ${error.hint}`.includes("secret"), false);
});

Deno.test("a missing or doubled value is refused", () => {
  refuses(["--cookie"], "--cookie needs a value");
  refuses(["--cookie="], "--cookie needs a value");
  refuses(["--node", "--read-only"], "--node needs a value");
  refuses(["--cookie", "a", "--cookie", "b"], "more than once");
});

Deno.test("an option of another command is refused", () => {
  refuses(
    ["serve", "--source"],
    "--source is not an option of serve, only of tools",
  );
  refuses(
    ["--json"],
    "--json is not an option of serve, only of call, tools, nodes, doctor, health, dump, token",
  );
});

Deno.test("the environment stands in, the command line wins", () => {
  const readEnv = env({
    BEAMTAP_EPMD_PORT: "4000",
    BEAMTAP_ALLOW: "data  eval@dev@*",
    BEAMTAP_READ_ONLY: "yes",
    BEAMTAP_COOKIE: "from-environment",
    BEAMTAP_VERSION: "not an option's twin",
  });
  const plain = parseArguments([], readEnv);
  assertEquals(plain.text("epmd-port"), "4000");
  assertEquals(plain.texts("allow"), ["data", "eval@dev@*"]);
  assertEquals(plain.flag("read-only"), true);
  assertEquals(plain.flag("version"), false);
  assertEquals(plain.given("cookie"), undefined);
  const given = parseArguments(["--epmd-port=5000", "--allow=trace"], readEnv);
  assertEquals(given.text("epmd-port"), "5000");
  assertEquals(given.texts("allow"), ["trace"]);
});

Deno.test("a variable that is neither true nor false is refused", () => {
  const args = parseArguments([], env({ BEAMTAP_READ_ONLY: "maybe" }));
  assertThrows(() => args.flag("read-only"), CliError, "BEAMTAP_READ_ONLY");
});

Deno.test("an option without a value is not given one", () => {
  assertThrows(
    () => parseArguments(["serve", "--no-redact=false"], none),
    CliError,
    "--no-redact takes no value",
  );
});
