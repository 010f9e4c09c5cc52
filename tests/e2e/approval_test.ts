import { assert, assertEquals } from "@std/assert";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";
import {
  type Answer,
  answer,
  environment,
  type Program,
  reaching,
  testEach,
} from "./support.ts";

const SETUP =
  "register(victim, spawn(fun() -> receive stop -> ok end end)), register(other, spawn(fun() -> receive stop -> ok end end))";

/** A client whose person answers as given, if it can ask one. */
interface Person extends AsyncDisposable {
  /** What the person was asked. */
  readonly asked: readonly string[];
  call(tool: string, args: Record<string, unknown>): Promise<Answer>;
}

async function person(
  program: Program,
  beam: Beam,
  mode: "legacy" | { pin: string },
  says: "yes" | "no" | "decline" | "nothing",
  options: readonly string[] = [],
): Promise<Person> {
  const asked: string[] = [];
  const client = new Client({ name: "beamtap-tests", version: "1.0.0" }, {
    versionNegotiation: { mode },
    capabilities: says === "nothing" ? {} : { elicitation: { form: {} } },
  });
  if (says !== "nothing") {
    client.setRequestHandler("elicitation/create", (request) => {
      asked.push(request.params.message);
      return says === "decline"
        ? { action: "decline" }
        : { action: "accept", content: { approve: says === "yes" } };
    });
  }
  await client.connect(
    new StdioClientTransport({
      command: program.command,
      args: [
        ...program.args,
        ...reaching(beam),
        ...["--allow", "mutate", ...options],
      ],
      env: environment(),
    }),
  );
  return {
    asked,
    call: async (name, args) =>
      answer(await client.callTool({ name, arguments: args })),
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

  testEach(`${era}: what is not approved is not done`, async (program) => {
    await using beam = await startBeam({ setup: SETUP });
    for (const says of ["no", "decline"] as const) {
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
      await using none = await person(program, beam, mode, "no", [
        "--confirm",
        "none",
      ]);
      const other = await stop(none, "other");
      assertEquals([other.isError, none.asked.length], [false, 0]);
    },
  );
}
