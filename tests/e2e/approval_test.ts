import { assert, assertEquals } from "@std/assert";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";
import {
  type Answer,
  answer,
  asking,
  environment,
  type Program,
  reaching,
  testEach,
} from "./support.ts";

const SETUP =
  "register(victim, spawn(fun() -> receive stop -> ok end end)), register(other, spawn(fun() -> receive stop -> ok end end))";

/** Calls a function ten times a second. */
const CALLED =
  "code:ensure_loaded(calendar), spawn(fun F() -> calendar:is_leap_year(2024), timer:sleep(100), F() end)";

/** A client whose person answers as given, if it can ask one. */
interface Person extends AsyncDisposable {
  /** What the person was asked. */
  readonly asked: readonly string[];
  /** And the fields of the forms. */
  readonly forms: readonly unknown[];
  call(tool: string, args: Record<string, unknown>): Promise<Answer>;
}

async function person(
  program: Program,
  beam: Beam,
  mode: "legacy" | { pin: string },
  says: "yes" | "unticked" | "decline" | "cancel" | "nothing",
  options: readonly string[] = [],
  edits: Readonly<Record<string, number>> = {},
): Promise<Person> {
  const asked: string[] = [];
  const forms: unknown[] = [];
  const client = new Client({ name: "beamtap-tests", version: "1.0.0" }, {
    versionNegotiation: { mode },
    capabilities: says === "nothing" ? {} : { elicitation: { form: {} } },
  });
  if (says !== "nothing") {
    client.setRequestHandler("elicitation/create", (request) => {
      asked.push(request.params.message);
      forms.push(Object(request.params)["requestedSchema"]?.properties);
      switch (says) {
        case "yes":
          return { action: "accept", content: { ...edits } };
        case "unticked":
          return { action: "accept", content: { approve: false } };
        default:
          return { action: says };
      }
    });
  }
  await client.connect(
    new StdioClientTransport({
      command: program.command,
      args: [
        ...program.args,
        ...reaching(beam),
        ...["--allow", "mutate", "--allow", "trace", ...options],
      ],
      env: environment(),
    }),
  );
  return {
    asked,
    forms,
    call: async (name, args) =>
      answer(await client.callTool(asking(name, args))),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

const MODES = ["legacy", { pin: "2026-07-28" }] as const;

async function stop(it: Person, process = "victim"): Promise<Answer> {
  const { structured } = await it.call("get_node_info", {});
  const { incarnation } = structured;
  return await it.call("stop_process", { process, incarnation });
}

async function alive(beam: Beam, name: string): Promise<boolean> {
  await using remote = await connect(beam, { alive: "watcher" });
  return await evaluate(remote, `whereis(${name})`) !== "undefined";
}

for (const mode of MODES) {
  const era = typeof mode === "string" ? mode : mode.pin;

  testEach(
    `${era}: a person approves each call, and sees what it will do`,
    async (program) => {
      await using beam = await startBeam({ setup: SETUP });
      await using it = await person(program, beam, mode, "yes");
      const result = await stop(it);
      assertEquals(result.isError, false, result.text);
      assertEquals(it.asked.length, 1);
      assert(
        /^stop_process on t.*: exit signal shutdown to <0\.\d+\.0> \(victim/
          .test(it.asked[0] ?? ""),
        it.asked[0],
      );
      await stop(it, "other");
      assertEquals(it.asked.length, 2);
      assertEquals(await alive(beam, "other"), false);
      const missing = await stop(it, "nobody_there");
      assert(
        missing.isError &&
          /no_such_name|nothing is registered/.test(missing.text),
      );
      assertEquals(it.asked.length, 2);
    },
  );

  testEach(
    `${era}: to accept is to approve, whatever a client puts in the form`,
    async (program) => {
      await using beam = await startBeam({ setup: SETUP });
      await using it = await person(program, beam, mode, "unticked");
      const result = await stop(it);
      assertEquals(result.isError, false, result.text);
      assertEquals(it.forms, [{}]);
      assertEquals(await alive(beam, "victim"), false);
    },
  );

  testEach(`${era}: what is not approved is not done`, async (program) => {
    await using beam = await startBeam({ setup: SETUP });
    for (const says of ["decline", "cancel"] as const) {
      await using it = await person(program, beam, mode, says);
      const result = await stop(it);
      assert(
        result.isError && /did not approve/.test(result.text),
        result.text,
      );
    }
    assertEquals(await alive(beam, "victim"), true);
  });

  testEach(
    `${era}: where nobody can be asked, the operator has decided`,
    async (program) => {
      await using beam = await startBeam({ setup: SETUP });
      const deny = ["--confirm-fallback", "deny"];
      await using denied = await person(program, beam, mode, "nothing", deny);
      const result = await stop(denied);
      assert(result.isError && /cannot ask/.test(result.text), result.text);
      assertEquals(await alive(beam, "victim"), true);
      await using allowed = await person(program, beam, mode, "nothing");
      const done = await stop(allowed);
      assertEquals(done.isError, false, done.text);
      await using none = await person(program, beam, mode, "decline", [
        "--confirm",
        "none",
      ]);
      const other = await stop(none, "other");
      assertEquals([other.isError, none.asked.length], [false, 0]);
    },
  );

  testEach(
    `${era}: a person sets the limits of a trace, within their bounds`,
    async (program) => {
      await using beam = await startBeam({ setup: CALLED });
      const options = ["--confirm", "trace", "--confirm-fallback", "deny"];
      const trace = { module: "calendar", match: "[Y] when Y > 1" };
      await using it = await person(program, beam, mode, "yes", options, {
        max_events: 2,
      });
      const result = await it.call("trace_calls", {
        ...trace,
        max_events: 20,
        duration_ms: 20_000,
      });
      assertEquals(result.isError, false, result.text);
      const { received, ended_by } = result.structured;
      assertEquals([received, ended_by], [2, "max_events"]);
      assert(
        /^trace_calls on t.*: traces calls of calendar, with .* Y > 1/
          .test(it.asked[0] ?? ""),
        it.asked[0],
      );
      const [form] = it.forms;
      const { type, minimum, maximum, default: given } =
        Object(form).max_events;
      assertEquals([type, minimum, maximum, given], ["integer", 1, 1000, 20]);
      assertEquals(Object.keys(Object(form)), [
        "max_events",
        "duration_ms",
        "max_bytes",
      ]);
      const wrong = await it.call("trace_calls", { ...trace, match: "[Y" });
      assert(wrong.isError && /bad_syntax/.test(wrong.text), wrong.text);
      assertEquals(it.asked.length, 1);
      await using beyond = await person(program, beam, mode, "yes", options, {
        max_events: 9999,
      });
      const refused = await beyond.call("trace_calls", trace);
      assert(
        refused.isError && /not_approved.*max_events/s.test(refused.text),
        refused.text,
      );
      await using mute = await person(program, beam, mode, "nothing", options);
      const denied = await mute.call("trace_calls", trace);
      assert(denied.isError && /cannot ask/.test(denied.text), denied.text);
    },
  );

  testEach(
    `${era}: a person who let log events be followed is not asked at each reading`,
    async (program) => {
      await using beam = await startBeam();
      await using it = await person(program, beam, mode, "yes", [
        "--confirm",
        "trace",
      ]);
      const short = { duration_ms: 100 };
      const begun = await it.call("capture_logs", { ...short, follow: "new" });
      assertEquals(begun.isError, false, begun.text);
      assertEquals(it.asked.length, 1);
      const { session } = begun.structured;
      const next = await it.call("capture_logs", { ...short, follow: session });
      assertEquals(next.isError, false, next.text);
      assertEquals(it.asked.length, 1);
      await it.call("capture_logs", { ...short, follow: "new" });
      assertEquals(it.asked.length, 2);
    },
  );
}
