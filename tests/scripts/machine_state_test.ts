import { assertEquals } from "@std/assert";
import { changes, machineState } from "../../scripts/machine_state.ts";

Deno.test("what a run of the tests changes outside the checkout is found, and caches are not", async () => {
  const folder = await Deno.makeTempDir();
  const home = `${folder}/home`;
  const temporary = `${folder}/temporary`;
  const device = `${folder}/device`;
  for (const path of [home, temporary, `${home}/.cache`, `${home}/.config`]) {
    await Deno.mkdir(path);
  }
  await Deno.writeTextFile(`${home}/.profile`, "");
  await new Deno.Command("mkfifo", { args: ["-m", "666", device] }).output();
  const look = (): ReturnType<typeof machineState> =>
    machineState({ shared: [device], home, temporary });
  const before = look();
  assertEquals(changes(before, look()), []);

  await Deno.writeTextFile(`${home}/.cache/ours`, "");
  await Deno.writeTextFile(`${home}/.bash_history`, "");
  await Deno.remove(`${home}/.bash_history`);
  assertEquals(changes(before, look()), []);

  await Deno.chmod(device, 0o600);
  await Deno.chmod(home, 0o777);
  await Deno.writeTextFile(`${home}/.profile`, "x");
  await Deno.writeTextFile(`${home}/.erlang.cookie`, "x");
  await Deno.mkdir(`${home}/.config/new`);
  await Deno.writeTextFile(`${temporary}/left`, "");
  const found = changes(before, look()).map((line) => line.split(" ")[0]);
  assertEquals(
    found.sort(),
    [
      device,
      home,
      `${home}/.config/new`,
      `${home}/.erlang.cookie`,
      `${home}/.profile`,
      `${temporary}/left`,
    ].sort(),
  );
  await Deno.remove(folder, { recursive: true });
});
