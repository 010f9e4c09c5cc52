import { assert, assertEquals, assertRejects } from "@std/assert";
import { type ArgsOf, BeamError, createBeam } from "../../../lib/beam/mod.ts";
import {
  docsOf,
  getDocs,
  getDocsQuestion,
} from "../../../lib/tools/code/get_docs.ts";
import { binary } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

let target: Beam;
let remote: RemoteNode;
let folder: string;
Deno.test.beforeAll(async () => {
  target = await startBeam({ elixir: "elixir" });
  folder = await Deno.makeTempDir();
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
  await Deno.remove(folder, { recursive: true });
});

async function ask(
  args: ArgsOf<typeof getDocsQuestion>,
): Promise<ReturnType<typeof docsOf>> {
  return docsOf(
    await createBeam(remote).run(getDocsQuestion, args, { timeoutMs: 10_000 }),
  );
}

/** `name/arity: specification` of every exported function that has one, as the node prints it. */
const SAID = `(fun() ->
  {ok, {_, [{abstract_code, {_, Forms}}]}} = beam_lib:chunks(code:which(M), [abstract_code]),
  Plain = fun(Text) -> re:replace(Text, "\\\\s+", "", [global, {return, binary}]) end,
  Exports = erlang:get_module_info(M, exports),
  lists:sort([{iolist_to_binary(io_lib:format("~s/~b", [N, A])),
               Plain(string:trim(lists:nthtail(5, lists:flatten(erl_pp:attribute(Spec))), trailing, ".\\n")),
               L}
              || {attribute, _, spec, {{N, A}, _}} = Spec <- Forms, lists:member({N, A}, Exports),
                 {function, Anno, N1, A1, _} <- Forms, N1 =:= N, A1 =:= A,
                 L <- [erl_anno:line(Anno)]])
end)()`;

Deno.test("specifications and lines are those that the node itself reads from the file", async () => {
  for (const module of ["lists", "ets", "gen_server", "unicode", "binary"]) {
    await evaluate(remote, `code:ensure_loaded(${module})`);
    const said = await evaluate(
      remote,
      SAID.replaceAll("(M)", `(${module})`).replaceAll("(M,", `(${module},`),
    );
    const rows = [
      ...said.matchAll(/\{<<"([^"]+)">>,<<"((?:[^"\\]|\\.)*)">>,(\d+)\}/g),
    ];
    assert(rows.length > 5);
    for (const [, name = "", spec = "", line] of rows) {
      const [fn = "", arity] = name.split("/");
      const { functions } = await ask({
        module,
        function: `'${fn}'/${arity}`,
      });
      const [found] = functions;
      // Several clauses of a specification are parted by ";name".
      const shown = found?.specs?.join(";").replace(/\s+/g, "");
      assertEquals(
        shown?.replaceAll(`;${fn}(`, ";("),
        spec.replaceAll('\\"', '"'),
        `${module}:${name}`,
      );
      assertEquals(found?.line, Number(line), `${module}:${name}`);
    }
  }
});

Deno.test("documentation of a function and of a macro is what the node has", async () => {
  for (
    const [module, name, arity] of [
      ["Enum", "map", 2],
      ["Kernel", "if", 2],
    ] as const
  ) {
    const { functions, format } = await ask({
      module,
      function: `${name}/${arity}`,
    });
    const kind = name === "if" ? "macro" : "function";
    const said = await evaluate(
      remote,
      `(fun() -> {ok, Docs} = code:get_doc('Elixir.${module}'),
         {_, Line, [Signature], #{<<"en">> := Text}, _} =
           lists:keyfind({${kind}, '${name}', ${arity}}, 1, element(7, Docs)),
         {Signature, Text =:= T} end)()`,
      { T: binary(functions[0]?.doc ?? "") },
    );
    assertEquals(`{<<"${functions[0]?.signature}">>,true}`, said);
    assertEquals(format, "text/markdown");
  }
});

Deno.test("without a function it is the module's own documentation, cut to the bytes that were asked for", async () => {
  const whole = await ask({ module: "Enum", max_bytes: 32_768 });
  assert(whole.doc?.startsWith("Functions for working with collections"));
  assertEquals(whole.truncated, undefined);
  const part = await ask({ module: "Enum", max_bytes: 500 });
  assertEquals(part.truncated, true);
  assert(part.doc && whole.doc?.startsWith(part.doc));
  assert(part.doc.length > 300);
});

Deno.test("documentation that OTP installs beside the modules is found and made readable", async () => {
  await evaluate(
    remote,
    `(fun() ->
      F = binary_to_list(Folder),
      [ok = filelib:ensure_dir(filename:join([F, D, "x"])) || D <- ["ebin", "doc/chunks"]],
      {ok, M, Beam} = compile:forms([{attribute, 1, module, t_docs}, {attribute, 1, export, [{f, 1}]},
        {function, 7, f, 1, [{clause, 7, [{var, 7, 'X'}], [], [{var, 7, 'X'}]}]}], [debug_info]),
      File = filename:join([F, "ebin", "t_docs"]),
      ok = file:write_file(File ++ ".beam", Beam),
      Text = [{p, [], [<<"Gives ">>, {code, [], [<<"X">>]}, <<".">>]},
              {ul, [], [{li, [], [{p, [], [<<"one">>]}]}, {li, [], [<<"two">>]}]}],
      Docs = {docs_v1, [], erlang, <<"application/erlang+html">>, none, #{},
              [{{function, f, 1}, [], [<<"f(X) -> X">>], #{<<"en">> => Text}, #{since => <<"OTP 1">>}}]},
      ok = file:write_file(filename:join([F, "doc/chunks", "t_docs.chunk"]), term_to_binary(Docs, [compressed])),
      {module, M} = code:load_abs(File), ok
    end)()`,
    { Folder: binary(folder) },
  );
  const { functions, has_docs } = await ask({
    module: "t_docs",
    function: "f",
  });
  assertEquals(has_docs, true);
  assertEquals(functions, [{
    function: "f/1",
    line: 7,
    specs: undefined,
    signature: "f(X) -> X",
    doc: "Gives `X`.\n\n- one\n\n- two",
    since: "OTP 1",
    deprecated: undefined,
  }]);
});

Deno.test("of a module without a name of a function, none is said to be none", async () => {
  const call = callerOf(remote, [getDocs], ["inspect"]);
  const { text } = await call("get_docs", { module: "lists" });
  assert(/\bmodule=lists\b/.test(text), text);
  assert(!/^functions|^none:.*functions/m.test(text), text);
});

Deno.test("all arities of a function come together, within bounds", async () => {
  const before = remote.traffic;
  const { functions } = await ask({ module: "lists", function: "keysort" });
  assertEquals(functions.map((found) => found.function), ["keysort/2"]);
  const many = await ask({ module: "io", function: "format", max_bytes: 1e9 });
  assertEquals(many.functions.map((found) => found.function), [
    "format/1",
    "format/2",
    "format/3",
    "format/0",
  ]);
  assertEquals(many.functions.at(-1)?.kind, "type");
  assert(remote.traffic.bytesIn - before.bytesIn < 10_000);
});

Deno.test("what there is not is refused, with similar names", async () => {
  const refused = (args: ArgsOf<typeof getDocsQuestion>): Promise<BeamError> =>
    assertRejects(() => ask(args), BeamError);
  assert(
    (await refused({ module: "lists", function: "keyfnd" })).hint?.includes(
      "keyfind/3",
    ),
  );
  assertEquals(
    (await refused({ module: "lists", function: "keyfind/9" })).code,
    "no_such_function",
  );
  assertEquals((await refused({ module: "no_such" })).code, "no_such_module");
});

Deno.test("no name in a file becomes an atom of the node", async () => {
  for (
    const module of ["'Elixir.Enum'", "'Elixir.Macro'", "calendar", "xref"]
  ) {
    await evaluate(remote, `code:ensure_loaded(${module})`);
  }
  await assertHarmless(remote, getDocsQuestion, [
    { module: "Enum", function: "map" },
    { module: "Macro", function: "never_seen_before_8" },
  ]);
  await assertHarmless(remote, getDocsQuestion, [
    { module: "calendar" },
    { module: "xref", function: "start" },
  ]);
});

/** `name/arity specification` of functions of Elixir, as Elixir prints them. */
const QUOTED = `
for m <- [Enum, String, GenServer, Map, File, Task, Registry],
    {:ok, specs} = Code.Typespec.fetch_specs(Code.ensure_loaded!(m)),
    {{name, arity}, [clause | _]} <- Enum.take_every(specs, 9) do
  text = Macro.to_string(Code.Typespec.spec_to_quoted(name, clause))
  "#{inspect(m)} #{name}/#{arity} #{String.replace(text, ~r/\\\\s+/, "")}\\n"
end
|> IO.iodata_to_binary()`;

Deno.test("on a node of Elixir, specifications are as Elixir prints them", async () => {
  const printed = await evaluate(
    remote,
    `element(1, 'Elixir.Code':eval_string(<<${
      JSON.stringify(QUOTED.replaceAll("\\\\", "\\"))
    }>>))`,
  );
  const rows = [
    ...printed.replaceAll('\\"', '"').matchAll(/(\S+) (\S+\/\d+) (.*?)\\n/g),
  ];
  assert(rows.length > 30, printed);
  for (const [, module = "", name = "", spec = ""] of rows) {
    const { functions } = docsOf(
      await createBeam(remote).run(
        getDocsQuestion,
        { module: module.replace(/^<<"/, ""), function: name },
        { timeoutMs: 10_000 },
      ),
      "elixir",
    );
    const [shown] = functions[0]?.specs ?? [];
    // As later versions of Elixir print them.
    assertEquals(
      shown?.replace(/\s+/g, ""),
      spec.replaceAll("(()->", "(->"),
      `${module}.${name}`,
    );
  }
});

/** Types and callbacks of a module, one a line, as Elixir prints them, without spaces. */
const DECLARED = `
for m <- [OptionParser, GenServer, Supervisor, Enum, String, Keyword, Registry, Task, Access], Code.ensure_loaded!(m) do
  {:ok, types} = Code.Typespec.fetch_types(m)
  callbacks = case Code.Typespec.fetch_callbacks(m) do {:ok, all} -> all; :error -> [] end
  (for {kind, {name, _, vars} = type} <- types, kind in [:type, :opaque] do
    {kind, name, length(vars), Macro.to_string(Code.Typespec.type_to_quoted(type))}
  end ++ for {{name, arity}, [clause]} <- callbacks do
    {:callback, name, arity, Macro.to_string(Code.Typespec.spec_to_quoted(name, clause))}
  end) |> Enum.map(fn {kind, name, arity, text} ->
    "#{inspect(m)} #{kind} #{name}/#{arity} #{String.replace(text, ~r/\\s+/, "")}\n"
  end)
end
|> IO.iodata_to_binary()`;

Deno.test("types and callbacks are found by name, as Elixir prints them", async () => {
  const printed = await evaluate(
    remote,
    "element(1, 'Elixir.Code':eval_string(S))",
    { S: binary(DECLARED) },
  );
  const rows = [
    ...printed.replaceAll('\\"', '"').matchAll(
      /(\w+) (\w+) (\S+\/\d+) (.*?)\\n/g,
    ),
  ];
  assert(rows.length > 20, printed);
  for (const [, module = "", kind, name = "", text] of rows) {
    const { functions } = docsOf(
      await createBeam(remote).run(
        getDocsQuestion,
        { module, function: name },
        { timeoutMs: 10_000 },
      ),
      "elixir",
    );
    const [found] = functions.filter((each) =>
      each.kind === kind && each.function === name
    );
    assertEquals(
      found?.specs?.map((each) => each.replace(/\s+/g, "")),
      [text],
      `${module}.${name}`,
    );
  }
  const { functions } = await ask({
    module: "GenServer",
    function: "handle_call",
  });
  assert(functions[0]?.doc?.startsWith("Invoked to handle synchronous"));
});

Deno.test("a function without its own documentation says for which it stands by a default", async () => {
  const seen = async (name: string): Promise<unknown[]> => {
    const { functions } = await ask({ module: "GenServer", function: name });
    return functions.map((each) => [each.function, each.defaults_of]);
  };
  const both = [["call/2", "call/3"], ["call/3", undefined]];
  assertEquals(await seen("call/2"), both);
  assertEquals(await seen("call"), both);
  assertEquals(await seen("call/3"), [["call/3", undefined]]);
});
