/**
 * The standard library comes from a repackaging on npm (see README): these
 * are the behaviours of the original that the project relies on.
 *
 * @module
 */

import {
  assert,
  assertEquals,
  AssertionError,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { parseArgs } from "@std/cli/parse-args";
import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** Whether `fn` throws an AssertionError, found out without the functions under test. */
function fails(fn: () => void): boolean {
  try {
    fn();
  } catch (error) {
    if (error instanceof AssertionError) return true;
    throw error;
  }
  return false;
}

/** Ends the test with an error of its own, so that no assert function judges itself. */
function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

Deno.test("assert() fails on falsy values with the message given", () => {
  for (const value of [false, 0, "", null, undefined, NaN]) {
    must(fails(() => assert(value)), `accepted ${value}`);
  }
  must(!fails(() => assert("text")), "refused a truthy value");
  try {
    assert(false, "the reason");
  } catch (error) {
    must(`${error}`.includes("the reason"), "lost the message");
  }
});

Deno.test("assertEquals() compares by value, in depth", () => {
  const pairs: [unknown, unknown][] = [
    [1, 1],
    [NaN, NaN],
    [10n, 10n],
    [0, -0], // a test of the sign needs Object.is
    [[1, [2, { a: 3 }]], [1, [2, { a: 3 }]]],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }],
    [new Uint8Array([1, 2]), new Uint8Array([0, 1, 2]).subarray(1)],
    [new Map([["k", [1]]]), new Map([["k", [1]]])],
    [new Set([1, 2]), new Set([2, 1])],
  ];
  for (const [a, b] of pairs) {
    must(!fails(() => assertEquals(a, b)), `unequal: ${Deno.inspect([a, b])}`);
  }
});

Deno.test("assertEquals() tells values apart that only look alike", () => {
  class Atom {
    constructor(readonly text: string) {}
  }
  const pairs: [unknown, unknown][] = [
    [1, 2],
    [1, 1n],
    [1, "1"],
    [null, undefined],
    [[1, 2], [1]],
    [[1, 2], [2, 1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ text: "ok" }, new Atom("ok")],
    [new Atom("ok"), new Atom("error")],
    [new Uint8Array([1, 2]), new Uint8Array([1, 3])],
    [new Uint8Array([1, 2]), [1, 2]],
    [new Map([["k", 1]]), new Map([["k", 2]])],
  ];
  for (const [a, b] of pairs) {
    must(fails(() => assertEquals(a, b)), `equal: ${Deno.inspect([a, b])}`);
  }
});

Deno.test("assertThrows() wants the class and the words, and hands back the error", () => {
  const bad = (): never => {
    throw new RangeError("far too large");
  };
  const error = assertThrows(bad, RangeError, "too large");
  must(error instanceof RangeError, "handed back something else");
  must(fails(() => assertThrows(bad, TypeError)), "accepted another class");
  must(fails(() => assertThrows(bad, Error, "small")), "accepted other words");
  must(fails(() => assertThrows(() => 1, Error)), "accepted no error");
});

Deno.test("assertRejects() wants the class and the words, and hands back the error", async () => {
  const bad = (): Promise<never> => Promise.reject(new RangeError("too large"));
  const error = await assertRejects(bad, RangeError, "large");
  must(error instanceof RangeError, "handed back something else");
  const refused = [
    assertRejects(bad, TypeError),
    assertRejects(bad, RangeError, "small"),
    assertRejects(() => Promise.resolve(1), Error),
  ];
  for (const result of await Promise.allSettled(refused)) {
    must(result.status === "rejected", "accepted what it must refuse");
  }
});

/** Arguments parsed the way lib/cli does, with `--name` and `--cookie` taking values and `--json` none. */
function parse(...args: string[]): Record<string, unknown> {
  return parseArgs(args, {
    string: ["_", "name", "cookie"],
    boolean: ["json", "help"],
    collect: ["name", "cookie"],
    alias: { h: "help" },
  });
}

Deno.test("parseArgs() collects the values of an option in order, as strings", () => {
  const { cookie, name } = parse("--name", "b", "--cookie=007", "--name=a=1");
  assertEquals([cookie, name], [["007"], ["b", "a=1"]]);
});

Deno.test("parseArgs() gives an option without a value the empty string, and one left out nothing", () => {
  assertEquals(parse("--cookie").cookie, [""]);
  assertEquals(parse("--cookie", "--json").cookie, [""]);
  assertEquals(parse("--cookie=").cookie, [""]);
  assertEquals(parse().cookie, []);
});

Deno.test("parseArgs() lets no flag swallow the word behind it", () => {
  const { json, _ } = parse("--json", "list_nodes");
  assertEquals([json, _], [true, ["list_nodes"]]);
  assertEquals(parse().json, false);
});

Deno.test("parseArgs() takes options behind words, and words that look like numbers", () => {
  const { json, _ } = parse("call", "007", "--json", "1.0");
  assertEquals([json, _], [true, ["call", "007", "1.0"]]);
});

Deno.test("parseArgs() knows an option by its alias", () => {
  assertEquals(parse("-h").help, true);
});

Deno.test("parseArgs() takes nothing behind -- for an option", () => {
  const { json, _ } = parse("a", "--", "--json");
  assertEquals([json, _], [false, ["a", "--json"]]);
});

Deno.test("parseArgs() shows unknown options and words to `unknown`, with a key for options", () => {
  const seen: [string, string | undefined][] = [];
  parseArgs(["serve", "--nmae=x", "-q", "--name=y"], {
    string: ["name"],
    collect: ["name"],
    unknown: (argument, key) => {
      seen.push([argument, key]);
      return true;
    },
  });
  assertEquals(seen, [["serve", undefined], ["--nmae=x", "nmae"], ["-q", "q"]]);
});

Deno.test("parseArgs() cannot be made to touch a prototype", () => {
  parse("--__proto__.polluted=1", "--constructor.prototype.polluted=1");
  assertEquals(Object.hasOwn(Object.prototype, "polluted"), false);
});

Deno.test("levenshteinDistance() counts insertions, deletions and replacements", () => {
  const cases: [string, string, number][] = [
    ["", "", 0],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
    ["flaw", "lawn", 2],
    ["größe", "grosse", 3],
    ["a".repeat(100), "b".repeat(40), 100],
    [`${"x".repeat(50)}y`, "x".repeat(50), 1],
  ];
  for (const [one, other, distance] of cases) {
    assertEquals(levenshteinDistance(one, other), distance);
    assertEquals(levenshteinDistance(other, one), distance);
  }
});

Deno.test("closestString() takes the first of the nearest words, in any case", () => {
  assertEquals(closestString("hep", ["length", "size", "HELP"]), "HELP");
  assertEquals(closestString("ab", ["ac", "ad"]), "ac");
});
