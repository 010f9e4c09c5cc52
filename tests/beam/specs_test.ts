import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url).pathname;
const SCRIPT = new URL("../support/specs.escript", import.meta.url).pathname;

/** The Erlang modules below a folder. */
function* modules(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* modules(`${folder}/${name}`);
    else if (name.endsWith(".erl")) yield `${folder}/${name}`;
  }
}

/** What these modules export without a spec. */
async function unspecified(files: readonly string[]): Promise<string> {
  const { stdout, stderr } = await new Deno.Command("escript", {
    args: [SCRIPT, ...files],
  }).output();
  const decoder = new TextDecoder();
  return decoder.decode(stderr) + decoder.decode(stdout);
}

Deno.test("every function that a module exports has a spec", async () => {
  const parts = ["lib", "scripts", "tests"].map((part) => [
    ...modules(ROOT + part),
  ]);
  assert(parts.every((files) => files.length > 0));
  assertEquals(await unspecified(parts.flat()), "");
});

Deno.test("a function without one is named", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/half.erl`;
    await Deno.writeTextFile(
      file,
      `-module(half).
-export([told/0, untold/1]).
-spec told() -> ok.
told() -> ok.
untold(X) -> X.`,
    );
    assertEquals(
      await unspecified([file]),
      `${file}:5: missing specification for function untold/1\n`,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
