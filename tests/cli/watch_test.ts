import { assertEquals } from "@std/assert";
import { isFutile } from "../../lib/cli/watch.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";

Deno.test("what does not pass by itself is told from what may", () => {
  const failure = (code: string): ToolResult => ({
    ...{ ok: false, code, message: "", hint: undefined, text: "" },
    ...{ content: [], meta: undefined },
  });
  const answer = (...silent: string[]): ToolResult => ({
    ...{ ok: true, content: [], text: "", meta: undefined },
    structured: {
      no_answer: silent.map((code) => ({ node: "a@h", code, problem: "" })),
    },
  });
  for (
    const code of [
      "wrong_cookie",
      "no_cookie",
      "invalid_arguments",
      "too_large",
    ]
  ) assertEquals(isFutile(failure(code)), true, code);
  for (const code of ["connection_refused", "timeout", "no_such_process"]) {
    assertEquals(isFutile(failure(code)), false, code);
  }
  assertEquals(isFutile(answer("not_registered", "wrong_cookie")), true);
  assertEquals(isFutile(answer("not_registered", "permission_denied")), false);
  assertEquals(isFutile(answer()), false);
});
