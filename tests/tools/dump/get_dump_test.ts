import { assert } from "@std/assert";
import { die } from "../../support/crashes/crash.ts";
import { ENDS, NO_DUMP } from "../../support/crashes/ends.ts";
import { LIMITS } from "../../support/crashes/limits.ts";
import { NEXT } from "../../../lib/cli/terminal/health_page.ts";
import { dumpCaller, told } from "../../support/dumps.ts";

/** Lines in which the culprit is named. */
const FIRST = 10;

for (const crash of [...LIMITS, ...ENDS]) {
  Deno.test(`the verdict names the culprit: ${crash.name}`, async () => {
    await using dead = await die(crash);
    const call = dumpCaller([dead.folder], ["inspect"]);
    const answer = await call("get_dump");
    const { text } = answer;
    // Who reads it has little time.
    const first = text.split("\n").slice(0, FIRST).join("\n");
    for (const expected of crash.says) {
      const says = typeof expected === "string"
        ? first.includes(expected)
        : expected.test(first);
      assert(says, `${expected} is not in:\n${text}\n${dead.output}`);
    }
    assert(!text.includes("hunter22"), text);
    // Nobody else wrote the slogans of the others.
    const isDoubted = /Doubtful: |reads like one of the runtime/.test(text);
    assert(!isDoubted || crash.name.startsWith("its own halt"), text);
    // A process that had ended is not in the dump, so there is nothing to ask about it.
    for (const each of NEXT.array().parse(told(answer).next)) {
      const next = await call(each.tool, each.arguments);
      assert(next.ok, `${JSON.stringify(each)}: ${next.text}`);
    }
  });
}

for (const crash of NO_DUMP) {
  Deno.test(`no dump, and why there may be none: ${crash.name}`, async () => {
    await using dead = await die(crash);
    const call = dumpCaller([dead.folder], ["inspect"]);
    for (const args of [{}, { file: "erl_crash.dump" }]) {
      const { ok, text } = await call("get_dump", args);
      assert(!ok && text.includes("there is no crash dump"), text);
      assert(/native code/.test(text) && /heart/.test(text), text);
    }
  });
}
