import { assertEquals } from "@std/assert";
import { putEntry, removeEntry } from "../../../lib/cli/setup/changes.ts";
import { CLIENTS, ENTRY } from "../../../lib/cli/setup/clients.ts";
import {
  readExisting,
  removeCopy,
  removeFile,
  replaceFile,
} from "../../../lib/cli/setup/replace_file.ts";
import { makeFolder } from "../support.ts";

/** What a step does to the text of a file: puts the entry in, takes it out, or edits it. */
type Step = "put" | "put again" | "remove" | ((text: string) => string);

/** The text of a file and of its copy after these steps; `undefined` for one that is not there. */
async function afterSteps(
  name: string,
  text: string | undefined,
  steps: readonly Step[],
): Promise<(string | undefined)[]> {
  await using folder = await makeFolder();
  const client = CLIENTS[name];
  if (client === undefined) throw new Error(name);
  const path = folder.path("settings");
  if (text !== undefined) await folder.write("settings", text);
  const keys = [...client.keys("user", "."), ENTRY];
  for (const step of steps) {
    const read = readExisting(path);
    if (typeof step === "function") {
      await folder.write("settings", step(read.text ?? ""));
      continue;
    }
    const entry = client.entry({ command: "/bin/beamtap", args: [step] });
    const { after, isCopied, isCopyDone } = step === "remove"
      ? await removeEntry(client, read, keys)
      : await putEntry(client, read, keys, entry);
    if (after === undefined) removeFile(read);
    else if (after !== (read.text ?? "")) replaceFile(read, after, isCopied);
    if (isCopyDone) removeCopy(path);
  }
  return [
    readExisting(path).text,
    readExisting(`${path}.beamtap-backup`).text,
  ];
}

Deno.test("an entry that is taken out leaves the file as it was, and no copy", async () => {
  const cases: [string, string | undefined][] = [
    ["cursor", undefined],
    ["codex", undefined],
    ["cursor", ""],
    ["cursor", "{}"],
    ["cursor", "{\n}\n"],
    ["cursor", `{"theme": 1}`],
    ["cursor", `{"mcpServers": {}}`],
    ["cursor", `{\n  "mcpServers": {\n    // mine\n  }\n}\n`],
    ["claude-code", `{\n\t"a": {\n\t\t"b": 1\n\t},\n}\n`],
    ["codex", ""],
    ["codex", `model = "x"`],
    ["codex", `[mcp_servers.git]\ncommand = "uvx"\n`],
  ];
  for (const [name, text] of cases) {
    for (const steps of [["put"], ["put", "put again"]] as const) {
      assertEquals(
        await afterSteps(name, text, [...steps, "remove", "remove"]),
        [text, undefined],
        text,
      );
    }
  }
});

Deno.test("a copy of what there was before the entry is not replaced by one that has it", async () => {
  const before = `{"theme": 1}`;
  const edit = (text: string): string => text.replace("1", "2");
  assertEquals(
    await afterSteps("cursor", before, ["put", edit, "remove"]),
    [`{"theme": 2}`, before],
  );
  assertEquals(
    (await afterSteps("cursor", before, ["put", edit, "put again"]))[1],
    before,
  );
  // The next time what was there is something else.
  assertEquals(
    (await afterSteps("cursor", before, ["put", edit, "remove", "put"]))[1],
    `{"theme": 2}`,
  );
});

Deno.test("what somebody else has put beside the entry stays", async () => {
  const comment = (text: string): string =>
    text.replace(/"mcpServers": \{/, "$& // ours");
  const [left] = await afterSteps("cursor", undefined, [
    ...["put", comment, "remove"] as const,
  ]);
  assertEquals(left?.includes("// ours"), true, left);
});
