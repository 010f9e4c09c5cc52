import { assertEquals } from "@std/assert";
import { variablesNumbered } from "../../lib/tools/patterns.ts";

Deno.test("variables of an Erlang pattern are numbered, and the same in guards", () => {
  assertEquals(
    variablesNumbered(
      [
        `[{user, Id}, _, "Not A Var", 'Nor This', $A, Id, #{k => V}]`,
        "[{'>', Id, V}]",
      ],
      "erlang",
    ),
    [
      `[{user, '$1'}, '_', "Not A Var", 'Nor This', $A, '$1', #{k => '$2'}]`,
      "[{'>', '$1', '$2'}]",
    ],
  );
});

Deno.test("variables of an Elixir pattern are numbered; atoms, keys and aliases are not", () => {
  assertEquals(
    variablesNumbered(
      [
        `[{:user, id}, _, "some text", %{name: name, ok: true}, MyApp.User, nil]`,
        "[{:>, id, 5}]",
      ],
      "elixir",
    ),
    [
      `[{:user, :"$1"}, :_, "some text", %{name: :"$2", ok: true}, MyApp.User, nil]`,
      `[{:>, :"$1", 5}]`,
    ],
  );
});
