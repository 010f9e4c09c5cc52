import { assert } from "@std/assert";

Deno.test("the examples in the comments of lib run", async () => {
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      ..."test --doc --no-check --quiet --allow-all".split(" "),
      ..."--config tests/deno.json lib".split(" "),
    ],
    cwd: new URL("..", import.meta.url),
    env: { NO_COLOR: "1" },
  });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  const text = decoder.decode(stdout) + decoder.decode(stderr);
  assert(success, text);
  assert(/ok \| [1-9]\d* passed \| 0 failed/.test(text), text);
});
