import { assert } from "@std/assert";
import { PROCESS_SECTIONS } from "../../lib/tools/processes/get_process.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { type Args, LOOKS, title } from "../support/inspection.ts";
import { ODD_SETUP } from "../support/odd.ts";
import { connect } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

const APPLICATIONS = ["odd1", "odd2", "odd3", "odd4", "odd5", "odd6", "stdlib"];
const MODULES = ["odd_attributes", "odd_file", "odd_docs", "odd_sup"];
const PROCESSES = [
  ...Array.from({ length: 5 }, (_, i) => `ancestors${i + 1}`),
  ...Array.from({ length: 8 }, (_, i) => `initial${i + 1}`),
  ...["none", "true", "$cut", "x".repeat(255)],
  ...["mailbox", "odd_sup", "like_a_supervisor"],
];

/** What each of them is asked. */
const ABOUT: readonly (readonly [string, Args])[] = [
  ...APPLICATIONS.flatMap((application) =>
    [
      ["get_application", { application }],
      ["get_app_env", { application }],
      ["list_modules", { application }],
      ["get_supervision_tree", { root: application }],
    ] as const
  ),
  ...MODULES.flatMap((module) =>
    [
      ["get_module", { module }],
      ["get_docs", { module }],
    ] as const
  ),
  ...PROCESSES.flatMap((process) =>
    [
      ["get_process", { process, sections: [...PROCESS_SECTIONS] }],
      ["get_child_specs", { process, arguments: true, force: true }],
      ["get_supervision_tree", { root: process }],
      ["get_process_state", { process, force: true, timeout_ms: 100 }],
      ["get_mailbox", { process, force: true }],
      ["get_mailbox", { process, view: "kinds", force: true }],
      ["list_processes", { ancestor: process }],
    ] as const
  ),
  ...["ac_tab", "logger", " "].map((table) => ["read_ets", { table }] as const),
];

Deno.test("one odd thing that somebody wrote costs no answer", async () => {
  await using node = await startBeam({ setup: ODD_SETUP });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "data"]);
  const looks = LOOKS.filter(({ windowed }) => !windowed)
    .map((look) => [title(look), look.tool.name, look.args] as const);
  const about = ABOUT
    .map(([name, args]) => [`${name} ${JSON.stringify(args)}`, name, args]);
  for (const [what, name, args] of [...looks, ...about]) {
    const answer = await call(`${name}`, { ...Object(args) });
    assert(
      answer.ok ||
        !/^(unexpected|internal|invalid_arg|probe_|target_)/.test(answer.code),
      `${what}: ${answer.text}`,
    );
  }
  const odd = await call("get_application", { application: "odd3" });
  assert(odd.ok && /odd: .*modules: \[a,/.test(odd.text), odd.text);
  assert(odd.text.includes("modules=1"), odd.text);
});
