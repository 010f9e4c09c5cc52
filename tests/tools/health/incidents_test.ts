import { assert, assertEquals } from "@std/assert";
import { createBeam, preload } from "../../../lib/beam/mod.ts";
import { checkHealth } from "../../../lib/tools/health/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { type Incident, INCIDENTS, nodeOf } from "../../support/incidents.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

/** Nodes at a time. */
const AT_ONCE = 3;

/** What of an incident the first answer does not say. */
async function missed(incident: Incident): Promise<string[]> {
  const { settleMs = 1500, says, content = [], source } = incident;
  await using node = await startBeam(nodeOf(incident));
  await using remote = await connect(node);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 30_000 });
  const pid = source.includes("\npid() ->")
    ? await evaluate(remote, "list_to_binary(pid_to_list(m:pid()))")
    : "";
  if (incident.begin) await evaluate(remote, incident.begin);
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const call = callerOf(
    remote,
    [checkHealth],
    content.length > 0 ? ["inspect", "data"] : ["inspect"],
  );
  const { text } = await call("check_health");
  const wanted = [...says, ...content, new RegExp(`\\b${incident.finding}\\b`)];
  const wrong = wanted.filter((part) =>
    part instanceof RegExp
      ? !part.test(text)
      : !text.includes(part === "PID" ? pid.slice(3, -3) : part)
  );
  return wrong.length === 0
    ? []
    : [`${incident.name}: no ${wrong.join(", no ")} in\n${text}`];
}

Deno.test("the first answer names the culprit of every incident", async () => {
  const only = Deno.env.get("ONLY");
  const left = INCIDENTS.filter(({ finding }) => !only || only === finding)
    .toSorted((a, b) => (b.settleMs ?? 0) - (a.settleMs ?? 0));
  const wrong: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      wrong.push(...await missed(next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  assertEquals(wrong.length, 0, wrong.join("\n\n"));
  assert(INCIDENTS.length > 0);
});
