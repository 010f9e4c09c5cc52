import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { beamtap, makeFolder } from "./support.ts";

/** What beamtap says may stand in place of the last word. */
async function candidates(...words: string[]): Promise<string[]> {
  return await candidatesWith(["--allow-read"], ...words);
}

async function candidatesWith(
  permissions: readonly string[],
  ...words: string[]
): Promise<string[]> {
  const { code, stdout, stderr } = await beamtap(
    permissions,
    ...["completion", "words", "--", ...words],
  );
  assertEquals([code, stderr], [0, ""]);
  return stdout.split("\n").filter((line) => line !== "");
}

Deno.test("every kind of word is completed", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", {
    nodes: [{ name: "shop@10.0.0.5", alias: "shop" }],
  });
  const cases: [string[], string[]][] = [
    [[""], ["call", "help"]],
    [["call", "--"], ["--json", "--allow"]],
    [["call", ""], ["list_processes"]],
    [["call", "list_processes", ""], ["sort=", "node="]],
    [["call", "list_processes", "sort="], ["sort=memory"]],
    [["call", "list_processes", "limit="], []],
    [["call", "restart_child", "dry_run="], ["dry_run=true"]],
    [["--config", config, "doctor", ""], ["shop@10.0.0.5", "shop"]],
    [["--config", config, "call", "find", "node="], ["node=shop"]],
    [["--config", config, "setup", ""], ["cursor", "codex"]],
    [["--config", config, "setup", "zed", ""], ["shop"]],
    [["setup", "zed", "--scope", ""], ["user", "project"]],
    [["call", "find", "--output", ""], ["wide", "json"]],
    [["--allow", ""], ["inspect"]],
    [["--toolsets", ""], ["processes"]],
    [["--cookie-file", ""], []],
    [["help", ""], ["cookies", "doctor", "list_ets"]],
    [["token", ""], ["revoke"]],
  ];
  for (const [words, expected] of cases) {
    const found = await candidates(...words);
    for (const each of expected) {
      assert(found.includes(each), `${words.join(" ")}: ${found}`);
    }
    assertEquals(found.length === 0, expected.length === 0, words.join(" "));
  }
  assert(!(await candidates("doctor", "--")).includes("--toolsets"));
});

Deno.test("nodes that the port mapper of this machine knows are completed", async () => {
  await using node = await startBeam();
  const port = `--epmd-port=${node.epmd.port}`;
  const [alive] = node.name.split("@");
  const [short] = Deno.hostname().split(".");
  const name = `${alive}@${short}`;
  const found = (...words: string[]) => candidatesWith(["-A"], port, ...words);
  assertEquals(await found("health", ""), [name]);
  assertEquals(await found("call", "find", "node="), [`node=${name}`]);
  // Neither without the permission nor without a port mapper is there an error.
  assertEquals(await candidates(port, "health", ""), []);
  assertEquals(await candidatesWith(["-A"], "--epmd-port=1", "top", ""), []);
});

Deno.test("a name that a shell would expand is not offered", async () => {
  using mapper = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const answered = (async (): Promise<void> => {
    using connection = await mapper.accept();
    await connection.read(new Uint8Array(64));
    const names = "name x$(id) at port 1\nname good-1 at port 2\n";
    await connection.write(new Uint8Array([0, 0, 17, 17]));
    await connection.write(new TextEncoder().encode(names));
  })();
  const { port } = mapper.addr as Deno.NetAddr;
  const words = [`--epmd-port=${port}`, "health", ""];
  const found = await candidatesWith(["-A"], ...words);
  assertEquals(found.map((name) => name.split("@")[0]), ["good-1"]);
  await answered;
});

Deno.test("bash completes by the script", async () => {
  const { stdout: script } = await beamtap([], "completion", "bash");
  const main = new URL("../../main.ts", import.meta.url).pathname;
  const test = `
beamtap() { "${Deno.execPath()}" run --quiet --no-prompt "${main}" "$@"; }
compopt() { local IFS=' '; echo "compopt $*"; }
${script}
complete -p beamtap
for line in "call list_n" "call list_processes so" "--allow i"; do
  COMP_WORDS=(beamtap $line) COMP_CWORD=2 COMPREPLY=()
  [[ $line != call* ]] || COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
  _beamtap
  echo "\${COMPREPLY[@]}"
done`;
  const { stdout, stderr } = await new Deno.Command("bash", {
    args: ["-c", test],
  }).output();
  const [text, errors] = [stdout, stderr]
    .map((bytes) => new TextDecoder().decode(bytes));
  assertEquals(errors, "");
  assertEquals(text?.trim().split("\n"), [
    "complete -o default -F _beamtap beamtap",
    "list_nodes",
    "compopt -o nospace",
    "sort=",
    "inspect",
  ]);
});

Deno.test("a shell that is not known is refused", async () => {
  const { code, stderr } = await beamtap([], "completion", "tcsh");
  assertEquals(code, 2);
  assert(stderr.includes("bash, zsh, fish"), stderr);
});
