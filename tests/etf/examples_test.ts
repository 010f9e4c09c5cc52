import { assert, assertEquals } from "@std/assert";
import { format, parse } from "../../lib/etf/mod.ts";

const HOME = { node: "a@host", creation: 7 };

/** The rows of the tables in a module's comment: two cells of code each. */
async function examplesOf(module: string): Promise<[string, string][]> {
  const url = new URL(`../../lib/etf/syntax/${module}.ts`, import.meta.url);
  const [comment = ""] = (await Deno.readTextFile(url)).split("*/", 1);
  return comment.split("\n").flatMap((line): [string, string][] => {
    const [, ...cells] = line.split(/(?<!\\)\|/);
    const [erlang, other] = cells.map((cell) =>
      /^ (`+)\s?(.+?)\s?\1 $/.exec(cell)?.[2]?.replaceAll("\\|", "|")
    );
    return erlang && other ? [[erlang, other]] : [];
  });
}

for (const syntax of ["gleam", "lfe"] as const) {
  Deno.test(`format() writes the examples that ${syntax}.ts tells`, async () => {
    const examples = await examplesOf(syntax);
    assert(examples.length >= 10, "the tables are not found");
    for (const [erlang, text] of examples) {
      const term = parse(erlang, "erlang", { home: HOME });
      assertEquals(format(term, { syntax, home: HOME }), text);
    }
  });
}
