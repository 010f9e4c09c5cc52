import { assert, assertEquals } from "@std/assert";
import { createBeam } from "../../lib/beam/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { makeRig, principal } from "../registry/support.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";
import { askerOf } from "../support/tools.ts";

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({
    elixir: "elixir",
  });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

const NEW = Array.from({ length: 1000 }, (_, i) => `fresh_${i}`);
const [A, B] = ["never_seen_a", "never_seen_b"];

/** Calls that only rehearse, full of names that no node has. */
const DRY: readonly [string, Record<string, unknown>][] = [
  ["evaluate", { source: NEW.join(", ") }],
  ["evaluate", { source: `${A}(`, bindings: { [A]: "1" } }],
  ["evaluate", { source: "X", bindings: { X: B } }],
  ["evaluate", {
    source: `[:${NEW.join(", :")}]; ${A} = 1; ${A}.${B}`,
    language: "elixir",
  }],
  ["call_function", {
    module: "lists",
    function: "sum",
    arguments: [`[${A}]`],
  }],
  ["call_function", { module: "lists", function: A, json: [`:${B}`] }],
  ["call_function", { module: A, function: B }],
  ["stop_process", { process: "logger_sup", reason: `{${A}, ${B}}` }],
  ["stop_process", { process: A }],
  ["suspend_process", { process: A }],
  ["resume_process", { process: `{global, ${A}}` }],
  ["collect_garbage", { process: `{via, 'Elixir.Registry', {${A}, ${B}}}` }],
  ["restart_child", { process: "kernel_sup", child: A }],
  ["restart_child", { process: A, child: `{${B}, 1}` }],
  ["set_app_env", { application: "kernel", key: A, value: `[{${B}, 1}]` }],
  ["set_app_env", { application: A, key: "key", value: `#{${B} => 1}` }],
  ["set_log_level", { module: A, level: "debug" }],
  ["set_log_level", { handler: B, level: "debug" }],
  ["disconnect_peer", { peer: `${A}@${B}` }],
];

/** Calls that a person is asked about, as the question is put. */
const ASKED: readonly [string, Record<string, unknown>][] = [
  ...DRY,
  ["trace_calls", {
    module: "lists",
    function: "map",
    match: `[${A}, X] when X =:= ${B}`,
  }],
  ["trace_calls", { module: A, function: B }],
  ["start_trace", { module: "lists", function: "map", match: `[${A} | _]` }],
  ["trace_process", { process: A }],
  ["profile", { module: A }],
  ["capture_logs", { module: A, text: B }],
  ["measure_call_rate", { module: A, function: B }],
];

Deno.test("a dry run and a question of approval make no atom, whatever the source and the terms are", async () => {
  await using remote = await connect(target);
  const beam = createBeam(remote);
  const { registry } = makeRig({
    nodes: [remote.name],
    tools: [...TOOLS],
    beam: () => Promise.resolve(askerOf(beam)),
  });
  const caller = principal(["inspect", "data", "trace", "mutate", "eval"]);
  const incarnation = remote.creation;
  const rounds = async (): Promise<string[]> => {
    const texts: string[] = [];
    for (const [name, args] of DRY) {
      const dry = { ...args, incarnation, dry_run: true };
      texts.push((await registry.call(caller, name, dry)).text);
    }
    for (const [name, args] of ASKED) {
      const asked = name in OF_TRACES ? args : { ...args, incarnation };
      texts.push((await registry.rehearse(caller, name, asked)).text);
    }
    return texts;
  };
  // Modules that OTP loads for it are there, then.
  const texts = await rounds();
  const before = await atoms();
  await rounds();
  assertEquals(await atoms(), before);
  for (const text of texts) {
    assert(!text.includes("invalid_arguments"), text);
  }
  const known = await evaluate(
    remote,
    `[N || N <- [<<"${A}">>, <<"${B}">>, <<"fresh_1">>, <<"fresh_999">>],
        true <- [try binary_to_existing_atom(N, utf8), true catch error:_ -> false end]]`,
  );
  assertEquals(known, "[]");

  function atoms(): Promise<string> {
    return evaluate(remote, "erlang:system_info(atom_count)");
  }
});

const OF_TRACES: Readonly<Record<string, true>> = {
  trace_calls: true,
  start_trace: true,
  trace_process: true,
  profile: true,
  capture_logs: true,
  measure_call_rate: true,
};

Deno.test("a dry run of source says what would be evaluated, that its syntax was not checked, and evaluates nothing", async () => {
  await using remote = await connect(target);
  const beam = createBeam(remote);
  const { registry } = makeRig({
    nodes: [remote.name],
    tools: [...TOOLS],
    beam: () => Promise.resolve(askerOf(beam)),
  });
  const result = await registry.call(principal(["eval"]), "evaluate", {
    source: "init:stop(",
    incarnation: remote.creation,
    dry_run: true,
  });
  assert(result.ok, result.text);
  assertEquals(result.structured?.done, false);
  assert(/syntax not checked: init:stop\(/.test(result.text), result.text);
});
