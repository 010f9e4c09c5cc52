import { assertEquals } from "@std/assert";

const SCRIPT = new URL("../../scripts/gen_probes", import.meta.url).pathname;

interface Outcome {
  readonly code: number;
  readonly said: string;
}

function genProbes(...args: string[]): Promise<Outcome> {
  return run(SCRIPT, ...args);
}

async function run(...args: string[]): Promise<Outcome> {
  const { code, stdout, stderr } = await new Deno.Command("escript", { args })
    .output();
  const decoder = new TextDecoder();
  return { code, said: decoder.decode(stdout) + decoder.decode(stderr) };
}

/** What the generator says to probes with these bodies. */
async function verdicts(bodies: readonly string[]): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    const files = bodies.map((_, i) => `${folder}/trial_${i}.erl`);
    await Promise.all(files.map((file, i) =>
      Deno.writeTextFile(
        file,
        `-module(trial_${i}).\n-export([run/2]).\n${bodies[i]}\n`,
      )
    ));
    const { said } = await genProbes("--try", ...files);
    return said.trim().split("\n").map((line, i) =>
      line.replaceAll(`${files[i]}:`, "").trim()
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("what is sent to nodes is made from the Erlang that is there", async () => {
  assertEquals(await genProbes("--check"), { code: 0, said: "" });
});

Deno.test("what a module exports has a spec", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const erl = `${folder}/lib/beam/erl`;
    await Deno.mkdir(erl, { recursive: true });
    await Deno.symlink(SCRIPT.replace(/\/[^/]*$/, ""), `${folder}/scripts`);
    await Deno.copyFile(
      new URL("../../lib/beam/erl/receives.erl", import.meta.url),
      `${erl}/receives.erl`,
    );
    await Deno.writeTextFile(
      `${erl}/half.erl`,
      `-module(half).
       -export([told/0, untold/1]).
       -spec told() -> ok.
       told() -> ok.
       untold(X) -> X.`,
    );
    assertEquals(await run(`${folder}/scripts/gen_probes`), {
      code: 1,
      said:
        `gen_probes: ${erl}/half.erl: untold/1 is exported without a -spec\n`,
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("plain functions are accepted, in any order of recursion, and calls of a later release where declared", async () => {
  const recursive = `
    run(N, _) -> {even(N), #{}}.
    even(0) -> true; even(N) -> odd(N - 1).
    odd(0) -> false; odd(N) -> lists:foldl(fun even/2, ok, [N]).
    even(N, _) -> even(N - 1).`;
  const later = `
    -optional([{trace, session_create, 3}]).
    run(_, _) -> trace:session_create(a, self(), []).`;
  assertEquals(await verdicts([recursive, later]), ["ok", "ok"]);
});

Deno.test("what does not compile, or what nothing can vouch for, is refused", async () => {
  const bodies: Record<string, string> = {
    "run(_, _) -> Y.": "3: variable 'Y' is unbound",
    "run(X, _) -> missing(X).": "3: function missing/1 undefined",
    "run(_, _) -> lists:no_such(1).": "there is no lists:no_such/1",
    "run(M, _) -> M:f().":
      "trial_3 calls a function that only the node will know",
    "run(M, _) -> fun M:f/1.":
      "trial_4 names a function that only the node will know",
    "run(B, _) -> binary_to_atom(B, utf8).":
      "erlang:binary_to_atom/2 is never to be called on a node",
    'run(_, _) -> os:cmd("ls").': "os:cmd/1 is never to be called on a node",
    "-record(r, {a}).\nrun(A, _) -> #r{a = A}.":
      "trial_7 uses a record: the node cannot interpret it",
    "run(_, _) -> erlang:system_info(heap_words).":
      "erlang:system_info takes heap_words, which is in words.txt and so an integer there",
    "run(P, _) -> erlang:process_info(P, [status, mailbox]).":
      "erlang:process_info takes mailbox, which is in words.txt and so an integer there",
    "run(L, _) -> lists:keyfind(mailbox, 1, L).": "ok",
  };
  assertEquals(
    await verdicts(Object.keys(bodies)),
    Object.values(bodies),
  );
});
