import { assertEquals } from "@std/assert";
import { aligned } from "../../scripts/aligned.ts";

Deno.test("the tables of an answer are aligned, each for itself, and nothing else is touched", () => {
  assertEquals(
    aligned(
      "node: a@h\nrows:\n pid\tname\tn\n <0.10.0>\t\t1\n <0.1.0>\tinit\t22\nnext:\n a\tb\n 1\t2",
    ).split("\n"),
    [
      "node: a@h",
      "rows:",
      " pid       name  n",
      " <0.10.0>        1",
      " <0.1.0>   init  22",
      "next:",
      " a  b",
      " 1  2",
    ],
  );
});

Deno.test("a long cell is shown whole, and widens no other", () => {
  const long = "x".repeat(40);
  assertEquals(
    aligned(`a\tb\n${long}\t1`),
    `${"a".padEnd(32)}  b\n${long}  1`,
  );
});
