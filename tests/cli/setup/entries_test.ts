import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { CLIENTS, ENTRY } from "../../../lib/cli/setup/clients.ts";
import { CliError } from "../../../lib/cli/errors.ts";
import {
  withJsonEntry,
  withoutJsonEntry,
} from "../../../lib/cli/setup/json_entry.ts";
import {
  withoutTomlEntry,
  withTomlEntry,
} from "../../../lib/cli/setup/toml_entry.ts";
import { REFUSED, type Sample, SAMPLES, SET_UP } from "./samples.ts";

const LAUNCH = {
  command: "/opt/beamtap/bin/beamtap",
  args: ["serve", "shop@10.0.0.5", "--cookie-file=/home/me/.shop.cookie"],
};

interface Edits {
  readonly entry: Readonly<Record<string, unknown>>;
  put(before?: string): Promise<string>;
  remove(before: string): Promise<string>;
}

function of({ client: name, text }: Sample): Edits {
  const client = CLIENTS[name];
  assert(client);
  const keys = [...client.keys("user", "."), ENTRY];
  const entry = client.entry(LAUNCH);
  const isToml = client.format === "toml";
  return {
    entry,
    put: (before = text) =>
      (isToml ? withTomlEntry : withJsonEntry)(before, keys, entry),
    remove: (before: string) =>
      (isToml ? withoutTomlEntry : withoutJsonEntry)(before, keys),
  };
}

/** Whether a text has all characters of another in their order, but for added ones. */
function keeps(before: string, after: string): boolean {
  let at = 0;
  for (const line of before.split("\n")) {
    // A comma may follow what was the last server.
    const found = [line, line.replace(/(\r?)$/, ",$1")]
      .map((each) => after.indexOf(each, at)).filter((each) => each >= 0);
    if (found.length === 0) return false;
    at = Math.min(...found) + line.length;
  }
  return true;
}

for (const sample of SAMPLES) {
  Deno.test(`in a file of ${sample.client} only the entry changes: ${sample.what}`, async () => {
    const { put, remove } = of(sample);
    const after = await put();
    assert(after.includes("/opt/beamtap/bin/beamtap"), after);
    if (/\n./.test(sample.text)) assert(keeps(sample.text, after), after);
    const lineEnds = sample.text.includes("\r\n") ? /(?<!\r)\n/ : /\r/;
    assert(!lineEnds.test(after), after);
    // Putting it again changes nothing, taking it out leaves what was there.
    assertEquals(await put(after), after);
    const left = await remove(after);
    assertEquals(left, withLastLineEnd(sample, left));
  });
}

/** A section of TOML needs a line end before it, which stays. */
function withLastLineEnd({ client, text }: Sample, left: string): string {
  return client === "codex" && !text.endsWith("\n")
    ? text + (left.endsWith("\r\n") ? "\r\n" : "\n")
    : text;
}

Deno.test("the entry is put where people would put it", async () => {
  const [cursor] = SAMPLES.filter(({ what }) => what.startsWith("a trailing"));
  assert(cursor);
  assertEquals(
    await of(cursor).put(),
    cursor.text.replace(
      "    }, // read only\n",
      `    }, // read only
    "beamtap": {
      "command": "/opt/beamtap/bin/beamtap",
      "args": [
        "serve",
        "shop@10.0.0.5",
        "--cookie-file=/home/me/.shop.cookie"
      ]
    },
`,
    ),
  );
  const { put } = of({ client: "codex", what: "", text: "" });
  assertEquals(
    await put(`model = "x"\n`),
    `model = "x"

[mcp_servers.beamtap]
command = "/opt/beamtap/bin/beamtap"
args = ["serve", "shop@10.0.0.5", "--cookie-file=/home/me/.shop.cookie"]
`,
  );
});

Deno.test("an older entry keeps what its user has added", async () => {
  for (const sample of SET_UP) {
    const { put, remove } = of(sample);
    const after = await put();
    assert(!after.includes("old"), after);
    for (
      const word of [
        ...["autoApprove", "the test system", "startup_timeout"],
        "approval_mode",
      ]
    ) assertEquals(after.includes(word), sample.text.includes(word), after);
    assertEquals(await put(after), after);
    const left = await remove(after);
    assert(!left.includes("beamtap"), left);
    assert(
      left.includes(`"git": { "command": "uvx" }`) || left.includes("[tui]"),
    );
  }
});

Deno.test("a file that cannot be changed safely is refused", async () => {
  for (const sample of REFUSED) {
    const { put } = of(sample);
    const error = await assertRejects(() => put(), CliError, "is not changed");
    assert(error.hint, sample.what);
  }
});

Deno.test("a new file and an empty one get the entry alone", async () => {
  for (const text of ["", "\n", "{}", "{\n}\n", "{ /* none */ }"]) {
    const { put, entry } = of({ client: "cursor", what: "", text });
    const json = (await put()).replace("/* none */", "");
    assertEquals(JSON.parse(json), { mcpServers: { beamtap: entry } });
  }
});

Deno.test("whatever else is in a file, the entry comes and goes without a trace", async () => {
  const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
  const servers = fc.dictionary(fc.string(), value, { minKeys: 1 })
    .filter((each) => !("beamtap" in each) && !("__proto__" in each));
  const space = fc.constantFrom(undefined, 1, 2, 4, "\t");
  await fc.assert(fc.asyncProperty(
    fc.dictionary(fc.string(), value).filter((each) =>
      !("mcpServers" in each) && !("__proto__" in each)
    ),
    servers,
    space,
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", " // a comment", " /* another */"),
    async (rest, mcpServers, indent, lineEnd, comment) => {
      const text = JSON.stringify({ ...rest, mcpServers }, undefined, indent)
        .replace(/(?<=[\]}\d])\n/, `${comment}\n`)
        .replaceAll("\n", lineEnd);
      const { put, remove } = of({ client: "cursor", what: "", text });
      const after = await put();
      assertEquals(await remove(after), text);
    },
  ));
});
