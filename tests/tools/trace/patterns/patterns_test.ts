import { assert, assertEquals, assertThrows } from "@std/assert";
import { BeamtapError } from "../../../../lib/errors.ts";
import { format } from "../../../../lib/etf/mod.ts";
import {
  arityOf,
  clausesOf,
  functionIn,
  type PatternInput,
} from "../../../../lib/tools/trace/patterns/mod.ts";

const HOME = { node: "n@h", creation: 1 };

/** Head and guards of each clause, in Erlang. */
function spec(
  text: string,
  syntax: "erlang" | "elixir" = "erlang",
  kind: "match" | "match_spec" = "match",
): string[] {
  const input: PatternInput = { [kind]: text };
  return (clausesOf(input, { syntax, home: HOME }) ?? []).map((
    { head, guards },
  ) =>
    [head, guards].map((term) => format(term, { syntax: "erlang" })).join(" ")
  );
}

function problem(
  text: string,
  syntax: "erlang" | "elixir" = "erlang",
  kind: "match" | "match_spec" = "match",
): string {
  try {
    return `read as ${spec(text, syntax, kind).join()}`;
  } catch (error) {
    assert(error instanceof BeamtapError, String(error));
    return `${error.code}: ${error.message} (${error.hint})`;
  }
}

Deno.test("variables that say something get numbers, and guards know them", () => {
  assertEquals(spec("[{user, Id}, _Unused, Id] when Id > 100, is_atom(a)."), [
    "[{user,'$1'},'_','$1'] [{'>','$1',100},{is_atom,{const,a}}]",
  ]);
  assertEquals(spec("[{:user, id}, id] when id > 100", "elixir"), [
    "[{user,'$1'},'$1'] [{'>','$1',100}]",
  ]);
});

Deno.test("clauses and alternatives of guards are clauses", () => {
  assertEquals(
    spec("[X] when X > 1; [X] =:= X; _ when self() =:= <0.1.0>; []"),
    [
      "['$1'] [{'>','$1',1}]",
      "['$1'] [{'=:=',['$1'],'$1'}]",
      "'_' [{'=:=',{self},{const,<0.1.0>}}]",
      "[] []",
    ],
  );
  assertEquals(spec("[x] when is_nil(x) when x == 1; [_, _]", "elixir"), [
    "['$1'] [{'=:=','$1',{const,nil}}]",
    "['$1'] [{'==','$1',1}]",
    "['_','_'] []",
  ]);
});

Deno.test("maps, structs, keywords, sigils and ranges of Elixir are what they are", () => {
  const [text] = spec(
    "[%User{name: n, tags: ~w(a b)a}, [size: s]] when s in 1..9 and n.first != nil",
    "elixir",
  );
  assertEquals(
    text,
    "[#{'__struct__' => 'Elixir.User',name => '$1',tags => [a,b]},[{size,'$2'}]] " +
      "[{'andalso',{'andalso',{is_integer,'$2'},{'>=','$2',1},{'=<','$2',9},{'=:=',1,1}," +
      "{'=:=',{'rem',{'-','$2',1},1},0}},{'/=',{map_get,{const,first},'$1'},{const,nil}}}]",
  );
});

Deno.test("a match specification is taken as it is, but for what it does", () => {
  assertEquals(
    spec("[{['$1', '_'], [{'>', '$1', 9}], []}]", "erlang", "match_spec"),
    ["['$1','_'] [{'>','$1',9}]"],
  );
  assertEquals(spec("[{'_', [], [{return_trace}]}]", "erlang", "match_spec"), [
    "'_' []",
  ]);
  for (
    const [text, what] of [
      ["[{'_', [], [{message, {process_dump}}]}]", /body of clause 1/],
      ["[{'_', [{process_dump}], []}]", /process_dump\/0 is no guard/],
      ["[{['$1'], [{is_atm, '$1'}], []}]", /did you mean "is_atom"/],
      ["{['$1'], [], []}", /is a list of clauses/],
      ["[]", /is a list of clauses/],
      ["[{['$99'], [], []}]", /\$99/],
      ["[{x, [], []}]", /neither '_' nor a list/],
      ["[{['$1'], [{1, 2}], []}]", /without a function/],
    ] as const
  ) {
    const found = problem(text, "erlang", "match_spec");
    assert(/^bad_pattern/.test(found) && what.test(found), found);
  }
});

Deno.test("what no pattern can have is refused where it stands, with what there is", () => {
  for (
    const [text, what] of [
      ["[X] when Y > X", /column 10: Y is not in the pattern.*has X/],
      ["[X] when is_intger(X)", /did you mean "is_integer"/],
      ["[X] when element(X)", /element\/1 is no guard; it takes 2/],
      [
        "[X] when lists:member(X, [])",
        /column 10: lists:member\/2 is no guard/,
      ],
      ["[X] when X = 1", /= compares nothing.*==/],
      ["{user, Id}", /column 1: a pattern is the list of the arguments/],
      ["[X", /expected , or \]/],
      ["[X] wen X", /column 5: expected when, ; or the end, found wen/],
      ["[<<A, _/binary>>]", /cannot look into a binary.*byte_size/],
      ["[#rec{}]", /record/],
      ["[?MODULE]", /macro/],
      ["[f(X)]", /cannot have f .*after when/],
      ["[#{X := 1}, X]", /a key in a pattern is a literal/],
      ["[X] when (X", /expected \), found the end/],
      [`[X] when ${"-".repeat(999)}X`, /too_deep/],
      [`[X] when ${"X + ".repeat(999)}X`, /too_deep/],
      [`[${Array.from({ length: 31 }, (_, n) => `V${n}, V${n}`)}]`, /30 var/],
    ] as const
  ) {
    const found = problem(text);
    assert(what.test(found), `${text}: ${found}`);
  }
  for (
    const [text, what] of [
      ['["abc" <> r]', /cannot have <>.*binary_part/],
      ["[^x]", /column 2: \^.*write the value/],
      ["[x] when x && true", /Write and/],
      ["[x] when !x", /Write not/],
      ["[x] when x > 1, x < 2", /found ,.*Write and/],
      ["[x] when element(1, x)", /element\/2 is no guard.*elem\/2/],
      ["[x] when String.length(x) > 1", /length\/1 is no guard/],
      ["[x] when x in y", /list or a range/],
      ["[@foo]", /no module around/],
    ] as const
  ) {
    const found = problem(text, "elixir");
    assert(what.test(found), `${text}: ${found}`);
  }
});

Deno.test("a pattern may name its function, as it is defined", () => {
  const listed = spec("[_, N] when N > 9; [a, _]");
  assertEquals(spec("add(_, N) when N > 9; add(a, _)"), listed);
  assertEquals(
    spec("add(_, n) when n > 9; add(:a, _)", "elixir"),
    listed,
  );
  assertEquals(spec("start?()", "elixir"), spec("[]", "elixir"));
  const named = (match: string, given?: string): string | undefined =>
    functionIn(
      { module: "Shop.Stats", function: given },
      clausesOf({ match }, { syntax: "elixir", home: HOME }),
    );
  assertEquals(named("add(_); add(_, _)"), "add");
  assertEquals(named("[_]"), undefined);
  assertEquals(named("[_]", "add/1"), "add/1");
  assertEquals(named("add(_)", "Shop.Stats.add/1"), "Shop.Stats.add/1");
  for (
    const [match, given] of [["add(_)", "sub"], ["add(_); sub(_)", undefined]]
  ) {
    assertThrows(() => named(match ?? "", given), Error, "sub");
  }
});

Deno.test("the arity of a pattern is that of all its clauses", () => {
  const arity = (match: string): number | undefined =>
    arityOf(clausesOf({ match }, { syntax: "erlang", home: HOME }));
  assertEquals(
    ["[_, a]; [b, _]", "[]", "[_]; [_, _]", "_"].map(arity),
    [2, 0, undefined, undefined],
  );
});
