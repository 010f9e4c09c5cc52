import { assert, assertEquals } from "@std/assert";
import { survive } from "../support/hostile.ts";

Deno.test("200,000 damaged inputs are decoded or refused with a code and a place", () => {
  const { accepted, refused } = survive(200_000, 20260101);
  assert(accepted > 40_000, `${accepted} accepted`);
  for (const code of ["truncated", "unknown_tag", "bad_term", "bad_atom"]) {
    assert((refused.get(code) ?? 0) > 100, code);
  }
});

Deno.test("a mebibyte of whatever takes most memory fits into 64 MiB", async () => {
  const program = new URL("../support/hogs.ts", import.meta.url);
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "--cached-only",
      "--v8-flags=--max-heap-size=72",
      program.href,
    ],
    stderr: "inherit",
  }).output();
  assertEquals([code, new TextDecoder().decode(stdout).trim()], [0, "12"]);
});
