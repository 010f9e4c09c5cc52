import { assert, assertEquals } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { helpText } from "../../lib/cli/help.ts";
import { parseNamedNode } from "../../lib/cli/node_spec.ts";
import { COMMANDS, type CommandSpec } from "../../lib/cli/command_specs.ts";
import { OPTIONS } from "../../lib/cli/options.ts";
import { TOPICS } from "../../lib/cli/topics.ts";
import { parseGrant } from "../../lib/registry/mod.ts";
import { beamtap } from "./support.ts";

const commands: [string, CommandSpec][] = Object.entries(COMMANDS);

Deno.test("the examples in the help are command lines of their commands", () => {
  for (const [name, { example }] of commands) {
    const words = example.replaceAll("'", "").split(" ");
    const { command } = parseArguments(words, () => undefined);
    assertEquals<string>(command, name);
    assert(helpText(command).includes(`beamtap ${example}`));
  }
});

Deno.test("help on a command has the options that it takes and uses", () => {
  for (const [name, { uses }] of commands) {
    for (const option of uses?.match(/\S+/g) ?? []) {
      const takenBy: readonly string[] = OPTIONS[option]?.commands ?? [name];
      assert(takenBy.includes(name), `${name} takes --${option}`);
    }
  }
  for (const [command, is] of [["serve", true], ["doctor", false]] as const) {
    assertEquals(helpText(command).includes("\n  --toolsets "), is, command);
  }
});

Deno.test("the command lines in the topics are what beamtap takes", () => {
  let lines = 0;
  for (const [topic, text] of Object.entries(TOPICS)) {
    assert(COMMANDS.help.help.includes(topic), topic);
    assert(text.split("\n").every(({ length }) => length <= 80), topic);
    for (const [, line = ""] of text.matchAll(/^ +beamtap (.*)$/gm)) {
      const words = line.replaceAll("'", "").split(" ");
      const args = parseArguments(words, () => undefined);
      args.texts("node").forEach(parseNamedNode);
      args.texts("allow").forEach(parseGrant);
      lines++;
    }
  }
  assert(lines > 0);
});

Deno.test("each option that the environment can set says by which variable", () => {
  const help = helpText(undefined);
  for (const name of ["node", "cookie-file", "read-only"]) {
    const variable = `BEAMTAP_${name.toUpperCase().replace("-", "_")}`;
    assert(help.includes(`(${variable})`), variable);
    assert(TOPICS.environment?.includes(`  ${variable} `), variable);
  }
  assert(!help.includes("BEAMTAP_JSON"));
});

Deno.test("help explains commands, topics and tools, and guesses", async () => {
  const cases: [string[], number, string][] = [
    [["help"], 0, "beamtap call TOOL"],
    [["help", "doctor"], 0, "beamtap doctor NODE"],
    [["help", "exit-codes"], 0, "Exit statuses:"],
    [["help", "get_docs"], 0, "max_bytes"],
    [["call", "get_docs", "--help"], 0, "max_bytes"],
    [["help", "get_docs"], 0, "beamtap call get_docs node="],
    [["help", "wrong_cookie"], 0, "What to do: "],
    [["help", "bad_cookie_file"], 0, "What to do: "],
    [["-v"], 0, "beamtap "],
    [["version"], 0, "beamtap "],
    [["help", "tunels"], 2, 'did you mean "tunnels"?'],
    [["help", "get_dcos"], 2, 'did you mean "get_docs"?'],
    [["list_processes", "node=a@h"], 2, "run: beamtap call list_processes"],
    [["lst_processes"], 2, 'did you mean "list_processes"?'],
    [["call", "list_ets", "--sort", "size"], 2, "call TOOL sort=VALUE"],
  ];
  for (const [args, status, text] of cases) {
    const { code, stdout, stderr } = await beamtap([], ...args);
    assertEquals(code, status, stderr);
    assert((status === 0 ? stdout : stderr).includes(text), args.join(" "));
  }
});
