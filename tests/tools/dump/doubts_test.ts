import { assertEquals } from "@std/assert";
import { readDump } from "../../../lib/dump/mod.ts";
import { doubtOn } from "../../../lib/tools/dump/doubts.ts";
import { readSlogan } from "../../../lib/tools/dump/slogan.ts";
import { memorySource } from "../../support/damaged_dumps.ts";

/** Whether a slogan is doubted, in a dump that a process made while it ran so. */
async function doubted(
  slogan: string,
  {
    pid = "<0.77.0>",
    name = "guard",
    state = "Running",
    more = "",
    total = 2e9,
  } = {},
): Promise<string> {
  const text =
    `=erl_crash_dump:0.5\nx\nSlogan: ${slogan}\nSystem version: Erlang/OTP 25 [64-bit]\nCalling Thread: scheduler:1\n` +
    `=scheduler:1\nCurrent Process: ${pid}\nCurrent Process State: ${state}\n${more}` +
    `=memory\ntotal: ${total}\n=proc:${pid}\nState: ${state}\nName: ${name}\n=end\n`;
  const bytes = new TextEncoder().encode(text);
  const dump = await readDump("x", memorySource(bytes, () => 1 << 20));
  const ending = readSlogan(slogan, { contents: false, release: "25" });
  const doubt = doubtOn(dump, ending);
  return doubt === undefined ? "no" : doubt.certain ? "certain" : "maybe";
}

const atoms = (entries: number): { more: string } => ({
  more: `=index_table:atom_tab\nlimit: 5000\nentries: ${entries}\n`,
});

Deno.test("a slogan is doubted where the rest of the dump speaks against it", async () => {
  const init = { pid: "<0.0.0>", name: "init" };
  const full = "no more index entries in atom_tab (max=5000)";
  const heap =
    'eheap_alloc: Cannot allocate 99 bytes of memory (of type "heap").';
  const binary =
    'binary_alloc: Cannot allocate 99 bytes of memory (of type "binary").';
  const fault = "System process <0.5.0> terminated: badarg";
  const cases: [string, Parameters<typeof doubted>[1], string][] = [
    ["Kernel pid terminated (x) (killed)", init, "no"],
    ["Kernel pid terminated (x) (killed)", {}, "certain"],
    ["Runtime terminating during boot (x)", {}, "certain"],
    ["Received SIGUSR1", { name: "erl_signal_server" }, "no"],
    ["Received SIGUSR1", {}, "certain"],
    ["Crash dump requested by user", {}, "no"],
    [full, atoms(5120), "no"],
    [full, atoms(4000), "certain"],
    [full, {}, "no"],
    [heap, { state: "Garbing" }, "no"],
    [heap, {}, "maybe"],
    [binary, {}, "no"],
    [binary, { total: 20_000_000 }, "maybe"],
    [fault, { pid: "<0.5.0>", state: "Exiting" }, "no"],
    [fault, {}, "maybe"],
    ["erl_child_setup closed", {}, "maybe"],
    ["disk full", {}, "no"],
  ];
  for (const [slogan, dump, expected] of cases) {
    assertEquals(await doubted(slogan, dump), expected, slogan);
  }
});
