import { assertEquals } from "@std/assert";
import { formsToNode } from "../../lib/beam/words.ts";
import { atom, ImproperList, tuple } from "../../lib/etf/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";

Deno.test("constants are what they are, and no release takes what is in them for forms", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const constants = [
    [tuple(atom("$1"), [], [atom("$_")])],
    tuple(tuple(atom("a"), 1), []),
    new ImproperList([tuple(1)], atom("b")),
    [atom("a"), 1],
    7,
  ];
  for (const constant of constants) {
    const form = formsToNode(tuple(atom("literal"), constant));
    // As OTP 23 goes through the forms of a fun, all of whose places are 0 here.
    assertEquals(
      await evaluate(
        remote,
        `begin
           Form = erl_parse:map_anno(fun(0) -> 0 end, F),
           {value, Value, _} = erl_eval:expr(Form, []),
           Value =:= C
         end`,
        { F: form, C: constant },
      ),
      "true",
    );
  }
});
