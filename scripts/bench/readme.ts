/**
 * Sections of the README that benchmarks write.
 *
 * @module
 */

const README = new URL("../../README.md", import.meta.url);

/** Puts a section into the README, between its two marks; throws if they are missing. */
export async function writeSection(
  name: string,
  section: string,
): Promise<void> {
  const text = await Deno.readTextFile(README);
  const marked = new RegExp(`(<!-- ${name} -->\\n)[^]*(<!-- /${name} -->)`);
  if (!marked.test(text)) throw new Error("the README has no place for it");
  await Deno.writeTextFile(
    README,
    text.replace(marked, (_, from, to) => `${from}\n${section}\n\n${to}`),
  );
  await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", README.pathname],
  }).output();
}

/** What measured, when and on what, as a sentence. */
export async function measuredBy(command: string): Promise<string> {
  const cpu = /model name\s*: (.*)/.exec(
    await Deno.readTextFile("/proc/cpuinfo"),
  )?.[1] ?? "an unknown processor";
  const load = Deno.loadavg()[0]?.toFixed(1);
  return `Measured by \`${command}\` on ${
    new Date().toISOString().slice(0, 10)
  }: ${navigator.hardwareConcurrency} threads of ${cpu.trim()}, load ${load}.`;
}
