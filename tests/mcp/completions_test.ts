import { assert, assertEquals } from "@std/assert";
import { CATALOGUE } from "../../lib/mcp/catalogue/mod.ts";
import { parseGrant, type Principal } from "../../lib/registry/mod.ts";
import { session } from "../cli/support.ts";
import { startBeam } from "../support/beam.ts";

const TEMPLATES = {
  process: "beam://{node}/processes/{process}",
  application: "beam://{node}/applications/{application}",
  root: "beam://{node}/supervision-tree/{root}",
  module: "beam://{node}/modules/{module}",
  table: "beam://{node}/ets/{table}",
};

Deno.test("names on a node are completed, for whom the node is granted and for nobody else", async () => {
  await using beam = await startBeam();
  await using open = await session(
    beam.name,
    `--cookie=${beam.cookie}`,
    `--epmd-port=${beam.epmd.port}`,
    "--allow=data",
  );
  const { registry, principal } = open;
  for (const handler of CATALOGUE) registry.register(handler);
  const complete = async (
    who: Principal,
    argument: keyof typeof TEMPLATES,
    typed: string,
  ): Promise<readonly string[]> => {
    const of = { template: TEMPLATES[argument] };
    const known = { node: beam.name };
    const found = await registry.complete(who, of, argument, typed, known);
    return found.ok ? found.value.values : [found.code];
  };
  assertEquals(await complete(principal, "application", "ker"), ["kernel"]);
  assertEquals(await complete(principal, "root", "ker"), ["kernel"]);
  const tables = await complete(principal, "table", "inet_");
  assert(tables.includes("inet_db"), tables.join());
  const modules = await complete(principal, "module", "gen_s");
  assert(modules.includes("gen_server"), modules.join());
  const processes = await complete(principal, "process", "kernel_s");
  assert(processes.includes("kernel_sup"), processes.join());
  const prompt = await registry.complete(
    principal,
    { prompt: "mailbox_piles_up" },
    "process",
    "kernel_s",
    { node: beam.name },
  );
  assert(prompt.ok && prompt.value.values.includes("kernel_sup"));

  const stranger: Principal = {
    id: "stranger",
    grants: ["inspect@other@*", "data@other@*"].map(parseGrant),
    readOnly: false,
    trusted: false,
  };
  for (const argument of ["process", "root", "module", "table"] as const) {
    assertEquals(await complete(stranger, argument, ""), ["permission_denied"]);
  }
});
