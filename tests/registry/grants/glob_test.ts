import { assertEquals } from "@std/assert";
import { fc } from "../../support/random.ts";
import {
  globsMeet,
  matchesGlob,
  matchesNode,
} from "../../../lib/registry/mod.ts";

Deno.test("a glob matches whole names, with * for any text", () => {
  const cases: [string, string, boolean][] = [
    ["*", "a@h", true],
    ["dev@*", "dev@h", true],
    ["dev@*", "mydev@h", false],
    ["*@h", "a@h", true],
    ["*@h", "a@h2", false],
    ["a*b*c", "aXbYc", true],
    ["a*b*c", "aXc", false],
    ["a*a", "a", false],
    ["a.b@h", "aXb@h", false],
    ["", "", true],
    ["a@h", "a@h", true],
  ];
  for (const [glob, name, expected] of cases) {
    assertEquals(matchesGlob(glob, name), expected, `${glob} ~ ${name}`);
  }
});

Deno.test("a host that is written as an address stands for addresses alone", () => {
  const cases: [string, string, boolean][] = [
    ["*@10.0.0.*", "a@10.0.0.7", true],
    ["*@10.*", "a@10.1.2.3", true],
    ["*@10.0.0.*", "a@10.0.0.example.com", false],
    ["*@10.*", "a@10.example.com", false],
    ["*@127.0.0.1*", "a@127.0.0.1.example.com", false],
    ["*@127.0.0.1", "a@127.0.0.1", true],
    ["web*", "web1@10.example.com", true],
    ["*1", "a@web1", true],
    ["*@*1", "a@web1", true],
    ["*", "a@10.example.com", true],
    ["*@10.0.0.*", "a@10.1.0.7", false],
  ];
  for (const [glob, name, expected] of cases) {
    assertEquals(matchesNode(glob, name), expected, `${glob} ~ ${name}`);
  }
});

Deno.test("globs meet where some name matches all of them", () => {
  const cases: [string[], boolean][] = [
    [["dev@*", "prod@*"], false],
    [["dev@*", "*@h"], true],
    [["*a", "*b"], false],
    [["a*", "*b", "*x*"], true],
    [["a*", "ab", "*c"], false],
    [["", "*"], true],
    [[], true],
  ];
  for (const [globs, expected] of cases) {
    assertEquals(globsMeet(globs), expected, globs.join(" "));
  }
});

Deno.test("whether globs meet is what trying all short names finds", () => {
  const names = [""];
  for (let at = 0; at < names.length && names.length < 130; at++) {
    names.push(`${names[at]}a`, `${names[at]}b`);
  }
  const glob = fc.string({
    unit: fc.constantFrom("a", "b", "*"),
    maxLength: 3,
  });
  fc.assert(fc.property(glob, glob, (one, other) => {
    const found = names.some((name) =>
      matchesGlob(one, name) && matchesGlob(other, name)
    );
    assertEquals(globsMeet([one, other]), found, `${one} and ${other}`);
  }));
});

Deno.test("globs made to be slow are not", () => {
  const many = "*a".repeat(100);
  assertEquals(globsMeet([many, `${many}b`]), false);
});
