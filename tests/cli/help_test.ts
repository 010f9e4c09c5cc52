import { assert, assertEquals } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { helpText } from "../../lib/cli/help.ts";
import { COMMANDS, type CommandSpec, OPTIONS } from "../../lib/cli/options.ts";

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
    for (const option of uses ?? []) {
      const takenBy: readonly string[] = OPTIONS[option]?.commands ?? [name];
      assert(takenBy.includes(name), `${name} takes --${option}`);
    }
  }
  for (const [command, is] of [["serve", true], ["doctor", false]] as const) {
    assertEquals(helpText(command).includes("\n  --toolsets "), is, command);
  }
});
