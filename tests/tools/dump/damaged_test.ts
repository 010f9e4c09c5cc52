import { assert, assertEquals } from "@std/assert";
import { DumpError, readDump } from "../../../lib/dump/mod.ts";
import { dumpTools } from "../../../lib/tools/mod.ts";
import { makeRig, principal } from "../../registry/support.ts";
import { die } from "../../support/crashes/crash.ts";
import { HELD } from "../../support/crashes/held.ts";
import {
  cuts,
  damages,
  memorySource,
  trimmed,
} from "../../support/damaged_dumps.ts";

/** Damaged dumps that the tools are tried on; the soak `dump` tries the reader on many more. */
const TRIED = 150;

const SEED = 17;

const CALLS: [string, Record<string, unknown>][] = [
  ["get_dump", {}],
  ["list_dump_processes", { limit: 100 }],
  ["list_dump_processes", { by: "spawner", sort: "memory" }],
  ["list_dump_processes", { ancestor: "<0.0.0>", sort: "binary" }],
  ["get_dump_process", { process: "busy", detail: "full" }],
  ["get_dump_process", { process: "<0.0.0>" }],
  ["list_dump_ets", {}],
  ["list_dump_ports", { sort: "queue" }],
  ["find_in_dump", { text: "a" }],
];

Deno.test("every tool answers about a damaged dump, or says what is wrong with it", async () => {
  await using dead = await die(HELD);
  const base = trimmed(await Deno.readFile(dead.path), 8);
  const some = [...cuts(base)].filter((_, index) => index % 4 === 0);
  const all = [...some, ...damages(base, SEED).take(TRIED)];
  for (const { what, bytes } of all) {
    const dump = await readDump("damaged", memorySource(bytes, () => 65_536))
      .catch((error: unknown) => {
        assert(error instanceof DumpError, `${what}: ${error}`);
      });
    if (dump === undefined) continue;
    const { registry, crashes } = makeRig({
      nodes: [],
      tools: [
        ...dumpTools({
          offered: true,
          read: () => Promise.resolve({ file: "damaged", dump }),
        }, () => ({})),
      ],
    });
    for (const [tool, args] of CALLS) {
      const who = principal(["inspect", "data@dump"]);
      const result = await registry.call(who, tool, args);
      const known = result.ok || result.code === "no_such_process";
      assert(known, `${what}: ${tool}: ${result.text} ${crashes[0]?.error}`);
    }
    assertEquals(crashes, []);
  }
});
